/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of goals, and with it what every list of entries can do: filters that never hide what
 * was just typed or is being typed into, sorting by what a field means, and moving. */
#include "config.h"

#include "page-fixture.h"
#include "pages/ent-add-entry.h"
#include "pages/ent-goals-page.h"
#include "pages/ent-list-pane-row.h"
#include "pages/ent-list-sort.h"

enum { STATUS, HORIZON, OWNER };

typedef struct {
  EntProject *project;
  GtkWidget *window;
  EntPage *page;
  EntListPane *list;
  GtkWidget *filters;
  GtkSelectionModel *model;
  char *message;
} Fixture;

static void
on_message (Fixture *self, const char *text)
{
  g_free (self->message);
  self->message = g_strdup (text);
}

/* Goals "a" to "d": "b" is long term, "c" is agreed, "d" is owned by the first partner. */
static void
set_up (Fixture *self, gconstpointer data)
{
  const char *titles[] = { "a", "b", "c", "d" };
  EntRecord *goals[4];
  EntRecord *partner;
  GtkWidget *row;

  self->project = ent_project_new ();
  partner = fixture_add (self->project, ENT_KIND_PARTNER, "Riverside Trust");
  fixture_add (self->project, ENT_KIND_PARTNER, "Bakery");
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    goals[i] = fixture_add (self->project, ENT_KIND_GOAL, titles[i]);
  ent_record_set_enum (goals[1], ENT_GOAL_HORIZON, ENT_HORIZON_LONG);
  ent_record_set_enum (goals[2], ENT_GOAL_STATUS, ENT_GOAL_AGREED);
  ent_record_set_string (goals[3], ENT_GOAL_OWNER, ent_record_get_id (partner));
  ent_history_seal (ent_project_get_history (self->project));

  self->window = adw_window_new ();
  self->page = g_object_new (ENT_TYPE_GOALS_PAGE, NULL);
  g_signal_connect_swapped (self->page, "message", G_CALLBACK (on_message), self);
  gtk_window_set_default_size (GTK_WINDOW (self->window), 1000, 700);
  adw_window_set_content (ADW_WINDOW (self->window), GTK_WIDGET (self->page));
  ent_page_set_project (self->page, self->project);
  gtk_window_present (GTK_WINDOW (self->window));
  fixture_settle ();

  self->list = ENT_LIST_PANE (fixture_find (GTK_WIDGET (self->page), ENT_TYPE_LIST_PANE));
  self->filters = fixture_find (GTK_WIDGET (self->list), ENT_TYPE_LIST_FILTERS);
  row = fixture_find (GTK_WIDGET (self->list), ENT_TYPE_LIST_PANE_ROW);
  self->model = gtk_list_view_get_model (
    GTK_LIST_VIEW (gtk_widget_get_ancestor (row, GTK_TYPE_LIST_VIEW)));
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  fixture_settle ();
  g_assert_finalize_object (self->project);
  g_free (self->message);
}

static EntRecord *
get_goal (Fixture *self, guint position)
{
  return ent_project_get_record (self->project, ENT_KIND_GOAL, position);
}

static EntRecord *
get_last (Fixture *self)
{
  return get_goal (self, ent_project_get_n_records (self->project, ENT_KIND_GOAL) - 1);
}

/* The titles of the goals in a list, as "abcd". */
static char *
dup_titles (GListModel *model)
{
  GString *titles = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr(EntRecord) goal = g_list_model_get_item (model, i);

      g_string_append (titles, ent_record_get_string (goal, ENT_GOAL_TITLE));
    }

  return g_string_free (titles, FALSE);
}

static void
assert_shown (Fixture *self, const char *expected)
{
  g_autofree char *titles = dup_titles (G_LIST_MODEL (self->model));

  g_assert_cmpstr (titles, ==, expected);
}

static void
assert_order (Fixture *self, const char *expected)
{
  g_autofree char *titles = dup_titles (ent_project_get_list (self->project, ENT_KIND_GOAL));

  g_assert_cmpstr (titles, ==, expected);
}

