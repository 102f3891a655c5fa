/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The two promises of a save: nobody else's work is overwritten unseen, and the way it is written
 * suits the disk it goes to.
 */
#include "config.h"

#include "store/ent-file-save-private.h"

#include "store/ent-file-name.h"
#include "store/ent-file-read.h"
#include "store/ent-save-place.h"
#include "store/ent-store-error-private.h"

#include <glib/gi18n.h>

/**
 * _ent_save_request_set_changed:
 * @self: what to save
 * @was_there: whether a file was there when it was looked at
 * @error: (out) (optional): where the error goes
 *
 * Says that the file changed under the save.
 */
void
_ent_save_request_set_changed (const EntSaveRequest  *self,
                               gboolean               was_there,
                               GError               **error)
{
  g_return_if_fail (self != NULL);

  if (self->expected == NULL && !was_there)
    _ent_store_set_save_error (error, ENT_STORE_ERROR_EXISTS, self->name,
                               _("there is a file of this name already"), ENT_ON_DISK_THEIRS,
                               _("Choose another name, or choose to replace it."));
  else
    _ent_store_set_save_error (error, ENT_STORE_ERROR_CHANGED, self->name,
                               _("somebody else, or another program, changed it since it was "
                                 "opened"),
                               ENT_ON_DISK_THEIRS,
                               _("Save a copy of your version under another name, or reload the "
                                 "file."));
}

/**
 * _ent_save_request_check_seen:
 * @self: what to save
 * @seen: (nullable): what is there, %NULL if nothing is
 * @error: (out) (optional): where the error goes
 *
 * Checks that what is there may be replaced: it is what was opened, or the user said so, or it is
 * already what is to be saved.
 *
 * Returns: whether to go on
 */
gboolean
_ent_save_request_check_seen (const EntSaveRequest  *self,
                              const EntFingerprint  *seen,
                              GError               **error)
{
  EntFingerprint wanted;

  g_return_val_if_fail (self != NULL, FALSE);

  if (seen == NULL && self->expected != NULL)
    {
      _ent_store_set_save_error (error, ENT_STORE_ERROR_GONE, self->name,
                                 _("it was moved, renamed or deleted since it was opened"),
                                 ENT_ON_DISK_NOTHING,
                                 _("Use Save As to keep your version under this or another name."));
      return FALSE;
    }
  if (seen == NULL || self->overwrite)
    return TRUE;
  if (self->expected != NULL && ent_fingerprint_same_content (seen, self->expected))
    return TRUE;
  ent_fingerprint_init (&wanted, self->bytes, NULL);
  if (self->expected != NULL && ent_fingerprint_same_content (seen, &wanted))
    return TRUE;
  _ent_save_request_set_changed (self, self->expected != NULL, error);
  return FALSE;
}

static gboolean
check_size (const EntSaveRequest  *request,
            GError               **error)
{
  g_autofree char *name = NULL;

  if (g_bytes_get_size (request->bytes) <= ENT_FILE_SIZE_MAX)
    return TRUE;
  name = ent_file_dup_display_name (request->file);
  _ent_store_set_save_error (error, ENT_STORE_ERROR_TOO_LARGE, name,
                             _("it would be larger than 32 MB, the largest project that can be "
                               "read again"),
                             ENT_ON_DISK_UNCHANGED,
                             _("Delete what is no longer needed and save again."));
  return FALSE;
}

static gboolean
save (EntSaveRequest  *request,
      EntSaveReceipt  *receipt,
      GCancellable    *cancellable,
      GError         **error)
{
  g_autofree char *name = ent_file_dup_display_name (request->file);
  g_autofree char *path = g_file_is_native (request->file) ? g_file_get_path (request->file) : NULL;
  EntSavePlace place = path != NULL ? ent_save_place_of (path) : ENT_SAVE_PLACE_SHARE;
  EntSaveReceipt unused;

  request->name = name;
  if (receipt == NULL)
    receipt = &unused;
  if (place == ENT_SAVE_PLACE_SHARE)
    return _ent_save_stream (request, receipt, cancellable, error);
  if (!_ent_save_local (request, path, receipt, cancellable, error))
    return FALSE;
  /* A portal says that it has brought a folder to disk and does nothing of the kind. */
  if (place == ENT_SAVE_PLACE_PORTAL)
    receipt->confirmed = FALSE;
  return TRUE;
}

/**
 * ent_file_save:
 * @file: the file that was opened or saved before
 * @bytes: its new contents, at most %ENT_FILE_SIZE_MAX
 * @expected: what was there then
 * @receipt: (out) (optional): what is there now
 * @cancellable: (nullable): to stop it; once the file is replaced it is too late
 * @error: (out) (optional): an #EntStoreError, or G_IO_ERROR_CANCELLED
 *
 * Replaces @file if it is still what was opened. On this computer's disks the old file is there,
 * whole, until the new one is, and stays there if anything fails; links, permissions, access lists
 * and marks are kept. Call it in a thread: a disk can take its time.
 *
 * Returns: whether it was saved
 */
gboolean
ent_file_save (GFile                 *file,
               GBytes                *bytes,
               const EntFingerprint  *expected,
               EntSaveReceipt        *receipt,
               GCancellable          *cancellable,
               GError               **error)
{
  EntSaveRequest request = { .file = file, .bytes = bytes, .expected = expected };

  g_return_val_if_fail (G_IS_FILE (file), FALSE);
  g_return_val_if_fail (bytes != NULL && expected != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  return check_size (&request, error) && save (&request, receipt, cancellable, error);
}

/**
 * ent_file_save_copy:
 * @file: where to save
 * @bytes: the contents
 * @overwrite: whether a file that is there is to be replaced, as the user said in the file chooser
 * @receipt: (out) (optional): what is there now
 * @cancellable: (nullable): to stop it; once the file is there it is too late
 * @error: (out) (optional): an #EntStoreError, or G_IO_ERROR_CANCELLED
 *
 * Saves under a name that was not open, as safely as ent_file_save(). It need not be a project:
 * what is exported may be larger than a project can be.
 *
 * Returns: whether it was saved
 */
gboolean
ent_file_save_copy (GFile           *file,
                    GBytes          *bytes,
                    gboolean         overwrite,
                    EntSaveReceipt  *receipt,
                    GCancellable    *cancellable,
                    GError         **error)
{
  EntSaveRequest request = { .file = file, .bytes = bytes, .overwrite = overwrite };

  g_return_val_if_fail (G_IS_FILE (file), FALSE);
  g_return_val_if_fail (bytes != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  return save (&request, receipt, cancellable, error);
}

/**
 * _ent_file_save_exactly:
 * @file: where to save
 * @bytes: the contents
 * @expected: (nullable): what is there, %NULL if nothing is to be there
 * @error: (out) (optional): an #EntStoreError
 *
 * Saves under this very name: what a link means that has come in its place is not touched.
 *
 * Returns: whether it was saved
 */
gboolean
_ent_file_save_exactly (GFile                 *file,
                        GBytes                *bytes,
                        const EntFingerprint  *expected,
                        GError               **error)
{
  EntSaveRequest request = {
    .file = file, .bytes = bytes, .expected = expected, .exactly = TRUE,
  };

  g_return_val_if_fail (G_IS_FILE (file) && bytes != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  return save (&request, NULL, NULL, error);
}
