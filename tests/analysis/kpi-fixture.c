/* SPDX-License-Identifier: GPL-3.0-or-later */
/* KPIs with measurements, for tests. */
#include "kpi-fixture.h"

#include "analysis/ent-day.h"
#include "model/ent-kinds.h"

EntRecord *
kpi_fixture_add (EntProject *project, const char *name, double baseline, const char *baseline_day,
                 double target, const char *target_day)
{
  g_autoptr(EntRecord) kpi = ent_record_new (ENT_KIND_KPI);

  ent_record_set_string (kpi, ENT_KPI_NAME, name);
  ent_record_set_double (kpi, ENT_KPI_BASELINE, baseline);
  ent_record_set_string (kpi, ENT_KPI_BASELINE_DATE, baseline_day);
  ent_record_set_double (kpi, ENT_KPI_TARGET, target);
  ent_record_set_string (kpi, ENT_KPI_TARGET_DATE, target_day);
  g_assert_true (ent_project_append (project, kpi, NULL));

  return kpi;
}

EntRecord *
kpi_fixture_measure (EntProject *project, EntRecord *kpi, const char *day, double value)
{
  g_autoptr(EntRecord) measurement = ent_record_new (ENT_KIND_MEASUREMENT);

  ent_record_set_string (measurement, ENT_MEASUREMENT_KPI, ent_record_get_id (kpi));
  ent_record_set_string (measurement, ENT_MEASUREMENT_DATE, day);
  ent_record_set_double (measurement, ENT_MEASUREMENT_VALUE, value);
  g_assert_true (ent_project_append (project, measurement, NULL));

  return measurement;
}

void
kpi_fixture_measure_weekly (EntProject *project, EntRecord *kpi, const char *first_day,
                            const double *values, guint n)
{
  int first = ent_day_to_number (first_day);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *day = ent_day_from_number (first + 7 * (int) i);

      kpi_fixture_measure (project, kpi, day, values[i]);
    }
}

static void
dump_series (GString *text, const EntKpiSeries *series)
{
  const EntKpiStanding *standing = &series->standing;

  g_string_append_printf (text, "%s: %d %a %d %a %a %d, %d, %u of %u\n",
                          ent_record_get_id (series->kpi), standing->status, standing->latest,
                          standing->latest_day, standing->expected, standing->progress,
                          standing->stale, series->assurance, series->n, series->points->len);
  for (guint i = 0; i < series->points->len; i++)
    {
      const EntKpiPoint *point = ent_kpi_series_get_point (series, i);
      EntSignal signal = ent_kpi_series_get_signal (series, i);

      g_string_append_printf (text, "  %d %a %s %d %d\n", point->day, point->value,
                              ent_record_get_id (point->measurement), signal.rule, signal.side);
    }
  for (guint i = 0; i < series->segments->len; i++)
    {
      const EntKpiSegment *segment = &g_array_index (series->segments, EntKpiSegment, i);

      g_string_append_printf (text, "  %u+%u %a %a %a %a\n", segment->first, segment->n,
                              segment->xmr.mean, segment->xmr.lower, segment->xmr.upper,
                              segment->run.median);
    }
}

/* Every figure, to the bit. */
char *
kpi_fixture_dump (EntKpis *kpis)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < ent_kpis_get_n (kpis); i++)
    dump_series (text, ent_kpis_get_series (kpis, i));

  return g_string_free (text, FALSE);
}
