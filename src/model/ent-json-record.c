/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One record at a time. The scan has already found where each value is and that it is sound, so
 * texts and numbers are taken from there; what has parts of its own is read by json-glib. A value
 * is taken only if it is of the type and in the range of its field: json-glib's getters turn what
 * does not fit into 0 or NULL, ours keep it as it stands, beside the field, and list it. */
#include "config.h"

#include "model/ent-json-record.h"

#include "model/ent-json-token.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#define EXCERPT_CHARS 40

/**
 * ent_json_count_column:
 * @self: a reader of records
 * @line_start: where a line begins
 * @offset: where something stands in it
 *
 * Like ent_json_column(), but to be asked for one place after the other.
 *
 * Returns: the column, from 1
 */
guint
ent_json_count_column (EntJsonRecordReader *self,
                       gsize                line_start,
                       gsize                offset)
{
  g_return_val_if_fail (self != NULL, 1);
  g_return_val_if_fail (line_start <= offset, 1);

  /* The last place is column 1 of the text that starts there, and has been counted already. */
  if (self->column > 0 && self->line_start == line_start && self->offset <= offset)
    self->column += ent_json_column (self->bytes, self->offset, offset) - 1;
  else
    self->column = ent_json_column (self->bytes, line_start, offset);
  self->line_start = line_start;
  self->offset = offset;
  return self->column;
}

/**
 * ent_json_add_problem:
 * @self: a reader of records
 * @severity: how bad it is
 * @place: where it is; line and column are filled in
 * @range: (nullable): the place in the file
 * @message: what is wrong and what was done with it, translated
 *
 * Lists a problem.
 */
void
ent_json_add_problem (EntJsonRecordReader *self,
                      EntProblemSeverity   severity,
                      EntProblemPlace     *place,
                      const EntJsonRange  *range,
                      const char          *message)
{
  g_return_if_fail (self != NULL && place != NULL && message != NULL);

  if (range)
    {
      place->line = range->line;
      place->column = ent_json_count_column (self, range->line_start, range->start);
    }
  ent_problem_list_add (self->problems, severity, place, message);
}

static char *
dup_raw (EntJsonRecordReader *self,
         const EntJsonRange  *range)
{
  return g_strndup (self->bytes + range->start, range->end - range->start);
}

/* The start of what the file has, on one line. */
static char *
dup_excerpt (EntJsonRecordReader *self,
             const EntJsonRange  *range)
{
  g_autofree char *raw = dup_raw (self, range);

  g_strdelimit (raw, "\r\n\t", ' ');
  if (g_utf8_strlen (raw, -1) > EXCERPT_CHARS)
    {
      g_autofree char *start = g_utf8_substring (raw, 0, EXCERPT_CHARS);

      return g_strconcat (start, "…", NULL);
    }
  return g_steal_pointer (&raw);
}

/* --- values ------------------------------------------------------------- */

/**
 * ent_json_dup_text:
 * @bytes: the whole file
 * @range: a value that the scan has found in it
 *
 * Returns: (transfer full) (nullable): the text, if the value is one
 */
char *
ent_json_dup_text (const char         *bytes,
                   const EntJsonRange *range)
{
  gsize length;
  char *text;

  g_return_val_if_fail (bytes != NULL && range != NULL, NULL);

  if (range->type != ENT_JSON_STRING)
    return NULL;
  length = range->end - range->start - 2;
  text = g_malloc (length + 1);
  length = ent_json_decode (bytes + range->start + 1, length, text);
  text[length] = '\0';
  return text;
}

static gboolean
read_number (EntJsonRecordReader *self,
             const EntJsonRange  *range,
             double              *number)
{
  char text[ENT_JSON_MAX_NUMBER + 1];
  gsize length = range->end - range->start;

  if (range->type != ENT_JSON_NUMBER)
    return FALSE;
  memcpy (text, self->bytes + range->start, length);
  text[length] = '\0';
  *number = g_ascii_strtod (text, NULL);
  return TRUE;
}

static gboolean
read_int (EntJsonRecordReader *self,
          const EntJsonRange  *range,
          EntValue            *value)
{
  double number;

  if (!read_number (self, range, &number) || number < trunc (number) || number > trunc (number))
    return FALSE;
  /* What is far out of range stays out of range. */
  *value = ent_value_int ((int) CLAMP (number, -G_MAXINT, G_MAXINT));
  return TRUE;
}

