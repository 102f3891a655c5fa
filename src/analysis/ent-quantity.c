/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading amounts. A number is what stands between a comparison before it and a unit behind it; how
 * its digits are grouped shows in most cases what parts the decimals, and where it does not nothing
 * is guessed. */
#include "config.h"

#include "analysis/ent-quantity.h"

#include "model/ent-record.h"

#include <math.h>
#include <string.h>

/* A longer number is none that anybody wrote. */
#define MOST_DIGITS 60

/* Behind a number, what has more words or letters is a remark and no unit. */
#define MOST_UNIT_CHARS 24
#define MOST_UNIT_WORDS 3

/* --- Characters ------------------------------------------------------------------------------ */

static gboolean
is_space (gunichar c)
{
  return g_unichar_isspace (c) || c == 0xa0 || c == 0x202f || c == 0x2009 || c == 0x2007;
}

static const char *
skip_spaces (const char *p)
{
  while (*p != '\0' && is_space (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);

  return p;
}

static const char *
skip_spaces_back (const char *start, const char *end)
{
  while (end > start)
    {
      const char *before = g_utf8_prev_char (end);

      if (!is_space (g_utf8_get_char (before)))
        break;
      end = before;
    }

  return end;
}

static gboolean
is_minus (gunichar c)
{
  return c == '-' || c == 0x2212 || c == 0x2013;
}

/* --- Footnote marks -------------------------------------------------------------------------- */

static gboolean
is_mark (gunichar c, gunichar before)
{
  switch (c)
    {
    case '*':
    case 0x2020: /* † */
    case 0x2021: /* ‡ */
    case 0xa7:   /* § */
    case 0xb6:   /* ¶ */
    case 0xb9:   /* ¹ */
      return TRUE;
    case 0xb2:   /* ² and ³ belong to m² and m³ */
    case 0xb3:
      return !g_unichar_isalpha (before);
    default:
      return c >= 0x2074 && c <= 0x2079;
    }
}

/* A mark in brackets: [1], (a), (*). */
static const char *
skip_bracket_back (const char *start, const char *end)
{
  static const char pairs[][2] = { { '[', ']' }, { '(', ')' } };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    if (end - start > 3 && end[-1] == pairs[i][1] && end[-3] == pairs[i][0]
        && (g_ascii_isalnum (end[-2]) || end[-2] == '*'))
      return end - 3;

  return end;
}

/* Where the text ends before its footnote marks. */
static const char *
skip_marks_back (const char *start, const char *end)
{
  for (;;)
    {
      const char *last;
      const char *before;

      end = skip_spaces_back (start, end);
      if (end <= start)
        return end;
      last = g_utf8_prev_char (end);
      before = last > start ? g_utf8_prev_char (last) : NULL;
      if (!is_mark (g_utf8_get_char (last), before != NULL ? g_utf8_get_char (before) : 0))
        {
          before = skip_bracket_back (start, end);
          if (before == end)
            return end;
          last = before;
        }
      end = last;
    }
}

/* --- Words ----------------------------------------------------------------------------------- */

typedef struct {
  const char *text;
  EntComparison comparison;
} Word;

/* Longer ones before those they begin with. */
static const Word openers[] = {
  { ">=", ENT_COMPARISON_AT_LEAST }, { "=>", ENT_COMPARISON_AT_LEAST },
  { "≥", ENT_COMPARISON_AT_LEAST }, { "⩾", ENT_COMPARISON_AT_LEAST },
  { ">", ENT_COMPARISON_AT_LEAST }, { "<=", ENT_COMPARISON_AT_MOST },
  { "=<", ENT_COMPARISON_AT_MOST }, { "≤", ENT_COMPARISON_AT_MOST },
  { "⩽", ENT_COMPARISON_AT_MOST }, { "<", ENT_COMPARISON_AT_MOST },
  { "at least", ENT_COMPARISON_AT_LEAST }, { "not less than", ENT_COMPARISON_AT_LEAST },
  { "no less than", ENT_COMPARISON_AT_LEAST }, { "no fewer than", ENT_COMPARISON_AT_LEAST },
  { "more than", ENT_COMPARISON_AT_LEAST }, { "minimum of", ENT_COMPARISON_AT_LEAST },
  { "minimum", ENT_COMPARISON_AT_LEAST }, { "min.", ENT_COMPARISON_AT_LEAST },
  { "min", ENT_COMPARISON_AT_LEAST }, { "over", ENT_COMPARISON_AT_LEAST },
  { "above", ENT_COMPARISON_AT_LEAST }, { "at most", ENT_COMPARISON_AT_MOST },
  { "not more than", ENT_COMPARISON_AT_MOST }, { "no more than", ENT_COMPARISON_AT_MOST },
  { "less than", ENT_COMPARISON_AT_MOST }, { "fewer than", ENT_COMPARISON_AT_MOST },
  { "maximum of", ENT_COMPARISON_AT_MOST }, { "maximum", ENT_COMPARISON_AT_MOST },
  { "max.", ENT_COMPARISON_AT_MOST }, { "max", ENT_COMPARISON_AT_MOST },
  { "up to", ENT_COMPARISON_AT_MOST }, { "under", ENT_COMPARISON_AT_MOST },
  { "below", ENT_COMPARISON_AT_MOST }, { "=", ENT_COMPARISON_NONE },
  { "~", ENT_COMPARISON_NONE }, { "≈", ENT_COMPARISON_NONE },
  { "about", ENT_COMPARISON_NONE }, { "approximately", ENT_COMPARISON_NONE },
  { "approx.", ENT_COMPARISON_NONE }, { "approx", ENT_COMPARISON_NONE },
  { "around", ENT_COMPARISON_NONE }, { "circa", ENT_COMPARISON_NONE },
  { "ca.", ENT_COMPARISON_NONE }, { "between", ENT_COMPARISON_NONE },
};

static const Word closers[] = {
  { "or more", ENT_COMPARISON_AT_LEAST }, { "and more", ENT_COMPARISON_AT_LEAST },
  { "or above", ENT_COMPARISON_AT_LEAST }, { "+", ENT_COMPARISON_AT_LEAST },
  { "or less", ENT_COMPARISON_AT_MOST }, { "or fewer", ENT_COMPARISON_AT_MOST },
  { "or below", ENT_COMPARISON_AT_MOST },
};

static const char *const unknowns[] = {
  "?", "??", "???", "-", "--", "–", "—", "−", ".", "..", "...", "…", "n/a", "n.a.", "na", "#n/a",
  "nil", "none", "null", "tba", "tbc", "tbd", "to be agreed", "to be confirmed", "to be decided",
  "to be defined", "to be determined", "unknown", "not known", "not set", "not available", "no data",
  "missing", "pending",
};

/* Whether a word that stands at @p ends there. */
static gboolean
ends_word (const char *word, gsize length, const char *rest)
{
  return !g_ascii_isalpha (word[length - 1]) || !g_unichar_isalpha (g_utf8_get_char (rest));
}

static const char *
skip_opener (const char *p, EntQuantity *quantity)
{
  for (guint i = 0; i < G_N_ELEMENTS (openers); i++)
    {
      gsize length = strlen (openers[i].text);

      if (g_ascii_strncasecmp (p, openers[i].text, length) != 0
          || !ends_word (openers[i].text, length, p + length))
        continue;
      quantity->comparison = openers[i].comparison;
      quantity->plain = FALSE;
      return skip_spaces (p + length);
    }

  return p;
}

static const char *
skip_closer_back (const char *start, const char *end, EntQuantity *quantity)
{
  for (guint i = 0; i < G_N_ELEMENTS (closers); i++)
    {
      gsize length = strlen (closers[i].text);

      if ((gsize) (end - start) <= length
          || g_ascii_strncasecmp (end - length, closers[i].text, length) != 0)
        continue;
      quantity->comparison = closers[i].comparison;
      quantity->plain = FALSE;
      return skip_spaces_back (start, end - length);
    }

  return end;
}

static gboolean
says_unknown (const char *start, const char *end)
{
  gsize length = (gsize) (end - start);

  for (guint i = 0; i < G_N_ELEMENTS (unknowns); i++)
    if (strlen (unknowns[i]) == length && g_ascii_strncasecmp (unknowns[i], start, length) == 0)
      return TRUE;

  return FALSE;
}

/* --- Numbers --------------------------------------------------------------------------------- */

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

  return is_space (c) && c != '\n' && c != '\r' && c != '\t' ? ' ' : '\0';
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

static const char *
read_number (const char *p, const char *end, EntDecimal known, EntQuantity *quantity, double *value)
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

/* --- Around the number ----------------------------------------------------------------------- */

static gboolean
begins_unit (gunichar c)
{
  return g_unichar_isalpha (c) || c == '%' || c == 0x2030 || c == 0xb0 || c == '/'
         || g_unichar_type (c) == G_UNICODE_CURRENCY_SYMBOL;
}

/* Takes what is left as the unit, or as a remark where it is too long for one. */
static gboolean
take_unit (const char *start, const char *end, EntQuantity *quantity)
{
  guint n_words = 1;

  if (start >= end)
    return TRUE;
  /* 4/5 and 3/4/2025 are no amounts; 12/month is. */
  if (!begins_unit (g_utf8_get_char (start)) || (*start == '/' && !g_ascii_isalpha (start[1])))
    return FALSE;

  for (const char *p = start; p < end; p = g_utf8_next_char (p))
    n_words += is_space (g_utf8_get_char (p));
  if (n_words > MOST_UNIT_WORDS || g_utf8_strlen (start, end - start) > MOST_UNIT_CHARS)
    {
      quantity->plain = FALSE;
      return TRUE;
    }
  /* € 5 million: one of them must do, and the other is said in the note. */
  if (quantity->unit != NULL)
    quantity->plain = FALSE;
  quantity->unit = start;
  quantity->unit_length = (gsize) (end - start);

  return TRUE;
}

static const char *
skip_currency (const char *p, EntQuantity *quantity)
{
  const char *next = g_utf8_next_char (p);

  if (g_unichar_type (g_utf8_get_char (p)) != G_UNICODE_CURRENCY_SYMBOL)
    return p;
  quantity->unit = p;
  quantity->unit_length = (gsize) (next - p);

  return skip_spaces (next);
}

static const char *
skip_sign (const char *p, EntQuantity *quantity)
{
  if (*p == '+')
    quantity->sign = '+';
  else if (is_minus (g_utf8_get_char (p)))
    quantity->sign = '-';
  else
    return p;

  return skip_spaces (g_utf8_next_char (p));
}

/* From the first number to the second: 10–20, 10 to 20, between 10 and 20. */
static const char *
skip_range (const char *p, const char *end)
{
  static const char *const words[] = { "to ", "and ", "bis ", ".." };
  gunichar c;

  p = skip_spaces (p);
  if (p >= end)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_ascii_strncasecmp (p, words[i], strlen (words[i])) == 0)
      return skip_spaces (p + strlen (words[i]));
  c = g_utf8_get_char (p);
  if (!is_minus (c) && c != 0x2014)
    return NULL;

  return skip_spaces (g_utf8_next_char (p));
}

