/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Frames of a widget. */
#include "config.h"

#include "bench-frames.h"

#include <time.h>

#include "bench.h"

#define N_FRAMES 240
#define WIDTH 1600
#define HEIGHT 960

static double
processor_now (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double) now.tv_sec + (double) now.tv_nsec / 1e9;
}

static void
on_before_paint (GdkFrameClock *clock,
                 gpointer       data)
{
  BenchWatch *watch = data;

  watch->begun = bench_now ();
  watch->work_begun = processor_now ();
}

static void
on_after_paint (GdkFrameClock *clock,
                gpointer       data)
{
  BenchWatch *watch = data;
  double now = bench_now ();
  double seconds = now - watch->begun;
  double work = processor_now () - watch->work_begun;

  if (watch->first == 0.0)
    watch->first = now;
  g_array_append_val (watch->frames, seconds);
  g_array_append_val (watch->work, work);
  if (watch->frames->len > (watch->step != NULL ? N_FRAMES : 0))
    g_main_loop_quit (watch->loop);
}

static gboolean
on_tick (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       data)
{
  BenchWatch *watch = data;

  watch->step (watch->widget, watch->data, watch->frames->len);
  return G_SOURCE_CONTINUE;
}

/* Shows a widget and watches its frames: one without a step, else many. */
void
bench_show (BenchWatch *watch,
            GtkWidget  *widget,
            gboolean    scrolled)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *child = widget;
  GdkFrameClock *clock;

  watch->loop = g_main_loop_new (NULL, FALSE);
  watch->frames = g_array_new (FALSE, FALSE, sizeof (double));
  watch->work = g_array_new (FALSE, FALSE, sizeof (double));
  watch->widget = widget;
  if (scrolled)
    {
      child = gtk_scrolled_window_new ();
      gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (child), widget);
    }
  gtk_window_set_child (GTK_WINDOW (window), child);
  gtk_window_set_default_size (GTK_WINDOW (window), WIDTH, HEIGHT);
  gtk_widget_realize (window);
  clock = gtk_widget_get_frame_clock (window);
  g_signal_connect (clock, "before-paint", G_CALLBACK (on_before_paint), watch);
  g_signal_connect (clock, "after-paint", G_CALLBACK (on_after_paint), watch);
  gtk_window_present (GTK_WINDOW (window));
  if (watch->step != NULL)
    gtk_widget_add_tick_callback (widget, on_tick, watch, NULL);
  g_main_loop_run (watch->loop);
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return (x > y) - (x < y);
}

/* The value below which that share of the frames lies. */
static double
quantile (GArray *frames,
          double  share)
{
  g_array_sort (frames, compare);
  return g_array_index (frames, double, (guint) (share * (frames->len - 1)));
}

/* Without the first frame, which is another measurement. */
void
bench_say_frames (BenchWatch *watch)
{
  g_array_remove_index (watch->frames, 0);
  g_array_remove_index (watch->work, 0);
  bench_say ("median", quantile (watch->frames, 0.5));
  bench_say ("p95", quantile (watch->frames, 0.95));
  bench_say ("cpu-median", quantile (watch->work, 0.5));
  bench_say ("cpu-p95", quantile (watch->work, 0.95));
}
