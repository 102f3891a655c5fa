/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which documents there are. */
#pragma once

#include "analysis/ent-role-rules.h"
#include "model/ent-project.h"
#include "report/ent-report.h"

G_BEGIN_DECLS

/**
 * EntReportOptions:
 * @date: (nullable): the date on it, as `YYYY-MM-DD`; %NULL for today
 * @findings: whether the findings stand at the end, and marks in the charts
 * @checks: (nullable): where the questions about roles begin; %NULL for the defaults
 * @as_of: (nullable): the day on which what is dated is looked at, as `YYYY-MM-DD`; %NULL for today
 * @from: (nullable): the first day of what is shown over time, as `YYYY-MM-DD`; %NULL for all
 * @to: (nullable): the last one; %NULL for all
 * @screened: whether moving ranges that are far too large are left out of the limits of KPIs
 * @unshared: whether what may not be shared stands in it, too
 *
 * What a document holds. A document passes over what does not concern it.
 */
typedef struct {
  const char *date;
  gboolean findings;
  const EntRoleCheckSettings *checks;
  const char *as_of;
  const char *from;
  const char *to;
  gboolean screened;
  gboolean unshared;
} EntReportOptions;

/**
 * EntReportKind:
 * @nick: its name on the command line and in settings, and in names of files
 * @label: what people call it, marked with N_()
 * @has_findings: whether it can show findings
 * @has_as_of: whether it shows the alignment as of the day that is looked at
 * @has_unshared: whether it leaves out what may not be shared, unless it is asked for
 * @has_period: whether it shows what happened over time, of which a period can be chosen
 * @build: makes the document, as the project is now: printing goes on while somebody edits
 *
 * A document that can be printed and exported.
 */
typedef struct {
  const char *nick;
  const char *label;
  gboolean has_findings;
  gboolean has_as_of;
  gboolean has_unshared;
  gboolean has_period;
  EntReport *(*build) (EntProject             *project,
                       const EntReportOptions *options);
} EntReportKind;

const EntReportKind *ent_report_kinds_get       (guint               *n_kinds);
const EntReportKind *ent_report_kind_find       (const char          *nick);
const char          *ent_report_kind_get_label  (const EntReportKind *self);

char                *ent_report_format_date     (const char          *date);

G_END_DECLS
