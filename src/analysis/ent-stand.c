/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a partner stands on a goal: −4 to +4, as a figure, in words, and read back from text. */
#include "config.h"

#include "analysis/ent-stand.h"

#include "analysis/ent-phrase.h"

#include <glib/gi18n.h>
#include <math.h>

#define MINUS "\342\210\222"

/**
 * ent_stand_format:
 * @value: −4 to +4, or %ENT_STAND_UNKNOWN
 *
 * Returns: (transfer full): the value with its sign, such as “+3” or “−1”; “0”; or "" for unknown
 */
char *
ent_stand_format (int value)
{
  if (value == ENT_STAND_UNKNOWN)
    return g_strdup ("");

  return ent_stand_format_sum (value, 0);
}

/**
 * ent_stand_format_sum:
 * @sum: what several values add up to, such as the net of two partners
 * @n_decimals: how many figures to write after the decimal point
 *
 * Returns: (transfer full): the sum with its sign, as single values have it: “+3.5”, “−7” or “0”
 */
char *
ent_stand_format_sum (double sum, guint n_decimals)
{
  return g_strdup_printf ("%s%.*f", sum > 0 ? "+" : sum < 0 ? MINUS : "", (int) n_decimals,
                          fabs (sum));
}

/**
 * ent_stand_spell:
 * @value: −4 to +4, or %ENT_STAND_UNKNOWN
 *
 * For screen readers, which often leave signs out.
 *
 * Returns: (transfer full): the value in words, such as “plus 3”, “minus 1”, “0” or “unknown”
 */
char *
ent_stand_spell (int value)
{
  if (value == ENT_STAND_UNKNOWN)
    return g_strdup (_("unknown"));
  if (value > 0)
    return g_strdup_printf (_("plus %d"), value);
  if (value < 0)
    return g_strdup_printf (_("minus %d"), -value);

  return g_strdup ("0");
}

/**
 * ent_stand_get_meaning:
 * @value: −4 to +4, or %ENT_STAND_UNKNOWN
 *
 * Returns: (transfer none): what in the partner the goal touches, in a word or two (methods.md
 *   section 1)
 */
const char *
ent_stand_get_meaning (int value)
{
  static const char *const meanings[ENT_STAND_MAX + 1] = {
    N_("of little consequence"), N_("way of working"), N_("projects"), N_("mission"),
    N_("existence"),
  };

  if (value == ENT_STAND_UNKNOWN)
    return _("unknown");
  g_return_val_if_fail (ABS (value) <= ENT_STAND_MAX, NULL);

  return _(meanings[ABS (value)]);
}

/* The sign at the start of @text; moves past it. Spreadsheets put in dashes for a minus. */
static int
take_sign (const char **text)
{
  gunichar c = g_utf8_get_char (*text);
  gboolean minus = c == '-' || c == 0x2212 || c == 0x2012 || c == 0x2013 || c == 0xfe63
    || c == 0xff0d;

  if (minus || c == '+' || c == 0xff0b)
    *text = g_utf8_next_char (*text);

  return minus ? -1 : 1;
}

