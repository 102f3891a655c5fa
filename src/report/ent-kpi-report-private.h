/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Parts of the KPIs as a document. */
#pragma once

#include "render/ent-timeline-model.h"
#include "report/ent-report.h"

G_BEGIN_DECLS

void _ent_kpi_report_add_events (EntReport        *report,
                                 EntTimelineModel *timeline,
                                 int               first,
                                 int               last);

G_END_DECLS
