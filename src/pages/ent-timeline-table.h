/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a timeline shows as a table: for screen readers, and for copying into a spreadsheet. */
#pragma once

#include <adwaita.h>

#include "render/ent-timeline-model.h"

G_BEGIN_DECLS

#define ENT_TYPE_TIMELINE_TABLE (ent_timeline_table_get_type ())
G_DECLARE_FINAL_TYPE (EntTimelineTable, ent_timeline_table, ENT, TIMELINE_TABLE, AdwBin)

void ent_timeline_table_set_model (EntTimelineTable *self,
                                   EntTimelineModel *model);
void ent_timeline_table_copy      (EntTimelineTable *self);

G_END_DECLS
