/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The interface between a matrix and what it shows: checks of arguments, what an absent answer
 * means, and the two signals. */
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

static gboolean
refuse_edit (GError **error)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_READ_ONLY, _("This cannot be changed here."));
  return FALSE;
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
 * Returns: (transfer none): the short text of the cell, "" when empty; valid until the model changes
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
 * ent_matrix_model_set_cell:
 * @self: a model
 * @row: a row
 * @column: a column
 * @text: what was typed or pasted; "" clears
 * @error: why it was refused
 *
 * Puts a value into a cell, as one undo step or as part of the one begun with
 * ent_matrix_model_begin_edit().
 *
 * Returns: whether the cell now holds what @text says
 */
gboolean
ent_matrix_model_set_cell (EntMatrixModel  *self,
                           guint            row,
                           guint            column,
                           const char      *text,
                           GError         **error)
{
  EntMatrixModelInterface *iface;

  g_return_val_if_fail (ENT_IS_MATRIX_MODEL (self), FALSE);
  g_return_val_if_fail (is_row (self, row), FALSE);
  g_return_val_if_fail (is_column (self, column), FALSE);
  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  iface = ENT_MATRIX_MODEL_GET_IFACE (self);
  if (iface->set_cell == NULL)
    return refuse_edit (error);
  return iface->set_cell (self, row, column, text, error);
}

/**
 * ent_matrix_model_can_edit:
 * @self: a model
 *
 * Returns: whether anything can be changed
 */
gboolean
ent_matrix_model_can_edit (EntMatrixModel *self)
{
  EntMatrixModelInterface *iface;

  g_return_val_if_fail (ENT_IS_MATRIX_MODEL (self), FALSE);

  iface = ENT_MATRIX_MODEL_GET_IFACE (self);
  if (iface->can_edit != NULL)
    return iface->can_edit (self);
  return iface->set_cell != NULL;
}

static EntMatrixInput
check_against_choices (EntMatrixModel *self,
                       const char     *text)
{
  g_autofree char *typed = g_utf8_casefold (text, -1);
  EntMatrixInput input = ENT_MATRIX_INPUT_REFUSED;
  guint n_choices = ent_matrix_model_get_n_choices (self);

  for (guint i = 0; i < n_choices; i++)
    {
      g_autofree char *choice =
        g_utf8_casefold (ent_matrix_model_get_choice_text (self, i), -1);

      if (g_str_equal (typed, choice))
        return ENT_MATRIX_INPUT_COMPLETE;
      if (g_str_has_prefix (choice, typed))
        input = ENT_MATRIX_INPUT_PARTIAL;
    }
  return input;
}

/**
 * ent_matrix_model_can_edit_cell:
 * @self: a model
 * @row: a row
 * @column: a column
 *
 * Returns: whether the cell can be changed
 */
gboolean
ent_matrix_model_can_edit_cell (EntMatrixModel *self,
                                guint           row,
                                guint           column)
{
  EntMatrixModelInterface *iface;

  g_return_val_if_fail (ENT_IS_MATRIX_MODEL (self), FALSE);
  g_return_val_if_fail (is_row (self, row), FALSE);
  g_return_val_if_fail (is_column (self, column), FALSE);

  iface = ENT_MATRIX_MODEL_GET_IFACE (self);
  return ent_matrix_model_can_edit (self) &&
         (iface->can_edit_cell == NULL || iface->can_edit_cell (self, row, column));
}

/**
 * ent_matrix_model_check_input:
 * @self: a model
 * @text: the characters typed so far, at least one
 *
 * Says what @text amounts to. A model without an answer of its own takes the texts of its choices,
 * in capitals or not.
 *
 * Returns: whether @text is a value, may become one, or cannot
 */
EntMatrixInput
ent_matrix_model_check_input (EntMatrixModel *self,
                              const char     *text)
{
  EntMatrixModelInterface *iface;

  g_return_val_if_fail (ENT_IS_MATRIX_MODEL (self), ENT_MATRIX_INPUT_REFUSED);
  g_return_val_if_fail (text != NULL && *text != '\0', ENT_MATRIX_INPUT_REFUSED);

  iface = ENT_MATRIX_MODEL_GET_IFACE (self);
  if (iface->check_input != NULL)
    return iface->check_input (self, text);
  return check_against_choices (self, text);
}

/**
 * ent_matrix_model_get_n_choices:
 * @self: a model
 *
 * Returns: how many values are offered to who does not type; 0 for none
 */
guint
ent_matrix_model_get_n_choices (EntMatrixModel *self)
{
  EntMatrixModelInterface *iface;

  g_return_val_if_fail (ENT_IS_MATRIX_MODEL (self), 0);

  iface = ENT_MATRIX_MODEL_GET_IFACE (self);
  return iface->get_n_choices != NULL ? iface->get_n_choices (self) : 0;
}

