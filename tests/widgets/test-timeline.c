/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The timeline in a window: moving about in it by key and pointer, what it shows of time, and what a
 * screen reader gets to hear of it. */
#include "config.h"

#include <math.h>
#include <string.h>

#include "analysis/ent-day.h"
#include "kpi-fixture.h"
#include "render/ent-timeline-marks.h"
#include "timeline-fixture.h"
#include "widgets/ent-matrix-cell.h"

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
  g_assert_true (press_with (fixture, GDK_KEY_t, 0));
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

/* Letters with Ctrl are left to the window; zooming is the same with it. */
static void
test_modifiers (Fixture *fixture, gconstpointer data)
{
  double all = get_length (fixture);
  double start, end, kept;

  g_assert_true (press_with (fixture, GDK_KEY_plus, GDK_CONTROL_MASK));
  g_assert_cmpfloat (get_length (fixture), <, all);
  g_assert_true (press_with (fixture, GDK_KEY_minus, GDK_CONTROL_MASK));
  g_assert_cmpfloat_with_epsilon (get_length (fixture), all, 0.01);
  ent_timeline_show_time (fixture->timeline, ent_day_to_number ("2030-01-01"),
                          ent_day_to_number ("2030-03-01"));
  ent_timeline_get_shown (fixture->timeline, &kept, &end);
  g_assert_false (press_with (fixture, GDK_KEY_t, GDK_CONTROL_MASK));
  ent_timeline_get_shown (fixture->timeline, &start, &end);
  g_assert_cmpfloat (start, ==, kept);
  g_assert_true (press_with (fixture, GDK_KEY_0, GDK_CONTROL_MASK));
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
                                       "K1, 23 March 2026: 60. Improvement: outside the limits");
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
                                       "New, 23 March 2026: 60. Improvement: outside the limits");
  settle (fixture);
  g_assert_cmpstr (get_cell_label (fixture, 4), ==, "New, 5 January 2026: 10");
}

/* Where a screen reader finds an item, the pointer does so, too. */
static void
test_hit (Fixture *fixture, gconstpointer data)
{
  EntTimeline *timeline = fixture->timeline;
  guint n_heads = 0;
  guint n_items = 0;

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
      n_heads += spot->item < 0;
      n_items += spot->item >= 0;
    }
  g_assert_cmpuint (n_heads, >=, 2);
  g_assert_cmpuint (n_items, >=, 2 + 12);
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

  /* On a screen of other density they would be blurred. */
  g_object_notify (G_OBJECT (timeline), "scale-factor");
  g_assert_cmpuint (g_hash_table_size (timeline->tiles), ==, 0);
}

/* The values of a lane are kept, and read anew when it changes. */
static void
test_range (Fixture *fixture, gconstpointer data)
{
  EntTimeline *timeline = fixture->timeline;
  double first, second;

  settle (fixture);
  first = _ent_timeline_get_spot (timeline, 1, 3).y;
  second = _ent_timeline_get_spot (timeline, 2, 3).y;
  g_assert_cmpuint (g_hash_table_size (timeline->scene.ranges), ==, 3);
  kpi_fixture_measure (fixture->project, ent_timeline_model_get_series (fixture->model, 1)->kpi,
                       "2026-05-30", 3000);
  g_assert_cmpfloat (_ent_timeline_get_spot (timeline, 1, 3).y, >, first + 5);
  g_assert_cmpfloat (_ent_timeline_get_spot (timeline, 2, 3).y, ==, second);
  g_assert_true (ent_project_move (fixture->project,
                                   ent_timeline_model_get_series (fixture->model, 1)->kpi, 1));
  g_assert_cmpfloat (_ent_timeline_get_spot (timeline, 1, 3).y, ==, first);
}

/* --- Over the tiles -------------------------------------------------------------------------- */

static cairo_surface_t *
draw (Fixture *fixture)
{
  GtkWidget *widget = GTK_WIDGET (fixture->timeline);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32,
                                                         gtk_widget_get_width (widget),
                                                         gtk_widget_get_height (widget));
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  cairo_t *cr = cairo_create (surface);
  GskRenderNode *node;

  GTK_WIDGET_GET_CLASS (widget)->snapshot (widget, snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  gsk_render_node_draw (node, cr);
  gsk_render_node_unref (node);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  return surface;
}

static gboolean
is_same (cairo_surface_t *one, cairo_surface_t *other, int x, int y, int width, int height)
{
  int stride = cairo_image_surface_get_stride (one);

  for (int i = y; i < y + height; i++)
    if (memcmp (cairo_image_surface_get_data (one) + i * stride + 4 * x,
                cairo_image_surface_get_data (other) + i * stride + 4 * x, (gsize) (4 * width)) != 0)
      return FALSE;

  return TRUE;
}

/* The frame of an item at the edge of its plot does not reach over the head. */
static void
test_hover_frame (Fixture *fixture, gconstpointer data)
{
  EntTimeline *timeline = fixture->timeline;
  double moment = ent_timeline_model_get_item (fixture->model, 1, 5).day + 0.5;
  cairo_surface_t *before, *after;
  int head, width, height;

  ent_timeline_show_time (timeline, moment - 0.1, moment + 60);
  settle (fixture);
  head = (int) timeline->layout.head_width;
  width = timeline->layout.width - head;
  height = timeline->layout.height;
  before = draw (fixture);
  timeline->hover_lane = 1;
  timeline->hover_item = 5;
  after = draw (fixture);
  g_assert_true (is_same (before, after, 0, 0, head, height));
  g_assert_false (is_same (before, after, head, 0, width, height));
  cairo_surface_destroy (before);
  cairo_surface_destroy (after);
}

/* As soon as lanes go under those that stay, a line says so. */
static void
test_frozen_line (Fixture *fixture, gconstpointer data)
{
  EntTimeline *timeline = fixture->timeline;
  cairo_surface_t *before, *after;
  int y;

  settle (fixture);
  g_assert_cmpuint (timeline->layout.n_frozen, ==, 1);
  y = (int) ent_timeline_layout_get_frozen (&timeline->layout) - 1;
  before = draw (fixture);
  gtk_adjustment_set_value (timeline->adjustments[GTK_ORIENTATION_VERTICAL], 3);
  settle (fixture);
  after = draw (fixture);
  g_assert_false (is_same (before, after, 0, y, timeline->layout.width, 1));
  g_assert_true (is_same (before, after, 0, y - 3, timeline->layout.width, 3));
  cairo_surface_destroy (before);
  cairo_surface_destroy (after);
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
  g_assert_nonnull (g_hash_table_lookup (fixture->timeline->tiles, GUINT_TO_POINTER (2 * 40)));
  g_assert_nonnull (g_hash_table_lookup (fixture->timeline->tiles, GUINT_TO_POINTER (2 * 40 + 1)));
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
  ADD ("modifiers", set_up, test_modifiers);
  ADD ("reveal", set_up_many, test_reveal);
  ADD ("fold-and-move", set_up, test_fold_and_move);
  ADD ("activate", set_up, test_activate);
  ADD ("empty", set_up_empty, test_empty);
  ADD ("follow", set_up, test_follow);
  ADD ("read", set_up, test_read);
  ADD ("hit", set_up, test_hit);
  ADD ("tiles", set_up, test_tiles);
  ADD ("range", set_up, test_range);
  ADD ("hover-frame", set_up, test_hover_frame);
  ADD ("frozen-line", set_up_many, test_frozen_line);
  ADD ("many", set_up_many, test_many);

  return g_test_run ();
}
