/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A matrix on paper: how large its letters are, how wide its columns, and where it is cut.
 *
 * The letters are as large as they can be without costing a page: if the whole matrix can stand on
 * one page at any size from 10 pt down to 7 pt, the largest of these; otherwise the largest size up
 * to 8.5 pt that needs no more cuts between columns than 7 pt does. Cuts between columns fall
 * between groups where that costs nothing. */
#include "config.h"

#include "render/ent-matrix-paper-private.h"

#include <math.h>

#define LARGEST 10.0
#define LARGEST_CUT 8.5             /* once it takes several pages */
#define STEP 0.5
#define MOST_UPRIGHT 8              /* with more columns, titles are read upward */
#define UPRIGHT_LEAST 62.0          /* narrower columns have their titles upward */
#define UPRIGHT_MOST 112.0
#define UPWARD_MOST 34.0            /* columns grow no wider than this to fill a page */
#define TITLE_LEAST 70.0
#define TITLE_MOST 280.0
#define TITLE_PART 0.36             /* of the page's width */
#define TITLE_LINES 4
#define HEADER_MOST 130.0
#define HEADER_PART 0.3             /* of the page's height */
#define BAND_MOST 84.0
#define MARK_ROOM 11.0
#define CELL_ROOM 0.7               /* beside the text of a cell, in sizes of its letters */
#define BARS_UNITS 5                /* a row with bars is as high as this many half lines */

/* How columns would come out at one size of letters. */
typedef struct {
  double size;
  double title_width;
  double column_width;
  guint lines;
  guint most;                       /* columns on a page */
  guint pages;                      /* pages across */
  gboolean details;
} Trial;

static double
detail_size (double size)
{
  return MAX (size - 1.0, ENT_PAPER_LEAST_SIZE);
}

static double
half_up (double value)
{
  return ceil (value * 2.0) / 2.0;
}

static double
header_most (EntMatrixPaper *self)
{
  return MIN (HEADER_MOST, self->height * HEADER_PART);
}

static void
band_clear (gpointer data)
{
  g_clear_object (&((EntMatrixBand *) data)->layout);
}

/* --- Texts ----------------------------------------------------------------------------------- */

/* The number under which a name stands in the key. */
static guint
add_key (EntMatrixPaper *self, const char *text)
{
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (self->key_numbers, text));

  if (number == 0)
    {
      g_ptr_array_add (self->keys, g_strdup (text));
      number = self->keys->len;
      g_hash_table_insert (self->key_numbers, g_ptr_array_index (self->keys, number - 1),
                           GUINT_TO_POINTER (number));
    }

  return number;
}

/* Fits a name into its place; if it has to be cut, its number in the key goes before it. */
static PangoLayout *
fit (EntMatrixPaper *self, const char *text, double size, gboolean bold, double width, guint lines)
{
  PangoLayout *layout = ent_paper_layout_new (self->context, text, size, bold);
  g_autofree char *numbered = NULL;

  ent_paper_layout_fit (layout, width, lines);
  if (!pango_layout_is_ellipsized (layout))
    return layout;

  g_object_unref (layout);
  numbered = g_strdup_printf ("[%u] %s", add_key (self, text), text);
  layout = ent_paper_layout_new (self->context, numbered, size, bold);
  ent_paper_layout_fit (layout, width, lines);

  return layout;
}

/* --- Columns --------------------------------------------------------------------------------- */

static double
natural_width (EntMatrixPaper *self, const char *text, gboolean bold)
{
  g_autoptr(PangoLayout) layout = ent_paper_layout_new (self->context, text, 10, bold);

  return ent_paper_layout_width (layout) / 10;
}

/* The widest of the titles, for letters of size 1. */
static double
widest (EntMatrixPaper *self, guint n, char *(*dup) (EntMatrixModel *, guint), gboolean bold)
{
  double width = 0;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *title = dup (self->model, i);

      if (title != NULL)
        width = MAX (width, natural_width (self, title, bold));
    }

  return width;
}

/* The widest text of all cells, for letters of size 1. Cells repeat few texts often. */
static double
widest_cell (EntMatrixPaper *self)
{
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_rows = ent_matrix_model_get_n_rows (self->model);
  guint n_columns = ent_matrix_model_get_n_columns (self->model);
  double width = 0;

  for (guint i = 0; i < n_rows; i++)
    for (guint j = 0; j < n_columns; j++)
      {
        const char *text = ent_matrix_model_get_cell_text (self->model, i, j);

        if (*text != '\0' && g_hash_table_add (seen, (gpointer) text))
          width = MAX (width, natural_width (self, text, TRUE));
      }

  return width;
}

