/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Status and expectation of a KPI, on each side of every edge. */
#include "analysis/ent-kpi-plan.h"

#include <math.h>

#include "analysis/ent-day.h"
#include "model/ent-kinds.h"

#define NO NAN
#define START "2026-01-01"
#define END "2026-04-11"         /* 100 days later */

typedef struct {
  EntDirection direction;
  double baseline;
  const char *baseline_day;
  double target;
  const char *target_day;
  double low;
  double high;
  double tolerance;
} Plan;

static EntKpiPlan
make_plan (const Plan *plan)
{
  return (EntKpiPlan) {
    plan->direction, FALSE, plan->baseline, ent_day_to_number (plan->baseline_day), plan->target,
    ent_day_to_number (plan->target_day), plan->low, plan->high, plan->tolerance, 0,
  };
}

static void
test_days (void)
{
  static const struct { const char *day; int number; } cases[] = {
    { "0001-01-01", 1 }, { "1970-01-01", 719163 }, { "2000-02-29", 730179 },
    { "9999-12-31", 3652059 },
  };
  static const char *const none[] = { "", "2026-02-29", "2026-1-1", "today" };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *day = ent_day_from_number (cases[i].number);

      g_assert_cmpint (ent_day_to_number (cases[i].day), ==, cases[i].number);
      g_assert_cmpstr (day, ==, cases[i].day);
    }
  for (guint i = 0; i < G_N_ELEMENTS (none); i++)
    g_assert_cmpint (ent_day_to_number (none[i]), ==, ENT_DAY_NONE);
  g_assert_cmpint (ent_day_to_number (NULL), ==, ENT_DAY_NONE);
  g_free (ent_day_from_number (3652060));
}

static void
test_expect (void)
{
  static const struct { Plan plan; const char *day; double expected; } cases[] = {
    { { ENT_DIRECTION_INCREASE, 100, START, 200, END, NO, NO, 0 }, START, 100 },
    { { ENT_DIRECTION_INCREASE, 100, START, 200, END, NO, NO, 0 }, "2025-06-01", 100 },
    { { ENT_DIRECTION_INCREASE, 100, START, 200, END, NO, NO, 0 }, "2026-02-20", 150 },
    { { ENT_DIRECTION_INCREASE, 100, START, 200, END, NO, NO, 0 }, END, 200 },
    { { ENT_DIRECTION_INCREASE, 100, START, 200, END, NO, NO, 0 }, "2030-01-01", 200 },
    { { ENT_DIRECTION_DECREASE, 50, START, -50, END, NO, NO, 0 }, "2026-02-20", 0 },
    { { ENT_DIRECTION_INCREASE, -20, START, 0, END, NO, NO, 0 }, "2026-02-20", -10 },
    /* Baseline and target on one day: from that day on the target. */
    { { ENT_DIRECTION_INCREASE, 1, START, 2, START, NO, NO, 0 }, START, 2 },
    { { ENT_DIRECTION_INCREASE, 1, START, 2, START, NO, NO, 0 }, "2025-12-31", 1 },
    { { ENT_DIRECTION_INCREASE, 5, START, 5, END, NO, NO, 0 }, "2026-02-20", 5 },
    /* No trajectory. */
    { { ENT_DIRECTION_INCREASE, NO, START, 200, END, NO, NO, 0 }, START, NO },
    { { ENT_DIRECTION_INCREASE, 100, NULL, 200, END, NO, NO, 0 }, START, NO },
    { { ENT_DIRECTION_INCREASE, 100, START, NO, END, NO, NO, 0 }, START, NO },
    { { ENT_DIRECTION_INCREASE, 100, START, 200, NULL, NO, NO, 0 }, START, NO },
    { { ENT_DIRECTION_INCREASE, 100, END, 200, START, NO, NO, 0 }, START, NO },
    { { ENT_DIRECTION_INCREASE, 200, START, 100, END, NO, NO, 0 }, START, NO },
    { { ENT_DIRECTION_WITHIN, 100, START, 200, END, 90, 210, 0 }, START, NO },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      EntKpiPlan plan = make_plan (&cases[i].plan);
      double expected = ent_kpi_plan_expect (&plan, ent_day_to_number (cases[i].day));

      if (isnan (cases[i].expected))
        g_assert_true (isnan (expected));
      else
        g_assert_cmpfloat_with_epsilon (expected, cases[i].expected, 1e-9);
    }
}

