/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file as office programs put one beside what they have open, so that people see who else works
 * on it. It is a courtesy and no more: nothing waits for it, no save asks it, and wherever it can't
 * be made or read the program goes on as if it were not there. Synchronised folders do not even
 * carry it. What keeps changes from being lost is that a save looks at what it replaces.
 *
 * Shares can hang, so that all this is done in threads, one at a time for each file.
 */
#include "config.h"

#include "store/ent-presence-file.h"

#include "store/ent-file-read-private.h"
#include "store/ent-instance.h"
#include "store/ent-save-place.h"
#include "store/ent-save-temp.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define READ_SIZE ((gsize) 4096)
#define TRIES     3

struct _EntPresenceFile
{
  gatomicrefcount refs;
  char *file;     /* path of the partnership; NULL where there are no such files */
  GMutex mutex;   /* for what follows */
  char *path;     /* of the file beside it, once that was looked up */
  gboolean ours;
  gboolean left;
};

/* Those that are to be left before the program ends. */
static GMutex all_mutex;
static GCond all_cond;
static GPtrArray *all; /* of EntPresenceFile, not owned */
static guint n_leaving;

/**
 * ent_presence_file_new:
 * @file: the file of a partnership
 *
 * Returns: (transfer full): the file beside it, which nothing was done with yet
 */
EntPresenceFile *
ent_presence_file_new (GFile *file)
{
  EntPresenceFile *self = g_new0 (EntPresenceFile, 1);

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  g_atomic_ref_count_init (&self->refs);
  g_mutex_init (&self->mutex);
  self->file = g_file_is_native (file) ? g_file_get_path (file) : NULL;

  g_mutex_lock (&all_mutex);
  if (all == NULL)
    all = g_ptr_array_new ();
  g_ptr_array_add (all, self);
  g_mutex_unlock (&all_mutex);
  return self;
}

/**
 * ent_presence_file_ref:
 * @self: a presence file
 *
 * Can be called from any thread, as can ent_presence_file_unref().
 *
 * Returns: (transfer full): @self
 */
EntPresenceFile *
ent_presence_file_ref (EntPresenceFile *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->refs);
  return self;
}

/**
 * ent_presence_file_unref:
 * @self: (transfer full): a presence file
 */
void
ent_presence_file_unref (EntPresenceFile *self)
{
  g_return_if_fail (self != NULL);

  g_mutex_lock (&all_mutex);
  if (!g_atomic_ref_count_dec (&self->refs))
    {
      g_mutex_unlock (&all_mutex);
      return;
    }
  g_ptr_array_remove_fast (all, self);
  if (all->len == 0)
    g_clear_pointer (&all, g_ptr_array_unref);
  g_mutex_unlock (&all_mutex);

  g_mutex_clear (&self->mutex);
  g_free (self->file);
  g_free (self->path);
  g_free (self);
}

/* The path of the file beside the one of @path. */
char *
_ent_presence_file_dup_path (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *name = g_strconcat (".~lock.", base, "#", NULL);

  return g_build_filename (folder, name, NULL);
}

/* Beside the file itself, where a link leads to it: others may come by another way. */
static gboolean
find_path (EntPresenceFile *self)
{
  g_autofree char *real = NULL;

  if (self->path != NULL)
    return TRUE;
  if (self->file == NULL || ent_save_place_of (self->file) != ENT_SAVE_PLACE_DISK)
    return FALSE;
  real = realpath (self->file, NULL);
  if (real == NULL)
    return FALSE;
  self->path = _ent_presence_file_dup_path (real);
  return TRUE;
}

static void
append_bytes (const guint8 *data,
              gsize         length,
              gpointer      user_data)
{
  g_string_append_len (user_data, (const char *) data, (gssize) length);
}

static EntPresenceNote *
read_note (int          fd,
           struct stat *st)
{
  g_autoptr(GString) text = g_string_new (NULL);

  if (_ent_read_fd_each (fd, READ_SIZE, st, append_bytes, text) != 0)
    return NULL;
  return ent_presence_note_parse (text->str, text->len);
}

