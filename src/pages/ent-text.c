/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A label measures all the text it is given, so a long text is cut before it gets there; and a
 * label of one line shows a line break as a box, so breaks become spaces. */
#include "config.h"

#include "pages/ent-text.h"

#include "analysis/ent-phrase.h"

#include <langinfo.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#define MOST_CHARS 200

/**
 * ent_text_shorten:
 * @text: any text of a project
 *
 * Returns: (transfer full): its first 200 characters as one line, with an ellipsis if it goes on
 *   and a visible mark in place of what could reorder the text around it
 */
char *
ent_text_shorten (const char *text)
{
  g_autofree char *line = NULL;
  g_autofree char *shown = NULL;
  const char *end;
  gboolean cut;

  g_return_val_if_fail (text != NULL, NULL);

  end = text;
  for (guint i = 0; i < MOST_CHARS && *end != '\0'; i++)
    end = g_utf8_next_char (end);

  cut = *end != '\0';
  line = g_strndup (text, (gsize) (end - text));
  shown = ent_phrase_show (line);

  return cut ? g_strconcat (shown, "…", NULL) : g_steal_pointer (&shown);
}

/**
 * ent_text_dup_title:
 * @record: a record
 *
 * Returns: (transfer full): what to call it in a list; never empty
 */
char *
ent_text_dup_title (EntRecord *record)
{
  g_autofree char *title = NULL;

  g_return_val_if_fail (ENT_IS_RECORD (record), NULL);

  title = ent_record_dup_title (record);

  return ent_text_shorten (title);
}

/* The locale's way to write a day, with the year in four digits. "C" has no way of its own that
 * anybody would recognise. */
static char *
dup_date_format (void)
{
  const char *format = nl_langinfo (D_FMT);
  g_auto(GStrv) parts = NULL;

  if (g_str_equal (format, "%m/%d/%y") || *format == '\0')
    return g_strdup ("%Y-%m-%d");

  parts = g_strsplit (format, "%y", -1);
  return g_strjoinv ("%Y", parts);
}

/**
 * ent_text_format_date:
 * @date: a day as in the file, or ""
 *
 * Returns: (transfer full): the day as the locale writes it, or @date itself if it is no day
 */
char *
ent_text_format_date (const char *date)
{
  g_autofree char *format = NULL;
  g_autoptr(GDate) day = NULL;
  int year, month, number;
  char text[100];

  g_return_val_if_fail (date != NULL, NULL);

  if (!ent_date_is_valid (date) || sscanf (date, "%d-%d-%d", &year, &month, &number) != 3)
    return ent_text_shorten (date);

  format = dup_date_format ();
  day = g_date_new_dmy ((GDateDay) number, (GDateMonth) month, (GDateYear) year);
  if (g_date_strftime (text, sizeof text, format, day) == 0)
    return g_strdup (date);

  return g_strdup (text);
}

static char *
dup_iso (int year, int month, int day)
{
  g_autofree char *iso = NULL;

  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31)
    return NULL;

  iso = g_strdup_printf ("%04d-%02d-%02d", year, month, day);
  return ent_date_is_valid (iso) ? g_steal_pointer (&iso) : NULL;
}

static char *
parse_with (const char *text, const char *format)
{
  struct tm tm = { 0 };
  const char *rest = strptime (text, format, &tm);

  return rest != NULL && *rest == '\0' ? dup_iso (tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday)
                                       : NULL;
}

/* "12 May 2026" and "May 12, 2026", but not what GDate would only guess at: a day, a month in
 * letters and a year of four digits must all be there. */
static char *
parse_words (const char *text)
{
  g_autoptr(GDate) day = g_date_new ();
  gboolean letters = FALSE;
  guint digits = 0;
  guint longest = 0;
  guint groups = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      letters |= g_unichar_isalpha (g_utf8_get_char (p));
      digits = g_ascii_isdigit (*p) ? digits + 1 : 0;
      groups += digits == 1;
      longest = MAX (longest, digits);
    }

  if (!letters || longest != 4 || groups != 2)
    return NULL;

  g_date_set_parse (day, text);
  return g_date_valid (day)
           ? dup_iso (g_date_get_year (day), (int) g_date_get_month (day), g_date_get_day (day))
           : NULL;
}

/**
 * ent_text_parse_date:
 * @text: what somebody wrote: `2026-05-31`, the locale's way, or with the month in words
 *
 * Returns: (transfer full) (nullable): the day as in the file, "" for an empty text, %NULL for what
 *   is no day
 */
char *
ent_text_parse_date (const char *text)
{
  g_autofree char *trimmed = NULL;
  g_autofree char *format = NULL;
  char *date;

  g_return_val_if_fail (text != NULL, NULL);

  trimmed = g_strstrip (g_strdup (text));
  if (*trimmed == '\0')
    return g_strdup ("");

  format = dup_date_format ();
  date = parse_with (trimmed, "%Y-%m-%d");
  if (date == NULL)
    date = parse_with (trimmed, nl_langinfo (D_FMT));
  if (date == NULL)
    date = parse_with (trimmed, format);
  if (date == NULL)
    date = parse_words (trimmed);

  return date;
}
