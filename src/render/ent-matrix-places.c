/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the parts of a matrix stand on a screen, and what stands at a point. Pure arithmetic over
 * whole pixels.
 *
 * Across and down it is the same: headers that stay, what scrolls, and what is frozen at the end. The
 * frozen part is nothing but the matrix scrolled to its end, of which that much is seen. So it
 * meets the rest without a seam where that has been scrolled there, too. */
#include "config.h"

#include "render/ent-matrix-layout.h"

/* Columns across, from where reading begins, or rows down. */
typedef struct {
  int n;
  int n_frozen;
  int size;   /* of each */
  int header; /* length of the headers */
  int length; /* of the widget */
  int scroll;
  int end;    /* the scroll position at which the last is seen */
} Axis;

static Axis
get_columns (const EntMatrixLayout *layout)
{
  return (Axis) {
    (int) layout->n_columns, (int) layout->n_frozen_columns, layout->column_width,
    layout->header_width, layout->width, layout->scroll_x, layout->end_x,
  };
}

static Axis
get_rows (const EntMatrixLayout *layout)
{
  return (Axis) {
    (int) layout->n_rows, (int) layout->n_frozen_rows, layout->row_height,
    layout->header_height, layout->height, layout->scroll_y, layout->end_y,
  };
}

static gboolean
axis_is_frozen (const Axis *axis,
                int         index)
{
  return axis->n_frozen > 0 && index >= axis->n - axis->n_frozen;
}

static int
axis_get_start (const Axis *axis,
                int         index)
{
  return axis->header + index * axis->size -
         (axis_is_frozen (axis, index) ? axis->end : axis->scroll);
}

/* Where what is frozen begins; the end of the widget when nothing is. */
static int
axis_get_edge (const Axis *axis)
{
  return axis->length - axis->n_frozen * axis->size;
}

/* Can be beyond the last. */
static int
axis_pick (const Axis *axis,
           double      at)
{
  int scroll = at < axis_get_edge (axis) ? axis->scroll : axis->end;

  if (at < axis->header)
    return ENT_MATRIX_HEADER;
  return (int) ((at - axis->header + scroll) / axis->size);
}

/* Those of which something is seen, in the part that scrolls or in the one that is frozen. */
static void
axis_get_seen (const Axis *axis,
               gboolean    frozen,
               guint      *first,
               guint      *n)
{
  int edge = axis_get_edge (axis);
  int n_scrolling = axis->n - axis->n_frozen;
  int last;

  *first = frozen ? (guint) n_scrolling : (guint) (axis->scroll / axis->size);
  *n = (guint) axis->n_frozen;
  if (frozen)
    return;
  last = MIN ((axis->scroll + edge - axis->header - 1) / axis->size, n_scrolling - 1);
  *n = (guint) MAX (last - (int) *first + 1, 0);
}

/* The part of an axis where the headers, what scrolls or what is frozen can be seen. */
static void
axis_get_area (const Axis *axis,
               int         index,
               double     *start,
               double     *length)
{
  int edge = axis_get_edge (axis);
  int end = axis_is_frozen (axis, index) ? axis->length : edge;

  *start = axis_is_frozen (axis, index) ? edge : axis->header;
  if (index == ENT_MATRIX_HEADER)
    {
      *start = 0;
      end = MIN (axis->header, axis->length);
    }
  *length = MAX (end - *start, 0);
}

/* The least scrolling that brings all of one into view, or its start where there is no room. */
static int
axis_reach (const Axis *axis,
            int         index)
{
  int seen = axis_get_edge (axis) - axis->header;
  int start = index * axis->size;

  if (index == ENT_MATRIX_HEADER || axis_is_frozen (axis, index))
    return axis->scroll;
  if (start < axis->scroll || axis->size > seen)
    return start;
  return MAX (axis->scroll, start + axis->size - seen);
}

/* Mirrors a rectangle that was worked out from left to right. */
static EntMatrixRect
place (const EntMatrixLayout *layout,
       EntMatrixRect          rect)
{
  if (layout->rtl)
    rect.x = layout->width - rect.x - rect.width;
  return rect;
}

/**
 * ent_matrix_layout_at:
 * @layout: a layout
 * @scroll_x: how far it is scrolled
 * @scroll_y: how far it is scrolled
 *
 * Returns: the same layout scrolled to there, with nothing frozen at the end
 */
