/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Chart, checks and matrix are made anew for each project and follow it by themselves. Until there
 * are roles and tasks, a page says which step comes first. */
#include "config.h"

#include "pages/ent-role-chart-view.h"

#include <glib/gi18n.h>

#include "pages/ent-add-entry.h"
#include "pages/ent-compat.h"
#include "pages/ent-finding-list.h"
#include "pages/ent-form.h"
#include "pages/ent-page.h"
#include "pages/ent-page-analysis.h"
#include "pages/ent-text.h"
#include "render/ent-role-matrix.h"
#include "widgets/ent-matrix.h"

struct _EntRoleChartView {
  AdwBin parent_instance;

  EntProject *project;
  EntRoleChart *chart;
  EntRoleChecks *checks;
  GSignalGroup *project_signals;
  EntForm *form;

  GtkStack *stack;
  EntAddEntry *first_task;
  AdwFlap *flap;
  EntMatrix *matrix;
  GtkToggleButton *side_button;
  GtkLabel *count;
  GtkStack *side;
  EntFindingList *findings;
  GtkLabel *task_title;
  AdwBin *form_place;
};

G_DEFINE_FINAL_TYPE (EntRoleChartView, ent_role_chart_view, ADW_TYPE_BIN)

enum { ADD_ROLE, N_SIGNALS };
static guint signals[N_SIGNALS];

static EntRecord *
get_task (EntRoleChartView *self)
{
  return ent_form_get_record (self->form);
}

static void
update_task_title (EntRoleChartView *self)
{
  EntRecord *task = get_task (self);
  g_autofree char *title = task != NULL ? ent_text_dup_title (task) : g_strdup ("");

  gtk_label_set_text (self->task_title, title);
}

static void
show_task (EntRoleChartView *self, EntRecord *task)
{
  if (get_task (self) != NULL)
    g_signal_handlers_disconnect_by_func (get_task (self), update_task_title, self);
  ent_form_set_record (self->form, task);
  if (task != NULL)
    g_signal_connect_object (task, "notify::title", G_CALLBACK (update_task_title), self,
                             G_CONNECT_SWAPPED);
  update_task_title (self);
  gtk_stack_set_visible_child_name (self->side, task != NULL ? "task" : "findings");
}

static void
update_stack (EntRoleChartView *self)
{
  gboolean roles = self->project && ent_project_get_n_records (self->project, ENT_KIND_ROLE) > 0;
  gboolean tasks = self->project && ent_project_get_n_records (self->project, ENT_KIND_TASK) > 0;

  gtk_stack_set_visible_child_name (self->stack, !roles    ? "no-roles"
                                                 : !tasks ? "no-tasks"
                                                          : "chart");
}

static void
update_count (EntRoleChartView *self)
{
  EntChecks *checks = self->checks ? ENT_CHECKS (self->checks) : NULL;
  guint errors = checks ? ent_checks_count (checks, ENT_FINDING_ACT_NOW) : 0;
  guint questions = checks ? ent_checks_count (checks, ENT_FINDING_LOOK_INTO) : 0;
  g_autofree char *first = g_strdup_printf (ngettext ("%u error", "%u errors", errors), errors);
  g_autofree char *second =
    g_strdup_printf (ngettext ("%u question", "%u questions", questions), questions);
  g_autofree char *text = g_strdup_printf ("%s · %s", first, second);

  g_autofree char *label = g_strdup_printf (_("Findings: %s"), text);

  gtk_label_set_text (self->count, text);
  ent_compat_set_label (GTK_WIDGET (self->side_button), label);
}

static void
on_committed (EntRoleChartView *self, const EntChangeSet *set)
{
  EntRecord *task = get_task (self);

  if (ent_change_set_touches (set, ENT_KIND_ROLE) || ent_change_set_touches (set, ENT_KIND_TASK))
    update_stack (self);
  if (task != NULL && ent_record_get_project (task) == NULL)
    show_task (self, NULL);
}

