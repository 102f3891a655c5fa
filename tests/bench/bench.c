/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench.h"

#include <stdlib.h>
#include <string.h>

/**
 * bench_now:
 *
 * Returns: seconds of a clock that only goes forward
 */
double
bench_now (void)
{
  return (double) g_get_monotonic_time () / G_USEC_PER_SEC;
}

/**
 * bench_say:
 * @name: what was measured
 * @value: in seconds, bytes or a count
 */
void
bench_say (const char *name,
           double      value)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  g_print ("%s %s\n", name, g_ascii_dtostr (number, sizeof number, value));
}

/**
 * bench_check:
 * @fine: whether to go on
 * @message: why not
 *
 * Ends the process if the work that is measured was not done: no figure is better than a wrong one.
 */
void
bench_check (gboolean    fine,
             const char *message)
{
  if (fine)
    return;
  g_printerr ("%s\n", message);
  exit (1);
}

/* A line of /proc/self/status that counts KB, in bytes. */
static double
read_status (const char *name)
{
  g_autofree char *text = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/status", &text, NULL, NULL))
    return 0;
  line = strstr (text, name);
  return line ? g_ascii_strtod (line + strlen (name), NULL) * 1024 : 0;
}

/**
 * bench_mark_memory:
 *
 * Makes the kernel forget the peak so far.
 *
 * Returns: the memory in use now, in bytes
 */
double
bench_mark_memory (void)
{
  g_file_set_contents_full ("/proc/self/clear_refs", "5", 1, G_FILE_SET_CONTENTS_NONE, 0600, NULL);
  return read_status ("VmRSS:");
}

/**
 * bench_peak_since:
 * @mark: what bench_mark_memory() returned
 *
 * Returns: by how many bytes memory has been above @mark since
 */
double
bench_peak_since (double mark)
{
  return MAX (0, read_status ("VmHWM:") - mark);
}
