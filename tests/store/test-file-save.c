/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a save keeps of the file it replaces, what it refuses to replace, and what it says then. */
#include "store-test.h"

#include "store/ent-file-read.h"
#include "store/ent-save-temp.h"

#include <endian.h>
#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <grp.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

#define OLD         "old\n"
#define NEW         "new and longer\n"
#define NOBODY      65534
#define ACCESS_LIST "system.posix_acl_access"

/* Opens what is at @path and saves over it. */
static void
resave (const char *path)
{
  g_autoptr(GError) error = NULL;
  EntFingerprint expected;
  EntSaveReceipt receipt;
  EntFingerprint found;

  look_at (path, &expected);
  g_assert_true (save_text (path, NEW, &expected, &receipt, &error));
  g_assert_no_error (error);
  g_assert_true (receipt.confirmed);
  assert_text (path, NEW);
  look_at (path, &found);
  g_assert_cmpmem (&found, sizeof found, &receipt.fingerprint, sizeof receipt.fingerprint);
}

static void
assert_link (const char *path,
             const char *target)
{
  g_autofree char *found = g_file_read_link (path, NULL);

  g_assert_cmpstr (found, ==, target);
}

static void
test_new (Folder        *folder,
          gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  mode_t mask = umask (027);
  struct stat st;

  g_assert_true (save_new_text (folder->path, NEW, FALSE, &error));
  (void) umask (mask);
  g_assert_no_error (error);
  assert_text (folder->path, NEW);
  g_assert_cmpint (stat (folder->path, &st), ==, 0);
  g_assert_cmpint (st.st_mode & 07777, ==, 0640);
  g_assert_cmpuint (folder_count (folder->folder), ==, 1);
}

static void
test_again_and_again (Folder        *folder,
                      gconstpointer  data)
{
  put_text (folder->path, OLD);
  for (guint i = 0; i < 20; i++)
    resave (folder->path);
  g_assert_cmpuint (folder_count (folder->folder), ==, 1);
}

static void
test_symlink (Folder        *folder,
              gconstpointer  data)
{
  g_autofree char *sub = folder_child (folder, "sub");
  g_autofree char *real = folder_child (folder, "sub/real.json");
  g_autofree char *second = folder_child (folder, "sub/second.json");

  g_assert_cmpint (g_mkdir (sub, 0700), ==, 0);
  put_text (real, OLD);
  g_assert_cmpint (symlink ("../sub/real.json", second), ==, 0);
  g_assert_cmpint (symlink ("sub/second.json", folder->path), ==, 0);
  resave (folder->path);
  assert_link (folder->path, "sub/second.json");
  assert_link (second, "../sub/real.json");
  assert_text (real, NEW);
}

static void
test_dangling_symlink (Folder        *folder,
                       gconstpointer  data)
{
  g_autofree char *real = folder_child (folder, "real.json");
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (symlink ("real.json", folder->path), ==, 0);
  g_assert_true (save_new_text (folder->path, NEW, FALSE, &error));
  g_assert_no_error (error);
  assert_link (folder->path, "real.json");
  assert_text (real, NEW);
}

/* The other name keeps the old version: a backup made of hard links stays a backup. */
static void
test_hard_link (Folder        *folder,
                gconstpointer  data)
{
  g_autofree char *backup = folder_child (folder, "backup.json");

  put_text (folder->path, OLD);
  g_assert_cmpint (link (folder->path, backup), ==, 0);
  resave (folder->path);
  assert_text (backup, OLD);
}

static void
test_modes (Folder        *folder,
            gconstpointer  data)
{
  static const mode_t modes[] = { 0600, 0644, 0664, 0666, 0640, 0755 };

  for (guint i = 0; i < G_N_ELEMENTS (modes); i++)
    {
      struct stat st;

      put_text (folder->path, OLD);
      g_assert_cmpint (chmod (folder->path, modes[i]), ==, 0);
      resave (folder->path);
      g_assert_cmpint (stat (folder->path, &st), ==, 0);
      g_assert_cmpint (st.st_mode & 07777, ==, modes[i]);
    }
}

