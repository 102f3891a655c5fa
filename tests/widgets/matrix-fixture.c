/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A matrix in a window, between two buttons, and keys for it. */
#include "config.h"

#include "matrix-fixture.h"

static void
on_problem (EntMatrix  *matrix,
            const char *message,
            gpointer    data)
{
  Fixture *fixture = data;

  g_free (fixture->problem);
  fixture->problem = g_strdup (message);
}

static void
on_row_activated (EntMatrix *matrix,
                  guint      row,
                  gpointer   data)
{
  ((Fixture *) data)->activated_row = row;
}

static void
on_column_activated (EntMatrix *matrix,
                     guint      column,
                     gpointer   data)
{
  ((Fixture *) data)->activated_column = column;
}

static void
on_remove_rows (EntMatrix *matrix,
                guint      row,
                guint      n_rows,
                gpointer   data)
{
  g_assert_cmpuint (n_rows, ==, 1);
  ((Fixture *) data)->removed_row = row;
}

void
settle (Fixture *fixture)
{
  for (guint i = 0; i < 2; i++)
    {
      gtk_test_widget_wait_for_draw (fixture->window);
      while (g_main_context_iteration (NULL, FALSE))
        continue;
    }
}

void
set_up_sized (Fixture *fixture,
              guint    n_rows,
              guint    n_columns)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  fixture->activated_row = fixture->activated_column = fixture->removed_row = G_MAXUINT;
  fixture->fake = fake_matrix_new (n_rows, n_columns);
  fixture->matrix = ENT_MATRIX (ent_matrix_new ());
  fixture->before = gtk_button_new_with_label ("Before");
  fixture->after = gtk_button_new_with_label ("After");
  fixture->window = gtk_window_new ();
  g_signal_connect (fixture->matrix, "notify-problem", G_CALLBACK (on_problem), fixture);
  g_signal_connect (fixture->matrix, "row-activated", G_CALLBACK (on_row_activated), fixture);
  g_signal_connect (fixture->matrix, "column-activated", G_CALLBACK (on_column_activated), fixture);
  g_signal_connect (fixture->matrix, "remove-rows", G_CALLBACK (on_remove_rows), fixture);
  ent_matrix_set_label (fixture->matrix, "Role chart");
  ent_matrix_set_model (fixture->matrix, ENT_MATRIX_MODEL (fixture->fake));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (fixture->matrix));
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (box), fixture->before);
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_box_append (GTK_BOX (box), fixture->after);
  gtk_window_set_child (GTK_WINDOW (fixture->window), box);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 700, 500);
  gtk_window_present (GTK_WINDOW (fixture->window));
  settle (fixture);
  gtk_widget_grab_focus (GTK_WIDGET (fixture->matrix));
}

void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  set_up_sized (fixture, 30, 12);
}

void
set_up_large (Fixture       *fixture,
              gconstpointer  data)
{
  set_up_sized (fixture, 400, 90);
}

void
set_up_rtl (Fixture       *fixture,
            gconstpointer  data)
{
  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  set_up_sized (fixture, 30, 12);
}

void
set_up_totals (Fixture       *fixture,
               gconstpointer  data)
{
  set_up_sized (fixture, 400, 90);
  fake_matrix_set_read_only (fixture->fake, TRUE);
  fake_matrix_set_totals (fixture->fake, 2, 3);
  settle (fixture);
}

void
set_up_totals_rtl (Fixture       *fixture,
                   gconstpointer  data)
{
  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  set_up_totals (fixture, data);
}

void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_object_add_weak_pointer (G_OBJECT (fixture->matrix), (gpointer *) &fixture->matrix);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_assert_null (fixture->matrix);
  g_assert_finalize_object (fixture->fake);
  g_free (fixture->problem);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

/* Sends a key where a key press would go: to the controllers of the focused widget and of those
 * around it, first those that capture. */
static gboolean
send_to (GtkWidget           *widget,
         GtkPropagationPhase  phase,
         guint                keyval,
         GdkModifierType      state)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (widget);
  gboolean handled = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !handled; i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller) &&
          gtk_event_controller_get_propagation_phase (controller) == phase)
        g_signal_emit_by_name (controller, "key-pressed", keyval, 0U, state, &handled);
    }
  return handled;
}

gboolean
press_with (Fixture         *fixture,
            guint            keyval,
            GdkModifierType  state)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));

  for (GtkWidget *w = focus; w != NULL; w = gtk_widget_get_parent (w))
    if (send_to (w, GTK_PHASE_CAPTURE, keyval, state))
      return TRUE;
  for (GtkWidget *w = focus; w != NULL; w = gtk_widget_get_parent (w))
    if (send_to (w, GTK_PHASE_BUBBLE, keyval, state))
      return TRUE;
  return FALSE;
}

void
press (Fixture *fixture,
       guint    keyval)
{
  press_with (fixture, keyval, 0);
}

void
type (Fixture    *fixture,
      const char *text)
{
  for (; *text != '\0'; text++)
    press (fixture, gdk_unicode_to_keyval ((guint32) *text));
}

void
act (Fixture    *fixture,
     const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->matrix), action, NULL));
}

void
assert_focus (Fixture *fixture,
              int      row,
              int      column)
{
  int focus_row, focus_column;

  ent_matrix_get_focus_cell (fixture->matrix, &focus_row, &focus_column);
  g_assert_cmpint (focus_row, ==, row);
  g_assert_cmpint (focus_column, ==, column);
}

const char *
text_at (Fixture *fixture,
         guint    row,
         guint    column)
{
  return ent_matrix_model_get_cell_text (ENT_MATRIX_MODEL (fixture->fake), row, column);
}

void
add (const char  *path,
     FixtureFunc  start,
     FixtureFunc  test)
{
  g_test_add (path, Fixture, NULL, start, test, tear_down);
}
