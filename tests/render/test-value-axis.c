/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Named values, and ranges that are none. */
#include "config.h"

#include <math.h>

#include "render/ent-value-axis.h"

static EntValueAxis
make_axis (double low, double high, guint most)
{
  EntValueRange range = ent_value_range_empty ();

  ent_value_range_add (&range, low);
  ent_value_range_add (&range, high);

  return ent_value_axis_make (&range, 10, 110, most);
}

static void
test_ticks (void)
{
  static const struct {
    double low;
    double high;
    guint most;
    double first;
    double step;
    guint n;
  } cases[] = {
    { 0, 100, 5, 0, 50, 3 },
    { 0, 100, 6, 0, 20, 6 },
    { 1, 5, 5, 1, 1, 5 },
    { -3, 3, 4, -2, 2, 3 },
    { 118, 300, 5, 150, 50, 4 },
    { 0.001, 0.002, 3, 0.001, 0.0005, 3 },
    { 1e9, 3e9, 3, 1e9, 1e9, 3 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      EntValueAxis axis = make_axis (cases[i].low, cases[i].high, cases[i].most);

      g_test_message ("%g to %g", cases[i].low, cases[i].high);
      g_assert_cmpfloat_with_epsilon (axis.step, cases[i].step, cases[i].step * 1e-9);
      g_assert_cmpuint (ent_value_axis_get_n_ticks (&axis), ==, cases[i].n);
      g_assert_cmpfloat_with_epsilon (ent_value_axis_get_tick (&axis, 0), cases[i].first,
                                      axis.step * 1e-9);
    }
}

/* Whatever the values, there is an axis with places for them. */
static void
test_odd_ranges (void)
{
  static const double values[] = {
    0, -0.0, 1, -1, 5, 1e-300, -1e-300, 1e300, G_MAXDOUBLE, -G_MAXDOUBLE, NAN, INFINITY,
    -INFINITY, 1e15, 1e15 + 0.125, 5e-324,
  };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    for (guint j = 0; j < G_N_ELEMENTS (values); j++)
      {
        EntValueAxis axis = make_axis (values[i], values[j], 4);
        guint n = ent_value_axis_get_n_ticks (&axis);

        g_test_message ("%g and %g", values[i], values[j]);
        g_assert_true (isfinite (axis.low) && isfinite (axis.high));
        g_assert_cmpfloat (axis.low, <, axis.high);
        g_assert_cmpfloat (axis.step, >, 0);
        g_assert_cmpuint (n, <=, 6);
        for (guint k = 0; k < G_N_ELEMENTS (values); k++)
          g_assert_true (isfinite (ent_value_axis_to_y (&axis, values[k])));
        if (isfinite (values[i]) && fabs (values[i]) < 1e301)
          {
            g_assert_cmpfloat (ent_value_axis_to_y (&axis, values[i]), >=, 10);
            g_assert_cmpfloat (ent_value_axis_to_y (&axis, values[i]), <=, 110);
          }
      }
}

static void
test_empty (void)
{
  EntValueRange range = ent_value_range_empty ();
  EntValueAxis axis = ent_value_axis_make (&range, 0, 50, 3);

  g_assert_cmpfloat (axis.low, <=, 0);
  g_assert_cmpfloat (axis.high, >=, 1);
  g_assert_cmpfloat (ent_value_axis_to_y (&axis, axis.low), ==, 50);
  g_assert_cmpfloat (ent_value_axis_to_y (&axis, axis.high), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/value-axis/ticks", test_ticks);
  g_test_add_func ("/value-axis/odd-ranges", test_odd_ranges);
  g_test_add_func ("/value-axis/empty", test_empty);

  return g_test_run ();
}
