/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Mouse and touch on the timeline: choosing and opening, dragging the time and the lanes, zooming by
 * wheel and by two fingers, and what is under the pointer. */
#include "config.h"

#include "widgets/ent-timeline-private.h"

#include <math.h>

#include "render/ent-timeline-marks.h"

#define WHEEL_STEP 1.2

/* Touchpads tell pixels; so many of them zoom as a step of the wheel does. */
#define PIXELS_A_STEP 40

/* --- What is there --------------------------------------------------------------------------- */

/* What is at a place, and which item: ENT_TIMELINE_HEAD for none. */
static EntTimelinePart
pick (EntTimeline *self, double x, double y, int *lane, int *item)
{
  EntTimelinePart part;
  guint found = 0;

  *lane = -1;
  *item = ENT_TIMELINE_HEAD;
  /* The pointer may come before a change of the model is allocated. */
  _ent_timeline_ensure_layout (self);
  if (self->scene.model == NULL || self->layout.tops == NULL)
    return ENT_TIMELINE_PART_NONE;

  part = ent_timeline_layout_pick (&self->layout, x, y, &found);
  if (part == ENT_TIMELINE_PART_NONE || part == ENT_TIMELINE_PART_AXIS)
    return part;

  *lane = (int) found;
  if (part == ENT_TIMELINE_PART_PLOT)
    {
      EntMatrixRect plot = ent_timeline_layout_get_plot (&self->layout, found);

      *item = ent_timeline_pick_item (&self->scene, found, &plot, x, y);
    }

  return part;
}

static void
on_motion (EntTimeline *self, double x, double y)
{
  int lane, item;
  EntTimelinePart part = pick (self, x, y, &lane, &item);

  self->pointer_x = x;
  if (part != ENT_TIMELINE_PART_PLOT || item < 0)
    lane = -1;
  if (lane == self->hover_lane && item == self->hover_item)
    return;

  self->hover_lane = lane;
  self->hover_item = item;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Lanes and items are others now: what the pointer is over or has hold of may be gone. */
void
_ent_timeline_forget_pointer (EntTimeline *self)
{
  self->hover_lane = self->drag_lane = self->drop_lane = -1;
  if (self->drag_part == ENT_TIMELINE_PART_HEAD)
    self->drag_part = ENT_TIMELINE_PART_NONE;
}

static void
on_leave (EntTimeline *self)
{
  if (self->hover_lane < 0)
    return;

  self->hover_lane = -1;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

gboolean
_ent_timeline_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  EntTimeline *self = ENT_TIMELINE (widget);
  EntMatrixRect rect;
  GdkRectangle area;
  g_autofree char *text = NULL;
  int lane = self->lane;
  int item = self->item;

  if (!keyboard)
    {
      EntTimelinePart part = pick (self, x, y, &lane, &item);

      if (part == ENT_TIMELINE_PART_PLOT && item < 0)
        return FALSE;
    }
  text = _ent_timeline_dup_text (self, lane, item);
  if (text == NULL)
    return FALSE;

  rect = _ent_timeline_get_spot (self, (guint) lane, item);
  area = (GdkRectangle) { (int) rect.x, (int) rect.y, (int) rect.width, (int) rect.height };
  gtk_tooltip_set_text (tooltip, text);
  gtk_tooltip_set_tip_area (tooltip, &area);

  return TRUE;
}

/* --- Choosing -------------------------------------------------------------------------------- */

static void
on_pressed (EntTimeline *self, int n_press, double x, double y)
{
  int lane, item;
  EntTimelinePart part = pick (self, x, y, &lane, &item);

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (part == ENT_TIMELINE_PART_FOLD && n_press == 1)
    _ent_timeline_toggle_fold (self, lane);
  if (lane < 0 || (part == ENT_TIMELINE_PART_PLOT && item < 0))
    return;

  _ent_timeline_move_focus (self, lane, item);
  if (n_press == 2 && part != ENT_TIMELINE_PART_FOLD)
    _ent_timeline_activate (self);
}

/* --- Dragging -------------------------------------------------------------------------------- */

/* A finger is left to the scrolled window, which lets the lanes glide. */
static void
on_drag_begin (EntTimeline *self, double x, double y, GtkGestureDrag *drag)
{
  GdkDevice *device = gtk_event_controller_get_current_event_device (GTK_EVENT_CONTROLLER (drag));
  gboolean touch = device != NULL && gdk_device_get_source (device) == GDK_SOURCE_TOUCHSCREEN;
  int lane, item;
  EntTimelinePart part = pick (self, x, y, &lane, &item);

  self->begun_axis = self->scene.axis;
  self->begun_scroll = self->layout.scroll_y;
  self->begun_x = x;
  self->begun_y = y;
  self->dragging = FALSE;
  self->drag_part = ENT_TIMELINE_PART_NONE;
  self->drag_lane = self->drop_lane = -1;
  if (part == ENT_TIMELINE_PART_HEAD
      && lane >= (int) ent_timeline_model_get_n_event_lanes (self->scene.model))
    {
      self->drag_part = part;
      self->drag_lane = lane;
    }
  else if (!touch && (part == ENT_TIMELINE_PART_PLOT || part == ENT_TIMELINE_PART_AXIS))
    self->drag_part = part;
  else
    gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_DENIED);
}