typedef struct {
  double row;
  double column;
  double detail;
  double cell;
} Widest;

static guint
pages_across (EntMatrixPaper *self, double title_width, double column_width, guint *most)
{
  double room = self->width - title_width;
  guint n = ent_matrix_model_get_n_columns (self->model);

  *most = (guint) MAX (floor (room / column_width), 1.0);

  return (n + *most - 1) / *most;
}

static Trial
try_size (EntMatrixPaper *self, const Widest *natural, double size)
{
  Trial trial = { size };
  double marks = self->marks ? MARK_ROOM : 0;
  double plain;
  guint most;
  guint pages;

  trial.title_width = half_up (CLAMP (natural->row * size + 2 * ENT_MATRIX_PAPER_PAD + marks + 1,
                                      TITLE_LEAST, MIN (TITLE_MOST, self->width * TITLE_PART)));
  trial.lines = natural->column * size > header_most (self) - 2 * ENT_MATRIX_PAPER_PAD ? 2 : 1;
  plain = MAX (trial.lines * ent_paper_line_height (self->context, size)
               + 2 * ENT_MATRIX_PAPER_PAD,
               MAX (2.6, natural->cell + CELL_ROOM) * size);
  trial.column_width = half_up (plain);
  trial.pages = pages_across (self, trial.title_width, trial.column_width, &trial.most);

  /* Who holds a role stands in the header too, unless that costs a page. */
  plain = half_up (plain + ent_paper_line_height (self->context, detail_size (size)));
  pages = pages_across (self, trial.title_width, plain, &most);
  if (natural->detail > 0 && pages == trial.pages)
    {
      trial.details = TRUE;
      trial.column_width = plain;
      trial.most = most;
    }

  return trial;
}

static gboolean
starts_group (EntMatrixPaper *self, guint column)
{
  return column == 0 || column == ent_matrix_model_get_n_columns (self->model)
    || ent_matrix_model_get_column_group (self->model, column - 1)
       != ent_matrix_model_get_column_group (self->model, column);
}

/* Where the next cut between columns falls: evenly, and between two groups if one is near. */
static guint
choose_cut (EntMatrixPaper *self, guint first, guint most, guint pages_left)
{
  guint left = ent_matrix_model_get_n_columns (self->model) - first;
  guint even = (left + pages_left - 1) / pages_left;
  guint least = left > most * (pages_left - 1) ? left - most * (pages_left - 1) : 1;

  for (guint off = 0; off <= MAX (even / 4, 1); off++)
    {
      if (even + off <= MIN (most, left) && starts_group (self, first + even + off))
        return even + off;
      if (off < even && even - off >= least && starts_group (self, first + even - off))
        return even - off;
    }

  return even;
}

static void
cut_columns (EntMatrixPaper *self, const Trial *trial)
{
  guint n = ent_matrix_model_get_n_columns (self->model);
  guint first = 0;

  for (guint left = trial->pages; left > 0; left--)
    {
      guint length = left == 1 ? n - first : choose_cut (self, first, trial->most, left);
      EntMatrixCut cut = { first, length };

      g_array_append_val (self->across, cut);
      first += cut.n;
    }
}

static guint
most_columns (EntMatrixPaper *self)
{
  guint most = 1;

  for (guint i = 0; i < self->across->len; i++)
    most = MAX (most, g_array_index (self->across, EntMatrixCut, i).n);

  return most;
}

static double
longest_title_word (EntMatrixPaper *self, double size)
{
  double width = 0;

  for (guint i = 0; i < ent_matrix_model_get_n_columns (self->model); i++)
    {
      g_autofree char *title = ent_matrix_model_dup_column_title (self->model, i);
      g_autoptr(PangoLayout) layout = ent_paper_layout_new (self->context, title, size, TRUE);

      width = MAX (width, ent_paper_longest_word (layout));
    }

  return width;
}

/* A few columns have room for titles that are read without turning one's head. */
static gboolean
can_stand_upright (EntMatrixPaper *self, const Trial *trial, double *width)
{
  guint n = ent_matrix_model_get_n_columns (self->model);

  if (n > MOST_UPRIGHT || trial->pages > 1)
    return FALSE;

  *width = floor (MIN ((self->width - trial->title_width) / n, UPRIGHT_MOST) * 2) / 2;

  return *width >= UPRIGHT_LEAST
    && longest_title_word (self, trial->size) <= *width - 2 * ENT_MATRIX_PAPER_PAD;
}

