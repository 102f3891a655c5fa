/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One row for each person, folded to name, job and address; a last row in which a name is typed
 * adds another. Rows stay as they are while the list changes around them. */
#include "config.h"

#include "pages/ent-contacts.h"

#include <glib/gi18n.h>

#include "pages/ent-add-entry.h"
#include "pages/ent-contact-row.h"

struct _EntContacts {
  AdwBin parent_instance;

  EntRecord *partner;
  EntProject *project;
  GSignalGroup *project_signals;

  GtkListBox *list;
  EntAddEntry *entry;
};

G_DEFINE_FINAL_TYPE (EntContacts, ent_contacts, ADW_TYPE_BIN)

static EntContactRow *
find_row (EntContacts *self, EntRecord *person)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->list)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (ENT_IS_CONTACT_ROW (child)
        && ent_contact_row_get_person (ENT_CONTACT_ROW (child)) == person)
      return ENT_CONTACT_ROW (child);

  return NULL;
}

static void
remove_rows_not_in (EntContacts *self, GPtrArray *people)
{
  GtkWidget *next;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->list)); child != NULL;
       child = next)
    {
      next = gtk_widget_get_next_sibling (child);
      if (ENT_IS_CONTACT_ROW (child)
          && (people == NULL
              || !g_ptr_array_find (people, ent_contact_row_get_person (ENT_CONTACT_ROW (child)),
                                    NULL)))
        gtk_list_box_remove (self->list, child);
    }
}

static void
sync_rows (EntContacts *self)
{
  g_autoptr(GPtrArray) people = NULL;

  if (self->partner != NULL && ent_record_get_project (self->partner) != NULL)
    people = ent_project_dup_children (self->project, self->partner, ENT_KIND_PERSON,
                                       ENT_PERSON_PARTNER);

  remove_rows_not_in (self, people);
  for (guint i = 0; people != NULL && i < people->len; i++)
    {
      EntRecord *person = g_ptr_array_index (people, i);
      EntContactRow *row = find_row (self, person);

      if (row != NULL && gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) == (int) i)
        continue;
      if (row != NULL)
        gtk_list_box_remove (self->list, GTK_WIDGET (row));
      gtk_list_box_insert (self->list, ent_contact_row_new (person), (int) i);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->list), people != NULL && people->len > 0);
}

static void
on_committed (EntContacts *self, const EntChangeSet *set)
{
  if (ent_change_set_touches (set, ENT_KIND_PERSON))
    sync_rows (self);
}

static gboolean
on_add (EntContacts *self, const char *name, GError **error)
{
  g_autoptr(EntRecord) person = NULL;
  EntContactRow *row;

  if (self->partner == NULL || ent_record_get_project (self->partner) == NULL)
    return FALSE;

  person = ent_record_new (ENT_KIND_PERSON);
  ent_record_set_string (person, ENT_PERSON_NAME, name);
  ent_record_set_string (person, ENT_PERSON_PARTNER, ent_record_get_id (self->partner));
  if (!ent_project_append (self->project, person, error))
    return FALSE;

  row = find_row (self, person);
  if (row != NULL)
    ent_contact_row_open (row, ENT_PERSON_JOB);

  return TRUE;
}

static void
ent_contacts_dispose (GObject *object)
{
  EntContacts *self = ENT_CONTACTS (object);

  g_clear_object (&self->project_signals);
  g_clear_object (&self->partner);
  g_clear_object (&self->project);

  G_OBJECT_CLASS (ent_contacts_parent_class)->dispose (object);
}

static void
ent_contacts_class_init (EntContactsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_contacts_dispose;

  g_type_ensure (ENT_TYPE_ADD_ENTRY);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/entente/Entente/ui/ent-contacts.ui");
  gtk_widget_class_bind_template_child (widget_class, EntContacts, list);
  gtk_widget_class_bind_template_child (widget_class, EntContacts, entry);
  gtk_widget_class_bind_template_callback (widget_class, on_add);
}

static void
ent_contacts_init (EntContacts *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->project_signals = g_signal_group_new (ENT_TYPE_PROJECT);
  g_signal_group_connect_swapped (self->project_signals, "committed", G_CALLBACK (on_committed),
                                  self);
}

/**
 * ent_contacts_set_partner:
 * @self: a list of contacts
 * @partner: (nullable): whose people to show
 */
void
ent_contacts_set_partner (EntContacts *self, EntRecord *partner)
{
  EntProject *project;

  g_return_if_fail (ENT_IS_CONTACTS (self));

  if (!g_set_object (&self->partner, partner))
    return;

  project = partner != NULL ? ent_record_get_project (partner) : NULL;
  g_set_object (&self->project, project);
  g_signal_group_set_target (self->project_signals, project);
  gtk_widget_set_visible (GTK_WIDGET (self->entry),
                          project != NULL && !ent_project_is_read_only (project));
  sync_rows (self);
}

/**
 * ent_contacts_reveal:
 * @self: a list of contacts
 * @person: one of them
 * @field: the field to put the focus on, or -1 for the name
 *
 * Returns: whether the person is in the list
 */
gboolean
ent_contacts_reveal (EntContacts *self, EntRecord *person, int field)
{
  EntContactRow *row;

  g_return_val_if_fail (ENT_IS_CONTACTS (self), FALSE);

  row = find_row (self, person);
  if (row != NULL)
    ent_contact_row_open (row, field);

  return row != NULL;
}
