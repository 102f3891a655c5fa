/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A line through thousands of points, drawn at the cost of the pixels it covers: from each column of
 * pixels only its highest and lowest point are kept, so no extreme is ever lost. */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/**
 * EntTimelineSpan:
 * @low: the least y that the line has in the column
 * @high: the greatest; less than @low where the line is not in the column at all
 */
typedef struct {
  float low;
  float high;
} EntTimelineSpan;

void     ent_timeline_raster_clear (EntTimelineSpan       *spans,
                                    guint                  n);
void     ent_timeline_raster_line  (EntTimelineSpan       *spans,
                                    guint                  n,
                                    double                 x0,
                                    double                 y0,
                                    double                 x1,
                                    double                 y1);
double   ent_timeline_raster_get_scale (cairo_t            *cr);
gboolean ent_timeline_raster_paint (const EntTimelineSpan *spans,
                                    guint                  n,
                                    cairo_t               *cr,
                                    double                 x,
                                    double                 top,
                                    double                 height,
                                    double                 thickness,
                                    double                 red,
                                    double                 green,
                                    double                 blue);

G_END_DECLS
