/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Says how much is kept on this computer besides the files themselves, and deletes it: it holds what
 * partners said and where they can be reached, and may have to go. */
#include "config.h"

#include "app/ent-kept-group.h"

#include <glib/gi18n.h>

#include "app/ent-window.h"
#include "store/ent-journal.h"
#include "store/ent-versions.h"

typedef struct {
  AdwActionRow *row;
  GtkWidget *button;
  EntVersionsTally tally;
} Kept;

/* What a thread counts or deletes. */
typedef struct {
  GStrv needed;
  EntVersionsTally tally;
  gboolean is_deleting;
} Work;

static void
work_free (gpointer data)
{
  Work *self = data;

  g_strfreev (self->needed);
  g_free (self);
}

static void
work_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Work *work = task_data;
  const char *const *needed = (const char *const *) work->needed;
  GError *error = NULL;
  gboolean done = work->is_deleting ? ent_versions_clear (needed, &work->tally, &error)
                                    : ent_versions_tally (needed, &work->tally, &error);

  if (done)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* What is not saved must not lose what it begins with. */
static GStrv
dup_needed (void)
{
  GApplication *application = g_application_get_default ();
  g_auto(GStrv) bases = ent_journal_dup_bases ();
  g_autoptr(GStrvBuilder) needed = g_strv_builder_new ();

  g_strv_builder_addv (needed, (const char **) bases);
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (application)); l != NULL;
       l = l->next)
    {
      EntDocument *document = ENT_IS_WINDOW (l->data) ? ent_window_get_document (l->data) : NULL;

      if (document != NULL && ent_document_get_base (document) != NULL)
        g_strv_builder_add (needed, ent_document_get_base (document));
    }

  return g_strv_builder_end (needed);
}

static void
work (GtkWidget *group, gboolean is_deleting, GAsyncReadyCallback callback)
{
  g_autoptr(GTask) task = g_task_new (group, NULL, callback, NULL);
  Work *what = g_new0 (Work, 1);

  what->needed = dup_needed ();
  what->is_deleting = is_deleting;
  g_task_set_task_data (task, what, work_free);
  g_task_run_in_thread (task, work_in_thread);
}

static char *
dup_amount (const EntVersionsTally *tally)
{
  g_autofree char *size = g_format_size (tally->size);

  /* Translators: a number of copies, then a size such as 1.2 MB. */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u copy, %s", "%u copies, %s",
                                       tally->n_copies),
                          tally->n_copies, size);
}

static void
on_counted (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Kept *kept = g_object_get_data (source, "ent-kept");
  Work *counted = g_task_get_task_data (G_TASK (result));
  g_autofree char *amount = NULL;

  kept->tally = counted->tally;
  amount = dup_amount (&kept->tally);
  adw_action_row_set_subtitle (kept->row, kept->tally.n_copies > 0 ? amount : _("Nothing is kept"));
  gtk_widget_set_sensitive (kept->button, kept->tally.n_copies > 0);
}

static void
on_deleted (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GtkWidget *window = gtk_widget_get_ancestor (GTK_WIDGET (source), ADW_TYPE_PREFERENCES_WINDOW);
  g_autoptr(GError) error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error) && window != NULL)
    adw_preferences_window_add_toast (ADW_PREFERENCES_WINDOW (window),
                                      adw_toast_new (_("Not everything could be deleted")));
  work (GTK_WIDGET (source), FALSE, on_counted);
}

static void
answered (AdwMessageDialog *dialog, const char *response, GtkWidget *group)
{
  if (g_str_equal (response, "delete"))
    work (group, TRUE, on_deleted);
}

static void
delete_clicked (GtkWidget *group)
{
  Kept *kept = g_object_get_data (G_OBJECT (group), "ent-kept");
  g_autofree char *amount = dup_amount (&kept->tally);
  g_autofree char *body
    = g_strdup_printf (_("Earlier versions, and changes that were discarded or could not be "
                         "recovered, will be gone (%s). Your files are not touched, and what is "
                         "open now is kept."), amount);
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (
    adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (group)),
                            _("Delete All Copies Kept on This Computer?"), NULL));

  adw_message_dialog_set_body (dialog, body);
  adw_message_dialog_add_responses (dialog, "cancel", _("_Cancel"), "delete", _("_Delete"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "delete", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (dialog, "cancel");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (answered), group, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * ent_kept_group_new:
 *
 * Returns: (transfer none): a group for the preferences
 */
GtkWidget *
ent_kept_group_new (void)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Delete All…"));
  Kept *kept = g_new0 (Kept, 1);

  kept->row = ADW_ACTION_ROW (row);
  kept->button = button;
  g_object_set_data_full (G_OBJECT (group), "ent-kept", kept, g_free);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("Copies"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Kept on this computer"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _("Counting…"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (button, FALSE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  g_signal_connect_object (button, "clicked", G_CALLBACK (delete_clicked), group,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  work (group, FALSE, on_counted);

  return group;
}
