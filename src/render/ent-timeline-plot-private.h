/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What drawing a lane and drawing measurements share. */
#pragma once

#include "render/ent-timeline-draw.h"
#include "render/ent-timeline-marks.h"

G_BEGIN_DECLS

void _ent_timeline_line_across (EntTimelineScene    *scene,
                                cairo_t             *cr,
                                double               x0,
                                double               x1,
                                double               y);
void _ent_timeline_line_down   (EntTimelineScene    *scene,
                                cairo_t             *cr,
                                double               x,
                                const EntMatrixRect *plot);
void _ent_timeline_draw_ground (EntTimelineScene   *scene,
                                cairo_t             *cr,
                                guint                lane,
                                const EntMatrixRect *plot);
void _ent_timeline_draw_kpi    (EntTimelineScene    *scene,
                                cairo_t             *cr,
                                guint                lane,
                                const EntMatrixRect *plot,
                                gboolean             folded);

G_END_DECLS
