/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The XmR chart: limits from how much a series moves from one value to the next, and the points that
 * are more than noise. Each rule is a pass over the values; none looks back further than it marks. */
#include "config.h"

#include "analysis/ent-xmr.h"

#include <math.h>

/* Limits of individual values and of moving ranges, in mean moving ranges (D. J. Wheeler). */
#define LIMIT 2.66
#define RANGE_LIMIT 3.267

/* So many points make a trend or a shift. */
#define RUN 7

/* Sums start from the first value: values that are all alike have exactly themselves as mean. */
static double
get_mean (const double *values, guint n)
{
  double sum = 0;

  for (guint i = 1; i < n; i++)
    sum += values[i] - values[0];

  return values[0] + sum / n;
}

/* The mean of the moving ranges below @limit, of which there is at least one. */
static double
get_moving_range_mean (const double *values, guint n, double limit)
{
  double sum = 0;
  guint found = 0;

  for (guint i = 1; i < n; i++)
    {
      double range = fabs (values[i] - values[i - 1]);

      if (range < limit)
        {
          sum += range;
          found++;
        }
    }

  return sum / found;
}

/**
 * ent_xmr_compute:
 * @values: (array length=n): a series, in the order of its days
 * @n: how many there are
 * @screen: whether to leave out moving ranges of 3.267 times their mean or more, once
 *
 * The limits: mean ± 2.66 × the mean moving range (D. J. Wheeler, “Understanding Variation”, 1993;
 * NHS England, “Making Data Count”).
 *
 * Returns: the limits
 */
EntXmr
ent_xmr_compute (const double *values, guint n, gboolean screen)
{
  EntXmr self = { n, NAN, NAN, NAN, NAN, NAN, NAN, NAN };
  double range;

  g_return_val_if_fail (values != NULL || n == 0, self);

  if (n < ENT_XMR_LEAST)
    return self;

  self.mean = get_mean (values, n);
  range = get_moving_range_mean (values, n, INFINITY);
  if (screen && range > 0)
    range = get_moving_range_mean (values, n, RANGE_LIMIT * range);

  self.moving_range_mean = range;
  self.lower = self.mean - LIMIT * range;
  self.upper = self.mean + LIMIT * range;
  self.near_lower = self.mean - LIMIT * range * 2 / 3;
  self.near_upper = self.mean + LIMIT * range * 2 / 3;
  self.range_upper = RANGE_LIMIT * range;

  return self;
}

/**
 * ent_xmr_has_limits:
 * @self: limits
 *
 * Returns: whether there are enough values for any
 */
gboolean
ent_xmr_has_limits (const EntXmr *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->n >= ENT_XMR_LEAST;
}

/**
 * ent_xmr_is_trial:
 * @self: limits
 *
 * Returns: whether there are limits from so few values that they are a trial only
 */
gboolean
ent_xmr_is_trial (const EntXmr *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->n >= ENT_XMR_LEAST && self->n < ENT_XMR_SETTLED;
}

/* --- Signals --------------------------------------------------------------------------------- */

/* A series on its way through the rules. */
typedef struct {
  const EntXmr *limits;
  const double *values;
  EntSignal *signals;
  double slack;                      /* what rounding may add to a sum of these values */
} Search;

/* The first rule that applies to a point keeps it. */
static void
mark (Search *search, guint point, EntSignalRule rule, int side)
{
  if (search->signals[point].rule != ENT_SIGNAL_NONE)
    return;

  search->signals[point].rule = rule;
  search->signals[point].side = (gint8) side;
}

static void
mark_run (Search *search, guint end, guint length, EntSignalRule rule, int side)
{
  for (guint i = 0; i < length; i++)
    mark (search, end - i, rule, side);
}

/* 1 above @edge, -1 below it, 0 on it. */
static int
compare (const Search *search, double value, double edge)
{
  if (value > edge + search->slack)
    return 1;

  return value < edge - search->slack ? -1 : 0;
}

static void
find_outside (Search *search)
{
  for (guint i = 0; i < search->limits->n; i++)
    if (compare (search, search->values[i], search->limits->upper) > 0)
      mark (search, i, ENT_SIGNAL_OUTSIDE, 1);
    else if (compare (search, search->values[i], search->limits->lower) < 0)
      mark (search, i, ENT_SIGNAL_OUTSIDE, -1);
}

