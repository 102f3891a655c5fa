/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list of partners; beside it one partner's forms, contacts and culture profile. */
#include "config.h"

#include "pages/ent-partners-page.h"

#include <glib/gi18n.h>

#include "pages/ent-add-entry.h"
#include "pages/ent-contacts.h"
#include "pages/ent-culture-view.h"
#include "pages/ent-record-pane.h"

struct _EntPartnersPage {
  EntPage parent_instance;

  GSignalGroup *project_signals;
  EntContacts *contacts;
  EntCultureView *culture_view;

  GtkStack *stack;
  EntAddEntry *first_entry;
  EntRecordPane *pane;
};

G_DEFINE_FINAL_TYPE (EntPartnersPage, ent_partners_page, ENT_TYPE_PAGE)

static const EntFormSection about_sections[] = {
  { NULL, NULL, { ENT_PARTNER_NAME, ENT_PARTNER_SHORT_NAME, ENT_PARTNER_SECTOR, ENT_PARTNER_STATUS,
                  ENT_PARTNER_WEBSITE }, 5 },
  { N_("Why it takes part"), NULL, { ENT_PARTNER_MISSION, ENT_PARTNER_DRIVERS, ENT_PARTNER_BRINGS,
                                     ENT_PARTNER_NEEDS }, 4 },
  { 0 }
};

static const EntFormSection culture_sections[] = {
  { N_("Culture profile"), N_("How this organisation works. Leave open what you do not know yet."),
    { ENT_PARTNER_PACE, ENT_PARTNER_HORIZON, ENT_PARTNER_EVIDENCE, ENT_PARTNER_DECISIONS,
      ENT_PARTNER_RISK, ENT_PARTNER_FORMALITY }, 6 },
  { 0 }
};

static const EntFormSection rest_sections[] = {
  { N_("Taking part"), NULL, { ENT_PARTNER_JOINED, ENT_PARTNER_LEFT_ON }, 2 },
  { N_("Notes"), NULL, { ENT_PARTNER_NOTE, ENT_PARTNER_PRIVATE_NOTE }, 2 },
  { 0 }
};

static char *
dup_sector (EntRecord *partner)
{
  return ent_record_format (partner, ENT_PARTNER_SECTOR);
}

/* Most partners are active; only what is not goes without saying is said. */
static char *
dup_status (EntRecord *partner)
{
  return ent_record_get_raw (partner, ENT_PARTNER_STATUS) == NULL
             && ent_record_get_enum (partner, ENT_PARTNER_STATUS) == ENT_PARTNER_ACTIVE
           ? g_strdup ("")
           : ent_record_format (partner, ENT_PARTNER_STATUS);
}

static const EntListPaneSpec list_spec = {
  .kind = ENT_KIND_PARTNER,
  .search = N_("Search partners"),
  .add = N_("Add a partner"),
  .dup_detail = dup_sector,
  .dup_word = dup_status,
  .sorts = { ENT_PARTNER_NAME, ENT_PARTNER_SECTOR },
  .n_sorts = 2,
};

static void
on_record (EntPartnersPage *self)
{
  EntRecord *partner = ent_record_pane_get_record (self->pane);

  ent_contacts_set_partner (self->contacts, partner);
  ent_culture_view_set_partner (self->culture_view, partner);
}

static void
update_stack (EntPartnersPage *self)
{
  EntProject *project = ent_page_get_project (ENT_PAGE (self));
  gboolean empty =
    project == NULL || ent_project_get_n_records (project, ENT_KIND_PARTNER) == 0;

  gtk_stack_set_visible_child_name (self->stack, empty ? "empty" : "panes");
}

static void
on_committed (EntPartnersPage *self, const EntChangeSet *set)
{
  if (ent_change_set_touches (set, ENT_KIND_PARTNER))
    update_stack (self);
}

