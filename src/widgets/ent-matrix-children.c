/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The accessible children of the matrix: one for each cell and header that is seen.
 *
 * They are moved with what they stand for. Their names follow when nothing else is to be done, so that
 * scrolling does not wait for them, and they are used again for other cells. */
#include "config.h"

#include "widgets/ent-matrix-cell.h"
#include "widgets/ent-matrix-private.h"

/* Those who have children: the cells that scroll and are seen, and the rows and columns that are
 * frozen. */
typedef struct {
  EntMatrixRange seen;
  EntMatrixRange frozen;
} Extent;

static guint
count_rows (const Extent *extent)
{
  return extent->seen.n_rows + extent->frozen.n_rows;
}

static guint
count_columns (const Extent *extent)
{
  return extent->seen.n_columns + extent->frozen.n_columns;
}

/* Column headers come first, then each row: its header and its cells. */
static guint
count_children (const Extent *extent)
{
  return count_columns (extent) + count_rows (extent) * (count_columns (extent) + 1);
}

/* The row or column at a place in turn. Places go round: a row or column keeps its place while it is
 * in view, so that scrolling by one row gives new names to one row of children only. */
static int
in_turn (guint first,
         guint n,
         guint place)
{
  return (int) (first + (place + n - first % n) % n);
}

static int
row_at (const Extent *extent,
        guint         place)
{
  const EntMatrixRange *seen = &extent->seen;

  if (place < seen->n_rows)
    return in_turn (seen->first_row, seen->n_rows, place);
  return (int) (extent->frozen.first_row + place - seen->n_rows);
}

static int
column_at (const Extent *extent,
           guint         place)
{
  const EntMatrixRange *seen = &extent->seen;

  if (place < seen->n_columns)
    return in_turn (seen->first_column, seen->n_columns, place);
  return (int) (extent->frozen.first_column + place - seen->n_columns);
}

/* Which cell the child at an index stands for. */
static void
place_of_child (const Extent *extent,
                guint         index,
                int          *row,
                int          *column)
{
  guint n_columns = count_columns (extent);
  guint across;

  *row = *column = ENT_MATRIX_HEADER;
  if (index < n_columns)
    {
      *column = column_at (extent, index);
      return;
    }
  index -= n_columns;
  across = index % (n_columns + 1);
  *row = row_at (extent, index / (n_columns + 1));
  if (across > 0)
    *column = column_at (extent, across - 1);
}

static GtkAccessibleRole
role_of_child (const Extent *extent,
               guint         index)
{
  guint n_columns = count_columns (extent);

  if (index < n_columns)
    return GTK_ACCESSIBLE_ROLE_COLUMN_HEADER;
  if ((index - n_columns) % (n_columns + 1) == 0)
    return GTK_ACCESSIBLE_ROLE_ROW_HEADER;
  return GTK_ACCESSIBLE_ROLE_GRID_CELL;
}

static char *
describe (EntMatrix *self,
          int        row,
          int        column)
{
  if (row == ENT_MATRIX_HEADER)
    return ent_matrix_model_dup_column_description (self->scene.model, (guint) column);
  if (column == ENT_MATRIX_HEADER)
    return ent_matrix_model_dup_row_description (self->scene.model, (guint) row);
  return ent_matrix_model_dup_cell_description (self->scene.model, (guint) row, (guint) column);
}

static gboolean
is_selected (EntMatrix            *self,
             const EntMatrixRange *selection,
             int                   row,
             int                   column)
{
  if (row == self->row && column == self->column)
    return TRUE;
  return row >= (int) selection->first_row && column >= (int) selection->first_column &&
         row < (int) (selection->first_row + selection->n_rows) &&
         column < (int) (selection->first_column + selection->n_columns);
}

static gboolean
same_place (const EntMatrixRange *a,
            const EntMatrixRange *b)
{
  return a->first_row == b->first_row && a->first_column == b->first_column;
}

static gboolean
same_number (const EntMatrixRange *a,
             const EntMatrixRange *b)
{
  return a->n_rows == b->n_rows && a->n_columns == b->n_columns;
}

/* Whether there are as many children, in as many rows, as before. */
static gboolean
has_same_number (EntMatrix    *self,
                 const Extent *extent)
{
  return same_number (&extent->seen, &self->cells_range) &&
         same_number (&extent->frozen, &self->cells_frozen);
}

static gboolean
is_same (EntMatrix    *self,
         const Extent *extent)
{
  return has_same_number (self, extent) && same_place (&extent->seen, &self->cells_range) &&
         same_place (&extent->frozen, &self->cells_frozen);
}

static void
keep_extent (EntMatrix    *self,
             const Extent *extent)
{
  self->cells_range = extent->seen;
  self->cells_frozen = extent->frozen;
}

