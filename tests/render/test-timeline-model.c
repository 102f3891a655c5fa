/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lanes and items of a timeline, and that they follow the project. */
#include "config.h"

#include "analysis/ent-day.h"
#include "kpi-fixture.h"
#include "render/ent-timeline-model.h"

typedef struct {
  EntProject *project;
  EntKpis *kpis;
  EntTimelineModel *model;
  guint n_layout;
  GString *changed;
} Fixture;

static void
on_changed (Fixture *fixture, guint lane)
{
  g_string_append_printf (fixture->changed, "%u ", lane);
}

static void
on_layout_changed (Fixture *fixture)
{
  fixture->n_layout++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->project = ent_project_new ();
  fixture->kpis = ent_kpis_new (fixture->project);
  ent_kpis_set_as_of (fixture->kpis, "2026-06-01");
  fixture->model = ent_timeline_model_new (fixture->kpis);
  fixture->changed = g_string_new (NULL);
  g_signal_connect_swapped (fixture->model, "changed", G_CALLBACK (on_changed), fixture);
  g_signal_connect_swapped (fixture->model, "layout-changed", G_CALLBACK (on_layout_changed),
                            fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->model);
  g_object_unref (fixture->kpis);
  g_object_unref (fixture->project);
  g_string_free (fixture->changed, TRUE);
}

static EntRecord *
add (Fixture *fixture, EntKind kind, guint first, const char *first_text, guint second,
     const char *second_text)
{
  g_autoptr(EntRecord) record = ent_record_new (kind);

  ent_record_set_string (record, first, first_text);
  ent_record_set_string (record, second, second_text);
  g_assert_true (ent_project_append (fixture->project, record, NULL));

  return record;
}

static EntRecord *
add_kpi (Fixture *fixture, const char *name)
{
  EntRecord *kpi = kpi_fixture_add (fixture->project, name, 10, "2026-01-01", 50, "2026-12-31");

  ent_record_set_string (kpi, ENT_KPI_UNIT, "people");

  return kpi;
}

/* The titles of the lanes, with | between. */
static char *
list_lanes (Fixture *fixture)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < ent_timeline_model_get_n_lanes (fixture->model); i++)
    {
      g_autofree char *title = ent_timeline_model_dup_title (fixture->model, i);

      g_string_append_printf (text, "%s%s", i > 0 ? "|" : "", title);
    }

  return g_string_free (text, FALSE);
}

static void
assert_lanes (Fixture *fixture, const char *expected)
{
  g_autofree char *lanes = list_lanes (fixture);

  g_assert_cmpstr (lanes, ==, expected);
}

static void
assert_item (Fixture *fixture, guint lane, guint item, EntTimelineMark mark, const char *text)
{
  EntTimelineItem found = ent_timeline_model_get_item (fixture->model, lane, item);
  g_autofree char *words = ent_timeline_model_dup_item_text (fixture->model, lane, item);

  g_assert_cmpint (found.mark, ==, mark);
  g_assert_cmpstr (words, ==, text);
}

static void
test_empty (Fixture *fixture, gconstpointer data)
{
  int first, last;

  g_assert_cmpuint (ent_timeline_model_get_n_lanes (fixture->model), ==, 0);
  g_assert_false (ent_timeline_model_get_span (fixture->model, &first, &last));
  g_assert_cmpint (first, ==, ent_day_to_number ("2026-06-01"));
  g_assert_cmpint (last, ==, first);
}

