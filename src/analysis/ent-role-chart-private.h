/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The role chart's inside, shared by the files that make it up. */
#pragma once

#include "analysis/ent-role-chart.h"

G_BEGIN_DECLS

typedef struct {
  EntRecord *task;
  EntTaskStatus status;
  guint counts[ENT_N_ROLE_LETTERS];
} EntChartRow;

typedef struct {
  EntRecord *role;
  guint group;
  guint filled;                      /* cells with a code, in tasks that are not dropped */
  guint counts[ENT_N_ROLE_LETTERS];  /* the same by letter */
  guint open[ENT_N_ROLE_LETTERS];    /* in tasks that are still to be done */
} EntChartColumn;

struct _EntRoleChart {
  GObject parent_instance;

  EntProject *project;
  GArray *rows;                      /* EntChartRow, holding a reference to the task */
  GArray *columns;                   /* EntChartColumn, holding a reference to the role */
  GPtrArray *groups;                 /* the partner of each group; NULL for "without a partner" */
  GHashTable *row_of;                /* task → number */
  GHashTable *column_of;             /* role → number */
  gint8 *codes;                      /* row by row */
  guint n_kept;                      /* tasks that are not dropped */
};

static inline EntChartRow *
chart_row (EntRoleChart *self, guint row)
{
  return &g_array_index (self->rows, EntChartRow, row);
}

static inline EntChartColumn *
chart_column (EntRoleChart *self, guint column)
{
  return &g_array_index (self->columns, EntChartColumn, column);
}

static inline gint8 *
chart_cell (EntRoleChart *self, guint row, guint column)
{
  return &self->codes[(gsize) row * self->columns->len + column];
}

static inline gboolean
chart_status_is_open (EntTaskStatus status)
{
  return status == ENT_TASK_PLANNED || status == ENT_TASK_UNDER_WAY;
}

/* Adds a cell to the counts of its row and column, or takes it away with @by -1. */
void                _ent_role_chart_count_cell  (EntRoleChart       *self,
                                                 guint               row,
                                                 guint               column,
                                                 int                 by);

/* Lays rows and columns out anew and carries over what they hold. */
void                _ent_role_chart_lay_out     (EntRoleChart       *self);

/* Lays the chart out and reads every letter. */
void                _ent_role_chart_read        (EntRoleChart       *self);

/* Follows one step of the project; NULL if it did not concern the chart. */
EntRoleChartUpdate *_ent_role_chart_follow      (EntRoleChart       *self,
                                                 const EntChangeSet *set);
void                _ent_role_chart_update_free (EntRoleChartUpdate *update);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntRoleChartUpdate, _ent_role_chart_update_free)

G_END_DECLS
