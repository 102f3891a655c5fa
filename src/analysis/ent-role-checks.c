/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The findings of a role chart as a list that follows it, most pressing first. When a step of the
 * project reaches a task, role or partner, its rules are asked again. */
#include "config.h"

#include "analysis/ent-role-checks.h"

struct _EntRoleChecks {
  EntChecks parent_instance;

  EntRoleChart *chart;
  EntRoleCheckSettings settings;
  gboolean several_groups;                          /* as the rules saw it last */
};

enum { ASKED_AGAIN, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EntRoleChecks, ent_role_checks, ENT_TYPE_CHECKS)

static void
ask_rule (EntRoleChecks *self, EntRecord *record, guint kind, guint place)
{
  const EntRoleRule *rule = &ent_role_rules[kind];
  EntChecks *list = ENT_CHECKS (self);
  g_auto(EntVerdict) verdict = { 0, NULL, NULL, g_ptr_array_new () };

  g_ptr_array_add (verdict.records, record);
  if (rule->check (self->chart, &self->settings, place, &verdict))
    ent_checks_put (list, record, kind, rule->severity, &verdict);
  else
    ent_checks_clear (list, record, kind);
}

static void
ask_rules (EntRoleChecks *self, EntRecord *record, EntRoleSubject subject, guint place)
{
  for (guint kind = 0; kind < ENT_ROLE_N_RULES; kind++)
    if (ent_role_rules[kind].subject == subject)
      ask_rule (self, record, kind, place);
}

static guint
count_subjects (EntRoleChecks *self, EntRoleSubject subject)
{
  switch (subject)
    {
    case ENT_ROLE_SUBJECT_TASK:
      return ent_role_chart_get_n_tasks (self->chart);
    case ENT_ROLE_SUBJECT_ROLE:
      return ent_role_chart_get_n_roles (self->chart);
    default:
      return ent_project_get_n_records (ent_role_chart_get_project (self->chart), ENT_KIND_PARTNER);
    }
}

/* The task, role or partner in that row, column or place of the list. */
static EntRecord *
get_subject (EntRoleChecks *self, EntRoleSubject subject, guint place)
{
  switch (subject)
    {
    case ENT_ROLE_SUBJECT_TASK:
      return ent_role_chart_get_task (self->chart, place);
    case ENT_ROLE_SUBJECT_ROLE:
      return ent_role_chart_get_role (self->chart, place);
    default:
      return ent_project_get_record (ent_role_chart_get_project (self->chart), ENT_KIND_PARTNER,
                                     place);
    }
}

static void
place_all (EntRoleChecks *self)
{
  for (guint subject = 0; subject < ENT_N_ROLE_SUBJECTS; subject++)
    for (guint place = 0; place < count_subjects (self, subject); place++)
      ent_checks_place (ENT_CHECKS (self), get_subject (self, subject, place), place);
}

static void
ask_all_of (EntRoleChecks *self, EntRoleSubject subject)
{
  for (guint place = 0; place < count_subjects (self, subject); place++)
    ask_rules (self, get_subject (self, subject, place), subject, place);
}

static void
ask_everything (EntRoleChecks *self)
{
  ent_checks_begin (ENT_CHECKS (self));
  self->several_groups = ent_role_chart_get_n_groups (self->chart) > 1;
  place_all (self);
  for (guint subject = 0; subject < ENT_N_ROLE_SUBJECTS; subject++)
    ask_all_of (self, subject);
  ent_checks_end (ENT_CHECKS (self));
}

/* The row, column or place of a record, or -1. */
static int
find_subject (EntRoleChecks *self, EntRoleSubject subject, EntRecord *record)
{
  switch (subject)
    {
    case ENT_ROLE_SUBJECT_TASK:
      return ent_role_chart_find_task (self->chart, record);
    case ENT_ROLE_SUBJECT_ROLE:
      return ent_role_chart_find_role (self->chart, record);
    default:
      return ent_record_get_project (record) != NULL ? (int) ent_record_get_position (record) : -1;
    }
}

