/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document as one web page that needs nothing else: no script, no other file, no address to fetch
 * from. Everything from the project is escaped, in text and in attributes alike. */
#include "config.h"

#include "analysis/ent-phrase.h"
#include "render/ent-matrix-palette.h"
#include "render/ent-paper.h"
#include "report/ent-report-export.h"
#include "report/ent-report-timeline-private.h"

#include <math.h>
#include <string.h>

/* The colours of paper, by tone. */
static const char *const tone_classes[ENT_MATRIX_N_TONES] = {
  [ENT_MATRIX_TONE_NONE] = "n",
  [ENT_MATRIX_TONE_STRONG] = "s",
  [ENT_MATRIX_TONE_MEDIUM] = "m",
  [ENT_MATRIX_TONE_LIGHT] = "l",
  [ENT_MATRIX_TONE_FAINT] = "f",
  [ENT_MATRIX_TONE_SUMMARY] = "t",
  [ENT_MATRIX_TONE_ZERO] = "p0",
  [ENT_MATRIX_TONE_FOR_1] = "p1",
  [ENT_MATRIX_TONE_FOR_2] = "p2",
  [ENT_MATRIX_TONE_FOR_3] = "p3",
  [ENT_MATRIX_TONE_FOR_4] = "p4",
  [ENT_MATRIX_TONE_AGAINST_1] = "a1",
  [ENT_MATRIX_TONE_AGAINST_2] = "a2",
  [ENT_MATRIX_TONE_AGAINST_3] = "a3",
  [ENT_MATRIX_TONE_AGAINST_4] = "a4",
};

static const char style[] =
  "body{font:10.5pt/1.4 system-ui,sans-serif;color:#000;background:#fff;margin:2em auto;"
  "max-width:75em;padding:0 1em}"
  "h1{font-size:1.8em;margin:0}h2{font-size:1.2em;margin:1.6em 0 .4em}"
  "h3{font-size:1.05em;margin:1.2em 0 .2em;break-after:avoid}"
  ".prose{max-width:42em;white-space:pre-line}"
  "p{margin:.3em 0}.sub{font-size:1.15em}.dim{color:#444}"
  "table{border-collapse:collapse;font-size:.93em}"
  "caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}"
  "th,td{border:1px solid #bdbdbd;padding:.25em .5em;text-align:start;vertical-align:top;"
  "white-space:pre-line}"
  "thead{display:table-header-group}tr{break-inside:avoid}"
  "thead th{background:#f2f2f2}"
  ".scroll{overflow-x:auto}.time{max-width:100%;min-width:40em}"
  ".chart td{direction:ltr;text-align:center;font-weight:bold;min-width:1.6em;vertical-align:middle}"
  ".chart thead th{vertical-align:bottom}.chart th small{display:block;font-weight:normal;"
  "color:#444}.chart th[scope=colgroup]{text-align:center}"
  ".chart .g{border-inline-start:2px solid #4a4a4a}"
  ".up{writing-mode:vertical-rl;transform:rotate(180deg);max-height:12em}"
  ".chart tbody th{font-weight:normal}"
  ".chart i{display:block;box-sizing:border-box;height:.35em;margin-top:.12em}"
  ".chart i.with{background:#1c4f8f}.chart i.against{border:1px solid #8f3d06}"
  ".legend{display:flex;flex-wrap:wrap;gap:.3em 1.4em;padding:0;margin:.8em 0;list-style:none}"
  ".legend b.box{display:inline-block;min-width:2em;text-align:center;border:1px solid #4a4a4a;"
  "margin-inline-end:.4em}"
  "@media print{body{margin:0;max-width:none;font-size:9pt;print-color-adjust:exact;"
  "-webkit-print-color-adjust:exact}.scroll{overflow:visible}}"
  "@page{margin:14mm}";

static void
append (GString *out, const char *text)
{
  g_autofree char *shown = ent_phrase_show_lines (text);

  for (const char *p = shown; *p != '\0'; p++)
    switch (*p)
      {
      case '&':
        g_string_append (out, "&amp;");
        break;
      case '<':
        g_string_append (out, "&lt;");
        break;
      case '>':
        g_string_append (out, "&gt;");
        break;
      case '"':
        g_string_append (out, "&quot;");
        break;
      case '\'':
        g_string_append (out, "&#39;");
        break;
      default:
        g_string_append_c (out, *p);
      }
}

static void
append_element (GString *out, const char *open, const char *text, const char *close)
{
  g_string_append (out, open);
  append (out, text);
  g_string_append (out, close);
}

static int
channel (double value)
{
  return (int) round (value * 255);
}

static void
append_tones (GString *out)
{
  const EntMatrixPalette *palette = ent_matrix_palette_get (ENT_MATRIX_LOOK_PRINT);

  for (guint i = 0; i < ENT_MATRIX_N_TONES; i++)
    {
      const EntMatrixColor *ground = &palette->tones[i].ground;
      const EntMatrixColor *text = &palette->tones[i].text;

      g_string_append_printf (out, ".%s{background:#%02x%02x%02x;color:#%02x%02x%02x}",
                              tone_classes[i], channel (ground->red), channel (ground->green),
                              channel (ground->blue), channel (text->red), channel (text->green),
                              channel (text->blue));
    }
}

