/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cells and headers of the matrix as pictures of a few rows and columns, each one cairo node that is
 * kept as long as it is seen and nothing in it changes. */
#include "config.h"

#include "widgets/ent-matrix-private.h"

#define TILE_ROWS 8
#define TILE_COLUMNS 8

typedef void (*DrawTile) (const EntMatrixScene *scene,
                          cairo_t              *cr,
                          const EntMatrixRange *range);

static const DrawTile draw_tile[] = {
  [ENT_MATRIX_TILE_CELLS] = ent_matrix_scene_draw_cells,
  [ENT_MATRIX_TILE_ROW_HEADERS] = ent_matrix_scene_draw_row_headers,
  [ENT_MATRIX_TILE_COLUMN_HEADERS] = ent_matrix_scene_draw_column_headers,
};

static gpointer
tile_key (EntMatrixTile part,
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
           EntMatrixTile               part,
           const EntMatrixRange  *range)
{
  EntMatrixLayout still = ent_matrix_layout_at (layout, 0, 0);
  EntMatrixRect rect;

  rect = ent_matrix_layout_get_range_rect (&still, range);
  if (part == ENT_MATRIX_TILE_ROW_HEADERS)
    {
      rect.x = layout->rtl ? layout->width - layout->header_width : 0;
      rect.width = layout->header_width;
    }
  else if (part == ENT_MATRIX_TILE_COLUMN_HEADERS)
    {
      rect.y = layout->band_height;
      rect.height = layout->header_height - layout->band_height;
    }
  return rect;
}

static GskRenderNode *
record_tile (EntMatrix            *self,
             EntMatrixTile              part,
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

/* The picture of a tile: the one of this or the last frame, or a new one. */
static GskRenderNode *
get_node (EntMatrix            *self,
          EntMatrixTile         part,
          gpointer              key,
          const EntMatrixRange *range,
          const EntMatrixRect  *rect)
{
  gpointer node = g_hash_table_lookup (self->next_tiles, key);

  if (node != NULL)
    return node;
  if (!g_hash_table_steal_extended (self->tiles, key, NULL, &node))
    node = record_tile (self, part, range, rect);
  g_hash_table_insert (self->next_tiles, key, node);
  return node;
}

static void
add_tile (EntMatrix           *self,
          GtkSnapshot         *snapshot,
          EntMatrixTile        part,
          const EntMatrixPane *pane,
          guint                tile_row,
          guint                tile_column)
{
  const EntMatrixLayout *layout = &pane->layout;
  EntMatrixRange range = tile_range (layout, tile_row, tile_column);
  EntMatrixRect rect = tile_rect (layout, part, &range);
  gpointer key = tile_key (part, tile_row, tile_column);
  GskRenderNode *node = get_node (self, part, key, &range, &rect);

  if (part != ENT_MATRIX_TILE_ROW_HEADERS)
    rect.x += layout->rtl ? layout->scroll_x : -layout->scroll_x;
  if (part != ENT_MATRIX_TILE_COLUMN_HEADERS)
    rect.y -= layout->scroll_y;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) rect.x, (float) rect.y));
  gtk_snapshot_append_node (snapshot, node);
  gtk_snapshot_restore (snapshot);
}

/* Adds the tiles of which something is seen in a pane. One that reaches from one pane into another
 * is drawn once and shown in both. */
void
_ent_matrix_add_tiles (EntMatrix           *self,
                       GtkSnapshot         *snapshot,
                       EntMatrixTile        part,
                       const EntMatrixPane *pane)
{
  const EntMatrixRange *seen = &pane->seen;
  guint row = seen->first_row / TILE_ROWS;
  guint column = seen->first_column / TILE_COLUMNS;
  guint row_end = (seen->first_row + seen->n_rows + TILE_ROWS - 1) / TILE_ROWS;
  guint column_end = (seen->first_column + seen->n_columns + TILE_COLUMNS - 1) / TILE_COLUMNS;

  if ((part != ENT_MATRIX_TILE_COLUMN_HEADERS && seen->n_rows == 0) ||
      (part != ENT_MATRIX_TILE_ROW_HEADERS && seen->n_columns == 0))
    return;
  /* Headers are drawn though there may be no row. */
  if (part == ENT_MATRIX_TILE_COLUMN_HEADERS)
    row = 0, row_end = 1;
  if (part == ENT_MATRIX_TILE_ROW_HEADERS)
    column = 0, column_end = 1;
  for (guint i = row; i < row_end; i++)
    for (guint j = column; j < column_end; j++)
      add_tile (self, snapshot, part, pane, i, j);
}

/* After a frame: tiles that were not seen in it are let go. */
void
_ent_matrix_keep_tiles (EntMatrix *self)
{
  GHashTable *tiles = self->tiles;

  g_hash_table_remove_all (tiles);
  self->tiles = self->next_tiles;
  self->next_tiles = tiles;
}

static gboolean
tile_touches (gpointer key,
              gpointer value,
              gpointer data)
{
  const EntMatrixRange *range = data;
  guint bits = GPOINTER_TO_UINT (key);
  EntMatrixTile part = bits & 3;
  guint row = (bits >> 12) * TILE_ROWS;
  guint column = (bits >> 2 & 0x3ff) * TILE_COLUMNS;
  gboolean rows = row < range->first_row + range->n_rows && range->first_row < row + TILE_ROWS;
  gboolean columns = column < range->first_column + range->n_columns &&
                     range->first_column < column + TILE_COLUMNS;

  return (part == ENT_MATRIX_TILE_COLUMN_HEADERS || rows) && (part == ENT_MATRIX_TILE_ROW_HEADERS || columns);
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
