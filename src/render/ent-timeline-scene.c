/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a timeline is drawn with. */
#include "config.h"

#include "render/ent-timeline-scene.h"

#include <math.h>

#include "analysis/ent-phrase.h"

/* Small text is so much smaller than other text. */
#define SMALL 0.85

/* Free above and below what is plotted, in lines of text. */
#define MARGIN 0.45

/* Named values are so far apart, in lines of text. */
#define VALUES_APART 1.3

/**
 * ent_timeline_scene_init:
 * @self: a scene
 *
 * Makes it empty.
 */
void
ent_timeline_scene_init (EntTimelineScene *self)
{
  g_return_if_fail (self != NULL);

  *self = (EntTimelineScene) { 0 };
  self->palette = ent_matrix_palette_get (ENT_MATRIX_LOOK_LIGHT);
  self->axis = (EntTimeAxis) { 1, 1 + ENT_TIME_AXIS_LEAST, 0, 0 };
  self->ticks = g_array_new (FALSE, FALSE, sizeof (EntTimeTick));
  self->ranges = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->line = 1;
  self->stroke = 1;
}

/**
 * ent_timeline_scene_clear_sprites:
 * @self: a scene
 *
 * Forgets the marks that are kept as pixels.
 */
void
ent_timeline_scene_clear_sprites (EntTimelineScene *self)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i < ENT_TIMELINE_N_SPRITES; i++)
    for (guint j = 0; j < 2; j++)
      g_clear_pointer (&self->sprites[i][j], cairo_surface_destroy);
}

/**
 * ent_timeline_scene_clear:
 * @self: a scene
 *
 * Frees what it holds.
 */
void
ent_timeline_scene_clear (EntTimelineScene *self)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i < ENT_TIMELINE_N_FONTS; i++)
    g_clear_object (&self->texts[i]);
  ent_timeline_scene_clear_sprites (self);
  g_clear_pointer (&self->words, g_hash_table_unref);
  g_clear_pointer (&self->ticks, g_array_unref);
  g_clear_pointer (&self->ranges, g_hash_table_unref);
  g_clear_object (&self->model);
}

static gboolean
is_bold (EntTimelineFont font)
{
  return font == ENT_TIMELINE_FONT_NAME || font == ENT_TIMELINE_FONT_SIGN;
}

/* A text in the font of the context. */
static PangoLayout *
make_text (PangoContext *context, EntTimelineFont font, double share)
{
  PangoLayout *layout = pango_layout_new (context);
  g_autoptr(PangoFontDescription) description =
    pango_font_description_copy (pango_context_get_font_description (context));
  double size = pango_font_description_get_size (description) * share;

  if (pango_font_description_get_size_is_absolute (description))
    pango_font_description_set_absolute_size (description, size);
  else
    pango_font_description_set_size (description, (int) size);
  if (is_bold (font))
    pango_font_description_set_weight (description, PANGO_WEIGHT_BOLD);
  pango_layout_set_font_description (layout, description);

  return layout;
}

/**
 * ent_timeline_scene_set_font:
 * @self: a scene
 * @context: the context of the surface
 * @size: on paper, the size of text in points; small text is of %ENT_PAPER_LEAST_SIZE at the least.
 *   Otherwise 0, for the font of @context
 *
 * Chooses the fonts, and with them the height of a line.
 */
void
ent_timeline_scene_set_font (EntTimelineScene *self, PangoContext *context, double size)
{
  static const double shares[ENT_TIMELINE_N_FONTS] = { 1, 1, SMALL, SMALL };
  int height;

  g_return_if_fail (self != NULL && PANGO_IS_CONTEXT (context));

  ent_timeline_scene_clear_sprites (self);
  g_clear_pointer (&self->words, g_hash_table_unref);
  for (EntTimelineFont font = 0; font < ENT_TIMELINE_N_FONTS; font++)
    {
      g_clear_object (&self->texts[font]);
      self->texts[font] = size > 0
        ? ent_paper_layout_new (context, "", MAX (size * shares[font], ENT_PAPER_LEAST_SIZE),
                                is_bold (font))
        : make_text (context, font, shares[font]);
      pango_layout_set_single_paragraph_mode (self->texts[font], TRUE);
      pango_layout_set_ellipsize (self->texts[font], PANGO_ELLIPSIZE_END);
      pango_layout_set_wrap (self->texts[font], PANGO_WRAP_WORD_CHAR);
    }
  pango_layout_set_text (self->texts[ENT_TIMELINE_FONT_TEXT], "Ag", -1);
  pango_layout_get_size (self->texts[ENT_TIMELINE_FONT_TEXT], NULL, &height);
  self->line = pango_units_to_double (height);
}

/**
 * ent_timeline_scene_get_width:
 * @self: a scene
 * @font: a font
 * @text: a text
 *
 * Returns: how wide the text is
 */
double
ent_timeline_scene_get_width (EntTimelineScene *self, EntTimelineFont font, const char *text)
{
  int width;

  pango_layout_set_width (self->texts[font], -1);
  pango_layout_set_text (self->texts[font], text, -1);
  pango_layout_get_size (self->texts[font], &width, NULL);

  return pango_units_to_double (width);
}

