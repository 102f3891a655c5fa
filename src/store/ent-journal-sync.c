/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Brings a journal to the disk less than a second after something was written to it, in a thread of
 * its own: the main loop must not wait for a disk, and a journal must not wait for saves that hang in
 * the threads that tasks share.
 *
 * A sync that failed is not tried again: the system has forgotten what it could not write, and the
 * second try would report success.
 */
#include "config.h"

#include "store/ent-journal-private.h"

#include "store/ent-file-read-private.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

/* Leaves the disk something of the second that is promised. */
#define DELAY (700 * G_TIME_SPAN_MILLISECOND)

struct _EntJournalSync
{
  GMutex lock;
  GCond changed;

  int fd;
  char *new_in;         /* the folder of a file whose name may not be on the disk yet */
  GThread *thread;
  gboolean waiting;     /* the thread is there and will sync what is written */
  gboolean syncing;     /* somebody is at it; what follows is not locked */
  gboolean dirty;
  gboolean closed;
  int errnum;           /* of the first sync that failed */

  GMainContext *context;
  EntJournalSyncFailed failed;
  gpointer user_data;
};

static void
sync_clear (gpointer data)
{
  EntJournalSync *self = data;

  (void) close (self->fd);
  g_free (self->new_in);
  g_main_context_unref (self->context);
  g_mutex_clear (&self->lock);
  g_cond_clear (&self->changed);
}

static void
sync_unref (gpointer data)
{
  g_atomic_rc_box_release_full (data, sync_clear);
}

/**
 * _ent_journal_sync_new:
 * @fd: a file; the descriptor is copied
 * @new_in: (nullable): if the file is new, the folder it is in, which is then synced once as well
 * @failed: called in the main context of the caller when the thread could not sync
 * @user_data: for @failed
 *
 * Returns: (transfer full) (nullable): what will sync the file, or %NULL with errno set
 */
EntJournalSync *
_ent_journal_sync_new (int                   fd,
                       const char           *new_in,
                       EntJournalSyncFailed  failed,
                       gpointer              user_data)
{
  EntJournalSync *self;
  int copy;

  g_return_val_if_fail (fd >= 0 && failed != NULL, NULL);

  copy = fcntl (fd, F_DUPFD_CLOEXEC, 0);
  if (copy < 0)
    return NULL;
  self = g_atomic_rc_box_new0 (EntJournalSync);
  g_mutex_init (&self->lock);
  g_cond_init (&self->changed);
  self->fd = copy;
  self->new_in = g_strdup (new_in);
  self->context = g_main_context_ref_thread_default ();
  self->failed = failed;
  self->user_data = user_data;
  return self;
}

/**
 * _ent_journal_sync_folder:
 * @path: a folder
 *
 * Brings the names in the folder to the disk, where there is such a thing.
 *
 * Returns: 0, or an error number
 */
int
_ent_journal_sync_folder (const char *path)
{
  int errnum = 0;
  int fd;

  g_return_val_if_fail (path != NULL, EINVAL);

  fd = _ent_open_retrying (AT_FDCWD, path, O_RDONLY | O_DIRECTORY, 0);
  if (fd < 0)
    return errno;
  if (fsync (fd) != 0 && errno != EINVAL && errno != ENOTSUP && errno != ENOSYS)
    errnum = errno;
  (void) close (fd);
  return errnum;
}

static int
sync_file (int         fd,
           const char *new_in)
{
  if (fdatasync (fd) != 0)
    return errno;
  return new_in != NULL ? _ent_journal_sync_folder (new_in) : 0;
}

/* Called with the lock held, which is let go while the disk works. */
static void
sync_what_is_written (EntJournalSync *self)
{
  g_autofree char *new_in = NULL;
  int errnum;

  while (self->syncing)
    g_cond_wait (&self->changed, &self->lock);
  if (!self->dirty || self->errnum != 0)
    return;
  self->syncing = TRUE;
  self->dirty = FALSE;
  new_in = g_steal_pointer (&self->new_in);
  g_mutex_unlock (&self->lock);
  errnum = sync_file (self->fd, new_in);
  g_mutex_lock (&self->lock);
  self->errnum = errnum;
  self->syncing = FALSE;
  g_cond_broadcast (&self->changed);
}

