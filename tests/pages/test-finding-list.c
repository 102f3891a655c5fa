/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of findings while findings come and go. */
#include "config.h"

#include "page-fixture.h"
#include "pages/ent-finding-list.h"

#define N_FINDINGS 30

static void
insert_finding (GListStore *model, guint position)
{
  g_autoptr(EntFinding) finding = ent_finding_new (0, ENT_FINDING_ACT_NOW);
  g_auto(EntVerdict) verdict = { .records = g_ptr_array_new () };

  ent_verdict_say (&verdict, 1.0, g_strdup_printf ("Finding %u", position), "Advice");
  ent_finding_update (finding, &verdict);
  g_list_store_insert (model, position, finding);
}

static GtkWidget *
find_view (GtkWidget *widget)
{
  GtkWidget *found = GTK_IS_LIST_VIEW (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_view (child);

  return found;
}

static void
draw (GtkWidget *window)
{
  for (guint frame = 0; frame < 3; frame++)
    gtk_test_widget_wait_for_draw (window);
}

/* What is most pressing comes first, and is seen by who looks at the beginning; who has scrolled down
 * goes on to see what is there. */
static void
test_new_first (void)
{
  g_autoptr(GListStore) model = g_list_store_new (ENT_TYPE_FINDING);
  GtkWidget *window = gtk_window_new ();
  GtkWidget *list = g_object_new (ENT_TYPE_FINDING_LIST, NULL);
  GtkAdjustment *adjustment;
  double value;

  for (guint i = 0; i < N_FINDINGS; i++)
    insert_finding (model, i);
  ent_finding_list_set_model (ENT_FINDING_LIST (list), G_LIST_MODEL (model));
  gtk_window_set_default_size (GTK_WINDOW (window), 300, 300);
  gtk_window_set_child (GTK_WINDOW (window), list);
  gtk_window_present (GTK_WINDOW (window));
  draw (window);
  adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (find_view (list)));

  gtk_widget_child_focus (find_view (list), GTK_DIR_TAB_FORWARD);
  draw (window);
  insert_finding (model, 0);
  draw (window);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), <, 1.0);

  gtk_adjustment_set_value (adjustment, 400);
  draw (window);
  value = gtk_adjustment_get_value (adjustment);
  insert_finding (model, 0);
  draw (window);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), >, value);

  gtk_window_destroy (GTK_WINDOW (window));
  fixture_settle ();
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/finding-list/new-first", test_new_first);

  return g_test_run ();
}
