/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drawing one page of a matrix on paper. */
#include "config.h"

#include "render/ent-matrix-paper-private.h"

#include <math.h>

/* Up to so many cells each one is an element of the document's structure; more would make the file
 * large and slow to read for no gain. */
#define MOST_TAGGED 3000

/* With more cells on a page their grounds are an image, with fewer they are drawn one by one. */
#define MOST_RECTANGLES 400

/* One page: what stands on it and where. */
typedef struct {
  EntMatrixPaper *plan;
  EntPaperCanvas *canvas;
  const EntMatrixPalette *palette;
  EntMatrixCut rows;
  EntMatrixCut columns;
  GArray *bands;
  double *x;                /* edges of the columns, from the titles outwards */
  double *y;                /* edges of the rows */
  double left;
  double right;
  double top;
  double title_start;       /* left edge of the row titles */
} Page;

static void
page_init (Page *page, EntMatrixPaper *plan, guint down, guint across, double x, double y,
           double width)
{
  double block = ent_matrix_paper_get_block_width (plan, across);
  double sign = plan->rtl ? -1 : 1;

  page->palette = ent_matrix_palette_get (ENT_MATRIX_LOOK_PRINT);
  page->rows = g_array_index (plan->down, EntMatrixCut, down);
  page->columns = g_array_index (plan->across, EntMatrixCut, across);
  page->bands = g_ptr_array_index (plan->bands, across);
  page->left = plan->rtl ? x + width - block : x;
  page->right = page->left + block;
  page->top = y;
  page->title_start = plan->rtl ? page->right - plan->title_width : page->left;

  page->x = g_new (double, page->columns.n + 1);
  page->x[0] = plan->rtl ? page->title_start : page->left + plan->title_width;
  for (guint i = 0; i < page->columns.n; i++)
    page->x[i + 1] = page->x[i] + sign * plan->column_width;

  page->y = g_new (double, page->rows.n + 1);
  page->y[0] = y + plan->band_height + plan->header_height;
  for (guint i = 0; i < page->rows.n; i++)
    page->y[i + 1] = page->y[i] + plan->row_heights[page->rows.first + i];
}

static void
page_clear (Page *page)
{
  g_free (page->x);
  g_free (page->y);
}

static double
column_left (Page *page, guint column)
{
  return MIN (page->x[column], page->x[column + 1]);
}

static void
draw_grounds (Page *page)
{
  cairo_t *cr = page->canvas->cr;
  EntMatrixPaper *plan = page->plan;
  double start = plan->rtl ? page->left : page->left + plan->title_width;

  if (plan->band_height > 0)
    {
      ent_matrix_set_color (cr, &page->palette->header);
      cairo_rectangle (cr, start, page->top, page->right - page->left - plan->title_width,
                       plan->band_height);
      cairo_fill (cr);
    }
}

/* --- Headers --------------------------------------------------------------------------------- */

static void
draw_band (Page *page, const EntMatrixBand *band)
{
  guint first = band->first - page->columns.first;
  double a = page->x[first];
  double b = page->x[first + band->n];
  double left = MIN (a, b);
  double width = fabs (b - a);
  double height;

  if (band->layout == NULL)
    return;

  ent_paper_tag_begin (page->canvas, "TH", NULL);
  ent_matrix_set_color (page->canvas->cr, &page->palette->text);
  height = ent_paper_layout_height (band->layout);
  if (band->upward)
    {
      ent_paper_show_upward (page->canvas, band->layout, left + (width - height) / 2,
                             page->top + page->plan->band_height - ENT_MATRIX_PAPER_PAD);
    }
  else
    {
      pango_layout_set_alignment (band->layout, PANGO_ALIGN_CENTER);
      ent_paper_show (page->canvas, band->layout, left + ENT_MATRIX_PAPER_PAD,
                      page->top + (page->plan->band_height - height) / 2);
    }
  ent_paper_tag_end (page->canvas, "TH");
}

static void
draw_upward_header (Page *page, double left, PangoLayout *title, PangoLayout *detail)
{
  double bottom = page->y[0] - ENT_MATRIX_PAPER_PAD;
  double high = ent_paper_layout_height (title);
  double low = detail != NULL ? ent_paper_layout_height (detail) : 0;
  double x = left + (page->plan->column_width - high - low) / 2;

  ent_matrix_set_color (page->canvas->cr, &page->palette->text);
  ent_paper_show_upward (page->canvas, title, x, bottom);
  if (detail != NULL)
    {
      ent_matrix_set_color (page->canvas->cr, &page->palette->dim);
      ent_paper_show_upward (page->canvas, detail, x + high, bottom);
    }
}

