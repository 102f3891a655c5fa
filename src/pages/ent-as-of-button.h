/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A button that says on which day an alignment is looked at, and lets one choose another. */
#pragma once

#include <adwaita.h>

#include "analysis/ent-alignment.h"

G_BEGIN_DECLS

#define ENT_TYPE_AS_OF_BUTTON (ent_as_of_button_get_type ())
G_DECLARE_FINAL_TYPE (EntAsOfButton, ent_as_of_button, ENT, AS_OF_BUTTON, AdwBin)

void ent_as_of_button_set_alignment (EntAsOfButton *self,
                                     EntAlignment  *alignment);

G_END_DECLS
