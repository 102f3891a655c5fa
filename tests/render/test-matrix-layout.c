/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Geometry of the matrix at random sizes, fonts and scroll positions. */
#include "config.h"

#include "render/ent-matrix-layout.h"

#include <math.h>
#include <string.h>

static EntMatrixLayout
random_layout (GRand *rand)
{
  EntMatrixLayout layout = {
    .n_rows = (guint) g_rand_int_range (rand, 0, 300),
    .n_columns = (guint) g_rand_int_range (rand, 0, 60),
    .n_total_rows = (guint) g_rand_int_range (rand, 0, 4),
    .n_total_columns = (guint) g_rand_int_range (rand, 0, 4),
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
  EntMatrixRect area = ent_matrix_layout_get_area (layout, row, column);
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
      int picked_row, picked_column;

      if (x < MAX (area.x, 0) || y < MAX (area.y, 0) ||
          x >= MIN (area.x + area.width, layout->width) ||
          y >= MIN (area.y + area.height, layout->height))
        continue;
      g_assert_cmpint (ent_matrix_layout_pick (layout, x, y, &picked_row, &picked_column), ==, part);
      g_assert_cmpint (picked_row, ==, row);
      g_assert_cmpint (picked_column, ==, column);
    }
}

static gboolean
is_seen (const EntMatrixRange *seen,
         guint                 row,
         guint                 column)
{
  return row - seen->first_row < seen->n_rows && column - seen->first_column < seen->n_columns;
}

/* A pane says rightly what is seen in it, and has it where the whole layout has it. */
static void
check_pane (const EntMatrixLayout *layout,
            const EntMatrixPane   *pane)
{
  const EntMatrixRange *seen = &pane->seen;
  gboolean empty = pane->rect.width <= 0 || pane->rect.height <= 0;

  g_assert_cmpuint (seen->first_row + seen->n_rows, <=, layout->n_rows);
  g_assert_cmpuint (seen->first_column + seen->n_columns, <=, layout->n_columns);
  for (guint row = 0; row < layout->n_rows; row++)
    for (guint column = 0; column < layout->n_columns; column += 7)
      {
        EntMatrixRect rect = ent_matrix_layout_get_rect (layout, (int) row, (int) column);
        EntMatrixRect area = ent_matrix_layout_get_area (layout, (int) row, (int) column);
        EntMatrixRect at = ent_matrix_layout_get_rect (&pane->layout, (int) row, (int) column);
        gboolean mine = memcmp (&area, &pane->rect, sizeof area) == 0;

        g_assert_cmpint (!empty && mine && touches (&rect, &pane->rect), ==,
                         is_seen (seen, row, column));
        g_assert_cmpint (!empty && touches (&at, &pane->rect), ==, is_seen (seen, row, column));
        if (is_seen (seen, row, column))
          g_assert_cmpmem (&at, sizeof at, &rect, sizeof rect);
      }
  for (guint i = 0; i < seen->n_rows; i++)
    check_pick (layout, (int) (seen->first_row + i), ENT_MATRIX_HEADER, ENT_MATRIX_PART_ROW);
  for (guint i = 0; i < seen->n_columns; i++)
    check_pick (layout, ENT_MATRIX_HEADER, (int) (seen->first_column + i),
                ENT_MATRIX_PART_COLUMN);
  for (guint i = 0; i < seen->n_rows; i++)
    for (guint j = 0; j < seen->n_columns; j++)
      check_pick (layout, (int) (seen->first_row + i), (int) (seen->first_column + j),
                  ENT_MATRIX_PART_CELL);
}

static void
check_panes (const EntMatrixLayout *layout)
{
  EntMatrixPane panes[4];
  guint n_panes = 0;

  for (EntMatrixPaneNumber i = ENT_MATRIX_PANE_CELLS; i <= ENT_MATRIX_PANE_BOTH; i++)
    if (ent_matrix_layout_get_pane (layout, i, &panes[n_panes]))
      n_panes++;
  g_assert_cmpuint (n_panes, ==, (layout->n_frozen_columns > 0 ? 2 : 1) *
                                   (layout->n_frozen_rows > 0 ? 2 : 1));
  for (guint i = 0; i < n_panes; i++)
    {
      check_pane (layout, &panes[i]);
      for (guint j = 0; j < i; j++)
        g_assert_false (touches (&panes[i].rect, &panes[j].rect));
    }
  if (layout->has_append)
    check_pick (layout, (int) layout->n_rows, ENT_MATRIX_HEADER, ENT_MATRIX_PART_APPEND);
}

/* Neighbours share an edge and nothing else, but where some are under what is frozen; headers and
 * cells do not meet. */
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

      double gap = layout->rtl ? a.x - (b.x + b.width) : b.x - (a.x + a.width);
      gboolean seam = column == layout->n_columns - layout->n_frozen_columns;

      g_assert_cmpfloat (gap, ==, seam ? layout->scroll_x - layout->end_x : 0);
    }
  for (guint row = 1; row < layout->n_rows; row++)
    {
      EntMatrixRect a = ent_matrix_layout_get_rect (layout, (int) row - 1, ENT_MATRIX_HEADER);
      EntMatrixRect b = ent_matrix_layout_get_rect (layout, (int) row, ENT_MATRIX_HEADER);

      gboolean seam = row == layout->n_rows - layout->n_frozen_rows;

      g_assert_cmpfloat (b.y - (a.y + a.height), ==,
                         seam ? layout->scroll_y - layout->end_y : 0);
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
  body = ent_matrix_layout_get_area (&layout, row, column);
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
  for (EntMatrixPaneNumber i = ENT_MATRIX_PANE_CELLS; i <= ENT_MATRIX_PANE_COLUMNS; i++)
    {
      EntMatrixPane pane;

      if (!ent_matrix_layout_get_pane (layout, i, &pane))
        continue;
      for (guint first = 0; first + 4 <= layout->n_columns; first += 4)
        {
          EntMatrixRect rect = ent_matrix_pane_get_group_rect (&pane, first, 4);

          if (rect.width == 0)
            continue;
          g_assert_cmpfloat (rect.x, >=, pane.rect.x);
          g_assert_cmpfloat (rect.x + rect.width, <=, pane.rect.x + pane.rect.width);
        }
    }
}

