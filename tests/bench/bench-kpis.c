/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Status and limits of KPIs: from nothing and after one edit. The largest size holds more measurements
 * than a project may, so everything is made in memory.
 *
 * usage: bench-kpis TASK KPIS MEASUREMENTS */
#include "config.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "analysis/ent-day.h"
#include "analysis/ent-kpis.h"
#include "bench.h"
#include "model/ent-kinds.h"

#define EDITS 200

/* A value for each point, the same every time: a slow rise under noise. */
static double
get_value (guint kpi,
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
      ent_record_set_double (measurement, ENT_MEASUREMENT_VALUE, get_value (number, i));
      take (project, measurement);
    }
}

static EntProject *
make_project (guint n_kpis,
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

static void
work_out (EntKpis *kpis)
{
  for (guint i = 0; i < ent_kpis_get_n (kpis); i++)
    bench_check (ent_kpis_get_series (kpis, i)->standing.status != ENT_KPI_NO_DATA,
                 "a KPI has no figures");
}

static void
bench_project (guint n_kpis,
               guint n)
{
  g_autoptr(EntProject) project = make_project (n_kpis, n);
  guint n_measurements = ent_project_get_n_records (project, ENT_KIND_MEASUREMENT);
  double start = bench_now ();
  g_autoptr(EntKpis) kpis = ent_kpis_new (project);

  bench_say ("read", bench_now () - start);
  start = bench_now ();
  work_out (kpis);
  bench_say ("figures", bench_now () - start);

  start = bench_now ();
  for (guint i = 0; i < EDITS; i++)
    {
      EntRecord *measurement =
        ent_project_get_record (project, ENT_KIND_MEASUREMENT, i * 7919 % n_measurements);

      bench_check (ent_record_set_double (measurement, ENT_MEASUREMENT_VALUE, i),
                   "a measurement could not be changed");
      work_out (kpis);
    }
  bench_say ("edit", (bench_now () - start) / EDITS);
}

/* The floor: what reading the values once and adding up their steps costs. */
static void
bench_loop (guint n_kpis,
            guint n)
{
  g_autofree double *values = g_new (double, (gsize) n_kpis * n);
  double sum = 0;
  double start;

  for (guint kpi = 0; kpi < n_kpis; kpi++)
    for (guint i = 0; i < n; i++)
      values[(gsize) kpi * n + i] = get_value (kpi, i);

  start = bench_now ();
  for (gsize i = 1; i < (gsize) n_kpis * n; i++)
    sum += values[i] + fabs (values[i] - values[i - 1]);
  bench_say ("seconds", bench_now () - start);
  bench_check (sum > 0, "nothing was added up");
}

int
main (int    argc,
      char **argv)
{
  guint n_kpis = argc == 4 ? (guint) strtoul (argv[2], NULL, 10) : 0;
  guint n = argc == 4 ? (guint) strtoul (argv[3], NULL, 10) : 0;

  if (n_kpis > 0 && n > 1 && strcmp (argv[1], "project") == 0)
    bench_project (n_kpis, n);
  else if (n_kpis > 0 && n > 1 && strcmp (argv[1], "loop") == 0)
    bench_loop (n_kpis, n);
  else
    {
      g_printerr ("usage: bench-kpis TASK KPIS MEASUREMENTS\n");
      return 2;
    }
  return 0;
}
