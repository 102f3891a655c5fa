/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be set: light or dark, when the role chart begins to ask questions, how limits of KPIs are
 * worked out, when to ask for a small win, and what is kept on this computer. All but deleting takes
 * effect at once, so there is nothing to confirm. */
#include "config.h"

#include "app/ent-preferences.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "app/ent-kept-group.h"

typedef struct {
  const char *key;
  const char *title;
  const char *subtitle;
} Threshold;

static const Threshold thresholds[] = {
  { "several-r", N_("Several R in a task"), N_("Ask whether the task can be split") },
  { "many-c", N_("Many C in a task"), N_("Ask whether so many need to be consulted") },
  { "many-i", N_("Many I in a task"), N_("Ask whether so many need to be informed") },
  { "role-many-r", N_("Many R in a role"), N_("Ask whether the role can keep up") },
  { "too-many-a", N_("Many A in a role"), N_("Ask whether some can be handed on") },
};

static GtkWidget *
new_threshold_row (GSettings *settings, const Threshold *threshold)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *spin = gtk_spin_button_new_with_range (2, 99, 1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _(threshold->title));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _(threshold->subtitle));
  gtk_widget_set_valign (spin, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (spin), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _(threshold->title), -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), spin);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), spin);
  g_settings_bind (settings, threshold->key, spin, "value", G_SETTINGS_BIND_DEFAULT);

  return row;
}

static GtkWidget *
new_role_check_group (GSettings *settings)
{
  g_autoptr(GSettings) checks = g_settings_get_child (settings, "role-check");
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("Questions of the role chart"));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group),
                                         _("From which number on to ask"));
  for (guint i = 0; i < G_N_ELEMENTS (thresholds); i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                               new_threshold_row (checks, &thresholds[i]));

  return group;
}

static GtkWidget *
new_kpi_group (GSettings *settings)
{
  g_autoptr(GSettings) kpis = g_settings_get_child (settings, "kpis");
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *toggle = gtk_switch_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("Limits of KPIs"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Leave out extreme jumps"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row),
                               _("Jumps far larger than the others do not widen the limits"));
  gtk_widget_set_valign (toggle, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (toggle), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Leave out extreme jumps"), -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), toggle);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), toggle);
  g_settings_bind (kpis, "screen-limits", toggle, "active", G_SETTINGS_BIND_DEFAULT);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);

  return group;
}

static GtkWidget *
new_story_group (GSettings *settings)
{
  static const Threshold days = { "small-win-days", N_("Days without a small win"),
                                  N_("Ask what went well lately") };
  g_autoptr(GSettings) stories = g_settings_get_child (settings, "stories");
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("Stories and wins"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), new_threshold_row (stories, &days));

  return group;
}

static void
style_selected (AdwComboRow *row, GParamSpec *pspec, GSettings *settings)
{
  static const AdwColorScheme schemes[]
    = { ADW_COLOR_SCHEME_DEFAULT, ADW_COLOR_SCHEME_FORCE_LIGHT, ADW_COLOR_SCHEME_FORCE_DARK };
  guint selected = adw_combo_row_get_selected (row);

  if (selected < G_N_ELEMENTS (schemes))
    g_settings_set_enum (settings, "colour-scheme", (int) schemes[selected]);
}

static GtkWidget *
new_style_group (GSettings *settings)
{
  const char *const names[] = { _("Follow the system"), _("Light"), _("Dark"), NULL };
  g_autoptr(GtkStringList) model = gtk_string_list_new (names);
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *row = adw_combo_row_new ();
  int scheme = g_settings_get_enum (settings, "colour-scheme");

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Style"));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (model));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), scheme == ADW_COLOR_SCHEME_FORCE_LIGHT  ? 1
                                                   : scheme == ADW_COLOR_SCHEME_FORCE_DARK ? 2
                                                                                           : 0);
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (style_selected), settings, 0);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("Appearance"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);

  return group;
}

/**
 * ent_preferences_present:
 * @parent: (nullable): the window it belongs to
 * @settings: the program's settings
 *
 * Shows the preferences.
 */
void
ent_preferences_present (GtkWindow *parent, GSettings *settings)
{
  GtkWidget *window = adw_preferences_window_new ();
  GtkWidget *page = adw_preferences_page_new ();

  g_return_if_fail (G_IS_SETTINGS (settings));

  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page),
                            ADW_PREFERENCES_GROUP (new_style_group (settings)));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page),
                            ADW_PREFERENCES_GROUP (new_role_check_group (settings)));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page),
                            ADW_PREFERENCES_GROUP (new_kpi_group (settings)));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page),
                            ADW_PREFERENCES_GROUP (new_story_group (settings)));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page),
                            ADW_PREFERENCES_GROUP (ent_kept_group_new ()));
  adw_preferences_window_add (ADW_PREFERENCES_WINDOW (window), ADW_PREFERENCES_PAGE (page));
  adw_preferences_window_set_search_enabled (ADW_PREFERENCES_WINDOW (window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (window), 560, 560);
  gtk_window_set_modal (GTK_WINDOW (window), TRUE);
  gtk_window_set_transient_for (GTK_WINDOW (window), parent);
  gtk_window_present (GTK_WINDOW (window));
}
