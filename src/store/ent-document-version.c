/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opening an earlier version that is kept on this computer. It becomes a document without a file, so
 * that saving it asks for a name and never replaces what the partnership is now. */
#include "config.h"

#include "store/ent-document-private.h"

#include "store/ent-file-name.h"

#include <glib/gi18n.h>

typedef struct
{
  char *digest;
  char *name;
} Opening;

static void
opening_free (gpointer data)
{
  Opening *self = data;

  g_free (self->digest);
  g_free (self->name);
  g_free (self);
}

static void
open_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  Opening *opening = task_data;
  GError *error = NULL;
  EntProjectFile *loaded = ent_project_file_read_version (opening->digest, cancellable, &error);

  if (loaded != NULL)
    g_task_return_pointer (task, loaded, (GDestroyNotify) ent_project_file_free);
  else
    g_task_return_error (task, error);
}

/**
 * ent_document_open_version_async:
 * @version: an earlier version
 * @cancellable: (nullable): to stop it
 * @callback: called when it is open or has failed
 * @user_data: for @callback
 *
 * Opens an earlier version as a copy without a file. It is still the same partnership, with the same
 * id.
 */
void
ent_document_open_version_async (const EntVersion    *version,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Opening *opening = g_new0 (Opening, 1);

  g_return_if_fail (version != NULL);

  opening->digest = g_strdup (version->digest);
  opening->name = ent_version_dup_file_name (version);
  g_task_set_source_tag (task, ent_document_open_version_async);
  g_task_set_task_data (task, opening, opening_free);
  g_task_run_in_thread (task, open_in_thread);
}

/**
 * ent_document_open_version_finish:
 * @result: of ent_document_open_version_async()
 * @error: (out) (optional): an #EntStoreError, or G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the document
 */
EntDocument *
ent_document_open_version_finish (GAsyncResult  *result,
                                  GError       **error)
{
  g_autoptr(EntProjectFile) loaded = NULL;
  EntDocument *document;
  Opening *opening;

  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, ent_document_open_version_async), NULL);

  opening = g_task_get_task_data (G_TASK (result));
  loaded = g_task_propagate_pointer (G_TASK (result), error);
  if (loaded == NULL)
    return NULL;
  document = _ent_document_new_for_file (NULL, loaded);
  _ent_document_set_suggested_name (document, opening->name);
  return document;
}

/**
 * ent_version_dup_file_name:
 * @version: an earlier version
 *
 * Returns: (transfer full): a file name to offer for a copy of it, which says what time it is from
 */
char *
ent_version_dup_file_name (const EntVersion *version)
{
  g_autoptr(GDateTime) time = NULL;
  g_autofree char *moment = NULL;
  g_autofree char *title = NULL;
  const char *name;

  g_return_val_if_fail (version != NULL, NULL);

  time = g_date_time_new_from_unix_local (version->time);
  if (time != NULL)
    moment = g_date_time_format (time, "%Y-%m-%d %H.%M");
  name = version->title != NULL && version->title[0] != '\0' ? version->title
                                                             : _("Untitled partnership");
  title = g_strdup_printf ("%s %s", name, moment != NULL ? moment : "");
  return ent_file_dup_name_for_title (g_strchomp (title), ENT_DOCUMENT_SUFFIX);
}
