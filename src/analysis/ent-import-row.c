/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a row of a table of KPIs says. A blank cell says nothing. A target such as “>= 300 people” says
 * direction, target and unit; what a field cannot hold stays readable in the note. */
#include "config.h"

#include "analysis/ent-import-private.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

static const EntField *
get_field (guint field)
{
  return &ent_kind_get_info (ENT_KIND_KPI)->fields[field];
}

EntImportKpi *
_ent_import_kpi_new (void)
{
  EntImportKpi *kpi = g_new0 (EntImportKpi, 1);

  kpi->kept = g_string_new (NULL);
  kpi->remarks = g_string_new (NULL);

  return kpi;
}

void
_ent_import_kpi_free (EntImportKpi *kpi)
{
  for (guint i = 0; i < ENT_KPI_N_FIELDS; i++)
    ent_value_clear (&kpi->values[i]);
  g_string_free (kpi->kept, TRUE);
  g_string_free (kpi->remarks, TRUE);
  g_free (kpi);
}

/* --- What a row says ------------------------------------------------------------------------- */

static void
add_line (GString *lines, const char *line)
{
  if (lines->len > 0)
    g_string_append_c (lines, '\n');
  g_string_append (lines, line);
}

/* Keeps what a cell says in the note, by the label of its field. */
static void
keep (EntImportRow *row, guint field, const char *text)
{
  /* Translators: in a note, a field such as Target and what stood in the table: “Target: >= 300” */
  g_autofree char *line = g_strdup_printf (_("%s: %s"), ent_field_get_label (get_field (field)),
                                           text);

  add_line (row->kpi->kept, line);
}

/* Takes a remark. */
void
_ent_import_row_remark (EntImportRow *row, char *text)
{
  add_line (row->kpi->remarks, text);
  g_free (text);
  if (row->item->fault == ENT_IMPORT_FINE)
    row->item->fault = ENT_IMPORT_REMARKS;
}

/* Takes a reason why the row cannot be taken. */
void
_ent_import_row_refuse (EntImportRow *row, EntImportFault fault, char *text)
{
  if (text != NULL)
    add_line (row->kpi->remarks, text);
  g_free (text);
  row->item->verdict = ENT_IMPORT_BAD;
  row->item->fault = (guint8) fault;
}

/* Gives a field a value, which is taken, unless the row has said it more directly. */
void
_ent_import_row_give (EntImportRow *row, guint field, EntValue value)
{
  g_autoptr(GError) error = NULL;

  if (!row->kpi->given[field] && ent_field_check (get_field (field), &value, &error))
    {
      row->kpi->values[field] = value;
      row->kpi->given[field] = TRUE;
      return;
    }
  ent_value_clear (&value);
  if (error != NULL)
    _ent_import_row_refuse (row, ENT_IMPORT_UNFIT, g_strdup (error->message));
}

static void
keep_words (EntImportRow *row, guint field, const char *text)
{
  keep (row, field, text);
  _ent_import_row_remark (row, g_strdup_printf (
    /* Translators: a field such as Target, and what stands in the table, in curly quotes */
    _("%s: “%s” is not understood. It goes to the note."), ent_field_get_label (get_field (field)),
    text));
}

/* --- Numbers --------------------------------------------------------------------------------- */

/* The unit as the row says it, else as the KPI has it; "" for none. */
static const char *
get_unit (EntImportRow *row)
{
  const EntImportKpi *kpi = row->kpi;

  if (kpi->given[ENT_KPI_UNIT])
    return kpi->values[ENT_KPI_UNIT].s;

  return row->present != NULL ? ent_record_get_string (row->present, ENT_KPI_UNIT) : "";
}

/* The baseline as the row says it, else as the KPI has it; NaN for none. */
static double
get_baseline (EntImportRow *row)
{
  const EntImportKpi *kpi = row->kpi;

  if (kpi->given[ENT_KPI_BASELINE])
    return kpi->values[ENT_KPI_BASELINE].d;

  return row->present != NULL ? ent_record_get_double (row->present, ENT_KPI_BASELINE)
                              : (double) NAN;
}

static void
give_direction (EntImportRow *row, EntDirection direction)
{
  gboolean said = row->kpi->given[ENT_KPI_DIRECTION];

  if (said && row->kpi->values[ENT_KPI_DIRECTION].i != (int) direction)
    _ent_import_row_remark (row, g_strdup (_("The direction that the target shows is another than "
                                             "the one that the table says.")));
  else if (!said)
    _ent_import_row_give (row, ENT_KPI_DIRECTION, ent_value_int ((int) direction));
}

