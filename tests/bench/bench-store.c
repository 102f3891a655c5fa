/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One measurement of a document as a window uses it: opened and saved beside the main loop, edited
 * with and without what is kept for a crash.
 *
 * usage: bench-store TASK FILE FOLDER */
#include "config.h"

#include <string.h>

#include "bench.h"
#include "store/ent-document.h"
#include "store/ent-project-file.h"

#define SAVES 9
#define EDITS 200

/* The main loop, and the longest it was held by what it was given to do. */
typedef struct {
  GAsyncResult *result;
  double last;
  double longest;
} Loop;

static void
on_done (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Loop *loop = user_data;

  loop->result = g_object_ref (result);
}

/* The loop comes by as often as nothing holds it. */
static gboolean
come_by (gpointer user_data)
{
  Loop *loop = user_data;
  double now = bench_now ();

  loop->longest = MAX (loop->longest, now - loop->last);
  loop->last = now;
  return G_SOURCE_CONTINUE;
}

static void
loop_run (Loop *loop)
{
  guint source = g_timeout_add (1, come_by, loop);

  while (loop->result == NULL)
    g_main_context_iteration (NULL, TRUE);
  come_by (loop);
  g_source_remove (source);
}

static EntDocument *
open_document (const char *path, Loop *loop)
{
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GError) error = NULL;
  EntDocument *document;

  loop->last = bench_now ();
  ent_document_open_async (file, NULL, NULL, NULL, on_done, loop);
  loop_run (loop);
  document = ent_document_open_finish (loop->result, &error);
  g_clear_object (&loop->result);
  bench_check (document != NULL, error != NULL ? error->message : "it could not be opened");
  return document;
}

static char *
dup_copy (const char *path, const char *folder)
{
  char *copy = g_build_filename (folder, "document.entente.json", NULL);
  g_autoptr(GFile) from = g_file_new_for_path (path);
  g_autoptr(GFile) to = g_file_new_for_path (copy);

  bench_check (g_file_copy (from, to, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, NULL),
               "the file could not be copied");
  return copy;
}

static void
bench_open (const char *path, const char *folder)
{
  g_autofree char *copy = dup_copy (path, folder);
  Loop loop = { NULL, 0, 0 };
  double start = bench_now ();
  g_autoptr(EntDocument) document = open_document (copy, &loop);

  bench_say ("seconds", bench_now () - start);
  bench_say ("held", loop.longest);
  ent_document_close (document);
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return (x > y) - (x < y);
}

static double
median (double *values, guint n)
{
  qsort (values, n, sizeof *values, compare_doubles);
  return values[n / 2];
}

static void
edit (EntProject *project, guint i)
{
  g_autofree char *title = g_strdup_printf ("Plan %u", i);

  bench_check (ent_record_set_string (ent_project_get_info (project), ENT_PROJECT_TITLE, title),
               "the title could not be changed");
  ent_history_seal (ent_project_get_history (project));
}

static void
bench_save (const char *path, const char *folder)
{
  g_autofree char *copy = dup_copy (path, folder);
  Loop loop = { NULL, 0, 0 };
  g_autoptr(EntDocument) document = open_document (copy, &loop);
  double seconds[SAVES];

  loop.longest = 0;
  for (guint i = 0; i < SAVES; i++)
    {
      double start = bench_now ();

      edit (ent_document_get_project (document), i);
      loop.last = bench_now ();
      ent_document_save_async (document, NULL, on_done, &loop);
      loop_run (&loop);
      bench_check (ent_document_save_finish (document, loop.result, NULL, NULL),
                   "it could not be saved");
      g_clear_object (&loop.result);
      seconds[i] = bench_now () - start;
    }
  bench_say ("seconds", median (seconds, SAVES));
  bench_say ("held", loop.longest);
  ent_document_close (document);
}

static void
time_edits (EntProject *project)
{
  double seconds[EDITS];

  for (guint i = 0; i < EDITS; i++)
    {
      double start = bench_now ();

      edit (project, i);
      seconds[i] = bench_now () - start;
    }
  bench_say ("seconds", median (seconds, EDITS));
}

/* A document keeps its edits, a project that was read from the same file does not. */
static void
bench_edit (const char *path, const char *folder)
{
  g_autofree char *copy = dup_copy (path, folder);
  Loop loop = { NULL, 0, 0 };
  g_autoptr(EntDocument) document = open_document (copy, &loop);

  time_edits (ent_document_get_project (document));
  bench_check (ent_document_get_trouble (document) == NULL, "the edits were not kept");
  ent_document_close (document);
}

static void
bench_edit_unkept (const char *path, const char *folder)
{
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(EntProjectFile) read = ent_project_file_read (file, NULL, NULL, NULL, NULL);

  bench_check (read != NULL, "it could not be read");
  time_edits (read->project);
}

static const struct {
  const char *name;
  void (*run) (const char *path, const char *folder);
} tasks[] = {
  { "open", bench_open },
  { "save", bench_save },
  { "edit", bench_edit },
  { "edit-unkept", bench_edit_unkept },
};

int
main (int argc, char **argv)
{
  for (gsize i = 0; argc == 4 && i < G_N_ELEMENTS (tasks); i++)
    if (strcmp (argv[1], tasks[i].name) == 0)
      {
        tasks[i].run (argv[2], argv[3]);
        return 0;
      }
  g_printerr ("usage: bench-store TASK FILE FOLDER\n");
  return 2;
}
