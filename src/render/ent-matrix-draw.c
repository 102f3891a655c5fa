/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drawing of matrix cells, titles and marks.
 *
 * A block is drawn in passes (grounds of one tone, lines, texts of one tone, marks), each one path
 * or one run of glyphs: a Pango layout a cell would cost ten times as much on screen and on paper. */
#include "config.h"

#include "render/ent-matrix-draw.h"

#include <math.h>
#include <string.h>

/* Texts of cells are few; a model with endless ones must not fill the memory. */
#define MAX_SHAPED 1024

/* Part of a cell's height kept free on both sides of a text that is too long for its cell. */
#define TEXT_PAD 0.12

typedef struct {
  cairo_scaled_font_t *font;
  GArray              *glyphs; /* cairo_glyph_t, relative to the start of the base line */
} Run;

typedef struct {
  double   width;
  GArray  *runs;    /* Run */
  gboolean special; /* has glyphs only Pango can draw */
} Shaped;

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
} Batch;

static void
run_clear (gpointer data)
{
  Run *run = data;

  g_clear_pointer (&run->font, cairo_scaled_font_destroy);
  g_clear_pointer (&run->glyphs, g_array_unref);
}

static void
shaped_free (gpointer data)
{
  Shaped *shaped = data;

  g_array_unref (shaped->runs);
  g_free (shaped);
}

/* Adds the glyphs of one Pango run at x (Pango units); returns where the next begins. */
static int
shaped_add_run (Shaped         *shaped,
                PangoGlyphItem *item,
                int             x)
{
  PangoFont *font = item->item->analysis.font;
  Run run = { NULL, g_array_new (FALSE, FALSE, sizeof (cairo_glyph_t)) };

  run.font = cairo_scaled_font_reference (pango_cairo_font_get_scaled_font (PANGO_CAIRO_FONT (font)));
  for (int i = 0; i < item->glyphs->num_glyphs; i++)
    {
      PangoGlyphInfo *info = &item->glyphs->glyphs[i];
      cairo_glyph_t glyph = {
        info->glyph,
        pango_units_to_double (x + info->geometry.x_offset),
        pango_units_to_double (info->geometry.y_offset),
      };

      if (info->glyph & PANGO_GLYPH_UNKNOWN_FLAG)
        shaped->special = TRUE;
      if (info->glyph != PANGO_GLYPH_EMPTY)
        g_array_append_val (run.glyphs, glyph);
      x += info->geometry.width;
    }
  g_array_append_val (shaped->runs, run);
  return x;
}

static Shaped *
shape (EntMatrixPen *pen,
       const char   *text)
{
  Shaped *shaped = g_new0 (Shaped, 1);
  int x = 0;

  shaped->runs = g_array_new (FALSE, FALSE, sizeof (Run));
  g_array_set_clear_func (shaped->runs, run_clear);
  pango_layout_set_width (pen->layout, -1);
  pango_layout_set_text (pen->layout, text, -1);
  for (GSList *l = pango_layout_get_line_readonly (pen->layout, 0)->runs; l != NULL; l = l->next)
    x = shaped_add_run (shaped, l->data, x);
  shaped->width = pango_units_to_double (x);
  return shaped;
}

static const Shaped *
lookup (EntMatrixPen *pen,
        const char   *text)
{
  Shaped *shaped = g_hash_table_lookup (pen->shaped, text);

  if (shaped == NULL)
    {
      if (g_hash_table_size (pen->shaped) >= MAX_SHAPED)
        g_hash_table_remove_all (pen->shaped);
      shaped = shape (pen, text);
      g_hash_table_insert (pen->shaped, g_strdup (text), shaped);
    }
  return shaped;
}

/* Whole pixels keep letters crisp; on paper half a point keeps the file small. */
static double
snap (EntMatrixPen *pen,
      double        value)
{
  return pen->line_width >= 1.0 ? round (value) : round (value * 2.0) / 2.0;
}

