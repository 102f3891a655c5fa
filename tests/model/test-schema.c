/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The schema of the format says the same as the tables of the kinds, and what the writer writes is
 * valid by it to a validator that is not ours. */
#include "config.h"

#include "model/ent-json-reader.h"
#include "model/ent-json-writer.h"

#include "sample-project.h"

#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <math.h>
#include <string.h>

/* The definition that a field without a range refers to. */
static const char *
definition_of (const EntField *field)
{
  gboolean may_be_empty = (field->flags & ENT_FIELD_REQUIRED) && !(field->flags & ENT_FIELD_KEY);

  switch (field->type)
    {
    case ENT_FIELD_STRING: return "#/$defs/line";
    case ENT_FIELD_TEXT: return "#/$defs/text";
    case ENT_FIELD_DATE: return may_be_empty ? "#/$defs/date-or-empty" : "#/$defs/date";
    case ENT_FIELD_REF: return may_be_empty ? "#/$defs/id-or-empty" : "#/$defs/id";
    case ENT_FIELD_REFS: return "#/$defs/ids";
    case ENT_FIELD_STRINGS: return "#/$defs/lines";
    case ENT_FIELD_DATES: return "#/$defs/dates";
    default: return NULL;
    }
}

static char *
schema_path (void)
{
  return g_test_build_filename (G_TEST_DIST, "..", "data", "entente-1.schema.json", NULL);
}

static JsonParser *
load_schema (void)
{
  g_autofree char *path = schema_path ();
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;

  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);
  return g_steal_pointer (&parser);
}

static gboolean
has_text (JsonArray  *array,
          const char *text)
{
  for (guint i = 0; i < json_array_get_length (array); i++)
    if (g_str_equal (json_array_get_string_element (array, i), text))
      return TRUE;
  return FALSE;
}

static void
assert_number (JsonObject *property,
               const char *name,
               double      expected)
{
  double value = json_object_get_double_member (property, name);

  g_assert_cmpfloat (value, ==, expected);
}

static void
assert_enum (const EntField *field,
             JsonObject     *property)
{
  JsonArray *values = json_object_get_array_member (property, "enum");

  g_assert_cmpuint (json_array_get_length (values), ==, field->choices->n_choices);
  for (guint i = 0; i < field->choices->n_choices; i++)
    g_assert_cmpstr (json_array_get_string_element (values, i), ==,
                     field->choices->choices[i].nick);
  if (!(field->flags & ENT_FIELD_REQUIRED))
    g_assert_cmpstr (json_object_get_string_member (property, "default"), ==,
                     field->choices->choices[(int) field->initial].nick);
}

static void
assert_int (const EntField *field,
            JsonObject     *property)
{
  gboolean has_default = !(field->flags & ENT_FIELD_REQUIRED) &&
                         (int) field->initial != ENT_INT_UNSET;

  g_assert_cmpstr (json_object_get_string_member (property, "type"), ==, "integer");
  assert_number (property, "minimum", field->min);
  assert_number (property, "maximum", field->max);
  g_assert_true (json_object_has_member (property, "default") == has_default);
  if (has_default)
    assert_number (property, "default", field->initial);
}

/* A number that a record cannot be without is null until it is there. */
static void
assert_double (const EntField *field,
               JsonObject     *property)
{
  JsonNode *type = json_object_get_member (property, "type");
  gboolean bounded = field->max < G_MAXDOUBLE;

  g_assert_true (isnan (field->initial));
  g_assert_true (JSON_NODE_HOLDS_ARRAY (type) == ((field->flags & ENT_FIELD_REQUIRED) != 0));
  g_assert_true (json_object_has_member (property, "minimum") == bounded);
  if (bounded)
    {
      assert_number (property, "minimum", field->min);
      assert_number (property, "maximum", field->max);
    }
}

static void
assert_property (const EntField *field,
                 JsonObject     *property)
{
  const char *definition = definition_of (field);

  g_test_message ("  %s", field->name);
  g_assert_nonnull (property);
  g_assert_true (g_str_has_prefix (json_object_get_string_member (property, "description"),
                                   field->label));
  if (definition)
    g_assert_cmpstr (json_object_get_string_member (property, "$ref"), ==, definition);
  else if (field->type == ENT_FIELD_ENUM)
    assert_enum (field, property);
  else if (field->type == ENT_FIELD_INT)
    assert_int (field, property);
  else if (field->type == ENT_FIELD_DOUBLE)
    assert_double (field, property);
  else
    g_assert_cmpstr (json_object_get_string_member (property, "type"), ==, "boolean");
}

static void
assert_kind (const EntKindInfo *info,
             JsonObject        *definition)
{
  gboolean has_id = !info->keyed && info->kind != ENT_KIND_PROJECT;
  JsonObject *properties = json_object_get_object_member (definition, "properties");
  JsonArray *required = json_object_get_array_member (definition, "required");
  guint n_required = has_id;

  g_test_message ("%s", info->nick);
  g_assert_false (json_object_has_member (definition, "additionalProperties"));
  g_assert_cmpuint (json_object_get_size (properties), ==, info->n_fields + has_id);
  for (guint i = 0; i < info->n_fields; i++)
    {
      const EntField *field = &info->fields[i];
      gboolean is_required = (field->flags & ENT_FIELD_REQUIRED) != 0;

      g_assert_true (json_object_has_member (properties, field->name));
      assert_property (field, json_object_get_object_member (properties, field->name));
      g_assert_true (has_text (required, field->name) == is_required);
      n_required += is_required;
    }
  g_assert_true (has_text (required, "id") == has_id);
  g_assert_cmpuint (json_array_get_length (required), ==, n_required);
}

