/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The colours of a matrix, as constant tables. */
#include "config.h"

#include "render/ent-matrix-palette.h"

#include <math.h>

#define RGB(hex) \
  { ((hex) >> 16 & 0xff) / 255.0, ((hex) >> 8 & 0xff) / 255.0, ((hex) & 0xff) / 255.0 }

static const EntMatrixPalette palettes[] = {
  [ENT_MATRIX_LOOK_LIGHT] = {
    .ground = RGB (0xffffff),
    .header = RGB (0xf6f5f4),
    .text = RGB (0x2b2b2e),
    .dim = RGB (0x5e5c64),
    .line = RGB (0xe4e2e0),
    .group_line = RGB (0xa8a5a2),
    .tones = {
      [ENT_MATRIX_TONE_NONE] = { RGB (0xffffff), RGB (0x2b2b2e) },
      [ENT_MATRIX_TONE_STRONG] = { RGB (0x1a62bd), RGB (0xffffff) },
      [ENT_MATRIX_TONE_MEDIUM] = { RGB (0xa5caf4), RGB (0x0d2440) },
      [ENT_MATRIX_TONE_LIGHT] = { RGB (0xdeebfa), RGB (0x17406f) },
      [ENT_MATRIX_TONE_FAINT] = { RGB (0xf3f3f5), RGB (0x55535b) },
      [ENT_MATRIX_TONE_SUMMARY] = { RGB (0xf6f5f4), RGB (0x2b2b2e) },
      [ENT_MATRIX_TONE_ZERO] = { RGB (0xececec), RGB (0x3d3b42) },
      [ENT_MATRIX_TONE_FOR_1] = { RGB (0xe3eef9), RGB (0x17406f) },
      [ENT_MATRIX_TONE_FOR_2] = { RGB (0xb9d6f2), RGB (0x0d2440) },
      [ENT_MATRIX_TONE_FOR_3] = { RGB (0x6ba6dc), RGB (0x07182b) },
      [ENT_MATRIX_TONE_FOR_4] = { RGB (0x1f5fa8), RGB (0xffffff) },
      [ENT_MATRIX_TONE_AGAINST_1] = { RGB (0xfdeedd), RGB (0x6b3000) },
      [ENT_MATRIX_TONE_AGAINST_2] = { RGB (0xfad0a0), RGB (0x4a2200) },
      [ENT_MATRIX_TONE_AGAINST_3] = { RGB (0xee9a4a), RGB (0x2e1500) },
      [ENT_MATRIX_TONE_AGAINST_4] = { RGB (0xa8480b), RGB (0xffffff) },
    },
    .error = RGB (0xc01c28),
    .on_error = RGB (0xffffff),
    .note = RGB (0x8a5200),
    .on_note = RGB (0xffffff),
  },
  [ENT_MATRIX_LOOK_DARK] = {
    .ground = RGB (0x1e1e1e),
    .header = RGB (0x282828),
    .text = RGB (0xf2f2f2),
    .dim = RGB (0xb4b2b0),
    .line = RGB (0x353535),
    .group_line = RGB (0x747270),
    .tones = {
      [ENT_MATRIX_TONE_NONE] = { RGB (0x1e1e1e), RGB (0xf2f2f2) },
      [ENT_MATRIX_TONE_STRONG] = { RGB (0x82b6f2), RGB (0x071a30) },
      [ENT_MATRIX_TONE_MEDIUM] = { RGB (0x1f5293), RGB (0xffffff) },
      [ENT_MATRIX_TONE_LIGHT] = { RGB (0x24384f), RGB (0xc4dcf8) },
      [ENT_MATRIX_TONE_FAINT] = { RGB (0x2a2b2e), RGB (0xc0bfbc) },
      [ENT_MATRIX_TONE_SUMMARY] = { RGB (0x282828), RGB (0xf2f2f2) },
      [ENT_MATRIX_TONE_ZERO] = { RGB (0x3a3a3a), RGB (0xe6e6e6) },
      [ENT_MATRIX_TONE_FOR_1] = { RGB (0x22344a), RGB (0xc4dcf8) },
      [ENT_MATRIX_TONE_FOR_2] = { RGB (0x264d78), RGB (0xffffff) },
      [ENT_MATRIX_TONE_FOR_3] = { RGB (0x356fab), RGB (0xffffff) },
      [ENT_MATRIX_TONE_FOR_4] = { RGB (0x8fc1f5), RGB (0x071a30) },
      [ENT_MATRIX_TONE_AGAINST_1] = { RGB (0x40301f), RGB (0xfbdcb8) },
      [ENT_MATRIX_TONE_AGAINST_2] = { RGB (0x6b431b), RGB (0xffffff) },
      [ENT_MATRIX_TONE_AGAINST_3] = { RGB (0xa05a12), RGB (0xffffff) },
      [ENT_MATRIX_TONE_AGAINST_4] = { RGB (0xfbb769), RGB (0x2b1500) },
    },
    .error = RGB (0xff8a85),
    .on_error = RGB (0x2b0507),
    .note = RGB (0xf6c95f),
    .on_note = RGB (0x2b1d00),
  },
  [ENT_MATRIX_LOOK_LIGHT_CONTRAST] = {
    .ground = RGB (0xffffff),
    .header = RGB (0xf0f0f0),
    .text = RGB (0x000000),
    .dim = RGB (0x303030),
    .line = RGB (0x8c8c8c),
    .group_line = RGB (0x000000),
    .tones = {
      [ENT_MATRIX_TONE_NONE] = { RGB (0xffffff), RGB (0x000000) },
      [ENT_MATRIX_TONE_STRONG] = { RGB (0x083a7a), RGB (0xffffff) },
      [ENT_MATRIX_TONE_MEDIUM] = { RGB (0xb8d8fa), RGB (0x000000) },
      [ENT_MATRIX_TONE_LIGHT] = { RGB (0xffffff), RGB (0x000000) },
      [ENT_MATRIX_TONE_FAINT] = { RGB (0xffffff), RGB (0x000000) },
      [ENT_MATRIX_TONE_SUMMARY] = { RGB (0xf0f0f0), RGB (0x000000) },
      [ENT_MATRIX_TONE_ZERO] = { RGB (0xe4e4e4), RGB (0x000000) },
      [ENT_MATRIX_TONE_FOR_1] = { RGB (0xe8f2fc), RGB (0x000000) },
      [ENT_MATRIX_TONE_FOR_2] = { RGB (0xc4dffa), RGB (0x000000) },
      [ENT_MATRIX_TONE_FOR_3] = { RGB (0x8cc0f0), RGB (0x000000) },
      [ENT_MATRIX_TONE_FOR_4] = { RGB (0x083a7a), RGB (0xffffff) },
      [ENT_MATRIX_TONE_AGAINST_1] = { RGB (0xfff2e4), RGB (0x000000) },
      [ENT_MATRIX_TONE_AGAINST_2] = { RGB (0xffdcb4), RGB (0x000000) },
      [ENT_MATRIX_TONE_AGAINST_3] = { RGB (0xffb870), RGB (0x000000) },
      [ENT_MATRIX_TONE_AGAINST_4] = { RGB (0x6e2c00), RGB (0xffffff) },
    },
    .error = RGB (0x9c0010),
    .on_error = RGB (0xffffff),
    .note = RGB (0x5c3600),
    .on_note = RGB (0xffffff),
    .outline = TRUE,
  },
  [ENT_MATRIX_LOOK_DARK_CONTRAST] = {
    .ground = RGB (0x000000),
    .header = RGB (0x1a1a1a),
    .text = RGB (0xffffff),
    .dim = RGB (0xdedede),
    .line = RGB (0x808080),
    .group_line = RGB (0xffffff),
    .tones = {
      [ENT_MATRIX_TONE_NONE] = { RGB (0x000000), RGB (0xffffff) },
      [ENT_MATRIX_TONE_STRONG] = { RGB (0xa8d0ff), RGB (0x000000) },
      [ENT_MATRIX_TONE_MEDIUM] = { RGB (0x123a6b), RGB (0xffffff) },
      [ENT_MATRIX_TONE_LIGHT] = { RGB (0x000000), RGB (0xffffff) },
      [ENT_MATRIX_TONE_FAINT] = { RGB (0x000000), RGB (0xffffff) },
      [ENT_MATRIX_TONE_SUMMARY] = { RGB (0x1a1a1a), RGB (0xffffff) },
      [ENT_MATRIX_TONE_ZERO] = { RGB (0x303030), RGB (0xffffff) },
      [ENT_MATRIX_TONE_FOR_1] = { RGB (0x0a1a2e), RGB (0xffffff) },
      [ENT_MATRIX_TONE_FOR_2] = { RGB (0x123a6b), RGB (0xffffff) },
      [ENT_MATRIX_TONE_FOR_3] = { RGB (0x174f96), RGB (0xffffff) },
      [ENT_MATRIX_TONE_FOR_4] = { RGB (0xa8d0ff), RGB (0x000000) },
      [ENT_MATRIX_TONE_AGAINST_1] = { RGB (0x2a1800), RGB (0xffffff) },
      [ENT_MATRIX_TONE_AGAINST_2] = { RGB (0x4d2c00), RGB (0xffffff) },
      [ENT_MATRIX_TONE_AGAINST_3] = { RGB (0x6e3f00), RGB (0xffffff) },
      [ENT_MATRIX_TONE_AGAINST_4] = { RGB (0xffc683), RGB (0x000000) },
    },
    .error = RGB (0xffaaa6),
    .on_error = RGB (0x000000),
    .note = RGB (0xffdc82),
    .on_note = RGB (0x000000),
    .outline = TRUE,
  },
  [ENT_MATRIX_LOOK_PRINT] = {
    .ground = RGB (0xffffff),
    .header = RGB (0xf2f2f2),
    .text = RGB (0x000000),
    .dim = RGB (0x444444),
    .line = RGB (0xbdbdbd),
    .group_line = RGB (0x4a4a4a),
    .tones = {
      [ENT_MATRIX_TONE_NONE] = { RGB (0xffffff), RGB (0x000000) },
      [ENT_MATRIX_TONE_STRONG] = { RGB (0x1c4f8f), RGB (0xffffff) },
      [ENT_MATRIX_TONE_MEDIUM] = { RGB (0xb9d4f3), RGB (0x000000) },
      [ENT_MATRIX_TONE_LIGHT] = { RGB (0xe6f0fb), RGB (0x000000) },
      [ENT_MATRIX_TONE_FAINT] = { RGB (0xffffff), RGB (0x000000) },
      [ENT_MATRIX_TONE_SUMMARY] = { RGB (0xf2f2f2), RGB (0x000000) },
      [ENT_MATRIX_TONE_ZERO] = { RGB (0xe6e6e6), RGB (0x000000) },
      [ENT_MATRIX_TONE_FOR_1] = { RGB (0xe6f0fb), RGB (0x000000) },
      [ENT_MATRIX_TONE_FOR_2] = { RGB (0xbcd7f3), RGB (0x000000) },
      [ENT_MATRIX_TONE_FOR_3] = { RGB (0x7ab0e2), RGB (0x000000) },
      [ENT_MATRIX_TONE_FOR_4] = { RGB (0x1c4f8f), RGB (0xffffff) },
      [ENT_MATRIX_TONE_AGAINST_1] = { RGB (0xfdf0e1), RGB (0x000000) },
      [ENT_MATRIX_TONE_AGAINST_2] = { RGB (0xfad3a6), RGB (0x000000) },
      [ENT_MATRIX_TONE_AGAINST_3] = { RGB (0xefa156), RGB (0x000000) },
      [ENT_MATRIX_TONE_AGAINST_4] = { RGB (0x8f3d06), RGB (0xffffff) },
    },
    .error = RGB (0xa8000f),
    .on_error = RGB (0xffffff),
    .note = RGB (0x6b4000),
    .on_note = RGB (0xffffff),
  },
};

