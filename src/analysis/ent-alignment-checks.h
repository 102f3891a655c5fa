/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The findings of an alignment as a list that follows it, most pressing first. */
#pragma once

#include "analysis/ent-alignment-rules.h"
#include "analysis/ent-checks.h"

G_BEGIN_DECLS

#define ENT_TYPE_ALIGNMENT_CHECKS (ent_alignment_checks_get_type ())
G_DECLARE_FINAL_TYPE (EntAlignmentChecks, ent_alignment_checks, ENT, ALIGNMENT_CHECKS, EntChecks)

EntAlignmentChecks *ent_alignment_checks_new           (EntAlignment       *alignment);
EntAlignment       *ent_alignment_checks_get_alignment (EntAlignmentChecks *self);

G_END_DECLS
