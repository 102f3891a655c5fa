/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An import in words: where something stands, what it would change and what is the matter. */
#include "config.h"

#include "analysis/ent-import-private.h"
#include "analysis/ent-kpi-words.h"
#include "analysis/ent-phrase.h"

#include <glib/gi18n.h>
#include <string.h>

/**
 * ent_import_role_get_label:
 * @role: an #EntImportRole
 *
 * Returns: (transfer none): what a column with this role holds, for people
 */
const char *
ent_import_role_get_label (guint role)
{
  static const char *const labels[] = {
    [ENT_IMPORT_ROLE_NONE] = N_("Left aside"),
    [ENT_IMPORT_ROLE_KPI] = N_("KPI"),
    [ENT_IMPORT_ROLE_DATE] = N_("Date"),
    [ENT_IMPORT_ROLE_VALUE] = N_("Value"),
    [ENT_IMPORT_ROLE_NOTE] = N_("Note"),
    [ENT_IMPORT_ROLE_BY] = N_("Measured by"),
    [ENT_IMPORT_ROLE_SERIES] = N_("Values of the KPI named above"),
    [ENT_IMPORT_ROLE_PERIOD] = N_("Values of the date above"),
  };

  g_return_val_if_fail (role < ENT_IMPORT_ROLE_FIELD + ENT_KPI_N_FIELDS, "");

  if (role < ENT_IMPORT_ROLE_FIELD)
    return _(labels[role]);

  return ent_field_get_label (
    &ent_kind_get_info (ENT_KIND_KPI)->fields[role - ENT_IMPORT_ROLE_FIELD]);
}

/**
 * ent_import_verdict_get_label:
 * @verdict: a verdict
 *
 * Returns: (transfer none): a word for it
 */
const char *
ent_import_verdict_get_label (EntImportVerdict verdict)
{
  static const char *const labels[] = {
    [ENT_IMPORT_NEW] = N_("New"),
    [ENT_IMPORT_CHANGED] = N_("Changed"),
    [ENT_IMPORT_SAME] = N_("The same"),
    [ENT_IMPORT_LEFT_OUT] = N_("Left out"),
    [ENT_IMPORT_BAD] = N_("Not understood"),
  };

  g_return_val_if_fail (verdict < ENT_IMPORT_N_VERDICTS, "");

  return _(labels[verdict]);
}

/**
 * ent_import_dup_counts:
 * @self: an import
 * @between: what stands between two counts
 *
 * Returns: (transfer full): how many items have each verdict: “New: 2”, “Changed: 0” and so on
 */
char *
ent_import_dup_counts (EntImport *self, const char *between)
{
  char *counts[ENT_IMPORT_N_VERDICTS + 1] = { NULL };
  char *text;

  g_return_val_if_fail (self != NULL && between != NULL, NULL);

  for (guint i = 0; i < ENT_IMPORT_N_VERDICTS; i++)
    /* Translators: a word such as New, and how many there are */
    counts[i] = g_strdup_printf (_("%s: %u"), ent_import_verdict_get_label ((EntImportVerdict) i),
                                 ent_import_count (self, (EntImportVerdict) i));
  text = g_strjoinv (between, counts);
  for (guint i = 0; i < ENT_IMPORT_N_VERDICTS; i++)
    g_free (counts[i]);

  return text;
}

/**
 * ent_import_dup_place:
 * @self: an import
 * @item: the number of an item
 *
 * Returns: (transfer full): the cell of its value as spreadsheets name it, such as C4
 */
char *
ent_import_dup_place (EntImport *self, guint item)
{
  const EntImportItem *row = ent_import_get_item (self, item);
  g_autofree char *letters = NULL;

  g_return_val_if_fail (row != NULL, NULL);

  if (row->column >= self->columns->len)
    return g_strdup_printf (_("row %u"), row->row + 1);
  letters = ent_name_column (row->column);

  return g_strdup_printf ("%s%u", letters, row->row + 1);
}

static char *
dup_name (EntImport *self, const EntImportItem *item)
{
  const EntImportName *name = item->name != G_MAXUINT
    ? g_ptr_array_index (self->names, item->name) : NULL;

  if (name == NULL)
    return g_strdup ("");

  return ent_phrase_name (name->kpi != NULL ? ent_record_get_string (name->kpi, ENT_KPI_NAME)
                                            : name->text);
}

/**
 * ent_import_dup_subject:
 * @self: an import
 * @item: the number of an item
 *
 * Returns: (transfer full): the KPI and the day it is about, as far as they are known
 */
