/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules of a role chart (methods.md section 2; the list of questions follows trackplus, "RACI
 * matrix analysis", and one A for each row Gamestorming, p. 204). A rule looks at one row, one
 * column or one partner and at nothing else, so that an edit asks only the rules it can reach.
 *
 * Tasks: errors and questions are for tasks that are still to be done; nobody can act on the
 * others.
 * Roles: what was dropped counts for nothing; what is done counts as part of the role, but not as
 * work before it.
 * Partners: one that has left is asked to hand over what it still has in open tasks, and nothing
 * else; one that is only prospective needs no role yet. */
#include "config.h"

#include "analysis/ent-phrase.h"
#include "analysis/ent-role-rules.h"

#include <glib/gi18n.h>

/* Short, since what it says is long. */
#define say ent_verdict_say

static char *
quote_task (EntRoleChart *chart, guint row)
{
  return ent_phrase_quote (ent_record_get_string (ent_role_chart_get_task (chart, row),
                                                  ENT_TASK_TITLE));
}

static char *
quote_role (EntRoleChart *chart, guint column)
{
  return ent_phrase_quote (ent_record_get_string (ent_role_chart_get_role (chart, column),
                                                  ENT_ROLE_TITLE));
}

static EntRecord *
get_partner (EntRoleChart *chart, guint column)
{
  return ent_role_chart_get_group_partner (chart, ent_role_chart_get_group (chart, column));
}

static gboolean
has_left (EntRecord *partner)
{
  return partner != NULL
    && ent_record_get_enum (partner, ENT_PARTNER_STATUS) == ENT_PARTNER_LEFT;
}

/* Adds the roles with @letter in a task to what the verdict is about. */
static void
add_roles (EntRoleChart *chart, guint row, EntRoleLetter letter, EntVerdict *verdict)
{
  for (guint column = 0; column < ent_role_chart_get_n_roles (chart); column++)
    if (ent_role_code_has_letter (ent_role_chart_get_code (chart, row, column), letter))
      g_ptr_array_add (verdict->records, ent_role_chart_get_role (chart, column));
}

/* --- Tasks ----------------------------------------------------------------------------------- */

/* The names of the organisations whose roles have an A, each once. Roles without a partner belong
 * to nobody and are left out. */
static GPtrArray *
collect_accountable_partners (EntRoleChart *chart, guint row)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  EntRecord *last = NULL;

  for (guint column = 0; column < ent_role_chart_get_n_roles (chart); column++)
    {
      EntRecord *partner;

      if (!ent_role_code_has_letter (ent_role_chart_get_code (chart, row, column),
                                     ENT_ROLE_LETTER_A))
        continue;

      /* Columns are grouped by partner, so one partner's roles are neighbours. */
      partner = get_partner (chart, column);
      if (partner == NULL || partner == last)
        continue;
      last = partner;
      g_ptr_array_add (names, ent_phrase_name (ent_record_get_string (partner, ENT_PARTNER_NAME)));
    }

  return names;
}

static gboolean
check_many_accountable (EntRoleChart *chart, const EntRoleCheckSettings *settings, guint row,
                        EntVerdict *verdict)
{
  guint n = ent_role_chart_count_in_task (chart, row, ENT_ROLE_LETTER_A);
  g_autoptr(GPtrArray) partners = NULL;
  g_autofree char *task = NULL;
  g_autofree char *names = NULL;
  guint n_partners;

  if (n < 2 || !ent_role_chart_is_open (chart, row))
    return FALSE;

  task = quote_task (chart, row);
  partners = collect_accountable_partners (chart, row);
  n_partners = partners->len;
  add_roles (chart, row, ENT_ROLE_LETTER_A, verdict);
  g_ptr_array_add (partners, NULL);

  if (n_partners < 2)
    {
      say (verdict, 300 + n,
           g_strdup_printf (ngettext ("%2$u role is accountable for %1$s.",
                                      "%2$u roles are accountable for %1$s.", n), task, n),
           _("Leave the A with one of them, so that one person answers for it."));
      return TRUE;
    }

  names = ent_phrase_join ((const char *const *) partners->pdata);
  say (verdict, 400 + n_partners + n / 1000.0,
       n_partners == 2
       ? g_strdup_printf (_("%s both believe they are accountable for %s."), names, task)
       : g_strdup_printf (_("%s all believe they are accountable for %s."), names, task),
       _("Propose to split the task, so that each organisation answers for its own part."));

  return TRUE;
}