static void
draw_upright_header (Page *page, double left, PangoLayout *title, PangoLayout *detail)
{
  double high = ent_paper_layout_height (title);
  double low = detail != NULL ? ent_paper_layout_height (detail) : 0;
  double y = page->y[0] - ENT_MATRIX_PAPER_PAD - high - low;

  pango_layout_set_alignment (title, PANGO_ALIGN_CENTER);
  ent_matrix_set_color (page->canvas->cr, &page->palette->text);
  ent_paper_show (page->canvas, title, left + ENT_MATRIX_PAPER_PAD, y);
  if (detail != NULL)
    {
      pango_layout_set_alignment (detail, PANGO_ALIGN_CENTER);
      ent_matrix_set_color (page->canvas->cr, &page->palette->dim);
      ent_paper_show (page->canvas, detail, left + ENT_MATRIX_PAPER_PAD, y + high);
    }
}

static void
draw_column_header (Page *page, guint column)
{
  guint number = page->columns.first + column;
  PangoLayout *title = g_ptr_array_index (page->plan->column_titles, number);
  PangoLayout *detail = g_ptr_array_index (page->plan->column_details, number);

  ent_paper_tag_begin (page->canvas, "TH", NULL);
  if (page->plan->upward)
    draw_upward_header (page, column_left (page, column), title, detail);
  else
    draw_upright_header (page, column_left (page, column), title, detail);
  ent_paper_tag_end (page->canvas, "TH");
}

static void
draw_headers (Page *page)
{
  PangoLayout *corner = page->plan->corner;

  if (page->plan->band_height > 0)
    {
      ent_paper_tag_begin (page->canvas, "TR", NULL);
      for (guint i = 0; i < page->bands->len; i++)
        draw_band (page, &g_array_index (page->bands, EntMatrixBand, i));
      ent_paper_tag_end (page->canvas, "TR");
    }

  ent_paper_tag_begin (page->canvas, "TR", NULL);
  ent_paper_tag_begin (page->canvas, "TH", NULL);
  ent_matrix_set_color (page->canvas->cr, &page->palette->text);
  ent_paper_show (page->canvas, corner, page->title_start + ENT_MATRIX_PAPER_PAD,
                  page->y[0] - ENT_MATRIX_PAPER_PAD - ent_paper_layout_height (corner));
  ent_paper_tag_end (page->canvas, "TH");
  for (guint i = 0; i < page->columns.n; i++)
    draw_column_header (page, i);
  ent_paper_tag_end (page->canvas, "TR");
}

/* --- Rows ------------------------------------------------------------------------------------ */

static void
draw_row_title (Page *page, guint row)
{
  EntMatrixPaper *plan = page->plan;
  guint number = page->rows.first + row;
  PangoLayout *layout = g_ptr_array_index (plan->row_titles, number);
  double middle = (page->y[row] + page->y[row + 1]) / 2;
  double marks = plan->marks ? 11 : 0;
  double left = page->title_start + ENT_MATRIX_PAPER_PAD + (plan->rtl ? marks : 0);

  ent_paper_tag_begin (page->canvas, "TH", NULL);
  ent_matrix_set_color (page->canvas->cr, &page->palette->text);
  ent_paper_show (page->canvas, layout, left, middle - ent_paper_layout_height (layout) / 2);
  ent_paper_tag_end (page->canvas, "TH");

  if (plan->marks)
    ent_matrix_draw_mark (page->canvas->cr, plan->pen, page->palette,
                          ent_matrix_model_get_row_mark (plan->model, number),
                          plan->rtl ? page->title_start + 8
                                    : page->title_start + plan->title_width - 8, middle, 8);
}

static void
draw_cells (Page *page, guint row, guint n_rows, guint column, guint n_columns)
{
  const EntMatrixBlock block = {
    page->rows.first + row, n_rows, page->columns.first + column, n_columns,
    page->x + column, page->y + row,
    n_rows * n_columns > MOST_RECTANGLES ? page->plan->unit : 0,
  };

  ent_matrix_draw_block (page->canvas->cr, page->plan->pen, page->palette, page->plan->model,
                         &block);
}

