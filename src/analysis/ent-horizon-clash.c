/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The long term of one partner against the short term of another. Two that stand on opposite sides
 * of a goal may want the same and only not at the same time; where their culture profiles differ on
 * the horizon, that is the first thing to ask. */
#include "config.h"

#include "analysis/ent-horizon-clash.h"

#include "analysis/ent-phrase.h"

#include <glib/gi18n.h>

/* A partner that has both a sign on the goal and a horizon. */
typedef struct {
  guint partner;
  int value;
  int horizon;
} Side;

static GArray *
collect_sides (EntAlignment *alignment, guint goal)
{
  GArray *sides = g_array_new (FALSE, FALSE, sizeof (Side));

  for (guint i = 0; i < ent_alignment_get_n_partners (alignment); i++)
    {
      Side side = { i, ent_alignment_get_value (alignment, goal, i),
        ent_record_get_int (ent_alignment_get_partner (alignment, i), ENT_PARTNER_HORIZON) };

      if (side.value != ENT_STAND_UNKNOWN && side.value != 0 && side.horizon != ENT_INT_UNSET)
        g_array_append_val (sides, side);
    }

  return sides;
}

static int
compare_clashes (gconstpointer a, gconstpointer b)
{
  const EntHorizonClash *x = a;
  const EntHorizonClash *y = b;

  if (x->gap != y->gap)
    return y->gap - x->gap;
  if (x->long_term != y->long_term)
    return x->long_term < y->long_term ? -1 : 1;

  return x->short_term < y->short_term ? -1 : x->short_term > y->short_term;
}

/**
 * ent_horizon_clash_find:
 * @alignment: an alignment
 * @goal: number of a goal
 *
 * Looks for pairs with opposite signs on @goal whose culture profiles differ by
 * %ENT_HORIZON_CLASH_LEAST or more in their horizon.
 *
 * Returns: (transfer full) (element-type EntHorizonClash): each such pair, the widest gap first,
 *   then in the order of the partners
 */
GArray *
ent_horizon_clash_find (EntAlignment *alignment, guint goal)
{
  g_autoptr(GArray) sides = NULL;
  GArray *clashes;

  g_return_val_if_fail (ENT_IS_ALIGNMENT (alignment), NULL);
  g_return_val_if_fail (goal < ent_alignment_get_n_goals (alignment), NULL);

  sides = collect_sides (alignment, goal);
  clashes = g_array_new (FALSE, FALSE, sizeof (EntHorizonClash));
  for (guint i = 0; i < sides->len; i++)
    for (guint j = i + 1; j < sides->len; j++)
      {
        const Side *a = &g_array_index (sides, Side, i);
        const Side *b = &g_array_index (sides, Side, j);
        gboolean first = a->horizon > b->horizon;
        EntHorizonClash clash = { goal, first ? a->partner : b->partner,
          first ? b->partner : a->partner, ABS (a->horizon - b->horizon) };

        if (a->value * b->value < 0 && clash.gap >= ENT_HORIZON_CLASH_LEAST)
          g_array_append_val (clashes, clash);
      }
  g_array_sort (clashes, compare_clashes);

  return clashes;
}

/**
 * ent_horizon_clash_get_advice:
 *
 * Returns: what to look for where horizons clash, translated
 */
const char *
ent_horizon_clash_get_advice (void)
{
  return _("Look for a first step that shows something soon and still leads to what lasts.");
}

/**
 * ent_horizon_clash_dup_sentence:
 * @self: a clash
 * @alignment: the alignment it was found in
 *
 * Returns: (transfer full): who looks how far ahead and what to look for, in words
 */
char *
ent_horizon_clash_dup_sentence (const EntHorizonClash *self, EntAlignment *alignment)
{
  g_autofree char *far = NULL;
  g_autofree char *near = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (ENT_IS_ALIGNMENT (alignment), NULL);

  far = ent_phrase_name (ent_record_get_string (
    ent_alignment_get_partner (alignment, self->long_term), ENT_PARTNER_NAME));
  near = ent_phrase_name (ent_record_get_string (
    ent_alignment_get_partner (alignment, self->short_term), ENT_PARTNER_NAME));

  /* Translators: the partner that thinks in the long term, the one that thinks in the short, and a
   * sentence that says what to look for. */
  return g_strdup_printf (_("%s thinks further ahead than %s. %s"), far, near,
                          ent_horizon_clash_get_advice ());
}