static void
test_random (void)
{
  GRand *rand = g_rand_new_with_seed (3);

  for (guint round = 0; round < 400; round++)
    {
      EntMatrixLayout layout = random_layout (rand);

      check_panes (&layout);
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

/* Totals are frozen where others scroll and enough room is left for these. */
static void
test_frozen (void)
{
  static const struct {
    const char *why;
    guint       n_rows;
    guint       n_columns;
    gboolean    has_append;
    int         width;
    int         height;
    guint       frozen_rows;
    guint       frozen_columns;
  } cases[] = {
    { "all is in sight", 8, 6, FALSE, 1200, 800, 0, 0 },
    { "columns scroll", 8, 23, FALSE, 1200, 800, 0, 3 },
    { "rows scroll", 102, 6, FALSE, 1200, 800, 2, 0 },
    { "both scroll", 102, 203, FALSE, 1200, 800, 2, 3 },
    { "a narrow window", 102, 203, FALSE, 360, 800, 2, 0 },
    { "a low window", 102, 203, FALSE, 1200, 150, 0, 3 },
    { "the last row takes titles", 102, 203, TRUE, 1200, 800, 0, 3 },
    { "totals only", 2, 3, FALSE, 150, 90, 0, 0 },
    { "nothing", 0, 0, FALSE, 1200, 800, 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      EntMatrixLayout layout = {
        .n_rows = cases[i].n_rows, .n_columns = cases[i].n_columns,
        .n_total_rows = MIN (cases[i].n_rows, 2), .n_total_columns = MIN (cases[i].n_columns, 3),
        .has_append = cases[i].has_append, .row_width = 150, .title_width = 90, .word_width = 70,
        .char_width = 7.0, .line_height = 18, .width = cases[i].width, .height = cases[i].height,
      };

      g_test_message ("%s", cases[i].why);
      ent_matrix_layout_fit (&layout);
      g_assert_cmpuint (layout.n_frozen_rows, ==, cases[i].frozen_rows);
      g_assert_cmpuint (layout.n_frozen_columns, ==, cases[i].frozen_columns);
    }
}

/* Frozen columns stand at the end wherever the rest is scrolled to, and take nothing from how far
 * it scrolls. */
static void
test_frozen_places (void)
{
  EntMatrixLayout layout = {
    .n_rows = 40, .n_columns = 43, .n_total_columns = 3, .row_width = 150, .title_width = 90,
    .word_width = 70, .char_width = 7.0, .line_height = 18, .width = 1200, .height = 800,
  };
  EntMatrixRect body;
  int width, height;

  for (guint rtl = 0; rtl < 2; rtl++)
    for (int scroll = 0; scroll < 4000; scroll += 331)
      {
        EntMatrixRect last;

        layout.rtl = rtl != 0;
        layout.scroll_x = scroll;
        ent_matrix_layout_fit (&layout);
        last = ent_matrix_layout_get_rect (&layout, 0, 42);
        g_assert_cmpfloat (layout.rtl ? last.x : last.x + last.width, ==, layout.rtl ? 0 : 1200);
      }
  body = ent_matrix_layout_get_body (&layout);
  ent_matrix_layout_get_content (&layout, &width, &height);
  g_assert_cmpfloat (width - body.width, ==, layout.end_x);
  g_assert_cmpfloat (height - body.height, ==, layout.end_y);
}

/* A block is drawn into what is frozen when nothing is hidden between. */
static void
test_drag_area (void)
{
  EntMatrixLayout layout = {
    .n_rows = 8, .n_columns = 43, .n_total_columns = 3, .row_width = 150, .title_width = 90,
    .word_width = 70, .char_width = 7.0, .line_height = 18, .width = 1200, .height = 800,
  };
  EntMatrixRect body, area;

  ent_matrix_layout_fit (&layout);
  body = ent_matrix_layout_get_body (&layout);
  area = ent_matrix_layout_get_drag_area (&layout, 1, 2);
  g_assert_cmpmem (&area, sizeof area, &body, sizeof body);
  area = ent_matrix_layout_get_drag_area (&layout, 1, 41);
  g_assert_cmpfloat (area.x + area.width, ==, 1200);
  layout.scroll_x = layout.end_x;
  area = ent_matrix_layout_get_drag_area (&layout, 1, 2);
  g_assert_cmpfloat (area.x + area.width, ==, 1200);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/matrix-layout/random", test_random);
  g_test_add_func ("/matrix-layout/widths", test_widths);
  g_test_add_func ("/matrix-layout/frozen", test_frozen);
  g_test_add_func ("/matrix-layout/frozen-places", test_frozen_places);
  g_test_add_func ("/matrix-layout/drag-area", test_drag_area);
  return g_test_run ();
}
