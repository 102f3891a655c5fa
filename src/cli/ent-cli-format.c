/* SPDX-License-Identifier: GPL-3.0-or-later */
/* `entente-cli format`: writes a project in its canonical form, the one a save gives. */
#include "config.h"

#include "cli/ent-cli-command.h"

#include "cli/ent-cli-files.h"
#include "cli/ent-cli-options.h"
#include "cli/ent-cli-output.h"

#include <glib/gi18n.h>

typedef struct {
  char *output;
  gboolean force;
  gboolean in_place;
  gboolean check;
} Options;

static void
options_clear (Options *self)
{
  g_free (self->output);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
check_options (const Options *options)
{
  if ((options->output != NULL) + options->in_place + options->check <= 1)
    return TRUE;
  ent_cli_complain (_("Use only one of --output, --in-place and --check."));
  return FALSE;
}

static EntCliStatus
check_form (EntProjectFile *file,
            GBytes         *bytes,
            const char     *name)
{
  g_autofree char *text = NULL;

  if (g_bytes_equal (file->bytes, bytes))
    return ENT_CLI_FINE;
  text = g_strdup_printf (_("“%s” is not in its canonical form.\n"), name);
  return ent_cli_print (text) ? ENT_CLI_NO : ENT_CLI_FAILED;
}

static EntCliStatus
format_file (const char    *path,
             const Options *options)
{
  g_autofree char *name = ent_cli_file_dup_name (path);
  g_autoptr(EntProjectFile) file = ent_cli_read (path);
  g_autoptr(GBytes) bytes = file != NULL ? ent_cli_make_bytes (path, file) : NULL;

  if (bytes == NULL)
    return ENT_CLI_FAILED;
  if (options->check)
    return check_form (file, bytes, name);
  if (options->in_place)
    return ent_cli_save_back (path, file, bytes) ? ENT_CLI_FINE : ENT_CLI_FAILED;
  return ent_cli_save (options->output != NULL ? options->output : "-", bytes, options->force)
         ? ENT_CLI_FINE : ENT_CLI_FAILED;
}

EntCliStatus
ent_cli_format (const EntCliCommand *self,
                char               **arguments)
{
  g_auto(Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output,
      N_("Write to OUT instead of standard output"), N_("OUT") },
    { "force", 'f', 0, G_OPTION_ARG_NONE, &options.force,
      N_("Replace OUT if it is there already"), NULL },
    { "in-place", 'i', 0, G_OPTION_ARG_NONE, &options.in_place,
      N_("Write back to FILE"), NULL },
    { "check", 'c', 0, G_OPTION_ARG_NONE, &options.check,
      N_("Write nothing; the exit status says whether FILE is in its canonical form"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_auto(GStrv) files = NULL;
  EntCliStatus status;

  if (!ent_cli_parse (self, entries, arguments, &files, &status))
    return status;
  if (!check_options (&options))
    return ENT_CLI_FAILED;
  return format_file (files[0], &options);
}
