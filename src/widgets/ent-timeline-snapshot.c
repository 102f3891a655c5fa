/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drawing of the timeline. Each head and each plot is drawn once into a tile; scrolling moves tiles,
 * an edit draws those of one lane anew, another time those of the plots in sight. Focus, hover and
 * where a lane would be dropped lie over them. */
#include "config.h"

#include "widgets/ent-timeline-private.h"

#include <math.h>

#include "render/ent-timeline-draw.h"
#include "render/ent-timeline-marks.h"
#include "widgets/ent-look.h"

/* Tiles of so many lanes beside those in sight are kept. */
#define KEPT_LANES 6

static GdkRGBA
to_rgba (const EntMatrixColor *color)
{
  return (GdkRGBA) { (float) color->red, (float) color->green, (float) color->blue, 1.0f };
}

/* --- Style ----------------------------------------------------------------------------------- */

/* Takes over font, direction and colours after they changed. */
void
_ent_timeline_ensure_style (EntTimeline *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  PangoContext *context;

  if (!self->style_dirty)
    return;

  self->style_dirty = FALSE;
  self->layout_dirty = TRUE;
  context = gtk_widget_create_pango_context (widget);
  ent_timeline_scene_set_font (&self->scene, context, 0);
  g_object_unref (context);
  self->scene.rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;

  self->scene.palette = ent_look_get (widget, self->high_contrast, &self->accent);
  _ent_timeline_forget_tiles (self);
}

/* --- Tiles ----------------------------------------------------------------------------------- */

static gpointer
get_key (guint lane, gboolean plot)
{
  return GUINT_TO_POINTER (2 * lane + (plot ? 1 : 0));
}

void
_ent_timeline_forget_tiles (EntTimeline *self)
{
  g_hash_table_remove_all (self->tiles);
  g_clear_pointer (&self->axis_tile, gsk_render_node_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
is_plot (gpointer key, gpointer value, gpointer data)
{
  return GPOINTER_TO_UINT (key) % 2 == 1;
}

void
_ent_timeline_forget_plots (EntTimeline *self)
{
  g_hash_table_foreach_remove (self->tiles, is_plot, NULL);
  g_clear_pointer (&self->axis_tile, gsk_render_node_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
_ent_timeline_forget_lane (EntTimeline *self, guint lane)
{
  g_hash_table_remove (self->tiles, get_key (lane, FALSE));
  g_hash_table_remove (self->tiles, get_key (lane, TRUE));
}

/* Keeps memory in bounds: what is far out of sight is drawn again when it comes back. */
static void
forget_far (EntTimeline *self, guint first, guint end)
{
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, self->tiles);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      guint lane = GPOINTER_TO_UINT (key) / 2;

      if (lane >= self->layout.n_frozen && (lane + KEPT_LANES < first || lane > end + KEPT_LANES))
        g_hash_table_iter_remove (&iter);
    }
}

typedef void (*DrawTile) (EntTimeline *self, cairo_t *cr, guint lane, const EntMatrixRect *rect);

static void
draw_axis (EntTimeline *self, cairo_t *cr, guint lane, const EntMatrixRect *rect)
{
  ent_timeline_draw_axis (&self->scene, cr, rect);
}

static void
draw_head (EntTimeline *self, cairo_t *cr, guint lane, const EntMatrixRect *rect)
{
  ent_timeline_draw_head (&self->scene, cr, lane, rect);
}

static void
draw_plot (EntTimeline *self, cairo_t *cr, guint lane, const EntMatrixRect *rect)
{
  ent_timeline_draw_plot (&self->scene, cr, lane, rect);
}

/* Draws a part on pixels, where the line of a KPI costs by pixels and not by points. */
static GskRenderNode *
make_tile (EntTimeline *self, guint lane, const EntMatrixRect *rect, DrawTile draw)
{
  int scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  int width = (int) ceil (rect->width);
  int height = (int) ceil (rect->height);
  EntMatrixRect place = { rect->x, 0, rect->width, rect->height };
  cairo_surface_t *surface =
    cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width * scale, height * scale);
  GskRenderNode *node =
    gsk_cairo_node_new (&GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  cairo_t *cr;

  cairo_surface_set_device_scale (surface, scale, scale);
  cr = cairo_create (surface);
  cairo_translate (cr, -rect->x, 0);
  draw (self, cr, lane, &place);
  cairo_destroy (cr);

  cr = gsk_cairo_node_get_draw_context (node);
  cairo_set_source_surface (cr, surface, 0, 0);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);

  return node;
}

static void
add_node (GtkSnapshot *snapshot, GskRenderNode *node, const EntMatrixRect *rect)
{
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) rect->x, roundf ((float) rect->y)));
  gtk_snapshot_append_node (snapshot, node);
  gtk_snapshot_restore (snapshot);
}

static void
add_tile (EntTimeline *self, GtkSnapshot *snapshot, guint lane, gboolean plot)
{
  EntMatrixRect rect = plot ? ent_timeline_layout_get_plot (&self->layout, lane)
                            : ent_timeline_layout_get_head (&self->layout, lane);
  GskRenderNode *node;

  if (rect.width < 1 || rect.height < 1)
    return;

  node = g_hash_table_lookup (self->tiles, get_key (lane, plot));
  if (node == NULL)
    {
      node = make_tile (self, lane, &rect, plot ? draw_plot : draw_head);
      g_hash_table_insert (self->tiles, get_key (lane, plot), node);
    }
  add_node (snapshot, node, &rect);
}

