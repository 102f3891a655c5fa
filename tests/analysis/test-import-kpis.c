/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables with a KPI a row: what targets, units and words become. */
#include <math.h>
#include <string.h>

#include "import-fixture.h"
#include "model/ent-json-writer.h"

/* One KPI by one target. */
static const struct {
  const char *target;
  const char *baseline;
  const char *expected;              /* direction, target or band, unit; then the note */
} targets[] = {
  { ">= 300", "", "increase 300 | Target: >= 300" },
  { "≤5%", "", "decrease 5 % | Target: ≤5%" },
  { "+25%", "", "increase 25 % | Target: +25%" },
  { "+25%", "200", "increase 250 | Target: +25%" },
  { "-10%", "200", "decrease 180 | Target: -10%" },
  { "+25%", "40%", "increase 25 % | Target: +25%" },
  { "<=30 min*", "", "decrease 30 min | Target: <=30 min*" },
  { "TBD", "", "increase | Target: TBD" }, { "-", "", "increase" },
  { "achieved", "", "increase | Target: achieved" },
  { "300", "", "increase 300" },
  { "1.234,5 kg", "", "increase 1234.5 kg" },
  { "12,34,567", "", "increase 1234567" },
  { "20", "40", "decrease 20" },
  { "3-5", "", "within 3..5 | Target: 3-5" },
  { "at least 80 %", "", "increase 80 % | Target: at least 80 %" },
  { "", "TBD", "increase" },
  { "5 of 20", "", "increase | Target: 5 of 20" },
  { "50% (n=20)", "", "increase | Target: 50% (n=20)" },
  { "5 to TBD", "", "increase | Target: 5 to TBD" },
  { "-5 to -2", "", "within -5..-2 | Target: -5 to -2" },
};

static char *
dump_kpi (EntRecord *kpi)
{
  static const char *const directions[] = { "increase", "decrease", "within" };
  const char *unit = ent_record_get_string (kpi, ENT_KPI_UNIT);
  const char *note = ent_record_get_string (kpi, ENT_KPI_NOTE);
  double target = ent_record_get_double (kpi, ENT_KPI_TARGET);
  double low = ent_record_get_double (kpi, ENT_KPI_LOW);
  GString *text = g_string_new (directions[ent_record_get_enum (kpi, ENT_KPI_DIRECTION)]);

  if (!isnan (target))
    g_string_append_printf (text, " %.10g", target);
  if (!isnan (low))
    g_string_append_printf (text, " %.10g..%.10g", low, ent_record_get_double (kpi, ENT_KPI_HIGH));
  if (*unit != '\0')
    g_string_append_printf (text, " %s", unit);
  if (*note != '\0')
    g_string_append_printf (text, " | %s", note);

  return g_string_free (text, FALSE);
}

static void
enter (EntProject *project, const char *table)
{
  g_autoptr(GPtrArray) rows = import_fixture_rows (table);
  g_autoptr(EntImport) import = ent_import_new (project, ENT_IMPORT_KPIS, rows, NULL);
  g_autoptr(GError) error = NULL;

  g_assert_true (ent_import_apply (import, &error));
  g_assert_no_error (error);
}

static void
test_target (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr(EntProject) project = import_fixture_new ();
  g_autofree char *table = g_strdup_printf ("KPI|Baseline|Target\nTrees|%s|%s", targets[i].baseline,
                                            targets[i].target);
  g_autoptr(GPtrArray) rows = import_fixture_rows (table);
  g_autoptr(EntImport) again = NULL;
  g_autofree char *found = NULL;

  enter (project, table);
  found = dump_kpi (import_fixture_find (project, "Trees"));
  g_assert_cmpstr (found, ==, targets[i].expected);

  /* The same table again says the same. */
  again = ent_import_new (project, ENT_IMPORT_KPIS, rows, NULL);
  g_assert_cmpuint (ent_import_count (again, ENT_IMPORT_SAME), ==, 1);
}

