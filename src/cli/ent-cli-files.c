/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files named on the command line, read and saved by the store, with what goes wrong said on
 * standard error.
 */
#include "config.h"

#include "cli/ent-cli-files.h"

#include "cli/ent-cli-output.h"
#include "store/ent-file-name.h"
#include "store/ent-file-save.h"

#include <glib/gi18n.h>

/**
 * ent_cli_file_for_path:
 * @path: a path as it was typed
 *
 * Paths are paths: a name such as `plan:2.json` is not taken for an address.
 *
 * Returns: (transfer full): the file
 */
GFile *
ent_cli_file_for_path (const char *path)
{
  g_return_val_if_fail (path != NULL, NULL);

  return g_file_new_for_path (path);
}

/**
 * ent_cli_file_dup_name:
 * @path: a path as it was typed
 *
 * Returns: (transfer full): the file's name as people may read it, see ent_file_dup_display_name()
 */
char *
ent_cli_file_dup_name (const char *path)
{
  g_autoptr(GFile) file = ent_cli_file_for_path (path);

  return ent_file_dup_display_name (file);
}

/**
 * ent_cli_read:
 * @path: a path as it was typed
 *
 * Reads a project, or says why it could not be read.
 *
 * Returns: (transfer full) (nullable): what was read
 */
EntProjectFile *
ent_cli_read (const char *path)
{
  g_autoptr(GFile) file = ent_cli_file_for_path (path);
  g_autoptr(GError) error = NULL;
  EntProjectFile *self = ent_project_file_read (file, NULL, NULL, NULL, &error);

  if (self == NULL)
    ent_cli_complain ("%s", error->message);
  return self;
}

/**
 * ent_cli_save:
 * @path: a path as it was typed, or `-` for standard output
 * @bytes: what to save
 * @replace: whether a file that is there may be replaced
 *
 * Saves @bytes, or says why they could not be saved.
 *
 * Returns: whether they were saved
 */
gboolean
ent_cli_save (const char *path,
              GBytes     *bytes,
              gboolean    replace)
{
  g_autoptr(GFile) file = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (path != NULL && bytes != NULL, FALSE);

  if (g_str_equal (path, "-"))
    return ent_cli_write (bytes);
  file = ent_cli_file_for_path (path);
  if (ent_file_save_copy (file, bytes, replace, NULL, NULL, &error))
    return TRUE;
  name = ent_file_dup_display_name (file);
  if (g_error_matches (error, ENT_STORE_ERROR, ENT_STORE_ERROR_EXISTS))
    ent_cli_complain (_("“%s” is there already and was left as it is. Use --force to replace it."),
                      name);
  else
    ent_cli_complain ("%s", error->message);
  return FALSE;
}

/**
 * ent_cli_make_bytes:
 * @path: a path as it was typed
 * @file: what was read from there, changed or not
 *
 * What the reader could not take is not there to be written, so a file that is not whole is
 * refused.
 *
 * Returns: (transfer full) (nullable): the bytes of a save, or %NULL after saying why not
 */
GBytes *
ent_cli_make_bytes (const char     *path,
                    EntProjectFile *file)
{
  g_autofree char *name = NULL;
  g_autoptr(GError) error = NULL;
  GBytes *bytes;

  g_return_val_if_fail (path != NULL && file != NULL, NULL);

  name = ent_cli_file_dup_name (path);
  if (file->is_partial)
    {
      ent_cli_complain (_("“%s” is not whole, and what could not be read would be lost. "
                          "“entente-cli check” lists it."), name);
      return NULL;
    }
  bytes = ent_project_file_make_bytes (file->project, name, &error);
  if (bytes == NULL)
    ent_cli_complain ("%s", error->message);
  return bytes;
}

/**
 * ent_cli_save_back:
 * @path: a path as it was typed
 * @file: what was read from there
 * @bytes: what to put in its place
 *
 * Saves @bytes unless they are what is there, or says why they could not be saved. A file that
 * somebody else changed in the meantime is left alone.
 *
 * Returns: whether they are there
 */
gboolean
ent_cli_save_back (const char           *path,
                   const EntProjectFile *file,
                   GBytes               *bytes)
{
  g_autoptr(GFile) place = NULL;
  g_autoptr(GError) error = NULL;

  g_return_val_if_fail (path != NULL && file != NULL && bytes != NULL, FALSE);

  if (g_bytes_equal (file->bytes, bytes))
    return TRUE;
  place = ent_cli_file_for_path (path);
  if (ent_file_save (place, bytes, &file->fingerprint, NULL, NULL, &error))
    return TRUE;
  ent_cli_complain ("%s", error->message);
  return FALSE;
}
