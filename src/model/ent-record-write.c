/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records: the gate through which their fields are written. */
#include "config.h"

#include "model/ent-project.h"
#include "model/ent-record-private.h"
#include "model/ent-shared-text.h"

#include <glib/gi18n.h>
#include <math.h>

static gboolean
is_keyed (EntRecord *self)
{
  return ent_record_get_info (self)->keyed;
}

/* The key fields come first in every table of a keyed kind. */
static void
update_key_id (EntRecord *self)
{
  const EntKindInfo *info = ent_record_get_info (self);
  const char *keys[3] = { NULL, NULL, NULL };

  for (guint i = 0; i < 3 && i < info->n_fields; i++)
    if ((info->fields[i].flags & ENT_FIELD_KEY) != 0)
      keys[i] = self->slots[i].s != NULL ? self->slots[i].s : "";

  g_free (self->id);
  self->id = _ent_id_join (keys[0], keys[1], keys[2]);
}

/* Many records hold the same days and refer to the same records. */
static gboolean
is_shared (const EntField *row)
{
  return row->type == ENT_FIELD_DATE || row->type == ENT_FIELD_REF;
}

/*
 * Puts a text into a slot, or nothing where @text is %NULL, and frees what was there.
 */
void
_ent_slot_set_text (EntSlot *slot, const EntField *row, const char *text)
{
  char *before = slot->s;

  if (is_shared (row))
    {
      slot->s = text != NULL ? _ent_shared_text_ref (text) : NULL;
      _ent_shared_text_unref (before);
    }
  else
    {
      slot->s = g_strdup (text);
      g_free (before);
    }
}

static void
store (const EntField *row, EntSlot *slot, const EntValue *value)
{
  EntValue initial = ent_field_get_initial (row);
  const EntValue *source = value->form == ENT_VALUE_RAW ? &initial : value;

  switch (row->type)
    {
    case ENT_FIELD_INT:
    case ENT_FIELD_BOOL:
    case ENT_FIELD_ENUM:
      slot->i = source->form == ENT_VALUE_INT ? source->i : ENT_INT_UNSET;
      break;
    case ENT_FIELD_DOUBLE:
      slot->d = source->form == ENT_VALUE_DOUBLE ? source->d : (double) NAN;
      break;
    case ENT_FIELD_REFS:
    case ENT_FIELD_STRINGS:
    case ENT_FIELD_DATES:
      g_strfreev (slot->v);
      slot->v = source->form == ENT_VALUE_LIST ? g_strdupv (source->v) : NULL;
      break;
    case ENT_FIELD_STRING:
    case ENT_FIELD_TEXT:
    case ENT_FIELD_DATE:
    case ENT_FIELD_REF:
    default:
      _ent_slot_set_text (slot, row, source->form == ENT_VALUE_STRING ? source->s : NULL);
      break;
    }
}

/*
 * Puts a checked value into its slot, or beside it where it is raw, and tells the views.
 */
void
_ent_record_apply (EntRecord *self, guint field, const EntValue *value)
{
  const EntField *row = record_row (self, field);

  _ent_record_drop_raw (self, field);
  if (value->form == ENT_VALUE_RAW)
    _ent_record_take_raw (self, field, g_strdup (value->s));
  store (row, &self->slots[field], value);

  if ((row->flags & ENT_FIELD_SEARCHABLE) != 0)
    g_clear_pointer (&self->folded, g_free);
  if ((row->flags & ENT_FIELD_KEY) != 0)
    update_key_id (self);

  g_object_notify_by_pspec (G_OBJECT (self), ENT_RECORD_GET_CLASS (self)->pspecs[field]);
}

/*
 * The project takes the record in. Its content is the history's again once it leaves.
 */
void
_ent_record_enter (EntRecord *self, EntProject *project)
{
  g_assert (self->project == NULL);

  self->project = project;
  self->frozen = FALSE;
}

void
_ent_record_leave (EntRecord *self)
{
  self->project = NULL;
  self->frozen = TRUE;
}

/* What the unset value of a field means: numbers that always have a value fall back to the
 * first. */
static const EntValue *
normalise (const EntField *row, const EntValue *value, EntValue *initial)
{
  if (value->form != ENT_VALUE_UNSET)
    return value;
  if (row->type != ENT_FIELD_INT && row->type != ENT_FIELD_ENUM && row->type != ENT_FIELD_BOOL)
    return value;

  *initial = ent_field_get_initial (row);

  return initial;
}

/**
 * ent_record_set:
 * @self: a record
 * @field: a field
 * @value: its new value
 * @error: return location for an error: why the value can't be taken, for people
 *
 * The gate. In a project the change is recorded; it is a step of its own unless a transaction is
 * open, and further sets of the same field join it until ent_history_seal() is called. Setting the
 * value that is there already is no change. The key fields of a record in a project are fixed; see
 * ent_project_rekey(). A record that was removed belongs to the history and can't be set.
 *
 * Returns: whether the field now has @value
 */
