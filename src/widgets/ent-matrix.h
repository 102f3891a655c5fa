/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A grid of short values under frozen headers, for keyboard, mouse and screen reader. */
#pragma once

#include "render/ent-matrix-model.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ENT_TYPE_MATRIX (ent_matrix_get_type ())
G_DECLARE_FINAL_TYPE (EntMatrix, ent_matrix, ENT, MATRIX, GtkWidget)

GtkWidget      *ent_matrix_new               (void);
EntMatrixModel *ent_matrix_get_model         (EntMatrix      *self);
void            ent_matrix_set_model         (EntMatrix      *self,
                                              EntMatrixModel *model);
const char     *ent_matrix_get_label         (EntMatrix      *self);
void            ent_matrix_set_label         (EntMatrix      *self,
                                              const char     *label);
gboolean        ent_matrix_get_high_contrast (EntMatrix      *self);
void            ent_matrix_set_high_contrast (EntMatrix      *self,
                                              gboolean        high_contrast);
void            ent_matrix_get_focus_cell    (EntMatrix      *self,
                                              int            *row,
                                              int            *column);
void            ent_matrix_get_cell_area     (EntMatrix      *self,
                                              guint           row,
                                              guint           column,
                                              GdkRectangle   *area);
void            ent_matrix_reveal            (EntMatrix      *self,
                                              int             row,
                                              int             column);
void            ent_matrix_start_append      (EntMatrix      *self);
gboolean        ent_matrix_commit_edit       (EntMatrix      *self);

G_END_DECLS
