/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Typing into the matrix: letters into cells, titles into rows. */
#include "config.h"

#include "matrix-fixture.h"

static void
test_type (Fixture       *fixture,
           gconstpointer  data)
{
  type (fixture, "r");
  g_assert_cmpstr (text_at (fixture, 0, 0), ==, "R");
  g_assert_cmpuint (fake_matrix_get_n_steps (fixture->fake), ==, 1);
  type (fixture, "a");
  g_assert_cmpstr (text_at (fixture, 0, 0), ==, "A");
  type (fixture, "r");
  g_assert_cmpstr (text_at (fixture, 0, 0), ==, "A/R");
  type (fixture, "i");
  g_assert_cmpstr (text_at (fixture, 0, 0), ==, "I");

  press (fixture, GDK_KEY_Right);
  type (fixture, "A/");
  g_assert_cmpstr (text_at (fixture, 0, 1), ==, "A/R");
  press (fixture, GDK_KEY_Right);
  type (fixture, "A");
  press (fixture, GDK_KEY_Left);
  press (fixture, GDK_KEY_Right);
  type (fixture, "R");
  g_assert_cmpstr (text_at (fixture, 0, 2), ==, "R");

  g_assert_null (fixture->problem);
  type (fixture, "x");
  g_assert_cmpstr (text_at (fixture, 0, 2), ==, "R");
  g_assert_nonnull (strstr (fixture->problem, "“x”"));
  g_assert_nonnull (strstr (fixture->problem, "R, A, A/R, C, I"));
  assert_focus (fixture, 0, 2);

  type (fixture, "c");
  press (fixture, GDK_KEY_Return);
  assert_focus (fixture, 1, 2);

  type (fixture, "a");
  fake_matrix_undo (fixture->fake);
  type (fixture, "r");
  g_assert_cmpstr (text_at (fixture, 1, 2), ==, "R");
}

static void
test_read_only (Fixture       *fixture,
                gconstpointer  data)
{
  fake_matrix_set_read_only (fixture->fake, TRUE);
  type (fixture, "r");
  g_assert_cmpstr (text_at (fixture, 0, 0), ==, "");
  g_assert_nonnull (fixture->problem);
  g_clear_pointer (&fixture->problem, g_free);
  _ent_matrix_paste_text (fixture->matrix, "A");
  g_assert_cmpstr (text_at (fixture, 0, 0), ==, "");
  g_assert_nonnull (fixture->problem);
  act (fixture, "matrix.clear");
  ent_matrix_start_append (fixture->matrix);
  g_assert_null (fixture->matrix->text);
  g_assert_cmpuint (fake_matrix_get_n_steps (fixture->fake), ==, 0);
}

/* Cells that are worked out refuse what is typed, and are passed over when many are filled. */
static void
test_locked (Fixture       *fixture,
             gconstpointer  data)
{
  fake_matrix_lock_column (fixture->fake, 1);
  press (fixture, GDK_KEY_Right);
  type (fixture, "r");
  g_assert_nonnull (fixture->problem);
  g_clear_pointer (&fixture->problem, g_free);
  act (fixture, "matrix.clear");
  g_assert_nonnull (fixture->problem);
  g_clear_pointer (&fixture->problem, g_free);
  g_assert_cmpuint (fake_matrix_get_n_steps (fixture->fake), ==, 0);

  press (fixture, GDK_KEY_Left);
  _ent_matrix_paste_text (fixture->matrix, "A\tR\tC");
  g_assert_null (fixture->problem);
  g_assert_cmpstr (text_at (fixture, 0, 0), ==, "A");
  g_assert_cmpstr (text_at (fixture, 0, 1), ==, "");
  g_assert_cmpstr (text_at (fixture, 0, 2), ==, "C");

  press_with (fixture, GDK_KEY_Right, GDK_SHIFT_MASK);
  press_with (fixture, GDK_KEY_Right, GDK_SHIFT_MASK);
  act (fixture, "matrix.clear");
  g_assert_null (fixture->problem);
  g_assert_cmpstr (text_at (fixture, 0, 0), ==, "");
  g_assert_cmpstr (text_at (fixture, 0, 2), ==, "");
}

static gboolean
on_open_cell (EntMatrix *matrix,
              guint      row,
              guint      column,
              gpointer   data)
{
  GdkRectangle area;

  ent_matrix_get_cell_area (matrix, row, column, &area);
  g_assert_cmpint (area.width, >, 0);
  g_assert_cmpuint (row, ==, 1);
  g_assert_cmpuint (column, ==, 0);
  ++*(guint *) data;
  return TRUE;
}

