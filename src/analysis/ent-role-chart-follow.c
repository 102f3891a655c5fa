/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a step of the project changes in a role chart. */
#include "config.h"

#include "analysis/ent-role-chart-private.h"

static EntRoleChartUpdate *
update_new (void)
{
  EntRoleChartUpdate *update = g_new0 (EntRoleChartUpdate, 1);

  update->cells = g_array_new (FALSE, FALSE, sizeof (EntRoleChartCell));
  update->tasks = g_hash_table_new (NULL, NULL);
  update->roles = g_hash_table_new (NULL, NULL);
  update->partners = g_hash_table_new (NULL, NULL);
  update->gone = g_hash_table_new (NULL, NULL);

  return update;
}

void
_ent_role_chart_update_free (EntRoleChartUpdate *update)
{
  g_array_unref (update->cells);
  g_hash_table_unref (update->tasks);
  g_hash_table_unref (update->roles);
  g_hash_table_unref (update->partners);
  g_hash_table_unref (update->gone);
  g_free (update);
}

/* The assignment's code as the project has it now, whatever the step did to it on the way. */
static int
read_code (EntRoleChart *self, EntRecord *assignment)
{
  EntRecord *present = ent_project_lookup_kind (self->project, ENT_KIND_ASSIGNMENT,
                                                ent_record_get_id (assignment));

  return present != NULL ? ent_record_get_enum (present, ENT_ASSIGNMENT_CODE)
                         : ENT_ROLE_CHART_EMPTY;
}

static void
follow_assignment (EntRoleChart *self, EntRecord *assignment, EntRoleChartUpdate *update)
{
  EntRecord *task = ent_project_lookup_kind (self->project, ENT_KIND_TASK,
    ent_record_get_string (assignment, ENT_ASSIGNMENT_TASK));
  EntRecord *role = ent_project_lookup_kind (self->project, ENT_KIND_ROLE,
    ent_record_get_string (assignment, ENT_ASSIGNMENT_ROLE));
  int row = ent_role_chart_find_task (self, task);
  int column = ent_role_chart_find_role (self, role);
  EntRoleChartCell cell = { (guint) row, (guint) column };
  gint8 *code;
  int now;

  if (row < 0 || column < 0)
    {
      /* A letter of a task or role that is gone: the other side has one fewer. */
      if (row >= 0)
        g_hash_table_add (update->tasks, task);
      if (column >= 0)
        g_hash_table_add (update->roles, role);
      return;
    }

  code = chart_cell (self, cell.row, cell.column);
  now = read_code (self, assignment);
  if (*code == now)
    return;

  _ent_role_chart_count_cell (self, cell.row, cell.column, -1);
  *code = (gint8) now;
  _ent_role_chart_count_cell (self, cell.row, cell.column, 1);

  g_array_append_val (update->cells, cell);
  g_hash_table_add (update->tasks, task);
  g_hash_table_add (update->roles, role);
}

/* A name, partner or status that is shown with the letters of a role: reaches its tasks too. */
static void
reach_role (EntRoleChart *self, EntRecord *role, EntRoleChartUpdate *update)
{
  int column = ent_role_chart_find_role (self, role);

  if (column < 0)
    return;

  g_hash_table_add (update->roles, role);
  for (guint row = 0; row < self->rows->len; row++)
    if (*chart_cell (self, row, (guint) column) != ENT_ROLE_CHART_EMPTY)
      g_hash_table_add (update->tasks, chart_row (self, row)->task);
}

static void
reach_task_roles (EntRoleChart *self, guint row, EntRoleChartUpdate *update)
{
  for (guint column = 0; column < self->columns->len; column++)
    if (*chart_cell (self, row, column) != ENT_ROLE_CHART_EMPTY)
      g_hash_table_add (update->roles, chart_column (self, column)->role);
}

static void
follow_status (EntRoleChart *self, guint row, EntRoleChartUpdate *update)
{
  EntChartRow *r = chart_row (self, row);
  EntTaskStatus status = (EntTaskStatus) ent_record_get_enum (r->task, ENT_TASK_STATUS);

  if (status == r->status)
    return;

  for (guint column = 0; column < self->columns->len; column++)
    _ent_role_chart_count_cell (self, row, column, -1);
  update->size |= (status == ENT_TASK_DROPPED) != (r->status == ENT_TASK_DROPPED);
  self->n_kept -= r->status != ENT_TASK_DROPPED;
  r->status = status;
  self->n_kept += r->status != ENT_TASK_DROPPED;
  for (guint column = 0; column < self->columns->len; column++)
    _ent_role_chart_count_cell (self, row, column, 1);

  reach_task_roles (self, row, update);
}

static void
follow_task (EntRoleChart *self, const EntChange *change, EntRoleChartUpdate *update)
{
  int row = ent_role_chart_find_task (self, change->record);

  if (row < 0)
    {
      g_hash_table_add (update->gone, change->record);
      return;
    }

  g_hash_table_add (update->tasks, change->record);
  if (change->type != ENT_CHANGE_SET || change->field == ENT_TASK_STATUS)
    follow_status (self, (guint) row, update);
  if (change->type == ENT_CHANGE_SET)
    update->layout |= change->field == ENT_TASK_TITLE || change->field == ENT_TASK_STATUS;
  else
    update->size |= change->type != ENT_CHANGE_MOVE;
}

