/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What tests of the kept versions ask again and again. */
#include "versions-test.h"

#include "store-test.h"
#include "store/ent-state-folder.h"
#include "store/ent-store-error.h"

#include <string.h>

char *
versions_path (const char *name)
{
  g_autofree char *folder = ent_state_folder_dup_path (ENT_STATE_VERSIONS);

  return g_build_filename (folder, name, NULL);
}

char *
versions_content (const char *digest)
{
  g_autofree char *name = g_strconcat (digest, ".json", NULL);

  return versions_path (name);
}

char *
versions_put (const char *text,
              const char *project,
              gint64      time)
{
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr(GError) error = NULL;
  char *digest = NULL;

  g_assert_true (_ent_versions_put_at (bytes, project, text, ENT_VERSION_SAVED, time, &digest,
                                       &error));
  g_assert_no_error (error);
  return digest;
}

gboolean
versions_put_quietly (const char  *text,
                      const char  *project,
                      GError     **error)
{
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));

  return ent_versions_put (bytes, project, "A plan", ENT_VERSION_SAVED, NULL, error);
}

void
versions_assert_get (const char *digest,
                     const char *text)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = ent_versions_get (digest, &error);

  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), text, strlen (text));
}

void
versions_assert_gone (const char *digest)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (ent_versions_get (digest, &error));
  g_assert_error (error, ENT_STORE_ERROR, ENT_STORE_ERROR_NOT_FOUND);
}

/* The titles, newest first. */
char *
versions_dump (const char *project)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) list = ent_versions_list (project, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < list->len; i++)
    {
      const EntVersion *version = g_ptr_array_index (list, i);

      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", version->title);
    }
  return g_string_free (text, FALSE);
}

void
versions_assert_list (const char *project,
                      const char *expected)
{
  g_autofree char *found = versions_dump (project);

  g_assert_cmpstr (found, ==, expected);
}

guint
versions_n_aside (void)
{
  g_autofree char *folder = ent_state_folder_dup_path (ENT_STATE_ASIDE);

  return g_file_test (folder, G_FILE_TEST_IS_DIR) ? folder_count (folder) : 0;
}
