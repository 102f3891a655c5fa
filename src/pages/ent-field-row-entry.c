/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A line of text, or a number written the locale's way. What can be read goes through the gate with
 * every key; what can't is said above the text and not written. */
#include "config.h"

#include "pages/ent-compat.h"
#include "pages/ent-field-rows.h"

#include <math.h>

struct _EntFieldRowEntry {
  AdwEntryRow parent_instance;
};

static void ent_field_row_entry_iface_init (EntFieldRowInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (EntFieldRowEntry, ent_field_row_entry, ADW_TYPE_ENTRY_ROW,
                               G_IMPLEMENT_INTERFACE (ENT_TYPE_FIELD_ROW,
                                                      ent_field_row_entry_iface_init))

static char *
dup_text (EntFieldRow *row)
{
  EntRecord *record = ent_field_row_get_record (row);
  guint field = ent_field_row_get_field (row);

  if (record == NULL)
    return g_strdup ("");

  switch (ent_field_row_get_info (row)->type)
    {
    case ENT_FIELD_INT:
      if (ent_record_get_int (record, field) == ENT_INT_UNSET)
        return g_strdup ("");
      return g_strdup_printf ("%d", ent_record_get_int (record, field));
    case ENT_FIELD_DOUBLE:
      if (isnan (ent_record_get_double (record, field)))
        return g_strdup ("");
      return g_strdup_printf ("%.15g", ent_record_get_double (record, field));
    default:
      return g_strdup (ent_record_get_string (record, field));
    }
}

static void
on_changed (EntFieldRowEntry *self)
{
  EntFieldRow *row = ENT_FIELD_ROW (self);
  const EntField *info = ent_field_row_get_info (row);
  g_auto(EntValue) value = ENT_VALUE_INIT;
  g_autofree char *text = NULL;
  g_autoptr(GError) error = NULL;

  if (ent_field_row_is_loading (row))
    return;

  if (info->type == ENT_FIELD_STRING)
    {
      text = g_strdelimit (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self))), "\n\r\t", ' ');
      value = ent_value_string (text);
    }
  else
    {
      text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self)));
      if (!ent_field_parse (info, text, &value, &error))
        {
          ent_field_row_show_error (row, error->message);
          return;
        }
    }

  ent_field_row_write (row, &value);
}

static void
ent_field_row_entry_bind (EntFieldRow *row)
{
  const EntField *info = ent_field_row_get_info (row);

  ent_compat_limit_line (GTK_EDITABLE (row));
  if (info->type != ENT_FIELD_STRING)
    adw_entry_row_set_input_purpose (ADW_ENTRY_ROW (row), GTK_INPUT_PURPOSE_NUMBER);
  else if (g_str_has_suffix (info->name, "email"))
    adw_entry_row_set_input_purpose (ADW_ENTRY_ROW (row), GTK_INPUT_PURPOSE_EMAIL);
}

static void
ent_field_row_entry_load (EntFieldRow *row)
{
  g_autofree char *text = dup_text (row);

  if (!g_str_equal (text, gtk_editable_get_text (GTK_EDITABLE (row))))
    {
      gtk_editable_set_text (GTK_EDITABLE (row), text);
      gtk_editable_set_position (GTK_EDITABLE (row), -1);
    }
}

static void
ent_field_row_entry_set_error (EntFieldRow *row, const char *message)
{
  const char *label = ent_field_row_get_label (row);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 message != NULL && *message != '\0' ? message : label);
}

static void
ent_field_row_entry_set_editable (EntFieldRow *row, gboolean editable)
{
  gtk_editable_set_editable (GTK_EDITABLE (row), editable);
}

static void
ent_field_row_entry_iface_init (EntFieldRowInterface *iface)
{
  iface->bind = ent_field_row_entry_bind;
  iface->load = ent_field_row_entry_load;
  iface->set_error = ent_field_row_entry_set_error;
  iface->set_editable = ent_field_row_entry_set_editable;
}

static void
ent_field_row_entry_class_init (EntFieldRowEntryClass *klass)
{
}

static void
ent_field_row_entry_init (EntFieldRowEntry *self)
{
  g_signal_connect (self, "changed", G_CALLBACK (on_changed), NULL);
  g_signal_connect (self, "entry-activated", G_CALLBACK (ent_field_row_seal), NULL);
}
