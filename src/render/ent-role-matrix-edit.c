/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Typing into the role chart: each edit of the project is one step with a name that people can
 * read. */
#include "config.h"

#include "render/ent-role-matrix-private.h"

#include "analysis/ent-phrase.h"
#include "render/ent-matrix-project-private.h"

#include <glib/gi18n.h>

/* In the order in which people name them. */
static const EntCode choices[] = {
  ENT_CODE_RESPONSIBLE,
  ENT_CODE_ACCOUNTABLE,
  ENT_CODE_CONSULTED,
  ENT_CODE_INFORMED,
  ENT_CODE_ACCOUNTABLE_RESPONSIBLE,
};

static const char needs_title[] = N_("A task needs a title. Type what is to be done.");

static EntProject *
get_project (EntRoleMatrix *self)
{
  return ent_role_chart_get_project (self->chart);
}

static gboolean
ent_role_matrix_can_edit (EntMatrixModel *model)
{
  return !ent_project_is_read_only (get_project (ENT_ROLE_MATRIX (model)));
}

static EntRecord *
find_assignment (EntRoleMatrix *self, guint row, guint column)
{
  return ent_project_lookup_key (get_project (self), ENT_KIND_ASSIGNMENT,
    ent_record_get_id (ent_role_chart_get_task (self->chart, row)),
    ent_record_get_id (ent_role_chart_get_role (self->chart, column)), NULL);
}

static char *
name_step (EntRoleMatrix *self, guint row, guint column, int code)
{
  g_autofree char *task = ent_phrase_name (role_matrix_get_task_title (self, row));
  g_autofree char *role = ent_phrase_name (role_matrix_get_role_title (self, column));

  if (code == ENT_ROLE_CHART_EMPTY)
    /* Translators: a step that can be undone; a role, a task */
    return g_strdup_printf (_("Clear %s for %s"), role, task);

  /* Translators: a step that can be undone; a role, a letter, a task */
  return g_strdup_printf (_("Set %s to %s for %s"), role, ent_role_code_get_letters (code), task);
}

static gboolean
fill_cell (EntRoleMatrix *self, guint row, guint column, int code, GError **error)
{
  EntRecord *present = find_assignment (self, row, column);
  g_autoptr(EntRecord) record = NULL;

  if (code == ENT_ROLE_CHART_EMPTY)
    return present == NULL || ent_project_remove (get_project (self), present);
  if (present != NULL)
    {
      EntValue value = ent_value_int (code);

      return ent_record_set (present, ENT_ASSIGNMENT_CODE, &value, error);
    }

  record = ent_record_new (ENT_KIND_ASSIGNMENT);
  ent_record_set_string (record, ENT_ASSIGNMENT_TASK,
                         ent_record_get_id (ent_role_chart_get_task (self->chart, row)));
  ent_record_set_string (record, ENT_ASSIGNMENT_ROLE,
                         ent_record_get_id (ent_role_chart_get_role (self->chart, column)));
  ent_record_set_enum (record, ENT_ASSIGNMENT_CODE, code);

  return ent_project_append (get_project (self), record, error);
}

static gboolean
ent_role_matrix_set_cell (EntMatrixModel *model, guint row, guint column, const char *text,
                          GError **error)
{
  EntRoleMatrix *self = ENT_ROLE_MATRIX (model);
  g_autoptr(EntTransaction) step = NULL;
  g_autofree char *label = NULL;
  int code;

  if (!_ent_matrix_project_check (get_project (self), error))
    return FALSE;
  if (!ent_role_code_parse (text, &code))
    {
      g_autofree char *quoted = ent_phrase_quote (text);

      g_set_error (error, ENT_MODEL_ERROR, ENT_MODEL_ERROR_VALUE,
                   _("%s is no letter of a role chart. Type R, A, C, I or A/R, or clear the cell."),
                   quoted);
      return FALSE;
    }

  label = name_step (self, row, column, code);
  step = ent_project_begin (get_project (self), label);
  if (!fill_cell (self, row, column, code, error))
    return FALSE;
  ent_transaction_commit (step);

  return TRUE;
}

