/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One block after another, page by page: what stands where. A heading stays with what follows it, a
 * table is cut between rows and repeats its header, a chart is cut as EntMatrixPaper does it. */
#include "config.h"

#include "report/ent-report-pages-private.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#define TITLE_SIZE 18.0
#define SUBTITLE_SIZE 11.0
#define HEADING_SIZE 12.0
#define SUBHEADING_SIZE 10.0
#define PROSE_SIZE 10.0
#define HEAD_HEIGHT 18.0            /* the line at the top of further pages */
#define FOOT_HEIGHT 16.0
#define GAP 10.0
#define LEAST_ROOM 90.0             /* less than this is left empty before a heading or a chart */

static double
page_width (EntReportPages *self)
{
  return self->paper.width - self->paper.left - self->paper.right;
}

static double
page_top (EntReportPages *self, guint page)
{
  return self->paper.top + (page > 0 ? HEAD_HEIGHT : 0);
}

static double
page_bottom (EntReportPages *self)
{
  return self->paper.height - self->paper.bottom - (self->picture ? 0 : FOOT_HEIGHT);
}

/* --- The flow -------------------------------------------------------------------------------- */

static void
next_page (EntReportFlow *flow)
{
  flow->page++;
  flow->y = page_top (flow->self, flow->page);
  flow->self->n_pages = flow->page + 1;
  g_ptr_array_add (flow->self->labels, g_strdup (""));
}

static EntPiece *
put (EntReportFlow *flow, EntPieceType type, double height)
{
  EntPiece *piece = g_new0 (EntPiece, 1);

  piece->type = type;
  piece->page = flow->page;
  piece->y = flow->y;
  flow->y += height;
  g_ptr_array_add (flow->self->pieces, piece);

  return piece;
}

static double
room (EntReportFlow *flow)
{
  return page_bottom (flow->self) - flow->y;
}

/* The first of the pieces that introduce what comes next: a heading on this page, and the text and
 * legend after it. Where the page has nothing else there is none to move. */
static int
find_introduction (EntReportFlow *flow)
{
  GPtrArray *pieces = flow->self->pieces;

  for (int i = (int) pieces->len - 1; i > 0; i--)
    {
      const EntPiece *piece = g_ptr_array_index (pieces, i);
      const EntPiece *before = g_ptr_array_index (pieces, i - 1);

      if (piece->page != flow->page)
        return -1;
      if (piece->type == ENT_PIECE_HEADING)
        return before->page == flow->page ? i : -1;
      if (piece->type != ENT_PIECE_TEXT && piece->type != ENT_PIECE_LEGEND)
        return -1;
    }

  return -1;
}

/* Goes on to the next page and takes the heading of what comes next along. */
static void
next_page_with_heading (EntReportFlow *flow)
{
  EntReportPages *self = flow->self;
  int first = find_introduction (flow);
  double height = flow->y;
  double shift;

  if (first < 0)
    {
      next_page (flow);
      return;
    }
  height -= ((EntPiece *) g_ptr_array_index (self->pieces, first))->y;
  next_page (flow);
  shift = flow->y - ((EntPiece *) g_ptr_array_index (self->pieces, first))->y;
  for (guint i = (guint) first; i < self->pieces->len; i++)
    {
      EntPiece *piece = g_ptr_array_index (self->pieces, i);

      piece->page = flow->page;
      piece->y += shift;
    }
  /* The heading was the last to enter the outline. */
  g_array_index (self->outline, EntReportOutline, self->outline->len - 1).page = flow->page;
  g_array_index (self->outline, EntReportOutline, self->outline->len - 1).y = flow->y;
  flow->y += height;
}

static void
add_outline (EntReportFlow *flow, const char *text, guint level)
{
  EntReportOutline outline = { g_strdup (text), level, flow->page, flow->y };

  g_array_append_val (flow->self->outline, outline);
}

/* --- Blocks ---------------------------------------------------------------------------------- */

