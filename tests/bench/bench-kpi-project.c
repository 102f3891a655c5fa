/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A project with KPIs and measurements of any size. */
#include "config.h"

#include "bench-kpi-project.h"

#include "analysis/ent-day.h"
#include "bench.h"
#include "model/ent-kinds.h"

/* A value for each point, the same every time: a slow rise under noise. */
double
bench_kpi_value (guint kpi,
                 guint point)
{
  guint mixed = (kpi * 2654435761u) ^ (point * 2246822519u);

  mixed = (mixed ^ (mixed >> 15)) * 2246822519u;
  mixed ^= mixed >> 13;
  return point / 4.0 + mixed % 1000 / 100.0;
}

static void
take (EntProject *project,
      EntRecord  *record)
{
  bench_check (ent_project_load_take (project, record), "an entry was not taken");
}

static void
take_measurements (EntProject *project,
                   EntRecord  *kpi,
                   guint       number,
                   guint       n)
{
  int first = ent_day_to_number ("2016-01-04");

  for (guint i = 0; i < n; i++)
    {
      EntRecord *measurement = ent_record_new (ENT_KIND_MEASUREMENT);
      g_autofree char *day = ent_day_from_number (first + 7 * (int) i);

      ent_record_set_string (measurement, ENT_MEASUREMENT_KPI, ent_record_get_id (kpi));
      ent_record_set_string (measurement, ENT_MEASUREMENT_DATE, day);
      ent_record_set_double (measurement, ENT_MEASUREMENT_VALUE, bench_kpi_value (number, i));
      take (project, measurement);
    }
}

EntProject *
bench_kpi_project_new (guint n_kpis,
                       guint n)
{
  EntProject *project = ent_project_new ();

  ent_project_load_begin (project, NULL);
  for (guint i = 0; i < n_kpis; i++)
    {
      g_autofree char *name = g_strdup_printf ("KPI %u", i + 1);
      EntRecord *kpi = ent_record_new (ENT_KIND_KPI);

      ent_record_set_string (kpi, ENT_KPI_NAME, name);
      ent_record_set_double (kpi, ENT_KPI_BASELINE, 0);
      ent_record_set_string (kpi, ENT_KPI_BASELINE_DATE, "2016-01-04");
      ent_record_set_double (kpi, ENT_KPI_TARGET, n);
      ent_record_set_string (kpi, ENT_KPI_TARGET_DATE, "2030-01-01");
      take (project, kpi);
      take_measurements (project, kpi, i, n);
    }
  ent_project_load_end (project);
  return project;
}
