/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Counts and deletes all that is kept on this computer: partnerships hold what people said of each
 * other, and whoever hands a computer on must be able to leave nothing behind. What a running
 * program holds a lock on is left alone: it is how that program would find its edits again.
 */
#include "config.h"

#include "store/ent-versions-private.h"

#include "store/ent-file-read-private.h"
#include "store/ent-store-error-private.h"
#include "store/ent-versions-folder.h"
#include "store/ent-versions-index.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <string.h>
#include <sys/file.h>
#include <time.h>
#include <unistd.h>

/* Deeper than anything that is made there. */
#define DEPTH_MAX 8

#define MAKING_SECONDS 60

static const EntStatePart parts[] = {
  ENT_STATE_JOURNALS, ENT_STATE_TRYING, ENT_STATE_RESCUE, ENT_STATE_ASIDE,
};

typedef struct
{
  GHashTable *needed;
  EntVersionsTally *tally;
  gboolean is_deleting;
  guint depth;
  int errnum;
} Clear;

static void
note_error (Clear *self,
            int    errnum)
{
  if (self->errnum == 0 && errnum != ENOENT)
    self->errnum = errnum;
}

/* Deletes it if that is asked for, and counts it if it is gone or would be. */
static void
count (Clear             *self,
       int                folder,
       const char        *name,
       const struct stat *st)
{
  if (self->is_deleting && unlinkat (folder, name, 0) != 0)
    {
      note_error (self, errno);
      return;
    }
  self->tally->n_copies++;
  self->tally->size += (guint64) st->st_size;
}

static void
count_version (int         folder,
               const char *name,
               gpointer    user_data)
{
  Clear *self = user_data;
  g_autofree char *digest = ent_versions_dup_name_digest (name);
  struct stat st;

  if (g_str_has_suffix (name, ENT_VERSIONS_INDEX_SUFFIX) ||
      fstatat (folder, name, &st, AT_SYMLINK_NOFOLLOW) != 0)
    return;
  if (digest != NULL && g_hash_table_contains (self->needed, digest))
    self->tally->n_held++;
  else
    count (self, folder, name, &st);
}

/* Lists keep the lines of what is needed. Damaged lines have titles in them, too. */
static void
clear_indexes (Clear *self,
               int    folder)
{
  int errnum = 0;
  g_autoptr(GPtrArray) indexes = ent_versions_index_read_all (folder, &errnum);

  note_error (self, errnum);
  for (guint i = 0; i < indexes->len; i++)
    {
      EntVersionsIndex *index = g_ptr_array_index (indexes, i);

      for (guint j = index->versions->len; j > 0; j--)
        {
          EntVersion *version = g_ptr_array_index (index->versions, j - 1);

          if (!g_hash_table_contains (self->needed, version->digest))
            g_ptr_array_remove_index (index->versions, j - 1);
        }
      note_error (self, ent_versions_index_rewrite (index, folder));
    }
}

static void
go_over_versions (Clear *self)
{
  int errnum;
  int folder = ent_versions_folder_open (ENT_STATE_VERSIONS, &errnum);

  note_error (self, errnum);
  if (folder < 0)
    return;
  if (self->is_deleting)
    ent_versions_folder_wait (folder);
  note_error (self, ent_versions_folder_each (folder, count_version, self));
  if (self->is_deleting)
    {
      clear_indexes (self, folder);
      note_error (self, ent_versions_sync (folder));
    }
  (void) close (folder);
}

static void go_over_folder (Clear *self, int folder);

static void
go_into (Clear      *self,
         int         folder,
         const char *name)
{
  int fd = _ent_open_retrying (folder, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW, 0);

  if (fd < 0)
    {
      note_error (self, errno);
      return;
    }
  self->depth++;
  if (self->depth < DEPTH_MAX)
    go_over_folder (self, fd);
  self->depth--;
  (void) close (fd);
  /* It stays as long as something in it is held. */
  if (self->is_deleting && unlinkat (folder, name, AT_REMOVEDIR) != 0 && errno != ENOTEMPTY &&
      errno != EEXIST)
    note_error (self, errno);
}

/* Between being made and being locked a file is empty and free for a moment. */
static gboolean
is_being_made (const struct stat *st)
{
  return st->st_size == 0 && ABS (st->st_mtim.tv_sec - time (NULL)) < MAKING_SECONDS;
}

/* Locks the file as long as the descriptor is open, which is -1 if it is nothing to be locked.
 * Returns whether somebody else has a hand on it; one that has just got another name has been in
 * somebody's hands, too.
 */
