/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What all rows of forms share: they follow their record, write through the gate, end the undo step
 * when they are left, and never overwrite a value that this version cannot read unless somebody
 * puts a new one in its place. */
#include "config.h"

#include "pages/ent-field-row.h"

#include <glib/gi18n.h>

#include "pages/ent-compat.h"
#include "pages/ent-field-rows.h"
#include "pages/ent-form-hints.h"
#include "pages/ent-text.h"

typedef struct {
  EntFieldRow *row;
  EntKind kind;
  guint field;
  EntRecord *record;
  gulong notify_handler;
  guint holds;      /* while it shows or writes, it does not listen to itself */
  gboolean failed;  /* what it shows is not what the record holds */
} Binding;

G_DEFINE_INTERFACE (EntFieldRow, ent_field_row, GTK_TYPE_WIDGET)

static GQuark
get_binding_quark (void)
{
  return g_quark_from_static_string ("ent-field-row-binding");
}

static Binding *
get_binding (EntFieldRow *self)
{
  return g_object_get_qdata (G_OBJECT (self), get_binding_quark ());
}

static void
binding_unset_record (Binding *binding)
{
  if (binding->record != NULL)
    g_clear_signal_handler (&binding->notify_handler, binding->record);
  g_clear_object (&binding->record);
}

static void
binding_free (gpointer data)
{
  Binding *binding = data;

  binding_unset_record (binding);
  g_free (binding);
}

static void
ent_field_row_default_init (EntFieldRowInterface *iface)
{
}

static void
on_notify (EntRecord *record, GParamSpec *pspec, Binding *binding)
{
  if (binding->holds == 0)
    ent_field_row_reload (binding->row);
}

static void
on_focus_leave (GtkEventControllerFocus *controller, Binding *binding)
{
  ent_field_row_commit (binding->row);
  if (!binding->failed)
    ent_field_row_reload (binding->row);
  ent_field_row_seal (binding->row);
}

static GType
get_row_type (const EntField *field)
{
  switch (field->type)
    {
    case ENT_FIELD_TEXT:
      return ENT_TYPE_FIELD_ROW_TEXT;
    case ENT_FIELD_BOOL:
      return ENT_TYPE_FIELD_ROW_SWITCH;
    case ENT_FIELD_DATE:
      return ENT_TYPE_FIELD_ROW_DATE;
    case ENT_FIELD_ENUM:
      return ENT_TYPE_FIELD_ROW_CHOICE;
    case ENT_FIELD_REF:
      return ENT_TYPE_FIELD_ROW_REF;
    case ENT_FIELD_REFS:
      return ENT_TYPE_FIELD_ROW_REFS;
    case ENT_FIELD_STRINGS:
    case ENT_FIELD_DATES:
      return ENT_TYPE_FIELD_ROW_LIST;
    case ENT_FIELD_INT:
      return field->max - field->min <= 4 ? ENT_TYPE_FIELD_ROW_SCALE : ENT_TYPE_FIELD_ROW_ENTRY;
    case ENT_FIELD_STRING:
    case ENT_FIELD_DOUBLE:
    default:
      return ENT_TYPE_FIELD_ROW_ENTRY;
    }
}

/**
 * ent_field_row_new:
 * @kind: a kind of record
 * @field: one of its fields
 *
 * Returns: (transfer floating): a row that fits the field, with no record yet
 */
GtkWidget *
ent_field_row_new (EntKind kind, guint field)
{
  const EntKindInfo *info = ent_kind_get_info (kind);
  GtkEventController *focus = gtk_event_controller_focus_new ();
  EntFieldRow *self;
  Binding *binding;

  g_return_val_if_fail (info != NULL && field < info->n_fields, NULL);

  self = g_object_new (get_row_type (&info->fields[field]), NULL);
  binding = g_new0 (Binding, 1);
  *binding = (Binding) { .row = self, .kind = kind, .field = field };
  g_object_set_qdata_full (G_OBJECT (self), get_binding_quark (), binding, binding_free);

  g_signal_connect (focus, "leave", G_CALLBACK (on_focus_leave), binding);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);

  if (ADW_IS_PREFERENCES_ROW (self))
    {
      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), ent_field_row_get_label (self));
    }
  ent_compat_set_label (GTK_WIDGET (self), ent_field_row_get_label (self));
  if (ENT_FIELD_ROW_GET_IFACE (self)->bind != NULL)
    ENT_FIELD_ROW_GET_IFACE (self)->bind (self);
  ent_field_row_reload (self);

  return GTK_WIDGET (self);
}

/**
 * ent_field_row_get_kind:
 * @self: a row
 *
 * Returns: the kind of record it is made for
 */
EntKind
ent_field_row_get_kind (EntFieldRow *self)
{
  g_return_val_if_fail (ENT_IS_FIELD_ROW (self), ENT_KIND_PROJECT);

  return get_binding (self)->kind;
}

/**
 * ent_field_row_get_field:
 * @self: a row
 *
 * Returns: the number of its field
 */
guint
ent_field_row_get_field (EntFieldRow *self)
{
  g_return_val_if_fail (ENT_IS_FIELD_ROW (self), 0);

  return get_binding (self)->field;
}

/**
 * ent_field_row_get_info:
 * @self: a row
 *
 * Returns: its field's row in the table
 */
const EntField *
ent_field_row_get_info (EntFieldRow *self)
{
  g_return_val_if_fail (ENT_IS_FIELD_ROW (self), NULL);

  return &ent_kind_get_info (get_binding (self)->kind)->fields[get_binding (self)->field];
}

/**
 * ent_field_row_get_label:
 * @self: a row
 *
 * Returns: what the field is called, translated
 */
const char *
ent_field_row_get_label (EntFieldRow *self)
{
  return ent_field_get_label (ent_field_row_get_info (self));
}

