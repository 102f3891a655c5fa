/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The alignment: what it takes in, its days and histories, and what a step changes. */
#include "alignment-fixture.h"
#include "analysis/ent-day.h"
#include "../model/random-edits.h"

#define N_EDITS 400

static void
test_goals_taken_in (void)
{
  const char *rows[] = { "1 2", "3 4", "-1 -2", NULL };
  g_autoptr(AlignmentFixture) fixture = alignment_fixture_new (2, rows);
  g_autoptr(EntAlignment) alignment = ent_alignment_new (fixture->project);
  EntRecord *second = alignment_fixture_goal (fixture, 1);

  g_assert_cmpuint (ent_alignment_get_n_goals (alignment), ==, 3);
  g_assert_cmpint (ent_alignment_get_value (alignment, 2, 1), ==, -2);

  ent_record_set_enum (second, ENT_GOAL_STATUS, ENT_GOAL_REACHED);
  g_assert_cmpuint (ent_alignment_get_n_goals (alignment), ==, 3);

  ent_record_set_enum (second, ENT_GOAL_STATUS, ENT_GOAL_DROPPED);
  g_assert_cmpuint (ent_alignment_get_n_goals (alignment), ==, 2);
  g_assert_cmpint (ent_alignment_find_goal (alignment, second), ==, -1);
  g_assert_cmpint (ent_alignment_get_value (alignment, 1, 1), ==, -2);
  g_assert_cmpuint (ent_alignment_get_pair (alignment, 0, 1).convergence, ==, 2);

  /* What is said of a goal that does not count is there when it counts again. */
  alignment_fixture_say (fixture, 1, 0, "2026-02-01", -3, NULL);
  ent_record_set_enum (second, ENT_GOAL_STATUS, ENT_GOAL_AGREED);
  g_assert_cmpint (ent_alignment_get_value (alignment, 1, 0), ==, -3);

  ent_project_move (fixture->project, second, 0);
  g_assert_cmpint (ent_alignment_find_goal (alignment, second), ==, 0);
  ent_project_remove (fixture->project, second);
  g_assert_cmpuint (ent_alignment_get_n_goals (alignment), ==, 2);
  alignment_fixture_assert_like_fresh (alignment);
}

static void
test_partners_taken_in (void)
{
  const char *rows[] = { "1 2 -3", NULL };
  g_autoptr(AlignmentFixture) fixture = alignment_fixture_new (3, rows);
  g_autoptr(EntAlignment) alignment = ent_alignment_new (fixture->project);
  EntRecord *second = alignment_fixture_partner (fixture, 1);

  ent_record_set_enum (second, ENT_PARTNER_STATUS, ENT_PARTNER_PROSPECTIVE);
  g_assert_cmpuint (ent_alignment_get_n_partners (alignment), ==, 3);

  ent_record_set_enum (second, ENT_PARTNER_STATUS, ENT_PARTNER_LEFT);
  g_assert_cmpuint (ent_alignment_get_n_partners (alignment), ==, 2);
  g_assert_cmpint (ent_alignment_get_value (alignment, 0, 1), ==, -3);

  /* It took part until the day before it left. */
  ent_record_set_string (second, ENT_PARTNER_LEFT_ON, "2026-02-01");
  g_assert_cmpuint (ent_alignment_get_n_partners (alignment), ==, 2);
  ent_alignment_set_as_of (alignment, "2026-01-31");
  g_assert_cmpuint (ent_alignment_get_n_partners (alignment), ==, 3);
  ent_alignment_set_as_of (alignment, "2026-02-01");
  g_assert_cmpuint (ent_alignment_get_n_partners (alignment), ==, 2);
  ent_record_set_string (second, ENT_PARTNER_LEFT_ON, "2026-02-02");
  g_assert_cmpuint (ent_alignment_get_n_partners (alignment), ==, 3);
}

