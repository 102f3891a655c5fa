/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Measurements: from the cells of a table to items, and from items to records. */
#include "config.h"

#include "analysis/ent-import-private.h"

#include <glib/gi18n.h>
#include <string.h>

/* Where the parts of a row stand; %G_MAXUINT for what has no column. */
typedef struct {
  guint kpi;
  guint date;
  guint note;
  guint by;
  GArray *values;                    /* guint: the columns of values */
} Places;

/* --- Reading --------------------------------------------------------------------------------- */

static Places
find_places (EntImport *self)
{
  Places places = {
    _ent_import_find_role (self, ENT_IMPORT_ROLE_KPI),
    _ent_import_find_role (self, ENT_IMPORT_ROLE_DATE),
    _ent_import_find_role (self, ENT_IMPORT_ROLE_NOTE),
    _ent_import_find_role (self, ENT_IMPORT_ROLE_BY),
    g_array_new (FALSE, FALSE, sizeof (guint)),
  };

  for (guint i = 0; i < self->columns->len; i++)
    {
      guint role = g_array_index (self->columns, EntImportColumn, i).role;

      if (role == ENT_IMPORT_ROLE_VALUE || role == ENT_IMPORT_ROLE_SERIES
          || role == ENT_IMPORT_ROLE_PERIOD)
        g_array_append_val (places.values, i);
    }

  return places;
}

static void
set_fault (EntImportItem *item, EntImportFault fault)
{
  item->fault = (guint8) fault;
  if (fault < ENT_IMPORT_KEPT)
    item->verdict = ENT_IMPORT_BAD;
}

static void
set_aside (EntImportItem *item, EntImportFault fault)
{
  item->verdict = ENT_IMPORT_LEFT_OUT;
  item->fault = (guint8) fault;
}

/* Which KPI an item is of. */
static gboolean
read_name (EntImport *self, EntImportItem *item, const char *cell)
{
  const EntImportColumn *column = ent_import_get_column (self, item->column);
  const EntImportName *name;

  if (column->role == ENT_IMPORT_ROLE_SERIES)
    item->name = column->name;
  else if (cell != NULL && !_ent_import_is_blank (cell))
    item->name = _ent_import_name (self, cell);
  if (item->name == G_MAXUINT)
    {
      set_fault (item, ENT_IMPORT_NO_KPI);
      return FALSE;
    }

  name = g_ptr_array_index (self->names, item->name);
  if (name->answer == ENT_IMPORT_NAME_LEFT_OUT)
    item->verdict = ENT_IMPORT_LEFT_OUT;
  else if (column->role == ENT_IMPORT_ROLE_PERIOD && name->kpi == NULL && !name->answered
           && _ent_import_is_total (name->text))
    set_aside (item, ENT_IMPORT_TOTAL);
  else if (name->answer == ENT_IMPORT_NAME_UNKNOWN)
    set_fault (item, ENT_IMPORT_KPI_UNKNOWN);
  else if (name->answer == ENT_IMPORT_NAME_SEVERAL)
    set_fault (item, ENT_IMPORT_KPI_SEVERAL);
  else
    return TRUE;

  return FALSE;
}

static gboolean
read_day (EntImport *self, EntImportItem *item, guint date, const char *cell)
{
  const EntImportColumn *column = ent_import_get_column (self, item->column);
  gboolean above = column->role == ENT_IMPORT_ROLE_PERIOD;
  const EntDayReading *reading;

  if (above)
    cell = ent_import_get_header (self, item->column);
  else if (date != G_MAXUINT)
    column = ent_import_get_column (self, date);
  if (cell == NULL || _ent_import_is_blank (cell))
    {
      set_fault (item, ENT_IMPORT_NO_DATE);
      return FALSE;
    }

  reading = _ent_import_read_day (self, cell, column->order);
  if (reading->state == ENT_DAY_FOUND)
    memcpy (item->day, reading->day, sizeof item->day);
  else
    set_fault (item, reading->state == ENT_DAY_AMBIGUOUS ? ENT_IMPORT_DATE_ORDER
                                                         : ENT_IMPORT_NO_SUCH_DATE);

  return reading->state == ENT_DAY_FOUND;
}

