/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Many programs save the same file, and programs end in the middle of a save. */
#include "store-test.h"

#include "store/ent-file-read.h"
#include "store/ent-save-clean.h"

#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define WRITERS 8
#define SAVES   50
#define KILLS   100

/* Adds a mark to the file as it is now, again as long as somebody else was faster. */
static void
add_mark (GFile      *file,
          const char *mark)
{
  for (;;)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(GBytes) bytes = NULL;
      g_autoptr(GBytes) longer = NULL;
      GByteArray *array;
      EntFingerprint expected;

      bytes = ent_file_read (file, &expected, NULL, &error);
      g_assert_no_error (error);
      array = g_byte_array_new ();
      g_byte_array_append (array, g_bytes_get_data (bytes, NULL), (guint) g_bytes_get_size (bytes));
      g_byte_array_append (array, (const guint8 *) mark, (guint) strlen (mark));
      longer = g_byte_array_free_to_bytes (array);
      if (ent_file_save (file, longer, &expected, NULL, NULL, &error))
        return;
      g_assert_error (error, ENT_STORE_ERROR, ENT_STORE_ERROR_CHANGED);
    }
}

static pid_t
start_writer (Folder *folder,
              guint   writer)
{
  g_autoptr(GFile) file = g_file_new_for_path (folder->path);
  pid_t pid = fork ();

  g_assert_cmpint (pid, >=, 0);
  if (pid > 0)
    return pid;
  for (guint i = 0; i < SAVES; i++)
    {
      g_autofree char *mark = g_strdup_printf ("%u:%u\n", writer, i);

      add_mark (file, mark);
    }
  _exit (0);
}

/* A mark that is missing was overwritten by somebody who had not seen it. */
static void
test_writers (Folder        *folder,
              gconstpointer  data)
{
  g_autofree char *text = NULL;
  g_auto(GStrv) marks = NULL;
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  pid_t pids[WRITERS];

  put_text (folder->path, "");
  for (guint i = 0; i < WRITERS; i++)
    pids[i] = start_writer (folder, i);
  for (guint i = 0; i < WRITERS; i++)
    {
      int status = -1;

      g_assert_cmpint (waitpid (pids[i], &status, 0), ==, pids[i]);
      g_assert_cmpint (status, ==, 0);
    }
  g_assert_true (g_file_get_contents (folder->path, &text, NULL, NULL));
  marks = g_strsplit (text, "\n", -1);
  for (guint i = 0; marks[i] != NULL && marks[i][0] != '\0'; i++)
    g_assert_true (g_hash_table_add (seen, marks[i]));
  g_assert_cmpuint (g_hash_table_size (seen), ==, WRITERS * SAVES);
  g_assert_cmpuint (folder_count (folder->folder), ==, 1);
}

static void
save_for_ever (const char *path,
               const char *a,
               const char *b,
               int         started)
{
  EntSaveReceipt receipt;
  EntFingerprint expected;

  look_at (path, &expected);
  if (write (started, "x", 1) != 1)
    _exit (1);
  for (guint i = 0;; i++)
    {
      if (!save_text (path, i % 2 == 0 ? b : a, &expected, &receipt, NULL))
        _exit (1);
      expected = receipt.fingerprint;
    }
}

/* One version or the other has to be there, whole, whenever the process is ended. */
static void
kill_one (const char *path,
          const char *a,
          const char *b)
{
  char ready;
  int started[2];
  int status = 0;
  pid_t pid;

  g_assert_cmpint (pipe (started), ==, 0);
  pid = fork ();
  g_assert_cmpint (pid, >=, 0);
  if (pid == 0)
    save_for_ever (path, a, b, started[1]);
  g_assert_cmpint (read (started[0], &ready, 1), ==, 1);
  g_usleep ((gulong) g_test_rand_int_range (0, 8000));
  g_assert_cmpint (kill (pid, SIGKILL), ==, 0);
  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  g_assert_true (WIFSIGNALED (status));
  g_assert_cmpint (close (started[0]) | close (started[1]), ==, 0);
}

static void
test_kills (Folder        *folder,
            gconstpointer  data)
{
  g_autofree char *a = long_text ('a', 200 * 1000);
  g_autofree char *b = long_text ('b', 300 * 1000);
  guint n_a = 0;

  put_text (folder->path, a);
  for (guint i = 0; i < KILLS; i++)
    {
      g_autofree char *found = NULL;

      kill_one (folder->path, a, b);
      g_assert_true (g_file_get_contents (folder->path, &found, NULL, NULL));
      g_assert_true (g_str_equal (found, a) || g_str_equal (found, b));
      n_a += found[0] == 'a';
    }
  g_test_message ("%u times the one version, %u times the other; %u left hidden", n_a, KILLS - n_a,
                  folder_count (folder->folder) - 1);
}

