/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is written to a journal is read from it, where it may be, and for how long. */
#include "config.h"

#include "journal-test.h"
#include "store-test.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define DAY 86400

static void
assert_list (EntStatePart part,
             const char  *path)
{
  g_auto(GStrv) paths = ent_journal_list (part);

  g_assert_cmpstr (paths[0], ==, path);
  g_assert_true (path == NULL || paths[1] == NULL);
}

static void
set_age (const char *path,
         gint64      seconds)
{
  struct timespec times[2] = { { 0, UTIME_OMIT }, { time (NULL) - seconds, 0 } };

  g_assert_cmpint (utimensat (AT_FDCWD, path, times, AT_SYMLINK_NOFOLLOW), ==, 0);
}

static void
test_round_trip (void)
{
  g_autoptr(EntJournal) journal = journal_make ();
  g_autofree char *path = g_strdup (ent_journal_get_path (journal));
  struct stat st;

  journal_append (journal, 0, 100);
  g_assert_cmpuint (ent_journal_get_n_records (journal), ==, 100);
  g_assert_null (ent_journal_get_record (journal, 0));
  g_assert_cmpint (lstat (path, &st), ==, 0);
  g_assert_cmpuint (st.st_mode & 07777, ==, 0600);
  g_assert_cmpuint (ent_journal_get_size (journal), ==, st.st_size);
  g_clear_object (&journal);

  journal = journal_open (path);
  g_assert_cmpuint (journal_check (journal), ==, 100);
  g_assert_false (ent_journal_is_cut (journal));
  g_assert_cmpuint (ent_journal_get_size (journal), ==, st.st_size);
  journal_append (journal, 100, 120);
  g_assert_cmpuint (ent_journal_get_n_records (journal), ==, 120);
  g_clear_object (&journal);

  journal = journal_open (path);
  g_assert_cmpuint (journal_check (journal), ==, 120);
  journal_clear ();
}

/* A project that was never saved has neither place nor base; a title may be anything. */
static void
test_header_without (void)
{
  EntJournalHeader header = { (char *) "p", (char *) "\"\t\\\n\x7f", NULL, NULL, NULL, -1 };
  g_autoptr(EntJournal) journal = ent_journal_create (&header, NULL);
  g_autofree char *path = g_strdup (ent_journal_get_path (journal));
  const EntJournalHeader *found;

  g_clear_object (&journal);
  journal = journal_open (path);
  found = ent_journal_get_header (journal);
  g_assert_cmpstr (found->project, ==, "p");
  g_assert_cmpstr (found->title, ==, header.title);
  g_assert_null (found->uri);
  g_assert_null (found->base);
  g_assert_null (found->saved);
  g_assert_cmpint (found->started, ==, -1);
  journal_clear ();
}

/* People who look for their edits find them. */
static void
test_readable (void)
{
  g_autofree char *path = journal_make_file (1);
  g_autofree char *text = NULL;
  g_auto(GStrv) lines = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 3);
  g_assert_nonnull (strstr (lines[0], " {\"format\": \"entente-journal\", \"version\": 1, "));
  g_assert_nonnull (strstr (lines[0], "\"title\": \"Harbour “East” & Port\""));
  g_assert_true (g_str_has_suffix (lines[1], " {\"n\": 0, \"to\": \"ümlaut\"}"));
  g_assert_cmpstr (lines[2], ==, "");
  journal_clear ();
}

/* A text of many lines is one record, even where one of its lines looks like another record, and
 * also when nothing is in it. */
static void
test_many_lines (void)
{
  static const char *const texts[] = { "{\n  \"a\": 1\n}", "", "\n", "x\n2 0123456789abcdef {}\n" };
  g_autoptr(EntJournal) journal = journal_make ();
  g_autofree char *path = g_strdup (ent_journal_get_path (journal));

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_true (ent_journal_append (journal, texts[i], NULL));
  g_clear_object (&journal);
  journal = journal_open (path);
  g_assert_cmpuint (ent_journal_get_n_records (journal), ==, G_N_ELEMENTS (texts));
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_cmpstr (ent_journal_get_record (journal, i), ==, texts[i]);
  journal_clear ();
}

