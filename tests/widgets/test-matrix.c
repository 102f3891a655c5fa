/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The matrix in a window: moving, typing, selecting, pasting, titles, accessible children. */
#include "config.h"

#include "fake-matrix.h"
#include "widgets/ent-matrix-cell.h"
#include "widgets/ent-matrix-private.h"

typedef struct {
  FakeMatrix *fake;
  GtkWidget  *window;
  GtkWidget  *before;
  GtkWidget  *after;
  EntMatrix  *matrix;
  char       *problem;
  guint       activated_row;
  guint       activated_column;
  guint       removed_row;
} Fixture;

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

/* Lets everything settle: frames are drawn and children have followed. */
static void
settle (Fixture *fixture)
{
  for (guint i = 0; i < 2; i++)
    {
      gtk_test_widget_wait_for_draw (fixture->window);
      while (g_main_context_iteration (NULL, FALSE))
        continue;
    }
}

static void
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

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  set_up_sized (fixture, 30, 12);
}

static void
set_up_large (Fixture       *fixture,
              gconstpointer  data)
{
  set_up_sized (fixture, 400, 90);
}

static void
set_up_rtl (Fixture       *fixture,
            gconstpointer  data)
{
  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  set_up_sized (fixture, 30, 12);
}

static void
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

static gboolean
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

static void
press (Fixture *fixture,
       guint    keyval)
{
  press_with (fixture, keyval, 0);
}

static void
type (Fixture    *fixture,
      const char *text)
{
  for (; *text != '\0'; text++)
    press (fixture, gdk_unicode_to_keyval ((guint32) *text));
}

static void
act (Fixture    *fixture,
     const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->matrix), action, NULL));
}

static void
assert_focus (Fixture *fixture,
              int      row,
              int      column)
{
  int focus_row, focus_column;

  ent_matrix_get_focus_cell (fixture->matrix, &focus_row, &focus_column);
  g_assert_cmpint (focus_row, ==, row);
  g_assert_cmpint (focus_column, ==, column);
}

static const char *
text_at (Fixture *fixture,
         guint    row,
         guint    column)
{
  return ent_matrix_model_get_cell_text (ENT_MATRIX_MODEL (fixture->fake), row, column);
}

