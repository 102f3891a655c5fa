/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The period of a document. Whoever reads it must see that it does not show everything. */
#include "config.h"

#include "report/ent-report-period.h"

#include <string.h>

#include "analysis/ent-day.h"
#include "model/ent-value.h"

static const char *
choose_day (const char *day)
{
  return day != NULL && ent_date_is_valid (day) ? day : NULL;
}

/**
 * ent_report_period_new:
 * @options: what a document holds
 *
 * Returns: its period, valid as long as @options are
 */
EntReportPeriod
ent_report_period_new (const EntReportOptions *options)
{
  g_assert (options != NULL);

  return (EntReportPeriod) { choose_day (options->from), choose_day (options->to) };
}

/**
 * ent_report_period_has:
 * @self: a period
 * @day: a day, `YYYY-MM-DD`, or "" for none
 *
 * Returns: whether the day lies in it; what has no day belongs to all time only
 */
gboolean
ent_report_period_has (const EntReportPeriod *self, const char *day)
{
  g_return_val_if_fail (self != NULL && day != NULL, FALSE);

  if (self->from == NULL && self->to == NULL)
    return TRUE;

  return *day != '\0' && (self->from == NULL || strcmp (day, self->from) >= 0)
         && (self->to == NULL || strcmp (day, self->to) <= 0);
}

/**
 * ent_report_period_state:
 * @self: a period
 * @report: a document that shows no more
 * @counts: how much that is, in words
 *
 * Tells the period and the counts below the title, and the period in what programs are told.
 */
void
ent_report_period_state (const EntReportPeriod *self, EntReport *report, const char *counts)
{
  g_autofree char *period = NULL;
  g_autofree char *line = NULL;

  g_return_if_fail (self != NULL && counts != NULL);

  period = ent_day_format_period (self->from, self->to);
  if (period != NULL)
    line = g_strdup_printf ("%s · %s", period, counts);
  ent_report_set_period (report, period);
  ent_report_add_text (report, line != NULL ? line : counts);
}
