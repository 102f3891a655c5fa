/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Role charts drawn with letters, for tests. */
#pragma once

#include "analysis/ent-role-checks.h"

/**
 * RoleFixture:
 *
 * A project in which everything is in order except what the letters say: every role is held, every
 * task serves a goal.
 */
typedef struct {
  EntProject *project;
  EntRecord *goal;
  GPtrArray *partners;
  GPtrArray *people;
  GPtrArray *roles;
  GPtrArray *tasks;
} RoleFixture;

RoleFixture *role_fixture_new       (const char   *role_partners,
                                     const char  **rows);
void         role_fixture_free      (RoleFixture  *self);
EntRecord   *role_fixture_add       (RoleFixture  *self,
                                     EntKind       kind,
                                     const char   *title);
EntRecord   *role_fixture_add_role  (RoleFixture  *self,
                                     const char   *title,
                                     EntRecord    *partner);
EntRecord   *role_fixture_add_task  (RoleFixture  *self,
                                     const char   *title);
void         role_fixture_assign    (RoleFixture  *self,
                                     guint         task,
                                     guint         role,
                                     char          letter);
EntRecord   *role_fixture_task      (RoleFixture  *self,
                                     guint         index);
EntRecord   *role_fixture_role      (RoleFixture  *self,
                                     guint         index);
EntRecord   *role_fixture_partner   (RoleFixture  *self,
                                     guint         index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RoleFixture, role_fixture_free)
