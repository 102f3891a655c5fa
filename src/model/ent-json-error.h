/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be wrong with the bytes of a file before anything is known about projects: the codes,
 * the place, and the sentence that tells a person what happened and what to do. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Limits of a project file. The reader and the writer keep to the same ones, so that nothing can be
 * saved that cannot be opened. Lengths are of decoded UTF-8, in bytes. */
#define ENT_JSON_MAX_BYTES (32u * 1000 * 1000)
#define ENT_JSON_MAX_DEPTH 64u
#define ENT_JSON_MAX_VALUES 4000000u
#define ENT_JSON_MAX_NAME 256u
#define ENT_JSON_MAX_TEXT (1024u * 1024)
#define ENT_JSON_MAX_NUMBER 40u

/**
 * EntJsonCode:
 *
 * Why the scan refused a file. The codes from %ENT_JSON_EMPTY to %ENT_JSON_UTF16 are about the file
 * as a whole, the others about the place where the text stops making sense.
 */
typedef enum {
  ENT_JSON_OK,
  ENT_JSON_CANCELLED,
  ENT_JSON_EMPTY,
  ENT_JSON_ZEROS,
  ENT_JSON_HTML,
  ENT_JSON_ZIP,
  ENT_JSON_GZIP,
  ENT_JSON_PDF,
  ENT_JSON_MAIL,
  ENT_JSON_TOO_LARGE,
  ENT_JSON_UTF16,
  ENT_JSON_CUT_OFF,
  ENT_JSON_BAD_UTF8,
  ENT_JSON_CONFLICT_MARKS,
  ENT_JSON_TOO_DEEP,
  ENT_JSON_TOO_MANY_VALUES,
  ENT_JSON_LONG_NAME,
  ENT_JSON_LONG_TEXT,
  ENT_JSON_LONG_NUMBER,
  ENT_JSON_NUMBER_RANGE,
  ENT_JSON_BAD_NUMBER,
  ENT_JSON_DUPLICATE_NAME,
  ENT_JSON_NUL_ESCAPE,
  ENT_JSON_LONE_SURROGATE,
  ENT_JSON_BAD_ESCAPE,
  ENT_JSON_CONTROL_CHARACTER,
  ENT_JSON_BAD_WORD,
  ENT_JSON_COMMENT,
  ENT_JSON_OTHER_QUOTES,
  ENT_JSON_EXPECTED_VALUE,
  ENT_JSON_EXPECTED_NAME,
  ENT_JSON_EXPECTED_COLON,
  ENT_JSON_EXPECTED_COMMA,
  ENT_JSON_TRAILING_COMMA,
  ENT_JSON_TRAILING_TEXT,
  ENT_JSON_N_CODES
} EntJsonCode;

/**
 * EntJsonError:
 * @code: what is wrong
 * @offset: where, in bytes from the start of the file
 * @line: the line of @offset, from 1
 * @column: the character of @offset in its line, from 1
 * @name: the member name that @code is about, as it is spelled in the file; only for
 *   %ENT_JSON_DUPLICATE_NAME
 */
typedef struct {
  EntJsonCode code;
  gsize offset;
  guint line;
  guint column;
  char *name;
} EntJsonError;

void        ent_json_error_clear       (EntJsonError       *error);
char       *ent_json_error_dup_message (const EntJsonError *error);

EntJsonCode ent_json_recognise         (const char         *bytes,
                                        gsize               length);
guint       ent_json_column            (const char         *bytes,
                                        gsize               line_start,
                                        gsize               offset);
void        ent_json_locate            (const char         *bytes,
                                        gsize               length,
                                        gsize               offset,
                                        guint              *line,
                                        guint              *column);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (EntJsonError, ent_json_error_clear)

G_END_DECLS
