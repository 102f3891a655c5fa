/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Hints for the fields that deserve one. A field without a row here is shown with its label. */
#include "config.h"

#include "pages/ent-form-hints.h"

#include <glib/gi18n.h>

#include "analysis/ent-culture.h"

typedef struct {
  EntKind kind;
  guint field;
  EntFormHint hint;
} HintRow;

static const HintRow hints[] = {
  { ENT_KIND_PROJECT, ENT_PROJECT_PURPOSE,
    { .placeholder =
        N_("What do the partners want to reach together that none can reach alone?") } },
  { ENT_KIND_PROJECT, ENT_PROJECT_VISION,
    { .placeholder = N_("What will be different when it has worked?") } },
  { ENT_KIND_PARTNER, ENT_PARTNER_MISSION,
    { .placeholder = N_("What the organisation is there for") } },
  { ENT_KIND_PARTNER, ENT_PARTNER_DRIVERS,
    { .placeholder = N_("Why it comes to this table, in its own words") } },
  { ENT_KIND_PARTNER, ENT_PARTNER_BRINGS,
    { .placeholder = N_("Money, people, rooms, skills, contacts, a good name") } },
  { ENT_KIND_PARTNER, ENT_PARTNER_NEEDS,
    { .placeholder = N_("What has to come out of it for them to stay") } },
  { ENT_KIND_PARTNER, ENT_PARTNER_PRIVATE_NOTE,
    { .placeholder = N_("Left out of copies made without what is confidential") } },
  { ENT_KIND_ROLE, ENT_ROLE_PURPOSE,
    { .placeholder = N_("What would be missing without this role?") } },
  { ENT_KIND_ROLE, ENT_ROLE_RESPONSIBILITIES, { .placeholder = N_("Add a responsibility") } },
  { ENT_KIND_ROLE, ENT_ROLE_AUTHORITY,
    { .placeholder = N_("What the holder may settle without asking") } },
  { ENT_KIND_ROLE, ENT_ROLE_PARTNER, { .none = N_("No partner") } },
  { ENT_KIND_ROLE, ENT_ROLE_HOLDER, { .none = N_("Nobody yet") } },
  { ENT_KIND_EXPECTATION, ENT_EXPECTATION_STATEMENT,
    { .placeholder = N_("“We expect you to …”, as concrete as can be") } },
  { ENT_KIND_EXPECTATION, ENT_EXPECTATION_FROM, { .none = N_("Everyone") } },
  { ENT_KIND_EXPECTATION, ENT_EXPECTATION_TO, { .none = N_("Everyone") } },
  { ENT_KIND_GOAL, ENT_GOAL_OWNER, { .none = N_("Shared") } },
  { ENT_KIND_GOAL, ENT_GOAL_WEIGHT,
    { .low = N_("Good to have"), .high = N_("Everything hangs on it") } },
  { ENT_KIND_GOAL, ENT_GOAL_SUCCESS,
    { .placeholder = N_("“40 families grow food here every week by June”") } },
  { ENT_KIND_GOAL, ENT_GOAL_DESCRIPTION,
    { .placeholder = N_("Why it matters, to whom, and what it is not") } },
  { ENT_KIND_STORY, ENT_STORY_TELLER, { .none = N_("Nobody named") } },
  { ENT_KIND_STORY, ENT_STORY_TEXT,
    { .placeholder = N_("Who was there, what happened, and what is different since") } },
  { ENT_KIND_STORY, ENT_STORY_SIGNIFICANCE,
    { .placeholder = N_("Why the teller thinks that of all that changed this matters most") } },
  { ENT_KIND_STORY, ENT_STORY_GOAL, { .none = N_("No goal") } },
  { ENT_KIND_STORY, ENT_STORY_KPI, { .none = N_("No KPI") } },
  { ENT_KIND_STORY, ENT_STORY_SELECTION_REASON,
    { .placeholder = N_("Who chose it among which others, and what it shows") } },
  { ENT_KIND_MILESTONE, ENT_MILESTONE_GOAL, { .none = N_("No goal") } },
  { ENT_KIND_MILESTONE, ENT_MILESTONE_CELEBRATION,
    { .placeholder = N_("A cake, a walk, a round of thanks: who should hear of it?") } },
  { ENT_KIND_KPI, ENT_KPI_GOAL, { .none = N_("No goal") } },
  { ENT_KIND_KPI, ENT_KPI_OWNER, { .none = N_("No owner") } },
  { ENT_KIND_KPI, ENT_KPI_REBASE, { .placeholder = N_("Add a day, such as 2026-05-31") } },
  { ENT_KIND_KPI, ENT_KPI_NOTE,
    { .placeholder = N_("What counts, what does not, and who says so") } },
};

/**
 * ent_form_get_hint:
 * @kind: a kind of record
 * @field: one of its fields
 *
 * Returns: what a form says about the field; members are %NULL where there is nothing to say
 */
EntFormHint
ent_form_get_hint (EntKind kind, guint field)
{
  EntFormHint hint = { 0 };
  int dimension = kind == ENT_KIND_PARTNER ? ent_culture_find_dimension (field) : -1;

  for (guint i = 0; i < G_N_ELEMENTS (hints); i++)
    if (hints[i].kind == kind && hints[i].field == field)
      hint = hints[i].hint;

  if (dimension >= 0)
    {
      hint.low = ent_culture_get_dimension ((guint) dimension)->low;
      hint.high = ent_culture_get_dimension ((guint) dimension)->high;
    }

  return hint;
}
