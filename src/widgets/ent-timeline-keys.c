/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The keyboard of the timeline. Arrows walk from item to item and from lane to lane; the head of a
 * lane comes before its first item. */
#include "config.h"

#include "widgets/ent-timeline-private.h"

#include <math.h>

#define ZOOM_STEP 1.5

/* --- Walking --------------------------------------------------------------------------------- */

static int
count_items (EntTimeline *self, int lane)
{
  return (int) ent_timeline_model_get_n_items (self->scene.model, (guint) lane);
}

static int
get_day (EntTimeline *self, int lane, int item)
{
  return ent_timeline_model_get_item (self->scene.model, (guint) lane, (guint) item).day;
}

/* The item of a lane that is nearest in time, or its head if it has none. */
static int
find_nearest (EntTimeline *self, int lane, int day)
{
  int n = count_items (self, lane);
  int after = (int) ent_timeline_model_find_day (self->scene.model, (guint) lane, day);

  if (n == 0)
    return ENT_TIMELINE_HEAD;
  if (after == n)
    return n - 1;
  if (after > 0 && day - get_day (self, lane, after - 1) < get_day (self, lane, after) - day)
    return after - 1;

  return after;
}

static void
move_to_lane (EntTimeline *self, int lane)
{
  int n_lanes = (int) ent_timeline_model_get_n_lanes (self->scene.model);
  int item = ENT_TIMELINE_HEAD;

  lane = CLAMP (lane, 0, n_lanes - 1);
  if (self->item >= 0)
    item = find_nearest (self, lane, get_day (self, self->lane, self->item));
  _ent_timeline_move_focus (self, lane, item);
}

/* From a head to the first item that is in sight, if any is. */
static void
move_to_item (EntTimeline *self, int step)
{
  int item = self->item + step;

  if (self->item == ENT_TIMELINE_HEAD && step > 0)
    {
      int first = (int) ent_timeline_model_find_day (self->scene.model, (guint) self->lane,
                                                     (int) floor (self->scene.axis.start));

      item = first < count_items (self, self->lane)
             && get_day (self, self->lane, first) < self->scene.axis.end ? first : 0;
    }
  _ent_timeline_move_focus (self, self->lane, MAX (item, ENT_TIMELINE_HEAD));
}

static int
lanes_per_page (EntTimeline *self)
{
  guint first, end;

  ent_timeline_layout_get_visible (&self->layout, &first, &end);

  return MAX ((int) (end - first) - 1, 1);
}

static void
pan (EntTimeline *self, double share)
{
  double length = self->scene.axis.end - self->scene.axis.start;

  ent_timeline_show_time (self, self->scene.axis.start + share * length,
                          self->scene.axis.end + share * length);
}

/* The keys of the number pad that move come in the order of those that do beside it. */
static guint
plain_key (guint keyval)
{
  if (keyval < GDK_KEY_KP_Home || keyval > GDK_KEY_KP_End)
    return keyval;

  return keyval - GDK_KEY_KP_Home + GDK_KEY_Home;
}

static gboolean
walk (EntTimeline *self, guint keyval, gboolean control, gboolean shift)
{
  switch (keyval)
    {
    case GDK_KEY_Left:
      control ? pan (self, -0.25) : move_to_item (self, -1);
      return TRUE;
    case GDK_KEY_Right:
      control ? pan (self, 0.25) : move_to_item (self, 1);
      return TRUE;
    case GDK_KEY_Up:
      move_to_lane (self, control ? 0 : self->lane - 1);
      return TRUE;
    case GDK_KEY_Down:
      move_to_lane (self, control ? G_MAXINT : self->lane + 1);
      return TRUE;
    case GDK_KEY_Home:
      _ent_timeline_move_focus (self, control ? 0 : self->lane, ENT_TIMELINE_HEAD);
      return TRUE;
    case GDK_KEY_End:
      if (control)
        _ent_timeline_move_focus (self, G_MAXINT, ENT_TIMELINE_HEAD);
      else
        _ent_timeline_move_focus (self, self->lane, G_MAXINT);
      return TRUE;
    case GDK_KEY_Page_Up:
      shift ? pan (self, -0.9) : move_to_lane (self, self->lane - lanes_per_page (self));
      return TRUE;
    case GDK_KEY_Page_Down:
      shift ? pan (self, 0.9) : move_to_lane (self, self->lane + lanes_per_page (self));
      return TRUE;
    default:
      return FALSE;
    }
}

/* --- Other keys ------------------------------------------------------------------------------ */

