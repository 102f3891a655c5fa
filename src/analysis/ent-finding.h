/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A finding: what is the matter, how pressing it is, what it is about and what to do. */
#pragma once

#include "model/ent-record.h"

G_BEGIN_DECLS

/**
 * EntFindingSeverity:
 * @ENT_FINDING_ACT_NOW: an error: the plan can't work like this
 * @ENT_FINDING_LOOK_INTO: a question worth talking about
 * @ENT_FINDING_NOTE: something to keep in mind
 *
 * The most pressing first, so that severities sort by value.
 */
typedef enum {
  ENT_FINDING_ACT_NOW,
  ENT_FINDING_LOOK_INTO,
  ENT_FINDING_NOTE,
  ENT_N_FINDING_SEVERITIES
} EntFindingSeverity;

/**
 * EntFindingKind:
 * @ENT_FINDING_MANY_ACCOUNTABLE: a task with more than one A
 * @ENT_FINDING_NO_ACCOUNTABLE: a task with no A
 * @ENT_FINDING_NO_RESPONSIBLE: a task with no R
 * @ENT_FINDING_LEFT_BEHIND: a partner that has left still has letters in open tasks
 * @ENT_FINDING_NOT_HELD: a role nobody holds
 * @ENT_FINDING_PARTNER_WITHOUT_ROLE: a partner that plays no role
 * @ENT_FINDING_SEVERAL_RESPONSIBLE: a task with several R
 * @ENT_FINDING_ACCOUNTABLE_LOAD: a role with too many A
 * @ENT_FINDING_RESPONSIBLE_LOAD: a role with many R
 * @ENT_FINDING_IDLE_ROLE: a role with neither R nor A
 * @ENT_FINDING_ROLE_IN_EVERYTHING: a role without an empty cell
 * @ENT_FINDING_MANY_CONSULTED: a task with many C
 * @ENT_FINDING_MANY_INFORMED: a task with many I
 * @ENT_FINDING_NOBODY_TOLD: a task with no C and no I
 * @ENT_FINDING_NO_GOAL: a task that serves no goal
 *
 * What a finding says. Of equal severity and strength, the earlier kind comes first.
 */
typedef enum {
  ENT_FINDING_MANY_ACCOUNTABLE,
  ENT_FINDING_NO_ACCOUNTABLE,
  ENT_FINDING_NO_RESPONSIBLE,
  ENT_FINDING_LEFT_BEHIND,
  ENT_FINDING_NOT_HELD,
  ENT_FINDING_PARTNER_WITHOUT_ROLE,
  ENT_FINDING_SEVERAL_RESPONSIBLE,
  ENT_FINDING_ACCOUNTABLE_LOAD,
  ENT_FINDING_RESPONSIBLE_LOAD,
  ENT_FINDING_IDLE_ROLE,
  ENT_FINDING_ROLE_IN_EVERYTHING,
  ENT_FINDING_MANY_CONSULTED,
  ENT_FINDING_MANY_INFORMED,
  ENT_FINDING_NOBODY_TOLD,
  ENT_FINDING_NO_GOAL,
  ENT_N_FINDING_KINDS
} EntFindingKind;

#define ENT_TYPE_FINDING (ent_finding_get_type ())
G_DECLARE_FINAL_TYPE (EntFinding, ent_finding, ENT, FINDING, GObject)

EntFinding         *ent_finding_new           (EntFindingKind      kind,
                                               EntFindingSeverity  severity);
EntFindingKind      ent_finding_get_kind      (EntFinding         *self);
EntFindingSeverity  ent_finding_get_severity  (EntFinding         *self);
double              ent_finding_get_strength  (EntFinding         *self);
const char         *ent_finding_get_text      (EntFinding         *self);
const char         *ent_finding_get_advice    (EntFinding         *self);
guint               ent_finding_get_n_records (EntFinding         *self);
EntRecord          *ent_finding_get_record    (EntFinding         *self,
                                               guint               index);
void                ent_finding_update        (EntFinding         *self,
                                               double              strength,
                                               const char         *text,
                                               const char         *advice,
                                               GPtrArray          *records);

const char         *ent_finding_severity_get_label (EntFindingSeverity severity);
const char         *ent_finding_kind_get_nick (EntFindingKind      kind);

G_END_DECLS
