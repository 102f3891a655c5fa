/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The findings of KPIs as a list that follows them, most pressing first. */
#pragma once

#include "analysis/ent-checks.h"
#include "analysis/ent-kpi-rules.h"
#include "analysis/ent-kpis.h"

G_BEGIN_DECLS

#define ENT_TYPE_KPI_CHECKS (ent_kpi_checks_get_type ())
G_DECLARE_FINAL_TYPE (EntKpiChecks, ent_kpi_checks, ENT, KPI_CHECKS, EntChecks)

EntKpiChecks *ent_kpi_checks_new      (EntKpis      *kpis);
EntKpis      *ent_kpi_checks_get_kpis (EntKpiChecks *self);

G_END_DECLS
