/* SPDX-License-Identifier: GPL-3.0-or-later */
/* "Send by e-mail": makes sure that what goes out is what is on screen, and says plainly whether
 * the file was saved for it or a copy is sent. */
#include "config.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "app/ent-mail.h"
#include "app/ent-window-private.h"

/* A mail program may take its time to read an attachment: copies stay for a day. */
#define COPY_LIFETIME_S (24 * 60 * 60)

static char *
get_outbox (void)
{
  return g_build_filename (g_get_user_cache_dir (), "entente", "outbox", NULL);
}

static void
remove_old_copies (const char *outbox)
{
  g_autoptr(GDir) dir = g_dir_open (outbox, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (outbox, name, NULL);
      g_autoptr(GDir) inner = g_dir_open (path, 0, NULL);
      const char *copy;
      GStatBuf info;

      if (g_stat (path, &info) != 0
          || info.st_mtime > g_get_real_time () / G_USEC_PER_SEC - COPY_LIFETIME_S)
        continue;
      while (inner != NULL && (copy = g_dir_read_name (inner)) != NULL)
        {
          g_autofree char *copy_path = g_build_filename (path, copy, NULL);

          g_unlink (copy_path);
        }
      g_rmdir (path);
    }
}

static void
composed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(EntWindow) self = user_data;
  g_autoptr(GError) error = NULL;

  if (!ent_mail_compose_finish (result, &error)
      && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    _ent_window_show_error (self, _("Could Not Start a Message"), error);
}

static void
compose (EntWindow *self, GFile *attachment)
{
  const char *title = ent_document_get_title (self->document);
  g_autofree char *body
    = g_strdup_printf (_("Attached is the partnership plan “%s”. It opens with Entente."), title);

  if (g_file_peek_path (attachment) == NULL)
    {
      g_autoptr(GError) error
        = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                               _("The file is on another computer. Please save a copy on this one "
                                 "and attach it to a message."));

      _ent_window_show_error (self, _("Could Not Start a Message"), error);
      return;
    }
  ent_mail_compose_async (GTK_WINDOW (self), title, body, attachment, NULL, composed,
                          g_object_ref (self));
}

static void
saved_before_sending (GObject *source, GAsyncResult *result, gpointer user_data)
{
  EntWindow *self = ENT_WINDOW (source);

  if (_ent_window_save_finish (self, result, NULL))
    compose (self, ent_document_get_file (self->document));
}

typedef struct {
  EntWindow *window;
  GFile *copy;
} Copy;

static void
copy_free (Copy *copy)
{
  g_object_unref (copy->window);
  g_object_unref (copy->copy);
  g_free (copy);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Copy, copy_free)

static void
copied (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(Copy) copy = user_data;
  g_autoptr(GError) error = NULL;

  if (ent_document_save_finish (ENT_DOCUMENT (source), result, NULL, &error))
    compose (copy->window, copy->copy);
  else
    _ent_window_show_error (copy->window, _("Could Not Make a Copy to Send"), error);
}

/* In a folder of its own, so that the attachment has the name that people know. */
static void
send_copy (EntWindow *self)
{
  g_autofree char *outbox = get_outbox ();
  g_autofree char *token = ent_id_new ();
  g_autofree char *folder = g_build_filename (outbox, token, NULL);
  GFile *current = ent_document_get_file (self->document);
  g_autofree char *name = current != NULL ? g_file_get_basename (current)
                                          : ent_document_dup_suggested_name (self->document);
  Copy *copy = g_new0 (Copy, 1);

  remove_old_copies (outbox);
  g_mkdir_with_parents (folder, 0700);
  copy->window = g_object_ref (self);
  copy->copy = g_file_new_build_filename (folder, name, NULL);
  ent_document_save_copy_async (self->document, copy->copy, FALSE, NULL, copied, copy);
}

static void
answered (AdwMessageDialog *dialog, const char *response, EntWindow *self)
{
  if (self->document == NULL)
    return;

  if (g_str_equal (response, "save"))
    _ent_window_save_async (self, FALSE, saved_before_sending, NULL);
  else if (g_str_equal (response, "copy"))
    send_copy (self);
}

static void
ask (EntWindow *self)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), _("Save Before Sending?"), NULL);

  adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (dialog),
                               _("There are changes that are not saved. Save them and attach the "
                                 "file, or attach a copy with the changes and leave the file as "
                                 "it is."));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "copy",
                                    _("Send a Co_py"), "save", _("_Save and Send"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "save",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "save");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (answered), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

void
_ent_window_send (EntWindow *self)
{
  g_assert (self->document != NULL);

  _ent_window_commit_edits (self);
  if (ent_document_get_modified (self->document) || ent_document_get_file (self->document) == NULL)
    ask (self);
  else
    compose (self, ent_document_get_file (self->document));
}
