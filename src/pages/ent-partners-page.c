/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list of partners; beside it one partner's forms, contacts and culture profile. */
#include "config.h"

#include "pages/ent-partners-page.h"

#include <glib/gi18n.h>

#include "pages/ent-compat.h"
#include "pages/ent-contacts.h"
#include "pages/ent-culture-view.h"
#include "pages/ent-form.h"
#include "pages/ent-master-detail.h"
#include "pages/ent-list-pane.h"
#include "pages/ent-text.h"

#define N_FORMS 3

struct _EntPartnersPage {
  EntPage parent_instance;

  EntRecord *shown;
  GSignalGroup *project_signals;
  EntForm *forms[N_FORMS];

  GtkStack *stack;
  GtkEntry *first_entry;
  EntMasterDetail *panes;
  EntListPane *list;
  GtkScrolledWindow *scrolled;
  GtkBox *about;
  EntContacts *contacts;
  GtkBox *culture;
  EntCultureView *culture_view;
  GtkBox *rest;
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

static const EntFormSection *const form_sections[N_FORMS] = { about_sections, culture_sections,
                                                              rest_sections };

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
update_title (EntPartnersPage *self)
{
  g_autofree char *title = self->shown != NULL ? ent_text_dup_title (self->shown) : NULL;

  ent_master_detail_set_title (self->panes, title);
}

static void
show (EntPartnersPage *self, EntRecord *partner)
{
  if (self->shown == partner)
    return;

  if (self->shown != NULL)
    g_signal_handlers_disconnect_by_func (self->shown, update_title, self);
  g_set_object (&self->shown, partner);
  if (partner != NULL)
    g_signal_connect_object (partner, "notify::name", G_CALLBACK (update_title), self,
                             G_CONNECT_SWAPPED);

  for (guint i = 0; i < N_FORMS; i++)
    ent_form_set_record (self->forms[i], partner);
  ent_contacts_set_partner (self->contacts, partner);
  ent_culture_view_set_partner (self->culture_view, partner);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled), 0);
  update_title (self);
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

static void
on_selected (EntPartnersPage *self)
{
  show (self, ent_list_pane_get_selected (self->list));
}

static void
on_open (EntPartnersPage *self)
{
  ent_master_detail_show_detail (self->panes);
  ent_form_focus_field (self->forms[0], ENT_PARTNER_NAME);
}

static void
on_delete_clicked (EntPartnersPage *self)
{
  if (self->shown != NULL)
    ent_page_delete_record (ENT_PAGE (self), self->shown);
}

static void
on_folded (EntPartnersPage *self)
{
  ent_list_pane_set_folded (self->list, ent_master_detail_get_folded (self->panes));
}

static void
on_first_activate (EntPartnersPage *self)
{
  EntProject *project = ent_page_get_project (ENT_PAGE (self));
  g_autofree char *name =
    g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->first_entry))));
  g_autoptr(EntRecord) partner = NULL;

  if (*name == '\0' || project == NULL)
    return;

  partner = ent_record_new (ENT_KIND_PARTNER);
  ent_record_set_string (partner, ENT_PARTNER_NAME, name);
  if (!ent_project_append (project, partner, NULL))
    return;

  gtk_editable_set_text (GTK_EDITABLE (self->first_entry), "");
  ent_list_pane_focus_add (self->list);
}

static void
ent_partners_page_project_changed (EntPage *page)
{
  EntPartnersPage *self = ENT_PARTNERS_PAGE (page);
  EntProject *project = ent_page_get_project (page);

  ent_list_pane_set_project (self->list, project);
  g_signal_group_set_target (self->project_signals, project);
  update_stack (self);
}

static gboolean
ent_partners_page_reveal (EntPage *page, EntRecord *record, int field)
{
  EntPartnersPage *self = ENT_PARTNERS_PAGE (page);
  EntKind kind = ent_record_get_kind (record);
  EntRecord *partner = kind == ENT_KIND_PERSON ? ent_record_get_ref (record, ENT_PERSON_PARTNER)
                                               : record;

  if ((kind != ENT_KIND_PARTNER && kind != ENT_KIND_PERSON) || partner == NULL
      || !ent_list_pane_select (self->list, partner))
    return FALSE;

  ent_master_detail_show_detail (self->panes);
  if (kind == ENT_KIND_PERSON)
    return ent_contacts_reveal (self->contacts, record, field);
  for (guint i = 0; field >= 0 && i < N_FORMS; i++)
    if (ent_form_focus_field (self->forms[i], field))
      break;

  return TRUE;
}

static void
ent_partners_page_add_record (EntPage *page)
{
  EntPartnersPage *self = ENT_PARTNERS_PAGE (page);

  ent_master_detail_show_master (self->panes);
  if (g_str_equal (gtk_stack_get_visible_child_name (self->stack), "empty"))
    gtk_widget_grab_focus (GTK_WIDGET (self->first_entry));
  else
    ent_list_pane_focus_add (self->list);
}

static void
ent_partners_page_dispose (GObject *object)
{
  EntPartnersPage *self = ENT_PARTNERS_PAGE (object);

  g_clear_object (&self->project_signals);
  g_clear_object (&self->shown);

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

  g_type_ensure (ENT_TYPE_CONTACTS);
  g_type_ensure (ENT_TYPE_CULTURE_VIEW);
  g_type_ensure (ENT_TYPE_MASTER_DETAIL);
  g_type_ensure (ENT_TYPE_LIST_PANE);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/entente/Entente/ui/ent-partners-page.ui");
  gtk_widget_class_bind_template_child (widget_class, EntPartnersPage, stack);
  gtk_widget_class_bind_template_child (widget_class, EntPartnersPage, first_entry);
  gtk_widget_class_bind_template_child (widget_class, EntPartnersPage, panes);
  gtk_widget_class_bind_template_child (widget_class, EntPartnersPage, list);
  gtk_widget_class_bind_template_child (widget_class, EntPartnersPage, scrolled);
  gtk_widget_class_bind_template_child (widget_class, EntPartnersPage, about);
  gtk_widget_class_bind_template_child (widget_class, EntPartnersPage, contacts);
  gtk_widget_class_bind_template_child (widget_class, EntPartnersPage, culture);
  gtk_widget_class_bind_template_child (widget_class, EntPartnersPage, culture_view);
  gtk_widget_class_bind_template_child (widget_class, EntPartnersPage, rest);
  gtk_widget_class_bind_template_callback (widget_class, on_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_open);
  gtk_widget_class_bind_template_callback (widget_class, on_delete_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_folded);
  gtk_widget_class_bind_template_callback (widget_class, on_first_activate);
}

static void
ent_partners_page_init (EntPartnersPage *self)
{
  GtkBox *places[N_FORMS];

  gtk_widget_init_template (GTK_WIDGET (self));

  places[0] = self->about;
  places[1] = self->culture;
  places[2] = self->rest;
  for (guint i = 0; i < N_FORMS; i++)
    {
      self->forms[i] = ENT_FORM (ent_form_new (ENT_KIND_PARTNER, form_sections[i]));
      gtk_box_append (places[i], GTK_WIDGET (self->forms[i]));
    }

  self->project_signals = g_signal_group_new (ENT_TYPE_PROJECT);
  g_signal_group_connect_swapped (self->project_signals, "committed", G_CALLBACK (on_committed),
                                  self);
  ent_compat_set_label (GTK_WIDGET (self->first_entry), _("Name of the first partner"));
  ent_list_pane_set_spec (self->list, &list_spec);
  update_title (self);
}
