/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each row names a task and says in a word what the role has to do with it; it leads to the cell of
 * the role chart. */
#include "config.h"

#include "pages/ent-role-tasks.h"

#include <glib/gi18n.h>

#include "pages/ent-page.h"
#include "pages/ent-text.h"

#define MOST_ROWS 100

struct _EntRoleTasks {
  AdwBin parent_instance;

  EntRecord *role;
  GSignalGroup *project_signals;
  gboolean stale; /* changes came while nobody was looking */

  GtkListBox *list;
  GtkLabel *none;
};

G_DEFINE_FINAL_TYPE (EntRoleTasks, ent_role_tasks, ADW_TYPE_BIN)

static void
on_row_activated (EntRoleTasks *self, GtkListBoxRow *row)
{
  EntPage *page = ent_page_find (GTK_WIDGET (self));
  EntRecord *assignment = g_object_get_data (G_OBJECT (row), "assignment");

  if (page != NULL && assignment != NULL)
    ent_page_reveal (page, assignment, -1);
}

static GtkWidget *
add_row (EntRoleTasks *self, const char *title)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_list_box_append (self->list, row);

  return row;
}

static void
add_assignment (EntRoleTasks *self, EntRecord *assignment)
{
  EntRecord *task = ent_record_get_ref (assignment, ENT_ASSIGNMENT_TASK);
  g_autofree char *title = NULL;
  g_autofree char *code = NULL;
  GtkWidget *row;
  GtkWidget *word;

  if (task == NULL)
    return;

  title = ent_text_dup_title (task);
  code = ent_record_format (assignment, ENT_ASSIGNMENT_CODE);
  row = add_row (self, title);
  word = gtk_label_new (code);
  gtk_widget_add_css_class (word, "dim-label");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), word);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "assignment", g_object_ref (assignment), g_object_unref);
}

static void
update (EntRoleTasks *self)
{
  g_autoptr(GPtrArray) assignments = NULL;
  EntProject *project = self->role ? ent_record_get_project (self->role) : NULL;
  GtkWidget *row;
  guint n_tasks = 0;

  self->stale = FALSE;
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);

  if (project != NULL)
    {
      assignments = ent_project_dup_children (project, self->role, ENT_KIND_ASSIGNMENT,
                                              ENT_ASSIGNMENT_ROLE);
      n_tasks = assignments->len;
    }
  for (guint i = 0; i < MIN (n_tasks, MOST_ROWS); i++)
    add_assignment (self, g_ptr_array_index (assignments, i));
  if (n_tasks > MOST_ROWS)
    {
      guint more = n_tasks - MOST_ROWS;
      g_autofree char *text = g_strdup_printf (ngettext ("%u more", "%u more", more), more);

      add_row (self, text);
    }

  gtk_widget_set_visible (GTK_WIDGET (self->list), n_tasks > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->none), n_tasks == 0);
}

/* While letters are typed in the chart this list is behind it: making its rows anew for each letter
 * would take longer than all the rest. */
static void
update_when_seen (EntRoleTasks *self)
{
  self->stale = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    update (self);
}

static void
on_committed (EntRoleTasks *self, const EntChangeSet *set)
{
  if (ent_change_set_touches (set, ENT_KIND_ASSIGNMENT)
      || ent_change_set_touches_field (set, ENT_KIND_TASK, ENT_TASK_TITLE))
    update_when_seen (self);
}

static void
ent_role_tasks_map (GtkWidget *widget)
{
  EntRoleTasks *self = ENT_ROLE_TASKS (widget);

  if (self->stale)
    update (self);

  GTK_WIDGET_CLASS (ent_role_tasks_parent_class)->map (widget);
}

static void
ent_role_tasks_dispose (GObject *object)
{
  EntRoleTasks *self = ENT_ROLE_TASKS (object);

  g_clear_object (&self->project_signals);
  g_clear_object (&self->role);

  G_OBJECT_CLASS (ent_role_tasks_parent_class)->dispose (object);
}

static void
ent_role_tasks_class_init (EntRoleTasksClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_role_tasks_dispose;
  widget_class->map = ent_role_tasks_map;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/entente/Entente/ui/ent-role-tasks.ui");
  gtk_widget_class_bind_template_child (widget_class, EntRoleTasks, list);
  gtk_widget_class_bind_template_child (widget_class, EntRoleTasks, none);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
}

static void
ent_role_tasks_init (EntRoleTasks *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->project_signals = g_signal_group_new (ENT_TYPE_PROJECT);
  g_signal_group_connect_swapped (self->project_signals, "committed", G_CALLBACK (on_committed),
                                  self);
}

/**
 * ent_role_tasks_set_role:
 * @self: a list of tasks
 * @role: (nullable): whose tasks to show
 */
void
ent_role_tasks_set_role (EntRoleTasks *self, EntRecord *role)
{
  g_return_if_fail (ENT_IS_ROLE_TASKS (self));

  if (!g_set_object (&self->role, role))
    return;

  g_signal_group_set_target (self->project_signals, role ? ent_record_get_project (role) : NULL);
  update_when_seen (self);
}
