/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A value goes through the gate on Enter and when the row is left. The row then says so and stays:
 * what is typed once more corrects the value, and undo empties the row again. */
#include "config.h"

#include "pages/ent-kpi-entry-row.h"

#include <glib/gi18n.h>
#include <math.h>

#include "analysis/ent-day.h"
#include "analysis/ent-kpi-words.h"
#include "pages/ent-compat.h"
#include "pages/ent-kpi-status.h"
#include "pages/ent-measure.h"
#include "pages/ent-text.h"

struct _EntKpiEntryRow {
  GtkListBoxRow parent_instance;

  EntRecord *kpi;
  EntRecord *entered; /* what this row measured, as long as it is there */
  char *day;          /* as somebody typed it */
  gboolean typed;

  GtkLabel *name;
  GtkLabel *facts;
  GtkLabel *status;
  GtkEntry *entry;
  GtkLabel *unit;
  GtkLabel *message;
};

G_DEFINE_FINAL_TYPE (EntKpiEntryRow, ent_kpi_entry_row, GTK_TYPE_LIST_BOX_ROW)

enum { GO_ON, STEP, N_SIGNALS };
static guint signals[N_SIGNALS];

/* --- What the row says ----------------------------------------------------------------------- */

static void
add_latest (GStrvBuilder *parts, const EntKpiSeries *series)
{
  g_autofree char *value = ent_kpi_format_value (series->kpi, series->standing.latest);
  g_autofree char *day = NULL;
  g_autofree char *shown = NULL;
  g_autofree char *part = NULL;

  if (*value == '\0')
    {
      g_strv_builder_add (parts, _("Not measured yet"));
      return;
    }

  day = ent_day_from_number (series->standing.latest_day);
  shown = ent_day_format (day);
  /* Translators: the latest value of a KPI and its day */
  part = g_strdup_printf (_("Last %s on %s"), value, shown);
  g_strv_builder_add (parts, part);
}

static void
add_due (GStrvBuilder *parts, const EntKpiSeries *series)
{
  int due = ent_kpi_plan_get_due (&series->plan, series->standing.latest_day);
  g_autofree char *day = due != ENT_DAY_NONE ? ent_day_from_number (due) : NULL;
  g_autofree char *shown = day != NULL ? ent_day_format (day) : NULL;
  /* Translators: the day on which a measurement is due */
  g_autofree char *part = shown != NULL ? g_strdup_printf (_("due on %s"), shown) : NULL;

  if (part != NULL)
    g_strv_builder_add (parts, part);
}

static void
add_expected (GStrvBuilder *parts, const EntKpiSeries *series)
{
  g_autofree char *expected = ent_kpi_format_expected (series);
  /* Translators: a value with its unit */
  g_autofree char *part = g_strdup_printf (_("expected %s by now"), expected);

  if (*expected != '\0')
    g_strv_builder_add (parts, part);
}

/* "Last 203 h on 31 October 2026 · expected 224 h by now · due on 30 November 2026" */
static char *
dup_facts (const EntKpiSeries *series)
{
  g_autoptr(GStrvBuilder) parts = g_strv_builder_new ();
  g_auto(GStrv) list = NULL;

  add_latest (parts, series);
  add_expected (parts, series);
  add_due (parts, series);
  list = g_strv_builder_end (parts);

  return g_strjoinv (" · ", list);
}

static void
show_message (EntKpiEntryRow *self, const char *message)
{
  if (message != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
  gtk_label_set_text (self->message, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->message), message != NULL);
  ent_compat_set_error (GTK_WIDGET (self->entry), self->message, message != NULL);
  if (message != NULL)
    ent_compat_announce (GTK_WIDGET (self->entry), message);
}

/* --- Typing ---------------------------------------------------------------------------------- */

static void
on_changed (EntKpiEntryRow *self)
{
  self->typed = TRUE;
  show_message (self, NULL);
}

static void
set_text (EntKpiEntryRow *self, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  show_message (self, NULL);
  self->typed = FALSE;
}

static void
on_activate (EntKpiEntryRow *self)
{
  if (ent_kpi_entry_row_commit (self))
    g_signal_emit (self, signals[GO_ON], 0);
}

