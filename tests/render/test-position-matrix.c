/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The alignment matrix: what is read out, typed and added up, in which order, and what is told to a
 * view. */
#include "../analysis/alignment-fixture.h"
#include "render/ent-position-matrix.h"

#include <string.h>

static const char *const plain[] = { "+3 -1", "-2 .", "0 +4", NULL };

static EntPositionMatrix *
make_matrix (AlignmentFixture *fixture, const char *as_of)
{
  g_autoptr(EntAlignment) alignment = ent_alignment_new (fixture->project);

  ent_alignment_set_as_of (alignment, as_of);

  return ent_position_matrix_new (alignment);
}

static void
assert_cell (EntPositionMatrix *matrix, guint row, guint column, const char *text,
             EntMatrixTone tone)
{
  g_assert_cmpstr (ent_matrix_model_get_cell_text (ENT_MATRIX_MODEL (matrix), row, column), ==,
                   text);
  g_assert_cmpint (ent_matrix_model_get_cell_tone (ENT_MATRIX_MODEL (matrix), row, column), ==,
                   tone);
}

/* Totals follow the values; unknown is empty and plain, 0 is a value. */
static void
test_cells (void)
{
  g_autoptr(AlignmentFixture) fixture = alignment_fixture_new (2, (const char **) plain);
  g_autoptr(EntPositionMatrix) matrix = make_matrix (fixture, NULL);

  g_assert_cmpuint (ent_matrix_model_get_n_rows (ENT_MATRIX_MODEL (matrix)), ==, 5);
  g_assert_cmpuint (ent_matrix_model_get_n_columns (ENT_MATRIX_MODEL (matrix)), ==, 5);
  assert_cell (matrix, 0, 0, "+3", ENT_MATRIX_TONE_FOR_3);
  assert_cell (matrix, 0, 1, "−1", ENT_MATRIX_TONE_AGAINST_1);
  assert_cell (matrix, 1, 1, "", ENT_MATRIX_TONE_NONE);
  assert_cell (matrix, 2, 0, "0", ENT_MATRIX_TONE_ZERO);
  assert_cell (matrix, 0, 2, "+3", ENT_MATRIX_TONE_SUMMARY);
  assert_cell (matrix, 0, 3, "−1", ENT_MATRIX_TONE_SUMMARY);
  assert_cell (matrix, 1, 2, "0", ENT_MATRIX_TONE_SUMMARY);
  /* d(3, −1) = 3, both ways round, over 7 × (4 − 0) / 2 */
  assert_cell (matrix, 0, 4, "0.43", ENT_MATRIX_TONE_SUMMARY);
  assert_cell (matrix, 3, 0, "5", ENT_MATRIX_TONE_SUMMARY);
  assert_cell (matrix, 3, 1, "5", ENT_MATRIX_TONE_SUMMARY);
  assert_cell (matrix, 4, 0, "0.00", ENT_MATRIX_TONE_SUMMARY);
  assert_cell (matrix, 3, 3, "", ENT_MATRIX_TONE_SUMMARY);
}

static void
test_words (void)
{
  g_autoptr(AlignmentFixture) fixture = alignment_fixture_new (2, (const char **) plain);
  g_autoptr(EntPositionMatrix) matrix = NULL;
  g_autofree char *cell = NULL;
  g_autofree char *unknown = NULL;
  g_autofree char *zero = NULL;

  ent_record_set_string (alignment_fixture_goal (fixture, 0), ENT_GOAL_TITLE,
                         "Plant the first beds");
  ent_record_set_string (alignment_fixture_partner (fixture, 1), ENT_PARTNER_NAME,
                         "Riverside Trust");
  alignment_fixture_say (fixture, 0, 1, "2026-03-02", -1, NULL);
  alignment_fixture_say (fixture, 0, 1, "2026-05-04", 3, "The soil is clean");
  matrix = make_matrix (fixture, "2026-06-01");

  cell = ent_matrix_model_dup_cell_description (ENT_MATRIX_MODEL (matrix), 0, 1);
  g_assert_cmpstr (cell, ==, "Plant the first beds, Riverside Trust: plus 3, mission; was minus 1 in "
                             "March\n“The soil is clean”");
  unknown = ent_matrix_model_dup_cell_description (ENT_MATRIX_MODEL (matrix), 1, 1);
  g_assert_true (g_str_has_suffix (unknown, "Riverside Trust: unknown"));
  zero = ent_matrix_model_dup_cell_description (ENT_MATRIX_MODEL (matrix), 2, 0);
  g_assert_true (g_str_has_suffix (zero, ": 0, of little consequence"));
  g_assert_cmpint (ent_matrix_model_get_cell_signs (ENT_MATRIX_MODEL (matrix), 0, 1), ==,
                   ENT_MATRIX_SIGN_REMARK);
}

