/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The figures of an alignment, after MACTOR (M. Godet, “From anticipation to action”, UNESCO 1994;
 * LIPSOR-EPITA-MACTOR). The sums behind them are kept by EntStands. */
#include "config.h"

#include "analysis/ent-alignment-private.h"
#include "analysis/ent-division.h"

#include <math.h>
#include <stdlib.h>

#define RETURN_UNLESS_GOAL(value) \
  g_return_val_if_fail (ENT_IS_ALIGNMENT (self), value); \
  g_return_val_if_fail (goal < self->goals->len, value)

#define RETURN_UNLESS_PARTNER(value) \
  g_return_val_if_fail (ENT_IS_ALIGNMENT (self), value); \
  g_return_val_if_fail (partner < self->partners->len, value)

static const EntMobilisation nothing = { 0, 0, 0 };

/**
 * ent_alignment_is_empty:
 * @self: an alignment
 *
 * Returns: whether nobody has said anything by the day looked at
 */
gboolean
ent_alignment_is_empty (EntAlignment *self)
{
  g_return_val_if_fail (ENT_IS_ALIGNMENT (self), TRUE);

  for (guint partner = 0; partner < self->partners->len; partner++)
    if (ent_stands_get_partner (self->stands, partner)->known > 0)
      return FALSE;

  return TRUE;
}

/**
 * ent_alignment_get_weight:
 * @self: an alignment
 * @goal: number of a goal
 *
 * Returns: the goal's weight, 1 to 5; 1 where none is given
 */
guint
ent_alignment_get_weight (EntAlignment *self, guint goal)
{
  int weight;

  RETURN_UNLESS_GOAL (1);

  weight = ent_record_get_int (g_ptr_array_index (self->goals, goal), ENT_GOAL_WEIGHT);

  return weight == ENT_INT_UNSET ? 1 : (guint) weight;
}

/**
 * ent_alignment_get_mobilisation:
 * @self: an alignment
 * @goal: number of a goal
 * @weighted: whether to multiply by the goal's weight
 *
 * Returns: the sum of the positive values of a goal, of its negative ones, and both
 */
EntMobilisation
ent_alignment_get_mobilisation (EntAlignment *self, guint goal, gboolean weighted)
{
  const guint *counts;
  EntMobilisation sum = nothing;
  guint weight;

  RETURN_UNLESS_GOAL (nothing);

  counts = ent_stands_get_counts (self->stands, goal);
  weight = weighted ? ent_alignment_get_weight (self, goal) : 1;
  for (guint value = 1; value <= ENT_STAND_MAX; value++)
    {
      sum.in_favour += weight * value * counts[ENT_STAND_MAX + value];
      sum.against += weight * value * counts[ENT_STAND_MAX - value];
    }
  sum.total = sum.in_favour + sum.against;

  return sum;
}

/**
 * ent_alignment_get_tally:
 * @self: an alignment
 * @goal: number of a goal
 *
 * Returns: how many partners are for it, against it, neither, and have not said
 */
EntAlignmentTally
ent_alignment_get_tally (EntAlignment *self, guint goal)
{
  EntAlignmentTally tally = { 0 };
  const guint *counts;

  RETURN_UNLESS_GOAL (tally);

  counts = ent_stands_get_counts (self->stands, goal);
  for (guint value = 1; value <= ENT_STAND_MAX; value++)
    {
      tally.in_favour += counts[ENT_STAND_MAX + value];
      tally.against += counts[ENT_STAND_MAX - value];
    }
  tally.neutral = counts[ENT_STAND_MAX];
  tally.unknown = self->partners->len - tally.in_favour - tally.neutral - tally.against;

  return tally;
}

/**
 * ent_alignment_get_division:
 * @self: an alignment
 * @goal: number of a goal
 *
 * How divided the partners that have said are about a goal, see ent_division().
 *
 * Returns: 0 to 1; NAN where fewer than two have said
 */
double
ent_alignment_get_division (EntAlignment *self, guint goal)
{
  RETURN_UNLESS_GOAL (NAN);

  return ent_division (ent_stands_get_counts (self->stands, goal), ENT_STAND_MAX);
}

static EntMobilisation
weigh_involvement (EntAlignment *self, guint partner)
{
  EntMobilisation sum = nothing;

  for (guint goal = 0; goal < self->goals->len; goal++)
    {
      int value = ent_stands_get_signed (self->stands, goal, partner);

      *(value > 0 ? &sum.in_favour : &sum.against)
        += ent_alignment_get_weight (self, goal) * (guint) abs (value);
    }
  sum.total = sum.in_favour + sum.against;

  return sum;
}