/* Reads the second number of a range, if there is one. Returns where it ends. */
static const char *
read_upper (const char *p, const char *end, EntDecimal known, EntQuantity *quantity)
{
  const char *unit = p < end && *p == '%' ? p : NULL;
  const char *next = skip_range (unit != NULL ? p + 1 : p, end);

  if (next == NULL || next >= end || !g_ascii_isdigit (*next))
    return p;
  /* 2025-03 is a month, and 03-04 perhaps a day. */
  if (*next == '0' && g_ascii_isdigit (next[1]))
    return NULL;
  next = read_number (next, end, known, quantity, &quantity->upper);
  if (next == NULL || !(quantity->upper >= quantity->value))
    return NULL;
  if (quantity->state != ENT_QUANTITY_AMBIGUOUS)
    quantity->state = ENT_QUANTITY_RANGE;

  return next;
}

/* (1,234): how accounts write what is below zero. */
static gboolean
strip_brackets (const char **start, const char **end, EntQuantity *quantity)
{
  if (**start != '(' || *end - *start < 3 || (*end)[-1] != ')')
    return FALSE;

  *start = skip_spaces (*start + 1);
  *end = skip_spaces_back (*start, *end - 1);
  quantity->plain = FALSE;

  return TRUE;
}

static gboolean
read_amount (const char *p, const char *end, EntDecimal known, EntQuantity *quantity)
{
  gboolean brackets = strip_brackets (&p, &end, quantity);
  const char *rest;

  p = skip_opener (p, quantity);
  p = skip_currency (p, quantity);
  p = skip_sign (p, quantity);
  p = skip_currency (p, quantity);
  if (quantity->comparison == ENT_COMPARISON_NONE)
    end = skip_closer_back (p, end, quantity);
  if (p >= end)
    return FALSE;
  p = read_number (p, end, known, quantity, &quantity->value);
  if (p == NULL)
    return FALSE;
  if (quantity->sign == '-' || brackets)
    quantity->value = -quantity->value;

  rest = read_upper (p, end, known, quantity);
  if (rest == NULL)
    return FALSE;

  return take_unit (skip_spaces (rest), end, quantity);
}

