/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The twin of the timeline: the same items as a list that follows it, and as text for a spreadsheet. */
#include "config.h"

#include "../model/list-mirror.h"
#include "page-fixture.h"
#include "pages/ent-page-analysis.h"
#include "pages/ent-timeline-rows.h"
#include "pages/ent-timeline-table.h"

#define N_EDITS 200

typedef struct {
  EntProject *project;
  EntKpis *kpis;
  EntTimelineModel *model;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr(EntRecord) check_in = ent_record_new (ENT_KIND_CHECK_IN);

  self->project = fixture_project_new ();
  ent_record_set_string (check_in, ENT_CHECK_IN_DATE, "2026-03-01");
  ent_record_set_int (check_in, ENT_CHECK_IN_MORALE, 4);
  ent_project_append (self->project, check_in, NULL);
  self->kpis = ent_page_analysis_dup_kpis (self->project);
  self->model = ent_timeline_model_new (self->kpis);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_assert_finalize_object (self->model);
  g_assert_finalize_object (self->kpis);
  g_assert_finalize_object (self->project);
}

static guint
count_items (EntTimelineModel *model)
{
  guint n = 0;

  for (guint lane = 0; lane < ent_timeline_model_get_n_lanes (model); lane++)
    n += ent_timeline_model_get_n_items (model, lane);

  return n;
}

/* Every item of every lane, in order, each with an object of its own. */
static void
assert_complete (EntTimelineRows *rows, EntTimelineModel *model)
{
  g_autoptr(GHashTable) objects = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  guint row = 0;

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (rows)), ==, count_items (model));
  for (guint lane = 0; lane < ent_timeline_model_get_n_lanes (model); lane++)
    for (guint item = 0; item < ent_timeline_model_get_n_items (model, lane); item++, row++)
      {
        g_autofree char *title = ent_timeline_model_dup_title (model, lane);
        g_autofree char *cell = ent_timeline_rows_dup_cell (rows, row, ENT_TIMELINE_COLUMN_LANE);

        g_assert_cmpstr (cell, ==, title);
        g_assert_true (g_hash_table_add (objects, g_list_model_get_item (G_LIST_MODEL (rows), row)));
        g_assert_true (ent_timeline_rows_get_record (rows, row)
                       == ent_timeline_model_get_item (model, lane, item).record);
      }
}

static void
test_follows (Fixture *self, gconstpointer data)
{
  g_autoptr(EntTimelineRows) rows = ent_timeline_rows_new (self->model);
  g_autoptr(ListMirror) mirror = list_mirror_new (G_LIST_MODEL (rows));

  assert_complete (rows, self->model);
  for (guint i = 0; i < N_EDITS; i++)
    {
      fixture_random_edits (self->project, 1);
      list_mirror_check (mirror);
      assert_complete (rows, self->model);
    }
}

static void
on_items_changed (GListModel *rows, guint position, guint removed, guint added, guint *told)
{
  told[0] = position;
  told[1] = removed;
  told[2] = added;
}

/* A step that changes one lane leaves the rows of the others alone. */
static void
test_one_lane (Fixture *self, gconstpointer data)
{
  g_autoptr(EntTimelineRows) rows = ent_timeline_rows_new (self->model);
  guint lane = ent_timeline_model_get_n_lanes (self->model) - 1;
  guint n = ent_timeline_model_get_n_items (self->model, lane);
  guint all = count_items (self->model);
  guint told[3] = { 0 };

  g_assert_cmpuint (n, >, 0);
  g_assert_cmpuint (all, >, n);
  g_signal_connect (rows, "items-changed", G_CALLBACK (on_items_changed), told);
  ent_project_remove (self->project, ent_timeline_model_get_item (self->model, lane, 0).record);
  g_assert_cmpuint (told[0], ==, all - n);
  g_assert_cmpuint (told[1], ==, n);
  g_assert_cmpuint (told[2], ==, n - 1);
  assert_complete (rows, self->model);
}

/* A step that reaches several lanes is told of one by one. */
static void
test_two_lanes (Fixture *self, gconstpointer data)
{
  EntRecord *kpis[2];
  EntRecord *measured[2];
  g_autoptr(EntTimelineRows) rows = NULL;
  g_autoptr(ListMirror) mirror = NULL;
  g_autoptr(EntTransaction) step = NULL;

  for (guint i = 0; i < 2; i++)
    {
      kpis[i] = fixture_add (self->project, ENT_KIND_KPI, "K");
      measured[i] = fixture_add_measurement (self->project, kpis[i], "2026-01-01", 1);
      fixture_add_measurement (self->project, kpis[i], "2026-01-02", 2);
    }
  rows = ent_timeline_rows_new (self->model);
  mirror = list_mirror_new (G_LIST_MODEL (rows));
  step = ent_project_begin (self->project, "Both");
  for (guint i = 0; i < 2; i++)
    g_assert_true (ent_project_remove (self->project, measured[i]));
  ent_transaction_commit (step);
  list_mirror_check (mirror);
  assert_complete (rows, self->model);
}

static void
test_tsv (Fixture *self, gconstpointer data)
{
  g_autoptr(EntTimelineRows) rows = ent_timeline_rows_new (self->model);
  g_autofree char *tsv = ent_timeline_rows_dup_tsv (rows);
  g_auto(GStrv) lines = g_strsplit (tsv, "\n", -1);

  g_assert_cmpstr (lines[0], ==, "What\tDay\tValue\tRemark");
  g_assert_cmpuint (g_strv_length (lines), ==, count_items (self->model) + 2);
  g_assert_nonnull (strstr (tsv, FIXTURE_NAME "\t2025-05-01\t120\t\n"));
  g_assert_nonnull (strstr (tsv, FIXTURE_NAME "\t2025-12-01\t150\t\n"));
}

/* It is filled while it is seen, and leads to what a row is of. */
static void
test_table (Fixture *self, gconstpointer data)
{
  GtkWidget *window = adw_window_new ();
  GtkWidget *table = g_object_new (ENT_TYPE_TIMELINE_TABLE, NULL);

  gtk_window_set_default_size (GTK_WINDOW (window), 800, 500);
  adw_window_set_content (ADW_WINDOW (window), table);
  ent_timeline_table_set_model (ENT_TIMELINE_TABLE (table), self->model);
  gtk_window_present (GTK_WINDOW (window));
  fixture_settle ();
  fixture_assert_named (table);
  g_assert_cmpuint (fixture_count_text (table, FIXTURE_NAME), >, 0);
  g_assert_cmpuint (fixture_count_text (table, "2025-12-01"), >, 0);
  fixture_random_edits (self->project, 30);
  ent_timeline_table_copy (ENT_TIMELINE_TABLE (table));
  gtk_window_destroy (GTK_WINDOW (window));
  fixture_settle ();
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(name, func) g_test_add ("/timeline-table/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("follows", test_follows);
  ADD ("one-lane", test_one_lane);
  ADD ("two-lanes", test_two_lanes);
  ADD ("tsv", test_tsv);
  ADD ("table", test_table);
#undef ADD

  return g_test_run ();
}
