/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The KPIs of a project and what their measurements say, kept up to date with it; nothing here is
 * ever saved. KPIs go by number, in the order of their list. Numbers stay as they are until “changed”
 * says that the layout changed. */
#pragma once

#include "analysis/ent-kpi-series.h"
#include "model/ent-project.h"

G_BEGIN_DECLS

/**
 * EntKpisUpdate:
 * @layout: KPIs came, went or moved: every number may stand for another one
 * @everything: any figure may be different, as when another day is looked at; always with @layout.
 *   The list below is empty then.
 * @kpis: (element-type guint): KPIs of which a field, a measurement or a figure changed, each once
 *
 * What changed in one step.
 */
typedef struct {
  gboolean layout;
  gboolean everything;
  GArray *kpis;
} EntKpisUpdate;

#define ENT_TYPE_KPIS (ent_kpis_get_type ())
G_DECLARE_FINAL_TYPE (EntKpis, ent_kpis, ENT, KPIS, GObject)

EntKpis            *ent_kpis_new          (EntProject *project);
void                ent_kpis_freeze       (EntKpis    *self);
EntProject         *ent_kpis_get_project  (EntKpis    *self);

void                ent_kpis_set_as_of    (EntKpis    *self,
                                           const char *date);
const char         *ent_kpis_get_as_of    (EntKpis    *self);
int                 ent_kpis_get_today    (EntKpis    *self);
gboolean            ent_kpis_is_today     (EntKpis    *self);
void                ent_kpis_set_screened (EntKpis    *self,
                                           gboolean    screened);
gboolean            ent_kpis_get_screened (EntKpis    *self);

guint               ent_kpis_get_n        (EntKpis    *self);
int                 ent_kpis_find         (EntKpis    *self,
                                           EntRecord  *kpi);
const EntKpiSeries *ent_kpis_get_series   (EntKpis    *self,
                                           guint       kpi);

G_END_DECLS
