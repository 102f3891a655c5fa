/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The kinds of record and their fields, by number. The tables are in ent-kinds-*.c; to add a field,
 * add a name here and a row there. */
#pragma once

#include "model/ent-field.h"

G_BEGIN_DECLS

/**
 * EntKind:
 *
 * The kinds of record, in the order of their lists in the file.
 */
typedef enum {
  ENT_KIND_PROJECT,
  ENT_KIND_PARTNER,
  ENT_KIND_PERSON,
  ENT_KIND_ROLE,
  ENT_KIND_GOAL,
  ENT_KIND_TASK,
  ENT_KIND_ASSIGNMENT,
  ENT_KIND_EXPECTATION,
  ENT_KIND_POSITION,
  ENT_KIND_KPI,
  ENT_KIND_MEASUREMENT,
  ENT_KIND_STORY,
  ENT_KIND_MILESTONE,
  ENT_KIND_CHECK_IN,
  ENT_KIND_ACTION,
  ENT_KIND_TERM,
  ENT_KIND_MEANING,
  ENT_KIND_CHALLENGE,
  ENT_KIND_PRACTICE,
  ENT_KIND_TRUST,
  ENT_KIND_DECISION,
  ENT_N_KINDS
} EntKind;

/**
 * EntKindInfo:
 * @kind: the kind
 * @type_name: name of its GType
 * @nick: its name in the command line and in messages for machines
 * @list: the JSON list its records stand in; for the project, the member that holds it
 * @label: one of them, as people call it, marked with N_()
 * @label_plural: several of them
 * @fields: its fields
 * @n_fields: how many
 * @title_field: the field that names a record to people, or -1 where that is put together
 * @keyed: whether the id is made of the key fields
 * @confidential: whether whole records are left out of copies "without what is confidential"
 */
typedef struct {
  EntKind kind;
  const char *type_name;
  const char *nick;
  const char *list;
  const char *label;
  const char *label_plural;
  const EntField *fields;
  guint n_fields;
  int title_field;
  gboolean keyed;
  gboolean confidential;
} EntKindInfo;

enum {
  ENT_PROJECT_TITLE,
  ENT_PROJECT_PURPOSE,
  ENT_PROJECT_VISION,
  ENT_PROJECT_PHASE,
  ENT_PROJECT_START,
  ENT_PROJECT_END,
  ENT_PROJECT_CHECK_IN_EVERY,
  ENT_PROJECT_COORDINATOR_NAME,
  ENT_PROJECT_COORDINATOR_EMAIL,
  ENT_PROJECT_N_FIELDS
};

enum {
  ENT_PARTNER_NAME,
  ENT_PARTNER_SHORT_NAME,
  ENT_PARTNER_SECTOR,
  ENT_PARTNER_STATUS,
  ENT_PARTNER_MISSION,
  ENT_PARTNER_DRIVERS,
  ENT_PARTNER_BRINGS,
  ENT_PARTNER_NEEDS,
  ENT_PARTNER_JOINED,
  ENT_PARTNER_LEFT_ON,
  ENT_PARTNER_WEBSITE,
  ENT_PARTNER_NOTE,
  ENT_PARTNER_PRIVATE_NOTE,
  ENT_PARTNER_PACE,
  ENT_PARTNER_HORIZON,
  ENT_PARTNER_EVIDENCE,
  ENT_PARTNER_DECISIONS,
  ENT_PARTNER_RISK,
  ENT_PARTNER_FORMALITY,
  ENT_PARTNER_N_FIELDS
};

enum {
  ENT_PERSON_NAME,
  ENT_PERSON_PARTNER,
  ENT_PERSON_JOB,
  ENT_PERSON_EMAIL,
  ENT_PERSON_PHONE,
  ENT_PERSON_PRIMARY,
  ENT_PERSON_NOTE,
  ENT_PERSON_N_FIELDS
};

