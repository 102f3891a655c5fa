/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows and columns of a role chart: which there are, in what order, and the counts of each. */
#include "config.h"

#include "analysis/ent-role-chart-private.h"

#include <string.h>

static void
row_clear (gpointer data)
{
  g_clear_object (&((EntChartRow *) data)->task);
}

static void
column_clear (gpointer data)
{
  g_clear_object (&((EntChartColumn *) data)->role);
}

/* Adds a cell to the counts of its row and column, or takes it away with @by -1. */
void
_ent_role_chart_count_cell (EntRoleChart *self, guint row, guint column, int by)
{
  EntChartRow *r = chart_row (self, row);
  EntChartColumn *c = chart_column (self, column);
  int code = *chart_cell (self, row, column);

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
      if (chart_status_is_open (r->status))
        c->open[letter] += (guint) by;
    }
}

static void
count_everything (EntRoleChart *self)
{
  self->n_kept = 0;
  for (guint row = 0; row < self->rows->len; row++)
    memset (chart_row (self, row)->counts, 0,
            sizeof (EntChartRow) - G_STRUCT_OFFSET (EntChartRow, counts));
  for (guint column = 0; column < self->columns->len; column++)
    memset (&chart_column (self, column)->filled, 0,
            sizeof (EntChartColumn) - G_STRUCT_OFFSET (EntChartColumn, filled));

  for (guint row = 0; row < self->rows->len; row++)
    {
      self->n_kept += chart_row (self, row)->status != ENT_TASK_DROPPED;
      for (guint column = 0; column < self->columns->len; column++)
        _ent_role_chart_count_cell (self, row, column, 1);
    }
}

/* --- Layout ---------------------------------------------------------------------------------- */

static GArray *
collect_rows (EntRoleChart *self)
{
  guint n = ent_project_get_n_records (self->project, ENT_KIND_TASK);
  GArray *rows = g_array_sized_new (FALSE, TRUE, sizeof (EntChartRow), n);

  g_array_set_clear_func (rows, row_clear);
  for (guint i = 0; i < n; i++)
    {
      EntRecord *task = ent_project_get_record (self->project, ENT_KIND_TASK, i);
      EntChartRow row = { g_object_ref (task), ent_record_get_enum (task, ENT_TASK_STATUS), { 0 } };

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
      EntChartColumn column = { g_object_ref (g_ptr_array_index (roles, i)), groups->len - 1 };

      g_array_append_val (columns, column);
    }
}

static GArray *
collect_columns (EntRoleChart *self, GPtrArray *groups)
{
  g_autoptr(GHashTable) by_partner = g_hash_table_new_full (NULL, NULL, NULL,
                                                            (GDestroyNotify) g_ptr_array_unref);
  g_autoptr(GPtrArray) without = g_ptr_array_new ();
  GArray *columns = g_array_new (FALSE, TRUE, sizeof (EntChartColumn));

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
  return chart_row (self, row)->task;
}

static gpointer
peek_role (EntRoleChart *self, guint column)
{
  return chart_column (self, column)->role;
}

static GHashTable *
index_places (EntRoleChart *self, gpointer (*get) (EntRoleChart *, guint), guint n)
{
  GHashTable *places = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < n; i++)
    g_hash_table_insert (places, get (self, i), GINT_TO_POINTER (i));

  return places;
}

/* Carries what rows hold over from where they stood. A status that the same step changed is still
 * the old one then, so that the change is seen for what it is when its turn comes. */
static void
carry_statuses (EntRoleChart *self, GArray *old_rows, const int *rows)
{
  for (guint row = 0; row < self->rows->len; row++)
    if (rows[row] >= 0)
      chart_row (self, row)->status = g_array_index (old_rows, EntChartRow, rows[row]).status;
}

/* The same for codes: a copy of one byte a cell. Cells of rows and columns that were not there
 * before are empty until their assignments are read. */
static void
carry_codes (EntRoleChart *self, const gint8 *old, guint old_n_columns, const int *rows,
             const int *columns)
{
  for (guint row = 0; row < self->rows->len; row++)
    for (guint column = 0; column < self->columns->len; column++)
      *chart_cell (self, row, column) = rows[row] >= 0 && columns[column] >= 0
        ? old[(gsize) rows[row] * old_n_columns + (guint) columns[column]]
        : ENT_ROLE_CHART_EMPTY;
}

void
_ent_role_chart_lay_out (EntRoleChart *self)
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
  carry_statuses (self, old_rows, rows);
  carry_codes (self, old, old_columns->len, rows, columns);

  count_everything (self);
}

void
_ent_role_chart_read (EntRoleChart *self)
{
  _ent_role_chart_lay_out (self);

  for (guint i = 0; i < ent_project_get_n_records (self->project, ENT_KIND_ASSIGNMENT); i++)
    {
      EntRecord *record = ent_project_get_record (self->project, ENT_KIND_ASSIGNMENT, i);
      EntRecord *task = ent_record_get_ref (record, ENT_ASSIGNMENT_TASK);
      EntRecord *role = ent_record_get_ref (record, ENT_ASSIGNMENT_ROLE);
      int row = ent_role_chart_find_task (self, task);
      int column = ent_role_chart_find_role (self, role);

      if (row >= 0 && column >= 0)
        *chart_cell (self, (guint) row, (guint) column)
          = (gint8) ent_record_get_enum (record, ENT_ASSIGNMENT_CODE);
    }

  count_everything (self);
}