static void
test_roles (Fixture       *fixture,
            gconstpointer  data)
{
  gtk_test_accessible_assert_role (fixture->matrix, GTK_ACCESSIBLE_ROLE_GRID);
  gtk_test_accessible_assert_property (fixture->matrix, GTK_ACCESSIBLE_PROPERTY_LABEL, "Role chart");
  gtk_test_accessible_assert_property (fixture->matrix, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Task 1, Role 1: empty");
  press (fixture, GDK_KEY_Down);
  type (fixture, "a");
  gtk_test_accessible_assert_property (fixture->matrix, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Task 2, Role 1: Accountable");
  press (fixture, GDK_KEY_Left);
  gtk_test_accessible_assert_property (fixture->matrix, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Task 2");
}

static void
test_move (Fixture       *fixture,
           gconstpointer  data)
{
  static const struct {
    guint           keyval;
    GdkModifierType state;
    int             row;
    int             column;
  } steps[] = {
    { GDK_KEY_Right, 0, 0, 1 },
    { GDK_KEY_Down, 0, 1, 1 },
    { GDK_KEY_End, 0, 1, 11 },
    { GDK_KEY_Right, 0, 1, 11 },
    { GDK_KEY_Home, 0, 1, 0 },
    { GDK_KEY_Home, 0, 1, -1 },
    { GDK_KEY_Left, 0, 1, -1 },
    { GDK_KEY_Up, 0, 0, -1 },
    { GDK_KEY_Up, 0, 0, -1 },
    { GDK_KEY_Right, 0, 0, 0 },
    { GDK_KEY_Up, 0, -1, 0 },
    { GDK_KEY_Up, 0, -1, 0 },
    { GDK_KEY_Right, 0, -1, 1 },
    { GDK_KEY_Down, 0, 0, 1 },
    { GDK_KEY_End, GDK_CONTROL_MASK, 29, 11 },
    { GDK_KEY_Home, GDK_CONTROL_MASK, 0, 0 },
    { GDK_KEY_Down, GDK_CONTROL_MASK, 29, 0 },
    { GDK_KEY_Up, GDK_CONTROL_MASK, 0, 0 },
    { GDK_KEY_Right, GDK_CONTROL_MASK, 0, 11 },
    { GDK_KEY_Left, GDK_CONTROL_MASK, 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      press_with (fixture, steps[i].keyval, steps[i].state);
      assert_focus (fixture, steps[i].row, steps[i].column);
    }
}

static void
test_move_rtl (Fixture       *fixture,
               gconstpointer  data)
{
  GtkAdjustment *adjustment;

  g_object_get (fixture->matrix, "hadjustment", &adjustment, NULL);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==,
                     gtk_adjustment_get_upper (adjustment) -
                       gtk_adjustment_get_page_size (adjustment));
  press (fixture, GDK_KEY_Left);
  assert_focus (fixture, 0, 1);
  press (fixture, GDK_KEY_Right);
  press (fixture, GDK_KEY_Right);
  assert_focus (fixture, 0, -1);
  press (fixture, GDK_KEY_End);
  assert_focus (fixture, 0, 11);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, 0.0);
  press_with (fixture, GDK_KEY_Right, GDK_CONTROL_MASK);
  assert_focus (fixture, 0, 0);
  g_object_unref (adjustment);
}

/* Whatever key is pressed, the focus stays on something and that is in view. */
static void
test_random_keys (Fixture       *fixture,
                  gconstpointer  data)
{
  static const guint keys[] = {
    GDK_KEY_Up, GDK_KEY_Down, GDK_KEY_Left, GDK_KEY_Right, GDK_KEY_Home, GDK_KEY_End,
    GDK_KEY_Page_Up, GDK_KEY_Page_Down, GDK_KEY_Escape, GDK_KEY_a, GDK_KEY_c, GDK_KEY_r, GDK_KEY_q,
  };
  static const GdkModifierType states[] = { 0, 0, 0, GDK_SHIFT_MASK, GDK_CONTROL_MASK };
  GRand *rand = g_rand_new_with_seed (5);

  for (guint i = 0; i < 1200; i++)
    {
      const EntMatrixLayout *layout = &fixture->matrix->scene.layout;
      EntMatrixRect body = ent_matrix_layout_get_body (layout);
      EntMatrixRange selection;
      guint keyval = keys[g_rand_int_range (rand, 0, G_N_ELEMENTS (keys))];
      int row, column;

      press_with (fixture, keyval, states[g_rand_int_range (rand, 0, G_N_ELEMENTS (states))]);
      if (i % 97 == 0)
        gtk_window_set_default_size (GTK_WINDOW (fixture->window),
                                     g_rand_int_range (rand, 300, 1000),
                                     g_rand_int_range (rand, 300, 800));
      if (i % 20 == 0)
        settle (fixture);
      if (i % 20 != 1 || keyval == GDK_KEY_Escape)
        continue;
      ent_matrix_get_focus_cell (fixture->matrix, &row, &column);
      selection = ent_matrix_get_selection (fixture->matrix);
      g_assert_cmpuint (selection.first_row + selection.n_rows, <=, layout->n_rows);
      g_assert_cmpuint (selection.first_column + selection.n_columns, <=, layout->n_columns);
      if (ent_matrix_is_cell (fixture->matrix, row, column))
        {
          EntMatrixRect rect = ent_matrix_layout_get_rect (layout, row, column);

          g_assert_cmpfloat (rect.x, >=, body.x);
          g_assert_cmpfloat (rect.y, >=, body.y);
          g_assert_cmpfloat (rect.x + rect.width, <=, body.x + body.width);
          g_assert_cmpfloat (rect.y + rect.height, <=, body.y + body.height);
        }
    }
  g_rand_free (rand);
}

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
  ent_matrix_paste_text (fixture->matrix, "A");
  g_assert_cmpstr (text_at (fixture, 0, 0), ==, "");
  g_assert_nonnull (fixture->problem);
  act (fixture, "matrix.clear");
  ent_matrix_start_append (fixture->matrix);
  g_assert_null (fixture->matrix->text);
  g_assert_cmpuint (fake_matrix_get_n_steps (fixture->fake), ==, 0);
}

static void
test_select_clear (Fixture       *fixture,
                   gconstpointer  data)
{
  EntMatrixRange range;
  guint n_steps;

  fake_matrix_fill (fixture->fake, 1);
  press (fixture, GDK_KEY_Down);
  press_with (fixture, GDK_KEY_Right, GDK_SHIFT_MASK);
  press_with (fixture, GDK_KEY_Down, GDK_SHIFT_MASK);
  range = ent_matrix_get_selection (fixture->matrix);
  g_assert_cmpuint (range.first_row, ==, 1);
  g_assert_cmpuint (range.n_rows, ==, 2);
  g_assert_cmpuint (range.first_column, ==, 0);
  g_assert_cmpuint (range.n_columns, ==, 2);

  n_steps = fake_matrix_get_n_steps (fixture->fake);
  act (fixture, "matrix.clear");
  g_assert_cmpuint (fake_matrix_get_n_steps (fixture->fake), ==, n_steps + 1);
  for (guint i = 1; i <= 2; i++)
    for (guint j = 0; j <= 1; j++)
      g_assert_cmpstr (text_at (fixture, i, j), ==, "");

  act (fixture, "matrix.select-all");
  range = ent_matrix_get_selection (fixture->matrix);
  g_assert_cmpuint (range.n_rows * range.n_columns, ==, 30 * 12);
  press (fixture, GDK_KEY_Escape);
  range = ent_matrix_get_selection (fixture->matrix);
  g_assert_cmpuint (range.n_rows * range.n_columns, ==, 1);
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
test_activate (Fixture       *fixture,
               gconstpointer  data)
{
  press (fixture, GDK_KEY_Down);
  press (fixture, GDK_KEY_Left);
  press (fixture, GDK_KEY_Return);
  g_assert_cmpuint (fixture->activated_row, ==, 1);
  act (fixture, "matrix.clear");
  g_assert_cmpuint (fixture->removed_row, ==, 1);
  press (fixture, GDK_KEY_Up);
  press (fixture, GDK_KEY_Right);
  press (fixture, GDK_KEY_Right);
  press (fixture, GDK_KEY_Up);
  press (fixture, GDK_KEY_Return);
  g_assert_cmpuint (fixture->activated_column, ==, 1);
}

typedef struct {
  int         row;
  int         column;
  const char *text;
  const char *block;     /* what rows 0–2, columns 0–2 hold afterwards */
  const char *problem;   /* part of the message, NULL for none */
  guint       n_rows;
  guint       n_steps;
} PasteCase;

static const PasteCase paste_cases[] = {
  { 0, 0, "A", "A,,;,,;,,", NULL, 3, 1 },
  { 0, 0, "a\tr\nc\ti\n", "A,R,;C,I,;,,", NULL, 3, 1 },
  { 1, 1, "A\tAR\r\nI\t\r\n", ",,;,A,A/R;,I,", NULL, 3, 1 },
  { 0, 0, "A\tyes\nno\tR", "A,,;,R,;,,", "2 cells", 3, 1 },
  { 0, 0, "A\tyes", "A,,;,,;,,", "“yes”", 3, 1 },
  { 0, 0, "yes", ",,;,,;,,", "“yes”", 3, 0 },
  { 0, 1, "A\tR\tC\tI", ",A,R;,,;,,", "2 pasted columns", 3, 1 },
  { 2, 0, "A\nR\nC", ",,;,,;A,,", "2 pasted rows", 3, 1 },
  { 0, -1, "Task 1\tA\t\tR", "A,,R;,,;,,", NULL, 3, 1 },
  { 2, -1, "Dig\tA\nSow\tR\tI\n", ",,;,,;A,,", NULL, 4, 1 },
  { 2, -1, "Dig\tA\n\n\tR\n", ",,;,,;A,,", "1 pasted row ", 3, 1 },
  { 0, 0, "", ",,;,,;,,", NULL, 3, 0 },
};

static char *
dup_block (Fixture *fixture)
{
  GString *block = g_string_new (NULL);

  for (guint i = 0; i < 3; i++)
    g_string_append_printf (block, "%s%s,%s,%s", i > 0 ? ";" : "", text_at (fixture, i, 0),
                            text_at (fixture, i, 1), text_at (fixture, i, 2));
  return g_string_free (block, FALSE);
}

static void
test_paste (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (paste_cases); i++)
    {
      const PasteCase *c = &paste_cases[i];
      Fixture fixture = { 0 };
      g_autofree char *block = NULL;

      set_up_sized (&fixture, 3, 3);
      ent_matrix_move_focus (fixture.matrix, c->row, c->column, FALSE);
      ent_matrix_paste_text (fixture.matrix, c->text);
      block = dup_block (&fixture);
      g_assert_cmpstr (block, ==, c->block);
      g_assert_cmpuint (ent_matrix_model_get_n_rows (ENT_MATRIX_MODEL (fixture.fake)), ==,
                        c->n_rows);
      g_assert_cmpuint (fake_matrix_get_n_steps (fixture.fake), ==, c->n_steps);
      if (c->problem == NULL)
        g_assert_null (fixture.problem);
      else
        g_assert_nonnull (strstr (fixture.problem, c->problem));
      tear_down (&fixture, NULL);
    }
}

static void
test_copy (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *block = NULL;
  g_autofree char *row = NULL;
  g_autofree char *single = NULL;

  ent_matrix_paste_text (fixture->matrix, "A\tR\nC\tI");
  press_with (fixture, GDK_KEY_Right, GDK_SHIFT_MASK);
  press_with (fixture, GDK_KEY_Down, GDK_SHIFT_MASK);
  block = ent_matrix_dup_copied_text (fixture->matrix);
  g_assert_cmpstr (block, ==, "A\tR\nC\tI\n");
  ent_matrix_move_focus (fixture->matrix, 0, 1, FALSE);
  single = ent_matrix_dup_copied_text (fixture->matrix);
  g_assert_cmpstr (single, ==, "R");
  ent_matrix_move_focus (fixture->matrix, 1, -1, FALSE);
  row = ent_matrix_dup_copied_text (fixture->matrix);
  g_assert_true (g_str_has_prefix (row, "Task 2\tC\tI\t"));
}

/* Through the real clipboard of the display. */
static void
test_clipboard (Fixture       *fixture,
                gconstpointer  data)
{
  ent_matrix_paste_text (fixture->matrix, "A\tR\nC\tI");
  press_with (fixture, GDK_KEY_Right, GDK_SHIFT_MASK);
  press_with (fixture, GDK_KEY_Down, GDK_SHIFT_MASK);
  act (fixture, "matrix.cut");
  g_assert_cmpstr (text_at (fixture, 0, 0), ==, "");
  ent_matrix_move_focus (fixture->matrix, 5, 5, FALSE);
  act (fixture, "matrix.paste");
  while (*text_at (fixture, 6, 6) == '\0')
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (text_at (fixture, 5, 5), ==, "A");
  g_assert_cmpstr (text_at (fixture, 6, 6), ==, "I");
}

/* Copying and pasting elsewhere gives the same block, whatever was in it. */
static void
test_copy_random (Fixture       *fixture,
                  gconstpointer  data)
{
  GRand *rand = g_rand_new_with_seed (9);

  for (guint round = 0; round < 50; round++)
    {
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;
      int n_rows = g_rand_int_range (rand, 0, 10);
      int n_columns = g_rand_int_range (rand, 1, 5);

      fake_matrix_fill (fixture->fake, round);
      ent_matrix_move_focus (fixture->matrix, 0, 0, FALSE);
      ent_matrix_move_focus (fixture->matrix, n_rows, n_columns, TRUE);
      before = ent_matrix_dup_copied_text (fixture->matrix);
      ent_matrix_move_focus (fixture->matrix, 15, 6, FALSE);
      ent_matrix_paste_text (fixture->matrix, before);
      ent_matrix_move_focus (fixture->matrix, 15 + n_rows, 6 + n_columns, TRUE);
      after = ent_matrix_dup_copied_text (fixture->matrix);
      g_assert_cmpstr (before, ==, after);
    }
  g_assert_null (fixture->problem);
  g_rand_free (rand);
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
  g_autofree char *third = NULL;

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

  /* What is left in the text when the user goes elsewhere is kept. */
  set_text (fixture, "Feed them");
  gtk_widget_grab_focus (fixture->after);
  g_assert_null (fixture->matrix->text);
  third = dup_title (fixture, 32);
  g_assert_cmpstr (third, ==, "Feed them");
  settle (fixture);

  /* Escape is not. */
  ent_matrix_start_append (fixture->matrix);
  set_text (fixture, "Nothing");
  press (fixture, GDK_KEY_Escape);
  g_assert_null (fixture->matrix->text);
  g_assert_cmpuint (fake_matrix_get_n_steps (fixture->fake), ==, 3);
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (fixture->matrix)) ||
                 gtk_window_get_focus (GTK_WINDOW (fixture->window)) ==
                   GTK_WIDGET (fixture->matrix));

  /* Up leads out of it. */
  ent_matrix_start_append (fixture->matrix);
  press (fixture, GDK_KEY_Up);
  assert_focus (fixture, 32, -1);
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

  ent_matrix_move_focus (fixture->matrix, 2, -1, FALSE);
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

  ent_matrix_move_focus (fixture->matrix, 2, -1, FALSE);
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

  ent_matrix_move_focus (fixture->matrix, 29, 11, FALSE);
  for (guint i = 0; i < 30; i++)
    {
      fake_matrix_remove_row (fixture->fake, 0);
      settle (fixture);
    }
  selection = ent_matrix_get_selection (fixture->matrix);
  g_assert_cmpuint (selection.n_rows, ==, 0);
  for (guint i = 0; i < 5; i++)
    fake_matrix_undo (fixture->fake);
  ent_matrix_move_focus (fixture->matrix, 4, -1, FALSE);
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

