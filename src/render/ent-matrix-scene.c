/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Draws the parts of a matrix on a screen: cells, headers, groups. */
#include "config.h"

#include "render/ent-matrix-scene.h"

#include <math.h>

#define LINE_WIDTH 1.0
#define DETAIL_SCALE 0.85

static double
get_pad (const EntMatrixScene *scene)
{
  return round (scene->layout.char_width * 0.9);
}

static EntMatrixRect
get_rect (const EntMatrixScene *scene,
          int                   row,
          int                   column)
{
  EntMatrixLayout layout = ent_matrix_layout_at (&scene->layout, 0, 0);

  return ent_matrix_layout_get_rect (&layout, row, column);
}

static void
fill_rect (cairo_t              *cr,
           const EntMatrixColor *color,
           double                x,
           double                y,
           double                width,
           double                height)
{
  ent_matrix_set_color (cr, color);
  cairo_rectangle (cr, x, y, width, height);
  cairo_fill (cr);
}

/* The upright line at the end of a rectangle, inside of it. */
static void
fill_end_line (const EntMatrixScene *scene,
               cairo_t              *cr,
               const EntMatrixColor *color,
               const EntMatrixRect  *rect)
{
  double x = scene->layout.rtl ? rect->x : rect->x + rect->width - LINE_WIDTH;

  fill_rect (cr, color, x, rect->y, LINE_WIDTH, rect->height);
}

static void
fill_bottom_line (cairo_t              *cr,
                  const EntMatrixColor *color,
                  const EntMatrixRect  *rect)
{
  fill_rect (cr, color, rect->x, rect->y + rect->height - LINE_WIDTH, rect->width, LINE_WIDTH);
}

/* The alignment by which Pango puts a text where reading begins. Pango flips an alignment when a
 * text runs against its context; here the place follows the matrix and not the text. */
static PangoAlignment
get_start_alignment (const EntMatrixScene *scene,
                     PangoLayout          *layout)
{
  gboolean text_rtl = pango_layout_get_direction (layout, 0) == PANGO_DIRECTION_RTL;
  gboolean base_rtl =
    pango_context_get_base_dir (pango_layout_get_context (layout)) == PANGO_DIRECTION_RTL;

  return scene->layout.rtl != (text_rtl != base_rtl) ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT;
}

/* Sets a text to be wrapped within @width and @n_lines, where reading begins or in the middle;
 * returns its height. */
static double
set_text (const EntMatrixScene *scene,
          PangoLayout          *layout,
          const char           *text,
          double                width,
          int                   n_lines,
          gboolean              centred)
{
  int height;

  pango_layout_set_text (layout, text, -1);
  pango_layout_set_width (layout, pango_units_from_double (MAX (width, 1.0)));
  pango_layout_set_height (layout, -n_lines);
  pango_layout_set_alignment (layout, centred ? PANGO_ALIGN_CENTER
                                              : get_start_alignment (scene, layout));
  pango_layout_get_pixel_size (layout, NULL, &height);
  return height;
}

static void
show_text (cairo_t              *cr,
           PangoLayout          *layout,
           const EntMatrixColor *color,
           double                x,
           double                y)
{
  ent_matrix_set_color (cr, color);
  cairo_move_to (cr, round (x), round (y));
  pango_cairo_show_layout (cr, layout);
}

/* One line in the middle of a rectangle's height, where reading begins. */
static void
show_line (const EntMatrixScene *scene,
           cairo_t              *cr,
           PangoLayout          *layout,
           const EntMatrixColor *color,
           const char           *text,
           const EntMatrixRect  *rect)
{
  double pad = get_pad (scene);
  double height = set_text (scene, layout, text, rect->width - 2.0 * pad, 1, FALSE);

  show_text (cr, layout, color, rect->x + pad, rect->y + (rect->height - height) / 2.0);
}

