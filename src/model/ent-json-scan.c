/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A strict scan of JSON text (RFC 8259), without recursion: nesting is a small array of levels. It
 * is stricter than the RFC allows in three ways: names in an object must differ, \u0000 and halves
 * of surrogate pairs are refused, and a number must survive as a 64-bit integer or a finite
 * double. All lengths are checked before anything grows, and the only memory it takes is for names
 * of one object and the members of one record. */
#include "config.h"

#include "model/ent-json-scan.h"

#include "model/ent-json-token.h"

#include <string.h>

/* Up to this many names of an object are compared one by one; then a tree takes over, so that an
 * object of a million names costs no more than sorting them. */
#define FEW_NAMES 24

#define PROGRESS_STEP (128 * 1024)

typedef struct {
  const char *text;
  guint32 length;
  guint32 mark;                 /* differs for most names that differ */
} Name;

typedef struct {
  EntJsonRange range;
  guint count;                  /* values or members begun */
  guint first_name;             /* in names, of an object */
  Name name;                    /* the current member, of an object */
  GTree *tree;                  /* all names, once there are many */
} Level;

typedef struct {
  const guchar *bytes;
  EntJsonCursor at;
  const guchar *line_start;
  const guchar *next_progress;
  guint line;
  guint n_values;
  guint depth;
  Level levels[ENT_JSON_MAX_DEPTH];
  GArray *names;                /* (element-type Name) of all open objects */
  GArray *members;              /* (element-type EntJsonMember) of the record being read */
  GStringChunk *decoded;        /* names that hold escapes */
  const EntJsonVisitor *visitor;
  gpointer user_data;
  EntJsonError *error;
} Scan;

/* --- errors ------------------------------------------------------------- */

/* Version control leaves them in a file of which two versions were not brought together: the same
 * of four characters, seven times, at the start of a line. */
static gboolean
is_conflict_mark (Scan         *s,
                  const guchar *p)
{
  if (s->at.end - p < 7 || p != s->line_start || *p == '\0' || !strchr ("<=>|", *p))
    return FALSE;
  return memcmp (p, p + 1, 6) == 0;
}

/* Also a file whose rest is zero bytes was cut off: that is what a power failure leaves. */
static gboolean
is_cut_off (Scan         *s,
            const guchar *p)
{
  if (p == s->at.end)
    return TRUE;
  return *p == '\0' && memcmp (p, p + 1, (gsize) (s->at.end - p) - 1) == 0;
}

static gboolean
fail (Scan         *s,
      EntJsonCode   code,
      const guchar *p)
{
  if (code != ENT_JSON_CANCELLED && code != ENT_JSON_TRAILING_TEXT && is_cut_off (s, p))
    code = ENT_JSON_CUT_OFF;
  else if (code >= ENT_JSON_BAD_WORD && is_conflict_mark (s, p))
    code = ENT_JSON_CONFLICT_MARKS;
  s->error->code = code;
  s->error->offset = (gsize) (p - s->bytes);
  s->error->line = s->line;
  s->error->column = ent_json_column ((const char *) s->bytes, (gsize) (s->line_start - s->bytes),
                                      s->error->offset);
  return FALSE;
}

/* Fails with what the cursor met, where it met it. */
static gboolean
fail_there (Scan *s)
{
  return fail (s, s->at.code, s->at.p);
}

/* --- what is handed out ------------------------------------------------- */

static void
hand_out (Scan               *s,
          guint               depth,
          const EntJsonRange *range,
          gboolean            complete)
{
  const Name *name = &s->levels[0].name;
  gboolean is_element = depth == 2;
  /* Every object that comes here is one that collects() chose; nothing else has members. */
  gboolean has_members = range->type == ENT_JSON_OBJECT;
  EntJsonItem item = {
    .name = name->text,
    .name_length = name->length,
    .is_element = is_element,
    .index = is_element ? s->levels[1].count - 1 : 0,
    .complete = complete,
    .range = *range,
    .members = has_members ? (const EntJsonMember *) (gpointer) s->members->data : NULL,
    .n_members = has_members ? s->members->len : 0,
  };

  s->visitor->item (&item, s->user_data);
  if (has_members)
    g_array_set_size (s->members, 0);
}

/* Whether an object at this depth (the number of levels around it) has its members collected: the
 * values of the root object and the elements of its arrays. */
static gboolean
collects (Scan  *s,
          guint  depth)
{
  return depth == 1 || (depth == 2 && s->levels[1].range.type == ENT_JSON_ARRAY);
}