EntMatrixLayout
ent_matrix_layout_at (const EntMatrixLayout *layout,
                      int                    scroll_x,
                      int                    scroll_y)
{
  EntMatrixLayout at = { 0 };

  g_return_val_if_fail (layout != NULL, at);

  at = *layout;
  at.n_frozen_rows = at.n_frozen_columns = 0;
  at.scroll_x = scroll_x;
  at.scroll_y = scroll_y;
  return at;
}

/**
 * ent_matrix_layout_get_size:
 * @layout: a layout
 * @width: (out): width of headers and all columns
 * @height: (out): height of headers and all rows, the empty one at the end included
 *
 * Tells how much room all of it takes.
 */
void
ent_matrix_layout_get_size (const EntMatrixLayout *layout,
                            int                   *width,
                            int                   *height)
{
  g_return_if_fail (layout != NULL);
  g_return_if_fail (width != NULL);
  g_return_if_fail (height != NULL);

  *width = layout->header_width + (int) layout->n_columns * layout->column_width;
  *height = layout->header_height +
            ((int) layout->n_rows + (layout->has_append ? 1 : 0)) * layout->row_height;
}

/**
 * ent_matrix_layout_get_content:
 * @layout: a layout
 * @width: (out): width of the columns that scroll
 * @height: (out): height of the rows that scroll, the empty one at the end included
 *
 * Tells the size of what scrolls through what ent_matrix_layout_get_body() returns.
 */
void
ent_matrix_layout_get_content (const EntMatrixLayout *layout,
                               int                   *width,
                               int                   *height)
{
  g_return_if_fail (layout != NULL);

  ent_matrix_layout_get_size (layout, width, height);
  *width -= layout->header_width + (int) layout->n_frozen_columns * layout->column_width;
  *height -= layout->header_height + (int) layout->n_frozen_rows * layout->row_height;
}

/**
 * ent_matrix_layout_get_area:
 * @layout: a layout
 * @row: a row, the number of rows for the empty row at the end, or %ENT_MATRIX_HEADER
 * @column: a column or %ENT_MATRIX_HEADER
 *
 * The part of the widget in which a cell or a header can be seen: what of it lies beyond is under
 * headers or under what is frozen.
 *
 * Returns: the part of the widget
 */
EntMatrixRect
ent_matrix_layout_get_area (const EntMatrixLayout *layout,
                            int                    row,
                            int                    column)
{
  EntMatrixRect rect = { 0 };
  Axis rows, columns;

  g_return_val_if_fail (layout != NULL, rect);

  rows = get_rows (layout);
  columns = get_columns (layout);
  axis_get_area (&columns, column, &rect.x, &rect.width);
  axis_get_area (&rows, row, &rect.y, &rect.height);
  return place (layout, rect);
}

/**
 * ent_matrix_layout_get_body:
 * @layout: a layout
 *
 * Returns: where cells that scroll are seen: all but headers and what is frozen
 */
EntMatrixRect
ent_matrix_layout_get_body (const EntMatrixLayout *layout)
{
  g_return_val_if_fail (layout != NULL, (EntMatrixRect) { 0 });

  /* The first of them is never frozen. */
  return ent_matrix_layout_get_area (layout, 0, 0);
}

/**
 * ent_matrix_layout_get_rect:
 * @layout: a layout
 * @row: a row, the number of rows for the empty row at the end, or %ENT_MATRIX_HEADER
 * @column: a column or %ENT_MATRIX_HEADER
 *
 * The place of a cell or a header where it is scrolled to now, which may be out of sight. The empty
 * row at the end is as wide as what is seen, whatever the column. Both headers: the corner.
 *
 * Returns: its place in the widget
 */
