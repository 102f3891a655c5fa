/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An order of partners in which those that agree stand together. */
#pragma once

#include "analysis/ent-alignment.h"

G_BEGIN_DECLS

/* The largest distance that can be worked with: with 2,000 things, sums of them stay exact. */
#define ENT_SERIATION_MAX_DISTANCE 1000000

guint *ent_seriation_order          (const gint32 *distances,
                                     guint         n);
guint *ent_seriation_order_partners (EntAlignment *alignment);

G_END_DECLS
