/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The focus of the timeline stays on a record when lanes or items come, go and move. */
#include "config.h"

#include "analysis/ent-day.h"
#include "kpi-fixture.h"
#include "timeline-fixture.h"

static EntRecord *
get_kpi (Fixture *fixture, guint lane)
{
  return ent_timeline_model_get_series (fixture->model, lane)->kpi;
}

static EntRecord *
get_item_record (Fixture *fixture, guint lane, guint item)
{
  return ent_timeline_model_get_item (fixture->model, lane, item).record;
}

/* --- Changes --------------------------------------------------------------------------------- */

static void
measure_earlier (Fixture *fixture)
{
  kpi_fixture_measure (fixture->project, get_kpi (fixture, 2), "2025-12-01", 15);
}

static void
measure_another (Fixture *fixture)
{
  kpi_fixture_measure (fixture->project, get_kpi (fixture, 1), "2025-12-01", 15);
}

static void
add_lane_above (Fixture *fixture)
{
  g_autoptr(EntRecord) milestone = ent_record_new (ENT_KIND_MILESTONE);

  ent_record_set_string (milestone, ENT_MILESTONE_TITLE, "Launch");
  ent_record_set_string (milestone, ENT_MILESTONE_DUE, "2026-04-01");
  g_assert_true (ent_project_append (fixture->project, milestone, NULL));
}

static void
remove_kpi_above (Fixture *fixture)
{
  g_assert_true (ent_project_remove (fixture->project, get_kpi (fixture, 1)));
}

static void
move_kpi (Fixture *fixture)
{
  g_assert_true (ent_project_move (fixture->project, get_kpi (fixture, 2), 0));
}

static void
remove_item (Fixture *fixture)
{
  g_assert_true (ent_project_remove (fixture->project, get_item_record (fixture, 2, 3)));
}

static void
tell_earlier (Fixture *fixture)
{
  add_story (fixture, "Before all", "2025-11-11");
}

/* --- Staying --------------------------------------------------------------------------------- */

typedef void (*Change) (Fixture *fixture);

/* From lane and item to where the same record is after a change. */
static const struct {
  const char *name;
  int lane;
  int item;
  Change change;
  int to_lane;
  int to_item;
  gboolean moved;
} changes[] = {
  { "an earlier item", 2, 3, measure_earlier, 2, 4, TRUE },
  { "an item of another lane", 2, 3, measure_another, 2, 3, FALSE },
  { "a head, of an earlier item", 2, -1, measure_earlier, 2, -1, FALSE },
  { "a lane above", 2, 3, add_lane_above, 3, 3, TRUE },
  { "a lane above a head", 3, -1, add_lane_above, 4, -1, TRUE },
  { "a lane above what happened", 0, 1, add_lane_above, 1, 1, TRUE },
  { "a lane above the head of what happened", 0, -1, add_lane_above, 1, -1, TRUE },
  { "one less above", 2, 3, remove_kpi_above, 1, 3, TRUE },
  { "moved", 2, 3, move_kpi, 1, 3, TRUE },
  { "gone", 2, 3, remove_item, 2, 3, TRUE },
  { "an earlier story", 0, 1, tell_earlier, 0, 2, TRUE },
};

static void
test_stays (Fixture *fixture, gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  guint before;

  g_test_message ("%s", changes[i].name);
  _ent_timeline_move_focus (fixture->timeline, changes[i].lane, changes[i].item);
  before = fixture->n_moved;
  changes[i].change (fixture);
  settle (fixture);
  assert_focus (fixture, changes[i].to_lane, changes[i].to_item);
  g_assert_cmpint (fixture->n_moved > before, ==, changes[i].moved);
}

/* A check-in with morale is in two lanes; the focus stays in the one it is in. */
static void
test_two_lanes (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < 3; i++)
    {
      static const char *const days[] = { "2026-02-01", "2026-03-01", "2026-01-01" };
      g_autoptr(EntRecord) check_in = ent_record_new (ENT_KIND_CHECK_IN);

      ent_record_set_string (check_in, ENT_CHECK_IN_DATE, days[i]);
      ent_record_set_int (check_in, ENT_CHECK_IN_MORALE, 4);
      g_assert_true (ent_project_append (fixture->project, check_in, NULL));
      if (i == 1)
        {
          g_assert_cmpint (ent_timeline_model_get_kind (fixture->model, 2), ==,
                           ENT_TIMELINE_MORALE);
          _ent_timeline_move_focus (fixture->timeline, 2, 1);
        }
    }
  assert_focus (fixture, 2, 2);
}

/* A step that reaches several lanes tells of them one by one; with the first, the focus is on
 * something that is there. */
static void
on_changed (Fixture *fixture)
{
  int lane, item;

  ent_timeline_get_focus_item (fixture->timeline, &lane, &item);
  g_assert_cmpint (item, <, ent_timeline_model_get_n_items (fixture->model, (guint) lane));
}

static void
test_one_by_one (Fixture *fixture, gconstpointer data)
{
  g_autoptr(EntTransaction) step = ent_project_begin (fixture->project, "Both");

  _ent_timeline_move_focus (fixture->timeline, 3, 11);
  g_signal_connect_swapped (fixture->model, "changed", G_CALLBACK (on_changed), fixture);
  for (guint lane = 1; lane < 4; lane++)
    ent_project_remove (fixture->project, get_item_record (fixture, lane, 11));
  ent_transaction_commit (step);
  assert_focus (fixture, 3, 10);
}

/* A lane that is not shown any more leaves the focus where it was; the next one keeps it. */
static void
test_filtered (Fixture *fixture, gconstpointer data)
{
  _ent_timeline_move_focus (fixture->timeline, 3, -1);
  ent_timeline_model_set_statuses (fixture->model, 0);
  assert_focus (fixture, 0, -1);
  ent_timeline_model_set_statuses (fixture->model, ENT_TIMELINE_ALL_STATUSES);
  assert_focus (fixture, 0, -1);
  g_assert_null (ent_timeline_get_focus_record (fixture->timeline));
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv);

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autofree char *path = g_strdup_printf ("/timeline-focus/stays/%u", i);

      g_test_add (path, Fixture, GUINT_TO_POINTER (i), set_up, test_stays, tear_down);
    }
#define ADD(name, start, test) \
  g_test_add ("/timeline-focus/" name, Fixture, NULL, start, test, tear_down)
  ADD ("two-lanes", set_up, test_two_lanes);
  ADD ("one-by-one", set_up, test_one_by_one);
  ADD ("filtered", set_up, test_filtered);

  return g_test_run ();
}
