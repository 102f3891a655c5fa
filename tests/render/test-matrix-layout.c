/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Geometry of the matrix at random sizes, fonts and scroll positions. */
#include "config.h"

#include "render/ent-matrix-layout.h"

#include <math.h>

static EntMatrixLayout
random_layout (GRand *rand)
{
  EntMatrixLayout layout = {
    .n_rows = (guint) g_rand_int_range (rand, 0, 300),
    .n_columns = (guint) g_rand_int_range (rand, 0, 60),
    .has_append = g_rand_boolean (rand),
    .has_groups = g_rand_boolean (rand),
    .has_details = g_rand_boolean (rand),
    .row_width = g_rand_int_range (rand, 0, 700),
    .title_width = g_rand_int_range (rand, 0, 300),
    .word_width = g_rand_int_range (rand, 0, 200),
    .char_width = g_rand_double_range (rand, 4.0, 22.0),
    .line_height = g_rand_int_range (rand, 9, 50),
    .rtl = g_rand_boolean (rand),
    .width = g_rand_int_range (rand, 100, 2500),
    .height = g_rand_int_range (rand, 100, 1500),
    .scroll_x = g_rand_int_range (rand, 0, 10000),
    .scroll_y = g_rand_int_range (rand, 0, 20000),
  };

  ent_matrix_layout_fit (&layout);
  return layout;
}

static gboolean
is_whole (const EntMatrixRect *rect)
{
  return rect->x == round (rect->x) && rect->y == round (rect->y) &&
         rect->width == round (rect->width) && rect->height == round (rect->height);
}

static gboolean
touches (const EntMatrixRect *a,
         const EntMatrixRect *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height &&
         b->y < a->y + a->height;
}

/* What is seen at each point of a place is what has that place. */
static void
check_pick (const EntMatrixLayout *layout,
            int                    row,
            int                    column,
            EntMatrixPart          part)
{
  EntMatrixRect rect = ent_matrix_layout_get_rect (layout, row, column);
  EntMatrixRect body = ent_matrix_layout_get_body (layout);
  const double points[][2] = {
    { rect.x, rect.y },
    { rect.x + rect.width - 1, rect.y },
    { rect.x, rect.y + rect.height - 1 },
    { rect.x + rect.width - 1, rect.y + rect.height - 1 },
    { rect.x + rect.width / 2, rect.y + rect.height / 2 },
  };

  g_assert_true (is_whole (&rect));
  for (guint i = 0; i < G_N_ELEMENTS (points); i++)
    {
      double x = points[i][0];
      double y = points[i][1];
      gboolean in_columns = x >= body.x && x < body.x + body.width;
      gboolean in_rows = y >= body.y && y < body.y + body.height;
      int picked_row, picked_column;

      if (x < 0 || y < 0 || x >= layout->width || y >= layout->height ||
          (row != ENT_MATRIX_HEADER && !in_rows) || (column != ENT_MATRIX_HEADER && !in_columns))
        continue;
      g_assert_cmpint (ent_matrix_layout_pick (layout, x, y, &picked_row, &picked_column), ==, part);
      g_assert_cmpint (picked_row, ==, row);
      g_assert_cmpint (picked_column, ==, column);
    }
}

static void
check_visible (const EntMatrixLayout *layout)
{
  EntMatrixRange seen = ent_matrix_layout_get_visible (layout);
  EntMatrixRect body = ent_matrix_layout_get_body (layout);

  g_assert_cmpuint (seen.first_row + seen.n_rows, <=, layout->n_rows);
  g_assert_cmpuint (seen.first_column + seen.n_columns, <=, layout->n_columns);
  for (guint row = 0; row < layout->n_rows; row++)
    for (guint column = 0; column < layout->n_columns; column += 7)
      {
        EntMatrixRect rect = ent_matrix_layout_get_rect (layout, (int) row, (int) column);
        gboolean expected = body.width > 0 && body.height > 0 && touches (&rect, &body);
        gboolean claimed = row - seen.first_row < seen.n_rows &&
                           column - seen.first_column < seen.n_columns;

        g_assert_cmpint (expected, ==, claimed);
      }
  for (guint i = 0; i < seen.n_rows; i++)
    check_pick (layout, (int) (seen.first_row + i), ENT_MATRIX_HEADER, ENT_MATRIX_PART_ROW);
  for (guint i = 0; i < seen.n_columns; i++)
    check_pick (layout, ENT_MATRIX_HEADER, (int) (seen.first_column + i), ENT_MATRIX_PART_COLUMN);
  for (guint i = 0; i < seen.n_rows; i++)
    for (guint j = 0; j < seen.n_columns; j++)
      check_pick (layout, (int) (seen.first_row + i), (int) (seen.first_column + j),
                  ENT_MATRIX_PART_CELL);
  if (layout->has_append)
    check_pick (layout, (int) layout->n_rows, ENT_MATRIX_HEADER, ENT_MATRIX_PART_APPEND);
}

