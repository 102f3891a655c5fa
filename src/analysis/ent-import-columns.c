/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the columns of a table hold: by their titles, and where these say nothing by what stands
 * below. */
#include "config.h"

#include "analysis/ent-import-private.h"

#include <string.h>

/* So many cells of a column tell what is in it. */
#define MOST_SAMPLES 200

typedef struct {
  const char *title;                 /* folded */
  guint role;
} Title;

/* What people write above the columns. The labels of the fields are understood, too. */
static const Title measurement_titles[] = {
  { "kpi", ENT_IMPORT_ROLE_KPI }, { "kpis", ENT_IMPORT_ROLE_KPI },
  { "kpi name", ENT_IMPORT_ROLE_KPI }, { "indicator", ENT_IMPORT_ROLE_KPI },
  { "indicators", ENT_IMPORT_ROLE_KPI }, { "indicator name", ENT_IMPORT_ROLE_KPI },
  { "measure", ENT_IMPORT_ROLE_KPI }, { "metric", ENT_IMPORT_ROLE_KPI },
  { "name", ENT_IMPORT_ROLE_KPI }, { "what", ENT_IMPORT_ROLE_KPI },
  { "date", ENT_IMPORT_ROLE_DATE }, { "day", ENT_IMPORT_ROLE_DATE },
  { "month", ENT_IMPORT_ROLE_DATE }, { "quarter", ENT_IMPORT_ROLE_DATE },
  { "period", ENT_IMPORT_ROLE_DATE }, { "year", ENT_IMPORT_ROLE_DATE },
  { "when", ENT_IMPORT_ROLE_DATE }, { "datum", ENT_IMPORT_ROLE_DATE },
  { "tag", ENT_IMPORT_ROLE_DATE }, { "monat", ENT_IMPORT_ROLE_DATE },
  { "quartal", ENT_IMPORT_ROLE_DATE }, { "zeitraum", ENT_IMPORT_ROLE_DATE },
  { "jahr", ENT_IMPORT_ROLE_DATE }, { "jour", ENT_IMPORT_ROLE_DATE },
  { "mois", ENT_IMPORT_ROLE_DATE }, { "trimestre", ENT_IMPORT_ROLE_DATE },
  { "annee", ENT_IMPORT_ROLE_DATE }, { "fecha", ENT_IMPORT_ROLE_DATE },
  { "dia", ENT_IMPORT_ROLE_DATE }, { "mes", ENT_IMPORT_ROLE_DATE },
  { "ano", ENT_IMPORT_ROLE_DATE }, { "value", ENT_IMPORT_ROLE_VALUE },
  { "actual", ENT_IMPORT_ROLE_VALUE }, { "result", ENT_IMPORT_ROLE_VALUE },
  { "reading", ENT_IMPORT_ROLE_VALUE }, { "figure", ENT_IMPORT_ROLE_VALUE },
  { "amount", ENT_IMPORT_ROLE_VALUE }, { "measurement", ENT_IMPORT_ROLE_VALUE },
  { "measured", ENT_IMPORT_ROLE_VALUE }, { "score", ENT_IMPORT_ROLE_VALUE },
  { "note", ENT_IMPORT_ROLE_NOTE }, { "notes", ENT_IMPORT_ROLE_NOTE },
  { "comment", ENT_IMPORT_ROLE_NOTE }, { "comments", ENT_IMPORT_ROLE_NOTE },
  { "remark", ENT_IMPORT_ROLE_NOTE }, { "remarks", ENT_IMPORT_ROLE_NOTE },
  { "by", ENT_IMPORT_ROLE_BY }, { "who", ENT_IMPORT_ROLE_BY },
  { "measured by", ENT_IMPORT_ROLE_BY }, { "entered by", ENT_IMPORT_ROLE_BY },
};

#define FIELD(field) (ENT_IMPORT_ROLE_FIELD + (field))

