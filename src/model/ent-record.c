/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records: what they are, and reading their fields. Writing is in ent-record-write.c. */
#include "config.h"

#include "model/ent-project.h"
#include "model/ent-record-private.h"

#include <math.h>

/**
 * ent_record_new:
 * @kind: a kind of record
 *
 * Returns: (transfer full): a record with a new id (or, for keyed kinds, none until its keys are
 *   set) and initial values, in no project
 */
EntRecord *
ent_record_new (EntKind kind)
{
  g_autofree char *id = ent_kind_get_info (kind)->keyed ? NULL : ent_id_new ();

  return ent_record_new_with_id (kind, id);
}

/**
 * ent_record_new_with_id:
 * @kind: a kind of record
 * @id: (nullable): its id; %NULL for keyed kinds
 *
 * Returns: (transfer full): a record with initial values, in no project
 */
EntRecord *
ent_record_new_with_id (EntKind kind, const char *id)
{
  EntRecord *self = g_object_new (ent_kind_get_gtype (kind), NULL);

  self->id = g_strdup (id);

  return self;
}

/**
 * ent_record_get_kind:
 * @self: a record
 *
 * Returns: its kind
 */
EntKind
ent_record_get_kind (EntRecord *self)
{
  g_return_val_if_fail (ENT_IS_RECORD (self), ENT_KIND_PROJECT);

  return ENT_RECORD_GET_CLASS (self)->info->kind;
}

/**
 * ent_record_get_info:
 * @self: a record
 *
 * Returns: its kind's table
 */
const EntKindInfo *
ent_record_get_info (EntRecord *self)
{
  g_return_val_if_fail (ENT_IS_RECORD (self), NULL);

  return ENT_RECORD_GET_CLASS (self)->info;
}

/**
 * ent_record_get_id:
 * @self: a record
 *
 * Returns: (nullable): its id, which never changes; %NULL while the keys of a keyed record are
 *   incomplete
 */
const char *
ent_record_get_id (EntRecord *self)
{
  g_return_val_if_fail (ENT_IS_RECORD (self), NULL);

  return self->id;
}

/**
 * ent_record_get_project:
 * @self: a record
 *
 * Returns: (nullable) (transfer none): the project it is in, %NULL before it was inserted and after
 *   it was removed
 */
EntProject *
ent_record_get_project (EntRecord *self)
{
  g_return_val_if_fail (ENT_IS_RECORD (self), NULL);

  return self->project;
}

/**
 * ent_record_is_confidential:
 * @self: a record
 *
 * Positions and trust ratings are, and expectations that nobody has voiced.
 *
 * Returns: whether copies made "without what is confidential" leave the whole record out
 */
gboolean
ent_record_is_confidential (EntRecord *self)
{
  const EntKindInfo *info = ent_record_get_info (self);

  g_return_val_if_fail (info != NULL, TRUE);

  if (info->kind == ENT_KIND_EXPECTATION)
    return ent_record_get_enum (self, ENT_EXPECTATION_STATUS) == ENT_EXPECTATION_UNSPOKEN;

  return info->confidential;
}

/**
 * ent_record_get_string:
 * @self: a record
 * @field: a string, text, date or reference field
 *
 * Returns: its value, "" when unset; borrowed until the field changes
 */
const char *
ent_record_get_string (EntRecord *self, guint field)
{
  const EntField *row = record_row (self, field);

  g_return_val_if_fail (row != NULL, "");
  g_return_val_if_fail (row->type == ENT_FIELD_STRING || row->type == ENT_FIELD_TEXT
                        || row->type == ENT_FIELD_DATE || row->type == ENT_FIELD_REF, "");

  return self->slots[field].s != NULL ? self->slots[field].s : "";
}

/**
 * ent_record_get_int:
 * @self: a record
 * @field: an int field
 *
 * Returns: its value, or %ENT_INT_UNSET
 */
int
ent_record_get_int (EntRecord *self, guint field)
{
  const EntField *row = record_row (self, field);

  g_return_val_if_fail (row != NULL && row->type == ENT_FIELD_INT, ENT_INT_UNSET);

  return self->slots[field].i;
}

/**
 * ent_record_get_double:
 * @self: a record
 * @field: a double field
 *
 * Returns: its value, or NAN for unset
 */
double
ent_record_get_double (EntRecord *self, guint field)
{
  const EntField *row = record_row (self, field);

  g_return_val_if_fail (row != NULL && row->type == ENT_FIELD_DOUBLE, (double) NAN);

  return self->slots[field].d;
}

