/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The timeline: figures, stories and morale on one axis. */
#pragma once

#include "pages/ent-page.h"

G_BEGIN_DECLS

#define ENT_TYPE_TIMELINE_VIEW (ent_timeline_view_get_type ())
G_DECLARE_FINAL_TYPE (EntTimelineView, ent_timeline_view, ENT, TIMELINE_VIEW, EntPage)

G_END_DECLS
