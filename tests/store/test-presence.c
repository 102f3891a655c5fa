/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who has a file open: what is said beside it, what is believed of it, and that none of it can do
 * harm, whatever somebody puts there.
 */
#include "config.h"

#include "document-test.h"

#include "store/ent-instance.h"
#include "store/ent-presence-file.h"
#include "store/ent-presence.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utime.h>

#define LOCK_NAME ".~lock.plan.json#"
#define MARIA     "Maria,maria,laptop,2026-03-04T12:40:00Z,entente:0d6c8a52-7a1e-4c70-9a53-5a54a6d0f5ce;"

/* --- the note ------------------------------------------------------------------------------ */

static const struct
{
  const char *text;
  const char *person;
  const char *host;
  gint64 since;
  gboolean has_instance;
} notes[] = {
  { MARIA, "Maria", "laptop", 1772628000, TRUE },
  { "", "", "", 0, FALSE },
  { ",,,,", "", "", 0, FALSE },
  { "Maria", "Maria", "", 0, FALSE },
  { ",maria,laptop,04.03.2026 13:40,file:///x;", "maria", "laptop", 0, FALSE },
  { "Maria\\, the first,m,l,,;", "Maria, the first", "l", 0, FALSE },
  { "a,b,c,d,entente:../../etc/passwd;", "a", "c", 0, FALSE },
  { "a\nb,x,c\r\nd,,;", "a\357\277\275b", "c\357\277\275\357\277\275d", 0, FALSE },
  { "\342\200\256evil,x,\033[2Jhost,,;", "\357\277\275evil", "\357\277\275[2Jhost", 0, FALSE },
  { "\377\376,x,h,,;", "\357\277\275\357\277\275", "h", 0, FALSE },
  { "a,b,c,9999999999999999999999,;", "a", "c", 0, FALSE },
  { "a,b,c,d,e,f,g,h", "a", "c", 0, FALSE },
  { "end\\", "end\\", "", 0, FALSE },
};

static void
test_notes (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (notes); i++)
    {
      g_autoptr(EntPresenceNote) note =
        ent_presence_note_parse (notes[i].text, strlen (notes[i].text));

      g_assert_cmpstr (note->person, ==, notes[i].person);
      g_assert_cmpstr (note->host, ==, notes[i].host);
      g_assert_cmpint (note->since, ==, notes[i].since);
      g_assert_true ((note->instance != NULL) == notes[i].has_instance);
    }
  g_test_message ("%u notes", (guint) G_N_ELEMENTS (notes));
}

/* Any bytes at all: what comes of them is text that can be shown. */
static void
test_random_notes (void)
{
  const guint n = 20000;

  for (guint i = 0; i < n; i++)
    {
      char bytes[64];
      gsize length = (gsize) g_test_rand_int_range (0, sizeof bytes);
      g_autoptr(EntPresenceNote) note = NULL;

      for (gsize j = 0; j < length; j++)
        bytes[j] = ",;\\\n:eT\0\303\251\342\200\256"[g_test_rand_int_range (0, 13)];
      note = ent_presence_note_parse (bytes, length);
      g_assert_true (g_utf8_validate (note->person, -1, NULL));
      g_assert_true (g_utf8_validate (note->host, -1, NULL));
      g_assert_null (strchr (note->person, '\n'));
    }
  g_test_message ("%u notes of random bytes", n);
}

static void
test_own_note (void)
{
  g_autoptr(EntPresenceNote) own = ent_presence_note_new_own (1772628000);
  g_autofree char *text = NULL;
  g_autoptr(EntPresenceNote) read = NULL;

  g_free (own->person);
  own->person = g_strdup ("Zo\303\253, the;\nfirst of h\303\253r name, and of a very long one, "
                          "longer than any file of this kind should ever hold, and then some");
  g_free (own->host);
  own->host = g_strnfill (300, 'h');
  text = ent_presence_note_write (own);
  g_assert_cmpuint (strlen (text), <=, ENT_PRESENCE_NOTE_SIZE);
  g_assert_true (g_utf8_validate (text, -1, NULL));
  g_assert_null (strchr (text, '\n'));

  read = ent_presence_note_parse (text, strlen (text));
  g_assert_true (g_str_has_prefix (read->person, "Zo\303\253  the  first of h\303\253r name"));
  g_assert_cmpint (read->since, ==, own->since);
  g_assert_cmpstr (read->instance, ==, ent_instance_get_id ());
}

/* --- the file ------------------------------------------------------------------------------ */

