/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands in a cell beside its text. At the top, where a line of text ends, the mark of a
 * finding; below it the corner that says that there is more to read; at the top, where a line
 * begins, how the value changed. Under the text, where the model has them, two bars. */
#include "config.h"

#include "render/ent-matrix-signs-private.h"

#include <math.h>

/* Parts of a cell's height. */
#define BARS_PART 0.42
#define BAR_PART 0.13
#define BAR_GAP_PART 0.05
#define MARK_PART 0.3
#define SIGN_PART 0.22

/* What of a cell's width bars leave free on each side. */
#define BAR_PAD_PART 0.1

/* A cell that is being drawn. */
typedef struct {
  cairo_t                *cr;
  EntMatrixPen           *pen;
  const EntMatrixPalette *palette;
  EntMatrixRect           rect;
  gboolean                rtl;
} Cell;

/* The cell in row @i and column @j of a block, without the lines that close it. */
EntMatrixRect
_ent_matrix_inner_rect (const EntMatrixPen   *pen,
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

/* --- Bars ------------------------------------------------------------------------------------ */

/* How much of the height of a cell belongs to its bars. */
double
_ent_matrix_get_bars_height (const EntMatrixRect *rect)
{
  return rect->height * BARS_PART;
}

/* Edges on whole pixels of a screen. */
static double
snap (const Cell *cell,
      double      value)
{
  return cell->pen->line_width >= 1.0 ? round (value) : value;
}

static void
draw_bar (const Cell           *cell,
          double                length,
          double                top,
          const EntMatrixColor *color,
          gboolean              filled)
{
  double pad = snap (cell, cell->rect.width * BAR_PAD_PART);
  double width = snap (cell, (cell->rect.width - 2.0 * pad) * CLAMP (length, 0.0, 1.0));
  double height = MAX (snap (cell, cell->rect.height * BAR_PART), 2.0 * cell->pen->line_width);
  double x = cell->rtl ? cell->rect.x + cell->rect.width - pad - width : cell->rect.x + pad;
  double y = snap (cell, cell->rect.y + top);
  double lw = cell->pen->line_width;

  if (length <= 0.0)
    return;
  width = MAX (width, 2.0 * lw);
  ent_matrix_set_color (cell->cr, color);
  if (filled)
    {
      cairo_rectangle (cell->cr, x, y, width, height);
      cairo_fill (cell->cr);
      return;
    }
  cairo_rectangle (cell->cr, x + lw / 2.0, y + lw / 2.0, width - lw, height - lw);
  cairo_set_line_width (cell->cr, lw);
  cairo_stroke (cell->cr);
}

static void
draw_bars (const Cell          *cell,
           const EntMatrixBars *bars)
{
  double height = cell->rect.height;
  double top = height - _ent_matrix_get_bars_height (&cell->rect);

  draw_bar (cell, bars->with, top,
            &cell->palette->tones[ENT_MATRIX_TONE_FOR_4].ground, TRUE);
  draw_bar (cell, bars->against, top + height * (BAR_PART + BAR_GAP_PART),
            &cell->palette->tones[ENT_MATRIX_TONE_AGAINST_4].ground, FALSE);
}

void
_ent_matrix_draw_bars (cairo_t                *cr,
                       EntMatrixPen           *pen,
                       const EntMatrixPalette *palette,
                       EntMatrixModel         *model,
                       const EntMatrixBlock   *block)
{
  for (guint i = 0; i < block->n_rows; i++)
    for (guint j = 0; j < block->n_columns; j++)
      {
        EntMatrixBars bars;

        if (ent_matrix_model_get_cell_bars (model, block->first_row + i, block->first_column + j,
                                            &bars))
          draw_bars (&(Cell) { cr, pen, palette, _ent_matrix_inner_rect (pen, block, i, j),
                               block->x[j + 1] < block->x[j] }, &bars);
      }
}

/* --- Corners --------------------------------------------------------------------------------- */

/* The x of a corner, and which way leads into the cell from there. */
static double
corner_x (const Cell *cell,
          gboolean    at_end,
          double     *inward)
{
  gboolean right = at_end != cell->rtl;

  *inward = right ? -1.0 : 1.0;
  return right ? cell->rect.x + cell->rect.width : cell->rect.x;
}

/* Filled for an error, a ring for a question, with a rim of the ground so that both show on every
 * tone. */
static void
draw_mark (const Cell    *cell,
           EntMatrixMark  mark)
{
  double size = MIN (cell->rect.width, cell->rect.height) * MARK_PART;
  gboolean error = mark == ENT_MATRIX_MARK_ERROR;
  double inward;
  double x = corner_x (cell, TRUE, &inward);

  if (error)
    {
      cairo_move_to (cell->cr, x, cell->rect.y);
      cairo_line_to (cell->cr, x + inward * size, cell->rect.y);
      cairo_line_to (cell->cr, x, cell->rect.y + size);
      cairo_close_path (cell->cr);
    }
  else
    {
      cairo_new_sub_path (cell->cr);
      cairo_arc (cell->cr, x + inward * size * 0.6, cell->rect.y + size * 0.6, size * 0.32, 0.0,
                 2.0 * G_PI);
    }
  ent_matrix_set_color (cell->cr, &cell->palette->ground);
  cairo_set_line_width (cell->cr, MAX (cell->pen->line_width * 2.0, size * 0.28));
  cairo_stroke_preserve (cell->cr);
  ent_matrix_set_color (cell->cr, error ? &cell->palette->error : &cell->palette->note);
  if (error)
    {
      cairo_fill (cell->cr);
      return;
    }
  cairo_set_line_width (cell->cr, MAX (cell->pen->line_width, size * 0.16));
  cairo_stroke (cell->cr);
}

static void
add_remark_path (const Cell *cell,
                 double      size)
{
  double bottom = cell->rect.y + cell->rect.height;
  double inward;
  double x = corner_x (cell, TRUE, &inward);

  cairo_move_to (cell->cr, x, bottom);
  cairo_line_to (cell->cr, x + inward * size, bottom);
  cairo_line_to (cell->cr, x, bottom - size);
  cairo_close_path (cell->cr);
}

/* A triangle that points to where the value went; a dot where there was none before. */
static void
add_change_path (const Cell     *cell,
                 EntMatrixSigns  signs,
                 double          size)
{
  double inward;
  double edge = corner_x (cell, FALSE, &inward);
  double x = edge + inward * size * 0.85;
  double y = cell->rect.y + size * 0.85;
  double half = (signs & ENT_MATRIX_SIGN_ROSE) != 0 ? -0.5 * size : 0.5 * size;

  if ((signs & ENT_MATRIX_SIGN_NEW) != 0)
    {
      cairo_new_sub_path (cell->cr);
      cairo_arc (cell->cr, x, y, size * 0.38, 0.0, 2.0 * G_PI);
      return;
    }
  cairo_move_to (cell->cr, x, y + half);
  cairo_line_to (cell->cr, x - size * 0.55, y - half);
  cairo_line_to (cell->cr, x + size * 0.55, y - half);
  cairo_close_path (cell->cr);
}

static void
draw_signs (const Cell     *cell,
            EntMatrixTone   tone,
            EntMatrixSigns  signs)
{
  double size = MIN (cell->rect.width, cell->rect.height) * SIGN_PART;

  cairo_new_path (cell->cr);
  if ((signs & ENT_MATRIX_SIGN_REMARK) != 0)
    add_remark_path (cell, size);
  if ((signs & ~ENT_MATRIX_SIGN_REMARK) != 0)
    add_change_path (cell, signs, size);
  ent_matrix_set_color (cell->cr, &cell->palette->tones[tone].text);
  cairo_fill (cell->cr);
}

static void
draw_corners (const Cell     *cell,
              EntMatrixTone   tone,
              EntMatrixMark   mark,
              EntMatrixSigns  signs)
{
  cairo_save (cell->cr);
  cairo_rectangle (cell->cr, cell->rect.x, cell->rect.y, cell->rect.width, cell->rect.height);
  cairo_clip (cell->cr);
  if (signs != ENT_MATRIX_SIGN_NONE)
    draw_signs (cell, tone, signs);
  if (mark != ENT_MATRIX_MARK_NONE)
    draw_mark (cell, mark);
  cairo_restore (cell->cr);
}

void
_ent_matrix_draw_corners (cairo_t                *cr,
                          EntMatrixPen           *pen,
                          const EntMatrixPalette *palette,
                          EntMatrixModel         *model,
                          const EntMatrixBlock   *block)
{
  for (guint i = 0; i < block->n_rows; i++)
    for (guint j = 0; j < block->n_columns; j++)
      {
        guint row = block->first_row + i;
        guint column = block->first_column + j;
        EntMatrixMark mark = ent_matrix_model_get_cell_mark (model, row, column);
        EntMatrixSigns signs = ent_matrix_model_get_cell_signs (model, row, column);

        if (mark != ENT_MATRIX_MARK_NONE || signs != ENT_MATRIX_SIGN_NONE)
          draw_corners (&(Cell) { cr, pen, palette, _ent_matrix_inner_rect (pen, block, i, j),
                                  block->x[j + 1] < block->x[j] },
                        ent_matrix_model_get_cell_tone (model, row, column), mark, signs);
      }
}
