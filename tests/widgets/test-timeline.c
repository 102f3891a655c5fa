/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The timeline in a window: moving about in it by key and pointer, what it shows of time, and what a
 * screen reader gets to hear of it. */
#include "config.h"

#include <math.h>

#include "analysis/ent-day.h"
#include "kpi-fixture.h"
#include "widgets/ent-matrix-cell.h"
#include "render/ent-timeline-marks.h"
#include "widgets/ent-timeline-private.h"

typedef struct {
  EntProject *project;
  EntKpis *kpis;
  EntTimelineModel *model;
  GtkWidget *window;
  EntTimeline *timeline;
  EntRecord *activated;
  guint n_moved;
} Fixture;

static void
on_activated (Fixture *fixture, EntRecord *record)
{
  fixture->activated = record;
}

static void
on_focus_moved (Fixture *fixture)
{
  fixture->n_moved++;
}

static void
settle (Fixture *fixture)
{
  for (guint i = 0; i < 2; i++)
    {
      gtk_test_widget_wait_for_draw (fixture->window);
      while (g_main_context_iteration (NULL, FALSE))
        continue;
    }
}

static void
add_story (Fixture *fixture, const char *title, const char *day)
{
  g_autoptr(EntRecord) story = ent_record_new (ENT_KIND_STORY);

  ent_record_set_string (story, ENT_STORY_TITLE, title);
  ent_record_set_string (story, ENT_STORY_DATE, day);
  g_assert_true (ent_project_append (fixture->project, story, NULL));
}

static void
fill (Fixture *fixture, guint n_kpis)
{
  static const double values[] = { 10, 20, 10, 20, 10, 20, 10, 20, 10, 20, 10, 60 };

  for (guint i = 0; i < n_kpis; i++)
    {
      g_autofree char *name = g_strdup_printf ("K%u", i + 1);
      EntRecord *kpi = kpi_fixture_add (fixture->project, name, 10, "2026-01-01", 50, "2026-12-31");

      kpi_fixture_measure_weekly (fixture->project, kpi, "2026-01-05", values,
                                  G_N_ELEMENTS (values));
    }
  add_story (fixture, "First call", "2026-02-02");
  add_story (fixture, "Second call", "2026-05-02");
}

static void
set_up_sized (Fixture *fixture, guint n_kpis)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  fixture->project = ent_project_new ();
  fill (fixture, n_kpis);
  fixture->kpis = ent_kpis_new (fixture->project);
  ent_kpis_set_as_of (fixture->kpis, "2026-06-01");
  fixture->model = ent_timeline_model_new (fixture->kpis);
  fixture->timeline = ENT_TIMELINE (ent_timeline_new ());
  fixture->window = gtk_window_new ();
  ent_timeline_set_label (fixture->timeline, "Timeline");
  ent_timeline_set_model (fixture->timeline, fixture->model);
  g_signal_connect_swapped (fixture->timeline, "record-activated", G_CALLBACK (on_activated),
                            fixture);
  g_signal_connect_swapped (fixture->timeline, "focus-moved", G_CALLBACK (on_focus_moved), fixture);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (fixture->timeline));
  gtk_window_set_child (GTK_WINDOW (fixture->window), scroller);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 900, 500);
  gtk_window_present (GTK_WINDOW (fixture->window));
  settle (fixture);
  gtk_widget_grab_focus (GTK_WIDGET (fixture->timeline));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  set_up_sized (fixture, 3);
}

static void
set_up_many (Fixture *fixture, gconstpointer data)
{
  set_up_sized (fixture, 40);
}

static void
set_up_rtl (Fixture *fixture, gconstpointer data)
{
  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  set_up_sized (fixture, 3);
}

