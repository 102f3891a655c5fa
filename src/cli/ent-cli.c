/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of subcommands, and finding the one that was typed. To add one, write it in a file of
 * its own, declare it in ent-cli-command.h and give it a row here; its help, the man page and the
 * shell completion are compared by a test.
 */
#include "config.h"

#include "cli/ent-cli.h"

#include "analysis/ent-phrase.h"
#include "cli/ent-cli-command.h"
#include "cli/ent-cli-output.h"

#include <glib/gi18n.h>
#include <string.h>

static const EntCliCommand commands[] = {
  { "new", NULL, N_("Write a new partnership"),
    N_("Examples to begin with: community-garden, digital-literacy, art-therapy, climate-action, "
       "urban-transport."),
    0, 0, ent_cli_new },
  { "check", N_("FILE…"), N_("List what is wrong with files, and what the plan asks"),
    N_("The answer is no where something is missing or cannot be used, and where a finding says "
       "“Act now”. Notes and questions are listed, but count only with --strict."),
    1, G_MAXUINT, ent_cli_check },
  { "show", N_("FILE"), N_("Print what a file holds, to be read"), NULL,
    1, 1, ent_cli_show },
  { "analyze", N_("FILE"), N_("Print the figures that follow from a file, as JSON"),
    N_("Figures: how the partners stand to each other and to the goals, and how the KPIs go. What "
       "each member means is in the manual, entente-cli(1)."),
    1, 1, ent_cli_analyze },
  { "import", N_("FILE KIND TABLE"), N_("Enter what a table from a spreadsheet holds"),
    N_("Kinds: positions, kpis, measurements.\nThe table is CSV, with commas, semicolons or tabs. "
       "For positions, goals are rows and partners are columns, both found by name; a cell holds "
       "−4 to +4, or nothing. For KPIs, each is a row. For measurements, each is a row, or KPIs or "
       "dates are columns. Where something does not fit, nothing is entered."),
    3, 3, ent_cli_import },
  { "format", N_("FILE"), N_("Write a partnership in its canonical form"),
    N_("The canonical form is the one a save gives: a fixed order of members, one a line, and "
       "nothing that is the same in every new record. What this version does not know stays as it "
       "is. A file of which a part cannot be read is refused."),
    1, 1, ent_cli_format },
  { "export", N_("FILE"), N_("Write a document of a partnership, such as its role chart"), NULL,
    1, 1, ent_cli_export, ent_cli_export_dup_details },
};

static const EntCliCommand *
find_command (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (commands[i].name, name))
      return &commands[i];
  return NULL;
}

static char *
dup_help (void)
{
  g_autoptr(GString) text = g_string_new (NULL);

  g_string_append_printf (text, "%s\n  entente-cli %s\n\n%s\n\n%s\n", _("Usage:"),
                          _("COMMAND [OPTION…] [ARGUMENT…]"),
                          _("Check, show and export Entente partnerships without a window."),
                          _("Commands:"));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    g_string_append_printf (text, "  %-8s %s\n", commands[i].name, _(commands[i].summary));
  g_string_append_printf (text, "\n%s\n  -h, --help     %s\n  --version      %s\n\n%s\n",
                          _("Options:"), _("Show this help, or after a command its own"),
                          _("Show the version"),
                          _("Exit status: 0 fine, 1 the answer is no, 2 it could not be done."));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* --- A name that is none
 * ------------------------------------------------------------------------ */

#define LONGEST_NAME 16

/* How many letters must be put in, left out or replaced to make one of the other (Levenshtein). */
static guint
count_edits (const char *a,
             const char *b)
{
  guint costs[LONGEST_NAME + 1];
  gsize length = strlen (b);

  g_assert (length <= LONGEST_NAME);
  for (guint j = 0; j <= length; j++)
    costs[j] = j;
  for (guint i = 1; *a != '\0'; a++, i++)
    {
      guint diagonal = costs[0];

      costs[0] = i;
      for (guint j = 1; j <= length; j++)
        {
          guint replaced = diagonal + (*a != b[j - 1]);

          diagonal = costs[j];
          costs[j] = MIN (MIN (costs[j], costs[j - 1]) + 1, replaced);
        }
    }
  return costs[length];
}

/* The command that was meant, if it is clear enough: half of its letters must be right. */
static const char *
find_nearest (const char *name)
{
  const char *nearest = NULL;
  guint least = G_MAXUINT;

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      guint n = g_str_has_prefix (commands[i].name, name) ? 0
                                                          : count_edits (name, commands[i].name);

      if (n < least && n <= strlen (commands[i].name) / 2)
        {
          least = n;
          nearest = commands[i].name;
        }
    }
  return nearest;
}

static EntCliStatus
refuse (const char *name)
{
  g_autofree char *text = g_filename_display_name (name);
  g_autofree char *shown = ent_phrase_quote (text);
  const char *nearest = name[0] != '\0' ? find_nearest (name) : NULL;

  if (nearest != NULL)
    /* Translators: what was typed, in quotes, and the command that is like it */
    ent_cli_complain (_("There is no command %s. Did you mean “%s”?"), shown, nearest);
  else
    ent_cli_complain (_("There is no command %s; see “entente-cli --help”."), shown);
  return ENT_CLI_FAILED;
}

/**
 * ent_cli_run:
 * @arguments: (array zero-terminated=1): what was typed behind the program's name
 *
 * Runs what was asked for.
 *
 * Returns: the exit status, an #EntCliStatus
 */
int
ent_cli_run (char **arguments)
{
  const char *name;
  const EntCliCommand *command;
  g_autofree char *help = NULL;

  g_return_val_if_fail (arguments != NULL, ENT_CLI_FAILED);

  name = arguments[0];
  if (name == NULL)
    {
      ent_cli_complain (_("Which command? See “entente-cli --help”."));
      return ENT_CLI_FAILED;
    }
  if (g_str_equal (name, "--version"))
    return ent_cli_print ("entente-cli " ENT_VERSION "\n") ? ENT_CLI_FINE : ENT_CLI_FAILED;
  if (g_str_equal (name, "--help") || g_str_equal (name, "-h"))
    {
      help = dup_help ();
      return ent_cli_print (help) ? ENT_CLI_FINE : ENT_CLI_FAILED;
    }
  command = find_command (name);
  return command != NULL ? command->run (command, arguments) : refuse (name);
}