static const Title kpi_titles[] = {
  { "kpi", FIELD (ENT_KPI_NAME) }, { "kpis", FIELD (ENT_KPI_NAME) },
  { "kpi name", FIELD (ENT_KPI_NAME) }, { "indicator", FIELD (ENT_KPI_NAME) },
  { "indicators", FIELD (ENT_KPI_NAME) }, { "metric", FIELD (ENT_KPI_NAME) },
  { "measure", FIELD (ENT_KPI_NAME) }, { "title", FIELD (ENT_KPI_NAME) },
  { "objective", FIELD (ENT_KPI_GOAL) }, { "type", FIELD (ENT_KPI_KIND) },
  { "units", FIELD (ENT_KPI_UNIT) }, { "unit of measure", FIELD (ENT_KPI_UNIT) },
  { "trend", FIELD (ENT_KPI_DIRECTION) }, { "desired direction", FIELD (ENT_KPI_DIRECTION) },
  { "start", FIELD (ENT_KPI_BASELINE) }, { "starting point", FIELD (ENT_KPI_BASELINE) },
  { "baseline value", FIELD (ENT_KPI_BASELINE) }, { "start value", FIELD (ENT_KPI_BASELINE) },
  { "start date", FIELD (ENT_KPI_BASELINE_DATE) },
  { "date of baseline", FIELD (ENT_KPI_BASELINE_DATE) },
  { "target value", FIELD (ENT_KPI_TARGET) }, { "targets", FIELD (ENT_KPI_TARGET) },
  { "due", FIELD (ENT_KPI_TARGET_DATE) }, { "due date", FIELD (ENT_KPI_TARGET_DATE) },
  { "by when", FIELD (ENT_KPI_TARGET_DATE) }, { "deadline", FIELD (ENT_KPI_TARGET_DATE) },
  { "lower limit", FIELD (ENT_KPI_LOW) }, { "minimum", FIELD (ENT_KPI_LOW) },
  { "upper limit", FIELD (ENT_KPI_HIGH) }, { "maximum", FIELD (ENT_KPI_HIGH) },
  { "frequency", FIELD (ENT_KPI_EVERY) }, { "how often", FIELD (ENT_KPI_EVERY) },
  { "responsible", FIELD (ENT_KPI_OWNER) }, { "partner", FIELD (ENT_KPI_OWNER) },
  { "lead", FIELD (ENT_KPI_OWNER) }, { "data source", FIELD (ENT_KPI_SOURCE) },
  { "notes", FIELD (ENT_KPI_NOTE) }, { "comment", FIELD (ENT_KPI_NOTE) },
  { "comments", FIELD (ENT_KPI_NOTE) }, { "remarks", FIELD (ENT_KPI_NOTE) },
};

/* --- Titles ---------------------------------------------------------------------------------- */

static guint
find_title (const Title *titles, guint n, const char *fold)
{
  for (guint i = 0; i < n; i++)
    if (g_str_equal (titles[i].title, fold))
      return titles[i].role;

  return ENT_IMPORT_ROLE_NONE;
}

/* The field of a kind that has this label or this name; G_MAXUINT if none has. */
static guint
find_field (EntKind kind, const char *fold)
{
  const EntKindInfo *info = ent_kind_get_info (kind);

  for (guint i = 0; i < info->n_fields; i++)
    {
      g_autofree char *label = ent_name_fold (ent_field_get_label (&info->fields[i]));

      if (g_str_equal (label, fold) || g_str_equal (info->fields[i].name, fold))
        return i;
    }

  return G_MAXUINT;
}

