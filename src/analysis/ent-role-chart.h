/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The role chart: tasks down, roles across, a letter where they meet. Derived from a project and
 * kept up to date with it; nothing here is ever saved. */
#pragma once

#include "model/ent-project.h"

G_BEGIN_DECLS

/**
 * EntRoleLetter:
 * @ENT_ROLE_LETTER_R: does the work
 * @ENT_ROLE_LETTER_A: answers for it and signs off
 * @ENT_ROLE_LETTER_C: is asked before
 * @ENT_ROLE_LETTER_I: is told after
 *
 * What is counted. A cell with A/R counts as an A and as an R.
 */
typedef enum {
  ENT_ROLE_LETTER_R,
  ENT_ROLE_LETTER_A,
  ENT_ROLE_LETTER_C,
  ENT_ROLE_LETTER_I,
  ENT_N_ROLE_LETTERS
} EntRoleLetter;

/* The code of a cell nobody has filled in. */
#define ENT_ROLE_CHART_EMPTY (-1)

/**
 * EntRoleChartCell:
 * @row: number of the task
 * @column: number of the role
 */
typedef struct {
  guint row;
  guint column;
} EntRoleChartCell;

/**
 * EntRoleChartUpdate:
 * @layout: whether rows, columns, groups or their names changed
 * @size: whether tasks were added, removed, dropped or taken up again, which concerns every role
 * @cells: (element-type EntRoleChartCell): cells whose code changed, by their present place
 * @tasks: (element-type EntRecord): tasks in the chart that a change reached
 * @roles: (element-type EntRecord): roles in the chart that a change reached
 * @partners: (element-type EntRecord): partners that a change reached
 * @gone: (element-type EntRecord): tasks, roles and partners that left the project
 *
 * What one step changed. The sets are hash tables of records that hold no reference.
 */
typedef struct {
  gboolean layout;
  gboolean size;
  GArray *cells;
  GHashTable *tasks;
  GHashTable *roles;
  GHashTable *partners;
  GHashTable *gone;
} EntRoleChartUpdate;

#define ENT_TYPE_ROLE_CHART (ent_role_chart_get_type ())
G_DECLARE_FINAL_TYPE (EntRoleChart, ent_role_chart, ENT, ROLE_CHART, GObject)

EntRoleChart *ent_role_chart_new                (EntProject    *project);
void          ent_role_chart_freeze             (EntRoleChart  *self);
EntProject   *ent_role_chart_get_project        (EntRoleChart  *self);

guint         ent_role_chart_get_n_tasks        (EntRoleChart  *self);
guint         ent_role_chart_get_n_roles        (EntRoleChart  *self);
EntRecord    *ent_role_chart_get_task           (EntRoleChart  *self,
                                                 guint          row);
EntRecord    *ent_role_chart_get_role           (EntRoleChart  *self,
                                                 guint          column);
int           ent_role_chart_find_task          (EntRoleChart  *self,
                                                 EntRecord     *task);
int           ent_role_chart_find_role          (EntRoleChart  *self,
                                                 EntRecord     *role);

int           ent_role_chart_get_code           (EntRoleChart  *self,
                                                 guint          row,
                                                 guint          column);

guint         ent_role_chart_get_n_groups       (EntRoleChart  *self);
guint         ent_role_chart_get_group          (EntRoleChart  *self,
                                                 guint          column);
EntRecord    *ent_role_chart_get_group_partner  (EntRoleChart  *self,
                                                 guint          group);

gboolean      ent_role_chart_is_dropped         (EntRoleChart  *self,
                                                 guint          row);
gboolean      ent_role_chart_is_open            (EntRoleChart  *self,
                                                 guint          row);
guint         ent_role_chart_get_n_kept         (EntRoleChart  *self);

guint         ent_role_chart_count_in_task      (EntRoleChart  *self,
                                                 guint          row,
                                                 EntRoleLetter  letter);
guint         ent_role_chart_count_in_role      (EntRoleChart  *self,
                                                 guint          column,
                                                 EntRoleLetter  letter);
guint         ent_role_chart_count_open_in_role (EntRoleChart  *self,
                                                 guint          column,
                                                 EntRoleLetter  letter);
guint         ent_role_chart_count_filled       (EntRoleChart  *self,
                                                 guint          column);
gboolean      ent_role_code_has_letter          (int            code,
                                                 EntRoleLetter  letter);

G_END_DECLS
