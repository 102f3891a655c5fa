/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where one partner stands on one goal: a scale with the meaning of each value, the day, the reason
 * and who gave it, and all that was said before. */
#pragma once

#include <gtk/gtk.h>

#include "analysis/ent-alignment.h"

G_BEGIN_DECLS

#define ENT_TYPE_POSITION_POPOVER (ent_position_popover_get_type ())
G_DECLARE_FINAL_TYPE (EntPositionPopover, ent_position_popover, ENT, POSITION_POPOVER, GtkPopover)

GtkWidget *ent_position_popover_new      (void);
void       ent_position_popover_set_cell (EntPositionPopover *self,
                                          EntAlignment       *alignment,
                                          guint               goal,
                                          guint               partner);

G_END_DECLS