static guint
find_role_by_title (EntImportWhat what, const char *title)
{
  static const guint measurement_roles[] = {
    [ENT_MEASUREMENT_KPI] = ENT_IMPORT_ROLE_KPI,
    [ENT_MEASUREMENT_DATE] = ENT_IMPORT_ROLE_DATE,
    [ENT_MEASUREMENT_VALUE] = ENT_IMPORT_ROLE_VALUE,
    [ENT_MEASUREMENT_NOTE] = ENT_IMPORT_ROLE_NOTE,
    [ENT_MEASUREMENT_BY] = ENT_IMPORT_ROLE_BY,
  };
  g_autofree char *fold = ent_name_fold (title);
  guint field;

  if (*fold == '\0')
    return ENT_IMPORT_ROLE_NONE;
  if (what == ENT_IMPORT_KPIS)
    {
      field = find_field (ENT_KIND_KPI, fold);
      return field != G_MAXUINT ? FIELD (field)
                                : find_title (kpi_titles, G_N_ELEMENTS (kpi_titles), fold);
    }
  field = find_field (ENT_KIND_MEASUREMENT, fold);

  return field != G_MAXUINT ? measurement_roles[field]
    : find_title (measurement_titles, G_N_ELEMENTS (measurement_titles), fold);
}

/* --- The header ------------------------------------------------------------------------------ */

static guint
count_filled (char **cells)
{
  guint n = 0;

  for (; *cells != NULL; cells++)
    n += !_ent_import_is_blank (*cells);

  return n;
}

/* A row with a day and a number beside it, and no known title, is no header but a measurement. */
static gboolean
is_measurement (EntImport *self, char **cells)
{
  gboolean day = FALSE;
  gboolean number = FALSE;

  for (; *cells != NULL; cells++)
    {
      EntDayReading reading;
      EntQuantity quantity;

      if (find_role_by_title (self->what, *cells) != ENT_IMPORT_ROLE_NONE)
        return FALSE;
      ent_day_read (*cells, ENT_DAY_ORDER_UNKNOWN, FALSE, &reading);
      if (reading.state == ENT_DAY_AMBIGUOUS
          || (reading.state == ENT_DAY_FOUND && reading.span != ENT_DAY_SPAN_YEAR))
        day = TRUE;
      else
        number = number
                 || ent_quantity_read (*cells, ENT_DECIMAL_UNKNOWN, &quantity)
                    == ENT_QUANTITY_NUMBER || quantity.state == ENT_QUANTITY_AMBIGUOUS;
    }

  return day && number;
}

/**
 * ent_import_guess_what:
 * @rows: (element-type GStrv): a table
 * @otherwise: what to take it for where its titles do not tell
 *
 * Returns: what the titles of a table are those of. Only KPIs have baselines and targets, only
 *   measurements a value.
 */
EntImportWhat
ent_import_guess_what (GPtrArray *rows, EntImportWhat otherwise)
{
  EntImportWhat guess = otherwise;

  g_return_val_if_fail (rows != NULL, otherwise);

  for (guint i = 0; i < rows->len; i++)
    {
      char **cells = g_ptr_array_index (rows, i);

      if (count_filled (cells) < 2)
        continue;
      for (; *cells != NULL; cells++)
        {
          guint role = find_role_by_title (ENT_IMPORT_KPIS, *cells);

          if (find_role_by_title (ENT_IMPORT_MEASUREMENTS, *cells) == ENT_IMPORT_ROLE_VALUE)
            return ENT_IMPORT_MEASUREMENTS;
          if (role == FIELD (ENT_KPI_BASELINE) || role == FIELD (ENT_KPI_TARGET))
            guess = ENT_IMPORT_KPIS;
        }
      break;
    }

  return guess;
}

/* The first row that has more than a title of the table. */
void
_ent_import_find_header (EntImport *self)
{
  guint least = self->columns->len > 1 ? 2 : 1;

  self->header = G_MAXUINT;
  self->first = self->rows->len;
  for (guint i = 0; i < self->rows->len; i++)
    {
      char **cells = g_ptr_array_index (self->rows, i);

      if (count_filled (cells) < least)
        continue;
      self->header = self->what == ENT_IMPORT_MEASUREMENTS && is_measurement (self, cells)
        ? G_MAXUINT : i;
      self->first = self->header == G_MAXUINT ? i : i + 1;
      return;
    }
}

