/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Kinds of meeting and of keeping together: check-ins, words, challenges, trust, decisions. */
#include "config.h"

#include "model/ent-kinds.h"

#include <glib/gi18n.h>
#include <math.h>

static const EntField check_in_fields[] = {
  [ENT_CHECK_IN_DATE] = { "date", ENT_FIELD_DATE, ENT_FIELD_REQUIRED | ENT_FIELD_COLUMN,
      N_("Date") },
  [ENT_CHECK_IN_KIND] = { "kind", ENT_FIELD_ENUM, ENT_FIELD_COLUMN,
      N_("Kind"), .choices = &ent_check_in_kind_enum, .initial = ENT_CHECK_IN_CATCH_UP },
  [ENT_CHECK_IN_ATTENDEES] = { "attendees", ENT_FIELD_REFS, ENT_FIELD_PLAIN,
      N_("Attendees"), .target = ENT_KIND_PERSON },
  [ENT_CHECK_IN_AGENDA] = { "agenda", ENT_FIELD_TEXT, ENT_FIELD_SEARCHABLE, N_("Agenda") },
  [ENT_CHECK_IN_NOTES] = { "notes", ENT_FIELD_TEXT, ENT_FIELD_SEARCHABLE, N_("Notes") },
  [ENT_CHECK_IN_WINS] = { "wins", ENT_FIELD_TEXT, ENT_FIELD_SEARCHABLE, N_("Wins") },
  [ENT_CHECK_IN_OBSTACLES] = { "obstacles", ENT_FIELD_TEXT, ENT_FIELD_SEARCHABLE, N_("Obstacles") },
  [ENT_CHECK_IN_MORALE] = { "morale", ENT_FIELD_INT, ENT_FIELD_COLUMN,
      N_("Morale"), .min = 1, .max = 5, .initial = ENT_INT_UNSET },
};
G_STATIC_ASSERT (G_N_ELEMENTS (check_in_fields) == ENT_CHECK_IN_N_FIELDS);

const EntKindInfo ent_check_in_kind = {
  .kind = ENT_KIND_CHECK_IN,
  .type_name = "EntCheckIn",
  .nick = "check-in",
  .list = "check-ins",
  .label = N_("Check-in"),
  .label_plural = N_("Check-ins"),
  .fields = check_in_fields,
  .n_fields = ENT_CHECK_IN_N_FIELDS,
  .title_field = -1,
};

static const EntField action_fields[] = {
  [ENT_ACTION_TITLE] = { "title", ENT_FIELD_STRING,
      ENT_FIELD_REQUIRED | ENT_FIELD_SEARCHABLE | ENT_FIELD_COLUMN, N_("Title") },
  [ENT_ACTION_OWNER] = { "owner", ENT_FIELD_REF, ENT_FIELD_COLUMN,
      N_("Owner"), .target = ENT_KIND_PERSON },
  [ENT_ACTION_DUE] = { "due", ENT_FIELD_DATE, ENT_FIELD_COLUMN, N_("Due") },
  [ENT_ACTION_DONE] = { "done", ENT_FIELD_DATE, ENT_FIELD_COLUMN, N_("Done") },
  [ENT_ACTION_CHECK_IN] = { "check-in", ENT_FIELD_REF, ENT_FIELD_PLAIN,
      N_("Check-in"), .target = ENT_KIND_CHECK_IN },
};
G_STATIC_ASSERT (G_N_ELEMENTS (action_fields) == ENT_ACTION_N_FIELDS);

const EntKindInfo ent_action_kind = {
  .kind = ENT_KIND_ACTION,
  .type_name = "EntAction",
  .nick = "action",
  .list = "actions",
  .label = N_("Action"),
  .label_plural = N_("Actions"),
  .fields = action_fields,
  .n_fields = ENT_ACTION_N_FIELDS,
  .title_field = ENT_ACTION_TITLE,
};

static const EntField term_fields[] = {
  [ENT_TERM_WORD] = { "word", ENT_FIELD_STRING,
      ENT_FIELD_REQUIRED | ENT_FIELD_SEARCHABLE | ENT_FIELD_COLUMN, N_("Word") },
  [ENT_TERM_MEANING] = { "meaning", ENT_FIELD_TEXT, ENT_FIELD_SEARCHABLE | ENT_FIELD_COLUMN,
      N_("Agreed meaning") },
  [ENT_TERM_STATUS] = { "status", ENT_FIELD_ENUM, ENT_FIELD_COLUMN,
      N_("Status"), .choices = &ent_term_status_enum, .initial = ENT_TERM_OPEN },
  [ENT_TERM_NOTE] = { "note", ENT_FIELD_TEXT, ENT_FIELD_SEARCHABLE, N_("Note") },
};
G_STATIC_ASSERT (G_N_ELEMENTS (term_fields) == ENT_TERM_N_FIELDS);

const EntKindInfo ent_term_kind = {
  .kind = ENT_KIND_TERM,
  .type_name = "EntTerm",
  .nick = "term",
  .list = "terms",
  .label = N_("Term"),
  .label_plural = N_("Terms"),
  .fields = term_fields,
  .n_fields = ENT_TERM_N_FIELDS,
  .title_field = ENT_TERM_WORD,
};

