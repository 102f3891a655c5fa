/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A KPI at a glance: status, latest value, and how it went. */
#pragma once

#include <gtk/gtk.h>

#include "analysis/ent-kpis.h"

G_BEGIN_DECLS

#define ENT_TYPE_KPI_CARD (ent_kpi_card_get_type ())
G_DECLARE_FINAL_TYPE (EntKpiCard, ent_kpi_card, ENT, KPI_CARD, GtkFlowBoxChild)

GtkWidget *ent_kpi_card_new     (void);
EntRecord *ent_kpi_card_get_kpi (EntKpiCard         *self);
void       ent_kpi_card_show    (EntKpiCard         *self,
                                 const EntKpiSeries *series);

G_END_DECLS