/* --- What stands below ----------------------------------------------------------------------- */

typedef struct {
  guint n_filled;
  guint n_days;                      /* also those whose order is open */
  guint n_numbers;
} Samples;

static Samples
sample_column (EntImport *self, guint column)
{
  Samples samples = { 0 };

  for (guint row = self->first; row < self->rows->len && samples.n_filled < MOST_SAMPLES; row++)
    {
      guint n;
      char **cells = _ent_import_get_row (self, row, &n);
      EntDayReading reading;
      EntQuantity quantity;

      if (column >= n || _ent_import_is_blank (cells[column]))
        continue;
      samples.n_filled++;
      ent_day_read (cells[column], ENT_DAY_ORDER_UNKNOWN, FALSE, &reading);
      samples.n_days += reading.state == ENT_DAY_FOUND || reading.state == ENT_DAY_AMBIGUOUS;
      ent_quantity_read (cells[column], ENT_DECIMAL_UNKNOWN, &quantity);
      samples.n_numbers += quantity.state == ENT_QUANTITY_NUMBER
                           || quantity.state == ENT_QUANTITY_AMBIGUOUS;
    }

  return samples;
}

static gboolean
are_most (guint n, const Samples *samples)
{
  return samples->n_filled > 0 && n * 5 >= samples->n_filled * 4;
}

/* The first column without a role in which most is a day, a number, or neither. */
static guint
find_column (EntImport *self, gboolean days, gboolean numbers)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      Samples samples;
      gboolean day, number;

      if (g_array_index (self->columns, EntImportColumn, i).role != ENT_IMPORT_ROLE_NONE)
        continue;
      samples = sample_column (self, i);
      day = are_most (samples.n_days, &samples);
      number = are_most (samples.n_numbers, &samples);
      if (samples.n_filled > 0 && (days ? day : numbers ? number : !day && !number))
        return i;
    }

  return G_MAXUINT;
}

static gboolean
has_role (EntImport *self, guint role)
{
  return _ent_import_find_role (self, role) != G_MAXUINT;
}

static void
give_role (EntImport *self, guint column, guint role)
{
  if (column != G_MAXUINT)
    _ent_import_give_role (self, column, role);
}

/* --- Columns --------------------------------------------------------------------------------- */

static gboolean
is_period (const char *title)
{
  EntDayReading reading;

  ent_day_read (title, ENT_DAY_ORDER_UNKNOWN, FALSE, &reading);

  return reading.state == ENT_DAY_FOUND || reading.state == ENT_DAY_AMBIGUOUS;
}

static void
read_titles (EntImport *self)
{
  _ent_import_clear_roles (self);
  for (guint i = 0; i < self->columns->len; i++)
    {
      const char *title = ent_import_get_header (self, i);
      guint role = find_role_by_title (self->what, title);

      if (role != ENT_IMPORT_ROLE_NONE && !has_role (self, role))
        _ent_import_give_role (self, i, role);
      else if (role == ENT_IMPORT_ROLE_NONE && self->what == ENT_IMPORT_MEASUREMENTS
               && is_period (title))
        _ent_import_give_role (self, i, ENT_IMPORT_ROLE_PERIOD);
    }
}

static void
find_series (EntImport *self)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      const EntImportColumn *column = ent_import_get_column (self, i);
      const char *title = ent_import_get_header (self, i);
      Samples samples;
      gboolean several;

      if (column->role != ENT_IMPORT_ROLE_NONE && column->role != ENT_IMPORT_ROLE_VALUE)
        continue;
      samples = sample_column (self, i);
      if (column->role == ENT_IMPORT_ROLE_VALUE || are_most (samples.n_numbers, &samples)
          || ent_name_index_find (self->kpis, title, &several) != NULL)
        _ent_import_give_role (self, i, ENT_IMPORT_ROLE_SERIES);
    }
}

