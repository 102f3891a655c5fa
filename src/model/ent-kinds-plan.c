/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Kinds of the plan: who takes part, who plays which role, who expects what of whom. */
#include "config.h"

#include "model/ent-kinds.h"

#include <glib/gi18n.h>
#include <math.h>

static const EntField project_fields[] = {
  [ENT_PROJECT_TITLE] = { "title", ENT_FIELD_STRING, ENT_FIELD_REQUIRED | ENT_FIELD_SEARCHABLE,
      N_("Title") },
  [ENT_PROJECT_PURPOSE] = { "purpose", ENT_FIELD_TEXT, ENT_FIELD_SEARCHABLE, N_("Purpose") },
  [ENT_PROJECT_VISION] = { "vision", ENT_FIELD_TEXT, ENT_FIELD_SEARCHABLE, N_("Vision") },
  [ENT_PROJECT_PHASE] = { "phase", ENT_FIELD_ENUM, ENT_FIELD_PLAIN,
      N_("Phase"), .choices = &ent_phase_enum, .initial = ENT_PHASE_SCOPING },
  [ENT_PROJECT_START] = { "start", ENT_FIELD_DATE, ENT_FIELD_PLAIN, N_("Start") },
  [ENT_PROJECT_END] = { "end", ENT_FIELD_DATE, ENT_FIELD_PLAIN, N_("End") },
  [ENT_PROJECT_CHECK_IN_EVERY] = { "check-in-every", ENT_FIELD_INT, ENT_FIELD_PLAIN,
      N_("Days between check-ins"), .min = 1, .max = 3650, .initial = ENT_INT_UNSET },
  [ENT_PROJECT_COORDINATOR_NAME] = { "coordinator-name", ENT_FIELD_STRING, ENT_FIELD_SEARCHABLE,
      N_("Coordinator") },
  [ENT_PROJECT_COORDINATOR_EMAIL] = { "coordinator-email", ENT_FIELD_STRING, ENT_FIELD_SEARCHABLE,
      N_("Coordinator’s e-mail") },
};
G_STATIC_ASSERT (G_N_ELEMENTS (project_fields) == ENT_PROJECT_N_FIELDS);

const EntKindInfo ent_project_kind = {
  .kind = ENT_KIND_PROJECT,
  .type_name = "EntProjectRecord",
  .nick = "project",
  .list = "project",
  .label = N_("Partnership"),
  .label_plural = N_("Partnerships"),
  .fields = project_fields,
  .n_fields = ENT_PROJECT_N_FIELDS,
  .title_field = ENT_PROJECT_TITLE,
};

