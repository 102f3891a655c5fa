/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a KPI goes: its status with the reasoning, the figures it comes from, and the signals. */
#pragma once

#include <adwaita.h>

#include "model/ent-record.h"

G_BEGIN_DECLS

#define ENT_TYPE_KPI_SUMMARY (ent_kpi_summary_get_type ())
G_DECLARE_FINAL_TYPE (EntKpiSummary, ent_kpi_summary, ENT, KPI_SUMMARY, AdwBin)

void ent_kpi_summary_set_kpi (EntKpiSummary *self,
                              EntRecord     *kpi);
void ent_kpi_summary_update  (EntKpiSummary *self);

G_END_DECLS