static void
flow_title (EntReportFlow *flow)
{
  EntReportPages *self = flow->self;
  double width = page_width (self);
  double height;

  self->date = ent_paper_layout_new (self->context, ent_report_get_date (self->report),
                                     ENT_PAGES_TEXT_SIZE, FALSE);
  self->title = ent_paper_layout_new (self->context, ent_report_get_title (self->report),
                                      TITLE_SIZE, TRUE);
  ent_paper_layout_fit (self->title, width - ent_paper_layout_width (self->date) - GAP, 2);
  height = ent_paper_layout_height (self->title) + 2;
  if (*ent_report_get_subtitle (self->report) != '\0')
    {
      self->subtitle = ent_paper_layout_new (self->context, ent_report_get_subtitle (self->report),
                                             SUBTITLE_SIZE, FALSE);
      ent_paper_layout_fit (self->subtitle, width, 3);
      height += ent_paper_layout_height (self->subtitle) + 4;
    }

  add_outline (flow, ent_report_get_title (self->report), 1);
  put (flow, ENT_PIECE_TITLE, height);
}

static gboolean
is_below_heading (EntReportFlow *flow)
{
  GPtrArray *pieces = flow->self->pieces;
  const EntPiece *last = pieces->len > 0 ? g_ptr_array_index (pieces, pieces->len - 1) : NULL;

  return last != NULL && last->type == ENT_PIECE_HEADING;
}

/* A heading that has nothing but this one below it goes along. */
static void
make_room_for_heading (EntReportFlow *flow)
{
  if (room (flow) >= LEAST_ROOM)
    flow->y += is_below_heading (flow) ? 0 : GAP;
  else if (is_below_heading (flow))
    next_page_with_heading (flow);
  else
    next_page (flow);
}

static void
flow_heading (EntReportFlow *flow, const char *text)
{
  PangoLayout *layout = ent_paper_layout_new (flow->self->context, text, HEADING_SIZE, TRUE);

  make_room_for_heading (flow);
  ent_paper_layout_fit (layout, page_width (flow->self), 2);
  add_outline (flow, text, 1);
  put (flow, ENT_PIECE_HEADING, ent_paper_layout_height (layout) + 5)->layout = layout;
}

static void
flow_subheading (EntReportFlow *flow, const char *text)
{
  PangoLayout *layout = ent_paper_layout_new (flow->self->context, text, SUBHEADING_SIZE, TRUE);

  make_room_for_heading (flow);
  ent_paper_layout_fit (layout, page_width (flow->self), 3);
  add_outline (flow, text, 2);
  put (flow, ENT_PIECE_SUBHEADING, ent_paper_layout_height (layout) + 3)->layout = layout;
}

static void
flow_text (EntReportFlow *flow, const char *text)
{
  PangoLayout *layout = ent_paper_layout_new (flow->self->context, text, ENT_PAGES_TEXT_SIZE,
                                              FALSE);
  double height;

  ent_paper_layout_fit (layout, page_width (flow->self), 0);
  height = ent_paper_layout_height (layout) + 6;
  if (height > room (flow))
    next_page (flow);
  put (flow, ENT_PIECE_TEXT, height)->layout = layout;
}

static PangoLayout *
lay_out_prose (EntReportPages *self, const char *text)
{
  PangoLayout *layout = ent_paper_layout_new (self->context, "", PROSE_SIZE, FALSE);

  ent_paper_layout_set_lines (layout, text);
  ent_paper_layout_fit (layout, page_width (self), 0);

  return layout;
}

/* Where in its text the first line begins that does not fit into a height; one line always does. */
static int
find_cut (PangoLayout *layout, double height)
{
  g_autoptr(PangoLayoutIter) iter = pango_layout_get_iter (layout);
  gboolean first = TRUE;

  do
    {
      PangoRectangle line;

      pango_layout_iter_get_line_extents (iter, NULL, &line);
      if (!first && pango_units_to_double (line.y + line.height) > height)
        return pango_layout_iter_get_line_readonly (iter)->start_index;
      first = FALSE;
    }
  while (pango_layout_iter_next_line (iter));

  return -1;
}

