/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Time from left to right. Its names are tried from the finest to the coarsest: the first sort of
 * which none touches the next is taken. */
#include "config.h"

#include "render/ent-time-axis.h"

#include <glib/gi18n.h>
#include <math.h>

#include "analysis/ent-day.h"

/* From 1 January of the year 1 to 31 December 9999. */
#define FIRST_MOMENT 1.0
#define LAST_MOMENT 3652060.0

/* Between the end of a name and the next one, at the least. Fine ones stand loosely, so that they read
 * as a scale and not as a text. */
#define GAP "00"
#define MAJOR_GAP "0"

/* No name is narrower, so that no sort with too many is tried. */
#define NARROWEST 10.0

typedef enum {
  UNIT_NONE,
  UNIT_DAY,
  UNIT_WEEK,
  UNIT_MONTH,
  UNIT_YEAR,
} Unit;

/* A step and how it is named: by a format of g_date_time_format(), or as a quarter. */
typedef struct {
  Unit unit;
  int n;
  const char *format;
} Step;

/* Names, and the coarse ones that stand over them. */
typedef struct {
  Step minor;
  Step major;
} Level;

#define QUARTER "Q"

static const Level levels[] = {
  /* Translators: the formats of dates under a time axis, as g_date_time_format() takes them; from
   * here on each is shorter than the one before: Mon 3 */
  { { UNIT_DAY, 1, NC_("axis", "%a %-d") }, { UNIT_MONTH, 1, NC_("axis", "%OB %Y") } },
  { { UNIT_DAY, 1, NC_("axis", "%-d") }, { UNIT_MONTH, 1, NC_("axis", "%OB %Y") } },
  { { UNIT_WEEK, 1, NC_("axis", "%-d") }, { UNIT_MONTH, 1, NC_("axis", "%OB %Y") } },
  { { UNIT_MONTH, 1, NC_("axis", "%OB") }, { UNIT_YEAR, 1, NC_("axis", "%Y") } },
  { { UNIT_MONTH, 1, NC_("axis", "%Ob") }, { UNIT_YEAR, 1, NC_("axis", "%Y") } },
  { { UNIT_MONTH, 3, QUARTER }, { UNIT_YEAR, 1, NC_("axis", "%Y") } },
  { { UNIT_YEAR, 1, NC_("axis", "%Y") }, { UNIT_NONE, 0, NULL } },
  { { UNIT_YEAR, 2, NC_("axis", "%Y") }, { UNIT_NONE, 0, NULL } },
  { { UNIT_YEAR, 5, NC_("axis", "%Y") }, { UNIT_NONE, 0, NULL } },
  { { UNIT_YEAR, 10, NC_("axis", "%Y") }, { UNIT_NONE, 0, NULL } },
  { { UNIT_YEAR, 20, NC_("axis", "%Y") }, { UNIT_NONE, 0, NULL } },
  { { UNIT_YEAR, 50, NC_("axis", "%Y") }, { UNIT_NONE, 0, NULL } },
  { { UNIT_YEAR, 100, NC_("axis", "%Y") }, { UNIT_NONE, 0, NULL } },
  { { UNIT_YEAR, 500, NC_("axis", "%Y") }, { UNIT_NONE, 0, NULL } },
  { { UNIT_YEAR, 2500, NC_("axis", "%Y") }, { UNIT_NONE, 0, NULL } },
};

/* --- Where a day is -------------------------------------------------------------------------- */

/**
 * ent_time_axis_to_x:
 * @self: an axis
 * @moment: a moment in days
 *
 * Returns: where it is, which may be beside the axis
 */
double
ent_time_axis_to_x (const EntTimeAxis *self, double moment)
{
  return self->x + (moment - self->start) * self->width / (self->end - self->start);
}

/**
 * ent_time_axis_place:
 * @self: an axis
 * @day: a day
 *
 * Returns: where something that happened on @day is drawn: in its middle
 */
double
ent_time_axis_place (const EntTimeAxis *self, int day)
{
  return ent_time_axis_to_x (self, day + 0.5);
}

/**
 * ent_time_axis_to_moment:
 * @self: an axis
 * @x: a place
 *
 * Returns: the moment that is there, in days
 */
