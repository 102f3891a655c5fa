/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Measurements from tables of all shapes: how they are understood, corrected, entered and undone. */
#include <string.h>

#include "import-fixture.h"
#include "model/ent-json-writer.h"

static const struct {
  const char *name;
  const char *table;
  const char *expected;
} tables[] = {
  { "long", "KPI|Date|Value|Note\nVisitors|2025-04-30|130|\nvisitors|2025-01-31|100|\n"
            "VISITORS|2025-02-28|111|",
    "C2 N Visitors, 2025-04-30 | 130 people\n"
    "C3 S Visitors, 2025-01-31 | 100 people\n"
    "C4 C Visitors, 2025-02-28 | 110 people → 111 people\n" },
  { "long without titles", "Visitors|2025-04-30|130\nWaiting time|30.04.2025|7",
    "C1 N Visitors, 2025-04-30 | 130 people\nC2 N Waiting time, 2025-04-30 | 7 min\n" },
  { "a title of the table and blank rows", "Report 2025\n\nIndicator|Month|Actual\n\n"
            "Visitors|Apr 2025|1,300.5\n||\nVisitors|May 2025|",
    "C5 N Visitors, 2025-04-30 | 1300.5 people\n" },
  { "dates down", "Month|Visitors|Waiting time (min)\n2025-04|130|7\n2025-05|TBD|8 min",
    "B2 N Visitors, 2025-04-30 | 130 people\nC2 N Waiting time, 2025-04-30 | 7 min\n"
    "B3 L Visitors, 2025-05-31 | TBD | It says that there is no value.\n"
    "C3 N Waiting time, 2025-05-31 | 8 min\n" },
  { "dates across", "Indicator|Jan 2025|Feb 2025|Q2 2025\nVisitors|100|112|n/a\nWaiting time|||6",
    "B2 S Visitors, 2025-01-31 | 100 people\nC2 C Visitors, 2025-02-28 | 110 people → 112 people\n"
    "D2 L Visitors, 2025-06-30 | n/a | It says that there is no value.\n"
    "D3 N Waiting time, 2025-06-30 | 6 min\n" },
  { "years across", "Indicator|2021|2022\nVisitors|100|112",
    "B2 N Visitors, 2021-12-31 | 100 people\nC2 N Visitors, 2022-12-31 | 112 people\n" },
  { "dates across in another order", "Indicator|03/01/2025|03/14/2025\nVisitors|1|2",
    "B2 N Visitors, 2025-03-01 | 1 people\nC2 N Visitors, 2025-03-14 | 2 people\n" },
  { "one day shows the order of all",
    "KPI|Date|Value\nVisitors|03/04/2025|1\nVisitors|13/04/2025|2",
    "C2 N Visitors, 2025-04-03 | 1 people\nC3 N Visitors, 2025-04-13 | 2 people\n" },
  { "a date that is none among dates", "KPI|Datum|Value\nVisitors|1. Mai 2025|1\nVisitors|yesterday|2",
    "C2 N Visitors, 2025-05-01 | 1 people\n"
    "C3 ! Visitors | 2 | Its date is not understood, or there is no such day.\n" },
  { "years of two digits", "KPI|Date|Value\nVisitors|25-03-04|1\nVisitors|25/01/31|2",
    "C2 ! Visitors | 1 | Nothing shows which number of its date is the day and which the month.\n"
    "C3 ! Visitors | 2 | Nothing shows which number of its date is the day and which the month.\n" },
  { "no day shows the order", "KPI|Date|Value\nVisitors|03/04/2025|1",
    "C2 ! Visitors | 1 | Nothing shows which number of its date is the day and which the month.\n" },
  { "both orders", "KPI|Date|Value\nVisitors|03/04/2025|1\nVisitors|13/04/2025|2\n"
                   "Visitors|04/13/2025|2",
    "C2 ! Visitors | 1 | Nothing shows which number of its date is the day and which the month.\n"
    "C3 N Visitors, 2025-04-13 | 2 people\nC4 S Visitors, 2025-04-13 | 2 people\n" },
  { "one number shows the decimals of all", "KPI|Date|Value\nVisitors|2025-05-01|1.234\n"
                                            "Visitors|2025-05-02|12,5",
    "C2 N Visitors, 2025-05-01 | 1234 people\nC3 N Visitors, 2025-05-02 | 12.5 people\n" },
  { "no number shows the decimals", "KPI|Date|Value\nVisitors|2025-05-01|1.234",
    "C2 ! Visitors, 2025-05-01 | 1.234 | Nothing shows whether its comma or point parts thousands "
    "or decimals.\n" },
  { "what is kept", "KPI|Date|Value\nWaiting time|2025-05-01|<=30 min*\nVisitors|2025-05-01|45%\n"
                    "Visitors|2025-05-02|45 people",
    "C2 N Waiting time, 2025-05-01 | 30 min | It is more than a number; the note keeps it as it "
    "was written.\n"
    "C3 N Visitors, 2025-05-01 | 45 people | Its unit is not the one of the KPI; the note keeps it "
    "as it was written.\nC4 N Visitors, 2025-05-02 | 45 people\n" },
  { "what is not understood", "KPI|Date|Value\nVisits|2025-05-01|1\nTwin|2025-05-01|1\n"
                              "|2025-05-01|1\nVisitors||1\nVisitors|2025-02-30|1\n"
                              "Visitors|2025-05-01|achieved\nVisitors|2025-05-01|3-5",
    "C2 ! Visits | 1 | No KPI is called “Visits”.\n"
    "C3 ! Twin | 1 | Several KPIs are called “Twin”.\n"
    "C4 !  | 1 | It does not say which KPI it is about.\n"
    "C5 ! Visitors | 1 | It has no date.\n"
    "C6 ! Visitors | 1 | Its date is not understood, or there is no such day.\n"
    "C7 ! Visitors, 2025-05-01 | achieved | It is no number.\n"
    "C8 ! Visitors, 2025-05-01 | 3-5 | It is a range, not one number.\n" },
  { "the same day twice", "KPI|Date|Value\nVisitors|2025-05-01|1\nvis|2025-05-01|1\n"
                          "Visitors|2025-05-01|2",
    "C2 N Visitors, 2025-05-01 | 1 people\nC3 S Visitors, 2025-05-01 | 1 people\n"
    "C4 ! Visitors, 2025-05-01 | 2 | A row before it has another value for the same day.\n" },
  { "notes", "KPI|Date|Value|Comment|By\nVisitors|2025-01-31|100|Rain|\n"
             "Visitors|2025-02-28|110|Snow|\nVisitors|2025-02-28|110||\nVisitors|2025-03-31|120.5||Ann",
    "C2 C Visitors, 2025-01-31 | 100 people, with another note\n"
    "C3 S Visitors, 2025-02-28 | 110 people\nC4 S Visitors, 2025-02-28 | 110 people\n"
    "C5 C Visitors, 2025-03-31 | 120.5 people, with another note\n" },
  { "the same day twice with notes", "KPI|Date|Value|Note|By\nVisitors|2025-05-01|1|one|\n"
    "Visitors|2025-05-01|1|two|\nVisitors|2025-05-01|1|one|\nVisitors|2025-05-01|1||Ann\n"
    "Visitors|2025-05-01|1||",
    "C2 N Visitors, 2025-05-01 | 1 people\n"
    "C3 ! Visitors, 2025-05-01 | 1 | A row before it has the same value with another note.\n"
    "C4 S Visitors, 2025-05-01 | 1 people\n"
    "C5 ! Visitors, 2025-05-01 | 1 | A row before it has the same value with another note.\n"
    "C6 S Visitors, 2025-05-01 | 1 people\n" },
  { "the future", "KPI|Date|Value\nVisitors|2199-05-01|1",
    "C2 N Visitors, 2199-05-01 | 1 people | Its date is in the future.\n" },
  { "no value", "KPI|Date|Value\nVisitors|2025-05-01|-\nVisits|2025-05-01|n/a",
    "C2 L Visitors, 2025-05-01 | - | It says that there is no value.\n"
    "C3 L Visits | n/a | It says that there is no value.\n" },
  { "a month that is not understood",
    "KPI|Jan 2025|Feb 2025|Xyz 2025|Apr 2025|Abc 2025\nVisitors|1|2|3|4|5\nWaiting time|||6||",
    "B2 C Visitors, 2025-01-31 | 100 people → 1 people\n"
    "C2 C Visitors, 2025-02-28 | 110 people → 2 people\n"
    "D2 ! Visitors | 3 | Its date is not understood, or there is no such day.\n"
    "E2 N Visitors, 2025-04-30 | 4 people\n"
    "F2 ! Visitors | 5 | Its date is not understood, or there is no such day.\n"
    "D3 ! Waiting time | 6 | Its date is not understood, or there is no such day.\n" },
  { "beside the dates", "KPI|Unit|Jan 2025|Total|Weather|Apr 2025|Total 2025|Target 2025\n"
                        "Visitors|people|100|1|warm|4|5|6",
    "C2 S Visitors, 2025-01-31 | 100 people\nF2 N Visitors, 2025-04-30 | 4 people\n" },
  { "footnotes and totals", "KPI|Jan 2025|Apr 2025\nVisitors*|100|4\nWaiting time ¹|1|\n"
                            "Total|101|4\n* provisional||\n† corrected",
    "B2 S Visitors, 2025-01-31 | 100 people\nC2 N Visitors, 2025-04-30 | 4 people\n"
    "B3 N Waiting time, 2025-01-31 | 1 min\nB4 L Total | 101 | It sums up other rows.\n"
    "C4 L Total | 4 | It sums up other rows.\nA5 L  | * provisional | It is a footnote.\n"
    "A6 L  | † corrected | It is a footnote.\n" },
  { "twins by id", "kpi|date|value\nt1|2025-05-01|1\nt2|2025-05-01|2",
    "C2 N Twin, 2025-05-01 | 1\nC3 N twin, 2025-05-01 | 2\n" },
  { "a value of a KPI that nobody names", "Date|Value\n2025-05-01|1",
    "B2 ! Value | 1 | No KPI is called “Value”.\n" },
  { "nothing", "", "" },
  { "only titles", "KPI|Date|Value", "" },
};

