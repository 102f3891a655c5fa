/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Filling a project from a file, before anybody looks at it: no history, no signals. Also keeps
 * what the file holds and this version can't read, for the writer to put back. */
#include "config.h"

#include "model/ent-project-private.h"
#include "model/ent-record-private.h"

static void
kept_free (gpointer data)
{
  EntKept *kept = data;

  g_free (kept->name);
  g_free (kept->json);
  g_free (kept);
}

static void
keep (GPtrArray **list, const char *name, char *json)
{
  EntKept *kept = g_new (EntKept, 1);

  if (*list == NULL)
    *list = g_ptr_array_new_with_free_func (kept_free);
  *kept = (EntKept) { g_strdup (name), json };
  g_ptr_array_add (*list, kept);
}

void
_ent_project_load_finalize (EntProject *self)
{
  g_clear_pointer (&self->unknown, g_ptr_array_unref);
  for (guint kind = 0; kind < ENT_N_KINDS; kind++)
    {
      g_clear_pointer (&self->raw_first[kind], g_hash_table_unref);
      g_clear_pointer (&self->raw[kind], g_ptr_array_unref);
    }
}

/**
 * ent_project_load_begin:
 * @self: a new project
 * @id: (nullable): the project's id in the file; %NULL keeps the new one
 *
 * Begins filling @self. Takes references of the project's own record out of the books until
 * ent_project_load_end().
 */
void
ent_project_load_begin (EntProject *self, const char *id)
{
  g_return_if_fail (ENT_IS_PROJECT (self));

  if (id != NULL)
    {
      g_free (self->id);
      self->id = g_strdup (id);
    }
  /* Outside the project, so that the reader fills it like any other record. */
  _ent_record_leave (self->info);
  self->info->frozen = FALSE;
}

/**
 * ent_project_load_take:
 * @self: a project being filled
 * @record: (transfer full): a complete record
 *
 * Puts @record at the end of its list. On refusal the caller keeps @record.
 *
 * Returns: whether it was taken; not if its keys are incomplete or its id is there already
 */
gboolean
ent_project_load_take (EntProject *self, EntRecord *record)
{
  const char *id = ent_record_get_id (record);

  g_return_val_if_fail (ENT_IS_PROJECT (self), FALSE);
  g_return_val_if_fail (record->project == NULL, FALSE);
  g_return_val_if_fail (ent_record_get_kind (record) != ENT_KIND_PROJECT, FALSE);

  if (id == NULL || g_hash_table_contains (self->by_id, id))
    return FALSE;

  _ent_record_enter (record, self);
  g_hash_table_insert (self->by_id, (gpointer) id, record);
  ent_references_add_record (self->references, record);
  ent_record_list_load_take (self->lists[ent_record_get_kind (record)], record);

  return TRUE;
}

/**
 * ent_project_load_raw:
 * @self: a project being filled
 * @kind: the list it stands in
 * @json: (transfer full): an entry of the list that can't be read
 *
 * Keeps the entry behind the record that was taken last.
 */
void
ent_project_load_raw (EntProject *self, EntKind kind, char *json)
{
  guint size;
  EntRecord *last;
  const EntKept *kept;

  g_return_if_fail (ENT_IS_PROJECT (self));
  g_return_if_fail (kind > ENT_KIND_PROJECT && kind < ENT_N_KINDS);

  size = ent_record_list_get_size (self->lists[kind]);
  last = size > 0 ? ent_record_list_get (self->lists[kind], size - 1) : NULL;
  keep (&self->raw[kind], last != NULL ? ent_record_get_id (last) : NULL, json);
  if (last == NULL)
    return;

  if (self->raw_first[kind] == NULL)
    self->raw_first[kind] = g_hash_table_new (ent_id_hash, g_str_equal);
  kept = g_ptr_array_index (self->raw[kind], self->raw[kind]->len - 1);
  if (!g_hash_table_contains (self->raw_first[kind], kept->name))
    g_hash_table_insert (self->raw_first[kind], kept->name,
                         GUINT_TO_POINTER (self->raw[kind]->len - 1));
}

