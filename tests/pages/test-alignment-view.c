/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The alignment matrix in a window: typing, the history of a cell, another day, and first steps. */
#include "config.h"

#include "page-fixture.h"
#include "../analysis/alignment-fixture.h"

#include "analysis/ent-day.h"
#include "pages/ent-alignment-view.h"
#include "pages/ent-arrange-popover.h"
#include "pages/ent-as-of-button.h"
#include "pages/ent-overview-page.h"
#include "pages/ent-position-popover.h"
#include "pages/ent-page-analysis.h"
#include "render/ent-position-matrix.h"
#include "widgets/ent-matrix.h"

static const char *const rows[] = { "+3 -1", "-2 .", NULL };

typedef struct {
  AlignmentFixture *data;
  GtkWidget *window;
  EntPage *view;
  EntMatrix *matrix;
  EntAlignment *alignment;
} Fixture;

static void
show (Fixture *fixture, AlignmentFixture *data)
{
  fixture->data = data;
  fixture->window = adw_window_new ();
  fixture->view = g_object_new (ENT_TYPE_ALIGNMENT_VIEW, NULL);
  adw_window_set_content (ADW_WINDOW (fixture->window), GTK_WIDGET (fixture->view));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 900, 700);
  ent_page_set_project (fixture->view, data->project);
  gtk_window_present (GTK_WINDOW (fixture->window));
  fixture_settle ();
  fixture->matrix = ENT_MATRIX (fixture_find (GTK_WIDGET (fixture->view), ENT_TYPE_MATRIX));
  fixture->alignment = ent_page_analysis_dup_alignment (data->project);
}

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  AlignmentFixture *data = alignment_fixture_new (2, (const char **) rows);

  alignment_fixture_say (data, 0, 1, "2026-03-01", 2, "It pays after all");
  show (fixture, data);
}

static void
set_up_empty (Fixture *fixture, gconstpointer unused)
{
  static const char *const none[] = { NULL };

  show (fixture, alignment_fixture_new (0, (const char **) none));
}

/* A popover that goes with its window may leave GTK 4.8 a tooltip to show on a surface that is no
 * more. */
static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  GtkWidget *popover = fixture_find (GTK_WIDGET (fixture->view), ENT_TYPE_POSITION_POPOVER);

  if (popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (popover));
  fixture_settle ();
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  fixture_settle ();
  g_clear_object (&fixture->alignment);
  alignment_fixture_free (fixture->data);
}

static EntMatrixModel *
get_model (Fixture *fixture)
{
  return ent_matrix_get_model (fixture->matrix);
}

static GtkWidget *
open_cell (Fixture *fixture, guint row, guint column)
{
  gboolean shown = FALSE;
  GtkWidget *popover;

  g_signal_emit_by_name (fixture->matrix, "open-cell", row, column, &shown);
  g_assert_true (shown);
  fixture_settle ();
  popover = fixture_find (GTK_WIDGET (fixture->view), ENT_TYPE_POSITION_POPOVER);
  g_assert_true (gtk_widget_get_visible (popover));

  return popover;
}

static GtkWidget *
find_button (GtkWidget *root, const char *label)
{
  if (GTK_IS_BUTTON (root) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (root)), label) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, label);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* A value and a reason from the popover are one position of today, and one step. */
static void
test_record (Fixture *fixture, gconstpointer unused)
{
  GtkWidget *popover = open_cell (fixture, 0, 1);
  GtkWidget *value = find_button (popover, "+4");
  EntHistory *history = ent_project_get_history (fixture->data->project);
  EntRecord *position;

  g_assert_cmpuint (fixture_count_text (popover, "It pays after all"), ==, 1);
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (find_button (popover, "+2"))));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (value), TRUE);
  gtk_editable_set_text (GTK_EDITABLE (fixture_find (popover, GTK_TYPE_ENTRY)), "Their members asked");
  g_signal_emit_by_name (find_button (popover, "_Record Position"), "clicked");
  fixture_settle ();

  g_assert_cmpint (ent_alignment_get_value (fixture->alignment, 0, 1), ==, 4);
  position = ent_alignment_get_position (fixture->alignment, 0, 1);
  g_assert_cmpstr (ent_record_get_string (position, ENT_POSITION_REASON), ==, "Their members asked");
  g_assert_cmpstr (ent_record_get_string (position, ENT_POSITION_DATE), ==,
                   ent_alignment_get_as_of (fixture->alignment));
  g_assert_false (gtk_widget_get_visible (popover));
  ent_history_undo (history);
  g_assert_cmpint (ent_alignment_get_value (fixture->alignment, 0, 1), ==, 2);
  ent_history_undo (history);
  g_assert_cmpint (ent_alignment_get_value (fixture->alignment, 0, 1), !=, 2);
}

