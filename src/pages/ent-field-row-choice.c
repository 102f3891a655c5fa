/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One of the choices of an enum. A word of the file that this version does not know is shown as
 * nothing chosen, with the word beside it, and kept until somebody chooses. "Nothing" is an item of
 * its own behind the choices: later versions of the combo row cannot be without a selection. */
#include "config.h"

#include "pages/ent-field-rows.h"

struct _EntFieldRowChoice {
  AdwComboRow parent_instance;
};

static void ent_field_row_choice_iface_init (EntFieldRowInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (EntFieldRowChoice, ent_field_row_choice, ADW_TYPE_COMBO_ROW,
                               G_IMPLEMENT_INTERFACE (ENT_TYPE_FIELD_ROW,
                                                      ent_field_row_choice_iface_init))

/* The item for nothing is there only while nothing is chosen. */
static void
offer_nothing (EntFieldRow *row, gboolean offered)
{
  GtkStringList *labels = GTK_STRING_LIST (adw_combo_row_get_model (ADW_COMBO_ROW (row)));
  guint n_choices = ent_field_row_get_info (row)->choices->n_choices;
  gboolean is_offered = g_list_model_get_n_items (G_LIST_MODEL (labels)) > n_choices;

  if (offered && !is_offered)
    gtk_string_list_append (labels, "—");
  else if (!offered && is_offered)
    gtk_string_list_remove (labels, n_choices);
}

static void
on_selected (EntFieldRowChoice *self)
{
  guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self));
  g_auto(EntValue) value = ENT_VALUE_INIT;

  /* The model arrives while the row is being made, before it has a field. */
  if (selected == GTK_INVALID_LIST_POSITION || ent_field_row_is_loading (ENT_FIELD_ROW (self)))
    return;
  if (selected >= ent_field_row_get_info (ENT_FIELD_ROW (self))->choices->n_choices)
    return;

  value = ent_value_int ((int) selected);
  if (!ent_field_row_write (ENT_FIELD_ROW (self), &value))
    return;
  offer_nothing (ENT_FIELD_ROW (self), FALSE);
  ent_field_row_seal (ENT_FIELD_ROW (self));
}

static void
ent_field_row_choice_bind (EntFieldRow *row)
{
  const EntEnum *choices = ent_field_row_get_info (row)->choices;
  g_autoptr(GtkStringList) labels = gtk_string_list_new (NULL);

  for (guint i = 0; i < choices->n_choices; i++)
    gtk_string_list_append (labels, ent_enum_get_label (choices, (int) i));

  ent_field_row_hold (row, TRUE);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (labels));
  ent_field_row_hold (row, FALSE);

  g_signal_connect (row, "notify::selected", G_CALLBACK (on_selected), NULL);
}

static void
ent_field_row_choice_load (EntFieldRow *row)
{
  EntRecord *record = ent_field_row_get_record (row);
  guint field = ent_field_row_get_field (row);
  gboolean nothing = record == NULL || ent_record_get_raw (record, field) != NULL;
  guint selected = nothing ? ent_field_row_get_info (row)->choices->n_choices
                           : (guint) ent_record_get_enum (record, field);

  if (nothing)
    offer_nothing (row, TRUE);
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), selected);
  offer_nothing (row, nothing);
}

static void
ent_field_row_choice_set_error (EntFieldRow *row, const char *message)
{
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), message != NULL ? message : "");
}

static void
ent_field_row_choice_iface_init (EntFieldRowInterface *iface)
{
  iface->bind = ent_field_row_choice_bind;
  iface->load = ent_field_row_choice_load;
  iface->set_error = ent_field_row_choice_set_error;
}

static void
ent_field_row_choice_class_init (EntFieldRowChoiceClass *klass)
{
}

static void
ent_field_row_choice_init (EntFieldRowChoice *self)
{
}
