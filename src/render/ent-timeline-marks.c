/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands for the items of a lane. Shape, sign and colour say the same, so that each of them can
 * be missed: signals for the better are discs with a plus, for the worse triangles with an
 * exclamation mark, others diamonds; what happened has shapes and letters of its own. */
#include "config.h"

#include "render/ent-timeline-marks.h"

#include <glib/gi18n.h>
#include <math.h>

#include "render/ent-timeline-raster.h"

/* Sizes in lines of text. */
#define EVENT 0.95
#define MORALE 0.9
#define SIGNAL 0.62
#define DOT 0.3
#define SMALL 0.5

/* Where points are nearer to each other, those that are no signals are not marked one by one. */
#define LEAST_APART 0.35

/* How near the pointer must be to an item. */
#define REACH 0.7

/**
 * ent_timeline_mark_size:
 * @scene: a scene
 *
 * Returns: how large the mark of something that happened is
 */
double
ent_timeline_mark_size (EntTimelineScene *scene)
{
  return round (EVENT * scene->line);
}

static double
get_size (EntTimelineScene *scene, EntTimelineMark mark)
{
  switch (mark)
    {
    case ENT_TIMELINE_MARK_POINT:
      return DOT * scene->line;
    case ENT_TIMELINE_MARK_IMPROVEMENT:
    case ENT_TIMELINE_MARK_CONCERN:
    case ENT_TIMELINE_MARK_CHANGE:
      return SIGNAL * scene->line;
    case ENT_TIMELINE_MARK_MORALE:
      return MORALE * scene->line;
    case ENT_TIMELINE_MARK_DUE:
    case ENT_TIMELINE_MARK_MISSED:
    case ENT_TIMELINE_MARK_DONE:
    case ENT_TIMELINE_MARK_CHECK_IN:
    case ENT_TIMELINE_MARK_DECISION:
    case ENT_TIMELINE_MARK_PIVOT:
    case ENT_TIMELINE_MARK_STORY:
    case ENT_TIMELINE_MARK_SMALL_WIN:
    case ENT_TIMELINE_MARK_QUOTE:
    case ENT_TIMELINE_MARK_LESSON:
    default:
      return ent_timeline_mark_size (scene);
    }
}

/* --- Where ----------------------------------------------------------------------------------- */

static gboolean
has_values (EntTimelineScene *scene, guint lane)
{
  return ent_timeline_model_get_kind (scene->model, lane) >= ENT_TIMELINE_MORALE;
}

/* The items from the day before a moment to the day after another. */
static void
find_between (EntTimelineScene *scene, guint lane, double start, double last, guint *first,
              guint *end)
{
  *first = ent_timeline_model_find_day (scene->model, lane, (int) floor (start) - 1);
  *end = ent_timeline_model_find_day (scene->model, lane, (int) ceil (last) + 1);
}

/* The items from the day before what is shown to the day after it. */
static void
find_shown (EntTimelineScene *scene, guint lane, guint *first, guint *end)
{
  find_between (scene, lane, scene->axis.start, scene->axis.end, first, end);
}

static EntTimelinePlace
get_place (EntTimelineScene *scene, guint lane, guint item, const EntMatrixRect *plot,
           const EntValueAxis *values)
{
  EntTimelineItem found = ent_timeline_model_get_item (scene->model, lane, item);
  double y = values != NULL ? ent_value_axis_to_y (values, found.value)
                            : plot->y + plot->height / 2;

  return (EntTimelinePlace) { ent_time_axis_place (&scene->axis, found.day), y, found.mark, item, 1,
                              found.value };
}

/* What happened: one mark for what would lie on top of each other. */
static void
place_events (EntTimelineScene *scene, guint lane, const EntMatrixRect *plot,
              const EntValueAxis *values, GArray *places)
{
  double apart = get_size (scene, ENT_TIMELINE_MARK_MORALE);
  guint first, end;

  find_shown (scene, lane, &first, &end);
  for (guint i = first; i < end; i++)
    {
      EntTimelinePlace place = get_place (scene, lane, i, plot, values);
      EntTimelinePlace *last = places->len > 0
        ? &g_array_index (places, EntTimelinePlace, places->len - 1) : NULL;

      if (last != NULL && place.x - last->x < apart)
        last->n++;
      else
        g_array_append_val (places, place);
    }
}

/* Measurements: plain points where there is room for all of them, and of each sort of signal one for
 * each little square of the plot in which there is any. */