static void
test_events (Fixture *fixture, gconstpointer data)
{
  EntRecord *record;

  record = add (fixture, ENT_KIND_MILESTONE, ENT_MILESTONE_TITLE, "Opening", ENT_MILESTONE_DUE,
                "2026-03-01");
  ent_record_set_string (record, ENT_MILESTONE_DONE, "2026-03-08");
  add (fixture, ENT_KIND_MILESTONE, ENT_MILESTONE_TITLE, "Report", ENT_MILESTONE_DUE, "2026-05-01");
  add (fixture, ENT_KIND_MILESTONE, ENT_MILESTONE_TITLE, "Party", ENT_MILESTONE_DUE, "2026-07-01");
  add (fixture, ENT_KIND_MILESTONE, ENT_MILESTONE_TITLE, "Some day", ENT_MILESTONE_DUE, "");
  record = add (fixture, ENT_KIND_DECISION, ENT_DECISION_WHAT, "Go on-line", ENT_DECISION_DATE,
                "2026-04-02");
  ent_record_set_enum (record, ENT_DECISION_KIND, ENT_DECISION_PIVOT);
  record = add (fixture, ENT_KIND_STORY, ENT_STORY_TITLE, "First call", ENT_STORY_DATE,
                "2026-02-02");
  ent_record_set_enum (record, ENT_STORY_KIND, ENT_STORY_SMALL_WIN);

  assert_lanes (fixture, "Milestones|Decisions|Stories & wins");
  g_assert_cmpuint (ent_timeline_model_get_n_items (fixture->model, 0), ==, 3);
  assert_item (fixture, 0, 0, ENT_TIMELINE_MARK_DONE,
               "Opening: milestone, done on 8 March 2026, was due on 1 March 2026");
  assert_item (fixture, 0, 1, ENT_TIMELINE_MARK_MISSED,
               "Report: milestone, was due on 1 May 2026, not done");
  assert_item (fixture, 0, 2, ENT_TIMELINE_MARK_DUE, "Party: milestone, due on 1 July 2026");
  assert_item (fixture, 1, 0, ENT_TIMELINE_MARK_PIVOT, "Go on-line: change of course on 2 April 2026");
  assert_item (fixture, 2, 0, ENT_TIMELINE_MARK_SMALL_WIN, "First call: small win of 2 February 2026");
  g_assert_cmpuint (ent_timeline_model_get_n_pivots (fixture->model), ==, 1);
  g_assert_cmpint (ent_timeline_model_get_pivot (fixture->model, 0), ==,
                   ent_day_to_number ("2026-04-02"));

  record = add (fixture, ENT_KIND_CHECK_IN, ENT_CHECK_IN_DATE, "2026-05-05", ENT_CHECK_IN_NOTES, "");
  assert_lanes (fixture, "Milestones|Check-ins|Decisions|Stories & wins");
  ent_record_set_int (record, ENT_CHECK_IN_MORALE, 4);
  assert_lanes (fixture, "Milestones|Check-ins|Decisions|Stories & wins|Morale");
  assert_item (fixture, 4, 0, ENT_TIMELINE_MARK_MORALE, "Morale 4 of 5: at the check-in on 5 May 2026");
}

static void
test_measurements (Fixture *fixture, gconstpointer data)
{
  static const double values[] = { 10, 20, 10, 20, 10, 20, 10, 20, 10, 20, 10, 60 };
  EntRecord *kpi = add_kpi (fixture, "Learners");
  EntRecord *later;
  g_autofree char *words = NULL;
  int item, first, last;

  kpi_fixture_measure_weekly (fixture->project, kpi, "2026-01-05", values, G_N_ELEMENTS (values));
  later = kpi_fixture_measure (fixture->project, kpi, "2026-06-02", 5);

  assert_lanes (fixture, "Learners");
  g_assert_cmpuint (ent_timeline_model_get_n_items (fixture->model, 0), ==, 12);
  assert_item (fixture, 0, 0, ENT_TIMELINE_MARK_POINT, "Learners, 5 January 2026: 10 people");
  assert_item (fixture, 0, 11, ENT_TIMELINE_MARK_IMPROVEMENT,
               "Learners, 23 March 2026: 60 people. Improvement: outside the limits");
  words = ent_timeline_model_dup_lane_text (fixture->model, 0);
  g_assert_true (g_str_has_prefix (words, "Learners: ★ Met. Measured "));

  g_assert_cmpuint (ent_timeline_model_find_day (fixture->model, 0, 0), ==, 0);
  g_assert_cmpuint (ent_timeline_model_find_day (fixture->model, 0,
                                                 ent_day_to_number ("2026-01-06")), ==, 1);
  g_assert_cmpuint (ent_timeline_model_find_day (fixture->model, 0, G_MAXINT), ==, 12);
  g_assert_true (ent_timeline_model_get_span (fixture->model, &first, &last));
  g_assert_cmpint (first, ==, ent_day_to_number ("2026-01-01"));
  g_assert_cmpint (last, ==, ent_day_to_number ("2026-12-31"));

  g_assert_cmpint (ent_timeline_model_find_record (fixture->model, kpi, &item), ==, 0);
  g_assert_cmpint (item, ==, -1);
  g_assert_cmpint (ent_timeline_model_find_record (
                     fixture->model, ent_timeline_model_get_item (fixture->model, 0, 3).record,
                     &item), ==, 0);
  g_assert_cmpint (item, ==, 3);
  g_assert_cmpint (ent_timeline_model_find_record (fixture->model, later, &item), ==, -1);
}

static void
test_follow (Fixture *fixture, gconstpointer data)
{
  EntRecord *first = add_kpi (fixture, "A");
  EntRecord *second = add_kpi (fixture, "B");
  EntRecord *story = add (fixture, ENT_KIND_STORY, ENT_STORY_TITLE, "T", ENT_STORY_DATE,
                          "2026-02-02");

  fixture->n_layout = 0;
  g_string_truncate (fixture->changed, 0);
  kpi_fixture_measure (fixture->project, second, "2026-05-01", 12);
  g_assert_cmpstr (fixture->changed->str, ==, "2 ");
  ent_record_set_string (first, ENT_KPI_NAME, "C");
  /* Stories may belong to the KPI. */
  g_assert_cmpstr (fixture->changed->str, ==, "2 1 0 ");
  ent_record_set_string (story, ENT_STORY_TITLE, "U");
  g_assert_cmpstr (fixture->changed->str, ==, "2 1 0 0 ");
  g_assert_cmpuint (fixture->n_layout, ==, 0);

  ent_project_remove (fixture->project, story);
  g_assert_cmpuint (fixture->n_layout, >, 0);
  assert_lanes (fixture, "C|B");
}

