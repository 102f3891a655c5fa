/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What matrices over a project share: names of records, and editing: whether it may be done, and
 * titles. */
#pragma once

#include "model/ent-project.h"

G_BEGIN_DECLS

const char *
         _ent_matrix_project_name   (const char  *name);
gboolean _ent_matrix_project_check  (EntProject  *project,
                                     GError     **error);
gboolean _ent_matrix_project_title  (EntRecord   *record,
                                     guint        field,
                                     const char  *title,
                                     const char  *empty,
                                     GError     **error);
gboolean _ent_matrix_project_rename (EntProject  *project,
                                     EntRecord   *record,
                                     guint        field,
                                     const char  *title,
                                     const char  *label,
                                     const char  *empty,
                                     GError     **error);
void     _ent_matrix_project_end    (gpointer     edit,
                                     gboolean     commit);

G_END_DECLS
