/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The role chart as a compact table of codes, one byte a cell, with counts for every task and role.
 * It hears each step of the project once, after it is complete, and touches only what it reaches.
 *
 * Rows are the tasks in the order of their list. Columns are the roles grouped by partner: partners
 * in the order of their list, roles in theirs, roles without a partner last.
 *
 * Dropped tasks keep their row, so that they can be seen and taken up again, but count for nothing.
 * Tasks that are done still count as part of a role, but not as work it has before it. */
#include "config.h"

#include "analysis/ent-role-chart-private.h"

enum { UPDATED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EntRoleChart, ent_role_chart, G_TYPE_OBJECT)

static void
ent_role_chart_dispose (GObject *object)
{
  EntRoleChart *self = ENT_ROLE_CHART (object);

  if (self->project != NULL)
    g_signal_handlers_disconnect_by_data (self->project, self);
  g_clear_object (&self->project);
  g_clear_pointer (&self->rows, g_array_unref);
  g_clear_pointer (&self->columns, g_array_unref);
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  g_clear_pointer (&self->row_of, g_hash_table_unref);
  g_clear_pointer (&self->column_of, g_hash_table_unref);
  g_clear_pointer (&self->codes, g_free);

  G_OBJECT_CLASS (ent_role_chart_parent_class)->dispose (object);
}

