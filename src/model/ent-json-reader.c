/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads a project in one pass: the scan checks the bytes and hands out one record after the other,
 * so that a bad record spoils nothing but itself and no tree of the whole file is built. What this
 * version does not understand is kept as it stands and listed. */
#include "config.h"

#include "model/ent-json-reader.h"

#include "model/ent-json-record.h"
#include "model/ent-json-writer.h"

#include <glib/gi18n.h>
#include <string.h>

/* Where a record that was taken stands: kept for every record, needed for those few that turn out
 * to refer to nothing once all are read. */
typedef struct {
  guint32 offset;
  guint32 index;
} Spot;

typedef struct {
  EntJsonRecordReader records;
  EntProject *project;
  GCancellable *cancellable;
  EntReadProgress progress;
  gpointer user_data;

  gboolean is_entente;
  gboolean has_version;
  gboolean has_project;
  gint64 version;
  char *id;

  int kind;                     /* of the list being read, or -1 */
  GArray *spots[ENT_N_KINDS];   /* (element-type Spot) of the records of each list */
  EntJsonRange last;            /* the place whose line was looked for last */
  GError *error;                /* what makes going on useless */
} Reader;

/* --- the head of the file ------------------------------------------------ */

static char *
dup_raw (Reader             *r,
         const EntJsonRange *range)
{
  return g_strndup (r->records.bytes + range->start, range->end - range->start);
}

static void
add_problem (Reader             *r,
             EntProblemSeverity  severity,
             const char         *member,
             const EntJsonRange *range,
             const char         *message)
{
  EntProblemPlace place = ENT_PROBLEM_PLACE_INIT;

  place.member = member;
  ent_json_add_problem (&r->records, severity, &place, range, message);
}

static void
make_read_only (Reader             *r,
                const char         *member,
                const EntJsonRange *range,
                const char         *what)
{
  g_autofree char *message =
    g_strdup_printf (_("This project was made by a newer version of Entente (%s). You can read it; "
                       "to change it, please update."), what);

  ent_project_set_read_only (r->project, TRUE);
  add_problem (r, ENT_PROBLEM_WARNING, member, range, message);
}

static void
read_format (Reader            *r,
             const EntJsonItem *item)
{
  g_autofree char *format = ent_json_dup_text (r->records.bytes, &item->range);

  r->is_entente = g_strcmp0 (format, ENT_JSON_FORMAT) == 0;
}

static void
read_version (Reader            *r,
              const EntJsonItem *item)
{
  g_autofree char *text = dup_raw (r, &item->range);

  if (!g_ascii_string_to_signed (text, 10, 1, G_MAXINT64, &r->version, NULL))
    return;
  r->has_version = TRUE;
  if (r->version > ENT_JSON_VERSION)
    {
      g_autofree char *what = g_strdup_printf (_("format %s"), text);

      make_read_only (r, "version", &item->range, what);
    }
}

static void
read_generator (Reader            *r,
                const EntJsonItem *item)
{
  g_autofree char *generator = ent_json_dup_text (r->records.bytes, &item->range);

  ent_project_set_generator (r->project, generator);
}

static void
read_id (Reader            *r,
         const EntJsonItem *item)
{
  g_autofree char *id = ent_json_dup_text (r->records.bytes, &item->range);

  if (ent_id_is_valid (id))
    r->id = g_steal_pointer (&id);
}

static void
keep_unknown (Reader            *r,
              const EntJsonItem *item)
{
  g_autofree char *name = g_strndup (item->name, item->name_length);

  ent_project_load_unknown (r->project, name, dup_raw (r, &item->range));
}

/* What stands in the place of a list or of the project is something else. */
static void
keep_misfit (Reader            *r,
             const EntJsonItem *item,
             EntKind            kind)
{
  const EntKindInfo *info = ent_kind_get_info (kind);
  EntProblemPlace place = ENT_PROBLEM_PLACE_INIT;

  if (!item->complete)
    return;
  place.kind = (int) kind;
  place.member = info->list;
  ent_json_add_problem (&r->records, ENT_PROBLEM_WARNING, &place, &item->range,
                        kind == ENT_KIND_PROJECT
                          ? _("This needs a record. What the file has is kept as it is.")
                          : _("This needs a list. What the file has is kept as it is."));
  keep_unknown (r, item);
}

static void
read_project (Reader            *r,
              const EntJsonItem *item)
{
  r->has_project = TRUE;
  if (!ent_json_fill_record (&r->records, ent_project_get_info (r->project), item))
    keep_misfit (r, item, ENT_KIND_PROJECT);
}

