/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The timeline follows the KPIs that all views of the project share. It shows, as a chart or as a
 * table; what is activated opens where it is edited. */
#include "config.h"

#include "pages/ent-timeline-view.h"

#include <glib/gi18n.h>

#include "pages/ent-compat.h"
#include "pages/ent-page-analysis.h"
#include "pages/ent-timeline-filter.h"
#include "pages/ent-timeline-table.h"
#include "widgets/ent-timeline.h"

struct _EntTimelineView {
  EntPage parent_instance;

  EntTimelineModel *model;

  GtkStack *stack;
  GtkStack *filtered;
  GtkMenuButton *filter_button;
  EntTimelineFilter *filter;
  GtkLabel *hint;
  EntTimeline *timeline;
  GtkToggleButton *table_button;
  GtkWidget *chart_buttons;
  GtkWidget *today;
  GtkWidget *copy;
  EntTimelineTable *table;
};

G_DEFINE_FINAL_TYPE (EntTimelineView, ent_timeline_view, ENT_TYPE_PAGE)

/* --- What is shown --------------------------------------------------------------------------- */

/* What the keyboard is on, or how many lanes a filter hides. */
static void
update_hint (EntTimelineView *self)
{
  int lane = -1;
  int item = ENT_TIMELINE_HEAD;
  g_autofree char *text = NULL;

  if (self->model != NULL)
    ent_timeline_get_focus_item (self->timeline, &lane, &item);
  if (lane >= 0 && item >= 0)
    text = ent_timeline_model_dup_item_text (self->model, (guint) lane, (guint) item);
  gtk_label_set_text (self->hint, text != NULL ? text : "");
}

static gboolean
is_table (EntTimelineView *self)
{
  return gtk_toggle_button_get_active (self->table_button);
}

static void
update (EntTimelineView *self)
{
  gboolean any = self->model != NULL
    && (ent_timeline_model_get_n_lanes (self->model) > 0
        || ent_timeline_model_is_filtered (self->model));
  gboolean some = any && ent_timeline_model_get_n_lanes (self->model) > 0;

  gtk_stack_set_visible_child_name (self->stack, any ? "timeline" : "empty");
  gtk_stack_set_visible_child_name (self->filtered,
                                    !some ? "none" : is_table (self) ? "table" : "some");
  gtk_widget_set_visible (self->chart_buttons, !is_table (self));
  gtk_widget_set_visible (self->today, !is_table (self));
  gtk_widget_set_visible (self->copy, is_table (self));
  gtk_widget_set_visible (GTK_WIDGET (self->hint), !is_table (self));
  update_hint (self);
}

static void
on_show_all_clicked (EntTimelineView *self)
{
  ent_timeline_model_set_goal (self->model, NULL);
  ent_timeline_model_set_owner (self->model, NULL);
  ent_timeline_model_set_statuses (self->model, ENT_TIMELINE_ALL_STATUSES);
  gtk_widget_grab_focus (GTK_WIDGET (self->timeline));
}

/* --- The toolbar ----------------------------------------------------------------------------- */

/* Buttons stand beside the timeline, whose actions reach only what is in it. */
static void
pass_on_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_activate_action_variant (GTK_WIDGET (ENT_TIMELINE_VIEW (widget)->timeline), name,
                                      parameter);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  static const char *const names[] = {
    "timeline.zoom-out", "timeline.zoom-in", "timeline.fit", "timeline.today",
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    gtk_widget_class_install_action (widget_class, names[i], NULL, pass_on_action);
}

static void
on_copy_clicked (EntTimelineView *self)
{
  ent_timeline_table_copy (self->table);
  ent_page_show_message (ENT_PAGE (self), _("The table is on the clipboard."));
}

static void
on_record_activated (EntTimelineView *self, EntRecord *record)
{
  ent_page_request_reveal (ENT_PAGE (self), record, -1);
}

/* --- The page -------------------------------------------------------------------------------- */

static void
unset_model (EntTimelineView *self)
{
  ent_timeline_set_model (self->timeline, NULL);
  ent_timeline_table_set_model (self->table, NULL);
  ent_timeline_filter_set_model (self->filter, NULL);
  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  g_clear_object (&self->model);
}

