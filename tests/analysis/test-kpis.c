/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The KPIs of a project: what they take in, their days, what a step changes, and words. */
#include "kpi-fixture.h"
#include "../model/random-edits.h"

#include <locale.h>
#include <math.h>

#include "analysis/ent-day.h"
#include "analysis/ent-kpi-words.h"
#include "model/ent-kinds.h"

#define START "2026-01-01"
#define END "2026-04-11"         /* 100 days later */
#define TODAY "2026-02-20"
#define N_EDITS 400

typedef struct {
  EntProject *project;
  EntRecord *kpi;
  EntKpis *kpis;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->project = ent_project_new ();
  kpi_fixture_add (self->project, "Other", NAN, NULL, NAN, NULL);
  self->kpi = kpi_fixture_add (self->project, "Learners", 100, START, 200, END);
  self->kpis = ent_kpis_new (self->project);
  ent_kpis_set_as_of (self->kpis, TODAY);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_assert_finalize_object (self->kpis);
  g_assert_finalize_object (self->project);
}

static const EntKpiSeries *
get_series (Fixture *self)
{
  return ent_kpis_get_series (self->kpis, (guint) ent_kpis_find (self->kpis, self->kpi));
}

static EntKpiStatus
get_status (Fixture *self)
{
  return get_series (self)->standing.status;
}

static void
assert_like_fresh (EntKpis *kpis)
{
  g_autoptr(EntKpis) fresh = ent_kpis_new (ent_kpis_get_project (kpis));
  g_autofree char *expected = NULL;
  g_autofree char *actual = kpi_fixture_dump (kpis);

  ent_kpis_set_as_of (fresh, ent_kpis_get_as_of (kpis));
  ent_kpis_set_screened (fresh, ent_kpis_get_screened (kpis));
  expected = kpi_fixture_dump (fresh);
  g_assert_cmpstr (actual, ==, expected);
}

/* What is measured counts from its day on, whatever the order in which it is entered. */
static void
test_days (Fixture *self, gconstpointer data)
{
  EntRecord *early;

  g_assert_cmpint (get_status (self), ==, ENT_KPI_NO_DATA);
  kpi_fixture_measure (self->project, self->kpi, "2026-02-21", 300);
  g_assert_cmpint (get_status (self), ==, ENT_KPI_NO_DATA);
  kpi_fixture_measure (self->project, self->kpi, TODAY, 140);
  g_assert_cmpint (get_status (self), ==, ENT_KPI_LAGGING);
  early = kpi_fixture_measure (self->project, self->kpi, START, 100);
  g_assert_cmpint (get_status (self), ==, ENT_KPI_LAGGING);
  g_assert_cmpuint (get_series (self)->n, ==, 2);

  ent_kpis_set_as_of (self->kpis, "2026-01-31");
  g_assert_cmpfloat (get_series (self)->standing.latest, ==, 100);
  ent_record_set_double (early, ENT_MEASUREMENT_VALUE, 128.5);
  g_assert_cmpint (get_status (self), ==, ENT_KPI_ON_TRACK);
  ent_project_remove (self->project, early);
  g_assert_cmpint (get_status (self), ==, ENT_KPI_NO_DATA);

  ent_kpis_set_as_of (self->kpis, "2026-03-01");
  g_assert_cmpint (get_status (self), ==, ENT_KPI_MET);
  g_assert_false (ent_kpis_is_today (self->kpis));
  assert_like_fresh (self->kpis);
}