static void
size_columns (EntMatrixPaper *self, const Trial *trial, const Widest *natural)
{
  double room = self->width - trial->title_width;
  double upright;
  double title;

  self->size = trial->size;
  self->title_width = trial->title_width;
  self->details = trial->details;
  self->header_lines = trial->lines;
  cut_columns (self, trial);

  self->upward = !can_stand_upright (self, trial, &upright);
  if (!self->upward)
    {
      self->column_width = upright;
      self->details = natural->detail > 0;
    }
  else
    {
      self->column_width = MAX (trial->column_width,
                                floor (MIN (room / most_columns (self), UPWARD_MOST) * 2) / 2);
    }

  /* What the columns leave is for the titles of the rows. */
  title = natural->row * self->size + 2 * ENT_MATRIX_PAPER_PAD + (self->marks ? MARK_ROOM : 0) + 1;
  room = self->width - most_columns (self) * self->column_width;
  self->title_width = MAX (self->title_width, half_up (MIN (title, MIN (room - 1, TITLE_MOST))));
}

/* --- Headers --------------------------------------------------------------------------------- */

static void
lay_out_headers (EntMatrixPaper *self)
{
  double most = header_most (self) - 2 * ENT_MATRIX_PAPER_PAD;
  double room = self->upward ? most : self->column_width - 2 * ENT_MATRIX_PAPER_PAD;
  double needed = 0;

  for (guint i = 0; i < ent_matrix_model_get_n_columns (self->model); i++)
    {
      g_autofree char *title = ent_matrix_model_dup_column_title (self->model, i);
      g_autofree char *detail = self->details ? ent_matrix_model_dup_column_detail (self->model, i)
                                              : NULL;
      PangoLayout *t = fit (self, title, self->size, TRUE, room,
                            self->upward ? self->header_lines : 4);
      PangoLayout *d = detail != NULL && *detail != '\0'
        ? fit (self, detail, detail_size (self->size), FALSE, room, self->upward ? 1 : 2) : NULL;

      if (self->upward)
        {
          ent_paper_layout_align (t, FALSE);
          if (d != NULL)
            ent_paper_layout_align (d, FALSE);
          needed = MAX (needed, MAX (ent_paper_layout_width (t),
                                     d != NULL ? ent_paper_layout_width (d) : 0));
        }
      else
        {
          needed = MAX (needed, ent_paper_layout_height (t)
                                + (d != NULL ? ent_paper_layout_height (d) : 0));
        }
      g_ptr_array_add (self->column_titles, t);
      g_ptr_array_add (self->column_details, d);
    }

  self->header_height = half_up (needed + 2 * ENT_MATRIX_PAPER_PAD + 1);
}

/* The name of a group goes over its columns; over a narrow group it is read upward. */
static EntMatrixBand
lay_out_band (EntMatrixPaper *self, guint first, guint n)
{
  EntMatrixBand band = { first, n };
  double width = n * self->column_width - 2 * ENT_MATRIX_PAPER_PAD;
  g_autofree char *title = ent_matrix_model_dup_group_title (self->model,
    ent_matrix_model_get_column_group (self->model, first));
  g_autoptr(PangoLayout) trial = NULL;

  if (title == NULL)
    return band;

  trial = ent_paper_layout_new (self->context, title, self->size, TRUE);
  band.upward = ent_paper_longest_word (trial) > width;
  if (band.upward)
    band.layout = fit (self, title, self->size, TRUE, BAND_MOST - 2 * ENT_MATRIX_PAPER_PAD,
                       (guint) MAX (floor ((width + 2) / ent_paper_line_height (self->context,
                                                                                 self->size)), 1));
  else
    band.layout = fit (self, title, self->size, TRUE, width, 3);
  if (band.upward)
    ent_paper_layout_align (band.layout, FALSE);

  return band;
}

static void
lay_out_bands (EntMatrixPaper *self)
{
  double needed = 0;

  for (guint i = 0; i < self->across->len; i++)
    {
      const EntMatrixCut *cut = &g_array_index (self->across, EntMatrixCut, i);
      GArray *bands = g_array_new (FALSE, FALSE, sizeof (EntMatrixBand));

      g_array_set_clear_func (bands, band_clear);
      for (guint first = cut->first, last; first < cut->first + cut->n; first = last)
        {
          EntMatrixBand band;

          last = first + 1;
          while (last < cut->first + cut->n && !starts_group (self, last))
            last++;
          band = lay_out_band (self, first, last - first);
          if (band.layout != NULL)
            needed = MAX (needed, band.upward ? ent_paper_layout_width (band.layout)
                                              : ent_paper_layout_height (band.layout));
          g_array_append_val (bands, band);
        }
      g_ptr_array_add (self->bands, bands);
    }

  self->band_height = needed > 0 ? half_up (needed + 2 * ENT_MATRIX_PAPER_PAD) : 0;
}

