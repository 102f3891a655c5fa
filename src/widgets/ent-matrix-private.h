/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the matrix share. A row or column of ENT_MATRIX_HEADER stands for the headers,
 * a row equal to the number of rows for the empty row at the end. */
#pragma once

#include "render/ent-matrix-scene.h"
#include "widgets/ent-matrix.h"

G_BEGIN_DECLS

/* What a tile is a picture of. */
typedef enum {
  ENT_MATRIX_TILE_CELLS,
  ENT_MATRIX_TILE_ROW_HEADERS,
  ENT_MATRIX_TILE_COLUMN_HEADERS,
} EntMatrixTile;

struct _EntMatrix {
  GtkWidget        parent_instance;

  EntMatrixScene   scene;
  gboolean         style_dirty;
  gboolean         high_contrast;
  GdkRGBA          accent;
  char            *label;

  GtkAdjustment   *adjustments[2]; /* by GtkOrientation */
  guint            scroll_policy[2];
  gboolean         configuring;

  /* Focus and the other corner of the selection. */
  int              row;
  int              column;
  int              anchor_row;
  int              anchor_column;
  int              hover_row;
  int              hover_column;
  GString         *typed; /* what has been typed into the focus cell since it has the focus */
  gboolean         typing; /* the change on its way comes from there */

  /* Drawing. */
  GHashTable      *tiles; /* key of part, row and column → GskRenderNode */
  GHashTable      *next_tiles; /* those of the frame that is being drawn */
  int              flash_row;
  int              flash_column;
  gint64           flash_start;
  guint            flash_id;

  /* Accessible children, row headers and column headers among them. */
  GPtrArray       *cells;
  EntMatrixRange   cells_range;
  EntMatrixRange   cells_frozen;
  int              cells_scroll_x;
  int              cells_scroll_y;
  guint            cells_id;
  gboolean         cells_moved;

  /* A title that is being typed. */
  GtkWidget       *text;
  int              text_row;
  char            *text_before; /* the title being changed, NULL in the empty row */
  GtkWidget       *old_text; /* one that is about to go */
  guint            old_text_id;

  GtkWidget       *menu;
  guint            menu_id; /* frees the menu once it is closed; 0 for none */
};

/* ent-matrix-signals.c */
void           _ent_matrix_class_init_signals (void);
void           _ent_matrix_problem          (EntMatrix           *self,
                                             const char          *message);
gboolean       _ent_matrix_emit_open_cell   (EntMatrix           *self);

/* ent-matrix-focus.c */
gboolean       _ent_matrix_is_place         (EntMatrix           *self,
                                             int                  row,
                                             int                  column);
void           _ent_matrix_clamp_focus      (EntMatrix           *self);
gboolean       _ent_matrix_is_cell          (EntMatrix           *self,
                                             int                  row,
                                             int                  column);
void           _ent_matrix_move_focus       (EntMatrix           *self,
                                             int                  row,
                                             int                  column,
                                             gboolean             extend);
void           _ent_matrix_select_all       (EntMatrix           *self);
EntMatrixRange _ent_matrix_get_selection    (EntMatrix           *self);
void           _ent_matrix_activate_header  (EntMatrix           *self);
void           _ent_matrix_remove_rows      (EntMatrix           *self);
void           _ent_matrix_describe_focus   (EntMatrix           *self);

/* ent-matrix-scroll.c */
void           _ent_matrix_init_scrollable  (GtkScrollableInterface *iface);
void           _ent_matrix_set_adjustment   (EntMatrix           *self,
                                             GtkOrientation       orientation,
                                             GtkAdjustment       *adjustment);
void           _ent_matrix_scroll_to        (EntMatrix           *self,
                                             int                  row,
                                             int                  column);
void           _ent_matrix_measure          (GtkWidget           *widget,
                                             GtkOrientation       orientation,
                                             int                  for_size,
                                             int                 *minimum,
                                             int                 *natural,
                                             int                 *minimum_baseline,
                                             int                 *natural_baseline);
void           _ent_matrix_size_allocate    (GtkWidget           *widget,
                                             int                  width,
                                             int                  height,
                                             int                  baseline);

/* ent-matrix-snapshot.c */
void           _ent_matrix_ensure_style     (EntMatrix           *self);
void           _ent_matrix_snapshot         (GtkWidget           *widget,
                                             GtkSnapshot         *snapshot);
void           _ent_matrix_flash            (EntMatrix           *self,
                                             int                  row,
                                             int                  column);
void           _ent_matrix_stop_flash       (EntMatrix           *self);

/* ent-matrix-tiles.c */
void           _ent_matrix_add_tiles        (EntMatrix           *self,
                                             GtkSnapshot         *snapshot,
                                             EntMatrixTile        part,
                                             const EntMatrixPane *pane);
void           _ent_matrix_keep_tiles       (EntMatrix           *self);
void           _ent_matrix_forget_tiles     (EntMatrix           *self,
                                             const EntMatrixRange *range);

/* ent-matrix-children.c */
void           _ent_matrix_queue_cells      (EntMatrix           *self);
void           _ent_matrix_forget_cells     (EntMatrix           *self,
                                             const EntMatrixRange *range);
void           _ent_matrix_allocate_cells   (EntMatrix           *self);
void           _ent_matrix_remove_cells     (EntMatrix           *self);

/* ent-matrix-keys.c */
void           _ent_matrix_init_keys        (EntMatrix           *self);
void           _ent_matrix_class_init_keys  (GtkWidgetClass      *klass);

/* ent-matrix-pointer.c */
void           _ent_matrix_init_pointer     (EntMatrix           *self);
char          *_ent_matrix_dup_tooltip      (EntMatrix           *self,
                                             int                  x,
                                             int                  y,
                                             gboolean             keyboard,
                                             GdkRectangle        *area);
gboolean       _ent_matrix_query_tooltip    (GtkWidget           *widget,
                                             int                  x,
                                             int                  y,
                                             gboolean             keyboard,
                                             GtkTooltip          *tooltip);

/* ent-matrix-edit.c */
void           _ent_matrix_type             (EntMatrix           *self,
                                             gunichar             c);
void           _ent_matrix_forget_typed     (EntMatrix           *self);
void           _ent_matrix_fill             (EntMatrix           *self,
                                             const char          *text);

/* ent-matrix-clipboard.c */
char          *_ent_matrix_dup_copied_text  (EntMatrix           *self);
void           _ent_matrix_paste_text       (EntMatrix           *self,
                                             const char          *text);
void           _ent_matrix_copy             (EntMatrix           *self);
void           _ent_matrix_paste            (EntMatrix           *self);

/* ent-matrix-entry.c */
void           _ent_matrix_start_entry      (EntMatrix           *self,
                                             int                  row);
void           _ent_matrix_end_entry        (EntMatrix           *self,
                                             gboolean             commit);
void           _ent_matrix_check_entry      (EntMatrix           *self);
void           _ent_matrix_drop_old_text    (EntMatrix           *self);
EntMatrixRect  _ent_matrix_get_entry_rect   (EntMatrix           *self);
void           _ent_matrix_allocate_entry   (EntMatrix           *self);

/* ent-matrix-menu.c */
void           _ent_matrix_open_cell        (EntMatrix           *self);
void           _ent_matrix_open_menu        (EntMatrix           *self);
void           _ent_matrix_close_menu       (EntMatrix           *self);

G_END_DECLS