gboolean
ent_record_set (EntRecord *self, guint field, const EntValue *value, GError **error)
{
  const EntField *row = record_row (self, field);
  EntValue current;
  EntValue initial = ENT_VALUE_INIT;

  g_return_val_if_fail (row != NULL, FALSE);
  g_return_val_if_fail (value != NULL, FALSE);

  value = normalise (row, value, &initial);
  current = _ent_record_peek (self, field);
  if (ent_value_equal (&current, value))
    return TRUE;
  if (!ent_field_check (row, value, error))
    return FALSE;
  if (self->frozen)
    {
      g_set_error_literal (error, ENT_MODEL_ERROR, ENT_MODEL_ERROR_READ_ONLY,
                           _("This entry has been deleted."));
      return FALSE;
    }
  if (self->project != NULL)
    return _ent_project_set_field (self->project, self, field, value, error);

  _ent_record_apply (self, field, value);

  return TRUE;
}

static gboolean
set_and_clear (EntRecord *self, guint field, EntValue value)
{
  gboolean done = ent_record_set (self, field, &value, NULL);

  ent_value_clear (&value);

  return done;
}

/**
 * ent_record_set_string:
 * @self: a record
 * @field: a string, text, date or reference field
 * @value: (nullable): text; %NULL or "" unsets
 *
 * ent_record_set() for those who know that the value fits.
 *
 * Returns: whether the field now has @value
 */
gboolean
ent_record_set_string (EntRecord *self, guint field, const char *value)
{
  return set_and_clear (self, field, ent_value_string (value));
}

/**
 * ent_record_set_int:
 * @self: a record
 * @field: an int field
 * @value: a number, or %ENT_INT_UNSET
 *
 * Returns: whether the field now has @value
 */
gboolean
ent_record_set_int (EntRecord *self, guint field, int value)
{
  return set_and_clear (self, field, ent_value_int (value));
}

/**
 * ent_record_set_double:
 * @self: a record
 * @field: a double field
 * @value: a number, or NAN for unset
 *
 * Returns: whether the field now has @value
 */
gboolean
ent_record_set_double (EntRecord *self, guint field, double value)
{
  return set_and_clear (self, field, ent_value_double (value));
}

/**
 * ent_record_set_bool:
 * @self: a record
 * @field: a bool field
 * @value: yes or no
 *
 * Returns: whether the field now has @value
 */
gboolean
ent_record_set_bool (EntRecord *self, guint field, gboolean value)
{
  return set_and_clear (self, field, ent_value_int (value != FALSE));
}

/**
 * ent_record_set_enum:
 * @self: a record
 * @field: an enum field
 * @value: an index into the field's choices
 *
 * Returns: whether the field now has @value
 */
gboolean
ent_record_set_enum (EntRecord *self, guint field, int value)
{
  return set_and_clear (self, field, ent_value_int (value));
}

/**
 * ent_record_set_list:
 * @self: a record
 * @field: a refs, strings or dates field
 * @value: (nullable) (array zero-terminated=1): entries
 *
 * Returns: whether the field now has @value
 */
gboolean
ent_record_set_list (EntRecord *self, guint field, const char *const *value)
{
  return set_and_clear (self, field, ent_value_list (value));
}

/**
 * ent_record_load_take:
 * @self: a record that is in no project yet
 * @field: a field
 * @value: (transfer full): a value that has passed ent_field_check(); left unset
 *
 * The reader's way in: stores without copying, checking or telling anybody.
 */
void
ent_record_load_take (EntRecord *self, guint field, EntValue *value)
{
  const EntField *row = record_row (self, field);
  EntSlot *slot = &self->slots[field];

  g_return_if_fail (row != NULL && self->project == NULL);

  if (value->form == ENT_VALUE_RAW)
    _ent_record_take_raw (self, field, value->s);
  else if (value->form == ENT_VALUE_STRING && is_shared (row))
    {
      _ent_slot_set_text (slot, row, value->s);
      g_free (value->s);
    }
  else if (value->form == ENT_VALUE_STRING)
    {
      g_free (slot->s);
      slot->s = value->s;
    }
  else if (value->form == ENT_VALUE_LIST)
    {
      g_strfreev (slot->v);
      slot->v = value->v;
    }
  else if (value->form == ENT_VALUE_INT)
    slot->i = value->i;
  else if (value->form == ENT_VALUE_DOUBLE)
    slot->d = value->d;

  *value = (EntValue) ENT_VALUE_INIT;
  if (is_keyed (self) && (row->flags & ENT_FIELD_KEY) != 0)
    update_key_id (self);
}
