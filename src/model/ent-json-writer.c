/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes a project in its one canonical form: the same project always gives the same bytes, and one
 * edit changes a line or two. Members stand in a fixed order, one a line; the many small records of
 * keyed kinds stand on one line each; what has its initial value is left out; and what the reader
 * could not understand is written as it was found. */
#include "config.h"

#include "model/ent-json-writer-private.h"

#include "model/ent-json-build.h"
#include "model/ent-json-scan.h"
#include "model/ent-record-private.h"

#include <glib/gi18n.h>
#include <math.h>

/* Members of an object, a line for each. */
typedef struct {
  GString *json;
  const char *indent;
  gboolean any;
} Members;

static void
begin_member (Members    *members,
              const char *name)
{
  g_string_append (members->json, members->any ? ",\n" : "\n");
  g_string_append (members->json, members->indent);
  ent_json_append_text (members->json, name);
  g_string_append (members->json, ": ");
  members->any = TRUE;
}

/* --- records -------------------------------------------------------------- */

/* How the records of a kind are written. Made once for a list of records that may be long. */
typedef struct {
  const EntKindInfo *info;
  const char *before;           /* each member */
  const char *after;            /* the last one */
  char **labels;                /* "name":, for each field */
} Form;

static void
form_init (Form    *form,
           EntKind  kind)
{
  form->info = ent_kind_get_info (kind);
  form->before = form->info->keyed ? "" : kind == ENT_KIND_PROJECT ? "\n    " : "\n      ";
  form->after = form->info->keyed ? "" : kind == ENT_KIND_PROJECT ? "\n  " : "\n    ";
  form->labels = g_new0 (char *, form->info->n_fields + 1);
  for (guint i = 0; i < form->info->n_fields; i++)
    form->labels[i] = g_strdup_printf ("%s\"%s\": ", form->before, form->info->fields[i].name);
}

static void
form_clear (Form *form)
{
  g_strfreev (form->labels);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Form, form_clear)

/* The same as ent_record_is_initial() for a value that is not raw, without making #EntValues of
 * it. */
static gboolean
is_initial (const EntField *field,
            const EntSlot  *slot)
{
  switch (field->type)
    {
    case ENT_FIELD_INT:
    case ENT_FIELD_BOOL:
    case ENT_FIELD_ENUM:
      return slot->i == (int) field->initial;
    case ENT_FIELD_DOUBLE:
      return isnan (slot->d) ? isnan (field->initial)
                             : slot->d >= field->initial && slot->d <= field->initial;
    case ENT_FIELD_REFS:
    case ENT_FIELD_STRINGS:
    case ENT_FIELD_DATES:
      return slot->v == NULL;
    case ENT_FIELD_STRING:
    case ENT_FIELD_TEXT:
    case ENT_FIELD_DATE:
    case ENT_FIELD_REF:
    default:
      return slot->s == NULL;
    }
}

/* A number that a required field has not got yet is written as null. */
static void
append_slot (GString        *json,
             const EntField *field,
             const EntSlot  *slot)
{
  static const char *const none[] = { NULL };

  switch (field->type)
    {
    case ENT_FIELD_INT:
      if (slot->i == ENT_INT_UNSET)
        g_string_append (json, "null");
      else
        ent_json_append_int (json, slot->i);
      break;
    case ENT_FIELD_DOUBLE:
      if (isfinite (slot->d))
        ent_json_append_double (json, slot->d);
      else
        g_string_append (json, "null");
      break;
    case ENT_FIELD_BOOL:
      g_string_append (json, slot->i ? "true" : "false");
      break;
    case ENT_FIELD_ENUM:
      ent_json_append_text (json, field->choices->choices[slot->i].nick);
      break;
    case ENT_FIELD_REFS:
    case ENT_FIELD_STRINGS:
    case ENT_FIELD_DATES:
      ent_json_append_texts (json, slot->v ? (const char *const *) slot->v : none);
      break;
    case ENT_FIELD_STRING:
    case ENT_FIELD_TEXT:
    case ENT_FIELD_DATE:
    case ENT_FIELD_REF:
    default:
      ent_json_append_text (json, slot->s ? slot->s : "");
      break;
    }
}

/* The comma and space between members: the space only where all are on one line. */
static void
separate (GString    *json,
          const Form *form,
          gboolean   *any)
{
  if (*any)
    ent_json_append (json, ", ", form->info->keyed ? 2 : 1);
  *any = TRUE;
}

