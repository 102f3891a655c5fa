/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Working on pages: adding by typing, deleting, filters, and what is half typed when saving. */
#include "config.h"

#include "page-fixture.h"
#include "pages/ent-add-entry.h"
#include "pages/ent-contacts.h"
#include "pages/ent-expectations-page.h"
#include "pages/ent-field-row.h"
#include "pages/ent-finding-list.h"
#include "pages/ent-ledger.h"
#include "pages/ent-list-pane.h"
#include "pages/ent-overview-page.h"
#include "pages/ent-pair-side.h"
#include "pages/ent-partners-page.h"
#include "pages/ent-role-chart-view.h"
#include "pages/ent-roles-page.h"
#include "pages/ent-text-view.h"

typedef struct {
  EntProject *project;
  GtkWidget *window;
  EntPage *page;
  char *deleted;
} Fixture;

static void
on_deleted (Fixture *self, const char *label)
{
  g_free (self->deleted);
  self->deleted = g_strdup (label);
}

static void
set_up (Fixture *self, GType type, EntProject *project)
{
  *self = (Fixture) { .project = project, .window = adw_window_new () };
  self->page = g_object_new (type, NULL);
  g_signal_connect_swapped (self->page, "deleted", G_CALLBACK (on_deleted), self);
  gtk_window_set_default_size (GTK_WINDOW (self->window), 1000, 700);
  adw_window_set_content (ADW_WINDOW (self->window), GTK_WIDGET (self->page));
  ent_page_set_project (self->page, project);
  gtk_window_present (GTK_WINDOW (self->window));
  fixture_settle ();
}

static void
tear_down (Fixture *self)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  fixture_settle ();
  g_assert_finalize_object (self->project);
  g_free (self->deleted);
}

static void
type_into (GtkWidget *inside, const char *text)
{
  GtkWidget *entry = fixture_find (inside, ENT_TYPE_ADD_ENTRY);

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  ent_add_entry_commit (ENT_ADD_ENTRY (entry));
}

static EntRecord *
get_last (Fixture *self, EntKind kind)
{
  return ent_project_get_record (self->project, kind,
                                 ent_project_get_n_records (self->project, kind) - 1);
}

static void
test_add_partner (void)
{
  Fixture self;
  EntListPane *list;

  set_up (&self, ENT_TYPE_PARTNERS_PAGE, fixture_project_new ());
  list = ENT_LIST_PANE (fixture_find (GTK_WIDGET (self.page), ENT_TYPE_LIST_PANE));
  type_into (GTK_WIDGET (list), "  Riverside Trust ");
  g_assert_cmpstr (ent_record_get_string (get_last (&self, ENT_KIND_PARTNER), ENT_PARTNER_NAME), ==,
                   "Riverside Trust");
  g_assert_true (ent_list_pane_get_selected (list) == get_last (&self, ENT_KIND_PARTNER));
  type_into (GTK_WIDGET (list), "   ");
  g_assert_cmpuint (ent_project_get_n_records (self.project, ENT_KIND_PARTNER), ==, 3);
  tear_down (&self);
}

/* The first partner of an empty project is typed on the page that says what partners are. */
static void
test_first_partner (void)
{
  Fixture self;

  set_up (&self, ENT_TYPE_PARTNERS_PAGE, ent_project_new ());
  type_into (GTK_WIDGET (self.page), "Riverside Trust");
  g_assert_cmpuint (ent_project_get_n_records (self.project, ENT_KIND_PARTNER), ==, 1);
  ent_history_undo (ent_project_get_history (self.project));
  g_assert_cmpuint (ent_project_get_n_records (self.project, ENT_KIND_PARTNER), ==, 0);
  tear_down (&self);
}

/* A name typed and not confirmed with Enter is not lost when the window is closed or saved. */
static void
test_half_typed (void)
{
  Fixture self;
  GtkWidget *entry;

  set_up (&self, ENT_TYPE_PARTNERS_PAGE, fixture_project_new ());
  entry = fixture_find (fixture_find (GTK_WIDGET (self.page), ENT_TYPE_LIST_PANE),
                        ENT_TYPE_ADD_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), "Half");
  ent_page_commit_edits (self.page);
  g_assert_cmpstr (ent_record_get_string (get_last (&self, ENT_KIND_PARTNER), ENT_PARTNER_NAME), ==,
                   "Half");
  ent_page_commit_edits (self.page);
  g_assert_cmpuint (ent_project_get_n_records (self.project, ENT_KIND_PARTNER), ==, 3);
  tear_down (&self);
}

