/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The findings of milestones and small wins: each rule on both sides of its edge, and that the list
 * follows each step. */
#include "config.h"

#include "finding-dump.h"
#include "../model/list-mirror.h"
#include "../model/random-edits.h"
#include "analysis/ent-story-checks.h"

#define TODAY "2026-05-31"
#define N_EDITS 400

static EntRecord *
add (EntProject *project, EntKind kind, const char *title)
{
  g_autoptr(EntRecord) record = ent_record_new (kind);

  ent_record_set_string (record, (guint) ent_record_get_info (record)->title_field, title);
  g_assert_true (ent_project_append (project, record, NULL));

  return record; /* the project holds it */
}

static EntStoryChecks *
new_checks (EntProject *project)
{
  EntStoryChecks *checks = ent_story_checks_new (project);

  ent_story_checks_set_today (checks, TODAY);

  return checks;
}

static void
assert_findings (EntStoryChecks *checks, const char *expected)
{
  g_autofree char *found = finding_dump_severe (G_LIST_MODEL (checks));

  g_assert_cmpstr (found, ==, expected);
}

static void
test_overdue (void)
{
  g_autoptr(EntProject) project = ent_project_new ();
  EntRecord *roof = add (project, ENT_KIND_MILESTONE, "Roof on");
  EntRecord *door = add (project, ENT_KIND_MILESTONE, "Door hung");
  g_autoptr(EntStoryChecks) checks = new_checks (project);
  g_autoptr(EntFinding) first = NULL;

  ent_record_set_string (roof, ENT_MILESTONE_DUE, TODAY);
  assert_findings (checks, "");
  ent_record_set_string (roof, ENT_MILESTONE_DUE, "2026-05-30");
  assert_findings (checks, "1 milestone-overdue: The milestone “Roof on” is overdue by 1 day.\n");
  ent_record_set_string (door, ENT_MILESTONE_DUE, "2026-05-01");
  assert_findings (checks, "1 milestone-overdue: The milestone “Door hung” is overdue by 30 days.\n"
                           "1 milestone-overdue: The milestone “Roof on” is overdue by 1 day.\n");
  first = g_list_model_get_item (G_LIST_MODEL (checks), 0);
  g_assert_true (ent_finding_get_record (first, 0) == door);
  ent_record_set_string (door, ENT_MILESTONE_DONE, TODAY);
  g_assert_true (ent_project_remove (project, roof));
  assert_findings (checks, "");
  ent_history_undo (ent_project_get_history (project));
  assert_findings (checks, "1 milestone-overdue: The milestone “Roof on” is overdue by 1 day.\n");
}

static void
test_small_win (void)
{
  g_autoptr(EntProject) project = ent_project_new ();
  EntRecord *info = ent_project_get_info (project);
  EntRecord *story = add (project, ENT_KIND_STORY, "Bed planted");
  g_autoptr(EntStoryChecks) checks = new_checks (project);
  const char *long_ago = "2 no-small-win: Nobody has noted a small win for 30 days.\n";

  /* Without a day to count from nobody asks. */
  assert_findings (checks, "");
  ent_record_set_string (info, ENT_PROJECT_START, "2026-05-02");
  assert_findings (checks, "");
  ent_record_set_string (info, ENT_PROJECT_START, "2026-05-01");
  assert_findings (checks, long_ago);

  /* A story is no small win, and one to come is not noted yet. */
  ent_record_set_string (story, ENT_STORY_DATE, "2026-05-20");
  assert_findings (checks, long_ago);
  ent_record_set_enum (story, ENT_STORY_KIND, ENT_STORY_SMALL_WIN);
  assert_findings (checks, "");
  ent_record_set_string (story, ENT_STORY_DATE, "2026-06-01");
  assert_findings (checks, long_ago);
  ent_record_set_string (story, ENT_STORY_DATE, "2026-05-20");
  ent_story_checks_set_days (checks, 11);
  assert_findings (checks, "2 no-small-win: Nobody has noted a small win for 11 days.\n");
  ent_story_checks_set_days (checks, 12);
  assert_findings (checks, "");

  /* Of what is over nobody asks. */
  ent_story_checks_set_days (checks, 1);
  ent_record_set_string (info, ENT_PROJECT_END, TODAY);
  g_assert_cmpuint (ent_checks_count (ENT_CHECKS (checks), ENT_FINDING_NOTE), ==, 1);
  ent_record_set_string (info, ENT_PROJECT_END, "2026-05-30");
  assert_findings (checks, "");
}

/* Most of the edits are of what the rules look at: random ones seldom meet it. */
static void
edit (EntProject *project, GRand *rand)
{
  guint n = ent_project_get_n_records (project, ENT_KIND_MILESTONE);
  g_autofree char *day = g_strdup_printf ("2026-0%d-1%d", g_rand_int_range (rand, 1, 9),
                                          g_rand_int_range (rand, 0, 9));
  EntRecord *milestone;

  if (n == 0 || g_rand_int_range (rand, 0, 4) == 0)
    {
      random_edits_apply (project, rand);
      return;
    }

  milestone = ent_project_get_record (project, ENT_KIND_MILESTONE,
                                      (guint) g_rand_int_range (rand, 0, (int) n));
  if (g_rand_boolean (rand))
    ent_record_set_string (milestone, ENT_MILESTONE_DUE, day);
  else
    ent_record_set_string (milestone, ENT_MILESTONE_DONE, g_rand_boolean (rand) ? day : "");
}

/* After any edits the list is what one made from scratch would be, and every step was told. */
static void
test_follows (void)
{
  g_autoptr(EntProject) project = ent_project_new ();
  g_autoptr(GRand) rand = g_rand_new_with_seed (20260531);
  g_autoptr(EntStoryChecks) checks = new_checks (project);
  g_autoptr(ListMirror) mirror = list_mirror_new (G_LIST_MODEL (checks));
  guint n_found = 0;

  random_edits_fill (project, rand, 200);
  ent_record_set_string (ent_project_get_info (project), ENT_PROJECT_START, "2026-01-01");
  for (guint i = 0; i < N_EDITS; i++)
    {
      g_autoptr(EntStoryChecks) fresh = NULL;
      g_autofree char *expected = NULL;

      edit (project, rand);
      list_mirror_check (mirror);
      fresh = new_checks (project);
      expected = finding_dump_severe (G_LIST_MODEL (fresh));
      assert_findings (checks, expected);
      n_found += ent_checks_count (ENT_CHECKS (checks), ENT_FINDING_LOOK_INTO);
    }
  g_assert_cmpuint (n_found, >, N_EDITS / 10);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/story-checks/overdue", test_overdue);
  g_test_add_func ("/story-checks/small-win", test_small_win);
  g_test_add_func ("/story-checks/follows", test_follows);

  return g_test_run ();
}
