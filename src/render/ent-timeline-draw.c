/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drawing a timeline: its axis, the heads of its lanes, and the plots of what happened. Those of
 * measurements are in ent-timeline-plot.c. */
#include "config.h"

#include "render/ent-timeline-draw.h"

#include <glib/gi18n.h>
#include <math.h>

#include "analysis/ent-day.h"
#include "analysis/ent-kpi-words.h"
#include "model/ent-kinds.h"
#include "render/ent-timeline-plot-private.h"

/* Free beside texts, in lines of text. */
#define PAD 0.4
#define ARROW 0.95

/* What happened gets its name beside its mark where there is so much room, in lines of text. */
#define LEAST_NAME 3.5

/* Heads that are so high have room for names of three lines. */
#define ROOMY 6.5

/* --- Lines ----------------------------------------------------------------------------------- */

/* In the middle of a pixel, so that a thin line is one pixel thick. */
static double
snap (EntTimelineScene *scene, double value)
{
  return scene->stroke >= 1 ? floor (value) + 0.5 : value;
}

void
_ent_timeline_line_across (EntTimelineScene *scene, cairo_t *cr, double x0, double x1, double y)
{
  cairo_move_to (cr, x0, snap (scene, y));
  cairo_line_to (cr, x1, snap (scene, y));
  cairo_stroke (cr);
}

void
_ent_timeline_line_down (EntTimelineScene *scene, cairo_t *cr, double x, const EntMatrixRect *plot)
{
  if (x < plot->x || x > plot->x + plot->width)
    return;

  cairo_move_to (cr, snap (scene, x), plot->y);
  cairo_line_to (cr, snap (scene, x), plot->y + plot->height);
  cairo_stroke (cr);
}

static void
set_line (EntTimelineScene *scene, cairo_t *cr, const EntMatrixColor *color, double thickness)
{
  ent_matrix_set_color (cr, color);
  cairo_set_line_width (cr, scene->stroke * thickness);
  cairo_set_dash (cr, NULL, 0, 0);
}

static void
fill (cairo_t *cr, const EntMatrixColor *color, const EntMatrixRect *rect)
{
  ent_matrix_set_color (cr, color);
  cairo_rectangle (cr, rect->x, rect->y, rect->width, rect->height);
  cairo_fill (cr);
}

static void
begin (cairo_t *cr, const EntMatrixRect *rect)
{
  cairo_save (cr);
  cairo_rectangle (cr, rect->x, rect->y, rect->width, rect->height);
  cairo_clip (cr);
}

/* --- Axis ------------------------------------------------------------------------------------ */

/* Fine names stand below coarse ones, where there are any: on @row, which is a part of @rect. */
static void
draw_tick (EntTimelineScene *scene, cairo_t *cr, const EntTimeTick *tick, const EntMatrixRect *rect,
           const EntMatrixRect *row)
{
  const EntMatrixPalette *palette = scene->palette;
  EntMatrixRect place = { tick->x + 0.2 * scene->line, row->y, rect->x + rect->width - tick->x,
                          row->height };
  EntMatrixRect line = { rect->x, row->y, rect->width, rect->y + rect->height - row->y };

  set_line (scene, cr, tick->major ? &palette->group_line : &palette->line, 1);
  if (tick->x > rect->x)
    _ent_timeline_line_down (scene, cr, tick->x, &line);
  if (tick->label != NULL)
    ent_timeline_scene_show (scene, cr, tick->major ? ENT_TIMELINE_FONT_SIGN : ENT_TIMELINE_FONT_SMALL,
                             tick->major ? &palette->text : &palette->dim, tick->label, &place,
                             ENT_TIMELINE_LEFT);
}

/* A flag at the foot of the axis from which the line of today goes down. */
static void
draw_today (EntTimelineScene *scene, cairo_t *cr, const EntMatrixRect *rect)
{
  double x = ent_time_axis_place (&scene->axis, ent_timeline_model_get_today (scene->model));
  double side = 0.32 * scene->line;
  double bottom = rect->y + rect->height;

  if (x < rect->x || x > rect->x + rect->width)
    return;

  cairo_move_to (cr, x, bottom);
  cairo_line_to (cr, x - side, bottom - side * 1.4);
  cairo_line_to (cr, x + side, bottom - side * 1.4);
  cairo_close_path (cr);
  ent_matrix_set_color (cr, &scene->palette->error);
  cairo_fill (cr);
}

