/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Compares two states of a partnership, record by record: what has the same id is the same record.
 * Of each kind there is one pass over the later state, which looks the earlier records up by id.
 */
#include "config.h"

#include "store/ent-compare.h"

#include "model/ent-json-reader.h"

#include <string.h>

struct _EntComparison
{
  EntKindChanges kinds[ENT_N_KINDS];
  gboolean is_other;
};

static guint
count_fields (EntRecord *before,
              EntRecord *after)
{
  const EntKindInfo *info = ent_record_get_info (after);
  guint n = 0;

  for (guint field = 0; field < info->n_fields; field++)
    {
      g_auto(EntValue) old_value = ent_record_dup_value (before, field);
      g_auto(EntValue) new_value = ent_record_dup_value (after, field);

      if (!ent_value_equal (&old_value, &new_value))
        n++;
    }
  return n;
}

static const char *
find_unknown (EntRecord  *record,
              const char *name)
{
  const char *json;

  for (guint i = 0; i < ent_record_get_n_unknown (record); i++)
    if (strcmp (ent_record_get_unknown (record, i, &json), name) == 0)
      return json;
  return NULL;
}

/* Names are unique in a record: as many, and each of one in the other, are the same ones. */
static gboolean
same_unknown (EntRecord *before,
              EntRecord *after)
{
  guint n = ent_record_get_n_unknown (after);
  const char *json;

  if (ent_record_get_n_unknown (before) != n)
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      const char *name = ent_record_get_unknown (after, i, &json);

      if (g_strcmp0 (find_unknown (before, name), json) != 0)
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_changed (EntRecord *before,
            EntRecord *after)
{
  return count_fields (before, after) > 0 || !same_unknown (before, after);
}

/* How many have to be moved to bring places into ascending order: all but those of the longest
 * ascending sequence, found by its least possible ends.
 */
static guint
count_moved (GArray *places)
{
  g_autoptr(GArray) ends = g_array_sized_new (FALSE, FALSE, sizeof (guint), places->len);

  for (guint i = 0; i < places->len; i++)
    {
      guint place = g_array_index (places, guint, i);
      guint low = 0;
      guint high = ends->len;

      while (low < high)
        {
          guint middle = low + (high - low) / 2;

          if (g_array_index (ends, guint, middle) < place)
            low = middle + 1;
          else
            high = middle;
        }
      if (low == ends->len)
        g_array_append_val (ends, place);
      else
        g_array_index (ends, guint, low) = place;
    }
  return places->len - ends->len;
}

static void
compare_kind (EntKindChanges *changes,
              EntProject     *before,
              EntProject     *after,
              EntKind         kind)
{
  g_autoptr(GArray) places = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n_after = ent_project_get_n_records (after, kind);

  for (guint i = 0; i < n_after; i++)
    {
      EntRecord *record = ent_project_get_record (after, kind, i);
      EntRecord *old = ent_project_lookup_kind (before, kind, ent_record_get_id (record));
      guint place;

      if (old == NULL)
        {
          changes->added++;
          continue;
        }
      if (is_changed (old, record))
        changes->changed++;
      place = ent_record_get_position (old);
      g_array_append_val (places, place);
    }
  changes->removed = ent_project_get_n_records (before, kind) - places->len;
  changes->moved = count_moved (places);
}

static gboolean
same_members (EntProject *before,
              EntProject *after)
{
  guint n = ent_project_get_n_unknown (after);

  if (ent_project_get_n_unknown (before) != n)
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      const char *json;
      const char *name = ent_project_get_unknown (after, i, &json);
      gboolean found = FALSE;

      for (guint j = 0; j < n && !found; j++)
        {
          const char *old_json;
          const char *old_name = ent_project_get_unknown (before, j, &old_json);

          found = strcmp (old_name, name) == 0 && strcmp (old_json, json) == 0;
        }
      if (!found)
        return FALSE;
    }
  return TRUE;
}

static void
count_entries (GHashTable *counts,
               EntProject *project,
               EntKind     kind,
               EntRecord  *behind,
               int         step)
{
  g_autoptr(GPtrArray) entries = ent_project_dup_raw (project, kind, behind);

  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      char *json = g_ptr_array_index (entries, i);
      int n = GPOINTER_TO_INT (g_hash_table_lookup (counts, json)) + step;

      g_hash_table_insert (counts, json, GINT_TO_POINTER (n));
    }
}