/* Whether an amount has this unit, however it is written. */
gboolean
_ent_import_has_unit (const EntQuantity *quantity, const char *unit)
{
  g_autofree char *text = ent_quantity_dup_unit (quantity);
  g_autofree char *fold = ent_name_fold (text != NULL ? text : "");
  g_autofree char *other = ent_name_fold (unit);

  return g_str_equal (fold, other);
}

/* The unit that the values of a KPI have; that of a new KPI is the first one that stands there. */
static const char *
get_unit (EntImportName *name, const EntQuantity *quantity)
{
  if (name->kpi != NULL)
    return ent_record_get_string (name->kpi, ENT_KPI_UNIT);
  if (name->unit == NULL && quantity->unit != NULL)
    name->unit = ent_quantity_dup_unit (quantity);

  return name->unit != NULL ? name->unit : "";
}

static void
take_value (EntImport *self, EntImportItem *item, const EntQuantity *quantity)
{
  EntImportName *name = g_ptr_array_index (self->names, item->name);

  item->value = quantity->value;
  if (quantity->unit != NULL && !_ent_import_has_unit (quantity, get_unit (name, quantity)))
    set_fault (item, ENT_IMPORT_OTHER_UNIT);
  else if (!quantity->plain)
    set_fault (item, ENT_IMPORT_KEPT);
}

/* Each KPI has the days on which the table measures it, to find those that come twice. */
static GHashTable *
get_days (EntImport *self, EntImportName *name)
{
  gpointer key = name->kpi != NULL ? (gpointer) name->kpi : (gpointer) name;

  if (name->days == NULL)
    name->days = g_hash_table_lookup (self->days, key);
  if (name->days == NULL)
    {
      name->days = g_hash_table_new (NULL, NULL);
      g_hash_table_insert (self->days, key, name->days);
    }

  return name->days;
}

static guint
number_day (const char *day)
{
  guint number = 0;

  for (; *day != '\0'; day++)
    if (*day != '-')
      number = number * 10 + (guint) (*day - '0');

  return number;
}

/* The item of the table before this one that is about the same KPI and day. */
static const EntImportItem *
find_twin (EntImport *self, const EntImportItem *item)
{
  GHashTable *days = get_days (self, g_ptr_array_index (self->names, item->name));
  gpointer key = GUINT_TO_POINTER (number_day (item->day));
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (days, key));

  if (number > 0)
    return &g_array_index (self->items, EntImportItem, number - 1);
  g_hash_table_insert (days, key, GUINT_TO_POINTER (self->items->len + 1));

  return NULL;
}

EntRecord *
_ent_import_find_present (EntImport *self, const EntImportItem *item)
{
  const EntImportName *name = g_ptr_array_index (self->names, item->name);

  return name->kpi == NULL ? NULL
    : ent_project_lookup_key (self->project, ENT_KIND_MEASUREMENT, ent_record_get_id (name->kpi),
                              item->day, NULL);
}

/* Whether more than a value is said, so that a note is worth working out. */
static gboolean
may_have_note (EntImport *self, const EntImportItem *item)
{
  return item->fault != ENT_IMPORT_FINE
         || _ent_import_find_role (self, ENT_IMPORT_ROLE_NOTE) != G_MAXUINT
         || _ent_import_find_role (self, ENT_IMPORT_ROLE_BY) != G_MAXUINT;
}

static gboolean
adds_note (EntImport *self, const EntImportItem *item, EntRecord *present)
{
  g_autofree char *note = NULL;
  EntRecord *by;

  if (!may_have_note (self, item))
    return FALSE;

  note = _ent_import_dup_note (self, item, present);
  by = _ent_import_find_by (self, item);

  return !g_str_equal (note, ent_record_get_string (present, ENT_MEASUREMENT_NOTE))
         || (by != NULL && by != ent_record_get_ref (present, ENT_MEASUREMENT_BY));
}

/* Whether the item says nothing that its twin does not say. */
static gboolean
adds_nothing (EntImport *self, const EntImportItem *item, const EntImportItem *twin)
{
  g_autofree char *note = _ent_import_dup_note (self, item, NULL);
  g_autofree char *other = _ent_import_dup_note (self, twin, NULL);
  EntRecord *by = _ent_import_find_by (self, item);

  return (*note == '\0' || g_str_equal (note, other))
         && (by == NULL || by == _ent_import_find_by (self, twin));
}

