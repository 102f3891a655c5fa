/* SPDX-License-Identifier: GPL-3.0-or-later */
/* GtkFileChooserNative, as an asynchronous call. Nobody owns such a dialog, so the task does. */
#include "config.h"

#include "pages/ent-file-chooser.h"

#include <glib/gi18n.h>

static void
responded (GtkNativeDialog *dialog, int response, GTask *task)
{
  /* There is one answer. */
  g_signal_handlers_disconnect_by_data (dialog, task);
  if (response == GTK_RESPONSE_ACCEPT)
    g_task_return_pointer (task, gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog)),
                           g_object_unref);
  else
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "%s", _("Cancelled"));

  g_object_unref (task);
}

static void
dialog_free (gpointer dialog)
{
  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
}

/* Nobody is left to answer when the window that asked goes. That is seen by its unmapping: it is not
 * destroyed while the one who asked holds it. */
static void
parent_unmapped (GtkNativeDialog *dialog)
{
  g_signal_emit_by_name (dialog, "response", GTK_RESPONSE_CANCEL);
}

static void
run (GtkFileChooserNative *dialog, GtkWindow *parent, GAsyncReadyCallback callback,
     gpointer user_data)
{
  GTask *task = g_task_new (NULL, NULL, callback, user_data);

  g_task_set_source_tag (task, run);
  g_task_set_task_data (task, dialog, dialog_free);
  g_signal_connect (dialog, "response", G_CALLBACK (responded), task);
  g_signal_connect_object (parent, "unmap", G_CALLBACK (parent_unmapped), dialog,
                           G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/* Without a type, all files are shown. */
static void
add_filter (GtkFileChooserNative *dialog, const EntFileType *type)
{
  g_autoptr(GtkFileFilter) filter = gtk_file_filter_new ();
  g_auto(GStrv) suffixes = type != NULL ? g_strsplit (type->suffix, ",", -1) : NULL;

  gtk_file_filter_set_name (filter, type != NULL ? type->name : _("All files"));
  if (type == NULL)
    gtk_file_filter_add_pattern (filter, "*");
  for (char **suffix = suffixes; suffix != NULL && *suffix != NULL; suffix++)
    gtk_file_filter_add_suffix (filter, *suffix);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
}

/**
 * ent_file_chooser_open_async:
 * @parent: the window that asks
 * @title: the dialog's title
 * @type: which files are shown at first; all may be
 * @callback: called when a file has been chosen or not
 * @user_data: for @callback
 *
 * Asks for a file to read.
 */
void
ent_file_chooser_open_async (GtkWindow          *parent,
                             const char         *title,
                             const EntFileType  *type,
                             GAsyncReadyCallback callback,
                             gpointer            user_data)
{
  GtkFileChooserNative *dialog
    = gtk_file_chooser_native_new (title, parent, GTK_FILE_CHOOSER_ACTION_OPEN, _("_Open"),
                                   _("_Cancel"));

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  add_filter (dialog, type);
  add_filter (dialog, NULL);

  run (dialog, parent, callback, user_data);
}

/**
 * ent_file_chooser_save_async:
 * @parent: the window that asks
 * @title: the dialog's title
 * @name: the file name to begin with
 * @folder: (nullable): the folder to begin in
 * @type: what sort of file it will be
 * @callback: called when a place has been chosen or not
 * @user_data: for @callback
 *
 * Asks where to write a file. If a file is there already, the dialog has asked whether to replace
 * it.
 */
void
ent_file_chooser_save_async (GtkWindow          *parent,
                             const char         *title,
                             const char         *name,
                             GFile              *folder,
                             const EntFileType  *type,
                             GAsyncReadyCallback callback,
                             gpointer            user_data)
{
  GtkFileChooserNative *dialog
    = gtk_file_chooser_native_new (title, parent, GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"),
                                   _("_Cancel"));

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  if (folder != NULL)
    gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (dialog), folder, NULL);
  add_filter (dialog, type);

  run (dialog, parent, callback, user_data);
}

/**
 * ent_file_chooser_finish:
 * @result: what the callback was given
 * @error: return location for an error; %G_IO_ERROR_CANCELLED if nothing was chosen
 *
 * Returns: (transfer full): the file
 */
GFile *
ent_file_chooser_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