/* One letter at once, and A/R as "A" with "/" or "R" after it. After "R" an "A" is a correction. */
static EntMatrixInput
ent_role_matrix_check_input (EntMatrixModel *model, const char *text)
{
  gboolean follows_a = *text == 'a' || *text == 'A';
  int code;

  if (!ent_role_code_parse (text, &code) || g_utf8_strlen (text, -1) > (follows_a ? 3 : 1))
    return ENT_MATRIX_INPUT_REFUSED;

  return ENT_MATRIX_INPUT_COMPLETE;
}

static char *
ent_role_matrix_dup_append_prompt (EntMatrixModel *model)
{
  return g_strdup (_("Add a task…"));
}

static gboolean
ent_role_matrix_append_row (EntMatrixModel *model, const char *title, GError **error)
{
  EntRoleMatrix *self = ENT_ROLE_MATRIX (model);
  g_autoptr(EntRecord) task = ent_record_new (ENT_KIND_TASK);
  g_autoptr(EntTransaction) step = NULL;
  g_autofree char *name = NULL;
  g_autofree char *label = NULL;

  if (!_ent_matrix_project_check (get_project (self), error)
      || !_ent_matrix_project_title (task, ENT_TASK_TITLE, title, _(needs_title), error))
    return FALSE;

  name = ent_phrase_quote (ent_record_get_string (task, ENT_TASK_TITLE));
  /* Translators: a step that can be undone; a task in quotation marks */
  label = g_strdup_printf (_("Add task %s"), name);
  step = ent_project_begin (get_project (self), label);
  if (!ent_project_append (get_project (self), task, error))
    return FALSE;
  ent_transaction_commit (step);

  return TRUE;
}

static gboolean
ent_role_matrix_set_row_title (EntMatrixModel *model, guint row, const char *title, GError **error)
{
  EntRoleMatrix *self = ENT_ROLE_MATRIX (model);
  g_autofree char *name = ent_phrase_quote (role_matrix_get_task_title (self, row));
  /* Translators: a step that can be undone; a task in quotation marks */
  g_autofree char *label = g_strdup_printf (_("Rename task %s"), name);

  return _ent_matrix_project_rename (get_project (self), ent_role_chart_get_task (self->chart, row),
                                     ENT_TASK_TITLE, title, label, _(needs_title), error);
}

static gpointer
ent_role_matrix_begin_edit (EntMatrixModel *model, const char *label)
{
  return ent_project_begin (get_project (ENT_ROLE_MATRIX (model)), label);
}

static void
ent_role_matrix_end_edit (EntMatrixModel *model, gpointer edit, gboolean commit)
{
  _ent_matrix_project_end (edit, commit);
}

static guint
ent_role_matrix_get_n_choices (EntMatrixModel *model)
{
  return G_N_ELEMENTS (choices);
}

static const char *
ent_role_matrix_get_choice_text (EntMatrixModel *model, guint choice)
{
  return ent_role_code_get_letters (choices[choice]);
}

static char *
ent_role_matrix_dup_choice_label (EntMatrixModel *model, guint choice)
{
  return g_strdup (ent_enum_get_label (&ent_code_enum, (int) choices[choice]));
}

void
_ent_role_matrix_init_editing (EntMatrixModelInterface *iface)
{
  iface->set_cell = ent_role_matrix_set_cell;
  iface->can_edit = ent_role_matrix_can_edit;
  iface->check_input = ent_role_matrix_check_input;
  iface->get_n_choices = ent_role_matrix_get_n_choices;
  iface->get_choice_text = ent_role_matrix_get_choice_text;
  iface->dup_choice_label = ent_role_matrix_dup_choice_label;
  iface->dup_append_prompt = ent_role_matrix_dup_append_prompt;
  iface->append_row = ent_role_matrix_append_row;
  iface->set_row_title = ent_role_matrix_set_row_title;
  iface->begin_edit = ent_role_matrix_begin_edit;
  iface->end_edit = ent_role_matrix_end_edit;
}
