/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list of lines: typed one after the other with Enter, put in order by dragging or with Alt+Up
 * and Alt+Down. A line that is emptied goes when the field is left. */
#include "config.h"

#include "pages/ent-field-rows.h"

#include <glib/gi18n.h>

#include "pages/ent-compat.h"
#include "pages/ent-form-hints.h"

struct _EntFieldRowList {
  AdwPreferencesRow parent_instance;

  GtkLabel *title;
  GtkBox *items;
  GtkText *entry;
  GtkLabel *error;
  gboolean editable;
};

static void ent_field_row_list_iface_init (EntFieldRowInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (EntFieldRowList, ent_field_row_list, ADW_TYPE_PREFERENCES_ROW,
                               G_IMPLEMENT_INTERFACE (ENT_TYPE_FIELD_ROW,
                                                      ent_field_row_list_iface_init))

#define get_text(item) GTK_EDITABLE (g_object_get_data (G_OBJECT (item), "text"))

static guint
count_items (EntFieldRowList *self)
{
  guint n = 0;

  for (GtkWidget *item = gtk_widget_get_first_child (GTK_WIDGET (self->items)); item != NULL;
       item = gtk_widget_get_next_sibling (item))
    n++;

  return n;
}

static GtkWidget *
get_item (EntFieldRowList *self, guint index)
{
  GtkWidget *item = gtk_widget_get_first_child (GTK_WIDGET (self->items));

  while (item != NULL && index-- > 0)
    item = gtk_widget_get_next_sibling (item);

  return item;
}

/* Hands all lines that are not empty to the gate, with one more at the end if there is one. */
static gboolean
write_lines (EntFieldRowList *self, const char *more)
{
  g_autoptr(GStrvBuilder) lines = g_strv_builder_new ();
  g_auto(EntValue) value = ENT_VALUE_INIT;
  g_auto(GStrv) list = NULL;

  for (GtkWidget *item = gtk_widget_get_first_child (GTK_WIDGET (self->items)); item != NULL;
       item = gtk_widget_get_next_sibling (item))
    if (*gtk_editable_get_text (get_text (item)) != '\0')
      g_strv_builder_add (lines, gtk_editable_get_text (get_text (item)));
  if (more != NULL)
    g_strv_builder_add (lines, more);

  list = g_strv_builder_end (lines);
  if (list[0] != NULL)
    value = ent_value_list ((const char *const *) list);

  return ent_field_row_write (ENT_FIELD_ROW (self), &value);
}

static void
on_item_changed (EntFieldRowList *self)
{
  if (!ent_field_row_is_loading (ENT_FIELD_ROW (self)))
    write_lines (self, NULL);
}

static void
finish_edit (EntFieldRowList *self)
{
  ent_field_row_reload (ENT_FIELD_ROW (self));
  ent_field_row_seal (ENT_FIELD_ROW (self));
}

static void
on_delete_clicked (EntFieldRowList *self, GtkWidget *button)
{
  GtkWidget *item = gtk_widget_get_parent (button);

  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_box_remove (self->items, item);
  write_lines (self, NULL);
  finish_edit (self);
}

static void
move_item (EntFieldRowList *self, GtkWidget *item, GtkWidget *after)
{
  gtk_box_reorder_child_after (self->items, item, after);
  ent_field_row_seal (ENT_FIELD_ROW (self));
  write_lines (self, NULL);
  ent_field_row_seal (ENT_FIELD_ROW (self));
}

/* Alt+Up and Alt+Down */
static gboolean
on_move_shortcut (GtkWidget *item, GVariant *args, gpointer user_data)
{
  EntFieldRowList *self =
    ENT_FIELD_ROW_LIST (gtk_widget_get_ancestor (item, ENT_TYPE_FIELD_ROW_LIST));
  GtkWidget *previous = gtk_widget_get_prev_sibling (item);
  GtkWidget *next = gtk_widget_get_next_sibling (item);

  if (!self->editable)
    return FALSE;

  if (g_variant_get_int32 (args) < 0 && previous != NULL)
    move_item (self, previous, item);
  else if (g_variant_get_int32 (args) > 0 && next != NULL)
    move_item (self, item, next);

  return TRUE;
}

static GdkContentProvider *
on_drag_prepare (GtkDragSource *source, double x, double y, GtkWidget *item)
{
  return gdk_content_provider_new_typed (GTK_TYPE_WIDGET, item);
}

static gboolean
on_drop (GtkDropTarget *target, const GValue *value, double x, double y, GtkWidget *item)
{
  GtkWidget *dragged = g_value_get_object (value);
  GtkWidget *self = gtk_widget_get_ancestor (item, ENT_TYPE_FIELD_ROW_LIST);

  if (dragged == NULL || dragged == item || !ENT_FIELD_ROW_LIST (self)->editable
      || gtk_widget_get_parent (dragged) != gtk_widget_get_parent (item))
    return FALSE;

  move_item (ENT_FIELD_ROW_LIST (self), dragged,
             y < gtk_widget_get_height (item) / 2.0 ? gtk_widget_get_prev_sibling (item) : item);
  return TRUE;
}

static void
add_item_controllers (GtkWidget *item, GtkWidget *handle)
{
  GtkEventController *shortcuts = gtk_shortcut_controller_new ();
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (GTK_TYPE_WIDGET, GDK_ACTION_MOVE);
  GtkShortcut *up = gtk_shortcut_new_with_arguments (
    gtk_keyval_trigger_new (GDK_KEY_Up, GDK_ALT_MASK),
    gtk_callback_action_new (on_move_shortcut, NULL, NULL), "i", -1);
  GtkShortcut *down = gtk_shortcut_new_with_arguments (
    gtk_keyval_trigger_new (GDK_KEY_Down, GDK_ALT_MASK),
    gtk_callback_action_new (on_move_shortcut, NULL, NULL), "i", 1);

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (shortcuts), up);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (shortcuts), down);
  gtk_widget_add_controller (item, shortcuts);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (on_drag_prepare), item);
  gtk_widget_add_controller (handle, GTK_EVENT_CONTROLLER (source));
  g_signal_connect (target, "drop", G_CALLBACK (on_drop), item);
  gtk_widget_add_controller (item, GTK_EVENT_CONTROLLER (target));
}

