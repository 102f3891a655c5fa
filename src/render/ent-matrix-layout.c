/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How large the parts of a matrix are on a screen. ent-matrix-places.c has where they stand.
 *
 * Column titles are wrapped and upright: a slanted one of two or three words is slower to read than
 * the same words in lines. Columns share what width there is, between what the longest word needs
 * and what a title comfortably takes. */
#include "config.h"

#include "render/ent-matrix-layout.h"

#include <math.h>
#include <string.h>

/* Widths in letters, heights in lines. */
#define COLUMN_MIN_CHARS 6
#define COLUMN_WORD_CHARS 13
#define COLUMN_MAX_CHARS 20
#define ROW_MIN_CHARS 12
#define COLUMN_DETAIL_CHARS 10
#define ROW_MAX_CHARS 30
#define ROW_WIDE_CHARS 60
#define ROW_SHARE 0.4
#define TITLE_MAX_LINES 3
#define DETAIL_LINES 0.95
#define MARK_LINES 0.5 /* beyond the padding, so that a mark stands over the title */
#define BAND_LINES 1.6
#define COLUMN_PAD_CHARS 1.6
#define ROW_PAD_CHARS 2.2
#define MARK_CHARS 3.0
#define ROW_PAD_LINES 0.7
#define BARS_LINES 2.2

/* Totals are frozen while that much of the width or height is left for what scrolls. */
#define SCROLLED_SHARE 0.45

static int
chars_to_pixels (const EntMatrixLayout *layout,
                 double                 n_chars)
{
  return (int) ceil (n_chars * layout->char_width);
}

static int
lines_to_pixels (const EntMatrixLayout *layout,
                 double                 n_lines)
{
  return (int) ceil (n_lines * layout->line_height);
}

/* Widths are measured for the longest texts only: of a thousand titles the widest is among them. */
#define LONG_ENOUGH 0.8
#define MAX_MEASURED 40

typedef struct {
  PangoLayout *text;
  int          n_measured;
  int          n_chars; /* of the longest text */
  int          width;   /* of the widest measured */
} Ruler;

static void
ruler_see (Ruler      *ruler,
           const char *text,
           gsize       length)
{
  ruler->n_chars = MAX (ruler->n_chars, (int) g_utf8_strlen (text, (gssize) length));
}

static void
ruler_measure (Ruler      *ruler,
               const char *text,
               gsize       length)
{
  int width;

  if (ruler->n_measured >= MAX_MEASURED ||
      g_utf8_strlen (text, (gssize) length) < (glong) (ruler->n_chars * LONG_ENOUGH))
    return;
  pango_layout_set_text (ruler->text, text, (int) length);
  pango_layout_get_pixel_size (ruler->text, &width, NULL);
  ruler->width = MAX (ruler->width, width);
  ruler->n_measured++;
}

typedef void (*RulerFunc) (Ruler      *ruler,
                           const char *text,
                           gsize       length);

static void
for_each_word (Ruler      *ruler,
               RulerFunc   func,
               const char *text)
{
  for (const char *start = text; *start != '\0';)
    {
      gsize length = strcspn (start, " -\t\n");

      func (ruler, start, start[length] == '-' ? length + 1 : length);
      start += length + (start[length] != '\0' ? 1 : 0);
    }
}

static void
rule_rows (EntMatrixModel *model,
           Ruler          *rows,
           RulerFunc       func)
{
  guint n_rows = ent_matrix_model_get_n_rows (model);

  for (guint i = 0; i < n_rows; i++)
    {
      g_autofree char *title = ent_matrix_model_dup_row_title (model, i);

      func (rows, title, strlen (title));
    }
}

/* What is measured of columns. */
typedef struct {
  Ruler titles;
  Ruler words;
  Ruler details;
} ColumnRulers;

static void
rule_columns (EntMatrixModel *model,
              ColumnRulers   *rulers,
              RulerFunc       func)
{
  guint n_columns = ent_matrix_model_get_n_columns (model);

  for (guint i = 0; i < n_columns; i++)
    {
      g_autofree char *title = ent_matrix_model_dup_column_title (model, i);
      g_autofree char *detail = ent_matrix_model_dup_column_detail (model, i);

      func (&rulers->titles, title, strlen (title));
      for_each_word (&rulers->words, func, title);
      if (detail != NULL && *detail != '\0')
        func (&rulers->details, detail, strlen (detail));
    }
}

