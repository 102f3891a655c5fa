/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Undo and redo. A step is the changes of one transaction and the number of the state it led to;
 * "modified" is a comparison of such numbers, so undoing back to the saved state is clean again. */
#include "config.h"

#include "model/ent-history.h"
#include "model/ent-project-private.h"

/* What a project's undo steps may take of memory before the oldest are forgotten. */
#define DEFAULT_LIMIT (16 * 1024 * 1024)

typedef struct {
  char *label;
  GPtrArray *changes; /* (element-type EntChange) */
  guint64 before;
  guint64 after;
  gsize weight;
} EntStep;

struct _EntHistory {
  GObject parent_instance;

  EntProject *project; /* not owned: the project owns its history */
  GQueue done;         /* of EntStep, the latest at the head */
  GQueue undone;       /* of EntStep, the next to redo at the head */
  guint64 state;
  guint64 last_state;  /* numbers are never used twice */
  gsize weight;
  gsize limit;
  gboolean sealed;
};

enum {
  PROP_CAN_UNDO = 1,
  PROP_CAN_REDO,
  PROP_UNDO_LABEL,
  PROP_REDO_LABEL,
  PROP_STATE,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (EntHistory, ent_history, G_TYPE_OBJECT)

static void
step_free (gpointer data)
{
  EntStep *step = data;

  g_free (step->label);
  g_ptr_array_unref (step->changes);
  g_free (step);
}

static gsize
step_weigh (EntStep *step)
{
  gsize weight = sizeof (EntStep);

  for (guint i = 0; i < step->changes->len; i++)
    weight += ent_change_weight (g_ptr_array_index (step->changes, i));

  return weight;
}

static void
clear_queue (EntHistory *self, GQueue *queue)
{
  EntStep *step;

  while ((step = g_queue_pop_head (queue)) != NULL)
    {
      self->weight -= step->weight;
      step_free (step);
    }
}

static void
ent_history_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  EntHistory *self = ENT_HISTORY (object);

