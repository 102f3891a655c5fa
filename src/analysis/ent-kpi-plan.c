/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The status of a KPI: honest about direction, trajectory and tolerance (methods.md section 3). */
#include "config.h"

#include "analysis/ent-kpi-plan.h"

#include <math.h>

#include "analysis/ent-day.h"
#include "model/ent-kinds.h"

/* What is exactly on an edge must not fall off it by how a computer rounds. */
#define SLACK 1e-9

static int
read_day (EntRecord *kpi, guint field)
{
  return ent_day_to_number (ent_record_get_string (kpi, field));
}

/**
 * ent_kpi_plan_read:
 * @self: (out caller-allocates): the plan
 * @kpi: a KPI
 *
 * Reads what the KPI should become.
 */
void
ent_kpi_plan_read (EntKpiPlan *self, EntRecord *kpi)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (ENT_IS_RECORD (kpi) && ent_record_get_kind (kpi) == ENT_KIND_KPI);

  self->direction = (EntDirection) ent_record_get_enum (kpi, ENT_KPI_DIRECTION);
  self->pulse = ent_record_get_enum (kpi, ENT_KPI_KIND) == ENT_KPI_PULSE;
  self->baseline = ent_record_get_double (kpi, ENT_KPI_BASELINE);
  self->baseline_day = read_day (kpi, ENT_KPI_BASELINE_DATE);
  self->target = ent_record_get_double (kpi, ENT_KPI_TARGET);
  self->target_day = read_day (kpi, ENT_KPI_TARGET_DATE);
  self->low = ent_record_get_double (kpi, ENT_KPI_LOW);
  self->high = ent_record_get_double (kpi, ENT_KPI_HIGH);
  self->tolerance = ent_record_get_double (kpi, ENT_KPI_TOLERANCE);
  if (isnan (self->tolerance))
    self->tolerance = 0;
  self->every = ent_record_get_int (kpi, ENT_KPI_EVERY);
  if (self->every == ENT_INT_UNSET)
    self->every = 0;
}

/**
 * ent_kpi_plan_has_band:
 * @self: a plan
 *
 * Returns: whether the KPI should stay within a band that has at least one end
 */
gboolean
ent_kpi_plan_has_band (const EntKpiPlan *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->direction == ENT_DIRECTION_WITHIN && (!isnan (self->low) || !isnan (self->high));
}

/**
 * ent_kpi_plan_get_band:
 * @self: a plan
 * @bottom: (out): its lower end, -INFINITY where there is none
 * @top: (out): its upper end, INFINITY where there is none
 *
 * The band to stay within. Ends given the wrong way round are turned.
 */
void
ent_kpi_plan_get_band (const EntKpiPlan *self, double *bottom, double *top)
{
  const double unlimited = INFINITY;
  double low;
  double high;

  g_return_if_fail (self != NULL && bottom != NULL && top != NULL);

  low = isnan (self->low) ? -unlimited : self->low;
  high = isnan (self->high) ? unlimited : self->high;
  *bottom = MIN (low, high);
  *top = MAX (low, high);
}

/* How much better @value is than @other. */
static double
gain (const EntKpiPlan *self, double value, double other)
{
  return self->direction == ENT_DIRECTION_DECREASE ? other - value : value - other;
}

/**
 * ent_kpi_plan_get_due:
 * @self: a plan
 * @latest_day: the day of the latest measurement, or %ENT_DAY_NONE
 *
 * Returns: the day on which the next one is due; %ENT_DAY_NONE where none was made, or it is not said
 *   how many days there are between two
 */
int
ent_kpi_plan_get_due (const EntKpiPlan *self, int latest_day)
{
  g_return_val_if_fail (self != NULL, ENT_DAY_NONE);

  return self->every > 0 && latest_day != ENT_DAY_NONE ? latest_day + self->every : ENT_DAY_NONE;
}

/* A way from the baseline to the target that leads in the right direction and takes time. */
static gboolean
has_trajectory (const EntKpiPlan *self)
{
  return self->direction != ENT_DIRECTION_WITHIN && !isnan (self->baseline)
    && !isnan (self->target) && self->baseline_day != ENT_DAY_NONE
    && self->target_day != ENT_DAY_NONE && self->target_day >= self->baseline_day
    && gain (self, self->target, self->baseline) >= 0;
}