/**
 * ent_matrix_model_get_choice_text:
 * @self: a model
 * @choice: a number below ent_matrix_model_get_n_choices()
 *
 * Returns: (transfer none): the value as ent_matrix_model_set_cell() takes it
 */
const char *
ent_matrix_model_get_choice_text (EntMatrixModel *self,
                                  guint           choice)
{
  g_return_val_if_fail (ENT_IS_MATRIX_MODEL (self), "");
  g_return_val_if_fail (choice < ent_matrix_model_get_n_choices (self), "");

  return ENT_MATRIX_MODEL_GET_IFACE (self)->get_choice_text (self, choice);
}

/**
 * ent_matrix_model_dup_choice_label:
 * @self: a model
 * @choice: a number below ent_matrix_model_get_n_choices()
 *
 * Returns: (transfer full): the value in words
 */
char *
ent_matrix_model_dup_choice_label (EntMatrixModel *self,
                                   guint           choice)
{
  EntMatrixModelInterface *iface;

  g_return_val_if_fail (ENT_IS_MATRIX_MODEL (self), NULL);
  g_return_val_if_fail (choice < ent_matrix_model_get_n_choices (self), NULL);

  iface = ENT_MATRIX_MODEL_GET_IFACE (self);
  if (iface->dup_choice_label == NULL)
    return g_strdup (iface->get_choice_text (self, choice));
  return iface->dup_choice_label (self, choice);
}

/**
 * ent_matrix_model_dup_append_prompt:
 * @self: a model
 *
 * Returns: (transfer full) (nullable): what the empty row at the end says, %NULL where rows cannot
 *   be added
 */
char *
ent_matrix_model_dup_append_prompt (EntMatrixModel *self)
{
  EntMatrixModelInterface *iface;

  g_return_val_if_fail (ENT_IS_MATRIX_MODEL (self), NULL);

  iface = ENT_MATRIX_MODEL_GET_IFACE (self);
  if (iface->append_row == NULL || iface->dup_append_prompt == NULL)
    return NULL;
  return iface->dup_append_prompt (self);
}

/**
 * ent_matrix_model_append_row:
 * @self: a model
 * @title: the title of the new row
 * @error: why it was refused
 *
 * Adds a row at the end.
 *
 * Returns: whether it was added
 */
gboolean
ent_matrix_model_append_row (EntMatrixModel  *self,
                             const char      *title,
                             GError         **error)
{
  EntMatrixModelInterface *iface;

  g_return_val_if_fail (ENT_IS_MATRIX_MODEL (self), FALSE);
  g_return_val_if_fail (title != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  iface = ENT_MATRIX_MODEL_GET_IFACE (self);
  if (iface->append_row == NULL)
    return refuse_edit (error);
  return iface->append_row (self, title, error);
}

/**
 * ent_matrix_model_set_row_title:
 * @self: a model
 * @row: a row
 * @title: its new title
 * @error: why it was refused
 *
 * Renames a row.
 *
 * Returns: whether it now has that title
 */
gboolean
ent_matrix_model_set_row_title (EntMatrixModel  *self,
                                guint            row,
                                const char      *title,
                                GError         **error)
{
  EntMatrixModelInterface *iface;

  g_return_val_if_fail (ENT_IS_MATRIX_MODEL (self), FALSE);
  g_return_val_if_fail (is_row (self, row), FALSE);
  g_return_val_if_fail (title != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  iface = ENT_MATRIX_MODEL_GET_IFACE (self);
  if (iface->set_row_title == NULL)
    return refuse_edit (error);
  return iface->set_row_title (self, row, title, error);
}

/**
 * ent_matrix_model_begin_edit:
 * @self: a model
 * @label: what people read when they undo it
 *
 * Begins one undo step out of several edits.
 *
 * Returns: (nullable): what ent_matrix_model_end_edit() takes
 */
gpointer
ent_matrix_model_begin_edit (EntMatrixModel *self,
                             const char     *label)
{
  EntMatrixModelInterface *iface;

  g_return_val_if_fail (ENT_IS_MATRIX_MODEL (self), NULL);
  g_return_val_if_fail (label != NULL, NULL);

  iface = ENT_MATRIX_MODEL_GET_IFACE (self);
  return iface->begin_edit != NULL ? iface->begin_edit (self, label) : NULL;
}

/**
 * ent_matrix_model_end_edit:
 * @self: a model
 * @edit: (nullable) (transfer full): what ent_matrix_model_begin_edit() returned
 * @commit: whether to keep the edits
 *
 * Ends the undo step begun with ent_matrix_model_begin_edit().
 */
void
ent_matrix_model_end_edit (EntMatrixModel *self,
                           gpointer        edit,
                           gboolean        commit)
{
  EntMatrixModelInterface *iface;

  g_return_if_fail (ENT_IS_MATRIX_MODEL (self));

  iface = ENT_MATRIX_MODEL_GET_IFACE (self);
  if (iface->end_edit != NULL)
    iface->end_edit (self, edit, commit);
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
