/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Goals against partners as a matrix. It reads the alignment; what it shows and in which order is
 * in ent-position-matrix-order.c, totals in -totals.c, typing in -edit.c. */
#include "config.h"

#include "render/ent-position-matrix-private.h"

#include "analysis/ent-day.h"

#include <glib/gi18n.h>

/* Sectors are groups of their own; this one is that of the totals. */
#define GROUP_PARTNERS 1000
#define GROUP_TOTALS 1001

static void ent_position_matrix_model_init (EntMatrixModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (EntPositionMatrix, ent_position_matrix, G_TYPE_OBJECT,
  G_IMPLEMENT_INTERFACE (ENT_TYPE_MATRIX_MODEL, ent_position_matrix_model_init))

/* --- Names ----------------------------------------------------------------------------------- */

static EntRecord *
get_goal (EntPositionMatrix *self, guint row)
{
  return ent_alignment_get_goal (self->alignment, position_matrix_goal (self, row));
}

static EntRecord *
get_partner (EntPositionMatrix *self, guint column)
{
  return ent_alignment_get_partner (self->alignment, position_matrix_partner (self, column));
}

static char *
dup_name (const char *name)
{
  return g_strdup (*name != '\0' ? name : _("(no name)"));
}

static char *
ent_position_matrix_dup_rows_label (EntMatrixModel *model)
{
  return g_strdup (ent_kind_get_label (ENT_KIND_GOAL, TRUE));
}

static char *
ent_position_matrix_dup_row_title (EntMatrixModel *model, guint row)
{
  EntPositionMatrix *self = ENT_POSITION_MATRIX (model);

  if (row >= self->rows->len)
    return g_strdup (_ent_position_matrix_get_total_title (TRUE, row - self->rows->len));

  return g_strdup (ent_record_get_string (get_goal (self, row), ENT_GOAL_TITLE));
}

/* “Plant the first beds; long term; weight 3; division 0.62 …” */
static char *
ent_position_matrix_dup_row_description (EntMatrixModel *model, guint row)
{
  EntPositionMatrix *self = ENT_POSITION_MATRIX (model);
  EntRecord *goal;
  EntRecord *owner;
  g_autofree char *division = NULL;
  g_autoptr(GString) text = NULL;

  if (row >= self->rows->len)
    return ent_position_matrix_dup_row_title (model, row);

  goal = get_goal (self, row);
  owner = ent_record_get_ref (goal, ENT_GOAL_OWNER);
  division = _ent_position_matrix_explain_total (self, row,
                                                 self->columns->len + POSITION_TOTAL_DIVISION);
  text = g_string_new (division);
  g_string_append_c (text, '\n');
  /* Translators: what is known of a goal: its horizon (long term) and its weight */
  g_string_append_printf (text, _("%s; weight %u"),
                          ent_enum_get_label (&ent_horizon_enum,
                                              ent_record_get_enum (goal, ENT_GOAL_HORIZON)),
                          ent_alignment_get_weight (self->alignment,
                                                    position_matrix_goal (self, row)));
  if (owner != NULL)
    /* Translators: after what is known of a goal: the partner it belongs to */
    g_string_append_printf (text, _("; of %s"), ent_record_get_string (owner, ENT_PARTNER_NAME));

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
ent_position_matrix_dup_column_title (EntMatrixModel *model, guint column)
{
  EntPositionMatrix *self = ENT_POSITION_MATRIX (model);
  const char *short_name;

  if (column >= self->columns->len)
    return g_strdup (_ent_position_matrix_get_total_title (FALSE, column - self->columns->len));

  short_name = ent_record_get_string (get_partner (self, column), ENT_PARTNER_SHORT_NAME);

  return dup_name (*short_name != '\0' ? short_name
    : ent_record_get_string (get_partner (self, column), ENT_PARTNER_NAME));
}

static char *
explain_column_total (guint total)
{
  switch (total)
    {
    case POSITION_TOTAL_FOR:
      return g_strdup (_("For: the sum of all positions above 0"));
    case POSITION_TOTAL_AGAINST:
      return g_strdup (_("Against: the sum of all positions below 0"));
    case POSITION_TOTAL_DIVISION:
    default:
      return g_strdup (_("Division: 0 when all stand on one side, 1 when one half stands at −4 and "
                         "the other at +4 (potential for conflict index, PCI₂)"));
    }
}

static char *
ent_position_matrix_dup_column_description (EntMatrixModel *model, guint column)
{
  EntPositionMatrix *self = ENT_POSITION_MATRIX (model);
  g_autofree char *involvement = NULL;
  g_autofree char *ambivalence = NULL;

  if (column >= self->columns->len)
    return explain_column_total (column - self->columns->len);

  involvement = _ent_position_matrix_explain_total (self, self->rows->len
                                                    + POSITION_TOTAL_INVOLVEMENT, column);
  ambivalence = _ent_position_matrix_explain_total (self, self->rows->len
                                                    + POSITION_TOTAL_AMBIVALENCE, column);
  if (ent_alignment_is_undecided (self->alignment, position_matrix_partner (self, column)))
    return g_strdup_printf ("%s\n%s", involvement, _("Undecided: can be won"));

  return g_strdup_printf ("%s\n%s", involvement, ambivalence);
}

static guint
ent_position_matrix_get_column_group (EntMatrixModel *model, guint column)
{
  EntPositionMatrix *self = ENT_POSITION_MATRIX (model);

  if (column >= self->columns->len)
    return GROUP_TOTALS;
  if (self->view.columns != ENT_POSITION_COLUMNS_SECTOR)
    return GROUP_PARTNERS;

  return (guint) ent_record_get_enum (get_partner (self, column), ENT_PARTNER_SECTOR);
}

static char *
ent_position_matrix_dup_group_title (EntMatrixModel *model, guint group)
{
  EntPositionMatrix *self = ENT_POSITION_MATRIX (model);

  if (group == GROUP_PARTNERS)
    return NULL;
  if (group != GROUP_TOTALS)
    return g_strdup (ent_enum_get_label (&ent_sector_enum, (int) group));
  if (self->columns->len < ent_alignment_get_n_partners (self->alignment))
    return g_strdup (_("Totals of all partners"));

  return g_strdup (_("Totals"));
}

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

static int
get_value (EntPositionMatrix *self, guint row, guint column)
{
  return ent_alignment_get_value (self->alignment, position_matrix_goal (self, row),
                                  position_matrix_partner (self, column));
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

  return get_value_text (get_value (self, row, column));
}

static EntMatrixTone
ent_position_matrix_get_cell_tone (EntMatrixModel *model, guint row, guint column)
{
  EntPositionMatrix *self = ENT_POSITION_MATRIX (model);

  if (!position_matrix_is_value (self, row, column))
    return ENT_MATRIX_TONE_SUMMARY;

  return ent_position_get_tone (get_value (self, row, column));
}

/* Seen as of an earlier day: what became of the value since. */
static EntMatrixSigns
get_change (EntPositionMatrix *self, guint row, guint column)
{
  int now = get_value (self, row, column);
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

static EntRecord *
get_position (EntPositionMatrix *self, guint row, guint column)
{
  return ent_alignment_get_position (self->alignment, position_matrix_goal (self, row),
                                     position_matrix_partner (self, column));
}

static EntMatrixSigns
ent_position_matrix_get_cell_signs (EntMatrixModel *model, guint row, guint column)
{
  EntPositionMatrix *self = ENT_POSITION_MATRIX (model);
  EntMatrixSigns signs;
  EntRecord *position;

  if (!position_matrix_is_value (self, row, column))
    return ENT_MATRIX_SIGN_NONE;

  signs = get_change (self, row, column);
  position = get_position (self, row, column);
  if (position != NULL && *ent_record_get_string (position, ENT_POSITION_REASON) != '\0')
    signs |= ENT_MATRIX_SIGN_REMARK;

  return signs;
}

/* --- Cells in words -------------------------------------------------------------------------- */

/* The last position before the one that counts which said something else; NULL if there is none. */
static const EntAlignmentStep *
find_earlier (GArray *history, int now)
{
  const EntAlignmentStep *earlier = NULL;

  for (guint i = 0; i < history->len; i++)
    {
      const EntAlignmentStep *step = &g_array_index (history, EntAlignmentStep, i);

      if (step->in_force)
        break;
      if (step->to != now)
        earlier = step;
    }

  return earlier;
}

/* “; was minus 1 in March” */
static void
append_earlier (EntPositionMatrix *self, GString *text, guint row, guint column)
{
  int now = get_value (self, row, column);
  g_autoptr(GArray) history = NULL;
  const EntAlignmentStep *earlier;
  g_autofree char *value = NULL;
  g_autofree char *month = NULL;

  if (now == ENT_STAND_UNKNOWN)
    return;
  history = ent_alignment_dup_history (self->alignment, position_matrix_goal (self, row),
                                       position_matrix_partner (self, column));
  earlier = find_earlier (history, now);
  if (earlier == NULL)
    return;

  value = ent_stand_spell (earlier->to);
  month = ent_day_format_month (ent_record_get_string (earlier->position, ENT_POSITION_DATE),
                                ent_alignment_get_as_of (self->alignment));
  /* Translators: an earlier position (minus 1) and the month in which it was given (March) */
  g_string_append_printf (text, _("; was %s in %s"), value, month);
}

static void
append_later (EntPositionMatrix *self, GString *text, guint row, guint column)
{
  g_autofree char *value = NULL;

  if (get_change (self, row, column) == ENT_MATRIX_SIGN_NONE)
    return;

  value = ent_stand_spell (ent_alignment_get_value_on (self->alignment,
    position_matrix_goal (self, row), position_matrix_partner (self, column), NULL));
  /* Translators: what became of a position after the day that is looked at: plus 2 */
  g_string_append_printf (text, _("; later %s"), value);
}

static void
append_reason (EntPositionMatrix *self, GString *text, guint row, guint column)
{
  EntRecord *position = get_position (self, row, column);
  EntRecord *said_by = position != NULL ? ent_record_get_ref (position, ENT_POSITION_SAID_BY)
                                        : NULL;
  const char *reason = position != NULL ? ent_record_get_string (position, ENT_POSITION_REASON)
                                        : "";

  if (*reason == '\0')
    return;
  if (said_by == NULL)
    g_string_append_printf (text, "\n“%s”", reason);
  else
    /* Translators: a reason and who gave it */
    g_string_append_printf (text, C_("reason", "\n“%s” (%s)"), reason,
                            ent_record_get_string (said_by, ENT_PERSON_NAME));
}

static char *
ent_position_matrix_dup_cell_description (EntMatrixModel *model, guint row, guint column)
{
  EntPositionMatrix *self = ENT_POSITION_MATRIX (model);
  g_autofree char *goal = NULL;
  g_autofree char *partner = NULL;
  g_autofree char *value = NULL;
  GString *text;

  if (!position_matrix_is_value (self, row, column))
    return _ent_position_matrix_explain_total (self, row, column);

  goal = dup_name (ent_record_get_string (get_goal (self, row), ENT_GOAL_TITLE));
  partner = dup_name (ent_record_get_string (get_partner (self, column), ENT_PARTNER_NAME));
  value = ent_position_spell (get_value (self, row, column));
  text = g_string_new (NULL);
  /* Translators: a cell of the alignment matrix in words: goal, partner: plus 3, mission */
  g_string_append_printf (text, _("%s, %s: %s"), goal, partner, value);
  append_earlier (self, text, row, column);
  append_later (self, text, row, column);
  append_reason (self, text, row, column);

  return g_string_free (text, FALSE);
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
  iface->dup_rows_label = ent_position_matrix_dup_rows_label;
  iface->dup_row_title = ent_position_matrix_dup_row_title;
  iface->dup_row_description = ent_position_matrix_dup_row_description;
  iface->dup_column_title = ent_position_matrix_dup_column_title;
  iface->dup_column_description = ent_position_matrix_dup_column_description;
  iface->get_column_group = ent_position_matrix_get_column_group;
  iface->dup_group_title = ent_position_matrix_dup_group_title;
  iface->get_cell_text = ent_position_matrix_get_cell_text;
  iface->get_cell_tone = ent_position_matrix_get_cell_tone;
  iface->get_cell_signs = ent_position_matrix_get_cell_signs;
  iface->dup_cell_description = ent_position_matrix_dup_cell_description;
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
 * ent_position_spell:
 * @value: −4 to +4, or %ENT_STAND_UNKNOWN
 *
 * Returns: (transfer full): the position and what it means: “plus 3, mission”
 */
char *
ent_position_spell (int value)
{
  g_autofree char *spelled = ent_stand_spell (value);

  if (value == ENT_STAND_UNKNOWN)
    return g_steal_pointer (&spelled);

  /* Translators: a position (plus 3) and what it touches in the partner (mission) */
  return g_strdup_printf (C_("position", "%s, %s"), spelled, ent_stand_get_meaning (value));
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
