/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who agrees with whom, and what to talk about first, in a window. */
#include "config.h"

#include "page-fixture.h"
#include "../analysis/alignment-fixture.h"

#include "pages/ent-agreement-view.h"
#include "pages/ent-conversation-row.h"
#include "pages/ent-conversations-view.h"
#include "pages/ent-pair-agreement.h"
#include "widgets/ent-matrix.h"

/* The third partner has said nothing; the second goal divides. */
static const char *const rows[] = { "+3 +1 .", "-2 +4 .", NULL };

typedef struct {
  AlignmentFixture *data;
  GtkWidget *window;
  EntPage *view;
} Fixture;

static void
show (Fixture *fixture, GType type)
{
  fixture->data = alignment_fixture_new (3, (const char **) rows);
  ent_record_set_string (alignment_fixture_partner (fixture->data, 2), ENT_PARTNER_NAME, "Silent");
  ent_record_set_string (alignment_fixture_goal (fixture->data, 1), ENT_GOAL_TITLE, FIXTURE_NAME);
  alignment_fixture_say (fixture->data, 1, 0, "2026-02-01", -3, "It costs <too> much");
  fixture->window = adw_window_new ();
  fixture->view = g_object_new (type, NULL);
  adw_window_set_content (ADW_WINDOW (fixture->window), GTK_WIDGET (fixture->view));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 900, 700);
  ent_page_set_project (fixture->view, fixture->data->project);
  gtk_window_present (GTK_WINDOW (fixture->window));
  fixture_settle ();
}

static void
set_up_agreement (Fixture *fixture, gconstpointer unused)
{
  show (fixture, ENT_TYPE_AGREEMENT_VIEW);
}

static void
set_up_conversations (Fixture *fixture, gconstpointer unused)
{
  show (fixture, ENT_TYPE_CONVERSATIONS_VIEW);
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  fixture_settle ();
  alignment_fixture_free (fixture->data);
}

/* The cell in hand is the pair beside the picture; on a partner's own cell the undecided are
 * listed. */
static void
test_pair (Fixture *fixture, gconstpointer unused)
{
  EntMatrix *matrix = ENT_MATRIX (fixture_find (GTK_WIDGET (fixture->view), ENT_TYPE_MATRIX));
  GtkWidget *pair = fixture_find (GTK_WIDGET (fixture->view), ENT_TYPE_PAIR_AGREEMENT);

  g_assert_cmpuint (ent_matrix_model_get_n_rows (ent_matrix_get_model (matrix)), ==, 2);
  g_assert_cmpuint (fixture_count_text (pair, "Silent"), ==, 1);
  ent_matrix_reveal (matrix, 0, 1);
  fixture_settle ();
  g_assert_cmpuint (fixture_count_text (pair, "They agree on"), ==, 1);
  g_assert_cmpuint (fixture_count_text (pair, "They part on"), ==, 1);
  g_assert_cmpuint (fixture_count_text (pair, FIXTURE_NAME), ==, 1);
  g_assert_cmpuint (fixture_count_text (pair, "It costs <too> much"), ==, 1);
  g_assert_cmpuint (fixture_count_text (pair, "Together 2.0, apart 3.5, net −1.5."), ==, 1);

  ent_pair_agreement_set_valued (ENT_PAIR_AGREEMENT (pair), FALSE);
  g_assert_cmpuint (fixture_count_text (pair, "Together on 1, apart on 1, net 0."), ==, 1);
  ent_pair_agreement_set_valued (ENT_PAIR_AGREEMENT (pair), TRUE);

  /* It follows. */
  alignment_fixture_say (fixture->data, 1, 0, "2026-03-01", 4, NULL);
  fixture_settle ();
  g_assert_cmpuint (fixture_count_text (pair, "They part on"), ==, 0);
  g_assert_cmpuint (fixture_count_text (pair, "Together 6.0, apart 0.0, net +6.0."), ==, 1);
}

/* Once nobody shares a goal with anybody there is no picture. */
static void
test_none (Fixture *fixture, gconstpointer unused)
{
  GtkWidget *stack = fixture_find (GTK_WIDGET (fixture->view), GTK_TYPE_STACK);

  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (stack)), ==, "some");
  ent_project_remove (fixture->data->project, alignment_fixture_partner (fixture->data, 1));
  fixture_settle ();
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (stack)), ==, "none");
}

static GtkWidget *
get_row (Fixture *fixture)
{
  return fixture_find (GTK_WIDGET (fixture->view), ENT_TYPE_CONVERSATION_ROW);
}

