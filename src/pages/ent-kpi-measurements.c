/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The latest measurement comes first, and above it a line in which the next one is typed. */
#include "config.h"

#include "pages/ent-kpi-measurements.h"

#include <glib/gi18n.h>

#include "analysis/ent-day.h"
#include "pages/ent-compat.h"
#include "pages/ent-import-window.h"
#include "pages/ent-measure.h"
#include "pages/ent-measurement-columns.h"
#include "pages/ent-page-analysis.h"
#include "pages/ent-ref-model.h"
#include "pages/ent-seen-list.h"
#include "pages/ent-table-paste.h"
#include "pages/ent-text.h"

/* So many rows are seen at once, each so high, and the titles above them. */
#define MOST_SEEN 7
#define ROW_HEIGHT 41
#define TITLES_HEIGHT 33

struct _EntKpiMeasurements {
  AdwBin parent_instance;

  EntRecord *kpi;
  EntProject *project;
  GSignalGroup *project_signals;
  EntCalendar *calendar;
  GSignalGroup *calendar_signals;
  char *today;              /* as it was put into the line */
  GListStore *measurements; /* the latest first */
  EntSeenList *seen;        /* the first of them */
  EntMeasurementColumns columns;

  GtkWidget *add_box;
  GtkEntry *day_entry;
  GtkEntry *value_entry;
  GtkEntry *note_entry;
  GtkLabel *message;
  GtkScrolledWindow *scrolled;
  GtkColumnView *view;
};

G_DEFINE_FINAL_TYPE (EntKpiMeasurements, ent_kpi_measurements, ADW_TYPE_BIN)

static void
show_message (EntKpiMeasurements *self, const char *message)
{
  gtk_label_set_text (self->message, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->message), message != NULL && *message != '\0');
  if (message != NULL && *message != '\0')
    ent_compat_announce (GTK_WIDGET (self), message);
}

static void
set_error (EntKpiMeasurements *self, GtkEntry *entry, gboolean wrong)
{
  if (wrong)
    gtk_widget_add_css_class (GTK_WIDGET (entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (entry), "error");
  ent_compat_set_error (GTK_WIDGET (entry), self->message, wrong);
}

/* --- What is there --------------------------------------------------------------------------- */

static int
compare_days (gconstpointer a, gconstpointer b)
{
  EntRecord *x = *(EntRecord *const *) a;
  EntRecord *y = *(EntRecord *const *) b;

  return -g_strcmp0 (ent_record_get_string (x, ENT_MEASUREMENT_DATE),
                     ent_record_get_string (y, ENT_MEASUREMENT_DATE));
}

static GPtrArray *
dup_measurements (EntKpiMeasurements *self)
{
  GPtrArray *measurements;

  if (self->kpi == NULL || ent_record_get_project (self->kpi) == NULL)
    return g_ptr_array_new ();

  measurements = ent_project_dup_children (self->project, self->kpi, ENT_KIND_MEASUREMENT,
                                           ENT_MEASUREMENT_KPI);
  g_ptr_array_sort (measurements, compare_days);

  return measurements;
}

static gpointer
get_item (EntKpiMeasurements *self, guint position)
{
  g_autoptr(EntRecord) measurement =
    g_list_model_get_item (G_LIST_MODEL (self->measurements), position);

  return measurement; /* the list holds it */
}

/* A list asks for the height of one row, however many it has. */
static void
set_height (EntKpiMeasurements *self, guint n)
{
  gtk_scrolled_window_set_min_content_height (
    self->scrolled, TITLES_HEIGHT + ROW_HEIGHT * (int) MIN (n, MOST_SEEN));
  gtk_widget_set_visible (GTK_WIDGET (self->scrolled), n > 0);
}

/* Only what differs is put in anew, so that rows stay where somebody is at work in them. */
static void
update_list (EntKpiMeasurements *self)
{
  g_autoptr(GPtrArray) now = dup_measurements (self);
  guint n_before = g_list_model_get_n_items (G_LIST_MODEL (self->measurements));
  guint start = 0;
  guint end = 0;

  while (start < MIN (n_before, now->len) && get_item (self, start) == now->pdata[start])
    start++;
  while (end < MIN (n_before, now->len) - start
         && get_item (self, n_before - 1 - end) == now->pdata[now->len - 1 - end])
    end++;
  if (n_before - start - end > 0 || now->len - start - end > 0)
    g_list_store_splice (self->measurements, start, n_before - start - end, now->pdata + start,
                         now->len - start - end);

  set_height (self, now->len);
}

static void
on_committed (EntKpiMeasurements *self, const EntChangeSet *set)
{
  if (ent_change_set_touches (set, ENT_KIND_MEASUREMENT))
    update_list (self);
}

static EntMeasurementCell *
find_cell (EntKpiMeasurements *self, EntRecord *measurement, guint field)
{
  for (guint i = 0; i < self->columns.cells->len; i++)
    {
      EntMeasurementCell *cell = g_ptr_array_index (self->columns.cells, i);

      if (ent_measurement_cell_get_record (cell) == measurement
          && ent_measurement_cell_get_field (cell) == field)
        return cell;
    }

  return NULL;
}

static gboolean
focus_cell (EntKpiMeasurements *self, EntRecord *measurement, guint field)
{
  EntMeasurementCell *cell;
  guint position;

  if (!g_list_store_find (self->measurements, measurement, &position))
    return FALSE;

  ent_seen_list_keep (self->seen, measurement);
  ent_compat_scroll_to (GTK_WIDGET (self->view), position);
  cell = find_cell (self, measurement, field);

  return cell != NULL && gtk_widget_grab_focus (GTK_WIDGET (cell));
}

static void
on_refused (EntKpiMeasurements *self, const char *message)
{
  show_message (self, message);
}

/* The row that had the focus is gone, and another one shows the same measurement on its new day. */
static void
on_moved (EntKpiMeasurements *self, EntRecord *measurement)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus == NULL || gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    focus_cell (self, measurement, ENT_MEASUREMENT_VALUE);
}

