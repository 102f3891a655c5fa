/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The matrix in a window: moving about in it, and what a screen reader gets to hear of it. */
#include "config.h"

#include "matrix-fixture.h"
#include "widgets/ent-matrix-cell.h"

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
    { GDK_KEY_KP_Down, 0, 1, 0 },
    { GDK_KEY_KP_Right, 0, 1, 1 },
    { GDK_KEY_KP_End, 0, 1, 11 },
    { GDK_KEY_KP_Up, 0, 0, 11 },
    { GDK_KEY_KP_Home, GDK_CONTROL_MASK, 0, 0 },
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

/* The selection is inside the matrix, and a cell that has the focus is in view. */
static void
check_focus (Fixture *fixture)
{
  const EntMatrixLayout *layout = &fixture->matrix->scene.layout;
  EntMatrixRange selection = _ent_matrix_get_selection (fixture->matrix);
  int row, column;

  g_assert_cmpuint (selection.first_row + selection.n_rows, <=, layout->n_rows);
  g_assert_cmpuint (selection.first_column + selection.n_columns, <=, layout->n_columns);
  ent_matrix_get_focus_cell (fixture->matrix, &row, &column);
  if (_ent_matrix_is_cell (fixture->matrix, row, column))
    {
      EntMatrixRect rect = ent_matrix_layout_get_rect (layout, row, column);
      EntMatrixRect area = ent_matrix_layout_get_area (layout, row, column);

      g_assert_cmpfloat (rect.x, >=, area.x);
      g_assert_cmpfloat (rect.y, >=, area.y);
      g_assert_cmpfloat (rect.x + rect.width, <=, area.x + area.width);
      g_assert_cmpfloat (rect.y + rect.height, <=, area.y + area.height);
    }
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
      guint keyval = keys[g_rand_int_range (rand, 0, G_N_ELEMENTS (keys))];

      press_with (fixture, keyval, states[g_rand_int_range (rand, 0, G_N_ELEMENTS (states))]);
      if (i % 97 == 0)
        gtk_window_set_default_size (GTK_WINDOW (fixture->window),
                                     g_rand_int_range (rand, 300, 1000),
                                     g_rand_int_range (rand, 300, 800));
      if (i % 20 == 0)
        settle (fixture);
      if (i % 20 == 1 && keyval != GDK_KEY_Escape)
        check_focus (fixture);
    }
  g_rand_free (rand);
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

static GtkAccessibleRole
role_at (int row,
         int column)
{
  if (row == ENT_MATRIX_HEADER)
    return GTK_ACCESSIBLE_ROLE_COLUMN_HEADER;
  return column == ENT_MATRIX_HEADER ? GTK_ACCESSIBLE_ROLE_ROW_HEADER
                                     : GTK_ACCESSIBLE_ROLE_GRID_CELL;
}

static char *
dup_label_at (EntMatrixModel *model,
              int             row,
              int             column)
{
  if (row == ENT_MATRIX_HEADER)
    return ent_matrix_model_dup_column_description (model, (guint) column);
  if (column == ENT_MATRIX_HEADER)
    return ent_matrix_model_dup_row_description (model, (guint) row);
  return ent_matrix_model_dup_cell_description (model, (guint) row, (guint) column);
}

static void
check_child (Fixture   *fixture,
             GtkWidget *child,
             int        row,
             int        column)
{
  EntMatrixRect rect = ent_matrix_layout_get_rect (&fixture->matrix->scene.layout, row, column);
  g_autofree char *label = dup_label_at (ENT_MATRIX_MODEL (fixture->fake), row, column);
  graphene_rect_t bounds;

  gtk_test_accessible_assert_role (child, role_at (row, column));
  gtk_test_accessible_assert_property (child, GTK_ACCESSIBLE_PROPERTY_LABEL, label);
  g_assert_true (gtk_widget_compute_bounds (child, GTK_WIDGET (fixture->matrix), &bounds));
  g_assert_cmpfloat ((double) bounds.origin.x, ==, rect.x);
  g_assert_cmpfloat ((double) bounds.origin.y, ==, rect.y);
  g_assert_cmpfloat ((double) bounds.size.width, ==, rect.width);
  g_assert_false (gtk_widget_get_can_target (child));
  g_assert_false (gtk_widget_get_focusable (child));
}

