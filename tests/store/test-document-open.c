/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opening: files as they should be, files that are not, and files that are only there in part. */
#include "document-test.h"

#include "store/ent-samples.h"

#include <string.h>

#define NEWER "{\n  \"format\": \"entente\",\n  \"version\": 99,\n  \"id\": \"aaaaaaaaaaaaa\",\n" \
              "  \"project\": {\"title\": \"From the future\"}\n}\n"

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

#define AT_ONCE 20

/* Several files are opened with one click: each in a thread, and the kinds of record are made known
 * to the type system by whichever comes first.
 */
static void
test_many (Folder        *folder,
           gconstpointer  data)
{
  Waiting waiting[AT_ONCE] = { { NULL, 0 } };
  guint n_samples = 0;
  const EntSample *samples = ent_samples_get (&n_samples);

  for (guint i = 0; i < AT_ONCE; i++)
    {
      g_autofree char *base = g_strconcat (samples[i % n_samples].name, ".entente.json", NULL);
      g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "samples", base,
                                                     NULL);
      g_autoptr(GFile) file = g_file_new_for_path (path);

      ent_document_open_async (file, NULL, NULL, NULL, on_done, &waiting[i]);
    }
  for (guint i = 0; i < AT_ONCE; i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(EntDocument) document = ent_document_open_finish (wait_for (&waiting[i]), &error);

      g_assert_no_error (error);
      g_assert_cmpuint (ent_project_get_n_records (ent_document_get_project (document),
                                                   ENT_KIND_PARTNER),
                        >, 2);
      g_clear_object (&waiting[i].result);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  folder_add_test ("/store/open/again", NULL, test_open);
  folder_add_test ("/store/open/refused", NULL, test_refused);
  folder_add_test ("/store/open/damaged", NULL, test_damaged);
  folder_add_test ("/store/open/newer", NULL, test_newer);
  folder_add_test ("/store/open/sample", NULL, test_sample);
  folder_add_test ("/store/open/many", NULL, test_many);
  folder_add_test ("/store/open/progress", NULL, test_progress);

  return g_test_run ();
}
