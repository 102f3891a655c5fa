/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Both versions of a file are on the disk of this computer, and known to be, before a byte of it is
 * written over. The marker comes last and at one blow: where there is one, both versions are whole.
 *
 * It is made under another name, which is locked from the beginning: what belongs to a name that
 * nobody holds was left by a program that has ended. The lock goes with the file to its new name.
 */
#include "config.h"

#include "store/ent-rescue-files.h"

#include "store/ent-file-read-private.h"
#include "store/ent-file-write-private.h"
#include "store/ent-rescue-marker.h"
#include "store/ent-state-folder.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

/**
 * ent_rescue_files_dup_name:
 * @self: the files of a save
 * @ending: which of them
 *
 * Returns: (transfer full): its name in the rescue folder
 */
char *
ent_rescue_files_dup_name (const EntRescueFiles *self,
                           const char           *ending)
{
  g_return_val_if_fail (self != NULL && ending != NULL, NULL);

  return g_strconcat (self->id, ending, NULL);
}

static int
open_file (EntRescueFiles *self,
           const char     *ending,
           int             flags)
{
  g_autofree char *name = ent_rescue_files_dup_name (self, ending);

  return _ent_open_retrying (self->folder, name, flags | O_NOFOLLOW | O_NONBLOCK, 0600);
}

static void
remove_file (EntRescueFiles *self,
             const char     *ending)
{
  g_autofree char *name = ent_rescue_files_dup_name (self, ending);

  (void) unlinkat (self->folder, name, 0);
}

/* 0, or EWOULDBLOCK if another program holds it. Where there are no locks it is as good as ours. */
static int
hold (int fd)
{
  int result;

  do
    result = flock (fd, LOCK_EX | LOCK_NB);
  while (result != 0 && errno == EINTR);
  return result == 0 || errno != EWOULDBLOCK ? 0 : EWOULDBLOCK;
}

static gboolean
still_has_name (EntRescueFiles *self,
                const char     *ending)
{
  g_autofree char *name = ent_rescue_files_dup_name (self, ending);
  struct stat there;
  struct stat held;

  return fstatat (self->folder, name, &there, AT_SYMLINK_NOFOLLOW) == 0 &&
         fstat (self->marker, &held) == 0 &&
         there.st_ino == held.st_ino && there.st_dev == held.st_dev;
}

static int
open_folder (EntRescueFiles *self)
{
  g_autofree char *path = NULL;

  errno = 0;
  path = ent_state_folder_make (ENT_STATE_RESCUE, NULL);
  if (path == NULL)
    return errno != 0 ? errno : EIO;
  self->folder = _ent_open_retrying (AT_FDCWD, path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW, 0);
  return self->folder >= 0 ? 0 : errno;
}

/* Somebody who clears up may meet it in the moment before it is locked. Then it is gone, and
 * nothing has happened yet. */
static int
make_unfinished (EntRescueFiles *self)
{
  guint64 number = 0;
  int errnum = _ent_random_number (&number);

  if (errnum != 0)
    return errnum;
  g_snprintf (self->id, sizeof self->id, "%016" G_GINT64_MODIFIER "x", number);
  self->marker = open_file (self, ENT_RESCUE_UNFINISHED, O_WRONLY | O_CREAT | O_EXCL);
  if (self->marker < 0)
    return errno;
  errnum = hold (self->marker);
  if (errnum == 0 && !still_has_name (self, ENT_RESCUE_UNFINISHED))
    errnum = EWOULDBLOCK;
  return errnum;
}

static int
keep_version (EntRescueFiles *self,
              const char     *ending,
              GBytes         *bytes)
{
  g_autofree char *name = ent_rescue_files_dup_name (self, ending);
  gboolean same = FALSE;
  struct stat st;
  int fd = open_file (self, ending, O_WRONLY | O_CREAT | O_EXCL);
  int errnum = fd >= 0 ? _ent_write_all (fd, bytes, NULL) : errno;
  int closing = fd >= 0 ? _ent_sync_and_close (&fd) : 0;

  if (errnum == 0)
    errnum = closing;
  if (errnum == 0)
    errnum = _ent_compare_file (self->folder, name, bytes, &st, &same);
  return errnum == 0 && !same ? EIO : errnum;
}

static void
set_digest (guint8 *digest,
            GBytes *bytes)
{
  EntFingerprint fingerprint;

  ent_fingerprint_init (&fingerprint, bytes, NULL);
  memcpy (digest, fingerprint.digest, sizeof fingerprint.digest);
}

static GBytes *
make_marker (const char *path,
             GBytes     *old_bytes,
             GBytes     *new_bytes)
{
  EntRescueMarker marker = { .path = (char *) path };
  g_autoptr(GDateTime) now = g_date_time_new_now_utc ();

  marker.time = now;
  set_digest (marker.old, old_bytes);
  set_digest (marker.new, new_bytes);
  return ent_rescue_marker_to_bytes (&marker);
}

