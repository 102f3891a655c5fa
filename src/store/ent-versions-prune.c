/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeps the versions within bounds: the newest of each partnership, one a day of the last month,
 * and so many bytes in all. Contents that no list names are what a damaged list has left: they
 * count among the bytes and go like others when there are too many, but for nothing else.
 *
 * Contents are removed before the lists are written again. A list may name what is gone, which is
 * then passed over; the other way round there would be contents that nobody finds.
 */
#include "config.h"

#include "store/ent-versions-private.h"

#include "store/ent-store-error-private.h"
#include "store/ent-versions-folder.h"
#include "store/ent-versions-index.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <unistd.h>

/* What was kept or asked for so lately may be about to be needed. */
#define GRACE_SECONDS 3600

/* A save's own temporary file, of a program that is gone: it would hold the lock. */
#define TEMP_PREFIX ".~ent-"

typedef struct
{
  guint64 size;
  gint64 time;
  guint n_lines;
  gboolean is_protected;
} Content;

/* A line of a list, or contents that are in none. */
typedef struct
{
  EntVersionsIndex *index;
  EntVersion *version;
  const char *digest;
  Content *content;
  gint64 rank;
} Candidate;

typedef struct
{
  const EntVersionsLimits *limits;
  gint64 now;
  int folder;
  GHashTable *contents;         /* digest → Content */
  GHashTable *needed;
  GPtrArray *indexes;
  GHashTable *changed;          /* EntVersionsIndex that has to be written again */
  guint64 total;
  int errnum;
} Prune;

/* The digests as set, in the form in which the files are named. */
GHashTable *
_ent_versions_dup_needed (const char *const *needed)
{
  GHashTable *set = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; needed != NULL && needed[i] != NULL; i++)
    g_hash_table_add (set, g_ascii_strdown (needed[i], -1));
  return set;
}

static void
note_error (Prune *self,
            int    errnum)
{
  if (self->errnum == 0)
    self->errnum = errnum;
}

static void
look_at (int         folder,
         const char *name,
         gpointer    user_data)
{
  Prune *self = user_data;
  g_autofree char *digest = NULL;
  Content *content;
  struct stat st;

  if (g_str_has_prefix (name, TEMP_PREFIX))
    (void) unlinkat (folder, name, 0);
  digest = ent_versions_dup_name_digest (name);
  if (digest == NULL || fstatat (folder, name, &st, AT_SYMLINK_NOFOLLOW) != 0 ||
      !S_ISREG (st.st_mode))
    return;
  content = g_new0 (Content, 1);
  content->size = (guint64) st.st_size;
  content->time = st.st_mtim.tv_sec;
  content->is_protected = g_hash_table_contains (self->needed, digest) ||
                          ABS (self->now - content->time) < GRACE_SECONDS;
  self->total += content->size;
  g_hash_table_insert (self->contents, g_steal_pointer (&digest), content);
}

/* The day where the user is, as a number: days of people, not of the clock in Greenwich. */
static gint64
day_of (gint64 time)
{
  g_autoptr(GDateTime) local = g_date_time_new_from_unix_local (time);
  GDate date;

  if (local == NULL)
    return 0;
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) g_date_time_get_day_of_month (local),
                  (GDateMonth) g_date_time_get_month (local),
                  (GDateYear) g_date_time_get_year (local));
  return g_date_get_julian (&date);
}

/* Whether it is the first of its day to come by. A day that lies ahead is one, too: the clock is
 * wrong now or was wrong then.
 */
static gboolean
is_of_its_day (Prune            *self,
               const EntVersion *version,
               GHashTable       *days)
{
  gint64 day = day_of (version->time);

  return day_of (self->now) - day < (gint64) self->limits->days &&
         g_hash_table_add (days, GINT_TO_POINTER ((int) day));
}