static void
drag_time (EntTimeline *self, double dx, double dy)
{
  EntTimeAxis axis = self->begun_axis;

  ent_time_axis_pan (&axis, -dx);
  ent_timeline_show_time (self, axis.start, axis.end);
  gtk_adjustment_set_value (self->adjustments[GTK_ORIENTATION_VERTICAL], self->begun_scroll - dy);
}

static void
drag_lane (EntTimeline *self, double y)
{
  guint lane = (guint) self->drag_lane;
  EntTimelinePart part;

  _ent_timeline_ensure_layout (self);
  y = CLAMP (y, ent_timeline_layout_get_frozen (&self->layout) + 1, self->layout.height - 1);
  part = ent_timeline_layout_pick (&self->layout,
                                   ent_timeline_layout_get_axis (&self->layout).x + 1, y, &lane);
  if (part == ENT_TIMELINE_PART_PLOT
      && lane >= ent_timeline_model_get_n_event_lanes (self->scene.model))
    self->drop_lane = (int) lane;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
on_drag_update (EntTimeline *self, double dx, double dy, GtkGestureDrag *drag)
{
  int x = (int) self->begun_x;
  int y = (int) self->begun_y;

  if (self->drag_part == ENT_TIMELINE_PART_NONE)
    return;
  /* Once begun, a drag goes on also where it comes back to its start. */
  if (!self->dragging
      && !gtk_drag_check_threshold (GTK_WIDGET (self), x, y, x + (int) dx, y + (int) dy))
    return;

  self->dragging = TRUE;
  gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_CLAIMED);
  if (self->drag_part == ENT_TIMELINE_PART_HEAD)
    drag_lane (self, self->begun_y + dy);
  else
    drag_time (self, dx, dy);
}

static void
on_drag_cancel (EntTimeline *self)
{
  self->dragging = FALSE;
  self->drag_part = ENT_TIMELINE_PART_NONE;
  self->drag_lane = self->drop_lane = -1;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
on_drag_end (EntTimeline *self)
{
  int lane = self->drag_lane;
  int drop = self->drop_lane;

  on_drag_cancel (self);
  if (lane >= 0 && drop >= 0 && lane != drop)
    _ent_timeline_move_lane (self, lane, drop);
}

/* --- Zooming --------------------------------------------------------------------------------- */

/* Zooms where the pointer is: a turn of the wheel does not say where it happened. */
void
_ent_timeline_wheel (EntTimeline *self, double dy, GdkScrollUnit unit)
{
  const EntTimeAxis *axis = &self->scene.axis;
  double steps = unit == GDK_SCROLL_UNIT_SURFACE ? dy / PIXELS_A_STEP : dy;

  self->fitted = FALSE;
  ent_time_axis_zoom (&self->scene.axis, pow (WHEEL_STEP, steps),
                      CLAMP (self->pointer_x, axis->x, axis->x + axis->width));
  _ent_timeline_time_changed (self);
}

/* Without Ctrl, the scrolled window scrolls. */
static gboolean
on_scroll (EntTimeline *self, double dx, double dy, GtkEventController *controller)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (controller);

  if ((state & GDK_CONTROL_MASK) == 0)
    return GDK_EVENT_PROPAGATE;

  _ent_timeline_wheel (self, dy, gtk_event_controller_scroll_get_unit (
                                   GTK_EVENT_CONTROLLER_SCROLL (controller)));

  return GDK_EVENT_STOP;
}

static void
on_pinch_begin (EntTimeline *self)
{
  self->begun_axis = self->scene.axis;
}

/* @scale is how far two fingers are from each other, as a multiple of how far they were. */
void
_ent_timeline_pinch (EntTimeline *self, double scale, double x)
{
  EntTimeAxis axis = self->begun_axis;

  if (scale <= 0)
    return;

  ent_time_axis_zoom (&axis, 1 / scale, x);
  ent_timeline_show_time (self, axis.start, axis.end);
}

static void
on_pinch (EntTimeline *self, double scale, GtkGesture *gesture)
{
  double x, y;

  if (gtk_gesture_get_bounding_box_center (gesture, &x, &y))
    _ent_timeline_pinch (self, scale, x);
}

/* --- Setting up ------------------------------------------------------------------------------ */

static void
init_drag (EntTimeline *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (on_drag_begin), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (on_drag_update), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (on_drag_end), self);
  g_signal_connect_swapped (drag, "cancel", G_CALLBACK (on_drag_cancel), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
}

void
_ent_timeline_init_pointer (EntTimeline *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *pinch = gtk_gesture_zoom_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll =
    gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);

  g_signal_connect_swapped (click, "pressed", G_CALLBACK (on_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  init_drag (self);
  g_signal_connect_swapped (pinch, "begin", G_CALLBACK (on_pinch_begin), self);
  g_signal_connect_swapped (pinch, "scale-changed", G_CALLBACK (on_pinch), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (pinch));
  g_signal_connect_swapped (motion, "enter", G_CALLBACK (on_motion), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (on_motion), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (on_leave), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  g_signal_connect_swapped (scroll, "scroll", G_CALLBACK (on_scroll), self);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
}
