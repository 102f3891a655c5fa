/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The enums of the model: tokens for the file, labels for people. */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * EntChoice:
 * @nick: the token in the file
 * @label: what people read, marked with N_()
 */
typedef struct {
  const char *nick;
  const char *label;
} EntChoice;

/**
 * EntEnum:
 * @type_name: name of its GType
 * @choices: the choices; a value is an index into them
 * @n_choices: how many
 */
typedef struct {
  const char *type_name;
  const EntChoice *choices;
  guint n_choices;
} EntEnum;

typedef enum {
  ENT_PHASE_SCOPING,
  ENT_PHASE_MANAGING,
  ENT_PHASE_REVIEWING,
  ENT_PHASE_SUSTAINING,
} EntPhase;

typedef enum {
  ENT_SECTOR_NONPROFIT,
  ENT_SECTOR_BUSINESS,
  ENT_SECTOR_GOVERNMENT,
  ENT_SECTOR_EDUCATION,
  ENT_SECTOR_HEALTH,
  ENT_SECTOR_ARTS,
  ENT_SECTOR_COMMUNITY,
  ENT_SECTOR_RESEARCH,
  ENT_SECTOR_FUNDER,
  ENT_SECTOR_OTHER,
} EntSector;

typedef enum {
  ENT_PARTNER_PROSPECTIVE,
  ENT_PARTNER_ACTIVE,
  ENT_PARTNER_LEFT,
} EntPartnerStatus;

typedef enum {
  ENT_TASK_PLANNED,
  ENT_TASK_UNDER_WAY,
  ENT_TASK_DONE,
  ENT_TASK_DROPPED,
} EntTaskStatus;

typedef enum {
  ENT_CODE_RESPONSIBLE,
  ENT_CODE_ACCOUNTABLE,
  ENT_CODE_ACCOUNTABLE_RESPONSIBLE,
  ENT_CODE_CONSULTED,
  ENT_CODE_INFORMED,
} EntCode;

typedef enum {
  ENT_EXPECTATION_UNSPOKEN,
  ENT_EXPECTATION_VOICED,
  ENT_EXPECTATION_AGREED,
  ENT_EXPECTATION_MET,
  ENT_EXPECTATION_UNMET,
  ENT_EXPECTATION_WITHDRAWN,
} EntExpectationStatus;

typedef enum {
  ENT_HORIZON_SHORT,
  ENT_HORIZON_MEDIUM,
  ENT_HORIZON_LONG,
} EntHorizon;

typedef enum {
  ENT_GOAL_PROPOSED,
  ENT_GOAL_AGREED,
  ENT_GOAL_REACHED,
  ENT_GOAL_DROPPED,
} EntGoalStatus;

typedef enum {
  ENT_KPI_MEASURE,
  ENT_KPI_PULSE,
} EntKpiKind;

typedef enum {
  ENT_DIRECTION_INCREASE,
  ENT_DIRECTION_DECREASE,
  ENT_DIRECTION_WITHIN,
} EntDirection;

typedef enum {
  ENT_STORY_STORY,
  ENT_STORY_SMALL_WIN,
  ENT_STORY_QUOTE,
  ENT_STORY_LESSON,
} EntStoryKind;

typedef enum {
  ENT_CHECK_IN_CATCH_UP,
  ENT_CHECK_IN_REVIEW,
  ENT_CHECK_IN_DIALOGUE,
  ENT_CHECK_IN_SHARED_LANGUAGE,
  ENT_CHECK_IN_NARRATIVE,
} EntCheckInKind;

typedef enum {
  ENT_TERM_OPEN,
  ENT_TERM_AGREED,
} EntTermStatus;

typedef enum {
  ENT_CHALLENGE_CULTURE,
  ENT_CHALLENGE_COMMUNICATION,
  ENT_CHALLENGE_GOALS,
  ENT_CHALLENGE_TRUST,
  ENT_CHALLENGE_RESOURCES,
  ENT_CHALLENGE_OTHER,
} EntChallengeKind;

typedef enum {
  ENT_CHALLENGE_OPEN,
  ENT_CHALLENGE_EASING,
  ENT_CHALLENGE_RESOLVED,
} EntChallengeStatus;

typedef enum {
  ENT_PRACTICE_GROUND_RULE,
  ENT_PRACTICE_OPEN_COMMUNICATION,
  ENT_PRACTICE_SHARED_EXPERIENCE,
  ENT_PRACTICE_CLEAR_EXPECTATIONS,
  ENT_PRACTICE_ACTIVE_LISTENING,
} EntPracticeKind;

typedef enum {
  ENT_DECISION_DECISION,
  ENT_DECISION_PIVOT,
} EntDecisionKind;

extern const EntEnum ent_phase_enum;
extern const EntEnum ent_sector_enum;
extern const EntEnum ent_partner_status_enum;
extern const EntEnum ent_task_status_enum;
extern const EntEnum ent_code_enum;
extern const EntEnum ent_expectation_status_enum;
extern const EntEnum ent_horizon_enum;
extern const EntEnum ent_goal_status_enum;
extern const EntEnum ent_kpi_kind_enum;
extern const EntEnum ent_direction_enum;
extern const EntEnum ent_story_kind_enum;
extern const EntEnum ent_check_in_kind_enum;
extern const EntEnum ent_term_status_enum;
extern const EntEnum ent_challenge_kind_enum;
extern const EntEnum ent_challenge_status_enum;
extern const EntEnum ent_practice_kind_enum;
extern const EntEnum ent_decision_kind_enum;

GType       ent_enum_get_type  (const EntEnum *self);
const char *ent_enum_get_nick  (const EntEnum *self,
                                int            value);
const char *ent_enum_get_label (const EntEnum *self,
                                int            value);
int         ent_enum_find_nick (const EntEnum *self,
                                const char    *nick);

G_END_DECLS