/* Limits start anew on a day of recalculation, and the points before keep theirs. */
static void
test_rebase (Fixture *self, gconstpointer data)
{
  const double values[] = { 10, 12, 10, 12, 10, 12, 50, 52, 50, 52, 50, 52 };
  const char *days[] = { "2025-06-01", "2025-08-13", NULL };
  EntValue value = ent_value_list (days);
  const EntKpiSegment *segment;

  kpi_fixture_measure_weekly (self->project, self->kpi, "2025-07-02", values, 12);
  g_assert_cmpuint (get_series (self)->segments->len, ==, 1);
  g_assert_cmpint (get_series (self)->assurance, ==, ENT_ASSURANCE_FAIL);

  /* The seventh was measured on the day itself. */
  g_assert_true (ent_record_set (self->kpi, ENT_KPI_REBASE, &value, NULL));
  g_assert_cmpuint (get_series (self)->segments->len, ==, 2);
  segment = ent_kpi_series_get_last_segment (get_series (self));
  g_assert_cmpuint (segment->first, ==, 6);
  g_assert_cmpfloat (segment->xmr.mean, ==, 51);
  g_assert_true (ent_xmr_is_trial (&segment->xmr));
  for (guint i = 0; i < 12; i++)
    g_assert_cmpint (ent_kpi_series_get_signal (get_series (self), i).rule, ==, ENT_SIGNAL_NONE);
  ent_value_clear (&value);
}

/* What goes one way over a day of recalculation is not looked at as one trend. */
static void
test_rebase_in_trend (Fixture *self, gconstpointer data)
{
  const double values[] = { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 };
  const char *days[] = { "2025-08-06", NULL };
  EntValue value = ent_value_list (days);

  kpi_fixture_measure_weekly (self->project, self->kpi, "2025-07-02", values, 10);
  g_assert_cmpint (ent_kpi_series_get_signal (get_series (self), 4).rule, ==, ENT_SIGNAL_TREND);
  g_assert_cmpint (ent_kpi_series_get_signal (get_series (self), 5).rule, ==, ENT_SIGNAL_TREND);

  g_assert_true (ent_record_set (self->kpi, ENT_KPI_REBASE, &value, NULL));
  g_assert_cmpuint (get_series (self)->segments->len, ==, 2);
  for (guint i = 0; i < 10; i++)
    g_assert_cmpint (ent_kpi_series_get_signal (get_series (self), i).rule, ==, ENT_SIGNAL_NONE);
  ent_value_clear (&value);
}

static void
test_assurance (Fixture *self, gconstpointer data)
{
  /* Limits 51 ± 2.66 · 2. */
  const double values[] = { 50, 52, 50, 52, 50, 52 };
  static const struct {
    EntDirection direction; double target; double low; double high; EntAssurance assurance;
  } cases[] = {
    { ENT_DIRECTION_INCREASE, 45.6, NAN, NAN, ENT_ASSURANCE_PASS },
    { ENT_DIRECTION_INCREASE, 45.7, NAN, NAN, ENT_ASSURANCE_CHANCE },
    { ENT_DIRECTION_INCREASE, 56.3, NAN, NAN, ENT_ASSURANCE_CHANCE },
    { ENT_DIRECTION_INCREASE, 56.4, NAN, NAN, ENT_ASSURANCE_FAIL },
    { ENT_DIRECTION_DECREASE, 45.6, NAN, NAN, ENT_ASSURANCE_FAIL },
    { ENT_DIRECTION_DECREASE, 45.7, NAN, NAN, ENT_ASSURANCE_CHANCE },
    { ENT_DIRECTION_DECREASE, 56.4, NAN, NAN, ENT_ASSURANCE_PASS },
    { ENT_DIRECTION_INCREASE, NAN, NAN, NAN, ENT_ASSURANCE_NONE },
    { ENT_DIRECTION_WITHIN, NAN, 45, 57, ENT_ASSURANCE_PASS },
    { ENT_DIRECTION_WITHIN, NAN, 46, 57, ENT_ASSURANCE_CHANCE },
    { ENT_DIRECTION_WITHIN, NAN, 57, NAN, ENT_ASSURANCE_FAIL },
    { ENT_DIRECTION_WITHIN, NAN, NAN, 45, ENT_ASSURANCE_FAIL },
    { ENT_DIRECTION_WITHIN, 51, NAN, NAN, ENT_ASSURANCE_NONE },
  };

  kpi_fixture_measure_weekly (self->project, self->kpi, "2025-07-02", values, 4);
  g_assert_cmpint (get_series (self)->assurance, ==, ENT_ASSURANCE_NONE);
  kpi_fixture_measure_weekly (self->project, self->kpi, "2025-08-02", values, 6);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      ent_record_set_enum (self->kpi, ENT_KPI_DIRECTION, cases[i].direction);
      ent_record_set_double (self->kpi, ENT_KPI_TARGET, cases[i].target);
      ent_record_set_double (self->kpi, ENT_KPI_LOW, cases[i].low);
      ent_record_set_double (self->kpi, ENT_KPI_HIGH, cases[i].high);
      g_test_message ("case %u", i);
      g_assert_cmpint (get_series (self)->assurance, ==, cases[i].assurance);
    }

  /* All alike: they meet it or they do not. */
  for (guint i = 0; i < ent_project_get_n_records (self->project, ENT_KIND_MEASUREMENT); i++)
    ent_record_set_double (ent_project_get_record (self->project, ENT_KIND_MEASUREMENT, i),
                           ENT_MEASUREMENT_VALUE, 51);
  ent_record_set_enum (self->kpi, ENT_KPI_DIRECTION, ENT_DIRECTION_INCREASE);
  ent_record_set_double (self->kpi, ENT_KPI_TARGET, 51);
  g_assert_cmpint (get_series (self)->assurance, ==, ENT_ASSURANCE_PASS);
  ent_record_set_double (self->kpi, ENT_KPI_TARGET, 51.1);
  g_assert_cmpint (get_series (self)->assurance, ==, ENT_ASSURANCE_FAIL);
}

