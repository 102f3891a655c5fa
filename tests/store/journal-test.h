/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What tests of the journal ask again and again. */
#pragma once

#include "store/ent-journal.h"

G_BEGIN_DECLS

EntJournal *journal_make        (void);
EntJournal *journal_try_make    (GError    **error);
EntJournal *journal_open        (const char *path);
void        journal_append      (EntJournal *journal,
                                 guint       from,
                                 guint       to);
char       *journal_text        (guint       i);
char       *journal_make_file   (guint       n_records);
char       *journal_dup_path    (const char *name);
guint       journal_check       (EntJournal *journal);
void        journal_clear       (void);
void        journal_put         (const char *path,
                                 const char *bytes,
                                 gsize       length);
gboolean    journal_is_refused  (const char *path,
                                 EntStoreError code);

G_END_DECLS
