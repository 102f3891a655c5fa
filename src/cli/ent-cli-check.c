/* SPDX-License-Identifier: GPL-3.0-or-later */
/* `entente-cli check`: what is wrong with a file, and what its role chart, alignment, KPIs and
 * milestones ask. */
#include "config.h"

#include "cli/ent-cli-check.h"

#include "analysis/ent-alignment-checks.h"
#include "analysis/ent-kpi-checks.h"
#include "analysis/ent-role-checks.h"
#include "analysis/ent-story-checks.h"
#include "cli/ent-cli-files.h"
#include "cli/ent-cli-options.h"
#include "cli/ent-cli-output.h"
#include "cli/ent-cli-text.h"

#include <glib/gi18n.h>
#include <string.h>

/* What a file must not have: anything that is missing or cannot be used, and what the plan cannot
 * work with. With questions and notes the answer is still yes, unless @strict.
 */
static EntCliStatus
judge (EntProjectFile *file,
       GPtrArray      *findings,
       gboolean        strict)
{
  guint n;

  if (strict)
    n = ent_problem_list_get_n_total (file->problems) + findings->len;
  else
    n = ent_problem_list_count (file->problems, ENT_PROBLEM_WARNING) +
        ent_problem_list_count (file->problems, ENT_PROBLEM_LOSS);
  for (guint i = 0; i < findings->len; i++)
    n += ent_finding_get_severity (g_ptr_array_index (findings, i)) == ENT_FINDING_ACT_NOW;
  return n == 0 ? ENT_CLI_FINE : ENT_CLI_NO;
}

static void
append_findings (GPtrArray         *found,
                 EntChecks         *checks,
                 EntFindingSeverity severity)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (checks)); i++)
    {
      g_autoptr(EntFinding) finding = g_list_model_get_item (G_LIST_MODEL (checks), i);

      if (ent_finding_get_severity (finding) == severity)
        g_ptr_array_add (found, g_object_ref (finding));
    }
}

static GPtrArray *
collect_findings (EntProject *project)
{
  g_autoptr(EntRoleChart) chart = ent_role_chart_new (project);
  g_autoptr(EntAlignment) alignment = ent_alignment_new (project);
  g_autoptr(EntKpis) kpis = ent_kpis_new (project);
  g_autoptr(EntRoleChecks) roles = ent_role_checks_new (chart);
  g_autoptr(EntAlignmentChecks) goals = ent_alignment_checks_new (alignment);
  g_autoptr(EntKpiChecks) measures = ent_kpi_checks_new (kpis);
  g_autoptr(EntStoryChecks) stories = ent_story_checks_new (project);
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint severity = 0; severity < ENT_N_FINDING_SEVERITIES; severity++)
    {
      append_findings (found, ENT_CHECKS (roles), severity);
      append_findings (found, ENT_CHECKS (goals), severity);
      append_findings (found, ENT_CHECKS (measures), severity);
      append_findings (found, ENT_CHECKS (stories), severity);
    }
  return found;
}

static EntCliChecked *
check_file (const char *path,
            gboolean    strict)
{
  EntCliChecked *self = g_new0 (EntCliChecked, 1);
  g_autoptr(GFile) file = ent_cli_file_for_path (path);

  self->name = g_filename_display_name (path);
  self->file = ent_project_file_read (file, NULL, NULL, NULL, &self->error);
  if (self->file == NULL)
    {
      ent_cli_complain ("%s", self->error->message);
      self->status = ENT_CLI_FAILED;
      return self;
    }
  self->findings = collect_findings (self->file->project);
  self->status = judge (self->file, self->findings, strict);
  return self;
}

static void
checked_free (gpointer data)
{
  EntCliChecked *self = data;

  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_clear_pointer (&self->file, ent_project_file_free);
  g_clear_error (&self->error);
  g_free (self->name);
  g_free (self);
}

static char *
dup_text (GPtrArray *files)
{
  GString *text = g_string_new (NULL);
  guint width = ent_cli_terminal_width ();

  for (guint i = 0; i < files->len; i++)
    {
      EntCliChecked *checked = g_ptr_array_index (files, i);
      g_autofree char *part = NULL;

      if (checked->file == NULL)
        continue;
      part = ent_cli_checked_dup_text (checked, width);
      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", part);
    }
  return g_string_free (text, FALSE);
}

static gboolean
print (GPtrArray *files,
       gboolean   json)
{
  g_autofree char *text = NULL;
  g_autoptr(GBytes) bytes = NULL;

  if (!json)
    {
      text = dup_text (files);
      return ent_cli_print (text);
    }
  /* Programs read UTF-8, whatever the locale. */
  text = ent_cli_checked_dup_json (files);
  bytes = g_bytes_new_static (text, strlen (text));
  return ent_cli_write (bytes);
}

EntCliStatus
ent_cli_check (const EntCliCommand *self,
               char               **arguments)
{
  gboolean json = FALSE;
  gboolean strict = FALSE;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_("Print JSON, for programs"), NULL },
    { "strict", 0, 0, G_OPTION_ARG_NONE, &strict,
      N_("Let notes and questions count as well"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr(GPtrArray) checked = g_ptr_array_new_with_free_func (checked_free);
  g_auto(GStrv) files = NULL;
  EntCliStatus status;

  if (!ent_cli_parse (self, entries, arguments, &files, &status))
    return status;
  for (guint i = 0; files[i] != NULL; i++)
    {
      EntCliChecked *one = check_file (files[i], strict);

      g_ptr_array_add (checked, one);
      status = MAX (status, one->status);
    }
  return print (checked, json) ? status : ENT_CLI_FAILED;
}
