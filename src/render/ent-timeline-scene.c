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
  self->line = 1;
  self->stroke = 1;
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
  g_clear_pointer (&self->ticks, g_array_unref);
  g_clear_object (&self->model);
}

/**
 * ent_timeline_scene_set_font:
 * @self: a scene
 * @context: the context of the surface
 * @size: the size of text in units of the surface, or 0 for that of @context's font. On paper, where
 *   it is set, small text is of %ENT_PAPER_LEAST_SIZE at the least
 *
 * Chooses the fonts, and with them the height of a line.
 */
void
ent_timeline_scene_set_font (EntTimelineScene *self, PangoContext *context, double size)
{
  static const double sizes[ENT_TIMELINE_N_FONTS] = { 1, 1, SMALL, SMALL };
  PangoFontDescription *base = pango_context_get_font_description (context);
  double normal = size > 0 ? size * PANGO_SCALE : pango_font_description_get_size (base);
  int height;

  g_return_if_fail (self != NULL && PANGO_IS_CONTEXT (context));

  for (guint i = 0; i < ENT_TIMELINE_N_FONTS; i++)
    {
      g_autoptr(PangoFontDescription) font = pango_font_description_copy (base);
      double wanted = normal * sizes[i];

      if (size > 0)
        wanted = MAX (wanted, ENT_PAPER_LEAST_SIZE * PANGO_SCALE);
      if (size > 0 || pango_font_description_get_size_is_absolute (base))
        pango_font_description_set_absolute_size (font, wanted);
      else
        pango_font_description_set_size (font, (int) wanted);
      if (i == ENT_TIMELINE_FONT_NAME || i == ENT_TIMELINE_FONT_SIGN)
        pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
      g_clear_object (&self->texts[i]);
      self->texts[i] = pango_layout_new (context);
      pango_layout_set_font_description (self->texts[i], font);
      pango_layout_set_single_paragraph_mode (self->texts[i], TRUE);
      pango_layout_set_ellipsize (self->texts[i], PANGO_ELLIPSIZE_END);
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
  PangoLayout *layout = self->texts[font];
  g_autofree char *shown = NULL;
  int height;
  double y;

  if (rect->width < 1 || text[0] == '\0')
    return;

  shown = ent_phrase_show (text);
  pango_layout_set_text (layout, shown, -1);
  pango_layout_set_width (layout, (int) (rect->width * PANGO_SCALE));
  if (align == ENT_TIMELINE_CENTER)
    pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  else
    ent_paper_layout_align (layout, align == ENT_TIMELINE_RIGHT);
  pango_layout_get_size (layout, NULL, &height);
  y = rect->y + (rect->height - pango_units_to_double (height)) / 2;
  ent_matrix_set_color (cr, color);
  if (self->canvas != NULL)
    {
      ent_paper_show (self->canvas, layout, rect->x, y);
      return;
    }
  cairo_move_to (cr, round (rect->x), round (y));
  pango_cairo_show_layout (cr, layout);
}

/**
 * ent_timeline_scene_show_lines:
 * @self: a scene
 * @cr: where to draw
 * @font: a font
 * @color: a colour
 * @text: a text from the project or the program
 * @rect: where it goes, from its top on
 * @lines: how many lines it may take; it is cut with “…” in the last one
 *
 * Draws a text at the side where lines begin.
 *
 * Returns: how high it is
 */
double
ent_timeline_scene_show_lines (EntTimelineScene *self, cairo_t *cr, EntTimelineFont font,
                               const EntMatrixColor *color, const char *text,
                               const EntMatrixRect *rect, guint lines)
{
  PangoLayout *layout = self->texts[font];
  EntMatrixRect box = *rect;
  g_autofree char *shown = ent_phrase_show (text);
  int height;

  pango_layout_set_text (layout, shown, -1);
  pango_layout_set_width (layout, (int) (MAX (rect->width, 1) * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_height (layout, -(int) lines);
  pango_layout_get_size (layout, NULL, &height);
  box.height = pango_units_to_double (height);
  ent_timeline_scene_show (self, cr, font, color, text, &box,
                           self->rtl ? ENT_TIMELINE_RIGHT : ENT_TIMELINE_LEFT);
  pango_layout_set_height (layout, -1);

  return box.height;
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

static void
add_plan (EntValueRange *range, const EntKpiPlan *plan)
{
  ent_value_range_add (range, plan->baseline);
  ent_value_range_add (range, plan->target);
  if (plan->direction == ENT_DIRECTION_WITHIN)
    {
      ent_value_range_add (range, plan->low);
      ent_value_range_add (range, plan->high);
    }
}

static EntValueRange
get_range (EntTimelineScene *self, guint lane)
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

  for (guint i = 0; i < series->n; i++)
    ent_value_range_add (&range, ent_kpi_series_get_point (series, i)->value);
  for (guint i = 0; i < series->segments->len; i++)
    {
      const EntKpiSegment *segment = &g_array_index (series->segments, EntKpiSegment, i);

      ent_value_range_add (&range, segment->xmr.lower);
      ent_value_range_add (&range, segment->xmr.upper);
    }
  add_plan (&range, &series->plan);

  return range;
}

/**
 * ent_timeline_scene_get_values:
 * @self: a scene
 * @lane: a lane of a KPI, or that of morale
 * @plot: where its plot is
 *
 * Returns: its values from bottom to top. They are the same whatever time is shown, so that lines do
 *   not jump while one moves about.
 */
EntValueAxis
ent_timeline_scene_get_values (EntTimelineScene *self, guint lane, const EntMatrixRect *plot)
{
  EntValueRange range = get_range (self, lane);
  double room = MIN (MARGIN * self->line, plot->height / 4);
  double height = plot->height - 2 * room;

  return ent_value_axis_make (&range, plot->y + room, plot->y + plot->height - room,
                              (guint) MAX (height / (VALUES_APART * self->line), 1));
}
