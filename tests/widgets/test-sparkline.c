/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A small line of how it went. */
#include "config.h"

#include <math.h>
#include <string.h>

#include "widgets/ent-sparkline.h"

/* What a line that rises looks like where text runs in a direction. */
static cairo_surface_t *
draw_rising (GtkTextDirection direction)
{
  const EntSparkPoint points[] = { { 1, 10 }, { 2, 11 }, { 5, 40 } };
  GtkWidget *window = gtk_window_new ();
  GtkWidget *line = ent_sparkline_new ();
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 200, 60);
  cairo_t *cr = cairo_create (surface);
  GskRenderNode *node;

  gtk_widget_set_direction (line, direction);
  ent_sparkline_set_points (ENT_SPARKLINE (line), points, G_N_ELEMENTS (points), (double) NAN);
  gtk_window_set_default_size (GTK_WINDOW (window), 200, 60);
  gtk_window_set_child (GTK_WINDOW (window), line);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);
  GTK_WIDGET_GET_CLASS (line)->snapshot (line, snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  g_assert_nonnull (node);
  gsk_render_node_draw (node, cr);
  gsk_render_node_unref (node);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  gtk_window_destroy (GTK_WINDOW (window));

  return surface;
}

static gboolean
has_ink (cairo_surface_t *surface, int x, int y)
{
  return cairo_image_surface_get_data (surface)[y * cairo_image_surface_get_stride (surface) + x]
         > 0;
}

/* The same in every language, as on the timeline: the latest is at the right. */
static void
test_direction (void)
{
  cairo_surface_t *ltr = draw_rising (GTK_TEXT_DIR_LTR);
  cairo_surface_t *rtl = draw_rising (GTK_TEXT_DIR_RTL);
  gsize size = (gsize) cairo_image_surface_get_stride (ltr)
               * (gsize) cairo_image_surface_get_height (ltr);

  g_assert_true (has_ink (ltr, 195, 4));
  g_assert_false (has_ink (ltr, 4, 4));
  g_assert_cmpmem (cairo_image_surface_get_data (ltr), size, cairo_image_surface_get_data (rtl),
                   size);
  cairo_surface_destroy (ltr);
  cairo_surface_destroy (rtl);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv);

  g_test_add_func ("/sparkline/direction", test_direction);

  return g_test_run ();
}
