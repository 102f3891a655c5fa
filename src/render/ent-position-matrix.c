/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Goals against partners as a matrix. It reads the alignment; what it shows and in which order is
 * in ent-position-matrix-order.c, totals in -totals.c, words in -words.c, typing in -edit.c. */
#include "config.h"

#include "render/ent-position-matrix-private.h"

static void ent_position_matrix_model_init (EntMatrixModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (EntPositionMatrix, ent_position_matrix, G_TYPE_OBJECT,
  G_IMPLEMENT_INTERFACE (ENT_TYPE_MATRIX_MODEL, ent_position_matrix_model_init))

/* --- Cells ----------------------------------------------------------------------------------- */

static guint
ent_position_matrix_get_n_rows (EntMatrixModel *model)
{
  EntPositionMatrix *self = ENT_POSITION_MATRIX (model);

  return self->rows->len > 0 ? self->rows->len + POSITION_N_ROW_TOTALS : 0;
}

static guint
ent_position_matrix_get_n_columns (EntMatrixModel *model)
{
  EntPositionMatrix *self = ENT_POSITION_MATRIX (model);

  return self->columns->len > 0 ? self->columns->len + POSITION_N_COLUMN_TOTALS : 0;
}

static guint
ent_position_matrix_get_n_total_rows (EntMatrixModel *model)
{
  return ENT_POSITION_MATRIX (model)->rows->len > 0 ? POSITION_N_ROW_TOTALS : 0;
}

static guint
ent_position_matrix_get_n_total_columns (EntMatrixModel *model)
{
  return ENT_POSITION_MATRIX (model)->columns->len > 0 ? POSITION_N_COLUMN_TOTALS : 0;
}

/* As ent_stand_format() writes them, but to be borrowed: a screenful asks for thousands. */
static const char *
get_value_text (int value)
{
  static const char *texts[2 * ENT_STAND_MAX + 1];

  if (value == ENT_STAND_UNKNOWN)
    return "";
  if (g_once_init_enter (&texts[value + ENT_STAND_MAX]))
    {
      g_autofree char *text = ent_stand_format (value);

      g_once_init_leave (&texts[value + ENT_STAND_MAX], g_intern_string (text));
    }

  return texts[value + ENT_STAND_MAX];
}

static const char *
ent_position_matrix_get_cell_text (EntMatrixModel *model, guint row, guint column)
{
  EntPositionMatrix *self = ENT_POSITION_MATRIX (model);

  if (!position_matrix_is_value (self, row, column))
    return _ent_position_matrix_get_total (self, row, column);

  return get_value_text (position_matrix_value (self, row, column));
}

static EntMatrixTone
ent_position_matrix_get_cell_tone (EntMatrixModel *model, guint row, guint column)
{
  EntPositionMatrix *self = ENT_POSITION_MATRIX (model);

  if (!position_matrix_is_value (self, row, column))
    return ENT_MATRIX_TONE_SUMMARY;

  return ent_position_get_tone (position_matrix_value (self, row, column));
}

/* Seen as of an earlier day: what became of the value since. */
EntMatrixSigns
_ent_position_matrix_get_change (EntPositionMatrix *self, guint row, guint column)
{
  int now = position_matrix_value (self, row, column);
  int later;

  if (ent_alignment_is_today (self->alignment))
    return ENT_MATRIX_SIGN_NONE;

  later = ent_alignment_get_value_on (self->alignment, position_matrix_goal (self, row),
                                      position_matrix_partner (self, column), NULL);
  if (later == now)
    return ENT_MATRIX_SIGN_NONE;
  if (now == ENT_STAND_UNKNOWN)
    return ENT_MATRIX_SIGN_NEW;

  return later > now ? ENT_MATRIX_SIGN_ROSE : ENT_MATRIX_SIGN_FELL;
}

static EntMatrixSigns
ent_position_matrix_get_cell_signs (EntMatrixModel *model, guint row, guint column)
{
  EntPositionMatrix *self = ENT_POSITION_MATRIX (model);
  EntMatrixSigns signs;
  EntRecord *position;

  if (!position_matrix_is_value (self, row, column))
    return ENT_MATRIX_SIGN_NONE;

  signs = _ent_position_matrix_get_change (self, row, column);
  position = position_matrix_position (self, row, column);
  if (position != NULL && *ent_record_get_string (position, ENT_POSITION_REASON) != '\0')
    signs |= ENT_MATRIX_SIGN_REMARK;

  return signs;
}

/* --- Following the alignment ----------------------------------------------------------------- */

static int
find_number (GArray *numbers, int number)
{
  for (guint i = 0; number >= 0 && i < numbers->len; i++)
    if (g_array_index (numbers, guint, i) == (guint) number)
      return (int) i;

  return -1;
}

static void
update_goals (EntPositionMatrix *self, GArray *goals)
{
  for (guint i = 0; i < goals->len; i++)
    {
      int row = find_number (self->rows, (int) g_array_index (goals, guint, i));

      if (row >= 0)
        ent_matrix_model_changed (ENT_MATRIX_MODEL (self), (guint) row, 0, 1,
                                  self->columns->len + POSITION_N_COLUMN_TOTALS);
    }
}

static void
update_partners (EntPositionMatrix *self, GArray *partners)
{
  for (guint i = 0; i < partners->len; i++)
    {
      int column = find_number (self->columns, (int) g_array_index (partners, guint, i));

      if (column >= 0)
        ent_matrix_model_changed (ENT_MATRIX_MODEL (self), 0, (guint) column,
                                  self->rows->len + POSITION_N_ROW_TOTALS, 1);
    }
}

static void
update_cells (EntPositionMatrix *self, GArray *cells)
{
  for (guint i = 0; i < cells->len; i++)
    {
      const EntAlignmentCell *cell = &g_array_index (cells, EntAlignmentCell, i);
      int row = find_number (self->rows, (int) cell->goal);
      int column = find_number (self->columns, (int) cell->partner);

      if (row >= 0 && column >= 0)
        ent_matrix_model_changed (ENT_MATRIX_MODEL (self), (guint) row, (guint) column, 1, 1);
    }
}

/* Who takes part no longer filters nothing. */
static void
forget_absent_partner (EntPositionMatrix *self)
{
  if (self->view.partner != NULL
      && ent_alignment_find_partner (self->alignment, self->view.partner) < 0)
    g_clear_object (&self->view.partner);
}

/* Whether what is shown, and where, hangs on fields of goals and partners. */
static gboolean
is_arranged_by_fields (EntPositionMatrix *self)
{
  return self->view.horizon >= 0 || self->view.sector >= 0
    || self->view.rows == ENT_POSITION_ROWS_WEIGHT
    || self->view.columns == ENT_POSITION_COLUMNS_SECTOR;
}

/* A field may be a title, which headers are as large as, or the sector, which is the column's
 * group. */
static void
on_changed (EntPositionMatrix *self, const EntAlignmentUpdate *update)
{
  if (update->everything)
    forget_absent_partner (self);
  if (update->everything || (update->fields && is_arranged_by_fields (self)))
    _ent_position_matrix_arrange (self);
  if (update->everything || update->fields)
    {
      ent_matrix_model_layout_changed (ENT_MATRIX_MODEL (self));
      return;
    }

  update_goals (self, update->goals);
  update_partners (self, update->partners);
  update_cells (self, update->cells);
  if (update->figures)
    ent_matrix_model_changed (ENT_MATRIX_MODEL (self),
                              self->rows->len + POSITION_TOTAL_AMBIVALENCE, 0, 1,
                              self->columns->len);
}

static void
ent_position_matrix_model_init (EntMatrixModelInterface *iface)
{
  iface->get_n_rows = ent_position_matrix_get_n_rows;
  iface->get_n_columns = ent_position_matrix_get_n_columns;
  iface->get_n_total_rows = ent_position_matrix_get_n_total_rows;
  iface->get_n_total_columns = ent_position_matrix_get_n_total_columns;
  iface->get_cell_text = ent_position_matrix_get_cell_text;
  iface->get_cell_tone = ent_position_matrix_get_cell_tone;
  iface->get_cell_signs = ent_position_matrix_get_cell_signs;
  _ent_position_matrix_init_words (iface);
  _ent_position_matrix_init_editing (iface);
}

static void
ent_position_matrix_dispose (GObject *object)
{
  EntPositionMatrix *self = ENT_POSITION_MATRIX (object);

  if (self->alignment != NULL)
    g_signal_handlers_disconnect_by_data (self->alignment, self);
  g_clear_object (&self->alignment);
  g_clear_object (&self->view.partner);
  g_clear_pointer (&self->rows, g_array_unref);
  g_clear_pointer (&self->columns, g_array_unref);

  G_OBJECT_CLASS (ent_position_matrix_parent_class)->dispose (object);
}

static void
ent_position_matrix_class_init (EntPositionMatrixClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ent_position_matrix_dispose;
}

static void
ent_position_matrix_init (EntPositionMatrix *self)
{
  self->view = (EntPositionView) ENT_POSITION_VIEW_INIT;
  self->rows = g_array_new (FALSE, FALSE, sizeof (guint));
  self->columns = g_array_new (FALSE, FALSE, sizeof (guint));
}

/* --- Public ---------------------------------------------------------------------------------- */

/**
 * ent_position_get_tone:
 * @value: −4 to +4, or %ENT_STAND_UNKNOWN
 *
 * Returns: how a cell with that position is filled; unknown is not 0
 */
EntMatrixTone
ent_position_get_tone (int value)
{
  if (value == ENT_STAND_UNKNOWN)
    return ENT_MATRIX_TONE_NONE;
  if (value == 0)
    return ENT_MATRIX_TONE_ZERO;

  return value > 0 ? ENT_MATRIX_TONE_FOR_1 + (EntMatrixTone) (value - 1)
                   : ENT_MATRIX_TONE_AGAINST_1 + (EntMatrixTone) (-value - 1);
}

/**
 * ent_position_matrix_new:
 * @alignment: an alignment
 *
 * Returns: (transfer full): it as a matrix, all of it in its own order
 */
EntPositionMatrix *
ent_position_matrix_new (EntAlignment *alignment)
{
  EntPositionMatrix *self;

  g_return_val_if_fail (ENT_IS_ALIGNMENT (alignment), NULL);

  self = g_object_new (ENT_TYPE_POSITION_MATRIX, NULL);
  self->alignment = g_object_ref (alignment);
  _ent_position_matrix_arrange (self);
  g_signal_connect_object (alignment, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * ent_position_matrix_get_alignment:
 * @self: a position matrix
 *
 * Returns: (transfer none): what it shows
 */
EntAlignment *
ent_position_matrix_get_alignment (EntPositionMatrix *self)
{
  g_return_val_if_fail (ENT_IS_POSITION_MATRIX (self), NULL);

  return self->alignment;
}

/**
 * ent_position_matrix_set_view:
 * @self: a position matrix
 * @view: what to show, and in which order
 *
 * Chooses and orders goals and partners. Rows and columns stay where they are while values change;
 * the same view again puts them in order anew.
 */
void
ent_position_matrix_set_view (EntPositionMatrix *self, const EntPositionView *view)
{
  EntRecord *before;

  g_return_if_fail (ENT_IS_POSITION_MATRIX (self));
  g_return_if_fail (view != NULL);

  before = self->view.partner;
  self->view = *view;
  if (self->view.partner != NULL)
    g_object_ref (self->view.partner);
  g_clear_object (&before);
  _ent_position_matrix_arrange (self);
  ent_matrix_model_layout_changed (ENT_MATRIX_MODEL (self));
}

/**
 * ent_position_matrix_get_view:
 * @self: a position matrix
 * @view: (out): what is shown, and in which order; its partner is borrowed
 *
 * Tells what of the alignment is seen.
 */
void
ent_position_matrix_get_view (EntPositionMatrix *self, EntPositionView *view)
{
  g_return_if_fail (ENT_IS_POSITION_MATRIX (self));
  g_return_if_fail (view != NULL);

  *view = self->view;
}

/**
 * ent_position_matrix_get_goal:
 * @self: a position matrix
 * @row: a row
 *
 * Returns: the number of its goal in the alignment, or -1 for a total
 */
int
ent_position_matrix_get_goal (EntPositionMatrix *self, guint row)
{
  g_return_val_if_fail (ENT_IS_POSITION_MATRIX (self), -1);

  return row < self->rows->len ? (int) position_matrix_goal (self, row) : -1;
}

/**
 * ent_position_matrix_get_partner:
 * @self: a position matrix
 * @column: a column
 *
 * Returns: the number of its partner in the alignment, or -1 for a total
 */
int
ent_position_matrix_get_partner (EntPositionMatrix *self, guint column)
{
  g_return_val_if_fail (ENT_IS_POSITION_MATRIX (self), -1);

  return column < self->columns->len ? (int) position_matrix_partner (self, column) : -1;
}

/**
 * ent_position_matrix_find_row:
 * @self: a position matrix
 * @goal: (nullable): a goal
 *
 * Returns: its row, or -1 where it is not shown
 */
int
ent_position_matrix_find_row (EntPositionMatrix *self, EntRecord *goal)
{
  g_return_val_if_fail (ENT_IS_POSITION_MATRIX (self), -1);

  return find_number (self->rows, ent_alignment_find_goal (self->alignment, goal));
}

/**
 * ent_position_matrix_find_column:
 * @self: a position matrix
 * @partner: (nullable): a partner
 *
 * Returns: its column, or -1 where it is not shown
 */
int
ent_position_matrix_find_column (EntPositionMatrix *self, EntRecord *partner)
{
  g_return_val_if_fail (ENT_IS_POSITION_MATRIX (self), -1);

  return find_number (self->columns, ent_alignment_find_partner (self->alignment, partner));
}