enum {
  ENT_ROLE_TITLE,
  ENT_ROLE_PARTNER,
  ENT_ROLE_HOLDER,
  ENT_ROLE_PURPOSE,
  ENT_ROLE_RESPONSIBILITIES,
  ENT_ROLE_AUTHORITY,
  ENT_ROLE_HOURS_PER_MONTH,
  ENT_ROLE_START,
  ENT_ROLE_END,
  ENT_ROLE_N_FIELDS
};

enum {
  ENT_GOAL_TITLE,
  ENT_GOAL_DESCRIPTION,
  ENT_GOAL_OWNER,
  ENT_GOAL_HORIZON,
  ENT_GOAL_WEIGHT,
  ENT_GOAL_SUCCESS,
  ENT_GOAL_DUE,
  ENT_GOAL_STATUS,
  ENT_GOAL_N_FIELDS
};

enum {
  ENT_TASK_TITLE,
  ENT_TASK_GOAL,
  ENT_TASK_DUE,
  ENT_TASK_STATUS,
  ENT_TASK_NOTE,
  ENT_TASK_N_FIELDS
};

enum {
  ENT_ASSIGNMENT_TASK,
  ENT_ASSIGNMENT_ROLE,
  ENT_ASSIGNMENT_CODE,
  ENT_ASSIGNMENT_N_FIELDS
};

enum {
  ENT_EXPECTATION_FROM,
  ENT_EXPECTATION_TO,
  ENT_EXPECTATION_STATEMENT,
  ENT_EXPECTATION_ROLE,
  ENT_EXPECTATION_STATUS,
  ENT_EXPECTATION_RAISED,
  ENT_EXPECTATION_REVIEW,
  ENT_EXPECTATION_NOTE,
  ENT_EXPECTATION_N_FIELDS
};

enum {
  ENT_POSITION_GOAL,
  ENT_POSITION_PARTNER,
  ENT_POSITION_DATE,
  ENT_POSITION_VALUE,
  ENT_POSITION_REASON,
  ENT_POSITION_SAID_BY,
  ENT_POSITION_N_FIELDS
};

enum {
  ENT_KPI_NAME,
  ENT_KPI_GOAL,
  ENT_KPI_KIND,
  ENT_KPI_UNIT,
  ENT_KPI_DIRECTION,
  ENT_KPI_BASELINE,
  ENT_KPI_BASELINE_DATE,
  ENT_KPI_TARGET,
  ENT_KPI_TARGET_DATE,
  ENT_KPI_LOW,
  ENT_KPI_HIGH,
  ENT_KPI_TOLERANCE,
  ENT_KPI_EVERY,
  ENT_KPI_OWNER,
  ENT_KPI_SOURCE,
  ENT_KPI_NOTE,
  ENT_KPI_REBASE,
  ENT_KPI_N_FIELDS
};

enum {
  ENT_MEASUREMENT_KPI,
  ENT_MEASUREMENT_DATE,
  ENT_MEASUREMENT_VALUE,
  ENT_MEASUREMENT_NOTE,
  ENT_MEASUREMENT_BY,
  ENT_MEASUREMENT_N_FIELDS
};

enum {
  ENT_STORY_TITLE,
  ENT_STORY_DATE,
  ENT_STORY_KIND,
  ENT_STORY_TELLER,
  ENT_STORY_PARTNERS,
  ENT_STORY_TEXT,
  ENT_STORY_SIGNIFICANCE,
  ENT_STORY_GOAL,
  ENT_STORY_KPI,
  ENT_STORY_CONSENT,
  ENT_STORY_SELECTED,
  ENT_STORY_SELECTION_REASON,
  ENT_STORY_N_FIELDS
};

enum {
  ENT_MILESTONE_TITLE,
  ENT_MILESTONE_DUE,
  ENT_MILESTONE_DONE,
  ENT_MILESTONE_GOAL,
  ENT_MILESTONE_CELEBRATION,
  ENT_MILESTONE_N_FIELDS
};

