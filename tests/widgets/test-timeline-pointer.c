/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Mouse and touch on the timeline, also while what they are over changes. */
#include "config.h"

#include "analysis/ent-day.h"
#include "kpi-fixture.h"
#include "timeline-fixture.h"

static void
move_pointer (Fixture *fixture, double x, double y)
{
  g_signal_emit_by_name (find_controller (fixture, GTK_TYPE_EVENT_CONTROLLER_MOTION), "motion", x,
                         y);
}

static void
get_center (Fixture *fixture, guint lane, int item, double *x, double *y)
{
  EntMatrixRect spot = _ent_timeline_get_spot (fixture->timeline, lane, item);

  *x = spot.x + spot.width / 2;
  *y = spot.y + spot.height / 2;
}

static void
hover (Fixture *fixture, guint lane, int item)
{
  double x, y;

  get_center (fixture, lane, item, &x, &y);
  move_pointer (fixture, x, y);
}

static EntRecord *
get_kpi (Fixture *fixture, guint lane)
{
  return ent_timeline_model_get_series (fixture->model, lane)->kpi;
}

/* The names of the KPIs in the order of their lanes, as far as one letter each. */
static void
assert_order (Fixture *fixture, const char *expected)
{
  g_autoptr(GString) order = g_string_new (NULL);
  guint n = ent_timeline_model_get_n_lanes (fixture->model);

  for (guint lane = ent_timeline_model_get_n_event_lanes (fixture->model); lane < n; lane++)
    {
      g_autofree char *title = ent_timeline_model_dup_title (fixture->model, lane);

      g_string_append (order, title + 1);
    }
  g_assert_cmpstr (order->str, ==, expected);
}

/* --- What is under the pointer --------------------------------------------------------------- */

static void
test_hover (Fixture *fixture, gconstpointer data)
{
  hover (fixture, 1, 11);
  g_assert_cmpint (fixture->timeline->hover_lane, ==, 1);
  g_assert_cmpint (fixture->timeline->hover_item, ==, 11);

  /* Another lane is no matter. */
  kpi_fixture_measure (fixture->project, get_kpi (fixture, 2), "2026-02-03", 15);
  g_assert_cmpint (fixture->timeline->hover_lane, ==, 1);
  ent_project_remove (fixture->project, ent_timeline_model_get_item (fixture->model, 1, 11).record);
  g_assert_cmpint (fixture->timeline->hover_lane, ==, -1);
  settle (fixture);
}

/* The pointer moves after a change and before it is allocated. */
static void
test_stale (Fixture *fixture, gconstpointer data)
{
  double x, y;

  get_center (fixture, 3, 3, &x, &y);
  ent_project_remove (fixture->project, get_kpi (fixture, 3));
  move_pointer (fixture, x, y);
  g_assert_cmpint (fixture->timeline->hover_lane, <, 3);
  ent_timeline_model_set_statuses (fixture->model, 0);
  move_pointer (fixture, x, y);
  g_assert_cmpint (fixture->timeline->hover_lane, ==, -1);
  settle (fixture);
}

/* --- Dragging -------------------------------------------------------------------------------- */

static void
begin_drag (Fixture *fixture, double x, double y)
{
  g_signal_emit_by_name (find_controller (fixture, GTK_TYPE_GESTURE_DRAG), "drag-begin", x, y);
}

static void
update_drag (Fixture *fixture, double dx, double dy)
{
  g_signal_emit_by_name (find_controller (fixture, GTK_TYPE_GESTURE_DRAG), "drag-update", dx, dy);
}

static void
end_drag (Fixture *fixture, double dx, double dy)
{
  g_signal_emit_by_name (find_controller (fixture, GTK_TYPE_GESTURE_DRAG), "drag-end", dx, dy);
}

/* From the middle of the head of one lane to that of another, and how the lanes stand then. */
static const struct {
  const char *name;
  guint from;
  guint to;
  const char *order;
} drags[] = {
  { "down", 1, 3, "231" },
  { "down by one", 1, 2, "213" },
  { "up", 3, 1, "312" },
  { "onto itself", 2, 2, "123" },
  { "onto what happened", 3, 0, "312" },
  { "what happened", 0, 2, "123" },
};

