/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The findings of a role chart: every rule on each side of its edge, their words and order, and
 * that following edits one by one ends where starting afresh does. */
#include "role-fixture.h"
#include "../model/list-mirror.h"
#include "../model/random-edits.h"

#include <gio/gio.h>

#define N_EDITS 1500

static guint
count_kind (EntRoleChecks *checks, EntFindingKind kind)
{
  guint count = 0;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (checks)); i++)
    {
      g_autoptr(EntFinding) finding = g_list_model_get_item (G_LIST_MODEL (checks), i);

      count += ent_finding_get_kind (finding) == kind;
    }

  return count;
}

static EntFinding *
find_kind (EntRoleChecks *checks, EntFindingKind kind)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (checks)); i++)
    {
      g_autoptr(EntFinding) finding = g_list_model_get_item (G_LIST_MODEL (checks), i);

      if (ent_finding_get_kind (finding) == kind)
        return g_steal_pointer (&finding);
    }

  return NULL;
}

static void
close_first_task (RoleFixture *fixture)
{
  ent_record_set_enum (role_fixture_task (fixture, 0), ENT_TASK_STATUS, ENT_TASK_DONE);
}

static void
drop_first_task (RoleFixture *fixture)
{
  ent_record_set_enum (role_fixture_task (fixture, 0), ENT_TASK_STATUS, ENT_TASK_DROPPED);
}

static void
start_first_task (RoleFixture *fixture)
{
  ent_record_set_enum (role_fixture_task (fixture, 0), ENT_TASK_STATUS, ENT_TASK_UNDER_WAY);
}

static void
take_goal_away (RoleFixture *fixture)
{
  ent_record_set_string (role_fixture_task (fixture, 0), ENT_TASK_GOAL, "");
}

static void
take_goal_away_and_drop (RoleFixture *fixture)
{
  take_goal_away (fixture);
  drop_first_task (fixture);
}

static void
take_holder_away (RoleFixture *fixture)
{
  ent_record_set_string (role_fixture_role (fixture, 0), ENT_ROLE_HOLDER, "");
}

static void
first_partner_leaves (RoleFixture *fixture)
{
  ent_record_set_enum (role_fixture_partner (fixture, 0), ENT_PARTNER_STATUS, ENT_PARTNER_LEFT);
}

static void
first_partner_leaves_holder_too (RoleFixture *fixture)
{
  take_holder_away (fixture);
  first_partner_leaves (fixture);
}

static void
first_partner_leaves_and_task_done (RoleFixture *fixture)
{
  first_partner_leaves (fixture);
  close_first_task (fixture);
}

static void
add_partner (RoleFixture *fixture)
{
  role_fixture_add (fixture, ENT_KIND_PARTNER, "Newcomer");
}

static void
add_prospect (RoleFixture *fixture)
{
  ent_record_set_enum (role_fixture_add (fixture, ENT_KIND_PARTNER, "Newcomer"),
                       ENT_PARTNER_STATUS, ENT_PARTNER_PROSPECTIVE);
}

