/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Days as people read them. */
#include "config.h"

#include "analysis/ent-day.h"

#include "model/ent-value.h"

#include <glib/gi18n.h>
#include <string.h>

static char *
format (const char *day, const char *style)
{
  g_autoptr(GTimeZone) utc = g_time_zone_new_utc ();
  g_autofree char *midnight = g_strdup_printf ("%sT00:00:00Z", day);
  g_autoptr(GDateTime) time = ent_date_is_valid (day) ? g_date_time_new_from_iso8601 (midnight, utc)
                                                      : NULL;
  char *text = time != NULL ? g_date_time_format (time, style) : NULL;

  return text != NULL ? text : g_strdup (day);
}

/**
 * ent_day_dup_today:
 *
 * Returns: (transfer full): today where the user is, `YYYY-MM-DD`
 */
char *
ent_day_dup_today (void)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();

  return g_date_time_format (now, "%Y-%m-%d");
}

/**
 * ent_day_format:
 * @day: a day, `YYYY-MM-DD`
 *
 * Returns: (transfer full): the day as it stands in sentences and on documents: 3 May 2026; @day
 *   itself if it is none
 */
char *
ent_day_format (const char *day)
{
  g_return_val_if_fail (day != NULL, NULL);

  /* Translators: the format of a date on a document, as g_date_time_format() takes it: 3 May
   * 2026 */
  return format (day, C_("date format", "%-d %B %Y"));
}

/**
 * ent_day_format_month:
 * @day: a day, `YYYY-MM-DD`
 * @beside: the day from which it is looked at
 *
 * Returns: (transfer full): its month: March, or March 2025 where @beside is in another year
 */
char *
ent_day_format_month (const char *day, const char *beside)
{
  g_return_val_if_fail (day != NULL && beside != NULL, NULL);

  if (strncmp (day, beside, strlen ("YYYY-")) == 0)
    /* Translators: a month of the year that is looked at, as g_date_time_format() takes it:
     * March */
    return format (day, C_("date format", "%OB"));

  /* Translators: a month and its year, as g_date_time_format() takes it: March 2025 */
  return format (day, C_("date format", "%OB %Y"));
}

/* The first day of a period without what the last one says again. */
static char *
format_beginning (const char *first, const char *last)
{
  if (strncmp (first, last, strlen ("YYYY-MM-")) == 0)
    /* Translators: the first day of a period within a month, as g_date_time_format() takes it, such as
     * the 3 of “3 to 18 May 2026”; take the format of a date on a document where that is not short */
    return format (first, C_("date format", "%-d"));
  if (strncmp (first, last, strlen ("YYYY-")) == 0)
    /* Translators: the first day of a period within a year, as g_date_time_format() takes it, such as
     * the “3 March” of “3 March to 18 May 2026” */
    return format (first, C_("date format", "%-d %B"));

  return ent_day_format (first);
}

/**
 * ent_day_format_period:
 * @first: (nullable): its first day, `YYYY-MM-DD`; %NULL for all before @last
 * @last: (nullable): its last day; %NULL for all from @first on
 *
 * Returns: (transfer full) (nullable): the period as it stands on documents: 3 March to 18 May 2026;
 *   %NULL for all time
 */
char *
ent_day_format_period (const char *first, const char *last)
{
  g_autofree char *beginning = NULL;
  g_autofree char *end = last != NULL ? ent_day_format (last) : NULL;

  if (first == NULL && last == NULL)
    return NULL;
  if (first == NULL)
    /* Translators: all until a day */
    return g_strdup_printf (_("%s and earlier"), end);
  if (last == NULL)
    {
      beginning = ent_day_format (first);
      /* Translators: all from a day on */
      return g_strdup_printf (_("%s and later"), beginning);
    }
  if (g_str_equal (first, last))
    return g_steal_pointer (&end);

  beginning = format_beginning (first, last);

  /* Translators: the first and the last day of a period */
  return g_strdup_printf (C_("period", "%s to %s"), beginning, end);
}

static int
parse_digits (const char *text, guint n)
{
  int number = 0;

  for (guint i = 0; i < n; i++)
    number = 10 * number + (text[i] - '0');

  return number;
}

/**
 * ent_day_to_number:
 * @day: (nullable): a day, `YYYY-MM-DD`
 *
 * Returns: the day counted from 1 January of the year 1, as #GDate counts; %ENT_DAY_NONE if it is
 *   none
 */
int
ent_day_to_number (const char *day)
{
  GDate date;

  if (day == NULL || !ent_date_is_valid (day))
    return ENT_DAY_NONE;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) parse_digits (day + 8, 2),
                  (GDateMonth) parse_digits (day + 5, 2), (GDateYear) parse_digits (day, 4));

  return (int) g_date_get_julian (&date);
}

/**
 * ent_day_from_number:
 * @number: a day as ent_day_to_number() counts
 *
 * Returns: (transfer full): the day, `YYYY-MM-DD`; "" if it is none, or not of the years 1 to 9999
 */
char *
ent_day_from_number (int number)
{
  GDate date;

  /* 31 December 9999 */
  if (number < 1 || number > 3652059)
    return g_strdup ("");

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) number);

  return g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (&date), g_date_get_month (&date),
                          g_date_get_day (&date));
}
