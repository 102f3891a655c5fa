/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was measured, typed one KPI after the other. */
#pragma once

#include "pages/ent-page.h"

G_BEGIN_DECLS

#define ENT_TYPE_KPI_ENTER_VIEW (ent_kpi_enter_view_get_type ())
G_DECLARE_FINAL_TYPE (EntKpiEnterView, ent_kpi_enter_view, ENT, KPI_ENTER_VIEW, EntPage)

G_END_DECLS