static void
judge_twin (EntImport *self, EntImportItem *item, const EntImportItem *twin)
{
  if (twin->value != item->value)
    set_fault (item, ENT_IMPORT_TWICE);
  else if (may_have_note (self, item) && !adds_nothing (self, item, twin))
    set_fault (item, ENT_IMPORT_TWICE_NOTE);
  else
    item->verdict = ENT_IMPORT_SAME;
}

static gboolean
text_fits (EntKind kind, guint field, const char *text, GError **error)
{
  g_auto(EntValue) value = ent_value_string (text);

  return ent_field_check (&ent_kind_get_info (kind)->fields[field], &value, error);
}

/* Whether all that the item would enter can be entered. */
gboolean
_ent_import_fits (EntImport *self, const EntImportItem *item, GError **error)
{
  const EntImportName *name = g_ptr_array_index (self->names, item->name);
  g_autofree char *note = may_have_note (self, item)
    ? _ent_import_dup_note (self, item, _ent_import_find_present (self, item)) : g_strdup ("");

  return (name->kpi != NULL
          || (text_fits (ENT_KIND_KPI, ENT_KPI_NAME, name->text, error)
              && text_fits (ENT_KIND_KPI, ENT_KPI_UNIT, name->unit != NULL ? name->unit : "",
                            error)))
         && text_fits (ENT_KIND_MEASUREMENT, ENT_MEASUREMENT_NOTE, note, error);
}

/* What the item would change. */
static void
judge (EntImport *self, EntImportItem *item)
{
  const EntImportItem *twin = find_twin (self, item);
  EntRecord *present;

  if (twin != NULL)
    {
      judge_twin (self, item, twin);
      return;
    }
  present = _ent_import_find_present (self, item);
  if (present == NULL)
    item->verdict = ENT_IMPORT_NEW;
  else if (ent_record_get_double (present, ENT_MEASUREMENT_VALUE) == item->value
           && !adds_note (self, item, present))
    item->verdict = ENT_IMPORT_SAME;
  else
    item->verdict = ENT_IMPORT_CHANGED;
  if (item->verdict != ENT_IMPORT_SAME && !_ent_import_fits (self, item, NULL))
    set_fault (item, ENT_IMPORT_UNFIT);
}

static void
read_value (EntImport *self, guint row, guint column, char **cells, const Places *places)
{
  EntImportItem item = { row, column, G_MAXUINT, ENT_IMPORT_NEW, ENT_IMPORT_FINE, "", 0 };
  guint n = g_array_index (self->lengths, guint, row);
  EntQuantity quantity;
  gboolean placed;

  if (ent_quantity_read (cells[column], self->decimal, &quantity) == ENT_QUANTITY_BLANK)
    return;

  placed = read_name (self, &item, places->kpi < n ? cells[places->kpi] : NULL)
           && read_day (self, &item, places->date, places->date < n ? cells[places->date] : NULL);
  if (quantity.state == ENT_QUANTITY_UNKNOWN)
    /* Somebody said it, so it is counted. */
    set_aside (&item, ENT_IMPORT_NO_VALUE);
  else if (!placed)
    ;
  else if (quantity.state == ENT_QUANTITY_AMBIGUOUS)
    set_fault (&item, ENT_IMPORT_DECIMAL_SIGN);
  else if (quantity.state == ENT_QUANTITY_RANGE)
    set_fault (&item, ENT_IMPORT_RANGE);
  else if (quantity.state == ENT_QUANTITY_TEXT)
    set_fault (&item, ENT_IMPORT_NO_NUMBER);
  else
    {
      take_value (self, &item, &quantity);
      judge (self, &item);
    }
  _ent_import_add_item (self, &item);
}

/**
 * Makes items of the cells that hold values. A cell that is blank says nothing.
 */
void
_ent_import_read_measurements (EntImport *self)
{
  Places places = find_places (self);

  for (guint row = self->first; row < self->rows->len; row++)
    {
      guint n;
      char **cells = _ent_import_get_row (self, row, &n);
      gboolean footnote = _ent_import_take_footnote (self, row);

      for (guint i = 0; !footnote && i < places.values->len; i++)
        {
          guint column = g_array_index (places.values, guint, i);

          if (column < n)
            read_value (self, row, column, cells, &places);
        }
    }
  g_array_unref (places.values);
}

