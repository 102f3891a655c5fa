/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a journal belongs to. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * EntJournalHeader:
 * @project: id of the project
 * @title: what people call it
 * @uri: (nullable): where its file is; %NULL if it was never saved
 * @base: (nullable): SHA-256 of the version that the journal starts from, 64 hexadecimal digits;
 *   %NULL if it starts from nothing
 * @saved: (nullable): SHA-256 of the file as it was when it was opened or saved last
 * @started: when, in seconds since 1970
 *
 * The first line of a journal.
 */
typedef struct
{
  char *project;
  char *title;
  char *uri;
  char *base;
  char *saved;
  gint64 started;
} EntJournalHeader;

EntJournalHeader *ent_journal_header_copy (const EntJournalHeader *self);
void              ent_journal_header_free (EntJournalHeader       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntJournalHeader, ent_journal_header_free)

G_END_DECLS