static void
on_leave (EntKpiEntryRow *self)
{
  ent_kpi_entry_row_commit (self);
}

static char *
dup_entered (EntKpiEntryRow *self)
{
  return self->entered != NULL
           ? g_strdup_printf ("%.15g", ent_record_get_double (self->entered, ENT_MEASUREMENT_VALUE))
           : g_strdup ("");
}

static void
show_entered (EntKpiEntryRow *self)
{
  g_autofree char *text = dup_entered (self);

  set_text (self, text);
}

/* What was entered may be undone, or corrected elsewhere. What is being typed stays. */
static void
follow_entered (EntKpiEntryRow *self)
{
  g_autofree char *text = NULL;

  if (self->entered != NULL && ent_record_get_project (self->entered) == NULL)
    g_clear_object (&self->entered);
  if (self->typed)
    return;

  text = dup_entered (self);
  if (!g_str_equal (text, gtk_editable_get_text (GTK_EDITABLE (self->entry))))
    set_text (self, text);
}

static gboolean
on_key (EntKpiEntryRow *self, guint keyval)
{
  switch (keyval)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      g_signal_emit (self, signals[STEP], 0, -1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      g_signal_emit (self, signals[STEP], 0, 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Escape:
      if (!self->typed)
        return GDK_EVENT_PROPAGATE;
      show_entered (self);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

/* Where the row has measured already, and on the same day, what is typed corrects it. */
static EntRecord *
get_corrected (EntKpiEntryRow *self)
{
  g_autofree char *day = ent_text_parse_date (self->day);

  return self->entered != NULL && day != NULL
         && g_str_equal (ent_record_get_string (self->entered, ENT_MEASUREMENT_DATE), day)
           ? self->entered : NULL;
}

/* --- Life ------------------------------------------------------------------------------------ */

static void
ent_kpi_entry_row_dispose (GObject *object)
{
  EntKpiEntryRow *self = ENT_KPI_ENTRY_ROW (object);

  g_clear_object (&self->entered);
  g_clear_object (&self->kpi);
  g_clear_pointer (&self->day, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), ENT_TYPE_KPI_ENTRY_ROW);

  G_OBJECT_CLASS (ent_kpi_entry_row_parent_class)->dispose (object);
}

static gboolean
ent_kpi_entry_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (ENT_KPI_ENTRY_ROW (widget)->entry));
}

static void
install_signals (void)
{
  /**
   * EntKpiEntryRow::go-on:
   *
   * Enter was pressed, and what is typed was taken: the next one, please.
   */
  signals[GO_ON] = g_signal_new ("go-on", ENT_TYPE_KPI_ENTRY_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);

  /**
   * EntKpiEntryRow::step:
   * @step: 1 for the row below, -1 for the one above
   */
  signals[STEP] = g_signal_new ("step", ENT_TYPE_KPI_ENTRY_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
ent_kpi_entry_row_class_init (EntKpiEntryRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_kpi_entry_row_dispose;
  widget_class->grab_focus = ent_kpi_entry_row_grab_focus;
  ent_compat_pass_focus (widget_class);
  install_signals ();

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/entente/Entente/ui/ent-kpi-entry-row.ui");
  gtk_widget_class_bind_template_child (widget_class, EntKpiEntryRow, name);
  gtk_widget_class_bind_template_child (widget_class, EntKpiEntryRow, facts);
  gtk_widget_class_bind_template_child (widget_class, EntKpiEntryRow, status);
  gtk_widget_class_bind_template_child (widget_class, EntKpiEntryRow, entry);
  gtk_widget_class_bind_template_child (widget_class, EntKpiEntryRow, unit);
  gtk_widget_class_bind_template_child (widget_class, EntKpiEntryRow, message);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
}

static void
ent_kpi_entry_row_init (EntKpiEntryRow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->day = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
  ent_compat_limit_line (GTK_EDITABLE (self->entry));

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), keys);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (on_leave), self);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), focus);
}

/**
 * ent_kpi_entry_row_new:
 * @kpi: a KPI of a project
 *
 * Returns: (transfer floating): a row in which a value of it can be typed
 */
