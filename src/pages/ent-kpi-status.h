/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The status of a KPI on a label: sign, word and colour. */
#pragma once

#include <gtk/gtk.h>

#include "analysis/ent-kpis.h"

G_BEGIN_DECLS

const EntKpiSeries *ent_kpi_status_get_series    (EntRecord          *kpi);
const char         *ent_kpi_status_get_css_class (EntKpiStatus        status);
void                ent_kpi_status_show          (GtkLabel           *label,
                                                  const EntKpiSeries *series);

G_END_DECLS
