/* SPDX-License-Identifier: GPL-3.0-or-later */
/* KPIs and what else happened on one time axis.
 *
 * What is seen is drawn in tiles, one for each head and each plot, which are kept until what they show
 * changes (ent-timeline-snapshot.c). There is one tab stop; arrows walk from item to item and from
 * lane to lane (ent-timeline-keys.c). Which time is shown is a matter of the view. Time runs from
 * left to right in every language; heads stand where lines of text begin. */
#include "config.h"

#include "widgets/ent-timeline-private.h"

#include <math.h>

#include "analysis/ent-day.h"

enum {
  PROP_0,
  PROP_MODEL,
  PROP_LABEL,
  PROP_HIGH_CONTRAST,
  N_PROPS,
  PROP_HADJUSTMENT = N_PROPS,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

enum { RECORD_ACTIVATED, FOCUS_MOVED, TIME_CHANGED, N_SIGNALS };

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE_WITH_CODE (EntTimeline, ent_timeline, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE,
                                                      _ent_timeline_init_scrollable))

/* --- Following the model --------------------------------------------------------------------- */

static void
fit_time (EntTimeline *self)
{
  int first, last;

  if (self->scene.model == NULL)
    return;

  /* Where nothing is yet, a year around today. */
  if (!ent_timeline_model_get_span (self->scene.model, &first, &last))
    {
      first -= 182;
      last += 182;
    }
  ent_time_axis_fit (&self->scene.axis, first, last);
}

static void
on_changed (EntTimeline *self, guint lane)
{
  ent_timeline_scene_forget_lane (&self->scene, lane);
  if (self->fitted)
    {
      EntTimeAxis before = self->scene.axis;

      fit_time (self);
      if (before.start != self->scene.axis.start || before.end != self->scene.axis.end)
        _ent_timeline_time_changed (self);
    }
  _ent_timeline_forget_lane (self, lane);
  if ((int) lane == self->hover_lane)
    self->hover_lane = -1;
  /* A step tells of lanes one by one: that of the focus may come later. */
  _ent_timeline_follow_focus (self);
  _ent_timeline_queue_cells (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
on_layout_changed (EntTimeline *self)
{
  ent_timeline_scene_forget_lanes (&self->scene);
  if (self->fitted)
    fit_time (self);
  self->layout_dirty = TRUE;
  _ent_timeline_forget_pointer (self);
  _ent_timeline_forget_tiles (self);
  _ent_timeline_follow_focus (self);
  _ent_timeline_queue_cells (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* Another time is shown: heads stay as they are. */
void
_ent_timeline_time_changed (EntTimeline *self)
{
  self->layout_dirty = TRUE;
  self->hover_lane = -1;
  _ent_timeline_forget_plots (self);
  /* Scroll bars that come or go while space is handed out would leave the page without its own. */
  _ent_timeline_ensure_layout (self);
  _ent_timeline_configure_scroll (self);
  _ent_timeline_queue_cells (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  g_signal_emit (self, signals[TIME_CHANGED], 0);
}

/* --- Layout ---------------------------------------------------------------------------------- */

void
_ent_timeline_ensure_layout (EntTimeline *self)
{
  EntMatrixRect axis;

  _ent_timeline_ensure_style (self);
  if (!self->layout_dirty || self->layout.width == 0)
    return;

  self->layout_dirty = FALSE;
  self->layout.line = self->scene.line;
  self->layout.rtl = self->scene.rtl;
  ent_timeline_layout_fit (&self->layout, self->scene.model);
  axis = ent_timeline_layout_get_axis (&self->layout);
  self->scene.axis.x = axis.x;
  self->scene.axis.width = axis.width;
  self->scene.scale_width = self->layout.scale_width;
  ent_timeline_scene_name_ticks (&self->scene);
}

static void
ent_timeline_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                      int *natural, int *minimum_baseline, int *natural_baseline)
{
  EntTimeline *self = ENT_TIMELINE (widget);
  double line;

  _ent_timeline_ensure_style (self);
  line = self->scene.line;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = (int) (14 * line);
      *natural = (int) (50 * line);
    }
  else
    {
      *minimum = (int) ent_timeline_layout_get_min_height (line);
      *natural = MAX (*minimum, (int) (30 * line));
    }
}

static void
ent_timeline_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  EntTimeline *self = ENT_TIMELINE (widget);

  if (width != self->layout.width || height != self->layout.height)
    {
      self->layout.width = width;
      self->layout.height = height;
      self->layout_dirty = TRUE;
      _ent_timeline_forget_tiles (self);
    }
  _ent_timeline_ensure_layout (self);
  _ent_timeline_configure_scroll (self);
  _ent_timeline_queue_cells (self);
  _ent_timeline_allocate_cells (self);
}

static void
queue_style (GtkWidget *widget)
{
  ENT_TIMELINE (widget)->style_dirty = TRUE;
  gtk_widget_queue_resize (widget);
}

static void
ent_timeline_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (ent_timeline_parent_class)->css_changed (widget, change);
  queue_style (widget);
}

static void
ent_timeline_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (ent_timeline_parent_class)->system_setting_changed (widget, setting);
  queue_style (widget);
}

