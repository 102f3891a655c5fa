/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What pages of one kind of record have in common: a list, the forms beside it, and what stands
 * there while the list is empty. A page hands over what the list shows and the forms, puts widgets
 * of its own between them, and listens to "record".
 *
 * Where records are there to be read, a page also hands over a reader, and the forms wait behind
 * “Edit”. Which of the two is shown changes only when another record is chosen or somebody asks:
 * never under the hands of who types. */
#include "config.h"

#include "pages/ent-record-pane.h"

#include <glib/gi18n.h>

#include "pages/ent-add-entry.h"
#include "pages/ent-master-detail.h"
#include "pages/ent-page.h"
#include "pages/ent-text.h"

struct _EntRecordPane {
  AdwBin parent_instance;

  const EntListPaneSpec *spec;
  EntProject *project;
  EntRecord *record;
  GPtrArray *forms;
  GSignalGroup *project_signals;

  GtkStack *stack;
  AdwStatusPage *empty;
  GtkButton *other_way;
  EntAddEntry *first_entry;
  EntMasterDetail *panes;
  EntListPane *list;
  GtkScrolledWindow *scrolled;
  GtkBox *content;

  EntRecordPaneIsRead is_read; /* NULL where there is no reader */
  gboolean editing;            /* somebody chose to edit, and stays with it */
  GtkWidget *modes;
  GtkToggleButton *read_button;
  GtkToggleButton *edit_button;
  AdwBin *reader;
};

G_DEFINE_FINAL_TYPE (EntRecordPane, ent_record_pane, ADW_TYPE_BIN)

enum { PROP_0, PROP_RECORD, N_PROPS };
static GParamSpec *props[N_PROPS];

static gboolean
is_reading (EntRecordPane *self)
{
  return gtk_widget_get_visible (GTK_WIDGET (self->reader));
}

static void
set_reading (EntRecordPane *self, gboolean reading)
{
  gtk_widget_set_visible (GTK_WIDGET (self->reader), reading);
  gtk_widget_set_visible (GTK_WIDGET (self->content), !reading);
  gtk_toggle_button_set_active (reading ? self->read_button : self->edit_button, TRUE);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled), 0);
}

static void
focus_form (EntRecordPane *self)
{
  if (self->forms->len > 0)
    ent_form_focus_field (g_ptr_array_index (self->forms, 0), -1);
}

/* What is half typed and can't be understood keeps the form. */
static void
on_read_clicked (EntRecordPane *self)
{
  EntPage *page = ent_page_find (GTK_WIDGET (self));

  if (is_reading (self))
    return;

  self->editing = page != NULL && !ent_page_commit_edits (page);
  set_reading (self, !self->editing);
}

static void
on_edit_clicked (EntRecordPane *self)
{
  self->editing = TRUE;
  if (!is_reading (self))
    return;

  set_reading (self, FALSE);
  focus_form (self);
}

static void
on_selected (EntRecordPane *self)
{
  EntRecord *record = ent_list_pane_get_selected (self->list);

  if (self->record == record)
    return;

  g_set_object (&self->record, record);

  for (guint i = 0; i < self->forms->len; i++)
    ent_form_set_record (g_ptr_array_index (self->forms, i), record);
  set_reading (self, self->is_read != NULL && record != NULL && !self->editing
                       && self->is_read (record));
  ent_master_detail_set_record (self->panes, record);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_RECORD]);
}

static void
on_open (EntRecordPane *self)
{
  ent_master_detail_show_detail (self->panes);
  if (is_reading (self))
    gtk_widget_grab_focus (GTK_WIDGET (self->edit_button));
  else
    focus_form (self);
}

static void
on_delete_clicked (EntRecordPane *self)
{
  EntPage *page = ent_page_find (GTK_WIDGET (self));

  if (page != NULL && self->record != NULL)
    ent_page_delete_record (page, self->record);
}

static void
on_folded (EntRecordPane *self)
{
  ent_list_pane_set_folded (self->list, ent_master_detail_get_folded (self->panes));
}

static void
update_stack (EntRecordPane *self)
{
  gboolean empty =
    self->project == NULL || ent_project_get_n_records (self->project, self->spec->kind) == 0;

  gtk_stack_set_visible_child_name (self->stack, empty ? "empty" : "panes");
}

static void
on_committed (EntRecordPane *self, const EntChangeSet *set)
{
  if (ent_change_set_touches (set, self->spec->kind))
    update_stack (self);
}

