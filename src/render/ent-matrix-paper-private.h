/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What planning a matrix on paper and drawing it share. */
#pragma once

#include "render/ent-matrix-draw.h"
#include "render/ent-matrix-paper.h"

G_BEGIN_DECLS

#define ENT_MATRIX_PAPER_LINE 0.5   /* thickness of the lines */
#define ENT_MATRIX_PAPER_PAD 3.0    /* between a title and the lines around it */

/* A run of rows or columns on one page. */
typedef struct {
  guint first;
  guint n;
} EntMatrixCut;

/* The name of a group over its columns on one page. */
typedef struct {
  guint first;
  guint n;
  PangoLayout *layout;
  gboolean upward;
} EntMatrixBand;

struct _EntMatrixPaper {
  EntMatrixModel *model;
  PangoContext *context;
  EntMatrixPen *pen;
  gboolean rtl;

  double width;
  double first_height;
  double height;

  double size;              /* of titles and letters */
  double title_width;       /* the column of row titles */
  double column_width;
  double band_height;
  double header_height;
  guint header_lines;       /* for titles read upward */
  gboolean upward;          /* titles of columns are read from the bottom to the top */
  gboolean details;         /* with the second line of column headers */
  gboolean marks;           /* rows leave room for a mark */

  GPtrArray *row_titles;    /* PangoLayout */
  GPtrArray *column_titles; /* PangoLayout */
  GPtrArray *column_details; /* PangoLayout or NULL */
  PangoLayout *corner;      /* what the rows are */
  double unit;              /* heights of rows are multiples of it */
  double *row_heights;
  GArray *down;             /* EntMatrixCut of rows */
  GArray *across;           /* EntMatrixCut of columns */
  GPtrArray *bands;         /* for each of @across: GArray of EntMatrixBand */
  GPtrArray *keys;          /* names in full */
  GHashTable *key_numbers;  /* a name of @keys → its number, from 1 */
};

/* Chooses the size of the letters, lays everything out and cuts it. */
void _ent_matrix_paper_plan  (EntMatrixPaper *self);

/* Forgets the plan. */
void _ent_matrix_paper_clear (EntMatrixPaper *self);

G_END_DECLS
