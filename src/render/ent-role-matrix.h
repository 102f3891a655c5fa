/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The role chart as a matrix: what the widget and the paper show, and where letters are typed. */
#pragma once

#include "analysis/ent-role-checks.h"
#include "render/ent-matrix-model.h"
#include "render/ent-role-code.h"

G_BEGIN_DECLS

#define ENT_TYPE_ROLE_MATRIX (ent_role_matrix_get_type ())
G_DECLARE_FINAL_TYPE (EntRoleMatrix, ent_role_matrix, ENT, ROLE_MATRIX, GObject)

EntRoleMatrix *ent_role_matrix_new           (EntRoleChart  *chart,
                                              EntRoleChecks *checks);
EntRoleChart  *ent_role_matrix_get_chart     (EntRoleMatrix *self);
EntRoleChecks *ent_role_matrix_get_checks    (EntRoleMatrix *self);

G_END_DECLS
