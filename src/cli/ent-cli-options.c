/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading the options of a subcommand, and its help. GOption would print the help and leave on its
 * own, and not notice if the help could not be written.
 */
#include "config.h"

#include "cli/ent-cli-options.h"

#include "cli/ent-cli-output.h"
#include "model/ent-value.h"

#include <glib/gi18n.h>

static GOptionContext *
make_context (const EntCliCommand *command,
              const GOptionEntry  *entries)
{
  GOptionContext *context;
  g_autofree char *details = command->dup_details != NULL ? command->dup_details () : NULL;

  context = g_option_context_new (command->arguments != NULL ? _(command->arguments) : NULL);
  g_option_context_set_summary (context, _(command->summary));
  if (command->details != NULL)
    g_option_context_set_description (context, _(command->details));
  if (details != NULL)
    g_option_context_set_description (context, details);
  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  return context;
}

static gboolean
check_files (const EntCliCommand *command,
             char               **files)
{
  guint n_files = files != NULL ? g_strv_length (files) : 0;

  for (guint i = 0; i < n_files; i++)
    if (*files[i] == '\0')
      {
        ent_cli_complain (_("%s was given a file without a name."), command->name);
        return FALSE;
      }
  if (n_files < command->least)
    ent_cli_complain (_("%s needs %s; see “entente-cli %s --help”."), command->name,
                      _(command->arguments), command->name);
  else if (n_files > command->most)
    ent_cli_complain (_("%s was given too much; see “entente-cli %s --help”."), command->name,
                      command->name);
  else
    return TRUE;
  return FALSE;
}

static EntCliStatus
print_help (GOptionContext *context)
{
  g_autofree char *help = g_option_context_get_help (context, TRUE, NULL);

  return ent_cli_print (help) ? ENT_CLI_FINE : ENT_CLI_FAILED;
}

/**
 * ent_cli_parse:
 * @command: a subcommand
 * @entries: its options, without `--help`
 * @arguments: its name and what stands behind it; options are taken out
 * @files: (out) (transfer full): what is left: as many as @command takes
 * @status: (out): the exit status where there is nothing left to do
 *
 * Reads the options, or prints the help, or says what is wrong with them.
 *
 * Returns: whether to go on
 */
gboolean
ent_cli_parse (const EntCliCommand  *command,
               const GOptionEntry   *entries,
               char                **arguments,
               char               ***files,
               EntCliStatus         *status)
{
  gboolean help = FALSE;
  g_auto(GStrv) rest = NULL;
  const GOptionEntry common[] = {
    { "help", 'h', 0, G_OPTION_ARG_NONE, &help, N_("Show this help"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &rest, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autofree char *program = g_strconcat ("entente-cli ", command->name, NULL);
  g_autoptr(GOptionContext) context = make_context (command, entries);
  g_autoptr(GError) error = NULL;

  g_return_val_if_fail (arguments != NULL && files != NULL && status != NULL, FALSE);

  /* What the help calls the program. */
  g_set_prgname (program);
  g_option_context_add_main_entries (context, common, GETTEXT_PACKAGE);
  *status = ENT_CLI_FAILED;
  if (!g_option_context_parse_strv (context, &arguments, &error))
    {
      ent_cli_complain ("%s", error->message);
      return FALSE;
    }
  if (help)
    {
      *status = print_help (context);
      return FALSE;
    }
  if (!check_files (command, rest))
    return FALSE;
  *files = rest != NULL ? g_steal_pointer (&rest) : g_new0 (char *, 1);
  *status = ENT_CLI_FINE;
  return TRUE;
}

/**
 * ent_cli_check_date:
 * @date: (nullable): a date as it was typed
 *
 * Returns: whether @date is a day of the calendar or was left out; if not, it says so
 */
gboolean
ent_cli_check_date (const char *date)
{
  if (date == NULL || ent_date_is_valid (date))
    return TRUE;
  ent_cli_complain (_("Write the date as YYYY-MM-DD, such as 2026-05-03."));
  return FALSE;
}
