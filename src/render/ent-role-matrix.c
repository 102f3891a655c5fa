/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The role chart as a matrix: what is in its cells and headers, and how that is said in words. It
 * reads the chart and its findings; ent-role-matrix-edit.c takes what is typed. */
#include "config.h"

#include "render/ent-role-matrix-private.h"

#include "render/ent-matrix-project-private.h"

#include <glib/gi18n.h>

static void ent_role_matrix_model_init (EntMatrixModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (EntRoleMatrix, ent_role_matrix, G_TYPE_OBJECT,
  G_IMPLEMENT_INTERFACE (ENT_TYPE_MATRIX_MODEL, ent_role_matrix_model_init))

/* --- Names ----------------------------------------------------------------------------------- */

static EntRecord *
get_partner (EntRoleMatrix *self, guint column)
{
  return ent_role_chart_get_group_partner (self->chart,
                                           ent_role_chart_get_group (self->chart, column));
}

static char *
dup_name (const char *name)
{
  return g_strdup (_ent_matrix_project_name (name));
}

static char *
ent_role_matrix_dup_rows_label (EntMatrixModel *model)
{
  return g_strdup (ent_kind_get_label (ENT_KIND_TASK, TRUE));
}

static char *
ent_role_matrix_dup_row_title (EntMatrixModel *model, guint row)
{
  return g_strdup (role_matrix_get_task_title (ENT_ROLE_MATRIX (model), row));
}

static char *
ent_role_matrix_dup_column_title (EntMatrixModel *model, guint column)
{
  return dup_name (role_matrix_get_role_title (ENT_ROLE_MATRIX (model), column));
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
                                       : ent_record_get_string (partner, ENT_PARTNER_NAME));
}

/* What a screen reader says of a task or role: its name and every finding about it. */
static char *
describe_record (EntRoleMatrix *self, const char *name, EntRecord *record)
{
  g_autoptr(GString) text = g_string_new (name);
  g_autoptr(GPtrArray) findings = ent_checks_dup_findings_of (ENT_CHECKS (self->checks), record);

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
  g_autofree char *title = dup_name (role_matrix_get_task_title (self, row));
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
  g_autofree char *title = dup_name (role_matrix_get_role_title (self, column));

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
  g_autofree char *task = dup_name (role_matrix_get_task_title (self, row));
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
  _ent_role_matrix_init_editing (iface);
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
