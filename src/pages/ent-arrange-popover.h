/* SPDX-License-Identifier: GPL-3.0-or-later */
/* In which order goals and partners stand in the alignment matrix, and which of them. */
#pragma once

#include <adwaita.h>

#include "render/ent-position-matrix.h"

G_BEGIN_DECLS

#define ENT_TYPE_ARRANGE_POPOVER (ent_arrange_popover_get_type ())
G_DECLARE_FINAL_TYPE (EntArrangePopover, ent_arrange_popover, ENT, ARRANGE_POPOVER, GtkPopover)

void ent_arrange_popover_set_matrix (EntArrangePopover *self,
                                     EntPositionMatrix *matrix);

G_END_DECLS
