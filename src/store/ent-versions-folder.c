/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The folder of versions as files. Whoever changes something in it, if only by putting aside what
 * is damaged, holds a lock on the folder itself, which goes away with the program that holds it.
 * Every file is replaced as a whole.
 */
#include "config.h"

#include "store/ent-versions-folder.h"

#include "store/ent-file-read-private.h"
#include "store/ent-fingerprint.h"
#include "store/ent-save-temp.h"
#include "store/ent-store-error-private.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#define DIGEST_CHARS (2 * ENT_FINGERPRINT_DIGEST_LENGTH)
#define ASIDE_TRIES  1000

/**
 * ent_versions_folder_open:
 * @part: a folder of the state folder
 * @errnum: (out): why it could not be opened; ENOENT where it was not made yet
 *
 * Opens a folder that is ours; anything else at its place is refused.
 *
 * Returns: a descriptor, or -1
 */
int
ent_versions_folder_open (EntStatePart  part,
                          int          *errnum)
{
  g_autofree char *path = ent_state_folder_dup_path (part);
  struct stat st;
  int fd;

  g_return_val_if_fail (errnum != NULL, -1);

  fd = _ent_open_retrying (AT_FDCWD, path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW, 0);
  *errnum = fd < 0 ? errno : 0;
  if (fd < 0)
    return -1;
  if (fstat (fd, &st) == 0 && st.st_uid == geteuid ())
    return fd;
  (void) close (fd);
  *errnum = EPERM;
  return -1;
}

/**
 * ent_versions_folder_wait:
 * @folder: descriptor of the folder
 *
 * Waits until nobody else is changing the folder, and keeps others waiting until @folder is closed.
 * On disks that know no locks it returns at once.
 */
void
ent_versions_folder_wait (int folder)
{
  g_return_if_fail (folder >= 0);

  while (flock (folder, LOCK_EX) != 0 && errno == EINTR)
    continue;
}

/**
 * ent_versions_folder_lock:
 * @error: (out) (optional): an #EntStoreError
 *
 * Makes the folder of versions where there is none, and waits until nobody else is changing it.
 *
 * Returns: a descriptor, which holds the lock until it is closed, or -1
 */
int
ent_versions_folder_lock (GError **error)
{
  g_autofree char *path = ent_state_folder_make (ENT_STATE_VERSIONS, error);
  g_autofree char *reason = NULL;
  EntStoreError code;
  int errnum;
  int fd;

  if (path == NULL)
    return -1;
  fd = ent_versions_folder_open (ENT_STATE_VERSIONS, &errnum);
  if (fd >= 0)
    {
      ent_versions_folder_wait (fd);
      return fd;
    }
  reason = _ent_store_dup_save_reason (errnum, &code);
  g_set_error (error, ENT_STORE_ERROR, (int) code,
               /* Translators: a folder, then why, such as “you do not have permission”. */
               _("Nothing can be kept in “%s”: %s."), path, reason);
  return -1;
}

/**
 * ent_versions_folder_each:
 * @folder: descriptor of a folder
 * @each: (scope call): called for each name
 * @user_data: for @each
 *
 * Returns: 0, or an error number
 */
int
ent_versions_folder_each (int            folder,
                          EntFolderEach  each,
                          gpointer       user_data)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const struct dirent *entry;
  DIR *dir;
  int fd;

  g_return_val_if_fail (folder >= 0 && each != NULL, EINVAL);

  fd = _ent_open_retrying (folder, ".", O_RDONLY | O_DIRECTORY, 0);
  dir = fd >= 0 ? fdopendir (fd) : NULL;
  if (dir == NULL)
    {
      int errnum = errno;

      if (fd >= 0)
        (void) close (fd);
      return errnum;
    }
  while ((entry = readdir (dir)) != NULL)
    if (strcmp (entry->d_name, ".") != 0 && strcmp (entry->d_name, "..") != 0)
      g_ptr_array_add (names, g_strdup (entry->d_name));
  (void) closedir (dir);
  for (guint i = 0; i < names->len; i++)
    each (folder, g_ptr_array_index (names, i), user_data);
  return 0;
}

/**
 * ent_versions_is_damage:
 * @errnum: why ent_versions_read() failed
 *
 * Returns: whether what stands at that name cannot be what was written there, however often it is
 *   tried
 */
gboolean
ent_versions_is_damage (int errnum)
{
  return errnum == ELOOP || errnum == EISDIR || errnum == ENXIO || errnum == EFBIG ||
         errnum == EBADMSG;
}

/**
 * ent_versions_read:
 * @folder: descriptor of the folder
 * @name: a file in it
 * @errnum: (out): why it could not be read
 *
 * Reads an ordinary file of at most %ENT_FILE_SIZE_MAX bytes.
 *
 * Returns: (transfer full) (nullable): the whole contents
 */
GBytes *
ent_versions_read (int         folder,
                   const char *name,
                   int        *errnum)
{
  GBytes *bytes;
  struct stat st;
  int fd;

  g_return_val_if_fail (folder >= 0 && name != NULL && errnum != NULL, NULL);

  fd = _ent_open_retrying (folder, name, O_RDONLY | O_NONBLOCK | O_NOFOLLOW, 0);
  *errnum = fd < 0 ? errno : 0;
  if (fd < 0)
    return NULL;
  bytes = _ent_read_fd (fd, &st, errnum);
  (void) close (fd);
  return bytes;
}

