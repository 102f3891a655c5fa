/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One measurement without a window: reading, writing, saving, searching, checking.
 *
 * usage: bench-model TASK FILE [FOLDER | SMALL-FILE] */
#include "config.h"

#include <string.h>

#include "analysis/ent-role-checks.h"
#include "bench-dom.h"
#include "bench-save.h"
#include "bench.h"
#include "model/ent-json-reader.h"
#include "model/ent-json-writer.h"
#include "store/ent-file-read.h"

#define EDITS 25
#define SAVES 15

static EntProject *
read_project (const char *path,
              GBytes    **contents)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (EntProblemList) problems = ent_problem_list_new ();
  g_autoptr (GError) error = NULL;
  EntFingerprint fingerprint;
  g_autoptr (GBytes) bytes = ent_file_read (file, &fingerprint, NULL, &error);
  EntProject *project = bytes ? ent_project_read (bytes, problems, NULL, NULL, NULL, &error) : NULL;

  bench_check (project != NULL, error ? error->message : "the file could not be read");
  if (contents)
    *contents = g_steal_pointer (&bytes);
  return project;
}

static void
bench_read (const char *path,
            const char *folder)
{
  double start = bench_now ();
  g_autoptr (EntProject) project = read_project (path, NULL);

  bench_say ("seconds", bench_now () - start);
}

static void
bench_read_peer (const char *path,
                 const char *folder)
{
  double start = bench_now ();
  g_autoptr (EntProject) project = bench_dom_read (path);

  bench_say ("seconds", bench_now () - start);
}

/* What the code itself takes, whatever the file, is there before the count begins: a small
 * project has been read and let go. */
static void
bench_memory (const char *path,
              const char *small)
{
  g_autoptr (EntProject) project = read_project (small, NULL);
  double mark;

  g_clear_object (&project);
  mark = bench_mark_memory ();
  project = read_project (path, NULL);
  bench_say ("peak", bench_peak_since (mark));
}

static void
bench_memory_peer (const char *path,
                   const char *small)
{
  g_autoptr (EntProject) project = bench_dom_read (small);
  double mark;

  g_clear_object (&project);
  mark = bench_mark_memory ();
  project = bench_dom_read (path);
  bench_say ("peak", bench_peak_since (mark));
}

static void
bench_write (const char *path,
             const char *folder)
{
  g_autoptr (GBytes) before = NULL;
  g_autoptr (EntProject) project = read_project (path, &before);
  double start = bench_now ();
  g_autoptr (GBytes) after = ent_project_write (project, NULL);

  bench_say ("seconds", bench_now () - start);
  bench_check (after != NULL, "the project could not be written");
  bench_say ("identical", g_bytes_equal (before, after));
}

static void
bench_write_peer (const char *path,
                  const char *folder)
{
  g_autoptr (EntProject) project = read_project (path, NULL);
  double start = bench_now ();
  g_autoptr (JsonNode) tree = bench_dom_build (project);
  double built = bench_now ();
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autofree char *text = NULL;
  gsize length;

  json_generator_set_pretty (generator, TRUE);
  json_generator_set_root (generator, tree);
  text = json_generator_to_data (generator, &length);
  bench_say ("seconds", bench_now () - start);
  bench_say ("generator", bench_now () - built);
  bench_check (length > 0, "json-glib wrote nothing");
}

static EntRoleChecks *
check_roles (EntProject *project)
{
  g_autoptr (EntRoleChart) chart = ent_role_chart_new (project);

  return ent_role_checks_new (chart);
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return (x > y) - (x < y);
}

static double
median (double *values,
        guint   n)
{
  qsort (values, n, sizeof *values, compare_doubles);
  return values[n / 2];
}

static void
change_letter (EntRecord *assignment)
{
  int code = ent_record_get_enum (assignment, ENT_ASSIGNMENT_CODE);

  bench_check (ent_record_set_enum (assignment, ENT_ASSIGNMENT_CODE,
                                    code == ENT_CODE_ACCOUNTABLE ? ENT_CODE_INFORMED
                                                                 : ENT_CODE_ACCOUNTABLE),
               "a letter could not be changed");
}