static const EntField partner_fields[] = {
  [ENT_PARTNER_NAME] = { "name", ENT_FIELD_STRING,
      ENT_FIELD_REQUIRED | ENT_FIELD_SEARCHABLE | ENT_FIELD_COLUMN, N_("Name") },
  [ENT_PARTNER_SHORT_NAME] = { "short-name", ENT_FIELD_STRING,
      ENT_FIELD_SEARCHABLE | ENT_FIELD_COLUMN, N_("Short name") },
  [ENT_PARTNER_SECTOR] = { "sector", ENT_FIELD_ENUM, ENT_FIELD_COLUMN,
      N_("Sector"), .choices = &ent_sector_enum, .initial = ENT_SECTOR_OTHER },
  [ENT_PARTNER_STATUS] = { "status", ENT_FIELD_ENUM, ENT_FIELD_COLUMN,
      N_("Status"), .choices = &ent_partner_status_enum, .initial = ENT_PARTNER_ACTIVE },
  [ENT_PARTNER_MISSION] = { "mission", ENT_FIELD_TEXT, ENT_FIELD_SEARCHABLE, N_("Mission") },
  [ENT_PARTNER_DRIVERS] = { "drivers", ENT_FIELD_TEXT, ENT_FIELD_SEARCHABLE,
      N_("Why it takes part") },
  [ENT_PARTNER_BRINGS] = { "brings", ENT_FIELD_TEXT, ENT_FIELD_SEARCHABLE, N_("What it brings") },
  [ENT_PARTNER_NEEDS] = { "needs", ENT_FIELD_TEXT, ENT_FIELD_SEARCHABLE, N_("What it must gain") },
  [ENT_PARTNER_JOINED] = { "joined", ENT_FIELD_DATE, ENT_FIELD_PLAIN, N_("Joined") },
  [ENT_PARTNER_LEFT_ON] = { "left", ENT_FIELD_DATE, ENT_FIELD_PLAIN, N_("Left") },
  [ENT_PARTNER_WEBSITE] = { "website", ENT_FIELD_STRING, ENT_FIELD_SEARCHABLE, N_("Website") },
  [ENT_PARTNER_NOTE] = { "note", ENT_FIELD_TEXT, ENT_FIELD_SEARCHABLE, N_("Note") },
  [ENT_PARTNER_PRIVATE_NOTE] = { "private-note", ENT_FIELD_TEXT,
      ENT_FIELD_SEARCHABLE | ENT_FIELD_CONFIDENTIAL, N_("Private note") },
  [ENT_PARTNER_PACE] = { "pace", ENT_FIELD_INT, ENT_FIELD_PLAIN,
      N_("Pace"), .min = 1, .max = 5, .initial = ENT_INT_UNSET },
  [ENT_PARTNER_HORIZON] = { "horizon", ENT_FIELD_INT, ENT_FIELD_PLAIN,
      N_("Horizon"), .min = 1, .max = 5, .initial = ENT_INT_UNSET },
  [ENT_PARTNER_EVIDENCE] = { "evidence", ENT_FIELD_INT, ENT_FIELD_PLAIN,
      N_("Evidence"), .min = 1, .max = 5, .initial = ENT_INT_UNSET },
  [ENT_PARTNER_DECISIONS] = { "decisions", ENT_FIELD_INT, ENT_FIELD_PLAIN,
      N_("Decisions"), .min = 1, .max = 5, .initial = ENT_INT_UNSET },
  [ENT_PARTNER_RISK] = { "risk", ENT_FIELD_INT, ENT_FIELD_PLAIN,
      N_("Risk"), .min = 1, .max = 5, .initial = ENT_INT_UNSET },
  [ENT_PARTNER_FORMALITY] = { "formality", ENT_FIELD_INT, ENT_FIELD_PLAIN,
      N_("Formality"), .min = 1, .max = 5, .initial = ENT_INT_UNSET },
};
G_STATIC_ASSERT (G_N_ELEMENTS (partner_fields) == ENT_PARTNER_N_FIELDS);

const EntKindInfo ent_partner_kind = {
  .kind = ENT_KIND_PARTNER,
  .type_name = "EntPartner",
  .nick = "partner",
  .list = "partners",
  .label = N_("Partner"),
  .label_plural = N_("Partners"),
  .fields = partner_fields,
  .n_fields = ENT_PARTNER_N_FIELDS,
  .title_field = ENT_PARTNER_NAME,
};

static const EntField person_fields[] = {
  [ENT_PERSON_NAME] = { "name", ENT_FIELD_STRING,
      ENT_FIELD_REQUIRED | ENT_FIELD_SEARCHABLE | ENT_FIELD_COLUMN, N_("Name") },
  [ENT_PERSON_PARTNER] = { "partner", ENT_FIELD_REF, ENT_FIELD_OWNER | ENT_FIELD_COLUMN,
      N_("Partner"), .target = ENT_KIND_PARTNER },
  [ENT_PERSON_JOB] = { "job", ENT_FIELD_STRING, ENT_FIELD_SEARCHABLE | ENT_FIELD_COLUMN,
      N_("Job") },
  [ENT_PERSON_EMAIL] = { "email", ENT_FIELD_STRING, ENT_FIELD_SEARCHABLE | ENT_FIELD_COLUMN,
      N_("E-mail") },
  [ENT_PERSON_PHONE] = { "phone", ENT_FIELD_STRING, ENT_FIELD_SEARCHABLE | ENT_FIELD_COLUMN,
      N_("Phone") },
  [ENT_PERSON_PRIMARY] = { "primary", ENT_FIELD_BOOL, ENT_FIELD_PLAIN, N_("First contact") },
  [ENT_PERSON_NOTE] = { "note", ENT_FIELD_TEXT, ENT_FIELD_SEARCHABLE, N_("Note") },
};
G_STATIC_ASSERT (G_N_ELEMENTS (person_fields) == ENT_PERSON_N_FIELDS);

