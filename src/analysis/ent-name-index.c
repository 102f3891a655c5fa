/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records by folded name. A name that several have stands for none of them. */
#include "config.h"

#include "analysis/ent-cell.h"
#include "analysis/ent-name-index.h"

struct _EntNameIndex {
  GHashTable *records;               /* folded name → EntRecord, not owned, or several */
};

/* What stands for a name that several have. */
static const char several_records[] = "";

/**
 * ent_name_fold:
 * @name: a name as it stands in a table
 *
 * A spreadsheet may have curled its apostrophes, and our own tables put one before what could be
 * taken for a formula.
 *
 * Returns: (transfer full): @name as names are compared; "" for a blank one
 */
char *
ent_name_fold (const char *name)
{
  g_autoptr(GString) plain = NULL;
  g_auto(GStrv) words = NULL;
  const char *text;

  g_return_val_if_fail (name != NULL, NULL);

  plain = g_string_new (name);
  g_string_replace (plain, "’", "'", 0);
  g_string_replace (plain, "\302\240", " ", 0);
  text = plain->str;
  /* All of them: a name in the project may have one itself. */
  while (ent_cell_skip_mark (text) != text)
    text++;
  words = ent_text_split_terms (text);

  return g_strjoinv (" ", words);
}

/**
 * ent_name_column:
 * @column: a column, from 0 on
 *
 * Returns: (transfer full): its letters as spreadsheets have them: A to Z, AA and so on
 */
char *
ent_name_column (guint column)
{
  GString *name = g_string_new (NULL);

  for (guint rest = column + 1; rest > 0; rest = (rest - 1) / 26)
    g_string_prepend_c (name, (char) ('A' + (rest - 1) % 26));

  return g_string_free (name, FALSE);
}

static void
add (EntNameIndex *self, EntRecord *record, const char *name)
{
  g_autofree char *key = ent_name_fold (name);
  gpointer present = g_hash_table_lookup (self->records, key);

  if (*key == '\0' || present == record)
    return;

  g_hash_table_insert (self->records, g_steal_pointer (&key),
                       present == NULL ? (gpointer) record : (gpointer) several_records);
}

/**
 * ent_name_index_new:
 * @project: a project, which is to stay as it is while the index is used
 * @kind: a kind of record
 * @field: a text field in which it has a name
 * @other_field: another one, or the same
 *
 * Returns: (transfer full): the records of @kind by name
 */
EntNameIndex *
ent_name_index_new (EntProject *project, EntKind kind, guint field, guint other_field)
{
  EntNameIndex *self;

  g_return_val_if_fail (ENT_IS_PROJECT (project), NULL);

  self = g_new0 (EntNameIndex, 1);
  self->records = g_hash_table_new_full (ent_id_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < ent_project_get_n_records (project, kind); i++)
    {
      EntRecord *record = ent_project_get_record (project, kind, i);

      add (self, record, ent_record_get_string (record, field));
      add (self, record, ent_record_get_string (record, other_field));
    }

  return self;
}

/**
 * ent_name_index_free:
 * @self: an index
 */
void
ent_name_index_free (EntNameIndex *self)
{
  g_return_if_fail (self != NULL);

  g_hash_table_unref (self->records);
  g_free (self);
}

/**
 * ent_name_index_find:
 * @self: an index
 * @name: a name
 * @several: (out): whether several have it
 *
 * Returns: (transfer none) (nullable): the record that has @name; %NULL if none or several do
 */
EntRecord *
ent_name_index_find (EntNameIndex *self, const char *name, gboolean *several)
{
  g_autofree char *key = NULL;
  gpointer found;

  g_return_val_if_fail (self != NULL && name != NULL && several != NULL, NULL);

  key = ent_name_fold (name);
  found = g_hash_table_lookup (self->records, key);
  *several = found == several_records;

  return *several ? NULL : found;
}

/**
 * ent_name_index_get_name:
 * @self: an index
 * @record: a record that it holds
 * @field: the field with its name
 *
 * Returns: (transfer none): by what a table calls @record so that it is found again: its name, or its
 *   id where it has none or shares it
 */
const char *
ent_name_index_get_name (EntNameIndex *self, EntRecord *record, guint field)
{
  gboolean several;

  g_return_val_if_fail (self != NULL && ENT_IS_RECORD (record), "");

  return ent_name_index_find (self, ent_record_get_string (record, field), &several) == record
    ? ent_record_get_string (record, field) : ent_record_get_id (record);
}
