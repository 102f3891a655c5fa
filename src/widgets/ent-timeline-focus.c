/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The focus of the timeline: on the head of a lane or on an item of it. */
#include "config.h"

#include "widgets/ent-timeline-private.h"

#include <glib/gi18n.h>
#include <math.h>

#include "render/ent-timeline-marks.h"

/* Keeps in mind what the focus is on. */
static void
remember_focus (EntTimeline *self)
{
  EntTimelineModel *model = self->scene.model;
  guint lane = (guint) self->lane;
  const EntKpiSeries *series = ent_timeline_model_get_series (model, lane);

  EntRecord *kpi = series != NULL ? series->kpi : NULL;
  EntRecord *record = NULL;

  if (self->item >= 0)
    record = ent_timeline_model_get_item (model, lane, (guint) self->item).record;
  self->focus_kind = ent_timeline_model_get_kind (model, lane);
  g_set_object (&self->focus_kpi, kpi);
  g_set_object (&self->focus_record, record);
}

/* The lane that has the focus, wherever it is now, or -1. */
static int
find_focus_lane (EntTimeline *self)
{
  EntTimelineModel *model = self->scene.model;
  int item;

  if (self->focus_kpi != NULL)
    return ent_timeline_model_find_record (model, self->focus_kpi, &item);

  for (guint lane = 0; lane < ent_timeline_model_get_n_event_lanes (model); lane++)
    if (ent_timeline_model_get_kind (model, lane) == self->focus_kind)
      return (int) lane;

  return -1;
}

/* The item of a lane that has the focus, which most changes leave where it is, or -1. */
static int
find_focus_item (EntTimeline *self, guint lane)
{
  EntTimelineModel *model = self->scene.model;

  if (self->focus_record == NULL)
    return ENT_TIMELINE_HEAD;
  if (self->item >= 0 && self->item < (int) ent_timeline_model_get_n_items (model, lane)
      && ent_timeline_model_get_item (model, lane, (guint) self->item).record == self->focus_record)
    return self->item;

  return ent_timeline_model_find_item (model, lane, self->focus_record);
}

/* Keeps the focus on something that is there. */
void
_ent_timeline_clamp_focus (EntTimeline *self)
{
  int n_lanes = self->scene.model != NULL
                  ? (int) ent_timeline_model_get_n_lanes (self->scene.model) : 0;

  if (n_lanes == 0)
    {
      self->lane = -1;
      self->item = ENT_TIMELINE_HEAD;
      g_clear_object (&self->focus_kpi);
      g_clear_object (&self->focus_record);
      return;
    }
  if (self->lane < 0)
    {
      /* KPIs are what it is about: begin there, where there are any. */
      self->lane = MIN ((int) ent_timeline_model_get_n_event_lanes (self->scene.model), n_lanes - 1);
      self->item = ENT_TIMELINE_HEAD;
    }
  self->lane = MIN (self->lane, n_lanes - 1);
  self->item = MIN (self->item, (int) ent_timeline_model_get_n_items (self->scene.model,
                                                                      (guint) self->lane) - 1);
  remember_focus (self);
}

/* After a change of the model: the focus stays on its record, where that is still shown. */
void
_ent_timeline_follow_focus (EntTimeline *self)
{
  g_autoptr(EntRecord) kpi = NULL;
  g_autoptr(EntRecord) record = NULL;
  int before_lane = self->lane;
  int before_item = self->item;
  int lane = before_lane >= 0 && self->scene.model != NULL ? find_focus_lane (self) : -1;
  int item = lane >= 0 ? find_focus_item (self, (guint) lane) : ENT_TIMELINE_HEAD;

  g_set_object (&kpi, self->focus_kpi);
  g_set_object (&record, self->focus_record);
  if (lane >= 0)
    self->lane = lane;
  if (item >= 0)
    self->item = item;
  _ent_timeline_clamp_focus (self);
  _ent_timeline_describe_focus (self);
  if (self->lane != before_lane || self->item != before_item || self->focus_kpi != kpi
      || self->focus_record != record)
    _ent_timeline_emit_focus_moved (self);
}