static void
ent_timeline_direction_changed (GtkWidget *widget, GtkTextDirection previous)
{
  GTK_WIDGET_CLASS (ent_timeline_parent_class)->direction_changed (widget, previous);
  queue_style (widget);
}

static void
ent_timeline_state_flags_changed (GtkWidget *widget, GtkStateFlags previous)
{
  GTK_WIDGET_CLASS (ent_timeline_parent_class)->state_flags_changed (widget, previous);
  gtk_widget_queue_draw (widget);
}

/* --- Life ------------------------------------------------------------------------------------ */

static void
ent_timeline_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  EntTimeline *self = ENT_TIMELINE (object);

  switch (id)
    {
    case PROP_MODEL:
      g_value_set_object (value, self->scene.model);
      break;
    case PROP_LABEL:
      g_value_set_string (value, self->label);
      break;
    case PROP_HIGH_CONTRAST:
      g_value_set_boolean (value, self->high_contrast);
      break;
    case PROP_HADJUSTMENT:
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->adjustments[id - PROP_HADJUSTMENT]);
      break;
    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, (int) self->scroll_policy[id - PROP_HSCROLL_POLICY]);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ent_timeline_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  EntTimeline *self = ENT_TIMELINE (object);

  switch (id)
    {
    case PROP_MODEL:
      ent_timeline_set_model (self, g_value_get_object (value));
      break;
    case PROP_LABEL:
      ent_timeline_set_label (self, g_value_get_string (value));
      break;
    case PROP_HIGH_CONTRAST:
      ent_timeline_set_high_contrast (self, g_value_get_boolean (value));
      break;
    case PROP_HADJUSTMENT:
    case PROP_VADJUSTMENT:
      _ent_timeline_set_adjustment (self, (GtkOrientation) (id - PROP_HADJUSTMENT),
                                    g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY:
      self->scroll_policy[id - PROP_HSCROLL_POLICY] = (guint) g_value_get_enum (value);
      gtk_widget_queue_resize (GTK_WIDGET (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ent_timeline_dispose (GObject *object)
{
  EntTimeline *self = ENT_TIMELINE (object);

  _ent_timeline_remove_cells (self);
  if (self->scene.model != NULL)
    g_signal_handlers_disconnect_by_data (self->scene.model, self);
  g_clear_object (&self->scene.model);
  g_clear_object (&self->focus_kpi);
  g_clear_object (&self->focus_record);
  _ent_timeline_set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, NULL);
  _ent_timeline_set_adjustment (self, GTK_ORIENTATION_VERTICAL, NULL);

  G_OBJECT_CLASS (ent_timeline_parent_class)->dispose (object);
}

static void
ent_timeline_finalize (GObject *object)
{
  EntTimeline *self = ENT_TIMELINE (object);

  ent_timeline_scene_clear (&self->scene);
  ent_timeline_layout_clear (&self->layout);
  g_hash_table_unref (self->tiles);
  g_clear_pointer (&self->axis_tile, gsk_render_node_unref);
  g_ptr_array_unref (self->cells);
  g_array_unref (self->spots);
  g_clear_object (&self->adjustments[0]);
  g_clear_object (&self->adjustments[1]);
  g_free (self->label);

  G_OBJECT_CLASS (ent_timeline_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  properties[PROP_MODEL] =
    g_param_spec_object ("model", NULL, NULL, ENT_TYPE_TIMELINE_MODEL, flags);
  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL, flags);
  properties[PROP_HIGH_CONTRAST] =
    g_param_spec_boolean ("high-contrast", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
}

static void
install_signals (void)
{
  /**
   * EntTimeline::record-activated:
   * @self: the timeline
   * @record: (type gpointer): an #EntRecord
   *
   * The user wants to see more of a record: Enter or a double click on an item, or on the head of a
   * KPI.
   */
  signals[RECORD_ACTIVATED] =
    g_signal_new ("record-activated", ENT_TYPE_TIMELINE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, ENT_TYPE_RECORD);

  /**
   * EntTimeline::focus-moved:
   * @self: the timeline
   *
   * The focus is on another item or lane.
   */
  signals[FOCUS_MOVED] =
    g_signal_new ("focus-moved", ENT_TYPE_TIMELINE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);

  /**
   * EntTimeline::time-changed:
   * @self: the timeline
   *
   * Another time is shown.
   */
  signals[TIME_CHANGED] =
    g_signal_new ("time-changed", ENT_TYPE_TIMELINE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);
}

static void
ent_timeline_class_init (EntTimelineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = ent_timeline_get_property;
  object_class->set_property = ent_timeline_set_property;
  object_class->dispose = ent_timeline_dispose;
  object_class->finalize = ent_timeline_finalize;
  widget_class->measure = ent_timeline_measure;
  widget_class->size_allocate = ent_timeline_size_allocate;
  widget_class->snapshot = _ent_timeline_snapshot;
  widget_class->css_changed = ent_timeline_css_changed;
  widget_class->system_setting_changed = ent_timeline_system_setting_changed;
  widget_class->direction_changed = ent_timeline_direction_changed;
  widget_class->state_flags_changed = ent_timeline_state_flags_changed;
  widget_class->query_tooltip = _ent_timeline_query_tooltip;

  install_properties (object_class);
  install_signals ();
  _ent_timeline_class_init_keys (widget_class);
  gtk_widget_class_set_css_name (widget_class, "timeline");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
}

static void
ent_timeline_init (EntTimeline *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  ent_timeline_scene_init (&self->scene);
  self->style_dirty = self->layout_dirty = TRUE;
  self->fitted = TRUE;
  self->lane = -1;
  self->item = ENT_TIMELINE_HEAD;
  self->hover_lane = self->drag_lane = self->drop_lane = -1;
  self->scroll_policy[0] = self->scroll_policy[1] = GTK_SCROLL_NATURAL;
  self->tiles = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) gsk_render_node_unref);
  self->cells = g_ptr_array_new ();
  self->spots = g_array_new (FALSE, FALSE, sizeof (EntTimelineSpot));
  gtk_widget_set_focusable (widget, TRUE);
  gtk_widget_set_overflow (widget, GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_has_tooltip (widget, TRUE);
  _ent_timeline_set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, NULL);
  _ent_timeline_set_adjustment (self, GTK_ORIENTATION_VERTICAL, NULL);
  _ent_timeline_init_keys (self);
  _ent_timeline_init_pointer (self);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (_ent_timeline_forget_tiles), NULL);
}

void
_ent_timeline_emit_activated (EntTimeline *self, EntRecord *record)
{
  g_signal_emit (self, signals[RECORD_ACTIVATED], 0, record);
}

void
_ent_timeline_emit_focus_moved (EntTimeline *self)
{
  g_signal_emit (self, signals[FOCUS_MOVED], 0);
}

/* --- Public ---------------------------------------------------------------------------------- */

/**
 * ent_timeline_new:
 *
 * Returns: (transfer floating): a timeline without a model; put it into a #GtkScrolledWindow
 */
GtkWidget *
ent_timeline_new (void)
{
  return g_object_new (ENT_TYPE_TIMELINE, NULL);
}

/**
 * ent_timeline_get_model:
 * @self: a timeline
 *
 * Returns: (transfer none) (nullable): what it shows
 */
EntTimelineModel *
ent_timeline_get_model (EntTimeline *self)
{
  g_return_val_if_fail (ENT_IS_TIMELINE (self), NULL);

  return self->scene.model;
}

/**
 * ent_timeline_set_model:
 * @self: a timeline
 * @model: (nullable): what to show
 *
 * Shows another model, all of its time.
 */
void
ent_timeline_set_model (EntTimeline *self, EntTimelineModel *model)
{
  g_return_if_fail (ENT_IS_TIMELINE (self));
  g_return_if_fail (model == NULL || ENT_IS_TIMELINE_MODEL (model));

  if (self->scene.model == model)
    return;

  if (self->scene.model != NULL)
    g_signal_handlers_disconnect_by_data (self->scene.model, self);
  g_set_object (&self->scene.model, model);
  if (model != NULL)
    {
      g_signal_connect_object (model, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (model, "layout-changed", G_CALLBACK (on_layout_changed), self,
                               G_CONNECT_SWAPPED);
    }
  self->lane = -1;
  self->layout.scroll_y = 0;
  self->fitted = TRUE;
  on_layout_changed (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MODEL]);
}

/**
 * ent_timeline_get_label:
 * @self: a timeline
 *
 * Returns: (transfer none) (nullable): what a screen reader calls it
 */
const char *
ent_timeline_get_label (EntTimeline *self)
{
  g_return_val_if_fail (ENT_IS_TIMELINE (self), NULL);

  return self->label;
}

/**
 * ent_timeline_set_label:
 * @self: a timeline
 * @label: (nullable): what a screen reader calls it
 *
 * Names the timeline.
 */
void
ent_timeline_set_label (EntTimeline *self, const char *label)
{
  g_return_if_fail (ENT_IS_TIMELINE (self));

  if (g_strcmp0 (self->label, label) == 0)
    return;

  g_free (self->label);
  self->label = g_strdup (label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label != NULL ? label : "", -1);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LABEL]);
}

