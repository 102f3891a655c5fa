/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drawing of the matrix.
 *
 * Cells and headers are drawn in tiles of a few rows and columns, each one cairo node that is kept as
 * long as it is seen and nothing in it changes. Scrolling moves tiles, an edit draws one anew, and
 * moving the focus draws none: focus, selection and hover lie over them. */
#include "config.h"

#include "widgets/ent-matrix-private.h"

#include <math.h>

#define TILE_ROWS 8
#define TILE_COLUMNS 8
#define FLASH_SECONDS 1.4

typedef enum {
  TILE_CELLS,
  TILE_ROW_HEADERS,
  TILE_COLUMN_HEADERS,
} TilePart;

typedef void (*DrawTile) (const EntMatrixScene *scene,
                          cairo_t              *cr,
                          const EntMatrixRange *range);

static const DrawTile draw_tile[] = {
  [TILE_CELLS] = ent_matrix_scene_draw_cells,
  [TILE_ROW_HEADERS] = ent_matrix_scene_draw_row_headers,
  [TILE_COLUMN_HEADERS] = ent_matrix_scene_draw_column_headers,
};

static gpointer
tile_key (TilePart part,
          guint    tile_row,
          guint    tile_column)
{
  return GUINT_TO_POINTER (part | (tile_column & 0x3ff) << 2 | tile_row << 12);
}

static EntMatrixRange
tile_range (const EntMatrixLayout *layout,
            guint                  tile_row,
            guint                  tile_column)
{
  guint row = tile_row * TILE_ROWS;
  guint column = tile_column * TILE_COLUMNS;

  return (EntMatrixRange) {
    row, MIN (TILE_ROWS, layout->n_rows - row),
    column, MIN (TILE_COLUMNS, layout->n_columns - column),
  };
}

/* The place of a tile when nothing is scrolled. */
static EntMatrixRect
tile_rect (const EntMatrixLayout *layout,
           TilePart               part,
           const EntMatrixRange  *range)
{
  EntMatrixLayout still = *layout;
  EntMatrixRect rect;

  still.scroll_x = still.scroll_y = 0;
  rect = ent_matrix_layout_get_range_rect (&still, range);
  if (part == TILE_ROW_HEADERS)
    {
      rect.x = layout->rtl ? layout->width - layout->header_width : 0;
      rect.width = layout->header_width;
    }
  else if (part == TILE_COLUMN_HEADERS)
    {
      rect.y = layout->band_height;
      rect.height = layout->header_height - layout->band_height;
    }
  return rect;
}

static GskRenderNode *
record_tile (EntMatrix            *self,
             TilePart              part,
             const EntMatrixRange *range,
             const EntMatrixRect  *rect)
{
  GskRenderNode *node =
    gsk_cairo_node_new (&GRAPHENE_RECT_INIT (0, 0, (float) rect->width, (float) rect->height));
  cairo_t *cr = gsk_cairo_node_get_draw_context (node);

  cairo_translate (cr, -rect->x, -rect->y);
  draw_tile[part] (&self->scene, cr, range);
  cairo_destroy (cr);
  return node;
}

/* Adds one tile and moves it over to @kept. */
static void
add_tile (EntMatrix   *self,
          GtkSnapshot *snapshot,
          GHashTable  *kept,
          TilePart     part,
          guint        tile_row,
          guint        tile_column)
{
  const EntMatrixLayout *layout = &self->scene.layout;
  EntMatrixRange range = tile_range (layout, tile_row, tile_column);
  EntMatrixRect rect = tile_rect (layout, part, &range);
  gpointer key = tile_key (part, tile_row, tile_column);
  gpointer node = NULL;

  if (!g_hash_table_steal_extended (self->tiles, key, NULL, &node))
    node = record_tile (self, part, &range, &rect);
  g_hash_table_insert (kept, key, node);

  if (part != TILE_ROW_HEADERS)
    rect.x += layout->rtl ? layout->scroll_x : -layout->scroll_x;
  if (part != TILE_COLUMN_HEADERS)
    rect.y -= layout->scroll_y;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) rect.x, (float) rect.y));
  gtk_snapshot_append_node (snapshot, node);
  gtk_snapshot_restore (snapshot);
}

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
add_flash (EntMatrix   *self,
           GtkSnapshot *snapshot)
{
  EntMatrixRect rect;
  double seconds, alpha;

  if (self->flash_id == 0)
    return;
  seconds = (double) (gdk_frame_clock_get_frame_time (
                        gtk_widget_get_frame_clock (GTK_WIDGET (self))) -
                      self->flash_start) / G_USEC_PER_SEC;
  alpha = CLAMP (1.0 - seconds / FLASH_SECONDS, 0.0, 1.0);
  rect = ent_matrix_layout_get_rect (&self->scene.layout, self->flash_row, self->flash_column);
  add_color (snapshot, &self->accent, alpha * 0.45, &rect);
}

