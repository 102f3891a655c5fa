/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lanes and items of a timeline, and what they are in words. */
#include "config.h"

#include "render/ent-timeline-model-private.h"

#include <glib/gi18n.h>

#include "analysis/ent-day.h"
#include "analysis/ent-kpi-words.h"
#include "analysis/ent-phrase.h"
#include "model/ent-kinds.h"
#include "render/ent-timeline-events-private.h"

/* --- Lanes ----------------------------------------------------------------------------------- */

/**
 * ent_timeline_model_get_n_lanes:
 * @self: a timeline
 *
 * Returns: how many lanes there are
 */
guint
ent_timeline_model_get_n_lanes (EntTimelineModel *self)
{
  g_return_val_if_fail (ENT_IS_TIMELINE_MODEL (self), 0);

  return self->lanes->len;
}

/**
 * ent_timeline_model_get_n_event_lanes:
 * @self: a timeline
 *
 * Returns: how many of them are of what happened; they come first
 */
guint
ent_timeline_model_get_n_event_lanes (EntTimelineModel *self)
{
  g_return_val_if_fail (ENT_IS_TIMELINE_MODEL (self), 0);

  return self->n_events;
}

/**
 * ent_timeline_model_get_kind:
 * @self: a timeline
 * @lane: a lane
 *
 * Returns: what it is of
 */
EntTimelineKind
ent_timeline_model_get_kind (EntTimelineModel *self, guint lane)
{
  g_return_val_if_fail (ENT_IS_TIMELINE_MODEL (self) && lane < self->lanes->len, ENT_TIMELINE_KPI);

  return _ent_timeline_get_lane (self, lane)->kind;
}

/**
 * ent_timeline_model_get_series:
 * @self: a timeline
 * @lane: a lane
 *
 * Returns: (transfer none) (nullable): for a KPI, what was measured of it, valid until something
 *   changes; otherwise %NULL
 */
const EntKpiSeries *
ent_timeline_model_get_series (EntTimelineModel *self, guint lane)
{
  g_return_val_if_fail (ENT_IS_TIMELINE_MODEL (self) && lane < self->lanes->len, NULL);

  if (lane < self->n_events)
    return NULL;

  return ent_kpis_get_series (self->kpis, _ent_timeline_get_lane (self, lane)->kpi);
}

/**
 * ent_timeline_model_find_item:
 * @self: a timeline
 * @lane: a lane
 * @record: a record
 *
 * Looks for a record in one lane: a check-in can be in that of check-ins and in that of morale.
 *
 * Returns: the item of it, or -1
 */
int
ent_timeline_model_find_item (EntTimelineModel *self, guint lane, EntRecord *record)
{
  g_return_val_if_fail (ENT_IS_TIMELINE_MODEL (self) && lane < self->lanes->len, -1);
  g_return_val_if_fail (ENT_IS_RECORD (record), -1);

  for (guint i = 0; i < ent_timeline_model_get_n_items (self, lane); i++)
    if (ent_timeline_model_get_item (self, lane, i).record == record)
      return (int) i;

  return -1;
}

/**
 * ent_timeline_model_find_record:
 * @self: a timeline
 * @record: a KPI, or a record that is an item
 * @item: (out): the item, or -1 for the lane itself
 *
 * Looks where a record is.
 *
 * Returns: its lane, or -1 where it is not shown
 */
int
ent_timeline_model_find_record (EntTimelineModel *self, EntRecord *record, int *item)
{
  int kpi, lane;

  g_return_val_if_fail (ENT_IS_TIMELINE_MODEL (self) && ENT_IS_RECORD (record), -1);
  g_return_val_if_fail (item != NULL, -1);

  *item = -1;
  if (ent_record_get_kind (record) == ENT_KIND_KPI)
    {
      kpi = ent_kpis_find (self->kpis, record);
      return kpi >= 0 ? _ent_timeline_find_kpi (self, (guint) kpi) : -1;
    }
  if (ent_record_get_kind (record) == ENT_KIND_MEASUREMENT)
    {
      kpi = ent_kpis_find (self->kpis, ent_record_get_ref (record, ENT_MEASUREMENT_KPI));
      lane = kpi >= 0 ? _ent_timeline_find_kpi (self, (guint) kpi) : -1;
      if (lane < 0)
        return -1;

      *item = ent_timeline_model_find_item (self, (guint) lane, record);
      return *item >= 0 ? lane : -1;
    }
  for (lane = 0; lane < (int) self->n_events; lane++)
    {
      *item = ent_timeline_model_find_item (self, (guint) lane, record);
      if (*item >= 0)
        return lane;
    }

  return -1;
}

