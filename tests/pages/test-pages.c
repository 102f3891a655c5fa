/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What every page has to stand: an empty project and a full one, names that look like markup, edits
 * made elsewhere, another project in its place, and being closed. */
#include "config.h"

#include "page-fixture.h"
#include "pages/ent-pages.h"

static EntPage *
show_page (const EntPageInfo *info, EntProject *project)
{
  GtkWidget *window = adw_window_new ();
  EntPage *page = g_object_new (info->get_type (), NULL);

  gtk_window_set_default_size (GTK_WINDOW (window), 1000, 700);
  adw_window_set_content (ADW_WINDOW (window), GTK_WIDGET (page));
  ent_page_set_project (page, project);
  gtk_window_present (GTK_WINDOW (window));
  fixture_settle ();

  return page;
}

static void
close_page (EntPage *page)
{
  gtk_window_destroy (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (page))));
  fixture_settle ();
}

static void
test_empty (gconstpointer info)
{
  g_autoptr(EntProject) project = ent_project_new ();
  EntPage *page = show_page (info, project);

  fixture_assert_named (GTK_WIDGET (page));
  ent_page_add_record (page);
  ent_page_commit_edits (page);
  close_page (page);
  g_assert_false (ent_history_can_undo (ent_project_get_history (project)));
}

static void
test_full (gconstpointer info)
{
  g_autoptr(EntProject) project = fixture_project_new ();
  EntPage *page = show_page (info, project);

  fixture_assert_named (GTK_WIDGET (page));
  g_assert_cmpuint (fixture_count_text (GTK_WIDGET (page), FIXTURE_NAME), >, 0);
  close_page (page);
}

/* Each page leads to a record of each of its kinds. */
static void
test_reveal (gconstpointer data)
{
  const EntPageInfo *info = data;
  g_autoptr(EntProject) project = fixture_project_new ();
  EntPage *page = show_page (info, project);

  for (guint i = 0; i < info->n_kinds; i++)
    {
      EntRecord *record = info->kinds[i] == ENT_KIND_PROJECT
                            ? ent_project_get_info (project)
                            : ent_project_get_record (project, info->kinds[i], 0);

      g_assert_true (ent_page_reveal (page, record, 0));
      fixture_settle ();
      g_assert_true (ent_page_reveal (page, record, -1));
    }
  close_page (page);
}

/* Showing a page, walking over it and committing what is half typed changes nothing. */
static void
test_looking_is_no_edit (gconstpointer info)
{
  g_autoptr(EntProject) project = fixture_project_new ();
  guint64 state = ent_history_get_state (ent_project_get_history (project));
  EntPage *page = show_page (info, project);

  for (guint i = 0; i < 40; i++)
    gtk_widget_child_focus (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (page))),
                            GTK_DIR_TAB_FORWARD);
  ent_page_commit_edits (page);
  ent_page_set_project (page, NULL);
  fixture_settle ();
  close_page (page);
  g_assert_cmpuint (ent_history_get_state (ent_project_get_history (project)), ==, state);
}

static void
test_random_edits (gconstpointer info)
{
  g_autoptr(EntProject) project = fixture_project_new ();
  EntPage *page = show_page (info, project);

  fixture_random_edits (project, 300);
  fixture_assert_named (GTK_WIDGET (page));
  close_page (page);
}

static void
test_other_project (gconstpointer info)
{
  EntProject *first = fixture_project_new ();
  g_autoptr(EntProject) second = fixture_project_new ();
  EntPage *page = show_page (info, first);

  ent_page_set_project (page, second);
  fixture_settle ();
  g_assert_finalize_object (first);
  fixture_random_edits (second, 30);
  close_page (page);
}

static void
test_finalized (gconstpointer data)
{
  const EntPageInfo *info = data;
  EntProject *project = fixture_project_new ();
  EntPage *page = g_object_ref_sink (g_object_new (info->get_type (), "project", project, NULL));

  g_assert_finalize_object (page);
  g_assert_finalize_object (project);
}

static void
test_registry (void)
{
  static const char *const printed[] = { "roles", "goals", "kpis", "stories" };

  for (guint i = 0; i < ent_pages_get_n_pages (); i++)
    {
      const EntPageInfo *info = ent_pages_get_info (i);

      g_assert_cmpint (ent_pages_find_name (info->name), ==, (int) i);
      g_assert_true (g_type_is_a (info->get_type (), ENT_TYPE_PAGE));
      g_assert_cmpstr (ent_pages_get_group_title (info->group), !=, "");
      for (guint k = 0; k < info->n_kinds; k++)
        g_assert_cmpint (ent_pages_find_kind (info->kinds[k]), ==, (int) i);
    }
  /* Who prints the page of a document means that document. */
  for (guint i = 0; i < G_N_ELEMENTS (printed); i++)
    g_assert_nonnull (ent_pages_get_info ((guint) ent_pages_find_name (printed[i]))->document);
  g_assert_cmpint (ent_pages_find_name ("nonsense"), ==, -1);
}

int
main (int argc, char **argv)
{
  static const struct {
    const char *name;
    GTestDataFunc func;
  } tests[] = {
    { "empty", test_empty },
    { "full", test_full },
    { "reveal", test_reveal },
    { "looking-is-no-edit", test_looking_is_no_edit },
    { "random-edits", test_random_edits },
    { "other-project", test_other_project },
    { "finalized", test_finalized },
  };

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/pages/registry", test_registry);
  for (guint i = 0; i < ent_pages_get_n_pages (); i++)
    for (guint k = 0; k < G_N_ELEMENTS (tests); k++)
      {
        g_autofree char *path =
          g_strdup_printf ("/pages/%s/%s", ent_pages_get_info (i)->name, tests[k].name);

        g_test_add_data_func (path, ent_pages_get_info (i), tests[k].func);
      }

  return g_test_run ();
}