/* A button pressed by key is clicked a moment later; the popover may be closed by then. */
static void
test_late_click (Fixture *fixture, gconstpointer unused)
{
  GtkWidget *popover = open_cell (fixture, 0, 1);
  GtkWidget *save = find_button (popover, "_Record Position");
  GtkWidget *history = fixture_find (popover, GTK_TYPE_LIST_BOX);
  GtkWidget *take_back = fixture_find (history, GTK_TYPE_BUTTON);
  guint n_positions = ent_project_get_n_records (fixture->data->project, ENT_KIND_POSITION);

  gtk_popover_popdown (GTK_POPOVER (popover));
  g_signal_emit_by_name (save, "clicked");
  g_signal_emit_by_name (take_back, "clicked");
  g_assert_cmpuint (ent_project_get_n_records (fixture->data->project, ENT_KIND_POSITION), ==,
                    n_positions);
}

/* Enter in an entry has recorded the position before the next key comes. */
static void
test_enter (Fixture *fixture, gconstpointer unused)
{
  GtkWidget *popover = open_cell (fixture, 0, 1);
  GtkWidget *reason = fixture_find (popover, GTK_TYPE_ENTRY);

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find_button (popover, "+4")), TRUE);
  g_signal_emit_by_name (reason, "activate");
  g_assert_cmpint (ent_alignment_get_value (fixture->alignment, 0, 1), ==, 4);
  g_assert_false (gtk_widget_get_visible (popover));
}

/* Nothing is recorded for a day that is none, and the popover says so. */
static void
test_bad_day (Fixture *fixture, gconstpointer unused)
{
  GtkWidget *popover = open_cell (fixture, 1, 1);
  GtkWidget *save = find_button (popover, "_Record Position");
  guint state = ent_project_get_n_records (fixture->data->project, ENT_KIND_POSITION);
  GtkWidget *grid = gtk_widget_get_parent (fixture_find (popover, GTK_TYPE_ENTRY));
  GtkWidget *day = gtk_widget_get_last_child (grid);

  g_assert_false (gtk_widget_get_sensitive (save));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find_button (popover, "0")), TRUE);
  g_assert_true (gtk_widget_get_sensitive (save));
  gtk_editable_set_text (GTK_EDITABLE (day), "soon");
  g_signal_emit_by_name (save, "clicked");
  g_assert_true (gtk_widget_get_visible (popover));
  g_assert_cmpuint (fixture_count_text (popover, "Not a day"), ==, 1);
  g_assert_cmpuint (ent_project_get_n_records (fixture->data->project, ENT_KIND_POSITION), ==, state);
}

static GtkWidget *
find_grid (GtkWidget *popover)
{
  return gtk_widget_get_parent (fixture_find (popover, GTK_TYPE_ENTRY));
}

static void
record (GtkWidget *popover, const char *value, const char *day)
{
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find_button (popover, value)), TRUE);
  if (day != NULL)
    gtk_editable_set_text (GTK_EDITABLE (gtk_widget_get_last_child (find_grid (popover))), day);
  g_signal_emit_by_name (find_button (popover, "_Record Position"), "clicked");
  fixture_settle ();
}

/* A value for an earlier day leaves the reason of that day alone, which nobody sees here; what is
 * shown of the day looked at is emptied by emptying it. */
