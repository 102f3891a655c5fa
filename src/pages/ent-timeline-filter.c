/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list of choices; each takes effect at once. */
#include "config.h"

#include "pages/ent-timeline-filter.h"

#include <glib/gi18n.h>

#include "analysis/ent-kpi-words.h"
#include "pages/ent-ref-model.h"

struct _EntTimelineFilter {
  GtkPopover parent_instance;

  EntTimelineModel *model;
  AdwComboRow *goal;
  AdwComboRow *owner;
  AdwComboRow *status;
  gboolean loading;
};

G_DEFINE_FINAL_TYPE (EntTimelineFilter, ent_timeline_filter, GTK_TYPE_POPOVER)

static EntRecord *
get_record (AdwComboRow *row)
{
  gpointer item = adw_combo_row_get_selected_item (row);

  return ENT_IS_RECORD (item) ? item : NULL;
}

/* The first choice is "all". */
static guint
get_statuses (EntTimelineFilter *self)
{
  guint chosen = adw_combo_row_get_selected (self->status);

  return chosen == 0 ? ENT_TIMELINE_ALL_STATUSES : 1U << (chosen - 1);
}

static void
on_selected (EntTimelineFilter *self)
{
  EntRecord *goal;
  EntRecord *owner;
  guint statuses;

  if (self->loading || self->model == NULL)
    return;

  /* Read first: each change is shown here again. */
  goal = get_record (self->goal);
  owner = get_record (self->owner);
  statuses = get_statuses (self);
  ent_timeline_model_set_goal (self->model, goal);
  ent_timeline_model_set_owner (self->model, owner);
  ent_timeline_model_set_statuses (self->model, statuses);
}

static guint
find_status (guint statuses)
{
  for (guint i = 0; i < ENT_N_KPI_STATUSES; i++)
    if (statuses == 1U << i)
      return i + 1;

  return 0;
}

/* What is chosen elsewhere too, as when all is shown again or a goal goes, stands here as it is. */
static void
show_model (EntTimelineFilter *self)
{
  gboolean loading = self->loading;

  self->loading = TRUE;
  adw_combo_row_set_selected (self->goal,
                              ent_ref_model_find (adw_combo_row_get_model (self->goal),
                                                  ent_timeline_model_get_goal (self->model)));
  adw_combo_row_set_selected (self->owner,
                              ent_ref_model_find (adw_combo_row_get_model (self->owner),
                                                  ent_timeline_model_get_owner (self->model)));
  adw_combo_row_set_selected (self->status,
                              find_status (ent_timeline_model_get_statuses (self->model)));
  self->loading = loading;
}

static GListModel *
new_statuses (void)
{
  GtkStringList *list = gtk_string_list_new (NULL);

  gtk_string_list_append (list, _("All"));
  for (EntKpiStatus status = 0; status < ENT_N_KPI_STATUSES; status++)
    gtk_string_list_append (list, ent_kpi_status_get_label (status));

  return G_LIST_MODEL (list);
}

static AdwComboRow *
add_row (EntTimelineFilter *self, GtkListBox *list, const char *title)
{
  GtkWidget *row = adw_combo_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_list_box_append (list, row);
  g_signal_connect_object (row, "notify::selected-item", G_CALLBACK (on_selected), self,
                           G_CONNECT_SWAPPED);

  return ADW_COMBO_ROW (row);
}

/* --- Folding --------------------------------------------------------------------------------- */

static void
on_fold_all (EntTimelineFilter *self)
{
  ent_timeline_model_fold_all (self->model, TRUE);
}

static void
on_unfold_all (EntTimelineFilter *self)
{
  ent_timeline_model_fold_all (self->model, FALSE);
}

static void
add_button (EntTimelineFilter *self, GtkBox *box, const char *label, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_set_hexpand (button, TRUE);
  gtk_box_append (box, button);
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
}

/* --- Life ------------------------------------------------------------------------------------ */

static void
ent_timeline_filter_dispose (GObject *object)
{
  ent_timeline_filter_set_model (ENT_TIMELINE_FILTER (object), NULL);

  G_OBJECT_CLASS (ent_timeline_filter_parent_class)->dispose (object);
}

static void
ent_timeline_filter_class_init (EntTimelineFilterClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ent_timeline_filter_dispose;
}

static void
ent_timeline_filter_init (EntTimelineFilter *self)
{
  GtkBox *box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 12));
  GtkBox *buttons = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6));
  GtkListBox *list = GTK_LIST_BOX (gtk_list_box_new ());
  g_autoptr(GtkExpression) label = ent_ref_model_new_expression ();
  g_autoptr(GListModel) statuses = new_statuses ();

  self->loading = TRUE;
  gtk_list_box_set_selection_mode (list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (list), "boxed-list");
  gtk_widget_set_size_request (GTK_WIDGET (list), 320, -1);
  self->goal = add_row (self, list, _("Goal"));
  self->owner = add_row (self, list, _("Owner"));
  self->status = add_row (self, list, _("Status"));
  adw_combo_row_set_expression (self->goal, label);
  adw_combo_row_set_expression (self->owner, label);
  adw_combo_row_set_model (self->status, statuses);
  gtk_box_append (box, GTK_WIDGET (list));
  gtk_box_append (box, GTK_WIDGET (buttons));
  add_button (self, buttons, _("_Fold All"), G_CALLBACK (on_fold_all));
  add_button (self, buttons, _("_Unfold All"), G_CALLBACK (on_unfold_all));
  gtk_popover_set_child (GTK_POPOVER (self), GTK_WIDGET (box));
  self->loading = FALSE;
}

static void
set_records (AdwComboRow *row, EntProject *project, EntKind kind)
{
  g_autoptr(GListModel) records = ent_ref_model_new (project, kind, _("All"));

  adw_combo_row_set_model (row, records);
}

/**
 * ent_timeline_filter_set_model:
 * @self: a filter
 * @model: (nullable): the timeline to filter
 */
void
ent_timeline_filter_set_model (EntTimelineFilter *self, EntTimelineModel *model)
{
  EntProject *project;

  g_return_if_fail (ENT_IS_TIMELINE_FILTER (self));
  g_return_if_fail (model == NULL || ENT_IS_TIMELINE_MODEL (model));

  if (self->model == model)
    return;

  if (self->model != NULL)
    g_signal_handlers_disconnect_by_func (self->model, show_model, self);
  g_set_object (&self->model, model);
  if (model == NULL)
    return;

  project = ent_kpis_get_project (ent_timeline_model_get_kpis (model));
  self->loading = TRUE;
  set_records (self->goal, project, ENT_KIND_GOAL);
  set_records (self->owner, project, ENT_KIND_PARTNER);
  show_model (self);
  self->loading = FALSE;
  g_signal_connect_object (model, "layout-changed", G_CALLBACK (show_model), self,
                           G_CONNECT_SWAPPED);
}
