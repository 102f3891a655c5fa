/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Saving and reloading a document, one after the other. The bytes are made in the main thread, of
 * the project as it is then; writing them is done in a thread while editing goes on, and only what
 * was written counts as saved. A request that comes in the meantime waits for its turn.
 */
#include "config.h"

#include "store/ent-document-private.h"

#include "store/ent-versions.h"

#include <glib/gi18n.h>

/* For as long what was discarded can be had back, if only by hand. */
#define DAYS_ASIDE 7u

typedef enum
{
  JOB_SAVE,
  JOB_SAVE_AS,
  JOB_SAVE_COPY,
  JOB_RELOAD,
} JobKind;

typedef struct
{
  JobKind kind;
  GFile *file;
  gboolean overwrite;

  GBytes *bytes;
  EntFingerprint expected;
  guint64 state;
  EntSaveReceipt receipt;
  char *project;
  char *title;
  char *version; /* of @bytes, once they are put away */

  EntProgress *progress;
  EntProjectFile *loaded;
} Job;

static void run_next (EntDocument *self);

static void
job_free (gpointer data)
{
  Job *self = data;

  g_clear_object (&self->file);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self->project);
  g_free (self->title);
  g_free (self->version);
  g_clear_pointer (&self->progress, ent_progress_free);
  g_clear_pointer (&self->loaded, ent_project_file_free);
  g_free (self);
}

/* Whether what is written becomes what the document is saved as. */
static gboolean
is_save (Job *job)
{
  return job->kind == JOB_SAVE || job->kind == JOB_SAVE_AS;
}

static gboolean
prepare_bytes (Job          *job,
               EntDocument  *document,
               GError      **error)
{
  EntHistory *history = ent_project_get_history (ent_document_get_project (document));
  GBytes *original = _ent_document_get_original (document);

  ent_history_seal (history);
  job->state = ent_history_get_state (history);
  job->expected = *_ent_document_get_fingerprint (document);
  if (original != NULL && job->kind != JOB_SAVE)
    job->bytes = g_bytes_ref (original);
  else
    job->bytes = ent_project_file_make_bytes (ent_document_get_project (document),
                                              ent_document_get_title (document), error);
  if (job->bytes == NULL)
    return FALSE;
  job->project = g_strdup (ent_project_get_id (ent_document_get_project (document)));
  job->title = g_strdup (ent_document_get_title (document));
  if (is_save (job) && _ent_document_get_keeper (document) != NULL)
    ent_keeper_begin_save (_ent_document_get_keeper (document));
  return TRUE;
}

/* Takes from the document what the thread needs, because the thread must not touch it. */
static gboolean
prepare (Job          *job,
         EntDocument  *document,
         GError      **error)
{
  if (job->file == NULL)
    g_set_object (&job->file, ent_document_get_file (document));
  if (job->file == NULL)
    {
      g_set_error (error, ENT_STORE_ERROR, ENT_STORE_ERROR_NO_NAME,
                   _("“%s” has no file yet. Use Save As to give it one."),
                   ent_document_get_title (document));
      return FALSE;
    }
  if (job->kind != JOB_RELOAD)
    return prepare_bytes (job, document, error);
  job->progress = ent_progress_new (_ent_document_set_progress, document);
  return TRUE;
}

static gboolean
save (Job           *job,
      GCancellable  *cancellable,
      GError       **error)
{
  if (job->kind == JOB_SAVE)
    return ent_file_save (job->file, job->bytes, &job->expected, &job->receipt, cancellable, error);
  return ent_file_save_copy (job->file, job->bytes, job->overwrite, &job->receipt, cancellable,
                             error);
}

static gboolean
reload (Job           *job,
        GCancellable  *cancellable,
        GError       **error)
{
  job->loaded = _ent_document_load (job->file, FALSE, job->progress, cancellable, error);
  return job->loaded != NULL;
}

/* What was saved is kept, and what is old enough goes; but not on the word of a disk that did not
 * confirm what it was given. */
