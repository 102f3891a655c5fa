/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the parts of a timeline are. */
#include "config.h"

#include "render/ent-timeline-layout.h"

#include <math.h>

/* All in lines of text. */
#define AXIS 2.4
#define EVENTS 1.6
#define MORALE 3.4
#define FOLDED 1.6
#define KPI_LEAST 5.6
#define KPI_MOST 22.0
#define HEAD_MOST 16.0
#define SCALE 3.2
#define FOLD_ARROW 1.4

/* Heads take no more of the width than this; below the width in lines, values are not named. */
#define HEAD_SHARE 0.36
#define NARROW 34.0

/* What happened stays in sight while KPIs scroll, as long as it takes no more of the height. */
#define FROZEN_SHARE 0.45

/**
 * ent_timeline_layout_clear:
 * @self: a layout
 *
 * Frees what it holds.
 */
void
ent_timeline_layout_clear (EntTimelineLayout *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->tops, g_free);
  self->n_lanes = self->n_frozen = 0;
}

/**
 * ent_timeline_layout_lane_height:
 * @model: a timeline
 * @lane: a lane
 * @line: the height of a line of text
 * @kpi_height: the height of KPIs that are not folded
 *
 * Returns: how high the lane is
 */
double
ent_timeline_layout_lane_height (EntTimelineModel *model, guint lane, double line, double kpi_height)
{
  EntTimelineKind kind = ent_timeline_model_get_kind (model, lane);

  if (ent_timeline_model_is_folded (model, lane))
    return ceil (FOLDED * line);
  if (kind == ENT_TIMELINE_KPI)
    return kpi_height;

  return ceil ((kind == ENT_TIMELINE_MORALE ? MORALE : EVENTS) * line);
}

/* How high KPIs are: few share what there is, many are as high as they must be. */
static double
share_height (EntTimelineLayout *self, EntTimelineModel *model)
{
  double left = self->height - self->axis_height;
  guint n = 0;

  for (guint i = 0; i < self->n_lanes; i++)
    if (ent_timeline_model_get_kind (model, i) == ENT_TIMELINE_KPI
        && !ent_timeline_model_is_folded (model, i))
      n++;
    else
      left -= ent_timeline_layout_lane_height (model, i, self->line, 0);

  return CLAMP (floor (left / MAX (n, 1)), ceil (KPI_LEAST * self->line),
                ceil (KPI_MOST * self->line));
}

/**
 * ent_timeline_layout_fit:
 * @self: a layout, of which size, line and direction are set
 * @model: what it shows
 *
 * Places everything anew.
 */
void
ent_timeline_layout_fit (EntTimelineLayout *self, EntTimelineModel *model)
{
  double kpi_height;
  double top = 0;

  g_return_if_fail (self != NULL && self->line > 0);

  self->n_lanes = model != NULL ? ent_timeline_model_get_n_lanes (model) : 0;
  self->axis_height = ceil (AXIS * self->line);
  self->scale_width = self->width < NARROW * self->line ? 0 : round (SCALE * self->line);
  self->head_width = round (MIN (HEAD_MOST * self->line, HEAD_SHARE * self->width));
  g_free (self->tops);
  self->tops = g_new (double, self->n_lanes + 1);
  kpi_height = model != NULL ? share_height (self, model) : 0;
  for (guint i = 0; i < self->n_lanes; i++)
    {
      self->tops[i] = top;
      top += ent_timeline_layout_lane_height (model, i, self->line, kpi_height);
    }
  self->tops[self->n_lanes] = top;

  self->n_frozen = model != NULL ? ent_timeline_model_get_n_event_lanes (model) : 0;
  if (self->axis_height + self->tops[self->n_frozen] > FROZEN_SHARE * self->height)
    self->n_frozen = 0;
  self->scroll_y = CLAMP (self->scroll_y, 0, MAX (ent_timeline_layout_get_content (self)
                                                  - ent_timeline_layout_get_page (self), 0));
}

/**
 * ent_timeline_layout_get_content:
 * @self: a layout
 *
 * Returns: how high the lanes that scroll are together
 */
double
ent_timeline_layout_get_content (const EntTimelineLayout *self)
{
  return self->tops[self->n_lanes] - self->tops[self->n_frozen];
}

/**
 * ent_timeline_layout_get_frozen:
 * @self: a layout
 *
 * Returns: how high the axis and the lanes that do not scroll are together
 */
double
ent_timeline_layout_get_frozen (const EntTimelineLayout *self)
{
  return self->axis_height + self->tops[self->n_frozen];
}

/**
 * ent_timeline_layout_get_page:
 * @self: a layout
 *
 * Returns: how much of the lanes that scroll is seen
 */
double
ent_timeline_layout_get_page (const EntTimelineLayout *self)
{
  return MAX (self->height - ent_timeline_layout_get_frozen (self), 0);
}

/**
 * ent_timeline_layout_get_min_height:
 * @line: the height of a line of text
 *
 * Returns: the least height with which the axis and one lane can be read
 */
