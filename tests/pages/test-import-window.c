/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window that imports a table: preview, corrections, entering and taking back. */
#include "config.h"

#include <glib/gstdio.h>

#include "page-fixture.h"
#include "pages/ent-import-window.h"

typedef struct {
  EntProject *project;
  EntRecord *kpi;
  guint n_kpis;                      /* before anything is imported */
  guint n_measurements;
  GtkWidget *window;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer what)
{
  fixture->project = fixture_project_new ();
  fixture->kpi = fixture_add (fixture->project, ENT_KIND_KPI, "Visitors");
  fixture->n_kpis = ent_project_get_n_records (fixture->project, ENT_KIND_KPI);
  fixture->n_measurements = ent_project_get_n_records (fixture->project, ENT_KIND_MEASUREMENT);
  fixture->window = ent_import_window_new (NULL, fixture->project,
                                           (EntImportWhat) GPOINTER_TO_INT (what));
  g_object_add_weak_pointer (G_OBJECT (fixture->window), (gpointer *) &fixture->window);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_test_widget_wait_for_draw (fixture->window);
}

static void
tear_down (Fixture *fixture, gconstpointer what)
{
  if (fixture->window != NULL)
    gtk_window_destroy (GTK_WINDOW (fixture->window));
  fixture_settle ();
  g_assert_null (fixture->window);
  g_assert_finalize_object (fixture->project);
}

static gboolean
is_reading (Fixture *fixture)
{
  g_autofree char *difference = gtk_test_accessible_check_state (
    GTK_ACCESSIBLE (fixture->window), GTK_ACCESSIBLE_STATE_BUSY, TRUE);

  return difference == NULL;
}

static void
take (Fixture *fixture, const char *text)
{
  ent_import_window_take_text (ENT_IMPORT_WINDOW (fixture->window), text);
  g_assert_true (is_reading (fixture));
  while (is_reading (fixture))
    g_main_context_iteration (NULL, TRUE);
  for (guint frame = 0; frame < 3; frame++)
    gtk_test_widget_wait_for_draw (fixture->window);
}

/* The first of the window's choices whose choice has this text among its own, and where. */
static GtkDropDown *
find_choice (GtkWidget *widget, const char *text, guint *position)
{
  GtkDropDown *found = NULL;
  GListModel *model = GTK_IS_DROP_DOWN (widget) && gtk_widget_get_mapped (widget)
    ? gtk_drop_down_get_model (GTK_DROP_DOWN (widget)) : NULL;

  for (guint i = 0; model != NULL && i < g_list_model_get_n_items (model); i++)
    if (g_str_equal (gtk_string_list_get_string (GTK_STRING_LIST (model), i), text))
      {
        *position = i;
        return GTK_DROP_DOWN (widget);
      }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_choice (child, text, position);

  return found;
}

static void
choose (Fixture *fixture, const char *text)
{
  guint position;
  GtkDropDown *choice = find_choice (fixture->window, text, &position);

  g_assert_nonnull (choice);
  gtk_drop_down_set_selected (choice, position);
  for (guint frame = 0; frame < 3; frame++)
    gtk_test_widget_wait_for_draw (fixture->window);
}

static gboolean
enter (Fixture *fixture)
{
  gboolean done = gtk_widget_activate_action (fixture->window, "import.apply", NULL);

  fixture_settle ();

  return done && fixture->window == NULL;
}

static guint
count (Fixture *fixture)
{
  return ent_project_get_n_records (fixture->project, ENT_KIND_MEASUREMENT)
         - fixture->n_measurements;
}

static void
test_enter (Fixture *fixture, gconstpointer what)
{
  g_assert_true (fixture_is_on_view (fixture->window, "From Your Spreadsheet"));
  g_assert_true (GTK_IS_BUTTON (gtk_window_get_focus (GTK_WINDOW (fixture->window))));
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (
                     gtk_window_get_focus (GTK_WINDOW (fixture->window)))), ==, "import.paste");
  take (fixture, "KPI\tDate\tValue\nVisitors\t2025-03-01\t120\nVisitors\t2025-03-02\tsoon\n");
  g_assert_cmpuint (fixture_count_text (fixture->window, "C2"), >, 0);
  g_assert_cmpuint (fixture_count_text (fixture->window, "It is no number."), >, 0);
  fixture_assert_named (fixture->window);

  g_assert_true (enter (fixture));
  g_assert_cmpuint (count (fixture), ==, 1);
  g_assert_true (ent_history_undo (ent_project_get_history (fixture->project)));
  g_assert_cmpuint (count (fixture), ==, 0);
}

