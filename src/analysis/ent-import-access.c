/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an import has found, and correcting it: each correction works it out again. */
#include "config.h"

#include "analysis/ent-import-private.h"

/**
 * ent_import_get_what:
 * @self: an import
 *
 * Returns: what its table holds
 */
EntImportWhat
ent_import_get_what (EntImport *self)
{
  g_return_val_if_fail (self != NULL, ENT_IMPORT_MEASUREMENTS);

  return self->what;
}

/**
 * ent_import_get_options:
 * @self: an import
 *
 * Returns: (transfer none): what was said about its table
 */
const EntImportOptions *
ent_import_get_options (EntImport *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return &self->options;
}

/**
 * ent_import_set_options:
 * @self: an import
 * @options: what is known about its table
 *
 * Works it out again.
 */
void
ent_import_set_options (EntImport *self, const EntImportOptions *options)
{
  g_return_if_fail (self != NULL && options != NULL);

  self->options = *options;
  _ent_import_plan (self);
}

/**
 * ent_import_has_header:
 * @self: an import
 *
 * Returns: whether the columns have titles
 */
gboolean
ent_import_has_header (EntImport *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->header != G_MAXUINT;
}

/**
 * ent_import_set_has_header:
 * @self: an import
 * @has_header: whether the first row that is filled in has the titles of the columns
 *
 * Works it out again, and what the columns hold, too.
 */
void
ent_import_set_has_header (EntImport *self, gboolean has_header)
{
  g_return_if_fail (self != NULL);

  if (ent_import_has_header (self) == has_header)
    return;
  if (has_header)
    {
      self->header = self->first;
      self->first++;
    }
  else
    {
      self->first = self->header;
      self->header = G_MAXUINT;
    }
  _ent_import_find_columns (self);
  _ent_import_plan (self);
}

/**
 * ent_import_get_n_columns:
 * @self: an import
 *
 * Returns: how many columns the longest row has
 */
guint
ent_import_get_n_columns (EntImport *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->columns->len;
}

/**
 * ent_import_get_column:
 * @self: an import
 * @column: a column
 *
 * Returns: (transfer none): how it is understood
 */
const EntImportColumn *
ent_import_get_column (EntImport *self, guint column)
{
  g_return_val_if_fail (self != NULL && column < self->columns->len, NULL);

  return &g_array_index (self->columns, EntImportColumn, column);
}

static const char *
get_cell (EntImport *self, guint row, guint column)
{
  guint n;
  char **cells;

  if (row >= self->rows->len)
    return "";
  cells = _ent_import_get_row (self, row, &n);

  return column < n ? cells[column] : "";
}

/**
 * ent_import_get_header:
 * @self: an import
 * @column: a column
 *
 * Returns: (transfer none): its title; "" without one
 */
const char *
ent_import_get_header (EntImport *self, guint column)
{
  g_return_val_if_fail (self != NULL && column < self->columns->len, "");

  return get_cell (self, self->header, column);
}

/**
 * ent_import_get_example:
 * @self: an import
 * @column: a column
 *
 * Returns: (transfer none): the first thing that stands in it below the header; "" if nothing does
 */
const char *
ent_import_get_example (EntImport *self, guint column)
{
  g_return_val_if_fail (self != NULL && column < self->columns->len, "");

  for (guint row = self->first; row < self->rows->len; row++)
    {
      const char *cell = get_cell (self, row, column);

      if (!_ent_import_is_blank (cell))
        return cell;
    }

  return "";
}

/* There may be several columns of values and of what is not read, and one of everything else. */
static gboolean
is_one (guint role)
{
  return role != ENT_IMPORT_ROLE_NONE && role != ENT_IMPORT_ROLE_SERIES
         && role != ENT_IMPORT_ROLE_PERIOD;
}

/**
 * ent_import_set_role:
 * @self: an import
 * @column: a column
 * @role: what it holds, an #EntImportRole
 *
 * Says what a column holds, and works it out again. A column that was taken for the same is left
 * aside where there can be only one.
 */
