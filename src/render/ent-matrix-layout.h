/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the parts of a matrix stand on a screen: frozen headers and totals, and cells that scroll
 * under them. */
#pragma once

#include "render/ent-matrix-draw.h"

G_BEGIN_DECLS

/** ENT_MATRIX_HEADER: as a row, the column headers; as a column, the row headers. */
#define ENT_MATRIX_HEADER (-1)

/**
 * EntMatrixPart:
 * @ENT_MATRIX_PART_NONE: outside of everything
 * @ENT_MATRIX_PART_CORNER: where the headers meet
 * @ENT_MATRIX_PART_GROUP: the band above the column headers
 * @ENT_MATRIX_PART_COLUMN: a column's header
 * @ENT_MATRIX_PART_ROW: a row's header
 * @ENT_MATRIX_PART_CELL: a cell
 * @ENT_MATRIX_PART_APPEND: the empty row at the end
 *
 * What stands at a point.
 */
typedef enum {
  ENT_MATRIX_PART_NONE,
  ENT_MATRIX_PART_CORNER,
  ENT_MATRIX_PART_GROUP,
  ENT_MATRIX_PART_COLUMN,
  ENT_MATRIX_PART_ROW,
  ENT_MATRIX_PART_CELL,
  ENT_MATRIX_PART_APPEND,
} EntMatrixPart;

/**
 * EntMatrixRange:
 * @first_row: first row
 * @n_rows: number of rows
 * @first_column: first column
 * @n_columns: number of columns
 *
 * A block of cells.
 */
typedef struct {
  guint first_row;
  guint n_rows;
  guint first_column;
  guint n_columns;
} EntMatrixRange;

/**
 * EntMatrixLayout:
 * @n_rows: number of rows
 * @n_columns: number of columns
 * @n_total_rows: how many of the last rows are totals
 * @n_total_columns: how many of the last columns are totals
 * @has_append: whether there is an empty row at the end
 * @has_groups: whether there is a band of groups
 * @has_details: whether a column's header has a second, smaller line
 * @has_bars: whether cells have bars under their text
 * @row_width: width of the widest row title
 * @title_width: width of the widest column title
 * @word_width: width of the widest word in column titles
 * @detail_width: width of the widest smaller line under column titles
 * @char_width: mean width of a letter
 * @line_height: height of a line of text
 * @rtl: whether it reads from right to left
 * @width: width of the widget
 * @height: height of the widget
 * @band_height: height of the band of groups
 * @header_height: height of band and column headers together
 * @header_width: width of the row headers
 * @column_width: width of every column
 * @row_height: height of every row
 * @row_lines: lines of text a row's header has room for
 * @title_lines: lines of text a column's title has room for
 * @n_frozen_rows: how many of the last rows stay at the bottom while others scroll under them
 * @n_frozen_columns: how many of the last columns stay at the end while others scroll under them
 * @end_x: how far it can be scrolled
 * @end_y: how far it can be scrolled down
 * @scroll_x: how far it is scrolled from its start, which is the right edge when @rtl
 * @scroll_y: how far it is scrolled down
 *
 * Rows are of one height and columns of one width, so that any number of them costs nothing. The
 * first group of fields comes from the model, the second from the font and the widget, the third is
 * worked out by ent_matrix_layout_fit(). All lengths are whole pixels.
 */
typedef struct {
  guint    n_rows;
  guint    n_columns;
  guint    n_total_rows;
  guint    n_total_columns;
  gboolean has_append;
  gboolean has_groups;
  gboolean has_details;
  gboolean has_bars;
  int      row_width;
  int      title_width;
  int      word_width;
  int      detail_width;

  double   char_width;
  int      line_height;
  gboolean rtl;
  int      width;
  int      height;

  int      band_height;
  int      header_height;
  int      header_width;
  int      column_width;
  int      row_height;
  int      row_lines;
  int      title_lines;
  guint    n_frozen_rows;
  guint    n_frozen_columns;
  int      end_x;
  int      end_y;

  int      scroll_x;
  int      scroll_y;
} EntMatrixLayout;

