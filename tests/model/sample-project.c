/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Made from the tables, so that a field added to a kind is in it without anybody thinking of it. */
#include "config.h"

#include "sample-project.h"

#include <math.h>

static char *
make_id (int   kind,
         guint n)
{
  return g_strdup_printf ("%s-%u", ent_kind_get_info ((EntKind) kind)->nick, n);
}

static double
sample_number (const EntField *field,
               guint           n)
{
  static const double numbers[] = {
    0.1, -1.5, 1e22, 1e-7, 123456789.125, 0.30000000000000004, -1e300, 5e-324, 42, 1e15, 1e16,
  };

  if (field->max < G_MAXDOUBLE)
    return field->min + (field->max - field->min) / (2.5 + n);
  return numbers[n % G_N_ELEMENTS (numbers)];
}

static int
sample_int (const EntField *field,
            guint           n)
{
  int span = (int) (field->max - field->min) + 1;
  int value = (int) field->min + (int) n % span;

  return value == (int) field->initial ? (int) field->min + (int) (n + 1) % span : value;
}

static EntValue
sample_list (const EntField *field,
             guint           n)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new ();

  for (guint i = 0; i < 2; i++)
    if (field->type == ENT_FIELD_REFS)
      g_ptr_array_add (items, make_id (field->target, n + i));
    else if (field->type == ENT_FIELD_DATES)
      g_ptr_array_add (items, g_strdup_printf ("2024-02-%02u", 1 + (n + i) % 29));
    else
      g_ptr_array_add (items, g_strdup_printf ("Entry “%u”, \"%s\"\t\\", i, field->name));
  g_ptr_array_add (items, NULL);
  return ent_value_take_list ((char **) g_ptr_array_steal (items, NULL));
}

/* Which value the @n-th record has in a field; never the initial one. */
EntValue
sample_value (EntKind kind,
              guint   field,
              guint   n)
{
  const EntField *row = &ent_kind_get_info (kind)->fields[field];
  int n_choices;

  switch (row->type)
    {
    case ENT_FIELD_INT:
      return ent_value_int (sample_int (row, n));
    case ENT_FIELD_DOUBLE:
      return ent_value_double (sample_number (row, n));
    case ENT_FIELD_BOOL:
      return ent_value_int (TRUE);
    case ENT_FIELD_ENUM:
      n_choices = (int) row->choices->n_choices;
      return ent_value_int (((int) row->initial + 1 + (int) n % (n_choices - 1)) % n_choices);
    case ENT_FIELD_DATE:
      return ent_value_take_string (g_strdup_printf ("20%02u-11-%02u", n / 30 % 100, 1 + n % 30));
    case ENT_FIELD_REF:
      return ent_value_take_string (make_id (row->target, n));
    case ENT_FIELD_REFS:
    case ENT_FIELD_STRINGS:
    case ENT_FIELD_DATES:
      return sample_list (row, n);
    case ENT_FIELD_TEXT:
      return ent_value_take_string (g_strdup_printf ("%s %u\nÄ “second” line\ttab \x01 \x7F 😀\n",
                                                     row->name, n));
    case ENT_FIELD_STRING:
    default:
      return ent_value_take_string (g_strdup_printf ("R&D <b>%s</b> \"%u\" \\ é €", row->name, n));
    }
}

static void
fill (EntRecord *record,
      guint      n)
{
  const EntKindInfo *info = ent_record_get_info (record);

  for (guint i = 0; i < info->n_fields; i++)
    {
      g_auto (EntValue) value = sample_value (info->kind, i, n);
      g_autoptr (GError) error = NULL;

      ent_record_set (record, i, &value, &error);
      g_assert_no_error (error);
      g_assert_false (ent_record_is_initial (record, i));
    }
}

EntProject *
sample_project_new (guint n_each)
{
  EntProject *project = ent_project_new ();

  ent_project_load_begin (project, "sample");
  fill (ent_project_get_info (project), 0);
  for (int kind = ENT_KIND_PROJECT + 1; kind < ENT_N_KINDS; kind++)
    for (guint n = 0; n < n_each + 1; n++)
      {
        g_autofree char *id = make_id (kind, n);
        gboolean keyed = ent_kind_get_info ((EntKind) kind)->keyed;
        EntRecord *record = ent_record_new_with_id ((EntKind) kind, keyed ? NULL : id);

        /* The last one is there to be referred to. */
        if (n < n_each || keyed)
          fill (record, MIN (n, n_each - 1));
        if (!ent_project_load_take (project, record))
          g_object_unref (record);
      }
  ent_project_load_end (project);
  return project;
}

static void
assert_records_equal (EntRecord *a,
                      EntRecord *b)
{
  const EntKindInfo *info = ent_record_get_info (a);

  g_assert_true (info == ent_record_get_info (b));
  if (info->kind != ENT_KIND_PROJECT)
    g_assert_cmpstr (ent_record_get_id (a), ==, ent_record_get_id (b));
  for (guint i = 0; i < info->n_fields; i++)
    {
      g_auto (EntValue) one = ent_record_dup_value (a, i);
      g_auto (EntValue) two = ent_record_dup_value (b, i);

      if (!ent_value_equal (&one, &two))
        g_error ("%s %s: %s differs", info->nick, ent_record_get_id (a), info->fields[i].name);
    }
}

void
sample_assert_equal (EntProject *a,
                     EntProject *b)
{
  g_assert_cmpstr (ent_project_get_id (a), ==, ent_project_get_id (b));
  assert_records_equal (ent_project_get_info (a), ent_project_get_info (b));
  for (int kind = ENT_KIND_PROJECT + 1; kind < ENT_N_KINDS; kind++)
    {
      guint n = ent_project_get_n_records (a, (EntKind) kind);

      g_assert_cmpuint (n, ==, ent_project_get_n_records (b, (EntKind) kind));
      for (guint i = 0; i < n; i++)
        assert_records_equal (ent_project_get_record (a, (EntKind) kind, i),
                              ent_project_get_record (b, (EntKind) kind, i));
    }
}