static void
test_details (Fixture *fixture, gconstpointer unused)
{
  EntProject *project = fixture->data->project;
  EntRecord *person = alignment_fixture_add (fixture->data, ENT_KIND_PERSON, "Amara");
  const char *today = ent_alignment_get_as_of (fixture->alignment);
  const char *goal = ent_record_get_id (alignment_fixture_goal (fixture->data, 0));
  const char *partner = ent_record_get_id (alignment_fixture_partner (fixture->data, 1));
  GtkWidget *popover = open_cell (fixture, 0, 1);
  EntRecord *position;

  record (popover, "+3", "2026-03-01");
  position = ent_project_lookup_key (project, ENT_KIND_POSITION, goal, partner, "2026-03-01");
  g_assert_cmpint (ent_record_get_int (position, ENT_POSITION_VALUE), ==, 3);
  g_assert_cmpstr (ent_record_get_string (position, ENT_POSITION_REASON), ==, "It pays after all");

  open_cell (fixture, 0, 1);
  gtk_editable_set_text (GTK_EDITABLE (fixture_find (popover, GTK_TYPE_ENTRY)), "Because");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (fixture_find (popover, GTK_TYPE_DROP_DOWN)), 1);
  record (popover, "+1", NULL);
  position = ent_project_lookup_key (project, ENT_KIND_POSITION, goal, partner, today);
  g_assert_true (ent_record_get_ref (position, ENT_POSITION_SAID_BY) == person);

  open_cell (fixture, 0, 1);
  gtk_editable_set_text (GTK_EDITABLE (fixture_find (popover, GTK_TYPE_ENTRY)), "");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (fixture_find (popover, GTK_TYPE_DROP_DOWN)), 0);
  record (popover, "+1", NULL);
  g_assert_cmpstr (ent_record_get_string (position, ENT_POSITION_REASON), ==, "");
  g_assert_null (ent_record_get_ref (position, ENT_POSITION_SAID_BY));
}

/* What was entered by mistake is taken back; the popover follows. */
static void
test_take_back (Fixture *fixture, gconstpointer unused)
{
  GtkWidget *popover = open_cell (fixture, 0, 1);
  GtkWidget *list = fixture_find (popover, GTK_TYPE_LIST_BOX);
  GtkWidget *first = gtk_widget_get_first_child (list);
  GtkWidget *remove = gtk_widget_get_last_child (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (first)));

  g_assert_nonnull (gtk_widget_get_next_sibling (first));
  g_signal_emit_by_name (remove, "clicked");
  fixture_settle ();
  g_assert_cmpint (ent_alignment_get_value (fixture->alignment, 0, 1), ==, -1);
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (find_button (popover, "−1"))));
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (gtk_widget_get_root (popover)), popover)
                 || gtk_root_get_focus (gtk_widget_get_root (popover)) == popover);
  first = gtk_widget_get_first_child (list);
  g_assert_nonnull (first);
  g_assert_null (gtk_widget_get_next_sibling (first));
  ent_history_undo (ent_project_get_history (fixture->data->project));
  g_assert_cmpint (ent_alignment_get_value (fixture->alignment, 0, 1), ==, 2);
}

/* A popover that is closed holds nothing of a partnership, which may be closed, too. */
static void
test_let_go (Fixture *fixture, gconstpointer unused)
{
  GtkWidget *popover = open_cell (fixture, 0, 1);
  GtkWidget *history = fixture_find (popover, GTK_TYPE_LIST_BOX);
  EntAlignment *alignment = fixture->alignment;

  gtk_popover_popdown (GTK_POPOVER (popover));
  alignment_fixture_say (fixture->data, 0, 1, "2026-04-01", 1, "Nobody reads it here");
  g_assert_cmpuint (fixture_count_text (history, "It pays after all"), ==, 1);
  g_assert_cmpuint (fixture_count_text (history, "Nobody reads it here"), ==, 0);

  ent_page_set_project (fixture->view, NULL);
  g_object_add_weak_pointer (G_OBJECT (alignment), (gpointer *) &alignment);
  g_clear_object (&fixture->alignment);
  g_assert_null (alignment);
}

/* Another day is another matrix, for every view of the project. */
static void
test_as_of (Fixture *fixture, gconstpointer unused)
{
  GtkWidget *button = fixture_find (GTK_WIDGET (fixture->view), ENT_TYPE_AS_OF_BUTTON);

  g_assert_cmpstr (ent_matrix_model_get_cell_text (get_model (fixture), 0, 1), ==, "+2");
  ent_alignment_set_as_of (fixture->alignment, "2026-02-01");
  fixture_settle ();
  g_assert_cmpstr (ent_matrix_model_get_cell_text (get_model (fixture), 0, 1), ==, "−1");
  g_assert_cmpuint (fixture_count_text (button, "As of 1 February 2026"), ==, 1);
  g_assert_cmpuint (fixture_count_text (GTK_WIDGET (fixture->view), "▲ ▼"), ==, 1);
}

