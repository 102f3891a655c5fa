/* SPDX-License-Identifier: GPL-3.0-or-later */
/* KPIs and measurements as documents, for people and for spreadsheets. */
#include "../analysis/kpi-fixture.h"

#include <math.h>
#include <string.h>

#include "model/ent-kinds.h"
#include "report/ent-kpi-report.h"
#include "report/ent-report-export.h"
#include "report/ent-report-pages.h"

typedef struct {
  EntProject *project;
  EntRecord *kpi;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  const double values[] = { 104.5, 112, 118 };

  self->project = ent_project_new ();
  self->kpi = kpi_fixture_add (self->project, "Learners", 100, "2026-01-01", 200, "2026-04-11");
  ent_record_set_string (self->kpi, ENT_KPI_UNIT, "people");
  kpi_fixture_measure_weekly (self->project, self->kpi, "2026-01-08", values, 3);
  kpi_fixture_add (self->project, "=Morale", NAN, NULL, NAN, NULL);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_assert_finalize_object (self->project);
}

static EntReport *
build (Fixture *self, const char *kind)
{
  const EntReportOptions options = { "2026-06-01", .as_of = "2026-02-20" };

  return ent_report_kind_find (kind)->build (self->project, &options);
}

static char *
write_as (Fixture *self, const char *kind, const char *format)
{
  g_autoptr(EntReport) report = build (self, kind);
  g_autoptr(GError) error = NULL;
  GBytes *bytes = ent_report_format_find (format)->write (report, NULL, &error);
  gsize size;

  g_assert_no_error (error);

  return g_bytes_unref_to_data (bytes, &size);
}

static void
assert_has (const char *text, const char *part)
{
  g_test_message ("%s", part);
  g_assert_nonnull (strstr (text, part));
}

/* Sign, word and reasoning; the days of values stand with them. */
static void
test_status (Fixture *self, gconstpointer data)
{
  g_autofree char *html = write_as (self, "kpis", "html");

  assert_has (html, "2 KPIs · 1 off track · status as of 20 February 2026");
  assert_has (html, "<td>✕ Off track</td><td>118 people\n22 January 2026</td><td>150 people</td>"
                    "<td>200 people\n11 April 2026</td>");
  assert_has (html, "Expected 150 people by now, measured 118 people: off track.");
  assert_has (html, "<td>? No data</td><td></td>");
  assert_has (html, "Nothing has been measured yet.");
  g_assert_null (strstr (html, "Measured</th>"));
}

/* Spreadsheets get the numbers and the days as such, and columns of their own for the days. */
static void
test_data (Fixture *self, gconstpointer data)
{
  g_autofree char *csv = write_as (self, "kpis", "csv");

  assert_has (csv, "\"KPI\",\"Status\",\"Latest\",\"Expected\",\"Target\",\"How it came about\","
                   "\"Measured\",\"By\",\"Unit\",\"At least\",\"At most\"\r\n");
  assert_has (csv, "\"Learners\",\"✕ Off track\",\"118\",\"150\",\"200\",");
  assert_has (csv, "\"2026-01-22\",\"2026-04-11\",\"people\",\"\",\"\"\r\n");
  assert_has (csv, "\"'=Morale\"");
}

/* A band is two numbers, in the order in which it is judged. */
static void
test_band (Fixture *self, gconstpointer data)
{
  static const struct {
    double low;
    double high;
    const char *cells;
  } cases[] = {
    { 3, 5, "\"people\",\"3\",\"5\"\r\n" },
    { 5, 3, "\"people\",\"3\",\"5\"\r\n" },
    { NAN, 5, "\"people\",\"\",\"5\"\r\n" },
    { 3.5, NAN, "\"people\",\"3.5\",\"\"\r\n" },
  };

  ent_record_set_enum (self->kpi, ENT_KPI_DIRECTION, ENT_DIRECTION_WITHIN);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *csv = NULL;

      ent_record_set_double (self->kpi, ENT_KPI_LOW, cases[i].low);
      ent_record_set_double (self->kpi, ENT_KPI_HIGH, cases[i].high);
      csv = write_as (self, "kpis", "csv");
      assert_has (csv, cases[i].cells);
    }
}

