/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Walks every kind, field and enum: what the tables must keep to, and what records make of them. */
#include "model/ent-project.h"

#include <math.h>
#include <string.h>

static void
test_table_names (void)
{
  g_autoptr(GHashTable) lists = g_hash_table_new (g_str_hash, g_str_equal);

  for (int kind = 0; kind < ENT_N_KINDS; kind++)
    {
      const EntKindInfo *info = ent_kind_get_info ((EntKind) kind);
      g_autoptr(GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);

      g_assert_cmpint (info->kind, ==, kind);
      g_assert_true (g_hash_table_add (lists, (gpointer) info->list));
      g_assert_cmpstr (info->label, !=, "");
      g_assert_cmpstr (info->label_plural, !=, "");
      if (kind != ENT_KIND_PROJECT)
        g_assert_cmpint (ent_kind_find_list (info->list, -1), ==, kind);
      for (guint i = 0; i < info->n_fields; i++)
        {
          const char *name = info->fields[i].name;

          g_assert_true (g_hash_table_add (names, (gpointer) name));
          g_assert_cmpuint (strspn (name, "abcdefghijklmnopqrstuvwxyz-"), ==, strlen (name));
          g_assert_cmpstr (name, !=, "id");
          g_assert_cmpint (ent_kind_find_field (info, name), ==, (int) i);
        }
    }
}

static void
check_row (const EntKindInfo *info, guint index)
{
  const EntField *row = &info->fields[index];
  gboolean refers = row->type == ENT_FIELD_REF || row->type == ENT_FIELD_REFS;

  g_assert_cmpint (row->type == ENT_FIELD_ENUM, ==, row->choices != NULL);
  if (refers)
    g_assert_cmpint (row->target, >, ENT_KIND_PROJECT);
  if (row->type == ENT_FIELD_INT || row->type == ENT_FIELD_DOUBLE)
    g_assert_cmpfloat (row->min, <, row->max);
  if ((row->flags & ENT_FIELD_OWNER) != 0)
    g_assert_cmpint (row->type, ==, ENT_FIELD_REF);
  if ((row->flags & ENT_FIELD_KEY) != 0)
    {
      g_assert_true (info->keyed);
      g_assert_cmpuint (index, <, 3);
      g_assert_true (row->type == ENT_FIELD_REF || row->type == ENT_FIELD_DATE);
      g_assert_true ((row->flags & ENT_FIELD_REQUIRED) != 0);
    }
  if ((row->flags & ENT_FIELD_SEARCHABLE) != 0)
    g_assert_true (row->type == ENT_FIELD_STRING || row->type == ENT_FIELD_TEXT
                   || row->type == ENT_FIELD_STRINGS);
}

static void
test_table_rows (void)
{
  for (int kind = 0; kind < ENT_N_KINDS; kind++)
    {
      const EntKindInfo *info = ent_kind_get_info ((EntKind) kind);

      for (guint i = 0; i < info->n_fields; i++)
        check_row (info, i);
      if (info->keyed)
        g_assert_true ((info->fields[0].flags & info->fields[1].flags & ENT_FIELD_KEY) != 0);
    }
}

static void
test_enums (void)
{
  for (int kind = 0; kind < ENT_N_KINDS; kind++)
    {
      const EntKindInfo *info = ent_kind_get_info ((EntKind) kind);

      for (guint i = 0; i < info->n_fields; i++)
        {
          const EntEnum *choices = info->fields[i].choices;

          for (guint j = 0; choices != NULL && j < choices->n_choices; j++)
            {
              g_assert_nonnull (choices->choices[j].nick);
              g_assert_nonnull (choices->choices[j].label);
              g_assert_cmpint (ent_enum_find_nick (choices, choices->choices[j].nick), ==, (int) j);
              g_assert_cmpstr (ent_enum_get_label (choices, (int) j), !=, "");
            }
        }
    }
  g_assert_cmpint (ent_enum_find_nick (&ent_code_enum, "X"), ==, -1);
  g_assert_cmpstr (ent_enum_get_nick (&ent_code_enum, 99), ==, "");
}

/* Every field is a property that can be read, written and watched. */
static void
test_properties (void)
{
  for (int kind = 0; kind < ENT_N_KINDS; kind++)
    {
      const EntKindInfo *info = ent_kind_get_info ((EntKind) kind);
      g_autoptr(EntRecord) record = ent_record_new ((EntKind) kind);

      for (guint i = 0; i < info->n_fields; i++)
        {
          GParamSpec *pspec
            = g_object_class_find_property (G_OBJECT_GET_CLASS (record), info->fields[i].name);
          g_auto(GValue) value = G_VALUE_INIT;

          g_assert_nonnull (pspec);
          g_value_init (&value, pspec->value_type);
          g_object_get_property (G_OBJECT (record), pspec->name, &value);
          g_object_set_property (G_OBJECT (record), pspec->name, &value);
          g_assert_true (ent_record_is_initial (record, i));
        }
    }
}

