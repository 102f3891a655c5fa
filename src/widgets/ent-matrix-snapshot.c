/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drawing of the matrix.
 *
 * Cells and headers are drawn in tiles (ent-matrix-tiles.c). Scrolling moves tiles, an edit draws one
 * anew, and moving the focus draws none: focus, selection and hover lie over them. All of it is done
 * for each pane and clipped to it, so that no part asks what is frozen. */
#include "config.h"

#include "widgets/ent-look.h"
#include "widgets/ent-matrix-private.h"

#include <math.h>

#define FLASH_SECONDS 1.4

/* How far the shade reaches that what is frozen throws. */
#define SEAM_SHADE 7

static void
push_clip (GtkSnapshot         *snapshot,
           const EntMatrixRect *rect)
{
  gtk_snapshot_push_clip (snapshot,
                          &GRAPHENE_RECT_INIT ((float) rect->x, (float) rect->y,
                                               (float) rect->width, (float) rect->height));
}

static cairo_t *
begin_cairo (GtkSnapshot         *snapshot,
             const EntMatrixRect *rect)
{
  return gtk_snapshot_append_cairo (snapshot,
                                    &GRAPHENE_RECT_INIT ((float) rect->x, (float) rect->y,
                                                         (float) rect->width,
                                                         (float) rect->height));
}

static void
add_color (GtkSnapshot         *snapshot,
           const GdkRGBA       *color,
           double               alpha,
           const EntMatrixRect *rect)
{
  GdkRGBA shade = *color;

  shade.alpha *= (float) alpha;
  gtk_snapshot_append_color (snapshot, &shade,
                             &GRAPHENE_RECT_INIT ((float) rect->x, (float) rect->y,
                                                  (float) rect->width, (float) rect->height));
}

static void
add_frame (GtkSnapshot         *snapshot,
           const GdkRGBA       *color,
           double               alpha,
           const EntMatrixRect *rect,
           float                thickness)
{
  GskRoundedRect outline;
  GdkRGBA shade = *color;

  shade.alpha *= (float) alpha;
  gsk_rounded_rect_init_from_rect (&outline,
                                   &GRAPHENE_RECT_INIT ((float) rect->x, (float) rect->y,
                                                        (float) rect->width, (float) rect->height),
                                   0.0f);
  gtk_snapshot_append_border (snapshot, &outline,
                              (float[4]) { thickness, thickness, thickness, thickness },
                              (GdkRGBA[4]) { shade, shade, shade, shade });
}

static GdkRGBA
to_rgba (const EntMatrixColor *color)
{
  return (GdkRGBA) { (float) color->red, (float) color->green, (float) color->blue, 1.0f };
}

/* The characters typed so far that are no value yet, in place of the cell's value. */
static void
add_typed (EntMatrix           *self,
           GtkSnapshot         *snapshot,
           const EntMatrixRect *rect)
{
  GdkRGBA ground = to_rgba (&self->scene.palette.ground);
  cairo_t *cr;

  if (self->typed->len == 0 ||
      ent_matrix_model_check_input (self->scene.model, self->typed->str) !=
        ENT_MATRIX_INPUT_PARTIAL)
    return;
  add_color (snapshot, &ground, 1.0, rect);
  cr = begin_cairo (snapshot, rect);
  ent_matrix_draw_cell_text (cr, self->scene.pen, &self->scene.palette.dim, self->typed->str, rect);
  cairo_destroy (cr);
}

static void
add_focus (EntMatrix           *self,
           GtkSnapshot         *snapshot,
           const EntMatrixRect *rect)
{
  gboolean focused = gtk_widget_is_focus (GTK_WIDGET (self)) || self->menu != NULL;
  GdkRGBA ground = to_rgba (&self->scene.palette.ground);
  EntMatrixRect inner = { rect->x + 2, rect->y + 2, rect->width - 4, rect->height - 4 };

  add_frame (snapshot, &self->accent, focused ? 1.0 : 0.5, rect, 2.0f);
  if (focused)
    add_frame (snapshot, &ground, 0.9, &inner, 1.0f);
}

static void
add_flash (EntMatrix           *self,
           GtkSnapshot         *snapshot,
           const EntMatrixPane *pane)
{
  EntMatrixRect rect;
  double seconds, alpha;

  if (self->flash_id == 0)
    return;
  seconds = (double) (gdk_frame_clock_get_frame_time (
                        gtk_widget_get_frame_clock (GTK_WIDGET (self))) -
                      self->flash_start) / G_USEC_PER_SEC;
  alpha = CLAMP (1.0 - seconds / FLASH_SECONDS, 0.0, 1.0);
  rect = ent_matrix_layout_get_rect (&pane->layout, self->flash_row, self->flash_column);
  add_color (snapshot, &self->accent, alpha * 0.45, &rect);
}

