/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds the folder a file really lives in, keeps other Ententes out of it for the moment of the
 * save, and says what is there: steps 3, 4, 5 and 9 of the save protocol.
 *
 * The lock is on the folder and not on a file of its own: nothing is left behind by a crash, and
 * the file itself may be replaced under it. Where locks do not exist it goes on without: what
 * guards the file is comparing its contents; the lock only closes the gap between that and the
 * rename.
 */
#include "config.h"

#include "store/ent-save-target.h"

#include "store/ent-file-read-private.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/file.h>
#include <unistd.h>

#define LINKS_MAX         40
#define LOCK_WAIT_SECONDS 5
#define LOCK_STEP_MIN     (500)
#define LOCK_STEP_MAX     (50 * 1000)

/* The last part of a path may be a link, also one to a file that is not there yet: the link stays
 * and the file it means is the one that is written. Dots in it are left for the system, which
 * knows what the folders before them are.
 */
static char *
follow_links (const char *path)
{
  g_autofree char *now = g_strdup (path);

  for (guint i = 0; i < LINKS_MAX; i++)
    {
      g_autofree char *link = g_file_read_link (now, NULL);
      g_autofree char *folder = NULL;

      if (link == NULL)
        return g_steal_pointer (&now);
      folder = g_path_get_dirname (now);
      g_free (now);
      now = g_path_is_absolute (link) ? g_strdup (link) : g_build_filename (folder, link, NULL);
    }
  errno = ELOOP;
  return NULL;
}

/**
 * ent_save_lock:
 * @fd: an open file or folder
 *
 * Keeps other Ententes out until @fd is closed. Waits at most 5 seconds, then goes on without.
 */
void
ent_save_lock (int fd)
{
  gint64 until = g_get_monotonic_time () + LOCK_WAIT_SECONDS * G_USEC_PER_SEC;
  gulong step = LOCK_STEP_MIN;

  while (flock (fd, LOCK_EX | LOCK_NB) != 0)
    {
      if ((errno != EWOULDBLOCK && errno != EINTR) || g_get_monotonic_time () >= until)
        return;
      g_usleep (step);
      step = MIN (step * 2, LOCK_STEP_MAX);
    }
}

/* A folder may let its files be opened without letting anybody list them. It cannot be locked then,
 * nor brought to disk.
 */
static int
open_folder (const char *path)
{
  int fd = _ent_open_retrying (AT_FDCWD, path, O_RDONLY | O_DIRECTORY, 0);

  if (fd < 0 && errno == EACCES)
    fd = _ent_open_retrying (AT_FDCWD, path, O_PATH | O_DIRECTORY, 0);
  return fd;
}

/**
 * ent_save_target_open:
 * @self: a target, made with ENT_SAVE_TARGET_INIT
 * @path: where to save
 * @follow: whether, if @path is a link, the file it means is what is saved
 *
 * Opens the folder of the file and locks it. Waits at most 5 seconds for the lock.
 *
 * Returns: 0, or an error number
 */
int
ent_save_target_open (EntSaveTarget *self,
                      const char    *path,
                      gboolean       follow)
{
  g_autofree char *folder = NULL;

  g_return_val_if_fail (self != NULL && self->folder < 0, EINVAL);
  g_return_val_if_fail (path != NULL, EINVAL);

  self->path = follow ? follow_links (path) : g_strdup (path);
  if (self->path == NULL)
    return errno;
  folder = g_path_get_dirname (self->path);
  self->base = g_path_get_basename (self->path);
  self->folder = open_folder (folder);
  if (self->folder < 0)
    return errno;
  ent_save_lock (self->folder);
  return 0;
}

/**
 * ent_save_target_open_file:
 * @self: an open target
 * @flags: O_RDONLY or O_WRONLY
 *
 * Opens the file that is there, if it is one: no link is followed, and a pipe does not make the
 * program wait.
 *
 * Returns: a descriptor, or -1 with errno set
 */
int
ent_save_target_open_file (EntSaveTarget *self,
                           int            flags)
{
  g_return_val_if_fail (self != NULL && self->folder >= 0, -1);

  return _ent_open_retrying (self->folder, self->base, flags | O_NONBLOCK | O_NOFOLLOW, 0);
}

