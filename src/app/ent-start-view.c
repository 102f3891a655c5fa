/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The start page. It only says what was chosen, by the window's actions. */
#include "config.h"

#include "app/ent-start-view.h"

#include <glib/gi18n.h>

#include "pages/ent-compat.h"
#include "store/ent-file-name.h"
#include "store/ent-samples.h"

/* More would push the examples out of sight. */
#define MOST_RECENT 6

struct _EntStartView {
  AdwBin parent_instance;

  GtkWidget *new_button;
  GtkWidget *recent_group;
  GtkListBox *recent_list;
  GtkListBox *sample_list;
};

G_DEFINE_FINAL_TYPE (EntStartView, ent_start_view, ADW_TYPE_BIN)

/* The row carries what its action is to be told. */
static GtkWidget *
append_row (GtkListBox *list, const char *title, const char *subtitle, const char *target)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  ent_compat_limit_title (ADW_ACTION_ROW (row));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "ent-target", g_strdup (target), g_free);
  gtk_list_box_append (list, row);

  return row;
}

static void
activate_with_target (GtkWidget *row, const char *action)
{
  gtk_widget_activate_action (row, action, "s",
                              (const char *) g_object_get_data (G_OBJECT (row), "ent-target"));
}

static void
sample_activated (GtkListBox *list, GtkListBoxRow *row, gpointer user_data)
{
  activate_with_target (GTK_WIDGET (row), "win.open-sample");
}

static void
recent_activated (GtkListBox *list, GtkListBoxRow *row, gpointer user_data)
{
  activate_with_target (GTK_WIDGET (row), "win.open-uri");
}

static int
compare_latest_first (gconstpointer a, gconstpointer b)
{
  return g_date_time_compare (gtk_recent_info_get_modified ((GtkRecentInfo *) b),
                              gtk_recent_info_get_modified ((GtkRecentInfo *) a));
}

/* From the home folder on, where it is in there. */
static char *
describe_place (GFile *file)
{
  g_autoptr(GFile) home = g_file_new_for_path (g_get_home_dir ());
  g_autoptr(GFile) folder = g_file_get_parent (file);
  g_autofree char *path = folder != NULL ? g_file_get_parse_name (folder) : g_strdup ("");
  g_autofree char *below = folder != NULL ? g_file_get_relative_path (home, folder) : NULL;
  g_autofree char *shown = below != NULL ? g_filename_display_name (below) : NULL;

  if (folder != NULL && g_file_equal (home, folder))
    return g_strdup ("~");

  return shown != NULL ? g_strconcat ("~/", shown, NULL) : g_steal_pointer (&path);
}

static void
clear_list (GtkListBox *list)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
}

/**
 * ent_start_view_refresh:
 * @self: the start page
 *
 * Lists the recent files as they are now. Files that are gone are left out.
 */
void
ent_start_view_refresh (EntStartView *self)
{
  GList *items;
  guint shown = 0;

  g_return_if_fail (ENT_IS_START_VIEW (self));

  clear_list (self->recent_list);
  items = g_list_sort (gtk_recent_manager_get_items (gtk_recent_manager_get_default ()),
                       compare_latest_first);
  for (GList *l = items; l != NULL && shown < MOST_RECENT; l = l->next)
    {
      GtkRecentInfo *info = l->data;
      g_autoptr(GFile) file = g_file_new_for_uri (gtk_recent_info_get_uri (info));
      g_autofree char *name = ent_file_dup_display_name (file);
      g_autofree char *place = NULL;

      if (!gtk_recent_info_has_application (info, g_get_application_name ())
          || (gtk_recent_info_is_local (info) && !gtk_recent_info_exists (info)))
        continue;
      place = describe_place (file);
      append_row (self->recent_list, name, place, gtk_recent_info_get_uri (info));
      shown++;
    }
  g_list_free_full (items, (GDestroyNotify) gtk_recent_info_unref);
  gtk_widget_set_visible (self->recent_group, shown > 0);
}

static void
ent_start_view_class_init (EntStartViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/entente/Entente/ui/ent-start-view.ui");
  gtk_widget_class_bind_template_child (widget_class, EntStartView, new_button);
  gtk_widget_class_bind_template_child (widget_class, EntStartView, recent_group);
  gtk_widget_class_bind_template_child (widget_class, EntStartView, recent_list);
  gtk_widget_class_bind_template_child (widget_class, EntStartView, sample_list);
  gtk_widget_class_bind_template_callback (widget_class, sample_activated);
  gtk_widget_class_bind_template_callback (widget_class, recent_activated);
}

static void
ent_start_view_init (EntStartView *self)
{
  const EntSample *samples;
  guint n_samples;

  gtk_widget_init_template (GTK_WIDGET (self));

  samples = ent_samples_get (&n_samples);
  for (guint i = 0; i < n_samples; i++)
    append_row (self->sample_list, _(samples[i].title), _(samples[i].summary), samples[i].name);
  g_signal_connect_object (gtk_recent_manager_get_default (), "changed",
                           G_CALLBACK (ent_start_view_refresh), self, G_CONNECT_SWAPPED);
  ent_start_view_refresh (self);
}

/**
 * ent_start_view_focus_first:
 * @self: the start page
 *
 * Puts the focus on what most people want: a new partnership. Not by overriding grab_focus(), which
 * GTK calls as well when Tab comes round.
 */
void
ent_start_view_focus_first (EntStartView *self)
{
  g_return_if_fail (ENT_IS_START_VIEW (self));

  gtk_widget_grab_focus (self->new_button);
}
