/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Values from bottom to top: where a value is, and which values are named. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * EntValueRange:
 * @low: the lowest value
 * @high: the highest; below @low while there is none
 *
 * What an axis has to show.
 */
typedef struct {
  double low;
  double high;
} EntValueRange;

/**
 * EntValueAxis:
 * @low: the value at the bottom
 * @high: the value at the top, above @low
 * @step: the distance of named values: 1, 2 or 5 times a power of ten
 * @top: where @high is
 * @bottom: where @low is
 *
 * Values, and where they are drawn.
 */
typedef struct {
  double low;
  double high;
  double step;
  double top;
  double bottom;
} EntValueAxis;

EntValueRange ent_value_range_empty    (void);
void          ent_value_range_add      (EntValueRange       *self,
                                        double               value);

EntValueAxis  ent_value_axis_make      (const EntValueRange *range,
                                        double               top,
                                        double               bottom,
                                        guint                most);
double        ent_value_axis_to_y      (const EntValueAxis  *self,
                                        double               value);
guint         ent_value_axis_get_n_ticks (const EntValueAxis *self);
double        ent_value_axis_get_tick  (const EntValueAxis  *self,
                                        guint                tick);

G_END_DECLS
