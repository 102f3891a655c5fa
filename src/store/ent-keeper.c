/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes each step into a journal as soon as it is committed, undone or done again. A journal begins
 * with a version of the project that is put away on this computer; it is begun with the first step,
 * so that a project that is only looked at leaves nothing behind.
 *
 * While the project is being saved, steps are remembered besides: what was saved becomes the version
 * that the next journal begins with, and those are its first steps. The old journal goes when the
 * new one is there. Where a journal has grown long the project is put away as it is, and the next
 * journal begins with that: from the journal's side a save as well.
 *
 * A step that could not be written leaves a gap, and what comes behind a gap must not be done again:
 * from then on nothing is written until there is another version to begin with.
 */
#include "config.h"

#include "store/ent-keeper.h"

#include "model/ent-json-writer.h"
#include "model/ent-replay.h"
#include "model/ent-step-write.h"
#include "store/ent-versions.h"

/* A journal that is longer takes longer to do again than a project takes to read. */
#define STEPS_MAX 10000u
#define SIZE_MAX_BYTES ((guint64) 16 * 1024 * 1024)

struct _EntKeeper
{
  GObject parent_instance;

  EntProject *project;
  guint64 state;

  char *uri;
  char *saved;      /* digest of the file */
  char *base;       /* digest of the version that the next journal begins with */
  GBytes *pending;  /* that version, while it is not put away */

  EntJournal *journal;
  gulong journal_failed;
  GPtrArray *since; /* texts of the steps since a save has begun */
  gboolean keep_on_close;
  guint mark;       /* counts the times at which @since has begun */
  GError *trouble;
};

enum
{
  PROP_TROUBLE = 1,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (EntKeeper, ent_keeper, G_TYPE_OBJECT)

static void
set_trouble (EntKeeper *self,
             GError    *error)
{
  if (self->trouble == NULL && error == NULL)
    return;
  g_clear_error (&self->trouble);
  self->trouble = error;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TROUBLE]);
}

/* --- the journal -------------------------------------------------------------------------- */

static void
on_journal_failed (EntKeeper *self)
{
  const GError *error = ent_journal_get_error (self->journal);

  if (error != NULL && self->trouble == NULL)
    set_trouble (self, g_error_copy (error));
}

static void
set_journal (EntKeeper  *self,
             EntJournal *journal)
{
  if (self->journal != NULL)
    g_clear_signal_handler (&self->journal_failed, self->journal);
  g_set_object (&self->journal, journal);
  if (journal != NULL)
    self->journal_failed = g_signal_connect_swapped (journal, "notify::failed",
                                                     G_CALLBACK (on_journal_failed), self);
}

static void
remove_journal (EntKeeper *self)
{
  if (self->journal != NULL)
    ent_journal_remove (self->journal, NULL);
  set_journal (self, NULL);
}

static char *
dup_title (EntKeeper *self)
{
  return g_strdup (ent_record_get_string (ent_project_get_info (self->project),
                                          ENT_PROJECT_TITLE));
}

static gboolean
put_base_away (EntKeeper  *self,
               GError    **error)
{
  g_autofree char *title = dup_title (self);

  if (self->pending == NULL)
    return TRUE;
  g_clear_pointer (&self->base, g_free);
  if (!ent_versions_put (self->pending, ent_project_get_id (self->project), title,
                         ENT_VERSION_OPENED, &self->base, error))
    return FALSE;
  g_clear_pointer (&self->pending, g_bytes_unref);
  return TRUE;
}

static EntJournal *
create_journal (EntKeeper  *self,
                GError    **error)
{
  g_autofree char *title = dup_title (self);
  const EntJournalHeader header = {
    .project = (char *) ent_project_get_id (self->project),
    .title = title,
    .uri = self->uri,
    .base = self->base,
    .saved = self->saved,
    .started = g_get_real_time () / G_USEC_PER_SEC,
  };

  return ent_journal_create (&header, error);
}