double
ent_time_axis_to_moment (const EntTimeAxis *self, double x)
{
  if (self->width <= 0)
    return self->start;

  return self->start + (x - self->x) * (self->end - self->start) / self->width;
}

/**
 * ent_time_axis_show:
 * @self: an axis
 * @start: the first moment to show
 * @end: the moment after the last
 *
 * Shows another stretch of time, as near to what is asked for as there are days: no shorter than
 * %ENT_TIME_AXIS_LEAST, and within the years 1 to 9999.
 */
void
ent_time_axis_show (EntTimeAxis *self, double start, double end)
{
  double length;

  g_return_if_fail (self != NULL);
  g_return_if_fail (isfinite (start) && isfinite (end));

  length = CLAMP (end - start, ENT_TIME_AXIS_LEAST, LAST_MOMENT - FIRST_MOMENT);
  if (length != end - start)
    start = (start + end - length) / 2;
  self->start = CLAMP (start, FIRST_MOMENT, LAST_MOMENT - length);
  self->end = self->start + length;
}

/**
 * ent_time_axis_fit:
 * @self: an axis
 * @first: a day
 * @last: a day that is no earlier
 *
 * Shows all from @first to @last, with a little room at both ends.
 */
void
ent_time_axis_fit (EntTimeAxis *self, int first, int last)
{
  double room = (last + 1.0 - first) * 0.03;

  ent_time_axis_show (self, first - room, last + 1 + room);
}

/**
 * ent_time_axis_zoom:
 * @self: an axis
 * @factor: how much longer the time shown becomes; less than 1 to see more of less
 * @x: a place that keeps its moment
 *
 * Shows more or less.
 */
void
ent_time_axis_zoom (EntTimeAxis *self, double factor, double x)
{
  double kept;
  double share;
  double length;

  g_return_if_fail (self != NULL && factor > 0 && isfinite (x));

  kept = ent_time_axis_to_moment (self, x);
  share = (kept - self->start) / (self->end - self->start);
  length = CLAMP ((self->end - self->start) * factor, ENT_TIME_AXIS_LEAST,
                  LAST_MOMENT - FIRST_MOMENT);
  ent_time_axis_show (self, kept - share * length, kept + (1 - share) * length);
}

/**
 * ent_time_axis_pan:
 * @self: an axis
 * @dx: how far to go, to the right if it is positive
 *
 * Shows what lies beside.
 */
void
ent_time_axis_pan (EntTimeAxis *self, double dx)
{
  double length = self->end - self->start;
  double days = self->width > 0 ? dx * length / self->width : 0;

  ent_time_axis_show (self, self->start + days, self->end + days);
}

/* --- Names ----------------------------------------------------------------------------------- */

static void
tick_clear (gpointer data)
{
  g_free (((EntTimeTick *) data)->label);
}

static GArray *
tick_array_new (void)
{
  GArray *ticks = g_array_new (FALSE, FALSE, sizeof (EntTimeTick));

  g_array_set_clear_func (ticks, tick_clear);

  return ticks;
}

/* The day that begins the month, counted from January of the year 0; 0 if there is none. */
static int
month_to_day (int month)
{
  GDate date;

  if (month < 12 || month >= 12 * 10000)
    return 0;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 1, (GDateMonth) (month % 12 + 1), (GDateYear) (month / 12));

  return (int) g_date_get_julian (&date);
}

static int
day_to_month (int day)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) CLAMP (day, 1, (int) LAST_MOMENT - 1));

  return g_date_get_year (&date) * 12 + (int) g_date_get_month (&date) - 1;
}

/* The number of the step that @day belongs to, counted from the year 0. */
static int
step_floor (const Step *step, int day)
{
  switch (step->unit)
    {
    case UNIT_DAY:
      return day / step->n;
    case UNIT_WEEK:
      /* The first day of the year 1 is a Monday. */
      return (day - 1) / 7;
    case UNIT_MONTH:
      return day_to_month (day) / step->n;
    case UNIT_YEAR:
      return day_to_month (day) / 12 / step->n;
    case UNIT_NONE:
    default:
      return 0;
    }
}