EntMatrixRect
ent_matrix_layout_get_rect (const EntMatrixLayout *layout,
                            int                    row,
                            int                    column)
{
  EntMatrixRect rect = { 0, 0, 0, 0 };
  Axis rows, columns;

  g_return_val_if_fail (layout != NULL, rect);
  g_return_val_if_fail (row >= ENT_MATRIX_HEADER && row <= (int) layout->n_rows, rect);
  g_return_val_if_fail (column >= ENT_MATRIX_HEADER && column < (int) layout->n_columns, rect);

  rows = get_rows (layout);
  columns = get_columns (layout);
  if (row == (int) layout->n_rows)
    {
      rect.width = layout->width;
    }
  else if (column == ENT_MATRIX_HEADER)
    {
      rect.width = layout->header_width;
    }
  else
    {
      rect.x = axis_get_start (&columns, column);
      rect.width = layout->column_width;
    }
  if (row == ENT_MATRIX_HEADER)
    {
      rect.y = column == ENT_MATRIX_HEADER ? 0 : layout->band_height;
      rect.height = layout->header_height - rect.y;
    }
  else
    {
      rect.y = axis_get_start (&rows, row);
      rect.height = layout->row_height;
    }
  return place (layout, rect);
}

/**
 * ent_matrix_layout_get_range_rect:
 * @layout: a layout
 * @range: a block of cells, at least one
 *
 * Returns: the place of the whole block, which may reach out of sight
 */
EntMatrixRect
ent_matrix_layout_get_range_rect (const EntMatrixLayout *layout,
                                  const EntMatrixRange  *range)
{
  EntMatrixRect rect = { 0, 0, 0, 0 };
  Axis rows, columns;

  g_return_val_if_fail (layout != NULL, rect);
  g_return_val_if_fail (range != NULL, rect);

  rows = get_rows (layout);
  columns = get_columns (layout);
  rect.x = axis_get_start (&columns, (int) range->first_column);
  rect.y = axis_get_start (&rows, (int) range->first_row);
  rect.width = (int) range->n_columns * layout->column_width;
  rect.height = (int) range->n_rows * layout->row_height;
  return place (layout, rect);
}

/**
 * ent_matrix_layout_pick:
 * @layout: a layout
 * @x: a point
 * @y: a point
 * @row: (out): the row there, or %ENT_MATRIX_HEADER
 * @column: (out): the column there, or %ENT_MATRIX_HEADER
 *
 * Returns: what stands at the point
 */
EntMatrixPart
ent_matrix_layout_pick (const EntMatrixLayout *layout,
                        double                 x,
                        double                 y,
                        int                   *row,
                        int                   *column)
{
  Axis rows, columns;

  g_return_val_if_fail (layout != NULL, ENT_MATRIX_PART_NONE);
  g_return_val_if_fail (row != NULL && column != NULL, ENT_MATRIX_PART_NONE);

  *row = *column = ENT_MATRIX_HEADER;
  if (x < 0 || y < 0 || x >= layout->width || y >= layout->height)
    return ENT_MATRIX_PART_NONE;

  rows = get_rows (layout);
  columns = get_columns (layout);
  *row = axis_pick (&rows, y);
  *column = axis_pick (&columns, layout->rtl ? layout->width - x - 0.5 : x);
  if (layout->has_append && *row == (int) layout->n_rows)
    {
      *column = ENT_MATRIX_HEADER;
      return ENT_MATRIX_PART_APPEND;
    }
  if (*row >= (int) layout->n_rows || *column >= (int) layout->n_columns)
    return ENT_MATRIX_PART_NONE;
  if (*row != ENT_MATRIX_HEADER)
    return *column != ENT_MATRIX_HEADER ? ENT_MATRIX_PART_CELL : ENT_MATRIX_PART_ROW;
  if (*column == ENT_MATRIX_HEADER)
    return ENT_MATRIX_PART_CORNER;
  return y < layout->band_height ? ENT_MATRIX_PART_GROUP : ENT_MATRIX_PART_COLUMN;
}

/**
 * ent_matrix_layout_reach:
 * @layout: a layout
 * @row: a row, the number of rows, or %ENT_MATRIX_HEADER to leave it
 * @column: a column or %ENT_MATRIX_HEADER to leave it
 * @scroll_x: (out): where to scroll to
 * @scroll_y: (out): where to scroll to
 *
 * Works out the least scrolling that brings a cell into full view. What is frozen always is.
 */
