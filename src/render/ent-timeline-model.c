/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a timeline shows. Measurements are asked of EntKpis when they are wanted, what happened is
 * kept by day (ent-timeline-events.c); a step of the project reaches only the lanes it changes. */
#include "config.h"

#include "render/ent-timeline-model-private.h"

#include <glib/gi18n.h>

#include "analysis/ent-phrase.h"
#include "model/ent-kinds.h"
#include "render/ent-timeline-events-private.h"

enum { CHANGED, LAYOUT_CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EntTimelineModel, ent_timeline_model, G_TYPE_OBJECT)

static EntProject *
get_project (EntTimelineModel *self)
{
  return ent_kpis_get_project (self->kpis);
}

/* --- Reading --------------------------------------------------------------------------------- */

static gboolean
shows_kpi (EntTimelineModel *self, guint kpi)
{
  const EntKpiSeries *series = ent_kpis_get_series (self->kpis, kpi);

  return (self->goal == NULL || ent_record_get_ref (series->kpi, ENT_KPI_GOAL) == self->goal)
         && (self->owner == NULL || ent_record_get_ref (series->kpi, ENT_KPI_OWNER) == self->owner)
         && (self->statuses & 1U << series->standing.status) != 0;
}

static void
read_pivots (EntTimelineModel *self)
{
  const GArray *decisions = self->events[ENT_TIMELINE_DECISIONS];

  g_array_set_size (self->pivots, 0);
  for (guint i = 0; i < decisions->len; i++)
    {
      const EntTimelineItem *item = &g_array_index (decisions, EntTimelineItem, i);

      if (item->mark == ENT_TIMELINE_MARK_PIVOT)
        g_array_append_val (self->pivots, item->day);
    }
}

static void
read_events (EntTimelineModel *self, EntTimelineKind kind)
{
  g_clear_pointer (&self->events[kind], g_array_unref);
  self->events[kind] = _ent_timeline_events_new (get_project (self), kind, self->goal,
                                                 ent_kpis_get_today (self->kpis));
  if (kind == ENT_TIMELINE_DECISIONS)
    read_pivots (self);
}

static void
read_lanes (EntTimelineModel *self)
{
  g_array_set_size (self->lanes, 0);
  for (EntTimelineKind kind = 0; kind < ENT_TIMELINE_N_EVENT_KINDS; kind++)
    if (self->events[kind]->len > 0)
      g_array_append_val (self->lanes, ((EntTimelineLane) { kind, 0 }));

  self->n_events = self->lanes->len;
  for (guint i = 0; i < ent_kpis_get_n (self->kpis); i++)
    if (shows_kpi (self, i))
      g_array_append_val (self->lanes, ((EntTimelineLane) { ENT_TIMELINE_KPI, i }));
}

static void
read_everything (EntTimelineModel *self)
{
  for (EntTimelineKind kind = 0; kind < ENT_TIMELINE_N_EVENT_KINDS; kind++)
    read_events (self, kind);
  read_lanes (self);
  g_signal_emit (self, signals[LAYOUT_CHANGED], 0);
}

/* --- Following ------------------------------------------------------------------------------- */

/* Where the lane of a KPI is, or -1. Lanes are in the order of the numbers. */
int
_ent_timeline_find_kpi (EntTimelineModel *self, guint kpi)
{
  guint low = self->n_events;
  guint high = self->lanes->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (_ent_timeline_get_lane (self, middle)->kpi < kpi)
        low = middle + 1;
      else
        high = middle;
    }

  return low < self->lanes->len && _ent_timeline_get_lane (self, low)->kpi == kpi ? (int) low : -1;
}

static int
find_kind (EntTimelineModel *self, EntTimelineKind kind)
{
  for (guint i = 0; i < self->n_events; i++)
    if (_ent_timeline_get_lane (self, i)->kind == kind)
      return (int) i;

  return -1;
}

static gboolean
forget_gone (EntRecord **filter)
{
  if (*filter == NULL || ent_record_get_project (*filter) != NULL)
    return FALSE;

  g_clear_object (filter);

  return TRUE;
}

static void
on_kpis_changed (EntTimelineModel *self, const EntKpisUpdate *update)
{
  if (update->layout || update->everything)
    {
      read_everything (self);
      return;
    }

  for (guint i = 0; i < update->kpis->len; i++)
    {
      guint kpi = g_array_index (update->kpis, guint, i);

      if (shows_kpi (self, kpi) != (_ent_timeline_find_kpi (self, kpi) >= 0))
        {
          read_lanes (self);
          g_signal_emit (self, signals[LAYOUT_CHANGED], 0);
          return;
        }
    }
  for (guint i = 0; i < update->kpis->len; i++)
    {
      int lane = _ent_timeline_find_kpi (self, g_array_index (update->kpis, guint, i));

      if (lane >= 0)
        g_signal_emit (self, signals[CHANGED], 0, (guint) lane);
    }
}

