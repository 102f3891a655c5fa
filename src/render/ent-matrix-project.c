/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What matrices over a project share. All editing goes through the project's gate. */
#include "config.h"

#include "render/ent-matrix-project-private.h"

#include <glib/gi18n.h>

/* What stands for a record in headers and words: its name, or that it has none yet. */
const char *
_ent_matrix_project_name (const char *name)
{
  return *name != '\0' ? name : _("(no name)");
}

/* Whether @project may be changed at all. */
gboolean
_ent_matrix_project_check (EntProject *project, GError **error)
{
  if (!ent_project_is_read_only (project))
    return TRUE;

  g_set_error_literal (error, ENT_MODEL_ERROR, ENT_MODEL_ERROR_READ_ONLY,
                       _("This project can be read only. Save a copy to change it."));

  return FALSE;
}

/* Takes a title for a record: without spaces around, short enough for its field, and not empty, which
 * @empty complains about. */
gboolean
_ent_matrix_project_title (EntRecord *record, guint field, const char *title, const char *empty,
                           GError **error)
{
  g_autofree char *stripped = g_strstrip (g_strdup (title));
  g_auto(EntValue) value = ENT_VALUE_INIT;

  if (*stripped == '\0')
    {
      g_set_error_literal (error, ENT_MODEL_ERROR, ENT_MODEL_ERROR_VALUE, empty);
      return FALSE;
    }
  value = ent_value_take_string (g_steal_pointer (&stripped));

  return ent_record_set (record, field, &value, error);
}

/* The same for a record of a project, as one step named @label. */
gboolean
_ent_matrix_project_rename (EntProject *project, EntRecord *record, guint field, const char *title,
                            const char *label, const char *empty, GError **error)
{
  g_autoptr(EntTransaction) step = NULL;

  if (!_ent_matrix_project_check (project, error))
    return FALSE;

  step = ent_project_begin (project, label);
  if (!_ent_matrix_project_title (record, field, title, empty, error))
    return FALSE;
  ent_transaction_commit (step);

  return TRUE;
}

/* Ends the step that a view began; takes it back unless @commit. */
void
_ent_matrix_project_end (gpointer edit, gboolean commit)
{
  g_autoptr(EntTransaction) step = edit;

  if (commit)
    ent_transaction_commit (step);
}
