/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the program begins. */
#include "config.h"

#include <glib/gi18n.h>
#include <locale.h>

#include "app/ent-application.h"
#include "app/ent-renderer.h"

int
main (int argc, char **argv)
{
  g_autoptr(EntApplication) application = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, ENT_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  ent_renderer_choose ();
  application = ent_application_new ();

  return g_application_run (G_APPLICATION (application), argc, argv);
}