static void
test_table (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr(EntProject) project = import_fixture_new ();
  g_autoptr(GPtrArray) rows = import_fixture_rows (tables[i].table);
  g_autoptr(EntImport) import = ent_import_new (project, ENT_IMPORT_MEASUREMENTS, rows, NULL);
  g_autofree char *found = import_fixture_dump (import);

  g_assert_cmpstr (found, ==, tables[i].expected);
}

static void
assert_dump (EntImport *import, const char *expected)
{
  g_autofree char *found = import_fixture_dump (import);

  g_assert_cmpstr (found, ==, expected);
}

static char *
write_project (EntProject *project)
{
  g_autoptr(GBytes) bytes = ent_project_write (project, NULL);
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  return g_strndup (data, length);
}

/* What is not clear is asked, and what is answered is worked out again. */
static void
test_correct (void)
{
  g_autoptr(EntProject) project = import_fixture_new ();
  g_autoptr(GPtrArray) rows = import_fixture_rows ("Day|Visits|Extra\n03/04/2025|1,234|x\n");
  g_autoptr(EntImport) import = ent_import_new (project, ENT_IMPORT_MEASUREMENTS, rows, NULL);
  g_autoptr(GPtrArray) questions = NULL;
  EntImportOptions options = { .order = ENT_DAY_ORDER_DMY };
  guint name;

  assert_dump (import, "B2 ! Visits | 1,234 | No KPI is called “Visits”.\n");
  name = ent_import_get_item (import, 0)->name;
  ent_import_set_name (import, name, ENT_IMPORT_NAME_FOUND, import_fixture_find (project, "Visitors"));
  g_assert_true (ent_import_asks_order (import));
  questions = ent_import_dup_questions (import);
  g_assert_cmpuint (questions->len, ==, 1);
  ent_import_set_options (import, &options);
  g_assert_false (ent_import_asks_order (import));
  g_assert_true (ent_import_asks_decimal (import));
  options.decimal = ENT_DECIMAL_COMMA;
  ent_import_set_options (import, &options);
  assert_dump (import, "B2 N Visitors, 2025-04-03 | 1.234 people\n");
  options = (EntImportOptions) { ENT_DAY_ORDER_MDY, ENT_DECIMAL_POINT, FALSE, FALSE };
  ent_import_set_options (import, &options);
  assert_dump (import, "B2 N Visitors, 2025-03-04 | 1234 people\n");

  ent_import_set_name (import, name, ENT_IMPORT_NAME_NEW, NULL);
  assert_dump (import, "B2 N Visits, 2025-03-04 | 1234\n");
  g_assert_cmpuint (ent_import_get_n_new_kpis (import), ==, 1);
  ent_import_set_name (import, name, ENT_IMPORT_NAME_LEFT_OUT, NULL);
  assert_dump (import, "B2 L Visits | 1,234\n");
  ent_import_set_role (import, 1, ENT_IMPORT_ROLE_NONE);
  assert_dump (import, "");
  ent_import_set_role (import, 2, ENT_IMPORT_ROLE_SERIES);
  assert_dump (import, "C2 ! Extra | x | No KPI is called “Extra”.\n");
}