/* --- Notes ----------------------------------------------------------------------------------- */

static gboolean
has_line (const char *text, const char *line)
{
  gsize length = strlen (line);

  for (const char *found = strstr (text, line); found != NULL; found = strstr (found + 1, line))
    if ((found == text || found[-1] == '\n') && (found[length] == '\0' || found[length] == '\n'))
      return TRUE;

  return FALSE;
}

/* The note that there is, or the one of the table where it says something else, with the lines that
 * are kept below it. What is in it already does not come again. */
char *
_ent_import_join_note (const char *present, const char *note, const char *kept)
{
  g_auto(GStrv) lines = g_strsplit (kept, "\n", -1);
  g_autofree char *trimmed = g_strstrip (g_strdup (present));
  GString *joined = g_string_new (*note == '\0' || g_str_equal (trimmed, note)
                                  || has_line (present, note) ? present : note);

  for (char **line = lines; *line != NULL; line++)
    {
      if (**line == '\0' || has_line (joined->str, *line))
        continue;
      if (joined->len > 0)
        g_string_append_c (joined, '\n');
      g_string_append (joined, *line);
    }

  return g_string_free (joined, FALSE);
}

/* What stands in a column of this role in the item's row; "" for nothing. */
static char *
dup_cell (EntImport *self, const EntImportItem *item, guint role)
{
  guint column = _ent_import_find_role (self, role);
  guint n;
  char **cells = _ent_import_get_row (self, item->row, &n);

  return column < n ? _ent_import_trim (cells[column]) : g_strdup ("");
}

EntRecord *
_ent_import_find_by (EntImport *self, const EntImportItem *item)
{
  g_autofree char *name = dup_cell (self, item, ENT_IMPORT_ROLE_BY);
  gboolean several;
  EntRecord *person = *name != '\0' ? ent_name_index_find (self->people, name, &several) : NULL;

  /* Our own tables have the id where names do not tell people apart. */
  return person != NULL ? person
                        : ent_project_lookup_kind (self->project, ENT_KIND_PERSON, name);
}

/* The note of the measurement: what the table says, the value as it was written where something was
 * read out of it, and who measured where that is nobody in the project. */
char *
_ent_import_dup_note (EntImport *self, const EntImportItem *item, EntRecord *present)
{
  g_autofree char *note = dup_cell (self, item, ENT_IMPORT_ROLE_NOTE);
  g_autofree char *by = dup_cell (self, item, ENT_IMPORT_ROLE_BY);
  g_autoptr(GString) kept = g_string_new (NULL);
  guint n;
  char **cells = _ent_import_get_row (self, item->row, &n);

  if (item->fault >= ENT_IMPORT_KEPT)
    {
      g_autofree char *text = _ent_import_trim (cells[item->column]);

      g_string_append (kept, text);
    }
  if (*by != '\0' && _ent_import_find_by (self, item) == NULL)
    {
      if (kept->len > 0)
        g_string_append_c (kept, '\n');
      /* Translators: in the note of a measurement, the name of a person */
      g_string_append_printf (kept, _("Measured by: %s"), by);
    }

  return _ent_import_join_note (present != NULL
                                ? ent_record_get_string (present, ENT_MEASUREMENT_NOTE) : "",
                                note, kept->str);
}

/* --- Doing it -------------------------------------------------------------------------------- */

static gboolean
set_text (EntRecord *record, guint field, const char *text, GError **error)
{
  g_auto(EntValue) value = ent_value_string (text);

  return ent_record_set (record, field, &value, error);
}

static gboolean
keep_marks (EntRecord *kpi, const EntImportName *name, GError **error)
{
  const EntField *field = &ent_kind_get_info (ENT_KIND_KPI)->fields[ENT_KPI_NAME];
  g_autofree char *note = NULL;

  if (name->marked == NULL)
    return TRUE;
  /* Translators: in a note, a field such as Target and what stood in the table: “Target: >= 300” */
  note = g_strdup_printf (_("%s: %s"), ent_field_get_label (field), name->marked);

  return set_text (kpi, ENT_KPI_NOTE, note, error);
}

