/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What changed from one state of a partnership to another, in numbers and in words. */
#pragma once

#include "model/ent-project.h"
#include "store/ent-versions.h"

G_BEGIN_DECLS

/**
 * EntKindChanges:
 * @added: records that only the later state has
 * @removed: records that only the earlier state has
 * @changed: records that both have, with another value in some field
 * @moved: records that both have, and that have to be moved to get from one order to the other
 *
 * What changed among the records of a kind. For the partnership itself, @changed is how many of its
 * own fields.
 */
typedef struct
{
  guint added;
  guint removed;
  guint changed;
  guint moved;
} EntKindChanges;

typedef struct _EntComparison EntComparison;

EntComparison        *ent_comparison_new         (EntProject           *before,
                                                  EntProject           *after);
void                  ent_comparison_free        (EntComparison        *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntComparison, ent_comparison_free)

const EntKindChanges *ent_comparison_get_changes (const EntComparison  *self,
                                                  EntKind               kind);
gboolean              ent_comparison_is_other    (const EntComparison  *self);
gboolean              ent_comparison_is_empty    (const EntComparison  *self);
char                 *ent_comparison_dup_summary (const EntComparison  *self);

char                 *ent_versions_summarise     (const EntVersion     *before,
                                                  const EntVersion     *after,
                                                  GCancellable         *cancellable,
                                                  GError              **error);

G_END_DECLS
