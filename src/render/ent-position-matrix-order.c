/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which goals and partners a position matrix shows, and in which order. */
#include "config.h"

#include "render/ent-position-matrix-private.h"

#include "analysis/ent-seriation.h"

#include <math.h>

static gboolean
shows_goal (EntPositionMatrix *self, guint goal, int partner)
{
  EntRecord *record = ent_alignment_get_goal (self->alignment, goal);

  if (self->view.horizon >= 0
      && ent_record_get_enum (record, ENT_GOAL_HORIZON) != self->view.horizon)
    return FALSE;

  return partner < 0
    || ent_alignment_get_value (self->alignment, goal, (guint) partner) != ENT_STAND_UNKNOWN;
}

/* The higher the earlier; equal ones keep their order. */
static double
weigh_goal (EntPositionMatrix *self, guint goal)
{
  double division;

  switch (self->view.rows)
    {
    case ENT_POSITION_ROWS_DIVISION:
      division = ent_alignment_get_division (self->alignment, goal);
      return isnan (division) ? -1 : division;
    case ENT_POSITION_ROWS_MOBILISATION:
      return ent_alignment_get_mobilisation (self->alignment, goal, FALSE).total;
    case ENT_POSITION_ROWS_WEIGHT:
      return ent_alignment_get_weight (self->alignment, goal);
    case ENT_POSITION_ROWS_OWN:
    default:
      return 0;
    }
}

typedef struct {
  double weight;
  guint number;
} Ranked;

static int
compare_ranked (gconstpointer a, gconstpointer b)
{
  const Ranked *one = a;
  const Ranked *other = b;

  if (one->weight != other->weight)
    return one->weight > other->weight ? -1 : 1;

  return one->number < other->number ? -1 : one->number > other->number;
}

/* Replaces what @numbers holds by what @ranked holds, in its order. */
static void
take_ranked (GArray *numbers, GArray *ranked)
{
  g_array_sort (ranked, compare_ranked);
  g_array_set_size (numbers, 0);
  for (guint i = 0; i < ranked->len; i++)
    g_array_append_val (numbers, g_array_index (ranked, Ranked, i).number);
}

static void
arrange_rows (EntPositionMatrix *self)
{
  g_autoptr(GArray) ranked = g_array_new (FALSE, FALSE, sizeof (Ranked));
  int partner = ent_alignment_find_partner (self->alignment, self->view.partner);

  for (guint goal = 0; goal < ent_alignment_get_n_goals (self->alignment); goal++)
    if (shows_goal (self, goal, partner))
      {
        Ranked entry = { weigh_goal (self, goal), goal };

        g_array_append_val (ranked, entry);
      }
  take_ranked (self->rows, ranked);
}

static int
get_sector (EntPositionMatrix *self, guint partner)
{
  return ent_record_get_enum (ent_alignment_get_partner (self->alignment, partner),
                              ENT_PARTNER_SECTOR);
}

static void
arrange_columns (EntPositionMatrix *self)
{
  g_autoptr(GArray) ranked = g_array_new (FALSE, FALSE, sizeof (Ranked));
  g_autofree guint *order = NULL;
  int first = ent_alignment_find_partner (self->alignment, self->view.partner);
  guint n = ent_alignment_get_n_partners (self->alignment);

  if (self->view.columns == ENT_POSITION_COLUMNS_AGREEMENT)
    order = ent_seriation_order_partners (self->alignment);
  for (guint i = 0; i < n; i++)
    {
      guint partner = order != NULL ? order[i] : i;
      Ranked entry = { 0, partner };

      if (self->view.sector >= 0 && get_sector (self, partner) != self->view.sector)
        continue;
      if (order != NULL)
        entry.weight = -(double) i;
      else if (self->view.columns == ENT_POSITION_COLUMNS_SECTOR)
        entry.weight = -get_sector (self, partner);
      if ((int) partner == first)
        entry.weight = INFINITY;
      g_array_append_val (ranked, entry);
    }
  take_ranked (self->columns, ranked);
}

/* Chooses and orders anew. Not done when a value changes: rows must not run from under the hand
 * that types. */
void
_ent_position_matrix_arrange (EntPositionMatrix *self)
{
  arrange_rows (self);
  arrange_columns (self);
}
