/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Status and limits of KPIs: from nothing and after one edit. The largest size holds more measurements
 * than a project may, so everything is made in memory.
 *
 * usage: bench-kpis TASK KPIS MEASUREMENTS */
#include "config.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "analysis/ent-kpis.h"
#include "bench-kpi-project.h"
#include "bench.h"
#include "model/ent-kinds.h"

#define EDITS 200

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
  g_autoptr(EntProject) project = bench_kpi_project_new (n_kpis, n);
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
      values[(gsize) kpi * n + i] = bench_kpi_value (kpi, i);

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