static void
set_up_empty (Fixture *fixture, gconstpointer data)
{
  set_up_sized (fixture, 0);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_add_weak_pointer (G_OBJECT (fixture->timeline), (gpointer *) &fixture->timeline);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_assert_null (fixture->timeline);
  g_assert_finalize_object (fixture->model);
  g_object_unref (fixture->kpis);
  g_object_unref (fixture->project);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

static gboolean
press_with (Fixture *fixture, guint keyval, GdkModifierType state)
{
  g_autoptr(GListModel) controllers =
    gtk_widget_observe_controllers (GTK_WIDGET (fixture->timeline));
  gboolean handled = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", keyval, 0U, state, &handled);
    }

  return handled;
}

static void
assert_focus (Fixture *fixture, int lane, int item)
{
  int at_lane, at_item;

  ent_timeline_get_focus_item (fixture->timeline, &at_lane, &at_item);
  g_assert_cmpint (at_lane, ==, lane);
  g_assert_cmpint (at_item, ==, item);
}

static double
get_length (Fixture *fixture)
{
  double start, end;

  ent_timeline_get_shown (fixture->timeline, &start, &end);

  return end - start;
}

/* --- Keys ------------------------------------------------------------------------------------ */

static void
test_walk (Fixture *fixture, gconstpointer data)
{
  static const struct {
    guint keyval;
    GdkModifierType state;
    int lane;
    int item;
  } steps[] = {
    { GDK_KEY_Right, 0, 1, 0 },
    { GDK_KEY_Right, 0, 1, 1 },
    { GDK_KEY_Left, 0, 1, 0 },
    { GDK_KEY_Left, 0, 1, -1 },
    { GDK_KEY_Left, 0, 1, -1 },
    { GDK_KEY_End, 0, 1, 11 },
    { GDK_KEY_Right, 0, 1, 11 },
    { GDK_KEY_Down, 0, 2, 11 },
    { GDK_KEY_Up, GDK_CONTROL_MASK, 0, 1 },
    { GDK_KEY_Left, 0, 0, 0 },
    { GDK_KEY_Down, 0, 1, 4 },
    { GDK_KEY_Home, 0, 1, -1 },
    { GDK_KEY_End, GDK_CONTROL_MASK, 3, -1 },
    { GDK_KEY_Down, 0, 3, -1 },
    { GDK_KEY_KP_Up, 0, 2, -1 },
    { GDK_KEY_Home, GDK_CONTROL_MASK, 0, -1 },
    { GDK_KEY_Page_Down, 0, 2, -1 },
  };

  assert_focus (fixture, 1, -1);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_test_message ("step %u", i);
      g_assert_true (press_with (fixture, steps[i].keyval, steps[i].state));
      assert_focus (fixture, steps[i].lane, steps[i].item);
    }
  g_assert_cmpuint (fixture->n_moved, ==, G_N_ELEMENTS (steps));
  g_assert_false (press_with (fixture, GDK_KEY_Tab, 0));
}

/* Time runs from left to right in every language. */
static void
test_walk_rtl (Fixture *fixture, gconstpointer data)
{
  EntMatrixRect head = ent_timeline_layout_get_head (&fixture->timeline->layout, 1);
  EntMatrixRect plot = ent_timeline_layout_get_plot (&fixture->timeline->layout, 1);

  g_assert_cmpfloat (plot.x, ==, 0);
  g_assert_cmpfloat (head.x, ==, plot.width);
  press_with (fixture, GDK_KEY_Right, 0);
  press_with (fixture, GDK_KEY_Right, 0);
  assert_focus (fixture, 1, 1);
}

