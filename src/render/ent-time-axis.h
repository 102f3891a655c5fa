/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Time from left to right: where a day is, and which days are named. Time runs from left to right
 * in every language, as it does in most printed charts. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The shortest time that is shown, in days. */
#define ENT_TIME_AXIS_LEAST 3.0

/**
 * EntTimeAxis:
 * @start: the first moment that is shown: a day as ent_day_to_number() counts is its midnight
 * @end: the moment after the last
 * @x: where @start is
 * @width: how far @end is from there
 *
 * A stretch of time, and where it is drawn.
 */
typedef struct {
  double start;
  double end;
  double x;
  double width;
} EntTimeAxis;

/**
 * EntTimeTick:
 * @day: where it begins
 * @major: whether it is one of the coarse ones, such as years over months
 * @x: where the day begins; for a coarse one that began before, the left edge
 * @label: (nullable): its name, or %NULL where there is no room for it
 *
 * A named stretch of time. It goes on to the next one of the same sort.
 */
typedef struct {
  int day;
  gboolean major;
  double x;
  char *label;
} EntTimeTick;

/**
 * EntTimeMeasure:
 * @text: a text
 * @data: data
 *
 * Returns: how wide the text is
 */
typedef double (*EntTimeMeasure) (const char *text,
                                  gpointer    data);

double   ent_time_axis_to_x      (const EntTimeAxis *self,
                                  double             moment);
double   ent_time_axis_place     (const EntTimeAxis *self,
                                  int                day);
double   ent_time_axis_to_moment (const EntTimeAxis *self,
                                  double             x);
void     ent_time_axis_show      (EntTimeAxis       *self,
                                  double             start,
                                  double             end);
void     ent_time_axis_fit       (EntTimeAxis       *self,
                                  int                first,
                                  int                last);
void     ent_time_axis_zoom      (EntTimeAxis       *self,
                                  double             factor,
                                  double             x);
void     ent_time_axis_pan       (EntTimeAxis       *self,
                                  double             dx);
GArray  *ent_time_axis_dup_ticks (const EntTimeAxis *self,
                                  EntTimeMeasure     measure,
                                  gpointer           data);

G_END_DECLS