/**
 * ent_project_load_unknown:
 * @self: a project being filled
 * @name: a member of the file's root that this version does not know
 * @json: (transfer full): its value as it stands
 */
void
ent_project_load_unknown (EntProject *self, const char *name, char *json)
{
  g_return_if_fail (ENT_IS_PROJECT (self));

  keep (&self->unknown, name, json);
}

/**
 * ent_project_load_end:
 * @self: a project being filled
 *
 * Ends filling it: from here on every edit is recorded.
 */
void
ent_project_load_end (EntProject *self)
{
  g_return_if_fail (ENT_IS_PROJECT (self));

  _ent_record_enter (self->info, self);
  ent_references_add_record (self->references, self->info);
}

/**
 * ent_project_get_generator:
 * @self: a project
 *
 * Returns: (nullable): the program that the file says wrote it
 */
const char *
ent_project_get_generator (EntProject *self)
{
  g_return_val_if_fail (ENT_IS_PROJECT (self), NULL);

  return self->generator;
}

/**
 * ent_project_set_generator:
 * @self: a project
 * @generator: (nullable): the program that wrote the file
 */
void
ent_project_set_generator (EntProject *self, const char *generator)
{
  g_return_if_fail (ENT_IS_PROJECT (self));

  g_free (self->generator);
  self->generator = g_strdup (generator);
}

/**
 * ent_project_get_n_unknown:
 * @self: a project
 *
 * Returns: how many members the file's root has that this version does not know
 */
guint
ent_project_get_n_unknown (EntProject *self)
{
  g_return_val_if_fail (ENT_IS_PROJECT (self), 0);

  return self->unknown != NULL ? self->unknown->len : 0;
}

/**
 * ent_project_get_unknown:
 * @self: a project
 * @index: which of the unknown members, in the order of the file
 * @json: (out) (nullable): return location for its value as it stands
 *
 * Returns: the member's name
 */
const char *
ent_project_get_unknown (EntProject *self, guint index, const char **json)
{
  const EntKept *kept;

  g_return_val_if_fail (index < ent_project_get_n_unknown (self), NULL);

  kept = g_ptr_array_index (self->unknown, index);
  if (json != NULL)
    *json = kept->json;

  return kept->name;
}

/* Whether @kept stands behind @after; what stood behind a record that is gone stands at the
 * start. */
static gboolean
stands_after (EntProject *self, const EntKept *kept, EntRecord *after)
{
  if (after != NULL)
    return kept->name != NULL && g_str_equal (kept->name, ent_record_get_id (after));

  return kept->name == NULL || ent_project_lookup (self, kept->name) == NULL;
}

/**
 * ent_project_dup_raw:
 * @self: a project
 * @kind: a list
 * @after: (nullable): a record of the list, or %NULL for the start
 *
 * Looking behind each record of a list costs no more than there are records and entries.
 *
 * Returns: (nullable) (transfer container) (element-type utf8): the unreadable entries that stand
 *   behind @after, as they stand in the file, or %NULL where there are none
 */
GPtrArray *
ent_project_dup_raw (EntProject *self, EntKind kind, EntRecord *after)
{
  GPtrArray *found = NULL;
  gpointer first = NULL;

  g_return_val_if_fail (ENT_IS_PROJECT (self), NULL);
  g_return_val_if_fail (kind > ENT_KIND_PROJECT && kind < ENT_N_KINDS, NULL);

  if (self->raw[kind] == NULL)
    return NULL;
  if (after != NULL
      && (self->raw_first[kind] == NULL
          || !g_hash_table_lookup_extended (self->raw_first[kind], ent_record_get_id (after), NULL,
                                            &first)))
    return NULL;

  for (guint i = GPOINTER_TO_UINT (first); i < self->raw[kind]->len; i++)
    {
      const EntKept *kept = g_ptr_array_index (self->raw[kind], i);

      if (stands_after (self, kept, after))
        {
          if (found == NULL)
            found = g_ptr_array_new ();
          g_ptr_array_add (found, kept->json);
        }
      else if (after != NULL)
        {
          /* What stands behind one record stands together. */
          break;
        }
    }

  return found;
}
