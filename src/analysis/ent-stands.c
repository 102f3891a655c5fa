/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The figures of an alignment as bare arrays of numbers (methods.md section 1).
 *
 * Values lie partner by partner, one byte each, in rows padded to whole vectors; what is unknown is a
 * mark of its own. Beside them lies the same with 0 in place of the mark, since for agreement "of
 * little consequence" and "has not said" come to the same: neither has a sign. Adding up all pairs
 * reads that second array sixteen goals at a time; a changed value touches one pair per other partner.
 */
#include "config.h"

#include "analysis/ent-stands.h"

#include <stdlib.h>
#include <string.h>

/* Sixteen values side by side: GCC and Clang make one instruction of each operation, whatever the
 * processor calls it. */
#define LANES 16
typedef gint8 Lanes __attribute__ ((vector_size (LANES)));
typedef guint8 Sums __attribute__ ((vector_size (LANES)));

/* A lane of eight bits overflows after 255 / (4 + 4) goals. */
#define MOST_STEPS 31

struct _EntStands {
  guint n_goals;
  guint n_partners;
  guint n_steps;                     /* vectors in a row */
  Lanes *signs;                      /* unknown is 0 */
  gint8 *values;                     /* unknown is ENT_STAND_UNKNOWN */
  EntStandsPair *pairs;              /* square; only the part above the diagonal is kept up to date */
  EntStandsPartner *partners;
  guint *counts;                     /* for each goal, how often −4 to +4 was given */
};

static gint8 *
sign_at (EntStands *self, guint goal, guint partner)
{
  return (gint8 *) (self->signs + (gsize) partner * self->n_steps) + goal;
}

static gint8 *
value_at (EntStands *self, guint goal, guint partner)
{
  return self->values + (gsize) partner * self->n_goals + goal;
}

static EntStandsPair *
pair_at (EntStands *self, guint a, guint b)
{
  return &self->pairs[(gsize) MIN (a, b) * self->n_partners + MAX (a, b)];
}

static gint32
sum_lanes (Sums sums)
{
  gint32 sum = 0;

  for (guint i = 0; i < LANES; i++)
    sum += sums[i];

  return sum;
}

/* |value| in each lane. */
static Sums
get_amounts (Lanes values)
{
  Lanes negative = values < 0;

  return (Sums) ((values ^ negative) - negative);
}

/* Compares up to MOST_STEPS vectors of two partners. A comparison gives −1 where it is true. */
static void
add_steps (const Lanes *a, const Lanes *b, guint n, EntStandsPair *pair)
{
  Sums same = { 0 }, opposite = { 0 }, same2 = { 0 }, opposite2 = { 0 };

  for (guint i = 0; i < n; i++)
    {
      Lanes x = a[i];
      Lanes y = b[i];
      Sums agree = (Sums) (((x > 0) & (y > 0)) | ((x < 0) & (y < 0)));
      Sums part = (Sums) (((x > 0) & (y < 0)) | ((x < 0) & (y > 0)));
      Sums amounts = get_amounts (x) + get_amounts (y);

      same -= agree;
      opposite -= part;
      same2 += amounts & agree;
      opposite2 += amounts & part;
    }

  pair->convergence += sum_lanes (same);
  pair->divergence += sum_lanes (opposite);
  pair->convergence2 += sum_lanes (same2);
  pair->divergence2 += sum_lanes (opposite2);
}

static void
add_up_pair (EntStands *self, guint a, guint b)
{
  const Lanes *x = self->signs + (gsize) a * self->n_steps;
  const Lanes *y = self->signs + (gsize) b * self->n_steps;
  EntStandsPair *pair = pair_at (self, a, b);

  *pair = (EntStandsPair) { 0 };
  for (guint i = 0; i < self->n_steps; i += MOST_STEPS)
    add_steps (x + i, y + i, MIN (MOST_STEPS, self->n_steps - i), pair);
}