static void
ask_set (EntRoleChecks *self, GHashTable *records, EntRoleSubject subject)
{
  GHashTableIter iter;
  gpointer record;

  g_hash_table_iter_init (&iter, records);
  while (g_hash_table_iter_next (&iter, &record, NULL))
    {
      int place = find_subject (self, subject, record);

      if (place >= 0)
        ask_rules (self, record, subject, (guint) place);
    }
}

static void
on_updated (EntRoleChecks *self, const EntRoleChartUpdate *update)
{
  gboolean several_groups = ent_role_chart_get_n_groups (self->chart) > 1;
  GHashTableIter iter;
  gpointer record;

  g_hash_table_iter_init (&iter, update->gone);
  while (g_hash_table_iter_next (&iter, &record, NULL))
    ent_checks_drop (ENT_CHECKS (self), record);

  if (update->layout || g_hash_table_size (update->partners) > 0)
    {
      place_all (self);
      ent_checks_restore_order (ENT_CHECKS (self));
    }

  if (several_groups != self->several_groups)
    ask_all_of (self, ENT_ROLE_SUBJECT_TASK);
  else
    ask_set (self, update->tasks, ENT_ROLE_SUBJECT_TASK);
  self->several_groups = several_groups;

  if (update->size)
    ask_all_of (self, ENT_ROLE_SUBJECT_ROLE);
  else
    ask_set (self, update->roles, ENT_ROLE_SUBJECT_ROLE);

  ask_set (self, update->partners, ENT_ROLE_SUBJECT_PARTNER);
}

static void
ent_role_checks_dispose (GObject *object)
{
  EntRoleChecks *self = ENT_ROLE_CHECKS (object);

  if (self->chart != NULL)
    g_signal_handlers_disconnect_by_data (self->chart, self);
  g_clear_object (&self->chart);

  G_OBJECT_CLASS (ent_role_checks_parent_class)->dispose (object);
}

