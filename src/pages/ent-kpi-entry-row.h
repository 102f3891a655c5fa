/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A KPI and the place where its next value is typed. */
#pragma once

#include <adwaita.h>

#include "model/ent-project.h"

G_BEGIN_DECLS

#define ENT_TYPE_KPI_ENTRY_ROW (ent_kpi_entry_row_get_type ())
G_DECLARE_FINAL_TYPE (EntKpiEntryRow, ent_kpi_entry_row, ENT, KPI_ENTRY_ROW, GtkListBoxRow)

GtkWidget *ent_kpi_entry_row_new        (EntRecord      *kpi);
EntRecord *ent_kpi_entry_row_get_kpi    (EntKpiEntryRow *self);
void       ent_kpi_entry_row_set_day    (EntKpiEntryRow *self,
                                         const char     *day);
gboolean   ent_kpi_entry_row_is_entered (EntKpiEntryRow *self);
gboolean   ent_kpi_entry_row_commit     (EntKpiEntryRow *self);
void       ent_kpi_entry_row_update     (EntKpiEntryRow *self);

G_END_DECLS
