/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stands between a program and the C library: counts the calls that touch files below a folder and
 * makes the n-th of a kind fail, with the error a disk would give. What is not made to fail is done
 * by the system call itself, so that nothing here depends on how the C library does it.
 *
 * The state is global because the calls are.
 */
#include "faultshim.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <sys/xattr.h>
#include <unistd.h>

#define PATH_SIZE 4096

typedef enum
{
  PASS,
  FAIL,
  HALF,
  LIE,
  DIE_AFTER,
} Verdict;

static struct
{
  gboolean armed;
  FaultCall call;
  guint nth;
  int errnum;
  FaultMode mode;
  char folder[PATH_SIZE];
  guint seen;
  guint hit;
} shim;

static gboolean
is_below (const char *path)
{
  gsize length = strlen (shim.folder);

  return strncmp (path, shim.folder, length) == 0 && (path[length] == '/' || path[length] == '\0');
}

static gboolean
is_watched_fd (int fd)
{
  char link[64];
  char path[PATH_SIZE];
  ssize_t length;

  snprintf (link, sizeof link, "/proc/self/fd/%d", fd);
  length = syscall (SYS_readlinkat, AT_FDCWD, link, path, sizeof path - 1);
  if (length <= 0)
    return FALSE;
  path[length] = '\0';
  return is_below (path);
}

static gboolean
is_watched_path (int         folder,
                 const char *path)
{
  return path[0] == '/' ? is_below (path) : folder != AT_FDCWD && is_watched_fd (folder);
}

static Verdict
judge (FaultCall call)
{
  if (shim.call != call && shim.call != FAULT_ANY)
    return PASS;
  shim.seen++;
  if (shim.seen < shim.nth || (shim.seen > shim.nth && shim.mode != FAULT_STICKY))
    return PASS;
  shim.hit++;
  switch (shim.mode)
    {
    case FAULT_SHORT:
      return call == FAULT_WRITE ? HALF : PASS;
    case FAULT_LIE:
      return call == FAULT_WRITE ? LIE : PASS;
    case FAULT_KILL:
      raise (SIGKILL);
      return FAIL;
    case FAULT_KILL_AFTER:
      return DIE_AFTER;
    case FAULT_ONCE:
    case FAULT_STICKY:
    default:
      errno = shim.errnum;
      return FAIL;
    }
}

static Verdict
judge_fd (FaultCall call,
          int       fd)
{
  return shim.armed && is_watched_fd (fd) ? judge (call) : PASS;
}

static Verdict
judge_path (FaultCall   call,
            int         folder,
            const char *path)
{
  return shim.armed && is_watched_path (folder, path) ? judge (call) : PASS;
}

static long
finish (Verdict verdict,
        long    result)
{
  if (verdict == DIE_AFTER)
    raise (SIGKILL);
  return result;
}

/* A fault is asked for by its kind and number; all calls of one save are counted from here. */
void
faultshim_arm (FaultCall   call,
               guint       nth,
               int         errnum,
               FaultMode   mode,
               const char *folder)
{
  shim.call = call;
  shim.nth = nth;
  shim.errnum = errnum;
  shim.mode = mode;
  shim.seen = shim.hit = 0;
  g_strlcpy (shim.folder, folder, sizeof shim.folder);
  shim.armed = TRUE;
}

/* How many calls were made to fail; 0 says that there was no n-th. */
guint
faultshim_disarm (void)
{
  shim.armed = FALSE;
  return shim.hit;
}

static int
do_open (int         folder,
         const char *path,
         int         flags,
         mode_t      mode)
{
  Verdict verdict = judge_path (FAULT_OPEN, folder, path);

  if (verdict == FAIL)
    return -1;
  return (int) finish (verdict, syscall (SYS_openat, folder, path, flags, mode));
}

/* The names under which the calls are known to programs built for large files, or with checks of
 * the C library's own.
 */
