/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The role chart as a matrix: what may be typed, what it is called, and what is told to a view. */
#include "../analysis/role-fixture.h"
#include "render/ent-role-matrix.h"

#include <string.h>

static EntMatrixModel *
make_matrix (RoleFixture *fixture)
{
  g_autoptr(EntRoleChart) chart = ent_role_chart_new (fixture->project);

  return ENT_MATRIX_MODEL (ent_role_matrix_new (chart, NULL));
}

static const struct {
  const char *text;
  int code;                     /* -2: refused */
} inputs[] = {
  { "r", ENT_CODE_RESPONSIBLE },
  { "R", ENT_CODE_RESPONSIBLE },
  { " a ", ENT_CODE_ACCOUNTABLE },
  { "c", ENT_CODE_CONSULTED },
  { "I", ENT_CODE_INFORMED },
  { "A/R", ENT_CODE_ACCOUNTABLE_RESPONSIBLE },
  { "ar", ENT_CODE_ACCOUNTABLE_RESPONSIBLE },
  { "RA", ENT_CODE_ACCOUNTABLE_RESPONSIBLE },
  { "r/a\n", ENT_CODE_ACCOUNTABLE_RESPONSIBLE },
  { "responsible", ENT_CODE_RESPONSIBLE },
  { "Consulted", ENT_CODE_CONSULTED },
  { "INFORMED", ENT_CODE_INFORMED },
  { "", ENT_ROLE_CHART_EMPTY },
  { " \t", ENT_ROLE_CHART_EMPTY },
  { "x", -2 },
  { "rr", -2 },
  { "a r", -2 },
  { "=A1", -2 },
  { "Я", -2 },
};

static void
test_parse (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (inputs); i++)
    {
      int code = -3;

      g_test_message ("“%s”", inputs[i].text);
      g_assert_cmpint (ent_role_code_parse (inputs[i].text, &code), ==, inputs[i].code != -2);
      if (inputs[i].code != -2)
        g_assert_cmpint (code, ==, inputs[i].code);
    }
}

static void
test_set_cell (void)
{
  const char *rows[] = { "..", NULL };
  g_autoptr(RoleFixture) fixture = role_fixture_new ("ab", rows);
  g_autoptr(EntMatrixModel) matrix = make_matrix (fixture);
  EntHistory *history = ent_project_get_history (fixture->project);
  g_autoptr(GError) error = NULL;

  g_assert_true (ent_matrix_model_set_cell (matrix, 0, 1, "r", &error));
  g_assert_cmpstr (ent_matrix_model_get_cell_text (matrix, 0, 1), ==, "R");
  g_assert_cmpstr (ent_history_get_undo_label (history), ==, "Set Role 2 to R for Task 1");
  g_assert_true (ent_matrix_model_set_cell (matrix, 0, 1, "ra", &error));
  g_assert_cmpuint (ent_project_get_n_records (fixture->project, ENT_KIND_ASSIGNMENT), ==, 1);
  g_assert_true (ent_matrix_model_set_cell (matrix, 0, 1, "", &error));
  g_assert_cmpstr (ent_history_get_undo_label (history), ==, "Clear Role 2 for Task 1");
  g_assert_cmpuint (ent_project_get_n_records (fixture->project, ENT_KIND_ASSIGNMENT), ==, 0);

  ent_history_undo (history);
  g_assert_cmpstr (ent_matrix_model_get_cell_text (matrix, 0, 1), ==, "A/R");
  ent_history_undo (history);
  ent_history_undo (history);
  g_assert_cmpstr (ent_matrix_model_get_cell_text (matrix, 0, 1), ==, "");

  g_assert_false (ent_matrix_model_set_cell (matrix, 0, 0, "ok", &error));
  g_assert_error (error, ENT_MODEL_ERROR, ENT_MODEL_ERROR_VALUE);
  g_assert_nonnull (strstr (error->message, "“ok” is no letter"));
}

static void
test_several_cells_are_one_step (void)
{
  const char *rows[] = { "..", NULL };
  g_autoptr(RoleFixture) fixture = role_fixture_new ("ab", rows);
  g_autoptr(EntMatrixModel) matrix = make_matrix (fixture);
  EntHistory *history = ent_project_get_history (fixture->project);
  gpointer edit = ent_matrix_model_begin_edit (matrix, "Paste 2 cells");

  g_assert_true (ent_matrix_model_set_cell (matrix, 0, 0, "a", NULL));
  g_assert_true (ent_matrix_model_set_cell (matrix, 0, 1, "r", NULL));
  ent_matrix_model_end_edit (matrix, edit, TRUE);
  g_assert_cmpstr (ent_history_get_undo_label (history), ==, "Paste 2 cells");
  ent_history_undo (history);
  g_assert_cmpstr (ent_matrix_model_get_cell_text (matrix, 0, 0), ==, "");

  edit = ent_matrix_model_begin_edit (matrix, "Paste 1 cell");
  g_assert_true (ent_matrix_model_set_cell (matrix, 0, 0, "a", NULL));
  ent_matrix_model_end_edit (matrix, edit, FALSE);
  g_assert_cmpuint (ent_project_get_n_records (fixture->project, ENT_KIND_ASSIGNMENT), ==, 0);
}