static gboolean
tell_failed (gpointer data)
{
  EntJournalSync *self = data;

  if (!self->closed)
    self->failed (self->errnum, self->user_data);
  return G_SOURCE_REMOVE;
}

/* Never with g_main_context_invoke(), which may call from this thread. */
static void
queue_failed (EntJournalSync *self)
{
  GSource *source = g_idle_source_new ();

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, tell_failed, g_atomic_rc_box_acquire (self), sync_unref);
  g_source_attach (source, self->context);
  g_source_unref (source);
}

static gpointer
run (gpointer data)
{
  EntJournalSync *self = data;
  gint64 until = g_get_monotonic_time () + DELAY;

  g_mutex_lock (&self->lock);
  while (!self->closed && g_cond_wait_until (&self->changed, &self->lock, until))
    continue;
  self->waiting = FALSE;
  if (!self->closed)
    sync_what_is_written (self);
  if (!self->closed && self->errnum != 0)
    queue_failed (self);
  g_mutex_unlock (&self->lock);
  sync_unref (self);
  return NULL;
}

/* The last thread is at its end, or it is the one that is still syncing what came before. */
static gboolean
start_thread (EntJournalSync *self)
{
  g_clear_pointer (&self->thread, g_thread_unref);
  self->thread = g_thread_try_new ("journal", run, g_atomic_rc_box_acquire (self), NULL);
  if (self->thread == NULL)
    sync_unref (self);
  return self->thread != NULL;
}

/**
 * _ent_journal_sync_wake:
 * @self: for a file that was written to
 *
 * Sees to it that the file is synced within a second.
 */
void
_ent_journal_sync_wake (EntJournalSync *self)
{
  g_return_if_fail (self != NULL);

  g_mutex_lock (&self->lock);
  self->dirty = TRUE;
  if (!self->waiting)
    {
      self->waiting = start_thread (self);
      if (!self->waiting)
        sync_what_is_written (self);
    }
  g_mutex_unlock (&self->lock);
}

/**
 * _ent_journal_sync_now:
 * @self: for a file
 *
 * Waits until all that was written is on the disk.
 *
 * Returns: 0, or the error number of the first sync that failed
 */
int
_ent_journal_sync_now (EntJournalSync *self)
{
  int errnum;

  g_return_val_if_fail (self != NULL, EINVAL);

  g_mutex_lock (&self->lock);
  sync_what_is_written (self);
  errnum = self->errnum;
  g_mutex_unlock (&self->lock);
  return errnum;
}

/**
 * _ent_journal_sync_get_errno:
 * @self: for a file
 *
 * Returns: 0, or the error number of the first sync that failed
 */
int
_ent_journal_sync_get_errno (EntJournalSync *self)
{
  int errnum;

  g_return_val_if_fail (self != NULL, EINVAL);

  g_mutex_lock (&self->lock);
  errnum = self->errnum;
  g_mutex_unlock (&self->lock);
  return errnum;
}

/**
 * _ent_journal_sync_free:
 * @self: (transfer full): for a file
 *
 * Lets go of the file. What was not synced yet is left to the system, and a thread that waits for
 * the disk is left to itself.
 */
void
_ent_journal_sync_free (EntJournalSync *self)
{
  GThread *thread;
  gboolean hangs;

  g_return_if_fail (self != NULL);

  g_mutex_lock (&self->lock);
  self->closed = TRUE;
  hangs = self->syncing;
  thread = g_steal_pointer (&self->thread);
  g_cond_broadcast (&self->changed);
  g_mutex_unlock (&self->lock);
  if (thread != NULL && hangs)
    g_thread_unref (thread);
  else if (thread != NULL)
    (void) g_thread_join (thread);
  sync_unref (self);
}
