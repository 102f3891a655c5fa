/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The order people expect of a field: words by the alphabet, choices as they are listed, the
 * largest number first, the earliest day first; and what is empty last. */
#include "config.h"

#include "pages/ent-list-sort.h"

#include <math.h>

static int
compare_numbers (double a, double b)
{
  if (isnan (a) || isnan (b))
    return isnan (a) - isnan (b);

  return (a < b) - (a > b);
}

static double
get_number (EntRecord *record, guint field)
{
  int value = ent_record_get_int (record, field);

  return value != ENT_INT_UNSET ? value : (double) NAN;
}

/* Days are written so that the alphabet is their order. */
static int
compare_texts (EntRecord *a, EntRecord *b, guint field)
{
  g_autofree char *x = ent_record_format (a, field);
  g_autofree char *y = ent_record_format (b, field);

  if (*x == '\0' || *y == '\0')
    return (*x == '\0') - (*y == '\0');

  return g_utf8_collate (x, y);
}

/**
 * ent_list_sort_compare:
 * @a: a record
 * @b: another of its kind
 * @field: one of their fields
 *
 * Returns: less than 0 if @a stands before @b, more than 0 if after it, 0 if they may stay as they
 *   are
 */
int
ent_list_sort_compare (EntRecord *a, EntRecord *b, guint field)
{
  const EntField *row;

  g_return_val_if_fail (ENT_IS_RECORD (a) && ENT_IS_RECORD (b), 0);
  g_return_val_if_fail (field < ent_record_get_info (a)->n_fields, 0);

  row = &ent_record_get_info (a)->fields[field];
  switch ((int) row->type)
    {
    case ENT_FIELD_ENUM:
      return ent_record_get_enum (a, field) - ent_record_get_enum (b, field);
    case ENT_FIELD_INT:
      return compare_numbers (get_number (a, field), get_number (b, field));
    case ENT_FIELD_DOUBLE:
      return compare_numbers (ent_record_get_double (a, field), ent_record_get_double (b, field));
    default:
      return compare_texts (a, b, field);
    }
}
