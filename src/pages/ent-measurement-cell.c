/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is typed goes through the gate on Enter, when the cell is left, and before saving. What can't
 * be understood stays, is marked, and said.
 *
 * Another day makes another record of a measurement, because its id is made of the day: the table
 * then has to put the focus back to where it was. */
#include "config.h"

#include "pages/ent-measurement-cell.h"

#include <glib/gi18n.h>
#include <math.h>

#include "pages/ent-compat.h"
#include "pages/ent-measure.h"
#include "pages/ent-text.h"

struct _EntMeasurementCell {
  AdwBin parent_instance;

  guint field;
  EntRecord *record;
  GtkText *text;
  gboolean typed;
  gboolean loading;
  guint idle;
};

G_DEFINE_FINAL_TYPE (EntMeasurementCell, ent_measurement_cell, ADW_TYPE_BIN)

enum { REFUSED, MOVED, N_SIGNALS };
static guint signals[N_SIGNALS];

static char *
dup_text (EntMeasurementCell *self)
{
  double value;

  switch (self->field)
    {
    case ENT_MEASUREMENT_DATE:
      return ent_text_format_date (ent_record_get_string (self->record, self->field));
    case ENT_MEASUREMENT_VALUE:
      value = ent_record_get_double (self->record, self->field);
      return isnan (value) ? g_strdup ("") : g_strdup_printf ("%.15g", value);
    default:
      return g_strdelimit (g_strdup (ent_record_get_string (self->record, self->field)), "\n\r\t",
                           ' ');
    }
}

static void
set_error (EntMeasurementCell *self, const char *message)
{
  if (message != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->text), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->text), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_STATE_INVALID,
                               message != NULL ? GTK_ACCESSIBLE_INVALID_TRUE
                                               : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  g_signal_emit (self, signals[REFUSED], 0, message);
}

static void
name_cell (EntMeasurementCell *self)
{
  const EntField *info = &ent_kind_get_info (ENT_KIND_MEASUREMENT)->fields[self->field];
  g_autofree char *day =
    ent_text_format_date (ent_record_get_string (self->record, ENT_MEASUREMENT_DATE));
  /* Translators: a column of a table and the day of a row: “Value, 12 May 2026” */
  g_autofree char *label = g_strdup_printf (_("%s, %s"), ent_field_get_label (info), day);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
}

static void
load (EntMeasurementCell *self)
{
  g_autofree char *text = NULL;
  EntProject *project = ent_record_get_project (self->record);

  if (project == NULL || self->loading || (self->typed && gtk_widget_has_focus (GTK_WIDGET (self->text))))
    return;

  text = dup_text (self);
  self->loading = TRUE;
  if (!g_str_equal (text, gtk_editable_get_text (GTK_EDITABLE (self->text))))
    gtk_editable_set_text (GTK_EDITABLE (self->text), text);
  self->loading = FALSE;
  self->typed = FALSE;
  gtk_editable_set_editable (GTK_EDITABLE (self->text), !ent_project_is_read_only (project));
  if (gtk_widget_has_css_class (GTK_WIDGET (self->text), "error"))
    set_error (self, NULL);
  name_cell (self);
}

/* --- Through the gate ------------------------------------------------------------------------ */

static gboolean
write_day (EntMeasurementCell *self, const char *text, GError **error)
{
  EntProject *project = ent_record_get_project (self->record);
  g_autofree char *day = ent_text_parse_date (text);
  g_autoptr(EntRecord) before = g_object_ref (self->record);
  EntRecord *after;

  if (day == NULL || *day == '\0')
    {
      g_autofree char *example = ent_text_format_date ("2026-05-31");

      g_set_error (error, ENT_MODEL_ERROR, ENT_MODEL_ERROR_VALUE, _("Not a day. Write it like %s"), example);
      return FALSE;
    }

  after = ent_project_rekey (project, before, ENT_MEASUREMENT_DATE, day, error);
  if (after != NULL && after != before)
    g_signal_emit (self, signals[MOVED], 0, after);

  return after != NULL;
}

static gboolean
write_text (EntMeasurementCell *self, const char *text, GError **error)
{
  const EntField *info = &ent_kind_get_info (ENT_KIND_MEASUREMENT)->fields[self->field];
  g_auto(EntValue) value = ENT_VALUE_INIT;

  if (self->field == ENT_MEASUREMENT_DATE)
    return write_day (self, text, error);
  if (self->field == ENT_MEASUREMENT_VALUE)
    return ent_measure_correct (self->record, text, error) != NULL;

  return ent_field_parse (info, text, &value, error)
         && ent_record_set (self->record, self->field, &value, error);
}

static void
seal (EntProject *project)
{
  ent_history_seal (ent_project_get_history (project));
}

static void
on_changed (EntMeasurementCell *self)
{
  if (self->loading)
    return;

  self->typed = TRUE;
  if (gtk_widget_has_css_class (GTK_WIDGET (self->text), "error"))
    set_error (self, NULL);
}

static void
on_activate (EntMeasurementCell *self)
{
  ent_measurement_cell_commit (self);
}

static gboolean
commit_later (gpointer data)
{
  EntMeasurementCell *self = data;

  self->idle = 0;
  ent_measurement_cell_commit (self);

  return G_SOURCE_REMOVE;
}

/* While the focus moves on, the row that it moves to must not go away. */
static void
on_leave (EntMeasurementCell *self)
{
  if (self->typed && self->idle == 0)
    self->idle = g_idle_add (commit_later, self);
}