GtkWidget *
ent_kpi_entry_row_new (EntRecord *kpi)
{
  EntKpiEntryRow *self;

  g_return_val_if_fail (ENT_IS_RECORD (kpi), NULL);

  self = g_object_new (ENT_TYPE_KPI_ENTRY_ROW, NULL);
  self->kpi = g_object_ref (kpi);
  ent_kpi_entry_row_update (self);

  return GTK_WIDGET (self);
}

/**
 * ent_kpi_entry_row_get_kpi:
 * @self: a row
 *
 * Returns: (transfer none): the KPI that is measured
 */
EntRecord *
ent_kpi_entry_row_get_kpi (EntKpiEntryRow *self)
{
  g_return_val_if_fail (ENT_IS_KPI_ENTRY_ROW (self), NULL);

  return self->kpi;
}

/**
 * ent_kpi_entry_row_set_day:
 * @self: a row
 * @day: the day of what is typed, as people write days
 */
void
ent_kpi_entry_row_set_day (EntKpiEntryRow *self, const char *day)
{
  g_return_if_fail (ENT_IS_KPI_ENTRY_ROW (self));
  g_return_if_fail (day != NULL);

  g_free (self->day);
  self->day = g_strdup (day);
}

/**
 * ent_kpi_entry_row_is_entered:
 * @self: a row
 *
 * Returns: whether a value was entered here
 */
gboolean
ent_kpi_entry_row_is_entered (EntKpiEntryRow *self)
{
  g_return_val_if_fail (ENT_IS_KPI_ENTRY_ROW (self), FALSE);

  return self->entered != NULL;
}

/**
 * ent_kpi_entry_row_commit:
 * @self: a row
 *
 * Brings what is typed through the gate. An empty row is left as it is.
 *
 * Returns: whether it was taken; if not, the row says why
 */
gboolean
ent_kpi_entry_row_commit (EntKpiEntryRow *self)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;
  EntProject *project;
  EntRecord *measurement;
  EntMeasureFault fault;

  g_return_val_if_fail (ENT_IS_KPI_ENTRY_ROW (self), TRUE);

  project = self->kpi != NULL ? ent_record_get_project (self->kpi) : NULL;
  if (!self->typed || project == NULL || ent_project_is_read_only (project))
    return TRUE;

  text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
  if (*text == '\0')
    {
      show_entered (self);
      return TRUE;
    }

  self->typed = FALSE;
  measurement = get_corrected (self);
  measurement = measurement != NULL
                  ? ent_measure_correct (measurement, text, &error)
                  : ent_measure_enter (self->kpi, self->day, text, "", &fault, &error);
  if (measurement == NULL)
    {
      self->typed = TRUE;
      show_message (self, error->message);
      return FALSE;
    }

  ent_history_seal (ent_project_get_history (project));
  g_set_object (&self->entered, measurement);
  show_entered (self);
  ent_kpi_entry_row_update (self);
  return TRUE;
}

/**
 * ent_kpi_entry_row_update:
 * @self: a row
 *
 * Says anew how its KPI goes, after a figure of it changed.
 */
void
ent_kpi_entry_row_update (EntKpiEntryRow *self)
{
  const EntKpiSeries *series;
  g_autofree char *name = NULL;
  g_autofree char *facts = NULL;
  g_autofree char *unit = NULL;

  g_return_if_fail (ENT_IS_KPI_ENTRY_ROW (self));

  series = ent_kpi_status_get_series (self->kpi);
  if (series == NULL)
    return;

  follow_entered (self);

  name = ent_text_dup_title (self->kpi);
  facts = dup_facts (series);
  unit = series->plan.pulse ? g_strdup (_("1 to 5"))
                            : ent_text_shorten (ent_record_get_string (self->kpi, ENT_KPI_UNIT));
  gtk_label_set_text (self->name, name);
  gtk_label_set_text (self->facts, facts);
  gtk_label_set_text (self->unit, unit);
  ent_kpi_status_show (self->status, series);
  gtk_widget_set_visible (GTK_WIDGET (self->status), self->entered != NULL);
  ent_compat_set_label (GTK_WIDGET (self->entry), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_editable_get_delegate (
                                    GTK_EDITABLE (self->entry))),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, facts, -1);
}