/* What has no name yet is called that in every word about it. */
static void
test_no_names (void)
{
  g_autoptr(AlignmentFixture) fixture = alignment_fixture_new (2, (const char **) plain);
  g_autoptr(EntPositionMatrix) matrix = make_matrix (fixture, NULL);
  EntMatrixModel *model = ENT_MATRIX_MODEL (matrix);
  static const struct { guint row, column; const char *text; } cases[] = {
    { 0, 0, "(no name), (no name): plus 3" }, { 0, 2, "(no name): 3 for" },
    { 0, 4, "(no name): division 0.43" }, { 3, 0, "(no name): involvement 5" },
    { 4, 0, "(no name): ambivalence" },
  };

  ent_record_set_string (alignment_fixture_goal (fixture, 0), ENT_GOAL_TITLE, "");
  ent_record_set_string (alignment_fixture_partner (fixture, 0), ENT_PARTNER_NAME, "");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = ent_matrix_model_dup_cell_description (model, cases[i].row,
                                                                     cases[i].column);

      g_assert_true (g_str_has_prefix (text, cases[i].text));
    }
}

/* What is said to be totals is what holds no position, and there are none of nothing. */
static void
test_totals (void)
{
  g_autoptr(AlignmentFixture) fixture = alignment_fixture_new (2, (const char **) plain);
  g_autoptr(AlignmentFixture) empty = alignment_fixture_new (2, (const char *[]) { NULL });
  g_autoptr(EntPositionMatrix) matrix = make_matrix (fixture, NULL);
  g_autoptr(EntPositionMatrix) nothing = make_matrix (empty, NULL);
  EntMatrixModel *model = ENT_MATRIX_MODEL (matrix);
  guint n_rows = ent_matrix_model_get_n_rows (model);
  guint n_columns = ent_matrix_model_get_n_columns (model);
  guint first_row = n_rows - ent_matrix_model_get_n_total_rows (model);
  guint first_column = n_columns - ent_matrix_model_get_n_total_columns (model);

  for (guint i = 0; i < n_rows; i++)
    g_assert_cmpint (ent_position_matrix_get_goal (matrix, i) < 0, ==, i >= first_row);
  for (guint j = 0; j < n_columns; j++)
    g_assert_cmpint (ent_position_matrix_get_partner (matrix, j) < 0, ==, j >= first_column);
  g_assert_cmpuint (ent_matrix_model_get_n_total_rows (ENT_MATRIX_MODEL (nothing)), ==,
                    ent_matrix_model_get_n_rows (ENT_MATRIX_MODEL (nothing)));
}

/* Seen as of an earlier day, cells tell what became of them. */
static void
test_as_of (void)
{
  g_autoptr(AlignmentFixture) fixture = alignment_fixture_new (2, (const char **) plain);
  g_autoptr(EntPositionMatrix) matrix = NULL;
  EntMatrixModel *model;
  g_autofree char *cell = NULL;

  alignment_fixture_say (fixture, 0, 1, "2026-05-04", 3, "The soil is clean");
  alignment_fixture_say (fixture, 0, 0, "2026-05-04", 1, NULL);
  alignment_fixture_say (fixture, 1, 1, "2026-05-04", -4, NULL);
  matrix = make_matrix (fixture, "2026-05-03");
  model = ENT_MATRIX_MODEL (matrix);

  assert_cell (matrix, 0, 1, "−1", ENT_MATRIX_TONE_AGAINST_1);
  g_assert_cmpint (ent_matrix_model_get_cell_signs (model, 0, 1), ==, ENT_MATRIX_SIGN_ROSE);
  g_assert_cmpint (ent_matrix_model_get_cell_signs (model, 0, 0), ==, ENT_MATRIX_SIGN_FELL);
  g_assert_cmpint (ent_matrix_model_get_cell_signs (model, 1, 1), ==, ENT_MATRIX_SIGN_NEW);
  g_assert_cmpint (ent_matrix_model_get_cell_signs (model, 1, 0), ==, ENT_MATRIX_SIGN_NONE);
  cell = ent_matrix_model_dup_cell_description (model, 0, 1);
  g_assert_nonnull (strstr (cell, "minus 1, way of working; later plus 3"));
}

