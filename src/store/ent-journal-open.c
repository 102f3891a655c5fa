/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opens a journal that another program has left behind. It may be cut off, damaged, planted by
 * somebody or still in use; nothing is read from it but the records that are as they were written,
 * up to the first that is not.
 */
#include "config.h"

#include "store/ent-journal-private.h"

#include "store/ent-file-read-private.h"
#include "store/ent-store-error-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <unistd.h>

/* The title is a line, and a path is no longer than the system lets it be. */
#define HEADER_SIZE_MAX 65536

static gboolean
set_read_error (GError        **error,
                EntStoreError   code,
                const char     *reason)
{
  g_set_error (error, ENT_STORE_ERROR, (int) code,
               /* Translators: why, such as “they are damaged”. */
               _("The changes kept on this computer could not be read: %s."), reason);
  return FALSE;
}

static gboolean
set_read_errno (GError **error,
                int      errnum)
{
  EntStoreError code;
  g_autofree char *reason = NULL;

  switch (errnum)
    {
    case ENOENT:
    case ENOTDIR:
      return set_read_error (error, ENT_STORE_ERROR_NOT_FOUND, _("they are no longer there"));
    case ELOOP:
    case EISDIR:
    case ENXIO:
      return set_read_error (error, ENT_STORE_ERROR_NOT_REGULAR, _("what is there is not a file"));
    case EFBIG:
      return set_read_error (error, ENT_STORE_ERROR_TOO_LARGE,
                             _("there are more of them than Entente writes"));
    case EWOULDBLOCK:
      return set_read_error (error, ENT_STORE_ERROR_IN_USE,
                             _("a window that is open still uses them"));
    default:
      reason = _ent_store_dup_save_reason (errnum, &code);
      return set_read_error (error, code, reason);
    }
}

/* Between opening and locking, the program that had it may have moved or deleted it. */
static gboolean
is_still_there (const char        *path,
                const struct stat *opened)
{
  struct stat now;

  return lstat (path, &now) == 0 && now.st_dev == opened->st_dev && now.st_ino == opened->st_ino;
}

/* Opened without waiting, should it be a pipe. */
static gboolean
open_file (EntJournal  *self,
           GError     **error)
{
  struct stat st;
  int errnum;

  self->fd = _ent_open_retrying (AT_FDCWD, self->path, O_RDWR | O_NOFOLLOW | O_NONBLOCK, 0);
  if (self->fd < 0 || fstat (self->fd, &st) != 0)
    return set_read_errno (error, errno);
  if (!S_ISREG (st.st_mode))
    return set_read_errno (error, ENXIO);
  if (st.st_uid != geteuid ())
    return set_read_error (error, ENT_STORE_ERROR_NO_PERMISSION, _("they are somebody else's"));
  errnum = _ent_journal_lock (self->fd);
  if (errnum != 0)
    return set_read_errno (error, errnum);
  return is_still_there (self->path, &st) || set_read_errno (error, ENOENT);
}

static void
add_bytes (const guint8 *data,
           gsize         length,
           gpointer      user_data)
{
  g_byte_array_append (user_data, data, (guint) length);
}

/* Takes the next line if it is intact. The end of the line becomes the end of its text. */
static gboolean
take_line (EntJournal     *self,
           EntJournalLine *line)
{
  char *bytes = (char *) self->bytes->data;
  EntJournalText text;

  if (!_ent_journal_line_read (line, &self->chain, bytes + self->size,
                               self->bytes->len - self->size))
    return FALSE;
  text.start = (gsize) (line->text - bytes);
  self->size += line->size;
  text.end = self->size;
  bytes[text.end - 1] = '\0';
  g_array_append_val (self->texts, text);
  return TRUE;
}

static gboolean
read_header (EntJournal  *self,
             GError     **error)
{
  EntStoreError code = ENT_STORE_ERROR_DAMAGED;
  EntJournalLine line;

  if (self->bytes->len == 0)
    return set_read_error (error, ENT_STORE_ERROR_EMPTY, _("there are none"));
  if (take_line (self, &line))
    self->header = _ent_journal_header_read (line.text, line.length, &code);
  if (self->header != NULL)
    return TRUE;
  return set_read_error (error, code, code == ENT_STORE_ERROR_TOO_NEW
                         ? _("a newer version of Entente made them") : _("they are damaged"));
}

