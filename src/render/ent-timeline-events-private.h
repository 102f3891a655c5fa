/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What happened, as items of a timeline. */
#pragma once

#include "render/ent-timeline-model.h"

G_BEGIN_DECLS

GArray     *_ent_timeline_events_new        (EntProject      *project,
                                             EntTimelineKind  kind,
                                             EntRecord       *goal,
                                             int              today);
gboolean    _ent_timeline_events_depend_on  (EntTimelineKind  kind,
                                             EntKind          record_kind);
const char *_ent_timeline_kind_get_title    (EntTimelineKind  kind);
const char *_ent_timeline_event_get_kind    (const EntTimelineItem *item);
char       *_ent_timeline_event_dup_title   (const EntTimelineItem *item);
char       *_ent_timeline_event_dup_text    (const EntTimelineItem *item);

G_END_DECLS
