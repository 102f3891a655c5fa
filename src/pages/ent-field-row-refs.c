/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Several records: a list to tick off, folded under the names of those that are ticked. */
#include "config.h"

#include "pages/ent-field-rows.h"

#include <glib/gi18n.h>

#include "pages/ent-compat.h"
#include "pages/ent-ref-model.h"
#include "pages/ent-text.h"

struct _EntFieldRowRefs {
  AdwExpanderRow parent_instance;

  GPtrArray *checks;
  GListModel *model;
};

static void ent_field_row_refs_iface_init (EntFieldRowInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (EntFieldRowRefs, ent_field_row_refs, ADW_TYPE_EXPANDER_ROW,
                               G_IMPLEMENT_INTERFACE (ENT_TYPE_FIELD_ROW,
                                                      ent_field_row_refs_iface_init))

static const char *const *
get_ids (EntFieldRowRefs *self)
{
  EntRecord *record = ent_field_row_get_record (ENT_FIELD_ROW (self));

  return record ? ent_record_get_list (record, ent_field_row_get_field (ENT_FIELD_ROW (self)))
                : NULL;
}

static gboolean
contains (const char *const *ids, const char *id)
{
  return ids != NULL && g_strv_contains (ids, id);
}

/* Adds or takes away one id and leaves the others, known or not, in their order. */
static void
on_toggled (EntFieldRowRefs *self, GtkCheckButton *check)
{
  const char *id = g_object_get_data (G_OBJECT (check), "id");
  const char *const *ids = get_ids (self);
  g_autoptr(GStrvBuilder) chosen = NULL;
  g_auto(GStrv) list = NULL;
  g_auto(EntValue) value = ENT_VALUE_INIT;

  if (ent_field_row_is_loading (ENT_FIELD_ROW (self)))
    return;

  chosen = g_strv_builder_new ();
  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    if (!g_str_equal (ids[i], id))
      g_strv_builder_add (chosen, ids[i]);
  if (gtk_check_button_get_active (check))
    g_strv_builder_add (chosen, id);

  list = g_strv_builder_end (chosen);
  if (list[0] != NULL)
    value = ent_value_list ((const char *const *) list);
  if (ent_field_row_write (ENT_FIELD_ROW (self), &value))
    {
      ent_field_row_reload (ENT_FIELD_ROW (self));
      ent_field_row_seal (ENT_FIELD_ROW (self));
    }
}

static void
add_check (EntFieldRowRefs *self, EntRecord *record)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();
  g_autofree char *label = ent_ref_model_dup_label (record);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), label);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  ent_compat_set_label (check, label);
  g_object_set_data_full (G_OBJECT (check), "id", g_strdup (ent_record_get_id (record)), g_free);
  g_object_set_data (G_OBJECT (check), "row", row);
  g_signal_connect_object (check, "toggled", G_CALLBACK (on_toggled), self, G_CONNECT_SWAPPED);

  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
  g_ptr_array_add (self->checks, check);
}

static void
rebuild (EntFieldRowRefs *self)
{
  for (guint i = 0; i < self->checks->len; i++)
    adw_expander_row_remove (ADW_EXPANDER_ROW (self),
                             g_object_get_data (g_ptr_array_index (self->checks, i), "row"));
  g_ptr_array_set_size (self->checks, 0);

  for (guint i = 0; self->model != NULL && i < g_list_model_get_n_items (self->model); i++)
    {
      g_autoptr(EntRecord) record = g_list_model_get_item (self->model, i);

      add_check (self, record);
    }
}

static void
on_items_changed (EntFieldRowRefs *self)
{
  rebuild (self);
  ent_field_row_reload (ENT_FIELD_ROW (self));
}

static void
set_model (EntFieldRowRefs *self, GListModel *model)
{
  if (self->model == model)
    return;

  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  g_set_object (&self->model, model);
  if (model != NULL)
    g_signal_connect_object (model, "items-changed", G_CALLBACK (on_items_changed), self,
                             G_CONNECT_SWAPPED);
  rebuild (self);
}

static void
ent_field_row_refs_load (EntFieldRow *row)
{
  EntFieldRowRefs *self = ENT_FIELD_ROW_REFS (row);
  EntRecord *record = ent_field_row_get_record (row);
  EntProject *project = record ? ent_record_get_project (record) : NULL;
  const EntField *info = ent_field_row_get_info (row);
  g_autoptr(GString) names = g_string_new (NULL);
  g_autofree char *shown = NULL;
  const char *const *ids;

  if (record == NULL || project != NULL)
    set_model (self, project ? ent_project_get_list (project, (EntKind) info->target) : NULL);

  ids = get_ids (self);
  for (guint i = 0; i < self->checks->len; i++)
    {
      GtkCheckButton *check = g_ptr_array_index (self->checks, i);
      gboolean active = contains (ids, g_object_get_data (G_OBJECT (check), "id"));
      GtkWidget *line = g_object_get_data (G_OBJECT (check), "row");

      gtk_check_button_set_active (check, active);
      if (active)
        g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "",
                                adw_preferences_row_get_title (ADW_PREFERENCES_ROW (line)));
    }

  shown = ent_text_shorten (names->len > 0 ? names->str : _("None"));
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), shown);
}

static void
ent_field_row_refs_set_error (EntFieldRow *row, const char *message)
{
  if (message != NULL)
    adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), message);
}

static void
ent_field_row_refs_dispose (GObject *object)
{
  EntFieldRowRefs *self = ENT_FIELD_ROW_REFS (object);

  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  g_clear_object (&self->model);
  g_clear_pointer (&self->checks, g_ptr_array_unref);

  G_OBJECT_CLASS (ent_field_row_refs_parent_class)->dispose (object);
}

static void
ent_field_row_refs_iface_init (EntFieldRowInterface *iface)
{
  iface->load = ent_field_row_refs_load;
  iface->set_error = ent_field_row_refs_set_error;
}

static void
ent_field_row_refs_class_init (EntFieldRowRefsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ent_field_row_refs_dispose;
}

static void
ent_field_row_refs_init (EntFieldRowRefs *self)
{
  self->checks = g_ptr_array_new ();
}