/**
 * ent_timeline_model_dup_title:
 * @self: a timeline
 * @lane: a lane
 *
 * Returns: (transfer full): what it is called
 */
char *
ent_timeline_model_dup_title (EntTimelineModel *self, guint lane)
{
  const EntKpiSeries *series;

  g_return_val_if_fail (ENT_IS_TIMELINE_MODEL (self) && lane < self->lanes->len, NULL);

  series = ent_timeline_model_get_series (self, lane);
  if (series == NULL)
    return g_strdup (_ent_timeline_kind_get_title (_ent_timeline_get_lane (self, lane)->kind));

  return ent_record_dup_title (series->kpi);
}

/**
 * ent_timeline_model_dup_lane_text:
 * @self: a timeline
 * @lane: a lane
 *
 * Returns: (transfer full): the lane in words: what it is called, and how it goes or how much is in it
 */
char *
ent_timeline_model_dup_lane_text (EntTimelineModel *self, guint lane)
{
  const EntKpiSeries *series;
  g_autofree char *title = NULL;
  g_autofree char *name = NULL;
  g_autofree char *status = NULL;
  g_autofree char *reasoning = NULL;
  guint n;

  g_return_val_if_fail (ENT_IS_TIMELINE_MODEL (self) && lane < self->lanes->len, NULL);

  title = ent_timeline_model_dup_title (self, lane);
  name = ent_phrase_name (title);
  series = ent_timeline_model_get_series (self, lane);
  if (series == NULL)
    {
      n = ent_timeline_model_get_n_items (self, lane);
      return g_strdup_printf (ngettext ("%s: %u entry", "%s: %u entries", n), name, n);
    }
  status = ent_kpi_status_format (series);
  reasoning = ent_kpi_explain (series);

  /* Translators: the name of a KPI, its status, and how that came about in one sentence */
  return g_strdup_printf (C_("timeline", "%s: %s. %s"), name, status, reasoning);
}

static void
stretch (int *first, int *last, int day)
{
  if (day == ENT_DAY_NONE)
    return;

  *first = *first == ENT_DAY_NONE ? day : MIN (*first, day);
  *last = *last == ENT_DAY_NONE ? day : MAX (*last, day);
}

/**
 * ent_timeline_model_get_span:
 * @self: a timeline
 * @first: (out): the first day
 * @last: (out): the last day
 *
 * Tells from when to when there is something in its lanes: items, baselines and targets. Today is
 * part of it in any case.
 *
 * Returns: whether there is anything but today
 */
gboolean
ent_timeline_model_get_span (EntTimelineModel *self, int *first, int *last)
{
  gboolean any;

  g_return_val_if_fail (ENT_IS_TIMELINE_MODEL (self), FALSE);
  g_return_val_if_fail (first != NULL && last != NULL, FALSE);

  *first = *last = ENT_DAY_NONE;
  for (guint lane = 0; lane < self->lanes->len; lane++)
    {
      const EntKpiSeries *series = ent_timeline_model_get_series (self, lane);
      guint n = ent_timeline_model_get_n_items (self, lane);

      if (n > 0)
        {
          stretch (first, last, ent_timeline_model_get_item (self, lane, 0).day);
          stretch (first, last, ent_timeline_model_get_item (self, lane, n - 1).day);
        }
      if (series != NULL)
        {
          stretch (first, last, series->plan.baseline_day);
          stretch (first, last, series->plan.target_day);
        }
    }
  any = *first != ENT_DAY_NONE;
  stretch (first, last, ent_kpis_get_today (self->kpis));

  return any;
}