/* The focus goes where the next one is typed: the entry that has it leaves the screen. */
static gboolean
on_first_add (EntRecordPane *self, const char *title, GError **error)
{
  g_autoptr(EntRecord) record = ent_list_pane_new_record (self->spec, title);

  if (self->project == NULL || !ent_project_append (self->project, record, error))
    return FALSE;

  ent_record_pane_focus_add (self);
  return TRUE;
}

static void
ent_record_pane_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_RECORD:
      g_value_set_object (value, ENT_RECORD_PANE (object)->record);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ent_record_pane_dispose (GObject *object)
{
  EntRecordPane *self = ENT_RECORD_PANE (object);

  g_clear_object (&self->project_signals);
  g_clear_object (&self->project);
  g_clear_object (&self->record);
  g_clear_pointer (&self->forms, g_ptr_array_unref);

  G_OBJECT_CLASS (ent_record_pane_parent_class)->dispose (object);
}

static void
ent_record_pane_class_init (EntRecordPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = ent_record_pane_get_property;
  object_class->dispose = ent_record_pane_dispose;

  props[PROP_RECORD] =
    g_param_spec_object ("record", NULL, NULL, ENT_TYPE_RECORD,
                         G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (ENT_TYPE_ADD_ENTRY);
  g_type_ensure (ENT_TYPE_LIST_PANE);
  g_type_ensure (ENT_TYPE_MASTER_DETAIL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/entente/Entente/ui/ent-record-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, EntRecordPane, stack);
  gtk_widget_class_bind_template_child (widget_class, EntRecordPane, empty);
  gtk_widget_class_bind_template_child (widget_class, EntRecordPane, other_way);
  gtk_widget_class_bind_template_child (widget_class, EntRecordPane, first_entry);
  gtk_widget_class_bind_template_child (widget_class, EntRecordPane, panes);
  gtk_widget_class_bind_template_child (widget_class, EntRecordPane, list);
  gtk_widget_class_bind_template_child (widget_class, EntRecordPane, scrolled);
  gtk_widget_class_bind_template_child (widget_class, EntRecordPane, content);
  gtk_widget_class_bind_template_child (widget_class, EntRecordPane, modes);
  gtk_widget_class_bind_template_child (widget_class, EntRecordPane, read_button);
  gtk_widget_class_bind_template_child (widget_class, EntRecordPane, edit_button);
  gtk_widget_class_bind_template_child (widget_class, EntRecordPane, reader);
  gtk_widget_class_bind_template_callback (widget_class, on_read_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_edit_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_delete_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_first_add);
  gtk_widget_class_bind_template_callback (widget_class, on_folded);
  gtk_widget_class_bind_template_callback (widget_class, on_open);
  gtk_widget_class_bind_template_callback (widget_class, on_selected);
}

static void
ent_record_pane_init (EntRecordPane *self)
{
  self->forms = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  ent_master_detail_set_record (self->panes, NULL);

  self->project_signals = g_signal_group_new (ENT_TYPE_PROJECT);
  g_signal_group_connect_swapped (self->project_signals, "committed", G_CALLBACK (on_committed),
                                  self);
}

/**
 * ent_record_pane_set_spec:
 * @self: a pane
 * @spec: what its list shows; must outlive the pane
 * @empty: what stands there while there are no records
 *
 * To be called once, before anything else.
 */
void
ent_record_pane_set_spec (EntRecordPane            *self,
                          const EntListPaneSpec    *spec,
                          const EntRecordPaneEmpty *empty)
{
  g_return_if_fail (ENT_IS_RECORD_PANE (self));
  g_return_if_fail (spec != NULL && empty != NULL);

  self->spec = spec;
  ent_list_pane_set_spec (self->list, spec);
  adw_status_page_set_icon_name (self->empty, empty->icon_name);
  adw_status_page_set_title (self->empty, _(empty->title));
  adw_status_page_set_description (self->empty, _(empty->description));
  ent_add_entry_set_prompt (self->first_entry, _(empty->prompt));
  if (empty->other_way == NULL)
    return;

  gtk_button_set_label (self->other_way, _(empty->other_way));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->other_way), empty->other_way_action);
  gtk_widget_set_visible (GTK_WIDGET (self->other_way), TRUE);
}

/**
 * ent_record_pane_add_form:
 * @self: a pane
 * @sections: what the form shows; see ent_form_new()
 *
 * Adds a form below what is there.
 *
 * Returns: (transfer none): the form
 */