static void
keep_version (Job *job)
{
  g_auto(GStrv) needed = NULL;

  ent_versions_put (job->bytes, job->project, job->title, ENT_VERSION_SAVED, &job->version, NULL);
  if (!job->receipt.confirmed)
    return;
  needed = ent_journal_dup_bases ();
  ent_versions_prune ((const char *const *) needed, NULL);
  ent_journal_expire (ENT_STATE_ASIDE, DAYS_ASIDE);
}

static gboolean
run (Job           *job,
     GCancellable  *cancellable,
     GError       **error)
{
  if (job->kind == JOB_RELOAD)
    return reload (job, cancellable, error);
  if (!save (job, cancellable, error))
    return FALSE;
  if (is_save (job))
    keep_version (job);
  return TRUE;
}

static void
apply (Job         *job,
       EntDocument *document)
{
  EntKeeper *keeper = _ent_document_get_keeper (document);
  const EntKeeperBase base = { job->file, job->bytes, job->version, &job->receipt.fingerprint };

  if (job->kind == JOB_RELOAD)
    _ent_document_take_loaded (document, job->loaded);
  if (!is_save (job))
    return;
  _ent_document_set_saved (document, job->file, &job->receipt, job->state);
  if (keeper != NULL)
    ent_keeper_end_save (keeper, &base, job->receipt.confirmed);
}

static void
give_up (Job         *job,
         EntDocument *document)
{
  if (is_save (job) && _ent_document_get_keeper (document) != NULL)
    ent_keeper_cancel_save (_ent_document_get_keeper (document));
}

static void
run_in_thread (GTask        *worker,
               gpointer      source,
               gpointer      task_data,
               GCancellable *cancellable)
{
  GError *error = NULL;

  if (run (task_data, cancellable, &error))
    g_task_return_boolean (worker, TRUE);
  else
    g_task_return_error (worker, error);
}

