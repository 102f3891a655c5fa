/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was not saved when the program ended without being asked to comes back before anything else
 * is opened: a file that the desktop wants opened meanwhile may be the one that was not saved. */
#include "config.h"

#include "app/ent-application-private.h"

#include "app/ent-rescue-dialog.h"
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
end (EntApplication *self)
{
  _ent_application_end_recovery (self);
  g_application_release (G_APPLICATION (self));
}

static void
list_rescues (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  g_task_return_pointer (task, ent_rescue_list (NULL), (GDestroyNotify) g_ptr_array_unref);
}

static void
on_rescues (GObject *source, GAsyncResult *result, gpointer user_data)
{
  EntApplication *self = ENT_APPLICATION (source);
  g_autoptr(GPtrArray) rescues = g_task_propagate_pointer (G_TASK (result), NULL);

  while (rescues->len > 0)
    {
      EntWindow *window = _ent_application_get_blank_window (self);

      gtk_window_present (GTK_WINDOW (window));
      ent_rescue_dialog_present (window, g_ptr_array_steal_index (rescues, 0));
    }
  end (self);
}

static void
look_for_rescues (EntApplication *self)
{
  g_autoptr(GTask) task = NULL;

  if (!ent_rescue_is_needed ())
    {
      end (self);
      return;
    }
  task = g_task_new (self, NULL, on_rescues, NULL);
  g_task_run_in_thread (task, list_rescues);
}

static void
on_found (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(EntApplication) self = user_data;
  g_autoptr(GPtrArray) found = ent_recovery_find_finish (result);

  while (found->len > 0)
    show (self, g_ptr_array_steal_index (found, 0));
  look_for_rescues (self);
}

/*
 * Looks for what was not saved, and for saves that did not come to an end. Returns whether there may
 * be something: it is then shown before _ent_application_end_recovery() is called.
 */
gboolean
_ent_application_begin_recovery (EntApplication *self)
{
  if (!ent_recovery_is_needed () && !ent_rescue_is_needed ())
    return FALSE;

  g_application_hold (G_APPLICATION (self));
  ent_recovery_find_async (on_found, g_object_ref (self));

  return TRUE;
}