/* Lines a column's title needs, when a line may end early because the next word does not fit. */
static int
count_title_lines (const EntMatrixLayout *layout)
{
  int room = layout->column_width - chars_to_pixels (layout, COLUMN_PAD_CHARS);
  int lines;

  if (layout->title_width <= room)
    return 1;
  lines = (int) ceil ((layout->title_width + layout->word_width * 0.3) / MAX (room, 1));
  return CLAMP (lines, 2, TITLE_MAX_LINES);
}

static void
fit_widths (EntMatrixLayout *layout)
{
  int n_columns = MAX ((int) layout->n_columns, 1);
  int natural = layout->row_width + chars_to_pixels (layout, MARK_CHARS + ROW_PAD_CHARS);
  int least = chars_to_pixels (layout, ROW_MIN_CHARS);
  int most = chars_to_pixels (layout, ROW_MAX_CHARS);
  int wide = chars_to_pixels (layout, ROW_WIDE_CHARS);
  int pad = chars_to_pixels (layout, COLUMN_PAD_CHARS);
  int word_limit = chars_to_pixels (layout, COLUMN_WORD_CHARS);
  int title_limit = chars_to_pixels (layout, COLUMN_MAX_CHARS);
  int detail_limit = chars_to_pixels (layout, COLUMN_DETAIL_CHARS);
  int narrow_column, wide_column, base, rest;

  narrow_column = MAX (MIN (layout->word_width, word_limit),
                       MIN (layout->detail_width, detail_limit));
  narrow_column = MAX (narrow_column, chars_to_pixels (layout, COLUMN_MIN_CHARS)) + pad;
  wide_column = MAX (narrow_column, MIN (layout->title_width, title_limit) + pad);
  most = MIN (most, (int) (layout->width * ROW_SHARE));
  base = CLAMP (natural, least, MAX (most, least));
  base = MIN (base, MAX ((int) (layout->width * 0.6), 1));
  layout->column_width = CLAMP ((layout->width - base) / n_columns, narrow_column, wide_column);
  rest = layout->width - base - n_columns * layout->column_width;
  layout->header_width = MAX (base, MIN (MIN (natural, wide), base + rest));
}

static void
fit_heights (EntMatrixLayout *layout)
{
  int room = layout->header_width - chars_to_pixels (layout, MARK_CHARS + ROW_PAD_CHARS);

  layout->row_lines = layout->row_width > room ? 2 : 1;
  layout->row_height = lines_to_pixels (layout, layout->row_lines + (layout->row_lines > 1
                                                                       ? ROW_PAD_LINES * 0.6
                                                                       : ROW_PAD_LINES));
  if (layout->has_bars)
    layout->row_height = MAX (layout->row_height, lines_to_pixels (layout, BARS_LINES));
  layout->title_lines = count_title_lines (layout);
  layout->band_height = layout->has_groups ? lines_to_pixels (layout, BAND_LINES) : 0;
  layout->header_height = layout->band_height +
                          lines_to_pixels (layout, layout->title_lines + ROW_PAD_LINES + MARK_LINES +
                                                     (layout->has_details ? DETAIL_LINES : 0.0));
}

/* Whether there is room to keep @length at the end in sight. */
static gboolean
can_freeze (int whole,
            int header,
            int length)
{
  return whole - header - length >= whole * SCROLLED_SHARE;
}

/* Where all is in sight nothing needs to be frozen; and totals stay above the empty row at the
 * end, which scrolls. */
static void
fit_frozen (EntMatrixLayout *layout)
{
  int width = (int) layout->n_total_columns * layout->column_width;
  int height = (int) layout->n_total_rows * layout->row_height;

  layout->n_frozen_columns = layout->n_frozen_rows = 0;
  if (layout->end_x > 0 && layout->n_total_columns < layout->n_columns &&
      can_freeze (layout->width, layout->header_width, width))
    layout->n_frozen_columns = layout->n_total_columns;
  if (layout->end_y > 0 && layout->n_total_rows < layout->n_rows && !layout->has_append &&
      can_freeze (layout->height, layout->header_height, height))
    layout->n_frozen_rows = layout->n_total_rows;
}

