/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Partners against partners: the worked example of methods.md section 1, both ways round; who is
 * left out; what is told to a view. */
#include "../analysis/alignment-fixture.h"
#include "render/ent-agreement-matrix.h"

#include <string.h>

/* a = (3, −2, 0, 4), b = (1, 2, 3, 3); the third partner has said nothing. */
static const char *const worked[] = { "+3 +1 .", "-2 +2 .", "0 +3 .", "+4 +3 .", NULL };

static EntAgreementMatrix *
make_matrix (AlignmentFixture *fixture)
{
  g_autoptr(EntAlignment) alignment = ent_alignment_new (fixture->project);

  return ent_agreement_matrix_new (alignment);
}

static void
assert_cell (EntMatrixModel *model, guint row, guint column, const char *text, double with,
             double against)
{
  EntMatrixBars bars;

  g_assert_cmpstr (ent_matrix_model_get_cell_text (model, row, column), ==, text);
  g_assert_true (ent_matrix_model_get_cell_bars (model, row, column, &bars));
  g_assert_cmpfloat_with_epsilon (bars.with, with, 1e-9);
  g_assert_cmpfloat_with_epsilon (bars.against, against, 1e-9);
}

static void
test_worked (void)
{
  g_autoptr(AlignmentFixture) fixture = alignment_fixture_new (3, (const char **) worked);
  g_autoptr(EntAgreementMatrix) matrix = make_matrix (fixture);
  EntMatrixModel *model = ENT_MATRIX_MODEL (matrix);
  g_autofree char *valued = NULL;
  g_autofree char *simple = NULL;
  EntMatrixBars bars;

  g_assert_cmpuint (ent_matrix_model_get_n_rows (model), ==, 2);
  g_assert_cmpuint (ent_matrix_model_get_n_columns (model), ==, 2);
  g_assert_false (ent_matrix_model_can_edit (model));
  g_assert_cmpint (ent_agreement_matrix_find_partner (matrix, alignment_fixture_partner (fixture, 2)),
                   ==, -1);
  assert_cell (model, 0, 1, "+3.5", 1, 2 / 5.5);
  assert_cell (model, 1, 0, "+3.5", 1, 2 / 5.5);
  g_assert_false (ent_matrix_model_get_cell_bars (model, 0, 0, &bars));
  valued = ent_matrix_model_dup_cell_description (model, 0, 1);
  g_assert_nonnull (strstr (valued, "net +3.5: together 5.5 on 2 goals, apart 2 on 1 goal"));

  ent_agreement_matrix_set_valued (matrix, FALSE);
  assert_cell (model, 0, 1, "+1", 1, 0.5);
  simple = ent_matrix_model_dup_cell_description (model, 0, 1);
  g_assert_nonnull (strstr (simple, "net +1: together on 2 goals, apart on 1 goal"));
}

static void
count (gpointer counter)
{
  ++*(guint *) counter;
}

/* Somebody who takes a side joins the matrix; a value that changes does not move anybody. */
static void
test_follow (void)
{
  g_autoptr(AlignmentFixture) fixture = alignment_fixture_new (3, (const char **) worked);
  g_autoptr(EntAgreementMatrix) matrix = make_matrix (fixture);
  EntMatrixModel *model = ENT_MATRIX_MODEL (matrix);
  guint n_layout = 0;
  guint n_changed = 0;

  g_signal_connect_swapped (matrix, "layout-changed", G_CALLBACK (count), &n_layout);
  g_signal_connect_swapped (matrix, "changed", G_CALLBACK (count), &n_changed);
  alignment_fixture_say (fixture, 0, 1, "2026-02-01", 4, NULL);
  g_assert_cmpuint (n_changed, ==, 1);
  g_assert_cmpuint (n_layout, ==, 0);
  assert_cell (model, 0, 1, "+5", 1, 2 / 7.0);

  alignment_fixture_say (fixture, 0, 2, "2026-02-01", -4, NULL);
  g_assert_cmpuint (n_layout, ==, 1);
  g_assert_cmpuint (ent_matrix_model_get_n_rows (model), ==, 3);
}

/* A name and a value in one step, as an undo may bring: the header is as large as the name. */
static void
test_renamed (void)
{
  g_autoptr(AlignmentFixture) fixture = alignment_fixture_new (3, (const char **) worked);
  g_autoptr(EntAgreementMatrix) matrix = make_matrix (fixture);
  EntTransaction *step;
  guint n_layout = 0;

  g_signal_connect_swapped (matrix, "layout-changed", G_CALLBACK (count), &n_layout);
  step = ent_project_begin (fixture->project, "Rename and change");
  ent_record_set_string (alignment_fixture_partner (fixture, 0), ENT_PARTNER_NAME, "Another name");
  alignment_fixture_say (fixture, 0, 1, "2026-02-01", 4, NULL);
  ent_transaction_commit (step);
  ent_transaction_free (step);
  g_assert_cmpuint (n_layout, ==, 1);

  ent_record_set_string (alignment_fixture_goal (fixture, 0), ENT_GOAL_TITLE, "Nobody reads it here");
  g_assert_cmpuint (n_layout, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/agreement-matrix/worked", test_worked);
  g_test_add_func ("/agreement-matrix/follow", test_follow);
  g_test_add_func ("/agreement-matrix/renamed", test_renamed);

  return g_test_run ();
}
