/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program `entente-cli`: the reader's language, and what the shell hands over put in order. */
#include "config.h"

#include "cli/ent-cli.h"

#include <fcntl.h>
#include <glib/gi18n.h>
#include <locale.h>
#include <signal.h>
#include <unistd.h>

/* Without this, the first file opened by a program that was started without standard output would
 * take its place, and what is printed would end up in it. Printing to these fails.
 */
static void
fill_standard_descriptors (void)
{
  for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
    if (fcntl (fd, F_GETFD) < 0)
      (void) open ("/dev/null", O_RDONLY);
}

int
main (int    argc,
      char **argv)
{
  g_auto(GStrv) arguments = NULL;

  fill_standard_descriptors ();
  /* A pipe nobody reads any more is an error like a full disk, with a status and a reason. */
  signal (SIGPIPE, SIG_IGN);
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, ENT_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  /* Files are local ones; there may be no session bus to ask for others. */
  g_setenv ("GIO_USE_VFS", "local", TRUE);
  g_set_prgname ("entente-cli");

  arguments = g_strdupv (argv + MIN (argc, 1));
  return ent_cli_run (arguments);
}
