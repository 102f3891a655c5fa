/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who agrees with whom: one picture of all partners, and beside it what two of them share. */
#pragma once

#include "pages/ent-page.h"

G_BEGIN_DECLS

#define ENT_TYPE_AGREEMENT_VIEW (ent_agreement_view_get_type ())
G_DECLARE_FINAL_TYPE (EntAgreementView, ent_agreement_view, ENT, AGREEMENT_VIEW, EntPage)

G_END_DECLS
