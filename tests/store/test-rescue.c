/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is found in the rescue folder at the start: saves of programs that have ended, of programs
 * that run, and things that are neither.
 */
#include "store-test.h"

#include "store/ent-rescue-files.h"
#include "store/ent-rescue.h"
#include "store/ent-state-folder.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define OLD "the old plan\n"
#define NEW "the new plan, which is a little longer\n"
#define ID  "0123456789abcdef"

static char *
kept_path (const char *name)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *folder = ent_state_folder_make (ENT_STATE_RESCUE, &error);

  g_assert_no_error (error);
  return g_build_filename (folder, name, NULL);
}

static guint
count_in (EntStatePart part)
{
  g_autofree char *folder = ent_state_folder_make (part, NULL);

  return folder_count (folder);
}

static void
begin (EntRescueFiles *files,
       const char     *path)
{
  g_autoptr(GBytes) old_bytes = g_bytes_new_static (OLD, strlen (OLD));
  g_autoptr(GBytes) new_bytes = g_bytes_new_static (NEW, strlen (NEW));

  g_assert_cmpint (ent_rescue_files_begin (files, path, old_bytes, new_bytes), ==, 0);
}

/* As a program leaves it that ends while it writes into @path. Returns the name it was given. */
static char *
interrupt (const char *path)
{
  EntRescueFiles files = ENT_RESCUE_FILES_INIT;

  begin (&files, path);
  ent_rescue_files_leave (&files);
  return g_strdup (files.id);
}

static EntRescue *
only_one (GPtrArray      *rescues,
          EntRescueState  state)
{
  EntRescue *rescue;

  g_assert_cmpuint (rescues->len, ==, 1);
  rescue = g_ptr_array_index (rescues, 0);
  g_assert_cmpint (rescue->state, ==, state);
  return rescue;
}

static void
assert_nothing_kept (void)
{
  g_autoptr(GPtrArray) rescues = ent_rescue_list (NULL);

  g_assert_cmpuint (rescues->len, ==, 0);
  g_assert_cmpuint (count_in (ENT_STATE_RESCUE), ==, 0);
}

static void
test_done (Folder        *folder,
           gconstpointer  data)
{
  g_autofree char *id = interrupt (folder->path);

  put_text (folder->path, NEW);
  assert_nothing_kept ();
  g_assert_cmpuint (count_in (ENT_STATE_ASIDE), ==, 0);
}

static void
test_untouched (Folder        *folder,
                gconstpointer  data)
{
  g_autofree char *id = interrupt (folder->path);
  g_autoptr(GPtrArray) rescues = NULL;
  g_autoptr(GError) error = NULL;
  EntRescue *rescue;

  put_text (folder->path, OLD);
  rescues = ent_rescue_list (NULL);
  rescue = only_one (rescues, ENT_RESCUE_UNTOUCHED);
  g_assert_cmpstr (rescue->path, ==, folder->path);
  g_assert_cmpstr (rescue->name, ==, "plan.json");
  g_assert_cmpint (ABS (g_date_time_to_unix (rescue->time) - g_get_real_time () / G_USEC_PER_SEC),
                   <, 60);
  g_assert_true (ent_rescue_restore (rescue, ENT_RESCUE_NEW, &error));
  g_assert_no_error (error);
  assert_text (folder->path, NEW);
  assert_nothing_kept ();
}

/* The version that was not chosen is the only one there is of what was done last. */
static void
test_mixed (Folder        *folder,
            gconstpointer  data)
{
  g_autofree char *id = interrupt (folder->path);
  g_autofree char *aside = ent_state_folder_make (ENT_STATE_ASIDE, NULL);
  g_autofree char *kept = g_strconcat (aside, "/", id, ".new", NULL);
  g_autoptr(GPtrArray) rescues = NULL;
  g_autoptr(GError) error = NULL;

  put_text (folder->path, "the new plan");
  rescues = ent_rescue_list (NULL);
  g_assert_true (ent_rescue_restore (only_one (rescues, ENT_RESCUE_MIXED), ENT_RESCUE_OLD, &error));
  g_assert_no_error (error);
  assert_text (folder->path, OLD);
  assert_text (kept, NEW);
  assert_nothing_kept ();
}