static const struct {
  const char *text;
  EntMatrixInput input;
} inputs[] = {
  { "3", ENT_MATRIX_INPUT_COMPLETE }, { "+", ENT_MATRIX_INPUT_PARTIAL },
  { "-", ENT_MATRIX_INPUT_PARTIAL }, { "−", ENT_MATRIX_INPUT_PARTIAL },
  { "-4", ENT_MATRIX_INPUT_COMPLETE }, { "+0", ENT_MATRIX_INPUT_COMPLETE },
  { "5", ENT_MATRIX_INPUT_REFUSED }, { "-9", ENT_MATRIX_INPUT_REFUSED },
  { "33", ENT_MATRIX_INPUT_REFUSED }, { "x", ENT_MATRIX_INPUT_REFUSED },
  { "+-", ENT_MATRIX_INPUT_REFUSED },
};

static void
test_input (void)
{
  g_autoptr(AlignmentFixture) fixture = alignment_fixture_new (2, (const char **) plain);
  g_autoptr(EntPositionMatrix) matrix = make_matrix (fixture, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (inputs); i++)
    {
      g_test_message ("“%s”", inputs[i].text);
      g_assert_cmpint (ent_matrix_model_check_input (ENT_MATRIX_MODEL (matrix), inputs[i].text), ==,
                       inputs[i].input);
    }
}

/* What is typed counts from the day looked at on; it is one step and can be taken back; what was
 * said before stays. */
static void
test_typing (void)
{
  g_autoptr(AlignmentFixture) fixture = alignment_fixture_new (2, (const char **) plain);
  g_autoptr(EntPositionMatrix) matrix = make_matrix (fixture, "2026-06-01");
  EntMatrixModel *model = ENT_MATRIX_MODEL (matrix);
  EntHistory *history = ent_project_get_history (fixture->project);
  guint n = g_list_model_get_n_items (ent_project_get_list (fixture->project, ENT_KIND_POSITION));
  g_autoptr(GError) error = NULL;

  g_assert_true (ent_matrix_model_set_cell (model, 0, 1, "+2", &error));
  assert_cell (matrix, 0, 1, "+2", ENT_MATRIX_TONE_FOR_2);
  g_assert_cmpuint (g_list_model_get_n_items (ent_project_get_list (fixture->project,
                                                                    ENT_KIND_POSITION)), ==, n + 1);
  g_assert_nonnull (strstr (ent_history_get_undo_label (history), "+2"));
  g_assert_true (ent_matrix_model_set_cell (model, 0, 1, "", &error));
  assert_cell (matrix, 0, 1, "−1", ENT_MATRIX_TONE_AGAINST_1);

  g_assert_false (ent_matrix_model_set_cell (model, 0, 1, "", &error));
  g_assert_error (error, ENT_MODEL_ERROR, ENT_MODEL_ERROR_VALUE);
  g_assert_nonnull (strstr (error->message, "10 January 2026"));
  g_clear_error (&error);
  g_assert_false (ent_matrix_model_set_cell (model, 0, 1, "7", &error));
  g_assert_error (error, ENT_MODEL_ERROR, ENT_MODEL_ERROR_VALUE);

  g_assert_false (ent_matrix_model_can_edit_cell (model, 0, 2));
  g_assert_false (ent_matrix_model_can_edit_cell (model, 3, 0));
  ent_history_undo (history);
  assert_cell (matrix, 0, 1, "+2", ENT_MATRIX_TONE_FOR_2);
}

static void
assert_goals (EntPositionMatrix *matrix, const int *goals, guint n)
{
  for (guint i = 0; i < n; i++)
    g_assert_cmpint (ent_position_matrix_get_goal (matrix, i), ==, goals[i]);
  g_assert_cmpint (ent_position_matrix_get_goal (matrix, n), ==, -1);
}