static gboolean
check_no_accountable (EntRoleChart *chart, const EntRoleCheckSettings *settings, guint row,
                      EntVerdict *verdict)
{
  g_autofree char *task = NULL;

  if (!ent_role_chart_is_open (chart, row)
      || ent_role_chart_count_in_task (chart, row, ENT_ROLE_LETTER_A) > 0)
    return FALSE;

  task = quote_task (chart, row);
  say (verdict, 200, g_strdup_printf (_("Nobody is accountable for %s."), task),
       _("Give one role an A, so that somebody answers for it and signs it off."));

  return TRUE;
}

static gboolean
check_no_responsible (EntRoleChart *chart, const EntRoleCheckSettings *settings, guint row,
                      EntVerdict *verdict)
{
  g_autofree char *task = NULL;

  if (!ent_role_chart_is_open (chart, row)
      || ent_role_chart_count_in_task (chart, row, ENT_ROLE_LETTER_R) > 0)
    return FALSE;

  task = quote_task (chart, row);
  say (verdict, 100, g_strdup_printf (_("Nobody does the work of %s."), task),
       _("Give a role an R, or A/R to the role that answers for it."));

  return TRUE;
}

static gboolean
check_several_responsible (EntRoleChart *chart, const EntRoleCheckSettings *settings, guint row,
                           EntVerdict *verdict)
{
  guint n = ent_role_chart_count_in_task (chart, row, ENT_ROLE_LETTER_R);
  g_autofree char *task = NULL;

  if (n < 2 || n < settings->several_responsible || !ent_role_chart_is_open (chart, row))
    return FALSE;

  task = quote_task (chart, row);
  add_roles (chart, row, ENT_ROLE_LETTER_R, verdict);
  say (verdict, n, g_strdup_printf (ngettext ("%2$u role does the work of %1$s.",
                                              "%2$u roles do the work of %1$s.", n), task, n),
       _("Ask whether the task can be split, so that each role knows its part."));

  return TRUE;
}

static gboolean
check_many_consulted (EntRoleChart *chart, const EntRoleCheckSettings *settings, guint row,
                      EntVerdict *verdict)
{
  guint n = ent_role_chart_count_in_task (chart, row, ENT_ROLE_LETTER_C);
  g_autofree char *task = NULL;

  if (n == 0 || n < settings->many_consulted || !ent_role_chart_is_open (chart, row))
    return FALSE;

  task = quote_task (chart, row);
  add_roles (chart, row, ENT_ROLE_LETTER_C, verdict);
  say (verdict, n, g_strdup_printf (ngettext ("%2$u role is to be asked before %1$s.",
                                              "%2$u roles are to be asked before %1$s.", n),
                                    task, n),
       _("Ask who would be content to be told (I) instead."));

  return TRUE;
}

static gboolean
check_many_informed (EntRoleChart *chart, const EntRoleCheckSettings *settings, guint row,
                     EntVerdict *verdict)
{
  guint n = ent_role_chart_count_in_task (chart, row, ENT_ROLE_LETTER_I);
  g_autofree char *task = NULL;

  if (n == 0 || n < settings->many_informed || !ent_role_chart_is_open (chart, row))
    return FALSE;

  task = quote_task (chart, row);
  add_roles (chart, row, ENT_ROLE_LETTER_I, verdict);
  say (verdict, n, g_strdup_printf (ngettext ("%2$u role is to be told about %1$s.",
                                              "%2$u roles are to be told about %1$s.", n),
                                    task, n),
       _("Ask whether all of them need to be told each time."));

  return TRUE;
}

/* "Do the organisations talk?" makes sense from two partners on, and once the row has letters. */
static gboolean
check_nobody_told (EntRoleChart *chart, const EntRoleCheckSettings *settings, guint row,
                   EntVerdict *verdict)
{
  g_autofree char *task = NULL;

  if (!ent_role_chart_is_open (chart, row) || ent_role_chart_get_n_groups (chart) < 2
      || ent_role_chart_count_in_task (chart, row, ENT_ROLE_LETTER_C) > 0
      || ent_role_chart_count_in_task (chart, row, ENT_ROLE_LETTER_I) > 0
      || ent_role_chart_count_in_task (chart, row, ENT_ROLE_LETTER_R)
         + ent_role_chart_count_in_task (chart, row, ENT_ROLE_LETTER_A) == 0)
    return FALSE;

  task = quote_task (chart, row);
  say (verdict, 1, g_strdup_printf (_("Nobody is asked or told about %s."), task),
       _("Ask whether the organisations talk about it; add a C or an I where they should."));

  return TRUE;
}