/* What time it is where the file is: the clocks of two computers differ. */
static gint64
ask_share_for_time (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  EntSaveTemp temp = ENT_SAVE_TEMP_INIT;
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  struct stat st;
  int fd = _ent_open_retrying (AT_FDCWD, folder, O_RDONLY | O_DIRECTORY, 0);

  if (fd < 0)
    return now;
  if (ent_save_temp_create (&temp, fd, TRUE) == 0 && fstat (temp.fd, &st) == 0)
    now = st.st_mtime;
  ent_save_temp_discard (&temp);
  (void) close (fd);
  return now;
}

static gboolean
is_own (const EntPresenceNote *note)
{
  return g_strcmp0 (note->instance, ent_instance_get_id ()) == 0;
}

/* Whether there is nobody any more behind what it says. */
static gboolean
is_over (const EntPresenceNote *note,
         const char            *path,
         gint64                 renewed)
{
  switch (note->instance != NULL ? ent_instance_ask (note->instance) : ENT_INSTANCE_FOREIGN)
    {
    case ENT_INSTANCE_ENDED:
      return TRUE;
    case ENT_INSTANCE_RUNNING:
      return FALSE;
    case ENT_INSTANCE_FOREIGN:
    default:
      return ask_share_for_time (path) - renewed > ENT_PRESENCE_STALE_SECONDS;
    }
}

typedef enum
{
  NOBODY, /* no such file, or none that says anything */
  OURS,
  OVER,
  SOMEBODY,
} Found;

static Found
look (EntPresenceFile  *self,
      EntPresenceNote **somebody)
{
  int fd = _ent_open_retrying (AT_FDCWD, self->path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY,
                               0);
  g_autoptr(EntPresenceNote) note = NULL;
  struct stat st;

  if (fd < 0)
    return NOBODY;
  note = read_note (fd, &st);
  (void) close (fd);
  if (note == NULL)
    return NOBODY;
  if (is_own (note))
    return OURS;
  if (is_over (note, self->path, st.st_mtime))
    return OVER;
  *somebody = g_steal_pointer (&note);
  return SOMEBODY;
}

/* Returns: 0 or an error number, EEXIST if somebody was quicker */
static int
make (EntPresenceFile *self)
{
  g_autoptr(EntPresenceNote) note = ent_presence_note_new_own (g_get_real_time () / G_USEC_PER_SEC);
  g_autofree char *text = ent_presence_note_write (note);
  gsize length = strlen (text);
  int fd = _ent_open_retrying (AT_FDCWD, self->path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, 0644);
  gboolean written;

  if (fd < 0)
    return errno;
  written = write (fd, text, length) == (gssize) length;
  written = close (fd) == 0 && written;
  if (!written)
    (void) unlink (self->path);
  return written ? 0 : EIO;
}

static void
renew (EntPresenceFile *self)
{
  (void) utimensat (AT_FDCWD, self->path, NULL, AT_SYMLINK_NOFOLLOW);
}

static EntPresenceNote *
claim (EntPresenceFile *self)
{
  EntPresenceNote *somebody = NULL;

  self->ours = FALSE;
  for (guint i = 0; i < TRIES && !self->ours && somebody == NULL; i++)
    {
      int errnum = make (self);
      Found found = errnum == EEXIST ? look (self, &somebody) : NOBODY;

      self->ours = errnum == 0 || found == OURS;
      if (found == OURS)
        renew (self);
      else if (found == OVER)
        (void) unlink (self->path);
      else if (errnum != 0)
        break;
    }
  return somebody;
}

/**
 * ent_presence_file_look:
 * @self: a presence file
 *
 * Finds out who else has the partnership open. Waits for the disk or share.
 *
 * Returns: (transfer full) (nullable): somebody else; %NULL if nobody has, or none can know
 */
EntPresenceNote *
ent_presence_file_look (EntPresenceFile *self)
{
  EntPresenceNote *somebody = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  g_mutex_lock (&self->mutex);
  if (!self->left && find_path (self))
    look (self, &somebody);
  g_mutex_unlock (&self->mutex);
  return somebody;
}