static gboolean
on_first_add (EntPartnersPage *self, const char *name, GError **error)
{
  EntProject *project = ent_page_get_project (ENT_PAGE (self));
  g_autoptr(EntRecord) partner = ent_record_new (ENT_KIND_PARTNER);

  ent_record_set_string (partner, ENT_PARTNER_NAME, name);
  if (project == NULL || !ent_project_append (project, partner, error))
    return FALSE;

  ent_record_pane_focus_add (self->pane);
  return TRUE;
}

static void
ent_partners_page_project_changed (EntPage *page)
{
  EntPartnersPage *self = ENT_PARTNERS_PAGE (page);
  EntProject *project = ent_page_get_project (page);

  ent_record_pane_set_project (self->pane, project);
  g_signal_group_set_target (self->project_signals, project);
  update_stack (self);
}

static gboolean
ent_partners_page_reveal (EntPage *page, EntRecord *record, int field)
{
  EntPartnersPage *self = ENT_PARTNERS_PAGE (page);
  EntKind kind = ent_record_get_kind (record);
  EntRecord *partner =
    kind == ENT_KIND_PERSON ? ent_record_get_ref (record, ENT_PERSON_PARTNER) : NULL;

  if (kind == ENT_KIND_PARTNER)
    return ent_record_pane_reveal (self->pane, record, field);

  return kind == ENT_KIND_PERSON && partner != NULL
         && ent_record_pane_reveal (self->pane, partner, -1)
         && ent_contacts_reveal (self->contacts, record, field);
}

static void
ent_partners_page_add_record (EntPage *page)
{
  EntPartnersPage *self = ENT_PARTNERS_PAGE (page);

  if (g_str_equal (gtk_stack_get_visible_child_name (self->stack), "empty"))
    gtk_widget_grab_focus (GTK_WIDGET (self->first_entry));
  else
    ent_record_pane_focus_add (self->pane);
}

static void
ent_partners_page_dispose (GObject *object)
{
  EntPartnersPage *self = ENT_PARTNERS_PAGE (object);

  g_clear_object (&self->project_signals);

  G_OBJECT_CLASS (ent_partners_page_parent_class)->dispose (object);
}

static void
ent_partners_page_class_init (EntPartnersPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  EntPageClass *page_class = ENT_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_partners_page_dispose;
  page_class->project_changed = ent_partners_page_project_changed;
  page_class->reveal = ent_partners_page_reveal;
  page_class->add_record = ent_partners_page_add_record;

  g_type_ensure (ENT_TYPE_ADD_ENTRY);
  g_type_ensure (ENT_TYPE_RECORD_PANE);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/entente/Entente/ui/ent-partners-page.ui");
  gtk_widget_class_bind_template_child (widget_class, EntPartnersPage, stack);
  gtk_widget_class_bind_template_child (widget_class, EntPartnersPage, first_entry);
  gtk_widget_class_bind_template_child (widget_class, EntPartnersPage, pane);
  gtk_widget_class_bind_template_callback (widget_class, on_first_add);
  gtk_widget_class_bind_template_callback (widget_class, on_record);
}

static void
ent_partners_page_init (EntPartnersPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->contacts = g_object_new (ENT_TYPE_CONTACTS, NULL);
  self->culture_view = g_object_new (ENT_TYPE_CULTURE_VIEW, NULL);
  ent_record_pane_set_spec (self->pane, &list_spec);
  ent_record_pane_add_form (self->pane, about_sections);
  ent_record_pane_add_widget (self->pane, GTK_WIDGET (self->contacts));
  ent_record_pane_add_form (self->pane, culture_sections);
  ent_record_pane_add_widget (self->pane, GTK_WIDGET (self->culture_view));
  ent_record_pane_add_form (self->pane, rest_sections);

  self->project_signals = g_signal_group_new (ENT_TYPE_PROJECT);
  g_signal_group_connect_swapped (self->project_signals, "committed", G_CALLBACK (on_committed),
                                  self);
}
