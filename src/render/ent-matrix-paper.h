/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A matrix on paper, cut into blocks that fit a page. */
#pragma once

#include "render/ent-matrix-model.h"
#include "render/ent-paper.h"

G_BEGIN_DECLS

/**
 * EntMatrixPaper:
 *
 * The plan of a matrix on paper: the size of its letters, its columns and rows, and where it is
 * cut. It is cut between rows and between columns, never through a cell; every block repeats the
 * titles of its rows and columns and the names of its groups. A name that is too long for its place
 * is shortened and numbered, and stands in full in the key.
 */
typedef struct _EntMatrixPaper EntMatrixPaper;

EntMatrixPaper *ent_matrix_paper_new             (EntMatrixModel *model,
                                                  PangoContext   *context,
                                                  double          width,
                                                  double          first_height,
                                                  double          height);
void            ent_matrix_paper_free            (EntMatrixPaper *self);
double          ent_matrix_paper_get_size        (EntMatrixPaper *self);
guint           ent_matrix_paper_get_n_down      (EntMatrixPaper *self);
guint           ent_matrix_paper_get_n_across    (EntMatrixPaper *self);
void            ent_matrix_paper_get_rows        (EntMatrixPaper *self,
                                                  guint           down,
                                                  guint          *first,
                                                  guint          *n);
void            ent_matrix_paper_get_columns     (EntMatrixPaper *self,
                                                  guint           across,
                                                  guint          *first,
                                                  guint          *n);
char           *ent_matrix_paper_dup_label       (EntMatrixPaper *self,
                                                  guint           down,
                                                  guint           across);
double          ent_matrix_paper_get_block_width (EntMatrixPaper *self,
                                                  guint           across);
double          ent_matrix_paper_get_block_height (EntMatrixPaper *self,
                                                  guint           down);
guint           ent_matrix_paper_get_n_keys      (EntMatrixPaper *self);
const char     *ent_matrix_paper_get_key         (EntMatrixPaper *self,
                                                  guint           index);
void            ent_matrix_paper_draw            (EntMatrixPaper *self,
                                                  EntPaperCanvas *canvas,
                                                  guint           down,
                                                  guint           across,
                                                  double          x,
                                                  double          y,
                                                  double          width);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntMatrixPaper, ent_matrix_paper_free)

G_END_DECLS
