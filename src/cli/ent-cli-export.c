/* SPDX-License-Identifier: GPL-3.0-or-later */
/* `entente-cli export`: writes a document of a partnership. */
#include "config.h"

#include "cli/ent-cli-command.h"

#include "cli/ent-cli-files.h"
#include "cli/ent-cli-options.h"
#include "cli/ent-cli-output.h"
#include "report/ent-report-export.h"
#include "report/ent-report-kind.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct {
  char *document;
  char *format;
  char *output;
  char *paper;
  char *date;
  char *as_of;
  char *from;
  char *to;
  gboolean force;
  gboolean landscape;
  gboolean portrait;
  gboolean findings;
  gboolean unshared;
  double scale;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->document);
  g_free (options->format);
  g_free (options->output);
  g_free (options->paper);
  g_free (options->date);
  g_free (options->as_of);
  g_free (options->from);
  g_free (options->to);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static char *
list_documents (void)
{
  g_autoptr(GString) names = g_string_new (NULL);
  const EntReportKind *kinds;
  guint n;

  kinds = ent_report_kinds_get (&n);
  for (guint i = 0; i < n; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", kinds[i].nick);

  return g_string_free (g_steal_pointer (&names), FALSE);
}

static const EntReportKind *
choose_document (const Options *options)
{
  const EntReportKind *kind = options->document != NULL ? ent_report_kind_find (options->document)
                                                        : NULL;
  g_autofree char *documents = NULL;

  if (kind != NULL)
    return kind;

  documents = list_documents ();
  if (options->document != NULL)
    ent_cli_complain (_("There is no document “%s”; there are %s."), options->document, documents);
  else
    ent_cli_complain (_("Say which document with --document: %s."), documents);

  return NULL;
}

static char *
list_formats (void)
{
  g_autoptr(GString) names = g_string_new (NULL);
  const EntReportFormat *formats;
  guint n;

  formats = ent_report_formats_get (&n);
  for (guint i = 0; i < n; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", formats[i].nick);

  return g_string_free (g_steal_pointer (&names), FALSE);
}

/**
 * ent_cli_export_dup_details:
 *
 * Returns: (transfer full): what can be exported, for the help
 */
char *
ent_cli_export_dup_details (void)
{
  g_autofree char *documents = list_documents ();
  g_autofree char *formats = list_formats ();
  g_autofree char *papers = ent_paper_dup_names ();

  return g_strdup_printf (_("Documents: %s.\nFormats: %s.\nPapers: %s."), documents, formats, papers);
}

/* The format that was named, else the one of the output file's ending. */
static const EntReportFormat *
choose_format (const Options *options)
{
  const char *dot = options->format == NULL ? strrchr (options->output, '.') : NULL;
  const char *nick = options->format != NULL ? options->format : dot != NULL ? dot + 1 : "";
  const EntReportFormat *format = ent_report_format_find (nick);
  g_autofree char *formats = NULL;

  if (format != NULL)
    return format;

  formats = list_formats ();
  if (options->format != NULL)
    ent_cli_complain (_("There is no format “%s”; there are %s."), options->format, formats);
  else
    ent_cli_complain (_("Say in which format with --format: %s."), formats);

  return NULL;
}

static gboolean
check_options (const Options *options, EntReportSettings *settings)
{
  g_autofree char *papers = ent_paper_dup_names ();
  const char *paper = options->paper != NULL ? options->paper : "A4";
  const char *problem = NULL;

  if (options->output == NULL)
    problem = _("Say where to write with --output; “-” is standard output.");
  else if (options->landscape && options->portrait)
    problem = _("Use one of --landscape and --portrait.");
  else if (options->from != NULL && options->to != NULL && strcmp (options->from, options->to) > 0)
    problem = _("The day of --from is after that of --to.");
  else if (!(options->scale >= 0.1 && options->scale <= 8))
    problem = _("The scale goes from 0.1 to 8.");

  if (problem != NULL)
    {
      ent_cli_complain ("%s", problem);
      return FALSE;
    }
  if (!ent_cli_check_date (options->date) || !ent_cli_check_date (options->as_of)
      || !ent_cli_check_date (options->from) || !ent_cli_check_date (options->to))
    return FALSE;
  settings->scale = options->scale;
  if (ent_paper_init_named (&settings->paper, paper, options->landscape))
    return TRUE;

  ent_cli_complain (_("There is no paper “%s”; there are %s."), paper, papers);

  return FALSE;
}

static EntCliStatus
export_file (const char *path, const Options *options)
{
  const EntReportOptions wanted = {
    options->date, options->findings, .as_of = options->as_of, .from = options->from,
    .to = options->to, .unshared = options->unshared,
  };
  const EntReportKind *kind = choose_document (options);
  g_autoptr(EntProjectFile) file = NULL;
  g_autoptr(EntReport) report = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GError) error = NULL;
  const EntReportFormat *format;
  EntReportSettings settings;

  if (kind == NULL || !check_options (options, &settings))
    return ENT_CLI_FAILED;
  format = choose_format (options);
  file = format != NULL ? ent_cli_read (path) : NULL;
  if (file == NULL)
    return ENT_CLI_FAILED;

  report = kind->build (file->project, &wanted);
  bytes = format->write (report, &settings, &error);
  if (bytes == NULL)
    {
      ent_cli_complain ("%s", error->message);
      return ENT_CLI_FAILED;
    }

  return ent_cli_save (options->output, bytes, options->force) ? ENT_CLI_FINE : ENT_CLI_FAILED;
}

EntCliStatus
ent_cli_export (const EntCliCommand *self, char **arguments)
{
  g_auto(Options) options = { .scale = 2 };
  const GOptionEntry entries[] = {
    { "document", 'd', 0, G_OPTION_ARG_STRING, &options.document, N_("Which document"),
      N_("DOCUMENT") },
    { "format", 0, 0, G_OPTION_ARG_STRING, &options.format,
      N_("In which format; the output file’s ending tells if not given"), N_("FORMAT") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output,
      N_("The file to write; “-” for standard output"), N_("OUT") },
    { "force", 'f', 0, G_OPTION_ARG_NONE, &options.force,
      N_("Replace OUT if it is there already"), NULL },
    { "paper", 'p', 0, G_OPTION_ARG_STRING, &options.paper,
      N_("The paper of a PDF: A4 unless told otherwise"), N_("PAPER") },
    { "landscape", 0, 0, G_OPTION_ARG_NONE, &options.landscape,
      N_("Lay the paper on its long side"), NULL },
    { "portrait", 0, 0, G_OPTION_ARG_NONE, &options.portrait, N_("Stand the paper up, as is usual"),
      NULL },
    { "scale", 0, 0, G_OPTION_ARG_DOUBLE, &options.scale, N_("Pixels a point of a PNG (2)"),
      N_("NUMBER") },
    { "findings", 0, 0, G_OPTION_ARG_NONE, &options.findings, N_("Put the findings at the end"),
      NULL },
    { "unshared", 0, 0, G_OPTION_ARG_NONE, &options.unshared,
      N_("Put in stories that may not be shared, too"), NULL },
    { "date", 0, 0, G_OPTION_ARG_STRING, &options.date, N_("The date on the document (today)"),
      N_("YYYY-MM-DD") },
    { "as-of", 0, 0, G_OPTION_ARG_STRING, &options.as_of,
      N_("Look at what is dated as it was on a day (today)"), N_("YYYY-MM-DD") },
    { "from", 0, 0, G_OPTION_ARG_STRING, &options.from,
      N_("The first day of what is shown over time (all)"), N_("YYYY-MM-DD") },
    { "to", 0, 0, G_OPTION_ARG_STRING, &options.to,
      N_("The last day of what is shown over time (all)"), N_("YYYY-MM-DD") },
    G_OPTION_ENTRY_NULL,
  };
  g_auto(GStrv) files = NULL;
  EntCliStatus status;

  if (!ent_cli_parse (self, entries, arguments, &files, &status))
    return status;

  return export_file (files[0], &options);
}
