/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the journal share: its records as bytes, the thread that brings them to the
 * disk, and the journal itself. */
#pragma once

#include "store/ent-journal.h"
#include "store/ent-store-error.h"

G_BEGIN_DECLS

/**
 * EntJournalChain:
 * @digest: SHA-256 of the chain before and the text of the last record
 *
 * Stands for all records up to one. It starts as zeros.
 */
typedef struct
{
  guint8 digest[32];
} EntJournalChain;

/**
 * EntJournalLine:
 * @text: in the bytes it was read from, not ended by a zero
 * @length: of @text
 * @size: of the whole line
 *
 * A record as it was found.
 */
typedef struct
{
  const char *text;
  gsize length;
  gsize size;
} EntJournalLine;

void              _ent_journal_line_write   (GString                *out,
                                             EntJournalChain        *chain,
                                             const char             *text);
gboolean          _ent_journal_line_read    (EntJournalLine         *self,
                                             EntJournalChain        *chain,
                                             const char             *bytes,
                                             gsize                   length);

char             *_ent_journal_header_write (const EntJournalHeader *self,
                                             const char             *journal);
EntJournalHeader *_ent_journal_header_read  (const char             *text,
                                             gsize                   length,
                                             EntStoreError          *code);

/**
 * EntJournalSync:
 *
 * Brings what was written to the disk, in a thread.
 */
typedef struct _EntJournalSync EntJournalSync;

typedef void (*EntJournalSyncFailed) (int      errnum,
                                      gpointer user_data);

EntJournalSync *_ent_journal_sync_new       (int                   fd,
                                             const char           *new_in,
                                             EntJournalSyncFailed  failed,
                                             gpointer              user_data);
void            _ent_journal_sync_wake      (EntJournalSync       *self);
int             _ent_journal_sync_now       (EntJournalSync       *self);
int             _ent_journal_sync_get_errno (EntJournalSync       *self);
void            _ent_journal_sync_free      (EntJournalSync       *self);
int             _ent_journal_sync_folder    (const char           *path);

/**
 * EntJournalText:
 * @start: of the text of a record, in the bytes that were read
 * @end: where the next record starts
 */
typedef struct
{
  gsize start;
  gsize end;
} EntJournalText;

struct _EntJournal
{
  GObject parent_instance;

  EntJournalHeader *header;
  char *path;
  int fd;
  gsize size;                /* where the intact part ends */
  EntJournalChain chain;     /* of all records in it */
  guint n_records;           /* in it, without the header */
  gboolean cut;              /* something stands behind it */

  GByteArray *bytes;         /* what was read, until something is appended */
  GArray *texts;             /* EntJournalText: the header, then the records in @bytes */

  EntJournalSync *sync;
  GString *line;             /* what was appended last */
  GError *failure;
};

int      _ent_journal_lock       (int          fd);
void     _ent_journal_let_go     (EntJournal  *self);
int      _ent_journal_start_sync (EntJournal  *self,
                                  const char  *new_in);
int      _ent_journal_write      (EntJournal  *self,
                                  const char  *text);
int      _ent_journal_cut_back   (EntJournal  *self);
gboolean _ent_journal_fail       (EntJournal  *self,
                                  int          errnum,
                                  GError     **error);
void     _ent_journal_set_error  (GError     **error,
                                  int          errnum);

G_END_DECLS
