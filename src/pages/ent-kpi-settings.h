/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How people set the limits of KPIs to be worked out. */
#pragma once

#include "analysis/ent-kpis.h"

G_BEGIN_DECLS

gboolean ent_kpi_settings_read_screened (void);
void     ent_kpi_settings_follow        (EntKpis *kpis);

G_END_DECLS