static gboolean
on_escape (EntMeasurementCell *self, guint keyval)
{
  if (keyval != GDK_KEY_Escape || !self->typed || self->record == NULL)
    return GDK_EVENT_PROPAGATE;

  self->typed = FALSE;
  load (self);
  return GDK_EVENT_STOP;
}

/* --- Life ------------------------------------------------------------------------------------ */

static void
ent_measurement_cell_dispose (GObject *object)
{
  EntMeasurementCell *self = ENT_MEASUREMENT_CELL (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  if (self->record != NULL)
    g_signal_handlers_disconnect_by_data (self->record, self);
  g_clear_object (&self->record);

  G_OBJECT_CLASS (ent_measurement_cell_parent_class)->dispose (object);
}

static gboolean
ent_measurement_cell_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (ENT_MEASUREMENT_CELL (widget)->text));
}

static void
ent_measurement_cell_class_init (EntMeasurementCellClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ent_measurement_cell_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = ent_measurement_cell_grab_focus;

  /**
   * EntMeasurementCell::refused:
   * @message: (nullable): why what is typed can't be so, or %NULL that all is well
   */
  signals[REFUSED] = g_signal_new ("refused", ENT_TYPE_MEASUREMENT_CELL, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  /**
   * EntMeasurementCell::moved:
   * @record: the measurement on its new day
   */
  signals[MOVED] = g_signal_new ("moved", ENT_TYPE_MEASUREMENT_CELL, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 1, ENT_TYPE_RECORD);
}

static void
ent_measurement_cell_init (EntMeasurementCell *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->text = GTK_TEXT (gtk_text_new ());
  gtk_text_set_max_length (self->text, ENT_LINE_MAX_CHARS);
  g_signal_connect_swapped (self->text, "changed", G_CALLBACK (on_changed), self);
  g_signal_connect_swapped (self->text, "activate", G_CALLBACK (on_activate), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (on_leave), self);
  gtk_widget_add_controller (GTK_WIDGET (self->text), focus);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_escape), self);
  gtk_widget_add_controller (GTK_WIDGET (self->text), keys);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->text));
}

/**
 * ent_measurement_cell_new:
 * @field: which field of measurements it shows
 *
 * Returns: (transfer floating): a cell without a measurement
 */
GtkWidget *
ent_measurement_cell_new (guint field)
{
  EntMeasurementCell *self = g_object_new (ENT_TYPE_MEASUREMENT_CELL, NULL);

  self->field = field;
  switch (field)
    {
    case ENT_MEASUREMENT_DATE:
      gtk_editable_set_width_chars (GTK_EDITABLE (self->text), 10);
      break;
    case ENT_MEASUREMENT_VALUE:
      gtk_editable_set_width_chars (GTK_EDITABLE (self->text), 7);
      gtk_text_set_input_purpose (self->text, GTK_INPUT_PURPOSE_NUMBER);
      break;
    default:
      gtk_editable_set_width_chars (GTK_EDITABLE (self->text), 8);
      gtk_text_set_propagate_text_width (self->text, FALSE);
    }
  gtk_widget_set_hexpand (GTK_WIDGET (self->text), TRUE);

  return GTK_WIDGET (self);
}

/**
 * ent_measurement_cell_get_record:
 * @self: a cell
 *
 * Returns: (transfer none) (nullable): the measurement it shows
 */
EntRecord *
ent_measurement_cell_get_record (EntMeasurementCell *self)
{
  g_return_val_if_fail (ENT_IS_MEASUREMENT_CELL (self), NULL);

  return self->record;
}

/**
 * ent_measurement_cell_get_field:
 * @self: a cell
 *
 * Returns: the field it shows
 */
guint
ent_measurement_cell_get_field (EntMeasurementCell *self)
{
  g_return_val_if_fail (ENT_IS_MEASUREMENT_CELL (self), 0);

  return self->field;
}

/**
 * ent_measurement_cell_set_record:
 * @self: a cell
 * @record: (nullable): the measurement to show; the cell follows it
 */
void
ent_measurement_cell_set_record (EntMeasurementCell *self, EntRecord *record)
{
  g_return_if_fail (ENT_IS_MEASUREMENT_CELL (self));

  if (self->record == record)
    return;

  /* Another day would change the list while it hands out its rows. */
  if (self->typed && self->field != ENT_MEASUREMENT_DATE)
    ent_measurement_cell_commit (self);
  g_clear_handle_id (&self->idle, g_source_remove);
  if (self->record != NULL)
    g_signal_handlers_disconnect_by_data (self->record, self);
  g_set_object (&self->record, record);
  self->typed = FALSE;
  if (record == NULL)
    return;

  g_signal_connect_object (record, "notify", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  load (self);
}

/**
 * ent_measurement_cell_commit:
 * @self: a cell
 *
 * Brings what is half typed through the gate.
 *
 * Returns: whether it was taken
 */
gboolean
ent_measurement_cell_commit (EntMeasurementCell *self)
{
  g_autoptr(EntMeasurementCell) alive = NULL;
  g_autoptr(EntProject) project = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;

  g_return_val_if_fail (ENT_IS_MEASUREMENT_CELL (self), TRUE);

  project = self->record != NULL ? ent_record_get_project (self->record) : NULL;
  if (project != NULL)
    g_object_ref (project);
  if (project == NULL || !self->typed || ent_project_is_read_only (project))
    return TRUE;

  alive = g_object_ref (self);
  g_clear_handle_id (&self->idle, g_source_remove);
  text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->text))));
  self->typed = FALSE;
  if (!write_text (self, text, &error))
    {
      self->typed = TRUE;
      set_error (self, error != NULL ? error->message : "");
      return FALSE;
    }

  seal (project);
  if (self->record != NULL)
    load (self);
  return TRUE;
}
