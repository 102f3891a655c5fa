/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drawing one page of a document. */
#include "config.h"

#include "report/ent-report-pages-private.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

typedef struct {
  EntReportPages *self;
  EntPaperCanvas *canvas;
  const EntMatrixPalette *palette;
  guint page;
} Drawing;

/* Shows a text that begins @start from the start of the line. */
static void
show (Drawing *drawing, PangoLayout *layout, const EntMatrixColor *color, double start, double y)
{
  double width = pango_layout_get_width (layout) > 0
    ? pango_units_to_double (pango_layout_get_width (layout)) : ent_paper_layout_width (layout);

  ent_matrix_set_color (drawing->canvas->cr, color);
  ent_paper_show (drawing->canvas, layout,
                  _ent_report_pages_place (drawing->self, start, width), y);
}

static double
text_width (Drawing *drawing)
{
  const EntPaper *paper = &drawing->self->paper;

  return paper->width - paper->left - paper->right;
}

/* --- The lines at the top and bottom --------------------------------------------------------- */

static void
show_small (Drawing *drawing, const char *text, gboolean at_end, double y, double most)
{
  g_autoptr(PangoLayout) layout = ent_paper_layout_new (drawing->self->context, text,
                                                        ENT_PAGES_SMALL_SIZE, FALSE);
  double width = ent_paper_layout_width (layout);

  if (width > most)
    {
      ent_paper_layout_fit (layout, most, 1);
      width = most;
    }
  show (drawing, layout, &drawing->palette->dim, at_end ? text_width (drawing) - width : 0, y);
}

static const EntPiece *
find_matrix_piece (Drawing *drawing)
{
  for (guint i = 0; i < drawing->self->pieces->len; i++)
    {
      const EntPiece *piece = g_ptr_array_index (drawing->self->pieces, i);

      if (piece->type == ENT_PIECE_MATRIX && piece->page == drawing->page)
        return piece;
    }

  return NULL;
}

/* “Rows 31–60 of 100, columns 13–24 of 40” */
static char *
describe_cut (Drawing *drawing)
{
  const EntPiece *piece = find_matrix_piece (drawing);
  guint row, n_rows, column, n_columns;

  if (piece == NULL)
    return NULL;

  ent_matrix_paper_get_rows (piece->matrix->paper, piece->first, &row, &n_rows);
  ent_matrix_paper_get_columns (piece->matrix->paper, piece->n, &column, &n_columns);

  return g_strdup_printf (_("Rows %u–%u of %u, columns %u–%u of %u"), row + 1, row + n_rows,
                          ent_matrix_model_get_n_rows (piece->matrix->model), column + 1,
                          column + n_columns,
                          ent_matrix_model_get_n_columns (piece->matrix->model));
}

static void
draw_label (Drawing *drawing)
{
  const char *label = ent_report_pages_get_label (drawing->self, drawing->page);
  g_autoptr(PangoLayout) layout = NULL;
  g_autofree char *cut = NULL;
  double width;
  double y = drawing->self->paper.top - 14;

  if (*label == '\0')
    return;

  layout = ent_paper_layout_new (drawing->self->context, label, ENT_PAGES_TEXT_SIZE + 2, TRUE);
  width = ent_paper_layout_width (layout);
  show (drawing, layout, &drawing->palette->text, text_width (drawing) - width, y - 2);

  cut = describe_cut (drawing);
  if (cut != NULL)
    {
      g_autoptr(PangoLayout) small = ent_paper_layout_new (drawing->self->context, cut,
                                                           ENT_PAGES_SMALL_SIZE, FALSE);

      show (drawing, small, &drawing->palette->dim,
            text_width (drawing) - width - 8 - ent_paper_layout_width (small), y + 1.5);
    }
}

static void
draw_furniture (Drawing *drawing)
{
  EntReportPages *self = drawing->self;
  g_autofree char *title = ent_report_dup_full_title (self->report);
  g_autofree char *number = NULL;
  double bottom = self->paper.height - self->paper.bottom - 9;

  if (self->picture)
    return;

  if (drawing->page > 0)
    show_small (drawing, title, FALSE, self->paper.top - 12.5, text_width (drawing) * 0.5);
  draw_label (drawing);

  /* Translators: at the foot of a page */
  number = g_strdup_printf (_("Page %u of %u"), drawing->page + 1, self->n_pages);
  show_small (drawing, ent_report_get_date (self->report), FALSE, bottom,
              text_width (drawing) * 0.4);
  show_small (drawing, number, TRUE, bottom, text_width (drawing) * 0.4);
}