/* --- lists ---------------------------------------------------------------- */

/* Entries that cannot be read do not count, as they do not for the gate: what can be edited and
 * saved can be opened again. */
static gboolean
check_size (Reader            *r,
            const EntJsonItem *item)
{
  if (!r->spots[r->kind] || r->spots[r->kind]->len < ENT_LIST_MAX_RECORDS)
    return TRUE;
  g_set_error (&r->error, ENT_MODEL_ERROR, ENT_MODEL_ERROR_LIMIT,
               _("Line %u: the list “%.*s” has more than %d entries."),
               item->range.line, (int) item->name_length, item->name, ENT_LIST_MAX_RECORDS);
  return FALSE;
}

static void
keep_unreadable (Reader            *r,
                 const EntJsonItem *item)
{
  if (item->complete)
    ent_project_load_raw (r->project, (EntKind) r->kind, dup_raw (r, &item->range));
}

static void
add_duplicate (Reader            *r,
               const EntJsonItem *item,
               const char        *id)
{
  EntProblemPlace place = { r->kind, (int) item->index, id, NULL, 0, 0 };
  g_autofree char *message =
    g_strdup_printf (_("The id “%s” belongs to an earlier entry. This one is kept as it is."), id);

  ent_json_add_problem (&r->records, ENT_PROBLEM_WARNING, &place, &item->range, message);
}

static void
remember_spot (Reader            *r,
               const EntJsonItem *item)
{
  Spot spot = { (guint32) item->range.start, item->index };

  if (!r->spots[r->kind])
    r->spots[r->kind] = g_array_new (FALSE, FALSE, sizeof (Spot));
  g_array_append_val (r->spots[r->kind], spot);
}

static void
read_element (Reader            *r,
              const EntJsonItem *item)
{
  EntRecord *record;

  if (item->index == 0)
    r->kind = ent_kind_find_list (item->name, (gssize) item->name_length);
  if (r->kind < 0 || !check_size (r, item))
    return;
  record = ent_json_read_record (&r->records, (EntKind) r->kind, item);
  if (!record)
    {
      keep_unreadable (r, item);
    }
  else if (ent_project_load_take (r->project, record))
    {
      remember_spot (r, item);
    }
  else
    {
      add_duplicate (r, item, ent_record_get_id (record));
      keep_unreadable (r, item);
      g_object_unref (record);
    }
}

static gboolean
is_requirement (const EntJsonItem *item)
{
  return ent_json_name_equal (item->name, item->name_length, "requires");
}

/* An unknown word in "requires" says that only a version that knows it can change the project. */
static void
read_requirement (Reader            *r,
                  const EntJsonItem *item)
{
  g_autofree char *text = ent_json_dup_text (r->records.bytes, &item->range);

  make_read_only (r, "requires", &item->range, text ? text : "?");
}

static void
read_member (Reader            *r,
             const EntJsonItem *item)
{
  static const struct {
    const char *name;
    void (*read) (Reader *r, const EntJsonItem *item);
  } members[] = {
    { "format", read_format },
    { "version", read_version },
    { "generator", read_generator },
    { "id", read_id },
    { "project", read_project },
  };
  int kind;

  for (gsize i = 0; i < G_N_ELEMENTS (members); i++)
    if (ent_json_name_equal (item->name, item->name_length, members[i].name))
      {
        members[i].read (r, item);
        return;
      }
  if (is_requirement (item) && item->range.type != ENT_JSON_ARRAY)
    read_requirement (r, item);
  kind = ent_kind_find_list (item->name, (gssize) item->name_length);
  if (kind < 0 && item->complete)
    keep_unknown (r, item);
  else if (kind >= 0 && item->range.type != ENT_JSON_ARRAY)
    keep_misfit (r, item, (EntKind) kind);
}

static void
on_item (const EntJsonItem *item,
         gpointer           user_data)
{
  Reader *r = user_data;

  if (r->error)
    return;
  if (!item->is_element)
    read_member (r, item);
  else if (is_requirement (item))
    read_requirement (r, item);
  else
    read_element (r, item);
}

static gboolean
on_progress (gsize    done,
             gsize    total,
             gpointer user_data)
{
  Reader *r = user_data;

  if (r->progress)
    r->progress (total > 0 ? (double) done / (double) total : 1.0, r->user_data);
  return !r->error && !g_cancellable_is_cancelled (r->cancellable);
}

/* --- afterwards ------------------------------------------------------------ */

