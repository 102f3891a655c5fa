/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drawing the measurements of a KPI: from what to what it should go, what is usual, and what was
 * measured. Each line differs from the others by more than its colour: the target is thick, the
 * trajectory dotted, the mean thin, limits are the edges of an area and dashed while they are a
 * trial, and a break in what is compared is drawn down. */
#include "config.h"

#include "render/ent-timeline-draw.h"

#include <glib/gi18n.h>
#include <math.h>

#include "analysis/ent-day.h"
#include "analysis/ent-kpi-words.h"
#include "model/ent-kinds.h"
#include "render/ent-timeline-plot-private.h"
#include "render/ent-timeline-raster.h"

/* On paper a column is so wide: finer than can be seen. */
#define PAPER_COLUMN 0.5

/* The thickness of the line, in thin lines. */
#define THICKNESS 1.5

static void
set_line (EntTimelineScene *scene, cairo_t *cr, const EntMatrixColor *color, double thickness)
{
  ent_matrix_set_color (cr, color);
  cairo_set_line_width (cr, scene->stroke * thickness);
  cairo_set_dash (cr, NULL, 0, 0);
}

static void
set_dashes (EntTimelineScene *scene, cairo_t *cr, double on, double off)
{
  double dashes[] = { on * scene->stroke, off * scene->stroke };

  cairo_set_dash (cr, dashes, 2, 0);
}

static double
clamp_x (double x, const EntMatrixRect *plot)
{
  return CLAMP (x, plot->x - 20, plot->x + plot->width + 20);
}

/* A word on a ground of its own, so that lines behind it do not cross it out. */
static void
show_word (EntTimelineScene *scene, cairo_t *cr, const EntMatrixColor *color, const char *word,
           double x, double y, double width, double height)
{
  const EntMatrixColor *ground = &scene->palette->ground;

  cairo_set_source_rgba (cr, ground->red, ground->green, ground->blue, 0.8);
  cairo_rectangle (cr, x - 1, y + 0.1 * height, width + 2, 0.8 * height);
  cairo_fill (cr);
  ent_timeline_scene_show_word (scene, cr, color, word, x, y);
}

/* A word in the plot between two places, just over a line; below it where there is no room above. It
 * is left out where it would be cut. */
static void
write_word (EntTimelineScene *scene, cairo_t *cr, const char *word, double from, double to, double y,
            const EntMatrixRect *plot)
{
  double pad = 0.3 * scene->line;
  double width, height;

  ent_timeline_scene_get_word_size (scene, word, &width, &height);
  y = y - height < plot->y ? y + 1 : y - height;
  if (to - from >= width + 2 * pad && y + height <= plot->y + plot->height)
    show_word (scene, cr, &scene->palette->dim, word, from + pad, y, width, height);
}

/* Whether no mark lies in a box; @place is one near it. */
static gboolean
is_free (GArray *places, guint place, const EntMatrixRect *box, double radius)
{
  double right = box->x + box->width;

  while (place > 0 && g_array_index (places, EntTimelinePlace, place - 1).x > box->x - radius)
    place--;
  for (; place < places->len; place++)
    {
      const EntTimelinePlace *mark = &g_array_index (places, EntTimelinePlace, place);

      if (mark->x > right + radius)
        break;
      if (mark->x > box->x - radius && mark->y > box->y - radius
          && mark->y < box->y + box->height + radius)
        return FALSE;
    }

  return TRUE;
}

/* Whether the line from mark to mark goes through a box. */
static gboolean
is_crossed (GArray *places, const EntMatrixRect *box)
{
  double right = box->x + box->width;

  for (guint i = 1; i < places->len; i++)
    {
      const EntTimelinePlace *a = &g_array_index (places, EntTimelinePlace, i - 1);
      const EntTimelinePlace *b = &g_array_index (places, EntTimelinePlace, i);
      double slope = b->x > a->x ? (b->y - a->y) / (b->x - a->x) : 0;
      double from = a->y + slope * (MAX (a->x, box->x) - a->x);
      double to = a->y + slope * (MIN (b->x, right) - a->x);

      if (a->x > right)
        return FALSE;
      if (b->x >= box->x && MIN (from, to) < box->y + box->height && MAX (from, to) > box->y)
        return TRUE;
    }

  return FALSE;
}

