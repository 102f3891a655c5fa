/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the parts of a timeline are: the time axis on top, the lanes below it, and the head of each
 * lane at the side where lines of text begin. */
#pragma once

#include "render/ent-matrix-pen.h"
#include "render/ent-timeline-model.h"

G_BEGIN_DECLS

/**
 * EntTimelinePart:
 * @ENT_TIMELINE_PART_NONE: nothing
 * @ENT_TIMELINE_PART_AXIS: the time axis
 * @ENT_TIMELINE_PART_HEAD: the head of a lane
 * @ENT_TIMELINE_PART_FOLD: the arrow in it
 * @ENT_TIMELINE_PART_PLOT: the plot of a lane
 */
typedef enum {
  ENT_TIMELINE_PART_NONE,
  ENT_TIMELINE_PART_AXIS,
  ENT_TIMELINE_PART_HEAD,
  ENT_TIMELINE_PART_FOLD,
  ENT_TIMELINE_PART_PLOT,
} EntTimelinePart;

/**
 * EntTimelineLayout:
 * @width: how wide all of it is
 * @height: how high
 * @line: the height of a line of text, of which the other measures are multiples
 * @rtl: whether heads are at the right; time runs from left to right in any case
 * @scroll_y: how far the lanes are scrolled
 * @head_width: the width of heads, with room for the names of values at their inner edge
 * @scale_width: how much of it is for those
 * @axis_height: the height of the time axis
 * @n_lanes: how many lanes there are
 * @n_frozen: how many of them stay where they are when the others scroll
 * @tops: (array length=n_lanes + 1): where each begins below the axis before any scrolling
 */
typedef struct {
  int width;
  int height;
  double line;
  gboolean rtl;
  double scroll_y;

  double head_width;
  double scale_width;
  double axis_height;
  guint n_lanes;
  guint n_frozen;
  double *tops;
} EntTimelineLayout;

void            ent_timeline_layout_clear       (EntTimelineLayout       *self);
void            ent_timeline_layout_fit         (EntTimelineLayout       *self,
                                                 EntTimelineModel        *model);
double          ent_timeline_layout_lane_height (EntTimelineModel        *model,
                                                 guint                    lane,
                                                 double                   line,
                                                 double                   kpi_height);
double          ent_timeline_layout_get_content (const EntTimelineLayout *self);
double          ent_timeline_layout_get_frozen  (const EntTimelineLayout *self);
double          ent_timeline_layout_get_page    (const EntTimelineLayout *self);
double          ent_timeline_layout_get_min_height (double                line);
EntMatrixRect   ent_timeline_layout_get_lane    (const EntTimelineLayout *self,
                                                 guint                    lane);
EntMatrixRect   ent_timeline_layout_get_head    (const EntTimelineLayout *self,
                                                 guint                    lane);
EntMatrixRect   ent_timeline_layout_get_plot    (const EntTimelineLayout *self,
                                                 guint                    lane);
EntMatrixRect   ent_timeline_layout_get_axis    (const EntTimelineLayout *self);
void            ent_timeline_layout_get_visible (const EntTimelineLayout *self,
                                                 guint                   *first,
                                                 guint                   *end);
double          ent_timeline_layout_reach       (const EntTimelineLayout *self,
                                                 guint                    lane);
EntTimelinePart ent_timeline_layout_pick        (const EntTimelineLayout *self,
                                                 double                   x,
                                                 double                   y,
                                                 guint                   *lane);

G_END_DECLS
