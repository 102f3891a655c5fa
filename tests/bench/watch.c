/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Starts a program and watches it from outside, the same way whoever wrote it.
 *
 * usage: bench-watch [-q SECONDS] [-l SECONDS] [-i SECONDS] [-p] [-a ACTION]… COMMAND [ARGUMENT…]
 *
 *   -q  so long without a change the picture counts as final (1)
 *   -l  and so long is waited for that (30)
 *   -i  then count for so long how often it wakes up
 *   -a  then run a shell command and watch what comes of it
 *   -p  and keep asking meanwhile whether the program answers, which costs it time
 *
 * Prints "drawn" and "quiet", in seconds since the start, "pss" in bytes, "wakeups", and for each
 * action its number with "first" and "quiet" (until the first and the last change of the picture it
 * led to), "cpu" and "hold", in seconds. */
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "bench.h"
#include "watch-process.h"
#include "watch-screen.h"

static double quiet_after = 1;
static double limit = 30;
static double idle_for = 0;
static gboolean pinging = FALSE;
static char **actions = NULL;
static char **command = NULL;

/* What is watched, while it runs. */
static GPid program = 0;

static const GOptionEntry options[] = {
  { "quiet", 'q', 0, G_OPTION_ARG_DOUBLE, &quiet_after, "Final after", "SECONDS" },
  { "limit", 'l', 0, G_OPTION_ARG_DOUBLE, &limit, "Wait at most", "SECONDS" },
  { "idle", 'i', 0, G_OPTION_ARG_DOUBLE, &idle_for, "Count wake-ups", "SECONDS" },
  { "ping", 'p', 0, G_OPTION_ARG_NONE, &pinging, "Ask whether it answers", NULL },
  { "action", 'a', 0, G_OPTION_ARG_STRING_ARRAY, &actions, "Then run", "COMMAND" },
  { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_STRING_ARRAY, &command, NULL, "COMMAND" },
  { NULL },
};

static void
silence (void)
{
  int nothing = open ("/dev/null", O_RDWR);

  for (int fd = 0; fd <= 2; fd++)
    dup2 (nothing, fd);
  close (nothing);
}

static GPid
start (char **argv)
{
  GPid pid = fork ();

  bench_check (pid >= 0, "no process could be made");
  if (pid > 0)
    return pid;
  /* What a program leaves running must not keep the pipe open that our own words go through. */
  silence ();
  setsid ();
  execvp (argv[0], argv);
  _exit (127);
}

/* Until the picture has changed, and then not for a while. */
static void
settle (WatchScreen *screen,
        double       since)
{
  double last = since;

  while (watch_screen_changed (screen) <= 0 && bench_now () - since < limit)
    watch_screen_wait (screen, 0.05);
  last = MAX (since, watch_screen_changed (screen));
  while (bench_now () - last < quiet_after && bench_now () - since < limit)
    {
      watch_screen_wait (screen, 0.05);
      last = MAX (since, watch_screen_changed (screen));
    }
}

static void
watch_start (WatchScreen *screen,
             double       start_time)
{
  while (watch_screen_drawn (screen) <= 0 && bench_now () - start_time < limit)
    watch_screen_wait (screen, 0.05);
  bench_check (watch_screen_drawn (screen) > 0, "nothing was drawn");
  bench_say ("drawn", watch_screen_drawn (screen) - start_time);
  settle (screen, watch_screen_drawn (screen));
  bench_say ("quiet", watch_screen_changed (screen) - start_time);
}

static void
say (guint       number,
     const char *what,
     double      value)
{
  g_autofree char *name = g_strdup_printf ("%u-%s", number, what);

  bench_say (name, value);
}

static void
watch_action (WatchScreen *screen,
              GPid         pid,
              guint        number,
              const char  *action)
{
  char *const argv[] = { (char *) "/bin/sh", (char *) "-c", (char *) action, NULL };
  double cpu = watch_process_cpu (pid);
  double start_time;
  GPid child;

  watch_screen_reset (screen);
  bench_check (!pinging || watch_screen_set_ping (screen, TRUE), "there is no window to ask");
  start_time = bench_now ();
  child = start ((char **) argv);
  settle (screen, start_time);
  say (number, "cpu", watch_process_cpu (pid) - cpu);
  bench_check (watch_screen_changed (screen) > 0, "an action changed nothing");
  say (number, "first", watch_screen_first (screen) - start_time);
  say (number, "quiet", watch_screen_changed (screen) - start_time);
  if (pinging)
    say (number, "hold", watch_screen_hold (screen));
  watch_screen_set_ping (screen, FALSE);
  kill (-child, SIGTERM);
  waitpid (child, NULL, 0);
}

static void
watch_idle (GPid pid)
{
  double before = watch_process_wakeups (pid);

  g_usleep ((gulong) (idle_for * G_USEC_PER_SEC));
  bench_say ("wakeups", watch_process_wakeups (pid) - before);
}

/* Programs that do not end when asked are ended: nothing of them may run on beside the next one,
 * nor take the files that are meant for it. */
static void
finish (void)
{
  if (program <= 0)
    return;
  kill (-program, SIGTERM);
  for (int i = 0; i < 40 && waitpid (program, NULL, WNOHANG) == 0; i++)
    g_usleep (50 * 1000);
  kill (-program, SIGKILL);
  waitpid (program, NULL, 0);
  program = 0;
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;
  WatchScreen *screen;
  double start_time;

  g_option_context_add_main_entries (context, options, NULL);
  g_option_context_set_strict_posix (context, TRUE);
  bench_check (g_option_context_parse (context, &argc, &argv, &error),
               error ? error->message : "");
  bench_check (command != NULL, "there is no command to watch");
  screen = watch_screen_open ();
  start_time = bench_now ();
  program = start (command);
  atexit (finish);
  watch_start (screen, start_time);
  bench_say ("pss", watch_process_memory (program));
  if (idle_for > 0)
    watch_idle (program);
  for (guint i = 0; actions && actions[i]; i++)
    watch_action (screen, program, i + 1, actions[i]);
  watch_screen_close (screen);
  return 0;
}