void
ent_matrix_layout_reach (const EntMatrixLayout *layout,
                         int                    row,
                         int                    column,
                         int                   *scroll_x,
                         int                   *scroll_y)
{
  Axis rows, columns;

  g_return_if_fail (layout != NULL);
  g_return_if_fail (scroll_x != NULL && scroll_y != NULL);

  rows = get_rows (layout);
  columns = get_columns (layout);
  *scroll_x = axis_reach (&columns, column);
  *scroll_y = axis_reach (&rows, row);
}

/**
 * ent_matrix_layout_get_drag_area:
 * @layout: a layout
 * @row: the row of a cell
 * @column: its column
 *
 * Where a block that begins at a cell can be drawn to with the mouse. From a cell that scrolls this
 * leads into what is frozen only when nothing is hidden between: until then the view follows.
 *
 * Returns: the part of the widget
 */
EntMatrixRect
ent_matrix_layout_get_drag_area (const EntMatrixLayout *layout,
                                 int                    row,
                                 int                    column)
{
  EntMatrixLayout all;
  EntMatrixRect body, whole;

  g_return_val_if_fail (layout != NULL, (EntMatrixRect) { 0 });

  all = ent_matrix_layout_at (layout, 0, 0);
  whole = ent_matrix_layout_get_body (&all);
  body = ent_matrix_layout_get_body (layout);
  if (row < (int) (layout->n_rows - layout->n_frozen_rows) && layout->scroll_y < layout->end_y)
    whole.height = body.height;
  if (column < (int) (layout->n_columns - layout->n_frozen_columns) &&
      layout->scroll_x < layout->end_x)
    {
      whole.x = body.x;
      whole.width = body.width;
    }
  return whole;
}

/**
 * ent_matrix_layout_get_pane:
 * @layout: a layout
 * @number: which pane
 * @pane: (out): the pane
 *
 * Takes the matrix apart into what scrolls and what is frozen.
 *
 * Returns: whether there is such a pane
 */
gboolean
ent_matrix_layout_get_pane (const EntMatrixLayout *layout,
                            EntMatrixPaneNumber    number,
                            EntMatrixPane         *pane)
{
  gboolean frozen_columns = (number & ENT_MATRIX_PANE_COLUMNS) != 0;
  gboolean frozen_rows = (number & ENT_MATRIX_PANE_ROWS) != 0;
  Axis rows, columns;

  g_return_val_if_fail (layout != NULL, FALSE);
  g_return_val_if_fail (pane != NULL, FALSE);

  *pane = (EntMatrixPane) { 0 };
  if ((frozen_columns && layout->n_frozen_columns == 0) ||
      (frozen_rows && layout->n_frozen_rows == 0))
    return FALSE;
  rows = get_rows (layout);
  columns = get_columns (layout);
  pane->layout = ent_matrix_layout_at (layout, frozen_columns ? layout->end_x : layout->scroll_x,
                                       frozen_rows ? layout->end_y : layout->scroll_y);
  pane->rect = ent_matrix_layout_get_area (layout, frozen_rows ? rows.n - 1 : 0,
                                           frozen_columns ? columns.n - 1 : 0);
  if (pane->rect.width < 1 || pane->rect.height < 1 || rows.size == 0 || columns.size == 0)
    return TRUE;
  axis_get_seen (&columns, frozen_columns, &pane->seen.first_column, &pane->seen.n_columns);
  axis_get_seen (&rows, frozen_rows, &pane->seen.first_row, &pane->seen.n_rows);
  return TRUE;
}

/**
 * ent_matrix_pane_get_group_rect:
 * @pane: a pane
 * @first_column: first column of a group
 * @n_columns: number of its columns
 *
 * Returns: the place of the group in the band, as far as it is above the pane
 */
EntMatrixRect
ent_matrix_pane_get_group_rect (const EntMatrixPane *pane,
                                guint                first_column,
                                guint                n_columns)
{
  EntMatrixRect rect = { 0, 0, 0, 0 };
  EntMatrixRange range = { 0, 0, first_column, n_columns };
  double end;

  g_return_val_if_fail (pane != NULL, rect);

  rect = ent_matrix_layout_get_range_rect (&pane->layout, &range);
  end = MIN (rect.x + rect.width, pane->rect.x + pane->rect.width);
  rect.x = MAX (rect.x, pane->rect.x);
  rect.width = MAX (end - rect.x, 0);
  rect.y = 0;
  rect.height = pane->layout.band_height;
  return rect;
}
