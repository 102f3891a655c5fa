/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading amounts. A number, or a range of two, is what stands between a comparison before it and a
 * unit behind it; where anything else is there, it is no amount. */
#include "config.h"

#include "analysis/ent-quantity-private.h"

#include <math.h>
#include <string.h>

/* --- Characters ------------------------------------------------------------------------------ */

gboolean
_ent_quantity_is_space (gunichar c)
{
  return g_unichar_isspace (c) || c == 0xa0 || c == 0x202f || c == 0x2009 || c == 0x2007;
}

const char *
_ent_quantity_skip_spaces (const char *p)
{
  while (*p != '\0' && _ent_quantity_is_space (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);

  return p;
}

static const char *
skip_spaces_back (const char *start, const char *end)
{
  while (end > start)
    {
      const char *before = g_utf8_prev_char (end);

      if (!_ent_quantity_is_space (g_utf8_get_char (before)))
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

/**
 * ent_quantity_is_mark:
 * @c: a character
 * @before: the one before it; 0 if there is none
 *
 * Returns: whether @c is a footnote mark, as * and † are
 */
gboolean
ent_quantity_is_mark (gunichar c, gunichar before)
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
      if (!ent_quantity_is_mark (g_utf8_get_char (last),
                                 before != NULL ? g_utf8_get_char (before) : 0))
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
      return _ent_quantity_skip_spaces (p + length);
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

/* --- Around the number ----------------------------------------------------------------------- */

static const char *
skip_sign (const char *p, EntQuantity *quantity)
{
  if (*p == '+')
    quantity->sign = '+';
  else if (is_minus (g_utf8_get_char (p)))
    quantity->sign = '-';
  else
    return p;

  return _ent_quantity_skip_spaces (g_utf8_next_char (p));
}

/* From the first number to the second: 10–20, 10 to 20, between 10 and 20. */
static const char *
skip_range (const char *p, const char *end)
{
  static const char *const words[] = { "to ", "and ", "bis ", ".." };
  gunichar c;

  p = _ent_quantity_skip_spaces (p);
  if (p >= end)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_ascii_strncasecmp (p, words[i], strlen (words[i])) == 0)
      return _ent_quantity_skip_spaces (p + strlen (words[i]));
  c = g_utf8_get_char (p);
  if (!is_minus (c) && c != 0x2014)
    return NULL;

  return _ent_quantity_skip_spaces (g_utf8_next_char (p));
}

/* Skips the unit of the first number of a range, where it is one that stands close: 10% – 20%. */
static const char *
skip_lower_unit (const char *p, const char *end, EntQuantity *quantity)
{
  const char *next;

  if (p >= end || *p != '%')
    return _ent_quantity_skip_currency (_ent_quantity_skip_spaces (p), quantity);
  next = p + 1;
  if (quantity->unit != NULL)
    quantity->plain = FALSE;
  quantity->unit = p;
  quantity->unit_length = 1;

  return next;
}

/* Reads the second number of a range with what stands before it: 10 to -5, €5 – €10. NULL if it is
 * no number, or has another currency than the first. */
static const char *
read_upper_number (const char *p, const char *end, EntDecimal known, EntQuantity *quantity)
{
  EntQuantity upper = { .plain = TRUE };

  p = _ent_quantity_skip_currency (p, &upper);
  p = skip_sign (p, &upper);
  p = _ent_quantity_skip_currency (p, &upper);
  if (p >= end || !g_ascii_isdigit (*p))
    return NULL;
  /* 2025-03 is a month, and 03-04 perhaps a day. */
  if (*p == '0' && g_ascii_isdigit (p[1]))
    return NULL;
  if (upper.unit != NULL && quantity->unit != NULL
      && !_ent_quantity_has_unit (quantity, upper.unit, upper.unit_length))
    return NULL;
  if (upper.unit != NULL)
    {
      quantity->unit = upper.unit;
      quantity->unit_length = upper.unit_length;
    }
  p = _ent_quantity_read_number (p, end, known, quantity, &quantity->upper);
  if (p != NULL && upper.sign == '-')
    quantity->upper = -quantity->upper;

  return p;
}

/* Reads the second number of a range, if there is one. Returns where it ends; NULL if a range begins
 * there that is not understood. */
static const char *
read_upper (const char *p, const char *end, EntDecimal known, EntQuantity *quantity)
{
  EntQuantity both = *quantity;
  const char *next = skip_range (skip_lower_unit (p, end, &both), end);

  if (next == NULL)
    return p;
  next = read_upper_number (next, end, known, &both);
  if (next == NULL || !(both.upper >= both.value))
    return NULL;
  *quantity = both;
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

  *start = _ent_quantity_skip_spaces (*start + 1);
  *end = skip_spaces_back (*start, *end - 1);
  quantity->plain = FALSE;

  return TRUE;
}

/* What stands before the number: a comparison, a currency, a sign. */
static const char *
read_opening (const char *p, EntQuantity *quantity)
{
  p = skip_opener (p, quantity);
  p = _ent_quantity_skip_currency (p, quantity);
  p = skip_sign (p, quantity);

  return _ent_quantity_skip_currency (p, quantity);
}

static gboolean
read_amount (const char *p, const char *end, EntDecimal known, EntQuantity *quantity)
{
  gboolean brackets = strip_brackets (&p, &end, quantity);
  const char *rest;

  p = read_opening (p, quantity);
  if (quantity->comparison == ENT_COMPARISON_NONE)
    end = skip_closer_back (p, end, quantity);
  if (p >= end)
    return FALSE;
  p = _ent_quantity_read_number (p, end, known, quantity, &quantity->value);
  if (p == NULL)
    return FALSE;
  if (quantity->sign == '-' || brackets)
    quantity->value = -quantity->value;

  rest = read_upper (p, end, known, quantity);
  if (rest == NULL)
    return FALSE;
  /* (5 to 10) and (>= 5) are remarks rather than amounts below zero. */
  if (brackets && (rest != p || quantity->comparison != ENT_COMPARISON_NONE))
    return FALSE;
  rest = _ent_quantity_skip_spaces (rest);

  /* “5 TBC” is not sure. */
  return !says_unknown (rest, end) && _ent_quantity_take_unit (rest, end, quantity);
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
  start = _ent_quantity_skip_spaces (text);
  /* How spreadsheets, and our own tables, say that what follows is text. */
  if (*start == '\'')
    start = _ent_quantity_skip_spaces (start + 1);
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
