/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a window without a partnership shows: new, open, examples, recent files. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define ENT_TYPE_START_VIEW (ent_start_view_get_type ())
G_DECLARE_FINAL_TYPE (EntStartView, ent_start_view, ENT, START_VIEW, AdwBin)

void ent_start_view_refresh (EntStartView *self);
void ent_start_view_focus_first (EntStartView *self);

G_END_DECLS
