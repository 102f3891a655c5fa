/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was not saved when the program ended without being asked to comes back before anything else
 * is opened: a file that the desktop wants opened meanwhile may be the one that was not saved. */
#include "config.h"

#include "app/ent-application-private.h"

#include "app/ent-window.h"

static gboolean
accept (gpointer recovery)
{
  ent_recovery_accept (recovery);

  return G_SOURCE_REMOVE;
}

/* What has been on screen without harm can be shown again after the next crash. */
static void
show (EntApplication *self, EntRecovery *recovery)
{
  ent_window_take_recovery (_ent_application_get_blank_window (self), recovery);
  g_idle_add_full (G_PRIORITY_LOW, accept, recovery, (GDestroyNotify) ent_recovery_free);
}

static void
on_found (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(EntApplication) self = user_data;
  g_autoptr(GPtrArray) found = ent_recovery_find_finish (result);

  while (found->len > 0)
    show (self, g_ptr_array_steal_index (found, 0));
  _ent_application_end_recovery (self);
  g_application_release (G_APPLICATION (self));
}

/*
 * Looks for what was not saved. Returns whether there may be something: it is then shown before
 * _ent_application_end_recovery() is called.
 */
gboolean
_ent_application_begin_recovery (EntApplication *self)
{
  if (!ent_recovery_is_needed ())
    return FALSE;

  g_application_hold (G_APPLICATION (self));
  ent_recovery_find_async (on_found, g_object_ref (self));

  return TRUE;
}
