/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The unit in an amount. What stands behind a number may be one, or a remark; where it could be a
 * part of the amount itself, as in “5 of 20”, nothing is guessed. */
#include "config.h"

#include "analysis/ent-quantity-private.h"

#include <string.h>

/* Behind a number, what has more words or letters is a remark and no unit. */
#define MOST_UNIT_CHARS 24
#define MOST_UNIT_WORDS 3

/* Before and behind a formula: Mt of CO2, CO2 as an equivalent. */
#define MOST_PREFIX_CHARS 2

/* --- Words ----------------------------------------------------------------------------------- */

static gboolean
is_word (const char *word, gsize length, const char *other)
{
  return strlen (other) == length && g_ascii_strncasecmp (word, other, length) == 0;
}

/* Letters and digits that belong together: a unit may have digits in no other word than these. */
static gboolean
is_formula (const char *word, gsize length)
{
  static const char *const formulas[] = {
    "m2", "m3", "m^2", "m^3", "ft2", "ft3", "s2", "s^2", "CO2", "CH4", "N2O", "NO2", "NO3", "SO2",
    "O2", "O3", "H2", "H2O", "NH3", "PM10", "PM2.5",
  };
  static const char *const endings[] = { "", "e", "eq" };

  for (guint i = 0; i < G_N_ELEMENTS (formulas); i++)
    {
      gsize size = strlen (formulas[i]);

      for (gsize before = 0; before <= MOST_PREFIX_CHARS && before + size <= length; before++)
        {
          const char *end = word + before + size;

          for (guint j = 0; j < G_N_ELEMENTS (endings); j++)
            if (strncmp (word + before, formulas[i], size) == 0
                && is_word (end, length - before - size, endings[j]))
              return TRUE;
          if (!g_ascii_isalpha (word[before]))
            break;
        }
    }

  return FALSE;
}

/* Words that lead to more of the amount: “3 out of 4”, “5 to TBD”; “tons of waste” is a unit. */
static gboolean
leads_on (const char *word, gsize length, gboolean first)
{
  static const char *const anywhere[] = { "to", "out", "bis" };
  static const char *const in_front[] = { "of", "and", "von", "und", "or", "oder" };

  for (guint i = 0; i < G_N_ELEMENTS (anywhere); i++)
    if (is_word (word, length, anywhere[i]))
      return TRUE;
  for (guint i = 0; first && i < G_N_ELEMENTS (in_front); i++)
    if (is_word (word, length, in_front[i]))
      return TRUE;

  return FALSE;
}

/* --- Characters ------------------------------------------------------------------------------ */

static gboolean
begins_unit (gunichar c)
{
  return g_unichar_isalpha (c) || c == '%' || c == 0x2030 || c == 0xb0 || c == '/'
         || g_unichar_type (c) == G_UNICODE_CURRENCY_SYMBOL;
}

static gboolean
is_dash (gunichar c)
{
  return c == '-' || c == 0x2212 || g_unichar_type (c) == G_UNICODE_DASH_PUNCTUATION;
}

/* Marks that say that something is compared, doubtful or another sentence. */
static gboolean
is_doubt (gunichar c)
{
  return g_utf8_strchr ("<>=≤≥≈~+±;:?!|", -1, c) != NULL;
}

/* PM2.5 and m^2 are one word. */
static const char *
skip_word (const char *p, const char *end)
{
  while (p < end
         && (g_unichar_isalnum (g_utf8_get_char (p))
             || ((*p == '.' || *p == '^') && p + 1 < end && g_ascii_isdigit (p[1]))))
    p = g_utf8_next_char (p);

  return p;
}

static gboolean
has_digit (const char *p, const char *end)
{
  for (; p < end; p = g_utf8_next_char (p))
    if (g_unichar_isdigit (g_utf8_get_char (p)))
      return TRUE;

  return FALSE;
}

/* --- Units ----------------------------------------------------------------------------------- */

/* Whether what stands behind a number leaves no doubt about it. */
static gboolean
is_clear (const char *start, const char *end)
{
  const char *p = start;

  while (p < end)
    {
      const char *next = skip_word (p, end);

      if (leads_on (p, (gsize) (next - p), p == start)
          || (has_digit (p, next) && !is_formula (p, (gsize) (next - p))))
        return FALSE;
      for (p = next; p < end && skip_word (p, end) == p; p = g_utf8_next_char (p))
        {
          gunichar c = g_utf8_get_char (p);

          if (is_doubt (c)
              || (is_dash (c) && p > start
                  && _ent_quantity_is_space (g_utf8_get_char (g_utf8_prev_char (p)))))
            return FALSE;
        }
    }

  return TRUE;
}

/* Leaves a remark in brackets aside: “% (provisional)”. */
static const char *
strip_remark (const char *start, const char *end, EntQuantity *quantity)
{
  const char *open = end[-1] == ')' ? g_strrstr_len (start, end - start, " (") : NULL;

  if (open == NULL)
    return end;
  quantity->plain = FALSE;
  while (open > start && _ent_quantity_is_space (g_utf8_get_char (g_utf8_prev_char (open))))
    open = g_utf8_prev_char (open);

  return open;
}

static gboolean
is_long (const char *start, const char *end)
{
  guint n_words = 1;

  for (const char *p = start; p < end; p = g_utf8_next_char (p))
    n_words += _ent_quantity_is_space (g_utf8_get_char (p));

  return n_words > MOST_UNIT_WORDS || g_utf8_strlen (start, end - start) > MOST_UNIT_CHARS;
}

gboolean
_ent_quantity_has_unit (const EntQuantity *quantity, const char *unit, gsize length)
{
  return quantity->unit != NULL && quantity->unit_length == length
         && memcmp (quantity->unit, unit, length) == 0;
}

/* Takes what is left as the unit, or as a remark where it is too long for one. FALSE if it may be
 * neither. */
gboolean
_ent_quantity_take_unit (const char *start, const char *end, EntQuantity *quantity)
{
  if (start >= end)
    return TRUE;
  /* 4/5 and 3/4/2025 are no amounts; 12/month is. */
  if (!begins_unit (g_utf8_get_char (start)) || (*start == '/' && !g_ascii_isalpha (start[1]))
      || !is_clear (start, end))
    return FALSE;

  end = strip_remark (start, end, quantity);
  if (is_long (start, end))
    {
      quantity->plain = FALSE;
      return TRUE;
    }
  /* € 5 million: one of them must do, and the other is said in the note. */
  if (quantity->unit != NULL && !_ent_quantity_has_unit (quantity, start, (gsize) (end - start)))
    quantity->plain = FALSE;
  quantity->unit = start;
  quantity->unit_length = (gsize) (end - start);

  return TRUE;
}

/* Skips a currency that stands at @p, and takes it as the unit. */
const char *
_ent_quantity_skip_currency (const char *p, EntQuantity *quantity)
{
  const char *next = g_utf8_next_char (p);

  if (g_unichar_type (g_utf8_get_char (p)) != G_UNICODE_CURRENCY_SYMBOL)
    return p;
  if (quantity->unit != NULL
      && !_ent_quantity_has_unit (quantity, p, (gsize) (next - p)))
    quantity->plain = FALSE;
  quantity->unit = p;
  quantity->unit_length = (gsize) (next - p);

  return _ent_quantity_skip_spaces (next);
}
