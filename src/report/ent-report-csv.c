/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The charts of a document as a table for a spreadsheet: a header with the titles of the columns,
 * then a line a row. After an empty line the next one, and tables that hold what charts do not.
 *
 * Every cell is quoted, lines end in CR LF, and the file begins with a byte order mark, so that
 * spreadsheets read it as UTF-8. Text that a spreadsheet could take for a formula gets an
 * apostrophe before it: quoting alone does not stop formulas. A plain number stays one, whatever
 * its sign. */
#include "config.h"

#include "analysis/ent-cell.h"
#include "report/ent-report-export.h"
#include "report/ent-report-sheet.h"

#include <string.h>

#define BYTE_ORDER_MARK "\357\273\277"

static void
append_cell (GString *out, const char *text, gboolean first)
{
  gboolean number = ent_report_sheet_is_number (text);

  g_string_append (out, first ? "\"" : ",\"");
  if (number && g_str_has_prefix (text, ENT_REPORT_MINUS))
    {
      g_string_append_c (out, '-');
      text += strlen (ENT_REPORT_MINUS);
    }
  else if (!number && ent_cell_needs_mark (text))
    {
      g_string_append_c (out, '\'');
    }
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (out, '"');
      g_string_append_c (out, *p);
    }
  g_string_append_c (out, '"');
}

static void
append_header (GString *out, EntMatrixModel *matrix)
{
  g_autofree char *rows = ent_matrix_model_dup_rows_label (matrix);

  append_cell (out, rows != NULL ? rows : "", TRUE);
  for (guint column = 0; column < ent_matrix_model_get_n_columns (matrix); column++)
    {
      g_autofree char *name = ent_report_sheet_dup_column_name (matrix, column);

      append_cell (out, name, FALSE);
    }
  g_string_append (out, "\r\n");
}

static void
append_matrix (GString *out, EntMatrixModel *matrix)
{
  append_header (out, matrix);
  for (guint row = 0; row < ent_matrix_model_get_n_rows (matrix); row++)
    {
      g_autofree char *title = ent_matrix_model_dup_row_title (matrix, row);

      append_cell (out, title, TRUE);
      for (guint column = 0; column < ent_matrix_model_get_n_columns (matrix); column++)
        append_cell (out, ent_matrix_model_get_cell_text (matrix, row, column), FALSE);
      g_string_append (out, "\r\n");
    }
}

static void
append_line (GString *out, char **texts)
{
  for (guint i = 0; texts[i] != NULL; i++)
    append_cell (out, texts[i], i == 0);
  g_string_append (out, "\r\n");
}

static void
append_table (GString *out, EntBlock *table)
{
  append_line (out, table->columns);
  for (guint i = 0; i < table->rows->len; i++)
    {
      char **raws = g_ptr_array_index (table->raws, i);

      append_line (out, raws != NULL ? raws : g_ptr_array_index (table->rows, i));
    }
}

/**
 * ent_report_write_csv:
 * @report: a document
 * @settings: nothing of it is used
 * @error: return location for an error; there is none
 *
 * Returns: (transfer full): the charts, and the tables that are data, as comma-separated values;
 *   only the byte order mark if there is neither
 */
GBytes *
ent_report_write_csv (EntReport *report, const EntReportSettings *settings, GError **error)
{
  GPtrArray *blocks;
  GString *out;
  gboolean any = FALSE;

  g_return_val_if_fail (ENT_IS_REPORT (report), NULL);

  out = g_string_new (BYTE_ORDER_MARK);
  blocks = ent_report_get_blocks (report);
  for (guint i = 0; i < blocks->len; i++)
    {
      EntBlock *block = g_ptr_array_index (blocks, i);
      gboolean matrix = block->type == ENT_BLOCK_MATRIX;

      if (!matrix && !(block->type == ENT_BLOCK_TABLE && block->data))
        continue;
      if (any)
        g_string_append (out, "\r\n");
      any = TRUE;
      if (matrix)
        append_matrix (out, block->matrix);
      else
        append_table (out, block);
    }

  return g_string_free_to_bytes (out);
}
