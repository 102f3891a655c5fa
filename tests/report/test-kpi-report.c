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

  assert_has (html, "2 KPIs · 1 off track · as of 20 February 2026");
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
                   "\"Measured\",\"By\"\r\n");
  assert_has (csv, "\"Learners\",\"✕ Off track\",\"118\",\"150\",\"200\",");
  assert_has (csv, "\"2026-01-22\",\"2026-04-11\"\r\n");
  assert_has (csv, "\"'=Morale\"");
}

static void
add_story (Fixture *self, const char *title, const char *day)
{
  g_autoptr(EntRecord) story = ent_record_new (ENT_KIND_STORY);

  ent_record_set_string (story, ENT_STORY_TITLE, title);
  ent_record_set_string (story, ENT_STORY_DATE, day);
  g_assert_true (ent_project_append (self->project, story, NULL));
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
  assert_has (html, "<td>1 February 2026</td><td>Stories &amp; wins</td><td>Second evening</td>");
  g_assert_null (strstr (html, "First evening"));
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
  assert_has (html, "<td>8 January 2026</td><td>104.5 people</td>");
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
  g_test_add ("/kpi-report/timeline", Fixture, NULL, set_up, test_timeline, tear_down);
  g_test_add ("/kpi-report/measurements", Fixture, NULL, set_up, test_measurements, tear_down);
  g_test_add_func ("/kpi-report/empty", test_empty);

  return g_test_run ();
}