static EntPresenceFile *
new_file (Folder *folder)
{
  g_autoptr(GFile) file = g_file_new_for_path (folder->path);

  if (!g_file_query_exists (file, NULL))
    put_text (folder->path, "{}");
  return ent_presence_file_new (file);
}

static void
assert_claimed (EntPresenceFile *file)
{
  g_autoptr(EntPresenceNote) somebody = ent_presence_file_claim (file);

  g_assert_null (somebody);
  g_assert_true (ent_presence_file_is_ours (file));
}

static void
assert_somebody (EntPresenceFile *file,
                 const char      *person)
{
  g_autoptr(EntPresenceNote) seen = ent_presence_file_look (file);
  g_autoptr(EntPresenceNote) somebody = ent_presence_file_claim (file);

  g_assert_nonnull (seen);
  g_assert_nonnull (somebody);
  g_assert_cmpstr (somebody->person, ==, person);
  g_assert_false (ent_presence_file_is_ours (file));
}

static void
put_lock (Folder     *folder,
          const char *text,
          guint       age)
{
  g_autofree char *lock = folder_child (folder, LOCK_NAME);
  const struct utimbuf times = { time (NULL) - age, time (NULL) - age };

  put_text (lock, text);
  g_assert_cmpint (utime (lock, &times), ==, 0);
}

static void
test_alone (Folder        *folder,
            gconstpointer  data)
{
  g_autoptr(EntPresenceFile) file = new_file (folder);
  g_autofree char *lock = folder_child (folder, LOCK_NAME);
  struct stat st;

  g_assert_null (ent_presence_file_look (file));
  g_assert_false (g_file_test (lock, G_FILE_TEST_EXISTS));
  assert_claimed (file);
  assert_claimed (file);
  g_assert_cmpint (g_lstat (lock, &st), ==, 0);
  g_assert_cmpint (st.st_size, <=, ENT_PRESENCE_NOTE_SIZE);
  g_assert_null (ent_presence_file_look (file));
  ent_presence_file_leave (file);
  g_assert_false (g_file_test (lock, G_FILE_TEST_EXISTS));
  g_assert_null (ent_presence_file_claim (file));
  g_assert_false (g_file_test (lock, G_FILE_TEST_EXISTS));
  g_assert_cmpuint (folder_count (folder->folder), ==, 1);
}

static void
test_somebody (Folder        *folder,
               gconstpointer  data)
{
  g_autoptr(EntPresenceFile) file = new_file (folder);
  g_autofree char *lock = folder_child (folder, LOCK_NAME);

  put_lock (folder, MARIA, ENT_PRESENCE_STALE_SECONDS - 60);
  assert_somebody (file, "Maria");
  ent_presence_file_leave (file);
  assert_text (lock, MARIA);
  g_assert_cmpuint (folder_count (folder->folder), ==, 2);
}

/* A clock that is ahead makes nobody old. */
static void
test_ahead (Folder        *folder,
            gconstpointer  data)
{
  g_autoptr(EntPresenceFile) file = new_file (folder);
  g_autofree char *lock = folder_child (folder, LOCK_NAME);
  const struct utimbuf times = { time (NULL) + 90000, time (NULL) + 90000 };

  put_lock (folder, MARIA, 0);
  g_assert_cmpint (utime (lock, &times), ==, 0);
  assert_somebody (file, "Maria");
}

static void
test_stale (Folder        *folder,
            gconstpointer  data)
{
  g_autoptr(EntPresenceFile) file = new_file (folder);

  put_lock (folder, MARIA, ENT_PRESENCE_STALE_SECONDS + 60);
  g_assert_null (ent_presence_file_look (file));
  assert_claimed (file);
  ent_presence_file_leave (file);
  g_assert_cmpuint (folder_count (folder->folder), ==, 1);
}

/* What a fork has drawn from, both halves would draw the same numbers from. */
static void
claim_and_end (gpointer data)
{
  g_autoptr(EntPresenceFile) file = new_file (data);

  g_random_set_seed ((guint32) getpid ());
  assert_claimed (file);
}

/* Comes first, before this process has a number that its children would share. */
static void
test_crashed (Folder        *folder,
              gconstpointer  data)
{
  g_autoptr(EntPresenceFile) file = NULL;
  g_autoptr(EntPresenceNote) left = NULL;
  g_autofree char *lock = folder_child (folder, LOCK_NAME);
  g_autofree char *text = NULL;

  g_assert_cmpint (run_child (claim_and_end, folder), ==, 0);
  text = text_of (lock);
  left = ent_presence_note_parse (text, strlen (text));
  g_assert_cmpint (ent_instance_ask (left->instance), ==, ENT_INSTANCE_ENDED);
  g_assert_cmpint (ent_instance_ask (ent_instance_get_id ()), ==, ENT_INSTANCE_RUNNING);
  g_assert_cmpstr (ent_instance_get_id (), !=, left->instance);

  file = new_file (folder);
  g_assert_null (ent_presence_file_look (file));
  assert_claimed (file);
}