/* What the table leaves open is asked above it, and answered by a choice. */
static void
test_questions (Fixture *fixture, gconstpointer what)
{
  const char *question = "In which order are day and month in the dates?";

  take (fixture, "KPI\tDate\tValue\nVisitors\t03/04/2025\t120\n");
  g_assert_cmpuint (fixture_count_text (fixture->window, question), >, 0);
  choose (fixture, "Day before month");
  g_assert_cmpuint (fixture_count_text (fixture->window, question), ==, 0);
  g_assert_true (enter (fixture));
  g_assert_nonnull (ent_project_lookup_key (fixture->project, ENT_KIND_MEASUREMENT,
                                            ent_record_get_id (fixture->kpi), "2025-04-03", NULL));
}

static void
test_names (Fixture *fixture, gconstpointer what)
{
  take (fixture, "KPI\tDate\tValue\nVisits\t2025-03-01\t120\n");
  g_assert_cmpuint (fixture_count_text (fixture->window, "No KPI is called “Visits”."), >, 0);
  choose (fixture, "Visitors");
  g_assert_cmpuint (fixture_count_text (fixture->window, "No KPI is called “Visits”."), ==, 0);
  choose (fixture, "Leave out");
  g_assert_false (enter (fixture));
  choose (fixture, "Make a new KPI");
  g_assert_true (enter (fixture));
  g_assert_cmpuint (count (fixture), ==, 1);
  g_assert_cmpuint (ent_project_get_n_records (fixture->project, ENT_KIND_KPI), ==,
                    fixture->n_kpis + 1);
}

static void
test_columns (Fixture *fixture, gconstpointer what)
{
  take (fixture, "Something\tDate\tVisitors\n1\t2025-03-01\t120\n");
  g_assert_cmpuint (fixture_count_text (fixture->window, "A2"), >, 0);
  choose (fixture, "Left aside");
  g_assert_cmpuint (fixture_count_text (fixture->window, "A2"), ==, 0);
  g_assert_true (enter (fixture));
  g_assert_cmpuint (count (fixture), ==, 1);
}

static void
test_kpis (Fixture *fixture, gconstpointer what)
{
  take (fixture, "KPI\tTarget\nTrees\t>= 300\n");
  choose (fixture, "Measurements");
  choose (fixture, "KPIs");
  g_assert_cmpuint (fixture_count_text (fixture->window, "A2"), >, 0);
  g_assert_true (enter (fixture));
  g_assert_cmpuint (ent_project_get_n_records (fixture->project, ENT_KIND_KPI), ==,
                    fixture->n_kpis + 1);
}

/* What a table is of shows in its titles; it can be said otherwise. */
static void
test_guess (Fixture *fixture, gconstpointer what)
{
  static const char table[] = "Indicator;Baseline;Target\nTrees;120;300\n";

  take (fixture, table);
  g_assert_true (fixture_is_on_view (fixture->window, "Trees"));
  g_assert_false (fixture_is_on_view (fixture->window, "Which column holds values?"));
  choose (fixture, "Measurements");
  take (fixture, table);
  g_assert_true (enter (fixture));
  g_assert_cmpuint (ent_project_get_n_records (fixture->project, ENT_KIND_KPI), ==,
                    fixture->n_kpis + 1);
}

/* What is no table is told, and the table before it stays. */
static void
test_refused (Fixture *fixture, gconstpointer what)
{
  take (fixture, "KPI\tDate\tValue\nVisitors\t2025-03-01\t120\n");
  take (fixture, "a\t\"b");
  g_assert_cmpuint (fixture_count_text (fixture->window, "In “pasted text”, a quote that begins in "
                                        "the row of line 1 is not closed."), >, 0);
  g_assert_true (enter (fixture));
  g_assert_cmpuint (count (fixture), ==, 1);
}

