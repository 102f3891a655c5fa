/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sidebar of the window and the page beside it, which is built when it is first shown. */
#include "config.h"

#include "app/ent-window-private.h"

#include <glib/gi18n.h>

#include "pages/ent-compat.h"
#include "pages/ent-pages.h"

static void
page_deleted (EntWindow *self, const char *label)
{
  _ent_window_show_toast (self, label, _("_Undo"), "win.undo");
}

static void
page_wants_record (EntWindow *self, EntRecord *record, int field)
{
  ent_window_reveal (self, record, field);
}

static EntPage *
build_page (EntWindow *self, const EntPageInfo *info)
{
  EntPage *page = g_object_new (info->get_type (), NULL);

  g_signal_connect_object (page, "deleted", G_CALLBACK (page_deleted), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "message", G_CALLBACK (ent_window_say), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "reveal-record", G_CALLBACK (page_wants_record), self,
                           G_CONNECT_SWAPPED);
  gtk_stack_add_named (self->pages, GTK_WIDGET (page), info->name);

  return page;
}

EntPage *
_ent_window_get_page (EntWindow *self)
{
  GtkWidget *child = gtk_stack_get_visible_child (self->pages);

  return child != NULL ? ENT_PAGE (child) : NULL;
}

/* Pages are built, and given the project, when somebody first looks at them. */
void
_ent_window_show_page (EntWindow *self, guint index)
{
  const EntPageInfo *info = ent_pages_get_info (index);
  GtkWidget *page = gtk_stack_get_child_by_name (self->pages, info->name);

  if (page == NULL)
    page = GTK_WIDGET (build_page (self, info));
  ent_page_set_project (ENT_PAGE (page), ent_document_get_project (self->document));
  gtk_stack_set_visible_child (self->pages, page);
  gtk_stack_set_visible_child_name (self->body, "pages");
  ent_compat_settle_layout (page);
  gtk_list_box_select_row (self->page_list,
                           gtk_list_box_get_row_at_index (self->page_list, (int) index));
  g_settings_set_string (self->settings, "last-page", info->name);
  _ent_window_update (self);
}

void
_ent_window_show_last_page (EntWindow *self)
{
  g_autofree char *name = g_settings_get_string (self->settings, "last-page");
  int index = ent_pages_find_name (name);

  _ent_window_show_page (self, index >= 0 ? (guint) index : 0);
}

static void
page_row_activated (EntWindow *self, GtkListBoxRow *row)
{
  _ent_window_commit_edits (self);
  gtk_search_bar_set_search_mode (self->search_bar, FALSE);
  _ent_window_show_page (self, (guint) gtk_list_box_row_get_index (row));
  adw_leaflet_set_visible_child_name (self->leaflet, "content");
}

/* Walking the list by keyboard shows the pages as one goes; on a narrow window one wants to choose
 * first. */
static void
page_row_selected (EntWindow *self, GtkListBoxRow *row)
{
  guint index;

  if (row == NULL || self->document == NULL || adw_leaflet_get_folded (self->leaflet))
    return;

  index = (guint) gtk_list_box_row_get_index (row);
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->pages), ent_pages_get_info (index)->name)
      != 0)
    {
      _ent_window_commit_edits (self);
      _ent_window_show_page (self, index);
    }
}

static void
add_group_heading (GtkListBoxRow *row, GtkListBoxRow *before, gpointer user_data)
{
  const EntPageInfo *info = ent_pages_get_info ((guint) gtk_list_box_row_get_index (row));
  const EntPageInfo *last = NULL;
  GtkWidget *label;

  if (before != NULL)
    last = ent_pages_get_info ((guint) gtk_list_box_row_get_index (before));
  if (last != NULL && last->group == info->group)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }

  label = gtk_label_new (ent_pages_get_group_title (info->group));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "ent-sidebar-heading");
  gtk_list_box_row_set_header (row, label);
}

/* GTK's own Tab goes from row to row, and so from page to page: here it leaves the list. */
static gboolean
leave_page_list (GtkWidget *list, GVariant *direction, gpointer user_data)
{
  EntWindow *self = ENT_WINDOW (gtk_widget_get_root (list));

  return gtk_widget_child_focus (self->content,
                                 (GtkDirectionType) g_variant_get_int32 (direction));
}

static void
add_page_list_keys (EntWindow *self)
{
  static const struct { GdkModifierType modifiers; GtkDirectionType direction; } keys[] = {
    { 0, GTK_DIR_TAB_FORWARD },
    { GDK_SHIFT_MASK, GTK_DIR_TAB_BACKWARD },
  };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      GtkShortcut *shortcut
        = gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Tab, keys[i].modifiers),
                            gtk_callback_action_new (leave_page_list, NULL, NULL));

      gtk_shortcut_set_arguments (shortcut, g_variant_new_int32 ((int) keys[i].direction));
      gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
    }
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self->page_list), controller);
}

/* Lists the pages in the sidebar. */
void
_ent_window_fill_page_list (EntWindow *self)
{
  for (guint i = 0; i < ent_pages_get_n_pages (); i++)
    {
      const EntPageInfo *info = ent_pages_get_info (i);
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
      GtkWidget *row = gtk_list_box_row_new ();

      gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (info->icon_name));
      gtk_box_append (GTK_BOX (box), gtk_label_new (_(info->title)));
      gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
      gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      _(info->title), -1);
      gtk_list_box_append (self->page_list, row);
    }
  gtk_list_box_set_header_func (self->page_list, add_group_heading, NULL, NULL);
  add_page_list_keys (self);
  g_signal_connect_object (self->page_list, "row-activated", G_CALLBACK (page_row_activated), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->page_list, "row-selected", G_CALLBACK (page_row_selected), self,
                           G_CONNECT_SWAPPED);
}

/**
 * ent_window_reveal:
 * @self: a window with a partnership
 * @record: one of its records
 * @field: one of the record's fields, or -1
 *
 * Shows the page that @record is on and selects it there.
 *
 * Returns: whether a page shows it
 */
gboolean
ent_window_reveal (EntWindow *self, EntRecord *record, int field)
{
  int index;

  g_return_val_if_fail (ENT_IS_WINDOW (self), FALSE);
  g_return_val_if_fail (ENT_IS_RECORD (record), FALSE);

  index = ent_pages_find_kind (ent_record_get_kind (record));
  if (index < 0 || self->document == NULL)
    return FALSE;

  _ent_window_show_page (self, (guint) index);
  adw_leaflet_set_visible_child_name (self->leaflet, "content");

  return ent_page_reveal (_ent_window_get_page (self), record, field);
}

/* Returns: whether everything typed is in the project; if not, the field that isn't has the
 *   focus */
gboolean
_ent_window_commit_edits (EntWindow *self)
{
  EntPage *page = _ent_window_get_page (self);

  return page == NULL || self->document == NULL || ent_page_commit_edits (page);
}
