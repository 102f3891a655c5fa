/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The part of a list that a view gets: its first items, more as somebody scrolls, and nothing new while
 * nobody looks. */
#include "config.h"

#include "page-fixture.h"
#include "../model/list-mirror.h"
#include "pages/ent-finding-list.h"
#include "pages/ent-page-analysis.h"
#include "pages/ent-seen-list.h"

typedef struct {
  GListStore *store;
  EntSeenList *seen;
  ListMirror *mirror;
} Fixture;

/* What is told agrees with what there is, and that with the first of the whole list. */
static void
check (Fixture *fixture)
{
  GListModel *list = G_LIST_MODEL (fixture->seen);

  list_mirror_check (fixture->mirror);
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr(GObject) item = g_list_model_get_item (list, i);
      g_autoptr(GObject) original =
        g_list_model_get_item (ent_seen_list_get_model (fixture->seen), i);

      g_assert_true (item == original);
    }
}

static void
add (GListStore *store, guint position, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(GObject) item = g_object_new (G_TYPE_OBJECT, NULL);

      g_list_store_insert (store, position, item);
    }
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->store = g_list_store_new (G_TYPE_OBJECT);
  add (fixture->store, 0, GPOINTER_TO_UINT (data));
  fixture->seen = ent_seen_list_new (G_LIST_MODEL (fixture->store));
  fixture->mirror = list_mirror_new (G_LIST_MODEL (fixture->seen));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  list_mirror_free (fixture->mirror);
  g_assert_finalize_object (fixture->seen);
  g_assert_finalize_object (fixture->store);
}

static guint
count (Fixture *fixture)
{
  return g_list_model_get_n_items (G_LIST_MODEL (fixture->seen));
}

static void
test_first (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpuint (count (fixture), ==, ENT_SEEN_LIST_STEP);

  ent_seen_list_show_more (fixture->seen, 4);
  g_assert_cmpuint (count (fixture), ==, ENT_SEEN_LIST_STEP + 4);
  ent_seen_list_show_more (fixture->seen, G_MAXUINT);
  g_assert_cmpuint (count (fixture), ==, 50);
  check (fixture);
}

/* A record that is selected must not vanish because one was added above it. */
static void
test_nothing_falls_out (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GObject) last =
    g_list_model_get_item (G_LIST_MODEL (fixture->seen), ENT_SEEN_LIST_STEP - 1);

  add (fixture->store, 0, 1);
  g_assert_cmpuint (count (fixture), ==, ENT_SEEN_LIST_STEP + 1);
  g_assert_cmpuint (fixture->mirror->n_changes, ==, 1);
  g_assert_true (fixture->mirror->items->pdata[ENT_SEEN_LIST_STEP] == last);
  check (fixture);

  /* Undone, and nothing else comes in. */
  g_list_store_remove (fixture->store, 0);
  g_assert_cmpuint (count (fixture), ==, ENT_SEEN_LIST_STEP);
  check (fixture);
}

/* As when a search is over. */
static void
test_whole_list_comes_back (Fixture *fixture, gconstpointer data)
{
  g_list_store_remove_all (fixture->store);
  g_assert_cmpuint (count (fixture), ==, 0);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr(GListStore) more = g_list_store_new (G_TYPE_OBJECT);
      gpointer items[100];

      add (more, 0, G_N_ELEMENTS (items));
      for (guint k = 0; k < G_N_ELEMENTS (items); k++)
        items[k] = g_list_model_get_item (G_LIST_MODEL (more), k);
      g_list_store_splice (fixture->store, 0, 0, items, G_N_ELEMENTS (items));
      for (guint k = 0; k < G_N_ELEMENTS (items); k++)
        g_object_unref (items[k]);
    }
  g_assert_cmpuint (count (fixture), ==, ENT_SEEN_LIST_STEP);
  check (fixture);
}

static int
compare_addresses_down (gconstpointer a, gconstpointer b, gpointer data)
{
  gpointer first = data;

  return a == b ? 0 : a == first ? 1 : b == first ? -1 : a < b ? 1 : -1;
}

static void
test_keeps (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GObject) first = g_list_model_get_item (G_LIST_MODEL (fixture->store), 0);
  g_autoptr(GObject) far = g_list_model_get_item (G_LIST_MODEL (fixture->store), 39);

  ent_seen_list_keep (fixture->seen, far);
  g_assert_cmpuint (count (fixture), ==, 40);
  check (fixture);

  /* Sorted to the very end. */
  ent_seen_list_keep (fixture->seen, first);
  g_list_store_sort (fixture->store, compare_addresses_down, first);
  g_assert_cmpuint (count (fixture), ==, 50);
  check (fixture);
}