static void
remove_content (Prune      *self,
                const char *digest,
                Content    *content)
{
  g_autofree char *name = ent_versions_dup_content_name (digest);

  self->total -= content->size;
  if (unlinkat (self->folder, name, 0) != 0 && errno != ENOENT)
    note_error (self, errno);
}

/* Which lines of a list stay by its own rules; lines without contents go. Of contents that stay in
 * any case the newest line does.
 */
static void
thin_out (Prune            *self,
          EntVersionsIndex *index)
{
  g_autoptr(GHashTable) days = g_hash_table_new (NULL, NULL);
  g_autoptr(GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr(GPtrArray) all = g_steal_pointer (&index->versions);
  guint n_there = 0;

  index->versions = g_ptr_array_new_with_free_func ((GDestroyNotify) ent_version_free);
  g_ptr_array_set_free_func (all, NULL);
  for (guint i = 0; i < all->len; i++)
    {
      EntVersion *version = g_ptr_array_index (all, i);
      Content *content = g_hash_table_lookup (self->contents, version->digest);
      gboolean stays = FALSE;

      if (content != NULL)
        {
          gboolean of_its_day = is_of_its_day (self, version, days);

          if (n_there == 0)
            content->is_protected = TRUE;
          stays = n_there++ < self->limits->newest || of_its_day ||
                  (content->is_protected && !g_hash_table_contains (seen, content));
        }
      if (!stays)
        {
          g_hash_table_add (self->changed, index);
          ent_version_free (version);
          continue;
        }
      content->n_lines++;
      g_hash_table_add (seen, content);
      g_ptr_array_add (index->versions, version);
    }
}

/* Contents are in no list from the start, or because none of their lines stays. */
static void
collect_listed (Prune      *self,
                GHashTable *listed)
{
  for (guint i = 0; i < self->indexes->len; i++)
    {
      EntVersionsIndex *index = g_ptr_array_index (self->indexes, i);

      for (guint j = 0; j < index->versions->len; j++)
        {
          EntVersion *version = g_ptr_array_index (index->versions, j);

          g_hash_table_add (listed, g_strdup (version->digest));
        }
    }
}

static void
remove_unlisted (Prune      *self,
                 GHashTable *listed)
{
  GHashTableIter iter;
  gpointer digest, value;

  g_hash_table_iter_init (&iter, self->contents);
  while (g_hash_table_iter_next (&iter, &digest, &value))
    {
      Content *content = value;

      if (content->n_lines > 0 || content->is_protected || !g_hash_table_contains (listed, digest))
        continue;
      remove_content (self, digest, content);
      g_hash_table_iter_remove (&iter);
    }
}

static int
compare_candidates (gconstpointer a,
                    gconstpointer b)
{
  const Candidate *one = a;
  const Candidate *other = b;

  if (one->rank != other->rank)
    return one->rank < other->rank ? -1 : 1;
  if (one->version == NULL || other->version == NULL)
    return (one->version != NULL) - (other->version != NULL);
  return (one->version->number > other->version->number) -
         (one->version->number < other->version->number);
}

static void
add_lines (Prune            *self,
           EntVersionsIndex *index,
           GArray           *candidates)
{
  gint64 rank = G_MAXINT64;

  for (guint i = 0; i < index->versions->len; i++)
    {
      EntVersion *version = g_ptr_array_index (index->versions, i);
      Content *content = g_hash_table_lookup (self->contents, version->digest);
      Candidate line = { index, version, version->digest, content, 0 };

      line.rank = rank = MIN (rank, version->time);
      if (!content->is_protected)
        g_array_append_val (candidates, line);
    }
}

static GArray *
collect_candidates (Prune *self)
{
  GArray *candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  GHashTableIter iter;
  gpointer digest, value;

  for (guint i = 0; i < self->indexes->len; i++)
    add_lines (self, g_ptr_array_index (self->indexes, i), candidates);
  g_hash_table_iter_init (&iter, self->contents);
  while (g_hash_table_iter_next (&iter, &digest, &value))
    {
      Content *content = value;
      Candidate unlisted = { NULL, NULL, digest, content, content->time };

      if (content->n_lines == 0 && !content->is_protected)
        g_array_append_val (candidates, unlisted);
    }
  g_array_sort (candidates, compare_candidates);
  return candidates;
}

/* The oldest go first, until the rest fits. */
static void
make_fit (Prune *self)
{
  g_autoptr(GArray) candidates = NULL;

  if (self->total <= self->limits->size)
    return;
  candidates = collect_candidates (self);
  for (guint i = 0; i < candidates->len && self->total > self->limits->size; i++)
    {
      Candidate *candidate = &g_array_index (candidates, Candidate, i);

      if (candidate->version == NULL || --candidate->content->n_lines == 0)
        remove_content (self, candidate->digest, candidate->content);
      if (candidate->version == NULL)
        continue;
      g_hash_table_add (self->changed, candidate->index);
      g_ptr_array_remove (candidate->index->versions, candidate->version);
    }
}

static void
prune_locked (Prune *self)
{
  g_autoptr(GHashTable) listed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer index;

  note_error (self, ent_versions_folder_each (self->folder, look_at, self));
  /* With a list that cannot be read nobody knows what may go. */
  if (self->errnum != 0)
    return;
  collect_listed (self, listed);
  for (guint i = 0; i < self->indexes->len; i++)
    thin_out (self, g_ptr_array_index (self->indexes, i));
  remove_unlisted (self, listed);
  make_fit (self);
  g_hash_table_iter_init (&iter, self->changed);
  while (g_hash_table_iter_next (&iter, &index, NULL))
    note_error (self, ent_versions_index_rewrite (index, self->folder));
  note_error (self, ent_versions_sync (self->folder));
}

/* As ent_versions_prune(), with other limits, at the time @now. */
gboolean
_ent_versions_prune_at (const char *const        *needed,
                        const EntVersionsLimits  *limits,
                        gint64                    now,
                        GError                  **error)
{
  g_autoptr(GHashTable) contents = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr(GHashTable) set = _ent_versions_dup_needed (needed);
  g_autoptr(GHashTable) changed = g_hash_table_new (NULL, NULL);
  g_autoptr(GPtrArray) indexes = NULL;
  g_autofree char *reason = NULL;
  Prune self = { limits, now, -1, contents, set, NULL, changed, 0, 0 };
  EntStoreError code;

  self.folder = ent_versions_folder_lock (error);
  if (self.folder < 0)
    return FALSE;
  self.indexes = indexes = ent_versions_index_read_all (self.folder, &self.errnum);
  prune_locked (&self);
  (void) close (self.folder);
  if (self.errnum == 0)
    return TRUE;
  reason = _ent_store_dup_save_reason (self.errnum, &code);
  g_set_error (error, ENT_STORE_ERROR, (int) code,
               /* Translators: %s is why, such as “the disk reported a fault” */
               _("Old versions on this computer could not be removed: %s. They take space until "
                 "that works."), reason);
  return FALSE;
}

/**
 * ent_versions_prune:
 * @needed: (nullable) (array zero-terminated=1): digests that journals start from
 * @error: (out) (optional): an #EntStoreError
 *
 * Removes old versions: of each partnership the 20 newest stay, and the last of each of the last 30
 * days; of all together at most 200 MB stay, the oldest going first. The newest of each
 * partnership, what is @needed and what was put or asked for within the last hour stays in any
 * case. To be called after a save that the disk has confirmed.
 *
 * Returns: whether all went well
 */
gboolean
ent_versions_prune (const char *const  *needed,
                    GError            **error)
{
  const EntVersionsLimits limits = ENT_VERSIONS_LIMITS;

  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  return _ent_versions_prune_at (needed, &limits, g_get_real_time () / G_USEC_PER_SEC, error);
}