static gboolean
tab (Fixture          *fixture,
     GtkDirectionType  direction)
{
  return gtk_widget_child_focus (fixture->window, direction);
}

static void
test_one_tab_stop (Fixture       *fixture,
                   gconstpointer  data)
{
  GtkWindow *window = GTK_WINDOW (fixture->window);

  gtk_widget_grab_focus (fixture->before);
  tab (fixture, GTK_DIR_TAB_FORWARD);
  g_assert_true (gtk_window_get_focus (window) == GTK_WIDGET (fixture->matrix));
  tab (fixture, GTK_DIR_TAB_FORWARD);
  g_assert_true (gtk_window_get_focus (window) == fixture->after);
  tab (fixture, GTK_DIR_TAB_BACKWARD);
  g_assert_true (gtk_window_get_focus (window) == GTK_WIDGET (fixture->matrix));
  tab (fixture, GTK_DIR_TAB_BACKWARD);
  g_assert_true (gtk_window_get_focus (window) == fixture->before);

  ent_matrix_start_append (fixture->matrix);
  tab (fixture, GTK_DIR_TAB_FORWARD);
  g_assert_true (gtk_window_get_focus (window) == fixture->after);
  g_assert_null (fixture->matrix->text);
}

/* Every cell that is seen has one child with its name, at its place; nothing far away has one. */
static void
check_children (Fixture *fixture)
{
  EntMatrixModel *model = ENT_MATRIX_MODEL (fixture->fake);
  const EntMatrixLayout *layout = &fixture->matrix->scene.layout;
  EntMatrixRange seen = ent_matrix_layout_get_visible (layout);
  g_autoptr(GHashTable) found = g_hash_table_new (NULL, NULL);
  guint n_seen = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (fixture->matrix)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      g_autofree char *label = NULL;
      graphene_rect_t bounds;
      EntMatrixRect rect;
      int row, column;

      if (!ENT_IS_MATRIX_CELL (child))
        continue;
      ent_matrix_cell_get_place (ENT_MATRIX_CELL (child), &row, &column);
      g_assert_true (g_hash_table_add (found, GINT_TO_POINTER ((row + 1) * 1000 + column + 1)));
      if (row == ENT_MATRIX_HEADER)
        {
          label = ent_matrix_model_dup_column_description (model, (guint) column);
          gtk_test_accessible_assert_role (child, GTK_ACCESSIBLE_ROLE_COLUMN_HEADER);
        }
      else if (column == ENT_MATRIX_HEADER)
        {
          label = ent_matrix_model_dup_row_description (model, (guint) row);
          gtk_test_accessible_assert_role (child, GTK_ACCESSIBLE_ROLE_ROW_HEADER);
        }
      else
        {
          label = ent_matrix_model_dup_cell_description (model, (guint) row, (guint) column);
          gtk_test_accessible_assert_role (child, GTK_ACCESSIBLE_ROLE_GRID_CELL);
          n_seen += (guint) row - seen.first_row < seen.n_rows &&
                    (guint) column - seen.first_column < seen.n_columns;
        }
      gtk_test_accessible_assert_property (child, GTK_ACCESSIBLE_PROPERTY_LABEL, label);
      rect = ent_matrix_layout_get_rect (layout, row, column);
      g_assert_true (gtk_widget_compute_bounds (child, GTK_WIDGET (fixture->matrix), &bounds));
      g_assert_cmpfloat ((double) bounds.origin.x, ==, rect.x);
      g_assert_cmpfloat ((double) bounds.origin.y, ==, rect.y);
      g_assert_cmpfloat ((double) bounds.size.width, ==, rect.width);
      g_assert_false (gtk_widget_get_can_target (child));
      g_assert_false (gtk_widget_get_focusable (child));
    }
  g_assert_cmpuint (n_seen, ==, seen.n_rows * seen.n_columns);
  g_assert_cmpuint (g_hash_table_size (found), <, (seen.n_rows + 4) * (seen.n_columns + 4));
}

