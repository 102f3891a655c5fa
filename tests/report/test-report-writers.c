/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The formats: what people type into a project must not become a formula, markup or a link. */
#include "../analysis/role-fixture.h"
#include "report/ent-report-export.h"
#include "report/ent-role-chart-report.h"

#include <string.h>

static char *
write_report_with (RoleFixture *fixture, const char *format,
                   const EntReportOptions *options)
{
  g_autoptr(EntReport) report = ent_role_chart_report_new (fixture->project, options);
  EntReportSettings settings = { .scale = 1 };
  g_autoptr(GError) error = NULL;
  GBytes *bytes;
  gsize size;

  ent_paper_init_named (&settings.paper, "A4", FALSE);
  bytes = ent_report_format_find (format)->write (report, &settings, &error);
  g_assert_no_error (error);

  return g_bytes_unref_to_data (bytes, &size);
}

static char *
write_report (RoleFixture *fixture, const char *format)
{
  const EntReportOptions options = { "2026-05-03", TRUE };

  return write_report_with (fixture, format, &options);
}

static const struct {
  const char *title;
  const char *cell;
} cells[] = {
  { "Plant", "\"Plant\"" },
  { "Say \"yes\"", "\"Say \"\"yes\"\"\"" },
  { "a, b", "\"a, b\"" },
  { "=1+1", "\"'=1+1\"" },
  { "+49 30", "\"'+49 30\"" },
  { "-5", "\"-5\"" },
  { "+2.5", "\"+2.5\"" },
  { "\342\210\2222", "\"-2\"" },
  { "-5+1", "\"'-5+1\"" },
  { "-", "\"'-\"" },
  { "@SUM(A1)", "\"'@SUM(A1)\"" },
  { "  =cmd|' /C calc'!A0", "\"'  =cmd|' /C calc'!A0\"" },
  { "\357\274\235 1", "\"'\357\274\235 1\"" },
  { "1-2", "\"1-2\"" },
};

static void
test_csv_cells (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      g_autoptr(RoleFixture) fixture = role_fixture_new ("a", NULL);
      g_autofree char *text = NULL;
      g_autofree char *line = g_strdup_printf ("\r\n%s,\"\"\r\n", cells[i].cell);

      role_fixture_add_task (fixture, cells[i].title);
      text = write_report (fixture, "csv");
      g_test_message ("%s → %s", cells[i].title, text);
      g_assert_true (g_str_has_prefix (text, "\357\273\277\"Tasks\",\"Role 1 (Harbour Council)\""));
      g_assert_nonnull (strstr (text, line));
    }
}

/* One chart after another, and the tables that are data. */
static void
test_csv_parts (void)
{
  const char *rows[] = { "RA", NULL };
  const char *columns[] = { "Left", "Right", NULL };
  const double weights[] = { 1, 1 };
  const EntReportOptions options = { "2026-05-03", FALSE };
  g_autoptr(RoleFixture) fixture = role_fixture_new ("ab", rows);
  g_autoptr(EntReport) report = ent_role_chart_report_new (fixture->project, &options);
  EntBlock *table = ent_report_add_table (report, columns, weights);
  g_autoptr(GBytes) bytes = NULL;
  g_autofree char *text = NULL;
  gsize size;

  table->data = TRUE;
  ent_block_take_row (table, g_strdupv ((char **) (const char *[]) { "1", "=2", NULL }), -1);
  bytes = ent_report_write_csv (report, NULL, NULL);
  text = g_bytes_unref_to_data (g_steal_pointer (&bytes), &size);
  g_assert_true (g_str_has_suffix (text, "\"A\"\r\n\r\n\"Left\",\"Right\"\r\n\"1\",\"'=2\"\r\n"));
}

/* A document asks where the program does. */
static void
test_settings (void)
{
  const char *rows[] = { "XR", NULL };
  const EntRoleCheckSettings checks = { .several_responsible = 2, 9, 9, 9, 9, 9 };
  const EntReportOptions by_default = { "2026-05-03", TRUE };
  const EntReportOptions asking = { "2026-05-03", TRUE, &checks };
  g_autoptr(RoleFixture) fixture = role_fixture_new ("ab", rows);
  g_autofree char *without = write_report_with (fixture, "html", &by_default);
  g_autofree char *with = write_report_with (fixture, "html", &asking);

  g_assert_null (strstr (without, "2 roles do the work"));
  g_assert_nonnull (strstr (with, "2 roles do the work"));
}

static const char *const nasty[] = {
  "<script>alert(1)</script>",
  "\" onmouseover=\"alert(1)",
  "' onclick='x",
  "</title><img src=x onerror=y>",
  "&lt;b&gt;",
  "javascript:alert(1)",
};