static const struct {
  const char *name;
  EntFindingKind kind;
  const char *partners;
  const char *rows[10];
  void (*change) (RoleFixture *fixture);
  guint expected;
} cases[] = {
  { "none accountable", ENT_FINDING_NO_ACCOUNTABLE, "ab", { "RI" }, NULL, 1 },
  { "one accountable", ENT_FINDING_NO_ACCOUNTABLE, "ab", { "AR" }, NULL, 0 },
  { "A/R is accountable", ENT_FINDING_NO_ACCOUNTABLE, "ab", { "XI" }, NULL, 0 },
  { "none accountable, empty row", ENT_FINDING_NO_ACCOUNTABLE, "ab", { ".." }, NULL, 1 },
  { "none accountable, no roles", ENT_FINDING_NO_ACCOUNTABLE, "", { "" }, NULL, 1 },
  { "none accountable, done", ENT_FINDING_NO_ACCOUNTABLE, "ab", { "RI" }, close_first_task, 0 },
  { "none accountable, dropped", ENT_FINDING_NO_ACCOUNTABLE, "ab", { "RI" }, drop_first_task, 0 },
  { "none accountable, begun", ENT_FINDING_NO_ACCOUNTABLE, "ab", { "RI" }, start_first_task, 1 },
  { "two accountable", ENT_FINDING_MANY_ACCOUNTABLE, "ab", { "AA" }, NULL, 1 },
  { "A and A/R", ENT_FINDING_MANY_ACCOUNTABLE, "aa", { "AX" }, NULL, 1 },
  { "one accountable only", ENT_FINDING_MANY_ACCOUNTABLE, "ab", { "AR" }, NULL, 0 },
  { "two accountable, dropped", ENT_FINDING_MANY_ACCOUNTABLE, "ab", { "AA" }, drop_first_task, 0 },
  { "none responsible", ENT_FINDING_NO_RESPONSIBLE, "ab", { "AI" }, NULL, 1 },
  { "A/R is responsible", ENT_FINDING_NO_RESPONSIBLE, "ab", { "XI" }, NULL, 0 },
  { "one responsible", ENT_FINDING_NO_RESPONSIBLE, "ab", { "AR" }, NULL, 0 },
  { "two responsible", ENT_FINDING_SEVERAL_RESPONSIBLE, "abb", { "XR." }, NULL, 0 },
  { "three responsible", ENT_FINDING_SEVERAL_RESPONSIBLE, "abb", { "XRR" }, NULL, 1 },
  { "three responsible, done", ENT_FINDING_SEVERAL_RESPONSIBLE, "abb", { "XRR" },
    close_first_task, 0 },
  { "three consulted", ENT_FINDING_MANY_CONSULTED, "abbbb", { "XCCC." }, NULL, 0 },
  { "four consulted", ENT_FINDING_MANY_CONSULTED, "abbbb", { "XCCCC" }, NULL, 1 },
  { "five informed", ENT_FINDING_MANY_INFORMED, "abbbbbb", { "XIIIII." }, NULL, 0 },
  { "six informed", ENT_FINDING_MANY_INFORMED, "abbbbbb", { "XIIIIII" }, NULL, 1 },
  { "nobody told", ENT_FINDING_NOBODY_TOLD, "ab", { "AR" }, NULL, 1 },
  { "somebody consulted", ENT_FINDING_NOBODY_TOLD, "ab", { "XC" }, NULL, 0 },
  { "somebody informed", ENT_FINDING_NOBODY_TOLD, "ab", { "XI" }, NULL, 0 },
  { "nobody told, one organisation", ENT_FINDING_NOBODY_TOLD, "aa", { "AR" }, NULL, 0 },
  { "nobody told, empty row", ENT_FINDING_NOBODY_TOLD, "ab", { ".." }, NULL, 0 },
  { "goal", ENT_FINDING_NO_GOAL, "a", { "X" }, NULL, 0 },
  { "no goal", ENT_FINDING_NO_GOAL, "a", { "X" }, take_goal_away, 1 },
  { "no goal, dropped", ENT_FINDING_NO_GOAL, "a", { "X" }, take_goal_away_and_drop, 0 },
  { "seven R", ENT_FINDING_RESPONSIBLE_LOAD, "ab",
    { "RA", "RA", "RA", "RA", "RA", "RA", "RA", ".X" }, NULL, 0 },
  { "eight R", ENT_FINDING_RESPONSIBLE_LOAD, "ab",
    { "RA", "RA", "RA", "RA", "RA", "RA", "RA", "RA" }, NULL, 1 },
  { "eight R, one done", ENT_FINDING_RESPONSIBLE_LOAD, "ab",
    { "RA", "RA", "RA", "RA", "RA", "RA", "RA", "RA" }, close_first_task, 0 },
  { "four A", ENT_FINDING_ACCOUNTABLE_LOAD, "ab", { "RA", "RA", "RA", "RA", "X." }, NULL, 0 },
  { "five A", ENT_FINDING_ACCOUNTABLE_LOAD, "ab", { "RA", "RA", "RA", "RA", "RX" }, NULL, 1 },
  { "five A, one dropped", ENT_FINDING_ACCOUNTABLE_LOAD, "ab",
    { "RA", "RA", "RA", "RA", "RX" }, drop_first_task, 0 },
  { "neither R nor A", ENT_FINDING_IDLE_ROLE, "ab", { "XI", "XC", "X.", "X." }, NULL, 1 },
  { "one R", ENT_FINDING_IDLE_ROLE, "ab", { "XI", "XC", "X.", "AR" }, NULL, 0 },
  { "one A", ENT_FINDING_IDLE_ROLE, "ab", { "XI", "XC", "X.", "RA" }, NULL, 0 },
  { "neither R nor A, few tasks", ENT_FINDING_IDLE_ROLE, "ab", { "XI", "XC", "X." }, NULL, 0 },
  { "only R was dropped", ENT_FINDING_IDLE_ROLE, "ab", { "AR", "XC", "X.", "X.", "X." },
    drop_first_task, 1 },
  { "only R is done", ENT_FINDING_IDLE_ROLE, "ab", { "AR", "XC", "X.", "X.", "X." },
    close_first_task, 0 },
  { "no empty cell", ENT_FINDING_ROLE_IN_EVERYTHING, "ab", { "X.", "R.", "CX", "I." }, NULL, 1 },
  { "one empty cell", ENT_FINDING_ROLE_IN_EVERYTHING, "ab", { "X.", "R.", ".X", "I." }, NULL, 0 },
  { "no empty cell, few tasks", ENT_FINDING_ROLE_IN_EVERYTHING, "ab", { "X.", "R.", "CX" },
    NULL, 0 },
  { "the empty cell was dropped", ENT_FINDING_ROLE_IN_EVERYTHING, "ab",
    { ".X", "X.", "R.", "CX", "I." }, drop_first_task, 1 },
  { "held", ENT_FINDING_NOT_HELD, "a", { "X" }, NULL, 0 },
  { "not held", ENT_FINDING_NOT_HELD, "a", { "X" }, take_holder_away, 1 },
  { "not held, partner left", ENT_FINDING_NOT_HELD, "a", { "X" },
    first_partner_leaves_holder_too, 0 },
  { "partner is here", ENT_FINDING_LEFT_BEHIND, "ab", { "AR" }, NULL, 0 },
  { "partner left", ENT_FINDING_LEFT_BEHIND, "ab", { "AR" }, first_partner_leaves, 1 },
  { "partner left with nothing", ENT_FINDING_LEFT_BEHIND, "ab", { ".X" }, first_partner_leaves, 0 },
  { "partner left, all done", ENT_FINDING_LEFT_BEHIND, "ab", { "AR" },
    first_partner_leaves_and_task_done, 0 },
  { "every partner has a role", ENT_FINDING_PARTNER_WITHOUT_ROLE, "ab", { "AR" }, NULL, 0 },
  { "partner without a role", ENT_FINDING_PARTNER_WITHOUT_ROLE, "ab", { "AR" }, add_partner, 1 },
  { "prospect without a role", ENT_FINDING_PARTNER_WITHOUT_ROLE, "ab", { "AR" }, add_prospect, 0 },
};

