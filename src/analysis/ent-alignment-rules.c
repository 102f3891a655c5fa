/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules of an alignment (methods.md section 7): divided goals, goals that nobody or only one
 * partner supports, horizons that clash, and positions that are not known. A goal that is reached
 * is asked nothing more. */
#include "config.h"

#include "analysis/ent-alignment-rules.h"

#include "analysis/ent-horizon-clash.h"
#include "analysis/ent-phrase.h"

#include <glib/gi18n.h>

/* So many names are given; of more, the rest is counted. */
#define MOST_NAMES 4

static char *
quote_goal (EntAlignment *alignment, guint goal)
{
  return ent_phrase_quote (ent_record_get_string (ent_alignment_get_goal (alignment, goal),
                                                  ENT_GOAL_TITLE));
}

static char *
name_partner (EntAlignment *alignment, guint partner)
{
  return ent_phrase_name (ent_record_get_string (ent_alignment_get_partner (alignment, partner),
                                                 ENT_PARTNER_NAME));
}

static gboolean
is_open (EntAlignment *alignment, guint goal)
{
  return ent_record_get_enum (ent_alignment_get_goal (alignment, goal), ENT_GOAL_STATUS)
    != ENT_GOAL_REACHED;
}

/* The names of the partners whose value has that sign. They are added to what the verdict is
 * about. */
static char *
join_side (EntAlignment *alignment, guint goal, int sign, EntVerdict *verdict)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  guint n = 0;

  for (guint i = 0; i < ent_alignment_get_n_partners (alignment); i++)
    {
      int value = ent_alignment_get_value (alignment, goal, i);

      if (value == ENT_STAND_UNKNOWN || value * sign <= 0)
        continue;
      n++;
      g_ptr_array_add (verdict->records, ent_alignment_get_partner (alignment, i));
      if (names->len < MOST_NAMES)
        g_ptr_array_add (names, name_partner (alignment, i));
    }

  if (n > MOST_NAMES)
    {
      g_ptr_array_set_size (names, MOST_NAMES - 1);
      n -= MOST_NAMES - 1;
      /* Translators: the end of a list of names: “A, B, C and 4 more” */
      g_ptr_array_add (names, g_strdup_printf (ngettext ("%u more", "%u more", n), n));
    }
  g_ptr_array_add (names, NULL);

  return ent_phrase_join ((const char *const *) names->pdata);
}

/* --- Goals ----------------------------------------------------------------------------------- */

static gboolean
check_divided (EntAlignment *alignment, guint goal, EntVerdict *verdict)
{
  double division = ent_alignment_get_division (alignment, goal);
  g_autofree char *title = NULL;
  g_autofree char *in_favour = NULL;
  g_autofree char *against = NULL;

  if (!is_open (alignment, goal) || !(division >= ENT_ALIGNMENT_DIVIDED))
    return FALSE;

  title = quote_goal (alignment, goal);
  in_favour = join_side (alignment, goal, 1, verdict);
  against = join_side (alignment, goal, -1, verdict);
  /* Translators: a goal, the partners that are for it, the partners that are against it */
  ent_verdict_say (verdict, division * ent_alignment_get_weight (alignment, goal),
                   g_strdup_printf (_("%s divides the partners: for it %s, against it %s."), title,
                                    in_favour, against),
                   _("Talk about it first, and ask who could bridge."));

  return TRUE;
}

static gboolean
check_unsupported (EntAlignment *alignment, guint goal, EntVerdict *verdict)
{
  EntAlignmentTally tally = ent_alignment_get_tally (alignment, goal);
  g_autofree char *title = NULL;

  if (!is_open (alignment, goal) || tally.in_favour > 0 || tally.neutral + tally.against == 0)
    return FALSE;

  title = quote_goal (alignment, goal);
  ent_verdict_say (verdict, 10 + tally.against, g_strdup_printf (_("Nobody is for %s."), title),
                   _("Ask whether it is a goal of this partnership, and drop it if not."));

  return TRUE;
}

