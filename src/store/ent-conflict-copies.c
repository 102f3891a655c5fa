/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looks for files that hold changes which would otherwise be forgotten beside the one people work
 * on. The name makes a candidate; what is in it decides. They are only found: what becomes of them
 * is for people to say.
 */
#include "config.h"

#include "store/ent-conflict-copies.h"

#include "store/ent-compare.h"
#include "store/ent-conflict-name.h"
#include "store/ent-document-private.h"
#include "store/ent-fingerprint.h"

/* More files than that in a folder, or more copies of one, are not looked through. */
#define MOST_NAMES  10000
#define MOST_COPIES 10

typedef struct
{
  GFile *file;
  char *project;
  char *base;
  EntFingerprint known;
} Search;

static void
search_free (gpointer data)
{
  Search *self = data;

  g_clear_object (&self->file);
  g_free (self->project);
  g_free (self->base);
  g_free (self);
}

static void
copy_free (gpointer data)
{
  EntConflictCopy *self = data;

  g_clear_object (&self->file);
  g_free (self->summary);
  g_free (self->digest);
  g_free (self);
}

static GPtrArray *
list_candidates (Search        *self,
                 GCancellable  *cancellable,
                 GError       **error)
{
  g_autoptr(GFile) folder = g_file_get_parent (self->file);
  g_autofree char *base = g_file_get_basename (self->file);
  g_autoptr(GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GFileEnumerator) all = NULL;

  if (folder == NULL)
    return g_steal_pointer (&files);
  all = g_file_enumerate_children (folder, G_FILE_ATTRIBUTE_STANDARD_NAME,
                                   G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, cancellable, error);
  if (all == NULL)
    return NULL;
  for (guint i = 0; i < MOST_NAMES && files->len < MOST_COPIES; i++)
    {
      GFileInfo *info;
      GFile *file;

      if (!g_file_enumerator_iterate (all, &info, &file, cancellable, error))
        return NULL;
      if (info == NULL)
        break;
      if (ent_conflict_name_is_copy (g_file_info_get_name (info), base, g_get_host_name ()))
        g_ptr_array_add (files, g_object_ref (file));
    }
  return g_steal_pointer (&files);
}

static char *
summarise (Search       *self,
           EntProject   *theirs,
           GCancellable *cancellable)
{
  g_autoptr(EntProjectFile) ours = NULL;
  g_autoptr(EntComparison) comparison = NULL;

  if (self->base != NULL)
    ours = ent_project_file_read_version (self->base, cancellable, NULL);
  if (ours == NULL)
    ours = ent_project_file_read (self->file, NULL, NULL, cancellable, NULL);
  if (ours == NULL)
    return NULL;
  comparison = ent_comparison_new (ours->project, theirs);
  return ent_comparison_dup_summary (comparison);
}

/* What can't be read is nobody's copy, as far as can be known. */
static EntConflictCopy *
read_copy (Search       *self,
           GFile        *file,
           GCancellable *cancellable)
{
  g_autoptr(EntProjectFile) theirs = ent_project_file_read (file, NULL, NULL, cancellable, NULL);
  EntConflictCopy *copy;

  if (theirs == NULL || g_strcmp0 (ent_project_get_id (theirs->project), self->project) != 0 ||
      ent_fingerprint_same_content (&theirs->fingerprint, &self->known))
    return NULL;
  copy = g_new0 (EntConflictCopy, 1);
  copy->file = g_object_ref (file);
  copy->summary = summarise (self, theirs->project, cancellable);
  copy->digest = ent_fingerprint_dup_digest (&theirs->fingerprint);
  return copy;
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  g_autofree char *one = g_file_get_basename (*(GFile *const *) a);
  g_autofree char *other = g_file_get_basename (*(GFile *const *) b);

  return g_strcmp0 (one, other);
}

static void
unref_copies (gpointer copies)
{
  g_ptr_array_unref (copies);
}

static void
find (GTask        *task,
      gpointer      source,
      gpointer      task_data,
      GCancellable *cancellable)
{
  Search *self = task_data;
  g_autoptr(GPtrArray) copies = g_ptr_array_new_with_free_func (copy_free);
  GError *error = NULL;
  g_autoptr(GPtrArray) files = list_candidates (self, cancellable, &error);

  if (files == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  g_ptr_array_sort (files, compare_names);
  for (guint i = 0; i < files->len && !g_cancellable_is_cancelled (cancellable); i++)
    {
      EntConflictCopy *copy = read_copy (self, g_ptr_array_index (files, i), cancellable);

      if (copy != NULL)
        g_ptr_array_add (copies, copy);
    }
  g_task_return_pointer (task, g_steal_pointer (&copies), unref_copies);
}

/**
 * ent_conflict_copies_find_async:
 * @document: a document with a file
 * @cancellable: (nullable): to stop it
 * @callback: called when they are found
 * @user_data: for @callback
 *
 * Looks, in a thread, for copies of the partnership of @document that a program made beside its
 * file while it synchronised the folder, and which hold something else.
 */
void
ent_conflict_copies_find_async (EntDocument         *document,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  Search *search;

  g_return_if_fail (ENT_IS_DOCUMENT (document) && ent_document_get_file (document) != NULL);

  task = g_task_new (document, cancellable, callback, user_data);
  g_task_set_source_tag (task, ent_conflict_copies_find_async);
  search = g_new0 (Search, 1);
  search->file = g_object_ref (ent_document_get_file (document));
  search->project = g_strdup (ent_project_get_id (ent_document_get_project (document)));
  search->base = g_strdup (ent_document_get_base (document));
  search->known = *_ent_document_get_fingerprint (document);
  g_task_set_task_data (task, search, search_free);
  g_task_run_in_thread (task, find);
}

/**
 * ent_conflict_copies_find_finish:
 * @document: a document
 * @result: of ent_conflict_copies_find_async()
 * @error: (out) (optional): why the folder can't be looked through, or G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable) (element-type EntConflictCopy): the copies, by name; often
 *   none
 */
GPtrArray *
ent_conflict_copies_find_finish (EntDocument   *document,
                                 GAsyncResult  *result,
                                 GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, document), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
