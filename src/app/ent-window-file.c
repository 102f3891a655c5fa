/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opening and saving as the window sees it: where to, how far, what went wrong and what to do then.
 * How a file is read and written is the store's business. */
#include "config.h"

#include <glib/gi18n.h>

#include "app/ent-window-private.h"
#include "pages/ent-file-chooser.h"
#include "store/ent-file-name.h"
#include "store/ent-samples.h"

/* --- Saying what went wrong ------------------------------------------------------------------- */

static AdwMessageDialog *
new_dialog (EntWindow *self, const char *heading, const char *body)
{
  AdwMessageDialog *dialog
    = ADW_MESSAGE_DIALOG (adw_message_dialog_new (GTK_WINDOW (self), heading, NULL));

  adw_message_dialog_set_body (dialog, body);

  return dialog;
}

void
_ent_window_show_error (EntWindow *self, const char *heading, const GError *error)
{
  AdwMessageDialog *dialog = new_dialog (self, heading, error->message);

  adw_message_dialog_add_response (dialog, "close", _("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

/* --- Opening ---------------------------------------------------------------------------------- */

static void opened (GObject *source, GAsyncResult *result, gpointer user_data);

static void
show_progress (double fraction, gpointer user_data)
{
  EntWindow *self = user_data;

  gtk_progress_bar_set_fraction (self->loading_bar, fraction);
}

static void
begin_opening (EntWindow *self, GFile *file)
{
  g_autofree char *name = ent_file_dup_display_name (file);
  g_autofree char *escaped = g_markup_escape_text (name, -1);

  g_set_object (&self->opening, file);
  g_clear_object (&self->open_cancellable);
  self->open_cancellable = g_cancellable_new ();
  adw_status_page_set_description (self->loading_page, escaped);
  gtk_progress_bar_set_fraction (self->loading_bar, 0);
  gtk_stack_set_visible_child_name (self->views, "loading");
}

static void
salvage_answered (AdwMessageDialog *dialog, const char *response, EntWindow *self)
{
  GFile *file = g_object_get_data (G_OBJECT (dialog), "ent-file");
  EntWindow *window = self;

  if (!g_str_equal (response, "salvage"))
    return;

  /* Another file may have been opened here in the meantime. */
  if (!ent_window_is_blank (self))
    window = ent_window_new (ENT_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))));
  begin_opening (window, file);
  ent_document_salvage_async (file, show_progress, window, window->open_cancellable, opened,
                              g_object_ref (window));
  gtk_window_present (GTK_WINDOW (window));
}

