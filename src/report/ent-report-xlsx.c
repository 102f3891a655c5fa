/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document as a workbook: a sheet for each chart and table, with numbers as numbers and days as
 * days, in the colours of paper. Texts are never formulas.
 *
 * The library writes to a file of its own, so the workbook takes the way through a folder that only
 * the user can read. */
#include "config.h"

#include <glib/gstdio.h>
#include <langinfo.h>
#include <locale.h>
#include <math.h>
#include <string.h>
#include <xlsxwriter.h>

#include "analysis/ent-phrase.h"
#include "render/ent-matrix-palette.h"
#include "render/ent-paper.h"
#include "report/ent-report-export.h"
#include "report/ent-report-sheet.h"

#include <glib/gi18n.h>

/* What a spreadsheet takes: letters in the name of a sheet and in a cell, height of a row. */
#define MOST_NAME 31
#define MOST_TEXT 32767
#define MOST_HEIGHT 409

/* Widths of columns in letters, and height of a line in points. */
#define TITLE_WIDTH 40
#define CELL_WIDTH 14
#define LEAST_WIDTH 12
#define MOST_WIDTH 60
#define LINE_HEIGHT 15

typedef struct {
  lxw_workbook *workbook;
  lxw_format *header;
  lxw_format *text;
  lxw_format *number;
  lxw_format *date;
  lxw_format *tones[ENT_MATRIX_N_TONES];
  GHashTable *names;                 /* of sheets, in small letters */
} Book;

/* --- Formats --------------------------------------------------------------------------------- */

static lxw_color_t
get_color (const EntMatrixColor *color)
{
  guint red = (guint) round (color->red * 255);
  guint green = (guint) round (color->green * 255);
  guint blue = (guint) round (color->blue * 255);

  return red << 16 | green << 8 | blue;
}

static lxw_format *
add_text_format (Book *book)
{
  lxw_format *format = workbook_add_format (book->workbook);

  format_set_text_wrap (format);
  format_set_align (format, LXW_ALIGN_VERTICAL_TOP);

  return format;
}

static lxw_format *
add_tone_format (Book *book, EntMatrixTone tone)
{
  const EntMatrixPalette *palette = ent_matrix_palette_get (ENT_MATRIX_LOOK_PRINT);
  lxw_format *format = workbook_add_format (book->workbook);

  format_set_align (format, LXW_ALIGN_CENTER);
  format_set_align (format, LXW_ALIGN_VERTICAL_CENTER);
  if (tone == ENT_MATRIX_TONE_NONE)
    return format;

  format_set_bg_color (format, get_color (&palette->tones[tone].ground));
  format_set_font_color (format, get_color (&palette->tones[tone].text));
  if (tone >= ENT_MATRIX_TONE_FOR_1)
    format_set_num_format (format, "+General;-General;General");

  return format;
}

static void
add_formats (Book *book)
{
  book->header = add_text_format (book);
  format_set_bold (book->header);
  format_set_bottom (book->header, LXW_BORDER_THIN);
  book->text = add_text_format (book);
  book->number = add_text_format (book);
  book->date = add_text_format (book);
  format_set_num_format (book->date, "yyyy-mm-dd");
  format_set_align (book->date, LXW_ALIGN_LEFT);
  for (guint tone = 0; tone < ENT_MATRIX_N_TONES; tone++)
    book->tones[tone] = add_tone_format (book, tone);
}

/* --- Sheets ---------------------------------------------------------------------------------- */

/* At most @most letters of it, without what @forbidden names. */
static char *
shorten (const char *text, guint most, const char *forbidden)
{
  g_autofree char *shown = ent_phrase_show_lines (text);
  glong length = g_utf8_strlen (shown, -1);
  char *part = g_utf8_substring (shown, 0, MIN (length, (glong) most));

  return g_strdelimit (part, forbidden, ' ');
}

/* A name that no other sheet has. */
static char *
make_name (Book *book, const char *title)
{
  g_autofree char *plain = shorten (title, MOST_NAME - 4, "[]:*?/\\'\n");
  g_autofree char *name = g_strdup (*g_strstrip (plain) != '\0' ? plain : _("Table"));

  for (guint i = 2;; i++)
    {
      g_autofree char *key = g_utf8_casefold (name, -1);

      if (g_hash_table_add (book->names, g_steal_pointer (&key)))
        return g_steal_pointer (&name);
      g_free (name);
      name = g_strdup_printf ("%s %u", plain, i);
    }
}

static lxw_worksheet *
add_sheet (Book *book, const char *title)
{
  g_autofree char *name = make_name (book, title);
  lxw_worksheet *sheet = workbook_add_worksheet (book->workbook, name);

  worksheet_freeze_panes (sheet, 1, 1);
  worksheet_set_landscape (sheet);
  worksheet_set_paper (sheet, 9);
  worksheet_fit_to_pages (sheet, 1, 0);
  worksheet_repeat_rows (sheet, 0, 0);
  if (ent_paper_is_right_to_left ())
    worksheet_right_to_left (sheet);

  return sheet;
}

