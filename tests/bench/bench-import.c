/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Import of measurements without a window: a table is read, understood and entered as one step, and
 * the step is undone.
 *
 * usage: bench-import KPIS-TABLE MEASUREMENTS-TABLE */
#include "config.h"

#include "analysis/ent-import.h"
#include "bench.h"
#include "store/ent-table.h"

static GPtrArray *
read_table (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (GError) error = NULL;
  GPtrArray *rows = ent_table_read (file, &error);

  bench_check (rows != NULL, error ? error->message : "the table could not be read");
  return rows;
}

static void
import (EntProject   *project,
        EntImportWhat what,
        GPtrArray    *rows,
        guint        *n)
{
  g_autoptr (EntImport) plan = ent_import_new (project, what, rows, NULL);
  g_autoptr (GError) error = NULL;

  *n = ent_import_count (plan, ENT_IMPORT_NEW);
  bench_check (ent_import_count (plan, ENT_IMPORT_BAD) == 0, "the table is not understood");
  bench_check (ent_import_apply (plan, &error), error ? error->message : "");
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (EntProject) project = ent_project_new ();
  g_autoptr (GPtrArray) kpis = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  double start;
  guint n;

  bench_check (argc == 3, "usage: bench-import KPIS-TABLE MEASUREMENTS-TABLE");
  kpis = read_table (argv[1]);
  import (project, ENT_IMPORT_KPIS, kpis, &n);

  start = bench_now ();
  rows = read_table (argv[2]);
  bench_say ("read", bench_now () - start);
  import (project, ENT_IMPORT_MEASUREMENTS, rows, &n);
  bench_say ("seconds", bench_now () - start);
  bench_say ("measurements", n);
  start = bench_now ();
  bench_check (ent_history_undo (ent_project_get_history (project)), "undo");
  bench_say ("undo", bench_now () - start);
  return 0;
}