  switch (prop_id)
    {
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, ent_history_can_undo (self));
      break;
    case PROP_CAN_REDO:
      g_value_set_boolean (value, ent_history_can_redo (self));
      break;
    case PROP_UNDO_LABEL:
      g_value_set_string (value, ent_history_get_undo_label (self));
      break;
    case PROP_REDO_LABEL:
      g_value_set_string (value, ent_history_get_redo_label (self));
      break;
    case PROP_STATE:
      g_value_set_uint64 (value, self->state);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ent_history_finalize (GObject *object)
{
  EntHistory *self = ENT_HISTORY (object);

  clear_queue (self, &self->done);
  clear_queue (self, &self->undone);

  G_OBJECT_CLASS (ent_history_parent_class)->finalize (object);
}

static void
ent_history_class_init (EntHistoryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = ent_history_get_property;
  object_class->finalize = ent_history_finalize;

  props[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, flags);
  props[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, flags);
  props[PROP_UNDO_LABEL] = g_param_spec_string ("undo-label", NULL, NULL, NULL, flags);
  props[PROP_REDO_LABEL] = g_param_spec_string ("redo-label", NULL, NULL, NULL, flags);
  props[PROP_STATE] = g_param_spec_uint64 ("state", NULL, NULL, 0, G_MAXUINT64, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
ent_history_init (EntHistory *self)
{
  g_queue_init (&self->done);
  g_queue_init (&self->undone);
  self->limit = DEFAULT_LIMIT;
}

/**
 * ent_history_new:
 * @project: the project whose steps these are; not owned
 *
 * Returns: (transfer full): a history with no steps, in state 0
 */
EntHistory *
ent_history_new (EntProject *project)
{
  EntHistory *self = g_object_new (ENT_TYPE_HISTORY, NULL);

  self->project = project;

  return self;
}

/**
 * ent_history_can_undo:
 * @self: a history
 *
 * Returns: whether there is a step to undo
 */
gboolean
ent_history_can_undo (EntHistory *self)
{
  g_return_val_if_fail (ENT_IS_HISTORY (self), FALSE);

  return !g_queue_is_empty (&self->done);
}

/**
 * ent_history_can_redo:
 * @self: a history
 *
 * Returns: whether there is a step to redo
 */
gboolean
ent_history_can_redo (EntHistory *self)
{
  g_return_val_if_fail (ENT_IS_HISTORY (self), FALSE);

  return !g_queue_is_empty (&self->undone);
}

static const char *
head_label (GQueue *queue)
{
  EntStep *step = g_queue_peek_head (queue);

  return step != NULL ? step->label : NULL;
}

/**
 * ent_history_get_undo_label:
 * @self: a history
 *
 * Returns: (nullable): the name of the step that undo takes back
 */
const char *
ent_history_get_undo_label (EntHistory *self)
{
  g_return_val_if_fail (ENT_IS_HISTORY (self), NULL);

  return head_label (&self->done);
}

/**
 * ent_history_get_redo_label:
 * @self: a history
 *
 * Returns: (nullable): the name of the step that redo does again
 */
const char *
ent_history_get_redo_label (EntHistory *self)
{
  g_return_val_if_fail (ENT_IS_HISTORY (self), NULL);

  return head_label (&self->undone);
}

/**
 * ent_history_get_state:
 * @self: a history
 *
 * Returns: the number of the project's state. Two equal numbers of one project mean equal content.
 */
guint64
ent_history_get_state (EntHistory *self)
{
  g_return_val_if_fail (ENT_IS_HISTORY (self), 0);

  return self->state;
}

/**
 * ent_history_leads_to:
 * @self: a history
 * @state: number of a state
 * @back: whether by undo, else by redo
 *
 * Returns: whether the next step in that direction leads to @state
 */
gboolean
ent_history_leads_to (EntHistory *self, guint64 state, gboolean back)
{
  EntStep *step;

  g_return_val_if_fail (ENT_IS_HISTORY (self), FALSE);

  step = g_queue_peek_head (back ? &self->done : &self->undone);

  return step != NULL && (back ? step->before : step->after) == state;
}

static void
notify_all (EntHistory *self)
{
  for (guint i = PROP_CAN_UNDO; i < N_PROPS; i++)
    g_object_notify_by_pspec (G_OBJECT (self), props[i]);
}

/* The last step stays, however heavy: what somebody just did can always be undone. */
static void
forget_oldest (EntHistory *self)
{
  while (self->weight > self->limit && g_queue_get_length (&self->done) > 1)
    {
      EntStep *step = g_queue_pop_tail (&self->done);

      self->weight -= step->weight;
      step_free (step);
    }
}

static EntChange *
get_only_set (GPtrArray *changes)
{
  EntChange *change = changes->len == 1 ? g_ptr_array_index (changes, 0) : NULL;

  return change != NULL && change->type == ENT_CHANGE_SET ? change : NULL;
}

/* Joins a set of a field to the step before it when that set the same field. Typing a word and
 * taking it back leaves no step at all, and the state from before. */
static gboolean
coalesce (EntHistory *self, GPtrArray *changes)
{
  EntStep *step = g_queue_peek_head (&self->done);
  EntChange *last = step != NULL && !self->sealed ? get_only_set (step->changes) : NULL;
  EntChange *next = get_only_set (changes);

  if (last == NULL || next == NULL || last->record != next->record || last->field != next->field)
    return FALSE;

  self->weight -= step->weight;
  ent_value_clear (&last->new_value);
  last->new_value = ent_value_copy (&next->new_value);
  if (ent_value_equal (&last->old_value, &last->new_value))
    {
      self->state = step->before;
      self->sealed = TRUE;
      step_free (g_queue_pop_head (&self->done));
      return TRUE;
    }

  step->after = self->state = ++self->last_state;
  step->weight = step_weigh (step);
  self->weight += step->weight;

  return TRUE;
}

/**
 * ent_history_record:
 * @self: a history
 * @label: the step's name, for people
 * @changes: (transfer full) (element-type EntChange): what the step did, at least one change
 *
 * Takes in a step that has been done. Called by the project, before anybody else hears of the step.
 *
 * Returns: whether it joined the step before it
 */
gboolean
ent_history_record (EntHistory *self, const char *label, GPtrArray *changes)
{
  EntStep *step;

  g_return_val_if_fail (ENT_IS_HISTORY (self), FALSE);
  g_return_val_if_fail (changes != NULL && changes->len > 0, FALSE);

  clear_queue (self, &self->undone);
  if (coalesce (self, changes))
    {
      g_ptr_array_unref (changes);
      notify_all (self);
      return TRUE;
    }

  step = g_new0 (EntStep, 1);
  step->label = g_strdup (label);
  step->changes = changes;
  step->before = self->state;
  step->after = self->state = ++self->last_state;
  step->weight = step_weigh (step);
  self->weight += step->weight;
  self->sealed = FALSE;
  g_queue_push_head (&self->done, step);
  forget_oldest (self);
  notify_all (self);

  return FALSE;
}

/**
 * ent_history_undo:
 * @self: a history
 *
 * Takes the latest step back. Of no effect while a transaction is open or where the project can be
 * read only.
 *
 * Returns: whether a step was undone
 */
gboolean
ent_history_undo (EntHistory *self)
{
  EntStep *step;

  g_return_val_if_fail (ENT_IS_HISTORY (self), FALSE);

  if (!_ent_project_can_replay (self->project) || g_queue_is_empty (&self->done))
    return FALSE;

  step = g_queue_pop_head (&self->done);
  g_queue_push_head (&self->undone, step);
  self->state = step->before;
  self->sealed = TRUE;
  _ent_project_replay (self->project, step->label, step->changes, ENT_CHANGE_UNDO);
  notify_all (self);

  return TRUE;
}

/**
 * ent_history_redo:
 * @self: a history
 *
 * Does the step again that was undone last.
 *
 * Returns: whether a step was redone
 */
gboolean
ent_history_redo (EntHistory *self)
{
  EntStep *step;

  g_return_val_if_fail (ENT_IS_HISTORY (self), FALSE);

  if (!_ent_project_can_replay (self->project) || g_queue_is_empty (&self->undone))
    return FALSE;

  step = g_queue_pop_head (&self->undone);
  g_queue_push_head (&self->done, step);
  self->state = step->after;
  self->sealed = TRUE;
  _ent_project_replay (self->project, step->label, step->changes, ENT_CHANGE_REDO);
  notify_all (self);

  return TRUE;
}

/**
 * ent_history_seal:
 * @self: a history
 *
 * Ends the step that typing goes into: the field was left, or the state was saved.
 */
void
ent_history_seal (EntHistory *self)
{
  g_return_if_fail (ENT_IS_HISTORY (self));

  self->sealed = TRUE;
}

/**
 * ent_history_set_limit:
 * @self: a history
 * @weight: bytes of memory that steps may take, about; the latest step is kept in any case
 */
void
ent_history_set_limit (EntHistory *self, gsize weight)
{
  g_return_if_fail (ENT_IS_HISTORY (self));

  self->limit = weight;
  forget_oldest (self);
  notify_all (self);
}