static void
on_add_role_clicked (EntRoleChartView *self)
{
  g_signal_emit (self, signals[ADD_ROLE], 0);
}

static void
on_add_task_clicked (EntRoleChartView *self)
{
  ent_role_chart_view_add_task (self);
}

static gboolean
on_first_task (EntRoleChartView *self, const char *title, GError **error)
{
  g_autoptr(EntRecord) task = ent_record_new (ENT_KIND_TASK);

  ent_record_set_string (task, ENT_TASK_TITLE, title);
  if (self->project == NULL || !ent_project_append (self->project, task, error))
    return FALSE;

  ent_matrix_reveal (self->matrix, 0, 0);
  gtk_widget_grab_focus (GTK_WIDGET (self->matrix));
  return TRUE;
}

static void
on_back_to_findings (EntRoleChartView *self)
{
  show_task (self, NULL);
}

static void
on_delete_task (EntRoleChartView *self)
{
  EntPage *page = ent_page_find (GTK_WIDGET (self));

  if (page != NULL && get_task (self) != NULL)
    ent_page_delete_record (page, get_task (self));
}

static void
on_row_activated (EntRoleChartView *self, guint row)
{
  adw_flap_set_reveal_flap (self->flap, TRUE);
  show_task (self, ent_role_chart_get_task (self->chart, row));
  ent_form_focus_field (self->form, ENT_TASK_TITLE);
}

static void
on_column_activated (EntRoleChartView *self, guint column)
{
  EntPage *page = ent_page_find (GTK_WIDGET (self));

  if (page != NULL)
    ent_page_reveal (page, ent_role_chart_get_role (self->chart, column), -1);
}

/* The task in hand is the one the focus is on, as long as a task is shown at all. */
static void
on_focus_moved (EntRoleChartView *self, int row, int column)
{
  if (get_task (self) != NULL && row >= 0
      && row < (int) ent_role_chart_get_n_tasks (self->chart))
    show_task (self, ent_role_chart_get_task (self->chart, (guint) row));
}

static void
on_remove_rows (EntRoleChartView *self, guint row, guint n_rows)
{
  EntPage *page = ent_page_find (GTK_WIDGET (self));
  g_autoptr(GPtrArray) tasks = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = row; i < row + n_rows && i < ent_role_chart_get_n_tasks (self->chart); i++)
    g_ptr_array_add (tasks, g_object_ref (ent_role_chart_get_task (self->chart, i)));

  if (page != NULL && tasks->len > 0)
    ent_page_delete_records (page, (EntRecord *const *) tasks->pdata, tasks->len);
}

static void
on_problem (EntRoleChartView *self, const char *message)
{
  EntPage *page = ent_page_find (GTK_WIDGET (self));

  if (page != NULL)
    ent_page_show_message (page, message);
}

static void
on_finding_activated (EntRoleChartView *self, EntFinding *finding)
{
  EntPage *page = ent_page_find (GTK_WIDGET (self));
  int row, column;

  if (ent_role_checks_get_place (self->checks, finding, &row, &column))
    {
      ent_matrix_reveal (self->matrix, row, column);
      if (adw_flap_get_folded (self->flap))
        adw_flap_set_reveal_flap (self->flap, FALSE);
      gtk_widget_grab_focus (GTK_WIDGET (self->matrix));
    }
  else if (page != NULL && ent_finding_get_n_records (finding) > 0)
    ent_page_request_reveal (page, ent_finding_get_record (finding, 0), -1);
}

static void
unset_chart (EntRoleChartView *self)
{
  ent_matrix_set_model (self->matrix, NULL);
  ent_finding_list_set_model (self->findings, NULL);
  if (self->checks != NULL)
    g_signal_handlers_disconnect_by_func (self->checks, update_count, self);
  g_clear_object (&self->checks);
  g_clear_object (&self->chart);
}

