/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document: a title and blocks of text, tables and charts. */
#include "config.h"

#include "report/ent-report.h"

#include <glib/gi18n.h>
#include <string.h>

struct _EntReport {
  GObject parent_instance;

  char *title;
  char *subtitle;
  char *author;
  char *date;
  char *period;
  GPtrArray *blocks;
};

G_DEFINE_QUARK (ent-report-error-quark, ent_report_error)

G_DEFINE_FINAL_TYPE (EntReport, ent_report, G_TYPE_OBJECT)

static void
ent_report_finalize (GObject *object)
{
  EntReport *self = ENT_REPORT (object);

  g_free (self->title);
  g_free (self->subtitle);
  g_free (self->author);
  g_free (self->date);
  g_free (self->period);
  g_ptr_array_unref (self->blocks);

  G_OBJECT_CLASS (ent_report_parent_class)->finalize (object);
}

static void
ent_report_class_init (EntReportClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ent_report_finalize;
}

static void
ent_report_init (EntReport *self)
{
  self->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) ent_block_free);
}

/**
 * ent_report_new:
 * @title: what kind of document it is, such as “Role chart”
 * @subtitle: what it is about, such as the title of the partnership
 * @author: who answers for it, or ""
 * @date: its date, as people read it
 *
 * Returns: (transfer full): a document without blocks
 */
EntReport *
ent_report_new (const char *title, const char *subtitle, const char *author, const char *date)
{
  EntReport *self;

  g_return_val_if_fail (title != NULL && subtitle != NULL, NULL);
  g_return_val_if_fail (author != NULL && date != NULL, NULL);

  self = g_object_new (ENT_TYPE_REPORT, NULL);
  self->title = g_strdup (title);
  self->subtitle = g_strdup (subtitle);
  self->author = g_strdup (author);
  self->date = g_strdup (date);

  return self;
}

/**
 * ent_report_get_title:
 * @self: a document
 *
 * Returns: (transfer none): what kind of document it is
 */
const char *
ent_report_get_title (EntReport *self)
{
  g_return_val_if_fail (ENT_IS_REPORT (self), "");

  return self->title;
}

/**
 * ent_report_get_subtitle:
 * @self: a document
 *
 * Returns: (transfer none): what it is about
 */
const char *
ent_report_get_subtitle (EntReport *self)
{
  g_return_val_if_fail (ENT_IS_REPORT (self), "");

  return self->subtitle;
}

/**
 * ent_report_get_author:
 * @self: a document
 *
 * Returns: (transfer none): who answers for it, or ""
 */
const char *
ent_report_get_author (EntReport *self)
{
  g_return_val_if_fail (ENT_IS_REPORT (self), "");

  return self->author;
}

/**
 * ent_report_get_date:
 * @self: a document
 *
 * Returns: (transfer none): its date, as people read it
 */
const char *
ent_report_get_date (EntReport *self)
{
  g_return_val_if_fail (ENT_IS_REPORT (self), "");

  return self->date;
}

/**
 * ent_report_set_period:
 * @self: a document
 * @period: (nullable): the period that it shows, as people read it; %NULL for all time
 *
 * Names the period in what programs are told of the document.
 */
void
ent_report_set_period (EntReport *self, const char *period)
{
  g_return_if_fail (ENT_IS_REPORT (self));

  g_free (self->period);
  self->period = g_strdup (period);
}

static char *
add_period (EntReport *self, const char *title)
{
  if (self->period == NULL)
    return g_strdup (title);

  /* Translators: a document and its period: “KPIs, 3 March to 18 May 2026” */
  return g_strdup_printf (C_("period", "%s, %s"), title, self->period);
}

/**
 * ent_report_dup_subject:
 * @self: a document
 *
 * Returns: (transfer full): what kind of document it is, and of which period
 */
char *
ent_report_dup_subject (EntReport *self)
{
  g_return_val_if_fail (ENT_IS_REPORT (self), NULL);

  return add_period (self, self->title);
}

/**
 * ent_report_dup_full_title:
 * @self: a document
 *
 * Returns: (transfer full): title, subtitle and period in one
 */
char *
ent_report_dup_full_title (EntReport *self)
{
  g_autofree char *title = NULL;

  g_return_val_if_fail (ENT_IS_REPORT (self), NULL);

  if (*self->subtitle == '\0')
    return add_period (self, self->title);

  /* Translators: a document and what it is about: “Role chart – Community garden” */
  title = g_strdup_printf (_("%s – %s"), self->title, self->subtitle);

  return add_period (self, title);
}

/**
 * ent_report_get_blocks:
 * @self: a document
 *
 * Returns: (transfer none) (element-type EntBlock): its blocks in their order
 */
