/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Blocks of cells to and from a spreadsheet, as tab-separated text.
 *
 * Copied on a row's header, a row comes with its title in front; pasted there, the first field of
 * each line is a title, and lines beyond the last row become new rows. What does not fit is named
 * in one message and everything else is one undo step. */
#include "config.h"

#include "widgets/ent-matrix-private.h"
#include "widgets/ent-tsv.h"

#include <glib/gi18n.h>

/* What a paste came to. */
typedef struct {
  guint  n_done;
  guint  n_refused;
  char  *refused;      /* the first text that was refused */
  char  *reason;       /* and why */
  guint  n_lost_rows;
  guint  n_lost_columns;
} Outcome;

static void
outcome_clear (Outcome *outcome)
{
  g_clear_pointer (&outcome->refused, g_free);
  g_clear_pointer (&outcome->reason, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Outcome, outcome_clear)

static void
outcome_add (Outcome    *outcome,
             gboolean    done,
             const char *text,
             GError     *error)
{
  if (done)
    {
      outcome->n_done++;
      return;
    }
  outcome->n_refused++;
  if (outcome->refused == NULL)
    {
      outcome->refused = g_strdup (text);
      outcome->reason = g_strdup (error->message);
    }
  g_error_free (error);
}

static void
append_row_text (EntMatrixModel       *model,
                 const EntMatrixRange *range,
                 guint                 row,
                 GString              *text)
{
  for (guint j = 0; j < range->n_columns; j++)
    {
      if (j > 0)
        g_string_append_c (text, '\t');
      ent_tsv_append (text, ent_matrix_model_get_cell_text (model, row, range->first_column + j));
    }
}

/* The selection as text, NULL when there is nothing to copy. */
char *
_ent_matrix_dup_copied_text (EntMatrix *self)
{
  EntMatrixModel *model = self->scene.model;
  EntMatrixRange range = _ent_matrix_get_selection (self);
  GString *text;

  if (model == NULL)
    return NULL;
  text = g_string_new (NULL);
  if (self->column == ENT_MATRIX_HEADER && self->row >= 0 &&
      self->row < (int) self->scene.layout.n_rows)
    {
      g_autofree char *title = ent_matrix_model_dup_row_title (model, (guint) self->row);

      range = (EntMatrixRange) { (guint) self->row, 1, 0, self->scene.layout.n_columns };
      ent_tsv_append (text, title);
      g_string_append_c (text, '\t');
    }
  for (guint i = 0; i < range.n_rows; i++)
    {
      append_row_text (model, &range, range.first_row + i, text);
      if (range.n_rows > 1)
        g_string_append_c (text, '\n');
    }
  return g_string_free (text, text->len == 0 && range.n_rows == 0);
}

static void
paste_cell (EntMatrixModel *model,
            guint           row,
            guint           column,
            const char     *text,
            Outcome        *outcome)
{
  GError *error = NULL;
  gboolean done;

  if (g_str_equal (text, ent_matrix_model_get_cell_text (model, row, column)))
    return;
  done = ent_matrix_model_set_cell (model, row, column, text, &error);
  outcome_add (outcome, done, text, error);
}

/* Makes the title in front of a line the title of its row, adding the row when there is none yet;
 * returns FALSE when the line has no row to go to. */
static gboolean
paste_title (EntMatrixModel *model,
             guint           row,
             const char     *title,
             Outcome        *outcome)
{
  GError *error = NULL;
  gboolean done;

  if (row < ent_matrix_model_get_n_rows (model))
    {
      g_autofree char *before = ent_matrix_model_dup_row_title (model, row);

      if (*title == '\0' || g_str_equal (title, before))
        return TRUE;
      done = ent_matrix_model_set_row_title (model, row, title, &error);
      outcome_add (outcome, done, title, error);
      return TRUE;
    }
  if (*title == '\0')
    return FALSE;
  done = ent_matrix_model_append_row (model, title, &error);
  outcome_add (outcome, done, title, error);
  return done;
}

static void
paste_line (EntMatrixModel     *model,
            guint               row,
            int                 first_column,
            const char *const  *fields,
            Outcome            *outcome)
{
  guint n_columns = ent_matrix_model_get_n_columns (model);
  guint n_over = 0;

  for (int i = 0; fields[i] != NULL; i++)
    {
      int column = first_column + i;

      if (column == ENT_MATRIX_HEADER)
        continue;
      if ((guint) column >= n_columns)
        n_over++;
      /* Totals that were copied along are passed over: they follow from the rest. */
      else if (ent_matrix_model_can_edit_cell (model, row, (guint) column))
        paste_cell (model, row, (guint) column, fields[i], outcome);
    }
  outcome->n_lost_columns = MAX (outcome->n_lost_columns, n_over);
}

static gboolean
is_blank (const char *const *fields)
{
  for (guint i = 0; fields[i] != NULL; i++)
    if (*fields[i] != '\0')
      return FALSE;
  return TRUE;
}

static void
paste_block (EntMatrixModel *model,
             guint           first_row,
             int             first_column,
             GPtrArray      *lines,
             Outcome        *outcome)
{
  guint row = first_row;

  for (guint i = 0; i < lines->len; i++)
    {
      const char *const *fields = lines->pdata[i];
      gboolean exists = row < ent_matrix_model_get_n_rows (model);

      if (!exists && is_blank (fields))
        continue;
      if (first_column == ENT_MATRIX_HEADER)
        exists = paste_title (model, row, fields[0], outcome);
      if (exists)
        paste_line (model, row++, first_column, fields, outcome);
      else
        outcome->n_lost_rows++;
    }
}

/* One value goes into every selected cell. */
static void
paste_single (EntMatrixModel       *model,
              const EntMatrixRange *range,
              const char           *text,
              Outcome              *outcome)
{
  for (guint i = 0; i < range->n_rows; i++)
    for (guint j = 0; j < range->n_columns; j++)
      paste_cell (model, range->first_row + i, range->first_column + j, text, outcome);
}

static void G_GNUC_PRINTF (2, 3)
add_sentence (GString    *message,
              const char *format,
              ...)
{
  va_list values;

  if (message->len > 0)
    g_string_append_c (message, ' ');
  va_start (values, format);
  g_string_append_vprintf (message, format, values);
  va_end (values);
}

static char *
describe_outcome (const Outcome *outcome)
{
  GString *message = g_string_new (NULL);

  if (outcome->n_refused == 1)
    add_sentence (message, "%s %s", _("One cell was left as it was."), outcome->reason);
  else if (outcome->n_refused > 1)
    add_sentence (message,
                  ngettext ("%u cell was left as it was, because it cannot hold “%s”.",
                            "%u cells were left as they were, because they cannot hold what was "
                            "pasted, such as “%s”.",
                            outcome->n_refused),
                  outcome->n_refused, outcome->refused);
  if (outcome->n_lost_rows > 0)
    add_sentence (message,
                  ngettext ("%u pasted row was left out, because it has no title. Paste on the "
                            "name of a row to add rows with titles.",
                            "%u pasted rows were left out, because they have no title. Paste on "
                            "the name of a row to add rows with titles.",
                            outcome->n_lost_rows),
                  outcome->n_lost_rows);
  if (outcome->n_lost_columns > 0)
    add_sentence (message,
                  ngettext ("%u pasted column was left out, because there are not that many "
                            "columns.",
                            "%u pasted columns were left out, because there are not that many "
                            "columns.",
                            outcome->n_lost_columns),
                  outcome->n_lost_columns);
  return g_string_free (message, message->len == 0);
}

static gboolean
is_single (GPtrArray *lines)
{
  return lines->len == 1 && g_strv_length (lines->pdata[0]) == 1;
}

/* Pastes tab-separated text at the selection. */
void
_ent_matrix_paste_text (EntMatrix  *self,
                        const char *text)
{
  EntMatrixModel *model = self->scene.model;
  EntMatrixRange range = _ent_matrix_get_selection (self);
  g_autoptr(GPtrArray) lines = ent_tsv_parse (text);
  g_auto(Outcome) outcome = { 0 };
  g_autofree char *message = NULL;
  gpointer step;

  if (model == NULL || lines->len == 0 || self->row < 0)
    return;
  if (!ent_matrix_model_can_edit (model))
    {
      _ent_matrix_problem (self, _("This cannot be changed here."));
      return;
    }
  _ent_matrix_forget_typed (self);
  step = ent_matrix_model_begin_edit (model, _("Paste"));
  if (is_single (lines) && range.n_rows > 0)
    paste_single (model, &range, ((char **) lines->pdata[0])[0], &outcome);
  else if (range.n_rows > 0)
    paste_block (model, range.first_row, (int) range.first_column, lines, &outcome);
  else
    paste_block (model, (guint) self->row, ENT_MATRIX_HEADER, lines, &outcome);
  ent_matrix_model_end_edit (model, step, outcome.n_done > 0);

  message = describe_outcome (&outcome);
  if (message != NULL)
    _ent_matrix_problem (self, message);
}

/* Puts the selection on the clipboard. */
void
_ent_matrix_copy (EntMatrix *self)
{
  g_autofree char *text = _ent_matrix_dup_copied_text (self);

  if (text != NULL)
    gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
}

static void
on_text_read (GObject      *object,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr(EntMatrix) self = data;
  g_autoptr(GError) error = NULL;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (object), result, &error);

  if (text != NULL)
    _ent_matrix_paste_text (self, text);
  else
    _ent_matrix_problem (self, _("There is no text on the clipboard."));
}

/* Pastes from the clipboard, once its text has arrived. */
void
_ent_matrix_paste (EntMatrix *self)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), NULL, on_text_read,
                                 g_object_ref (self));
}