static void
place_points (EntTimelineScene *scene, guint lane, const EntMatrixRect *plot,
              const EntValueAxis *values, GArray *places)
{
  double side = SIGNAL * scene->line;
  guint columns = (guint) (plot->width / side) + 3;
  guint rows = (guint) (plot->height / side) + 3;
  g_autofree guint8 *taken = g_new0 (guint8, columns * rows);
  gboolean loose;
  guint first, end;

  find_shown (scene, lane, &first, &end);
  loose = (end - first) * LEAST_APART * scene->line < plot->width;
  for (guint i = first; i < end; i++)
    {
      EntTimelinePlace place = get_place (scene, lane, i, plot, values);
      guint column = (guint) CLAMP ((place.x - plot->x) / side + 1, 0, columns - 1);
      guint row = (guint) CLAMP ((place.y - plot->y) / side + 1, 0, rows - 1);
      guint8 *square = &taken[row * columns + column];

      if (place.mark == ENT_TIMELINE_MARK_POINT ? !loose : (*square & 1 << place.mark) != 0)
        continue;

      *square |= (guint8) (1 << place.mark);
      g_array_append_val (places, place);
    }
}

/**
 * ent_timeline_place_marks:
 * @scene: a scene
 * @lane: a lane
 * @plot: where its plot is
 *
 * Chooses the marks for the items of a lane that are shown. What happened is grouped where marks would
 * cover each other. Where measurements lie close, only signals get marks; each of them has one of its
 * own sort at its place or next to it.
 *
 * Returns: (transfer full) (element-type EntTimelinePlace): the marks, by day
 */
GArray *
ent_timeline_place_marks (EntTimelineScene *scene, guint lane, const EntMatrixRect *plot)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (EntTimelinePlace));
  EntValueAxis values;

  g_return_val_if_fail (scene != NULL && plot != NULL, places);

  if (plot->width < 1)
    return places;

  if (!has_values (scene, lane))
    {
      place_events (scene, lane, plot, NULL, places);
      return places;
    }
  values = ent_timeline_scene_get_values (scene, lane, plot);
  if (ent_timeline_model_get_kind (scene->model, lane) == ENT_TIMELINE_KPI)
    place_points (scene, lane, plot, &values, places);
  else
    place_events (scene, lane, plot, &values, places);

  return places;
}

/**
 * ent_timeline_place_item:
 * @scene: a scene
 * @lane: a lane
 * @item: an item of it
 * @plot: where its plot is
 * @x: (out): where the item is
 * @y: (out): the same
 *
 * Tells where an item is.
 *
 * Returns: whether it is shown
 */
gboolean
ent_timeline_place_item (EntTimelineScene *scene, guint lane, guint item, const EntMatrixRect *plot,
                         double *x, double *y)
{
  EntTimelinePlace place;
  EntValueAxis values;

  g_return_val_if_fail (scene != NULL && plot != NULL, FALSE);

  if (has_values (scene, lane))
    {
      values = ent_timeline_scene_get_values (scene, lane, plot);
      place = get_place (scene, lane, item, plot, &values);
    }
  else
    place = get_place (scene, lane, item, plot, NULL);
  *x = place.x;
  *y = place.y;

  return place.x >= plot->x && place.x <= plot->x + plot->width;
}

/**
 * ent_timeline_pick_item:
 * @scene: a scene
 * @lane: a lane
 * @plot: where its plot is
 * @x: a place
 * @y: the same
 *
 * Returns: the item that is nearest to the place, or -1 where none is near. Of measurements, being at
 *   the same time is enough: a line is easily missed.
 */
int
ent_timeline_pick_item (EntTimelineScene *scene, guint lane, const EntMatrixRect *plot, double x,
                        double y)
{
  gboolean measured = ent_timeline_model_get_kind (scene->model, lane) == ENT_TIMELINE_KPI;
  double nearest = REACH * scene->line;
  EntValueAxis values;
  int best = -1;
  guint first, end, from, to;

  g_return_val_if_fail (scene != NULL && plot != NULL, -1);

  if (has_values (scene, lane))
    values = ent_timeline_scene_get_values (scene, lane, plot);
  find_shown (scene, lane, &first, &end);
  find_between (scene, lane, ent_time_axis_to_moment (&scene->axis, x - nearest),
                ent_time_axis_to_moment (&scene->axis, x + nearest), &from, &to);
  for (guint i = MAX (first, from); i < MIN (end, to); i++)
    {
      EntTimelinePlace place = get_place (scene, lane, i, plot,
                                          has_values (scene, lane) ? &values : NULL);
      double across = fabs (place.x - x);
      /* A small share of the way up keeps the nearer of two on the same day. */
      double distance = across + (measured ? 0.01 * fabs (place.y - y) : 0);

      if (distance < nearest)
        {
          nearest = distance;
          best = (int) i;
        }
    }

  return best;
}

