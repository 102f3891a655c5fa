/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A field's value on its own: what changes carry, the reader makes and the writer writes. */
#pragma once

#include "model/ent-field.h"

G_BEGIN_DECLS

/**
 * EntValueForm:
 * @ENT_VALUE_UNSET: empty: no text, no date, no reference, no number, an empty list
 * @ENT_VALUE_INT: a whole number: int, bool and enum fields
 * @ENT_VALUE_DOUBLE: a finite number
 * @ENT_VALUE_STRING: text: string, text, date and reference fields
 * @ENT_VALUE_LIST: several texts, at least one: refs, strings and dates fields
 * @ENT_VALUE_RAW: JSON text that this version can't read; kept and written back as it is
 */
typedef enum {
  ENT_VALUE_UNSET,
  ENT_VALUE_INT,
  ENT_VALUE_DOUBLE,
  ENT_VALUE_STRING,
  ENT_VALUE_LIST,
  ENT_VALUE_RAW,
} EntValueForm;

/**
 * EntValue:
 *
 * A value of some field. Plain data: ent_value_clear() frees what it holds.
 */
typedef struct {
  EntValueForm form;
  union {
    int i;
    double d;
    char *s;
    char **v;
  };
} EntValue;

#define ENT_VALUE_INIT { ENT_VALUE_UNSET, { 0 } }

EntValue ent_value_int         (int                value);
EntValue ent_value_double      (double             value);
EntValue ent_value_string      (const char        *value);
EntValue ent_value_take_string (char              *value);
EntValue ent_value_list        (const char *const *value);
EntValue ent_value_take_list   (char             **value);
EntValue ent_value_take_raw    (char              *json);
EntValue ent_value_copy        (const EntValue    *self);
void     ent_value_clear       (EntValue          *self);
gboolean ent_value_equal       (const EntValue    *a,
                                const EntValue    *b);
gsize    ent_value_weight      (const EntValue    *self);

EntValue ent_field_get_initial (const EntField    *field);
gboolean ent_field_check       (const EntField    *field,
                                const EntValue    *value,
                                GError           **error);
gboolean ent_field_parse       (const EntField    *field,
                                const char        *text,
                                EntValue          *value,
                                GError           **error);
gboolean ent_date_is_valid     (const char        *text);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (EntValue, ent_value_clear)

G_END_DECLS
