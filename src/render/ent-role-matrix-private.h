/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the role matrix share. */
#pragma once

#include "render/ent-role-matrix.h"

G_BEGIN_DECLS

struct _EntRoleMatrix {
  GObject parent_instance;

  EntRoleChart *chart;
  EntRoleChecks *checks;
};

static inline const char *
role_matrix_get_task_title (EntRoleMatrix *self, guint row)
{
  return ent_record_get_string (ent_role_chart_get_task (self->chart, row), ENT_TASK_TITLE);
}

static inline const char *
role_matrix_get_role_title (EntRoleMatrix *self, guint column)
{
  return ent_record_get_string (ent_role_chart_get_role (self->chart, column), ENT_ROLE_TITLE);
}

/* Puts what edits into the interface. */
void _ent_role_matrix_init_editing (EntMatrixModelInterface *iface);

G_END_DECLS