EntForm *
ent_record_pane_add_form (EntRecordPane *self, const EntFormSection *sections)
{
  GtkWidget *form;

  g_return_val_if_fail (ENT_IS_RECORD_PANE (self) && self->spec != NULL, NULL);

  form = ent_form_new (self->spec->kind, sections);
  g_ptr_array_add (self->forms, form);
  gtk_box_append (self->content, form);

  return ENT_FORM (form);
}

/**
 * ent_record_pane_add_widget:
 * @self: a pane
 * @widget: (transfer floating): a widget
 *
 * Adds a widget below what is there.
 */
void
ent_record_pane_add_widget (EntRecordPane *self, GtkWidget *widget)
{
  g_return_if_fail (ENT_IS_RECORD_PANE (self));

  gtk_box_append (self->content, widget);
}

/**
 * ent_record_pane_set_reader:
 * @self: a pane
 * @reader: (transfer floating): a widget that shows the pane's record to read, and follows it
 * @is_read: which records are read first
 *
 * Puts the forms behind “Edit”.
 */
void
ent_record_pane_set_reader (EntRecordPane *self, GtkWidget *reader, EntRecordPaneIsRead is_read)
{
  g_return_if_fail (ENT_IS_RECORD_PANE (self));
  g_return_if_fail (is_read != NULL);

  self->is_read = is_read;
  adw_bin_set_child (self->reader, reader);
  gtk_widget_set_visible (self->modes, TRUE);
}

/**
 * ent_record_pane_set_project:
 * @self: a pane
 * @project: (nullable): where the records are
 */
void
ent_record_pane_set_project (EntRecordPane *self, EntProject *project)
{
  g_return_if_fail (ENT_IS_RECORD_PANE (self));

  if (!g_set_object (&self->project, project))
    return;

  ent_list_pane_set_project (self->list, project);
  g_signal_group_set_target (self->project_signals, project);
  gtk_widget_set_visible (GTK_WIDGET (self->first_entry),
                          project != NULL && !ent_project_is_read_only (project));
  update_stack (self);
}

/**
 * ent_record_pane_update_list:
 * @self: a pane
 *
 * Writes the rows of its list anew; see ent_list_pane_update().
 */
void
ent_record_pane_update_list (EntRecordPane *self)
{
  g_return_if_fail (ENT_IS_RECORD_PANE (self));

  ent_list_pane_update (self->list);
}

/**
 * ent_record_pane_get_record:
 * @self: a pane
 *
 * Returns: (transfer none) (nullable): the record that is shown
 */
EntRecord *
ent_record_pane_get_record (EntRecordPane *self)
{
  g_return_val_if_fail (ENT_IS_RECORD_PANE (self), NULL);

  return self->record;
}

/**
 * ent_record_pane_reveal:
 * @self: a pane
 * @record: a record of its kind
 * @field: the field to put the focus on, or -1
 *
 * Returns: whether the record is in the list
 */
gboolean
ent_record_pane_reveal (EntRecordPane *self, EntRecord *record, int field)
{
  g_return_val_if_fail (ENT_IS_RECORD_PANE (self), FALSE);

  if (!ent_list_pane_select (self->list, record))
    return FALSE;

  ent_master_detail_show_detail (self->panes);
  if (field >= 0 && is_reading (self))
    set_reading (self, FALSE);
  for (guint i = 0; field >= 0 && i < self->forms->len; i++)
    if (ent_form_focus_field (g_ptr_array_index (self->forms, i), field))
      break;

  return TRUE;
}

/**
 * ent_record_pane_focus_list:
 * @self: a pane
 *
 * Puts the focus on the selected row of the list, or where the first record's name is typed.
 *
 * Returns: whether there is something to focus
 */
gboolean
ent_record_pane_focus_list (EntRecordPane *self)
{
  g_return_val_if_fail (ENT_IS_RECORD_PANE (self), FALSE);

  if (gtk_stack_get_visible_child (self->stack) == GTK_WIDGET (self->empty))
    return gtk_widget_grab_focus (GTK_WIDGET (self->first_entry));

  ent_master_detail_show_master (self->panes);
  return ent_list_pane_focus_list (self->list);
}

/**
 * ent_record_pane_focus_add:
 * @self: a pane
 *
 * Puts the focus where a new record's name is typed.
 */
void
ent_record_pane_focus_add (EntRecordPane *self)
{
  g_return_if_fail (ENT_IS_RECORD_PANE (self));

  if (gtk_stack_get_visible_child (self->stack) == GTK_WIDGET (self->empty))
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->first_entry));
      return;
    }

  ent_master_detail_show_master (self->panes);
  ent_list_pane_focus_add (self->list);
}
