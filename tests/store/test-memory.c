/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One allocation after the other fails while a project is read, or written and saved. GLib ends the
 * program then, and may: what is on the disk is the old or the new project, and the journal of what
 * was not saved is there.
 */
#include "config.h"

#include "document-test.h"
#include "journal-test.h"
#include "memshim.h"

#include "store/ent-project-file.h"

#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#define N_RECORDS 5

/* All of the first, then some: what is done again and again fails in the same way. */
#define ALL_UNTIL 400
#define STRIDE    7

/* How a child ends in which no allocation failed: there were not that many. */
#define STATUS_NO_MORE 7

typedef struct
{
  const char *path;
  GBytes *before;
  GBytes *after;
  EntFingerprint known;
} Stage;

typedef void (*Work) (Stage *stage);

static void
read_project (Stage *stage)
{
  g_autoptr(GFile) file = g_file_new_for_path (stage->path);
  g_autoptr(GError) error = NULL;
  g_autoptr(EntProjectFile) read = ent_project_file_read (file, NULL, NULL, NULL, &error);

  g_assert_true ((read != NULL) == (error == NULL));
}

static void
save_project (Stage *stage)
{
  g_autoptr(GFile) file = g_file_new_for_path (stage->path);
  g_autoptr(EntProjectFile) read = ent_project_file_read (file, NULL, NULL, NULL, NULL);
  g_autoptr(GBytes) bytes = NULL;
  EntSaveReceipt receipt;

  if (read == NULL)
    return;
  ent_record_set_string (ent_project_get_info (read->project), ENT_PROJECT_TITLE, "Two");
  bytes = ent_project_file_make_bytes (read->project, "plan", NULL);
  if (bytes != NULL)
    ent_file_save (file, bytes, &stage->known, &receipt, NULL, NULL);
}

/* What GLib says when it ends the program would be taken for words of this test. */
static void
be_quiet (void)
{
  int nowhere = open ("/dev/null", O_WRONLY | O_CLOEXEC);

  (void) dup2 (nowhere, STDOUT_FILENO);
  (void) dup2 (nowhere, STDERR_FILENO);
}

/* Returns: what became of it, as waitpid() says */
static int
run_failing (Stage *stage,
             Work   work,
             guint  nth)
{
  const struct rlimit no_core = { 0, 0 };
  int status = -1;
  pid_t pid = fork ();

  g_assert_cmpint (pid, >=, 0);
  if (pid == 0)
    {
      (void) setrlimit (RLIMIT_CORE, &no_core);
      be_quiet ();
      memshim_arm (nth);
      work (stage);
      _exit (memshim_disarm () < nth ? STATUS_NO_MORE : 0);
    }
  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  return status;
}

/* Ended by itself or by GLib, never by a fault of memory. */
static gboolean
ended_well (int status)
{
  if (WIFSIGNALED (status))
    return WTERMSIG (status) == SIGTRAP || WTERMSIG (status) == SIGABRT;
  return WIFEXITED (status) &&
         (WEXITSTATUS (status) == 0 || WEXITSTATUS (status) == STATUS_NO_MORE);
}

static gboolean
is_one_of (const char *path,
           GBytes     *before,
           GBytes     *after)
{
  g_autofree char *text = NULL;
  g_autoptr(GBytes) bytes = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  bytes = g_bytes_new (text, length);
  return g_bytes_equal (bytes, before) || g_bytes_equal (bytes, after);
}

static void
assert_journal (const char *path)
{
  g_autoptr(EntJournal) journal = journal_open (path);

  g_assert_nonnull (journal);
  g_assert_cmpuint (journal_check (journal), ==, N_RECORDS);
}

static GBytes *
bytes_of (const char *path)
{
  char *text = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  return g_bytes_new_take (text, length);
}

static void
put_bytes (const char *path,
           GBytes     *bytes)
{
  g_assert_true (g_file_set_contents (path, g_bytes_get_data (bytes, NULL),
                                      (gssize) g_bytes_get_size (bytes), NULL));
}

/* The old project, and the new one as a save without any failure leaves it. */
static void
prepare (Stage  *stage,
         Folder *folder)
{
  g_autoptr(EntDocument) document = new_saved (folder);

  ent_document_close (document);
  stage->path = folder->path;
  stage->before = bytes_of (folder->path);
  look_at (folder->path, &stage->known);
  save_project (stage);
  stage->after = bytes_of (folder->path);
  g_assert_false (g_bytes_equal (stage->before, stage->after));
}

static void
test_failing (Folder        *folder,
              gconstpointer  data)
{
  Work work = (Work) data;
  g_autofree char *journal = NULL;
  Stage stage = { .path = NULL };
  guint n_faults = 0;
  guint n_ended = 0;
  int status = 0;

  prepare (&stage, folder);
  journal = journal_make_file (N_RECORDS);
  for (guint nth = 1; !WIFEXITED (status) || WEXITSTATUS (status) != STATUS_NO_MORE;
       nth += nth < ALL_UNTIL ? 1 : STRIDE)
    {
      put_bytes (folder->path, stage.before);
      look_at (folder->path, &stage.known);
      status = run_failing (&stage, work, nth);
      g_assert_true (ended_well (status));
      g_assert_true (is_one_of (folder->path, stage.before, stage.after));
      n_faults++;
      n_ended += WIFSIGNALED (status);
    }
  assert_journal (journal);
  g_test_message ("%u allocations failed, %u ended the program, nothing was damaged", n_faults - 1,
                  n_ended);
  g_assert_cmpuint (n_ended, >, 10);
  g_bytes_unref (stage.before);
  g_bytes_unref (stage.after);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  folder_add_test ("/store/memory/read", read_project, test_failing);
  folder_add_test ("/store/memory/save", save_project, test_failing);
  return g_test_run ();
}
