/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes a project in its one canonical form: the same project always gives the same bytes, and one
 * edit changes a line or two. Members stand in a fixed order, one a line; the many small records of
 * keyed kinds stand on one line each; what has its initial value is left out; and what the reader
 * could not understand is written as it was found. */
#include "config.h"

#include "model/ent-json-writer.h"

#include "model/ent-json-build.h"
#include "model/ent-json-scan.h"

#include <glib/gi18n.h>
#include <math.h>

/* A record of a keyed kind is one line; others have a line for each member. */
typedef struct {
  GString *json;
  const char *before;           /* each member but the first one comes after a comma and this */
  gboolean any;
} Members;

static void
begin_member (Members    *members,
              const char *name)
{
  if (members->any)
    g_string_append_c (members->json, ',');
  if (members->any || *members->before == '\n')
    g_string_append (members->json, members->before);
  members->any = TRUE;
  ent_json_append_text (members->json, name);
  g_string_append (members->json, ": ");
}

static void
append_number (GString *json,
               int      value)
{
  char text[16];

  g_snprintf (text, sizeof text, "%d", value);
  g_string_append (json, text);
}

static void
append_value (GString   *json,
              EntRecord *record,
              guint      i)
{
  const EntField *field = &ent_record_get_info (record)->fields[i];
  const char *raw = ent_record_get_raw (record, i);
  double number;

  if (raw)
    {
      g_string_append (json, raw);
      return;
    }
  switch (field->type)
    {
    case ENT_FIELD_INT:
      append_number (json, ent_record_get_int (record, i));
      break;
    case ENT_FIELD_DOUBLE:
      number = ent_record_get_double (record, i);
      if (isfinite (number))
        ent_json_append_double (json, number);
      else
        g_string_append (json, "null");
      break;
    case ENT_FIELD_BOOL:
      g_string_append (json, ent_record_get_bool (record, i) ? "true" : "false");
      break;
    case ENT_FIELD_ENUM:
      ent_json_append_text (json, field->choices->choices[ent_record_get_enum (record, i)].nick);
      break;
    case ENT_FIELD_REFS:
    case ENT_FIELD_STRINGS:
    case ENT_FIELD_DATES:
      ent_json_append_texts (json, ent_record_get_list (record, i));
      break;
    case ENT_FIELD_STRING:
    case ENT_FIELD_TEXT:
    case ENT_FIELD_DATE:
    case ENT_FIELD_REF:
    default:
      ent_json_append_text (json, ent_record_get_string (record, i));
      break;
    }
}

static void
append_record (GString    *json,
               EntRecord  *record,
               const char *indent)
{
  const EntKindInfo *info = ent_record_get_info (record);
  g_autofree char *before = info->keyed ? g_strdup (" ") : g_strconcat ("\n", indent, "  ", NULL);
  Members members = { json, before, FALSE };
  guint n_unknown = ent_record_get_n_unknown (record);

  g_string_append_c (json, '{');
  if (!info->keyed && info->kind != ENT_KIND_PROJECT)
    {
      begin_member (&members, "id");
      ent_json_append_text (json, ent_record_get_id (record));
    }
  for (guint i = 0; i < info->n_fields; i++)
    {
      if (!(info->fields[i].flags & ENT_FIELD_REQUIRED) && ent_record_is_initial (record, i))
        continue;
      begin_member (&members, info->fields[i].name);
      append_value (json, record, i);
    }
  for (guint i = 0; i < n_unknown; i++)
    {
      const char *value;

      begin_member (&members, ent_record_get_unknown (record, i, &value));
      g_string_append (json, value);
    }
  if (!info->keyed)
    {
      g_string_append_c (json, '\n');
      g_string_append (json, indent);
    }
  g_string_append_c (json, '}');
}

static void
begin_entry (GString  *json,
             gboolean *any)
{
  g_string_append (json, *any ? ",\n    " : "\n    ");
  *any = TRUE;
}

/* Entries that could not be read, where they were found: behind @after. */
static void
append_raw (GString    *json,
            EntProject *project,
            EntKind     kind,
            EntRecord  *after,
            gboolean   *any)
{
  g_autoptr (GPtrArray) raw = ent_project_dup_raw (project, kind, after);

  for (guint i = 0; raw && i < raw->len; i++)
    {
      begin_entry (json, any);
      g_string_append (json, g_ptr_array_index (raw, i));
    }
}

static const char *
find_unknown (EntProject *project,
              const char *name)
{
  guint n = ent_project_get_n_unknown (project);

  for (guint i = 0; i < n; i++)
    {
      const char *json;

      if (g_str_equal (ent_project_get_unknown (project, i, &json), name))
        return json;
    }
  return NULL;
}

/* If what stands in the place of the list was no list, it stays as it is until there are records, and
 * then becomes an entry that cannot be read. */