static gboolean
is_seen (EntMatrix *matrix,
         int        row,
         int        column)
{
  EntMatrixPane pane;

  for (EntMatrixPaneNumber i = ENT_MATRIX_PANE_CELLS; i <= ENT_MATRIX_PANE_BOTH; i++)
    if (ent_matrix_layout_get_pane (&matrix->scene.layout, i, &pane) &&
        (guint) row - pane.seen.first_row < pane.seen.n_rows &&
        (guint) column - pane.seen.first_column < pane.seen.n_columns)
      return TRUE;
  return FALSE;
}

static guint
count_seen (EntMatrix *matrix)
{
  EntMatrixPane pane;
  guint n = 0;

  for (EntMatrixPaneNumber i = ENT_MATRIX_PANE_CELLS; i <= ENT_MATRIX_PANE_BOTH; i++)
    if (ent_matrix_layout_get_pane (&matrix->scene.layout, i, &pane))
      n += pane.seen.n_rows * pane.seen.n_columns;
  return n;
}

/* Every cell that is seen has one child with its name, at its place; nothing far away has one. */
static void
check_children (Fixture *fixture)
{
  const EntMatrixLayout *layout = &fixture->matrix->scene.layout;
  g_autoptr(GHashTable) found = g_hash_table_new (NULL, NULL);
  guint most_rows = (guint) (layout->height / layout->row_height) + 4;
  guint most_columns = (guint) (layout->width / layout->column_width) + 4;
  guint n_seen = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (fixture->matrix)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int row, column;

      if (!ENT_IS_MATRIX_CELL (child))
        continue;
      ent_matrix_cell_get_place (ENT_MATRIX_CELL (child), &row, &column);
      g_assert_true (g_hash_table_add (found, GINT_TO_POINTER ((row + 1) * 1000 + column + 1)));
      check_child (fixture, child, row, column);
      n_seen += row != ENT_MATRIX_HEADER && column != ENT_MATRIX_HEADER &&
                is_seen (fixture->matrix, row, column);
    }
  g_assert_cmpuint (n_seen, ==, count_seen (fixture->matrix));
  g_assert_cmpuint (g_hash_table_size (found), <, most_rows * most_columns);
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
          _ent_matrix_move_focus (fixture->matrix, g_rand_int_range (rand, 0, 400),
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
  gtk_widget_grab_focus (fixture->after);
  ent_matrix_reveal (fixture->matrix, 350, 70);
  settle (fixture);
  assert_focus (fixture, 350, 70);
  g_assert_true (is_seen (fixture->matrix, 350, 70));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) ==
                 GTK_WIDGET (fixture->matrix));
  ent_matrix_reveal (fixture->matrix, 4000, 70);
  assert_focus (fixture, 350, 70);
  ent_matrix_reveal (fixture->matrix, -1, 3);
  assert_focus (fixture, -1, 3);
}

/* The pointer over the middle of a place. */
static void
hover (Fixture             *fixture,
       const EntMatrixRect *rect)
{
  g_autoptr(GListModel) controllers =
    gtk_widget_observe_controllers (GTK_WIDGET (fixture->matrix));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_MOTION (controller))
        g_signal_emit_by_name (controller, "motion", rect->x + rect->width / 2.0,
                               rect->y + rect->height / 2.0);
    }
}

/* Totals are where they are seen for the mouse, wherever the rest is scrolled to. */
static void
test_totals_hover (Fixture       *fixture,
                   gconstpointer  data)
{
  static const int places[][2] = { { 0, 87 }, { 5, 89 }, { 398, 2 }, { 399, 88 }, { 399, -1 },
                                   { -1, 88 } };
  const EntMatrixLayout *layout = &fixture->matrix->scene.layout;
  GtkAdjustment *h;
  double start;

  g_assert_cmpuint (layout->n_frozen_rows, ==, 2);
  g_assert_cmpuint (layout->n_frozen_columns, ==, 3);
  g_object_get (fixture->matrix, "hadjustment", &h, NULL);
  start = gtk_adjustment_get_value (h);
  for (guint i = 0; i < 2 * G_N_ELEMENTS (places); i++)
    {
      const int *place = places[i % G_N_ELEMENTS (places)];
      EntMatrixRect rect;

      gtk_adjustment_set_value (h, i < G_N_ELEMENTS (places) ? start : ABS (start - 40.0));
      settle (fixture);
      rect = ent_matrix_layout_get_rect (layout, place[0], place[1]);
      g_assert_cmpfloat (rect.x, >=, 0);
      g_assert_cmpfloat (rect.x + rect.width, <=, layout->width);
      hover (fixture, &rect);
      g_assert_cmpint (fixture->matrix->hover_row, ==, place[0]);
      g_assert_cmpint (fixture->matrix->hover_column, ==, place[1]);
    }
  g_object_unref (h);
}