/* Begins a journal with the steps that were done since the base. */
static gboolean
begin_journal (EntKeeper  *self,
               GPtrArray  *texts,
               GError    **error)
{
  g_autoptr(EntJournal) journal = NULL;

  if (!put_base_away (self, error))
    return FALSE;
  journal = create_journal (self, error);
  if (journal == NULL)
    return FALSE;
  for (guint i = 0; i < texts->len; i++)
    if (!ent_journal_append (journal, g_ptr_array_index (texts, i), error))
      {
        ent_journal_remove (journal, NULL);
        return FALSE;
      }
  set_journal (self, journal);
  return TRUE;
}

/* The new journal is on disk before the old one goes. Where there is no new one, the old one still
 * holds everything. */
static void
renew_journal (EntKeeper *self,
               GPtrArray *texts)
{
  g_autoptr(EntJournal) before = g_steal_pointer (&self->journal);
  GError *error = NULL;

  if (before != NULL)
    g_clear_signal_handler (&self->journal_failed, before);
  if (texts->len > 0 || self->keep_on_close)
    if (!begin_journal (self, texts, &error) || !ent_journal_sync (self->journal, &error))
      {
        remove_journal (self);
        set_journal (self, before);
        set_trouble (self, error);
        return;
      }
  if (before != NULL)
    ent_journal_remove (before, NULL);
  set_trouble (self, NULL);
}

/* --- snapshots -------------------------------------------------------------------------------- */

typedef struct
{
  GBytes *bytes;
  char *project;
  char *title;
  char *digest;
  guint mark;
} Snapshot;

static void
snapshot_free (gpointer data)
{
  Snapshot *self = data;

  g_bytes_unref (self->bytes);
  g_free (self->project);
  g_free (self->title);
  g_free (self->digest);
  g_free (self);
}