static gboolean
skip_without_administrator (void)
{
  if (geteuid () == 0)
    return FALSE;
  g_test_skip ("only the administrator can set this up");
  return TRUE;
}

static void
become (uid_t user,
        gid_t group)
{
  const gid_t groups[] = { group };

  g_assert_cmpint (setgroups (1, groups), ==, 0);
  g_assert_cmpint (setresgid (user, user, user), ==, 0);
  g_assert_cmpint (setresuid (user, user, user), ==, 0);
}

/* A member of the group saves a file of somebody else: the group and its rights stay. */
static void
save_as_member (gpointer data)
{
  Folder *folder = data;
  struct stat st;

  become (NOBODY, 4444);
  resave (folder->path);
  g_assert_cmpint (stat (folder->path, &st), ==, 0);
  g_assert_cmpint (st.st_uid, ==, NOBODY);
  g_assert_cmpint (st.st_gid, ==, 4444);
  g_assert_cmpint (st.st_mode & 07777, ==, 0664);
}

static void
test_group (Folder        *folder,
            gconstpointer  data)
{
  struct stat st;

  if (skip_without_administrator ())
    return;
  put_text (folder->path, OLD);
  g_assert_cmpint (chown (folder->path, 777, 4444), ==, 0);
  g_assert_cmpint (chmod (folder->path, 0664), ==, 0);
  resave (folder->path);
  g_assert_cmpint (stat (folder->path, &st), ==, 0);
  g_assert_cmpint (st.st_uid, ==, 777);
  g_assert_cmpint (st.st_gid, ==, 4444);

  put_text (folder->path, OLD);
  g_assert_cmpint (chmod (folder->folder, 0777), ==, 0);
  g_assert_cmpint (run_child (save_as_member, folder), ==, 0);
}

/* Writes into the file: it is the same one afterwards, of the same owner, with the other names it
 * has; and nothing is left of what was kept meanwhile.
 */
static void
resave_in_place (Folder *folder)
{
  g_autofree char *kept = folder_child (folder, "state/entente/rescue");
  struct stat before;
  struct stat after;

  use_state_folder (folder);
  g_assert_cmpint (stat (folder->path, &before), ==, 0);
  resave (folder->path);
  g_assert_cmpint (stat (folder->path, &after), ==, 0);
  g_assert_cmpint (after.st_ino, ==, before.st_ino);
  g_assert_cmpint (after.st_uid, ==, before.st_uid);
  g_assert_cmpint (after.st_gid, ==, before.st_gid);
  g_assert_cmpint (after.st_mode, ==, before.st_mode);
  g_assert_cmpuint (folder_count (kept), ==, 0);
}

static void
save_as_stranger (gpointer data)
{
  become (NOBODY, NOBODY);
  resave_in_place (data);
}

/* Without a place to keep both versions nothing is written. */
static void
save_as_stranger_without_home (gpointer data)
{
  Folder *folder = data;
  EntFingerprint expected;

  become (NOBODY, NOBODY);
  g_assert_true (g_setenv ("XDG_STATE_HOME", "/proc/none", TRUE));
  look_at (folder->path, &expected);
  assert_save_refused (folder->path, &expected, ENT_STORE_ERROR_NOT_REPLACEABLE,
                       "both versions could not be kept on this computer");
  assert_save_refused (folder->path, &expected, ENT_STORE_ERROR_NOT_REPLACEABLE,
                       "The file on disk is unchanged.");
  assert_text (folder->path, OLD);
}

static void
set_stage_for_stranger (Folder *folder,
                        mode_t  folder_mode)
{
  put_text (folder->path, OLD);
  g_assert_cmpint (chown (folder->path, 777, 4444), ==, 0);
  g_assert_cmpint (chmod (folder->path, 0666), ==, 0);
  g_assert_cmpint (chmod (folder->folder, folder_mode), ==, 0);
}

