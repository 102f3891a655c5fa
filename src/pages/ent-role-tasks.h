/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tasks in which a role has a letter. */
#pragma once

#include <adwaita.h>

#include "model/ent-project.h"

G_BEGIN_DECLS

#define ENT_TYPE_ROLE_TASKS (ent_role_tasks_get_type ())
G_DECLARE_FINAL_TYPE (EntRoleTasks, ent_role_tasks, ENT, ROLE_TASKS, AdwBin)

void ent_role_tasks_set_role (EntRoleTasks *self,
                              EntRecord    *role);

G_END_DECLS
