/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Some rows of a matrix as a matrix of their own, with or without the marks of findings. */
#pragma once

#include "render/ent-matrix-model.h"

G_BEGIN_DECLS

#define ENT_TYPE_MATRIX_ROWS (ent_matrix_rows_get_type ())
G_DECLARE_FINAL_TYPE (EntMatrixRows, ent_matrix_rows, ENT, MATRIX_ROWS, GObject)

EntMatrixRows *ent_matrix_rows_new (EntMatrixModel *model,
                                    GArray         *rows,
                                    gboolean        marks);

G_END_DECLS
