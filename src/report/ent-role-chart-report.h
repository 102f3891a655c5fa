/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The role chart as a document. */
#pragma once

#include "analysis/ent-role-rules.h"
#include "model/ent-project.h"
#include "report/ent-report.h"

G_BEGIN_DECLS

/**
 * EntRoleChartReportOptions:
 * @date: (nullable): the date on it, as `YYYY-MM-DD`; %NULL for today
 * @findings: whether the findings stand at the end, and marks in the chart
 * @checks: (nullable): where the questions begin; %NULL for the defaults
 */
typedef struct {
  const char *date;
  gboolean findings;
  const EntRoleCheckSettings *checks;
} EntRoleChartReportOptions;

EntReport *ent_role_chart_report_new (EntProject                      *project,
                                      const EntRoleChartReportOptions *options);

G_END_DECLS