GPtrArray *
ent_report_get_blocks (EntReport *self)
{
  g_return_val_if_fail (ENT_IS_REPORT (self), NULL);

  return self->blocks;
}

/**
 * ent_report_get_matrix:
 * @self: a document
 *
 * Returns: (transfer none) (nullable): its first matrix
 */
EntMatrixModel *
ent_report_get_matrix (EntReport *self)
{
  g_return_val_if_fail (ENT_IS_REPORT (self), NULL);

  for (guint i = 0; i < self->blocks->len; i++)
    {
      EntBlock *block = g_ptr_array_index (self->blocks, i);

      if (block->type == ENT_BLOCK_MATRIX)
        return block->matrix;
    }

  return NULL;
}

/**
 * ent_block_new:
 * @type: what it is
 * @text: (nullable): its text
 *
 * Returns: (transfer full): a block
 */
EntBlock *
ent_block_new (EntBlockType type, const char *text)
{
  EntBlock *block = g_new0 (EntBlock, 1);

  block->type = type;
  block->text = g_strdup (text);

  return block;
}

/**
 * ent_block_free:
 * @self: (transfer full): a block
 *
 * Frees it.
 */
void
ent_block_free (EntBlock *self)
{
  g_free (self->text);
  g_clear_object (&self->matrix);
  g_clear_object (&self->timeline);
  g_clear_pointer (&self->legend, g_array_unref);
  g_strfreev (self->columns);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->raws, g_ptr_array_unref);
  g_clear_pointer (&self->links, g_array_unref);
  g_free (self);
}

static EntBlock *
add_block (EntReport *self, EntBlockType type, const char *text)
{
  EntBlock *block = ent_block_new (type, text);

  g_ptr_array_add (self->blocks, block);

  return block;
}

/**
 * ent_report_add_heading:
 * @self: a document
 * @text: a heading
 *
 * Adds a heading.
 */
void
ent_report_add_heading (EntReport *self, const char *text)
{
  g_return_if_fail (ENT_IS_REPORT (self) && text != NULL);

  add_block (self, ENT_BLOCK_HEADING, text);
}

/**
 * ent_report_add_text:
 * @self: a document
 * @text: a paragraph
 *
 * Adds a paragraph.
 */
void
ent_report_add_text (EntReport *self, const char *text)
{
  g_return_if_fail (ENT_IS_REPORT (self) && text != NULL);

  add_block (self, ENT_BLOCK_TEXT, text);
}

/**
 * ent_report_add_subheading:
 * @self: a document
 * @text: a heading
 *
 * Adds a heading of a lower level.
 */
void
ent_report_add_subheading (EntReport *self, const char *text)
{
  g_return_if_fail (ENT_IS_REPORT (self) && text != NULL);

  add_block (self, ENT_BLOCK_SUBHEADING, text);
}

/**
 * ent_report_add_prose:
 * @self: a document
 * @text: a text of any length; its lines stay lines
 *
 * Adds a text that is there to be read. It goes on to the next page where it has to.
 */
void
ent_report_add_prose (EntReport *self, const char *text)
{
  g_return_if_fail (ENT_IS_REPORT (self) && text != NULL);

  add_block (self, ENT_BLOCK_PROSE, text);
}

/**
 * ent_report_add_legend:
 * @self: a document
 * @items: (array length=n_items): what it explains; copied, but not the strings in it
 * @n_items: how many
 *
 * Adds what the letters of a matrix mean.
 */
void
ent_report_add_legend (EntReport *self, const EntLegendItem *items, guint n_items)
{
  EntBlock *block;

  g_return_if_fail (ENT_IS_REPORT (self) && items != NULL);

  block = add_block (self, ENT_BLOCK_LEGEND, NULL);
  block->legend = g_array_new (FALSE, FALSE, sizeof (EntLegendItem));
  g_array_append_vals (block->legend, items, n_items);
}

/**
 * ent_report_add_matrix:
 * @self: a document
 * @text: what it is called, for who does not see it
 * @matrix: a matrix with at least one row and one column, which must not change any more
 *
 * Adds a matrix.
 */
void
ent_report_add_matrix (EntReport *self, const char *text, EntMatrixModel *matrix)
{
  g_return_if_fail (ENT_IS_REPORT (self) && text != NULL);
  g_return_if_fail (ENT_IS_MATRIX_MODEL (matrix));

  add_block (self, ENT_BLOCK_MATRIX, text)->matrix = g_object_ref (matrix);
}

/**
 * ent_report_add_timeline:
 * @self: a document
 * @text: what it is called
 * @timeline: a timeline that does not change any more
 * @first: the first day to show, as ent_day_to_number() counts
 * @last: the last one, not before @first
 *
 * Adds a timeline.
 */
