/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Problems as a list: what is wrong, and where in the file. */
#include "config.h"

#include "app/ent-problems-window.h"

#include <adwaita.h>
#include <glib/gi18n.h>

static const char *
get_icon_name (EntProblemSeverity severity)
{
  switch (severity)
    {
    case ENT_PROBLEM_LOSS:
      return "dialog-error-symbolic";
    case ENT_PROBLEM_WARNING:
      return "dialog-warning-symbolic";
    case ENT_PROBLEM_NOTE:
    default:
      return "dialog-information-symbolic";
    }
}

static GtkWidget *
new_row (gpointer item, gpointer user_data)
{
  EntProblem *problem = item;
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *where = ent_problem_dup_where (problem);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), ent_problem_get_message (problem));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), where);
  adw_action_row_add_prefix (
    ADW_ACTION_ROW (row),
    gtk_image_new_from_icon_name (get_icon_name (ent_problem_get_severity (problem))));

  return row;
}

static GtkWidget *
new_list (EntProblemList *problems)
{
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_list_box_bind_model (GTK_LIST_BOX (list), G_LIST_MODEL (problems), new_row, NULL, NULL);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_widget_set_valign (list, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Problems"), -1);
  adw_clamp_set_child (ADW_CLAMP (clamp), list);
  gtk_widget_set_margin_top (clamp, 12);
  gtk_widget_set_margin_bottom (clamp, 24);
  gtk_widget_set_margin_start (clamp, 12);
  gtk_widget_set_margin_end (clamp, 12);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  gtk_widget_set_vexpand (scroller, TRUE);

  return scroller;
}

static void
close_on_escape (GtkWidget *window)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (keys),
    gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                      gtk_named_action_new ("window.close")));
  gtk_widget_add_controller (window, keys);
}

/**
 * ent_problems_window_present:
 * @parent: the window that shows the partnership
 * @problems: what was found in its file
 *
 * Shows the problems in a window of their own, which may stay open beside the work.
 */
void
ent_problems_window_present (GtkWindow *parent, EntProblemList *problems)
{
  GtkWidget *window = adw_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  g_return_if_fail (ENT_IS_PROBLEM_LIST (problems));

  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), new_list (problems));
  adw_window_set_content (ADW_WINDOW (window), box);
  gtk_window_set_title (GTK_WINDOW (window), _("Problems in the File"));
  gtk_window_set_default_size (GTK_WINDOW (window), 560, 420);
  gtk_window_set_transient_for (GTK_WINDOW (window), parent);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (window), TRUE);
  close_on_escape (window);
  gtk_window_present (GTK_WINDOW (window));
}