/**
 * ent_timeline_draw_axis:
 * @scene: a scene
 * @cr: where to draw
 * @rect: where the axis is, over the plots
 *
 * Draws the time axis.
 */
void
ent_timeline_draw_axis (EntTimelineScene *scene, cairo_t *cr, const EntMatrixRect *rect)
{
  EntMatrixRect upper;
  EntMatrixRect lower;
  gboolean two;

  g_return_if_fail (scene != NULL && cr != NULL && rect != NULL);

  begin (cr, rect);
  fill (cr, &scene->palette->header, rect);
  /* The coarse ones come first. */
  two = scene->ticks->len > 0 && g_array_index (scene->ticks, EntTimeTick, 0).major;
  upper = lower = *rect;
  upper.height = two ? rect->height / 2 : 0;
  lower.y += upper.height;
  lower.height -= upper.height;
  for (guint i = 0; i < scene->ticks->len; i++)
    {
      const EntTimeTick *tick = &g_array_index (scene->ticks, EntTimeTick, i);

      draw_tick (scene, cr, tick, rect, tick->major ? &upper : &lower);
    }
  draw_today (scene, cr, rect);
  set_line (scene, cr, &scene->palette->group_line, 1);
  _ent_timeline_line_across (scene, cr, rect->x, rect->x + rect->width,
                             rect->y + rect->height - scene->stroke);
  cairo_restore (cr);
}

/* --- Heads ----------------------------------------------------------------------------------- */

static void
draw_arrow (EntTimelineScene *scene, cairo_t *cr, gboolean folded, double x, double y)
{
  double side = 0.26 * scene->line;

  if (folded)
    {
      double forward = scene->rtl ? -side : side;

      cairo_move_to (cr, x - forward * 0.6, y - side);
      cairo_line_to (cr, x - forward * 0.6, y + side);
      cairo_line_to (cr, x + forward * 0.8, y);
    }
  else
    {
      cairo_move_to (cr, x - side, y - side * 0.6);
      cairo_line_to (cr, x + side, y - side * 0.6);
      cairo_line_to (cr, x, y + side * 0.8);
    }
  cairo_close_path (cr);
  ent_matrix_set_color (cr, &scene->palette->dim);
  cairo_fill (cr);
}

static void
get_status_ink (const EntMatrixPalette *palette, EntKpiStatus status, EntMatrixInk *ink)
{
  *ink = palette->tones[ENT_MATRIX_TONE_ZERO];
  if (status == ENT_KPI_OFF_TRACK)
    *ink = (EntMatrixInk) { palette->error, palette->on_error };
  else if (status == ENT_KPI_LAGGING)
    *ink = (EntMatrixInk) { palette->note, palette->on_note };
  else if (status == ENT_KPI_ON_TRACK || status == ENT_KPI_MET)
    *ink = palette->tones[ENT_TIMELINE_BETTER];
}

static void
draw_status_sign (EntTimelineScene *scene, cairo_t *cr, EntKpiStatus status,
                  const EntMatrixRect *rect)
{
  EntMatrixInk ink;
  double size = 0.92 * scene->line;
  EntMatrixRect box = { rect->x + (rect->width - size) / 2, rect->y + (rect->height - size) / 2, size,
                        size };

  get_status_ink (scene->palette, status, &ink);
  fill (cr, &ink.ground, &box);
  ent_timeline_scene_show (scene, cr, ENT_TIMELINE_FONT_SIGN, &ink.text,
                           ent_kpi_status_get_sign (status), &box, ENT_TIMELINE_CENTER);
}

/* Cuts a piece from the side where lines begin. */
static EntMatrixRect
cut_start (EntTimelineScene *scene, EntMatrixRect *rect, double width)
{
  EntMatrixRect piece = *rect;

  piece.width = MIN (width, rect->width);
  if (scene->rtl)
    piece.x = rect->x + rect->width - piece.width;
  else
    rect->x += piece.width;
  rect->width -= piece.width;

  return piece;
}

static EntTimelineAlign
get_start (EntTimelineScene *scene)
{
  return scene->rtl ? ENT_TIMELINE_RIGHT : ENT_TIMELINE_LEFT;
}