const EntKindInfo ent_person_kind = {
  .kind = ENT_KIND_PERSON,
  .type_name = "EntPerson",
  .nick = "person",
  .list = "people",
  .label = N_("Person"),
  .label_plural = N_("People"),
  .fields = person_fields,
  .n_fields = ENT_PERSON_N_FIELDS,
  .title_field = ENT_PERSON_NAME,
};

static const EntField role_fields[] = {
  [ENT_ROLE_TITLE] = { "title", ENT_FIELD_STRING,
      ENT_FIELD_REQUIRED | ENT_FIELD_SEARCHABLE | ENT_FIELD_COLUMN, N_("Title") },
  [ENT_ROLE_PARTNER] = { "partner", ENT_FIELD_REF, ENT_FIELD_COLUMN,
      N_("Partner"), .target = ENT_KIND_PARTNER },
  [ENT_ROLE_HOLDER] = { "holder", ENT_FIELD_REF, ENT_FIELD_COLUMN,
      N_("Held by"), .target = ENT_KIND_PERSON },
  [ENT_ROLE_PURPOSE] = { "purpose", ENT_FIELD_TEXT, ENT_FIELD_SEARCHABLE, N_("Purpose") },
  [ENT_ROLE_RESPONSIBILITIES] = { "responsibilities", ENT_FIELD_STRINGS, ENT_FIELD_SEARCHABLE,
      N_("Responsibilities") },
  [ENT_ROLE_AUTHORITY] = { "authority", ENT_FIELD_TEXT, ENT_FIELD_SEARCHABLE,
      N_("What it may decide") },
  [ENT_ROLE_HOURS_PER_MONTH] = { "hours-per-month", ENT_FIELD_DOUBLE, ENT_FIELD_COLUMN,
      N_("Hours a month"), .min = 0, .max = 744, .initial = NAN },
  [ENT_ROLE_START] = { "start", ENT_FIELD_DATE, ENT_FIELD_PLAIN, N_("Start") },
  [ENT_ROLE_END] = { "end", ENT_FIELD_DATE, ENT_FIELD_PLAIN, N_("End") },
};
G_STATIC_ASSERT (G_N_ELEMENTS (role_fields) == ENT_ROLE_N_FIELDS);

const EntKindInfo ent_role_kind = {
  .kind = ENT_KIND_ROLE,
  .type_name = "EntRole",
  .nick = "role",
  .list = "roles",
  .label = N_("Role"),
  .label_plural = N_("Roles"),
  .fields = role_fields,
  .n_fields = ENT_ROLE_N_FIELDS,
  .title_field = ENT_ROLE_TITLE,
};

static const EntField task_fields[] = {
  [ENT_TASK_TITLE] = { "title", ENT_FIELD_STRING,
      ENT_FIELD_REQUIRED | ENT_FIELD_SEARCHABLE | ENT_FIELD_COLUMN, N_("Title") },
  [ENT_TASK_GOAL] = { "goal", ENT_FIELD_REF, ENT_FIELD_COLUMN,
      N_("Goal"), .target = ENT_KIND_GOAL },
  [ENT_TASK_DUE] = { "due", ENT_FIELD_DATE, ENT_FIELD_COLUMN, N_("Due") },
  [ENT_TASK_STATUS] = { "status", ENT_FIELD_ENUM, ENT_FIELD_COLUMN,
      N_("Status"), .choices = &ent_task_status_enum, .initial = ENT_TASK_PLANNED },
  [ENT_TASK_NOTE] = { "note", ENT_FIELD_TEXT, ENT_FIELD_SEARCHABLE, N_("Note") },
};
G_STATIC_ASSERT (G_N_ELEMENTS (task_fields) == ENT_TASK_N_FIELDS);

