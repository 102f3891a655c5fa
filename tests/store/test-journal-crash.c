/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Programs that end while they write, programs that do not, and disks that are full. */
#include "config.h"

#include "disk-test.h"
#include "journal-test.h"
#include "store-test.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define SESSIONS    500
#define SESSIONS_OF_ONE 10

/* Goes on with the journal that the program before has left, or begins one. Each record that is kept
 * is acknowledged, as it would be shown to be done. */
static void
edit_for_ever (const char *path,
               guint       from,
               int         done)
{
  g_autoptr(EntJournal) journal = path != NULL ? journal_open (path) : journal_make ();

  for (guint i = from;; i++)
    {
      journal_append (journal, i, i + 1);
      if (write (done, &i, sizeof i) != sizeof i)
        _exit (1);
    }
}

/* Returns how many records must be there. */
static guint
edit_until_killed (const char *path,
                   guint       from)
{
  guint last = 0;
  guint acknowledged;
  int done[2];
  int status = 0;
  pid_t pid;

  g_assert_cmpint (pipe (done), ==, 0);
  pid = fork ();
  g_assert_cmpint (pid, >=, 0);
  if (pid == 0)
    edit_for_ever (path, from, done[1]);
  g_assert_cmpint (close (done[1]), ==, 0);
  g_assert_cmpint (read (done[0], &last, sizeof last), ==, sizeof last);
  g_usleep ((gulong) g_test_rand_int_range (0, 2000));
  g_assert_cmpint (kill (pid, SIGKILL), ==, 0);
  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  g_assert_true (WIFSIGNALED (status) && WTERMSIG (status) == SIGKILL);
  while (read (done[0], &acknowledged, sizeof acknowledged) == sizeof acknowledged)
    last = acknowledged;
  g_assert_cmpint (close (done[0]), ==, 0);
  return last + 1;
}

static void
test_kills (void)
{
  g_autofree char *path = NULL;
  guint n_records = 0;
  guint n_cut = 0;
  guint n_ahead = 0;
  guint total = 0;

  for (guint i = 0; i < SESSIONS; i++)
    {
      g_autoptr(EntJournal) journal = NULL;
      g_auto(GStrv) paths = NULL;
      guint expected;

      if (i % SESSIONS_OF_ONE == 0)
        {
          journal_clear ();
          g_clear_pointer (&path, g_free);
          n_records = 0;
        }
      expected = edit_until_killed (path, n_records);
      total += expected - n_records;
      paths = ent_journal_list (ENT_STATE_JOURNALS);
      g_assert_cmpuint (g_strv_length (paths), ==, 1);
      journal = journal_open (paths[0]);
      n_records = journal_check (journal);
      g_assert_cmpuint (n_records, >=, expected);
      g_assert_cmpuint (n_records, <=, expected + 1);
      n_ahead += n_records > expected;
      n_cut += ent_journal_is_cut (journal);
      g_free (path);
      path = g_strdup (paths[0]);
    }
  g_test_message ("%d kills, %u records acknowledged, none missing; %u journals with one more, "
                  "%u cut", SESSIONS, total, n_ahead, n_cut);
  journal_clear ();
}

static void
hold_for_ever (int told)
{
  g_autoptr(EntJournal) journal = journal_make ();

  journal_append (journal, 0, 5);
  if (write (told, "x", 1) != 1)
    _exit (1);
  for (;;)
    (void) pause ();
}