static GtkDropDown *
get_filter (Fixture *self, guint index)
{
  GtkFlowBox *box = GTK_FLOW_BOX (fixture_find (self->filters, GTK_TYPE_FLOW_BOX));

  return GTK_DROP_DOWN (
    gtk_flow_box_child_get_child (gtk_flow_box_get_child_at_index (box, (int) index)));
}

static void
type_goal (Fixture *self, const char *title)
{
  GtkWidget *entry = fixture_find (GTK_WIDGET (self->list), ENT_TYPE_ADD_ENTRY);

  gtk_editable_set_text (GTK_EDITABLE (entry), title);
  ent_add_entry_commit (ENT_ADD_ENTRY (entry));
}

static void
act (Fixture *self, const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (self->list), action, NULL);
}

static void
test_filter (Fixture *self, gconstpointer data)
{
  assert_shown (self, "abcd");
  gtk_drop_down_set_selected (get_filter (self, HORIZON), 1 + ENT_HORIZON_LONG);
  assert_shown (self, "b");
  g_assert_cmpuint (fixture_count_text (self->filters, "1 of 4"), ==, 1);
  gtk_drop_down_set_selected (get_filter (self, HORIZON), 0);

  /* Any, shared, then the partners. */
  gtk_drop_down_set_selected (get_filter (self, OWNER), 1);
  assert_shown (self, "abc");
  gtk_drop_down_set_selected (get_filter (self, OWNER), 2);
  assert_shown (self, "d");
  gtk_drop_down_set_selected (get_filter (self, OWNER), 3);
  assert_shown (self, "");
}

/* What is typed under filters takes what they ask for, where that is the goal's own. */
static void
test_add_under_filter (Fixture *self, gconstpointer data)
{
  gtk_drop_down_set_selected (get_filter (self, HORIZON), 1 + ENT_HORIZON_LONG);
  gtk_drop_down_set_selected (get_filter (self, OWNER), 2);
  type_goal (self, "e");
  type_goal (self, "f");
  assert_shown (self, "ef");
  g_assert_null (self->message);
  g_assert_cmpint (ent_record_get_enum (get_last (self), ENT_GOAL_HORIZON), ==, ENT_HORIZON_LONG);
  g_assert_cmpstr (
    ent_record_get_string (ent_record_get_ref (get_last (self), ENT_GOAL_OWNER), ENT_PARTNER_NAME),
    ==, "Riverside Trust");
}

/* Nobody has agreed to what was only just typed: this filter makes way, and says so. */
static void
test_filter_makes_way (Fixture *self, gconstpointer data)
{
  gtk_drop_down_set_selected (get_filter (self, STATUS), 1 + ENT_GOAL_AGREED);
  assert_shown (self, "c");
  type_goal (self, "e");
  g_assert_cmpint (ent_record_get_enum (get_last (self), ENT_GOAL_STATUS), ==, ENT_GOAL_PROPOSED);
  assert_shown (self, "abcde");
  g_assert_true (ent_list_pane_get_selected (self->list) == get_last (self));
  g_assert_nonnull (self->message);

  /* So does every filter for what somebody is led to. */
  gtk_drop_down_set_selected (get_filter (self, HORIZON), 1 + ENT_HORIZON_LONG);
  g_assert_true (ent_page_reveal (self->page, get_goal (self, 0), ENT_GOAL_SUCCESS));
  assert_shown (self, "abcde");
}

/* A form does not change under the hands of who edits: what no filter fits any more stays until
 * something else is chosen. */
static void
test_edited_away (Fixture *self, gconstpointer data)
{
  gtk_drop_down_set_selected (get_filter (self, STATUS), 1 + ENT_GOAL_PROPOSED);
  assert_shown (self, "abd");
  g_assert_true (ent_list_pane_get_selected (self->list) == get_goal (self, 0));
  ent_record_set_enum (get_goal (self, 0), ENT_GOAL_STATUS, ENT_GOAL_REACHED);
  g_assert_true (ent_list_pane_get_selected (self->list) == get_goal (self, 0));
  gtk_selection_model_select_item (self->model, 1, TRUE);
  ent_record_set_string (get_goal (self, 1), ENT_GOAL_DESCRIPTION, "x");
  assert_shown (self, "bd");
}

