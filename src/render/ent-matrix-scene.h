/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Draws the parts of a matrix on a screen: cells, headers, groups. */
#pragma once

#include "render/ent-matrix-layout.h"

G_BEGIN_DECLS

/**
 * EntMatrixScene:
 * @model: what is drawn
 * @layout: where; its scroll position is left out of account
 * @palette: in which colours
 * @pen: with which letters, in cells
 * @title: in which font, in headers
 * @detail: in which smaller font
 * @bold: in which font, for groups
 *
 * All that drawing needs. Everything is drawn where it stands when nothing is scrolled, so that
 * what was drawn once can be shown at any scroll position by moving it.
 */
typedef struct {
  EntMatrixModel   *model;
  EntMatrixLayout   layout;
  EntMatrixPalette  palette;
  EntMatrixPen     *pen;
  PangoLayout      *title;
  PangoLayout      *detail;
  PangoLayout      *bold;
} EntMatrixScene;

void ent_matrix_scene_init                (EntMatrixScene             *scene);
void ent_matrix_scene_clear               (EntMatrixScene             *scene);
void ent_matrix_scene_set_font            (EntMatrixScene             *scene,
                                           PangoContext               *context);
void ent_matrix_scene_draw_cells          (const EntMatrixScene       *scene,
                                           cairo_t                    *cr,
                                           const EntMatrixRange       *range);
void ent_matrix_scene_draw_row_headers    (const EntMatrixScene       *scene,
                                           cairo_t                    *cr,
                                           const EntMatrixRange       *range);
void ent_matrix_scene_draw_column_headers (const EntMatrixScene       *scene,
                                           cairo_t                    *cr,
                                           const EntMatrixRange       *range);
void ent_matrix_scene_draw_group          (const EntMatrixScene       *scene,
                                           cairo_t                    *cr,
                                           guint                       group,
                                           const EntMatrixRect        *rect);
void ent_matrix_scene_draw_corner         (const EntMatrixScene       *scene,
                                           cairo_t                    *cr);
void ent_matrix_scene_draw_append         (const EntMatrixScene       *scene,
                                           cairo_t                    *cr,
                                           gboolean                    with_prompt);

G_END_DECLS
