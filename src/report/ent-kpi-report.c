/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The KPIs as documents. Every status is a sign and a word with its reasoning, so that it is complete
 * in black and white; spreadsheets get numbers and days as such. */
#include "config.h"

#include "report/ent-kpi-report.h"

#include <glib/gi18n.h>
#include <math.h>

#include "analysis/ent-day.h"
#include "analysis/ent-kpi-checks.h"
#include "analysis/ent-kpi-words.h"
#include "analysis/ent-kpis.h"
#include "analysis/ent-name-index.h"
#include "analysis/ent-phrase.h"
#include "analysis/ent-quantity.h"
#include "model/ent-json-build.h"
#include "render/ent-timeline-model.h"
#include "report/ent-kpi-report-private.h"
#include "report/ent-report-period.h"

static EntReport *
begin (EntProject *project, const EntReportOptions *options, const char *title)
{
  EntRecord *info = ent_project_get_info (project);
  g_autofree char *date = ent_report_format_date (options->date);

  return ent_report_new (title, ent_record_get_string (info, ENT_PROJECT_TITLE),
                         ent_record_get_string (info, ENT_PROJECT_COORDINATOR_NAME), date);
}

static char *
dup_raw_number (double value)
{
  GString *text = g_string_new (NULL);

  if (isfinite (value))
    ent_json_append_double (text, value);

  return g_string_free (text, FALSE);
}

/* A day for people and, in @raw, for programs; both "" for none. */
static char *
dup_day (const char *day, char **raw)
{
  *raw = g_strdup (day);

  return *day != '\0' ? ent_day_format (day) : g_strdup ("");
}

/* --- KPIs ------------------------------------------------------------------------------------ */

enum { KPI, STATUS, LATEST, EXPECTED, TARGET, WHY, MEASURED, BY, UNIT, LOW, HIGH, N_KPI_COLUMNS };

/* For people the band stands in the place of the target. */
static void
add_band (char **texts, char **raws, const EntKpiPlan *plan)
{
  double low = NAN;
  double high = NAN;

  if (ent_kpi_plan_has_band (plan))
    ent_kpi_plan_get_band (plan, &low, &high);
  raws[LOW] = dup_raw_number (low);
  raws[HIGH] = dup_raw_number (high);
  texts[LOW] = g_strdup (raws[LOW]);
  texts[HIGH] = g_strdup (raws[HIGH]);
}

/* A value, and in the line below its day. */
static char *
join_lines (const char *value, const char *day)
{
  return *value != '\0' && *day != '\0' ? g_strdup_printf ("%s\n%s", value, day) : g_strdup (value);
}

static void
add_kpi (EntBlock *table, const EntKpiSeries *series)
{
  EntRecord *kpi = series->kpi;
  g_autofree char *measured = ent_day_from_number (series->standing.latest_day);
  g_autofree char *latest = ent_kpi_format_value (kpi, series->standing.latest);
  g_autofree char *target = ent_kpi_format_target (kpi);
  char **texts = g_new0 (char *, N_KPI_COLUMNS + 1);
  char **raws = g_new0 (char *, N_KPI_COLUMNS + 1);

  texts[KPI] = g_strdup (ent_record_get_string (kpi, ENT_KPI_NAME));
  raws[KPI] = g_strdup (texts[KPI]);
  texts[MEASURED] = dup_day (measured, &raws[MEASURED]);
  texts[BY] = dup_day (ent_record_get_string (kpi, ENT_KPI_TARGET_DATE), &raws[BY]);
  texts[LATEST] = join_lines (latest, texts[MEASURED]);
  raws[LATEST] = dup_raw_number (series->standing.latest);
  texts[EXPECTED] = ent_kpi_format_expected (series);
  raws[EXPECTED] = dup_raw_number (ent_kpi_round_expected (series));
  texts[TARGET] = join_lines (target, texts[BY]);
  raws[TARGET] = dup_raw_number (series->plan.target);
  texts[STATUS] = ent_kpi_status_format (series);
  raws[STATUS] = g_strdup (texts[STATUS]);
  texts[WHY] = ent_kpi_explain (series);
  raws[WHY] = g_strdup (texts[WHY]);
  texts[UNIT] = g_strdup (ent_record_get_string (kpi, ENT_KPI_UNIT));
  raws[UNIT] = g_strdup (texts[UNIT]);
  add_band (texts, raws, &series->plan);
  ent_block_take_data_row (table, texts, raws);
}

