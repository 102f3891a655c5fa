/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drawing of matrix cells. A block is drawn in passes (grounds of one tone, lines, texts of one
 * tone, marks), each one path or one run of glyphs. */
#include "config.h"

#include "render/ent-matrix-draw.h"

#include "render/ent-matrix-pen-private.h"
#include "render/ent-matrix-signs-private.h"

#include <math.h>
#include <string.h>

/* What cairo's image surfaces can be at most. */
#define MOST_PIXELS 32767

/* What the cells of a block hold, asked of the model once. */
typedef struct {
  guint        n_columns;
  guint8      *tones;
  const char **texts;
} Cells;

static guint
cell_index (const Cells *cells,
            guint        i,
            guint        j)
{
  return i * cells->n_columns + j;
}

static void
cells_init (Cells                *cells,
            EntMatrixModel       *model,
            const EntMatrixBlock *block)
{
  gsize n = (gsize) block->n_rows * block->n_columns;

  cells->n_columns = block->n_columns;
  cells->tones = g_new (guint8, n);
  cells->texts = g_new (const char *, n);
  for (guint i = 0; i < block->n_rows; i++)
    for (guint j = 0; j < block->n_columns; j++)
      {
        guint row = block->first_row + i;
        guint column = block->first_column + j;
        guint at = cell_index (cells, i, j);

        cells->tones[at] = (guint8) ent_matrix_model_get_cell_tone (model, row, column);
        cells->texts[at] = ent_matrix_model_get_cell_text (model, row, column);
      }
}

static void
cells_clear (Cells *cells)
{
  g_free (cells->tones);
  g_free (cells->texts);
}

static guint32
to_pixel (const EntMatrixColor *color)
{
  return (guint32) lround (color->red * 255) << 16 | (guint32) lround (color->green * 255) << 8
       | (guint32) lround (color->blue * 255);
}

static void
fill_ground_image (cairo_surface_t        *image,
                   const EntMatrixPalette *palette,
                   const Cells            *cells,
                   const EntMatrixBlock   *block)
{
  guint8 *data = cairo_image_surface_get_data (image);
  int stride = cairo_image_surface_get_stride (image);
  gboolean rtl = block->x[block->n_columns] < block->x[0];

  for (guint i = 0; i < block->n_rows; i++)
    {
      int from = (int) lround ((block->y[i] - block->y[0]) / block->unit);
      int to = (int) lround ((block->y[i + 1] - block->y[0]) / block->unit);

      for (int y = from; y < to; y++)
        for (guint j = 0; j < block->n_columns; j++)
          ((guint32 *) (gpointer) (data + y * stride))[rtl ? block->n_columns - 1 - j : j]
            = to_pixel (&palette->tones[cells->tones[cell_index (cells, i, j)]].ground);
    }
}

/* How many units a block is high. */
static double
count_units (const EntMatrixBlock *block)
{
  return round ((block->y[block->n_rows] - block->y[0]) / block->unit);
}

static gboolean
fits_ground_image (const EntMatrixBlock *block)
{
  return block->unit > 0.0 && count_units (block) <= MOST_PIXELS && block->n_columns <= MOST_PIXELS;
}

/* A pixel a column and unit: on paper this costs a tenth of as many rectangles. */
static void
draw_ground_image (cairo_t                *cr,
                   const EntMatrixPalette *palette,
                   const Cells            *cells,
                   const EntMatrixBlock   *block)
{
  double left = MIN (block->x[0], block->x[block->n_columns]);
  double width = fabs (block->x[block->n_columns] - block->x[0]);
  double units = count_units (block);
  cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) block->n_columns,
                                                       (int) units);

  cairo_surface_flush (image);
  fill_ground_image (image, palette, cells, block);
  cairo_surface_mark_dirty (image);
  cairo_save (cr);
  cairo_translate (cr, left, block->y[0]);
  cairo_scale (cr, width / block->n_columns, block->unit);
  cairo_set_source_surface (cr, image, 0.0, 0.0);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_NEAREST);
  cairo_rectangle (cr, 0.0, 0.0, block->n_columns, units);
  cairo_fill (cr);
  cairo_restore (cr);
  cairo_surface_destroy (image);
}

