/* SPDX-License-Identifier: GPL-3.0-or-later */
/* KPIs on their page: the form that shows what applies, the summary that follows, measurements typed
 * and corrected, quick entry, pivots, and the cards of the Overview. */
#include "config.h"

#include <math.h>

#include "analysis/ent-day.h"
#include "page-fixture.h"
#include "pages/ent-field-row.h"
#include "pages/ent-import-window.h"
#include "pages/ent-kpi-card.h"
#include "pages/ent-kpi-cards.h"
#include "pages/ent-kpi-enter-view.h"
#include "pages/ent-kpi-entry-row.h"
#include "pages/ent-kpi-measurements.h"
#include "pages/ent-kpi-pivots.h"
#include "pages/ent-kpi-summary.h"
#include "pages/ent-kpis-page.h"
#include "pages/ent-kpis-view.h"
#include "pages/ent-measure.h"
#include "pages/ent-measurement-cell.h"
#include "pages/ent-overview-page.h"
#include "pages/ent-page-analysis.h"
#include "pages/ent-small-wins.h"
#include "pages/ent-table-paste.h"
#include "pages/ent-text.h"

typedef struct {
  EntProject *project;
  EntRecord *learners;
  EntRecord *schools;
  GtkWidget *window;
  EntPage *page;
  EntRecord *revealed;
} Fixture;

static void
on_reveal (Fixture *self, EntRecord *record)
{
  self->revealed = record;
}

static char *
dup_day (int days_ago)
{
  g_autofree char *today = ent_day_dup_today ();

  return ent_day_from_number (ent_day_to_number (today) - days_ago);
}

static EntRecord *
measure (Fixture *self, EntRecord *kpi, int days_ago, double value)
{
  g_autofree char *day = dup_day (days_ago);

  return fixture_add_measurement (self->project, kpi, day, value);
}

/* "Learners" should be at 200 today and was at 150 fifty days ago; "Schools" was never measured. */
static void
make_project (Fixture *self)
{
  g_autofree char *start = dup_day (200);
  g_autofree char *today = ent_day_dup_today ();

  self->project = ent_project_new ();
  self->learners = fixture_add (self->project, ENT_KIND_KPI, "Learners");
  self->schools = fixture_add (self->project, ENT_KIND_KPI, "Schools");
  ent_record_set_double (self->learners, ENT_KPI_BASELINE, 100);
  ent_record_set_string (self->learners, ENT_KPI_BASELINE_DATE, start);
  ent_record_set_double (self->learners, ENT_KPI_TARGET, 200);
  ent_record_set_string (self->learners, ENT_KPI_TARGET_DATE, today);
  ent_record_set_int (self->learners, ENT_KPI_EVERY, 30);
  measure (self, self->learners, 50, 150);
  ent_history_seal (ent_project_get_history (self->project));
}

static void
set_up (Fixture *self, gconstpointer type)
{
  make_project (self);
  self->window = adw_window_new ();
  self->page = g_object_new (((GType (*) (void)) type) (), NULL);
  g_signal_connect_swapped (self->page, "reveal-record", G_CALLBACK (on_reveal), self);
  gtk_window_set_default_size (GTK_WINDOW (self->window), 1000, 700);
  adw_window_set_content (ADW_WINDOW (self->window), GTK_WIDGET (self->page));
  ent_page_set_project (self->page, self->project);
  gtk_window_present (GTK_WINDOW (self->window));
  fixture_settle ();
}

static void
tear_down (Fixture *self, gconstpointer type)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  fixture_settle ();
  g_assert_finalize_object (self->project);
}

static gpointer
get_child (Fixture *self, GType type, const char *name)
{
  GtkWidget *widget = fixture_find (GTK_WIDGET (self->page), type);

  return gtk_widget_get_template_child (widget, type, name);
}

static void
undo (Fixture *self)
{
  g_assert_true (ent_history_undo (ent_project_get_history (self->project)));
  fixture_settle ();
}

static gboolean
shows (Fixture *self, const char *text)
{
  fixture_settle ();
  return fixture_count_text (GTK_WIDGET (self->page), text) > 0;
}

/* --- The form -------------------------------------------------------------------------------- */