/**
 * ent_versions_write:
 * @folder: descriptor of the folder
 * @name: a name in it
 * @bytes: what the file shall hold
 *
 * Writes a file for this user alone, or replaces it as a whole. It is on disk when this returns,
 * its name after ent_versions_sync() only.
 *
 * Returns: 0, or an error number; what was there before is then as it was
 */
int
ent_versions_write (int         folder,
                    const char *name,
                    GBytes     *bytes)
{
  EntSaveTemp temp = ENT_SAVE_TEMP_INIT;
  gboolean as_written = FALSE;
  struct stat st;
  int errnum;

  g_return_val_if_fail (folder >= 0 && name != NULL && bytes != NULL, EINVAL);

  errnum = ent_save_temp_create (&temp, folder, TRUE);
  if (errnum == 0)
    errnum = ent_save_temp_write (&temp, bytes);
  if (errnum == 0)
    errnum = ent_save_temp_finish (&temp);
  if (errnum == 0)
    errnum = ent_save_temp_verify (&temp, bytes, &st, &as_written);
  if (errnum == 0 && !as_written)
    errnum = EIO;
  if (errnum == 0)
    errnum = ent_save_temp_rename (&temp, name, TRUE);
  ent_save_temp_discard (&temp);
  return errnum;
}

/**
 * ent_versions_put_aside:
 * @folder: descriptor of the folder
 * @name: a file in it that is damaged
 *
 * Moves it to %ENT_STATE_ASIDE, where it is in nobody's way and not lost.
 *
 * Returns: whether it is there now
 */
gboolean
ent_versions_put_aside (int         folder,
                        const char *name)
{
  g_autofree char *path = ent_state_folder_make (ENT_STATE_ASIDE, NULL);
  int result = -1;
  int errnum;
  int aside;

  g_return_val_if_fail (folder >= 0 && name != NULL, FALSE);

  aside = path != NULL ? ent_versions_folder_open (ENT_STATE_ASIDE, &errnum) : -1;
  if (aside < 0)
    return FALSE;
  for (guint i = 0; i < ASIDE_TRIES && result != 0; i++)
    {
      g_autofree char *new_name = g_strdup_printf ("damaged-%u-%s", i, name);

      result = renameat2 (folder, name, aside, new_name, RENAME_NOREPLACE);
      if (result != 0 && errno != EEXIST)
        break;
    }
  (void) close (aside);
  return result == 0;
}

/**
 * ent_versions_sync:
 * @folder: descriptor of the folder
 *
 * Brings the names of files that were written, renamed or removed to the disk.
 *
 * Returns: 0, or an error number
 */
int
ent_versions_sync (int folder)
{
  g_return_val_if_fail (folder >= 0, EINVAL);

  if (fsync (folder) == 0 || errno == EINVAL || errno == ENOSYS || errno == ENOTSUP)
    return 0;
  return errno;
}

/**
 * ent_versions_dup_digest:
 * @bytes: contents
 *
 * Returns: (transfer full): their SHA-256 in 64 hexadecimal digits
 */
char *
ent_versions_dup_digest (GBytes *bytes)
{
  EntFingerprint fingerprint;
  char *digest = g_malloc (DIGEST_CHARS + 1);

  ent_fingerprint_init (&fingerprint, bytes, NULL);
  for (guint i = 0; i < ENT_FINGERPRINT_DIGEST_LENGTH; i++)
    g_snprintf (digest + 2 * (gsize) i, 3, "%02x", fingerprint.digest[i]);
  return digest;
}

/**
 * ent_versions_dup_content_name:
 * @digest: (nullable): a digest, which may come from a hostile file
 *
 * Returns: (transfer full) (nullable): the name of the file that holds these contents; %NULL if
 *   @digest is not 64 hexadecimal digits
 */
char *
ent_versions_dup_content_name (const char *digest)
{
  g_autofree char *lower = NULL;

  if (digest == NULL || strnlen (digest, DIGEST_CHARS + 1) != DIGEST_CHARS ||
      strspn (digest, "0123456789abcdefABCDEF") != DIGEST_CHARS)
    return NULL;
  lower = g_ascii_strdown (digest, -1);
  return g_strconcat (lower, ENT_VERSIONS_CONTENT_SUFFIX, NULL);
}

/**
 * ent_versions_dup_name_digest:
 * @name: a name in the folder of versions
 *
 * Returns: (transfer full) (nullable): the digest of what should be in it, or %NULL if the name is
 *   of something else
 */
char *
ent_versions_dup_name_digest (const char *name)
{
  g_autofree char *digest = NULL;
  g_autofree char *same = NULL;

  g_return_val_if_fail (name != NULL, NULL);

  digest = g_strndup (name, DIGEST_CHARS);
  same = ent_versions_dup_content_name (digest);
  return g_strcmp0 (name, same) == 0 ? g_steal_pointer (&digest) : NULL;
}
