/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "random-edits.h"

#include <math.h>

static void
dump_value (GString *out, const EntValue *value)
{
  switch (value->form)
    {
    case ENT_VALUE_INT:
      g_string_append_printf (out, "i%d", value->i);
      break;
    case ENT_VALUE_DOUBLE:
      g_string_append_printf (out, "d%.17g", value->d);
      break;
    case ENT_VALUE_STRING:
    case ENT_VALUE_RAW:
      g_string_append_printf (out, "%c%s", value->form == ENT_VALUE_RAW ? 'r' : 's', value->s);
      break;
    case ENT_VALUE_LIST:
      for (char **item = value->v; *item != NULL; item++)
        g_string_append_printf (out, "l%s|", *item);
      break;
    case ENT_VALUE_UNSET:
    default:
      g_string_append_c (out, '-');
    }
}

static void
dump_record (GString *out, EntRecord *record)
{
  const EntKindInfo *info = ent_record_get_info (record);

  g_string_append_printf (out, "%s %s:", info->nick, ent_record_get_id (record));
  for (guint i = 0; i < info->n_fields; i++)
    {
      g_auto(EntValue) value = ent_record_dup_value (record, i);

      g_string_append_c (out, ' ');
      dump_value (out, &value);
    }
  g_string_append_c (out, '\n');
}

/* All of a project as text, in order. */
char *
random_edits_dump (EntProject *project)
{
  GString *out = g_string_new (NULL);

  dump_record (out, ent_project_get_info (project));
  for (int kind = ENT_KIND_PROJECT + 1; kind < ENT_N_KINDS; kind++)
    for (guint i = 0; i < ent_project_get_n_records (project, (EntKind) kind); i++)
      {
        EntRecord *record = ent_project_get_record (project, (EntKind) kind, i);

        g_assert_cmpuint (ent_record_get_position (record), ==, i);
        g_assert_true (ent_project_lookup (project, ent_record_get_id (record)) == record);
        dump_record (out, record);
      }

  return g_string_free (out, FALSE);
}

static EntKind
random_kind (GRand *rand)
{
  return (EntKind) g_rand_int_range (rand, ENT_KIND_PROJECT + 1, ENT_N_KINDS);
}

static EntRecord *
random_record (EntProject *project, EntKind kind, GRand *rand)
{
  guint n = ent_project_get_n_records (project, kind);

  if (n == 0)
    return NULL;

  return ent_project_get_record (project, kind, (guint) g_rand_int_range (rand, 0, (int) n));
}

static char *
random_text (GRand *rand, gboolean lines)
{
  static const char *const words[] = { "garden", "Ångström", "“quoted”", "a & b <c>", "植える",
                                       "tab\there", "back\\slash", "x" };
  GString *text = g_string_new (NULL);
  int n = g_rand_int_range (rand, 0, 5);

  for (int i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append_c (text, lines && g_rand_boolean (rand) ? '\n' : ' ');
      g_string_append (text, words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))]);
    }

  return g_string_free (text, FALSE);
}

static char *
random_date (GRand *rand)
{
  return g_strdup_printf ("%04d-%02d-%02d", g_rand_int_range (rand, 2020, 2030),
                          g_rand_int_range (rand, 1, 13), g_rand_int_range (rand, 1, 29));
}

static char *
random_id (EntProject *project, const EntField *field, GRand *rand)
{
  EntRecord *target = random_record (project, (EntKind) field->target, rand);

  return target != NULL ? g_strdup (ent_record_get_id (target)) : NULL;
}

static EntValue
random_list (EntProject *project, const EntField *field, GRand *rand)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (int i = g_rand_int_range (rand, 0, 4); i > 0; i--)
    {
      g_autofree char *item = NULL;

      if (field->type == ENT_FIELD_REFS)
        item = random_id (project, field, rand);
      else if (field->type == ENT_FIELD_DATES)
        item = random_date (rand);
      else
        item = random_text (rand, FALSE);
      if (item == NULL || !g_hash_table_add (seen, g_strdup (item)))
        continue;
      g_strv_builder_add (builder, item);
    }

  return ent_value_take_list (g_strv_builder_end (builder));
}