static void
finish (GTask  *task,
        GError *error)
{
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

static void
on_run (GObject      *source,
        GAsyncResult *worker,
        gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  EntDocument *self = g_task_get_source_object (task);
  GError *error = NULL;

  if (g_task_propagate_boolean (G_TASK (worker), &error))
    apply (g_task_get_task_data (task), self);
  else
    give_up (g_task_get_task_data (task), self);
  _ent_document_set_busy (self, FALSE);
  finish (task, error);
  run_next (self);
}

/* A result is what has happened: a save that was cancelled too late has succeeded. */
static GTask *
new_task (gpointer             self,
          GCancellable        *cancellable,
          GAsyncReadyCallback  callback,
          gpointer             user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_check_cancellable (task, FALSE);
  return task;
}

static void
run_next (EntDocument *self)
{
  GQueue *jobs = _ent_document_get_jobs (self);

  while (!ent_document_get_busy (self) && !g_queue_is_empty (jobs))
    {
      g_autoptr(GTask) task = g_queue_pop_head (jobs);
      g_autoptr(GTask) worker = NULL;
      Job *job = g_task_get_task_data (task);
      GError *error = NULL;

      if (!prepare (job, self, &error))
        {
          finish (task, error);
          continue;
        }
      _ent_document_set_busy (self, TRUE);
      /* Not of this document: a thread that held it might be the one to free it. */
      worker = new_task (NULL, g_task_get_cancellable (task), on_run, g_object_ref (task));
      g_task_set_task_data (worker, job, NULL);
      g_task_run_in_thread (worker, run_in_thread);
    }
}

static void
start (EntDocument         *self,
       JobKind              kind,
       GFile               *file,
       gboolean             overwrite,
       GCancellable        *cancellable,
       GAsyncReadyCallback  callback,
       gpointer             user_data)
{
  GTask *task = new_task (self, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->kind = kind;
  g_set_object (&job->file, file);
  job->overwrite = overwrite;
  g_task_set_source_tag (task, start);
  g_task_set_task_data (task, job, job_free);
  g_queue_push_tail (_ent_document_get_jobs (self), task);
  run_next (self);
}

/**
 * ent_document_save_async:
 * @self: a document
 * @cancellable: (nullable): to stop it; once the file is replaced it is too late
 * @callback: called when it is saved or has failed
 * @user_data: for @callback
 *
 * Saves the project to its file as it is when its turn comes, which is now unless another save is
 * under way. What is edited after that stays modified.
 */
void
ent_document_save_async (EntDocument         *self,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_return_if_fail (ENT_IS_DOCUMENT (self));

  start (self, JOB_SAVE, NULL, FALSE, cancellable, callback, user_data);
}

/**
 * ent_document_save_as_async:
 * @self: a document
 * @file: where to save
 * @overwrite: whether a file that is there is to be replaced, as the user said in the file chooser
 * @cancellable: (nullable): to stop it
 * @callback: called when it is saved or has failed
 * @user_data: for @callback
 *
 * Saves the project to @file, which becomes its file if that succeeds.
 */
void
ent_document_save_as_async (EntDocument         *self,
                            GFile               *file,
                            gboolean             overwrite,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_return_if_fail (ENT_IS_DOCUMENT (self));
  g_return_if_fail (G_IS_FILE (file));

  start (self, JOB_SAVE_AS, file, overwrite, cancellable, callback, user_data);
}

/**
 * ent_document_save_copy_async:
 * @self: a document
 * @file: where to save
 * @overwrite: whether a file that is there is to be replaced, as the user said in the file chooser
 * @cancellable: (nullable): to stop it
 * @callback: called when it is saved or has failed
 * @user_data: for @callback
 *
 * Saves the project to @file and goes on with its own file: it is as modified as before.
 */
void
ent_document_save_copy_async (EntDocument         *self,
                              GFile               *file,
                              gboolean             overwrite,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_return_if_fail (ENT_IS_DOCUMENT (self));
  g_return_if_fail (G_IS_FILE (file));

  start (self, JOB_SAVE_COPY, file, overwrite, cancellable, callback, user_data);
}

/**
 * ent_document_save_finish:
 * @self: a document
 * @result: of ent_document_save_async(), ent_document_save_as_async() or
 *   ent_document_save_copy_async()
 * @confirmed: (out) (optional): whether the disk confirmed that it survives a power failure; if
 *   not it is saved all the same, and people should be told
 * @error: (out) (optional): an #EntStoreError, or G_IO_ERROR_CANCELLED. With
 *   ENT_STORE_ERROR_CHANGED the file was changed by somebody else: offer
 *   ent_document_save_copy_async() and ent_document_reload_async()
 *
 * Returns: whether it was saved
 */
gboolean
ent_document_save_finish (EntDocument   *self,
                          GAsyncResult  *result,
                          gboolean      *confirmed,
                          GError       **error)
{
  Job *job;

  g_return_val_if_fail (ENT_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, start), FALSE);

  job = g_task_get_task_data (G_TASK (result));
  if (confirmed != NULL)
    *confirmed = job->receipt.confirmed;
  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * ent_document_reload_async:
 * @self: a document with a file
 * @cancellable: (nullable): to stop it
 * @callback: called when it is reloaded or has failed
 * @user_data: for @callback
 *
 * Reads the file again and shows that instead: what was not saved is given up, and the document
 * has another project. If it fails everything stays as it is.
 */
void
ent_document_reload_async (EntDocument         *self,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_return_if_fail (ENT_IS_DOCUMENT (self));

  start (self, JOB_RELOAD, NULL, FALSE, cancellable, callback, user_data);
}

/**
 * ent_document_reload_finish:
 * @self: a document
 * @result: of ent_document_reload_async()
 * @error: (out) (optional): an #EntStoreError, or G_IO_ERROR_CANCELLED
 *
 * Returns: whether it was reloaded
 */
gboolean
ent_document_reload_finish (EntDocument   *self,
                            GAsyncResult  *result,
                            GError       **error)
{
  return ent_document_save_finish (self, result, NULL, error);
}
