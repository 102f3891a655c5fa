/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Day, value and note are typed, who measured is chosen, and a button deletes. */
#include "config.h"

#include "pages/ent-measurement-columns.h"

#include <glib/gi18n.h>

#include "pages/ent-compat.h"
#include "pages/ent-page.h"
#include "pages/ent-ref-model.h"

/* Characters of a name that the choice of who measured grows to, and the width it has at least. */
#define NAME_CHARS 14
#define NAME_WIDTH 150

static const guint text_fields[] = { ENT_MEASUREMENT_DATE, ENT_MEASUREMENT_VALUE,
                                     ENT_MEASUREMENT_NOTE };

static EntMeasurementColumns *
get_columns (GtkListItemFactory *factory)
{
  return g_object_get_data (G_OBJECT (factory), "columns");
}

/* --- Text ------------------------------------------------------------------------------------ */

static void
on_cell_destroyed (EntMeasurementColumns *self, GtkWidget *cell)
{
  g_ptr_array_remove_fast (self->cells, cell);
}

static void
on_setup_text (GtkListItemFactory *factory, GtkListItem *item, gpointer field)
{
  EntMeasurementColumns *self = get_columns (factory);
  GtkWidget *cell = ent_measurement_cell_new (GPOINTER_TO_UINT (field));

  g_signal_connect_swapped (cell, "refused", self->on_refused, self->data);
  g_signal_connect_swapped (cell, "moved", self->on_moved, self->data);
  g_signal_connect_swapped (cell, "destroy", G_CALLBACK (on_cell_destroyed), self);
  gtk_list_item_set_child (item, cell);
  gtk_list_item_set_activatable (item, FALSE);
  g_ptr_array_add (self->cells, cell);
}

static void
on_bind_text (GtkListItemFactory *factory, GtkListItem *item)
{
  ent_measurement_cell_set_record (ENT_MEASUREMENT_CELL (gtk_list_item_get_child (item)),
                                   gtk_list_item_get_item (item));
}

static void
on_unbind_text (GtkListItemFactory *factory, GtkListItem *item)
{
  ent_measurement_cell_set_record (ENT_MEASUREMENT_CELL (gtk_list_item_get_child (item)), NULL);
}

/* --- Who measured ---------------------------------------------------------------------------- */

static void
on_chosen (GtkListItem *item)
{
  EntRecord *measurement = gtk_list_item_get_item (item);
  GtkDropDown *drop_down = GTK_DROP_DOWN (gtk_list_item_get_child (item));
  gpointer chosen = gtk_drop_down_get_selected_item (drop_down);
  EntProject *project = measurement != NULL ? ent_record_get_project (measurement) : NULL;

  if (project == NULL || chosen == NULL || g_object_get_data (G_OBJECT (drop_down), "loading"))
    return;

  ent_record_set_string (measurement, ENT_MEASUREMENT_BY,
                         ENT_IS_RECORD (chosen) ? ent_record_get_id (chosen) : NULL);
  ent_history_seal (ent_project_get_history (project));
}

static void
load_choice (GtkListItem *item)
{
  GtkDropDown *drop_down = GTK_DROP_DOWN (gtk_list_item_get_child (item));
  EntRecord *measurement = gtk_list_item_get_item (item);
  EntRecord *by = ent_record_get_ref (measurement, ENT_MEASUREMENT_BY);
  EntProject *project = ent_record_get_project (measurement);
  gboolean dangling = by == NULL && *ent_record_get_string (measurement, ENT_MEASUREMENT_BY) != '\0';

  if (project == NULL)
    return;

  g_object_set_data (G_OBJECT (drop_down), "loading", item);
  gtk_drop_down_set_selected (drop_down,
                              dangling ? GTK_INVALID_LIST_POSITION
                                       : ent_ref_model_find (gtk_drop_down_get_model (drop_down),
                                                             by));
  g_object_set_data (G_OBJECT (drop_down), "loading", NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (drop_down), !ent_project_is_read_only (project));
}