static void
append_unknown_members (GString    *json,
                        const Form *form,
                        EntRecord  *record,
                        gboolean   *any)
{
  for (guint i = 0; i < record->foreign->len; i++)
    {
      const EntForeign *foreign = g_ptr_array_index (record->foreign, i);

      if (foreign->field >= 0)
        continue;
      separate (json, form, any);
      g_string_append (json, form->before);
      ent_json_append_text (json, foreign->name);
      g_string_append (json, ": ");
      g_string_append (json, foreign->json);
    }
}

static void
append_record (GString    *json,
               const Form *form,
               EntRecord  *record)
{
  const EntKindInfo *info = form->info;
  gboolean any = FALSE;

  g_string_append_c (json, '{');
  if (!info->keyed && info->kind != ENT_KIND_PROJECT)
    {
      separate (json, form, &any);
      g_string_append (json, form->before);
      g_string_append (json, "\"id\": ");
      ent_json_append_text (json, record->id);
    }
  for (guint i = 0; i < info->n_fields; i++)
    {
      const EntField *field = &info->fields[i];
      const char *raw = record->foreign ? ent_record_get_raw (record, i) : NULL;

      if (!raw && !(field->flags & ENT_FIELD_REQUIRED) && is_initial (field, &record->slots[i]))
        continue;
      separate (json, form, &any);
      ent_json_append (json, form->labels[i], strlen (form->labels[i]));
      if (raw)
        g_string_append (json, raw);
      else
        append_slot (json, field, &record->slots[i]);
    }
  if (record->foreign)
    append_unknown_members (json, form, record, &any);
  ent_json_append (json, form->after, strlen (form->after));
  g_string_append_c (json, '}');
}

/*
 * Appends a record as it stands in a file, over several lines unless its kind is keyed.
 */
void
_ent_json_append_record (GString   *json,
                         EntRecord *record)
{
  g_auto(Form) form = { NULL, };

  form_init (&form, ent_record_get_kind (record));
  append_record (json, &form, record);
}

/*
 * Appends a value of a field that is not raw; what is unset as null.
 */
void
_ent_json_append_value (GString        *json,
                        const EntField *field,
                        const EntValue *value)
{
  EntSlot slot = { 0 };

  switch (value->form)
    {
    case ENT_VALUE_INT:
      slot.i = value->i;
      break;
    case ENT_VALUE_DOUBLE:
      slot.d = value->d;
      break;
    case ENT_VALUE_STRING:
      slot.s = value->s;
      break;
    case ENT_VALUE_LIST:
      slot.v = value->v;
      break;
    case ENT_VALUE_RAW:
    case ENT_VALUE_UNSET:
    default:
      g_string_append (json, "null");
      return;
    }
  append_slot (json, field, &slot);
}

/* --- lists ---------------------------------------------------------------- */

static void
begin_entry (GString  *json,
             gboolean *any)
{
  ent_json_append (json, ",\n    " + !*any, 5 + *any);
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

/* If what stands in the place of the list was no list, it stays as it is until there are records,
 * and then becomes an entry that cannot be read. */
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
  g_auto(Form) form = { NULL, };

  form_init (&form, kind);
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
      append_record (json, &form, record);
      append_raw (json, project, kind, record, &any);
    }
  if (any)
    {
      g_string_append (json, "\n  ]");
      return;
    }
  g_string_truncate (json, start);
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
  g_auto(Form) form = { NULL, };

  form_init (&form, ENT_KIND_PROJECT);
  begin_member (members, name);
  if (misfit && is_untouched (info))
    g_string_append (members->json, misfit);
  else
    append_record (members->json, &form, info);
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
  Members members = { json, "  ", FALSE };

  g_string_append_c (json, '{');
  begin_member (&members, "format");
  ent_json_append_text (json, ENT_JSON_FORMAT);
  begin_member (&members, "version");
  ent_json_append_int (json, ENT_JSON_VERSION);
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
  g_auto(EntJsonError) fault = { ENT_JSON_OK, };
  g_autofree char *message = NULL;

  if (ent_json_scan (json->str, json->len, NULL, NULL, &fault))
    return TRUE;
  if (fault.code == ENT_JSON_TOO_LARGE || fault.code == ENT_JSON_TOO_MANY_VALUES)
    {
      g_set_error_literal (error, ENT_MODEL_ERROR, ENT_MODEL_ERROR_LIMIT,
                           _("The project has become too large to be saved: more than 32 MB or "
                             "4,000,000 values. Delete what is no longer needed and save again."));
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
 * @error: return location for an error: the project is beyond a limit, or was made by a newer
 *   version of the program and can only be read
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