static void
add_kpis (EntReport *report, EntKpis *kpis)
{
  const char *columns[] = { _("KPI"), _("Status"), _("Latest"), _("Expected"), _("Target"),
                            _("How it came about"), _("Measured"), _("By"), _("Unit"),
                            _("At least"), _("At most"), NULL };
  const EntColumnType types[] = {
    ENT_COLUMN_TEXT, ENT_COLUMN_TEXT, ENT_COLUMN_NUMBER, ENT_COLUMN_NUMBER, ENT_COLUMN_NUMBER,
    ENT_COLUMN_TEXT, ENT_COLUMN_DATE, ENT_COLUMN_DATE, ENT_COLUMN_TEXT,
    ENT_COLUMN_NUMBER, ENT_COLUMN_NUMBER,
  };
  const double weights[] = { 5, 3.2, 4, 3.4, 4, 10, 0, 0, 0, 0, 0 };
  EntBlock *table;

  ent_report_add_heading (report, _("Status"));
  table = ent_report_add_table (report, columns, weights);
  ent_block_set_types (table, types);
  for (guint i = 0; i < ent_kpis_get_n (kpis); i++)
    add_kpi (table, ent_kpis_get_series (kpis, i));
}

/* “8 KPIs · 2 off track · status as of 3 May 2026”, which is another day than the last of the period */
static char *
count_everything (EntKpis *kpis)
{
  guint n = ent_kpis_get_n (kpis);
  guint n_off = 0;
  g_autofree char *day = ent_day_format (ent_kpis_get_as_of (kpis));
  g_autofree char *as_of = g_strdup_printf (_("status as of %s"), day);
  g_autofree char *all = g_strdup_printf (ngettext ("%u KPI", "%u KPIs", n), n);
  g_autofree char *off = NULL;

  for (guint i = 0; i < n; i++)
    n_off += ent_kpis_get_series (kpis, i)->standing.status == ENT_KPI_OFF_TRACK;
  off = g_strdup_printf (ngettext ("%u off track", "%u off track", n_off), n_off);

  return g_strdup_printf ("%s · %s · %s", all, off, as_of);
}

static EntKpis *
make_kpis (EntProject *project, const EntReportOptions *options)
{
  EntKpis *kpis = ent_kpis_new (project);

  ent_kpis_set_as_of (kpis, options->as_of);
  ent_kpis_set_screened (kpis, options->screened);
  ent_kpis_freeze (kpis);

  return kpis;
}

/* The most pressing first. */
static void
add_findings (EntReport *report, EntKpis *kpis)
{
  const char *columns[] = { _("How pressing"), _("What is the matter"), _("What to do"), NULL };
  const double weights[] = { 2, 5, 5 };
  g_autoptr(EntKpiChecks) checks = ent_kpi_checks_new (kpis);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (checks));
  EntBlock *table;

  if (n == 0)
    return;

  ent_report_add_heading (report, _("To look at"));
  table = ent_report_add_table (report, columns, weights);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(EntFinding) finding = g_list_model_get_item (G_LIST_MODEL (checks), i);
      char **texts = g_new0 (char *, G_N_ELEMENTS (columns));

      texts[0] = g_strdup (ent_finding_severity_get_label (ent_finding_get_severity (finding)));
      texts[1] = g_strdup (ent_finding_get_text (finding));
      texts[2] = g_strdup (ent_finding_get_advice (finding));
      ent_block_take_row (table, texts, -1);
    }
}

/* --- What happened meanwhile ----------------------------------------------------------------- */