static char *
format_figures (const EntKpiSeries *series)
{
  g_autofree char *latest = ent_kpi_format_value (series->kpi, series->standing.latest);
  g_autofree char *target = ent_kpi_format_target (series->kpi);

  if (target[0] == '\0')
    return g_steal_pointer (&latest);
  if (latest[0] == '\0')
    return g_strdup_printf (_("target %s"), target);

  /* Translators: the latest value of a KPI, and its target: 118 people, target 300 people */
  return g_strdup_printf (_("%s, target %s"), latest, target);
}

static char *
format_status (const EntKpiSeries *series)
{
  const char *word = ent_kpi_status_get_label (series->standing.status);

  if (!series->standing.stale)
    return g_strdup (word);

  /* Translators: the status of a KPI of which the next measurement should have been made */
  return g_strdup_printf (_("%s, overdue"), word);
}

static void
draw_kpi_lines (EntTimelineScene *scene, cairo_t *cr, const EntKpiSeries *series, EntMatrixRect rows)
{
  g_autofree char *status = format_status (series);
  g_autofree char *figures = format_figures (series);
  EntMatrixRect line = rows;
  EntMatrixRect sign;
  guint lines = rows.height > 3.4 * scene->line ? 2 : 1;

  line.height = 1.25 * scene->line;
  sign = cut_start (scene, &line, 1.3 * scene->line);
  draw_status_sign (scene, cr, series->standing.status, &sign);
  ent_timeline_scene_show (scene, cr, ENT_TIMELINE_FONT_TEXT, &scene->palette->text, status, &line,
                           get_start (scene));

  rows.y += line.height + 0.1 * scene->line;
  ent_timeline_scene_show_lines (scene, cr, ENT_TIMELINE_FONT_SMALL, &scene->palette->text, figures,
                                 &rows, get_start (scene), lines);
}

static void
draw_scale (EntTimelineScene *scene, cairo_t *cr, guint lane, const EntMatrixRect *rect)
{
  EntValueAxis values = ent_timeline_scene_get_values (scene, lane, rect);

  for (guint i = 0; i < ent_value_axis_get_n_ticks (&values); i++)
    {
      double value = ent_value_axis_get_tick (&values, i);
      g_autofree char *text = ent_kpi_format_number (value);
      EntMatrixRect place = { rect->x, ent_value_axis_to_y (&values, value) - scene->line / 2,
                              rect->width - PAD * scene->line, scene->line };

      if (scene->rtl)
        place.x += PAD * scene->line;
      if (place.y >= rect->y - 0.1 * scene->line
          && place.y + place.height <= rect->y + rect->height + 0.1 * scene->line)
        ent_timeline_scene_show (scene, cr, ENT_TIMELINE_FONT_SMALL, &scene->palette->dim, text,
                                 &place, scene->rtl ? ENT_TIMELINE_LEFT : ENT_TIMELINE_RIGHT);
    }
}

static void
draw_head_texts (EntTimelineScene *scene, cairo_t *cr, guint lane, EntMatrixRect text)
{
  const EntKpiSeries *series = ent_timeline_model_get_series (scene->model, lane);
  gboolean folded = ent_timeline_model_is_folded (scene->model, lane);
  g_autofree char *title = ent_timeline_model_dup_title (scene->model, lane);
  EntMatrixRect arrow;
  EntMatrixRect name;
  double height;

  text.y += 0.2 * scene->line;
  text.height -= 0.2 * scene->line;
  cut_start (scene, &text, PAD * scene->line);
  text.width -= PAD * scene->line;
  if (scene->rtl)
    text.x += PAD * scene->line;
  arrow = cut_start (scene, &text, ARROW * scene->line);
  name = text;
  name.height = 1.2 * scene->line;
  /* Paper does not fold. */
  if (scene->canvas == NULL)
    draw_arrow (scene, cr, folded, arrow.x + arrow.width / 2 - 0.1 * scene->line,
                name.y + name.height / 2);
  if (series != NULL && folded)
    {
      EntMatrixRect sign = cut_start (scene, &name, 1.3 * scene->line);

      draw_status_sign (scene, cr, series->standing.status, &sign);
    }
  if (series == NULL || folded)
    {
      ent_timeline_scene_show (scene, cr,
                               series != NULL ? ENT_TIMELINE_FONT_NAME : ENT_TIMELINE_FONT_TEXT,
                               &scene->palette->text, title, &name, get_start (scene));
      return;
    }

  name.y += 0.1 * scene->line;
  height = ent_timeline_scene_show_lines (scene, cr, ENT_TIMELINE_FONT_NAME, &scene->palette->text,
                                          title, &name, get_start (scene),
                                          text.height > ROOMY * scene->line ? 3 : 2)
           + 0.15 * scene->line;
  text.y += height;
  text.height -= height;
  draw_kpi_lines (scene, cr, series, text);
}

