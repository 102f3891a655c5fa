/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What comes back of a project that was not saved. A program that crashes is a document that is let
 * go of and never closed; one that is killed is killed. */
#include "config.h"

#include "model/ent-json-writer.h"
#include "random-edits.h"
#include "store-test.h"
#include "document-test.h"
#include "store/ent-document-private.h"
#include "store/ent-recovery.h"
#include "store/ent-state-folder.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#define N_SESSIONS 500
#define N_EDITS    60

static GPtrArray *
find (void)
{
  Waiting waiting = { NULL, 0 };
  g_autoptr(GAsyncResult) result = NULL;

  ent_recovery_find_async (on_done, &waiting);
  result = wait_for (&waiting);
  return ent_recovery_find_finish (result);
}

/* Takes what came back, as somebody does who sees it. */
static EntDocument *
recover (EntRecoveryState state,
         const char      *words)
{
  g_autoptr(GPtrArray) found = find ();
  g_autofree char *message = NULL;
  EntRecovery *recovery;

  g_assert_cmpuint (found->len, ==, 1);
  recovery = g_ptr_array_index (found, 0);
  message = ent_recovery_dup_message (recovery);
  g_test_message ("%s", message);
  g_assert_cmpint (ent_recovery_get_state (recovery), ==, state);
  g_assert_nonnull (strstr (message, words));
  ent_recovery_accept (recovery);
  return ent_recovery_get_document (recovery) != NULL
           ? g_object_ref (ent_recovery_get_document (recovery))
           : NULL;
}

static void
assert_nothing_left (void)
{
  g_autoptr(GPtrArray) found = NULL;

  g_assert_false (ent_recovery_is_needed ());
  found = find ();
  g_assert_cmpuint (found->len, ==, 0);
}

static guint
count_in (EntStatePart part)
{
  g_autofree char *folder = ent_state_folder_dup_path (part);

  return g_file_test (folder, G_FILE_TEST_IS_DIR) ? folder_count (folder) : 0;
}

static void
assert_title (EntDocument *document,
              const char  *title)
{
  g_assert_cmpstr (ent_document_get_title (document), ==, title);
}

static char *
write_text (EntDocument *document)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = ent_project_write (ent_document_get_project (document), &error);

  g_assert_no_error (error);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* An edit of its own, not the end of the one before. */
static void
edit_title (EntDocument *document,
            const char  *title)
{
  set_title (document, title);
  ent_history_seal (history_of (document));
}

static void
test_unsaved (Folder        *folder,
              gconstpointer  data)
{
  g_autoptr(EntDocument) document = new_saved (folder);
  g_autofree char *before = g_strdup (ent_document_get_title (document));
  g_autofree char *text = NULL;
  g_autofree char *again = NULL;

  edit_title (document, "Quay");
  edit_title (document, "Harbour");
  text = write_text (document);
  g_clear_object (&document);

  g_assert_true (ent_recovery_is_needed ());
  document = recover (ENT_RECOVERY_UNSAVED, "Unsaved changes to “");
  again = write_text (document);
  g_assert_cmpstr (text, ==, again);
  g_assert_true (ent_document_get_modified (document));
  g_assert_nonnull (ent_document_get_file (document));
  g_assert_true (ent_history_undo (history_of (document)));
  assert_title (document, "Quay");
  g_assert_true (ent_history_undo (history_of (document)));
  assert_title (document, before);
  g_assert_false (ent_document_get_modified (document));
  g_assert_true (ent_history_redo (history_of (document)));

  /* It crashes again. */
  edit_title (document, "Port");
  g_clear_object (&document);
  document = recover (ENT_RECOVERY_UNSAVED, "Unsaved");
  assert_title (document, "Port");
  g_assert_true (ent_history_undo (history_of (document)));
  assert_title (document, "Quay");
  g_assert_true (ent_history_undo (history_of (document)));
  g_assert_false (ent_history_can_undo (history_of (document)));
  g_assert_true (ent_history_redo (history_of (document)));
  g_assert_true (save (document, NULL));
  assert_title_on_disk (folder->path, "Quay");
  assert_nothing_left ();
}

