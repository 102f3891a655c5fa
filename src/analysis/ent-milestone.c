/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A milestone is done, ahead or overdue; which, is always said with a word and a sign. */
#include "config.h"

#include "analysis/ent-milestone.h"

#include "analysis/ent-day.h"

#include <glib/gi18n.h>

static const char *
get_due (EntRecord *milestone)
{
  return ent_record_get_string (milestone, ENT_MILESTONE_DUE);
}

static const char *
get_done (EntRecord *milestone)
{
  return ent_record_get_string (milestone, ENT_MILESTONE_DONE);
}

static gboolean
is_milestone (EntRecord *record)
{
  return ENT_IS_RECORD (record) && ent_record_get_kind (record) == ENT_KIND_MILESTONE;
}

/**
 * ent_milestone_get_state:
 * @milestone: a milestone
 * @day: the day on which it is looked at, `YYYY-MM-DD`
 *
 * Returns: where it stands. On the day on which it is due it is not overdue yet.
 */
EntMilestoneState
ent_milestone_get_state (EntRecord *milestone, const char *day)
{
  g_return_val_if_fail (is_milestone (milestone), ENT_MILESTONE_STATE_AHEAD);
  g_return_val_if_fail (day != NULL, ENT_MILESTONE_STATE_AHEAD);

  if (*get_done (milestone) != '\0')
    return ENT_MILESTONE_STATE_DONE;

  return ent_milestone_get_days_late (milestone, day) > 0 ? ENT_MILESTONE_STATE_OVERDUE
                                                          : ENT_MILESTONE_STATE_AHEAD;
}

/**
 * ent_milestone_get_days_late:
 * @milestone: a milestone
 * @day: the day on which it is looked at, `YYYY-MM-DD`
 *
 * Returns: how many days after it was due it was done, or if it is not, it is now; less than 0 if
 *   before that, 0 where it is due at no time
 */
int
ent_milestone_get_days_late (EntRecord *milestone, const char *day)
{
  int due;
  int end;

  g_return_val_if_fail (is_milestone (milestone), 0);
  g_return_val_if_fail (day != NULL, 0);

  due = ent_day_to_number (get_due (milestone));
  end = ent_day_to_number (*get_done (milestone) != '\0' ? get_done (milestone) : day);

  return due != ENT_DAY_NONE && end != ENT_DAY_NONE ? end - due : 0;
}

/**
 * ent_milestone_dup_word:
 * @milestone: a milestone
 * @day: the day on which it is looked at, `YYYY-MM-DD`
 *
 * Returns: (transfer full): its state as a sign and a word, translated; "" where it is ahead, which
 *   needs none
 */
char *
ent_milestone_dup_word (EntRecord *milestone, const char *day)
{
  g_return_val_if_fail (is_milestone (milestone), NULL);

  switch (ent_milestone_get_state (milestone, day))
    {
    case ENT_MILESTONE_STATE_OVERDUE:
      return g_strdup_printf ("! %s", _("Overdue"));
    case ENT_MILESTONE_STATE_DONE:
      return g_strdup_printf ("✓ %s", C_("milestone", "Done"));
    case ENT_MILESTONE_STATE_AHEAD:
    default:
      return g_strdup ("");
    }
}

static char *
dup_done (EntRecord *milestone, int late)
{
  g_autofree char *day = ent_day_format (get_done (milestone));

  if (late == 0)
    return g_strdup_printf (_("Done on %s"), day);
  if (late < 0)
    return g_strdup_printf (ngettext ("Done on %s, %d day early", "Done on %s, %d days early",
                                      (gulong) -late), day, -late);

  return g_strdup_printf (ngettext ("Done on %s, %d day late", "Done on %s, %d days late",
                                    (gulong) late), day, late);
}

static char *
dup_ahead (EntRecord *milestone, int late)
{
  if (*get_due (milestone) == '\0')
    return g_strdup (_("No day is set for it"));
  if (late == 0)
    return g_strdup (_("Due today"));

  return g_strdup_printf (ngettext ("Due in %d day", "Due in %d days", (gulong) -late), -late);
}

/**
 * ent_milestone_dup_standing:
 * @milestone: a milestone
 * @day: the day on which it is looked at, `YYYY-MM-DD`
 *
 * Returns: (transfer full): how it stands in a few words, translated: “Overdue by 12 days”
 */
char *
ent_milestone_dup_standing (EntRecord *milestone, const char *day)
{
  int late;

  g_return_val_if_fail (is_milestone (milestone), NULL);
  g_return_val_if_fail (day != NULL, NULL);

  late = ent_milestone_get_days_late (milestone, day);
  switch (ent_milestone_get_state (milestone, day))
    {
    case ENT_MILESTONE_STATE_OVERDUE:
      return g_strdup_printf (ngettext ("Overdue by %d day", "Overdue by %d days", (gulong) late),
                              late);
    case ENT_MILESTONE_STATE_DONE:
      return dup_done (milestone, late);
    case ENT_MILESTONE_STATE_AHEAD:
    default:
      return dup_ahead (milestone, late);
    }
}

/**
 * ent_milestone_dup_mark:
 * @milestone: a milestone
 * @day: the day on which it is looked at, `YYYY-MM-DD`
 *
 * Returns: (transfer full): its standing behind the sign of its state: “! Overdue by 12 days”
 */
char *
ent_milestone_dup_mark (EntRecord *milestone, const char *day)
{
  g_autofree char *standing = NULL;
  EntMilestoneState state;

  g_return_val_if_fail (is_milestone (milestone), NULL);
  g_return_val_if_fail (day != NULL, NULL);

  state = ent_milestone_get_state (milestone, day);
  standing = ent_milestone_dup_standing (milestone, day);

  return g_strconcat (state == ENT_MILESTONE_STATE_OVERDUE ? "! "
                      : state == ENT_MILESTONE_STATE_DONE  ? "✓ " : "", standing, NULL);
}

/* Days are written so that the alphabet is their order; no day comes last. */
static int
compare_days (const char *a, const char *b)
{
  if (*a == '\0' || *b == '\0')
    return (*a == '\0') - (*b == '\0');

  return g_strcmp0 (a, b);
}

/**
 * ent_milestone_compare:
 * @a: a milestone
 * @b: another
 *
 * Returns: less than 0 if @a stands before @b where people ask what is next: what is not done comes
 *   first, and of that what is due first, so that the overdue leads. What is done follows, the
 *   latest first.
 */
int
ent_milestone_compare (EntRecord *a, EntRecord *b)
{
  gboolean a_done, b_done;

  g_return_val_if_fail (is_milestone (a) && is_milestone (b), 0);

  a_done = *get_done (a) != '\0';
  b_done = *get_done (b) != '\0';
  if (a_done != b_done)
    return a_done - b_done;

  return a_done ? compare_days (get_done (b), get_done (a)) : compare_days (get_due (a), get_due (b));
}