/* What is worked out is no finer for programs than for people. */
static void
test_rounding (Fixture *self, gconstpointer data)
{
  g_autofree char *csv = NULL;

  ent_record_set_double (self->kpi, ENT_KPI_BASELINE, 100.13);
  ent_record_set_double (self->kpi, ENT_KPI_TARGET, 150.33);
  csv = write_as (self, "kpis", "csv");
  assert_has (csv, "\"118\",\"125.2\",\"150.33\",");
}

static void
assert_in_order (const char *text, const char *const *parts)
{
  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_test_message ("%s", parts[i]);
      text = strstr (text, parts[i]);
      g_assert_nonnull (text);
    }
}

/* What asks for something is told before the statuses, and only there. */
static void
test_findings (Fixture *self, gconstpointer data)
{
  g_autofree char *html = write_as (self, "kpis", "html");
  g_autofree char *csv = write_as (self, "kpis", "csv");
  const char *const expected[] = { "<h2>To look at</h2>", "Act now", "Learners", "<h2>Status</h2>",
                                   NULL };

  assert_in_order (html, expected);
  g_assert_null (strstr (csv, "Act now"));

  g_free (html);
  ent_record_set_double (self->kpi, ENT_KPI_TARGET, NAN);
  html = write_as (self, "kpis", "html");
  g_assert_null (strstr (html, "To look at"));
}

static void
add_event (Fixture *self, EntKind kind, guint date_field, const char *title, const char *day)
{
  g_autoptr(EntRecord) record = ent_record_new (kind);
  int title_field = ent_record_get_info (record)->title_field;

  if (title_field >= 0 && title != NULL)
    ent_record_set_string (record, (guint) title_field, title);
  ent_record_set_string (record, date_field, day);
  g_assert_true (ent_project_append (self->project, record, NULL));
}

static void
add_story (Fixture *self, const char *title, const char *day)
{
  add_event (self, ENT_KIND_STORY, ENT_STORY_DATE, title, day);
}

/* What happened is one list by day, whatever kind it is of. */
static void
test_events (Fixture *self, gconstpointer data)
{
  EntRecord *check_in;
  g_autofree char *html = NULL;
  const char *const expected[] = {
    "<td>9 January 2026</td><td>Story</td><td>First evening</td>",
    "<td>10 January 2026</td><td>Milestone</td><td>Roof on</td>",
    "<td>11 January 2026</td><td>Check-in</td><td>Review, morale 4 of 5</td>",
    "<td>12 January 2026</td><td>Decision</td><td>Open on Mondays</td>",
    "<td>13 January 2026</td><td>Story</td><td>Second evening</td>",
    "<td>14 January 2026</td><td>Milestone, overdue</td><td>Door hung</td>", NULL
  };

  add_story (self, "Second evening", "2026-01-13");
  add_story (self, "First evening", "2026-01-09");
  add_event (self, ENT_KIND_MILESTONE, ENT_MILESTONE_DUE, "Door hung", "2026-01-14");
  add_event (self, ENT_KIND_MILESTONE, ENT_MILESTONE_DONE, "Roof on", "2026-01-10");
  add_event (self, ENT_KIND_CHECK_IN, ENT_CHECK_IN_DATE, NULL, "2026-01-11");
  check_in = ent_project_get_record (self->project, ENT_KIND_CHECK_IN, 0);
  ent_record_set_enum (check_in, ENT_CHECK_IN_KIND, ENT_CHECK_IN_REVIEW);
  ent_record_set_int (check_in, ENT_CHECK_IN_MORALE, 4);
  add_event (self, ENT_KIND_DECISION, ENT_DECISION_DATE, "Open on Mondays", "2026-01-12");
  html = write_as (self, "kpis", "html");
  assert_in_order (html, expected);
  g_assert_null (strstr (html, "<td>Morale</td>"));
}

