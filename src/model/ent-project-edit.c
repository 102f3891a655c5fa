/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The gate: every edit of a project comes through one of these functions and is recorded. */
#include "config.h"

#include "model/ent-project-private.h"
#include "model/ent-record-private.h"

#include <glib/gi18n.h>

void
_ent_project_perform (EntProject *self, EntChange *change)
{
  g_assert (self->depth > 0);

  g_ptr_array_add (self->pending, change);
  _ent_project_apply (self, change);
}

/* Views that answer an undo by editing would put a step on top of the ones they just saw undone. */
static gboolean
check_editable (EntProject *self, GError **error)
{
  if (self->replaying)
    {
      g_set_error_literal (error, ENT_MODEL_ERROR, ENT_MODEL_ERROR_READ_ONLY,
                           _("Nothing can be changed while a step is being undone."));
      return FALSE;
    }

  return _ent_project_check_writable (self, error);
}

gboolean
_ent_project_set_field (EntProject     *self,
                        EntRecord      *record,
                        guint           field,
                        const EntValue *value,
                        GError        **error)
{
  g_autoptr(EntTransaction) step = NULL;
  g_auto(EntValue) old = ENT_VALUE_INIT;

  if (!check_editable (self, error))
    return FALSE;
  if ((ent_record_get_info (record)->fields[field].flags & ENT_FIELD_KEY) != 0)
    {
      g_set_error (error, ENT_MODEL_ERROR, ENT_MODEL_ERROR_VALUE,
                   _("%s is part of what this entry is and can’t be changed by itself."),
                   ent_field_get_label (&ent_record_get_info (record)->fields[field]));
      return FALSE;
    }

  step = ent_project_begin (self, NULL);
  old = ent_record_dup_value (record, field);
  _ent_project_perform (self, ent_change_new_set (record, field, &old, value));
  ent_transaction_commit (step);

  return TRUE;
}