/* Somebody writes to the file after it was looked at: his work is not written over. */
static void
test_changed_meanwhile (Folder        *folder,
                        gconstpointer  data)
{
  g_autofree char *id = interrupt (folder->path);
  g_autoptr(GPtrArray) rescues = NULL;
  g_autoptr(GError) error = NULL;

  put_text (folder->path, "the new plan");
  rescues = ent_rescue_list (NULL);
  put_text (folder->path, "mended by hand");
  g_assert_false (ent_rescue_restore (only_one (rescues, ENT_RESCUE_MIXED), ENT_RESCUE_NEW,
                                      &error));
  g_assert_error (error, ENT_STORE_ERROR, ENT_STORE_ERROR_CHANGED);
  assert_text (folder->path, "mended by hand");
  g_assert_cmpuint (count_in (ENT_STATE_RESCUE), ==, 3);
}

static void
test_gone (Folder        *folder,
           gconstpointer  data)
{
  g_autofree char *id = interrupt (folder->path);
  g_autoptr(GPtrArray) rescues = ent_rescue_list (NULL);
  g_autoptr(GError) error = NULL;
  EntRescue *rescue = only_one (rescues, ENT_RESCUE_GONE);

  put_text (folder->path, "it has come back");
  g_assert_false (ent_rescue_restore (rescue, ENT_RESCUE_NEW, &error));
  g_assert_error (error, ENT_STORE_ERROR, ENT_STORE_ERROR_EXISTS);
  assert_text (folder->path, "it has come back");
  g_clear_error (&error);

  g_assert_cmpint (g_unlink (folder->path), ==, 0);
  g_assert_true (ent_rescue_restore (rescue, ENT_RESCUE_NEW, &error));
  g_assert_no_error (error);
  assert_text (folder->path, NEW);
  assert_nothing_kept ();
}

static void
test_dismissed (Folder        *folder,
                gconstpointer  data)
{
  g_autofree char *id = interrupt (folder->path);
  g_autoptr(GPtrArray) rescues = NULL;

  put_text (folder->path, "neither");
  rescues = ent_rescue_list (NULL);
  ent_rescue_dismiss (only_one (rescues, ENT_RESCUE_MIXED));
  assert_text (folder->path, "neither");
  assert_nothing_kept ();
  g_assert_cmpuint (count_in (ENT_STATE_ASIDE), ==, 3);
}

/* What is held, by a program that saves or by a list, is nobody else's. */
static void
test_held (Folder        *folder,
           gconstpointer  data)
{
  EntRescueFiles files = ENT_RESCUE_FILES_INIT;
  g_autoptr(GPtrArray) rescues = NULL;
  guint aside = 0;

  put_text (folder->path, "half-way");
  begin (&files, folder->path);
  rescues = ent_rescue_list (&aside);
  g_assert_cmpuint (rescues->len + aside, ==, 0);
  g_assert_cmpuint (count_in (ENT_STATE_RESCUE), ==, 3);
  g_ptr_array_unref (rescues);

  ent_rescue_files_leave (&files);
  rescues = ent_rescue_list (NULL);
  only_one (rescues, ENT_RESCUE_MIXED);
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr(GPtrArray) second = ent_rescue_list (&aside);

      g_assert_cmpuint (second->len + aside, ==, 0);
      g_assert_cmpuint (count_in (ENT_STATE_RESCUE), ==, 3);
    }
}

static void
test_no_folder (Folder        *folder,
                gconstpointer  data)
{
  g_autoptr(GPtrArray) rescues = NULL;
  guint aside = 1;

  rescues = ent_rescue_list (&aside);
  g_assert_cmpuint (rescues->len + aside, ==, 0);
}

/* What a program leaves that ends before it has begun, or after it is done. */
static void
test_orphans (Folder        *folder,
              gconstpointer  data)
{
  static const char *const left[] = { ID ".part", ID ".old", "00000000000000aa.old",
                                      "00000000000000ab.new", "00000000000000ac.part" };
  g_autofree char *stranger = kept_path ("notes.txt");

  put_text (stranger, "not ours");
  for (guint i = 0; i < G_N_ELEMENTS (left); i++)
    {
      g_autofree char *path = kept_path (left[i]);

      put_text (path, "{");
    }
  g_ptr_array_unref (ent_rescue_list (NULL));
  g_assert_cmpuint (count_in (ENT_STATE_RESCUE), ==, 1);
  assert_text (stranger, "not ours");
}

