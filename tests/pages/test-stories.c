/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The stories and milestones: what is filled in for who types a line, the filters of their own kind,
 * reading before editing, and what is said where a story may not be shared. */
#include "config.h"

#include "analysis/ent-day.h"
#include "page-fixture.h"
#include "pages/ent-add-entry.h"
#include "pages/ent-form.h"
#include "pages/ent-list-pane-row.h"
#include "pages/ent-milestones-view.h"
#include "pages/ent-page-analysis.h"
#include "pages/ent-stories-view.h"
#include "pages/ent-story-reader.h"

enum { KIND, GOAL, PARTNER, TELLER, CONSENT, SELECTED };

typedef struct {
  EntProject *project;
  GtkWidget *window;
  EntPage *page;
  GtkWidget *list;
} Fixture;

static void
show (Fixture *self, GType type)
{
  self->window = adw_window_new ();
  self->page = g_object_new (type, NULL);
  gtk_window_set_default_size (GTK_WINDOW (self->window), 1000, 700);
  adw_window_set_content (ADW_WINDOW (self->window), GTK_WIDGET (self->page));
  ent_page_set_project (self->page, self->project);
  gtk_window_present (GTK_WINDOW (self->window));
  fixture_settle ();
  self->list = fixture_find (GTK_WIDGET (self->page), ENT_TYPE_LIST_PANE);
}

static void
set_up_stories (Fixture *self, gconstpointer data)
{
  self->project = fixture_project_new ();
  show (self, ENT_TYPE_STORIES_VIEW);
}

static void
set_up_milestones (Fixture *self, gconstpointer data)
{
  self->project = ent_project_new ();
  fixture_add (self->project, ENT_KIND_MILESTONE, "Roof on");
  ent_record_set_string (ent_project_get_record (self->project, ENT_KIND_MILESTONE, 0),
                         ENT_MILESTONE_DUE, "2026-01-31");
  show (self, ENT_TYPE_MILESTONES_VIEW);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  fixture_settle ();
  g_assert_finalize_object (self->project);
}

static void
type_line (Fixture *self, const char *title)
{
  GtkWidget *entry = fixture_find (self->list, ENT_TYPE_ADD_ENTRY);

  gtk_editable_set_text (GTK_EDITABLE (entry), title);
  ent_add_entry_commit (ENT_ADD_ENTRY (entry));
  fixture_settle ();
}

static EntRecord *
get_last (Fixture *self, EntKind kind)
{
  return ent_project_get_record (self->project, kind,
                                 ent_project_get_n_records (self->project, kind) - 1);
}

static void
choose (Fixture *self, guint filter, guint choice)
{
  GtkWidget *filters = fixture_find (self->list, ENT_TYPE_LIST_FILTERS);
  GtkFlowBox *box = GTK_FLOW_BOX (fixture_find (filters, GTK_TYPE_FLOW_BOX));

  gtk_drop_down_set_selected (
    GTK_DROP_DOWN (gtk_flow_box_child_get_child (gtk_flow_box_get_child_at_index (box, (int) filter))),
    choice);
}

/* How many records the list shows. */
static guint
count (Fixture *self)
{
  GtkWidget *row = fixture_find (self->list, ENT_TYPE_LIST_PANE_ROW);

  return g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (
    GTK_LIST_VIEW (gtk_widget_get_ancestor (row, GTK_TYPE_LIST_VIEW)))));
}

static void
test_small_win (Fixture *self, gconstpointer data)
{
  static const struct {
    const char *title;
    EntStoryKind kind;
  } cases[] = {
    { "First bed planted", ENT_STORY_SMALL_WIN }, { "“We did it”", ENT_STORY_QUOTE },
    { "\"We did it\"", ENT_STORY_QUOTE },         { "„Geschafft“", ENT_STORY_QUOTE },
    { "«C’est fait»", ENT_STORY_QUOTE },          { "It is “done”", ENT_STORY_SMALL_WIN },
  };
  g_autofree char *today = ent_day_dup_today ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      type_line (self, cases[i].title);
      g_assert_cmpint (ent_record_get_enum (get_last (self, ENT_KIND_STORY), ENT_STORY_KIND), ==,
                       cases[i].kind);
      g_assert_cmpstr (ent_record_get_string (get_last (self, ENT_KIND_STORY), ENT_STORY_DATE), ==,
                       today);
    }

  choose (self, KIND, 1 + ENT_STORY_LESSON);
  type_line (self, "Ask first");
  g_assert_cmpint (ent_record_get_enum (get_last (self, ENT_KIND_STORY), ENT_STORY_KIND), ==,
                   ENT_STORY_LESSON);
}

