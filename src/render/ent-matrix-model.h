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
 * @ENT_MATRIX_TONE_SUMMARY: what is worked out from other cells (a total)
 * @ENT_MATRIX_TONE_ZERO: known, and neither for nor against
 * @ENT_MATRIX_TONE_FOR_1: a little for
 * @ENT_MATRIX_TONE_FOR_2: for
 * @ENT_MATRIX_TONE_FOR_3: strongly for
 * @ENT_MATRIX_TONE_FOR_4: for, with everything
 * @ENT_MATRIX_TONE_AGAINST_1: a little against
 * @ENT_MATRIX_TONE_AGAINST_2: against
 * @ENT_MATRIX_TONE_AGAINST_3: strongly against
 * @ENT_MATRIX_TONE_AGAINST_4: against, with everything
 *
 * How a cell's ground is filled: by weight, or on a scale with two ends, blue and orange, which
 * people who confuse red and green tell apart. Colour never stands alone: the text says the same.
 */
typedef enum {
  ENT_MATRIX_TONE_NONE,
  ENT_MATRIX_TONE_STRONG,
  ENT_MATRIX_TONE_MEDIUM,
  ENT_MATRIX_TONE_LIGHT,
  ENT_MATRIX_TONE_FAINT,
  ENT_MATRIX_TONE_SUMMARY,
  ENT_MATRIX_TONE_ZERO,
  ENT_MATRIX_TONE_FOR_1,
  ENT_MATRIX_TONE_FOR_2,
  ENT_MATRIX_TONE_FOR_3,
  ENT_MATRIX_TONE_FOR_4,
  ENT_MATRIX_TONE_AGAINST_1,
  ENT_MATRIX_TONE_AGAINST_2,
  ENT_MATRIX_TONE_AGAINST_3,
  ENT_MATRIX_TONE_AGAINST_4,
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

/**
 * EntMatrixSigns:
 * @ENT_MATRIX_SIGN_REMARK: there is more to read about the value, such as a reason; a small corner
 *   at the bottom, where a line of text ends
 * @ENT_MATRIX_SIGN_ROSE: the value is higher than before; a triangle that points up
 * @ENT_MATRIX_SIGN_FELL: the value is lower than before; a triangle that points down
 * @ENT_MATRIX_SIGN_NEW: there was no value before; a dot
 *
 * Small signs in the corners of a cell. Of rose, fell and new there is one at most.
 */
typedef enum {
  ENT_MATRIX_SIGN_NONE = 0,
  ENT_MATRIX_SIGN_REMARK = 1 << 0,
  ENT_MATRIX_SIGN_ROSE = 1 << 1,
  ENT_MATRIX_SIGN_FELL = 1 << 2,
  ENT_MATRIX_SIGN_NEW = 1 << 3,
} EntMatrixSigns;

/**
 * EntMatrixBars:
 * @with: length of the upper bar, 0…1 of the room there is
 * @against: length of the lower one
 *
 * Two amounts that are seen together: drawn under the text of a cell, the upper bar filled and the
 * lower one hollow, so that they are told apart in black and white.
 */
typedef struct {
  double with;
  double against;
} EntMatrixBars;

/**
 * EntMatrixInput:
 * @ENT_MATRIX_INPUT_REFUSED: no value begins like this
 * @ENT_MATRIX_INPUT_PARTIAL: not a value yet, but more typing can make one ("-" before "-3")
 * @ENT_MATRIX_INPUT_COMPLETE: a value
 *
 * What typed characters amount to, so that the view knows whether to wait for more.
 */
typedef enum {
  ENT_MATRIX_INPUT_REFUSED,
  ENT_MATRIX_INPUT_PARTIAL,
  ENT_MATRIX_INPUT_COMPLETE,
} EntMatrixInput;

#define ENT_TYPE_MATRIX_MODEL (ent_matrix_model_get_type ())
G_DECLARE_INTERFACE (EntMatrixModel, ent_matrix_model, ENT, MATRIX_MODEL, GObject)

/**
 * EntMatrixModelInterface:
 * @get_n_rows: number of rows
 * @get_n_columns: number of columns
 * @get_n_total_rows: how many of the last rows are totals, which a view keeps in sight where it can
 * @get_n_total_columns: how many of the last columns are totals
 * @dup_rows_label: what the rows are, in the plural ("Tasks"), or %NULL
 * @dup_row_title: full name of a row
 * @dup_row_description: what a tooltip and a screen reader say of a row: its title and what
 *   findings concern all of it; the title when absent
 * @dup_column_title: full name of a column
 * @dup_column_description: the same for a column
 * @dup_column_detail: a second, smaller line of a column's header (who holds the role), or %NULL
 * @get_column_group: number of the group a column stands in; neighbours of one group share a number
 * @dup_group_title: name of a group, or %NULL where columns have no groups
 * @get_cell_text: the short text of a cell, "" when empty; borrowed until the model changes
 * @get_cell_tone: how the cell is filled
 * @get_cell_mark: whether a finding concerns the cell
 * @get_cell_signs: the small signs in a cell's corners
 * @get_cell_bars: the bars under a cell's text; %FALSE for a cell without. A model that has this
 *   has higher rows.
 * @dup_cell_description: what a screen reader says of a cell: row, column and value in words
 * @get_row_mark: whether a finding concerns the whole row
 * @get_column_mark: whether a finding concerns the whole column
 * @set_cell: puts what was typed or pasted into a cell ("" clears); one undo step
 * @can_edit: whether anything can be changed
 * @can_edit_cell: whether this cell can be changed, where others can; all of them when absent
 * @check_input: what the characters typed so far amount to; when absent it is worked out from
 *   the choices
 * @get_n_choices: number of values offered to who does not type
 * @get_choice_text: text of a choice as @set_cell takes it; borrowed
 * @dup_choice_label: a choice in words ("Responsible")
 * @dup_append_prompt: what the empty row at the end says ("Add a task…"), or %NULL when rows
 *   cannot be added
 * @append_row: adds a row with a title at the end; one undo step
 * @set_row_title: renames a row
 * @begin_edit: begins one undo step, named @label, for several cells (paste, clear) and returns
 *   what @end_edit takes
 * @end_edit: ends that step; takes it all back unless it is committed
 *
 * @get_n_rows, @get_n_columns, @dup_row_title, @dup_column_title and @get_cell_text are
 * required, all others optional: what is absent is empty, without marks, or cannot be edited.
 *
 * The signal "changed" is emitted with (row, column, n_rows, n_columns) when the look of cells in
 * that block changed, or marks of the rows and columns it crosses. "layout-changed" is emitted when
 * rows, columns or titles did.
 */
struct _EntMatrixModelInterface {
  GTypeInterface parent_iface;

  guint         (*get_n_rows)           (EntMatrixModel *self);
  guint         (*get_n_columns)        (EntMatrixModel *self);
  guint         (*get_n_total_rows)     (EntMatrixModel *self);
  guint         (*get_n_total_columns)  (EntMatrixModel *self);
  char         *(*dup_rows_label)       (EntMatrixModel *self);
  char         *(*dup_row_title)        (EntMatrixModel *self,
                                         guint           row);
  char         *(*dup_row_description)  (EntMatrixModel *self,
                                         guint           row);
  char         *(*dup_column_title)     (EntMatrixModel *self,
                                         guint           column);
  char         *(*dup_column_description) (EntMatrixModel *self,
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
  EntMatrixSigns (*get_cell_signs)      (EntMatrixModel *self,
                                         guint           row,
                                         guint           column);
  gboolean      (*get_cell_bars)        (EntMatrixModel *self,
                                         guint           row,
                                         guint           column,
                                         EntMatrixBars  *bars);
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
  gboolean      (*can_edit_cell)        (EntMatrixModel *self,
                                         guint           row,
                                         guint           column);
  EntMatrixInput (*check_input)         (EntMatrixModel *self,
                                         const char     *text);
  guint         (*get_n_choices)        (EntMatrixModel *self);
  const char   *(*get_choice_text)      (EntMatrixModel *self,
                                         guint           choice);
  char         *(*dup_choice_label)     (EntMatrixModel *self,
                                         guint           choice);
  char         *(*dup_append_prompt)    (EntMatrixModel *self);
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

guint           ent_matrix_model_get_n_rows              (EntMatrixModel *self);
guint           ent_matrix_model_get_n_columns           (EntMatrixModel *self);
guint           ent_matrix_model_get_n_total_rows        (EntMatrixModel *self);
guint           ent_matrix_model_get_n_total_columns     (EntMatrixModel *self);
char           *ent_matrix_model_dup_rows_label          (EntMatrixModel *self);
char           *ent_matrix_model_dup_row_title           (EntMatrixModel *self,
                                                          guint           row);
char           *ent_matrix_model_dup_row_description     (EntMatrixModel *self,
                                                          guint           row);
char           *ent_matrix_model_dup_column_title        (EntMatrixModel *self,
                                                          guint           column);
char           *ent_matrix_model_dup_column_description  (EntMatrixModel *self,
                                                          guint           column);
char           *ent_matrix_model_dup_column_detail       (EntMatrixModel *self,
                                                          guint           column);
guint           ent_matrix_model_get_column_group        (EntMatrixModel *self,
                                                          guint           column);
char           *ent_matrix_model_dup_group_title         (EntMatrixModel *self,
                                                          guint           group);
const char     *ent_matrix_model_get_cell_text           (EntMatrixModel *self,
                                                          guint           row,
                                                          guint           column);
EntMatrixTone   ent_matrix_model_get_cell_tone           (EntMatrixModel *self,
                                                          guint           row,
                                                          guint           column);
EntMatrixMark   ent_matrix_model_get_cell_mark           (EntMatrixModel *self,
                                                          guint           row,
                                                          guint           column);
EntMatrixSigns  ent_matrix_model_get_cell_signs          (EntMatrixModel *self,
                                                          guint           row,
                                                          guint           column);
gboolean        ent_matrix_model_has_bars                (EntMatrixModel *self);
gboolean        ent_matrix_model_get_cell_bars           (EntMatrixModel *self,
                                                          guint           row,
                                                          guint           column,
                                                          EntMatrixBars  *bars);
char           *ent_matrix_model_dup_cell_description    (EntMatrixModel *self,
                                                          guint           row,
                                                          guint           column);
EntMatrixMark   ent_matrix_model_get_row_mark            (EntMatrixModel *self,
                                                          guint           row);
EntMatrixMark   ent_matrix_model_get_column_mark         (EntMatrixModel *self,
                                                          guint           column);
gboolean        ent_matrix_model_set_cell                (EntMatrixModel *self,
                                                          guint           row,
                                                          guint           column,
                                                          const char     *text,
                                                          GError        **error);
gboolean        ent_matrix_model_can_edit                (EntMatrixModel *self);
gboolean        ent_matrix_model_can_edit_cell           (EntMatrixModel *self,
                                                          guint           row,
                                                          guint           column);
EntMatrixInput  ent_matrix_model_check_input             (EntMatrixModel *self,
                                                          const char     *text);
guint           ent_matrix_model_get_n_choices           (EntMatrixModel *self);
const char     *ent_matrix_model_get_choice_text         (EntMatrixModel *self,
                                                          guint           choice);
char           *ent_matrix_model_dup_choice_label        (EntMatrixModel *self,
                                                          guint           choice);
char           *ent_matrix_model_dup_append_prompt       (EntMatrixModel *self);
gboolean        ent_matrix_model_append_row              (EntMatrixModel *self,
                                                          const char     *title,
                                                          GError        **error);
gboolean        ent_matrix_model_set_row_title           (EntMatrixModel *self,
                                                          guint           row,
                                                          const char     *title,
                                                          GError        **error);
gpointer        ent_matrix_model_begin_edit              (EntMatrixModel *self,
                                                          const char     *label);
void            ent_matrix_model_end_edit                (EntMatrixModel *self,
                                                          gpointer        edit,
                                                          gboolean        commit);
void            ent_matrix_model_changed                 (EntMatrixModel *self,
                                                          guint           row,
                                                          guint           column,
                                                          guint           n_rows,
                                                          guint           n_columns);
void            ent_matrix_model_layout_changed          (EntMatrixModel *self);

G_END_DECLS
