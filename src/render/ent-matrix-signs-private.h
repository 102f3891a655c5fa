/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands in a cell beside its text: corners that mark it, and bars under it. */
#pragma once

#include "render/ent-matrix-draw.h"
#include "render/ent-matrix-pen-private.h"

G_BEGIN_DECLS

EntMatrixRect _ent_matrix_inner_rect      (const EntMatrixPen     *pen,
                                           const EntMatrixBlock   *block,
                                           guint                   i,
                                           guint                   j);
double        _ent_matrix_get_bars_height (const EntMatrixRect    *rect);
void          _ent_matrix_draw_bars       (cairo_t                *cr,
                                           EntMatrixPen           *pen,
                                           const EntMatrixPalette *palette,
                                           EntMatrixModel         *model,
                                           const EntMatrixBlock   *block);
void          _ent_matrix_draw_corners    (cairo_t                *cr,
                                           EntMatrixPen           *pen,
                                           const EntMatrixPalette *palette,
                                           EntMatrixModel         *model,
                                           const EntMatrixBlock   *block);

G_END_DECLS
