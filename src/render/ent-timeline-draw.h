/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drawing a timeline, the same on screen and on paper: its axis, the heads of lanes, their plots. Each
 * draws in the units of the surface, into a box, and nothing beside it. */
#pragma once

#include "render/ent-timeline-scene.h"

G_BEGIN_DECLS

void ent_timeline_draw_axis (EntTimelineScene    *scene,
                             cairo_t             *cr,
                             const EntMatrixRect *rect);
void ent_timeline_draw_head (EntTimelineScene    *scene,
                             cairo_t             *cr,
                             guint                lane,
                             const EntMatrixRect *rect);
void ent_timeline_draw_plot (EntTimelineScene    *scene,
                             cairo_t             *cr,
                             guint                lane,
                             const EntMatrixRect *rect);

G_END_DECLS
