/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which lanes a timeline shows: of which goal, owner and status, and whether they are folded. */
#pragma once

#include <adwaita.h>

#include "render/ent-timeline-model.h"

G_BEGIN_DECLS

#define ENT_TYPE_TIMELINE_FILTER (ent_timeline_filter_get_type ())
G_DECLARE_FINAL_TYPE (EntTimelineFilter, ent_timeline_filter, ENT, TIMELINE_FILTER, GtkPopover)

void ent_timeline_filter_set_model (EntTimelineFilter *self,
                                    EntTimelineModel  *model);

G_END_DECLS