/* Values stand as people write them, and no digit of them is lost. */
static void
test_values (void)
{
  static const struct { const char *unit; const char *expected; } cases[] = {
    { "%", "C2 C Visitors, 2025-02-28 | 110% → 1234567.25%\n" },
    { "€", "C2 C Visitors, 2025-02-28 | €110 → €1234567.25\n" },
    { "kg", "C2 C Visitors, 2025-02-28 | 110 kg → 1234567.25 kg\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(EntProject) project = import_fixture_new ();
      g_autoptr(GPtrArray) rows =
        import_fixture_rows ("KPI|Date|Value\nVisitors|2025-02-28|1234567.25");
      g_autoptr(EntImport) import = NULL;

      ent_record_set_string (import_fixture_find (project, "Visitors"), ENT_KPI_UNIT,
                             cases[i].unit);
      import = ent_import_new (project, ENT_IMPORT_MEASUREMENTS, rows, NULL);
      assert_dump (import, cases[i].expected);
    }
}

static void
test_header (void)
{
  g_autoptr(EntProject) project = import_fixture_new ();
  g_autoptr(GPtrArray) rows = import_fixture_rows ("Visitors|2025-05-01|1\nVisitors|2025-05-02|2");
  g_autoptr(EntImport) import = ent_import_new (project, ENT_IMPORT_MEASUREMENTS, rows, NULL);

  g_assert_false (ent_import_has_header (import));
  ent_import_set_has_header (import, TRUE);
  g_assert_true (ent_import_has_header (import));
  g_assert_cmpstr (ent_import_get_header (import, 1), ==, "2025-05-01");
  g_assert_cmpstr (ent_import_get_example (import, 2), ==, "2");
  ent_import_set_has_header (import, FALSE);
  g_assert_cmpuint (ent_import_count (import, ENT_IMPORT_NEW), ==, 2);
}

static void
test_serials (void)
{
  g_autoptr(EntProject) project = import_fixture_new ();
  g_autoptr(GPtrArray) rows = import_fixture_rows ("KPI|Date|Value\nVisitors|45717|1");
  const EntImportOptions options = { .serials = TRUE };
  g_autoptr(EntImport) import = ent_import_new (project, ENT_IMPORT_MEASUREMENTS, rows, NULL);

  g_assert_cmpuint (ent_import_count (import, ENT_IMPORT_BAD), ==, 1);
  ent_import_set_options (import, &options);
  assert_dump (import, "C2 N Visitors, 2025-03-01 | 1 people\n");
}

static EntRecord *
find_measurement (EntProject *project, const char *kpi, const char *day)
{
  return ent_project_lookup_key (project, ENT_KIND_MEASUREMENT, kpi, day, NULL);
}

/* One step enters all of it, and undoing that gives the same bytes as before. */
static void
test_apply (void)
{
  g_autoptr(EntProject) project = import_fixture_new ();
  g_autofree char *before = write_project (project);
  g_autofree char *after = NULL;
  g_autofree char *back = NULL;
  g_autofree char *again = NULL;
  g_autoptr(GPtrArray) rows = import_fixture_rows (
    "KPI|Date|Value|Note|By\nVisitors|2025-02-28|111|Thaw|Ann\nWaiting time|2025-02-28|<=30 min*||Bob\n"
    "Trees (no.)|2025-02-28|12||\nVisitors|2025-05-01|soon||");
  const EntImportOptions options = { .new_kpis = TRUE };
  EntImport *import = ent_import_new (project, ENT_IMPORT_MEASUREMENTS, rows, &options);
  g_autoptr(GError) error = NULL;
  EntRecord *record;

  g_assert_true (ent_import_apply (import, &error));
  g_assert_no_error (error);
  ent_import_free (import);
  record = find_measurement (project, "vis", "2025-02-28");
  g_assert_cmpfloat (ent_record_get_double (record, ENT_MEASUREMENT_VALUE), ==, 111);
  g_assert_cmpstr (ent_record_get_string (record, ENT_MEASUREMENT_NOTE), ==, "Thaw");
  g_assert_cmpstr (ent_record_get_string (record, ENT_MEASUREMENT_BY), ==, "ann");
  record = find_measurement (project, "wait", "2025-02-28");
  g_assert_cmpfloat (ent_record_get_double (record, ENT_MEASUREMENT_VALUE), ==, 30);
  g_assert_cmpstr (ent_record_get_string (record, ENT_MEASUREMENT_NOTE), ==,
                   "<=30 min*\nMeasured by: Bob");
  record = import_fixture_find (project, "Trees");
  g_assert_nonnull (record);
  g_assert_cmpstr (ent_record_get_string (record, ENT_KPI_UNIT), ==, "no.");
  g_assert_nonnull (find_measurement (project, ent_record_get_id (record), "2025-02-28"));
  g_assert_cmpuint (ent_project_get_n_records (project, ENT_KIND_MEASUREMENT), ==, 5);

  after = write_project (project);
  import = ent_import_new (project, ENT_IMPORT_MEASUREMENTS, rows, NULL);
  g_assert_cmpuint (ent_import_count (import, ENT_IMPORT_SAME), ==, 3);
  g_assert_true (ent_import_apply (import, NULL));
  ent_import_free (import);
  again = write_project (project);
  g_assert_cmpstr (again, ==, after);

  g_assert_true (ent_history_undo (ent_project_get_history (project)));
  back = write_project (project);
  g_assert_cmpstr (back, ==, before);
}

/* Somebody goes on working while the preview is open. */
static void
test_late (void)
{
  g_autoptr(EntProject) project = import_fixture_new ();
  g_autoptr(GPtrArray) rows = import_fixture_rows ("KPI|Date|Value\nVisitors|2025-05-01|1\n"
                                                   "Waiting time|2025-05-01|1");
  g_autoptr(EntImport) import = ent_import_new (project, ENT_IMPORT_MEASUREMENTS, rows, NULL);

  g_assert_cmpuint (ent_import_count (import, ENT_IMPORT_NEW), ==, 2);
  ent_project_remove (project, import_fixture_find (project, "Waiting time"));
  g_assert_true (ent_import_apply (import, NULL));
  g_assert_nonnull (find_measurement (project, "vis", "2025-05-01"));
  g_assert_cmpuint (ent_project_get_n_records (project, ENT_KIND_MEASUREMENT), ==, 4);
}

static void
test_read_only (void)
{
  g_autoptr(EntProject) project = import_fixture_new ();
  g_autoptr(GPtrArray) rows = import_fixture_rows ("KPI|Date|Value\nNew|2025-05-01|1");
  const EntImportOptions options = { .new_kpis = TRUE };
  g_autoptr(EntImport) import = ent_import_new (project, ENT_IMPORT_MEASUREMENTS, rows, &options);
  g_autoptr(GError) error = NULL;

  ent_project_set_read_only (project, TRUE);
  g_assert_false (ent_import_apply (import, &error));
  g_assert_error (error, ENT_MODEL_ERROR, ENT_MODEL_ERROR_READ_ONLY);
}

/* A name of which nothing would be entered makes no KPI. */
static void
test_no_empty_kpi (void)
{
  g_autoptr(EntProject) project = import_fixture_new ();
  g_autoptr(GPtrArray) rows = import_fixture_rows (
    "KPI|Date|Value\nTrees|2025-05-01|soon\nBushes|2025-02-30|1\nRain|2025-05-01|1");
  const EntImportOptions options = { .new_kpis = TRUE };
  g_autoptr(EntImport) import = ent_import_new (project, ENT_IMPORT_MEASUREMENTS, rows, &options);

  g_assert_cmpuint (ent_import_count (import, ENT_IMPORT_BAD), ==, 2);
  g_assert_cmpuint (ent_import_get_n_new_kpis (import), ==, 1);
  g_assert_true (ent_import_apply (import, NULL));
  g_assert_nonnull (import_fixture_find (project, "Rain"));
  g_assert_null (import_fixture_find (project, "Trees"));
  g_assert_null (import_fixture_find (project, "Bushes"));
}

/* Nothing is left behind by an import that fails, and it can be tried again. */
static void
test_fail (void)
{
  g_autoptr(EntProject) project = import_fixture_new ();
  g_autofree char *before = write_project (project);
  g_autofree char *after = NULL;
  g_autoptr(GPtrArray) rows = import_fixture_rows ("KPI|Date|Value\nTrees|2025-05-01|1");
  const EntImportOptions options = { .new_kpis = TRUE };
  g_autoptr(EntImport) import = ent_import_new (project, ENT_IMPORT_MEASUREMENTS, rows, &options);

  ent_project_set_read_only (project, TRUE);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_false (ent_import_apply (import, &error));
      g_assert_error (error, ENT_MODEL_ERROR, ENT_MODEL_ERROR_READ_ONLY);
      g_assert_null (ent_import_get_name (import, 0)->kpi);
    }
  ent_project_set_read_only (project, FALSE);
  after = write_project (project);
  g_assert_cmpstr (after, ==, before);

  g_assert_true (ent_import_apply (import, NULL));
  g_assert_nonnull (import_fixture_find (project, "Trees"));
  g_assert_cmpuint (ent_project_get_n_records (project, ENT_KIND_MEASUREMENT), ==, 4);
}