/**
 * ent_field_row_get_record:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): the record it shows
 */
EntRecord *
ent_field_row_get_record (EntFieldRow *self)
{
  g_return_val_if_fail (ENT_IS_FIELD_ROW (self), NULL);

  return get_binding (self)->record;
}

/**
 * ent_field_row_set_record:
 * @self: a row
 * @record: (nullable): the record to show
 *
 * What was half typed for the record before goes through the gate first.
 */
void
ent_field_row_set_record (EntFieldRow *self, EntRecord *record)
{
  Binding *binding;
  g_autofree char *signal = NULL;

  g_return_if_fail (ENT_IS_FIELD_ROW (self));

  binding = get_binding (self);
  g_return_if_fail (record == NULL || ent_record_get_kind (record) == binding->kind);

  if (binding->record == record)
    return;

  ent_field_row_commit (self);
  binding_unset_record (binding);
  if (record != NULL)
    {
      signal = g_strconcat ("notify::", ent_field_row_get_info (self)->name, NULL);
      binding->record = g_object_ref (record);
      binding->notify_handler =
        g_signal_connect (record, signal, G_CALLBACK (on_notify), binding);
    }
  ent_field_row_reload (self);
}

static gboolean
can_write (Binding *binding)
{
  EntProject *project = binding->record ? ent_record_get_project (binding->record) : NULL;

  return project != NULL && !ent_project_is_read_only (project);
}

/**
 * ent_field_row_commit:
 * @self: a row
 *
 * Brings what is half typed through the gate.
 */
void
ent_field_row_commit (EntFieldRow *self)
{
  EntFieldRowInterface *iface;

  g_return_if_fail (ENT_IS_FIELD_ROW (self));

  iface = ENT_FIELD_ROW_GET_IFACE (self);
  if (iface->commit != NULL && can_write (get_binding (self)))
    iface->commit (self);
}

/**
 * ent_field_row_is_loading:
 * @self: a row
 *
 * Returns: whether the row is showing a value, so that what its widgets say is no edit
 */
gboolean
ent_field_row_is_loading (EntFieldRow *self)
{
  return get_binding (self)->holds > 0;
}

/**
 * ent_field_row_hold:
 * @self: a row
 * @hold: whether to begin or to end
 *
 * Begins or ends a time in which what the row's widgets say is no edit. Nests.
 */
void
ent_field_row_hold (EntFieldRow *self, gboolean hold)
{
  Binding *binding = get_binding (self);

  g_assert (hold || binding->holds > 0);

  if (hold)
    binding->holds++;
  else
    binding->holds--;
}

/**
 * ent_field_row_write:
 * @self: a row
 * @value: what somebody put in
 *
 * Hands a value to the gate; what the gate refuses is said in the row and nothing is written.
 *
 * Returns: whether it was taken
 */
gboolean
ent_field_row_write (EntFieldRow *self, const EntValue *value)
{
  Binding *binding = get_binding (self);
  g_autoptr(GError) error = NULL;
  gboolean taken;

  if (binding->holds > 0 || !can_write (binding))
    return FALSE;

  ent_field_row_hold (self, TRUE);
  taken = ent_record_set (binding->record, binding->field, value, &error);
  ent_field_row_hold (self, FALSE);
  ent_field_row_show_error (self, taken ? NULL : error != NULL ? error->message : "");

  return taken;
}

/**
 * ent_field_row_has_error:
 * @self: a row
 *
 * Returns: whether what stands in the row was refused, and so is not in the record
 */
gboolean
ent_field_row_has_error (EntFieldRow *self)
{
  g_return_val_if_fail (ENT_IS_FIELD_ROW (self), FALSE);

  return gtk_widget_has_css_class (GTK_WIDGET (self), "error");
}

/**
 * ent_field_row_show_error:
 * @self: a row
 * @message: (nullable): what is wrong with what is typed, or %NULL
 */
void
ent_field_row_show_error (EntFieldRow *self, const char *message)
{
  get_binding (self)->failed = message != NULL;

  if (message != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "error");

  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_INVALID,
                               message != NULL ? GTK_ACCESSIBLE_INVALID_TRUE
                                               : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
  ENT_FIELD_ROW_GET_IFACE (self)->set_error (self, message);
}

/**
 * ent_field_row_reload:
 * @self: a row
 *
 * Shows what the record holds.
 */
void
ent_field_row_reload (EntFieldRow *self)
{
  Binding *binding = get_binding (self);
  EntFieldRowInterface *iface = ENT_FIELD_ROW_GET_IFACE (self);
  const char *raw = binding->record ? ent_record_get_raw (binding->record, binding->field) : NULL;
  gboolean editable = can_write (binding);

  ent_field_row_hold (self, TRUE);
  iface->load (self);
  ent_field_row_hold (self, FALSE);

  if (iface->set_editable != NULL)
    iface->set_editable (self, editable);
  else
    gtk_widget_set_sensitive (GTK_WIDGET (self), editable);

  ent_field_row_show_error (self, NULL);
  if (raw != NULL)
    {
      g_autofree char *shown = ent_text_shorten (raw);
      g_autofree char *message =
        /* Translators: %s is what the file holds for a field, in a form that cannot be read. */
        g_strdup_printf (_("Kept as it is in the file: %s"), shown);

      iface->set_error (self, message);
    }
}

/**
 * ent_field_row_seal:
 * @self: a row
 *
 * Ends the undo step: what is typed from now on is another one.
 */
void
ent_field_row_seal (EntFieldRow *self)
{
  Binding *binding = get_binding (self);
  EntProject *project = binding->record ? ent_record_get_project (binding->record) : NULL;

  if (project != NULL)
    ent_history_seal (ent_project_get_history (project));
}
