/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list of milestones, what is overdue first, with a form beside it. Above the form stands in words
 * where the milestone stands; “Done Today” asks at once how it is celebrated, because later nobody
 * does. */
#include "config.h"

#include "pages/ent-milestones-view.h"

#include <glib/gi18n.h>

#include "analysis/ent-day.h"
#include "analysis/ent-milestone.h"
#include "analysis/ent-phrase.h"
#include "pages/ent-page-analysis.h"
#include "pages/ent-record-pane.h"
#include "pages/ent-text.h"

struct _EntMilestonesView {
  EntPage parent_instance;

  EntRecordPane *pane;
  GtkLabel *standing;
  GtkWidget *done_button;
  GSignalGroup *record_signals;
  EntCalendar *calendar;
  GSignalGroup *calendar_signals;
};

G_DEFINE_FINAL_TYPE (EntMilestonesView, ent_milestones_view, ENT_TYPE_PAGE)

static const EntFormSection sections[] = {
  { NULL, NULL, { ENT_MILESTONE_TITLE, ENT_MILESTONE_DUE, ENT_MILESTONE_DONE, ENT_MILESTONE_GOAL },
    4 },
  { NULL, NULL, { ENT_MILESTONE_CELEBRATION }, 1 },
  { 0 }
};

static EntMilestoneState
get_state (EntRecord *milestone)
{
  g_autofree char *today = ent_day_dup_today ();

  return ent_milestone_get_state (milestone, today);
}

static char *
dup_standing (EntRecord *milestone)
{
  g_autofree char *today = ent_day_dup_today ();

  return ent_milestone_dup_standing (milestone, today);
}

static char *
dup_word (EntRecord *milestone)
{
  g_autofree char *today = ent_day_dup_today ();

  return ent_milestone_dup_word (milestone, today);
}

/* Open is what is not done, overdue or not. */
static gboolean
matches_state (EntRecord *milestone, guint choice)
{
  EntMilestoneState state = get_state (milestone);

  switch (choice)
    {
    case 0:
      return state != ENT_MILESTONE_STATE_DONE;
    case 1:
      return state == ENT_MILESTONE_STATE_OVERDUE;
    default:
      return state == ENT_MILESTONE_STATE_DONE;
    }
}

static const EntListPaneSpec list_spec = {
  .kind = ENT_KIND_MILESTONE,
  .search = N_("Search milestones"),
  .add = N_("Add a milestone"),
  .dup_detail = dup_standing,
  .dup_word = dup_word,
  .compare = ent_milestone_compare,
  .compare_title = N_("What Is Next"),
  .sorts = { ENT_MILESTONE_DUE, ENT_MILESTONE_DONE, ENT_MILESTONE_GOAL, ENT_MILESTONE_TITLE },
  .n_sorts = 4,
  .filters = { { .field = ENT_MILESTONE_DONE, .label = N_("State"),
                 .choices = { N_("Open"), N_("Overdue"), N_("Done") },
                 .matches = matches_state },
               { ENT_MILESTONE_GOAL, TRUE, N_("No goal") } },
  .n_filters = 2,
};

static const EntRecordPaneEmpty empty = {
  .icon_name = "emoji-flags-symbolic",
  .title = N_("Which Points on the Way Will You Celebrate?"),
  .description = N_("A milestone is something that everybody can see is reached. Give each a day, and "
                    "think early of how to celebrate it."),
  .prompt = N_("The first milestone"),
};

/* "! Overdue by 12 days" */
static void
update_standing (EntMilestonesView *self)
{
  EntRecord *milestone = ent_record_pane_get_record (self->pane);
  g_autofree char *today = ent_day_dup_today ();
  g_autofree char *text = NULL;
  EntMilestoneState state;

  if (milestone == NULL)
    return;

  state = ent_milestone_get_state (milestone, today);
  text = ent_milestone_dup_mark (milestone, today);
  gtk_label_set_text (self->standing, text);
  gtk_widget_remove_css_class (GTK_WIDGET (self->standing), "error");
  if (state == ENT_MILESTONE_STATE_OVERDUE)
    gtk_widget_add_css_class (GTK_WIDGET (self->standing), "error");
  gtk_widget_set_visible (self->done_button,
                          state != ENT_MILESTONE_STATE_DONE
                            && !ent_project_is_read_only (ent_page_get_project (ENT_PAGE (self))));
}

