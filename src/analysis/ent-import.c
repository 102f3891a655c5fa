/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An import: its table, what was said about it, and the items it comes to. Working it out is linear
 * in the cells: names and days are looked up, never searched for. */
#include "config.h"

#include "analysis/ent-cell.h"
#include "analysis/ent-day.h"
#include "analysis/ent-import-private.h"

#include <string.h>

/* As many columns as a sheet has; what is beyond them came from no spreadsheet. */
#define MOST_COLUMNS 16384

/* What is longer stands in brackets for another reason. */
#define MOST_UNIT_CHARS 12

/* --- Cells ----------------------------------------------------------------------------------- */

gboolean
_ent_import_is_blank (const char *cell)
{
  for (; *cell != '\0'; cell = g_utf8_next_char (cell))
    {
      gunichar c = g_utf8_get_char (cell);

      if (!g_unichar_isspace (c) && c != 0xa0)
        return FALSE;
    }

  return TRUE;
}

/* The text of a cell on its own, without the apostrophe by which our own tables say that it is no
 * formula. */
char *
_ent_import_trim (const char *cell)
{
  return g_strstrip (g_strdup (ent_cell_skip_mark (cell)));
}

char **
_ent_import_get_row (EntImport *self, guint row, guint *n_cells)
{
  char **cells = g_ptr_array_index (self->rows, row);

  *n_cells = MIN (g_array_index (self->lengths, guint, row), self->columns->len);

  return cells;
}

/* The first column with a role; %G_MAXUINT for none. Looked up for each cell. */
guint
_ent_import_find_role (EntImport *self, guint role)
{
  g_assert (role < ENT_IMPORT_N_ROLES);

  return self->places[role];
}

void
_ent_import_clear_roles (EntImport *self)
{
  for (guint i = 0; i < self->columns->len; i++)
    g_array_index (self->columns, EntImportColumn, i) = (EntImportColumn) { .name = G_MAXUINT };
  for (guint i = 0; i < G_N_ELEMENTS (self->places); i++)
    self->places[i] = G_MAXUINT;
  if (self->columns->len > 0)
    self->places[ENT_IMPORT_ROLE_NONE] = 0;
}

/* Says what a column holds, and keeps in mind where each role is found. */
void
_ent_import_give_role (EntImport *self, guint column, guint role)
{
  EntImportColumn *columns = (EntImportColumn *) (gpointer) self->columns->data;
  guint before = columns[column].role;
  guint next = column;

  columns[column].role = role;
  self->places[role] = MIN (self->places[role], column);
  if (before == role || self->places[before] != column)
    return;
  while (next < self->columns->len && columns[next].role != before)
    next++;
  self->places[before] = next < self->columns->len ? next : G_MAXUINT;
}

/* Whole columns repeat the same few dates. */
const EntDayReading *
_ent_import_read_day (EntImport *self, const char *text, EntDayOrder order)
{
  EntDayReading *reading = g_hash_table_lookup (self->readings[order], text);

  if (reading == NULL)
    {
      reading = g_new (EntDayReading, 1);
      ent_day_read (text, order, self->options.serials, reading);
      g_hash_table_insert (self->readings[order], (gpointer) text, reading);
    }

  return reading;
}

/* --- Names ----------------------------------------------------------------------------------- */

static void
name_free (gpointer data)
{
  EntImportName *name = data;

  g_free (name->text);
  g_free (name->marked);
  g_free (name->unit);
  g_clear_object (&name->kpi);
  g_free (name);
}

/* The unit that stands in brackets behind a name, such as “(min)”; NULL without one. A number, or
 * more than a word, is part of the name. */
static char *
dup_unit (const char *text, const char **open)
{
  gsize length = strlen (text);
  g_autofree char *unit = NULL;

  if (length < 4 || (text[length - 1] != ')' && text[length - 1] != ']'))
    return NULL;
  *open = strrchr (text, text[length - 1] == ')' ? '(' : '[');
  if (*open == NULL || *open == text)
    return NULL;
  unit = g_strstrip (g_strndup (*open + 1, strlen (*open) - 2));

  return *unit == '\0' || g_ascii_isdigit (*unit) || strchr (unit, ' ') != NULL
         || g_utf8_strlen (unit, -1) > MOST_UNIT_CHARS ? NULL : g_steal_pointer (&unit);
}

static void
split_unit (EntImportName *name)
{
  const char *open;
  char *unit = dup_unit (name->text, &open);

  if (unit == NULL)
    return;
  g_free (name->unit);
  name->unit = unit;
  name->text[open - name->text] = '\0';
  g_strchomp (name->text);
}

