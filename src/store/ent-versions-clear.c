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
#include <sys/file.h>
#include <unistd.h>

/* Deeper than anything that is made there. */
#define DEPTH_MAX 8

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

static void count_file (int folder, const char *name, gpointer user_data);

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
    note_error (self, ent_versions_folder_each (fd, count_file, self));
  self->depth--;
  (void) close (fd);
  /* It stays as long as something in it is held. */
  if (self->is_deleting && unlinkat (folder, name, AT_REMOVEDIR) != 0 && errno != ENOTEMPTY &&
      errno != EEXIST)
    note_error (self, errno);
}

/* The lock is held while the file is deleted, so that nobody begins to use it in between. */
static void
count_file (int         folder,
            const char *name,
            gpointer    user_data)
{
  Clear *self = user_data;
  struct stat st;
  int fd = -1;

  if (fstatat (folder, name, &st, AT_SYMLINK_NOFOLLOW) != 0)
    return;
  if (S_ISDIR (st.st_mode))
    {
      go_into (self, folder, name);
      return;
    }
  if (S_ISREG (st.st_mode))
    fd = _ent_open_retrying (folder, name, O_RDONLY | O_NONBLOCK | O_NOFOLLOW, 0);
  if (fd >= 0 && flock (fd, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK)
    self->tally->n_held++;
  else
    count (self, folder, name, &st);
  if (fd >= 0)
    (void) close (fd);
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
  note_error (self, ent_versions_folder_each (folder, count_file, self));
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
  reason = _ent_store_dup_reason (errnum, &code);
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
 * aside. Files that a running program holds locked stay. Nothing outside the state folder is
 * touched.
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
  reason = _ent_store_dup_reason (errnum, &code);
  g_set_error (error, ENT_STORE_ERROR, (int) code,
               /* Translators: %s is why, such as “you do not have permission” */
               _("Not all copies kept on this computer could be deleted: %s. Try again."), reason);
  return FALSE;
}