static Batch
batch_init (cairo_t              *cr,
            const EntMatrixColor *color)
{
  return (Batch) { cr, color, NULL, g_array_new (FALSE, FALSE, sizeof (cairo_glyph_t)) };
}

static void
batch_flush (Batch *batch)
{
  if (batch->glyphs->len == 0)
    return;
  ent_matrix_set_color (batch->cr, batch->color);
  cairo_set_scaled_font (batch->cr, batch->font);
  cairo_show_glyphs (batch->cr, (cairo_glyph_t *) (gpointer) batch->glyphs->data,
                     (int) batch->glyphs->len);
  g_array_set_size (batch->glyphs, 0);
}

static void
batch_finish (Batch *batch)
{
  batch_flush (batch);
  g_clear_pointer (&batch->font, cairo_scaled_font_destroy);
  g_clear_pointer (&batch->glyphs, g_array_unref);
}

static void
batch_add (Batch        *batch,
           const Shaped *shaped,
           double        x,
           double        y)
{
  for (guint i = 0; i < shaped->runs->len; i++)
    {
      Run *run = &g_array_index (shaped->runs, Run, i);

      if (run->font != batch->font)
        {
          batch_flush (batch);
          g_clear_pointer (&batch->font, cairo_scaled_font_destroy);
          batch->font = cairo_scaled_font_reference (run->font);
        }
      for (guint j = 0; j < run->glyphs->len; j++)
        {
          cairo_glyph_t glyph = g_array_index (run->glyphs, cairo_glyph_t, j);

          glyph.x += x;
          glyph.y += y;
          g_array_append_val (batch->glyphs, glyph);
        }
    }
}

/* A text with glyphs only Pango can draw, or too long for its cell: Pango shortens it. */
static void
draw_long_text (cairo_t              *cr,
                EntMatrixPen         *pen,
                const EntMatrixColor *color,
                const char           *text,
                const EntMatrixRect  *rect,
                double                pad)
{
  int width, height;

  pango_layout_set_text (pen->layout, text, -1);
  pango_layout_set_width (pen->layout, pango_units_from_double (MAX (rect->width - 2.0 * pad, 0.0)));
  pango_layout_get_size (pen->layout, &width, &height);
  ent_matrix_set_color (cr, color);
  cairo_move_to (cr, rect->x + pad,
                 snap (pen, rect->y + (rect->height - pango_units_to_double (height)) / 2.0));
  pango_cairo_show_layout (cr, pen->layout);
  pango_layout_set_width (pen->layout, -1);
}

static void
add_text (Batch               *batch,
          EntMatrixPen        *pen,
          const char          *text,
          const EntMatrixRect *rect)
{
  const Shaped *shaped = lookup (pen, text);
  double pad = rect->height * TEXT_PAD;

  if (shaped->special || shaped->width > rect->width - 2.0 * pad)
    draw_long_text (batch->cr, pen, batch->color, text, rect, pad);
  else
    batch_add (batch, shaped, snap (pen, rect->x + (rect->width - shaped->width) / 2.0),
               snap (pen, rect->y + (rect->height + pen->cap_height) / 2.0));
}

/* The cell without the lines that close it. */
static EntMatrixRect
inner_rect (EntMatrixPen         *pen,
            const EntMatrixBlock *block,
            guint                 i,
            guint                 j)
{
  double start = block->x[j];
  double end = block->x[j + 1];
  double lw = pen->line_width;

  return (EntMatrixRect) {
    start < end ? start : end + lw,
    block->y[i],
    fabs (end - start) - lw,
    block->y[i + 1] - block->y[i] - lw,
  };
}

