/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds the saves that were interrupted while they wrote into a file, and puts a version back when
 * the user has chosen it. What is found in the folder is believed only where it fits together:
 * anything else is put aside, so that it is in nobody's way at the next start and not lost either.
 */
#include "config.h"

#include "store/ent-rescue.h"

#include "store/ent-file-name.h"
#include "store/ent-file-read-private.h"
#include "store/ent-file-save-private.h"
#include "store/ent-rescue-files.h"
#include "store/ent-rescue-marker.h"
#include "store/ent-state-folder.h"
#include "store/ent-store-error-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* Longer than any path, of which every byte may take three characters. */
#define MARKER_SIZE_MAX (16 * 1024)

typedef struct
{
  EntRescue public;
  EntRescueFiles files;
  EntRescueMarker marker;
  gboolean has[2];
  gboolean exists;
  EntFingerprint seen;
} Rescue;

static const char *
ending_of (EntRescueVersion version)
{
  return version == ENT_RESCUE_OLD ? ENT_RESCUE_OLD_ENDING : ENT_RESCUE_NEW_ENDING;
}

static const guint8 *
digest_of (Rescue           *self,
           EntRescueVersion  version)
{
  return version == ENT_RESCUE_OLD ? self->marker.old : self->marker.new;
}

static gboolean
has_digest (const EntFingerprint *fingerprint,
            const guint8         *digest)
{
  return memcmp (fingerprint->digest, digest, sizeof fingerprint->digest) == 0;
}

/* Only what this user wrote, and whole. */
static GBytes *
read_kept (int         folder,
           const char *name,
           gsize       most)
{
  g_autoptr(GBytes) bytes = NULL;
  struct stat st;
  int errnum;
  int fd = _ent_open_retrying (folder, name, O_RDONLY | O_NONBLOCK | O_NOFOLLOW, 0);

  if (fd < 0)
    return NULL;
  if (fstat (fd, &st) == 0 && st.st_uid == geteuid () && st.st_size <= (off_t) most)
    bytes = _ent_read_fd (fd, &st, &errnum);
  (void) close (fd);
  return g_steal_pointer (&bytes);
}

static GBytes *
read_version (Rescue           *self,
              EntRescueVersion  version)
{
  g_autofree char *name = ent_rescue_files_dup_name (&self->files, ending_of (version));
  g_autoptr(GBytes) bytes = read_kept (self->files.folder, name, ENT_FILE_SIZE_MAX);
  EntFingerprint fingerprint;

  if (bytes == NULL)
    return NULL;
  ent_fingerprint_init (&fingerprint, bytes, NULL);
  return has_digest (&fingerprint, digest_of (self, version)) ? g_steal_pointer (&bytes) : NULL;
}

static gboolean
check_version (Rescue           *self,
               EntRescueVersion  version)
{
  g_autoptr(GBytes) bytes = read_version (self, version);

  return bytes != NULL;
}

static gboolean
read_marker (Rescue *self)
{
  g_autofree char *name = ent_rescue_files_dup_name (&self->files, ENT_RESCUE_MARKER);
  g_autoptr(GBytes) bytes = read_kept (self->files.folder, name, MARKER_SIZE_MAX);

  return bytes != NULL && ent_rescue_marker_parse (&self->marker, bytes);
}

/* Sets what is known of the file. Returns whether it is the new version. */
static gboolean
look_at_file (Rescue *self)
{
  struct stat st;
  int fd = _ent_open_retrying (AT_FDCWD, self->marker.path, O_RDONLY | O_NONBLOCK | O_NOFOLLOW, 0);

  if (fd >= 0)
    {
      self->exists = ent_fingerprint_init_fd (&self->seen, fd, &st) == 0;
      (void) close (fd);
    }
  if (!self->exists)
    self->public.state = ENT_RESCUE_GONE;
  else if (has_digest (&self->seen, self->marker.old))
    self->public.state = ENT_RESCUE_UNTOUCHED;
  else
    self->public.state = ENT_RESCUE_MIXED;
  return self->exists && has_digest (&self->seen, self->marker.new);
}

static gboolean
has_something_to_offer (Rescue *self)
{
  self->has[ENT_RESCUE_OLD] = check_version (self, ENT_RESCUE_OLD);
  self->has[ENT_RESCUE_NEW] = check_version (self, ENT_RESCUE_NEW);
  return self->has[ENT_RESCUE_NEW] ||
         (self->has[ENT_RESCUE_OLD] && self->public.state != ENT_RESCUE_UNTOUCHED);
}

static void
fill_public (Rescue *self)
{
  g_autoptr(GFile) file = g_file_new_for_path (self->marker.path);

  self->public.path = g_strdup (self->marker.path);
  self->public.name = ent_file_dup_display_name (file);
  self->public.time = g_date_time_ref (self->marker.time);
}

static char *
dup_id (const char *name,
        const char *ending)
{
  g_autofree char *id = NULL;

  if (!g_str_has_suffix (name, ending))
    return NULL;
  id = g_strndup (name, strlen (name) - strlen (ending));
  if (strlen (id) != ENT_RESCUE_ID_LENGTH || strspn (id, "0123456789abcdef") != strlen (id))
    return NULL;
  return g_steal_pointer (&id);
}