/* “+25%” is a change where the KPI has a baseline or counts something, and is no percentage itself. */
static gboolean
is_change (EntImportRow *row, const EntQuantity *quantity)
{
  double baseline = get_baseline (row);
  const char *unit = get_unit (row);

  return quantity->sign != 0 && _ent_import_has_unit (quantity, "%") && !g_str_equal (unit, "%")
         && (*unit != '\0' || (isfinite (baseline) && baseline != 0));
}

/* A quarter more than the baseline; without one nobody knows more than what. */
static void
take_change (EntImportRow *row, const EntQuantity *quantity, const char *text)
{
  double baseline = get_baseline (row);
  double target = baseline + fabs (baseline) * quantity->value / 100;
  g_autofree char *number = NULL;

  if (!isfinite (target) || baseline == 0)
    {
      keep (row, ENT_KPI_TARGET, text);
      _ent_import_row_remark (row, g_strdup_printf (
        /* Translators: what stands in the table, such as “+25%” */
        _("Target: “%s” needs a baseline. It goes to the note."), text));
      return;
    }

  number = _ent_import_format_number (target);
  keep (row, ENT_KPI_TARGET, text);
  _ent_import_row_give (row, ENT_KPI_TARGET, ent_value_double (target));
  /* Translators: what stands in the table, such as “+25%”, and a number */
  _ent_import_row_remark (row, g_strdup_printf (_("Target: “%s” of the baseline is %s."), text,
                                                number));
}

/* The unit of a number is that of the KPI where nothing says it yet; it never takes the place of
 * another. */
static void
take_unit (EntImportRow *row, const EntQuantity *quantity, guint field, const char *text)
{
  g_autofree char *unit = ent_quantity_dup_unit (quantity);

  if (unit == NULL)
    return;
  if (*get_unit (row) == '\0')
    _ent_import_row_give (row, ENT_KPI_UNIT, ent_value_string (unit));
  else if (!_ent_import_has_unit (quantity, get_unit (row)))
    {
      keep (row, field, text);
      _ent_import_row_remark (row, g_strdup_printf (
        row->kpi->given[ENT_KPI_UNIT] ? _("%s: “%s” has another unit than the rest.")
                                      : _("%s: “%s” has another unit than the KPI."),
        ent_field_get_label (get_field (field)), text));
    }
}

static void
take_range (EntImportRow *row, const EntQuantity *quantity, const char *text)
{
  give_direction (row, ENT_DIRECTION_WITHIN);
  _ent_import_row_give (row, ENT_KPI_LOW, ent_value_double (quantity->value));
  _ent_import_row_give (row, ENT_KPI_HIGH, ent_value_double (quantity->upper));
  take_unit (row, quantity, ENT_KPI_TARGET, text);
  keep (row, ENT_KPI_TARGET, text);
}

/* A comparison or a signed percentage says where the KPI is to go. */
static void
take_direction (EntImportRow *row, const EntQuantity *quantity)
{
  gboolean up = quantity->comparison != ENT_COMPARISON_NONE
    ? quantity->comparison == ENT_COMPARISON_AT_LEAST : quantity->sign == '+';

  if (quantity->comparison != ENT_COMPARISON_NONE
      || (quantity->sign != 0 && _ent_import_has_unit (quantity, "%")))
    give_direction (row, up ? ENT_DIRECTION_INCREASE : ENT_DIRECTION_DECREASE);
}

static void
take_number (EntImportRow *row, guint field, const EntQuantity *quantity, const char *text)
{
  if (field == ENT_KPI_TARGET)
    take_direction (row, quantity);
  if (field == ENT_KPI_TARGET && is_change (row, quantity))
    {
      take_change (row, quantity, text);
      return;
    }
  if (!quantity->plain || quantity->sign == '+')
    keep (row, field, text);
  if (field != ENT_KPI_TOLERANCE)
    take_unit (row, quantity, field, text);
  _ent_import_row_give (row, field, ent_value_double (quantity->value));
}

