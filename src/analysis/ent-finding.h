/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A finding: what is the matter, how pressing it is, what it is about and what to do. */
#pragma once

#include "model/ent-record.h"

G_BEGIN_DECLS

/**
 * EntFindingSeverity:
 * @ENT_FINDING_ACT_NOW: an error: the plan can't work like this, or does not
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
 * @ENT_FINDING_DIVIDED_GOAL: a goal that divides the partners
 * @ENT_FINDING_UNSUPPORTED_GOAL: a goal that nobody is for
 * @ENT_FINDING_LONE_SUPPORT: a goal that only one partner is for
 * @ENT_FINDING_HORIZON_CLASH: the long term of one against the short term of another
 * @ENT_FINDING_UNKNOWN_POSITIONS: a partner that has not said where it stands
 * @ENT_FINDING_KPI_OFF_TRACK: a KPI far from what is expected
 * @ENT_FINDING_KPI_CONCERN: a KPI that has become worse, and not by chance
 * @ENT_FINDING_KPI_STALE: a KPI that should have been measured again
 * @ENT_FINDING_KPI_LAGGING: a KPI somewhat behind what is expected
 * @ENT_FINDING_MILESTONE_OVERDUE: a milestone that is not done and was due before
 * @ENT_FINDING_NO_SMALL_WIN: for a while nobody noted a small win
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
  ENT_FINDING_DIVIDED_GOAL,
  ENT_FINDING_UNSUPPORTED_GOAL,
  ENT_FINDING_LONE_SUPPORT,
  ENT_FINDING_HORIZON_CLASH,
  ENT_FINDING_UNKNOWN_POSITIONS,
  ENT_FINDING_KPI_OFF_TRACK,
  ENT_FINDING_KPI_CONCERN,
  ENT_FINDING_KPI_STALE,
  ENT_FINDING_KPI_LAGGING,
  ENT_FINDING_MILESTONE_OVERDUE,
  ENT_FINDING_NO_SMALL_WIN,
  ENT_N_FINDING_KINDS
} EntFindingKind;

/**
 * EntVerdict:
 * @strength: how strong the finding is
 * @text: what is the matter
 * @advice: what to do
 * @records: (element-type EntRecord): what it is about, the main one first
 *
 * What a rule says where it applies.
 */
typedef struct {
  double strength;
  char *text;
  char *advice;
  GPtrArray *records;
} EntVerdict;

void ent_verdict_say   (EntVerdict *self,
                        double      strength,
                        char       *text,
                        const char *advice);
void ent_verdict_clear (EntVerdict *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (EntVerdict, ent_verdict_clear)

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
                                               const EntVerdict   *verdict);

const char         *ent_finding_severity_get_label (EntFindingSeverity severity);
const char         *ent_finding_kind_get_nick (EntFindingKind      kind);

G_END_DECLS
