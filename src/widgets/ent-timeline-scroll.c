/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Scrolling of the timeline: lanes go up and down, and time goes to and fro, in pixels of the zoom
 * there is. */
#include "config.h"

#include "widgets/ent-timeline-private.h"

#include <math.h>

static double
get_pixels_per_day (EntTimeline *self)
{
  return self->scene.axis.width / (self->scene.axis.end - self->scene.axis.start);
}

/* All there is something of, and what is shown. */
static void
get_extent (EntTimeline *self, double *start, double *end)
{
  EntTimeAxis all = self->scene.axis;
  int first, last;

  if (self->scene.model != NULL)
    {
      ent_timeline_model_get_span (self->scene.model, &first, &last);
      ent_time_axis_fit (&all, first, last);
    }
  *start = MIN (all.start, self->scene.axis.start);
  *end = MAX (all.end, self->scene.axis.end);
}

static void
on_value_changed (EntTimeline *self, GtkAdjustment *adjustment)
{
  double value = gtk_adjustment_get_value (adjustment);
  double start, end;

  if (self->configuring || self->layout.width == 0)
    return;

  if (adjustment == self->adjustments[GTK_ORIENTATION_VERTICAL])
    {
      self->layout.scroll_y = value;
      _ent_timeline_queue_cells (self);
      gtk_widget_queue_allocate (GTK_WIDGET (self));
      gtk_widget_queue_draw (GTK_WIDGET (self));
      return;
    }
  get_extent (self, &start, &end);
  value = start + value / get_pixels_per_day (self);
  ent_timeline_show_time (self, value,
                          value + self->scene.axis.end - self->scene.axis.start);
}

/* Tells the scroll bars. */
void
_ent_timeline_configure_scroll (EntTimeline *self)
{
  double scale, start, end, page;

  if (self->layout.tops == NULL || self->scene.axis.width <= 0)
    return;

  scale = get_pixels_per_day (self);
  get_extent (self, &start, &end);
  page = ent_timeline_layout_get_page (&self->layout);
  self->configuring = TRUE;
  gtk_adjustment_configure (self->adjustments[GTK_ORIENTATION_HORIZONTAL],
                            (self->scene.axis.start - start) * scale, 0, (end - start) * scale,
                            self->scene.axis.width / 10, self->scene.axis.width * 0.9,
                            self->scene.axis.width);
  gtk_adjustment_configure (self->adjustments[GTK_ORIENTATION_VERTICAL], self->layout.scroll_y, 0,
                            MAX (ent_timeline_layout_get_content (&self->layout), page),
                            2 * self->layout.line, MAX (page - 2 * self->layout.line, 1), page);
  self->configuring = FALSE;
}

/* Replaces an adjustment; NULL stands for a new one of its own. */
void
_ent_timeline_set_adjustment (EntTimeline *self, GtkOrientation orientation,
                              GtkAdjustment *adjustment)
{
  GtkAdjustment **place = &self->adjustments[orientation];

  if (adjustment != NULL && adjustment == *place)
    return;

  if (*place != NULL)
    {
      g_signal_handlers_disconnect_by_func (*place, on_value_changed, self);
      g_clear_object (place);
    }
  if (adjustment == NULL)
    adjustment = gtk_adjustment_new (0, 0, 0, 0, 0, 0);
  *place = g_object_ref_sink (adjustment);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (on_value_changed), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  g_object_notify (G_OBJECT (self),
                   orientation == GTK_ORIENTATION_HORIZONTAL ? "hadjustment" : "vadjustment");
}

/* Brings a lane into view with as little scrolling as possible. */
void
_ent_timeline_scroll_to_lane (EntTimeline *self, guint lane)
{
  double reached;

  _ent_timeline_ensure_layout (self);
  if (self->layout.tops == NULL || lane >= self->layout.n_lanes)
    return;

  reached = ent_timeline_layout_reach (&self->layout, lane);
  if (reached == self->layout.scroll_y)
    return;

  self->layout.scroll_y = reached;
  _ent_timeline_configure_scroll (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Scroll bars begin below what does not scroll, and beside heads. */
static gboolean
get_border (GtkScrollable *scrollable, GtkBorder *border)
{
  const EntTimelineLayout *layout = &ENT_TIMELINE (scrollable)->layout;
  gint16 head = (gint16) layout->head_width;

  if (layout->tops == NULL)
    return FALSE;

  border->top = (gint16) ent_timeline_layout_get_frozen (layout);
  border->bottom = 0;
  border->left = layout->rtl ? 0 : head;
  border->right = layout->rtl ? head : 0;

  return TRUE;
}

void
_ent_timeline_init_scrollable (GtkScrollableInterface *iface)
{
  iface->get_border = get_border;
}
