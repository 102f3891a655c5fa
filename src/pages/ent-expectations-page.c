/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ledger with a form beside it, and the view of any two partners. */
#include "config.h"

#include "pages/ent-expectations-page.h"

#include <glib/gi18n.h>

#include "pages/ent-add-entry.h"
#include "pages/ent-form.h"
#include "pages/ent-ledger.h"
#include "pages/ent-master-detail.h"
#include "pages/ent-pair-view.h"
#include "pages/ent-text.h"

struct _EntExpectationsPage {
  EntPage parent_instance;

  EntRecord *shown;
  EntForm *form;
  GSignalGroup *project_signals;

  AdwViewStack *views;
  GtkStack *stack;
  EntAddEntry *first_entry;
  EntMasterDetail *panes;
  EntLedger *ledger;
  GtkBox *form_place;
  EntPairView *pair;
};

G_DEFINE_FINAL_TYPE (EntExpectationsPage, ent_expectations_page, ENT_TYPE_PAGE)

static const EntFormSection sections[] = {
  { NULL, NULL, { ENT_EXPECTATION_STATEMENT, ENT_EXPECTATION_FROM, ENT_EXPECTATION_TO,
                  ENT_EXPECTATION_ROLE, ENT_EXPECTATION_STATUS }, 5 },
  { NULL, NULL, { ENT_EXPECTATION_RAISED, ENT_EXPECTATION_REVIEW, ENT_EXPECTATION_NOTE }, 3 },
  { 0 }
};

static void
on_selected (EntExpectationsPage *self)
{
  EntRecord *record = ent_ledger_get_selected (self->ledger);

  if (self->shown == record)
    return;

  g_set_object (&self->shown, record);
  ent_form_set_record (self->form, record);
  ent_master_detail_set_record (self->panes, record);
}

static void
on_open (EntExpectationsPage *self)
{
  ent_master_detail_show_detail (self->panes);
  ent_form_focus_field (self->form, ENT_EXPECTATION_STATEMENT);
}

static void
on_delete_clicked (EntExpectationsPage *self)
{
  if (self->shown != NULL)
    ent_page_delete_record (ENT_PAGE (self), self->shown);
}

static void
on_folded (EntExpectationsPage *self)
{
  ent_ledger_set_folded (self->ledger, ent_master_detail_get_folded (self->panes));
}

static void
update_stack (EntExpectationsPage *self)
{
  EntProject *project = ent_page_get_project (ENT_PAGE (self));
  gboolean empty =
    project == NULL || ent_project_get_n_records (project, ENT_KIND_EXPECTATION) == 0;

  gtk_stack_set_visible_child_name (self->stack, empty ? "empty" : "panes");
}

static void
on_committed (EntExpectationsPage *self, const EntChangeSet *set)
{
  if (ent_change_set_touches (set, ENT_KIND_EXPECTATION))
    update_stack (self);
}

static gboolean
on_first_add (EntExpectationsPage *self, const char *statement, GError **error)
{
  EntProject *project = ent_page_get_project (ENT_PAGE (self));
  g_autoptr(EntRecord) record = ent_record_new (ENT_KIND_EXPECTATION);

  ent_record_set_string (record, ENT_EXPECTATION_STATEMENT, statement);
  if (project == NULL || !ent_project_append (project, record, error))
    return FALSE;

  return ent_page_reveal (ENT_PAGE (self), record, ENT_EXPECTATION_FROM);
}

static void
ent_expectations_page_project_changed (EntPage *page)
{
  EntExpectationsPage *self = ENT_EXPECTATIONS_PAGE (page);
  EntProject *project = ent_page_get_project (page);

  ent_ledger_set_project (self->ledger, project);
  ent_pair_view_set_project (self->pair, project);
  g_signal_group_set_target (self->project_signals, project);
  update_stack (self);
}

static gboolean
ent_expectations_page_reveal (EntPage *page, EntRecord *record, int field)
{
  EntExpectationsPage *self = ENT_EXPECTATIONS_PAGE (page);

  if (ent_record_get_kind (record) != ENT_KIND_EXPECTATION
      || !ent_ledger_select (self->ledger, record))
    return FALSE;

  adw_view_stack_set_visible_child_name (self->views, "ledger");
  ent_master_detail_show_detail (self->panes);
  if (field >= 0)
    ent_form_focus_field (self->form, field);

  return TRUE;
}

static void
ent_expectations_page_add_record (EntPage *page)
{
  EntExpectationsPage *self = ENT_EXPECTATIONS_PAGE (page);

  adw_view_stack_set_visible_child_name (self->views, "ledger");
  ent_master_detail_show_master (self->panes);
  if (g_str_equal (gtk_stack_get_visible_child_name (self->stack), "empty"))
    gtk_widget_grab_focus (GTK_WIDGET (self->first_entry));
  else
    ent_ledger_focus_add (self->ledger);
}

static void
ent_expectations_page_dispose (GObject *object)
{
  EntExpectationsPage *self = ENT_EXPECTATIONS_PAGE (object);

  g_clear_object (&self->project_signals);
  g_clear_object (&self->shown);

  G_OBJECT_CLASS (ent_expectations_page_parent_class)->dispose (object);
}

/* To what the page shows, not to the switch above it. */
static gboolean
ent_expectations_page_focus_content (EntPage *page)
{
  EntExpectationsPage *self = ENT_EXPECTATIONS_PAGE (page);

  return gtk_widget_child_focus (adw_view_stack_get_visible_child (self->views),
                                 GTK_DIR_TAB_FORWARD);
}

static void
ent_expectations_page_class_init (EntExpectationsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  EntPageClass *page_class = ENT_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_expectations_page_dispose;
  page_class->focus_content = ent_expectations_page_focus_content;
  page_class->project_changed = ent_expectations_page_project_changed;
  page_class->reveal = ent_expectations_page_reveal;
  page_class->add_record = ent_expectations_page_add_record;

  g_type_ensure (ENT_TYPE_ADD_ENTRY);
  g_type_ensure (ENT_TYPE_LEDGER);
  g_type_ensure (ENT_TYPE_MASTER_DETAIL);
  g_type_ensure (ENT_TYPE_PAIR_VIEW);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/entente/Entente/ui/ent-expectations-page.ui");
  gtk_widget_class_bind_template_child (widget_class, EntExpectationsPage, views);
  gtk_widget_class_bind_template_child (widget_class, EntExpectationsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, EntExpectationsPage, first_entry);
  gtk_widget_class_bind_template_child (widget_class, EntExpectationsPage, panes);
  gtk_widget_class_bind_template_child (widget_class, EntExpectationsPage, ledger);
  gtk_widget_class_bind_template_child (widget_class, EntExpectationsPage, form_place);
  gtk_widget_class_bind_template_child (widget_class, EntExpectationsPage, pair);
  gtk_widget_class_bind_template_callback (widget_class, on_delete_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_first_add);
  gtk_widget_class_bind_template_callback (widget_class, on_folded);
  gtk_widget_class_bind_template_callback (widget_class, on_open);
  gtk_widget_class_bind_template_callback (widget_class, on_selected);
}

static void
ent_expectations_page_init (EntExpectationsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->form = ENT_FORM (ent_form_new (ENT_KIND_EXPECTATION, sections));
  gtk_box_append (self->form_place, GTK_WIDGET (self->form));
  self->project_signals = g_signal_group_new (ENT_TYPE_PROJECT);
  g_signal_group_connect_swapped (self->project_signals, "committed", G_CALLBACK (on_committed),
                                  self);
  ent_master_detail_set_record (self->panes, NULL);
}