/* A window that stays open over midnight looks at the new day. */
static void
test_midnight (Fixture *fixture, gconstpointer unused)
{
  EntProject *project = ent_alignment_get_project (fixture->alignment);
  g_autoptr(EntAlignmentChecks) checks = ent_page_analysis_dup_alignment_checks (project);
  EntAlignment *checked = ent_alignment_checks_get_alignment (checks);
  g_autofree char *zone = g_strdup (g_getenv ("TZ"));
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  fixture_travel (project, FIXTURE_YESTERDAY);
  before = g_strdup (ent_alignment_get_as_of (fixture->alignment));

  fixture_travel (project, FIXTURE_TODAY);
  after = ent_day_dup_today ();
  g_assert_cmpstr (after, >, before);
  g_assert_cmpstr (ent_alignment_get_as_of (checked), ==, after);
  g_assert_cmpstr (ent_alignment_get_as_of (fixture->alignment), ==, after);
  g_assert_true (ent_alignment_is_today (fixture->alignment));

  /* A chosen day stays. */
  ent_alignment_set_as_of (fixture->alignment, before);
  fixture_travel (project, FIXTURE_YESTERDAY);
  fixture_travel (project, FIXTURE_TODAY);
  g_assert_cmpstr (ent_alignment_get_as_of (fixture->alignment), ==, before);
  fixture_travel (project, zone);
}

/* Search leads to the cell. */
static void
test_reveal (Fixture *fixture, gconstpointer unused)
{
  EntRecord *position = ent_alignment_get_position (fixture->alignment, 1, 0);
  int row, column;

  g_assert_true (ent_page_reveal (fixture->view, position, -1));
  ent_matrix_get_focus_cell (fixture->matrix, &row, &column);
  g_assert_cmpint (row, ==, 1);
  g_assert_cmpint (column, ==, 0);
}

/* Filters that hide the cell make way, as they do in lists. */
static void
test_reveal_filtered (Fixture *fixture, gconstpointer unused)
{
  EntRecord *position = ent_alignment_get_position (fixture->alignment, 1, 0);
  EntPositionView view = ENT_POSITION_VIEW_INIT;
  int row, column;

  ent_record_set_enum (alignment_fixture_goal (fixture->data, 0), ENT_GOAL_HORIZON,
                       ENT_HORIZON_LONG);
  ent_record_set_enum (alignment_fixture_goal (fixture->data, 1), ENT_GOAL_HORIZON,
                       ENT_HORIZON_SHORT);
  view.horizon = ENT_HORIZON_LONG;
  ent_position_matrix_set_view (ENT_POSITION_MATRIX (get_model (fixture)), &view);
  g_assert_cmpint (ent_position_matrix_find_row (ENT_POSITION_MATRIX (get_model (fixture)),
                                                 alignment_fixture_goal (fixture->data, 1)),
                   ==, -1);

  g_assert_true (ent_page_reveal (fixture->view, position, -1));
  ent_matrix_get_focus_cell (fixture->matrix, &row, &column);
  g_assert_cmpint (row, ==, 1);
  g_assert_cmpint (column, ==, 0);
}

/* What was said before leads to the history of its cell. */
static void
test_reveal_earlier (Fixture *fixture, gconstpointer unused)
{
  EntRecord *earlier = ent_project_lookup_key (
    fixture->data->project, ENT_KIND_POSITION,
    ent_record_get_id (alignment_fixture_goal (fixture->data, 0)),
    ent_record_get_id (alignment_fixture_partner (fixture->data, 1)), FIXTURE_DAY);
  GtkWidget *popover;

  g_assert_true (ent_page_reveal (fixture->view, earlier, -1));
  fixture_settle ();
  popover = fixture_find (GTK_WIDGET (fixture->view), ENT_TYPE_POSITION_POPOVER);
  g_assert_true (popover != NULL && gtk_widget_get_visible (popover));
}