static gboolean
check_complete (EntRecord *record, GError **error)
{
  const EntKindInfo *info = ent_record_get_info (record);

  if (ent_record_get_id (record) == NULL)
    {
      g_set_error (error, ENT_MODEL_ERROR, ENT_MODEL_ERROR_VALUE,
                   _("A part of what a new %s is about is missing."),
                   ent_kind_get_label (info->kind, FALSE));
      return FALSE;
    }
  for (guint i = 0; i < info->n_fields; i++)
    {
      g_auto(EntValue) value = ent_record_dup_value (record, i);

      if (!ent_field_check (&info->fields[i], &value, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
check_insert (EntProject *self, EntRecord *record, GError **error)
{
  EntKind kind = ent_record_get_kind (record);

  if (!check_editable (self, error) || !check_complete (record, error))
    return FALSE;
  if (ent_project_lookup (self, ent_record_get_id (record)) != NULL)
    {
      g_autofree char *title = ent_record_dup_title (record);

      g_set_error (error, ENT_MODEL_ERROR, ENT_MODEL_ERROR_DUPLICATE, _("“%s” is there already."),
                   title);
      return FALSE;
    }
  if (ent_project_get_n_records (self, kind) >= ENT_LIST_MAX_RECORDS)
    {
      g_set_error (error, ENT_MODEL_ERROR, ENT_MODEL_ERROR_LIMIT,
                   _("A partnership can hold %d entries of a kind."), ENT_LIST_MAX_RECORDS);
      return FALSE;
    }

  return TRUE;
}

/**
 * ent_project_insert:
 * @self: a project
 * @record: a record in no project, of another kind than the project itself
 * @position: the place it shall have in its list; beyond the end means the end
 * @error: return location for an error: why it can't be taken, for people
 *
 * Puts @record into its list, as a recorded change.
 *
 * Returns: whether it was inserted
 */
gboolean
ent_project_insert (EntProject *self, EntRecord *record, guint position, GError **error)
{
  g_autoptr(EntTransaction) step = NULL;
  guint size;

  g_return_val_if_fail (ENT_IS_PROJECT (self), FALSE);
  g_return_val_if_fail (ENT_IS_RECORD (record) && record->project == NULL, FALSE);
  g_return_val_if_fail (ent_record_get_kind (record) != ENT_KIND_PROJECT, FALSE);

  if (!check_insert (self, record, error))
    return FALSE;

  size = ent_project_get_n_records (self, ent_record_get_kind (record));
  step = ent_project_begin (self, NULL);
  _ent_project_perform (self, ent_change_new_place (ENT_CHANGE_INSERT, record,
                                                    MIN (position, size), 0));
  ent_transaction_commit (step);

  return TRUE;
}

/**
 * ent_project_append:
 * @self: a project
 * @record: a record in no project, of another kind than the project itself
 * @error: return location for an error: why it can't be taken, for people
 *
 * Puts @record at the end of its list, as a recorded change.
 *
 * Returns: whether it was inserted
 */
gboolean
ent_project_append (EntProject *self, EntRecord *record, GError **error)
{
  return ent_project_insert (self, record, G_MAXUINT, error);
}

static gboolean
belongs_to (EntRecord *record, const char *id)
{
  const EntKindInfo *info = ent_record_get_info (record);

  for (guint i = 0; i < info->n_fields; i++)
    if ((info->fields[i].flags & ENT_FIELD_OWNER) != 0
        && g_str_equal (ent_record_get_string (record, i), id))
      return TRUE;

  return FALSE;
}

static void
perform_set (EntProject *self, EntRecord *record, guint field, const EntValue *value)
{
  g_auto(EntValue) old = ent_record_dup_value (record, field);

  _ent_project_perform (self, ent_change_new_set (record, field, &old, value));
}

static void
drop_from_list (EntProject *self, EntRecord *record, guint field, const char *id)
{
  g_autoptr(GStrvBuilder) rest = g_strv_builder_new ();
  g_auto(EntValue) value = ENT_VALUE_INIT;
  gboolean found = FALSE;

  for (const char *const *item = ent_record_get_list (record, field); *item != NULL; item++)
    {
      if (g_str_equal (*item, id))
        found = TRUE;
      else
        g_strv_builder_add (rest, *item);
    }
  if (!found)
    return;

  value = ent_value_take_list (g_strv_builder_end (rest));
  perform_set (self, record, field, &value);
}

static void
unset_references (EntProject *self, EntRecord *record, const char *id)
{
  const EntKindInfo *info = ent_record_get_info (record);
  const EntValue unset = ENT_VALUE_INIT;

  for (guint i = 0; i < info->n_fields; i++)
    {
      if (info->fields[i].type == ENT_FIELD_REFS)
        drop_from_list (self, record, i, id);
      else if (info->fields[i].type == ENT_FIELD_REF
               && g_str_equal (ent_record_get_string (record, i), id))
        perform_set (self, record, i, &unset);
    }
}

static void remove_with_dependants (EntProject *self, EntRecord *record);

/* What belongs to the record goes with it, what merely mentions it forgets it. */
static void
release_referrers (EntProject *self, const char *id)
{
  g_autoptr(GPtrArray) referrers = ent_project_dup_referrers (self, id);

  /* From the last on: removals at the end of a list renumber nothing. */
  for (guint i = referrers->len; i > 0; i--)
    {
      EntRecord *referrer = g_ptr_array_index (referrers, i - 1);

      /* It may have gone already with another record that it belonged to. */
      if (ent_record_get_project (referrer) == NULL)
        continue;
      if (belongs_to (referrer, id))
        remove_with_dependants (self, referrer);
      else
        unset_references (self, referrer, id);
    }
}

static void
remove_with_dependants (EntProject *self, EntRecord *record)
{
  release_referrers (self, ent_record_get_id (record));
  /* In a ring of owners the record may have gone by way of what it owns. */
  if (ent_record_get_project (record) != NULL)
    _ent_project_perform (self, ent_change_new_place (ENT_CHANGE_REMOVE, record,
                                                      ent_record_get_position (record), 0));
}

/**
 * ent_project_remove:
 * @self: a project
 * @record: one of its records, other than the project's own
 *
 * Removes @record with all that belongs to it, and unsets what refers to it, in one transaction
 * that undo takes back whole.
 *
 * Returns: whether it was removed; not where the project can be read only
 */
gboolean
ent_project_remove (EntProject *self, EntRecord *record)
{
  g_autoptr(EntTransaction) step = NULL;
  g_autofree char *title = NULL;
  g_autofree char *label = NULL;

  g_return_val_if_fail (ENT_IS_PROJECT (self), FALSE);
  g_return_val_if_fail (ENT_IS_RECORD (record) && record->project == self, FALSE);
  g_return_val_if_fail (record != self->info, FALSE);

  if (!check_editable (self, NULL))
    return FALSE;

  title = ent_record_dup_title (record);
  label = g_strdup_printf (_("Delete %s “%s”"),
                           ent_kind_get_label (ent_record_get_kind (record), FALSE), title);
  step = ent_project_begin (self, label);
  remove_with_dependants (self, record);
  ent_transaction_commit (step);

  return TRUE;
}

/**
 * ent_project_move:
 * @self: a project
 * @record: one of its records, other than the project's own
 * @position: the place it shall have in its list; beyond the end means the end
 *
 * Returns: whether it now has that place; not where the project can be read only
 */
gboolean
ent_project_move (EntProject *self, EntRecord *record, guint position)
{
  g_autoptr(EntTransaction) step = NULL;
  guint from, size;

  g_return_val_if_fail (ENT_IS_PROJECT (self), FALSE);
  g_return_val_if_fail (ENT_IS_RECORD (record) && record->project == self, FALSE);
  g_return_val_if_fail (record != self->info, FALSE);

  if (!check_editable (self, NULL))
    return FALSE;

  size = ent_project_get_n_records (self, ent_record_get_kind (record));
  from = ent_record_get_position (record);
  position = MIN (position, size - 1);
  if (from == position)
    return TRUE;

  step = ent_project_begin (self, NULL);
  _ent_project_perform (self, ent_change_new_place (ENT_CHANGE_MOVE, record, position, from));
  ent_transaction_commit (step);

  return TRUE;
}

static EntRecord *
copy_with_key (EntRecord *record, guint field, const EntValue *value)
{
  const EntKindInfo *info = ent_record_get_info (record);
  EntRecord *copy = ent_record_new (info->kind);
  const char *json;

  for (guint i = 0; i < info->n_fields; i++)
    {
      g_auto(EntValue) own = i == field ? ent_value_copy (value) : ent_record_dup_value (record, i);

      ent_record_load_take (copy, i, &own);
    }
  for (guint i = 0; i < ent_record_get_n_unknown (record); i++)
    {
      const char *name = ent_record_get_unknown (record, i, &json);

      ent_record_add_unknown (copy, name, g_strdup (json));
    }

  return copy;
}

/**
 * ent_project_rekey:
 * @self: a project
 * @record: one of its records, of a keyed kind
 * @field: one of its key fields
 * @value: what the key shall be
 * @error: return location for an error: why it can't be so, for people
 *
 * Gives a keyed record another key, for instance a measurement another day. As the id follows the
 * key, this is another record in the same place; the old one is removed.
 *
 * Returns: (nullable) (transfer none): the record with the new key, or %NULL
 */
EntRecord *
ent_project_rekey (EntProject *self, EntRecord *record, guint field, const char *value,
                   GError **error)
{
  g_autoptr(EntTransaction) step = NULL;
  g_autoptr(EntRecord) copy = NULL;
  g_auto(EntValue) key = ent_value_string (value);
  guint position;

  g_return_val_if_fail (ENT_IS_PROJECT (self), NULL);
  g_return_val_if_fail (ENT_IS_RECORD (record) && record->project == self, NULL);
  g_return_val_if_fail (field < ent_record_get_info (record)->n_fields, NULL);
  g_return_val_if_fail ((ent_record_get_info (record)->fields[field].flags & ENT_FIELD_KEY) != 0,
                        NULL);

  if (g_str_equal (ent_record_get_string (record, field), value))
    return record;
  if (!ent_field_check (&ent_record_get_info (record)->fields[field], &key, error))
    return NULL;

  copy = copy_with_key (record, field, &key);
  if (!check_insert (self, copy, error))
    return NULL;

  position = ent_record_get_position (record);
  step = ent_project_begin (self, NULL);
  _ent_project_perform (self, ent_change_new_place (ENT_CHANGE_REMOVE, record, position, 0));
  _ent_project_perform (self, ent_change_new_place (ENT_CHANGE_INSERT, copy, position, 0));
  ent_transaction_commit (step);

  return copy;
}
