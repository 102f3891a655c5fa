/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What two partners expect of each other, side by side. */
#pragma once

#include <adwaita.h>

#include "model/ent-project.h"

G_BEGIN_DECLS

#define ENT_TYPE_PAIR_VIEW (ent_pair_view_get_type ())
G_DECLARE_FINAL_TYPE (EntPairView, ent_pair_view, ENT, PAIR_VIEW, AdwBin)

void ent_pair_view_set_project (EntPairView *self,
                                EntProject  *project);

G_END_DECLS
