/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document cut into pages, or put on one sheet as a picture. Which block goes where is decided in
 * ent-report-pages-flow.c, how it is drawn in ent-report-pages-draw.c. */
#include "config.h"

#include "report/ent-report-pages-private.h"

#include <glib/gi18n.h>
#include <math.h>

#define PICTURE_MARGIN 24.0
#define PICTURE_LEAST 440.0
#define PICTURE_TIMELINE 760.0
#define ENDLESS 200000.0

static void
piece_free (gpointer data)
{
  EntPiece *piece = data;

  g_clear_object (&piece->layout);
  g_clear_pointer (&piece->legend, g_array_unref);
  g_free (piece);
}

static void
table_free (gpointer data)
{
  EntPagesTable *table = data;

  g_ptr_array_unref (table->layouts);
  g_array_unref (table->heights);
  g_free (table);
}

static void
matrix_free (gpointer data)
{
  EntPagesMatrix *matrix = data;

  ent_matrix_paper_free (matrix->paper);
  g_free (matrix);
}

static void
outline_clear (gpointer data)
{
  g_clear_pointer (&((EntReportOutline *) data)->text, g_free);
}

/* From how far something is from the start of the line to its left edge on the sheet. */
double
_ent_report_pages_place (EntReportPages *self, double start, double width)
{
  return self->rtl ? self->paper.width - self->paper.right - start - width
                   : self->paper.left + start;
}

static EntReportPages *
pages_new (EntReport *report)
{
  EntReportPages *self = g_new0 (EntReportPages, 1);
  g_autoptr(PangoLayout) sample = NULL;

  self->report = g_object_ref (report);
  self->context = ent_paper_context_new ();
  self->rtl = ent_paper_is_right_to_left ();
  self->pieces = g_ptr_array_new_with_free_func (piece_free);
  self->tables = g_ptr_array_new_with_free_func (table_free);
  self->matrices = g_ptr_array_new_with_free_func (matrix_free);
  self->timelines =
    g_ptr_array_new_with_free_func ((GDestroyNotify) ent_timeline_paper_free);
  self->labels = g_ptr_array_new_with_free_func (g_free);
  self->outline = g_array_new (FALSE, FALSE, sizeof (EntReportOutline));
  g_array_set_clear_func (self->outline, outline_clear);

  sample = ent_paper_layout_new (self->context, "R", ENT_PAGES_TEXT_SIZE, TRUE);
  self->pen = ent_matrix_pen_new (self->context, pango_layout_get_font_description (sample), 0.5);

  return self;
}

/**
 * ent_report_pages_new:
 * @report: a document
 * @paper: the sheet and its margins, in points
 * @error: return location for an error: the margins leave too little room
 *
 * Returns: (transfer full) (nullable): the document cut into pages
 */
EntReportPages *
ent_report_pages_new (EntReport *report, const EntPaper *paper, GError **error)
{
  EntReportPages *self;
  GPtrArray *blocks;
  EntReportFlow flow;

  g_return_val_if_fail (ENT_IS_REPORT (report) && paper != NULL, NULL);

  if (!(paper->width - paper->left - paper->right >= 200)
      || !(paper->height - paper->top - paper->bottom >= 250))
    {
      g_set_error_literal (error, ENT_REPORT_ERROR, ENT_REPORT_ERROR_PAPER,
                           _("The paper is too small for this document. Choose a larger size or "
                             "narrower margins."));
      return NULL;
    }

  self = pages_new (report);
  self->paper = *paper;
  blocks = ent_report_get_blocks (report);
  flow = _ent_report_pages_begin (self);
  for (guint i = 0; i < blocks->len; i++)
    _ent_report_pages_flow (&flow, g_ptr_array_index (blocks, i));

  return self;
}

/* How wide the widest chart is when nothing limits it. */
static double
plan_picture (EntReportPages *self)
{
  GPtrArray *blocks = ent_report_get_blocks (self->report);
  double width = PICTURE_LEAST;

  for (guint i = 0; i < blocks->len; i++)
    {
      EntBlock *block = g_ptr_array_index (blocks, i);

      if (block->type == ENT_BLOCK_MATRIX)
        {
          EntPagesMatrix *matrix =
            _ent_report_pages_plan_matrix (self, block->matrix, ENDLESS, ENDLESS, ENDLESS);

          width = MAX (width, ent_matrix_paper_get_block_width (matrix->paper, 0));
        }
      else if (block->type == ENT_BLOCK_TIMELINE)
        {
          width = MAX (width, PICTURE_TIMELINE);
        }
    }

  return width;
}

