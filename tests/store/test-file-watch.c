/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a watch says of everything that can happen to a file, and that it says nothing of what is no
 * change. Tests wait for looks that were taken, never for a time.
 */
#include "store-test.h"

#include "store/ent-file-read.h"
#include "store/ent-file-watch-private.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define OLD   "the old plan\n"
#define OTHER "the new plan\n"

G_STATIC_ASSERT (sizeof OLD == sizeof OTHER);

static void
count_notify (guint *n)
{
  (*n)++;
}

static EntFileWatch *
watch_path (const char *path,
            guint      *n_notify)
{
  g_autoptr(GFile) file = g_file_new_for_path (path);
  EntFileWatch *watch = ent_file_watch_new (file);
  EntFingerprint fingerprint;

  look_at (path, &fingerprint);
  ent_file_watch_set_expected (watch, &fingerprint);
  g_signal_connect_swapped (watch, "notify::state", G_CALLBACK (count_notify), n_notify);
  return watch;
}

/* A look that began before may answer for what was there before, so two are waited for. */
static void
look_twice (EntFileWatch *watch)
{
  for (int i = 0; i < 2; i++)
    {
      guint before = _ent_file_watch_get_n_looks (watch);

      ent_file_watch_check (watch);
      while (_ent_file_watch_get_n_looks (watch) == before)
        g_main_context_iteration (NULL, TRUE);
    }
}

static void
write_in_place (Folder     *folder,
                const char *text)
{
  int fd = g_open (folder->path, O_WRONLY | O_CLOEXEC, 0);

  g_assert_cmpint (pwrite (fd, text, strlen (text), 0), ==, strlen (text));
  g_assert_cmpint (close (fd), ==, 0);
}

static void
change_in_place (Folder *folder)
{
  write_in_place (folder, OTHER);
}

static void
replace_by (Folder     *folder,
            const char *text)
{
  g_autofree char *other = folder_child (folder, "other");

  put_text (other, text);
  g_assert_cmpint (g_rename (other, folder->path), ==, 0);
}

static void
replace_by_other (Folder *folder)
{
  replace_by (folder, OTHER);
}

static void
replace_by_same (Folder *folder)
{
  replace_by (folder, OLD);
}

static void
touch (Folder *folder)
{
  const struct timespec times[2] = { { 1000, 0 }, { 1000, 0 } };

  g_assert_cmpint (utimensat (AT_FDCWD, folder->path, times, 0), ==, 0);
}

/* Not emptied first: that moment could be seen, and told. */
static void
write_same (Folder *folder)
{
  write_in_place (folder, OLD);
}

static void
make_huge (Folder *folder)
{
  g_assert_cmpint (truncate (folder->path, (off_t) ENT_FILE_SIZE_MAX + 1), ==, 0);
}

static void
delete (Folder *folder)
{
  g_assert_cmpint (g_unlink (folder->path), ==, 0);
}

static void
move_away (Folder *folder)
{
  g_autofree char *other = folder_child (folder, "other");

  g_assert_cmpint (g_rename (folder->path, other), ==, 0);
}

static void
put_pipe (Folder *folder)
{
  g_autofree char *other = folder_child (folder, "other");

  g_assert_cmpint (mkfifo (other, 0600), ==, 0);
  g_assert_cmpint (g_rename (other, folder->path), ==, 0);
}

/* There is a moment at which it is not there, which may be told too. */
static void
put_folder (Folder *folder)
{
  delete (folder);
  g_assert_cmpint (g_mkdir (folder->path, 0700), ==, 0);
}

static void
put_loop (Folder *folder)
{
  g_autofree char *other = folder_child (folder, "other");

  g_assert_cmpint (symlink (folder->path, other), ==, 0);
  g_assert_cmpint (g_rename (other, folder->path), ==, 0);
}

typedef struct
{
  const char *name;
  void (*happen) (Folder *folder);
  EntFileState state;
} Case;

static const Case cases[] = {
  { "nothing", NULL, ENT_FILE_UNCHANGED },
  { "changed-in-place", change_in_place, ENT_FILE_CHANGED },
  { "replaced", replace_by_other, ENT_FILE_CHANGED },
  { "replaced-by-the-same", replace_by_same, ENT_FILE_UNCHANGED },
  { "touched", touch, ENT_FILE_UNCHANGED },
  { "same-rewritten", write_same, ENT_FILE_UNCHANGED },
  { "huge", make_huge, ENT_FILE_CHANGED },
  { "deleted", delete, ENT_FILE_GONE },
  { "moved", move_away, ENT_FILE_GONE },
  { "pipe", put_pipe, ENT_FILE_CHANGED },
  { "folder", put_folder, ENT_FILE_CHANGED },
  { "link-to-itself", put_loop, ENT_FILE_GONE },
};

static void
test_case (Folder        *folder,
           gconstpointer  data)
{
  const Case *the_case = data;
  g_autoptr(EntFileWatch) watch = NULL;
  guint n_notify = 0;

  put_text (folder->path, OLD);
  watch = watch_path (folder->path, &n_notify);
  look_twice (watch);
  if (the_case->happen != NULL)
    the_case->happen (folder);
  look_twice (watch);
  g_assert_cmpint (ent_file_watch_get_state (watch), ==, the_case->state);
  look_twice (watch);
  g_assert_cmpint (ent_file_watch_get_state (watch), ==, the_case->state);
  if (the_case->happen == put_folder)
    g_assert_cmpint (g_rmdir (folder->path), ==, 0);
  else
    g_assert_cmpuint (n_notify, ==, the_case->state == ENT_FILE_UNCHANGED ? 0 : 1);
}

