/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A project with KPIs and measurements of any size, made in memory. */
#pragma once

#include "model/ent-project.h"

G_BEGIN_DECLS

double      bench_kpi_value       (guint kpi,
                                   guint point);
EntProject *bench_kpi_project_new (guint n_kpis,
                                   guint n);

G_END_DECLS