static gboolean
read_lines (EntJournal  *self,
            GError     **error)
{
  EntJournalLine line;
  struct stat st;
  int errnum;

  self->bytes = g_byte_array_new ();
  self->texts = g_array_new (FALSE, FALSE, sizeof (EntJournalText));
  errnum = _ent_read_fd_each (self->fd, ENT_JOURNAL_SIZE_MAX, &st, add_bytes, self->bytes);
  if (errnum != 0)
    return set_read_errno (error, errnum);
  if (!read_header (self, error))
    return FALSE;
  while (self->size < self->bytes->len && take_line (self, &line))
    self->n_records++;
  self->cut = self->size < self->bytes->len;
  return TRUE;
}

/**
 * ent_journal_open:
 * @path: a path from ent_journal_list()
 * @error: (out) (optional): an #EntStoreError; ENT_STORE_ERROR_IN_USE if a program that is running
 *   holds it, ENT_STORE_ERROR_EMPTY if there was never anything in it, ENT_STORE_ERROR_DAMAGED if
 *   not even the header can be read
 *
 * Reads a journal that was left behind, and locks it until it is finalized.
 *
 * Returns: (transfer full) (nullable): the journal
 */
EntJournal *
ent_journal_open (const char  *path,
                  GError     **error)
{
  g_autoptr(EntJournal) self = NULL;
  int errnum;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  self = g_object_new (ENT_TYPE_JOURNAL, NULL);
  self->path = g_strdup (path);
  if (!open_file (self, error) || !read_lines (self, error))
    return NULL;
  errnum = _ent_journal_start_sync (self, NULL);
  if (errnum == 0)
    return g_steal_pointer (&self);
  (void) set_read_errno (error, errnum);
  return NULL;
}

/**
 * ent_journal_peek:
 * @path: a path from ent_journal_list()
 *
 * Reads what a journal belongs to without taking it: it may be in use.
 *
 * Returns: (transfer full) (nullable): its header
 */
EntJournalHeader *
ent_journal_peek (const char *path)
{
  g_autofree char *start = g_malloc (HEADER_SIZE_MAX);
  EntJournalChain chain = { { 0 } };
  EntJournalHeader *header = NULL;
  EntJournalLine line;
  EntStoreError code;
  gssize length;
  int fd;

  g_return_val_if_fail (path != NULL, NULL);

  fd = _ent_open_retrying (AT_FDCWD, path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK, 0);
  if (fd < 0)
    return NULL;
  length = read (fd, start, HEADER_SIZE_MAX);
  if (length > 0 && _ent_journal_line_read (&line, &chain, start, (gsize) length))
    header = _ent_journal_header_read (line.text, line.length, &code);
  (void) close (fd);
  return header;
}

/**
 * ent_journal_get_record:
 * @self: a journal
 * @i: which record, from 0
 *
 * Returns: (transfer none) (nullable): the text of a record that was there when the journal was
 *   opened; %NULL once something was appended to it
 */
const char *
ent_journal_get_record (EntJournal *self,
                        guint       i)
{
  g_return_val_if_fail (ENT_IS_JOURNAL (self), NULL);
  g_return_val_if_fail (i < self->n_records, NULL);

  if (self->texts == NULL)
    return NULL;
  return (const char *) self->bytes->data + g_array_index (self->texts, EntJournalText, i + 1).start;
}

/* Goes from the header to the last of the records that stay. */
static void
rebuild_chain (EntJournal *self)
{
  g_autoptr(GString) line = g_string_new (NULL);

  self->chain = (EntJournalChain) { { 0 } };
  for (guint i = 0; i <= self->n_records; i++)
    {
      EntJournalText *text = &g_array_index (self->texts, EntJournalText, i);

      g_string_truncate (line, 0);
      _ent_journal_line_write (line, &self->chain, (char *) self->bytes->data + text->start);
      self->size = text->end;
    }
}

/**
 * ent_journal_truncate_records:
 * @self: a journal that was opened and not appended to
 * @n_records: how many records to keep
 * @error: (out) (optional): an #EntStoreError; the journal has then failed
 *
 * Drops the records from @n_records on, and what stands behind them: they can be read, but not done
 * again.
 *
 * Returns: whether they are gone
 */
gboolean
ent_journal_truncate_records (EntJournal  *self,
                              guint        n_records,
                              GError     **error)
{
  int errnum;

  g_return_val_if_fail (ENT_IS_JOURNAL (self) && self->fd >= 0, FALSE);
  g_return_val_if_fail (self->texts != NULL && n_records <= self->n_records, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  self->n_records = n_records;
  g_array_set_size (self->texts, n_records + 1);
  rebuild_chain (self);
  errnum = _ent_journal_cut_back (self);
  if (errnum != 0)
    return _ent_journal_fail (self, errnum, error);
  _ent_journal_sync_wake (self->sync);
  return TRUE;
}