/**
 * ent_timeline_get_high_contrast:
 * @self: a timeline
 *
 * Returns: whether it is drawn in high contrast
 */
gboolean
ent_timeline_get_high_contrast (EntTimeline *self)
{
  g_return_val_if_fail (ENT_IS_TIMELINE (self), FALSE);

  return self->high_contrast;
}

/**
 * ent_timeline_set_high_contrast:
 * @self: a timeline
 * @high_contrast: whether to draw in high contrast
 *
 * Chooses the colours; bind this to AdwStyleManager:high-contrast.
 */
void
ent_timeline_set_high_contrast (EntTimeline *self, gboolean high_contrast)
{
  g_return_if_fail (ENT_IS_TIMELINE (self));

  if (self->high_contrast == !!high_contrast)
    return;

  self->high_contrast = !!high_contrast;
  queue_style (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HIGH_CONTRAST]);
}

/**
 * ent_timeline_get_shown:
 * @self: a timeline
 * @start: (out): the first moment shown, in days as ent_day_to_number() counts
 * @end: (out): the moment after the last
 *
 * Tells which time is shown.
 */
void
ent_timeline_get_shown (EntTimeline *self, double *start, double *end)
{
  g_return_if_fail (ENT_IS_TIMELINE (self) && start != NULL && end != NULL);

  *start = self->scene.axis.start;
  *end = self->scene.axis.end;
}

