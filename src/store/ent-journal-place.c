/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a journal is: made, locked, moved to another folder, deleted. */
#include "config.h"

#include "store/ent-journal-private.h"

#include "store/ent-file-read-private.h"
#include "store/ent-store-error-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <stdio.h>
#include <sys/file.h>
#include <unistd.h>

/**
 * _ent_journal_lock:
 * @fd: a journal
 *
 * Says that the journal is in use. Where there are no locks it goes on without.
 *
 * Returns: 0, or an error number; EWOULDBLOCK if another program uses it
 */
int
_ent_journal_lock (int fd)
{
  int result;

  g_return_val_if_fail (fd >= 0, EINVAL);

  do
    result = flock (fd, LOCK_EX | LOCK_NB);
  while (result != 0 && errno == EINTR);
  return result != 0 && errno == EWOULDBLOCK ? EWOULDBLOCK : 0;
}

/* The lock comes before the first line: whoever finds the file empty and free may take it for one
 * that was never begun. */
static int
make_file (EntJournal             *self,
           const EntJournalHeader *header,
           const char             *folder)
{
  g_autofree char *id = g_uuid_string_random ();
  g_autofree char *name = g_strconcat (id, ".log", NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *text = _ent_journal_header_write (header, id);
  int errnum;

  self->fd = _ent_open_retrying (AT_FDCWD, path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW, 0600);
  if (self->fd < 0)
    return errno;
  errnum = _ent_journal_lock (self->fd);
  if (errnum == 0)
    errnum = _ent_journal_start_sync (self, folder);
  if (errnum == 0)
    errnum = _ent_journal_write (self, text);
  if (errnum != 0)
    {
      (void) unlink (path);
      return errnum;
    }
  self->path = g_steal_pointer (&path);
  _ent_journal_sync_wake (self->sync);
  return 0;
}

/**
 * ent_journal_create:
 * @header: what it belongs to
 * @error: (out) (optional): an #EntStoreError
 *
 * Makes a journal in %ENT_STATE_JOURNALS, for this user alone, and locks it until it is finalized.
 *
 * Returns: (transfer full) (nullable): the journal
 */
EntJournal *
ent_journal_create (const EntJournalHeader  *header,
                    GError                 **error)
{
  g_autoptr(EntJournal) self = NULL;
  g_autofree char *folder = NULL;
  int errnum;

  g_return_val_if_fail (header != NULL && header->project != NULL && header->title != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  folder = ent_state_folder_make (ENT_STATE_JOURNALS, error);
  if (folder == NULL)
    return NULL;
  self = g_object_new (ENT_TYPE_JOURNAL, NULL);
  self->header = ent_journal_header_copy (header);
  errnum = make_file (self, header, folder);
  if (errnum == 0)
    return g_steal_pointer (&self);
  _ent_journal_set_error (error, errnum);
  return NULL;
}

static int
rename_to (const char *from,
           const char *to)
{
  if (renameat2 (AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE) == 0)
    return 0;
  if (errno != EINVAL && errno != ENOSYS && errno != ENOTSUP)
    return errno;
  return renameat (AT_FDCWD, from, AT_FDCWD, to) == 0 ? 0 : errno;
}

/**
 * ent_journal_move:
 * @self: a journal
 * @part: where to
 * @error: (out) (optional): an #EntStoreError
 *
 * Moves the journal into another folder; it stays locked and can still be appended to. For
 * ent_journal_expire() it is as old as its arrival in %ENT_STATE_ASIDE.
 *
 * Returns: whether it is there; otherwise it is where it was
 */
gboolean
ent_journal_move (EntJournal    *self,
                  EntStatePart   part,
                  GError       **error)
{
  g_autofree char *folder = NULL;
  g_autofree char *from = NULL;
  g_autofree char *name = NULL;
  g_autofree char *path = NULL;
  int errnum;

  g_return_val_if_fail (ENT_IS_JOURNAL (self) && self->fd >= 0, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  folder = ent_state_folder_make (part, error);
  if (folder == NULL)
    return FALSE;
  from = g_path_get_dirname (self->path);
  name = g_path_get_basename (self->path);
  path = g_build_filename (folder, name, NULL);
  if (g_str_equal (path, self->path))
    return TRUE;
  if (part == ENT_STATE_ASIDE)
    (void) futimens (self->fd, NULL);
  errnum = rename_to (self->path, path);
  if (errnum != 0)
    {
      _ent_journal_set_error (error, errnum);
      return FALSE;
    }
  g_free (self->path);
  self->path = g_steal_pointer (&path);
  /* After a power failure it may be in either folder; both are looked through. */
  (void) _ent_journal_sync_folder (folder);
  (void) _ent_journal_sync_folder (from);
  return TRUE;
}

/**
 * ent_journal_remove:
 * @self: a journal
 * @error: (out) (optional): an #EntStoreError
 *
 * Deletes the journal, which is then of no further use. If that fails it is as it was.
 *
 * Returns: whether it is gone
 */
gboolean
ent_journal_remove (EntJournal  *self,
                    GError     **error)
{
  g_return_val_if_fail (ENT_IS_JOURNAL (self) && self->fd >= 0, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (unlink (self->path) != 0 && errno != ENOENT)
    {
      EntStoreError code;
      g_autofree char *reason = _ent_store_dup_save_reason (errno, &code);

      g_set_error (error, ENT_STORE_ERROR, (int) code,
                   /* Translators: a file, then why. */
                   _("Could not delete “%s”: %s. Nothing is lost by it."), self->path, reason);
      return FALSE;
    }
  _ent_journal_let_go (self);
  return TRUE;
}
