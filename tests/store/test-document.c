/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document over its life: what counts as modified, what a failed save changes (nothing), and what
 * happens when several things are asked of it at once.
 */
#include "document-test.h"

#include <sys/stat.h>

static void
test_new (Folder        *folder,
          gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  EntDocument *document = ent_document_new ();

  g_assert_null (ent_document_get_file (document));
  g_assert_cmpstr (ent_document_get_title (document), ==, "Untitled partnership");
  g_assert_false (ent_document_get_modified (document));
  g_assert_false (ent_document_get_read_only (document));
  g_assert_false (ent_document_get_busy (document));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (ent_document_get_problems (document))),
                    ==, 0);
  g_assert_false (save (document, &error));
  g_assert_error (error, ENT_STORE_ERROR, ENT_STORE_ERROR_NO_NAME);
  g_assert_nonnull (strstr (error->message, "Untitled partnership"));
  g_assert_finalize_object (document);
}

static void
test_title (Folder        *folder,
            gconstpointer  data)
{
  g_autoptr(EntDocument) document = ent_document_new ();
  g_autoptr(GError) error = NULL;
  g_autofree char *name = NULL;
  guint n_titles = 0;

  g_signal_connect_swapped (document, "notify::title", G_CALLBACK (count), &n_titles);
  g_assert_true (save_as (document, folder->path, FALSE, &error));
  g_assert_cmpstr (ent_document_get_title (document), ==, "plan.json");
  set_title (document, "Harbour: \"Green\"");
  g_assert_cmpstr (ent_document_get_title (document), ==, "Harbour: \"Green\"");
  g_assert_cmpuint (n_titles, ==, 2);
  ent_history_undo (history_of (document));
  g_assert_cmpstr (ent_document_get_title (document), ==, "plan.json");
  name = ent_document_dup_suggested_name (document);
  g_assert_cmpstr (name, ==, "plan.json");
}

