/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Saving to disks that are full or read-only, to files that are mounted, and by way of GIO. */
#include "disk-test.h"
#include "store-test.h"

#include "store/ent-file-read.h"
#include "store/ent-file-save-private.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/mount.h>
#include <unistd.h>

#define OLD "old\n"
#define NEW "new and longer\n"

static void
save_on_full_disk (gpointer data)
{
  Folder *folder = data;
  g_autofree char *old = long_text ('o', 200 * 1024);
  g_autofree char *large = long_text ('n', 201 * 1024);
  g_autofree char *other = folder_child (folder, "other.json");
  g_autoptr(GError) error = NULL;
  EntFingerprint expected;

  if (!mount_small_disk (folder->folder))
    _exit (NO_DISK);
  put_text (folder->path, old);
  look_at (folder->path, &expected);
  g_assert_false (save_text (folder->path, large, &expected, NULL, &error));
  g_assert_error (error, ENT_STORE_ERROR, ENT_STORE_ERROR_NO_SPACE);
  g_assert_cmpstr (error->message, ==,
                   "Could not save “plan.json”: the disk is full. The file on disk is unchanged. "
                   "Free some space and save again, or save it elsewhere.");
  assert_text (folder->path, old);
  g_clear_error (&error);
  g_assert_false (save_new_text (other, large, FALSE, &error));
  g_assert_error (error, ENT_STORE_ERROR, ENT_STORE_ERROR_NO_SPACE);
  g_assert_nonnull (strstr (error->message, "Nothing was written."));
  g_assert_cmpuint (folder_count (folder->folder), ==, 1);
}

/* The same through GIO, whose stream would put the half-written file in place. */
static void
stream_to_full_disk (gpointer data)
{
  Folder *folder = data;
  g_autoptr(GFile) file = g_file_new_for_path (folder->path);
  g_autofree char *old = long_text ('o', 200 * 1024);
  g_autofree char *large = long_text ('n', 201 * 1024);
  g_autoptr(GBytes) bytes = g_bytes_new_static (large, strlen (large));
  g_autoptr(GError) error = NULL;
  EntFingerprint expected;
  EntSaveRequest request = { file, "plan.json", bytes, &expected, FALSE };
  EntSaveReceipt receipt;

  if (!mount_small_disk (folder->folder))
    _exit (NO_DISK);
  put_text (folder->path, old);
  look_at (folder->path, &expected);
  g_assert_false (_ent_save_stream (&request, &receipt, NULL, &error));
  g_assert_error (error, ENT_STORE_ERROR, ENT_STORE_ERROR_NO_SPACE);
  g_assert_nonnull (strstr (error->message, "The file on disk is unchanged."));
  assert_text (folder->path, old);
}

static void
save_on_read_only_disk (gpointer data)
{
  Folder *folder = data;
  g_autofree char *other = folder_child (folder, "other.json");
  EntFingerprint expected;

  if (!mount_small_disk (folder->folder))
    _exit (NO_DISK);
  put_text (folder->path, OLD);
  look_at (folder->path, &expected);
  if (mount (NULL, folder->folder, NULL, MS_REMOUNT | MS_RDONLY, NULL) != 0)
    _exit (NO_DISK);
  assert_save_refused (folder->path, &expected, ENT_STORE_ERROR_READ_ONLY, "disk is read-only");
  assert_save_refused (other, NULL, ENT_STORE_ERROR_READ_ONLY, "disk is read-only");
}

/* A single file mounted over another, as sandboxes do, can be written to but not replaced. The file
 * itself and its other name have the new version then.
 */
