/* SPDX-License-Identifier: GPL-3.0-or-later */
/* To add a page, write its type and add a row here. */
#include "config.h"

#include "pages/ent-pages.h"

#include <glib/gi18n.h>

#include "pages/ent-expectations-page.h"
#include "pages/ent-goals-page.h"
#include "pages/ent-kpis-page.h"
#include "pages/ent-overview-page.h"
#include "pages/ent-partners-page.h"
#include "pages/ent-roles-page.h"
#include "pages/ent-stories-page.h"

static const EntPageInfo pages[] = {
  { "overview", ENT_PAGE_PLAN, N_("Overview"), "user-home-symbolic", ent_overview_page_get_type,
    { ENT_KIND_PROJECT }, 1 },
  { "partners", ENT_PAGE_PLAN, N_("Partners"), "system-users-symbolic", ent_partners_page_get_type,
    { ENT_KIND_PARTNER, ENT_KIND_PERSON }, 2 },
  { "roles", ENT_PAGE_PLAN, N_("Roles"), "view-grid-symbolic", ent_roles_page_get_type,
    { ENT_KIND_ROLE, ENT_KIND_TASK, ENT_KIND_ASSIGNMENT }, 3, "role-chart" },
  { "expectations", ENT_PAGE_PLAN, N_("Expectations"), "view-dual-symbolic",
    ent_expectations_page_get_type, { ENT_KIND_EXPECTATION }, 1 },
  { "goals", ENT_PAGE_ALIGN, N_("Goals & Alignment"), "find-location-symbolic",
    ent_goals_page_get_type, { ENT_KIND_GOAL, ENT_KIND_POSITION }, 2, "alignment" },
  { "kpis", ENT_PAGE_MEASURE, N_("KPIs"), "ent-chart-symbolic", ent_kpis_page_get_type,
    { ENT_KIND_KPI, ENT_KIND_MEASUREMENT }, 2, "kpis" },
  { "stories", ENT_PAGE_MEASURE, N_("Stories & Wins"), "starred-symbolic",
    ent_stories_page_get_type, { ENT_KIND_STORY, ENT_KIND_MILESTONE }, 2, "stories" },
};

/**
 * ent_pages_get_n_pages:
 *
 * Returns: how many pages there are
 */
guint
ent_pages_get_n_pages (void)
{
  return G_N_ELEMENTS (pages);
}

/**
 * ent_pages_get_info:
 * @index: number of a page, in the order of the sidebar
 *
 * Returns: its row
 */
const EntPageInfo *
ent_pages_get_info (guint index)
{
  g_return_val_if_fail (index < G_N_ELEMENTS (pages), NULL);

  return &pages[index];
}

/**
 * ent_pages_get_group_title:
 * @group: a group of pages
 *
 * Returns: its heading, translated
 */
const char *
ent_pages_get_group_title (EntPageGroup group)
{
  switch (group)
    {
    case ENT_PAGE_ALIGN:
      return _("Align");
    case ENT_PAGE_MEASURE:
      return _("Measure");
    case ENT_PAGE_MEET:
      return _("Meet");
    case ENT_PAGE_PLAN:
    default:
      return _("Plan");
    }
}

/**
 * ent_pages_find_kind:
 * @kind: a kind of record
 *
 * Returns: the page that shows such records, or -1
 */
int
ent_pages_find_kind (EntKind kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    for (guint k = 0; k < pages[i].n_kinds; k++)
      if (pages[i].kinds[k] == kind)
        return (int) i;

  return -1;
}

/**
 * ent_pages_find_name:
 * @name: a page's name
 *
 * Returns: its number, or -1
 */
int
ent_pages_find_name (const char *name)
{
  g_return_val_if_fail (name != NULL, -1);

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    if (g_str_equal (pages[i].name, name))
      return (int) i;

  return -1;
}
