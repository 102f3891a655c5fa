/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The role chart: its order, its counts, and what an edit touches. */
#include "role-fixture.h"

static char *
dump_chart (EntRoleChart *chart)
{
  GString *out = g_string_new (NULL);

  for (guint row = 0; row < ent_role_chart_get_n_tasks (chart); row++)
    {
      for (guint column = 0; column < ent_role_chart_get_n_roles (chart); column++)
        {
          int code = ent_role_chart_get_code (chart, row, column);

          g_string_append_c (out, code == ENT_ROLE_CHART_EMPTY ? '.' : "RAXCI"[code]);
        }
      g_string_append_c (out, '\n');
    }

  return g_string_free (out, FALSE);
}

static void
assert_chart (EntRoleChart *chart, const char *expected)
{
  g_autofree char *dump = dump_chart (chart);

  g_assert_cmpstr (dump, ==, expected);
}

static void
test_order (void)
{
  const char *rows[] = { "RACI", NULL };
  g_autoptr(RoleFixture) fixture = role_fixture_new ("b-ab", rows);
  g_autoptr(EntRoleChart) chart = ent_role_chart_new (fixture->project);

  /* a's role, then b's two in their order, then the one without a partner. */
  assert_chart (chart, "CRIA\n");
  g_assert_cmpuint (ent_role_chart_get_n_groups (chart), ==, 3);
  g_assert_true (ent_role_chart_get_group_partner (chart, 0) == role_fixture_partner (fixture, 0));
  g_assert_null (ent_role_chart_get_group_partner (chart, 2));
  g_assert_cmpuint (ent_role_chart_get_group (chart, 2), ==, 1);

  ent_project_move (fixture->project, role_fixture_partner (fixture, 1), 0);
  assert_chart (chart, "RICA\n");
  ent_record_set_string (role_fixture_role (fixture, 1), ENT_ROLE_PARTNER,
                         ent_record_get_id (role_fixture_partner (fixture, 0)));
  assert_chart (chart, "RIAC\n");
  g_assert_cmpuint (ent_role_chart_get_n_groups (chart), ==, 2);
}

static void
test_counts (void)
{
  const char *rows[] = { "XR", "A.", "RI", NULL };
  g_autoptr(RoleFixture) fixture = role_fixture_new ("ab", rows);
  g_autoptr(EntRoleChart) chart = ent_role_chart_new (fixture->project);

  g_assert_cmpuint (ent_role_chart_count_in_task (chart, 0, ENT_ROLE_LETTER_A), ==, 1);
  g_assert_cmpuint (ent_role_chart_count_in_task (chart, 0, ENT_ROLE_LETTER_R), ==, 2);
  g_assert_cmpuint (ent_role_chart_count_in_role (chart, 0, ENT_ROLE_LETTER_A), ==, 2);
  g_assert_cmpuint (ent_role_chart_count_in_role (chart, 0, ENT_ROLE_LETTER_R), ==, 2);
  g_assert_cmpuint (ent_role_chart_count_filled (chart, 0), ==, 3);

  ent_record_set_enum (role_fixture_task (fixture, 0), ENT_TASK_STATUS, ENT_TASK_DONE);
  g_assert_cmpuint (ent_role_chart_count_in_role (chart, 0, ENT_ROLE_LETTER_A), ==, 2);
  g_assert_cmpuint (ent_role_chart_count_open_in_role (chart, 0, ENT_ROLE_LETTER_A), ==, 1);

  ent_record_set_enum (role_fixture_task (fixture, 0), ENT_TASK_STATUS, ENT_TASK_DROPPED);
  g_assert_true (ent_role_chart_is_dropped (chart, 0));
  g_assert_cmpuint (ent_role_chart_get_n_kept (chart), ==, 2);
  g_assert_cmpuint (ent_role_chart_count_in_role (chart, 0, ENT_ROLE_LETTER_A), ==, 1);
  g_assert_cmpuint (ent_role_chart_count_filled (chart, 0), ==, 2);
  /* Still to be seen in its row. */
  g_assert_cmpuint (ent_role_chart_count_in_task (chart, 0, ENT_ROLE_LETTER_A), ==, 1);
}