static void
snapshot_cells (EntMatrix           *self,
                GtkSnapshot         *snapshot,
                const EntMatrixPane *pane)
{
  const EntMatrixLayout *layout = &pane->layout;
  EntMatrixRange selection = _ent_matrix_get_selection (self);
  EntMatrixRect rect;

  push_clip (snapshot, &pane->rect);
  _ent_matrix_add_tiles (self, snapshot, ENT_MATRIX_TILE_CELLS, pane);
  if (selection.n_rows * selection.n_columns > 1)
    {
      rect = ent_matrix_layout_get_range_rect (layout, &selection);
      add_color (snapshot, &self->accent, 0.18, &rect);
      add_frame (snapshot, &self->accent, 0.9, &rect, 1.0f);
    }
  if (_ent_matrix_is_cell (self, self->hover_row, self->hover_column))
    {
      rect = ent_matrix_layout_get_rect (layout, self->hover_row, self->hover_column);
      add_frame (snapshot, &self->accent, 0.45, &rect, 1.0f);
    }
  if (_ent_matrix_is_cell (self, self->row, self->column))
    {
      rect = ent_matrix_layout_get_rect (layout, self->row, self->column);
      add_typed (self, snapshot, &rect);
      add_focus (self, snapshot, &rect);
    }
  if (self->flash_row >= 0 && self->flash_column >= 0)
    add_flash (self, snapshot, pane);
  gtk_snapshot_pop (snapshot);
}

/* The header of a row or column in which the focus or the pointer is. */
static void
add_header_shade (EntMatrix           *self,
                  GtkSnapshot         *snapshot,
                  const EntMatrixPane *pane,
                  int                  row,
                  int                  column,
                  double               alpha)
{
  EntMatrixRect rect = ent_matrix_layout_get_rect (&pane->layout, row, column);

  add_color (snapshot, &self->accent, alpha, &rect);
}

static void
snapshot_row_headers (EntMatrix           *self,
                      GtkSnapshot         *snapshot,
                      const EntMatrixPane *pane)
{
  const EntMatrixLayout *layout = &pane->layout;
  EntMatrixRect clip = pane->rect;

  clip.x = layout->rtl ? layout->width - layout->header_width : 0;
  clip.width = layout->header_width;
  push_clip (snapshot, &clip);
  _ent_matrix_add_tiles (self, snapshot, ENT_MATRIX_TILE_ROW_HEADERS, pane);
  if (_ent_matrix_is_cell (self, self->hover_row, 0) && self->hover_row != self->row)
    add_header_shade (self, snapshot, pane, self->hover_row, ENT_MATRIX_HEADER, 0.08);
  if (self->row >= 0 && self->row < (int) layout->n_rows)
    {
      EntMatrixRect rect = ent_matrix_layout_get_rect (layout, self->row, ENT_MATRIX_HEADER);

      add_header_shade (self, snapshot, pane, self->row, ENT_MATRIX_HEADER, 0.14);
      if (self->column == ENT_MATRIX_HEADER && self->text == NULL)
        add_focus (self, snapshot, &rect);
      if (self->flash_row >= 0 && self->flash_column == ENT_MATRIX_HEADER)
        add_flash (self, snapshot, pane);
    }
  gtk_snapshot_pop (snapshot);
}

static void
snapshot_column_headers (EntMatrix           *self,
                         GtkSnapshot         *snapshot,
                         const EntMatrixPane *pane)
{
  const EntMatrixLayout *layout = &pane->layout;
  EntMatrixRect clip = pane->rect;

  clip.y = 0;
  clip.height = layout->header_height;
  push_clip (snapshot, &clip);
  _ent_matrix_add_tiles (self, snapshot, ENT_MATRIX_TILE_COLUMN_HEADERS, pane);
  if (self->hover_column >= 0 && self->hover_column < (int) layout->n_columns &&
      self->hover_column != self->column)
    add_header_shade (self, snapshot, pane, ENT_MATRIX_HEADER, self->hover_column, 0.08);
  if (self->column >= 0 && self->column < (int) layout->n_columns)
    {
      EntMatrixRect rect = ent_matrix_layout_get_rect (layout, ENT_MATRIX_HEADER, self->column);

      add_header_shade (self, snapshot, pane, ENT_MATRIX_HEADER, self->column, 0.14);
      if (self->row == ENT_MATRIX_HEADER)
        add_focus (self, snapshot, &rect);
      if (self->flash_row == ENT_MATRIX_HEADER && self->flash_column >= 0)
        add_flash (self, snapshot, pane);
    }
  gtk_snapshot_pop (snapshot);
}