static void
test_nameless (Folder        *folder,
               gconstpointer  data)
{
  g_autoptr(EntDocument) document = ent_document_new ();

  assert_nothing_left ();
  edit_title (document, "Harbour");
  g_clear_object (&document);
  document = recover (ENT_RECOVERY_NAMELESS, "“Harbour” was never saved");
  assert_title (document, "Harbour");
  g_assert_null (ent_document_get_file (document));
  g_assert_true (ent_document_get_modified (document));
  g_assert_true (save_as (document, folder->path, FALSE, NULL));
  g_assert_false (ent_document_get_modified (document));
  assert_nothing_left ();
}

/* What was only looked at, saved, undone or closed leaves nothing. */
static void
test_nothing (Folder        *folder,
              gconstpointer  data)
{
  g_autoptr(EntDocument) document = new_saved (folder);

  g_clear_object (&document);
  assert_nothing_left ();

  document = open_well (folder->path);
  edit_title (document, "Quay");
  g_assert_true (ent_recovery_is_needed ());
  g_assert_true (save (document, NULL));
  g_clear_object (&document);
  assert_nothing_left ();

  document = open_well (folder->path);
  edit_title (document, "Harbour");
  g_assert_true (ent_history_undo (history_of (document)));
  g_clear_object (&document);
  {
    g_autoptr(GPtrArray) found = find ();

    g_assert_cmpuint (found->len, ==, 0);
  }
  assert_nothing_left ();

  document = open_well (folder->path);
  edit_title (document, "Harbour");
  g_assert_cmpuint (count_in (ENT_STATE_ASIDE), ==, 0);
  ent_document_close (document);
  g_clear_object (&document);
  assert_nothing_left ();
  g_assert_cmpuint (count_in (ENT_STATE_ASIDE), ==, 1);
}

/* What a running program has is its own. */
static void
test_running (Folder        *folder,
              gconstpointer  data)
{
  g_autoptr(EntDocument) document = new_saved (folder);
  g_autoptr(GPtrArray) found = NULL;

  edit_title (document, "Quay");
  found = find ();
  g_assert_cmpuint (found->len, ==, 0);
  edit_title (document, "Harbour");
  g_clear_object (&document);
  document = recover (ENT_RECOVERY_UNSAVED, "Unsaved");
  assert_title (document, "Harbour");
  ent_document_close (document);
}

static void
test_changed (Folder        *folder,
              gconstpointer  data)
{
  g_autoptr(EntDocument) document = new_saved (folder);
  g_autoptr(EntDocument) theirs = open_well (folder->path);
  g_autoptr(GError) error = NULL;

  edit_title (document, "Ours");
  edit_title (theirs, "Theirs");
  g_assert_true (save (theirs, NULL));
  g_clear_object (&document);
  document = recover (ENT_RECOVERY_CHANGED, "Somebody else has changed the file");
  assert_title (document, "Ours");
  g_assert_false (save (document, &error));
  g_assert_error (error, ENT_STORE_ERROR, ENT_STORE_ERROR_CHANGED);
  assert_title_on_disk (folder->path, "Theirs");
  ent_document_close (document);
}

static void
test_gone (Folder        *folder,
           gconstpointer  data)
{
  g_autoptr(EntDocument) document = new_saved (folder);
  g_autoptr(GError) error = NULL;

  edit_title (document, "Ours");
  g_clear_object (&document);
  g_assert_cmpint (g_unlink (folder->path), ==, 0);
  document = recover (ENT_RECOVERY_GONE, "not where it was");
  assert_title (document, "Ours");
  g_assert_false (save (document, &error));
  g_assert_error (error, ENT_STORE_ERROR, ENT_STORE_ERROR_GONE);
  g_assert_true (save_as (document, folder->path, FALSE, NULL));
  assert_nothing_left ();
}

/* The program ends after the file was replaced and before the journal is. */
static void
test_saved_already (Folder        *folder,
                    gconstpointer  data)
{
  g_autoptr(EntDocument) document = new_saved (folder);
  g_autofree char *text = NULL;
  g_autoptr(GPtrArray) found = NULL;

  edit_title (document, "Quay");
  text = write_text (document);
  g_clear_object (&document);
  put_text (folder->path, text);
  found = find ();
  g_assert_cmpuint (found->len, ==, 0);
  assert_nothing_left ();
}