/* What the marks of the timeline stand for is told below, for the period that is shown. */
static void
test_timeline (Fixture *self, gconstpointer data)
{
  const EntReportOptions options = { "2026-06-01", .as_of = "2026-06-01", .from = "2026-02-01",
                                     .to = "2026-02-28" };
  g_autoptr(EntReport) report = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autofree char *whole = NULL;
  const char *html;

  add_story (self, "First evening", "2026-01-31");
  add_story (self, "Second evening", "2026-02-01");
  whole = write_as (self, "kpis", "html");
  assert_has (whole, "alt=\"Timeline of the KPIs\" src=\"data:image/svg+xml;base64,");
  assert_has (whole, "First evening");

  report = ent_kpi_report_new (self->project, &options);
  bytes = ent_report_write_html (report, NULL, NULL);
  html = g_bytes_get_data (bytes, NULL);
  assert_has (html, "<td>1 February 2026</td><td>Story</td><td>Second evening</td>");
  g_assert_null (strstr (html, "First evening"));
  assert_has (html, "1 to 28 February 2026 · 2 KPIs · ");
  assert_has (html, "<title>KPIs, 1 to 28 February 2026</title>");
  assert_has (html, "status as of 1 June 2026");
}

static void
test_measurements (Fixture *self, gconstpointer data)
{
  g_autofree char *csv = NULL;
  g_autofree char *html = NULL;

  ent_record_set_string (ent_project_get_record (self->project, ENT_KIND_MEASUREMENT, 0),
                         ENT_MEASUREMENT_NOTE, "Counted \"twice\"");
  csv = write_as (self, "measurements", "csv");
  html = write_as (self, "measurements", "html");
  assert_has (csv, "\"KPI\",\"Date\",\"Value\",\"Note\",\"Measured by\"\r\n"
                   "\"Learners\",\"2026-01-08\",\"104.5\",\"Counted \"\"twice\"\"\",\"\"\r\n"
                   "\"Learners\",\"2026-01-15\",\"112\",\"\",\"\"\r\n");
  /* Who reads is told once what it is of, and only of what was measured. */
  assert_has (html, "3 measurements");
  assert_has (html, "<h2>Learners (people)</h2>");
  assert_has (html, "<td>8 January 2026</td><td>104.5</td><td>Counted &quot;twice&quot;</td>");
  g_assert_null (strstr (html, "<td>Learners</td>"));
  g_assert_null (strstr (html, "Morale"));
  g_assert_null (strstr (csv, "Learners (people)"));
}

/* Where no day is asked for, what is written down for a day to come is there, too. */
static void
test_measurements_to_come (Fixture *self, gconstpointer data)
{
  const EntReportOptions options = { "2026-06-01" };
  g_autoptr(EntReport) report = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autofree char *csv = NULL;
  g_autofree char *before = NULL;

  kpi_fixture_measure (self->project, self->kpi, "9998-12-31", 7);
  before = write_as (self, "measurements", "csv");
  g_assert_null (strstr (before, "9998"));
  report = ent_measurement_report_new (self->project, &options);
  bytes = ent_report_write_csv (report, NULL, NULL);
  csv = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  assert_has (csv, "\"Learners\",\"9998-12-31\",\"7\"");
}

/* A workbook has one sheet of them, as it is read back. */
static void
test_measurements_sheet (Fixture *self, gconstpointer data)
{
  g_autoptr(EntReport) report = build (self, "measurements");
  GPtrArray *blocks = ent_report_get_blocks (report);
  guint n_listed = 0;

  for (guint i = 0; i < blocks->len; i++)
    {
      EntBlock *block = g_ptr_array_index (blocks, i);

      if (block->type == ENT_BLOCK_TABLE)
        {
          g_assert_true (block->unseen != block->unlisted);
          n_listed += !block->unlisted;
        }
    }
  g_assert_cmpuint (n_listed, ==, 1);
}

/* On paper days and units stand with their values; spreadsheets get columns for them. */
static void
test_list (Fixture *self, gconstpointer data)
{
  g_autofree char *html = write_as (self, "kpi-list", "html");
  g_autofree char *csv = write_as (self, "kpi-list", "csv");

  assert_has (html, "<td>Learners (people)</td>");
  assert_has (html, "<td>100\n1 January 2026</td><td>200 people\n11 April 2026</td>");
  assert_has (csv, "\"100\",\"200\"");
  assert_has (csv, "\"people\",\"2026-04-11\"");
}

