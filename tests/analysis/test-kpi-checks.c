/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The findings of KPIs: what each rule says and when, and that the list follows each step. */
#include "kpi-fixture.h"
#include "finding-dump.h"
#include "../model/list-mirror.h"
#include "../model/random-edits.h"

#include <math.h>

#include "analysis/ent-kpi-checks.h"
#include "model/ent-kinds.h"

#define START "2026-01-01"
#define END "2026-04-11"         /* 100 days later */
#define TODAY "2026-02-20"       /* half way: 150 are expected */
#define N_EDITS 400

typedef struct {
  EntProject *project;
  EntRecord *kpi;
  EntKpis *kpis;
  EntKpiChecks *checks;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->project = ent_project_new ();
  self->kpi = kpi_fixture_add (self->project, "Learners", 100, START, 200, END);
  self->kpis = ent_kpis_new (self->project);
  ent_kpis_set_as_of (self->kpis, TODAY);
  self->checks = ent_kpi_checks_new (self->kpis);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_assert_finalize_object (self->checks);
  g_assert_finalize_object (self->kpis);
  g_assert_finalize_object (self->project);
}

static void
assert_findings (EntKpiChecks *checks, const char *expected)
{
  g_autofree char *text = finding_dump_severe (G_LIST_MODEL (checks));

  g_assert_cmpstr (text, ==, expected);
}

static void
test_status (Fixture *self, gconstpointer data)
{
  EntRecord *measurement;

  assert_findings (self->checks, "");
  measurement = kpi_fixture_measure (self->project, self->kpi, TODAY, 118);
  assert_findings (self->checks, "0 kpi-off-track: “Learners” is off track: expected 150 by now, "
                                 "measured 118.\n");
  ent_record_set_string (self->kpi, ENT_KPI_UNIT, "people");
  assert_findings (self->checks, "0 kpi-off-track: “Learners” is off track: expected 150 people by "
                                 "now, measured 118 people.\n");
  ent_record_set_double (measurement, ENT_MEASUREMENT_VALUE, 140);
  assert_findings (self->checks, "2 kpi-lagging: “Learners” lags behind: expected 150 people by now, "
                                 "measured 140 people.\n");
  ent_record_set_double (measurement, ENT_MEASUREMENT_VALUE, 148);
  assert_findings (self->checks, "");

  ent_record_set_enum (self->kpi, ENT_KPI_DIRECTION, ENT_DIRECTION_WITHIN);
  ent_record_set_double (self->kpi, ENT_KPI_TARGET, NAN);
  ent_record_set_double (self->kpi, ENT_KPI_HIGH, 100);
  assert_findings (self->checks, "0 kpi-off-track: “Learners” is off track: measured 148 people, "
                                 "should be at most 100 people.\n");
  ent_record_set_double (self->kpi, ENT_KPI_TARGET, 25);
  assert_findings (self->checks, "0 kpi-off-track: “Learners” is off track: measured 148 people, "
                                 "should be at most 100 people.\n");
}

static void
test_stale (Fixture *self, gconstpointer data)
{
  kpi_fixture_measure (self->project, self->kpi, "2026-02-05", 200);
  assert_findings (self->checks, "");
  /* 15 days are half as much again as 10, and not more. */
  ent_record_set_int (self->kpi, ENT_KPI_EVERY, 10);
  assert_findings (self->checks, "");
  ent_kpis_set_as_of (self->kpis, "2026-02-21");
  assert_findings (self->checks, "1 kpi-stale: “Learners” was last measured on 5 February 2026; it "
                                 "is due every 10 days.\n");
}

/* Worse, and not by chance; better is no finding. */
static void
test_concern (Fixture *self, gconstpointer data)
{
  const double values[] = { 210, 212, 210, 212, 210, 212, 210, 212, 210, 212, 210, 204 };
  EntFinding *finding;

  kpi_fixture_measure_weekly (self->project, self->kpi, "2025-11-01", values, 12);
  assert_findings (self->checks, "1 kpi-concern: “Learners”: the latest value lies below the lower "
                                 "limit, so the worsening is real.\n");
  finding = ent_checks_find (ENT_CHECKS (self->checks), self->kpi, ENT_FINDING_KPI_CONCERN);
  g_assert_true (ent_finding_get_record (finding, 0) == self->kpi);

  ent_record_set_enum (self->kpi, ENT_KPI_DIRECTION, ENT_DIRECTION_DECREASE);
  g_assert_null (ent_checks_find (ENT_CHECKS (self->checks), self->kpi, ENT_FINDING_KPI_CONCERN));
}