static void
explain_marks (EntReport *report)
{
  ent_report_add_text (report,
    _("Each KPI has a scale of its own. A number on a mark tells how many things it stands for."));
}

/* The period asked for, within what there is; FALSE where it leaves nothing. */
static gboolean
choose_period (EntTimelineModel *timeline, const EntReportOptions *options, int *first, int *last)
{
  int from = ent_day_to_number (options->from);
  int to = ent_day_to_number (options->to);

  if (!ent_timeline_model_get_span (timeline, first, last))
    return FALSE;

  *first = from != ENT_DAY_NONE ? from : *first;
  *last = to != ENT_DAY_NONE ? to : *last;

  return *first <= *last;
}

/**
 * ent_kpi_report_new:
 * @project: a project
 * @options: (nullable): what the document holds; %NULL for today
 *
 * Returns: (transfer full): its KPIs as a document, as they are now
 */
EntReport *
ent_kpi_report_new (EntProject *project, const EntReportOptions *options)
{
  const EntReportOptions plain = { NULL };
  EntReportPeriod period;
  g_autoptr(EntKpis) kpis = NULL;
  g_autoptr(EntTimelineModel) timeline = NULL;
  g_autofree char *counts = NULL;
  EntReport *report;
  gboolean shown;
  int first, last;

  g_return_val_if_fail (ENT_IS_PROJECT (project), NULL);

  options = options != NULL ? options : &plain;
  kpis = make_kpis (project, options);
  report = begin (project, options, _("KPIs"));
  if (ent_kpis_get_n (kpis) == 0)
    {
      ent_report_add_text (report,
        _("There are no KPIs yet. Add KPIs on the KPIs page, then print again."));
      return report;
    }

  counts = count_everything (kpis);
  period = ent_report_period_new (options);
  ent_report_period_state (&period, report, counts);
  timeline = ent_timeline_model_new (kpis);
  ent_timeline_model_freeze (timeline);
  shown = choose_period (timeline, options, &first, &last);
  if (shown)
    {
      ent_report_add_timeline (report, _("Timeline of the KPIs"), timeline, first, last);
      explain_marks (report);
    }
  add_findings (report, kpis);
  add_kpis (report, kpis);
  if (shown)
    _ent_kpi_report_add_events (report, timeline, first, last);

  return report;
}

/* By what a table calls records, so that it finds them again when it is read back. */
typedef struct {
  EntNameIndex *kpis;
  EntNameIndex *people;
  EntNameIndex *goals;
  EntNameIndex *partners;
} Names;

static void
names_init (Names *names, EntProject *project)
{
  names->kpis = ent_name_index_new (project, ENT_KIND_KPI, ENT_KPI_NAME, ENT_KPI_NAME);
  names->people = ent_name_index_new (project, ENT_KIND_PERSON, ENT_PERSON_NAME, ENT_PERSON_NAME);
  names->goals = ent_name_index_new (project, ENT_KIND_GOAL, ENT_GOAL_TITLE, ENT_GOAL_TITLE);
  names->partners = ent_name_index_new (project, ENT_KIND_PARTNER, ENT_PARTNER_NAME,
                                        ENT_PARTNER_SHORT_NAME);
}

static void
names_clear (Names *names)
{
  ent_name_index_free (names->kpis);
  ent_name_index_free (names->people);
  ent_name_index_free (names->goals);
  ent_name_index_free (names->partners);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Names, names_clear)

static char *
dup_name (EntNameIndex *index, EntRecord *record)
{
  const EntKindInfo *info = record != NULL ? ent_record_get_info (record) : NULL;

  return g_strdup (info != NULL ? ent_name_index_get_name (index, record,
                                                           (guint) info->title_field) : "");
}

/* --- What they are --------------------------------------------------------------------------- */

/* What people see, with how much of the width; spreadsheets get the other fields after these, and
 * people get units and days with what they belong to. */