enum {
  ENT_CHECK_IN_DATE,
  ENT_CHECK_IN_KIND,
  ENT_CHECK_IN_ATTENDEES,
  ENT_CHECK_IN_AGENDA,
  ENT_CHECK_IN_NOTES,
  ENT_CHECK_IN_WINS,
  ENT_CHECK_IN_OBSTACLES,
  ENT_CHECK_IN_MORALE,
  ENT_CHECK_IN_N_FIELDS
};

enum {
  ENT_ACTION_TITLE,
  ENT_ACTION_OWNER,
  ENT_ACTION_DUE,
  ENT_ACTION_DONE,
  ENT_ACTION_CHECK_IN,
  ENT_ACTION_N_FIELDS
};

enum {
  ENT_TERM_WORD,
  ENT_TERM_MEANING,
  ENT_TERM_STATUS,
  ENT_TERM_NOTE,
  ENT_TERM_N_FIELDS
};

enum {
  ENT_MEANING_TERM,
  ENT_MEANING_PARTNER,
  ENT_MEANING_TEXT,
  ENT_MEANING_N_FIELDS
};

enum {
  ENT_CHALLENGE_TITLE,
  ENT_CHALLENGE_KIND,
  ENT_CHALLENGE_PARTNERS,
  ENT_CHALLENGE_GOAL,
  ENT_CHALLENGE_LIKELIHOOD,
  ENT_CHALLENGE_IMPACT,
  ENT_CHALLENGE_RESPONSE,
  ENT_CHALLENGE_OWNER,
  ENT_CHALLENGE_STATUS,
  ENT_CHALLENGE_OPENED,
  ENT_CHALLENGE_RESOLVED_ON,
  ENT_CHALLENGE_N_FIELDS
};

enum {
  ENT_PRACTICE_TITLE,
  ENT_PRACTICE_KIND,
  ENT_PRACTICE_AGREED,
  ENT_PRACTICE_EVERY,
  ENT_PRACTICE_LAST_DONE,
  ENT_PRACTICE_NOTE,
  ENT_PRACTICE_N_FIELDS
};

enum {
  ENT_TRUST_FROM,
  ENT_TRUST_TO,
  ENT_TRUST_DATE,
  ENT_TRUST_RELIABILITY,
  ENT_TRUST_SUPPORT,
  ENT_TRUST_OPENNESS,
  ENT_TRUST_NOTE,
  ENT_TRUST_N_FIELDS
};

enum {
  ENT_DECISION_DATE,
  ENT_DECISION_KIND,
  ENT_DECISION_WHAT,
  ENT_DECISION_WHY,
  ENT_DECISION_HEARD,
  ENT_DECISION_GOALS,
  ENT_DECISION_N_FIELDS
};

extern const EntKindInfo ent_project_kind;
extern const EntKindInfo ent_partner_kind;
extern const EntKindInfo ent_person_kind;
extern const EntKindInfo ent_role_kind;
extern const EntKindInfo ent_goal_kind;
extern const EntKindInfo ent_task_kind;
extern const EntKindInfo ent_assignment_kind;
extern const EntKindInfo ent_expectation_kind;
extern const EntKindInfo ent_position_kind;
extern const EntKindInfo ent_kpi_kind;
extern const EntKindInfo ent_measurement_kind;
extern const EntKindInfo ent_story_kind;
extern const EntKindInfo ent_milestone_kind;
extern const EntKindInfo ent_check_in_kind;
extern const EntKindInfo ent_action_kind;
extern const EntKindInfo ent_term_kind;
extern const EntKindInfo ent_meaning_kind;
extern const EntKindInfo ent_challenge_kind;
extern const EntKindInfo ent_practice_kind;
extern const EntKindInfo ent_trust_kind;
extern const EntKindInfo ent_decision_kind;

const EntKindInfo *ent_kind_get_info     (EntKind            kind);
GType              ent_kind_get_gtype    (EntKind            kind);
int                ent_kind_find_list    (const char        *list,
                                          gssize             length);
int                ent_kind_find_field   (const EntKindInfo *info,
                                          const char        *name);
const char        *ent_kind_get_label    (EntKind            kind,
                                          gboolean           plural);
const char        *ent_field_get_label   (const EntField    *field);

G_END_DECLS
