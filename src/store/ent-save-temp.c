/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A save is written to a file of its own, made certain of, and only then given the real name: steps
 * 6, 7, 8 and 10 of the save protocol. Whatever fails before the rename leaves the old file alone.
 */
#include "config.h"

#include "store/ent-save-temp.h"

#include "store/ent-file-read-private.h"
#include "store/ent-file-write-private.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define TRIES  16
#define PREFIX ".~ent-"
#define DIGITS 16
#define SUFFIX ".tmp"

/* Of fixed length, so that a file whose name is as long as a name can be is saved as well; hidden,
 * and of a form that programs which copy folders to a server leave out.
 */
static int
choose_name (EntSaveTemp *self)
{
  guint64 number = 0;
  int errnum = _ent_random_number (&number);

  if (errnum != 0)
    return errnum;
  g_snprintf (self->name, sizeof self->name, PREFIX "%016" G_GINT64_MODIFIER "x" SUFFIX,
              number);
  return 0;
}

/**
 * ent_save_temp_is_name:
 * @name: the name of a file
 *
 * Returns: whether a save may have given it to a file that it got ready
 */
gboolean
ent_save_temp_is_name (const char *name)
{
  g_return_val_if_fail (name != NULL, FALSE);

  return strlen (name) == strlen (PREFIX) + DIGITS + strlen (SUFFIX) &&
         g_str_has_prefix (name, PREFIX) && g_str_has_suffix (name, SUFFIX) &&
         strspn (name + strlen (PREFIX), "0123456789abcdef") == DIGITS;
}

/**
 * ent_save_temp_create:
 * @self: made with ENT_SAVE_TEMP_INIT
 * @folder: descriptor of the folder
 * @is_private: whether nobody else may see it until it has the attributes of the file that it
 *   replaces; a file that replaces none gets those of any new file in the folder
 *
 * Returns: 0, or an error number
 */
int
ent_save_temp_create (EntSaveTemp *self,
                      int          folder,
                      gboolean     is_private)
{
  const mode_t mode = is_private ? 0600 : 0666;

  g_return_val_if_fail (self != NULL && self->fd < 0, EINVAL);
  g_return_val_if_fail (folder >= 0, EINVAL);

  self->folder = folder;
  for (guint i = 0; i < TRIES; i++)
    {
      int errnum = choose_name (self);

      if (errnum == 0)
        {
          self->fd = _ent_open_retrying (folder, self->name,
                                         O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, mode);
          if (self->fd >= 0)
            return 0;
          errnum = errno;
        }
      self->name[0] = '\0';
      if (errnum != EEXIST)
        return errnum;
    }
  return EEXIST;
}

/**
 * ent_save_temp_write:
 * @self: a file just created
 * @bytes: what goes into it
 *
 * Returns: 0, or an error number
 */
int
ent_save_temp_write (EntSaveTemp *self,
                     GBytes      *bytes)
{
  g_return_val_if_fail (self != NULL && self->fd >= 0, EINVAL);
  g_return_val_if_fail (bytes != NULL, EINVAL);

  return _ent_write_all (self->fd, bytes, NULL);
}

/**
 * ent_save_temp_finish:
 * @self: a file that was written
 *
 * Brings it to the disk and closes it.
 *
 * Returns: 0, or an error number
 */
int
ent_save_temp_finish (EntSaveTemp *self)
{
  g_return_val_if_fail (self != NULL && self->fd >= 0, EINVAL);

  return _ent_sync_and_close (&self->fd);
}

/**
 * ent_save_temp_verify:
 * @self: a file that was finished
 * @bytes: what should be in it
 * @st: (out): what the system says of it
 * @as_written: (out): whether it holds @bytes
 *
 * Reads the file back.
 *
 * Returns: 0, or an error number
 */
int
ent_save_temp_verify (EntSaveTemp *self,
                      GBytes      *bytes,
                      struct stat *st,
                      gboolean    *as_written)
{
  g_return_val_if_fail (self != NULL && self->fd < 0, EINVAL);

  return _ent_compare_file (self->folder, self->name, bytes, st, as_written);
}

static gboolean
is_unsupported (int errnum)
{
  return errnum == EINVAL || errnum == ENOSYS || errnum == ENOTSUP;
}

/**
 * ent_save_temp_rename:
 * @self: a file that was verified
 * @base: the name it gets in its folder
 * @replace: whether a file of that name may be there; if not and one has come in the meantime,
 *   the answer is EEXIST, except on disks that cannot tell
 *
 * Returns: 0, or an error number
 */
int
ent_save_temp_rename (EntSaveTemp *self,
                      const char  *base,
                      gboolean     replace)
{
  int result = -1;

  g_return_val_if_fail (self != NULL && self->name[0] != '\0', EINVAL);
  g_return_val_if_fail (base != NULL, EINVAL);

  if (!replace)
    result = renameat2 (self->folder, self->name, self->folder, base, RENAME_NOREPLACE);
  if (replace || (result != 0 && is_unsupported (errno)))
    result = renameat (self->folder, self->name, self->folder, base);
  if (result != 0)
    return errno;
  self->name[0] = '\0';
  return 0;
}

/**
 * ent_save_temp_discard:
 * @self: a file that may or may not be there
 *
 * Closes and removes it. Nothing is done once it has got its real name.
 */
void
ent_save_temp_discard (EntSaveTemp *self)
{
  g_return_if_fail (self != NULL);

  if (self->fd >= 0)
    (void) close (self->fd);
  self->fd = -1;
  if (self->name[0] != '\0')
    (void) unlinkat (self->folder, self->name, 0);
  self->name[0] = '\0';
}
