/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts and marks of matrix cells, and what they are written with. */
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

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntMatrixPen, ent_matrix_pen_free)

G_END_DECLS
