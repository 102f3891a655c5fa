/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The figures of an alignment as bare arrays of numbers (methods.md section 1).
 *
 * Values lie goal by goal, one byte each; what is unknown is a mark of its own. Beside them lies the
 * same partner by partner, in the form that agreement is worked out from, sixteen goals at a time:
 * whether there is a sign, which, and how much. For agreement "of little consequence" and "has not
 * said" come to the same: neither has a sign. A changed value touches one pair for each other
 * partner, and finds what these say of the goal side by side. */
#include "config.h"

#include "analysis/ent-stands.h"

#include <stdlib.h>
#include <string.h>

/* Sixteen bytes side by side: GCC and Clang make one instruction of each operation, whatever the
 * processor calls it. */
#define LANES 16
typedef guint8 Bytes __attribute__ ((vector_size (LANES)));
typedef guint16 Shorts __attribute__ ((vector_size (LANES)));
typedef guint32 Words __attribute__ ((vector_size (LANES)));

/* Adding up bytes in bytes goes well for 255 / (4 + 4) goals. */
#define MOST_STEPS 31

/* What one partner says of sixteen goals. */
typedef struct {
  Bytes decided;                     /* all ones where there is a sign */
  Bytes negative;                    /* all ones where it is minus */
  Bytes amount;                      /* the value without its sign */
} Step;

/* What two partners have in common on goals that both have a sign on. */
typedef struct {
  Words both;                        /* how many goals */
  Words apart;                       /* on how many of them the signs are opposite */
  Words both2;                       /* the sum of |a| + |b| */
  Words apart2;                      /* the same where the signs are opposite */
} Totals;

struct _EntStands {
  guint n_goals;
  guint n_partners;
  guint n_steps;                     /* in a row */
  Step *steps;
  gint8 *values;
  EntStandsPair *pairs;              /* square; only the part above the diagonal is kept true */
  EntStandsPartner *partners;
  guint *counts;                     /* for each goal, how often −4 to +4 was given */
};

static gint8 *
value_at (EntStands *self, guint goal, guint partner)
{
  return self->values + (gsize) goal * self->n_partners + partner;
}

static Step *
steps_of (EntStands *self, guint partner)
{
  return self->steps + (gsize) partner * self->n_steps;
}

/* A value with 0 for unknown. */
static int
get_signed (EntStands *self, guint goal, guint partner)
{
  int value = *value_at (self, goal, partner);

  return value == ENT_STAND_UNKNOWN ? 0 : value;
}

static EntStandsPair *
pair_at (EntStands *self, guint a, guint b)
{
  return &self->pairs[(gsize) MIN (a, b) * self->n_partners + MAX (a, b)];
}

/* The sum of all bytes, spread over four words. */
static Words
widen (Bytes bytes)
{
  Shorts shorts = ((Shorts) bytes & 0xff) + ((Shorts) bytes >> 8);

  return ((Words) shorts & 0xffff) + ((Words) shorts >> 16);
}

static gint32
add_words (Words words)
{
  return (gint32) (words[0] + words[1] + words[2] + words[3]);
}

/* Compares up to MOST_STEPS steps of two partners. All ones count as −1. */
static void
add_steps (Totals *totals, const Step *a, const Step *b, guint n)
{
  Bytes both = { 0 }, apart = { 0 }, both2 = { 0 }, apart2 = { 0 };

  for (guint i = 0; i < n; i++)
    {
      Bytes decided = a[i].decided & b[i].decided;
      Bytes opposite = decided & (a[i].negative ^ b[i].negative);
      Bytes amount = a[i].amount + b[i].amount;

      both -= decided;
      apart -= opposite;
      both2 += decided & amount;
      apart2 += opposite & amount;
    }

  totals->both += widen (both);
  totals->apart += widen (apart);
  totals->both2 += widen (both2);
  totals->apart2 += widen (apart2);
}

static void
add_up_pair (EntStands *self, guint a, guint b)
{
  const Step *x = steps_of (self, a);
  const Step *y = steps_of (self, b);
  EntStandsPair *pair = pair_at (self, a, b);
  Totals totals = { { 0 } };

  for (guint i = 0; i < self->n_steps; i += MOST_STEPS)
    add_steps (&totals, x + i, y + i, MIN (MOST_STEPS, self->n_steps - i));

  pair->divergence = add_words (totals.apart);
  pair->convergence = add_words (totals.both) - pair->divergence;
  pair->divergence2 = add_words (totals.apart2);
  pair->convergence2 = add_words (totals.both2) - pair->divergence2;
}

