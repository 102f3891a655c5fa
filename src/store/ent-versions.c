/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeps versions and finds them again. The contents are written before the list names them: what a
 * list names is there, unless somebody took it away.
 */
#include "config.h"

#include "store/ent-versions-private.h"

#include "model/ent-record.h"
#include "store/ent-store-error-private.h"
#include "store/ent-versions-folder.h"
#include "store/ent-versions-index.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Says that the file is in use: versions just asked for are not pruned before somebody can say that
 * they are needed.
 */
static void
touch (int         folder,
       const char *name)
{
  (void) utimensat (folder, name, NULL, AT_SYMLINK_NOFOLLOW);
}

/* 0, or why the file is not what its name says; EBADMSG if it has other contents. */
static int
read_checked (int          folder,
              const char  *name,
              GBytes     **bytes)
{
  g_autofree char *expected = ent_versions_dup_name_digest (name);
  g_autofree char *found = NULL;
  int errnum;

  *bytes = ent_versions_read (folder, name, &errnum);
  if (*bytes == NULL)
    return errnum;
  found = ent_versions_dup_digest (*bytes);
  if (strcmp (found, expected) == 0)
    return 0;
  g_clear_pointer (bytes, g_bytes_unref);
  return EBADMSG;
}

static int
keep_content (int         folder,
              const char *name,
              GBytes     *bytes,
              gboolean   *is_new)
{
  g_autoptr(GBytes) there = NULL;
  int errnum = read_checked (folder, name, &there);

  *is_new = errnum != 0;
  if (errnum == 0)
    {
      touch (folder, name);
      return 0;
    }
  if (ent_versions_is_damage (errnum))
    (void) ent_versions_put_aside (folder, name);
  return ent_versions_write (folder, name, bytes);
}

/* A file that is opened again is no new version, even if others came after it. */
static gboolean
is_listed (EntVersionsIndex *index,
           const EntVersion *version)
{
  guint most = version->origin == ENT_VERSION_OPENED ? index->versions->len
                                                     : MIN (index->versions->len, 1);

  for (guint i = 0; i < most; i++)
    {
      const EntVersion *other = g_ptr_array_index (index->versions, i);

      if (strcmp (other->digest, version->digest) == 0)
        return TRUE;
    }
  return FALSE;
}

static int
keep_line (int         folder,
           EntVersion *version)
{
  g_autoptr(EntVersion) owned = version;
  g_autoptr(EntVersionsIndex) index = NULL;
  int errnum;

  index = ent_versions_index_read (folder, version->project, &errnum);
  if (index == NULL)
    return errnum;
  if (is_listed (index, version))
    return 0;
  return ent_versions_index_append (index, folder, g_steal_pointer (&owned));
}

static int
keep (int         folder,
      GBytes     *bytes,
      EntVersion *version)
{
  g_autofree char *name = ent_versions_dup_content_name (version->digest);
  gboolean is_new = FALSE;
  int errnum = keep_content (folder, name, bytes, &is_new);

  if (errnum != 0)
    {
      ent_version_free (version);
      return errnum;
    }
  errnum = keep_line (folder, version);
  /* A disk that is too full for the list has use for the space. */
  if (errnum != 0 && is_new)
    (void) unlinkat (folder, name, 0);
  return errnum != 0 ? errnum : ent_versions_sync (folder);
}

static EntVersion *
version_new (GBytes           *bytes,
             const char       *project,
             const char       *title,
             EntVersionOrigin  origin,
             gint64            now)
{
  EntVersion *version = g_new0 (EntVersion, 1);
  g_autofree char *valid = g_utf8_make_valid (title, -1);

  version->digest = ent_versions_dup_digest (bytes);
  version->project = g_strdup (project);
  version->title = g_utf8_substring (valid, 0, MIN (g_utf8_strlen (valid, -1),
                                                    ENT_VERSION_TITLE_CHARS));
  version->time = now;
  version->size = g_bytes_get_size (bytes);
  version->origin = origin;
  return version;
}