/* A name that no save gives, or something of such a name that is no file. */
static gboolean
put_aside_alone (int         folder,
                 const char *name)
{
  g_autofree char *aside = ent_state_folder_make (ENT_STATE_ASIDE, NULL);
  g_autofree char *to = aside != NULL ? g_build_filename (aside, name, NULL) : NULL;

  return to != NULL && renameat (folder, name, AT_FDCWD, to) == 0;
}

/* The versions that belong to it go with it. */
static gboolean
put_aside_with_versions (int         folder,
                         const char *name,
                         const char *id)
{
  g_autofree char *old = id != NULL ? g_strconcat (id, ENT_RESCUE_OLD_ENDING, NULL) : NULL;
  g_autofree char *new = id != NULL ? g_strconcat (id, ENT_RESCUE_NEW_ENDING, NULL) : NULL;

  if (id != NULL)
    {
      (void) put_aside_alone (folder, old);
      (void) put_aside_alone (folder, new);
    }
  return put_aside_alone (folder, name);
}

/* Returns what to offer, or %NULL; @aside counts what made no sense. */
static EntRescue *
consider (int         folder,
          const char *name,
          guint      *aside)
{
  g_autofree char *id = dup_id (name, ENT_RESCUE_MARKER);
  g_autoptr(EntRescue) result = NULL;
  Rescue *self = g_new0 (Rescue, 1);
  int errnum;

  result = &self->public;
  self->files = (EntRescueFiles) ENT_RESCUE_FILES_INIT;
  errnum = id != NULL ? ent_rescue_files_take (&self->files, folder, id, ENT_RESCUE_MARKER)
                      : EINVAL;
  if (errnum == EWOULDBLOCK || errnum == ENOENT)
    return NULL;
  if (errnum != 0)
    {
      *aside += put_aside_with_versions (folder, name, id) ? 1 : 0;
      return NULL;
    }
  if (read_marker (self))
    {
      if (look_at_file (self))
        {
          ent_rescue_files_drop (&self->files);
          return NULL;
        }
      fill_public (self);
      if (has_something_to_offer (self))
        return g_steal_pointer (&result);
    }
  ent_rescue_files_put_aside (&self->files);
  *aside += 1;
  return NULL;
}

static gboolean
is_there (int         folder,
          const char *id,
          const char *ending)
{
  g_autofree char *name = g_strconcat (id, ending, NULL);

  return faccessat (folder, name, F_OK, AT_SYMLINK_NOFOLLOW) == 0;
}

/* A version without a marker: the program ended before it had written anything into the file, or
 * after it was done with it. While it runs, one name or the other of its marker is there; it goes
 * from the first to the second, so that they have to be asked for in that order.
 */
static void
remove_orphan (int         folder,
               const char *name,
               const char *ending)
{
  g_autofree char *id = dup_id (name, ending);

  if (id == NULL || is_there (folder, id, ENT_RESCUE_UNFINISHED) ||
      is_there (folder, id, ENT_RESCUE_MARKER))
    return;
  (void) unlinkat (folder, name, 0);
}

static void
remove_unfinished (int         folder,
                   const char *name)
{
  g_autofree char *id = dup_id (name, ENT_RESCUE_UNFINISHED);
  EntRescueFiles files = ENT_RESCUE_FILES_INIT;

  if (id != NULL && ent_rescue_files_take (&files, folder, id, ENT_RESCUE_UNFINISHED) == 0)
    ent_rescue_files_drop (&files);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static GPtrArray *
list_names (const char *path)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  return names;
}

static void
clear_up (int        folder,
          GPtrArray *names)
{
  for (guint i = 0; i < names->len; i++)
    remove_unfinished (folder, g_ptr_array_index (names, i));
  for (guint i = 0; i < names->len; i++)
    {
      remove_orphan (folder, g_ptr_array_index (names, i), ENT_RESCUE_OLD_ENDING);
      remove_orphan (folder, g_ptr_array_index (names, i), ENT_RESCUE_NEW_ENDING);
    }
}

/**
 * ent_rescue_list:
 * @n_put_aside: (out) (optional): how many made no sense and were put aside, so that people can be
 *   told
 *
 * Finds the saves that were interrupted. Those of programs that still run are left out, and those
 * that turn out to have succeeded are forgotten. It looks at the files themselves: call it in a
 * thread.
 *
 * Returns: (transfer full) (element-type EntRescue): the saves, to be resolved one by one; those
 *   that are freed without that are found again the next time
 */
