/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where nothing can be put beside a file or take its place, it is written into: steps D1 to D4 of
 * the save protocol. Half-way through it there is neither version, so that both are first brought
 * to the disk of this computer. Whatever fails, the old version is written back; and if that fails,
 * too, both are left to be found at the next start.
 */
#include "config.h"

#include "store/ent-save-in-place.h"

#include "store/ent-file-read-private.h"
#include "store/ent-file-write-private.h"
#include "store/ent-rescue-files.h"
#include "store/ent-store-error-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <unistd.h>

typedef struct
{
  const EntSaveRequest *request;
  EntSaveTarget *target;
  const char *reason; /* why it is not replaced */
  int held;           /* the old file, which is locked while it is open */
  struct stat old_st;
  GBytes *old_bytes;
  EntRescueFiles rescue;
  gboolean touched; /* whether the file may be another than the old one */
} Save;

static gboolean
fail (Save          *self,
      EntStoreError  code,
      const char    *reason,
      EntOnDisk      on_disk,
      GError       **error)
{
  _ent_store_set_save_error (error, code, self->request->name, reason, on_disk,
                             _("Use Save As to save your version elsewhere."));
  return FALSE;
}

static gboolean
refuse (Save    *self,
        int      errnum,
        GError **error)
{
  if (errnum == EACCES || errnum == EPERM || errnum == EFBIG || errnum == ETXTBSY)
    return fail (self, ENT_STORE_ERROR_NOT_REPLACEABLE, self->reason, ENT_ON_DISK_UNCHANGED, error);
  _ent_store_set_save_errno (error, self->request->name, errnum, ENT_ON_DISK_UNCHANGED);
  return FALSE;
}

/* The lock is on the file and not only on its folder: a file that is mounted elsewhere has two. */
static gboolean
hold_old (Save    *self,
          GError **error)
{
  EntFingerprint now;
  int errnum = 0;

  if (g_bytes_get_size (self->request->bytes) > ENT_FILE_SIZE_MAX)
    return refuse (self, EFBIG, error);
  self->held = ent_save_target_open_file (self->target, O_RDONLY);
  if (self->held < 0)
    return refuse (self, errno, error);
  ent_save_lock (self->held);
  self->old_bytes = _ent_read_fd (self->held, &self->old_st, &errnum);
  if (self->old_bytes == NULL)
    return refuse (self, errnum, error);
  ent_fingerprint_init (&now, self->old_bytes, NULL);
  if (ent_fingerprint_same_content (&now, &self->target->seen))
    return TRUE;
  _ent_save_request_set_changed (self->request, TRUE, error);
  return FALSE;
}

/* Opened for writing, and found to be the very file that is held; or -1 with errno set. */
static int
open_for_writing (Save *self)
{
  struct stat st;
  int fd = ent_save_target_open_file (self->target, O_WRONLY);
  int errnum;

  if (fd < 0)
    return -1;
  errnum = fstat (fd, &st) != 0 ? errno
           : st.st_ino == self->old_st.st_ino && st.st_dev == self->old_st.st_dev ? 0 : ESTALE;
  if (errnum == 0)
    return fd;
  (void) close (fd);
  errno = errnum;
  return -1;
}

static gboolean
check_can_write (Save    *self,
                 GError **error)
{
  int fd = open_for_writing (self);

  if (fd < 0)
    return refuse (self, errno, error);
  (void) close (fd);
  return TRUE;
}

static gboolean
keep_both (Save    *self,
           GError **error)
{
  g_autofree char *path = ent_save_target_dup_path (self->target);
  int errnum = ent_rescue_files_begin (&self->rescue, path, self->old_bytes, self->request->bytes);
  g_autofree char *reason = NULL;

  if (errnum == 0)
    return TRUE;
  if (errnum == ENOSPC || errnum == EDQUOT)
    {
      _ent_store_set_save_error (error, ENT_STORE_ERROR_NO_SPACE, self->request->name,
                                 _("it has to be written into where it is, and this computer has "
                                   "no room to keep both versions meanwhile"),
                                 ENT_ON_DISK_UNCHANGED,
                                 _("Free some space in your home folder and save again, or save "
                                   "it elsewhere."));
      return FALSE;
    }
  /* Translators: %s is what the system says, such as “Permission denied”. */
  reason = g_strdup_printf (_("it has to be written into where it is, and both versions could not "
                              "be kept on this computer meanwhile (%s)"), g_strerror (errnum));
  return fail (self, ENT_STORE_ERROR_NOT_REPLACEABLE, reason, ENT_ON_DISK_UNCHANGED, error);
}

