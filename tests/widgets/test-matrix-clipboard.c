/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Blocks of the matrix: selected, cleared, copied and pasted. */
#include "config.h"

#include "matrix-fixture.h"

static void
test_select_clear (Fixture       *fixture,
                   gconstpointer  data)
{
  EntMatrixRange range;
  guint n_steps;

  fake_matrix_fill (fixture->fake, 1);
  press (fixture, GDK_KEY_Down);
  press_with (fixture, GDK_KEY_Right, GDK_SHIFT_MASK);
  press_with (fixture, GDK_KEY_Down, GDK_SHIFT_MASK);
  range = _ent_matrix_get_selection (fixture->matrix);
  g_assert_cmpuint (range.first_row, ==, 1);
  g_assert_cmpuint (range.n_rows, ==, 2);
  g_assert_cmpuint (range.first_column, ==, 0);
  g_assert_cmpuint (range.n_columns, ==, 2);

  n_steps = fake_matrix_get_n_steps (fixture->fake);
  act (fixture, "matrix.clear");
  g_assert_cmpuint (fake_matrix_get_n_steps (fixture->fake), ==, n_steps + 1);
  for (guint i = 1; i <= 2; i++)
    for (guint j = 0; j <= 1; j++)
      g_assert_cmpstr (text_at (fixture, i, j), ==, "");

  act (fixture, "matrix.select-all");
  range = _ent_matrix_get_selection (fixture->matrix);
  g_assert_cmpuint (range.n_rows * range.n_columns, ==, 30 * 12);
  press (fixture, GDK_KEY_Escape);
  range = _ent_matrix_get_selection (fixture->matrix);
  g_assert_cmpuint (range.n_rows * range.n_columns, ==, 1);
}

typedef struct {
  int         row;
  int         column;
  const char *text;
  const char *block;     /* what rows 0–2, columns 0–2 hold afterwards */
  const char *problem;   /* part of the message, NULL for none */
  guint       n_rows;
  guint       n_steps;
} PasteCase;

static const PasteCase paste_cases[] = {
  { 0, 0, "A", "A,,;,,;,,", NULL, 3, 1 },
  { 0, 0, "a\tr\nc\ti\n", "A,R,;C,I,;,,", NULL, 3, 1 },
  { 1, 1, "A\tAR\r\nI\t\r\n", ",,;,A,A/R;,I,", NULL, 3, 1 },
  { 0, 0, "A\tyes\nno\tR", "A,,;,R,;,,", "2 cells", 3, 1 },
  { 0, 0, "A\tyes", "A,,;,,;,,", "“yes”", 3, 1 },
  { 0, 0, "yes", ",,;,,;,,", "“yes”", 3, 0 },
  { 0, 1, "A\tR\tC\tI", ",A,R;,,;,,", "2 pasted columns", 3, 1 },
  { 2, 0, "A\nR\nC", ",,;,,;A,,", "2 pasted rows", 3, 1 },
  { 0, -1, "Task 1\tA\t\tR", "A,,R;,,;,,", NULL, 3, 1 },
  { 2, -1, "Dig\tA\nSow\tR\tI\n", ",,;,,;A,,", NULL, 4, 1 },
  { 2, -1, "Dig\tA\n\n\tR\n", ",,;,,;A,,", "1 pasted row ", 3, 1 },
  { 0, 0, "", ",,;,,;,,", NULL, 3, 0 },
};

static char *
dup_block (Fixture *fixture)
{
  GString *block = g_string_new (NULL);

  for (guint i = 0; i < 3; i++)
    g_string_append_printf (block, "%s%s,%s,%s", i > 0 ? ";" : "", text_at (fixture, i, 0),
                            text_at (fixture, i, 1), text_at (fixture, i, 2));
  return g_string_free (block, FALSE);
}