static void
save_mounted_file (gpointer data)
{
  Folder *folder = data;
  g_autofree char *other = folder_child (folder, "other.json");
  g_autoptr(GError) error = NULL;
  EntFingerprint expected;
  EntFingerprint found;
  EntSaveReceipt receipt;

  if (!mount_small_disk (folder->folder))
    _exit (NO_DISK);
  make_state_folder (folder, geteuid ());
  use_state_folder (folder);
  put_text (folder->path, OLD);
  put_text (other, "what is mounted\n");
  if (mount (other, folder->path, NULL, MS_BIND, NULL) != 0)
    _exit (NO_DISK);
  look_at (folder->path, &expected);
  g_assert_true (save_text (folder->path, NEW, &expected, &receipt, &error));
  g_assert_no_error (error);
  g_assert_true (receipt.confirmed);
  assert_text (folder->path, NEW);
  assert_text (other, NEW);
  look_at (folder->path, &found);
  g_assert_cmpmem (&found, sizeof found, &receipt.fingerprint, sizeof receipt.fingerprint);
  g_assert_cmpuint (folder_count (folder->folder), ==, 3);
}

/* @path and the file of that name on a small disk are one, so that it is written into. Returns the
 * path of the latter.
 */
static char *
mount_file_of_small_disk (Folder     *folder,
                          const char *text)
{
  g_autofree char *disk = folder_child (folder, "disk");
  g_autofree char *real = folder_child (folder, "disk/plan.json");

  g_assert_cmpint (g_mkdir (disk, 0700), ==, 0);
  put_text (folder->path, "under it");
  if (!mount_small_disk (disk))
    _exit (NO_DISK);
  put_text (real, text);
  if (mount (real, folder->path, NULL, MS_BIND, NULL) != 0)
    _exit (NO_DISK);
  return g_steal_pointer (&real);
}

/* The disk of the file has no room for a longer one: it says so before a byte is written. */
static void
write_into_full_disk (gpointer data)
{
  Folder *folder = data;
  g_autofree char *old = long_text ('o', 200 * 1024);
  g_autofree char *larger = long_text ('n', 400 * 1024);
  g_autofree char *real = mount_file_of_small_disk (folder, old);
  g_autofree char *kept = folder_child (folder, "state/entente/rescue");
  EntFingerprint expected;
  g_autoptr(GError) error = NULL;

  make_state_folder (folder, geteuid ());
  use_state_folder (folder);
  look_at (folder->path, &expected);
  g_assert_false (save_text (folder->path, larger, &expected, NULL, &error));
  g_assert_error (error, ENT_STORE_ERROR, ENT_STORE_ERROR_NO_SPACE);
  g_assert_nonnull (strstr (error->message, "the disk is full. The file on disk is unchanged."));
  assert_text (folder->path, old);
  assert_text (real, old);
  g_assert_cmpuint (folder_count (kept), ==, 0);
}

/* No room for both versions: nothing is touched, and nothing of them is left. */
static void
write_with_full_state_folder (gpointer data)
{
  Folder *folder = data;
  g_autofree char *old = long_text ('o', 200 * 1024);
  g_autofree char *new = long_text ('n', 200 * 1024);
  g_autofree char *real = mount_file_of_small_disk (folder, old);
  g_autofree char *state = folder_child (folder, "state");
  g_autofree char *kept = folder_child (folder, "state/entente/rescue");
  EntFingerprint expected;
  g_autoptr(GError) error = NULL;

  make_state_folder (folder, geteuid ());
  if (mount ("none", state, "tmpfs", 0, "size=300k") != 0)
    _exit (NO_DISK);
  use_state_folder (folder);
  look_at (folder->path, &expected);
  g_assert_false (save_text (folder->path, new, &expected, NULL, &error));
  g_assert_error (error, ENT_STORE_ERROR, ENT_STORE_ERROR_NO_SPACE);
  g_assert_cmpstr (error->message, ==,
                   "Could not save “plan.json”: it has to be written into where it is, and this "
                   "computer has no room to keep both versions meanwhile. The file on disk is "
                   "unchanged. Free some space in your home folder and save again, or save it "
                   "elsewhere.");
  assert_text (real, old);
  g_assert_cmpuint (folder_count (kept), ==, 0);
}

