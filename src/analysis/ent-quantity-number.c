/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The number in an amount: how its digits are grouped shows in most cases what parts the decimals,
 * and where it does not nothing is guessed. */
#include "config.h"

#include "analysis/ent-quantity-private.h"

#include <math.h>
#include <string.h>

/* A longer number is none that anybody wrote. */
#define MOST_DIGITS 60

/* The digits of a number and what stands between them, each as one character: a space for all that
 * are blank, an apostrophe for both of its forms. */
typedef struct {
  char text[MOST_DIGITS + 1];
  guint length;
  guint n_points;
  guint n_commas;
  guint n_others;
} Digits;

static char
get_separator (gunichar c)
{
  if (c == '.' || c == ',' || c == '\'')
    return (char) c;
  if (c == 0x2019)
    return '\'';

  return _ent_quantity_is_space (c) && c != '\n' && c != '\r' && c != '\t' ? ' ' : '\0';
}

/* A space or an apostrophe parts a number only before just three digits. */
static gboolean
parts_thousands (const char *p)
{
  return strspn (p, "0123456789") == 3;
}

static const char *
scan_digits (const char *p, const char *end, Digits *digits)
{
  *digits = (Digits) { 0 };
  while (p < end && digits->length < MOST_DIGITS)
    {
      gunichar c = g_utf8_get_char (p);
      const char *next = g_utf8_next_char (p);
      char separator = g_ascii_isdigit ((char) MIN (c, 127)) ? '\0' : get_separator (c);

      if (separator == '\0' && !(c < 128 && g_ascii_isdigit ((char) c)))
        break;
      if (separator != '\0' && (next >= end || !g_ascii_isdigit (*next)))
        break;
      if ((separator == ' ' || separator == '\'')
          && (digits->length == 0 || !parts_thousands (next)))
        break;
      digits->n_points += separator == '.';
      digits->n_commas += separator == ',';
      digits->n_others += separator == ' ' || separator == '\'';
      digits->text[digits->length++] = separator != '\0' ? separator : (char) c;
      p = next;
    }

  return p;
}

/* Whether the part before the decimals is grouped as people do: by thousands, or as in India with a
 * last group of three and others of two. @n is its length. */
static gboolean
check_groups (const char *text, gsize n, char group)
{
  gsize end = n;
  gsize size = 0;
  gsize inner = 0;
  gboolean last = TRUE;

  for (gsize i = n; i > 0; i--)
    {
      if (g_ascii_isdigit (text[i - 1]))
        continue;
      if (text[i - 1] != group)
        return FALSE;
      size = end - i;
      if (last ? size != 3 : (inner != 0 && size != inner) || (size != 3 && size != 2))
        return FALSE;
      if (!last)
        inner = size;
      last = FALSE;
      end = i - 1;
    }
  if (last)
    return TRUE;
  if (inner == 2 && group != ',')
    return FALSE;

  return end >= 1 && end <= (inner == 2 ? 2u : 3u);
}

/* The one comma or point: 12,5 and 0,125 show that it parts decimals, 1,234 shows nothing. */
static gboolean
is_open (const Digits *digits, const char *separator)
{
  gsize before = (gsize) (separator - digits->text);
  gsize behind = digits->length - before - 1;

  return digits->n_others == 0 && behind == 3 && before >= 1 && before <= 3
         && digits->text[0] != '0';
}

/* What parts the decimals in these digits: '\0' if nothing does. Sets what they show. */
static char
find_decimal (const Digits *digits, EntDecimal known, EntQuantity *quantity)
{
  const char *comma = strrchr (digits->text, ',');
  const char *point = strrchr (digits->text, '.');
  char decimal;

  if (comma == NULL && point == NULL)
    return '\0';
  if (digits->n_commas + digits->n_points == 1
      && is_open (digits, comma != NULL ? comma : point))
    {
      if (known == ENT_DECIMAL_UNKNOWN)
        quantity->state = ENT_QUANTITY_AMBIGUOUS;
      return known == ENT_DECIMAL_COMMA ? ',' : '.';
    }

  if (comma != NULL && point != NULL)
    decimal = comma > point ? ',' : '.';
  else if (digits->n_commas + digits->n_points > 1)
    decimal = comma != NULL ? '.' : ',';
  else
    decimal = comma != NULL ? ',' : '.';
  quantity->decimal = decimal == ',' ? ENT_DECIMAL_COMMA : ENT_DECIMAL_POINT;

  return decimal;
}

/* The group separator that the digits have beside the decimal sign; '\0' where they have several. */
static char
find_group (const Digits *digits, char decimal)
{
  char group = ' ';
  gboolean found = FALSE;

  for (guint i = 0; i < digits->length; i++)
    {
      char c = digits->text[i];

      if (g_ascii_isdigit (c) || c == decimal)
        continue;
      if (found && c != group)
        return '\0';
      group = c;
      found = TRUE;
    }

  return group;
}

/* An exponent, as spreadsheets write it: E+05. */
static const char *
scan_exponent (const char *p, const char *end, GString *number)
{
  const char *digits = p + 1;
  gsize n;

  if (p >= end || (*p != 'e' && *p != 'E'))
    return p;
  if (digits < end && (*digits == '+' || *digits == '-'))
    digits++;
  n = strspn (digits, "0123456789");
  if (n == 0 || n > 3 || digits + n > end || g_unichar_isalpha (g_utf8_get_char (digits + n)))
    return p;
  g_string_append_len (number, p, digits + n - p);

  return digits + n;
}

/* The digits as a number; FALSE if they are none. */
static gboolean
join_digits (const Digits *digits, EntDecimal known, EntQuantity *quantity, GString *number)
{
  char decimal = find_decimal (digits, known, quantity);
  const char *point = decimal != '\0' ? strchr (digits->text, decimal) : NULL;
  gsize n = point != NULL ? (gsize) (point - digits->text) : digits->length;

  if (known != ENT_DECIMAL_UNKNOWN && quantity->decimal != ENT_DECIMAL_UNKNOWN
      && quantity->decimal != known)
    return FALSE;
  if (!check_groups (digits->text, n, find_group (digits, decimal)))
    return FALSE;
  for (guint i = 0; i < digits->length; i++)
    {
      if (g_ascii_isdigit (digits->text[i]))
        g_string_append_c (number, digits->text[i]);
      else if (digits->text + i == point)
        g_string_append_c (number, '.');
      else if (i > n)
        return FALSE;
    }

  return TRUE;
}

/* Reads the number that stands at @p. Returns where it ends; NULL if none stands there. */
const char *
_ent_quantity_read_number (const char *p, const char *end, EntDecimal known, EntQuantity *quantity,
                           double *value)
{
  char space[MOST_DIGITS + 16];
  GString number = { space, 0, sizeof space };
  Digits digits;

  space[0] = '\0';
  p = scan_digits (p, end, &digits);
  if (digits.length == 0 || digits.length == MOST_DIGITS
      || !join_digits (&digits, known, quantity, &number))
    return NULL;
  p = scan_exponent (p, end, &number);
  *value = g_ascii_strtod (space, NULL);

  return isfinite (*value) ? p : NULL;
}
