/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading dates: the text is cut into numbers and words, and the shape of these says what it is. A
 * shape that could be two days is not decided here. */
#include "config.h"

#include "analysis/ent-day-read.h"

#include "model/ent-record.h"
#include "model/ent-value.h"

#include <langinfo.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MOST_PARTS 3
#define FIRST_YEAR 1900
#define LAST_YEAR 2199

/* Years of two digits from here on are of the last century, as POSIX has it. */
#define FIRST_OLD_YEAR 69

/* A number or a word, and what stands before it. */
typedef struct {
  const char *text;
  gsize length;
  gboolean digits;
  int number;
  char before;                       /* '\0' for the first, ' ' for spaces */
} Part;

typedef struct {
  Part parts[MOST_PARTS];
  guint n;
} Parts;

/* --- Parts ----------------------------------------------------------------------------------- */

/* Where the time of day begins that some programs write behind the day; the end if there is none. */
static const char *
find_time (const char *text, const char *end)
{
  const char *colon = memchr (text, ':', (gsize) (end - text));
  const char *p = colon;

  if (colon == NULL)
    return end;
  while (p > text && g_ascii_isdigit (p[-1]))
    p--;
  if (p == text || p == colon || (p[-1] != ' ' && p[-1] != 'T'))
    return end;
  for (p--; p > text && p[-1] == ' ';)
    p--;

  return p;
}

static gboolean
is_between (char c)
{
  return c == ' ' || c == '-' || c == '/' || c == '.' || c == ',' || c == '\'';
}

/* The mark before a part: of several the one that says most. */
static const char *
skip_between (const char *p, const char *end, char *before)
{
  *before = '\0';
  for (; p < end && (is_between (*p) || g_str_has_prefix (p, "\302\240")
                     || g_str_has_prefix (p, "’")); p = g_utf8_next_char (p))
    {
      char c = g_str_has_prefix (p, "’") ? '\'' : (guchar) *p >= 0x80 ? ' ' : *p;

      if (*before == '\0' || *before == ' ' || c == '\'')
        *before = c;
    }

  return p;
}

static const char *
take_part (Parts *parts, const char *p, const char *end, char before)
{
  Part *part = &parts->parts[parts->n++];

  *part = (Part) { p, 0, g_ascii_isdigit (*p), 0, before };
  if (part->digits)
    for (; p < end && g_ascii_isdigit (*p) && p - part->text < 9; p++)
      part->number = part->number * 10 + (*p - '0');
  else
    for (; p < end && g_unichar_isalpha (g_utf8_get_char (p)); p = g_utf8_next_char (p))
      ;
  part->length = (gsize) (p - part->text);

  return p;
}

/* 1st, 2nd, 3rd, 4th. */
static const char *
skip_ordinal (const char *p, const char *end)
{
  static const char *const endings[] = { "st", "nd", "rd", "th" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (end - p >= 2 && g_ascii_strncasecmp (p, endings[i], 2) == 0
        && (end - p == 2 || !g_ascii_isalnum (p[2])))
      return p + 2;

  return p;
}

static gboolean
split (const char *text, const char *end, Parts *parts)
{
  const char *p = text;
  char before;

  parts->n = 0;
  while (p < end)
    {
      const char *start = skip_between (p, end, &before);

      /* Digits and letters may stand together, as in Q1 and 2025M03. */
      if (start == end)
        return parts->n > 0 && (before == ' ' || before == '.');
      if (parts->n == MOST_PARTS || (parts->n == 0 && before != '\0')
          || !(g_ascii_isdigit (*start) || g_unichar_isalpha (g_utf8_get_char (start))))
        return FALSE;
      p = take_part (parts, start, end, before);
      if (p == start)
        return FALSE;
      if (parts->parts[parts->n - 1].digits)
        p = skip_ordinal (p, end);
    }

  return parts->n > 0;
}

/* --- Days ------------------------------------------------------------------------------------ */

static gboolean
is_day (int year, int month, int day)
{
  return year >= FIRST_YEAR && year <= LAST_YEAR && month >= 1 && month <= 12 && day >= 1
         && g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year);
}

static EntDayState
set_day (EntDayReading *reading, int year, int month, int day)
{
  if (!is_day (year, month, day))
    return ENT_DAY_TEXT;
  snprintf (reading->day, sizeof reading->day, "%04u-%02u-%02u", (guint) year % 10000u,
            (guint) month % 100u, (guint) day % 100u);

  return ENT_DAY_FOUND;
}

