/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Six dimensions of how an organisation works, each 1 to 5, and what a gap on each means. There is
 * no single distance number: with a handful of partners it would mean nothing (Kogut and Singh's
 * index needs a variance). */
#include "config.h"

#include "analysis/ent-culture.h"
#include "analysis/ent-phrase.h"

#include <glib/gi18n.h>

static const EntCultureDimension dimensions[ENT_CULTURE_N_DIMENSIONS] = {
  { ENT_PARTNER_PACE, N_("Rapid iteration"), N_("Thorough compliance"),
    N_("One side ships and corrects, the other clears it first. "
       "Agree which decisions need clearance and how long it may take.") },
  { ENT_PARTNER_HORIZON, N_("Short term"), N_("Long term"),
    N_("One side needs results this season, the other plans in years. "
       "Agree on early results that serve the long aim.") },
  { ENT_PARTNER_EVIDENCE, N_("Stories"), N_("Data"),
    N_("One side is convinced by what people tell, the other by figures. "
       "Collect both, and show them side by side.") },
  { ENT_PARTNER_DECISIONS, N_("One person"), N_("Consensus"),
    N_("One side decides in the room, the other has to ask around first. "
       "Say before a meeting who may decide what, and send papers early.") },
  { ENT_PARTNER_RISK, N_("Cautious"), N_("Bold"),
    N_("One side tries things out, the other guards against failure. "
       "Agree what may be tried on a small scale and what must be safe.") },
  { ENT_PARTNER_FORMALITY, N_("Informal"), N_("Formal"),
    N_("One side settles things by a call, the other in writing. "
       "Agree what needs to be written down and what a call can settle.") },
};

/**
 * ent_culture_get_dimension:
 * @dimension: 0 to %ENT_CULTURE_N_DIMENSIONS - 1
 *
 * Returns: what the dimension is about
 */
const EntCultureDimension *
ent_culture_get_dimension (guint dimension)
{
  g_return_val_if_fail (dimension < ENT_CULTURE_N_DIMENSIONS, NULL);

  return &dimensions[dimension];
}

/**
 * ent_culture_find_dimension:
 * @field: a field of a partner
 *
 * Returns: the dimension whose value @field holds, or -1
 */
int
ent_culture_find_dimension (guint field)
{
  for (int i = 0; i < ENT_CULTURE_N_DIMENSIONS; i++)
    if (dimensions[i].field == field)
      return i;

  return -1;
}

/**
 * ent_culture_get_level:
 * @a: 1 to 5, or %ENT_INT_UNSET
 * @b: the same of the other side
 *
 * Returns: what the gap between the two means: 2 is worth a conversation, 3 or more is friction
 */
EntCultureLevel
ent_culture_get_level (int a, int b)
{
  if (a == ENT_INT_UNSET || b == ENT_INT_UNSET)
    return ENT_CULTURE_UNKNOWN;

  switch (ABS (a - b))
    {
    case 0:
    case 1:
      return ENT_CULTURE_CLOSE;
    case 2:
      return ENT_CULTURE_TALK;
    default:
      return ENT_CULTURE_FRICTION;
    }
}

/**
 * ent_culture_compare:
 * @a: a partner
 * @b: another
 * @gaps: (array fixed-size=6): where the gaps go, one for each dimension
 */
void
ent_culture_compare (EntRecord *a, EntRecord *b, EntCultureGap *gaps)
{
  g_return_if_fail (ENT_IS_RECORD (a) && ent_record_get_kind (a) == ENT_KIND_PARTNER);
  g_return_if_fail (ENT_IS_RECORD (b) && ent_record_get_kind (b) == ENT_KIND_PARTNER);
  g_return_if_fail (gaps != NULL);

  for (guint i = 0; i < ENT_CULTURE_N_DIMENSIONS; i++)
    {
      int x = ent_record_get_int (a, dimensions[i].field);
      int y = ent_record_get_int (b, dimensions[i].field);
      EntCultureLevel level = ent_culture_get_level (x, y);

      gaps[i] = (EntCultureGap) { .dimension = i, .level = level, .gap = -1 };
      if (level == ENT_CULTURE_UNKNOWN)
        continue;

      gaps[i].gap = ABS (x - y);
      gaps[i].low = x <= y ? a : b;
      gaps[i].high = x <= y ? b : a;
    }
}

/**
 * ent_culture_compare_all:
 * @partner: a partner
 * @others: (element-type EntRecord): partners to compare it with; @partner itself is passed over
 * @gaps: (array fixed-size=6): where the widest gap on each dimension goes; the first of equals
 */
void
ent_culture_compare_all (EntRecord *partner, GListModel *others, EntCultureGap *gaps)
{
  g_return_if_fail (ENT_IS_RECORD (partner));
  g_return_if_fail (G_IS_LIST_MODEL (others));
  g_return_if_fail (gaps != NULL);

  for (guint i = 0; i < ENT_CULTURE_N_DIMENSIONS; i++)
    gaps[i] = (EntCultureGap) { .dimension = i, .level = ENT_CULTURE_UNKNOWN, .gap = -1 };

  for (guint n = 0; n < g_list_model_get_n_items (others); n++)
    {
      g_autoptr(EntRecord) other = g_list_model_get_item (others, n);
      EntCultureGap pair[ENT_CULTURE_N_DIMENSIONS];

      if (other == partner)
        continue;

      ent_culture_compare (partner, other, pair);
      for (guint i = 0; i < ENT_CULTURE_N_DIMENSIONS; i++)
        if (pair[i].gap > gaps[i].gap)
          gaps[i] = pair[i];
    }
}

/**
 * ent_culture_dup_sentence:
 * @gap: a gap
 *
 * Returns: (transfer full) (nullable): for a gap of 2 or more, who stands where, what that looks
 *   like from day to day and what to agree on; %NULL for a smaller one
 */
char *
ent_culture_dup_sentence (const EntCultureGap *gap)
{
  const EntCultureDimension *dimension;
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;

  g_return_val_if_fail (gap != NULL && gap->dimension < ENT_CULTURE_N_DIMENSIONS, NULL);

  if (gap->level != ENT_CULTURE_TALK && gap->level != ENT_CULTURE_FRICTION)
    return NULL;

  dimension = &dimensions[gap->dimension];
  low = ent_phrase_name (ent_record_get_string (gap->low, ENT_PARTNER_NAME));
  high = ent_phrase_name (ent_record_get_string (gap->high, ENT_PARTNER_NAME));

  /* Translators: a partner and what it leans to, then the other and what that one leans to, then
   * a sentence or two on what this looks like in practice. */
  return g_strdup_printf (_("%s: %s. %s: %s. %s"), low, _(dimension->low), high,
                          _(dimension->high), _(dimension->practice));
}

/**
 * ent_culture_get_level_label:
 * @level: how wide a gap is
 *
 * Returns: that in words, translated
 */
const char *
ent_culture_get_level_label (EntCultureLevel level)
{
  switch (level)
    {
    case ENT_CULTURE_CLOSE:
      return _("Close");
    case ENT_CULTURE_TALK:
      return _("Worth a conversation");
    case ENT_CULTURE_FRICTION:
      return _("Friction to plan for");
    case ENT_CULTURE_UNKNOWN:
    default:
      return _("Not known");
    }
}
