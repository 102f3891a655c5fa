/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A timeline on paper. Lanes are as high as they must be to be read and no higher, so that many of them
 * stand on a page and can be compared. */
#include "config.h"

#include "render/ent-timeline-paper.h"

#include <math.h>

#include "render/ent-timeline-draw.h"
#include "render/ent-timeline-key.h"
#include "render/ent-timeline-layout.h"
#include "render/ent-timeline-scene.h"

#define TEXT_SIZE 8.0

/* The height of KPIs, in lines of text. */
#define KPI_LINES 7.0

/* Between the lanes and the key, in lines of text. */
#define KEY_GAP 0.6

/* What happened is repeated on each part where it takes no more of the height. */
#define REPEAT_SHARE 0.3

/* The lanes of a part: what happened, if it has that, and KPIs. */
typedef struct {
  gboolean events;
  guint first;
  guint end;
} Part;

struct _EntTimelinePaper {
  EntTimelineScene scene;
  EntTimelineLayout layout;          /* its measures of width; its places are those of the screen */
  guint n_events;
  double width;
  double key_height;                 /* with the gap above it */
  int first;                         /* days */
  int last;
  gboolean anew;
  GArray *parts;
};

static double
get_lane_height (const EntTimelinePaper *self, guint lane)
{
  return ent_timeline_layout_lane_height (self->scene.model, lane, self->scene.line,
                                          ceil (KPI_LINES * self->scene.line));
}

static double
get_lanes_height (const EntTimelinePaper *self, guint first, guint end)
{
  double height = 0;

  for (guint lane = first; lane < end; lane++)
    height += get_lane_height (self, lane);

  return height;
}

static double
get_part_height (const EntTimelinePaper *self, const Part *part)
{
  return self->layout.axis_height + get_lanes_height (self, part->first, part->end)
    + self->key_height
    + (part->events ? get_lanes_height (self, 0, self->n_events) : 0);
}

/* As many lanes from @first on as fit; one at least unless it may be none. */
static Part
fill_part (const EntTimelinePaper *self, guint first, gboolean events, double height, gboolean least)
{
  Part part = { events, first, first };
  guint n_lanes = self->layout.n_lanes;

  while (part.end < n_lanes)
    {
      part.end++;
      if (get_part_height (self, &part) <= height)
        continue;
      if (!least || part.end > first + 1)
        part.end--;
      break;
    }

  return part;
}

static void
cut (EntTimelinePaper *self, double first_height, double height)
{
  gboolean repeat = get_lanes_height (self, 0, self->n_events) <= REPEAT_SHARE * height;
  Part part = fill_part (self, self->n_events, TRUE, first_height, FALSE);

  self->anew = get_part_height (self, &part) > first_height
    || (part.end == part.first && self->layout.n_lanes > self->n_events);
  if (self->anew)
    part = fill_part (self, self->n_events, TRUE, height, TRUE);

  g_array_append_val (self->parts, part);
  while (part.end < self->layout.n_lanes)
    {
      part = fill_part (self, part.end, repeat, height, TRUE);
      g_array_append_val (self->parts, part);
    }
}

/**
 * ent_timeline_paper_new:
 * @model: a timeline that does not change any more, with at least one lane
 * @context: the context of the page
 * @width: how wide it may be, in points
 * @first_height: how high its first part may be
 * @height: how high the others may be
 *
 * Cuts a timeline into parts. It shows all of its time unless ent_timeline_paper_set_period() tells
 * otherwise.
 *
 * Returns: (transfer full): the plan
 */
EntTimelinePaper *
ent_timeline_paper_new (EntTimelineModel *model, PangoContext *context, double width,
                        double first_height, double height)
{
  EntTimelinePaper *self;

  g_return_val_if_fail (ENT_IS_TIMELINE_MODEL (model), NULL);
  g_return_val_if_fail (PANGO_IS_CONTEXT (context), NULL);

  self = g_new0 (EntTimelinePaper, 1);
  self->width = width;
  self->parts = g_array_new (FALSE, FALSE, sizeof (Part));
  ent_timeline_scene_init (&self->scene);
  self->scene.model = g_object_ref (model);
  self->scene.rtl = ent_paper_is_right_to_left ();
  self->scene.palette = ent_matrix_palette_get (ENT_MATRIX_LOOK_PRINT);
  self->scene.stroke = 0.5;
  self->scene.fitted = TRUE;
  ent_timeline_scene_set_font (&self->scene, context, TEXT_SIZE);
  self->layout.width = (int) width;
  self->layout.height = (int) MIN (height, G_MAXINT / 2);
  self->layout.line = self->scene.line;
  ent_timeline_layout_fit (&self->layout, model);
  self->scene.scale_width = self->layout.scale_width;
  self->n_events = ent_timeline_model_get_n_event_lanes (model);
  self->key_height = KEY_GAP * self->scene.line + ent_timeline_key_get_height (&self->scene, width);
  cut (self, first_height, height);

  if (!ent_timeline_model_get_span (model, &self->first, &self->last))
    self->first = self->last = ent_timeline_model_get_today (model);

  return self;
}

