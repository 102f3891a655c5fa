/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Watches the file of an open project. The system's word that something happened is only a hint,
 * for it says nothing of what other computers do on a share, and much that is no change: it makes
 * the watch look at the file, as do the window when it is used again and a timer.
 *
 * Looking is done in threads, one at a time. A share that hangs keeps that thread and nothing else;
 * so the thread holds no reference to the watch, which may go before the answer comes.
 */
#include "config.h"

#include "store/ent-file-watch-private.h"

#define HINT_DELAY_MS  200
#define LOOK_SECONDS   60

struct _EntFileWatch
{
  GObject parent_instance;

  GFile *file;
  GFileMonitor *monitor;
  EntFingerprint expected;
  EntFingerprint seen;
  char *etag;
  gint64 time;
  EntFileState state;
  guint hint_source;
  guint timer_source;
  guint epoch;
  guint n_looks;
  guint n_hints;
  gboolean has_expected : 1;
  gboolean paused : 1;
  gboolean looking : 1;
  gboolean again : 1;
};

/* What a thread works on: nothing of it belongs to the watch. */
typedef struct
{
  GWeakRef watch;
  GFile *file;
  GFileMonitor *monitor;
  EntFileLook look;
  guint epoch;
} Job;

enum
{
  PROP_FILE = 1,
  PROP_STATE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_ENUM_TYPE (EntFileState, ent_file_state,
                    G_DEFINE_ENUM_VALUE (ENT_FILE_UNCHANGED, "unchanged"),
                    G_DEFINE_ENUM_VALUE (ENT_FILE_CHANGED, "changed"),
                    G_DEFINE_ENUM_VALUE (ENT_FILE_GONE, "gone"),
                    G_DEFINE_ENUM_VALUE (ENT_FILE_UNREACHABLE, "unreachable"))

G_DEFINE_FINAL_TYPE (EntFileWatch, ent_file_watch, G_TYPE_OBJECT)

static void
job_free (gpointer data)
{
  Job *job = data;

  g_weak_ref_clear (&job->watch);
  g_clear_object (&job->file);
  g_clear_object (&job->monitor);
  g_free (job->look.etag);
  g_free (job);
}

static GTask *
job_new (EntFileWatch        *self,
         GAsyncReadyCallback  done)
{
  GTask *task = g_task_new (NULL, NULL, done, NULL);
  Job *job = g_new0 (Job, 1);

  g_weak_ref_init (&job->watch, self);
  job->file = g_object_ref (self->file);
  job->look.expected = self->expected;
  job->look.seen = self->seen;
  job->look.etag = g_strdup (self->etag);
  job->epoch = self->epoch;
  g_task_set_task_data (task, job, job_free);
  return task;
}

static void
set_state (EntFileWatch *self,
           EntFileState  state)
{
  if (self->state == state)
    return;
  self->state = state;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

/* What was found out about a file that was saved or set anew meanwhile says nothing. */
static void
looked (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr(EntFileWatch) self = g_weak_ref_get (&job->watch);

  if (self == NULL)
    return;
  self->looking = FALSE;
  self->n_looks++;
  if (job->epoch == self->epoch)
    {
      self->seen = job->look.seen;
      g_free (self->etag);
      self->etag = g_steal_pointer (&job->look.etag);
      self->time = job->look.time;
      set_state (self, job->look.state);
    }
  if (self->again)
    ent_file_watch_check (self);
}

static void
look (GTask        *task,
      gpointer      source,
      gpointer      task_data,
      GCancellable *cancellable)
{
  Job *job = task_data;

  _ent_file_look (&job->look, job->file);
  g_task_return_boolean (task, TRUE);
}

static gboolean
look_after_hint (gpointer user_data)
{
  EntFileWatch *self = user_data;

  self->hint_source = 0;
  ent_file_watch_check (self);
  return G_SOURCE_REMOVE;
}

/* What happens to a file comes in bursts, and is not over with the first of it. */
static void
hinted (EntFileWatch *self)
{
  self->n_hints++;
  if (self->hint_source == 0)
    self->hint_source = g_timeout_add (HINT_DELAY_MS, look_after_hint, self);
}

static gboolean
look_by_timer (gpointer user_data)
{
  ent_file_watch_check (user_data);
  return G_SOURCE_CONTINUE;
}

static void
monitor_made (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr(EntFileWatch) self = g_weak_ref_get (&job->watch);

  if (self == NULL || job->monitor == NULL)
    return;
  self->monitor = g_steal_pointer (&job->monitor);
  g_signal_connect_object (self->monitor, "changed", G_CALLBACK (hinted), self, G_CONNECT_SWAPPED);
  ent_file_watch_check (self);
}

/* Asking for a monitor goes to the disk too. One that is made in a thread speaks in the main loop
 * all the same, as the threads of tasks have none of their own. Without one there is the timer.
 */
static void
make_monitor (GTask        *task,
              gpointer      source,
              gpointer      task_data,
              GCancellable *cancellable)
{
  Job *job = task_data;

  job->monitor = g_file_monitor_file (job->file, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
  g_task_return_boolean (task, TRUE);
}

static void
ent_file_watch_constructed (GObject *object)
{
  EntFileWatch *self = ENT_FILE_WATCH (object);
  g_autoptr(GTask) task = job_new (self, monitor_made);

  G_OBJECT_CLASS (ent_file_watch_parent_class)->constructed (object);
  g_task_run_in_thread (task, make_monitor);
  self->timer_source = g_timeout_add_seconds (LOOK_SECONDS, look_by_timer, self);
}

static void
ent_file_watch_dispose (GObject *object)
{
  EntFileWatch *self = ENT_FILE_WATCH (object);

  g_clear_handle_id (&self->hint_source, g_source_remove);
  g_clear_handle_id (&self->timer_source, g_source_remove);
  if (self->monitor != NULL)
    g_file_monitor_cancel (self->monitor);
  g_clear_object (&self->monitor);

  G_OBJECT_CLASS (ent_file_watch_parent_class)->dispose (object);
}

static void
ent_file_watch_finalize (GObject *object)
{
  EntFileWatch *self = ENT_FILE_WATCH (object);

  g_clear_object (&self->file);
  g_free (self->etag);

  G_OBJECT_CLASS (ent_file_watch_parent_class)->finalize (object);
}

static void
ent_file_watch_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  EntFileWatch *self = ENT_FILE_WATCH (object);

  switch (prop_id)
    {
    case PROP_FILE:
      g_value_set_object (value, self->file);
      break;
    case PROP_STATE:
      g_value_set_enum (value, (int) self->state);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ent_file_watch_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  EntFileWatch *self = ENT_FILE_WATCH (object);

  switch (prop_id)
    {
    case PROP_FILE:
      self->file = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ent_file_watch_class_init (EntFileWatchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = ent_file_watch_constructed;
  object_class->dispose = ent_file_watch_dispose;
  object_class->finalize = ent_file_watch_finalize;
  object_class->get_property = ent_file_watch_get_property;
  object_class->set_property = ent_file_watch_set_property;

  properties[PROP_FILE] =
    g_param_spec_object ("file", NULL, NULL, G_TYPE_FILE,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_STATE] =
    g_param_spec_enum ("state", NULL, NULL, ENT_TYPE_FILE_STATE, ENT_FILE_UNCHANGED,
                       G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
ent_file_watch_init (EntFileWatch *self)
{
}

/**
 * ent_file_watch_new:
 * @file: the file of an open project
 *
 * Begins to watch @file, in the main loop of the program. Nothing is told before
 * ent_file_watch_set_expected().
 *
 * Returns: (transfer full): a watch
 */
EntFileWatch *
ent_file_watch_new (GFile *file)
{
  g_return_val_if_fail (G_IS_FILE (file), NULL);

  return g_object_new (ENT_TYPE_FILE_WATCH, "file", file, NULL);
}

/**
 * ent_file_watch_get_file:
 * @self: a watch
 *
 * Returns: (transfer none): the file
 */
GFile *
ent_file_watch_get_file (EntFileWatch *self)
{
  g_return_val_if_fail (ENT_IS_FILE_WATCH (self), NULL);

  return self->file;
}

/**
 * ent_file_watch_set_expected:
 * @self: a watch
 * @expected: what was just read from the file or written to it
 *
 * Says what the file holds. From here on the file is unchanged until it is found to hold something
 * else. Ends a pause.
 */
void
ent_file_watch_set_expected (EntFileWatch         *self,
                             const EntFingerprint *expected)
{
  g_return_if_fail (ENT_IS_FILE_WATCH (self));
  g_return_if_fail (expected != NULL);

  self->expected = *expected;
  self->seen = *expected;
  g_clear_pointer (&self->etag, g_free);
  self->time = 0;
  self->has_expected = TRUE;
  self->paused = FALSE;
  self->epoch++;
  set_state (self, ENT_FILE_UNCHANGED);
  ent_file_watch_check (self);
}

/**
 * ent_file_watch_pause:
 * @self: a watch
 *
 * Looks away, because the program itself is about to write the file.
 */
void
ent_file_watch_pause (EntFileWatch *self)
{
  g_return_if_fail (ENT_IS_FILE_WATCH (self));

  self->paused = TRUE;
  self->epoch++;
}

/**
 * ent_file_watch_resume:
 * @self: a watch
 *
 * Ends a pause in which nothing was written after all, and looks at the file.
 */
void
ent_file_watch_resume (EntFileWatch *self)
{
  g_return_if_fail (ENT_IS_FILE_WATCH (self));

  self->paused = FALSE;
  ent_file_watch_check (self);
}

/**
 * ent_file_watch_check:
 * @self: a watch
 *
 * Looks at the file, in a thread; what is found there is told by #EntFileWatch:state. While a look
 * is under way another one is taken after it.
 */
void
ent_file_watch_check (EntFileWatch *self)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (ENT_IS_FILE_WATCH (self));

  self->again = self->looking;
  if (self->looking || self->paused || !self->has_expected)
    return;
  self->looking = TRUE;
  task = job_new (self, looked);
  g_task_run_in_thread (task, look);
}

/**
 * ent_file_watch_get_state:
 * @self: a watch
 *
 * Returns: what became of the file, as far as it is known
 */
EntFileState
ent_file_watch_get_state (EntFileWatch *self)
{
  g_return_val_if_fail (ENT_IS_FILE_WATCH (self), ENT_FILE_UNCHANGED);

  return self->state;
}

/**
 * ent_file_watch_get_time:
 * @self: a watch
 *
 * Returns: when the file that is there was changed last, in seconds since 1970 by the clock of the
 *   disk or share; 0 if there is none, or it is not known
 */
gint64
ent_file_watch_get_time (EntFileWatch *self)
{
  g_return_val_if_fail (ENT_IS_FILE_WATCH (self), 0);

  return self->time;
}

/* For tests: how many looks were taken. */
guint
_ent_file_watch_get_n_looks (EntFileWatch *self)
{
  return self->n_looks;
}

/* For tests: how many times the system said that something happened. */
guint
_ent_file_watch_get_n_hints (EntFileWatch *self)
{
  return self->n_hints;
}