/* Who owns the matrix can show something of its own for a cell; the menu stays within reach. */
static void
test_open_cell (Fixture       *fixture,
                gconstpointer  data)
{
  guint n_opened = 0;

  g_signal_connect (fixture->matrix, "open-cell", G_CALLBACK (on_open_cell), &n_opened);
  press (fixture, GDK_KEY_Down);
  press (fixture, GDK_KEY_Return);
  press (fixture, GDK_KEY_F2);
  g_assert_cmpuint (n_opened, ==, 2);
  g_assert_null (fixture->matrix->menu);
  act (fixture, "matrix.choose");
  g_assert_cmpuint (n_opened, ==, 2);
  g_assert_nonnull (fixture->matrix->menu);
  gtk_popover_popdown (GTK_POPOVER (fixture->matrix->menu));
  settle (fixture);
}

/* A window may go in the same moment as its menu, before what was chosen there has run. */
static void
test_close_with_menu (Fixture       *fixture,
                      gconstpointer  data)
{
  act (fixture, "matrix.choose");
  gtk_popover_popdown (GTK_POPOVER (fixture->matrix->menu));
  act (fixture, "matrix.choose");
  g_assert_true (gtk_widget_get_visible (fixture->matrix->menu));
  gtk_popover_popdown (GTK_POPOVER (fixture->matrix->menu));
}

static void
test_choices (Fixture       *fixture,
              gconstpointer  data)
{
  press_with (fixture, GDK_KEY_Down, GDK_SHIFT_MASK);
  press (fixture, GDK_KEY_F2);
  g_assert_nonnull (fixture->matrix->menu);
  settle (fixture);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->matrix), "matrix.set-choice", "u",
                                             3));
  g_assert_cmpstr (text_at (fixture, 0, 0), ==, "C");
  g_assert_cmpstr (text_at (fixture, 1, 0), ==, "C");
  g_assert_cmpuint (fake_matrix_get_n_steps (fixture->fake), ==, 1);
  gtk_popover_popdown (GTK_POPOVER (fixture->matrix->menu));
  settle (fixture);
  g_assert_null (fixture->matrix->menu);
}

static void
set_text (Fixture    *fixture,
          const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (fixture->matrix->text), text);
}

static char *
dup_title (Fixture *fixture,
           guint    row)
{
  return ent_matrix_model_dup_row_title (ENT_MATRIX_MODEL (fixture->fake), row);
}

static void
test_append (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  press_with (fixture, GDK_KEY_End, GDK_CONTROL_MASK);
  press (fixture, GDK_KEY_Down);
  assert_focus (fixture, 30, -1);
  g_assert_nonnull (fixture->matrix->text);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == fixture->matrix->text);

  set_text (fixture, "  Dig the pond ");
  g_signal_emit_by_name (fixture->matrix->text, "activate");
  assert_focus (fixture, 31, -1);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (fixture->matrix->text)), ==, "");
  set_text (fixture, "Buy fish");
  g_signal_emit_by_name (fixture->matrix->text, "activate");
  first = dup_title (fixture, 30);
  second = dup_title (fixture, 31);
  g_assert_cmpstr (first, ==, "Dig the pond");
  g_assert_cmpstr (second, ==, "Buy fish");
  g_assert_cmpuint (fake_matrix_get_n_steps (fixture->fake), ==, 2);
}

/* What is left in the text when the user goes elsewhere is kept, unless Escape says otherwise. */
static void
test_append_left (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autofree char *title = NULL;

  ent_matrix_start_append (fixture->matrix);
  set_text (fixture, "Feed them");
  gtk_widget_grab_focus (fixture->after);
  g_assert_null (fixture->matrix->text);
  title = dup_title (fixture, 30);
  g_assert_cmpstr (title, ==, "Feed them");
  settle (fixture);

  ent_matrix_start_append (fixture->matrix);
  set_text (fixture, "Nothing");
  press (fixture, GDK_KEY_Escape);
  g_assert_null (fixture->matrix->text);
  g_assert_cmpuint (fake_matrix_get_n_steps (fixture->fake), ==, 1);
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (fixture->matrix)) ||
                 gtk_window_get_focus (GTK_WINDOW (fixture->window)) ==
                   GTK_WIDGET (fixture->matrix));

  /* Up leads out of it. */
  ent_matrix_start_append (fixture->matrix);
  press (fixture, GDK_KEY_Up);
  assert_focus (fixture, 30, -1);
}