static void
count (EntRecord *record, GParamSpec *pspec, guint *times)
{
  (*times)++;
}

static void
test_notify (void)
{
  g_autoptr(EntRecord) partner = ent_record_new (ENT_KIND_PARTNER);
  guint times = 0;

  g_signal_connect (partner, "notify::name", G_CALLBACK (count), &times);
  g_object_set (partner, "name", "Riverside Trust", "pace", 4, NULL);
  g_assert_cmpuint (times, ==, 1);
  g_object_set (partner, "name", "Riverside Trust", NULL);
  g_assert_cmpuint (times, ==, 1);
  g_assert_cmpint (ent_record_get_int (partner, ENT_PARTNER_PACE), ==, 4);
  g_object_set (partner, "pace", 9, NULL);
  g_assert_cmpint (ent_record_get_int (partner, ENT_PARTNER_PACE), ==, 4);
  g_object_set (partner, "pace", ENT_INT_UNSET, NULL);
  g_assert_cmpint (ent_record_get_int (partner, ENT_PARTNER_PACE), ==, ENT_INT_UNSET);
}

static void
test_dates (void)
{
  static const struct {
    const char *text;
    gboolean valid;
  } cases[] = {
    { "2026-11-23", TRUE },  { "2024-02-29", TRUE },  { "2000-02-29", TRUE },
    { "1900-02-29", FALSE }, { "2023-02-29", FALSE }, { "2026-04-31", FALSE },
    { "2026-00-10", FALSE }, { "2026-13-10", FALSE }, { "2026-01-00", FALSE },
    { "0000-01-01", FALSE }, { "2026-1-01", FALSE },  { "2026/01/01", FALSE },
    { "", FALSE },           { "2026-01-011", FALSE },
  };

  g_assert_false (ent_date_is_valid (NULL));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (ent_date_is_valid (cases[i].text), ==, cases[i].valid);
}