static void
value_done (Scan               *s,
            const EntJsonRange *range)
{
  guint depth = s->depth;

  if (depth == 0 || depth > 3 || !s->visitor->item || s->levels[0].range.type != ENT_JSON_OBJECT)
    return;
  if (depth == 1 || (depth == 2 && s->levels[1].range.type == ENT_JSON_ARRAY))
    {
      hand_out (s, depth, range, TRUE);
    }
  else if (s->levels[depth - 1].range.type == ENT_JSON_OBJECT && collects (s, depth - 1))
    {
      const Name *name = &s->levels[depth - 1].name;
      EntJsonMember member = { name->text, name->length, *range };

      g_array_append_val (s->members, member);
    }
}

/* The file ended inside of these values. */
static void
hand_out_cut (Scan *s)
{
  guint depth = MIN (s->depth, 3);

  if (depth < 2 || !s->visitor->item || s->levels[0].range.type != ENT_JSON_OBJECT)
    return;
  if (depth == 3 && s->levels[1].range.type != ENT_JSON_ARRAY)
    depth = 2;
  for (; depth >= 2; depth--)
    {
      s->levels[depth - 1].range.end = s->error->offset;
      hand_out (s, depth - 1, &s->levels[depth - 1].range, FALSE);
    }
}

/* --- space, text, names ------------------------------------------------- */

/* Returns whether there is something behind the space. Mostly there is one blank at most. */
static inline gboolean
skip_space (Scan *s)
{
  const guchar *p = s->at.p;

  p += p < s->at.end && *p == ' ';
  if (p < s->at.end && *p > ' ')
    {
      s->at.p = p;
      return TRUE;
    }
  for (; p < s->at.end; p++)
    {
      if (*p == '\n')
        {
          s->line++;
          s->line_start = p + 1;
        }
      else if (*p != ' ' && *p != '\r' && *p != '\t')
        break;
    }
  s->at.p = p;
  return p < s->at.end;
}

static int
compare_names (gconstpointer a,
               gconstpointer b,
               gpointer      user_data)
{
  const Name *one = a;
  const Name *two = b;
  int order = memcmp (one->text, two->text, MIN (one->length, two->length));

  return order ? order : (one->length > two->length) - (one->length < two->length);
}

static void
plant_tree (Scan  *s,
            Level *level)
{
  level->tree = g_tree_new_full (compare_names, NULL, g_free, NULL);
  for (guint i = level->first_name; i < s->names->len; i++)
    {
      const Name *name = &g_array_index (s->names, Name, i);

      g_tree_insert (level->tree, g_memdup2 (name, sizeof *name), NULL);
    }
}

/* Returns FALSE if the object has that name already. */
static gboolean
add_name (Scan       *s,
          Level      *level,
          const Name *name)
{
  if (level->tree)
    {
      if (g_tree_lookup_node (level->tree, name))
        return FALSE;
      g_tree_insert (level->tree, g_memdup2 (name, sizeof *name), NULL);
      return TRUE;
    }
  for (guint i = level->first_name; i < s->names->len; i++)
    {
      const Name *other = &g_array_index (s->names, Name, i);

      if (other->mark == name->mark && compare_names (other, name, NULL) == 0)
        return FALSE;
    }
  g_array_append_val (s->names, *name);
  if (s->names->len - level->first_name > FEW_NAMES)
    plant_tree (s, level);
  return TRUE;
}

static const char *
decode_name (Scan       *s,
             const char *text,
             gsize      *length)
{
  g_autofree char *decoded = g_malloc (*length);

  *length = ent_json_decode (text, *length, decoded);
  return g_string_chunk_insert_len (s->decoded, decoded, (gssize) *length);
}

static guint32
make_mark (const guchar *text,
           gsize         length)
{
  if (length == 0)
    return 0;
  return (guint32) text[0] << 24 | (guint32) text[length - 1] << 16 |
         (guint32) text[length / 2] << 8 | (guint32) (length & 0xFF);
}

/* At the opening quote of a member name. */
static gboolean
scan_name (Scan  *s,
           Level *level)
{
  const guchar *start = s->at.p;
  const char *text = (const char *) start + 1;
  gsize length;
  gboolean escaped;
  Name name;

  if (!ent_json_read_text (&s->at, ENT_JSON_MAX_NAME, ENT_JSON_LONG_NAME, &escaped))
    return fail_there (s);
  length = (gsize) (s->at.p - start) - 2;
  if (escaped)
    text = decode_name (s, text, &length);
  name = (Name) { text, (guint32) length, make_mark ((const guchar *) text, length) };
  if (!add_name (s, level, &name))
    {
      s->error->name = g_strndup (text, length);
      return fail (s, ENT_JSON_DUPLICATE_NAME, start);
    }
  level->name = name;
  return TRUE;
}

/* --- structure ---------------------------------------------------------- */

