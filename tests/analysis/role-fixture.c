/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "role-fixture.h"

/* Adds a record with its title; what it is called stands in the first field of these kinds. */
EntRecord *
role_fixture_add (RoleFixture *self, EntKind kind, const char *title)
{
  g_autoptr(EntRecord) record = ent_record_new (kind);

  g_assert_true (ent_record_set_string (record, 0, title));
  g_assert_true (ent_project_append (self->project, record, NULL));

  return record;
}

EntRecord *
role_fixture_add_role (RoleFixture *self, const char *title, EntRecord *partner)
{
  EntRecord *role = role_fixture_add (self, ENT_KIND_ROLE, title);
  g_autofree char *name = g_strdup_printf ("Holder of %s", title);
  EntRecord *person = role_fixture_add (self, ENT_KIND_PERSON, name);

  ent_record_set_string (role, ENT_ROLE_HOLDER, ent_record_get_id (person));
  if (partner != NULL)
    ent_record_set_string (role, ENT_ROLE_PARTNER, ent_record_get_id (partner));
  g_ptr_array_add (self->people, g_object_ref (person));
  g_ptr_array_add (self->roles, g_object_ref (role));

  return role;
}

EntRecord *
role_fixture_add_task (RoleFixture *self, const char *title)
{
  EntRecord *task = role_fixture_add (self, ENT_KIND_TASK, title);

  ent_record_set_string (task, ENT_TASK_GOAL, ent_record_get_id (self->goal));
  g_ptr_array_add (self->tasks, g_object_ref (task));

  return task;
}

static EntCode
code_from_letter (char letter)
{
  switch (letter)
    {
    case 'R':
      return ENT_CODE_RESPONSIBLE;
    case 'A':
      return ENT_CODE_ACCOUNTABLE;
    case 'X':
      return ENT_CODE_ACCOUNTABLE_RESPONSIBLE;
    case 'C':
      return ENT_CODE_CONSULTED;
    case 'I':
      return ENT_CODE_INFORMED;
    default:
      g_assert_not_reached ();
    }
}

/* Puts a letter into a cell: R, A, C, I, X for A/R, or . to clear it. */
void
role_fixture_assign (RoleFixture *self, guint task, guint role, char letter)
{
  const char *task_id = ent_record_get_id (role_fixture_task (self, task));
  const char *role_id = ent_record_get_id (role_fixture_role (self, role));
  EntRecord *present = ent_project_lookup_key (self->project, ENT_KIND_ASSIGNMENT, task_id, role_id,
                                               NULL);
  g_autoptr(EntRecord) record = NULL;

  if (letter == '.')
    {
      if (present != NULL)
        ent_project_remove (self->project, present);
      return;
    }
  if (present != NULL)
    {
      ent_record_set_enum (present, ENT_ASSIGNMENT_CODE, code_from_letter (letter));
      return;
    }

  record = ent_record_new (ENT_KIND_ASSIGNMENT);
  ent_record_set_string (record, ENT_ASSIGNMENT_TASK, task_id);
  ent_record_set_string (record, ENT_ASSIGNMENT_ROLE, role_id);
  ent_record_set_enum (record, ENT_ASSIGNMENT_CODE, code_from_letter (letter));
  g_assert_true (ent_project_append (self->project, record, NULL));
}

/* @role_partners has a letter for each role: the partner it belongs to, or - for none. @rows has a
 * string for each task with a letter for each role; it may be NULL. */
RoleFixture *
role_fixture_new (const char *role_partners, const char **rows)
{
  static const char *const names[] = { "Harbour Council", "Riverside Trust", "Leaf & Co", "Clinic" };
  RoleFixture *self = g_new0 (RoleFixture, 1);

  self->project = ent_project_new ();
  self->partners = g_ptr_array_new_with_free_func (g_object_unref);
  self->people = g_ptr_array_new_with_free_func (g_object_unref);
  self->roles = g_ptr_array_new_with_free_func (g_object_unref);
  self->tasks = g_ptr_array_new_with_free_func (g_object_unref);
  self->goal = role_fixture_add (self, ENT_KIND_GOAL, "A garden for all");

  for (guint i = 0; role_partners[i] != '\0'; i++)
    {
      guint partner = (guint) (role_partners[i] - 'a');
      g_autofree char *title = g_strdup_printf ("Role %u", i + 1);

      while (role_partners[i] != '-' && self->partners->len <= partner)
        g_ptr_array_add (self->partners, g_object_ref (role_fixture_add (
          self, ENT_KIND_PARTNER, names[self->partners->len])));
      role_fixture_add_role (self, title,
                             role_partners[i] != '-' ? role_fixture_partner (self, partner) : NULL);
    }

  for (guint i = 0; rows != NULL && rows[i] != NULL; i++)
    {
      g_autofree char *title = g_strdup_printf ("Task %u", i + 1);

      role_fixture_add_task (self, title);
      for (guint j = 0; rows[i][j] != '\0'; j++)
        role_fixture_assign (self, i, j, rows[i][j]);
    }

  return self;
}

void
role_fixture_free (RoleFixture *self)
{
  g_ptr_array_unref (self->partners);
  g_ptr_array_unref (self->people);
  g_ptr_array_unref (self->roles);
  g_ptr_array_unref (self->tasks);
  g_object_unref (self->project);
  g_free (self);
}

EntRecord *
role_fixture_task (RoleFixture *self, guint index)
{
  return g_ptr_array_index (self->tasks, index);
}

EntRecord *
role_fixture_role (RoleFixture *self, guint index)
{
  return g_ptr_array_index (self->roles, index);
}

EntRecord *
role_fixture_partner (RoleFixture *self, guint index)
{
  return g_ptr_array_index (self->partners, index);
}