/* A footnote mark is no part of a name, unless a KPI has it in its name. */
static void
test_marks (void)
{
  g_autoptr(EntProject) project = import_fixture_new ();
  g_autoptr(GPtrArray) rows = import_fixture_rows (
    "KPI|Date|Value\nTrees (no.) †|2025-05-01|1\ntrees (no.)|2025-05-02|1\nStar*|2025-05-01|1\n"
    "***|2025-05-01|1");
  const EntImportOptions options = { .new_kpis = TRUE };
  g_autoptr(EntImport) import = NULL;
  EntRecord *trees;

  ent_record_set_string (import_fixture_find (project, "Waiting time"), ENT_KPI_NAME, "Star*");
  import = ent_import_new (project, ENT_IMPORT_MEASUREMENTS, rows, &options);
  g_assert_cmpuint (ent_import_get_n_new_kpis (import), ==, 2);
  g_assert_true (ent_import_apply (import, NULL));
  trees = import_fixture_find (project, "Trees");
  g_assert_nonnull (trees);
  g_assert_nonnull (import_fixture_find (project, "***"));
  g_assert_nonnull (find_measurement (project, ent_record_get_id (trees), "2025-05-01"));
  g_assert_nonnull (find_measurement (project, ent_record_get_id (trees), "2025-05-02"));
  g_assert_nonnull (find_measurement (project, "wait", "2025-05-01"));
  g_assert_cmpstr (ent_record_get_string (trees, ENT_KPI_NOTE), ==, "Name: Trees (no.) †");
}

