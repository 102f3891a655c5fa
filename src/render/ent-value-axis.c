/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Values from bottom to top. Whatever the values are, the axis has a height and a few named values:
 * where all are the same, or there is none, it makes room around. */
#include "config.h"

#include "render/ent-value-axis.h"

#include <math.h>

/* So that the difference of two values is a number, too. */
#define LARGEST (G_MAXDOUBLE / 8)

/* Room above the highest and below the lowest value, as a share of what is between. */
#define ROOM 0.08

/* A range that is narrower than this share of its values can't be told apart by doubles, and one
 * that is narrower than that not be divided. */
#define NARROWEST 1e-12
#define LEAST 1e-280

/**
 * ent_value_range_empty:
 *
 * Returns: a range without values
 */
EntValueRange
ent_value_range_empty (void)
{
  return (EntValueRange) { G_MAXDOUBLE, -G_MAXDOUBLE };
}

/**
 * ent_value_range_add:
 * @self: a range
 * @value: a value; what is no number, or infinite, is passed over
 *
 * Widens the range to hold @value.
 */
void
ent_value_range_add (EntValueRange *self, double value)
{
  g_return_if_fail (self != NULL);

  if (!isfinite (value))
    return;

  value = CLAMP (value, -LARGEST, LARGEST);
  self->low = MIN (self->low, value);
  self->high = MAX (self->high, value);
}

/* The smallest of 1, 2 and 5 times a power of ten that is not below @least. */
static double
round_step (double least)
{
  double power = pow (10, floor (log10 (least)));
  double share = least / power;

  /* What is 2.0000000001 because of the division is 2. */
  share -= 1e-9;

  return power * (share <= 1 ? 1 : share <= 2 ? 2 : share <= 5 ? 5 : 10);
}

/**
 * ent_value_axis_make:
 * @range: what it has to show; where that is a single value or nothing, some room is made
 * @top: where it ends, above @bottom
 * @bottom: where it begins
 * @most: about how many values are named, at the most; 1 or more
 *
 * Returns: an axis
 */
EntValueAxis
ent_value_axis_make (const EntValueRange *range, double top, double bottom, guint most)
{
  EntValueAxis self = { 0, 1, 1, top, bottom };
  double least;

  g_return_val_if_fail (range != NULL && most > 0, self);

  if (range->low <= range->high)
    {
      self.low = range->low;
      self.high = range->high;
    }
  least = MAX (MAX (fabs (self.low), fabs (self.high)) * NARROWEST, LEAST);
  if (self.high - self.low <= least)
    {
      double room = fabs (self.low) <= LEAST ? 1 : fabs (self.low) * 0.1;

      self.low -= room;
      self.high += room;
    }
  else
    {
      double room = (self.high - self.low) * ROOM;

      self.low -= room;
      self.high += room;
    }
  self.step = round_step ((self.high - self.low) / most);

  return self;
}

/**
 * ent_value_axis_to_y:
 * @self: an axis
 * @value: a value
 *
 * Returns: where it is; what is far beside the axis, or no number, is put near its ends, so that
 *   drawing there does no harm
 */
double
ent_value_axis_to_y (const EntValueAxis *self, double value)
{
  double share = (value - self->low) / (self->high - self->low);

  /* The negation also catches what is no number. */
  if (!(share > -10))
    share = -10;
  if (share > 11)
    share = 11;

  return self->bottom + share * (self->top - self->bottom);
}

/**
 * ent_value_axis_get_n_ticks:
 * @self: an axis
 *
 * Returns: how many values are named
 */
guint
ent_value_axis_get_n_ticks (const EntValueAxis *self)
{
  double first = ceil (self->low / self->step);
  double last = floor (self->high / self->step);

  return last >= first ? (guint) (last - first) + 1 : 0;
}

/**
 * ent_value_axis_get_tick:
 * @self: an axis
 * @tick: which of the named values, from below
 *
 * Returns: the value
 */
double
ent_value_axis_get_tick (const EntValueAxis *self, guint tick)
{
  /* Adding 0 makes 0 of −0. */
  return (ceil (self->low / self->step) + tick) * self->step + 0.0;
}
