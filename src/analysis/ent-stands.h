/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The figures of an alignment as bare arrays of numbers: no records, no project. */
#pragma once

#include "analysis/ent-stand.h"

G_BEGIN_DECLS

#define ENT_STANDS_N_VALUES (2 * ENT_STAND_MAX + 1)

/**
 * EntStandsPair:
 * @convergence: on how many goals two partners have the same sign
 * @divergence: on how many they have opposite signs
 * @convergence2: twice the valued convergence: the sum of |a| + |b| over the former
 * @divergence2: twice the valued divergence
 */
typedef struct {
  gint32 convergence;
  gint32 divergence;
  gint32 convergence2;
  gint32 divergence2;
} EntStandsPair;

/**
 * EntStandsPartner:
 * @in_favour: sum of its positive values
 * @against: sum of its negative values without their sign
 * @known: on how many goals it gave a position
 * @shared2: twice the sum of valued convergence and divergence over all other partners
 * @lean2: twice the sum of their differences without sign
 */
typedef struct {
  gint32 in_favour;
  gint32 against;
  gint32 known;
  gint64 shared2;
  gint64 lean2;
} EntStandsPartner;

/**
 * EntStands:
 *
 * Values partner by partner, the sums over them, and how to keep the sums up to date. All sums are
 * whole numbers, so keeping them up to date gives bit by bit what adding up anew gives.
 */
typedef struct _EntStands EntStands;

EntStands              *ent_stands_new         (guint        n_goals,
                                                guint        n_partners);
void                    ent_stands_free        (EntStands   *self);

void                    ent_stands_put         (EntStands   *self,
                                                guint        goal,
                                                guint        partner,
                                                int          value);
void                    ent_stands_add_up      (EntStands   *self);
gboolean                ent_stands_change      (EntStands   *self,
                                                guint        goal,
                                                guint        partner,
                                                int          value);

int                     ent_stands_get         (EntStands   *self,
                                                guint        goal,
                                                guint        partner);
int                     ent_stands_get_signed  (EntStands   *self,
                                                guint        goal,
                                                guint        partner);
const EntStandsPair    *ent_stands_get_pair    (EntStands   *self,
                                                guint        a,
                                                guint        b);
const EntStandsPartner *ent_stands_get_partner (EntStands   *self,
                                                guint        partner);
const guint            *ent_stands_get_counts  (EntStands   *self,
                                                guint        goal);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntStands, ent_stands_free)

G_END_DECLS
