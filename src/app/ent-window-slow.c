/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Saving takes a moment, unless the share it goes to hangs; then the window says so, and work goes
 * on. Nobody has to wait for a share to close a window: what is not saved is kept on this computer.
 */
#include "config.h"

#include <glib/gi18n.h>

#include "app/ent-window-private.h"
#include "store/ent-file-name.h"

#define SLOW_SECONDS 5

static void
say_so (EntWindow *self)
{
  GFile *file = ent_document_get_file (self->document);
  g_autofree char *name = file != NULL ? ent_file_dup_display_name (file)
                                       : g_strdup (ent_document_get_title (self->document));
  g_autofree char *text = g_strdup_printf (
    _("The disk or share of “%s” does not answer yet. You can go on, and close the window: what you "
      "change is kept on this computer."), name);

  ent_notice_bar_show (self->slow_bar, text, NULL, NULL);
}

static gboolean
on_slow (gpointer user_data)
{
  EntWindow *self = user_data;

  self->slow_source = 0;
  self->is_slow = TRUE;
  say_so (self);
  _ent_window_stop_waiting (self);

  return G_SOURCE_REMOVE;
}

/* Begins to wait with each job of the document, and ends with it. */
void
_ent_window_watch_job (EntWindow *self)
{
  g_clear_handle_id (&self->slow_source, g_source_remove);
  self->is_slow = FALSE;
  ent_notice_bar_hide (self->slow_bar);
  if (self->document != NULL && ent_document_get_busy (self->document))
    self->slow_source = g_timeout_add_seconds (SLOW_SECONDS, on_slow, self);
}