/* --- Over the tiles -------------------------------------------------------------------------- */

static void
add_fill (GtkSnapshot *snapshot, const EntMatrixColor *color, double x, double y, double width,
          double height)
{
  GdkRGBA rgba = to_rgba (color);

  if (width > 0 && height > 0)
    gtk_snapshot_append_color (snapshot, &rgba,
                               &GRAPHENE_RECT_INIT ((float) x, (float) y, (float) width,
                                                    (float) height));
}

static void
add_frame (GtkSnapshot *snapshot, const GdkRGBA *color, const EntMatrixRect *rect, float radius)
{
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline,
                                   &GRAPHENE_RECT_INIT ((float) rect->x, roundf ((float) rect->y),
                                                        (float) rect->width, (float) rect->height),
                                   radius);
  gtk_snapshot_append_border (snapshot, &outline, (float[4]) { 2, 2, 2, 2 },
                              (GdkRGBA[4]) { *color, *color, *color, *color });
}

static void
add_place (EntTimeline *self, GtkSnapshot *snapshot, int lane, int item, float alpha)
{
  EntMatrixRect axis = ent_timeline_layout_get_axis (&self->layout);
  EntMatrixRect rect = _ent_timeline_get_spot (self, (guint) lane, item);
  GdkRGBA color = self->accent;

  color.alpha *= alpha;
  if (item < 0)
    {
      add_frame (snapshot, &color, &rect, 0);
      return;
    }
  /* Items near the edge of a plot get their frame cut there; heads are never covered. */
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT ((float) axis.x, 0, (float) axis.width,
                                                         (float) self->layout.height));
  add_frame (snapshot, &color, &rect, (float) rect.width / 2);
  gtk_snapshot_pop (snapshot);
}

static void
add_drop (EntTimeline *self, GtkSnapshot *snapshot)
{
  EntMatrixRect rect;
  double y;

  if (self->drag_lane < 0 || self->drop_lane < 0 || self->drag_lane == self->drop_lane)
    return;

  rect = ent_timeline_layout_get_lane (&self->layout, (guint) self->drop_lane);
  y = self->drop_lane > self->drag_lane ? rect.y + rect.height : rect.y;
  gtk_snapshot_append_color (snapshot, &self->accent,
                             &GRAPHENE_RECT_INIT (0, roundf ((float) y) - 2, (float) rect.width, 4));
}

/* What lies over the lanes from @first to @end. */
static void
add_overlays (EntTimeline *self, GtkSnapshot *snapshot, guint first, guint end)
{
  if (self->hover_lane >= (int) first && self->hover_lane < (int) end
      && self->hover_item != ENT_TIMELINE_HEAD)
    add_place (self, snapshot, self->hover_lane, self->hover_item, 0.5f);
  if (self->lane >= (int) first && self->lane < (int) end
      && gtk_widget_has_visible_focus (GTK_WIDGET (self)))
    add_place (self, snapshot, self->lane, self->item, 1);
}

static void
add_lanes (EntTimeline *self, GtkSnapshot *snapshot, guint first, guint end, double top,
           double bottom)
{
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, (float) top, (float) self->layout.width,
                                                         (float) MAX (bottom - top, 0)));
  for (guint lane = first; lane < end; lane++)
    {
      add_tile (self, snapshot, lane, FALSE);
      add_tile (self, snapshot, lane, TRUE);
    }
  add_overlays (self, snapshot, first, end);
  if (first == self->layout.n_frozen)
    add_drop (self, snapshot);
  gtk_snapshot_pop (snapshot);
}

void
_ent_timeline_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  EntTimeline *self = ENT_TIMELINE (widget);
  const EntMatrixPalette *palette;
  EntMatrixRect axis;
  double frozen;
  guint first, end;

  _ent_timeline_ensure_layout (self);
  if (self->layout.tops == NULL)
    return;

  palette = self->scene.palette;
  axis = ent_timeline_layout_get_axis (&self->layout);
  frozen = ent_timeline_layout_get_frozen (&self->layout);
  ent_timeline_layout_get_visible (&self->layout, &first, &end);
  forget_far (self, first, end);

  add_fill (snapshot, &palette->ground, 0, 0, self->layout.width, self->layout.height);
  add_fill (snapshot, &palette->header, self->layout.rtl ? axis.width : 0, 0,
            self->layout.head_width, self->layout.height);
  if (self->scene.model == NULL)
    return;

  add_lanes (self, snapshot, first, end, frozen, self->layout.height);
  add_lanes (self, snapshot, 0, self->layout.n_frozen, self->layout.axis_height, frozen);
  if (self->axis_tile == NULL && axis.width >= 1)
    self->axis_tile = make_tile (self, 0, &axis, draw_axis);
  if (self->axis_tile != NULL)
    add_node (snapshot, self->axis_tile, &axis);
  add_fill (snapshot, &palette->group_line, 0, self->layout.axis_height - 1, self->layout.width, 1);
  if (self->layout.n_frozen > 0 && self->layout.scroll_y > 0)
    add_fill (snapshot, &palette->group_line, 0, frozen - 1, self->layout.width, 1);
}
