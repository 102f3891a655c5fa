/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The interface between a matrix and what it shows, as far as it is changed: checks of arguments,
 * and what an absent answer means. ent-matrix-model.c has the part that is read. */
#include "config.h"

#include "render/ent-matrix-model.h"

#include <glib/gi18n.h>

static gboolean
refuse_edit (GError **error)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_READ_ONLY, _("This cannot be changed here."));
  return FALSE;
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
  g_return_val_if_fail (row < ent_matrix_model_get_n_rows (self), FALSE);
  g_return_val_if_fail (column < ent_matrix_model_get_n_columns (self), FALSE);
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
  g_return_val_if_fail (row < ent_matrix_model_get_n_rows (self), FALSE);
  g_return_val_if_fail (column < ent_matrix_model_get_n_columns (self), FALSE);

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
  g_return_val_if_fail (row < ent_matrix_model_get_n_rows (self), FALSE);
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