static void
append_item (EntFieldRowList *self)
{
  GtkWidget *item = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *handle = gtk_image_new_from_icon_name ("list-drag-handle-symbolic");
  GtkWidget *text = gtk_text_new ();
  GtkWidget *button = gtk_button_new_from_icon_name ("edit-delete-symbolic");

  gtk_widget_add_css_class (handle, "dim-label");
  gtk_widget_set_cursor_from_name (handle, "grab");
  gtk_widget_set_hexpand (text, TRUE);
  gtk_text_set_max_length (GTK_TEXT (text), ENT_LINE_MAX_CHARS);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _("Remove"));
  ent_compat_set_label (text, ent_field_row_get_label (ENT_FIELD_ROW (self)));
  ent_compat_set_label (button, _("Remove"));

  gtk_box_append (GTK_BOX (item), handle);
  gtk_box_append (GTK_BOX (item), text);
  gtk_box_append (GTK_BOX (item), button);
  g_object_set_data (G_OBJECT (item), "text", text);
  g_object_set_data (G_OBJECT (item), "button", button);
  add_item_controllers (item, handle);
  gtk_box_append (self->items, item);

  g_signal_connect_object (text, "changed", G_CALLBACK (on_item_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (text, "activate", G_CALLBACK (finish_edit), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_delete_clicked), self,
                           G_CONNECT_SWAPPED);
}

static void
ent_field_row_list_commit (EntFieldRow *row)
{
  EntFieldRowList *self = ENT_FIELD_ROW_LIST (row);
  g_autofree char *line = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry)));

  g_strstrip (line);
  if (*line == '\0' || !write_lines (self, line))
    return;

  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  finish_edit (self);
}