static void
test_parse (void)
{
  static const struct {
    const EntKindInfo *info;
    guint field;
    const char *text;
    const char *formatted; /* NULL: refused */
  } cases[] = {
    { &ent_partner_kind, ENT_PARTNER_NAME, "  Riverside ", "Riverside" },
    { &ent_partner_kind, ENT_PARTNER_NAME, "two\nlines", NULL },
    { &ent_partner_kind, ENT_PARTNER_SECTOR, "health", "Health" },
    { &ent_partner_kind, ENT_PARTNER_SECTOR, "HEALTH", "Health" },
    { &ent_partner_kind, ENT_PARTNER_SECTOR, "healthy", NULL },
    { &ent_partner_kind, ENT_PARTNER_PACE, "5", "5" },
    { &ent_partner_kind, ENT_PARTNER_PACE, "6", NULL },
    { &ent_partner_kind, ENT_PARTNER_PACE, "2.5", NULL },
    { &ent_partner_kind, ENT_PARTNER_PACE, "", "" },
    { &ent_partner_kind, ENT_PARTNER_JOINED, "2026-02-30", NULL },
    { &ent_partner_kind, ENT_PARTNER_JOINED, "2026-02-28", "2026-02-28" },
    { &ent_role_kind, ENT_ROLE_HOURS_PER_MONTH, "7.5", "7.5" },
    { &ent_role_kind, ENT_ROLE_HOURS_PER_MONTH, "-1", NULL },
    { &ent_role_kind, ENT_ROLE_HOURS_PER_MONTH, "inf", NULL },
    { &ent_role_kind, ENT_ROLE_HOURS_PER_MONTH, "many", NULL },
    { &ent_role_kind, ENT_ROLE_RESPONSIBILITIES, "a\n\n b ", "a\nb" },
    { &ent_person_kind, ENT_PERSON_PRIMARY, "yes", "Yes" },
    { &ent_person_kind, ENT_PERSON_PRIMARY, "0", "No" },
    { &ent_person_kind, ENT_PERSON_PRIMARY, "perhaps", NULL },
    { &ent_assignment_kind, ENT_ASSIGNMENT_CODE, "a/r", "Accountable and responsible" },
    { &ent_measurement_kind, ENT_MEASUREMENT_VALUE, "", NULL },
    { &ent_measurement_kind, ENT_MEASUREMENT_VALUE, "1e3", "1000" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(EntRecord) record = ent_record_new (cases[i].info->kind);
      g_autoptr(GError) error = NULL;
      g_auto(EntValue) value = ENT_VALUE_INIT;
      g_autofree char *text = NULL;
      gboolean fits = ent_field_parse (&cases[i].info->fields[cases[i].field], cases[i].text,
                                       &value, &error);

      g_assert_cmpint (fits, ==, cases[i].formatted != NULL);
      if (!fits)
        {
          g_assert_cmpstr (error->message, !=, "");
          continue;
        }
      g_assert_true (ent_record_set (record, cases[i].field, &value, NULL));
      text = ent_record_format (record, cases[i].field);
      g_assert_cmpstr (text, ==, cases[i].formatted);
    }
}

static void
test_limits (void)
{
  g_autoptr(EntRecord) partner = ent_record_new (ENT_KIND_PARTNER);
  g_autofree char *thousand = g_strnfill (ENT_LINE_MAX_CHARS, 'x');
  g_autofree char *more = g_strnfill (ENT_LINE_MAX_CHARS + 1, 'x');
  g_autofree char *megabyte = g_strnfill (ENT_TEXT_MAX_BYTES, 'x');
  g_autofree char *beyond = g_strnfill (ENT_TEXT_MAX_BYTES + 1, 'x');

  g_assert_true (ent_record_set_string (partner, ENT_PARTNER_NAME, thousand));
  g_assert_false (ent_record_set_string (partner, ENT_PARTNER_NAME, more));
  g_assert_true (ent_record_set_string (partner, ENT_PARTNER_NOTE, megabyte));
  g_assert_false (ent_record_set_string (partner, ENT_PARTNER_NOTE, beyond));
  g_assert_false (ent_record_set_string (partner, ENT_PARTNER_NAME, "\xff"));
  g_assert_cmpstr (ent_record_get_string (partner, ENT_PARTNER_NAME), ==, thousand);
}

static void
test_ids (void)
{
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (int i = 0; i < 1000; i++)
    {
      char *id = ent_id_new ();

      g_assert_true (ent_id_is_valid (id));
      g_assert_true (g_hash_table_add (seen, id));
    }
  g_assert_false (ent_id_is_valid (""));
  g_assert_false (ent_id_is_valid ("a.b"));
  g_assert_false (ent_id_is_valid ("a b"));
}

static void
test_raw_and_unknown (void)
{
  g_autoptr(EntRecord) partner = ent_record_new (ENT_KIND_PARTNER);
  EntValue raw = ent_value_take_raw (g_strdup ("\"guild\""));
  const char *json = NULL;

  ent_record_load_take (partner, ENT_PARTNER_SECTOR, &raw);
  ent_record_add_unknown (partner, "colour", g_strdup ("[1,  2]"));
  g_assert_cmpstr (ent_record_get_raw (partner, ENT_PARTNER_SECTOR), ==, "\"guild\"");
  g_assert_cmpint (ent_record_get_enum (partner, ENT_PARTNER_SECTOR), ==, ENT_SECTOR_OTHER);
  g_assert_false (ent_record_is_initial (partner, ENT_PARTNER_SECTOR));
  g_assert_cmpuint (ent_record_get_n_unknown (partner), ==, 1);
  g_assert_cmpstr (ent_record_get_unknown (partner, 0, &json), ==, "colour");
  g_assert_cmpstr (json, ==, "[1,  2]");

  g_assert_true (ent_record_set_enum (partner, ENT_PARTNER_SECTOR, ENT_SECTOR_OTHER));
  g_assert_null (ent_record_get_raw (partner, ENT_PARTNER_SECTOR));
  g_assert_cmpuint (ent_record_get_n_unknown (partner), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/kinds/table-names", test_table_names);
  g_test_add_func ("/kinds/table-rows", test_table_rows);
  g_test_add_func ("/kinds/enums", test_enums);
  g_test_add_func ("/kinds/properties", test_properties);
  g_test_add_func ("/kinds/notify", test_notify);
  g_test_add_func ("/kinds/dates", test_dates);
  g_test_add_func ("/kinds/parse", test_parse);
  g_test_add_func ("/kinds/limits", test_limits);
  g_test_add_func ("/kinds/ids", test_ids);
  g_test_add_func ("/kinds/raw-and-unknown", test_raw_and_unknown);

  return g_test_run ();
}