static gboolean
is_dated (EntImport *self, guint column)
{
  return column < self->columns->len
         && ent_import_get_column (self, column)->role == ENT_IMPORT_ROLE_PERIOD;
}

/* A word and a year, as months have them in all languages. */
static gboolean
is_like_month (const char *title)
{
  static const char *const others[] = { "target", "goal", "baseline", "budget", "plan", "forecast" };
  g_autofree char *fold = ent_name_fold (title);
  g_auto(GStrv) words = g_strsplit_set (fold, " -./", -1);
  EntDayReading reading;

  if (g_strv_length (words) != 2 || g_strv_contains (others, words[0])
      || _ent_import_is_total (words[0]) || !g_unichar_isalpha (g_utf8_get_char (words[0])))
    return FALSE;
  ent_day_read (words[1], ENT_DAY_ORDER_UNKNOWN, FALSE, &reading);

  return reading.state == ENT_DAY_FOUND && reading.span == ENT_DAY_SPAN_YEAR;
}

/* Numbers among columns of days or months are no less values because the title above them is not
 * understood: it is asked rather than passed over. */
static void
find_lost_periods (EntImport *self)
{
  guint first = _ent_import_find_role (self, ENT_IMPORT_ROLE_PERIOD);
  guint last = first;

  for (guint i = first; i < self->columns->len; i++)
    if (is_dated (self, i))
      last = i;
  for (guint i = 0; i < self->columns->len; i++)
    {
      const char *title = ent_import_get_header (self, i);
      Samples samples;

      if (ent_import_get_column (self, i)->role != ENT_IMPORT_ROLE_NONE
          || _ent_import_is_blank (title) || _ent_import_is_total (title))
        continue;
      samples = sample_column (self, i);
      if ((i > first && i < last && are_most (samples.n_numbers, &samples))
          || (samples.n_numbers > 0 && is_like_month (title)
              && (is_dated (self, i + 1) || (i > 0 && is_dated (self, i - 1)))))
        _ent_import_give_role (self, i, ENT_IMPORT_ROLE_PERIOD);
    }
}

/**
 * Finds what each column holds. What a title says goes before what the cells look like.
 */
void
_ent_import_find_columns (EntImport *self)
{
  read_titles (self);
  if (self->what == ENT_IMPORT_KPIS)
    {
      if (!has_role (self, FIELD (ENT_KPI_NAME)))
        give_role (self, find_column (self, FALSE, FALSE), FIELD (ENT_KPI_NAME));
      return;
    }

  if (!has_role (self, ENT_IMPORT_ROLE_DATE) && !has_role (self, ENT_IMPORT_ROLE_PERIOD))
    give_role (self, find_column (self, TRUE, FALSE), ENT_IMPORT_ROLE_DATE);
  if (!has_role (self, ENT_IMPORT_ROLE_KPI)
      && (self->header == G_MAXUINT || has_role (self, ENT_IMPORT_ROLE_PERIOD)
          || has_role (self, ENT_IMPORT_ROLE_VALUE)))
    give_role (self, find_column (self, FALSE, FALSE), ENT_IMPORT_ROLE_KPI);
  if (has_role (self, ENT_IMPORT_ROLE_PERIOD))
    {
      find_lost_periods (self);
      return;
    }
  if (!has_role (self, ENT_IMPORT_ROLE_KPI))
    find_series (self);
  else if (!has_role (self, ENT_IMPORT_ROLE_VALUE))
    give_role (self, find_column (self, FALSE, TRUE), ENT_IMPORT_ROLE_VALUE);
  if (self->header == G_MAXUINT && !has_role (self, ENT_IMPORT_ROLE_NOTE))
    give_role (self, find_column (self, FALSE, FALSE), ENT_IMPORT_ROLE_NOTE);
}

/* --- What the cells show --------------------------------------------------------------------- */

static gboolean
holds_days (guint role)
{
  return role == ENT_IMPORT_ROLE_DATE || role == FIELD (ENT_KPI_BASELINE_DATE)
         || role == FIELD (ENT_KPI_TARGET_DATE) || role == FIELD (ENT_KPI_REBASE);
}