/* Neighbours share an edge and nothing else; headers and cells do not meet. */
static void
check_overlap (const EntMatrixLayout *layout)
{
  EntMatrixRect body = ent_matrix_layout_get_body (layout);
  EntMatrixRect corner = ent_matrix_layout_get_rect (layout, ENT_MATRIX_HEADER, ENT_MATRIX_HEADER);

  g_assert_false (touches (&body, &corner));
  g_assert_cmpfloat (body.width + corner.width, <=, layout->width);
  for (guint column = 1; column < layout->n_columns; column++)
    {
      EntMatrixRect a = ent_matrix_layout_get_rect (layout, ENT_MATRIX_HEADER, (int) column - 1);
      EntMatrixRect b = ent_matrix_layout_get_rect (layout, ENT_MATRIX_HEADER, (int) column);

      if (layout->rtl)
        g_assert_cmpfloat (b.x + b.width, ==, a.x);
      else
        g_assert_cmpfloat (a.x + a.width, ==, b.x);
    }
  for (guint row = 1; row < layout->n_rows; row++)
    {
      EntMatrixRect a = ent_matrix_layout_get_rect (layout, (int) row - 1, ENT_MATRIX_HEADER);
      EntMatrixRect b = ent_matrix_layout_get_rect (layout, (int) row, ENT_MATRIX_HEADER);

      g_assert_cmpfloat (a.y + a.height, ==, b.y);
    }
}

/* After scrolling to a cell all of it is seen, where there is room for it at all. */
static void
check_reach (EntMatrixLayout layout,
             GRand          *rand)
{
  EntMatrixRect body, rect;
  int x, y, row, column;

  if (layout.n_rows == 0 || layout.n_columns == 0)
    return;
  row = g_rand_int_range (rand, 0, (int) layout.n_rows);
  column = g_rand_int_range (rand, 0, (int) layout.n_columns);
  ent_matrix_layout_reach (&layout, row, column, &x, &y);
  layout.scroll_x = x;
  layout.scroll_y = y;
  ent_matrix_layout_fit (&layout);
  body = ent_matrix_layout_get_body (&layout);
  rect = ent_matrix_layout_get_rect (&layout, row, column);
  if (body.height >= rect.height)
    {
      g_assert_cmpfloat (rect.y, >=, body.y);
      g_assert_cmpfloat (rect.y + rect.height, <=, body.y + body.height);
    }
  if (body.width >= rect.width)
    {
      g_assert_cmpfloat (rect.x, >=, body.x);
      g_assert_cmpfloat (rect.x + rect.width, <=, body.x + body.width);
    }
  if (body.width >= rect.width && body.height >= rect.height)
    {
      int again_x, again_y;

      ent_matrix_layout_reach (&layout, row, column, &again_x, &again_y);
      g_assert_cmpint (again_x, ==, layout.scroll_x);
      g_assert_cmpint (again_y, ==, layout.scroll_y);
    }
}

static void
check_groups (const EntMatrixLayout *layout)
{
  EntMatrixRect body = ent_matrix_layout_get_body (layout);

  for (guint first = 0; first + 4 <= layout->n_columns; first += 4)
    {
      EntMatrixRect rect = ent_matrix_layout_get_group_rect (layout, first, 4);

      if (rect.width == 0)
        continue;
      g_assert_cmpfloat (rect.x, >=, body.x);
      g_assert_cmpfloat (rect.x + rect.width, <=, body.x + body.width);
    }
}

static void
test_random (void)
{
  GRand *rand = g_rand_new_with_seed (3);

  for (guint round = 0; round < 400; round++)
    {
      EntMatrixLayout layout = random_layout (rand);

      check_visible (&layout);
      check_overlap (&layout);
      check_groups (&layout);
      check_reach (layout, rand);
    }
  g_rand_free (rand);
}

/* With few columns titles get room; with many the columns are as narrow as the longest word. */
static void
test_widths (void)
{
  EntMatrixLayout layout = {
    .n_rows = 10, .n_columns = 3, .row_width = 150, .title_width = 130, .word_width = 70,
    .char_width = 7.0, .line_height = 18, .width = 1200, .height = 800,
  };

  ent_matrix_layout_fit (&layout);
  g_assert_cmpint (layout.column_width, >=, 130);
  g_assert_cmpint (layout.title_lines, ==, 1);
  g_assert_cmpint (layout.row_lines, ==, 1);

  layout.n_columns = 40;
  ent_matrix_layout_fit (&layout);
  g_assert_cmpint (layout.column_width, >=, 70);
  g_assert_cmpint (layout.column_width, <, 100);
  g_assert_cmpint (layout.title_lines, >=, 2);

  layout.row_width = 900;
  ent_matrix_layout_fit (&layout);
  g_assert_cmpint (layout.row_lines, ==, 2);
  g_assert_cmpint (layout.header_width, <, 500);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/matrix-layout/random", test_random);
  g_test_add_func ("/matrix-layout/widths", test_widths);
  return g_test_run ();
}