char *
ent_import_dup_subject (EntImport *self, guint item)
{
  const EntImportItem *row = ent_import_get_item (self, item);
  g_autofree char *name = NULL;

  g_return_val_if_fail (row != NULL, NULL);

  name = dup_name (self, row);
  if (row->day[0] == '\0')
    return g_steal_pointer (&name);

  /* Translators: a KPI and a day, YYYY-MM-DD */
  return g_strdup_printf (_("%s, %s"), name, row->day);
}

/* As people write numbers where they are, with all the digits that the table has: two values that
 * differ must not look the same. */
char *
_ent_import_format_number (double number)
{
  g_autofree char *text = g_strdup_printf ("%'.15g", number);

  return text[0] == '-' ? g_strconcat ("−", text + 1, NULL) : g_steal_pointer (&text);
}

/* A value with the unit of its KPI, which may be one that is to be made. */
static char *
format_value (const EntImportName *name, double value)
{
  g_autofree char *number = _ent_import_format_number (value);
  g_autoptr(EntRecord) fresh = NULL;

  if (name->kpi != NULL)
    return ent_kpi_add_unit (name->kpi, number);
  fresh = ent_record_new (ENT_KIND_KPI);
  if (name->unit != NULL)
    ent_record_set_string (fresh, ENT_KPI_UNIT, name->unit);

  return ent_kpi_add_unit (fresh, number);
}

static char *
describe_measurement (EntImport *self, const EntImportItem *item)
{
  const EntImportName *name = g_ptr_array_index (self->names, item->name);
  g_autofree char *value = format_value (name, item->value);
  EntRecord *present = _ent_import_find_present (self, item);
  g_autofree char *before = NULL;

  if (item->verdict != ENT_IMPORT_CHANGED || present == NULL)
    return g_steal_pointer (&value);
  if (ent_record_get_double (present, ENT_MEASUREMENT_VALUE) == item->value)
    return g_strdup_printf (_("%s, with another note"), value);

  before = format_value (name, ent_record_get_double (present, ENT_MEASUREMENT_VALUE));

  /* Translators: a value before and after */
  return g_strdup_printf (_("%s → %s"), before, value);
}

/* What a row says of a field, by which @fresh is filled. */
static char *
format_field (EntImport *self, guint field, const EntValue *value, EntRecord *fresh)
{
  EntFieldType type = ent_kind_get_info (ENT_KIND_KPI)->fields[field].type;
  EntRecord *target = type == ENT_FIELD_REF ? ent_project_lookup (self->project, value->s) : NULL;

  if (target != NULL)
    return ent_record_dup_title (target);
  if (type == ENT_FIELD_DOUBLE)
    return _ent_import_format_number (value->d);
  ent_record_set (fresh, field, value, NULL);

  return ent_record_format (fresh, field);
}

/* The fields that a row of KPIs changes, or all that it says of a new one. */
static char *
describe_kpi (EntImport *self, const EntImportItem *item, const EntImportKpi *kpi)
{
  const EntKindInfo *info = ent_kind_get_info (ENT_KIND_KPI);
  g_autoptr(EntRecord) fresh = ent_record_new (ENT_KIND_KPI);
  const EntImportName *name = g_ptr_array_index (self->names, item->name);
  EntRecord *present = name->kpi != NULL ? name->kpi : fresh;
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < info->n_fields; i++)
    {
      g_auto(EntValue) before = ent_record_dup_value (present, i);
      g_autofree char *shown = NULL;

      if (!kpi->given[i] || i == ENT_KPI_NAME || ent_value_equal (&before, &kpi->values[i]))
        continue;
      shown = format_field (self, i, &kpi->values[i], fresh);
      if (text->len > 0)
        /* Translators: between the fields of a KPI: “Unit: min; Target: 30” */
        g_string_append (text, C_("list", "; "));
      /* Translators: a field and what it holds: “Target: 30” */
      g_string_append_printf (text, _("%s: %s"), ent_field_get_label (&info->fields[i]), shown);
    }

  return g_string_free (text, FALSE);
}

/**
 * ent_import_dup_change:
 * @self: an import
 * @item: the number of an item
 *
 * Returns: (transfer full): what it would enter or change; for what is not understood, what stands
 *   in its cell
 */