/* The last day of the span that ends with a month. */
static EntDayState
set_span (EntDayReading *reading, EntDaySpan span, int year, int month)
{
  if (!is_day (year, month, 1))
    return ENT_DAY_TEXT;
  reading->span = span;

  return set_day (reading, year, month,
                  g_date_get_days_in_month ((GDateMonth) month, (GDateYear) year));
}

static gboolean
is_year (const Part *part)
{
  return part->digits && part->length == 4 && part->number >= FIRST_YEAR
         && part->number <= LAST_YEAR;
}

/* A year of four digits or of two; 0 if it is none. */
static int
get_year (const Part *part)
{
  if (is_year (part))
    return part->number;
  if (!part->digits || part->length != 2)
    return 0;

  return part->number < FIRST_OLD_YEAR ? 2000 + part->number : 1900 + part->number;
}

static gboolean
is_short (const Part *part)
{
  return part->digits && part->length <= 2;
}

/* Year, month and day, where the year has two digits and so has the day. */
static gboolean
may_begin_with_year (const Part *p)
{
  return p[0].length == 2 && p[2].length == 2
         && is_day (get_year (&p[0]), p[1].number, p[2].number);
}

/* Day, month and year where the order must be known, or must show itself. Points part days that come
 * before their month wherever points are used, unless the rest of the column shows otherwise. */
static EntDayState
choose_order (EntDayReading *reading, const Parts *parts, EntDayOrder order)
{
  const Part *p = parts->parts;
  int year = get_year (&p[2]);
  gboolean dmy = is_day (year, p[1].number, p[0].number);
  gboolean mdy = is_day (year, p[0].number, p[1].number);
  gboolean ymd = may_begin_with_year (p);

  if (order == ENT_DAY_ORDER_YMD)
    return p[2].length <= 2 ? set_day (reading, get_year (&p[0]), p[1].number, p[2].number)
                            : ENT_DAY_TEXT;
  if (order == ENT_DAY_ORDER_DMY)
    return set_day (reading, year, p[1].number, p[0].number);
  if (order == ENT_DAY_ORDER_MDY)
    return set_day (reading, year, p[0].number, p[1].number);

  if (p[1].before != '.'
      && ((dmy && mdy && p[0].number != p[1].number)
          || (ymd && (dmy || mdy) && p[0].number != p[2].number)))
    return ENT_DAY_AMBIGUOUS;
  if (ymd && !dmy && !mdy)
    {
      reading->shows = ENT_DAY_ORDER_YMD;
      return set_day (reading, get_year (&p[0]), p[1].number, p[2].number);
    }
  if (dmy != mdy)
    reading->shows = dmy ? ENT_DAY_ORDER_DMY : ENT_DAY_ORDER_MDY;

  return dmy ? set_day (reading, year, p[1].number, p[0].number)
             : set_day (reading, year, p[0].number, p[1].number);
}

static EntDayState
read_three_numbers (EntDayReading *reading, const Parts *parts, EntDayOrder order)
{
  const Part *p = parts->parts;

  if (p[1].before != p[2].before || p[1].before == ',' || p[1].before == '\'')
    return ENT_DAY_TEXT;
  if (is_year (&p[0]) && is_short (&p[1]) && is_short (&p[2]))
    return set_day (reading, p[0].number, p[1].number, p[2].number);
  if (is_short (&p[0]) && is_short (&p[1]) && get_year (&p[2]) != 0)
    return choose_order (reading, parts, order);

  return ENT_DAY_TEXT;
}

/* 2025-03, 03/2025, 03.2025; not 2025.3, which is a number. */
static EntDayState
read_two_numbers (EntDayReading *reading, const Parts *parts)
{
  const Part *p = parts->parts;

  if (is_year (&p[0]) && is_short (&p[1]) && (p[1].before == '-' || p[1].before == '/'))
    return set_span (reading, ENT_DAY_SPAN_MONTH, p[0].number, p[1].number);
  if (is_year (&p[1]) && is_short (&p[0])
      && (p[1].before == '-' || p[1].before == '/'
          || (p[1].before == '.' && p[0].length == 2)))
    return set_span (reading, ENT_DAY_SPAN_MONTH, p[1].number, p[0].number);

  return ENT_DAY_TEXT;
}