static int
finish_marker (EntRescueFiles *self,
               GBytes         *bytes)
{
  g_autofree char *from = ent_rescue_files_dup_name (self, ENT_RESCUE_UNFINISHED);
  g_autofree char *to = ent_rescue_files_dup_name (self, ENT_RESCUE_MARKER);
  gboolean same = FALSE;
  struct stat st;
  int errnum = _ent_write_all (self->marker, bytes, NULL);

  if (errnum == 0 && fsync (self->marker) != 0)
    errnum = errno;
  if (errnum == 0)
    errnum = _ent_compare_file (self->folder, from, bytes, &st, &same);
  if (errnum == 0 && !same)
    errnum = EIO;
  if (errnum == 0 && (renameat (self->folder, from, self->folder, to) != 0 ||
                      fsync (self->folder) != 0))
    errnum = errno;
  return errnum;
}

/**
 * ent_rescue_files_begin:
 * @self: made with ENT_RESCUE_FILES_INIT
 * @path: the file that is to be written in place
 * @old_bytes: what is in it
 * @new_bytes: what is to be in it
 *
 * Keeps both versions. After a failure nothing is left of them.
 *
 * Returns: 0, or an error number
 */
int
ent_rescue_files_begin (EntRescueFiles *self,
                        const char     *path,
                        GBytes         *old_bytes,
                        GBytes         *new_bytes)
{
  g_autoptr(GBytes) marker = NULL;
  int errnum;

  g_return_val_if_fail (self != NULL && self->folder < 0, EINVAL);
  g_return_val_if_fail (path != NULL && old_bytes != NULL && new_bytes != NULL, EINVAL);

  marker = make_marker (path, old_bytes, new_bytes);
  errnum = marker != NULL ? open_folder (self) : EINVAL;
  if (errnum == 0)
    errnum = make_unfinished (self);
  if (errnum == 0)
    errnum = keep_version (self, ENT_RESCUE_OLD_ENDING, old_bytes);
  if (errnum == 0)
    errnum = keep_version (self, ENT_RESCUE_NEW_ENDING, new_bytes);
  if (errnum == 0)
    errnum = finish_marker (self, marker);
  if (errnum != 0)
    ent_rescue_files_drop (self);
  return errnum;
}

/**
 * ent_rescue_files_take:
 * @self: made with ENT_RESCUE_FILES_INIT
 * @folder: descriptor of the rescue folder
 * @id: the name of the files
 * @ending: of the marker, finished or not
 *
 * Takes over what a program has left that has ended, and locks it.
 *
 * Returns: 0; EWOULDBLOCK if a program that runs holds it; or another error number
 */
int
ent_rescue_files_take (EntRescueFiles *self,
                       int             folder,
                       const char     *id,
                       const char     *ending)
{
  int errnum;

  g_return_val_if_fail (self != NULL && self->folder < 0 && folder >= 0, EINVAL);
  g_return_val_if_fail (id != NULL && ending != NULL, EINVAL);

  g_strlcpy (self->id, id, sizeof self->id);
  self->folder = fcntl (folder, F_DUPFD_CLOEXEC, 0);
  self->marker = self->folder >= 0 ? open_file (self, ending, O_RDONLY) : -1;
  errnum = self->marker >= 0 ? hold (self->marker) : errno;
  if (errnum == 0 && !still_has_name (self, ending))
    errnum = ENOENT;
  if (errnum != 0)
    ent_rescue_files_leave (self);
  return errnum;
}

/**
 * ent_rescue_files_drop:
 * @self: files, whole or half made
 *
 * Removes them, the marker first: what is without one is of no use to anybody.
 */
void
ent_rescue_files_drop (EntRescueFiles *self)
{
  g_return_if_fail (self != NULL);

  if (self->folder >= 0 && self->marker >= 0)
    {
      remove_file (self, ENT_RESCUE_MARKER);
      (void) fsync (self->folder);
      remove_file (self, ENT_RESCUE_OLD_ENDING);
      remove_file (self, ENT_RESCUE_NEW_ENDING);
      remove_file (self, ENT_RESCUE_UNFINISHED);
    }
  ent_rescue_files_leave (self);
}

/**
 * ent_rescue_files_leave:
 * @self: files
 *
 * Lets go of them where they are, so that they are found by ent_rescue_list().
 */
void
ent_rescue_files_leave (EntRescueFiles *self)
{
  g_return_if_fail (self != NULL);

  if (self->marker >= 0)
    (void) close (self->marker);
  if (self->folder >= 0)
    (void) close (self->folder);
  self->marker = self->folder = -1;
}

/**
 * ent_rescue_files_put_aside:
 * @self: files
 *
 * Moves what there is of them to where things go that are not asked for again, and lets go of it.
 * The marker goes last: until then they are found again.
 */
void
ent_rescue_files_put_aside (EntRescueFiles *self)
{
  static const char *const endings[] = { ENT_RESCUE_OLD_ENDING, ENT_RESCUE_NEW_ENDING,
                                         ENT_RESCUE_MARKER };
  g_autofree char *aside = NULL;

  g_return_if_fail (self != NULL && self->folder >= 0);

  aside = ent_state_folder_make (ENT_STATE_ASIDE, NULL);
  for (guint i = 0; aside != NULL && i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *name = ent_rescue_files_dup_name (self, endings[i]);
      g_autofree char *to = g_build_filename (aside, name, NULL);

      (void) renameat (self->folder, name, AT_FDCWD, to);
    }
  ent_rescue_files_leave (self);
}