/* By name, else by name without a unit, else by id, which our own tables have where names do not
 * tell KPIs apart. */
static void
find_kpi (EntImport *self, EntImportName *name)
{
  gboolean several;
  gboolean short_several = FALSE;
  EntRecord *kpi = ent_name_index_find (self->kpis, name->text, &several);

  if (kpi == NULL && !several)
    kpi = ent_project_lookup_kind (self->project, ENT_KIND_KPI, name->text);
  if (kpi == NULL && !several
      && _ent_import_find_role (self, ENT_IMPORT_ROLE_FIELD + ENT_KPI_UNIT) == G_MAXUINT)
    {
      split_unit (name);
      kpi = ent_name_index_find (self->kpis, name->text, &short_several);
    }

  name->kpi = kpi != NULL ? g_object_ref (kpi) : NULL;
  name->answer = kpi != NULL ? ENT_IMPORT_NAME_FOUND
               : several || short_several ? ENT_IMPORT_NAME_SEVERAL
               : self->options.new_kpis || self->what == ENT_IMPORT_KPIS ? ENT_IMPORT_NAME_NEW
               : ENT_IMPORT_NAME_UNKNOWN;
}

static guint
add_name (EntImport *self, const char *text, const char *plain)
{
  EntImportName *name = g_new0 (EntImportName, 1);
  g_autofree char *trimmed = _ent_import_trim (text);

  name->text = g_strdup (plain);
  name->marked = !g_str_equal (trimmed, plain) ? g_steal_pointer (&trimmed) : NULL;
  /* A title may be broken into lines. */
  g_strdelimit (name->text, "\n\r\t", ' ');
  find_kpi (self, name);
  g_ptr_array_add (self->names, name);

  return self->names->len - 1;
}

/* The number of a name that stands in the table. */
guint
_ent_import_name (EntImport *self, const char *text)
{
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_text, text));

  if (number == 0)
    {
      g_autofree char *plain = _ent_import_dup_unmarked (self, text);
      g_autofree char *fold = ent_name_fold (plain);

      number = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_fold, fold));
      if (number == 0)
        {
          number = add_name (self, text, plain) + 1;
          g_hash_table_insert (self->by_fold, g_steal_pointer (&fold), GUINT_TO_POINTER (number));
        }
      g_hash_table_insert (self->by_text, (gpointer) text, GUINT_TO_POINTER (number));
    }

  return number - 1;
}

/* --- Working it out -------------------------------------------------------------------------- */

static void
index_project (EntImport *self)
{
  g_clear_pointer (&self->kpis, ent_name_index_free);
  g_clear_pointer (&self->people, ent_name_index_free);
  g_clear_pointer (&self->goals, ent_name_index_free);
  g_clear_pointer (&self->partners, ent_name_index_free);
  self->kpis = ent_name_index_new (self->project, ENT_KIND_KPI, ENT_KPI_NAME, ENT_KPI_NAME);
  self->people = ent_name_index_new (self->project, ENT_KIND_PERSON, ENT_PERSON_NAME,
                                     ENT_PERSON_NAME);
  self->goals = ent_name_index_new (self->project, ENT_KIND_GOAL, ENT_GOAL_TITLE, ENT_GOAL_TITLE);
  self->partners = ent_name_index_new (self->project, ENT_KIND_PARTNER, ENT_PARTNER_NAME,
                                       ENT_PARTNER_SHORT_NAME);
  self->state = ent_history_get_state (ent_project_get_history (self->project));
  g_free (self->today);
  self->today = ent_day_dup_today ();
}

/* A KPI that somebody chose may have been deleted since; one that was missing may be there. */
static void
refresh_names (EntImport *self)
{
  for (guint i = 0; i < self->names->len; i++)
    {
      EntImportName *name = g_ptr_array_index (self->names, i);
      gboolean gone = name->kpi != NULL && ent_record_get_project (name->kpi) != self->project;

      name->n_items = 0;
      name->n_new = 0;
      name->days = NULL;
      if (name->answered && !gone)
        continue;
      g_clear_object (&name->kpi);
      name->answered = FALSE;
      find_kpi (self, name);
    }
}

/* Whether it is left out by itself: its name is nothing to ask about. */
static gboolean
is_aside (const EntImportItem *item)
{
  return item->fault >= ENT_IMPORT_NO_VALUE && item->fault < ENT_IMPORT_KEPT;
}