/* The number of children changes with the size of the window only; then all are made anew. */
static void
make_cells (EntMatrix    *self,
            const Extent *extent)
{
  _ent_matrix_remove_cells (self);
  for (guint i = 0; i < count_children (extent); i++)
    {
      GtkWidget *cell = ent_matrix_cell_new (role_of_child (extent, i));

      gtk_widget_set_parent (cell, GTK_WIDGET (self));
      g_ptr_array_add (self->cells, cell);
    }
  keep_extent (self, extent);
  self->cells_moved = TRUE;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* Partly seen rows come and go with every few pixels; one more row and column than fit are counted as
 * seen where there are any, so that the number of children stays the same. */
static Extent
get_extent (EntMatrix *self)
{
  const EntMatrixLayout *layout = &self->scene.layout;
  guint n_rows = layout->n_rows - layout->n_frozen_rows;
  guint n_columns = layout->n_columns - layout->n_frozen_columns;
  EntMatrixPane pane;
  Extent extent;

  ent_matrix_layout_get_pane (layout, ENT_MATRIX_PANE_CELLS, &pane);
  extent.seen.n_rows = MIN ((guint) pane.rect.height / (guint) layout->row_height + 2, n_rows);
  extent.seen.n_columns =
    MIN ((guint) pane.rect.width / (guint) layout->column_width + 2, n_columns);
  extent.seen.first_row = MIN (pane.seen.first_row, n_rows - extent.seen.n_rows);
  extent.seen.first_column = MIN (pane.seen.first_column, n_columns - extent.seen.n_columns);
  extent.frozen = (EntMatrixRange) {
    n_rows, layout->n_frozen_rows, n_columns, layout->n_frozen_columns,
  };
  return extent;
}

static gboolean
update_cells (gpointer data)
{
  EntMatrix *self = data;
  EntMatrixRange selection = _ent_matrix_get_selection (self);
  Extent extent;

  self->cells_id = 0;
  if (self->scene.model == NULL || self->scene.layout.row_height == 0)
    return G_SOURCE_REMOVE;
  extent = get_extent (self);
  if (!has_same_number (self, &extent))
    make_cells (self, &extent);
  for (guint i = 0; i < self->cells->len; i++)
    {
      EntMatrixCell *cell = self->cells->pdata[i];
      int row, column;

      place_of_child (&extent, i, &row, &column);
      ent_matrix_cell_place (cell, row, column);
      if (ent_matrix_cell_get_label (cell) == NULL)
        {
          g_autofree char *label = describe (self, row, column);

          ent_matrix_cell_set_label (cell, label);
        }
      ent_matrix_cell_set_selected (cell, is_selected (self, &selection, row, column));
    }
  return G_SOURCE_REMOVE;
}

/* Has the children follow what is seen now. */
void
_ent_matrix_queue_cells (EntMatrix *self)
{
  if (self->cells_id == 0)
    self->cells_id = g_idle_add (update_cells, self);
}

/* Has the names of children asked for again; NULL stands for all. Headers of a changed row or column
 * are among them. */
void
_ent_matrix_forget_cells (EntMatrix            *self,
                          const EntMatrixRange *range)
{
  for (guint i = 0; i < self->cells->len; i++)
    {
      EntMatrixCell *cell = self->cells->pdata[i];
      int row, column;

      ent_matrix_cell_get_place (cell, &row, &column);
      if (range == NULL ||
          ((row < 0 || (guint) row - range->first_row < range->n_rows) &&
           (column < 0 || (guint) column - range->first_column < range->n_columns)))
        ent_matrix_cell_set_label (cell, NULL);
    }
  _ent_matrix_queue_cells (self);
}

static void
allocate_cell (EntMatrix    *self,
               const Extent *extent,
               guint         index)
{
  GtkAllocation allocation;
  EntMatrixRect rect;
  int row, column;

  place_of_child (extent, index, &row, &column);
  rect = ent_matrix_layout_get_rect (&self->scene.layout, row, column);
  allocation = (GtkAllocation) {
    (int) rect.x, (int) rect.y, (int) rect.width, (int) rect.height
  };
  gtk_widget_size_allocate (self->cells->pdata[index], &allocation, -1);
}

/* Puts the children over what they stand for, in the frame that shows it: moving them afterwards would
 * have everything drawn once more. */
void
_ent_matrix_allocate_cells (EntMatrix *self)
{
  const EntMatrixLayout *layout = &self->scene.layout;
  Extent extent;

  if (self->scene.model == NULL || layout->row_height == 0)
    return;
  extent = get_extent (self);
  if (!self->cells_moved && is_same (self, &extent) && layout->scroll_x == self->cells_scroll_x &&
      layout->scroll_y == self->cells_scroll_y)
    return;
  _ent_matrix_queue_cells (self);
  if (!has_same_number (self, &extent))
    return;

  keep_extent (self, &extent);
  self->cells_moved = FALSE;
  self->cells_scroll_x = layout->scroll_x;
  self->cells_scroll_y = layout->scroll_y;
  for (guint i = 0; i < self->cells->len; i++)
    allocate_cell (self, &extent, i);
}

void
_ent_matrix_remove_cells (EntMatrix *self)
{
  for (guint i = 0; i < self->cells->len; i++)
    gtk_widget_unparent (self->cells->pdata[i]);
  g_ptr_array_set_size (self->cells, 0);
  self->cells_range = self->cells_frozen = (EntMatrixRange) { 0, 0, 0, 0 };
  g_clear_handle_id (&self->cells_id, g_source_remove);
}