static void
append_head (GString *out, EntReport *report)
{
  g_autofree char *title = ent_report_dup_full_title (report);
  g_autofree char *language = g_strdup (g_get_language_names ()[0]);

  language[strcspn (language, "_.@")] = '\0';
  g_string_append_printf (out, "<!DOCTYPE html>\n<html lang=\"%s\" dir=\"%s\">\n<head>\n",
                          g_str_equal (language, "C") ? "en" : language,
                          ent_paper_is_right_to_left () ? "rtl" : "ltr");
  g_string_append (out, "<meta charset=\"utf-8\">\n"
                        "<meta http-equiv=\"Content-Security-Policy\" content=\""
                        "default-src 'none'; style-src 'unsafe-inline'; img-src data:\">\n"
                        "<meta name=\"viewport\" content=\""
                        "width=device-width, initial-scale=1\">\n");
  append_element (out, "<title>", title, "</title>\n");
  if (*ent_report_get_author (report) != '\0')
    append_element (out, "<meta name=\"author\" content=\"", ent_report_get_author (report),
                    "\">\n");
  g_string_append (out, "<style>");
  g_string_append (out, style);
  append_tones (out);
  g_string_append (out, "</style>\n</head>\n<body>\n");
}

static void
append_legend (GString *out, EntBlock *block)
{
  g_string_append (out, "<ul class=\"legend\">\n");
  for (guint i = 0; i < block->legend->len; i++)
    {
      const EntLegendItem *item = &g_array_index (block->legend, EntLegendItem, i);

      if (item->mark != ENT_MATRIX_MARK_NONE)
        continue;
      g_string_append_printf (out, "<li><b class=\"box %s\">", tone_classes[item->tone]);
      append_element (out, "", item->letters, "</b><b>");
      append_element (out, "", item->label, "</b>: ");
      append_element (out, "", item->meaning, "</li>\n");
    }
  g_string_append (out, "</ul>\n");
}

static gboolean
starts_group (EntMatrixModel *matrix, guint column)
{
  return column == 0 || ent_matrix_model_get_column_group (matrix, column)
                        != ent_matrix_model_get_column_group (matrix, column - 1);
}

static void
append_groups (GString *out, EntMatrixModel *matrix)
{
  guint n = ent_matrix_model_get_n_columns (matrix);

  g_string_append (out, "<tr><td></td>");
  for (guint column = 0, last; column < n; column = last)
    {
      g_autofree char *title = ent_matrix_model_dup_group_title (matrix,
        ent_matrix_model_get_column_group (matrix, column));

      last = column + 1;
      while (last < n && !starts_group (matrix, last))
        last++;
      g_string_append_printf (out, "<th scope=\"colgroup\" class=\"g\" colspan=\"%u\">",
                              last - column);
      append_element (out, "", title != NULL ? title : "", "</th>");
    }
  g_string_append (out, "</tr>\n");
}

static void
append_column_headers (GString *out, EntMatrixModel *matrix)
{
  g_autofree char *rows = ent_matrix_model_dup_rows_label (matrix);
  gboolean upward = ent_matrix_model_get_n_columns (matrix) > 8;

  append_element (out, "<tr><th scope=\"col\">", rows != NULL ? rows : "", "</th>");
  for (guint column = 0; column < ent_matrix_model_get_n_columns (matrix); column++)
    {
      g_autofree char *title = ent_matrix_model_dup_column_title (matrix, column);
      g_autofree char *detail = ent_matrix_model_dup_column_detail (matrix, column);

      g_string_append_printf (out, "<th scope=\"col\"%s>%s",
                              starts_group (matrix, column) ? " class=\"g\"" : "",
                              upward ? "<span class=\"up\">" : "<span>");
      append (out, title);
      if (detail != NULL)
        append_element (out, "<small>", detail, "</small>");
      g_string_append (out, "</span></th>");
    }
  g_string_append (out, "</tr>\n");
}

/* Filled and hollow, as on paper: they are told apart without colours. */
static void
append_bars (GString *out, EntMatrixModel *matrix, guint row, guint column)
{
  EntMatrixBars bars;

  if (ent_matrix_model_get_cell_bars (matrix, row, column, &bars))
    g_string_append_printf (out, "<i class=\"with\" style=\"width:%d%%\"></i>"
                                 "<i class=\"against\" style=\"width:%d%%\"></i>",
                            (int) round (bars.with * 100), (int) round (bars.against * 100));
}

static void
append_cell (GString *out, EntMatrixModel *matrix, guint row, guint column)
{
  g_string_append_printf (out, "<td class=\"%s%s\">",
                          tone_classes[ent_matrix_model_get_cell_tone (matrix, row, column)],
                          starts_group (matrix, column) ? " g" : "");
  append (out, ent_matrix_model_get_cell_text (matrix, row, column));
  append_bars (out, matrix, row, column);
  g_string_append (out, "</td>");
}