static void
test_still (Fixture *fixture, gconstpointer data)
{
  ent_seen_list_set_still (fixture->seen, TRUE);
  add (fixture->store, 3, 2);
  g_list_store_remove (fixture->store, 8);
  g_assert_cmpuint (fixture->mirror->n_changes, ==, 0);
  g_assert_cmpuint (count (fixture), ==, ENT_SEEN_LIST_STEP);

  ent_seen_list_set_still (fixture->seen, FALSE);
  g_assert_cmpuint (fixture->mirror->n_changes, ==, 1);
  check (fixture);

  /* Nothing happened: nothing is said. */
  ent_seen_list_set_still (fixture->seen, TRUE);
  ent_seen_list_set_still (fixture->seen, FALSE);
  g_assert_cmpuint (fixture->mirror->n_changes, ==, 1);
}

static void
change_at_random (Fixture *fixture)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (fixture->store));
  guint position = (guint) g_test_rand_int_range (0, (int) n + 1);
  guint some = (guint) g_test_rand_int_range (1, 6);

  switch (g_test_rand_int_range (0, 5))
    {
    case 0:
      add (fixture->store, position, some);
      break;
    case 1:
      g_list_store_splice (fixture->store, position, MIN (some, n - position), NULL, 0);
      break;
    case 2:
      ent_seen_list_show_more (fixture->seen, (guint) g_test_rand_int_range (0, 3));
      break;
    case 3:
      ent_seen_list_set_still (fixture->seen, TRUE);
      break;
    default:
      {
        g_autoptr(GObject) item = g_list_model_get_item (G_LIST_MODEL (fixture->store), position);

        ent_seen_list_keep (fixture->seen, item);
        ent_seen_list_set_still (fixture->seen, FALSE);
      }
    }
}

static void
test_random (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < 2000; i++)
    {
      change_at_random (fixture);
      if (g_test_rand_int_range (0, 3) == 0)
        {
          ent_seen_list_set_still (fixture->seen, FALSE);
          check (fixture);
        }
    }
}

static guint
count_rows (GtkWidget *widget)
{
  guint n = g_str_equal (gtk_widget_get_css_name (widget), "row") ? 1 : 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_rows (child);

  return n;
}

/* Two pages share one set of findings; the list of the one behind does nothing until it is shown. */
static void
test_hidden_findings (void)
{
  g_autoptr(EntProject) project = ent_project_new ();
  g_autoptr(EntRoleChecks) checks = ent_page_analysis_dup_role_checks (project);
  g_autoptr(EntRoleChecks) same = ent_page_analysis_dup_role_checks (project);
  GtkWidget *window = gtk_window_new ();
  GtkWidget *list = g_object_new (ENT_TYPE_FINDING_LIST, NULL);
  guint before;

  g_assert_true (checks == same);
  gtk_window_set_child (GTK_WINDOW (window), list);
  fixture_add (project, ENT_KIND_TASK, "Dig");
  ent_finding_list_set_model (ENT_FINDING_LIST (list), G_LIST_MODEL (checks));
  before = count_rows (list);
  g_assert_cmpuint (before, >, 0);

  fixture_add (project, ENT_KIND_TASK, "Sow");
  g_assert_cmpuint (count_rows (list), ==, before);
  gtk_window_present (GTK_WINDOW (window));
  while (!gtk_widget_get_mapped (list))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (count_rows (list), ==, g_list_model_get_n_items (G_LIST_MODEL (checks)));
  g_assert_cmpuint (count_rows (list), >, before);

  gtk_widget_set_visible (list, FALSE);
  before = count_rows (list);
  fixture_add (project, ENT_KIND_TASK, "Water");
  g_assert_cmpuint (count_rows (list), ==, before);
  gtk_widget_set_visible (list, TRUE);
  g_assert_cmpuint (count_rows (list), >, before);

  gtk_window_destroy (GTK_WINDOW (window));
}

/* What is shared lives as long as a page shows it. */
static void
test_shared_goes (void)
{
  g_autoptr(EntProject) project = ent_project_new ();
  EntRoleChecks *checks = ent_page_analysis_dup_role_checks (project);

  g_assert_finalize_object (checks);
  checks = ent_page_analysis_dup_role_checks (project);
  g_assert_true (ent_role_chart_get_project (ent_role_checks_get_chart (checks)) == project);
  g_assert_finalize_object (checks);
}

static void
add_case (const char *name, guint n, void (*test) (Fixture *, gconstpointer))
{
  g_autofree char *path = g_strconcat ("/pages/seen-list/", name, NULL);

  g_test_add (path, Fixture, GUINT_TO_POINTER (n), set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  add_case ("first", 50, test_first);
  add_case ("nothing-falls-out", 50, test_nothing_falls_out);
  add_case ("whole-list-comes-back", 50, test_whole_list_comes_back);
  add_case ("keeps", 50, test_keeps);
  add_case ("still", 50, test_still);
  add_case ("random", 10, test_random);
  g_test_add_func ("/pages/seen-list/hidden-findings", test_hidden_findings);
  g_test_add_func ("/pages/page-analysis/goes", test_shared_goes);

  return g_test_run ();
}