static void
ent_role_chart_view_dispose (GObject *object)
{
  EntRoleChartView *self = ENT_ROLE_CHART_VIEW (object);

  if (self->project != NULL)
    ent_role_chart_view_set_project (self, NULL);
  g_clear_object (&self->project_signals);

  G_OBJECT_CLASS (ent_role_chart_view_parent_class)->dispose (object);
}

static void
bind_callbacks (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, on_add_role_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_add_task_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_back_to_findings);
  gtk_widget_class_bind_template_callback (widget_class, on_column_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_delete_task);
  gtk_widget_class_bind_template_callback (widget_class, on_finding_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_first_task);
  gtk_widget_class_bind_template_callback (widget_class, on_focus_moved);
  gtk_widget_class_bind_template_callback (widget_class, on_problem);
  gtk_widget_class_bind_template_callback (widget_class, on_remove_rows);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
}

static void
ent_role_chart_view_class_init (EntRoleChartViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_role_chart_view_dispose;

  /**
   * EntRoleChartView::add-role:
   *
   * Somebody wants to add a role, which is done elsewhere.
   */
  signals[ADD_ROLE] = g_signal_new ("add-role", ENT_TYPE_ROLE_CHART_VIEW, G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (ENT_TYPE_ADD_ENTRY);
  g_type_ensure (ENT_TYPE_FINDING_LIST);
  g_type_ensure (ENT_TYPE_MATRIX);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/entente/Entente/ui/ent-role-chart-view.ui");
  gtk_widget_class_bind_template_child (widget_class, EntRoleChartView, stack);
  gtk_widget_class_bind_template_child (widget_class, EntRoleChartView, first_task);
  gtk_widget_class_bind_template_child (widget_class, EntRoleChartView, flap);
  gtk_widget_class_bind_template_child (widget_class, EntRoleChartView, matrix);
  gtk_widget_class_bind_template_child (widget_class, EntRoleChartView, side_button);
  gtk_widget_class_bind_template_child (widget_class, EntRoleChartView, count);
  gtk_widget_class_bind_template_child (widget_class, EntRoleChartView, side);
  gtk_widget_class_bind_template_child (widget_class, EntRoleChartView, findings);
  gtk_widget_class_bind_template_child (widget_class, EntRoleChartView, task_title);
  gtk_widget_class_bind_template_child (widget_class, EntRoleChartView, form_place);
  bind_callbacks (widget_class);
}

static void
ent_role_chart_view_init (EntRoleChartView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  ent_compat_settle_fold (GTK_WIDGET (self->flap));
  g_signal_connect (self->flap, "notify::reveal-progress", G_CALLBACK (ent_compat_settle_layout),
                    NULL);

  self->form = ENT_FORM (ent_form_new (ENT_KIND_TASK, NULL));
  adw_bin_set_child (self->form_place, GTK_WIDGET (self->form));
  ent_matrix_set_label (self->matrix, _("Role chart"));
  g_object_bind_property (adw_style_manager_get_default (), "high-contrast", self->matrix,
                          "high-contrast", G_BINDING_SYNC_CREATE);

  self->project_signals = g_signal_group_new (ENT_TYPE_PROJECT);
  g_signal_group_connect_swapped (self->project_signals, "committed", G_CALLBACK (on_committed),
                                  self);
}

/**
 * ent_role_chart_view_set_project:
 * @self: a view
 * @project: (nullable): the project whose chart to show
 */
void
ent_role_chart_view_set_project (EntRoleChartView *self, EntProject *project)
{
  g_autoptr(EntRoleMatrix) model = NULL;

  g_return_if_fail (ENT_IS_ROLE_CHART_VIEW (self));

  if (!g_set_object (&self->project, project))
    return;

  show_task (self, NULL);
  unset_chart (self);
  if (project != NULL)
    {
      self->checks = ent_page_analysis_dup_role_checks (project);
      self->chart = g_object_ref (ent_role_checks_get_chart (self->checks));
      model = ent_role_matrix_new (self->chart, self->checks);
      ent_matrix_set_model (self->matrix, ENT_MATRIX_MODEL (model));
      ent_finding_list_set_model (self->findings, G_LIST_MODEL (self->checks));
      g_signal_connect_object (self->checks, "items-changed", G_CALLBACK (update_count), self,
                               G_CONNECT_SWAPPED);
    }
  g_signal_group_set_target (self->project_signals, project);
  update_count (self);
  update_stack (self);
}

static gboolean
reveal_assignment (EntRoleChartView *self, EntRecord *assignment)
{
  EntRecord *task = ent_record_get_ref (assignment, ENT_ASSIGNMENT_TASK);
  EntRecord *role = ent_record_get_ref (assignment, ENT_ASSIGNMENT_ROLE);
  int row = task != NULL ? ent_role_chart_find_task (self->chart, task) : -1;
  int column = role != NULL ? ent_role_chart_find_role (self->chart, role) : -1;

  if (row < 0 || column < 0)
    return FALSE;

  ent_matrix_reveal (self->matrix, row, column);
  gtk_widget_grab_focus (GTK_WIDGET (self->matrix));
  return TRUE;
}

/**
 * ent_role_chart_view_reveal:
 * @self: a view
 * @record: a task or an assignment
 * @field: a field of a task to put the focus on, or -1 for the chart
 *
 * Returns: whether it is in the chart
 */
gboolean
ent_role_chart_view_reveal (EntRoleChartView *self, EntRecord *record, int field)
{
  int row;

  g_return_val_if_fail (ENT_IS_ROLE_CHART_VIEW (self), FALSE);
  g_return_val_if_fail (ENT_IS_RECORD (record), FALSE);

  if (self->chart == NULL)
    return FALSE;
  if (ent_record_get_kind (record) == ENT_KIND_ASSIGNMENT)
    return reveal_assignment (self, record);

  row = ent_role_chart_find_task (self->chart, record);
  if (row < 0)
    return FALSE;

  ent_matrix_reveal (self->matrix, row, 0);
  if (field > ENT_TASK_TITLE)
    {
      adw_flap_set_reveal_flap (self->flap, TRUE);
      show_task (self, record);
      ent_form_focus_field (self->form, field);
    }
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->matrix));

  return TRUE;
}

