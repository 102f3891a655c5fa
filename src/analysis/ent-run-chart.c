/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ranks have no distances, so a run chart counts only sides of the median. */
#include "config.h"

#include "analysis/ent-run-chart.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static int
compare_values (gconstpointer a, gconstpointer b)
{
  const double *x = a;
  const double *y = b;

  return (*x > *y) - (*x < *y);
}

static double
get_median (const double *values, guint n)
{
  g_autofree double *sorted = g_memdup2 (values, n * sizeof *values);

  if (n == 0)
    return NAN;

  qsort (sorted, n, sizeof *sorted, compare_values);

  return n % 2 == 1 ? sorted[n / 2] : (sorted[n / 2 - 1] + sorted[n / 2]) / 2;
}

/* The smallest k for which at most k successes in @n throws of a coin are as likely as @p. */
static guint
get_binomial_quantile (guint n, double p)
{
  double cumulated = 0;

  for (guint k = 0; k <= n; k++)
    {
      cumulated += exp (lgamma (n + 1.0) - lgamma (k + 1.0) - lgamma (n - k + 1.0) - n * M_LN2);
      if (cumulated >= p)
        return k;
    }

  return n;
}

/* Which side of the median a value is on: 1, -1, or 0 on it. */
static int
get_side (const EntRunChart *self, double value)
{
  return (value > self->median) - (value < self->median);
}

static void
count_runs (EntRunChart *self, const double *values)
{
  guint length = 0;
  int last = 0;

  for (guint i = 0; i < self->n; i++)
    {
      int side = get_side (self, values[i]);

      if (side == 0)
        continue;
      self->crossings += last != 0 && side != last;
      length = side == last ? length + 1 : 1;
      self->longest_run = MAX (self->longest_run, length);
      self->n_useful++;
      last = side;
    }
}

/**
 * ent_run_chart_compute:
 * @values: (array length=n): a series, in the order of its days
 * @n: how many there are
 *
 * The median and the runs on either side of it. A longest run of more than round (log₂ n) + 3, or
 * fewer crossings than the 5 % quantile of Binomial (n − 1, ½), is unusual, with n the values that
 * are not on the median (J. Anhøj, A. V. Olesen, “Run charts revisited”, PLOS ONE 9, 2014).
 *
 * Returns: the run chart
 */
EntRunChart
ent_run_chart_compute (const double *values, guint n)
{
  EntRunChart self = { n, NAN, 0, 0, 0, 0, 0 };

  g_return_val_if_fail (values != NULL || n == 0, self);

  self.median = get_median (values, n);
  count_runs (&self, values);
  if (self.n_useful > 0)
    {
      self.longest_usual = (guint) lround (log2 (self.n_useful)) + 3;
      self.fewest_usual = get_binomial_quantile (self.n_useful - 1, 0.05);
    }

  return self;
}

/**
 * ent_run_chart_is_unusual:
 * @self: a run chart
 *
 * Returns: whether more than chance is at work
 */
gboolean
ent_run_chart_is_unusual (const EntRunChart *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->longest_run > self->longest_usual || self->crossings < self->fewest_usual;
}

/* Marks the useful values from @first to @last. */
static void
mark_run (const EntRunChart *self, const double *values, guint first, guint last,
          EntSignal *signals)
{
  for (guint i = first; i <= last; i++)
    if (get_side (self, values[i]) != 0)
      signals[i] = (EntSignal) { ENT_SIGNAL_RUN, (gint8) get_side (self, values[i]) };
}

static void
find_long_runs (const EntRunChart *self, const double *values, EntSignal *signals)
{
  guint first = 0;
  guint length = 0;
  int last = 0;

  for (guint i = 0; i < self->n; i++)
    {
      int side = get_side (self, values[i]);

      if (side == 0)
        continue;
      if (side != last)
        {
          first = i;
          length = 0;
        }
      length++;
      last = side;
      if (length > self->longest_usual)
        mark_run (self, values, first, i, signals);
    }
}

/**
 * ent_run_chart_find_signals:
 * @self: the run chart of @values
 * @values: (array): the same series
 * @signals: (out caller-allocates) (array): the signal of each point, with %ENT_SIGNAL_NONE for noise
 *
 * Marks every run that is too long. Too few crossings are a matter of the whole series: where no run
 * says more, its last point bears the mark, on the side it is on.
 */
void
ent_run_chart_find_signals (const EntRunChart *self, const double *values, EntSignal *signals)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail ((values != NULL && signals != NULL) || self->n == 0);

  if (self->n == 0)
    return;

  memset (signals, 0, self->n * sizeof *signals);
  find_long_runs (self, values, signals);
  if (self->crossings < self->fewest_usual && signals[self->n - 1].rule == ENT_SIGNAL_NONE)
    signals[self->n - 1] = (EntSignal) {
      ENT_SIGNAL_CROSSINGS, (gint8) get_side (self, values[self->n - 1])
    };
}
