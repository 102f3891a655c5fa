/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the window says of others who have its file open: nothing but that they do. */
#include "config.h"

#include "app/ent-window-private.h"

static void
show_message (EntWindow *self)
{
  const char *message = ent_presence_get_message (self->presence);

  if (message != NULL)
    ent_notice_bar_show (self->presence_bar, message, NULL, NULL);
  else
    ent_notice_bar_hide (self->presence_bar);
}

/* Begins to tell others of what the window shows now, and to ask for them. */
void
_ent_window_be_present (EntWindow *self)
{
  if (self->presence != NULL)
    g_signal_handlers_disconnect_by_data (self->presence, self);
  g_clear_object (&self->presence);
  ent_notice_bar_hide (self->presence_bar);
  if (self->document == NULL)
    return;
  self->presence = ent_presence_new (self->document);
  g_signal_connect_object (self->presence, "notify::message", G_CALLBACK (show_message), self,
                           G_CONNECT_SWAPPED);
}