char *
ent_import_dup_change (EntImport *self, guint item)
{
  const EntImportItem *row = ent_import_get_item (self, item);
  g_autofree char *text = NULL;
  guint n;
  char **cells;

  g_return_val_if_fail (row != NULL, NULL);

  cells = _ent_import_get_row (self, row->row, &n);
  if (row->verdict == ENT_IMPORT_BAD || row->verdict == ENT_IMPORT_LEFT_OUT)
    text = g_strdup (row->column < n ? cells[row->column] : "");
  else if (self->what == ENT_IMPORT_KPIS)
    text = describe_kpi (self, row, g_ptr_array_index (self->kpi_rows, item));
  else
    text = describe_measurement (self, row);

  return ent_phrase_show (text);
}

static char *
describe_name_fault (EntImport *self, const EntImportItem *item)
{
  const EntImportName *name = g_ptr_array_index (self->names, item->name);
  g_autofree char *quoted = ent_phrase_quote (name->text);

  return g_strdup_printf (item->fault == ENT_IMPORT_KPI_SEVERAL
                            ? _("Several KPIs are called %s.") : _("No KPI is called %s."),
                          quoted);
}

static const char *
get_fault_text (EntImportFault fault, gboolean kpis)
{
  switch (fault)
    {
    case ENT_IMPORT_NO_KPI:
      return _("It does not say which KPI it is about.");
    case ENT_IMPORT_NO_DATE:
      return _("It has no date.");
    case ENT_IMPORT_NO_SUCH_DATE:
      return _("Its date is not understood, or there is no such day.");
    case ENT_IMPORT_DATE_ORDER:
      return _("Nothing shows which number of its date is the day and which the month.");
    case ENT_IMPORT_NO_NUMBER:
      return _("It is no number.");
    case ENT_IMPORT_DECIMAL_SIGN:
      return _("Nothing shows whether its comma or point parts thousands or decimals.");
    case ENT_IMPORT_RANGE:
      return _("It is a range, not one number.");
    case ENT_IMPORT_TWICE:
      return kpis ? _("A row before it is about the same KPI.")
                  : _("A row before it has another value for the same day.");
    case ENT_IMPORT_TWICE_NOTE:
      return _("A row before it has the same value with another note.");
    case ENT_IMPORT_TOO_WIDE:
      return _("The table has more columns than a spreadsheet. What is beyond column XFD is not "
               "read.");
    case ENT_IMPORT_FOOTNOTE:
      return _("It is a footnote.");
    case ENT_IMPORT_TOTAL:
      return _("It sums up other rows.");
    case ENT_IMPORT_NO_VALUE:
      return _("It says that there is no value.");
    case ENT_IMPORT_KEPT:
      return _("It is more than a number; the note keeps it as it was written.");
    case ENT_IMPORT_OTHER_UNIT:
      return _("Its unit is not the one of the KPI; the note keeps it as it was written.");
    case ENT_IMPORT_FINE:
    case ENT_IMPORT_KPI_UNKNOWN:
    case ENT_IMPORT_KPI_SEVERAL:
    case ENT_IMPORT_UNFIT:
    case ENT_IMPORT_REMARKS:
    default:
      return "";
    }
}

static void
add_reason (GString *text, const char *reason)
{
  if (text->len > 0 && *reason != '\0')
    g_string_append_c (text, ' ');
  g_string_append (text, reason);
}

static void
add_measurement_reasons (EntImport *self, const EntImportItem *item, GString *text)
{
  g_autoptr(GError) error = NULL;

  if (item->fault == ENT_IMPORT_UNFIT && !_ent_import_fits (self, item, &error))
    add_reason (text, error->message);
  if ((item->verdict == ENT_IMPORT_NEW || item->verdict == ENT_IMPORT_CHANGED)
      && strcmp (item->day, self->today) > 0)
    add_reason (text, _("Its date is in the future."));
}

/**
 * ent_import_dup_reason:
 * @self: an import
 * @item: the number of an item
 *
 * Returns: (transfer full): why it is not understood, or what is worth knowing about it; "" if
 *   nothing is
 */
char *
ent_import_dup_reason (EntImport *self, guint item)
{
  const EntImportItem *row = ent_import_get_item (self, item);
  gboolean kpis = self != NULL && self->what == ENT_IMPORT_KPIS;
  g_autoptr(GString) text = NULL;

  g_return_val_if_fail (row != NULL, NULL);

  if (row->fault == ENT_IMPORT_KPI_UNKNOWN || row->fault == ENT_IMPORT_KPI_SEVERAL)
    return describe_name_fault (self, row);

  text = g_string_new (get_fault_text ((EntImportFault) row->fault, kpis));
  if (kpis)
    {
      const EntImportKpi *kpi = g_ptr_array_index (self->kpi_rows, item);

      add_reason (text, kpi->remarks->str);
    }
  else
    add_measurement_reasons (self, row, text);

  return ent_phrase_show (text->str);
}