static gboolean
reaches (const EntChangeSet *set, EntTimelineKind kind)
{
  for (guint i = 0; i < set->changes->len; i++)
    {
      const EntChange *change = g_ptr_array_index (set->changes, i);

      if (_ent_timeline_events_depend_on (kind, ent_record_get_kind (change->record)))
        return TRUE;
    }

  return FALSE;
}

static void
on_committed (EntTimelineModel *self, const EntChangeSet *set)
{
  gboolean layout = FALSE;
  gboolean changed[ENT_TIMELINE_N_EVENT_KINDS] = { FALSE };
  gboolean gone = forget_gone (&self->goal);

  if (forget_gone (&self->owner) || gone)
    {
      read_everything (self);
      return;
    }

  for (EntTimelineKind kind = 0; kind < ENT_TIMELINE_N_EVENT_KINDS; kind++)
    if (reaches (set, kind))
      {
        gboolean shown = self->events[kind]->len > 0;

        read_events (self, kind);
        changed[kind] = TRUE;
        /* Changes of course are drawn through all lanes. */
        layout |= shown != (self->events[kind]->len > 0) || kind == ENT_TIMELINE_DECISIONS;
      }
  if (layout)
    {
      read_lanes (self);
      g_signal_emit (self, signals[LAYOUT_CHANGED], 0);
      return;
    }
  for (EntTimelineKind kind = 0; kind < ENT_TIMELINE_N_EVENT_KINDS; kind++)
    if (changed[kind] && find_kind (self, kind) >= 0)
      g_signal_emit (self, signals[CHANGED], 0, (guint) find_kind (self, kind));
}

/* --- Life ------------------------------------------------------------------------------------ */

static void
ent_timeline_model_dispose (GObject *object)
{
  EntTimelineModel *self = ENT_TIMELINE_MODEL (object);

  if (self->kpis != NULL)
    {
      g_signal_handlers_disconnect_by_data (get_project (self), self);
      g_signal_handlers_disconnect_by_data (self->kpis, self);
    }
  for (EntTimelineKind kind = 0; kind < ENT_TIMELINE_N_EVENT_KINDS; kind++)
    g_clear_pointer (&self->events[kind], g_array_unref);
  g_clear_pointer (&self->lanes, g_array_unref);
  g_clear_pointer (&self->pivots, g_array_unref);
  g_clear_pointer (&self->folded, g_hash_table_unref);
  g_clear_pointer (&self->kept, g_ptr_array_unref);
  g_clear_object (&self->goal);
  g_clear_object (&self->owner);
  g_clear_object (&self->kpis);

  G_OBJECT_CLASS (ent_timeline_model_parent_class)->dispose (object);
}

