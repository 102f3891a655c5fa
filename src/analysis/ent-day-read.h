/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Days and months as people write them into spreadsheets. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * EntDayOrder:
 * @ENT_DAY_ORDER_UNKNOWN: nobody said, and nothing shows it
 * @ENT_DAY_ORDER_DMY: day, month, year
 * @ENT_DAY_ORDER_MDY: month, day, year
 * @ENT_DAY_ORDER_YMD: year, month, day
 *
 * The order of the numbers in a date. A year of four digits is known wherever it stands.
 */
typedef enum {
  ENT_DAY_ORDER_UNKNOWN,
  ENT_DAY_ORDER_DMY,
  ENT_DAY_ORDER_MDY,
  ENT_DAY_ORDER_YMD,
} EntDayOrder;

/**
 * EntDaySpan:
 * @ENT_DAY_SPAN_DAY: a day
 * @ENT_DAY_SPAN_MONTH: a month
 * @ENT_DAY_SPAN_QUARTER: a quarter of a year
 * @ENT_DAY_SPAN_YEAR: a year
 *
 * What a date stands for.
 */
typedef enum {
  ENT_DAY_SPAN_DAY,
  ENT_DAY_SPAN_MONTH,
  ENT_DAY_SPAN_QUARTER,
  ENT_DAY_SPAN_YEAR,
} EntDaySpan;

/**
 * EntDayState:
 * @ENT_DAY_BLANK: there is nothing
 * @ENT_DAY_FOUND: a date
 * @ENT_DAY_AMBIGUOUS: a date that depends on the order: 03/04/2025
 * @ENT_DAY_TEXT: something else
 */
typedef enum {
  ENT_DAY_BLANK,
  ENT_DAY_FOUND,
  ENT_DAY_AMBIGUOUS,
  ENT_DAY_TEXT,
} EntDayState;

/**
 * EntDayReading:
 * @state: what was found
 * @shows: the order that the text shows, because the other is no day
 * @span: what it stands for
 * @day: `YYYY-MM-DD` if @state is %ENT_DAY_FOUND: the last day of the span
 */
typedef struct {
  EntDayState state;
  EntDayOrder shows;
  EntDaySpan span;
  char day[11];
} EntDayReading;

EntDayState ent_day_read (const char    *text,
                          EntDayOrder    order,
                          gboolean       serials,
                          EntDayReading *reading);

G_END_DECLS