/* Each case twice: from the finished project, and by an edit that the findings follow. */
static void
test_rules (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(RoleFixture) fixture = role_fixture_new (cases[i].partners,
                                                         (const char **) cases[i].rows);
      g_autoptr(EntRoleChart) chart = ent_role_chart_new (fixture->project);
      g_autoptr(EntRoleChecks) following = ent_role_checks_new (chart);
      g_autoptr(EntRoleChecks) fresh = NULL;

      g_test_message ("%s", cases[i].name);
      if (cases[i].change != NULL)
        cases[i].change (fixture);
      fresh = ent_role_checks_new (chart);

      g_assert_cmpuint (count_kind (following, cases[i].kind), ==, cases[i].expected);
      g_assert_cmpuint (count_kind (fresh, cases[i].kind), ==, cases[i].expected);
    }
}

/* Every rule has at least one case in which it applies and one in which it does not. */
static void
test_rules_are_covered (void)
{
  for (guint kind = 0; kind < ENT_ROLE_N_RULES; kind++)
    {
      gboolean yes = FALSE;
      gboolean no = FALSE;

      for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
        {
          yes |= cases[i].kind == kind && cases[i].expected > 0;
          no |= cases[i].kind == kind && cases[i].expected == 0;
        }
      g_assert_true (yes && no);
      g_assert_nonnull (ent_role_rules[kind].check);
    }
}

