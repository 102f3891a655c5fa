/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A matrix on paper: the plan as others see it. How it comes about is in
 * ent-matrix-paper-plan.c. */
#include "config.h"

#include "render/ent-matrix-paper-private.h"

static void
unref_if_set (gpointer object)
{
  if (object != NULL)
    g_object_unref (object);
}

static gboolean
has_marks (EntMatrixModel *model)
{
  for (guint row = 0; row < ent_matrix_model_get_n_rows (model); row++)
    if (ent_matrix_model_get_row_mark (model, row) != ENT_MATRIX_MARK_NONE)
      return TRUE;

  return FALSE;
}

static EntMatrixPen *
make_pen (EntMatrixPaper *self)
{
  g_autoptr(PangoLayout) sample = ent_paper_layout_new (self->context, "R", self->size, TRUE);

  return ent_matrix_pen_new (self->context, pango_layout_get_font_description (sample),
                             ENT_MATRIX_PAPER_LINE);
}

/**
 * ent_matrix_paper_new:
 * @model: a matrix with at least one row and one column, which must not change while it is used
 * @context: a context of ent_paper_context_new()
 * @width: the width of a page without its margins
 * @first_height: how much of the first page's height there is for the matrix
 * @height: the same for further pages
 *
 * Plans a matrix on paper. Sizes are in points.
 *
 * Returns: (transfer full): the plan
 */
EntMatrixPaper *
ent_matrix_paper_new (EntMatrixModel *model, PangoContext *context, double width,
                      double first_height, double height)
{
  EntMatrixPaper *self;
  g_autofree char *rows = NULL;

  g_return_val_if_fail (ENT_IS_MATRIX_MODEL (model), NULL);
  g_return_val_if_fail (ent_matrix_model_get_n_rows (model) > 0, NULL);
  g_return_val_if_fail (ent_matrix_model_get_n_columns (model) > 0, NULL);
  g_return_val_if_fail (width > 0 && first_height > 0 && height > 0, NULL);

  self = g_new0 (EntMatrixPaper, 1);
  self->model = g_object_ref (model);
  self->context = g_object_ref (context);
  self->width = width;
  self->first_height = first_height;
  self->height = height;
  self->rtl = ent_paper_is_right_to_left ();
  self->marks = has_marks (model);
  self->row_titles = g_ptr_array_new_with_free_func (g_object_unref);
  self->column_titles = g_ptr_array_new_with_free_func (g_object_unref);
  self->column_details = g_ptr_array_new_with_free_func (unref_if_set);
  self->bands = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self->keys = g_ptr_array_new_with_free_func (g_free);
  self->key_numbers = g_hash_table_new (g_str_hash, g_str_equal);
  self->down = g_array_new (FALSE, FALSE, sizeof (EntMatrixCut));
  self->across = g_array_new (FALSE, FALSE, sizeof (EntMatrixCut));

  _ent_matrix_paper_plan (self);
  self->pen = make_pen (self);
  rows = ent_matrix_model_dup_rows_label (model);
  self->corner = ent_paper_layout_new (context, rows != NULL ? rows : "", self->size, TRUE);
  ent_paper_layout_fit (self->corner, self->title_width - 2 * ENT_MATRIX_PAPER_PAD, 1);

  return self;
}

/**
 * ent_matrix_paper_free:
 * @self: (transfer full): a plan
 *
 * Frees it.
 */
void
ent_matrix_paper_free (EntMatrixPaper *self)
{
  g_return_if_fail (self != NULL);

  _ent_matrix_paper_clear (self);
  g_ptr_array_unref (self->row_titles);
  g_ptr_array_unref (self->column_titles);
  g_ptr_array_unref (self->column_details);
  g_ptr_array_unref (self->bands);
  g_hash_table_unref (self->key_numbers);
  g_ptr_array_unref (self->keys);
  g_array_unref (self->down);
  g_array_unref (self->across);
  g_object_unref (self->corner);
  ent_matrix_pen_free (self->pen);
  g_object_unref (self->context);
  g_object_unref (self->model);
  g_free (self);
}

/**
 * ent_matrix_paper_get_size:
 * @self: a plan
 *
 * Returns: the size of titles and letters in points
 */
