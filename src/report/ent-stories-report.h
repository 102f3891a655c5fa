/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stories and milestones as a document. */
#pragma once

#include "report/ent-report-kind.h"

G_BEGIN_DECLS

EntReport *ent_stories_report_new (EntProject             *project,
                                   const EntReportOptions *options);

G_END_DECLS
