/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A few rows are made anew with each step that reaches a story; without small wins there is nothing. */
#include "config.h"

#include "pages/ent-small-wins.h"

#include <glib/gi18n.h>

#include "analysis/ent-day.h"
#include "analysis/ent-story.h"
#include "pages/ent-page.h"
#include "pages/ent-text.h"

#define MOST_WINS 3

struct _EntSmallWins {
  AdwBin parent_instance;

  EntProject *project;
  GSignalGroup *project_signals;

  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (EntSmallWins, ent_small_wins, ADW_TYPE_BIN)

/* The latest first; of a day, the one that was written down last. */
static int
compare_days (gconstpointer a, gconstpointer b)
{
  EntRecord *x = *(EntRecord *const *) a;
  EntRecord *y = *(EntRecord *const *) b;
  int order = ent_story_compare (x, y);
  guint first = ent_record_get_position (x);
  guint second = ent_record_get_position (y);

  return order != 0 ? order : (first < second) - (first > second);
}

static GPtrArray *
dup_wins (EntSmallWins *self)
{
  GPtrArray *wins = g_ptr_array_new ();
  guint n = self->project ? ent_project_get_n_records (self->project, ENT_KIND_STORY) : 0;

  for (guint i = 0; i < n; i++)
    {
      EntRecord *story = ent_project_get_record (self->project, ENT_KIND_STORY, i);

      if (ent_record_get_enum (story, ENT_STORY_KIND) == ENT_STORY_SMALL_WIN)
        g_ptr_array_add (wins, story);
    }
  g_ptr_array_sort (wins, compare_days);

  return wins;
}

static void
add_row (EntSmallWins *self, EntRecord *win)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = ent_text_dup_title (win);
  g_autofree char *day = ent_day_format (ent_record_get_string (win, ENT_STORY_DATE));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), day);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("starred-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "win", g_object_ref (win), g_object_unref);
  gtk_list_box_append (self->list, row);
}

static void
update (EntSmallWins *self)
{
  g_autoptr(GPtrArray) wins = dup_wins (self);
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  for (guint i = 0; i < MIN (wins->len, MOST_WINS); i++)
    add_row (self, g_ptr_array_index (wins, i));

  gtk_widget_set_visible (GTK_WIDGET (self), wins->len > 0);
}

static void
on_committed (EntSmallWins *self, const EntChangeSet *set)
{
  if (ent_change_set_touches (set, ENT_KIND_STORY))
    update (self);
}

static void
on_row_activated (EntSmallWins *self, GtkListBoxRow *row)
{
  EntPage *page = ent_page_find (GTK_WIDGET (self));

  if (page != NULL)
    ent_page_request_reveal (page, g_object_get_data (G_OBJECT (row), "win"), -1);
}

static void
ent_small_wins_dispose (GObject *object)
{
  EntSmallWins *self = ENT_SMALL_WINS (object);

  g_clear_object (&self->project_signals);
  g_clear_object (&self->project);

  G_OBJECT_CLASS (ent_small_wins_parent_class)->dispose (object);
}

static void
ent_small_wins_class_init (EntSmallWinsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ent_small_wins_dispose;
}

static void
ent_small_wins_init (EntSmallWins *self)
{
  GtkWidget *group = adw_preferences_group_new ();

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Latest small wins"), -1);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (on_row_activated), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("Latest small wins"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->list));
  adw_bin_set_child (ADW_BIN (self), group);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);

  self->project_signals = g_signal_group_new (ENT_TYPE_PROJECT);
  g_signal_group_connect_swapped (self->project_signals, "committed", G_CALLBACK (on_committed),
                                  self);
}

/**
 * ent_small_wins_set_project:
 * @self: a list of small wins
 * @project: (nullable): whose small wins to show
 */
void
ent_small_wins_set_project (EntSmallWins *self, EntProject *project)
{
  g_return_if_fail (ENT_IS_SMALL_WINS (self));
  g_return_if_fail (project == NULL || ENT_IS_PROJECT (project));

  g_set_object (&self->project, project);
  g_signal_group_set_target (self->project_signals, project);
  update (self);
}