/* What can't be understood keeps a window open that would lose it, and is where one goes on. */
static void
test_refused (void)
{
  Fixture self;
  GtkWidget *row;

  set_up (&self, ENT_TYPE_OVERVIEW_PAGE, fixture_project_new ());
  row = fixture_find_row (GTK_WIDGET (self.page), ENT_KIND_PROJECT, ENT_PROJECT_START);
  g_assert_true (ent_page_commit_edits (self.page));
  gtk_editable_set_text (GTK_EDITABLE (row), "the day after");
  g_assert_false (ent_page_commit_edits (self.page));
  g_assert_true (ent_field_row_has_error (ENT_FIELD_ROW (row)));
  gtk_editable_set_text (GTK_EDITABLE (row), "2026-05-31");
  g_assert_true (ent_page_commit_edits (self.page));
  g_assert_cmpstr (ent_record_get_string (ent_project_get_info (self.project), ENT_PROJECT_START),
                   ==, "2026-05-31");

  row = fixture_find_row (GTK_WIDGET (self.page), ENT_KIND_PROJECT, ENT_PROJECT_CHECK_IN_EVERY);
  gtk_editable_set_text (GTK_EDITABLE (row), "often");
  g_assert_false (ent_page_commit_edits (self.page));
  tear_down (&self);
}

static void
test_contact (void)
{
  Fixture self;
  EntRecord *person;

  set_up (&self, ENT_TYPE_PARTNERS_PAGE, fixture_project_new ());
  type_into (fixture_find (GTK_WIDGET (self.page), ENT_TYPE_CONTACTS), "Amina Okoro");
  person = get_last (&self, ENT_KIND_PERSON);
  g_assert_true (ent_record_get_ref (person, ENT_PERSON_PARTNER)
                 == ent_project_get_record (self.project, ENT_KIND_PARTNER, 0));
  g_assert_nonnull (fixture_find_row (GTK_WIDGET (self.page), ENT_KIND_PERSON, ENT_PERSON_JOB));
  tear_down (&self);
}

static void
test_delete (void)
{
  Fixture self;
  EntRecord *partner;

  set_up (&self, ENT_TYPE_PARTNERS_PAGE, fixture_project_new ());
  partner = ent_project_get_record (self.project, ENT_KIND_PARTNER, 0);
  g_assert_true (ent_page_reveal (self.page, partner, ENT_PARTNER_MISSION));
  ent_page_delete_record (self.page, partner);
  fixture_settle ();
  g_assert_cmpstr (self.deleted, ==, "Deleted “" FIXTURE_NAME "”");
  g_assert_cmpuint (ent_project_get_n_records (self.project, ENT_KIND_PARTNER), ==, 1);
  g_assert_true (ent_history_undo (ent_project_get_history (self.project)));
  fixture_settle ();
  g_assert_true (ent_project_get_record (self.project, ENT_KIND_PARTNER, 0) == partner);
  g_assert_true (ent_page_reveal (self.page, partner, -1));
  tear_down (&self);
}

/* Several at once are one step. */
static void
test_delete_several (void)
{
  Fixture self;
  EntRecord *tasks[2];

  set_up (&self, ENT_TYPE_ROLES_PAGE, fixture_project_new ());
  tasks[0] = ent_project_get_record (self.project, ENT_KIND_TASK, 0);
  tasks[1] = fixture_add (self.project, ENT_KIND_TASK, "Second");
  ent_page_delete_records (self.page, tasks, 2);
  fixture_settle ();
  g_assert_cmpuint (ent_project_get_n_records (self.project, ENT_KIND_TASK), ==, 0);
  g_assert_cmpstr (self.deleted, ==, "Deleted Tasks (2)");
  g_assert_true (ent_history_undo (ent_project_get_history (self.project)));
  g_assert_cmpuint (ent_project_get_n_records (self.project, ENT_KIND_TASK), ==, 2);
  tear_down (&self);
}