static GtkWidget *
find_suggested (GtkWidget *root)
{
  if (GTK_IS_BUTTON (root) && gtk_widget_has_css_class (root, "suggested-action"))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_suggested (child);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* A row says who stands where and why, and follows. */
static void
test_conversation (Fixture *fixture, gconstpointer unused)
{
  GtkWidget *row = get_row (fixture);
  GtkWidget *plan;
  guint n_partners;

  g_assert_cmpuint (fixture_count_text (row, FIXTURE_NAME), ==, 1);
  g_assert_cmpuint (fixture_count_text (row, "1 for, 1 against"), ==, 1);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  fixture_settle ();
  g_assert_cmpuint (fixture_count_text (row, "It costs <too> much"), ==, 1);
  g_assert_cmpuint (fixture_count_text (row, "Who could bridge"), ==, 1);
  g_assert_cmpuint (fixture_count_text (row, "Has not said yet"), ==, 1);
  fixture_assert_named (GTK_WIDGET (fixture->view));

  plan = find_suggested (row);
  /* Among those not asked and those who could bridge; without a name it is “Partner”. */
  n_partners = fixture_count_text (row, "Partner");
  g_assert_cmpuint (fixture_count_text (row, "Silent"), ==, 2);
  ent_record_set_string (alignment_fixture_partner (fixture->data, 2), ENT_PARTNER_NAME, "");
  g_assert_cmpuint (fixture_count_text (row, "Partner"), ==, n_partners + 2);

  alignment_fixture_say (fixture->data, 1, 2, "2026-03-01", -4, "Never");
  fixture_settle ();
  g_assert_true (get_row (fixture) == row);
  /* A day being chosen is not lost. */
  g_assert_true (find_suggested (row) == plan);
  g_assert_cmpuint (fixture_count_text (row, "1 for, 2 against"), ==, 1);
  g_assert_cmpuint (fixture_count_text (row, "Never"), ==, 1);
}

/* Behind another tab it stays as it was, and catches up when somebody looks. */
static void
test_hidden (Fixture *fixture, gconstpointer unused)
{
  GtkWidget *row = get_row (fixture);

  gtk_widget_set_visible (GTK_WIDGET (fixture->view), FALSE);
  alignment_fixture_say (fixture->data, 1, 2, "2026-03-01", -4, "Never");
  fixture_settle ();
  g_assert_cmpuint (fixture_count_text (row, "1 for, 1 against"), ==, 1);
  gtk_widget_set_visible (GTK_WIDGET (fixture->view), TRUE);
  fixture_settle ();
  g_assert_cmpuint (fixture_count_text (row, "1 for, 2 against"), ==, 1);
}

/* Planning a talk is one step that adds a dialogue with the agenda. */
static void
test_plan (Fixture *fixture, gconstpointer unused)
{
  EntProject *project = fixture->data->project;
  GtkWidget *row = get_row (fixture);
  EntRecord *check_in;

  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  fixture_settle ();
  g_signal_emit_by_name (find_suggested (row), "clicked");
  fixture_settle ();
  g_assert_cmpuint (ent_project_get_n_records (project, ENT_KIND_CHECK_IN), ==, 1);
  check_in = ent_project_get_record (project, ENT_KIND_CHECK_IN, 0);
  g_assert_cmpint (ent_record_get_enum (check_in, ENT_CHECK_IN_KIND), ==, ENT_CHECK_IN_DIALOGUE);
  g_assert_nonnull (strstr (ent_record_get_string (check_in, ENT_CHECK_IN_AGENDA),
                            "It costs <too> much"));
  ent_history_undo (ent_project_get_history (project));
  g_assert_cmpuint (ent_project_get_n_records (project, ENT_KIND_CHECK_IN), ==, 0);
}

/* The whole row leads to the calendar, and there to its days. */
static void
test_choose_day (Fixture *fixture, gconstpointer unused)
{
  GtkWidget *row = get_row (fixture);
  GtkWidget *calendar;
  GtkWidget *plan;

  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  fixture_settle ();
  calendar = fixture_find (row, GTK_TYPE_CALENDAR);
  plan = gtk_widget_get_ancestor (calendar, ADW_TYPE_ACTION_ROW);
  g_assert_true (gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (plan)));
  adw_action_row_activate (ADW_ACTION_ROW (plan));
  /* A button shows that it is pressed before it is. */
  while (!gtk_widget_get_mapped (calendar))
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == calendar);
  gtk_popover_popdown (GTK_POPOVER (gtk_widget_get_ancestor (calendar, GTK_TYPE_POPOVER)));
}

static void
test_nothing_divides (Fixture *fixture, gconstpointer unused)
{
  GtkWidget *stack = fixture_find (GTK_WIDGET (fixture->view), GTK_TYPE_STACK);

  alignment_fixture_say (fixture->data, 1, 0, "2026-03-01", 4, NULL);
  fixture_settle ();
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (stack)), ==, "none");
}

/* Before anybody has said anything, nothing is claimed. */
static void
test_nobody_asked (Fixture *fixture, gconstpointer unused)
{
  GtkWidget *stack = fixture_find (GTK_WIDGET (fixture->view), GTK_TYPE_STACK);
  EntProject *project = ent_page_get_project (fixture->view);
  GListModel *positions = ent_project_get_list (project, ENT_KIND_POSITION);

  while (g_list_model_get_n_items (positions) > 0)
    {
      g_autoptr(EntRecord) position = g_list_model_get_item (positions, 0);

      g_assert_true (ent_project_remove (project, position));
    }
  fixture_settle ();
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (stack)), ==, "unasked");
  alignment_fixture_say (fixture->data, 1, 0, "2026-03-01", 4, NULL);
  fixture_settle ();
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (stack)), ==, "none");
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(name, start, func) g_test_add (name, Fixture, NULL, start, func, tear_down)
  ADD ("/agreement/pair", set_up_agreement, test_pair);
  ADD ("/agreement/none", set_up_agreement, test_none);
  ADD ("/conversations/row", set_up_conversations, test_conversation);
  ADD ("/conversations/hidden", set_up_conversations, test_hidden);
  ADD ("/conversations/plan", set_up_conversations, test_plan);
  ADD ("/conversations/choose-day", set_up_conversations, test_choose_day);
  ADD ("/conversations/nothing-divides", set_up_conversations, test_nothing_divides);
  ADD ("/conversations/nobody-asked", set_up_conversations, test_nobody_asked);
#undef ADD

  return g_test_run ();
}