/* A year, a day as 20250301, or what spreadsheets count days by. */
static EntDayState
read_number (EntDayReading *reading, const Part *part, gboolean serials)
{
  if (serials && part->length <= 6)
    {
      GDate day;

      /* Day 60 is one that there never was; see the leap year bug that all of them keep. */
      if (part->number < 61)
        return ENT_DAY_TEXT;
      g_date_clear (&day, 1);
      g_date_set_dmy (&day, 30, G_DATE_DECEMBER, 1899);
      g_date_add_days (&day, (guint) part->number);
      return set_day (reading, g_date_get_year (&day), g_date_get_month (&day),
                      g_date_get_day (&day));
    }
  if (is_year (part))
    return set_span (reading, ENT_DAY_SPAN_YEAR, part->number, 12);
  if (part->length == 8)
    return set_day (reading, part->number / 10000, part->number / 100 % 100, part->number % 100);

  return ENT_DAY_TEXT;
}

/* --- Words ----------------------------------------------------------------------------------- */

static gboolean
names_month (const char *word, const char *folded_name, gsize least)
{
  return strlen (word) >= least && g_str_has_prefix (folded_name, word);
}

/* The month by its name in the user's language, as it stands within a date, on its own or shortened.
 * Some languages have another ending on its own: 3 marca 2025, but marzec 2025. */
static gboolean
names_local_month (const char *word, int month)
{
  static const nl_item first_names[] = {
    MON_1, ABMON_1,
#ifdef ALTMON_1
    ALTMON_1,
#endif
  };

  for (guint i = 0; i < G_N_ELEMENTS (first_names); i++)
    {
      g_autofree char *name = ent_text_fold (nl_langinfo (first_names[i] + month - 1));

      if (first_names[i] == ABMON_1)
        name[strcspn (name, ".")] = '\0';
      if (g_str_equal (word, name))
        return TRUE;
    }

  return FALSE;
}

/* The month by its name in one of the languages that tables often come in, whole or shortened; 0 if
 * it is none, or could be two, as “jui” is in French. */
static int
find_known_month (const char *word)
{
  static const char *const months[][12] = {
    { "january", "february", "march", "april", "may", "june", "july", "august", "september",
      "october", "november", "december" },
    { "januar", "februar", "marz", "april", "mai", "juni", "juli", "august", "september",
      "oktober", "november", "dezember" },
    { "janner", "feber", "mrz", "april", "mai", "juni", "juli", "august", "september", "oktober",
      "november", "dezember" },
    { "janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre",
      "octobre", "novembre", "decembre" },
    { "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre",
      "octubre", "noviembre", "diciembre" },
  };
  int found = 0;

  for (guint i = 0; i < G_N_ELEMENTS (months); i++)
    for (int month = 1; month <= 12; month++)
      if (names_month (word, months[i][month - 1], 3))
        {
          if (found != 0 && found != month)
            return 0;
          found = month;
        }

  return found;
}

/* The month by a name that is known, or the one of the user's language; 0 if it is none. */
static int
find_month (const Part *part)
{
  g_autofree char *text = g_strndup (part->text, part->length);
  g_autofree char *word = ent_text_fold (text);
  int known = find_known_month (word);

  if (known != 0)
    return known;
  for (int i = 0; i < 12; i++)
    if (names_local_month (word, i + 1))
      return i + 1;

  return 0;
}

static gboolean
is_word (const Part *part, const char *word)
{
  return !part->digits && part->length == strlen (word)
         && g_ascii_strncasecmp (part->text, word, part->length) == 0;
}

/* Q1 2025, 2025-Q1, 1Q25, 2025M03. */
static EntDayState
read_letter (EntDayReading *reading, const Parts *parts)
{
  const Part *p = parts->parts;

  for (guint i = 0; i < parts->n; i++)
    {
      gboolean quarter = is_word (&p[i], "Q");
      const Part *number = i == 1 && p[1].before == '\0' && p[0].length == 1 ? &p[0]
                         : i + 1 < parts->n && p[i + 1].before == '\0' ? &p[i + 1] : NULL;
      const Part *year;

      if ((!quarter && !is_word (&p[i], "M")) || number == NULL || number->length > 2)
        continue;
      year = &p[3 - i - (guint) (number - p)];
      if (get_year (year) == 0 || (quarter && (number->number < 1 || number->number > 4)))
        return ENT_DAY_TEXT;
      if (quarter)
        return set_span (reading, ENT_DAY_SPAN_QUARTER, get_year (year), number->number * 3);
      return set_span (reading, ENT_DAY_SPAN_MONTH, get_year (year), number->number);
    }

  return ENT_DAY_TEXT;
}