/* Of a period only what was measured in it, its ends included. */
static void
test_measurements_of_period (Fixture *self, gconstpointer data)
{
  const struct {
    const char *from;
    const char *to;
    const char *shown;
    const char *expected[3];
  } cases[] = {
    { "2026-01-15", "2026-01-22", "15 to 22 January 2026 · 2 measurements", { NULL, "112", "118" } },
    { "2026-01-16", NULL, "16 January 2026 and later · 1 measurement", { NULL, NULL, "118" } },
    { NULL, "2026-01-08", "8 January 2026 and earlier · 1 measurement", { "104.5" } },
    { "2025-12-01", "2026-01-08", "1 December 2025 to 8 January 2026 · 1 measurement", { "104.5" } },
    { "2026-01-08", "2026-01-08", "8 January 2026 · 1 measurement", { "104.5" } },
    { "2026-02-01", "2026-03-31", "1 February to 31 March 2026 · 0 measurements", { NULL } },
  };
  const char *values[] = { "104.5", "112", "118" };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const EntReportOptions options = { "2026-06-01", .as_of = "2026-06-01",
                                         .from = cases[i].from, .to = cases[i].to };
      g_autoptr(EntReport) report = ent_measurement_report_new (self->project, &options);
      g_autoptr(GBytes) bytes = ent_report_write_csv (report, NULL, NULL);
      g_autoptr(GBytes) page = ent_report_write_html (report, NULL, NULL);
      g_autofree char *csv = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

      assert_has (g_bytes_get_data (page, NULL), cases[i].shown);
      for (guint k = 0; k < G_N_ELEMENTS (values); k++)
        {
          g_autofree char *cell = g_strdup_printf (",\"%s\",", values[k]);

          g_assert_cmpint (strstr (csv, cell) != NULL, ==, cases[i].expected[k] != NULL);
        }
    }
}

/* Without KPIs they say what to do, and nothing fails. */
static void
test_empty (void)
{
  static const char *const kinds[] = { "kpis", "kpi-list", "measurements" };
  Fixture empty = { ent_project_new (), NULL };
  const EntReportFormat *formats;
  guint n;

  formats = ent_report_formats_get (&n);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    for (guint k = 0; k < n; k++)
      {
        g_autoptr(EntReport) report = build (&empty, kinds[i]);
        EntReportSettings settings = { .scale = 1 };
        g_autoptr(GError) error = NULL;
        g_autoptr(GBytes) bytes = NULL;

        ent_paper_init_named (&settings.paper, "A4", FALSE);
        bytes = formats[k].write (report, &settings, &error);
        g_assert_no_error (error);
        g_assert_nonnull (bytes);
      }
  g_assert_finalize_object (empty.project);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/kpi-report/status", Fixture, NULL, set_up, test_status, tear_down);
  g_test_add ("/kpi-report/data", Fixture, NULL, set_up, test_data, tear_down);
  g_test_add ("/kpi-report/rounding", Fixture, NULL, set_up, test_rounding, tear_down);
  g_test_add ("/kpi-report/findings", Fixture, NULL, set_up, test_findings, tear_down);
  g_test_add ("/kpi-report/events", Fixture, NULL, set_up, test_events, tear_down);
  g_test_add ("/kpi-report/timeline", Fixture, NULL, set_up, test_timeline, tear_down);
  g_test_add ("/kpi-report/measurements", Fixture, NULL, set_up, test_measurements, tear_down);
  g_test_add ("/kpi-report/measurements-of-period", Fixture, NULL, set_up,
              test_measurements_of_period, tear_down);
  g_test_add ("/kpi-report/measurements-to-come", Fixture, NULL, set_up,
              test_measurements_to_come, tear_down);
  g_test_add ("/kpi-report/band", Fixture, NULL, set_up, test_band, tear_down);
  g_test_add ("/kpi-report/measurements-sheet", Fixture, NULL, set_up, test_measurements_sheet,
              tear_down);
  g_test_add ("/kpi-report/list", Fixture, NULL, set_up, test_list, tear_down);
  g_test_add_func ("/kpi-report/empty", test_empty);

  return g_test_run ();
}
