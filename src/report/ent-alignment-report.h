/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The alignment of a partnership as a document. */
#pragma once

#include "report/ent-report-kind.h"

G_BEGIN_DECLS

EntReport *ent_alignment_report_new (EntProject             *project,
                                     const EntReportOptions *options);

G_END_DECLS
