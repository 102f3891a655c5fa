/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The timeline among the views of the KPIs: what it opens, what it filters, and its first step. */
#include "config.h"

#include "page-fixture.h"
#include "pages/ent-kpis-page.h"
#include "pages/ent-timeline-filter.h"
#include "pages/ent-timeline-view.h"
#include "widgets/ent-timeline.h"

typedef struct {
  EntProject *project;
  GtkWidget *window;
  GtkWidget *page;
  EntTimeline *timeline;
  EntRecord *asked;
} Fixture;

static void
on_reveal (Fixture *fixture, EntRecord *record, int field)
{
  fixture->asked = record;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->project = data != NULL ? fixture_project_new () : ent_project_new ();
  fixture->page = g_object_new (ENT_TYPE_KPIS_PAGE, NULL);
  fixture->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->page);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 900, 700);
  ent_page_set_project (ENT_PAGE (fixture->page), fixture->project);
  gtk_window_present (GTK_WINDOW (fixture->window));
  fixture_settle ();
  fixture->timeline = ENT_TIMELINE (fixture_find (fixture->page, ENT_TYPE_TIMELINE));
  g_signal_connect_swapped (fixture->page, "reveal-record", G_CALLBACK (on_reveal), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  fixture_settle ();
  g_assert_finalize_object (fixture->project);
}

static void
test_open (Fixture *fixture, gconstpointer data)
{
  EntTimelineModel *model = ent_timeline_get_model (fixture->timeline);
  EntRecord *kpi;

  g_assert_nonnull (model);
  g_assert_cmpuint (ent_timeline_model_get_n_lanes (model), >, 0);
  kpi = ent_project_get_record (fixture->project, ENT_KIND_KPI, 0);
  g_assert_true (ent_timeline_reveal (fixture->timeline, kpi));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->timeline), "timeline.open", NULL));
  g_assert_true (fixture->asked == kpi);
  fixture_assert_named (fixture->page);
}

/* A record is shown where it is edited. */
static void
test_reveal (Fixture *fixture, gconstpointer data)
{
  EntRecord *kpi = ent_project_get_record (fixture->project, ENT_KIND_KPI, 0);

  g_assert_true (ent_page_reveal (ENT_PAGE (fixture->page), kpi, -1));
  fixture_settle ();
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (fixture->timeline)));
}

static void
test_filter (Fixture *fixture, gconstpointer data)
{
  EntTimelineModel *model = ent_timeline_get_model (fixture->timeline);
  EntRecord *goal = ent_project_get_record (fixture->project, ENT_KIND_GOAL, 0);
  GtkWidget *filter = fixture_find (fixture->page, ENT_TYPE_TIMELINE_FILTER);
  GtkWidget *row = fixture_find (filter, ADW_TYPE_COMBO_ROW);

  g_assert_nonnull (goal);
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), 1);
  g_assert_true (ent_timeline_model_get_goal (model) == goal);
  ent_timeline_model_set_goal (model, NULL);
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (row)), ==, 0);

  ent_timeline_model_set_statuses (model, 0);
  ent_timeline_model_set_goal (model, goal);
  g_assert_cmpuint (ent_timeline_model_get_n_lanes (model), ==,
                    ent_timeline_model_get_n_event_lanes (model));
  fixture_settle ();
  g_assert_false (fixture_is_on_view (fixture->page, "Nothing Matches"));

  ent_timeline_model_set_goal (model, fixture_add (fixture->project, ENT_KIND_GOAL, "Nothing yet"));
  fixture_settle ();
  g_assert_true (fixture_is_on_view (fixture->page, "Nothing Matches"));
}

static void
test_first (Fixture *fixture, gconstpointer data)
{
  GtkWidget *view = fixture_find (fixture->page, ENT_TYPE_TIMELINE_VIEW);

  g_assert_true (gtk_widget_get_mapped (view));
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (fixture->timeline)));
  ent_page_add_record (ENT_PAGE (fixture->page));
  fixture_settle ();
  g_assert_false (gtk_widget_get_mapped (view));
}

static GtkWidget *
find_button (GtkWidget *root, const char *action)
{
  if (GTK_IS_BUTTON (root)
      && g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (root)), action) == 0)
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, action);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* Returns how much time is shown then. */
static double
press (Fixture *fixture, const char *action)
{
  GtkWidget *button = find_button (fixture->page, action);
  double start, end;

  g_assert_nonnull (button);
  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
  ent_timeline_get_shown (fixture->timeline, &start, &end);

  return end - start;
}

/* What the buttons do, the timeline does. */
static void
test_buttons (Fixture *fixture, gconstpointer data)
{
  double all = press (fixture, "timeline.fit");
  double start, end;
  int today = ent_timeline_model_get_today (ent_timeline_get_model (fixture->timeline));

  g_assert_cmpfloat (press (fixture, "timeline.zoom-in"), <, all);
  g_assert_cmpfloat_with_epsilon (press (fixture, "timeline.zoom-out"), all, 0.01);
  ent_timeline_show_time (fixture->timeline, today + 500, today + 600);
  press (fixture, "timeline.today");
  ent_timeline_get_shown (fixture->timeline, &start, &end);
  g_assert_cmpfloat_with_epsilon ((start + end) / 2, today + 0.5, 0.01);
  g_assert_cmpfloat_with_epsilon (press (fixture, "timeline.fit"), all, 0.01);
}

/* The same items as rows, of what the filter leaves. */
static void
test_as_table (Fixture *fixture, gconstpointer data)
{
  GtkWidget *view = fixture_find (fixture->page, ENT_TYPE_TIMELINE_VIEW);
  GtkToggleButton *button = GTK_TOGGLE_BUTTON (
    gtk_widget_get_template_child (view, ENT_TYPE_TIMELINE_VIEW, "table_button"));

  gtk_toggle_button_set_active (button, TRUE);
  fixture_settle ();
  fixture_assert_named (fixture->page);
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (fixture->timeline)));
  g_assert_cmpuint (fixture_count_text (view, "2025-12-01"), >, 0);
  g_assert_true (ent_page_focus_content (ENT_PAGE (view)));
  fixture_random_edits (fixture->project, 40);
  gtk_toggle_button_set_active (button, FALSE);
  fixture_settle ();
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (fixture->timeline)));
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv);
  adw_init ();

#define ADD(name, data, test) \
  g_test_add ("/timeline-view/" name, Fixture, data, set_up, test, tear_down)
  ADD ("open", "filled", test_open);
  ADD ("reveal", "filled", test_reveal);
  ADD ("filter", "filled", test_filter);
  ADD ("table", "filled", test_as_table);
  ADD ("buttons", "filled", test_buttons);
  ADD ("first", NULL, test_first);

  return g_test_run ();
}
