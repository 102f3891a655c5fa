/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The chart of a document as one picture: SVG for further work, PNG for slides and messages. */
#include "config.h"

#include "report/ent-report-export.h"
#include "report/ent-report-output.h"
#include "report/ent-report-pages.h"

#include <cairo-svg.h>
#include <glib/gi18n.h>
#include <math.h>

/* What cairo's image surfaces can be at most. */
#define MOST_PIXELS 32767.0
#define MOST_SCALE 8.0

static void
draw_picture (cairo_surface_t *surface, EntReportPages *pages, double scale)
{
  cairo_t *cr = cairo_create (surface);

  cairo_scale (cr, scale, scale);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  ent_report_pages_draw_page (pages, cr, 0);
  cairo_destroy (cr);
}

/**
 * ent_report_write_svg:
 * @report: a document
 * @settings: nothing of it is used
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): title, legend and chart as one SVG picture
 */
GBytes *
ent_report_write_svg (EntReport *report, const EntReportSettings *settings, GError **error)
{
  g_autoptr(EntReportPages) pages = NULL;
  GByteArray *array;
  cairo_surface_t *surface;
  double width, height;

  g_return_val_if_fail (ENT_IS_REPORT (report), NULL);

  pages = ent_report_pages_new_picture (report);
  array = g_byte_array_new ();
  ent_report_pages_get_size (pages, &width, &height);
  surface = cairo_svg_surface_create_for_stream (ent_report_output_write, array, width, height);
  draw_picture (surface, pages, 1);

  return ent_report_output_finish (array, surface, CAIRO_STATUS_SUCCESS, error);
}

/**
 * ent_report_write_png:
 * @report: a document
 * @settings: how many pixels a point has
 * @error: return location for an error: the picture would be too large
 *
 * Returns: (transfer full) (nullable): title, legend and chart as one PNG picture
 */
GBytes *
ent_report_write_png (EntReport *report, const EntReportSettings *settings, GError **error)
{
  g_autoptr(EntReportPages) pages = NULL;
  GByteArray *array;
  cairo_surface_t *surface;
  cairo_status_t status;
  double width, height;

  g_return_val_if_fail (ENT_IS_REPORT (report) && settings != NULL, NULL);
  g_return_val_if_fail (settings->scale > 0 && settings->scale <= MOST_SCALE, NULL);

  pages = ent_report_pages_new_picture (report);
  ent_report_pages_get_size (pages, &width, &height);
  width = ceil (width * settings->scale);
  height = ceil (height * settings->scale);
  if (width > MOST_PIXELS || height > MOST_PIXELS)
    {
      g_set_error (error, ENT_REPORT_ERROR, ENT_REPORT_ERROR_TOO_LARGE,
                   _("The picture would be %.0f × %.0f pixels, which is too large. Choose a "
                     "smaller scale, or PDF."), width, height);
      return NULL;
    }

  array = g_byte_array_new ();
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) width, (int) height);
  draw_picture (surface, pages, settings->scale);
  status = cairo_surface_write_to_png_stream (surface, ent_report_output_write, array);

  return ent_report_output_finish (array, surface, status, error);
}