static void
offer_salvage (EntWindow *self, GFile *file, const GError *error)
{
  AdwMessageDialog *dialog = new_dialog (self, _("This File Is Damaged"), error->message);

  adw_message_dialog_add_responses (dialog, "cancel", _("_Cancel"), "salvage",
                                    _("_Open What Is Readable"), NULL);
  adw_message_dialog_set_default_response (dialog, "salvage");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_object_set_data_full (G_OBJECT (dialog), "ent-file", g_object_ref (file), g_object_unref);
  g_signal_connect_object (dialog, "response", G_CALLBACK (salvage_answered), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
remember_recent (GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);
  GtkRecentData data = {
    .mime_type = (char *) "application/vnd.entente+json",
    .app_name = (char *) g_get_application_name (),
    .app_exec = (char *) "entente %u",
  };

  gtk_recent_manager_add_full (gtk_recent_manager_get_default (), uri, &data);
}

static void
opened (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(EntWindow) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(EntDocument) document = ent_document_open_finish (result, &error);
  g_autoptr(GFile) file = g_steal_pointer (&self->opening);

  /* The window may have been closed meanwhile. */
  if (self->settings == NULL)
    return;

  if (document != NULL)
    {
      if (ent_document_get_file (document) != NULL)
        remember_recent (ent_document_get_file (document));
      _ent_window_set_document (self, document);
      return;
    }

  _ent_window_set_document (self, NULL);
  if (g_error_matches (error, ENT_STORE_ERROR, ENT_STORE_ERROR_DAMAGED))
    offer_salvage (self, file, error);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    _ent_window_show_error (self, _("Could Not Open the File"), error);
}

/**
 * ent_window_open_file:
 * @self: a window that shows the start page
 * @file: a project file
 *
 * Reads @file, in a thread, and shows it; says what is wrong if it can't be read.
 */
void
ent_window_open_file (EntWindow *self, GFile *file)
{
  g_return_if_fail (ENT_IS_WINDOW (self) && self->document == NULL);
  g_return_if_fail (G_IS_FILE (file));

  begin_opening (self, file);
  ent_document_open_async (file, show_progress, self, self->open_cancellable, opened,
                           g_object_ref (self));
}

/**
 * ent_window_open_new:
 * @self: a window that shows the start page
 *
 * Shows a partnership with nothing in it.
 */
void
ent_window_open_new (EntWindow *self)
{
  g_autoptr(EntDocument) document = ent_document_new ();

  g_return_if_fail (ENT_IS_WINDOW (self));

  /* A new partnership begins with its name and purpose, whatever page was shown last. */
  g_settings_reset (self->settings, "last-page");
  _ent_window_set_document (self, document);
  gtk_widget_child_focus (GTK_WIDGET (_ent_window_get_page (self)), GTK_DIR_TAB_FORWARD);
}

/**
 * ent_window_open_sample:
 * @self: a window
 * @name: the name of an example
 *
 * Shows a new partnership made from the example.
 */
void
ent_window_open_sample (EntWindow *self, const char *name)
{
  g_autoptr(GFile) file = ent_sample_dup_file (name);
  g_autoptr(GError) error = NULL;
  g_autoptr(EntDocument) document = NULL;

  g_return_if_fail (ENT_IS_WINDOW (self));

  if (file == NULL)
    return;

  document = ent_document_new_from_sample (file, &error);
  if (document != NULL)
    _ent_window_set_document (self, document);
  else
    _ent_window_show_error (self, _("Could Not Open the Example"), error);
}

/* --- Saving ----------------------------------------------------------------------------------- */

static void
reloaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(EntWindow) self = user_data;
  g_autoptr(GError) error = NULL;

  gtk_widget_set_sensitive (GTK_WIDGET (self->body), TRUE);
  if (!ent_document_reload_finish (ENT_DOCUMENT (source), result, &error))
    _ent_window_show_error (self, _("Could Not Read the File Again"), error);
}

static void
copy_saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(EntWindow) self = user_data;
  g_autoptr(GError) error = NULL;

  if (ent_document_save_finish (ENT_DOCUMENT (source), result, NULL, &error))
    _ent_window_show_toast (self, _("A copy was saved"), NULL, NULL);
  else
    _ent_window_show_error (self, _("Could Not Save a Copy"), error);
}

static void
copy_place_chosen (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(EntWindow) self = user_data;
  g_autoptr(GFile) file = ent_file_chooser_finish (result, NULL);

  if (file != NULL && self->document != NULL)
    ent_document_save_copy_async (self->document, file, TRUE, NULL, copy_saved,
                                  g_object_ref (self));
}

static void
ask_where (EntWindow *self, const char *title, GAsyncReadyCallback callback, gpointer user_data)
{
  const EntFileType type = { _("Partnerships"), "json" };
  GFile *current = ent_document_get_file (self->document);
  g_autoptr(GFile) folder = current != NULL ? g_file_get_parent (current) : NULL;
  g_autofree char *name = ent_document_dup_suggested_name (self->document);

  ent_file_chooser_save_async (GTK_WINDOW (self), title, name, folder, &type, callback, user_data);
}

void
_ent_window_save_copy (EntWindow *self)
{
  _ent_window_commit_edits (self);
  ask_where (self, _("Save a Copy"), copy_place_chosen, g_object_ref (self));
}

/* What is typed now would go with the project that is being replaced. */
void
_ent_window_reload (EntWindow *self)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->body), FALSE);
  ent_document_reload_async (self->document, NULL, reloaded, g_object_ref (self));
}

static void
save_error_answered (AdwMessageDialog *dialog, const char *response, EntWindow *self)
{
  if (self->document == NULL)
    return;

  if (g_str_equal (response, "copy"))
    _ent_window_save_copy (self);
  else if (g_str_equal (response, "reload"))
    _ent_window_reload (self);
  else if (g_str_equal (response, "again"))
    _ent_window_save_async (self, FALSE, NULL, NULL);
  else if (g_str_equal (response, "save-as"))
    _ent_window_save_async (self, TRUE, NULL, NULL);
}