static const EntField meaning_fields[] = {
  [ENT_MEANING_TERM] = { "term", ENT_FIELD_REF,
      ENT_FIELD_REQUIRED | ENT_FIELD_KEY | ENT_FIELD_OWNER, N_("Term"), .target = ENT_KIND_TERM },
  [ENT_MEANING_PARTNER] = { "partner", ENT_FIELD_REF,
      ENT_FIELD_REQUIRED | ENT_FIELD_KEY | ENT_FIELD_OWNER, N_("Partner"),
      .target = ENT_KIND_PARTNER },
  [ENT_MEANING_TEXT] = { "text", ENT_FIELD_TEXT, ENT_FIELD_REQUIRED | ENT_FIELD_SEARCHABLE,
      N_("Meaning") },
};
G_STATIC_ASSERT (G_N_ELEMENTS (meaning_fields) == ENT_MEANING_N_FIELDS);

const EntKindInfo ent_meaning_kind = {
  .kind = ENT_KIND_MEANING,
  .type_name = "EntMeaning",
  .nick = "meaning",
  .list = "meanings",
  .label = N_("Meaning"),
  .label_plural = N_("Meanings"),
  .fields = meaning_fields,
  .n_fields = ENT_MEANING_N_FIELDS,
  .title_field = -1,
  .keyed = TRUE,
};

static const EntField challenge_fields[] = {
  [ENT_CHALLENGE_TITLE] = { "title", ENT_FIELD_STRING,
      ENT_FIELD_REQUIRED | ENT_FIELD_SEARCHABLE | ENT_FIELD_COLUMN, N_("Title") },
  [ENT_CHALLENGE_KIND] = { "kind", ENT_FIELD_ENUM, ENT_FIELD_COLUMN,
      N_("Kind"), .choices = &ent_challenge_kind_enum, .initial = ENT_CHALLENGE_OTHER },
  [ENT_CHALLENGE_PARTNERS] = { "partners", ENT_FIELD_REFS, ENT_FIELD_PLAIN,
      N_("Partners"), .target = ENT_KIND_PARTNER },
  [ENT_CHALLENGE_GOAL] = { "goal", ENT_FIELD_REF, ENT_FIELD_PLAIN,
      N_("Goal"), .target = ENT_KIND_GOAL },
  [ENT_CHALLENGE_LIKELIHOOD] = { "likelihood", ENT_FIELD_INT, ENT_FIELD_COLUMN,
      N_("Likelihood"), .min = 1, .max = 5, .initial = ENT_INT_UNSET },
  [ENT_CHALLENGE_IMPACT] = { "impact", ENT_FIELD_INT, ENT_FIELD_COLUMN,
      N_("Impact"), .min = 1, .max = 5, .initial = ENT_INT_UNSET },
  [ENT_CHALLENGE_RESPONSE] = { "response", ENT_FIELD_TEXT, ENT_FIELD_SEARCHABLE, N_("Response") },
  [ENT_CHALLENGE_OWNER] = { "owner", ENT_FIELD_REF, ENT_FIELD_COLUMN,
      N_("Owner"), .target = ENT_KIND_PERSON },
  [ENT_CHALLENGE_STATUS] = { "status", ENT_FIELD_ENUM, ENT_FIELD_COLUMN,
      N_("Status"), .choices = &ent_challenge_status_enum, .initial = ENT_CHALLENGE_OPEN },
  [ENT_CHALLENGE_OPENED] = { "opened", ENT_FIELD_DATE, ENT_FIELD_PLAIN, N_("Opened") },
  [ENT_CHALLENGE_RESOLVED_ON] = { "resolved", ENT_FIELD_DATE, ENT_FIELD_PLAIN, N_("Resolved") },
};
G_STATIC_ASSERT (G_N_ELEMENTS (challenge_fields) == ENT_CHALLENGE_N_FIELDS);

const EntKindInfo ent_challenge_kind = {
  .kind = ENT_KIND_CHALLENGE,
  .type_name = "EntChallenge",
  .nick = "challenge",
  .list = "challenges",
  .label = N_("Challenge"),
  .label_plural = N_("Challenges"),
  .fields = challenge_fields,
  .n_fields = ENT_CHALLENGE_N_FIELDS,
  .title_field = ENT_CHALLENGE_TITLE,
};