GPtrArray *
ent_rescue_list (guint *n_put_aside)
{
  GPtrArray *rescues = g_ptr_array_new_with_free_func ((GDestroyNotify) ent_rescue_free);
  g_autofree char *path = ent_state_folder_dup_path (ENT_STATE_RESCUE);
  g_autoptr(GPtrArray) names = NULL;
  guint aside = 0;
  struct stat st;
  int folder = _ent_open_retrying (AT_FDCWD, path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW, 0);

  if (folder >= 0 && fstat (folder, &st) == 0 && st.st_uid == geteuid ())
    {
      names = list_names (path);
      for (guint i = 0; i < names->len; i++)
        if (g_str_has_suffix (g_ptr_array_index (names, i), ENT_RESCUE_MARKER))
          {
            EntRescue *rescue = consider (folder, g_ptr_array_index (names, i), &aside);

            if (rescue != NULL)
              g_ptr_array_add (rescues, rescue);
          }
      clear_up (folder, names);
    }
  if (folder >= 0)
    (void) close (folder);
  if (n_put_aside != NULL)
    *n_put_aside = aside;
  return rescues;
}

/**
 * ent_rescue_is_needed:
 *
 * Returns: whether there may be a save that was interrupted, which takes no time to see
 */
gboolean
ent_rescue_is_needed (void)
{
  g_autofree char *folder = ent_state_folder_dup_path (ENT_STATE_RESCUE);
  g_autoptr(GDir) names = g_dir_open (folder, 0, NULL);

  return names != NULL && g_dir_read_name (names) != NULL;
}

/**
 * ent_rescue_free:
 * @self: (transfer full): a save that was interrupted
 *
 * Lets go of it. What was not resolved stays on this computer.
 */
void
ent_rescue_free (EntRescue *self)
{
  Rescue *rescue = (Rescue *) self;

  g_return_if_fail (self != NULL);

  ent_rescue_files_leave (&rescue->files);
  ent_rescue_marker_clear (&rescue->marker);
  g_free (self->path);
  g_free (self->name);
  g_clear_pointer (&self->time, g_date_time_unref);
  g_free (rescue);
}

/**
 * ent_rescue_has:
 * @self: a save that was interrupted
 * @version: which version
 *
 * Returns: whether @version was there, whole, when @self was listed
 */
gboolean
ent_rescue_has (EntRescue        *self,
                EntRescueVersion  version)
{
  g_return_val_if_fail (self != NULL && version <= ENT_RESCUE_NEW, FALSE);

  return ((Rescue *) self)->has[version];
}

/**
 * ent_rescue_get_bytes:
 * @self: a save that was interrupted, not resolved yet
 * @version: which version
 * @error: (out) (optional): ENT_STORE_ERROR_DAMAGED
 *
 * Returns: (transfer full) (nullable): its contents
 */
GBytes *
ent_rescue_get_bytes (EntRescue         *self,
                      EntRescueVersion   version,
                      GError           **error)
{
  GBytes *bytes;

  g_return_val_if_fail (self != NULL && version <= ENT_RESCUE_NEW, NULL);
  g_return_val_if_fail (((Rescue *) self)->files.folder >= 0, NULL);

  bytes = read_version ((Rescue *) self, version);
  if (bytes == NULL)
    g_set_error (error, ENT_STORE_ERROR, ENT_STORE_ERROR_DAMAGED,
                 _("The version of “%s” that was kept on this computer is damaged. The file "
                   "itself was not touched."), self->name);
  return bytes;
}

/**
 * ent_rescue_restore:
 * @self: a save that was interrupted, not resolved yet
 * @version: the version that the user has chosen
 * @error: (out) (optional): an #EntStoreError; ENT_STORE_ERROR_CHANGED or EXISTS if the file is no
 *   longer what it was when @self was listed
 *
 * Saves @version to the file as any other save is done, and no other file: a link that has come in
 * its place is not followed. If that succeeds @self is resolved; the new version, where it was not
 * chosen, is put aside. If not, everything stays as it is. Call it in a thread.
 *
 * Returns: whether the file is @version now
 */
gboolean
ent_rescue_restore (EntRescue         *self,
                    EntRescueVersion   version,
                    GError           **error)
{
  Rescue *rescue = (Rescue *) self;
  g_autoptr(GFile) file = NULL;
  g_autoptr(GBytes) bytes = NULL;

  g_return_val_if_fail (self != NULL && version <= ENT_RESCUE_NEW, FALSE);
  g_return_val_if_fail (rescue->files.folder >= 0, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  bytes = ent_rescue_get_bytes (self, version, error);
  file = g_file_new_for_path (self->path);
  if (bytes == NULL ||
      !_ent_file_save_exactly (file, bytes, rescue->exists ? &rescue->seen : NULL, error))
    return FALSE;
  if (version == ENT_RESCUE_OLD && rescue->has[ENT_RESCUE_NEW])
    ent_rescue_files_put_aside (&rescue->files);
  else
    ent_rescue_files_drop (&rescue->files);
  return TRUE;
}

/**
 * ent_rescue_dismiss:
 * @self: a save that was interrupted, not resolved yet
 *
 * The user wants neither version: the file stays as it is, and what was kept is put aside.
 */
void
ent_rescue_dismiss (EntRescue *self)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (((Rescue *) self)->files.folder >= 0);

  ent_rescue_files_put_aside (&((Rescue *) self)->files);
}
