/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The colours of a matrix: on a light and a dark screen, in high contrast, and on paper. */
#pragma once

#include "render/ent-matrix-model.h"

#include <cairo.h>

G_BEGIN_DECLS

#define ENT_MATRIX_N_TONES (ENT_MATRIX_TONE_AGAINST_4 + 1)

/**
 * EntMatrixColor:
 * @red: 0…1
 * @green: 0…1
 * @blue: 0…1
 *
 * An opaque colour.
 */
typedef struct {
  double red;
  double green;
  double blue;
} EntMatrixColor;

/**
 * EntMatrixInk:
 * @ground: a ground
 * @text: text that stands on it
 *
 * A pair of colours.
 */
typedef struct {
  EntMatrixColor ground;
  EntMatrixColor text;
} EntMatrixInk;

/**
 * EntMatrixLook:
 *
 * The palettes there are.
 */
typedef enum {
  ENT_MATRIX_LOOK_LIGHT,
  ENT_MATRIX_LOOK_DARK,
  ENT_MATRIX_LOOK_LIGHT_CONTRAST,
  ENT_MATRIX_LOOK_DARK_CONTRAST,
  ENT_MATRIX_LOOK_PRINT,
} EntMatrixLook;

#define ENT_MATRIX_N_LOOKS (ENT_MATRIX_LOOK_PRINT + 1)

/**
 * EntMatrixPalette:
 * @ground: behind cells
 * @header: behind headers
 * @text: titles, and text of plain cells
 * @dim: second lines and prompts
 * @line: between cells
 * @group_line: between groups, and between headers and cells
 * @tones: ground and text of a cell of each tone
 * @error: the shape that marks an error
 * @on_error: the sign in it
 * @note: the shape that marks a question
 * @on_note: the sign in it
 * @outline: whether every cell that holds something is also framed
 *
 * Texts reach a contrast of 4.5 to 1 on what they stand on, 7 to 1 in high contrast.
 */
typedef struct {
  EntMatrixColor ground;
  EntMatrixColor header;
  EntMatrixColor text;
  EntMatrixColor dim;
  EntMatrixColor line;
  EntMatrixColor group_line;
  EntMatrixInk   tones[ENT_MATRIX_N_TONES];
  EntMatrixColor error;
  EntMatrixColor on_error;
  EntMatrixColor note;
  EntMatrixColor on_note;
  gboolean       outline;
} EntMatrixPalette;

const EntMatrixPalette *ent_matrix_palette_get    (EntMatrixLook         look);
double                  ent_matrix_color_contrast (const EntMatrixColor *a,
                                                   const EntMatrixColor *b);
void                    ent_matrix_set_color      (cairo_t              *cr,
                                                   const EntMatrixColor *color);

G_END_DECLS
