/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A page with several views hears these keys before what is in it: the matrix has a use for them,
 * too. */
#include "config.h"

#include "pages/ent-view-keys.h"

static guint
find_selected (GtkSelectionModel *views)
{
  guint n_views = g_list_model_get_n_items (G_LIST_MODEL (views));

  for (guint i = 0; i < n_views; i++)
    if (gtk_selection_model_is_selected (views, i))
      return i;

  return GTK_INVALID_LIST_POSITION;
}

/* Ends at the first and at the last view. A view without anything to hold the keyboard leaves it to
 * the switch above, so that the way back stays open. */
static gboolean
turn (GtkWidget *page, GVariant *step, gpointer stack)
{
  g_autoptr(GtkSelectionModel) views = adw_view_stack_get_pages (stack);
  guint n_views = g_list_model_get_n_items (G_LIST_MODEL (views));
  gint64 position = (gint64) find_selected (views) + g_variant_get_int32 (step);

  if (position < 0 || position >= n_views)
    return GDK_EVENT_STOP;

  gtk_selection_model_select_item (views, (guint) position, TRUE);
  if (!ent_page_focus_content (ENT_PAGE (page)))
    gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);

  return GDK_EVENT_STOP;
}

static void
add_key (GtkEventController *keys, const char *trigger, AdwViewStack *views, int step)
{
  GtkShortcut *shortcut = gtk_shortcut_new (gtk_shortcut_trigger_parse_string (trigger),
                                            gtk_callback_action_new (turn, views, NULL));

  gtk_shortcut_set_arguments (shortcut, g_variant_new_int32 (step));
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys), shortcut);
}

/**
 * ent_view_keys_add:
 * @page: a page
 * @views: its views, a child of it
 *
 * Lets Ctrl+Page Down and Ctrl+Page Up go to the next view and the one before.
 */
void
ent_view_keys_add (EntPage *page, AdwViewStack *views)
{
  GtkEventController *keys;

  g_return_if_fail (ENT_IS_PAGE (page));
  g_return_if_fail (ADW_IS_VIEW_STACK (views));

  keys = gtk_shortcut_controller_new ();
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  add_key (keys, "<Control>Page_Down|<Control>KP_Page_Down", views, 1);
  add_key (keys, "<Control>Page_Up|<Control>KP_Page_Up", views, -1);
  gtk_widget_add_controller (GTK_WIDGET (page), keys);
}