/* --- What is added --------------------------------------------------------------------------- */

static void
set_today (EntKpiMeasurements *self)
{
  g_autofree char *today = ent_day_dup_today ();

  g_free (self->today);
  self->today = ent_text_format_date (today);
  gtk_editable_set_text (GTK_EDITABLE (self->day_entry), self->today);
}

/* A day that somebody typed stays. */
static void
on_day_changed (EntKpiMeasurements *self)
{
  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self->day_entry)), self->today) == 0)
    set_today (self);
}

static void
begin_line (EntKpiMeasurements *self)
{
  set_today (self);
  gtk_editable_set_text (GTK_EDITABLE (self->value_entry), "");
  gtk_editable_set_text (GTK_EDITABLE (self->note_entry), "");
  show_message (self, NULL);
}

static void
on_typed (EntKpiMeasurements *self)
{
  set_error (self, self->day_entry, FALSE);
  set_error (self, self->value_entry, FALSE);
  show_message (self, NULL);
}

static gboolean
add_line (EntKpiMeasurements *self)
{
  g_autoptr(GError) error = NULL;
  EntMeasureFault fault = ENT_MEASURE_FINE;

  if (self->kpi == NULL)
    return FALSE;

  if (!ent_measure_enter (self->kpi, gtk_editable_get_text (GTK_EDITABLE (self->day_entry)),
                          gtk_editable_get_text (GTK_EDITABLE (self->value_entry)),
                          gtk_editable_get_text (GTK_EDITABLE (self->note_entry)), &fault, &error))
    {
      GtkEntry *entry = fault == ENT_MEASURE_DAY ? self->day_entry : self->value_entry;

      set_error (self, entry, TRUE);
      show_message (self, error->message);
      gtk_widget_grab_focus (GTK_WIDGET (entry));
      return FALSE;
    }

  begin_line (self);
  return TRUE;
}

static void
on_add (EntKpiMeasurements *self)
{
  if (add_line (self))
    gtk_widget_grab_focus (GTK_WIDGET (self->value_entry));
}

/* More than one cell is shown before it is entered. */
static void
on_table_pasted (gpointer data, const char *text)
{
  EntKpiMeasurements *self = data;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autofree char *named = NULL;
  GtkWidget *window;

  if (self->kpi == NULL || ent_project_is_read_only (self->project) || !GTK_IS_WINDOW (root))
    return;

  named = ent_table_paste_dup_named (text, ent_record_get_string (self->kpi, ENT_KPI_NAME));
  window = ent_import_window_new (GTK_WINDOW (root), self->project, ENT_IMPORT_MEASUREMENTS);
  ent_import_window_take_text (ENT_IMPORT_WINDOW (window), named);
  gtk_window_present (GTK_WINDOW (window));
}

/* --- Tab ------------------------------------------------------------------------------------- */

static GtkWidget *
get_row_of (GtkWidget *widget)
{
  while (widget != NULL && !GTK_IS_LIST_VIEW (gtk_widget_get_parent (widget)))
    widget = gtk_widget_get_parent (widget);

  return widget;
}

