/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The class side of records: one GType a kind, with GObject properties made from the kind's table,
 * so that expressions, bindings and the inspector work. */
#include "config.h"

#include "model/ent-record-private.h"

#include <math.h>

enum {
  PROP_ID = 1,
};

G_DEFINE_ABSTRACT_TYPE (EntRecord, ent_record, G_TYPE_OBJECT)

static gboolean
holds_list (const EntField *field)
{
  return field->type == ENT_FIELD_REFS || field->type == ENT_FIELD_STRINGS
         || field->type == ENT_FIELD_DATES;
}

static gboolean
holds_text (const EntField *field)
{
  return field->type == ENT_FIELD_STRING || field->type == ENT_FIELD_TEXT
         || field->type == ENT_FIELD_DATE || field->type == ENT_FIELD_REF;
}

static void
get_field_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  EntRecord *self = ENT_RECORD (object);
  guint field = prop_id - 1;
  const EntField *row = &ent_record_get_info (self)->fields[field];

  if (holds_list (row))
    g_value_set_boxed (value, ent_record_get_list (self, field));
  else if (holds_text (row))
    g_value_set_string (value, ent_record_get_string (self, field));
  else if (row->type == ENT_FIELD_DOUBLE)
    g_value_set_double (value, ent_record_get_double (self, field));
  else if (row->type == ENT_FIELD_ENUM)
    g_value_set_enum (value, ent_record_get_enum (self, field));
  else if (row->type == ENT_FIELD_BOOL)
    g_value_set_boolean (value, ent_record_get_bool (self, field));
  else
    g_value_set_int (value, ent_record_get_int (self, field));
}

static void
set_field_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  EntRecord *self = ENT_RECORD (object);
  guint field = prop_id - 1;
  const EntField *row = &ent_record_get_info (self)->fields[field];

  if (holds_list (row))
    ent_record_set_list (self, field, g_value_get_boxed (value));
  else if (holds_text (row))
    ent_record_set_string (self, field, g_value_get_string (value));
  else if (row->type == ENT_FIELD_DOUBLE)
    ent_record_set_double (self, field, g_value_get_double (value));
  else if (row->type == ENT_FIELD_ENUM)
    ent_record_set_enum (self, field, g_value_get_enum (value));
  else if (row->type == ENT_FIELD_BOOL)
    ent_record_set_bool (self, field, g_value_get_boolean (value));
  else
    ent_record_set_int (self, field, g_value_get_int (value));
}

/* Ranges are left to ent_field_check(), which can explain itself; a pspec could only clamp. */
static GParamSpec *
new_pspec (const EntField *field)
{
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  switch (field->type)
    {
    case ENT_FIELD_INT:
      return g_param_spec_int (field->name, NULL, NULL, G_MININT, G_MAXINT, (int) field->initial,
                               flags);
    case ENT_FIELD_DOUBLE:
      /* NAN means unset and differs from itself, which looks like a clamp unless validation is
       * lax. */
      return g_param_spec_double (field->name, NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, 0.0,
                                  flags | G_PARAM_LAX_VALIDATION);
    case ENT_FIELD_BOOL:
      return g_param_spec_boolean (field->name, NULL, NULL, FALSE, flags);
    case ENT_FIELD_ENUM:
      return g_param_spec_enum (field->name, NULL, NULL, ent_enum_get_type (field->choices),
                                (int) field->initial, flags);
    case ENT_FIELD_REFS:
    case ENT_FIELD_STRINGS:
    case ENT_FIELD_DATES:
      return g_param_spec_boxed (field->name, NULL, NULL, G_TYPE_STRV, flags);
    case ENT_FIELD_STRING:
    case ENT_FIELD_TEXT:
    case ENT_FIELD_DATE:
    case ENT_FIELD_REF:
    default:
      return g_param_spec_string (field->name, NULL, NULL, "", flags);
    }
}

static void
kind_class_init (gpointer g_class, gpointer class_data)
{
  EntRecordClass *klass = g_class;
  GObjectClass *object_class = g_class;
  const EntKindInfo *info = class_data;

  klass->info = info;
  klass->pspecs = g_new0 (GParamSpec *, info->n_fields);
  object_class->get_property = get_field_property;
  object_class->set_property = set_field_property;

  for (guint i = 0; i < info->n_fields; i++)
    {
      /* A hole in a table is a programming mistake that the first test to run must find. */
      if (info->fields[i].name == NULL || info->fields[i].label == NULL)
        g_error ("field %u of %s has no name or label", i, info->type_name);

      klass->pspecs[i] = new_pspec (&info->fields[i]);
      g_object_class_install_property (object_class, i + 1, klass->pspecs[i]);
    }
}

static void
kind_instance_init (GTypeInstance *instance, gpointer g_class)
{
  EntRecord *self = (EntRecord *) instance;
  const EntKindInfo *info = ((EntRecordClass *) g_class)->info;

  for (guint i = 0; i < info->n_fields; i++)
    {
      EntValue initial = ent_field_get_initial (&info->fields[i]);

      if (info->fields[i].type == ENT_FIELD_DOUBLE)
        self->slots[i].d = initial.form == ENT_VALUE_DOUBLE ? initial.d : (double) NAN;
      else if (initial.form == ENT_VALUE_INT)
        self->slots[i].i = initial.i;
      else if (info->fields[i].type == ENT_FIELD_INT)
        self->slots[i].i = ENT_INT_UNSET;
    }
}

/**
 * ent_kind_get_gtype:
 * @kind: a kind of record
 *
 * Returns: the GType of its records. Safe from any thread.
 */
GType
ent_kind_get_gtype (EntKind kind)
{
  static gsize types[ENT_N_KINDS];

  g_return_val_if_fail ((guint) kind < ENT_N_KINDS, G_TYPE_INVALID);

  if (g_once_init_enter (&types[kind]))
    {
      const EntKindInfo *info = ent_kind_get_info (kind);
      gsize size = sizeof (EntRecord) + info->n_fields * sizeof (EntSlot);
      const GTypeInfo type_info = {
        .class_size = sizeof (EntRecordClass),
        .class_init = kind_class_init,
        .class_data = info,
        .instance_size = (guint16) size,
        .instance_init = kind_instance_init,
      };
      GType type = g_type_register_static (ENT_TYPE_RECORD, info->type_name, &type_info, 0);

      g_once_init_leave (&types[kind], type);
    }

  return types[kind];
}

static void
ent_record_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_ID:
      g_value_set_string (value, ent_record_get_id (ENT_RECORD (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ent_record_finalize (GObject *object)
{
  EntRecord *self = ENT_RECORD (object);
  const EntKindInfo *info = ent_record_get_info (self);

  for (guint i = 0; i < info->n_fields; i++)
    {
      if (holds_list (&info->fields[i]))
        g_strfreev (self->slots[i].v);
      else if (holds_text (&info->fields[i]))
        _ent_slot_set_text (&self->slots[i], &info->fields[i], NULL);
    }
  g_free (self->id);
  g_free (self->folded);
  g_clear_pointer (&self->foreign, g_ptr_array_unref);

  G_OBJECT_CLASS (ent_record_parent_class)->finalize (object);
}

static void
ent_record_class_init (EntRecordClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = ent_record_get_property;
  object_class->finalize = ent_record_finalize;

  g_object_class_install_property (
    object_class, PROP_ID,
    g_param_spec_string ("id", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
}

static void
ent_record_init (EntRecord *self)
{
}
