/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A window with just enough in it to try the driver on: see test-driver.py. */
#include <gtk/gtk.h>

static void
greet (GtkButton *button, GtkEditable *entry)
{
  GtkWidget *box = gtk_widget_get_parent (GTK_WIDGET (button));
  g_autofree char *text = g_strconcat ("Hello, ", gtk_editable_get_text (entry), NULL);

  gtk_box_append (GTK_BOX (box), gtk_label_new (text));
}

static void
complain (void)
{
  g_warning ("This is not right");
}

static GtkWidget *
new_button (const char *label, GCallback callback, gpointer data)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  g_signal_connect (button, "clicked", callback, data);

  return button;
}

static void
activate (GtkApplication *application)
{
  const char *const keys[] = { "<Control>q", NULL };
  GtkWidget *window = gtk_application_window_new (application);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *entry = gtk_entry_new ();

  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, "Name",
                                  -1);
  gtk_box_append (GTK_BOX (box), entry);
  gtk_box_append (GTK_BOX (box), new_button ("_Greet", G_CALLBACK (greet), entry));
  gtk_box_append (GTK_BOX (box), new_button ("_Complain", G_CALLBACK (complain), NULL));
  gtk_window_set_child (GTK_WINDOW (window), box);
  gtk_window_set_title (GTK_WINDOW (window), "Driver");
  gtk_application_set_accels_for_action (application, "window.close", keys);
  gtk_window_present (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  g_autoptr(GtkApplication) application = gtk_application_new (NULL, G_APPLICATION_DEFAULT_FLAGS);

  g_signal_connect (application, "activate", G_CALLBACK (activate), NULL);

  return g_application_run (G_APPLICATION (application), argc, argv);
}