static const struct {
  guint field;
  double weight;
} listed[] = {
  { ENT_KPI_NAME, 6.4 }, { ENT_KPI_GOAL, 6 }, { ENT_KPI_DIRECTION, 3.8 }, { ENT_KPI_BASELINE, 5.8 },
  { ENT_KPI_TARGET, 5.8 }, { ENT_KPI_OWNER, 4.8 }, { ENT_KPI_UNIT, 0 }, { ENT_KPI_TARGET_DATE, 0 },
  { ENT_KPI_KIND, 0 }, { ENT_KPI_BASELINE_DATE, 0 }, { ENT_KPI_LOW, 0 }, { ENT_KPI_HIGH, 0 },
  { ENT_KPI_TOLERANCE, 0 }, { ENT_KPI_EVERY, 0 }, { ENT_KPI_SOURCE, 0 }, { ENT_KPI_NOTE, 0 },
  { ENT_KPI_REBASE, 0 },
};
G_STATIC_ASSERT (G_N_ELEMENTS (listed) == ENT_KPI_N_FIELDS);
G_STATIC_ASSERT (G_N_ELEMENTS (listed) <= ENT_BLOCK_MOST_COLUMNS);

static EntColumnType
get_type (EntFieldType type)
{
  switch (type)
    {
    case ENT_FIELD_INT:
    case ENT_FIELD_DOUBLE:
      return ENT_COLUMN_NUMBER;
    case ENT_FIELD_DATE:
      return ENT_COLUMN_DATE;
    default:
      return ENT_COLUMN_TEXT;
    }
}

/* Written so that no reader takes it for another number. */
static char *
dup_amount (double value)
{
  return isfinite (value) ? ent_quantity_format (value) : g_strdup ("");
}

static char *
dup_raw_field (const Names *names, EntRecord *kpi, guint field, EntFieldType type)
{
  if (field == ENT_KPI_NAME)
    return dup_name (names->kpis, kpi);
  if (field == ENT_KPI_GOAL)
    return dup_name (names->goals, ent_record_get_ref (kpi, field));
  if (field == ENT_KPI_OWNER)
    return dup_name (names->partners, ent_record_get_ref (kpi, field));
  if (type == ENT_FIELD_DOUBLE)
    return dup_amount (ent_record_get_double (kpi, field));
  if (type == ENT_FIELD_DATE)
    return g_strdup (ent_record_get_string (kpi, field));

  return ent_record_format (kpi, field);
}

/* Where the unit stands with the name, values need none. */
static char *
dup_name_with_unit (EntRecord *kpi)
{
  const char *unit = ent_record_get_string (kpi, ENT_KPI_UNIT);
  g_autofree char *name = ent_record_dup_title (kpi);

  /* The answers to a pulse count nothing. */
  if (*unit == '\0' || ent_record_get_enum (kpi, ENT_KPI_KIND) == ENT_KPI_PULSE)
    return g_steal_pointer (&name);

  /* Translators: the name of a KPI and its unit: Learners (people) */
  return g_strdup_printf (C_("KPI with unit", "%s (%s)"), name, unit);
}

static char *
dup_shown_field (EntRecord *kpi, guint field)
{
  const char *day = ent_record_get_string (kpi, field == ENT_KPI_TARGET ? ENT_KPI_TARGET_DATE
                                                                        : ENT_KPI_BASELINE_DATE);
  g_autofree char *shown_day = *day != '\0' ? ent_day_format (day) : g_strdup ("");
  g_autofree char *text = NULL;

  switch (field)
    {
    case ENT_KPI_NAME:
      return dup_name_with_unit (kpi);
    case ENT_KPI_BASELINE:
      text = ent_kpi_format_number (ent_record_get_double (kpi, field));
      return join_lines (text, shown_day);
    case ENT_KPI_TARGET:
      text = ent_kpi_format_target (kpi);
      return join_lines (text, shown_day);
    default:
      return ent_record_format (kpi, field);
    }
}

