/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Some rows of a matrix as a matrix of their own: what a document shows of it. It is a look at the
 * matrix at one moment; it does not follow it and cannot be edited. */
#include "config.h"

#include "render/ent-matrix-rows.h"

struct _EntMatrixRows {
  GObject parent_instance;

  EntMatrixModel *model;
  guint n_columns; /* asked for with every cell */
  GArray *rows;
  gboolean marks;
};

static void ent_matrix_rows_model_init (EntMatrixModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (EntMatrixRows, ent_matrix_rows, G_TYPE_OBJECT,
  G_IMPLEMENT_INTERFACE (ENT_TYPE_MATRIX_MODEL, ent_matrix_rows_model_init))

static guint
map (EntMatrixModel *model, guint row)
{
  return g_array_index (ENT_MATRIX_ROWS (model)->rows, guint, row);
}

static guint
ent_matrix_rows_get_n_rows (EntMatrixModel *model)
{
  return ENT_MATRIX_ROWS (model)->rows->len;
}

static guint
ent_matrix_rows_get_n_columns (EntMatrixModel *model)
{
  return ENT_MATRIX_ROWS (model)->n_columns;
}

static char *
ent_matrix_rows_dup_rows_label (EntMatrixModel *model)
{
  return ent_matrix_model_dup_rows_label (ENT_MATRIX_ROWS (model)->model);
}

static char *
ent_matrix_rows_dup_row_title (EntMatrixModel *model, guint row)
{
  return ent_matrix_model_dup_row_title (ENT_MATRIX_ROWS (model)->model, map (model, row));
}

static char *
ent_matrix_rows_dup_column_title (EntMatrixModel *model, guint column)
{
  return ent_matrix_model_dup_column_title (ENT_MATRIX_ROWS (model)->model, column);
}

static char *
ent_matrix_rows_dup_column_detail (EntMatrixModel *model, guint column)
{
  return ent_matrix_model_dup_column_detail (ENT_MATRIX_ROWS (model)->model, column);
}

static guint
ent_matrix_rows_get_column_group (EntMatrixModel *model, guint column)
{
  return ent_matrix_model_get_column_group (ENT_MATRIX_ROWS (model)->model, column);
}

static char *
ent_matrix_rows_dup_group_title (EntMatrixModel *model, guint group)
{
  return ent_matrix_model_dup_group_title (ENT_MATRIX_ROWS (model)->model, group);
}

static const char *
ent_matrix_rows_get_cell_text (EntMatrixModel *model, guint row, guint column)
{
  return ent_matrix_model_get_cell_text (ENT_MATRIX_ROWS (model)->model, map (model, row), column);
}

static EntMatrixTone
ent_matrix_rows_get_cell_tone (EntMatrixModel *model, guint row, guint column)
{
  return ent_matrix_model_get_cell_tone (ENT_MATRIX_ROWS (model)->model, map (model, row), column);
}

static EntMatrixMark
ent_matrix_rows_get_cell_mark (EntMatrixModel *model, guint row, guint column)
{
  if (!ENT_MATRIX_ROWS (model)->marks)
    return ENT_MATRIX_MARK_NONE;

  return ent_matrix_model_get_cell_mark (ENT_MATRIX_ROWS (model)->model, map (model, row), column);
}

static EntMatrixSigns
ent_matrix_rows_get_cell_signs (EntMatrixModel *model, guint row, guint column)
{
  return ent_matrix_model_get_cell_signs (ENT_MATRIX_ROWS (model)->model, map (model, row), column);
}

static EntMatrixMark
ent_matrix_rows_get_row_mark (EntMatrixModel *model, guint row)
{
  if (!ENT_MATRIX_ROWS (model)->marks)
    return ENT_MATRIX_MARK_NONE;

  return ent_matrix_model_get_row_mark (ENT_MATRIX_ROWS (model)->model, map (model, row));
}

static char *
ent_matrix_rows_dup_cell_description (EntMatrixModel *model, guint row, guint column)
{
  return ent_matrix_model_dup_cell_description (ENT_MATRIX_ROWS (model)->model, map (model, row),
                                                column);
}

static void
ent_matrix_rows_model_init (EntMatrixModelInterface *iface)
{
  iface->get_n_rows = ent_matrix_rows_get_n_rows;
  iface->get_n_columns = ent_matrix_rows_get_n_columns;
  iface->dup_rows_label = ent_matrix_rows_dup_rows_label;
  iface->dup_row_title = ent_matrix_rows_dup_row_title;
  iface->dup_column_title = ent_matrix_rows_dup_column_title;
  iface->dup_column_detail = ent_matrix_rows_dup_column_detail;
  iface->get_column_group = ent_matrix_rows_get_column_group;
  iface->dup_group_title = ent_matrix_rows_dup_group_title;
  iface->get_cell_text = ent_matrix_rows_get_cell_text;
  iface->get_cell_tone = ent_matrix_rows_get_cell_tone;
  iface->get_cell_mark = ent_matrix_rows_get_cell_mark;
  iface->get_cell_signs = ent_matrix_rows_get_cell_signs;
  iface->get_row_mark = ent_matrix_rows_get_row_mark;
  iface->dup_cell_description = ent_matrix_rows_dup_cell_description;
}

static void
ent_matrix_rows_finalize (GObject *object)
{
  EntMatrixRows *self = ENT_MATRIX_ROWS (object);

  g_clear_object (&self->model);
  g_clear_pointer (&self->rows, g_array_unref);

  G_OBJECT_CLASS (ent_matrix_rows_parent_class)->finalize (object);
}

static void
ent_matrix_rows_class_init (EntMatrixRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ent_matrix_rows_finalize;
}

static void
ent_matrix_rows_init (EntMatrixRows *self)
{
}

/**
 * ent_matrix_rows_new:
 * @model: a matrix
 * @rows: (element-type guint): the numbers of the rows to show, in the order to show them
 * @marks: whether to show which cells and rows findings are about
 *
 * Returns: (transfer full): those rows
 */
EntMatrixRows *
ent_matrix_rows_new (EntMatrixModel *model, GArray *rows, gboolean marks)
{
  EntMatrixRows *self;

  g_return_val_if_fail (ENT_IS_MATRIX_MODEL (model), NULL);
  g_return_val_if_fail (rows != NULL, NULL);

  self = g_object_new (ENT_TYPE_MATRIX_ROWS, NULL);
  self->model = g_object_ref (model);
  self->n_columns = ent_matrix_model_get_n_columns (model);
  self->rows = g_array_ref (rows);
  self->marks = marks;

  return self;
}