/* More columns than there can be are not passed over. */
static void
test_wide (void)
{
  g_autoptr(EntProject) project = import_fixture_new ();
  g_autoptr(GStrvBuilder) row = g_strv_builder_new ();
  g_autoptr(GPtrArray) rows = import_fixture_rows ("KPI|2025-05-01\nVisitors|1");
  g_autoptr(EntImport) import = NULL;
  g_autofree char *place = NULL;
  g_autofree char *reason = NULL;

  for (guint i = 0; i < 16385; i++)
    g_strv_builder_add (row, i == 0 ? "Waiting time" : i == 16384 ? "7" : "");
  g_ptr_array_add (rows, g_strv_builder_end (row));
  import = ent_import_new (project, ENT_IMPORT_MEASUREMENTS, rows, NULL);
  g_assert_cmpuint (ent_import_count (import, ENT_IMPORT_NEW), ==, 1);
  g_assert_cmpuint (ent_import_count (import, ENT_IMPORT_BAD), ==, 1);
  place = ent_import_dup_place (import, 0);
  g_assert_cmpstr (place, ==, "row 3");
  reason = ent_import_dup_reason (import, 0);
  g_assert_nonnull (strstr (reason, "XFD"));
}

static void
test_empty (void)
{
  g_autoptr(EntProject) project = import_fixture_new ();
  g_autoptr(GPtrArray) rows = import_fixture_rows ("\n | ");

  for (guint what = ENT_IMPORT_MEASUREMENTS; what <= ENT_IMPORT_KPIS; what++)
    {
      g_autoptr(EntImport) import = ent_import_new (project, (EntImportWhat) what, rows, NULL);
      g_autoptr(GPtrArray) questions = ent_import_dup_questions (import);

      g_assert_cmpuint (questions->len, ==, 1);
      g_assert_cmpstr (g_ptr_array_index (questions, 0), ==, "The table is empty.");
    }
}