/* Counts lines on from the last place: the records come in the order of the file, list by list. */
static const EntJsonRange *
find_line (Reader     *r,
           const Spot *spot)
{
  EntJsonRange *last = &r->last;

  if (last->line == 0 || spot->offset < last->start)
    *last = (EntJsonRange) { .line = 1 };
  for (; last->start < spot->offset; last->start++)
    if (r->records.bytes[last->start] == '\n')
      {
        last->line++;
        last->line_start = last->start + 1;
      }
  return last;
}

static void
check_ref (Reader     *r,
           EntRecord  *record,
           guint       index,
           const char *id,
           const Spot *spot)
{
  const EntField *field = &ent_record_get_info (record)->fields[index];
  EntProblemPlace place = { (int) ent_record_get_kind (record), (int) spot->index,
                            ent_record_get_id (record), field->name, 0, 0 };
  g_autofree char *message = NULL;

  if (*id == '\0' || ent_project_lookup_kind (r->project, (EntKind) field->target, id))
    return;
  /* Translators: the field's name, an id, the name of a list */
  message = g_strdup_printf (_("“%s” leads nowhere: there is no entry “%s” under %s. It is kept as "
                               "it is."), ent_field_get_label (field), id,
                             ent_kind_get_label ((EntKind) field->target, TRUE));
  ent_json_add_problem (&r->records, ENT_PROBLEM_WARNING, &place, find_line (r, spot), message);
}

static void
check_refs (Reader     *r,
            EntRecord  *record,
            const Spot *spot)
{
  const EntKindInfo *info = ent_record_get_info (record);

  for (guint i = 0; i < info->n_fields; i++)
    {
      if (info->fields[i].type == ENT_FIELD_REF)
        check_ref (r, record, i, ent_record_get_string (record, i), spot);
      else if (info->fields[i].type == ENT_FIELD_REFS)
        for (const char *const *id = ent_record_get_list (record, i); *id; id++)
          check_ref (r, record, i, *id, spot);
    }
}

static void
check_all_refs (Reader *r)
{
  for (int kind = ENT_KIND_PROJECT + 1; kind < ENT_N_KINDS; kind++)
    for (guint i = 0; r->spots[kind] && i < r->spots[kind]->len; i++)
      check_refs (r, ent_project_get_record (r->project, (EntKind) kind, i),
                  &g_array_index (r->spots[kind], Spot, i));
}

static EntModelError
error_code (EntJsonCode code)
{
  switch (code)
    {
    case ENT_JSON_CUT_OFF:
      return ENT_MODEL_ERROR_CUT_OFF;
    case ENT_JSON_TOO_LARGE:
    case ENT_JSON_TOO_DEEP:
    case ENT_JSON_TOO_MANY_VALUES:
    case ENT_JSON_LONG_NAME:
    case ENT_JSON_LONG_TEXT:
    case ENT_JSON_LONG_NUMBER:
      return ENT_MODEL_ERROR_LIMIT;
    default:
      return code <= ENT_JSON_UTF16 ? ENT_MODEL_ERROR_NOT_A_PROJECT : ENT_MODEL_ERROR_SYNTAX;
    }
}

static gboolean
fail_scan (Reader              *r,
           const EntJsonError  *fault,
           GError             **error)
{
  g_autofree char *message = NULL;

  if (r->error)
    {
      g_propagate_error (error, g_steal_pointer (&r->error));
      return FALSE;
    }
  if (fault->code == ENT_JSON_CANCELLED)
    {
      g_cancellable_set_error_if_cancelled (r->cancellable, error);
      return FALSE;
    }
  message = ent_json_error_dup_message (fault);
  g_set_error_literal (error, ENT_MODEL_ERROR, error_code (fault->code), message);
  return FALSE;
}

static void
list_cut (Reader             *r,
          const EntJsonError *fault)
{
  EntProblemPlace place = ENT_PROBLEM_PLACE_INIT;
  g_autofree char *message = ent_json_error_dup_message (fault);
  g_autofree char *all = NULL;

  /* The message says where. */
  all = g_strdup_printf (_("%s What comes before was read."), message);
  ent_problem_list_add (r->records.problems, ENT_PROBLEM_LOSS, &place, all);
}

/* The faults behind which nothing is missing but what comes after them. */
static gboolean
can_salvage (const EntJsonError *fault)
{
  return fault->code == ENT_JSON_CUT_OFF || fault->code == ENT_JSON_TRAILING_TEXT;
}