EntImportItem *
_ent_import_add_item (EntImport *self, const EntImportItem *item)
{
  g_array_append_vals (self->items, item, 1);
  self->counts[item->verdict]++;
  if (item->name != G_MAXUINT && !is_aside (item))
    {
      EntImportName *name = g_ptr_array_index (self->names, item->name);

      name->n_items++;
      name->n_new += item->verdict == ENT_IMPORT_NEW;
    }

  return &g_array_index (self->items, EntImportItem, self->items->len - 1);
}

void
_ent_import_plan (EntImport *self)
{
  index_project (self);
  refresh_names (self);
  g_array_set_size (self->items, 0);
  g_ptr_array_set_size (self->kpi_rows, 0);
  g_hash_table_remove_all (self->days);
  for (guint i = 0; i < G_N_ELEMENTS (self->readings); i++)
    g_hash_table_remove_all (self->readings[i]);
  memset (self->counts, 0, sizeof self->counts);

  _ent_import_find_evidence (self);
  _ent_import_refuse_wide_rows (self);
  if (self->what == ENT_IMPORT_KPIS)
    _ent_import_read_kpis (self);
  else
    _ent_import_read_measurements (self);
}

/* --- Public ---------------------------------------------------------------------------------- */

static void
count_columns (EntImport *self)
{
  guint most = 0;

  for (guint i = 0; i < self->rows->len; i++)
    {
      guint n = g_strv_length (g_ptr_array_index (self->rows, i));

      g_array_append_val (self->lengths, n);
      most = MAX (most, n);
    }
  g_array_set_size (self->columns, MIN (most, MOST_COLUMNS));
}

/**
 * ent_import_new:
 * @project: a project
 * @what: what the table holds
 * @rows: (element-type GStrv): its rows, as ent_table_parse() gives them; to be left as they are
 * @options: (nullable): what is known about it beforehand
 *
 * Works out what the table means and what it would change. Measurements may stand one a row, with
 * columns for KPI, date, value and note; with a column of dates and a column a KPI; or with a column
 * of KPIs and a column a day, month or quarter.
 *
 * Returns: (transfer full): what was found
 */
EntImport *
ent_import_new (EntProject             *project,
                EntImportWhat           what,
                GPtrArray              *rows,
                const EntImportOptions *options)
{
  EntImport *self;

  g_return_val_if_fail (ENT_IS_PROJECT (project), NULL);
  g_return_val_if_fail (rows != NULL, NULL);

  self = g_new0 (EntImport, 1);
  self->project = g_object_ref (project);
  self->what = what;
  self->rows = g_ptr_array_ref (rows);
  if (options != NULL)
    self->options = *options;
  self->lengths = g_array_sized_new (FALSE, FALSE, sizeof (guint), rows->len);
  self->columns = g_array_new (FALSE, TRUE, sizeof (EntImportColumn));
  self->names = g_ptr_array_new_with_free_func (name_free);
  self->by_text = g_hash_table_new (ent_id_hash, g_str_equal);
  self->by_fold = g_hash_table_new_full (ent_id_hash, g_str_equal, g_free, NULL);
  self->days = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_hash_table_unref);
  for (guint i = 0; i < G_N_ELEMENTS (self->readings); i++)
    self->readings[i] = g_hash_table_new_full (ent_id_hash, g_str_equal, NULL, g_free);
  self->items = g_array_new (FALSE, FALSE, sizeof (EntImportItem));
  self->kpi_rows = g_ptr_array_new_with_free_func ((GDestroyNotify) _ent_import_kpi_free);

  count_columns (self);
  index_project (self);
  _ent_import_find_header (self);
  _ent_import_find_columns (self);
  _ent_import_plan (self);

  return self;
}

/**
 * ent_import_free:
 * @self: an import
 */
void
ent_import_free (EntImport *self)
{
  g_return_if_fail (self != NULL);

  g_array_unref (self->lengths);
  g_array_unref (self->columns);
  g_ptr_array_unref (self->kpi_rows);
  g_array_unref (self->items);
  for (guint i = 0; i < G_N_ELEMENTS (self->readings); i++)
    g_hash_table_unref (self->readings[i]);
  g_hash_table_unref (self->days);
  g_hash_table_unref (self->by_fold);
  g_hash_table_unref (self->by_text);
  g_ptr_array_unref (self->names);
  ent_name_index_free (self->kpis);
  ent_name_index_free (self->people);
  ent_name_index_free (self->goals);
  ent_name_index_free (self->partners);
  g_ptr_array_unref (self->rows);
  g_object_unref (self->project);
  g_free (self->today);
  g_free (self);
}