int     __open_2 (const char *path, int flags);
int     __open64_2 (const char *path, int flags);
int     __openat_2 (int folder, const char *path, int flags);
int     __openat64_2 (int folder, const char *path, int flags);
ssize_t __read_chk (int fd, void *buffer, size_t length, size_t size);

/* The mode is there only where a file may be made. */
#define OPEN_MODE(flags, mode)                          \
  G_STMT_START                                          \
  {                                                     \
    if (((flags) & (O_CREAT | __O_TMPFILE)) != 0)       \
      {                                                 \
        va_list arguments;                              \
        va_start (arguments, flags);                    \
        mode = va_arg (arguments, mode_t);              \
        va_end (arguments);                             \
      }                                                 \
  }                                                     \
  G_STMT_END

int
open (const char *path,
      int         flags,
      ...)
{
  mode_t mode = 0;

  OPEN_MODE (flags, mode);
  return do_open (AT_FDCWD, path, flags, mode);
}

int
openat (int         folder,
        const char *path,
        int         flags,
        ...)
{
  mode_t mode = 0;

  OPEN_MODE (flags, mode);
  return do_open (folder, path, flags, mode);
}

int open64 (const char *path, int flags, ...) __attribute__ ((alias ("open")));
int openat64 (int folder, const char *path, int flags, ...) __attribute__ ((alias ("openat")));

int
__open_2 (const char *path,
          int         flags)
{
  return do_open (AT_FDCWD, path, flags, 0);
}

int __open64_2 (const char *path, int flags) __attribute__ ((alias ("__open_2")));

int
__openat_2 (int         folder,
            const char *path,
            int         flags)
{
  return do_open (folder, path, flags, 0);
}

int __openat64_2 (int folder, const char *path, int flags) __attribute__ ((alias ("__openat_2")));

ssize_t
read (int    fd,
      void  *buffer,
      size_t length)
{
  Verdict verdict = judge_fd (FAULT_READ, fd);

  return verdict == FAIL ? -1 : finish (verdict, syscall (SYS_read, fd, buffer, length));
}

ssize_t
__read_chk (int    fd,
            void  *buffer,
            size_t length,
            size_t size)
{
  return read (fd, buffer, length);
}

ssize_t
write (int         fd,
       const void *buffer,
       size_t      length)
{
  Verdict verdict = judge_fd (FAULT_WRITE, fd);
  size_t part = verdict == HALF || verdict == LIE ? (length + 1) / 2 : length;
  ssize_t written;

  if (verdict == FAIL)
    return -1;
  written = finish (verdict, syscall (SYS_write, fd, buffer, part));
  return verdict == LIE && written >= 0 ? (ssize_t) length : written;
}

ssize_t
pwrite (int         fd,
        const void *buffer,
        size_t      length,
        off_t       offset)
{
  Verdict verdict = judge_fd (FAULT_WRITE, fd);
  size_t part = verdict == HALF || verdict == LIE ? (length + 1) / 2 : length;
  ssize_t written;

  if (verdict == FAIL)
    return -1;
  written = finish (verdict, syscall (SYS_pwrite64, fd, buffer, part, offset));
  return verdict == LIE && written >= 0 ? (ssize_t) length : written;
}

ssize_t pwrite64 (int fd, const void *buffer, size_t length, off64_t offset)
  __attribute__ ((alias ("pwrite")));

int
ftruncate (int   fd,
           off_t length)
{
  Verdict verdict = judge_fd (FAULT_TRUNCATE, fd);

  return verdict == FAIL ? -1 : (int) finish (verdict, syscall (SYS_ftruncate, fd, length));
}

int ftruncate64 (int fd, off64_t length) __attribute__ ((alias ("ftruncate")));

int
unlink (const char *path)
{
  Verdict verdict = judge_path (FAULT_UNLINK, AT_FDCWD, path);

  if (verdict == FAIL)
    return -1;
  return (int) finish (verdict, syscall (SYS_unlinkat, AT_FDCWD, path, 0));
}

