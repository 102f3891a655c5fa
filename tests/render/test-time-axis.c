/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where days are, and which of them are named. */
#include "config.h"

#include <locale.h>
#include <math.h>
#include <string.h>

#include "analysis/ent-day.h"
#include "render/ent-time-axis.h"

/* Every letter is 7 wide. */
static double
measure (const char *text, gpointer data)
{
  return 7.0 * (double) g_utf8_strlen (text, -1);
}

static EntTimeAxis
make_axis (const char *first, const char *end, double width)
{
  EntTimeAxis axis = { 0, 0, 100, width };

  ent_time_axis_show (&axis, ent_day_to_number (first), ent_day_to_number (end));

  return axis;
}

/* The names of one sort, with | between; ~ for one without room. */
static char *
join_labels (GArray *ticks, gboolean major)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < ticks->len; i++)
    {
      const EntTimeTick *tick = &g_array_index (ticks, EntTimeTick, i);

      if (tick->major == major)
        g_string_append_printf (text, "%s%s", text->len > 0 ? "|" : "",
                                tick->label != NULL ? tick->label : "~");
    }

  return g_string_free (text, FALSE);
}

static void
test_names (void)
{
  static const struct {
    const char *first;
    const char *end;
    double width;
    const char *major;
    const char *minor;
  } cases[] = {
    { "2026-05-04", "2026-05-11", 700, "May 2026",
      "Mon 4|Tue 5|Wed 6|Thu 7|Fri 8|Sat 9|Sun 10" },
    { "2026-04-28", "2026-05-05", 300, "April 2026|May 2026", "28|29|30|1|2|3|4" },
    { "2026-04-20", "2026-05-05", 700, "April 2026|May 2026",
      "20|21|22|23|24|25|26|27|28|29|30|1|2|3|4" },
    { "2026-05-01", "2026-07-01", 300, "May 2026|June 2026", "4|11|18|25|1|8|15|22|~" },
    { "2026-08-20", "2026-11-20", 400, "~|September 2026|October 2026|~",
      "24|31|7|14|21|28|5|12|19|26|2|9|16" },
    { "2026-08-20", "2026-11-20", 300, "2026", "September|October|November" },
    { "2026-01-01", "2027-01-01", 1200, "2026",
      "January|February|March|April|May|June|July|August|September|October|November|December" },
    { "2025-10-01", "2026-04-01", 250, "2025|2026", "Oct|Nov|Dec|Jan|Feb|Mar" },
    { "2025-01-01", "2027-01-01", 300, "2025|2026", "Q1|Q2|Q3|Q4|Q1|Q2|Q3|Q4" },
    { "2016-01-01", "2026-01-01", 460, "",
      "2016|2017|2018|2019|2020|2021|2022|2023|2024|2025" },
    { "2016-01-01", "2026-01-01", 230, "", "2016|2018|2020|2022|2024" },
    { "1961-01-01", "2026-01-01", 300, "", "1970|1980|1990|2000|2010|~" },
    { "0001-01-01", "9999-12-31", 500, "", "2500|5000|7500" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      EntTimeAxis axis = make_axis (cases[i].first, cases[i].end, cases[i].width);
      g_autoptr(GArray) ticks = ent_time_axis_dup_ticks (&axis, measure, NULL);
      g_autofree char *major = join_labels (ticks, TRUE);
      g_autofree char *minor = join_labels (ticks, FALSE);

      g_test_message ("%s to %s on %g", cases[i].first, cases[i].end, cases[i].width);
      g_assert_cmpstr (major, ==, cases[i].major);
      g_assert_cmpstr (minor, ==, cases[i].minor);
    }
}

/* At every zoom some are named, and none touches another. */
static void
test_never_overlap (void)
{
  EntTimeAxis axis = make_axis ("1990-02-03", "1990-02-06", 500);

  for (guint i = 0; i < 400; i++)
    {
      g_autoptr(GArray) ticks = NULL;
      double end[2] = { -1, -1 };
      guint n = 0;

      axis.width = 80 + (i * 97) % 1500;
      ticks = ent_time_axis_dup_ticks (&axis, measure, NULL);
      for (guint j = 0; j < ticks->len; j++)
        {
          const EntTimeTick *tick = &g_array_index (ticks, EntTimeTick, j);

          g_assert_cmpfloat (tick->x, >=, axis.x);
          g_assert_cmpfloat (tick->x, <=, axis.x + axis.width);
          if (tick->label == NULL)
            continue;

          g_assert_cmpfloat (tick->x, >=, end[tick->major]);
          end[tick->major] = tick->x + measure (tick->label, NULL);
          g_assert_cmpfloat (end[tick->major], <=, axis.x + axis.width);
          n++;
        }
      if (axis.width > 200)
        g_assert_cmpuint (n, >, 0);
      ent_time_axis_zoom (&axis, 1.03, axis.x + 40);
    }
}

static void
test_places (void)
{
  EntTimeAxis axis = make_axis ("2026-01-01", "2026-01-11", 500);
  int day = ent_day_to_number ("2026-01-03");

  g_assert_cmpfloat (ent_time_axis_to_x (&axis, day), ==, 200);
  g_assert_cmpfloat (ent_time_axis_place (&axis, day), ==, 225);
  g_assert_cmpfloat (ent_time_axis_to_moment (&axis, 225), ==, day + 0.5);

  ent_time_axis_pan (&axis, 50);
  g_assert_cmpfloat (ent_time_axis_to_x (&axis, day), ==, 150);
  ent_time_axis_zoom (&axis, 2, 150);
  g_assert_cmpfloat_with_epsilon (ent_time_axis_to_x (&axis, day), 150, 1e-6);
  g_assert_cmpfloat_with_epsilon (axis.end - axis.start, 20, 1e-6);
}

static void
test_ends (void)
{
  EntTimeAxis axis = make_axis ("2026-01-01", "2026-01-11", 500);

  for (guint i = 0; i < 200; i++)
    ent_time_axis_zoom (&axis, 0.5, 300);
  g_assert_cmpfloat_with_epsilon (axis.end - axis.start, ENT_TIME_AXIS_LEAST, 1e-6);
  for (guint i = 0; i < 200; i++)
    ent_time_axis_zoom (&axis, 2, 300);
  g_assert_cmpfloat (axis.start, >=, 1);
  g_assert_cmpfloat (axis.end, <=, 3652060);
  ent_time_axis_pan (&axis, 1e12);
  g_assert_cmpfloat (axis.end, <=, 3652060);

  ent_time_axis_fit (&axis, 100, 100);
  g_assert_cmpfloat (axis.start, <, 100);
  g_assert_cmpfloat (axis.end, >, 101);

  axis.width = 0;
  g_assert_cmpfloat (ent_time_axis_to_moment (&axis, 5), ==, axis.start);
  ent_time_axis_pan (&axis, 5);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/time-axis/names", test_names);
  g_test_add_func ("/time-axis/never-overlap", test_never_overlap);
  g_test_add_func ("/time-axis/places", test_places);
  g_test_add_func ("/time-axis/ends", test_ends);

  return g_test_run ();
}
