/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The import and what is said about it. Every correction works it out again and is heard as
 * "changed"; so is an edit of the project while the window is open. */
#include "config.h"

#include "pages/ent-import-model.h"

struct _EntImportModel {
  GObject parent_instance;

  EntProject *project;
  EntImportWhat what;
  GPtrArray *rows;                   /* GStrv; NULL before there is a table */
  EntImport *import;                 /* NULL before there is a table */
  gboolean applying;
};

enum { SIGNAL_CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EntImportModel, ent_import_model, G_TYPE_OBJECT)

static void
emit_changed (EntImportModel *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
work_out (EntImportModel *self)
{
  EntImportOptions options = { 0 };

  if (self->import != NULL)
    options = *ent_import_get_options (self->import);
  g_clear_pointer (&self->import, ent_import_free);
  if (self->rows != NULL)
    self->import = ent_import_new (self->project, self->what, self->rows, &options);
  emit_changed (self);
}

static void
on_committed (EntImportModel *self)
{
  if (self->import == NULL || self->applying)
    return;
  ent_import_set_options (self->import, ent_import_get_options (self->import));
  emit_changed (self);
}

static void
ent_import_model_dispose (GObject *object)
{
  EntImportModel *self = ENT_IMPORT_MODEL (object);

  g_clear_pointer (&self->import, ent_import_free);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_object (&self->project);

  G_OBJECT_CLASS (ent_import_model_parent_class)->dispose (object);
}

static void
ent_import_model_class_init (EntImportModelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ent_import_model_dispose;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ent_import_model_init (EntImportModel *self)
{
}

/**
 * ent_import_model_new:
 * @project: a project
 * @what: what the table will hold
 *
 * Returns: (transfer full): an import without a table yet
 */
EntImportModel *
ent_import_model_new (EntProject *project, EntImportWhat what)
{
  EntImportModel *self;

  g_return_val_if_fail (ENT_IS_PROJECT (project), NULL);

  self = g_object_new (ENT_TYPE_IMPORT_MODEL, NULL);
  self->project = g_object_ref (project);
  self->what = what;
  g_signal_connect_object (project, "committed", G_CALLBACK (on_committed), self,
                           G_CONNECT_SWAPPED);

  return self;
}

/**
 * ent_import_model_get_project:
 * @self: an import
 *
 * Returns: (transfer none): the project that it goes into
 */
EntProject *
ent_import_model_get_project (EntImportModel *self)
{
  g_return_val_if_fail (ENT_IS_IMPORT_MODEL (self), NULL);

  return self->project;
}

/**
 * ent_import_model_get_what:
 * @self: an import
 *
 * Returns: what its table holds
 */
EntImportWhat
ent_import_model_get_what (EntImportModel *self)
{
  g_return_val_if_fail (ENT_IS_IMPORT_MODEL (self), ENT_IMPORT_MEASUREMENTS);

  return self->what;
}

/**
 * ent_import_model_set_what:
 * @self: an import
 * @what: what its table holds
 */
void
ent_import_model_set_what (EntImportModel *self, EntImportWhat what)
{
  g_return_if_fail (ENT_IS_IMPORT_MODEL (self));

  if (self->what == what)
    return;
  self->what = what;
  work_out (self);
}

/**
 * ent_import_model_set_rows:
 * @self: an import
 * @rows: (element-type GStrv): a table
 *
 * Takes a table in place of the one before, for what its titles are those of.
 */
void
ent_import_model_set_rows (EntImportModel *self, GPtrArray *rows)
{
  g_return_if_fail (ENT_IS_IMPORT_MODEL (self) && rows != NULL);

  g_clear_pointer (&self->import, ent_import_free);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  self->rows = g_ptr_array_ref (rows);
  self->what = ent_import_guess_what (rows, self->what);
  work_out (self);
}

/**
 * ent_import_model_get_import:
 * @self: an import
 *
 * Returns: (transfer none) (nullable): how its table is understood; %NULL before there is one. Valid
 *   until the next "changed".
 */
EntImport *
ent_import_model_get_import (EntImportModel *self)
{
  g_return_val_if_fail (ENT_IS_IMPORT_MODEL (self), NULL);

  return self->import;
}

/**
 * ent_import_model_set_options:
 * @self: an import with a table
 * @options: what is said about its table
 */
void
ent_import_model_set_options (EntImportModel *self, const EntImportOptions *options)
{
  g_return_if_fail (ENT_IS_IMPORT_MODEL (self) && self->import != NULL);

  ent_import_set_options (self->import, options);
  emit_changed (self);
}

/**
 * ent_import_model_set_has_header:
 * @self: an import with a table
 * @has_header: whether the columns have titles
 */
void
ent_import_model_set_has_header (EntImportModel *self, gboolean has_header)
{
  g_return_if_fail (ENT_IS_IMPORT_MODEL (self) && self->import != NULL);

  if (ent_import_has_header (self->import) == has_header)
    return;
  ent_import_set_has_header (self->import, has_header);
  emit_changed (self);
}

/**
 * ent_import_model_set_role:
 * @self: an import with a table
 * @column: a column
 * @role: what it holds
 */
void
ent_import_model_set_role (EntImportModel *self, guint column, guint role)
{
  g_return_if_fail (ENT_IS_IMPORT_MODEL (self) && self->import != NULL);

  if (ent_import_get_column (self->import, column)->role == role)
    return;
  ent_import_set_role (self->import, column, role);
  emit_changed (self);
}

/**
 * ent_import_model_set_name:
 * @self: an import with a table
 * @name: the number of a name
 * @answer: what it means
 * @kpi: (nullable): for %ENT_IMPORT_NAME_FOUND the KPI
 */
void
ent_import_model_set_name (EntImportModel *self, guint name, EntImportAnswer answer, EntRecord *kpi)
{
  const EntImportName *row;

  g_return_if_fail (ENT_IS_IMPORT_MODEL (self) && self->import != NULL);

  row = ent_import_get_name (self->import, name);
  if (row->answer == answer && row->kpi == kpi)
    return;
  ent_import_set_name (self->import, name, answer, kpi);
  emit_changed (self);
}

/**
 * ent_import_model_apply:
 * @self: an import with a table
 * @error: return location for an error of %ENT_MODEL_ERROR
 *
 * Enters what is understood, as one step.
 *
 * Returns: whether it was entered
 */
gboolean
ent_import_model_apply (EntImportModel *self, GError **error)
{
  gboolean done;

  g_return_val_if_fail (ENT_IS_IMPORT_MODEL (self) && self->import != NULL, FALSE);

  self->applying = TRUE;
  done = ent_import_apply (self->import, error);
  self->applying = FALSE;

  return done;
}
