/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The first page: what the partnership is for, and the findings, each leading to its place. */
#include "config.h"

#include "pages/ent-overview-page.h"

#include <glib/gi18n.h>

#include "pages/ent-finding-list.h"
#include "pages/ent-form.h"
#include "pages/ent-kpi-cards.h"
#include "pages/ent-page-analysis.h"
#include "pages/ent-small-wins.h"

struct _EntOverviewPage {
  EntPage parent_instance;

  GListModel *checks;   /* EntFinding, of everything that makes findings */
  EntForm *form;    /* what it is for */
  EntForm *details; /* when, and who coordinates */
  GSignalGroup *project_signals;

  GtkBox *form_place;
  GtkBox *details_place;
  GtkWidget *attention;
  GtkLabel *none;
  EntFindingList *findings;
  EntKpiCards *kpis;
  EntSmallWins *wins;
};

G_DEFINE_FINAL_TYPE (EntOverviewPage, ent_overview_page, ENT_TYPE_PAGE)

static const EntFormSection sections[] = {
  { NULL, NULL, { ENT_PROJECT_TITLE, ENT_PROJECT_PURPOSE, ENT_PROJECT_VISION }, 3 },
  { 0 }
};

static const EntFormSection details[] = {
  { N_("Time"), NULL, { ENT_PROJECT_PHASE, ENT_PROJECT_START, ENT_PROJECT_END,
                        ENT_PROJECT_CHECK_IN_EVERY }, 4 },
  { N_("Who keeps it together"), NULL,
    { ENT_PROJECT_COORDINATOR_NAME, ENT_PROJECT_COORDINATOR_EMAIL }, 2 },
  { 0 }
};

/* Without these there is nothing to find, which does not mean that all is well. */
static const EntKind asked_about[] = {
  ENT_KIND_TASK, ENT_KIND_GOAL, ENT_KIND_KPI, ENT_KIND_STORY, ENT_KIND_MILESTONE
};

static void
update_attention (EntOverviewPage *self)
{
  EntProject *project = ent_page_get_project (ENT_PAGE (self));
  gboolean any = FALSE;

  for (guint i = 0; project != NULL && i < G_N_ELEMENTS (asked_about); i++)
    any |= ent_project_get_n_records (project, asked_about[i]) > 0;

  gtk_widget_set_visible (self->attention, any);
  gtk_widget_set_visible (GTK_WIDGET (self->none), !any);
}

static void
on_committed (EntOverviewPage *self, const EntChangeSet *set)
{
  for (guint i = 0; i < G_N_ELEMENTS (asked_about); i++)
    if (ent_change_set_touches (set, asked_about[i]))
      {
        update_attention (self);
        return;
      }
}

/* What a cell of the role chart is about is shown there: the task comes first. */
static void
on_finding_activated (EntOverviewPage *self, EntFinding *finding)
{
  EntRecord *record = NULL;

  for (guint i = 0; i < ent_finding_get_n_records (finding); i++)
    {
      EntRecord *about = ent_finding_get_record (finding, i);

      if (record == NULL || ent_record_get_kind (about) == ENT_KIND_TASK)
        record = about;
    }

  if (record != NULL)
    ent_page_request_reveal (ENT_PAGE (self), record, -1);
}

static int
compare_severity (gconstpointer a, gconstpointer b, gpointer data)
{
  return (int) ent_finding_get_severity ((EntFinding *) a)
         - (int) ent_finding_get_severity ((EntFinding *) b);
}

/* Of the role chart, the alignment, the KPIs and the milestones, most pressing first; of equals those
 * of the chart first. */
