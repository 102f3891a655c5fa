/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asking things of a document and waiting for the answer. */
#include "document-test.h"

#include <string.h>

void
on_done (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  Waiting *waiting = user_data;

  g_set_object (&waiting->result, result);
  waiting->n++;
}

GAsyncResult *
wait_for (Waiting *waiting)
{
  while (waiting->result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return waiting->result;
}

gboolean
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

gboolean
save (EntDocument  *document,
      GError      **error)
{
  Waiting waiting = { NULL, 0 };

  ent_document_save_async (document, NULL, on_done, &waiting);
  return finish_save (document, &waiting, error);
}

gboolean
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

gboolean
save_copy (EntDocument  *document,
           const char   *path,
           GError      **error)
{
  g_autoptr(GFile) file = g_file_new_for_path (path);
  Waiting waiting = { NULL, 0 };

  ent_document_save_copy_async (document, file, FALSE, NULL, on_done, &waiting);
  return finish_save (document, &waiting, error);
}

gboolean
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

EntDocument *
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

EntDocument *
open_well (const char *path)
{
  g_autoptr(GError) error = NULL;
  EntDocument *document = open_file (path, FALSE, &error);

  g_assert_no_error (error);
  return document;
}

void
set_title (EntDocument *document,
           const char  *title)
{
  EntRecord *info = ent_project_get_info (ent_document_get_project (document));

  g_assert_true (ent_record_set_string (info, ENT_PROJECT_TITLE, title));
}

EntHistory *
history_of (EntDocument *document)
{
  return ent_project_get_history (ent_document_get_project (document));
}

/* A document with the title "One", saved to the path of @folder. */
EntDocument *
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

char *
text_of (const char *path)
{
  char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return text;
}

void
assert_title_on_disk (const char *path,
                      const char *title)
{
  g_autofree char *text = text_of (path);
  g_autofree char *line = g_strdup_printf ("\"title\": \"%s\"", title);

  g_assert_nonnull (strstr (text, line));
}

void
count (guint *n)
{
  (*n)++;
}
