/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts and signs of matrix cells: each text is shaped once, and drawn as a run of glyphs. A Pango
 * layout a cell would cost ten times as much on screen and on paper. */
#include "config.h"

#include "render/ent-matrix-pen-private.h"

#include "analysis/ent-phrase.h"

#include <math.h>

/* Texts of cells are few; a model with endless ones must not fill the memory. */
#define MAX_SHAPED 1024

/* Part of a cell's height kept free on both sides of a text that is too long for its cell. */
#define TEXT_PAD 0.12

#define LEFT_TO_RIGHT_MARK "\342\200\216"

/* At most so much of the height of its letters, where a cell is high. */
#define LETTER_PAD 0.4

typedef struct {
  cairo_scaled_font_t *font;
  GArray              *glyphs; /* cairo_glyph_t, relative to the start of the base line */
} Run;

typedef struct {
  double   width;
  GArray  *runs;    /* Run */
  gboolean special; /* has glyphs only Pango can draw */
} Shaped;

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

  run.font =
    cairo_scaled_font_reference (pango_cairo_font_get_scaled_font (PANGO_CAIRO_FONT (font)));
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

/* A text without a letter of any script, such as a number with its sign, runs from left to right on
 * every page: from right to left its sign would come to stand behind it. */
static void
set_text (EntMatrixPen *pen,
          const char   *text)
{
  gboolean has_letters =
    ent_phrase_is_right_to_left (text, TRUE) == ent_phrase_is_right_to_left (text, FALSE);
  g_autofree char *marked = NULL;

  if (has_letters)
    {
      pango_layout_set_text (pen->layout, text, -1);
      return;
    }
  marked = g_strconcat (LEFT_TO_RIGHT_MARK, text, NULL);
  pango_layout_set_text (pen->layout, marked, -1);
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
  set_text (pen, text);
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

EntMatrixBatch
_ent_matrix_batch_init (cairo_t              *cr,
                        const EntMatrixColor *color)
{
  return (EntMatrixBatch) { cr, color, NULL, g_array_new (FALSE, FALSE, sizeof (cairo_glyph_t)) };
}

static void
batch_flush (EntMatrixBatch *batch)
{
  if (batch->glyphs->len == 0)
    return;
  ent_matrix_set_color (batch->cr, batch->color);
  cairo_set_scaled_font (batch->cr, batch->font);
  cairo_show_glyphs (batch->cr, (cairo_glyph_t *) (gpointer) batch->glyphs->data,
                     (int) batch->glyphs->len);
  g_array_set_size (batch->glyphs, 0);
}

void
_ent_matrix_batch_finish (EntMatrixBatch *batch)
{
  batch_flush (batch);
  g_clear_pointer (&batch->font, cairo_scaled_font_destroy);
  g_clear_pointer (&batch->glyphs, g_array_unref);
}

static void
batch_add (EntMatrixBatch *batch,
           const Shaped   *shaped,
           double          x,
           double          y)
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

  set_text (pen, text);
  pango_layout_set_width (pen->layout,
                          pango_units_from_double (MAX (rect->width - 2.0 * pad, 0.0)));
  pango_layout_get_size (pen->layout, &width, &height);
  ent_matrix_set_color (cr, color);
  cairo_move_to (cr, rect->x + pad,
                 snap (pen, rect->y + (rect->height - pango_units_to_double (height)) / 2.0));
  pango_cairo_show_layout (cr, pen->layout);
  pango_layout_set_width (pen->layout, -1);
}

void
_ent_matrix_batch_add_text (EntMatrixBatch      *batch,
                            EntMatrixPen        *pen,
                            const char          *text,
                            const EntMatrixRect *rect)
{
  const Shaped *shaped = lookup (pen, text);
  double pad = MIN (rect->height * TEXT_PAD, pen->cap_height * LETTER_PAD);

  if (shaped->special || shaped->width > rect->width - 2.0 * pad)
    draw_long_text (batch->cr, pen, batch->color, text, rect, pad);
  else
    batch_add (batch, shaped, snap (pen, rect->x + (rect->width - shaped->width) / 2.0),
               snap (pen, rect->y + (rect->height + pen->cap_height) / 2.0));
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
 * ent_matrix_draw_cell_text:
 * @cr: where to draw
 * @pen: the pen
 * @color: its colour
 * @text: the text of a cell
 * @rect: the cell
 *
 * Draws a text in the middle of @rect as ent_matrix_draw_block() does, for legends and for text
 * that is being typed.
 */
void
ent_matrix_draw_cell_text (cairo_t              *cr,
                           EntMatrixPen         *pen,
                           const EntMatrixColor *color,
                           const char           *text,
                           const EntMatrixRect  *rect)
{
  EntMatrixBatch batch;

  g_return_if_fail (cr != NULL);
  g_return_if_fail (pen != NULL);
  g_return_if_fail (color != NULL);
  g_return_if_fail (text != NULL);
  g_return_if_fail (rect != NULL);

  batch = _ent_matrix_batch_init (cr, color);
  _ent_matrix_batch_add_text (&batch, pen, text, rect);
  _ent_matrix_batch_finish (&batch);
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
  EntMatrixBatch batch;

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
  batch = _ent_matrix_batch_init (cr, error ? &palette->on_error : &palette->on_note);
  cairo_translate (cr, x, y + size * (error ? 0.4 : 0.31));
  cairo_scale (cr, scale, scale);
  batch_add (&batch, shaped, -shaped->width / 2.0, 0.0);
  _ent_matrix_batch_finish (&batch);
  cairo_restore (cr);
}
