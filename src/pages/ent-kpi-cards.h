/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The most pressing KPIs as cards, each with its status, its latest value and how it went. */
#pragma once

#include <adwaita.h>

#include "model/ent-project.h"

G_BEGIN_DECLS

#define ENT_TYPE_KPI_CARDS (ent_kpi_cards_get_type ())
G_DECLARE_FINAL_TYPE (EntKpiCards, ent_kpi_cards, ENT, KPI_CARDS, AdwBin)

void ent_kpi_cards_set_project (EntKpiCards *self,
                                EntProject  *project);

G_END_DECLS
