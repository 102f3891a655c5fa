/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The first line of a journal, as JSON. Each journal says its own name in it, so that no record of
 * one can be taken for a record of another: the checksums of all lines depend on the first one.
 */
#include "config.h"

#include "store/ent-journal-private.h"

#include "model/ent-json-build.h"
#include "model/ent-json-record.h"

#include <string.h>

#define FORMAT  "entente-journal"
#define VERSION 1

#define BASE_DIGITS 64

/* What is being read. */
typedef struct
{
  const char *text;
  EntJournalHeader *header;
  char *format;
  gint64 version;
  gboolean has_uri;
  gboolean has_base;
  gboolean has_saved;
  gboolean has_started;
} Reading;

/**
 * ent_journal_header_copy:
 * @self: a header
 *
 * Returns: (transfer full): a copy
 */
EntJournalHeader *
ent_journal_header_copy (const EntJournalHeader *self)
{
  EntJournalHeader *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_new (EntJournalHeader, 1);
  *copy = *self;
  copy->project = g_strdup (self->project);
  copy->title = g_strdup (self->title);
  copy->uri = g_strdup (self->uri);
  copy->base = g_strdup (self->base);
  copy->saved = g_strdup (self->saved);
  return copy;
}

/**
 * ent_journal_header_free:
 * @self: (transfer full): a header
 */
void
ent_journal_header_free (EntJournalHeader *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->project);
  g_free (self->title);
  g_free (self->uri);
  g_free (self->base);
  g_free (self->saved);
  g_free (self);
}

static void
append_member (GString    *json,
               const char *name,
               const char *text)
{
  g_string_append (json, ", ");
  ent_json_append_text (json, name);
  g_string_append (json, ": ");
  if (text != NULL)
    ent_json_append_text (json, text);
  else
    g_string_append (json, "null");
}

/**
 * _ent_journal_header_write:
 * @self: a header
 * @journal: what the journal is called
 *
 * Returns: (transfer full): the header as JSON on one line
 */
char *
_ent_journal_header_write (const EntJournalHeader *self,
                           const char             *journal)
{
  GString *json;

  g_return_val_if_fail (self != NULL && journal != NULL, NULL);

  json = g_string_new ("{\"format\": \"" FORMAT "\", \"version\": " G_STRINGIFY (VERSION));
  append_member (json, "program", ENT_VERSION);
  append_member (json, "journal", journal);
  append_member (json, "project", self->project);
  append_member (json, "title", self->title);
  append_member (json, "uri", self->uri);
  append_member (json, "base", self->base);
  append_member (json, "saved", self->saved);
  g_string_append (json, ", \"started\": ");
  ent_json_append_int (json, self->started);
  g_string_append_c (json, '}');
  return g_string_free (json, FALSE);
}

/* Takes a text, or nothing where there may be none. */
static gboolean
take_text (const Reading      *self,
           const EntJsonRange *range,
           char              **text)
{
  g_clear_pointer (text, g_free);
  *text = ent_json_dup_text (self->text, range);
  return *text != NULL || range->type == ENT_JSON_NULL;
}

static gboolean
take_number (const Reading      *self,
             const EntJsonRange *range,
             gint64             *number)
{
  g_autofree char *digits = g_strndup (self->text + range->start, range->end - range->start);

  return range->type == ENT_JSON_NUMBER &&
         g_ascii_string_to_signed (digits, 10, G_MININT64, G_MAXINT64, number, NULL);
}

static void
take_item (const EntJsonItem *item,
           gpointer           user_data)
{
  Reading *self = user_data;
  const EntJsonRange *range = &item->range;
  EntJournalHeader *header = self->header;

#define IS(text) ent_json_name_equal (item->name, item->name_length, text)
  if (item->is_element)
    return;
  if (IS ("format"))
    (void) take_text (self, range, &self->format);
  else if (IS ("version"))
    (void) take_number (self, range, &self->version);
  else if (IS ("project"))
    (void) take_text (self, range, &header->project);
  else if (IS ("title"))
    (void) take_text (self, range, &header->title);
  else if (IS ("uri"))
    self->has_uri = take_text (self, range, &header->uri);
  else if (IS ("base"))
    self->has_base = take_text (self, range, &header->base);
  else if (IS ("started"))
    self->has_started = take_number (self, range, &header->started);
  else if (IS ("saved"))
    self->has_saved = take_text (self, range, &header->saved);
#undef IS
}

static gboolean
is_digest (const char *text)
{
  return strspn (text, "0123456789abcdef") == BASE_DIGITS && text[BASE_DIGITS] == '\0';
}

static gboolean
is_complete (const Reading *self)
{
  const EntJournalHeader *header = self->header;

  return header->project != NULL && header->project[0] != '\0' && header->title != NULL &&
         self->has_uri && self->has_base && self->has_saved && self->has_started &&
         (header->base == NULL || is_digest (header->base)) &&
         (header->saved == NULL || is_digest (header->saved));
}

/**
 * _ent_journal_header_read:
 * @text: JSON
 * @length: of @text
 * @code: (out): what is wrong with it: ENT_STORE_ERROR_DAMAGED or ENT_STORE_ERROR_TOO_NEW
 *
 * Returns: (transfer full) (nullable): the header
 */
EntJournalHeader *
_ent_journal_header_read (const char    *text,
                          gsize          length,
                          EntStoreError *code)
{
  static const EntJsonVisitor visitor = { take_item, NULL };
  g_autoptr(EntJournalHeader) header = g_new0 (EntJournalHeader, 1);
  g_auto(EntJsonError) fault = { ENT_JSON_OK, };
  g_autofree char *format = NULL;
  Reading reading = { text, header };
  gboolean scanned;

  g_return_val_if_fail (text != NULL && code != NULL, NULL);

  scanned = ent_json_scan (text, length, &visitor, &reading, &fault);
  format = reading.format;
  *code = ENT_STORE_ERROR_DAMAGED;
  if (!scanned || g_strcmp0 (format, FORMAT) != 0 || reading.version < VERSION)
    return NULL;
  *code = ENT_STORE_ERROR_TOO_NEW;
  if (reading.version > VERSION)
    return NULL;
  *code = ENT_STORE_ERROR_DAMAGED;
  return is_complete (&reading) ? g_steal_pointer (&header) : NULL;
}
