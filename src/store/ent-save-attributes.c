/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A saved file is a new file under the old name. It must not open to anybody what was closed, nor
 * close to a colleague what was open: owner, group, permission bits, access lists and the marks
 * that file managers keep are carried over, and where that cannot be done nothing is replaced.
 */
#include "config.h"

#include "store/ent-save-attributes.h"

#include <errno.h>
#include <string.h>
#include <sys/xattr.h>
#include <unistd.h>

#define ACCESS_LIST "system.posix_acl_access"
#define PERMISSIONS (S_ISUID | S_ISGID | S_ISVTX | S_IRWXU | S_IRWXG | S_IRWXO)

/* Only the administrator can give a file away. Anybody else becomes its owner, which takes nothing
 * from the former one as long as the group may do all that the owner could.
 */
static int
keep_owner (const struct stat *st,
            const struct stat *now,
            int                to)
{
  mode_t as_owner = (st->st_mode & S_IRWXU) >> 3;

  if (now->st_uid != st->st_uid && fchown (to, st->st_uid, (gid_t) -1) != 0)
    {
      if (errno != EPERM)
        return errno;
      if ((st->st_mode & S_IRWXG & as_owner) != as_owner)
        return EPERM;
    }
  if (now->st_gid != st->st_gid && fchown (to, (uid_t) -1, st->st_gid) != 0)
    return errno;
  return 0;
}

static int
copy_attribute (int         from,
                int         to,
                const char *name)
{
  g_autofree char *value = NULL;
  gssize length = fgetxattr (from, name, NULL, 0);

  if (length < 0)
    return errno;
  value = g_malloc ((gsize) length + 1);
  length = fgetxattr (from, name, value, (gsize) length);
  if (length < 0 || fsetxattr (to, name, value, (gsize) length, 0) != 0)
    return errno;
  return 0;
}

/* What the system and the administrator attach is theirs to attach again; what gives access has to
 * be kept; what a person attached is kept where the disk can hold it.
 */
static gboolean
may_be_lost (const char *name,
             int         errnum)
{
  if (g_str_has_prefix (name, "system."))
    return FALSE;
  if (g_str_has_prefix (name, "user."))
    return errnum == ENOTSUP || errnum == ENODATA;
  return TRUE;
}

static int
copy_attributes (int from,
                 int to)
{
  g_autofree char *names = NULL;
  gssize length = flistxattr (from, NULL, 0);

  if (length > 0)
    {
      names = g_malloc ((gsize) length + 1);
      length = flistxattr (from, names, (gsize) length);
    }
  if (length < 0)
    return errno == ENOTSUP || errno == ENOSYS ? 0 : errno;
  for (const char *name = names; name != NULL && name < names + length; name += strlen (name) + 1)
    {
      int errnum = copy_attribute (from, to, name);

      if (errnum != 0 && !may_be_lost (name, errnum))
        return errnum;
    }
  return 0;
}

/* A folder may give every new file in it an access list of its own. */
static int
remove_inherited_list (int to)
{
  if (fremovexattr (to, ACCESS_LIST) == 0 || errno == ENODATA || errno == ENOTSUP ||
      errno == ENOSYS)
    return 0;
  return errno;
}

static int
keep_permissions (const struct stat *st,
                  int                to)
{
  struct stat now;

  if (fchmod (to, st->st_mode & PERMISSIONS) != 0 || fstat (to, &now) != 0)
    return errno;
  return (now.st_mode & ~st->st_mode & PERMISSIONS) == 0 ? 0 : EPERM;
}

/**
 * ent_save_attributes_copy:
 * @from: the old file
 * @st: what the system says of it
 * @to: the file that is to take its place, of mode 0600
 *
 * Gives @to the owner (if possible), group, permissions, access list and other extended attributes
 * of @from.
 *
 * Returns: 0; EPERM or another error number if somebody would gain or lose access
 */
int
ent_save_attributes_copy (int                from,
                          const struct stat *st,
                          int                to)
{
  struct stat now;
  int errnum;

  g_return_val_if_fail (from >= 0 && to >= 0 && st != NULL, EINVAL);

  if (fstat (to, &now) != 0)
    return errno;
  errnum = keep_owner (st, &now, to);
  if (errnum == 0)
    errnum = remove_inherited_list (to);
  if (errnum == 0)
    errnum = copy_attributes (from, to);
  if (errnum == 0)
    errnum = keep_permissions (st, to);
  return errnum;
}