/* --- Public ---------------------------------------------------------------------------------- */

/**
 * ent_quantity_read:
 * @text: what stands in a cell
 * @decimal: what parts decimals there, as far as it is known
 * @quantity: (out): what was found
 *
 * Reads an amount. Thousands may be parted by commas, points, apostrophes or spaces, also as in
 * India. Nothing is guessed: an amount that could be two is %ENT_QUANTITY_AMBIGUOUS.
 *
 * Returns: the state of @quantity
 */
EntQuantityState
ent_quantity_read (const char *text, EntDecimal decimal, EntQuantity *quantity)
{
  const char *start;
  const char *end;
  const char *marks;

  g_return_val_if_fail (text != NULL && quantity != NULL, ENT_QUANTITY_TEXT);

  *quantity = (EntQuantity) { .state = ENT_QUANTITY_BLANK, .plain = TRUE };
  start = skip_spaces (text);
  /* How spreadsheets, and our own tables, say that what follows is text. */
  if (*start == '\'')
    start = skip_spaces (start + 1);
  marks = skip_spaces_back (start, start + strlen (start));
  end = skip_marks_back (start, marks);
  if (start >= end)
    return start >= marks ? ENT_QUANTITY_BLANK : (quantity->state = ENT_QUANTITY_UNKNOWN);

  quantity->plain = end == marks;
  quantity->state = ENT_QUANTITY_NUMBER;
  if (says_unknown (start, end))
    quantity->state = ENT_QUANTITY_UNKNOWN;
  else if (!read_amount (start, end, decimal, quantity))
    quantity->state = ENT_QUANTITY_TEXT;

  return quantity->state;
}