static void
test_paste (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (paste_cases); i++)
    {
      const PasteCase *c = &paste_cases[i];
      Fixture fixture = { 0 };
      g_autofree char *block = NULL;

      set_up_sized (&fixture, 3, 3);
      _ent_matrix_move_focus (fixture.matrix, c->row, c->column, FALSE);
      _ent_matrix_paste_text (fixture.matrix, c->text);
      block = dup_block (&fixture);
      g_assert_cmpstr (block, ==, c->block);
      g_assert_cmpuint (ent_matrix_model_get_n_rows (ENT_MATRIX_MODEL (fixture.fake)), ==,
                        c->n_rows);
      g_assert_cmpuint (fake_matrix_get_n_steps (fixture.fake), ==, c->n_steps);
      if (c->problem == NULL)
        g_assert_null (fixture.problem);
      else
        g_assert_nonnull (strstr (fixture.problem, c->problem));
      tear_down (&fixture, NULL);
    }
}

static void
test_copy (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *block = NULL;
  g_autofree char *row = NULL;
  g_autofree char *single = NULL;

  _ent_matrix_paste_text (fixture->matrix, "A\tR\nC\tI");
  press_with (fixture, GDK_KEY_Right, GDK_SHIFT_MASK);
  press_with (fixture, GDK_KEY_Down, GDK_SHIFT_MASK);
  block = _ent_matrix_dup_copied_text (fixture->matrix);
  g_assert_cmpstr (block, ==, "A\tR\nC\tI\n");
  _ent_matrix_move_focus (fixture->matrix, 0, 1, FALSE);
  single = _ent_matrix_dup_copied_text (fixture->matrix);
  g_assert_cmpstr (single, ==, "R");
  _ent_matrix_move_focus (fixture->matrix, 1, -1, FALSE);
  row = _ent_matrix_dup_copied_text (fixture->matrix);
  g_assert_true (g_str_has_prefix (row, "Task 2\tC\tI\t"));
}

/* Through the real clipboard of the display. */
static void
test_clipboard (Fixture       *fixture,
                gconstpointer  data)
{
  _ent_matrix_paste_text (fixture->matrix, "A\tR\nC\tI");
  press_with (fixture, GDK_KEY_Right, GDK_SHIFT_MASK);
  press_with (fixture, GDK_KEY_Down, GDK_SHIFT_MASK);
  act (fixture, "matrix.cut");
  g_assert_cmpstr (text_at (fixture, 0, 0), ==, "");
  _ent_matrix_move_focus (fixture->matrix, 5, 5, FALSE);
  act (fixture, "matrix.paste");
  while (*text_at (fixture, 6, 6) == '\0')
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (text_at (fixture, 5, 5), ==, "A");
  g_assert_cmpstr (text_at (fixture, 6, 6), ==, "I");
}

/* Copying and pasting elsewhere gives the same block, whatever was in it. */
static void
test_copy_random (Fixture       *fixture,
                  gconstpointer  data)
{
  GRand *rand = g_rand_new_with_seed (9);

  for (guint round = 0; round < 50; round++)
    {
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;
      int n_rows = g_rand_int_range (rand, 0, 10);
      int n_columns = g_rand_int_range (rand, 1, 5);

      fake_matrix_fill (fixture->fake, round);
      _ent_matrix_move_focus (fixture->matrix, 0, 0, FALSE);
      _ent_matrix_move_focus (fixture->matrix, n_rows, n_columns, TRUE);
      before = _ent_matrix_dup_copied_text (fixture->matrix);
      _ent_matrix_move_focus (fixture->matrix, 15, 6, FALSE);
      _ent_matrix_paste_text (fixture->matrix, before);
      _ent_matrix_move_focus (fixture->matrix, 15 + n_rows, 6 + n_columns, TRUE);
      after = _ent_matrix_dup_copied_text (fixture->matrix);
      g_assert_cmpstr (before, ==, after);
    }
  g_assert_null (fixture->problem);
  g_rand_free (rand);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  add ("/matrix-clipboard/select-clear", set_up, test_select_clear);
  g_test_add_func ("/matrix-clipboard/paste", test_paste);
  add ("/matrix-clipboard/copy", set_up, test_copy);
  add ("/matrix-clipboard/clipboard", set_up, test_clipboard);
  add ("/matrix-clipboard/copy-random", set_up, test_copy_random);
  return g_test_run ();
}
