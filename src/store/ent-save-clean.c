/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A save that was interrupted leaves the hidden file in which it was got ready: step F6 of the save
 * protocol. It holds what partners said, so that it is not left for ever. Only what is certainly
 * such a file goes: of its very name and kind, of this user, and so old that nobody writes it.
 */
#include "config.h"

#include "store/ent-save-clean.h"

#include "store/ent-file-read-private.h"
#include "store/ent-save-place.h"
#include "store/ent-save-temp.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#define OLD_SECONDS (24 * 60 * 60)

static gboolean
is_left_behind (int         folder,
                const char *name)
{
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  struct stat st;

  return ent_save_temp_is_name (name) &&
         fstatat (folder, name, &st, AT_SYMLINK_NOFOLLOW) == 0 &&
         S_ISREG (st.st_mode) && st.st_uid == geteuid () && st.st_nlink == 1 &&
         (gint64) st.st_mtim.tv_sec < now - OLD_SECONDS;
}

/**
 * ent_save_clean_folder:
 * @folder: descriptor of a folder that the caller has locked
 *
 * Removes the files of interrupted saves that are older than a day. What cannot be removed stays.
 *
 * Returns: how many were removed
 */
guint
ent_save_clean_folder (int folder)
{
  struct dirent *entry;
  DIR *dir;
  guint n = 0;
  int fd;

  g_return_val_if_fail (folder >= 0, 0);

  /* Of its own: reading a folder moves the place in it that all copies of a descriptor share. */
  fd = _ent_open_retrying (folder, ".", O_RDONLY | O_DIRECTORY, 0);
  if (fd < 0)
    return 0;
  dir = fdopendir (fd);
  if (dir == NULL)
    {
      (void) close (fd);
      return 0;
    }
  while ((entry = readdir (dir)) != NULL)
    if (is_left_behind (folder, entry->d_name) && unlinkat (folder, entry->d_name, 0) == 0)
      n++;
  (void) closedir (dir);
  return n;
}

/**
 * ent_save_clean_beside:
 * @file: a project file
 *
 * Removes the files of interrupted saves from the folder that @file is in, unless somebody is
 * saving there. Folders on the net are left alone. Call it in a thread.
 *
 * Returns: how many were removed
 */
guint
ent_save_clean_beside (GFile *file)
{
  g_autoptr(GFile) parent = NULL;
  const char *path;
  guint n = 0;
  int folder;

  g_return_val_if_fail (G_IS_FILE (file), 0);

  parent = g_file_get_parent (file);
  path = g_file_is_native (file) && parent != NULL ? g_file_peek_path (parent) : NULL;
  if (path == NULL || ent_save_place_of (g_file_peek_path (file)) != ENT_SAVE_PLACE_DISK)
    return 0;
  folder = _ent_open_retrying (AT_FDCWD, path, O_RDONLY | O_DIRECTORY, 0);
  if (folder < 0)
    return 0;
  if (flock (folder, LOCK_EX | LOCK_NB) == 0)
    n = ent_save_clean_folder (folder);
  (void) close (folder);
  return n;
}
