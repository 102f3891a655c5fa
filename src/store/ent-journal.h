/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The edits since the last save, kept on this computer. */
#pragma once

#include "store/ent-journal-header.h"
#include "store/ent-state-folder.h"
#include "store/ent-store-error.h"

G_BEGIN_DECLS

/**
 * ENT_JOURNAL_SIZE_MAX:
 *
 * The largest journal that is written or read, in bytes.
 */
#define ENT_JOURNAL_SIZE_MAX ((gsize) 64 * 1000 * 1000)

#define ENT_TYPE_JOURNAL (ent_journal_get_type ())

G_DECLARE_FINAL_TYPE (EntJournal, ent_journal, ENT, JOURNAL, GObject)

EntJournal             *ent_journal_create           (const EntJournalHeader  *header,
                                                      GError                 **error);
EntJournal             *ent_journal_open             (const char              *path,
                                                      GError                 **error);

gboolean                ent_journal_append           (EntJournal              *self,
                                                      const char              *text,
                                                      GError                 **error);
gboolean                ent_journal_sync             (EntJournal              *self,
                                                      GError                 **error);
gboolean                ent_journal_truncate_records (EntJournal              *self,
                                                      guint                    n_records,
                                                      GError                 **error);
gboolean                ent_journal_move             (EntJournal              *self,
                                                      EntStatePart             part,
                                                      GError                 **error);
gboolean                ent_journal_remove           (EntJournal              *self,
                                                      GError                 **error);

const EntJournalHeader *ent_journal_get_header       (EntJournal              *self);
const char             *ent_journal_get_path         (EntJournal              *self);
guint64                 ent_journal_get_size         (EntJournal              *self);
guint                   ent_journal_get_n_records    (EntJournal              *self);
const char             *ent_journal_get_record       (EntJournal              *self,
                                                      guint                    i);
gboolean                ent_journal_is_cut           (EntJournal              *self);
const GError           *ent_journal_get_error        (EntJournal              *self);

EntJournalHeader       *ent_journal_peek             (const char              *path);
char                  **ent_journal_dup_bases        (void);
char                  **ent_journal_list             (EntStatePart             part);
guint                   ent_journal_expire           (EntStatePart             part,
                                                      guint                    days);

G_END_DECLS
