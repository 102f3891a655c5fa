/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window from inside: what needs no keyboard. Driving it as a person would is for the
 * scripts. */
#include "analysis/ent-day.h"
#include "app/ent-notice-bar.h"
#include "app/ent-preview-window.h"
#include "app/ent-shortcuts-window.h"
#include "app/ent-shortcuts.h"
#include "app/ent-window.h"
#include "pages/ent-alignment-view.h"
#include "pages/ent-import-window.h"
#include "pages/ent-pages.h"
#include "pages/ent-page-analysis.h"
#include "pages/ent-position-popover.h"

static EntApplication *application;

static GFile *
get_sample (const char *name)
{
  return g_file_new_build_filename (g_getenv ("ENTENTE_DATADIR"), "samples", name, NULL);
}

static EntWindow *
new_sample_window (void)
{
  EntWindow *window = ent_window_new (application);

  ent_window_open_sample (window, "community-garden");
  g_assert_nonnull (ent_window_get_document (window));
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));

  return window;
}

static void
destroy (EntWindow *window)
{
  gtk_window_destroy (GTK_WINDOW (window));
  while (g_main_context_iteration (NULL, FALSE))
    continue;
}

/* But for the search in GTK's own drop-downs, which is never shown. */
static void
assert_lines_limited (GtkWidget *widget, guint *n_lines)
{
  if (GTK_IS_TEXT (widget))
    {
      g_assert_cmpint (gtk_text_get_max_length (GTK_TEXT (widget)), >, 0);
      (*n_lines)++;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (!GTK_IS_POPOVER (child))
      assert_lines_limited (child, n_lines);
}

/* A page that is added gets a key, too. */
static void
test_page_keys (void)
{
  guint n_shortcuts;
  const EntShortcut *shortcuts = ent_shortcuts_get (&n_shortcuts);

  for (guint i = 0; i < ent_pages_get_n_pages (); i++)
    {
      g_autofree char *action = g_strdup_printf ("win.nth-page(%u)", i);
      gboolean found = FALSE;

      for (guint k = 0; k < n_shortcuts; k++)
        found |= g_strcmp0 (shortcuts[k].action, action) == 0;
      g_test_message ("%s", action);
      g_assert_true (found);
    }
}

/* A table pasted into a line without a limit keeps the program busy for minutes. */
static void
test_lines_limited (void)
{
  EntWindow *window = new_sample_window ();

  for (guint i = 0; i < ent_pages_get_n_pages (); i++)
    {
      guint n_lines = 0;

      gtk_widget_activate_action (GTK_WIDGET (window), "win.nth-page", "i", i);
      assert_lines_limited (GTK_WIDGET (window), &n_lines);
      /* In the role chart a line comes up for the title of a new task. */
      gtk_widget_activate_action (GTK_WIDGET (window), "win.add-record", NULL);
      assert_lines_limited (GTK_WIDGET (window), &n_lines);
      g_assert_cmpuint (n_lines, >, 0);
    }
  destroy (window);
}

/* Each key of the table belongs to an action that there is. */
static void
test_shortcuts (void)
{
  EntWindow *window = new_sample_window ();
  guint n_shortcuts;
  const EntShortcut *shortcuts = ent_shortcuts_get (&n_shortcuts);

  for (guint i = 0; i < n_shortcuts; i++)
    {
      g_autofree char *name = NULL;
      g_autoptr(GVariant) target = NULL;
      g_auto(GStrv) accelerators = g_strsplit (shortcuts[i].accelerators, " ", -1);

      g_assert_true (g_action_parse_detailed_name (shortcuts[i].action, &name, &target, NULL));
      if (g_str_has_prefix (name, "win."))
        g_assert_true (g_action_group_has_action (G_ACTION_GROUP (window), name + 4));
      else if (g_str_has_prefix (name, "app."))
        g_assert_true (g_action_group_has_action (G_ACTION_GROUP (application), name + 4));
      for (char **key = accelerators; *key != NULL; key++)
        {
          guint value;
          GdkModifierType modifiers;

          g_assert_true (gtk_accelerator_parse (*key, &value, &modifiers));
        }
    }
  destroy (window);
}

static void
test_shortcuts_once (void)
{
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n_shortcuts;
  const EntShortcut *shortcuts = ent_shortcuts_get (&n_shortcuts);

  for (guint i = 0; i < n_shortcuts; i++)
    {
      g_auto(GStrv) accelerators = g_strsplit (shortcuts[i].accelerators, " ", -1);

      for (char **key = accelerators; *key != NULL; key++)
        g_assert_true (g_hash_table_add (seen, g_strdup (*key)));
    }
}

static void
test_shortcut_names (void)
{
  g_autofree char *redo = ent_shortcuts_dup_keys ("win.redo");
  g_autofree char *none = ent_shortcuts_dup_keys ("win.show-problems");

  g_assert_cmpstr (redo, ==, "Shift+Ctrl+Z");
  g_assert_null (none);
}

/* Nothing is drawn before it has a size, of which GTK warns, and warnings end a test. */
static void
test_widths (void)
{
  static const int widths[] = { 1200, 800, 700, 600, 560, 400, 360, 1000 };
  EntWindow *window = new_sample_window ();

  for (guint w = 0; w < G_N_ELEMENTS (widths); w++)
    {
      gtk_window_set_default_size (GTK_WINDOW (window), widths[w], 500);
      gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
      for (guint page = 0; page < ent_pages_get_n_pages (); page++)
        {
          gtk_widget_activate_action (GTK_WIDGET (window), "win.nth-page", "i", page);
          for (guint frame = 0; frame < 3; frame++)
            gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
        }
      g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (window)), <=, widths[w]);
    }
  destroy (window);
}

