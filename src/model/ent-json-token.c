/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads texts, numbers and words by the letter of RFC 8259. Where the end of the file cuts one, the
 * fault is %ENT_JSON_CUT_OFF, whatever else could be said of the rest. */
#include "config.h"

#include "model/ent-json-token.h"

#include <math.h>
#include <string.h>

static gboolean
fail (EntJsonCursor *cursor,
      EntJsonCode    code,
      const guchar  *at)
{
  cursor->code = at == cursor->end ? ENT_JSON_CUT_OFF : code;
  cursor->p = at;
  return FALSE;
}

/**
 * ent_json_utf8_length:
 * @p: the first byte of a character
 * @end: the byte after the last one, beyond @p
 *
 * Returns: how many bytes the UTF-8 character at @p has, as far as there are bytes; 0 if it is none
 */
guint
ent_json_utf8_length (const guchar *p,
                      const guchar *end)
{
  const guchar c = *p;
  guint n = c < 0x80 ? 1 : c < 0xC2 ? 0 : c < 0xE0 ? 2 : c < 0xF0 ? 3 : c < 0xF5 ? 4 : 0;
  /* Without these, characters could be written in more bytes than they need, or be surrogates. */
  guchar low = c == 0xE0 ? 0xA0 : c == 0xF0 ? 0x90 : 0x80;
  guchar high = c == 0xED ? 0x9F : c == 0xF4 ? 0x8F : 0xBF;

  for (guint i = 1; i < n; i++, low = 0x80, high = 0xBF)
    {
      if (p + i == end)
        return i;
      if (p[i] < low || p[i] > high)
        return 0;
    }
  return n;
}

/* Reads the XXXX of \uXXXX. */
static gboolean
read_hex (EntJsonCursor *cursor,
          guint         *value)
{
  *value = 0;
  for (guint i = 0; i < 4; i++, cursor->p++)
    {
      if (cursor->p == cursor->end || !g_ascii_isxdigit (*cursor->p))
        return fail (cursor, ENT_JSON_BAD_ESCAPE, cursor->p);
      *value = *value << 4 | (guint) g_ascii_xdigit_value ((char) *cursor->p);
    }
  return TRUE;
}

/* Reads the \uDC00 that must follow the \uD800 at @escape. */
static gboolean
read_low_surrogate (EntJsonCursor *cursor,
                    const guchar  *escape)
{
  guint low;

  for (const char *want = "\\u"; *want; want++, cursor->p++)
    {
      if (cursor->p == cursor->end)
        return fail (cursor, ENT_JSON_CUT_OFF, cursor->p);
      if (*cursor->p != (guchar) *want)
        return fail (cursor, ENT_JSON_LONE_SURROGATE, escape);
    }
  if (!read_hex (cursor, &low))
    return FALSE;
  return (low >= 0xDC00 && low <= 0xDFFF) || fail (cursor, ENT_JSON_LONE_SURROGATE, escape);
}

/* At a backslash. Adds to @saved how much shorter the decoded text is. */
static gboolean
read_escape (EntJsonCursor *cursor,
             gsize         *saved)
{
  const guchar *escape = cursor->p++;
  guint value;

  if (cursor->p == cursor->end)
    return fail (cursor, ENT_JSON_CUT_OFF, cursor->p);
  if (*cursor->p != 'u')
    {
      if (*cursor->p == '\0' || !strchr ("\"\\/bfnrt", *cursor->p))
        return fail (cursor, ENT_JSON_BAD_ESCAPE, cursor->p);
      cursor->p++;
      *saved += 1;
      return TRUE;
    }
  cursor->p++;
  if (!read_hex (cursor, &value))
    return FALSE;
  if (value == 0)
    return fail (cursor, ENT_JSON_NUL_ESCAPE, escape);
  if (value >= 0xDC00 && value <= 0xDFFF)
    return fail (cursor, ENT_JSON_LONE_SURROGATE, escape);
  if (value >= 0xD800 && value <= 0xDBFF)
    {
      *saved += 8;
      return read_low_surrogate (cursor, escape);
    }
  *saved += value < 0x80 ? 5 : value < 0x800 ? 4 : 3;
  return TRUE;
}

