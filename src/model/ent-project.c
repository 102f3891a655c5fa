/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The project: lists, lookups, and doing single changes. Edits are in ent-project-edit.c, loading
 * in ent-project-load.c. */
#include "config.h"

#include "model/ent-project-private.h"
#include "model/ent-record-private.h"

#include <glib/gi18n.h>

enum {
  SIGNAL_COMMITTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EntProject, ent_project, G_TYPE_OBJECT)

static void
leave_all (EntProject *self)
{
  ent_references_remove_record (self->references, self->info);
  _ent_record_leave (self->info);
  for (guint kind = 0; kind < ENT_N_KINDS; kind++)
    for (guint i = 0; self->lists[kind] && i < ent_record_list_get_size (self->lists[kind]); i++)
      _ent_record_leave (ent_record_list_get (self->lists[kind], i));
}

static void
ent_project_finalize (GObject *object)
{
  EntProject *self = ENT_PROJECT (object);

  /* Somebody may hold a record longer than the project lives. */
  leave_all (self);
  g_clear_object (&self->history);
  g_clear_pointer (&self->pending, g_ptr_array_unref);
  g_clear_pointer (&self->references, ent_references_free);
  g_clear_pointer (&self->by_id, g_hash_table_unref);
  for (guint kind = 0; kind < ENT_N_KINDS; kind++)
    g_clear_object (&self->lists[kind]);
  g_clear_object (&self->info);
  _ent_project_load_finalize (self);
  g_free (self->id);
  g_free (self->generator);

  G_OBJECT_CLASS (ent_project_parent_class)->finalize (object);
}