static guint
count_rows (GtkWidget *widget)
{
  guint n = ADW_IS_ACTION_ROW (widget) ? 1 : 0;

  if (!gtk_widget_get_visible (widget))
    return 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_rows (child);

  return n;
}

static GtkWidget *
find_entry (GtkWidget *widget)
{
  GtkWidget *entry = GTK_IS_SEARCH_ENTRY (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && entry == NULL;
       child = gtk_widget_get_next_sibling (child))
    entry = find_entry (child);

  return entry;
}

/* It is found by what it does and by its name; drawing it says nothing on the log. */
static void
test_shortcuts_window (void)
{
  static const struct { const char *text; guint n_rows; } searches[] = {
    { "REDO", 1 },
    { "ctrl+s", 2 },
    { "no such key", 0 },
  };
  GtkWidget *window = g_object_ref_sink (ent_shortcuts_window_new (NULL));
  GtkWidget *entry = find_entry (window);
  guint n_shortcuts;

  ent_shortcuts_get (&n_shortcuts);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);
  g_assert_cmpuint (count_rows (window), >, n_shortcuts);
  for (guint i = 0; i < G_N_ELEMENTS (searches); i++)
    {
      gtk_editable_set_text (GTK_EDITABLE (entry), searches[i].text);
      g_signal_emit_by_name (entry, "search-changed");
      g_assert_cmpuint (count_rows (window), ==, searches[i].n_rows);
    }
  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_finalize_object (window);
}

/* Actions that need a partnership are off on the start page. */
static void
test_start_page_actions (void)
{
  EntWindow *window = ent_window_new (application);
  GActionGroup *actions = G_ACTION_GROUP (window);

  g_assert_true (ent_window_is_blank (window));
  g_assert_false (g_action_group_get_action_enabled (actions, "save"));
  g_assert_false (g_action_group_get_action_enabled (actions, "print"));
  g_assert_false (g_action_group_get_action_enabled (actions, "undo"));
  g_assert_true (g_action_group_get_action_enabled (actions, "open"));
  ent_window_open_new (window);
  g_assert_false (ent_window_is_blank (window));
  g_assert_true (g_action_group_get_action_enabled (actions, "save"));
  destroy (window);
}

