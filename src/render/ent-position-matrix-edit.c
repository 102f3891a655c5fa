/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Typing positions. What is typed counts from the day that is looked at on; earlier days stay as
 * they were. */
#include "config.h"

#include "render/ent-position-matrix-private.h"

#include "analysis/ent-day.h"
#include "analysis/ent-phrase.h"
#include "render/ent-matrix-project-private.h"

#include <glib/gi18n.h>
#include <string.h>

static EntProject *
get_project (EntPositionMatrix *self)
{
  return ent_alignment_get_project (self->alignment);
}

static gboolean
ent_position_matrix_can_edit (EntMatrixModel *model)
{
  return !ent_project_is_read_only (get_project (ENT_POSITION_MATRIX (model)));
}

static gboolean
ent_position_matrix_can_edit_cell (EntMatrixModel *model, guint row, guint column)
{
  return position_matrix_is_value (ENT_POSITION_MATRIX (model), row, column);
}

/* Only what was said on the day looked at can be taken back from a cell; what was said before is
 * history. */
static gboolean
check_can_clear (EntPositionMatrix *self, EntRecord *position, GError **error)
{
  const char *date;
  g_autofree char *day = NULL;

  if (position == NULL)
    return TRUE;
  date = ent_record_get_string (position, ENT_POSITION_DATE);
  if (g_str_equal (date, ent_alignment_get_as_of (self->alignment)))
    return TRUE;

  day = ent_day_format (date);
  g_set_error (error, ENT_MODEL_ERROR, ENT_MODEL_ERROR_VALUE,
               /* Translators: a date */
               _("This position was given on %s and stays as what was said then. Press Enter to "
                 "see the history of the cell and remove it there."), day);

  return FALSE;
}

static gboolean
ent_position_matrix_set_cell (EntMatrixModel *model, guint row, guint column, const char *text,
                              GError **error)
{
  EntPositionMatrix *self = ENT_POSITION_MATRIX (model);
  guint goal, partner;
  int value;

  if (!_ent_matrix_project_check (get_project (self), error))
    return FALSE;
  g_return_val_if_fail (position_matrix_is_value (self, row, column), FALSE);
  if (!ent_stand_parse (text, &value))
    {
      g_autofree char *quoted = ent_phrase_quote (text);

      g_set_error (error, ENT_MODEL_ERROR, ENT_MODEL_ERROR_VALUE,
                   _("%s is no position. Type a number from −4 (against) to +4 (for), or clear the "
                     "cell."), quoted);
      return FALSE;
    }

  goal = position_matrix_goal (self, row);
  partner = position_matrix_partner (self, column);
  if (value == ent_alignment_get_value (self->alignment, goal, partner))
    return TRUE;
  if (value == ENT_STAND_UNKNOWN
      && !check_can_clear (self, ent_alignment_get_position (self->alignment, goal, partner),
                           error))
    return FALSE;

  return ent_stand_record (get_project (self), ent_alignment_get_goal (self->alignment, goal),
                           ent_alignment_get_partner (self->alignment, partner),
                           ent_alignment_get_as_of (self->alignment), value, NULL, NULL, error);
}

/* A sign waits for its figure; a figure alone is for. */
static EntMatrixInput
ent_position_matrix_check_input (EntMatrixModel *model, const char *text)
{
  int value;

  if (g_utf8_strlen (text, -1) == 1 && strstr ("+-\342\210\222\342\200\223", text) != NULL)
    return ENT_MATRIX_INPUT_PARTIAL;
  if (!ent_stand_parse (text, &value) || g_utf8_strlen (text, -1) > 2)
    return ENT_MATRIX_INPUT_REFUSED;

  return ENT_MATRIX_INPUT_COMPLETE;
}

/* From the strongest for to the strongest against. */
static int
choice_value (guint choice)
{
  return ENT_STAND_MAX - (int) choice;
}

static guint
ent_position_matrix_get_n_choices (EntMatrixModel *model)
{
  return 2 * ENT_STAND_MAX + 1;
}

static const char *
ent_position_matrix_get_choice_text (EntMatrixModel *model, guint choice)
{
  g_autofree char *text = ent_stand_format (choice_value (choice));

  return g_intern_string (text);
}

static char *
ent_position_matrix_dup_choice_label (EntMatrixModel *model, guint choice)
{
  return ent_position_spell (choice_value (choice));
}

static gboolean
ent_position_matrix_set_row_title (EntMatrixModel *model, guint row, const char *title,
                                   GError **error)
{
  EntPositionMatrix *self = ENT_POSITION_MATRIX (model);
  g_autofree char *name = NULL;
  g_autofree char *label = NULL;
  EntRecord *goal;

  if (row >= self->rows->len)
    {
      g_set_error_literal (error, ENT_MODEL_ERROR, ENT_MODEL_ERROR_VALUE,
                           _("The name of a total cannot be changed."));
      return FALSE;
    }

  goal = ent_alignment_get_goal (self->alignment, position_matrix_goal (self, row));
  name = ent_phrase_quote (ent_record_get_string (goal, ENT_GOAL_TITLE));
  /* Translators: a step that can be undone; a goal in quotation marks */
  label = g_strdup_printf (_("Rename goal %s"), name);

  return _ent_matrix_project_rename (get_project (self), goal, ENT_GOAL_TITLE, title, label,
                                     _("A goal needs a title. Type what is to be reached."), error);
}

static gpointer
ent_position_matrix_begin_edit (EntMatrixModel *model, const char *label)
{
  return ent_project_begin (get_project (ENT_POSITION_MATRIX (model)), label);
}

static void
ent_position_matrix_end_edit (EntMatrixModel *model, gpointer edit, gboolean commit)
{
  _ent_matrix_project_end (edit, commit);
}

void
_ent_position_matrix_init_editing (EntMatrixModelInterface *iface)
{
  iface->can_edit = ent_position_matrix_can_edit;
  iface->can_edit_cell = ent_position_matrix_can_edit_cell;
  iface->set_cell = ent_position_matrix_set_cell;
  iface->check_input = ent_position_matrix_check_input;
  iface->get_n_choices = ent_position_matrix_get_n_choices;
  iface->get_choice_text = ent_position_matrix_get_choice_text;
  iface->dup_choice_label = ent_position_matrix_dup_choice_label;
  iface->set_row_title = ent_position_matrix_set_row_title;
  iface->begin_edit = ent_position_matrix_begin_edit;
  iface->end_edit = ent_position_matrix_end_edit;
}