static void
follow_role (EntRoleChart *self, const EntChange *change, EntRoleChartUpdate *update)
{
  if (ent_role_chart_find_role (self, change->record) < 0)
    {
      g_hash_table_add (update->gone, change->record);
      return;
    }

  if (change->type != ENT_CHANGE_SET || change->field == ENT_ROLE_TITLE
      || change->field == ENT_ROLE_PARTNER)
    reach_role (self, change->record, update);
  g_hash_table_add (update->roles, change->record);
  update->layout |= change->type == ENT_CHANGE_SET
    && (change->field == ENT_ROLE_TITLE || change->field == ENT_ROLE_HOLDER);
}

/* A role's old and new partner both have one role more or less. */
static void
reach_role_partners (EntRoleChart *self, const EntChange *change, EntRoleChartUpdate *update)
{
  const char *ids[3] = { ent_record_get_string (change->record, ENT_ROLE_PARTNER) };

  if (change->type == ENT_CHANGE_SET && change->field == ENT_ROLE_PARTNER)
    {
      ids[1] = change->old_value.form == ENT_VALUE_STRING ? change->old_value.s : NULL;
      ids[2] = change->new_value.form == ENT_VALUE_STRING ? change->new_value.s : NULL;
    }

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      EntRecord *partner = ids[i] != NULL && *ids[i] != '\0'
        ? ent_project_lookup_kind (self->project, ENT_KIND_PARTNER, ids[i]) : NULL;

      if (partner != NULL)
        g_hash_table_add (update->partners, partner);
    }
}

static void
follow_partner (EntRoleChart *self, const EntChange *change, EntRoleChartUpdate *update)
{
  if (ent_record_get_project (change->record) != self->project)
    {
      g_hash_table_add (update->gone, change->record);
      return;
    }

  g_hash_table_add (update->partners, change->record);
  if (change->type != ENT_CHANGE_SET
      || (change->field != ENT_PARTNER_NAME && change->field != ENT_PARTNER_SHORT_NAME
          && change->field != ENT_PARTNER_STATUS))
    return;

  update->layout = TRUE;
  for (guint i = 0; i < self->columns->len; i++)
    {
      EntChartColumn *column = chart_column (self, i);

      if (ent_role_chart_get_group_partner (self, column->group) == change->record)
        reach_role (self, column->role, update);
    }
}

static void
follow_person (EntRoleChart *self, EntRecord *person, EntRoleChartUpdate *update)
{
  for (guint column = 0; column < self->columns->len; column++)
    {
      EntRecord *role = chart_column (self, column)->role;

      if (g_str_equal (ent_record_get_string (role, ENT_ROLE_HOLDER), ent_record_get_id (person)))
        {
          g_hash_table_add (update->roles, role);
          update->layout = TRUE;
        }
    }
}

static void
follow (EntRoleChart *self, const EntChange *change, EntRoleChartUpdate *update)
{
  switch (ent_record_get_kind (change->record))
    {
    case ENT_KIND_ASSIGNMENT:
      follow_assignment (self, change->record, update);
      break;
    case ENT_KIND_TASK:
      follow_task (self, change, update);
      break;
    case ENT_KIND_ROLE:
      reach_role_partners (self, change, update);
      follow_role (self, change, update);
      break;
    case ENT_KIND_PARTNER:
      follow_partner (self, change, update);
      break;
    case ENT_KIND_PERSON:
      follow_person (self, change->record, update);
      break;
    default:
      break;
    }
}

/* Whether a change can add, remove or reorder rows or columns. */
static gboolean
changes_layout (const EntChange *change)
{
  EntKind kind = ent_record_get_kind (change->record);

  if (change->type == ENT_CHANGE_SET)
    return kind == ENT_KIND_ROLE && change->field == ENT_ROLE_PARTNER;

  return kind == ENT_KIND_TASK || kind == ENT_KIND_ROLE || kind == ENT_KIND_PARTNER;
}

static gboolean
update_is_empty (const EntRoleChartUpdate *update)
{
  return !update->layout && !update->size && update->cells->len == 0
    && g_hash_table_size (update->tasks) == 0 && g_hash_table_size (update->roles) == 0
    && g_hash_table_size (update->partners) == 0 && g_hash_table_size (update->gone) == 0;
}

EntRoleChartUpdate *
_ent_role_chart_follow (EntRoleChart *self, const EntChangeSet *set)
{
  g_autoptr(EntRoleChartUpdate) update = update_new ();
  guint n_tasks = self->rows->len;

  for (guint i = 0; i < set->changes->len && !update->layout; i++)
    update->layout = changes_layout (g_ptr_array_index (set->changes, i));

  if (update->layout)
    _ent_role_chart_lay_out (self);
  update->size = self->rows->len != n_tasks;

  for (guint i = 0; i < set->changes->len; i++)
    follow (self, g_ptr_array_index (set->changes, i), update);

  return update_is_empty (update) ? NULL : g_steal_pointer (&update);
}
