/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A partner's culture profile beside another's or everybody's, and the friction to talk about. */
#pragma once

#include <adwaita.h>

#include "model/ent-project.h"

G_BEGIN_DECLS

#define ENT_TYPE_CULTURE_VIEW (ent_culture_view_get_type ())
G_DECLARE_FINAL_TYPE (EntCultureView, ent_culture_view, ENT, CULTURE_VIEW, AdwBin)

void ent_culture_view_set_partner (EntCultureView *self,
                                   EntRecord      *partner);

G_END_DECLS
