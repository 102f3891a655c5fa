/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the window says of second files that a program made which synchronises folders, and where it
 * leads. Each is offered once; none is ever deleted here. */
#include "config.h"

#include <glib/gi18n.h>

#include "app/ent-window-private.h"
#include "store/ent-conflict-copies.h"
#include "store/ent-file-name.h"

static void
offer (EntWindow *self, EntConflictCopy *copy)
{
  g_autofree char *name = ent_file_dup_display_name (copy->file);
  g_autofree char *text = g_strdup_printf (
    _("Beside this file is “%s”, a copy of this partnership that differs from it. Programs that "
      "synchronise folders make such copies when two people change a file at a time."), name);

  g_set_object (&self->conflict_file, copy->file);
  g_free (self->conflict_summary);
  self->conflict_summary = g_strdup (copy->summary);
  ent_notice_bar_show (self->conflict_bar, text, _("Review…"), "win.review-copy");
}

static void
found (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(EntWindow) self = user_data;
  g_autoptr(GPtrArray) copies
    = ent_conflict_copies_find_finish (ENT_DOCUMENT (source), result, NULL);

  if (self->document != ENT_DOCUMENT (source) || copies == NULL
      || gtk_widget_get_visible (GTK_WIDGET (self->conflict_bar)))
    return;

  for (guint i = 0; i < copies->len; i++)
    {
      EntConflictCopy *copy = g_ptr_array_index (copies, i);

      if (g_hash_table_add (self->known_copies, g_strdup (copy->digest)))
        {
          offer (self, copy);
          return;
        }
    }
}

/* Looks for copies beside the file of what the window shows, and offers one not offered before. */
void
_ent_window_find_copies (EntWindow *self)
{
  if (self->document == NULL || ent_document_get_file (self->document) == NULL)
    return;
  ent_conflict_copies_find_async (self->document, NULL, found, g_object_ref (self));
}

/* Forgets what was offered, for the window shows another partnership. */
void
_ent_window_forget_copies (EntWindow *self)
{
  ent_notice_bar_hide (self->conflict_bar);
  g_hash_table_remove_all (self->known_copies);
  g_clear_object (&self->conflict_file);
  g_clear_pointer (&self->conflict_summary, g_free);
}

static void
answered (AdwMessageDialog *dialog, const char *response, EntWindow *self)
{
  GApplication *application = G_APPLICATION (gtk_window_get_application (GTK_WINDOW (self)));

  if (!g_str_equal (response, "open") || self->conflict_file == NULL)
    return;
  ent_notice_bar_hide (self->conflict_bar);
  g_application_open (application, &self->conflict_file, 1, "");
}

static char *
dup_review (EntWindow *self)
{
  g_autofree char *name = ent_file_dup_display_name (self->conflict_file);
  const char *summary = self->conflict_summary;
  g_autofree char *changes = NULL;

  /* Translators: a file, then what is other in it, such as “2 partners added, 1 role changed”. */
  changes = summary != NULL ? g_strdup_printf (_("In “%s”, not in this file: %s."), name, summary)
                            : g_strdup_printf (_("What is other in “%s” can’t be said."), name);
  return g_strdup_printf ("%s\n\n%s", changes,
                          _("Open the copy in a window of its own and take over what is missing "
                            "here. Nothing is deleted: when you have what you need, remove the copy "
                            "in your file manager."));
}

/* Says what is other in the copy, and opens it if that is wanted. */
void
_ent_window_review_copy (EntWindow *self)
{
  AdwMessageDialog *dialog;
  g_autofree char *body = NULL;

  if (self->conflict_file == NULL)
    return;
  dialog = ADW_MESSAGE_DIALOG (
    adw_message_dialog_new (GTK_WINDOW (self), _("Two Copies of This Partnership"), NULL));
  body = dup_review (self);
  adw_message_dialog_set_body (dialog, body);
  adw_message_dialog_add_responses (dialog, "cancel", _("_Cancel"), "open", _("_Open the Copy"),
                                    NULL);
  adw_message_dialog_set_response_appearance (dialog, "open", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "open");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (answered), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}
