/* SPDX-License-Identifier: GPL-3.0-or-later */
/* KPIs: a row of a table is one KPI. What the rows would change, and changing it. */
#include "config.h"

#include "analysis/ent-import-private.h"

#include <glib/gi18n.h>

/* --- What it would change -------------------------------------------------------------------- */

/* A new KPI whose target lies below its baseline is to fall. */
static void
find_direction (EntImportRow *row)
{
  EntImportKpi *kpi = row->kpi;

  if (kpi->given[ENT_KPI_DIRECTION] || !kpi->given[ENT_KPI_BASELINE]
      || !kpi->given[ENT_KPI_TARGET]
      || kpi->values[ENT_KPI_TARGET].d >= kpi->values[ENT_KPI_BASELINE].d)
    return;

  _ent_import_row_give (row, ENT_KPI_DIRECTION, ent_value_int (ENT_DIRECTION_DECREASE));
  _ent_import_row_remark (row, g_strdup (_("The target lies below the baseline: the direction is "
                                           "to decrease.")));
}

static void
join_note (EntImportRow *row, EntRecord *present)
{
  EntImportKpi *kpi = row->kpi;
  const char *note = kpi->given[ENT_KPI_NOTE] ? kpi->values[ENT_KPI_NOTE].s : "";
  char *joined = _ent_import_join_note (present != NULL
                                        ? ent_record_get_string (present, ENT_KPI_NOTE) : "",
                                        note, kpi->kept->str);

  ent_value_clear (&kpi->values[ENT_KPI_NOTE]);
  kpi->given[ENT_KPI_NOTE] = FALSE;
  _ent_import_row_give (row, ENT_KPI_NOTE, ent_value_take_string (joined));
}

/* Spaces around a text are lost in a table. */
static gboolean
is_same (const EntValue *before, const EntValue *after)
{
  g_autofree char *trimmed = before->form == ENT_VALUE_STRING
    ? g_strstrip (g_strdup (before->s)) : NULL;

  return ent_value_equal (before, after)
         || (trimmed != NULL && after->form == ENT_VALUE_STRING
             && g_str_equal (trimmed, after->s));
}

static gboolean
changes (const EntImportKpi *kpi, EntRecord *present)
{
  for (guint i = 0; i < ENT_KPI_N_FIELDS; i++)
    {
      g_auto(EntValue) value = ENT_VALUE_INIT;

      if (!kpi->given[i])
        continue;
      value = ent_record_dup_value (present, i);
      if (!is_same (&value, &kpi->values[i]))
        return TRUE;
    }

  return FALSE;
}

static void
judge (EntImportRow *row, EntImportName *name)
{
  EntRecord *present = name->kpi;

  if (present == NULL)
    {
      find_direction (row);
      _ent_import_row_give (row, ENT_KPI_NAME, ent_value_string (name->text));
      if (name->unit != NULL)
        _ent_import_row_give (row, ENT_KPI_UNIT, ent_value_string (name->unit));
    }
  if (row->kpi->given[ENT_KPI_NOTE] || row->kpi->kept->len > 0)
    join_note (row, present);
  if (row->item->verdict != ENT_IMPORT_BAD && present != NULL)
    row->item->verdict = changes (row->kpi, present) ? ENT_IMPORT_CHANGED : ENT_IMPORT_SAME;
}

/* Which KPI the row is about; NULL where that is the matter. */
static EntImportName *
find_name (EntImportRow *row)
{
  EntImport *self = row->import;
  EntImportItem *item = row->item;
  EntImportName *name;

  if (item->column >= row->n_cells || _ent_import_is_blank (row->cells[item->column]))
    {
      _ent_import_row_refuse (row, ENT_IMPORT_NO_KPI, NULL);
      return NULL;
    }
  item->name = _ent_import_name (self, row->cells[item->column]);
  name = g_ptr_array_index (self->names, item->name);
  if (name->answer == ENT_IMPORT_NAME_LEFT_OUT)
    item->verdict = ENT_IMPORT_LEFT_OUT;
  else if (name->answer == ENT_IMPORT_NAME_SEVERAL)
    _ent_import_row_refuse (row, ENT_IMPORT_KPI_SEVERAL, NULL);
  else if (name->answer == ENT_IMPORT_NAME_UNKNOWN)
    _ent_import_row_refuse (row, ENT_IMPORT_KPI_UNKNOWN, NULL);
  else if (g_hash_table_contains (self->days, name->kpi != NULL ? (gpointer) name->kpi
                                                                : (gpointer) name))
    _ent_import_row_refuse (row, ENT_IMPORT_TWICE, NULL);
  else
    return name;

  return NULL;
}

static void
read_row (EntImport *self, guint number, guint column)
{
  EntImportItem item = { number, column, G_MAXUINT, ENT_IMPORT_NEW, ENT_IMPORT_FINE, "", 0 };
  EntImportKpi *kpi = _ent_import_kpi_new ();
  EntImportRow row = { self, &item, kpi, NULL, NULL, 0 };
  EntImportName *name;

  row.cells = _ent_import_get_row (self, number, &row.n_cells);
  name = find_name (&row);
  if (name != NULL)
    {
      row.present = name->kpi;
      /* The unit above or behind the name counts where no column says another. */
      _ent_import_row_read (&row);
      judge (&row, name);
      g_hash_table_insert (self->days, name->kpi != NULL ? (gpointer) name->kpi : (gpointer) name,
                           g_hash_table_new (NULL, NULL));
    }
  g_ptr_array_add (self->kpi_rows, kpi);
  _ent_import_add_item (self, &item);
}

static gboolean
is_blank_row (char **cells, guint n)
{
  for (guint i = 0; i < n; i++)
    if (!_ent_import_is_blank (cells[i]))
      return FALSE;

  return TRUE;
}

/**
 * Makes an item of each row that is not blank.
 */
void
_ent_import_read_kpis (EntImport *self)
{
  guint column = _ent_import_find_role (self, ENT_IMPORT_ROLE_FIELD + ENT_KPI_NAME);

  for (guint i = self->first; i < self->rows->len; i++)
    {
      guint n;
      char **cells = _ent_import_get_row (self, i, &n);

      if (!is_blank_row (cells, n) && !_ent_import_take_footnote (self, i))
        read_row (self, i, column);
    }
}

/* --- Doing it -------------------------------------------------------------------------------- */

static gboolean
fill (EntRecord *record, const EntImportKpi *kpi, GError **error)
{
  for (guint i = 0; i < ENT_KPI_N_FIELDS; i++)
    if (kpi->given[i] && !ent_record_set (record, i, &kpi->values[i], error))
      return FALSE;

  return TRUE;
}

gboolean
_ent_import_apply_kpis (EntImport *self, GError **error)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      const EntImportItem *item = &g_array_index (self->items, EntImportItem, i);
      const EntImportKpi *kpi = g_ptr_array_index (self->kpi_rows, i);
      g_autoptr(EntRecord) record = NULL;

      if (item->verdict == ENT_IMPORT_CHANGED)
        {
          if (!fill (((EntImportName *) g_ptr_array_index (self->names, item->name))->kpi, kpi,
                     error))
            return FALSE;
          continue;
        }
      if (item->verdict != ENT_IMPORT_NEW)
        continue;
      record = ent_record_new (ENT_KIND_KPI);
      if (!fill (record, kpi, error) || !ent_project_append (self->project, record, error))
        return FALSE;
    }

  return TRUE;
}