static const EntField practice_fields[] = {
  [ENT_PRACTICE_TITLE] = { "title", ENT_FIELD_STRING,
      ENT_FIELD_REQUIRED | ENT_FIELD_SEARCHABLE | ENT_FIELD_COLUMN, N_("Title") },
  [ENT_PRACTICE_KIND] = { "kind", ENT_FIELD_ENUM, ENT_FIELD_COLUMN,
      N_("Kind"), .choices = &ent_practice_kind_enum, .initial = ENT_PRACTICE_GROUND_RULE },
  [ENT_PRACTICE_AGREED] = { "agreed", ENT_FIELD_DATE, ENT_FIELD_COLUMN, N_("Agreed") },
  [ENT_PRACTICE_EVERY] = { "every", ENT_FIELD_INT, ENT_FIELD_COLUMN,
      N_("Days between times"), .min = 1, .max = 3650, .initial = ENT_INT_UNSET },
  [ENT_PRACTICE_LAST_DONE] = { "last-done", ENT_FIELD_DATE, ENT_FIELD_COLUMN, N_("Last done") },
  [ENT_PRACTICE_NOTE] = { "note", ENT_FIELD_TEXT, ENT_FIELD_SEARCHABLE, N_("Note") },
};
G_STATIC_ASSERT (G_N_ELEMENTS (practice_fields) == ENT_PRACTICE_N_FIELDS);

const EntKindInfo ent_practice_kind = {
  .kind = ENT_KIND_PRACTICE,
  .type_name = "EntPractice",
  .nick = "practice",
  .list = "practices",
  .label = N_("Practice"),
  .label_plural = N_("Practices"),
  .fields = practice_fields,
  .n_fields = ENT_PRACTICE_N_FIELDS,
  .title_field = ENT_PRACTICE_TITLE,
};

static const EntField trust_fields[] = {
  [ENT_TRUST_FROM] = { "from", ENT_FIELD_REF, ENT_FIELD_REQUIRED | ENT_FIELD_KEY | ENT_FIELD_OWNER,
      N_("From"), .target = ENT_KIND_PARTNER },
  [ENT_TRUST_TO] = { "to", ENT_FIELD_REF, ENT_FIELD_REQUIRED | ENT_FIELD_KEY | ENT_FIELD_OWNER,
      N_("To"), .target = ENT_KIND_PARTNER },
  [ENT_TRUST_DATE] = { "date", ENT_FIELD_DATE, ENT_FIELD_REQUIRED | ENT_FIELD_KEY, N_("Date") },
  [ENT_TRUST_RELIABILITY] = { "reliability", ENT_FIELD_INT, ENT_FIELD_PLAIN,
      N_("Reliability"), .min = 1, .max = 4, .initial = ENT_INT_UNSET },
  [ENT_TRUST_SUPPORT] = { "support", ENT_FIELD_INT, ENT_FIELD_PLAIN,
      N_("Support of the mission"), .min = 1, .max = 4, .initial = ENT_INT_UNSET },
  [ENT_TRUST_OPENNESS] = { "openness", ENT_FIELD_INT, ENT_FIELD_PLAIN,
      N_("Openness to discussion"), .min = 1, .max = 4, .initial = ENT_INT_UNSET },
  [ENT_TRUST_NOTE] = { "note", ENT_FIELD_TEXT, ENT_FIELD_SEARCHABLE, N_("Note") },
};
G_STATIC_ASSERT (G_N_ELEMENTS (trust_fields) == ENT_TRUST_N_FIELDS);

const EntKindInfo ent_trust_kind = {
  .kind = ENT_KIND_TRUST,
  .type_name = "EntTrust",
  .nick = "trust",
  .list = "trust",
  .label = N_("Trust rating"),
  .label_plural = N_("Trust ratings"),
  .fields = trust_fields,
  .n_fields = ENT_TRUST_N_FIELDS,
  .title_field = -1,
  .keyed = TRUE,
  .confidential = TRUE,
};

static const EntField decision_fields[] = {
  [ENT_DECISION_DATE] = { "date", ENT_FIELD_DATE, ENT_FIELD_REQUIRED | ENT_FIELD_COLUMN,
      N_("Date") },
  [ENT_DECISION_KIND] = { "kind", ENT_FIELD_ENUM, ENT_FIELD_COLUMN,
      N_("Kind"), .choices = &ent_decision_kind_enum, .initial = ENT_DECISION_DECISION },
  [ENT_DECISION_WHAT] = { "what", ENT_FIELD_TEXT,
      ENT_FIELD_REQUIRED | ENT_FIELD_SEARCHABLE | ENT_FIELD_COLUMN, N_("What") },
  [ENT_DECISION_WHY] = { "why", ENT_FIELD_TEXT, ENT_FIELD_SEARCHABLE | ENT_FIELD_COLUMN,
      N_("Why") },
  [ENT_DECISION_HEARD] = { "heard", ENT_FIELD_REFS, ENT_FIELD_PLAIN,
      N_("Who was heard"), .target = ENT_KIND_PARTNER },
  [ENT_DECISION_GOALS] = { "goals", ENT_FIELD_REFS, ENT_FIELD_PLAIN,
      N_("Goals"), .target = ENT_KIND_GOAL },
};
G_STATIC_ASSERT (G_N_ELEMENTS (decision_fields) == ENT_DECISION_N_FIELDS);

const EntKindInfo ent_decision_kind = {
  .kind = ENT_KIND_DECISION,
  .type_name = "EntDecision",
  .nick = "decision",
  .list = "decisions",
  .label = N_("Decision"),
  .label_plural = N_("Decisions"),
  .fields = decision_fields,
  .n_fields = ENT_DECISION_N_FIELDS,
  .title_field = ENT_DECISION_WHAT,
};
