/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes every system call of a save fail in turn, in every way a disk can fail, and asks each time:
 * does the answer say what is on disk?
 */
#include "faultshim.h"
#include "store-test.h"

#include "store/ent-file-save-private.h"

#include <errno.h>
#include <string.h>
#include <sys/wait.h>
#include <sys/xattr.h>
#include <unistd.h>

#define OLD "the old plan\n"
#define NEW "the new plan, which is a little longer\n"

typedef enum
{
  EXISTING,
  SHARED,
  LINKED,
  ABSENT,
} Scene;

static const struct
{
  FaultCall call;
  FaultMode mode;
  int errnum;
} faults[] = {
  { FAULT_OPEN, FAULT_ONCE, EIO },      { FAULT_OPEN, FAULT_ONCE, EACCES },
  { FAULT_OPEN, FAULT_ONCE, ENOENT },   { FAULT_OPEN, FAULT_ONCE, EINTR },
  { FAULT_OPEN, FAULT_STICKY, ENOSPC }, { FAULT_READ, FAULT_ONCE, EIO },
  { FAULT_READ, FAULT_ONCE, EINTR },    { FAULT_READ, FAULT_STICKY, ESTALE },
  { FAULT_WRITE, FAULT_ONCE, ENOSPC },  { FAULT_WRITE, FAULT_ONCE, EINTR },
  { FAULT_WRITE, FAULT_STICKY, EIO },   { FAULT_WRITE, FAULT_STICKY, EDQUOT },
  { FAULT_WRITE, FAULT_SHORT, 0 },      { FAULT_WRITE, FAULT_LIE, 0 },
  { FAULT_FSYNC, FAULT_ONCE, EIO },
  { FAULT_FSYNC, FAULT_STICKY, ENOSPC }, { FAULT_CLOSE, FAULT_ONCE, EIO },
  { FAULT_CLOSE, FAULT_STICKY, EDQUOT }, { FAULT_RENAME, FAULT_ONCE, EIO },
  { FAULT_RENAME, FAULT_ONCE, EACCES }, { FAULT_RENAME, FAULT_ONCE, EBUSY },
  { FAULT_RENAME, FAULT_ONCE, EINVAL }, { FAULT_RENAME, FAULT_STICKY, EXDEV },
  { FAULT_CHMOD, FAULT_ONCE, EPERM },   { FAULT_CHMOD, FAULT_ONCE, EIO },
  { FAULT_CHOWN, FAULT_ONCE, EPERM },   { FAULT_CHOWN, FAULT_STICKY, EIO },
  { FAULT_XATTR, FAULT_ONCE, EIO },     { FAULT_XATTR, FAULT_STICKY, ENOSPC },
  { FAULT_ANY, FAULT_ONCE, EIO },       { FAULT_ANY, FAULT_ONCE, ENOMEM },
};

static void
clear_stage (Folder *folder)
{
  g_autofree char *real = folder_child (folder, "real.json");

  (void) unlink (folder->path);
  (void) unlink (real);
}

/* Sets the scene anew, because the last fault may or may not have changed it. Only what the user
 * running the test may set up is set up: a group other than one's own needs the administrator.
 */
static void
set_stage (Folder *folder,
           Scene   scene)
{
  g_autofree char *real = folder_child (folder, "real.json");

  clear_stage (folder);
  if (scene == ABSENT)
    return;
  if (scene == LINKED)
    {
      put_text (real, OLD);
      g_assert_cmpint (symlink ("real.json", folder->path), ==, 0);
      return;
    }
  put_text (folder->path, OLD);
  if (scene == SHARED)
    {
      (void) setxattr (folder->path, "user.ent.test", "kept", 4, 0);
      if (geteuid () == 0)
        g_assert_cmpint (chown (folder->path, 777, 4444), ==, 0);
    }
}

static void
check_stage (Folder   *folder,
             Scene     scene,
             gboolean  saved,
             GError   *error)
{
  g_assert_true (saved == (error == NULL));
  if (!saved)
    {
      g_assert_true (g_utf8_strlen (error->message, -1) > 40);
      g_assert_nonnull (strstr (error->message, "plan.json"));
      g_assert_null (strstr (error->message, ".~ent"));
    }
  if (scene == ABSENT && !saved)
    {
      g_assert_cmpuint (folder_count (folder->folder), ==, 0);
      return;
    }
  assert_text (folder->path, saved ? NEW : OLD);
  g_assert_cmpuint (folder_count (folder->folder), ==, scene == LINKED ? 2 : 1);
}

