/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The goals: in what order they matter, who owns them, how one will know that they are reached. */
#pragma once

#include "pages/ent-page.h"

G_BEGIN_DECLS

#define ENT_TYPE_GOALS_VIEW (ent_goals_view_get_type ())
G_DECLARE_FINAL_TYPE (EntGoalsView, ent_goals_view, ENT, GOALS_VIEW, EntPage)

G_END_DECLS
