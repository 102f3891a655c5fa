/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A timeline as a picture of its own. */
#include "config.h"

#include "report/ent-report-timeline-private.h"

#include <cairo-svg.h>
#include <math.h>

#include "render/ent-timeline-paper.h"
#include "report/ent-report-output.h"

#define WIDTH 760.0

/* Higher than any timeline. */
#define ENDLESS 200000.0

/**
 * _ent_report_timeline_to_svg:
 * @block: a timeline
 *
 * Returns: (transfer full): all of it on one sheet
 */
GBytes *
_ent_report_timeline_to_svg (EntBlock *block)
{
  PangoContext *context = ent_paper_context_new ();
  g_autoptr(EntTimelinePaper) paper =
    ent_timeline_paper_new (block->timeline, context, WIDTH, ENDLESS, ENDLESS);
  GByteArray *bytes = g_byte_array_new ();
  EntPaperCanvas canvas = { NULL, FALSE, NULL };
  cairo_surface_t *surface;

  g_assert (block->type == ENT_BLOCK_TIMELINE);

  ent_timeline_paper_set_period (paper, block->first, block->last);
  surface = cairo_svg_surface_create_for_stream (ent_report_output_write, bytes, WIDTH,
                                                 ceil (ent_timeline_paper_get_height (paper, 0)));
  canvas.cr = cairo_create (surface);
  ent_timeline_paper_draw (paper, &canvas, 0, 0, 0);
  cairo_destroy (canvas.cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  g_object_unref (context);

  return g_byte_array_free_to_bytes (bytes);
}