double
ent_timeline_layout_get_min_height (double line)
{
  return ceil (AXIS * line) + ceil (KPI_LEAST * line);
}

/**
 * ent_timeline_layout_get_lane:
 * @self: a layout
 * @lane: a lane
 *
 * Returns: where the lane is, which may be out of sight
 */
EntMatrixRect
ent_timeline_layout_get_lane (const EntTimelineLayout *self, guint lane)
{
  double y = self->axis_height + self->tops[lane];

  return (EntMatrixRect) { 0, lane < self->n_frozen ? y : y - self->scroll_y, self->width,
                           self->tops[lane + 1] - self->tops[lane] };
}

/**
 * ent_timeline_layout_get_head:
 * @self: a layout
 * @lane: a lane
 *
 * Returns: where its head is
 */
EntMatrixRect
ent_timeline_layout_get_head (const EntTimelineLayout *self, guint lane)
{
  EntMatrixRect rect = ent_timeline_layout_get_lane (self, lane);

  rect.x = self->rtl ? rect.width - self->head_width : 0;
  rect.width = self->head_width;

  return rect;
}

static void
cut_head (const EntTimelineLayout *self, EntMatrixRect *rect)
{
  rect->x = self->rtl ? 0 : self->head_width;
  rect->width = MAX (rect->width - self->head_width, 0);
}

/**
 * ent_timeline_layout_get_plot:
 * @self: a layout
 * @lane: a lane
 *
 * Returns: where its plot is
 */
EntMatrixRect
ent_timeline_layout_get_plot (const EntTimelineLayout *self, guint lane)
{
  EntMatrixRect rect = ent_timeline_layout_get_lane (self, lane);

  cut_head (self, &rect);

  return rect;
}

/**
 * ent_timeline_layout_get_axis:
 * @self: a layout
 *
 * Returns: where the time axis is, over the plots
 */
EntMatrixRect
ent_timeline_layout_get_axis (const EntTimelineLayout *self)
{
  EntMatrixRect rect = { 0, 0, self->width, self->axis_height };

  cut_head (self, &rect);

  return rect;
}

/**
 * ent_timeline_layout_get_visible:
 * @self: a layout
 * @first: (out): the first lane that scrolls and is seen
 * @end: (out): the one after the last
 *
 * Tells which lanes are seen. Those that do not scroll are seen in any case.
 */
void
ent_timeline_layout_get_visible (const EntTimelineLayout *self, guint *first, guint *end)
{
  double top = ent_timeline_layout_get_frozen (self);

  *first = self->n_frozen;
  while (*first < self->n_lanes)
    {
      EntMatrixRect rect = ent_timeline_layout_get_lane (self, *first);

      if (rect.y + rect.height > top)
        break;
      *first += 1;
    }
  *end = *first;
  while (*end < self->n_lanes && ent_timeline_layout_get_lane (self, *end).y < self->height)
    *end += 1;
}

/**
 * ent_timeline_layout_reach:
 * @self: a layout
 * @lane: a lane
 *
 * Returns: the scroll nearest to the present one with which the lane is seen, from its top if it is
 *   higher than there is room
 */
double
ent_timeline_layout_reach (const EntTimelineLayout *self, guint lane)
{
  double page = ent_timeline_layout_get_page (self);
  double top, bottom;

  if (lane < self->n_frozen || lane >= self->n_lanes)
    return self->scroll_y;

  top = self->tops[lane] - self->tops[self->n_frozen];
  bottom = self->tops[lane + 1] - self->tops[self->n_frozen];
  if (top < self->scroll_y || bottom - top > page)
    return top;

  return MAX (self->scroll_y, bottom - page);
}

/**
 * ent_timeline_layout_pick:
 * @self: a layout
 * @x: a place
 * @y: the same
 * @lane: (out): the lane that is there, if any
 *
 * Returns: what is there
 */
EntTimelinePart
ent_timeline_layout_pick (const EntTimelineLayout *self, double x, double y, guint *lane)
{
  gboolean frozen = y < ent_timeline_layout_get_frozen (self);
  double from_edge = self->rtl ? self->width - x : x;

  if (x < 0 || y < 0 || x >= self->width || y >= self->height)
    return ENT_TIMELINE_PART_NONE;
  if (y < self->axis_height)
    return from_edge >= self->head_width ? ENT_TIMELINE_PART_AXIS : ENT_TIMELINE_PART_NONE;

  for (guint i = frozen ? 0 : self->n_frozen; i < (frozen ? self->n_frozen : self->n_lanes); i++)
    {
      EntMatrixRect rect = ent_timeline_layout_get_lane (self, i);

      if (y < rect.y || y >= rect.y + rect.height)
        continue;

      *lane = i;
      if (from_edge >= self->head_width)
        return ENT_TIMELINE_PART_PLOT;

      return from_edge < FOLD_ARROW * self->line && y < rect.y + FOLDED * self->line
               ? ENT_TIMELINE_PART_FOLD : ENT_TIMELINE_PART_HEAD;
    }

  return ENT_TIMELINE_PART_NONE;
}
