/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A timer that goes off at midnight. It stands still while the machine sleeps, and the time may be set
 * or the user travel; so it looks at least once an hour, and whoever knows that somebody came back
 * asks for a look at once. */
#include "config.h"

#include "analysis/ent-calendar.h"

/* In milliseconds. */
#define LONGEST_WAIT (60 * 60 * 1000)

struct _EntCalendar {
  GObject parent_instance;

  EntCalendarClock clock;
  gpointer data;
  char *today;
  guint timer;
};

enum { DAY_CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EntCalendar, ent_calendar, G_TYPE_OBJECT)

static GDateTime *
read_clock (gpointer unused)
{
  return g_date_time_new_now_local ();
}

static gboolean
on_timer (gpointer data)
{
  EntCalendar *self = data;

  self->timer = 0;
  ent_calendar_check (self);

  return G_SOURCE_REMOVE;
}

static void
set_timer (EntCalendar *self, GDateTime *now)
{
  gint64 wait = MIN (ent_calendar_count_to_midnight (now), LONGEST_WAIT);

  g_clear_handle_id (&self->timer, g_source_remove);
  self->timer = g_timeout_add ((guint) wait, on_timer, self);
  g_source_set_name_by_id (self->timer, "[entente] midnight");
}

/* Returns: whether it is another day than before */
static gboolean
read_day (EntCalendar *self)
{
  g_autoptr(GDateTime) now = self->clock (self->data);
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");
  gboolean changed = g_strcmp0 (today, self->today) != 0;

  set_timer (self, now);
  g_free (self->today);
  self->today = g_steal_pointer (&today);

  return changed;
}

static void
ent_calendar_finalize (GObject *object)
{
  EntCalendar *self = ENT_CALENDAR (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  g_free (self->today);

  G_OBJECT_CLASS (ent_calendar_parent_class)->finalize (object);
}

static void
ent_calendar_class_init (EntCalendarClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ent_calendar_finalize;

  /**
   * EntCalendar::day-changed:
   *
   * It is another day than before.
   */
  signals[DAY_CHANGED] = g_signal_new ("day-changed", ENT_TYPE_CALENDAR, G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 0);
}

static void
ent_calendar_init (EntCalendar *self)
{
  self->clock = read_clock;
  read_day (self);
}

/**
 * ent_calendar_new:
 *
 * Returns: (transfer full): a calendar that goes with the clock of the machine
 */
EntCalendar *
ent_calendar_new (void)
{
  return g_object_new (ENT_TYPE_CALENDAR, NULL);
}

/**
 * ent_calendar_set_clock:
 * @self: a calendar
 * @clock: says which time it is
 * @data: for it
 *
 * Goes with another clock, for tests. What day it is there is taken without a signal.
 */
void
ent_calendar_set_clock (EntCalendar *self, EntCalendarClock clock, gpointer data)
{
  g_return_if_fail (ENT_IS_CALENDAR (self));
  g_return_if_fail (clock != NULL);

  self->clock = clock;
  self->data = data;
  read_day (self);
}

/**
 * ent_calendar_get_today:
 * @self: a calendar
 *
 * Returns: (transfer none): the day that it was at the last look, `YYYY-MM-DD`
 */
const char *
ent_calendar_get_today (EntCalendar *self)
{
  g_return_val_if_fail (ENT_IS_CALENDAR (self), NULL);

  return self->today;
}

/**
 * ent_calendar_check:
 * @self: a calendar
 *
 * Looks at the clock now, and not only at midnight: after a machine slept, say.
 */
void
ent_calendar_check (EntCalendar *self)
{
  g_return_if_fail (ENT_IS_CALENDAR (self));

  if (read_day (self))
    g_signal_emit (self, signals[DAY_CHANGED], 0);
}

/**
 * ent_calendar_count_to_midnight:
 * @now: a time
 *
 * Returns: the milliseconds until the next day begins where @now is, rounded up, at least 1. The day
 *   on which clocks are put back is longer.
 */
gint64
ent_calendar_count_to_midnight (GDateTime *now)
{
  g_autoptr(GDateTime) tomorrow = NULL;
  g_autoptr(GDateTime) midnight = NULL;
  GTimeSpan span;

  g_return_val_if_fail (now != NULL, 1);

  tomorrow = g_date_time_add_days (now, 1);
  midnight = g_date_time_new (g_date_time_get_timezone (now), g_date_time_get_year (tomorrow),
                              g_date_time_get_month (tomorrow),
                              g_date_time_get_day_of_month (tomorrow), 0, 0, 0);
  span = g_date_time_difference (midnight, now);

  return MAX (1, (span + G_TIME_SPAN_MILLISECOND - 1) / G_TIME_SPAN_MILLISECOND);
}
