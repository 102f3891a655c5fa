/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the pages of a project have worked out for all of them. */
#pragma once

#include "analysis/ent-role-checks.h"

G_BEGIN_DECLS

EntRoleChecks *ent_page_analysis_dup_role_checks (EntProject *project);

G_END_DECLS
