/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When the program is ended from outside, or the computer goes to sleep, what is not saved goes to
 * the disk of this computer, and nobody is asked anything: there may be nobody there. */
#include "config.h"

#include "app/ent-application-private.h"

#include "store/ent-presence-file.h"

#include <glib-unix.h>

/* A share that hangs must not keep the program. */
#define LEAVE_MS 1000

#define LOGIN_NAME      "org.freedesktop.login1"
#define LOGIN_PATH      "/org/freedesktop/login1"
#define LOGIN_INTERFACE "org.freedesktop.login1.Manager"

static void
sync_all (EntApplication *self)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (ENT_IS_WINDOW (l->data) && ent_window_get_document (l->data) != NULL)
      ent_document_sync (ent_window_get_document (l->data));
}

static gboolean
on_signal (gpointer application)
{
  sync_all (application);
  g_application_quit (application);

  return G_SOURCE_CONTINUE;
}

static void
on_sleep (GDBusConnection *connection, const char *sender, const char *path,
          const char *interface, const char *signal, GVariant *parameters, gpointer application)
{
  sync_all (application);
}

static void
on_bus (GObject *source, GAsyncResult *result, gpointer application)
{
  g_autoptr(GDBusConnection) bus = g_bus_get_finish (result, NULL);

  /* Where there is no such bus, a second is all that can be lost. */
  if (bus != NULL)
    g_dbus_connection_signal_subscribe (bus, LOGIN_NAME, LOGIN_INTERFACE, "PrepareForSleep",
                                        LOGIN_PATH, NULL, G_DBUS_SIGNAL_FLAGS_NONE, on_sleep,
                                        g_object_ref (application), g_object_unref);
  g_object_unref (application);
}

/*
 * Listens for the end.
 */
void
_ent_application_watch_for_end (EntApplication *self)
{
  g_unix_signal_add (SIGTERM, on_signal, self);
  g_unix_signal_add (SIGHUP, on_signal, self);
  g_bus_get (G_BUS_TYPE_SYSTEM, NULL, on_bus, g_object_ref (self));
}

/*
 * Tells others that nothing is open here any more.
 */
void
_ent_application_leave_files (void)
{
  (void) ent_presence_file_leave_all (LEAVE_MS);
}