static void
test_as_of (void)
{
  const char *rows[] = { ". .", NULL };
  g_autoptr(AlignmentFixture) fixture = alignment_fixture_new (2, rows);
  g_autoptr(EntAlignment) alignment = ent_alignment_new (fixture->project);
  static const struct { const char *day; int value; } cases[] = {
    { "0001-01-01", ENT_STAND_UNKNOWN }, { "2025-12-30", ENT_STAND_UNKNOWN }, { "2025-12-31", -1 },
    { "2026-01-01", -1 }, { "2026-02-28", -1 }, { "2026-03-01", 3 }, { "2999-12-30", 3 },
    { "2999-12-31", 0 }, { "9999-12-31", 0 },
  };

  /* Entered out of order. */
  alignment_fixture_say (fixture, 0, 0, "2026-03-01", 3, "New staff");
  alignment_fixture_say (fixture, 0, 0, "2999-12-31", 0, NULL);
  alignment_fixture_say (fixture, 0, 0, "2025-12-31", -1, NULL);

  /* Today is before what is said for a day to come. */
  g_assert_true (ent_alignment_is_today (alignment));
  g_assert_cmpint (ent_alignment_get_value (alignment, 0, 0), ==, 3);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      ent_alignment_set_as_of (alignment, cases[i].day);
      g_assert_cmpstr (ent_alignment_get_as_of (alignment), ==, cases[i].day);
      g_assert_cmpint (ent_alignment_get_value (alignment, 0, 0), ==, cases[i].value);
      g_assert_cmpint (ent_alignment_get_value_on (alignment, 0, 0, cases[i].day), ==,
                       cases[i].value);
      g_assert_true ((ent_alignment_get_position (alignment, 0, 0) == NULL)
                     == (cases[i].value == ENT_STAND_UNKNOWN));
      g_assert_cmpint (ent_alignment_get_value (alignment, 0, 1), ==, ENT_STAND_UNKNOWN);
    }

  ent_alignment_set_as_of (alignment, "2026-01-01");
  g_assert_true (ent_alignment_has_changed (alignment, 0, 0, NULL, NULL));
  g_assert_true (ent_alignment_has_changed (alignment, 0, 0, NULL, "2026-03-01"));
  g_assert_false (ent_alignment_has_changed (alignment, 0, 0, NULL, "2026-02-28"));
  g_assert_true (ent_alignment_has_changed (alignment, 0, 0, "2025-12-30", NULL));
  g_assert_false (ent_alignment_has_changed (alignment, 0, 1, NULL, NULL));

  /* A step that does not reach that day changes nothing of it. */
  alignment_fixture_say (fixture, 0, 0, "2026-03-01", -4, NULL);
  g_assert_cmpint (ent_alignment_get_value (alignment, 0, 0), ==, -1);
  ent_alignment_set_as_of (alignment, NULL);
  g_assert_true (ent_alignment_is_today (alignment));
  g_assert_cmpint (ent_alignment_get_value (alignment, 0, 0), ==, -4);
}

/* Two zones of which one is always a day or two behind the other. */
static void
test_midnight (void)
{
  const char *rows[] = { "1", NULL };
  g_autofree char *zone = g_strdup (g_getenv ("TZ"));
  g_autoptr(AlignmentFixture) fixture = alignment_fixture_new (1, rows);
  g_autoptr(EntAlignment) alignment = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  g_setenv ("TZ", "-12:00", TRUE);
  before = ent_day_dup_today ();
  alignment = ent_alignment_new (fixture->project);
  g_assert_cmpstr (ent_alignment_get_as_of (alignment), ==, before);

  g_setenv ("TZ", "+14:00", TRUE);
  after = ent_day_dup_today ();
  g_assert_cmpstr (after, >, before);
  alignment_fixture_add (fixture, ENT_KIND_TASK, "Dig");
  g_assert_cmpstr (ent_alignment_get_as_of (alignment), ==, after);

  /* A chosen day stays. */
  ent_alignment_set_as_of (alignment, before);
  alignment_fixture_add (fixture, ENT_KIND_TASK, "Sow");
  g_assert_cmpstr (ent_alignment_get_as_of (alignment), ==, before);

  if (zone != NULL)
    g_setenv ("TZ", zone, TRUE);
  else
    g_unsetenv ("TZ");
}

