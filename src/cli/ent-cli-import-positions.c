/* SPDX-License-Identifier: GPL-3.0-or-later */
/* `entente-cli import`, positions: all that the table holds, or nothing. */
#include "config.h"

#include "cli/ent-cli-import.h"

#include "analysis/ent-phrase.h"
#include "analysis/ent-position-import.h"
#include "cli/ent-cli-output.h"

#include <glib/gi18n.h>

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
append_summary (GString            *text,
                EntPositionImport  *import,
                const EntCliImport *job)
{
  guint n = ent_position_import_get_changes (import)->len;
  guint n_same = ent_position_import_get_n_same (import);
  g_autofree char *entered = NULL;
  g_autofree char *same = NULL;

  if (job->dry_run)
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
refuse (EntPositionImport  *import,
        const EntCliImport *job)
{
  g_autoptr(GString) text = g_string_new (NULL);
  GPtrArray *problems = ent_position_import_get_problems (import);

  append_problems (text, problems);
  if (job->dry_run)
    append_summary (text, import, job);
  if (!ent_cli_print (text->str))
    return ENT_CLI_FAILED;
  return ent_cli_import_refuse (job, problems->len);
}

static gboolean
enter (EntPositionImport  *import,
       const EntCliImport *job)
{
  g_autoptr(GError) error = NULL;

  if (ent_position_import_get_changes (import)->len == 0)
    return TRUE;
  if (!ent_position_import_apply (import, &error))
    {
      ent_cli_complain ("%s", error->message);
      return FALSE;
    }
  return ent_cli_import_save (job);
}

EntCliStatus
ent_cli_import_positions (const EntCliImport *job)
{
  g_autoptr(EntPositionImport) import =
    ent_position_import_new (job->file->project, job->rows, job->date);
  g_autoptr(GString) text = g_string_new (NULL);

  if (ent_position_import_get_problems (import)->len > 0)
    return refuse (import, job);
  if (job->dry_run)
    append_changes (text, ent_position_import_get_changes (import));
  else if (!enter (import, job))
    return ENT_CLI_FAILED;
  append_summary (text, import, job);
  return ent_cli_print (text->str) ? ENT_CLI_FINE : ENT_CLI_FAILED;
}
