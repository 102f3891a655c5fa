/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A form is made once for a kind and then shown one record after the other; its rows do all the
 * rest. Where the order of the table makes no good form, a page hands over sections of its own. */
#include "config.h"

#include "pages/ent-form.h"

#include <glib/gi18n.h>

struct _EntForm {
  GtkBox parent_instance;

  EntKind kind;
  EntRecord *record;
  GPtrArray *rows;
};

G_DEFINE_FINAL_TYPE (EntForm, ent_form, GTK_TYPE_BOX)

static void
add_row (EntForm *self, GtkWidget *group, guint field)
{
  GtkWidget *row = ent_field_row_new (self->kind, field);

  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  g_ptr_array_add (self->rows, row);
}

static void
add_section (EntForm *self, const EntFormSection *section)
{
  GtkWidget *group = adw_preferences_group_new ();

  if (section->title != NULL)
    adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _(section->title));
  if (section->description != NULL)
    adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), _(section->description));
  for (guint i = 0; i < section->n_fields; i++)
    add_row (self, group, (guint) section->fields[i]);

  gtk_box_append (GTK_BOX (self), group);
}

static void
add_all_fields (EntForm *self)
{
  GtkWidget *group = adw_preferences_group_new ();

  for (guint field = 0; field < ent_kind_get_info (self->kind)->n_fields; field++)
    add_row (self, group, field);

  gtk_box_append (GTK_BOX (self), group);
}

static void
ent_form_dispose (GObject *object)
{
  EntForm *self = ENT_FORM (object);

  g_clear_object (&self->record);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (ent_form_parent_class)->dispose (object);
}

static void
ent_form_class_init (EntFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ent_form_dispose;
}

static void
ent_form_init (EntForm *self)
{
  self->rows = g_ptr_array_new ();
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 18);
}

/**
 * ent_form_new:
 * @kind: a kind of record
 * @sections: (nullable): what to show in which order; %NULL for all fields as they stand in the
 *   table. Ends with a section that has no fields.
 *
 * Returns: (transfer floating): a form without a record
 */
GtkWidget *
ent_form_new (EntKind kind, const EntFormSection *sections)
{
  EntForm *self = g_object_new (ENT_TYPE_FORM, NULL);

  self->kind = kind;
  if (sections == NULL)
    add_all_fields (self);
  else
    for (const EntFormSection *section = sections; section->n_fields > 0; section++)
      add_section (self, section);

  return GTK_WIDGET (self);
}

/**
 * ent_form_get_record:
 * @self: a form
 *
 * Returns: (transfer none) (nullable): the record it shows
 */
EntRecord *
ent_form_get_record (EntForm *self)
{
  g_return_val_if_fail (ENT_IS_FORM (self), NULL);

  return self->record;
}

/**
 * ent_form_set_record:
 * @self: a form
 * @record: (nullable): the record to show
 */
void
ent_form_set_record (EntForm *self, EntRecord *record)
{
  g_return_if_fail (ENT_IS_FORM (self));
  g_return_if_fail (record == NULL || ent_record_get_kind (record) == self->kind);

  if (!g_set_object (&self->record, record))
    return;

  for (guint i = 0; i < self->rows->len; i++)
    ent_field_row_set_record (g_ptr_array_index (self->rows, i), record);
}

/**
 * ent_form_focus_field:
 * @self: a form
 * @field: a field, or -1 for the first one
 *
 * Puts the focus on a field; the form scrolls to it.
 *
 * Returns: whether the form has that field
 */
gboolean
ent_form_focus_field (EntForm *self, int field)
{
  g_return_val_if_fail (ENT_IS_FORM (self), FALSE);

  for (guint i = 0; i < self->rows->len; i++)
    {
      EntFieldRow *row = g_ptr_array_index (self->rows, i);

      if (field < 0 || ent_field_row_get_field (row) == (guint) field)
        return gtk_widget_grab_focus (GTK_WIDGET (row));
    }

  return FALSE;
}

/**
 * ent_form_show_field:
 * @self: a form
 * @field: one of its fields
 * @shown: whether the row is there: not where it would mean nothing
 */
void
ent_form_show_field (EntForm *self, guint field, gboolean shown)
{
  g_return_if_fail (ENT_IS_FORM (self));

  for (guint i = 0; i < self->rows->len; i++)
    if (ent_field_row_get_field (g_ptr_array_index (self->rows, i)) == field)
      gtk_widget_set_visible (g_ptr_array_index (self->rows, i), shown);
}
