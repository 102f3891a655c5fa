/* SPDX-License-Identifier: GPL-3.0-or-later */
/* `entente-cli import`: enters what a table from a spreadsheet holds, all of it or nothing. */
#include "config.h"

#include "cli/ent-cli-command.h"

#include "analysis/ent-day.h"
#include "analysis/ent-phrase.h"
#include "analysis/ent-position-import.h"
#include "cli/ent-cli-files.h"
#include "cli/ent-cli-options.h"
#include "cli/ent-cli-output.h"
#include "store/ent-table.h"

#include <glib/gi18n.h>

typedef struct {
  char *date;
  gboolean dry_run;
} Options;

static void
options_clear (Options *self)
{
  g_free (self->date);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* --- Positions ------------------------------------------------------------------------------- */

static void
append_problems (GString   *text,
                 GPtrArray *problems)
{
  for (guint i = 0; i < problems->len; i++)
    {
      g_autofree char *shown = ent_phrase_show (g_ptr_array_index (problems, i));

      g_string_append_printf (text, "%s\n", shown);
    }
}

static char *
dup_value (int value)
{
  return value == ENT_STAND_UNKNOWN ? g_strdup (_("unknown")) : ent_stand_format (value);
}

static void
append_changes (GString *text,
                GArray  *changes)
{
  for (guint i = 0; i < changes->len; i++)
    {
      const EntPositionImportChange *change = &g_array_index (changes, EntPositionImportChange, i);
      g_autofree char *goal = ent_phrase_name (ent_record_get_string (change->goal,
                                                                      ENT_GOAL_TITLE));
      g_autofree char *partner = ent_phrase_name (ent_record_get_string (change->partner,
                                                                         ENT_PARTNER_NAME));
      g_autofree char *from = dup_value (change->from);
      g_autofree char *to = dup_value (change->to);

      /* Translators: a goal, a partner, and where it stood and stands: “Beds, Council: −1 → +3” */
      g_string_append_printf (text, _("%s, %s: %s → %s\n"), goal, partner, from, to);
    }
}

static void
append_summary (GString           *text,
                EntPositionImport *import,
                const Options     *options)
{
  guint n = ent_position_import_get_changes (import)->len;
  guint n_same = ent_position_import_get_n_same (import);
  g_autofree char *entered = NULL;
  g_autofree char *same = NULL;

  if (options->dry_run)
    entered = g_strdup_printf (ngettext ("%u position would be entered",
                                         "%u positions would be entered", n), n);
  else
    entered = g_strdup_printf (ngettext ("%u position was entered", "%u positions were entered", n),
                               n);
  same = g_strdup_printf (ngettext ("%u holds already", "%u hold already", n_same), n_same);
  /* Translators: what an import did: “3 positions were entered, 1 holds already.” */
  g_string_append_printf (text, _("%s, %s.\n"), entered, same);
}

/* Says what does not fit. One line of it is the reason why nothing was done. */
static EntCliStatus
refuse (EntPositionImport *import,
        const Options     *options,
        const char        *table)
{
  g_autoptr(GString) text = g_string_new (NULL);
  GPtrArray *problems = ent_position_import_get_problems (import);
  g_autofree char *name = ent_cli_file_dup_name (table);

  append_problems (text, problems);
  if (options->dry_run)
    append_summary (text, import, options);
  if (!ent_cli_print (text->str))
    return ENT_CLI_FAILED;
  if (options->dry_run)
    return ENT_CLI_NO;

  ent_cli_complain (ngettext ("Nothing was imported: %u thing in “%s” does not fit, see above.",
                              "Nothing was imported: %u things in “%s” do not fit, see above.",
                              problems->len), problems->len, name);
  return ENT_CLI_FAILED;
}

static gboolean
enter (EntPositionImport *import,
       const char        *path,
       EntProjectFile    *file)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = NULL;

  if (ent_position_import_get_changes (import)->len == 0)
    return TRUE;
  if (!ent_position_import_apply (import, &error))
    {
      ent_cli_complain ("%s", error->message);
      return FALSE;
    }
  bytes = ent_cli_make_bytes (path, file);
  return bytes != NULL && ent_cli_save_back (path, file, bytes);
}

static EntCliStatus
import_positions (const char     *path,
                  EntProjectFile *file,
                  const char     *table,
                  GPtrArray      *rows,
                  const Options  *options)
{
  g_autoptr(EntPositionImport) import =
    ent_position_import_new (file->project, rows, options->date);
  g_autoptr(GString) text = g_string_new (NULL);

  if (ent_position_import_get_problems (import)->len > 0)
    return refuse (import, options, table);
  if (options->dry_run)
    append_changes (text, ent_position_import_get_changes (import));
  else if (!enter (import, path, file))
    return ENT_CLI_FAILED;
  append_summary (text, import, options);
  return ent_cli_print (text->str) ? ENT_CLI_FINE : ENT_CLI_FAILED;
}

/* --- The command ----------------------------------------------------------------------------- */

static EntCliStatus
import_table (const char    *path,
              const char    *table,
              const Options *options)
{
  g_autoptr(GFile) place = ent_cli_file_for_path (table);
  g_autoptr(EntProjectFile) file = ent_cli_read (path);
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
  return import_positions (path, file, table, rows, options);
}

EntCliStatus
ent_cli_import (const EntCliCommand *self,
                char               **arguments)
{
  g_auto(Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "date", 0, 0, G_OPTION_ARG_STRING, &options.date, N_("The day it was said (today)"),
      N_("YYYY-MM-DD") },
    { "dry-run", 'n', 0, G_OPTION_ARG_NONE, &options.dry_run,
      N_("Change nothing; print what would change"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_auto(GStrv) files = NULL;
  EntCliStatus status;

  if (!ent_cli_parse (self, entries, arguments, &files, &status))
    return status;
  if (!ent_cli_check_date (options.date))
    return ENT_CLI_FAILED;
  if (!g_str_equal (files[1], "positions"))
    {
      g_autofree char *shown = g_filename_display_name (files[1]);
      g_autofree char *quoted = ent_phrase_quote (shown);

      ent_cli_complain (_("There is no kind of table %s. There is: positions."), quoted);
      return ENT_CLI_FAILED;
    }
  if (options.date == NULL)
    options.date = ent_day_dup_today ();
  return import_table (files[0], files[2], &options);
}
