/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The period of a document: what lies in it, and how a document tells that it shows no more. */
#pragma once

#include "report/ent-report-kind.h"

G_BEGIN_DECLS

/**
 * EntReportPeriod:
 * @from: (nullable) (unowned): its first day, `YYYY-MM-DD`; %NULL for all before @to
 * @to: (nullable) (unowned): its last day; %NULL for all from @from on
 *
 * Days from one to another, both included, or all time.
 */
typedef struct {
  const char *from;
  const char *to;
} EntReportPeriod;

EntReportPeriod ent_report_period_new   (const EntReportOptions *options);
gboolean        ent_report_period_has   (const EntReportPeriod  *self,
                                         const char             *day);
void            ent_report_period_state (const EntReportPeriod  *self,
                                         EntReport              *report,
                                         const char             *counts);

G_END_DECLS
