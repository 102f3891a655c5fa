/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a marker says is not believed before all of it makes sense: it names a file that may be
 * written to.
 */
#include "config.h"

#include "store/ent-rescue-marker.h"

#include "model/ent-json-build.h"
#include "model/ent-json-scan.h"
#include "model/ent-json-token.h"

#include <string.h>

#define FORMAT  "entente-rescue-1"
#define N_TEXTS G_N_ELEMENTS (names)

enum
{
  TEXT_FORMAT,
  TEXT_URI,
  TEXT_TIME,
  TEXT_OLD,
  TEXT_NEW,
};

static const char *const names[] = {
  [TEXT_FORMAT] = "format", [TEXT_URI] = "uri", [TEXT_TIME] = "time",
  [TEXT_OLD] = "old",       [TEXT_NEW] = "new",
};

typedef struct
{
  const char *data;
  char *texts[N_TEXTS];
} Reading;

static char *
digest_to_text (const guint8 *digest)
{
  GString *text = g_string_sized_new (2 * ENT_FINGERPRINT_DIGEST_LENGTH);

  for (guint i = 0; i < ENT_FINGERPRINT_DIGEST_LENGTH; i++)
    g_string_append_printf (text, "%02x", digest[i]);
  return g_string_free (text, FALSE);
}

static gboolean
digest_from_text (const char *text,
                  guint8     *digest)
{
  if (strlen (text) != 2 * ENT_FINGERPRINT_DIGEST_LENGTH)
    return FALSE;
  for (guint i = 0; i < ENT_FINGERPRINT_DIGEST_LENGTH; i++)
    {
      int high = g_ascii_xdigit_value (text[2 * i]);
      int low = g_ascii_xdigit_value (text[2 * i + 1]);

      if (high < 0 || low < 0)
        return FALSE;
      digest[i] = (guint8) (high * 16 + low);
    }
  return TRUE;
}

/**
 * ent_rescue_marker_to_bytes:
 * @self: a marker
 *
 * Returns: (transfer full) (nullable): what goes into its file; %NULL if the path is no path
 */
GBytes *
ent_rescue_marker_to_bytes (const EntRescueMarker *self)
{
  GString *json;
  g_autofree char *uri = NULL;
  g_autofree char *time = NULL;
  g_autofree char *old = NULL;
  g_autofree char *new = NULL;

  g_return_val_if_fail (self != NULL && self->path != NULL && self->time != NULL, NULL);

  uri = g_filename_to_uri (self->path, NULL, NULL);
  time = g_date_time_format_iso8601 (self->time);
  old = digest_to_text (self->old);
  new = digest_to_text (self->new);
  if (uri == NULL)
    return NULL;
  json = g_string_new ("{\n");
  for (guint i = 0; i < N_TEXTS; i++)
    {
      const char *const texts[] = { FORMAT, uri, time, old, new };

      ent_json_append_text (json, names[i]);
      g_string_append (json, ": ");
      ent_json_append_text (json, texts[i]);
      g_string_append (json, i + 1 < N_TEXTS ? ",\n" : "\n}\n");
    }
  return g_string_free_to_bytes (json);
}

static void
take_text (const EntJsonItem *item,
           gpointer           user_data)
{
  Reading *self = user_data;
  gsize length = item->range.end - item->range.start;

  if (item->is_element || !item->complete || item->range.type != ENT_JSON_STRING)
    return;
  for (guint i = 0; i < N_TEXTS; i++)
    if (ent_json_name_equal (item->name, item->name_length, names[i]))
      {
        char *text = g_malloc (length + 1);

        g_free (self->texts[i]);
        /* Without the quotes. */
        text[ent_json_decode (self->data + item->range.start + 1, length - 2, text)] = '\0';
        self->texts[i] = text;
      }
}

static char *
path_from_uri (const char *uri)
{
  g_autofree char *host = NULL;
  g_autofree char *path = g_filename_from_uri (uri, &host, NULL);
  g_autofree char *plain = NULL;

  if (path == NULL || host != NULL || !g_path_is_absolute (path))
    return NULL;
  plain = g_canonicalize_filename (path, "/");
  return strcmp (plain, path) == 0 ? g_steal_pointer (&path) : NULL;
}

/**
 * ent_rescue_marker_parse:
 * @self: (out): what it says; to be cleared also if it makes no sense
 * @bytes: what is in its file
 *
 * Returns: whether all of it makes sense
 */
gboolean
ent_rescue_marker_parse (EntRescueMarker *self,
                         GBytes          *bytes)
{
  static const EntJsonVisitor visitor = { .item = take_text };
  g_auto(EntJsonError) error = { 0 };
  Reading reading = { 0 };
  gboolean valid;
  gsize length;

  g_return_val_if_fail (self != NULL && bytes != NULL, FALSE);

  memset (self, 0, sizeof *self);
  reading.data = g_bytes_get_data (bytes, &length);
  valid = length > 0 && ent_json_scan (reading.data, length, &visitor, &reading, &error);
  for (guint i = 0; i < N_TEXTS; i++)
    valid = valid && reading.texts[i] != NULL;
  if (valid)
    {
      self->path = path_from_uri (reading.texts[TEXT_URI]);
      self->time = g_date_time_new_from_iso8601 (reading.texts[TEXT_TIME], NULL);
      valid = strcmp (reading.texts[TEXT_FORMAT], FORMAT) == 0 &&
              self->path != NULL && self->time != NULL &&
              digest_from_text (reading.texts[TEXT_OLD], self->old) &&
              digest_from_text (reading.texts[TEXT_NEW], self->new);
    }
  for (guint i = 0; i < N_TEXTS; i++)
    g_free (reading.texts[i]);
  return valid;
}

/**
 * ent_rescue_marker_clear:
 * @self: a marker
 *
 * Frees what is in it.
 */
void
ent_rescue_marker_clear (EntRescueMarker *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->time, g_date_time_unref);
}