/* The journal of a program that runs is left alone; it is free as soon as the program is gone. */
static void
test_in_use (void)
{
  g_autoptr(EntJournal) journal = NULL;
  g_auto(GStrv) paths = NULL;
  char ready;
  int told[2];
  pid_t pid;

  g_assert_cmpint (pipe (told), ==, 0);
  pid = fork ();
  g_assert_cmpint (pid, >=, 0);
  if (pid == 0)
    hold_for_ever (told[1]);
  g_assert_cmpint (read (told[0], &ready, 1), ==, 1);
  g_assert_cmpint (close (told[0]) | close (told[1]), ==, 0);
  paths = ent_journal_list (ENT_STATE_JOURNALS);
  g_assert_cmpuint (g_strv_length (paths), ==, 1);
  g_assert_true (journal_is_refused (paths[0], ENT_STORE_ERROR_IN_USE));

  g_assert_cmpint (kill (pid, SIGKILL), ==, 0);
  g_assert_cmpint (waitpid (pid, NULL, 0), ==, pid);
  journal = journal_open (paths[0]);
  g_assert_cmpuint (journal_check (journal), ==, 5);
  g_assert_true (journal_is_refused (paths[0], ENT_STORE_ERROR_IN_USE));
  g_clear_object (&journal);
  journal = journal_open (paths[0]);
  journal_clear ();
}

static char *
mount_disk_for_journals (void)
{
  char *folder = ent_state_folder_make (ENT_STATE_JOURNALS, NULL);

  if (!mount_small_disk (folder))
    _exit (NO_DISK);
  return folder;
}

/* What fits is kept whole, what does not leaves no trace, and nothing follows it. */
static void
fill_disk (gpointer data)
{
  g_autofree char *folder = mount_disk_for_journals ();
  g_autofree char *text = long_text ('x', 1000);
  g_autoptr(EntJournal) journal = journal_make ();
  g_autofree char *path = g_strdup (ent_journal_get_path (journal));
  g_autoptr(GError) error = NULL;
  struct stat st;
  guint n = 0;

  while (ent_journal_append (journal, text, &error))
    n++;
  g_assert_error (error, ENT_STORE_ERROR, ENT_STORE_ERROR_NO_SPACE);
  g_assert_cmpstr (error->message, ==,
                   "Your changes are not being kept safe on this computer: the disk is full. "
                   "Save now.");
  g_assert_cmpuint (n, >, 100);
  g_assert_cmpint (lstat (path, &st), ==, 0);
  g_assert_cmpuint (ent_journal_get_size (journal), ==, st.st_size);
  g_clear_error (&error);
  g_assert_false (ent_journal_append (journal, "{}", &error));
  g_assert_error (error, ENT_STORE_ERROR, ENT_STORE_ERROR_NO_SPACE);
  g_assert_cmpstr (error->message, ==, ent_journal_get_error (journal)->message);
  g_clear_object (&journal);

  journal = journal_open (path);
  g_assert_cmpuint (ent_journal_get_n_records (journal), ==, n);
  g_assert_false (ent_journal_is_cut (journal));
}

/* A journal that cannot even be begun leaves no empty file. */
static void
begin_on_full_disk (gpointer data)
{
  g_autofree char *folder = mount_disk_for_journals ();
  g_autofree char *other = g_build_filename (folder, "other", NULL);
  g_autofree char *text = long_text ('x', 300 * 1024);
  g_autoptr(GError) error = NULL;

  put_text (other, text);
  g_assert_null (journal_try_make (&error));
  g_assert_error (error, ENT_STORE_ERROR, ENT_STORE_ERROR_NO_SPACE);
  g_assert_cmpuint (folder_count (folder), ==, 1);
}

static void
write_to_read_only_disk (gpointer data)
{
  g_autofree char *folder = mount_disk_for_journals ();
  g_autoptr(GError) error = NULL;

  if (mount (NULL, folder, NULL, MS_REMOUNT | MS_RDONLY, NULL) != 0)
    _exit (NO_DISK);
  g_assert_null (journal_try_make (&error));
  g_assert_nonnull (error);
  g_test_message ("%s", error->message);
}

static void
test_on_own_disk (gconstpointer data)
{
  run_on_own_disk ((ChildFunc) data, NULL);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/journal/crash/kills", test_kills);
  g_test_add_func ("/journal/crash/in-use", test_in_use);
  g_test_add_data_func ("/journal/crash/full-disk", fill_disk, test_on_own_disk);
  g_test_add_data_func ("/journal/crash/begin-on-full-disk", begin_on_full_disk, test_on_own_disk);
  g_test_add_data_func ("/journal/crash/read-only-disk", write_to_read_only_disk,
                        test_on_own_disk);

  return g_test_run ();
}
