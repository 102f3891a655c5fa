/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads steps that ent_step_write() has written and does them through the gate. The text comes from
 * a file, which may have been written by anybody: nothing is taken from it that a project file could
 * not hold, and a step that does not fit leaves no trace.
 *
 * States have other numbers here than where the step was written. They are brought together, so that
 * a step that was undone is undone here, and does not become another step that does the contrary. */
#include "config.h"

#include "model/ent-replay.h"

#include "model/ent-json-record.h"
#include "model/ent-project-private.h"

#include <glib/gi18n.h>
#include <string.h>

struct _EntReplay {
  EntProject *project;
  GHashTable *states; /* number of a state in the texts → its number here */
  gboolean resumed;   /* the texts have the numbers of a replay like this one */
};

/* A step being read. */
typedef struct {
  EntReplay *replay;
  EntJsonRecordReader records;
  EntChangeOrigin origin;
  char *label;
  guint64 from;
  guint64 to;
  gboolean joins;
  gboolean resumes;
  EntTransaction *transaction; /* once the changes have begun */
  EntKind insert_kind;
  guint insert_at;
  guint n_inserts;             /* records that are still to come */
  gboolean failed;
} Step;

static void
step_clear (Step *step)
{
  g_clear_pointer (&step->transaction, ent_transaction_free);
  g_clear_object (&step->records.parser);
  g_clear_object (&step->records.problems);
  g_clear_pointer (&step->label, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Step, step_clear)

/* --- parts of a step ------------------------------------------------------ */

static const EntJsonRange *
find_member (const EntJsonItem *item,
             const char        *name)
{
  for (guint i = 0; i < item->n_members; i++)
    if (ent_json_name_equal (item->members[i].name, item->members[i].name_length, name))
      return &item->members[i].value;
  return NULL;
}

static char *
dup_text (Step              *step,
          const EntJsonItem *item,
          const char        *name)
{
  const EntJsonRange *range = find_member (item, name);

  return range != NULL ? ent_json_dup_text (step->records.bytes, range) : NULL;
}

static gboolean
read_number (Step               *step,
             const EntJsonRange *range,
             guint64            *number)
{
  g_autofree char *text = NULL;

  if (range == NULL || range->type != ENT_JSON_NUMBER)
    return FALSE;
  text = g_strndup (step->records.bytes + range->start, range->end - range->start);
  return g_ascii_string_to_unsigned (text, 10, 0, G_MAXUINT64, number, NULL);
}

/* Returns G_MAXUINT where there is none. */
static guint
read_count (Step              *step,
            const EntJsonItem *item,
            const char        *name)
{
  guint64 number;

  if (!read_number (step, find_member (item, name), &number) || number >= G_MAXUINT)
    return G_MAXUINT;
  return (guint) number;
}

static EntRecord *
find_record (Step              *step,
             const EntJsonItem *item,
             const char        *name)
{
  g_autofree char *id = dup_text (step, item, name);

  return id != NULL ? ent_project_lookup (step->replay->project, id) : NULL;
}

/* --- changes --------------------------------------------------------------- */

static gboolean
read_value (Step              *step,
            const EntJsonItem *item,
            const EntField    *field,
            EntValue          *value)
{
  const EntJsonRange *range = find_member (item, "to");
  g_autofree char *raw = dup_text (step, item, "raw");

  if (raw != NULL)
    {
      g_auto(EntJsonError) fault = { ENT_JSON_OK, };

      if (!ent_json_scan (raw, strlen (raw), NULL, NULL, &fault))
        return FALSE;
      *value = ent_value_take_raw (g_steal_pointer (&raw));
      return TRUE;
    }
  *value = (EntValue) ENT_VALUE_INIT;
  if (range == NULL || range->type == ENT_JSON_NULL)
    return range != NULL;
  return ent_json_read_value (&step->records, field, range, value);
}

static gboolean
do_set (Step              *step,
        const EntJsonItem *item)
{
  EntProject *project = step->replay->project;
  EntRecord *record = find_member (item, "of") != NULL ? find_record (step, item, "of")
                                                       : ent_project_get_info (project);
  g_autofree char *name = dup_text (step, item, "set");
  const EntKindInfo *info = record != NULL ? ent_record_get_info (record) : NULL;
  int field = info != NULL && name != NULL ? ent_kind_find_field (info, name) : -1;
  g_auto(EntValue) value = ENT_VALUE_INIT;
  g_auto(EntValue) old = ENT_VALUE_INIT;

  if (field < 0 || (info->fields[field].flags & ENT_FIELD_KEY) != 0 ||
      !read_value (step, item, &info->fields[field], &value))
    return FALSE;
  old = ent_record_dup_value (record, (guint) field);
  _ent_project_perform (project, ent_change_new_set (record, (guint) field, &old, &value));
  return TRUE;
}

static gboolean
do_remove (Step              *step,
           const EntJsonItem *item)
{
  EntRecord *record = find_record (step, item, "remove");

  if (record == NULL || record == ent_project_get_info (step->replay->project))
    return FALSE;
  _ent_project_perform (step->replay->project,
                        ent_change_new_place (ENT_CHANGE_REMOVE, record,
                                              ent_record_get_position (record), 0));
  return TRUE;
}

static gboolean
do_move (Step              *step,
         const EntJsonItem *item)
{
  EntProject *project = step->replay->project;
  EntRecord *record = find_record (step, item, "move");
  guint at = read_count (step, item, "at");

  if (record == NULL || record == ent_project_get_info (project) ||
      at >= ent_project_get_n_records (project, ent_record_get_kind (record)))
    return FALSE;
  _ent_project_perform (project, ent_change_new_place (ENT_CHANGE_MOVE, record, at,
                                                       ent_record_get_position (record)));
  return TRUE;
}

/* The records come next. */
static gboolean
begin_inserts (Step              *step,
               const EntJsonItem *item)
{
  g_autofree char *list = dup_text (step, item, "insert");
  int kind = list != NULL ? ent_kind_find_list (list, -1) : -1;
  guint n;

  step->insert_at = read_count (step, item, "at");
  step->n_inserts = read_count (step, item, "count");
  if (kind <= ENT_KIND_PROJECT)
    return FALSE;
  step->insert_kind = (EntKind) kind;
  n = ent_project_get_n_records (step->replay->project, step->insert_kind);
  return step->insert_at <= n && step->n_inserts > 0 &&
         step->n_inserts <= ENT_LIST_MAX_RECORDS - MIN (n, ENT_LIST_MAX_RECORDS);
}

static gboolean
insert_record (Step              *step,
               const EntJsonItem *item)
{
  EntProject *project = step->replay->project;
  g_autoptr(EntRecord) record = ent_json_read_record (&step->records, step->insert_kind, item);

  if (record == NULL || ent_project_lookup (project, ent_record_get_id (record)) != NULL)
    return FALSE;
  _ent_project_perform (project, ent_change_new_place (ENT_CHANGE_INSERT, record,
                                                       step->insert_at++, 0));
  step->n_inserts--;
  return TRUE;
}

static gboolean
do_change (Step              *step,
           const EntJsonItem *item)
{
  static const struct {
    const char *name;
    gboolean (*run) (Step *step, const EntJsonItem *item);
  } changes[] = {
    { "set", do_set },
    { "remove", do_remove },
    { "move", do_move },
    { "insert", begin_inserts },
  };

  if (item->range.type != ENT_JSON_OBJECT)
    return FALSE;
  if (step->n_inserts > 0)
    return insert_record (step, item);
  for (gsize i = 0; i < G_N_ELEMENTS (changes); i++)
    if (find_member (item, changes[i].name) != NULL)
      return changes[i].run (step, item);
  return FALSE;
}

/* --- steps ------------------------------------------------------------------ */

static gboolean
finds_state (Step    *step,
             guint64  state,
             guint64 *here)
{
  gpointer found = NULL;

  if (g_hash_table_lookup_extended (step->replay->states, &state, NULL, &found))
    *here = *(guint64 *) found;
  else
    *here = state;
  return found != NULL || step->replay->resumed;
}

/* Whether the step is one that the history knows. What was done before the texts begin, it does
 * not. */
static gboolean
is_known (Step *step)
{
  EntHistory *history = ent_project_get_history (step->replay->project);
  guint64 here;

  return step->origin != ENT_CHANGE_EDIT && finds_state (step, step->to, &here) &&
         ent_history_leads_to (history, here, step->origin == ENT_CHANGE_UNDO);
}

static void
put_state (EntReplay *self,
           guint64    state)
{
  EntHistory *history = ent_project_get_history (self->project);
  guint64 here = ent_history_get_state (history);

  g_hash_table_insert (self->states, g_memdup2 (&state, sizeof state),
                       g_memdup2 (&here, sizeof here));
}

static gboolean
read_head (Step              *step,
           const EntJsonItem *item)
{
  static const struct {
    const char *name;
    EntChangeOrigin origin;
  } origins[] = {
    { "edit", ENT_CHANGE_EDIT },
    { "undo", ENT_CHANGE_UNDO },
    { "redo", ENT_CHANGE_REDO },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (origins); i++)
    if (ent_json_name_equal (item->name, item->name_length, origins[i].name))
      {
        step->origin = origins[i].origin;
        g_free (step->label);
        step->label = ent_json_dup_text (step->records.bytes, &item->range);
        return step->label != NULL;
      }
  if (ent_json_name_equal (item->name, item->name_length, "from"))
    return read_number (step, &item->range, &step->from);
  if (ent_json_name_equal (item->name, item->name_length, "to"))
    return read_number (step, &item->range, &step->to);
  if (ent_json_name_equal (item->name, item->name_length, "joins"))
    step->joins = TRUE;
  else if (ent_json_name_equal (item->name, item->name_length, "resume"))
    step->resumes = TRUE;
  return TRUE;
}

static void
on_item (const EntJsonItem *item,
         gpointer           user_data)
{
  Step *step = user_data;

  if (step->failed)
    return;
  if (!item->is_element)
    {
      step->failed = !read_head (step, item);
      return;
    }
  if (step->label == NULL)
    {
      step->failed = TRUE;
      return;
    }
  if (is_known (step))
    return;
  if (step->transaction == NULL)
    step->transaction = ent_project_begin (step->replay->project, step->label);
  step->failed = !do_change (step, item);
}

static gboolean
fail (GError     **error,
      const char  *label)
{
  if (label != NULL)
    g_set_error (error, ENT_MODEL_ERROR, ENT_MODEL_ERROR_VALUE,
                 _("The step “%s” does not fit what was there before it."), label);
  else
    g_set_error_literal (error, ENT_MODEL_ERROR, ENT_MODEL_ERROR_SYNTAX,
                         _("A step cannot be read."));
  return FALSE;
}

static void
finish (Step *step)
{
  EntHistory *history = ent_project_get_history (step->replay->project);

  if (is_known (step))
    {
      if (step->origin == ENT_CHANGE_UNDO)
        ent_history_undo (history);
      else
        ent_history_redo (history);
      return;
    }
  if (!step->joins)
    ent_history_seal (history);
  if (step->transaction != NULL)
    ent_transaction_commit (step->transaction);
}

/* The states of a replay have the same numbers each time. */
static gboolean
resume (EntReplay *self)
{
  self->resumed = TRUE;
  g_hash_table_remove_all (self->states);
  ent_history_seal (ent_project_get_history (self->project));
  return TRUE;
}

/**
 * ent_replay_new:
 * @project: a project as it was before the first step
 *
 * Returns: (transfer full): what does steps again on @project
 */
EntReplay *
ent_replay_new (EntProject *project)
{
  EntReplay *self;

  g_return_val_if_fail (ENT_IS_PROJECT (project), NULL);

  self = g_new0 (EntReplay, 1);
  self->project = g_object_ref (project);
  self->states = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  return self;
}

/**
 * ent_replay_step:
 * @self: a replay
 * @text: the next step, as ent_step_write() has written it
 * @error: (out) (optional): why it cannot be done, for people
 *
 * Does the step: an edit becomes a step that can be undone, what was undone or done again is so
 * here.
 *
 * Returns: whether it was done; if not, the project is as it was, and later steps make no sense
 */
gboolean
ent_replay_step (EntReplay   *self,
                 const char  *text,
                 GError     **error)
{
  const EntJsonVisitor visitor = { on_item, NULL };
  g_auto(Step) step = { .replay = self };
  g_auto(EntJsonError) fault = { ENT_JSON_OK, };

  g_return_val_if_fail (self != NULL && text != NULL, FALSE);

  if (!_ent_project_can_replay (self->project))
    return fail (error, NULL);
  step.records.bytes = text;
  step.records.parser = json_parser_new ();
  step.records.problems = ent_problem_list_new ();
  if (!ent_json_scan (text, strlen (text), &visitor, &step, &fault) ||
      (step.label == NULL) != step.resumes)
    return fail (error, NULL);
  if (step.resumes)
    return resume (self);
  if (step.failed || step.n_inserts > 0)
    return fail (error, step.label);
  if (g_hash_table_size (self->states) == 0)
    put_state (self, step.from);
  finish (&step);
  put_state (self, step.to);
  return TRUE;
}

/**
 * ent_replay_free:
 * @self: (transfer full): a replay
 *
 * Ends it. The project stays as it is.
 */
void
ent_replay_free (EntReplay *self)
{
  g_return_if_fail (self != NULL);

  g_object_unref (self->project);
  g_hash_table_unref (self->states);
  g_free (self);
}