/* Some faults have only one right answer: a signal or a short write is no failure; a disk that has
 * stopped working, or that does not keep what it is given, always is one. Only where nothing can
 * be renamed the file is written into.
 */
static void
check_answer (guint    fault,
              guint    nth,
              gboolean saved)
{
  if (faults[fault].errnum == EINTR || faults[fault].mode == FAULT_SHORT)
    g_assert_true (saved);
  if (faults[fault].mode == FAULT_LIE ||
      (faults[fault].mode == FAULT_STICKY && nth == 1 && faults[fault].errnum != EXDEV))
    g_assert_false (saved);
}

/* Only the calls of the save itself are to fail: what was there is looked at before. */
static gboolean
attempt_with_fault (Folder *folder,
                    Scene   scene,
                    guint   fault,
                    guint   nth)
{
  g_autoptr(GError) error = NULL;
  EntFingerprint expected;
  gboolean saved;
  guint open_before;
  guint hits;

  set_stage (folder, scene);
  if (scene != ABSENT)
    look_at (folder->path, &expected);
  open_before = count_descriptors ();
  faultshim_arm (faults[fault].call, nth, faults[fault].errnum, faults[fault].mode,
                 folder->folder);
  saved = scene == ABSENT ? save_new_text (folder->path, NEW, FALSE, &error)
                          : save_text (folder->path, NEW, &expected, NULL, &error);
  hits = faultshim_disarm ();
  g_assert_cmpuint (count_descriptors (), ==, open_before);
  check_stage (folder, scene, saved, error);
  if (hits > 0)
    check_answer (fault, nth, saved);
  return hits > 0;
}

static void
test_sweep (Folder        *folder,
            gconstpointer  data)
{
  Scene scene = GPOINTER_TO_INT (data);
  guint n_faults = 0;

  for (guint fault = 0; fault < G_N_ELEMENTS (faults); fault++)
    for (guint nth = 1; attempt_with_fault (folder, scene, fault, nth); nth++)
      n_faults++;
  g_test_message ("%u faults", n_faults);
  g_assert_cmpuint (n_faults, >, 60);
}

/* Saving through GIO leaves more to chance: closing can fail after the file is in place, and what
 * was written can be read back only then. Still there is one version or the other, except on a
 * disk that does not keep what it is given, and what is said of it is so.
 */
static void
check_stream (Folder     *folder,
              gboolean    saved,
              GError     *error,
              FaultMode   mode)
{
  g_autofree char *found = NULL;

  g_assert_true (saved == (error == NULL));
  g_assert_true (g_file_get_contents (folder->path, &found, NULL, NULL));
  if (mode == FAULT_LIE)
    g_assert_error (error, ENT_STORE_ERROR, ENT_STORE_ERROR_UNVERIFIED);
  else
    g_assert_true (g_str_equal (found, NEW) || (!saved && g_str_equal (found, OLD)));
  if (!saved && strstr (error->message, "unchanged") != NULL)
    g_assert_cmpstr (found, ==, OLD);
}

static gboolean
stream_with_fault (Folder *folder,
                   guint   fault,
                   guint   nth)
{
  g_autoptr(GFile) file = g_file_new_for_path (folder->path);
  g_autoptr(GBytes) bytes = g_bytes_new_static (NEW, strlen (NEW));
  g_autoptr(GError) error = NULL;
  EntFingerprint expected;
  EntSaveRequest request = { file, "plan.json", bytes, &expected, FALSE };
  EntSaveReceipt receipt;
  gboolean saved;
  guint hits;

  set_stage (folder, EXISTING);
  look_at (folder->path, &expected);
  faultshim_arm (faults[fault].call, nth, faults[fault].errnum, faults[fault].mode,
                 folder->folder);
  saved = _ent_save_stream (&request, &receipt, NULL, &error);
  hits = faultshim_disarm ();
  check_stream (folder, saved, error, hits > 0 ? faults[fault].mode : FAULT_ONCE);
  return hits > 0;
}

/* GIO's own streams close a descriptor a second time when closing it has failed, and since GLib
 * 2.84 say so of themselves. That is theirs to mend; everything else stays fatal.
 */
static gboolean
is_fatal (const char     *domain,
          GLogLevelFlags  level,
          const char     *message,
          gpointer        data)
{
  return strstr (message, "g_close(fd:") == NULL;
}

