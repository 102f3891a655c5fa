/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A line through thousands of points. */
#include "config.h"

#include "render/ent-timeline-raster.h"

#include <math.h>

/**
 * ent_timeline_raster_clear:
 * @spans: (array length=n): columns
 * @n: how many
 *
 * Makes them empty.
 */
void
ent_timeline_raster_clear (EntTimelineSpan *spans, guint n)
{
  for (guint i = 0; i < n; i++)
    spans[i] = (EntTimelineSpan) { G_MAXFLOAT, -G_MAXFLOAT };
}

static inline void
widen (EntTimelineSpan *span, float y0, float y1)
{
  float low = MIN (y0, y1);
  float high = MAX (y0, y1);

  span->low = MIN (span->low, low);
  span->high = MAX (span->high, high);
}

/**
 * ent_timeline_raster_line:
 * @spans: (array length=n): columns; the first is from 0 to 1
 * @n: how many
 * @x0: where the line begins
 * @y0: the same
 * @x1: where it ends, no less than @x0
 * @y1: the same
 *
 * Adds what a straight line covers of each column. What lies beside the columns is left out.
 */
void
ent_timeline_raster_line (EntTimelineSpan *spans, guint n, double x0, double y0, double x1, double y1)
{
  double slope;
  double base;
  float left;
  guint first;
  guint last;

  if (!(x1 >= 0) || !(x0 < n))
    return;

  first = x0 > 0 ? (guint) x0 : 0;
  last = x1 < n ? (guint) x1 : n - 1;
  if (first == last && x0 >= 0 && x1 < n)
    {
      widen (&spans[first], (float) y0, (float) y1);
      return;
    }

  /* Where it leaves a column it enters the next. */
  slope = (y1 - y0) / (x1 - x0);
  base = y0 - x0 * slope;
  left = (float) (x0 >= 0 ? y0 : base);
  for (guint i = first; i < last; i++)
    {
      float right = (float) (base + (i + 1) * slope);

      widen (&spans[i], left, right);
      left = right;
    }
  widen (&spans[last], left, (float) (x1 < n ? y1 : base + n * slope));
}

static inline guint32
to_byte (double value)
{
  return (guint32) (value * 255 + 0.5);
}

/* Puts a share of an opaque colour, of 256, over a pixel: two channels at a time. */
static inline guint32
blend (guint32 under, guint32 color, guint32 share)
{
  guint32 rest = 256 - share;
  guint32 even = ((under & 0xff00ff) * rest + (color & 0xff00ff) * share) >> 8 & 0xff00ff;
  guint32 odd = ((under >> 8 & 0xff00ff) * rest + (color >> 8 & 0xff00ff) * share) & 0xff00ff00;

  return odd | even;
}

static inline void
blend_at (guchar *row, guint32 color, guint32 share)
{
  guint32 *pixel = (guint32 *) (gpointer) row;

  *pixel = blend (*pixel, color, share);
}

/* From @low to @high, between the rows @top and @bottom; what is covered in part is so coloured. */
static void
paint_column (guchar *column, int stride, float low, float high, int top, int bottom, guint32 color)
{
  int from = (int) (CLAMP (low, (float) top, (float) bottom) * 256);
  int to = (int) (CLAMP (high, (float) top, (float) bottom) * 256);
  int y = from >> 8;
  int last = to >> 8;

  if (from >= to)
    return;

  if (y == last)
    {
      blend_at (column + (gssize) y * stride, color, (guint32) (to - from));
      return;
    }
  blend_at (column + (gssize) y * stride, color, 256 - ((guint32) from & 255));
  for (y++; y < last; y++)
    *(guint32 *) (gpointer) (column + (gssize) y * stride) = color;
  if ((to & 255) != 0)
    blend_at (column + (gssize) y * stride, color, (guint32) to & 255);
}

/**
 * ent_timeline_raster_get_scale:
 * @cr: where to draw
 *
 * Returns: how many pixels one unit of @cr is, if it draws upright and at its own size on an image of
 *   pixels; otherwise 0
 */
double
ent_timeline_raster_get_scale (cairo_t *cr)
{
  cairo_surface_t *surface = cairo_get_group_target (cr);
  cairo_matrix_t matrix;
  double scale_x, scale_y;

  if (cairo_surface_get_type (surface) != CAIRO_SURFACE_TYPE_IMAGE
      || (cairo_image_surface_get_format (surface) != CAIRO_FORMAT_ARGB32
          && cairo_image_surface_get_format (surface) != CAIRO_FORMAT_RGB24))
    return 0;

  cairo_get_matrix (cr, &matrix);
  cairo_surface_get_device_scale (surface, &scale_x, &scale_y);
  if (matrix.xx != 1 || matrix.yy != 1 || matrix.xy != 0 || matrix.yx != 0 || scale_x != scale_y)
    return 0;

  return scale_x;
}

/**
 * ent_timeline_raster_paint:
 * @spans: (array length=n): columns of pixels of the surface, in units of pixels
 * @n: how many
 * @cr: where to draw: an image, of which one unit is any number of pixels
 * @x: where the first column is, in units of @cr
 * @top: where the y of the columns begins, and where they are cut, in units of @cr
 * @height: how far below they are cut
 * @thickness: how thick the line is at the least, in pixels
 * @red: its colour, 0…1
 * @green: the same
 * @blue: the same
 *
 * Draws the line.
 *
 * Returns: %FALSE where ent_timeline_raster_get_scale() says 0; then nothing is drawn
 */
gboolean
ent_timeline_raster_paint (const EntTimelineSpan *spans, guint n, cairo_t *cr, double x, double top,
                           double height, double thickness, double red, double green, double blue)
{
  cairo_surface_t *surface = cairo_get_group_target (cr);
  guint32 color = 0xff000000 | to_byte (red) << 16 | to_byte (green) << 8 | to_byte (blue);
  double scale = ent_timeline_raster_get_scale (cr);
  double offset_x, offset_y;
  guchar *data;
  int stride, first, y_first, y_top, y_last;
  float above, below;
  guint i;

  if (scale <= 0)
    return FALSE;

  cairo_surface_flush (surface);
  cairo_surface_get_device_offset (surface, &offset_x, &offset_y);
  cairo_user_to_device (cr, &x, &top);
  first = (int) round (x * scale + offset_x);
  y_first = (int) round (top * scale + offset_y);
  y_last = y_first + (int) round (height * scale);
  data = cairo_image_surface_get_data (surface);
  stride = cairo_image_surface_get_stride (surface);
  y_last = MIN (y_last, cairo_image_surface_get_height (surface));
  y_top = MAX (y_first, 0);
  i = first < 0 ? (guint) -first : 0;
  n = MIN (n, (guint) MAX (cairo_image_surface_get_width (surface) - first, 0));
  above = (float) y_first - (float) thickness / 2;
  below = (float) y_first + (float) thickness / 2;
  for (; i < n; i++)
    if (spans[i].low <= spans[i].high)
      paint_column (data + 4 * (first + (int) i), stride, spans[i].low + above,
                    spans[i].high + below, y_top, y_last, color);
  cairo_surface_mark_dirty (surface);

  return TRUE;
}