/* Lays a text out; returns how high it is. */
static double
lay_out (EntTimelineScene *self, EntTimelineFont font, const char *text, double width, guint lines,
         EntTimelineAlign align)
{
  PangoLayout *layout = self->texts[font];
  g_autofree char *shown = ent_phrase_show (text);
  int height;

  pango_layout_set_text (layout, shown, -1);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_height (layout, -(int) lines);
  if (align == ENT_TIMELINE_CENTER)
    pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  else
    ent_paper_layout_align (layout, align == ENT_TIMELINE_RIGHT);
  pango_layout_get_size (layout, NULL, &height);

  return pango_units_to_double (height);
}

static void
show_layout (EntTimelineScene *self, cairo_t *cr, PangoLayout *layout, const EntMatrixColor *color,
             double x, double y)
{
  ent_matrix_set_color (cr, color);
  if (self->canvas != NULL)
    {
      ent_paper_show (self->canvas, layout, x, y);
      return;
    }
  cairo_move_to (cr, round (x), round (y));
  pango_cairo_show_layout (cr, layout);
}

/**
 * ent_timeline_scene_show:
 * @self: a scene
 * @cr: where to draw
 * @font: a font
 * @color: a colour
 * @text: a text from the project or the program
 * @rect: where it goes; it is cut with “…” at its width, and in the middle of its height
 * @align: at which side
 *
 * Draws a text on one line.
 */
void
ent_timeline_scene_show (EntTimelineScene *self, cairo_t *cr, EntTimelineFont font,
                         const EntMatrixColor *color, const char *text, const EntMatrixRect *rect,
                         EntTimelineAlign align)
{
  double height;

  if (rect->width < 1 || text[0] == '\0')
    return;

  height = lay_out (self, font, text, rect->width, 1, align);
  show_layout (self, cr, self->texts[font], color, rect->x, rect->y + (rect->height - height) / 2);
}

/**
 * ent_timeline_scene_show_lines:
 * @self: a scene
 * @cr: where to draw
 * @font: a font
 * @color: a colour
 * @text: a text from the project or the program
 * @rect: where it goes, from its top
 * @align: at which side
 * @lines: on how many lines at the most; what is left over is cut with “…”
 *
 * Draws a text on some lines.
 *
 * Returns: how high it is
 */
double
ent_timeline_scene_show_lines (EntTimelineScene *self, cairo_t *cr, EntTimelineFont font,
                               const EntMatrixColor *color, const char *text,
                               const EntMatrixRect *rect, EntTimelineAlign align, guint lines)
{
  double height;

  if (rect->width < 1 || text[0] == '\0')
    return 0;

  height = lay_out (self, font, text, rect->width, lines, align);
  show_layout (self, cr, self->texts[font], color, rect->x, rect->y);

  return height;
}

/* The layout of a word in small text. Words in plots are few and come again in every lane. */
static PangoLayout *
get_word (EntTimelineScene *self, const char *word)
{
  PangoLayout *layout;

  if (self->words == NULL)
    self->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  layout = g_hash_table_lookup (self->words, word);
  if (layout == NULL)
    {
      layout = pango_layout_copy (self->texts[ENT_TIMELINE_FONT_SMALL]);
      pango_layout_set_width (layout, -1);
      pango_layout_set_text (layout, word, -1);
      g_hash_table_insert (self->words, g_strdup (word), layout);
    }

  return layout;
}

/**
 * ent_timeline_scene_get_word_size:
 * @self: a scene
 * @word: a word of the program, in small text
 * @width: (out): how wide it is
 * @height: (out): how high
 *
 * Measures a word.
 */
void
ent_timeline_scene_get_word_size (EntTimelineScene *self, const char *word, double *width,
                                  double *height)
{
  int x, y;

  g_return_if_fail (self != NULL && word != NULL && width != NULL && height != NULL);

  pango_layout_get_size (get_word (self, word), &x, &y);
  *width = pango_units_to_double (x);
  *height = pango_units_to_double (y);
}

/**
 * ent_timeline_scene_show_word:
 * @self: a scene
 * @cr: where to draw
 * @color: a colour
 * @word: a word of the program, in small text
 * @x: where it begins, at the left
 * @y: its top
 *
 * Draws a word.
 */
void
ent_timeline_scene_show_word (EntTimelineScene *self, cairo_t *cr, const EntMatrixColor *color,
                              const char *word, double x, double y)
{
  g_return_if_fail (self != NULL && cr != NULL && color != NULL && word != NULL);

  show_layout (self, cr, get_word (self, word), color, x, y);
}

static double
measure_tick (const char *text, gpointer data)
{
  return ent_timeline_scene_get_width (data, ENT_TIMELINE_FONT_SMALL, text);
}

/**
 * ent_timeline_scene_name_ticks:
 * @self: a scene
 *
 * Names the time that is shown, after another is shown or the font has changed.
 */