static void
test_file (Fixture *fixture, gconstpointer what)
{
  g_autofree char *folder = g_dir_make_tmp ("ent-import-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "table.csv", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);

  g_assert_true (g_file_set_contents (path, "KPI;Date;Value\nVisitors;1.3.2025;1,5\n", -1, NULL));
  ent_import_window_take_file (ENT_IMPORT_WINDOW (fixture->window), file);
  while (fixture_count_text (fixture->window, "C2") == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  g_assert_true (enter (fixture));
  g_assert_cmpuint (count (fixture), ==, 1);
}

/* The window goes while its file is still being read. */
static void
test_close (Fixture *fixture, gconstpointer what)
{
  g_autoptr(GFile) file = g_file_new_for_path ("/nonexistent/table.csv");

  ent_import_window_take_file (ENT_IMPORT_WINDOW (fixture->window), file);
  gtk_window_close (GTK_WINDOW (fixture->window));
  while (fixture->window != NULL)
    g_main_context_iteration (NULL, TRUE);
}

/* A file is asked for once at a time, and no longer than there is a window. */
static void
test_choose (Fixture *fixture, gconstpointer what)
{
  GListModel *windows = gtk_window_get_toplevels ();
  guint n = g_list_model_get_n_items (windows);

  for (guint i = 0; i < 2; i++)
    {
      g_assert_true (gtk_widget_activate_action (fixture->window, "import.choose", NULL));
      fixture_settle ();
      g_assert_cmpuint (g_list_model_get_n_items (windows), ==, n + 1);
    }
  gtk_window_close (GTK_WINDOW (fixture->window));
  while (fixture->window != NULL || g_list_model_get_n_items (windows) >= n)
    g_main_context_iteration (NULL, TRUE);
}

/* Of two tables that come at once the second counts. */
static void
test_overtake (Fixture *fixture, gconstpointer what)
{
  ent_import_window_take_text (ENT_IMPORT_WINDOW (fixture->window),
                               "KPI\tDate\tValue\nVisitors\t2025-03-01\t1\n"
                               "Visitors\t2025-03-02\t2\n");
  g_assert_cmpuint (fixture_count_text (fixture->window, "Reading…"), ==, 1);
  take (fixture, "KPI\tDate\tValue\nVisitors\t2025-03-01\t120\n");
  g_assert_cmpuint (fixture_count_text (fixture->window, "Reading…"), ==, 0);
  g_assert_true (enter (fixture));
  g_assert_cmpuint (count (fixture), ==, 1);
}

static void
test_many (Fixture *fixture, gconstpointer what)
{
  g_autoptr(GString) text = g_string_new ("KPI\tDate\tValue\n");
  g_autoptr(GDate) day = g_date_new_dmy (1, 1, 1900);

  for (guint i = 0; i < 100000; i++)
    {
      char name[16];

      g_date_strftime (name, sizeof name, "%Y-%m-%d", day);
      g_date_add_days (day, 1);
      g_string_append_printf (text, "Visitors\t%s\t%u\n", name, i);
    }
  take (fixture, text->str);
  g_assert_cmpuint (fixture_count_text (fixture->window, "C2"), >, 0);
  g_assert_true (enter (fixture));
  g_assert_cmpuint (count (fixture), ==, 100000);
}

int
main (int argc, char **argv)
{
  static const struct {
    const char *name;
    EntImportWhat what;
    void (*run) (Fixture *, gconstpointer);
  } tests[] = {
    { "enter", ENT_IMPORT_MEASUREMENTS, test_enter },
    { "questions", ENT_IMPORT_MEASUREMENTS, test_questions },
    { "names", ENT_IMPORT_MEASUREMENTS, test_names },
    { "columns", ENT_IMPORT_MEASUREMENTS, test_columns },
    { "kpis", ENT_IMPORT_KPIS, test_kpis },
    { "guess", ENT_IMPORT_MEASUREMENTS, test_guess },
    { "refused", ENT_IMPORT_MEASUREMENTS, test_refused },
    { "file", ENT_IMPORT_MEASUREMENTS, test_file },
    { "close", ENT_IMPORT_MEASUREMENTS, test_close },
    { "choose", ENT_IMPORT_MEASUREMENTS, test_choose },
    { "overtake", ENT_IMPORT_MEASUREMENTS, test_overtake },
    { "many", ENT_IMPORT_MEASUREMENTS, test_many },
  };

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path = g_strdup_printf ("/import-window/%s", tests[i].name);

      g_test_add (path, Fixture, GINT_TO_POINTER (tests[i].what), set_up, tests[i].run, tear_down);
    }

  return g_test_run ();
}