static gboolean
has_row (Fixture *self, guint field)
{
  return gtk_widget_get_visible (
    fixture_find_row (GTK_WIDGET (self->page), ENT_KIND_KPI, field));
}

static void
test_form_shows_what_applies (Fixture *self, gconstpointer type)
{
  ent_page_reveal (self->page, self->schools, -1);
  g_assert_true (has_row (self, ENT_KPI_TARGET) && has_row (self, ENT_KPI_UNIT));
  g_assert_false (has_row (self, ENT_KPI_LOW) || has_row (self, ENT_KPI_HIGH));

  ent_record_set_enum (self->schools, ENT_KPI_DIRECTION, ENT_DIRECTION_WITHIN);
  g_assert_true (has_row (self, ENT_KPI_LOW) && has_row (self, ENT_KPI_HIGH));
  g_assert_false (has_row (self, ENT_KPI_TARGET) || has_row (self, ENT_KPI_TARGET_DATE));

  ent_record_set_enum (self->schools, ENT_KPI_KIND, ENT_KPI_PULSE);
  g_assert_false (has_row (self, ENT_KPI_UNIT));

  /* What is filled in counts, and so it is seen. */
  ent_record_set_double (self->schools, ENT_KPI_TARGET, 4);
  g_assert_true (has_row (self, ENT_KPI_TARGET));
}

static void
test_summary_is_live (Fixture *self, gconstpointer type)
{
  GtkEditable *target;

  ent_page_reveal (self->page, self->learners, -1);
  g_assert_true (shows (self, "✕ Off track, stale"));
  g_assert_true (shows (self, "50% of the way expected by now"));

  target = GTK_EDITABLE (fixture_find_row (GTK_WIDGET (self->page), ENT_KIND_KPI, ENT_KPI_TARGET));
  gtk_editable_set_text (target, "150");
  g_assert_true (shows (self, "★ Met, stale"));
  g_assert_true (shows (self, "150, target 150"));
  undo (self);
  g_assert_true (shows (self, "150, target 200"));
}

/* --- Measurements ---------------------------------------------------------------------------- */

static EntMeasurementCell *
find_cell (GtkWidget *root, EntRecord *measurement, guint field)
{
  if (ENT_IS_MEASUREMENT_CELL (root)
      && ent_measurement_cell_get_record (ENT_MEASUREMENT_CELL (root)) == measurement
      && ent_measurement_cell_get_field (ENT_MEASUREMENT_CELL (root)) == field)
    return ENT_MEASUREMENT_CELL (root);

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      EntMeasurementCell *found = find_cell (child, measurement, field);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static gboolean
type_cell (Fixture *self, EntRecord *measurement, guint field, const char *text)
{
  EntMeasurementCell *cell = find_cell (GTK_WIDGET (self->page), measurement, field);
  gboolean taken;

  g_assert_nonnull (cell);
  gtk_editable_set_text (GTK_EDITABLE (fixture_find (GTK_WIDGET (cell), GTK_TYPE_TEXT)), text);
  taken = ent_measurement_cell_commit (cell);
  fixture_settle ();

  return taken;
}

static EntRecord *
get_last (Fixture *self)
{
  guint n = ent_project_get_n_records (self->project, ENT_KIND_MEASUREMENT);

  return n > 0 ? ent_project_get_record (self->project, ENT_KIND_MEASUREMENT, n - 1) : NULL;
}

static guint
count_measurements (Fixture *self)
{
  return ent_project_get_n_records (self->project, ENT_KIND_MEASUREMENT);
}

/* Also who does not see it hears what is wrong with what is typed. */
static void
assert_told_wrong (GtkEditable *entry, gboolean wrong)
{
  GtkAccessible *focused = GTK_ACCESSIBLE (gtk_editable_get_delegate (entry));

  g_assert_cmpint (gtk_test_accessible_has_relation (focused, GTK_ACCESSIBLE_RELATION_DESCRIBED_BY),
                   ==, wrong);
}

static void
test_measurement_is_added (Fixture *self, gconstpointer type)
{
  GtkEditable *value;
  GtkLabel *message;

  ent_page_reveal (self->page, self->learners, -1);
  value = get_child (self, ENT_TYPE_KPI_MEASUREMENTS, "value_entry");
  message = get_child (self, ENT_TYPE_KPI_MEASUREMENTS, "message");

  gtk_editable_set_text (value, "many");
  g_signal_emit_by_name (value, "activate");
  g_assert_cmpuint (count_measurements (self), ==, 1);
  g_assert_cmpstr (gtk_label_get_text (message), ==, "Not a number. Write it like 12.5");
  g_assert_cmpstr (gtk_editable_get_text (value), ==, "many");
  assert_told_wrong (value, TRUE);

  gtk_editable_set_text (value, "198");
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (message)));
  assert_told_wrong (value, FALSE);
  g_signal_emit_by_name (value, "activate");
  g_assert_cmpuint (count_measurements (self), ==, 2);
  g_assert_cmpstr (gtk_editable_get_text (value), ==, "");
  g_assert_true (shows (self, "✓ On track"));

  /* The day has a value now. */
  gtk_editable_set_text (value, "199");
  g_signal_emit_by_name (value, "activate");
  g_assert_cmpuint (count_measurements (self), ==, 2);
  g_assert_nonnull (strstr (gtk_label_get_text (message), "already has a value: 198"));
  gtk_editable_set_text (value, "");
}

