/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Yes or no. */
#include "config.h"

#include "pages/ent-field-rows.h"

#include "pages/ent-compat.h"

struct _EntFieldRowSwitch {
  AdwActionRow parent_instance;

  GtkSwitch *widget;
};

static void ent_field_row_switch_iface_init (EntFieldRowInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (EntFieldRowSwitch, ent_field_row_switch, ADW_TYPE_ACTION_ROW,
                               G_IMPLEMENT_INTERFACE (ENT_TYPE_FIELD_ROW,
                                                      ent_field_row_switch_iface_init))

static void
on_active (EntFieldRowSwitch *self)
{
  g_auto(EntValue) value = ent_value_int (gtk_switch_get_active (self->widget));

  ent_field_row_write (ENT_FIELD_ROW (self), &value);
}

static void
ent_field_row_switch_bind (EntFieldRow *row)
{
  ent_compat_set_label (GTK_WIDGET (ENT_FIELD_ROW_SWITCH (row)->widget),
                        ent_field_row_get_label (row));
}

static void
ent_field_row_switch_load (EntFieldRow *row)
{
  EntRecord *record = ent_field_row_get_record (row);

  gtk_switch_set_active (ENT_FIELD_ROW_SWITCH (row)->widget,
                         record && ent_record_get_bool (record, ent_field_row_get_field (row)));
}

static void
ent_field_row_switch_set_error (EntFieldRow *row, const char *message)
{
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), message != NULL ? message : "");
}

static void
ent_field_row_switch_iface_init (EntFieldRowInterface *iface)
{
  iface->bind = ent_field_row_switch_bind;
  iface->load = ent_field_row_switch_load;
  iface->set_error = ent_field_row_switch_set_error;
}

static void
ent_field_row_switch_class_init (EntFieldRowSwitchClass *klass)
{
}

static void
ent_field_row_switch_init (EntFieldRowSwitch *self)
{
  self->widget = GTK_SWITCH (gtk_switch_new ());
  gtk_widget_set_valign (GTK_WIDGET (self->widget), GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), GTK_WIDGET (self->widget));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self), GTK_WIDGET (self->widget));
  g_signal_connect_object (self->widget, "notify::active", G_CALLBACK (on_active), self,
                           G_CONNECT_SWAPPED);
}
