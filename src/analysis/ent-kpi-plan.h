/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a KPI should become, and how a measurement compares with it (methods.md section 3). */
#pragma once

#include "model/ent-record.h"

G_BEGIN_DECLS

/* From this share of the expected way on a KPI is on track, and from this one on it lags. */
#define ENT_KPI_ON_TRACK_FROM 0.95
#define ENT_KPI_LAGGING_FROM 0.75

/**
 * EntKpiStatus:
 * @ENT_KPI_OFF_TRACK: far from what is expected
 * @ENT_KPI_LAGGING: behind what is expected, not by much
 * @ENT_KPI_ON_TRACK: about as expected, or better
 * @ENT_KPI_MET: the target is reached
 * @ENT_KPI_NO_TARGET: measured, with nothing to compare it with
 * @ENT_KPI_NO_DATA: not measured yet
 *
 * The most pressing first, so that they sort by value.
 */
typedef enum {
  ENT_KPI_OFF_TRACK,
  ENT_KPI_LAGGING,
  ENT_KPI_ON_TRACK,
  ENT_KPI_MET,
  ENT_KPI_NO_TARGET,
  ENT_KPI_NO_DATA,
  ENT_N_KPI_STATUSES
} EntKpiStatus;

/**
 * EntKpiPlan:
 * @direction: which way is better
 * @pulse: whether it is a question answered from 1 to 5
 * @baseline: where it began
 * @baseline_day: when, as ent_day_to_number() counts
 * @target: where it should get to
 * @target_day: by when
 * @low: lower end of the band, for “within”
 * @high: upper end of the band
 * @tolerance: how far from the target or band still lags only, in percent; 0 where none was given
 * @every: days from one measurement to the next, 0 where none were given
 *
 * What a KPI should become. Numbers that are not set are NAN, days %ENT_DAY_NONE.
 */
typedef struct {
  EntDirection direction;
  gboolean pulse;
  double baseline;
  int baseline_day;
  double target;
  int target_day;
  double low;
  double high;
  double tolerance;
  int every;
} EntKpiPlan;

/**
 * EntKpiStanding:
 * @status: how it goes
 * @latest: the latest value, or NAN
 * @latest_day: when it was measured, or %ENT_DAY_NONE
 * @expected: what is expected by now, or NAN where there is no trajectory
 * @progress: the share of the expected way that was made, 1 being as expected; NAN where there is no
 *   trajectory
 * @stale: whether the next measurement is overdue by more than half the time between two
 *
 * How a KPI stands on a day.
 */
typedef struct {
  EntKpiStatus status;
  double latest;
  int latest_day;
  double expected;
  double progress;
  gboolean stale;
} EntKpiStanding;

void           ent_kpi_plan_read   (EntKpiPlan       *self,
                                    EntRecord        *kpi);
gboolean       ent_kpi_plan_has_band (const EntKpiPlan *self);
void           ent_kpi_plan_get_band (const EntKpiPlan *self,
                                    double           *bottom,
                                    double           *top);
int            ent_kpi_plan_get_due (const EntKpiPlan *self,
                                    int               latest_day);
double         ent_kpi_plan_expect (const EntKpiPlan *self,
                                    int               day);
EntKpiStanding ent_kpi_plan_judge  (const EntKpiPlan *self,
                                    double            latest,
                                    int               latest_day,
                                    int               today);

G_END_DECLS