static void
test_drag_lane (Fixture *fixture, gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  double x, from, to;

  g_test_message ("%s", drags[i].name);
  get_center (fixture, drags[i].to, ENT_TIMELINE_HEAD, &x, &to);
  get_center (fixture, drags[i].from, ENT_TIMELINE_HEAD, &x, &from);
  begin_drag (fixture, x, from);
  update_drag (fixture, 0, (to - from) / 2);
  update_drag (fixture, 30, to - from);
  settle (fixture);
  end_drag (fixture, 30, to - from);
  assert_order (fixture, drags[i].order);
  g_assert_cmpint (ent_timeline_model_get_kind (fixture->model, 0), ==, ENT_TIMELINE_STORIES);
  g_assert_cmpint (fixture->timeline->drag_lane, ==, -1);
}

/* Where all lanes scroll, the last place among KPIs counts: what happened stays above them. */
static void
test_drag_onto_scrolled (Fixture *fixture, gconstpointer data)
{
  EntTimelineLayout *layout = &fixture->timeline->layout;
  double x, from, to;

  layout->n_frozen = 0;
  get_center (fixture, 0, ENT_TIMELINE_HEAD, &x, &to);
  get_center (fixture, 2, ENT_TIMELINE_HEAD, &x, &from);
  begin_drag (fixture, x, from);
  update_drag (fixture, 0, to - from);
  g_assert_cmpint (fixture->timeline->drop_lane, ==, -1);
  end_drag (fixture, 0, to - from);
  assert_order (fixture, "123");
}

static void
test_drag_read_only (Fixture *fixture, gconstpointer data)
{
  double x, from, to;

  ent_project_set_read_only (fixture->project, TRUE);
  get_center (fixture, 3, ENT_TIMELINE_HEAD, &x, &to);
  get_center (fixture, 1, ENT_TIMELINE_HEAD, &x, &from);
  begin_drag (fixture, x, from);
  update_drag (fixture, 0, to - from);
  end_drag (fixture, 0, to - from);
  assert_order (fixture, "123");
  settle (fixture);
}

static void
test_drag_cancel (Fixture *fixture, gconstpointer data)
{
  double x, from, to;

  get_center (fixture, 3, ENT_TIMELINE_HEAD, &x, &to);
  get_center (fixture, 1, ENT_TIMELINE_HEAD, &x, &from);
  begin_drag (fixture, x, from);
  update_drag (fixture, 0, to - from);
  g_signal_emit_by_name (find_controller (fixture, GTK_TYPE_GESTURE_DRAG), "cancel", NULL);
  end_drag (fixture, 0, to - from);
  assert_order (fixture, "123");
}

/* The lane in hand is gone, or another: nothing is moved, neither lanes nor time. */
static void
test_drag_change (Fixture *fixture, gconstpointer data)
{
  double x, from, to;
  double start, end, kept;

  get_center (fixture, 1, ENT_TIMELINE_HEAD, &x, &to);
  get_center (fixture, 3, ENT_TIMELINE_HEAD, &x, &from);
  begin_drag (fixture, x, from);
  update_drag (fixture, 0, to - from);
  ent_project_remove (fixture->project, get_kpi (fixture, 3));
  ent_timeline_get_shown (fixture->timeline, &kept, &end);
  update_drag (fixture, 40, to - from);
  end_drag (fixture, 40, to - from);
  ent_timeline_get_shown (fixture->timeline, &start, &end);
  g_assert_cmpfloat (start, ==, kept);
  assert_order (fixture, "12");
  settle (fixture);
}

/* Time goes with the pointer, also back to where it was taken hold of. */
static void
test_drag_time (Fixture *fixture, gconstpointer data)
{
  double x, y;
  double begun, start, end;

  get_center (fixture, 1, 0, &x, &y);
  ent_timeline_get_shown (fixture->timeline, &begun, &end);
  begin_drag (fixture, x, y);
  update_drag (fixture, 2, 0);
  ent_timeline_get_shown (fixture->timeline, &start, &end);
  g_assert_cmpfloat (start, ==, begun);
  update_drag (fixture, 100, 0);
  ent_timeline_get_shown (fixture->timeline, &start, &end);
  g_assert_cmpfloat (start, <, begun);
  update_drag (fixture, 0, 0);
  ent_timeline_get_shown (fixture->timeline, &start, &end);
  g_assert_cmpfloat_with_epsilon (start, begun, 0.001);
  end_drag (fixture, 0, 0);
}