static void
measure_titles (EntMatrixLayout *layout,
                EntMatrixModel  *model,
                PangoLayout     *title,
                PangoLayout     *detail)
{
  Ruler rows = { title };
  ColumnRulers columns = { { title }, { title }, { detail } };

  pango_layout_set_width (title, -1);
  pango_layout_set_width (detail, -1);
  rule_rows (model, &rows, ruler_see);
  rule_rows (model, &rows, ruler_measure);
  rule_columns (model, &columns, ruler_see);
  rule_columns (model, &columns, ruler_measure);
  layout->row_width = rows.width;
  layout->title_width = columns.titles.width;
  layout->word_width = columns.words.width;
  layout->detail_width = columns.details.width;
  layout->has_details = columns.details.n_chars > 0;
}

static gboolean
has_groups (EntMatrixModel *model)
{
  guint n_columns = ent_matrix_model_get_n_columns (model);

  for (guint i = 0; i < n_columns; i++)
    {
      g_autofree char *group =
        ent_matrix_model_dup_group_title (model, ent_matrix_model_get_column_group (model, i));

      if (group != NULL)
        return TRUE;
    }
  return FALSE;
}

/**
 * ent_matrix_layout_measure:
 * @layout: a layout
 * @model: (nullable): what it lays out
 * @title: in the font of titles; what it holds is lost
 * @detail: in the font of the smaller lines; what it holds is lost
 *
 * Takes sizes and widths of titles from the model. Call it when the model's layout or the font
 * changed.
 */
void
ent_matrix_layout_measure (EntMatrixLayout *layout,
                           EntMatrixModel  *model,
                           PangoLayout     *title,
                           PangoLayout     *detail)
{
  g_autofree char *prompt = NULL;

  g_return_if_fail (layout != NULL);
  g_return_if_fail (PANGO_IS_LAYOUT (title));
  g_return_if_fail (PANGO_IS_LAYOUT (detail));

  layout->n_rows = layout->n_columns = layout->n_total_rows = layout->n_total_columns = 0;
  layout->has_append = layout->has_groups = layout->has_details = layout->has_bars = FALSE;
  layout->row_width = layout->title_width = layout->word_width = layout->detail_width = 0;
  if (model == NULL)
    return;
  prompt = ent_matrix_model_dup_append_prompt (model);
  layout->n_rows = ent_matrix_model_get_n_rows (model);
  layout->n_columns = ent_matrix_model_get_n_columns (model);
  layout->n_total_rows = ent_matrix_model_get_n_total_rows (model);
  layout->n_total_columns = ent_matrix_model_get_n_total_columns (model);
  layout->has_append = prompt != NULL;
  layout->has_groups = has_groups (model);
  layout->has_bars = ent_matrix_model_has_bars (model);
  measure_titles (layout, model, title, detail);
}

/**
 * ent_matrix_layout_fit:
 * @layout: a layout whose font and widget fields are set
 *
 * Works out all widths and heights, and brings the scroll position within bounds.
 */
void
ent_matrix_layout_fit (EntMatrixLayout *layout)
{
  int width, height;

  g_return_if_fail (layout != NULL);
  g_return_if_fail (layout->char_width > 0.0);
  g_return_if_fail (layout->line_height > 0);

  fit_widths (layout);
  fit_heights (layout);
  ent_matrix_layout_get_size (layout, &width, &height);
  layout->end_x = MAX (width - MAX (layout->width, layout->header_width), 0);
  layout->end_y = MAX (height - MAX (layout->height, layout->header_height), 0);
  layout->scroll_x = CLAMP (layout->scroll_x, 0, layout->end_x);
  layout->scroll_y = CLAMP (layout->scroll_y, 0, layout->end_y);
  fit_frozen (layout);
}

/**
 * ent_matrix_layout_get_min_width:
 * @layout: a layout whose font fields are set
 *
 * Returns: the least width at which a row's title and one cell can be read
 */
int
ent_matrix_layout_get_min_width (const EntMatrixLayout *layout)
{
  g_return_val_if_fail (layout != NULL, 0);

  return chars_to_pixels (layout, ROW_MIN_CHARS + COLUMN_MIN_CHARS + COLUMN_PAD_CHARS);
}

/**
 * ent_matrix_layout_get_min_height:
 * @layout: a layout whose font fields are set
 *
 * Returns: the least height at which headers and two rows can be read
 */
int
ent_matrix_layout_get_min_height (const EntMatrixLayout *layout)
{
  g_return_val_if_fail (layout != NULL, 0);

  return lines_to_pixels (layout, BAND_LINES + TITLE_MAX_LINES + 5.0);
}