/* Anybody may write to the file, but a new one could not be given to its owner and group; nor may
 * it take the place of the old one in a folder where everybody has his own files only.
 */
static void
test_foreign (Folder        *folder,
              gconstpointer  data)
{
  if (skip_without_administrator ())
    return;
  make_state_folder (folder, NOBODY);
  set_stage_for_stranger (folder, 0777);
  g_assert_cmpint (run_child (save_as_stranger_without_home, folder), ==, 0);
  g_assert_cmpint (run_child (save_as_stranger, folder), ==, 0);
  assert_text (folder->path, NEW);
  set_stage_for_stranger (folder, 01777);
  g_assert_cmpint (run_child (save_as_stranger, folder), ==, 0);
  assert_text (folder->path, NEW);
  g_assert_cmpuint (folder_count (folder->folder), ==, 2);
}

/* The same file, if the group and its rights were to be kept: only the sticky bit is in the way. */
static void
save_as_sticky_member (gpointer data)
{
  become (NOBODY, 4444);
  resave_in_place (data);
}

static void
test_sticky (Folder        *folder,
             gconstpointer  data)
{
  if (skip_without_administrator ())
    return;
  make_state_folder (folder, NOBODY);
  set_stage_for_stranger (folder, 01777);
  g_assert_cmpint (run_child (save_as_sticky_member, folder), ==, 0);
  assert_text (folder->path, NEW);
  g_assert_cmpuint (folder_count (folder->folder), ==, 2);
}

typedef struct
{
  guint16 tag;
  guint16 permissions;
  guint32 id;
} AclEntry;

typedef struct
{
  guint32 version;
  AclEntry entries[5];
} Acl;

static AclEntry
acl_entry (guint16 tag,
           guint16 permissions,
           guint32 id)
{
  AclEntry entry = { htole16 (tag), htole16 (permissions), htole32 (id) };

  return entry;
}

/* Owner rw, user 777 rw, group nothing, mask rw, others nothing; as acl(5) lays it out on disk. */
static Acl
make_acl (void)
{
  Acl acl = { .version = htole32 (2) };

  acl.entries[0] = acl_entry (0x01, 6, G_MAXUINT32);
  acl.entries[1] = acl_entry (0x02, 6, 777);
  acl.entries[2] = acl_entry (0x04, 0, G_MAXUINT32);
  acl.entries[3] = acl_entry (0x10, 6, G_MAXUINT32);
  acl.entries[4] = acl_entry (0x20, 0, G_MAXUINT32);
  return acl;
}

static gboolean
set_attribute (const char *path,
               const char *name,
               const void *value,
               gsize       length)
{
  if (setxattr (path, name, value, length, 0) == 0)
    return TRUE;
  g_assert_cmpint (errno, ==, ENOTSUP);
  g_test_skip ("the disk of the temporary folder has no extended attributes");
  return FALSE;
}

static void
test_access_list (Folder        *folder,
                  gconstpointer  data)
{
  const Acl acl = make_acl ();
  Acl found;
  struct stat st;

  put_text (folder->path, OLD);
  if (!set_attribute (folder->path, ACCESS_LIST, &acl, sizeof acl))
    return;
  resave (folder->path);
  g_assert_cmpint (getxattr (folder->path, ACCESS_LIST, &found, sizeof found), ==, sizeof acl);
  g_assert_cmpmem (&acl, sizeof acl, &found, sizeof found);
  g_assert_cmpint (stat (folder->path, &st), ==, 0);
  g_assert_cmpint (st.st_mode & 07777, ==, 0660);
}