static void
test_order (void)
{
  const char *const rows[] = { "+1 +1 0", "+4 -4 .", "+4 +4 +4", "+2 -1 0", NULL };
  g_autoptr(AlignmentFixture) fixture = alignment_fixture_new (3, (const char **) rows);
  g_autoptr(EntPositionMatrix) matrix = make_matrix (fixture, NULL);
  EntPositionView view = ENT_POSITION_VIEW_INIT;

  ent_record_set_int (alignment_fixture_goal (fixture, 3), ENT_GOAL_WEIGHT, 5);
  assert_goals (matrix, (int[]) { 0, 1, 2, 3 }, 4);
  view.rows = ENT_POSITION_ROWS_DIVISION;
  ent_position_matrix_set_view (matrix, &view);
  assert_goals (matrix, (int[]) { 1, 3, 0, 2 }, 4);
  view.rows = ENT_POSITION_ROWS_MOBILISATION;
  ent_position_matrix_set_view (matrix, &view);
  assert_goals (matrix, (int[]) { 2, 1, 3, 0 }, 4);
  view.rows = ENT_POSITION_ROWS_WEIGHT;
  ent_position_matrix_set_view (matrix, &view);
  assert_goals (matrix, (int[]) { 3, 0, 1, 2 }, 4);

  /* A value that changes moves nothing from under the hand. */
  view.rows = ENT_POSITION_ROWS_MOBILISATION;
  ent_position_matrix_set_view (matrix, &view);
  g_assert_true (ent_matrix_model_set_cell (ENT_MATRIX_MODEL (matrix), 3, 2, "+4", NULL));
  assert_goals (matrix, (int[]) { 2, 1, 3, 0 }, 4);
}

static void
test_filter (void)
{
  g_autoptr(AlignmentFixture) fixture = alignment_fixture_new (2, (const char **) plain);
  g_autoptr(EntPositionMatrix) matrix = make_matrix (fixture, NULL);
  EntPositionView view = ENT_POSITION_VIEW_INIT;

  ent_record_set_enum (alignment_fixture_goal (fixture, 2), ENT_GOAL_HORIZON, ENT_HORIZON_LONG);
  ent_record_set_enum (alignment_fixture_partner (fixture, 1), ENT_PARTNER_SECTOR,
                       ENT_SECTOR_HEALTH);
  view.horizon = ENT_HORIZON_LONG;
  ent_position_matrix_set_view (matrix, &view);
  assert_goals (matrix, (int[]) { 2 }, 1);

  view = (EntPositionView) ENT_POSITION_VIEW_INIT;
  view.sector = ENT_SECTOR_HEALTH;
  ent_position_matrix_set_view (matrix, &view);
  g_assert_cmpint (ent_position_matrix_get_partner (matrix, 0), ==, 1);
  g_assert_cmpint (ent_position_matrix_get_partner (matrix, 1), ==, -1);
  /* The total is still that of everybody. */
  assert_cell (matrix, 0, 1, "+3", ENT_MATRIX_TONE_SUMMARY);

  view = (EntPositionView) ENT_POSITION_VIEW_INIT;
  view.partner = alignment_fixture_partner (fixture, 1);
  ent_position_matrix_set_view (matrix, &view);
  assert_goals (matrix, (int[]) { 0, 2 }, 2);
  g_assert_cmpint (ent_position_matrix_get_partner (matrix, 0), ==, 1);
  g_assert_cmpint (ent_position_matrix_find_row (matrix, alignment_fixture_goal (fixture, 1)), ==, -1);

  /* A partner that goes takes its filter along. */
  ent_project_remove (fixture->project, alignment_fixture_partner (fixture, 1));
  ent_position_matrix_get_view (matrix, &view);
  g_assert_null (view.partner);
}

typedef struct {
  guint n_changed;
  guint n_layout;
  gboolean value, total, ambivalence;
} Heard;

static void
on_changed (EntMatrixModel *model, guint row, guint column, guint n_rows, guint n_columns,
            Heard *heard)
{
  heard->n_changed++;
  heard->value |= row <= 0 && row + n_rows > 0 && column <= 1 && column + n_columns > 1;
  heard->total |= row <= 0 && row + n_rows > 0 && column <= 2 && column + n_columns > 2;
  heard->ambivalence |= row <= 4 && row + n_rows > 4 && column <= 0 && column + n_columns > 0;
}