static void
put_snapshot_away (GTask        *task,
                   gpointer      source,
                   gpointer      task_data,
                   GCancellable *cancellable)
{
  Snapshot *snapshot = task_data;
  GError *error = NULL;

  if (ent_versions_put (snapshot->bytes, snapshot->project, snapshot->title,
                        ENT_VERSION_RECOVERED, &snapshot->digest, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* Where it did not succeed the journal just grows on, up to what a journal can be. */
static void
on_snapshot (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  EntKeeper *self = ENT_KEEPER (source);
  Snapshot *snapshot = g_task_get_task_data (G_TASK (result));
  g_autoptr(GPtrArray) since = NULL;

  /* A save has begun meanwhile, or it was closed. */
  if (snapshot->mark != self->mark || self->since == NULL)
    return;
  since = g_steal_pointer (&self->since);
  if (!g_task_propagate_boolean (G_TASK (result), NULL))
    return;
  g_free (self->base);
  self->base = g_strdup (snapshot->digest);
  g_clear_pointer (&self->pending, g_bytes_unref);
  renew_journal (self, since);
}

static void
take_snapshot (EntKeeper *self)
{
  g_autoptr(GTask) task = NULL;
  g_autoptr(GBytes) bytes = ent_project_write (self->project, NULL);
  Snapshot *snapshot;

  if (bytes == NULL)
    return;
  ent_keeper_begin_save (self);
  snapshot = g_new0 (Snapshot, 1);
  snapshot->bytes = g_steal_pointer (&bytes);
  snapshot->project = g_strdup (ent_project_get_id (self->project));
  snapshot->title = dup_title (self);
  snapshot->mark = self->mark;
  task = g_task_new (self, NULL, on_snapshot, NULL);
  g_task_set_task_data (task, snapshot, snapshot_free);
  g_task_run_in_thread (task, put_snapshot_away);
}

static gboolean
is_long (EntJournal *journal)
{
  return ent_journal_get_n_records (journal) >= STEPS_MAX ||
         ent_journal_get_size (journal) >= SIZE_MAX_BYTES;
}

/* --- steps ------------------------------------------------------------------------------------ */

static gboolean
write_step (EntKeeper   *self,
            const char  *text,
            GError     **error)
{
  g_autoptr(GPtrArray) first = NULL;

  if (self->journal != NULL)
    return ent_journal_append (self->journal, text, error);
  first = g_ptr_array_new ();
  g_ptr_array_add (first, (char *) text);
  return begin_journal (self, first, error);
}

static void
on_committed (EntProject         *project,
              const EntChangeSet *step,
              EntKeeper          *self)
{
  guint64 to = ent_history_get_state (ent_project_get_history (project));
  g_autofree char *text = ent_step_write (step, self->state, to);
  GError *error = NULL;

  self->state = to;
  if (self->since != NULL)
    g_ptr_array_add (self->since, g_strdup (text));
  if (self->trouble != NULL)
    return;
  if (!write_step (self, text, &error))
    set_trouble (self, error);
  else if (self->since == NULL && is_long (self->journal))
    take_snapshot (self);
}

/* --- the object ------------------------------------------------------------------------------- */

static void
ent_keeper_get_property (GObject    *object,
                         guint       prop_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_TROUBLE:
      g_value_set_boxed (value, ENT_KEEPER (object)->trouble);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

/* A journal that nobody has closed stays: the next start finds it. */
static void
ent_keeper_dispose (GObject *object)
{
  EntKeeper *self = ENT_KEEPER (object);

  set_journal (self, NULL);
  g_clear_object (&self->project);

  G_OBJECT_CLASS (ent_keeper_parent_class)->dispose (object);
}

static void
ent_keeper_finalize (GObject *object)
{
  EntKeeper *self = ENT_KEEPER (object);

  g_free (self->uri);
  g_free (self->saved);
  g_free (self->base);
  g_clear_pointer (&self->pending, g_bytes_unref);
  g_clear_pointer (&self->since, g_ptr_array_unref);
  g_clear_error (&self->trouble);

  G_OBJECT_CLASS (ent_keeper_parent_class)->finalize (object);
}

static void
ent_keeper_class_init (EntKeeperClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = ent_keeper_get_property;
  object_class->dispose = ent_keeper_dispose;
  object_class->finalize = ent_keeper_finalize;

  props[PROP_TROUBLE] = g_param_spec_boxed ("trouble", NULL, NULL, G_TYPE_ERROR,
                                            G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
ent_keeper_init (EntKeeper *self)
{
}

/**
 * ent_keeper_new:
 * @project: a project nobody has edited yet, or only what is in the journal that is set next
 *
 * Returns: (transfer full): what keeps the steps of @project from now on; it needs a base
 */
EntKeeper *
ent_keeper_new (EntProject *project)
{
  EntKeeper *self;

  g_return_val_if_fail (ENT_IS_PROJECT (project), NULL);

  self = g_object_new (ENT_TYPE_KEEPER, NULL);
  self->project = g_object_ref (project);
  self->state = ent_history_get_state (ent_project_get_history (project));
  g_signal_connect_object (project, "committed", G_CALLBACK (on_committed), self, 0);
  return self;
}

/**
 * ent_keeper_get_trouble:
 * @self: a keeper
 *
 * Returns: (transfer none) (nullable): why steps are not being kept, for people; %NULL if they are
 */
const GError *
ent_keeper_get_trouble (EntKeeper *self)
{
  g_return_val_if_fail (ENT_IS_KEEPER (self), NULL);

  return self->trouble;
}

/**
 * ent_keeper_set_base:
 * @self: a keeper
 * @base: what the project is now
 *
 * Says what the next journal begins with. If it is not put away yet, that is done with the first
 * step.
 */
void
ent_keeper_set_base (EntKeeper           *self,
                     const EntKeeperBase *base)
{
  g_return_if_fail (ENT_IS_KEEPER (self));
  g_return_if_fail (base != NULL && base->bytes != NULL);

  g_free (self->uri);
  self->uri = base->file != NULL ? g_file_get_uri (base->file) : NULL;
  g_free (self->saved);
  self->saved = base->saved != NULL ? ent_fingerprint_dup_digest (base->saved) : NULL;
  g_free (self->base);
  self->base = g_strdup (base->digest);
  g_clear_pointer (&self->pending, g_bytes_unref);
  if (base->digest == NULL)
    self->pending = g_bytes_ref (base->bytes);
}

/**
 * ent_keeper_resume:
 * @self: a keeper
 * @journal: a journal whose steps the project has
 *
 * Goes on with the journal of a project that was recovered.
 */
void
ent_keeper_resume (EntKeeper  *self,
                   EntJournal *journal)
{
  GError *error = NULL;

  g_return_if_fail (ENT_IS_KEEPER (self));
  g_return_if_fail (ENT_IS_JOURNAL (journal));

  set_journal (self, journal);
  if (!ent_journal_append (journal, ENT_REPLAY_RESUME, &error))
    set_trouble (self, error);
}

/**
 * ent_keeper_begin_save:
 * @self: a keeper
 *
 * The project is written as it is now: what comes after this is not in it. Ends with
 * ent_keeper_end_save() or ent_keeper_cancel_save().
 */
void
ent_keeper_begin_save (EntKeeper *self)
{
  g_return_if_fail (ENT_IS_KEEPER (self));

  ent_history_seal (ent_project_get_history (self->project));
  g_clear_pointer (&self->since, g_ptr_array_unref);
  self->since = g_ptr_array_new_with_free_func (g_free);
  self->mark++;
}

/**
 * ent_keeper_end_save:
 * @self: a keeper
 * @base: what was written
 * @confirmed: whether the disk has confirmed it; if not the journal stays even after the project is
 *   closed, until a save is confirmed
 *
 * The project was saved.
 */
void
ent_keeper_end_save (EntKeeper           *self,
                     const EntKeeperBase *base,
                     gboolean             confirmed)
{
  g_autoptr(GPtrArray) since = NULL;

  g_return_if_fail (ENT_IS_KEEPER (self));
  g_return_if_fail (self->since != NULL);

  since = g_steal_pointer (&self->since);
  self->keep_on_close = !confirmed;
  ent_keeper_set_base (self, base);
  renew_journal (self, since);
}

/**
 * ent_keeper_cancel_save:
 * @self: a keeper
 *
 * The project was not saved: the journal goes on.
 */
void
ent_keeper_cancel_save (EntKeeper *self)
{
  g_return_if_fail (ENT_IS_KEEPER (self));

  g_clear_pointer (&self->since, g_ptr_array_unref);
}

/**
 * ent_keeper_get_base:
 * @self: a keeper
 *
 * Returns: (nullable): digest of the version that the next journal begins with; %NULL while there is
 *   none on the disk
 */
const char *
ent_keeper_get_base (EntKeeper *self)
{
  g_return_val_if_fail (ENT_IS_KEEPER (self), NULL);

  return self->base;
}

/**
 * ent_keeper_sync:
 * @self: a keeper
 * @error: (out) (optional): what the disk says
 *
 * Brings every step to the disk and waits for it: for the moment before the computer sleeps or the
 * program ends. Without it that takes a second.
 *
 * Returns: whether everything is on the disk
 */
gboolean
ent_keeper_sync (EntKeeper  *self,
                 GError    **error)
{
  g_return_val_if_fail (ENT_IS_KEEPER (self), FALSE);

  return self->journal == NULL || ent_journal_sync (self->journal, error);
}

/**
 * ent_keeper_close:
 * @self: a keeper
 * @discard: whether steps were not saved, and are not wanted
 *
 * Nothing is to be kept any more. What was discarded is put aside for some days.
 */
void
ent_keeper_close (EntKeeper *self,
                  gboolean   discard)
{
  g_return_if_fail (ENT_IS_KEEPER (self));

  g_clear_pointer (&self->since, g_ptr_array_unref);
  if (self->journal != NULL && discard)
    ent_journal_move (self->journal, ENT_STATE_ASIDE, NULL);
  else if (self->journal != NULL && !self->keep_on_close)
    ent_journal_remove (self->journal, NULL);
  set_journal (self, NULL);
}