static GListModel *
new_checks (EntProject *project)
{
  g_autoptr(EntRoleChecks) roles = ent_page_analysis_dup_role_checks (project);
  g_autoptr(EntAlignmentChecks) alignment = ent_page_analysis_dup_alignment_checks (project);
  g_autoptr(EntKpiChecks) kpis = ent_page_analysis_dup_kpi_checks (project);
  g_autoptr(EntStoryChecks) stories = ent_page_analysis_dup_story_checks (project);
  GListStore *lists = g_list_store_new (G_TYPE_LIST_MODEL);
  GListModel *all;
  GtkSorter *sorter = GTK_SORTER (gtk_custom_sorter_new (compare_severity, NULL, NULL));

  g_list_store_append (lists, roles);
  g_list_store_append (lists, alignment);
  g_list_store_append (lists, kpis);
  g_list_store_append (lists, stories);
  all = G_LIST_MODEL (gtk_flatten_list_model_new (G_LIST_MODEL (lists)));

  return G_LIST_MODEL (gtk_sort_list_model_new (all, sorter));
}

static void
ent_overview_page_project_changed (EntPage *page)
{
  EntOverviewPage *self = ENT_OVERVIEW_PAGE (page);
  EntProject *project = ent_page_get_project (page);

  ent_finding_list_set_model (self->findings, NULL);
  g_clear_object (&self->checks);
  if (project != NULL)
    {
      self->checks = new_checks (project);
      ent_finding_list_set_model (self->findings, self->checks);
    }
  ent_form_set_record (self->form, project != NULL ? ent_project_get_info (project) : NULL);
  ent_form_set_record (self->details, project != NULL ? ent_project_get_info (project) : NULL);
  g_signal_group_set_target (self->project_signals, project);
  ent_kpi_cards_set_project (self->kpis, project);
  ent_small_wins_set_project (self->wins, project);
  update_attention (self);
}

static gboolean
ent_overview_page_reveal (EntPage *page, EntRecord *record, int field)
{
  if (ent_record_get_kind (record) != ENT_KIND_PROJECT)
    return FALSE;

  if (field >= 0 && !ent_form_focus_field (ENT_OVERVIEW_PAGE (page)->form, field))
    ent_form_focus_field (ENT_OVERVIEW_PAGE (page)->details, field);

  return TRUE;
}

static void
ent_overview_page_dispose (GObject *object)
{
  EntOverviewPage *self = ENT_OVERVIEW_PAGE (object);

  g_clear_object (&self->project_signals);
  g_clear_object (&self->checks);

  G_OBJECT_CLASS (ent_overview_page_parent_class)->dispose (object);
}

static void
ent_overview_page_class_init (EntOverviewPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  EntPageClass *page_class = ENT_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_overview_page_dispose;
  page_class->project_changed = ent_overview_page_project_changed;
  page_class->reveal = ent_overview_page_reveal;

  g_type_ensure (ENT_TYPE_FINDING_LIST);
  g_type_ensure (ENT_TYPE_KPI_CARDS);
  g_type_ensure (ENT_TYPE_SMALL_WINS);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/entente/Entente/ui/ent-overview-page.ui");
  gtk_widget_class_bind_template_child (widget_class, EntOverviewPage, form_place);
  gtk_widget_class_bind_template_child (widget_class, EntOverviewPage, details_place);
  gtk_widget_class_bind_template_child (widget_class, EntOverviewPage, attention);
  gtk_widget_class_bind_template_child (widget_class, EntOverviewPage, none);
  gtk_widget_class_bind_template_child (widget_class, EntOverviewPage, findings);
  gtk_widget_class_bind_template_child (widget_class, EntOverviewPage, kpis);
  gtk_widget_class_bind_template_child (widget_class, EntOverviewPage, wins);
  gtk_widget_class_bind_template_callback (widget_class, on_finding_activated);
}

static void
ent_overview_page_init (EntOverviewPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->form = ENT_FORM (ent_form_new (ENT_KIND_PROJECT, sections));
  gtk_box_append (self->form_place, GTK_WIDGET (self->form));
  self->details = ENT_FORM (ent_form_new (ENT_KIND_PROJECT, details));
  gtk_box_append (self->details_place, GTK_WIDGET (self->details));
  self->project_signals = g_signal_group_new (ENT_TYPE_PROJECT);
  g_signal_group_connect_swapped (self->project_signals, "committed", G_CALLBACK (on_committed),
                                  self);
  update_attention (self);
}
