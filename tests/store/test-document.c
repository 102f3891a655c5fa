/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document over its life: what counts as modified, what a failed save changes (nothing), and what
 * happens when several things are asked of it at once.
 */
#include "store-test.h"

#include "store/ent-document.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define NEWER "{\n  \"format\": \"entente\",\n  \"version\": 99,\n  \"id\": \"aaaaaaaaaaaaa\",\n" \
              "  \"project\": {\"title\": \"From the future\"}\n}\n"

typedef struct
{
  GAsyncResult *result;
  guint n;
} Waiting;

static void
on_done (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  Waiting *waiting = user_data;

  g_set_object (&waiting->result, result);
  waiting->n++;
}

static GAsyncResult *
wait_for (Waiting *waiting)
{
  while (waiting->result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return waiting->result;
}

static gboolean
finish_save (EntDocument  *document,
             Waiting      *waiting,
             GError      **error)
{
  gboolean confirmed = FALSE;
  gboolean saved = ent_document_save_finish (document, wait_for (waiting), &confirmed, error);

  g_assert_true (confirmed == saved);
  g_clear_object (&waiting->result);
  return saved;
}

static gboolean
save (EntDocument  *document,
      GError      **error)
{
  Waiting waiting = { NULL, 0 };

  ent_document_save_async (document, NULL, on_done, &waiting);
  return finish_save (document, &waiting, error);
}

static gboolean
save_as (EntDocument  *document,
         const char   *path,
         gboolean      overwrite,
         GError      **error)
{
  g_autoptr(GFile) file = g_file_new_for_path (path);
  Waiting waiting = { NULL, 0 };

  ent_document_save_as_async (document, file, overwrite, NULL, on_done, &waiting);
  return finish_save (document, &waiting, error);
}

static gboolean
save_copy (EntDocument  *document,
           const char   *path,
           GError      **error)
{
  g_autoptr(GFile) file = g_file_new_for_path (path);
  Waiting waiting = { NULL, 0 };

  ent_document_save_copy_async (document, file, FALSE, NULL, on_done, &waiting);
  return finish_save (document, &waiting, error);
}

static gboolean
reload (EntDocument  *document,
        GError      **error)
{
  Waiting waiting = { NULL, 0 };
  gboolean reloaded;

  ent_document_reload_async (document, NULL, on_done, &waiting);
  reloaded = ent_document_reload_finish (document, wait_for (&waiting), error);
  g_clear_object (&waiting.result);
  return reloaded;
}

static EntDocument *
open_file (const char  *path,
           gboolean     salvage,
           GError     **error)
{
  g_autoptr(GFile) file = g_file_new_for_path (path);
  Waiting waiting = { NULL, 0 };
  EntDocument *document;

  if (salvage)
    ent_document_salvage_async (file, NULL, NULL, NULL, on_done, &waiting);
  else
    ent_document_open_async (file, NULL, NULL, NULL, on_done, &waiting);
  document = ent_document_open_finish (wait_for (&waiting), error);
  g_clear_object (&waiting.result);
  return document;
}

static EntDocument *
open_well (const char *path)
{
  g_autoptr(GError) error = NULL;
  EntDocument *document = open_file (path, FALSE, &error);

  g_assert_no_error (error);
  return document;
}

static void
set_title (EntDocument *document,
           const char  *title)
{
  EntRecord *info = ent_project_get_info (ent_document_get_project (document));

  g_assert_true (ent_record_set_string (info, ENT_PROJECT_TITLE, title));
}

static EntHistory *
history_of (EntDocument *document)
{
  return ent_project_get_history (ent_document_get_project (document));
}

/* A document with the title "One", saved to the path of @folder. */
static EntDocument *
new_saved (Folder *folder)
{
  g_autoptr(GError) error = NULL;
  EntDocument *document = ent_document_new ();

  set_title (document, "One");
  g_assert_true (save_as (document, folder->path, FALSE, &error));
  g_assert_no_error (error);
  g_assert_false (ent_document_get_modified (document));
  return document;
}

static char *
text_of (const char *path)
{
  char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return text;
}

static void
assert_title_on_disk (const char *path,
                      const char *title)
{
  g_autofree char *text = text_of (path);
  g_autofree char *line = g_strdup_printf ("\"title\": \"%s\"", title);

  g_assert_nonnull (strstr (text, line));
}

static void
count (guint *n)
{
  (*n)++;
}

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

static void
test_open (Folder        *folder,
           gconstpointer  data)
{
  g_autoptr(EntDocument) first = new_saved (folder);
  g_autofree char *before = text_of (folder->path);
  g_autoptr(EntDocument) document = open_well (folder->path);
  g_autoptr(GError) error = NULL;

  g_assert_cmpstr (ent_document_get_title (document), ==, "One");
  g_assert_false (ent_document_get_modified (document));
  g_assert_nonnull (ent_document_get_file (document));
  g_assert_cmpstr (ent_project_get_id (ent_document_get_project (document)), ==,
                   ent_project_get_id (ent_document_get_project (first)));
  g_assert_true (save (document, &error));
  g_assert_no_error (error);
  assert_text (folder->path, before);
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

static void
test_refused (Folder        *folder,
              gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (open_file (folder->path, FALSE, &error));
  g_assert_error (error, ENT_STORE_ERROR, ENT_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  put_text (folder->path, "<!DOCTYPE html><html>log in</html>");
  g_assert_null (open_file (folder->path, FALSE, &error));
  g_assert_error (error, ENT_STORE_ERROR, ENT_STORE_ERROR_INVALID);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, "“plan.json”"));
}

static void
test_damaged (Folder        *folder,
              gconstpointer  data)
{
  g_autoptr(EntDocument) first = new_saved (folder);
  g_autoptr(EntDocument) document = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *text = text_of (folder->path);

  text[strlen (text) - 3] = '\0';
  put_text (folder->path, text);
  g_assert_null (open_file (folder->path, FALSE, &error));
  g_assert_error (error, ENT_STORE_ERROR, ENT_STORE_ERROR_DAMAGED);
  g_test_message ("%s", error->message);
  g_clear_error (&error);

  document = open_file (folder->path, TRUE, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (ent_document_get_title (document), ==, "One");
  g_assert_null (ent_document_get_file (document));
  g_assert_true (ent_document_get_modified (document));
  g_assert_false (save (document, &error));
  g_assert_error (error, ENT_STORE_ERROR, ENT_STORE_ERROR_NO_NAME);
  assert_text (folder->path, text);
}

static void
test_newer (Folder        *folder,
            gconstpointer  data)
{
  g_autofree char *copy = folder_child (folder, "copy.json");
  g_autoptr(EntDocument) document = NULL;
  g_autoptr(GError) error = NULL;

  put_text (folder->path, NEWER);
  document = open_well (folder->path);
  g_assert_true (ent_document_get_read_only (document));
  g_assert_false (save (document, &error));
  g_assert_error (error, ENT_STORE_ERROR, ENT_STORE_ERROR_TOO_NEW);
  g_test_message ("%s", error->message);
  g_clear_error (&error);
  g_assert_true (save_copy (document, copy, &error));
  g_assert_no_error (error);
  assert_text (copy, NEWER);
}

static void
test_sample (Folder        *folder,
             gconstpointer  data)
{
  g_autoptr(EntDocument) original = new_saved (folder);
  g_autoptr(GFile) file = g_file_new_for_path (folder->path);
  g_autoptr(GError) error = NULL;
  g_autoptr(EntDocument) document = ent_document_new_from_sample (file, &error);

  g_assert_no_error (error);
  g_assert_null (ent_document_get_file (document));
  g_assert_false (ent_document_get_modified (document));
  g_assert_cmpstr (ent_document_get_title (document), ==, "One");
  g_assert_cmpstr (ent_project_get_id (ent_document_get_project (document)), !=,
                   ent_project_get_id (ent_document_get_project (original)));
  set_title (document, "Two");
  g_assert_true (ent_document_get_modified (document));
  ent_history_undo (history_of (document));
  g_assert_false (ent_document_get_modified (document));
}

typedef struct
{
  GThread *thread;
  double last;
  guint n;
} Progress;

static void
on_progress (double   fraction,
             gpointer user_data)
{
  Progress *progress = user_data;

  g_assert_true (g_thread_self () == progress->thread);
  g_assert_cmpfloat (fraction, >=, progress->last);
  g_assert_cmpfloat (fraction, <=, 1);
  progress->last = fraction;
  progress->n++;
}

static void
test_progress (Folder        *folder,
               gconstpointer  data)
{
  g_autoptr(EntDocument) first = ent_document_new ();
  g_autoptr(EntDocument) document = NULL;
  g_autoptr(GFile) file = g_file_new_for_path (folder->path);
  g_autoptr(GError) error = NULL;
  g_autofree char *text = long_text ('t', 100 * 1000);
  Progress progress = { g_thread_self (), 0, 0 };
  Waiting waiting = { NULL, 0 };

  for (guint i = 0; i < 20; i++)
    {
      EntRecord *partner = ent_record_new (ENT_KIND_PARTNER);

      ent_record_set_string (partner, ENT_PARTNER_NOTE, text);
      g_assert_true (ent_project_append (ent_document_get_project (first), partner, &error));
      g_object_unref (partner);
    }
  g_assert_true (save_as (first, folder->path, FALSE, &error));
  ent_document_open_async (file, on_progress, &progress, NULL, on_done, &waiting);
  document = ent_document_open_finish (wait_for (&waiting), &error);
  g_clear_object (&waiting.result);
  g_assert_no_error (error);
  g_assert_cmpuint (progress.n, >, 0);
  g_assert_cmpuint (ent_project_get_n_records (ent_document_get_project (document),
                                               ENT_KIND_PARTNER),
                    ==, 20);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  folder_add_test ("/store/document/new", NULL, test_new);
  folder_add_test ("/store/document/title", NULL, test_title);
  g_test_add_func ("/store/document/suggested-name", test_suggested_name);
  folder_add_test ("/store/document/modified", NULL, test_modified);
  folder_add_test ("/store/document/save-seals", NULL, test_save_seals);
  folder_add_test ("/store/document/open", NULL, test_open);
  folder_add_test ("/store/document/changed", NULL, test_changed);
  folder_add_test ("/store/document/failed-save", NULL, test_failed_save);
  folder_add_test ("/store/document/failed-reload", NULL, test_failed_reload);
  folder_add_test ("/store/document/edit-while-saving", NULL, test_edit_while_saving);
  folder_add_test ("/store/document/two-saves", NULL, test_two_saves);
  folder_add_test ("/store/document/let-go-while-saving", NULL, test_let_go_while_saving);
  folder_add_test ("/store/document/cancelled", NULL, test_cancelled);
  folder_add_test ("/store/document/refused", NULL, test_refused);
  folder_add_test ("/store/document/damaged", NULL, test_damaged);
  folder_add_test ("/store/document/newer", NULL, test_newer);
  folder_add_test ("/store/document/sample", NULL, test_sample);
  folder_add_test ("/store/document/progress", NULL, test_progress);

  return g_test_run ();
}
