/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The findings of an alignment: what each rule says and when, and that the list follows each
 * step. */
#include "alignment-fixture.h"
#include "finding-dump.h"
#include "../model/list-mirror.h"
#include "../model/random-edits.h"
#include "analysis/ent-alignment-checks.h"

#define N_EDITS 400

static void
assert_findings (EntAlignmentChecks *checks, const char *expected)
{
  g_autofree char *text = finding_dump (G_LIST_MODEL (checks));

  g_assert_cmpstr (text, ==, expected);
}

/* Rows of one goal, the horizons of the partners, and what is found. */
static const struct {
  const char *name;
  const char *row;
  const char *horizons;
  const char *found;
} cases[] = {
  { "all for it", "3 2 1 4", "....", "" },
  { "divided", "4 -3 . 0", "....",
    "divided-goal: “Goal 1” divides the partners: for it Partner 1, against it Partner 2.\n"
    "lone-support: Only Partner 1 is for “Goal 1”.\n"
    "unknown-positions: Partner 3 has not said where it stands on any goal.\n" },
  { "hardly divided", "1 -1 1 1", "....", "" },
  { "nobody", "0 -1 0 0", "....", "unsupported-goal: Nobody is for “Goal 1”.\n" },
  { "one", "2 0 0 0", "....", "lone-support: Only Partner 1 is for “Goal 1”.\n" },
  { "nothing known", ". . . .", "....", "" },
  { "one known", "1 . 2 2", "....",
    "unknown-positions: Partner 2 has not said where it stands on any goal.\n" },
  { "horizons clash", "1 -1 1 1", "41..",
    "horizon-clash: On “Goal 1”, the long term of Partner 1 stands against the short term of "
    "Partner 2.\n" },
  { "horizons are near", "1 -1 1 1", "43..", "" },
  { "far apart on the same side", "1 1 -1 1", "51..", "" },
};

static void
test_rules (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *rows[] = { cases[i].row, NULL };
      g_autoptr(AlignmentFixture) fixture = alignment_fixture_new (4, rows);
      g_autoptr(EntAlignment) alignment = ent_alignment_new (fixture->project);
      g_autoptr(EntAlignmentChecks) checks = NULL;

      g_test_message ("%s", cases[i].name);
      for (guint partner = 0; partner < 4; partner++)
        if (cases[i].horizons[partner] != '.')
          ent_record_set_int (alignment_fixture_partner (fixture, partner), ENT_PARTNER_HORIZON,
                              cases[i].horizons[partner] - '0');
      checks = ent_alignment_checks_new (alignment);
      assert_findings (checks, cases[i].found);
    }
}

static void
test_names (void)
{
  const char *rows[] = { "4 4 4 4 4 -4 -4 -4 -4", NULL };
  g_autoptr(AlignmentFixture) fixture = alignment_fixture_new (9, rows);
  g_autoptr(EntAlignment) alignment = ent_alignment_new (fixture->project);
  g_autoptr(EntAlignmentChecks) checks = ent_alignment_checks_new (alignment);
  EntFinding *finding = ent_checks_find (ENT_CHECKS (checks), alignment_fixture_goal (fixture, 0),
                                         ENT_FINDING_DIVIDED_GOAL);

  g_assert_cmpstr (ent_finding_get_text (finding), ==,
                   "“Goal 1” divides the partners: for it Partner 1, Partner 2, Partner 3 and 2 "
                   "more, against it Partner 6, Partner 7, Partner 8 and Partner 9.");
  /* It is about all of them. */
  g_assert_cmpuint (ent_finding_get_n_records (finding), ==, 10);
  g_assert_true (ent_finding_get_record (finding, 0) == alignment_fixture_goal (fixture, 0));
}