/**
 * ent_timeline_show_time:
 * @self: a timeline
 * @start: the first moment to show, in days
 * @end: the moment after the last
 *
 * Shows another time.
 */
void
ent_timeline_show_time (EntTimeline *self, double start, double end)
{
  g_return_if_fail (ENT_IS_TIMELINE (self));

  self->fitted = FALSE;
  ent_time_axis_show (&self->scene.axis, start, end);
  _ent_timeline_time_changed (self);
}

/**
 * ent_timeline_fit:
 * @self: a timeline
 *
 * Shows all the time there is something of, also when more comes, until another time is chosen.
 */
void
ent_timeline_fit (EntTimeline *self)
{
  g_return_if_fail (ENT_IS_TIMELINE (self));

  self->fitted = TRUE;
  fit_time (self);
  _ent_timeline_time_changed (self);
}

/**
 * ent_timeline_show_today:
 * @self: a timeline
 *
 * Goes to the day from which it is looked at, without zooming.
 */
void
ent_timeline_show_today (EntTimeline *self)
{
  double half;
  double today;

  g_return_if_fail (ENT_IS_TIMELINE (self));

  if (self->scene.model == NULL)
    return;

  half = (self->scene.axis.end - self->scene.axis.start) / 2;
  today = ent_timeline_model_get_today (self->scene.model) + 0.5;
  ent_timeline_show_time (self, today - half, today + half);
}