static void
test_deleting_and_undoing (void)
{
  const char *rows[] = { "RA", "IC", NULL };
  g_autoptr(RoleFixture) fixture = role_fixture_new ("ab", rows);
  g_autoptr(EntRoleChart) chart = ent_role_chart_new (fixture->project);

  ent_project_remove (fixture->project, role_fixture_role (fixture, 0));
  assert_chart (chart, "A\nC\n");
  ent_project_remove (fixture->project, role_fixture_task (fixture, 0));
  assert_chart (chart, "C\n");
  ent_history_undo (ent_project_get_history (fixture->project));
  ent_history_undo (ent_project_get_history (fixture->project));
  assert_chart (chart, "RA\nIC\n");
  ent_project_move (fixture->project, role_fixture_task (fixture, 1), 0);
  assert_chart (chart, "IC\nRA\n");
  ent_project_remove (fixture->project, role_fixture_partner (fixture, 0));
  g_assert_null (ent_role_chart_get_group_partner (chart, 1));
  assert_chart (chart, "CI\nAR\n");
}

static void
test_freeze (void)
{
  const char *rows[] = { "RA", "IC", NULL };
  g_autoptr(RoleFixture) fixture = role_fixture_new ("ab", rows);
  g_autoptr(EntRoleChart) chart = ent_role_chart_new (fixture->project);

  ent_role_chart_freeze (chart);
  ent_project_remove (fixture->project, role_fixture_task (fixture, 0));
  ent_project_remove (fixture->project, role_fixture_role (fixture, 0));
  assert_chart (chart, "RA\nIC\n");
  g_assert_true (ent_role_chart_get_task (chart, 0) == role_fixture_task (fixture, 0));
}

typedef struct {
  guint n;
  guint cells;
  guint tasks;
  guint roles;
  gboolean layout;
} Heard;

static void
on_updated (EntRoleChart *chart, const EntRoleChartUpdate *update, Heard *heard)
{
  heard->n++;
  heard->cells = update->cells->len;
  heard->tasks = g_hash_table_size (update->tasks);
  heard->roles = g_hash_table_size (update->roles);
  heard->layout = update->layout;
}

static void
test_reach_of_an_edit (void)
{
  const char *rows[] = { "RA.", "IC.", "..R", NULL };
  g_autoptr(RoleFixture) fixture = role_fixture_new ("abb", rows);
  g_autoptr(EntRoleChart) chart = ent_role_chart_new (fixture->project);
  g_autoptr(EntTransaction) step = NULL;
  Heard heard = { 0 };

  g_signal_connect (chart, "updated", G_CALLBACK (on_updated), &heard);
  role_fixture_assign (fixture, 0, 2, 'I');
  g_assert_cmpuint (heard.n, ==, 1);
  g_assert_cmpuint (heard.cells, ==, 1);
  g_assert_cmpuint (heard.tasks, ==, 1);
  g_assert_cmpuint (heard.roles, ==, 1);
  g_assert_false (heard.layout);

  /* What does not concern the chart is not heard at all. */
  ent_record_set_string (role_fixture_task (fixture, 0), ENT_TASK_NOTE, "mind the roots");
  ent_record_set_string (ent_project_get_info (fixture->project), ENT_PROJECT_TITLE, "Garden");
  g_assert_cmpuint (heard.cells, ==, 0);
  g_assert_false (heard.layout);

  /* A cell set and cleared in one step has not changed. */
  heard.n = 0;
  step = ent_project_begin (fixture->project, "Paste");
  role_fixture_assign (fixture, 1, 2, 'A');
  role_fixture_assign (fixture, 1, 2, '.');
  ent_transaction_commit (step);
  g_assert_cmpuint (heard.n, ==, 0);

  ent_record_set_string (role_fixture_role (fixture, 2), ENT_ROLE_TITLE, "Another name");
  g_assert_true (heard.layout);
  g_assert_cmpuint (heard.tasks, ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/role-chart/order", test_order);
  g_test_add_func ("/role-chart/counts", test_counts);
  g_test_add_func ("/role-chart/deleting-and-undoing", test_deleting_and_undoing);
  g_test_add_func ("/role-chart/freeze", test_freeze);
  g_test_add_func ("/role-chart/reach-of-an-edit", test_reach_of_an_edit);

  return g_test_run ();
}