/**
 * ent_record_get_bool:
 * @self: a record
 * @field: a bool field
 *
 * Returns: its value
 */
gboolean
ent_record_get_bool (EntRecord *self, guint field)
{
  const EntField *row = record_row (self, field);

  g_return_val_if_fail (row != NULL && row->type == ENT_FIELD_BOOL, FALSE);

  return self->slots[field].i;
}

/**
 * ent_record_get_enum:
 * @self: a record
 * @field: an enum field
 *
 * Returns: its value, an index into the field's choices
 */
int
ent_record_get_enum (EntRecord *self, guint field)
{
  const EntField *row = record_row (self, field);

  g_return_val_if_fail (row != NULL && row->type == ENT_FIELD_ENUM, 0);

  return self->slots[field].i;
}

/**
 * ent_record_get_list:
 * @self: a record
 * @field: a refs, strings or dates field
 *
 * Returns: (array zero-terminated=1): its entries; borrowed until the field changes
 */
const char *const *
ent_record_get_list (EntRecord *self, guint field)
{
  static const char *const none[] = { NULL };
  const EntField *row = record_row (self, field);

  g_return_val_if_fail (row != NULL, none);
  g_return_val_if_fail (row->type == ENT_FIELD_REFS || row->type == ENT_FIELD_STRINGS
                        || row->type == ENT_FIELD_DATES, none);

  return self->slots[field].v != NULL ? (const char *const *) self->slots[field].v : none;
}

/**
 * ent_record_get_ref:
 * @self: a record in a project
 * @field: a reference field
 *
 * Returns: (nullable) (transfer none): the record referred to; %NULL when unset, gone, or of
 *   another kind than the field asks for
 */
EntRecord *
ent_record_get_ref (EntRecord *self, guint field)
{
  const EntField *row = record_row (self, field);

  g_return_val_if_fail (row != NULL && row->type == ENT_FIELD_REF, NULL);

  if (self->project == NULL || self->slots[field].s == NULL)
    return NULL;

  return ent_project_lookup_kind (self->project, (EntKind) row->target, self->slots[field].s);
}

EntValue
_ent_record_peek (EntRecord *self, guint field)
{
  const EntField *row = record_row (self, field);
  const char *raw = ent_record_get_raw (self, field);
  const EntSlot *slot = &self->slots[field];

  if (raw != NULL)
    return (EntValue) { ENT_VALUE_RAW, { .s = (char *) raw } };

  switch (row->type)
    {
    case ENT_FIELD_INT:
    case ENT_FIELD_BOOL:
    case ENT_FIELD_ENUM:
      return ent_value_int (slot->i);
    case ENT_FIELD_DOUBLE:
      return ent_value_double (slot->d);
    case ENT_FIELD_REFS:
    case ENT_FIELD_STRINGS:
    case ENT_FIELD_DATES:
      if (slot->v != NULL)
        return (EntValue) { ENT_VALUE_LIST, { .v = slot->v } };
      break;
    case ENT_FIELD_STRING:
    case ENT_FIELD_TEXT:
    case ENT_FIELD_DATE:
    case ENT_FIELD_REF:
    default:
      if (slot->s != NULL)
        return (EntValue) { ENT_VALUE_STRING, { .s = slot->s } };
      break;
    }

  return (EntValue) ENT_VALUE_INIT;
}

/**
 * ent_record_dup_value:
 * @self: a record
 * @field: a field
 *
 * Returns: a copy of its value, raw where it could not be read; free with ent_value_clear()
 */
EntValue
ent_record_dup_value (EntRecord *self, guint field)
{
  EntValue value;

  g_return_val_if_fail (record_row (self, field) != NULL, (EntValue) ENT_VALUE_INIT);

  value = _ent_record_peek (self, field);

  return ent_value_copy (&value);
}

/**
 * ent_record_is_initial:
 * @self: a record
 * @field: a field
 *
 * Returns: whether the field has the value that a new record has; the file then leaves it out
 */
gboolean
ent_record_is_initial (EntRecord *self, guint field)
{
  const EntField *row = record_row (self, field);
  EntValue value, initial;

  g_return_val_if_fail (row != NULL, TRUE);

  value = _ent_record_peek (self, field);
  initial = ent_field_get_initial (row);

  return ent_value_equal (&value, &initial);
}
