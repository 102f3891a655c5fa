/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules of KPIs, one function each: does it apply here, and what does it say? */
#pragma once

#include "analysis/ent-finding.h"
#include "analysis/ent-kpi-series.h"

G_BEGIN_DECLS

/**
 * EntKpiRule:
 * @kind: what it finds
 * @severity: how pressing it is
 * @check: whether the rule applies to a KPI on @today, as ent_day_to_number() counts; fills @verdict
 *   if so
 */
typedef struct {
  EntFindingKind kind;
  EntFindingSeverity severity;
  gboolean (*check) (const EntKpiSeries *series,
                     int                 today,
                     EntVerdict         *verdict);
} EntKpiRule;

#define ENT_KPI_N_RULES 4

extern const EntKpiRule ent_kpi_rules[ENT_KPI_N_RULES];

G_END_DECLS