static void
test_zoom (Fixture *fixture, gconstpointer data)
{
  double all = get_length (fixture);
  double start, end;
  EntMatrixRect before, after;

  press_with (fixture, GDK_KEY_End, 0);
  before = _ent_timeline_get_spot (fixture->timeline, 1, 11);
  press_with (fixture, GDK_KEY_plus, 0);
  g_assert_cmpfloat (get_length (fixture), <, all);
  after = _ent_timeline_get_spot (fixture->timeline, 1, 11);
  g_assert_cmpfloat_with_epsilon (before.x, after.x, 2);

  press_with (fixture, GDK_KEY_KP_Subtract, 0);
  g_assert_cmpfloat_with_epsilon (get_length (fixture), all, 0.01);
  for (guint i = 0; i < 30; i++)
    press_with (fixture, GDK_KEY_plus, 0);
  g_assert_cmpfloat_with_epsilon (get_length (fixture), ENT_TIME_AXIS_LEAST, 0.01);
  settle (fixture);
  press_with (fixture, GDK_KEY_t, GDK_CONTROL_MASK);
  ent_timeline_get_shown (fixture->timeline, &start, &end);
  g_assert_cmpfloat_with_epsilon ((start + end) / 2, ent_day_to_number ("2026-06-01") + 0.5, 0.01);
  g_assert_false (press_with (fixture, GDK_KEY_Page_Down, GDK_CONTROL_MASK));
  press_with (fixture, GDK_KEY_Page_Down, GDK_SHIFT_MASK);
  ent_timeline_get_shown (fixture->timeline, &start, &end);
  g_assert_cmpfloat (start, >, ent_day_to_number ("2026-06-01"));
  settle (fixture);
  press_with (fixture, GDK_KEY_0, 0);
  g_assert_cmpfloat_with_epsilon (get_length (fixture), all, 0.01);
}

/* Walking brings what has the focus into view, in time and among the lanes. */
static void
test_reveal (Fixture *fixture, gconstpointer data)
{
  GtkAdjustment *adjustment = fixture->timeline->adjustments[GTK_ORIENTATION_VERTICAL];
  EntRecord *last;
  EntMatrixRect spot;

  ent_timeline_show_time (fixture->timeline, ent_day_to_number ("2030-01-01"),
                          ent_day_to_number ("2030-03-01"));
  settle (fixture);
  last = ent_timeline_model_get_item (fixture->model, 40, 5).record;
  g_assert_true (ent_timeline_reveal (fixture->timeline, last));
  settle (fixture);
  assert_focus (fixture, 40, 5);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), >, 0);
  spot = _ent_timeline_get_spot (fixture->timeline, 40, 5);
  g_assert_cmpfloat (spot.x, >, fixture->timeline->scene.axis.x);
  g_assert_cmpfloat (spot.x, <, 900);
  g_assert_cmpfloat (spot.y, <, 500);

  gtk_adjustment_set_value (adjustment, 0);
  settle (fixture);
  g_assert_cmpfloat (fixture->timeline->layout.scroll_y, ==, 0);
  ent_timeline_model_set_statuses (fixture->model, 0);
  settle (fixture);
  assert_focus (fixture, 0, 1);
  g_assert_false (ent_timeline_reveal (fixture->timeline, last));
}

static void
test_fold_and_move (Fixture *fixture, gconstpointer data)
{
  g_autofree char *title = NULL;
  double height = ent_timeline_layout_get_lane (&fixture->timeline->layout, 1).height;

  press_with (fixture, GDK_KEY_space, 0);
  g_assert_true (ent_timeline_model_is_folded (fixture->model, 1));
  settle (fixture);
  g_assert_cmpfloat (ent_timeline_layout_get_lane (&fixture->timeline->layout, 1).height, <, height);
  press_with (fixture, GDK_KEY_Down, GDK_ALT_MASK);
  assert_focus (fixture, 2, -1);
  title = ent_timeline_model_dup_title (fixture->model, 2);
  g_assert_cmpstr (title, ==, "K1");
  g_assert_true (ent_timeline_model_is_folded (fixture->model, 2));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->timeline), "timeline.move-up",
                                             NULL));
  assert_focus (fixture, 1, -1);
  /* What happened stays above. */
  press_with (fixture, GDK_KEY_Up, GDK_ALT_MASK);
  assert_focus (fixture, 1, -1);
  gtk_widget_activate_action (GTK_WIDGET (fixture->timeline), "timeline.fold-all", NULL);
  g_assert_true (ent_timeline_model_is_folded (fixture->model, 3));
}

