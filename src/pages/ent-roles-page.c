/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two views of the same: the chart, and each role with its forms. */
#include "config.h"

#include "pages/ent-roles-page.h"

#include <glib/gi18n.h>

#include "pages/ent-record-pane.h"
#include "pages/ent-role-chart-view.h"
#include "pages/ent-role-tasks.h"
#include "pages/ent-text.h"
#include "pages/ent-view-keys.h"

struct _EntRolesPage {
  EntPage parent_instance;

  EntRoleTasks *tasks;

  AdwViewStack *views;
  EntRoleChartView *chart;
  EntRecordPane *pane;
};

G_DEFINE_FINAL_TYPE (EntRolesPage, ent_roles_page, ENT_TYPE_PAGE)

static const EntFormSection about_sections[] = {
  { NULL, NULL, { ENT_ROLE_TITLE, ENT_ROLE_PARTNER, ENT_ROLE_HOLDER }, 3 },
  { N_("What it is for"), NULL,
    { ENT_ROLE_PURPOSE, ENT_ROLE_RESPONSIBILITIES, ENT_ROLE_AUTHORITY }, 3 },
  { N_("Time"), NULL, { ENT_ROLE_HOURS_PER_MONTH, ENT_ROLE_START, ENT_ROLE_END }, 3 },
  { 0 }
};

/* "Riverside Trust · Amina Okoro" */
static char *
dup_detail (EntRecord *role)
{
  EntRecord *partner = ent_record_get_ref (role, ENT_ROLE_PARTNER);
  EntRecord *holder = ent_record_get_ref (role, ENT_ROLE_HOLDER);
  g_autofree char *partner_title = partner != NULL ? ent_text_dup_title (partner) : NULL;
  g_autofree char *holder_title =
    holder != NULL ? ent_text_dup_title (holder) : g_strdup (_("Nobody yet"));

  return partner_title != NULL ? g_strdup_printf ("%s · %s", partner_title, holder_title)
                               : g_steal_pointer (&holder_title);
}

static const EntListPaneSpec list_spec = {
  .kind = ENT_KIND_ROLE,
  .search = N_("Search roles"),
  .add = N_("Add a role"),
  .dup_detail = dup_detail,
  .sorts = { ENT_ROLE_TITLE, ENT_ROLE_PARTNER, ENT_ROLE_HOLDER },
  .n_sorts = 3,
};

static const EntRecordPaneEmpty empty = {
  .icon_name = "avatar-default-symbolic",
  .title = N_("Which Parts Are There to Play?"),
  .description = N_("A role is a part somebody plays in the partnership, not a job title: “Keeps "
                    "the keys”, “Speaks to the press”."),
  .prompt = N_("Title of the first role"),
};

static void
on_record (EntRolesPage *self)
{
  ent_role_tasks_set_role (self->tasks, ent_record_pane_get_record (self->pane));
}

static void
focus_add_role (EntRolesPage *self)
{
  adw_view_stack_set_visible_child_name (self->views, "roles");
  ent_record_pane_focus_add (self->pane);
}

static void
ent_roles_page_project_changed (EntPage *page)
{
  EntRolesPage *self = ENT_ROLES_PAGE (page);
  EntProject *project = ent_page_get_project (page);

  ent_role_chart_view_set_project (self->chart, project);
  ent_record_pane_set_project (self->pane, project);
}

static gboolean
ent_roles_page_reveal (EntPage *page, EntRecord *record, int field)
{
  EntRolesPage *self = ENT_ROLES_PAGE (page);

  switch ((int) ent_record_get_kind (record))
    {
    case ENT_KIND_ROLE:
      adw_view_stack_set_visible_child_name (self->views, "roles");
      return ent_record_pane_reveal (self->pane, record, field);
    case ENT_KIND_TASK:
    case ENT_KIND_ASSIGNMENT:
      adw_view_stack_set_visible_child_name (self->views, "chart");
      return ent_role_chart_view_reveal (self->chart, record, field);
    default:
      return FALSE;
    }
}

static gboolean
ent_roles_page_commit_edits (EntPage *page)
{
  gboolean taken = ent_role_chart_view_commit (ENT_ROLES_PAGE (page)->chart);

  return ENT_PAGE_CLASS (ent_roles_page_parent_class)->commit_edits (page) && taken;
}

static void
ent_roles_page_add_record (EntPage *page)
{
  EntRolesPage *self = ENT_ROLES_PAGE (page);

  if (g_str_equal (adw_view_stack_get_visible_child_name (self->views), "chart"))
    ent_role_chart_view_add_task (self->chart);
  else
    focus_add_role (self);
}

/* To what the page shows, not to the switch above it. */
static gboolean
ent_roles_page_focus_content (EntPage *page)
{
  EntRolesPage *self = ENT_ROLES_PAGE (page);

  if (adw_view_stack_get_visible_child (self->views) == GTK_WIDGET (self->chart))
    return ent_role_chart_view_focus (self->chart);

  return ent_record_pane_focus_list (self->pane);
}

static void
ent_roles_page_class_init (EntRolesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  EntPageClass *page_class = ENT_PAGE_CLASS (klass);

  page_class->focus_content = ent_roles_page_focus_content;
  page_class->project_changed = ent_roles_page_project_changed;
  page_class->reveal = ent_roles_page_reveal;
  page_class->commit_edits = ent_roles_page_commit_edits;
  page_class->add_record = ent_roles_page_add_record;

  g_type_ensure (ENT_TYPE_RECORD_PANE);
  g_type_ensure (ENT_TYPE_ROLE_CHART_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/entente/Entente/ui/ent-roles-page.ui");
  gtk_widget_class_bind_template_child (widget_class, EntRolesPage, views);
  gtk_widget_class_bind_template_child (widget_class, EntRolesPage, chart);
  gtk_widget_class_bind_template_child (widget_class, EntRolesPage, pane);
  gtk_widget_class_bind_template_callback (widget_class, focus_add_role);
  gtk_widget_class_bind_template_callback (widget_class, on_record);
}

static void
ent_roles_page_init (EntRolesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->tasks = g_object_new (ENT_TYPE_ROLE_TASKS, NULL);
  ent_record_pane_set_spec (self->pane, &list_spec, &empty);
  ent_record_pane_add_form (self->pane, about_sections);
  ent_record_pane_add_widget (self->pane, GTK_WIDGET (self->tasks));
  ent_view_keys_add (ENT_PAGE (self), self->views);
}