/* Adds what a pair means for the ambivalence of both, or takes it away with @by -1. */
static void
count_pair (EntStands *self, guint a, guint b, int by)
{
  const EntStandsPair *pair = pair_at (self, a, b);
  gint64 shared2 = (gint64) by * (pair->convergence2 + pair->divergence2);
  gint64 lean2 = (gint64) by * abs (pair->convergence2 - pair->divergence2);

  self->partners[a].shared2 += shared2;
  self->partners[b].shared2 += shared2;
  self->partners[a].lean2 += lean2;
  self->partners[b].lean2 += lean2;
}

/* Adds a value to the sums of its goal and partner, or takes it away with @by -1. */
static void
count_value (EntStands *self, guint goal, guint partner, int by)
{
  int value = *value_at (self, goal, partner);
  EntStandsPartner *own = &self->partners[partner];

  if (value == ENT_STAND_UNKNOWN)
    return;

  own->known += by;
  own->in_favour += by * MAX (value, 0);
  own->against -= by * MIN (value, 0);
  self->counts[(gsize) goal * ENT_STANDS_N_VALUES + (guint) (value + ENT_STAND_MAX)] += (guint) by;
}

/* Adds what one goal means for a pair, or takes it away with @by -1. */
static void
count_shared (EntStandsPair *pair, int a, int b, int by)
{
  int amount = by * (abs (a) + abs (b));

  if (a * b > 0)
    {
      pair->convergence += by;
      pair->convergence2 += amount;
    }
  else if (a * b < 0)
    {
      pair->divergence += by;
      pair->divergence2 += amount;
    }
}

static gboolean
is_value (int value)
{
  return value == ENT_STAND_UNKNOWN || (value >= -ENT_STAND_MAX && value <= ENT_STAND_MAX);
}

/* --- Public ---------------------------------------------------------------------------------- */

/**
 * ent_stands_new:
 * @n_goals: how many goals
 * @n_partners: how many partners
 *
 * Returns: (transfer full): stands that are all unknown, with their sums
 */
EntStands *
ent_stands_new (guint n_goals, guint n_partners)
{
  EntStands *self = g_new0 (EntStands, 1);

  self->n_goals = n_goals;
  self->n_partners = n_partners;
  self->n_steps = (n_goals + LANES - 1) / LANES;
  self->signs = g_aligned_alloc0 (MAX ((gsize) self->n_steps * n_partners, 1), sizeof (Lanes),
                                  sizeof (Lanes));
  self->values = g_malloc ((gsize) n_goals * n_partners);
  if (self->values != NULL)
    memset (self->values, ENT_STAND_UNKNOWN, (gsize) n_goals * n_partners);
  self->pairs = g_new0 (EntStandsPair, (gsize) n_partners * n_partners);
  self->partners = g_new0 (EntStandsPartner, n_partners);
  self->counts = g_new0 (guint, (gsize) n_goals * ENT_STANDS_N_VALUES);

  return self;
}

/**
 * ent_stands_free:
 * @self: stands
 */
void
ent_stands_free (EntStands *self)
{
  g_return_if_fail (self != NULL);

  g_aligned_free (self->signs);
  g_free (self->values);
  g_free (self->pairs);
  g_free (self->partners);
  g_free (self->counts);
  g_free (self);
}

/**
 * ent_stands_put:
 * @self: stands
 * @goal: number of a goal
 * @partner: number of a partner
 * @value: −4 to +4, or %ENT_STAND_UNKNOWN
 *
 * Puts a value in without touching the sums: ent_stands_add_up() has to follow.
 */
void
ent_stands_put (EntStands *self, guint goal, guint partner, int value)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (goal < self->n_goals && partner < self->n_partners);
  g_return_if_fail (is_value (value));

  *value_at (self, goal, partner) = (gint8) value;
  *sign_at (self, goal, partner) = (gint8) (value == ENT_STAND_UNKNOWN ? 0 : value);
}

/**
 * ent_stands_add_up:
 * @self: stands
 *
 * Works out every sum from nothing: O(goals × partners²).
 */
