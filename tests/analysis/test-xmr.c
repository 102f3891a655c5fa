/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Signal and noise: published examples, and every rule on each side of its edge. */
#include "analysis/ent-run-chart.h"
#include "analysis/ent-xmr.h"

#include <math.h>
#include <string.h>

/* Letters for signals: o outside, t trend, n near a limit, s shift, r run, c crossings; capital for
 * more, small for less. */
static char *
dup_letters (const EntSignal *signals, guint n)
{
  static const char letters[] = ".otnsrc";
  char *text = g_malloc0 (n + 1);

  for (guint i = 0; i < n; i++)
    text[i] = signals[i].side > 0 ? g_ascii_toupper (letters[signals[i].rule])
                                  : letters[signals[i].rule];

  return text;
}

/* The vignette “deviations” of NHSRplotthedots. */
static void
test_published (void)
{
  static const double values[] = { 1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1 };
  EntXmr plain = ent_xmr_compute (values, G_N_ELEMENTS (values), FALSE);
  EntXmr screened = ent_xmr_compute (values, G_N_ELEMENTS (values), TRUE);
  EntSignal signals[G_N_ELEMENTS (values)];

  g_assert_cmpfloat_with_epsilon (plain.mean, 1.94, 0.005);
  g_assert_cmpfloat_with_epsilon (plain.lower, -3.06, 0.005);
  g_assert_cmpfloat_with_epsilon (plain.upper, 6.95, 0.005);
  g_assert_cmpfloat_with_epsilon (screened.mean, 1.94, 0.005);
  g_assert_cmpfloat_with_epsilon (screened.lower, -0.72, 0.005);
  g_assert_cmpfloat_with_epsilon (screened.upper, 4.6, 0.005);
  g_assert_cmpfloat_with_epsilon (plain.range_upper, 3.267 * 32 / 17, 1e-9);

  for (guint screen = 0; screen < 2; screen++)
    {
      g_autofree char *letters = NULL;

      ent_xmr_find_signals (screen ? &screened : &plain, values, signals);
      letters = dup_letters (signals, G_N_ELEMENTS (values));
      g_assert_cmpstr (letters, ==, "....O.............");
    }
}

static void
test_limits (void)
{
  static const double values[] = { 3, 5, 4, 6, 5, 7, 6, 8, 7, 9, 8, 10 };
  EntXmr none = ent_xmr_compute (values, 0, FALSE);
  EntXmr few = ent_xmr_compute (values, 4, FALSE);
  EntXmr trial = ent_xmr_compute (values, 5, FALSE);

  g_assert_true (isnan (none.mean));
  g_assert_false (ent_xmr_has_limits (&none));
  g_assert_true (isnan (few.mean) && isnan (few.upper));
  g_assert_false (ent_xmr_has_limits (&few) || ent_xmr_is_trial (&few));

  /* Ranges 2, 1, 2, 1. */
  g_assert_true (ent_xmr_has_limits (&trial) && ent_xmr_is_trial (&trial));
  g_assert_cmpfloat (trial.moving_range_mean, ==, 1.5);
  g_assert_cmpfloat_with_epsilon (trial.upper, 4.6 + 2.66 * 1.5, 1e-12);
  g_assert_cmpfloat_with_epsilon (trial.near_lower, 4.6 - 2.66, 1e-12);

  trial = ent_xmr_compute (values, 11, FALSE);
  g_assert_true (ent_xmr_is_trial (&trial));
  trial = ent_xmr_compute (values, 12, FALSE);
  g_assert_false (ent_xmr_is_trial (&trial));
}

/* A moving range is left out from exactly 3.267 times their mean on: that of 16335 where the mean is
 * 5000, and not one that is 1 less. */
