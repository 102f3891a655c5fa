/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The findings of a role chart as a list that follows it, most pressing first. */
#pragma once

#include "analysis/ent-checks.h"
#include "analysis/ent-role-rules.h"

G_BEGIN_DECLS

#define ENT_TYPE_ROLE_CHECKS (ent_role_checks_get_type ())
G_DECLARE_FINAL_TYPE (EntRoleChecks, ent_role_checks, ENT, ROLE_CHECKS, EntChecks)

/* What stands for "no finding" where a severity is asked for. */
#define ENT_ROLE_CHECKS_NONE ENT_CHECKS_NONE

EntRoleChecks *ent_role_checks_new                (EntRoleChart               *chart);
EntRoleChart  *ent_role_checks_get_chart          (EntRoleChecks              *self);
void           ent_role_checks_set_settings       (EntRoleChecks              *self,
                                                   const EntRoleCheckSettings *settings);
gboolean       ent_role_checks_get_place          (EntRoleChecks              *self,
                                                   EntFinding                 *finding,
                                                   int                        *row,
                                                   int                        *column);
int            ent_role_checks_get_cell_severity  (EntRoleChecks              *self,
                                                   guint                       row,
                                                   guint                       column);
int            ent_role_checks_get_row_severity   (EntRoleChecks              *self,
                                                   guint                       row);
int            ent_role_checks_get_column_severity (EntRoleChecks             *self,
                                                   guint                       column);

G_END_DECLS
