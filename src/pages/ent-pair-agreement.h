/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What two partners agree on and what they part on, goal by goal; while no two are chosen, who is
 * undecided and can be won. */
#pragma once

#include <adwaita.h>

#include "analysis/ent-alignment.h"

G_BEGIN_DECLS

#define ENT_TYPE_PAIR_AGREEMENT (ent_pair_agreement_get_type ())
G_DECLARE_FINAL_TYPE (EntPairAgreement, ent_pair_agreement, ENT, PAIR_AGREEMENT, AdwBin)

void ent_pair_agreement_set_alignment (EntPairAgreement *self,
                                       EntAlignment     *alignment);
void ent_pair_agreement_set_valued    (EntPairAgreement *self,
                                       gboolean          valued);
void ent_pair_agreement_set_pair      (EntPairAgreement *self,
                                       EntRecord        *one,
                                       EntRecord        *other);

G_END_DECLS
