/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which folders are not what they seem, and that saves go there by their own way. */
#include "store-test.h"

#include "store/ent-save-place.h"

#include <glib/gstdio.h>
#include <unistd.h>

#define OLD "old\n"
#define NEW "new and longer\n"

static const struct
{
  const char *path;
  EntSavePlace place;
} places[] = {
  { "/folk/jo/plan.json", ENT_SAVE_PLACE_DISK },
  { "/folk/jo/.gvfs/share/plan.json", ENT_SAVE_PLACE_SHARE },
  { "/folk/jo/.gvfs", ENT_SAVE_PLACE_DISK },
  { "/folk/jo/.gvfsx/plan.json", ENT_SAVE_PLACE_DISK },
  { "/folk/jo2/.gvfs/plan.json", ENT_SAVE_PLACE_DISK },
  { "/test/run/user/1000/gvfs/smb-share:server=x/plan.json", ENT_SAVE_PLACE_SHARE },
  { "/test/run/user/0/gvfs/plan.json", ENT_SAVE_PLACE_SHARE },
  { "/test/run//user/1000//gvfs/x/plan.json", ENT_SAVE_PLACE_SHARE },
  { "/test/run/user/1000/gvfs", ENT_SAVE_PLACE_DISK },
  { "/test/run/user/1000/gvfs/", ENT_SAVE_PLACE_DISK },
  { "/test/run/user/gvfs/plan.json", ENT_SAVE_PLACE_DISK },
  { "/test/run/user/1000/gvfs-metadata/x", ENT_SAVE_PLACE_DISK },
  { "/test/run/user/1000/plan.json", ENT_SAVE_PLACE_DISK },
  { "/test/run/user/1000/doc/a1b2/plan.json", ENT_SAVE_PLACE_PORTAL },
  { "/test/run/user/1000/doc/by-app/x/a1b2/plan.json", ENT_SAVE_PLACE_PORTAL },
  { "/test/run/user/1000/docs/a1b2/plan.json", ENT_SAVE_PLACE_DISK },
  { "/test/run/flatpak/doc/a1b2/plan.json", ENT_SAVE_PLACE_PORTAL },
  { "/test/run/flatpak/plan.json", ENT_SAVE_PLACE_DISK },
  { "/test/run/media/jo/stick/plan.json", ENT_SAVE_PLACE_DISK },
  { "/elsewhere/gvfs/x/plan.json", ENT_SAVE_PLACE_SHARE },
  { "/elsewhere/doc/x/plan.json", ENT_SAVE_PLACE_PORTAL },
  { "/elsewhere/plan.json", ENT_SAVE_PLACE_DISK },
  { "/mnt/run/user/1000/gvfs/x/plan.json", ENT_SAVE_PLACE_DISK },
  { "/", ENT_SAVE_PLACE_DISK },
};

static void
test_places (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_test_message ("%s", places[i].path);
      g_assert_cmpint (_ent_save_place_in (places[i].path, "/test/run", "/elsewhere/", "/folk/jo"),
                       ==, places[i].place);
    }
}

/* In this process the folder of the test is the one in which shares and single files are shown. */
static void
use_run_folder (Folder *folder)
{
  g_assert_true (g_setenv ("XDG_RUNTIME_DIR", folder->folder, TRUE));
  g_assert_cmpstr (g_get_user_runtime_dir (), ==, folder->folder);
}

static char *
make_place (Folder     *folder,
            const char *name)
{
  g_autofree char *path = folder_child (folder, name);
  g_autofree char *parent = g_path_get_dirname (path);

  g_assert_cmpint (g_mkdir_with_parents (parent, 0700), ==, 0);
  return g_steal_pointer (&path);
}

static void
save_by_portal (gpointer data)
{
  Folder *folder = data;
  g_autofree char *path = make_place (folder, "doc/a1b2/plan.json");
  g_autoptr(GError) error = NULL;
  EntFingerprint expected;
  EntSaveReceipt receipt = { .confirmed = TRUE };

  use_run_folder (folder);
  put_text (path, OLD);
  look_at (path, &expected);
  g_assert_true (save_text (path, NEW, &expected, &receipt, &error));
  g_assert_no_error (error);
  g_assert_false (receipt.confirmed);
  assert_text (path, NEW);
}

/* A hard link tells the ways apart: by GIO it is written through, on a disk it is parted. */
static void
save_to_share (gpointer data)
{
  Folder *folder = data;
  g_autofree char *path = make_place (folder, "gvfs/server/plan.json");
  g_autofree char *other = folder_child (folder, "gvfs/server/other.json");
  g_autofree char *bookmark = folder_child (folder, "share");
  g_autofree char *by_bookmark = folder_child (folder, "share/plan.json");
  g_autoptr(GError) error = NULL;
  EntFingerprint expected;
  EntSaveReceipt receipt;

  use_run_folder (folder);
  put_text (path, OLD);
  g_assert_cmpint (link (path, other), ==, 0);
  look_at (path, &expected);
  g_assert_true (save_text (path, NEW, &expected, &receipt, &error));
  g_assert_no_error (error);
  g_assert_true (receipt.confirmed);
  assert_text (other, NEW);

  g_assert_cmpint (symlink ("gvfs/server", bookmark), ==, 0);
  g_assert_cmpint (ent_save_place_of (bookmark), ==, ENT_SAVE_PLACE_SHARE);
  g_assert_true (save_text (by_bookmark, OLD, &receipt.fingerprint, &receipt, &error));
  g_assert_no_error (error);
  assert_text (other, OLD);
}

static void
test_in_child (Folder        *folder,
               gconstpointer  data)
{
  g_assert_cmpint (run_child ((ChildFunc) data, folder), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/places/paths", test_places);
  folder_add_test ("/store/places/portal", save_by_portal, test_in_child);
  folder_add_test ("/store/places/share", save_to_share, test_in_child);

  return g_test_run ();
}