/* What is done while the file is being written is in the next journal, and nothing else. */
static void
test_edited_meanwhile (Folder        *folder,
                       gconstpointer  data)
{
  g_autoptr(EntDocument) document = new_saved (folder);
  Waiting waiting = { NULL, 0 };

  edit_title (document, "Quay");
  ent_document_save_async (document, NULL, on_done, &waiting);
  edit_title (document, "Harbour");
  g_assert_true (finish_save (document, &waiting, NULL));
  g_assert_true (ent_document_get_modified (document));
  g_clear_object (&document);
  document = recover (ENT_RECOVERY_UNSAVED, "Unsaved");
  assert_title (document, "Harbour");
  g_assert_true (ent_history_undo (history_of (document)));
  assert_title (document, "Quay");
  g_assert_false (ent_document_get_modified (document));
  g_assert_false (ent_history_can_undo (history_of (document)));
  ent_document_close (document);
}

/* A journal without the version it begins with is put aside, and is not in the way. */
static void
test_no_base (Folder        *folder,
              gconstpointer  data)
{
  g_autoptr(EntDocument) document = new_saved (folder);
  g_autofree char *versions = ent_state_folder_dup_path (ENT_STATE_VERSIONS);
  g_autoptr(GDir) names = g_dir_open (versions, 0, NULL);
  const char *name;

  edit_title (document, "Quay");
  g_clear_object (&document);
  while ((name = g_dir_read_name (names)) != NULL)
    {
      g_autofree char *path = g_build_filename (versions, name, NULL);

      g_assert_cmpint (g_unlink (path), ==, 0);
    }
  g_assert_null (recover (ENT_RECOVERY_FAILED, "could not be recovered and was put aside"));
  assert_nothing_left ();
  g_assert_cmpuint (count_in (ENT_STATE_ASIDE), ==, 1);
}

/* A recovery that ends the program is not tried a second time. */
static void
test_no_loop (Folder        *folder,
              gconstpointer  data)
{
  g_autoptr(EntDocument) document = new_saved (folder);

  edit_title (document, "Quay");
  g_clear_object (&document);
  {
    g_autoptr(GPtrArray) found = find ();

    /* Nobody has seen it. */
    g_assert_cmpuint (found->len, ==, 1);
  }
  g_assert_null (recover (ENT_RECOVERY_FAILED, "put aside"));
  assert_nothing_left ();
  g_assert_cmpuint (count_in (ENT_STATE_ASIDE), ==, 1);
}

/* --- killed ----------------------------------------------------------------------------------- */

static GRand *ids;

/* In place of the system's: two lives of one seed have records of the same ids. */
int
getentropy (void   *bytes,
            size_t  n)
{
  for (size_t i = 0; i < n; i++)
    ((guint8 *) bytes)[i] = (guint8) g_rand_int_range (ids, 0, 256);
  return 0;
}

static void
edit (EntDocument *document,
      GRand       *rand)
{
  switch (g_rand_int_range (rand, 0, 10))
    {
    case 0:
      ent_history_undo (history_of (document));
      break;
    case 1:
      ent_history_redo (history_of (document));
      break;
    case 2:
      ent_history_seal (history_of (document));
      break;
    default:
      random_edits_apply (ent_document_get_project (document), rand);
      break;
    }
}

/* Without the threads that are not there in a child. */
static EntDocument *
open_at_once (const char *path)
{
  g_autoptr(GFile) file = g_file_new_for_path (path);
  EntProgress *progress = ent_progress_new (NULL, NULL);
  g_autoptr(EntProjectFile) loaded = _ent_document_load (file, FALSE, progress, NULL, NULL);

  ent_progress_free (progress);
  return _ent_document_new_for_file (file, loaded);
}