/* The band above the column headers: names of groups stay in view while their columns scroll by. */
static void
snapshot_groups (EntMatrix           *self,
                 GtkSnapshot         *snapshot,
                 const EntMatrixPane *pane)
{
  const EntMatrixRange *seen = &pane->seen;
  EntMatrixRect band = { 0, 0, pane->layout.width, pane->layout.band_height };
  guint end = seen->first_column + seen->n_columns;
  cairo_t *cr;

  if (pane->layout.band_height == 0 || seen->n_columns == 0)
    return;
  cr = begin_cairo (snapshot, &band);
  for (guint first = seen->first_column, next; first < end; first = next)
    {
      guint group = ent_matrix_model_get_column_group (self->scene.model, first);
      EntMatrixRect rect;

      for (next = first + 1; next < end; next++)
        if (ent_matrix_model_get_column_group (self->scene.model, next) != group)
          break;
      rect = ent_matrix_pane_get_group_rect (pane, first, next - first);
      ent_matrix_scene_draw_group (&self->scene, cr, group, &rect);
    }
  cairo_destroy (cr);
}

static void
snapshot_append (EntMatrix   *self,
                 GtkSnapshot *snapshot)
{
  const EntMatrixLayout *layout = &self->scene.layout;
  EntMatrixRect clip = { 0, layout->header_height, layout->width,
                         MAX (layout->height - layout->header_height, 0) };
  EntMatrixRect rect;
  cairo_t *cr;

  if (!layout->has_append)
    return;
  rect = ent_matrix_layout_get_rect (layout, (int) layout->n_rows, ENT_MATRIX_HEADER);
  if (rect.y >= layout->height)
    return;
  push_clip (snapshot, &clip);
  cr = begin_cairo (snapshot, &rect);
  cairo_translate (cr, 0, -layout->scroll_y);
  ent_matrix_scene_draw_append (&self->scene, cr,
                                self->text == NULL || self->text_before != NULL);
  cairo_destroy (cr);
  if (self->row == (int) layout->n_rows && self->text == NULL)
    add_focus (self, snapshot, &rect);
  gtk_snapshot_pop (snapshot);
}

static void
snapshot_entry (EntMatrix   *self,
                GtkSnapshot *snapshot)
{
  const EntMatrixLayout *layout = &self->scene.layout;
  EntMatrixRect clip, rect;
  GdkRGBA ground = to_rgba (&self->scene.palette.ground);

  if (self->text == NULL)
    return;
  rect = _ent_matrix_get_entry_rect (self);
  clip = ent_matrix_layout_get_area (layout, self->text_row, ENT_MATRIX_HEADER);
  clip.x = 0;
  clip.width = layout->width;
  push_clip (snapshot, &clip);
  add_color (snapshot, &ground, 1.0, &rect);
  add_frame (snapshot, &self->accent, 1.0, &rect, 2.0f);
  gtk_widget_snapshot_child (GTK_WIDGET (self), self->text, snapshot);
  gtk_snapshot_pop (snapshot);
}

/* The line under which cells go where something is frozen. While some are under it, it throws a
 * shade towards them, which goes out at (@away_x, @away_y). */
static void
add_seam (EntMatrix           *self,
          GtkSnapshot         *snapshot,
          const EntMatrixRect *line,
          gboolean             has_shade,
          int                  away_x,
          int                  away_y)
{
  static const GskColorStop stops[] = {
    { 0.0f, { 0.0f, 0.0f, 0.0f, 0.22f } }, { 1.0f, { 0.0f, 0.0f, 0.0f, 0.0f } },
  };
  GdkRGBA color = to_rgba (&self->scene.palette.group_line);
  graphene_point_t from = GRAPHENE_POINT_INIT ((float) (line->x + (away_x < 0)),
                                               (float) (line->y + (away_y < 0)));
  graphene_point_t to = GRAPHENE_POINT_INIT (from.x + (float) away_x, from.y + (float) away_y);

  if (has_shade)
    gtk_snapshot_append_linear_gradient (
      snapshot, &GRAPHENE_RECT_INIT (MIN (from.x, to.x), MIN (from.y, to.y),
                                     away_x != 0 ? (float) ABS (away_x) : (float) line->width,
                                     away_y != 0 ? (float) ABS (away_y) : (float) line->height),
      &from, &to, stops, G_N_ELEMENTS (stops));
  add_color (snapshot, &color, 1.0, line);
}