static void
test_on_own_disk (Folder        *folder,
                  gconstpointer  data)
{
  run_on_own_disk ((ChildFunc) data, folder);
}

static void
test_stream (Folder        *folder,
             gconstpointer  data)
{
  g_autoptr(GFile) file = g_file_new_for_path (folder->path);
  g_autoptr(GBytes) bytes = g_bytes_new_static (NEW, strlen (NEW));
  g_autoptr(GError) error = NULL;
  EntFingerprint expected;
  EntSaveRequest request = { file, "plan.json", bytes, NULL, FALSE };
  EntSaveReceipt receipt;

  g_assert_true (_ent_save_stream (&request, &receipt, NULL, &error));
  g_assert_no_error (error);
  assert_text (folder->path, NEW);
  g_assert_false (_ent_save_stream (&request, &receipt, NULL, &error));
  g_assert_error (error, ENT_STORE_ERROR, ENT_STORE_ERROR_EXISTS);
  g_clear_error (&error);

  expected = receipt.fingerprint;
  request.expected = &expected;
  g_assert_true (_ent_save_stream (&request, &receipt, NULL, &error));
  g_assert_no_error (error);
  put_text (folder->path, "odd\n");
  g_assert_false (_ent_save_stream (&request, &receipt, NULL, &error));
  g_assert_error (error, ENT_STORE_ERROR, ENT_STORE_ERROR_CHANGED);
  assert_text (folder->path, "odd\n");
}

/* Something larger than any project may be replaced, and replace. */
static void
test_stream_large (Folder        *folder,
                   gconstpointer  data)
{
  g_autofree char *text = long_text ('x', ENT_FILE_SIZE_MAX + 1);
  g_autofree char *larger = long_text ('y', ENT_FILE_SIZE_MAX + 2);
  g_autoptr(GFile) file = g_file_new_for_path (folder->path);
  g_autoptr(GBytes) bytes = g_bytes_new_static (larger, strlen (larger));
  g_autoptr(GError) error = NULL;
  EntSaveRequest request = { file, "chart.pdf", bytes, NULL, TRUE };
  EntSaveReceipt receipt;

  put_text (folder->path, text);
  g_assert_true (_ent_save_stream (&request, &receipt, NULL, &error));
  g_assert_no_error (error);
  assert_text (folder->path, larger);
}

static void
test_stream_refused (Folder        *folder,
                     gconstpointer  data)
{
  g_autoptr(GFile) file = g_file_new_for_uri ("resource:///plan.json");
  g_autoptr(GBytes) bytes = g_bytes_new_static (NEW, strlen (NEW));
  g_autoptr(GError) error = NULL;

  g_assert_false (ent_file_save_copy (file, bytes, FALSE, NULL, NULL, &error));
  g_assert_error (error, ENT_STORE_ERROR, ENT_STORE_ERROR_NO_PERMISSION);
  g_assert_nonnull (strstr (error->message, "nothing can be saved there"));
  g_assert_nonnull (strstr (error->message, "Nothing was written."));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  folder_add_test ("/store/disks/full", save_on_full_disk, test_on_own_disk);
  folder_add_test ("/store/disks/full-stream", stream_to_full_disk, test_on_own_disk);
  folder_add_test ("/store/disks/read-only", save_on_read_only_disk, test_on_own_disk);
  folder_add_test ("/store/disks/mounted-file", save_mounted_file, test_on_own_disk);
  folder_add_test ("/store/disks/full-in-place", write_into_full_disk, test_on_own_disk);
  folder_add_test ("/store/disks/full-state", write_with_full_state_folder, test_on_own_disk);
  folder_add_test ("/store/disks/stream", NULL, test_stream);
  folder_add_test ("/store/disks/stream-large", NULL, test_stream_large);
  folder_add_test ("/store/disks/stream-refused", NULL, test_stream_refused);

  return g_test_run ();
}
