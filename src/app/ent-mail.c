/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Mail through the desktop portal, which works in and out of a sandbox and asks the user which
 * program; through xdg-email where no portal is on the bus. The portal is looked for first: without
 * one libportal 0.6 fails too, but not before two criticals. */
#include "config.h"

#include "app/ent-mail.h"

#include <glib/gi18n.h>
#include <libportal-gtk4/portal-gtk4.h>

#define PORTAL_NAME "org.freedesktop.portal.Desktop"

typedef struct {
  GtkWindow *parent;
  char *subject;
  char *body;
  GFile *attachment;
} Message;

static void
message_free (gpointer data)
{
  Message *message = data;

  g_clear_object (&message->parent);
  g_free (message->subject);
  g_free (message->body);
  g_clear_object (&message->attachment);
  g_free (message);
}

static void
composed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;

  if (xdp_portal_compose_email_finish (XDP_PORTAL (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
compose_by_portal (GTask *task)
{
  Message *message = g_task_get_task_data (task);
  g_autoptr(XdpPortal) portal = xdp_portal_new ();
  XdpParent *parent = xdp_parent_new_gtk (message->parent);
  const char *attachments[] = { g_file_peek_path (message->attachment), NULL };

  xdp_portal_compose_email (portal, parent, NULL, NULL, NULL, message->subject, message->body,
                            attachments, XDP_EMAIL_FLAG_NONE, g_task_get_cancellable (task),
                            composed, g_object_ref (task));
  xdp_parent_free (parent);
}

static void
helper_ended (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(GTask) task = user_data;

  if (g_subprocess_wait_check_finish (G_SUBPROCESS (source), result, NULL))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_FAILED, "%s",
                             _("No mail program could be started. Please attach the file to a "
                               "message yourself."));
}

/* The only helper program that is ever given words of a document: as separate arguments, each
 * behind the option it belongs to, by its absolute path, without a shell. */
static void
compose_by_helper (GTask *task)
{
  Message *message = g_task_get_task_data (task);
  g_autofree char *helper = g_find_program_in_path ("xdg-email");
  g_autoptr(GSubprocess) process = NULL;

  if (helper != NULL)
    process = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, NULL, helper, "--utf8",
                                "--subject", message->subject, "--body", message->body,
                                "--attach", g_file_peek_path (message->attachment), NULL);
  if (process == NULL)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "%s",
                               _("This computer does not say which program sends mail. Please "
                                 "attach the file to a message yourself."));
      return;
    }

  g_subprocess_wait_check_async (process, g_task_get_cancellable (task), helper_ended,
                                 g_object_ref (task));
}

static gboolean
names_portal (GVariant *reply)
{
  g_autofree const char **names = NULL;

  g_variant_get (reply, "(^a&s)", &names);

  return g_strv_contains (names, PORTAL_NAME);
}

static void
activatable_listed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GVariant) reply = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result,
                                                             NULL);

  if (reply != NULL && names_portal (reply))
    compose_by_portal (task);
  else
    compose_by_helper (task);
}

static void
owner_known (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(GTask) task = user_data;
  GDBusConnection *bus = G_DBUS_CONNECTION (source);
  g_autoptr(GVariant) reply = g_dbus_connection_call_finish (bus, result, NULL);
  gboolean owned = FALSE;

  if (reply != NULL)
    g_variant_get (reply, "(b)", &owned);
  if (owned)
    {
      compose_by_portal (task);
      return;
    }

  g_dbus_connection_call (bus, "org.freedesktop.DBus", "/org/freedesktop/DBus",
                          "org.freedesktop.DBus", "ListActivatableNames", NULL,
                          G_VARIANT_TYPE ("(as)"), G_DBUS_CALL_FLAGS_NONE, -1,
                          g_task_get_cancellable (task), activatable_listed, g_object_ref (task));
}

/**
 * ent_mail_compose_async:
 * @parent: the window that asks
 * @subject: the subject; line breaks become spaces
 * @body: the text to begin with
 * @attachment: a local file to attach
 * @cancellable: (nullable): to give up
 * @callback: called when the mail program has the message, or not
 * @user_data: for @callback
 *
 * Opens a new message in the user's mail program. Whether it is sent is up to the user.
 */
void
ent_mail_compose_async (GtkWindow          *parent,
                        const char         *subject,
                        const char         *body,
                        GFile              *attachment,
                        GCancellable       *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer            user_data)
{
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  GDBusConnection *bus = g_application_get_dbus_connection (g_application_get_default ());
  Message *message = g_new0 (Message, 1);

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (g_file_peek_path (attachment) != NULL);

  message->parent = g_object_ref (parent);
  message->subject = g_strdelimit (g_strdup (subject), "\r\n", ' ');
  message->body = g_strdup (body);
  message->attachment = g_object_ref (attachment);
  g_task_set_source_tag (task, ent_mail_compose_async);
  g_task_set_task_data (task, message, message_free);

  if (bus == NULL)
    compose_by_helper (task);
  else
    g_dbus_connection_call (bus, "org.freedesktop.DBus", "/org/freedesktop/DBus",
                            "org.freedesktop.DBus", "NameHasOwner",
                            g_variant_new ("(s)", PORTAL_NAME), G_VARIANT_TYPE ("(b)"),
                            G_DBUS_CALL_FLAGS_NONE, -1, cancellable, owner_known,
                            g_object_ref (task));
}

/**
 * ent_mail_compose_finish:
 * @result: what the callback was given
 * @error: return location for an error, for people
 *
 * Returns: whether a mail program has the message
 */
gboolean
ent_mail_compose_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
