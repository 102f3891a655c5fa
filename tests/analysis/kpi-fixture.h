/* SPDX-License-Identifier: GPL-3.0-or-later */
/* KPIs with measurements, for tests. */
#pragma once

#include "analysis/ent-kpis.h"

EntRecord *kpi_fixture_add     (EntProject *project,
                                const char *name,
                                double      baseline,
                                const char *baseline_day,
                                double      target,
                                const char *target_day);
EntRecord *kpi_fixture_measure (EntProject *project,
                                EntRecord  *kpi,
                                const char *day,
                                double      value);
void       kpi_fixture_measure_weekly (EntProject   *project,
                                EntRecord    *kpi,
                                const char   *first_day,
                                const double *values,
                                guint         n);
char      *kpi_fixture_dump    (EntKpis    *kpis);