static gboolean
look_again (Save    *self,
            GError **error)
{
  gboolean as_seen = FALSE;
  int errnum = ent_save_target_look_again (self->target, &as_seen);

  if (errnum != 0)
    return refuse (self, errnum, error);
  if (!as_seen)
    _ent_save_request_set_changed (self->request, TRUE, error);
  return as_seen;
}

/* A disk without room for the new version says so before anything is written over. Disks that
 * cannot be asked are not. */
static int
reserve (int    fd,
         gsize  size)
{
  if (size == 0 || fallocate (fd, FALLOC_FL_KEEP_SIZE, 0, (off_t) size) == 0)
    return 0;
  return errno == ENOSPC || errno == EDQUOT ? errno : 0;
}

static int
write_version (Save   *self,
               GBytes *bytes)
{
  gsize written = 0;
  int fd = open_for_writing (self);
  int errnum;
  int closing;

  if (fd < 0)
    return errno;
  errnum = reserve (fd, g_bytes_get_size (bytes));
  if (errnum == 0)
    errnum = _ent_write_all (fd, bytes, &written);
  self->touched = self->touched || written > 0;
  if (errnum == 0)
    {
      self->touched = TRUE;
      if (ftruncate (fd, (off_t) g_bytes_get_size (bytes)) != 0)
        errnum = errno;
    }
  closing = _ent_sync_and_close (&fd);
  return errnum != 0 ? errnum : closing;
}

static int
compare (Save        *self,
         GBytes      *bytes,
         struct stat *st,
         gboolean    *same)
{
  return _ent_compare_file (self->target->folder, self->target->base, bytes, st, same);
}

/* Returns whether the old version is known to be there. */
static gboolean
put_back (Save *self)
{
  gboolean same = FALSE;
  struct stat st;

  if (self->touched && write_version (self, self->old_bytes) != 0)
    return FALSE;
  return compare (self, self->old_bytes, &st, &same) == 0 && same;
}

/* Both versions are given up only when one of them is known to be in the file. */
static EntOnDisk
undo (Save *self)
{
  if (!put_back (self))
    {
      ent_rescue_files_leave (&self->rescue);
      return ENT_ON_DISK_KEPT;
    }
  ent_rescue_files_drop (&self->rescue);
  return ENT_ON_DISK_UNCHANGED;
}

static gboolean
write_new (Save         *self,
           struct stat  *st,
           GError      **error)
{
  gboolean same = FALSE;
  int errnum = write_version (self, self->request->bytes);

  if (errnum != 0)
    {
      _ent_store_set_save_errno (error, self->request->name, errnum, undo (self));
      return FALSE;
    }
  errnum = compare (self, self->request->bytes, st, &same);
  if (errnum == 0 && same)
    return TRUE;
  /* Nothing says that it is not there: writing over it again could only make that worse. */
  if (errnum != 0)
    return fail (self, ENT_STORE_ERROR_UNVERIFIED, _("it was written, but could not be read back"),
                 ENT_ON_DISK_KEPT, error);
  return fail (self, ENT_STORE_ERROR_UNVERIFIED,
               _("the disk did not keep what was written to it"), undo (self), error);
}

/**
 * _ent_save_in_place:
 * @request: what to save
 * @target: where, after ent_save_target_look() has found a file there
 * @reason: (translated) why the file is not replaced, as the end of a sentence
 * @st: (out): what the system says of the file when it is saved
 * @cancellable: (nullable): to stop it before anything is written into the file
 * @error: (out) (optional): where the error goes; ENT_STORE_ERROR_NOT_REPLACEABLE where the file
 *   cannot be written into either
 *
 * Saves by writing into the file that is there. The message of the error says what is in it then.
 *
 * Returns: whether it was saved, which the disk has then confirmed
 */
gboolean
_ent_save_in_place (const EntSaveRequest  *request,
                    EntSaveTarget         *target,
                    const char            *reason,
                    struct stat           *st,
                    GCancellable          *cancellable,
                    GError               **error)
{
  Save self = {
    .request = request,
    .target = target,
    .reason = reason,
    .held = -1,
    .rescue = ENT_RESCUE_FILES_INIT,
  };
  gboolean begun;
  gboolean saved = FALSE;

  g_return_val_if_fail (request != NULL && reason != NULL && st != NULL, FALSE);
  g_return_val_if_fail (target != NULL && target->exists, FALSE);

  begun = hold_old (&self, error) && check_can_write (&self, error) && keep_both (&self, error) &&
          look_again (&self, error) && !g_cancellable_set_error_if_cancelled (cancellable, error);
  if (begun)
    saved = write_new (&self, st, error);
  if (saved || !begun)
    ent_rescue_files_drop (&self.rescue);
  else
    ent_rescue_files_leave (&self.rescue);
  if (self.held >= 0)
    (void) close (self.held);
  g_clear_pointer (&self.old_bytes, g_bytes_unref);
  return saved;
}