static void
test_truncate_records (void)
{
  g_autofree char *path = journal_make_file (10);

  for (int n = 10; n >= 0; n -= 5)
    {
      g_autoptr(EntJournal) journal = journal_open (path);
      g_autoptr(GError) error = NULL;

      ent_journal_truncate_records (journal, (guint) n, &error);
      g_assert_no_error (error);
      g_assert_cmpint (journal_check (journal), ==, n);
      g_assert_false (ent_journal_is_cut (journal));
      journal_append (journal, (guint) n, (guint) n + 3);
      g_clear_object (&journal);

      journal = journal_open (path);
      g_assert_cmpint (journal_check (journal), ==, n + 3);
      g_assert_false (ent_journal_is_cut (journal));
    }
  journal_clear ();
}

static void
test_move (void)
{
  g_autoptr(EntJournal) journal = journal_make ();
  g_autofree char *path = g_strdup (ent_journal_get_path (journal));
  g_autoptr(GError) error = NULL;

  journal_append (journal, 0, 2);
  set_age (path, 30 * DAY);
  ent_journal_move (journal, ENT_STATE_TRYING, &error);
  g_assert_no_error (error);
  assert_list (ENT_STATE_JOURNALS, NULL);
  assert_list (ENT_STATE_TRYING, ent_journal_get_path (journal));
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_true (journal_is_refused (ent_journal_get_path (journal), ENT_STORE_ERROR_IN_USE));
  g_assert_true (ent_journal_move (journal, ENT_STATE_TRYING, &error));
  journal_append (journal, 2, 3);

  g_assert_true (ent_journal_move (journal, ENT_STATE_ASIDE, &error));
  g_free (path);
  path = g_strdup (ent_journal_get_path (journal));
  g_clear_object (&journal);
  g_assert_cmpuint (ent_journal_expire (ENT_STATE_ASIDE, 7), ==, 0);
  journal = journal_open (path);
  g_assert_cmpuint (journal_check (journal), ==, 3);
  journal_clear ();
}

/* A journal of the same name is not replaced. */
static void
test_move_onto_another (void)
{
  g_autoptr(EntJournal) journal = journal_make ();
  g_autofree char *name = g_path_get_basename (ent_journal_get_path (journal));
  g_autofree char *folder = ent_state_folder_make (ENT_STATE_ASIDE, NULL);
  g_autofree char *there = g_build_filename (folder, name, NULL);
  g_autoptr(GError) error = NULL;

  put_text (there, "another");
  g_assert_false (ent_journal_move (journal, ENT_STATE_ASIDE, &error));
  g_assert_error (error, ENT_STORE_ERROR, ENT_STORE_ERROR_FAILED);
  assert_text (there, "another");
  journal_append (journal, 0, 1);
  assert_list (ENT_STATE_JOURNALS, ent_journal_get_path (journal));
  journal_clear ();
}

static void
test_remove (void)
{
  g_autoptr(EntJournal) journal = journal_make ();
  g_autoptr(GError) error = NULL;
  guint descriptors = count_descriptors ();

  g_assert_true (ent_journal_remove (journal, &error));
  g_assert_no_error (error);
  g_assert_false (g_file_test (ent_journal_get_path (journal), G_FILE_TEST_EXISTS));
  g_assert_cmpuint (count_descriptors (), ==, descriptors - 2);
}

/* The oldest first; nothing but files of our own that are called as journals are. */
static void
test_list (void)
{
  g_autofree char *younger = journal_make_file (0);
  g_autofree char *older = journal_make_file (0);
  g_autofree char *other = journal_dup_path ("notes.log");
  g_autofree char *hidden = journal_dup_path (".5a0f0b63-6d38-4f0a-9a5b-9b7d2d1a6c11.log");
  g_autofree char *link = journal_dup_path (NULL);
  g_auto(GStrv) paths = NULL;

  put_text (other, "");
  put_text (hidden, "");
  g_assert_cmpint (symlink (older, link), ==, 0);
  set_age (younger, 5);
  set_age (older, 50);
  paths = ent_journal_list (ENT_STATE_JOURNALS);
  g_assert_cmpuint (g_strv_length (paths), ==, 2);
  g_assert_cmpstr (paths[0], ==, older);
  g_assert_cmpstr (paths[1], ==, younger);
  g_assert_cmpint (g_unlink (other) | g_unlink (hidden) | g_unlink (link), ==, 0);
  journal_clear ();
}

