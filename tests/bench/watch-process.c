/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "watch-process.h"

#include <string.h>

typedef double (*Measure) (const char *folder);

/* The sixth field of /proc/PID/stat; the second one is a name that may hold anything. */
static gboolean
is_in_session (const char *pid,
               GPid        session)
{
  g_autofree char *path = g_build_filename ("/proc", pid, "stat", NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) fields = NULL;
  const char *rest;

  if (!g_file_get_contents (path, &text, NULL, NULL) || !(rest = strrchr (text, ')')))
    return FALSE;
  fields = g_strsplit (rest, " ", 6);
  return g_strv_length (fields) == 6 && g_ascii_strtoll (fields[4], NULL, 10) == session;
}

/* The number behind @name in a file of lines "NAME VALUE"; the first number where @name is NULL. */
static double
read_number (const char *folder,
             const char *file,
             const char *name)
{
  g_autofree char *path = g_build_filename (folder, file, NULL);
  g_autofree char *text = NULL;
  const char *at;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    return 0;
  at = name ? strstr (text, name) : text;
  return at ? g_ascii_strtod (at + (name ? strlen (name) : 0), NULL) : 0;
}

static double
measure_memory (const char *folder)
{
  return read_number (folder, "smaps_rollup", "\nPss:") * 1024;
}

static double
measure_cpu (const char *folder)
{
  return read_number (folder, "schedstat", NULL) / 1e9;
}

static double
measure_wakeups (const char *folder)
{
  return read_number (folder, "status", "\nvoluntary_ctxt_switches:");
}

static double
add_threads (const char *folder,
             Measure     measure)
{
  g_autofree char *tasks = g_build_filename (folder, "task", NULL);
  g_autoptr (GDir) dir = g_dir_open (tasks, 0, NULL);
  const char *name;
  double sum = 0;

  while (dir && (name = g_dir_read_name (dir)))
    {
      g_autofree char *task = g_build_filename (tasks, name, NULL);

      sum += measure (task);
    }
  return sum;
}

static double
add_processes (GPid     session,
               Measure  measure,
               gboolean by_thread)
{
  g_autoptr (GDir) dir = g_dir_open ("/proc", 0, NULL);
  const char *name;
  double sum = 0;

  while (dir && (name = g_dir_read_name (dir)))
    {
      g_autofree char *folder = g_build_filename ("/proc", name, NULL);

      if (g_ascii_isdigit (*name) && is_in_session (name, session))
        sum += by_thread ? add_threads (folder, measure) : measure (folder);
    }
  return sum;
}

/**
 * watch_process_memory:
 * @session: a session
 *
 * Returns: its memory in bytes, what is shared with others counted in proportion
 */
double
watch_process_memory (GPid session)
{
  return add_processes (session, measure_memory, FALSE);
}

/**
 * watch_process_cpu:
 * @session: a session
 *
 * Returns: the seconds its threads have run
 */
double
watch_process_cpu (GPid session)
{
  return add_processes (session, measure_cpu, TRUE);
}

/**
 * watch_process_wakeups:
 * @session: a session
 *
 * Returns: how often its threads have gone to sleep, which is how often they woke up
 */
double
watch_process_wakeups (GPid session)
{
  return add_processes (session, measure_wakeups, TRUE);
}
