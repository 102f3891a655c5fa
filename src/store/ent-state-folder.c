/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes the state folder and looks whose it is: it holds what partners said and their addresses, so
 * nobody else may read it, and nothing is read from a folder that somebody else has put there.
 */
#include "config.h"

#include "store/ent-state-folder.h"

#include "store/ent-store-error.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#define NAME "entente"

static const char *const parts[ENT_STATE_N_PARTS] = {
  [ENT_STATE_JOURNALS] = "journal",
  [ENT_STATE_TRYING] = "trying",
  [ENT_STATE_VERSIONS] = "versions",
  [ENT_STATE_RESCUE] = "rescue",
  [ENT_STATE_ASIDE] = "aside",
  [ENT_STATE_RUNNING] = "running",
};

/**
 * ent_state_folder_dup_path:
 * @part: which folder
 *
 * Returns: (transfer full): where it is, whether it is there or not
 */
char *
ent_state_folder_dup_path (EntStatePart part)
{
  g_return_val_if_fail (part < ENT_STATE_N_PARTS, NULL);

  return g_build_filename (g_get_user_state_dir (), NAME, parts[part], NULL);
}

static gboolean
is_ours (const char *path)
{
  struct stat st;

  if (lstat (path, &st) != 0)
    return FALSE;
  errno = EPERM;
  return S_ISDIR (st.st_mode) && st.st_uid == geteuid ();
}

/* What was made more open than it should be, by hand or by a backup, is closed again. */
static gboolean
make_private (const char *path)
{
  return g_mkdir_with_parents (path, 0700) == 0 && is_ours (path) && g_chmod (path, 0700) == 0;
}

/**
 * ent_state_folder_make:
 * @part: which folder
 * @error: (out) (optional): ENT_STORE_ERROR_FAILED
 *
 * Makes the folder where it is not there yet, for this user alone.
 *
 * Returns: (transfer full) (nullable): where it is
 */
char *
ent_state_folder_make (EntStatePart   part,
                       GError       **error)
{
  g_autofree char *state = NULL;
  g_autofree char *path = NULL;

  g_return_val_if_fail (part < ENT_STATE_N_PARTS, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  state = g_build_filename (g_get_user_state_dir (), NAME, NULL);
  path = ent_state_folder_dup_path (part);
  if (make_private (state) && make_private (path))
    return g_steal_pointer (&path);
  g_set_error (error, ENT_STORE_ERROR, ENT_STORE_ERROR_FAILED,
               /* Translators: a folder, then what the system says, such as “No space left”. */
               _("Nothing can be kept in “%s”: %s."), state, g_strerror (errno));
  return NULL;
}