static gboolean
read_double (EntJsonRecordReader *self,
             const EntJsonRange  *range,
             EntValue            *value)
{
  double number;

  if (!read_number (self, range, &number))
    return FALSE;
  *value = ent_value_double (number);
  return TRUE;
}

static gboolean
read_bool (EntJsonRecordReader *self,
           const EntJsonRange  *range,
           EntValue            *value)
{
  if (range->type != ENT_JSON_BOOLEAN)
    return FALSE;
  *value = ent_value_int (self->bytes[range->start] == 't');
  return TRUE;
}

static gboolean
read_choice (EntJsonRecordReader *self,
             const EntField      *field,
             const EntJsonRange  *range,
             EntValue            *value)
{
  g_autofree char *nick = ent_json_dup_text (self->bytes, range);

  for (guint i = 0; nick && i < field->choices->n_choices; i++)
    if (g_str_equal (field->choices->choices[i].nick, nick))
      {
        *value = ent_value_int ((int) i);
        return TRUE;
      }
  return FALSE;
}

static gboolean
read_text (EntJsonRecordReader *self,
           const EntJsonRange  *range,
           EntValue            *value)
{
  if (range->type != ENT_JSON_STRING)
    return FALSE;
  *value = ent_value_take_string (ent_json_dup_text (self->bytes, range));
  return TRUE;
}

static char **
dup_texts (JsonArray *array)
{
  g_autoptr (GStrvBuilder) texts = g_strv_builder_new ();
  guint n = json_array_get_length (array);

  for (guint i = 0; i < n; i++)
    {
      JsonNode *node = json_array_get_element (array, i);

      if (json_node_get_value_type (node) != G_TYPE_STRING)
        return NULL;
      g_strv_builder_add (texts, json_node_get_string (node));
    }
  return g_strv_builder_end (texts);
}

static gboolean
read_texts (EntJsonRecordReader *self,
            const EntJsonRange  *range,
            EntValue            *value)
{
  JsonNode *root;
  char **texts;

  if (range->type != ENT_JSON_ARRAY ||
      !json_parser_load_from_data (self->parser, self->bytes + range->start,
                                   (gssize) (range->end - range->start), NULL))
    return FALSE;
  root = json_parser_get_root (self->parser);
  texts = root && JSON_NODE_HOLDS_ARRAY (root) ? dup_texts (json_node_get_array (root)) : NULL;
  if (!texts)
    return FALSE;
  *value = ent_value_take_list (texts);
  return TRUE;
}

/* For a field that is empty at first, null means the same as leaving the member out. A field that
 * has a value at first would get that instead of null, so there null is a value that cannot be
 * read. */
static gboolean
read_null (const EntField *field,
           EntValue       *value)
{
  EntValue initial = ent_field_get_initial (field);

  *value = (EntValue) ENT_VALUE_INIT;
  return initial.form == ENT_VALUE_UNSET;
}

static gboolean
read_typed (EntJsonRecordReader *self,
            const EntField      *field,
            const EntJsonRange  *range,
            EntValue            *value)
{
  if (range->type == ENT_JSON_NULL)
    return read_null (field, value);
  switch (field->type)
    {
    case ENT_FIELD_INT:
      return read_int (self, range, value);
    case ENT_FIELD_DOUBLE:
      return read_double (self, range, value);
    case ENT_FIELD_BOOL:
      return read_bool (self, range, value);
    case ENT_FIELD_ENUM:
      return read_choice (self, field, range, value);
    case ENT_FIELD_REFS:
    case ENT_FIELD_STRINGS:
    case ENT_FIELD_DATES:
      return read_texts (self, range, value);
    case ENT_FIELD_STRING:
    case ENT_FIELD_TEXT:
    case ENT_FIELD_DATE:
    case ENT_FIELD_REF:
    default:
      return read_text (self, range, value);
    }
}

/**
 * ent_json_read_value:
 * @self: a reader of records
 * @field: what it is to be the value of
 * @range: where it stands
 * @value: (out): the value; unset where it is none
 *
 * Returns: whether @field can take it
 */
gboolean
ent_json_read_value (EntJsonRecordReader *self,
                     const EntField      *field,
                     const EntJsonRange  *range,
                     EntValue            *value)
{
  g_return_val_if_fail (self != NULL && field != NULL, FALSE);
  g_return_val_if_fail (range != NULL && value != NULL, FALSE);

  *value = (EntValue) ENT_VALUE_INIT;
  if (!read_typed (self, field, range, value))
    return FALSE;
  if (value->form == ENT_VALUE_UNSET || ent_field_check (field, value, NULL))
    return TRUE;
  ent_value_clear (value);
  return FALSE;
}