static void
test_filter (Fixture *fixture, gconstpointer data)
{
  EntRecord *goal = add (fixture, ENT_KIND_GOAL, ENT_GOAL_TITLE, "Goal", ENT_GOAL_DUE, "");
  EntRecord *owner = add (fixture, ENT_KIND_PARTNER, ENT_PARTNER_NAME, "Partner",
                          ENT_PARTNER_MISSION, "");
  EntRecord *first = add_kpi (fixture, "A");
  EntRecord *second = add_kpi (fixture, "B");
  EntRecord *story = add (fixture, ENT_KIND_STORY, ENT_STORY_TITLE, "T", ENT_STORY_DATE,
                          "2026-02-02");

  ent_record_set_string (first, ENT_KPI_GOAL, ent_record_get_id (goal));
  ent_record_set_string (second, ENT_KPI_OWNER, ent_record_get_id (owner));
  g_assert_false (ent_timeline_model_is_filtered (fixture->model));

  ent_timeline_model_set_goal (fixture->model, goal);
  g_assert_true (ent_timeline_model_is_filtered (fixture->model));
  assert_lanes (fixture, "A");
  ent_record_set_string (story, ENT_STORY_KPI, ent_record_get_id (first));
  assert_lanes (fixture, "Stories & wins|A");
  ent_timeline_model_set_owner (fixture->model, owner);
  assert_lanes (fixture, "Stories & wins");
  ent_timeline_model_set_goal (fixture->model, NULL);
  assert_lanes (fixture, "Stories & wins|B");

  ent_project_remove (fixture->project, owner);
  g_assert_null (ent_timeline_model_get_owner (fixture->model));
  assert_lanes (fixture, "Stories & wins|A|B");

  ent_timeline_model_set_statuses (fixture->model, 1U << ENT_KPI_MET);
  assert_lanes (fixture, "Stories & wins");
  kpi_fixture_measure (fixture->project, first, "2026-05-01", 60);
  assert_lanes (fixture, "Stories & wins|A");
}

static void
test_move_and_fold (Fixture *fixture, gconstpointer data)
{
  EntHistory *history = ent_project_get_history (fixture->project);

  add_kpi (fixture, "A");
  add_kpi (fixture, "B");
  add_kpi (fixture, "C");
  add (fixture, ENT_KIND_STORY, ENT_STORY_TITLE, "T", ENT_STORY_DATE, "2026-02-02");

  ent_timeline_model_set_folded (fixture->model, 2, TRUE);
  g_assert_true (ent_timeline_model_is_folded (fixture->model, 2));
  g_assert_false (ent_timeline_model_move_lane (fixture->model, 1, 0));
  g_assert_false (ent_timeline_model_move_lane (fixture->model, 1, 4));
  g_assert_true (ent_timeline_model_move_lane (fixture->model, 2, 3));
  assert_lanes (fixture, "Stories & wins|A|C|B");
  g_assert_true (ent_timeline_model_is_folded (fixture->model, 3));
  g_assert_cmpstr (ent_history_get_undo_label (history), ==, "Move KPI “B”");
  ent_history_undo (history);
  assert_lanes (fixture, "Stories & wins|A|B|C");
  g_assert_true (ent_timeline_model_is_folded (fixture->model, 2));

  fixture->n_layout = 0;
  ent_timeline_model_fold_all (fixture->model, TRUE);
  g_assert_cmpuint (fixture->n_layout, ==, 1);
  g_assert_false (ent_timeline_model_is_folded (fixture->model, 0));
  g_assert_true (ent_timeline_model_is_folded (fixture->model, 3));
  ent_timeline_model_set_folded (fixture->model, 0, TRUE);
  g_assert_true (ent_timeline_model_is_folded (fixture->model, 0));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, test) g_test_add (name, Fixture, NULL, set_up, test, tear_down)
  ADD ("/timeline-model/empty", test_empty);
  ADD ("/timeline-model/events", test_events);
  ADD ("/timeline-model/measurements", test_measurements);
  ADD ("/timeline-model/follow", test_follow);
  ADD ("/timeline-model/filter", test_filter);
  ADD ("/timeline-model/move-and-fold", test_move_and_fold);

  return g_test_run ();
}