/* No look is asked for: the system's hint does it. */
static void
test_hint (Folder        *folder,
           gconstpointer  data)
{
  g_autoptr(EntFileWatch) watch = NULL;
  guint n_notify = 0;

  put_text (folder->path, OLD);
  watch = watch_path (folder->path, &n_notify);
  while (_ent_file_watch_get_n_looks (watch) < 2)
    g_main_context_iteration (NULL, TRUE);
  for (int i = 0; i < 50; i++)
    {
      replace_by_same (folder);
      replace_by_other (folder);
    }
  while (ent_file_watch_get_state (watch) == ENT_FILE_UNCHANGED)
    g_main_context_iteration (NULL, TRUE);
  look_twice (watch);
  g_assert_cmpint (ent_file_watch_get_state (watch), ==, ENT_FILE_CHANGED);
  g_assert_cmpuint (n_notify, ==, 1);
  g_assert_cmpuint (_ent_file_watch_get_n_hints (watch), >, 0);
}

static void
test_moved_back (Folder        *folder,
                 gconstpointer  data)
{
  g_autofree char *other = folder_child (folder, "other");
  g_autoptr(EntFileWatch) watch = NULL;
  guint n_notify = 0;

  put_text (folder->path, OLD);
  watch = watch_path (folder->path, &n_notify);
  move_away (folder);
  look_twice (watch);
  g_assert_cmpint (ent_file_watch_get_state (watch), ==, ENT_FILE_GONE);
  g_assert_cmpint (ent_file_watch_get_time (watch), ==, 0);
  g_assert_cmpint (g_rename (other, folder->path), ==, 0);
  look_twice (watch);
  g_assert_cmpint (ent_file_watch_get_state (watch), ==, ENT_FILE_UNCHANGED);
  g_assert_cmpuint (n_notify, ==, 2);
}

/* A folder that was deleted, and one on a disk that is not there any more. */
static void
test_folder_gone (Folder        *folder,
                  gconstpointer  data)
{
  g_autofree char *inner = folder_child (folder, "inner");
  g_autofree char *path = g_build_filename (inner, "plan.json", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  EntFileLook look = { 0 };

  g_assert_cmpint (g_mkdir (inner, 0700), ==, 0);
  put_text (path, OLD);
  look_at (path, &look.expected);
  look.seen = look.expected;
  _ent_file_look (&look, file);
  g_assert_cmpint (look.state, ==, ENT_FILE_UNCHANGED);
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (inner), ==, 0);
  _ent_file_look (&look, file);
  g_assert_cmpint (look.state, ==, ENT_FILE_GONE);
  look.expected.device++;
  _ent_file_look (&look, file);
  g_assert_cmpint (look.state, ==, ENT_FILE_UNREACHABLE);
}

static void
test_own_save (Folder        *folder,
               gconstpointer  data)
{
  g_autoptr(EntFileWatch) watch = NULL;
  EntFingerprint saved;
  guint n_notify = 0;

  put_text (folder->path, OLD);
  watch = watch_path (folder->path, &n_notify);
  look_twice (watch);
  for (int i = 0; i < 20; i++)
    {
      ent_file_watch_check (watch);
      ent_file_watch_pause (watch);
      ent_file_watch_check (watch);
      replace_by (folder, i % 2 ? OLD : OTHER);
      while (g_main_context_iteration (NULL, FALSE))
        ;
      look_at (folder->path, &saved);
      ent_file_watch_set_expected (watch, &saved);
    }
  look_twice (watch);
  g_assert_cmpuint (n_notify, ==, 0);
}

static void
test_pause (Folder        *folder,
            gconstpointer  data)
{
  g_autoptr(EntFileWatch) watch = NULL;
  guint n_notify = 0;

  put_text (folder->path, OLD);
  watch = watch_path (folder->path, &n_notify);
  look_twice (watch);
  ent_file_watch_pause (watch);
  change_in_place (folder);
  ent_file_watch_check (watch);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (n_notify, ==, 0);
  ent_file_watch_resume (watch);
  look_twice (watch);
  g_assert_cmpint (ent_file_watch_get_state (watch), ==, ENT_FILE_CHANGED);
  g_assert_cmpint (ent_file_watch_get_time (watch), >, 0);
}

static void
test_dispose (Folder        *folder,
              gconstpointer  data)
{
  guint n_notify = 0;

  put_text (folder->path, OLD);
  for (int i = 0; i < 200; i++)
    {
      EntFileWatch *watch = watch_path (folder->path, &n_notify);

      for (int j = 0; j < i % 5; j++)
        g_main_context_iteration (NULL, FALSE);
      ent_file_watch_check (watch);
      g_assert_finalize_object (watch);
    }
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_test_message ("200 watches disposed");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = g_strconcat ("/file-watch/", cases[i].name, NULL);

      folder_add_test (name, &cases[i], test_case);
    }
  folder_add_test ("/file-watch/hint", NULL, test_hint);
  folder_add_test ("/file-watch/moved-back", NULL, test_moved_back);
  folder_add_test ("/file-watch/folder-gone", NULL, test_folder_gone);
  folder_add_test ("/file-watch/own-save", NULL, test_own_save);
  folder_add_test ("/file-watch/pause", NULL, test_pause);
  folder_add_test ("/file-watch/dispose", NULL, test_dispose);
  return g_test_run ();
}