/* A folder that opens every new file to somebody must not open one that was closed. */
static void
test_inherited_list (Folder        *folder,
                     gconstpointer  data)
{
  const Acl acl = make_acl ();
  struct stat st;

  put_text (folder->path, OLD);
  g_assert_cmpint (chmod (folder->path, 0600), ==, 0);
  if (!set_attribute (folder->folder, "system.posix_acl_default", &acl, sizeof acl))
    return;
  resave (folder->path);
  g_assert_cmpint (getxattr (folder->path, ACCESS_LIST, NULL, 0), <, 0);
  g_assert_cmpint (errno, ==, ENODATA);
  g_assert_cmpint (stat (folder->path, &st), ==, 0);
  g_assert_cmpint (st.st_mode & 07777, ==, 0600);
}

static void
test_marks (Folder        *folder,
            gconstpointer  data)
{
  char found[16];

  put_text (folder->path, OLD);
  if (!set_attribute (folder->path, "user.xdg.tags", "garden", 6))
    return;
  g_assert_true (set_attribute (folder->path, "user.empty", "", 0));
  resave (folder->path);
  g_assert_cmpint (getxattr (folder->path, "user.xdg.tags", found, sizeof found), ==, 6);
  g_assert_cmpmem (found, 6, "garden", 6);
  g_assert_cmpint (getxattr (folder->path, "user.empty", found, sizeof found), ==, 0);
}

static void
test_read_only (Folder        *folder,
                gconstpointer  data)
{
  EntFingerprint expected;

  put_text (folder->path, OLD);
  g_assert_cmpint (chmod (folder->path, 0444), ==, 0);
  look_at (folder->path, &expected);
  assert_save_refused (folder->path, &expected, ENT_STORE_ERROR_READ_ONLY,
                       "the file is read-only. The file on disk is unchanged.");
  assert_text (folder->path, OLD);
}

static void
save_where_not_allowed (gpointer data)
{
  Folder *folder = data;
  g_autofree char *other = folder_child (folder, "other.json");

  become (NOBODY, NOBODY);
  resave_in_place (folder);
  assert_save_refused (other, NULL, ENT_STORE_ERROR_NO_PERMISSION, "Nothing was written.");
}

static void
not_writable_by_me (gpointer data)
{
  Folder *folder = data;
  EntFingerprint expected;

  become (NOBODY, NOBODY);
  look_at (folder->path, &expected);
  assert_save_refused (folder->path, &expected, ENT_STORE_ERROR_READ_ONLY, "read-only");
}

static void
test_permissions (Folder        *folder,
                  gconstpointer  data)
{
  if (skip_without_administrator ())
    return;
  put_text (folder->path, OLD);
  g_assert_cmpint (chmod (folder->folder, 0755), ==, 0);
  g_assert_cmpint (run_child (not_writable_by_me, folder), ==, 0);
  g_assert_cmpint (chmod (folder->path, 0666), ==, 0);
  make_state_folder (folder, NOBODY);
  g_assert_cmpint (run_child (save_where_not_allowed, folder), ==, 0);
  assert_text (folder->path, NEW);
  g_assert_cmpuint (folder_count (folder->folder), ==, 2);

  /* A folder that nobody may list can be gone through all the same. */
  put_text (folder->path, OLD);
  g_assert_cmpint (chmod (folder->folder, 0711), ==, 0);
  g_assert_cmpint (run_child (save_as_stranger, folder), ==, 0);
  assert_text (folder->path, NEW);
}

static void
test_changed (Folder        *folder,
              gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  EntFingerprint expected;
  struct stat st;
  struct timespec times[2];

  put_text (folder->path, OLD);
  look_at (folder->path, &expected);
  g_assert_cmpint (stat (folder->path, &st), ==, 0);
  times[0] = st.st_atim;
  times[1] = st.st_mtim;

  /* Same size, same time, same file: only what is in it tells. */
  put_text (folder->path, "odd\n");
  g_assert_cmpint (utimensat (AT_FDCWD, folder->path, times, 0), ==, 0);
  assert_save_refused (folder->path, &expected, ENT_STORE_ERROR_CHANGED, "Save a copy");
  assert_text (folder->path, "odd\n");

  /* Other file, other time, same contents: nothing was lost by replacing it. */
  g_assert_cmpint (unlink (folder->path), ==, 0);
  put_text (folder->path, OLD);
  g_assert_true (save_text (folder->path, NEW, &expected, NULL, &error));
  g_assert_no_error (error);

  /* Already what is to be saved. */
  g_assert_true (save_text (folder->path, NEW, &expected, NULL, &error));
  g_assert_no_error (error);
}