/* All on the day in the middle between baseline and target. */
static void
test_status (void)
{
  static const Plan up = { ENT_DIRECTION_INCREASE, 100, START, 200, END, NO, NO, 0 };
  static const Plan down = { ENT_DIRECTION_DECREASE, 50, START, -50, END, NO, NO, 0 };
  static const Plan flat = { ENT_DIRECTION_INCREASE, 5, START, 5, END, NO, NO, 10 };
  static const Plan target = { ENT_DIRECTION_INCREASE, NO, NULL, 200, NULL, NO, NO, 10 };
  static const Plan strict = { ENT_DIRECTION_INCREASE, NO, NULL, 200, NULL, NO, NO, 0 };
  static const Plan undated = { ENT_DIRECTION_DECREASE, 100, NULL, 50, NULL, NO, NO, 10 };
  static const Plan zero = { ENT_DIRECTION_DECREASE, 40, START, 0, NULL, NO, NO, 25 };
  static const Plan negative = { ENT_DIRECTION_DECREASE, NO, NULL, -10, NULL, NO, NO, 20 };
  static const Plan band = { ENT_DIRECTION_WITHIN, NO, NULL, NO, NULL, 20, 30, 10 };
  static const Plan turned = { ENT_DIRECTION_WITHIN, NO, NULL, NO, NULL, 30, 20, 10 };
  static const Plan at_most = { ENT_DIRECTION_WITHIN, NO, NULL, NO, NULL, NO, 30, 10 };
  static const Plan middle = { ENT_DIRECTION_WITHIN, NO, NULL, 25, NULL, 20, 30, 10 };
  static const Plan none = { ENT_DIRECTION_INCREASE, 100, START, NO, END, NO, NO, 10 };
  static const Plan no_band = { ENT_DIRECTION_WITHIN, NO, NULL, NO, NULL, NO, NO, 10 };
  static const Plan against = { ENT_DIRECTION_INCREASE, 200, START, 100, END, NO, NO, 10 };
  static const struct { const Plan *plan; double latest; EntKpiStatus status; } cases[] = {
    /* Expected 150: the way is 50. */
    { &up, 147.5, ENT_KPI_ON_TRACK }, { &up, 147.49, ENT_KPI_LAGGING },
    { &up, 137.5, ENT_KPI_LAGGING }, { &up, 137.49, ENT_KPI_OFF_TRACK },
    { &up, 90, ENT_KPI_OFF_TRACK }, { &up, 199.99, ENT_KPI_ON_TRACK }, { &up, 200, ENT_KPI_MET },
    { &up, 1000, ENT_KPI_MET }, { &up, NO, ENT_KPI_NO_DATA },
    /* Expected 0. */
    { &down, 2.5, ENT_KPI_ON_TRACK }, { &down, 2.51, ENT_KPI_LAGGING },
    { &down, 12.5, ENT_KPI_LAGGING }, { &down, 12.51, ENT_KPI_OFF_TRACK },
    { &down, -49, ENT_KPI_ON_TRACK }, { &down, -50, ENT_KPI_MET }, { &down, -60, ENT_KPI_MET },
    { &flat, 5, ENT_KPI_MET }, { &flat, 4.99, ENT_KPI_OFF_TRACK },
    /* 10 % of 200. */
    { &target, 200, ENT_KPI_MET }, { &target, 180, ENT_KPI_LAGGING },
    { &target, 179.9, ENT_KPI_OFF_TRACK }, { &strict, 199.9, ENT_KPI_OFF_TRACK },
    { &strict, 200, ENT_KPI_MET },
    /* 10 % of the way of 50. */
    { &undated, 50, ENT_KPI_MET }, { &undated, 55, ENT_KPI_LAGGING },
    { &undated, 55.1, ENT_KPI_OFF_TRACK },
    { &zero, 0, ENT_KPI_MET }, { &zero, 10, ENT_KPI_LAGGING }, { &zero, 10.1, ENT_KPI_OFF_TRACK },
    { &negative, -10, ENT_KPI_MET }, { &negative, -8, ENT_KPI_LAGGING },
    { &negative, -7.9, ENT_KPI_OFF_TRACK },
    /* 10 % of the width of 10. */
    { &band, 20, ENT_KPI_ON_TRACK }, { &band, 30, ENT_KPI_ON_TRACK }, { &band, 19, ENT_KPI_LAGGING },
    { &band, 18.9, ENT_KPI_OFF_TRACK }, { &band, 31, ENT_KPI_LAGGING },
    { &band, 31.1, ENT_KPI_OFF_TRACK }, { &turned, 25, ENT_KPI_ON_TRACK },
    { &turned, 31.1, ENT_KPI_OFF_TRACK },
    { &at_most, -1000, ENT_KPI_ON_TRACK }, { &at_most, 33, ENT_KPI_LAGGING },
    { &at_most, 33.1, ENT_KPI_OFF_TRACK },
    { &middle, 25, ENT_KPI_MET }, { &middle, 26, ENT_KPI_ON_TRACK },
    { &none, 3, ENT_KPI_NO_TARGET }, { &no_band, 3, ENT_KPI_NO_TARGET },
    /* A target on the wrong side of the baseline is compared with alone. */
    { &against, 99, ENT_KPI_LAGGING }, { &against, 100, ENT_KPI_MET },
    { &against, 80, ENT_KPI_OFF_TRACK },
  };
  int today = ent_day_to_number ("2026-02-20");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      EntKpiPlan plan = make_plan (cases[i].plan);
      EntKpiStanding standing = ent_kpi_plan_judge (&plan, cases[i].latest, today, today);

      g_test_message ("case %u: %g", i, cases[i].latest);
      g_assert_cmpint (standing.status, ==, cases[i].status);
    }
}