/* Each error with what can be done about it; whatever happens, what was typed stays in the
 * window. */
/* What is safe, where that is known. */
static char *
dup_save_error (EntWindow *self, const GError *error)
{
  if (!ent_document_get_modified (self->document) || ent_document_get_read_only (self->document)
      || ent_document_get_trouble (self->document) != NULL)
    return g_strdup (error->message);

  return g_strdup_printf ("%s\n\n%s", error->message,
                          _("What you changed is kept on this computer."));
}

static void
show_save_error (EntWindow *self, const GError *error)
{
  g_autofree char *body = dup_save_error (self, error);
  AdwMessageDialog *dialog = new_dialog (self, _("Not Saved"), body);

  adw_message_dialog_add_response (dialog, "cancel", _("_Cancel"));
  if (g_error_matches (error, ENT_STORE_ERROR, ENT_STORE_ERROR_CHANGED))
    {
      adw_message_dialog_add_responses (dialog, "reload", _("_Reload"), "copy",
                                        _("_Save a Copy…"), NULL);
      adw_message_dialog_set_response_appearance (dialog, "reload", ADW_RESPONSE_DESTRUCTIVE);
      adw_message_dialog_set_default_response (dialog, "copy");
    }
  else if (g_error_matches (error, ENT_STORE_ERROR, ENT_STORE_ERROR_TOO_NEW))
    {
      adw_message_dialog_add_response (dialog, "copy", _("_Save a Copy…"));
      adw_message_dialog_set_default_response (dialog, "copy");
    }
  else
    {
      adw_message_dialog_add_responses (dialog, "again", _("_Try Again"), "save-as",
                                        _("_Save As…"), NULL);
      adw_message_dialog_set_default_response (dialog, "save-as");
    }
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (save_error_answered), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(GTask) task = user_data;
  EntWindow *self = g_task_get_source_object (task);
  EntDocument *document = ENT_DOCUMENT (source);
  gboolean confirmed = TRUE;
  GError *error = NULL;

  if (!ent_document_save_finish (document, result, &confirmed, &error))
    {
      if (!self->leaving)
        show_save_error (self, error);
      g_task_return_error (task, error);
      return;
    }

  remember_recent (ent_document_get_file (document));
  /* The window has not waited for it. */
  if (self->leaving)
    {
      g_task_return_boolean (task, FALSE);
      return;
    }
  _ent_window_show_toast (self,
                          confirmed ? _("Saved") : _("Saved, but the disk did not confirm it"),
                          NULL, NULL);
  g_task_return_boolean (task, TRUE);
}

static void
place_chosen (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(GTask) task = user_data;
  EntWindow *self = g_task_get_source_object (task);
  GError *error = NULL;
  g_autoptr(GFile) file = ent_file_chooser_finish (result, &error);

  if (file == NULL || self->document == NULL)
    {
      if (error == NULL)
        error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, _("Cancelled"));
      g_task_return_error (task, error);
      return;
    }

  ent_document_save_as_async (self->document, file, TRUE, NULL, saved, g_object_ref (task));
}

/* Saves, asking where if there is no file yet or always. Errors are shown here; the
 * caller is only told whether it can go on. */
void
_ent_window_save_async (EntWindow          *self,
                        gboolean            always_ask,
                        GAsyncReadyCallback callback,
                        gpointer            user_data)
{
  g_autoptr(GTask) task = g_task_new (self, NULL, callback, user_data);

  g_assert (self->document != NULL);

  g_task_set_source_tag (task, _ent_window_save_async);
  if (!_ent_window_commit_edits (self))
    _ent_window_show_toast (self, _("The marked field is left out: what stands in it can’t be "
                                    "understood"), NULL, NULL);
  if (always_ask || ent_document_get_file (self->document) == NULL)
    ask_where (self, _("Save the Partnership"), place_chosen, g_object_ref (task));
  else
    ent_document_save_async (self->document, NULL, saved, g_object_ref (task));
}

gboolean
_ent_window_save_finish (EntWindow *self, GAsyncResult *result, GError **error)
{
  g_assert (g_task_is_valid (result, self));

  return g_task_propagate_boolean (G_TASK (result), error);
}
