/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The smallest parts of canonical JSON. Only what must be escaped is: people read these files. */
#include "config.h"

#include "model/ent-json-build.h"

#include <math.h>

/* Whole numbers up to here are doubles without a gap, and are written without an exponent. */
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
  const char *start = text;
  const char *p;

  g_return_if_fail (json != NULL);
  g_return_if_fail (text != NULL);

  g_string_append_c (json, '"');
  for (p = text; *p; p++)
    if ((guchar) *p < 0x20 || *p == '"' || *p == '\\')
      {
        g_string_append_len (json, start, p - start);
        append_escape (json, (guchar) *p);
        start = p + 1;
      }
  g_string_append_len (json, start, p - start);
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

/**
 * ent_json_append_double:
 * @json: where to append
 * @value: a finite number
 *
 * Appends the shortest text that reads back as @value, whatever the locale. Minus zero becomes zero.
 */
void
ent_json_append_double (GString *json,
                        double   value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  g_return_if_fail (json != NULL);
  g_return_if_fail (isfinite (value));

  if (fabs (value) < MAX_WHOLE && value >= trunc (value) && value <= trunc (value))
    {
      g_string_append_printf (json, "%" G_GINT64_FORMAT, (gint64) value);
      return;
    }
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