/* Says of an item or a head what it is, in words. */
char *
_ent_timeline_dup_text (EntTimeline *self, int lane, int item)
{
  if (lane < 0 || self->scene.model == NULL)
    return NULL;
  if (item >= 0)
    return ent_timeline_model_dup_item_text (self->scene.model, (guint) lane, (guint) item);

  return ent_timeline_model_dup_lane_text (self->scene.model, (guint) lane);
}

/* The change of the description reaches a screen reader. */
void
_ent_timeline_describe_focus (EntTimeline *self)
{
  g_autofree char *text = _ent_timeline_dup_text (self, self->lane, self->item);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  text != NULL ? text : "", -1);
}

/* Where a mark is, with room for a frame around it. */
EntMatrixRect
_ent_timeline_frame_mark (EntTimeline *self, double x, double y)
{
  double half = ceil (0.6 * ent_timeline_mark_size (&self->scene)) + 2;

  return (EntMatrixRect) { round (x) - half, round (y) - half, 2 * half, 2 * half };
}

/* Where an item or a head is, with room for a frame around it. */
EntMatrixRect
_ent_timeline_get_spot (EntTimeline *self, guint lane, int item)
{
  EntMatrixRect plot;
  double x, y;

  _ent_timeline_ensure_layout (self);
  if (self->layout.tops == NULL || lane >= self->layout.n_lanes
      || item >= (int) ent_timeline_model_get_n_items (self->scene.model, lane))
    return (EntMatrixRect) { 0, 0, 0, 0 };
  if (item < 0)
    return ent_timeline_layout_get_head (&self->layout, lane);

  plot = ent_timeline_layout_get_plot (&self->layout, lane);
  ent_timeline_place_item (&self->scene, lane, (guint) item, &plot, &x, &y);

  return _ent_timeline_frame_mark (self, x, y);
}

/* Brings the time of an item into view: near it at the edge, far from it in the middle. */
static void
show_item (EntTimeline *self)
{
  EntTimeAxis *axis = &self->scene.axis;
  double length = axis->end - axis->start;
  double margin = length * 0.05;
  double moment = ent_timeline_model_get_item (self->scene.model, (guint) self->lane,
                                               (guint) self->item).day + 0.5;

  if (moment >= axis->start && moment <= axis->end)
    return;
  if (moment < axis->start - length || moment > axis->end + length)
    ent_timeline_show_time (self, moment - length / 2, moment + length / 2);
  else if (moment < axis->start)
    ent_timeline_show_time (self, moment - margin, moment - margin + length);
  else
    ent_timeline_show_time (self, moment + margin - length, moment + margin);
}

/* Moves the focus, and brings it into view. */
void
_ent_timeline_move_focus (EntTimeline *self, int lane, int item)
{
  self->lane = lane;
  self->item = item;
  _ent_timeline_clamp_focus (self);
  if (self->lane < 0)
    return;

  _ent_timeline_scroll_to_lane (self, (guint) self->lane);
  if (self->item >= 0)
    show_item (self);
  _ent_timeline_describe_focus (self);
  _ent_timeline_queue_cells (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  _ent_timeline_emit_focus_moved (self);
}

void
_ent_timeline_activate (EntTimeline *self)
{
  EntRecord *record = ent_timeline_get_focus_record (self);

  if (record != NULL)
    _ent_timeline_emit_activated (self, record);
  else if (self->lane >= 0)
    _ent_timeline_toggle_fold (self, self->lane);
}

void
_ent_timeline_toggle_fold (EntTimeline *self, int lane)
{
  if (lane < 0)
    return;

  ent_timeline_model_set_folded (self->scene.model, (guint) lane,
                                 !ent_timeline_model_is_folded (self->scene.model, (guint) lane));
}

/* The focus goes with the lane. */
void
_ent_timeline_move_lane (EntTimeline *self, int lane, int to)
{
  EntRecord *record;
  const EntKpiSeries *series;
  int item;

  if (lane < 0 || to < 0 || to >= (int) ent_timeline_model_get_n_lanes (self->scene.model))
    return;

  series = ent_timeline_model_get_series (self->scene.model, (guint) lane);
  record = series != NULL ? series->kpi : NULL;
  if (!ent_timeline_model_move_lane (self->scene.model, (guint) lane, (guint) to))
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  lane = ent_timeline_model_find_record (self->scene.model, record, &item);
  if (lane >= 0)
    _ent_timeline_move_focus (self, lane, ENT_TIMELINE_HEAD);
}