void
ent_import_set_role (EntImport *self, guint column, guint role)
{
  guint before;

  g_return_if_fail (self != NULL && column < self->columns->len);
  g_return_if_fail (role < ENT_IMPORT_N_ROLES);

  before = is_one (role) ? _ent_import_find_role (self, role) : G_MAXUINT;
  if (before != G_MAXUINT)
    _ent_import_give_role (self, before, ENT_IMPORT_ROLE_NONE);
  _ent_import_give_role (self, column, role);
  _ent_import_plan (self);
}

/**
 * ent_import_get_n_names:
 * @self: an import
 *
 * Returns: how many names of KPIs were found in the table, now or before a correction
 */
guint
ent_import_get_n_names (EntImport *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->names->len;
}

/**
 * ent_import_get_name:
 * @self: an import
 * @name: the number of a name
 *
 * Returns: (transfer none): the name and what it means
 */
const EntImportName *
ent_import_get_name (EntImport *self, guint name)
{
  g_return_val_if_fail (self != NULL && name < self->names->len, NULL);

  return g_ptr_array_index (self->names, name);
}

/**
 * ent_import_set_name:
 * @self: an import
 * @name: the number of a name
 * @answer: what it means
 * @kpi: (nullable): for %ENT_IMPORT_NAME_FOUND the KPI
 *
 * Says what a name means, and works it out again.
 */
void
ent_import_set_name (EntImport *self, guint name, EntImportAnswer answer, EntRecord *kpi)
{
  EntImportName *row;

  g_return_if_fail (self != NULL && name < self->names->len);
  g_return_if_fail ((answer == ENT_IMPORT_NAME_FOUND) == (kpi != NULL));

  row = g_ptr_array_index (self->names, name);
  g_set_object (&row->kpi, kpi);
  row->answer = answer;
  row->answered = answer != ENT_IMPORT_NAME_UNKNOWN && answer != ENT_IMPORT_NAME_SEVERAL;
  _ent_import_plan (self);
}

static gboolean
has_fault (EntImport *self, EntImportFault fault)
{
  for (guint i = 0; i < self->items->len; i++)
    if (g_array_index (self->items, EntImportItem, i).fault == fault)
      return TRUE;

  return FALSE;
}

/**
 * ent_import_asks_order:
 * @self: an import
 *
 * Returns: whether there are dates of which nothing shows what is the day and what the month
 */
gboolean
ent_import_asks_order (EntImport *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return has_fault (self, ENT_IMPORT_DATE_ORDER);
}

/**
 * ent_import_asks_decimal:
 * @self: an import
 *
 * Returns: whether there are numbers of which nothing shows what parts their decimals
 */
gboolean
ent_import_asks_decimal (EntImport *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return has_fault (self, ENT_IMPORT_DECIMAL_SIGN);
}

/**
 * ent_import_get_n_items:
 * @self: an import
 *
 * Returns: how many measurements or KPIs the table has, understood or not
 */
guint
ent_import_get_n_items (EntImport *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->items->len;
}

/**
 * ent_import_get_item:
 * @self: an import
 * @item: the number of an item
 *
 * Returns: (transfer none): the item; valid until something is corrected
 */
const EntImportItem *
ent_import_get_item (EntImport *self, guint item)
{
  g_return_val_if_fail (self != NULL && item < self->items->len, NULL);

  return &g_array_index (self->items, EntImportItem, item);
}

/**
 * ent_import_count:
 * @self: an import
 * @verdict: a verdict
 *
 * Returns: how many items have it
 */
guint
ent_import_count (EntImport *self, EntImportVerdict verdict)
{
  g_return_val_if_fail (self != NULL && verdict < ENT_IMPORT_N_VERDICTS, 0);

  return self->counts[verdict];
}

/**
 * ent_import_get_n_new_kpis:
 * @self: an import of measurements
 *
 * Returns: how many KPIs would be made for them
 */
guint
ent_import_get_n_new_kpis (EntImport *self)
{
  guint n = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (guint i = 0; i < self->names->len; i++)
    {
      const EntImportName *name = g_ptr_array_index (self->names, i);

      n += name->answer == ENT_IMPORT_NAME_NEW && name->n_new > 0;
    }

  return n;
}
