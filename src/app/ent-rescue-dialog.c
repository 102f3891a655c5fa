/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Both versions of such a file are on this computer, so nothing is lost and nothing is urgent: it can
 * be left for the next start. */
#include "config.h"

#include "app/ent-rescue-dialog.h"

#include <glib/gi18n.h>

typedef struct {
  EntWindow *parent; /* (weak) */
  EntRescue *rescue;
  EntRescueVersion version;
} Question;

static void
question_free (gpointer data)
{
  Question *self = data;

  g_clear_weak_pointer (&self->parent);
  g_clear_pointer (&self->rescue, ent_rescue_free);
  g_free (self);
}

static char *
dup_body (const EntRescue *rescue)
{
  g_autofree char *moment = g_date_time_format (rescue->time, _("%x, %H:%M"));

  switch (rescue->state)
    {
    case ENT_RESCUE_UNTOUCHED:
      return g_strdup_printf (_("“%s” is as it was before it was to be saved (%s). What was to be "
                                "saved is kept on this computer."),
                              rescue->name, moment);
    case ENT_RESCUE_MIXED:
      return g_strdup_printf (_("“%s” is incomplete: its last save (%s) did not come to an end. The "
                                "version before it and the one that was to be saved are both kept "
                                "on this computer."),
                              rescue->name, moment);
    case ENT_RESCUE_GONE:
    default:
      return g_strdup_printf (_("The last save of “%s” (%s) did not come to an end, and the file "
                                "cannot be reached now. The version before it and the one that was "
                                "to be saved are both kept on this computer. Connect the disk or "
                                "the share and start Entente again."),
                              rescue->name, moment);
    }
}

static void
show_error (EntWindow *parent, const GError *error)
{
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (
    adw_message_dialog_new (GTK_WINDOW (parent), _("Could Not Restore the File"), NULL));

  adw_message_dialog_set_body (dialog, error->message);
  adw_message_dialog_add_response (dialog, "close", _("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
restore_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Question *question = task_data;
  GError *error = NULL;

  if (ent_rescue_restore (question->rescue, question->version, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
restored (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Question *question = g_task_get_task_data (G_TASK (result));
  g_autoptr(GFile) file = g_file_new_for_path (question->rescue->path);
  g_autoptr(GError) error = NULL;
  GtkApplication *application;

  if (question->parent == NULL)
    return;

  application = gtk_window_get_application (GTK_WINDOW (question->parent));
  if (!g_task_propagate_boolean (G_TASK (result), &error))
    show_error (question->parent, error);
  else
    ent_application_open_file (ENT_APPLICATION (application), file);
}

static void
answered (AdwMessageDialog *dialog, const char *response, Question *question)
{
  g_autoptr(GTask) task = NULL;

  if (g_str_equal (response, "leave"))
    ent_rescue_dismiss (question->rescue);
  if (!g_str_equal (response, "old") && !g_str_equal (response, "new"))
    {
      question_free (question);
      return;
    }

  question->version = g_str_equal (response, "old") ? ENT_RESCUE_OLD : ENT_RESCUE_NEW;
  task = g_task_new (NULL, NULL, restored, NULL);
  g_task_set_task_data (task, question, question_free);
  g_task_run_in_thread (task, restore_in_thread);
}

static void
add_responses (AdwMessageDialog *dialog, EntRescue *rescue)
{
  adw_message_dialog_add_response (dialog, "later", _("Decide _Later"));
  adw_message_dialog_set_close_response (dialog, "later");
  if (rescue->state == ENT_RESCUE_UNTOUCHED)
    adw_message_dialog_add_response (dialog, "leave", _("Leave It As _It Is"));
  else if (rescue->state == ENT_RESCUE_MIXED && ent_rescue_has (rescue, ENT_RESCUE_OLD))
    adw_message_dialog_add_response (dialog, "old", _("Restore the _Old Version"));
  if (rescue->state == ENT_RESCUE_GONE || !ent_rescue_has (rescue, ENT_RESCUE_NEW))
    return;

  adw_message_dialog_add_response (dialog, "new", _("Restore the _New Version"));
  adw_message_dialog_set_response_appearance (dialog, "new", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "new");
}

/**
 * ent_rescue_dialog_present:
 * @parent: a window
 * @rescue: (transfer full): a save that was interrupted
 *
 * Says what became of the file and asks which version it shall have.
 */
void
ent_rescue_dialog_present (EntWindow *parent, EntRescue *rescue)
{
  g_autofree char *body = NULL;
  AdwMessageDialog *dialog;
  Question *question;

  g_return_if_fail (ENT_IS_WINDOW (parent) && rescue != NULL);

  question = g_new0 (Question, 1);
  question->rescue = rescue;
  g_set_weak_pointer (&question->parent, parent);
  body = dup_body (rescue);
  dialog = ADW_MESSAGE_DIALOG (
    adw_message_dialog_new (GTK_WINDOW (parent), _("A Save Was Interrupted"), NULL));
  adw_message_dialog_set_body (dialog, body);
  add_responses (dialog, rescue);
  g_signal_connect (dialog, "response", G_CALLBACK (answered), question);
  gtk_window_present (GTK_WINDOW (dialog));
}