/**
 * ent_role_chart_view_focus:
 * @self: a view
 *
 * Puts the focus into the chart, or onto what leads to one.
 *
 * Returns: whether there is something to focus
 */
gboolean
ent_role_chart_view_focus (EntRoleChartView *self)
{
  g_return_val_if_fail (ENT_IS_ROLE_CHART_VIEW (self), FALSE);

  if (gtk_widget_get_mapped (GTK_WIDGET (self->matrix)))
    return gtk_widget_grab_focus (GTK_WIDGET (self->matrix));

  return gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

/**
 * ent_role_chart_view_commit:
 * @self: a view
 *
 * Brings what is half typed in the chart through the gate.
 *
 * Returns: whether it was taken; what was refused stays open
 */
gboolean
ent_role_chart_view_commit (EntRoleChartView *self)
{
  g_return_val_if_fail (ENT_IS_ROLE_CHART_VIEW (self), TRUE);

  return ent_matrix_commit_edit (self->matrix);
}

/**
 * ent_role_chart_view_add_task:
 * @self: a view
 *
 * Puts the focus where a new task is typed, or where the step before it is done.
 */
void
ent_role_chart_view_add_task (EntRoleChartView *self)
{
  const char *shown;

  g_return_if_fail (ENT_IS_ROLE_CHART_VIEW (self));

  shown = gtk_stack_get_visible_child_name (self->stack);
  if (g_str_equal (shown, "no-roles"))
    g_signal_emit (self, signals[ADD_ROLE], 0);
  else if (g_str_equal (shown, "no-tasks"))
    gtk_widget_grab_focus (GTK_WIDGET (self->first_task));
  else
    ent_matrix_start_append (self->matrix);
}