static void
ent_role_chart_class_init (EntRoleChartClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = ent_role_chart_dispose;

  /**
   * EntRoleChart::updated:
   * @self: the chart
   * @update: (type gpointer): an #EntRoleChartUpdate, valid during the emission
   *
   * One step of the project reached the chart, which is up to date again.
   */
  signals[UPDATED] = g_signal_new ("updated", ENT_TYPE_ROLE_CHART, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
unref_if_set (gpointer object)
{
  if (object != NULL)
    g_object_unref (object);
}

static void
ent_role_chart_init (EntRoleChart *self)
{
  self->rows = g_array_new (FALSE, TRUE, sizeof (EntChartRow));
  self->columns = g_array_new (FALSE, TRUE, sizeof (EntChartColumn));
  self->groups = g_ptr_array_new_with_free_func (unref_if_set);
  self->row_of = g_hash_table_new (NULL, NULL);
  self->column_of = g_hash_table_new (NULL, NULL);
}

static void
on_committed (EntRoleChart *self, const EntChangeSet *set)
{
  g_autoptr(EntRoleChartUpdate) update = _ent_role_chart_follow (self, set);

  if (update != NULL)
    g_signal_emit (self, signals[UPDATED], 0, update);
}

/* --- Public ---------------------------------------------------------------------------------- */

/**
 * ent_role_chart_new:
 * @project: the project to follow
 *
 * Returns: (transfer full): its role chart
 */
EntRoleChart *
ent_role_chart_new (EntProject *project)
{
  EntRoleChart *self;

  g_return_val_if_fail (ENT_IS_PROJECT (project), NULL);

  self = g_object_new (ENT_TYPE_ROLE_CHART, NULL);
  self->project = g_object_ref (project);
  _ent_role_chart_read (self);
  g_signal_connect_object (project, "committed", G_CALLBACK (on_committed), self,
                           G_CONNECT_SWAPPED);

  return self;
}

/**
 * ent_role_chart_freeze:
 * @self: a role chart
 *
 * Follows the project no longer, for documents: its tasks, roles and letters stay those of now,
 * while the records may go on to get other names.
 */
void
ent_role_chart_freeze (EntRoleChart *self)
{
  g_return_if_fail (ENT_IS_ROLE_CHART (self));

  g_signal_handlers_disconnect_by_func (self->project, on_committed, self);
}

/**
 * ent_role_chart_get_project:
 * @self: a role chart
 *
 * Returns: (transfer none): the project it is about
 */
EntProject *
ent_role_chart_get_project (EntRoleChart *self)
{
  g_return_val_if_fail (ENT_IS_ROLE_CHART (self), NULL);

  return self->project;
}

/**
 * ent_role_chart_get_n_tasks:
 * @self: a role chart
 *
 * Returns: the number of rows, dropped tasks included
 */
guint
ent_role_chart_get_n_tasks (EntRoleChart *self)
{
  g_return_val_if_fail (ENT_IS_ROLE_CHART (self), 0);

  return self->rows->len;
}

/**
 * ent_role_chart_get_n_roles:
 * @self: a role chart
 *
 * Returns: the number of columns
 */
guint
ent_role_chart_get_n_roles (EntRoleChart *self)
{
  g_return_val_if_fail (ENT_IS_ROLE_CHART (self), 0);

  return self->columns->len;
}

/**
 * ent_role_chart_get_task:
 * @self: a role chart
 * @row: number of a row
 *
 * Returns: (transfer none): the task of that row
 */
EntRecord *
ent_role_chart_get_task (EntRoleChart *self, guint row)
{
  g_return_val_if_fail (ENT_IS_ROLE_CHART (self), NULL);
  g_return_val_if_fail (row < self->rows->len, NULL);

  return chart_row (self, row)->task;
}

/**
 * ent_role_chart_get_role:
 * @self: a role chart
 * @column: number of a column
 *
 * Returns: (transfer none): the role of that column
 */
EntRecord *
ent_role_chart_get_role (EntRoleChart *self, guint column)
{
  g_return_val_if_fail (ENT_IS_ROLE_CHART (self), NULL);
  g_return_val_if_fail (column < self->columns->len, NULL);

  return chart_column (self, column)->role;
}

static int
find_place (GHashTable *places, EntRecord *record)
{
  gpointer place;

  if (record == NULL || !g_hash_table_lookup_extended (places, record, NULL, &place))
    return -1;

  return GPOINTER_TO_INT (place);
}

/**
 * ent_role_chart_find_task:
 * @self: a role chart
 * @task: (nullable): a record
 *
 * Returns: the number of its row, or -1
 */
int
ent_role_chart_find_task (EntRoleChart *self, EntRecord *task)
{
  g_return_val_if_fail (ENT_IS_ROLE_CHART (self), -1);

  return find_place (self->row_of, task);
}

/**
 * ent_role_chart_find_role:
 * @self: a role chart
 * @role: (nullable): a record
 *
 * Returns: the number of its column, or -1
 */
int
ent_role_chart_find_role (EntRoleChart *self, EntRecord *role)
{
  g_return_val_if_fail (ENT_IS_ROLE_CHART (self), -1);

  return find_place (self->column_of, role);
}

/**
 * ent_role_chart_get_code:
 * @self: a role chart
 * @row: number of a row
 * @column: number of a column
 *
 * Returns: the #EntCode of that cell, or %ENT_ROLE_CHART_EMPTY
 */
int
ent_role_chart_get_code (EntRoleChart *self, guint row, guint column)
{
  g_return_val_if_fail (ENT_IS_ROLE_CHART (self), ENT_ROLE_CHART_EMPTY);
  g_return_val_if_fail (row < self->rows->len, ENT_ROLE_CHART_EMPTY);
  g_return_val_if_fail (column < self->columns->len, ENT_ROLE_CHART_EMPTY);

  return *chart_cell (self, row, column);
}

/**
 * ent_role_chart_get_n_groups:
 * @self: a role chart
 *
 * Returns: the number of partners that have a role, and one for roles without a partner
 */
guint
ent_role_chart_get_n_groups (EntRoleChart *self)
{
  g_return_val_if_fail (ENT_IS_ROLE_CHART (self), 0);

  return self->groups->len;
}

/**
 * ent_role_chart_get_group:
 * @self: a role chart
 * @column: number of a column
 *
 * Returns: the number of the group it stands in
 */
guint
ent_role_chart_get_group (EntRoleChart *self, guint column)
{
  g_return_val_if_fail (ENT_IS_ROLE_CHART (self), 0);
  g_return_val_if_fail (column < self->columns->len, 0);

  return chart_column (self, column)->group;
}

/**
 * ent_role_chart_get_group_partner:
 * @self: a role chart
 * @group: number of a group
 *
 * Returns: (transfer none) (nullable): its partner; %NULL for the roles without a partner
 */
EntRecord *
ent_role_chart_get_group_partner (EntRoleChart *self, guint group)
{
  g_return_val_if_fail (ENT_IS_ROLE_CHART (self), NULL);
  g_return_val_if_fail (group < self->groups->len, NULL);

  return g_ptr_array_index (self->groups, group);
}

/**
 * ent_role_chart_is_dropped:
 * @self: a role chart
 * @row: number of a row
 *
 * Returns: whether the task was dropped, and so counts for nothing
 */
gboolean
ent_role_chart_is_dropped (EntRoleChart *self, guint row)
{
  g_return_val_if_fail (ENT_IS_ROLE_CHART (self), FALSE);
  g_return_val_if_fail (row < self->rows->len, FALSE);

  return chart_row (self, row)->status == ENT_TASK_DROPPED;
}

/**
 * ent_role_chart_is_open:
 * @self: a role chart
 * @row: number of a row
 *
 * Returns: whether the task is still to be done: neither done nor dropped
 */
gboolean
ent_role_chart_is_open (EntRoleChart *self, guint row)
{
  g_return_val_if_fail (ENT_IS_ROLE_CHART (self), FALSE);
  g_return_val_if_fail (row < self->rows->len, FALSE);

  return chart_status_is_open (chart_row (self, row)->status);
}

/**
 * ent_role_chart_get_n_kept:
 * @self: a role chart
 *
 * Returns: the number of tasks that are not dropped
 */
guint
ent_role_chart_get_n_kept (EntRoleChart *self)
{
  g_return_val_if_fail (ENT_IS_ROLE_CHART (self), 0);

  return self->n_kept;
}

/**
 * ent_role_chart_count_in_task:
 * @self: a role chart
 * @row: number of a row
 * @letter: a letter
 *
 * Returns: how many roles have @letter in that task
 */
guint
ent_role_chart_count_in_task (EntRoleChart *self, guint row, EntRoleLetter letter)
{
  g_return_val_if_fail (ENT_IS_ROLE_CHART (self), 0);
  g_return_val_if_fail (row < self->rows->len, 0);
  g_return_val_if_fail (letter < ENT_N_ROLE_LETTERS, 0);

  return chart_row (self, row)->counts[letter];
}

/**
 * ent_role_chart_count_in_role:
 * @self: a role chart
 * @column: number of a column
 * @letter: a letter
 *
 * Returns: in how many tasks that are not dropped the role has @letter
 */
guint
ent_role_chart_count_in_role (EntRoleChart *self, guint column, EntRoleLetter letter)
{
  g_return_val_if_fail (ENT_IS_ROLE_CHART (self), 0);
  g_return_val_if_fail (column < self->columns->len, 0);
  g_return_val_if_fail (letter < ENT_N_ROLE_LETTERS, 0);

  return chart_column (self, column)->counts[letter];
}

/**
 * ent_role_chart_count_open_in_role:
 * @self: a role chart
 * @column: number of a column
 * @letter: a letter
 *
 * Returns: in how many tasks that are still to be done the role has @letter
 */
guint
ent_role_chart_count_open_in_role (EntRoleChart *self, guint column, EntRoleLetter letter)
{
  g_return_val_if_fail (ENT_IS_ROLE_CHART (self), 0);
  g_return_val_if_fail (column < self->columns->len, 0);
  g_return_val_if_fail (letter < ENT_N_ROLE_LETTERS, 0);

  return chart_column (self, column)->open[letter];
}

/**
 * ent_role_chart_count_filled:
 * @self: a role chart
 * @column: number of a column
 *
 * Returns: in how many tasks that are not dropped the role has any letter
 */
guint
ent_role_chart_count_filled (EntRoleChart *self, guint column)
{
  g_return_val_if_fail (ENT_IS_ROLE_CHART (self), 0);
  g_return_val_if_fail (column < self->columns->len, 0);

  return chart_column (self, column)->filled;
}

/**
 * ent_role_code_has_letter:
 * @code: an #EntCode, or %ENT_ROLE_CHART_EMPTY
 * @letter: a letter
 *
 * Returns: whether a cell with @code counts as @letter; A/R counts as both A and R
 */
gboolean
ent_role_code_has_letter (int code, EntRoleLetter letter)
{
  switch (code)
    {
    case ENT_CODE_RESPONSIBLE:
      return letter == ENT_ROLE_LETTER_R;
    case ENT_CODE_ACCOUNTABLE:
      return letter == ENT_ROLE_LETTER_A;
    case ENT_CODE_ACCOUNTABLE_RESPONSIBLE:
      return letter == ENT_ROLE_LETTER_A || letter == ENT_ROLE_LETTER_R;
    case ENT_CODE_CONSULTED:
      return letter == ENT_ROLE_LETTER_C;
    case ENT_CODE_INFORMED:
      return letter == ENT_ROLE_LETTER_I;
    default:
      return FALSE;
    }
}