/* What a field cannot hold is known before it is entered. */
static void
test_unfit (void)
{
  g_autofree char *name = g_strnfill (ENT_LINE_MAX_CHARS + 1, 'x');
  g_autofree char *note = g_strnfill (ENT_TEXT_MAX_BYTES + 1, 'x');
  const struct { const char *kpi; const char *note; const char *reason; } cases[] = {
    { name, "", "Name " }, { "Visitors", note, "Note " },
  };
  const EntImportOptions options = { .new_kpis = TRUE };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(EntProject) project = import_fixture_new ();
      g_autofree char *table = g_strdup_printf ("KPI|Date|Value|Note\n%s|2025-05-01|1|%s\n"
                                                "Trees|2025-05-01|1|", cases[i].kpi, cases[i].note);
      g_autoptr(GPtrArray) rows = import_fixture_rows (table);
      g_autoptr(EntImport) import = ent_import_new (project, ENT_IMPORT_MEASUREMENTS, rows,
                                                    &options);
      g_autofree char *reason = ent_import_dup_reason (import, 0);

      g_assert_cmpuint (ent_import_get_item (import, 0)->verdict, ==, ENT_IMPORT_BAD);
      g_assert_true (g_str_has_prefix (reason, cases[i].reason));
      g_assert_true (ent_import_apply (import, NULL));
      g_assert_nonnull (import_fixture_find (project, "Trees"));
    }
}

