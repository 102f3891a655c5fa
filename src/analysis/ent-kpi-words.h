/* SPDX-License-Identifier: GPL-3.0-or-later */
/* KPIs in words: values with their unit, the status with its sign, and the reasoning behind it. */
#pragma once

#include "analysis/ent-kpi-series.h"

G_BEGIN_DECLS

const char *ent_kpi_status_get_nick   (EntKpiStatus        status);
const char *ent_kpi_status_get_label  (EntKpiStatus        status);
const char *ent_kpi_status_get_sign   (EntKpiStatus        status);
char       *ent_kpi_status_format     (const EntKpiSeries *series);

char       *ent_kpi_format_number     (double              value);
char       *ent_kpi_format_value      (EntRecord          *kpi,
                                       double              value);
char       *ent_kpi_add_unit          (EntRecord          *kpi,
                                       const char         *number);
char       *ent_kpi_format_figure     (EntRecord          *kpi,
                                       double              figure);
char       *ent_kpi_format_target     (EntRecord          *kpi);
double      ent_kpi_round_expected    (const EntKpiSeries *series);
char       *ent_kpi_format_expected   (const EntKpiSeries *series);

const char *ent_kpi_sense_get_label   (EntKpiSense         sense);
const char *ent_signal_rule_get_label (EntSignalRule       rule);
char       *ent_kpi_compare           (const EntKpiSeries *series);
char       *ent_kpi_explain_signal    (const EntKpiSeries *series);
char       *ent_kpi_explain           (const EntKpiSeries *series);

G_END_DECLS
