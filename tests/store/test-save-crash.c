/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Many programs save the same file, and programs end in the middle of a save. */
#include "document-test.h"

#include "store/ent-file-read.h"
#include "store/ent-save-clean.h"

#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

/* How many programs add how many marks each to one file. */
typedef struct
{
  const char *name;
  guint n_writers;
  guint n_saves;
} Writers;

static const Writers writers[] = {
  { "four", 4, 200 },
  { "eight", 8, 100 },
};

#define MOST_WRITERS 8

/* How often a save of files of these sizes is broken off; together a thousand times. */
typedef struct
{
  const char *name;
  gsize size;
  gboolean by_link;
  int longest; /* µs after which it ends at the latest: about as long as a save and a half */
  guint n_kills;
} Kills;

static const Kills kills[] = {
  { "plain", 200 * 1000, FALSE, 8000, 600 },
  { "by-link", 200 * 1000, TRUE, 8000, 300 },
  { "large", 4 * 1000 * 1000, FALSE, 80000, 100 },
};

/* Adds a mark to the file as it is now, after @thought microseconds, and again as long as somebody
 * else was faster. */
static void
add_mark (GFile      *file,
          const char *mark,
          gulong      thought,
          int        *n_conflicts)
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
      g_usleep (thought);
      array = g_byte_array_new ();
      g_byte_array_append (array, g_bytes_get_data (bytes, NULL), (guint) g_bytes_get_size (bytes));
      g_byte_array_append (array, (const guint8 *) mark, (guint) strlen (mark));
      longer = g_byte_array_free_to_bytes (array);
      if (ent_file_save (file, longer, &expected, NULL, NULL, &error))
        return;
      g_assert_error (error, ENT_STORE_ERROR, ENT_STORE_ERROR_CHANGED);
      g_atomic_int_inc (n_conflicts);
    }
}

static pid_t
start_writer (Folder *folder,
              guint   writer,
              guint   n_saves,
              int    *n_conflicts)
{
  g_autoptr(GFile) file = g_file_new_for_path (folder->path);
  pid_t pid = fork ();

  g_assert_cmpint (pid, >=, 0);
  if (pid > 0)
    return pid;
  for (guint i = 0; i < n_saves; i++)
    {
      g_autofree char *mark = g_strdup_printf ("%u:%u\n", writer, i);

      add_mark (file, mark, (i * 7 + writer * 13) % 500, n_conflicts);
    }
  _exit (0);
}

/* A mark that is missing was overwritten by somebody who had not seen it. */
static void
assert_marks (const char *path,
              guint       n)
{
  g_autofree char *text = text_of (path);
  g_auto(GStrv) marks = g_strsplit (text, "\n", -1);
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; marks[i] != NULL && marks[i][0] != '\0'; i++)
    g_assert_true (g_hash_table_add (seen, marks[i]));
  g_assert_cmpuint (g_hash_table_size (seen), ==, n);
}

static void
test_writers (Folder        *folder,
              gconstpointer  data)
{
  const Writers *test = data;
  int *n_conflicts = mmap (NULL, sizeof *n_conflicts, PROT_READ | PROT_WRITE,
                           MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  pid_t pids[MOST_WRITERS];

  g_assert_true (n_conflicts != MAP_FAILED);
  put_text (folder->path, "");
  for (guint i = 0; i < test->n_writers; i++)
    pids[i] = start_writer (folder, i, test->n_saves, n_conflicts);
  for (guint i = 0; i < test->n_writers; i++)
    {
      int status = -1;

      g_assert_cmpint (waitpid (pids[i], &status, 0), ==, pids[i]);
      g_assert_cmpint (status, ==, 0);
    }
  assert_marks (folder->path, test->n_writers * test->n_saves);
  g_assert_cmpuint (folder_count (folder->folder), ==, 1);
  g_assert_cmpint (*n_conflicts, >, 0);
  g_test_message ("%u programs saved %u times each, %d conflicts, nothing lost", test->n_writers,
                  test->n_saves, *n_conflicts);
  g_assert_cmpint (munmap (n_conflicts, sizeof *n_conflicts), ==, 0);
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
          const char *b,
          int         longest)
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
  g_usleep ((gulong) g_test_rand_int_range (0, longest));
  g_assert_cmpint (kill (pid, SIGKILL), ==, 0);
  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  g_assert_true (WIFSIGNALED (status));
  g_assert_cmpint (close (started[0]) | close (started[1]), ==, 0);
}

/* A link stays a link, and is not what is being replaced. */
static char *
put_link (Folder *folder)
{
  char *path = folder_child (folder, "link.json");

  g_assert_cmpint (symlink ("plan.json", path), ==, 0);
  return path;
}

static void
test_kills (Folder        *folder,
            gconstpointer  data)
{
  const Kills *test = data;
  g_autofree char *a = long_text ('a', test->size);
  g_autofree char *b = long_text ('b', test->size + test->size / 2);
  g_autofree char *path = test->by_link ? put_link (folder) : g_strdup (folder->path);
  guint n_a = 0;

  put_text (folder->path, a);
  for (guint i = 0; i < test->n_kills; i++)
    {
      g_autofree char *found = NULL;

      kill_one (path, a, b, test->longest);
      found = text_of (folder->path);
      g_assert_true (g_str_equal (found, a) || g_str_equal (found, b));
      n_a += found[0] == 'a';
    }
  g_assert_true (g_file_test (path, G_FILE_TEST_IS_SYMLINK) == test->by_link);
  g_test_message ("%u kills: %u times the one version, %u times the other; %u left hidden",
                  test->n_kills, n_a, test->n_kills - n_a,
                  folder_count (folder->folder) - 1 - test->by_link);
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

  for (guint i = 0; i < G_N_ELEMENTS (writers); i++)
    {
      g_autofree char *name = g_strconcat ("/store/crash/writers/", writers[i].name, NULL);

      folder_add_test (name, &writers[i], test_writers);
    }
  for (guint i = 0; i < G_N_ELEMENTS (kills); i++)
    {
      g_autofree char *name = g_strconcat ("/store/crash/kills/", kills[i].name, NULL);

      folder_add_test (name, &kills[i], test_kills);
    }
  folder_add_test ("/store/crash/clean", NULL, test_clean);
  folder_add_test ("/store/crash/clean-by-save", NULL, test_clean_by_save);

  return g_test_run ();
}
