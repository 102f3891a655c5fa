/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Saving through GIO, where there are no system calls to be had: folders on the net.
 *
 * A replacing stream puts its file in place when it is closed, also after a failed write: on a full
 * disk that would put half a file where a whole one was. Closing it with a cancelled cancellable
 * is how it is told to keep the old one.
 */
#include "config.h"

#include "store/ent-file-save-private.h"

#include "store/ent-file-read-private.h"
#include "store/ent-store-error-private.h"

#include <glib/gi18n.h>

static gboolean
look (const EntSaveRequest  *self,
      gboolean              *exists,
      GCancellable          *cancellable,
      GError               **error)
{
  g_autoptr(GError) cause = NULL;
  g_autoptr(GBytes) bytes = NULL;
  EntFingerprint seen;

  bytes = _ent_read_stream (self->file, ENT_FILE_SIZE_MAX, cancellable, &cause);
  *exists = bytes != NULL;
  if (g_error_matches (cause, ENT_STORE_ERROR, ENT_STORE_ERROR_NOT_FOUND))
    return _ent_save_request_check_seen (self, NULL, error);
  if (g_error_matches (cause, ENT_STORE_ERROR, ENT_STORE_ERROR_TOO_LARGE) && self->overwrite)
    return *exists = TRUE;
  if (bytes == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&cause));
      return FALSE;
    }
  ent_fingerprint_init (&seen, bytes, NULL);
  return _ent_save_request_check_seen (self, &seen, error);
}

static gboolean
write_and_close (GOutputStream  *stream,
                 GBytes         *bytes,
                 GCancellable   *cancellable,
                 GError        **error)
{
  g_autoptr(GCancellable) keep_old = g_cancellable_new ();
  gsize size = 0;
  const void *data = g_bytes_get_data (bytes, &size);

  if (g_output_stream_write_all (stream, data, size, NULL, cancellable, error))
    return g_output_stream_close (stream, cancellable, error);
  g_cancellable_cancel (keep_old);
  (void) g_output_stream_close (stream, keep_old, NULL);
  return FALSE;
}

static gboolean
write_file (const EntSaveRequest  *self,
            gboolean               exists,
            GCancellable          *cancellable,
            GError               **error)
{
  g_autoptr(GFileOutputStream) stream = NULL;

  stream = exists ? g_file_replace (self->file, NULL, FALSE, G_FILE_CREATE_NONE, cancellable, error)
                  : g_file_create (self->file, G_FILE_CREATE_NONE, cancellable, error);
  return stream != NULL &&
         write_and_close (G_OUTPUT_STREAM (stream), self->bytes, cancellable, error);
}

/* After a failure it is not known what the other end has kept: what is there now is what is
 * said. */
static EntOnDisk
find_on_disk (const EntSaveRequest *self,
              gboolean              existed)
{
  g_autoptr(GError) cause = NULL;
  g_autoptr(GBytes) now = _ent_read_stream (self->file, ENT_FILE_SIZE_MAX, NULL, &cause);
  EntFingerprint fingerprint;

  if (g_error_matches (cause, ENT_STORE_ERROR, ENT_STORE_ERROR_NOT_FOUND) && !existed)
    return ENT_ON_DISK_NOTHING;
  if (now == NULL || self->expected == NULL)
    return ENT_ON_DISK_UNKNOWN;
  ent_fingerprint_init (&fingerprint, now, NULL);
  return ent_fingerprint_same_content (&fingerprint, self->expected) ? ENT_ON_DISK_UNCHANGED
                                                                     : ENT_ON_DISK_UNKNOWN;
}

static gboolean
fail (const EntSaveRequest  *self,
      gboolean               existed,
      GError                *cause,
      GError               **error)
{
  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_error_copy (cause));
  else if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_EXISTS))
    _ent_save_request_set_changed (self, FALSE, error);
  else
    _ent_store_set_save_errno (error, self->name, _ent_store_errno_of (cause),
                               find_on_disk (self, existed));
  return FALSE;
}

static gboolean
verify (const EntSaveRequest  *self,
        EntSaveReceipt        *receipt,
        GError               **error)
{
  gsize size = g_bytes_get_size (self->bytes);
  g_autoptr(GBytes) found = _ent_read_stream (self->file, size, NULL, NULL);

  if (found == NULL || !g_bytes_equal (found, self->bytes))
    {
      _ent_store_set_save_error (error, ENT_STORE_ERROR_UNVERIFIED, self->name,
                                 _("it was written, but could not be read back"),
                                 ENT_ON_DISK_UNKNOWN,
                                 _("Use Save As to save a copy on this computer."));
      return FALSE;
    }
  ent_fingerprint_init (&receipt->fingerprint, found, NULL);
  return TRUE;
}

/**
 * _ent_save_stream:
 * @self: what to save
 * @receipt: (out): what is there now
 * @cancellable: (nullable): to stop it
 * @error: (out) (optional): where the error goes
 *
 * Saves through GIO and reads back what has arrived. The other end says nothing about power
 * failures, so that such a save is confirmed by being read back.
 *
 * Returns: whether it was saved
 */
gboolean
_ent_save_stream (const EntSaveRequest  *self,
                  EntSaveReceipt        *receipt,
                  GCancellable          *cancellable,
                  GError               **error)
{
  g_autoptr(GError) cause = NULL;
  gboolean existed = FALSE;

  g_return_val_if_fail (self != NULL && receipt != NULL, FALSE);

  if (!look (self, &existed, cancellable, error))
    return FALSE;
  if (!write_file (self, existed, cancellable, &cause))
    return fail (self, existed, cause, error);
  receipt->confirmed = TRUE;
  return verify (self, receipt, error);
}
