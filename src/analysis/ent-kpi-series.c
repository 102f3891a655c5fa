/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The points of a KPI and what follows from them. Points are kept in order of their days; all figures
 * are worked out anew from them, which for one KPI costs a few passes. */
#include "config.h"

#include "analysis/ent-kpi-series.h"

#include <math.h>

#include "analysis/ent-day.h"
#include "model/ent-kinds.h"
#include "model/ent-project.h"

/**
 * ent_kpi_series_new:
 * @kpi: a KPI, which must outlive it
 *
 * Returns: (transfer full): a series without points
 */
EntKpiSeries *
ent_kpi_series_new (EntRecord *kpi)
{
  EntKpiSeries *self;

  g_return_val_if_fail (ENT_IS_RECORD (kpi), NULL);

  self = g_new0 (EntKpiSeries, 1);
  self->kpi = kpi;
  self->points = g_array_new (FALSE, FALSE, sizeof (EntKpiPoint));
  self->segments = g_array_new (FALSE, FALSE, sizeof (EntKpiSegment));
  self->signals = g_array_new (FALSE, FALSE, sizeof (EntSignal));

  return self;
}

/**
 * ent_kpi_series_free:
 * @self: (transfer full): a series
 *
 * Frees it.
 */
void
ent_kpi_series_free (EntKpiSeries *self)
{
  g_return_if_fail (self != NULL);

  g_array_unref (self->points);
  g_array_unref (self->segments);
  g_array_unref (self->signals);
  g_free (self);
}

/* --- Points ---------------------------------------------------------------------------------- */