static void
test_instances (void)
{
  static const char *const ids[] = {
    "0d6c8a52-7a1e-4c70-9a53-5a54a6d0f5ce", "../journal/x", "", "/etc/passwd",
  };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    g_assert_cmpint (ent_instance_ask (ids[i]), ==, ENT_INSTANCE_FOREIGN);
}

/* Somebody else's is never deleted, even where ours was. */
static void
test_replaced (Folder        *folder,
               gconstpointer  data)
{
  g_autoptr(EntPresenceFile) file = new_file (folder);
  g_autofree char *lock = folder_child (folder, LOCK_NAME);

  assert_claimed (file);
  put_lock (folder, MARIA, 0);
  ent_presence_file_leave (file);
  assert_text (lock, MARIA);
}

/* Nothing somebody puts there is followed, waited for, read whole or deleted. */
static void
test_hostile (Folder        *folder,
              gconstpointer  data)
{
  g_autoptr(EntPresenceFile) file = new_file (folder);
  g_autofree char *lock = folder_child (folder, LOCK_NAME);
  g_autofree char *target = folder_child (folder, "target");
  guint n_descriptors = count_descriptors ();

  put_text (target, MARIA);
  g_assert_cmpint (symlink (target, lock), ==, 0);
  g_assert_null (ent_presence_file_claim (file));
  g_assert_false (ent_presence_file_is_ours (file));
  assert_text (target, MARIA);
  g_assert_cmpint (g_unlink (lock), ==, 0);

  g_assert_cmpint (mkfifo (lock, 0600), ==, 0);
  g_assert_null (ent_presence_file_claim (file));
  g_assert_cmpint (g_unlink (lock), ==, 0);

  g_assert_cmpint (g_mkdir (lock, 0700), ==, 0);
  g_assert_null (ent_presence_file_claim (file));
  g_assert_cmpint (g_rmdir (lock), ==, 0);

  put_text (lock, MARIA);
  g_assert_cmpint (truncate (lock, G_GINT64_CONSTANT (1) << 33), ==, 0);
  g_assert_null (ent_presence_file_claim (file));
  g_assert_false (ent_presence_file_is_ours (file));
  ent_presence_file_leave (file);
  g_assert_true (g_file_test (lock, G_FILE_TEST_EXISTS));
  g_assert_cmpuint (count_descriptors (), ==, n_descriptors);
}

/* No room for a name, no folder, no such place: nothing is said, and nothing else happens. */
static void
test_nowhere (Folder        *folder,
              gconstpointer  data)
{
  g_autofree char *long_name = g_strnfill (255, 'n');
  g_autofree char *long_path = folder_child (folder, long_name);
  g_autoptr(GFile) long_file = g_file_new_for_path (long_path);
  g_autoptr(GFile) missing_file = g_file_new_for_path ("/nowhere/at/all.json");
  g_autoptr(GFile) remote_file = g_file_new_for_uri ("sftp://example.org/plan.json");
  g_autoptr(EntPresenceFile) too_long = ent_presence_file_new (long_file);
  g_autoptr(EntPresenceFile) missing = ent_presence_file_new (missing_file);
  g_autoptr(EntPresenceFile) remote = ent_presence_file_new (remote_file);

  put_text (long_path, "{}");
  g_assert_null (ent_presence_file_claim (too_long));
  g_assert_null (ent_presence_file_claim (missing));
  g_assert_null (ent_presence_file_claim (remote));
  g_assert_null (ent_presence_file_look (remote));
  g_assert_false (ent_presence_file_is_ours (too_long));
  g_assert_cmpuint (folder_count (folder->folder), ==, 1);
}

static void
test_link (Folder        *folder,
           gconstpointer  data)
{
  g_autofree char *other = folder_child (folder, "link.json");
  g_autofree char *lock = folder_child (folder, LOCK_NAME);
  g_autoptr(GFile) link = g_file_new_for_path (other);
  g_autoptr(EntPresenceFile) file = ent_presence_file_new (link);

  put_text (folder->path, "{}");
  g_assert_cmpint (symlink (folder->path, other), ==, 0);
  assert_claimed (file);
  g_assert_true (g_file_test (lock, G_FILE_TEST_EXISTS));
}

