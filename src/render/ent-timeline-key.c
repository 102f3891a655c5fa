/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the lines and marks of a timeline mean. */
#include "config.h"

#include "render/ent-timeline-key.h"

#include <glib/gi18n.h>

#include "render/ent-timeline-marks.h"

/* In lines of text. */
#define ROW 1.25
#define SAMPLE 1.8
#define APART 1.2

/* Samples that are no marks. */
typedef enum {
  LINE_NONE,
  LINE_TARGET,
  LINE_EXPECTED,
  LINE_LIMITS,
  LINE_TRIAL,
  LINE_PIVOT,
  LINE_TODAY,
} Line;

static const struct {
  Line line;
  EntTimelineMark mark;
  const char *text;
} entries[] = {
  { LINE_NONE, ENT_TIMELINE_MARK_POINT, N_("Measurement") },
  { LINE_NONE, ENT_TIMELINE_MARK_IMPROVEMENT, N_("Improvement, more than noise") },
  { LINE_NONE, ENT_TIMELINE_MARK_CONCERN, N_("Concern, more than noise") },
  { LINE_NONE, ENT_TIMELINE_MARK_CHANGE, N_("Change, more than noise") },
  { LINE_TARGET, ENT_TIMELINE_MARK_POINT, N_("Target") },
  { LINE_EXPECTED, ENT_TIMELINE_MARK_POINT, N_("Expected way from the baseline") },
  { LINE_LIMITS, ENT_TIMELINE_MARK_POINT, N_("Mean and limits of what is usual") },
  { LINE_TRIAL, ENT_TIMELINE_MARK_POINT, N_("Trial limits, fewer than 12 values") },
  { LINE_PIVOT, ENT_TIMELINE_MARK_POINT, N_("Change of course") },
  { LINE_TODAY, ENT_TIMELINE_MARK_POINT, N_("The day it is looked at") },
  { LINE_NONE, ENT_TIMELINE_MARK_DONE, N_("Milestone done") },
  { LINE_NONE, ENT_TIMELINE_MARK_DUE, N_("Milestone due") },
  { LINE_NONE, ENT_TIMELINE_MARK_MISSED, N_("Milestone missed") },
  { LINE_NONE, ENT_TIMELINE_MARK_DECISION, N_("Decision") },
  { LINE_NONE, ENT_TIMELINE_MARK_STORY, N_("Story") },
  { LINE_NONE, ENT_TIMELINE_MARK_SMALL_WIN, N_("Small win") },
  { LINE_NONE, ENT_TIMELINE_MARK_QUOTE, N_("Quote") },
  { LINE_NONE, ENT_TIMELINE_MARK_LESSON, N_("Lesson") },
};

static double
get_width (EntTimelineScene *scene, guint entry)
{
  return (SAMPLE + APART) * scene->line
         + ent_timeline_scene_get_width (scene, ENT_TIMELINE_FONT_SMALL, _(entries[entry].text)) + 1;
}

static void
stroke (cairo_t *cr, double x0, double y0, double x1, double y1)
{
  cairo_move_to (cr, x0, y0);
  cairo_line_to (cr, x1, y1);
  cairo_stroke (cr);
}

static void
draw_limits (EntTimelineScene *scene, cairo_t *cr, const EntMatrixRect *rect, gboolean trial)
{
  double dashes[] = { 5 * scene->stroke, 3 * scene->stroke };
  double bottom = rect->y + rect->height;

  ent_matrix_set_color (cr, &scene->palette->header);
  cairo_rectangle (cr, rect->x, rect->y, rect->width, rect->height);
  cairo_fill (cr);
  ent_matrix_set_color (cr, &scene->palette->dim);
  if (trial)
    cairo_set_dash (cr, dashes, 2, 0);
  stroke (cr, rect->x, rect->y, rect->x + rect->width, rect->y);
  stroke (cr, rect->x, bottom, rect->x + rect->width, bottom);
  cairo_set_dash (cr, NULL, 0, 0);
  stroke (cr, rect->x, (rect->y + bottom) / 2, rect->x + rect->width, (rect->y + bottom) / 2);
}