static gboolean
check_format (Reader  *r,
              GError **error)
{
  if (r->is_entente)
    return TRUE;
  g_set_error_literal (error, ENT_MODEL_ERROR, ENT_MODEL_ERROR_NOT_A_PROJECT,
                       _("This is a JSON file, but not a project of Entente: it does not say "
                         "“\"format\": \"entente\"”."));
  return FALSE;
}

static void
finish (Reader *r)
{
  if (!r->has_version)
    add_problem (r, ENT_PROBLEM_NOTE, "version", NULL,
                 _("The file does not say its version; it was read as version 1."));
  if (!r->id)
    add_problem (r, ENT_PROBLEM_NOTE, "id", NULL,
                 _("The project has no valid id; it was given a new one."));
  if (!r->has_project)
    add_problem (r, ENT_PROBLEM_NOTE, "project", NULL,
                 _("The part “project”, with the title, is missing."));
  if (r->id)
    ent_project_load_begin (r->project, r->id);
  ent_project_load_end (r->project);
  check_all_refs (r);
}

static void
reader_clear (Reader *r)
{
  for (guint i = 0; i < ENT_N_KINDS; i++)
    g_clear_pointer (&r->spots[i], g_array_unref);
  g_clear_error (&r->error);
  g_clear_object (&r->project);
  g_clear_object (&r->records.parser);
  g_free (r->id);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reader, reader_clear)

static EntProject *
read_bytes (Reader    *r,
            GBytes    *bytes,
            gboolean   salvage,
            GError   **error)
{
  static const EntJsonVisitor visitor = { on_item, on_progress };
  g_auto(EntJsonError) fault = { ENT_JSON_OK, };
  gsize length;
  gboolean fine;

  r->records.bytes = g_bytes_get_data (bytes, &length);
  r->records.parser = json_parser_new ();
  r->project = ent_project_new ();
  r->kind = -1;
  ent_project_load_begin (r->project, NULL);
  fine = ent_json_scan (r->records.bytes, length, &visitor, r, &fault);
  if (r->error || (!fine && !(salvage && can_salvage (&fault))))
    return fail_scan (r, &fault, error), NULL;
  if (!check_format (r, error))
    return NULL;
  finish (r);
  if (!fine)
    list_cut (r, &fault);
  return g_steal_pointer (&r->project);
}

/**
 * ent_project_read:
 * @bytes: what the file holds
 * @problems: where what could not be taken as it stands is listed
 * @cancellable: (nullable): to stop from another thread
 * @progress: (nullable): told how far it is
 * @user_data: handed to @progress
 * @error: return location for an error: %ENT_MODEL_ERROR with a message for people, which does not
 *   name the file, or %G_IO_ERROR_CANCELLED
 *
 * Makes a project of a file. May run in any thread. Records, members and values that this version
 * cannot read are kept as they stand and listed in @problems. A project of a newer version is read
 * only.
 *
 * Returns: (transfer full): the project; %NULL with @error set
 */
EntProject *
ent_project_read (GBytes           *bytes,
                  EntProblemList   *problems,
                  GCancellable     *cancellable,
                  EntReadProgress   progress,
                  gpointer          user_data,
                  GError          **error)
{
  g_auto(Reader) r = { .cancellable = cancellable, .progress = progress, .user_data = user_data };

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (ENT_IS_PROBLEM_LIST (problems), NULL);

  r.records.problems = problems;
  return read_bytes (&r, bytes, FALSE, error);
}

/**
 * ent_project_salvage:
 * @bytes: what the file holds
 * @problems: where what could not be taken as it stands, and what is missing, is listed
 * @cancellable: (nullable): to stop from another thread
 * @progress: (nullable): told how far it is
 * @user_data: handed to @progress
 * @error: return location for an error, as with ent_project_read()
 *
 * Like ent_project_read(), but where that fails with %ENT_MODEL_ERROR_CUT_OFF, makes a project of
 * what is left of the file. The last record may lack its last fields.
 *
 * Returns: (transfer full): the project; %NULL with @error set
 */
EntProject *
ent_project_salvage (GBytes           *bytes,
                     EntProblemList   *problems,
                     GCancellable     *cancellable,
                     EntReadProgress   progress,
                     gpointer          user_data,
                     GError          **error)
{
  g_auto(Reader) r = { .cancellable = cancellable, .progress = progress, .user_data = user_data };

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (ENT_IS_PROBLEM_LIST (problems), NULL);

  r.records.problems = problems;
  return read_bytes (&r, bytes, TRUE, error);
}