static gboolean
has_letter (const char *text)
{
  while (*text != '\0' && !g_unichar_isalpha (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);

  return *text != '\0';
}

static void
read_number (EntImportRow *row, guint field, const char *text)
{
  EntQuantity quantity;

  switch (ent_quantity_read (text, row->import->decimal, &quantity))
    {
    case ENT_QUANTITY_NUMBER:
      take_number (row, field, &quantity, text);
      break;
    case ENT_QUANTITY_RANGE:
      if (field == ENT_KPI_TARGET)
        take_range (row, &quantity, text);
      else
        keep_words (row, field, text);
      break;
    case ENT_QUANTITY_AMBIGUOUS:
      _ent_import_row_refuse (row, ENT_IMPORT_DECIMAL_SIGN, NULL);
      break;
    case ENT_QUANTITY_TEXT:
      keep_words (row, field, text);
      break;
    case ENT_QUANTITY_UNKNOWN:
      /* Who writes TBD means to come back to it. */
      if (field == ENT_KPI_TARGET && has_letter (text))
        keep (row, field, text);
      break;
    case ENT_QUANTITY_BLANK:
    default:
      break;
    }
}

/* --- Other fields ---------------------------------------------------------------------------- */

static gboolean
read_day (EntImportRow *row, const char *text, EntDayOrder order, char day[11])
{
  EntDayReading reading;

  ent_day_read (text, order, row->import->options.serials, &reading);
  if (reading.state == ENT_DAY_AMBIGUOUS)
    _ent_import_row_refuse (row, ENT_IMPORT_DATE_ORDER, NULL);
  if (reading.state == ENT_DAY_FOUND)
    memcpy (day, reading.day, sizeof reading.day);

  return reading.state == ENT_DAY_FOUND;
}

static gboolean
says_nothing (const char *text)
{
  EntQuantity quantity;

  return ent_quantity_read (text, ENT_DECIMAL_UNKNOWN, &quantity) <= ENT_QUANTITY_UNKNOWN;
}

static void
read_date (EntImportRow *row, guint field, const char *text, EntDayOrder order)
{
  char day[11];

  if (says_nothing (text))
    return;
  if (read_day (row, text, order, day))
    _ent_import_row_give (row, field, ent_value_string (day));
  else if (row->item->verdict != ENT_IMPORT_BAD)
    keep_words (row, field, text);
}

static void
read_dates (EntImportRow *row, guint field, const char *text, EntDayOrder order)
{
  g_auto(GStrv) parts = g_strsplit_set (text, ",;\n", -1);
  g_autoptr(GStrvBuilder) days = g_strv_builder_new ();

  for (char **part = parts; *part != NULL; part++)
    {
      char day[11];

      if (*g_strstrip (*part) == '\0')
        continue;
      if (!read_day (row, *part, order, day))
        {
          if (row->item->verdict != ENT_IMPORT_BAD)
            keep_words (row, field, text);
          return;
        }
      g_strv_builder_add (days, day);
    }
  _ent_import_row_give (row, field, ent_value_take_list (g_strv_builder_end (days)));
}

static void
read_record (EntImportRow *row, guint field, const char *text, EntNameIndex *index, EntKind kind)
{
  gboolean several;
  EntRecord *record = ent_name_index_find (index, text, &several);

  if (record == NULL)
    record = ent_project_lookup_kind (row->import->project, kind, text);
  if (record != NULL)
    _ent_import_row_give (row, field, ent_value_string (ent_record_get_id (record)));
  else if (!says_nothing (text))
    keep_words (row, field, text);
}

/* The choice that people mean by a word other than its label. */
static int
find_choice (guint field, const char *text)
{
  static const struct { const char *word; EntDirection direction; } directions[] = {
    { "up", ENT_DIRECTION_INCREASE }, { "higher", ENT_DIRECTION_INCREASE },
    { "higher is better", ENT_DIRECTION_INCREASE }, { "rise", ENT_DIRECTION_INCREASE },
    { "↑", ENT_DIRECTION_INCREASE }, { "+", ENT_DIRECTION_INCREASE },
    { "down", ENT_DIRECTION_DECREASE }, { "lower", ENT_DIRECTION_DECREASE },
    { "lower is better", ENT_DIRECTION_DECREASE }, { "fall", ENT_DIRECTION_DECREASE },
    { "reduce", ENT_DIRECTION_DECREASE }, { "↓", ENT_DIRECTION_DECREASE },
    { "maintain", ENT_DIRECTION_WITHIN }, { "range", ENT_DIRECTION_WITHIN },
    { "band", ENT_DIRECTION_WITHIN }, { "stable", ENT_DIRECTION_WITHIN },
  };
  const EntEnum *choices = get_field (field)->choices;
  g_autofree char *fold = ent_name_fold (text);

  for (guint i = 0; i < choices->n_choices; i++)
    {
      g_autofree char *label = ent_name_fold (ent_enum_get_label (choices, (int) i));

      if (g_str_equal (fold, label) || g_str_equal (fold, choices->choices[i].nick))
        return (int) i;
    }
  for (guint i = 0; field == ENT_KPI_DIRECTION && i < G_N_ELEMENTS (directions); i++)
    if (g_str_equal (fold, directions[i].word))
      return (int) directions[i].direction;

  return -1;
}

static void
read_choice (EntImportRow *row, guint field, const char *text)
{
  int choice = find_choice (field, text);

  if (choice >= 0)
    _ent_import_row_give (row, field, ent_value_int (choice));
  else
    keep_words (row, field, text);
}

/* How often, in days or in a word. */
static void
read_every (EntImportRow *row, const char *text)
{
  static const struct { const char *word; int days; } words[] = {
    { "daily", 1 }, { "weekly", 7 }, { "fortnightly", 14 }, { "biweekly", 14 },
    { "monthly", 30 }, { "every month", 30 }, { "quarterly", 91 }, { "every quarter", 91 },
    { "half-yearly", 182 }, { "twice a year", 182 }, { "yearly", 365 }, { "annual", 365 },
    { "annually", 365 }, { "every year", 365 }, { "every week", 7 }, { "every day", 1 },
  };
  g_autofree char *fold = ent_name_fold (text);
  g_auto(EntValue) value = ENT_VALUE_INIT;

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (fold, words[i].word))
      {
        _ent_import_row_give (row, ENT_KPI_EVERY, ent_value_int (words[i].days));
        return;
      }
  if (ent_field_parse (get_field (ENT_KPI_EVERY), text, &value, NULL)
      && value.form == ENT_VALUE_INT)
    _ent_import_row_give (row, ENT_KPI_EVERY, ent_value_int (value.i));
  else if (!says_nothing (text))
    keep_words (row, ENT_KPI_EVERY, text);
}

