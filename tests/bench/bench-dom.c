/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a program would do that knows json-glib and nothing else: parse the whole file into a tree,
 * then ask it for every member by name; and the other way round to write it. It checks nothing,
 * keeps nothing it does not know and has no line numbers, so what our reader does beyond that is on
 * our side of the scales. */
#include "bench-dom.h"

#include "bench.h"

static char **
read_texts (JsonNode *node)
{
  JsonArray *array = json_node_get_array (node);
  guint n = json_array_get_length (array);
  char **texts = g_new0 (char *, n + 1);

  for (guint i = 0; i < n; i++)
    texts[i] = g_strdup (json_array_get_string_element (array, i));
  return texts;
}

static int
read_choice (const EntField *field,
             JsonNode       *node)
{
  const char *nick = json_node_get_string (node);

  for (guint i = 0; i < field->choices->n_choices; i++)
    if (g_str_equal (field->choices->choices[i].nick, nick))
      return (int) i;
  return 0;
}

static EntValue
read_value (const EntField *field,
            JsonNode       *node)
{
  switch (field->type)
    {
    case ENT_FIELD_INT:
      return ent_value_int ((int) json_node_get_int (node));
    case ENT_FIELD_DOUBLE:
      return ent_value_double (json_node_get_double (node));
    case ENT_FIELD_BOOL:
      return ent_value_int (json_node_get_boolean (node));
    case ENT_FIELD_ENUM:
      return ent_value_int (read_choice (field, node));
    case ENT_FIELD_REFS:
    case ENT_FIELD_STRINGS:
    case ENT_FIELD_DATES:
      return ent_value_take_list (read_texts (node));
    case ENT_FIELD_STRING:
    case ENT_FIELD_TEXT:
    case ENT_FIELD_DATE:
    case ENT_FIELD_REF:
    default:
      return ent_value_string (json_node_get_string (node));
    }
}

static void
fill_record (EntRecord  *record,
             JsonObject *object)
{
  const EntKindInfo *info = ent_record_get_info (record);

  for (guint i = 0; i < info->n_fields; i++)
    {
      JsonNode *node = json_object_get_member (object, info->fields[i].name);
      g_auto (EntValue) value = ENT_VALUE_INIT;

      if (node == NULL)
        continue;
      value = read_value (&info->fields[i], node);
      ent_record_load_take (record, i, &value);
    }
}

static void
read_list (EntProject *project,
           EntKind     kind,
           JsonArray  *array)
{
  const EntKindInfo *info = ent_kind_get_info (kind);

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonObject *object = json_array_get_object_element (array, i);
      const char *id = info->keyed ? NULL : json_object_get_string_member (object, "id");
      EntRecord *record = ent_record_new_with_id (kind, id);

      fill_record (record, object);
      bench_check (ent_project_load_take (project, record), "the peer could not take a record");
    }
}

static JsonNode *
parse_file (const char *path)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autofree char *text = NULL;
  gsize length;

  bench_check (g_file_get_contents (path, &text, &length, NULL), "the file could not be read");
  bench_check (json_parser_load_from_data (parser, text, (gssize) length, NULL),
               "json-glib could not parse the file");
  return json_parser_steal_root (parser);
}

/**
 * bench_dom_read:
 * @path: a project file
 *
 * Returns: (transfer full): the project, by way of json-glib's tree
 */
EntProject *
bench_dom_read (const char *path)
{
  g_autoptr (JsonNode) tree = parse_file (path);
  JsonObject *root = json_node_get_object (tree);
  EntProject *project = ent_project_new ();

  ent_project_load_begin (project, json_object_get_string_member (root, "id"));
  fill_record (ent_project_get_info (project), json_object_get_object_member (root, "project"));
  for (int kind = ENT_KIND_PROJECT + 1; kind < ENT_N_KINDS; kind++)
    {
      const char *list = ent_kind_get_info ((EntKind) kind)->list;

      if (json_object_has_member (root, list))
        read_list (project, (EntKind) kind, json_object_get_array_member (root, list));
    }
  ent_project_load_end (project);
  return project;
}

static JsonArray *
build_texts (const char *const *texts)
{
  JsonArray *array = json_array_new ();

  for (; *texts; texts++)
    json_array_add_string_element (array, *texts);
  return array;
}

static void
build_member (JsonObject *object,
              EntRecord  *record,
              guint       index)
{
  const EntField *field = &ent_record_get_info (record)->fields[index];

  switch (field->type)
    {
    case ENT_FIELD_INT:
      json_object_set_int_member (object, field->name, ent_record_get_int (record, index));
      break;
    case ENT_FIELD_DOUBLE:
      json_object_set_double_member (object, field->name, ent_record_get_double (record, index));
      break;
    case ENT_FIELD_BOOL:
      json_object_set_boolean_member (object, field->name, ent_record_get_bool (record, index));
      break;
    case ENT_FIELD_ENUM:
      json_object_set_string_member (
        object, field->name, field->choices->choices[ent_record_get_enum (record, index)].nick);
      break;
    case ENT_FIELD_REFS:
    case ENT_FIELD_STRINGS:
    case ENT_FIELD_DATES:
      json_object_set_array_member (object, field->name,
                                    build_texts (ent_record_get_list (record, index)));
      break;
    case ENT_FIELD_STRING:
    case ENT_FIELD_TEXT:
    case ENT_FIELD_DATE:
    case ENT_FIELD_REF:
    default:
      json_object_set_string_member (object, field->name, ent_record_get_string (record, index));
      break;
    }
}

static JsonObject *
build_record (EntRecord *record)
{
  const EntKindInfo *info = ent_record_get_info (record);
  JsonObject *object = json_object_new ();

  if (!info->keyed && info->kind != ENT_KIND_PROJECT)
    json_object_set_string_member (object, "id", ent_record_get_id (record));
  for (guint i = 0; i < info->n_fields; i++)
    if (!ent_record_is_initial (record, i))
      build_member (object, record, i);
  return object;
}

/**
 * bench_dom_build:
 * @project: a project
 *
 * Returns: (transfer full): json-glib's tree of it
 */
JsonNode *
bench_dom_build (EntProject *project)
{
  JsonObject *root = json_object_new ();
  JsonNode *tree = json_node_init_object (json_node_alloc (), root);

  json_object_set_string_member (root, "id", ent_project_get_id (project));
  json_object_set_object_member (root, "project", build_record (ent_project_get_info (project)));
  for (int kind = ENT_KIND_PROJECT + 1; kind < ENT_N_KINDS; kind++)
    {
      JsonArray *array = json_array_new ();
      guint n = ent_project_get_n_records (project, (EntKind) kind);

      for (guint i = 0; i < n; i++)
        json_array_add_object_element (
          array, build_record (ent_project_get_record (project, (EntKind) kind, i)));
      json_object_set_array_member (root, ent_kind_get_info ((EntKind) kind)->list, array);
    }
  json_object_unref (root);
  return tree;
}