/* --- Shapes ---------------------------------------------------------------------------------- */

static void
trace_disc (cairo_t *cr, double x, double y, double radius)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
}

static void
trace_diamond (cairo_t *cr, double x, double y, double radius)
{
  cairo_move_to (cr, x, y - radius);
  cairo_line_to (cr, x + radius, y);
  cairo_line_to (cr, x, y + radius);
  cairo_line_to (cr, x - radius, y);
  cairo_close_path (cr);
}

static void
trace_triangle (cairo_t *cr, double x, double y, double radius)
{
  cairo_move_to (cr, x, y - radius);
  cairo_line_to (cr, x + radius * 1.05, y + radius * 0.85);
  cairo_line_to (cr, x - radius * 1.05, y + radius * 0.85);
  cairo_close_path (cr);
}

/* An arrow that turns upward. */
static void
trace_turn (cairo_t *cr, double x, double y, double radius)
{
  cairo_move_to (cr, x - radius, y + radius * 0.55);
  cairo_line_to (cr, x + radius * 0.3, y + radius * 0.55);
  cairo_line_to (cr, x + radius * 0.3, y - radius * 0.2);
  cairo_move_to (cr, x - radius * 0.35, y - radius * 0.1);
  cairo_line_to (cr, x + radius * 0.3, y - radius * 0.85);
  cairo_line_to (cr, x + radius * 0.95, y - radius * 0.1);
}

static void
trace_box (cairo_t *cr, double x, double y, double half_width, double half_height)
{
  cairo_rectangle (cr, x - half_width, y - half_height, 2 * half_width, 2 * half_height);
}

/* Fills the shape and draws a line around it. */
static void
paint (EntTimelineScene *scene, cairo_t *cr, const EntMatrixColor *fill, const EntMatrixColor *edge)
{
  ent_matrix_set_color (cr, fill);
  cairo_fill_preserve (cr);
  ent_matrix_set_color (cr, edge);
  cairo_set_line_width (cr, scene->stroke * 1.5);
  cairo_stroke (cr);
}

static void
write_sign (EntTimelineScene *scene, cairo_t *cr, const EntMatrixColor *color, const char *sign,
            double x, double y, double size)
{
  EntMatrixRect rect = { x - size, y - size / 2, 2 * size, size };

  ent_timeline_scene_show (scene, cr, ENT_TIMELINE_FONT_SIGN, color, sign, &rect,
                           ENT_TIMELINE_CENTER);
}

static void
draw_plus (cairo_t *cr, const EntMatrixColor *color, double x, double y, double radius)
{
  double arm = radius * 0.55;

  ent_matrix_set_color (cr, color);
  cairo_set_line_width (cr, radius * 0.34);
  cairo_move_to (cr, x - arm, y);
  cairo_line_to (cr, x + arm, y);
  cairo_move_to (cr, x, y - arm);
  cairo_line_to (cr, x, y + arm);
  cairo_stroke (cr);
}

static void
draw_exclamation (cairo_t *cr, const EntMatrixColor *color, double x, double y, double radius)
{
  ent_matrix_set_color (cr, color);
  cairo_set_line_width (cr, radius * 0.34);
  cairo_move_to (cr, x, y - radius * 0.45);
  cairo_line_to (cr, x, y + radius * 0.25);
  cairo_stroke (cr);
  trace_disc (cr, x, y + radius * 0.55, radius * 0.19);
  cairo_fill (cr);
}

static void
draw_tick (cairo_t *cr, const EntMatrixColor *color, double x, double y, double radius)
{
  ent_matrix_set_color (cr, color);
  cairo_set_line_width (cr, radius * 0.26);
  cairo_move_to (cr, x - radius * 0.42, y);
  cairo_line_to (cr, x - radius * 0.1, y + radius * 0.32);
  cairo_line_to (cr, x + radius * 0.45, y - radius * 0.32);
  cairo_stroke (cr);
}

