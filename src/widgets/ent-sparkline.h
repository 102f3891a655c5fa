/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A small line of how a number went, without axes. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* So many points are drawn, the latest ones. */
#define ENT_SPARKLINE_MOST 60

/**
 * EntSparkPoint:
 * @at: when, in any unit
 * @value: how much
 */
typedef struct {
  double at;
  double value;
} EntSparkPoint;

#define ENT_TYPE_SPARKLINE (ent_sparkline_get_type ())
G_DECLARE_FINAL_TYPE (EntSparkline, ent_sparkline, ENT, SPARKLINE, GtkWidget)

GtkWidget *ent_sparkline_new        (void);
void       ent_sparkline_set_points (EntSparkline        *self,
                                     const EntSparkPoint *points,
                                     guint                n_points,
                                     double               target);

G_END_DECLS