static const struct {
  const char *name;
  const char *table;
  const char *expected;
} tables[] = {
  { "all fields", "Name|Goal|Kind|Unit|Direction|Baseline|Baseline date|Target|Target date|"
    "Tolerance (%)|Days between measurements|Owner|Source|Note|Recalculated from\n"
    "Trees|Reach more people|Measure|no.|Decrease|5|2025-01-01|2|31.12.2025|10|monthly|library|"
    "Count|By hand|2025-02-01, 2025-03-01",
    "A2 N Trees | Goal: Reach more people; Unit: no.; Direction: Decrease; Baseline: 5; "
    "Baseline date: 2025-01-01; Target: 2; Target date: 2025-12-31; Tolerance (%): 10; "
    "Days between measurements: 30; Owner: Library; Source: Count; Note: By hand; "
    "Recalculated from: 2025-02-01, 2025-03-01\n" },
  { "changed and the same", "Indicator|Unit\nVisitors|people\nWaiting time|h\n\n|x",
    "A2 S Visitors | \nA3 C Waiting time | Unit: h\n"
    "A5 !  |  | It does not say which KPI it is about.\n" },
  { "a unit behind the name", "KPI|Target\nRain (mm)|7\nSnow [cm]|3 m",
    "A2 N Rain | Unit: mm; Target: 7\nA3 N Snow | Unit: m; Target: 3\n" },
  { "words", "KPI|Direction|Owner|Frequency\nTrees|sideways|Nobody|now and then\nRain|↓|n/a|quarterly",
    "A2 N Trees | Note: Direction: sideways Days between measurements: now and then Owner: Nobody | "
    "Direction: “sideways” is not understood. It goes to the note. "
    "Days between measurements: “now and then” is not understood. It goes to the note. "
    "Owner: “Nobody” is not understood. It goes to the note.\n"
    "A3 N Rain | Direction: Decrease; Days between measurements: 91\n" },
  { "footnotes", "KPI|Target\nTrees*|1\ntrees|2\nVisitors¹|3\n* by hand|",
    "A2 N Trees | Target: 1; Note: Name: Trees*\n"
    "A3 ! Trees | trees | A row before it is about the same KPI.\n"
    "A4 C Visitors | Target: 3; Note: Name: Visitors¹\nA5 L  | * by hand | It is a footnote.\n" },
  { "what is asked", "KPI|Target|Due\nTrees|1,234|2025-01-01\nRain|1|03/04/2025",
    "A2 ! Trees | Trees | Nothing shows whether its comma or point parts thousands or decimals.\n"
    "A3 ! Rain | Rain | Nothing shows which number of its date is the day and which the month.\n" },
  { "the same KPI twice", "KPI|Target\nTrees|1\ntrees|2\nTwin|3",
    "A2 N Trees | Target: 1\nA3 ! Trees | trees | A row before it is about the same KPI.\n"
    "A4 ! Twin | Twin | Several KPIs are called “Twin”.\n" },
  { "another direction", "KPI|Direction|Target\nTrees|increase|<= 3",
    "A2 N Trees | Target: 3; Note: Target: <= 3 | The direction that the target shows is another "
    "than the one that the table says.\n" },
  { "out of range", "KPI|Tolerance\nTrees|-5",
    "A2 ! Trees | Trees | Tolerance (%) takes numbers from 0 to 1000.\n" },
};

static void
test_table (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr(EntProject) project = import_fixture_new ();
  g_autoptr(GPtrArray) rows = import_fixture_rows (tables[i].table);
  g_autoptr(EntImport) import = ent_import_new (project, ENT_IMPORT_KPIS, rows, NULL);
  g_autofree char *found = import_fixture_dump (import);

  g_assert_cmpstr (found, ==, tables[i].expected);
}

/* What a target does to a KPI that counts people, from 200 to 300. */
static const struct {
  const char *table;
  const char *expected;
} present[] = {
  { "KPI|Target\nVisitors|+25%", "increase 250 people | Target: +25%" },
  { "KPI|Target\nVisitors|-25%", "decrease 150 people | Target: -25%" },
  { "KPI|Target\nVisitors|300 visitors", "increase 300 people | Target: 300 visitors" },
  { "KPI|Target\nVisitors|400 People", "increase 400 people" },
  { "KPI|Target|Unit\nVisitors|400 guests|guests", "increase 400 guests" },
  { "KPI|Baseline|Target\nVisitors|100|+25%", "increase 125 people | Target: +25%" },
  { "KPI|Baseline|Target\nVisitors|0|+25%", "increase 300 people | Target: +25%" },
  { "KPI|Target|Unit\nVisitors|+25%|%", "increase 25 % | Target: +25%" },
};

static void
test_present (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr(EntProject) project = import_fixture_new ();
  EntRecord *kpi = import_fixture_find (project, "Visitors");
  const EntValue baseline = ent_value_double (200);
  const EntValue target = ent_value_double (300);
  g_autofree char *found = NULL;

  g_assert_true (ent_record_set (kpi, ENT_KPI_BASELINE, &baseline, NULL));
  g_assert_true (ent_record_set (kpi, ENT_KPI_TARGET, &target, NULL));
  enter (project, present[i].table);
  found = dump_kpi (kpi);
  g_assert_cmpstr (found, ==, present[i].expected);
}

/* A blank cell says nothing: what is there stays. */
static void
test_keep (void)
{
  g_autoptr(EntProject) project = import_fixture_new ();
  EntRecord *kpi = import_fixture_find (project, "Visitors");
  g_autofree char *found = NULL;

  ent_record_set_string (kpi, ENT_KPI_NOTE, "Old");
  enter (project, "KPI|Unit|Target|Note\nVisitors||>= 300|\n");
  enter (project, "KPI|Unit|Target|Note\nVisitors|||\n");
  found = dump_kpi (kpi);
  g_assert_cmpstr (found, ==, "increase 300 people | Old\nTarget: >= 300");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (targets); i++)
    {
      g_autofree char *path = g_strdup_printf ("/import-kpis/target/%u", i);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_target);
    }
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *path = g_strdup_printf ("/import-kpis/table/%s", tables[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_table);
    }
  for (guint i = 0; i < G_N_ELEMENTS (present); i++)
    {
      g_autofree char *path = g_strdup_printf ("/import-kpis/present/%u", i);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_present);
    }
  g_test_add_func ("/import-kpis/keep", test_keep);

  return g_test_run ();
}