static gboolean
is_held (int         folder,
         const char *name,
         int        *fd)
{
  struct stat st;

  *fd = -1;
  if (fstatat (folder, name, &st, AT_SYMLINK_NOFOLLOW) != 0)
    return TRUE;
  if (!S_ISREG (st.st_mode))
    return FALSE;
  if (is_being_made (&st))
    return TRUE;
  *fd = _ent_open_retrying (folder, name, O_RDONLY | O_NONBLOCK | O_NOFOLLOW, 0);
  return *fd >= 0 ? flock (*fd, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK
                  : errno == ENOENT;
}

static void
count_one (Clear      *self,
           int         folder,
           const char *name)
{
  struct stat st;

  if (fstatat (folder, name, &st, AT_SYMLINK_NOFOLLOW) != 0)
    return;
  if (S_ISDIR (st.st_mode))
    go_into (self, folder, name);
  else
    count (self, folder, name, &st);
}

/* The locks are held while the files are deleted, so that nobody begins to use them in between. */
static void
count_group (Clear     *self,
             int        folder,
             GPtrArray *names)
{
  g_autofree int *fds = g_new (int, names->len);
  gboolean any_held = FALSE;

  for (guint i = 0; i < names->len; i++)
    any_held = is_held (folder, g_ptr_array_index (names, i), &fds[i]) || any_held;
  for (guint i = 0; i < names->len; i++)
    if (!any_held)
      count_one (self, folder, g_ptr_array_index (names, i));
    else
      self->tally->n_held++;
  for (guint i = 0; i < names->len; i++)
    if (fds[i] >= 0)
      (void) close (fds[i]);
}

static void
add_to_group (int         folder,
              const char *name,
              gpointer    user_data)
{
  GHashTable *groups = user_data;
  g_autofree char *stem = g_strndup (name, strcspn (name, "."));
  GPtrArray *names = g_hash_table_lookup (groups, stem);

  if (names == NULL)
    {
      names = g_ptr_array_new_with_free_func (g_free);
      g_hash_table_insert (groups, g_steal_pointer (&stem), names);
    }
  g_ptr_array_add (names, g_strdup (name));
}

/* Files whose names are the same up to the first dot belong together, as both versions of a save
 * in place and its marker do: who holds one holds all.
 */
static void
go_over_folder (Clear *self,
                int    folder)
{
  g_autoptr(GHashTable) groups =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  GHashTableIter iter;
  gpointer names;

  note_error (self, ent_versions_folder_each (folder, add_to_group, groups));
  g_hash_table_iter_init (&iter, groups);
  while (g_hash_table_iter_next (&iter, NULL, &names))
    count_group (self, folder, names);
}

static void
go_over_part (Clear        *self,
              EntStatePart  part)
{
  int errnum;
  int folder = ent_versions_folder_open (part, &errnum);

  note_error (self, errnum);
  if (folder < 0)
    return;
  go_over_folder (self, folder);
  if (self->is_deleting)
    note_error (self, ent_versions_sync (folder));
  (void) close (folder);
}

static int
go_over_all (const char *const *needed,
             EntVersionsTally  *tally,
             gboolean           is_deleting)
{
  g_autoptr(GHashTable) set = _ent_versions_dup_needed (needed);
  Clear self = { set, tally, is_deleting, 0, 0 };

  *tally = (EntVersionsTally) { 0, 0, 0 };
  go_over_versions (&self);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    go_over_part (&self, parts[i]);
  return self.errnum;
}

/**
 * ent_versions_tally:
 * @needed: (nullable) (array zero-terminated=1): digests that journals of running programs start
 *   from
 * @tally: (out): what ent_versions_clear() would delete
 * @error: (out) (optional): an #EntStoreError; @tally is then of what could be counted
 *
 * Counts what is kept on this computer, for the question that comes before deleting it.
 *
 * Returns: whether all could be counted
 */
gboolean
ent_versions_tally (const char *const  *needed,
                    EntVersionsTally   *tally,
                    GError            **error)
{
  g_autofree char *reason = NULL;
  EntStoreError code;
  int errnum;

  g_return_val_if_fail (tally != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  errnum = go_over_all (needed, tally, FALSE);
  if (errnum == 0)
    return TRUE;
  reason = _ent_store_dup_save_reason (errnum, &code);
  g_set_error (error, ENT_STORE_ERROR, (int) code,
               /* Translators: %s is why, such as “you do not have permission” */
               _("Not all copies kept on this computer could be counted: %s."), reason);
  return FALSE;
}

/**
 * ent_versions_clear:
 * @needed: (nullable) (array zero-terminated=1): digests that journals of running programs start
 *   from; these versions stay
 * @deleted: (out): what is gone, and how much is still held
 * @error: (out) (optional): an #EntStoreError; @deleted is then of what could be deleted
 *
 * Deletes all copies kept on this computer: versions, journals, saves under way, and what was put
 * aside. Files that a running program holds locked stay, and those that belong to them. Nothing
 * outside the state folder is touched.
 *
 * Returns: whether all is deleted that is not held
 */
gboolean
ent_versions_clear (const char *const  *needed,
                    EntVersionsTally   *deleted,
                    GError            **error)
{
  g_autofree char *reason = NULL;
  EntStoreError code;
  int errnum;

  g_return_val_if_fail (deleted != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  errnum = go_over_all (needed, deleted, TRUE);
  if (errnum == 0)
    return TRUE;
  reason = _ent_store_dup_save_reason (errnum, &code);
  g_set_error (error, ENT_STORE_ERROR, (int) code,
               /* Translators: %s is why, such as “you do not have permission” */
               _("Not all copies kept on this computer could be deleted: %s. Try again."), reason);
  return FALSE;
}
