/* SPDX-License-Identifier: GPL-3.0-or-later */
/* KPIs: what is measured, and how it goes. */
#pragma once

#include "pages/ent-views-page.h"

G_BEGIN_DECLS

#define ENT_TYPE_KPIS_PAGE (ent_kpis_page_get_type ())
G_DECLARE_FINAL_TYPE (EntKpisPage, ent_kpis_page, ENT, KPIS_PAGE, EntViewsPage)

G_END_DECLS
