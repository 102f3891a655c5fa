/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A look at a file, taken in a thread: is it still what was last opened or saved? What the system
 * says of it answers that most of the time; where that differs the contents decide.
 */
#include "config.h"

#include "store/ent-file-watch-private.h"

#include "store/ent-file-read-private.h"
#include "store/ent-file-read.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#define ATTRIBUTES \
  G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_TIME_MODIFIED "," G_FILE_ATTRIBUTE_ETAG_VALUE

/* The folders above a file that is not there tell whether the disk is there on which it was: the
 * place where a stick or share was mounted is on another one, or gone together with it.
 */
static EntFileState
state_of_missing (const EntFingerprint *expected,
                  const char           *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  struct stat st;

  if (expected->device == 0)
    return ENT_FILE_GONE;
  while (stat (folder, &st) != 0)
    {
      char *above = g_path_get_dirname (folder);
      gboolean top = g_str_equal (above, folder);

      if ((errno != ENOENT && errno != ENOTDIR) || top)
        {
          g_free (above);
          return ENT_FILE_UNREACHABLE;
        }
      g_free (folder);
      folder = above;
    }
  return st.st_dev == expected->device ? ENT_FILE_GONE : ENT_FILE_UNREACHABLE;
}

/* A file that may not be read any more is judged by what can be seen from outside. */
static EntFileState
state_of_unreadable (EntFileLook *self,
                     const char  *path,
                     int          errnum)
{
  struct stat st;

  if (errnum == ENOENT || errnum == ENOTDIR || errnum == ELOOP)
    return state_of_missing (&self->expected, path);
  if ((errnum != EACCES && errnum != EPERM && errnum != ENXIO) || stat (path, &st) != 0)
    return ENT_FILE_UNREACHABLE;
  self->time = st.st_mtim.tv_sec;
  return ent_fingerprint_matches_stat (&self->expected, &st) ? ENT_FILE_UNCHANGED
                                                             : ENT_FILE_CHANGED;
}

static EntFileState
state_of_content (const EntFileLook *self)
{
  return ent_fingerprint_same_content (&self->seen, &self->expected) ? ENT_FILE_UNCHANGED
                                                                     : ENT_FILE_CHANGED;
}

static EntFileState
look_at_open (EntFileLook *self,
              const char  *path,
              int          fd)
{
  struct stat st;
  int errnum;

  if (fstat (fd, &st) != 0)
    return state_of_unreadable (self, path, errno);
  self->time = st.st_mtim.tv_sec;
  if (ent_fingerprint_matches_stat (&self->seen, &st))
    return state_of_content (self);
  if (!S_ISREG (st.st_mode) || (guint64) st.st_size != self->expected.size)
    return ENT_FILE_CHANGED;
  errnum = ent_fingerprint_init_fd (&self->seen, fd, &st);
  if (errnum != 0)
    {
      self->seen = self->expected;
      return ENT_FILE_UNREACHABLE;
    }
  return state_of_content (self);
}

static void
look_at_path (EntFileLook *self,
              const char  *path)
{
  int fd = _ent_open_retrying (AT_FDCWD, path, O_RDONLY | O_NONBLOCK, 0);

  if (fd < 0)
    {
      self->state = state_of_unreadable (self, path, errno);
      return;
    }
  self->state = look_at_open (self, path, fd);
  (void) close (fd);
}

static EntFileState
state_of_error (const GError *error)
{
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND) ||
             g_error_matches (error, ENT_STORE_ERROR, ENT_STORE_ERROR_NOT_FOUND)
           ? ENT_FILE_GONE
           : ENT_FILE_UNREACHABLE;
}

/* There is no inode to go by, and reading costs the net: what the server calls the state of the
 * file says whether it is needed.
 */
static void
look_through_gio (EntFileLook *self,
                  GFile       *file)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GFileInfo) info =
    g_file_query_info (file, ATTRIBUTES, G_FILE_QUERY_INFO_NONE, NULL, &error);
  const char *etag;

  if (info == NULL)
    {
      self->state = state_of_error (error);
      return;
    }
  self->time =
    (gint64) g_file_info_get_attribute_uint64 (info, G_FILE_ATTRIBUTE_TIME_MODIFIED);
  etag = g_file_info_get_attribute_string (info, G_FILE_ATTRIBUTE_ETAG_VALUE);
  if (etag == NULL || g_strcmp0 (etag, self->etag) != 0)
    {
      bytes = ent_file_read (file, &self->seen, NULL, &error);
      if (bytes == NULL)
        {
          self->state = g_error_matches (error, ENT_STORE_ERROR, ENT_STORE_ERROR_TOO_LARGE)
                          ? ENT_FILE_CHANGED
                          : state_of_error (error);
          return;
        }
      g_free (self->etag);
      self->etag = g_strdup (etag);
    }
  self->state = state_of_content (self);
}

/**
 * _ent_file_look:
 * @self: what is expected there, and what was seen there last; is given what is there now
 * @file: the file
 *
 * Looks what became of @file. May take long where the disk is slow or a share does not answer.
 */
void
_ent_file_look (EntFileLook *self,
                GFile       *file)
{
  g_return_if_fail (self != NULL && G_IS_FILE (file));

  self->time = 0;
  if (g_file_is_native (file))
    {
      g_autofree char *path = g_file_get_path (file);

      look_at_path (self, path);
    }
  else
    look_through_gio (self, file);
}