/* The first point on @day or later. Most measurements come in order, so the end is tried first. */
static guint
find_day (const EntKpiSeries *self, int day)
{
  guint low = 0;
  guint high = self->points->len;

  if (high > 0 && ent_kpi_series_get_point (self, high - 1)->day < day)
    return high;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (ent_kpi_series_get_point (self, middle)->day < day)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/**
 * ent_kpi_series_place:
 * @self: a series
 * @measurement: a measurement of its KPI that came, went or changed
 *
 * Brings its point up to date. A measurement is its KPI's only one of its day.
 */
void
ent_kpi_series_place (EntKpiSeries *self, EntRecord *measurement)
{
  EntKpiPoint point;
  guint place;
  gboolean there;

  g_return_if_fail (self != NULL);
  g_return_if_fail (ENT_IS_RECORD (measurement));

  point.day = ent_day_to_number (ent_record_get_string (measurement, ENT_MEASUREMENT_DATE));
  point.value = ent_record_get_double (measurement, ENT_MEASUREMENT_VALUE);
  point.measurement = measurement;
  if (point.day == ENT_DAY_NONE)
    return;

  place = find_day (self, point.day);
  there = place < self->points->len && ent_kpi_series_get_point (self, place)->day == point.day;
  if (ent_record_get_project (measurement) == NULL || isnan (point.value))
    {
      if (there && ent_kpi_series_get_point (self, place)->measurement == measurement)
        g_array_remove_index (self->points, place);
    }
  else if (there)
    g_array_index (self->points, EntKpiPoint, place) = point;
  else
    g_array_insert_val (self->points, place, point);
}

/* --- Figures --------------------------------------------------------------------------------- */

static GArray *
dup_rebase_days (const EntKpiSeries *self)
{
  const char *const *dates = ent_record_get_list (self->kpi, ENT_KPI_REBASE);
  GArray *days = g_array_new (FALSE, FALSE, sizeof (int));

  for (guint i = 0; dates != NULL && dates[i] != NULL; i++)
    {
      int day = ent_day_to_number (dates[i]);

      if (day != ENT_DAY_NONE)
        g_array_append_val (days, day);
    }

  return days;
}

/* Whether a day of recalculation lies after @from and not after @to. */
static gboolean
is_rebased (GArray *days, int from, int to)
{
  for (guint i = 0; i < days->len; i++)
    {
      int day = g_array_index (days, int, i);

      if (day > from && day <= to)
        return TRUE;
    }

  return FALSE;
}

static void
add_segment (EntKpiSeries *self, const double *values, guint first, guint end, gboolean screen)
{
  EntKpiSegment segment = { first, end - first, ent_xmr_compute (NULL, 0, FALSE),
                            ent_run_chart_compute (NULL, 0) };
  EntSignal *signals = &g_array_index (self->signals, EntSignal, first);

  if (self->plan.pulse)
    {
      segment.run = ent_run_chart_compute (values + first, segment.n);
      ent_run_chart_find_signals (&segment.run, values + first, signals);
    }
  else
    {
      segment.xmr = ent_xmr_compute (values + first, segment.n, screen);
      ent_xmr_find_signals (&segment.xmr, values + first, signals);
    }
  g_array_append_val (self->segments, segment);
}

static void
compute_segments (EntKpiSeries *self, gboolean screen)
{
  g_autofree double *values = g_new (double, self->n);
  g_autoptr(GArray) days = dup_rebase_days (self);
  guint first = 0;

  g_array_set_size (self->segments, 0);
  g_array_set_size (self->signals, self->n);
  for (guint i = 0; i < self->n; i++)
    values[i] = ent_kpi_series_get_point (self, i)->value;

  for (guint i = 1; i <= self->n; i++)
    if (i == self->n || (days->len > 0
                         && is_rebased (days, ent_kpi_series_get_point (self, i - 1)->day,
                                        ent_kpi_series_get_point (self, i)->day)))
      {
        add_segment (self, values, first, i, screen);
        first = i;
      }
}

/* Where the ends @good and @bad of what may come lie, seen from the target. */
static EntAssurance
compare_with_target (double target, double good, double bad)
{
  double way = good - bad;

  if ((way > 0 && target > good) || (way < 0 && target < good))
    return ENT_ASSURANCE_FAIL;
  if ((way > 0 && target < bad) || (way < 0 && target > bad))
    return ENT_ASSURANCE_PASS;

  return ENT_ASSURANCE_CHANCE;
}

static EntAssurance
compare_with_band (const EntKpiPlan *plan, const EntXmr *xmr)
{
  double bottom;
  double top;

  ent_kpi_plan_get_band (plan, &bottom, &top);
  if (xmr->upper < bottom || xmr->lower > top)
    return ENT_ASSURANCE_FAIL;

  return xmr->lower >= bottom && xmr->upper <= top ? ENT_ASSURANCE_PASS : ENT_ASSURANCE_CHANCE;
}

/* Where all values are alike, both limits are that value, and it meets the target or does not. */
static EntAssurance
compute_assurance (const EntKpiSeries *self)
{
  const EntKpiSegment *last = ent_kpi_series_get_last_segment (self);
  gboolean less = self->plan.direction == ENT_DIRECTION_DECREASE;
  const EntXmr *xmr;

  if (last == NULL || !ent_xmr_has_limits (&last->xmr))
    return ENT_ASSURANCE_NONE;

  xmr = &last->xmr;
  if (self->plan.direction == ENT_DIRECTION_WITHIN)
    return ent_kpi_plan_has_band (&self->plan) ? compare_with_band (&self->plan, xmr)
                                               : ENT_ASSURANCE_NONE;
  if (isnan (self->plan.target))
    return ENT_ASSURANCE_NONE;
  if (xmr->upper == xmr->lower)
    return (less ? xmr->mean <= self->plan.target : xmr->mean >= self->plan.target)
             ? ENT_ASSURANCE_PASS : ENT_ASSURANCE_FAIL;

  return compare_with_target (self->plan.target, less ? xmr->lower : xmr->upper,
                              less ? xmr->upper : xmr->lower);
}

/**
 * ent_kpi_series_compute:
 * @self: a series
 * @today: the day looked at, as ent_day_to_number() counts; later points do not count
 * @screen: whether very large moving ranges are left out of the limits
 *
 * Works out everything but the points anew.
 */
void
ent_kpi_series_compute (EntKpiSeries *self, int today, gboolean screen)
{
  double latest = NAN;
  int latest_day = ENT_DAY_NONE;

  g_return_if_fail (self != NULL);

  ent_kpi_plan_read (&self->plan, self->kpi);
  self->n = find_day (self, today + 1);
  compute_segments (self, screen);

  if (self->n > 0)
    {
      latest = ent_kpi_series_get_point (self, self->n - 1)->value;
      latest_day = ent_kpi_series_get_point (self, self->n - 1)->day;
    }
  self->standing = ent_kpi_plan_judge (&self->plan, latest, latest_day, today);
  self->assurance = compute_assurance (self);
}

/* --- Reading --------------------------------------------------------------------------------- */

/**
 * ent_kpi_series_get_point:
 * @self: a series
 * @point: number of a point
 *
 * Returns: (transfer none): the point
 */
const EntKpiPoint *
ent_kpi_series_get_point (const EntKpiSeries *self, guint point)
{
  return &g_array_index (self->points, EntKpiPoint, point);
}

/**
 * ent_kpi_series_get_signal:
 * @self: a series
 * @point: number of a point
 *
 * Returns: its signal; none for a point that does not count
 */
EntSignal
ent_kpi_series_get_signal (const EntKpiSeries *self, guint point)
{
  if (point >= self->signals->len)
    return (EntSignal) { ENT_SIGNAL_NONE, 0 };

  return g_array_index (self->signals, EntSignal, point);
}

/**
 * ent_kpi_series_get_sense:
 * @self: a series
 * @signal: a signal of it
 *
 * Returns: what the signal means for the KPI, by its direction
 */
EntKpiSense
ent_kpi_series_get_sense (const EntKpiSeries *self, EntSignal signal)
{
  g_return_val_if_fail (self != NULL, ENT_KPI_CHANGE);

  if (signal.side == 0 || self->plan.direction == ENT_DIRECTION_WITHIN)
    return ENT_KPI_CHANGE;

  return (signal.side > 0) == (self->plan.direction == ENT_DIRECTION_INCREASE)
           ? ENT_KPI_IMPROVEMENT : ENT_KPI_CONCERN;
}

/**
 * ent_kpi_series_get_last_segment:
 * @self: a series
 *
 * Returns: (transfer none) (nullable): the stretch that goes on until today; %NULL without points
 */
const EntKpiSegment *
ent_kpi_series_get_last_segment (const EntKpiSeries *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (self->segments->len == 0)
    return NULL;

  return &g_array_index (self->segments, EntKpiSegment, self->segments->len - 1);
}

/**
 * ent_kpi_sense_get_nick:
 * @sense: a sense
 *
 * Returns: (transfer none): its name for programs
 */
const char *
ent_kpi_sense_get_nick (EntKpiSense sense)
{
  static const char *const nicks[ENT_N_KPI_SENSES] = { "change", "improvement", "concern" };

  g_return_val_if_fail ((guint) sense < ENT_N_KPI_SENSES, nicks[0]);

  return nicks[sense];
}

/**
 * ent_assurance_get_nick:
 * @assurance: what the limits promise
 *
 * Returns: (transfer none) (nullable): its name for programs; %NULL for none
 */
const char *
ent_assurance_get_nick (EntAssurance assurance)
{
  static const char *const nicks[ENT_N_ASSURANCES] = {
    NULL, "will-be-met", "may-be-met", "will-not-be-met",
  };

  g_return_val_if_fail ((guint) assurance < ENT_N_ASSURANCES, NULL);

  return nicks[assurance];
}