static void
test_tables (void)
{
  g_autoptr (JsonParser) parser = load_schema ();
  JsonObject *schema = json_node_get_object (json_parser_get_root (parser));
  JsonObject *properties = json_object_get_object_member (schema, "properties");
  JsonObject *definitions = json_object_get_object_member (schema, "$defs");

  for (int kind = ENT_KIND_PROJECT; kind < ENT_N_KINDS; kind++)
    {
      const EntKindInfo *info = ent_kind_get_info ((EntKind) kind);
      g_autofree char *reference = g_strconcat ("#/$defs/", info->nick, NULL);
      JsonObject *property;

      g_assert_true (json_object_has_member (properties, info->list));
      property = json_object_get_object_member (properties, info->list);
      if (kind != ENT_KIND_PROJECT)
        {
          assert_number (property, "maxItems", ENT_LIST_MAX_RECORDS);
          property = json_object_get_object_member (property, "items");
        }
      g_assert_cmpstr (json_object_get_string_member (property, "$ref"), ==, reference);
      assert_kind (info, json_object_get_object_member (definitions, info->nick));
    }
  /* Besides the lists: format, version, generator, requires and id. */
  g_assert_cmpuint (json_object_get_size (properties), ==, ENT_N_KINDS + 5);
}

static void
test_limits (void)
{
  static const char *const lists[] = { "ids", "lines", "dates" };
  g_autoptr (JsonParser) parser = load_schema ();
  JsonObject *schema = json_node_get_object (json_parser_get_root (parser));
  JsonObject *definitions = json_object_get_object_member (schema, "$defs");
  g_autofree char *id_pattern = g_strdup_printf ("^[A-Za-z0-9_-]{1,%d}$", ENT_ID_MAX_BYTES);

  assert_number (json_object_get_object_member (definitions, "line"), "maxLength",
                 ENT_LINE_MAX_CHARS);
  assert_number (json_object_get_object_member (definitions, "text"), "maxLength",
                 ENT_TEXT_MAX_BYTES);
  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    assert_number (json_object_get_object_member (definitions, lists[i]), "maxItems",
                   ENT_LIST_MAX_ITEMS);
  g_assert_cmpstr (json_object_get_string_member (json_object_get_object_member (definitions, "id"),
                                                  "pattern"), ==, id_pattern);
}

static void
save (EntProject *project,
      const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = ent_project_write (project, &error);
  gsize length;
  const char *text;

  g_assert_no_error (error);
  text = g_bytes_get_data (bytes, &length);
  g_file_set_contents (path, text, (gssize) length, &error);
  g_assert_no_error (error);
}

/* A project as it is while somebody begins: records with nothing in them. */
static EntProject *
make_bare_project (void)
{
  EntProject *project = ent_project_new ();

  for (int kind = ENT_KIND_PROJECT + 1; kind < ENT_N_KINDS; kind++)
    if (!ent_kind_get_info ((EntKind) kind)->keyed)
      ent_project_append (project, ent_record_new ((EntKind) kind), NULL);
  return project;
}

/* Returns the validator's exit status; 77 if there is none. */
static int
validate (const char *path,
          char      **output)
{
  g_autofree char *schema = schema_path ();
  g_autofree char *script = g_test_build_filename (G_TEST_DIST, "data", "validate.py", NULL);
  char *argv[] = { (char *) "/usr/bin/python3", script, schema, (char *) path, NULL };
  int status = 0;

  if (!g_spawn_sync (NULL, argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, output, NULL, &status, NULL))
    return 77;
  g_assert_true (WIFEXITED (status));
  return WEXITSTATUS (status);
}

static void
assert_valid (EntProject *project)
{
  g_autofree char *folder = g_dir_make_tmp ("entente-schema-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "saved.json", NULL);
  g_autofree char *output = NULL;
  int status;

  save (project, path);
  status = validate (path, &output);
  if (status == 77)
    g_test_skip ("no independent validator is installed");
  else if (status != 0)
    g_error ("not valid: %s", output);
  g_unlink (path);
  g_rmdir (folder);
}

static void
test_saved (void)
{
  g_autoptr (EntProject) full = sample_project_new (12);
  g_autoptr (EntProject) bare = make_bare_project ();

  assert_valid (full);
  assert_valid (bare);
}

/* The validator does say no. */
static void
test_refused (void)
{
  static const char *const names[] = { "out-of-range.json", "wrong-types.json", "bad-ids.json" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "bad", names[i], NULL);
      g_autofree char *output = NULL;
      int status = validate (path, &output);

      if (status == 77)
        g_test_skip ("no independent validator is installed");
      else
        g_assert_cmpint (status, ==, 1);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/schema/tables", test_tables);
  g_test_add_func ("/schema/limits", test_limits);
  g_test_add_func ("/schema/saved", test_saved);
  g_test_add_func ("/schema/refused", test_refused);

  return g_test_run ();
}