static void
test_rows (void)
{
  g_autoptr(RoleFixture) fixture = role_fixture_new ("a", NULL);
  g_autoptr(EntMatrixModel) matrix = make_matrix (fixture);
  EntHistory *history = ent_project_get_history (fixture->project);
  g_autofree char *title = NULL;
  g_autofree char *endless = g_strnfill (ENT_LINE_MAX_CHARS + 1, 'x');
  g_autoptr(GError) error = NULL;

  g_assert_true (ent_matrix_model_append_row (matrix, "  Plant the first beds ", &error));
  g_assert_cmpuint (ent_matrix_model_get_n_rows (matrix), ==, 1);
  title = ent_matrix_model_dup_row_title (matrix, 0);
  g_assert_cmpstr (title, ==, "Plant the first beds");
  g_assert_cmpstr (ent_history_get_undo_label (history), ==, "Add task “Plant the first beds”");
  g_assert_true (ent_matrix_model_set_row_title (matrix, 0, "Dig", &error));
  g_assert_cmpstr (ent_history_get_undo_label (history), ==, "Rename task “Plant the first beds”");

  g_assert_false (ent_matrix_model_append_row (matrix, "  ", &error));
  g_assert_error (error, ENT_MODEL_ERROR, ENT_MODEL_ERROR_VALUE);
  g_clear_error (&error);
  g_assert_false (ent_matrix_model_append_row (matrix, endless, &error));
  g_assert_nonnull (error);
  g_assert_cmpuint (ent_matrix_model_get_n_rows (matrix), ==, 1);
}

static void
test_read_only (void)
{
  const char *rows[] = { "A", NULL };
  g_autoptr(RoleFixture) fixture = role_fixture_new ("a", rows);
  g_autoptr(EntMatrixModel) matrix = make_matrix (fixture);
  g_autoptr(GError) error = NULL;

  g_assert_true (ent_matrix_model_can_edit (matrix));
  ent_project_set_read_only (fixture->project, TRUE);
  g_assert_false (ent_matrix_model_can_edit (matrix));
  g_assert_false (ent_matrix_model_set_cell (matrix, 0, 0, "r", &error));
  g_assert_error (error, ENT_MODEL_ERROR, ENT_MODEL_ERROR_READ_ONLY);
}

static void
assert_described (EntMatrixModel *matrix, guint row, guint column, const char *expected)
{
  g_autofree char *text = ent_matrix_model_dup_cell_description (matrix, row, column);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_descriptions (void)
{
  const char *rows[] = { "RA", "AA", "R.", "R.", NULL };
  g_autoptr(RoleFixture) fixture = role_fixture_new ("ab", rows);
  g_autoptr(EntMatrixModel) matrix = make_matrix (fixture);
  g_autofree char *row = NULL;
  g_autofree char *column = ent_matrix_model_dup_column_description (matrix, 1);

  ent_record_set_enum (role_fixture_task (fixture, 3), ENT_TASK_STATUS, ENT_TASK_DROPPED);
  assert_described (matrix, 0, 0, "Task 1, Role 1 (Harbour Council): Responsible");
  assert_described (matrix, 1, 1,
                    "Task 2, Role 2 (Riverside Trust): Accountable; 2 accountable in this row");
  assert_described (matrix, 2, 1, "Task 3, Role 2 (Riverside Trust): empty; nobody accountable in "
                                  "this row");
  assert_described (matrix, 3, 0, "Task 4, Role 1 (Harbour Council): Responsible; the task was "
                                  "dropped");

  row = ent_matrix_model_dup_row_description (matrix, 1);
  g_assert_true (g_str_has_prefix (row, "Task 2\nHarbour Council and Riverside Trust both believe"));
  g_assert_cmpstr (column, ==, "Role 2 (Riverside Trust), held by Holder of Role 2");
  g_assert_cmpint (ent_matrix_model_get_cell_mark (matrix, 1, 0), ==, ENT_MATRIX_MARK_ERROR);
  g_assert_cmpint (ent_matrix_model_get_row_mark (matrix, 2), ==, ENT_MATRIX_MARK_ERROR);
  g_assert_cmpint (ent_matrix_model_get_row_mark (matrix, 3), ==, ENT_MATRIX_MARK_NONE);
}

static void
on_changed (EntMatrixModel *matrix, guint row, guint column, guint n_rows, guint n_columns,
            GString *heard)
{
  g_string_append_printf (heard, "%u,%u+%u×%u ", row, column, n_rows, n_columns);
}

static void
on_layout_changed (EntMatrixModel *matrix, GString *heard)
{
  g_string_append (heard, "layout ");
}

static void
test_signals (void)
{
  const char *rows[] = { "..", "..", NULL };
  g_autoptr(RoleFixture) fixture = role_fixture_new ("ab", rows);
  g_autoptr(EntMatrixModel) matrix = make_matrix (fixture);
  g_autoptr(GString) heard = g_string_new (NULL);

  g_signal_connect (matrix, "changed", G_CALLBACK (on_changed), heard);
  g_signal_connect (matrix, "layout-changed", G_CALLBACK (on_layout_changed), heard);
  /* The row and the column of the cell: their marks may have changed with it. */
  g_assert_true (ent_matrix_model_set_cell (matrix, 1, 0, "a", NULL));
  g_assert_cmpstr (heard->str, ==, "1,0+1×2 0,0+2×1 ");
  g_string_set_size (heard, 0);
  g_assert_true (ent_matrix_model_append_row (matrix, "Task 3", NULL));
  g_assert_cmpstr (heard->str, ==, "layout ");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/role-matrix/parse", test_parse);
  g_test_add_func ("/role-matrix/set-cell", test_set_cell);
  g_test_add_func ("/role-matrix/several-cells-are-one-step", test_several_cells_are_one_step);
  g_test_add_func ("/role-matrix/rows", test_rows);
  g_test_add_func ("/role-matrix/read-only", test_read_only);
  g_test_add_func ("/role-matrix/descriptions", test_descriptions);
  g_test_add_func ("/role-matrix/signals", test_signals);

  return g_test_run ();
}
