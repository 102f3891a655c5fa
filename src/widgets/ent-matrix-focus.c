/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The focus cell of the matrix and the block selected with it. */
#include "config.h"

#include "widgets/ent-matrix-private.h"

/* Whether the focus can be there: a cell, a header, or the empty row at the end. */
gboolean
_ent_matrix_is_place (EntMatrix *self,
                      int        row,
                      int        column)
{
  const EntMatrixLayout *layout = &self->scene.layout;
  int n_rows = (int) layout->n_rows + (layout->has_append ? 1 : 0);

  return row >= ENT_MATRIX_HEADER && row < n_rows && column >= ENT_MATRIX_HEADER &&
         column < (int) layout->n_columns &&
         (row != ENT_MATRIX_HEADER || column != ENT_MATRIX_HEADER);
}

/* Keeps the focus where it was, or as near to it as rows and columns still go: on a cell or a
 * header, or on the empty row at the end while that is typed in or there is nothing else. */
void
_ent_matrix_clamp_focus (EntMatrix *self)
{
  const EntMatrixLayout *layout = &self->scene.layout;
  int last_row = (int) layout->n_rows - 1;
  int last_column = (int) layout->n_columns - 1;

  self->anchor_row = CLAMP (self->anchor_row, ENT_MATRIX_HEADER, last_row);
  self->anchor_column = CLAMP (self->anchor_column, ENT_MATRIX_HEADER, last_column);
  self->column = CLAMP (self->column, ENT_MATRIX_HEADER, last_column);
  if (self->text == NULL || self->text_before != NULL)
    self->row = CLAMP (self->row, ENT_MATRIX_HEADER, last_row);
  if (self->row == ENT_MATRIX_HEADER && self->column == ENT_MATRIX_HEADER &&
      (layout->n_rows > 0 || layout->has_append))
    self->row = 0;
}

gboolean
_ent_matrix_is_cell (EntMatrix *self,
                     int        row,
                     int        column)
{
  return row >= 0 && row < (int) self->scene.layout.n_rows && column >= 0 &&
         column < (int) self->scene.layout.n_columns;
}

/* The selected block; without cells while a header has the focus. */
EntMatrixRange
_ent_matrix_get_selection (EntMatrix *self)
{
  int row = _ent_matrix_is_cell (self, self->anchor_row, 0) ? self->anchor_row : self->row;
  int column = _ent_matrix_is_cell (self, 0, self->anchor_column) ? self->anchor_column
                                                                   : self->column;

  if (!_ent_matrix_is_cell (self, self->row, self->column))
    return (EntMatrixRange) { 0, 0, 0, 0 };
  return (EntMatrixRange) {
    (guint) MIN (row, self->row),
    (guint) ABS (row - self->row) + 1,
    (guint) MIN (column, self->column),
    (guint) ABS (column - self->column) + 1,
  };
}

/* Says of the focus what a screen reader should say: the change of the description reaches it. */
void
_ent_matrix_describe_focus (EntMatrix *self)
{
  g_autofree char *text = NULL;

  if (self->scene.model == NULL)
    return;
  if (_ent_matrix_is_cell (self, self->row, self->column))
    text = ent_matrix_model_dup_cell_description (self->scene.model, (guint) self->row,
                                                  (guint) self->column);
  else if (self->row >= 0 && self->row < (int) self->scene.layout.n_rows)
    text = ent_matrix_model_dup_row_description (self->scene.model, (guint) self->row);
  else if (self->column >= 0)
    text = ent_matrix_model_dup_column_description (self->scene.model, (guint) self->column);
  else
    text = ent_matrix_model_dup_append_prompt (self->scene.model);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  text != NULL ? text : "", -1);
}

/* Moves the focus cell and brings it into view. */
void
_ent_matrix_move_focus (EntMatrix *self,
                        int        row,
                        int        column,
                        gboolean   extend)
{
  gboolean cell = _ent_matrix_is_cell (self, row, column);

  if (!_ent_matrix_is_place (self, row, column))
    return;
  _ent_matrix_forget_typed (self);
  if (row == (int) self->scene.layout.n_rows)
    {
      _ent_matrix_start_entry (self, row);
      return;
    }
  if (!extend || !cell)
    {
      self->anchor_row = row;
      self->anchor_column = column;
    }
  self->row = row;
  self->column = column;
  _ent_matrix_scroll_to (self, row, column);
  _ent_matrix_describe_focus (self);
  _ent_matrix_queue_cells (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit_by_name (self, "focus-moved", row, column);
}

/* Selects every cell, without scrolling. */
void
_ent_matrix_select_all (EntMatrix *self)
{
  self->row = self->column = 0;
  self->anchor_row = (int) self->scene.layout.n_rows - 1;
  self->anchor_column = (int) self->scene.layout.n_columns - 1;
  _ent_matrix_describe_focus (self);
  _ent_matrix_queue_cells (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
_ent_matrix_activate_header (EntMatrix *self)
{
  if (self->column == ENT_MATRIX_HEADER && self->row >= 0 &&
      self->row < (int) self->scene.layout.n_rows)
    g_signal_emit_by_name (self, "row-activated", (guint) self->row);
  else if (self->row == ENT_MATRIX_HEADER && self->column >= 0)
    g_signal_emit_by_name (self, "column-activated", (guint) self->column);
}

void
_ent_matrix_remove_rows (EntMatrix *self)
{
  if (self->column == ENT_MATRIX_HEADER && self->row >= 0 &&
      self->row < (int) self->scene.layout.n_rows &&
      ent_matrix_model_can_edit (self->scene.model))
    g_signal_emit_by_name (self, "remove-rows", (guint) self->row, 1U);
}
