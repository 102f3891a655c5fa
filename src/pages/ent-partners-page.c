/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list of partners; beside it one partner's forms, contacts and culture profile. */
#include "config.h"

#include "pages/ent-partners-page.h"

#include <glib/gi18n.h>

#include "pages/ent-contacts.h"
#include "pages/ent-culture-view.h"
#include "pages/ent-record-pane.h"

struct _EntPartnersPage {
  EntPage parent_instance;

  EntRecordPane *pane;
  EntContacts *contacts;
  EntCultureView *culture_view;
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

static const EntRecordPaneEmpty empty = {
  .icon_name = "system-users-symbolic",
  .title = N_("Who Takes Part?"),
  .description = N_("Partners are the organisations at the table: what each brings, what it must "
                    "gain, and whom to call."),
  .prompt = N_("Name of the first partner"),
};

static void
on_record (EntPartnersPage *self)
{
  EntRecord *partner = ent_record_pane_get_record (self->pane);

  ent_contacts_set_partner (self->contacts, partner);
  ent_culture_view_set_partner (self->culture_view, partner);
}

static void
ent_partners_page_project_changed (EntPage *page)
{
  ent_record_pane_set_project (ENT_PARTNERS_PAGE (page)->pane, ent_page_get_project (page));
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
  ent_record_pane_focus_add (ENT_PARTNERS_PAGE (page)->pane);
}

static gboolean
ent_partners_page_focus_content (EntPage *page)
{
  return ent_record_pane_focus_list (ENT_PARTNERS_PAGE (page)->pane);
}

static void
ent_partners_page_class_init (EntPartnersPageClass *klass)
{
  EntPageClass *page_class = ENT_PAGE_CLASS (klass);

  page_class->project_changed = ent_partners_page_project_changed;
  page_class->reveal = ent_partners_page_reveal;
  page_class->add_record = ent_partners_page_add_record;
  page_class->focus_content = ent_partners_page_focus_content;
}

static void
ent_partners_page_init (EntPartnersPage *self)
{
  self->pane = g_object_new (ENT_TYPE_RECORD_PANE, NULL);
  self->contacts = g_object_new (ENT_TYPE_CONTACTS, NULL);
  self->culture_view = g_object_new (ENT_TYPE_CULTURE_VIEW, NULL);
  ent_record_pane_set_spec (self->pane, &list_spec, &empty);
  ent_record_pane_add_form (self->pane, about_sections);
  ent_record_pane_add_widget (self->pane, GTK_WIDGET (self->contacts));
  ent_record_pane_add_form (self->pane, culture_sections);
  ent_record_pane_add_widget (self->pane, GTK_WIDGET (self->culture_view));
  ent_record_pane_add_form (self->pane, rest_sections);
  g_signal_connect_object (self->pane, "notify::record", G_CALLBACK (on_record), self,
                           G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->pane));
}