/**
 * ent_timeline_model_get_today:
 * @self: a timeline
 *
 * Returns: the day from which it is looked at
 */
int
ent_timeline_model_get_today (EntTimelineModel *self)
{
  g_return_val_if_fail (ENT_IS_TIMELINE_MODEL (self), ENT_DAY_NONE);

  return ent_kpis_get_today (self->kpis);
}

/* --- Items ----------------------------------------------------------------------------------- */

/**
 * ent_timeline_model_get_n_items:
 * @self: a timeline
 * @lane: a lane
 *
 * Returns: how many items are in the lane
 */
guint
ent_timeline_model_get_n_items (EntTimelineModel *self, guint lane)
{
  g_return_val_if_fail (ENT_IS_TIMELINE_MODEL (self) && lane < self->lanes->len, 0);

  if (lane < self->n_events)
    return self->events[_ent_timeline_get_lane (self, lane)->kind]->len;

  return ent_timeline_model_get_series (self, lane)->n;
}

static EntTimelineMark
choose_mark (const EntKpiSeries *series, guint point)
{
  static const EntTimelineMark marks[ENT_N_KPI_SENSES] = {
    [ENT_KPI_CHANGE] = ENT_TIMELINE_MARK_CHANGE,
    [ENT_KPI_IMPROVEMENT] = ENT_TIMELINE_MARK_IMPROVEMENT,
    [ENT_KPI_CONCERN] = ENT_TIMELINE_MARK_CONCERN,
  };
  EntSignal signal = ent_kpi_series_get_signal (series, point);

  if (signal.rule == ENT_SIGNAL_NONE)
    return ENT_TIMELINE_MARK_POINT;

  return marks[ent_kpi_series_get_sense (series, signal)];
}

/**
 * ent_timeline_model_get_item:
 * @self: a timeline
 * @lane: a lane
 * @item: an item of it
 *
 * Returns: the item, valid until something changes
 */
EntTimelineItem
ent_timeline_model_get_item (EntTimelineModel *self, guint lane, guint item)
{
  const EntKpiSeries *series;
  const EntKpiPoint *point;

  g_return_val_if_fail (ENT_IS_TIMELINE_MODEL (self) && lane < self->lanes->len,
                        (EntTimelineItem) { 0 });
  g_return_val_if_fail (item < ent_timeline_model_get_n_items (self, lane),
                        (EntTimelineItem) { 0 });

  if (lane < self->n_events)
    return g_array_index (self->events[_ent_timeline_get_lane (self, lane)->kind], EntTimelineItem, item);

  series = ent_timeline_model_get_series (self, lane);
  point = ent_kpi_series_get_point (series, item);

  return (EntTimelineItem) { point->day, ENT_DAY_NONE, point->value, choose_mark (series, item),
                             point->measurement };
}

static int
get_item_day (EntTimelineModel *self, guint lane, guint item)
{
  if (lane < self->n_events)
    return g_array_index (self->events[_ent_timeline_get_lane (self, lane)->kind], EntTimelineItem, item).day;

  return ent_kpi_series_get_point (ent_timeline_model_get_series (self, lane), item)->day;
}

/**
 * ent_timeline_model_find_day:
 * @self: a timeline
 * @lane: a lane
 * @day: a day
 *
 * Returns: the first item on that day or later; the number of items if there is none
 */