static void
test_filters (Fixture *self, gconstpointer data)
{
  EntRecord *first = ent_project_get_record (self->project, ENT_KIND_STORY, 0);
  EntRecord *partner = ent_project_get_record (self->project, ENT_KIND_PARTNER, 1);
  EntRecord *second = fixture_add (self->project, ENT_KIND_STORY, "Second");
  const char *const about[] = { ent_record_get_id (partner), NULL };

  ent_record_set_list (second, ENT_STORY_PARTNERS, about);
  ent_record_set_bool (second, ENT_STORY_CONSENT, TRUE);
  g_assert_cmpuint (count (self), ==, 2);
  for (guint choice = 1; choice <= 2; choice++)
    {
      choose (self, CONSENT, choice);
      g_assert_cmpuint (count (self), ==, 1);
      g_assert_true (ent_list_pane_get_selected (ENT_LIST_PANE (self->list))
                     == (choice == 1 ? second : first));
    }
  choose (self, CONSENT, 0);
  choose (self, SELECTED, 2);
  g_assert_true (ent_list_pane_get_selected (ENT_LIST_PANE (self->list)) == second);
  choose (self, SELECTED, 0);
  /* any, then none, then the partners */
  choose (self, PARTNER, 1);
  type_line (self, "About nobody");
  choose (self, PARTNER, 3);
  type_line (self, "About the second");
  g_assert_cmpuint (count (self), ==, 2);
  g_assert_cmpstr (ent_record_get_list (get_last (self, ENT_KIND_STORY), ENT_STORY_PARTNERS)[0], ==,
                   about[0]);
}

/* What is told at length is read; what is one line is there to be gone on with. */
static void
test_reading (Fixture *self, gconstpointer data)
{
  GtkWidget *reader = fixture_find (GTK_WIDGET (self->page), ENT_TYPE_STORY_READER);
  GtkWidget *form = fixture_find (GTK_WIDGET (self->page), ENT_TYPE_FORM);
  EntRecord *story = get_last (self, ENT_KIND_STORY);

  g_assert_true (gtk_widget_get_mapped (reader));
  g_assert_false (gtk_widget_get_mapped (form));
  g_assert_cmpuint (fixture_count_text (reader, "Not to be shared"), ==, 1);
  g_assert_cmpuint (fixture_count_text (reader, "Selected because"), ==, 1);
  g_assert_true (ent_page_reveal (self->page, story, ENT_STORY_TEXT));
  fixture_settle ();
  g_assert_true (gtk_widget_get_mapped (form));

  type_line (self, "One line");
  g_assert_true (gtk_widget_get_mapped (form));
  /* Not under the hands of who types. */
  ent_record_set_string (get_last (self, ENT_KIND_STORY), ENT_STORY_TEXT, "Longer");
  fixture_settle ();
  g_assert_true (gtk_widget_get_mapped (form));
  g_assert_true (ent_page_reveal (self->page, story, -1));
  fixture_settle ();
  g_assert_true (gtk_widget_get_mapped (reader));
}

static void
on_reveal (EntRecord **place, EntRecord *record)
{
  *place = record;
}

/* What a story is about is one step away. */
static void
test_links (Fixture *self, gconstpointer data)
{
  GtkWidget *reader = fixture_find (GTK_WIDGET (self->page), ENT_TYPE_STORY_READER);
  EntRecord *kpi = fixture_add (self->project, ENT_KIND_KPI, "100 %s of it");
  EntRecord *place = NULL;

  g_signal_connect_swapped (self->page, "reveal-record", G_CALLBACK (on_reveal), &place);
  ent_record_set_string (get_last (self, ENT_KIND_STORY), ENT_STORY_KPI, ent_record_get_id (kpi));
  g_assert_cmpuint (fixture_count_text (reader, "KPI: 100 %s of it"), ==, 1);
  g_signal_emit_by_name (
    gtk_widget_get_template_child (reader, ENT_TYPE_STORY_READER, "kpi"), "clicked");
  g_assert_true (place == kpi);
  g_signal_emit_by_name (
    gtk_widget_get_template_child (reader, ENT_TYPE_STORY_READER, "goal"), "clicked");
  g_assert_true (place == get_last (self, ENT_KIND_GOAL));
}

static void
test_reason (Fixture *self, gconstpointer data)
{
  EntRecord *story = fixture_add (self->project, ENT_KIND_STORY, "Second");
  GtkWidget *reason = fixture_find_row (GTK_WIDGET (self->page), ENT_KIND_STORY,
                                        ENT_STORY_SELECTION_REASON);

  ent_page_reveal (self->page, story, -1);
  g_assert_false (gtk_widget_get_visible (reason));
  ent_record_set_bool (story, ENT_STORY_SELECTED, TRUE);
  g_assert_true (gtk_widget_get_visible (reason));
  ent_record_set_string (story, ENT_STORY_SELECTION_REASON, "By all");
  ent_record_set_bool (story, ENT_STORY_SELECTED, FALSE);
  /* Nothing that was written is out of reach. */
  g_assert_true (gtk_widget_get_visible (reason));
  g_assert_cmpuint (
    fixture_count_text (fixture_find (GTK_WIDGET (self->page), ENT_TYPE_STORY_READER), "By all"), ==,
    0);
}