/* An edit marks the title and can be undone; then the mark is gone. */
static void
test_modified_mark (void)
{
  EntWindow *window = new_sample_window ();
  EntProject *project = ent_document_get_project (ent_window_get_document (window));
  EntRecord *info = ent_project_get_info (project);

  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "Tanner’s Row Community Garden");
  ent_record_set_string (info, ENT_PROJECT_TITLE, "A & B <b>x</b>");
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "• A & B <b>x</b>");
  g_action_group_activate_action (G_ACTION_GROUP (window), "undo", NULL);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "Tanner’s Row Community Garden");
  destroy (window);
}

/* Every kind that a page shows leads there. */
static void
test_reveal (void)
{
  EntWindow *window = new_sample_window ();
  EntProject *project = ent_document_get_project (ent_window_get_document (window));

  for (int kind = ENT_KIND_PROJECT + 1; kind < ENT_N_KINDS; kind++)
    {
      EntRecord *record = ent_project_get_record (project, (EntKind) kind, 0);

      g_assert_nonnull (record);
      g_assert_cmpint (ent_window_reveal (window, record, -1), ==,
                       ent_pages_find_kind ((EntKind) kind) >= 0);
    }
  destroy (window);
}

static GtkWidget *
find_widget (GtkWidget *widget, GType type, const char *label)
{
  GtkWidget *found = NULL;

  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type)
      && (label == NULL || g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_widget (child, type, label);

  return found;
}

/* What takes back a deletion is there as long as it would take back that. */
static void
test_undo_offer (void)
{
  EntWindow *window = new_sample_window ();
  GtkWidget *root = GTK_WIDGET (window);
  EntProject *project = ent_document_get_project (ent_window_get_document (window));
  GtkWidget *page;

  page = find_widget (root, ENT_TYPE_PAGE, NULL);
  ent_page_delete_record (ENT_PAGE (page), ent_project_get_record (project, ENT_KIND_ROLE, 0));
  g_assert_nonnull (find_widget (root, GTK_TYPE_BUTTON, "_Undo"));
  ent_record_set_string (ent_project_get_info (project), ENT_PROJECT_TITLE, "Changed");
  g_assert_null (find_widget (root, GTK_TYPE_BUTTON, "_Undo"));
  destroy (window);
}

/* Undo leads to a position that has come back, and finds it in its cell: only what was said on
 * another day is looked for in the history. */
static void
test_undo_leads (void)
{
  EntWindow *window = new_sample_window ();
  GtkWidget *root = GTK_WIDGET (window);
  EntProject *project = ent_document_get_project (ent_window_get_document (window));
  g_autoptr(EntAlignment) alignment = ent_alignment_new (project);
  EntRecord *position = NULL;

  for (guint i = 0; position == NULL && i < ent_alignment_get_n_partners (alignment); i++)
    position = ent_alignment_get_position (alignment, 0, i);
  g_assert_true (ent_window_reveal (window, position, -1));
  g_assert_true (ent_project_remove (project, position));
  g_action_group_activate_action (G_ACTION_GROUP (window), "undo", NULL);
  g_assert_nonnull (find_widget (root, ENT_TYPE_ALIGNMENT_VIEW, NULL));
  g_assert_null (find_widget (root, ENT_TYPE_POSITION_POPOVER, NULL));
  destroy (window);
}

/* What is said last is seen at once, not after all that was said before. */
static void
test_last_word (void)
{
  EntWindow *window = new_sample_window ();
  EntProject *project = ent_document_get_project (ent_window_get_document (window));
  GtkWidget *page = find_widget (GTK_WIDGET (window), ENT_TYPE_PAGE, NULL);

  for (guint i = 0; i < 5; i++)
    ent_window_say (window, "Said");
  ent_page_delete_record (ENT_PAGE (page), ent_project_get_record (project, ENT_KIND_ROLE, 0));
  g_assert_nonnull (find_widget (GTK_WIDGET (window), GTK_TYPE_BUTTON, "_Undo"));
  destroy (window);
}