static void
test_cells_are_edited (Fixture *self, gconstpointer type)
{
  EntRecord *measurement = get_last (self);
  g_autofree char *day = dup_day (3);

  ent_page_reveal (self->page, self->learners, -1);
  fixture_settle ();
  g_assert_true (type_cell (self, measurement, ENT_MEASUREMENT_VALUE, "1,160.5"));
  g_assert_cmpfloat (ent_record_get_double (measurement, ENT_MEASUREMENT_VALUE), ==, 1160.5);
  g_assert_true (type_cell (self, measurement, ENT_MEASUREMENT_NOTE, "Counted twice"));
  g_assert_cmpstr (ent_record_get_string (measurement, ENT_MEASUREMENT_NOTE), ==, "Counted twice");

  g_assert_false (type_cell (self, measurement, ENT_MEASUREMENT_VALUE, "about 12"));
  g_assert_false (ent_page_commit_edits (self->page));
  g_assert_true (type_cell (self, measurement, ENT_MEASUREMENT_VALUE, "12"));

  /* Another day, another record: the table shows it, and undo brings back the first. */
  g_assert_true (type_cell (self, measurement, ENT_MEASUREMENT_DATE, day));
  g_assert_null (ent_record_get_project (measurement));
  g_assert_cmpstr (ent_record_get_string (get_last (self), ENT_MEASUREMENT_DATE), ==, day);
  g_assert_nonnull (find_cell (GTK_WIDGET (self->page), get_last (self), ENT_MEASUREMENT_VALUE));
  g_assert_true (shows (self, "Counted twice"));
  undo (self);
  g_assert_true (get_last (self) == measurement);
  g_assert_true (ent_page_commit_edits (self->page));
}

/* What is half typed is not lost when another KPI is looked at. */
static void
test_half_typed_is_kept (Fixture *self, gconstpointer type)
{
  ent_page_reveal (self->page, self->learners, -1);
  gtk_editable_set_text (get_child (self, ENT_TYPE_KPI_MEASUREMENTS, "value_entry"), "170");
  ent_page_reveal (self->page, self->schools, -1);
  g_assert_cmpuint (count_measurements (self), ==, 2);
  g_assert_true (ent_record_get_ref (get_last (self), ENT_MEASUREMENT_KPI) == self->learners);
}

