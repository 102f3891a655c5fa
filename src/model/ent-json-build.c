/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The smallest parts of canonical JSON. Only what must be escaped is: people read these files. */
#include "config.h"

#include "model/ent-json-build.h"

#include "model/ent-json-token.h"

#include <math.h>

/* Whole numbers up to here are doubles without a gap; of 15 digits, no two read as the same
 * double. */
#define MAX_WHOLE 1e15

static void
append_escape (GString *json,
               guchar   c)
{
  static const char controls[] = "\b\t\n\f\r\"\\";
  static const char letters[] = "btnfr\"\\";

  for (gsize i = 0; i < sizeof controls - 1; i++)
    if (controls[i] == (char) c)
      {
        g_string_append_c (json, '\\');
        g_string_append_c (json, letters[i]);
        return;
      }
  g_string_append_printf (json, "\\u%04x", c);
}

/**
 * ent_json_append_text:
 * @json: where to append
 * @text: valid UTF-8
 *
 * Appends @text in quotes. Characters beyond ASCII stay as they are.
 */
void
ent_json_append_text (GString    *json,
                      const char *text)
{
  const guchar *p = (const guchar *) text;
  const guchar *start = p;
  const guchar *end;

  g_return_if_fail (json != NULL);
  g_return_if_fail (text != NULL);

  end = p + strlen (text);
  g_string_append_c (json, '"');
  while ((p = ent_json_skip_plain (p, end)) < end)
    {
      if (*p < 0x80)
        {
          ent_json_append (json, (const char *) start, (gsize) (p - start));
          append_escape (json, *p);
          start = p + 1;
        }
      p++;
    }
  ent_json_append (json, (const char *) start, (gsize) (p - start));
  g_string_append_c (json, '"');
}

/**
 * ent_json_append_texts:
 * @json: where to append
 * @texts: (array zero-terminated=1): texts, valid UTF-8
 *
 * Appends an array of @texts, on one line.
 */
void
ent_json_append_texts (GString           *json,
                       const char *const *texts)
{
  g_return_if_fail (json != NULL);
  g_return_if_fail (texts != NULL);

  g_string_append_c (json, '[');
  for (guint i = 0; texts[i]; i++)
    {
      if (i > 0)
        g_string_append (json, ", ");
      ent_json_append_text (json, texts[i]);
    }
  g_string_append_c (json, ']');
}

/* @value, with the last @decimals digits behind a point. */
static void
append_decimal (GString *json,
                gint64   value,
                guint    decimals)
{
  char text[24];
  char *end = text + sizeof text;
  char *p = end;
  guint64 rest = value < 0 ? -(guint64) value : (guint64) value;

  for (guint n = 0; rest > 0 || n <= decimals; n++, rest /= 10)
    {
      if (n > 0 && n == decimals)
        *--p = '.';
      *--p = (char) ('0' + rest % 10);
    }
  if (value < 0)
    *--p = '-';
  ent_json_append (json, p, (gsize) (end - p));
}

/**
 * ent_json_append_int:
 * @json: where to append
 * @value: a whole number
 *
 * Appends @value.
 */
void
ent_json_append_int (GString *json,
                     gint64   value)
{
  g_return_if_fail (json != NULL);

  append_decimal (json, value, 0);
}

/* Most numbers that people write have few decimals: n / 10^k with n and 10^k exact is the double
 * nearest to that decimal, so if it is @value, the decimal reads back as @value. Several times
 * faster than printf. */
static gboolean
append_short (GString *json,
              double   value)
{
  static const double powers[] = { 1, 10, 100, 1e3, 1e4, 1e5, 1e6 };

  for (guint k = 0; k < G_N_ELEMENTS (powers); k++)
    {
      double n = nearbyint (value * powers[k]);
      double back = n / powers[k];

      if (fabs (n) >= MAX_WHOLE)
        return FALSE;
      if (back >= value && back <= value)
        {
          append_decimal (json, (gint64) n, k);
          return TRUE;
        }
    }
  return FALSE;
}

/**
 * ent_json_append_double:
 * @json: where to append
 * @value: a finite number
 *
 * Appends the shortest text that reads back as @value, whatever the locale. Minus zero becomes
 * zero.
 */
void
ent_json_append_double (GString *json,
                        double   value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  g_return_if_fail (json != NULL);
  g_return_if_fail (isfinite (value));

  if (append_short (json, value))
    return;
  for (int digits = 15; digits <= 17; digits++)
    {
      char format[8];
      double back;

      g_snprintf (format, sizeof format, "%%.%dg", digits);
      g_ascii_formatd (text, sizeof text, format, value);
      back = g_ascii_strtod (text, NULL);
      if (back >= value && back <= value)
        break;
    }
  g_string_append (json, text);
}