/**
 * ent_json_skip_plain:
 * @p: a place in a text
 * @end: the end of it
 *
 * Finds the first quote, backslash, control character or byte beyond ASCII. Looks at eight bytes at
 * a time: in each of these the top bit of its byte ends up set, and in no byte before the first
 * one.
 *
 * Returns: where it is, or @end
 */
const guchar *
ent_json_skip_plain (const guchar *p,
                     const guchar *end)
{
  const guint64 ones = G_GUINT64_CONSTANT (0x0101010101010101);

  for (; end - p >= 8; p += 8)
    {
      guint64 v, found;

      memcpy (&v, p, sizeof v);
      v = GUINT64_FROM_LE (v);
      found = v | (v - ones * 0x20) | ((v ^ (ones * '"')) - ones) | ((v ^ (ones * '\\')) - ones);
      found &= ones << 7;
      if (found)
        return p + (__builtin_ctzll (found) >> 3);
    }
  while (p < end && *p >= 0x20 && *p < 0x80 && *p != '"' && *p != '\\')
    p++;
  return p;
}

/**
 * ent_json_read_text:
 * @cursor: at the opening quote; then behind the closing one
 * @limit: how many bytes of decoded UTF-8 the text may have
 * @too_long: the fault if it has more
 * @escaped: (out): whether there are escapes in it
 *
 * Returns: whether a valid text is there
 */
gboolean
ent_json_read_text (EntJsonCursor *cursor,
                    gsize          limit,
                    EntJsonCode    too_long,
                    gboolean      *escaped)
{
  const guchar *start = cursor->p++;
  gsize saved = 0;

  for (;;)
    {
      const guchar *p = ent_json_skip_plain (cursor->p, cursor->end);

      cursor->p = p;
      if (p == cursor->end)
        return fail (cursor, ENT_JSON_CUT_OFF, p);
      if (*p == '"')
        break;
      if (*p == '\\')
        {
          if (!read_escape (cursor, &saved))
            return FALSE;
        }
      else if (*p < 0x20)
        {
          return fail (cursor, ENT_JSON_CONTROL_CHARACTER, p);
        }
      else
        {
          cursor->p += ent_json_utf8_length (p, cursor->end);
          if (cursor->p == p)
            return fail (cursor, ENT_JSON_BAD_UTF8, p);
        }
    }
  if ((gsize) (cursor->p - start) - 1 - saved > limit)
    return fail (cursor, too_long, start);
  *escaped = saved > 0;
  cursor->p++;
  return TRUE;
}

/**
 * ent_json_decode:
 * @text: what is between the quotes of a text that was found valid
 * @length: its length
 * @out: where to write, at least @length bytes
 *
 * Replaces the escapes of a text by the characters they stand for.
 *
 * Returns: how many bytes were written
 */
gsize
ent_json_decode (const char *text,
                 gsize       length,
                 char       *out)
{
  static const char letters[] = "\"\\/bfnrt", meanings[] = "\"\\/\b\f\n\r\t";
  EntJsonCursor cursor = { (const guchar *) text, (const guchar *) text + length, ENT_JSON_OK };
  char *start = out;

  while (cursor.p < cursor.end)
    {
      guint value = 0, low = 0;

      if (*cursor.p != '\\')
        {
          *out++ = (char) *cursor.p++;
          continue;
        }
      cursor.p += 2;
      if (cursor.p[-1] != 'u')
        {
          *out++ = meanings[strchr (letters, cursor.p[-1]) - letters];
          continue;
        }
      read_hex (&cursor, &value);
      if (value >= 0xD800 && value <= 0xDBFF)
        {
          cursor.p += 2;
          read_hex (&cursor, &low);
          value = 0x10000 + ((value - 0xD800) << 10) + (low - 0xDC00);
        }
      out += g_unichar_to_utf8 (value, out);
    }
  return (gsize) (out - start);
}

static const guchar *
skip_digits (const guchar *p,
             const guchar *end)
{
  while (p < end && g_ascii_isdigit (*p))
    p++;
  return p;
}

