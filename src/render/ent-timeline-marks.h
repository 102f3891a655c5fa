/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands for the items of a lane: where many are near each other, fewer marks than items, but
 * none that is a signal is lost. */
#pragma once

#include "render/ent-timeline-scene.h"

G_BEGIN_DECLS

/**
 * EntTimelinePlace:
 * @x: the middle of a mark
 * @y: the same
 * @mark: what it is
 * @item: the item, or the first of those that it stands for
 * @n: how many items it stands for
 * @value: for measurements and morale, how much
 */
typedef struct {
  double x;
  double y;
  EntTimelineMark mark;
  guint item;
  guint n;
  double value;
} EntTimelinePlace;

double  ent_timeline_mark_size    (EntTimelineScene    *scene);
GArray *ent_timeline_place_marks  (EntTimelineScene    *scene,
                                   guint                lane,
                                   const EntMatrixRect *plot);
gboolean ent_timeline_place_item  (EntTimelineScene    *scene,
                                   guint                lane,
                                   guint                item,
                                   const EntMatrixRect *plot,
                                   double              *x,
                                   double              *y);
int     ent_timeline_pick_item    (EntTimelineScene    *scene,
                                   guint                lane,
                                   const EntMatrixRect *plot,
                                   double               x,
                                   double               y);
void    ent_timeline_draw_mark    (EntTimelineScene    *scene,
                                   cairo_t             *cr,
                                   const EntTimelinePlace *place,
                                   gboolean             small);

G_END_DECLS