static char *
dup_expected (const EntField *field)
{
  const char *label = ent_field_get_label (field);

  switch (field->type)
    {
    case ENT_FIELD_INT:
      return g_strdup_printf (_("%s needs a whole number."), label);
    case ENT_FIELD_DOUBLE:
      return g_strdup_printf (_("%s needs a number."), label);
    case ENT_FIELD_BOOL:
      return g_strdup_printf (_("%s needs true or false."), label);
    case ENT_FIELD_ENUM:
      return g_strdup_printf (_("%s does not have this choice."), label);
    case ENT_FIELD_REFS:
    case ENT_FIELD_STRINGS:
    case ENT_FIELD_DATES:
      return g_strdup_printf (_("%s needs a list of texts."), label);
    case ENT_FIELD_STRING:
    case ENT_FIELD_TEXT:
    case ENT_FIELD_DATE:
    case ENT_FIELD_REF:
    default:
      return g_strdup_printf (_("%s needs text."), label);
    }
}

/* --- records ------------------------------------------------------------ */

/* The record being read. */
typedef struct {
  EntJsonRecordReader *reader;
  const EntKindInfo *info;
  const EntJsonItem *item;
  EntRecord *record;
  EntProblemPlace place;
} Reading;

/* Counts from the start of the record, which is where the count for the next record goes on: in a
 * file that is one long line, counting from the start of the line each time would take for ever. */
static guint
get_column (Reading            *r,
            const EntJsonRange *range)
{
  const EntJsonRange *start = &r->item->range;
  guint column = ent_json_count_column (r->reader, start->line_start, start->start);

  if (range->line_start != start->line_start)
    return ent_json_column (r->reader->bytes, range->line_start, range->start);
  return column + ent_json_column (r->reader->bytes, start->start, range->start) - 1;
}

static void
add_problem (Reading            *r,
             EntProblemSeverity  severity,
             const char         *member,
             const EntJsonRange *range,
             const char         *message)
{
  r->place.member = member;
  r->place.record_id = r->record ? ent_record_get_id (r->record) : NULL;
  r->place.line = range->line;
  r->place.column = get_column (r, range);
  ent_problem_list_add (r->reader->problems, severity, &r->place, message);
}

static void
read_field (Reading            *r,
            guint               index,
            const EntJsonRange *range)
{
  const EntField *field = &r->info->fields[index];
  g_auto(EntValue) value = ENT_VALUE_INIT;
  g_autoptr (GError) error = NULL;
  g_autofree char *expected = NULL;
  g_autofree char *excerpt = NULL;
  g_autofree char *message = NULL;

  if (!read_typed (r->reader, field, range, &value))
    expected = dup_expected (field);
  else if (value.form == ENT_VALUE_UNSET || ent_field_check (field, &value, &error))
    {
      ent_record_load_take (r->record, index, &value);
      return;
    }
  excerpt = dup_excerpt (r->reader, range);
  message = g_strdup_printf (_("%s The file has %s, which is kept as it is."),
                             expected ? expected : error->message, excerpt);
  add_problem (r, ENT_PROBLEM_WARNING, field->name, range, message);
  ent_value_clear (&value);
  value = ent_value_take_raw (dup_raw (r->reader, range));
  ent_record_load_take (r->record, index, &value);
}

/* The members of a record mostly come in the order of the table: the search begins at @hint. */
static int
find_field (const EntKindInfo   *info,
            const EntJsonMember *member,
            guint                hint)
{
  for (guint n = 0; n < info->n_fields; n++)
    {
      guint i = (hint + n) % info->n_fields;

      if (ent_json_name_equal (member->name, member->name_length, info->fields[i].name))
        return (int) i;
    }
  return -1;
}

/* Ids of records of keyed kinds are made of their keys; an "id" there is a member like others. */
static gboolean
has_own_id (const EntKindInfo *info)
{
  return !info->keyed && info->kind != ENT_KIND_PROJECT;
}

/* Lists the required fields that the record does not have. Keys are not among them: without its
 * keys it would not be a record. */
static void
add_missing (Reading *r,
             guint64  seen)
{
  for (guint i = 0; i < r->info->n_fields; i++)
    {
      const EntField *field = &r->info->fields[i];
      g_autofree char *message = NULL;

      if (!(field->flags & ENT_FIELD_REQUIRED) || (field->flags & ENT_FIELD_KEY) || (seen >> i & 1))
        continue;
      message = g_strdup_printf (_("%s is missing."), ent_field_get_label (field));
      add_problem (r, ENT_PROBLEM_NOTE, field->name, &r->item->range, message);
    }
}

