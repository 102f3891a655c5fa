/* SPDX-License-Identifier: GPL-3.0-or-later */
/* `entente-cli import`: enters what a table from a spreadsheet holds, all of it or nothing. To add a
 * kind of table, write it in a file of its own and give it a row here. */
#include "config.h"

#include "cli/ent-cli-import.h"

#include "analysis/ent-day.h"
#include "analysis/ent-phrase.h"
#include "cli/ent-cli-files.h"
#include "cli/ent-cli-options.h"
#include "cli/ent-cli-output.h"
#include "store/ent-table.h"

#include <glib/gi18n.h>

static const struct {
  const char *name;
  EntCliStatus (*run) (const EntCliImport *job);
} kinds[] = {
  { "positions", ent_cli_import_positions },
  { "kpis", ent_cli_import_kpis },
  { "measurements", ent_cli_import_measurements },
};

typedef struct {
  char *date;
  char *order;
  char *decimal;
  gboolean serials;
  gboolean new_kpis;
  gboolean leave_out;
  gboolean dry_run;
} Options;

static void
options_clear (Options *self)
{
  g_free (self->date);
  g_free (self->order);
  g_free (self->decimal);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* --- What the kinds share -------------------------------------------------------------------- */

/* Saves the project with what was entered. */
gboolean
ent_cli_import_save (const EntCliImport *job)
{
  g_autoptr(GBytes) bytes = ent_cli_make_bytes (job->path, job->file);

  return bytes != NULL && ent_cli_save_back (job->path, job->file, bytes);
}

/* Says that nothing was done because of what was listed above. In a dry run the answer is no. */
EntCliStatus
ent_cli_import_refuse (const EntCliImport *job,
                       guint               n_problems)
{
  g_autofree char *name = ent_cli_file_dup_name (job->table);

  if (job->dry_run)
    return ENT_CLI_NO;
  ent_cli_complain (ngettext ("Nothing was imported: %u thing in “%s” does not fit, see above.",
                              "Nothing was imported: %u things in “%s” do not fit, see above.",
                              n_problems), n_problems, name);
  return ENT_CLI_FAILED;
}

/* --- The command ----------------------------------------------------------------------------- */

static EntCliStatus
import_table (EntCliImport *job,
              EntCliStatus (*run) (const EntCliImport *job))
{
  g_autoptr(GFile) place = ent_cli_file_for_path (job->table);
  g_autoptr(EntProjectFile) file = ent_cli_read (job->path);
  g_autoptr(GPtrArray) rows = NULL;
  g_autoptr(GError) error = NULL;

  if (file == NULL)
    return ENT_CLI_FAILED;
  rows = ent_table_read (place, &error);
  if (rows == NULL)
    {
      ent_cli_complain ("%s", error->message);
      return ENT_CLI_FAILED;
    }
  job->file = file;
  job->rows = rows;
  return run (job);
}

static int
find_kind (const char *name)
{
  g_autofree char *shown = NULL;
  g_autofree char *quoted = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (name, kinds[i].name))
      return (int) i;

  shown = g_filename_display_name (name);
  quoted = ent_phrase_quote (shown);
  ent_cli_complain (_("There is no kind of table %s. There are: positions, kpis, measurements."),
                    quoted);
  return -1;
}

/* The number of a word in a list; 0 without one, -1 for a word that is not in it. */
static int
find_word (const char        *word,
           const char *const *words)
{
  for (int i = 0; word != NULL && words[i] != NULL; i++)
    if (g_str_equal (word, words[i]))
      return i + 1;
  return word == NULL ? 0 : -1;
}

static gboolean
read_options (const Options *options,
              EntCliImport  *job)
{
  static const char *const orders[] = { "dmy", "mdy", "ymd", NULL };
  static const char *const decimals[] = { "point", "comma", NULL };
  int order = find_word (options->order, orders);
  int decimal = find_word (options->decimal, decimals);

  if (order < 0)
    ent_cli_complain (_("The order of dates is dmy, mdy or ymd."));
  else if (decimal < 0)
    ent_cli_complain (_("What parts decimals is point or comma."));
  if (order < 0 || decimal < 0)
    return FALSE;

  job->options = (EntImportOptions) { (EntDayOrder) order, (EntDecimal) decimal, options->serials,
                                      options->new_kpis };
  job->date = options->date;
  job->dry_run = options->dry_run;
  job->leave_out = options->leave_out;
  return ent_cli_check_date (options->date);
}

EntCliStatus
ent_cli_import (const EntCliCommand *self,
                char               **arguments)
{
  g_auto(Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "date", 0, 0, G_OPTION_ARG_STRING, &options.date,
      N_("Of positions, the day they were said (today)"), N_("YYYY-MM-DD") },
    { "date-order", 0, 0, G_OPTION_ARG_STRING, &options.order,
      N_("What 03/04/2025 is: dmy, mdy or ymd"), N_("ORDER") },
    { "decimal", 0, 0, G_OPTION_ARG_STRING, &options.decimal,
      N_("What parts decimals: point or comma"), N_("SIGN") },
    { "day-numbers", 0, 0, G_OPTION_ARG_NONE, &options.serials,
      N_("Take whole numbers in place of dates for days as spreadsheets count them"), NULL },
    { "new-kpis", 0, 0, G_OPTION_ARG_NONE, &options.new_kpis,
      N_("Make a KPI of each name that none has"), NULL },
    { "leave-out", 0, 0, G_OPTION_ARG_NONE, &options.leave_out,
      N_("Leave out what is not understood, and enter the rest"), NULL },
    { "dry-run", 'n', 0, G_OPTION_ARG_NONE, &options.dry_run,
      N_("Change nothing; print what would change"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_auto(GStrv) files = NULL;
  g_autofree char *today = ent_day_dup_today ();
  EntCliImport job = { 0 };
  EntCliStatus status;
  int kind;

  if (!ent_cli_parse (self, entries, arguments, &files, &status))
    return status;
  if (!read_options (&options, &job))
    return ENT_CLI_FAILED;
  kind = find_kind (files[1]);
  if (kind < 0)
    return ENT_CLI_FAILED;
  job.path = files[0];
  job.table = files[2];
  if (job.date == NULL)
    job.date = today;
  return import_table (&job, kinds[kind].run);
}
