/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drawing of a block of matrix cells, the same on screen and on paper. */
#pragma once

#include "render/ent-matrix-pen.h"

G_BEGIN_DECLS

/**
 * EntMatrixBlock:
 * @first_row: first row drawn
 * @n_rows: number of rows
 * @first_column: first column drawn
 * @n_columns: number of columns
 * @x: (array): the @n_columns + 1 edges of the columns in their order; from right to left they
 *   descend
 * @y: (array): the @n_rows + 1 edges of the rows, ascending
 * @unit: if all columns have one width and all heights of rows are multiples of this, the grounds
 *   are drawn as one small image, which keeps files small; 0 otherwise
 *
 * Which cells to draw and where. A cell reaches from one edge to the next; the line that closes it
 * lies inside of it, at its end and at its bottom.
 */
typedef struct {
  guint         first_row;
  guint         n_rows;
  guint         first_column;
  guint         n_columns;
  const double *x;
  const double *y;
  double        unit;
} EntMatrixBlock;

void ent_matrix_draw_block (cairo_t                *cr,
                            EntMatrixPen           *pen,
                            const EntMatrixPalette *palette,
                            EntMatrixModel         *model,
                            const EntMatrixBlock   *block);

G_END_DECLS