/**
 * ent_kpi_plan_expect:
 * @self: a plan
 * @day: a day, as ent_day_to_number() counts
 *
 * The value expected on a day: on the straight line from the baseline to the target; before the
 * first and after the last date it is the end value.
 *
 * Returns: the value; NAN where baseline, target or one of their dates is missing, where they
 *   contradict the direction, or where the KPI is to stay within a band
 */
double
ent_kpi_plan_expect (const EntKpiPlan *self, int day)
{
  g_return_val_if_fail (self != NULL, NAN);

  if (!has_trajectory (self))
    return NAN;
  if (day >= self->target_day)
    return self->target;
  if (day <= self->baseline_day)
    return self->baseline;

  return self->baseline + (self->target - self->baseline) * (day - self->baseline_day)
    / (self->target_day - self->baseline_day);
}

static gboolean
is_met (const EntKpiPlan *self, double value)
{
  if (isnan (self->target))
    return FALSE;
  if (self->direction == ENT_DIRECTION_WITHIN)
    return value == self->target;

  return gain (self, value, self->target) >= 0;
}

/* The share of the expected way. Where nothing is expected yet, it is all or nothing. */
static double
get_progress (const EntKpiPlan *self, double latest, double expected)
{
  if (isnan (expected))
    return NAN;
  if (expected == self->baseline)
    return gain (self, latest, self->baseline) >= 0 ? 1 : 0;

  return (latest - self->baseline) / (expected - self->baseline);
}

static EntKpiStatus
judge_progress (double progress)
{
  if (progress >= ENT_KPI_ON_TRACK_FROM - SLACK)
    return ENT_KPI_ON_TRACK;

  return progress >= ENT_KPI_LAGGING_FROM - SLACK ? ENT_KPI_LAGGING : ENT_KPI_OFF_TRACK;
}

/* What is @distance away may be away by the tolerance of @whole. */
static EntKpiStatus
judge_distance (const EntKpiPlan *self, double distance, double whole)
{
  return distance <= self->tolerance / 100 * fabs (whole) * (1 + SLACK) ? ENT_KPI_LAGGING
                                                                         : ENT_KPI_OFF_TRACK;
}

static EntKpiStatus
judge_target (const EntKpiPlan *self, double latest)
{
  double way = self->target - self->baseline;

  if (isnan (way) || way == 0)
    way = self->target;

  return judge_distance (self, fabs (latest - self->target), way);
}

static EntKpiStatus
judge_band (const EntKpiPlan *self, double latest)
{
  double bottom;
  double top;
  double edge;

  ent_kpi_plan_get_band (self, &bottom, &top);
  edge = latest < bottom ? bottom : top;
  if (latest >= bottom && latest <= top)
    return ENT_KPI_ON_TRACK;

  return judge_distance (self, fabs (latest - edge),
                         isfinite (top - bottom) ? top - bottom : edge);
}

static EntKpiStatus
judge (const EntKpiPlan *self, double latest, double progress)
{
  if (isnan (latest))
    return ENT_KPI_NO_DATA;
  if (is_met (self, latest))
    return ENT_KPI_MET;
  if (ent_kpi_plan_has_band (self))
    return judge_band (self, latest);
  if (isnan (self->target))
    return ENT_KPI_NO_TARGET;

  return isnan (progress) ? judge_target (self, latest) : judge_progress (progress);
}

/**
 * ent_kpi_plan_judge:
 * @self: a plan
 * @latest: the latest value, or NAN
 * @latest_day: when it was measured, as ent_day_to_number() counts
 * @today: the day looked at
 *
 * Compares the latest value with what is expected on the day looked at, not with the final target:
 * progress p = (latest − baseline) ÷ (expected − baseline), on track from 0.95 on, lagging from 0.75
 * on (the rule of UpRaise for OKRs). Equal to the target is met in every direction. Without a
 * trajectory the target alone counts, with a tolerance in percent of the way to it, or of itself.
 *
 * Returns: how the KPI stands
 */
EntKpiStanding
ent_kpi_plan_judge (const EntKpiPlan *self, double latest, int latest_day, int today)
{
  EntKpiStanding standing = { ENT_KPI_NO_DATA, latest, latest_day, NAN, NAN, FALSE };

  g_return_val_if_fail (self != NULL, standing);

  standing.expected = ent_kpi_plan_expect (self, today);
  if (!isnan (latest))
    standing.progress = get_progress (self, latest, standing.expected);
  standing.status = judge (self, latest, standing.progress);
  standing.stale = !isnan (latest) && self->every > 0
    && 2 * (gint64) (today - latest_day) > 3 * (gint64) self->every;

  return standing;
}
