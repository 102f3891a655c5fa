/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drawing of matrix cells, titles and marks, the same on screen and on paper. */
#pragma once

#include "render/ent-matrix-palette.h"

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/**
 * EntMatrixRect:
 * @x: left edge
 * @y: top edge
 * @width: width
 * @height: height
 *
 * A rectangle in the units of the surface: pixels or points.
 */
typedef struct {
  double x;
  double y;
  double width;
  double height;
} EntMatrixRect;

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

/**
 * EntMatrixPen:
 *
 * A font for cells, a thickness for lines, and the glyphs of the texts drawn so far: cells repeat
 * few texts often, so each is shaped once.
 */
typedef struct _EntMatrixPen EntMatrixPen;

EntMatrixPen *ent_matrix_pen_new        (PangoContext               *context,
                                         const PangoFontDescription *font,
                                         double                      line_width);
void          ent_matrix_pen_free       (EntMatrixPen               *pen);
double        ent_matrix_pen_get_width  (EntMatrixPen               *pen,
                                         const char                 *text);

void          ent_matrix_draw_block     (cairo_t                    *cr,
                                         EntMatrixPen               *pen,
                                         const EntMatrixPalette     *palette,
                                         EntMatrixModel             *model,
                                         const EntMatrixBlock       *block);
void          ent_matrix_draw_cell_text (cairo_t                    *cr,
                                         EntMatrixPen               *pen,
                                         const EntMatrixColor       *color,
                                         const char                 *text,
                                         const EntMatrixRect        *rect);
void          ent_matrix_draw_mark      (cairo_t                    *cr,
                                         EntMatrixPen               *pen,
                                         const EntMatrixPalette     *palette,
                                         EntMatrixMark               mark,
                                         double                      x,
                                         double                      y,
                                         double                      size);
void          ent_matrix_set_color      (cairo_t                    *cr,
                                         const EntMatrixColor       *color);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntMatrixPen, ent_matrix_pen_free)

G_END_DECLS