static void
on_layout (EntMatrixModel *model, Heard *heard)
{
  heard->n_layout++;
}

static void
test_signals (void)
{
  g_autoptr(AlignmentFixture) fixture = alignment_fixture_new (2, (const char **) plain);
  g_autoptr(EntPositionMatrix) matrix = make_matrix (fixture, NULL);
  Heard heard = { 0 };

  g_signal_connect (matrix, "changed", G_CALLBACK (on_changed), &heard);
  g_signal_connect (matrix, "layout-changed", G_CALLBACK (on_layout), &heard);
  g_assert_true (ent_matrix_model_set_cell (ENT_MATRIX_MODEL (matrix), 0, 1, "+4", NULL));
  g_assert_true (heard.value && heard.total && heard.ambivalence);
  g_assert_cmpuint (heard.n_layout, ==, 0);
  g_assert_cmpuint (heard.n_changed, <, 6);
  alignment_fixture_add (fixture, ENT_KIND_GOAL, "One more");
  g_assert_cmpuint (heard.n_layout, ==, 1);
}

/* Headers are as large as titles, and columns stand with their sector. */
static void
test_fields (void)
{
  const char *const rows[] = { "+3 -1 0", "-2 . +2", NULL };
  g_autoptr(AlignmentFixture) fixture = alignment_fixture_new (3, (const char **) rows);
  g_autoptr(EntPositionMatrix) matrix = make_matrix (fixture, NULL);
  EntPositionView view = ENT_POSITION_VIEW_INIT;
  Heard heard = { 0 };

  for (guint i = 0; i < 3; i++)
    ent_record_set_enum (alignment_fixture_partner (fixture, i), ENT_PARTNER_SECTOR,
                         ENT_SECTOR_HEALTH);
  view.columns = ENT_POSITION_COLUMNS_SECTOR;
  ent_position_matrix_set_view (matrix, &view);
  g_signal_connect (matrix, "layout-changed", G_CALLBACK (on_layout), &heard);
  ent_record_set_string (alignment_fixture_goal (fixture, 0), ENT_GOAL_TITLE, "A longer title");
  g_assert_cmpuint (heard.n_layout, ==, 1);
  ent_record_set_string (alignment_fixture_partner (fixture, 0), ENT_PARTNER_SHORT_NAME, "Longer");
  g_assert_cmpuint (heard.n_layout, ==, 2);

  G_STATIC_ASSERT (ENT_SECTOR_BUSINESS < ENT_SECTOR_HEALTH);
  ent_record_set_enum (alignment_fixture_partner (fixture, 2), ENT_PARTNER_SECTOR,
                       ENT_SECTOR_BUSINESS);
  g_assert_cmpuint (heard.n_layout, ==, 3);
  g_assert_cmpint (ent_position_matrix_get_partner (matrix, 0), ==, 2);

  view = (EntPositionView) ENT_POSITION_VIEW_INIT;
  view.horizon = ENT_HORIZON_LONG;
  ent_record_set_enum (alignment_fixture_goal (fixture, 0), ENT_GOAL_HORIZON, ENT_HORIZON_LONG);
  ent_position_matrix_set_view (matrix, &view);
  assert_goals (matrix, (int[]) { 0 }, 1);
  ent_record_set_enum (alignment_fixture_goal (fixture, 1), ENT_GOAL_HORIZON, ENT_HORIZON_LONG);
  assert_goals (matrix, (int[]) { 0, 1 }, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/position-matrix/cells", test_cells);
  g_test_add_func ("/position-matrix/words", test_words);
  g_test_add_func ("/position-matrix/no-names", test_no_names);
  g_test_add_func ("/position-matrix/totals", test_totals);
  g_test_add_func ("/position-matrix/as-of", test_as_of);
  g_test_add_func ("/position-matrix/input", test_input);
  g_test_add_func ("/position-matrix/typing", test_typing);
  g_test_add_func ("/position-matrix/order", test_order);
  g_test_add_func ("/position-matrix/filter", test_filter);
  g_test_add_func ("/position-matrix/signals", test_signals);
  g_test_add_func ("/position-matrix/fields", test_fields);

  return g_test_run ();
}