/* A version that is not what the marker says is not offered. */
static void
test_damaged_version (Folder        *folder,
                      gconstpointer  data)
{
  g_autofree char *id = interrupt (folder->path);
  g_autofree char *old_name = g_strconcat (id, ".old", NULL);
  g_autofree char *new_name = g_strconcat (id, ".new", NULL);
  g_autofree char *old_path = kept_path (old_name);
  g_autofree char *new_path = kept_path (new_name);
  g_autoptr(GPtrArray) rescues = NULL;
  g_autoptr(GError) error = NULL;
  EntRescue *rescue;
  guint aside = 0;

  put_text (folder->path, "neither");
  put_text (new_path, "the new plam, which is a little longer\n");
  rescues = ent_rescue_list (NULL);
  rescue = only_one (rescues, ENT_RESCUE_MIXED);
  g_assert_true (ent_rescue_has (rescue, ENT_RESCUE_OLD));
  g_assert_false (ent_rescue_has (rescue, ENT_RESCUE_NEW));
  g_assert_false (ent_rescue_restore (rescue, ENT_RESCUE_NEW, &error));
  g_assert_error (error, ENT_STORE_ERROR, ENT_STORE_ERROR_DAMAGED);
  assert_text (folder->path, "neither");
  g_ptr_array_unref (rescues);

  g_assert_cmpint (g_unlink (old_path), ==, 0);
  rescues = ent_rescue_list (&aside);
  g_assert_cmpuint (rescues->len, ==, 0);
  g_assert_cmpuint (aside, ==, 1);
  assert_nothing_kept ();
}

#define DIGEST "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
#define QUOTED "\"" DIGEST "\""
#define FORMAT "\"entente-rescue-1\""
#define URI    "\"file:///tmp/x\""
#define TIME   "\"2026-01-01T00:00:00Z\""
#define MARKER(format, uri, time, digest)                                                         \
  "{ \"format\": " format ", \"uri\": " uri ", \"time\": " time ", \"old\": \"" DIGEST            \
  "\", \"new\": " digest " }"

static const char *const hostile[] = {
  "",
  "{",
  "[]",
  "null",
  "{}",
  "not JSON at all",
  MARKER ("\"entente-rescue-2\"", URI, TIME, QUOTED),
  MARKER ("1", URI, TIME, QUOTED),
  MARKER (FORMAT, "[]", TIME, QUOTED),
  MARKER (FORMAT, "\"\"", TIME, QUOTED),
  MARKER (FORMAT, "\"/tmp/x\"", TIME, QUOTED),
  MARKER (FORMAT, "\"http://x/y\"", TIME, QUOTED),
  MARKER (FORMAT, "\"file://host/y\"", TIME, QUOTED),
  MARKER (FORMAT, "\"file:///a/../b\"", TIME, QUOTED),
  MARKER (FORMAT, "\"file:///a%00b\"", TIME, QUOTED),
  MARKER (FORMAT, URI, "\"yesterday\"", QUOTED),
  MARKER (FORMAT, URI, TIME, "\"0123\""),
  MARKER (FORMAT, URI, TIME, "\"" DIGEST "0\""),
  MARKER (FORMAT, URI, TIME,
          "\"g123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef\""),
  MARKER (FORMAT, URI, TIME, "{}"),
  /* All of it makes sense, but no version is there. */
  MARKER (FORMAT, "\"file:///none/x\"", TIME, QUOTED),
};

static void
assert_put_aside (const char *name)
{
  g_autofree char *folder = ent_state_folder_make (ENT_STATE_ASIDE, NULL);
  g_autoptr(GPtrArray) rescues = NULL;
  guint aside = 0;

  rescues = ent_rescue_list (&aside);
  g_test_message ("%s", name);
  g_assert_cmpuint (rescues->len, ==, 0);
  g_assert_cmpuint (aside, ==, 1);
  g_assert_cmpuint (count_in (ENT_STATE_RESCUE), ==, 0);
  g_assert_cmpuint (folder_count (folder), ==, 1);
  folder_remove (folder);
}

static void
test_hostile_markers (Folder        *folder,
                      gconstpointer  data)
{
  g_autofree char *path = kept_path (ID ".json");

  for (guint i = 0; i < G_N_ELEMENTS (hostile); i++)
    {
      put_text (path, hostile[i]);
      assert_put_aside (hostile[i]);
    }
  g_test_message ("%u markers", (guint) G_N_ELEMENTS (hostile));
}