/* Cell by cell, each one an element of the structure. */
static void
draw_tagged_rows (Page *page)
{
  for (guint row = 0; row < page->rows.n; row++)
    {
      ent_paper_tag_begin (page->canvas, "TR", NULL);
      draw_row_title (page, row);
      for (guint column = 0; column < page->columns.n; column++)
        {
          ent_paper_tag_begin (page->canvas, "TD", NULL);
          draw_cells (page, row, 1, column, 1);
          ent_paper_tag_end (page->canvas, "TD");
        }
      ent_paper_tag_end (page->canvas, "TR");
    }
}

static void
draw_rows (Page *page)
{
  for (guint row = 0; row < page->rows.n; row++)
    draw_row_title (page, row);
  draw_cells (page, 0, page->rows.n, 0, page->columns.n);
}

static void
add_line (Page *page, double x0, double y0, double x1, double y1)
{
  double half = ENT_MATRIX_PAPER_LINE / 2;

  cairo_move_to (page->canvas->cr, x0 + (x0 < x1 ? 0 : half), y0 + (y0 < y1 ? 0 : half));
  cairo_line_to (page->canvas->cr, x1 + (x0 < x1 ? 0 : half), y1 + (y0 < y1 ? 0 : half));
}

/* The lines that the cells leave out: between titles, around headers, and the frame. */
static void
draw_lines (Page *page)
{
  double bottom = page->y[page->rows.n];
  double title_end = page->title_start + page->plan->title_width;

  for (guint i = 1; i < page->rows.n; i++)
    add_line (page, page->title_start, page->y[i] - ENT_MATRIX_PAPER_LINE, title_end,
              page->y[i] - ENT_MATRIX_PAPER_LINE);
  for (guint i = 1; i < page->columns.n; i++)
    add_line (page, page->x[i] - ENT_MATRIX_PAPER_LINE, page->top + page->plan->band_height,
              page->x[i] - ENT_MATRIX_PAPER_LINE, page->y[0]);
  ent_matrix_set_color (page->canvas->cr, &page->palette->line);
  cairo_set_line_width (page->canvas->cr, ENT_MATRIX_PAPER_LINE);
  cairo_stroke (page->canvas->cr);

  for (guint i = 1; i < page->bands->len; i++)
    {
      double x = page->x[g_array_index (page->bands, EntMatrixBand, i).first - page->columns.first];

      add_line (page, x - ENT_MATRIX_PAPER_LINE, page->top, x - ENT_MATRIX_PAPER_LINE, bottom);
    }
  add_line (page, page->left, page->y[0] - ENT_MATRIX_PAPER_LINE, page->right,
            page->y[0] - ENT_MATRIX_PAPER_LINE);
  add_line (page, page->left, bottom - ENT_MATRIX_PAPER_LINE, page->right,
            bottom - ENT_MATRIX_PAPER_LINE);
  add_line (page, page->x[0] - ENT_MATRIX_PAPER_LINE, page->top, page->x[0] - ENT_MATRIX_PAPER_LINE,
            bottom);
  add_line (page, page->x[page->columns.n] - ENT_MATRIX_PAPER_LINE, page->top,
            page->x[page->columns.n] - ENT_MATRIX_PAPER_LINE, bottom);
  ent_matrix_set_color (page->canvas->cr, &page->palette->group_line);
  cairo_stroke (page->canvas->cr);
}

/**
 * ent_matrix_paper_draw:
 * @self: a plan
 * @canvas: the page
 * @down: number of a page from top to bottom
 * @across: number of a page from start to end
 * @x: left edge of the room for the matrix
 * @y: its top edge
 * @width: how wide the room is; the matrix stands at its start, which is on the right in languages
 *   written from right to left
 *
 * Draws one page of the matrix.
 */
void
ent_matrix_paper_draw (EntMatrixPaper *self, EntPaperCanvas *canvas, guint down, guint across,
                       double x, double y, double width)
{
  EntPaperCanvas plain;
  Page page = { self, canvas };

  g_return_if_fail (self != NULL && canvas != NULL);
  g_return_if_fail (down < self->down->len && across < self->across->len);

  page_init (&page, self, down, across, floor (x * 2) / 2, floor (y * 2) / 2, width);
  if (ent_matrix_model_get_n_rows (self->model) * ent_matrix_model_get_n_columns (self->model)
      > MOST_TAGGED)
    {
      plain = *canvas;
      plain.tagged = FALSE;
      page.canvas = &plain;
    }

  draw_grounds (&page);
  ent_paper_tag_begin (page.canvas, "Table", NULL);
  draw_headers (&page);
  if (page.canvas->tagged)
    draw_tagged_rows (&page);
  else
    draw_rows (&page);
  ent_paper_tag_end (page.canvas, "Table");
  draw_lines (&page);

  page_clear (&page);
}