/**
 * ent_timeline_paper_free:
 * @self: (transfer full): a plan
 *
 * Frees it.
 */
void
ent_timeline_paper_free (EntTimelinePaper *self)
{
  g_return_if_fail (self != NULL);

  ent_timeline_layout_clear (&self->layout);
  ent_timeline_scene_clear (&self->scene);
  g_array_unref (self->parts);
  g_free (self);
}

/**
 * ent_timeline_paper_set_period:
 * @self: a plan
 * @first: the first day to show, as ent_day_to_number() counts
 * @last: the last one, not before @first
 *
 * Chooses what time is shown.
 */
void
ent_timeline_paper_set_period (EntTimelinePaper *self, int first, int last)
{
  g_return_if_fail (self != NULL && first <= last);

  self->first = first;
  self->last = last;
}

/**
 * ent_timeline_paper_starts_anew:
 * @self: a plan
 *
 * Returns: whether the first room is too short, so that the first part needs the height of the others
 */
gboolean
ent_timeline_paper_starts_anew (const EntTimelinePaper *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->anew;
}

/**
 * ent_timeline_paper_get_n_parts:
 * @self: a plan
 *
 * Returns: into how many parts it is cut, one or more
 */
guint
ent_timeline_paper_get_n_parts (const EntTimelinePaper *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->parts->len;
}

/**
 * ent_timeline_paper_get_height:
 * @self: a plan
 * @part: number of a part
 *
 * Returns: how high it is
 */
double
ent_timeline_paper_get_height (const EntTimelinePaper *self, guint part)
{
  g_return_val_if_fail (self != NULL && part < self->parts->len, 0);

  return get_part_height (self, &g_array_index (self->parts, Part, part));
}

/* --- Drawing --------------------------------------------------------------------------------- */

/* Places are those of the sheet: the names of days, too. */
static void
place_axis (EntTimelinePaper *self, double x)
{
  self->scene.axis.x = self->scene.rtl ? x : x + self->layout.head_width;
  self->scene.axis.width = self->width - self->layout.head_width;
  ent_time_axis_fit (&self->scene.axis, self->first, self->last);
  ent_timeline_scene_forget_lanes (&self->scene);
  ent_timeline_scene_name_ticks (&self->scene);
}

/* The empty corner beside the axis. */
static void
draw_corner (EntTimelinePaper *self, cairo_t *cr, double x, double y)
{
  ent_matrix_set_color (cr, &self->scene.palette->header);
  cairo_rectangle (cr, self->scene.rtl ? x + self->width - self->layout.head_width : x, y,
                   self->layout.head_width, self->layout.axis_height);
  cairo_fill (cr);
}

static void
draw_frame (EntTimelinePaper *self, cairo_t *cr, double x, double y, double height)
{
  ent_matrix_set_color (cr, &self->scene.palette->group_line);
  cairo_set_line_width (cr, self->scene.stroke);
  cairo_rectangle (cr, x, y, self->width, height);
  cairo_stroke (cr);
}

static double
draw_lanes (EntTimelinePaper *self, guint first, guint end, double x, double y)
{
  double head = self->layout.head_width;

  for (guint lane = first; lane < end; lane++)
    {
      double height = get_lane_height (self, lane);
      EntMatrixRect rect = { self->scene.rtl ? x + self->width - head : x, y, head, height };
      EntMatrixRect plot = { self->scene.axis.x, y, self->scene.axis.width, height };

      ent_timeline_draw_head (&self->scene, self->scene.canvas->cr, lane, &rect);
      ent_timeline_draw_plot (&self->scene, self->scene.canvas->cr, lane, &plot);
      y += height;
    }

  return y;
}

/**
 * ent_timeline_paper_draw:
 * @self: a plan
 * @canvas: a page
 * @part: number of a part
 * @x: where its left edge goes
 * @y: where its top goes
 *
 * Draws a part.
 */
void
ent_timeline_paper_draw (EntTimelinePaper *self, EntPaperCanvas *canvas, guint part, double x,
                         double y)
{
  const Part *lanes;
  EntMatrixRect axis;
  EntMatrixRect key;
  double top = y;

  g_return_if_fail (self != NULL && canvas != NULL && part < self->parts->len);

  lanes = &g_array_index (self->parts, Part, part);
  self->scene.canvas = canvas;
  place_axis (self, x);
  axis = (EntMatrixRect) { self->scene.axis.x, y, self->scene.axis.width, self->layout.axis_height };
  draw_corner (self, canvas->cr, x, y);
  ent_timeline_draw_axis (&self->scene, canvas->cr, &axis);
  y += axis.height;
  if (lanes->events)
    y = draw_lanes (self, 0, self->n_events, x, y);
  y = draw_lanes (self, lanes->first, lanes->end, x, y);
  draw_frame (self, canvas->cr, x, top, y - top);
  key = (EntMatrixRect) { x, y + KEY_GAP * self->scene.line, self->width,
                          self->key_height - KEY_GAP * self->scene.line };
  ent_timeline_draw_key (&self->scene, canvas->cr, &key);
  self->scene.canvas = NULL;
}