static void
draw_row_header (const EntMatrixScene *scene,
                 cairo_t              *cr,
                 guint                 row)
{
  EntMatrixRect rect = get_rect (scene, (int) row, ENT_MATRIX_HEADER);
  g_autofree char *title = ent_matrix_model_dup_row_title (scene->model, row);
  EntMatrixMark mark = ent_matrix_model_get_row_mark (scene->model, row);
  double pad = get_pad (scene);
  double size = round (scene->layout.line_height * 0.85);
  double room = mark != ENT_MATRIX_MARK_NONE ? size + pad : 0.0;
  double start = scene->layout.rtl ? room : 0.0;
  double height;

  height = set_text (scene, scene->title, title, rect.width - room - 2.0 * pad,
                     scene->layout.row_lines, FALSE);
  show_text (cr, scene->title, &scene->palette.text, rect.x + start + pad,
             rect.y + (rect.height - height) / 2.0);
  ent_matrix_draw_mark (cr, scene->pen, &scene->palette, mark,
                        scene->layout.rtl ? rect.x + pad + size / 2.0
                                          : rect.x + rect.width - pad - size / 2.0,
                        rect.y + rect.height / 2.0, size);
  fill_bottom_line (cr, &scene->palette.line, &rect);
}

static gboolean
ends_group (const EntMatrixScene *scene,
            guint                 column)
{
  return column + 1 == scene->layout.n_columns ||
         ent_matrix_model_get_column_group (scene->model, column) !=
           ent_matrix_model_get_column_group (scene->model, column + 1);
}

static void
draw_column_header (const EntMatrixScene *scene,
                    cairo_t              *cr,
                    guint                 column)
{
  EntMatrixRect rect = get_rect (scene, ENT_MATRIX_HEADER, (int) column);
  g_autofree char *title = ent_matrix_model_dup_column_title (scene->model, column);
  g_autofree char *detail = ent_matrix_model_dup_column_detail (scene->model, column);
  EntMatrixMark mark = ent_matrix_model_get_column_mark (scene->model, column);
  double pad = round (scene->layout.char_width * 0.5);
  double bottom = rect.y + rect.height - round (scene->layout.line_height * 0.35);
  double size = round (scene->layout.line_height * 0.8);
  double width = rect.width - 2.0 * pad;

  if (detail != NULL && *detail != '\0')
    {
      bottom -= set_text (scene, scene->detail, detail, width, 1, TRUE);
      show_text (cr, scene->detail, &scene->palette.dim, rect.x + pad, bottom);
    }
  else if (scene->layout.has_details)
    {
      bottom -= set_text (scene, scene->detail, "–", width, 1, TRUE);
    }
  bottom -= set_text (scene, scene->title, title, width, scene->layout.title_lines, TRUE);
  show_text (cr, scene->title, &scene->palette.text, rect.x + pad, bottom);
  ent_matrix_draw_mark (cr, scene->pen, &scene->palette, mark,
                        scene->layout.rtl ? rect.x + pad + size / 2.0
                                          : rect.x + rect.width - pad - size / 2.0,
                        rect.y + round (scene->layout.line_height * 0.15) + size / 2.0, size);
  fill_end_line (scene, cr, scene->layout.has_groups && ends_group (scene, column)
                              ? &scene->palette.group_line
                              : &scene->palette.line, &rect);
  fill_bottom_line (cr, &scene->palette.group_line, &rect);
}

static PangoLayout *
new_text (PangoContext *context,
          double        scale,
          PangoWeight   weight)
{
  PangoLayout *layout = pango_layout_new (context);
  g_autoptr(PangoFontDescription) font =
    pango_font_description_copy (pango_context_get_font_description (context));

  pango_font_description_set_weight (font, weight);
  if (pango_font_description_get_size_is_absolute (font))
    pango_font_description_set_absolute_size (font, pango_font_description_get_size (font) * scale);
  else
    pango_font_description_set_size (font, (int) (pango_font_description_get_size (font) * scale));
  pango_layout_set_font_description (layout, font);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  return layout;
}

/**
 * ent_matrix_scene_init:
 * @scene: a scene
 *
 * Makes it empty, in the light palette.
 */
