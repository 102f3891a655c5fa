/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules of a role chart, one function each: does it apply here, and what does it say? */
#pragma once

#include "analysis/ent-finding.h"
#include "analysis/ent-role-chart.h"

G_BEGIN_DECLS

/**
 * EntRoleCheckSettings:
 * @several_responsible: from how many R in a task on to ask whether it can be split
 * @many_consulted: from how many C in a task on to ask whether all need to be asked
 * @many_informed: from how many I in a task on to ask whether all need to be told
 * @responsible_load: from how many R in open tasks on to ask whether a role can keep up
 * @accountable_load: from how many A in open tasks on to ask whether a role answers for too much
 * @least_tasks: with fewer tasks, "in everything" and "neither R nor A" are not asked of a role
 *
 * Where the questions begin. Errors have no settings.
 */
typedef struct {
  guint several_responsible;
  guint many_consulted;
  guint many_informed;
  guint responsible_load;
  guint accountable_load;
  guint least_tasks;
} EntRoleCheckSettings;

#define ENT_ROLE_CHECK_SETTINGS_DEFAULT { 3, 4, 6, 8, 5, 4 }

/**
 * EntRoleSubject:
 * @ENT_ROLE_SUBJECT_TASK: the rule looks at a row
 * @ENT_ROLE_SUBJECT_ROLE: the rule looks at a column
 * @ENT_ROLE_SUBJECT_PARTNER: the rule looks at a partner
 */
typedef enum {
  ENT_ROLE_SUBJECT_TASK,
  ENT_ROLE_SUBJECT_ROLE,
  ENT_ROLE_SUBJECT_PARTNER,
  ENT_N_ROLE_SUBJECTS
} EntRoleSubject;

/**
 * EntRoleRule:
 * @severity: how pressing it is
 * @subject: what the rule looks at
 * @letter: for tasks, the letter whose cells the finding concerns, or -1
 * @check: whether the rule applies to row, column or partner number @place; fills @verdict if so
 */
typedef struct {
  EntFindingSeverity severity;
  EntRoleSubject subject;
  int letter;
  gboolean (*check) (EntRoleChart               *chart,
                     const EntRoleCheckSettings *settings,
                     guint                       place,
                     EntVerdict                 *verdict);
} EntRoleRule;

/* The first kinds of finding are those of a role chart. */
#define ENT_ROLE_N_RULES (ENT_FINDING_NO_GOAL + 1)

/* The rule for each of them. */
extern const EntRoleRule ent_role_rules[ENT_ROLE_N_RULES];

G_END_DECLS