/* Whatever is in a table, there is an answer; entering it and undoing that changes nothing, and
 * entering it twice no more than once. */
static void
test_random (void)
{
  static const char *const some[] = {
    "KPI", "Date", "Value", "Note", "By", "Visitors", "Waiting time (min)", "Twin", "Trees", "",
    "2025-03-01", "03/04/2025", "13/04/2025", "Mar 2025", "Q1 2025", "2025", "45717", "1", "1,234",
    "12,5", "1.234,5", ">= 300", "45%", "TBD", "achieved", "3-5", "Ann", "'=x", "é\302\240", "**",
    "Target", "Baseline", "Unit", "Direction", "within", "+25%", "Library", "monthly", "\n",
  };
  g_autoptr(GRand) rand = g_rand_new_with_seed (7);

  for (guint round = 0; round < 3000; round++)
    {
      g_autoptr(EntProject) project = import_fixture_new ();
      g_autoptr(GPtrArray) rows =
        g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
      const EntImportOptions options = { (EntDayOrder) (round % 4), (EntDecimal) (round % 3),
                                         round % 5 == 0, round % 2 == 0 };
      EntImportWhat what = round % 3 == 0 ? ENT_IMPORT_KPIS : ENT_IMPORT_MEASUREMENTS;
      g_autofree char *before = write_project (project);
      g_autofree char *after = NULL;
      g_autofree char *again = NULL;
      g_autofree char *back = NULL;
      EntImport *import;

      for (int n = g_rand_int_range (rand, 0, 7); n > 0; n--)
        {
          g_autoptr(GStrvBuilder) row = g_strv_builder_new ();

          for (int cells = g_rand_int_range (rand, 1, 6); cells > 0; cells--)
            g_strv_builder_add (row, some[g_rand_int_range (rand, 0, G_N_ELEMENTS (some))]);
          g_ptr_array_add (rows, g_strv_builder_end (row));
        }
      import = ent_import_new (project, what, rows, &options);
      for (guint i = 0; i < ent_import_get_n_columns (import); i++)
        if (g_rand_int_range (rand, 0, 4) == 0)
          ent_import_set_role (import, i, (guint) g_rand_int_range (rand, 0,
            what == ENT_IMPORT_KPIS ? ENT_IMPORT_ROLE_FIELD + ENT_KPI_N_FIELDS
                                    : ENT_IMPORT_ROLE_FIELD));
      g_free (import_fixture_dump (import));
      g_ptr_array_unref (ent_import_dup_columns (import));
      g_ptr_array_unref (ent_import_dup_questions (import));
      g_assert_true (ent_import_apply (import, NULL));
      ent_import_free (import);
      after = write_project (project);
      if (g_str_equal (before, after))
        continue;
      import = ent_import_new (project, what, rows, &options);
      ent_import_free (import);
      g_assert_true (ent_history_undo (ent_project_get_history (project)));
      back = write_project (project);
      g_assert_cmpstr (back, ==, before);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *path = g_strdup_printf ("/import/table/%s", tables[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_table);
    }
  g_test_add_func ("/import/correct", test_correct);
  g_test_add_func ("/import/values", test_values);
  g_test_add_func ("/import/header", test_header);
  g_test_add_func ("/import/serials", test_serials);
  g_test_add_func ("/import/apply", test_apply);
  g_test_add_func ("/import/late", test_late);
  g_test_add_func ("/import/read-only", test_read_only);
  g_test_add_func ("/import/no-empty-kpi", test_no_empty_kpi);
  g_test_add_func ("/import/fail", test_fail);
  g_test_add_func ("/import/marks", test_marks);
  g_test_add_func ("/import/wide", test_wide);
  g_test_add_func ("/import/empty", test_empty);
  g_test_add_func ("/import/unfit", test_unfit);
  g_test_add_func ("/import/random", test_random);

  return g_test_run ();
}