/* Letters are keys of the timeline alone only without Ctrl; zooming is the same with it. */
static gboolean
act (EntTimeline *self, guint keyval, gboolean control)
{
  switch (keyval)
    {
    case GDK_KEY_plus:
    case GDK_KEY_equal:
    case GDK_KEY_KP_Add:
      ent_timeline_zoom (self, 1 / ZOOM_STEP);
      return TRUE;
    case GDK_KEY_minus:
    case GDK_KEY_KP_Subtract:
      ent_timeline_zoom (self, ZOOM_STEP);
      return TRUE;
    case GDK_KEY_0:
    case GDK_KEY_KP_0:
      ent_timeline_fit (self);
      return TRUE;
    case GDK_KEY_t:
    case GDK_KEY_T:
      if (control)
        return FALSE;
      ent_timeline_show_today (self);
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
open_or_fold (EntTimeline *self, guint keyval)
{
  switch (keyval)
    {
    case GDK_KEY_space:
    case GDK_KEY_KP_Space:
      _ent_timeline_toggle_fold (self, self->lane);
      return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      _ent_timeline_activate (self);
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
move_lane (EntTimeline *self, guint keyval)
{
  if (keyval != GDK_KEY_Up && keyval != GDK_KEY_Down)
    return FALSE;

  _ent_timeline_move_lane (self, self->lane, self->lane + (keyval == GDK_KEY_Up ? -1 : 1));

  return TRUE;
}

static gboolean
on_key_pressed (EntTimeline *self, guint keyval, guint keycode, GdkModifierType state)
{
  gboolean control = (state & GDK_CONTROL_MASK) != 0;
  gboolean shift = (state & GDK_SHIFT_MASK) != 0;

  if (self->scene.model == NULL || (state & GDK_SUPER_MASK) != 0)
    return GDK_EVENT_PROPAGATE;

  keyval = plain_key (keyval);
  /* With Ctrl these lead to other views of the page. */
  if (control && (keyval == GDK_KEY_Page_Up || keyval == GDK_KEY_Page_Down))
    return GDK_EVENT_PROPAGATE;
  if ((state & GDK_ALT_MASK) != 0)
    return self->lane >= 0 && move_lane (self, keyval);
  if (act (self, keyval, control))
    return GDK_EVENT_STOP;
  if (self->lane < 0)
    return GDK_EVENT_PROPAGATE;

  return walk (self, keyval, control, shift) || (!control && open_or_fold (self, keyval));
}

static void
on_focus_change (EntTimeline *self)
{
  _ent_timeline_clamp_focus (self);
  _ent_timeline_describe_focus (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* --- Actions --------------------------------------------------------------------------------- */

static void
zoom_in_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ent_timeline_zoom (ENT_TIMELINE (widget), 1 / ZOOM_STEP);
}

static void
zoom_out_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ent_timeline_zoom (ENT_TIMELINE (widget), ZOOM_STEP);
}

static void
fit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ent_timeline_fit (ENT_TIMELINE (widget));
}

static void
today_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ent_timeline_show_today (ENT_TIMELINE (widget));
}

static void
fold_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  _ent_timeline_toggle_fold (ENT_TIMELINE (widget), ENT_TIMELINE (widget)->lane);
}

static void
fold_all_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EntTimeline *self = ENT_TIMELINE (widget);

  if (self->scene.model != NULL)
    ent_timeline_model_fold_all (self->scene.model, g_str_equal (name, "timeline.fold-all"));
}

static void
open_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  _ent_timeline_activate (ENT_TIMELINE (widget));
}

static void
move_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EntTimeline *self = ENT_TIMELINE (widget);
  int step = g_str_equal (name, "timeline.move-up") ? -1 : 1;

  if (self->lane >= 0)
    _ent_timeline_move_lane (self, self->lane, self->lane + step);
}

void
_ent_timeline_class_init_keys (GtkWidgetClass *klass)
{
  static const struct {
    const char *name;
    GtkWidgetActionActivateFunc activate;
  } actions[] = {
    { "timeline.zoom-in", zoom_in_action },
    { "timeline.zoom-out", zoom_out_action },
    { "timeline.fit", fit_action },
    { "timeline.today", today_action },
    { "timeline.fold", fold_action },
    { "timeline.fold-all", fold_all_action },
    { "timeline.unfold-all", fold_all_action },
    { "timeline.open", open_action },
    { "timeline.move-up", move_action },
    { "timeline.move-down", move_action },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (klass, actions[i].name, NULL, actions[i].activate);
}

void
_ent_timeline_init_keys (EntTimeline *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (on_focus_change), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (on_focus_change), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}
