/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text of several lines in a view that grows with it. Tab leaves the field, since a form is walked
 * through by Tab; undo is the project's, so the view has none of its own. */
#include "config.h"

#include "pages/ent-compat.h"
#include "pages/ent-field-rows.h"

#include <glib/gi18n.h>

#include "pages/ent-form-hints.h"
#include "pages/ent-text-view.h"

struct _EntFieldRowText {
  AdwPreferencesRow parent_instance;

  GtkLabel *title;
  GtkTextView *view;
  GtkTextBuffer *buffer;
  GtkLabel *placeholder;
  GtkLabel *error;
};

static void ent_field_row_text_iface_init (EntFieldRowInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (EntFieldRowText, ent_field_row_text, ADW_TYPE_PREFERENCES_ROW,
                               G_IMPLEMENT_INTERFACE (ENT_TYPE_FIELD_ROW,
                                                      ent_field_row_text_iface_init))

static char *
dup_buffer_text (EntFieldRowText *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  return gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE);
}

static void
on_changed (EntFieldRowText *self)
{
  EntFieldRow *row = ENT_FIELD_ROW (self);
  g_auto(EntValue) value = ENT_VALUE_INIT;

  gtk_widget_set_visible (GTK_WIDGET (self->placeholder),
                          gtk_text_buffer_get_char_count (self->buffer) == 0);
  if (ent_field_row_is_loading (row))
    return;

  value = ent_value_take_string (dup_buffer_text (self));
  ent_field_row_write (row, &value);
}

static void
on_pressed (EntFieldRowText *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
ent_field_row_text_bind (EntFieldRow *row)
{
  EntFieldRowText *self = ENT_FIELD_ROW_TEXT (row);
  EntFormHint hint =
    ent_form_get_hint (ent_field_row_get_kind (row), ent_field_row_get_field (row));
  const char *label = ent_field_row_get_label (row);
  const char *placeholder = hint.placeholder != NULL ? _(hint.placeholder) : "";

  gtk_label_set_text (self->title, label);
  gtk_label_set_text (self->placeholder, placeholder);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_PLACEHOLDER, placeholder,
                                  GTK_ACCESSIBLE_PROPERTY_MULTI_LINE, TRUE,
                                  -1);
}

static void
ent_field_row_text_load (EntFieldRow *row)
{
  EntFieldRowText *self = ENT_FIELD_ROW_TEXT (row);
  EntRecord *record = ent_field_row_get_record (row);
  const char *text = record ? ent_record_get_string (record, ent_field_row_get_field (row)) : "";
  g_autofree char *shown = dup_buffer_text (self);

  if (!g_str_equal (shown, text))
    gtk_text_buffer_set_text (self->buffer, text, -1);
}

static void
ent_field_row_text_set_error (EntFieldRow *row, const char *message)
{
  EntFieldRowText *self = ENT_FIELD_ROW_TEXT (row);

  gtk_label_set_text (self->error, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->error), message != NULL && *message != '\0');
}

static void
ent_field_row_text_set_editable (EntFieldRow *row, gboolean editable)
{
  gtk_text_view_set_editable (ENT_FIELD_ROW_TEXT (row)->view, editable);
}

static gboolean
ent_field_row_text_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (ENT_FIELD_ROW_TEXT (widget)->view));
}

static void
ent_field_row_text_iface_init (EntFieldRowInterface *iface)
{
  iface->bind = ent_field_row_text_bind;
  iface->load = ent_field_row_text_load;
  iface->set_error = ent_field_row_text_set_error;
  iface->set_editable = ent_field_row_text_set_editable;
}

static void
ent_field_row_text_class_init (EntFieldRowTextClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->grab_focus = ent_field_row_text_grab_focus;

  g_type_ensure (ENT_TYPE_TEXT_VIEW);
  ent_compat_pass_focus (widget_class);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/entente/Entente/ui/ent-field-row-text.ui");
  gtk_widget_class_bind_template_child (widget_class, EntFieldRowText, title);
  gtk_widget_class_bind_template_child (widget_class, EntFieldRowText, view);
  gtk_widget_class_bind_template_child (widget_class, EntFieldRowText, buffer);
  gtk_widget_class_bind_template_child (widget_class, EntFieldRowText, placeholder);
  gtk_widget_class_bind_template_child (widget_class, EntFieldRowText, error);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_pressed);
}

static void
ent_field_row_text_init (EntFieldRowText *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
