/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is noticed of the file of a document: only what others do, whatever the document itself does
 * with it. Tests wait for what is told, never for a time.
 */
#include "document-test.h"

#include "store/ent-document-watch.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  EntDocumentWatch *watch;
  guint n_told;
} Told;

static void
watch_document (Told        *told,
                EntDocument *document)
{
  told->watch = ent_document_watch_new (document);
  told->n_told = 0;
  g_signal_connect_swapped (told->watch, "notify::state", G_CALLBACK (count), &told->n_told);
}

static void
wait_for_state (Told         *told,
                EntFileState  state)
{
  while (ent_document_watch_get_state (told->watch) != state)
    {
      ent_document_watch_check (told->watch);
      g_main_context_iteration (NULL, TRUE);
    }
}

static void
assert_says (Told       *told,
             const char *words)
{
  g_autofree char *text = ent_document_watch_dup_message (told->watch);

  g_test_message ("%s", text);
  g_assert_nonnull (text);
  g_assert_nonnull (strstr (text, "“plan.json”"));
  g_assert_nonnull (strstr (text, words));
}

static void
put_other (const char *path,
           const char *title)
{
  g_autofree char *text = text_of (path);
  GString *other = g_string_new (text);

  g_assert_cmpuint (g_string_replace (other, "\"One\"", title, 1), ==, 1);
  put_text (path, other->str);
  g_string_free (other, TRUE);
}

static void
test_nothing (Folder        *folder,
              gconstpointer  data)
{
  g_autoptr(EntDocument) document = ent_document_new ();
  Told told;

  watch_document (&told, document);
  ent_document_watch_check (told.watch);
  g_assert_cmpint (ent_document_watch_get_state (told.watch), ==, ENT_FILE_UNCHANGED);
  g_assert_null (ent_document_watch_dup_message (told.watch));
  g_object_unref (told.watch);
}

/* Whoever hears of own saves would soon listen to nothing. */
static void
test_own_saves (Folder        *folder,
                gconstpointer  data)
{
  g_autoptr(EntDocument) document = new_saved (folder);
  g_autofree char *other = folder_child (folder, "other.json");
  Told told;

  watch_document (&told, document);
  for (int i = 0; i < 20; i++)
    {
      g_autofree char *title = g_strdup_printf ("Title %d", i);

      set_title (document, title);
      g_assert_true (save (document, NULL));
      ent_document_watch_check (told.watch);
    }
  g_assert_true (save_as (document, other, TRUE, NULL));
  g_assert_true (reload (document, NULL));
  g_assert_cmpuint (told.n_told, ==, 0);
  /* Everything that was looked at until then was seen when this is told. */
  g_unlink (other);
  wait_for_state (&told, ENT_FILE_GONE);
  g_assert_cmpuint (told.n_told, ==, 1);
  g_object_unref (told.watch);
}

static void
test_changed (Folder        *folder,
              gconstpointer  data)
{
  g_autoptr(EntDocument) document = new_saved (folder);
  g_autoptr(GError) error = NULL;
  Told told;

  watch_document (&told, document);
  put_other (folder->path, "\"Two\"");
  wait_for_state (&told, ENT_FILE_CHANGED);
  assert_says (&told, "was changed by somebody else");

  /* A save that is refused changes nothing of it, and does not say it twice. */
  set_title (document, "Mine");
  g_assert_false (save (document, &error));
  g_assert_error (error, ENT_STORE_ERROR, ENT_STORE_ERROR_CHANGED);
  g_assert_cmpint (ent_document_watch_get_state (told.watch), ==, ENT_FILE_CHANGED);
  g_assert_cmpuint (told.n_told, ==, 1);

  g_assert_true (reload (document, NULL));
  g_assert_cmpint (ent_document_watch_get_state (told.watch), ==, ENT_FILE_UNCHANGED);
  g_assert_cmpuint (told.n_told, ==, 2);
  g_assert_cmpstr (ent_document_get_title (document), ==, "Two");
  g_object_unref (told.watch);
}

static void
test_gone (Folder        *folder,
           gconstpointer  data)
{
  g_autoptr(EntDocument) document = new_saved (folder);
  Told told;

  watch_document (&told, document);
  g_assert_cmpint (g_unlink (folder->path), ==, 0);
  wait_for_state (&told, ENT_FILE_GONE);
  assert_says (&told, "was moved or deleted");

  g_assert_true (save_as (document, folder->path, FALSE, NULL));
  wait_for_state (&told, ENT_FILE_UNCHANGED);
  g_assert_null (ent_document_watch_dup_message (told.watch));
  g_object_unref (told.watch);
}

/* What was said of one file is not said of the next. */
static void
test_save_as (Folder        *folder,
              gconstpointer  data)
{
  g_autoptr(EntDocument) document = new_saved (folder);
  g_autofree char *other = folder_child (folder, "other.json");
  Told told;

  watch_document (&told, document);
  put_other (folder->path, "\"Two\"");
  wait_for_state (&told, ENT_FILE_CHANGED);
  g_assert_true (save_as (document, other, FALSE, NULL));
  g_assert_cmpint (ent_document_watch_get_state (told.watch), ==, ENT_FILE_UNCHANGED);
  g_assert_cmpuint (told.n_told, ==, 2);
  g_object_unref (told.watch);
}

static char *
summarise (Told    *told,
           GError **error)
{
  Waiting waiting = { NULL, 0 };
  g_autoptr(GAsyncResult) result = NULL;

  ent_document_watch_summarise_async (told->watch, NULL, on_done, &waiting);
  result = wait_for (&waiting);
  return ent_document_watch_summarise_finish (told->watch, result, error);
}

static void
test_summary (Folder        *folder,
              gconstpointer  data)
{
  g_autoptr(EntDocument) document = new_saved (folder);
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;
  Told told;

  watch_document (&told, document);
  put_other (folder->path, "\"Two\"");
  wait_for_state (&told, ENT_FILE_CHANGED);
  set_title (document, "Mine");
  text = summarise (&told, &error);
  g_assert_no_error (error);
  g_test_message ("%s", text);
  g_assert_nonnull (strstr (text, "partnership"));

  put_text (folder->path, "<html>log in</html>");
  g_assert_null (summarise (&told, &error));
  g_assert_error (error, ENT_STORE_ERROR, ENT_STORE_ERROR_INVALID);
  g_object_unref (told.watch);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  folder_add_test ("/store/document-watch/nothing", NULL, test_nothing);
  folder_add_test ("/store/document-watch/own-saves", NULL, test_own_saves);
  folder_add_test ("/store/document-watch/changed", NULL, test_changed);
  folder_add_test ("/store/document-watch/gone", NULL, test_gone);
  folder_add_test ("/store/document-watch/save-as", NULL, test_save_as);
  folder_add_test ("/store/document-watch/summary", NULL, test_summary);

  return g_test_run ();
}
