/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Everything that keys and dragging do in a list is in a menu, too, with its key beside it. Keys
 * are taken before the list view itself gets them, which has its own idea of every arrow. */
#include "config.h"

#include "pages/ent-list-pane-menu.h"

#include <glib/gi18n.h>

#include "pages/ent-list-pane-row.h"

typedef struct {
  EntListPane *pane;
  GPtrArray *rows;
  GtkWidget *popover;
} Menu;

static void
append (GMenu *menu, const char *label, const char *action, const char *key)
{
  g_autoptr(GMenuItem) item = g_menu_item_new (label, action);

  g_menu_item_set_attribute (item, "accel", "s", key);
  g_menu_append_item (menu, item);
}

static void
append_moves (GMenu *menu)
{
  g_autoptr(GMenu) moves = g_menu_new ();

  append (moves, _("Move Up"), "list-pane.move-up", "<Alt>Up");
  append (moves, _("Move Down"), "list-pane.move-down", "<Alt>Down");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (moves));
}

/**
 * ent_list_pane_menu_new_order:
 * @spec: what the list offers
 *
 * Returns: (transfer full): by what to sort, and moving the selected entry by hand
 */
GMenuModel *
ent_list_pane_menu_new_order (const EntListPaneSpec *spec)
{
  GMenu *menu = g_menu_new ();
  g_autoptr(GMenu) sorts = g_menu_new ();
  const EntKindInfo *info;

  g_return_val_if_fail (spec != NULL, NULL);

  info = ent_kind_get_info (spec->kind);
  if (spec->own_order_first)
    g_menu_append (sorts, _("Own Order"), "list-pane.sort::own");
  if (spec->compare != NULL)
    g_menu_append (sorts, _(spec->compare_title), "list-pane.sort::" ENT_LIST_PANE_SORT_COMPARE);
  if (!spec->own_order_first)
    g_menu_append (sorts, _("Own Order"), "list-pane.sort::own");
  for (guint i = 0; i < spec->n_sorts; i++)
    {
      const EntField *field = &info->fields[spec->sorts[i]];
      g_autofree char *action = g_strconcat ("list-pane.sort::", field->name, NULL);

      g_menu_append (sorts, ent_field_get_label (field), action);
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (sorts));
  append_moves (menu);

  return G_MENU_MODEL (menu);
}

static GtkWidget *
new_popover (void)
{
  g_autoptr(GMenu) menu = g_menu_new ();
  g_autoptr(GMenu) open = g_menu_new ();
  g_autoptr(GMenu) rest = g_menu_new ();
  GtkWidget *popover;

  append (open, _("Show Details"), "list-pane.open", "F2");
  append (rest, _("Delete"), "list-pane.delete", "Delete");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (open));
  append_moves (menu);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (rest));

  popover = gtk_popover_menu_new_from_model (G_MENU_MODEL (menu));
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_widget_set_halign (popover, GTK_ALIGN_START);

  return popover;
}

static void
popup (Menu *self, EntListPaneRow *row, double x, double y)
{
  graphene_point_t place;

  if (!gtk_widget_compute_point (GTK_WIDGET (row), GTK_WIDGET (self->pane),
                                 &GRAPHENE_POINT_INIT ((float) x, (float) y), &place))
    return;

  ent_list_pane_select (self->pane, ent_list_pane_row_get_record (row));
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover),
                               &(GdkRectangle) { (int) place.x, (int) place.y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

/* The row is asked, not what was clicked: there is room around it that is the list's own. */
static void
on_pressed (Menu *self, int n_press, double x, double y, GtkGesture *click)
{
  GtkWidget *view = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (click));

  for (guint i = 0; i < self->rows->len; i++)
    {
      EntListPaneRow *row = g_ptr_array_index (self->rows, i);
      graphene_point_t place;

      if (ent_list_pane_row_get_record (row) == NULL || !gtk_widget_get_mapped (GTK_WIDGET (row))
          || !gtk_widget_compute_point (view, GTK_WIDGET (row),
                                        &GRAPHENE_POINT_INIT ((float) x, (float) y), &place)
          || place.y < 0 || place.y >= (float) gtk_widget_get_height (GTK_WIDGET (row)))
        continue;

      popup (self, row, (double) place.x, (double) place.y);
      return;
    }
}

static gboolean
on_menu_key (GtkWidget *view, GVariant *args, gpointer data)
{
  Menu *self = data;
  EntRecord *record = ent_list_pane_get_selected (self->pane);

  for (guint i = 0; i < self->rows->len && record != NULL; i++)
    {
      EntListPaneRow *row = g_ptr_array_index (self->rows, i);

      if (ent_list_pane_row_get_record (row) != record)
        continue;

      popup (self, row, gtk_widget_get_width (GTK_WIDGET (row)) / 2.0,
             gtk_widget_get_height (GTK_WIDGET (row)));
      return TRUE;
    }

  return FALSE;
}

static void
add_key (GtkEventController *keys, const char *key, GtkShortcutAction *action)
{
  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (keys),
    gtk_shortcut_new (gtk_shortcut_trigger_parse_string (key), action));
}

static GtkEventController *
new_keys (Menu *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  add_key (keys, "F2", gtk_named_action_new ("list-pane.open"));
  add_key (keys, "<Alt>Up", gtk_named_action_new ("list-pane.move-up"));
  add_key (keys, "<Alt>Down", gtk_named_action_new ("list-pane.move-down"));
  add_key (keys, "Delete|KP_Delete", gtk_named_action_new ("list-pane.delete"));
  add_key (keys, "Menu|<Shift>F10", gtk_callback_action_new (on_menu_key, self, g_free));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);

  return keys;
}

/**
 * ent_list_pane_menu_attach:
 * @pane: a list
 * @view: the widget in it that shows the entries
 * @rows: (element-type EntListPaneRow): its rows, kept up to date by @pane
 *
 * Gives the entries their keys, and a menu for the second mouse button and the menu key. @pane and
 * @rows live at least as long as @view takes events.
 *
 * Returns: (transfer none): the menu, a child of @pane that it has to unparent
 */
GtkWidget *
ent_list_pane_menu_attach (EntListPane *pane, GtkListView *view, GPtrArray *rows)
{
  GtkGesture *click;
  Menu *self;

  g_return_val_if_fail (ENT_IS_LIST_PANE (pane), NULL);
  g_return_val_if_fail (GTK_IS_LIST_VIEW (view), NULL);
  g_return_val_if_fail (rows != NULL, NULL);

  self = g_new (Menu, 1);
  *self = (Menu) { .pane = pane, .rows = rows, .popover = new_popover () };
  gtk_widget_set_parent (self->popover, GTK_WIDGET (pane));

  click = gtk_gesture_click_new ();
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (on_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (view), GTK_EVENT_CONTROLLER (click));

  gtk_widget_add_controller (GTK_WIDGET (view), new_keys (self));

  return self->popover;
}