static void
append_list (Members    *members,
             EntProject *project,
             EntKind     kind)
{
  const char *name = ent_kind_get_info (kind)->list;
  const char *misfit = find_unknown (project, name);
  guint n = ent_project_get_n_records (project, kind);
  GString *json = members->json;
  gboolean any = FALSE;
  gsize start = json->len;
  gboolean any_before = members->any;

  begin_member (members, name);
  if (misfit && n == 0)
    {
      g_string_append (json, misfit);
      return;
    }
  g_string_append_c (json, '[');
  if (misfit)
    {
      begin_entry (json, &any);
      g_string_append (json, misfit);
    }
  append_raw (json, project, kind, NULL, &any);
  for (guint i = 0; i < n; i++)
    {
      EntRecord *record = ent_project_get_record (project, kind, i);

      begin_entry (json, &any);
      append_record (json, record, "    ");
      append_raw (json, project, kind, record, &any);
    }
  if (any)
    {
      g_string_append (json, "\n  ]");
      return;
    }
  g_string_truncate (json, start);
  members->any = any_before;
}

static gboolean
is_untouched (EntRecord *info)
{
  guint n = ent_record_get_info (info)->n_fields;

  for (guint i = 0; i < n; i++)
    if (!ent_record_is_initial (info, i))
      return FALSE;
  return ent_record_get_n_unknown (info) == 0;
}

static void
append_info (Members    *members,
             EntProject *project)
{
  const char *name = ent_kind_get_info (ENT_KIND_PROJECT)->list;
  const char *misfit = find_unknown (project, name);
  EntRecord *info = ent_project_get_info (project);

  begin_member (members, name);
  if (misfit && is_untouched (info))
    g_string_append (members->json, misfit);
  else
    append_record (members->json, info, "  ");
}

static void
append_unknown (Members    *members,
                EntProject *project)
{
  guint n = ent_project_get_n_unknown (project);

  for (guint i = 0; i < n; i++)
    {
      const char *json;
      const char *name = ent_project_get_unknown (project, i, &json);

      if (ent_kind_find_list (name, -1) >= 0 ||
          g_str_equal (name, ent_kind_get_info (ENT_KIND_PROJECT)->list))
        continue;
      begin_member (members, name);
      g_string_append (members->json, json);
    }
}

static void
append_project (GString    *json,
                EntProject *project)
{
  Members members = { json, "\n  ", FALSE };

  g_string_append_c (json, '{');
  begin_member (&members, "format");
  ent_json_append_text (json, ENT_JSON_FORMAT);
  begin_member (&members, "version");
  append_number (json, ENT_JSON_VERSION);
  if (ent_project_get_generator (project))
    {
      begin_member (&members, "generator");
      ent_json_append_text (json, ent_project_get_generator (project));
    }
  begin_member (&members, "id");
  ent_json_append_text (json, ent_project_get_id (project));
  append_info (&members, project);
  for (int kind = ENT_KIND_PROJECT + 1; kind < ENT_N_KINDS; kind++)
    append_list (&members, project, (EntKind) kind);
  append_unknown (&members, project);
  g_string_append (json, "\n}\n");
}

/* What is saved must open again: the reader's limits hold for the writer, by the same code. */
static gboolean
check_result (const GString  *json,
              GError        **error)
{
  g_auto (EntJsonError) fault = { ENT_JSON_OK, };
  g_autofree char *message = NULL;

  if (ent_json_scan (json->str, json->len, NULL, NULL, &fault))
    return TRUE;
  if (fault.code == ENT_JSON_TOO_LARGE || fault.code == ENT_JSON_TOO_MANY_VALUES)
    {
      g_set_error_literal (error, ENT_MODEL_ERROR, ENT_MODEL_ERROR_LIMIT,
                           _("The project has become too large to be saved: more than 32 MB or "
                             "1,000,000 values. Delete what is no longer needed and save again."));
      return FALSE;
    }
  message = ent_json_error_dup_message (&fault);
  g_set_error (error, ENT_MODEL_ERROR, ENT_MODEL_ERROR_VALUE,
               _("The project holds something that cannot be saved, so nothing was written. %s"),
               message);
  return FALSE;
}

/**
 * ent_project_write:
 * @self: a project
 * @error: return location for an error: the project is beyond a limit, or was made by a newer version
 *   of the program and can only be read
 *
 * Writes the project as the text of its file.
 *
 * Returns: (transfer full): the bytes; %NULL with @error set
 */
GBytes *
ent_project_write (EntProject  *self,
                   GError     **error)
{
  g_autoptr (GString) json = NULL;

  g_return_val_if_fail (ENT_IS_PROJECT (self), NULL);

  if (ent_project_is_read_only (self))
    {
      g_set_error_literal (error, ENT_MODEL_ERROR, ENT_MODEL_ERROR_READ_ONLY,
                           _("This project was made by a newer version of Entente and can only be "
                             "read. To change it, please update."));
      return NULL;
    }
  json = g_string_sized_new (64 * 1024);
  append_project (json, self);
  if (!check_result (json, error))
    return NULL;
  return g_string_free_to_bytes (g_steal_pointer (&json));
}