/* What the cells of a block hold, asked of the model once. */
typedef struct {
  guint        n_columns;
  guint8      *tones;
  guint8      *marks;
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
  cells->marks = g_new (guint8, n);
  cells->texts = g_new (const char *, n);
  for (guint i = 0; i < block->n_rows; i++)
    for (guint j = 0; j < block->n_columns; j++)
      {
        guint row = block->first_row + i;
        guint column = block->first_column + j;
        guint at = cell_index (cells, i, j);

        cells->tones[at] = (guint8) ent_matrix_model_get_cell_tone (model, row, column);
        cells->marks[at] = (guint8) ent_matrix_model_get_cell_mark (model, row, column);
        cells->texts[at] = ent_matrix_model_get_cell_text (model, row, column);
      }
}

static void
cells_clear (Cells *cells)
{
  g_free (cells->tones);
  g_free (cells->marks);
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
            = to_pixel (&palette->tone[cells->tones[cell_index (cells, i, j)]]);
    }
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
  double height = block->y[block->n_rows] - block->y[0];
  cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) block->n_columns,
                                                       (int) lround (height / block->unit));

  cairo_surface_flush (image);
  fill_ground_image (image, palette, cells, block);
  cairo_surface_mark_dirty (image);
  cairo_save (cr);
  cairo_translate (cr, left, block->y[0]);
  cairo_scale (cr, width / block->n_columns, block->unit);
  cairo_set_source_surface (cr, image, 0.0, 0.0);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_NEAREST);
  cairo_rectangle (cr, 0.0, 0.0, block->n_columns, round (height / block->unit));
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

  if (block->unit > 0.0)
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
              EntMatrixRect rect = inner_rect (pen, block, i, j);

              cairo_rectangle (cr, rect.x, rect.y, rect.width, rect.height);
            }
      ent_matrix_set_color (cr, &palette->tone[tone]);
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
    if (memcmp (&palette->tone_text[t], &palette->tone_text[tone], sizeof (EntMatrixColor)) == 0)
      return t;
  return tone;
}

static void
draw_texts (cairo_t                *cr,
            EntMatrixPen           *pen,
            const EntMatrixPalette *palette,
            const Cells            *cells,
            const EntMatrixBlock   *block)
{
  Batch batches[ENT_MATRIX_N_TONES];
  guint batch_of[ENT_MATRIX_N_TONES];

  for (guint t = 0; t < ENT_MATRIX_N_TONES; t++)
    {
      batches[t] = batch_init (cr, &palette->tone_text[t]);
      batch_of[t] = text_batch (palette, t);
    }
  for (guint i = 0; i < block->n_rows; i++)
    for (guint j = 0; j < block->n_columns; j++)
      {
        guint at = cell_index (cells, i, j);
        EntMatrixRect rect = inner_rect (pen, block, i, j);

        if (*cells->texts[at] != '\0')
          add_text (&batches[batch_of[cells->tones[at]]], pen, cells->texts[at], &rect);
      }
  for (guint t = 0; t < ENT_MATRIX_N_TONES; t++)
    batch_finish (&batches[t]);
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
      if (cells->tones[cell_index (cells, i, j)] != ENT_MATRIX_TONE_NONE)
        {
          EntMatrixRect rect = inner_rect (pen, block, i, j);

          cairo_rectangle (cr, rect.x + 1.5 * lw, rect.y + 1.5 * lw, rect.width - 3.0 * lw,
                           rect.height - 3.0 * lw);
        }
  ent_matrix_set_color (cr, &palette->group_line);
  cairo_set_line_width (cr, lw);
  cairo_stroke (cr);
}

/* The corner that names the end of a line of text, at the top: filled for an error, a ring for a
 * question, with a rim of the ground so that both show on every tone. */
