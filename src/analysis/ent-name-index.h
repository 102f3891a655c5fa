/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finding records by the names that stand in a table. */
#pragma once

#include "model/ent-project.h"

G_BEGIN_DECLS

/**
 * EntNameIndex:
 *
 * The records of a kind by name. Capitals, accents and spaces make no difference.
 */
typedef struct _EntNameIndex EntNameIndex;

EntNameIndex *ent_name_index_new    (EntProject   *project,
                                     EntKind       kind,
                                     guint         field,
                                     guint         other_field);
void          ent_name_index_free   (EntNameIndex *self);
EntRecord    *ent_name_index_find   (EntNameIndex *self,
                                     const char   *name,
                                     gboolean     *several);
const char   *ent_name_index_get_name (EntNameIndex *self,
                                     EntRecord    *record,
                                     guint         field);

char         *ent_name_fold         (const char   *name);
char         *ent_name_column       (guint         column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntNameIndex, ent_name_index_free)

G_END_DECLS
