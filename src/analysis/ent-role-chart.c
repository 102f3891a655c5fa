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

#include "analysis/ent-role-chart.h"

#include <string.h>

typedef struct {
  EntRecord *task;
  EntTaskStatus status;
  guint counts[ENT_N_ROLE_LETTERS];
} Row;

typedef struct {
  EntRecord *role;
  guint group;
  guint filled;                      /* cells with a code, in tasks that are not dropped */
  guint counts[ENT_N_ROLE_LETTERS];  /* the same by letter */
  guint open[ENT_N_ROLE_LETTERS];    /* in tasks that are still to be done */
} Column;

struct _EntRoleChart {
  GObject parent_instance;

  EntProject *project;
  GArray *rows;                      /* Row, holding a reference to the task */
  GArray *columns;                   /* Column, holding a reference to the role */
  GPtrArray *groups;                 /* the partner of each group; NULL for "without a partner" */
  GHashTable *row_of;                /* task → number */
  GHashTable *column_of;             /* role → number */
  gint8 *codes;                      /* row by row */
  guint n_kept;                      /* tasks that are not dropped */
};

enum { UPDATED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EntRoleChart, ent_role_chart, G_TYPE_OBJECT)

static Row *
get_row (EntRoleChart *self, guint row)
{
  return &g_array_index (self->rows, Row, row);
}

static Column *
get_column (EntRoleChart *self, guint column)
{
  return &g_array_index (self->columns, Column, column);
}

static gint8 *
get_cell (EntRoleChart *self, guint row, guint column)
{
  return &self->codes[(gsize) row * self->columns->len + column];
}

static void
row_clear (gpointer data)
{
  g_clear_object (&((Row *) data)->task);
}

static void
column_clear (gpointer data)
{
  g_clear_object (&((Column *) data)->role);
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

static gboolean
status_is_open (EntTaskStatus status)
{
  return status == ENT_TASK_PLANNED || status == ENT_TASK_UNDER_WAY;
}

/* Adds a cell to the counts of its row and column, or takes it away with @by -1. */
static void
count_cell (EntRoleChart *self, guint row, guint column, int by)
{
  Row *r = get_row (self, row);
  Column *c = get_column (self, column);
  int code = *get_cell (self, row, column);

  if (code == ENT_ROLE_CHART_EMPTY)
    return;

  if (r->status != ENT_TASK_DROPPED)
    c->filled += (guint) by;

  for (guint letter = 0; letter < ENT_N_ROLE_LETTERS; letter++)
    {
      if (!ent_role_code_has_letter (code, letter))
        continue;

      r->counts[letter] += (guint) by;
      if (r->status != ENT_TASK_DROPPED)
        c->counts[letter] += (guint) by;
      if (status_is_open (r->status))
        c->open[letter] += (guint) by;
    }
}

static void
count_everything (EntRoleChart *self)
{
  self->n_kept = 0;
  for (guint row = 0; row < self->rows->len; row++)
    memset (get_row (self, row)->counts, 0, sizeof (Row) - G_STRUCT_OFFSET (Row, counts));
  for (guint column = 0; column < self->columns->len; column++)
    memset (&get_column (self, column)->filled, 0, sizeof (Column) - G_STRUCT_OFFSET (Column, filled));

  for (guint row = 0; row < self->rows->len; row++)
    {
      self->n_kept += get_row (self, row)->status != ENT_TASK_DROPPED;
      for (guint column = 0; column < self->columns->len; column++)
        count_cell (self, row, column, 1);
    }
}

/* --- Layout ---------------------------------------------------------------------------------- */

static GArray *
collect_rows (EntRoleChart *self)
{
  guint n = ent_project_get_n_records (self->project, ENT_KIND_TASK);
  GArray *rows = g_array_sized_new (FALSE, TRUE, sizeof (Row), n);

  g_array_set_clear_func (rows, row_clear);
  for (guint i = 0; i < n; i++)
    {
      EntRecord *task = ent_project_get_record (self->project, ENT_KIND_TASK, i);
      Row row = { g_object_ref (task), ent_record_get_enum (task, ENT_TASK_STATUS), { 0 } };

      g_array_append_val (rows, row);
    }

  return rows;
}

static void
append_group (GArray *columns, GPtrArray *groups, EntRecord *partner, GPtrArray *roles)
{
  if (roles == NULL || roles->len == 0)
    return;

  g_ptr_array_add (groups, partner != NULL ? g_object_ref (partner) : NULL);
  for (guint i = 0; i < roles->len; i++)
    {
      Column column = { g_object_ref (g_ptr_array_index (roles, i)), groups->len - 1 };

      g_array_append_val (columns, column);
    }
}

static GArray *
collect_columns (EntRoleChart *self, GPtrArray *groups)
{
  g_autoptr(GHashTable) by_partner = g_hash_table_new_full (NULL, NULL, NULL,
                                                            (GDestroyNotify) g_ptr_array_unref);
  g_autoptr(GPtrArray) without = g_ptr_array_new ();
  GArray *columns = g_array_new (FALSE, TRUE, sizeof (Column));

  g_array_set_clear_func (columns, column_clear);
  for (guint i = 0; i < ent_project_get_n_records (self->project, ENT_KIND_ROLE); i++)
    {
      EntRecord *role = ent_project_get_record (self->project, ENT_KIND_ROLE, i);
      EntRecord *partner = ent_record_get_ref (role, ENT_ROLE_PARTNER);
      GPtrArray *roles = partner != NULL ? g_hash_table_lookup (by_partner, partner) : without;

      if (roles == NULL)
        {
          roles = g_ptr_array_new ();
          g_hash_table_insert (by_partner, partner, roles);
        }
      g_ptr_array_add (roles, role);
    }

  for (guint i = 0; i < ent_project_get_n_records (self->project, ENT_KIND_PARTNER); i++)
    {
      EntRecord *partner = ent_project_get_record (self->project, ENT_KIND_PARTNER, i);

      append_group (columns, groups, partner, g_hash_table_lookup (by_partner, partner));
    }
  append_group (columns, groups, NULL, without);

  return columns;
}

/* Where each of the new rows or columns stood before; -1 for new ones. */
static int *
map_to_old (GHashTable *old_places, gpointer (*get) (EntRoleChart *, guint), EntRoleChart *self,
            guint n)
{
  int *map = g_new (int, MAX (n, 1));

  for (guint i = 0; i < n; i++)
    {
      gpointer place;

      map[i] = g_hash_table_lookup_extended (old_places, get (self, i), NULL, &place)
             ? GPOINTER_TO_INT (place) : -1;
    }

  return map;
}

static gpointer
peek_task (EntRoleChart *self, guint row)
{
  return get_row (self, row)->task;
}

static gpointer
peek_role (EntRoleChart *self, guint column)
{
  return get_column (self, column)->role;
}

static GHashTable *
index_places (EntRoleChart *self, gpointer (*get) (EntRoleChart *, guint), guint n)
{
  GHashTable *places = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < n; i++)
    g_hash_table_insert (places, get (self, i), GINT_TO_POINTER (i));

  return places;
}

