/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A run chart: short series of ranks, such as morale from 1 to 5, seen from their median
 * (methods.md section 4). */
#pragma once

#include "analysis/ent-xmr.h"

G_BEGIN_DECLS

/**
 * EntRunChart:
 * @n: how many values there are
 * @median: their median, or NAN
 * @n_useful: how many of them are not on the median
 * @longest_run: how many useful ones at most follow each other on one side
 * @longest_usual: the longest run that is still usual
 * @crossings: how often the useful ones change sides
 * @fewest_usual: the fewest crossings that are still usual
 */
typedef struct {
  guint n;
  double median;
  guint n_useful;
  guint longest_run;
  guint longest_usual;
  guint crossings;
  guint fewest_usual;
} EntRunChart;

EntRunChart ent_run_chart_compute      (const double      *values,
                                        guint              n);
gboolean    ent_run_chart_is_unusual   (const EntRunChart *self);
void        ent_run_chart_find_signals (const EntRunChart *self,
                                        const double      *values,
                                        EntSignal         *signals);

G_END_DECLS
