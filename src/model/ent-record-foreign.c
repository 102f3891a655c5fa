/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a record holds of its file that this version cannot read: members it does not know, and
 * values that do not fit their field. Both are JSON text, kept as it stands and written back. */
#include "config.h"

#include "model/ent-record-private.h"

static void
foreign_free (gpointer data)
{
  EntForeign *foreign = data;

  g_free (foreign->name);
  g_free (foreign->json);
  g_free (foreign);
}

static void
add_foreign (EntRecord *self, int field, const char *name, char *json)
{
  EntForeign *foreign = g_new (EntForeign, 1);

  if (self->foreign == NULL)
    self->foreign = g_ptr_array_new_with_free_func (foreign_free);

  *foreign = (EntForeign) { field, g_strdup (name), json };
  g_ptr_array_add (self->foreign, foreign);
}

static int
find_foreign (EntRecord *self, guint field)
{
  for (guint i = 0; self->foreign != NULL && i < self->foreign->len; i++)
    if (((EntForeign *) g_ptr_array_index (self->foreign, i))->field == (int) field)
      return (int) i;

  return -1;
}

/*
 * Keeps a value of @field that cannot be read. Takes @json; there must not be one of @field
 * already.
 */
void
_ent_record_take_raw (EntRecord *self, guint field, char *json)
{
  add_foreign (self, (int) field, ent_record_get_info (self)->fields[field].name, json);
}

/*
 * Forgets a value of @field that could not be read, if there is one.
 */
void
_ent_record_drop_raw (EntRecord *self, guint field)
{
  int index = find_foreign (self, field);

  if (index >= 0)
    g_ptr_array_remove_index (self->foreign, (guint) index);
}

/**
 * ent_record_get_raw:
 * @self: a record
 * @field: a field
 *
 * Returns: (nullable): the JSON text the file holds for @field where it could not be read (the
 *   field then has its initial value), else %NULL
 */
const char *
ent_record_get_raw (EntRecord *self, guint field)
{
  int index;

  g_return_val_if_fail (ENT_IS_RECORD (self), NULL);

  index = find_foreign (self, field);

  if (index < 0)
    return NULL;

  return ((EntForeign *) g_ptr_array_index (self->foreign, (guint) index))->json;
}

/**
 * ent_record_add_unknown:
 * @self: a record that is in no project yet
 * @name: a member's name
 * @json: (transfer full): its value as it stands in the file
 *
 * Keeps a member that this version does not know, to be written back.
 */
void
ent_record_add_unknown (EntRecord *self, const char *name, char *json)
{
  g_return_if_fail (ENT_IS_RECORD (self) && self->project == NULL);
  g_return_if_fail (name != NULL && json != NULL);

  add_foreign (self, -1, name, json);
}

/**
 * ent_record_get_n_unknown:
 * @self: a record
 *
 * Returns: how many members it has that this version does not know
 */
guint
ent_record_get_n_unknown (EntRecord *self)
{
  guint n = 0;

  g_return_val_if_fail (ENT_IS_RECORD (self), 0);

  for (guint i = 0; self->foreign != NULL && i < self->foreign->len; i++)
    n += ((EntForeign *) g_ptr_array_index (self->foreign, i))->field < 0;

  return n;
}

/**
 * ent_record_get_unknown:
 * @self: a record
 * @index: which of its unknown members, in the order of the file
 * @json: (out) (nullable): return location for its value as it stands in the file
 *
 * Returns: the member's name
 */
const char *
ent_record_get_unknown (EntRecord *self, guint index, const char **json)
{
  g_return_val_if_fail (index < ent_record_get_n_unknown (self), NULL);

  for (guint i = 0; i < self->foreign->len; i++)
    {
      const EntForeign *foreign = g_ptr_array_index (self->foreign, i);

      if (foreign->field >= 0 || index-- > 0)
        continue;
      if (json != NULL)
        *json = foreign->json;
      return foreign->name;
    }

  g_return_val_if_reached (NULL);
}
