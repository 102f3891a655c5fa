/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A timeline as a picture of its own, for documents that are not drawn. */
#pragma once

#include "report/ent-report.h"

G_BEGIN_DECLS

GBytes *_ent_report_timeline_to_svg (EntBlock *block);

G_END_DECLS