static void
test_follows (void)
{
  const char *rows[] = { "3 2", ". .", NULL };
  g_autoptr(AlignmentFixture) fixture = alignment_fixture_new (2, rows);
  g_autoptr(EntAlignment) alignment = ent_alignment_new (fixture->project);
  g_autoptr(EntAlignmentChecks) checks = ent_alignment_checks_new (alignment);
  EntRecord *goal = alignment_fixture_goal (fixture, 1);

  assert_findings (checks, "unknown-positions: Partner 1 has not said where it stands on 1 goal.\n"
                           "unknown-positions: Partner 2 has not said where it stands on 1 goal.\n");
  ent_record_set_string (alignment_fixture_partner (fixture, 1), ENT_PARTNER_NAME, "Leaf & Co");
  alignment_fixture_say (fixture, 1, 0, FIXTURE_DAY, 4, NULL);
  alignment_fixture_say (fixture, 1, 1, FIXTURE_DAY, -4, NULL);
  assert_findings (checks,
                   "divided-goal: “Goal 2” divides the partners: for it Partner 1, against it Leaf & "
                   "Co.\nlone-support: Only Partner 1 is for “Goal 2”.\n");
  ent_record_set_string (alignment_fixture_partner (fixture, 0), ENT_PARTNER_NAME, "Clinic");
  assert_findings (checks,
                   "divided-goal: “Goal 2” divides the partners: for it Clinic, against it Leaf & "
                   "Co.\nlone-support: Only Clinic is for “Goal 2”.\n");
  g_assert_cmpuint (ent_checks_count (ENT_CHECKS (checks), ENT_FINDING_LOOK_INTO), ==, 1);
  ent_record_set_enum (goal, ENT_GOAL_STATUS, ENT_GOAL_REACHED);
  assert_findings (checks, "");
}

static void
edit (AlignmentFixture *fixture, EntAlignment *alignment, GRand *rand)
{
  EntHistory *history = ent_project_get_history (fixture->project);
  EntRecord *partner = alignment_fixture_partner (fixture, (guint) g_rand_int_range (rand, 0, 5));
  EntRecord *goal = alignment_fixture_goal (fixture, (guint) g_rand_int_range (rand, 0, 8));
  gboolean there = ent_record_get_project (partner) != NULL && ent_record_get_project (goal) != NULL;

  switch (there ? g_rand_int_range (rand, 0, 10) : g_rand_int_range (rand, 0, 3))
    {
    case 0:
      random_edits_apply (fixture->project, rand);
      break;
    case 1:
      ent_history_undo (history);
      break;
    case 2:
      ent_history_redo (history);
      break;
    case 3:
      ent_record_set_int (partner, ENT_PARTNER_HORIZON, g_rand_int_range (rand, 1, 6));
      break;
    case 4:
      ent_record_set_enum (goal, ENT_GOAL_STATUS, g_rand_int_range (rand, 0, 4));
      break;
    case 5:
      ent_alignment_set_as_of (alignment, g_rand_boolean (rand) ? "2026-01-09" : NULL);
      break;
    case 6:
      ent_record_set_string (partner, ENT_PARTNER_NAME, g_rand_boolean (rand) ? "Clinic" : "Trust");
      break;
    default:
      ent_stand_record (fixture->project, goal, partner, FIXTURE_DAY,
                        g_rand_int_range (rand, -4, 5), NULL, NULL, NULL);
    }
}

static void
test_random_edits (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (20261125);
  g_autoptr(AlignmentFixture) fixture = alignment_fixture_random (8, 5, rand);
  g_autoptr(EntAlignment) alignment = ent_alignment_new (fixture->project);
  g_autoptr(EntAlignmentChecks) checks = ent_alignment_checks_new (alignment);
  g_autoptr(ListMirror) mirror = list_mirror_new (G_LIST_MODEL (checks));

  for (guint i = 0; i < N_EDITS; i++)
    {
      g_autoptr(EntAlignmentChecks) fresh = NULL;
      g_autofree char *expected = NULL;

      edit (fixture, alignment, rand);
      list_mirror_check (mirror);
      fresh = ent_alignment_checks_new (alignment);
      expected = finding_dump (G_LIST_MODEL (fresh));
      assert_findings (checks, expected);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/alignment-checks/rules", test_rules);
  g_test_add_func ("/alignment-checks/names", test_names);
  g_test_add_func ("/alignment-checks/follows", test_follows);
  g_test_add_func ("/alignment-checks/random-edits", test_random_edits);

  return g_test_run ();
}
