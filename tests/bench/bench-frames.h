/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Frames of a widget, timed from where the frame clock starts to lay out to where it has painted, by
 * the clock and by the processor. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Takes one step between frames. */
typedef void (*BenchStep) (GtkWidget *widget,
                      gpointer   data,
                      guint      frame);

typedef struct {
  GMainLoop *loop;
  GtkWidget *widget;
  BenchStep  step;
  gpointer   data;
  GArray    *frames; /* double: seconds */
  GArray    *work;   /* double: seconds of the processor */
  double     begun;
  double     work_begun;
  double     first;
} BenchWatch;

void bench_show       (BenchWatch *watch,
                       GtkWidget  *widget,
                       gboolean    scrolled);
void bench_say_frames (BenchWatch *watch);

G_END_DECLS
