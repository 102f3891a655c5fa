/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Kinds of alignment: goals, and where partners stand on them. */
#include "config.h"

#include "model/ent-kinds.h"

#include <glib/gi18n.h>
#include <math.h>

static const EntField goal_fields[] = {
  [ENT_GOAL_TITLE] = { "title", ENT_FIELD_STRING,
      ENT_FIELD_REQUIRED | ENT_FIELD_SEARCHABLE | ENT_FIELD_COLUMN, N_("Title") },
  [ENT_GOAL_DESCRIPTION] = { "description", ENT_FIELD_TEXT, ENT_FIELD_SEARCHABLE,
      N_("Description") },
  [ENT_GOAL_OWNER] = { "owner", ENT_FIELD_REF, ENT_FIELD_COLUMN,
      N_("Owner"), .target = ENT_KIND_PARTNER },
  [ENT_GOAL_HORIZON] = { "horizon", ENT_FIELD_ENUM, ENT_FIELD_COLUMN,
      N_("Horizon"), .choices = &ent_horizon_enum, .initial = ENT_HORIZON_MEDIUM },
  [ENT_GOAL_WEIGHT] = { "weight", ENT_FIELD_INT, ENT_FIELD_COLUMN,
      N_("Weight"), .min = 1, .max = 5, .initial = 1 },
  [ENT_GOAL_SUCCESS] = { "success", ENT_FIELD_TEXT, ENT_FIELD_SEARCHABLE,
      N_("How much of what, by when") },
  [ENT_GOAL_DUE] = { "due", ENT_FIELD_DATE, ENT_FIELD_COLUMN, N_("Due") },
  [ENT_GOAL_STATUS] = { "status", ENT_FIELD_ENUM, ENT_FIELD_COLUMN,
      N_("Status"), .choices = &ent_goal_status_enum, .initial = ENT_GOAL_PROPOSED },
};
G_STATIC_ASSERT (G_N_ELEMENTS (goal_fields) == ENT_GOAL_N_FIELDS);

const EntKindInfo ent_goal_kind = {
  .kind = ENT_KIND_GOAL,
  .type_name = "EntGoal",
  .nick = "goal",
  .list = "goals",
  .label = N_("Goal"),
  .label_plural = N_("Goals"),
  .fields = goal_fields,
  .n_fields = ENT_GOAL_N_FIELDS,
  .title_field = ENT_GOAL_TITLE,
};

static const EntField position_fields[] = {
  [ENT_POSITION_GOAL] = { "goal", ENT_FIELD_REF,
      ENT_FIELD_REQUIRED | ENT_FIELD_KEY | ENT_FIELD_OWNER, N_("Goal"), .target = ENT_KIND_GOAL },
  [ENT_POSITION_PARTNER] = { "partner", ENT_FIELD_REF,
      ENT_FIELD_REQUIRED | ENT_FIELD_KEY | ENT_FIELD_OWNER, N_("Partner"),
      .target = ENT_KIND_PARTNER },
  [ENT_POSITION_DATE] = { "date", ENT_FIELD_DATE, ENT_FIELD_REQUIRED | ENT_FIELD_KEY, N_("Date") },
  [ENT_POSITION_VALUE] = { "value", ENT_FIELD_INT, ENT_FIELD_REQUIRED,
      N_("Position"), .min = -4, .max = 4, .initial = 0 },
  [ENT_POSITION_REASON] = { "reason", ENT_FIELD_TEXT, ENT_FIELD_SEARCHABLE, N_("Reason") },
  [ENT_POSITION_SAID_BY] = { "said-by", ENT_FIELD_REF, ENT_FIELD_PLAIN,
      N_("Said by"), .target = ENT_KIND_PERSON },
};
G_STATIC_ASSERT (G_N_ELEMENTS (position_fields) == ENT_POSITION_N_FIELDS);

const EntKindInfo ent_position_kind = {
  .kind = ENT_KIND_POSITION,
  .type_name = "EntPosition",
  .nick = "position",
  .list = "positions",
  .label = N_("Position"),
  .label_plural = N_("Positions"),
  .fields = position_fields,
  .n_fields = ENT_POSITION_N_FIELDS,
  .title_field = -1,
  .keyed = TRUE,
  .confidential = TRUE,
};
