/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a matrix shows: rows, columns in groups, and cells of short text. The widget and the paper
 * draw through it, so what is on screen and what is printed cannot differ. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * EntMatrixTone:
 * @ENT_MATRIX_TONE_NONE: a plain cell
 * @ENT_MATRIX_TONE_STRONG: stands out most (accountable)
 * @ENT_MATRIX_TONE_MEDIUM: stands out (responsible)
 * @ENT_MATRIX_TONE_LIGHT: a tint (consulted)
 * @ENT_MATRIX_TONE_FAINT: hardly a tint (informed)
 *
 * How much a cell's ground is filled. Colour never stands alone: the text says the same.
 */
typedef enum {
  ENT_MATRIX_TONE_NONE,
  ENT_MATRIX_TONE_STRONG,
  ENT_MATRIX_TONE_MEDIUM,
  ENT_MATRIX_TONE_LIGHT,
  ENT_MATRIX_TONE_FAINT,
} EntMatrixTone;

/**
 * EntMatrixMark:
 * @ENT_MATRIX_MARK_NONE: nothing to say
 * @ENT_MATRIX_MARK_NOTE: a question concerns it
 * @ENT_MATRIX_MARK_ERROR: an error concerns it
 */
typedef enum {
  ENT_MATRIX_MARK_NONE,
  ENT_MATRIX_MARK_NOTE,
  ENT_MATRIX_MARK_ERROR,
} EntMatrixMark;

#define ENT_TYPE_MATRIX_MODEL (ent_matrix_model_get_type ())
G_DECLARE_INTERFACE (EntMatrixModel, ent_matrix_model, ENT, MATRIX_MODEL, GObject)

/**
 * EntMatrixModelInterface:
 * @get_n_rows: number of rows
 * @get_n_columns: number of columns
 * @dup_row_title: full name of a row
 * @dup_column_title: full name of a column
 * @dup_column_detail: a second, smaller line of a column's header (who holds the role), or %NULL
 * @get_column_group: number of the group a column stands in; neighbours of one group share a number
 * @dup_group_title: name of a group
 * @get_cell_text: the short text of a cell, "" when empty; borrowed until the model changes
 * @get_cell_tone: how the cell is filled
 * @get_cell_mark: whether a finding concerns the cell
 * @dup_cell_description: what a screen reader says of a cell: row, column and value in words
 * @get_row_mark: whether a finding concerns the whole row
 * @get_column_mark: whether a finding concerns the whole column
 * @set_cell: puts what was typed or pasted into a cell ("" clears); one undo step
 * @can_edit: whether anything can be changed
 * @append_row: adds a row with a title at the end; one undo step
 * @set_row_title: renames a row
 * @begin_edit: begins one undo step for several cells (paste, clear) and returns what @end_edit takes
 * @end_edit: ends that step; takes it all back unless it is committed
 *
 * "changed" is emitted with (row, column, n_rows, n_columns) for cells whose look changed and
 * "layout-changed" when rows, columns or titles did.
 */
struct _EntMatrixModelInterface {
  GTypeInterface parent_iface;

  guint         (*get_n_rows)           (EntMatrixModel *self);
  guint         (*get_n_columns)        (EntMatrixModel *self);
  char         *(*dup_row_title)        (EntMatrixModel *self,
                                         guint           row);
  char         *(*dup_column_title)     (EntMatrixModel *self,
                                         guint           column);
  char         *(*dup_column_detail)    (EntMatrixModel *self,
                                         guint           column);
  guint         (*get_column_group)     (EntMatrixModel *self,
                                         guint           column);
  char         *(*dup_group_title)      (EntMatrixModel *self,
                                         guint           group);
  const char   *(*get_cell_text)        (EntMatrixModel *self,
                                         guint           row,
                                         guint           column);
  EntMatrixTone (*get_cell_tone)        (EntMatrixModel *self,
                                         guint           row,
                                         guint           column);
  EntMatrixMark (*get_cell_mark)        (EntMatrixModel *self,
                                         guint           row,
                                         guint           column);
  char         *(*dup_cell_description) (EntMatrixModel *self,
                                         guint           row,
                                         guint           column);
  EntMatrixMark (*get_row_mark)         (EntMatrixModel *self,
                                         guint           row);
  EntMatrixMark (*get_column_mark)      (EntMatrixModel *self,
                                         guint           column);
  gboolean      (*set_cell)             (EntMatrixModel *self,
                                         guint           row,
                                         guint           column,
                                         const char     *text,
                                         GError        **error);
  gboolean      (*can_edit)             (EntMatrixModel *self);
  gboolean      (*append_row)           (EntMatrixModel *self,
                                         const char     *title,
                                         GError        **error);
  gboolean      (*set_row_title)        (EntMatrixModel *self,
                                         guint           row,
                                         const char     *title,
                                         GError        **error);
  gpointer      (*begin_edit)           (EntMatrixModel *self,
                                         const char     *label);
  void          (*end_edit)             (EntMatrixModel *self,
                                         gpointer        edit,
                                         gboolean        commit);
};

G_END_DECLS