/* --- Rows ------------------------------------------------------------------------------------ */

/* Rows are as high as their lines and one half line more, in units of half a line, so that the
 * grounds of the cells can be drawn as an image with few pixels. */
static double
choose_unit (EntMatrixPaper *self)
{
  return half_up (ent_paper_line_height (self->context, self->size) / 2 - 0.2);
}

static void
lay_out_rows (EntMatrixPaper *self)
{
  guint n = ent_matrix_model_get_n_rows (self->model);
  double width = self->title_width - 2 * ENT_MATRIX_PAPER_PAD - (self->marks ? MARK_ROOM : 0);
  int least = ent_matrix_model_has_bars (self->model) ? BARS_UNITS : 0;

  self->unit = choose_unit (self);
  self->row_heights = g_new (double, MAX (n, 1));
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *title = ent_matrix_model_dup_row_title (self->model, i);
      PangoLayout *layout = fit (self, title, self->size, FALSE, width, TITLE_LINES);

      self->row_heights[i] = MAX (2 * pango_layout_get_line_count (layout) + 1, least) * self->unit;
      g_ptr_array_add (self->row_titles, layout);
    }
}

static void
cut_rows (EntMatrixPaper *self)
{
  guint n = ent_matrix_model_get_n_rows (self->model);
  double header = self->band_height + self->header_height;
  EntMatrixCut cut = { 0, 0 };
  double used = header;

  for (guint row = 0; row < n; row++)
    {
      double room = self->down->len == 0 ? self->first_height : self->height;

      if (cut.n > 0 && used + self->row_heights[row] > room)
        {
          g_array_append_val (self->down, cut);
          cut = (EntMatrixCut) { row, 0 };
          used = header;
        }
      cut.n++;
      used += self->row_heights[row];
    }

  g_array_append_val (self->down, cut);
}

/* --- The plan -------------------------------------------------------------------------------- */

void
_ent_matrix_paper_clear (EntMatrixPaper *self)
{
  g_ptr_array_set_size (self->row_titles, 0);
  g_ptr_array_set_size (self->column_titles, 0);
  g_ptr_array_set_size (self->column_details, 0);
  g_ptr_array_set_size (self->bands, 0);
  g_hash_table_remove_all (self->key_numbers);
  g_ptr_array_set_size (self->keys, 0);
  g_array_set_size (self->down, 0);
  g_array_set_size (self->across, 0);
  g_clear_pointer (&self->row_heights, g_free);
}

static void
plan (EntMatrixPaper *self, const Trial *trial, const Widest *natural)
{
  _ent_matrix_paper_clear (self);
  size_columns (self, trial, natural);
  lay_out_bands (self);
  lay_out_headers (self);
  lay_out_rows (self);
  cut_rows (self);
}

/* Whether all rows could stand on the first page at the least size, one line each. */
static gboolean
may_fit_one_page (EntMatrixPaper *self)
{
  double least = 1.5 * ent_paper_line_height (self->context, ENT_PAPER_LEAST_SIZE) - 1;

  return ent_matrix_model_get_n_rows (self->model) * least < self->first_height;
}

void
_ent_matrix_paper_plan (EntMatrixPaper *self)
{
  const Widest natural = {
    widest (self, ent_matrix_model_get_n_rows (self->model), ent_matrix_model_dup_row_title, FALSE),
    widest (self, ent_matrix_model_get_n_columns (self->model), ent_matrix_model_dup_column_title,
            TRUE),
    widest (self, ent_matrix_model_get_n_columns (self->model), ent_matrix_model_dup_column_detail,
            FALSE),
    widest_cell (self),
  };
  Trial best = try_size (self, &natural, ENT_PAPER_LEAST_SIZE);
  guint least_pages = best.pages;
  gboolean one_page = least_pages == 1 && may_fit_one_page (self);

  for (double size = LARGEST; one_page && size >= ENT_PAPER_LEAST_SIZE; size -= STEP)
    {
      Trial trial = try_size (self, &natural, size);

      if (trial.pages > 1)
        continue;
      plan (self, &trial, &natural);
      if (self->down->len == 1)
        return;
    }

  for (double size = LARGEST_CUT; size > ENT_PAPER_LEAST_SIZE; size -= STEP)
    {
      Trial trial = try_size (self, &natural, size);

      if (trial.pages == least_pages)
        {
          best = trial;
          break;
        }
    }
  plan (self, &best, &natural);
}
