/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the measuring programs share: the clock, the memory and a way to stop. Each of them takes
 * one measurement in a process of its own, so that none profits from what another has warmed up,
 * and prints it as one line "NAME VALUE" a figure; tests/bench/run sets product and peer side by
 * side. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

double bench_now         (void);
void   bench_say         (const char *name,
                          double      value);
void   bench_check       (gboolean    fine,
                          const char *message);
double bench_mark_memory (void);
double bench_peak_since  (double      mark);

G_END_DECLS