/**
 * ent_presence_file_claim:
 * @self: a presence file
 *
 * Says that this program works on the partnership, or says it again, unless somebody else does.
 * What was left by a program that crashed, or was not renewed for %ENT_PRESENCE_STALE_SECONDS, is
 * taken over. Waits for the disk or share. Does nothing once it was left.
 *
 * Returns: (transfer full) (nullable): somebody else; %NULL if nobody has, or none can know
 */
EntPresenceNote *
ent_presence_file_claim (EntPresenceFile *self)
{
  EntPresenceNote *somebody = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  g_mutex_lock (&self->mutex);
  if (!self->left && find_path (self))
    somebody = claim (self);
  g_mutex_unlock (&self->mutex);
  return somebody;
}

/**
 * ent_presence_file_is_ours:
 * @self: a presence file
 *
 * Returns: whether it said when last asked that this program works on the partnership
 */
gboolean
ent_presence_file_is_ours (EntPresenceFile *self)
{
  gboolean ours;

  g_return_val_if_fail (self != NULL, FALSE);

  g_mutex_lock (&self->mutex);
  ours = self->ours;
  g_mutex_unlock (&self->mutex);
  return ours;
}

/**
 * ent_presence_file_leave:
 * @self: a presence file
 *
 * Takes the file away if it is still ours. Waits for the disk or share.
 */
void
ent_presence_file_leave (EntPresenceFile *self)
{
  g_autoptr(EntPresenceNote) somebody = NULL;

  g_return_if_fail (self != NULL);

  g_mutex_lock (&self->mutex);
  self->left = TRUE;
  if (self->ours && look (self, &somebody) == OURS)
    (void) unlink (self->path);
  self->ours = FALSE;
  g_mutex_unlock (&self->mutex);
}

static void
leave_in_thread (GTask        *task,
                 gpointer      source,
                 gpointer      task_data,
                 GCancellable *cancellable)
{
  ent_presence_file_leave (task_data);

  g_mutex_lock (&all_mutex);
  n_leaving--;
  g_cond_broadcast (&all_cond);
  g_mutex_unlock (&all_mutex);
  g_task_return_boolean (task, TRUE);
}

static void
unref_data (gpointer self)
{
  ent_presence_file_unref (self);
}

/**
 * ent_presence_file_leave_async:
 * @self: a presence file
 *
 * As ent_presence_file_leave(), in a thread; nobody is told when it is done.
 */
void
ent_presence_file_leave_async (EntPresenceFile *self)
{
  g_autoptr(GTask) task = g_task_new (NULL, NULL, NULL, NULL);

  g_return_if_fail (self != NULL);

  g_mutex_lock (&all_mutex);
  n_leaving++;
  g_mutex_unlock (&all_mutex);
  g_task_set_task_data (task, ent_presence_file_ref (self), unref_data);
  g_task_run_in_thread (task, leave_in_thread);
}

static GPtrArray *
dup_all (void)
{
  GPtrArray *files = g_ptr_array_new_with_free_func (unref_data);

  g_mutex_lock (&all_mutex);
  for (guint i = 0; all != NULL && i < all->len; i++)
    g_ptr_array_add (files, ent_presence_file_ref (g_ptr_array_index (all, i)));
  g_mutex_unlock (&all_mutex);
  return files;
}

/**
 * ent_presence_file_leave_all:
 * @most_ms: how long to wait for it, in milliseconds
 *
 * Leaves all files there are: the program is about to end. A share that hangs is not waited for.
 *
 * Returns: whether all were left
 */
gboolean
ent_presence_file_leave_all (guint most_ms)
{
  g_autoptr(GPtrArray) files = dup_all ();
  gint64 deadline = g_get_monotonic_time () + (gint64) most_ms * 1000;
  gboolean in_time = TRUE;

  for (guint i = 0; i < files->len; i++)
    ent_presence_file_leave_async (g_ptr_array_index (files, i));
  g_mutex_lock (&all_mutex);
  while (n_leaving > 0 && in_time)
    in_time = g_cond_wait_until (&all_cond, &all_mutex, deadline);
  in_time = n_leaving == 0;
  g_mutex_unlock (&all_mutex);
  return in_time;
}
