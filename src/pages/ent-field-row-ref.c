/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A record chosen from a list. When the list changes, a drop-down moves its selection about; only
 * what somebody chooses is an edit, so the row holds still until the list has settled. */
#include "config.h"

#include "pages/ent-field-rows.h"

#include <glib/gi18n.h>

#include "pages/ent-compat.h"
#include "pages/ent-form-hints.h"
#include "pages/ent-ref-model.h"

#define SEARCH_FROM 10

/* Characters of the choice that a row has room for where it is widest. */
#define VALUE_CHARS 56

struct _EntFieldRowRef {
  AdwActionRow parent_instance;

  GtkDropDown *drop_down;
  GListModel *model;
  EntProject *project;
};

static void ent_field_row_ref_iface_init (EntFieldRowInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (EntFieldRowRef, ent_field_row_ref, ADW_TYPE_ACTION_ROW,
                               G_IMPLEMENT_INTERFACE (ENT_TYPE_FIELD_ROW,
                                                      ent_field_row_ref_iface_init))

static void
on_selected (EntFieldRowRef *self)
{
  EntFieldRow *row = ENT_FIELD_ROW (self);
  gpointer item = gtk_drop_down_get_selected_item (self->drop_down);
  g_auto(EntValue) value = ENT_VALUE_INIT;

  if (ent_field_row_is_loading (row) || item == NULL)
    return;

  if (ENT_IS_RECORD (item))
    value = ent_value_string (ent_record_get_id (item));
  if (ent_field_row_write (row, &value))
    ent_field_row_seal (row);
}

static void
before_items_changed (EntFieldRowRef *self)
{
  ent_field_row_hold (ENT_FIELD_ROW (self), TRUE);
}

static void
after_items_changed (EntFieldRowRef *self)
{
  gtk_drop_down_set_enable_search (self->drop_down,
                                   g_list_model_get_n_items (self->model) >= SEARCH_FROM);
  ent_field_row_hold (ENT_FIELD_ROW (self), FALSE);
  ent_field_row_reload (ENT_FIELD_ROW (self));
}

/* The first handler must be connected before the drop-down's own, the other after it. */
static void
set_project (EntFieldRowRef *self, EntProject *project)
{
  EntFieldRow *row = ENT_FIELD_ROW (self);
  EntFormHint hint;

  if (self->project == project && self->model != NULL)
    return;

  hint = ent_form_get_hint (ent_field_row_get_kind (row), ent_field_row_get_field (row));
  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  g_clear_object (&self->model);
  g_set_object (&self->project, project);

  self->model = ent_ref_model_new (project, (EntKind) ent_field_row_get_info (row)->target,
                                   hint.none != NULL ? _(hint.none) : _("None"));
  g_signal_connect_object (self->model, "items-changed", G_CALLBACK (before_items_changed), self,
                           G_CONNECT_SWAPPED);
  gtk_drop_down_set_model (self->drop_down, self->model);
  g_signal_connect_object (self->model, "items-changed", G_CALLBACK (after_items_changed), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  gtk_drop_down_set_enable_search (self->drop_down,
                                   g_list_model_get_n_items (self->model) >= SEARCH_FROM);
}

static void
ent_field_row_ref_bind (EntFieldRow *row)
{
  ent_compat_set_label (GTK_WIDGET (ENT_FIELD_ROW_REF (row)->drop_down),
                        ent_field_row_get_label (row));
}

static void
ent_field_row_ref_load (EntFieldRow *row)
{
  EntFieldRowRef *self = ENT_FIELD_ROW_REF (row);
  EntRecord *record = ent_field_row_get_record (row);
  guint field = ent_field_row_get_field (row);
  EntRecord *target = NULL;
  gboolean dangling = FALSE;

  if (record != NULL)
    {
      target = ent_record_get_ref (record, field);
      dangling = target == NULL && *ent_record_get_string (record, field) != '\0';
    }
  /* A record that was just deleted has no project; the list it was chosen from stays. */
  if (record == NULL || ent_record_get_project (record) != NULL)
    set_project (self, record != NULL ? ent_record_get_project (record) : NULL);

  gtk_drop_down_set_selected (self->drop_down, dangling || record == NULL
                                                 ? GTK_INVALID_LIST_POSITION
                                                 : ent_ref_model_find (self->model, target));
}

static void
ent_field_row_ref_set_error (EntFieldRow *row, const char *message)
{
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), message != NULL ? message : "");
}

static void
ent_field_row_ref_dispose (GObject *object)
{
  EntFieldRowRef *self = ENT_FIELD_ROW_REF (object);

  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  g_clear_object (&self->model);
  g_clear_object (&self->project);

  G_OBJECT_CLASS (ent_field_row_ref_parent_class)->dispose (object);
}

static void
ent_field_row_ref_iface_init (EntFieldRowInterface *iface)
{
  iface->bind = ent_field_row_ref_bind;
  iface->load = ent_field_row_ref_load;
  iface->set_error = ent_field_row_ref_set_error;
}

static void
ent_field_row_ref_class_init (EntFieldRowRefClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ent_field_row_ref_dispose;
}

static void
ent_field_row_ref_init (EntFieldRowRef *self)
{
  self->drop_down = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  ent_ref_model_set_up (self->drop_down, VALUE_CHARS);
  gtk_widget_set_valign (GTK_WIDGET (self->drop_down), GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (self->drop_down), "ent-flat");
  ent_compat_limit_title (ADW_ACTION_ROW (self));
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), GTK_WIDGET (self->drop_down));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self), GTK_WIDGET (self->drop_down));
  g_signal_connect_object (self->drop_down, "notify::selected-item", G_CALLBACK (on_selected), self,
                           G_CONNECT_SWAPPED);
}
