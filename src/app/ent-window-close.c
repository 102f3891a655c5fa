/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Closing a window that holds unsaved work: the one thing that is asked about. */
#include "config.h"

#include <glib/gi18n.h>

#include "analysis/ent-phrase.h"
#include "app/ent-window-private.h"

static void
close_now (EntWindow *self)
{
  self->closing = TRUE;
  gtk_window_close (GTK_WINDOW (self));
}

/* A save that failed, or was called off, keeps the window open. */
static void
saved_before_closing (GObject *source, GAsyncResult *result, gpointer user_data)
{
  EntWindow *self = ENT_WINDOW (source);

  if (_ent_window_save_finish (self, result, NULL) && !ent_document_get_modified (self->document))
    close_now (self);
}

static gboolean
close_when_answered (gpointer data)
{
  close_now (data);

  return G_SOURCE_REMOVE;
}

/* The dialog has still to close itself, which it can only do while its parent is there. */
static void
answered (AdwMessageDialog *dialog, const char *response, EntWindow *self)
{
  if (g_str_equal (response, "save"))
    _ent_window_save_async (self, FALSE, saved_before_closing, NULL);
  else if (g_str_equal (response, "discard"))
    g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, close_when_answered, g_object_ref (self),
                     g_object_unref);
}

static void
forget_question (EntWindow *self)
{
  g_clear_weak_pointer (&self->question);
}

static void
show_question (EntWindow *self, GtkWidget *dialog)
{
  g_signal_connect_object (dialog, "response", G_CALLBACK (forget_question), self,
                           G_CONNECT_SWAPPED);
  g_set_weak_pointer (&self->question, GTK_WINDOW (dialog));
  gtk_window_present (self->question);
}

static void
ask (EntWindow *self)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), _("Save Changes?"), NULL);
  g_autofree char *title = ent_phrase_name (ent_document_get_title (self->document));
  g_autofree char *body
    = g_strdup_printf (_("“%s” has changes that are not saved. Without saving they are lost."),
                       title);

  adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (dialog), body);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "discard",
                                    _("_Discard"), "save", _("_Save"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "discard",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "save",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "save");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (answered), self, 0);
  show_question (self, dialog);
}

static void
give_up_answered (AdwMessageDialog *dialog, const char *response, EntWindow *self)
{
  if (!g_str_equal (response, "lose"))
    return;

  self->giving_up = TRUE;
  gtk_window_close (GTK_WINDOW (self));
}

static void
ask_to_give_up (EntWindow *self)
{
  GtkWidget *dialog
    = adw_message_dialog_new (GTK_WINDOW (self), _("Leave Out the Marked Field?"), NULL);

  adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (dialog),
                               _("What stands in it can’t be understood and would be lost."));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "back", _("Go _Back"), "lose",
                                    _("_Leave It Out"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "lose",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "back");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "back");
  g_signal_connect_object (dialog, "response", G_CALLBACK (give_up_answered), self, 0);
  show_question (self, dialog);
}

static void
leave_answered (AdwMessageDialog *dialog, const char *response, EntWindow *self)
{
  if (!g_str_equal (response, "leave"))
    return;

  self->leaving = TRUE;
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, close_when_answered, g_object_ref (self),
                   g_object_unref);
}

/* The save may still succeed, and then there is nothing to find again. */
static void
ask_to_leave (EntWindow *self)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), _("Close Without Waiting?"), NULL);
  g_autofree char *title = ent_phrase_name (ent_document_get_title (self->document));
  g_autofree char *body = g_strdup_printf (
    _("“%s” could not be saved yet, for the disk or share does not answer. What you changed is kept "
      "on this computer and comes back at the next start."), title);

  adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (dialog), body);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "wait", _("Keep _Waiting"),
                                    "leave", _("_Close"), NULL);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "wait");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "wait");
  g_signal_connect_object (dialog, "response", G_CALLBACK (leave_answered), self, 0);
  show_question (self, dialog);
}

static void
close_when_idle (EntDocument *document, GParamSpec *pspec, EntWindow *self)
{
  if (ent_document_get_busy (document))
    return;

  g_signal_handlers_disconnect_by_func (document, close_when_idle, self);
  gtk_window_close (GTK_WINDOW (self));
}

static void
wait_or_ask (EntWindow *self)
{
  g_signal_handlers_disconnect_by_func (self->document, close_when_idle, self);
  if (self->is_slow)
    ask_to_leave (self);
  else
    g_signal_connect_object (self->document, "notify::busy", G_CALLBACK (close_when_idle), self, 0);
}

/*
 * A save takes long: whoever waits for it to close the window is asked.
 */
void
_ent_window_stop_waiting (EntWindow *self)
{
  if (g_signal_handlers_disconnect_by_func (self->document, close_when_idle, self) > 0)
    ask_to_leave (self);
}

/*
 * Returns: whether the window must stay open for now: because of a question, or a save under way
 */
gboolean
_ent_window_ask_to_close (EntWindow *self)
{
  if (self->document == NULL)
    return FALSE;

  /* The desktop can ask to quit while the question is there. */
  if (self->question != NULL)
    {
      gtk_window_present (self->question);
      return TRUE;
    }
  if (!_ent_window_commit_edits (self) && !self->giving_up)
    {
      ask_to_give_up (self);
      return TRUE;
    }
  self->giving_up = FALSE;
  if (ent_document_get_busy (self->document))
    {
      wait_or_ask (self);
      return TRUE;
    }
  if (!ent_document_get_modified (self->document))
    return FALSE;

  gtk_window_present (GTK_WINDOW (self));
  ask (self);

  return TRUE;
}
