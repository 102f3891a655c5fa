/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Alignments drawn as tables of values, for tests. */
#pragma once

#include "analysis/ent-alignment.h"

/* The day on which a fixture's first positions were given. */
#define FIXTURE_DAY "2026-01-10"

/**
 * AlignmentFixture:
 *
 * A project with goals and partners, and where each partner stands on each goal.
 */
typedef struct {
  EntProject *project;
  GPtrArray *goals;
  GPtrArray *partners;
} AlignmentFixture;

AlignmentFixture *alignment_fixture_new     (guint              n_partners,
                                             const char       **rows);
AlignmentFixture *alignment_fixture_random  (guint              n_goals,
                                             guint              n_partners,
                                             GRand             *rand);
void              alignment_fixture_free    (AlignmentFixture  *self);
EntRecord        *alignment_fixture_add     (AlignmentFixture  *self,
                                             EntKind            kind,
                                             const char        *title);
void              alignment_fixture_say     (AlignmentFixture  *self,
                                             guint              goal,
                                             guint              partner,
                                             const char        *date,
                                             int                value,
                                             const char        *reason);
EntRecord        *alignment_fixture_goal    (AlignmentFixture  *self,
                                             guint              index);
EntRecord        *alignment_fixture_partner (AlignmentFixture  *self,
                                             guint              index);
char             *alignment_fixture_dump    (EntAlignment      *alignment);
void              alignment_fixture_assert_like_fresh (EntAlignment *alignment);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AlignmentFixture, alignment_fixture_free)
