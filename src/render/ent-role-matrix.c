/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The role chart as a matrix. It reads the chart and its findings, and turns what is typed into
 * edits of the project, each one step with a name that people can read. */
#include "config.h"

#include "render/ent-role-matrix.h"

#include "analysis/ent-phrase.h"

#include <glib/gi18n.h>

struct _EntRoleMatrix {
  GObject parent_instance;

  EntRoleChart *chart;
  EntRoleChecks *checks;
};

static void ent_role_matrix_model_init (EntMatrixModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (EntRoleMatrix, ent_role_matrix, G_TYPE_OBJECT,
  G_IMPLEMENT_INTERFACE (ENT_TYPE_MATRIX_MODEL, ent_role_matrix_model_init))

/* In the order in which people name them. */
static const EntCode choices[] = {
  ENT_CODE_RESPONSIBLE,
  ENT_CODE_ACCOUNTABLE,
  ENT_CODE_CONSULTED,
  ENT_CODE_INFORMED,
  ENT_CODE_ACCOUNTABLE_RESPONSIBLE,
};

/* --- Names ----------------------------------------------------------------------------------- */

static EntProject *
get_project (EntRoleMatrix *self)
{
  return ent_role_chart_get_project (self->chart);
}

static const char *
get_task_title (EntRoleMatrix *self, guint row)
{
  return ent_record_get_string (ent_role_chart_get_task (self->chart, row), ENT_TASK_TITLE);
}

static const char *
get_role_title (EntRoleMatrix *self, guint column)
{
  return ent_record_get_string (ent_role_chart_get_role (self->chart, column), ENT_ROLE_TITLE);
}

static EntRecord *
get_partner (EntRoleMatrix *self, guint column)
{
  return ent_role_chart_get_group_partner (self->chart,
                                           ent_role_chart_get_group (self->chart, column));
}

static char *
dup_name (const char *title, const char *otherwise)
{
  return g_strdup (*title != '\0' ? title : otherwise);
}

static char *
ent_role_matrix_dup_rows_label (EntMatrixModel *model)
{
  return g_strdup (ent_kind_get_label (ENT_KIND_TASK, TRUE));
}

static char *
ent_role_matrix_dup_row_title (EntMatrixModel *model, guint row)
{
  return g_strdup (get_task_title (ENT_ROLE_MATRIX (model), row));
}

static char *
ent_role_matrix_dup_column_title (EntMatrixModel *model, guint column)
{
  return dup_name (get_role_title (ENT_ROLE_MATRIX (model), column), _("(no name)"));
}

static char *
ent_role_matrix_dup_column_detail (EntMatrixModel *model, guint column)
{
  EntRoleMatrix *self = ENT_ROLE_MATRIX (model);
  EntRecord *holder = ent_record_get_ref (ent_role_chart_get_role (self->chart, column),
                                          ENT_ROLE_HOLDER);

  return holder != NULL ? g_strdup (ent_record_get_string (holder, ENT_PERSON_NAME)) : NULL;
}

static char *
ent_role_matrix_dup_group_title (EntMatrixModel *model, guint group)
{
  EntRoleMatrix *self = ENT_ROLE_MATRIX (model);
  EntRecord *partner = ent_role_chart_get_group_partner (self->chart, group);
  const char *short_name;

  if (partner == NULL)
    return g_strdup (_("No partner"));

  short_name = ent_record_get_string (partner, ENT_PARTNER_SHORT_NAME);

  return dup_name (*short_name != '\0' ? short_name
                                       : ent_record_get_string (partner, ENT_PARTNER_NAME),
                   _("(no name)"));
}

/* What a screen reader says of a task or role: its name and every finding about it. */
static char *
describe_record (EntRoleMatrix *self, const char *name, EntRecord *record)
{
  g_autoptr(GString) text = g_string_new (name);
  g_autoptr(GPtrArray) findings = ent_role_checks_dup_findings_of (self->checks, record);

  for (guint i = 0; i < findings->len; i++)
    g_string_append_printf (text, "\n%s",
                            ent_finding_get_text (g_ptr_array_index (findings, i)));

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
ent_role_matrix_dup_row_description (EntMatrixModel *model, guint row)
{
  EntRoleMatrix *self = ENT_ROLE_MATRIX (model);
  EntRecord *task = ent_role_chart_get_task (self->chart, row);
  g_autofree char *title = dup_name (get_task_title (self, row), _("(no name)"));
  g_autofree char *status = NULL;

  if (ent_role_chart_is_open (self->chart, row))
    return describe_record (self, title, task);

  /* Translators: a task and its status: “Plant the first beds” (done) */
  status = g_strdup_printf (_("%s (%s)"), title,
                            ent_enum_get_label (&ent_task_status_enum,
                                                ent_record_get_enum (task, ENT_TASK_STATUS)));

  return describe_record (self, status, task);
}

/* “Volunteer coordinator (Riverside Trust)” */
static char *
describe_role (EntRoleMatrix *self, guint column)
{
  EntRecord *partner = get_partner (self, column);
  g_autofree char *title = dup_name (get_role_title (self, column), _("(no name)"));

  if (partner == NULL)
    return g_steal_pointer (&title);

  /* Translators: a role and the partner it belongs to */
  return g_strdup_printf (C_("role", "%s (%s)"), title,
                          ent_record_get_string (partner, ENT_PARTNER_NAME));
}

static char *
ent_role_matrix_dup_column_description (EntMatrixModel *model, guint column)
{
  EntRoleMatrix *self = ENT_ROLE_MATRIX (model);
  g_autofree char *role = describe_role (self, column);
  g_autofree char *holder = ent_role_matrix_dup_column_detail (model, column);
  g_autofree char *name = NULL;

  if (holder == NULL)
    return describe_record (self, role, ent_role_chart_get_role (self->chart, column));

  /* Translators: a role and the person who holds it */
  name = g_strdup_printf (_("%s, held by %s"), role, holder);

  return describe_record (self, name, ent_role_chart_get_role (self->chart, column));
}

/* What is unusual about the A's of a row, for who can't see the row; NULL when all is well. */
static char *
describe_accountable (EntRoleMatrix *self, guint row)
{
  guint n = ent_role_chart_count_in_task (self->chart, row, ENT_ROLE_LETTER_A);

  if (ent_role_chart_is_dropped (self->chart, row))
    return g_strdup (_("the task was dropped"));
  if (!ent_role_chart_is_open (self->chart, row) || n == 1)
    return NULL;
  if (n == 0)
    return g_strdup (_("nobody accountable in this row"));

  return g_strdup_printf (ngettext ("%u accountable in this row", "%u accountable in this row", n),
                          n);
}

static char *
ent_role_matrix_dup_cell_description (EntMatrixModel *model, guint row, guint column)
{
  EntRoleMatrix *self = ENT_ROLE_MATRIX (model);
  int code = ent_role_chart_get_code (self->chart, row, column);
  const char *value = code == ENT_ROLE_CHART_EMPTY ? C_("role chart cell", "empty")
                                                   : ent_enum_get_label (&ent_code_enum, code);
  g_autofree char *task = dup_name (get_task_title (self, row), _("(no name)"));
  g_autofree char *role = describe_role (self, column);
  g_autofree char *accountable = describe_accountable (self, row);

  if (accountable == NULL)
    /* Translators: a cell of the role chart in words: task, role (partner): Responsible */
    return g_strdup_printf (_("%s, %s: %s"), task, role, value);

  /* Translators: as above, with what is unusual about the row */
  return g_strdup_printf (_("%s, %s: %s; %s"), task, role, value, accountable);
}

/* --- Cells ----------------------------------------------------------------------------------- */

static guint
ent_role_matrix_get_n_rows (EntMatrixModel *model)
{
  return ent_role_chart_get_n_tasks (ENT_ROLE_MATRIX (model)->chart);
}

static guint
ent_role_matrix_get_n_columns (EntMatrixModel *model)
{
  return ent_role_chart_get_n_roles (ENT_ROLE_MATRIX (model)->chart);
}

static guint
ent_role_matrix_get_column_group (EntMatrixModel *model, guint column)
{
  return ent_role_chart_get_group (ENT_ROLE_MATRIX (model)->chart, column);
}

static const char *
ent_role_matrix_get_cell_text (EntMatrixModel *model, guint row, guint column)
{
  return ent_role_code_get_letters (ent_role_chart_get_code (ENT_ROLE_MATRIX (model)->chart,
                                                             row, column));
}

static EntMatrixTone
ent_role_matrix_get_cell_tone (EntMatrixModel *model, guint row, guint column)
{
  EntRoleMatrix *self = ENT_ROLE_MATRIX (model);
  int code = ent_role_chart_get_code (self->chart, row, column);

  /* The letters of a dropped task stay readable but do not stand out. */
  if (code == ENT_ROLE_CHART_EMPTY || ent_role_chart_is_dropped (self->chart, row))
    return ENT_MATRIX_TONE_NONE;

  return ent_role_code_get_tone (code);
}

static EntMatrixMark
severity_to_mark (int severity)
{
  switch (severity)
    {
    case ENT_ROLE_CHECKS_NONE:
      return ENT_MATRIX_MARK_NONE;
    case ENT_FINDING_ACT_NOW:
      return ENT_MATRIX_MARK_ERROR;
    default:
      return ENT_MATRIX_MARK_NOTE;
    }
}

static EntMatrixMark
ent_role_matrix_get_cell_mark (EntMatrixModel *model, guint row, guint column)
{
  return severity_to_mark (ent_role_checks_get_cell_severity (ENT_ROLE_MATRIX (model)->checks,
                                                              row, column));
}

static EntMatrixMark
ent_role_matrix_get_row_mark (EntMatrixModel *model, guint row)
{
  return severity_to_mark (ent_role_checks_get_row_severity (ENT_ROLE_MATRIX (model)->checks, row));
}

static EntMatrixMark
ent_role_matrix_get_column_mark (EntMatrixModel *model, guint column)
{
  return severity_to_mark (ent_role_checks_get_column_severity (ENT_ROLE_MATRIX (model)->checks,
                                                                column));
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

/* --- Editing --------------------------------------------------------------------------------- */

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
  g_autofree char *task = ent_phrase_name (get_task_title (self, row));
  g_autofree char *role = ent_phrase_name (get_role_title (self, column));

  if (code == ENT_ROLE_CHART_EMPTY)
    /* Translators: a step that can be undone; a role, a task */
    return g_strdup_printf (_("Clear %s for %s"), role, task);

  /* Translators: a step that can be undone; a role, a letter, a task */
  return g_strdup_printf (_("Set %s to %s for %s"), role, ent_role_code_get_letters (code), task);
}

static gboolean
check_can_edit (EntRoleMatrix *self, GError **error)
{
  if (!ent_project_is_read_only (get_project (self)))
    return TRUE;

  g_set_error_literal (error, ENT_MODEL_ERROR, ENT_MODEL_ERROR_READ_ONLY,
                       _("This project can be read only. Save a copy to change it."));

  return FALSE;
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

  if (!check_can_edit (self, error))
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

/* Takes a title for a task: without spaces around, not empty, short enough for its field. */
static gboolean
set_title (EntRecord *task, const char *title, GError **error)
{
  g_autofree char *stripped = g_strstrip (g_strdup (title));
  g_auto(EntValue) value = ENT_VALUE_INIT;

  if (*stripped == '\0')
    {
      g_set_error_literal (error, ENT_MODEL_ERROR, ENT_MODEL_ERROR_VALUE,
                           _("A task needs a title. Type what is to be done."));
      return FALSE;
    }
  value = ent_value_take_string (g_steal_pointer (&stripped));

  return ent_record_set (task, ENT_TASK_TITLE, &value, error);
}

static gboolean
ent_role_matrix_append_row (EntMatrixModel *model, const char *title, GError **error)
{
  EntRoleMatrix *self = ENT_ROLE_MATRIX (model);
  g_autoptr(EntRecord) task = ent_record_new (ENT_KIND_TASK);
  g_autoptr(EntTransaction) step = NULL;
  g_autofree char *name = NULL;
  g_autofree char *label = NULL;

  if (!check_can_edit (self, error) || !set_title (task, title, error))
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
  g_autoptr(EntTransaction) step = NULL;
  g_autofree char *name = ent_phrase_quote (get_task_title (self, row));
  g_autofree char *label = NULL;

  if (!check_can_edit (self, error))
    return FALSE;

  /* Translators: a step that can be undone; a task in quotation marks */
  label = g_strdup_printf (_("Rename task %s"), name);
  step = ent_project_begin (get_project (self), label);
  if (!set_title (ent_role_chart_get_task (self->chart, row), title, error))
    return FALSE;
  ent_transaction_commit (step);

  return TRUE;
}

static gpointer
ent_role_matrix_begin_edit (EntMatrixModel *model, const char *label)
{
  return ent_project_begin (get_project (ENT_ROLE_MATRIX (model)), label);
}

static void
ent_role_matrix_end_edit (EntMatrixModel *model, gpointer edit, gboolean commit)
{
  g_autoptr(EntTransaction) step = edit;

  if (commit)
    ent_transaction_commit (step);
}

/* --- Following the chart --------------------------------------------------------------------- */

/* Runs after the findings were brought up to date: they were connected to the chart first. */
static void
on_updated (EntRoleMatrix *self, const EntRoleChartUpdate *update)
{
  EntMatrixModel *model = ENT_MATRIX_MODEL (self);
  guint n_rows = ent_role_chart_get_n_tasks (self->chart);
  guint n_columns = ent_role_chart_get_n_roles (self->chart);
  GHashTableIter iter;
  gpointer record;

  if (update->layout)
    {
      ent_matrix_model_layout_changed (model);
      return;
    }
  if (update->size)
    {
      ent_matrix_model_changed (model, 0, 0, n_rows, n_columns);
      return;
    }

  g_hash_table_iter_init (&iter, update->tasks);
  while (g_hash_table_iter_next (&iter, &record, NULL))
    ent_matrix_model_changed (model, (guint) ent_role_chart_find_task (self->chart, record), 0,
                              1, n_columns);
  g_hash_table_iter_init (&iter, update->roles);
  while (g_hash_table_iter_next (&iter, &record, NULL))
    ent_matrix_model_changed (model, 0, (guint) ent_role_chart_find_role (self->chart, record),
                              n_rows, 1);
}

/* Other marks, the same letters. */
static void
on_asked_again (EntRoleMatrix *self)
{
  ent_matrix_model_changed (ENT_MATRIX_MODEL (self), 0, 0,
                            ent_role_chart_get_n_tasks (self->chart),
                            ent_role_chart_get_n_roles (self->chart));
}

static void
ent_role_matrix_model_init (EntMatrixModelInterface *iface)
{
  iface->get_n_rows = ent_role_matrix_get_n_rows;
  iface->get_n_columns = ent_role_matrix_get_n_columns;
  iface->dup_rows_label = ent_role_matrix_dup_rows_label;
  iface->dup_row_title = ent_role_matrix_dup_row_title;
  iface->dup_row_description = ent_role_matrix_dup_row_description;
  iface->dup_column_title = ent_role_matrix_dup_column_title;
  iface->dup_column_description = ent_role_matrix_dup_column_description;
  iface->dup_column_detail = ent_role_matrix_dup_column_detail;
  iface->get_column_group = ent_role_matrix_get_column_group;
  iface->dup_group_title = ent_role_matrix_dup_group_title;
  iface->get_cell_text = ent_role_matrix_get_cell_text;
  iface->get_cell_tone = ent_role_matrix_get_cell_tone;
  iface->get_cell_mark = ent_role_matrix_get_cell_mark;
  iface->dup_cell_description = ent_role_matrix_dup_cell_description;
  iface->get_row_mark = ent_role_matrix_get_row_mark;
  iface->get_column_mark = ent_role_matrix_get_column_mark;
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

static void
ent_role_matrix_dispose (GObject *object)
{
  EntRoleMatrix *self = ENT_ROLE_MATRIX (object);

  if (self->chart != NULL)
    g_signal_handlers_disconnect_by_data (self->chart, self);
  if (self->checks != NULL)
    g_signal_handlers_disconnect_by_data (self->checks, self);
  g_clear_object (&self->chart);
  g_clear_object (&self->checks);

  G_OBJECT_CLASS (ent_role_matrix_parent_class)->dispose (object);
}

static void
ent_role_matrix_class_init (EntRoleMatrixClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ent_role_matrix_dispose;
}

static void
ent_role_matrix_init (EntRoleMatrix *self)
{
}

/**
 * ent_role_matrix_new:
 * @chart: a role chart
 * @checks: (nullable): its findings; made here if %NULL
 *
 * Returns: (transfer full): the chart as a matrix
 */
EntRoleMatrix *
ent_role_matrix_new (EntRoleChart *chart, EntRoleChecks *checks)
{
  EntRoleMatrix *self;

  g_return_val_if_fail (ENT_IS_ROLE_CHART (chart), NULL);
  g_return_val_if_fail (checks == NULL || ent_role_checks_get_chart (checks) == chart, NULL);

  self = g_object_new (ENT_TYPE_ROLE_MATRIX, NULL);
  self->chart = g_object_ref (chart);
  self->checks = checks != NULL ? g_object_ref (checks) : ent_role_checks_new (chart);
  g_signal_connect_object (chart, "updated", G_CALLBACK (on_updated), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->checks, "asked-again", G_CALLBACK (on_asked_again), self,
                           G_CONNECT_SWAPPED);

  return self;
}

/**
 * ent_role_matrix_get_chart:
 * @self: a role matrix
 *
 * Returns: (transfer none): the chart it shows
 */
EntRoleChart *
ent_role_matrix_get_chart (EntRoleMatrix *self)
{
  g_return_val_if_fail (ENT_IS_ROLE_MATRIX (self), NULL);

  return self->chart;
}

/**
 * ent_role_matrix_get_checks:
 * @self: a role matrix
 *
 * Returns: (transfer none): the findings it marks
 */
EntRoleChecks *
ent_role_matrix_get_checks (EntRoleMatrix *self)
{
  g_return_val_if_fail (ENT_IS_ROLE_MATRIX (self), NULL);

  return self->checks;
}