/* Whether nothing follows but what a spreadsheet adds to a whole number: ".0" or ",00". */
static gboolean
is_end (const char *text)
{
  if (*text == '.' || *text == ',')
    for (text++; *text == '0'; text++)
      ;
  while (g_unichar_isspace (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);

  return *text == '\0';
}

/**
 * ent_stand_parse:
 * @text: what somebody typed or pasted
 * @value: (out): return location for −4 to +4, or %ENT_STAND_UNKNOWN if @text is blank
 *
 * Reads “+3”, “3”, “-2” or “−2”, with any digits there are.
 *
 * Returns: whether @text is a value; @value is left alone if not
 */
gboolean
ent_stand_parse (const char *text, int *value)
{
  int sign, digit;

  g_return_val_if_fail (text != NULL && value != NULL, FALSE);

  if (!g_utf8_validate (text, -1, NULL))
    return FALSE;
  while (g_unichar_isspace (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  if (*text == '\0')
    {
      *value = ENT_STAND_UNKNOWN;
      return TRUE;
    }

  sign = take_sign (&text);
  digit = g_unichar_digit_value (g_utf8_get_char (text));
  if (digit < 0 || digit > ENT_STAND_MAX || !is_end (g_utf8_next_char (text)))
    return FALSE;

  *value = sign * digit;
  return TRUE;
}

static gboolean
set_details (EntRecord *position, const char *reason, EntRecord *said_by, GError **error)
{
  if (reason != NULL)
    {
      g_auto(EntValue) value = ent_value_string (reason);

      if (!ent_record_set (position, ENT_POSITION_REASON, &value, error))
        return FALSE;
    }
  if (said_by != NULL)
    {
      g_auto(EntValue) value = ent_value_string (ent_record_get_id (said_by));

      return ent_record_set (position, ENT_POSITION_SAID_BY, &value, error);
    }

  return TRUE;
}

static gboolean
set_value (EntRecord *position, int value, GError **error)
{
  const EntValue number = ent_value_int (value);

  return ent_record_set (position, ENT_POSITION_VALUE, &number, error);
}

static gboolean
add_position (EntProject *project, EntRecord *goal, EntRecord *partner, const char *date,
              int value, const char *reason, EntRecord *said_by, GError **error)
{
  g_autoptr(EntRecord) position = ent_record_new (ENT_KIND_POSITION);

  ent_record_set_string (position, ENT_POSITION_GOAL, ent_record_get_id (goal));
  ent_record_set_string (position, ENT_POSITION_PARTNER, ent_record_get_id (partner));
  ent_record_set_string (position, ENT_POSITION_DATE, date);

  return set_value (position, value, error)
    && set_details (position, reason, said_by, error)
    && ent_project_append (project, position, error);
}

static gboolean
remove_position (EntProject *project, EntRecord *position, GError **error)
{
  if (position == NULL || ent_project_remove (project, position))
    return TRUE;

  g_set_error_literal (error, ENT_MODEL_ERROR, ENT_MODEL_ERROR_READ_ONLY,
                       _("This partnership can only be read here."));
  return FALSE;
}

/**
 * ent_stand_dup_reason:
 * @position: (nullable): a position
 *
 * Returns: (transfer full) (nullable): the reason it was given with, as a quotation, and in brackets
 *   who gave it where that is known; %NULL where there is no reason
 */
char *
ent_stand_dup_reason (EntRecord *position)
{
  const char *reason;
  EntRecord *said_by;

  g_return_val_if_fail (position == NULL || ENT_IS_RECORD (position), NULL);

  reason = position != NULL ? ent_record_get_string (position, ENT_POSITION_REASON) : "";
  if (*reason == '\0')
    return NULL;

  said_by = ent_record_get_ref (position, ENT_POSITION_SAID_BY);
  if (said_by == NULL)
    /* Translators: the quotation marks around a reason */
    return g_strdup_printf (C_("reason", "“%s”"), reason);

  /* Translators: a reason and who gave it */
  return g_strdup_printf (C_("reason", "“%s” (%s)"), reason,
                          ent_record_get_string (said_by, ENT_PERSON_NAME));
}

/**
 * ent_stand_name_step:
 * @goal: a goal
 * @partner: a partner
 * @value: −4 to +4, or %ENT_STAND_UNKNOWN where the position is taken back
 *
 * Returns: (transfer full): what entering that value is called among the steps that can be undone
 */
char *
ent_stand_name_step (EntRecord *goal, EntRecord *partner, int value)
{
  g_autofree char *what = NULL;
  g_autofree char *who = NULL;
  g_autofree char *text = NULL;

  g_return_val_if_fail (ENT_IS_RECORD (goal) && ENT_IS_RECORD (partner), NULL);

  what = ent_phrase_name (ent_record_get_string (goal, ENT_GOAL_TITLE));
  who = ent_phrase_name (ent_record_get_string (partner, ENT_PARTNER_NAME));
  if (value == ENT_STAND_UNKNOWN)
    /* Translators: a step that can be undone; a partner, a goal */
    return g_strdup_printf (_("Clear the position of %s on %s"), who, what);

  text = ent_stand_format (value);
  /* Translators: a step that can be undone; a partner, a value, a goal */
  return g_strdup_printf (_("Set %s to %s on %s"), who, text, what);
}

/**
 * ent_stand_record:
 * @project: a project
 * @goal: a goal of it
 * @partner: a partner of it
 * @date: the day it was said, `YYYY-MM-DD`
 * @value: −4 to +4, or %ENT_STAND_UNKNOWN to take back what was entered for that day
 * @reason: (nullable): why; %NULL leaves the reason of that day as it is
 * @said_by: (nullable): the person who said it; %NULL leaves that as it is
 * @error: return location for an error of %ENT_MODEL_ERROR
 *
 * Enters where @partner stood on @goal on a day, as one step that ent_stand_name_step() names.
 * Earlier days stay as they are; a position of the same day is changed. Whoever wants several in one
 * step begins a transaction around them.
 *
 * Returns: whether it was done
 */
gboolean
ent_stand_record (EntProject *project,
                  EntRecord  *goal,
                  EntRecord  *partner,
                  const char *date,
                  int         value,
                  const char *reason,
                  EntRecord  *said_by,
                  GError    **error)
{
  g_autoptr(EntTransaction) step = NULL;
  g_autofree char *label = NULL;
  EntRecord *present;
  gboolean done;

  g_return_val_if_fail (ENT_IS_PROJECT (project), FALSE);
  g_return_val_if_fail (ENT_IS_RECORD (goal) && ENT_IS_RECORD (partner), FALSE);
  g_return_val_if_fail (date != NULL && ent_date_is_valid (date), FALSE);

  label = ent_stand_name_step (goal, partner, value);
  step = ent_project_begin (project, label);
  present = ent_project_lookup_key (project, ENT_KIND_POSITION, ent_record_get_id (goal),
                                    ent_record_get_id (partner), date);
  if (value == ENT_STAND_UNKNOWN)
    done = remove_position (project, present, error);
  else if (present == NULL)
    done = add_position (project, goal, partner, date, value, reason, said_by, error);
  else
    done = set_value (present, value, error) && set_details (present, reason, said_by, error);

  if (done)
    ent_transaction_commit (step);

  return done;
}
