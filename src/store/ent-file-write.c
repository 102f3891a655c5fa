/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A write can be cut short, a disk can report late that it failed, and some disks do not keep what
 * they are given: nothing counts as written before it was brought to the disk and read again.
 */
#include "config.h"

#include "store/ent-file-write-private.h"

#include "store/ent-file-read-private.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/random.h>
#include <unistd.h>

/**
 * _ent_random_number:
 * @number: (out): a number that nobody has yet
 *
 * For the name of a file that is there for a moment. It does not come from a generator that two
 * processes may have in the same state.
 *
 * Returns: 0, or an error number
 */
int
_ent_random_number (guint64 *number)
{
  g_return_val_if_fail (number != NULL, EINVAL);

  return getrandom (number, sizeof *number, 0) == sizeof *number ? 0 : errno;
}

/**
 * _ent_write_all:
 * @fd: an open file
 * @bytes: what goes into it
 * @written: (out) (optional): how much of it the system took, also after an error
 *
 * Returns: 0, or an error number
 */
int
_ent_write_all (int     fd,
                GBytes *bytes,
                gsize  *written)
{
  gsize size = 0;
  gsize done = 0;
  int errnum = 0;
  const guint8 *data;

  g_return_val_if_fail (fd >= 0 && bytes != NULL, EINVAL);

  data = g_bytes_get_data (bytes, &size);
  while (errnum == 0 && done < size)
    {
      gssize n = write (fd, data + done, size - done);

      if (n > 0)
        done += (gsize) n;
      else if (n == 0)
        errnum = ENOSPC;
      else if (errno != EINTR)
        errnum = errno;
    }
  if (written != NULL)
    *written = done;
  return errnum;
}

/**
 * _ent_sync_and_close:
 * @fd: (inout): a file that was written; -1 afterwards
 *
 * Brings it to the disk and closes it. It is not tried twice: after a failure the system forgets
 * what it could not write, and the second try would report success.
 *
 * Returns: 0, or an error number
 */
int
_ent_sync_and_close (int *fd)
{
  int errnum = 0;

  g_return_val_if_fail (fd != NULL && *fd >= 0, EINVAL);

  if (fsync (*fd) != 0)
    errnum = errno;
  if (close (*fd) != 0 && errno != EINTR && errnum == 0)
    errnum = errno;
  *fd = -1;
  return errnum;
}

typedef struct
{
  const guint8 *data;
  gsize left;
  gboolean same;
} Comparison;

static void
compare (const guint8 *data,
         gsize         length,
         gpointer      user_data)
{
  Comparison *self = user_data;

  self->same = self->same && length <= self->left && memcmp (data, self->data, length) == 0;
  if (!self->same)
    return;
  self->data += length;
  self->left -= length;
}

/**
 * _ent_compare_file:
 * @folder: descriptor of a folder
 * @name: a file in it
 * @bytes: what should be in the file
 * @st: (out): what the system says of it
 * @same: (out): whether it holds @bytes
 *
 * Reads a file back: some disks cut or change what they are given and say nothing.
 *
 * Returns: 0, or an error number
 */
int
_ent_compare_file (int          folder,
                   const char  *name,
                   GBytes      *bytes,
                   struct stat *st,
                   gboolean    *same)
{
  Comparison comparison = { .same = TRUE };
  int errnum;
  int fd;

  g_return_val_if_fail (name != NULL && bytes != NULL && st != NULL && same != NULL, EINVAL);

  comparison.data = g_bytes_get_data (bytes, &comparison.left);
  *same = FALSE;

  fd = _ent_open_retrying (folder, name, O_RDONLY | O_NONBLOCK | O_NOFOLLOW, 0);
  if (fd < 0)
    return errno;
  errnum = _ent_read_fd_each (fd, g_bytes_get_size (bytes), st, compare, &comparison);
  (void) close (fd);
  if (errnum != 0 && errnum != EFBIG)
    return errnum;
  *same = errnum == 0 && comparison.same && comparison.left == 0;
  return 0;
}