static void
test_search (void)
{
  Fixture self;
  EntListPane *list;
  EntRecord *partner;
  GtkWidget *search;

  set_up (&self, ENT_TYPE_PARTNERS_PAGE, fixture_project_new ());
  list = ENT_LIST_PANE (fixture_find (GTK_WIDGET (self.page), ENT_TYPE_LIST_PANE));
  partner = fixture_add (self.project, ENT_KIND_PARTNER, "Zoë’s Kitchen");
  search = fixture_find (GTK_WIDGET (list), GTK_TYPE_SEARCH_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (search), "zoe");
  g_signal_emit_by_name (search, "search-changed");
  g_assert_true (ent_list_pane_get_selected (list) == partner);

  /* Renamed away, it stays as long as the form shows it, and is gone with the next search. Led to,
   * it is shown all the same. */
  ent_record_set_string (partner, ENT_PARTNER_NAME, "Kitchen");
  g_assert_true (ent_list_pane_get_selected (list) == partner);
  gtk_editable_set_text (GTK_EDITABLE (search), "zoë");
  g_signal_emit_by_name (search, "search-changed");
  g_assert_null (ent_list_pane_get_selected (list));
  g_assert_true (ent_page_reveal (self.page, partner, -1));
  g_assert_true (ent_list_pane_get_selected (list) == partner);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (search)), ==, "");
  tear_down (&self);
}

static void
test_sort (void)
{
  Fixture self;
  EntListPane *list;
  GtkWidget *view;
  GtkSelectionModel *model;
  g_autoptr(EntRecord) first = NULL;

  set_up (&self, ENT_TYPE_PARTNERS_PAGE, fixture_project_new ());
  fixture_add (self.project, ENT_KIND_PARTNER, "!first");
  list = ENT_LIST_PANE (fixture_find (GTK_WIDGET (self.page), ENT_TYPE_LIST_PANE));
  view = fixture_find (GTK_WIDGET (list), GTK_TYPE_LIST_VIEW);
  model = gtk_list_view_get_model (GTK_LIST_VIEW (view));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (list), "list-pane.sort", "s", "name"));
  first = g_list_model_get_item (G_LIST_MODEL (model), 0);
  g_assert_cmpstr (ent_record_get_string (first, ENT_PARTNER_NAME), ==, "!first");

  /* The order follows what is typed. */
  ent_record_set_string (first, ENT_PARTNER_NAME, "zzz");
  g_clear_object (&first);
  first = g_list_model_get_item (G_LIST_MODEL (model), 0);
  g_assert_cmpstr (ent_record_get_string (first, ENT_PARTNER_NAME), ==, FIXTURE_NAME);
  tear_down (&self);
}

/* Filters narrow the ledger down, and a new expectation takes its partners from them. */
static void
test_ledger (void)
{
  Fixture self;
  EntLedger *ledger;
  GtkDropDown *from;
  EntRecord *other;

  set_up (&self, ENT_TYPE_EXPECTATIONS_PAGE, fixture_project_new ());
  ledger = ENT_LEDGER (fixture_find (GTK_WIDGET (self.page), ENT_TYPE_LEDGER));
  from = GTK_DROP_DOWN (fixture_find (GTK_WIDGET (ledger), GTK_TYPE_DROP_DOWN));
  other = ent_project_get_record (self.project, ENT_KIND_PARTNER, 1);
  g_assert_nonnull (ent_ledger_get_selected (ledger));

  gtk_drop_down_set_selected (from, 2);
  g_assert_null (ent_ledger_get_selected (ledger));
  type_into (GTK_WIDGET (ledger), "Answer within a week");
  g_assert_true (ent_record_get_ref (get_last (&self, ENT_KIND_EXPECTATION), ENT_EXPECTATION_FROM)
                 == other);
  g_assert_true (ent_ledger_get_selected (ledger) == get_last (&self, ENT_KIND_EXPECTATION));

  /* Led to what a filter hides, the filters give way. */
  g_assert_true (ent_page_reveal (
    self.page, ent_project_get_record (self.project, ENT_KIND_EXPECTATION, 0), -1));
  g_assert_cmpuint (gtk_drop_down_get_selected (from), ==, 0);
  tear_down (&self);
}