/* Whether a line lies at the height of a box. */
static gboolean
is_at (const EntValueAxis *values, double value, const EntMatrixRect *box)
{
  double y = isfinite (value) ? ent_value_axis_to_y (values, value) : -1;

  return y > box->y && y < box->y + box->height;
}

/* Whether an edge of what is usual goes through a box. */
static gboolean
is_on_limit (EntTimelineScene *scene, const EntKpiSeries *series, const EntValueAxis *values,
             const EntMatrixRect *box)
{
  for (guint i = 0; i < series->segments->len; i++)
    {
      const EntKpiSegment *segment = &g_array_index (series->segments, EntKpiSegment, i);
      guint last = segment->first + segment->n - 1;
      int from = ent_kpi_series_get_point (series, segment->first)->day;
      int to = ent_kpi_series_get_point (series, last)->day + 1;

      if (ent_xmr_has_limits (&segment->xmr)
          && ent_time_axis_to_x (&scene->axis, from) < box->x + box->width
          && ent_time_axis_to_x (&scene->axis, to) > box->x
          && (is_at (values, segment->xmr.upper, box) || is_at (values, segment->xmr.lower, box)))
        return TRUE;
    }

  return FALSE;
}

/* Where the word beside the target is not covered: over its line or under it, near its end or further
 * back. */
static gboolean
find_target_box (EntTimelineScene *scene, GArray *places, const EntKpiSeries *series,
                 const EntMatrixRect *plot, const EntValueAxis *values, double end, double y,
                 EntMatrixRect *box)
{
  double pad = 0.3 * scene->line;

  for (box->x = end - pad - box->width; box->x >= plot->x + pad; box->x -= 0.5 * box->width)
    for (guint below = 0; below < 2; below++)
      {
        box->y = below ? y + 1 : y - box->height;
        if (box->y >= plot->y && box->y + box->height <= plot->y + plot->height
            && is_free (places, 0, box, pad) && !is_crossed (places, box)
            && !is_on_limit (scene, series, values, box))
          return TRUE;
      }

  return FALSE;
}

/* Where everything is full, the word is left out: the key has the line, and the head the value. */
static void
write_target (EntTimelineScene *scene, cairo_t *cr, GArray *places, const EntKpiSeries *series,
              const EntMatrixRect *plot, const EntValueAxis *values, double end, double target)
{
  double y = ent_value_axis_to_y (values, target);
  const char *word = _("Target");
  EntMatrixRect box;

  ent_timeline_scene_get_word_size (scene, word, &box.width, &box.height);
  if (find_target_box (scene, places, series, plot, values, end, y, &box))
    show_word (scene, cr, &scene->palette->dim, word, box.x, box.y, box.width, box.height);
}

/* --- What it should become ------------------------------------------------------------------- */

