/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The latest small wins, each leading to where it is told. */
#pragma once

#include <adwaita.h>

#include "model/ent-project.h"

G_BEGIN_DECLS

#define ENT_TYPE_SMALL_WINS (ent_small_wins_get_type ())
G_DECLARE_FINAL_TYPE (EntSmallWins, ent_small_wins, ENT, SMALL_WINS, AdwBin)

void ent_small_wins_set_project (EntSmallWins *self,
                                 EntProject   *project);

G_END_DECLS
