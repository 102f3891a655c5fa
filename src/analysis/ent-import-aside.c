/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What tables have besides their data: footnotes and their marks, totals, and more columns than
 * there can be. It is not entered, but nobody should have to find out by themselves. */
#include "config.h"

#include "analysis/ent-import-private.h"

#include <string.h>

static gboolean
is_mark (const char *text, const char *mark)
{
  gunichar before = mark > text ? g_utf8_get_char (g_utf8_prev_char (mark)) : 0;

  return ent_quantity_is_mark (g_utf8_get_char (mark), before);
}

/* A name without the footnote marks behind it, unless a KPI has them in its name. */
char *
_ent_import_dup_unmarked (EntImport *self, const char *cell)
{
  char *name = _ent_import_trim (cell);
  char *end = name + strlen (name);
  gboolean several;

  if (ent_name_index_find (self->kpis, name, &several) != NULL || several)
    return name;
  while (end > name)
    {
      char *last = g_utf8_prev_char (end);

      if (!is_mark (name, last) && *last != ' ')
        break;
      end = last;
    }
  /* Where there is nothing else, the marks are the name. */
  if (end > name)
    *end = '\0';

  return name;
}

/* A footnote below the table: a single cell, the first, that begins with its mark. */
static gboolean
is_footnote (EntImport *self, char **cells, guint n)
{
  g_autofree char *text = n > 0 ? _ent_import_trim (cells[0]) : NULL;

  if (text == NULL || *text == '\0' || !is_mark (text, text))
    return FALSE;
  for (guint i = 1; i < n; i++)
    if (!_ent_import_is_blank (cells[i]))
      return FALSE;

  return self->columns->len > 1;
}

/* Whether a title or a name says that it sums up what is beside it or above it. */
gboolean
_ent_import_is_total (const char *text)
{
  static const char *const words[] = {
    "total", "totals", "grand total", "subtotal", "sum", "summe", "gesamt", "gesamtsumme",
    "insgesamt", "somme", "suma",
  };
  g_autofree char *fold = ent_name_fold (text);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (fold, words[i]))
      return TRUE;

  return FALSE;
}

static void
add_aside (EntImport *self, guint row, guint column, EntImportVerdict verdict, EntImportFault fault)
{
  const EntImportItem item = { row, column, G_MAXUINT, (guint8) verdict, (guint8) fault, "", 0 };

  if (self->what == ENT_IMPORT_KPIS)
    g_ptr_array_add (self->kpi_rows, _ent_import_kpi_new ());
  _ent_import_add_item (self, &item);
}

/* Takes a row that is a footnote. */
gboolean
_ent_import_take_footnote (EntImport *self, guint row)
{
  guint n;
  char **cells = _ent_import_get_row (self, row, &n);

  if (!is_footnote (self, cells, n))
    return FALSE;
  add_aside (self, row, 0, ENT_IMPORT_LEFT_OUT, ENT_IMPORT_FOOTNOTE);

  return TRUE;
}

/* Says of the first row that has more columns than are read that it has. */
void
_ent_import_refuse_wide_rows (EntImport *self)
{
  for (guint row = 0; row < self->rows->len; row++)
    {
      char **cells = g_ptr_array_index (self->rows, row);
      guint n = g_array_index (self->lengths, guint, row);

      for (guint i = self->columns->len; i < n; i++)
        if (!_ent_import_is_blank (cells[i]))
          {
            add_aside (self, row, i, ENT_IMPORT_BAD, ENT_IMPORT_TOO_WIDE);
            return;
          }
    }
}