static void
count_all_entries (GHashTable *counts,
                   EntProject *project,
                   EntKind     kind,
                   int         step)
{
  guint n = ent_project_get_n_records (project, kind);

  count_entries (counts, project, kind, NULL, step);
  for (guint i = 0; i < n; i++)
    count_entries (counts, project, kind, ent_project_get_record (project, kind, i), step);
}

/* Entries that cannot be read have no id: the same text as often is the same. */
static gboolean
same_entries (EntProject *before,
              EntProject *after,
              EntKind     kind)
{
  g_autoptr(GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer n;

  count_all_entries (counts, before, kind, -1);
  count_all_entries (counts, after, kind, 1);
  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, NULL, &n))
    if (GPOINTER_TO_INT (n) != 0)
      return FALSE;
  return TRUE;
}

/**
 * ent_comparison_new:
 * @before: the earlier state of a partnership
 * @after: the later one
 *
 * Finds what changed. It takes about as long as it takes to look at every field once.
 *
 * Returns: (transfer full): what changed; it keeps nothing of the two
 */
EntComparison *
ent_comparison_new (EntProject *before,
                    EntProject *after)
{
  EntComparison *self;

  g_return_val_if_fail (ENT_IS_PROJECT (before), NULL);
  g_return_val_if_fail (ENT_IS_PROJECT (after), NULL);

  self = g_new0 (EntComparison, 1);
  self->kinds[ENT_KIND_PROJECT].changed = count_fields (ent_project_get_info (before),
                                                        ent_project_get_info (after));
  self->is_other = !same_members (before, after) ||
                   !same_unknown (ent_project_get_info (before), ent_project_get_info (after));
  for (int kind = ENT_KIND_PROJECT + 1; kind < ENT_N_KINDS; kind++)
    {
      compare_kind (&self->kinds[kind], before, after, (EntKind) kind);
      self->is_other = self->is_other || !same_entries (before, after, (EntKind) kind);
    }
  return self;
}

/**
 * ent_comparison_free:
 * @self: (transfer full): a comparison
 */
void
ent_comparison_free (EntComparison *self)
{
  g_return_if_fail (self != NULL);

  g_free (self);
}

/**
 * ent_comparison_get_changes:
 * @self: a comparison
 * @kind: a kind of record
 *
 * Returns: what changed among the records of @kind
 */
const EntKindChanges *
ent_comparison_get_changes (const EntComparison *self,
                            EntKind              kind)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail ((guint) kind < ENT_N_KINDS, NULL);

  return &self->kinds[kind];
}

/**
 * ent_comparison_is_other:
 * @self: a comparison
 *
 * Returns: whether something changed that this version of Entente cannot read
 */
gboolean
ent_comparison_is_other (const EntComparison *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->is_other;
}

/**
 * ent_comparison_is_empty:
 * @self: a comparison
 *
 * Returns: whether nothing changed
 */
gboolean
ent_comparison_is_empty (const EntComparison *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  for (guint kind = 0; kind < ENT_N_KINDS; kind++)
    {
      const EntKindChanges *changes = &self->kinds[kind];

      if (changes->added + changes->removed + changes->changed + changes->moved > 0)
        return FALSE;
    }
  return !self->is_other;
}

static EntProject *
read_version (const EntVersion  *version,
              GCancellable      *cancellable,
              GError           **error)
{
  g_autoptr(EntProblemList) problems = ent_problem_list_new ();
  g_autoptr(GBytes) bytes = ent_versions_get (version->digest, error);

  if (bytes == NULL)
    return NULL;
  return ent_project_read (bytes, problems, cancellable, NULL, NULL, error);
}

/**
 * ent_versions_summarise:
 * @before: a version
 * @after: a later one
 * @cancellable: (nullable): to stop it
 * @error: (out) (optional): why one of them could not be read, or G_IO_ERROR_CANCELLED
 *
 * Reads two versions and says what changed from one to the other. It may be called in any thread,
 * and takes as long as opening both.
 *
 * Returns: (transfer full) (nullable): as from ent_comparison_dup_summary()
 */
char *
ent_versions_summarise (const EntVersion  *before,
                        const EntVersion  *after,
                        GCancellable      *cancellable,
                        GError           **error)
{
  g_autoptr(EntProject) old_project = NULL;
  g_autoptr(EntProject) new_project = NULL;
  g_autoptr(EntComparison) comparison = NULL;

  g_return_val_if_fail (before != NULL && after != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  old_project = read_version (before, cancellable, error);
  if (old_project == NULL)
    return NULL;
  new_project = read_version (after, cancellable, error);
  if (new_project == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  comparison = ent_comparison_new (old_project, new_project);
  return ent_comparison_dup_summary (comparison);
}