static void
list_kpi (EntBlock *table, const Names *names, EntRecord *kpi)
{
  const EntField *fields = ent_record_get_info (kpi)->fields;
  char **texts = g_new0 (char *, G_N_ELEMENTS (listed) + 1);
  char **raws = g_new0 (char *, G_N_ELEMENTS (listed) + 1);

  for (guint i = 0; i < G_N_ELEMENTS (listed); i++)
    {
      guint field = listed[i].field;

      texts[i] = dup_shown_field (kpi, field);
      raws[i] = dup_raw_field (names, kpi, field, fields[field].type);
    }
  ent_block_take_data_row (table, texts, raws);
}

/**
 * ent_kpi_list_report_new:
 * @project: a project
 * @options: (nullable): what the document holds; %NULL for today
 *
 * Returns: (transfer full): what its KPIs are, as a document: for spreadsheets every field of each, as
 *   a table of KPIs is read back
 */
EntReport *
ent_kpi_list_report_new (EntProject *project, const EntReportOptions *options)
{
  const EntReportOptions plain = { NULL };
  const char *columns[G_N_ELEMENTS (listed) + 1] = { NULL };
  EntColumnType types[G_N_ELEMENTS (listed)];
  double weights[G_N_ELEMENTS (listed)];
  g_auto(Names) names = { NULL };
  EntReport *report;
  EntBlock *table;

  g_return_val_if_fail (ENT_IS_PROJECT (project), NULL);

  for (guint i = 0; i < G_N_ELEMENTS (listed); i++)
    {
      const EntField *field = &ent_kpi_kind.fields[listed[i].field];

      columns[i] = _(field->label);
      types[i] = get_type (field->type);
      weights[i] = listed[i].weight;
    }
  names_init (&names, project);
  report = begin (project, options != NULL ? options : &plain, _("What the KPIs are"));
  table = ent_report_add_table (report, columns, weights);
  ent_block_set_types (table, types);
  for (guint i = 0; i < ent_project_get_n_records (project, ENT_KIND_KPI); i++)
    list_kpi (table, &names, ent_project_get_record (project, ENT_KIND_KPI, i));

  return report;
}

/* --- Measurements ---------------------------------------------------------------------------- */

static void
add_measurement (EntBlock *table, const Names *names, EntRecord *kpi, const EntKpiPoint *point)
{
  EntRecord *by = ent_record_get_ref (point->measurement, ENT_MEASUREMENT_BY);
  const char *name = by != NULL ? ent_record_get_string (by, ENT_PERSON_NAME) : "";
  const char *note = ent_record_get_string (point->measurement, ENT_MEASUREMENT_NOTE);
  char **texts = g_new0 (char *, 6);
  char **raws = g_new0 (char *, 6);

  texts[0] = g_strdup (ent_record_get_string (kpi, ENT_KPI_NAME));
  raws[0] = dup_name (names->kpis, kpi);
  texts[1] = dup_day (ent_record_get_string (point->measurement, ENT_MEASUREMENT_DATE), &raws[1]);
  texts[2] = ent_kpi_format_value (kpi, point->value);
  raws[2] = dup_amount (point->value);
  texts[3] = g_strdup (note);
  raws[3] = g_strdup (note);
  texts[4] = g_strdup (name);
  raws[4] = dup_name (names->people, by);
  ent_block_take_data_row (table, texts, raws);
}

/* For who reads, the name of the KPI and its unit stand once, above its measurements. */
static EntBlock *
begin_kpi (EntReport *report, EntRecord *kpi)
{
  const char *columns[] = { _("Date"), _("Value"), _("Note"), _("Measured by"), NULL };
  const double weights[] = { 4, 3, 9, 5 };
  g_autofree char *heading = dup_name_with_unit (kpi);
  EntBlock *table;

  ent_report_add_heading (report, heading);
  table = ent_report_add_table (report, columns, weights);
  ent_block_unlist (table);

  return table;
}

