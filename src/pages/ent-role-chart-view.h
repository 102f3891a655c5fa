/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The role chart with its findings and the task in hand beside it. */
#pragma once

#include <adwaita.h>

#include "model/ent-project.h"

G_BEGIN_DECLS

#define ENT_TYPE_ROLE_CHART_VIEW (ent_role_chart_view_get_type ())
G_DECLARE_FINAL_TYPE (EntRoleChartView, ent_role_chart_view, ENT, ROLE_CHART_VIEW, AdwBin)

void     ent_role_chart_view_set_project (EntRoleChartView *self,
                                          EntProject       *project);
gboolean ent_role_chart_view_reveal      (EntRoleChartView *self,
                                          EntRecord        *record,
                                          int               field);
gboolean ent_role_chart_view_focus       (EntRoleChartView *self);
gboolean ent_role_chart_view_commit      (EntRoleChartView *self);
void     ent_role_chart_view_add_task    (EntRoleChartView *self);

G_END_DECLS