/* A text longer than the page goes on where it was cut, between two lines. */
static void
flow_prose (EntReportFlow *flow, const char *text)
{
  double line = ent_paper_line_height (flow->self->context, PROSE_SIZE);
  g_autofree char *rest = g_strdup (text);

  while (rest != NULL)
    {
      PangoLayout *layout = lay_out_prose (flow->self, rest);
      g_autofree char *shown = g_strdup (pango_layout_get_text (layout));
      int cut;

      if (room (flow) < 2 * line)
        next_page (flow);
      cut = find_cut (layout, room (flow));
      g_clear_pointer (&rest, g_free);
      if (cut > 0)
        {
          rest = g_strdup (shown + cut);
          shown[shown[cut - 1] == '\n' ? cut - 1 : cut] = '\0';
          g_object_unref (layout);
          layout = lay_out_prose (flow->self, shown);
        }
      put (flow, ENT_PIECE_PROSE, ent_paper_layout_height (layout) + 6)->layout = layout;
    }
}

static void
legend_clear (gpointer data)
{
  g_clear_object (&((EntPagesLegend *) data)->layout);
}

static PangoLayout *
lay_out_legend_item (EntReportPages *self, const EntLegendItem *item)
{
  /* Translators: a letter of the role chart explained: “Responsible: does the work” */
  g_autofree char *text = g_strdup_printf (C_("legend", "%s: %s"), item->label, item->meaning);
  PangoLayout *layout = ent_paper_layout_new (self->context, text, ENT_PAGES_TABLE_SIZE, FALSE);
  g_autoptr(PangoAttrList) attributes = pango_attr_list_copy (pango_layout_get_attributes (layout));
  PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);

  bold->end_index = (guint) strlen (item->label);
  pango_attr_list_insert (attributes, bold);
  pango_layout_set_attributes (layout, attributes);

  return layout;
}

static void
flow_legend (EntReportFlow *flow, EntBlock *block)
{
  EntReportPages *self = flow->self;
  GArray *legend = g_array_new (FALSE, FALSE, sizeof (EntPagesLegend));
  double x = 0;
  double y = 2;

  g_array_set_clear_func (legend, legend_clear);
  for (guint i = 0; i < block->legend->len; i++)
    {
      EntPagesLegend entry = { &g_array_index (block->legend, EntLegendItem, i) };

      entry.layout = lay_out_legend_item (self, entry.item);
      entry.width = ENT_PAGES_LEGEND_WIDTH + 5 + ent_paper_layout_width (entry.layout);
      if (x > 0 && x + entry.width > page_width (self))
        {
          x = 0;
          y += ENT_PAGES_LEGEND_HEIGHT + 4;
        }
      entry.x = x;
      entry.y = y;
      x += entry.width + 14;
      g_array_append_val (legend, entry);
    }

  put (flow, ENT_PIECE_LEGEND, y + ENT_PAGES_LEGEND_HEIGHT + GAP)->legend = legend;
}

static void
set_label (EntReportPages *self, guint page, char *label)
{
  g_free (g_ptr_array_index (self->labels, page));
  g_ptr_array_index (self->labels, page) = label;
}

EntPagesMatrix *
_ent_report_pages_plan_matrix (EntReportPages *self,
                               EntMatrixModel *model,
                               double          width,
                               double          first_height,
                               double          height)
{
  EntPagesMatrix *matrix = g_new0 (EntPagesMatrix, 1);

  matrix->model = model;
  matrix->paper = ent_matrix_paper_new (model, self->context, width, first_height, height);
  matrix->number = self->matrices->len;
  g_ptr_array_add (self->matrices, matrix);

  return matrix;
}

/* In a picture all of them were planned before, to know how large it becomes. */
static EntPagesMatrix *
find_planned (EntReportPages *self, EntMatrixModel *model)
{
  for (guint i = 0; i < self->matrices->len; i++)
    {
      EntPagesMatrix *matrix = g_ptr_array_index (self->matrices, i);

      if (matrix->model == model)
        return matrix;
    }

  return NULL;
}

