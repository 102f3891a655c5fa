/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whose the state folder is, and who may look into it. */
#include "config.h"

#include "store/ent-state-folder.h"
#include "store/ent-store-error.h"
#include "store-test.h"

#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

static guint
get_mode (const char *path)
{
  struct stat st;

  g_assert_cmpint (lstat (path, &st), ==, 0);
  return (guint) st.st_mode & 07777;
}

static char *
make (EntStatePart part)
{
  g_autoptr(GError) error = NULL;
  char *path = ent_state_folder_make (part, &error);

  g_assert_no_error (error);
  return path;
}

static void
assert_refused (EntStatePart part)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (ent_state_folder_make (part, &error));
  g_assert_error (error, ENT_STORE_ERROR, ENT_STORE_ERROR_FAILED);
  g_assert_nonnull (strstr (error->message, "Nothing can be kept in"));
}

static void
test_private (void)
{
  for (guint part = 0; part < ENT_STATE_N_PARTS; part++)
    {
      g_autofree char *path = make (part);
      g_autofree char *above = g_path_get_dirname (path);
      g_autofree char *again = NULL;

      g_assert_true (g_str_has_prefix (path, g_get_user_state_dir ()));
      g_assert_cmpuint (get_mode (path), ==, 0700);
      g_assert_cmpuint (get_mode (above), ==, 0700);

      g_assert_cmpint (g_chmod (path, 0755), ==, 0);
      g_assert_cmpint (g_chmod (above, 0777), ==, 0);
      again = make (part);
      g_assert_cmpstr (again, ==, path);
      g_assert_cmpuint (get_mode (path), ==, 0700);
      g_assert_cmpuint (get_mode (above), ==, 0700);
    }
}

/* A link leads to where others may read or have put something. */
static void
test_links (void)
{
  g_autofree char *path = make (ENT_STATE_VERSIONS);

  g_assert_cmpint (g_rmdir (path), ==, 0);
  g_assert_cmpint (symlink (g_get_tmp_dir (), path), ==, 0);
  assert_refused (ENT_STATE_VERSIONS);
  g_assert_cmpint (g_unlink (path), ==, 0);
}

static void
test_file_in_the_way (void)
{
  g_autofree char *path = make (ENT_STATE_RESCUE);

  g_assert_cmpint (g_rmdir (path), ==, 0);
  put_text (path, "in the way");
  assert_refused (ENT_STATE_RESCUE);
  assert_text (path, "in the way");
  g_assert_cmpint (g_unlink (path), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/state-folder/private", test_private);
  g_test_add_func ("/state-folder/links", test_links);
  g_test_add_func ("/state-folder/file-in-the-way", test_file_in_the_way);

  return g_test_run ();
}