static void
log_unless_closed_twice (const char     *domain,
                         GLogLevelFlags  level,
                         const char     *message,
                         gpointer        data)
{
  if (is_fatal (domain, level, message, data))
    g_log_default_handler (domain, level, message, data);
}

static void
test_stream_sweep (Folder        *folder,
                   gconstpointer  data)
{
  guint handler = g_log_set_handler ("GLib", G_LOG_LEVEL_CRITICAL | G_LOG_FLAG_FATAL,
                                     log_unless_closed_twice, NULL);
  guint n_faults = 0;

  g_test_log_set_fatal_handler (is_fatal, NULL);
  for (guint fault = 0; fault < G_N_ELEMENTS (faults); fault++)
    for (guint nth = 1; stream_with_fault (folder, fault, nth); nth++)
      n_faults++;
  g_log_remove_handler ("GLib", handler);
  g_test_message ("%u faults", n_faults);
  g_assert_cmpuint (n_faults, >, 40);
}

static void
save_in_child (gpointer data)
{
  Folder *folder = data;
  EntFingerprint expected;

  look_at (folder->path, &expected);
  (void) save_text (folder->path, NEW, &expected, NULL, NULL);
}

/* Ends the process before and after each call. What is then on disk is one version or the other;
 * a hidden file may be left beside it.
 */
static void
test_kill_at_each_call (Folder        *folder,
                        gconstpointer  data)
{
  FaultMode mode = GPOINTER_TO_INT (data);
  guint n_kills = 0;
  int status;

  do
    {
      g_autofree char *found = NULL;

      set_stage (folder, EXISTING);
      faultshim_arm (FAULT_ANY, n_kills + 1, 0, mode, folder->folder);
      status = run_child (save_in_child, folder);
      (void) faultshim_disarm ();
      g_assert_true (g_file_get_contents (folder->path, &found, NULL, NULL));
      g_assert_true (g_str_equal (found, OLD) || g_str_equal (found, NEW));
      n_kills++;
    }
  while (WIFSIGNALED (status));
  g_assert_cmpint (status, ==, 0);
  assert_text (folder->path, NEW);
  g_test_message ("%u kills", n_kills - 1);
  g_assert_cmpuint (n_kills, >, 15);
}

/* The file is in place, only its name may not survive a power failure: saved, and said so. */
static void
test_folder_unconfirmed (Folder        *folder,
                         gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  EntFingerprint expected;
  EntSaveReceipt receipt;

  put_text (folder->path, OLD);
  look_at (folder->path, &expected);
  faultshim_arm (FAULT_FSYNC, 2, EIO, FAULT_ONCE, folder->folder);
  g_assert_true (save_text (folder->path, NEW, &expected, &receipt, &error));
  g_assert_cmpuint (faultshim_disarm (), ==, 1);
  g_assert_no_error (error);
  g_assert_false (receipt.confirmed);
  assert_text (folder->path, NEW);

  g_assert_true (save_text (folder->path, OLD, &receipt.fingerprint, &receipt, &error));
  g_assert_no_error (error);
  g_assert_true (receipt.confirmed);
}

/* A disk that does not know "only if there is none" gets a plain rename. */
static void
test_rename_without_noreplace (Folder        *folder,
                               gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  faultshim_arm (FAULT_RENAME, 1, EINVAL, FAULT_ONCE, folder->folder);
  g_assert_true (save_new_text (folder->path, NEW, FALSE, &error));
  g_assert_cmpuint (faultshim_disarm (), ==, 1);
  g_assert_no_error (error);
  assert_text (folder->path, NEW);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  folder_add_test ("/store/faults/existing", GINT_TO_POINTER (EXISTING), test_sweep);
  folder_add_test ("/store/faults/shared", GINT_TO_POINTER (SHARED), test_sweep);
  folder_add_test ("/store/faults/linked", GINT_TO_POINTER (LINKED), test_sweep);
  folder_add_test ("/store/faults/absent", GINT_TO_POINTER (ABSENT), test_sweep);
  folder_add_test ("/store/faults/stream", NULL, test_stream_sweep);
  folder_add_test ("/store/faults/kill-before", GINT_TO_POINTER (FAULT_KILL),
                   test_kill_at_each_call);
  folder_add_test ("/store/faults/kill-after", GINT_TO_POINTER (FAULT_KILL_AFTER),
                   test_kill_at_each_call);
  folder_add_test ("/store/faults/folder-unconfirmed", NULL, test_folder_unconfirmed);
  folder_add_test ("/store/faults/rename-without-noreplace", NULL, test_rename_without_noreplace);

  return g_test_run ();
}
