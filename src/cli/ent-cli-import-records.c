/* SPDX-License-Identifier: GPL-3.0-or-later */
/* `entente-cli import`, KPIs and measurements: the preview as text, and entering. */
#include "config.h"

#include "cli/ent-cli-import.h"

#include "analysis/ent-phrase.h"
#include "cli/ent-cli-output.h"

#include <glib/gi18n.h>

static void
append_lines (GString   *text,
              GPtrArray *lines)
{
  for (guint i = 0; i < lines->len; i++)
    {
      g_autofree char *shown = ent_phrase_show (g_ptr_array_index (lines, i));

      g_string_append_printf (text, "%s\n", shown);
    }
}

/* C4, new: Visitors, 2025-03-01: 120 people. */
static void
append_item (GString   *text,
             EntImport *import,
             guint      number)
{
  const EntImportItem *item = ent_import_get_item (import, number);
  g_autofree char *place = ent_import_dup_place (import, number);
  g_autofree char *subject = ent_import_dup_subject (import, number);
  g_autofree char *change = ent_import_dup_change (import, number);
  g_autofree char *reason = ent_import_dup_reason (import, number);
  g_autofree char *shown = ent_phrase_show (subject);
  const char *verdict = ent_import_verdict_get_label ((EntImportVerdict) item->verdict);

  if (*reason == '\0')
    /* Translators: a cell, a word such as New, a KPI and a day, what would be entered */
    g_string_append_printf (text, _("%s, %s: %s: %s\n"), place, verdict, shown, change);
  else
    /* Translators: a cell, a word such as New, a KPI and a day, what would be entered, a remark */
    g_string_append_printf (text, _("%s, %s: %s: %s — %s\n"), place, verdict, shown, change,
                            reason);
}

/* What there is to know about an import that is done: what was left out, and what has a remark. */
static gboolean
is_worth_knowing (EntImport *import,
                  guint      number)
{
  g_autofree char *reason = ent_import_dup_reason (import, number);

  return *reason != '\0' || ent_import_get_item (import, number)->verdict == ENT_IMPORT_BAD;
}

static void
append_items (GString   *text,
              EntImport *import,
              gboolean (*is_wanted) (EntImport *import,
                                     guint      number))
{
  for (guint i = 0; i < ent_import_get_n_items (import); i++)
    if (is_wanted (import, i))
      append_item (text, import, i);
}

static gboolean
is_bad (EntImport *import,
        guint      number)
{
  return ent_import_get_item (import, number)->verdict == ENT_IMPORT_BAD;
}

static gboolean
is_not_same (EntImport *import,
             guint      number)
{
  return ent_import_get_item (import, number)->verdict != ENT_IMPORT_SAME;
}

static void
append_summary (GString            *text,
                EntImport          *import,
                const EntCliImport *job)
{
  g_autofree char *counts = ent_import_dup_counts (import, ", ");
  guint n_kpis = ent_import_get_what (import) == ENT_IMPORT_MEASUREMENTS
    ? ent_import_get_n_new_kpis (import) : 0;

  g_string_append_printf (text, "%s.\n", counts);
  if (n_kpis > 0 && job->dry_run)
    g_string_append_printf (text, ngettext ("%u KPI would be made.\n", "%u KPIs would be made.\n",
                                            n_kpis), n_kpis);
  else if (n_kpis > 0)
    g_string_append_printf (text, ngettext ("%u KPI was made.\n", "%u KPIs were made.\n", n_kpis),
                            n_kpis);
}

/* Everything that somebody must know before saying yes. */
static char *
dup_preview (EntImport          *import,
             const EntCliImport *job)
{
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(GPtrArray) columns = ent_import_dup_columns (import);

  append_lines (text, columns);
  append_items (text, import, is_not_same);
  append_summary (text, import, job);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* How to answer what the table leaves open. */
static void
append_hints (GString   *text,
              EntImport *import)
{
  if (ent_import_asks_order (import))
    g_string_append (text, _("Say with --date-order what is the day and what the month.\n"));
  if (ent_import_asks_decimal (import))
    g_string_append (text, _("Say with --decimal what parts the decimals.\n"));
}

static gboolean
enter (EntImport          *import,
       const EntCliImport *job)
{
  g_autoptr(GError) error = NULL;

  if (ent_import_count (import, ENT_IMPORT_NEW) + ent_import_count (import, ENT_IMPORT_CHANGED)
      == 0)
    return TRUE;
  if (!ent_import_apply (import, &error))
    {
      ent_cli_complain ("%s", error->message);
      return FALSE;
    }
  return ent_cli_import_save (job);
}

static EntCliStatus
import_records (const EntCliImport *job,
                EntImportWhat       what)
{
  g_autoptr(EntImport) import = ent_import_new (job->file->project, what, job->rows,
                                                &job->options);
  g_autoptr(GPtrArray) questions = ent_import_dup_questions (import);
  g_autoptr(GString) text = g_string_new (NULL);
  guint n_bad = ent_import_count (import, ENT_IMPORT_BAD);
  gboolean none = ent_import_get_n_items (import) == ent_import_count (import, ENT_IMPORT_LEFT_OUT);
  gboolean refused = none ? questions->len > 0 : n_bad > 0 && !job->leave_out;

  if (job->dry_run)
    {
      g_autofree char *preview = dup_preview (import, job);

      g_string_append (text, preview);
    }
  else
    append_items (text, import, refused ? is_bad : is_worth_knowing);
  append_lines (text, questions);
  append_hints (text, import);
  if (!refused && !job->dry_run && !enter (import, job))
    return ENT_CLI_FAILED;
  if (!refused && !job->dry_run)
    append_summary (text, import, job);
  if (!ent_cli_print (text->str))
    return ENT_CLI_FAILED;
  return refused ? ent_cli_import_refuse (job, MAX (n_bad, 1)) : ENT_CLI_FINE;
}

EntCliStatus
ent_cli_import_kpis (const EntCliImport *job)
{
  return import_records (job, ENT_IMPORT_KPIS);
}

EntCliStatus
ent_cli_import_measurements (const EntCliImport *job)
{
  return import_records (job, ENT_IMPORT_MEASUREMENTS);
}
