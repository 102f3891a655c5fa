/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The role chart as a document: the legend of the letters, the chart, who holds each role, and the
 * findings if wanted. Tasks that were dropped are left out. */
#include "config.h"

#include "report/ent-role-chart-report.h"

#include "render/ent-matrix-rows.h"
#include "render/ent-role-matrix.h"

#include <glib/gi18n.h>

/* “6 partners · 12 roles · 30 tasks” */
static char *
count_everything (EntRoleChart *chart, guint n_tasks)
{
  guint n_roles = ent_role_chart_get_n_roles (chart);
  guint n_partners = 0;
  g_autofree char *partners = NULL;
  g_autofree char *roles = NULL;
  g_autofree char *tasks = NULL;

  for (guint group = 0; group < ent_role_chart_get_n_groups (chart); group++)
    n_partners += ent_role_chart_get_group_partner (chart, group) != NULL;
  partners = g_strdup_printf (ngettext ("%u partner", "%u partners", n_partners), n_partners);
  roles = g_strdup_printf (ngettext ("%u role", "%u roles", n_roles), n_roles);
  tasks = g_strdup_printf (ngettext ("%u task", "%u tasks", n_tasks), n_tasks);

  return g_strdup_printf ("%s · %s · %s", partners, roles, tasks);
}

/* The marks come last, so that a document without findings leaves them out. */
static void
add_legend (EntReport *report, gboolean marks)
{
  const EntLegendItem items[] = {
    { "R", ENT_MATRIX_TONE_MEDIUM, _("Responsible"), _("does the work") },
    { "A", ENT_MATRIX_TONE_STRONG, _("Accountable"), _("answers for it and signs it off") },
    { "A/R", ENT_MATRIX_TONE_STRONG, _("Both"), _("answers for it and does it") },
    { "C", ENT_MATRIX_TONE_LIGHT, _("Consulted"), _("is asked before") },
    { "I", ENT_MATRIX_TONE_FAINT, _("Informed"), _("is told after") },
    { "", ENT_MATRIX_TONE_NONE, _("Act now"), _("see the findings"), ENT_MATRIX_MARK_ERROR },
    { "", ENT_MATRIX_TONE_NONE, _("Look into"), _("see the findings"), ENT_MATRIX_MARK_NOTE },
  };

  ent_report_add_legend (report, items, G_N_ELEMENTS (items) - (marks ? 0 : 2));
}

static char *
dup_name (EntRecord *record, guint field)
{
  const char *name = record != NULL ? ent_record_get_string (record, field) : "";

  return g_strdup (*name != '\0' ? name : "–");
}

static void
add_holders (EntReport *report, EntRoleChart *chart)
{
  const char *columns[] = { _("Partner"), _("Role"), _("Held by"), NULL };
  const double weights[] = { 3, 4, 3 };
  EntBlock *table;

  ent_report_add_heading (report, _("Who holds each role"));
  table = ent_report_add_table (report, columns, weights);
  for (guint column = 0; column < ent_role_chart_get_n_roles (chart); column++)
    {
      EntRecord *role = ent_role_chart_get_role (chart, column);
      EntRecord *partner = ent_role_chart_get_group_partner (chart,
        ent_role_chart_get_group (chart, column));
      EntRecord *holder = ent_record_get_ref (role, ENT_ROLE_HOLDER);
      char **texts = g_new0 (char *, G_N_ELEMENTS (columns));

      texts[0] = dup_name (partner, ENT_PARTNER_NAME);
      texts[1] = dup_name (role, ENT_ROLE_TITLE);
      texts[2] = holder != NULL ? dup_name (holder, ENT_PERSON_NAME) : g_strdup (_("nobody yet"));
      ent_block_take_row (table, texts, -1);
    }
}

static int
find_row (GArray *rows, int row)
{
  for (guint i = 0; row >= 0 && i < rows->len; i++)
    if (g_array_index (rows, guint, i) == (guint) row)
      return (int) i;

  return -1;
}