static void
find_trends (Search *search)
{
  guint length = 1;
  int way = 0;

  for (guint i = 1; i < search->limits->n; i++)
    {
      int step = compare (search, search->values[i], search->values[i - 1]);

      length = step == 0 ? 1 : step == way ? length + 1 : 2;
      way = step;
      if (length >= RUN)
        mark_run (search, i, length == RUN ? RUN : 1, ENT_SIGNAL_TREND, way);
    }
}

/* 2 of 3 beyond a near limit, all three on that side of the mean: those beyond. */
static void
find_near_limits (Search *search, double edge, int side)
{
  for (guint last = 2; last < search->limits->n; last++)
    {
      guint beyond = 0;
      guint beside = 0;

      for (guint i = last - 2; i <= last; i++)
        {
          beyond += compare (search, search->values[i], edge) == side;
          beside += compare (search, search->values[i], search->limits->mean) == side;
        }
      if (beyond < 2 || beside < 3)
        continue;
      for (guint i = last - 2; i <= last; i++)
        if (compare (search, search->values[i], edge) == side)
          mark (search, i, ENT_SIGNAL_NEAR_LIMIT, side);
    }
}

static void
find_shifts (Search *search)
{
  guint length = 0;
  int side = 0;

  for (guint i = 0; i < search->limits->n; i++)
    {
      int here = compare (search, search->values[i], search->limits->mean);

      length = here == 0 ? 0 : here == side ? length + 1 : 1;
      side = here;
      if (length >= RUN)
        mark_run (search, i, length == RUN ? RUN : 1, ENT_SIGNAL_SHIFT, side);
    }
}

static double
get_slack (const double *values, guint n)
{
  double least = values[0];
  double most = values[0];

  for (guint i = 1; i < n; i++)
    {
      least = MIN (least, values[i]);
      most = MAX (most, values[i]);
    }

  return 1e-10 * (most - least) + 1e-15 * MAX (fabs (least), fabs (most));
}

/**
 * ent_xmr_find_signals:
 * @self: the limits of @values
 * @values: (array): the same series
 * @signals: (out caller-allocates) (array): the signal of each point, with %ENT_SIGNAL_NONE for noise
 *
 * Finds the points that are more than noise, by the first rule that applies to each: outside the
 * limits; 7 points that go one way; 2 of 3 beyond a near limit with all three on that side of the
 * mean; 7 on one side of the mean (NHS England, “Making Data Count”). A tie breaks a trend, and a
 * point on the mean a shift. Without limits there are no signals.
 */
void
ent_xmr_find_signals (const EntXmr *self, const double *values, EntSignal *signals)
{
  Search search = { self, values, signals, 0 };

  g_return_if_fail (self != NULL);
  g_return_if_fail ((values != NULL && signals != NULL) || self->n == 0);

  for (guint i = 0; i < self->n; i++)
    signals[i] = (EntSignal) { ENT_SIGNAL_NONE, 0 };
  if (!ent_xmr_has_limits (self))
    return;

  search.slack = get_slack (values, self->n);
  find_outside (&search);
  find_trends (&search);
  find_near_limits (&search, self->near_upper, 1);
  find_near_limits (&search, self->near_lower, -1);
  find_shifts (&search);
}

/**
 * ent_signal_rule_get_nick:
 * @rule: a rule
 *
 * Returns: (transfer none): its name for programs
 */
const char *
ent_signal_rule_get_nick (EntSignalRule rule)
{
  static const char *const nicks[ENT_N_SIGNAL_RULES] = {
    [ENT_SIGNAL_NONE] = "none",
    [ENT_SIGNAL_OUTSIDE] = "outside-limits",
    [ENT_SIGNAL_TREND] = "trend",
    [ENT_SIGNAL_NEAR_LIMIT] = "near-limit",
    [ENT_SIGNAL_SHIFT] = "shift",
    [ENT_SIGNAL_RUN] = "long-run",
    [ENT_SIGNAL_CROSSINGS] = "few-crossings",
  };

  g_return_val_if_fail ((guint) rule < ENT_N_SIGNAL_RULES, nicks[ENT_SIGNAL_NONE]);

  return nicks[rule];
}