/* The day a step begins with; 0 if there is none. */
static int
step_begin (const Step *step, int number)
{
  switch (step->unit)
    {
    case UNIT_DAY:
      return number * step->n;
    case UNIT_WEEK:
      return number * 7 + 1;
    case UNIT_MONTH:
      return month_to_day (number * step->n);
    case UNIT_YEAR:
      return month_to_day (number * step->n * 12);
    case UNIT_NONE:
    default:
      return 0;
    }
}

static double
step_length (const Step *step)
{
  static const double lengths[] = { [UNIT_DAY] = 1, [UNIT_WEEK] = 7, [UNIT_MONTH] = 30.4,
                                    [UNIT_YEAR] = 365.2 };

  return lengths[step->unit] * step->n;
}

static char *
step_format (const Step *step, int day)
{
  g_autoptr(GDateTime) time = NULL;
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) day);
  if (g_str_equal (step->format, QUARTER))
    /* Translators: a quarter of the year under a time axis: Q1 */
    return g_strdup_printf (C_("quarter", "Q%u"), (guint) (g_date_get_month (&date) - 1) / 3 + 1);

  time = g_date_time_new_utc (g_date_get_year (&date), (int) g_date_get_month (&date),
                              g_date_get_day (&date), 0, 0, 0);

  return g_date_time_format (time, g_dpgettext2 (NULL, "axis", step->format));
}

/* Adds the names of one sort; returns whether none touches the next. A coarse one that began before
 * the axis is named at its edge, but gives way to the next. */
static gboolean
add_ticks (const EntTimeAxis *self, const Step *step, gboolean major, EntTimeMeasure measure,
           gpointer data, GArray *ticks)
{
  double free_from = -G_MAXDOUBLE;
  double gap = measure (major ? MAJOR_GAP : GAP, data);
  int last = step_floor (step, (int) ceil (self->end) - 1);

  for (int i = step_floor (step, (int) floor (self->start)); i <= last; i++)
    {
      EntTimeTick tick = { step_begin (step, i), major, 0, NULL };
      gboolean before = tick.day < self->start;
      double width;

      if (tick.day < 1 || (before && !major))
        continue;

      tick.x = MAX (ent_time_axis_to_x (self, tick.day), self->x);
      tick.label = step_format (step, tick.day);
      width = measure (tick.label, data);
      if (tick.x < free_from)
        {
          EntTimeTick *previous = &g_array_index (ticks, EntTimeTick, ticks->len - 1);

          if (!major || previous->day >= self->start)
            {
              tick_clear (&tick);
              return FALSE;
            }
          g_clear_pointer (&previous->label, g_free);
        }
      free_from = tick.x + width + gap;
      if (tick.x + width > self->x + self->width)
        g_clear_pointer (&tick.label, g_free);
      g_array_append_val (ticks, tick);
    }

  return TRUE;
}

/**
 * ent_time_axis_dup_ticks:
 * @self: an axis
 * @measure: (scope call): tells how wide a text is
 * @data: data for it
 *
 * Names the days, weeks, months, quarters, years or decades that are shown, as finely as there is
 * room. Names begin where what they name begins, and no two of one sort touch each other. The coarse
 * ones, which belong on a line of their own, come first. Weeks begin on Monday (ISO 8601).
 *
 * Returns: (transfer full) (element-type EntTimeTick): the names, by sort and then by day
 */
GArray *
ent_time_axis_dup_ticks (const EntTimeAxis *self, EntTimeMeasure measure, gpointer data)
{
  double length;

  g_return_val_if_fail (self != NULL && measure != NULL, NULL);

  length = self->end - self->start;
  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    {
      g_autoptr(GArray) ticks = tick_array_new ();

      if (length / step_length (&levels[i].minor) * NARROWEST > self->width)
        continue;
      if (levels[i].major.unit != UNIT_NONE
          && !add_ticks (self, &levels[i].major, TRUE, measure, data, ticks))
        continue;
      if (add_ticks (self, &levels[i].minor, FALSE, measure, data, ticks))
        return g_steal_pointer (&ticks);
    }

  return tick_array_new ();
}
