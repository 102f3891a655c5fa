/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is done about GTK where it would end the program. */
#include "config.h"

#include <adwaita.h>

#include "pages/ent-compat.h"

/* Keys come as soon as the focus is there, which is before the first frame. */
static void
test_flow_box (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *box = gtk_flow_box_new ();
  GtkWidget *button = gtk_button_new_with_label ("One");
  gboolean handled = FALSE;

  gtk_flow_box_insert (GTK_FLOW_BOX (box), button, -1);
  gtk_flow_box_insert (GTK_FLOW_BOX (box), gtk_button_new_with_label ("Two"), -1);
  gtk_window_set_child (GTK_WINDOW (window), box);
  ent_compat_guard_flow_boxes (window);
  gtk_window_present (GTK_WINDOW (window));
  gtk_widget_child_focus (box, GTK_DIR_TAB_FORWARD);
  g_assert_cmpint (gtk_widget_get_width (box), ==, 0);
  g_signal_emit_by_name (box, "move-cursor", GTK_MOVEMENT_PAGES, 1, FALSE, FALSE, &handled);
  g_assert_true (handled);

  gtk_test_widget_wait_for_draw (window);
  g_assert_cmpint (gtk_widget_get_width (box), >, 0);
  g_signal_emit_by_name (box, "move-cursor", GTK_MOVEMENT_BUFFER_ENDS, 1, FALSE, FALSE, &handled);
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)), box));
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/compat/flow-box", test_flow_box);

  return g_test_run ();
}