static void
show_measurement (EntBlock *table, const EntKpiPoint *point)
{
  EntRecord *by = ent_record_get_ref (point->measurement, ENT_MEASUREMENT_BY);
  char **texts = g_new0 (char *, 5);

  texts[0] = ent_day_format (ent_record_get_string (point->measurement, ENT_MEASUREMENT_DATE));
  texts[1] = ent_kpi_format_number (point->value);
  texts[2] = g_strdup (ent_record_get_string (point->measurement, ENT_MEASUREMENT_NOTE));
  texts[3] = g_strdup (by != NULL ? ent_record_get_string (by, ENT_PERSON_NAME) : "");
  ent_block_take_row (table, texts, -1);
}

static gboolean
is_shown (const EntReportPeriod *period, const EntKpiPoint *point)
{
  return ent_report_period_has (period, ent_record_get_string (point->measurement,
                                                               ENT_MEASUREMENT_DATE));
}

/* All of them, also those of days to come, unless a day is asked for: the table is also there to be
 * read back. */
static guint
count_points (const EntKpiSeries *series, const char *as_of)
{
  return as_of != NULL ? series->n : series->points->len;
}

/* A row of @data for each, and a table of its own for each KPI that has any. */
static void
add_measurements (EntReport *report, EntBlock *data, EntProject *project, EntKpis *kpis,
                  const char *as_of, const EntReportPeriod *period)
{
  g_auto(Names) names = { NULL };

  names_init (&names, project);
  for (guint i = 0; i < ent_kpis_get_n (kpis); i++)
    {
      const EntKpiSeries *series = ent_kpis_get_series (kpis, i);
      EntBlock *table = NULL;

      for (guint k = 0; k < count_points (series, as_of); k++)
        {
          const EntKpiPoint *point = ent_kpi_series_get_point (series, k);

          if (!is_shown (period, point))
            continue;
          table = table != NULL ? table : begin_kpi (report, series->kpi);
          show_measurement (table, point);
          add_measurement (data, &names, series->kpi, point);
        }
    }
}

static char *
count_measurements (EntKpis *kpis, const char *as_of, const EntReportPeriod *period)
{
  guint n = 0;

  for (guint i = 0; i < ent_kpis_get_n (kpis); i++)
    {
      const EntKpiSeries *series = ent_kpis_get_series (kpis, i);

      for (guint k = 0; k < count_points (series, as_of); k++)
        n += is_shown (period, ent_kpi_series_get_point (series, k));
    }

  return g_strdup_printf (ngettext ("%u measurement", "%u measurements", n), n);
}

/**
 * ent_measurement_report_new:
 * @project: a project
 * @options: (nullable): what the document holds; %NULL for today
 *
 * Returns: (transfer full): everything that was measured, as a document: a row for each measurement,
 *   as a table for measurements is read back
 */
EntReport *
ent_measurement_report_new (EntProject *project, const EntReportOptions *options)
{
  const EntReportOptions plain = { NULL };
  const char *columns[] = { _("KPI"), _("Date"), _("Value"), _("Note"), _("Measured by"), NULL };
  const EntColumnType types[] = { ENT_COLUMN_TEXT, ENT_COLUMN_DATE, ENT_COLUMN_NUMBER,
                                  ENT_COLUMN_TEXT, ENT_COLUMN_TEXT };
  const double weights[] = { 6, 4, 3, 6, 4 };
  g_autoptr(EntKpis) kpis = NULL;
  g_autofree char *counts = NULL;
  EntReportPeriod period;
  EntReport *report;
  EntBlock *table;

  g_return_val_if_fail (ENT_IS_PROJECT (project), NULL);

  options = options != NULL ? options : &plain;
  kpis = make_kpis (project, options);
  report = begin (project, options, _("Measurements"));
  period = ent_report_period_new (options);
  counts = count_measurements (kpis, options->as_of, &period);
  ent_report_period_state (&period, report, counts);
  table = ent_report_add_table (report, columns, weights);
  ent_block_set_types (table, types);
  ent_block_hide (table, _("Measurements"));
  add_measurements (report, table, project, kpis, options->as_of, &period);

  return report;
}