static void
ent_role_checks_class_init (EntRoleChecksClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = ent_role_checks_dispose;

  /**
   * EntRoleChecks::asked-again:
   * @self: the findings
   *
   * The questions begin elsewhere, so any task or role may have findings that it had not before. It
   * follows what the list itself says about that.
   */
  signals[ASKED_AGAIN] = g_signal_new ("asked-again", ENT_TYPE_ROLE_CHECKS, G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ent_role_checks_init (EntRoleChecks *self)
{
  self->settings = (EntRoleCheckSettings) ENT_ROLE_CHECK_SETTINGS_DEFAULT;
}

/* --- Public ---------------------------------------------------------------------------------- */

/**
 * ent_role_checks_new:
 * @chart: the chart to check
 *
 * Returns: (transfer full): its findings, a #GListModel of #EntFinding ordered by severity, then
 *   strength, then place in the chart
 */
EntRoleChecks *
ent_role_checks_new (EntRoleChart *chart)
{
  EntRoleChecks *self;

  g_return_val_if_fail (ENT_IS_ROLE_CHART (chart), NULL);

  self = g_object_new (ENT_TYPE_ROLE_CHECKS, NULL);
  self->chart = g_object_ref (chart);
  ask_everything (self);
  g_signal_connect_object (chart, "updated", G_CALLBACK (on_updated), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * ent_role_checks_get_chart:
 * @self: findings
 *
 * Returns: (transfer none): the chart they are about
 */
EntRoleChart *
ent_role_checks_get_chart (EntRoleChecks *self)
{
  g_return_val_if_fail (ENT_IS_ROLE_CHECKS (self), NULL);

  return self->chart;
}

/**
 * ent_role_checks_set_settings:
 * @self: findings
 * @settings: (nullable): where the questions begin; %NULL for the defaults
 *
 * Asks every rule again.
 */
void
ent_role_checks_set_settings (EntRoleChecks *self, const EntRoleCheckSettings *settings)
{
  g_return_if_fail (ENT_IS_ROLE_CHECKS (self));

  self->settings = settings != NULL ? *settings
                                    : (EntRoleCheckSettings) ENT_ROLE_CHECK_SETTINGS_DEFAULT;
  ask_everything (self);
  g_signal_emit (self, signals[ASKED_AGAIN], 0);
}

static int
find_first_letter (EntRoleChecks *self, guint row, EntRoleLetter letter)
{
  for (guint column = 0; column < ent_role_chart_get_n_roles (self->chart); column++)
    if (ent_role_code_has_letter (ent_role_chart_get_code (self->chart, row, column), letter))
      return (int) column;

  return -1;
}

/**
 * ent_role_checks_get_place:
 * @self: findings
 * @finding: one of them
 * @row: (out): the row it leads to, or -1
 * @column: (out): the column it leads to, or -1
 *
 * Where in the chart a finding is seen: a cell, a whole row (@column is -1), a whole column (@row
 * is -1) or nowhere, for a partner without a role.
 *
 * Returns: whether it has a place in the chart
 */
gboolean
ent_role_checks_get_place (EntRoleChecks *self, EntFinding *finding, int *row, int *column)
{
  const EntRoleRule *rule;

  g_return_val_if_fail (ENT_IS_ROLE_CHECKS (self), FALSE);
  g_return_val_if_fail (ENT_IS_FINDING (finding), FALSE);
  g_return_val_if_fail (row != NULL && column != NULL, FALSE);

  rule = &ent_role_rules[ent_finding_get_kind (finding)];
  *row = ent_role_chart_find_task (self->chart, ent_finding_get_record (finding, 0));
  *column = ent_role_chart_find_role (self->chart, ent_finding_get_record (finding, 0));
  if (*row >= 0 && rule->letter >= 0)
    *column = find_first_letter (self, (guint) *row, rule->letter);

  return *row >= 0 || *column >= 0;
}

/**
 * ent_role_checks_get_row_severity:
 * @self: findings
 * @row: number of a row
 *
 * Returns: the #EntFindingSeverity of the most pressing finding about that task, or
 *   %ENT_ROLE_CHECKS_NONE
 */
int
ent_role_checks_get_row_severity (EntRoleChecks *self, guint row)
{
  g_return_val_if_fail (ENT_IS_ROLE_CHECKS (self), ENT_ROLE_CHECKS_NONE);

  return ent_checks_get_worst (ENT_CHECKS (self),
                                     ent_role_chart_get_task (self->chart, row));
}

/**
 * ent_role_checks_get_column_severity:
 * @self: findings
 * @column: number of a column
 *
 * Returns: the #EntFindingSeverity of the most pressing finding about that role, or
 *   %ENT_ROLE_CHECKS_NONE
 */
int
ent_role_checks_get_column_severity (EntRoleChecks *self, guint column)
{
  g_return_val_if_fail (ENT_IS_ROLE_CHECKS (self), ENT_ROLE_CHECKS_NONE);

  return ent_checks_get_worst (ENT_CHECKS (self),
                                     ent_role_chart_get_role (self->chart, column));
}

/**
 * ent_role_checks_get_cell_severity:
 * @self: findings
 * @row: number of a row
 * @column: number of a column
 *
 * Returns: the #EntFindingSeverity of the most pressing finding that concerns the letter in that
 *   cell, such as each A of a task with several, or %ENT_ROLE_CHECKS_NONE
 */
int
ent_role_checks_get_cell_severity (EntRoleChecks *self, guint row, guint column)
{
  int worst = ENT_ROLE_CHECKS_NONE;
  EntRecord *task;
  int code;

  g_return_val_if_fail (ENT_IS_ROLE_CHECKS (self), ENT_ROLE_CHECKS_NONE);

  code = ent_role_chart_get_code (self->chart, row, column);
  if (code == ENT_ROLE_CHART_EMPTY)
    return ENT_ROLE_CHECKS_NONE;

  task = ent_role_chart_get_task (self->chart, row);
  for (guint kind = 0; kind < ENT_ROLE_N_RULES; kind++)
    if (ent_role_rules[kind].letter >= 0
        && ent_role_code_has_letter (code, (EntRoleLetter) ent_role_rules[kind].letter)
        && ent_checks_find (ENT_CHECKS (self), task, kind) != NULL
        && (worst < 0 || (int) ent_role_rules[kind].severity < worst))
      worst = ent_role_rules[kind].severity;

  return worst;
}
