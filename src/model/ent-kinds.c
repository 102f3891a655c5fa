/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The registry of kinds: from the number of a kind to its table. */
#include "config.h"

#include "model/ent-kinds.h"

#include <glib/gi18n.h>
#include <string.h>

static const EntKindInfo *const kinds[ENT_N_KINDS] = {
  [ENT_KIND_PROJECT] = &ent_project_kind,
  [ENT_KIND_PARTNER] = &ent_partner_kind,
  [ENT_KIND_PERSON] = &ent_person_kind,
  [ENT_KIND_ROLE] = &ent_role_kind,
  [ENT_KIND_GOAL] = &ent_goal_kind,
  [ENT_KIND_TASK] = &ent_task_kind,
  [ENT_KIND_ASSIGNMENT] = &ent_assignment_kind,
  [ENT_KIND_EXPECTATION] = &ent_expectation_kind,
  [ENT_KIND_POSITION] = &ent_position_kind,
  [ENT_KIND_KPI] = &ent_kpi_kind,
  [ENT_KIND_MEASUREMENT] = &ent_measurement_kind,
  [ENT_KIND_STORY] = &ent_story_kind,
  [ENT_KIND_MILESTONE] = &ent_milestone_kind,
  [ENT_KIND_CHECK_IN] = &ent_check_in_kind,
  [ENT_KIND_ACTION] = &ent_action_kind,
  [ENT_KIND_TERM] = &ent_term_kind,
  [ENT_KIND_MEANING] = &ent_meaning_kind,
  [ENT_KIND_CHALLENGE] = &ent_challenge_kind,
  [ENT_KIND_PRACTICE] = &ent_practice_kind,
  [ENT_KIND_TRUST] = &ent_trust_kind,
  [ENT_KIND_DECISION] = &ent_decision_kind,
};

/**
 * ent_kind_get_info:
 * @kind: a kind of record
 *
 * Returns: its table
 */
const EntKindInfo *
ent_kind_get_info (EntKind kind)
{
  g_return_val_if_fail ((guint) kind < ENT_N_KINDS, NULL);

  return kinds[kind];
}

/**
 * ent_kind_find_list:
 * @list: the name of a JSON list; need not end in NUL
 * @length: its length in bytes, or -1
 *
 * Returns: the #EntKind whose records stand in that list, or -1. The project is not in a list.
 */
int
ent_kind_find_list (const char *list, gssize length)
{
  g_return_val_if_fail (list != NULL, -1);

  if (length < 0)
    length = (gssize) strlen (list);

  for (int kind = ENT_KIND_PROJECT + 1; kind < ENT_N_KINDS; kind++)
    if (strlen (kinds[kind]->list) == (gsize) length
        && memcmp (kinds[kind]->list, list, (gsize) length) == 0)
      return kind;

  return -1;
}

/**
 * ent_kind_find_field:
 * @info: a kind's table
 * @name: a field's name
 *
 * Returns: the field's number, or -1
 */
int
ent_kind_find_field (const EntKindInfo *info, const char *name)
{
  g_return_val_if_fail (info != NULL, -1);
  g_return_val_if_fail (name != NULL, -1);

  for (guint i = 0; i < info->n_fields; i++)
    if (g_str_equal (info->fields[i].name, name))
      return (int) i;

  return -1;
}

/**
 * ent_kind_get_label:
 * @kind: a kind of record
 * @plural: whether to speak of several
 *
 * Returns: what people call records of this kind, translated
 */
const char *
ent_kind_get_label (EntKind kind, gboolean plural)
{
  const EntKindInfo *info = ent_kind_get_info (kind);

  g_return_val_if_fail (info != NULL, "");

  return _(plural ? info->label_plural : info->label);
}

/**
 * ent_field_get_label:
 * @field: a field
 *
 * Returns: what people call it, translated
 */
const char *
ent_field_get_label (const EntField *field)
{
  g_return_val_if_fail (field != NULL, "");

  return _(field->label);
}