/* One cell goes where it is pasted, a table into the window that imports. */
static void
test_paste (Fixture *self, gconstpointer type)
{
  GtkEditable *value;
  GtkEditable *text;
  GListModel *windows = gtk_window_get_toplevels ();
  g_autoptr(GtkWidget) window = NULL;

  ent_page_reveal (self->page, self->learners, -1);
  value = get_child (self, ENT_TYPE_KPI_MEASUREMENTS, "value_entry");
  text = gtk_editable_get_delegate (value);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (self->window), "17\n");
  g_signal_emit_by_name (text, "paste-clipboard");
  fixture_settle ();
  g_assert_cmpstr (gtk_editable_get_text (value), ==, "17");

  gdk_clipboard_set_text (gtk_widget_get_clipboard (self->window), "2025-01-31\t18\n2025-02-28\t19");
  g_signal_emit_by_name (text, "paste-clipboard");
  fixture_settle ();
  g_assert_cmpstr (gtk_editable_get_text (value), ==, "17");
  for (guint i = 0; i < g_list_model_get_n_items (windows) && !ENT_IS_IMPORT_WINDOW (window); i++)
    {
      g_clear_object (&window);
      window = g_list_model_get_item (windows, i);
    }
  g_assert_true (ENT_IS_IMPORT_WINDOW (window));
  gtk_window_destroy (GTK_WINDOW (window));
  gtk_editable_set_text (value, "");
  fixture_settle ();
}