static void
test_pair (void)
{
  Fixture self;
  EntRecord *expectation;
  GtkWidget *side;

  set_up (&self, ENT_TYPE_EXPECTATIONS_PAGE, fixture_project_new ());
  side = fixture_find (GTK_WIDGET (self.page), ENT_TYPE_PAIR_SIDE);
  g_assert_cmpuint (fixture_count_text (side, FIXTURE_NAME), >, 0);
  type_into (side, "Share the keys");
  expectation = get_last (&self, ENT_KIND_EXPECTATION);
  g_assert_true (ent_record_get_ref (expectation, ENT_EXPECTATION_FROM)
                 == ent_project_get_record (self.project, ENT_KIND_PARTNER, 0));
  g_assert_true (ent_record_get_ref (expectation, ENT_EXPECTATION_TO)
                 == ent_project_get_record (self.project, ENT_KIND_PARTNER, 1));
  g_assert_cmpuint (fixture_count_text (side, "Share the keys"), ==, 1);
  tear_down (&self);
}

/* A new project is led step by step: roles, tasks, letters. */
static void
test_steps_to_chart (void)
{
  Fixture self;
  GtkWidget *chart;
  GtkStack *stack;

  set_up (&self, ENT_TYPE_ROLES_PAGE, ent_project_new ());
  chart = fixture_find (GTK_WIDGET (self.page), ENT_TYPE_ROLE_CHART_VIEW);
  stack = GTK_STACK (fixture_find (chart, GTK_TYPE_STACK));
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "no-roles");
  fixture_add (self.project, ENT_KIND_ROLE, "Keeps the keys");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "no-tasks");
  type_into (chart, "Plant the beds");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "chart");
  g_assert_cmpuint (ent_project_get_n_records (self.project, ENT_KIND_TASK), ==, 1);
  tear_down (&self);
}

static void
on_finding (EntFinding **found, EntFinding *finding)
{
  *found = finding;
}

static void
test_findings (void)
{
  Fixture self;
  GtkWidget *list;
  EntFinding *found = NULL;

  set_up (&self, ENT_TYPE_ROLES_PAGE, fixture_project_new ());
  list = fixture_find (GTK_WIDGET (self.page), ENT_TYPE_FINDING_LIST);
  g_signal_connect_swapped (list, "activated", G_CALLBACK (on_finding), &found);
  g_assert_cmpuint (fixture_count_text (list, FIXTURE_NAME), >, 0);
  g_signal_emit_by_name (fixture_find (list, GTK_TYPE_LIST_VIEW), "activate", 0);
  g_assert_nonnull (found);
  tear_down (&self);
}

/* A text is as high as its lines, also when it is filled before the window comes up. */
static void
test_text_height (void)
{
  GtkWidget *view = g_object_ref_sink (g_object_new (ENT_TYPE_TEXT_VIEW, NULL));
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  int one, three, narrow;

  gtk_text_buffer_set_text (buffer, "One", -1);
  gtk_widget_measure (view, GTK_ORIENTATION_VERTICAL, 400, &one, NULL, NULL, NULL);
  gtk_text_buffer_set_text (buffer, "One\nTwo\nThree words here", -1);
  gtk_widget_measure (view, GTK_ORIENTATION_VERTICAL, 400, &three, NULL, NULL, NULL);
  gtk_widget_measure (view, GTK_ORIENTATION_VERTICAL, 60, &narrow, NULL, NULL, NULL);
  g_assert_cmpint (one, >, 8);
  g_assert_cmpint (three, >=, 3 * one - 2);
  g_assert_cmpint (narrow, >, three);
  g_assert_finalize_object (view);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/editing/add-partner", test_add_partner);
  g_test_add_func ("/editing/first-partner", test_first_partner);
  g_test_add_func ("/editing/half-typed", test_half_typed);
  g_test_add_func ("/editing/contact", test_contact);
  g_test_add_func ("/editing/delete", test_delete);
  g_test_add_func ("/editing/delete-several", test_delete_several);
  g_test_add_func ("/editing/search", test_search);
  g_test_add_func ("/editing/sort", test_sort);
  g_test_add_func ("/editing/ledger", test_ledger);
  g_test_add_func ("/editing/refused", test_refused);
  g_test_add_func ("/editing/pair", test_pair);
  g_test_add_func ("/editing/steps-to-chart", test_steps_to_chart);
  g_test_add_func ("/editing/findings", test_findings);
  g_test_add_func ("/editing/text-height", test_text_height);

  return g_test_run ();
}