/* Lays rows and columns out anew and carries the codes over: a copy of one byte a cell. Cells of
 * rows and columns that were not there before are empty until their assignments are read. */
static void
lay_out (EntRoleChart *self)
{
  g_autoptr(GHashTable) old_row_of = g_steal_pointer (&self->row_of);
  g_autoptr(GHashTable) old_column_of = g_steal_pointer (&self->column_of);
  g_autoptr(GArray) old_rows = g_steal_pointer (&self->rows);
  g_autoptr(GArray) old_columns = g_steal_pointer (&self->columns);
  g_autofree gint8 *old = g_steal_pointer (&self->codes);
  g_autofree int *rows = NULL;
  g_autofree int *columns = NULL;

  g_ptr_array_set_size (self->groups, 0);
  self->rows = collect_rows (self);
  self->columns = collect_columns (self, self->groups);
  self->row_of = index_places (self, peek_task, self->rows->len);
  self->column_of = index_places (self, peek_role, self->columns->len);

  rows = map_to_old (old_row_of, peek_task, self, self->rows->len);
  columns = map_to_old (old_column_of, peek_role, self, self->columns->len);
  self->codes = g_malloc (MAX ((gsize) self->rows->len * self->columns->len, 1));
  for (guint row = 0; row < self->rows->len; row++)
    for (guint column = 0; column < self->columns->len; column++)
      *get_cell (self, row, column) = rows[row] >= 0 && columns[column] >= 0
        ? old[(gsize) rows[row] * old_columns->len + (guint) columns[column]]
        : ENT_ROLE_CHART_EMPTY;

  count_everything (self);
}

static void
read_everything (EntRoleChart *self)
{
  lay_out (self);

  for (guint i = 0; i < ent_project_get_n_records (self->project, ENT_KIND_ASSIGNMENT); i++)
    {
      EntRecord *record = ent_project_get_record (self->project, ENT_KIND_ASSIGNMENT, i);
      int row = ent_role_chart_find_task (self, ent_record_get_ref (record, ENT_ASSIGNMENT_TASK));
      int column = ent_role_chart_find_role (self, ent_record_get_ref (record, ENT_ASSIGNMENT_ROLE));

      if (row >= 0 && column >= 0)
        *get_cell (self, (guint) row, (guint) column)
          = (gint8) ent_record_get_enum (record, ENT_ASSIGNMENT_CODE);
    }

  count_everything (self);
}