/**
 * EntMatrixPaneNumber:
 * @ENT_MATRIX_PANE_CELLS: what scrolls
 * @ENT_MATRIX_PANE_COLUMNS: frozen columns, which scroll down only
 * @ENT_MATRIX_PANE_ROWS: frozen rows, which scroll across only
 * @ENT_MATRIX_PANE_BOTH: where both meet
 *
 * The parts into which what is frozen divides the cells. The second and the third make up the
 * fourth, as flags do.
 */
typedef enum {
  ENT_MATRIX_PANE_CELLS = 0,
  ENT_MATRIX_PANE_COLUMNS = 1 << 0,
  ENT_MATRIX_PANE_ROWS = 1 << 1,
  ENT_MATRIX_PANE_BOTH = ENT_MATRIX_PANE_COLUMNS | ENT_MATRIX_PANE_ROWS,
} EntMatrixPaneNumber;

/**
 * EntMatrixPane:
 * @layout: the whole matrix, scrolled so that what belongs into the pane stands there, without
 *   anything frozen
 * @rect: the part of the widget
 * @seen: the cells of which something is seen in it
 *
 * One of these parts. What is drawn by @layout and clipped to @rect is right without a question
 * whether it belongs there: what does not is outside.
 */
typedef struct {
  EntMatrixLayout layout;
  EntMatrixRect   rect;
  EntMatrixRange  seen;
} EntMatrixPane;

/* How large: ent-matrix-layout.c */
void            ent_matrix_layout_measure        (EntMatrixLayout       *layout,
                                                  EntMatrixModel        *model,
                                                  PangoLayout           *title,
                                                  PangoLayout           *detail);
void            ent_matrix_layout_fit            (EntMatrixLayout       *layout);
int             ent_matrix_layout_get_min_width  (const EntMatrixLayout *layout);
int             ent_matrix_layout_get_min_height (const EntMatrixLayout *layout);

/* Where: ent-matrix-places.c */
EntMatrixLayout ent_matrix_layout_at             (const EntMatrixLayout *layout,
                                                  int                    scroll_x,
                                                  int                    scroll_y);
void            ent_matrix_layout_get_size       (const EntMatrixLayout *layout,
                                                  int                   *width,
                                                  int                   *height);
void            ent_matrix_layout_get_content    (const EntMatrixLayout *layout,
                                                  int                   *width,
                                                  int                   *height);
EntMatrixRect   ent_matrix_layout_get_area       (const EntMatrixLayout *layout,
                                                  int                    row,
                                                  int                    column);
EntMatrixRect   ent_matrix_layout_get_body       (const EntMatrixLayout *layout);
EntMatrixRect   ent_matrix_layout_get_rect       (const EntMatrixLayout *layout,
                                                  int                    row,
                                                  int                    column);
EntMatrixRect   ent_matrix_layout_get_range_rect (const EntMatrixLayout *layout,
                                                  const EntMatrixRange  *range);
EntMatrixPart   ent_matrix_layout_pick           (const EntMatrixLayout *layout,
                                                  double                 x,
                                                  double                 y,
                                                  int                   *row,
                                                  int                   *column);
void            ent_matrix_layout_reach          (const EntMatrixLayout *layout,
                                                  int                    row,
                                                  int                    column,
                                                  int                   *scroll_x,
                                                  int                   *scroll_y);
EntMatrixRect   ent_matrix_layout_get_drag_area  (const EntMatrixLayout *layout,
                                                  int                    row,
                                                  int                    column);
gboolean        ent_matrix_layout_get_pane       (const EntMatrixLayout *layout,
                                                  EntMatrixPaneNumber    number,
                                                  EntMatrixPane         *pane);
EntMatrixRect   ent_matrix_pane_get_group_rect   (const EntMatrixPane   *pane,
                                                  guint                  first_column,
                                                  guint                  n_columns);

G_END_DECLS