static void
read_field (EntImportRow *row, guint field, const char *text, EntDayOrder order)
{
  switch (get_field (field)->type)
    {
    case ENT_FIELD_DOUBLE:
      read_number (row, field, text);
      break;
    case ENT_FIELD_DATE:
      read_date (row, field, text, order);
      break;
    case ENT_FIELD_DATES:
      read_dates (row, field, text, order);
      break;
    case ENT_FIELD_ENUM:
      read_choice (row, field, text);
      break;
    case ENT_FIELD_INT:
      read_every (row, text);
      break;
    case ENT_FIELD_REF:
      if (field == ENT_KPI_GOAL)
        read_record (row, field, text, row->import->goals, ENT_KIND_GOAL);
      else
        read_record (row, field, text, row->import->partners, ENT_KIND_PARTNER);
      break;
    case ENT_FIELD_STRING:
    case ENT_FIELD_TEXT:
    case ENT_FIELD_BOOL:
    case ENT_FIELD_REFS:
    case ENT_FIELD_STRINGS:
    default:
      _ent_import_row_give (row, field, ent_value_string (text));
      break;
    }
}

static void
read_column (EntImportRow *row, guint field)
{
  guint column = _ent_import_find_role (row->import, ENT_IMPORT_ROLE_FIELD + field);
  g_autofree char *text = NULL;

  if (column >= row->n_cells || _ent_import_is_blank (row->cells[column]))
    return;
  text = _ent_import_trim (row->cells[column]);
  read_field (row, field, text, ent_import_get_column (row->import, column)->order);
}

/* What a footnote mark leads to may be worth knowing. */
static void
keep_marks (EntImportRow *row)
{
  const char *cell = row->cells[row->item->column];
  g_autofree char *trimmed = _ent_import_trim (cell);
  g_autofree char *plain = _ent_import_dup_unmarked (row->import, cell);

  if (!g_str_equal (trimmed, plain))
    keep (row, ENT_KPI_NAME, trimmed);
}

/* In this order: what is said directly goes before what a target shows, and the target may be one of
 * the baseline. */
void
_ent_import_row_read (EntImportRow *row)
{
  static const guint fields[] = {
    ENT_KPI_GOAL, ENT_KPI_KIND, ENT_KPI_UNIT, ENT_KPI_DIRECTION, ENT_KPI_BASELINE,
    ENT_KPI_BASELINE_DATE, ENT_KPI_LOW, ENT_KPI_HIGH, ENT_KPI_TARGET, ENT_KPI_TARGET_DATE,
    ENT_KPI_TOLERANCE, ENT_KPI_EVERY, ENT_KPI_OWNER, ENT_KPI_SOURCE, ENT_KPI_NOTE, ENT_KPI_REBASE,
  };
  G_STATIC_ASSERT (G_N_ELEMENTS (fields) == ENT_KPI_N_FIELDS - 1);

  keep_marks (row);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    read_column (row, fields[i]);
}