static gboolean
make_kpi (EntImport *self, EntImportName *name, GError **error)
{
  g_autoptr(EntRecord) kpi = ent_record_new (ENT_KIND_KPI);

  if (!set_text (kpi, ENT_KPI_NAME, name->text, error)
      || !set_text (kpi, ENT_KPI_UNIT, name->unit, error)
      || !keep_marks (kpi, name, error)
      || !ent_project_append (self->project, kpi, error))
    return FALSE;
  name->kpi = g_steal_pointer (&kpi);

  return TRUE;
}

static gboolean
make_kpis (EntImport *self, GError **error)
{
  for (guint i = 0; i < self->names->len; i++)
    {
      EntImportName *name = g_ptr_array_index (self->names, i);

      if (name->answer == ENT_IMPORT_NAME_NEW && name->n_new > 0
          && !make_kpi (self, name, error))
        return FALSE;
    }

  return TRUE;
}

/* The step that made them is taken back. */
static void
forget_kpis (EntImport *self)
{
  for (guint i = 0; i < self->names->len; i++)
    {
      EntImportName *name = g_ptr_array_index (self->names, i);

      if (name->answer == ENT_IMPORT_NAME_NEW)
        g_clear_object (&name->kpi);
    }
}

static gboolean
fill (EntImport *self, const EntImportItem *item, EntRecord *record, gboolean present,
      GError **error)
{
  g_autofree char *note = may_have_note (self, item)
    ? _ent_import_dup_note (self, item, present ? record : NULL) : NULL;
  EntRecord *by = _ent_import_find_by (self, item);
  const EntValue value = ent_value_double (item->value);

  return ent_record_set (record, ENT_MEASUREMENT_VALUE, &value, error)
         && (note == NULL || set_text (record, ENT_MEASUREMENT_NOTE, note, error))
         && (by == NULL
             || set_text (record, ENT_MEASUREMENT_BY, ent_record_get_id (by), error));
}

static gboolean
enter (EntImport *self, const EntImportItem *item, GError **error)
{
  const EntImportName *name = g_ptr_array_index (self->names, item->name);
  EntRecord *present = _ent_import_find_present (self, item);
  g_autoptr(EntRecord) record = NULL;

  if (present != NULL)
    return fill (self, item, present, TRUE, error);

  record = ent_record_new (ENT_KIND_MEASUREMENT);

  return set_text (record, ENT_MEASUREMENT_KPI, ent_record_get_id (name->kpi), error)
         && set_text (record, ENT_MEASUREMENT_DATE, item->day, error)
         && fill (self, item, record, FALSE, error)
         && ent_project_append (self->project, record, error);
}

static gboolean
apply_measurements (EntImport *self, GError **error)
{
  if (!make_kpis (self, error))
    return FALSE;
  for (guint i = 0; i < self->items->len; i++)
    {
      const EntImportItem *item = &g_array_index (self->items, EntImportItem, i);

      if ((item->verdict == ENT_IMPORT_NEW || item->verdict == ENT_IMPORT_CHANGED)
          && !enter (self, item, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * ent_import_apply:
 * @self: an import
 * @error: return location for an error of %ENT_MODEL_ERROR
 *
 * Enters what is new or changed, as one step, or nothing. What is not understood stays out. Once
 * it was entered, the import is used up: free it; else it may be corrected and tried again.
 *
 * Returns: whether it was entered
 */
gboolean
ent_import_apply (EntImport *self, GError **error)
{
  g_autoptr(EntTransaction) step = NULL;
  gboolean done;

  g_return_val_if_fail (self != NULL, FALSE);

  /* Somebody may have gone on working meanwhile. */
  if (ent_history_get_state (ent_project_get_history (self->project)) != self->state)
    _ent_import_plan (self);
  step = ent_project_begin (self->project, self->what == ENT_IMPORT_KPIS
                                             ? _("Import KPIs") : _("Import measurements"));
  done = self->what == ENT_IMPORT_KPIS ? _ent_import_apply_kpis (self, error)
                                       : apply_measurements (self, error);
  if (done)
    ent_transaction_commit (step);
  else
    forget_kpis (self);

  return done;
}