/**
 * ent_timeline_draw_head:
 * @scene: a scene
 * @cr: where to draw
 * @lane: a lane
 * @rect: where its head is
 *
 * Draws the head of a lane: its name, how it goes in sign and word, the latest value and the target,
 * and at the edge towards the plot the names of values.
 */
void
ent_timeline_draw_head (EntTimelineScene *scene, cairo_t *cr, guint lane, const EntMatrixRect *rect)
{
  EntMatrixRect text = *rect;
  EntMatrixRect scale = *rect;

  g_return_if_fail (scene != NULL && cr != NULL && rect != NULL);

  begin (cr, rect);
  fill (cr, &scene->palette->header, rect);
  scale.width = scene->scale_width;
  text.width -= scene->scale_width;
  if (scene->rtl)
    text.x += scene->scale_width;
  else
    scale.x += text.width;

  draw_head_texts (scene, cr, lane, text);
  if (scale.width > 0 && !ent_timeline_model_is_folded (scene->model, lane)
      && ent_timeline_model_get_kind (scene->model, lane) >= ENT_TIMELINE_MORALE)
    draw_scale (scene, cr, lane, &scale);

  set_line (scene, cr, &scene->palette->line, 1);
  _ent_timeline_line_across (scene, cr, rect->x, rect->x + rect->width,
                             rect->y + rect->height - scene->stroke);
  set_line (scene, cr, &scene->palette->group_line, 1);
  text = (EntMatrixRect) { rect->x - 1, rect->y, rect->width + 2, rect->height };
  _ent_timeline_line_down (scene, cr, scene->rtl ? rect->x : rect->x + rect->width - scene->stroke,
                           &text);
  cairo_restore (cr);
}

/* --- What happened --------------------------------------------------------------------------- */

/* From when a milestone was due to when it was done. */
static void
draw_delays (EntTimelineScene *scene, cairo_t *cr, guint lane, const EntMatrixRect *plot)
{
  guint n = ent_timeline_model_get_n_items (scene->model, lane);

  set_line (scene, cr, &scene->palette->dim, 1.5);
  for (guint i = 0; i < n; i++)
    {
      EntTimelineItem item = ent_timeline_model_get_item (scene->model, lane, i);
      double due, done;

      if (item.due == ENT_DAY_NONE)
        continue;

      due = ent_time_axis_place (&scene->axis, item.due);
      done = ent_time_axis_place (&scene->axis, item.day);
      if (MAX (due, done) < plot->x || MIN (due, done) > plot->x + plot->width)
        continue;
      _ent_timeline_line_across (scene, cr, due, done, plot->y + plot->height / 2);
      cairo_move_to (cr, due, plot->y + plot->height * 0.35);
      cairo_line_to (cr, due, plot->y + plot->height * 0.65);
      cairo_stroke (cr);
    }
}

static void
draw_name (EntTimelineScene *scene, cairo_t *cr, guint lane, const EntTimelinePlace *place,
           double end, const EntMatrixRect *plot)
{
  double x = place->x + 0.65 * ent_timeline_mark_size (scene);
  EntMatrixRect rect = { x, plot->y, end - x - 0.6 * ent_timeline_mark_size (scene), plot->height };
  g_autofree char *title = NULL;

  if (place->n > 1 || rect.width < LEAST_NAME * scene->line)
    return;

  title = ent_timeline_model_dup_item_title (scene->model, lane, place->item);
  /* The kinds of check-ins are few: shortened, they would say nothing. */
  if (place->mark == ENT_TIMELINE_MARK_CHECK_IN
      && ent_timeline_scene_get_width (scene, ENT_TIMELINE_FONT_SMALL, title) > rect.width)
    return;
  ent_timeline_scene_show (scene, cr, ENT_TIMELINE_FONT_SMALL, &scene->palette->text, title, &rect,
                           ENT_TIMELINE_LEFT);
}