/**
 * ent_alignment_get_involvement:
 * @self: an alignment
 * @partner: number of a partner
 * @weighted: whether to multiply each value by its goal's weight
 *
 * Returns: the sum of the positive values of a partner, of its negative ones, and both
 */
EntMobilisation
ent_alignment_get_involvement (EntAlignment *self, guint partner, gboolean weighted)
{
  const EntStandsPartner *sums;

  RETURN_UNLESS_PARTNER (nothing);

  if (weighted)
    return weigh_involvement (self, partner);

  sums = ent_stands_get_partner (self->stands, partner);

  return (EntMobilisation) { (guint) sums->in_favour, (guint) sums->against,
                             (guint) (sums->in_favour + sums->against) };
}

/**
 * ent_alignment_get_ambivalence:
 * @self: an alignment
 * @partner: number of a partner
 *
 * 1 − Σ |C − D| ÷ Σ (C + D) over all other partners, with the valued convergence C and divergence
 * D.
 *
 * Returns: 0 where it is with each other partner always an ally or always an opponent, 1 where it
 *   is both equally; NAN where it shares a sign on a goal with nobody
 */
double
ent_alignment_get_ambivalence (EntAlignment *self, guint partner)
{
  const EntStandsPartner *sums;

  RETURN_UNLESS_PARTNER (NAN);

  sums = ent_stands_get_partner (self->stands, partner);
  if (sums->shared2 == 0)
    return NAN;

  return 1 - (double) sums->lean2 / (double) sums->shared2;
}

/**
 * ent_alignment_is_undecided:
 * @self: an alignment
 * @partner: number of a partner
 *
 * Returns: whether it has no sign on any goal that some other partner has a sign on: it agrees and
 *   parts with nobody, and can be won
 */
gboolean
ent_alignment_is_undecided (EntAlignment *self, guint partner)
{
  RETURN_UNLESS_PARTNER (FALSE);

  return ent_stands_get_partner (self->stands, partner)->shared2 == 0;
}

/**
 * ent_alignment_count_unknown:
 * @self: an alignment
 * @partner: number of a partner
 *
 * Returns: on how many goals it has not said where it stands
 */
guint
ent_alignment_count_unknown (EntAlignment *self, guint partner)
{
  RETURN_UNLESS_PARTNER (0);

  return self->goals->len - (guint) ent_stands_get_partner (self->stands, partner)->known;
}

/**
 * ent_alignment_get_pair:
 * @self: an alignment
 * @a: number of a partner
 * @b: number of another; the order makes no difference
 *
 * Valued figures add half of |a| + |b| for each goal; other tools take the smaller of the two.
 *
 * Returns: how the two stand to each other; all 0 for a partner and itself
 */
EntAlignmentPair
ent_alignment_get_pair (EntAlignment *self, guint a, guint b)
{
  EntAlignmentPair none = { 0 };
  const EntStandsPair *sums;

  g_return_val_if_fail (ENT_IS_ALIGNMENT (self), none);
  g_return_val_if_fail (a < self->partners->len && b < self->partners->len, none);

  sums = ent_stands_get_pair (self->stands, a, b);

  return (EntAlignmentPair) {
    .convergence = (guint) sums->convergence,
    .divergence = (guint) sums->divergence,
    .valued_convergence = sums->convergence2 / 2.0,
    .valued_divergence = sums->divergence2 / 2.0,
    .net = (sums->convergence2 - sums->divergence2) / 2.0,
  };
}

/**
 * ent_alignment_dup_shared:
 * @self: an alignment
 * @a: number of a partner
 * @b: number of another
 * @apart: whether to give the goals they part on; else those they agree on
 *
 * Returns: (transfer full) (element-type EntAlignmentShared): what makes up the figures of a pair,
 *   goal by goal, in the order of the goals
 */
GArray *
ent_alignment_dup_shared (EntAlignment *self, guint a, guint b, gboolean apart)
{
  GArray *shared;

  g_return_val_if_fail (ENT_IS_ALIGNMENT (self), NULL);
  g_return_val_if_fail (a < self->partners->len && b < self->partners->len && a != b, NULL);

  shared = g_array_new (FALSE, FALSE, sizeof (EntAlignmentShared));
  for (guint goal = 0; goal < self->goals->len; goal++)
    {
      int x = ent_stands_get_signed (self->stands, goal, a);
      int y = ent_stands_get_signed (self->stands, goal, b);
      EntAlignmentShared one = { goal, x, y, (abs (x) + abs (y)) / 2.0 };

      if (apart ? x * y < 0 : x * y > 0)
        g_array_append_val (shared, one);
    }

  return shared;
}