/* A title can neither break the line nor turn what stands around it. */
static void
test_title_shown (void)
{
  EntWindow *window = new_sample_window ();
  EntProject *project = ent_document_get_project (ent_window_get_document (window));

  ent_record_set_string (ent_project_get_info (project), ENT_PROJECT_TITLE, "one\342\200\256owt");
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "• one\357\277\275owt");
  destroy (window);
}

static guint
count_dialogs (EntWindow *window)
{
  GListModel *toplevels = gtk_window_get_toplevels ();
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr(GtkWindow) toplevel = g_list_model_get_item (toplevels, i);

      n += ADW_IS_MESSAGE_DIALOG (toplevel)
           && gtk_window_get_transient_for (toplevel) == GTK_WINDOW (window);
    }

  return n;
}

/* The desktop asks to quit as often as it likes, and the question is put once. */
static void
test_asks_once (void)
{
  EntWindow *window = new_sample_window ();
  EntProject *project = ent_document_get_project (ent_window_get_document (window));

  ent_record_set_string (ent_project_get_info (project), ENT_PROJECT_TITLE, "Changed");
  for (guint i = 0; i < 3; i++)
    {
      g_action_group_activate_action (G_ACTION_GROUP (application), "quit", NULL);
      g_assert_cmpuint (count_dialogs (window), ==, 1);
    }
  destroy (window);
}

static gboolean
says (GtkWidget *widget, const char *text)
{
  gboolean found = GTK_IS_LABEL (widget)
                   && g_str_equal (gtk_label_get_label (GTK_LABEL (widget)), text);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && !found;
       child = gtk_widget_get_next_sibling (child))
    found = says (child, text);

  return found;
}

/* A whole folder by a slip of the hand is not a hundred windows; what is left out is said. */
static void
test_open_many (void)
{
  g_autoptr(GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  GtkApplication *program = GTK_APPLICATION (application);
  gboolean said = FALSE;
  guint n = 0;

  for (guint i = 0; i < 25; i++)
    {
      g_autofree char *path = g_strdup_printf ("/nowhere/%u.json", i);

      g_ptr_array_add (files, g_file_new_for_path (path));
    }
  ent_application_open_files (application, (GFile **) files->pdata, files->len);
  for (GList *l = gtk_application_get_windows (program); l != NULL; l = l->next, n++)
    said |= says (l->data, "20 of 25 files were opened. Open the others afterwards.");
  g_assert_cmpuint (n, ==, 20);
  g_assert_true (said);
  while (gtk_application_get_windows (program) != NULL)
    destroy (gtk_application_get_windows (program)->data);
}

static void
quit_when_opened (EntWindow *window, GParamSpec *pspec, GMainLoop *loop)
{
  if (ent_window_get_document (window) != NULL)
    g_main_loop_quit (loop);
}

/* A file dropped on the program opens in the blank window. */
static void
test_open_file (void)
{
  EntWindow *window = ent_window_new (application);
  g_autoptr(GFile) file = get_sample ("climate-action.entente.json");
  g_autoptr(GMainLoop) loop = g_main_loop_new (NULL, FALSE);

  g_signal_connect (window, "notify::title", G_CALLBACK (quit_when_opened), loop);
  ent_application_open_file (application, file);
  g_assert_true (ent_window_shows_file (window, file));
  g_main_loop_run (loop);
  g_assert_true (ent_window_shows_file (window, file));
  g_assert_false (ent_document_get_modified (ent_window_get_document (window)));
  destroy (window);
}

static void
test_preview (void)
{
  EntWindow *window = new_sample_window ();
  EntProject *project = ent_document_get_project (ent_window_get_document (window));
  g_autoptr(EntPrintSetup) setup = ent_print_setup_load (NULL);
  GtkWidget *preview;
  guint n_pages;

  setup->findings = FALSE;
  preview = ent_preview_window_new (GTK_WINDOW (window), project, setup);
  n_pages = ent_preview_window_get_n_pages (ENT_PREVIEW_WINDOW (preview));
  g_assert_cmpuint (n_pages, >=, 1);
  gtk_window_present (GTK_WINDOW (preview));
  gtk_test_widget_wait_for_draw (preview);
  gtk_window_destroy (GTK_WINDOW (preview));

  setup->findings = TRUE;
  preview = ent_preview_window_new (GTK_WINDOW (window), project, setup);
  g_assert_cmpuint (ent_preview_window_get_n_pages (ENT_PREVIEW_WINDOW (preview)), >=, n_pages);
  gtk_window_destroy (GTK_WINDOW (preview));
  destroy (window);
}

/* A window in front of another, by the name of its type: those of GTK's dialogs are its own. */
static GtkWindow *
find_dialog (GtkWindow *parent, const char *type)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr(GtkWindow) toplevel = g_list_model_get_item (toplevels, i);

      if (g_str_equal (G_OBJECT_TYPE_NAME (toplevel), type)
          && gtk_window_get_transient_for (toplevel) == parent)
        return toplevel;
    }

  return NULL;
}