static void
test_children (Fixture       *fixture,
               gconstpointer  data)
{
  GRand *rand = g_rand_new_with_seed (2);
  GtkAdjustment *h, *v;

  g_object_get (fixture->matrix, "hadjustment", &h, "vadjustment", &v, NULL);
  settle (fixture);
  check_children (fixture);
  for (guint i = 0; i < 40; i++)
    {
      gtk_adjustment_set_value (h, g_rand_double_range (rand, 0, gtk_adjustment_get_upper (h)));
      gtk_adjustment_set_value (v, g_rand_double_range (rand, 0, gtk_adjustment_get_upper (v)));
      if (i % 3 == 0)
        {
          ent_matrix_move_focus (fixture->matrix, g_rand_int_range (rand, 0, 400),
                                 g_rand_int_range (rand, 0, 90), FALSE);
          type (fixture, "a");
        }
      if (i % 10 == 4)
        fake_matrix_remove_row (fixture->fake, 1);
      settle (fixture);
      check_children (fixture);
    }
  g_object_unref (h);
  g_object_unref (v);
  g_rand_free (rand);
}

static void
test_selected_state (Fixture       *fixture,
                     gconstpointer  data)
{
  guint n_selected = 0;

  press_with (fixture, GDK_KEY_Right, GDK_SHIFT_MASK);
  settle (fixture);
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (fixture->matrix)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      char *difference;
      int row, column;

      ent_matrix_cell_get_place (ENT_MATRIX_CELL (child), &row, &column);
      if (row != 0 || column < 0 || column > 1)
        continue;
      difference = gtk_test_accessible_check_state (GTK_ACCESSIBLE (child),
                                                    GTK_ACCESSIBLE_STATE_SELECTED, TRUE);
      g_assert_null (difference);
      n_selected++;
    }
  g_assert_cmpuint (n_selected, ==, 2);
}

