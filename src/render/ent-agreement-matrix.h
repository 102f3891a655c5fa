/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Partners against partners as a matrix: what they agree on and what they part on, in one cell. */
#pragma once

#include "analysis/ent-alignment.h"
#include "render/ent-matrix-model.h"

G_BEGIN_DECLS

#define ENT_TYPE_AGREEMENT_MATRIX (ent_agreement_matrix_get_type ())
G_DECLARE_FINAL_TYPE (EntAgreementMatrix, ent_agreement_matrix, ENT, AGREEMENT_MATRIX, GObject)

EntAgreementMatrix *ent_agreement_matrix_new           (EntAlignment       *alignment);
EntAlignment       *ent_agreement_matrix_get_alignment (EntAgreementMatrix *self);
void                ent_agreement_matrix_set_valued    (EntAgreementMatrix *self,
                                                        gboolean            valued);
gboolean            ent_agreement_matrix_get_valued    (EntAgreementMatrix *self);
int                 ent_agreement_matrix_get_partner   (EntAgreementMatrix *self,
                                                        guint               index);
int                 ent_agreement_matrix_find_partner  (EntAgreementMatrix *self,
                                                        EntRecord          *partner);

G_END_DECLS
