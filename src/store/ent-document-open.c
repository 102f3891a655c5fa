/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opening a document: the file is read and its project built in a thread, then handed over
 * whole. */
#include "config.h"

#include "store/ent-document-private.h"

#include "store/ent-save-clean.h"
#include "store/ent-versions.h"

typedef struct
{
  GFile *file;
  EntProgress *progress;
  gboolean salvage;
} Opening;

static void
opening_free (gpointer data)
{
  Opening *self = data;

  g_object_unref (self->file);
  ent_progress_free (self->progress);
  g_free (self);
}

/*
 * Reads a file and puts it away, so that what is edited then has something to begin with, and so
 * that it can be had back as it was. Where that does not succeed it is tried again later.
 */
EntProjectFile *
_ent_document_load (GFile         *file,
                    gboolean       salvage,
                    EntProgress   *progress,
                    GCancellable  *cancellable,
                    GError       **error)
{
  EntProjectFile *loaded;

  loaded = salvage
             ? ent_project_file_salvage (file, ent_progress_report, progress, cancellable, error)
             : ent_project_file_read (file, ent_progress_report, progress, cancellable, error);
  (void) ent_save_clean_beside (file);
  if (loaded != NULL)
    {
      EntRecord *info = ent_project_get_info (loaded->project);

      ent_versions_put (loaded->bytes, ent_project_get_id (loaded->project),
                        ent_record_get_string (info, ENT_PROJECT_TITLE), ENT_VERSION_OPENED,
                        &loaded->version, NULL);
    }
  return loaded;
}

static void
open_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  Opening *opening = task_data;
  EntProjectFile *loaded;
  GError *error = NULL;

  loaded = _ent_document_load (opening->file, opening->salvage, opening->progress, cancellable,
                               &error);
  if (loaded != NULL)
    g_task_return_pointer (task, loaded, (GDestroyNotify) ent_project_file_free);
  else
    g_task_return_error (task, error);
}

static void
start (GFile               *file,
       gboolean             salvage,
       EntProgressFunc      progress,
       gpointer             progress_data,
       GCancellable        *cancellable,
       GAsyncReadyCallback  callback,
       gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Opening *opening = g_new0 (Opening, 1);

  opening->file = g_object_ref (file);
  opening->progress = ent_progress_new (progress, progress_data);
  opening->salvage = salvage;
  g_task_set_source_tag (task, start);
  g_task_set_task_data (task, opening, opening_free);
  g_task_run_in_thread (task, open_in_thread);
}

/**
 * ent_document_open_async:
 * @file: the file to open
 * @progress: (nullable): is told how far it is
 * @progress_data: for @progress; has to live until @callback is called
 * @cancellable: (nullable): to stop it
 * @callback: called when it is open or has failed
 * @user_data: for @callback
 *
 * Opens a project file. A file of which a part cannot be read is opened as a copy without a name,
 * and what is missing is in its problems.
 */
void
ent_document_open_async (GFile               *file,
                         EntProgressFunc      progress,
                         gpointer             progress_data,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_return_if_fail (G_IS_FILE (file));

  start (file, FALSE, progress, progress_data, cancellable, callback, user_data);
}

/**
 * ent_document_salvage_async:
 * @file: a file that opening refused with ENT_STORE_ERROR_DAMAGED
 * @progress: (nullable): is told how far it is
 * @progress_data: for @progress; has to live until @callback is called
 * @cancellable: (nullable): to stop it
 * @callback: called when it is open or has failed
 * @user_data: for @callback
 *
 * Opens what is readable of a damaged file, as a copy without a name. The file stays as it is.
 */
void
ent_document_salvage_async (GFile               *file,
                            EntProgressFunc      progress,
                            gpointer             progress_data,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_return_if_fail (G_IS_FILE (file));

  start (file, TRUE, progress, progress_data, cancellable, callback, user_data);
}

/**
 * ent_document_open_finish:
 * @result: of ent_document_open_async() or ent_document_salvage_async()
 * @error: (out) (optional): an #EntStoreError, or G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the document
 */
EntDocument *
ent_document_open_finish (GAsyncResult  *result,
                          GError       **error)
{
  g_autoptr(EntProjectFile) loaded = NULL;
  Opening *opening;

  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, start), NULL);

  opening = g_task_get_task_data (G_TASK (result));
  loaded = g_task_propagate_pointer (G_TASK (result), error);
  if (loaded == NULL)
    return NULL;
  return _ent_document_new_for_file (loaded->is_partial ? NULL : opening->file, loaded);
}

/**
 * ent_document_new_from_sample:
 * @sample: a file to begin with
 * @error: (out) (optional): an #EntStoreError
 *
 * Makes a document without a name that holds what is in @sample. It is a project of its own, with
 * an id of its own: copies of one sample have nothing to do with each other.
 *
 * Returns: (transfer full) (nullable): the document
 */
EntDocument *
ent_document_new_from_sample (GFile   *sample,
                              GError **error)
{
  g_autoptr(EntProjectFile) loaded = NULL;
  g_autofree char *id = ent_id_new ();

  g_return_val_if_fail (G_IS_FILE (sample), NULL);

  loaded = ent_project_file_read (sample, NULL, NULL, NULL, error);
  if (loaded == NULL)
    return NULL;
  ent_project_load_begin (loaded->project, id);
  ent_project_load_end (loaded->project);
  return _ent_document_new_for_file (NULL, loaded);
}