int
flock (int fd,
       int operation)
{
  Verdict verdict = judge_fd (FAULT_LOCK, fd);

  return verdict == FAIL ? -1 : (int) finish (verdict, syscall (SYS_flock, fd, operation));
}

int
fdatasync (int fd)
{
  Verdict verdict = judge_fd (FAULT_FSYNC, fd);

  return verdict == FAIL ? -1 : (int) finish (verdict, syscall (SYS_fdatasync, fd));
}

int
fsync (int fd)
{
  Verdict verdict = judge_fd (FAULT_FSYNC, fd);

  return verdict == FAIL ? -1 : (int) finish (verdict, syscall (SYS_fsync, fd));
}

/* A close that fails has closed all the same. */
int
close (int fd)
{
  Verdict verdict = judge_fd (FAULT_CLOSE, fd);
  int result = (int) finish (verdict, syscall (SYS_close, fd));

  if (verdict != FAIL)
    return result;
  errno = shim.errnum;
  return -1;
}

int
renameat2 (int          from_folder,
           const char  *from,
           int          to_folder,
           const char  *to,
           unsigned int flags)
{
  Verdict verdict = judge_path (FAULT_RENAME, from_folder, from);

  if (verdict == FAIL)
    return -1;
  return (int) finish (verdict,
                       syscall (SYS_renameat2, from_folder, from, to_folder, to, flags));
}

int
renameat (int         from_folder,
          const char *from,
          int         to_folder,
          const char *to)
{
  return renameat2 (from_folder, from, to_folder, to, 0);
}

int
rename (const char *from,
        const char *to)
{
  return renameat2 (AT_FDCWD, from, AT_FDCWD, to, 0);
}

int
fchmod (int    fd,
        mode_t mode)
{
  Verdict verdict = judge_fd (FAULT_CHMOD, fd);

  return verdict == FAIL ? -1 : (int) finish (verdict, syscall (SYS_fchmod, fd, mode));
}

int
fchown (int   fd,
        uid_t owner,
        gid_t group)
{
  Verdict verdict = judge_fd (FAULT_CHOWN, fd);

  return verdict == FAIL ? -1 : (int) finish (verdict, syscall (SYS_fchown, fd, owner, group));
}

int
fallocate (int   fd,
           int   mode,
           off_t offset,
           off_t length)
{
  Verdict verdict = judge_fd (FAULT_ALLOCATE, fd);

  if (verdict == FAIL)
    return -1;
  return (int) finish (verdict, syscall (SYS_fallocate, fd, mode, offset, length));
}

int fallocate64 (int fd, int mode, off64_t offset, off64_t length)
  __attribute__ ((alias ("fallocate")));

int
unlinkat (int         folder,
          const char *path,
          int         flags)
{
  Verdict verdict = judge_path (FAULT_UNLINK, folder, path);

  if (verdict == FAIL)
    return -1;
  return (int) finish (verdict, syscall (SYS_unlinkat, folder, path, flags));
}

ssize_t
flistxattr (int    fd,
            char  *names,
            size_t size)
{
  Verdict verdict = judge_fd (FAULT_XATTR, fd);

  return verdict == FAIL ? -1 : finish (verdict, syscall (SYS_flistxattr, fd, names, size));
}

ssize_t
fgetxattr (int         fd,
           const char *name,
           void       *value,
           size_t      size)
{
  Verdict verdict = judge_fd (FAULT_XATTR, fd);

  return verdict == FAIL ? -1 : finish (verdict, syscall (SYS_fgetxattr, fd, name, value, size));
}

int
fsetxattr (int         fd,
           const char *name,
           const void *value,
           size_t      size,
           int         flags)
{
  Verdict verdict = judge_fd (FAULT_XATTR, fd);

  if (verdict == FAIL)
    return -1;
  return (int) finish (verdict, syscall (SYS_fsetxattr, fd, name, value, size, flags));
}
