/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Codes, places and sentences for files that are not what they should be; also the first look at a
 * file that tells a web page, an archive or an e-mail from a damaged project. */
#include "config.h"

#include "model/ent-json-error.h"

#include <glib/gi18n.h>
#include <string.h>

#define BOM "\xEF\xBB\xBF"

/* Sentences about the whole file. */
static const char *const file_messages[ENT_JSON_N_CODES] = {
  [ENT_JSON_OK] = N_("The file is fine."),
  [ENT_JSON_CANCELLED] = N_("Reading was stopped."),
  [ENT_JSON_EMPTY] = N_("The file is empty."),
  [ENT_JSON_ZEROS] = N_("The file holds only zero bytes, as after a power failure."),
  [ENT_JSON_HTML] = N_("This is a web page, not a project. It may be the log-in page of a "
                       "download: download the project again."),
  [ENT_JSON_ZIP] = N_("This is a ZIP archive or an office document, not a project. If the "
                      "project is inside it, unpack it first."),
  [ENT_JSON_GZIP] = N_("This is a compressed file, not a project. Unpack it first."),
  [ENT_JSON_PDF] = N_("This is a PDF document, not a project."),
  [ENT_JSON_MAIL] = N_("This is an e-mail, not a project. Save its attachment and open that."),
  [ENT_JSON_TOO_LARGE] = N_("The file is larger than 32 MB, the most a project can have."),
  [ENT_JSON_UTF16] = N_("The text of the file is UTF-16, but a project is UTF-8. Another program "
                        "has changed it: save it there as UTF-8."),
};

/* Sentences about a place; “Line 3, column 7: ” comes before them. */
static const char *const place_messages[ENT_JSON_N_CODES] = {
  [ENT_JSON_BAD_UTF8] = N_("the text is not UTF-8. Another program has probably saved it as "
                           "Latin-1 or Windows text: save it there as UTF-8."),
  [ENT_JSON_CONFLICT_MARKS] = N_("there are marks of an unfinished merge. Finish the merge in the "
                                 "version control program, then open the file again."),
  [ENT_JSON_TOO_DEEP] = N_("more than 64 levels of brackets."),
  [ENT_JSON_TOO_MANY_VALUES] = N_("more than 4,000,000 values."),
  [ENT_JSON_LONG_NAME] = N_("a member name of more than 256 bytes."),
  [ENT_JSON_LONG_TEXT] = N_("a text of more than 1 MB."),
  [ENT_JSON_LONG_NUMBER] = N_("a number of more than 40 characters."),
  [ENT_JSON_NUMBER_RANGE] = N_("the number is too large or too small to be kept exactly."),
  [ENT_JSON_BAD_NUMBER] = N_("this is not a valid number."),
  [ENT_JSON_NUL_ESCAPE] = N_("the character \\u0000 cannot be part of a text."),
  [ENT_JSON_LONE_SURROGATE] = N_("half a character: \\uD800 to \\uDFFF must come in pairs."),
  [ENT_JSON_BAD_ESCAPE] = N_("this is not a valid sequence after “\\”."),
  [ENT_JSON_CONTROL_CHARACTER] = N_("a control character or line break inside a text. Is a “\"” "
                                    "missing?"),
  [ENT_JSON_BAD_WORD] = N_("an unknown word. Text must be in double quotes."),
  [ENT_JSON_COMMENT] = N_("comments cannot be part of a project file."),
  [ENT_JSON_OTHER_QUOTES] = N_("text must be in straight double quotes (\")."),
  [ENT_JSON_EXPECTED_VALUE] = N_("a value is missing."),
  [ENT_JSON_EXPECTED_NAME] = N_("a member name in double quotes is missing."),
  [ENT_JSON_EXPECTED_COLON] = N_("a colon is missing after the member name."),
  [ENT_JSON_EXPECTED_COMMA] = N_("a comma or a closing bracket is missing before this."),
  [ENT_JSON_TRAILING_COMMA] = N_("a comma too many before the closing bracket."),
  [ENT_JSON_TRAILING_TEXT] = N_("there is more text after the end of the project."),
};

/* How the first line of an e-mail saved as a file begins. */
static const char *const mail_headers[] = {
  "From ", "From:", "To:", "Received:", "Return-Path:", "Delivered-To:", "Subject:", "Date:",
  "MIME-Version:", "Message-ID:", "Content-Type:", "Content-Transfer-Encoding:", "DKIM-Signature:",
  "ARC-Seal:", "X-Mozilla-Status:", "X-Account-Key:", "Reply-To:",
};

/**
 * ent_json_error_clear:
 * @error: an error
 *
 * Frees what @error owns and makes it %ENT_JSON_OK.
 */
void
ent_json_error_clear (EntJsonError *error)
{
  g_return_if_fail (error != NULL);

  g_free (error->name);
  *error = (EntJsonError) { ENT_JSON_OK, };
}

static char *
dup_duplicate_message (const EntJsonError *error)
{
  g_autofree char *name = g_utf8_make_valid (error->name ? error->name : "", -1);

  if (g_utf8_strlen (name, -1) > 60)
    {
      char *cut = g_utf8_offset_to_pointer (name, 60);

      *cut = '\0';
    }
  return g_strdup_printf (_("Line %u, column %u: the member “%s” is there twice."),
                          error->line, error->column, name);
}

/**
 * ent_json_error_dup_message:
 * @error: an error
 *
 * Says in a sentence or two what is wrong, where, and what can be done. The file is not named: who
 * shows the message knows it.
 *
 * Returns: (transfer full): the message, translated
 */
