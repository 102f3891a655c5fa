/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the pen and the drawing of blocks share: texts of one colour collected over many cells. */
#pragma once

#include "render/ent-matrix-pen.h"

G_BEGIN_DECLS

struct _EntMatrixPen {
  PangoLayout *layout;
  GHashTable  *shaped; /* text → Shaped */
  double       line_width;
  double       cap_height;
};

/* Glyphs of one colour collected over many cells. */
typedef struct {
  cairo_t              *cr;
  const EntMatrixColor *color;
  cairo_scaled_font_t  *font;
  GArray               *glyphs;
} EntMatrixBatch;

EntMatrixBatch _ent_matrix_batch_init     (cairo_t              *cr,
                                           const EntMatrixColor *color);
void           _ent_matrix_batch_add_text (EntMatrixBatch       *batch,
                                           EntMatrixPen         *pen,
                                           const char           *text,
                                           const EntMatrixRect  *rect);
void           _ent_matrix_batch_finish   (EntMatrixBatch       *batch);

G_END_DECLS