static void
test_pasted_titles (void)
{
  static const struct { const char *text; const char *named; } cases[] = {
    { "2025-01-31\t18\n2025-02-28\t19", "date\tBeds\n2025-01-31\t18\n2025-02-28\t19" },
    { "Month\tCount\n2025-02\t1,900", "date\tBeds\n2025-02\t1,900" },
    { "KPI\tDate\tValue\nBeds\t2025-02-28\t19", "KPI\tDate\tValue\nBeds\t2025-02-28\t19" },
    { "1\n2\n3", "1\n2\n3" },
    { "Month\tCount", "date\tBeds" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *named = ent_table_paste_dup_named (cases[i].text, "Beds");

      g_assert_cmpstr (named, ==, cases[i].named);
    }
}

static void
test_numbers (void)
{
  static const struct { const char *text; gboolean pulse; double value; } cases[] = {
    { "12", FALSE, 12 }, { " 1,234.5 ", FALSE, 1234.5 }, { "-3", FALSE, -3 },
    { "12 people", FALSE, 12 }, { "12 People", FALSE, 12 }, { "12 cows", FALSE, NAN },
    { "", FALSE, NAN }, { ">= 12", FALSE, NAN }, { "TBD", FALSE, NAN }, { "3-5", FALSE, NAN },
    { "1", TRUE, 1 }, { "5", TRUE, 5 }, { "5.1", TRUE, NAN }, { "0", TRUE, NAN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(EntProject) project = ent_project_new ();
      EntRecord *kpi = fixture_add (project, ENT_KIND_KPI, "Learners");
      g_autoptr(GError) error = NULL;
      EntMeasureFault fault;
      EntRecord *measurement;

      g_test_message ("“%s”", cases[i].text);
      ent_record_set_string (kpi, ENT_KPI_UNIT, "people");
      ent_record_set_enum (kpi, ENT_KPI_KIND, cases[i].pulse ? ENT_KPI_PULSE : ENT_KPI_MEASURE);
      measurement = ent_measure_enter (kpi, "2026-01-31", cases[i].text, "", &fault, &error);
      if (isnan (cases[i].value))
        {
          g_assert_null (measurement);
          g_assert_cmpint (fault, ==, ENT_MEASURE_VALUE);
          g_assert_error (error, ENT_MODEL_ERROR, ENT_MODEL_ERROR_VALUE);
        }
      else
        {
          g_assert_no_error (error);
          g_assert_cmpfloat (ent_record_get_double (measurement, ENT_MEASUREMENT_VALUE), ==,
                             cases[i].value);
        }
    }
}

/* --- Quick entry ----------------------------------------------------------------------------- */

static EntKpiEntryRow *
get_row (Fixture *self, int index)
{
  GtkListBox *list = get_child (self, ENT_TYPE_KPI_ENTER_VIEW, "list");
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (list, index);

  return row != NULL ? ENT_KPI_ENTRY_ROW (row) : NULL;
}

static GtkEditable *
get_entry (EntKpiEntryRow *row)
{
  return GTK_EDITABLE (
    gtk_widget_get_template_child (GTK_WIDGET (row), ENT_TYPE_KPI_ENTRY_ROW, "entry"));
}

static gboolean
has_focus (GtkEditable *entry)
{
  return gtk_widget_is_focus (GTK_WIDGET (gtk_editable_get_delegate (entry)));
}

static void
type_row (EntKpiEntryRow *row, const char *text)
{
  gtk_widget_grab_focus (GTK_WIDGET (row));
  gtk_editable_set_text (get_entry (row), text);
  g_signal_emit_by_name (get_entry (row), "activate");
  fixture_settle ();
}

static void
test_number_enter_next (Fixture *self, gconstpointer type)
{
  EntKpiEntryRow *first = get_row (self, 0);
  EntKpiEntryRow *second = get_row (self, 1);

  /* Due twenty days ago, and due now because it was never measured. */
  g_assert_true (ent_kpi_entry_row_get_kpi (first) == self->learners);
  g_assert_true (ent_kpi_entry_row_get_kpi (second) == self->schools);
  g_assert_true (ent_page_focus_content (self->page));
  g_assert_true (has_focus (get_entry (first)));

  assert_told_wrong (get_entry (first), FALSE);
  type_row (first, "1oo");
  g_assert_true (has_focus (get_entry (first)));
  assert_told_wrong (get_entry (first), TRUE);
  g_assert_true (shows (self, "Not a number. Write it like 12.5"));
  type_row (first, "195");
  assert_told_wrong (get_entry (first), FALSE);
  g_assert_true (has_focus (get_entry (second)));
  g_assert_true (ent_kpi_entry_row_is_entered (first));
  g_assert_true (shows (self, "✓ On track"));
  type_row (second, "7");
  g_assert_cmpuint (count_measurements (self), ==, 3);
  g_assert_true (shows (self, "Nothing is due"));

  /* Typed again is corrected, and undone is open again. */
  type_row (first, "196");
  g_assert_cmpuint (count_measurements (self), ==, 3);
  undo (self);
  g_assert_cmpuint (count_measurements (self), ==, 3);
  g_assert_true (ent_kpi_entry_row_is_entered (first));
  g_assert_cmpstr (gtk_editable_get_text (get_entry (first)), ==, "195");
  undo (self);
  g_assert_cmpuint (count_measurements (self), ==, 2);
  g_assert_false (ent_kpi_entry_row_is_entered (second));
  g_assert_cmpstr (gtk_editable_get_text (get_entry (second)), ==, "");
  g_assert_cmpstr (gtk_editable_get_text (get_entry (first)), ==, "195");
  undo (self);
  g_assert_cmpuint (count_measurements (self), ==, 1);
  g_assert_false (ent_kpi_entry_row_is_entered (first));
  g_assert_cmpstr (gtk_editable_get_text (get_entry (first)), ==, "");
  g_assert_true (shows (self, "2 KPIs are due"));
}

/* The day of what is typed is today until somebody says otherwise, also over midnight. */
static void
assert_follows_midnight (Fixture *self, GtkEditable *day)
{
  g_autoptr(EntKpis) kpis = ent_page_analysis_dup_kpis (self->project);
  g_autofree char *zone = g_strdup (g_getenv ("TZ"));
  g_autofree char *before = NULL;
  g_autofree char *shown = NULL;
  g_autofree char *today = NULL;

  fixture_travel (self->project, FIXTURE_YESTERDAY);
  before = g_strdup (gtk_editable_get_text (day));
  fixture_travel (self->project, FIXTURE_TODAY);
  today = ent_day_dup_today ();
  shown = ent_text_format_date (today);
  g_assert_cmpstr (shown, !=, before);
  g_assert_cmpstr (gtk_editable_get_text (day), ==, shown);
  g_assert_cmpstr (ent_kpis_get_as_of (kpis), ==, today);

  gtk_editable_set_text (day, before);
  fixture_travel (self->project, FIXTURE_YESTERDAY);
  gtk_editable_set_text (day, "2026-01-31");
  fixture_travel (self->project, FIXTURE_TODAY);
  g_assert_cmpstr (gtk_editable_get_text (day), ==, "2026-01-31");
  fixture_travel (self->project, zone);
}

static void
test_entry_over_midnight (Fixture *self, gconstpointer type)
{
  assert_follows_midnight (self, get_child (self, ENT_TYPE_KPI_ENTER_VIEW, "day_entry"));
}

static void
test_line_over_midnight (Fixture *self, gconstpointer type)
{
  assert_follows_midnight (self, get_child (self, ENT_TYPE_KPI_MEASUREMENTS, "day_entry"));
}

static void
test_day_of_entry (Fixture *self, gconstpointer type)
{
  GtkEditable *day = get_child (self, ENT_TYPE_KPI_ENTER_VIEW, "day_entry");
  g_autofree char *yesterday = dup_day (1);

  gtk_editable_set_text (day, "some day");
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (day), "error"));
  type_row (get_row (self, 0), "160");
  g_assert_cmpuint (count_measurements (self), ==, 1);
  g_assert_false (ent_page_commit_edits (self->page));

  gtk_editable_set_text (day, yesterday);
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (day), "error"));
  g_assert_true (ent_page_commit_edits (self->page));
  g_assert_cmpstr (ent_record_get_string (get_last (self), ENT_MEASUREMENT_DATE), ==, yesterday);
}

