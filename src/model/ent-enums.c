/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tables behind the enums. The order is the order of the C enums in the header and of the
 * choices in drop-downs; the tokens are in people's files and never change. */
#include "config.h"

#include "model/ent-enums.h"

#include <glib/gi18n.h>

/* One table, named after its enum, and its #EntEnum. The size stands beside the choices so that a
 * row too many or too few shows up in the model's walk over all tables. */
#define ENT_DEFINE_ENUM(name, TypeName)                                                            \
  const EntEnum name##_enum = { TypeName, name##_choices, G_N_ELEMENTS (name##_choices) }

static const EntChoice ent_phase_choices[] = {
  [ENT_PHASE_SCOPING] = { "scoping", N_("Scoping and building") },
  [ENT_PHASE_MANAGING] = { "managing", N_("Managing and maintaining") },
  [ENT_PHASE_REVIEWING] = { "reviewing", N_("Reviewing and revising") },
  [ENT_PHASE_SUSTAINING] = { "sustaining", N_("Sustaining outcomes") },
};
ENT_DEFINE_ENUM (ent_phase, "EntPhase");

static const EntChoice ent_sector_choices[] = {
  [ENT_SECTOR_NONPROFIT] = { "nonprofit", N_("Nonprofit") },
  [ENT_SECTOR_BUSINESS] = { "business", N_("Business") },
  [ENT_SECTOR_GOVERNMENT] = { "government", N_("Government") },
  [ENT_SECTOR_EDUCATION] = { "education", N_("Education") },
  [ENT_SECTOR_HEALTH] = { "health", N_("Health") },
  [ENT_SECTOR_ARTS] = { "arts", N_("Arts") },
  [ENT_SECTOR_COMMUNITY] = { "community", N_("Community") },
  [ENT_SECTOR_RESEARCH] = { "research", N_("Research") },
  [ENT_SECTOR_FUNDER] = { "funder", N_("Funder") },
  [ENT_SECTOR_OTHER] = { "other", N_("Other") },
};
ENT_DEFINE_ENUM (ent_sector, "EntSector");

static const EntChoice ent_partner_status_choices[] = {
  [ENT_PARTNER_PROSPECTIVE] = { "prospective", N_("Prospective") },
  [ENT_PARTNER_ACTIVE] = { "active", N_("Active") },
  [ENT_PARTNER_LEFT] = { "left", N_("Left") },
};
ENT_DEFINE_ENUM (ent_partner_status, "EntPartnerStatus");

static const EntChoice ent_task_status_choices[] = {
  [ENT_TASK_PLANNED] = { "planned", N_("Planned") },
  [ENT_TASK_UNDER_WAY] = { "under-way", N_("Under way") },
  [ENT_TASK_DONE] = { "done", N_("Done") },
  [ENT_TASK_DROPPED] = { "dropped", N_("Dropped") },
};
ENT_DEFINE_ENUM (ent_task_status, "EntTaskStatus");

static const EntChoice ent_code_choices[] = {
  [ENT_CODE_RESPONSIBLE] = { "R", N_("Responsible") },
  [ENT_CODE_ACCOUNTABLE] = { "A", N_("Accountable") },
  [ENT_CODE_ACCOUNTABLE_RESPONSIBLE] = { "A/R", N_("Accountable and responsible") },
  [ENT_CODE_CONSULTED] = { "C", N_("Consulted") },
  [ENT_CODE_INFORMED] = { "I", N_("Informed") },
};
ENT_DEFINE_ENUM (ent_code, "EntCode");

static const EntChoice ent_expectation_status_choices[] = {
  [ENT_EXPECTATION_UNSPOKEN] = { "unspoken", N_("Unspoken") },
  [ENT_EXPECTATION_VOICED] = { "voiced", N_("Voiced") },
  [ENT_EXPECTATION_AGREED] = { "agreed", N_("Agreed") },
  [ENT_EXPECTATION_MET] = { "met", N_("Met") },
  [ENT_EXPECTATION_UNMET] = { "unmet", N_("Unmet") },
  [ENT_EXPECTATION_WITHDRAWN] = { "withdrawn", N_("Withdrawn") },
};
ENT_DEFINE_ENUM (ent_expectation_status, "EntExpectationStatus");

static const EntChoice ent_horizon_choices[] = {
  [ENT_HORIZON_SHORT] = { "short", N_("Short term") },
  [ENT_HORIZON_MEDIUM] = { "medium", N_("Medium term") },
  [ENT_HORIZON_LONG] = { "long", N_("Long term") },
};
ENT_DEFINE_ENUM (ent_horizon, "EntHorizon");

static const EntChoice ent_goal_status_choices[] = {
  [ENT_GOAL_PROPOSED] = { "proposed", N_("Proposed") },
  [ENT_GOAL_AGREED] = { "agreed", N_("Agreed") },
  [ENT_GOAL_REACHED] = { "reached", N_("Reached") },
  [ENT_GOAL_DROPPED] = { "dropped", N_("Dropped") },
};
ENT_DEFINE_ENUM (ent_goal_status, "EntGoalStatus");

static const EntChoice ent_kpi_kind_choices[] = {
  [ENT_KPI_MEASURE] = { "measure", N_("Measure") },
  [ENT_KPI_PULSE] = { "pulse", N_("Pulse") },
};
ENT_DEFINE_ENUM (ent_kpi_kind, "EntKpiKind");

static const EntChoice ent_direction_choices[] = {
  [ENT_DIRECTION_INCREASE] = { "increase", N_("Increase") },
  [ENT_DIRECTION_DECREASE] = { "decrease", N_("Decrease") },
  [ENT_DIRECTION_WITHIN] = { "within", N_("Stay within") },
};
ENT_DEFINE_ENUM (ent_direction, "EntDirection");