/* A value that fits @field; sometimes unset. */
EntValue
random_edits_value (EntProject *project, const EntField *field, GRand *rand)
{
  gboolean key = (field->flags & ENT_FIELD_KEY) != 0;

  if (!key && g_rand_int_range (rand, 0, 8) == 0
      && !(field->type == ENT_FIELD_DOUBLE && (field->flags & ENT_FIELD_REQUIRED) != 0))
    return (EntValue) ENT_VALUE_INIT;

  switch (field->type)
    {
    case ENT_FIELD_INT:
      return ent_value_int (g_rand_int_range (rand, (int) field->min, (int) field->max + 1));
    case ENT_FIELD_BOOL:
      return ent_value_int (g_rand_boolean (rand));
    case ENT_FIELD_ENUM:
      return ent_value_int (g_rand_int_range (rand, 0, (int) field->choices->n_choices));
    case ENT_FIELD_DOUBLE:
      return ent_value_double (floor (g_rand_double_range (rand, 0, 700000)) / 1000);
    case ENT_FIELD_DATE:
      return ent_value_take_string (random_date (rand));
    case ENT_FIELD_REF:
      return ent_value_take_string (random_id (project, field, rand));
    case ENT_FIELD_REFS:
    case ENT_FIELD_DATES:
    case ENT_FIELD_STRINGS:
      return random_list (project, field, rand);
    case ENT_FIELD_STRING:
    case ENT_FIELD_TEXT:
    default:
      return ent_value_take_string (random_text (rand, field->type == ENT_FIELD_TEXT));
    }
}

static void
insert_random (EntProject *project, GRand *rand)
{
  EntKind kind = random_kind (rand);
  g_autoptr(EntRecord) record = ent_record_new (kind);
  const EntKindInfo *info = ent_kind_get_info (kind);

  for (guint i = 0; i < info->n_fields; i++)
    {
      g_auto(EntValue) value = random_edits_value (project, &info->fields[i], rand);

      g_assert_true (ent_record_set (record, i, &value, NULL));
    }
  /* Keyed records may lack a key or be there already: a refusal is part of life. */
  ent_project_insert (project, record, (guint) g_rand_int_range (rand, 0, 50), NULL);
}

static void
set_random (EntProject *project, GRand *rand)
{
  EntRecord *record = g_rand_int_range (rand, 0, 20) == 0
                        ? ent_project_get_info (project)
                        : random_record (project, random_kind (rand), rand);
  const EntKindInfo *info;
  g_auto(EntValue) value = ENT_VALUE_INIT;
  guint field;

  if (record == NULL)
    return;

  info = ent_record_get_info (record);
  field = (guint) g_rand_int_range (rand, 0, (int) info->n_fields);
  value = random_edits_value (project, &info->fields[field], rand);
  if ((info->fields[field].flags & ENT_FIELD_KEY) == 0)
    g_assert_true (ent_record_set (record, field, &value, NULL));
  else if (value.form == ENT_VALUE_STRING)
    ent_project_rekey (project, record, field, value.s, NULL);
}

static void
apply_single (EntProject *project, GRand *rand)
{
  EntRecord *record = random_record (project, random_kind (rand), rand);

  switch (g_rand_int_range (rand, 0, 12))
    {
    case 0:
      if (record != NULL)
        ent_project_remove (project, record);
      break;
    case 1:
      if (record != NULL)
        ent_project_move (project, record, (guint) g_rand_int_range (rand, 0, 50));
      break;
    case 2:
    case 3:
    case 4:
      insert_random (project, rand);
      break;
    default:
      set_random (project, rand);
      break;
    }
}

/* One edit of any sort: a single change, several in a transaction, or one that is taken back. */
void
random_edits_apply (EntProject *project, GRand *rand)
{
  g_autoptr(EntTransaction) step = NULL;
  int sort = g_rand_int_range (rand, 0, 10);

  if (sort > 1)
    {
      apply_single (project, rand);
      return;
    }

  step = ent_project_begin (project, "Several");
  for (int i = g_rand_int_range (rand, 0, 5); i > 0; i--)
    apply_single (project, rand);
  if (sort == 0)
    ent_transaction_commit (step);
}

/* Fills a project with @n records or so. */
void
random_edits_fill (EntProject *project, GRand *rand, guint n)
{
  for (guint i = 0; i < n; i++)
    insert_random (project, rand);
}