static void
flow_keys (EntReportFlow *flow, EntPagesMatrix *matrix)
{
  guint n = ent_matrix_paper_get_n_keys (matrix->paper);

  if (n == 0)
    return;

  flow_heading (flow, _("Names in full"));
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = g_strdup_printf ("[%u] %s", i + 1,
                                               ent_matrix_paper_get_key (matrix->paper, i));

      flow_text (flow, text);
    }
}

/* “B2”; in the second matrix of a document “2·B2”, for whoever lays the sheets side by side. */
static char *
dup_label (EntPagesMatrix *matrix, guint down, guint across)
{
  g_autofree char *label = ent_matrix_paper_dup_label (matrix->paper, down, across);

  return matrix->number == 0 ? g_steal_pointer (&label)
                             : g_strdup_printf ("%u·%s", matrix->number + 1, label);
}

static void
flow_matrix_page (EntReportFlow *flow, EntPagesMatrix *matrix, guint down, guint across,
                  gboolean several)
{
  EntPiece *piece;

  if (several)
    {
      char *label = dup_label (matrix, down, across);

      add_outline (flow, label, 2);
      set_label (flow->self, flow->page, label);
    }

  piece = put (flow, ENT_PIECE_MATRIX, ent_matrix_paper_get_block_height (matrix->paper, down));
  piece->matrix = matrix;
  piece->first = down;
  piece->n = across;
}

static EntPagesMatrix *
begin_matrix (EntReportFlow *flow, EntMatrixModel *model)
{
  EntReportPages *self = flow->self;
  double full = page_bottom (self) - page_top (self, 1);

  if (self->picture)
    return find_planned (self, model);
  if (room (flow) < MIN (full / 3, 2 * LEAST_ROOM))
    next_page_with_heading (flow);

  return _ent_report_pages_plan_matrix (self, model, page_width (self), room (flow), full);
}

static void
flow_matrix (EntReportFlow *flow, EntBlock *block)
{
  EntPagesMatrix *matrix = begin_matrix (flow, block->matrix);
  guint n_down = ent_matrix_paper_get_n_down (matrix->paper);
  guint n_across = ent_matrix_paper_get_n_across (matrix->paper);

  for (guint down = 0; down < n_down; down++)
    for (guint across = 0; across < n_across; across++)
      {
        if (down > 0 || across > 0)
          next_page (flow);
        flow_matrix_page (flow, matrix, down, across, n_down * n_across > 1);
      }

  flow->y += GAP / 2;
  flow_keys (flow, matrix);
}

/* --- Timelines ------------------------------------------------------------------------------- */

static EntTimelinePaper *
plan_timeline (EntReportFlow *flow, EntBlock *block)
{
  EntReportPages *self = flow->self;
  EntTimelinePaper *paper = ent_timeline_paper_new (block->timeline, self->context,
                                                    page_width (self), room (flow),
                                                    page_bottom (self) - page_top (self, 1));

  ent_timeline_paper_set_period (paper, block->first, block->last);

  return paper;
}

static void
flow_timeline (EntReportFlow *flow, EntBlock *block)
{
  EntTimelinePaper *paper = plan_timeline (flow, block);

  if (ent_timeline_paper_starts_anew (paper))
    {
      ent_timeline_paper_free (paper);
      next_page_with_heading (flow);
      paper = plan_timeline (flow, block);
    }
  g_ptr_array_add (flow->self->timelines, paper);

  for (guint part = 0; part < ent_timeline_paper_get_n_parts (paper); part++)
    {
      EntPiece *piece;

      if (part > 0)
        next_page (flow);
      piece = put (flow, ENT_PIECE_TIMELINE, ent_timeline_paper_get_height (paper, part));
      piece->timeline = paper;
      piece->first = part;
    }
  flow->y += GAP / 2;
}

/* --- Tables ---------------------------------------------------------------------------------- */