char *
ent_json_error_dup_message (const EntJsonError *error)
{
  g_return_val_if_fail (error != NULL, NULL);
  g_return_val_if_fail (error->code < ENT_JSON_N_CODES, NULL);

  if (error->code == ENT_JSON_CUT_OFF)
    return g_strdup_printf (_("The file ends too early at line %u; it was probably cut off while "
                              "it was copied or mailed."), error->line);
  if (error->code == ENT_JSON_DUPLICATE_NAME)
    return dup_duplicate_message (error);
  if (file_messages[error->code])
    return g_strdup (_(file_messages[error->code]));
  /* Translators: then comes what is wrong there. */
  return g_strdup_printf (_("Line %u, column %u: %s"), error->line, error->column,
                          _(place_messages[error->code]));
}

static gboolean
starts_with (const char *bytes,
             gsize       length,
             const char *text)
{
  gsize n = strlen (text);

  return length >= n && g_ascii_strncasecmp (bytes, text, n) == 0;
}

static gboolean
is_zero (const char *bytes,
         gsize       length)
{
  return bytes[0] == '\0' && memcmp (bytes, bytes + 1, length - 1) == 0;
}

/* Also without a byte order mark: a project begins with two ASCII characters. */
static gboolean
is_utf16 (const char *bytes,
          gsize       length)
{
  if (length < 2)
    return FALSE;
  if (memcmp (bytes, "\xFF\xFE", 2) == 0 || memcmp (bytes, "\xFE\xFF", 2) == 0)
    return TRUE;
  return (bytes[0] == '\0') != (bytes[1] == '\0');
}

static gboolean
is_markup (const char *bytes,
           gsize       length)
{
  return length >= 2 && bytes[0] == '<' &&
         (g_ascii_isalpha (bytes[1]) || bytes[1] == '!' || bytes[1] == '?');
}

static gboolean
is_mail (const char *bytes,
         gsize       length)
{
  for (gsize i = 0; i < G_N_ELEMENTS (mail_headers); i++)
    if (starts_with (bytes, length, mail_headers[i]))
      return TRUE;
  return FALSE;
}

/**
 * ent_json_recognise:
 * @bytes: what a file holds
 * @length: how much
 *
 * Looks at the start of a file for the things that people open by mistake.
 *
 * Returns: %ENT_JSON_OK if it can be JSON text, otherwise what it is instead
 */
EntJsonCode
ent_json_recognise (const char *bytes,
                    gsize       length)
{
  g_return_val_if_fail (bytes != NULL || length == 0, ENT_JSON_EMPTY);

  if (length == 0)
    return ENT_JSON_EMPTY;
  if (is_zero (bytes, length))
    return ENT_JSON_ZEROS;
  if (starts_with (bytes, length, "PK\x03\x04") || starts_with (bytes, length, "PK\x05\x06"))
    return ENT_JSON_ZIP;
  if (starts_with (bytes, length, "\x1F\x8B"))
    return ENT_JSON_GZIP;
  if (is_utf16 (bytes, length))
    return ENT_JSON_UTF16;
  if (starts_with (bytes, length, BOM))
    bytes += strlen (BOM), length -= strlen (BOM);
  while (length > 0 && strchr (" \t\r\n", *bytes) && *bytes)
    bytes++, length--;
  if (length == 0)
    return ENT_JSON_EMPTY;
  if (starts_with (bytes, length, "%PDF-"))
    return ENT_JSON_PDF;
  if (is_markup (bytes, length))
    return ENT_JSON_HTML;
  return is_mail (bytes, length) ? ENT_JSON_MAIL : ENT_JSON_OK;
}

/**
 * ent_json_column:
 * @bytes: what the file holds
 * @line_start: where the line begins
 * @offset: a byte of that line
 *
 * Counts characters, and a byte that is no UTF-8 as one. A byte order mark does not count.
 *
 * Returns: the column of @offset, from 1
 */
guint
ent_json_column (const char *bytes,
                 gsize       line_start,
                 gsize       offset)
{
  guint column = 1;

  g_return_val_if_fail (bytes != NULL || offset == 0, 1);
  g_return_val_if_fail (line_start <= offset, 1);

  if (line_start == 0 && starts_with (bytes, offset, BOM))
    line_start = strlen (BOM);
  for (gsize i = line_start; i < offset; i++)
    if (((guchar) bytes[i] & 0xC0) != 0x80)
      column++;
  return column;
}

/**
 * ent_json_locate:
 * @bytes: what the file holds
 * @length: how much
 * @offset: a place in it, at most @length
 * @line: (out): its line, from 1
 * @column: (out): its character in the line, from 1
 *
 * Finds the place that a person would call @offset in a text editor. Lines end with LF or CR LF.
 * Reads the file from its start: for one place, not for each record.
 */
void
ent_json_locate (const char *bytes,
                 gsize       length,
                 gsize       offset,
                 guint      *line,
                 guint      *column)
{
  gsize line_start = 0;

  g_return_if_fail (bytes != NULL || length == 0);
  g_return_if_fail (offset <= length);
  g_return_if_fail (line != NULL && column != NULL);

  *line = 1;
  for (gsize i = 0; i < offset; i++)
    if (bytes[i] == '\n')
      {
        line_start = i + 1;
        (*line)++;
      }
  *column = ent_json_column (bytes, line_start, offset);
}
