/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a screen reader finds where a matrix has drawn a cell or a header.
 *
 * Before GTK 4.10 a widget cannot describe what it draws, so each visible cell has a child that
 * draws nothing, takes no events and no focus, and carries role, name and place. */
#include "config.h"

#include "widgets/ent-matrix-cell.h"

struct _EntMatrixCell {
  GtkWidget parent_instance;
  char     *label;
  int       row;
  int       column;
  gboolean  selected;
};

G_DEFINE_TYPE (EntMatrixCell, ent_matrix_cell, GTK_TYPE_WIDGET)

static void
ent_matrix_cell_finalize (GObject *object)
{
  g_clear_pointer (&ENT_MATRIX_CELL (object)->label, g_free);
  G_OBJECT_CLASS (ent_matrix_cell_parent_class)->finalize (object);
}

static void
ent_matrix_cell_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  /* The matrix has drawn it. */
}

static void
ent_matrix_cell_class_init (EntMatrixCellClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ent_matrix_cell_finalize;
  GTK_WIDGET_CLASS (klass)->snapshot = ent_matrix_cell_snapshot;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "matrixcell");
}

static void
ent_matrix_cell_init (EntMatrixCell *self)
{
  self->row = self->column = G_MININT;
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

/**
 * ent_matrix_cell_new:
 * @role: what it is; a role cannot change later
 *
 * Returns: (transfer floating): a cell without place and name
 */
GtkWidget *
ent_matrix_cell_new (GtkAccessibleRole role)
{
  return g_object_new (ENT_TYPE_MATRIX_CELL, "accessible-role", role, NULL);
}

/**
 * ent_matrix_cell_place:
 * @self: a cell
 * @row: its row
 * @column: its column
 *
 * Makes it stand for another cell. Its name is forgotten.
 */
void
ent_matrix_cell_place (EntMatrixCell *self,
                       int            row,
                       int            column)
{
  g_return_if_fail (ENT_IS_MATRIX_CELL (self));

  if (self->row == row && self->column == column)
    return;
  self->row = row;
  self->column = column;
  g_clear_pointer (&self->label, g_free);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_RELATION_ROW_INDEX, row + 2,
                                  GTK_ACCESSIBLE_RELATION_COL_INDEX, column + 2,
                                  -1);
}

/**
 * ent_matrix_cell_get_place:
 * @self: a cell
 * @row: (out): its row
 * @column: (out): its column
 *
 * Tells which cell it stands for.
 */
void
ent_matrix_cell_get_place (EntMatrixCell *self,
                           int           *row,
                           int           *column)
{
  g_return_if_fail (ENT_IS_MATRIX_CELL (self));

  *row = self->row;
  *column = self->column;
}

/**
 * ent_matrix_cell_set_label:
 * @self: a cell
 * @label: (nullable): what a screen reader says of it; %NULL to have it asked for again
 *
 * Names it.
 */
void
ent_matrix_cell_set_label (EntMatrixCell *self,
                           const char    *label)
{
  g_return_if_fail (ENT_IS_MATRIX_CELL (self));

  if (g_strcmp0 (self->label, label) == 0)
    return;
  g_free (self->label);
  self->label = g_strdup (label);
  if (label != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                    -1);
}

/**
 * ent_matrix_cell_get_label:
 * @self: a cell
 *
 * Returns: (transfer none) (nullable): what a screen reader says of it
 */
const char *
ent_matrix_cell_get_label (EntMatrixCell *self)
{
  g_return_val_if_fail (ENT_IS_MATRIX_CELL (self), NULL);

  return self->label;
}

/**
 * ent_matrix_cell_set_selected:
 * @self: a cell
 * @selected: whether it is part of the selection
 *
 * Sets the state a screen reader tells.
 */
void
ent_matrix_cell_set_selected (EntMatrixCell *self,
                              gboolean       selected)
{
  g_return_if_fail (ENT_IS_MATRIX_CELL (self));

  if (self->selected == selected)
    return;
  self->selected = selected;
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, selected, -1);
}