static gboolean
holds_numbers (guint role)
{
  return role == ENT_IMPORT_ROLE_VALUE || role == ENT_IMPORT_ROLE_SERIES
         || role == ENT_IMPORT_ROLE_PERIOD || role == FIELD (ENT_KPI_BASELINE)
         || role == FIELD (ENT_KPI_TARGET) || role == FIELD (ENT_KPI_LOW)
         || role == FIELD (ENT_KPI_HIGH) || role == FIELD (ENT_KPI_TOLERANCE);
}

/* Where the cells show both, none of them says anything about the others. */
typedef struct {
  guint found;
  gboolean both;
} Evidence;

static void
note_evidence (Evidence *self, guint shown)
{
  if (shown == 0)
    return;
  self->both = self->both || (self->found != 0 && self->found != shown);
  self->found = shown;
}

static guint
judge (const Evidence *self, guint said)
{
  return said != 0 ? said : self->both ? 0 : self->found;
}

static void
find_orders (EntImport *self, Evidence *orders, Evidence *decimal)
{
  for (guint row = self->first; row < self->rows->len; row++)
    {
      guint n;
      char **cells = _ent_import_get_row (self, row, &n);

      for (guint i = 0; i < n; i++)
        {
          guint role = g_array_index (self->columns, EntImportColumn, i).role;
          EntDayReading reading;
          EntQuantity quantity;

          if (holds_days (role))
            {
              ent_day_read (cells[i], ENT_DAY_ORDER_UNKNOWN, FALSE, &reading);
              note_evidence (&orders[i], reading.shows);
            }
          else if (holds_numbers (role))
            {
              ent_quantity_read (cells[i], ENT_DECIMAL_UNKNOWN, &quantity);
              note_evidence (decimal, quantity.decimal);
            }
        }
    }
}

/* The days above the columns are a row of dates as a column of dates is one. */
static void
read_periods (EntImport *self)
{
  Evidence evidence = { 0 };

  for (guint i = 0; i < self->columns->len; i++)
    {
      EntDayReading reading;

      if (g_array_index (self->columns, EntImportColumn, i).role != ENT_IMPORT_ROLE_PERIOD)
        continue;
      ent_day_read (ent_import_get_header (self, i), ENT_DAY_ORDER_UNKNOWN, FALSE, &reading);
      note_evidence (&evidence, reading.shows);
    }
  for (guint i = 0; i < self->columns->len; i++)
    {
      EntImportColumn *column = &g_array_index (self->columns, EntImportColumn, i);
      EntDayReading reading;

      column->day[0] = '\0';
      if (column->role != ENT_IMPORT_ROLE_PERIOD)
        continue;
      column->order = judge (&evidence, self->options.order);
      ent_day_read (ent_import_get_header (self, i), column->order, self->options.serials,
                    &reading);
      memcpy (column->day, reading.day, sizeof column->day);
    }
}

/**
 * Finds what the cells show of the order of dates, by column, and of decimals, which are those of
 * the program that wrote the table; and what stands above columns of values.
 */
void
_ent_import_find_evidence (EntImport *self)
{
  g_autofree Evidence *orders = g_new0 (Evidence, self->columns->len + 1);
  Evidence decimal = { 0 };

  find_orders (self, orders, &decimal);
  self->decimal = judge (&decimal, self->options.decimal);
  for (guint i = 0; i < self->columns->len; i++)
    {
      EntImportColumn *column = &g_array_index (self->columns, EntImportColumn, i);

      column->order = judge (&orders[i], self->options.order);
      column->name = column->role == ENT_IMPORT_ROLE_SERIES
                     && !_ent_import_is_blank (ent_import_get_header (self, i))
        ? _ent_import_name (self, ent_import_get_header (self, i)) : G_MAXUINT;
    }
  read_periods (self);
}