static void
test_screening (void)
{
  static const struct { double last; double range; } cases[] = {
    { 2733 + 16335, 2733 },
    { 2733 + 16334, 29999.0 / 6 },
    { 2733 - 16335, 2733 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const double values[] = { 0, 2733, 0, 2733, 0, 2733, cases[i].last };
      EntXmr limits = ent_xmr_compute (values, G_N_ELEMENTS (values), TRUE);

      g_assert_cmpfloat_with_epsilon (limits.moving_range_mean, cases[i].range, 1e-9);
    }
}

/* Series with limits of their own, so that each rule can be met at its edge: mean 0, near limits 2,
 * limits 3. */
static void
test_rules (void)
{
  static const EntXmr limits = { 0, 0, 3 / 2.66, -3, 3, -2, 2, 3.267 * 3 / 2.66 };
  static const struct { const char *signals; double values[16]; } cases[] = {
    /* On a limit is inside. */
    { ".....", { 3, -1, -3, 1, -1 } },
    { "O.o..", { 3.001, -1, -3.001, 1, -1 } },
    /* 7 points that go one way, not 6; longer ones in full; a tie breaks. */
    { "TTTTTTT.", { -1.5, -1, -0.5, 0.5, 1, 1.5, 1.7, -1 } },
    { "......", { -1.5, -1, -0.5, 0.5, 1, 1.5 } },
    { "tttttttt", { 1.8, 1.5, 1, 0.5, -0.5, -1, -1.5, -1.8 } },
    { "........", { -1.5, -1, -0.5, -0.5, 0.5, 1, 1.5, 1.7 } },
    /* 2 of 3 beyond a near limit, all three on that side. */
    { "N.N.....", { 2.5, 0.5, 2.5, -1, 1, -1, 1, -1 } },
    { "NN......", { 2.5, 2.5, 0.5, -1, 1, -1, 1, -1 } },
    { ".nn.....", { -0.5, -2.5, -2.5, 1, -1, 1, -1, 1 } },
    { "n.n.....", { -2.5, -0.5, -2.5, 1, -1, 1, -1, 1 } },
    { "........", { -2, -0.5, -2.5, 1, -1, 1, -1, 1 } },
    { "........", { -2.5, 0.5, -2.5, 1, -1, 1, -1, 1 } },
    { "........", { 2.5, -0.5, 2.5, -1, 1, -1, 1, -1 } },
    { "........", { 2.5, 0, 2.5, -1, 1, -1, 1, -1 } },
    { "........", { 2, 0.5, 2.5, -1, 1, -1, 1, -1 } },
    { "........", { 2.5, 0.5, 0.5, 2.5, -1, 1, -1, 1 } },
    /* 7 on one side, not 6; a point on the mean breaks. */
    { "SSSSSSS.", { 1, 0.5, 1, 0.5, 1, 0.5, 1, -1 } },
    { "......", { 1, 0.5, 1, 0.5, 1, 0.5 } },
    { "ssssssss.", { -1, -0.5, -1, -0.5, -1, -0.5, -1, -0.5, 1 } },
    { "........", { 1, 0.5, 1, 0, 1, 0.5, 1, 0.5 } },
    /* The first rule that applies keeps a point. */
    { "SSSSOSS", { 1, 0.5, 1, 0.5, 4, 0.5, 1 } },
    { "TTTTTTT.", { -1.5, -1, -0.5, 0.5, 1, 2.5, 2.8, -1 } },
    { "ttttttt.", { 1.5, 1, 0.5, -0.5, -1, -2.5, -2.8, 1 } },
    { "SNSNSSS.", { 1, 2.5, 0.5, 2.5, 1, 0.5, 1, -1 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      EntXmr own = limits;
      EntSignal signals[16];
      g_autofree char *letters = NULL;

      own.n = (guint) strlen (cases[i].signals);
      g_assert_cmpuint (own.n, >=, ENT_XMR_LEAST);
      ent_xmr_find_signals (&own, cases[i].values, signals);
      letters = dup_letters (signals, own.n);
      g_test_message ("case %u", i);
      g_assert_cmpstr (letters, ==, cases[i].signals);
    }
}

/* Rounding makes no signals: values that are alike, and values on the mean. */
static void
test_rounding (void)
{
  double values[40];
  EntSignal signals[G_N_ELEMENTS (values)];

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    values[i] = 0.1;
  for (guint n = ENT_XMR_LEAST; n <= G_N_ELEMENTS (values); n++)
    {
      EntXmr limits = ent_xmr_compute (values, n, TRUE);

      g_assert_cmpfloat (limits.upper, ==, 0.1);
      ent_xmr_find_signals (&limits, values, signals);
      for (guint i = 0; i < n; i++)
        g_assert_cmpint (signals[i].rule, ==, ENT_SIGNAL_NONE);
    }

  /* The mean of 0.1, 0.2 and 0.3 is 0.2, whatever a computer makes of it. */
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    values[i] = i % 8 == 0 ? 0.1 : i % 8 == 4 ? 0.3 : 0.2;
  {
    EntXmr limits = ent_xmr_compute (values, G_N_ELEMENTS (values), FALSE);

    ent_xmr_find_signals (&limits, values, signals);
    for (guint i = 0; i < G_N_ELEMENTS (values); i++)
      g_assert_cmpint (signals[i].rule, !=, ENT_SIGNAL_SHIFT);
  }
}

/* Turned upside down a series has the same signals on the other side; moved and stretched, the same. */
static void
test_properties (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (g_test_rand_int ());

  for (guint trial = 0; trial < 500; trial++)
    {
      guint n = (guint) g_rand_int_range (rand, 5, 60);
      double values[60];
      double turned[60];
      EntSignal signals[60];
      EntSignal other[60];
      EntXmr limits;
      EntXmr turned_limits;

      for (guint i = 0; i < n; i++)
        {
          values[i] = g_rand_int_range (rand, -20, 20);
          turned[i] = 1000 - 4 * values[i];
        }
      limits = ent_xmr_compute (values, n, trial % 2);
      turned_limits = ent_xmr_compute (turned, n, trial % 2);
      ent_xmr_find_signals (&limits, values, signals);
      ent_xmr_find_signals (&turned_limits, turned, other);
      g_assert_cmpfloat_with_epsilon (turned_limits.lower, 1000 - 4 * limits.upper, 1e-6);
      for (guint i = 0; i < n; i++)
        {
          g_assert_cmpint (signals[i].rule, ==, other[i].rule);
          g_assert_cmpint (signals[i].side, ==, -other[i].side);
        }
    }
}

/* --- Run charts ------------------------------------------------------------------------------ */

static void
test_run_chart (void)
{
  static const double values[] = { 3, 4, 3, 4, 5, 3, 2, 2, 3, 2 };
  EntRunChart none = ent_run_chart_compute (NULL, 0);
  EntRunChart run = ent_run_chart_compute (values, G_N_ELEMENTS (values));

  g_assert_true (isnan (none.median));
  g_assert_false (ent_run_chart_is_unusual (&none));

  /* Without those on the median of 3: 4 4 5 2 2 2. */
  g_assert_cmpfloat (run.median, ==, 3);
  g_assert_cmpuint (run.n_useful, ==, 6);
  g_assert_cmpuint (run.longest_run, ==, 3);
  g_assert_cmpuint (run.crossings, ==, 1);
  g_assert_cmpuint (run.longest_usual, ==, 6);
  /* Binomial (5, ½): P(0) = 0.031, P(0 or 1) = 0.188. */
  g_assert_cmpuint (run.fewest_usual, ==, 1);
  g_assert_false (ent_run_chart_is_unusual (&run));
}

/* n, longest run, fewest crossings; the latter in whole-number arithmetic elsewhere. */
static void
test_run_limits (void)
{
  static const struct { guint n; guint run; guint crossings; } cases[] = {
    { 10, 6, 2 }, { 12, 7, 3 }, { 16, 7, 4 }, { 20, 7, 6 }, { 24, 8, 8 }, { 30, 8, 10 },
    { 60, 9, 23 }, { 100, 10, 41 }, { 520, 12, 241 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree double *values = g_new (double, cases[i].n);
      EntRunChart run;

      for (guint k = 0; k < cases[i].n; k++)
        values[k] = k % 2;
      run = ent_run_chart_compute (values, cases[i].n);
      g_assert_cmpuint (run.n_useful, ==, cases[i].n);
      g_assert_cmpuint (run.longest_usual, ==, cases[i].run);
      g_assert_cmpuint (run.fewest_usual, ==, cases[i].crossings);
      g_assert_cmpuint (run.crossings, ==, cases[i].n - 1);
      g_assert_false (ent_run_chart_is_unusual (&run));
    }
}

static void
test_run_signals (void)
{
  static const struct { guint n; double values[20]; const char *signals; } cases[] = {
    /* 16 useful values: a run of 7 is usual, of 8 it is not; 4 crossings are, 3 are not. */
    { 16, { 4, 4, 4, 4, 4, 4, 4, 2, 4, 2, 2, 2, 2, 2, 2, 2 }, "...............c" },
    { 16, { 4, 4, 4, 4, 4, 4, 4, 4, 2, 2, 2, 2, 2, 2, 2, 2 }, "RRRRRRRRrrrrrrrr" },
    /* Values on the median neither break a run nor count. */
    { 17, { 4, 4, 4, 4, 3, 4, 4, 4, 4, 2, 2, 2, 2, 2, 2, 2, 2 }, "RRRR.RRRRrrrrrrrr" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      EntRunChart run = ent_run_chart_compute (cases[i].values, cases[i].n);
      EntSignal signals[20];
      g_autofree char *letters = NULL;

      ent_run_chart_find_signals (&run, cases[i].values, signals);
      letters = dup_letters (signals, cases[i].n);
      g_assert_cmpstr (letters, ==, cases[i].signals);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/xmr/published", test_published);
  g_test_add_func ("/xmr/limits", test_limits);
  g_test_add_func ("/xmr/screening", test_screening);
  g_test_add_func ("/xmr/rules", test_rules);
  g_test_add_func ("/xmr/rounding", test_rounding);
  g_test_add_func ("/xmr/properties", test_properties);
  g_test_add_func ("/run-chart/figures", test_run_chart);
  g_test_add_func ("/run-chart/limits", test_run_limits);
  g_test_add_func ("/run-chart/signals", test_run_signals);

  return g_test_run ();
}