/* As ent_versions_put(), at the time @now. */
gboolean
_ent_versions_put_at (GBytes            *bytes,
                      const char        *project,
                      const char        *title,
                      EntVersionOrigin   origin,
                      gint64             now,
                      char             **digest,
                      GError           **error)
{
  EntVersion *version;
  g_autofree char *kept = NULL;
  g_autofree char *reason = NULL;
  EntStoreError code;
  int folder;
  int errnum;

  folder = ent_versions_folder_lock (error);
  if (folder < 0)
    return FALSE;
  version = version_new (bytes, project, title, origin, now);
  kept = g_strdup (version->digest);
  errnum = keep (folder, bytes, version);
  (void) close (folder);
  if (errnum == 0)
    {
      if (digest != NULL)
        *digest = g_steal_pointer (&kept);
      return TRUE;
    }
  reason = _ent_store_dup_save_reason (errnum, &code);
  g_set_error (error, ENT_STORE_ERROR, (int) code,
               /* Translators: title of a partnership, then why, such as “the disk is full” */
               _("No copy of “%s” could be kept on this computer: %s. Its file is not affected, "
                 "and what was kept earlier is still there."), title, reason);
  return FALSE;
}

/**
 * ent_versions_put:
 * @bytes: the exact contents of a file
 * @project: id of the partnership in it
 * @title: what it is called
 * @origin: why it is kept
 * @digest: (out) (optional) (transfer full): what it is found by
 * @error: (out) (optional): an #EntStoreError; nothing is kept then, and nothing lost
 *
 * Keeps a version. Contents that are there already take no space, and no new version is listed
 * where they are the newest, or known and only opened again. When this returns they are on disk.
 *
 * Returns: whether it is kept
 */
gboolean
ent_versions_put (GBytes            *bytes,
                  const char        *project,
                  const char        *title,
                  EntVersionOrigin   origin,
                  char             **digest,
                  GError           **error)
{
  g_return_val_if_fail (bytes != NULL, FALSE);
  g_return_val_if_fail (ent_id_is_valid (project), FALSE);
  g_return_val_if_fail (title != NULL, FALSE);
  g_return_val_if_fail (origin < ENT_VERSION_N_ORIGINS, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  return _ent_versions_put_at (bytes, project, title, origin, g_get_real_time () / G_USEC_PER_SEC,
                               digest, error);
}

static void
set_get_error (GError   **error,
               int        errnum,
               gboolean   is_aside)
{
  g_autofree char *reason = NULL;
  EntStoreError code;

  if (errnum == ENOENT)
    {
      g_set_error_literal (error, ENT_STORE_ERROR, ENT_STORE_ERROR_NOT_FOUND,
                           _("This version is not kept on this computer any more. Choose another "
                             "one."));
      return;
    }
  if (ent_versions_is_damage (errnum))
    {
      g_set_error_literal (error, ENT_STORE_ERROR, ENT_STORE_ERROR_DAMAGED, is_aside
                           ? _("The copy of this version was damaged on this computer’s disk. It "
                               "was put aside. Choose another version.")
                           : _("The copy of this version was damaged on this computer’s disk. "
                               "Choose another version."));
      return;
    }
  reason = _ent_store_dup_save_reason (errnum, &code);
  g_set_error (error, ENT_STORE_ERROR, (int) code,
               /* Translators: %s is why, such as “you do not have permission” */
               _("This version could not be read: %s. Try again, or choose another version."),
               reason);
}

/**
 * ent_versions_get:
 * @digest: (nullable): what a version is found by; it may come from a hostile file
 * @error: (out) (optional): ENT_STORE_ERROR_NOT_FOUND if there is no such version,
 *   ENT_STORE_ERROR_DAMAGED if it is not what was kept, or why it could not be read
 *
 * Reads a version. What is damaged is put aside.
 *
 * Returns: (transfer full) (nullable): its exact bytes
 */
GBytes *
ent_versions_get (const char  *digest,
                  GError     **error)
{
  g_autofree char *name = ent_versions_dup_content_name (digest);
  g_autoptr(GBytes) bytes = NULL;
  gboolean is_aside = FALSE;
  int errnum = ENOENT;
  int folder = -1;

  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (name != NULL)
    folder = ent_versions_folder_open (ENT_STATE_VERSIONS, &errnum);
  if (folder >= 0)
    {
      errnum = read_checked (folder, name, &bytes);
      if (ent_versions_is_damage (errnum))
        {
          /* Somebody may be putting it right just now: under the lock it is what it is. */
          ent_versions_folder_wait (folder);
          errnum = read_checked (folder, name, &bytes);
          is_aside = ent_versions_is_damage (errnum) && ent_versions_put_aside (folder, name);
        }
      (void) close (folder);
    }
  if (bytes == NULL)
    set_get_error (error, errnum, is_aside);
  return g_steal_pointer (&bytes);
}

typedef struct
{
  EntVersion *version;
  gint64 rank;
} Ranked;

static int
compare_ranks (gconstpointer a,
               gconstpointer b)
{
  const Ranked *one = a;
  const Ranked *other = b;

  if (one->rank != other->rank)
    return one->rank < other->rank ? 1 : -1;
  if (strcmp (one->version->project, other->version->project) != 0)
    return strcmp (one->version->project, other->version->project);
  return (one->version->number < other->version->number) -
         (one->version->number > other->version->number);
}

static gboolean
is_there (int               folder,
          const EntVersion *version)
{
  g_autofree char *name = ent_versions_dup_content_name (version->digest);
  struct stat st;

  return fstatat (folder, name, &st, AT_SYMLINK_NOFOLLOW) == 0 && S_ISREG (st.st_mode) &&
         (guint64) st.st_size == version->size;
}

/* Partnerships are told apart by the clock; within one its own order counts, so that a version has
 * no later time than the one that came after it.
 */
static void
take_versions (EntVersionsIndex *index,
               int               folder,
               GArray           *ranked)
{
  gint64 rank = G_MAXINT64;

  g_ptr_array_set_free_func (index->versions, NULL);
  for (guint i = 0; i < index->versions->len; i++)
    {
      EntVersion *version = g_ptr_array_index (index->versions, i);
      Ranked row = { version, rank = MIN (rank, version->time) };

      if (is_there (folder, version))
        g_array_append_val (ranked, row);
      else
        ent_version_free (version);
    }
}

static int
read_indexes (int          folder,
              const char  *project,
              GPtrArray  **indexes)
{
  EntVersionsIndex *index;
  int errnum = 0;

  if (project == NULL)
    {
      *indexes = ent_versions_index_read_all (folder, &errnum);
      return errnum;
    }
  *indexes = g_ptr_array_new_with_free_func ((GDestroyNotify) ent_versions_index_free);
  index = ent_versions_index_read (folder, project, &errnum);
  if (index != NULL)
    g_ptr_array_add (*indexes, index);
  return errnum;
}

static GPtrArray *
list_folder (int         folder,
             const char *project,
             int        *errnum)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) ent_version_free);
  g_autoptr(GArray) ranked = g_array_new (FALSE, FALSE, sizeof (Ranked));
  g_autoptr(GPtrArray) indexes = NULL;

  *errnum = read_indexes (folder, project, &indexes);
  for (guint i = 0; i < indexes->len; i++)
    take_versions (g_ptr_array_index (indexes, i), folder, ranked);
  g_array_sort (ranked, compare_ranks);
  for (guint i = 0; i < ranked->len; i++)
    g_ptr_array_add (list, g_array_index (ranked, Ranked, i).version);
  return list;
}

