/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Findings as a list, most pressing first: what every analysis that makes findings is built on. */
#pragma once

#include "analysis/ent-finding.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* What stands for "no finding" where a severity is asked for. */
#define ENT_CHECKS_NONE (-1)

#define ENT_TYPE_CHECKS (ent_checks_get_type ())
G_DECLARE_DERIVABLE_TYPE (EntChecks, ent_checks, ENT, CHECKS, GObject)

struct _EntChecksClass {
  GObjectClass parent_class;
};

guint       ent_checks_count           (EntChecks          *self,
                                        EntFindingSeverity  severity);
EntFinding *ent_checks_find            (EntChecks          *self,
                                        EntRecord          *record,
                                        EntFindingKind      kind);
int         ent_checks_get_worst       (EntChecks          *self,
                                        EntRecord          *record);
GPtrArray  *ent_checks_dup_findings_of (EntChecks          *self,
                                        EntRecord          *record);

/* For the analyses */
void        ent_checks_place           (EntChecks          *self,
                                        EntRecord          *record,
                                        guint               order);
void        ent_checks_put             (EntChecks          *self,
                                        EntRecord          *record,
                                        EntFindingKind      kind,
                                        EntFindingSeverity  severity,
                                        const EntVerdict   *verdict);
void        ent_checks_clear           (EntChecks          *self,
                                        EntRecord          *record,
                                        EntFindingKind      kind);
void        ent_checks_drop            (EntChecks          *self,
                                        EntRecord          *record);
void        ent_checks_drop_others     (EntChecks          *self,
                                        GHashTable         *present);
void        ent_checks_restore_order   (EntChecks          *self);
void        ent_checks_begin           (EntChecks          *self);
void        ent_checks_end             (EntChecks          *self);

G_END_DECLS