void
ent_timeline_scene_name_ticks (EntTimelineScene *self)
{
  g_return_if_fail (self != NULL && self->texts[0] != NULL);

  g_clear_pointer (&self->ticks, g_array_unref);
  self->ticks = ent_time_axis_dup_ticks (&self->axis, measure_tick, self);
}

/* Whether some of a stretch of days is in sight; on screen all of them count. */
static gboolean
is_in_sight (EntTimelineScene *self, int first, int last)
{
  return !self->fitted || (last >= floor (self->axis.start) && first <= ceil (self->axis.end));
}

static void
add_plan (EntTimelineScene *self, EntValueRange *range, const EntKpiPlan *plan)
{
  if (is_in_sight (self, plan->baseline_day, plan->baseline_day))
    ent_value_range_add (range, plan->baseline);
  if (self->fitted)
    {
      ent_value_range_add (range, ent_kpi_plan_expect (plan, (int) floor (self->axis.start)));
      ent_value_range_add (range, ent_kpi_plan_expect (plan, (int) ceil (self->axis.end)));
    }
  ent_value_range_add (range, plan->target);
  if (plan->direction == ENT_DIRECTION_WITHIN)
    {
      ent_value_range_add (range, plan->low);
      ent_value_range_add (range, plan->high);
    }
}

static void
add_points (EntTimelineScene *self, EntValueRange *range, guint lane, const EntKpiSeries *series)
{
  guint first = 0;
  guint end = series->n;

  if (self->fitted)
    {
      first = ent_timeline_model_find_day (self->model, lane, (int) floor (self->axis.start));
      end = ent_timeline_model_find_day (self->model, lane, (int) ceil (self->axis.end) + 1);
    }
  for (guint i = first; i < end; i++)
    ent_value_range_add (range, ent_kpi_series_get_point (series, i)->value);
}

static void
add_segment (EntTimelineScene *self, EntValueRange *range, const EntKpiSeries *series,
             const EntKpiSegment *segment)
{
  guint last = segment->first + segment->n - 1;

  if (!is_in_sight (self, ent_kpi_series_get_point (series, segment->first)->day,
                    ent_kpi_series_get_point (series, last)->day))
    return;

  ent_value_range_add (range, segment->xmr.lower);
  ent_value_range_add (range, segment->xmr.upper);
}

static EntValueRange
read_range (EntTimelineScene *self, guint lane)
{
  const EntKpiSeries *series = ent_timeline_model_get_series (self->model, lane);
  EntValueRange range = ent_value_range_empty ();

  if (series == NULL || series->plan.pulse)
    {
      ent_value_range_add (&range, 1);
      ent_value_range_add (&range, 5);
    }
  if (series == NULL)
    return range;

  add_points (self, &range, lane, series);
  for (guint i = 0; i < series->segments->len; i++)
    add_segment (self, &range, series, &g_array_index (series->segments, EntKpiSegment, i));
  add_plan (self, &range, &series->plan);

  return range;
}

/* Reading it goes through all that was measured, and it is asked for with each movement. */
static const EntValueRange *
get_range (EntTimelineScene *self, guint lane)
{
  EntValueRange *range = g_hash_table_lookup (self->ranges, GUINT_TO_POINTER (lane));

  if (range == NULL)
    {
      range = g_new (EntValueRange, 1);
      *range = read_range (self, lane);
      g_hash_table_insert (self->ranges, GUINT_TO_POINTER (lane), range);
    }

  return range;
}

/**
 * ent_timeline_scene_forget_lane:
 * @self: a scene
 * @lane: a lane
 *
 * Reads the values of a lane anew, after it changed.
 */
void
ent_timeline_scene_forget_lane (EntTimelineScene *self, guint lane)
{
  g_return_if_fail (self != NULL);

  g_hash_table_remove (self->ranges, GUINT_TO_POINTER (lane));
}

/**
 * ent_timeline_scene_forget_lanes:
 * @self: a scene
 *
 * Reads the values of all lanes anew, after the model or its layout changed.
 */
void
ent_timeline_scene_forget_lanes (EntTimelineScene *self)
{
  g_return_if_fail (self != NULL);

  g_hash_table_remove_all (self->ranges);
}

/**
 * ent_timeline_scene_get_values:
 * @self: a scene
 * @lane: a lane of a KPI, or that of morale
 * @plot: where its plot is
 *
 * Returns: its values from bottom to top. On screen they are the same whatever time is shown, so that
 *   lines do not jump while one moves about. They are kept until ent_timeline_scene_forget_lane().
 */
EntValueAxis
ent_timeline_scene_get_values (EntTimelineScene *self, guint lane, const EntMatrixRect *plot)
{
  const EntValueRange *range = get_range (self, lane);
  double room = MIN (MARGIN * self->line, plot->height / 4);
  double height = plot->height - 2 * room;

  return ent_value_axis_make (range, plot->y + room, plot->y + plot->height - room,
                              (guint) MAX (height / (VALUES_APART * self->line), 1));
}
