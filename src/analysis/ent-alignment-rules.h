/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules of an alignment, one function each: does it apply here, and what does it say? */
#pragma once

#include "analysis/ent-alignment.h"
#include "analysis/ent-finding.h"

G_BEGIN_DECLS

/* From this division on a goal divides the partners. */
#define ENT_ALIGNMENT_DIVIDED 0.25

/**
 * EntAlignmentSubject:
 * @ENT_ALIGNMENT_SUBJECT_GOAL: the rule looks at a goal
 * @ENT_ALIGNMENT_SUBJECT_PARTNER: the rule looks at a partner
 */
typedef enum {
  ENT_ALIGNMENT_SUBJECT_GOAL,
  ENT_ALIGNMENT_SUBJECT_PARTNER,
  ENT_N_ALIGNMENT_SUBJECTS
} EntAlignmentSubject;

/**
 * EntAlignmentRule:
 * @kind: what it finds
 * @severity: how pressing it is
 * @subject: what the rule looks at
 * @check: whether the rule applies to goal or partner number @place; fills @verdict if so
 */
typedef struct {
  EntFindingKind kind;
  EntFindingSeverity severity;
  EntAlignmentSubject subject;
  gboolean (*check) (EntAlignment *alignment,
                     guint         place,
                     EntVerdict   *verdict);
} EntAlignmentRule;

#define ENT_ALIGNMENT_N_RULES 5

extern const EntAlignmentRule ent_alignment_rules[ENT_ALIGNMENT_N_RULES];

G_END_DECLS