static gboolean
leave_table (EntKpiMeasurements *self, GtkDirectionType direction)
{
  if (direction == GTK_DIR_TAB_BACKWARD)
    return gtk_widget_grab_focus (GTK_WIDGET (self->note_entry));

  for (GtkWidget *next = gtk_widget_get_next_sibling (GTK_WIDGET (self)); next != NULL;
       next = gtk_widget_get_next_sibling (next))
    if (gtk_widget_child_focus (next, direction))
      return TRUE;

  return FALSE;
}

/* Tab goes through a row and then out of the table, which would be hundreds of stops long; from row
 * to row the arrows go. */
static gboolean
on_key (EntKpiMeasurements *self, guint keyval, guint keycode, GdkModifierType state)
{
  GtkDirectionType direction =
    keyval == GDK_KEY_Tab || keyval == GDK_KEY_KP_Tab ? GTK_DIR_TAB_FORWARD : GTK_DIR_TAB_BACKWARD;
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  GtkWidget *row = get_row_of (focus);

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0 || row == NULL
      || (direction == GTK_DIR_TAB_BACKWARD && keyval != GDK_KEY_ISO_Left_Tab))
    return GDK_EVENT_PROPAGATE;
  if ((state & GDK_SHIFT_MASK) != 0)
    direction = GTK_DIR_TAB_BACKWARD;

  /* From the first cell back there is only the row; GTK says that it went there and does not. */
  if (gtk_widget_child_focus (row, direction))
    {
      GtkWidget *now = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

      if (now != focus && now != row)
        return GDK_EVENT_STOP;
    }

  return leave_table (self, direction);
}

static void
add_tab (EntKpiMeasurements *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self->view), keys);
}

/* --- Life ------------------------------------------------------------------------------------ */

static void
ent_kpi_measurements_dispose (GObject *object)
{
  EntKpiMeasurements *self = ENT_KPI_MEASUREMENTS (object);

  g_clear_object (&self->project_signals);
  g_clear_object (&self->calendar_signals);
  g_clear_object (&self->calendar);
  if (self->view != NULL)
    gtk_column_view_set_model (self->view, NULL);
  g_clear_object (&self->seen);
  g_clear_object (&self->measurements);
  g_clear_object (&self->columns.people);
  g_clear_object (&self->kpi);
  g_clear_object (&self->project);
  gtk_widget_dispose_template (GTK_WIDGET (self), ENT_TYPE_KPI_MEASUREMENTS);

  G_OBJECT_CLASS (ent_kpi_measurements_parent_class)->dispose (object);
}

static void
ent_kpi_measurements_finalize (GObject *object)
{
  g_ptr_array_unref (ENT_KPI_MEASUREMENTS (object)->columns.cells);
  g_free (ENT_KPI_MEASUREMENTS (object)->today);

  G_OBJECT_CLASS (ent_kpi_measurements_parent_class)->finalize (object);
}

static void
ent_kpi_measurements_class_init (EntKpiMeasurementsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ent_kpi_measurements_dispose;
  object_class->finalize = ent_kpi_measurements_finalize;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/entente/Entente/ui/ent-kpi-measurements.ui");
  gtk_widget_class_bind_template_child (widget_class, EntKpiMeasurements, add_box);
  gtk_widget_class_bind_template_child (widget_class, EntKpiMeasurements, day_entry);
  gtk_widget_class_bind_template_child (widget_class, EntKpiMeasurements, value_entry);
  gtk_widget_class_bind_template_child (widget_class, EntKpiMeasurements, note_entry);
  gtk_widget_class_bind_template_child (widget_class, EntKpiMeasurements, message);
  gtk_widget_class_bind_template_child (widget_class, EntKpiMeasurements, scrolled);
  gtk_widget_class_bind_template_child (widget_class, EntKpiMeasurements, view);
  gtk_widget_class_bind_template_callback (widget_class, on_add);
  gtk_widget_class_bind_template_callback (widget_class, on_typed);
}

