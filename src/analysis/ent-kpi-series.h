/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was measured of a KPI, and what it says: points, limits, signals, standing. Plain data to be
 * read; #EntKpis makes it and keeps it up to date. */
#pragma once

#include "analysis/ent-kpi-plan.h"
#include "analysis/ent-run-chart.h"
#include "analysis/ent-xmr.h"

G_BEGIN_DECLS

/**
 * EntKpiSense:
 * @ENT_KPI_CHANGE: something has changed, for better or worse
 * @ENT_KPI_IMPROVEMENT: it has changed for the better
 * @ENT_KPI_CONCERN: it has changed for the worse
 *
 * What a signal means for a KPI.
 */
typedef enum {
  ENT_KPI_CHANGE,
  ENT_KPI_IMPROVEMENT,
  ENT_KPI_CONCERN,
  ENT_N_KPI_SENSES
} EntKpiSense;

/**
 * EntAssurance:
 * @ENT_ASSURANCE_NONE: no limits or no target
 * @ENT_ASSURANCE_PASS: the target will be met unless something changes
 * @ENT_ASSURANCE_CHANCE: it may or may not be met, by chance
 * @ENT_ASSURANCE_FAIL: it will not be met unless something changes
 *
 * What the limits promise about the target.
 */
typedef enum {
  ENT_ASSURANCE_NONE,
  ENT_ASSURANCE_PASS,
  ENT_ASSURANCE_CHANCE,
  ENT_ASSURANCE_FAIL,
  ENT_N_ASSURANCES
} EntAssurance;

/**
 * EntKpiPoint:
 * @day: when, as ent_day_to_number() counts
 * @value: what was measured
 * @measurement: (unowned): the record
 */
typedef struct {
  int day;
  double value;
  EntRecord *measurement;
} EntKpiPoint;

/**
 * EntKpiSegment:
 * @first: its first point
 * @n: how many points it has, 1 or more
 * @xmr: its limits; for a pulse there are none, and it is all NAN
 * @run: for a pulse, its run chart
 *
 * A stretch of points that are looked at together: from one day of recalculation to the next.
 */
typedef struct {
  guint first;
  guint n;
  EntXmr xmr;
  EntRunChart run;
} EntKpiSegment;

/**
 * EntKpiSeries:
 * @kpi: (unowned): the KPI
 * @plan: what it should become
 * @points: (element-type EntKpiPoint): all of its points, by day
 * @n: how many of them count on the day looked at; they come first
 * @segments: (element-type EntKpiSegment): the stretches of those that count
 * @signals: (element-type EntSignal): for each point that counts
 * @standing: how it stands
 * @assurance: what the latest limits promise
 */
typedef struct {
  EntRecord *kpi;
  EntKpiPlan plan;
  GArray *points;
  guint n;
  GArray *segments;
  GArray *signals;
  EntKpiStanding standing;
  EntAssurance assurance;
} EntKpiSeries;

const EntKpiPoint   *ent_kpi_series_get_point        (const EntKpiSeries *self,
                                                      guint               point);
EntSignal            ent_kpi_series_get_signal       (const EntKpiSeries *self,
                                                      guint               point);
EntKpiSense          ent_kpi_series_get_sense        (const EntKpiSeries *self,
                                                      EntSignal           signal);
const EntKpiSegment *ent_kpi_series_get_last_segment (const EntKpiSeries *self);

const char          *ent_kpi_sense_get_nick          (EntKpiSense         sense);
const char          *ent_assurance_get_nick          (EntAssurance        assurance);

/* For EntKpis */
EntKpiSeries        *ent_kpi_series_new              (EntRecord          *kpi);
void                 ent_kpi_series_free             (EntKpiSeries       *self);
void                 ent_kpi_series_place            (EntKpiSeries       *self,
                                                      EntRecord          *measurement);
void                 ent_kpi_series_compute          (EntKpiSeries       *self,
                                                      int                 today,
                                                      gboolean            screen);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntKpiSeries, ent_kpi_series_free)

G_END_DECLS