static void
test_move (Fixture *self, gconstpointer data)
{
  ent_list_pane_select (self->list, get_goal (self, 1));
  act (self, "list-pane.move-up");
  assert_order (self, "bacd");
  g_assert_true (ent_list_pane_get_selected (self->list) == get_goal (self, 0));
  act (self, "list-pane.move-up");
  assert_order (self, "bacd");
  act (self, "list-pane.move-down");
  act (self, "list-pane.move-down");
  assert_order (self, "acbd");
  for (guint i = 0; i < 3; i++)
    g_assert_true (ent_history_undo (ent_project_get_history (self->project)));
  assert_order (self, "abcd");
}

/* Under a filter it goes past the neighbour one sees, and past all that is hidden between. */
static void
test_move_filtered (Fixture *self, gconstpointer data)
{
  gtk_drop_down_set_selected (get_filter (self, STATUS), 1 + ENT_GOAL_PROPOSED);
  ent_list_pane_select (self->list, get_goal (self, 1));
  act (self, "list-pane.move-down");
  assert_shown (self, "adb");
  assert_order (self, "acdb");
}

/* A sorted list has no place to move to, and says why nothing happens. */
static void
test_move_sorted (Fixture *self, gconstpointer data)
{
  ent_record_set_int (get_goal (self, 2), ENT_GOAL_WEIGHT, 5);
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list-pane.sort", "s", "weight");
  assert_shown (self, "cabd");
  ent_list_pane_select (self->list, get_goal (self, 1));
  act (self, "list-pane.move-up");
  assert_order (self, "abcd");
  g_assert_nonnull (self->message);
}

static void
test_drop (Fixture *self, gconstpointer data)
{
  GtkWidget *row = fixture_find (GTK_WIDGET (self->list), ENT_TYPE_LIST_PANE_ROW);
  EntRecord *onto = ent_list_pane_row_get_record (ENT_LIST_PANE_ROW (row));
  EntRecord *dragged = get_goal (self, 3);
  gboolean taken = FALSE;

  g_assert_true (onto == get_goal (self, 0));
  g_signal_emit_by_name (row, "dropped", dragged, onto, TRUE, &taken);
  g_assert_true (taken);
  assert_order (self, "adbc");
  g_signal_emit_by_name (row, "dropped", dragged, onto, FALSE, &taken);
  assert_order (self, "dabc");

  gtk_widget_activate_action (GTK_WIDGET (self->list), "list-pane.sort", "s", "title");
  g_signal_emit_by_name (row, "dropped", dragged, onto, TRUE, &taken);
  g_assert_false (taken);
  assert_order (self, "dabc");
}

/* Rows say whose a goal is, by the name that the owner has now. */
static void
test_owner_renamed (Fixture *self, gconstpointer data)
{
  g_assert_cmpuint (fixture_count_text (GTK_WIDGET (self->list), "· Riverside Trust"), ==, 1);
  ent_record_set_string (ent_project_get_record (self->project, ENT_KIND_PARTNER, 0),
                         ENT_PARTNER_NAME, "Quayside");
  g_assert_cmpuint (fixture_count_text (GTK_WIDGET (self->list), "· Quayside"), ==, 1);
  g_assert_cmpuint (fixture_count_text (GTK_WIDGET (self->list), "· Shared"), ==, 3);
}

static void
test_read_only (Fixture *self, gconstpointer data)
{
  ent_project_set_read_only (self->project, TRUE);
  ent_list_pane_select (self->list, get_goal (self, 1));
  act (self, "list-pane.move-up");
  act (self, "list-pane.delete");
  assert_order (self, "abcd");
}

