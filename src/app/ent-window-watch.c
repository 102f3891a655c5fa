/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the window says when its file becomes another one, and what can be done then. Nothing here
 * stands in the way of working on or of saving. */
#include "config.h"

#include <glib/gi18n.h>

#include "app/ent-window-private.h"

static void
show_state (EntWindow *self)
{
  EntFileState state = ent_document_watch_get_state (self->watch);
  g_autofree char *text = ent_document_watch_dup_message (self->watch);

  if (state == ENT_FILE_CHANGED)
    ent_notice_bar_show (self->file_bar, text, _("Review…"), "win.review-file");
  else if (state == ENT_FILE_GONE)
    ent_notice_bar_show (self->file_bar, text, _("Save As…"), "win.save-as");
  else if (state == ENT_FILE_UNREACHABLE)
    ent_notice_bar_show (self->file_bar, text, _("Try Again"), "win.check-file");
  else
    ent_notice_bar_hide (self->file_bar);
}

/* Begins to watch the file of what the window shows now. */
void
_ent_window_watch (EntWindow *self)
{
  if (self->watch != NULL)
    g_signal_handlers_disconnect_by_data (self->watch, self);
  g_clear_object (&self->watch);
  ent_notice_bar_hide (self->file_bar);
  if (self->document == NULL)
    return;
  self->watch = ent_document_watch_new (self->document);
  g_signal_connect_object (self->watch, "notify::state", G_CALLBACK (show_state), self,
                           G_CONNECT_SWAPPED);
}

void
_ent_window_check_file (EntWindow *self)
{
  if (self->watch != NULL)
    ent_document_watch_check (self->watch);
}

static void
review_answered (AdwMessageDialog *dialog, const char *response, EntWindow *self)
{
  if (self->document == NULL)
    return;

  if (g_str_equal (response, "copy"))
    _ent_window_save_copy (self);
  else if (g_str_equal (response, "reload"))
    _ent_window_reload (self);
}

static AdwMessageDialog *
new_review (EntWindow *self)
{
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (
    adw_message_dialog_new (GTK_WINDOW (self), _("Changed by Somebody Else"), NULL));

  adw_message_dialog_add_responses (dialog, "cancel", _("_Cancel"), "reload", _("_Reload"), "copy",
                                    _("_Save a Copy…"), NULL);
  adw_message_dialog_set_close_response (dialog, "cancel");
  if (ent_document_get_modified (self->document))
    {
      adw_message_dialog_set_response_appearance (dialog, "reload", ADW_RESPONSE_DESTRUCTIVE);
      adw_message_dialog_set_default_response (dialog, "copy");
    }
  else
    adw_message_dialog_set_default_response (dialog, "reload");
  g_signal_connect_object (dialog, "response", G_CALLBACK (review_answered), self, 0);

  return dialog;
}

/* What was changed, and what each of the answers would do with it. */
static char *
dup_review (EntWindow *self, const char *changes)
{
  const char *answers
    = ent_document_get_modified (self->document)
        ? _("Reload shows the file as it is now; what you changed and did not save is given up. "
            "Save a Copy puts what this window shows into a file of its own, beside it.")
        : _("Reload shows the file as it is now. You have not changed anything since it was saved.");

  return g_strdup_printf ("%s\n\n%s", changes, answers);
}

static void
summarised (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(EntWindow) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *summary
    = ent_document_watch_summarise_finish (ENT_DOCUMENT_WATCH (source), result, &error);
  g_autofree char *changes = NULL;
  g_autofree char *body = NULL;
  AdwMessageDialog *dialog;

  /* The window may have been closed meanwhile, or show something else. */
  if (self->document == NULL || ENT_DOCUMENT_WATCH (source) != self->watch)
    return;

  /* Translators: %s says what, such as “2 partners added, 1 role changed”. */
  changes = summary != NULL ? g_strdup_printf (_("In the file, not in this window: %s."), summary)
                            : g_strdup_printf (_("What changed can’t be said: %s"), error->message);
  body = dup_review (self, changes);
  dialog = new_review (self);
  adw_message_dialog_set_body (dialog, body);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Finds out what somebody else changed, and asks what to do. */
void
_ent_window_review_file (EntWindow *self)
{
  if (self->watch == NULL || ent_document_watch_get_state (self->watch) != ENT_FILE_CHANGED)
    return;

  _ent_window_commit_edits (self);
  ent_document_watch_summarise_async (self->watch, NULL, summarised, g_object_ref (self));
}