static void
ent_project_class_init (EntProjectClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ent_project_finalize;

  /**
   * EntProject::committed:
   * @self: the project
   * @changes: (type EntChangeSet): what the step changed; only good during the signal
   *
   * A transaction was committed, or a step undone or redone. Once a step, never in between.
   */
  signals[SIGNAL_COMMITTED] = g_signal_new ("committed", ENT_TYPE_PROJECT, G_SIGNAL_RUN_LAST, 0,
                                            NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
ent_project_init (EntProject *self)
{
  self->id = ent_id_new ();
  self->by_id = g_hash_table_new (ent_id_hash, g_str_equal);
  self->references = ent_references_new ();
  self->history = ent_history_new (self);
  self->pending = g_ptr_array_new_with_free_func ((GDestroyNotify) ent_change_free);
  self->info = ent_record_new_with_id (ENT_KIND_PROJECT, "project");
  _ent_record_enter (self->info, self);
  for (guint kind = ENT_KIND_PROJECT + 1; kind < ENT_N_KINDS; kind++)
    self->lists[kind] = ent_record_list_new ((EntKind) kind);
}

/**
 * ent_project_new:
 *
 * Returns: (transfer full): a project with a new id and no records
 */
EntProject *
ent_project_new (void)
{
  return g_object_new (ENT_TYPE_PROJECT, NULL);
}

/**
 * ent_project_get_id:
 * @self: a project
 *
 * Returns: the project's id, the same in all copies of its file
 */
const char *
ent_project_get_id (EntProject *self)
{
  g_return_val_if_fail (ENT_IS_PROJECT (self), NULL);

  return self->id;
}

/**
 * ent_project_get_info:
 * @self: a project
 *
 * Returns: (transfer none): the record with the partnership's own title, purpose and dates
 */
EntRecord *
ent_project_get_info (EntProject *self)
{
  g_return_val_if_fail (ENT_IS_PROJECT (self), NULL);

  return self->info;
}

/**
 * ent_project_get_history:
 * @self: a project
 *
 * Returns: (transfer none): its undo steps
 */
EntHistory *
ent_project_get_history (EntProject *self)
{
  g_return_val_if_fail (ENT_IS_PROJECT (self), NULL);

  return self->history;
}

static EntRecordList *
get_list (EntProject *self, EntKind kind)
{
  g_return_val_if_fail (ENT_IS_PROJECT (self), NULL);
  g_return_val_if_fail (kind > ENT_KIND_PROJECT && kind < ENT_N_KINDS, NULL);

  return self->lists[kind];
}

/**
 * ent_project_get_list:
 * @self: a project
 * @kind: a kind of record other than the project itself
 *
 * Returns: (transfer none): its records of @kind in their order, a live #GListModel
 */
GListModel *
ent_project_get_list (EntProject *self, EntKind kind)
{
  return G_LIST_MODEL (get_list (self, kind));
}

/**
 * ent_project_get_n_records:
 * @self: a project
 * @kind: a kind of record other than the project itself
 *
 * Returns: how many records of @kind it has
 */
guint
ent_project_get_n_records (EntProject *self, EntKind kind)
{
  return ent_record_list_get_size (get_list (self, kind));
}

/**
 * ent_project_get_record:
 * @self: a project
 * @kind: a kind of record other than the project itself
 * @position: a place in the list
 *
 * Returns: (nullable) (transfer none): the record there, or %NULL past the end
 */
EntRecord *
ent_project_get_record (EntProject *self, EntKind kind, guint position)
{
  return ent_record_list_get (get_list (self, kind), position);
}

/**
 * ent_record_get_position:
 * @self: a record in a project, other than the project's own
 *
 * Returns: its place in its list
 */
guint
ent_record_get_position (EntRecord *self)
{
  g_return_val_if_fail (ENT_IS_RECORD (self) && self->project != NULL, 0);

  if (self == self->project->info)
    return 0;

  return ent_record_list_find (get_list (self->project, ent_record_get_kind (self)), self);
}

/**
 * ent_project_lookup:
 * @self: a project
 * @id: a record's id
 *
 * Returns: (nullable) (transfer none): the record, or %NULL
 */
EntRecord *
ent_project_lookup (EntProject *self, const char *id)
{
  g_return_val_if_fail (ENT_IS_PROJECT (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return g_hash_table_lookup (self->by_id, id);
}

/**
 * ent_project_lookup_kind:
 * @self: a project
 * @kind: the kind that is wanted
 * @id: a record's id
 *
 * Returns: (nullable) (transfer none): the record if there is one and it is of @kind
 */
EntRecord *
ent_project_lookup_kind (EntProject *self, EntKind kind, const char *id)
{
  EntRecord *record = ent_project_lookup (self, id);

  return record != NULL && ent_record_get_kind (record) == kind ? record : NULL;
}

/**
 * ent_project_lookup_key:
 * @self: a project
 * @kind: a keyed kind
 * @first: its first key
 * @second: its second key
 * @third: (nullable): its third key, %NULL for kinds with two
 *
 * Returns: (nullable) (transfer none): the record with these keys, for instance the letter of a
 *   task and a role
 */
EntRecord *
ent_project_lookup_key (EntProject *self,
                        EntKind     kind,
                        const char *first,
                        const char *second,
                        const char *third)
{
  g_autofree char *id = _ent_id_join (first, second, third);

  return id != NULL ? ent_project_lookup_kind (self, kind, id) : NULL;
}

/**
 * ent_project_dup_referrers:
 * @self: a project
 * @id: a record's id
 *
 * Returns: (transfer full) (element-type EntRecord): the records that refer to it, by kind and
 *   place
 */
GPtrArray *
ent_project_dup_referrers (EntProject *self, const char *id)
{
  g_return_val_if_fail (ENT_IS_PROJECT (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return ent_references_dup_referrers (self->references, id);
}

/**
 * ent_project_dup_children:
 * @self: a project
 * @record: a record
 * @kind: a kind of record
 * @field: a reference field of @kind
 *
 * Returns: (transfer full) (element-type EntRecord): the records of @kind whose @field is @record,
 *   in their order; for instance the people of a partner
 */
GPtrArray *
ent_project_dup_children (EntProject *self, EntRecord *record, EntKind kind, guint field)
{
  const char *id = ent_record_get_id (record);
  g_autoptr(GPtrArray) referrers = NULL;
  GPtrArray *children;

  g_return_val_if_fail (ENT_IS_PROJECT (self) && id != NULL, NULL);

  referrers = ent_references_dup_referrers (self->references, id);
  children = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < referrers->len; i++)
    {
      EntRecord *referrer = g_ptr_array_index (referrers, i);

      if (ent_record_get_kind (referrer) == kind
          && g_str_equal (ent_record_get_string (referrer, field), id))
        g_ptr_array_add (children, g_object_ref (referrer));
    }

  return children;
}

/**
 * ent_project_search:
 * @self: a project
 * @text: what somebody looks for: words that must all stand in one record; case and accents do not
 *   matter
 * @most: how many records to find at the most
 *
 * Returns: (transfer full) (element-type EntRecord): the records found, by kind and place; none for
 *   blank text
 */
GPtrArray *
ent_project_search (EntProject *self, const char *text, guint most)
{
  g_auto(GStrv) terms = NULL;
  GPtrArray *found;

  g_return_val_if_fail (ENT_IS_PROJECT (self), NULL);
  g_return_val_if_fail (text != NULL, NULL);

  found = g_ptr_array_new_with_free_func (g_object_unref);
  terms = ent_text_split_terms (text);
  if (terms[0] == NULL)
    return found;

  if (ent_record_matches (self->info, (const char *const *) terms) && most > 0)
    g_ptr_array_add (found, g_object_ref (self->info));
  for (guint kind = ENT_KIND_PROJECT + 1; kind < ENT_N_KINDS; kind++)
    for (guint i = 0; i < ent_record_list_get_size (self->lists[kind]) && found->len < most; i++)
      {
        EntRecord *record = ent_record_list_get (self->lists[kind], i);

        if (ent_record_matches (record, (const char *const *) terms))
          g_ptr_array_add (found, g_object_ref (record));
      }

  return found;
}

/**
 * ent_project_is_read_only:
 * @self: a project
 *
 * Returns: whether edits are refused, as of a file from a newer version
 */
gboolean
ent_project_is_read_only (EntProject *self)
{
  g_return_val_if_fail (ENT_IS_PROJECT (self), TRUE);

  return self->read_only;
}

/**
 * ent_project_set_read_only:
 * @self: a project
 * @read_only: whether to refuse edits
 */
void
ent_project_set_read_only (EntProject *self, gboolean read_only)
{
  g_return_if_fail (ENT_IS_PROJECT (self));

  self->read_only = read_only;
}

gboolean
_ent_project_check_writable (EntProject *self, GError **error)
{
  if (!self->read_only)
    return TRUE;

  g_set_error_literal (error, ENT_MODEL_ERROR, ENT_MODEL_ERROR_READ_ONLY,
                       _("This partnership can only be read here."));

  return FALSE;
}

static void
apply_insert (EntProject *self, const EntChange *change)
{
  EntRecord *record = change->record;

  _ent_record_enter (record, self);
  g_hash_table_insert (self->by_id, (gpointer) ent_record_get_id (record), record);
  ent_references_add_record (self->references, record);
  ent_record_list_insert (self->lists[ent_record_get_kind (record)], change->position, record);
}

static void
apply_remove (EntProject *self, const EntChange *change)
{
  EntRecord *record = change->record;

  ent_references_remove_record (self->references, record);
  g_hash_table_remove (self->by_id, ent_record_get_id (record));
  _ent_record_leave (record);
  ent_record_list_remove (self->lists[ent_record_get_kind (record)], change->position);
}

void
_ent_project_apply (EntProject *self, const EntChange *change)
{
  switch (change->type)
    {
    case ENT_CHANGE_SET:
      ent_references_remove_field (self->references, change->record, change->field);
      _ent_record_apply (change->record, change->field, &change->new_value);
      ent_references_add_field (self->references, change->record, change->field);
      break;
    case ENT_CHANGE_INSERT:
      apply_insert (self, change);
      break;
    case ENT_CHANGE_REMOVE:
      apply_remove (self, change);
      break;
    case ENT_CHANGE_MOVE:
      ent_record_list_move (self->lists[ent_record_get_kind (change->record)],
                            change->old_position, change->position);
      break;
    default:
      g_assert_not_reached ();
    }
}

gboolean
_ent_project_can_replay (EntProject *self)
{
  return self->depth == 0 && !self->replaying && !self->read_only;
}

/*
 * Does a step's changes again, or backwards. What views do in answer must not be recorded: it would
 * be the tail of a step that is not the user's.
 */
void
_ent_project_replay (EntProject     *self,
                     const char     *label,
                     GPtrArray      *changes,
                     EntChangeOrigin origin)
{
  g_autoptr(GPtrArray) applied = g_ptr_array_new_with_free_func ((GDestroyNotify) ent_change_free);
  gboolean backwards = origin == ENT_CHANGE_UNDO;

  self->replaying = TRUE;
  for (guint i = 0; i < changes->len; i++)
    {
      const EntChange *change = g_ptr_array_index (changes, backwards ? changes->len - 1 - i : i);
      /* Turning a change round twice gives a copy of it. */
      g_autoptr(EntChange) back = ent_change_invert (change);
      EntChange *step = backwards ? g_steal_pointer (&back) : ent_change_invert (back);

      _ent_project_apply (self, step);
      g_ptr_array_add (applied, step);
    }
  self->replaying = FALSE;

  _ent_project_emit_committed (self, &(EntChangeSet) { label, origin, FALSE, applied });
}

void
_ent_project_emit_committed (EntProject *self, const EntChangeSet *set)
{
  g_signal_emit (self, signals[SIGNAL_COMMITTED], 0, set);
}
