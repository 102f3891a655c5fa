/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tab-separated text, as spreadsheets put it on the clipboard: rows end with LF, CR LF or CR, a
 * field with a tab, a line end or a leading quote stands in quotes, and quotes in it are
 * doubled. */
#include "config.h"

#include "widgets/ent-tsv.h"

#include <string.h>

/* Reads a quoted field that begins at @p; what follows the closing quote up to the next separator
 * belongs to it as it stands. A quote that is never closed was not meant as one. */
static const char *
parse_quoted (const char *p,
              GString    *field)
{
  const char *start = p;

  for (p++; *p != '\0'; p++)
    {
      if (*p != '"')
        g_string_append_c (field, *p);
      else if (p[1] == '"')
        g_string_append_c (field, *p++);
      else
        return p + 1;
    }
  g_string_truncate (field, 0);
  return start;
}

static const char *
parse_field (const char *p,
             GString    *field)
{
  size_t length;

  g_string_truncate (field, 0);
  if (*p == '"')
    p = parse_quoted (p, field);
  length = strcspn (p, "\t\r\n");
  g_string_append_len (field, p, (gssize) length);
  return p + length;
}

static const char *
skip_line_end (const char *p)
{
  if (p[0] == '\r' && p[1] == '\n')
    return p + 2;
  return p + 1;
}

/**
 * ent_tsv_parse:
 * @text: tab-separated text
 *
 * Reads rows of fields. A line end at the very end of @text begins no further row; rows may be of
 * different lengths. Blanks around fields are dropped.
 *
 * Returns: (transfer full) (element-type GStrv): the rows, each a %NULL-terminated array of
 *   strings; none for an empty text
 */
GPtrArray *
ent_tsv_parse (const char *text)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_autoptr(GString) field = g_string_new (NULL);
  const char *p = text;

  g_return_val_if_fail (text != NULL, rows);

  while (*p != '\0')
    {
      g_autoptr(GStrvBuilder) row = g_strv_builder_new ();

      for (;;)
        {
          p = parse_field (p, field);
          g_strv_builder_add (row, g_strstrip (field->str));
          if (*p != '\t')
            break;
          p++;
        }
      g_ptr_array_add (rows, g_strv_builder_end (row));
      if (*p != '\0')
        p = skip_line_end (p);
    }
  return rows;
}

/**
 * ent_tsv_append:
 * @text: where to write
 * @field: a value
 *
 * Appends a field, in quotes where it needs them. Separators are the caller's.
 */
void
ent_tsv_append (GString    *text,
                const char *field)
{
  g_return_if_fail (text != NULL);
  g_return_if_fail (field != NULL);

  if (*field != '"' && strpbrk (field, "\t\r\n") == NULL)
    {
      g_string_append (text, field);
      return;
    }
  g_string_append_c (text, '"');
  for (; *field != '\0'; field++)
    {
      if (*field == '"')
        g_string_append_c (text, '"');
      g_string_append_c (text, *field);
    }
  g_string_append_c (text, '"');
}
