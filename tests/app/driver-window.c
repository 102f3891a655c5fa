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

/* Says whether what is below the pointer would take the file. */
static void
action_changed (GdkDrag *drag, GParamSpec *pspec, GtkLabel *label)
{
  gtk_label_set_text (label, gdk_drag_get_selected_action (drag) != 0 ? "Let go" : "Drag me");
}

static void
drag_begun (GtkDragSource *source, GdkDrag *drag, GtkLabel *label)
{
  g_signal_connect_object (drag, "notify::selected-action", G_CALLBACK (action_changed), label, 0);
}

/* Something to drag: a file, as from a file manager. */
static GtkWidget *
new_file_label (const char *path)
{
  g_autoptr(GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr(GSList) files = g_slist_append (NULL, file);
  g_autoptr(GdkContentProvider) content = NULL;
  g_auto(GValue) value = G_VALUE_INIT;
  GtkDragSource *source = gtk_drag_source_new ();
  GtkWidget *label = gtk_label_new ("Drag me");

  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_set_boxed (&value, files);
  content = gdk_content_provider_new_for_value (&value);
  gtk_drag_source_set_content (source, content);
  g_signal_connect (source, "drag-begin", G_CALLBACK (drag_begun), label);
  gtk_widget_add_controller (label, GTK_EVENT_CONTROLLER (source));

  return label;
}

static GtkWidget *
new_button (const char *label, GCallback callback, gpointer data)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  g_signal_connect (button, "clicked", callback, data);

  return button;
}

static void
activate (GtkApplication *application, const char *path)
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
  if (path != NULL)
    gtk_box_append (GTK_BOX (box), new_file_label (path));
  gtk_window_set_child (GTK_WINDOW (window), box);
  gtk_window_set_title (GTK_WINDOW (window), "Driver");
  gtk_application_set_accels_for_action (application, "window.close", keys);
  gtk_window_present (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  g_autoptr(GtkApplication) application = gtk_application_new (NULL, G_APPLICATION_DEFAULT_FLAGS);

  g_signal_connect (application, "activate", G_CALLBACK (activate), argc > 1 ? argv[1] : NULL);

  return g_application_run (G_APPLICATION (application), 1, argv);
}
