/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads a whole file into memory, whatever it turns out to be. A pipe must not make the program
 * wait, a device must not be read without end, and a file that is too large is refused by its size
 * before a byte of memory is taken for it.
 */
#include "config.h"

#include "store/ent-file-read-private.h"

#include "store/ent-file-name.h"
#include "store/ent-store-error-private.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#define CHUNK ((gsize) 64 * 1024)

/* 0, or the number that stands for what is wrong with it in _ent_store_set_open_errno(). */
static int
check_kind (const struct stat *st,
            gsize              most)
{
  if (S_ISDIR (st->st_mode))
    return EISDIR;
  if (!S_ISREG (st->st_mode))
    return ENXIO;
  return (guint64) st->st_size > most ? EFBIG : 0;
}

static gssize
read_retrying (int     fd,
               guint8 *buffer,
               gsize   length)
{
  gssize n;

  do
    n = read (fd, buffer, length);
  while (n < 0 && errno == EINTR);
  return n;
}

/* Some files say that they are empty and are not, and others grow while they are read: the size is
 * a hint for the memory to take, the end of the file is where reading stops.
 */
static GBytes *
read_to_end (int    fd,
             gsize  expected,
             int   *errnum)
{
  g_autoptr(GByteArray) array = g_byte_array_sized_new ((guint) (expected + 1));
  gsize used = 0;
  gssize n;

  do
    {
      gsize room = used <= expected ? expected + 1 - used : CHUNK;

      g_byte_array_set_size (array, (guint) (used + room));
      n = read_retrying (fd, array->data + used, room);
      used += n > 0 ? (gsize) n : 0;
    }
  while (n > 0 && used <= ENT_FILE_SIZE_MAX);
  *errnum = n < 0 ? errno : used > ENT_FILE_SIZE_MAX ? EFBIG : 0;
  if (*errnum != 0)
    return NULL;
  g_byte_array_set_size (array, (guint) used);
  return g_byte_array_free_to_bytes (g_steal_pointer (&array));
}

/**
 * _ent_read_fd_each:
 * @fd: an open file, at its start
 * @most: how many bytes it may have
 * @st: (out): what the system says of it
 * @each: (scope call): is given the contents, piece by piece
 * @user_data: for @each
 *
 * Reads a file that need not be in memory as a whole. A file that grows while it is read may give
 * @each a little more than @most.
 *
 * Returns: 0, or an error number as from _ent_read_fd()
 */
int
_ent_read_fd_each (int          fd,
                   gsize        most,
                   struct stat *st,
                   EntReadFunc  each,
                   gpointer     user_data)
{
  g_autofree guint8 *chunk = NULL;
  gsize used = 0;
  gssize n;
  int errnum;

  g_return_val_if_fail (fd >= 0 && st != NULL && each != NULL, EINVAL);

  errnum = fstat (fd, st) == 0 ? check_kind (st, most) : errno;
  if (errnum != 0)
    return errnum;
  chunk = g_malloc (CHUNK);
  while ((n = read_retrying (fd, chunk, CHUNK)) > 0 && used <= most)
    {
      each (chunk, (gsize) n, user_data);
      used += (gsize) n;
    }
  return n < 0 ? errno : used > most ? EFBIG : 0;
}

/**
 * _ent_open_retrying:
 * @folder: descriptor of the folder that @path is relative to, or AT_FDCWD
 * @path: a path
 * @flags: as for openat(); O_CLOEXEC and O_NOCTTY are added
 * @mode: permissions of a file that is made
 *
 * Opens a file, again if a signal came in between.
 *
 * Returns: a descriptor, or -1 with errno set
 */
int
_ent_open_retrying (int         folder,
                    const char *path,
                    int         flags,
                    mode_t      mode)
{
  int fd;

  do
    fd = openat (folder, path, flags | O_CLOEXEC | O_NOCTTY, mode);
  while (fd < 0 && errno == EINTR);
  return fd;
}

/**
 * _ent_read_fd:
 * @fd: an open file, at its start
 * @st: (out): what the system says of it
 * @errnum: (out): why it could not be read; EISDIR, ENXIO and EFBIG for what is not a file or is
 *   too large
 *
 * Returns: (transfer full) (nullable): the whole contents
 */