static void
test_not_markers (Folder        *folder,
                  gconstpointer  data)
{
  g_autofree char *path = kept_path (ID ".json");
  g_autofree char *other = kept_path ("..json");

  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  assert_put_aside ("a pipe");
  g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
  assert_put_aside ("a folder");
  put_text (folder->path, MARKER (FORMAT, "\"file:///none/x\"",
                                  TIME, QUOTED));
  g_assert_cmpint (symlink (folder->path, path), ==, 0);
  assert_put_aside ("a link");
  put_text (path, "{");
  g_assert_cmpint (truncate (path, 10 * G_GINT64_CONSTANT (1000000000)), ==, 0);
  assert_put_aside ("10 GB");
  put_text (other, "{}");
  assert_put_aside ("another name");
}

/* The file that is named is no file any more: nothing is read from it, nor written to what it
 * leads to.
 */
static void
test_not_a_file (Folder        *folder,
                 gconstpointer  data)
{
  g_autofree char *id = interrupt (folder->path);
  g_autofree char *victim = folder_child (folder, "victim");
  g_autofree char *nowhere = folder_child (folder, "nowhere");
  const char *const targets[] = { "victim", "nowhere", NULL };

  put_text (victim, "somebody's file");
  for (guint i = 0; i < G_N_ELEMENTS (targets); i++)
    {
      g_autoptr(GPtrArray) rescues = NULL;
      g_autoptr(GError) error = NULL;

      if (targets[i] != NULL)
        g_assert_cmpint (symlink (targets[i], folder->path), ==, 0);
      else
        g_assert_cmpint (mkfifo (folder->path, 0600), ==, 0);
      rescues = ent_rescue_list (NULL);
      g_assert_false (ent_rescue_restore (only_one (rescues, ENT_RESCUE_GONE), ENT_RESCUE_NEW,
                                          &error));
      g_assert_error (error, ENT_STORE_ERROR, ENT_STORE_ERROR_NOT_REGULAR);
      g_test_message ("%s", error->message);
      g_assert_cmpint (g_unlink (folder->path), ==, 0);
    }
  assert_text (victim, "somebody's file");
  g_assert_false (g_file_test (nowhere, G_FILE_TEST_EXISTS));
  g_assert_cmpuint (count_in (ENT_STATE_RESCUE), ==, 3);
}

/* Any bytes make a path. */
static void
test_names (Folder        *folder,
            gconstpointer  data)
{
  const char *const names[] = { "two\nlines", "a\377b", "%41", "\342\200\256nosj", " \"\\" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = folder_child (folder, names[i]);
      g_autofree char *id = interrupt (path);
      g_autoptr(GPtrArray) rescues = ent_rescue_list (NULL);
      g_autoptr(GError) error = NULL;
      EntRescue *rescue = only_one (rescues, ENT_RESCUE_GONE);

      g_assert_cmpstr (rescue->path, ==, path);
      g_assert_true (ent_rescue_restore (rescue, ENT_RESCUE_NEW, &error));
      g_assert_no_error (error);
      assert_text (path, NEW);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  folder_add_test ("/store/rescue/done", NULL, test_done);
  folder_add_test ("/store/rescue/untouched", NULL, test_untouched);
  folder_add_test ("/store/rescue/mixed", NULL, test_mixed);
  folder_add_test ("/store/rescue/changed-meanwhile", NULL, test_changed_meanwhile);
  folder_add_test ("/store/rescue/gone", NULL, test_gone);
  folder_add_test ("/store/rescue/dismissed", NULL, test_dismissed);
  folder_add_test ("/store/rescue/held", NULL, test_held);
  folder_add_test ("/store/rescue/no-folder", NULL, test_no_folder);
  folder_add_test ("/store/rescue/orphans", NULL, test_orphans);
  folder_add_test ("/store/rescue/damaged-version", NULL, test_damaged_version);
  folder_add_test ("/store/rescue/hostile-markers", NULL, test_hostile_markers);
  folder_add_test ("/store/rescue/not-markers", NULL, test_not_markers);
  folder_add_test ("/store/rescue/not-a-file", NULL, test_not_a_file);
  folder_add_test ("/store/rescue/names", NULL, test_names);

  return g_test_run ();
}