/* Slanted lines, so that the band is also seen without colour. */
static void
hatch (EntTimelineScene *scene, cairo_t *cr, const EntMatrixRect *plot, double top, double bottom)
{
  double apart = 0.6 * scene->line;

  cairo_save (cr);
  cairo_rectangle (cr, plot->x, top, plot->width, bottom - top);
  cairo_clip (cr);
  set_line (scene, cr, &scene->palette->line, 1);
  for (double x = plot->x - plot->height; x < plot->x + plot->width; x += apart)
    {
      cairo_move_to (cr, x, plot->y + plot->height);
      cairo_line_to (cr, x + plot->height, plot->y);
    }
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
draw_band (EntTimelineScene *scene, cairo_t *cr, const EntKpiPlan *plan, const EntMatrixRect *plot,
           const EntValueAxis *values)
{
  double end = plot->x + plot->width;
  double low, high;
  double top, bottom;

  ent_kpi_plan_get_band (plan, &low, &high);
  top = isfinite (high) ? MAX (ent_value_axis_to_y (values, high), plot->y) : plot->y;
  bottom = isfinite (low) ? MIN (ent_value_axis_to_y (values, low), plot->y + plot->height)
                          : plot->y + plot->height;
  hatch (scene, cr, plot, top, bottom);
  set_line (scene, cr, &scene->palette->text, 1.5);
  if (isfinite (high))
    _ent_timeline_line_across (scene, cr, plot->x, end, top);
  if (isfinite (low))
    _ent_timeline_line_across (scene, cr, plot->x, end, bottom);
}

static void
write_band_target (EntTimelineScene *scene, cairo_t *cr, GArray *places, const EntKpiSeries *series,
                   const EntMatrixRect *plot, const EntValueAxis *values)
{
  double low, high;

  ent_kpi_plan_get_band (&series->plan, &low, &high);
  write_target (scene, cr, places, series, plot, values, plot->x + plot->width,
                isfinite (high) ? high : low);
}

static void
draw_baseline (EntTimelineScene *scene, cairo_t *cr, double x, double y)
{
  double half = 0.22 * scene->line;

  cairo_rectangle (cr, x - half, y - half, 2 * half, 2 * half);
  ent_matrix_set_color (cr, &scene->palette->ground);
  cairo_fill_preserve (cr);
  set_line (scene, cr, &scene->palette->text, 1.2);
  cairo_stroke (cr);
}

/* A flag on its pole, where the target is to be reached. */
static void
draw_flag (EntTimelineScene *scene, cairo_t *cr, double x, double y)
{
  double size = 0.6 * scene->line;

  set_line (scene, cr, &scene->palette->text, 1.5);
  cairo_move_to (cr, x, y);
  cairo_line_to (cr, x, y - size);
  cairo_stroke (cr);
  cairo_move_to (cr, x, y - size);
  cairo_line_to (cr, x + size * 0.9, y - size * 0.65);
  cairo_line_to (cr, x, y - size * 0.3);
  cairo_close_path (cr);
  cairo_fill (cr);
}

static void
draw_plan (EntTimelineScene *scene, cairo_t *cr, GArray *places, const EntKpiSeries *series,
           const EntMatrixRect *plot, const EntValueAxis *values)
{
  const EntKpiPlan *plan = &series->plan;
  gboolean begins = plan->baseline_day != ENT_DAY_NONE && isfinite (plan->baseline);
  double target = ent_value_axis_to_y (values, plan->target);
  double baseline = ent_value_axis_to_y (values, plan->baseline);
  double from = begins ? ent_time_axis_place (&scene->axis, plan->baseline_day) : plot->x;
  double to = plan->target_day != ENT_DAY_NONE
                ? ent_time_axis_place (&scene->axis, plan->target_day) : plot->x + plot->width;

  if (isfinite (plan->target))
    {
      set_line (scene, cr, &scene->palette->text, 1.5);
      _ent_timeline_line_across (scene, cr, plot->x, plot->x + plot->width, target);
    }
  if (begins && isfinite (plan->target) && plan->target_day != ENT_DAY_NONE)
    {
      set_line (scene, cr, &scene->palette->text, 1.2);
      set_dashes (scene, cr, 1.5, 3);
      cairo_move_to (cr, from, baseline);
      cairo_line_to (cr, to, target);
      cairo_stroke (cr);
      cairo_set_dash (cr, NULL, 0, 0);
    }
  /* Beside the flag, if that is in sight. */
  if (isfinite (plan->target))
    write_target (scene, cr, places, series, plot, values,
                  to > plot->x + plot->width / 2 ? MIN (to, plot->x + plot->width)
                                                 : plot->x + plot->width, plan->target);
  if (isfinite (plan->target) && plan->target_day != ENT_DAY_NONE)
    draw_flag (scene, cr, to, target);
  if (begins)
    draw_baseline (scene, cr, from, baseline);
}

/* --- What is usual --------------------------------------------------------------------------- */

static void
draw_limits (EntTimelineScene *scene, cairo_t *cr, const EntXmr *xmr, double from, double to,
             const EntValueAxis *values)
{
  double upper = ent_value_axis_to_y (values, xmr->upper);
  double lower = ent_value_axis_to_y (values, xmr->lower);

  ent_matrix_set_color (cr, &scene->palette->header);
  cairo_rectangle (cr, from, upper, to - from, lower - upper);
  cairo_fill (cr);
  set_line (scene, cr, &scene->palette->dim, 1);
  if (ent_xmr_is_trial (xmr))
    set_dashes (scene, cr, 5, 3);
  _ent_timeline_line_across (scene, cr, from, to, upper);
  _ent_timeline_line_across (scene, cr, from, to, lower);
  cairo_set_dash (cr, NULL, 0, 0);
}

static void
draw_segment (EntTimelineScene *scene, cairo_t *cr, const EntKpiSeries *series,
              const EntKpiSegment *segment, const EntMatrixRect *plot, const EntValueAxis *values)
{
  guint last = segment->first + segment->n - 1;
  double from = clamp_x (ent_time_axis_to_x (&scene->axis,
                                             ent_kpi_series_get_point (series, segment->first)->day),
                         plot);
  double to = clamp_x (ent_time_axis_to_x (&scene->axis,
                                           ent_kpi_series_get_point (series, last)->day + 1), plot);
  double center = series->plan.pulse ? segment->run.median : segment->xmr.mean;

  if (to <= from)
    return;

  if (ent_xmr_has_limits (&segment->xmr))
    draw_limits (scene, cr, &segment->xmr, from, to, values);
  if (isfinite (center) && segment->n > 1)
    {
      set_line (scene, cr, &scene->palette->dim, 0.8);
      _ent_timeline_line_across (scene, cr, from, to, ent_value_axis_to_y (values, center));
    }
}

/* Where what is usual is worked out anew. */
static void
draw_break (EntTimelineScene *scene, cairo_t *cr, const EntKpiSeries *series,
            const EntKpiSegment *segment, const EntMatrixRect *plot)
{
  double x = ent_time_axis_to_x (&scene->axis,
                                 ent_kpi_series_get_point (series, segment->first)->day);
  if (x < plot->x || x > plot->x + plot->width)
    return;

  set_line (scene, cr, &scene->palette->dim, 1);
  set_dashes (scene, cr, 2, 2);
  _ent_timeline_line_down (scene, cr, x, plot);
  cairo_set_dash (cr, NULL, 0, 0);
  write_word (scene, cr, _("recalculated"), x, plot->x + plot->width, plot->y + plot->height, plot);
}

/* --- What was measured ----------------------------------------------------------------------- */

/* Puts the line through one column: its first, lowest, highest and last point. */
static void
add_column (cairo_t *cr, const double *x, const double *y)
{
  cairo_line_to (cr, x[0], y[0]);
  cairo_line_to (cr, x[0], y[1]);
  cairo_line_to (cr, x[0], y[2]);
  cairo_line_to (cr, x[1], y[3]);
}

/* Lines on paper: no more than what can be told apart, so that files stay small. */
static void
stroke_line (EntTimelineScene *scene, cairo_t *cr, const EntKpiSeries *series, guint first, guint end,
             const EntValueAxis *values)
{
  double xs[2] = { 0, 0 };
  double ys[4] = { 0, 0, 0, 0 };

  cairo_new_path (cr);
  for (guint i = first; i < end; i++)
    {
      const EntKpiPoint *point = ent_kpi_series_get_point (series, i);
      double x = ent_time_axis_place (&scene->axis, point->day);
      double y = ent_value_axis_to_y (values, point->value);

      if (i > first && x - xs[0] < PAPER_COLUMN)
        {
          ys[1] = MIN (ys[1], y);
          ys[2] = MAX (ys[2], y);
        }
      else
        {
          if (i > first)
            add_column (cr, xs, ys);
          xs[0] = x;
          ys[0] = ys[1] = ys[2] = y;
        }
      xs[1] = x;
      ys[3] = y;
    }
  if (end > first)
    add_column (cr, xs, ys);
  set_line (scene, cr, &scene->palette->dim, THICKNESS);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_stroke (cr);
}

static gboolean
raster_line (EntTimelineScene *scene, cairo_t *cr, const EntKpiSeries *series, guint first, guint end,
             const EntMatrixRect *plot, const EntValueAxis *values)
{
  const EntMatrixColor *color = &scene->palette->dim;
  double scale = ent_timeline_raster_get_scale (cr);
  guint n = (guint) ceil (plot->width * scale);
  g_autofree EntTimelineSpan *spans = NULL;
  double before_x = 0;
  double before_y = 0;

  if (scale <= 0)
    return FALSE;

  spans = g_new (EntTimelineSpan, MAX (n, 1));
  ent_timeline_raster_clear (spans, n);
  for (guint i = first; i < end; i++)
    {
      const EntKpiPoint *point = ent_kpi_series_get_point (series, i);
      double x = (ent_time_axis_place (&scene->axis, point->day) - plot->x) * scale;
      double y = (ent_value_axis_to_y (values, point->value) - plot->y) * scale;

      if (i > first)
        ent_timeline_raster_line (spans, n, before_x, before_y, x, y);
      before_x = x;
      before_y = y;
    }

  return ent_timeline_raster_paint (spans, n, cr, plot->x, plot->y, plot->height,
                                    THICKNESS * scene->stroke * scale, color->red, color->green,
                                    color->blue);
}

/* The line through the points from @first to @end, one stretch between breaks. */
static void
draw_line (EntTimelineScene *scene, cairo_t *cr, const EntKpiSeries *series, guint first, guint end,
           const EntMatrixRect *plot, const EntValueAxis *values)
{
  if (end - first > 1 && !raster_line (scene, cr, series, first, end, plot, values))
    stroke_line (scene, cr, series, first, end, values);
}

static void
draw_lines (EntTimelineScene *scene, cairo_t *cr, guint lane, const EntMatrixRect *plot,
            const EntValueAxis *values)
{
  const EntKpiSeries *series = ent_timeline_model_get_series (scene->model, lane);
  guint first = ent_timeline_model_find_day (scene->model, lane, (int) floor (scene->axis.start));
  guint end = ent_timeline_model_find_day (scene->model, lane, (int) ceil (scene->axis.end) + 1);

  /* The line goes on to the points beside what is shown. */
  first = first > 0 ? first - 1 : 0;
  end = MIN (end + 1, series->n);
  for (guint i = 0; i < series->segments->len; i++)
    {
      const EntKpiSegment *segment = &g_array_index (series->segments, EntKpiSegment, i);
      guint from = MAX (first, segment->first);
      guint to = MIN (end, segment->first + segment->n);

      if (from < to)
        draw_line (scene, cr, series, from, to, plot, values);
    }
}

/* Where a word beside a mark is not covered by another: above it, or below. */
static gboolean
find_box (EntTimelineScene *scene, GArray *places, guint place, const EntMatrixRect *plot,
          EntMatrixRect *box)
{
  const EntTimelinePlace *mark = &g_array_index (places, EntTimelinePlace, place);
  double away = 0.4 * scene->line;

  box->x = MAX (mark->x - box->width / 2, plot->x + 3);
  if (box->x + box->width > plot->x + plot->width)
    return FALSE;

  box->y = mark->y - away - box->height;
  if (box->y >= plot->y && is_free (places, place, box, away * 0.7))
    return TRUE;
  box->y = mark->y + away;

  return box->y + box->height <= plot->y + plot->height && is_free (places, place, box, away * 0.7);
}

/* The word for a signal, beside the first of each run of the same sort, where there is room. */
static void
write_signals (EntTimelineScene *scene, cairo_t *cr, GArray *places, const EntMatrixRect *plot)
{
  static const EntKpiSense senses[] = {
    [ENT_TIMELINE_MARK_IMPROVEMENT] = ENT_KPI_IMPROVEMENT,
    [ENT_TIMELINE_MARK_CONCERN] = ENT_KPI_CONCERN,
    [ENT_TIMELINE_MARK_CHANGE] = ENT_KPI_CHANGE,
  };
  EntTimelineMark said = ENT_TIMELINE_MARK_POINT;
  double free_from = plot->x;

  for (guint i = 0; i < places->len; i++)
    {
      EntTimelineMark mark = g_array_index (places, EntTimelinePlace, i).mark;
      EntMatrixRect box;
      const char *word;

      if (mark == said)
        continue;

      said = ENT_TIMELINE_MARK_POINT;
      if (mark == ENT_TIMELINE_MARK_POINT)
        continue;

      word = ent_kpi_sense_get_label (senses[mark]);
      ent_timeline_scene_get_word_size (scene, word, &box.width, &box.height);
      if (!find_box (scene, places, i, plot, &box) || box.x < free_from)
        continue;

      show_word (scene, cr, &scene->palette->text, word, box.x, box.y, box.width, box.height);
      free_from = box.x + box.width + 4;
      said = mark;
    }
}

static void
draw_marks (EntTimelineScene *scene, cairo_t *cr, GArray *places, gboolean folded)
{
  for (guint i = 0; i < places->len; i++)
    {
      const EntTimelinePlace *place = &g_array_index (places, EntTimelinePlace, i);

      if (!folded || place->mark != ENT_TIMELINE_MARK_POINT)
        ent_timeline_draw_mark (scene, cr, place, folded);
    }
}

/* What is usual, and the band it should stay in: below the lines that go through all lanes. */
void
_ent_timeline_draw_ground (EntTimelineScene *scene, cairo_t *cr, guint lane,
                           const EntMatrixRect *plot)
{
  const EntKpiSeries *series = ent_timeline_model_get_series (scene->model, lane);
  EntValueAxis values = ent_timeline_scene_get_values (scene, lane, plot);

  for (guint i = 0; i < series->segments->len; i++)
    draw_segment (scene, cr, series, &g_array_index (series->segments, EntKpiSegment, i), plot,
                  &values);
  for (guint i = 1; i < series->segments->len; i++)
    draw_break (scene, cr, series, &g_array_index (series->segments, EntKpiSegment, i), plot);
  if (ent_kpi_plan_has_band (&series->plan))
    draw_band (scene, cr, &series->plan, plot, &values);
}

/* What was measured lies over all words. */
void
_ent_timeline_draw_kpi (EntTimelineScene *scene, cairo_t *cr, guint lane, const EntMatrixRect *plot,
                        gboolean folded)
{
  const EntKpiSeries *series = ent_timeline_model_get_series (scene->model, lane);
  EntValueAxis values = ent_timeline_scene_get_values (scene, lane, plot);
  g_autoptr(GArray) places = ent_timeline_place_marks (scene, lane, plot);

  if (!folded)
    {
      draw_plan (scene, cr, places, series, plot, &values);
      if (ent_kpi_plan_has_band (&series->plan))
        write_band_target (scene, cr, places, series, plot, &values);
      write_signals (scene, cr, places, plot);
    }
  draw_lines (scene, cr, lane, plot, &values);
  draw_marks (scene, cr, places, folded);
  if (series->n == 0 && !folded)
    ent_timeline_scene_show (scene, cr, ENT_TIMELINE_FONT_TEXT, &scene->palette->dim,
                             _("Not measured yet"), plot, ENT_TIMELINE_CENTER);
}