static void
test_settings (void)
{
  const char *rows[] = { "XR", NULL };
  g_autoptr(RoleFixture) fixture = role_fixture_new ("ab", rows);
  g_autoptr(EntRoleChart) chart = ent_role_chart_new (fixture->project);
  g_autoptr(EntRoleChecks) checks = ent_role_checks_new (chart);
  EntRoleCheckSettings settings = ENT_ROLE_CHECK_SETTINGS_DEFAULT;

  g_assert_cmpuint (count_kind (checks, ENT_FINDING_SEVERAL_RESPONSIBLE), ==, 0);
  settings.several_responsible = 2;
  ent_role_checks_set_settings (checks, &settings);
  g_assert_cmpuint (count_kind (checks, ENT_FINDING_SEVERAL_RESPONSIBLE), ==, 1);
  ent_role_checks_set_settings (checks, NULL);
  g_assert_cmpuint (count_kind (checks, ENT_FINDING_SEVERAL_RESPONSIBLE), ==, 0);
}

static const struct {
  const char *partners;
  const char *rows[2];
  const char *text;
} sentences[] = {
  { "ab", { "AX" },
    "Harbour Council and Riverside Trust both believe they are accountable for “Task 1”." },
  { "abc", { "AXA" },
    "Harbour Council, Riverside Trust and Leaf & Co all believe they are accountable for "
    "“Task 1”." },
  { "aab", { "AXA" },
    "Harbour Council and Riverside Trust both believe they are accountable for “Task 1”." },
  { "aa", { "AX" }, "2 roles are accountable for “Task 1”." },
  { "a-", { "AX" }, "2 roles are accountable for “Task 1”." },
};

static void
test_two_organisations (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (sentences); i++)
    {
      g_autoptr(RoleFixture) fixture = role_fixture_new (sentences[i].partners,
                                                         (const char **) sentences[i].rows);
      g_autoptr(EntRoleChart) chart = ent_role_chart_new (fixture->project);
      g_autoptr(EntRoleChecks) checks = ent_role_checks_new (chart);
      g_autoptr(EntFinding) finding = find_kind (checks, ENT_FINDING_MANY_ACCOUNTABLE);

      g_assert_cmpstr (ent_finding_get_text (finding), ==, sentences[i].text);
      g_assert_true (g_str_has_prefix (ent_finding_get_advice (finding),
                                       i < 3 ? "Propose to split the task" : "Leave the A"));
      g_assert_cmpint (ent_finding_get_severity (finding), ==, ENT_FINDING_ACT_NOW);
    }
}

static void
test_names_in_sentences (void)
{
  const char *rows[] = { "AA", NULL };
  g_autoptr(RoleFixture) fixture = role_fixture_new ("ab", rows);
  g_autoptr(EntRoleChart) chart = ent_role_chart_new (fixture->project);
  g_autoptr(EntRoleChecks) checks = ent_role_checks_new (chart);
  g_autoptr(EntFinding) finding = find_kind (checks, ENT_FINDING_MANY_ACCOUNTABLE);
  guint notified = 0;

  g_signal_connect_swapped (finding, "notify::text", G_CALLBACK (g_atomic_int_inc), &notified);
  ent_record_set_string (role_fixture_partner (fixture, 0), ENT_PARTNER_NAME, "مجلس الميناء");
  ent_record_set_string (role_fixture_task (fixture, 0), ENT_TASK_TITLE, "Pay \342\200\256me");

  /* A name from right to left is isolated; what would turn the sentence round is shown instead. */
  g_assert_cmpstr (ent_finding_get_text (finding), ==,
                   "\342\201\250مجلس الميناء\342\201\251 and Riverside Trust both believe they are "
                   "accountable for “Pay \357\277\275me”.");
  g_assert_cmpuint (notified, ==, 2);
}

static void
assert_place (EntRoleChecks *checks, EntFindingKind kind, int row, int column)
{
  g_autoptr(EntFinding) finding = find_kind (checks, kind);
  int found_row;
  int found_column;

  g_assert_nonnull (finding);
  ent_role_checks_get_place (checks, finding, &found_row, &found_column);
  g_assert_cmpint (found_row, ==, row);
  g_assert_cmpint (found_column, ==, column);
}

