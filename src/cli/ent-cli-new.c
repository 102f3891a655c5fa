/* SPDX-License-Identifier: GPL-3.0-or-later */
/* `entente-cli new`: an empty partnership, or one that begins as a copy of an example. */
#include "config.h"

#include "cli/ent-cli-command.h"

#include "analysis/ent-phrase.h"
#include "cli/ent-cli-files.h"
#include "cli/ent-cli-options.h"
#include "cli/ent-cli-output.h"
#include "store/ent-document.h"
#include "store/ent-samples.h"

#include <glib/gi18n.h>

typedef struct {
  char *from;
  char *title;
  char *output;
  gboolean force;
} Options;

static void
options_clear (Options *self)
{
  g_free (self->from);
  g_free (self->title);
  g_free (self->output);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static void
complain_of_sample (const char *name)
{
  g_autoptr(GString) names = g_string_new (NULL);
  g_autofree char *quoted = ent_phrase_quote (name);
  guint n_samples;
  const EntSample *samples = ent_samples_get (&n_samples);

  for (guint i = 0; i < n_samples; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", samples[i].name);
  /* Translators: a name in quotes, then the names that there are */
  ent_cli_complain (_("There is no example %s. There are: %s."), quoted, names->str);
}

static EntDocument *
make_document (const char *sample)
{
  g_autoptr(GFile) file = NULL;
  g_autoptr(GError) error = NULL;
  EntDocument *document;

  if (sample == NULL)
    return ent_document_new ();
  file = ent_sample_dup_file (sample);
  if (file == NULL)
    {
      complain_of_sample (sample);
      return NULL;
    }
  document = ent_document_new_from_sample (file, &error);
  if (document == NULL)
    ent_cli_complain ("%s", error->message);
  return document;
}

static gboolean
set_title (EntProject *project,
           const char *title)
{
  EntValue value = ent_value_string (title);
  g_autoptr(GError) error = NULL;
  gboolean done;

  done = ent_record_set (ent_project_get_info (project), ENT_PROJECT_TITLE, &value, &error);
  ent_value_clear (&value);
  if (!done)
    ent_cli_complain ("--title: %s", error->message);
  return done;
}

static EntCliStatus
make_file (const Options *options)
{
  g_autoptr(EntDocument) document = make_document (options->from);
  g_autofree char *name = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GError) error = NULL;
  EntProject *project;

  if (document == NULL)
    return ENT_CLI_FAILED;
  project = ent_document_get_project (document);
  if (options->title != NULL && !set_title (project, options->title))
    return ENT_CLI_FAILED;
  name = ent_document_dup_suggested_name (document);
  bytes = ent_project_file_make_bytes (project, name, &error);
  if (bytes == NULL)
    {
      ent_cli_complain ("%s", error->message);
      return ENT_CLI_FAILED;
    }
  return ent_cli_save (options->output != NULL ? options->output : "-", bytes, options->force)
         ? ENT_CLI_FINE : ENT_CLI_FAILED;
}

EntCliStatus
ent_cli_new (const EntCliCommand *self,
             char               **arguments)
{
  g_auto(Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "from", 0, 0, G_OPTION_ARG_STRING, &options.from,
      N_("Begin with a copy of an example"), N_("SAMPLE") },
    { "title", 't', 0, G_OPTION_ARG_STRING, &options.title,
      N_("Give it this title"), N_("TITLE") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output,
      N_("Write to OUT instead of standard output"), N_("OUT") },
    { "force", 'f', 0, G_OPTION_ARG_NONE, &options.force,
      N_("Replace OUT if it is there already"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_auto(GStrv) files = NULL;
  EntCliStatus status;

  if (!ent_cli_parse (self, entries, arguments, &files, &status))
    return status;
  return make_file (&options);
}
