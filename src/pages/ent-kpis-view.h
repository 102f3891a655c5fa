/* SPDX-License-Identifier: GPL-3.0-or-later */
/* KPIs with their status, the form of one, and its measurements. */
#pragma once

#include "pages/ent-page.h"

G_BEGIN_DECLS

#define ENT_TYPE_KPIS_VIEW (ent_kpis_view_get_type ())
G_DECLARE_FINAL_TYPE (EntKpisView, ent_kpis_view, ENT, KPIS_VIEW, EntPage)

G_END_DECLS