/* The most pressing first, and of those the one that is further behind. */
static void
test_order (Fixture *self, gconstpointer data)
{
  EntRecord *other = kpi_fixture_add (self->project, "Schools", 100, START, 200, END);

  kpi_fixture_measure (self->project, self->kpi, TODAY, 130);
  kpi_fixture_measure (self->project, other, TODAY, 90);
  assert_findings (self->checks,
                   "0 kpi-off-track: “Schools” is off track: expected 150 by now, measured 90.\n"
                   "0 kpi-off-track: “Learners” is off track: expected 150 by now, measured 130.\n");
  ent_project_remove (self->project, other);
  assert_findings (self->checks,
                   "0 kpi-off-track: “Learners” is off track: expected 150 by now, measured 130.\n");
  ent_history_undo (ent_project_get_history (self->project));
  g_assert_cmpuint (ent_checks_count (ENT_CHECKS (self->checks), ENT_FINDING_ACT_NOW), ==, 2);
}

static EntRecord *
pick (EntProject *project, EntKind kind, GRand *rand)
{
  guint n = ent_project_get_n_records (project, kind);

  return n > 0 ? ent_project_get_record (project, kind, (guint) g_rand_int_range (rand, 0, (int) n))
               : NULL;
}

static void
measure_some_day (EntProject *project, GRand *rand)
{
  EntRecord *kpi = pick (project, ENT_KIND_KPI, rand);
  g_autofree char *day = g_strdup_printf ("2026-02-%02d", g_rand_int_range (rand, 1, 29));

  if (kpi != NULL
      && ent_project_lookup_key (project, ENT_KIND_MEASUREMENT, ent_record_get_id (kpi), day, NULL)
           == NULL)
    kpi_fixture_measure (project, kpi, day, g_rand_int_range (rand, 80, 220));
}

static void
edit (Fixture *self, GRand *rand)
{
  EntHistory *history = ent_project_get_history (self->project);
  EntRecord *kpi = pick (self->project, ENT_KIND_KPI, rand);

  switch (kpi != NULL ? g_rand_int_range (rand, 0, 9) : 0)
    {
    case 0:
      kpi_fixture_add (self->project, "More", 100, START, 200, END);
      break;
    case 1:
      random_edits_apply (self->project, rand);
      break;
    case 2:
      ent_history_undo (history);
      break;
    case 3:
      ent_history_redo (history);
      break;
    case 4:
      ent_record_set_enum (kpi, ENT_KPI_DIRECTION, g_rand_int_range (rand, 0, 3));
      break;
    case 5:
      ent_record_set_int (kpi, ENT_KPI_EVERY, g_rand_int_range (rand, 1, 30));
      break;
    case 6:
      ent_kpis_set_as_of (self->kpis, g_rand_boolean (rand) ? "2026-02-14" : TODAY);
      break;
    default:
      measure_some_day (self->project, rand);
    }
}

static void
test_random_edits (Fixture *self, gconstpointer data)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (20261126);
  g_autoptr(ListMirror) mirror = list_mirror_new (G_LIST_MODEL (self->checks));

  for (guint i = 0; i < N_EDITS; i++)
    {
      g_autoptr(EntKpiChecks) fresh = NULL;
      g_autofree char *expected = NULL;

      edit (self, rand);
      list_mirror_check (mirror);
      fresh = ent_kpi_checks_new (self->kpis);
      expected = finding_dump_severe (G_LIST_MODEL (fresh));
      assert_findings (self->checks, expected);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) g_test_add ("/kpi-checks/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("status", test_status);
  ADD ("stale", test_stale);
  ADD ("concern", test_concern);
  ADD ("order", test_order);
  ADD ("random-edits", test_random_edits);
#undef ADD

  return g_test_run ();
}
