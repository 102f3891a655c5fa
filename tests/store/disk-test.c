/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Disks of a test's own, small enough to be filled. */
#include "disk-test.h"

#include <fcntl.h>
#include <sched.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/wait.h>
#include <unistd.h>

static gboolean
write_text (const char *path,
            const char *text)
{
  int fd = open (path, O_WRONLY | O_CLOEXEC);
  gboolean written = fd >= 0 && write (fd, text, strlen (text)) == (gssize) strlen (text);

  return fd >= 0 && close (fd) == 0 && written;
}

/* Disks of one's own: anybody who is not the administrator has to become one, of a user name space
 * in which there is nobody else.
 */
static gboolean
leave_name_space (void)
{
  g_autofree char *user = g_strdup_printf ("0 %u 1", geteuid ());
  g_autofree char *group = g_strdup_printf ("0 %u 1", getegid ());

  if (geteuid () == 0)
    return unshare (CLONE_NEWNS) == 0;
  return unshare (CLONE_NEWNS | CLONE_NEWUSER) == 0 &&
         write_text ("/proc/self/setgroups", "deny") &&
         write_text ("/proc/self/uid_map", user) && write_text ("/proc/self/gid_map", group);
}

/* A disk of 300 kB at @folder, seen by this process only. Returns whether that could be had. */
gboolean
mount_small_disk (const char *folder)
{
  return leave_name_space () &&
         mount ("none", "/", NULL, MS_REC | MS_PRIVATE, NULL) == 0 &&
         mount ("none", folder, "tmpfs", 0, "size=300k") == 0;
}

/* Runs @func in a process that may mount disks, and ends with NO_DISK if it may not. */
void
run_on_own_disk (ChildFunc func,
                 gpointer  data)
{
  int status = run_child (func, data);

  if (WIFEXITED (status) && WEXITSTATUS (status) == NO_DISK)
    g_test_skip ("mounting a disk is not allowed here");
  else
    g_assert_cmpint (status, ==, 0);
}