G_STATIC_ASSERT (G_N_ELEMENTS (palettes) == ENT_MATRIX_N_LOOKS);

static double
linear (double value)
{
  return value <= 0.04045 ? value / 12.92 : pow ((value + 0.055) / 1.055, 2.4);
}

static double
luminance (const EntMatrixColor *color)
{
  return 0.2126 * linear (color->red) + 0.7152 * linear (color->green)
         + 0.0722 * linear (color->blue);
}

/**
 * ent_matrix_palette_get:
 * @look: where the matrix is drawn
 *
 * Returns: (transfer none): its colours
 */
const EntMatrixPalette *
ent_matrix_palette_get (EntMatrixLook look)
{
  g_return_val_if_fail ((guint) look < ENT_MATRIX_N_LOOKS, &palettes[ENT_MATRIX_LOOK_LIGHT]);

  return &palettes[look];
}

/**
 * ent_matrix_color_contrast:
 * @a: a colour
 * @b: another
 *
 * The contrast ratio of WCAG 2.1: (L1 + 0.05) / (L2 + 0.05), the lighter relative luminance first.
 *
 * Returns: 1 (the same) to 21 (black and white)
 */
double
ent_matrix_color_contrast (const EntMatrixColor *a,
                           const EntMatrixColor *b)
{
  double la, lb;

  g_return_val_if_fail (a != NULL, 1.0);
  g_return_val_if_fail (b != NULL, 1.0);

  la = luminance (a);
  lb = luminance (b);
  return (MAX (la, lb) + 0.05) / (MIN (la, lb) + 0.05);
}

/**
 * ent_matrix_set_color:
 * @cr: a context
 * @color: a colour
 *
 * Makes @color the source of @cr.
 */
void
ent_matrix_set_color (cairo_t              *cr,
                      const EntMatrixColor *color)
{
  g_return_if_fail (cr != NULL);
  g_return_if_fail (color != NULL);

  cairo_set_source_rgb (cr, color->red, color->green, color->blue);
}
