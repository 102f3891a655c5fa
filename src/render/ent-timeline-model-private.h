/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the timeline's model share. */
#pragma once

#include "render/ent-timeline-model.h"

G_BEGIN_DECLS

typedef struct {
  EntTimelineKind kind;
  guint kpi;                         /* for KPIs, its number */
} EntTimelineLane;

struct _EntTimelineModel {
  GObject parent_instance;

  EntKpis *kpis;
  EntRecord *goal;
  EntRecord *owner;
  guint statuses;

  GArray *lanes;
  guint n_events;                    /* how many of them are of what happened */
  GArray *events[ENT_TIMELINE_N_EVENT_KINDS];
  GArray *pivots;                    /* days */
  gboolean folded_events[ENT_TIMELINE_N_EVENT_KINDS];
  GHashTable *folded;                /* ids of KPIs */
  GPtrArray *kept;                   /* once frozen, the records that items are of */
};

static inline const EntTimelineLane *
_ent_timeline_get_lane (EntTimelineModel *self, guint lane)
{
  return &g_array_index (self->lanes, EntTimelineLane, lane);
}

int _ent_timeline_find_kpi (EntTimelineModel *self,
                            guint             kpi);

G_END_DECLS