/* --- Following the project ------------------------------------------------------------------- */

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

static void
update_free (EntRoleChartUpdate *update)
{
  g_array_unref (update->cells);
  g_hash_table_unref (update->tasks);
  g_hash_table_unref (update->roles);
  g_hash_table_unref (update->partners);
  g_hash_table_unref (update->gone);
  g_free (update);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntRoleChartUpdate, update_free)

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

  code = get_cell (self, cell.row, cell.column);
  now = read_code (self, assignment);
  if (*code == now)
    return;

  count_cell (self, cell.row, cell.column, -1);
  *code = (gint8) now;
  count_cell (self, cell.row, cell.column, 1);

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
    if (*get_cell (self, row, (guint) column) != ENT_ROLE_CHART_EMPTY)
      g_hash_table_add (update->tasks, get_row (self, row)->task);
}

static void
reach_task_roles (EntRoleChart *self, guint row, EntRoleChartUpdate *update)
{
  for (guint column = 0; column < self->columns->len; column++)
    if (*get_cell (self, row, column) != ENT_ROLE_CHART_EMPTY)
      g_hash_table_add (update->roles, get_column (self, column)->role);
}

static void
follow_status (EntRoleChart *self, guint row, EntRoleChartUpdate *update)
{
  Row *r = get_row (self, row);
  EntTaskStatus status = (EntTaskStatus) ent_record_get_enum (r->task, ENT_TASK_STATUS);

  if (status == r->status)
    return;

  for (guint column = 0; column < self->columns->len; column++)
    count_cell (self, row, column, -1);
  update->size |= (status == ENT_TASK_DROPPED) != (r->status == ENT_TASK_DROPPED);
  self->n_kept -= r->status != ENT_TASK_DROPPED;
  r->status = status;
  self->n_kept += r->status != ENT_TASK_DROPPED;
  for (guint column = 0; column < self->columns->len; column++)
    count_cell (self, row, column, 1);

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
  if (change->type != ENT_CHANGE_SET)
    {
      update->size |= change->type != ENT_CHANGE_MOVE;
      return;
    }

  if (change->field == ENT_TASK_STATUS)
    follow_status (self, (guint) row, update);
  if (change->field == ENT_TASK_TITLE || change->field == ENT_TASK_STATUS)
    update->layout = TRUE;
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
  for (guint column = 0; column < self->columns->len; column++)
    if (ent_role_chart_get_group_partner (self, get_column (self, column)->group) == change->record)
      reach_role (self, get_column (self, column)->role, update);
}

static void
follow_person (EntRoleChart *self, EntRecord *person, EntRoleChartUpdate *update)
{
  for (guint column = 0; column < self->columns->len; column++)
    {
      EntRecord *role = get_column (self, column)->role;

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

static void
on_committed (EntRoleChart *self, const EntChangeSet *set)
{
  g_autoptr(EntRoleChartUpdate) update = update_new ();
  guint n_tasks = self->rows->len;

  for (guint i = 0; i < set->changes->len && !update->layout; i++)
    update->layout = changes_layout (g_ptr_array_index (set->changes, i));

  if (update->layout)
    lay_out (self);
  update->size = self->rows->len != n_tasks;

  for (guint i = 0; i < set->changes->len; i++)
    follow (self, g_ptr_array_index (set->changes, i), update);

  if (!update_is_empty (update))
    g_signal_emit (self, signals[UPDATED], 0, update);
}

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
  self->rows = g_array_new (FALSE, TRUE, sizeof (Row));
  self->columns = g_array_new (FALSE, TRUE, sizeof (Column));
  self->groups = g_ptr_array_new_with_free_func (unref_if_set);
  self->row_of = g_hash_table_new (NULL, NULL);
  self->column_of = g_hash_table_new (NULL, NULL);
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
  read_everything (self);
  g_signal_connect_object (project, "committed", G_CALLBACK (on_committed), self,
                           G_CONNECT_SWAPPED);

  return self;
}

/**
 * ent_role_chart_get_project:
 * @self: a role chart
 *
 * Returns: (transfer none): the project it follows
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

  return get_row (self, row)->task;
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

  return get_column (self, column)->role;
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

  return *get_cell (self, row, column);
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

  return get_column (self, column)->group;
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

  return get_row (self, row)->status == ENT_TASK_DROPPED;
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

  return status_is_open (get_row (self, row)->status);
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

  return get_row (self, row)->counts[letter];
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

  return get_column (self, column)->counts[letter];
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

  return get_column (self, column)->open[letter];
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

  return get_column (self, column)->filled;
}