static void
test_nothing_is_due (Fixture *self, gconstpointer type)
{
  measure (self, self->learners, 0, 190);
  measure (self, self->schools, 0, 3);
  ent_page_set_project (self->page, NULL);
  ent_page_set_project (self->page, self->project);
  g_assert_true (shows (self, "Nothing Is Due"));
  g_assert_null (get_row (self, 0));

  g_signal_emit_by_name (get_child (self, ENT_TYPE_KPI_ENTER_VIEW, "nothing_all"), "clicked");
  g_assert_true (ent_kpi_entry_row_get_kpi (get_row (self, 0)) == self->learners);
  g_assert_true (ent_kpi_entry_row_get_kpi (get_row (self, 1)) == self->schools);
}

/* --- Pivots ---------------------------------------------------------------------------------- */

static void
test_pivots (Fixture *self, gconstpointer type)
{
  const char *const *days;

  g_assert_true (ent_kpi_pivots_rebase (self->learners, "2026-03-01", FALSE));
  g_assert_true (ent_record_is_initial (self->schools, ENT_KPI_REBASE));
  g_assert_true (ent_kpi_pivots_rebase (self->schools, "2026-02-01", TRUE));
  g_assert_true (ent_kpi_pivots_rebase (self->schools, "2026-02-01", TRUE));

  days = ent_record_get_list (self->learners, ENT_KPI_REBASE);
  g_assert_cmpstr (days[0], ==, "2026-02-01");
  g_assert_cmpstr (days[1], ==, "2026-03-01");
  g_assert_null (days[2]);
  g_assert_cmpstr (ent_history_get_undo_label (ent_project_get_history (self->project)), ==,
                   "Recalculate from 1 February 2026");
  undo (self);
  g_assert_true (ent_record_is_initial (self->schools, ENT_KPI_REBASE));
  g_assert_cmpstr (ent_record_get_list (self->learners, ENT_KPI_REBASE)[0], ==, "2026-03-01");
}

/* --- The Overview ---------------------------------------------------------------------------- */

static EntKpiCard *
get_card (Fixture *self, int index)
{
  GtkWidget *box = fixture_find (GTK_WIDGET (self->page), GTK_TYPE_FLOW_BOX);
  GtkFlowBoxChild *child = gtk_flow_box_get_child_at_index (GTK_FLOW_BOX (box), index);

  return child != NULL ? ENT_KPI_CARD (child) : NULL;
}

static void
test_cards (Fixture *self, gconstpointer type)
{
  EntKpiCard *first = get_card (self, 0);

  g_assert_true (ent_kpi_card_get_kpi (first) == self->learners);
  g_assert_true (ent_kpi_card_get_kpi (get_card (self, 1)) == self->schools);
  g_assert_true (shows (self, "✕ Off track, stale"));
  measure (self, self->learners, 0, 200);
  g_assert_true (shows (self, "★ Met"));
  g_assert_true (get_card (self, 0) == first);

  gtk_widget_activate (GTK_WIDGET (first));
  g_assert_true (self->revealed == self->learners);

  ent_project_remove (self->project, self->learners);
  ent_project_remove (self->project, self->schools);
  fixture_settle ();
  g_assert_null (get_card (self, 0));
  g_assert_false (gtk_widget_get_visible (
    fixture_find (GTK_WIDGET (self->page), ENT_TYPE_KPI_CARDS)));
  undo (self);
  g_assert_true (ent_kpi_card_get_kpi (get_card (self, 0)) == self->schools);
}

