/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The save protocol on a disk of this computer, one step after the other. Each step either leaves
 * everything as it was or is the rename, which the system does at one blow.
 */
#include "config.h"

#include "store/ent-file-save-private.h"

#include "store/ent-save-attributes.h"
#include "store/ent-save-clean.h"
#include "store/ent-save-in-place.h"
#include "store/ent-save-target.h"
#include "store/ent-save-temp.h"
#include "store/ent-store-error-private.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <unistd.h>

#define WORTH_A_THREAD ((gsize) 256 * 1024)

typedef struct
{
  const EntSaveRequest *request;
  const char *path;
  EntSaveReceipt *receipt;
  EntSaveTarget target;
  EntSaveTemp temp;
  EntFingerprint saved; /* what @receipt gets in the end: it may be what was expected till then */
  GThread *fingerprinting;
  const char *in_the_way; /* why the file is written into, or %NULL if it is replaced */
} Save;

typedef gboolean (*Step) (Save *, GError **);

static EntOnDisk
on_disk (Save *self)
{
  return self->target.exists ? ENT_ON_DISK_UNCHANGED : ENT_ON_DISK_NOTHING;
}

static gboolean
check (Save    *self,
       int      errnum,
       GError **error)
{
  if (errnum != 0)
    _ent_store_set_save_errno (error, self->request->name, errnum, on_disk (self));
  return errnum == 0;
}

/* Where a new file cannot take the place of the old one, the old one is written into. A disk that
 * is full or broken is no reason for that.
 */
static gboolean
check_replaceable (Save       *self,
                   int         errnum,
                   const char *reason,
                   GError    **error)
{
  if (self->target.exists &&
      (errnum == EACCES || errnum == EPERM || errnum == EBUSY || errnum == EXDEV))
    {
      self->in_the_way = reason;
      return FALSE;
    }
  return check (self, errnum, error);
}

static gboolean
open_folder (Save    *self,
             GError **error)
{
  return check (self,
                ent_save_target_open (&self->target, self->path, !self->request->exactly), error);
}

static gboolean
look (Save    *self,
      GError **error)
{
  int errnum = ent_save_target_look (&self->target);

  if (errnum == ELOOP && self->request->exactly)
    {
      _ent_store_set_save_error (error, ENT_STORE_ERROR_NOT_REGULAR, self->request->name,
                                 _("a link has come in its place"), ENT_ON_DISK_THEIRS,
                                 _("Save it elsewhere."));
      return FALSE;
    }
  if (!check (self, errnum, error))
    return FALSE;
  return _ent_save_request_check_seen (self->request,
                                       self->target.exists ? &self->target.seen : NULL, error);
}

static gboolean
check_writable (Save    *self,
                GError **error)
{
  int errnum = ent_save_target_check_writable (&self->target);

  if (errnum != EACCES && errnum != EPERM)
    return check (self, errnum, error);
  _ent_store_set_save_error (error, ENT_STORE_ERROR_READ_ONLY, self->request->name,
                             _("the file is read-only"), ENT_ON_DISK_UNCHANGED,
                             _("Use Save As to save your version under another name."));
  return FALSE;
}

static gboolean
create_temp (Save    *self,
             GError **error)
{
  int errnum = ent_save_temp_create (&self->temp, self->target.folder, self->target.exists);

  return check_replaceable (self, errnum, _("its folder does not let a new file take its place"),
                            error);
}

static gboolean
write_temp (Save    *self,
            GError **error)
{
  return check (self, ent_save_temp_write (&self->temp, self->request->bytes), error);
}

static gboolean
keep_attributes (Save    *self,
                 GError **error)
{
  int errnum;

  if (!self->target.exists)
    return TRUE;
  errnum = ent_save_attributes_copy (self->target.current, &self->target.st, self->temp.fd);
  ent_save_target_close_current (&self->target);
  return check_replaceable (self, errnum,
                            _("it is shared with other people, and their access to it could not "
                              "be kept"),
                            error);
}

static gboolean
finish_temp (Save    *self,
             GError **error)
{
  return check (self, ent_save_temp_finish (&self->temp), error);
}

static gpointer
take_fingerprint (gpointer data)
{
  Save *self = data;

  ent_fingerprint_init (&self->saved, self->request->bytes, NULL);
  return NULL;
}

/* The fingerprint of what is saved takes as long as writing it does: it is taken meanwhile. That of
 * a small file is there sooner than a thread is.
 */