static gboolean
check_no_goal (EntRoleChart *chart, const EntRoleCheckSettings *settings, guint row,
               EntVerdict *verdict)
{
  g_autofree char *task = NULL;

  if (!ent_role_chart_is_open (chart, row)
      || ent_record_get_ref (ent_role_chart_get_task (chart, row), ENT_TASK_GOAL) != NULL)
    return FALSE;

  task = quote_task (chart, row);
  say (verdict, 0, g_strdup_printf (_("%s serves no goal."), task),
       _("Say which goal it serves, or ask whether it is needed."));

  return TRUE;
}

/* --- Roles ----------------------------------------------------------------------------------- */

static gboolean
check_left_behind (EntRoleChart *chart, const EntRoleCheckSettings *settings, guint column,
                   EntVerdict *verdict)
{
  EntRecord *partner = get_partner (chart, column);
  g_autofree char *role = NULL;
  g_autofree char *name = NULL;
  guint n = 0;

  if (!has_left (partner))
    return FALSE;

  for (guint row = 0; row < ent_role_chart_get_n_tasks (chart); row++)
    n += ent_role_chart_is_open (chart, row)
      && ent_role_chart_get_code (chart, row, column) != ENT_ROLE_CHART_EMPTY;
  if (n == 0)
    return FALSE;

  role = quote_role (chart, column);
  name = ent_phrase_name (ent_record_get_string (partner, ENT_PARTNER_NAME));
  g_ptr_array_add (verdict->records, partner);
  say (verdict, 50 + n / 1000.0,
       g_strdup_printf (ngettext ("%1$s has left, but its role %2$s still has a letter in %3$u "
                                  "task.",
                                  "%1$s has left, but its role %2$s still has letters in %3$u "
                                  "tasks.",
                                  n), name, role, n),
       _("Give these tasks to a role of a partner that is still here."));

  return TRUE;
}

static gboolean
check_not_held (EntRoleChart *chart, const EntRoleCheckSettings *settings, guint column,
                EntVerdict *verdict)
{
  EntRecord *record = ent_role_chart_get_role (chart, column);
  g_autofree char *role = NULL;

  if (ent_record_get_ref (record, ENT_ROLE_HOLDER) != NULL
      || has_left (get_partner (chart, column)))
    return FALSE;

  role = quote_role (chart, column);
  say (verdict, 100 + ent_role_chart_count_open_in_role (chart, column, ENT_ROLE_LETTER_A)
                + ent_role_chart_count_open_in_role (chart, column, ENT_ROLE_LETTER_R),
       g_strdup_printf (_("Nobody holds the role %s."), role),
       _("Name the person who holds it, or take the role out."));

  return TRUE;
}

static gboolean
check_accountable_load (EntRoleChart *chart, const EntRoleCheckSettings *settings, guint column,
                        EntVerdict *verdict)
{
  guint n = ent_role_chart_count_open_in_role (chart, column, ENT_ROLE_LETTER_A);
  g_autofree char *role = NULL;

  if (n == 0 || n < settings->accountable_load || has_left (get_partner (chart, column)))
    return FALSE;

  role = quote_role (chart, column);
  say (verdict, n, g_strdup_printf (ngettext ("%1$s answers for %2$u task.",
                                              "%1$s answers for %2$u tasks.", n), role, n),
       _("Ask whether another role could answer for some of them."));

  return TRUE;
}

static gboolean
check_responsible_load (EntRoleChart *chart, const EntRoleCheckSettings *settings, guint column,
                        EntVerdict *verdict)
{
  guint n = ent_role_chart_count_open_in_role (chart, column, ENT_ROLE_LETTER_R);
  g_autofree char *role = NULL;

  if (n == 0 || n < settings->responsible_load || has_left (get_partner (chart, column)))
    return FALSE;

  role = quote_role (chart, column);
  say (verdict, n, g_strdup_printf (ngettext ("%1$s does the work of %2$u task.",
                                              "%1$s does the work of %2$u tasks.", n), role, n),
       _("Ask whether it can keep up, and which tasks another role could do."));

  return TRUE;
}

static gboolean
check_idle_role (EntRoleChart *chart, const EntRoleCheckSettings *settings, guint column,
                 EntVerdict *verdict)
{
  g_autofree char *role = NULL;

  if (ent_role_chart_get_n_kept (chart) < MAX (settings->least_tasks, 1)
      || has_left (get_partner (chart, column))
      || ent_role_chart_count_in_role (chart, column, ENT_ROLE_LETTER_R) > 0
      || ent_role_chart_count_in_role (chart, column, ENT_ROLE_LETTER_A) > 0)
    return FALSE;

  role = quote_role (chart, column);
  say (verdict, 2, g_strdup_printf (_("%s has neither an R nor an A."), role),
       _("Ask what the role is for, or whether it could join another."));

  return TRUE;
}