static void
test_suggested_name (void)
{
  static const struct
  {
    const char *title;
    const char *name;
  } names[] = {
    { "", "Untitled partnership.entente.json" },
    { "Harbour: \"Green\" 1/2", "Harbour- -Green- 1-2.entente.json" },
    { "..hidden", "hidden.entente.json" },
    { "...", "partnership.entente.json" },
    { "Zürich \360\237\214\261", "Zürich \360\237\214\261.entente.json" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr(EntDocument) document = ent_document_new ();
      g_autofree char *name = NULL;

      if (names[i].title[0] != '\0')
        set_title (document, names[i].title);
      name = ent_document_dup_suggested_name (document);
      g_assert_cmpstr (name, ==, names[i].name);
    }
}

static void
test_modified (Folder        *folder,
               gconstpointer  data)
{
  g_autoptr(EntDocument) document = new_saved (folder);
  g_autoptr(GError) error = NULL;
  guint n_changes = 0;

  g_signal_connect_swapped (document, "notify::modified", G_CALLBACK (count), &n_changes);
  set_title (document, "Two");
  g_assert_true (ent_document_get_modified (document));
  ent_history_undo (history_of (document));
  g_assert_false (ent_document_get_modified (document));
  ent_history_undo (history_of (document));
  g_assert_true (ent_document_get_modified (document));
  ent_history_redo (history_of (document));
  g_assert_false (ent_document_get_modified (document));
  ent_history_redo (history_of (document));
  g_assert_true (ent_document_get_modified (document));
  g_assert_cmpuint (n_changes, ==, 5);

  g_assert_true (save (document, &error));
  g_assert_no_error (error);
  g_assert_false (ent_document_get_modified (document));
  assert_title_on_disk (folder->path, "Two");
  ent_history_undo (history_of (document));
  g_assert_true (ent_document_get_modified (document));
}

/* Typing on after a save is a step of its own: undo leads back to what was saved. */
static void
test_save_seals (Folder        *folder,
                 gconstpointer  data)
{
  g_autoptr(EntDocument) document = ent_document_new ();

  set_title (document, "On");
  set_title (document, "One");
  g_assert_true (save_as (document, folder->path, FALSE, NULL));
  set_title (document, "One more");
  ent_history_undo (history_of (document));
  g_assert_cmpstr (ent_document_get_title (document), ==, "One");
  g_assert_false (ent_document_get_modified (document));
}

/* Somebody else saves the same file: nothing of either is lost. */
static void
test_changed (Folder        *folder,
              gconstpointer  data)
{
  g_autoptr(EntDocument) mine = new_saved (folder);
  g_autoptr(EntDocument) theirs = open_well (folder->path);
  g_autofree char *copy = folder_child (folder, "copy.json");
  g_autoptr(GError) error = NULL;
  EntProject *before = ent_document_get_project (mine);

  set_title (theirs, "Theirs");
  g_assert_true (save (theirs, &error));
  set_title (mine, "Mine");
  g_assert_false (save (mine, &error));
  g_assert_error (error, ENT_STORE_ERROR, ENT_STORE_ERROR_CHANGED);
  g_assert_true (ent_document_get_modified (mine));
  assert_title_on_disk (folder->path, "Theirs");
  g_clear_error (&error);

  g_assert_true (save_copy (mine, copy, &error));
  g_assert_no_error (error);
  assert_title_on_disk (copy, "Mine");
  g_assert_true (ent_document_get_modified (mine));
  g_assert_cmpstr (g_file_peek_path (ent_document_get_file (mine)), ==, folder->path);

  g_assert_true (reload (mine, &error));
  g_assert_no_error (error);
  g_assert_true (before != ent_document_get_project (mine));
  g_assert_cmpstr (ent_document_get_title (mine), ==, "Theirs");
  g_assert_false (ent_document_get_modified (mine));
  set_title (mine, "Both");
  g_assert_true (ent_document_get_modified (mine));
  g_assert_true (save (mine, &error));
  g_assert_no_error (error);
  assert_title_on_disk (folder->path, "Both");
}

static void
test_failed_save (Folder        *folder,
                  gconstpointer  data)
{
  g_autoptr(EntDocument) document = new_saved (folder);
  g_autofree char *other = folder_child (folder, "other.json");
  g_autofree char *missing = folder_child (folder, "missing/plan.json");
  g_autoptr(GError) error = NULL;

  set_title (document, "Two");
  g_assert_cmpint (chmod (folder->path, 0444), ==, 0);
  g_assert_false (save (document, &error));
  g_assert_error (error, ENT_STORE_ERROR, ENT_STORE_ERROR_READ_ONLY);
  g_assert_true (ent_document_get_modified (document));
  g_clear_error (&error);

  g_assert_false (save_as (document, missing, FALSE, &error));
  g_assert_error (error, ENT_STORE_ERROR, ENT_STORE_ERROR_GONE);
  g_assert_cmpstr (g_file_peek_path (ent_document_get_file (document)), ==, folder->path);
  g_clear_error (&error);

  g_assert_false (save_as (document, folder->path, FALSE, &error));
  g_assert_error (error, ENT_STORE_ERROR, ENT_STORE_ERROR_EXISTS);
  g_assert_true (ent_document_get_modified (document));
  assert_title_on_disk (folder->path, "One");
  g_clear_error (&error);

  g_assert_true (save_as (document, other, FALSE, &error));
  g_assert_no_error (error);
  g_assert_false (ent_document_get_modified (document));
  g_assert_cmpstr (g_file_peek_path (ent_document_get_file (document)), ==, other);
}

static void
test_failed_reload (Folder        *folder,
                    gconstpointer  data)
{
  g_autoptr(EntDocument) document = new_saved (folder);
  g_autoptr(GError) error = NULL;
  EntProject *project = ent_document_get_project (document);

  set_title (document, "Two");
  put_text (folder->path, "<html>");
  g_assert_false (reload (document, &error));
  g_assert_error (error, ENT_STORE_ERROR, ENT_STORE_ERROR_INVALID);
  g_assert_true (ent_document_get_project (document) == project);
  g_assert_cmpstr (ent_document_get_title (document), ==, "Two");
  g_assert_true (ent_document_get_modified (document));
}

static void
test_edit_while_saving (Folder        *folder,
                        gconstpointer  data)
{
  g_autoptr(EntDocument) document = new_saved (folder);
  g_autoptr(GError) error = NULL;
  Waiting waiting = { NULL, 0 };

  set_title (document, "Two");
  ent_document_save_async (document, NULL, on_done, &waiting);
  g_assert_true (ent_document_get_busy (document));
  g_assert_true (ent_document_get_modified (document));
  set_title (document, "Three");
  g_assert_true (finish_save (document, &waiting, &error));
  g_assert_no_error (error);
  assert_title_on_disk (folder->path, "Two");
  g_assert_true (ent_document_get_modified (document));
  ent_history_undo (history_of (document));
  g_assert_cmpstr (ent_document_get_title (document), ==, "Two");
  g_assert_false (ent_document_get_modified (document));
}

/* Each takes its turn; the second saves what was edited since the first was asked for. */
static void
test_two_saves (Folder        *folder,
                gconstpointer  data)
{
  g_autoptr(EntDocument) document = new_saved (folder);
  g_autofree char *copy = folder_child (folder, "copy.json");
  g_autoptr(GFile) copy_file = g_file_new_for_path (copy);
  g_autoptr(GError) error = NULL;
  Waiting first = { NULL, 0 };
  Waiting second = { NULL, 0 };
  Waiting third = { NULL, 0 };

  set_title (document, "Two");
  ent_document_save_async (document, NULL, on_done, &first);
  set_title (document, "Three");
  ent_document_save_async (document, NULL, on_done, &second);
  ent_document_save_copy_async (document, copy_file, FALSE, NULL, on_done, &third);
  g_assert_true (finish_save (document, &first, &error));
  g_assert_cmpuint (second.n, ==, 0);
  g_assert_true (finish_save (document, &second, &error));
  g_assert_cmpuint (third.n, ==, 0);
  g_assert_true (finish_save (document, &third, &error));
  g_assert_no_error (error);
  g_assert_false (ent_document_get_busy (document));
  g_assert_false (ent_document_get_modified (document));
  assert_title_on_disk (folder->path, "Three");
  assert_title_on_disk (copy, "Three");
  g_assert_cmpuint (first.n + second.n + third.n, ==, 3);
}

/* The document lives until it has been written, also if nobody holds it any more. */
static void
test_let_go_while_saving (Folder        *folder,
                          gconstpointer  data)
{
  EntDocument *document = new_saved (folder);
  gpointer watched = document;
  Waiting waiting = { NULL, 0 };

  g_object_add_weak_pointer (G_OBJECT (document), &watched);
  set_title (document, "Two");
  ent_document_save_async (document, NULL, on_done, &waiting);
  ent_document_save_async (document, NULL, NULL, NULL);
  g_object_unref (document);
  (void) wait_for (&waiting);
  g_clear_object (&waiting.result);
  while (watched != NULL)
    g_main_context_iteration (NULL, TRUE);
  assert_title_on_disk (folder->path, "Two");
}

static void
test_cancelled (Folder        *folder,
                gconstpointer  data)
{
  g_autoptr(EntDocument) document = new_saved (folder);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;
  Waiting waiting = { NULL, 0 };

  set_title (document, "Two");
  g_cancellable_cancel (cancellable);
  ent_document_save_async (document, cancellable, on_done, &waiting);
  g_assert_false (finish_save (document, &waiting, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_true (ent_document_get_modified (document));
  assert_title_on_disk (folder->path, "One");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  folder_add_test ("/store/document/new", NULL, test_new);
  folder_add_test ("/store/document/title", NULL, test_title);
  g_test_add_func ("/store/document/suggested-name", test_suggested_name);
  folder_add_test ("/store/document/modified", NULL, test_modified);
  folder_add_test ("/store/document/save-seals", NULL, test_save_seals);
  folder_add_test ("/store/document/changed", NULL, test_changed);
  folder_add_test ("/store/document/failed-save", NULL, test_failed_save);
  folder_add_test ("/store/document/failed-reload", NULL, test_failed_reload);
  folder_add_test ("/store/document/edit-while-saving", NULL, test_edit_while_saving);
  folder_add_test ("/store/document/two-saves", NULL, test_two_saves);
  folder_add_test ("/store/document/let-go-while-saving", NULL, test_let_go_while_saving);
  folder_add_test ("/store/document/cancelled", NULL, test_cancelled);

  return g_test_run ();
}
