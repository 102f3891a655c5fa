/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The form inside is made when it is first unfolded: most people are only looked at. */
#include "config.h"

#include "pages/ent-contact-row.h"

#include <glib/gi18n.h>

#include "pages/ent-field-row.h"
#include "pages/ent-page.h"
#include "pages/ent-text.h"

struct _EntContactRow {
  AdwExpanderRow parent_instance;

  EntRecord *person;
  GPtrArray *rows;
};

G_DEFINE_FINAL_TYPE (EntContactRow, ent_contact_row, ADW_TYPE_EXPANDER_ROW)

static const guint shown_fields[] = { ENT_PERSON_NAME, ENT_PERSON_JOB, ENT_PERSON_EMAIL,
                                      ENT_PERSON_PHONE, ENT_PERSON_PRIMARY, ENT_PERSON_NOTE };

/* "First contact · Head gardener · amina@example.org" */
static char *
dup_subtitle (EntRecord *person)
{
  g_autoptr(GStrvBuilder) parts = g_strv_builder_new ();
  static const guint lines[] = { ENT_PERSON_JOB, ENT_PERSON_EMAIL, ENT_PERSON_PHONE };
  g_auto(GStrv) list = NULL;
  g_autofree char *joined = NULL;

  if (ent_record_get_bool (person, ENT_PERSON_PRIMARY))
    g_strv_builder_add (parts, _("First contact"));
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    if (*ent_record_get_string (person, lines[i]) != '\0')
      g_strv_builder_add (parts, ent_record_get_string (person, lines[i]));

  list = g_strv_builder_end (parts);
  joined = g_strjoinv (" · ", list);
  return ent_text_shorten (joined);
}

static void
update (EntContactRow *self)
{
  g_autofree char *title = ent_text_dup_title (self->person);
  g_autofree char *subtitle = dup_subtitle (self->person);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), subtitle);
}

static void
on_delete_activated (EntContactRow *self)
{
  EntPage *page = ent_page_find (GTK_WIDGET (self));

  if (page != NULL)
    ent_page_delete_record (page, self->person);
}

static void
add_delete_row (EntContactRow *self)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Delete Contact"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_widget_add_css_class (row, "error");
  g_signal_connect_object (row, "activated", G_CALLBACK (on_delete_activated), self,
                           G_CONNECT_SWAPPED);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
}

static void
build_form (EntContactRow *self)
{
  EntProject *project = ent_record_get_project (self->person);

  if (self->rows->len > 0)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (shown_fields); i++)
    {
      GtkWidget *row = ent_field_row_new (ENT_KIND_PERSON, shown_fields[i]);

      ent_field_row_set_record (ENT_FIELD_ROW (row), self->person);
      adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
      g_ptr_array_add (self->rows, row);
    }
  if (project != NULL && !ent_project_is_read_only (project))
    add_delete_row (self);
}

static void
on_expanded (EntContactRow *self)
{
  if (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (self)))
    build_form (self);
}

static void
ent_contact_row_dispose (GObject *object)
{
  EntContactRow *self = ENT_CONTACT_ROW (object);

  g_clear_object (&self->person);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (ent_contact_row_parent_class)->dispose (object);
}

static void
ent_contact_row_class_init (EntContactRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ent_contact_row_dispose;
}

static void
ent_contact_row_init (EntContactRow *self)
{
  self->rows = g_ptr_array_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  g_signal_connect (self, "notify::expanded", G_CALLBACK (on_expanded), NULL);
}

/**
 * ent_contact_row_new:
 * @person: a person
 *
 * Returns: (transfer floating): a row that follows @person
 */
GtkWidget *
ent_contact_row_new (EntRecord *person)
{
  EntContactRow *self = g_object_new (ENT_TYPE_CONTACT_ROW, NULL);

  self->person = g_object_ref (person);
  g_signal_connect_object (person, "notify", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);

  return GTK_WIDGET (self);
}

/**
 * ent_contact_row_get_person:
 * @self: a row
 *
 * Returns: (transfer none): whom it shows
 */
EntRecord *
ent_contact_row_get_person (EntContactRow *self)
{
  g_return_val_if_fail (ENT_IS_CONTACT_ROW (self), NULL);

  return self->person;
}

/**
 * ent_contact_row_open:
 * @self: a row
 * @field: the field to put the focus on, or -1 for the name
 */
void
ent_contact_row_open (EntContactRow *self, int field)
{
  g_return_if_fail (ENT_IS_CONTACT_ROW (self));

  build_form (self);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self), TRUE);
  for (guint i = 0; i < self->rows->len; i++)
    {
      EntFieldRow *row = g_ptr_array_index (self->rows, i);

      if (ent_field_row_get_field (row) == (guint) MAX (field, ENT_PERSON_NAME))
        gtk_widget_grab_focus (GTK_WIDGET (row));
    }
}
