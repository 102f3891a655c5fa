/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The long term of one partner against the short term of another, on a goal that parts them. */
#pragma once

#include "analysis/ent-alignment.h"

G_BEGIN_DECLS

/* From this gap on between two culture profiles, 1 to 5, their horizons clash. */
#define ENT_HORIZON_CLASH_LEAST 2

/**
 * EntHorizonClash:
 * @goal: number of the goal
 * @long_term: number of the partner that looks further ahead
 * @short_term: number of the other one
 * @gap: by how much their horizons differ, 2 to 4
 */
typedef struct {
  guint goal;
  guint long_term;
  guint short_term;
  int gap;
} EntHorizonClash;

GArray *ent_horizon_clash_find         (EntAlignment          *alignment,
                                        guint                  goal);
const char *
        ent_horizon_clash_get_advice   (void);
char   *ent_horizon_clash_dup_sentence (const EntHorizonClash *self,
                                        EntAlignment          *alignment);

G_END_DECLS
