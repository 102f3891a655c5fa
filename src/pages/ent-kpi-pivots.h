/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A button that has the limits of KPIs worked out anew from the day of a pivot. */
#pragma once

#include <adwaita.h>

#include "model/ent-project.h"

G_BEGIN_DECLS

#define ENT_TYPE_KPI_PIVOTS (ent_kpi_pivots_get_type ())
G_DECLARE_FINAL_TYPE (EntKpiPivots, ent_kpi_pivots, ENT, KPI_PIVOTS, AdwBin)

void     ent_kpi_pivots_set_kpi (EntKpiPivots *self,
                                 EntRecord    *kpi);

gboolean ent_kpi_pivots_rebase  (EntRecord    *kpi,
                                 const char   *day,
                                 gboolean      all);

G_END_DECLS
