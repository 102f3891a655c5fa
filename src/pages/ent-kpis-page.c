/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Several views of the same KPIs. To add one, write its type and add a row to the table. */
#include "config.h"

#include "pages/ent-kpis-page.h"

#include <glib/gi18n.h>

#include "pages/ent-kpi-enter-view.h"
#include "pages/ent-kpis-view.h"
#include "pages/ent-timeline-view.h"

struct _EntKpisPage {
  EntViewsPage parent_instance;
};

G_DEFINE_FINAL_TYPE (EntKpisPage, ent_kpis_page, ENT_TYPE_VIEWS_PAGE)

static const EntViewInfo views[] = {
  { "timeline", N_("Timeline"), "view-continuous-symbolic", ent_timeline_view_get_type },
  { "kpis", N_("KPIs"), "view-list-bullet-symbolic", ent_kpis_view_get_type },
  { "enter", N_("Enter"), "document-edit-symbolic", ent_kpi_enter_view_get_type },
};

static void
ent_kpis_page_class_init (EntKpisPageClass *klass)
{
}

static void
ent_kpis_page_init (EntKpisPage *self)
{
  ent_views_page_add_views (ENT_VIEWS_PAGE (self), views, G_N_ELEMENTS (views));
}
