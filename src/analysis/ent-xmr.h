/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Signal or noise: the chart of individual values and their moving range (methods.md section 4). */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* From so many values on there are limits, and from so many on they are more than a trial. */
#define ENT_XMR_LEAST 5
#define ENT_XMR_SETTLED 12

/**
 * EntSignalRule:
 * @ENT_SIGNAL_NONE: noise
 * @ENT_SIGNAL_OUTSIDE: outside the limits
 * @ENT_SIGNAL_TREND: one of 7 or more points that all go one way
 * @ENT_SIGNAL_NEAR_LIMIT: beyond a near limit, like another of 3 on that side
 * @ENT_SIGNAL_SHIFT: one of 7 or more on one side of the mean
 * @ENT_SIGNAL_RUN: one of an unusually long run on one side of the median
 * @ENT_SIGNAL_CROSSINGS: in a series that crosses its median unusually seldom
 *
 * Why a point is more than noise. The first four are for a chart with limits, the last two for a run
 * chart.
 */
typedef enum {
  ENT_SIGNAL_NONE,
  ENT_SIGNAL_OUTSIDE,
  ENT_SIGNAL_TREND,
  ENT_SIGNAL_NEAR_LIMIT,
  ENT_SIGNAL_SHIFT,
  ENT_SIGNAL_RUN,
  ENT_SIGNAL_CROSSINGS,
  ENT_N_SIGNAL_RULES
} EntSignalRule;

/**
 * EntSignal:
 * @rule: an #EntSignalRule, the first that applies to the point
 * @side: 1 where it speaks of more, -1 of less, 0 of neither
 */
typedef struct {
  guint8 rule;
  gint8 side;
} EntSignal;

/**
 * EntXmr:
 * @n: how many values there are
 * @mean: their mean, of all of them in any case
 * @moving_range_mean: the mean of |x[i] − x[i−1]|
 * @lower: mean − 2.66 moving_range_mean
 * @upper: mean + 2.66 moving_range_mean
 * @near_lower: two thirds of the way from the mean to @lower
 * @near_upper: two thirds of the way from the mean to @upper
 * @range_upper: 3.267 moving_range_mean, which a moving range stays below
 *
 * The limits of a series. With fewer than %ENT_XMR_LEAST values all but @n are NAN.
 */
typedef struct {
  guint n;
  double mean;
  double moving_range_mean;
  double lower;
  double upper;
  double near_lower;
  double near_upper;
  double range_upper;
} EntXmr;

EntXmr   ent_xmr_compute      (const double *values,
                               guint         n,
                               gboolean      screen);
gboolean ent_xmr_has_limits   (const EntXmr *self);
gboolean ent_xmr_is_trial     (const EntXmr *self);
void     ent_xmr_find_signals (const EntXmr *self,
                               const double *values,
                               EntSignal    *signals);

const char *ent_signal_rule_get_nick (EntSignalRule rule);

G_END_DECLS
