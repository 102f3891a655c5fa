/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The journals of a folder: what is there to be recovered, and what was put aside long enough ago. */
#include "config.h"

#include "store/ent-journal-private.h"

#include "store/ent-file-read-private.h"

#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define SUFFIX           ".log"
#define SECONDS_OF_A_DAY 86400

typedef struct
{
  char *path;
  gint64 changed; /* nanoseconds since 1970 */
} Found;

static void
found_clear (gpointer data)
{
  Found *self = data;

  g_free (self->path);
}

static gboolean
is_journal_name (const char *name)
{
  g_autofree char *id = NULL;

  if (!g_str_has_suffix (name, SUFFIX))
    return FALSE;
  id = g_strndup (name, strlen (name) - strlen (SUFFIX));
  return g_uuid_string_is_valid (id);
}

static gboolean
is_own_file (const char  *path,
             struct stat *st)
{
  return lstat (path, st) == 0 && S_ISREG (st->st_mode) && st->st_uid == geteuid ();
}

static int
compare_found (gconstpointer a,
               gconstpointer b)
{
  const Found *one = a;
  const Found *two = b;

  if (one->changed != two->changed)
    return one->changed < two->changed ? -1 : 1;
  return strcmp (one->path, two->path);
}

static GArray *
find_files (EntStatePart   part,
            gboolean     (*is_wanted) (const char *name))
{
  g_autofree char *folder = ent_state_folder_dup_path (part);
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  GArray *files = g_array_new (FALSE, FALSE, sizeof (Found));
  const char *name;

  g_array_set_clear_func (files, found_clear);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      Found found;
      struct stat st;

      if ((is_wanted != NULL && !is_wanted (name)) || !is_own_file (path, &st))
        continue;
      found.path = g_steal_pointer (&path);
      found.changed = st.st_mtim.tv_sec * G_GINT64_CONSTANT (1000000000) + st.st_mtim.tv_nsec;
      g_array_append_val (files, found);
    }
  g_array_sort (files, compare_found);
  return files;
}

/**
 * ent_journal_list:
 * @part: a folder
 *
 * Returns: (transfer full) (array zero-terminated=1): the paths of the journals in it, also of those
 *   in use; the one that was not written to for the longest time comes first
 */
char **
ent_journal_list (EntStatePart part)
{
  g_autoptr(GArray) files = find_files (part, is_journal_name);
  char **paths = g_new0 (char *, files->len + 1);

  for (guint i = 0; i < files->len; i++)
    paths[i] = g_strdup (g_array_index (files, Found, i).path);
  return paths;
}

static gboolean
is_free (const char *path)
{
  int fd = _ent_open_retrying (AT_FDCWD, path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK, 0);
  gboolean free_to_take = fd >= 0 && _ent_journal_lock (fd) == 0;

  if (fd >= 0)
    (void) close (fd);
  return free_to_take;
}

/**
 * ent_journal_dup_bases:
 *
 * Returns: (transfer full) (array zero-terminated=1): digests of the versions that the journals of
 *   programs that run, and of those that ended too early, begin with
 */
char **
ent_journal_dup_bases (void)
{
  static const EntStatePart parts[] = { ENT_STATE_JOURNALS, ENT_STATE_TRYING };
  g_autoptr(GStrvBuilder) bases = g_strv_builder_new ();

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_auto(GStrv) paths = ent_journal_list (parts[i]);

      for (guint j = 0; paths[j] != NULL; j++)
        {
          g_autoptr(EntJournalHeader) header = ent_journal_peek (paths[j]);

          if (header != NULL && header->base != NULL)
            g_strv_builder_add (bases, header->base);
        }
    }
  return g_strv_builder_end (bases);
}

/**
 * ent_journal_expire:
 * @part: %ENT_STATE_ASIDE
 * @days: how long to keep what is there
 *
 * Deletes the files that were put aside more than @days days ago, except journals in use. A clock
 * that is wrong may keep them longer.
 *
 * Returns: how many were deleted
 */
guint
ent_journal_expire (EntStatePart part,
                    guint        days)
{
  g_autoptr(GArray) files = NULL;
  gint64 before;
  guint n_deleted = 0;

  g_return_val_if_fail (part == ENT_STATE_ASIDE, 0);

  before = g_get_real_time () - (gint64) days * SECONDS_OF_A_DAY * G_USEC_PER_SEC;
  files = find_files (part, NULL);
  for (guint i = 0; i < files->len; i++)
    {
      const Found *found = &g_array_index (files, Found, i);

      if (found->changed / 1000 < before && is_free (found->path) && unlink (found->path) == 0)
        n_deleted++;
    }
  return n_deleted;
}