/* Nothing is expected yet on the first day, and everything after the last. */
static void
test_ends (void)
{
  static const Plan up = { ENT_DIRECTION_INCREASE, 100, START, 200, END, NO, NO, 0 };
  EntKpiPlan plan = make_plan (&up);
  int start = ent_day_to_number (START);
  int later = ent_day_to_number (END) + 50;

  g_assert_cmpint (ent_kpi_plan_judge (&plan, 100, start, start).status, ==, ENT_KPI_ON_TRACK);
  g_assert_cmpfloat (ent_kpi_plan_judge (&plan, 100, start, start - 9).progress, ==, 1);
  g_assert_cmpint (ent_kpi_plan_judge (&plan, 99, start, start).status, ==, ENT_KPI_OFF_TRACK);
  g_assert_cmpint (ent_kpi_plan_judge (&plan, 195, later, later).status, ==, ENT_KPI_ON_TRACK);
  g_assert_cmpint (ent_kpi_plan_judge (&plan, 175, later, later).status, ==, ENT_KPI_LAGGING);
  g_assert_cmpint (ent_kpi_plan_judge (&plan, 174, later, later).status, ==, ENT_KPI_OFF_TRACK);
}

/* Older than one and a half times the days between two. */
static void
test_stale (void)
{
  static const struct { int every; int age; gboolean stale; } cases[] = {
    { 30, 45, FALSE }, { 30, 46, TRUE }, { 7, 10, FALSE }, { 7, 11, TRUE }, { 1, 1, FALSE },
    { 1, 2, TRUE }, { 0, 9999, FALSE },
  };
  static const Plan up = { ENT_DIRECTION_INCREASE, 100, START, 200, END, NO, NO, 0 };
  EntKpiPlan plan = make_plan (&up);
  int day = ent_day_to_number (START);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      plan.every = cases[i].every;
      g_assert_cmpint (ent_kpi_plan_judge (&plan, 150, day, day + cases[i].age).stale, ==,
                       cases[i].stale);
    }
  plan.every = 1;
  g_assert_false (ent_kpi_plan_judge (&plan, NAN, ENT_DAY_NONE, day).stale);
}

static void
test_read (void)
{
  g_autoptr(EntRecord) kpi = ent_record_new (ENT_KIND_KPI);
  EntKpiPlan plan;

  ent_kpi_plan_read (&plan, kpi);
  g_assert_true (isnan (plan.baseline) && isnan (plan.target) && isnan (plan.low));
  g_assert_cmpint (plan.target_day, ==, ENT_DAY_NONE);
  g_assert_cmpint (plan.every, ==, 0);
  g_assert_cmpfloat (plan.tolerance, ==, 0);

  ent_record_set_enum (kpi, ENT_KPI_KIND, ENT_KPI_PULSE);
  ent_record_set_double (kpi, ENT_KPI_TARGET, 4);
  ent_record_set_string (kpi, ENT_KPI_TARGET_DATE, END);
  ent_record_set_int (kpi, ENT_KPI_EVERY, 14);
  ent_kpi_plan_read (&plan, kpi);
  g_assert_true (plan.pulse);
  g_assert_cmpfloat (plan.target, ==, 4);
  g_assert_cmpint (plan.target_day - ent_day_to_number (START), ==, 100);
  g_assert_cmpint (plan.every, ==, 14);
}

static void
test_due (void)
{
  EntKpiPlan plan = { .every = 30 };

  g_assert_cmpint (ent_kpi_plan_get_due (&plan, ent_day_to_number (START)), ==,
                   ent_day_to_number ("2026-01-31"));
  g_assert_cmpint (ent_kpi_plan_get_due (&plan, ENT_DAY_NONE), ==, ENT_DAY_NONE);
  plan.every = 0;
  g_assert_cmpint (ent_kpi_plan_get_due (&plan, ent_day_to_number (START)), ==, ENT_DAY_NONE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/kpi-plan/days", test_days);
  g_test_add_func ("/kpi-plan/expect", test_expect);
  g_test_add_func ("/kpi-plan/status", test_status);
  g_test_add_func ("/kpi-plan/ends", test_ends);
  g_test_add_func ("/kpi-plan/stale", test_stale);
  g_test_add_func ("/kpi-plan/read", test_read);
  g_test_add_func ("/kpi-plan/due", test_due);

  return g_test_run ();
}
