/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a screen reader finds where a matrix has drawn a cell or a header. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ENT_TYPE_MATRIX_CELL (ent_matrix_cell_get_type ())
G_DECLARE_FINAL_TYPE (EntMatrixCell, ent_matrix_cell, ENT, MATRIX_CELL, GtkWidget)

GtkWidget *ent_matrix_cell_new          (GtkAccessibleRole role);
void       ent_matrix_cell_place        (EntMatrixCell    *self,
                                         int               row,
                                         int               column);
void       ent_matrix_cell_get_place    (EntMatrixCell    *self,
                                         int              *row,
                                         int              *column);
void       ent_matrix_cell_set_label    (EntMatrixCell    *self,
                                         const char       *label);
const char *ent_matrix_cell_get_label   (EntMatrixCell    *self);
void       ent_matrix_cell_set_selected (EntMatrixCell    *self,
                                         gboolean          selected);

G_END_DECLS
