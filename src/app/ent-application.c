/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One program, several windows: a second launch hands its files to the first and ends. */
#include "config.h"

#include "app/ent-application-private.h"

#include <glib/gi18n.h>

#include "app/ent-preferences.h"
#include "app/ent-shortcuts.h"

/* More at once would be a slip of the hand. */
#define MOST_FILES 20u

struct _EntApplication {
  AdwApplication parent_instance;

  GSettings *settings;
  GPtrArray *waiting;   /* files to open when what was not saved is back; NULL when it is */
  gboolean activated;   /* meanwhile */
};

G_DEFINE_FINAL_TYPE (EntApplication, ent_application, ADW_TYPE_APPLICATION)

static EntWindow *
find_window (EntApplication *self, GFile *file)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (ENT_IS_WINDOW (l->data) && ent_window_shows_file (l->data, file))
      return l->data;

  return NULL;
}

/* A window that shows the start page is there to be filled. */
EntWindow *
_ent_application_get_blank_window (EntApplication *self)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (ENT_IS_WINDOW (l->data) && ent_window_is_blank (l->data))
      return l->data;

  return ent_window_new (self);
}

/**
 * ent_application_open_file:
 * @self: the application
 * @file: a project file
 *
 * Shows @file: in the window that has it open already, in a blank window, or in a new one.
 */
void
ent_application_open_file (EntApplication *self, GFile *file)
{
  EntWindow *window;

  g_return_if_fail (ENT_IS_APPLICATION (self));
  g_return_if_fail (G_IS_FILE (file));

  window = find_window (self, file);
  if (window == NULL)
    {
      window = _ent_application_get_blank_window (self);
      ent_window_open_file (window, file);
    }
  gtk_window_present (GTK_WINDOW (window));
}

static void
say_what_is_left (EntApplication *self, guint n_files)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));
  g_autofree char *text = g_strdup_printf (_("%u of %u files were opened. Open the others "
                                             "afterwards."),
                                           MOST_FILES, n_files);

  if (ENT_IS_WINDOW (window))
    ent_window_say (ENT_WINDOW (window), text);
}

/**
 * ent_application_open_files:
 * @self: the application
 * @files: (array length=n_files): project files
 * @n_files: how many; of more than 20 the others are left out, and that is said
 *
 * Shows @files like ent_application_open_file().
 */
void
ent_application_open_files (EntApplication *self, GFile **files, guint n_files)
{
  g_return_if_fail (ENT_IS_APPLICATION (self));

  for (guint i = 0; i < MIN (n_files, MOST_FILES); i++)
    ent_application_open_file (self, files[i]);
  if (n_files > MOST_FILES)
    say_what_is_left (self, n_files);
}

/*
 * What was not saved is back: what was asked for meanwhile comes now.
 */
void
_ent_application_end_recovery (EntApplication *self)
{
  g_autoptr(GPtrArray) waiting = g_steal_pointer (&self->waiting);

  ent_application_open_files (self, (GFile **) waiting->pdata, waiting->len);
  if (self->activated && gtk_application_get_windows (GTK_APPLICATION (self)) == NULL)
    g_application_activate (G_APPLICATION (self));
}

static void
ent_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  EntApplication *self = ENT_APPLICATION (application);

  if (self->waiting == NULL)
    ent_application_open_files (self, files, (guint) n_files);
  else
    for (int i = 0; i < n_files; i++)
      g_ptr_array_add (self->waiting, g_object_ref (files[i]));
}

static void
ent_application_activate (GApplication *application)
{
  if (ENT_APPLICATION (application)->waiting != NULL)
    {
      ENT_APPLICATION (application)->activated = TRUE;
      return;
    }
  gtk_window_present (GTK_WINDOW (_ent_application_get_blank_window (ENT_APPLICATION (application))));
}

static void
new_activated (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  EntWindow *window = _ent_application_get_blank_window (user_data);

  ent_window_open_new (window);
  gtk_window_present (GTK_WINDOW (window));
}

static void
new_window_activated (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  gtk_window_present (GTK_WINDOW (ent_window_new (user_data)));
}

static void
preferences_activated (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  EntApplication *self = user_data;

  ent_preferences_present (gtk_application_get_active_window (GTK_APPLICATION (self)),
                           self->settings);
}