static void
test_reveal (Fixture       *fixture,
             gconstpointer  data)
{
  EntMatrixRange seen;

  gtk_widget_grab_focus (fixture->after);
  ent_matrix_reveal (fixture->matrix, 350, 70);
  settle (fixture);
  assert_focus (fixture, 350, 70);
  seen = ent_matrix_layout_get_visible (&fixture->matrix->scene.layout);
  g_assert_cmpuint (350 - seen.first_row, <, seen.n_rows);
  g_assert_cmpuint (70 - seen.first_column, <, seen.n_columns);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) ==
                 GTK_WIDGET (fixture->matrix));
  ent_matrix_reveal (fixture->matrix, 4000, 70);
  assert_focus (fixture, 350, 70);
  ent_matrix_reveal (fixture->matrix, -1, 3);
  assert_focus (fixture, -1, 3);
}

/* A matrix without rows or columns, or without a model, is drawn and takes keys. */
static void
test_empty (void)
{
  static const guint sizes[][2] = { { 0, 0 }, { 3, 0 }, { 0, 3 }, { 1, 1 } };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      static const guint keys[] = { GDK_KEY_Up, GDK_KEY_End, GDK_KEY_Home, GDK_KEY_Left,
                                    GDK_KEY_Down, GDK_KEY_Page_Down, GDK_KEY_a, GDK_KEY_Return,
                                    GDK_KEY_F2 };
      Fixture fixture = { 0 };

      set_up_sized (&fixture, sizes[i][0], sizes[i][1]);
      for (guint j = 0; j < 2 * G_N_ELEMENTS (keys); j++)
        {
          press (&fixture, keys[j % G_N_ELEMENTS (keys)]);
          settle (&fixture);
        }
      act (&fixture, "matrix.select-all");
      act (&fixture, "matrix.clear");
      act (&fixture, "matrix.copy");
      ent_matrix_paste_text (fixture.matrix, "A\tB\nC\tD");
      settle (&fixture);
      ent_matrix_set_model (fixture.matrix, NULL);
      press (&fixture, GDK_KEY_Down);
      settle (&fixture);
      tear_down (&fixture, NULL);
    }
}