const EntKindInfo ent_task_kind = {
  .kind = ENT_KIND_TASK,
  .type_name = "EntTask",
  .nick = "task",
  .list = "tasks",
  .label = N_("Task"),
  .label_plural = N_("Tasks"),
  .fields = task_fields,
  .n_fields = ENT_TASK_N_FIELDS,
  .title_field = ENT_TASK_TITLE,
};

static const EntField assignment_fields[] = {
  [ENT_ASSIGNMENT_TASK] = { "task", ENT_FIELD_REF,
      ENT_FIELD_REQUIRED | ENT_FIELD_KEY | ENT_FIELD_OWNER, N_("Task"), .target = ENT_KIND_TASK },
  [ENT_ASSIGNMENT_ROLE] = { "role", ENT_FIELD_REF,
      ENT_FIELD_REQUIRED | ENT_FIELD_KEY | ENT_FIELD_OWNER, N_("Role"), .target = ENT_KIND_ROLE },
  [ENT_ASSIGNMENT_CODE] = { "code", ENT_FIELD_ENUM, ENT_FIELD_REQUIRED,
      N_("Code"), .choices = &ent_code_enum, .initial = ENT_CODE_RESPONSIBLE },
};
G_STATIC_ASSERT (G_N_ELEMENTS (assignment_fields) == ENT_ASSIGNMENT_N_FIELDS);

const EntKindInfo ent_assignment_kind = {
  .kind = ENT_KIND_ASSIGNMENT,
  .type_name = "EntAssignment",
  .nick = "assignment",
  .list = "assignments",
  .label = N_("Assignment"),
  .label_plural = N_("Assignments"),
  .fields = assignment_fields,
  .n_fields = ENT_ASSIGNMENT_N_FIELDS,
  .title_field = -1,
  .keyed = TRUE,
};

static const EntField expectation_fields[] = {
  [ENT_EXPECTATION_FROM] = { "from", ENT_FIELD_REF, ENT_FIELD_OWNER | ENT_FIELD_COLUMN,
      N_("From"), .target = ENT_KIND_PARTNER },
  [ENT_EXPECTATION_TO] = { "to", ENT_FIELD_REF, ENT_FIELD_OWNER | ENT_FIELD_COLUMN,
      N_("To"), .target = ENT_KIND_PARTNER },
  [ENT_EXPECTATION_STATEMENT] = { "statement", ENT_FIELD_TEXT,
      ENT_FIELD_REQUIRED | ENT_FIELD_SEARCHABLE | ENT_FIELD_COLUMN, N_("Expectation") },
  [ENT_EXPECTATION_ROLE] = { "role", ENT_FIELD_REF, ENT_FIELD_COLUMN,
      N_("Role"), .target = ENT_KIND_ROLE },
  [ENT_EXPECTATION_STATUS] = { "status", ENT_FIELD_ENUM, ENT_FIELD_COLUMN,
      N_("Status"), .choices = &ent_expectation_status_enum, .initial = ENT_EXPECTATION_UNSPOKEN },
  [ENT_EXPECTATION_RAISED] = { "raised", ENT_FIELD_DATE, ENT_FIELD_COLUMN, N_("Raised") },
  [ENT_EXPECTATION_REVIEW] = { "review", ENT_FIELD_DATE, ENT_FIELD_COLUMN, N_("Review") },
  [ENT_EXPECTATION_NOTE] = { "note", ENT_FIELD_TEXT, ENT_FIELD_SEARCHABLE, N_("Note") },
};
G_STATIC_ASSERT (G_N_ELEMENTS (expectation_fields) == ENT_EXPECTATION_N_FIELDS);

const EntKindInfo ent_expectation_kind = {
  .kind = ENT_KIND_EXPECTATION,
  .type_name = "EntExpectation",
  .nick = "expectation",
  .list = "expectations",
  .label = N_("Expectation"),
  .label_plural = N_("Expectations"),
  .fields = expectation_fields,
  .n_fields = ENT_EXPECTATION_N_FIELDS,
  .title_field = ENT_EXPECTATION_STATEMENT,
};