/**
 * ent_save_target_dup_path:
 * @self: an open target
 *
 * Returns: (transfer full): where the file is, by a path without links or dots as far as the system
 *   tells
 */
char *
ent_save_target_dup_path (EntSaveTarget *self)
{
  g_autofree char *real = NULL;

  g_return_val_if_fail (self != NULL && self->path != NULL, NULL);

  real = realpath (self->path, NULL);
  return real != NULL ? g_steal_pointer (&real) : g_canonicalize_filename (self->path, "/");
}

/**
 * ent_save_target_look:
 * @self: an open target
 *
 * Reads what is there now. The file stays open in @current until
 * ent_save_target_close_current(), so that its attributes can be copied.
 *
 * Returns: 0 also if nothing is there, or an error number
 */
int
ent_save_target_look (EntSaveTarget *self)
{
  g_return_val_if_fail (self != NULL && self->folder >= 0, EINVAL);
  g_return_val_if_fail (self->current < 0, EINVAL);

  self->current = ent_save_target_open_file (self, O_RDONLY);
  self->exists = self->current >= 0;
  if (!self->exists)
    return errno == ENOENT ? 0 : errno;
  return ent_fingerprint_init_fd (&self->seen, self->current, &self->st);
}

/**
 * ent_save_target_look_again:
 * @self: a target that was looked at
 * @as_seen: (out): whether it is still what was seen
 *
 * Opens the file once more, because only opening asks the other end of a network disk again, and
 * reads it only if it looks different from outside.
 *
 * Returns: 0, or an error number
 */
int
ent_save_target_look_again (EntSaveTarget *self,
                            gboolean      *as_seen)
{
  EntFingerprint now;
  struct stat st;
  int errnum = 0;
  int fd;

  g_return_val_if_fail (self != NULL && self->folder >= 0, EINVAL);
  g_return_val_if_fail (as_seen != NULL, EINVAL);

  fd = ent_save_target_open_file (self, O_RDONLY);
  if (fd < 0)
    {
      *as_seen = errno == ENOENT && !self->exists;
      return errno == ENOENT ? 0 : errno;
    }
  *as_seen = FALSE;
  if (self->exists && fstat (fd, &st) == 0)
    {
      *as_seen = ent_fingerprint_matches_stat (&self->seen, &st);
      if (!*as_seen)
        {
          errnum = ent_fingerprint_init_fd (&now, fd, &st);
          *as_seen = errnum == 0 && ent_fingerprint_same_content (&self->seen, &now);
        }
    }
  (void) close (fd);
  return errnum;
}

/**
 * ent_save_target_check_writable:
 * @self: a target that was looked at
 *
 * A rename needs no right to the file itself: a file that says "do not write" has to be asked. The
 * permission bits are asked as well, because the administrator may write to anything.
 *
 * Returns: 0, or an error number
 */
int
ent_save_target_check_writable (EntSaveTarget *self)
{
  g_return_val_if_fail (self != NULL && self->folder >= 0, EINVAL);

  if (!self->exists)
    return 0;
  if ((self->st.st_mode & (S_IWUSR | S_IWGRP | S_IWOTH)) == 0)
    return EACCES;
  return faccessat (self->folder, self->base, W_OK, AT_EACCESS) == 0 ? 0 : errno;
}

/**
 * ent_save_target_close_current:
 * @self: a target
 *
 * Lets go of the old file: some network disks do not replace a file that is open.
 */
void
ent_save_target_close_current (EntSaveTarget *self)
{
  g_return_if_fail (self != NULL);

  if (self->current >= 0)
    (void) close (self->current);
  self->current = -1;
}

/**
 * ent_save_target_clear:
 * @self: a target
 *
 * Closes everything, which also frees the lock.
 */
void
ent_save_target_clear (EntSaveTarget *self)
{
  g_return_if_fail (self != NULL);

  ent_save_target_close_current (self);
  if (self->folder >= 0)
    (void) close (self->folder);
  self->folder = -1;
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->base, g_free);
}