static void
ent_timeline_view_project_changed (EntPage *page)
{
  EntTimelineView *self = ENT_TIMELINE_VIEW (page);
  EntProject *project = ent_page_get_project (page);

  unset_model (self);
  if (project != NULL)
    {
      g_autoptr(EntKpis) kpis = ent_page_analysis_dup_kpis (project);

      self->model = ent_timeline_model_new (kpis);
      ent_timeline_filter_set_model (self->filter, self->model);
      ent_timeline_set_model (self->timeline, self->model);
      ent_timeline_table_set_model (self->table, self->model);
      g_signal_connect_object (self->model, "layout-changed", G_CALLBACK (update), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (self->model, "changed", G_CALLBACK (update_hint), self,
                               G_CONNECT_SWAPPED);
    }
  update (self);
}

/* New KPIs begin where they are listed. */
static void
ent_timeline_view_add_record (EntPage *page)
{
  EntPage *views = ent_page_find (gtk_widget_get_parent (GTK_WIDGET (page)));

  if (views != NULL && gtk_widget_activate_action (GTK_WIDGET (page), "views.show", "s", "kpis"))
    ent_page_add_record (views);
}

static gboolean
ent_timeline_view_focus_content (EntPage *page)
{
  EntTimelineView *self = ENT_TIMELINE_VIEW (page);

  if (g_str_equal (gtk_stack_get_visible_child_name (self->stack), "timeline")
      && g_str_equal (gtk_stack_get_visible_child_name (self->filtered), "some"))
    return gtk_widget_grab_focus (GTK_WIDGET (self->timeline));
  if (g_str_equal (gtk_stack_get_visible_child_name (self->filtered), "table"))
    return gtk_widget_child_focus (GTK_WIDGET (self->table), GTK_DIR_TAB_FORWARD);

  return gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
}

static void
ent_timeline_view_dispose (GObject *object)
{
  EntTimelineView *self = ENT_TIMELINE_VIEW (object);

  if (self->timeline != NULL)
    unset_model (self);

  G_OBJECT_CLASS (ent_timeline_view_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/entente/Entente/ui/ent-timeline-view.ui");
  gtk_widget_class_bind_template_child (widget_class, EntTimelineView, stack);
  gtk_widget_class_bind_template_child (widget_class, EntTimelineView, filtered);
  gtk_widget_class_bind_template_child (widget_class, EntTimelineView, filter_button);
  gtk_widget_class_bind_template_child (widget_class, EntTimelineView, filter);
  gtk_widget_class_bind_template_child (widget_class, EntTimelineView, hint);
  gtk_widget_class_bind_template_child (widget_class, EntTimelineView, timeline);
  gtk_widget_class_bind_template_child (widget_class, EntTimelineView, table_button);
  gtk_widget_class_bind_template_child (widget_class, EntTimelineView, chart_buttons);
  gtk_widget_class_bind_template_child (widget_class, EntTimelineView, today);
  gtk_widget_class_bind_template_child (widget_class, EntTimelineView, copy);
  gtk_widget_class_bind_template_child (widget_class, EntTimelineView, table);
  gtk_widget_class_bind_template_callback (widget_class, on_copy_clicked);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_bind_template_callback (widget_class, on_record_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_show_all_clicked);
  gtk_widget_class_bind_template_callback (widget_class, update_hint);
}

static void
ent_timeline_view_class_init (EntTimelineViewClass *klass)
{
  EntPageClass *page_class = ENT_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_timeline_view_dispose;
  page_class->project_changed = ent_timeline_view_project_changed;
  page_class->add_record = ent_timeline_view_add_record;
  page_class->focus_content = ent_timeline_view_focus_content;

  g_type_ensure (ENT_TYPE_TIMELINE);
  g_type_ensure (ENT_TYPE_TIMELINE_FILTER);
  g_type_ensure (ENT_TYPE_TIMELINE_TABLE);
  install_actions (GTK_WIDGET_CLASS (klass));
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
ent_timeline_view_init (EntTimelineView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  ent_timeline_set_label (self->timeline, _("Timeline"));
  ent_compat_set_label (GTK_WIDGET (self->filter_button), _("Filter"));
  g_object_bind_property (adw_style_manager_get_default (), "high-contrast", self->timeline,
                          "high-contrast", G_BINDING_SYNC_CREATE);
}
