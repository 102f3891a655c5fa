/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Putting values into cells: what is typed, chosen or cleared. */
#include "config.h"

#include "widgets/ent-matrix-private.h"

#include <glib/gi18n.h>

static char *
join_choices (EntMatrixModel *model)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) choices = NULL;

  for (guint i = 0; i < ent_matrix_model_get_n_choices (model); i++)
    g_strv_builder_add (builder, ent_matrix_model_get_choice_text (model, i));
  choices = g_strv_builder_end (builder);
  /* Translators: stands between the items of a list. */
  return g_strjoinv (_(", "), choices);
}

static void
refuse (EntMatrix  *self,
        const char *text)
{
  g_autofree char *choices = join_choices (self->scene.model);
  g_autofree char *message = NULL;

  if (*choices != '\0')
    message = g_strdup_printf (_("“%s” cannot be entered here. Type one of these: %s"), text,
                               choices);
  else
    message = g_strdup_printf (_("“%s” cannot be entered here."), text);
  _ent_matrix_problem (self, message);
}

static gboolean
check_editable (EntMatrix *self)
{
  if (self->scene.model == NULL)
    return FALSE;
  if (ent_matrix_model_can_edit (self->scene.model))
    return TRUE;
  _ent_matrix_problem (self, _("This cannot be changed here."));
  return FALSE;
}

/* Where others can be changed a cell can be worked out from them, such as a total. */
static gboolean
check_cell_editable (EntMatrix *self)
{
  if (!check_editable (self))
    return FALSE;
  if (ent_matrix_model_can_edit_cell (self->scene.model, (guint) self->row, (guint) self->column))
    return TRUE;
  _ent_matrix_problem (self, _("This is worked out from other cells and cannot be typed."));
  return FALSE;
}

/* Takes one typed character. What was typed into the cell before goes with it if that makes sense
 * ("A", then "R"), otherwise it begins anew. */
void
_ent_matrix_type (EntMatrix *self,
                  gunichar   c)
{
  EntMatrixModel *model = self->scene.model;
  g_autoptr(GError) error = NULL;
  EntMatrixInput input;

  _ent_matrix_scroll_to (self, self->row, self->column);
  if (!check_cell_editable (self))
    return;
  g_string_append_unichar (self->typed, c);
  input = ent_matrix_model_check_input (model, self->typed->str);
  if (input == ENT_MATRIX_INPUT_REFUSED)
    {
      g_string_truncate (self->typed, 0);
      g_string_append_unichar (self->typed, c);
      input = ent_matrix_model_check_input (model, self->typed->str);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (input == ENT_MATRIX_INPUT_REFUSED)
    {
      refuse (self, self->typed->str);
      g_string_truncate (self->typed, 0);
      return;
    }
  if (input != ENT_MATRIX_INPUT_COMPLETE)
    return;
  self->typing = TRUE;
  if (!ent_matrix_model_set_cell (model, (guint) self->row, (guint) self->column, self->typed->str,
                                  &error))
    _ent_matrix_problem (self, error->message);
  self->typing = FALSE;
}

void
_ent_matrix_forget_typed (EntMatrix *self)
{
  if (self->typed->len == 0)
    return;
  g_string_truncate (self->typed, 0);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* How many of the cells in a range can be changed. */
static guint
count_editable (EntMatrixModel       *model,
                const EntMatrixRange *range)
{
  guint n = 0;

  for (guint i = 0; i < range->n_rows; i++)
    for (guint j = 0; j < range->n_columns; j++)
      if (ent_matrix_model_can_edit_cell (model, range->first_row + i, range->first_column + j))
        n++;
  return n;
}

static gboolean
fill_range (EntMatrixModel        *model,
            const EntMatrixRange  *range,
            const char            *text,
            GError               **error)
{
  for (guint i = 0; i < range->n_rows; i++)
    for (guint j = 0; j < range->n_columns; j++)
      {
        guint row = range->first_row + i;
        guint column = range->first_column + j;

        if (ent_matrix_model_can_edit_cell (model, row, column) &&
            !ent_matrix_model_set_cell (model, row, column, text, error))
          return FALSE;
      }
  return TRUE;
}

/* Puts one value into all selected cells that can hold one as one undo step, or into none of them;
 * "" clears. */
void
_ent_matrix_fill (EntMatrix  *self,
                  const char *text)
{
  EntMatrixModel *model = self->scene.model;
  EntMatrixRange range = _ent_matrix_get_selection (self);
  g_autofree char *label = NULL;
  g_autoptr(GError) error = NULL;
  gpointer step;
  gboolean done;
  guint n_cells;

  if (range.n_rows * range.n_columns == 0 || !check_editable (self))
    return;
  n_cells = count_editable (model, &range);
  if (n_cells == 0)
    {
      check_cell_editable (self);
      return;
    }
  _ent_matrix_forget_typed (self);
  if (*text == '\0')
    label = g_strdup_printf (ngettext ("Clear %u cell", "Clear %u cells", n_cells), n_cells);
  else
    label = g_strdup_printf (ngettext ("Fill %u cell", "Fill %u cells", n_cells), n_cells);
  step = ent_matrix_model_begin_edit (model, label);
  done = fill_range (model, &range, text, &error);
  ent_matrix_model_end_edit (model, step, done);
  if (!done)
    _ent_matrix_problem (self, error->message);
}