static void
test_leave_all (Folder        *folder,
                gconstpointer  data)
{
  g_autoptr(EntPresenceFile) file = new_file (folder);

  assert_claimed (file);
  g_assert_true (ent_presence_file_leave_all (5000));
  g_assert_cmpuint (folder_count (folder->folder), ==, 1);
  g_assert_true (ent_presence_file_leave_all (5000));
}

/* --- the document -------------------------------------------------------------------------- */

static void
wait_for_lock (const char *lock,
               gboolean    is_there)
{
  while (g_file_test (lock, G_FILE_TEST_EXISTS) != is_there)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
}

static void
wait_for_message (EntPresence *presence,
                  gboolean     is_there)
{
  while ((ent_presence_get_message (presence) != NULL) != is_there)
    {
      ent_presence_check (presence);
      g_main_context_iteration (NULL, TRUE);
    }
}

static void
test_document (Folder        *folder,
               gconstpointer  data)
{
  g_autoptr(EntDocument) document = new_saved (folder);
  g_autoptr(GError) error = NULL;
  EntPresence *presence = ent_presence_new (document);
  g_autofree char *lock = folder_child (folder, LOCK_NAME);
  g_autofree char *other = folder_child (folder, "other.json");
  g_autofree char *other_lock = folder_child (folder, ".~lock.other.json#");

  g_assert_false (g_file_test (lock, G_FILE_TEST_EXISTS));
  set_title (document, "Two");
  wait_for_lock (lock, TRUE);
  g_assert_true (save (document, &error));
  g_assert_true (g_file_test (lock, G_FILE_TEST_EXISTS));

  g_assert_true (save_as (document, other, FALSE, &error));
  wait_for_lock (lock, FALSE);
  set_title (document, "Three");
  wait_for_lock (other_lock, TRUE);
  g_object_unref (presence);
  wait_for_lock (other_lock, FALSE);
  g_assert_no_error (error);
}

static void
test_message (Folder        *folder,
              gconstpointer  data)
{
  g_autoptr(EntDocument) document = new_saved (folder);
  g_autoptr(EntPresence) presence = NULL;
  g_autofree char *lock = folder_child (folder, LOCK_NAME);
  const char *text;

  put_lock (folder, MARIA, 0);
  presence = ent_presence_new (document);
  wait_for_message (presence, TRUE);
  text = ent_presence_get_message (presence);
  g_test_message ("%s", text);
  g_assert_nonnull (strstr (text, "“plan.json” is also open by Maria on “laptop”, since "));

  g_assert_cmpint (g_unlink (lock), ==, 0);
  wait_for_message (presence, FALSE);
}

/* The program ends in the middle of it: a thread that still asks finds nothing to tell. */
static void
test_gone_early (Folder        *folder,
                 gconstpointer  data)
{
  const guint n = 100;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(EntDocument) document = ent_document_new ();
      g_autofree char *name = g_strdup_printf ("%u.json", i);
      g_autofree char *path = folder_child (folder, name);
      g_autoptr(EntPresence) presence = ent_presence_new (document);

      g_assert_true (save_as (document, path, FALSE, NULL));
      set_title (document, "Two");
      if (i % 2 == 0)
        g_usleep (i * 10);
    }
  g_assert_true (ent_presence_file_leave_all (5000));
  g_assert_cmpuint (folder_count (folder->folder), ==, n);
  g_test_message ("%u times", n);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  folder_add_test ("/store/presence/crashed", NULL, test_crashed);
  g_test_add_func ("/store/presence/instances", test_instances);
  g_test_add_func ("/store/presence/notes", test_notes);
  g_test_add_func ("/store/presence/random-notes", test_random_notes);
  g_test_add_func ("/store/presence/own-note", test_own_note);
  folder_add_test ("/store/presence/alone", NULL, test_alone);
  folder_add_test ("/store/presence/somebody", NULL, test_somebody);
  folder_add_test ("/store/presence/ahead", NULL, test_ahead);
  folder_add_test ("/store/presence/stale", NULL, test_stale);
  folder_add_test ("/store/presence/replaced", NULL, test_replaced);
  folder_add_test ("/store/presence/hostile", NULL, test_hostile);
  folder_add_test ("/store/presence/nowhere", NULL, test_nowhere);
  folder_add_test ("/store/presence/link", NULL, test_link);
  folder_add_test ("/store/presence/leave-all", NULL, test_leave_all);
  folder_add_test ("/store/presence/document", NULL, test_document);
  folder_add_test ("/store/presence/message", NULL, test_message);
  folder_add_test ("/store/presence/gone-early", NULL, test_gone_early);
  return g_test_run ();
}