guint
ent_timeline_model_find_day (EntTimelineModel *self, guint lane, int day)
{
  guint low = 0;
  guint high = ent_timeline_model_get_n_items (self, lane);

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (get_item_day (self, lane, middle) < day)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/**
 * ent_timeline_model_get_item_kind:
 * @self: a timeline
 * @lane: a lane of what happened
 * @item: an item of it
 *
 * Returns: (transfer none): the word for what the item is, translated: “Milestone”, “Small win”
 */
const char *
ent_timeline_model_get_item_kind (EntTimelineModel *self, guint lane, guint item)
{
  EntTimelineItem found;

  g_return_val_if_fail (ENT_IS_TIMELINE_MODEL (self) && lane < self->n_events, "");

  found = ent_timeline_model_get_item (self, lane, item);

  return _ent_timeline_event_get_kind (&found);
}

/**
 * ent_timeline_model_dup_item_title:
 * @self: a timeline
 * @lane: a lane
 * @item: an item of it
 *
 * Returns: (transfer full): what the item is called: the value with its unit for a measurement
 */
char *
ent_timeline_model_dup_item_title (EntTimelineModel *self, guint lane, guint item)
{
  EntTimelineItem found;

  g_return_val_if_fail (ENT_IS_TIMELINE_MODEL (self) && lane < self->lanes->len, NULL);

  found = ent_timeline_model_get_item (self, lane, item);
  if (lane < self->n_events)
    return _ent_timeline_event_dup_title (&found);

  return ent_kpi_format_value (ent_timeline_model_get_series (self, lane)->kpi, found.value);
}

static char *
describe_signal (const EntKpiSeries *series, guint point, const char *text)
{
  EntSignal signal = ent_kpi_series_get_signal (series, point);

  if (signal.rule == ENT_SIGNAL_NONE)
    return g_strdup (text);

  /* Translators: a measurement, what it signals, and by which rule: Learners, 3 May 2026: 118
   * people. Improvement: outside the limits */
  return g_strdup_printf (_("%s. %s: %s"), text,
                          ent_kpi_sense_get_label (ent_kpi_series_get_sense (series, signal)),
                          ent_signal_rule_get_label ((EntSignalRule) signal.rule));
}

static char *
describe_measurement (const EntKpiSeries *series, guint point)
{
  const EntKpiPoint *found = ent_kpi_series_get_point (series, point);
  const char *note = ent_record_get_string (found->measurement, ENT_MEASUREMENT_NOTE);
  g_autofree char *title = ent_record_dup_title (series->kpi);
  g_autofree char *name = ent_phrase_name (title);
  g_autofree char *number = ent_day_from_number (found->day);
  g_autofree char *day = ent_day_format (number);
  g_autofree char *value = ent_kpi_format_value (series->kpi, found->value);
  /* Translators: the name of a KPI, a day, and what was measured on it */
  g_autofree char *plain = g_strdup_printf (_("%s, %s: %s"), name, day, value);
  g_autofree char *text = describe_signal (series, point, plain);
  g_autofree char *shown = NULL;

  if (note[0] == '\0')
    return g_steal_pointer (&text);

  shown = ent_phrase_name (note);

  /* Translators: a measurement in words, and the note to it */
  return g_strdup_printf (C_("timeline", "%s. %s"), text, shown);
}

/**
 * ent_timeline_model_dup_item_text:
 * @self: a timeline
 * @lane: a lane
 * @item: an item of it
 *
 * Returns: (transfer full): the item in words, for a tooltip and for screen readers: “Learners, 3 May
 *   2026: 118 people, improvement: seven or more in a row lie on one side of the mean”
 */
char *
ent_timeline_model_dup_item_text (EntTimelineModel *self, guint lane, guint item)
{
  EntTimelineItem found;

  g_return_val_if_fail (ENT_IS_TIMELINE_MODEL (self) && lane < self->lanes->len, NULL);

  if (lane >= self->n_events)
    return describe_measurement (ent_timeline_model_get_series (self, lane), item);

  found = ent_timeline_model_get_item (self, lane, item);

  return _ent_timeline_event_dup_text (&found);
}

/**
 * ent_timeline_model_get_n_pivots:
 * @self: a timeline
 *
 * Returns: how many changes of course there are
 */
guint
ent_timeline_model_get_n_pivots (EntTimelineModel *self)
{
  g_return_val_if_fail (ENT_IS_TIMELINE_MODEL (self), 0);

  return self->pivots->len;
}

/**
 * ent_timeline_model_get_pivot:
 * @self: a timeline
 * @pivot: which of them
 *
 * Returns: its day
 */
int
ent_timeline_model_get_pivot (EntTimelineModel *self, guint pivot)
{
  g_return_val_if_fail (ENT_IS_TIMELINE_MODEL (self) && pivot < self->pivots->len, ENT_DAY_NONE);

  return g_array_index (self->pivots, int, pivot);
}