/* The first goal is typed where the page says what goals are. */
static void
test_first (Fixture *self, gconstpointer data)
{
  GtkWidget *entry;
  GtkStack *stack;

  while (ent_project_get_n_records (self->project, ENT_KIND_GOAL) > 0)
    ent_project_remove (self->project, get_goal (self, 0));
  entry = fixture_find (GTK_WIDGET (self->page), ENT_TYPE_ADD_ENTRY);
  stack = GTK_STACK (gtk_widget_get_ancestor (entry, GTK_TYPE_STACK));
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "empty");
  gtk_editable_set_text (GTK_EDITABLE (entry), "first");
  ent_add_entry_commit (ENT_ADD_ENTRY (entry));
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "panes");
  assert_order (self, "first");
}

/* A weight is never unknown; a form that offers that would write 1. */
static void
test_weight (Fixture *self, gconstpointer data)
{
  GtkWidget *row = fixture_find_row (GTK_WIDGET (self->page), ENT_KIND_GOAL, ENT_GOAL_WEIGHT);

  for (GtkWidget *button = fixture_find (row, GTK_TYPE_TOGGLE_BUTTON); button != NULL;
       button = gtk_widget_get_next_sibling (button))
    if (GTK_IS_TOGGLE_BUTTON (button)
        && g_str_equal (gtk_button_get_label (GTK_BUTTON (button)), "Not known"))
      g_assert_false (gtk_widget_get_visible (button));
  fixture_assert_named (row);
}

static void
test_sort_order (void)
{
  g_autoptr(EntRecord) a = ent_record_new (ENT_KIND_GOAL);
  g_autoptr(EntRecord) b = ent_record_new (ENT_KIND_GOAL);

  g_assert_cmpint (ent_list_sort_compare (a, b, ENT_GOAL_DUE), ==, 0);
  ent_record_set_string (a, ENT_GOAL_DUE, "2027-01-31");
  g_assert_cmpint (ent_list_sort_compare (a, b, ENT_GOAL_DUE), <, 0);
  g_assert_cmpint (ent_list_sort_compare (b, a, ENT_GOAL_DUE), >, 0);
  ent_record_set_string (b, ENT_GOAL_DUE, "2026-12-01");
  g_assert_cmpint (ent_list_sort_compare (a, b, ENT_GOAL_DUE), >, 0);
  ent_record_set_int (a, ENT_GOAL_WEIGHT, 5);
  ent_record_set_int (b, ENT_GOAL_WEIGHT, 2);
  g_assert_cmpint (ent_list_sort_compare (a, b, ENT_GOAL_WEIGHT), <, 0);
  ent_record_set_enum (a, ENT_GOAL_HORIZON, ENT_HORIZON_LONG);
  ent_record_set_enum (b, ENT_GOAL_HORIZON, ENT_HORIZON_SHORT);
  g_assert_cmpint (ent_list_sort_compare (a, b, ENT_GOAL_HORIZON), >, 0);
}

static GtkWidget *
get_focus (Fixture *self)
{
  return gtk_root_get_focus (GTK_ROOT (self->window));
}

/* The key of the page leads to the row in hand, not to the search above; where no row is left, there. */
static void
test_focus (Fixture *self, gconstpointer data)
{
  EntRecord *goal = get_goal (self, 2);

  g_assert_true (ent_list_pane_select (self->list, goal));
  fixture_settle ();
  g_assert_true (ent_page_focus_content (self->page));
  g_assert_true (ent_list_pane_row_get_record (ENT_LIST_PANE_ROW (
                   fixture_find (get_focus (self), ENT_TYPE_LIST_PANE_ROW)))
                 == goal);

  gtk_drop_down_set_selected (get_filter (self, OWNER), 3);
  assert_shown (self, "");
  g_assert_true (ent_page_focus_content (self->page));
  g_assert_true (gtk_widget_get_ancestor (get_focus (self), GTK_TYPE_SEARCH_ENTRY) != NULL);
}

