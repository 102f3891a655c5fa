/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Goals and alignment: what the partners want, and who pulls where. */
#pragma once

#include "pages/ent-views-page.h"

G_BEGIN_DECLS

#define ENT_TYPE_GOALS_PAGE (ent_goals_page_get_type ())
G_DECLARE_FINAL_TYPE (EntGoalsPage, ent_goals_page, ENT, GOALS_PAGE, EntViewsPage)

G_END_DECLS