static void
draw_events (EntTimelineScene *scene, cairo_t *cr, guint lane, const EntMatrixRect *plot,
             gboolean folded)
{
  g_autoptr(GArray) places = ent_timeline_place_marks (scene, lane, plot);
  EntTimelineKind kind = ent_timeline_model_get_kind (scene->model, lane);

  if (kind == ENT_TIMELINE_MILESTONES)
    draw_delays (scene, cr, lane, plot);
  for (guint i = 0; i < places->len; i++)
    {
      const EntTimelinePlace *place = &g_array_index (places, EntTimelinePlace, i);
      double end = i + 1 < places->len ? place[1].x : plot->x + plot->width;

      ent_timeline_draw_mark (scene, cr, place, folded);
      if (kind != ENT_TIMELINE_MORALE && !folded)
        draw_name (scene, cr, lane, place, end, plot);
    }
}

static void
draw_morale_line (EntTimelineScene *scene, cairo_t *cr, guint lane, const EntMatrixRect *plot)
{
  EntValueAxis values = ent_timeline_scene_get_values (scene, lane, plot);
  guint n = ent_timeline_model_get_n_items (scene->model, lane);

  set_line (scene, cr, &scene->palette->dim, 1.5);
  for (guint i = 0; i < n; i++)
    {
      EntTimelineItem item = ent_timeline_model_get_item (scene->model, lane, i);

      cairo_line_to (cr, ent_time_axis_place (&scene->axis, item.day),
                     ent_value_axis_to_y (&values, item.value));
    }
  cairo_stroke (cr);
}

/* --- Plots ----------------------------------------------------------------------------------- */

static void
draw_grid (EntTimelineScene *scene, cairo_t *cr, const EntMatrixRect *rect)
{
  for (guint i = 0; i < scene->ticks->len; i++)
    {
      const EntTimeTick *tick = &g_array_index (scene->ticks, EntTimeTick, i);

      if (tick->day < scene->axis.start)
        continue;

      set_line (scene, cr, tick->major ? &scene->palette->group_line : &scene->palette->line,
                tick->major ? 0.75 : 1);
      _ent_timeline_line_down (scene, cr, tick->x, rect);
    }
}

/* Lines through all lanes: changes of course with long dashes, and today. */
static void
draw_through (EntTimelineScene *scene, cairo_t *cr, const EntMatrixRect *rect)
{
  double dashes[] = { 6 * scene->stroke, 3 * scene->stroke };

  for (guint i = 0; i < ent_timeline_model_get_n_pivots (scene->model); i++)
    {
      int day = ent_timeline_model_get_pivot (scene->model, i);

      set_line (scene, cr, &scene->palette->text, 1.2);
      cairo_set_dash (cr, dashes, 2, rect->y);
      _ent_timeline_line_down (scene, cr, ent_time_axis_place (&scene->axis, day), rect);
    }
  set_line (scene, cr, &scene->palette->error, 1.2);
  _ent_timeline_line_down (scene, cr,
                           ent_time_axis_place (&scene->axis,
                                                ent_timeline_model_get_today (scene->model)), rect);
}

/**
 * ent_timeline_draw_plot:
 * @scene: a scene
 * @cr: where to draw
 * @lane: a lane
 * @rect: where its plot is
 *
 * Draws what is in a lane.
 */
void
ent_timeline_draw_plot (EntTimelineScene *scene, cairo_t *cr, guint lane, const EntMatrixRect *rect)
{
  gboolean folded;
  EntTimelineKind kind;

  g_return_if_fail (scene != NULL && cr != NULL && rect != NULL);

  folded = ent_timeline_model_is_folded (scene->model, lane);
  kind = ent_timeline_model_get_kind (scene->model, lane);
  begin (cr, rect);
  fill (cr, &scene->palette->ground, rect);
  draw_grid (scene, cr, rect);
  if (kind == ENT_TIMELINE_KPI && !folded)
    _ent_timeline_draw_ground (scene, cr, lane, rect);
  draw_through (scene, cr, rect);
  if (kind == ENT_TIMELINE_MORALE)
    draw_morale_line (scene, cr, lane, rect);
  if (kind == ENT_TIMELINE_KPI)
    _ent_timeline_draw_kpi (scene, cr, lane, rect, folded);
  else
    draw_events (scene, cr, lane, rect, folded);

  set_line (scene, cr, &scene->palette->line, 1);
  _ent_timeline_line_across (scene, cr, rect->x, rect->x + rect->width,
                             rect->y + rect->height - scene->stroke);
  cairo_restore (cr);
}