static void
test_activate (Fixture *fixture, gconstpointer data)
{
  press_with (fixture, GDK_KEY_Return, 0);
  g_assert_true (fixture->activated == ent_timeline_model_get_series (fixture->model, 1)->kpi);
  press_with (fixture, GDK_KEY_Right, 0);
  press_with (fixture, GDK_KEY_Return, 0);
  g_assert_true (fixture->activated == ent_timeline_model_get_item (fixture->model, 1, 0).record);
  press_with (fixture, GDK_KEY_Up, GDK_CONTROL_MASK);
  press_with (fixture, GDK_KEY_Return, 0);
  g_assert_cmpint (ent_record_get_kind (fixture->activated), ==, ENT_KIND_STORY);
}

static void
test_empty (Fixture *fixture, gconstpointer data)
{
  while (ent_project_get_n_records (fixture->project, ENT_KIND_STORY) > 0)
    ent_project_remove (fixture->project,
                        ent_project_get_record (fixture->project, ENT_KIND_STORY, 0));
  settle (fixture);
  assert_focus (fixture, -1, -1);
  press_with (fixture, GDK_KEY_Right, 0);
  press_with (fixture, GDK_KEY_Return, 0);
  press_with (fixture, GDK_KEY_plus, 0);
  press_with (fixture, GDK_KEY_t, 0);
  press_with (fixture, GDK_KEY_Up, GDK_ALT_MASK);
  settle (fixture);
  ent_timeline_set_model (fixture->timeline, NULL);
  press_with (fixture, GDK_KEY_0, 0);
  settle (fixture);
}

/* --- Following ------------------------------------------------------------------------------- */

/* All there is stays in sight until another time is chosen. */
static void
test_follow (Fixture *fixture, gconstpointer data)
{
  double all = get_length (fixture);

  add_story (fixture, "Much earlier", "2020-02-02");
  g_assert_cmpfloat (get_length (fixture), >, all);
  ent_timeline_show_time (fixture->timeline, ent_day_to_number ("2026-01-01"),
                          ent_day_to_number ("2026-02-01"));
  add_story (fixture, "Earlier still", "2010-02-02");
  g_assert_cmpfloat (get_length (fixture), ==, 31);
  settle (fixture);
}

/* --- Reading --------------------------------------------------------------------------------- */

static const char *
get_cell_label (Fixture *fixture, guint cell)
{
  return ent_matrix_cell_get_label (fixture->timeline->cells->pdata[cell]);
}

