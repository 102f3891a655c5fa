/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What planning the pages of a document and drawing them share. */
#pragma once

#include "render/ent-matrix-draw.h"
#include "render/ent-matrix-paper.h"
#include "render/ent-timeline-paper.h"
#include "report/ent-report-pages.h"

G_BEGIN_DECLS

#define ENT_PAGES_TEXT_SIZE 9.0
#define ENT_PAGES_TABLE_SIZE 8.5
#define ENT_PAGES_SMALL_SIZE 7.5
#define ENT_PAGES_CELL_PAD 3.0
#define ENT_PAGES_LEGEND_WIDTH 24.0
#define ENT_PAGES_LEGEND_HEIGHT 14.0

/* Something in its place on a page. */
typedef enum {
  ENT_PIECE_TITLE,
  ENT_PIECE_HEADING,
  ENT_PIECE_SUBHEADING,
  ENT_PIECE_TEXT,
  ENT_PIECE_PROSE,
  ENT_PIECE_LEGEND,
  ENT_PIECE_MATRIX,
  ENT_PIECE_TABLE,
  ENT_PIECE_TIMELINE,
} EntPieceType;

/* A table with its texts laid out: the header first, then row by row. */
typedef struct {
  EntBlock *block;
  guint n_columns;
  double x[ENT_BLOCK_MOST_COLUMNS];
  double widths[ENT_BLOCK_MOST_COLUMNS];
  GPtrArray *layouts;       /* PangoLayout */
  GArray *heights;          /* double, of the header and of each row */
} EntPagesTable;

/* An entry of a legend. */
typedef struct {
  const EntLegendItem *item;
  PangoLayout *layout;
  double x;                 /* from the start of the line */
  double y;
  double width;
} EntPagesLegend;

/* A matrix and how it is cut. */
typedef struct {
  EntMatrixModel *model;
  EntMatrixPaper *paper;
  guint number;             /* 0 for the first of the document */
} EntPagesMatrix;

typedef struct {
  EntPieceType type;
  guint page;
  double y;
  PangoLayout *layout;      /* headings, text, prose */
  EntPagesTable *table;
  GArray *legend;           /* EntPagesLegend */
  EntPagesMatrix *matrix;
  EntTimelinePaper *timeline;
  guint first;              /* rows of a table, how far down the matrix, part of the timeline */
  guint n;                  /* rows of a table, or how far across the matrix */
} EntPiece;

struct _EntReportPages {
  EntReport *report;
  PangoContext *context;
  EntPaper paper;
  gboolean picture;
  gboolean rtl;

  guint n_pages;
  GPtrArray *pieces;        /* EntPiece, in the order of the pages */
  GPtrArray *tables;        /* EntPagesTable */
  GPtrArray *labels;        /* of each page, "" where it has none */
  GArray *outline;
  GPtrArray *matrices;      /* EntPagesMatrix */
  GPtrArray *timelines;     /* EntTimelinePaper */
  EntMatrixPen *pen;

  PangoLayout *title;
  PangoLayout *subtitle;
  PangoLayout *date;
};

/* Where the next piece goes. */
typedef struct {
  EntReportPages *self;
  guint page;
  double y;
} EntReportFlow;

double          _ent_report_pages_place       (EntReportPages *self,
                                               double          start,
                                               double          width);

/* ent-report-pages-flow.c */
EntReportFlow   _ent_report_pages_begin       (EntReportPages *self);
void            _ent_report_pages_flow        (EntReportFlow  *flow,
                                               EntBlock       *block);
EntPagesMatrix *_ent_report_pages_plan_matrix (EntReportPages *self,
                                               EntMatrixModel *model,
                                               double          width,
                                               double          first_height,
                                               double          height);

G_END_DECLS
