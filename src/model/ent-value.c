/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Values on their own: making, copying, comparing. What fits which field is in ent-field.c. */
#include "config.h"

#include "model/ent-value.h"

#include <string.h>

/**
 * ent_value_int:
 * @value: a number, or %ENT_INT_UNSET
 *
 * Returns: @value as an #EntValue
 */
EntValue
ent_value_int (int value)
{
  if (value == ENT_INT_UNSET)
    return (EntValue) ENT_VALUE_INIT;

  return (EntValue) { ENT_VALUE_INT, { .i = value } };
}

/**
 * ent_value_double:
 * @value: a number, or NAN for unset
 *
 * Returns: @value as an #EntValue
 */
EntValue
ent_value_double (double value)
{
  if (value != value)
    return (EntValue) ENT_VALUE_INIT;

  return (EntValue) { ENT_VALUE_DOUBLE, { .d = value } };
}

/**
 * ent_value_string:
 * @value: (nullable): text; empty is unset
 *
 * Returns: a copy of @value as an #EntValue
 */
EntValue
ent_value_string (const char *value)
{
  return ent_value_take_string (g_strdup (value));
}

/**
 * ent_value_take_string:
 * @value: (nullable) (transfer full): text; empty is unset
 *
 * Returns: @value as an #EntValue
 */
EntValue
ent_value_take_string (char *value)
{
  if (value == NULL || *value == '\0')
    {
      g_free (value);
      return (EntValue) ENT_VALUE_INIT;
    }

  return (EntValue) { ENT_VALUE_STRING, { .s = value } };
}

/**
 * ent_value_list:
 * @value: (nullable) (array zero-terminated=1): texts; none is unset
 *
 * Returns: a copy of @value as an #EntValue
 */
EntValue
ent_value_list (const char *const *value)
{
  return ent_value_take_list (g_strdupv ((char **) value));
}

/**
 * ent_value_take_list:
 * @value: (nullable) (transfer full) (array zero-terminated=1): texts; none is unset
 *
 * Returns: @value as an #EntValue
 */
EntValue
ent_value_take_list (char **value)
{
  if (value == NULL || *value == NULL)
    {
      g_strfreev (value);
      return (EntValue) ENT_VALUE_INIT;
    }

  return (EntValue) { ENT_VALUE_LIST, { .v = value } };
}

/**
 * ent_value_take_raw:
 * @json: (transfer full): JSON text as it stands in a file
 *
 * Returns: a value that this version can't read, kept as it is
 */
EntValue
ent_value_take_raw (char *json)
{
  return (EntValue) { ENT_VALUE_RAW, { .s = json } };
}

/**
 * ent_value_copy:
 * @self: a value
 *
 * Returns: a copy; free it with ent_value_clear()
 */
EntValue
ent_value_copy (const EntValue *self)
{
  EntValue copy;

  g_return_val_if_fail (self != NULL, (EntValue) ENT_VALUE_INIT);

  copy = *self;
  if (self->form == ENT_VALUE_STRING || self->form == ENT_VALUE_RAW)
    copy.s = g_strdup (self->s);
  else if (self->form == ENT_VALUE_LIST)
    copy.v = g_strdupv (self->v);

  return copy;
}

/**
 * ent_value_clear:
 * @self: a value
 *
 * Frees what @self holds and leaves it unset.
 */
void
ent_value_clear (EntValue *self)
{
  g_return_if_fail (self != NULL);

  if (self->form == ENT_VALUE_STRING || self->form == ENT_VALUE_RAW)
    g_free (self->s);
  else if (self->form == ENT_VALUE_LIST)
    g_strfreev (self->v);

  *self = (EntValue) ENT_VALUE_INIT;
}

/**
 * ent_value_equal:
 * @a: a value
 * @b: another
 *
 * Returns: whether they are the same
 */
gboolean
ent_value_equal (const EntValue *a, const EntValue *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  if (a->form != b->form)
    return FALSE;

  switch (a->form)
    {
    case ENT_VALUE_UNSET:
      return TRUE;
    case ENT_VALUE_INT:
      return a->i == b->i;
    case ENT_VALUE_DOUBLE:
      /* Bits, not numbers: -0 and 0 are written differently. */
      return memcmp (&a->d, &b->d, sizeof a->d) == 0;
    case ENT_VALUE_STRING:
    case ENT_VALUE_RAW:
      return g_str_equal (a->s, b->s);
    case ENT_VALUE_LIST:
      return g_strv_equal ((const char *const *) a->v, (const char *const *) b->v);
    default:
      g_return_val_if_reached (FALSE);
    }
}

/**
 * ent_value_weight:
 * @self: a value
 *
 * Returns: about how many bytes of memory it takes beside itself
 */
gsize
ent_value_weight (const EntValue *self)
{
  gsize weight = 0;

  g_return_val_if_fail (self != NULL, 0);

  if (self->form == ENT_VALUE_STRING || self->form == ENT_VALUE_RAW)
    weight = strlen (self->s) + 1;
  else if (self->form == ENT_VALUE_LIST)
    for (char **item = self->v; *item != NULL; item++)
      weight += strlen (*item) + 1 + sizeof (char *);

  return weight;
}