GBytes *
_ent_read_fd (int          fd,
              struct stat *st,
              int         *errnum)
{
  g_return_val_if_fail (fd >= 0 && st != NULL && errnum != NULL, NULL);

  *errnum = fstat (fd, st) == 0 ? check_kind (st, ENT_FILE_SIZE_MAX) : errno;
  if (*errnum != 0)
    return NULL;
  return read_to_end (fd, (gsize) st->st_size, errnum);
}

static GBytes *
read_local (const char      *path,
            const char      *name,
            EntFingerprint  *fingerprint,
            GError         **error)
{
  g_autoptr(GBytes) bytes = NULL;
  struct stat st;
  int fd = _ent_open_retrying (AT_FDCWD, path, O_RDONLY | O_NONBLOCK, 0);
  int errnum = errno;

  if (fd >= 0)
    {
      bytes = _ent_read_fd (fd, &st, &errnum);
      (void) close (fd);
    }
  if (bytes == NULL)
    _ent_store_set_open_errno (error, name, errnum);
  else if (fingerprint != NULL)
    ent_fingerprint_init (fingerprint, bytes, &st);
  return g_steal_pointer (&bytes);
}

static void
set_stream_error (GError     **error,
                  const char  *name,
                  GError      *cause)
{
  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_error_copy (cause));
  else
    _ent_store_set_open_errno (error, name, _ent_store_errno_of (cause));
}

/**
 * _ent_read_stream:
 * @file: a file, for example in a folder on the net
 * @most: how many bytes it may have
 * @cancellable: (nullable): to stop it
 * @error: (out) (optional): where the error goes; ENT_STORE_ERROR_TOO_LARGE if it has more
 *
 * Reads a file through GIO.
 *
 * Returns: (transfer full) (nullable): the whole contents
 */
GBytes *
_ent_read_stream (GFile         *file,
                  gsize          most,
                  GCancellable  *cancellable,
                  GError       **error)
{
  g_autofree char *name = ent_file_dup_display_name (file);
  g_autoptr(GError) cause = NULL;
  g_autoptr(GFileInputStream) stream = g_file_read (file, cancellable, &cause);
  g_autoptr(GByteArray) array = g_byte_array_new ();
  gsize n = 1;

  if (stream == NULL)
    {
      set_stream_error (error, name, cause);
      return NULL;
    }
  while (n > 0 && array->len <= most)
    {
      gsize used = array->len;

      g_byte_array_set_size (array, (guint) (used + CHUNK));
      if (!g_input_stream_read_all (G_INPUT_STREAM (stream), array->data + used, CHUNK, &n,
                                    cancellable, &cause))
        {
          set_stream_error (error, name, cause);
          return NULL;
        }
      g_byte_array_set_size (array, (guint) (used + n));
    }
  if (array->len > most)
    {
      _ent_store_set_open_errno (error, name, EFBIG);
      return NULL;
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&array));
}

/**
 * ent_file_read:
 * @file: the file to read
 * @fingerprint: (out) (optional): what was read, to recognise it later
 * @cancellable: (nullable): to stop it
 * @error: (out) (optional): an #EntStoreError, or G_IO_ERROR_CANCELLED
 *
 * Reads all of @file, if it is an ordinary file of at most %ENT_FILE_SIZE_MAX bytes. It may be
 * called in any thread.
 *
 * Returns: (transfer full) (nullable): the contents
 */
GBytes *
ent_file_read (GFile           *file,
               EntFingerprint  *fingerprint,
               GCancellable    *cancellable,
               GError         **error)
{
  g_autofree char *path = NULL;
  g_autoptr(GBytes) bytes = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  if (g_file_is_native (file))
    {
      g_autofree char *name = ent_file_dup_display_name (file);

      path = g_file_get_path (file);
      return read_local (path, name, fingerprint, error);
    }
  bytes = _ent_read_stream (file, ENT_FILE_SIZE_MAX, cancellable, error);
  if (bytes != NULL && fingerprint != NULL)
    ent_fingerprint_init (fingerprint, bytes, NULL);
  return g_steal_pointer (&bytes);
}