static gboolean
starts (Scan       *s,
        const char *text)
{
  gsize n = strlen (text);

  return (gsize) (s->at.end - s->at.p) >= n && memcmp (s->at.p, text, n) == 0;
}

static gboolean
starts_any (Scan              *s,
            const char *const *texts)
{
  for (; *texts; texts++)
    if (starts (s, *texts))
      return TRUE;
  return FALSE;
}

/* Something else stands where @code says what should. Names the mistakes made by hand. */
static gboolean
fail_unexpected (Scan        *s,
                 EntJsonCode  code)
{
  static const char *const comments[] = { "//", "/*", "#", NULL };
  static const char *const quotes[] = { "'", "`", "“", "”", "„", "‘", "’", "«", "»", NULL };

  if (s->at.p < s->at.end && ent_json_utf8_length (s->at.p, s->at.end) == 0)
    code = ENT_JSON_BAD_UTF8;
  else if (starts_any (s, comments))
    code = ENT_JSON_COMMENT;
  else if (starts_any (s, quotes))
    code = ENT_JSON_OTHER_QUOTES;
  return fail (s, code, s->at.p);
}

static gboolean
open_level (Scan               *s,
            const EntJsonRange *range)
{
  Level *level;

  if (s->depth == ENT_JSON_MAX_DEPTH)
    return fail (s, ENT_JSON_TOO_DEEP, s->at.p);
  level = &s->levels[s->depth++];
  *level = (Level) { .range = *range, .first_name = s->names->len };
  s->at.p++;
  return TRUE;
}

static void
close_level (Scan *s)
{
  Level *level = &s->levels[--s->depth];

  s->at.p++;
  level->range.end = (gsize) (s->at.p - s->bytes);
  g_clear_pointer (&level->tree, g_tree_unref);
  g_array_set_size (s->names, level->first_name);
  value_done (s, &level->range);
}

static gboolean
report_progress (Scan *s)
{
  s->next_progress = s->at.end - s->at.p > PROGRESS_STEP ? s->at.p + PROGRESS_STEP : s->at.end;
  return !s->visitor->progress ||
         s->visitor->progress ((gsize) (s->at.p - s->bytes), (gsize) (s->at.end - s->bytes),
                               s->user_data);
}

static EntJsonType
type_of (guchar c)
{
  switch (c)
    {
    case '{': return ENT_JSON_OBJECT;
    case '[': return ENT_JSON_ARRAY;
    case '"': return ENT_JSON_STRING;
    case 't': case 'f': return ENT_JSON_BOOLEAN;
    case '+': case '-': case '.': return ENT_JSON_NUMBER;
    default: return g_ascii_isdigit (c) ? ENT_JSON_NUMBER : ENT_JSON_NULL;
    }
}

static gboolean
scan_scalar (Scan        *s,
             EntJsonType  type)
{
  gboolean escaped;

  if (type == ENT_JSON_STRING)
    return ent_json_read_text (&s->at, ENT_JSON_MAX_TEXT, ENT_JSON_LONG_TEXT, &escaped) ||
           fail_there (s);
  if (type == ENT_JSON_NUMBER)
    return ent_json_read_number (&s->at, s->depth == 0) || fail_there (s);
  if (g_ascii_isalpha (*s->at.p))
    return ent_json_read_word (&s->at) || fail_there (s);
  return fail_unexpected (s, ENT_JSON_EXPECTED_VALUE);
}

/* After skip_space(): reads a value, or opens it if it is an array or object. */
static gboolean
scan_value (Scan *s)
{
  EntJsonRange range;

  if (s->at.p == s->at.end)
    return fail (s, ENT_JSON_CUT_OFF, s->at.p);
  if (s->at.p >= s->next_progress && !report_progress (s))
    return fail (s, ENT_JSON_CANCELLED, s->at.p);
  if (++s->n_values > ENT_JSON_MAX_VALUES)
    return fail (s, ENT_JSON_TOO_MANY_VALUES, s->at.p);
  range = (EntJsonRange) {
    .type = type_of (*s->at.p),
    .start = (gsize) (s->at.p - s->bytes),
    .line = s->line,
    .line_start = (gsize) (s->line_start - s->bytes),
  };
  if (range.type == ENT_JSON_OBJECT || range.type == ENT_JSON_ARRAY)
    return open_level (s, &range);
  if (!scan_scalar (s, range.type))
    return FALSE;
  range.end = (gsize) (s->at.p - s->bytes);
  value_done (s, &range);
  return TRUE;
}