static void
test_expire (void)
{
  g_autofree char *folder = ent_state_folder_make (ENT_STATE_ASIDE, NULL);
  g_autofree char *old = g_build_filename (folder, "old", NULL);
  g_autofree char *young = g_build_filename (folder, "young", NULL);
  g_autofree char *future = g_build_filename (folder, "future", NULL);
  g_autoptr(EntJournal) journal = journal_make ();

  put_text (old, "");
  put_text (young, "");
  put_text (future, "");
  g_assert_true (ent_journal_move (journal, ENT_STATE_ASIDE, NULL));
  set_age (ent_journal_get_path (journal), 8 * DAY);
  set_age (old, 7 * DAY + 60);
  set_age (young, 7 * DAY - 60);
  set_age (future, -DAY);
  g_assert_cmpuint (ent_journal_expire (ENT_STATE_ASIDE, 7), ==, 1);
  g_assert_false (g_file_test (old, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (ent_journal_get_path (journal), G_FILE_TEST_EXISTS));
  g_clear_object (&journal);
  g_assert_cmpuint (ent_journal_expire (ENT_STATE_ASIDE, 7), ==, 1);
  g_assert_cmpint (g_unlink (young) | g_unlink (future), ==, 0);
  g_assert_cmpuint (folder_count (folder), ==, 0);
}

/* A journal that somebody cleared away keeps nothing any more, and says so. */
static void
test_taken_away (void)
{
  g_autoptr(EntJournal) journal = journal_make ();
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (g_unlink (ent_journal_get_path (journal)), ==, 0);
  g_assert_false (ent_journal_append (journal, "{}", &error));
  g_assert_error (error, ENT_STORE_ERROR, ENT_STORE_ERROR_GONE);
  g_assert_nonnull (ent_journal_get_error (journal));
}

/* No more is written than can be read. */
static void
test_too_large (void)
{
  g_autoptr(EntJournal) journal = journal_make ();
  g_autofree char *path = g_strdup (ent_journal_get_path (journal));
  g_autofree char *large = long_text ('x', 1000 * 1000);
  g_autoptr(GError) error = NULL;
  guint n = 0;

  while (ent_journal_append (journal, large, &error))
    n++;
  g_assert_error (error, ENT_STORE_ERROR, ENT_STORE_ERROR_TOO_LARGE);
  g_assert_cmpuint (n, ==, 63);
  g_clear_error (&error);
  g_assert_false (ent_journal_append (journal, "{}", &error));
  g_assert_error (error, ENT_STORE_ERROR, ENT_STORE_ERROR_TOO_LARGE);
  g_clear_object (&journal);
  journal = journal_open (path);
  g_assert_cmpuint (ent_journal_get_n_records (journal), ==, n);
  g_assert_cmpstr (ent_journal_get_record (journal, n - 1), ==, large);
  journal_clear ();
}

/* What an edit pays for being kept. */
static void
test_cost (void)
{
  g_autoptr(EntJournal) journal = journal_make ();
  g_autofree char *text = long_text ('x', 200);
  const guint n = 20000;
  gint64 start = g_get_monotonic_time ();

  for (guint i = 0; i < n; i++)
    g_assert_true (ent_journal_append (journal, text, NULL));
  g_test_message ("%.2f µs for each of %u records of 200 bytes",
                  (double) (g_get_monotonic_time () - start) / n, n);
  g_assert_true (ent_journal_remove (journal, NULL));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/journal/round-trip", test_round_trip);
  g_test_add_func ("/journal/header-without", test_header_without);
  g_test_add_func ("/journal/readable", test_readable);
  g_test_add_func ("/journal/many-lines", test_many_lines);
  g_test_add_func ("/journal/truncate-records", test_truncate_records);
  g_test_add_func ("/journal/move", test_move);
  g_test_add_func ("/journal/move-onto-another", test_move_onto_another);
  g_test_add_func ("/journal/remove", test_remove);
  g_test_add_func ("/journal/list", test_list);
  g_test_add_func ("/journal/expire", test_expire);
  g_test_add_func ("/journal/taken-away", test_taken_away);
  g_test_add_func ("/journal/too-large", test_too_large);
  g_test_add_func ("/journal/cost", test_cost);

  return g_test_run ();
}