static void
snapshot_cells (EntMatrix            *self,
                GtkSnapshot          *snapshot,
                GHashTable           *kept,
                const EntMatrixRange *seen)
{
  const EntMatrixLayout *layout = &self->scene.layout;
  EntMatrixRect body = ent_matrix_layout_get_body (layout);
  EntMatrixRange selection = _ent_matrix_get_selection (self);
  EntMatrixRect rect;

  push_clip (snapshot, &body);
  if (seen->n_rows > 0 && seen->n_columns > 0)
    for (guint i = seen->first_row / TILE_ROWS;
         i <= (seen->first_row + seen->n_rows - 1) / TILE_ROWS; i++)
      for (guint j = seen->first_column / TILE_COLUMNS;
           j <= (seen->first_column + seen->n_columns - 1) / TILE_COLUMNS; j++)
        add_tile (self, snapshot, kept, TILE_CELLS, i, j);

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
    add_flash (self, snapshot);
  gtk_snapshot_pop (snapshot);
}

/* The header of a row or column in which the focus or the pointer is. */
static void
add_header_shade (EntMatrix   *self,
                  GtkSnapshot *snapshot,
                  int          row,
                  int          column,
                  double       alpha)
{
  EntMatrixRect rect = ent_matrix_layout_get_rect (&self->scene.layout, row, column);

  add_color (snapshot, &self->accent, alpha, &rect);
}

static void
snapshot_row_headers (EntMatrix            *self,
                      GtkSnapshot          *snapshot,
                      GHashTable           *kept,
                      const EntMatrixRange *seen)
{
  const EntMatrixLayout *layout = &self->scene.layout;
  EntMatrixRect clip = ent_matrix_layout_get_body (layout);

  clip.x = layout->rtl ? layout->width - layout->header_width : 0;
  clip.width = layout->header_width;
  push_clip (snapshot, &clip);
  if (seen->n_rows > 0)
    for (guint i = seen->first_row / TILE_ROWS;
         i <= (seen->first_row + seen->n_rows - 1) / TILE_ROWS; i++)
      add_tile (self, snapshot, kept, TILE_ROW_HEADERS, i, 0);
  if (_ent_matrix_is_cell (self, self->hover_row, 0) && self->hover_row != self->row)
    add_header_shade (self, snapshot, self->hover_row, ENT_MATRIX_HEADER, 0.08);
  if (self->row >= 0 && self->row < (int) layout->n_rows)
    {
      EntMatrixRect rect = ent_matrix_layout_get_rect (layout, self->row, ENT_MATRIX_HEADER);

      add_header_shade (self, snapshot, self->row, ENT_MATRIX_HEADER, 0.14);
      if (self->column == ENT_MATRIX_HEADER && self->text == NULL)
        add_focus (self, snapshot, &rect);
      if (self->flash_row >= 0 && self->flash_column == ENT_MATRIX_HEADER)
        add_flash (self, snapshot);
    }
  gtk_snapshot_pop (snapshot);
}

static void
snapshot_column_headers (EntMatrix            *self,
                         GtkSnapshot          *snapshot,
                         GHashTable           *kept,
                         const EntMatrixRange *seen)
{
  const EntMatrixLayout *layout = &self->scene.layout;
  EntMatrixRect clip = ent_matrix_layout_get_body (layout);

  clip.y = 0;
  clip.height = layout->header_height;
  push_clip (snapshot, &clip);
  if (seen->n_columns > 0)
    for (guint j = seen->first_column / TILE_COLUMNS;
         j <= (seen->first_column + seen->n_columns - 1) / TILE_COLUMNS; j++)
      {
        /* Headers are drawn though there may be no row. */
        add_tile (self, snapshot, kept, TILE_COLUMN_HEADERS, 0, j);
      }
  if (self->hover_column >= 0 && self->hover_column < (int) layout->n_columns &&
      self->hover_column != self->column)
    add_header_shade (self, snapshot, ENT_MATRIX_HEADER, self->hover_column, 0.08);
  if (self->column >= 0 && self->column < (int) layout->n_columns)
    {
      EntMatrixRect rect = ent_matrix_layout_get_rect (layout, ENT_MATRIX_HEADER, self->column);

      add_header_shade (self, snapshot, ENT_MATRIX_HEADER, self->column, 0.14);
      if (self->row == ENT_MATRIX_HEADER)
        add_focus (self, snapshot, &rect);
      if (self->flash_row == ENT_MATRIX_HEADER && self->flash_column >= 0)
        add_flash (self, snapshot);
    }
  gtk_snapshot_pop (snapshot);
}