static void
lay_out_row (EntReportPages *self, EntPagesTable *table, char **texts, gboolean header)
{
  double height = ent_paper_line_height (self->context, ENT_PAGES_TABLE_SIZE);

  for (guint i = 0; i < table->n_columns; i++)
    {
      PangoLayout *layout = ent_paper_layout_new (self->context, texts[i], ENT_PAGES_TABLE_SIZE,
                                                  header);

      if (strchr (texts[i], '\n') != NULL)
        ent_paper_layout_set_lines (layout, texts[i]);
      ent_paper_layout_fit (layout, table->widths[i] - 2 * ENT_PAGES_CELL_PAD, 0);
      height = MAX (height, ent_paper_layout_height (layout));
      g_ptr_array_add (table->layouts, layout);
    }

  height = ceil (height + 2 * ENT_PAGES_CELL_PAD);
  g_array_append_val (table->heights, height);
}

static EntPagesTable *
lay_out_table (EntReportPages *self, EntBlock *block)
{
  EntPagesTable *table = g_new0 (EntPagesTable, 1);
  double total = 0;
  double x = 0;

  table->block = block;
  table->n_columns = block->n_shown;
  table->layouts = g_ptr_array_new_with_free_func (g_object_unref);
  table->heights = g_array_new (FALSE, FALSE, sizeof (double));
  g_ptr_array_add (self->tables, table);

  for (guint i = 0; i < table->n_columns; i++)
    total += block->weights[i];
  for (guint i = 0; i < table->n_columns; i++)
    {
      table->x[i] = x;
      table->widths[i] = floor (page_width (self) * block->weights[i] / total);
      x += table->widths[i];
    }

  lay_out_row (self, table, block->columns, TRUE);
  for (guint i = 0; i < block->rows->len; i++)
    lay_out_row (self, table, g_ptr_array_index (block->rows, i), FALSE);

  return table;
}

static double
row_height (EntPagesTable *table, guint row)
{
  return g_array_index (table->heights, double, row + 1);
}

static void
flow_table (EntReportFlow *flow, EntBlock *block)
{
  EntPagesTable *table = lay_out_table (flow->self, block);
  double header = g_array_index (table->heights, double, 0);
  guint first = 0;
  gboolean moved = FALSE;

  while (first < block->rows->len)
    {
      EntPiece *piece;
      double height = header;
      guint n = 0;

      while (first + n < block->rows->len
             && (n == 0 || height + row_height (table, first + n) <= room (flow)))
        height += row_height (table, first + n++);
      if (height > room (flow) && flow->y > page_top (flow->self, flow->page) + 1 && !moved)
        {
          next_page_with_heading (flow);
          moved = TRUE;
          continue;
        }

      piece = put (flow, ENT_PIECE_TABLE, height);
      piece->table = table;
      piece->first = first;
      piece->n = n;
      first += n;
      moved = FALSE;
    }

  flow->y += GAP / 2;
}

/* Puts a block where the last one ended. */
void
_ent_report_pages_flow (EntReportFlow *flow, EntBlock *block)
{
  switch (block->type)
    {
    case ENT_BLOCK_HEADING:
      flow_heading (flow, block->text);
      break;
    case ENT_BLOCK_SUBHEADING:
      flow_subheading (flow, block->text);
      break;
    case ENT_BLOCK_PROSE:
      flow_prose (flow, block->text);
      break;
    case ENT_BLOCK_TEXT:
      flow_text (flow, block->text);
      break;
    case ENT_BLOCK_LEGEND:
      flow_legend (flow, block);
      break;
    case ENT_BLOCK_MATRIX:
      flow_matrix (flow, block);
      break;
    case ENT_BLOCK_TIMELINE:
      flow_timeline (flow, block);
      break;
    case ENT_BLOCK_TABLE:
    default:
      if (!block->unseen)
        flow_table (flow, block);
      break;
    }
}

/* Begins with the title, on the first page. */
EntReportFlow
_ent_report_pages_begin (EntReportPages *self)
{
  EntReportFlow flow = { self, 0, page_top (self, 0) };

  self->n_pages = 1;
  g_ptr_array_add (self->labels, g_strdup (""));
  flow_title (&flow);

  return flow;
}
