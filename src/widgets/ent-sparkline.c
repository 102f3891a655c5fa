/* SPDX-License-Identifier: GPL-3.0-or-later */
/* It shows the shape and nothing else: what it is of, and how much, is said beside it in words. So
 * it is a picture without a meaning of its own for screen readers. */
#include "config.h"

#include "widgets/ent-sparkline.h"

#include <math.h>

#define MARGIN 4.0
#define DOT 3.0

struct _EntSparkline {
  GtkWidget parent_instance;

  GArray *points;
  double target; /* or NAN */
};

G_DEFINE_FINAL_TYPE (EntSparkline, ent_sparkline, GTK_TYPE_WIDGET)

typedef struct {
  double left;
  double right;
  double bottom;
  double top;
} Range;

static const EntSparkPoint *
get_point (EntSparkline *self, guint point)
{
  return &g_array_index (self->points, EntSparkPoint, point);
}

static Range
get_range (EntSparkline *self)
{
  Range range = { get_point (self, 0)->at, get_point (self, self->points->len - 1)->at,
                  get_point (self, 0)->value, get_point (self, 0)->value };

  for (guint i = 1; i < self->points->len; i++)
    {
      range.bottom = MIN (range.bottom, get_point (self, i)->value);
      range.top = MAX (range.top, get_point (self, i)->value);
    }
  if (!isnan (self->target))
    {
      range.bottom = MIN (range.bottom, self->target);
      range.top = MAX (range.top, self->target);
    }

  return range;
}

/* A share of the way from @start to @end, half of it where they are the same. Halves keep the
 * difference of two very large numbers finite. */
static double
get_share (double value, double start, double end)
{
  double way = end / 2 - start / 2;

  return way > 0 ? (value / 2 - start / 2) / way : 0.5;
}

static double
get_x (EntSparkline *self, const Range *range, double at)
{
  double room = gtk_widget_get_width (GTK_WIDGET (self)) - 2 * MARGIN;

  /* As on the timeline, time runs from left to right in every language. */
  return MARGIN + room * get_share (at, range->left, range->right);
}

static double
get_y (EntSparkline *self, const Range *range, double value)
{
  double room = gtk_widget_get_height (GTK_WIDGET (self)) - 2 * MARGIN;

  return MARGIN + room * (1 - get_share (value, range->bottom, range->top));
}

static void
draw_target (EntSparkline *self, cairo_t *cr, const Range *range)
{
  const double dashes[] = { 3, 3 };
  double y = round (get_y (self, range, self->target)) + 0.5;

  cairo_save (cr);
  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_set_line_width (cr, 1);
  cairo_move_to (cr, MARGIN, y);
  cairo_line_to (cr, gtk_widget_get_width (GTK_WIDGET (self)) - MARGIN, y);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
draw_line (EntSparkline *self, cairo_t *cr, const Range *range)
{
  const EntSparkPoint *last = get_point (self, self->points->len - 1);

  for (guint i = 0; i < self->points->len; i++)
    cairo_line_to (cr, get_x (self, range, get_point (self, i)->at),
                   get_y (self, range, get_point (self, i)->value));
  cairo_set_line_width (cr, 1.5);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_stroke (cr);

  cairo_arc (cr, get_x (self, range, last->at), get_y (self, range, last->value), DOT, 0,
             2 * G_PI);
  cairo_fill (cr);
}

static void
ent_sparkline_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  EntSparkline *self = ENT_SPARKLINE (widget);
  graphene_rect_t bounds;
  GdkRGBA ink;
  Range range;
  cairo_t *cr;

  if (self->points->len == 0)
    return;

  range = get_range (self);
  graphene_rect_init (&bounds, 0, 0, (float) gtk_widget_get_width (widget),
                      (float) gtk_widget_get_height (widget));
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &ink);
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  if (!isnan (self->target))
    {
      cairo_set_source_rgba (cr, (double) ink.red, (double) ink.green, (double) ink.blue,
                             0.5 * (double) ink.alpha);
      draw_target (self, cr, &range);
    }
  gdk_cairo_set_source_rgba (cr, &ink);
  draw_line (self, cr, &range);
  cairo_destroy (cr);
}

static void
ent_sparkline_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                       int *natural, int *minimum_baseline, int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 40 : 36;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 160 : 36;
}

static void
ent_sparkline_finalize (GObject *object)
{
  g_array_unref (ENT_SPARKLINE (object)->points);

  G_OBJECT_CLASS (ent_sparkline_parent_class)->finalize (object);
}

static void
ent_sparkline_class_init (EntSparklineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ent_sparkline_finalize;
  widget_class->snapshot = ent_sparkline_snapshot;
  widget_class->measure = ent_sparkline_measure;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
ent_sparkline_init (EntSparkline *self)
{
  self->points = g_array_new (FALSE, FALSE, sizeof (EntSparkPoint));
  self->target = (double) NAN;
}

/**
 * ent_sparkline_new:
 *
 * Returns: (transfer floating): an empty line
 */
GtkWidget *
ent_sparkline_new (void)
{
  return g_object_new (ENT_TYPE_SPARKLINE, NULL);
}

/**
 * ent_sparkline_set_points:
 * @self: a line
 * @points: (array length=n_points): finite points, in the order of time
 * @n_points: how many; of more than %ENT_SPARKLINE_MOST the latest are drawn
 * @target: a value to reach, drawn dashed, or NAN
 */
void
ent_sparkline_set_points (EntSparkline *self, const EntSparkPoint *points, guint n_points,
                          double target)
{
  guint n = MIN (n_points, ENT_SPARKLINE_MOST);

  g_return_if_fail (ENT_IS_SPARKLINE (self));
  g_return_if_fail (n_points == 0 || points != NULL);

  g_array_set_size (self->points, 0);
  if (n > 0)
    g_array_append_vals (self->points, points + (n_points - n), n);
  self->target = target;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