/* A cell under the totals comes out from under them; a total moves nothing. */
static void
test_totals_reveal (Fixture       *fixture,
                    gconstpointer  data)
{
  const EntMatrixLayout *layout = &fixture->matrix->scene.layout;
  EntMatrixRect body = ent_matrix_layout_get_body (layout);
  int row = (int) body.height / layout->row_height;
  int column = (int) body.width / layout->column_width;

  ent_matrix_reveal (fixture->matrix, row, column);
  settle (fixture);
  check_focus (fixture);
  g_assert_cmpint (layout->scroll_x, >, 0);
  g_assert_cmpint (layout->scroll_x, <=, layout->column_width);
  g_assert_cmpint (layout->scroll_y, >, 0);
  g_assert_cmpint (layout->scroll_y, <=, layout->row_height);
  press (fixture, GDK_KEY_End);
  assert_focus (fixture, row, 89);
  press_with (fixture, GDK_KEY_Down, GDK_CONTROL_MASK);
  assert_focus (fixture, 399, 89);
  g_assert_cmpint (layout->scroll_x, <=, layout->column_width);
  g_assert_cmpint (layout->scroll_y, <=, layout->row_height);
  press_with (fixture, GDK_KEY_Home, GDK_CONTROL_MASK);
  press (fixture, GDK_KEY_Page_Down);
  check_focus (fixture);
  g_assert_cmpint (layout->scroll_y, ==, 0);
  press (fixture, GDK_KEY_Page_Down);
  check_focus (fixture);
  g_assert_cmpint (layout->scroll_y, >, 0);
}

/* Asked for with the keyboard, a tooltip speaks of the focus, though that was scrolled under the
 * headers or under totals; with the mouse, of what is seen there. */
static void
test_tooltip (Fixture       *fixture,
              gconstpointer  data)
{
  const EntMatrixLayout *layout = &fixture->matrix->scene.layout;
  GtkAdjustment *h;

  g_object_get (fixture->matrix, "hadjustment", &h, NULL);
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *said = NULL;
      g_autofree char *seen = NULL;
      GdkRectangle area;
      EntMatrixRect total = ent_matrix_layout_get_rect (layout, 4, 87);

      ent_matrix_reveal (fixture->matrix, 4, 12);
      gtk_adjustment_set_value (h, (i == 0 ? 12.3 : 12.6) * layout->column_width -
                                     (i == 0 ? ent_matrix_layout_get_body (layout).width : 0));
      settle (fixture);
      said = _ent_matrix_dup_tooltip (fixture->matrix, 0, 0, TRUE, &area);
      g_assert_cmpstr (said, ==, "Task 5, Role 13: empty");
      seen = _ent_matrix_dup_tooltip (fixture->matrix, (int) total.x + 3, (int) total.y + 3, FALSE,
                                      &area);
      g_assert_cmpstr (seen, ==, "Task 5, Role 88: empty");
      g_assert_cmpint (area.x, ==, (int) total.x);
    }
  g_object_unref (h);
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
      _ent_matrix_paste_text (fixture.matrix, "A\tB\nC\tD");
      settle (&fixture);
      ent_matrix_set_model (fixture.matrix, NULL);
      press (&fixture, GDK_KEY_Down);
      settle (&fixture);
      tear_down (&fixture, NULL);
    }
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
  add ("/matrix/activate", set_up, test_activate);
  add ("/matrix/one-tab-stop", set_up, test_one_tab_stop);
  add ("/matrix/children", set_up_large, test_children);
  add ("/matrix/totals/children", set_up_totals, test_children);
  add ("/matrix/totals/children-rtl", set_up_totals_rtl, test_children);
  add ("/matrix/totals/random-keys", set_up_totals, test_random_keys);
  add ("/matrix/totals/hover", set_up_totals, test_totals_hover);
  add ("/matrix/totals/hover-rtl", set_up_totals_rtl, test_totals_hover);
  add ("/matrix/totals/tooltip", set_up_totals, test_tooltip);
  add ("/matrix/totals/reveal", set_up_totals, test_totals_reveal);
  add ("/matrix/selected-state", set_up, test_selected_state);
  add ("/matrix/reveal", set_up_large, test_reveal);
  g_test_add_func ("/matrix/empty", test_empty);
  return g_test_run ();
}
