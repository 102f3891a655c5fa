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
widen (EntTimelineSpan *span, float y)
{
  if (y < span->low)
    span->low = y;
  if (y > span->high)
    span->high = y;
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
  guint first;
  guint last;

  if (!(x1 >= 0) || !(x0 < n))
    return;

  first = x0 > 0 ? (guint) x0 : 0;
  last = x1 < n ? (guint) x1 : n - 1;
  if (first == last && x0 >= 0 && x1 < n)
    {
      widen (&spans[first], (float) y0);
      widen (&spans[first], (float) y1);
      return;
    }

  slope = (y1 - y0) / (x1 - x0);
  for (guint i = first; i <= last; i++)
    {
      widen (&spans[i], (float) (i <= x0 ? y0 : y0 + (i - x0) * slope));
      widen (&spans[i], (float) (i + 1 >= x1 ? y1 : y0 + (i + 1 - x0) * slope));
    }
}

/* Puts a share of a colour over a pixel. */
static inline guint32
blend (guint32 under, const guint32 *color, guint32 share)
{
  guint32 rest = 255 - share;
  guint32 result = 0;

  for (guint shift = 0; shift < 24; shift += 8)
    {
      guint32 value = (under >> shift & 0xff) * rest + color[shift / 8] * share;

      result |= (value + 127) / 255 << shift;
    }

  return result | ((under >> 24) * rest + 255 * share + 127) / 255 << 24;
}

static inline guint32
to_byte (double value)
{
  return (guint32) (value * 255 + 0.5);
}

/* The part of the pixel from @y to @y + 1 between @low and @high, of 255. */
static inline guint32
cover (int y, float low, float high)
{
  float from = MAX (low, (float) y);
  float to = MIN (high, (float) (y + 1));

  return to > from ? (guint32) ((to - from) * 255 + 0.5f) : 0;
}

static void
paint_column (guchar *pixel, int stride, float low, float high, int top, int bottom,
              const guint32 *color)
{
  guint32 solid = 0xff000000 | color[2] << 16 | color[1] << 8 | color[0];
  int first = MAX ((int) floorf (low), top);
  int last = MIN ((int) ceilf (high), bottom);

  pixel += (gssize) first * stride;
  for (int y = first; y < last; y++, pixel += stride)
    {
      guint32 *at = (guint32 *) (gpointer) pixel;
      guint32 share = cover (y, low, high);

      *at = share == 255 ? solid : blend (*at, color, share);
    }
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
  guint32 color[3] = { to_byte (blue), to_byte (green), to_byte (red) };
  double scale = ent_timeline_raster_get_scale (cr);
  double offset_x, offset_y;
  guchar *data;
  int stride, first, y_first, y_last;

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
  for (guint i = 0; i < n; i++)
    {
      int column = first + (int) i;

      if (spans[i].low <= spans[i].high && column >= 0
          && column < cairo_image_surface_get_width (surface))
        paint_column (data + 4 * column, stride,
                      spans[i].low - (float) thickness / 2 + (float) y_first,
                      spans[i].high + (float) thickness / 2 + (float) y_first, MAX (y_first, 0),
                      y_last, color);
    }
  cairo_surface_mark_dirty (surface);

  return TRUE;
}