/* The letter of a story; its kind is said in full by the tooltip and where it is written out. */
static const char *
get_letter (EntTimelineMark mark)
{
  if (mark == ENT_TIMELINE_MARK_SMALL_WIN)
    /* Translators: one letter that stands for a small win on a timeline */
    return C_("timeline mark", "W");
  if (mark == ENT_TIMELINE_MARK_QUOTE)
    /* Translators: one letter that stands for a quote on a timeline */
    return C_("timeline mark", "Q");
  if (mark == ENT_TIMELINE_MARK_LESSON)
    /* Translators: one letter that stands for a lesson on a timeline */
    return C_("timeline mark", "L");

  /* Translators: one letter that stands for a story on a timeline */
  return C_("timeline mark", "S");
}

static void
draw_signal (EntTimelineScene *scene, cairo_t *cr, const EntTimelinePlace *place, double radius)
{
  const EntMatrixInk *better = &scene->palette->tones[ENT_TIMELINE_BETTER];
  const EntMatrixInk *worse = &scene->palette->tones[ENT_TIMELINE_WORSE];

  if (place->mark == ENT_TIMELINE_MARK_IMPROVEMENT)
    {
      trace_disc (cr, place->x, place->y, radius);
      paint (scene, cr, &better->ground, &scene->palette->ground);
      draw_plus (cr, &better->text, place->x, place->y, radius);
    }
  else if (place->mark == ENT_TIMELINE_MARK_CONCERN)
    {
      trace_triangle (cr, place->x, place->y, radius * 1.15);
      paint (scene, cr, &worse->ground, &scene->palette->ground);
      draw_exclamation (cr, &worse->text, place->x, place->y, radius);
    }
  else
    {
      trace_diamond (cr, place->x, place->y, radius * 1.15);
      paint (scene, cr, &scene->palette->text, &scene->palette->ground);
    }
}

static void
draw_milestone (EntTimelineScene *scene, cairo_t *cr, const EntTimelinePlace *place, double radius)
{
  const EntMatrixPalette *palette = scene->palette;
  const EntMatrixInk *better = &palette->tones[ENT_TIMELINE_BETTER];

  trace_diamond (cr, place->x, place->y, radius);
  if (place->mark == ENT_TIMELINE_MARK_DONE)
    {
      paint (scene, cr, &better->ground, &better->ground);
      draw_tick (cr, &better->text, place->x, place->y, radius);
    }
  else if (place->mark == ENT_TIMELINE_MARK_MISSED)
    {
      paint (scene, cr, &palette->ground, &palette->error);
      draw_exclamation (cr, &palette->error, place->x, place->y, radius * 0.8);
    }
  else
    paint (scene, cr, &palette->ground, &palette->text);
}

static void
draw_event (EntTimelineScene *scene, cairo_t *cr, const EntTimelinePlace *place, double radius)
{
  const EntMatrixPalette *palette = scene->palette;

  switch (place->mark)
    {
    case ENT_TIMELINE_MARK_CHECK_IN:
      trace_disc (cr, place->x, place->y, radius * 0.7);
      paint (scene, cr, &palette->dim, &palette->ground);
      break;
    case ENT_TIMELINE_MARK_DECISION:
      trace_box (cr, place->x, place->y, radius * 0.68, radius * 0.68);
      paint (scene, cr, &palette->ground, &palette->text);
      draw_tick (cr, &palette->text, place->x, place->y, radius * 0.9);
      break;
    case ENT_TIMELINE_MARK_PIVOT:
      trace_turn (cr, place->x, place->y, radius * 0.9);
      ent_matrix_set_color (cr, &palette->text);
      cairo_set_line_width (cr, scene->stroke * 2);
      cairo_stroke (cr);
      break;
    case ENT_TIMELINE_MARK_STORY:
    case ENT_TIMELINE_MARK_SMALL_WIN:
    case ENT_TIMELINE_MARK_QUOTE:
    case ENT_TIMELINE_MARK_LESSON:
      trace_box (cr, place->x, place->y, radius * 0.85, radius * 0.85);
      paint (scene, cr, &palette->tones[ENT_MATRIX_TONE_LIGHT].ground, &palette->dim);
      write_sign (scene, cr, &palette->tones[ENT_MATRIX_TONE_LIGHT].text, get_letter (place->mark),
                  place->x, place->y, 2 * radius);
      break;
    case ENT_TIMELINE_MARK_POINT:
    case ENT_TIMELINE_MARK_IMPROVEMENT:
    case ENT_TIMELINE_MARK_CONCERN:
    case ENT_TIMELINE_MARK_CHANGE:
    case ENT_TIMELINE_MARK_DUE:
    case ENT_TIMELINE_MARK_MISSED:
    case ENT_TIMELINE_MARK_DONE:
    case ENT_TIMELINE_MARK_MORALE:
    default:
      break;
    }
}