void
ent_matrix_scene_init (EntMatrixScene *scene)
{
  g_return_if_fail (scene != NULL);

  *scene = (EntMatrixScene) { .palette = *ent_matrix_palette_get (ENT_MATRIX_LOOK_LIGHT) };
}

/**
 * ent_matrix_scene_clear:
 * @scene: a scene
 *
 * Frees what it holds.
 */
void
ent_matrix_scene_clear (EntMatrixScene *scene)
{
  g_return_if_fail (scene != NULL);

  g_clear_object (&scene->model);
  g_clear_object (&scene->title);
  g_clear_object (&scene->detail);
  g_clear_object (&scene->bold);
  g_clear_pointer (&scene->pen, ent_matrix_pen_free);
}

/**
 * ent_matrix_scene_set_font:
 * @scene: a scene
 * @context: font, language, direction and resolution of the widget
 *
 * Takes over a font, and its metrics into the layout.
 */
void
ent_matrix_scene_set_font (EntMatrixScene *scene,
                           PangoContext   *context)
{
  g_autoptr(PangoFontDescription) font = NULL;
  PangoFontMetrics *metrics;

  g_return_if_fail (scene != NULL);
  g_return_if_fail (PANGO_IS_CONTEXT (context));

  metrics = pango_context_get_metrics (context, NULL, NULL);
  scene->layout.char_width =
    MAX (pango_units_to_double (pango_font_metrics_get_approximate_char_width (metrics)), 1.0);
  scene->layout.line_height =
    MAX ((int) ceil (pango_units_to_double (pango_font_metrics_get_height (metrics))), 1);
  pango_font_metrics_unref (metrics);

  g_clear_object (&scene->title);
  g_clear_object (&scene->detail);
  g_clear_object (&scene->bold);
  g_clear_pointer (&scene->pen, ent_matrix_pen_free);
  scene->title = new_text (context, 1.0, PANGO_WEIGHT_NORMAL);
  scene->detail = new_text (context, DETAIL_SCALE, PANGO_WEIGHT_NORMAL);
  scene->bold = new_text (context, DETAIL_SCALE, PANGO_WEIGHT_BOLD);
  font = pango_font_description_copy (pango_context_get_font_description (context));
  pango_font_description_set_weight (font, PANGO_WEIGHT_SEMIBOLD);
  scene->pen = ent_matrix_pen_new (context, font, LINE_WIDTH);
}

/**
 * ent_matrix_scene_draw_cells:
 * @scene: a scene
 * @cr: where to draw
 * @range: which cells
 *
 * Draws cells, without focus and selection.
 */
void
ent_matrix_scene_draw_cells (const EntMatrixScene *scene,
                             cairo_t              *cr,
                             const EntMatrixRange *range)
{
  const EntMatrixLayout *layout = &scene->layout;
  g_autofree double *x = g_new (double, range->n_columns + 1);
  g_autofree double *y = g_new (double, range->n_rows + 1);
  EntMatrixBlock block = {
    range->first_row, range->n_rows, range->first_column, range->n_columns, x, y
  };

  g_return_if_fail (scene->model != NULL);

  for (guint i = 0; i <= range->n_columns; i++)
    {
      x[i] = layout->header_width + (int) (range->first_column + i) * layout->column_width;
      if (layout->rtl)
        x[i] = layout->width - x[i];
    }
  for (guint i = 0; i <= range->n_rows; i++)
    y[i] = layout->header_height + (int) (range->first_row + i) * layout->row_height;
  ent_matrix_draw_block (cr, scene->pen, &scene->palette, scene->model, &block);
}

/**
 * ent_matrix_scene_draw_row_headers:
 * @scene: a scene
 * @cr: where to draw
 * @range: whose rows are drawn
 *
 * Draws the headers of rows: title and mark.
 */
void
ent_matrix_scene_draw_row_headers (const EntMatrixScene *scene,
                                   cairo_t              *cr,
                                   const EntMatrixRange *range)
{
  EntMatrixRect rect = get_rect (scene, (int) range->first_row, ENT_MATRIX_HEADER);

  rect.height *= range->n_rows;
  fill_rect (cr, &scene->palette.header, rect.x, rect.y, rect.width, rect.height);
  for (guint i = 0; i < range->n_rows; i++)
    draw_row_header (scene, cr, range->first_row + i);
  fill_end_line (scene, cr, &scene->palette.group_line, &rect);
}

