/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Some folders of this computer are none: the desktop shows shares below one folder, and sandboxes
 * get single files by way of another. What is done there by system calls does not do what it does
 * on a disk, so that they are told by where they are.
 */
#include "config.h"

#include "store/ent-save-place.h"

#include <gio/gio.h>
#include <stdlib.h>
#include <string.h>

#define RUN "/run"

/* What follows in @path below the folder of @parts, or %NULL; a part of "*" is any one name. The
 * folder itself is not below it.
 */
static const char *
skip_parts (const char        *path,
            const char *const *parts)
{
  for (guint i = 0; parts[i] != NULL; i++)
    {
      gsize length = strcmp (parts[i], "*") == 0 ? strcspn (path, "/") : strlen (parts[i]);

      if (length == 0 || path[length] != '/' ||
          (strcmp (parts[i], "*") != 0 && strncmp (path, parts[i], length) != 0))
        return NULL;
      path += length + strspn (path + length, "/");
    }
  return *path != '\0' ? path : NULL;
}

static gboolean
is_below (const char        *path,
          const char        *folder,
          const char *const *parts)
{
  gsize length = strlen (folder);

  while (length > 0 && folder[length - 1] == '/')
    length--;
  if (strncmp (path, folder, length) != 0 || path[length] != '/')
    return FALSE;
  path += length;
  return skip_parts (path + strspn (path, "/"), parts) != NULL;
}

/**
 * _ent_save_place_in:
 * @path: an absolute path
 * @run: where the system keeps what belongs to users who are logged in, usually /run
 * @user_run: where it keeps what belongs to this one
 * @home: the home folder
 *
 * Returns: what kind of place @path is
 */
EntSavePlace
_ent_save_place_in (const char *path,
                    const char *run,
                    const char *user_run,
                    const char *home)
{
  static const char *const of_users[] = { "user", "*", "gvfs", NULL };
  static const char *const of_user[] = { "gvfs", NULL };
  static const char *const of_home[] = { ".gvfs", NULL };
  static const char *const doc_of_users[] = { "user", "*", "doc", NULL };
  static const char *const doc_of_user[] = { "doc", NULL };
  static const char *const doc_of_sandbox[] = { "flatpak", "doc", NULL };

  g_return_val_if_fail (path != NULL && run != NULL && user_run != NULL && home != NULL,
                        ENT_SAVE_PLACE_DISK);

  if (is_below (path, run, of_users) || is_below (path, user_run, of_user) ||
      is_below (path, home, of_home))
    return ENT_SAVE_PLACE_SHARE;
  if (is_below (path, run, doc_of_users) || is_below (path, user_run, doc_of_user) ||
      is_below (path, run, doc_of_sandbox))
    return ENT_SAVE_PLACE_PORTAL;
  return ENT_SAVE_PLACE_DISK;
}

static EntSavePlace
classify (const char *path)
{
  return _ent_save_place_in (path, RUN, g_get_user_runtime_dir (), g_get_home_dir ());
}

/**
 * ent_save_place_of:
 * @path: an absolute path of a file that need not be there
 *
 * Follows links: a bookmark of a share, as people put one into their home folder, is the share.
 *
 * Returns: what kind of place @path is
 */
EntSavePlace
ent_save_place_of (const char *path)
{
  g_autofree char *folder = NULL;
  g_autofree char *real = NULL;
  EntSavePlace place;

  g_return_val_if_fail (path != NULL, ENT_SAVE_PLACE_DISK);

  place = classify (path);
  if (place != ENT_SAVE_PLACE_DISK)
    return place;
  real = realpath (path, NULL);
  if (real != NULL)
    return classify (real);
  folder = g_path_get_dirname (path);
  real = realpath (folder, NULL);
  if (real == NULL)
    return ENT_SAVE_PLACE_DISK;
  g_free (folder);
  folder = g_build_filename (real, "file", NULL);
  return classify (folder);
}