/* What is arranged from elsewhere stands in the list of choices as it is. */
static void
test_arrange_follows (Fixture *fixture, gconstpointer unused)
{
  EntPositionMatrix *matrix = ENT_POSITION_MATRIX (get_model (fixture));
  EntPositionView view = ENT_POSITION_VIEW_INIT;
  GtkWidget *arrange = fixture_find (GTK_WIDGET (fixture->view), ENT_TYPE_ARRANGE_POPOVER);
  AdwComboRow *first = ADW_COMBO_ROW (fixture_find (arrange, ADW_TYPE_COMBO_ROW));
  AdwComboRow *partner = ADW_COMBO_ROW (
    gtk_widget_get_last_child (gtk_widget_get_parent (GTK_WIDGET (first))));

  view.rows = ENT_POSITION_ROWS_WEIGHT;
  view.partner = alignment_fixture_partner (fixture->data, 1);
  ent_position_matrix_set_view (matrix, &view);
  g_assert_cmpuint (adw_combo_row_get_selected (first), ==, ENT_POSITION_ROWS_WEIGHT);
  g_assert_true (adw_combo_row_get_selected_item (partner) == (gpointer) view.partner);

  ent_record_set_enum (view.partner, ENT_PARTNER_STATUS, ENT_PARTNER_LEFT);
  g_assert_cmpuint (adw_combo_row_get_selected (partner), ==, 0);
  ent_position_matrix_get_view (matrix, &view);
  g_assert_null (view.partner);
  g_assert_cmpint (view.rows, ==, ENT_POSITION_ROWS_WEIGHT);
}

/* The first goal and the first partner are typed where the matrix says that it needs them. */
static void
test_first_steps (Fixture *fixture, gconstpointer unused)
{
  GtkWidget *stack = fixture_find (GTK_WIDGET (fixture->view), GTK_TYPE_STACK);

  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (stack)), ==, "no-goals");
  alignment_fixture_add (fixture->data, ENT_KIND_GOAL, "Plant the first beds");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (stack)), ==, "no-partners");
  alignment_fixture_add (fixture->data, ENT_KIND_PARTNER, "Riverside Trust");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (stack)), ==, "matrix");
  g_assert_true (ent_matrix_model_set_cell (get_model (fixture), 0, 0, "+3", NULL));
}

/* What the alignment asks stands on the first page, as of today, whatever day the matrix looks at. */
static void
test_overview (Fixture *fixture, gconstpointer unused)
{
  GtkWidget *window = adw_window_new ();
  EntPage *overview = g_object_new (ENT_TYPE_OVERVIEW_PAGE, NULL);

  ent_record_set_string (alignment_fixture_goal (fixture->data, 1), ENT_GOAL_TITLE, "Torn goal");
  alignment_fixture_say (fixture->data, 1, 0, "2026-03-01", -4, NULL);
  alignment_fixture_say (fixture->data, 1, 1, "2026-03-01", 4, NULL);
  ent_alignment_set_as_of (fixture->alignment, "2026-01-15");
  adw_window_set_content (ADW_WINDOW (window), GTK_WIDGET (overview));
  ent_page_set_project (overview, fixture->data->project);
  gtk_window_present (GTK_WINDOW (window));
  fixture_settle ();
  g_assert_cmpuint (fixture_count_text (GTK_WIDGET (overview), "Torn goal"), >=, 1);

  alignment_fixture_say (fixture->data, 1, 0, "2026-04-01", 4, NULL);
  fixture_settle ();
  g_assert_cmpuint (fixture_count_text (GTK_WIDGET (overview), "Torn goal"), ==, 0);
  gtk_window_destroy (GTK_WINDOW (window));
  fixture_settle ();
}

/* Everything that can be focused has a name. */
static void
test_named (Fixture *fixture, gconstpointer unused)
{
  open_cell (fixture, 0, 1);
  fixture_assert_named (GTK_WIDGET (fixture->view));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(name, start, func) g_test_add ("/alignment-view/" name, Fixture, NULL, start, func, tear_down)
  ADD ("record", set_up, test_record);
  ADD ("late-click", set_up, test_late_click);
  ADD ("enter", set_up, test_enter);
  ADD ("bad-day", set_up, test_bad_day);
  ADD ("details", set_up, test_details);
  ADD ("take-back", set_up, test_take_back);
  ADD ("let-go", set_up, test_let_go);
  ADD ("as-of", set_up, test_as_of);
  ADD ("midnight", set_up, test_midnight);
  ADD ("reveal", set_up, test_reveal);
  ADD ("reveal-filtered", set_up, test_reveal_filtered);
  ADD ("reveal-earlier", set_up, test_reveal_earlier);
  ADD ("arrange-follows", set_up, test_arrange_follows);
  ADD ("first-steps", set_up_empty, test_first_steps);
  ADD ("overview", set_up, test_overview);
  ADD ("named", set_up, test_named);
#undef ADD

  return g_test_run ();
}
