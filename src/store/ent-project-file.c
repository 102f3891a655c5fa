/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads a project from a file and makes the bytes to write, and puts the file's name before what
 * the model says of the bytes: the model does not know where they come from.
 */
#include "config.h"

#include "store/ent-project-file.h"

#include "model/ent-json-writer.h"
#include "model/ent-model-error.h"
#include "store/ent-file-name.h"
#include "store/ent-file-read.h"
#include "store/ent-versions.h"

#include <glib/gi18n.h>

typedef EntProject *(*Reader) (GBytes *, EntProblemList *, GCancellable *, EntReadProgress,
                               gpointer, GError **);

static gboolean
is_damage (const GError *cause)
{
  return g_error_matches (cause, ENT_MODEL_ERROR, ENT_MODEL_ERROR_SYNTAX) ||
         g_error_matches (cause, ENT_MODEL_ERROR, ENT_MODEL_ERROR_CUT_OFF);
}

static void
set_read_error (GError     **error,
                const char  *name,
                GError      *cause)
{
  if (is_damage (cause))
    /* Translators: file name, then one or two sentences that say what is wrong with it. */
    g_set_error (error, ENT_STORE_ERROR, ENT_STORE_ERROR_DAMAGED,
                 _("Could not open “%s”. %s What is readable of it can be opened as a copy."),
                 name, cause->message);
  else if (cause->domain == ENT_MODEL_ERROR)
    g_set_error (error, ENT_STORE_ERROR, ENT_STORE_ERROR_INVALID,
                 /* Translators: file name, then one or two sentences. */
                 _("Could not open “%s”. %s"), name, cause->message);
  else
    g_propagate_error (error, g_error_copy (cause));
}

static EntProjectFile *
read_with (Reader            reader,
           GFile            *file,
           EntReadProgress   progress,
           gpointer          user_data,
           GCancellable     *cancellable,
           GError          **error)
{
  g_autoptr(EntProjectFile) self = g_new0 (EntProjectFile, 1);
  g_autofree char *name = ent_file_dup_display_name (file);
  g_autoptr(GError) cause = NULL;

  self->bytes = ent_file_read (file, &self->fingerprint, cancellable, error);
  if (self->bytes == NULL)
    return NULL;
  self->problems = ent_problem_list_new ();
  self->project = reader (self->bytes, self->problems, cancellable, progress, user_data, &cause);
  if (self->project == NULL)
    {
      set_read_error (error, name, cause);
      return NULL;
    }
  self->is_partial = ent_problem_list_count (self->problems, ENT_PROBLEM_LOSS) > 0;
  return g_steal_pointer (&self);
}

/**
 * ent_project_file_read:
 * @file: a project file
 * @progress: (nullable) (scope call): is told how far it is, in the thread that reads
 * @user_data: for @progress
 * @cancellable: (nullable): to stop it
 * @error: (out) (optional): an #EntStoreError, or G_IO_ERROR_CANCELLED
 *
 * Reads a project. It may be called in any thread; the project then belongs to the caller's thread.
 *
 * Returns: (transfer full) (nullable): what was read; %NULL with ENT_STORE_ERROR_DAMAGED where
 *   ent_project_file_salvage() may get some of it
 */
EntProjectFile *
ent_project_file_read (GFile            *file,
                       EntReadProgress   progress,
                       gpointer          user_data,
                       GCancellable     *cancellable,
                       GError          **error)
{
  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return read_with (ent_project_read, file, progress, user_data, cancellable, error);
}

/**
 * ent_project_file_salvage:
 * @file: a damaged project file
 * @progress: (nullable) (scope call): is told how far it is, in the thread that reads
 * @user_data: for @progress
 * @cancellable: (nullable): to stop it
 * @error: (out) (optional): an #EntStoreError, or G_IO_ERROR_CANCELLED
 *
 * Reads what can be read of a damaged file. The file stays as it is.
 *
 * Returns: (transfer full) (nullable): what was read; @is_partial is set
 */
