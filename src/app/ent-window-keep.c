/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the window says of what is kept on this computer: that it came back after a crash, and that
 * it would not. */
#include "config.h"

#include <glib/gi18n.h>

#include "app/ent-window-private.h"

/* A bar that stays: the toast of a moment ago nobody remembers when it matters. */
void
_ent_window_show_trouble (EntWindow *self)
{
  const GError *trouble = self->document != NULL ? ent_document_get_trouble (self->document) : NULL;

  if (trouble != NULL)
    ent_notice_bar_show (self->trouble_bar, trouble->message, _("Save"), "win.save");
  else
    ent_notice_bar_hide (self->trouble_bar);
}

/* Saved, or undone: there is nothing to say any more. */
static void
hide_when_saved (EntDocument *document, GParamSpec *pspec, EntWindow *self)
{
  if (ent_document_get_modified (document))
    return;

  g_signal_handlers_disconnect_by_func (document, hide_when_saved, self);
  ent_notice_bar_hide (self->notice_bar);
}

static void
show_failure (EntWindow *self, const char *text)
{
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (
    adw_message_dialog_new (GTK_WINDOW (self), _("Not Everything Could Be Recovered"), NULL));

  adw_message_dialog_set_body (dialog, text);
  adw_message_dialog_add_response (dialog, "close", _("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * ent_window_take_recovery:
 * @self: a blank window
 * @recovery: a project that was not saved
 *
 * Shows the project as it was, and says so.
 */
void
ent_window_take_recovery (EntWindow *self, EntRecovery *recovery)
{
  EntDocument *document = ent_recovery_get_document (recovery);
  g_autofree char *text = ent_recovery_dup_message (recovery);

  g_return_if_fail (ENT_IS_WINDOW (self) && ent_window_is_blank (self));

  gtk_window_present (GTK_WINDOW (self));
  if (document == NULL)
    {
      show_failure (self, text);
      return;
    }
  _ent_window_set_document (self, document);
  ent_notice_bar_show (self->notice_bar, text, _("Save"), "win.save");
  g_signal_connect_object (document, "notify::modified", G_CALLBACK (hide_when_saved), self, 0);
}

/* It has a file of its own now: there is nothing to say any more. */
static void
hide_when_named (EntDocument *document, GParamSpec *pspec, EntWindow *self)
{
  g_signal_handlers_disconnect_by_func (document, hide_when_named, self);
  ent_notice_bar_hide (self->notice_bar);
}

/**
 * ent_window_take_version:
 * @self: a blank window
 * @document: an earlier version
 * @text: says which
 *
 * Shows an earlier version until it is saved as something else, and says so.
 */
void
ent_window_take_version (EntWindow *self, EntDocument *document, const char *text)
{
  g_return_if_fail (ENT_IS_WINDOW (self) && ent_window_is_blank (self));
  g_return_if_fail (ENT_IS_DOCUMENT (document) && text != NULL);

  gtk_window_present (GTK_WINDOW (self));
  _ent_window_set_document (self, document);
  ent_notice_bar_show (self->notice_bar, text, _("Save As…"), "win.save-as");
  g_signal_connect_object (document, "notify::file", G_CALLBACK (hide_when_named), self, 0);
}