static GtkShortcut *
find_shortcut (GtkWidget *widget, const char *keys)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GListModel) shortcuts = g_list_model_get_item (controllers, i);

      for (guint j = 0; GTK_IS_SHORTCUT_CONTROLLER (shortcuts)
                        && j < g_list_model_get_n_items (shortcuts); j++)
        {
          g_autoptr(GtkShortcut) shortcut = g_list_model_get_item (shortcuts, j);
          g_autofree char *trigger =
            gtk_shortcut_trigger_to_string (gtk_shortcut_get_trigger (shortcut));

          if (strstr (trigger, keys) != NULL)
            return g_steal_pointer (&shortcut);
        }
    }

  return NULL;
}

static void
press (Fixture *self, const char *keys)
{
  g_autoptr(GtkShortcut) shortcut = find_shortcut (GTK_WIDGET (self->page), keys);

  g_assert_nonnull (shortcut);
  g_assert_true (gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0,
                                               GTK_WIDGET (self->page),
                                               gtk_shortcut_get_arguments (shortcut)));
  fixture_settle ();
}

/* Keys go from view to view, end at the last, and hold the keyboard within the page, also where a
 * view has nothing to show. */
static void
test_view_keys (Fixture *self, gconstpointer data)
{
  AdwViewStack *views =
    ADW_VIEW_STACK (fixture_find (GTK_WIDGET (self->page), ADW_TYPE_VIEW_STACK));
  const char *const shown[] = { "matrix", "agreement", "conversations", "conversations" };

  for (guint i = 0; i < G_N_ELEMENTS (shown); i++)
    {
      press (self, "Page_Down");
      g_assert_cmpstr (adw_view_stack_get_visible_child_name (views), ==, shown[i]);
      g_assert_nonnull (get_focus (self));
      g_assert_true (gtk_widget_get_mapped (get_focus (self)));
      g_assert_true (gtk_widget_is_ancestor (get_focus (self), GTK_WIDGET (self->page)));
    }
  press (self, "Page_Up");
  g_assert_cmpstr (adw_view_stack_get_visible_child_name (views), ==, "agreement");
}

static GtkWidget *
find_mapped_button (GtkWidget *root)
{
  if (GTK_IS_BUTTON (root) && gtk_widget_get_mapped (root))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_mapped_button (child);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* Where there is nothing to show yet, a button leads to where that is entered. */
static void
test_first_step (Fixture *self, gconstpointer data)
{
  static const char *const names[] = { "agreement", "conversations" };
  AdwViewStack *views = ADW_VIEW_STACK (fixture_find (GTK_WIDGET (self->page),
                                                      ADW_TYPE_VIEW_STACK));

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      GtkWidget *button;

      adw_view_stack_set_visible_child_name (views, names[i]);
      fixture_settle ();
      button = find_mapped_button (adw_view_stack_get_visible_child (views));
      g_signal_emit_by_name (button, "clicked");
      fixture_settle ();
      g_assert_cmpstr (adw_view_stack_get_visible_child_name (views), ==, "matrix");
    }
}

int
main (int argc, char **argv)
{
  static const struct {
    const char *path;
    void (*func) (Fixture *, gconstpointer);
  } tests[] = {
    { "/goals/filter", test_filter },
    { "/goals/add-under-filter", test_add_under_filter },
    { "/goals/filter-makes-way", test_filter_makes_way },
    { "/goals/edited-away", test_edited_away },
    { "/goals/move", test_move },
    { "/goals/move-filtered", test_move_filtered },
    { "/goals/move-sorted", test_move_sorted },
    { "/goals/drop", test_drop },
    { "/goals/owner-renamed", test_owner_renamed },
    { "/goals/read-only", test_read_only },
    { "/goals/first", test_first },
    { "/goals/weight", test_weight },
    { "/goals/focus", test_focus },
    { "/goals/first-step", test_first_step },
    { "/goals/view-keys", test_view_keys },
  };

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/goals/sort-order", test_sort_order);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].func, tear_down);

  return g_test_run ();
}
