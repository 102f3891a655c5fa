/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The reverse of all reference fields. A record that names an id in two fields counts twice, so
 * that taking one of them away leaves it a referrer. */
#include "config.h"

#include "model/ent-references.h"

struct _EntReferences {
  GHashTable *by_target; /* id → (EntRecord → number of times) */
};

/**
 * ent_references_new:
 *
 * Returns: (transfer full): an index with nothing in it
 */
EntReferences *
ent_references_new (void)
{
  EntReferences *self = g_new0 (EntReferences, 1);

  self->by_target = g_hash_table_new_full (ent_id_hash, g_str_equal, g_free,
                                           (GDestroyNotify) g_hash_table_unref);

  return self;
}

/**
 * ent_references_free:
 * @self: an index
 */
void
ent_references_free (EntReferences *self)
{
  g_return_if_fail (self != NULL);

  g_hash_table_unref (self->by_target);
  g_free (self);
}

static void
add (EntReferences *self, const char *id, EntRecord *record)
{
  GHashTable *referrers = g_hash_table_lookup (self->by_target, id);
  guint times;

  if (referrers == NULL)
    {
      referrers = g_hash_table_new (NULL, NULL);
      g_hash_table_insert (self->by_target, g_strdup (id), referrers);
    }
  times = GPOINTER_TO_UINT (g_hash_table_lookup (referrers, record));
  g_hash_table_insert (referrers, record, GUINT_TO_POINTER (times + 1));
}

static void
take_away (EntReferences *self, const char *id, EntRecord *record)
{
  GHashTable *referrers = g_hash_table_lookup (self->by_target, id);
  guint times;

  g_assert (referrers != NULL);
  times = GPOINTER_TO_UINT (g_hash_table_lookup (referrers, record));
  g_assert (times > 0);

  if (times > 1)
    g_hash_table_insert (referrers, record, GUINT_TO_POINTER (times - 1));
  else
    g_hash_table_remove (referrers, record);
  if (g_hash_table_size (referrers) == 0)
    g_hash_table_remove (self->by_target, id);
}

static void
for_field (EntReferences *self,
           EntRecord     *record,
           guint          field,
           void         (*func) (EntReferences *, const char *, EntRecord *))
{
  const EntField *row = &ent_record_get_info (record)->fields[field];

  if (row->type == ENT_FIELD_REF)
    {
      const char *id = ent_record_get_string (record, field);

      if (*id != '\0')
        func (self, id, record);
    }
  else if (row->type == ENT_FIELD_REFS)
    {
      for (const char *const *id = ent_record_get_list (record, field); *id != NULL; id++)
        func (self, *id, record);
    }
}

/**
 * ent_references_add_field:
 * @self: an index
 * @record: a record
 * @field: one of its fields; of no effect unless it refers
 *
 * Notes what the field refers to now.
 */
void
ent_references_add_field (EntReferences *self, EntRecord *record, guint field)
{
  g_return_if_fail (self != NULL && ENT_IS_RECORD (record));

  for_field (self, record, field, add);
}

/**
 * ent_references_remove_field:
 * @self: an index
 * @record: a record
 * @field: one of its fields; of no effect unless it refers
 *
 * Forgets what the field refers to; to be called before the field changes.
 */
void
ent_references_remove_field (EntReferences *self, EntRecord *record, guint field)
{
  g_return_if_fail (self != NULL && ENT_IS_RECORD (record));

  for_field (self, record, field, take_away);
}

/**
 * ent_references_add_record:
 * @self: an index
 * @record: a record that comes into the project
 */
void
ent_references_add_record (EntReferences *self, EntRecord *record)
{
  g_return_if_fail (self != NULL && ENT_IS_RECORD (record));

  for (guint i = 0; i < ent_record_get_info (record)->n_fields; i++)
    for_field (self, record, i, add);
}

/**
 * ent_references_remove_record:
 * @self: an index
 * @record: a record that leaves the project
 */
void
ent_references_remove_record (EntReferences *self, EntRecord *record)
{
  g_return_if_fail (self != NULL && ENT_IS_RECORD (record));

  for (guint i = 0; i < ent_record_get_info (record)->n_fields; i++)
    for_field (self, record, i, take_away);
}

/* Hash order is no order: lists and undo steps must come out the same every time. */
static int
compare_places (gconstpointer a, gconstpointer b)
{
  EntRecord *one = *(EntRecord *const *) a;
  EntRecord *other = *(EntRecord *const *) b;
  int kinds = (int) ent_record_get_kind (one) - (int) ent_record_get_kind (other);
  guint place = ent_record_get_position (one);
  guint other_place = ent_record_get_position (other);

  if (kinds != 0)
    return kinds;

  return (place > other_place) - (place < other_place);
}

/**
 * ent_references_dup_referrers:
 * @self: an index
 * @id: a record's id
 *
 * Returns: (transfer full) (element-type EntRecord): the records that refer to it, by kind and
 *   place
 */
GPtrArray *
ent_references_dup_referrers (EntReferences *self, const char *id)
{
  GPtrArray *found;
  GHashTable *referrers;
  GHashTableIter iter;
  gpointer record;

  g_return_val_if_fail (self != NULL && id != NULL, NULL);

  found = g_ptr_array_new_with_free_func (g_object_unref);
  referrers = g_hash_table_lookup (self->by_target, id);
  if (referrers == NULL)
    return found;

  g_hash_table_iter_init (&iter, referrers);
  while (g_hash_table_iter_next (&iter, &record, NULL))
    g_ptr_array_add (found, g_object_ref (record));
  g_ptr_array_sort (found, compare_places);

  return found;
}