/**
 * ent_quantity_dup_unit:
 * @self: an amount, while its text is there
 *
 * Returns: (transfer full) (nullable): its unit, such as “%” or “min”; %NULL without one
 */
char *
ent_quantity_dup_unit (const EntQuantity *self)
{
  const char *start;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->unit == NULL)
    return NULL;
  start = *self->unit == '/' ? self->unit + 1 : self->unit;

  return g_strndup (start, self->unit_length - (gsize) (start - self->unit));
}

/**
 * ent_quantity_format:
 * @value: a finite number
 *
 * Returns: (transfer full): @value with a point and the fewest digits that give it back, to be read
 *   again by ent_quantity_read() whatever the rest of its table looks like: 1.234 could be more than
 *   a thousand, 1.2340 could not
 */
char *
ent_quantity_format (double value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE + 1];
  EntQuantity quantity;

  g_return_val_if_fail (isfinite (value), NULL);

  g_ascii_formatd (text, G_ASCII_DTOSTR_BUF_SIZE, "%.15g", value);
  if (g_ascii_strtod (text, NULL) != value)
    g_ascii_formatd (text, G_ASCII_DTOSTR_BUF_SIZE, "%.17g", value);
  if (ent_quantity_read (text, ENT_DECIMAL_UNKNOWN, &quantity) == ENT_QUANTITY_AMBIGUOUS)
    strcat (text, "0");

  return g_strdup (text);
}