static gint32
get_shared2 (const EntStandsPair *pair)
{
  return pair->convergence2 + pair->divergence2;
}

static gint32
get_lean2 (const EntStandsPair *pair)
{
  return abs (pair->convergence2 - pair->divergence2);
}

/* Adds to what a pair means for the ambivalence of both. */
static void
count_pair (EntStands *self, guint a, guint b, gint32 shared2, gint32 lean2)
{
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

/* Adds what one goal means for a pair, or takes it away with @by -1. Who has which sign is anybody's
 * guess, the processor's too: no branches. */
static void
count_shared (EntStandsPair *pair, int a, int b, int by)
{
  int amount = abs (a) + abs (b);
  int agree = by * (a * b > 0);
  int part = by * (a * b < 0);

  pair->convergence += agree;
  pair->divergence += part;
  pair->convergence2 += agree * amount;
  pair->divergence2 += part * amount;
}

/* Changes the part of one goal in a pair. */
static void
change_pair (EntStands *self, guint partner, guint other, int before, int after, int theirs)
{
  EntStandsPair *pair = pair_at (self, partner, other);
  gint32 shared2 = get_shared2 (pair);
  gint32 lean2 = get_lean2 (pair);

  count_shared (pair, before, theirs, -1);
  count_shared (pair, after, theirs, 1);
  count_pair (self, partner, other, get_shared2 (pair) - shared2, get_lean2 (pair) - lean2);
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
  /* There is something of everything, so that nothing asks whether it is there. */
  self->steps = g_aligned_alloc0 (MAX ((gsize) self->n_steps * n_partners, 1), sizeof (Step),
                                  sizeof (Bytes));
  self->values = g_malloc (MAX ((gsize) n_goals * n_partners, 1));
  memset (self->values, ENT_STAND_UNKNOWN, (gsize) n_goals * n_partners);
  self->pairs = g_new0 (EntStandsPair, MAX ((gsize) n_partners * n_partners, 1));
  self->partners = g_new0 (EntStandsPartner, MAX (n_partners, 1));
  self->counts = g_new0 (guint, MAX ((gsize) n_goals, 1) * ENT_STANDS_N_VALUES);

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

  g_aligned_free (self->steps);
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
  Step *step;
  int sign;

  g_return_if_fail (self != NULL);
  g_return_if_fail (goal < self->n_goals && partner < self->n_partners);
  g_return_if_fail (is_value (value));

  *value_at (self, goal, partner) = (gint8) value;
  sign = get_signed (self, goal, partner);
  step = steps_of (self, partner) + goal / LANES;
  step->decided[goal % LANES] = sign != 0 ? 0xff : 0;
  step->negative[goal % LANES] = sign < 0 ? 0xff : 0;
  step->amount[goal % LANES] = (guint8) abs (sign);
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

  for (guint goal = 0; goal < self->n_goals; goal++)
    for (guint partner = 0; partner < self->n_partners; partner++)
      count_value (self, goal, partner, 1);

  for (guint a = 0; a < self->n_partners; a++)
    for (guint b = a + 1; b < self->n_partners; b++)
      {
        const EntStandsPair *pair = pair_at (self, a, b);

        add_up_pair (self, a, b);
        count_pair (self, a, b, get_shared2 (pair), get_lean2 (pair));
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

  before = get_signed (self, goal, partner);
  count_value (self, goal, partner, -1);
  ent_stands_put (self, goal, partner, value);
  count_value (self, goal, partner, 1);
  after = get_signed (self, goal, partner);

  for (guint other = 0; other < self->n_partners; other++)
    if (other != partner)
      change_pair (self, partner, other, before, after, get_signed (self, goal, other));

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
 * @goal: number of a goal
 * @partner: number of a partner
 *
 * Returns: −4 to +4, with 0 for unknown
 */
int
ent_stands_get_signed (EntStands *self, guint goal, guint partner)
{
  int value = ent_stands_get (self, goal, partner);

  return value == ENT_STAND_UNKNOWN ? 0 : value;
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