/**
 * ent_matrix_scene_draw_column_headers:
 * @scene: a scene
 * @cr: where to draw
 * @range: whose columns are drawn
 *
 * Draws the headers of columns: title, detail and mark.
 */
void
ent_matrix_scene_draw_column_headers (const EntMatrixScene *scene,
                                      cairo_t              *cr,
                                      const EntMatrixRange *range)
{
  for (guint i = 0; i < range->n_columns; i++)
    {
      EntMatrixRect rect = get_rect (scene, ENT_MATRIX_HEADER, (int) (range->first_column + i));

      fill_rect (cr, &scene->palette.header, rect.x, rect.y, rect.width, rect.height);
      draw_column_header (scene, cr, range->first_column + i);
    }
}

/**
 * ent_matrix_scene_draw_group:
 * @scene: a scene
 * @cr: where to draw
 * @group: a group
 * @rect: the part of the band above those of its columns that are seen
 *
 * Draws the name of a group. It stays in view while its columns scroll by.
 */
void
ent_matrix_scene_draw_group (const EntMatrixScene *scene,
                             cairo_t              *cr,
                             guint                 group,
                             const EntMatrixRect  *rect)
{
  g_autofree char *title = ent_matrix_model_dup_group_title (scene->model, group);

  if (rect->width < LINE_WIDTH)
    return;
  fill_rect (cr, &scene->palette.header, rect->x, rect->y, rect->width, rect->height);
  if (title != NULL && rect->width > 4.0 * get_pad (scene))
    show_line (scene, cr, scene->bold, &scene->palette.text, title, rect);
  fill_end_line (scene, cr, &scene->palette.group_line, rect);
  fill_bottom_line (cr, &scene->palette.line, rect);
}

/**
 * ent_matrix_scene_draw_corner:
 * @scene: a scene
 * @cr: where to draw
 *
 * Draws what stands where the headers meet: what the rows are called.
 */
void
ent_matrix_scene_draw_corner (const EntMatrixScene *scene,
                              cairo_t              *cr)
{
  EntMatrixRect rect = get_rect (scene, ENT_MATRIX_HEADER, ENT_MATRIX_HEADER);
  g_autofree char *label = ent_matrix_model_dup_rows_label (scene->model);

  fill_rect (cr, &scene->palette.header, rect.x, rect.y, rect.width, rect.height);
  fill_end_line (scene, cr, &scene->palette.group_line, &rect);
  fill_bottom_line (cr, &scene->palette.group_line, &rect);
  if (label != NULL)
    {
      EntMatrixRect line = rect;

      line.height = round (scene->layout.line_height * 1.6);
      line.y = rect.y + rect.height - line.height;
      show_line (scene, cr, scene->bold, &scene->palette.dim, label, &line);
    }
}

/**
 * ent_matrix_scene_draw_append:
 * @scene: a scene
 * @cr: where to draw
 * @with_prompt: whether to say what it is for; not while something is typed there
 *
 * Draws the empty row at the end.
 */
void
ent_matrix_scene_draw_append (const EntMatrixScene *scene,
                              cairo_t              *cr,
                              gboolean              with_prompt)
{
  EntMatrixRect rect = get_rect (scene, (int) scene->layout.n_rows, ENT_MATRIX_HEADER);
  g_autofree char *prompt = ent_matrix_model_dup_append_prompt (scene->model);
  g_autofree char *text = NULL;

  fill_rect (cr, &scene->palette.header, rect.x, rect.y, rect.width, rect.height);
  fill_bottom_line (cr, &scene->palette.line, &rect);
  if (!with_prompt || prompt == NULL)
    return;
  text = g_strconcat ("+ ", prompt, NULL);
  show_line (scene, cr, scene->title, &scene->palette.dim, text, &rect);
}