/* What a column holds, and the order of its dates where that is known. */
static char *
describe_role (const EntImportColumn *column)
{
  const char *label = ent_import_role_get_label (column->role);

  switch (column->order)
    {
    case ENT_DAY_ORDER_DMY:
      /* Translators: what a column holds, such as Date, and how its dates are written */
      return g_strdup_printf (_("%s, day before month"), label);
    case ENT_DAY_ORDER_MDY:
      /* Translators: what a column holds, such as Date, and how its dates are written */
      return g_strdup_printf (_("%s, month before day"), label);
    case ENT_DAY_ORDER_YMD:
      /* Translators: what a column holds, such as Date, and how its dates are written */
      return g_strdup_printf (_("%s, year first"), label);
    case ENT_DAY_ORDER_UNKNOWN:
    default:
      return g_strdup (label);
    }
}

static char *
describe_column (EntImport *self, guint number)
{
  const EntImportColumn *column = ent_import_get_column (self, number);
  const char *header = ent_import_get_header (self, number);
  g_autofree char *letters = ent_name_column (number);
  g_autofree char *title = ent_phrase_quote (header);
  g_autofree char *meaning = NULL;

  if (column->role == ENT_IMPORT_ROLE_SERIES && column->name != G_MAXUINT)
    {
      const EntImportName *name = g_ptr_array_index (self->names, column->name);
      g_autofree char *kpi = ent_phrase_name (name->kpi != NULL
        ? ent_record_get_string (name->kpi, ENT_KPI_NAME) : name->text);

      /* Translators: the name of a KPI */
      meaning = g_strdup_printf (_("values of %s"), kpi);
    }
  else if (column->role == ENT_IMPORT_ROLE_PERIOD && column->day[0] != '\0')
    /* Translators: a day, YYYY-MM-DD */
    meaning = g_strdup_printf (_("values of %s"), column->day);
  else
    meaning = describe_role (column);

  if (_ent_import_is_blank (header))
    /* Translators: the letters of a column and what it holds */
    return g_strdup_printf (_("Column %s: %s"), letters, meaning);

  /* Translators: the letters of a column, its title in quotes and what it holds */
  return g_strdup_printf (_("Column %s %s: %s"), letters, title, meaning);
}

/**
 * ent_import_dup_columns:
 * @self: an import
 *
 * Returns: (transfer full) (element-type utf8): a line a column: how it is understood
 */
GPtrArray *
ent_import_dup_columns (EntImport *self)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (self != NULL, lines);

  for (guint i = 0; i < self->columns->len; i++)
    g_ptr_array_add (lines, describe_column (self, i));

  return lines;
}

static void
add_question (GPtrArray *questions, const char *text)
{
  g_ptr_array_add (questions, g_strdup (text));
}

static gboolean
is_empty (EntImport *self)
{
  for (guint row = 0; row < self->rows->len; row++)
    {
      char **cells = g_ptr_array_index (self->rows, row);

      for (; *cells != NULL; cells++)
        if (!_ent_import_is_blank (*cells))
          return FALSE;
    }

  return TRUE;
}

/**
 * ent_import_dup_questions:
 * @self: an import
 *
 * Returns: (transfer full) (element-type utf8): what somebody has to say before all of it can be
 *   understood
 */
GPtrArray *
ent_import_dup_questions (EntImport *self)
{
  GPtrArray *questions = g_ptr_array_new_with_free_func (g_free);
  gboolean values;

  g_return_val_if_fail (self != NULL, questions);

  if (is_empty (self))
    {
      add_question (questions, _("The table is empty."));
      return questions;
    }
  values = _ent_import_find_role (self, ENT_IMPORT_ROLE_VALUE) != G_MAXUINT
           || _ent_import_find_role (self, ENT_IMPORT_ROLE_SERIES) != G_MAXUINT
           || _ent_import_find_role (self, ENT_IMPORT_ROLE_PERIOD) != G_MAXUINT;
  if (self->what == ENT_IMPORT_MEASUREMENTS && !values)
    add_question (questions, _("Which column holds values?"));
  if (self->what == ENT_IMPORT_KPIS
      && _ent_import_find_role (self, ENT_IMPORT_ROLE_FIELD + ENT_KPI_NAME) == G_MAXUINT)
    add_question (questions, _("Which column holds the names of the KPIs?"));
  if (ent_import_asks_order (self))
    add_question (questions, _("In which order are day and month in the dates?"));
  if (ent_import_asks_decimal (self))
    add_question (questions, _("Does a comma or a point part the decimals?"));

  return questions;
}
