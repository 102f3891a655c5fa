/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where people set the questions of the role chart to begin. */
#pragma once

#include "analysis/ent-role-checks.h"

G_BEGIN_DECLS

EntRoleCheckSettings ent_role_check_settings_read   (void);
void                 ent_role_check_settings_follow (EntRoleChecks *checks);

G_END_DECLS
