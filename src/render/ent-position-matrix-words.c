/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A position matrix in words: titles, what is known of goals and partners, and what a screen reader
 * and a tooltip say of a cell. */
#include "config.h"

#include "render/ent-position-matrix-private.h"

#include "analysis/ent-day.h"
#include "render/ent-matrix-project-private.h"

#include <glib/gi18n.h>

/* A sector is the group of its number; these two are no sector. */
#define GROUP_PARTNERS 1000
#define GROUP_TOTALS 1001

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

const char *
_ent_position_matrix_get_goal_name (EntPositionMatrix *self, guint row)
{
  return _ent_matrix_project_name (ent_record_get_string (get_goal (self, row), ENT_GOAL_TITLE));
}

const char *
_ent_position_matrix_get_partner_name (EntPositionMatrix *self, guint column)
{
  return _ent_matrix_project_name (ent_record_get_string (get_partner (self, column),
                                                          ENT_PARTNER_NAME));
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

  return g_strdup (*short_name != '\0' ? short_name
    : _ent_position_matrix_get_partner_name (self, column));
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
  int now = position_matrix_value (self, row, column);
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

  if (_ent_position_matrix_get_change (self, row, column) == ENT_MATRIX_SIGN_NONE)
    return;

  value = ent_stand_spell (ent_alignment_get_value_on (self->alignment,
    position_matrix_goal (self, row), position_matrix_partner (self, column), NULL));
  /* Translators: what became of a position after the day that is looked at: plus 2 */
  g_string_append_printf (text, _("; later %s"), value);
}

static void
append_reason (EntPositionMatrix *self, GString *text, guint row, guint column)
{
  g_autofree char *reason = ent_stand_dup_reason (position_matrix_position (self, row, column));

  if (reason != NULL)
    g_string_append_printf (text, "\n%s", reason);
}

static char *
ent_position_matrix_dup_cell_description (EntMatrixModel *model, guint row, guint column)
{
  EntPositionMatrix *self = ENT_POSITION_MATRIX (model);
  g_autofree char *value = NULL;
  GString *text;

  if (!position_matrix_is_value (self, row, column))
    return _ent_position_matrix_explain_total (self, row, column);

  value = ent_position_spell (position_matrix_value (self, row, column));
  text = g_string_new (NULL);
  /* Translators: a cell of the alignment matrix in words: goal, partner: plus 3, mission */
  g_string_append_printf (text, _("%s, %s: %s"), _ent_position_matrix_get_goal_name (self, row),
                          _ent_position_matrix_get_partner_name (self, column), value);
  append_earlier (self, text, row, column);
  append_later (self, text, row, column);
  append_reason (self, text, row, column);

  return g_string_free (text, FALSE);
}

void
_ent_position_matrix_init_words (EntMatrixModelInterface *iface)
{
  iface->dup_rows_label = ent_position_matrix_dup_rows_label;
  iface->dup_row_title = ent_position_matrix_dup_row_title;
  iface->dup_row_description = ent_position_matrix_dup_row_description;
  iface->dup_column_title = ent_position_matrix_dup_column_title;
  iface->dup_column_description = ent_position_matrix_dup_column_description;
  iface->get_column_group = ent_position_matrix_get_column_group;
  iface->dup_group_title = ent_position_matrix_dup_group_title;
  iface->dup_cell_description = ent_position_matrix_dup_cell_description;
}

/* --- Public ---------------------------------------------------------------------------------- */

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
