/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table that came from a spreadsheet: CSV by RFC 4180, or the same with semicolons, which
 * spreadsheets write where the comma parts decimals, or with tabs. Text may be UTF-8 with or
 * without a byte order mark, UTF-16 with one, or the Windows-1252 of older programs. */
#include "config.h"

#include "store/ent-table.h"

#include "store/ent-file-name.h"
#include "store/ent-file-read.h"

#include <glib/gi18n.h>
#include <string.h>

/* --- Text ------------------------------------------------------------------------------------ */

static gboolean
starts_with (const char *text, gsize length, const char *mark)
{
  return length >= strlen (mark) && memcmp (text, mark, strlen (mark)) == 0;
}

/* The text as UTF-8 without a mark; NULL if it is none. */
static char *
to_utf8 (const char *text, gsize length)
{
  const char *charset = NULL;
  gsize written;
  g_autofree char *converted = NULL;

  if (starts_with (text, length, "\357\273\277"))
    {
      text += 3;
      length -= 3;
    }
  else if (starts_with (text, length, "\377\376"))
    charset = "UTF-16LE";
  else if (starts_with (text, length, "\376\377"))
    charset = "UTF-16BE";

  if (charset != NULL)
    {
      text += 2;
      length -= 2;
    }
  else if (memchr (text, '\0', length) == NULL)
    {
      if (g_utf8_validate (text, (gssize) length, NULL))
        return g_strndup (text, length);
      charset = "WINDOWS-1252";
    }
  else
    return NULL;

  converted = g_convert (text, (gssize) length, "UTF-8", charset, NULL, &written, NULL);

  return converted != NULL && strlen (converted) == written ? g_steal_pointer (&converted) : NULL;
}

/* So many rows tell what parts the cells. */
#define MOST_SAMPLE_ROWS 50

/* The candidates, of equals the one first that is rarer in a text. */
static const char separators[] = { '\t', ';', ',' };

/* How often each candidate stands in a row, outside quotes. Returns where the row ends. */
static const char *
count_separators (const char *p, guint counts[G_N_ELEMENTS (separators)])
{
  gboolean quoted = FALSE;

  for (; *p != '\0' && (quoted || (*p != '\n' && *p != '\r')); p++)
    {
      quoted ^= *p == '"';
      for (guint i = 0; !quoted && i < G_N_ELEMENTS (separators); i++)
        counts[i] += *p == separators[i];
    }

  return p + strspn (p, "\r\n");
}

/* What parts the cells: the candidate that most rows have, as a title above the table may have none
 * or another one; of equals the more frequent. */
static char
find_separator (const char *text)
{
  guint rows[G_N_ELEMENTS (separators)] = { 0 };
  guint totals[G_N_ELEMENTS (separators)] = { 0 };
  guint best = 0;

  text += strspn (text, "\r\n");
  for (guint row = 0; row < MOST_SAMPLE_ROWS && *text != '\0'; row++)
    {
      guint counts[G_N_ELEMENTS (separators)] = { 0 };

      text = count_separators (text, counts);
      for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
        {
          rows[i] += counts[i] > 0;
          totals[i] += counts[i];
        }
    }
  for (guint i = 1; i < G_N_ELEMENTS (separators); i++)
    if (rows[i] > rows[best] || (rows[i] == rows[best] && totals[i] > totals[best]))
      best = i;

  return separators[best];
}

/* --- Cells ----------------------------------------------------------------------------------- */

typedef struct {
  const char *p;
  char separator;
  guint line;                        /* for messages */
} Reader;

static gboolean
is_line_end (char c)
{
  return c == '\n' || c == '\r' || c == '\0';
}

/* A quoted part: two quotes stand for one. Returns whether it ends. */
static gboolean
read_quoted (Reader *self, GString *cell)
{
  for (self->p++; *self->p != '\0'; self->p++)
    {
      if (*self->p == '"')
        {
          self->p++;
          if (*self->p != '"')
            return TRUE;
        }
      self->line += *self->p == '\n';
      g_string_append_c (cell, *self->p);
    }

  return FALSE;
}