static gboolean
check_lone_support (EntAlignment *alignment, guint goal, EntVerdict *verdict)
{
  EntAlignmentTally tally = ent_alignment_get_tally (alignment, goal);
  g_autofree char *title = NULL;
  g_autofree char *name = NULL;

  if (!is_open (alignment, goal) || tally.in_favour != 1 || tally.neutral + tally.against == 0)
    return FALSE;

  title = quote_goal (alignment, goal);
  name = join_side (alignment, goal, 1, verdict);
  ent_verdict_say (verdict, ent_alignment_get_weight (alignment, goal),
                   g_strdup_printf (_("Only %s is for %s."), name, title),
                   _("Ask what the others would have to gain from it."));

  return TRUE;
}

static gboolean
check_horizon_clash (EntAlignment *alignment, guint goal, EntVerdict *verdict)
{
  g_autoptr(GArray) clashes = NULL;
  const EntHorizonClash *widest;
  g_autofree char *title = NULL;
  g_autofree char *far = NULL;
  g_autofree char *near = NULL;

  if (!is_open (alignment, goal))
    return FALSE;
  clashes = ent_horizon_clash_find (alignment, goal);
  if (clashes->len == 0)
    return FALSE;

  widest = &g_array_index (clashes, EntHorizonClash, 0);
  title = quote_goal (alignment, goal);
  far = name_partner (alignment, widest->long_term);
  near = name_partner (alignment, widest->short_term);
  g_ptr_array_add (verdict->records, ent_alignment_get_partner (alignment, widest->long_term));
  g_ptr_array_add (verdict->records, ent_alignment_get_partner (alignment, widest->short_term));
  /* Translators: a goal, a partner that thinks in the long term, one that thinks in the short */
  ent_verdict_say (verdict, widest->gap / 10.0,
                   g_strdup_printf (_("On %s, the long term of %s stands against the short term of "
                                      "%s."), title, far, near),
                   ent_horizon_clash_get_advice ());

  return TRUE;
}

/* --- Partners -------------------------------------------------------------------------------- */

static gboolean
check_unknown (EntAlignment *alignment, guint partner, EntVerdict *verdict)
{
  guint n_open = 0;
  guint n = 0;
  g_autofree char *name = NULL;

  for (guint goal = 0; goal < ent_alignment_get_n_goals (alignment); goal++)
    if (is_open (alignment, goal))
      {
        n_open++;
        n += ent_alignment_get_value (alignment, goal, partner) == ENT_STAND_UNKNOWN;
      }
  if (n == 0 || ent_alignment_is_empty (alignment))
    return FALSE;

  name = name_partner (alignment, partner);
  ent_verdict_say (verdict, (double) n / n_open,
                   n == n_open
                   ? g_strdup_printf (_("%s has not said where it stands on any goal."), name)
                   : g_strdup_printf (ngettext ("%1$s has not said where it stands on %2$u goal.",
                                                "%1$s has not said where it stands on %2$u goals.",
                                                n), name, n),
                   _("Ask; to say nothing is not the same as to give it no weight."));

  return TRUE;
}

const EntAlignmentRule ent_alignment_rules[ENT_ALIGNMENT_N_RULES] = {
  { ENT_FINDING_DIVIDED_GOAL, ENT_FINDING_LOOK_INTO, ENT_ALIGNMENT_SUBJECT_GOAL, check_divided },
  { ENT_FINDING_UNSUPPORTED_GOAL, ENT_FINDING_LOOK_INTO, ENT_ALIGNMENT_SUBJECT_GOAL,
    check_unsupported },
  { ENT_FINDING_LONE_SUPPORT, ENT_FINDING_NOTE, ENT_ALIGNMENT_SUBJECT_GOAL, check_lone_support },
  { ENT_FINDING_HORIZON_CLASH, ENT_FINDING_LOOK_INTO, ENT_ALIGNMENT_SUBJECT_GOAL,
    check_horizon_clash },
  { ENT_FINDING_UNKNOWN_POSITIONS, ENT_FINDING_NOTE, ENT_ALIGNMENT_SUBJECT_PARTNER, check_unknown },
};
