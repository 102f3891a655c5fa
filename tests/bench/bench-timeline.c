/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drawing the timeline: every lane of it, and the same points stroked by cairo.
 *
 *   bench-timeline lines   KPIS MEASUREMENTS   the lines of all lanes, each on pixels of its own
 *   bench-timeline plots   KPIS MEASUREMENTS   their plots with all that is in them
 *   bench-timeline stroke  KPIS MEASUREMENTS   cairo's stroke of the same points on the same pixels
 *   bench-timeline first   KPIS MEASUREMENTS   from figures to the first frame of the widget
 *   bench-timeline scroll  KPIS MEASUREMENTS   frames while lanes scroll
 *   bench-timeline pan     KPIS MEASUREMENTS   frames while time passes by */
#include "config.h"

#include "bench-frames.h"
#include "bench-kpi-project.h"
#include "bench.h"
#include "render/ent-timeline-draw.h"
#include "render/ent-timeline-raster.h"
#include "widgets/ent-timeline.h"

#include <stdlib.h>
#include <string.h>

#define WIDTH 1300
#define HEIGHT 96
#define ROUNDS 5

/* Draws one lane. */
typedef void (*Draw) (EntTimelineScene    *scene,
                      cairo_t             *cr,
                      guint                lane,
                      const EntMatrixRect *rect);

static EntTimelineModel *
make_model (guint n_kpis,
            guint n)
{
  g_autoptr(EntProject) project = bench_kpi_project_new (n_kpis, n);
  g_autoptr(EntKpis) kpis = ent_kpis_new (project);

  return ent_timeline_model_new (kpis);
}

static double
place_point (EntTimelineScene   *scene,
             const EntKpiSeries *series,
             const EntValueAxis *values,
             guint               point,
             double             *y)
{
  const EntKpiPoint *found = ent_kpi_series_get_point (series, point);

  *y = ent_value_axis_to_y (values, found->value);
  return ent_time_axis_place (&scene->axis, found->day);
}

static void
draw_stroke (EntTimelineScene    *scene,
             cairo_t             *cr,
             guint                lane,
             const EntMatrixRect *rect)
{
  const EntKpiSeries *series = ent_timeline_model_get_series (scene->model, lane);
  EntValueAxis values = ent_timeline_scene_get_values (scene, lane, rect);

  for (guint i = 0; i < series->n; i++)
    {
      double y;
      double x = place_point (scene, series, &values, i, &y);

      cairo_line_to (cr, x, y);
    }
  cairo_set_line_width (cr, 1.5);
  cairo_stroke (cr);
}

static void
draw_line (EntTimelineScene    *scene,
           cairo_t             *cr,
           guint                lane,
           const EntMatrixRect *rect)
{
  const EntKpiSeries *series = ent_timeline_model_get_series (scene->model, lane);
  EntValueAxis values = ent_timeline_scene_get_values (scene, lane, rect);
  EntTimelineSpan spans[WIDTH];
  double before_x = 0.0;
  double before_y = 0.0;

  ent_timeline_raster_clear (spans, WIDTH);
  for (guint i = 0; i < series->n; i++)
    {
      double y;
      double x = place_point (scene, series, &values, i, &y);

      if (i > 0)
        ent_timeline_raster_line (spans, WIDTH, before_x, before_y, x, y);
      before_x = x;
      before_y = y;
    }
  bench_check (ent_timeline_raster_paint (spans, WIDTH, cr, 0.0, 0.0, HEIGHT, 1.5, 0.0, 0.0, 0.0),
               "a line was not drawn");
}

static void
set_up (EntTimelineScene *scene,
        EntTimelineModel *model)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  int first, last;

  ent_timeline_scene_init (scene);
  scene->model = g_object_ref (model);
  ent_timeline_scene_set_font (scene, context, 11.0);
  g_object_unref (context);
  scene->axis.width = WIDTH;
  ent_timeline_model_get_span (model, &first, &last);
  ent_time_axis_fit (&scene->axis, first, last);
  ent_timeline_scene_name_ticks (scene);
}

static void
measure_draw (EntTimelineModel *model,
              Draw              draw)
{
  EntTimelineScene scene;
  EntMatrixRect rect = { 0.0, 0.0, WIDTH, HEIGHT };
  double best = G_MAXDOUBLE;

  set_up (&scene, model);
  for (guint round = 0; round < ROUNDS; round++)
    {
      double seconds = 0.0;

      for (guint lane = 0; lane < ent_timeline_model_get_n_lanes (model); lane++)
        {
          cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
          cairo_t *cr = cairo_create (surface);
          double start;

          /* The ground, which also has the memory there. */
          cairo_set_source_rgb (cr, 1.0, 1.0, 1.0);
          cairo_paint (cr);
          cairo_set_source_rgb (cr, 0.0, 0.0, 0.0);
          start = bench_now ();
          draw (&scene, cr, lane, &rect);
          seconds += bench_now () - start;
          cairo_destroy (cr);
          cairo_surface_destroy (surface);
        }
      best = MIN (best, seconds);
    }
  bench_say ("seconds", best);
  ent_timeline_scene_clear (&scene);
}

/* --- Frames ---------------------------------------------------------------------------------- */

static GtkWidget *
new_timeline (EntTimelineModel *model)
{
  GtkWidget *timeline = ent_timeline_new ();

  ent_timeline_set_model (ENT_TIMELINE (timeline), model);
  return timeline;
}

static void
measure_first (EntTimelineModel *model)
{
  double start = bench_now ();
  BenchWatch watch = { 0 };

  bench_show (&watch, new_timeline (model), TRUE);
  bench_say ("seconds", watch.first - start);
}

static void
scroll (GtkWidget *widget,
        gpointer   data,
        guint      frame)
{
  gtk_adjustment_set_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (widget)), frame * 53.0);
}

static void
pan (GtkWidget *widget,
     gpointer   data,
     guint      frame)
{
  double first = *(const double *) data + 2.0 * frame;

  ent_timeline_show_time (ENT_TIMELINE (widget), first, first + 1000.0);
}

static void
measure_frames (EntTimelineModel *model,
                BenchStep         step)
{
  GtkWidget *timeline = new_timeline (model);
  BenchWatch watch = { .step = step };
  double start, end;

  ent_timeline_get_shown (ENT_TIMELINE (timeline), &start, &end);
  watch.data = &start;
  bench_show (&watch, timeline, TRUE);
  bench_say_frames (&watch);
}

int
main (int    argc,
      char **argv)
{
  guint n_kpis = argc == 4 ? (guint) strtoul (argv[2], NULL, 10) : 0;
  guint n = argc == 4 ? (guint) strtoul (argv[3], NULL, 10) : 0;
  const char *task = argc == 4 ? argv[1] : "";
  EntTimelineModel *model;

  if (n_kpis == 0 || n < 2)
    {
      g_printerr ("usage: bench-timeline TASK KPIS MEASUREMENTS\n");
      return 2;
    }
  model = make_model (n_kpis, n);
  if (strcmp (task, "lines") == 0)
    measure_draw (model, draw_line);
  else if (strcmp (task, "plots") == 0)
    measure_draw (model, ent_timeline_draw_plot);
  else if (strcmp (task, "stroke") == 0)
    measure_draw (model, draw_stroke);
  else if (gtk_init_check () && strcmp (task, "first") == 0)
    measure_first (model);
  else if (strcmp (task, "scroll") == 0)
    measure_frames (model, scroll);
  else if (strcmp (task, "pan") == 0)
    measure_frames (model, pan);
  return 0;
}