/* Rows of the first matrix are what tables link to. */
static void
append_matrix (GString *out, EntBlock *block, gboolean first)
{
  EntMatrixModel *matrix = block->matrix;

  append_element (out, "<div class=\"scroll\">\n<table class=\"chart\">\n<caption>", block->text,
                  "</caption>\n<thead>\n");
  append_groups (out, matrix);
  append_column_headers (out, matrix);
  g_string_append (out, "</thead>\n<tbody>\n");

  for (guint row = 0; row < ent_matrix_model_get_n_rows (matrix); row++)
    {
      g_autofree char *title = ent_matrix_model_dup_row_title (matrix, row);

      if (first)
        g_string_append_printf (out, "<tr id=\"row-%u\">", row + 1);
      else
        g_string_append (out, "<tr>");
      append_element (out, "<th scope=\"row\">", title, "</th>");
      for (guint column = 0; column < ent_matrix_model_get_n_columns (matrix); column++)
        append_cell (out, matrix, row, column);
      g_string_append (out, "</tr>\n");
    }
  g_string_append (out, "</tbody>\n</table>\n</div>\n");
}

static void
append_table_row (GString *out, EntBlock *block, guint row)
{
  char **texts = g_ptr_array_index (block->rows, row);
  int link = g_array_index (block->links, int, row);

  g_string_append (out, "<tr>");
  for (guint i = 0; i < block->n_shown; i++)
    {
      if (link >= 0 && i == 1)
        g_string_append_printf (out, "<td><a href=\"#row-%d\">", link + 1);
      else
        g_string_append (out, "<td>");
      append_element (out, "", texts[i], link >= 0 && i == 1 ? "</a></td>" : "</td>");
    }
  g_string_append (out, "</tr>\n");
}

static void
append_table (GString *out, EntBlock *block)
{
  g_string_append (out, "<table>\n<thead><tr>");
  for (guint i = 0; i < block->n_shown; i++)
    append_element (out, "<th scope=\"col\">", block->columns[i], "</th>");
  g_string_append (out, "</tr></thead>\n<tbody>\n");
  for (guint row = 0; row < block->rows->len; row++)
    append_table_row (out, block, row);
  g_string_append (out, "</tbody>\n</table>\n");
}

/* The picture; what it says in words is in the tables of the document. */
static void
append_timeline (GString *out, EntBlock *block)
{
  g_autoptr(GBytes) picture = _ent_report_timeline_to_svg (block);
  g_autofree char *data = g_base64_encode (g_bytes_get_data (picture, NULL),
                                           g_bytes_get_size (picture));

  append_element (out, "<div class=\"scroll\"><img class=\"time\" alt=\"", block->text, "\" src=\"");
  g_string_append_printf (out, "data:image/svg+xml;base64,%s\"></div>\n", data);
}

static void
append_block (GString *out, EntReport *report, EntBlock *block)
{
  switch (block->type)
    {
    case ENT_BLOCK_HEADING:
      append_element (out, "<h2>", block->text, "</h2>\n");
      break;
    case ENT_BLOCK_SUBHEADING:
      append_element (out, "<h3>", block->text, "</h3>\n");
      break;
    case ENT_BLOCK_PROSE:
      append_element (out, "<p class=\"prose\" dir=\"auto\">", block->text, "</p>\n");
      break;
    case ENT_BLOCK_TEXT:
      append_element (out, "<p class=\"dim\">", block->text, "</p>\n");
      break;
    case ENT_BLOCK_LEGEND:
      append_legend (out, block);
      break;
    case ENT_BLOCK_MATRIX:
      append_matrix (out, block, block->matrix == ent_report_get_matrix (report));
      break;
    case ENT_BLOCK_TIMELINE:
      append_timeline (out, block);
      break;
    case ENT_BLOCK_TABLE:
    default:
      if (!block->unseen)
        append_table (out, block);
      break;
    }
}

/**
 * ent_report_write_html:
 * @report: a document
 * @settings: nothing of it is used
 * @error: return location for an error; there is none
 *
 * Returns: (transfer full): the document as one web page
 */
GBytes *
ent_report_write_html (EntReport *report, const EntReportSettings *settings, GError **error)
{
  GPtrArray *blocks;
  GString *out;

  g_return_val_if_fail (ENT_IS_REPORT (report), NULL);

  out = g_string_new (NULL);
  append_head (out, report);
  append_element (out, "<h1>", ent_report_get_title (report), "</h1>\n");
  append_element (out, "<p class=\"sub\">", ent_report_get_subtitle (report), "</p>\n");
  append_element (out, "<p class=\"dim\">", ent_report_get_date (report), "</p>\n");

  blocks = ent_report_get_blocks (report);
  for (guint i = 0; i < blocks->len; i++)
    append_block (out, report, g_ptr_array_index (blocks, i));
  g_string_append (out, "</body>\n</html>\n");

  return g_string_free_to_bytes (out);
}