static void
on_setup_choice (GtkListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *drop_down = gtk_drop_down_new (NULL, NULL);

  ent_ref_model_set_up (GTK_DROP_DOWN (drop_down), NAME_CHARS);
  gtk_drop_down_set_enable_search (GTK_DROP_DOWN (drop_down), TRUE);
  gtk_widget_add_css_class (drop_down, "ent-flat");
  gtk_widget_set_size_request (drop_down, NAME_WIDTH, -1);
  ent_compat_set_label (drop_down, ent_field_get_label (
    &ent_kind_get_info (ENT_KIND_MEASUREMENT)->fields[ENT_MEASUREMENT_BY]));
  gtk_list_item_set_child (item, drop_down);
  g_signal_connect_object (drop_down, "notify::selected-item", G_CALLBACK (on_chosen), item,
                           G_CONNECT_SWAPPED);
}

static void
on_bind_choice (GtkListItemFactory *factory, GtkListItem *item)
{
  GtkDropDown *drop_down = GTK_DROP_DOWN (gtk_list_item_get_child (item));

  g_object_set_data (G_OBJECT (drop_down), "loading", item);
  gtk_drop_down_set_model (drop_down, get_columns (factory)->people);
  g_object_set_data (G_OBJECT (drop_down), "loading", NULL);
  g_signal_connect_object (gtk_list_item_get_item (item), "notify::by", G_CALLBACK (load_choice),
                           item, G_CONNECT_SWAPPED);
  load_choice (item);
}

static void
on_unbind_choice (GtkListItemFactory *factory, GtkListItem *item)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), load_choice, item);
}

/* --- Delete ---------------------------------------------------------------------------------- */

static void
on_delete (GtkListItem *item)
{
  EntRecord *measurement = gtk_list_item_get_item (item);
  EntPage *page = ent_page_find (gtk_list_item_get_child (item));

  if (measurement != NULL && page != NULL)
    ent_page_delete_record (page, measurement);
}

static void
on_setup_delete (GtkListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("edit-delete-symbolic");

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _("Delete Measurement"));
  ent_compat_set_label (button, _("Delete Measurement"));
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_delete), item, G_CONNECT_SWAPPED);
  gtk_list_item_set_child (item, button);
}

static void
on_bind_delete (GtkListItemFactory *factory, GtkListItem *item)
{
  EntProject *project = ent_record_get_project (gtk_list_item_get_item (item));

  gtk_widget_set_sensitive (gtk_list_item_get_child (item),
                            project != NULL && !ent_project_is_read_only (project));
}

/* --- Columns --------------------------------------------------------------------------------- */

static GtkColumnViewColumn *
append (EntMeasurementColumns *self, GtkColumnView *view, const char *title,
        GtkListItemFactory *factory)
{
  GtkColumnViewColumn *column = gtk_column_view_column_new (title, factory);

  g_object_set_data (G_OBJECT (factory), "columns", self);
  gtk_column_view_append_column (view, column);
  g_object_unref (column); /* the view has it */

  return column;
}

static void
add_text (EntMeasurementColumns *self, GtkColumnView *view, guint field)
{
  const EntField *info = &ent_kind_get_info (ENT_KIND_MEASUREMENT)->fields[field];
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *column = append (self, view, ent_field_get_label (info), factory);

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup_text), GUINT_TO_POINTER (field));
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind_text), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind_text), NULL);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_column_set_expand (column, field == ENT_MEASUREMENT_NOTE);
}

/**
 * ent_measurement_columns_add:
 * @self: what the columns share; outlives @view
 * @view: an empty column view of measurements
 */
void
ent_measurement_columns_add (EntMeasurementColumns *self, GtkColumnView *view)
{
  const EntField *by = &ent_kind_get_info (ENT_KIND_MEASUREMENT)->fields[ENT_MEASUREMENT_BY];
  GtkListItemFactory *choice = gtk_signal_list_item_factory_new ();
  GtkListItemFactory *button = gtk_signal_list_item_factory_new ();

  g_return_if_fail (self != NULL);
  g_return_if_fail (GTK_IS_COLUMN_VIEW (view));

  for (guint i = 0; i < G_N_ELEMENTS (text_fields); i++)
    add_text (self, view, text_fields[i]);

  append (self, view, ent_field_get_label (by), choice);
  g_signal_connect (choice, "setup", G_CALLBACK (on_setup_choice), NULL);
  g_signal_connect (choice, "bind", G_CALLBACK (on_bind_choice), NULL);
  g_signal_connect (choice, "unbind", G_CALLBACK (on_unbind_choice), NULL);

  append (self, view, NULL, button);
  g_signal_connect (button, "setup", G_CALLBACK (on_setup_delete), NULL);
  g_signal_connect (button, "bind", G_CALLBACK (on_bind_delete), NULL);
}