static void
add_findings (EntReport *report, EntRoleChecks *checks, GArray *rows)
{
  const char *columns[] = { _("How pressing"), _("What is the matter"), _("What to do"), NULL };
  const double weights[] = { 2, 5, 5 };
  guint n = g_list_model_get_n_items (G_LIST_MODEL (checks));
  EntBlock *table;

  ent_report_add_heading (report, _("Findings"));
  if (n == 0)
    {
      ent_report_add_text (report,
                           _("Nothing to act on: every task has one A and at least one R."));
      return;
    }

  table = ent_report_add_table (report, columns, weights);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(EntFinding) finding = g_list_model_get_item (G_LIST_MODEL (checks), i);
      char **texts = g_new0 (char *, G_N_ELEMENTS (columns));
      int row;
      int column;

      ent_role_checks_get_place (checks, finding, &row, &column);
      texts[0] = g_strdup (ent_finding_severity_get_label (ent_finding_get_severity (finding)));
      texts[1] = g_strdup (ent_finding_get_text (finding));
      texts[2] = g_strdup (ent_finding_get_advice (finding));
      ent_block_take_row (table, texts, find_row (rows, row));
    }
}

static GArray *
collect_rows (EntRoleChart *chart)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint row = 0; row < ent_role_chart_get_n_tasks (chart); row++)
    if (!ent_role_chart_is_dropped (chart, row))
      g_array_append_val (rows, row);

  return rows;
}

static void
add_chart (EntReport *report, EntRoleChart *chart, EntRoleChecks *checks, GArray *rows,
           gboolean marks)
{
  g_autoptr(EntRoleMatrix) matrix = NULL;
  g_autoptr(EntMatrixRows) shown = NULL;

  if (rows->len == 0 || ent_role_chart_get_n_roles (chart) == 0)
    {
      ent_report_add_text (report, rows->len == 0
        ? _("There are no tasks yet. Add tasks on the Roles page, then print again.")
        : _("There are no roles yet. Add roles on the Roles page, then print again."));
      return;
    }

  add_legend (report, marks);
  matrix = ent_role_matrix_new (chart, checks);
  shown = ent_matrix_rows_new (ENT_MATRIX_MODEL (matrix), rows, marks);
  ent_report_add_matrix (report, _("Role chart"), ENT_MATRIX_MODEL (shown));
}

/**
 * ent_role_chart_report_new:
 * @project: a project
 * @options: (nullable): what the document holds; %NULL for today's date and no findings
 *
 * Returns: (transfer full): its role chart as a document, as it is now: printing and previews go on
 *   while somebody edits
 */
EntReport *
ent_role_chart_report_new (EntProject *project, const EntReportOptions *options)
{
  const EntReportOptions plain = { NULL, FALSE };
  g_autoptr(EntReport) report = NULL;
  g_autoptr(EntRoleChart) chart = NULL;
  g_autoptr(EntRoleChecks) checks = NULL;
  g_autoptr(GArray) rows = NULL;
  g_autofree char *date = NULL;
  g_autofree char *counts = NULL;
  EntRecord *info;

  g_return_val_if_fail (ENT_IS_PROJECT (project), NULL);

  options = options != NULL ? options : &plain;
  info = ent_project_get_info (project);
  chart = ent_role_chart_new (project);
  ent_role_chart_freeze (chart);
  checks = ent_role_checks_new (chart);
  if (options->checks != NULL)
    ent_role_checks_set_settings (checks, options->checks);
  rows = collect_rows (chart);
  date = ent_report_format_date (options->date);
  report = ent_report_new (_("Role chart"), ent_record_get_string (info, ENT_PROJECT_TITLE),
                           ent_record_get_string (info, ENT_PROJECT_COORDINATOR_NAME), date);

  counts = count_everything (chart, rows->len);
  ent_report_add_text (report, counts);
  add_chart (report, chart, checks, rows, options->findings);
  if (ent_role_chart_get_n_roles (chart) > 0)
    add_holders (report, chart);
  if (options->findings)
    add_findings (report, checks, rows);

  return g_steal_pointer (&report);
}