/* Three, the latest first, each leading to its story. */
static void
test_small_wins (Fixture *self, gconstpointer type)
{
  static const char *const days[] = { "2026-03-01", "2026-05-01", "2026-01-01", "2026-04-01" };
  GtkWidget *wins = fixture_find (GTK_WIDGET (self->page), ENT_TYPE_SMALL_WINS);
  GtkListBox *list;
  EntRecord *stories[G_N_ELEMENTS (days)];

  g_assert_false (gtk_widget_get_visible (wins));
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      stories[i] = fixture_add (self->project, ENT_KIND_STORY, FIXTURE_NAME);
      ent_record_set_string (stories[i], ENT_STORY_DATE, days[i]);
      ent_record_set_enum (stories[i], ENT_STORY_KIND, ENT_STORY_SMALL_WIN);
    }
  fixture_settle ();
  g_assert_true (gtk_widget_get_visible (wins));
  list = GTK_LIST_BOX (gtk_widget_get_parent (fixture_find (wins, ADW_TYPE_ACTION_ROW)));
  g_assert_nonnull (gtk_list_box_get_row_at_index (list, 2));
  g_assert_null (gtk_list_box_get_row_at_index (list, 3));

  gtk_widget_activate (GTK_WIDGET (gtk_list_box_get_row_at_index (list, 0)));
  g_assert_true (self->revealed == stories[1]);
  ent_project_remove (self->project, stories[1]);
  gtk_widget_activate (GTK_WIDGET (gtk_list_box_get_row_at_index (list, 0)));
  g_assert_true (self->revealed == stories[3]);
}

/* --- Settings -------------------------------------------------------------------------------- */

static void
test_screening (void)
{
  g_autoptr(GSettings) settings = g_settings_new (ENT_APP_ID ".Kpis");
  g_autoptr(EntProject) project = ent_project_new ();
  g_autoptr(EntKpis) kpis = ent_page_analysis_dup_kpis (project);

  g_assert_false (ent_kpis_get_screened (kpis));
  g_settings_set_boolean (settings, "screen-limits", TRUE);
  g_assert_true (ent_kpis_get_screened (kpis));
  g_settings_reset (settings, "screen-limits");
  g_assert_false (ent_kpis_get_screened (kpis));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(name, type, func) g_test_add ("/kpis/" name, Fixture, type, set_up, func, tear_down)
  ADD ("form", ent_kpis_view_get_type, test_form_shows_what_applies);
  ADD ("summary", ent_kpis_view_get_type, test_summary_is_live);
  ADD ("entry-over-midnight", ent_kpi_enter_view_get_type, test_entry_over_midnight);
  ADD ("line-over-midnight", ent_kpis_view_get_type, test_line_over_midnight);
  ADD ("add", ent_kpis_view_get_type, test_measurement_is_added);
  ADD ("cells", ent_kpis_view_get_type, test_cells_are_edited);
  ADD ("half-typed", ent_kpis_view_get_type, test_half_typed_is_kept);
  ADD ("paste", ent_kpis_view_get_type, test_paste);
  ADD ("enter", ent_kpi_enter_view_get_type, test_number_enter_next);
  ADD ("day", ent_kpi_enter_view_get_type, test_day_of_entry);
  ADD ("nothing-due", ent_kpi_enter_view_get_type, test_nothing_is_due);
  ADD ("pivots", ent_kpis_view_get_type, test_pivots);
  ADD ("cards", ent_overview_page_get_type, test_cards);
  ADD ("small-wins", ent_overview_page_get_type, test_small_wins);
#undef ADD
  g_test_add_func ("/kpis/numbers", test_numbers);
  g_test_add_func ("/kpis/pasted-titles", test_pasted_titles);
  g_test_add_func ("/kpis/screening", test_screening);

  return g_test_run ();
}