/**
 * ent_versions_list:
 * @project: (nullable): id of a partnership, or %NULL for all of them
 * @error: (out) (optional): an #EntStoreError
 *
 * Lists the versions that are kept, the one kept last first. What cannot be read of the list or is
 * gone from the disk is left out; that nothing was kept yet is no error.
 *
 * Returns: (transfer full) (nullable) (element-type EntVersion): the versions
 */
GPtrArray *
ent_versions_list (const char  *project,
                   GError     **error)
{
  g_autoptr(GPtrArray) list = NULL;
  g_autofree char *reason = NULL;
  EntStoreError code;
  int errnum;
  int folder;

  g_return_val_if_fail (project == NULL || ent_id_is_valid (project), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  folder = ent_versions_folder_open (ENT_STATE_VERSIONS, &errnum);
  if (folder >= 0)
    {
      /* A list that is damaged is put aside, which must not meet one that is being put right. */
      ent_versions_folder_wait (folder);
      list = list_folder (folder, project, &errnum);
      (void) close (folder);
    }
  else if (errnum == ENOENT)
    return g_ptr_array_new_with_free_func ((GDestroyNotify) ent_version_free);
  /* Of all partnerships those are shown that can be read. */
  if (list != NULL && (errnum == 0 || list->len > 0))
    return g_steal_pointer (&list);
  reason = _ent_store_dup_save_reason (errnum, &code);
  g_set_error (error, ENT_STORE_ERROR, (int) code,
               /* Translators: %s is why, such as “you do not have permission” */
               _("The earlier versions on this computer could not be read: %s. Try again."),
               reason);
  return NULL;
}