static void
ent_kpi_measurements_init (EntKpiMeasurements *self)
{
  g_autoptr(GtkNoSelection) selection = NULL;

  self->columns = (EntMeasurementColumns) {
    .cells = g_ptr_array_new (),
    .on_refused = G_CALLBACK (on_refused),
    .on_moved = G_CALLBACK (on_moved),
    .data = self,
  };
  gtk_widget_init_template (GTK_WIDGET (self));

  self->measurements = g_list_store_new (ENT_TYPE_RECORD);
  self->seen = ent_seen_list_new (g_object_ref (G_LIST_MODEL (self->measurements)));
  ent_seen_list_follow (self->seen, GTK_WIDGET (self->view));
  selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->seen)));
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (selection));
  ent_measurement_columns_add (&self->columns, self->view);

  ent_compat_limit_line (GTK_EDITABLE (self->day_entry));
  ent_compat_limit_line (GTK_EDITABLE (self->value_entry));
  ent_compat_limit_line (GTK_EDITABLE (self->note_entry));
  add_tab (self);
  ent_table_paste_add (GTK_EDITABLE (self->day_entry), on_table_pasted, self);
  ent_table_paste_add (GTK_EDITABLE (self->value_entry), on_table_pasted, self);
  ent_compat_set_label (GTK_WIDGET (self->view), ent_kind_get_label (ENT_KIND_MEASUREMENT, TRUE));
  ent_compat_set_label (GTK_WIDGET (self->day_entry), _("Day of the new value"));
  ent_compat_set_label (GTK_WIDGET (self->value_entry), _("New value"));
  ent_compat_set_label (GTK_WIDGET (self->note_entry), _("Note on the new value"));
  self->project_signals = g_signal_group_new (ENT_TYPE_PROJECT);
  g_signal_group_connect_swapped (self->project_signals, "committed", G_CALLBACK (on_committed),
                                  self);
  self->calendar_signals = g_signal_group_new (ENT_TYPE_CALENDAR);
  g_signal_group_connect_swapped (self->calendar_signals, "day-changed",
                                  G_CALLBACK (on_day_changed), self);
}

static void
set_project (EntKpiMeasurements *self, EntProject *project)
{
  if (!g_set_object (&self->project, project))
    return;

  g_clear_object (&self->columns.people);
  g_clear_object (&self->calendar);
  if (project != NULL)
    {
      self->columns.people = ent_ref_model_new (project, ENT_KIND_PERSON, _("Nobody named"));
      self->calendar = ent_page_analysis_dup_calendar (project);
    }
  g_signal_group_set_target (self->calendar_signals, self->calendar);
  g_signal_group_set_target (self->project_signals, project);
  gtk_widget_set_visible (self->add_box, project != NULL && !ent_project_is_read_only (project));
}

/**
 * ent_kpi_measurements_set_kpi:
 * @self: a table of measurements
 * @kpi: (nullable): the KPI whose measurements to show
 *
 * What was half typed for the KPI before goes through the gate first.
 */
void
ent_kpi_measurements_set_kpi (EntKpiMeasurements *self, EntRecord *kpi)
{
  g_return_if_fail (ENT_IS_KPI_MEASUREMENTS (self));

  if (self->kpi == kpi)
    return;

  ent_kpi_measurements_commit (self);
  g_list_store_remove_all (self->measurements);
  g_set_object (&self->kpi, kpi);
  set_project (self, kpi != NULL ? ent_record_get_project (kpi) : NULL);
  begin_line (self);
  update_list (self);
}

/**
 * ent_kpi_measurements_commit:
 * @self: a table of measurements
 *
 * Brings what is half typed through the gate.
 *
 * Returns: whether all of it was taken; if not, the focus is on what can't be understood
 */
gboolean
ent_kpi_measurements_commit (EntKpiMeasurements *self)
{
  g_autoptr(GPtrArray) cells = NULL;
  gboolean taken = TRUE;

  g_return_val_if_fail (ENT_IS_KPI_MEASUREMENTS (self), TRUE);

  cells = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < self->columns.cells->len; i++)
    g_ptr_array_add (cells, g_object_ref (g_ptr_array_index (self->columns.cells, i)));
  for (guint i = 0; i < cells->len; i++)
    if (!ent_measurement_cell_commit (g_ptr_array_index (cells, i)))
      {
        gtk_widget_grab_focus (g_ptr_array_index (cells, i));
        taken = FALSE;
      }

  if (self->kpi != NULL && ent_record_get_project (self->kpi) != NULL
      && *gtk_editable_get_text (GTK_EDITABLE (self->value_entry)) != '\0')
    taken = add_line (self) && taken;

  return taken;
}

/**
 * ent_kpi_measurements_reveal:
 * @self: a table of measurements
 * @measurement: one of its KPI
 * @field: the field to put the focus on, or -1
 *
 * Returns: whether it is in the table
 */
gboolean
ent_kpi_measurements_reveal (EntKpiMeasurements *self, EntRecord *measurement, int field)
{
  guint position;

  g_return_val_if_fail (ENT_IS_KPI_MEASUREMENTS (self), FALSE);

  if (!g_list_store_find (self->measurements, measurement, &position))
    return FALSE;

  if (field == ENT_MEASUREMENT_KPI || field < 0)
    ent_seen_list_keep (self->seen, measurement);
  else if (!focus_cell (self, measurement, (guint) field))
    focus_cell (self, measurement, ENT_MEASUREMENT_VALUE);

  return TRUE;
}
