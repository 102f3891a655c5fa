/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was measured of a KPI, as a table to edit and to add to. */
#pragma once

#include <adwaita.h>

#include "model/ent-project.h"

G_BEGIN_DECLS

#define ENT_TYPE_KPI_MEASUREMENTS (ent_kpi_measurements_get_type ())
G_DECLARE_FINAL_TYPE (EntKpiMeasurements, ent_kpi_measurements, ENT, KPI_MEASUREMENTS, AdwBin)

void     ent_kpi_measurements_set_kpi (EntKpiMeasurements *self,
                                       EntRecord          *kpi);
gboolean ent_kpi_measurements_commit  (EntKpiMeasurements *self);
gboolean ent_kpi_measurements_reveal  (EntKpiMeasurements *self,
                                       EntRecord          *measurement,
                                       int                 field);

G_END_DECLS