/* A cell up to the separator or the end of the line. Quotes that do not begin a cell are text. */
static gboolean
read_cell (Reader *self, GPtrArray *cells)
{
  g_autoptr(GString) cell = g_string_new (NULL);

  if (*self->p == '"' && !read_quoted (self, cell))
    return FALSE;
  for (; *self->p != self->separator && !is_line_end (*self->p); self->p++)
    g_string_append_c (cell, *self->p);
  g_ptr_array_add (cells, g_strdup (cell->str));

  return TRUE;
}

static void
skip_line_end (Reader *self)
{
  if (self->p[0] == '\r' && self->p[1] == '\n')
    self->p++;
  if (*self->p != '\0')
    self->p++;
  self->line++;
}

/* Returns (nullable): the cells of a row, ended by NULL */
static char **
read_row (Reader *self)
{
  g_autoptr(GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

  for (;;)
    {
      if (!read_cell (self, cells))
        return NULL;
      if (*self->p != self->separator)
        break;
      self->p++;
    }
  skip_line_end (self);
  g_ptr_array_add (cells, NULL);

  return (char **) g_ptr_array_steal (cells, NULL);
}

static GPtrArray *
read_rows (const char *text, guint *fault)
{
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  Reader reader = { text, find_separator (text), 1 };

  while (*reader.p != '\0')
    {
      guint line = reader.line;
      char **row = read_row (&reader);

      if (row == NULL)
        {
          *fault = line;
          return NULL;
        }
      g_ptr_array_add (rows, row);
    }

  return g_steal_pointer (&rows);
}

static GPtrArray *
parse (const char *text, gsize length, const char *name, GError **error)
{
  g_autofree char *utf8 = to_utf8 (text, length);
  g_autoptr(GPtrArray) rows = NULL;
  guint fault = 0;

  if (utf8 == NULL)
    {
      g_set_error (error, ENT_STORE_ERROR, ENT_STORE_ERROR_INVALID,
                   _("“%s” is no table of text. Save the sheet as CSV and try again."), name);
      return NULL;
    }

  rows = read_rows (utf8, &fault);
  if (rows == NULL)
    g_set_error (error, ENT_STORE_ERROR, ENT_STORE_ERROR_INVALID,
                 _("In “%s”, a quote that begins in the row of line %u is not closed."), name,
                 fault);

  return g_steal_pointer (&rows);
}

/* --- Public ---------------------------------------------------------------------------------- */

/**
 * ent_table_parse:
 * @text: a table, as somebody pasted it
 * @length: its length in bytes
 * @error: return location for an error of %ENT_STORE_ERROR
 *
 * Reads a table. Rows may be of different lengths; a blank line is a row with one empty cell.
 *
 * Returns: (transfer full) (nullable) (element-type GStrv): its rows
 */
GPtrArray *
ent_table_parse (const char *text, gsize length, GError **error)
{
  g_return_val_if_fail (text != NULL || length == 0, NULL);

  return parse (length > 0 ? text : "", length, _("pasted text"), error);
}

/**
 * ent_table_read:
 * @file: a file
 * @error: return location for an error of %ENT_STORE_ERROR
 *
 * Reads a table from a file, see ent_table_parse().
 *
 * Returns: (transfer full) (nullable) (element-type GStrv): its rows
 */
GPtrArray *
ent_table_read (GFile *file, GError **error)
{
  g_autoptr(GBytes) bytes = NULL;
  g_autofree char *name = NULL;
  const char *data;
  gsize length;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  bytes = ent_file_read (file, NULL, NULL, error);
  if (bytes == NULL)
    return NULL;

  name = ent_file_dup_display_name (file);
  data = g_bytes_get_data (bytes, &length);

  return parse (length > 0 ? data : "", length, name, error);
}