static GtkWidget *
find_button (GtkWidget *root, const char *label)
{
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = GTK_IS_BUTTON (child)
                           && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (child)), label) == 0
                             ? child : find_button (child, label);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
test_done_today (Fixture *self, gconstpointer data)
{
  GtkWidget *button = find_button (GTK_WIDGET (self->page), "Done Today");
  EntRecord *roof = get_last (self, ENT_KIND_MILESTONE);
  g_autofree char *today = ent_day_dup_today ();
  GtkWidget *celebration;
  GtkWidget *focus;

  choose (self, 0, 3);
  fixture_settle ();
  g_assert_true (fixture_is_on_view (self->list, "Nothing Found"));
  choose (self, 0, 2);
  fixture_settle ();
  g_assert_false (fixture_is_on_view (self->list, "Nothing Found"));
  g_assert_cmpuint (count (self), ==, 1);
  g_assert_cmpuint (fixture_count_text (self->list, "! Overdue"), ==, 1);

  g_signal_emit_by_name (button, "clicked");
  fixture_settle ();
  g_assert_cmpstr (ent_record_get_string (roof, ENT_MILESTONE_DONE), ==, today);
  g_assert_false (gtk_widget_get_visible (button));
  celebration = fixture_find_row (GTK_WIDGET (self->page), ENT_KIND_MILESTONE,
                                  ENT_MILESTONE_CELEBRATION);
  focus = gtk_window_get_focus (GTK_WINDOW (self->window));
  g_assert_true (focus != NULL && gtk_widget_is_ancestor (focus, celebration));

  ent_history_undo (ent_project_get_history (self->project));
  g_assert_cmpstr (ent_record_get_string (roof, ENT_MILESTONE_DONE), ==, "");
  g_assert_true (gtk_widget_get_visible (button));
}

/* A search entry also says that its text changed when it did not: some time after it was made. */
static void
test_kept (Fixture *self, gconstpointer data)
{
  EntRecord *roof = get_last (self, ENT_KIND_MILESTONE);
  GtkWidget *search = fixture_find (self->list, GTK_TYPE_SEARCH_ENTRY);

  choose (self, 0, 2);
  g_assert_cmpuint (count (self), ==, 1);
  ent_record_set_string (roof, ENT_MILESTONE_DONE, "2026-02-01");
  g_signal_emit_by_name (search, "search-changed");
  fixture_settle ();
  g_assert_false (fixture_is_on_view (self->list, "Nothing Found"));
  g_assert_cmpuint (count (self), ==, 1);

  gtk_editable_set_text (GTK_EDITABLE (search), "nothing of the kind");
  g_signal_emit_by_name (search, "search-changed");
  fixture_settle ();
  g_assert_true (fixture_is_on_view (self->list, "Nothing Found"));
}

/* What was due today is overdue when midnight has passed, in the list, above the form and among the
 * findings. */
static void
test_milestone_over_midnight (Fixture *self, gconstpointer data)
{
  EntRecord *milestone = ent_project_get_record (self->project, ENT_KIND_MILESTONE, 0);
  g_autoptr(EntStoryChecks) checks = ent_page_analysis_dup_story_checks (self->project);
  g_autofree char *zone = g_strdup (g_getenv ("TZ"));
  g_autofree char *today = NULL;
  guint n_overdue;
  guint n_findings;

  fixture_travel (self->project, FIXTURE_YESTERDAY);
  today = ent_day_dup_today ();
  ent_record_set_string (milestone, ENT_MILESTONE_DONE, "");
  ent_record_set_string (milestone, ENT_MILESTONE_DUE, today);
  fixture_settle ();
  n_overdue = fixture_count_text (GTK_WIDGET (self->page), "Overdue by");
  n_findings = g_list_model_get_n_items (G_LIST_MODEL (checks));

  fixture_travel (self->project, FIXTURE_TODAY);
  g_assert_cmpuint (fixture_count_text (GTK_WIDGET (self->page), "Overdue by"), >=, n_overdue + 2);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (checks)), ==, n_findings + 1);
  fixture_travel (self->project, zone);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add ("/stories/small-win", Fixture, NULL, set_up_stories, test_small_win, tear_down);
  g_test_add ("/stories/filters", Fixture, NULL, set_up_stories, test_filters, tear_down);
  g_test_add ("/stories/reading", Fixture, NULL, set_up_stories, test_reading, tear_down);
  g_test_add ("/stories/links", Fixture, NULL, set_up_stories, test_links, tear_down);
  g_test_add ("/stories/reason", Fixture, NULL, set_up_stories, test_reason, tear_down);
  g_test_add ("/milestones/done-today", Fixture, NULL, set_up_milestones, test_done_today,
              tear_down);
  g_test_add ("/milestones/over-midnight", Fixture, NULL, set_up_milestones,
              test_milestone_over_midnight, tear_down);
  g_test_add ("/milestones/kept", Fixture, NULL, set_up_milestones, test_kept, tear_down);

  return g_test_run ();
}