/* Letters all over the chart, each with the findings that follow from it, and taken back. */
static void
time_edits (EntProject *project)
{
  EntHistory *history = ent_project_get_history (project);
  guint n = ent_project_get_n_records (project, ENT_KIND_ASSIGNMENT);
  double edit[EDITS];
  double undo[EDITS];

  for (guint i = 0; i < EDITS; i++)
    {
      EntRecord *letter = ent_project_get_record (project, ENT_KIND_ASSIGNMENT, i * (n / EDITS));
      double start = bench_now ();

      change_letter (letter);
      edit[i] = bench_now () - start;
      ent_history_seal (history);
      start = bench_now ();
      bench_check (ent_history_undo (history), "a letter could not be undone");
      undo[i] = bench_now () - start;
    }
  bench_say ("edit", median (edit, EDITS));
  bench_say ("undo", median (undo, EDITS));
}

static void
bench_findings (const char *path,
                const char *folder)
{
  g_autoptr (EntProject) project = read_project (path, NULL);
  double start = bench_now ();
  g_autoptr (EntRoleChecks) checks = check_roles (project);

  bench_say ("whole", bench_now () - start);
  bench_say ("findings", g_list_model_get_n_items (G_LIST_MODEL (checks)));
  time_edits (project);
}

static void
bench_search (const char *path,
              const char *folder)
{
  g_autoptr (EntProject) project = read_project (path, NULL);
  double start = bench_now ();
  g_autoptr (GPtrArray) found = ent_project_search (project, "Waiting", G_MAXUINT);

  bench_say ("seconds", bench_now () - start);
  bench_say ("found", found->len);
}

/* One is over in a moment, and a disk has its moods. */
static void
save (const char *path,
      const char *folder,
      BenchSave   write)
{
  g_autofree char *target = g_build_filename (folder, "saved.entente.json", NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;
  EntFingerprint known;
  double seconds[SAVES];
  gsize length;

  bench_check (g_file_get_contents (path, &text, &length, NULL), "the file could not be read");
  bytes = g_bytes_new_take (g_steal_pointer (&text), length);
  bench_check (bench_save_prepare (target, bytes, &known), "the folder takes no file");
  for (guint i = 0; i < SAVES; i++)
    {
      double start = bench_now ();

      bench_check (write (target, bytes, &known), "the file could not be saved");
      seconds[i] = bench_now () - start;
    }
  bench_say ("seconds", median (seconds, SAVES));
}

static void
bench_save (const char *path,
            const char *folder)
{
  save (path, folder, bench_save_ours);
}

static void
bench_save_bare (const char *path,
                 const char *folder)
{
  save (path, folder, bench_save_by_hand);
}

static void
bench_save_glib (const char *path,
                 const char *folder)
{
  save (path, folder, bench_save_by_glib);
}

static const struct {
  const char *name;
  gboolean needs_more;
  void (*run) (const char *path,
               const char *folder);
} tasks[] = {
  { "read", FALSE, bench_read },
  { "read-peer", FALSE, bench_read_peer },
  { "memory", TRUE, bench_memory },
  { "memory-peer", TRUE, bench_memory_peer },
  { "write", FALSE, bench_write },
  { "write-peer", FALSE, bench_write_peer },
  { "save", TRUE, bench_save },
  { "save-bare", TRUE, bench_save_bare },
  { "save-glib", TRUE, bench_save_glib },
  { "findings", FALSE, bench_findings },
  { "search", FALSE, bench_search },
};

int
main (int    argc,
      char **argv)
{
  for (gsize i = 0; argc >= 3 && i < G_N_ELEMENTS (tasks); i++)
    if (strcmp (argv[1], tasks[i].name) == 0 && (argc == 4 || !tasks[i].needs_more))
      {
        tasks[i].run (argv[2], argv[3]);
        return 0;
      }
  g_printerr ("usage: bench-model TASK FILE [FOLDER | SMALL-FILE]\n");
  return 2;
}