EntProjectFile *
ent_project_file_salvage (GFile            *file,
                          EntReadProgress   progress,
                          gpointer          user_data,
                          GCancellable     *cancellable,
                          GError          **error)
{
  EntProjectFile *self;

  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  self = read_with (ent_project_salvage, file, progress, user_data, cancellable, error);
  if (self != NULL)
    self->is_partial = TRUE;
  return self;
}

/**
 * ent_project_file_read_version:
 * @digest: of a version that is kept on this computer
 * @cancellable: (nullable): to stop it
 * @error: (out) (optional): an #EntStoreError, or G_IO_ERROR_CANCELLED
 *
 * Reads an earlier version, and of one that was damaged when it was kept what can be read: nothing
 * is replaced by it, so that there is no need to ask. It may be called in any thread.
 *
 * Returns: (transfer full) (nullable): what was read, with no fingerprint
 */
EntProjectFile *
ent_project_file_read_version (const char    *digest,
                               GCancellable  *cancellable,
                               GError       **error)
{
  g_autoptr(EntProjectFile) self = g_new0 (EntProjectFile, 1);
  g_autoptr(GError) cause = NULL;

  g_return_val_if_fail (digest != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  self->bytes = ent_versions_get (digest, error);
  if (self->bytes == NULL)
    return NULL;
  self->problems = ent_problem_list_new ();
  self->project = ent_project_read (self->bytes, self->problems, cancellable, NULL, NULL, &cause);
  if (self->project == NULL && is_damage (cause))
    {
      g_clear_error (&cause);
      g_clear_object (&self->problems);
      self->problems = ent_problem_list_new ();
      self->project = ent_project_salvage (self->bytes, self->problems, cancellable, NULL, NULL,
                                           &cause);
    }
  if (self->project != NULL)
    return g_steal_pointer (&self);
  if (cause->domain == ENT_MODEL_ERROR)
    g_set_error (error, ENT_STORE_ERROR, ENT_STORE_ERROR_INVALID,
                 /* Translators: %s is one or two sentences. */
                 _("This version could not be opened. %s A copy of it can be saved as it is."),
                 cause->message);
  else
    g_propagate_error (error, g_steal_pointer (&cause));
  return NULL;
}

/**
 * ent_project_file_free:
 * @self: (transfer full): a file that was read
 */
void
ent_project_file_free (EntProjectFile *self)
{
  g_return_if_fail (self != NULL);

  g_clear_object (&self->project);
  g_clear_object (&self->problems);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self->version);
  g_free (self);
}

static EntStoreError
write_error_code (const GError *cause)
{
  if (g_error_matches (cause, ENT_MODEL_ERROR, ENT_MODEL_ERROR_READ_ONLY))
    return ENT_STORE_ERROR_TOO_NEW;
  if (g_error_matches (cause, ENT_MODEL_ERROR, ENT_MODEL_ERROR_LIMIT))
    return ENT_STORE_ERROR_TOO_LARGE;
  return ENT_STORE_ERROR_INTERNAL;
}

/**
 * ent_project_file_make_bytes:
 * @project: a project
 * @name: the name of its file as people read it, for messages
 * @error: (out) (optional): ENT_STORE_ERROR_TOO_NEW, TOO_LARGE or INTERNAL
 *
 * Makes the bytes of a project's file. The writer has read them again before they come here: what
 * could not be opened is not saved.
 *
 * Returns: (transfer full) (nullable): the bytes
 */
GBytes *
ent_project_file_make_bytes (EntProject  *project,
                             const char  *name,
                             GError     **error)
{
  g_autoptr(GError) cause = NULL;
  GBytes *bytes;

  g_return_val_if_fail (ENT_IS_PROJECT (project), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  bytes = ent_project_write (project, &cause);
  if (bytes == NULL)
    /* Translators: file name, then one or two sentences that say why. */
    g_set_error (error, ENT_STORE_ERROR, (int) write_error_code (cause),
                 _("Could not save “%s”. %s"), name, cause->message);
  return bytes;
}