void
ent_stands_add_up (EntStands *self)
{
  g_return_if_fail (self != NULL);

  memset (self->partners, 0, self->n_partners * sizeof *self->partners);
  memset (self->counts, 0, (gsize) self->n_goals * ENT_STANDS_N_VALUES * sizeof *self->counts);

  for (guint a = 0; a < self->n_partners; a++)
    {
      for (guint goal = 0; goal < self->n_goals; goal++)
        count_value (self, goal, a, 1);
      for (guint b = a + 1; b < self->n_partners; b++)
        {
          add_up_pair (self, a, b);
          count_pair (self, a, b, 1);
        }
    }
}

/**
 * ent_stands_change:
 * @self: stands, added up
 * @goal: number of a goal
 * @partner: number of a partner
 * @value: −4 to +4, or %ENT_STAND_UNKNOWN
 *
 * Puts a value in and brings every sum up to date: O(partners).
 *
 * Returns: whether it is another value
 */
gboolean
ent_stands_change (EntStands *self, guint goal, guint partner, int value)
{
  int before, after;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (goal < self->n_goals && partner < self->n_partners, FALSE);
  g_return_val_if_fail (is_value (value), FALSE);

  if (*value_at (self, goal, partner) == value)
    return FALSE;

  before = *sign_at (self, goal, partner);
  count_value (self, goal, partner, -1);
  ent_stands_put (self, goal, partner, value);
  count_value (self, goal, partner, 1);
  after = *sign_at (self, goal, partner);

  for (guint other = 0; other < self->n_partners; other++)
    {
      int theirs = *sign_at (self, goal, other);

      if (other == partner || theirs == 0)
        continue;

      count_pair (self, partner, other, -1);
      count_shared (pair_at (self, partner, other), before, theirs, -1);
      count_shared (pair_at (self, partner, other), after, theirs, 1);
      count_pair (self, partner, other, 1);
    }

  return TRUE;
}

/**
 * ent_stands_get:
 * @self: stands
 * @goal: number of a goal
 * @partner: number of a partner
 *
 * Returns: −4 to +4, or %ENT_STAND_UNKNOWN
 */
int
ent_stands_get (EntStands *self, guint goal, guint partner)
{
  g_return_val_if_fail (self != NULL, ENT_STAND_UNKNOWN);
  g_return_val_if_fail (goal < self->n_goals && partner < self->n_partners, ENT_STAND_UNKNOWN);

  return *value_at (self, goal, partner);
}

/**
 * ent_stands_get_signed:
 * @self: stands
 * @partner: number of a partner
 *
 * Returns: (transfer none) (array): its values goal by goal, with 0 where it is unknown
 */
const gint8 *
ent_stands_get_signed (EntStands *self, guint partner)
{
  g_return_val_if_fail (self != NULL && partner < self->n_partners, NULL);

  return sign_at (self, 0, partner);
}

/**
 * ent_stands_get_pair:
 * @self: stands
 * @a: number of a partner
 * @b: number of a partner
 *
 * Returns: (transfer none): how the two stand to each other; all 0 for a partner and itself
 */
const EntStandsPair *
ent_stands_get_pair (EntStands *self, guint a, guint b)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (a < self->n_partners && b < self->n_partners, NULL);

  return pair_at (self, a, b);
}

/**
 * ent_stands_get_partner:
 * @self: stands
 * @partner: number of a partner
 *
 * Returns: (transfer none): its sums
 */
const EntStandsPartner *
ent_stands_get_partner (EntStands *self, guint partner)
{
  g_return_val_if_fail (self != NULL && partner < self->n_partners, NULL);

  return &self->partners[partner];
}

/**
 * ent_stands_get_counts:
 * @self: stands
 * @goal: number of a goal
 *
 * Returns: (transfer none) (array fixed-size=9): how often −4 to +4 was given, in that order
 */
const guint *
ent_stands_get_counts (EntStands *self, guint goal)
{
  g_return_val_if_fail (self != NULL && goal < self->n_goals, NULL);

  return &self->counts[(gsize) goal * ENT_STANDS_N_VALUES];
}