static void
test_pulse (Fixture *self, gconstpointer data)
{
  const double values[] = { 2, 2, 2, 2, 2, 2, 2, 2, 4, 4, 4, 4, 4, 4, 4, 4 };
  EntSignal first;
  EntSignal last;

  ent_record_set_enum (self->kpi, ENT_KPI_KIND, ENT_KPI_PULSE);
  kpi_fixture_measure_weekly (self->project, self->kpi, "2025-07-02", values, 16);
  g_assert_true (isnan (ent_kpi_series_get_last_segment (get_series (self))->xmr.mean));
  g_assert_cmpfloat (ent_kpi_series_get_last_segment (get_series (self))->run.median, ==, 3);
  first = ent_kpi_series_get_signal (get_series (self), 0);
  last = ent_kpi_series_get_signal (get_series (self), 15);
  g_assert_cmpint (first.rule, ==, ENT_SIGNAL_RUN);
  g_assert_cmpint (ent_kpi_series_get_sense (get_series (self), first), ==, ENT_KPI_CONCERN);
  g_assert_cmpint (ent_kpi_series_get_sense (get_series (self), last), ==, ENT_KPI_IMPROVEMENT);
}

/* --- Following ------------------------------------------------------------------------------- */

typedef struct {
  guint n;
  gboolean layout;
  gboolean everything;
  guint n_kpis;
  guint kpi;
} Heard;

static void
on_changed (EntKpis *kpis, const EntKpisUpdate *update, Heard *heard)
{
  heard->n++;
  heard->layout = update->layout;
  heard->everything = update->everything;
  heard->n_kpis = update->kpis->len;
  heard->kpi = update->kpis->len > 0 ? g_array_index (update->kpis, guint, 0) : G_MAXUINT;
}

static void
test_updates (Fixture *self, gconstpointer data)
{
  Heard heard = { 0 };
  EntRecord *measurement;

  g_signal_connect (self->kpis, "changed", G_CALLBACK (on_changed), &heard);
  measurement = kpi_fixture_measure (self->project, self->kpi, START, 1);
  g_assert_cmpuint (heard.n, ==, 1);
  g_assert_false (heard.layout || heard.everything);
  g_assert_cmpuint (heard.n_kpis, ==, 1);
  g_assert_cmpuint (heard.kpi, ==, 1);

  ent_record_set_string (measurement, ENT_MEASUREMENT_NOTE, "Counted twice");
  g_assert_cmpuint (heard.n, ==, 2);
  ent_record_set_string (ent_project_get_info (self->project), ENT_PROJECT_TITLE, "Beds");
  g_assert_cmpuint (heard.n, ==, 2);

  ent_project_move (self->project, self->kpi, 0);
  g_assert_true (heard.layout && heard.everything);
  g_assert_cmpint (ent_kpis_find (self->kpis, self->kpi), ==, 0);
  ent_project_remove (self->project, self->kpi);
  g_assert_cmpint (ent_kpis_find (self->kpis, self->kpi), ==, -1);
  ent_history_undo (ent_project_get_history (self->project));
  g_assert_cmpuint (get_series (self)->n, ==, 1);
  assert_like_fresh (self->kpis);

  heard.n = 0;
  ent_kpis_set_screened (self->kpis, TRUE);
  ent_kpis_set_screened (self->kpis, TRUE);
  g_assert_cmpuint (heard.n, ==, 1);
  g_assert_true (heard.everything);
}