/* Mar 2025, 2025 March, Mar-25, Mar ’25; “Mar 25” could be a day. */
static EntDayState
read_month (EntDayReading *reading, const Parts *parts)
{
  const Part *p = parts->parts;
  guint place = p[0].digits ? 1 : 0;
  const Part *other = &p[1 - place];
  int month = find_month (&p[place]);

  if (month == 0 || !other->digits)
    return ENT_DAY_TEXT;
  if (is_year (other))
    return set_span (reading, ENT_DAY_SPAN_MONTH, other->number, month);
  if (place == 0 && get_year (other) != 0 && (other->before == '-' || other->before == '\''))
    return set_span (reading, ENT_DAY_SPAN_MONTH, get_year (other), month);

  return ENT_DAY_TEXT;
}

/* 3 March 2025, March 3, 2025, 3-Mar-25, 2025 Mar 3. */
static EntDayState
read_named_day (EntDayReading *reading, const Parts *parts)
{
  const Part *p = parts->parts;
  int month;

  if (!p[0].digits && p[1].digits && p[2].digits)
    {
      month = find_month (&p[0]);
      return is_year (&p[2]) && is_short (&p[1])
        ? set_day (reading, p[2].number, month, p[1].number) : ENT_DAY_TEXT;
    }
  if (!p[0].digits || p[1].digits || !p[2].digits)
    return ENT_DAY_TEXT;

  month = find_month (&p[1]);
  if (is_year (&p[0]) && is_short (&p[2]))
    return set_day (reading, p[0].number, month, p[2].number);

  return is_short (&p[0]) ? set_day (reading, get_year (&p[2]), month, p[0].number)
                          : ENT_DAY_TEXT;
}

static EntDayState
read_parts (EntDayReading *reading, const Parts *parts, EntDayOrder order, gboolean serials)
{
  guint n_numbers = 0;
  EntDayState state;

  for (guint i = 0; i < parts->n; i++)
    n_numbers += parts->parts[i].digits;

  if (n_numbers == 3)
    return read_three_numbers (reading, parts, order);
  if (n_numbers == 2 && parts->n == 2)
    return read_two_numbers (reading, parts);
  if (parts->n == 1)
    return n_numbers == 1 ? read_number (reading, &parts->parts[0], serials) : ENT_DAY_TEXT;
  if (parts->n == 2)
    return read_month (reading, parts);

  state = read_letter (reading, parts);

  return state != ENT_DAY_TEXT ? state : read_named_day (reading, parts);
}

/* --- Public ---------------------------------------------------------------------------------- */

/* What programs write, and therefore most tables hold. */
static gboolean
read_iso (const char *text, EntDayReading *reading)
{
  if (!ent_date_is_valid (text))
    return FALSE;
  memcpy (reading->day, text, sizeof reading->day);

  return TRUE;
}

/**
 * ent_day_read:
 * @text: what stands in a cell
 * @order: the order of the numbers in a date, as far as it is known
 * @serials: whether whole numbers are days as spreadsheets count them, from 30 December 1899
 * @reading: (out): what was found
 *
 * Reads a date: a day, a month, a quarter or a year between 1900 and 2199. Months may have their
 * English, German, French or Spanish names or those of the user's language. A time of day behind it is passed over. 03/04/2025
 * is %ENT_DAY_AMBIGUOUS unless @order says what it is; 13/04/2025 shows it.
 *
 * Returns: the state of @reading
 */
EntDayState
ent_day_read (const char *text, EntDayOrder order, gboolean serials, EntDayReading *reading)
{
  const char *end;
  Parts parts;

  g_return_val_if_fail (text != NULL && reading != NULL, ENT_DAY_TEXT);

  *reading = (EntDayReading) { .state = ENT_DAY_FOUND };
  if (read_iso (text, reading))
    return ENT_DAY_FOUND;

  while (g_ascii_isspace (*text) || *text == '\'')
    text++;
  end = text + strlen (text);
  while (end > text && (g_ascii_isspace (end[-1]) || end[-1] == '*'))
    end--;
  if (text == end)
    return reading->state = ENT_DAY_BLANK;

  end = find_time (text, end);
  reading->state = split (text, end, &parts) ? read_parts (reading, &parts, order, serials)
                                             : ENT_DAY_TEXT;

  return reading->state;
}
