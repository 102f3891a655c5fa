/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A matrix model over plain arrays, for tests and measurements: letters R, A, C, I and A/R. */
#pragma once

#include "render/ent-matrix-model.h"

G_BEGIN_DECLS

#define FAKE_TYPE_MATRIX (fake_matrix_get_type ())
G_DECLARE_FINAL_TYPE (FakeMatrix, fake_matrix, FAKE, MATRIX, GObject)

FakeMatrix *fake_matrix_new            (guint         n_rows,
                                        guint         n_columns);
void        fake_matrix_set_read_only  (FakeMatrix   *self,
                                        gboolean      read_only);
void        fake_matrix_set_titles     (FakeMatrix   *self,
                                        const char  **rows,
                                        const char  **columns,
                                        const char  **groups,
                                        guint         group_size);
void        fake_matrix_set_mark       (FakeMatrix   *self,
                                        guint         row,
                                        guint         column,
                                        EntMatrixMark mark);
void        fake_matrix_set_signs      (FakeMatrix    *self,
                                        EntMatrixSigns signs);
void        fake_matrix_set_totals     (FakeMatrix   *self,
                                        guint         n_rows,
                                        guint         n_columns);
void        fake_matrix_lock_column    (FakeMatrix   *self,
                                        int           column);
void        fake_matrix_fill           (FakeMatrix   *self,
                                        guint32       seed);
void        fake_matrix_remove_row     (FakeMatrix   *self,
                                        guint         row);
void        fake_matrix_undo           (FakeMatrix   *self);
guint       fake_matrix_get_n_steps    (FakeMatrix   *self);

G_END_DECLS