static void
on_record (EntMilestonesView *self)
{
  g_signal_group_set_target (self->record_signals, ent_record_pane_get_record (self->pane));
  update_standing (self);
}

static void
on_done_clicked (EntMilestonesView *self)
{
  EntRecord *milestone = ent_record_pane_get_record (self->pane);
  g_autofree char *today = ent_day_dup_today ();
  g_autofree char *title = NULL;
  g_autofree char *text = NULL;

  if (milestone == NULL || !ent_record_set_string (milestone, ENT_MILESTONE_DONE, today))
    return;

  title = ent_phrase_quote (ent_record_get_string (milestone, ENT_MILESTONE_TITLE));
  text = g_strdup_printf (_("%s is reached. How do you celebrate it?"), title);
  ent_page_show_message (ENT_PAGE (self), text);
  ent_record_pane_reveal (self->pane, milestone, ENT_MILESTONE_CELEBRATION);
}

static void
on_day_changed (EntMilestonesView *self)
{
  ent_record_pane_update_list (self->pane);
  update_standing (self);
}

static void
ent_milestones_view_project_changed (EntPage *page)
{
  EntMilestonesView *self = ENT_MILESTONES_VIEW (page);
  EntProject *project = ent_page_get_project (page);

  g_clear_object (&self->calendar);
  if (project != NULL)
    self->calendar = ent_page_analysis_dup_calendar (project);
  g_signal_group_set_target (self->calendar_signals, self->calendar);
  ent_record_pane_set_project (self->pane, project);
}

static gboolean
ent_milestones_view_reveal (EntPage *page, EntRecord *record, int field)
{
  return ent_record_get_kind (record) == ENT_KIND_MILESTONE
         && ent_record_pane_reveal (ENT_MILESTONES_VIEW (page)->pane, record, field);
}

static void
ent_milestones_view_add_record (EntPage *page)
{
  ent_record_pane_focus_add (ENT_MILESTONES_VIEW (page)->pane);
}

static gboolean
ent_milestones_view_focus_content (EntPage *page)
{
  return ent_record_pane_focus_list (ENT_MILESTONES_VIEW (page)->pane);
}

static void
ent_milestones_view_dispose (GObject *object)
{
  EntMilestonesView *self = ENT_MILESTONES_VIEW (object);

  g_clear_object (&self->record_signals);
  g_clear_object (&self->calendar_signals);
  g_clear_object (&self->calendar);

  G_OBJECT_CLASS (ent_milestones_view_parent_class)->dispose (object);
}

static void
ent_milestones_view_class_init (EntMilestonesViewClass *klass)
{
  EntPageClass *page_class = ENT_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_milestones_view_dispose;
  page_class->project_changed = ent_milestones_view_project_changed;
  page_class->reveal = ent_milestones_view_reveal;
  page_class->add_record = ent_milestones_view_add_record;
  page_class->focus_content = ent_milestones_view_focus_content;
}

static GtkWidget *
new_bar (EntMilestonesView *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->standing = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->standing, 0);
  gtk_label_set_wrap (self->standing, TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (self->standing), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->standing), "heading");
  gtk_box_append (GTK_BOX (bar), GTK_WIDGET (self->standing));

  self->done_button = gtk_button_new_with_label (_("Done Today"));
  gtk_widget_set_valign (self->done_button, GTK_ALIGN_CENTER);
  g_signal_connect_object (self->done_button, "clicked", G_CALLBACK (on_done_clicked), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (bar), self->done_button);

  return bar;
}

static void
ent_milestones_view_init (EntMilestonesView *self)
{
  self->record_signals = g_signal_group_new (ENT_TYPE_RECORD);
  g_signal_group_connect_swapped (self->record_signals, "notify", G_CALLBACK (update_standing),
                                  self);

  self->calendar_signals = g_signal_group_new (ENT_TYPE_CALENDAR);
  g_signal_group_connect_swapped (self->calendar_signals, "day-changed",
                                  G_CALLBACK (on_day_changed), self);

  self->pane = g_object_new (ENT_TYPE_RECORD_PANE, NULL);
  ent_record_pane_set_spec (self->pane, &list_spec, &empty);
  ent_record_pane_add_widget (self->pane, new_bar (self));
  ent_record_pane_add_form (self->pane, sections);
  g_signal_connect_object (self->pane, "notify::record", G_CALLBACK (on_record), self,
                           G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->pane));
}
