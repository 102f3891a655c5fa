/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the position matrix share. */
#pragma once

#include "render/ent-position-matrix.h"

G_BEGIN_DECLS

/* After the partners: sums for, sums against, division. After the goals: involvement,
 * ambivalence. */
typedef enum {
  POSITION_TOTAL_FOR,
  POSITION_TOTAL_AGAINST,
  POSITION_TOTAL_DIVISION,
  POSITION_N_COLUMN_TOTALS
} PositionColumnTotal;

typedef enum {
  POSITION_TOTAL_INVOLVEMENT,
  POSITION_TOTAL_AMBIVALENCE,
  POSITION_N_ROW_TOTALS
} PositionRowTotal;

struct _EntPositionMatrix {
  GObject parent_instance;

  EntAlignment *alignment;
  EntPositionView view;
  GArray *rows;                 /* guint: numbers of goals */
  GArray *columns;              /* guint: numbers of partners */
};

static inline guint
position_matrix_goal (EntPositionMatrix *self, guint row)
{
  return g_array_index (self->rows, guint, row);
}

static inline guint
position_matrix_partner (EntPositionMatrix *self, guint column)
{
  return g_array_index (self->columns, guint, column);
}

static inline gboolean
position_matrix_is_value (EntPositionMatrix *self, guint row, guint column)
{
  return row < self->rows->len && column < self->columns->len;
}

static inline int
position_matrix_value (EntPositionMatrix *self, guint row, guint column)
{
  return ent_alignment_get_value (self->alignment, position_matrix_goal (self, row),
                                  position_matrix_partner (self, column));
}

static inline EntRecord *
position_matrix_position (EntPositionMatrix *self, guint row, guint column)
{
  return ent_alignment_get_position (self->alignment, position_matrix_goal (self, row),
                                     position_matrix_partner (self, column));
}

/* ent-position-matrix.c */
EntMatrixSigns _ent_position_matrix_get_change   (EntPositionMatrix *self,
                                                  guint              row,
                                                  guint              column);

/* ent-position-matrix-order.c */
void        _ent_position_matrix_arrange         (EntPositionMatrix *self);

/* ent-position-matrix-totals.c */
const char *_ent_position_matrix_get_total       (EntPositionMatrix *self,
                                                  guint              row,
                                                  guint              column);
char       *_ent_position_matrix_explain_total   (EntPositionMatrix *self,
                                                  guint              row,
                                                  guint              column);
const char *_ent_position_matrix_get_total_title (gboolean           is_row,
                                                  guint              number);

/* ent-position-matrix-words.c: never empty */
const char *_ent_position_matrix_get_goal_name    (EntPositionMatrix *self,
                                                   guint              row);
const char *_ent_position_matrix_get_partner_name (EntPositionMatrix *self,
                                                   guint              column);
void        _ent_position_matrix_init_words      (EntMatrixModelInterface *iface);

/* ent-position-matrix-edit.c */
void        _ent_position_matrix_init_editing    (EntMatrixModelInterface *iface);

G_END_DECLS