#define DAYS(n) ((n) * 24 * 60 * 60)

static void
put_left_behind (Folder     *folder,
                 const char *name,
                 int         age)
{
  g_autofree char *path = folder_child (folder, name);
  struct timespec times[2] = { { .tv_sec = time (NULL) - age }, { .tv_sec = time (NULL) - age } };

  put_text (path, "half a plan");
  g_assert_cmpint (utimensat (AT_FDCWD, path, times, 0), ==, 0);
}

static void
assert_there (Folder     *folder,
              const char *name,
              gboolean    there)
{
  g_autofree char *path = folder_child (folder, name);

  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS) == there);
}

#define LEFT     ".~ent-0123456789abcdef.tmp"
#define YOUNG    ".~ent-0123456789abcde0.tmp"
#define LINK     ".~ent-0123456789abcde1.tmp"
#define FOLDER   ".~ent-0123456789abcde2.tmp"
#define TWO      ".~ent-0123456789abcde3.tmp"
#define FOREIGN  ".~ent-0123456789abcde4.tmp"

static const char *const others[] = {
  "plan.json",
  ".~ent-0123456789abcdef.tmpx",
  ".~ent-0123456789ABCDEF.tmp",
  ".~ent-0123456789abcde.tmp",
  "x.~ent-0123456789abcdef.tmp",
  ".~ent-0123456789abcdeg.tmp",
  ".~lock.plan.json#",
};

static void
set_clean_stage (Folder *folder)
{
  g_autofree char *link_path = folder_child (folder, LINK);
  g_autofree char *sub = folder_child (folder, FOLDER);
  g_autofree char *two = folder_child (folder, TWO);
  g_autofree char *second = folder_child (folder, "second");
  g_autofree char *foreign = folder_child (folder, FOREIGN);

  put_left_behind (folder, LEFT, DAYS (1) + 60);
  put_left_behind (folder, YOUNG, DAYS (1) - 60);
  put_left_behind (folder, TWO, DAYS (3));
  put_left_behind (folder, FOREIGN, DAYS (3));
  g_assert_cmpint (link (two, second), ==, 0);
  g_assert_cmpint (symlink ("plan.json", link_path), ==, 0);
  g_assert_cmpint (mkdir (sub, 0700), ==, 0);
  if (geteuid () == 0)
    g_assert_cmpint (chown (foreign, 777, 777), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    put_left_behind (folder, others[i], DAYS (3));
}

static void
check_clean_stage (Folder *folder)
{
  assert_there (folder, LEFT, FALSE);
  assert_there (folder, YOUNG, TRUE);
  assert_there (folder, LINK, TRUE);
  assert_there (folder, FOLDER, TRUE);
  assert_there (folder, TWO, TRUE);
  assert_there (folder, FOREIGN, geteuid () == 0);
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    assert_there (folder, others[i], TRUE);
}

/* Only our own go, and only when nobody is saving. */
static void
test_clean (Folder        *folder,
            gconstpointer  data)
{
  g_autoptr(GFile) file = g_file_new_for_path (folder->path);
  int fd = open (folder->folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  guint n_removed = geteuid () == 0 ? 1 : 2;

  set_clean_stage (folder);
  g_assert_cmpint (flock (fd, LOCK_EX), ==, 0);
  g_assert_cmpuint (ent_save_clean_beside (file), ==, 0);
  assert_there (folder, LEFT, TRUE);
  g_assert_cmpint (close (fd), ==, 0);
  g_assert_cmpuint (ent_save_clean_beside (file), ==, n_removed);
  check_clean_stage (folder);
}

static void
test_clean_by_save (Folder        *folder,
                    gconstpointer  data)
{
  EntFingerprint expected;
  g_autoptr(GError) error = NULL;

  set_clean_stage (folder);
  look_at (folder->path, &expected);
  g_assert_true (save_text (folder->path, "whole\n", &expected, NULL, &error));
  g_assert_no_error (error);
  check_clean_stage (folder);
  assert_text (folder->path, "whole\n");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  folder_add_test ("/store/crash/writers", NULL, test_writers);
  folder_add_test ("/store/crash/kills", NULL, test_kills);

  folder_add_test ("/store/crash/clean", NULL, test_clean);
  folder_add_test ("/store/crash/clean-by-save", NULL, test_clean_by_save);

  return g_test_run ();
}
