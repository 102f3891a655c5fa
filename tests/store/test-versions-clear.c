/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Deleting all copies: everything goes but what a running program holds, and nothing else. */
#include "store-test.h"
#include "versions-test.h"

#include "store/ent-state-folder.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utime.h>

static char *
put_file (EntStatePart  part,
          const char   *name,
          const char   *text)
{
  g_autofree char *folder = ent_state_folder_make (part, NULL);
  char *path = g_build_filename (folder, name, NULL);

  put_text (path, text);
  return path;
}

static void
assert_there (const char *path,
              gboolean    there)
{
  struct stat st;

  g_assert_cmpint (lstat (path, &st) == 0, ==, there);
}

static void
assert_tally (const char *const *needed,
              guint              n_copies,
              guint64            size,
              guint              n_held)
{
  EntVersionsTally tally;
  g_autoptr(GError) error = NULL;

  g_assert_true (ent_versions_tally (needed, &tally, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (tally.n_copies, ==, n_copies);
  g_assert_cmpuint (tally.size, ==, size);
  g_assert_cmpuint (tally.n_held, ==, n_held);
}

static void
clear_all (const char *const *needed,
           guint              n_copies,
           guint64            size,
           guint              n_held)
{
  EntVersionsTally deleted;
  g_autoptr(GError) error = NULL;

  assert_tally (needed, n_copies, size, n_held);
  g_assert_true (ent_versions_clear (needed, &deleted, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (deleted.n_copies, ==, n_copies);
  g_assert_cmpuint (deleted.size, ==, size);
  g_assert_cmpuint (deleted.n_held, ==, n_held);
  assert_tally (needed, 0, 0, n_held);
}

static void
test_nothing (void)
{
  clear_all (NULL, 0, 0, 0);
}

static void
test_everything (void)
{
  g_autofree char *journal = put_file (ENT_STATE_JOURNALS, "a.log", "12345");
  g_autofree char *trying = put_file (ENT_STATE_TRYING, "b.log", "123");
  g_autofree char *rescue = put_file (ENT_STATE_RESCUE, "c", "1");
  g_autofree char *aside = put_file (ENT_STATE_ASIDE, "d", "12");
  g_autofree char *versions = ent_state_folder_make (ENT_STATE_VERSIONS, NULL);

  g_free (versions_put ("one", "plan", NOON));
  g_free (versions_put ("two", "plan", NOON));
  g_free (versions_put ("one", "other", NOON));
  clear_all (NULL, 6, 5 + 3 + 1 + 2 + 3 + 3, 0);
  assert_there (journal, FALSE);
  assert_there (trying, FALSE);
  assert_there (rescue, FALSE);
  assert_there (aside, FALSE);
  /* The titles are gone with the lists. */
  g_assert_cmpuint (folder_count (versions), ==, 0);
  versions_assert_list (NULL, "");
  g_free (versions_put ("three", "plan", NOON));
  versions_assert_list ("plan", "three");
}

/* Another program is at work: its journal stays, and what its journal starts from. */
static void
test_held (void)
{
  g_autofree char *held = put_file (ENT_STATE_JOURNALS, "held.log", "journal");
  g_autofree char *left = put_file (ENT_STATE_JOURNALS, "left.log", "journal");
  g_autofree char *base = versions_put ("base", "plan", NOON);
  const char *const needed[] = { base, NULL };
  int fd = open (held, O_RDWR | O_CLOEXEC);

  g_free (versions_put ("later", "plan", NOON));
  g_free (versions_put ("other", "other", NOON));
  g_assert_cmpint (flock (fd, LOCK_EX | LOCK_NB), ==, 0);
  clear_all (needed, 3, 7 + 5 + 5, 2);
  assert_there (left, FALSE);
  assert_text (held, "journal");
  versions_assert_list (NULL, "base");
  versions_assert_get (base, "base");
  g_assert_cmpint (close (fd), ==, 0);
  clear_all (NULL, 2, 7 + 4, 0);
  assert_there (held, FALSE);
}

static void
hold_in_child (gpointer data)
{
  EntVersionsTally deleted;

  if (!ent_versions_clear (NULL, &deleted, NULL) || deleted.n_held != 1 || deleted.n_copies != 0)
    _exit (1);
}

/* The same with two processes, since locks are about those. */
static void
test_held_elsewhere (void)
{
  g_autofree char *held = put_file (ENT_STATE_JOURNALS, "held.log", "journal");
  int fd = open (held, O_RDWR | O_CLOEXEC);

  g_assert_cmpint (flock (fd, LOCK_EX | LOCK_NB), ==, 0);
  g_assert_cmpint (run_child (hold_in_child, NULL), ==, 0);
  assert_text (held, "journal");
  g_assert_cmpint (close (fd), ==, 0);
}

/* A save in place is under way: its marker is locked, and both versions are needed with it. */
static void
test_group (void)
{
  g_autofree char *old_version = put_file (ENT_STATE_RESCUE, "0123456789abcdef.old", "old");
  g_autofree char *new_version = put_file (ENT_STATE_RESCUE, "0123456789abcdef.new", "new");
  g_autofree char *marker = put_file (ENT_STATE_RESCUE, "0123456789abcdef.json", "{}");
  g_autofree char *left = put_file (ENT_STATE_RESCUE, "0123456789abcde0.old", "left");
  int fd = open (marker, O_RDWR | O_CLOEXEC);

  g_assert_cmpint (flock (fd, LOCK_EX | LOCK_NB), ==, 0);
  clear_all (NULL, 1, 4, 3);
  assert_text (old_version, "old");
  assert_text (new_version, "new");
  assert_there (left, FALSE);
  g_assert_cmpint (close (fd), ==, 0);
  clear_all (NULL, 3, 3 + 3 + 2, 0);
}

/* Whoever makes a journal locks it just after that. */
static void
test_being_made (void)
{
  g_autofree char *path = put_file (ENT_STATE_JOURNALS, "new.log", "");
  struct utimbuf long_ago = { .actime = NOON - 1000 * DAY, .modtime = NOON - 10000 * DAY };

  clear_all (NULL, 0, 0, 1);
  assert_there (path, TRUE);
  g_assert_cmpint (utime (path, &long_ago), ==, 0);
  clear_all (NULL, 1, 0, 0);
}

/* Links are deleted, never followed; folders are emptied, and stay while something in them is
 * held.
 */
static void
test_links_and_folders (void)
{
  g_autofree char *secret = g_build_filename (g_get_user_state_dir (), "secret", NULL);
  g_autofree char *inner = ent_state_folder_make (ENT_STATE_RESCUE, NULL);
  g_autofree char *folder = g_build_filename (inner, "one", NULL);
  g_autofree char *link_path = g_build_filename (inner, "link", NULL);
  g_autofree char *pipe_path = g_build_filename (inner, "pipe", NULL);
  g_autofree char *folder_link = g_build_filename (inner, "folder-link", NULL);
  g_autofree char *held = g_build_filename (folder, "held", NULL);
  g_autofree char *free_path = g_build_filename (folder, "free", NULL);
  EntVersionsTally deleted;
  int fd;

  put_text (secret, "not ours");
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  put_text (held, "held");
  put_text (free_path, "free");
  g_assert_cmpint (symlink (secret, link_path), ==, 0);
  g_assert_cmpint (symlink (g_get_user_state_dir (), folder_link), ==, 0);
  g_assert_cmpint (mkfifo (pipe_path, 0600), ==, 0);
  fd = open (held, O_RDWR | O_CLOEXEC);
  g_assert_cmpint (flock (fd, LOCK_EX | LOCK_NB), ==, 0);

  g_assert_true (ent_versions_clear (NULL, &deleted, NULL));
  g_assert_cmpuint (deleted.n_copies, ==, 4);
  g_assert_cmpuint (deleted.n_held, ==, 1);
  assert_text (secret, "not ours");
  assert_text (held, "held");
  g_assert_cmpuint (folder_count (inner), ==, 1);
  g_assert_cmpint (close (fd), ==, 0);
  clear_all (NULL, 1, 4, 0);
  assert_there (folder, FALSE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/versions-clear/nothing", test_nothing);
  g_test_add_func ("/versions-clear/everything", test_everything);
  g_test_add_func ("/versions-clear/held", test_held);
  g_test_add_func ("/versions-clear/held-elsewhere", test_held_elsewhere);
  g_test_add_func ("/versions-clear/group", test_group);
  g_test_add_func ("/versions-clear/being-made", test_being_made);
  g_test_add_func ("/versions-clear/links-and-folders", test_links_and_folders);

  return g_test_run ();
}