static void
on_entry_activate (EntFieldRowList *self)
{
  ent_field_row_commit (ENT_FIELD_ROW (self));
}

static void
ent_field_row_list_bind (EntFieldRow *row)
{
  EntFieldRowList *self = ENT_FIELD_ROW_LIST (row);
  EntFormHint hint =
    ent_form_get_hint (ent_field_row_get_kind (row), ent_field_row_get_field (row));
  const char *add = hint.placeholder != NULL ? _(hint.placeholder) : _("Add a line");

  gtk_label_set_text (self->title, ent_field_row_get_label (row));
  gtk_text_set_placeholder_text (self->entry, add);
  gtk_text_set_max_length (self->entry, ENT_LINE_MAX_CHARS);
  gtk_widget_add_css_class (GTK_WIDGET (self->entry), "ent-line");
  ent_compat_set_label (GTK_WIDGET (self->entry), add);
}

static void
ent_field_row_list_load (EntFieldRow *row)
{
  EntFieldRowList *self = ENT_FIELD_ROW_LIST (row);
  EntRecord *record = ent_field_row_get_record (row);
  const char *const *lines =
    record ? ent_record_get_list (record, ent_field_row_get_field (row)) : NULL;
  guint n_lines = lines ? g_strv_length ((char **) lines) : 0;

  while (count_items (self) < n_lines)
    append_item (self);
  while (count_items (self) > n_lines)
    gtk_box_remove (self->items, gtk_widget_get_last_child (GTK_WIDGET (self->items)));

  for (guint i = 0; i < n_lines; i++)
    {
      GtkEditable *text = get_text (get_item (self, i));

      if (!g_str_equal (gtk_editable_get_text (text), lines[i]))
        gtk_editable_set_text (text, lines[i]);
    }

  gtk_widget_set_visible (GTK_WIDGET (self->items), n_lines > 0);
}

static void
ent_field_row_list_set_error (EntFieldRow *row, const char *message)
{
  EntFieldRowList *self = ENT_FIELD_ROW_LIST (row);

  gtk_label_set_text (self->error, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->error), message != NULL && *message != '\0');
}

static void
ent_field_row_list_set_editable (EntFieldRow *row, gboolean editable)
{
  EntFieldRowList *self = ENT_FIELD_ROW_LIST (row);

  self->editable = editable;
  gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (self->entry)), editable);
  for (GtkWidget *item = gtk_widget_get_first_child (GTK_WIDGET (self->items)); item != NULL;
       item = gtk_widget_get_next_sibling (item))
    {
      gtk_editable_set_editable (get_text (item), editable);
      gtk_widget_set_visible (g_object_get_data (G_OBJECT (item), "button"), editable);
    }
}

static gboolean
ent_field_row_list_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (ENT_FIELD_ROW_LIST (widget)->entry));
}

static void
ent_field_row_list_iface_init (EntFieldRowInterface *iface)
{
  iface->bind = ent_field_row_list_bind;
  iface->load = ent_field_row_list_load;
  iface->commit = ent_field_row_list_commit;
  iface->set_error = ent_field_row_list_set_error;
  iface->set_editable = ent_field_row_list_set_editable;
}

static void
ent_field_row_list_class_init (EntFieldRowListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->grab_focus = ent_field_row_list_grab_focus;

  ent_compat_pass_focus (widget_class);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/entente/Entente/ui/ent-field-row-list.ui");
  gtk_widget_class_bind_template_child (widget_class, EntFieldRowList, title);
  gtk_widget_class_bind_template_child (widget_class, EntFieldRowList, items);
  gtk_widget_class_bind_template_child (widget_class, EntFieldRowList, entry);
  gtk_widget_class_bind_template_child (widget_class, EntFieldRowList, error);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_activate);
}

static void
ent_field_row_list_init (EntFieldRowList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
