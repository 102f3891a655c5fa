/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Change records: making, turning round, weighing. Applying them is the project's business. */
#include "config.h"

#include "model/ent-change.h"

/**
 * ent_change_new_set:
 * @record: the record
 * @field: which field
 * @old_value: what was there
 * @new_value: what is there now
 *
 * Returns: (transfer full): the change; values are copied
 */
EntChange *
ent_change_new_set (EntRecord      *record,
                    guint           field,
                    const EntValue *old_value,
                    const EntValue *new_value)
{
  EntChange *self = g_new0 (EntChange, 1);

  self->type = ENT_CHANGE_SET;
  self->record = g_object_ref (record);
  self->field = field;
  self->old_value = ent_value_copy (old_value);
  self->new_value = ent_value_copy (new_value);

  return self;
}

/**
 * ent_change_new_place:
 * @type: an insert, a removal or a move
 * @record: the record
 * @position: its place in the list: after an insert or a move, before a removal
 * @old_position: for moves, its place before
 *
 * Returns: (transfer full): the change
 */
EntChange *
ent_change_new_place (EntChangeType type, EntRecord *record, guint position, guint old_position)
{
  EntChange *self = g_new0 (EntChange, 1);

  self->type = type;
  self->record = g_object_ref (record);
  self->position = position;
  self->old_position = old_position;

  return self;
}

/**
 * ent_change_invert:
 * @self: a change
 *
 * Returns: (transfer full): the change that takes @self back
 */
EntChange *
ent_change_invert (const EntChange *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  switch (self->type)
    {
    case ENT_CHANGE_SET:
      return ent_change_new_set (self->record, self->field, &self->new_value, &self->old_value);
    case ENT_CHANGE_INSERT:
      return ent_change_new_place (ENT_CHANGE_REMOVE, self->record, self->position, 0);
    case ENT_CHANGE_REMOVE:
      return ent_change_new_place (ENT_CHANGE_INSERT, self->record, self->position, 0);
    case ENT_CHANGE_MOVE:
      return ent_change_new_place (ENT_CHANGE_MOVE, self->record, self->old_position,
                                   self->position);
    default:
      g_return_val_if_reached (NULL);
    }
}

/**
 * ent_change_free:
 * @self: a change
 *
 * Frees it.
 */
void
ent_change_free (EntChange *self)
{
  g_return_if_fail (self != NULL);

  g_object_unref (self->record);
  ent_value_clear (&self->old_value);
  ent_value_clear (&self->new_value);
  g_free (self);
}

/**
 * ent_change_weight:
 * @self: a change
 *
 * Returns: about how many bytes of memory it takes; for a removed record also what the record takes
 */
gsize
ent_change_weight (const EntChange *self)
{
  gsize weight = sizeof (EntChange);

  g_return_val_if_fail (self != NULL, 0);

  if (self->type == ENT_CHANGE_SET)
    return weight + ent_value_weight (&self->old_value) + ent_value_weight (&self->new_value);
  if (self->type == ENT_CHANGE_MOVE)
    return weight;

  for (guint i = 0; i < ent_record_get_info (self->record)->n_fields; i++)
    {
      g_auto(EntValue) value = ent_record_dup_value (self->record, i);

      weight += sizeof (EntValue) + ent_value_weight (&value);
    }

  return weight;
}

/**
 * ent_change_set_touches:
 * @self: the changes of a step
 * @kind: a kind of record
 *
 * Returns: whether any record of @kind was changed
 */
gboolean
ent_change_set_touches (const EntChangeSet *self, EntKind kind)
{
  g_return_val_if_fail (self != NULL, FALSE);

  for (guint i = 0; i < self->changes->len; i++)
    {
      const EntChange *change = g_ptr_array_index (self->changes, i);

      if (ent_record_get_kind (change->record) == kind)
        return TRUE;
    }

  return FALSE;
}

/**
 * ent_change_set_touches_field:
 * @self: the changes of a step
 * @kind: a kind of record
 * @field: one of its fields
 *
 * Returns: whether @field of any record of @kind was set, or any such record came, went or moved
 */
gboolean
ent_change_set_touches_field (const EntChangeSet *self, EntKind kind, guint field)
{
  g_return_val_if_fail (self != NULL, FALSE);

  for (guint i = 0; i < self->changes->len; i++)
    {
      const EntChange *change = g_ptr_array_index (self->changes, i);

      if (ent_record_get_kind (change->record) == kind
          && (change->type != ENT_CHANGE_SET || change->field == field))
        return TRUE;
    }

  return FALSE;
}
