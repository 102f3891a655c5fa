/* SPDX-License-Identifier: GPL-3.0-or-later */
/* `entente-cli analyze`: the figures that follow from a file, as JSON. What the members are called
 * and mean is documented in entente-cli(1) and stays as it is; later versions may add members. */
#include "config.h"

#include "cli/ent-cli-command.h"

#include "cli/ent-cli-figures.h"
#include "cli/ent-cli-files.h"
#include "cli/ent-cli-options.h"
#include "cli/ent-cli-output.h"
#include "model/ent-json-build.h"

#include <glib/gi18n.h>

static EntCliStatus
analyze (const char *path,
         const char *as_of,
         gboolean    screened)
{
  g_autoptr(EntProjectFile) file = ent_cli_read (path);
  g_autoptr(EntAlignment) alignment = NULL;
  g_autoptr(EntKpis) kpis = NULL;
  g_autoptr(GBytes) bytes = NULL;
  GString *json;

  if (file == NULL)
    return ENT_CLI_FAILED;

  alignment = ent_alignment_new (file->project);
  ent_alignment_set_as_of (alignment, as_of);
  kpis = ent_kpis_new (file->project);
  ent_kpis_set_as_of (kpis, ent_alignment_get_as_of (alignment));
  ent_kpis_set_screened (kpis, screened);

  json = g_string_new ("{");
  ent_cli_figures_begin_member (json, "  ", "as-of");
  ent_json_append_text (json, ent_alignment_get_as_of (alignment));
  ent_cli_figures_begin_member (json, "  ", "alignment");
  ent_cli_figures_append_alignment (json, alignment);
  ent_cli_figures_begin_member (json, "  ", "kpis");
  ent_cli_figures_append_kpis (json, kpis);
  g_string_append (json, "\n}\n");

  bytes = g_string_free_to_bytes (json);
  return ent_cli_write (bytes) ? ENT_CLI_FINE : ENT_CLI_FAILED;
}

EntCliStatus
ent_cli_analyze (const EntCliCommand *self,
                 char               **arguments)
{
  g_autofree char *as_of = NULL;
  gboolean screened = FALSE;
  const GOptionEntry entries[] = {
    { "as-of", 0, 0, G_OPTION_ARG_STRING, &as_of, N_("The day to look at (today)"),
      N_("YYYY-MM-DD") },
    { "screened", 0, 0, G_OPTION_ARG_NONE, &screened,
      N_("Leave jumps that are far too large out of the limits of KPIs"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_auto(GStrv) files = NULL;
  EntCliStatus status;

  if (!ent_cli_parse (self, entries, arguments, &files, &status))
    return status;
  if (!ent_cli_check_date (as_of))
    return ENT_CLI_FAILED;
  return analyze (files[0], as_of, screened);
}