static void
draw_corner (cairo_t                *cr,
             EntMatrixPen           *pen,
             const EntMatrixPalette *palette,
             EntMatrixMark           mark,
             const EntMatrixRect    *rect,
             gboolean                rtl)
{
  double size = MIN (rect->width, rect->height) * 0.3;
  double x = rtl ? rect->x : rect->x + rect->width;
  double inward = rtl ? 1.0 : -1.0;

  if (mark == ENT_MATRIX_MARK_ERROR)
    {
      cairo_move_to (cr, x, rect->y);
      cairo_line_to (cr, x + inward * size, rect->y);
      cairo_line_to (cr, x, rect->y + size);
      cairo_close_path (cr);
    }
  else
    {
      cairo_new_sub_path (cr);
      cairo_arc (cr, x + inward * size * 0.6, rect->y + size * 0.6, size * 0.32, 0.0, 2.0 * G_PI);
    }
  ent_matrix_set_color (cr, &palette->ground);
  cairo_set_line_width (cr, MAX (pen->line_width * 2.0, size * 0.28));
  cairo_stroke_preserve (cr);
  ent_matrix_set_color (cr, mark == ENT_MATRIX_MARK_ERROR ? &palette->error : &palette->note);
  if (mark == ENT_MATRIX_MARK_ERROR)
    {
      cairo_fill (cr);
      return;
    }
  cairo_set_line_width (cr, MAX (pen->line_width, size * 0.16));
  cairo_stroke (cr);
}

static void
draw_corners (cairo_t                *cr,
              EntMatrixPen           *pen,
              const EntMatrixPalette *palette,
              const Cells            *cells,
              const EntMatrixBlock   *block)
{
  for (guint i = 0; i < block->n_rows; i++)
    for (guint j = 0; j < block->n_columns; j++)
      {
        EntMatrixMark mark = cells->marks[cell_index (cells, i, j)];
        EntMatrixRect rect = inner_rect (pen, block, i, j);

        if (mark == ENT_MATRIX_MARK_NONE)
          continue;
        cairo_save (cr);
        cairo_rectangle (cr, rect.x, rect.y, rect.width, rect.height);
        cairo_clip (cr);
        draw_corner (cr, pen, palette, mark, &rect, block->x[j + 1] < block->x[j]);
        cairo_restore (cr);
      }
}

/**
 * ent_matrix_pen_new:
 * @context: the context of the surface (its resolution, hinting and language)
 * @font: the font of cells
 * @line_width: thickness of lines in units of the surface; 1 or more stands for a screen, where
 *   letters are put on whole pixels
 *
 * Returns: (transfer full): a pen
 */