/* About as many lines as a text takes in a column. */
static guint
count_lines (const char *text, double width)
{
  guint lines = 0;
  g_auto(GStrv) parts = g_strsplit (text, "\n", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    lines += 1 + (guint) ((double) g_utf8_strlen (parts[i], -1) / width);

  return MAX (lines, 1);
}

/* Not every spreadsheet makes rows as high as their texts. */
static void
set_height (lxw_worksheet *sheet, guint row, guint lines)
{
  if (lines > 1)
    worksheet_set_row (sheet, row, MIN (lines * LINE_HEIGHT, MOST_HEIGHT), NULL);
}

static void
write_text (lxw_worksheet *sheet, guint row, guint column, const char *text, lxw_format *format)
{
  g_autofree char *part = shorten (text, MOST_TEXT, "");

  worksheet_write_string (sheet, row, (lxw_col_t) column, part, format);
}

/* --- Tables ---------------------------------------------------------------------------------- */

static void
write_date (Book *book, lxw_worksheet *sheet, guint row, guint column, const char *day)
{
  lxw_datetime date = { 0 };

  if (sscanf (day, "%4d-%2d-%2d", &date.year, &date.month, &date.day) == 3 && date.year >= 1900)
    worksheet_write_datetime (sheet, row, (lxw_col_t) column, &date, book->date);
  else
    write_text (sheet, row, column, day, book->text);
}

static void
write_typed (Book *book, lxw_worksheet *sheet, guint row, guint column, const char *raw,
             EntColumnType type)
{
  char *end = NULL;
  double value;

  if (*raw == '\0')
    return;

  switch (type)
    {
    case ENT_COLUMN_DATE:
      write_date (book, sheet, row, column, raw);
      return;
    case ENT_COLUMN_NUMBER:
      value = g_ascii_strtod (raw, &end);
      if (end != raw && *end == '\0' && isfinite (value))
        {
          worksheet_write_number (sheet, row, (lxw_col_t) column, value, book->number);
          return;
        }
      break;
    case ENT_COLUMN_TEXT:
    default:
      break;
    }
  write_text (sheet, row, column, raw, book->text);
}

static double
get_width (EntBlock *block, guint column)
{
  return CLAMP (block->weights[column] * 8, LEAST_WIDTH, MOST_WIDTH);
}

static void
write_table_row (Book *book, lxw_worksheet *sheet, EntBlock *block, guint row)
{
  char **raws = g_ptr_array_index (block->raws, row);
  char **texts = raws != NULL ? raws : g_ptr_array_index (block->rows, row);
  guint lines = 1;

  for (guint i = 0; texts[i] != NULL; i++)
    {
      write_typed (book, sheet, row + 1, i, texts[i],
                   raws != NULL ? block->types[i] : ENT_COLUMN_TEXT);
      lines = MAX (lines, count_lines (texts[i], get_width (block, i)));
    }
  set_height (sheet, row + 1, lines);
}

static void
write_table (Book *book, EntBlock *block, const char *title)
{
  lxw_worksheet *sheet = add_sheet (book, title);
  guint n_rows = MIN (block->rows->len, LXW_ROW_MAX - 1);

  for (guint i = 0; block->columns[i] != NULL; i++)
    {
      worksheet_set_column (sheet, (lxw_col_t) i, (lxw_col_t) i, get_width (block, i), NULL);
      write_text (sheet, 0, i, block->columns[i], book->header);
    }
  for (guint row = 0; row < n_rows; row++)
    write_table_row (book, sheet, block, row);
}

/* --- Matrices -------------------------------------------------------------------------------- */

static void
write_cell (Book *book, lxw_worksheet *sheet, EntMatrixModel *matrix, guint row, guint column)
{
  const char *text = ent_matrix_model_get_cell_text (matrix, row, column);
  lxw_format *format = book->tones[ent_matrix_model_get_cell_tone (matrix, row, column)];
  double value;

  if (*text == '\0')
    return;
  if (ent_report_sheet_parse_number (text, &value))
    worksheet_write_number (sheet, row + 1, (lxw_col_t) (column + 1), value, format);
  else
    write_text (sheet, row + 1, column + 1, text, format);
}

static void
write_matrix_header (Book *book, lxw_worksheet *sheet, EntMatrixModel *matrix, guint n_columns)
{
  g_autofree char *corner = ent_matrix_model_dup_rows_label (matrix);
  guint lines = 1;

  worksheet_set_column (sheet, 0, 0, TITLE_WIDTH, NULL);
  worksheet_set_column (sheet, 1, (lxw_col_t) MAX (n_columns, 1), CELL_WIDTH, NULL);
  write_text (sheet, 0, 0, corner != NULL ? corner : "", book->header);
  for (guint column = 0; column < n_columns; column++)
    {
      g_autofree char *name = ent_report_sheet_dup_column_name (matrix, column);

      write_text (sheet, 0, column + 1, name, book->header);
      lines = MAX (lines, count_lines (name, CELL_WIDTH - 3));
    }
  set_height (sheet, 0, lines);
}

static void
write_matrix (Book *book, EntBlock *block)
{
  EntMatrixModel *matrix = block->matrix;
  lxw_worksheet *sheet = add_sheet (book, block->text);
  guint n_columns = MIN (ent_matrix_model_get_n_columns (matrix), LXW_COL_MAX - 1);
  guint n_rows = MIN (ent_matrix_model_get_n_rows (matrix), LXW_ROW_MAX - 1);

  write_matrix_header (book, sheet, matrix, n_columns);
  for (guint row = 0; row < n_rows; row++)
    {
      g_autofree char *title = ent_matrix_model_dup_row_title (matrix, row);

      write_text (sheet, row + 1, 0, title, book->text);
      set_height (sheet, row + 1, count_lines (title, TITLE_WIDTH));
      for (guint column = 0; column < n_columns; column++)
        write_cell (book, sheet, matrix, row, column);
    }
}

/* --- The workbook ---------------------------------------------------------------------------- */

static void
set_properties (Book *book, EntReport *report)
{
  g_autofree char *title = ent_report_dup_full_title (report);
  g_autofree char *shown_title = shorten (title, 255, "");
  g_autofree char *author = shorten (ent_report_get_author (report), 255, "");
  lxw_doc_properties properties = { .title = shown_title, .author = author };

  workbook_set_properties (book->workbook, &properties);
}

/* A sheet is called after the chart, or after the heading a table stands under. */
static void
write_blocks (Book *book, EntReport *report)
{
  GPtrArray *blocks = ent_report_get_blocks (report);
  const char *heading = ent_report_get_title (report);
  gboolean any = FALSE;

  for (guint i = 0; i < blocks->len; i++)
    {
      EntBlock *block = g_ptr_array_index (blocks, i);

      if (block->type == ENT_BLOCK_HEADING)
        heading = block->text;
      else if (block->type == ENT_BLOCK_MATRIX)
        write_matrix (book, block);
      else if (block->type == ENT_BLOCK_TABLE && !block->unlisted)
        write_table (book, block, block->text != NULL ? block->text : heading);
      any |= block->type == ENT_BLOCK_MATRIX || block->type == ENT_BLOCK_TABLE;
    }

  /* A workbook has one sheet at least. */
  if (!any)
    add_sheet (book, heading);
}

/* The library writes numbers as the locale has it, which no spreadsheet reads. Where that has no
 * decimal point, another locale is set for this thread, with the same words. */
static locale_t
begin_plain_numbers (locale_t *before)
{
  locale_t plain;

  if (g_str_equal (nl_langinfo (RADIXCHAR), "."))
    return (locale_t) 0;

  plain = newlocale (LC_NUMERIC_MASK, "C", duplocale (LC_GLOBAL_LOCALE));
  if (plain != (locale_t) 0)
    *before = uselocale (plain);

  return plain;
}

static lxw_error
write_book (EntReport *report, const char *path)
{
  locale_t before = (locale_t) 0;
  locale_t plain = begin_plain_numbers (&before);
  g_autoptr(GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Book book = { .workbook = workbook_new (path), .names = names };
  lxw_error error = LXW_ERROR_MEMORY_MALLOC_FAILED;

  if (book.workbook != NULL)
    {
      add_formats (&book);
      set_properties (&book, report);
      write_blocks (&book, report);
      error = workbook_close (book.workbook);
    }
  if (plain != (locale_t) 0)
    {
      uselocale (before);
      freelocale (plain);
    }

  return error;
}

static GBytes *
make_bytes (EntReport *report, const char *path, GError **error)
{
  lxw_error failure = write_book (report, path);
  char *contents = NULL;
  gsize length;

  if (failure != LXW_NO_ERROR)
    {
      g_set_error (error, ENT_REPORT_ERROR, ENT_REPORT_ERROR_WORKBOOK,
                   _("The workbook could not be made (%s). Look whether there is room on the disk "
                     "for temporary files."), lxw_strerror (failure));
      return NULL;
    }
  if (!g_file_get_contents (path, &contents, &length, error))
    return NULL;

  return g_bytes_new_take (contents, length);
}

/**
 * ent_report_write_xlsx:
 * @report: a document
 * @settings: nothing of it is used
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the charts and tables as a workbook; %NULL with @error set
 *   where there is no room for it
 */
GBytes *
ent_report_write_xlsx (EntReport *report, const EntReportSettings *settings, GError **error)
{
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;
  GBytes *bytes;

  g_return_val_if_fail (ENT_IS_REPORT (report), NULL);

  folder = g_dir_make_tmp ("entente-XXXXXX", error);
  if (folder == NULL)
    return NULL;

  path = g_build_filename (folder, "document.xlsx", NULL);
  bytes = make_bytes (report, path, error);
  g_unlink (path);
  g_rmdir (folder);

  return bytes;
}