static GtkWidget *
find_row (GtkWidget *widget, const char *title)
{
  GtkWidget *found = NULL;

  if (ADW_IS_PREFERENCES_ROW (widget)
      && g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_row (child, title);

  return found;
}

static void
cancel_page_setup (GtkWindow *parent)
{
  GtkWindow *dialog = find_dialog (parent, "GtkPageSetupUnixDialog");

  g_assert_nonnull (dialog);
  gtk_window_close (dialog);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
}

/* Who leaves the page setup as it is goes on with it. */
/* Who prints a page means the document that shows what it shows. */
static void
test_page_documents (void)
{
  for (guint i = 0; i < ent_pages_get_n_pages (); i++)
    {
      const char *name = ent_pages_get_info (i)->document;

      g_assert_true (name == NULL || ent_report_kind_find (name) != NULL);
    }
}

static void
test_page_setup_cancelled (void)
{
  EntWindow *window = new_sample_window ();
  EntProject *project = ent_document_get_project (ent_window_get_document (window));
  g_autoptr(EntPrintSetup) setup = ent_print_setup_load (NULL);
  GtkPageSetup *page = setup->page;
  GtkWidget *preview = ent_preview_window_new (GTK_WINDOW (window), project, setup);
  GtkWindow *dialog;

  gtk_window_present (GTK_WINDOW (preview));
  g_signal_emit_by_name (find_widget (preview, GTK_TYPE_BUTTON, "Page _Setup…"), "clicked");
  cancel_page_setup (GTK_WINDOW (preview));
  g_assert_true (setup->page == page);
  gtk_window_destroy (GTK_WINDOW (preview));

  gtk_widget_activate_action (GTK_WIDGET (window), "win.export", NULL);
  dialog = find_dialog (GTK_WINDOW (window), "EntExportDialog");
  g_signal_emit_by_name (find_row (GTK_WIDGET (dialog), "Paper"), "activated");
  cancel_page_setup (dialog);
  gtk_window_destroy (dialog);
  destroy (window);
}

/* A period is chosen for documents that have one; all of the time goes without saying. */
static void
test_period (void)
{
  g_autoptr(EntPrintSetup) setup = ent_print_setup_load ("kpis");
  g_autoptr(GListModel) periods = ent_print_setup_new_periods ();
  g_autofree char *all = ent_print_setup_dup_from (setup);
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  g_assert_null (all);
  g_assert_cmpuint (g_list_model_get_n_items (periods), >, 1);
  setup->period = 2;
  from = ent_print_setup_dup_from (setup);
  to = ent_print_setup_dup_to (setup);
  g_assert_cmpint (ent_day_to_number (to) - ent_day_to_number (from), >=, 365);
  g_assert_cmpint (ent_day_to_number (to) - ent_day_to_number (from), <=, 366);

  setup->document = ent_report_kind_find ("role-chart");
  g_assert_null (ent_print_setup_dup_from (setup));
}

/* Each document there is can be previewed, and looks at the day the window looks at. */
static void
test_documents (void)
{
  EntWindow *window = new_sample_window ();
  EntProject *project = ent_document_get_project (ent_window_get_document (window));
  g_autoptr(EntPrintSetup) setup = ent_print_setup_load ("alignment");
  g_autoptr(EntAlignment) alignment = ent_page_analysis_dup_alignment (project);
  g_autoptr(EntReport) then = NULL;
  g_autoptr(GListModel) documents = ent_print_setup_new_documents ();
  g_autofree char *today = ent_print_setup_dup_as_of (setup, project);
  g_autofree char *day = NULL;

  g_assert_cmpstr (setup->document->nick, ==, "alignment");
  g_assert_null (today);
  for (guint i = 0; i < g_list_model_get_n_items (documents); i++)
    {
      GtkWidget *preview;

      ent_print_setup_set_document (setup, i);
      g_assert_cmpuint (ent_print_setup_get_document (setup), ==, i);
      preview = ent_preview_window_new (GTK_WINDOW (window), project, setup);
      g_assert_cmpuint (ent_preview_window_get_n_pages (ENT_PREVIEW_WINDOW (preview)), >=, 1);
      gtk_window_destroy (GTK_WINDOW (preview));
    }

  setup->document = ent_report_kind_find ("alignment");
  ent_alignment_set_as_of (alignment, "2025-01-31");
  day = ent_print_setup_dup_as_of (setup, project);
  g_assert_cmpstr (day, ==, "2025-01-31");
  destroy (window);
}

/* The window opens from the menu, and nothing is entered before somebody says so. */
static void
test_import (void)
{
  EntWindow *window = new_sample_window ();
  EntProject *project = ent_document_get_project (ent_window_get_document (window));
  guint64 state = ent_history_get_state (ent_project_get_history (project));
  GtkWindow *import;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.import", NULL);
  import = find_dialog (GTK_WINDOW (window), "EntImportWindow");
  g_assert_nonnull (import);
  ent_import_window_take_text (ENT_IMPORT_WINDOW (import), "Month\tPuddles\nMay 2026\t7\n");
  gtk_widget_activate_action (GTK_WIDGET (import), "import.apply", NULL);
  gtk_window_close (import);
  while (find_dialog (GTK_WINDOW (window), "EntImportWindow") != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (ent_history_get_state (ent_project_get_history (project)), ==, state);
  destroy (window);
}

static void
test_print_setup (void)
{
  g_autoptr(EntPrintSetup) setup = ent_print_setup_load (NULL);
  g_autoptr(EntPrintSetup) again = NULL;
  g_autoptr(GtkPaperSize) letter = gtk_paper_size_new (GTK_PAPER_NAME_LETTER);
  EntPaper paper;

  gtk_page_setup_set_paper_size_and_default_margins (setup->page, letter);
  gtk_page_setup_set_orientation (setup->page, GTK_PAGE_ORIENTATION_LANDSCAPE);
  setup->findings = TRUE;
  ent_print_setup_save (setup);
  again = ent_print_setup_load (NULL);
  paper = ent_print_setup_get_paper (again->page);
  g_assert_cmpfloat_with_epsilon (paper.width, 792, 1);
  g_assert_cmpfloat_with_epsilon (paper.height, 612, 1);
  g_assert_true (again->findings);
}

static void
test_notice (void)
{
  GtkWidget *bar = g_object_ref_sink (g_object_new (ENT_TYPE_NOTICE_BAR, NULL));

  ent_notice_bar_show (ENT_NOTICE_BAR (bar), "A & B <b>x</b>", "Details", "win.show-problems");
  g_assert_true (gtk_widget_get_visible (bar));
  ent_notice_bar_hide (ENT_NOTICE_BAR (bar));
  g_assert_false (gtk_widget_get_visible (bar));
  g_assert_finalize_object (bar);
}

/* Nothing holds a window, or what it showed, after it was closed. */
static void
test_no_leak (void)
{
  EntWindow *window = new_sample_window ();
  EntDocument *document = ent_window_get_document (window);

  g_object_add_weak_pointer (G_OBJECT (document), (gpointer *) &document);
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  destroy (window);
  g_assert_null (document);
  g_assert_null (window);
}

/* The message dialog of libadwaita 1.7 measures its own heading for less than that needs, of which
 * GTK warns. Every other warning ends the test. */
static GLogWriterOutput
write_log (GLogLevelFlags level, const GLogField *fields, gsize n_fields, gpointer user_data)
{
  for (gsize i = 0; i < n_fields; i++)
    if (g_str_equal (fields[i].key, "MESSAGE")
        && g_str_has_prefix (fields[i].value, "Trying to measure GtkLabel"))
      return G_LOG_WRITER_HANDLED;

  return g_log_writer_default (level, fields, n_fields, user_data);
}

int
main (int argc, char **argv)
{
  int result;
  g_autofree char *home = g_dir_make_tmp ("entente-test-XXXXXX", NULL);

  /* Isolating all folders, as GTest can, would hide the system's media types, and icons with
   * them. */
  g_setenv ("XDG_CONFIG_HOME", home, TRUE);
  g_setenv ("XDG_DATA_HOME", home, TRUE);
  g_setenv ("XDG_CACHE_HOME", home, TRUE);
  g_test_init (&argc, &argv, NULL);
  g_log_set_writer_func (write_log, NULL, NULL);
  gtk_init ();

  application = ent_application_new ();
  g_application_set_flags (G_APPLICATION (application),
                           G_APPLICATION_HANDLES_OPEN | G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));

  g_test_add_func ("/window/page-keys", test_page_keys);
  g_test_add_func ("/window/widths", test_widths);
  g_test_add_func ("/window/shortcuts", test_shortcuts);
  g_test_add_func ("/window/shortcuts-window", test_shortcuts_window);
  g_test_add_func ("/window/shortcuts-once", test_shortcuts_once);
  g_test_add_func ("/window/shortcut-names", test_shortcut_names);
  g_test_add_func ("/window/start-page-actions", test_start_page_actions);
  g_test_add_func ("/window/lines-limited", test_lines_limited);
  g_test_add_func ("/window/modified-mark", test_modified_mark);
  g_test_add_func ("/window/reveal", test_reveal);
  g_test_add_func ("/window/undo-offer", test_undo_offer);
  g_test_add_func ("/window/undo-leads", test_undo_leads);
  g_test_add_func ("/window/last-word", test_last_word);
  g_test_add_func ("/window/title-shown", test_title_shown);
  g_test_add_func ("/window/asks-once", test_asks_once);
  g_test_add_func ("/window/open-file", test_open_file);
  g_test_add_func ("/window/open-many", test_open_many);
  g_test_add_func ("/window/preview", test_preview);
  g_test_add_func ("/window/page-documents", test_page_documents);
  g_test_add_func ("/window/page-setup-cancelled", test_page_setup_cancelled);
  g_test_add_func ("/window/documents", test_documents);
  g_test_add_func ("/window/period", test_period);
  g_test_add_func ("/window/import", test_import);
  g_test_add_func ("/window/print-setup", test_print_setup);
  g_test_add_func ("/window/notice", test_notice);
  g_test_add_func ("/window/no-leak", test_no_leak);
  result = g_test_run ();
  g_object_unref (application);

  return result;
}