static void
test_places (void)
{
  const char *rows[] = { "XI.", ".AA", "R..", NULL };
  g_autoptr(RoleFixture) fixture = role_fixture_new ("abb", rows);
  g_autoptr(EntRoleChart) chart = ent_role_chart_new (fixture->project);
  g_autoptr(EntRoleChecks) checks = ent_role_checks_new (chart);

  take_holder_away (fixture);
  add_partner (fixture);
  assert_place (checks, ENT_FINDING_MANY_ACCOUNTABLE, 1, 1);
  assert_place (checks, ENT_FINDING_NO_RESPONSIBLE, 1, -1);
  assert_place (checks, ENT_FINDING_NO_ACCOUNTABLE, 2, -1);
  assert_place (checks, ENT_FINDING_NOT_HELD, -1, 0);
  assert_place (checks, ENT_FINDING_PARTNER_WITHOUT_ROLE, -1, -1);

  g_assert_cmpint (ent_role_checks_get_row_severity (checks, 0), ==, ENT_ROLE_CHECKS_NONE);
  g_assert_cmpint (ent_role_checks_get_row_severity (checks, 1), ==, ENT_FINDING_ACT_NOW);
  g_assert_cmpint (ent_role_checks_get_cell_severity (checks, 1, 1), ==, ENT_FINDING_ACT_NOW);
  g_assert_cmpint (ent_role_checks_get_cell_severity (checks, 1, 0), ==, ENT_ROLE_CHECKS_NONE);
  g_assert_cmpint (ent_role_checks_get_cell_severity (checks, 0, 0), ==, ENT_ROLE_CHECKS_NONE);
  g_assert_cmpint (ent_role_checks_get_column_severity (checks, 0), ==, ENT_FINDING_LOOK_INTO);
  g_assert_cmpuint (ent_checks_count (ENT_CHECKS (checks), ENT_FINDING_ACT_NOW), ==, 3);
}

static void
test_stable_items (void)
{
  const char *rows[] = { "AA.", "..R", NULL };
  g_autoptr(RoleFixture) fixture = role_fixture_new ("abc", rows);
  g_autoptr(EntRoleChart) chart = ent_role_chart_new (fixture->project);
  g_autoptr(EntRoleChecks) checks = ent_role_checks_new (chart);
  g_autoptr(EntFinding) before = find_kind (checks, ENT_FINDING_MANY_ACCOUNTABLE);
  g_autoptr(EntFinding) after = NULL;

  role_fixture_assign (fixture, 0, 2, 'A');
  after = find_kind (checks, ENT_FINDING_MANY_ACCOUNTABLE);
  g_assert_true (before == after);
  g_assert_cmpuint (ent_finding_get_n_records (after), ==, 4);
}

static char *
dump_findings (EntRoleChecks *checks)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (checks)); i++)
    {
      g_autoptr(EntFinding) finding = g_list_model_get_item (G_LIST_MODEL (checks), i);
      int row;
      int column;

      ent_role_checks_get_place (checks, finding, &row, &column);
      g_string_append_printf (out, "%d %s %g (%d, %d) %s %s", ent_finding_get_severity (finding),
                              ent_finding_kind_get_nick (ent_finding_get_kind (finding)),
                              ent_finding_get_strength (finding), row, column,
                              ent_finding_get_text (finding), ent_finding_get_advice (finding));
      for (guint j = 0; j < ent_finding_get_n_records (finding); j++)
        g_string_append_printf (out, " %s", ent_record_get_id (ent_finding_get_record (finding, j)));
      g_string_append_c (out, '\n');
    }

  return g_string_free (out, FALSE);
}

static void
assert_like_fresh (EntProject *project, EntRoleChecks *checks)
{
  g_autoptr(EntRoleChart) chart = ent_role_chart_new (project);
  g_autoptr(EntRoleChecks) fresh = ent_role_checks_new (chart);
  g_autofree char *followed = dump_findings (checks);
  g_autofree char *expected = dump_findings (fresh);

  g_assert_cmpstr (followed, ==, expected);
  for (guint row = 0; row < ent_role_chart_get_n_tasks (chart); row++)
    for (guint column = 0; column < ent_role_chart_get_n_roles (chart); column++)
      g_assert_cmpint (
        ent_role_chart_get_code (ent_role_checks_get_chart (checks), row, column), ==,
        ent_role_chart_get_code (chart, row, column));
}