static void
start_fingerprint (Save *self)
{
  if (g_bytes_get_size (self->request->bytes) >= WORTH_A_THREAD)
    self->fingerprinting = g_thread_try_new ("fingerprint", take_fingerprint, self, NULL);
  if (self->fingerprinting == NULL)
    take_fingerprint (self);
}

static void
finish_fingerprint (Save *self)
{
  if (self->fingerprinting != NULL)
    g_thread_join (g_steal_pointer (&self->fingerprinting));
}

static gboolean
verify_temp (Save    *self,
             GError **error)
{
  gboolean as_written = FALSE;
  struct stat st;

  if (!check (self,
              ent_save_temp_verify (&self->temp, self->request->bytes, &st, &as_written),
              error))
    return FALSE;
  finish_fingerprint (self);
  ent_fingerprint_set_stat (&self->saved, &st);
  if (!as_written)
    _ent_store_set_save_error (error, ENT_STORE_ERROR_UNVERIFIED, self->request->name,
                               _("the disk did not keep what was written to it"), on_disk (self),
                               _("Use Save As to save it on another disk."));
  return as_written;
}

static gboolean
look_again (Save    *self,
            GError **error)
{
  gboolean as_seen = FALSE;

  if (!check (self, ent_save_target_look_again (&self->target, &as_seen), error))
    return FALSE;
  if (!as_seen)
    _ent_save_request_set_changed (self->request, self->target.exists, error);
  return as_seen;
}

static gboolean
replace (Save    *self,
         GError **error)
{
  int errnum = ent_save_temp_rename (&self->temp, self->target.base, self->target.exists);

  if (errnum == EEXIST)
    {
      _ent_save_request_set_changed (self->request, FALSE, error);
      return FALSE;
    }
  return check_replaceable (self, errnum, _("the system does not let another file take its place"),
                            error);
}

static const Step steps[] = {
  open_folder, look,        check_writable, create_temp, write_temp, keep_attributes,
  finish_temp, verify_temp, look_again,     replace,
};

static gboolean
replace_file (Save          *self,
              GCancellable  *cancellable,
              GError       **error)
{
  gboolean done = TRUE;

  for (guint i = 0; done && i < G_N_ELEMENTS (steps); i++)
    done = !g_cancellable_set_error_if_cancelled (cancellable, error) && steps[i] (self, error);
  return done;
}

static gboolean
write_into (Save          *self,
            GCancellable  *cancellable,
            GError       **error)
{
  struct stat st;

  ent_save_temp_discard (&self->temp);
  ent_save_target_close_current (&self->target);
  if (!_ent_save_in_place (self->request, &self->target, self->in_the_way, &st, cancellable,
                           error))
    return FALSE;
  finish_fingerprint (self);
  ent_fingerprint_set_stat (&self->saved, &st);
  return TRUE;
}

/**
 * _ent_save_local:
 * @self: what to save
 * @path: where to save
 * @receipt: (out): what is there now
 * @cancellable: (nullable): to stop it
 * @error: (out) (optional): where the error goes
 *
 * Saves by writing a new file beside the old one and renaming it, or into the old one where that
 * is not possible. The folder is brought to disk after the renaming: without it a power failure can
 * bring the old name back.
 *
 * Returns: whether it was saved
 */
gboolean
_ent_save_local (const EntSaveRequest  *self,
                 const char            *path,
                 EntSaveReceipt        *receipt,
                 GCancellable          *cancellable,
                 GError               **error)
{
  Save save = {
    .request = self,
    .path = path,
    .receipt = receipt,
    .target = ENT_SAVE_TARGET_INIT,
    .temp = ENT_SAVE_TEMP_INIT,
  };
  gboolean done;

  g_return_val_if_fail (self != NULL && path != NULL && receipt != NULL, FALSE);

  start_fingerprint (&save);
  done = replace_file (&save, cancellable, error);
  receipt->confirmed = done && fsync (save.target.folder) == 0;
  if (save.in_the_way != NULL)
    done = receipt->confirmed = write_into (&save, cancellable, error);
  finish_fingerprint (&save);
  if (done)
    receipt->fingerprint = save.saved;
  ent_save_temp_discard (&save.temp);
  if (done)
    (void) ent_save_clean_folder (save.target.folder);
  ent_save_target_clear (&save.target);
  return done;
}
