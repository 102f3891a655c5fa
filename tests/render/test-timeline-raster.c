/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The raster of a line beside what is found by looking everywhere. */
#include "config.h"

#include <math.h>
#include <string.h>

#include "render/ent-timeline-raster.h"

#define COLUMNS 60
#define MOST 3000

typedef struct {
  guint n;
  double x[MOST];
  double y[MOST];
} Line;

static int
compare (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return (x > y) - (x < y);
}

static void
make_line (Line *line, GRand *rand, guint n)
{
  line->n = n;
  for (guint i = 0; i < n; i++)
    {
      line->x[i] = g_rand_double_range (rand, -20, COLUMNS + 20);
      line->y[i] = g_rand_double_range (rand, 0, 100);
    }
  qsort (line->x, n, sizeof (double), compare);
}

static void
trace (const Line *line, EntTimelineSpan *spans)
{
  ent_timeline_raster_clear (spans, COLUMNS);
  for (guint i = 1; i < line->n; i++)
    ent_timeline_raster_line (spans, COLUMNS, line->x[i - 1], line->y[i - 1], line->x[i],
                              line->y[i]);
}

static double
interpolate (const Line *line, guint end, double x)
{
  double width = line->x[end] - line->x[end - 1];

  return line->y[end - 1] + (line->y[end] - line->y[end - 1]) * (x - line->x[end - 1]) / width;
}

/* The line of a column: its points, and where it crosses the column's edges. */
static void
look (const Line *line, guint column, EntTimelineSpan *span)
{
  *span = (EntTimelineSpan) { G_MAXFLOAT, -G_MAXFLOAT };
  for (guint i = 0; i < line->n; i++)
    {
      double values[3] = { NAN, NAN, NAN };

      if (line->x[i] >= column && line->x[i] < column + 1)
        values[0] = line->y[i];
      for (guint edge = 0; edge < 2; edge++)
        if (i > 0 && line->x[i - 1] < column + edge && line->x[i] > column + edge)
          values[1 + edge] = interpolate (line, i, column + edge);
      for (guint j = 0; j < 3; j++)
        if (!isnan (values[j]))
          {
            span->low = MIN (span->low, (float) values[j]);
            span->high = MAX (span->high, (float) values[j]);
          }
    }
}

static void
test_brute_force (void)
{
  static const guint sizes[] = { 2, 3, 5, 20, 100, 1000, MOST };
  g_autofree Line *line = g_new (Line, 1);
  GRand *rand = g_rand_new_with_seed (4711);

  for (guint round = 0; round < 40; round++)
    for (guint s = 0; s < G_N_ELEMENTS (sizes); s++)
      {
        EntTimelineSpan spans[COLUMNS];

        make_line (line, rand, sizes[s]);
        trace (line, spans);
        for (guint column = 0; column < COLUMNS; column++)
          {
            EntTimelineSpan expected;

            look (line, column, &expected);
            if (expected.low > expected.high)
              continue;
            g_assert_cmpfloat_with_epsilon (spans[column].low, expected.low, 1e-3);
            g_assert_cmpfloat_with_epsilon (spans[column].high, expected.high, 1e-3);
          }
      }
  g_rand_free (rand);
}

/* Every point within the columns is covered: what is highest in a column is drawn, however many
 * others are there. */
static void
test_extremes (void)
{
  g_autofree Line *line = g_new (Line, 1);
  GRand *rand = g_rand_new_with_seed (1);
  EntTimelineSpan spans[COLUMNS];

  make_line (line, rand, MOST);
  trace (line, spans);
  for (guint i = 0; i < line->n; i++)
    if (line->x[i] >= 0 && line->x[i] < COLUMNS)
      {
        const EntTimelineSpan *span = &spans[(guint) line->x[i]];

        g_assert_cmpfloat (span->low, <=, (float) line->y[i]);
        g_assert_cmpfloat (span->high, >=, (float) line->y[i]);
      }
  g_rand_free (rand);
}

static void
test_far_away (void)
{
  EntTimelineSpan spans[COLUMNS];

  ent_timeline_raster_clear (spans, COLUMNS);
  ent_timeline_raster_line (spans, COLUMNS, -1e9, 50, 1e9, 50);
  for (guint i = 0; i < COLUMNS; i++)
    g_assert_cmpfloat_with_epsilon (spans[i].low, 50, 1e-3);

  ent_timeline_raster_clear (spans, COLUMNS);
  ent_timeline_raster_line (spans, COLUMNS, -30, 1, -1, 2);
  ent_timeline_raster_line (spans, COLUMNS, COLUMNS, 1, COLUMNS + 9, 2);
  for (guint i = 0; i < COLUMNS; i++)
    g_assert_cmpfloat (spans[i].low, >, spans[i].high);

  /* A single point. */
  ent_timeline_raster_line (spans, COLUMNS, 7.5, 3, 7.5, 3);
  g_assert_cmpfloat (spans[7].low, ==, 3);
  g_assert_cmpfloat (spans[6].low, >, spans[6].high);
}

static guint
get_red (cairo_surface_t *surface, int x, int y)
{
  const guchar *data = cairo_image_surface_get_data (surface);
  guint32 pixel;

  memcpy (&pixel, data + y * cairo_image_surface_get_stride (surface) + 4 * x, sizeof pixel);

  return pixel >> 16 & 0xff;
}

/* Drawn where it should be, also where the drawing is moved and scaled, and not beyond its box. */
static void
test_paint (void)
{
  for (int scale = 1; scale <= 2; scale++)
    {
      cairo_surface_t *surface =
        cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 40 * scale, 40 * scale);
      cairo_t *cr;
      EntTimelineSpan spans[2] = { { 5, 9 }, { -50, 50 } };

      cairo_surface_set_device_scale (surface, scale, scale);
      cr = cairo_create (surface);
      cairo_translate (cr, 3, 4);
      g_assert_true (ent_timeline_raster_paint (spans, 2, cr, 7, 6, 20, 2, 1, 0, 0));
      cairo_destroy (cr);

      for (int y = 0; y < 40 * scale; y++)
        {
          int top = 10 * scale;

          g_assert_cmpuint (get_red (surface, 10 * scale, y), ==,
                            y >= top + 4 && y < top + 10 ? 255 : 0);
          g_assert_cmpuint (get_red (surface, 10 * scale + 1, y), ==,
                            y >= top && y < top + 20 * scale ? 255 : 0);
          g_assert_cmpuint (get_red (surface, 10 * scale + 2, y), ==, 0);
        }
      cairo_surface_destroy (surface);
    }
}

/* Columns and rows beside the image do no harm. */
static void
test_paint_outside (void)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 10, 10);
  cairo_t *cr = cairo_create (surface);
  EntTimelineSpan spans[50];

  for (guint i = 0; i < G_N_ELEMENTS (spans); i++)
    spans[i] = (EntTimelineSpan) { -100, 100 };
  g_assert_true (ent_timeline_raster_paint (spans, 50, cr, -20, -20, 100, 1, 1, 1, 1));
  g_assert_cmpuint (get_red (surface, 9, 9), ==, 255);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);

  surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cr = cairo_create (surface);
  g_assert_false (ent_timeline_raster_paint (spans, 50, cr, 0, 0, 10, 1, 1, 1, 1));
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/timeline-raster/brute-force", test_brute_force);
  g_test_add_func ("/timeline-raster/extremes", test_extremes);
  g_test_add_func ("/timeline-raster/far-away", test_far_away);
  g_test_add_func ("/timeline-raster/paint", test_paint);
  g_test_add_func ("/timeline-raster/paint-outside", test_paint_outside);

  return g_test_run ();
}