static void
test_html_escapes (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (nasty); i++)
    {
      const char *rows[] = { "X", NULL };
      g_autoptr(RoleFixture) fixture = role_fixture_new ("a", rows);
      g_autofree char *text = NULL;
      EntRecord *info = ent_project_get_info (fixture->project);

      ent_record_set_string (info, ENT_PROJECT_TITLE, nasty[i]);
      ent_record_set_string (info, ENT_PROJECT_COORDINATOR_NAME, nasty[i]);
      ent_record_set_string (role_fixture_task (fixture, 0), ENT_TASK_TITLE, nasty[i]);
      ent_record_set_string (role_fixture_role (fixture, 0), ENT_ROLE_TITLE, nasty[i]);
      ent_record_set_string (role_fixture_partner (fixture, 0), ENT_PARTNER_NAME, nasty[i]);
      text = write_report (fixture, "html");

      g_assert_null (strstr (text, "<script"));
      g_assert_null (strstr (text, "<img"));
      g_assert_null (strstr (text, "\" onmouseover"));
      g_assert_null (strstr (text, "' onclick"));
      g_assert_null (strstr (text, "href=\"j"));
      if (strchr (nasty[i], '<') != NULL || strchr (nasty[i], '&') != NULL)
        g_assert_null (strstr (text, nasty[i]));
    }
}

static void
test_html_letters_stand_beside_colours (void)
{
  const char *rows[] = { "RACIX", NULL };
  g_autoptr(RoleFixture) fixture = role_fixture_new ("aabbc", rows);
  g_autofree char *text = write_report (fixture, "html");
  const char *wanted[] = { "<td class=\"m g\">R</td>", "<td class=\"s\">A</td>", ">C</td>", ">I</td>",
                           ">A/R</td>" };

  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    g_assert_nonnull (strstr (text, wanted[i]));
}

/* The same project gives the same file. */
static void
test_same_bytes (void)
{
  const char *formats[] = { "html", "csv" };
  const char *rows[] = { "RACIX", NULL };
  g_autoptr(RoleFixture) fixture = role_fixture_new ("aabbc", rows);

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *first = write_report (fixture, formats[i]);
      g_autofree char *second = write_report (fixture, formats[i]);

      g_assert_cmpstr (first, ==, second);
    }
}

/* Rows without number: more than the pixels that a ground may have. */
static void
test_picture_without_end (void)
{
  g_autoptr(RoleFixture) fixture = role_fixture_new ("a", NULL);
  g_autoptr(EntReport) report = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GError) error = NULL;
  const EntReportSettings settings = { .scale = 1 };

  for (guint i = 0; i < 11000; i++)
    role_fixture_add_task (fixture, "Task");
  report = ent_role_chart_report_new (fixture->project, NULL);
  bytes = ent_report_write_svg (report, &settings, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (bytes), >, 11000);
}

static void
test_picture_too_large (void)
{
  g_autoptr(RoleFixture) fixture = role_fixture_new ("a", NULL);
  g_autoptr(EntReport) report = NULL;
  EntReportSettings settings = { .scale = 8 };
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < 400; i++)
    role_fixture_add_task (fixture, "Task");
  report = ent_role_chart_report_new (fixture->project, NULL);
  g_assert_null (ent_report_write_png (report, &settings, &error));
  g_assert_error (error, ENT_REPORT_ERROR, ENT_REPORT_ERROR_TOO_LARGE);
}

static void
test_formats (void)
{
  const EntReportFormat *formats;
  guint n;

  formats = ent_report_formats_get (&n);
  for (guint i = 0; i < n; i++)
    {
      g_assert_true (ent_report_format_find (formats[i].nick) == &formats[i]);
      g_assert_cmpstr (ent_report_format_get_label (&formats[i]), !=, "");
    }
  g_assert_true (ent_report_format_find ("PDF") == ent_report_format_find ("pdf"));
  g_assert_null (ent_report_format_find ("docx"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/report-writers/csv-cells", test_csv_cells);
  g_test_add_func ("/report-writers/csv-parts", test_csv_parts);
  g_test_add_func ("/report-writers/html-escapes", test_html_escapes);
  g_test_add_func ("/report-writers/html-letters", test_html_letters_stand_beside_colours);
  g_test_add_func ("/report-writers/same-bytes", test_same_bytes);
  g_test_add_func ("/report-writers/picture-without-end", test_picture_without_end);
  g_test_add_func ("/report-writers/picture-too-large", test_picture_too_large);
  g_test_add_func ("/report-writers/formats", test_formats);
  g_test_add_func ("/report-writers/settings", test_settings);

  return g_test_run ();
}