/**
 * ent_timeline_zoom:
 * @self: a timeline
 * @factor: how much longer the time shown becomes; less than 1 to see more of less
 *
 * Zooms, at the item that has the focus if it is in sight, else in the middle.
 */
void
ent_timeline_zoom (EntTimeline *self, double factor)
{
  double x;

  g_return_if_fail (ENT_IS_TIMELINE (self) && factor > 0);

  x = self->scene.axis.x + self->scene.axis.width / 2;
  if (self->lane >= 0 && self->item >= 0)
    {
      EntMatrixRect spot = _ent_timeline_get_spot (self, (guint) self->lane, self->item);
      double center = spot.x + spot.width / 2;

      if (center >= self->scene.axis.x && center <= self->scene.axis.x + self->scene.axis.width)
        x = center;
    }
  self->fitted = FALSE;
  ent_time_axis_zoom (&self->scene.axis, factor, x);
  _ent_timeline_time_changed (self);
}

/**
 * ent_timeline_get_focus_item:
 * @self: a timeline
 * @lane: (out): a lane, or -1 where there is none
 * @item: (out): an item of it, or %ENT_TIMELINE_HEAD
 *
 * Tells where the keyboard is.
 */
void
ent_timeline_get_focus_item (EntTimeline *self, int *lane, int *item)
{
  g_return_if_fail (ENT_IS_TIMELINE (self) && lane != NULL && item != NULL);

  *lane = self->lane;
  *item = self->item;
}

/**
 * ent_timeline_get_focus_record:
 * @self: a timeline
 *
 * Returns: (transfer none) (nullable): the record the keyboard is on: that of an item, or the KPI of a
 *   head
 */
EntRecord *
ent_timeline_get_focus_record (EntTimeline *self)
{
  const EntKpiSeries *series;

  g_return_val_if_fail (ENT_IS_TIMELINE (self), NULL);

  if (self->lane < 0)
    return NULL;
  if (self->item >= 0)
    return ent_timeline_model_get_item (self->scene.model, (guint) self->lane,
                                        (guint) self->item).record;

  series = ent_timeline_model_get_series (self->scene.model, (guint) self->lane);

  return series != NULL ? series->kpi : NULL;
}

/**
 * ent_timeline_get_item_area:
 * @self: a timeline
 * @lane: a lane
 * @item: an item of it, or %ENT_TIMELINE_HEAD
 * @area: (out): where it is
 *
 * Tells where an item is, for a popover that points to it. It can be out of sight.
 */
void
ent_timeline_get_item_area (EntTimeline *self, guint lane, int item, GdkRectangle *area)
{
  EntMatrixRect rect;

  g_return_if_fail (ENT_IS_TIMELINE (self) && area != NULL);

  rect = _ent_timeline_get_spot (self, lane, item);
  *area = (GdkRectangle) { (int) rect.x, (int) rect.y, (int) rect.width, (int) rect.height };
}

/**
 * ent_timeline_reveal:
 * @self: a timeline
 * @record: a KPI, or a record that is an item
 *
 * Scrolls to a record and gives it the focus.
 *
 * Returns: whether it is shown
 */
gboolean
ent_timeline_reveal (EntTimeline *self, EntRecord *record)
{
  int lane, item;

  g_return_val_if_fail (ENT_IS_TIMELINE (self) && ENT_IS_RECORD (record), FALSE);

  if (self->scene.model == NULL)
    return FALSE;

  lane = ent_timeline_model_find_record (self->scene.model, record, &item);
  if (lane < 0)
    return FALSE;

  _ent_timeline_move_focus (self, lane, item);
  gtk_widget_grab_focus (GTK_WIDGET (self));

  return TRUE;
}