static void
about_activated (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkWindow *parent = gtk_application_get_active_window (user_data);

  adw_show_about_window (parent,
                         "application-name", _("Entente"),
                         "application-icon", ENT_APP_ID,
                         "version", ENT_VERSION,
                         "developer-name", _("The Entente developers"),
                         "license-type", GTK_LICENSE_GPL_3_0,
                         "comments", _("A desk for people who coordinate partnerships between "
                                       "organisations of different sectors"),
                         NULL);
}

static gpointer
copy_window (gconstpointer window, gpointer user_data)
{
  return g_object_ref ((gpointer) window);
}

static void
quit_activated (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GList *windows = g_list_copy_deep (gtk_application_get_windows (user_data), copy_window, NULL);

  /* Each project's window asks for itself; one that stays open keeps the program running. A window
   * takes its dialogs with it. */
  for (GList *l = windows; l != NULL; l = l->next)
    if (ENT_IS_WINDOW (l->data))
      gtk_window_close (l->data);
  g_list_free_full (windows, g_object_unref);
}

static const GActionEntry actions[] = {
  { "new", new_activated },
  { "new-window", new_window_activated },
  { "preferences", preferences_activated },
  { "about", about_activated },
  { "quit", quit_activated },
};

static void
apply_colour_scheme (GSettings *settings, const char *key, gpointer user_data)
{
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      (AdwColorScheme) g_settings_get_enum (settings, key));
}

static void
ent_application_startup (GApplication *application)
{
  EntApplication *self = ENT_APPLICATION (application);

  G_APPLICATION_CLASS (ent_application_parent_class)->startup (application);

  self->settings = g_settings_new (ENT_APP_ID);
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  ent_shortcuts_install (GTK_APPLICATION (self));
  gtk_window_set_default_icon_name (ENT_APP_ID);

  g_signal_connect_object (self->settings, "changed::colour-scheme",
                           G_CALLBACK (apply_colour_scheme), self, 0);
  apply_colour_scheme (self->settings, "colour-scheme", self);

  _ent_application_watch_for_end (self);
  if (_ent_application_begin_recovery (self))
    self->waiting = g_ptr_array_new_with_free_func (g_object_unref);
}

static int
ent_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("entente %s\n", ENT_VERSION);
      return 0;
    }

  return -1;
}

static void
ent_application_shutdown (GApplication *application)
{
  _ent_application_leave_files ();

  G_APPLICATION_CLASS (ent_application_parent_class)->shutdown (application);
}

static void
ent_application_finalize (GObject *object)
{
  g_clear_object (&ENT_APPLICATION (object)->settings);
  g_clear_pointer (&ENT_APPLICATION (object)->waiting, g_ptr_array_unref);

  G_OBJECT_CLASS (ent_application_parent_class)->finalize (object);
}

static void
ent_application_class_init (EntApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ent_application_finalize;
  application_class->startup = ent_application_startup;
  application_class->activate = ent_application_activate;
  application_class->shutdown = ent_application_shutdown;
  application_class->open = ent_application_open;
  application_class->handle_local_options = ent_application_handle_local_options;
}

static void
ent_application_init (EntApplication *self)
{
  static const GOptionEntry options[] = {
    { "version", 'v', 0, G_OPTION_ARG_NONE, NULL, N_("Print the version and end"), NULL },
    { NULL }
  };

  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _("[FILE…]"));
}

/**
 * ent_application_new:
 *
 * Returns: (transfer full): the application, not yet running
 */
EntApplication *
ent_application_new (void)
{
  return g_object_new (ENT_TYPE_APPLICATION,
                       "application-id", ENT_APP_ID,
                       "flags", G_APPLICATION_HANDLES_OPEN,
                       "resource-base-path", "/io/github/entente/Entente",
                       NULL);
}

/**
 * ent_application_get_settings:
 * @self: the application, running
 *
 * Returns: (transfer none): what is remembered between runs
 */
GSettings *
ent_application_get_settings (EntApplication *self)
{
  g_return_val_if_fail (ENT_IS_APPLICATION (self), NULL);

  return self->settings;
}
