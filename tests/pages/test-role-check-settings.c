/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What people set in the preferences reaches the findings they look at, at once. */
#include "config.h"

#include <adwaita.h>

#include "../analysis/role-fixture.h"
#include "page-fixture.h"
#include "pages/ent-overview-page.h"
#include "pages/ent-role-chart-view.h"
#include "pages/ent-role-check-settings.h"
#include "render/ent-role-matrix.h"

/* One task for which each rule with a setting needs to be asked from 2 on. */
static const char *const rows[] = { "XXRCCII", "XX.....", NULL };

static const struct {
  const char *key;
  EntFindingKind kind;
} keys[] = {
  { "several-r", ENT_FINDING_SEVERAL_RESPONSIBLE },
  { "many-c", ENT_FINDING_MANY_CONSULTED },
  { "many-i", ENT_FINDING_MANY_INFORMED },
  { "role-many-r", ENT_FINDING_RESPONSIBLE_LOAD },
  { "too-many-a", ENT_FINDING_ACCOUNTABLE_LOAD },
};

static GSettings *
new_settings (void)
{
  return g_settings_new (ENT_APP_ID ".RoleCheck");
}

/* As many as nothing reaches, so that each test begins without questions. */
static void
ask_nothing (GSettings *settings)
{
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    g_settings_set_int (settings, keys[i].key, 99);
}

static guint
count_kind (EntRoleChecks *checks, EntFindingKind kind)
{
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (checks)); i++)
    {
      g_autoptr(EntFinding) finding = g_list_model_get_item (G_LIST_MODEL (checks), i);

      n += ent_finding_get_kind (finding) == kind;
    }

  return n;
}

static void
test_each_key (void)
{
  g_autoptr(GSettings) settings = new_settings ();
  g_autoptr(RoleFixture) fixture = role_fixture_new ("aabbbbb", (const char **) rows);
  g_autoptr(EntRoleChart) chart = ent_role_chart_new (fixture->project);
  g_autoptr(EntRoleChecks) checks = ent_role_checks_new (chart);

  ask_nothing (settings);
  ent_role_check_settings_follow (checks);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_test_message ("%s", keys[i].key);
      g_assert_cmpuint (count_kind (checks, keys[i].kind), ==, 0);
      g_settings_set_int (settings, keys[i].key, 2);
      g_assert_cmpuint (count_kind (checks, keys[i].kind), >, 0);
    }
}

static void
test_defaults (void)
{
  const EntRoleCheckSettings expected = ENT_ROLE_CHECK_SETTINGS_DEFAULT;
  g_autoptr(GSettings) settings = new_settings ();
  EntRoleCheckSettings read;

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    g_settings_reset (settings, keys[i].key);
  read = ent_role_check_settings_read ();

  /* The schema and the rules name the same numbers. */
  g_assert_cmpmem (&read, sizeof read, &expected, sizeof expected);
}

static void
count_up (gpointer object, guint row, guint column, guint n_rows, guint n_columns, guint *n)
{
  *n += n_rows * n_columns;
}

static void
test_marks (void)
{
  g_autoptr(GSettings) settings = new_settings ();
  g_autoptr(RoleFixture) fixture = role_fixture_new ("aabbbbb", (const char **) rows);
  g_autoptr(EntRoleChart) chart = ent_role_chart_new (fixture->project);
  g_autoptr(EntRoleChecks) checks = ent_role_checks_new (chart);
  g_autoptr(EntRoleMatrix) matrix = ent_role_matrix_new (chart, checks);
  guint n = 0;

  ask_nothing (settings);
  ent_role_check_settings_follow (checks);
  g_signal_connect (matrix, "changed", G_CALLBACK (count_up), &n);
  g_assert_cmpint (ent_matrix_model_get_cell_mark (ENT_MATRIX_MODEL (matrix), 0, 3), ==,
                   ENT_MATRIX_MARK_NONE);
  g_settings_set_int (settings, "many-c", 2);
  g_assert_cmpuint (n, ==, 2 * 7);
  g_assert_cmpint (ent_matrix_model_get_cell_mark (ENT_MATRIX_MODEL (matrix), 0, 3), ==,
                   ENT_MATRIX_MARK_NOTE);
}

/* Findings that are gone hear nothing more. */
static void
test_end (void)
{
  g_autoptr(GSettings) settings = new_settings ();
  g_autoptr(RoleFixture) fixture = role_fixture_new ("ab", NULL);
  g_autoptr(EntRoleChart) chart = ent_role_chart_new (fixture->project);
  EntRoleChecks *checks = ent_role_checks_new (chart);

  ent_role_check_settings_follow (checks);
  g_object_add_weak_pointer (G_OBJECT (checks), (gpointer *) &checks);
  g_object_unref (checks);
  g_assert_null (checks);
  g_settings_set_int (settings, "many-c", 7);
}

static void
assert_heard (GtkWidget *content, GSettings *settings)
{
  GtkWidget *window = adw_window_new ();

  adw_window_set_content (ADW_WINDOW (window), content);
  gtk_window_present (GTK_WINDOW (window));
  fixture_settle ();
  g_assert_cmpuint (fixture_count_text (content, "2 roles are to be told"), ==, 0);
  g_settings_set_int (settings, "many-i", 2);
  fixture_settle ();
  g_assert_cmpuint (fixture_count_text (content, "2 roles are to be told"), >, 0);
  gtk_window_destroy (GTK_WINDOW (window));
  fixture_settle ();
}

static void
test_overview (void)
{
  g_autoptr(GSettings) settings = new_settings ();
  g_autoptr(RoleFixture) fixture = role_fixture_new ("aabbbbb", (const char **) rows);
  EntPage *page = g_object_new (ENT_TYPE_OVERVIEW_PAGE, NULL);

  ask_nothing (settings);
  ent_page_set_project (page, fixture->project);
  assert_heard (GTK_WIDGET (page), settings);
}

static void
test_role_chart (void)
{
  g_autoptr(GSettings) settings = new_settings ();
  g_autoptr(RoleFixture) fixture = role_fixture_new ("aabbbbb", (const char **) rows);
  GtkWidget *view = g_object_new (ENT_TYPE_ROLE_CHART_VIEW, NULL);

  ask_nothing (settings);
  ent_role_chart_view_set_project (ENT_ROLE_CHART_VIEW (view), fixture->project);
  assert_heard (view, settings);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/role-check-settings/each-key", test_each_key);
  g_test_add_func ("/role-check-settings/defaults", test_defaults);
  g_test_add_func ("/role-check-settings/marks", test_marks);
  g_test_add_func ("/role-check-settings/end", test_end);
  g_test_add_func ("/role-check-settings/overview", test_overview);
  g_test_add_func ("/role-check-settings/role-chart", test_role_chart);

  return g_test_run ();
}
