/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the matrix tells, and what it asks of whoever it belongs to. */
#include "config.h"

#include "widgets/ent-matrix-private.h"

enum {
  NOTIFY_PROBLEM,
  FOCUS_MOVED,
  ROW_ACTIVATED,
  COLUMN_ACTIVATED,
  OPEN_CELL,
  REMOVE_ROWS,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static guint
new_signal (const char *name,
            guint       n_params,
            GType       first,
            GType       second)
{
  return g_signal_new (name, ENT_TYPE_MATRIX, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                       n_params, first, second);
}

/* What the matrix tells. */
static void
install_news (void)
{
  /**
   * EntMatrix::notify-problem:
   * @self: the matrix
   * @message: a sentence for the user
   *
   * Something could not be done, or not all of it.
   */
  signals[NOTIFY_PROBLEM] = new_signal ("notify-problem", 1, G_TYPE_STRING, G_TYPE_NONE);

  /**
   * EntMatrix::focus-moved:
   * @self: the matrix
   * @row: the row, or -1 on a column's header
   * @column: the column, or -1 on a row's header
   *
   * The focus cell is another one.
   */
  signals[FOCUS_MOVED] = new_signal ("focus-moved", 2, G_TYPE_INT, G_TYPE_INT);
}

/* What it asks of whoever it belongs to. */
static void
install_wishes (void)
{
  /**
   * EntMatrix::row-activated:
   * @self: the matrix
   * @row: a row
   *
   * The user wants to see more of a row: Enter or a double click on its header.
   */
  signals[ROW_ACTIVATED] = new_signal ("row-activated", 1, G_TYPE_UINT, G_TYPE_NONE);

  /**
   * EntMatrix::column-activated:
   * @self: the matrix
   * @column: a column
   *
   * The user wants to see more of a column.
   */
  signals[COLUMN_ACTIVATED] = new_signal ("column-activated", 1, G_TYPE_UINT, G_TYPE_NONE);

  /**
   * EntMatrix::open-cell:
   * @self: the matrix
   * @row: the row of a cell
   * @column: its column
   *
   * The user wants to see more of a cell, or to change it without typing: Enter, F2 or a double
   * click. ent_matrix_get_cell_area() tells where it is.
   *
   * Returns: whether something was shown; otherwise the menu of values opens
   */
  signals[OPEN_CELL] =
    g_signal_new ("open-cell", ENT_TYPE_MATRIX, G_SIGNAL_RUN_LAST, 0,
                  g_signal_accumulator_true_handled, NULL, NULL, G_TYPE_BOOLEAN, 2, G_TYPE_UINT,
                  G_TYPE_UINT);

  /**
   * EntMatrix::remove-rows:
   * @self: the matrix
   * @row: first row
   * @n_rows: number of rows
   *
   * The user pressed Delete on headers of rows. Whoever owns the rows removes them.
   */
  signals[REMOVE_ROWS] = new_signal ("remove-rows", 2, G_TYPE_UINT, G_TYPE_UINT);
}

void
_ent_matrix_class_init_signals (void)
{
  install_news ();
  install_wishes ();
}

void
_ent_matrix_problem (EntMatrix  *self,
                     const char *message)
{
  g_assert (ENT_IS_MATRIX (self));
  g_assert (message != NULL);

  gtk_widget_error_bell (GTK_WIDGET (self));
  g_signal_emit (self, signals[NOTIFY_PROBLEM], 0, message);
}

gboolean
_ent_matrix_emit_open_cell (EntMatrix *self)
{
  gboolean shown = FALSE;

  _ent_matrix_scroll_to (self, self->row, self->column);
  g_signal_emit (self, signals[OPEN_CELL], 0, (guint) self->row, (guint) self->column, &shown);
  return shown;
}
