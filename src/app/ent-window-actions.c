/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a window can be asked to do, in one table, and when. */
#include "config.h"

#include <glib/gi18n.h>

#include "app/ent-export-dialog.h"
#include "app/ent-preview-window.h"
#include "app/ent-print.h"
#include "app/ent-problems-window.h"
#include "app/ent-shortcuts-window.h"
#include "app/ent-versions-window.h"
#include "app/ent-window-private.h"
#include "pages/ent-file-chooser.h"
#include "pages/ent-import-window.h"
#include "pages/ent-pages.h"

static void
file_chosen (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(EntWindow) self = user_data;
  g_autoptr(GFile) file = ent_file_chooser_finish (result, NULL);

  if (file != NULL)
    ent_application_open_file (ENT_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))),
                               file);
}

static void
open_activated (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  const EntFileType type = { _("Partnerships"), "json" };

  ent_file_chooser_open_async (GTK_WINDOW (user_data), _("Open a Partnership"), &type, file_chosen,
                               g_object_ref (user_data));
}

static void
open_uri_activated (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (user_data));
  g_autoptr(GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  ent_application_open_file (ENT_APPLICATION (application), file);
}

static void
open_sample_activated (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ent_window_open_sample (user_data, g_variant_get_string (parameter, NULL));
}

static void
cancel_open_activated (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_cancellable_cancel (ENT_WINDOW (user_data)->open_cancellable);
}

static void
save_activated (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  _ent_window_save_async (user_data, FALSE, NULL, NULL);
}

static void
check_file_activated (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  _ent_window_check_file (user_data);
}

static void
review_file_activated (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  _ent_window_review_file (user_data);
}

static void
save_as_activated (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  _ent_window_save_async (user_data, TRUE, NULL, NULL);
}

static void
review_copy_activated (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  _ent_window_review_copy (user_data);
}

static void
mail_activated (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  _ent_window_send (user_data);
}

/* The document that prints what is looked at, if there is one. */
static const char *
get_document_name (EntWindow *self)
{
  const char *name = gtk_stack_get_visible_child_name (self->pages);
  int page = name != NULL ? ent_pages_find_name (name) : -1;

  return page >= 0 ? ent_pages_get_info ((guint) page)->document : NULL;
}

static void
print_activated (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  EntWindow *self = user_data;

  _ent_window_commit_edits (self);
  ent_print_run (GTK_WINDOW (self), ent_document_get_project (self->document),
                 get_document_name (self));
}

static void
preview_activated (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  EntWindow *self = user_data;
  g_autoptr(EntPrintSetup) setup = ent_print_setup_load (get_document_name (self));
  GtkWidget *preview;

  _ent_window_commit_edits (self);
  preview = ent_preview_window_new (GTK_WINDOW (self), ent_document_get_project (self->document),
                                    setup);
  gtk_window_present (GTK_WINDOW (preview));
}

static void
export_activated (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  EntWindow *self = user_data;

  _ent_window_commit_edits (self);
  ent_export_dialog_present (GTK_WINDOW (self), ent_document_get_project (self->document),
                             get_document_name (self));
}

static void
import_activated (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  EntWindow *self = user_data;
  GtkWidget *window;

  _ent_window_commit_edits (self);
  window = ent_import_window_new (GTK_WINDOW (self), ent_document_get_project (self->document),
                                  ENT_IMPORT_MEASUREMENTS);
  gtk_window_present (GTK_WINDOW (window));
}

static EntHistory *
get_history (EntWindow *self)
{
  return ent_project_get_history (ent_document_get_project (self->document));
}

static void
undo_activated (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  _ent_window_commit_edits (user_data);
  ent_history_undo (get_history (user_data));
}

static void
redo_activated (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  _ent_window_commit_edits (user_data);
  ent_history_redo (get_history (user_data));
}

static void
search_activated (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  EntWindow *self = user_data;

  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static void
add_record_activated (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  EntPage *page = _ent_window_get_page (user_data);

  if (page != NULL)
    ent_page_add_record (page);
}

static void
nth_page_activated (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  EntWindow *self = user_data;
  int index = g_variant_get_int32 (parameter);

  if (index < 0 || index >= (int) ent_pages_get_n_pages ())
    return;

  _ent_window_commit_edits (self);
  gtk_search_bar_set_search_mode (self->search_bar, FALSE);
  _ent_window_show_page (self, (guint) index);
  adw_leaflet_set_visible_child_name (self->leaflet, "content");
  ent_page_focus_content (_ent_window_get_page (self));
}

static void
show_pages_activated (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  adw_leaflet_set_visible_child_name (ENT_WINDOW (user_data)->leaflet, "sidebar");
}

static void
show_problems_activated (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  EntWindow *self = user_data;

  ent_problems_window_present (GTK_WINDOW (self), ent_document_get_problems (self->document));
}

static void
show_versions_activated (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ent_versions_window_present (user_data);
}

static void
shortcuts_activated (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkWidget *window = ent_shortcuts_window_new (GTK_WINDOW (user_data));

  gtk_window_present (GTK_WINDOW (window));
}

static const GActionEntry actions[] = {
  { "open", open_activated },
  { "open-uri", open_uri_activated, "s" },
  { "open-sample", open_sample_activated, "s" },
  { "cancel-open", cancel_open_activated },
  { "save", save_activated },
  { "save-as", save_as_activated },
  { "check-file", check_file_activated },
  { "review-file", review_file_activated },
  { "review-copy", review_copy_activated },
  { "mail", mail_activated },
  { "print", print_activated },
  { "print-preview", preview_activated },
  { "export", export_activated },
  { "import", import_activated },
  { "undo", undo_activated },
  { "redo", redo_activated },
  { "search", search_activated },
  { "add-record", add_record_activated },
  { "nth-page", nth_page_activated, "i" },
  { "show-pages", show_pages_activated },
  { "show-problems", show_problems_activated },
  { "show-versions", show_versions_activated },
  { "shortcuts", shortcuts_activated },
};

/* Actions that need a partnership to work on. */
static const char *const document_actions[] = {
  "save", "save-as", "check-file", "review-file", "review-copy", "mail", "print", "print-preview",
  "export", "search", "add-record", "nth-page", "show-pages", "show-problems", "show-versions", "sidebar",
};

static void
set_enabled (EntWindow *self, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);

  if (G_IS_SIMPLE_ACTION (action))
    g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

void
_ent_window_update_actions (EntWindow *self)
{
  EntDocument *document = self->document;
  gboolean editable = document != NULL && !ent_document_get_read_only (document);

  for (guint i = 0; i < G_N_ELEMENTS (document_actions); i++)
    set_enabled (self, document_actions[i], document != NULL);
  set_enabled (self, "add-record", editable);
  set_enabled (self, "import", editable);
  set_enabled (self, "save", editable && !ent_document_get_busy (document));
  set_enabled (self, "undo", editable && ent_history_can_undo (get_history (self)));
  set_enabled (self, "redo", editable && ent_history_can_redo (get_history (self)));
}

void
_ent_window_install_actions (EntWindow *self)
{
  g_autoptr(GPropertyAction) sidebar = g_property_action_new ("sidebar", self->sidebar, "visible");

  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (sidebar));
  g_settings_bind (self->settings, "sidebar-visible", self->sidebar, "visible",
                   G_SETTINGS_BIND_DEFAULT);
}