static void
test_history (void)
{
  const char *rows[] = { ".", NULL };
  g_autoptr(AlignmentFixture) fixture = alignment_fixture_new (1, rows);
  g_autoptr(EntAlignment) alignment = ent_alignment_new (fixture->project);
  g_autoptr(GArray) history = NULL;
  EntAlignmentStep *steps;

  alignment_fixture_say (fixture, 0, 0, "2026-03-01", 3, "New staff");
  alignment_fixture_say (fixture, 0, 0, "2025-12-31", -1, "No staff");
  alignment_fixture_say (fixture, 0, 0, "2999-12-31", 0, NULL);
  alignment_fixture_say (fixture, 0, 0, "2026-01-15", 2, NULL);
  alignment_fixture_say (fixture, 0, 0, "2026-01-15", ENT_STAND_UNKNOWN, NULL);

  ent_alignment_set_as_of (alignment, "2026-06-01");
  history = ent_alignment_dup_history (alignment, 0, 0);
  g_assert_cmpuint (history->len, ==, 3);
  steps = (EntAlignmentStep *) (gpointer) history->data;
  g_assert_cmpint (steps[0].from, ==, ENT_STAND_UNKNOWN);
  g_assert_cmpint (steps[0].to, ==, -1);
  g_assert_cmpstr (ent_record_get_string (steps[0].position, ENT_POSITION_REASON), ==, "No staff");
  g_assert_cmpint (steps[1].from, ==, -1);
  g_assert_cmpint (steps[1].to, ==, 3);
  g_assert_cmpint (steps[2].from, ==, 3);
  g_assert_cmpint (steps[2].to, ==, 0);
  g_assert_false (steps[0].in_force);
  g_assert_true (steps[1].in_force);
  g_assert_false (steps[2].in_force);
  g_assert_true (ent_alignment_get_position (alignment, 0, 0) == steps[1].position);
}

/* --- What a step changes ---------------------------------------------------------------------- */

static void
note_update (EntAlignment *alignment, const EntAlignmentUpdate *update, GString *out)
{
  g_string_append_printf (out, "%s%s%s", update->layout ? "L" : "", update->everything ? "E" : "",
                          update->figures ? "F" : "");
  for (guint i = 0; i < update->cells->len; i++)
    {
      EntAlignmentCell cell = g_array_index (update->cells, EntAlignmentCell, i);

      g_string_append_printf (out, " c%u,%u", cell.goal, cell.partner);
    }
  for (guint i = 0; i < update->goals->len; i++)
    g_string_append_printf (out, " g%u", g_array_index (update->goals, guint, i));
  for (guint i = 0; i < update->partners->len; i++)
    g_string_append_printf (out, " p%u", g_array_index (update->partners, guint, i));
  g_string_append_c (out, '.');
}

static void
assert_told (GString *told, const char *expected)
{
  g_assert_cmpstr (told->str, ==, expected);
  g_string_truncate (told, 0);
}

static void
test_updates (void)
{
  const char *rows[] = { "1 2", "3 .", NULL };
  g_autoptr(AlignmentFixture) fixture = alignment_fixture_new (2, rows);
  g_autoptr(EntAlignment) alignment = ent_alignment_new (fixture->project);
  g_autoptr(GString) told = g_string_new (NULL);
  EntRecord *goal = alignment_fixture_goal (fixture, 1);
  EntRecord *partner = alignment_fixture_partner (fixture, 0);

  g_signal_connect (alignment, "changed", G_CALLBACK (note_update), told);

  alignment_fixture_say (fixture, 1, 1, FIXTURE_DAY, 2, NULL);
  assert_told (told, "F c1,1 g1 p1.");
  /* Another reason, the same figures. */
  alignment_fixture_say (fixture, 1, 1, FIXTURE_DAY, 2, "They were asked");
  assert_told (told, " c1,1.");
  /* An earlier day: only the history. */
  alignment_fixture_say (fixture, 1, 1, "2020-01-01", -2, NULL);
  assert_told (told, " c1,1.");
  ent_record_set_int (goal, ENT_GOAL_WEIGHT, 4);
  assert_told (told, " g1.");
  ent_record_set_string (partner, ENT_PARTNER_NAME, "Riverside Trust");
  assert_told (told, " p0.");
  alignment_fixture_add (fixture, ENT_KIND_TASK, "Dig");
  assert_told (told, "");
  ent_record_set_enum (goal, ENT_GOAL_STATUS, ENT_GOAL_AGREED);
  assert_told (told, " g1.");
  ent_record_set_enum (goal, ENT_GOAL_STATUS, ENT_GOAL_DROPPED);
  assert_told (told, "LEF.");
  alignment_fixture_say (fixture, 1, 1, FIXTURE_DAY, 0, NULL);
  assert_told (told, "");
  ent_alignment_set_as_of (alignment, "2026-01-09");
  assert_told (told, "EF.");
  ent_alignment_set_as_of (alignment, "2026-01-09");
  assert_told (told, "");

  /* The day may be the same, and whether it is today another matter. */
  ent_alignment_set_as_of (alignment, NULL);
  assert_told (told, "EF.");
  {
    g_autofree char *today = g_strdup (ent_alignment_get_as_of (alignment));

    ent_alignment_set_as_of (alignment, today);
    assert_told (told, "EF.");
    ent_alignment_set_as_of (alignment, today);
    assert_told (told, "");
  }

  ent_alignment_freeze (alignment);
  alignment_fixture_add (fixture, ENT_KIND_GOAL, "Another");
  assert_told (told, "");
  g_assert_cmpuint (ent_alignment_get_n_goals (alignment), ==, 1);
}

