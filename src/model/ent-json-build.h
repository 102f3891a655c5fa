/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts and numbers as JSON, the one way we write them. */
#pragma once

#include <glib.h>
#include <string.h>

G_BEGIN_DECLS

/**
 * ent_json_append:
 * @json: where to append
 * @text: some bytes
 * @length: how many
 *
 * The same as g_string_append_len(), without a call where there is room: a file is made of very
 * many very small pieces.
 */
static inline void
ent_json_append (GString    *json,
                 const char *text,
                 gsize       length)
{
  if (G_UNLIKELY (json->len + length >= json->allocated_len))
    {
      g_string_append_len (json, text, (gssize) length);
      return;
    }
  memcpy (json->str + json->len, text, length);
  json->len += length;
  json->str[json->len] = '\0';
}

void ent_json_append_text   (GString           *json,
                             const char        *text);
void ent_json_append_texts  (GString           *json,
                             const char *const *texts);
void ent_json_append_int    (GString           *json,
                             gint64             value);
void ent_json_append_double (GString           *json,
                             double             value);

G_END_DECLS