/* The name of a member and the colon behind it. */
static gboolean
scan_label (Scan  *s,
            Level *level)
{
  if (*s->at.p != '"')
    return fail_unexpected (s, ENT_JSON_EXPECTED_NAME);
  if (!scan_name (s, level))
    return FALSE;
  if (!skip_space (s) || *s->at.p != ':')
    return fail_unexpected (s, ENT_JSON_EXPECTED_COLON);
  s->at.p++;
  skip_space (s);
  return TRUE;
}

/* The next part of an array or object, or its end. */
static gboolean
scan_part (Scan *s)
{
  Level *level = &s->levels[s->depth - 1];
  gboolean is_object = level->range.type == ENT_JSON_OBJECT;
  guchar close = is_object ? '}' : ']';

  if (!skip_space (s))
    return fail (s, ENT_JSON_CUT_OFF, s->at.p);
  if (*s->at.p == close)
    {
      close_level (s);
      return TRUE;
    }
  if (level->count > 0)
    {
      if (*s->at.p != ',')
        return fail_unexpected (s, ENT_JSON_EXPECTED_COMMA);
      s->at.p++;
      if (!skip_space (s))
        return fail (s, ENT_JSON_CUT_OFF, s->at.p);
      if (*s->at.p == close)
        return fail (s, ENT_JSON_TRAILING_COMMA, s->at.p);
    }
  if (is_object && !scan_label (s, level))
    return FALSE;
  level->count++;
  return scan_value (s);
}

static gboolean
scan_document (Scan *s)
{
  EntJsonCode code = ent_json_recognise ((const char *) s->bytes, (gsize) (s->at.end - s->bytes));

  if (code != ENT_JSON_OK || s->at.end - s->bytes > ENT_JSON_MAX_BYTES)
    {
      s->error->code = code != ENT_JSON_OK ? code : ENT_JSON_TOO_LARGE;
      s->error->line = s->error->column = 1;
      return FALSE;
    }
  if (starts (s, "\xEF\xBB\xBF"))
    s->at.p += 3;
  skip_space (s);
  if (!scan_value (s))
    return FALSE;
  while (s->depth > 0)
    if (!scan_part (s))
      return FALSE;
  if (skip_space (s))
    return fail_unexpected (s, ENT_JSON_TRAILING_TEXT);
  report_progress (s);
  return TRUE;
}

/**
 * ent_json_scan:
 * @bytes: what the file holds; need not end with a NUL
 * @length: how many bytes
 * @visitor: (nullable): who wants to know where the records are
 * @user_data: handed to @visitor
 * @error: (out): filled where %FALSE is returned; to be cleared
 *
 * Checks the text from its first byte to its last, in one pass, within the limits of
 * ent-json-error.h, and hands out its members and records on the way. What has been handed out is
 * checked, but only %TRUE says that all of the file is fine. Of a file that was cut off, the values
 * it ends in are handed out as not complete.
 *
 * Returns: whether the text is fine
 */
gboolean
ent_json_scan (const char           *bytes,
               gsize                 length,
               const EntJsonVisitor *visitor,
               gpointer              user_data,
               EntJsonError         *error)
{
  static const EntJsonVisitor nobody = { NULL, };
  g_autofree Scan *s = NULL;
  gboolean fine;

  g_return_val_if_fail (bytes != NULL || length == 0, FALSE);
  g_return_val_if_fail (error != NULL, FALSE);

  *error = (EntJsonError) { ENT_JSON_OK, };
  s = g_new0 (Scan, 1);
  s->bytes = s->at.p = s->line_start = s->next_progress = (const guchar *) (bytes ? bytes : "");
  s->at.end = s->bytes + length;
  s->line = 1;
  s->names = g_array_new (FALSE, FALSE, sizeof (Name));
  s->members = g_array_new (FALSE, FALSE, sizeof (EntJsonMember));
  s->decoded = g_string_chunk_new (1024);
  s->visitor = visitor ? visitor : &nobody;
  s->user_data = user_data;
  s->error = error;

  fine = scan_document (s);
  if (error->code == ENT_JSON_CUT_OFF)
    hand_out_cut (s);
  while (s->depth > 0)
    g_clear_pointer (&s->levels[--s->depth].tree, g_tree_unref);
  g_string_chunk_free (s->decoded);
  g_array_unref (s->members);
  g_array_unref (s->names);
  return fine;
}

/**
 * ent_json_name_equal:
 * @name: a name that the scan handed out
 * @name_length: its length
 * @text: a NUL-terminated text
 *
 * Returns: whether the two are the same
 */
gboolean
ent_json_name_equal (const char *name,
                     gsize       name_length,
                     const char *text)
{
  g_return_val_if_fail (text != NULL, FALSE);

  return strlen (text) == name_length && memcmp (name, text, name_length) == 0;
}