/* A part of a document, from one heading to the next, belongs to its picture if it has a chart. */
static gboolean
has_chart (GPtrArray *blocks, guint heading)
{
  for (guint i = heading + 1; i < blocks->len; i++)
    {
      EntBlock *block = g_ptr_array_index (blocks, i);

      if (block->type == ENT_BLOCK_HEADING)
        return FALSE;
      if (block->type == ENT_BLOCK_MATRIX || block->type == ENT_BLOCK_TIMELINE)
        return TRUE;
    }

  return FALSE;
}

static void
flow_picture (EntReportFlow *flow, GPtrArray *blocks, gboolean charts)
{
  gboolean shown = TRUE;

  for (guint i = 0; i < blocks->len; i++)
    {
      EntBlock *block = g_ptr_array_index (blocks, i);

      if (block->type == ENT_BLOCK_HEADING)
        shown = !charts || has_chart (blocks, i);
      if (shown && (!charts || block->type != ENT_BLOCK_TABLE))
        _ent_report_pages_flow (flow, block);
    }
}

/**
 * ent_report_pages_new_picture:
 * @report: a document
 *
 * Puts title, legends and charts of a document on one sheet that is as large as they need. Its
 * tables are left out; a document without charts is shown whole.
 *
 * Returns: (transfer full): the picture as a single page
 */
EntReportPages *
ent_report_pages_new_picture (EntReport *report)
{
  EntReportPages *self;
  double width;
  EntReportFlow flow;

  g_return_val_if_fail (ENT_IS_REPORT (report), NULL);

  self = pages_new (report);
  self->picture = TRUE;
  width = plan_picture (self);
  self->paper = (EntPaper) { ceil (width) + 2 * PICTURE_MARGIN, ENDLESS, PICTURE_MARGIN,
                             PICTURE_MARGIN, PICTURE_MARGIN, PICTURE_MARGIN };

  flow = _ent_report_pages_begin (self);
  flow_picture (&flow, ent_report_get_blocks (report), ent_report_get_matrix (report) != NULL);
  self->paper.height = ceil (flow.y) + PICTURE_MARGIN;

  return self;
}

/**
 * ent_report_pages_free:
 * @self: (transfer full): pages
 *
 * Frees them.
 */
void
ent_report_pages_free (EntReportPages *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->pieces);
  g_ptr_array_unref (self->tables);
  g_ptr_array_unref (self->labels);
  g_array_unref (self->outline);
  g_ptr_array_unref (self->matrices);
  g_ptr_array_unref (self->timelines);
  ent_matrix_pen_free (self->pen);
  g_clear_object (&self->title);
  g_clear_object (&self->subtitle);
  g_clear_object (&self->date);
  g_object_unref (self->context);
  g_object_unref (self->report);
  g_free (self);
}

/**
 * ent_report_pages_get_n_pages:
 * @self: pages
 *
 * Returns: how many there are, at least one
 */
guint
ent_report_pages_get_n_pages (EntReportPages *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_pages;
}

/**
 * ent_report_pages_get_size:
 * @self: pages
 * @width: (out): the width of a sheet in points
 * @height: (out): its height
 *
 * How large a sheet is.
 */
void
ent_report_pages_get_size (EntReportPages *self, double *width, double *height)
{
  g_return_if_fail (self != NULL && width != NULL && height != NULL);

  *width = self->paper.width;
  *height = self->paper.height;
}

/**
 * ent_report_pages_get_label:
 * @self: pages
 * @page: number of a page, from 0
 *
 * Returns: (transfer none): where a page belongs in a chart that takes several, such as B2; ""
 *   where there is nothing to tell
 */
const char *
ent_report_pages_get_label (EntReportPages *self, guint page)
{
  g_return_val_if_fail (self != NULL && page < self->n_pages, "");

  return g_ptr_array_index (self->labels, page);
}

/**
 * ent_report_pages_get_outline:
 * @self: pages
 *
 * Returns: (transfer none) (element-type EntReportOutline): the parts of the document and their
 *   pages
 */
GArray *
ent_report_pages_get_outline (EntReportPages *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->outline;
}