static void
read_members (Reading *r)
{
  guint64 seen = 0;
  guint hint = 0;

  for (guint i = 0; i < r->item->n_members; i++)
    {
      const EntJsonMember *member = &r->item->members[i];
      int field = find_field (r->info, member, hint);

      if (field >= 0)
        {
          read_field (r, (guint) field, &member->value);
          seen |= G_GUINT64_CONSTANT (1) << field;
          hint = (guint) field + 1;
        }
      else if (!has_own_id (r->info) ||
               !ent_json_name_equal (member->name, member->name_length, "id"))
        {
          g_autofree char *name = g_strndup (member->name, member->name_length);

          ent_record_add_unknown (r->record, name, dup_raw (r->reader, &member->value));
        }
    }
  if (r->item->complete)
    add_missing (r, seen);
}

static EntRecord *
make_record (EntJsonRecordReader *self,
             const EntKindInfo   *info,
             const EntJsonItem   *item)
{
  g_autofree char *id = NULL;

  if (info->keyed)
    return ent_record_new_with_id (info->kind, NULL);
  for (guint i = 0; i < item->n_members && !id; i++)
    if (ent_json_name_equal (item->members[i].name, item->members[i].name_length, "id"))
      id = ent_json_dup_text (self->bytes, &item->members[i].value);
  return ent_id_is_valid (id) ? ent_record_new_with_id (info->kind, id) : NULL;
}

static void
add_unreadable (Reading    *r,
                const char *reason)
{
  g_autofree char *message = NULL;

  message = g_strdup_printf (r->item->complete ? _("%s The entry is kept as it is.")
                                               : _("%s The entry is left out."), reason);
  add_problem (r, r->item->complete ? ENT_PROBLEM_WARNING : ENT_PROBLEM_LOSS, NULL,
               &r->item->range, message);
}

static void
add_cut (Reading *r)
{
  if (!r->item->complete)
    add_problem (r, ENT_PROBLEM_LOSS, NULL, &r->item->range,
                 _("This was cut off; the last part of it is missing."));
}

/**
 * ent_json_read_record:
 * @self: a reader of records
 * @kind: the kind of the list that @item stands in
 * @item: what the scan has found there
 *
 * Reads a record. Values that do not fit their field, and members that nobody knows, are kept in
 * the record as they stand. If @item was cut off, the record has what is left.
 *
 * Returns: (transfer full) (nullable): the record; %NULL if this is none, which has been listed
 */
EntRecord *
ent_json_read_record (EntJsonRecordReader *self,
                      EntKind              kind,
                      const EntJsonItem   *item)
{
  Reading r = { self, ent_kind_get_info (kind), item, NULL, ENT_PROBLEM_PLACE_INIT };

  g_return_val_if_fail (self != NULL && item != NULL, NULL);

  r.place.kind = (int) kind;
  r.place.index = (int) item->index;
  if (item->range.type != ENT_JSON_OBJECT)
    {
      add_unreadable (&r, _("This is not a record."));
      return NULL;
    }
  r.record = make_record (self, r.info, item);
  if (!r.record)
    {
      add_unreadable (&r, _("This record has no valid id."));
      return NULL;
    }
  read_members (&r);
  if (!ent_record_get_id (r.record))
    {
      add_unreadable (&r, _("This record does not say what it belongs to."));
      g_object_unref (r.record);
      return NULL;
    }
  add_cut (&r);
  return r.record;
}

/**
 * ent_json_fill_record:
 * @self: a reader of records
 * @record: a record that is in no project, with initial values
 * @item: what the scan has found
 *
 * Fills a record that is there already, like ent_json_read_record().
 *
 * Returns: whether @item can be a record; if not, nothing has been listed
 */
gboolean
ent_json_fill_record (EntJsonRecordReader *self,
                      EntRecord           *record,
                      const EntJsonItem   *item)
{
  Reading r = { self, NULL, item, record, ENT_PROBLEM_PLACE_INIT };

  g_return_val_if_fail (self != NULL && item != NULL, FALSE);
  g_return_val_if_fail (ENT_IS_RECORD (record), FALSE);

  if (item->range.type != ENT_JSON_OBJECT)
    return FALSE;
  r.info = ent_record_get_info (record);
  r.place.kind = (int) r.info->kind;
  read_members (&r);
  add_cut (&r);
  return TRUE;
}
