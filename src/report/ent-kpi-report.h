/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How it goes, as documents: the KPIs with their status and what happened meanwhile, what they are, and
 * all that was measured. */
#pragma once

#include "report/ent-report-kind.h"

G_BEGIN_DECLS

EntReport *ent_kpi_report_new         (EntProject             *project,
                                       const EntReportOptions *options);
EntReport *ent_kpi_list_report_new    (EntProject             *project,
                                       const EntReportOptions *options);
EntReport *ent_measurement_report_new (EntProject             *project,
                                       const EntReportOptions *options);

G_END_DECLS