double
ent_matrix_paper_get_size (EntMatrixPaper *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->size;
}

/**
 * ent_matrix_paper_get_n_down:
 * @self: a plan
 *
 * Returns: on how many pages one below the other it stands
 */
guint
ent_matrix_paper_get_n_down (EntMatrixPaper *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->down->len;
}

/**
 * ent_matrix_paper_get_n_across:
 * @self: a plan
 *
 * Returns: on how many pages side by side it stands
 */
guint
ent_matrix_paper_get_n_across (EntMatrixPaper *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->across->len;
}

/**
 * ent_matrix_paper_get_rows:
 * @self: a plan
 * @down: number of a page from top to bottom
 * @first: (out): the first row on it
 * @n: (out): how many
 *
 * Which rows stand on a page.
 */
void
ent_matrix_paper_get_rows (EntMatrixPaper *self, guint down, guint *first, guint *n)
{
  g_return_if_fail (self != NULL && down < self->down->len);

  *first = g_array_index (self->down, EntMatrixCut, down).first;
  *n = g_array_index (self->down, EntMatrixCut, down).n;
}

/**
 * ent_matrix_paper_get_columns:
 * @self: a plan
 * @across: number of a page from start to end
 * @first: (out): the first column on it
 * @n: (out): how many
 *
 * Which columns stand on a page.
 */
void
ent_matrix_paper_get_columns (EntMatrixPaper *self, guint across, guint *first, guint *n)
{
  g_return_if_fail (self != NULL && across < self->across->len);

  *first = g_array_index (self->across, EntMatrixCut, across).first;
  *n = g_array_index (self->across, EntMatrixCut, across).n;
}

/**
 * ent_matrix_paper_dup_label:
 * @self: a plan
 * @down: number of a page from top to bottom
 * @across: number of a page from start to end
 *
 * Returns: (transfer full): what a page is called so that the pages can be laid out again: the
 *   letter tells how far down it is, the number how far across; A1, A2, B1…, after Z comes AA
 */
char *
ent_matrix_paper_dup_label (EntMatrixPaper *self, guint down, guint across)
{
  char letters[8];
  guint at = sizeof letters;

  g_return_val_if_fail (self != NULL, NULL);

  letters[--at] = '\0';
  for (guint left = down + 1; left > 0; left = (left - 1) / 26)
    letters[--at] = (char) ('A' + (left - 1) % 26);

  return g_strdup_printf ("%s%u", &letters[at], across + 1);
}

/**
 * ent_matrix_paper_get_block_width:
 * @self: a plan
 * @across: number of a page from start to end
 *
 * Returns: how wide the matrix is on that page
 */
double
ent_matrix_paper_get_block_width (EntMatrixPaper *self, guint across)
{
  g_return_val_if_fail (self != NULL && across < self->across->len, 0);

  return self->title_width
    + g_array_index (self->across, EntMatrixCut, across).n * self->column_width;
}

/**
 * ent_matrix_paper_get_block_height:
 * @self: a plan
 * @down: number of a page from top to bottom
 *
 * Returns: how high the matrix is on that page
 */
double
ent_matrix_paper_get_block_height (EntMatrixPaper *self, guint down)
{
  const EntMatrixCut *cut;
  double height;

  g_return_val_if_fail (self != NULL && down < self->down->len, 0);

  cut = &g_array_index (self->down, EntMatrixCut, down);
  height = self->band_height + self->header_height;
  for (guint i = 0; i < cut->n; i++)
    height += self->row_heights[cut->first + i];

  return height;
}

/**
 * ent_matrix_paper_get_n_keys:
 * @self: a plan
 *
 * Returns: how many names are shortened
 */
guint
ent_matrix_paper_get_n_keys (EntMatrixPaper *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->keys->len;
}

/**
 * ent_matrix_paper_get_key:
 * @self: a plan
 * @index: which name; where it is shortened it bears the number @index + 1
 *
 * Returns: (transfer none): the name in full
 */
const char *
ent_matrix_paper_get_key (EntMatrixPaper *self, guint index)
{
  g_return_val_if_fail (self != NULL && index < self->keys->len, NULL);

  return g_ptr_array_index (self->keys, index);
}