/* --- Pieces ---------------------------------------------------------------------------------- */

static void
draw_title (Drawing *drawing, const EntPiece *piece)
{
  EntReportPages *self = drawing->self;
  double height = ent_paper_layout_height (self->title);

  ent_paper_tag_begin (drawing->canvas, "H1", NULL);
  show (drawing, self->title, &drawing->palette->text, 0, piece->y);
  ent_paper_tag_end (drawing->canvas, "H1");
  ent_paper_tag_begin (drawing->canvas, "P", NULL);
  show (drawing, self->date, &drawing->palette->dim,
        text_width (drawing) - ent_paper_layout_width (self->date), piece->y + 8);
  ent_paper_tag_end (drawing->canvas, "P");
  if (self->subtitle == NULL)
    return;

  ent_paper_tag_begin (drawing->canvas, "P", NULL);
  show (drawing, self->subtitle, &drawing->palette->text, 0, piece->y + height + 2);
  ent_paper_tag_end (drawing->canvas, "P");
}

static void
draw_text (Drawing *drawing, const EntPiece *piece, const char *tag)
{
  ent_paper_tag_begin (drawing->canvas, tag, NULL);
  show (drawing, piece->layout, piece->type == ENT_PIECE_TEXT ? &drawing->palette->dim
                                                              : &drawing->palette->text,
        0, piece->y);
  ent_paper_tag_end (drawing->canvas, tag);
}

static void
draw_legend_sample (Drawing *drawing, const EntLegendItem *item, const EntMatrixRect *box)
{
  cairo_t *cr = drawing->canvas->cr;

  if (item->mark != ENT_MATRIX_MARK_NONE)
    {
      ent_matrix_draw_mark (cr, drawing->self->pen, drawing->palette, item->mark,
                            box->x + box->width / 2, box->y + box->height / 2, 9);
      return;
    }

  cairo_rectangle (cr, box->x, box->y, box->width, box->height);
  ent_matrix_set_color (cr, &drawing->palette->tones[item->tone].ground);
  cairo_fill_preserve (cr);
  ent_matrix_set_color (cr, &drawing->palette->group_line);
  cairo_set_line_width (cr, 0.5);
  cairo_stroke (cr);
  ent_matrix_draw_cell_text (cr, drawing->self->pen, &drawing->palette->tones[item->tone].text,
                             item->letters, box);
}

static void
draw_legend_entry (Drawing *drawing, const EntPagesLegend *entry, double y)
{
  const EntMatrixRect box = {
    _ent_report_pages_place (drawing->self, entry->x, ENT_PAGES_LEGEND_WIDTH) + 0.5,
    floor (y + entry->y) + 0.5, ENT_PAGES_LEGEND_WIDTH - 1, ENT_PAGES_LEGEND_HEIGHT - 1,
  };

  draw_legend_sample (drawing, entry->item, &box);
  show (drawing, entry->layout, &drawing->palette->text, entry->x + ENT_PAGES_LEGEND_WIDTH + 5,
        y + entry->y + (ENT_PAGES_LEGEND_HEIGHT - ent_paper_layout_height (entry->layout)) / 2);
}

static void
draw_legend (Drawing *drawing, const EntPiece *piece)
{
  for (guint i = 0; i < piece->legend->len; i++)
    {
      ent_paper_tag_begin (drawing->canvas, "P", NULL);
      draw_legend_entry (drawing, &g_array_index (piece->legend, EntPagesLegend, i), piece->y);
      ent_paper_tag_end (drawing->canvas, "P");
    }
}

/* The page on which a row of the first chart stands, as the target of a link; NULL if there is
 * none. */
static char *
find_target (EntReportPages *self, int row)
{
  for (guint i = 0; row >= 0 && i < self->pieces->len; i++)
    {
      const EntPiece *piece = g_ptr_array_index (self->pieces, i);
      guint first, n;

      if (piece->type != ENT_PIECE_MATRIX || piece->n > 0 || piece->matrix->number > 0)
        continue;
      ent_matrix_paper_get_rows (piece->matrix->paper, piece->first, &first, &n);
      if ((guint) row >= first && (guint) row < first + n)
        return g_strdup_printf ("page=%u pos=[0 %d]", piece->page + 1, (int) piece->y);
    }

  return NULL;
}