/* A document shows what there was. */
static void
test_freeze (Fixture *self, gconstpointer data)
{
  kpi_fixture_measure (self->project, self->kpi, START, 1);
  ent_kpis_freeze (self->kpis);
  kpi_fixture_measure (self->project, self->kpi, TODAY, 2);
  g_assert_cmpuint (get_series (self)->n, ==, 1);
}

static void
test_random_edits (void)
{
  g_autoptr(EntProject) project = ent_project_new ();
  g_autoptr(GRand) rand = g_rand_new_with_seed (g_test_rand_int ());
  g_autoptr(EntKpis) kpis = NULL;

  random_edits_fill (project, rand, 300);
  kpis = ent_kpis_new (project);
  for (guint i = 0; i < N_EDITS; i++)
    {
      random_edits_apply (project, rand);
      assert_like_fresh (kpis);
    }
  while (ent_history_can_undo (ent_project_get_history (project)))
    ent_history_undo (ent_project_get_history (project));
  assert_like_fresh (kpis);
}

/* --- Words ----------------------------------------------------------------------------------- */

static void
test_numbers (void)
{
  static const struct { double value; const char *unit; const char *text; } cases[] = {
    { 118, "people", "118 people" }, { 85, "%", "85%" }, { -3.5, "", "−3.5" }, { 0, "€", "€0" }, { 2, "€ a head", "2 € a head" },
    { 0.1 + 0.2, "", "0.3" }, { 1234567, "", "1234567" }, { 2.0 / 3, "h", "0.666667 h" },
    { -0.0, "people", "0 people" }, { NAN, "people", "" }, { 1e20, "", "1e+20" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(EntRecord) kpi = ent_record_new (ENT_KIND_KPI);
      g_autofree char *text = NULL;

      ent_record_set_string (kpi, ENT_KPI_UNIT, cases[i].unit);
      text = ent_kpi_format_value (kpi, cases[i].value);
      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
assert_explained (Fixture *self, const char *expected)
{
  g_autofree char *text = ent_kpi_explain (get_series (self));

  g_assert_cmpstr (text, ==, expected);
}

static void
test_words (Fixture *self, gconstpointer data)
{
  const double values[] = { 90, 105, 92, 104, 91, 105, 93, 110, 116, 111, 117, 112, 116, 118 };
  g_autofree char *status = NULL;

  assert_explained (self, "Nothing has been measured yet.");
  kpi_fixture_measure (self->project, self->kpi, "2026-01-10", 118);
  assert_explained (self, "Expected 150 by now, measured 118: off track.");
  ent_record_set_int (self->kpi, ENT_KPI_EVERY, 7);
  assert_explained (self, "Expected 150 by now, measured 118: off track; the latest measurement is "
                          "of 10 January 2026, one was due every 7 days.");
  status = ent_kpi_status_format (get_series (self));
  g_assert_cmpstr (status, ==, "✕ Off track, stale");

  ent_record_set_int (self->kpi, ENT_KPI_EVERY, ENT_INT_UNSET);
  ent_project_remove (self->project,
                      ent_project_get_record (self->project, ENT_KIND_MEASUREMENT, 0));
  kpi_fixture_measure_weekly (self->project, self->kpi, "2025-11-21", values, 14);
  assert_explained (self, "Expected 150 by now, measured 118: off track; the last 7 values lie above "
                          "the mean, so the improvement is real; even so, values as they come now "
                          "will not meet the target unless something changes.");
}

static void
test_target_words (Fixture *self, gconstpointer data)
{
  kpi_fixture_measure (self->project, self->kpi, TODAY, 201);
  assert_explained (self, "Measured 201: the target of 200 is met.");
  ent_record_set_string (self->kpi, ENT_KPI_TARGET_DATE, NULL);
  ent_record_set_double (self->kpi, ENT_KPI_TARGET, 300);
  assert_explained (self, "Measured 201, the target is 300: off track.");
  ent_record_set_double (self->kpi, ENT_KPI_TARGET, NAN);
  assert_explained (self, "Measured 201; there is no target to compare it with.");
  ent_record_set_enum (self->kpi, ENT_KPI_DIRECTION, ENT_DIRECTION_WITHIN);
  ent_record_set_double (self->kpi, ENT_KPI_LOW, 3);
  assert_explained (self, "Measured 201, should be at least 3: on track.");
  ent_record_set_double (self->kpi, ENT_KPI_HIGH, 5);
  ent_record_set_string (self->kpi, ENT_KPI_UNIT, "days");
  assert_explained (self, "Measured 201 days, should be 3 days to 5 days: off track.");
}

/* A band is what is judged, whatever else is given, and its ends may be turned round. */
static void
test_band_words (Fixture *self, gconstpointer data)
{
  static const struct {
    double target; double low; double high; double measured; const char *words;
  } cases[] = {
    { 25, 3, 5, 7, "measured 7 days, should be 3 days to 5 days" },
    { 25, 3, 5, 4, "measured 4 days, should be 3 days to 5 days" },
    { NAN, 5, 3, 7, "measured 7 days, should be 3 days to 5 days" },
    { NAN, NAN, 5, 7, "measured 7 days, should be at most 5 days" },
    { NAN, 3, NAN, 1, "measured 1 days, should be at least 3 days" },
    { 3, NAN, NAN, 1, "measured 1 days, the target is 3 days" },
  };
  EntRecord *measurement = kpi_fixture_measure (self->project, self->kpi, TODAY, 0);

  ent_record_set_enum (self->kpi, ENT_KPI_DIRECTION, ENT_DIRECTION_WITHIN);
  ent_record_set_string (self->kpi, ENT_KPI_TARGET_DATE, NULL);
  ent_record_set_string (self->kpi, ENT_KPI_UNIT, "days");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = NULL;
      g_autofree char *sentence = NULL;

      ent_record_set_double (self->kpi, ENT_KPI_TARGET, cases[i].target);
      ent_record_set_double (self->kpi, ENT_KPI_LOW, cases[i].low);
      ent_record_set_double (self->kpi, ENT_KPI_HIGH, cases[i].high);
      ent_record_set_double (measurement, ENT_MEASUREMENT_VALUE, cases[i].measured);
      words = ent_kpi_compare (get_series (self));
      g_assert_cmpstr (words, ==, cases[i].words);
      sentence = ent_kpi_explain (get_series (self));
      g_assert_true (g_str_has_prefix (sentence + 1, cases[i].words + 1));
    }
}

int
main (int argc, char **argv)
{
  static const struct {
    const char *path;
    void (*func) (Fixture *, gconstpointer);
  } tests[] = {
    { "/kpis/days", test_days },
    { "/kpis/rebase", test_rebase },
    { "/kpis/rebase-in-trend", test_rebase_in_trend },
    { "/kpis/assurance", test_assurance },
    { "/kpis/pulse", test_pulse },
    { "/kpis/updates", test_updates },
    { "/kpis/freeze", test_freeze },
    { "/kpi-words/reasoning", test_words },
    { "/kpi-words/targets", test_target_words },
    { "/kpi-words/bands", test_band_words },
  };

  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].func, tear_down);
  g_test_add_func ("/kpis/random-edits", test_random_edits);
  g_test_add_func ("/kpi-words/numbers", test_numbers);

  return g_test_run ();
}