static gboolean
check_role_in_everything (EntRoleChart *chart, const EntRoleCheckSettings *settings, guint column,
                          EntVerdict *verdict)
{
  guint n = ent_role_chart_get_n_kept (chart);
  g_autofree char *role = NULL;

  if (n < MAX (settings->least_tasks, 1) || ent_role_chart_count_filled (chart, column) < n
      || has_left (get_partner (chart, column)))
    return FALSE;

  role = quote_role (chart, column);
  say (verdict, 3, g_strdup_printf (_("%s has a letter in every task."), role),
       _("Ask whether the role needs to be in everything."));

  return TRUE;
}

/* --- Partners -------------------------------------------------------------------------------- */

static gboolean
check_partner_without_role (EntRoleChart *chart, const EntRoleCheckSettings *settings, guint place,
                            EntVerdict *verdict)
{
  EntRecord *partner = ent_project_get_record (ent_role_chart_get_project (chart),
                                               ENT_KIND_PARTNER, place);
  g_autofree char *name = NULL;

  if (ent_record_get_enum (partner, ENT_PARTNER_STATUS) != ENT_PARTNER_ACTIVE)
    return FALSE;
  for (guint group = 0; group < ent_role_chart_get_n_groups (chart); group++)
    if (ent_role_chart_get_group_partner (chart, group) == partner)
      return FALSE;

  name = ent_phrase_name (ent_record_get_string (partner, ENT_PARTNER_NAME));
  say (verdict, 90, g_strdup_printf (_("%s takes part, but has no role."), name),
       _("Agree what it does in the partnership and add a role for it."));

  return TRUE;
}

#define TASK_RULE(severity, letter, check) \
  { ENT_FINDING_ ## severity, ENT_ROLE_SUBJECT_TASK, letter, check }
#define ROLE_RULE(severity, check) \
  { ENT_FINDING_ ## severity, ENT_ROLE_SUBJECT_ROLE, -1, check }

const EntRoleRule ent_role_rules[ENT_ROLE_N_RULES] = {
  [ENT_FINDING_MANY_ACCOUNTABLE] = TASK_RULE (ACT_NOW, ENT_ROLE_LETTER_A, check_many_accountable),
  [ENT_FINDING_NO_ACCOUNTABLE] = TASK_RULE (ACT_NOW, -1, check_no_accountable),
  [ENT_FINDING_NO_RESPONSIBLE] = TASK_RULE (ACT_NOW, -1, check_no_responsible),
  [ENT_FINDING_LEFT_BEHIND] = ROLE_RULE (ACT_NOW, check_left_behind),
  [ENT_FINDING_NOT_HELD] = ROLE_RULE (LOOK_INTO, check_not_held),
  [ENT_FINDING_PARTNER_WITHOUT_ROLE] = { ENT_FINDING_LOOK_INTO, ENT_ROLE_SUBJECT_PARTNER, -1,
                                         check_partner_without_role },
  [ENT_FINDING_SEVERAL_RESPONSIBLE] = TASK_RULE (LOOK_INTO, ENT_ROLE_LETTER_R,
                                                 check_several_responsible),
  [ENT_FINDING_ACCOUNTABLE_LOAD] = ROLE_RULE (LOOK_INTO, check_accountable_load),
  [ENT_FINDING_RESPONSIBLE_LOAD] = ROLE_RULE (LOOK_INTO, check_responsible_load),
  [ENT_FINDING_IDLE_ROLE] = ROLE_RULE (NOTE, check_idle_role),
  [ENT_FINDING_ROLE_IN_EVERYTHING] = ROLE_RULE (NOTE, check_role_in_everything),
  [ENT_FINDING_MANY_CONSULTED] = TASK_RULE (NOTE, ENT_ROLE_LETTER_C, check_many_consulted),
  [ENT_FINDING_MANY_INFORMED] = TASK_RULE (NOTE, ENT_ROLE_LETTER_I, check_many_informed),
  [ENT_FINDING_NOBODY_TOLD] = TASK_RULE (NOTE, -1, check_nobody_told),
  [ENT_FINDING_NO_GOAL] = TASK_RULE (NOTE, -1, check_no_goal),
};