static void
test_read (Fixture *fixture, gconstpointer data)
{
  EntTimeline *timeline = fixture->timeline;

  gtk_test_accessible_assert_role (timeline, GTK_ACCESSIBLE_ROLE_LIST);
  gtk_test_accessible_assert_property (timeline, GTK_ACCESSIBLE_PROPERTY_LABEL, "Timeline");
  press_with (fixture, GDK_KEY_Right, 0);
  gtk_test_accessible_assert_property (timeline, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "K1, 5 January 2026: 10");
  press_with (fixture, GDK_KEY_End, 0);
  gtk_test_accessible_assert_property (timeline, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "K1, 23 March 2026: 60, improvement: outside the limits");
  settle (fixture);

  g_assert_cmpuint (timeline->cells->len, ==, timeline->spots->len);
  g_assert_cmpstr (get_cell_label (fixture, 0), ==, "Stories & wins: 2 entries");
  g_assert_cmpstr (get_cell_label (fixture, 1), ==, "First call: story of 2 February 2026");
  g_assert_true (g_str_has_prefix (get_cell_label (fixture, 3), "K1: ★ Met. Measured 60"));
  g_assert_cmpstr (get_cell_label (fixture, 4), ==, "K1, 5 January 2026: 10");
  gtk_test_accessible_assert_role (timeline->cells->pdata[4], GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_test_accessible_assert_state (timeline->cells->pdata[15], GTK_ACCESSIBLE_STATE_SELECTED, TRUE);

  /* Another lane says so itself. */
  ent_record_set_string (ent_timeline_model_get_series (fixture->model, 1)->kpi, ENT_KPI_NAME, "New");
  gtk_test_accessible_assert_property (timeline, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "New, 23 March 2026: 60, improvement: outside the limits");
  settle (fixture);
  g_assert_cmpstr (get_cell_label (fixture, 4), ==, "New, 5 January 2026: 10");
}

/* Where a screen reader finds an item, the pointer does so, too. */
static void
test_hit (Fixture *fixture, gconstpointer data)
{
  EntTimeline *timeline = fixture->timeline;

  settle (fixture);
  for (guint i = 0; i < timeline->spots->len; i++)
    {
      const EntTimelineSpot *spot = &g_array_index (timeline->spots, EntTimelineSpot, i);
      double x = spot->rect.x + spot->rect.width / 2;
      double y = spot->rect.y + spot->rect.height / 2;
      guint lane = G_MAXUINT;
      EntMatrixRect plot;

      if (y >= timeline->layout.height)
        continue;
      g_assert_cmpint (ent_timeline_layout_pick (&timeline->layout, x, y, &lane), ==,
                       spot->item >= 0 ? ENT_TIMELINE_PART_PLOT : ENT_TIMELINE_PART_HEAD);
      g_assert_cmpint (lane, ==, spot->lane);
      plot = ent_timeline_layout_get_plot (&timeline->layout, lane);
      if (spot->item >= 0)
        g_assert_cmpint (ent_timeline_pick_item (&timeline->scene, lane, &plot, x, y), ==,
                         spot->item);
    }
}

/* A tile is drawn once, and again where something changed. */
static void
test_tiles (Fixture *fixture, gconstpointer data)
{
  EntTimeline *timeline = fixture->timeline;
  gpointer first, second;

  settle (fixture);
  g_assert_cmpuint (g_hash_table_size (timeline->tiles), >=, 4);
  first = g_hash_table_lookup (timeline->tiles, GUINT_TO_POINTER (3));
  second = g_hash_table_lookup (timeline->tiles, GUINT_TO_POINTER (5));
  gsk_render_node_ref (first);
  kpi_fixture_measure (fixture->project, ent_timeline_model_get_series (fixture->model, 1)->kpi,
                       "2026-05-30", 30);
  settle (fixture);
  g_assert_true (g_hash_table_lookup (timeline->tiles, GUINT_TO_POINTER (3)) != first);
  g_assert_true (g_hash_table_lookup (timeline->tiles, GUINT_TO_POINTER (5)) == second);
  gsk_render_node_unref (first);
}

/* Only what is near to be seen is drawn and kept. */
static void
test_many (Fixture *fixture, gconstpointer data)
{
  settle (fixture);
  for (guint i = 0; i < 40; i++)
    {
      press_with (fixture, GDK_KEY_Down, 0);
      settle (fixture);
    }
  assert_focus (fixture, 40, -1);
  g_assert_cmpuint (g_hash_table_size (fixture->timeline->tiles), <, 50);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv);

#define ADD(name, start, test) g_test_add ("/timeline/" name, Fixture, NULL, start, test, tear_down)
  ADD ("walk", set_up, test_walk);
  ADD ("walk-rtl", set_up_rtl, test_walk_rtl);
  ADD ("zoom", set_up, test_zoom);
  ADD ("reveal", set_up_many, test_reveal);
  ADD ("fold-and-move", set_up, test_fold_and_move);
  ADD ("activate", set_up, test_activate);
  ADD ("empty", set_up_empty, test_empty);
  ADD ("follow", set_up, test_follow);
  ADD ("read", set_up, test_read);
  ADD ("hit", set_up, test_hit);
  ADD ("tiles", set_up, test_tiles);
  ADD ("many", set_up_many, test_many);

  return g_test_run ();
}