static void
test_gone (Folder        *folder,
           gconstpointer  data)
{
  g_autofree char *sub = folder_child (folder, "sub");
  g_autofree char *path = folder_child (folder, "sub/plan.json");
  EntFingerprint expected;

  g_assert_cmpint (g_mkdir (sub, 0700), ==, 0);
  put_text (path, OLD);
  look_at (path, &expected);
  g_assert_cmpint (unlink (path), ==, 0);
  assert_save_refused (path, &expected, ENT_STORE_ERROR_GONE, "moved, renamed or deleted");
  g_assert_cmpint (rmdir (sub), ==, 0);
  assert_save_refused (path, &expected, ENT_STORE_ERROR_GONE, "folder is no longer there");
}

static void
test_copy (Folder        *folder,
           gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  put_text (folder->path, OLD);
  assert_save_refused (folder->path, NULL, ENT_STORE_ERROR_EXISTS, "a file of this name already");
  assert_text (folder->path, OLD);
  g_assert_true (save_new_text (folder->path, NEW, TRUE, &error));
  g_assert_no_error (error);
  assert_text (folder->path, NEW);

  /* The file that was to be replaced is larger than any project: the user said so. */
  g_assert_cmpint (truncate (folder->path, 10 * G_GINT64_CONSTANT (1000000000)), ==, 0);
  g_assert_true (save_new_text (folder->path, NEW, TRUE, &error));
  g_assert_no_error (error);
  assert_text (folder->path, NEW);
}