/* Whether the number from @start to @cursor, correct by its grammar, can be kept as it is. */
static gboolean
check_number (EntJsonCursor *cursor,
              const guchar  *start,
              gboolean       is_integer,
              gboolean       has_exponent)
{
  char text[ENT_JSON_MAX_NUMBER + 1];
  gsize length = (gsize) (cursor->p - start);
  double value;

  if (length > ENT_JSON_MAX_NUMBER)
    return fail (cursor, ENT_JSON_LONG_NUMBER, start);
  /* Up to 18 digits fit 64 bits, and 40 digits without an exponent are in the range of a double. */
  if (is_integer ? length <= 18 : !has_exponent)
    return TRUE;
  memcpy (text, start, length);
  text[length] = '\0';
  if (is_integer)
    return g_ascii_string_to_signed (text, 10, G_MININT64, G_MAXINT64, NULL, NULL) ||
           fail (cursor, ENT_JSON_NUMBER_RANGE, start);
  value = g_ascii_strtod (text, NULL);
  /* Beyond the range: too large, or so small that nothing would be left, as of 1e-999. */
  if (!isfinite (value) || (fpclassify (value) == FP_ZERO &&
                            strcspn (text, "123456789") < strcspn (text, "eE")))
    return fail (cursor, ENT_JSON_NUMBER_RANGE, start);
  return TRUE;
}

/* Digits, at least one. */
static gboolean
read_digits (EntJsonCursor *cursor)
{
  const guchar *start = cursor->p;

  cursor->p = skip_digits (start, cursor->end);
  return cursor->p > start || fail (cursor, ENT_JSON_BAD_NUMBER, start);
}

/**
 * ent_json_read_number:
 * @cursor: at a sign, digit or point; then behind the number
 * @may_end: whether nothing needs to follow. Inside of an array or object something does, and
 *   without it nobody knows whether the number had more digits.
 *
 * Returns: whether a valid number is there that survives as an integer of 64 bits or a double
 */
gboolean
ent_json_read_number (EntJsonCursor *cursor,
                      gboolean       may_end)
{
  const guchar *start = cursor->p;
  const guchar *digits;
  gboolean is_integer = TRUE;
  gboolean has_exponent = FALSE;

  digits = cursor->p += *start == '-';
  if (!read_digits (cursor))
    return FALSE;
  if (*digits == '0' && cursor->p > digits + 1)
    return fail (cursor, ENT_JSON_BAD_NUMBER, digits);
  if (cursor->p < cursor->end && *cursor->p == '.')
    {
      is_integer = FALSE;
      cursor->p++;
      if (!read_digits (cursor))
        return FALSE;
    }
  if (cursor->p < cursor->end && (*cursor->p == 'e' || *cursor->p == 'E'))
    {
      is_integer = FALSE;
      has_exponent = TRUE;
      cursor->p++;
      cursor->p += cursor->p < cursor->end && (*cursor->p == '+' || *cursor->p == '-');
      if (!read_digits (cursor))
        return FALSE;
    }
  if (cursor->p == cursor->end ? !may_end : *cursor->p == '\0' || *cursor->p == '.' ||
                                            g_ascii_isalnum (*cursor->p))
    return fail (cursor, ENT_JSON_BAD_NUMBER, cursor->p);
  return check_number (cursor, start, is_integer, has_exponent);
}

/**
 * ent_json_read_word:
 * @cursor: at a letter; then behind the word
 *
 * Returns: whether there is one of null, true and false
 */
gboolean
ent_json_read_word (EntJsonCursor *cursor)
{
  static const char *const words[] = { "null", "true", "false" };
  gsize n = 0;

  while (cursor->p + n < cursor->end && g_ascii_isalnum (cursor->p[n]))
    n++;
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gsize length = strlen (words[i]);

      if (n > length || memcmp (cursor->p, words[i], n) != 0)
        continue;
      if (n == length)
        {
          cursor->p += n;
          return TRUE;
        }
      /* The caller knows whether the rest is zero bytes, that is, cut off. */
      if (cursor->p + n == cursor->end || cursor->p[n] == '\0')
        return fail (cursor, ENT_JSON_BAD_WORD, cursor->p + n);
    }
  return fail (cursor, ENT_JSON_BAD_WORD, cursor->p);
}