static void
draw_line (EntTimelineScene *scene, cairo_t *cr, Line line, const EntMatrixRect *rect)
{
  double dots[] = { 1.5 * scene->stroke, 3 * scene->stroke };
  double dashes[] = { 6 * scene->stroke, 3 * scene->stroke };
  double x = rect->x + rect->width / 2;
  double y = rect->y + rect->height / 2;

  cairo_save (cr);
  ent_matrix_set_color (cr, line == LINE_TODAY ? &scene->palette->error : &scene->palette->text);
  cairo_set_line_width (cr, scene->stroke * (line == LINE_TARGET ? 1.5 : 1));
  if (line == LINE_LIMITS || line == LINE_TRIAL)
    draw_limits (scene, cr, rect, line == LINE_TRIAL);
  else if (line == LINE_PIVOT || line == LINE_TODAY)
    {
      if (line == LINE_PIVOT)
        cairo_set_dash (cr, dashes, 2, 0);
      stroke (cr, x, rect->y - rect->height / 4, x, rect->y + rect->height * 1.25);
    }
  else
    {
      if (line == LINE_EXPECTED)
        cairo_set_dash (cr, dots, 2, 0);
      stroke (cr, rect->x, y, rect->x + rect->width, y);
    }
  cairo_restore (cr);
}

/* Goes through the entries from left to right and from top to bottom, or from right to left where
 * heads are at the right; draws them if there is something to draw on. Returns the height. */
static double
flow (EntTimelineScene *scene, cairo_t *cr, const EntMatrixRect *rect)
{
  double x = 0;
  double y = 0;

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      double width = MIN (get_width (scene, i), rect->width);
      EntMatrixRect place;
      EntMatrixRect text;

      if (x > 0 && x + width > rect->width)
        {
          x = 0;
          y += ROW * scene->line;
        }
      place = (EntMatrixRect) { rect->x + (scene->rtl ? rect->width - x - 1.4 * scene->line : x),
                                rect->y + y + 0.3 * scene->line, 1.4 * scene->line,
                                0.65 * scene->line };
      text = (EntMatrixRect) { rect->x + (scene->rtl ? rect->width - x - width : x + SAMPLE * scene->line),
                               rect->y + y, width - SAMPLE * scene->line, ROW * scene->line };
      x += width;
      if (cr == NULL)
        continue;

      if (entries[i].line != LINE_NONE)
        draw_line (scene, cr, entries[i].line, &place);
      else
        ent_timeline_draw_mark (scene, cr, &(EntTimelinePlace) { place.x + place.width / 2,
                                                                 place.y + place.height / 2,
                                                                 entries[i].mark, 0, 1, 0 }, FALSE);
      ent_timeline_scene_show (scene, cr, ENT_TIMELINE_FONT_SMALL, &scene->palette->text,
                               _(entries[i].text), &text,
                               scene->rtl ? ENT_TIMELINE_RIGHT : ENT_TIMELINE_LEFT);
    }

  return y + ROW * scene->line;
}

/**
 * ent_timeline_key_get_height:
 * @scene: a scene
 * @width: how wide the key may be
 *
 * Returns: how high it then is
 */
double
ent_timeline_key_get_height (EntTimelineScene *scene, double width)
{
  EntMatrixRect rect = { 0, 0, width, 0 };

  g_return_val_if_fail (scene != NULL, 0);

  return flow (scene, NULL, &rect);
}

/**
 * ent_timeline_draw_key:
 * @scene: a scene
 * @cr: where to draw
 * @rect: where the key goes
 *
 * Draws the key.
 */
void
ent_timeline_draw_key (EntTimelineScene *scene, cairo_t *cr, const EntMatrixRect *rect)
{
  g_return_if_fail (scene != NULL && cr != NULL && rect != NULL);

  flow (scene, cr, rect);
}