/* --- Random edits ----------------------------------------------------------------------------- */

static void
say_something (AlignmentFixture *fixture, GRand *rand)
{
  guint n_goals = ent_project_get_n_records (fixture->project, ENT_KIND_GOAL);
  guint n_partners = ent_project_get_n_records (fixture->project, ENT_KIND_PARTNER);
  g_autofree char *date = g_strdup_printf ("2026-0%d-%02d", g_rand_int_range (rand, 1, 10),
                                           g_rand_int_range (rand, 1, 4));
  int value = g_rand_int_range (rand, -5, 5);

  if (n_goals == 0 || n_partners == 0)
    return;

  g_assert_true (ent_stand_record (fixture->project,
    ent_project_get_record (fixture->project, ENT_KIND_GOAL,
                            (guint) g_rand_int_range (rand, 0, (gint32) n_goals)),
    ent_project_get_record (fixture->project, ENT_KIND_PARTNER,
                            (guint) g_rand_int_range (rand, 0, (gint32) n_partners)),
    date, value < -4 ? ENT_STAND_UNKNOWN : value, NULL, NULL, NULL));
}

static void
say_much_at_once (AlignmentFixture *fixture, GRand *rand)
{
  g_autoptr(EntTransaction) step = ent_project_begin (fixture->project, "Paste");

  for (guint i = 0; i < 12; i++)
    say_something (fixture, rand);
  if (g_rand_boolean (rand))
    random_edits_apply (fixture->project, rand);
  if (g_rand_int_range (rand, 0, 5) > 0)
    ent_transaction_commit (step);
}

static void
edit (AlignmentFixture *fixture, EntAlignment *alignment, GRand *rand)
{
  EntHistory *history = ent_project_get_history (fixture->project);

  switch (g_rand_int_range (rand, 0, 9))
    {
    case 0:
      random_edits_apply (fixture->project, rand);
      break;
    case 1:
    case 2:
      ent_history_undo (history);
      break;
    case 3:
      ent_history_redo (history);
      break;
    case 4:
      say_much_at_once (fixture, rand);
      break;
    case 5:
      {
        g_autofree char *day = g_strdup_printf ("2026-0%d-02", g_rand_int_range (rand, 1, 10));

        ent_alignment_set_as_of (alignment, day);
      }
      break;
    default:
      say_something (fixture, rand);
    }
}

static void
test_random_edits (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (20261123);
  g_autoptr(AlignmentFixture) fixture = alignment_fixture_random (9, 6, rand);
  g_autoptr(EntAlignment) alignment = ent_alignment_new (fixture->project);

  for (guint i = 0; i < N_EDITS; i++)
    {
      edit (fixture, alignment, rand);
      alignment_fixture_assert_like_fresh (alignment);
    }
  while (ent_history_undo (ent_project_get_history (fixture->project)))
    ;
  alignment_fixture_assert_like_fresh (alignment);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/alignment/goals-taken-in", test_goals_taken_in);
  g_test_add_func ("/alignment/partners-taken-in", test_partners_taken_in);
  g_test_add_func ("/alignment/as-of", test_as_of);
  g_test_add_func ("/alignment/midnight", test_midnight);
  g_test_add_func ("/alignment/history", test_history);
  g_test_add_func ("/alignment/updates", test_updates);
  g_test_add_func ("/alignment/random-edits", test_random_edits);

  return g_test_run ();
}
