/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document: a title and blocks of text, tables and charts. The writers and the pages draw the
 * same blocks, so that print, PDF, picture, HTML and CSV say the same. */
#pragma once

#include "render/ent-matrix-model.h"
#include "render/ent-timeline-model.h"
#include "report/ent-report-error.h"

G_BEGIN_DECLS

/**
 * EntBlockType:
 * @ENT_BLOCK_HEADING: a heading
 * @ENT_BLOCK_SUBHEADING: a heading of a lower level
 * @ENT_BLOCK_TEXT: a paragraph about what is shown
 * @ENT_BLOCK_PROSE: a text that is there to be read, which may have several paragraphs
 * @ENT_BLOCK_LEGEND: what the letters of a matrix mean
 * @ENT_BLOCK_MATRIX: a matrix
 * @ENT_BLOCK_TABLE: a table of texts
 * @ENT_BLOCK_TIMELINE: a timeline
 */
typedef enum {
  ENT_BLOCK_HEADING,
  ENT_BLOCK_SUBHEADING,
  ENT_BLOCK_TEXT,
  ENT_BLOCK_PROSE,
  ENT_BLOCK_LEGEND,
  ENT_BLOCK_MATRIX,
  ENT_BLOCK_TABLE,
  ENT_BLOCK_TIMELINE,
} EntBlockType;

/**
 * EntLegendItem:
 * @letters: as in a cell, or "" for a mark
 * @tone: how the cell is filled
 * @label: the word for it, translated
 * @meaning: what it means, translated
 * @mark: a mark to explain instead of letters
 */
typedef struct {
  const char *letters;
  EntMatrixTone tone;
  const char *label;
  const char *meaning;
  EntMatrixMark mark;
} EntLegendItem;

/* A table has at most so many columns. */
#define ENT_BLOCK_MOST_COLUMNS 24

/**
 * EntColumnType:
 * @ENT_COLUMN_TEXT: texts
 * @ENT_COLUMN_NUMBER: numbers
 * @ENT_COLUMN_DATE: days
 *
 * What a column of a table holds, for spreadsheets.
 */
typedef enum {
  ENT_COLUMN_TEXT,
  ENT_COLUMN_NUMBER,
  ENT_COLUMN_DATE,
} EntColumnType;

/**
 * EntBlock:
 * @type: what it is
 * @text: for headings and paragraphs, the text; for a matrix or timeline, what it is called, and for a
 *   table that is unseen
 * @matrix: for a matrix
 * @legend: (element-type EntLegendItem): for a legend
 * @columns: (array zero-terminated=1): for a table, its header
 * @weights: for a table, how much of the width each column gets
 * @n_shown: for a table, how many of its columns people see; those after them, which have no weight,
 *   are for spreadsheets
 * @types: for a table, what each column holds
 * @rows: (element-type GStrv): for a table, as many texts a row as there are columns
 * @raws: (element-type GStrv): for a table, the same rows for programs, %NULL for a row that has none
 * @links: (element-type gint): for a table, the row of the matrix each row is about, or -1
 * @timeline: for a timeline
 * @first: for a timeline, the first day to show, as ent_day_to_number() counts
 * @last: for a timeline, the last one
 * @data: for a table, whether it goes into a table for a spreadsheet beside the matrices
 * @unseen: for a table, whether only spreadsheets get it, since the document says the same in prose
 * @unlisted: for a table, whether spreadsheets do without it, since another table has the same
 *
 * A part of a document.
 */
typedef struct {
  EntBlockType type;
  char *text;
  EntMatrixModel *matrix;
  GArray *legend;
  char **columns;
  double weights[ENT_BLOCK_MOST_COLUMNS];
  guint n_shown;
  EntColumnType types[ENT_BLOCK_MOST_COLUMNS];
  GPtrArray *rows;
  GPtrArray *raws;
  GArray *links;
  EntTimelineModel *timeline;
  int first;
  int last;
  gboolean data;
  gboolean unseen;
  gboolean unlisted;
} EntBlock;

#define ENT_TYPE_REPORT (ent_report_get_type ())
G_DECLARE_FINAL_TYPE (EntReport, ent_report, ENT, REPORT, GObject)

EntReport  *ent_report_new           (const char         *title,
                                      const char         *subtitle,
                                      const char         *author,
                                      const char         *date);
const char *ent_report_get_title     (EntReport          *self);
const char *ent_report_get_subtitle  (EntReport          *self);
const char *ent_report_get_author    (EntReport          *self);
const char *ent_report_get_date      (EntReport          *self);
void        ent_report_set_period    (EntReport          *self,
                                      const char         *period);
char       *ent_report_dup_subject   (EntReport          *self);
char       *ent_report_dup_full_title (EntReport         *self);
GPtrArray  *ent_report_get_blocks    (EntReport          *self);
EntMatrixModel *ent_report_get_matrix (EntReport         *self);

void        ent_report_add_heading   (EntReport          *self,
                                      const char         *text);
void        ent_report_add_text      (EntReport          *self,
                                      const char         *text);
void        ent_report_add_subheading (EntReport         *self,
                                      const char         *text);
void        ent_report_add_prose     (EntReport          *self,
                                      const char         *text);
void        ent_report_add_legend    (EntReport          *self,
                                      const EntLegendItem *items,
                                      guint               n_items);
void        ent_report_add_matrix    (EntReport          *self,
                                      const char         *text,
                                      EntMatrixModel     *matrix);
void        ent_report_add_timeline  (EntReport          *self,
                                      const char         *text,
                                      EntTimelineModel   *timeline,
                                      int                 first,
                                      int                 last);
EntBlock   *ent_report_add_table     (EntReport          *self,
                                      const char *const  *columns,
                                      const double       *weights);
void        ent_block_hide           (EntBlock           *self,
                                      const char         *text);
void        ent_block_unlist         (EntBlock           *self);
void        ent_block_take_row       (EntBlock           *self,
                                      char              **texts,
                                      int                 link);
void        ent_block_set_types      (EntBlock           *self,
                                      const EntColumnType *types);
void        ent_block_take_data_row  (EntBlock           *self,
                                      char              **texts,
                                      char              **raws);
EntBlock   *ent_block_new            (EntBlockType        type,
                                      const char         *text);
void        ent_block_free           (EntBlock           *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntBlock, ent_block_free)

G_END_DECLS