/* The band above the column headers: names of groups stay in view while their columns scroll by. */
static void
snapshot_groups (EntMatrix            *self,
                 GtkSnapshot          *snapshot,
                 const EntMatrixRange *seen)
{
  const EntMatrixLayout *layout = &self->scene.layout;
  EntMatrixRect band = { 0, 0, layout->width, layout->band_height };
  guint end = seen->first_column + seen->n_columns;
  cairo_t *cr;

  if (layout->band_height == 0 || seen->n_columns == 0)
    return;
  cr = begin_cairo (snapshot, &band);
  for (guint first = seen->first_column, next; first < end; first = next)
    {
      guint group = ent_matrix_model_get_column_group (self->scene.model, first);
      EntMatrixRect rect;

      for (next = first + 1; next < end; next++)
        if (ent_matrix_model_get_column_group (self->scene.model, next) != group)
          break;
      rect = ent_matrix_layout_get_group_rect (layout, first, next - first);
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
  EntMatrixRect clip = { 0, layout->header_height, layout->width,
                         MAX (layout->height - layout->header_height, 0) };
  EntMatrixRect rect;
  GdkRGBA ground = to_rgba (&self->scene.palette.ground);

  if (self->text == NULL)
    return;
  rect = _ent_matrix_get_entry_rect (self);
  push_clip (snapshot, &clip);
  add_color (snapshot, &ground, 1.0, &rect);
  add_frame (snapshot, &self->accent, 1.0, &rect, 2.0f);
  gtk_widget_snapshot_child (GTK_WIDGET (self), self->text, snapshot);
  gtk_snapshot_pop (snapshot);
}

void
_ent_matrix_snapshot (GtkWidget   *widget,
                      GtkSnapshot *snapshot)
{
  EntMatrix *self = ENT_MATRIX (widget);
  const EntMatrixLayout *layout = &self->scene.layout;
  g_autoptr(GHashTable) kept = NULL;
  EntMatrixRange seen;
  EntMatrixRect corner;
  cairo_t *cr;

  if (self->scene.model == NULL || self->scene.pen == NULL || layout->width == 0)
    return;
  kept = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) gsk_render_node_unref);
  seen = ent_matrix_layout_get_visible (layout);
  snapshot_cells (self, snapshot, kept, &seen);
  snapshot_append (self, snapshot);
  snapshot_row_headers (self, snapshot, kept, &seen);
  snapshot_column_headers (self, snapshot, kept, &seen);
  snapshot_groups (self, snapshot, &seen);
  corner = ent_matrix_layout_get_rect (layout, ENT_MATRIX_HEADER, ENT_MATRIX_HEADER);
  cr = begin_cairo (snapshot, &corner);
  ent_matrix_scene_draw_corner (&self->scene, cr);
  cairo_destroy (cr);
  snapshot_entry (self, snapshot);

  /* Tiles that were not seen this time are let go. */
  g_hash_table_unref (self->tiles);
  self->tiles = g_steal_pointer (&kept);
}

static gboolean
tile_touches (gpointer key,
              gpointer value,
              gpointer data)
{
  const EntMatrixRange *range = data;
  guint bits = GPOINTER_TO_UINT (key);
  TilePart part = bits & 3;
  guint row = (bits >> 12) * TILE_ROWS;
  guint column = (bits >> 2 & 0x3ff) * TILE_COLUMNS;
  gboolean rows = row < range->first_row + range->n_rows && range->first_row < row + TILE_ROWS;
  gboolean columns = column < range->first_column + range->n_columns &&
                     range->first_column < column + TILE_COLUMNS;

  return (part == TILE_COLUMN_HEADERS || rows) && (part == TILE_ROW_HEADERS || columns);
}

/* Has the tiles that touch a block drawn anew; NULL stands for all. */
void
_ent_matrix_forget_tiles (EntMatrix            *self,
                          const EntMatrixRange *range)
{
  if (range == NULL)
    g_hash_table_remove_all (self->tiles);
  else
    g_hash_table_foreach_remove (self->tiles, tile_touches, (gpointer) range);
}

static EntMatrixLook
choose_look (EntMatrix     *self,
             const GdkRGBA *text)
{
  /* Light text stands on a dark ground. */
  gboolean dark = text->red + text->green + text->blue > 1.5f;

  if (self->high_contrast)
    return dark ? ENT_MATRIX_LOOK_DARK_CONTRAST : ENT_MATRIX_LOOK_LIGHT_CONTRAST;
  return dark ? ENT_MATRIX_LOOK_DARK : ENT_MATRIX_LOOK_LIGHT;
}

/* Takes over font, direction and colours after they changed. */
void
_ent_matrix_ensure_style (EntMatrix *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkStyleContext *style = gtk_widget_get_style_context (widget);
  PangoContext *context;
  GdkRGBA text;

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

  gtk_style_context_get_color (style, &text);
  self->scene.palette = *ent_matrix_palette_get (choose_look (self, &text));
  if (self->high_contrast)
    self->accent = to_rgba (&self->scene.palette.text);
  else if (!gtk_style_context_lookup_color (style, "accent_color", &self->accent) &&
           !gtk_style_context_lookup_color (style, "theme_selected_bg_color", &self->accent))
    self->accent = to_rgba (&self->scene.palette.tones[ENT_MATRIX_TONE_STRONG].ground);
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
