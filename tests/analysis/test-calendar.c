/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When a new day begins, by clocks that are made for it. */
#include "config.h"

#include "analysis/ent-calendar.h"

static void
test_count (void)
{
  const struct {
    const char *zone;
    const char *now;
    gint64 count;
  } cases[] = {
    { "UTC", "2026-05-03T00:00:00", 24 * 3600 * 1000 },
    { "UTC", "2026-05-03T23:59:59", 1000 },
    { "UTC", "2026-05-03T23:59:59.9999", 1 },
    { "UTC", "2026-12-31T12:00:00", 12 * 3600 * 1000 },
    { "UTC", "2028-02-28T12:00:00", 12 * 3600 * 1000 },
    { "+05:30", "2026-05-03T18:30:00", 11 * 1800 * 1000 },
    /* Clocks are put forward, and back. */
    { "CET-1CEST,M3.5.0,M10.5.0/3", "2026-03-29T00:00:00", 23 * 3600 * 1000 },
    { "CET-1CEST,M3.5.0,M10.5.0/3", "2026-10-25T00:00:00", 25 * 3600 * 1000 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GTimeZone) zone = g_time_zone_new_identifier (cases[i].zone);
      g_autoptr(GDateTime) now = NULL;

      g_assert_nonnull (zone);
      now = g_date_time_new_from_iso8601 (cases[i].now, zone);
      g_assert_nonnull (now);
      g_test_message ("%s %s", cases[i].zone, cases[i].now);
      g_assert_cmpint (ent_calendar_count_to_midnight (now), ==, cases[i].count);
    }
}

typedef struct {
  const char *now[4]; /* one look at the clock after the other, the last one for good */
  guint looks;
} Clock;

static GDateTime *
read_clock (gpointer data)
{
  Clock *clock = data;
  const char *now = clock->now[clock->looks];
  g_autoptr(GTimeZone) utc = g_time_zone_new_utc ();

  if (clock->now[clock->looks + 1] != NULL)
    clock->looks++;

  return g_date_time_new_from_iso8601 (now, utc);
}

static void
count (guint *n)
{
  (*n)++;
}

static void
test_check (void)
{
  Clock clock = { { "2026-05-03T09:00:00", "2026-05-03T23:00:00", "2026-05-06T08:00:00" }, 0 };
  g_autoptr(EntCalendar) calendar = ent_calendar_new ();
  guint n = 0;

  g_signal_connect_swapped (calendar, "day-changed", G_CALLBACK (count), &n);
  ent_calendar_set_clock (calendar, read_clock, &clock);
  g_assert_cmpstr (ent_calendar_get_today (calendar), ==, "2026-05-03");
  ent_calendar_check (calendar);
  g_assert_cmpuint (n, ==, 0);
  ent_calendar_check (calendar);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpstr (ent_calendar_get_today (calendar), ==, "2026-05-06");
  ent_calendar_check (calendar);
  g_assert_cmpuint (n, ==, 1);
}

/* The timer goes off by itself, twice: it may be too early by a clock that is not its own. */
static void
test_timer (void)
{
  Clock clock = { { "2026-05-03T23:59:59.997", "2026-05-03T23:59:59.999", "2026-05-04T00:00:00" },
                  0 };
  g_autoptr(EntCalendar) calendar = ent_calendar_new ();
  guint n = 0;

  g_signal_connect_swapped (calendar, "day-changed", G_CALLBACK (count), &n);
  ent_calendar_set_clock (calendar, read_clock, &clock);
  while (n == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (ent_calendar_get_today (calendar), ==, "2026-05-04");
  g_assert_cmpuint (clock.looks, ==, 2);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/calendar/count", test_count);
  g_test_add_func ("/calendar/check", test_check);
  g_test_add_func ("/calendar/timer", test_timer);

  return g_test_run ();
}
