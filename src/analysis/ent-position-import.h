/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Positions from a table with goals as rows and partners as columns: what it would change, what
 * does not fit, and doing it. */
#pragma once

#include "analysis/ent-stand.h"

G_BEGIN_DECLS

/**
 * EntPositionImportChange:
 * @goal: a goal
 * @partner: a partner
 * @from: its value on that day so far, or %ENT_STAND_UNKNOWN
 * @to: the value of the table
 */
typedef struct {
  EntRecord *goal;
  EntRecord *partner;
  int from;
  int to;
} EntPositionImportChange;

/**
 * EntPositionImport:
 *
 * What a table would change, worked out and not yet done.
 */
typedef struct _EntPositionImport EntPositionImport;

EntPositionImport *ent_position_import_new           (EntProject         *project,
                                                      GPtrArray          *rows,
                                                      const char         *date);
void               ent_position_import_free          (EntPositionImport  *self);
GArray            *ent_position_import_get_changes   (EntPositionImport  *self);
GPtrArray         *ent_position_import_get_problems  (EntPositionImport  *self);
guint              ent_position_import_get_n_same    (EntPositionImport  *self);
gboolean           ent_position_import_apply         (EntPositionImport  *self,
                                                      GError            **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntPositionImport, ent_position_import_free)

G_END_DECLS