static void
ent_timeline_model_class_init (EntTimelineModelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ent_timeline_model_dispose;

  /**
   * EntTimelineModel::changed:
   * @self: the timeline
   * @lane: a lane
   *
   * What a lane says or holds is different.
   */
  signals[CHANGED] = g_signal_new ("changed", ENT_TYPE_TIMELINE_MODEL, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  /**
   * EntTimelineModel::layout-changed:
   * @self: the timeline
   *
   * Lanes came, went, moved, were folded or unfolded, or anything in any of them may be different.
   */
  signals[LAYOUT_CHANGED] = g_signal_new ("layout-changed", ENT_TYPE_TIMELINE_MODEL,
                                          G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ent_timeline_model_init (EntTimelineModel *self)
{
  self->statuses = ENT_TIMELINE_ALL_STATUSES;
  self->lanes = g_array_new (FALSE, FALSE, sizeof (EntTimelineLane));
  self->pivots = g_array_new (FALSE, FALSE, sizeof (int));
  self->folded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/**
 * ent_timeline_model_new:
 * @kpis: KPIs, which say as of which day they are looked at
 *
 * Returns: (transfer full): their timeline, with what else happened in the project
 */
EntTimelineModel *
ent_timeline_model_new (EntKpis *kpis)
{
  EntTimelineModel *self;

  g_return_val_if_fail (ENT_IS_KPIS (kpis), NULL);

  self = g_object_new (ENT_TYPE_TIMELINE_MODEL, NULL);
  self->kpis = g_object_ref (kpis);
  read_everything (self);
  g_signal_connect_object (kpis, "changed", G_CALLBACK (on_kpis_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (get_project (self), "committed", G_CALLBACK (on_committed), self,
                           G_CONNECT_SWAPPED);

  return self;
}

/**
 * ent_timeline_model_freeze:
 * @self: a timeline of KPIs that are frozen
 *
 * Follows the project no longer, for documents: lanes and items stay those of now, while their records
 * may go on to get other names.
 */
void
ent_timeline_model_freeze (EntTimelineModel *self)
{
  g_return_if_fail (ENT_IS_TIMELINE_MODEL (self));

  g_signal_handlers_disconnect_by_func (get_project (self), on_committed, self);
  g_signal_handlers_disconnect_by_func (self->kpis, on_kpis_changed, self);
  g_clear_pointer (&self->kept, g_ptr_array_unref);
  self->kept = g_ptr_array_new_with_free_func (g_object_unref);
  for (EntTimelineKind kind = 0; kind < ENT_TIMELINE_N_EVENT_KINDS; kind++)
    for (guint i = 0; i < self->events[kind]->len; i++)
      g_ptr_array_add (self->kept, g_object_ref (g_array_index (self->events[kind], EntTimelineItem,
                                                                i).record));
}

/**
 * ent_timeline_model_get_kpis:
 * @self: a timeline
 *
 * Returns: (transfer none): its KPIs
 */
EntKpis *
ent_timeline_model_get_kpis (EntTimelineModel *self)
{
  g_return_val_if_fail (ENT_IS_TIMELINE_MODEL (self), NULL);

  return self->kpis;
}

/* --- Filter ---------------------------------------------------------------------------------- */

/**
 * ent_timeline_model_get_goal:
 * @self: a timeline
 *
 * Returns: (transfer none) (nullable): the goal that it is about; %NULL for all
 */
EntRecord *
ent_timeline_model_get_goal (EntTimelineModel *self)
{
  g_return_val_if_fail (ENT_IS_TIMELINE_MODEL (self), NULL);

  return self->goal;
}

/**
 * ent_timeline_model_set_goal:
 * @self: a timeline
 * @goal: (nullable): a goal, or %NULL for all
 *
 * Shows only KPIs, milestones, decisions and stories that have to do with a goal. Check-ins are about
 * all goals and stay.
 */
void
ent_timeline_model_set_goal (EntTimelineModel *self, EntRecord *goal)
{
  g_return_if_fail (ENT_IS_TIMELINE_MODEL (self));

  if (g_set_object (&self->goal, goal))
    read_everything (self);
}

/**
 * ent_timeline_model_get_owner:
 * @self: a timeline
 *
 * Returns: (transfer none) (nullable): the partner whose KPIs are shown; %NULL for all
 */
EntRecord *
ent_timeline_model_get_owner (EntTimelineModel *self)
{
  g_return_val_if_fail (ENT_IS_TIMELINE_MODEL (self), NULL);

  return self->owner;
}

/**
 * ent_timeline_model_set_owner:
 * @self: a timeline
 * @owner: (nullable): a partner, or %NULL for all
 *
 * Shows only the KPIs of a partner.
 */
void
ent_timeline_model_set_owner (EntTimelineModel *self, EntRecord *owner)
{
  g_return_if_fail (ENT_IS_TIMELINE_MODEL (self));

  if (g_set_object (&self->owner, owner))
    read_everything (self);
}

/**
 * ent_timeline_model_get_statuses:
 * @self: a timeline
 *
 * Returns: the statuses whose KPIs are shown, a bit for each #EntKpiStatus
 */
guint
ent_timeline_model_get_statuses (EntTimelineModel *self)
{
  g_return_val_if_fail (ENT_IS_TIMELINE_MODEL (self), 0);

  return self->statuses;
}

/**
 * ent_timeline_model_set_statuses:
 * @self: a timeline
 * @statuses: statuses, a bit for each #EntKpiStatus, or %ENT_TIMELINE_ALL_STATUSES
 *
 * Shows only KPIs of some statuses.
 */
void
ent_timeline_model_set_statuses (EntTimelineModel *self, guint statuses)
{
  g_return_if_fail (ENT_IS_TIMELINE_MODEL (self));

  if (self->statuses == statuses)
    return;

  self->statuses = statuses;
  read_everything (self);
}

/**
 * ent_timeline_model_is_filtered:
 * @self: a timeline
 *
 * Returns: whether some of it is not shown
 */
gboolean
ent_timeline_model_is_filtered (EntTimelineModel *self)
{
  g_return_val_if_fail (ENT_IS_TIMELINE_MODEL (self), FALSE);

  return self->goal != NULL || self->owner != NULL
         || (self->statuses & ENT_TIMELINE_ALL_STATUSES) != ENT_TIMELINE_ALL_STATUSES;
}

/* --- Folding and order ----------------------------------------------------------------------- */

static const char *
get_kpi_id (EntTimelineModel *self, guint lane)
{
  return ent_record_get_id (ent_kpis_get_series (self->kpis, _ent_timeline_get_lane (self, lane)->kpi)->kpi);
}

/**
 * ent_timeline_model_is_folded:
 * @self: a timeline
 * @lane: a lane
 *
 * Returns: whether the lane is folded to a single line
 */
gboolean
ent_timeline_model_is_folded (EntTimelineModel *self, guint lane)
{
  g_return_val_if_fail (ENT_IS_TIMELINE_MODEL (self) && lane < self->lanes->len, FALSE);

  if (lane < self->n_events)
    return self->folded_events[_ent_timeline_get_lane (self, lane)->kind];

  return g_hash_table_contains (self->folded, get_kpi_id (self, lane));
}

static gboolean
fold (EntTimelineModel *self, guint lane, gboolean folded)
{
  if (ent_timeline_model_is_folded (self, lane) == folded)
    return FALSE;

  if (lane < self->n_events)
    self->folded_events[_ent_timeline_get_lane (self, lane)->kind] = folded;
  else if (folded)
    g_hash_table_add (self->folded, g_strdup (get_kpi_id (self, lane)));
  else
    g_hash_table_remove (self->folded, get_kpi_id (self, lane));

  return TRUE;
}

/**
 * ent_timeline_model_set_folded:
 * @self: a timeline
 * @lane: a lane
 * @folded: whether to fold it
 *
 * Folds a lane to a single line, or unfolds it.
 */
void
ent_timeline_model_set_folded (EntTimelineModel *self, guint lane, gboolean folded)
{
  g_return_if_fail (ENT_IS_TIMELINE_MODEL (self) && lane < self->lanes->len);

  if (fold (self, lane, !!folded))
    g_signal_emit (self, signals[LAYOUT_CHANGED], 0);
}

/**
 * ent_timeline_model_fold_all:
 * @self: a timeline
 * @folded: whether to fold them
 *
 * Folds or unfolds the lanes of all KPIs.
 */
void
ent_timeline_model_fold_all (EntTimelineModel *self, gboolean folded)
{
  gboolean changed = FALSE;

  g_return_if_fail (ENT_IS_TIMELINE_MODEL (self));

  for (guint i = self->n_events; i < self->lanes->len; i++)
    changed |= fold (self, i, !!folded);
  if (changed)
    g_signal_emit (self, signals[LAYOUT_CHANGED], 0);
}

/**
 * ent_timeline_model_move_lane:
 * @self: a timeline
 * @lane: the lane of a KPI
 * @to: the lane of a KPI in whose place it comes
 *
 * Moves a KPI in the project's list, as a step that can be undone. Where lanes are filtered, it comes
 * to stand beside the KPI that it takes the place of.
 *
 * Returns: whether it moved
 */
gboolean
ent_timeline_model_move_lane (EntTimelineModel *self, guint lane, guint to)
{
  EntRecord *kpi;
  EntRecord *place;
  g_autofree char *name = NULL;
  g_autofree char *quoted = NULL;
  g_autofree char *label = NULL;
  g_autoptr(EntTransaction) step = NULL;

  g_return_val_if_fail (ENT_IS_TIMELINE_MODEL (self), FALSE);

  if (lane == to || MIN (lane, to) < self->n_events || MAX (lane, to) >= self->lanes->len
      || ent_project_is_read_only (get_project (self)))
    return FALSE;

  kpi = ent_timeline_model_get_series (self, lane)->kpi;
  place = ent_timeline_model_get_series (self, to)->kpi;
  name = ent_record_dup_title (kpi);
  quoted = ent_phrase_quote (name);
  /* Translators: a step that can be undone; %s is the name in quotes */
  label = g_strdup_printf (_("Move KPI %s"), quoted);
  step = ent_project_begin (get_project (self), label);
  if (!ent_project_move (get_project (self), kpi, ent_record_get_position (place)))
    return FALSE;
  ent_transaction_commit (step);

  return TRUE;
}
