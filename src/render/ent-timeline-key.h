/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the lines and marks of a timeline mean, with a sample of each, so that it can be read without
 * the program. */
#pragma once

#include "render/ent-timeline-scene.h"

G_BEGIN_DECLS

double ent_timeline_key_get_height (EntTimelineScene    *scene,
                                    double               width);
void   ent_timeline_draw_key       (EntTimelineScene    *scene,
                                    cairo_t             *cr,
                                    const EntMatrixRect *rect);

G_END_DECLS