EntMatrixPen *
ent_matrix_pen_new (PangoContext               *context,
                    const PangoFontDescription *font,
                    double                      line_width)
{
  EntMatrixPen *pen;
  PangoRectangle ink;

  g_return_val_if_fail (PANGO_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (font != NULL, NULL);
  g_return_val_if_fail (line_width > 0.0, NULL);

  pen = g_new0 (EntMatrixPen, 1);
  pen->layout = pango_layout_new (context);
  pen->shaped = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, shaped_free);
  pen->line_width = line_width;
  pango_layout_set_font_description (pen->layout, font);
  pango_layout_set_single_paragraph_mode (pen->layout, TRUE);
  pango_layout_set_ellipsize (pen->layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_alignment (pen->layout, PANGO_ALIGN_CENTER);
  pango_layout_set_text (pen->layout, "H", -1);
  pango_layout_get_extents (pen->layout, &ink, NULL);
  pen->cap_height = pango_units_to_double (ink.height);
  return pen;
}

/**
 * ent_matrix_pen_free:
 * @pen: (nullable) (transfer full): a pen
 *
 * Frees it.
 */
void
ent_matrix_pen_free (EntMatrixPen *pen)
{
  if (pen == NULL)
    return;
  g_object_unref (pen->layout);
  g_hash_table_unref (pen->shaped);
  g_free (pen);
}

/**
 * ent_matrix_pen_get_width:
 * @pen: a pen
 * @text: the text of a cell
 *
 * Returns: how wide it is, in units of the surface
 */
double
ent_matrix_pen_get_width (EntMatrixPen *pen,
                          const char   *text)
{
  g_return_val_if_fail (pen != NULL, 0.0);
  g_return_val_if_fail (text != NULL, 0.0);

  return lookup (pen, text)->width;
}

/**
 * ent_matrix_draw_block:
 * @cr: where to draw
 * @pen: the pen
 * @palette: the colours
 * @model: what to draw
 * @block: which cells, and their edges
 *
 * Draws a block of cells: grounds, lines, texts and marks.
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
  draw_texts (cr, pen, palette, &cells, block);
  draw_corners (cr, pen, palette, &cells, block);
  cairo_restore (cr);
  cells_clear (&cells);
}

/**
 * ent_matrix_draw_cell_text:
 * @cr: where to draw
 * @pen: the pen
 * @color: its colour
 * @text: the text of a cell
 * @rect: the cell
 *
 * Draws a text in the middle of @rect as ent_matrix_draw_block() does, for legends and for text that
 * is being typed.
 */
void
ent_matrix_draw_cell_text (cairo_t              *cr,
                           EntMatrixPen         *pen,
                           const EntMatrixColor *color,
                           const char           *text,
                           const EntMatrixRect  *rect)
{
  Batch batch;

  g_return_if_fail (cr != NULL);
  g_return_if_fail (pen != NULL);
  g_return_if_fail (color != NULL);
  g_return_if_fail (text != NULL);
  g_return_if_fail (rect != NULL);

  batch = batch_init (cr, color);
  add_text (&batch, pen, text, rect);
  batch_finish (&batch);
}

static void
add_mark_path (cairo_t       *cr,
               EntMatrixMark  mark,
               double         x,
               double         y,
               double         size)
{
  if (mark == ENT_MATRIX_MARK_ERROR)
    {
      cairo_move_to (cr, x, y - size * 0.5);
      cairo_line_to (cr, x + size * 0.56, y + size * 0.46);
      cairo_line_to (cr, x - size * 0.56, y + size * 0.46);
      cairo_close_path (cr);
    }
  else
    {
      cairo_new_sub_path (cr);
      cairo_arc (cr, x, y, size * 0.5, 0.0, 2.0 * G_PI);
    }
}

/**
 * ent_matrix_draw_mark:
 * @cr: where to draw
 * @pen: the pen
 * @palette: the colours
 * @mark: what to draw; nothing for %ENT_MATRIX_MARK_NONE
 * @x: its middle
 * @y: its middle
 * @size: its height
 *
 * Draws the sign of a mark beside a header or in a legend: a triangle with "!" for an error, a disc
 * with "?" for a question. In the corner of a cell the same marks are a filled corner and a ring.
 */
void
ent_matrix_draw_mark (cairo_t                *cr,
                      EntMatrixPen           *pen,
                      const EntMatrixPalette *palette,
                      EntMatrixMark           mark,
                      double                  x,
                      double                  y,
                      double                  size)
{
  gboolean error = mark == ENT_MATRIX_MARK_ERROR;
  const Shaped *shaped;
  double scale;
  Batch batch;

  g_return_if_fail (cr != NULL);
  g_return_if_fail (pen != NULL);
  g_return_if_fail (palette != NULL);

  if (mark == ENT_MATRIX_MARK_NONE)
    return;
  cairo_save (cr);
  add_mark_path (cr, mark, x, y, size);
  ent_matrix_set_color (cr, error ? &palette->error : &palette->note);
  cairo_fill (cr);

  shaped = lookup (pen, error ? "!" : "?");
  scale = size * 0.62 / pen->cap_height;
  batch = batch_init (cr, error ? &palette->on_error : &palette->on_note);
  cairo_translate (cr, x, y + size * (error ? 0.4 : 0.31));
  cairo_scale (cr, scale, scale);
  batch_add (&batch, shaped, -shaped->width / 2.0, 0.0);
  batch_finish (&batch);
  cairo_restore (cr);
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
