/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What one partner expects of another. */
#pragma once

#include <adwaita.h>

#include "model/ent-project.h"

G_BEGIN_DECLS

#define ENT_TYPE_PAIR_SIDE (ent_pair_side_get_type ())
G_DECLARE_FINAL_TYPE (EntPairSide, ent_pair_side, ENT, PAIR_SIDE, AdwBin)

void ent_pair_side_set_partners (EntPairSide *self,
                                 EntRecord   *from,
                                 EntRecord   *to);

G_END_DECLS
