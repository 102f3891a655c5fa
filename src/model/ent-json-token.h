/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of JSON text that have no parts: texts, numbers and words. */
#pragma once

#include "model/ent-json-error.h"

G_BEGIN_DECLS

/**
 * EntJsonCursor:
 * @p: where the reading has got to; where the fault is, after a function returned %FALSE
 * @end: the byte after the last one
 * @code: what the fault is
 *
 * A place in a text that is being read.
 */
typedef struct {
  const guchar *p;
  const guchar *end;
  EntJsonCode code;
} EntJsonCursor;

gboolean ent_json_read_text   (EntJsonCursor *cursor,
                               gsize          limit,
                               EntJsonCode    too_long,
                               gboolean      *escaped);
gboolean ent_json_read_number (EntJsonCursor *cursor,
                               gboolean       may_end);
gboolean ent_json_read_word   (EntJsonCursor *cursor);
const guchar *
         ent_json_skip_plain  (const guchar  *p,
                               const guchar  *end);
guint    ent_json_utf8_length (const guchar  *p,
                               const guchar  *end);
gsize    ent_json_decode      (const char    *text,
                               gsize          length,
                               char          *out);

G_END_DECLS