static void
snapshot_seams (EntMatrix   *self,
                GtkSnapshot *snapshot)
{
  const EntMatrixLayout *layout = &self->scene.layout;
  int forward = layout->rtl ? -1 : 1;
  EntMatrixPane pane;
  int width, height;

  ent_matrix_layout_get_size (layout, &width, &height);
  if (ent_matrix_layout_get_pane (layout, ENT_MATRIX_PANE_COLUMNS, &pane))
    add_seam (self, snapshot,
              &(EntMatrixRect) { layout->rtl ? pane.rect.x + pane.rect.width : pane.rect.x - 1, 0,
                                 1, MIN (height, layout->height) },
              !self->high_contrast && layout->scroll_x < layout->end_x, -forward * SEAM_SHADE, 0);
  if (ent_matrix_layout_get_pane (layout, ENT_MATRIX_PANE_ROWS, &pane))
    {
      width = MIN (width, layout->width);
      add_seam (self, snapshot,
                &(EntMatrixRect) { layout->rtl ? layout->width - width : 0, pane.rect.y - 1, width,
                                   1 },
                !self->high_contrast && layout->scroll_y < layout->end_y, 0, -SEAM_SHADE);
    }
}

static void
snapshot_corner (EntMatrix   *self,
                 GtkSnapshot *snapshot)
{
  EntMatrixRect corner =
    ent_matrix_layout_get_rect (&self->scene.layout, ENT_MATRIX_HEADER, ENT_MATRIX_HEADER);
  cairo_t *cr = begin_cairo (snapshot, &corner);

  ent_matrix_scene_draw_corner (&self->scene, cr);
  cairo_destroy (cr);
}

void
_ent_matrix_snapshot (GtkWidget   *widget,
                      GtkSnapshot *snapshot)
{
  EntMatrix *self = ENT_MATRIX (widget);
  const EntMatrixLayout *layout = &self->scene.layout;
  EntMatrixPane pane;

  if (self->scene.model == NULL || self->scene.pen == NULL || layout->width == 0)
    return;
  for (EntMatrixPaneNumber i = ENT_MATRIX_PANE_CELLS; i <= ENT_MATRIX_PANE_BOTH; i++)
    if (ent_matrix_layout_get_pane (layout, i, &pane))
      snapshot_cells (self, snapshot, &pane);
  snapshot_append (self, snapshot);
  for (EntMatrixPaneNumber i = ENT_MATRIX_PANE_CELLS; i <= ENT_MATRIX_PANE_ROWS;
       i += ENT_MATRIX_PANE_ROWS)
    if (ent_matrix_layout_get_pane (layout, i, &pane))
      snapshot_row_headers (self, snapshot, &pane);
  for (EntMatrixPaneNumber i = ENT_MATRIX_PANE_CELLS; i <= ENT_MATRIX_PANE_COLUMNS; i++)
    if (ent_matrix_layout_get_pane (layout, i, &pane))
      {
        snapshot_column_headers (self, snapshot, &pane);
        snapshot_groups (self, snapshot, &pane);
      }
  snapshot_seams (self, snapshot);
  snapshot_corner (self, snapshot);
  snapshot_entry (self, snapshot);
  _ent_matrix_keep_tiles (self);
}

/* Takes over font, direction and colours after they changed. */
void
_ent_matrix_ensure_style (EntMatrix *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  PangoContext *context;

  if (!self->style_dirty)
    return;
  self->style_dirty = FALSE;
  self->cells_moved = TRUE;
  context = gtk_widget_create_pango_context (widget);
  ent_matrix_scene_set_font (&self->scene, context);
  g_object_unref (context);
  ent_matrix_layout_measure (&self->scene.layout, self->scene.model, self->scene.title,
                             self->scene.detail);
  self->scene.layout.rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;

  self->scene.palette = *ent_look_get (widget, self->high_contrast, &self->accent);
  _ent_matrix_forget_tiles (self, NULL);
}

static gboolean
on_flash_tick (GtkWidget     *widget,
               GdkFrameClock *clock,
               gpointer       data)
{
  EntMatrix *self = ENT_MATRIX (widget);
  gint64 end = self->flash_start + (gint64) (FLASH_SECONDS * G_USEC_PER_SEC);

  gtk_widget_queue_draw (widget);
  if (gdk_frame_clock_get_frame_time (clock) < end)
    return G_SOURCE_CONTINUE;
  self->flash_id = 0;
  return G_SOURCE_REMOVE;
}

/* Lets a cell light up and fade, where animations are wanted; the focus is there in any case. */
void
_ent_matrix_flash (EntMatrix *self,
                   int        row,
                   int        column)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean animated = FALSE;

  _ent_matrix_stop_flash (self);
  g_object_get (gtk_widget_get_settings (widget), "gtk-enable-animations", &animated, NULL);
  if (!animated || !gtk_widget_get_mapped (widget))
    return;
  self->flash_row = row;
  self->flash_column = column;
  self->flash_start = gdk_frame_clock_get_frame_time (gtk_widget_get_frame_clock (widget));
  self->flash_id = gtk_widget_add_tick_callback (widget, on_flash_tick, NULL, NULL);
}

void
_ent_matrix_stop_flash (EntMatrix *self)
{
  if (self->flash_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->flash_id);
  self->flash_id = 0;
}
