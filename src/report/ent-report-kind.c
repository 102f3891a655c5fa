/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which documents there are, as a table: command line, print and export find them here. */
#include "config.h"

#include "report/ent-report-kind.h"

#include "analysis/ent-day.h"
#include "report/ent-alignment-report.h"
#include "report/ent-kpi-report.h"
#include "report/ent-role-chart-report.h"
#include "report/ent-stories-report.h"

#include <glib/gi18n.h>

static const EntReportKind kinds[] = {
  { "role-chart", N_("Role chart"), .has_findings = TRUE, .build = ent_role_chart_report_new },
  { "alignment", N_("Alignment"), .has_as_of = TRUE, .build = ent_alignment_report_new },
  { "kpis", N_("KPIs"), .has_period = TRUE, .build = ent_kpi_report_new },
  { "kpi-list", N_("What the KPIs are"), .build = ent_kpi_list_report_new },
  { "measurements", N_("Measurements"), .has_period = TRUE, .build = ent_measurement_report_new },
  { "stories", N_("Stories and milestones"), .has_unshared = TRUE, .has_period = TRUE,
    .build = ent_stories_report_new },
};

/**
 * ent_report_kinds_get:
 * @n_kinds: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_kinds): the documents
 */
const EntReportKind *
ent_report_kinds_get (guint *n_kinds)
{
  g_return_val_if_fail (n_kinds != NULL, NULL);

  *n_kinds = G_N_ELEMENTS (kinds);

  return kinds;
}

/**
 * ent_report_kind_find:
 * @nick: the name of a document
 *
 * Returns: (transfer none) (nullable): the document
 */
const EntReportKind *
ent_report_kind_find (const char *nick)
{
  g_return_val_if_fail (nick != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].nick, nick))
      return &kinds[i];

  return NULL;
}

/**
 * ent_report_kind_get_label:
 * @self: a document
 *
 * Returns: (transfer none): what people call it, translated
 */
const char *
ent_report_kind_get_label (const EntReportKind *self)
{
  g_return_val_if_fail (self != NULL, "");

  return _(self->label);
}

/**
 * ent_report_format_date:
 * @date: (nullable): a day as `YYYY-MM-DD`; today if there is none or it is no day
 *
 * Returns: (transfer full): the day as it stands on documents
 */
char *
ent_report_format_date (const char *date)
{
  g_autofree char *today = NULL;

  if (date != NULL && ent_date_is_valid (date))
    return ent_day_format (date);

  today = ent_day_dup_today ();

  return ent_day_format (today);
}