/* Several lines pasted into the empty row are rows; one line is text. */
static void
test_append_pasted (Fixture       *fixture,
                    gconstpointer  data)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (fixture->matrix));
  EntMatrixModel *model = ENT_MATRIX_MODEL (fixture->fake);
  GtkEditable *text;
  g_autofree char *title = NULL;

  ent_matrix_start_append (fixture->matrix);
  text = GTK_EDITABLE (fixture->matrix->text);
  gdk_clipboard_set_text (clipboard, "Dig");
  g_signal_emit_by_name (text, "paste-clipboard");
  while (*gtk_editable_get_text (text) == '\0')
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (gtk_editable_get_text (text), ==, "Dig");

  gtk_editable_set_text (text, "");
  gdk_clipboard_set_text (clipboard, "Dig\tA\r\nSow\tR\tI\r\n");
  g_signal_emit_by_name (text, "paste-clipboard");
  while (ent_matrix_model_get_n_rows (model) < 32)
    g_main_context_iteration (NULL, TRUE);
  title = dup_title (fixture, 31);
  g_assert_cmpstr (title, ==, "Sow");
  g_assert_cmpstr (text_at (fixture, 31, 1), ==, "I");
  g_assert_cmpuint (fake_matrix_get_n_steps (fixture->fake), ==, 1);
  assert_focus (fixture, 32, -1);
}

static void
test_commit_edit (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autofree char *title = NULL;

  ent_matrix_start_append (fixture->matrix);
  set_text (fixture, "Half typed");
  g_assert_true (ent_matrix_commit_edit (fixture->matrix));
  title = dup_title (fixture, 30);
  g_assert_cmpstr (title, ==, "Half typed");

  _ent_matrix_move_focus (fixture->matrix, 2, -1, FALSE);
  press (fixture, GDK_KEY_F2);
  set_text (fixture, "");
  g_assert_false (ent_matrix_commit_edit (fixture->matrix));
  g_assert_cmpstr (fixture->problem, ==, "A task needs a title.");
  g_assert_nonnull (fixture->matrix->text);
  press (fixture, GDK_KEY_Escape);
  g_assert_true (ent_matrix_commit_edit (fixture->matrix));
}

static void
test_rename (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *title = NULL;
  g_autofree char *next = NULL;

  _ent_matrix_move_focus (fixture->matrix, 2, -1, FALSE);
  press (fixture, GDK_KEY_F2);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (fixture->matrix->text)), ==, "Task 3");
  set_text (fixture, "Third");
  g_signal_emit_by_name (fixture->matrix->text, "activate");
  g_assert_null (fixture->matrix->text);
  title = dup_title (fixture, 2);
  g_assert_cmpstr (title, ==, "Third");
  assert_focus (fixture, 2, -1);

  press (fixture, GDK_KEY_F2);
  set_text (fixture, "Three");
  press (fixture, GDK_KEY_Down);
  assert_focus (fixture, 3, -1);
  next = dup_title (fixture, 2);
  g_assert_cmpstr (next, ==, "Three");
}

/* Rows vanish under a title that is being typed. */
static void
test_rows_vanish (Fixture       *fixture,
                  gconstpointer  data)
{
  EntMatrixRange selection;

  _ent_matrix_move_focus (fixture->matrix, 29, 11, FALSE);
  for (guint i = 0; i < 30; i++)
    {
      fake_matrix_remove_row (fixture->fake, 0);
      settle (fixture);
    }
  selection = _ent_matrix_get_selection (fixture->matrix);
  g_assert_cmpuint (selection.n_rows, ==, 0);
  for (guint i = 0; i < 5; i++)
    fake_matrix_undo (fixture->fake);
  _ent_matrix_move_focus (fixture->matrix, 4, -1, FALSE);
  press (fixture, GDK_KEY_F2);
  set_text (fixture, "Mine");
  for (guint i = 0; i < 3; i++)
    fake_matrix_remove_row (fixture->fake, 0);
  settle (fixture);
  g_assert_true (ent_matrix_commit_edit (fixture->matrix));
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *title = dup_title (fixture, i);

      g_assert_cmpstr (title, !=, "Mine");
    }
  for (guint i = 0; i < 3; i++)
    fake_matrix_undo (fixture->fake);
  settle (fixture);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  add ("/matrix-edit/type", set_up, test_type);
  add ("/matrix-edit/read-only", set_up, test_read_only);
  add ("/matrix-edit/locked", set_up, test_locked);
  add ("/matrix-edit/open-cell", set_up, test_open_cell);
  add ("/matrix-edit/close-with-menu", set_up, test_close_with_menu);
  add ("/matrix-edit/choices", set_up, test_choices);
  add ("/matrix-edit/append", set_up, test_append);
  add ("/matrix-edit/append-left", set_up, test_append_left);
  add ("/matrix-edit/append-pasted", set_up, test_append_pasted);
  add ("/matrix-edit/commit-edit", set_up, test_commit_edit);
  add ("/matrix-edit/rename", set_up, test_rename);
  add ("/matrix-edit/rows-vanish", set_up, test_rows_vanish);
  return g_test_run ();
}