static void
draw_grounds (cairo_t                *cr,
              EntMatrixPen           *pen,
              const EntMatrixPalette *palette,
              const Cells            *cells,
              const EntMatrixBlock   *block)
{
  double left = MIN (block->x[0], block->x[block->n_columns]);
  double right = MAX (block->x[0], block->x[block->n_columns]);

  if (fits_ground_image (block))
    {
      draw_ground_image (cr, palette, cells, block);
      return;
    }

  ent_matrix_set_color (cr, &palette->ground);
  cairo_rectangle (cr, left, block->y[0], right - left, block->y[block->n_rows] - block->y[0]);
  cairo_fill (cr);

  for (EntMatrixTone tone = ENT_MATRIX_TONE_STRONG; tone < ENT_MATRIX_N_TONES; tone++)
    {
      for (guint i = 0; i < block->n_rows; i++)
        for (guint j = 0; j < block->n_columns; j++)
          if (cells->tones[cell_index (cells, i, j)] == tone)
            {
              EntMatrixRect rect = _ent_matrix_inner_rect (pen, block, i, j);

              cairo_rectangle (cr, rect.x, rect.y, rect.width, rect.height);
            }
      ent_matrix_set_color (cr, &palette->tones[tone].ground);
      cairo_fill (cr);
    }
}

static gboolean
ends_group (EntMatrixModel *model,
            guint           column)
{
  return column + 1 < ent_matrix_model_get_n_columns (model) &&
         ent_matrix_model_get_column_group (model, column) !=
           ent_matrix_model_get_column_group (model, column + 1);
}

/* On a screen a line is a rectangle of whole pixels, on paper a stroke: half as many numbers. */
static void
add_line (cairo_t      *cr,
          EntMatrixPen *pen,
          double        x,
          double        y,
          double        width,
          double        height)
{
  double half = pen->line_width / 2.0;

  if (pen->line_width >= 1.0)
    {
      cairo_rectangle (cr, x, y, width, height);
      return;
    }
  cairo_move_to (cr, x + (width > height ? 0.0 : half), y + (width > height ? half : 0.0));
  cairo_line_to (cr, x + (width > height ? width : half), y + (width > height ? half : height));
}

static void
finish_lines (cairo_t              *cr,
              EntMatrixPen         *pen,
              const EntMatrixColor *color)
{
  ent_matrix_set_color (cr, color);
  cairo_set_line_width (cr, pen->line_width);
  if (pen->line_width >= 1.0)
    cairo_fill (cr);
  else
    cairo_stroke (cr);
}

static void
add_column_line (cairo_t              *cr,
                 EntMatrixPen         *pen,
                 const EntMatrixBlock *block,
                 guint                 j)
{
  double end = block->x[j + 1];
  double left = block->x[j] < end ? end - pen->line_width : end;

  add_line (cr, pen, left, block->y[0], pen->line_width, block->y[block->n_rows] - block->y[0]);
}

static void
draw_lines (cairo_t                *cr,
            EntMatrixPen           *pen,
            const EntMatrixPalette *palette,
            EntMatrixModel         *model,
            const EntMatrixBlock   *block)
{
  double left = MIN (block->x[0], block->x[block->n_columns]);
  double right = MAX (block->x[0], block->x[block->n_columns]);

  for (guint i = 0; i < block->n_rows; i++)
    add_line (cr, pen, left, block->y[i + 1] - pen->line_width, right - left, pen->line_width);
  for (guint j = 0; j < block->n_columns; j++)
    add_column_line (cr, pen, block, j);
  finish_lines (cr, pen, &palette->line);

  for (guint j = 0; j < block->n_columns; j++)
    if (ends_group (model, block->first_column + j))
      add_column_line (cr, pen, block, j);
  finish_lines (cr, pen, &palette->group_line);
}

