/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A few steps between two words, or not known: one button for each. */
#include "config.h"

#include "pages/ent-field-rows.h"

#include <glib/gi18n.h>

#include "pages/ent-compat.h"
#include "pages/ent-form-hints.h"

struct _EntFieldRowScale {
  AdwPreferencesRow parent_instance;

  GtkLabel *title;
  GtkBox *steps;
  GtkToggleButton *unknown;
  GtkBox *words;
  GtkLabel *low;
  GtkLabel *high;
  GtkLabel *error;
};

static void ent_field_row_scale_iface_init (EntFieldRowInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (EntFieldRowScale, ent_field_row_scale, ADW_TYPE_PREFERENCES_ROW,
                               G_IMPLEMENT_INTERFACE (ENT_TYPE_FIELD_ROW,
                                                      ent_field_row_scale_iface_init))

static int
get_step (GtkWidget *button)
{
  return GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "step"));
}

static void
on_toggled (EntFieldRowScale *self, GtkToggleButton *button)
{
  g_auto(EntValue) value = ENT_VALUE_INIT;

  if (ent_field_row_is_loading (ENT_FIELD_ROW (self)) || !gtk_toggle_button_get_active (button))
    return;

  if (button != self->unknown)
    value = ent_value_int (get_step (GTK_WIDGET (button)));
  if (ent_field_row_write (ENT_FIELD_ROW (self), &value))
    ent_field_row_seal (ENT_FIELD_ROW (self));
}

/* "Pace: 5 of 5, thorough compliance" */
static char *
dup_step_label (EntFieldRow *row, EntFormHint hint, int step)
{
  const EntField *info = ent_field_row_get_info (row);
  const char *word = step == (int) info->min   ? hint.low
                     : step == (int) info->max ? hint.high
                                               : NULL;
  /* Translators: what is rated, which step, and how many there are. */
  g_autofree char *label = g_strdup_printf (_("%s: %d of %d"), ent_field_row_get_label (row), step,
                                            (int) info->max);

  return word != NULL ? g_strdup_printf ("%s, %s", label, _(word)) : g_steal_pointer (&label);
}

static void
ent_field_row_scale_bind (EntFieldRow *row)
{
  EntFieldRowScale *self = ENT_FIELD_ROW_SCALE (row);
  const EntField *info = ent_field_row_get_info (row);
  EntFormHint hint =
    ent_form_get_hint (ent_field_row_get_kind (row), ent_field_row_get_field (row));
  g_autofree char *unknown =
    g_strdup_printf (_("%s: not known"), ent_field_row_get_label (row));

  gtk_label_set_text (self->title, ent_field_row_get_label (row));
  gtk_label_set_text (self->low, hint.low != NULL ? _(hint.low) : "");
  gtk_label_set_text (self->high, hint.high != NULL ? _(hint.high) : "");
  gtk_widget_set_visible (GTK_WIDGET (self->words), hint.low != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->unknown), info->initial == ENT_INT_UNSET);
  ent_compat_set_label (GTK_WIDGET (self->unknown), unknown);

  for (int step = (int) info->min; step <= (int) info->max; step++)
    {
      g_autofree char *text = g_strdup_printf ("%d", step);
      g_autofree char *label = dup_step_label (row, hint, step);
      GtkWidget *button = gtk_toggle_button_new_with_label (text);

      g_object_set_data (G_OBJECT (button), "step", GINT_TO_POINTER (step));
      gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), self->unknown);
      gtk_widget_set_hexpand (button, TRUE);
      gtk_widget_set_tooltip_text (button, label);
      ent_compat_set_label (button, label);
      g_signal_connect_object (button, "toggled", G_CALLBACK (on_toggled), self, G_CONNECT_SWAPPED);
      gtk_box_append (self->steps, button);
    }
}

static void
ent_field_row_scale_load (EntFieldRow *row)
{
  EntFieldRowScale *self = ENT_FIELD_ROW_SCALE (row);
  EntRecord *record = ent_field_row_get_record (row);
  int value = record ? ent_record_get_int (record, ent_field_row_get_field (row)) : ENT_INT_UNSET;

  for (GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (self->steps)); button != NULL;
       button = gtk_widget_get_next_sibling (button))
    if (get_step (button) == value)
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);

  if (value == ENT_INT_UNSET)
    gtk_toggle_button_set_active (self->unknown, TRUE);
}

static void
ent_field_row_scale_set_error (EntFieldRow *row, const char *message)
{
  EntFieldRowScale *self = ENT_FIELD_ROW_SCALE (row);

  gtk_label_set_text (self->error, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->error), message != NULL && *message != '\0');
}

/* The button that is down takes the focus. */
static gboolean
ent_field_row_scale_grab_focus (GtkWidget *widget)
{
  EntFieldRowScale *self = ENT_FIELD_ROW_SCALE (widget);

  for (GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (self->steps)); button != NULL;
       button = gtk_widget_get_next_sibling (button))
    if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button)))
      return gtk_widget_grab_focus (button);

  return gtk_widget_grab_focus (gtk_widget_get_first_child (GTK_WIDGET (self->steps)));
}

static void
ent_field_row_scale_iface_init (EntFieldRowInterface *iface)
{
  iface->bind = ent_field_row_scale_bind;
  iface->load = ent_field_row_scale_load;
  iface->set_error = ent_field_row_scale_set_error;
}

static void
ent_field_row_scale_class_init (EntFieldRowScaleClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->grab_focus = ent_field_row_scale_grab_focus;

  ent_compat_pass_focus (widget_class);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/entente/Entente/ui/ent-field-row-scale.ui");
  gtk_widget_class_bind_template_child (widget_class, EntFieldRowScale, title);
  gtk_widget_class_bind_template_child (widget_class, EntFieldRowScale, steps);
  gtk_widget_class_bind_template_child (widget_class, EntFieldRowScale, unknown);
  gtk_widget_class_bind_template_child (widget_class, EntFieldRowScale, words);
  gtk_widget_class_bind_template_child (widget_class, EntFieldRowScale, low);
  gtk_widget_class_bind_template_child (widget_class, EntFieldRowScale, high);
  gtk_widget_class_bind_template_child (widget_class, EntFieldRowScale, error);
  gtk_widget_class_bind_template_callback (widget_class, on_toggled);
}

static void
ent_field_row_scale_init (EntFieldRowScale *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
