/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Transactions: changes under one name, taken back unless committed. Inner ones fold into the
 * outermost, which makes the undo step and tells the project's readers, once. */
#include "config.h"

#include "model/ent-project-private.h"

#include <glib/gi18n.h>

struct _EntTransaction {
  EntProject *project;
  char *label;
  guint mark; /* how many changes there were when it began */
  gboolean committed;
};

/**
 * ent_project_begin:
 * @self: a project
 * @label: (nullable): the step's name, for people, such as “Delete Partner “Riverside Trust””; with
 *   %NULL the first change gives the name
 *
 * Begins a transaction. Free it with ent_transaction_free(), best by g_autoptr: whatever was not
 * committed by then is taken back.
 *
 * Returns: (transfer full): the transaction
 */
EntTransaction *
ent_project_begin (EntProject *self, const char *label)
{
  EntTransaction *transaction;

  g_return_val_if_fail (ENT_IS_PROJECT (self), NULL);

  transaction = g_new0 (EntTransaction, 1);
  transaction->project = g_object_ref (self);
  transaction->label = g_strdup (label);
  transaction->mark = self->pending->len;
  self->depth++;

  return transaction;
}

static char *
name_change (const EntChange *change)
{
  const EntKindInfo *info = ent_record_get_info (change->record);
  g_autofree char *title = ent_record_dup_title (change->record);
  const char *kind = ent_kind_get_label (info->kind, FALSE);

  switch (change->type)
    {
    case ENT_CHANGE_SET:
      /* The name it had is the one people know it by. */
      if ((int) change->field == info->title_field && change->old_value.form == ENT_VALUE_STRING)
        {
          g_free (title);
          title = g_strdup (change->old_value.s);
        }
      /* Translators: the first is a field such as Mission, the second a record's title */
      return g_strdup_printf (_("Change %s of “%s”"),
                              ent_field_get_label (&info->fields[change->field]), title);
    case ENT_CHANGE_INSERT:
      /* Translators: the first is a kind such as Partner, the second a record's title */
      return g_strdup_printf (_("Add %s “%s”"), kind, title);
    case ENT_CHANGE_REMOVE:
      return g_strdup_printf (_("Delete %s “%s”"), kind, title);
    case ENT_CHANGE_MOVE:
    default:
      return g_strdup_printf (_("Move %s “%s”"), kind, title);
    }
}

static void
finish_step (EntProject *project, const char *label)
{
  g_autofree char *name = NULL;
  GPtrArray *changes = project->pending;
  gboolean joins;

  project->pending = g_ptr_array_new_with_free_func ((GDestroyNotify) ent_change_free);
  if (changes->len == 0)
    {
      g_ptr_array_unref (changes);
      return;
    }

  name = label != NULL ? g_strdup (label) : name_change (g_ptr_array_index (changes, 0));
  g_ptr_array_ref (changes);
  joins = ent_history_record (project->history, name, changes);
  _ent_project_emit_committed (project, &(EntChangeSet) { name, ENT_CHANGE_EDIT, joins, changes });
  g_ptr_array_unref (changes);
}

/**
 * ent_transaction_commit:
 * @self: a transaction
 *
 * Keeps its changes. If it is the outermost, they become one undo step and the project emits
 * "committed"; a transaction without changes leaves no trace. Commit once, then free.
 */
void
ent_transaction_commit (EntTransaction *self)
{
  g_return_if_fail (self != NULL && !self->committed);

  self->committed = TRUE;
  if (--self->project->depth == 0)
    finish_step (self->project, self->label);
}

static void
roll_back (EntProject *project, guint mark)
{
  for (guint i = project->pending->len; i > mark; i--)
    {
      g_autoptr(EntChange) back = ent_change_invert (g_ptr_array_index (project->pending, i - 1));

      _ent_project_apply (project, back);
      g_ptr_array_remove_index (project->pending, i - 1);
    }
}

/**
 * ent_transaction_free:
 * @self: (transfer full): a transaction
 *
 * Ends it. Takes its changes back unless it was committed.
 */
void
ent_transaction_free (EntTransaction *self)
{
  g_return_if_fail (self != NULL);

  if (!self->committed)
    {
      roll_back (self->project, self->mark);
      /* An outer transaction may go on; without one nothing has happened. */
      self->project->depth--;
    }
  g_object_unref (self->project);
  g_free (self->label);
  g_free (self);
}
