/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Amounts as people write them into spreadsheets: “>= 300”, “≤5%”, “1 234,5 kg*”, “TBD”. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * EntDecimal:
 * @ENT_DECIMAL_UNKNOWN: nobody said, and nothing shows it
 * @ENT_DECIMAL_POINT: 1,234.5
 * @ENT_DECIMAL_COMMA: 1.234,5
 *
 * What parts the decimals.
 */
typedef enum {
  ENT_DECIMAL_UNKNOWN,
  ENT_DECIMAL_POINT,
  ENT_DECIMAL_COMMA,
} EntDecimal;

/**
 * EntComparison:
 * @ENT_COMPARISON_NONE: an amount
 * @ENT_COMPARISON_AT_LEAST: at least it, or more than it
 * @ENT_COMPARISON_AT_MOST: at most it, or less than it
 */
typedef enum {
  ENT_COMPARISON_NONE,
  ENT_COMPARISON_AT_LEAST,
  ENT_COMPARISON_AT_MOST,
} EntComparison;

/**
 * EntQuantityState:
 * @ENT_QUANTITY_BLANK: there is nothing
 * @ENT_QUANTITY_UNKNOWN: it says that the amount is not known, as TBD and n/a do
 * @ENT_QUANTITY_NUMBER: an amount
 * @ENT_QUANTITY_RANGE: two amounts, from and to
 * @ENT_QUANTITY_AMBIGUOUS: an amount that depends on what parts the decimals: 1,234
 * @ENT_QUANTITY_TEXT: something else
 */
typedef enum {
  ENT_QUANTITY_BLANK,
  ENT_QUANTITY_UNKNOWN,
  ENT_QUANTITY_NUMBER,
  ENT_QUANTITY_RANGE,
  ENT_QUANTITY_AMBIGUOUS,
  ENT_QUANTITY_TEXT,
} EntQuantityState;

/**
 * EntQuantity:
 * @state: what was found; the rest counts for numbers and ranges
 * @comparison: whether it is a bound
 * @decimal: what the text shows of the decimal sign; also where it is %ENT_QUANTITY_AMBIGUOUS that
 *   nothing is shown
 * @value: the amount, or the lower end
 * @upper: the upper end of a range
 * @sign: “+” or “-” where one was written, else 0
 * @plain: whether the number and its unit are all that was said; where not, something was left
 *   aside: a comparison, a footnote mark, a word
 * @unit: where the unit begins in the text; %NULL without one
 * @unit_length: its length in bytes
 */
typedef struct {
  EntQuantityState state;
  EntComparison comparison;
  EntDecimal decimal;
  double value;
  double upper;
  char sign;
  gboolean plain;
  const char *unit;
  gsize unit_length;
} EntQuantity;

EntQuantityState ent_quantity_read     (const char        *text,
                                        EntDecimal         decimal,
                                        EntQuantity       *quantity);
char            *ent_quantity_dup_unit (const EntQuantity *self);
char            *ent_quantity_format   (double             value);
gboolean         ent_quantity_is_mark  (gunichar           c,
                                        gunichar           before);

G_END_DECLS