static void
draw_table_row (Drawing *drawing, EntPagesTable *table, guint row, double y)
{
  const char *tag = row == 0 ? "TH" : "TD";
  int link = row > 0 ? g_array_index (table->block->links, int, row - 1) : -1;
  g_autofree char *target = find_target (drawing->self, link);

  ent_paper_tag_begin (drawing->canvas, "TR", NULL);
  for (guint i = 0; i < table->n_columns; i++)
    {
      PangoLayout *layout = g_ptr_array_index (table->layouts, row * table->n_columns + i);
      gboolean linked = target != NULL && i == 1;

      ent_paper_tag_begin (drawing->canvas, tag, NULL);
      if (linked)
        ent_paper_tag_begin (drawing->canvas, CAIRO_TAG_LINK, target);
      show (drawing, layout, &drawing->palette->text, table->x[i] + ENT_PAGES_CELL_PAD,
            y + ENT_PAGES_CELL_PAD);
      if (linked)
        ent_paper_tag_end (drawing->canvas, CAIRO_TAG_LINK);
      ent_paper_tag_end (drawing->canvas, tag);
    }
  ent_paper_tag_end (drawing->canvas, "TR");
}

static void
draw_rule (Drawing *drawing, double y, const EntMatrixColor *color)
{
  ent_matrix_set_color (drawing->canvas->cr, color);
  cairo_rectangle (drawing->canvas->cr, drawing->self->paper.left, y - 0.5, text_width (drawing),
                   0.5);
  cairo_fill (drawing->canvas->cr);
}

static void
draw_table (Drawing *drawing, const EntPiece *piece)
{
  EntPagesTable *table = piece->table;
  double y = piece->y;

  ent_paper_tag_begin (drawing->canvas, "Table", NULL);
  draw_table_row (drawing, table, 0, y);
  y += g_array_index (table->heights, double, 0);
  draw_rule (drawing, y, &drawing->palette->group_line);
  for (guint i = 0; i < piece->n; i++)
    {
      guint row = piece->first + i + 1;

      draw_table_row (drawing, table, row, y);
      y += g_array_index (table->heights, double, row);
      draw_rule (drawing, y, &drawing->palette->line);
    }
  ent_paper_tag_end (drawing->canvas, "Table");
}

static void
draw_piece (Drawing *drawing, const EntPiece *piece)
{
  switch (piece->type)
    {
    case ENT_PIECE_TITLE:
      draw_title (drawing, piece);
      break;
    case ENT_PIECE_HEADING:
      draw_text (drawing, piece, "H2");
      break;
    case ENT_PIECE_SUBHEADING:
      draw_text (drawing, piece, "H3");
      break;
    case ENT_PIECE_TEXT:
    case ENT_PIECE_PROSE:
      draw_text (drawing, piece, "P");
      break;
    case ENT_PIECE_LEGEND:
      draw_legend (drawing, piece);
      break;
    case ENT_PIECE_MATRIX:
      ent_matrix_paper_draw (piece->matrix->paper, drawing->canvas, piece->first, piece->n,
                             drawing->self->paper.left, piece->y, text_width (drawing));
      break;
    case ENT_PIECE_TIMELINE:
      ent_timeline_paper_draw (piece->timeline, drawing->canvas, piece->first,
                               drawing->self->paper.left, piece->y);
      break;
    case ENT_PIECE_TABLE:
    default:
      draw_table (drawing, piece);
      break;
    }
}

/**
 * ent_report_pages_draw:
 * @self: pages
 * @canvas: where to draw
 * @page: number of a page, from 0
 *
 * Draws a page. One unit of the canvas is a point; the origin is the corner of the sheet.
 */
void
ent_report_pages_draw (EntReportPages *self, EntPaperCanvas *canvas, guint page)
{
  Drawing drawing = { self, canvas, ent_matrix_palette_get (ENT_MATRIX_LOOK_PRINT), page };

  g_return_if_fail (self != NULL && canvas != NULL && page < self->n_pages);

  draw_furniture (&drawing);
  for (guint i = 0; i < self->pieces->len; i++)
    {
      const EntPiece *piece = g_ptr_array_index (self->pieces, i);

      if (piece->page == page)
        draw_piece (&drawing, piece);
    }
}

/**
 * ent_report_pages_draw_page:
 * @self: pages
 * @cr: where to draw
 * @page: number of a page, from 0
 *
 * Draws a page for a printer or a preview.
 */
void
ent_report_pages_draw_page (EntReportPages *self, cairo_t *cr, guint page)
{
  EntPaperCanvas canvas = { cr, FALSE, NULL };

  g_return_if_fail (cr != NULL);

  ent_report_pages_draw (self, &canvas, page);
}