/* The first tone whose text has the same colour: their texts go into one run, row by row. */
static guint
text_batch (const EntMatrixPalette *palette,
            guint                   tone)
{
  for (guint t = 0; t < tone; t++)
    if (memcmp (&palette->tones[t].text, &palette->tones[tone].text, sizeof (EntMatrixColor)) == 0)
      return t;
  return tone;
}

static void
draw_texts (cairo_t                *cr,
            EntMatrixPen           *pen,
            const EntMatrixPalette *palette,
            EntMatrixModel         *model,
            const Cells            *cells,
            const EntMatrixBlock   *block)
{
  gboolean has_bars = ent_matrix_model_has_bars (model);
  EntMatrixBatch batches[ENT_MATRIX_N_TONES];
  guint batch_of[ENT_MATRIX_N_TONES];

  for (guint t = 0; t < ENT_MATRIX_N_TONES; t++)
    {
      batches[t] = _ent_matrix_batch_init (cr, &palette->tones[t].text);
      batch_of[t] = text_batch (palette, t);
    }
  for (guint i = 0; i < block->n_rows; i++)
    for (guint j = 0; j < block->n_columns; j++)
      {
        guint at = cell_index (cells, i, j);
        EntMatrixRect rect = _ent_matrix_inner_rect (pen, block, i, j);

        if (has_bars)
          rect.height -= _ent_matrix_get_bars_height (&rect);
        if (*cells->texts[at] != '\0')
          _ent_matrix_batch_add_text (&batches[batch_of[cells->tones[at]]], pen, cells->texts[at],
                                      &rect);
      }
  for (guint t = 0; t < ENT_MATRIX_N_TONES; t++)
    _ent_matrix_batch_finish (&batches[t]);
}

static gboolean
needs_outline (guint tone)
{
  return tone != ENT_MATRIX_TONE_NONE && tone != ENT_MATRIX_TONE_SUMMARY;
}

static void
draw_outlines (cairo_t                *cr,
               EntMatrixPen           *pen,
               const EntMatrixPalette *palette,
               const Cells            *cells,
               const EntMatrixBlock   *block)
{
  double lw = pen->line_width;

  for (guint i = 0; i < block->n_rows; i++)
    for (guint j = 0; j < block->n_columns; j++)
      if (needs_outline (cells->tones[cell_index (cells, i, j)]))
        {
          EntMatrixRect rect = _ent_matrix_inner_rect (pen, block, i, j);

          cairo_rectangle (cr, rect.x + 1.5 * lw, rect.y + 1.5 * lw, rect.width - 3.0 * lw,
                           rect.height - 3.0 * lw);
        }
  ent_matrix_set_color (cr, &palette->group_line);
  cairo_set_line_width (cr, lw);
  cairo_stroke (cr);
}

/**
 * ent_matrix_draw_block:
 * @cr: where to draw
 * @pen: the pen
 * @palette: the colours
 * @model: what to draw
 * @block: which cells, and their edges
 *
 * Draws a block of cells: grounds, lines, bars, texts, marks and signs.
 */
void
ent_matrix_draw_block (cairo_t                *cr,
                       EntMatrixPen           *pen,
                       const EntMatrixPalette *palette,
                       EntMatrixModel         *model,
                       const EntMatrixBlock   *block)
{
  Cells cells;

  g_return_if_fail (cr != NULL);
  g_return_if_fail (pen != NULL);
  g_return_if_fail (palette != NULL);
  g_return_if_fail (ENT_IS_MATRIX_MODEL (model));
  g_return_if_fail (block != NULL);

  if (block->n_rows == 0 || block->n_columns == 0)
    return;
  cells_init (&cells, model, block);
  cairo_save (cr);
  draw_grounds (cr, pen, palette, &cells, block);
  draw_lines (cr, pen, palette, model, block);
  if (palette->outline)
    draw_outlines (cr, pen, palette, &cells, block);
  if (ent_matrix_model_has_bars (model))
    _ent_matrix_draw_bars (cr, pen, palette, model, block);
  draw_texts (cr, pen, palette, model, &cells, block);
  _ent_matrix_draw_corners (cr, pen, palette, model, block);
  cairo_restore (cr);
  cells_clear (&cells);
}