/* A lane that is carried back to its place is not moved. */
static void
test_drag_back (Fixture *fixture, gconstpointer data)
{
  double x, from, to;

  get_center (fixture, 3, ENT_TIMELINE_HEAD, &x, &to);
  get_center (fixture, 1, ENT_TIMELINE_HEAD, &x, &from);
  begin_drag (fixture, x, from);
  update_drag (fixture, 0, to - from);
  update_drag (fixture, 0, 1);
  end_drag (fixture, 0, 1);
  assert_order (fixture, "123");
}

/* --- Zooming --------------------------------------------------------------------------------- */

/* A touchpad tells pixels: a flick of it is a few steps of the wheel and not hundreds. */
static void
test_wheel (Fixture *fixture, gconstpointer data)
{
  EntTimeline *timeline = fixture->timeline;
  double all = get_length (fixture);
  double once;

  _ent_timeline_wheel (timeline, -1, GDK_SCROLL_UNIT_WHEEL);
  once = get_length (fixture);
  g_assert_cmpfloat_with_epsilon (once, all / 1.2, 0.01);
  _ent_timeline_wheel (timeline, 1, GDK_SCROLL_UNIT_WHEEL);
  g_assert_cmpfloat_with_epsilon (get_length (fixture), all, 0.01);
  for (guint i = 0; i < 4; i++)
    _ent_timeline_wheel (timeline, -10, GDK_SCROLL_UNIT_SURFACE);
  g_assert_cmpfloat_with_epsilon (get_length (fixture), once, 0.01);
  g_assert_false (timeline->fitted);
}

static void
test_pinch (Fixture *fixture, gconstpointer data)
{
  EntTimeline *timeline = fixture->timeline;
  EntTimeAxis first = timeline->scene.axis;
  double x = first.x + first.width / 3;
  double moment = ent_time_axis_to_moment (&first, x);
  const EntTimeAxis *axis = &timeline->scene.axis;

  g_signal_emit_by_name (find_controller (fixture, GTK_TYPE_GESTURE_ZOOM), "begin", NULL);
  g_assert_true (timeline->fitted);
  _ent_timeline_pinch (timeline, 0, x);
  _ent_timeline_pinch (timeline, -1, x);
  g_assert_true (timeline->fitted);
  g_assert_cmpfloat (timeline->scene.axis.start, ==, first.start);

  _ent_timeline_pinch (timeline, 2, x);
  g_assert_false (timeline->fitted);
  g_assert_cmpfloat_with_epsilon (get_length (fixture), (first.end - first.start) / 2, 0.001);
  g_assert_cmpfloat_with_epsilon (ent_time_axis_to_moment (axis, x), moment, 0.001);
  _ent_timeline_pinch (timeline, 1, x);
  g_assert_cmpfloat_with_epsilon (timeline->scene.axis.start, first.start, 0.001);
  g_assert_cmpfloat_with_epsilon (timeline->scene.axis.end, first.end, 0.001);

  _ent_timeline_pinch (timeline, 1e6, x);
  g_assert_cmpfloat_with_epsilon (get_length (fixture), ENT_TIME_AXIS_LEAST, 0.001);
  g_assert_cmpfloat_with_epsilon (ent_time_axis_to_moment (axis, x), moment, 0.001);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv);

  for (guint i = 0; i < G_N_ELEMENTS (drags); i++)
    {
      g_autofree char *path = g_strdup_printf ("/timeline-pointer/drag-lane/%u", i);

      g_test_add (path, Fixture, GUINT_TO_POINTER (i), set_up, test_drag_lane, tear_down);
    }
#define ADD(name, test) \
  g_test_add ("/timeline-pointer/" name, Fixture, NULL, set_up, test, tear_down)
  ADD ("hover", test_hover);
  ADD ("stale", test_stale);
  ADD ("drag-onto-scrolled", test_drag_onto_scrolled);
  ADD ("drag-read-only", test_drag_read_only);
  ADD ("drag-cancel", test_drag_cancel);
  ADD ("drag-change", test_drag_change);
  ADD ("drag-time", test_drag_time);
  ADD ("drag-back", test_drag_back);
  ADD ("wheel", test_wheel);
  ADD ("pinch", test_pinch);

  return g_test_run ();
}