/* A file of the name comes in the very last moment. */
static void
test_overtaken (Folder        *folder,
                gconstpointer  data)
{
  EntSaveTemp temp = ENT_SAVE_TEMP_INIT;
  int fd = open (folder->folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  g_assert_cmpint (ent_save_temp_create (&temp, fd, FALSE), ==, 0);
  g_assert_cmpint (ent_save_temp_finish (&temp), ==, 0);
  put_text (folder->path, OLD);
  g_assert_cmpint (ent_save_temp_rename (&temp, "plan.json", FALSE), ==, EEXIST);
  ent_save_temp_discard (&temp);
  g_assert_cmpint (close (fd), ==, 0);
  assert_text (folder->path, OLD);
  g_assert_cmpuint (folder_count (folder->folder), ==, 1);
}

static void
test_not_a_file (Folder        *folder,
                 gconstpointer  data)
{
  g_autofree char *sub = folder_child (folder, "sub");
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (g_mkdir (sub, 0700), ==, 0);
  g_assert_false (save_new_text (sub, NEW, TRUE, &error));
  g_assert_error (error, ENT_STORE_ERROR, ENT_STORE_ERROR_NOT_REGULAR);
  g_clear_error (&error);

  g_assert_cmpint (mkfifo (folder->path, 0600), ==, 0);
  g_assert_false (save_new_text (folder->path, NEW, TRUE, &error));
  g_assert_error (error, ENT_STORE_ERROR, ENT_STORE_ERROR_NOT_REGULAR);
  g_clear_error (&error);
  g_assert_cmpint (unlink (folder->path), ==, 0);

  g_assert_cmpint (symlink ("plan.json", folder->path), ==, 0);
  g_assert_false (save_new_text (folder->path, NEW, TRUE, &error));
  g_assert_error (error, ENT_STORE_ERROR, ENT_STORE_ERROR_FAILED);
  g_assert_cmpuint (folder_count (folder->folder), ==, 2);
}

/* A project that could not be read again is not saved; what is exported has no such limit. */
static void
test_large (Folder        *folder,
            gconstpointer  data)
{
  g_autofree char *text = long_text ('x', ENT_FILE_SIZE_MAX + 1);
  g_autofree char *larger = long_text ('y', ENT_FILE_SIZE_MAX + 2);
  g_autoptr(GError) error = NULL;
  EntFingerprint fingerprint;

  put_text (folder->path, OLD);
  look_at (folder->path, &fingerprint);
  g_assert_false (save_text (folder->path, text, &fingerprint, NULL, &error));
  g_assert_error (error, ENT_STORE_ERROR, ENT_STORE_ERROR_TOO_LARGE);
  assert_text (folder->path, OLD);
  g_clear_error (&error);

  g_assert_true (save_new_text (folder->path, text, TRUE, &error));
  g_assert_no_error (error);
  assert_text (folder->path, text);
  g_assert_true (save_new_text (folder->path, larger, TRUE, &error));
  g_assert_no_error (error);
  assert_text (folder->path, larger);
}

static void
test_names (Folder        *folder,
            gconstpointer  data)
{
  g_autofree char *longest = long_text ('n', 255);
  g_autofree char *too_long = long_text ('n', 256);
  g_autofree char *too_long_path = folder_child (folder, too_long);
  const char *names[] = { longest,   "two\nlines",  "%s%n%d",       "-rf",
                          "a\377b",  "\360\237\214\261.json", "gnp\342\200\256nosj", " .json" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = folder_child (folder, names[i]);
      g_autoptr(GError) error = NULL;

      g_assert_true (save_new_text (path, OLD, FALSE, &error));
      g_assert_no_error (error);
      resave (path);
    }
  g_assert_cmpuint (folder_count (folder->folder), ==, G_N_ELEMENTS (names));
  assert_save_refused (too_long_path, NULL, ENT_STORE_ERROR_FAILED, "the name is too long");
}

static void
test_cancelled (Folder        *folder,
                gconstpointer  data)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GFile) file = g_file_new_for_path (folder->path);
  g_autoptr(GBytes) bytes = g_bytes_new_static (NEW, strlen (NEW));
  g_autoptr(GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (ent_file_save_copy (file, bytes, FALSE, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (folder_count (folder->folder), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  folder_add_test ("/store/save/new", NULL, test_new);
  folder_add_test ("/store/save/again-and-again", NULL, test_again_and_again);
  folder_add_test ("/store/save/symlink", NULL, test_symlink);
  folder_add_test ("/store/save/dangling-symlink", NULL, test_dangling_symlink);
  folder_add_test ("/store/save/hard-link", NULL, test_hard_link);
  folder_add_test ("/store/save/modes", NULL, test_modes);
  folder_add_test ("/store/save/group", NULL, test_group);
  folder_add_test ("/store/save/foreign", NULL, test_foreign);
  folder_add_test ("/store/save/sticky", NULL, test_sticky);
  folder_add_test ("/store/save/access-list", NULL, test_access_list);
  folder_add_test ("/store/save/inherited-list", NULL, test_inherited_list);
  folder_add_test ("/store/save/marks", NULL, test_marks);
  folder_add_test ("/store/save/read-only", NULL, test_read_only);
  folder_add_test ("/store/save/permissions", NULL, test_permissions);
  folder_add_test ("/store/save/changed", NULL, test_changed);
  folder_add_test ("/store/save/gone", NULL, test_gone);
  folder_add_test ("/store/save/copy", NULL, test_copy);
  folder_add_test ("/store/save/overtaken", NULL, test_overtaken);
  folder_add_test ("/store/save/not-a-file", NULL, test_not_a_file);
  folder_add_test ("/store/save/large", NULL, test_large);
  folder_add_test ("/store/save/names", NULL, test_names);
  folder_add_test ("/store/save/cancelled", NULL, test_cancelled);

  return g_test_run ();
}