static const EntChoice ent_story_kind_choices[] = {
  [ENT_STORY_STORY] = { "story", N_("Story") },
  [ENT_STORY_SMALL_WIN] = { "small-win", N_("Small win") },
  [ENT_STORY_QUOTE] = { "quote", N_("Quote") },
  [ENT_STORY_LESSON] = { "lesson", N_("Lesson") },
};
ENT_DEFINE_ENUM (ent_story_kind, "EntStoryKind");

static const EntChoice ent_check_in_kind_choices[] = {
  [ENT_CHECK_IN_CATCH_UP] = { "catch-up", N_("Informal catch-up") },
  [ENT_CHECK_IN_REVIEW] = { "review", N_("Review") },
  [ENT_CHECK_IN_DIALOGUE] = { "dialogue", N_("Dialogue") },
  [ENT_CHECK_IN_SHARED_LANGUAGE] = { "shared-language", N_("Shared-language workshop") },
  [ENT_CHECK_IN_NARRATIVE] = { "narrative", N_("Narrative session") },
};
ENT_DEFINE_ENUM (ent_check_in_kind, "EntCheckInKind");

static const EntChoice ent_term_status_choices[] = {
  [ENT_TERM_OPEN] = { "open", N_("Open") },
  [ENT_TERM_AGREED] = { "agreed", N_("Agreed") },
};
ENT_DEFINE_ENUM (ent_term_status, "EntTermStatus");

static const EntChoice ent_challenge_kind_choices[] = {
  [ENT_CHALLENGE_CULTURE] = { "culture", N_("Culture") },
  [ENT_CHALLENGE_COMMUNICATION] = { "communication", N_("Communication") },
  [ENT_CHALLENGE_GOALS] = { "goals", N_("Goals") },
  [ENT_CHALLENGE_TRUST] = { "trust", N_("Trust") },
  [ENT_CHALLENGE_RESOURCES] = { "resources", N_("Resources") },
  [ENT_CHALLENGE_OTHER] = { "other", N_("Other") },
};
ENT_DEFINE_ENUM (ent_challenge_kind, "EntChallengeKind");

static const EntChoice ent_challenge_status_choices[] = {
  [ENT_CHALLENGE_OPEN] = { "open", N_("Open") },
  [ENT_CHALLENGE_EASING] = { "easing", N_("Easing") },
  [ENT_CHALLENGE_RESOLVED] = { "resolved", N_("Resolved") },
};
ENT_DEFINE_ENUM (ent_challenge_status, "EntChallengeStatus");

static const EntChoice ent_practice_kind_choices[] = {
  [ENT_PRACTICE_GROUND_RULE] = { "ground-rule", N_("Ground rule") },
  [ENT_PRACTICE_OPEN_COMMUNICATION] = { "open-communication", N_("Open communication") },
  [ENT_PRACTICE_SHARED_EXPERIENCE] = { "shared-experience", N_("Shared experience") },
  [ENT_PRACTICE_CLEAR_EXPECTATIONS] = { "clear-expectations", N_("Clear expectations") },
  [ENT_PRACTICE_ACTIVE_LISTENING] = { "active-listening", N_("Active listening") },
};
ENT_DEFINE_ENUM (ent_practice_kind, "EntPracticeKind");

static const EntChoice ent_decision_kind_choices[] = {
  [ENT_DECISION_DECISION] = { "decision", N_("Decision") },
  [ENT_DECISION_PIVOT] = { "pivot", N_("Pivot") },
};
ENT_DEFINE_ENUM (ent_decision_kind, "EntDecisionKind");

/**
 * ent_enum_get_type:
 * @self: an enum of the model
 *
 * Returns: its GType, registered at first use. Safe from any thread.
 */
GType
ent_enum_get_type (const EntEnum *self)
{
  static GMutex lock;
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&lock);
  GType type = g_type_from_name (self->type_name);
  GEnumValue *values;

  if (type != G_TYPE_INVALID)
    return type;

  /* GObject keeps the array for the life of the program. */
  values = g_new0 (GEnumValue, self->n_choices + 1);
  for (guint i = 0; i < self->n_choices; i++)
    values[i] = (GEnumValue) { (int) i, self->choices[i].label, self->choices[i].nick };

  return g_enum_register_static (self->type_name, values);
}

/**
 * ent_enum_get_nick:
 * @self: an enum of the model
 * @value: one of its values
 *
 * Returns: the token that stands for @value in the file, or "" for a value it does not have
 */
const char *
ent_enum_get_nick (const EntEnum *self, int value)
{
  g_return_val_if_fail (self != NULL, "");

  return value >= 0 && value < (int) self->n_choices ? self->choices[value].nick : "";
}

/**
 * ent_enum_get_label:
 * @self: an enum of the model
 * @value: one of its values
 *
 * Returns: what people read for @value, translated, or "" for a value it does not have
 */
const char *
ent_enum_get_label (const EntEnum *self, int value)
{
  g_return_val_if_fail (self != NULL, "");

  return value >= 0 && value < (int) self->n_choices ? _(self->choices[value].label) : "";
}

/**
 * ent_enum_find_nick:
 * @self: an enum of the model
 * @nick: a token
 *
 * Returns: the value that @nick stands for, or -1
 */
int
ent_enum_find_nick (const EntEnum *self, const char *nick)
{
  g_return_val_if_fail (self != NULL, -1);
  g_return_val_if_fail (nick != NULL, -1);

  for (guint i = 0; i < self->n_choices; i++)
    if (g_str_equal (self->choices[i].nick, nick))
      return (int) i;

  return -1;
}