/* Edits and says so until it is killed. */
static void
run_session (const char *path,
             guint32     seed,
             int         told)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr(EntDocument) document = open_at_once (path);

  /* A child begins with the random numbers of its parent, and journals have random names. */
  g_random_set_seed ((guint32) getpid ());
  g_rand_set_seed (ids, seed);
  for (guint i = 0; i < N_EDITS; i++)
    {
      edit (document, rand);
      if (write (told, "+", 1) != 1)
        _exit (1);
    }
  for (;;)
    pause ();
}

/* Returns how many edits the session has told of. */
static guint
kill_session (const char *path,
              guint32     seed,
              guint       after)
{
  int pipes[2];
  pid_t child;
  guint n = 0;
  char told;

  g_assert_cmpint (pipe (pipes), ==, 0);
  child = fork ();
  if (child == 0)
    {
      (void) close (pipes[0]);
      run_session (path, seed, pipes[1]);
    }
  (void) close (pipes[1]);
  while (n < after && read (pipes[0], &told, 1) == 1)
    n++;
  g_assert_cmpint (kill (child, SIGKILL), ==, 0);
  while (read (pipes[0], &told, 1) == 1)
    n++;
  (void) close (pipes[0]);
  g_assert_cmpint (waitpid (child, NULL, 0), ==, child);
  return n;
}

/* The text after each edit, made without a journal. */
static char *
live_again (const char *path,
            guint32     seed,
            guint       n)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr(EntDocument) document = open_at_once (path);
  char *text;

  g_rand_set_seed (ids, seed);
  for (guint i = 0; i < n; i++)
    edit (document, rand);
  text = write_text (document);
  ent_document_close (document);
  return text;
}

/* The edit that the session was at when it was killed may be there or not. */
static void
assert_edits (const char  *path,
              guint32      seed,
              guint        n,
              EntDocument *document)
{
  g_autofree char *found = document != NULL ? write_text (document) : text_of (path);
  g_autofree char *told = live_again (path, seed, n);
  g_autofree char *next = NULL;

  if (g_str_equal (found, told))
    return;
  next = live_again (path, seed, n + 1);
  g_assert_cmpstr (found, ==, next);
}

static void
test_killed (Folder        *folder,
             gconstpointer  data)
{
  g_autoptr(EntDocument) first = new_saved (folder);
  g_autoptr(GRand) rand = g_rand_new_with_seed (7);
  guint n_edits = 0;

  random_edits_fill (ent_document_get_project (first), rand, 40);
  g_assert_true (save (first, NULL));
  g_clear_object (&first);

  for (guint i = 0; i < N_SESSIONS; i++)
    {
      guint n = kill_session (folder->path, i, (guint) g_rand_int_range (rand, 0, N_EDITS));
      g_autoptr(GPtrArray) found = find ();
      EntRecovery *recovery = found->len > 0 ? g_ptr_array_index (found, 0) : NULL;
      EntDocument *document = recovery != NULL ? ent_recovery_get_document (recovery) : NULL;

      g_assert_cmpuint (found->len, <=, 1);
      g_assert_true (recovery == NULL ||
                     ent_recovery_get_state (recovery) == ENT_RECOVERY_UNSAVED);
      assert_edits (folder->path, i, n, document);
      n_edits += n;
      if (document != NULL)
        ent_document_close (document);
    }
  g_test_message ("%u sessions killed, %u edits told of, none lost", N_SESSIONS, n_edits);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ids = g_rand_new ();

  folder_add_test ("/recovery/unsaved", NULL, test_unsaved);
  folder_add_test ("/recovery/nameless", NULL, test_nameless);
  folder_add_test ("/recovery/nothing", NULL, test_nothing);
  folder_add_test ("/recovery/running", NULL, test_running);
  folder_add_test ("/recovery/changed", NULL, test_changed);
  folder_add_test ("/recovery/gone", NULL, test_gone);
  folder_add_test ("/recovery/saved-already", NULL, test_saved_already);
  folder_add_test ("/recovery/edited-meanwhile", NULL, test_edited_meanwhile);
  folder_add_test ("/recovery/no-base", NULL, test_no_base);
  folder_add_test ("/recovery/no-loop", NULL, test_no_loop);
  folder_add_test ("/recovery/killed", NULL, test_killed);

  status = g_test_run ();
  g_rand_free (ids);
  return status;
}