/* A number in a pill, for several items or for morale. */
static void
draw_number (EntTimelineScene *scene, cairo_t *cr, const EntTimelinePlace *place, int number,
             double radius)
{
  const EntMatrixPalette *palette = scene->palette;
  g_autofree char *text = g_strdup_printf ("%d", number);
  double half = MAX (ent_timeline_scene_get_width (scene, ENT_TIMELINE_FONT_SIGN, text) / 2
                     + 0.35 * radius, radius);

  cairo_new_sub_path (cr);
  cairo_arc (cr, place->x + half - radius, place->y, radius, -G_PI / 2, G_PI / 2);
  cairo_arc (cr, place->x - half + radius, place->y, radius, G_PI / 2, 3 * G_PI / 2);
  cairo_close_path (cr);
  paint (scene, cr, &palette->header, &palette->dim);
  write_sign (scene, cr, &palette->text, text, place->x, place->y, 2 * half);
}

static void
draw_shape (EntTimelineScene *scene, cairo_t *cr, const EntTimelinePlace *place, double radius)
{
  if (place->mark == ENT_TIMELINE_MARK_POINT)
    {
      trace_disc (cr, place->x, place->y, radius);
      paint (scene, cr, &scene->palette->ground, &scene->palette->dim);
    }
  else if (place->mark <= ENT_TIMELINE_MARK_CHANGE)
    draw_signal (scene, cr, place, radius);
  else if (place->mark == ENT_TIMELINE_MARK_MORALE)
    draw_number (scene, cr, place, (int) place->value, radius);
  else if (place->n > 1)
    draw_number (scene, cr, place, (int) place->n, radius * 0.85);
  else if (place->mark <= ENT_TIMELINE_MARK_DONE)
    draw_milestone (scene, cr, place, radius);
  else
    draw_event (scene, cr, place, radius);
}

static cairo_surface_t *
make_sprite (EntTimelineScene *scene, EntTimelineMark mark, double radius, double half, double scale)
{
  int side = (int) (2 * half * scale);
  cairo_surface_t *sprite = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, side, side);
  EntTimelinePlace place = { half, half, mark, 0, 1, 0 };
  cairo_t *cr;

  cairo_surface_set_device_scale (sprite, scale, scale);
  cr = cairo_create (sprite);
  draw_shape (scene, cr, &place, radius);
  cairo_destroy (cr);

  return sprite;
}

/* Measurements can be many: on pixels, their marks are drawn once and then put where they belong, to
 * the pixel. Returns FALSE where that can't be done. */
static gboolean
put_sprite (EntTimelineScene *scene, cairo_t *cr, const EntTimelinePlace *place, double radius,
            gboolean small)
{
  double scale = ent_timeline_raster_get_scale (cr);
  double half = ceil (1.6 * radius) + 2;
  cairo_surface_t **sprite;

  if (place->mark >= ENT_TIMELINE_N_SPRITES || scale <= 0)
    return FALSE;

  if (scene->sprite_palette != scene->palette || scene->sprite_scale != scale)
    ent_timeline_scene_clear_sprites (scene);
  scene->sprite_palette = scene->palette;
  scene->sprite_scale = scale;
  sprite = &scene->sprites[place->mark][small ? 1 : 0];
  if (*sprite == NULL)
    *sprite = make_sprite (scene, place->mark, radius, half, scale);

  cairo_set_source_surface (cr, *sprite, round ((place->x - half) * scale) / scale,
                            round ((place->y - half) * scale) / scale);
  cairo_paint (cr);

  return TRUE;
}

/**
 * ent_timeline_draw_mark:
 * @scene: a scene
 * @cr: where to draw
 * @place: a mark and its place
 * @small: whether it is drawn small, as in a folded lane
 *
 * Draws a mark.
 */
void
ent_timeline_draw_mark (EntTimelineScene *scene, cairo_t *cr, const EntTimelinePlace *place,
                        gboolean small)
{
  double radius;

  g_return_if_fail (scene != NULL && cr != NULL && place != NULL);

  radius = MIN (get_size (scene, place->mark),
                small ? SMALL * scene->line : G_MAXDOUBLE) / 2;
  if (!put_sprite (scene, cr, place, radius, small))
    draw_shape (scene, cr, place, radius);
}
