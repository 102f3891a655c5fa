/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The interface between a matrix and what it shows, as far as it is read: checks of arguments, what
 * an absent answer means, and the two signals. ent-matrix-model-edit.c has the part that changes
 * it.
 */
#include "config.h"

#include "render/ent-matrix-model.h"

#include <glib/gi18n.h>

G_DEFINE_INTERFACE (EntMatrixModel, ent_matrix_model, G_TYPE_OBJECT)

enum {
  CHANGED,
  LAYOUT_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
is_row (EntMatrixModel *self,
        guint           row)
{
  return row < ENT_MATRIX_MODEL_GET_IFACE (self)->get_n_rows (self);
}

static gboolean
is_column (EntMatrixModel *self,
           guint           column)
{
  return column < ENT_MATRIX_MODEL_GET_IFACE (self)->get_n_columns (self);
}

static void
ent_matrix_model_default_init (EntMatrixModelInterface *iface)
{
  /**
   * EntMatrixModel::changed:
   * @self: the model
   * @row: first row
   * @column: first column
   * @n_rows: number of rows
   * @n_columns: number of columns
   *
   * The look of cells in that block changed, or marks of the rows and columns it crosses. Sizes and
   * titles are what they were.
   */
  signals[CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_INTERFACE (iface), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 4, G_TYPE_UINT, G_TYPE_UINT, G_TYPE_UINT, G_TYPE_UINT);

  /**
   * EntMatrixModel::layout-changed:
   * @self: the model
   *
   * Rows, columns or titles changed; any cell or mark may have as well.
   */
  signals[LAYOUT_CHANGED] =
    g_signal_new ("layout-changed", G_TYPE_FROM_INTERFACE (iface), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                  NULL, G_TYPE_NONE, 0);
}

/**
 * ent_matrix_model_get_n_rows:
 * @self: a model
 *
 * Returns: how many rows there are
 */
guint
ent_matrix_model_get_n_rows (EntMatrixModel *self)
{
  g_return_val_if_fail (ENT_IS_MATRIX_MODEL (self), 0);

  return ENT_MATRIX_MODEL_GET_IFACE (self)->get_n_rows (self);
}

/**
 * ent_matrix_model_get_n_columns:
 * @self: a model
 *
 * Returns: how many columns there are
 */
guint
ent_matrix_model_get_n_columns (EntMatrixModel *self)
{
  g_return_val_if_fail (ENT_IS_MATRIX_MODEL (self), 0);

  return ENT_MATRIX_MODEL_GET_IFACE (self)->get_n_columns (self);
}

/**
 * ent_matrix_model_get_n_total_rows:
 * @self: a model
 *
 * Returns: how many of the last rows are totals
 */
guint
ent_matrix_model_get_n_total_rows (EntMatrixModel *self)
{
  EntMatrixModelInterface *iface;

  g_return_val_if_fail (ENT_IS_MATRIX_MODEL (self), 0);

  iface = ENT_MATRIX_MODEL_GET_IFACE (self);
  return iface->get_n_total_rows != NULL ? iface->get_n_total_rows (self) : 0;
}

/**
 * ent_matrix_model_get_n_total_columns:
 * @self: a model
 *
 * Returns: how many of the last columns are totals
 */
guint
ent_matrix_model_get_n_total_columns (EntMatrixModel *self)
{
  EntMatrixModelInterface *iface;

  g_return_val_if_fail (ENT_IS_MATRIX_MODEL (self), 0);

  iface = ENT_MATRIX_MODEL_GET_IFACE (self);
  return iface->get_n_total_columns != NULL ? iface->get_n_total_columns (self) : 0;
}

/**
 * ent_matrix_model_dup_rows_label:
 * @self: a model
 *
 * Returns: (transfer full) (nullable): what the rows are, in the plural
 */
char *
ent_matrix_model_dup_rows_label (EntMatrixModel *self)
{
  EntMatrixModelInterface *iface;

  g_return_val_if_fail (ENT_IS_MATRIX_MODEL (self), NULL);

  iface = ENT_MATRIX_MODEL_GET_IFACE (self);
  return iface->dup_rows_label != NULL ? iface->dup_rows_label (self) : NULL;
}

/**
 * ent_matrix_model_dup_row_title:
 * @self: a model
 * @row: a row
 *
 * Returns: (transfer full): the full name of the row
 */
char *
ent_matrix_model_dup_row_title (EntMatrixModel *self,
                                guint           row)
{
  g_return_val_if_fail (ENT_IS_MATRIX_MODEL (self), NULL);
  g_return_val_if_fail (is_row (self, row), NULL);

  return ENT_MATRIX_MODEL_GET_IFACE (self)->dup_row_title (self, row);
}

/**
 * ent_matrix_model_dup_row_description:
 * @self: a model
 * @row: a row
 *
 * Returns: (transfer full): the row in words: its title and what concerns all of it
 */
char *
ent_matrix_model_dup_row_description (EntMatrixModel *self,
                                      guint           row)
{
  EntMatrixModelInterface *iface;

  g_return_val_if_fail (ENT_IS_MATRIX_MODEL (self), NULL);
  g_return_val_if_fail (is_row (self, row), NULL);

  iface = ENT_MATRIX_MODEL_GET_IFACE (self);
  if (iface->dup_row_description != NULL)
    return iface->dup_row_description (self, row);
  return iface->dup_row_title (self, row);
}

/**
 * ent_matrix_model_dup_column_title:
 * @self: a model
 * @column: a column
 *
 * Returns: (transfer full): the full name of the column
 */
char *
ent_matrix_model_dup_column_title (EntMatrixModel *self,
                                   guint           column)
{
  g_return_val_if_fail (ENT_IS_MATRIX_MODEL (self), NULL);
  g_return_val_if_fail (is_column (self, column), NULL);

  return ENT_MATRIX_MODEL_GET_IFACE (self)->dup_column_title (self, column);
}

/**
 * ent_matrix_model_dup_column_description:
 * @self: a model
 * @column: a column
 *
 * Returns: (transfer full): the column in words: its title and what concerns all of it
 */
char *
ent_matrix_model_dup_column_description (EntMatrixModel *self,
                                         guint           column)
{
  EntMatrixModelInterface *iface;

  g_return_val_if_fail (ENT_IS_MATRIX_MODEL (self), NULL);
  g_return_val_if_fail (is_column (self, column), NULL);

  iface = ENT_MATRIX_MODEL_GET_IFACE (self);
  if (iface->dup_column_description != NULL)
    return iface->dup_column_description (self, column);
  return iface->dup_column_title (self, column);
}

/**
 * ent_matrix_model_dup_column_detail:
 * @self: a model
 * @column: a column
 *
 * Returns: (transfer full) (nullable): the smaller line under the column's title
 */
char *
ent_matrix_model_dup_column_detail (EntMatrixModel *self,
                                    guint           column)
{
  EntMatrixModelInterface *iface;

  g_return_val_if_fail (ENT_IS_MATRIX_MODEL (self), NULL);
  g_return_val_if_fail (is_column (self, column), NULL);

  iface = ENT_MATRIX_MODEL_GET_IFACE (self);
  return iface->dup_column_detail != NULL ? iface->dup_column_detail (self, column) : NULL;
}

/**
 * ent_matrix_model_get_column_group:
 * @self: a model
 * @column: a column
 *
 * Returns: the number of the group the column stands in; 0 where there are no groups
 */
guint
ent_matrix_model_get_column_group (EntMatrixModel *self,
                                   guint           column)
{
  EntMatrixModelInterface *iface;

  g_return_val_if_fail (ENT_IS_MATRIX_MODEL (self), 0);
  g_return_val_if_fail (is_column (self, column), 0);

  iface = ENT_MATRIX_MODEL_GET_IFACE (self);
  return iface->get_column_group != NULL ? iface->get_column_group (self, column) : 0;
}

/**
 * ent_matrix_model_dup_group_title:
 * @self: a model
 * @group: a number from ent_matrix_model_get_column_group()
 *
 * Returns: (transfer full) (nullable): the name of the group, %NULL where there are no groups
 */
char *
ent_matrix_model_dup_group_title (EntMatrixModel *self,
                                  guint           group)
{
  EntMatrixModelInterface *iface;

  g_return_val_if_fail (ENT_IS_MATRIX_MODEL (self), NULL);

  iface = ENT_MATRIX_MODEL_GET_IFACE (self);
  return iface->dup_group_title != NULL ? iface->dup_group_title (self, group) : NULL;
}

/**
 * ent_matrix_model_get_cell_text:
 * @self: a model
 * @row: a row
 * @column: a column
 *
 * Returns: (transfer none): the short text of the cell, "" when empty; valid until the model
 *   changes
 */
const char *
ent_matrix_model_get_cell_text (EntMatrixModel *self,
                                guint           row,
                                guint           column)
{
  const char *text;

  g_return_val_if_fail (ENT_IS_MATRIX_MODEL (self), "");
  g_return_val_if_fail (is_row (self, row), "");
  g_return_val_if_fail (is_column (self, column), "");

  text = ENT_MATRIX_MODEL_GET_IFACE (self)->get_cell_text (self, row, column);
  return text != NULL ? text : "";
}

/**
 * ent_matrix_model_get_cell_tone:
 * @self: a model
 * @row: a row
 * @column: a column
 *
 * Returns: how the cell's ground is filled
 */
EntMatrixTone
ent_matrix_model_get_cell_tone (EntMatrixModel *self,
                                guint           row,
                                guint           column)
{
  EntMatrixModelInterface *iface;

  g_return_val_if_fail (ENT_IS_MATRIX_MODEL (self), ENT_MATRIX_TONE_NONE);
  g_return_val_if_fail (is_row (self, row), ENT_MATRIX_TONE_NONE);
  g_return_val_if_fail (is_column (self, column), ENT_MATRIX_TONE_NONE);

  iface = ENT_MATRIX_MODEL_GET_IFACE (self);
  if (iface->get_cell_tone == NULL)
    return ENT_MATRIX_TONE_NONE;
  return iface->get_cell_tone (self, row, column);
}

/**
 * ent_matrix_model_get_cell_mark:
 * @self: a model
 * @row: a row
 * @column: a column
 *
 * Returns: whether a finding concerns the cell
 */
EntMatrixMark
ent_matrix_model_get_cell_mark (EntMatrixModel *self,
                                guint           row,
                                guint           column)
{
  EntMatrixModelInterface *iface;

  g_return_val_if_fail (ENT_IS_MATRIX_MODEL (self), ENT_MATRIX_MARK_NONE);
  g_return_val_if_fail (is_row (self, row), ENT_MATRIX_MARK_NONE);
  g_return_val_if_fail (is_column (self, column), ENT_MATRIX_MARK_NONE);

  iface = ENT_MATRIX_MODEL_GET_IFACE (self);
  if (iface->get_cell_mark == NULL)
    return ENT_MATRIX_MARK_NONE;
  return iface->get_cell_mark (self, row, column);
}

/**
 * ent_matrix_model_get_cell_signs:
 * @self: a model
 * @row: a row
 * @column: a column
 *
 * Returns: the small signs in the cell's corners
 */
EntMatrixSigns
ent_matrix_model_get_cell_signs (EntMatrixModel *self,
                                 guint           row,
                                 guint           column)
{
  EntMatrixModelInterface *iface;

  g_return_val_if_fail (ENT_IS_MATRIX_MODEL (self), ENT_MATRIX_SIGN_NONE);
  g_return_val_if_fail (is_row (self, row), ENT_MATRIX_SIGN_NONE);
  g_return_val_if_fail (is_column (self, column), ENT_MATRIX_SIGN_NONE);

  iface = ENT_MATRIX_MODEL_GET_IFACE (self);
  if (iface->get_cell_signs == NULL)
    return ENT_MATRIX_SIGN_NONE;
  return iface->get_cell_signs (self, row, column);
}

/**
 * ent_matrix_model_has_bars:
 * @self: a model
 *
 * Returns: whether cells can have bars, so that rows need room for them
 */
gboolean
ent_matrix_model_has_bars (EntMatrixModel *self)
{
  g_return_val_if_fail (ENT_IS_MATRIX_MODEL (self), FALSE);

  return ENT_MATRIX_MODEL_GET_IFACE (self)->get_cell_bars != NULL;
}

/**
 * ent_matrix_model_get_cell_bars:
 * @self: a model
 * @row: a row
 * @column: a column
 * @bars: (out): the bars, if there are any
 *
 * Returns: whether the cell has bars
 */
gboolean
ent_matrix_model_get_cell_bars (EntMatrixModel *self,
                                guint           row,
                                guint           column,
                                EntMatrixBars  *bars)
{
  EntMatrixModelInterface *iface;

  g_return_val_if_fail (ENT_IS_MATRIX_MODEL (self), FALSE);
  g_return_val_if_fail (is_row (self, row), FALSE);
  g_return_val_if_fail (is_column (self, column), FALSE);
  g_return_val_if_fail (bars != NULL, FALSE);

  iface = ENT_MATRIX_MODEL_GET_IFACE (self);
  return iface->get_cell_bars != NULL && iface->get_cell_bars (self, row, column, bars);
}

/**
 * ent_matrix_model_dup_cell_description:
 * @self: a model
 * @row: a row
 * @column: a column
 *
 * Returns: (transfer full): row, column and value in words
 */
char *
ent_matrix_model_dup_cell_description (EntMatrixModel *self,
                                       guint           row,
                                       guint           column)
{
  EntMatrixModelInterface *iface;
  g_autofree char *row_title = NULL;
  g_autofree char *column_title = NULL;
  const char *text;

  g_return_val_if_fail (ENT_IS_MATRIX_MODEL (self), NULL);
  g_return_val_if_fail (is_row (self, row), NULL);
  g_return_val_if_fail (is_column (self, column), NULL);

  iface = ENT_MATRIX_MODEL_GET_IFACE (self);
  if (iface->dup_cell_description != NULL)
    return iface->dup_cell_description (self, row, column);

  row_title = iface->dup_row_title (self, row);
  column_title = iface->dup_column_title (self, column);
  text = ent_matrix_model_get_cell_text (self, row, column);
  if (*text == '\0')
    text = _("empty");
  /* Translators: a cell of a table: name of its row, name of its column, what is in it. */
  return g_strdup_printf (_("%s, %s: %s"), row_title, column_title, text);
}

/**
 * ent_matrix_model_get_row_mark:
 * @self: a model
 * @row: a row
 *
 * Returns: whether a finding concerns the whole row
 */
EntMatrixMark
ent_matrix_model_get_row_mark (EntMatrixModel *self,
                               guint           row)
{
  EntMatrixModelInterface *iface;

  g_return_val_if_fail (ENT_IS_MATRIX_MODEL (self), ENT_MATRIX_MARK_NONE);
  g_return_val_if_fail (is_row (self, row), ENT_MATRIX_MARK_NONE);

  iface = ENT_MATRIX_MODEL_GET_IFACE (self);
  return iface->get_row_mark != NULL ? iface->get_row_mark (self, row) : ENT_MATRIX_MARK_NONE;
}

/**
 * ent_matrix_model_get_column_mark:
 * @self: a model
 * @column: a column
 *
 * Returns: whether a finding concerns the whole column
 */
EntMatrixMark
ent_matrix_model_get_column_mark (EntMatrixModel *self,
                                  guint           column)
{
  EntMatrixModelInterface *iface;

  g_return_val_if_fail (ENT_IS_MATRIX_MODEL (self), ENT_MATRIX_MARK_NONE);
  g_return_val_if_fail (is_column (self, column), ENT_MATRIX_MARK_NONE);

  iface = ENT_MATRIX_MODEL_GET_IFACE (self);
  if (iface->get_column_mark == NULL)
    return ENT_MATRIX_MARK_NONE;
  return iface->get_column_mark (self, column);
}

/**
 * ent_matrix_model_changed:
 * @self: a model
 * @row: first row
 * @column: first column
 * @n_rows: number of rows
 * @n_columns: number of columns
 *
 * Emits #EntMatrixModel::changed. For who implements the interface.
 */
void
ent_matrix_model_changed (EntMatrixModel *self,
                          guint           row,
                          guint           column,
                          guint           n_rows,
                          guint           n_columns)
{
  g_return_if_fail (ENT_IS_MATRIX_MODEL (self));

  g_signal_emit (self, signals[CHANGED], 0, row, column, n_rows, n_columns);
}

/**
 * ent_matrix_model_layout_changed:
 * @self: a model
 *
 * Emits #EntMatrixModel::layout-changed. For who implements the interface.
 */
void
ent_matrix_model_layout_changed (EntMatrixModel *self)
{
  g_return_if_fail (ENT_IS_MATRIX_MODEL (self));

  g_signal_emit (self, signals[LAYOUT_CHANGED], 0);
}