void
ent_report_add_timeline (EntReport *self, const char *text, EntTimelineModel *timeline, int first,
                         int last)
{
  EntBlock *block;

  g_return_if_fail (ENT_IS_REPORT (self) && text != NULL);
  g_return_if_fail (ENT_IS_TIMELINE_MODEL (timeline) && first <= last);

  block = add_block (self, ENT_BLOCK_TIMELINE, text);
  block->timeline = g_object_ref (timeline);
  block->first = first;
  block->last = last;
}

/**
 * ent_report_add_table:
 * @self: a document
 * @columns: (array zero-terminated=1): its header, at most %ENT_BLOCK_MOST_COLUMNS columns
 * @weights: how much of the width each column gets; they need not add up to anything. The last ones
 *   may be 0, for columns that only spreadsheets get
 *
 * Adds a table.
 *
 * Returns: (transfer none): the table, for ent_block_take_row()
 */
EntBlock *
ent_report_add_table (EntReport *self, const char *const *columns, const double *weights)
{
  EntBlock *block;
  guint n;

  g_return_val_if_fail (ENT_IS_REPORT (self) && columns != NULL && weights != NULL, NULL);

  n = g_strv_length ((char **) columns);
  g_return_val_if_fail (n > 0 && n <= G_N_ELEMENTS (block->weights), NULL);

  block = add_block (self, ENT_BLOCK_TABLE, NULL);
  block->columns = g_strdupv ((char **) columns);
  memcpy (block->weights, weights, n * sizeof *weights);
  while (block->n_shown < n && weights[block->n_shown] > 0)
    block->n_shown++;
  block->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  block->raws = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  block->links = g_array_new (FALSE, FALSE, sizeof (int));

  return block;
}

/**
 * ent_block_hide:
 * @self: a table
 * @text: what it is called
 *
 * Leaves a table to spreadsheets: for who reads, the document says the same in prose.
 */
void
ent_block_hide (EntBlock *self, const char *text)
{
  g_return_if_fail (self != NULL && self->type == ENT_BLOCK_TABLE && text != NULL);

  g_free (self->text);
  self->text = g_strdup (text);
  self->unseen = TRUE;
}

/**
 * ent_block_unlist:
 * @self: a table
 *
 * Leaves a table to who reads: spreadsheets get the same in another one.
 */
void
ent_block_unlist (EntBlock *self)
{
  g_return_if_fail (self != NULL && self->type == ENT_BLOCK_TABLE);

  self->unlisted = TRUE;
}

/**
 * ent_block_take_row:
 * @self: a table
 * @texts: (array zero-terminated=1) (transfer full): a text for each column
 * @link: the row of the document's matrix that it is about, or -1
 *
 * Adds a row to a table.
 */
void
ent_block_take_row (EntBlock *self, char **texts, int link)
{
  g_return_if_fail (self != NULL && self->type == ENT_BLOCK_TABLE);
  g_return_if_fail (g_strv_length (texts) == g_strv_length (self->columns));

  g_ptr_array_add (self->rows, texts);
  g_ptr_array_add (self->raws, NULL);
  g_array_append_val (self->links, link);
}

/**
 * ent_block_set_types:
 * @self: a table
 * @types: (array): what each of its columns holds
 *
 * Makes it a table of data: one that spreadsheets get, with numbers as numbers and days as days. Its
 * rows come by ent_block_take_data_row().
 */
void
ent_block_set_types (EntBlock *self, const EntColumnType *types)
{
  g_return_if_fail (self != NULL && self->type == ENT_BLOCK_TABLE && types != NULL);

  memcpy (self->types, types, g_strv_length (self->columns) * sizeof *types);
  self->data = TRUE;
}

/**
 * ent_block_take_data_row:
 * @self: a table of data
 * @texts: (array zero-terminated=1) (transfer full): a text for each column, for people
 * @raws: (array zero-terminated=1) (transfer full): the same for programs: numbers as C writes them,
 *   days as `YYYY-MM-DD`, "" for none
 *
 * Adds a row to a table.
 */
void
ent_block_take_data_row (EntBlock *self, char **texts, char **raws)
{
  int none = -1;

  g_return_if_fail (self != NULL && self->type == ENT_BLOCK_TABLE);
  g_return_if_fail (g_strv_length (texts) == g_strv_length (self->columns));
  g_return_if_fail (g_strv_length (raws) == g_strv_length (self->columns));

  g_ptr_array_add (self->rows, texts);
  g_ptr_array_add (self->raws, raws);
  g_array_append_val (self->links, none);
}