/* An edit of what the chart is made of. */
static void
edit_chart (RoleFixture *fixture, GRand *rand)
{
  EntProject *project = fixture->project;
  guint task = (guint) g_rand_int_range (rand, 0, (int) fixture->tasks->len);
  guint role = (guint) g_rand_int_range (rand, 0, (int) fixture->roles->len);
  EntRecord *partner = role_fixture_partner (
    fixture, (guint) g_rand_int_range (rand, 0, (int) fixture->partners->len));

  if (ent_record_get_project (role_fixture_task (fixture, task)) == NULL
      || ent_record_get_project (role_fixture_role (fixture, role)) == NULL
      || ent_record_get_project (partner) == NULL)
    return;

  switch (g_rand_int_range (rand, 0, 9))
    {
    case 0:
      ent_record_set_enum (role_fixture_task (fixture, task), ENT_TASK_STATUS,
                           g_rand_int_range (rand, 0, 4));
      break;
    case 1:
      ent_record_set_string (role_fixture_role (fixture, role), ENT_ROLE_PARTNER,
                             ent_record_get_id (partner));
      break;
    case 2:
      ent_record_set_enum (partner, ENT_PARTNER_STATUS, g_rand_int_range (rand, 0, 3));
      break;
    case 3:
      ent_project_move (project, role_fixture_task (fixture, task), (guint) g_rand_int (rand) % 5);
      break;
    default:
      role_fixture_assign (fixture, task, role, ".RAXCI"[g_rand_int_range (rand, 0, 6)]);
    }
}

/* Edits of which one may hide what another does: a status beside a move, a letter beside a role. */
static void
edit_chart_in_one_step (RoleFixture *fixture, GRand *rand)
{
  g_autoptr(EntTransaction) step = ent_project_begin (fixture->project, "Several");

  for (guint i = 0; i < 4; i++)
    edit_chart (fixture, rand);
  ent_transaction_commit (step);
}

static void
test_random_edits (void)
{
  const char *rows[] = { "XICR.", ".AA.I", "R...R", "..C.A", "XIIII", NULL };
  g_autoptr(RoleFixture) fixture = role_fixture_new ("abb-c", rows);
  g_autoptr(EntRoleChart) chart = ent_role_chart_new (fixture->project);
  g_autoptr(EntRoleChecks) checks = ent_role_checks_new (chart);
  g_autoptr(ListMirror) mirror = list_mirror_new (G_LIST_MODEL (checks));
  g_autoptr(GRand) rand = g_rand_new_with_seed (20260701);

  for (guint i = 0; i < N_EDITS; i++)
    {
      switch (g_rand_int_range (rand, 0, 8))
        {
        case 0:
        case 1:
          random_edits_apply (fixture->project, rand);
          break;
        case 2:
          ent_history_undo (ent_project_get_history (fixture->project));
          break;
        case 3:
        case 4:
          edit_chart_in_one_step (fixture, rand);
          break;
        default:
          edit_chart (fixture, rand);
        }
      if (i % 5 == 0)
        assert_like_fresh (fixture->project, checks);
      list_mirror_check (mirror);
    }

  while (ent_history_undo (ent_project_get_history (fixture->project)))
    list_mirror_check (mirror);
  assert_like_fresh (fixture->project, checks);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/role-checks/rules", test_rules);
  g_test_add_func ("/role-checks/rules-are-covered", test_rules_are_covered);
  g_test_add_func ("/role-checks/settings", test_settings);
  g_test_add_func ("/role-checks/two-organisations", test_two_organisations);
  g_test_add_func ("/role-checks/names-in-sentences", test_names_in_sentences);
  g_test_add_func ("/role-checks/places", test_places);
  g_test_add_func ("/role-checks/stable-items", test_stable_items);
  g_test_add_func ("/role-checks/random-edits", test_random_edits);

  return g_test_run ();
}