static void
add (const char *path,
     void      (*start) (Fixture *, gconstpointer),
     void      (*test)  (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, start, test, tear_down);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  add ("/matrix/roles", set_up, test_roles);
  add ("/matrix/move", set_up, test_move);
  add ("/matrix/move-rtl", set_up_rtl, test_move_rtl);
  add ("/matrix/random-keys", set_up, test_random_keys);
  add ("/matrix/random-keys-rtl", set_up_rtl, test_random_keys);
  add ("/matrix/type", set_up, test_type);
  add ("/matrix/read-only", set_up, test_read_only);
  add ("/matrix/select-clear", set_up, test_select_clear);
  add ("/matrix/choices", set_up, test_choices);
  add ("/matrix/activate", set_up, test_activate);
  g_test_add_func ("/matrix/paste", test_paste);
  add ("/matrix/copy", set_up, test_copy);
  add ("/matrix/clipboard", set_up, test_clipboard);
  add ("/matrix/copy-random", set_up, test_copy_random);
  add ("/matrix/append", set_up, test_append);
  add ("/matrix/append-pasted", set_up, test_append_pasted);
  add ("/matrix/commit-edit", set_up, test_commit_edit);
  add ("/matrix/rename", set_up, test_rename);
  add ("/matrix/rows-vanish", set_up, test_rows_vanish);
  add ("/matrix/one-tab-stop", set_up, test_one_tab_stop);
  add ("/matrix/children", set_up_large, test_children);
  add ("/matrix/selected-state", set_up, test_selected_state);
  add ("/matrix/reveal", set_up_large, test_reveal);
  g_test_add_func ("/matrix/empty", test_empty);
  return g_test_run ();
}
