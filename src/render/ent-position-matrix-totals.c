/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The totals of a position matrix, and in words how they come about (methods.md section 1). They
 * are over everybody and all goals, whatever is filtered out of sight. */
#include "config.h"

#include "render/ent-position-matrix-private.h"

#include <glib/gi18n.h>
#include <math.h>

const char *
_ent_position_matrix_get_total_title (gboolean is_row, guint number)
{
  static const char *const columns[POSITION_N_COLUMN_TOTALS] = {
    [POSITION_TOTAL_FOR] = NC_("total", "For"),
    [POSITION_TOTAL_AGAINST] = NC_("total", "Against"),
    [POSITION_TOTAL_DIVISION] = NC_("total", "Division"),
  };
  static const char *const rows[POSITION_N_ROW_TOTALS] = {
    [POSITION_TOTAL_INVOLVEMENT] = NC_("total", "Involvement"),
    [POSITION_TOTAL_AMBIVALENCE] = NC_("total", "Ambivalence"),
  };

  return g_dpgettext2 (NULL, "total", is_row ? rows[number] : columns[number]);
}

/* There are few different ones, so that they can stay. */
static const char *
intern_sum (double sum)
{
  g_autofree char *text = ent_stand_format_sum (sum, 0);

  return g_intern_string (text);
}

static const char *
intern_number (guint number)
{
  g_autofree char *text = g_strdup_printf ("%u", number);

  return g_intern_string (text);
}

static const char *
intern_share (double share)
{
  g_autofree char *text = NULL;

  if (isnan (share))
    return "";

  text = g_strdup_printf ("%.2f", share);

  return g_intern_string (text);
}

static const char *
get_goal_total (EntPositionMatrix *self, guint goal, PositionColumnTotal total)
{
  EntMobilisation sum = ent_alignment_get_mobilisation (self->alignment, goal, FALSE);

  switch (total)
    {
    case POSITION_TOTAL_FOR:
      return intern_sum (sum.in_favour);
    case POSITION_TOTAL_AGAINST:
      return intern_sum (-(double) sum.against);
    case POSITION_TOTAL_DIVISION:
    case POSITION_N_COLUMN_TOTALS:
    default:
      return intern_share (ent_alignment_get_division (self->alignment, goal));
    }
}

static const char *
get_partner_total (EntPositionMatrix *self, guint partner, PositionRowTotal total)
{
  if (total == POSITION_TOTAL_INVOLVEMENT)
    return intern_number (ent_alignment_get_involvement (self->alignment, partner, FALSE).total);

  return intern_share (ent_alignment_get_ambivalence (self->alignment, partner));
}

/* The text of a cell that is a total; "" where a total of totals would say nothing. */
const char *
_ent_position_matrix_get_total (EntPositionMatrix *self, guint row, guint column)
{
  if (row < self->rows->len)
    return get_goal_total (self, position_matrix_goal (self, row),
                           (PositionColumnTotal) (column - self->columns->len));
  if (column < self->columns->len)
    return get_partner_total (self, position_matrix_partner (self, column),
                              (PositionRowTotal) (row - self->rows->len));

  return "";
}

static char *
explain_sum (EntPositionMatrix *self, guint goal, const char *title, gboolean against)
{
  EntMobilisation sum = ent_alignment_get_mobilisation (self->alignment, goal, FALSE);
  EntAlignmentTally tally = ent_alignment_get_tally (self->alignment, goal);

  if (against)
    /* Translators: a goal, a sum, and from how many partners it comes */
    return g_strdup_printf (ngettext ("%s: %u against, from %u partner",
                                      "%s: %u against, from %u partners", tally.against),
                            title, sum.against, tally.against);

  /* Translators: a goal, a sum, and from how many partners it comes */
  return g_strdup_printf (ngettext ("%s: %u for, from %u partner", "%s: %u for, from %u partners",
                                    tally.in_favour),
                          title, sum.in_favour, tally.in_favour);
}

static char *
explain_division (EntPositionMatrix *self, guint goal, const char *title)
{
  double division = ent_alignment_get_division (self->alignment, goal);
  EntAlignmentTally tally = ent_alignment_get_tally (self->alignment, goal);
  guint known = tally.in_favour + tally.neutral + tally.against;

  if (isnan (division))
    return g_strdup_printf (_("%s: division cannot be told yet; too few have said where they "
                              "stand"), title);

  /* Translators: a goal, a number from 0 to 1, and how many partners said where they stand */
  return g_strdup_printf (ngettext ("%s: division %.2f, from %u partner who said where it stands",
                                    "%s: division %.2f, from %u partners who said where they stand",
                                    known),
                          title, division, known);
}

static char *
explain_goal (EntPositionMatrix *self, guint row, PositionColumnTotal total)
{
  guint goal = position_matrix_goal (self, row);
  const char *title = _ent_position_matrix_get_goal_name (self, row);

  return total == POSITION_TOTAL_DIVISION ? explain_division (self, goal, title)
                                          : explain_sum (self, goal, title,
                                                         total == POSITION_TOTAL_AGAINST);
}

static char *
explain_partner (EntPositionMatrix *self, guint column, PositionRowTotal total)
{
  guint partner = position_matrix_partner (self, column);
  const char *name = _ent_position_matrix_get_partner_name (self, column);
  EntMobilisation sum = ent_alignment_get_involvement (self->alignment, partner, FALSE);
  double ambivalence = ent_alignment_get_ambivalence (self->alignment, partner);

  if (total == POSITION_TOTAL_INVOLVEMENT)
    /* Translators: a partner, how much it is involved, and of that how much for and against */
    return g_strdup_printf (_("%s: involvement %u, %u for and %u against"), name, sum.total,
                            sum.in_favour, sum.against);
  if (isnan (ambivalence))
    return g_strdup_printf (_("%s: ambivalence cannot be told; it shares no stand with anybody"),
                            name);

  /* Translators: a partner and a number from 0 to 1 */
  return g_strdup_printf (_("%s: ambivalence %.2f; 0 is always ally or always opponent, 1 is both "
                            "equally"), name, ambivalence);
}

/* What a screen reader and a tooltip say of a total. */
char *
_ent_position_matrix_explain_total (EntPositionMatrix *self, guint row, guint column)
{
  if (row < self->rows->len)
    return explain_goal (self, row, (PositionColumnTotal) (column - self->columns->len));
  if (column < self->columns->len)
    return explain_partner (self, column, (PositionRowTotal) (row - self->rows->len));

  return g_strdup ("");
}
