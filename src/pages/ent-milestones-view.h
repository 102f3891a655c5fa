/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The milestones: what is next, what is late, and how the rest was celebrated. */
#pragma once

#include "pages/ent-page.h"

G_BEGIN_DECLS

#define ENT_TYPE_MILESTONES_VIEW (ent_milestones_view_get_type ())
G_DECLARE_FINAL_TYPE (EntMilestonesView, ent_milestones_view, ENT, MILESTONES_VIEW, EntPage)

G_END_DECLS
