/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeping versions, finding them again, and what is done about damage, hostile names and many
 * programs at once.
 */
#include "store-test.h"
#include "versions-test.h"

#include "store/ent-state-folder.h"
#include "store/ent-store-error.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define PROGRAMS 4
#define PUTS     25

static void
test_nothing_yet (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) list = ent_versions_list ("plan", &error);
  g_autofree char *folder = ent_state_folder_dup_path (ENT_STATE_VERSIONS);
  g_autofree char *digest = g_strnfill (64, 'a');

  g_assert_no_error (error);
  g_assert_cmpuint (list->len, ==, 0);
  versions_assert_list (NULL, "");
  versions_assert_gone (digest);
  g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));
}

static void
test_put (void)
{
  g_autofree char *digest = versions_put ("one", "plan", NOON);
  g_autofree char *path = versions_content (digest);
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, "one", -1);
  g_autofree char *upper = g_ascii_strup (digest, -1);
  g_autoptr(GPtrArray) list = ent_versions_list ("plan", NULL);
  const EntVersion *version;
  struct stat st;

  g_assert_cmpstr (digest, ==, sum);
  assert_text (path, "one");
  g_assert_cmpint (g_stat (path, &st), ==, 0);
  g_assert_cmpuint (st.st_mode & 07777, ==, 0600);
  versions_assert_get (digest, "one");
  versions_assert_get (upper, "one");
  g_assert_cmpuint (list->len, ==, 1);
  version = g_ptr_array_index (list, 0);
  g_assert_cmpstr (version->digest, ==, digest);
  g_assert_cmpstr (version->project, ==, "plan");
  g_assert_cmpstr (version->title, ==, "one");
  g_assert_cmpint (version->time, ==, NOON);
  g_assert_cmpuint (version->size, ==, 3);
  g_assert_cmpint (version->origin, ==, ENT_VERSION_SAVED);
}

static void
put_as (const char       *text,
        const char       *title,
        EntVersionOrigin  origin)
{
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr(GError) error = NULL;

  g_assert_true (ent_versions_put (bytes, "plan", title, origin, NULL, &error));
  g_assert_no_error (error);
}

/* What was there and is put again: as what, after what else, and what the list is then. */
static void
test_again (void)
{
  static const struct
  {
    EntVersionOrigin origin;
    const char *text;
    const char *list;
  } steps[] = {
    { ENT_VERSION_OPENED, "a", "0" },
    { ENT_VERSION_SAVED, "a", "0" },
    { ENT_VERSION_SAVED, "b", "2 0" },
    { ENT_VERSION_OPENED, "b", "2 0" },
    { ENT_VERSION_OPENED, "a", "2 0" },
    { ENT_VERSION_RECOVERED, "c", "5 2 0" },
    { ENT_VERSION_SAVED, "a", "6 5 2 0" },
    { ENT_VERSION_SAVED, "a", "6 5 2 0" },
    { ENT_VERSION_RECOVERED, "b", "8 6 5 2 0" },
  };
  g_autofree char *folder = ent_state_folder_dup_path (ENT_STATE_VERSIONS);

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autofree char *title = g_strdup_printf ("%u", i);

      put_as (steps[i].text, title, steps[i].origin);
      versions_assert_list ("plan", steps[i].list);
    }
  g_assert_cmpuint (folder_count (folder), ==, 3 + 1);
}

static void
test_titles (void)
{
  g_autofree char *long_title = g_strnfill (5000, 'x');
  g_autofree char *cut_title = g_strnfill (200, 'x');
  const struct
  {
    const char *title;
    const char *listed;
  } titles[] = {
    { "", "" },
    { "Jardin “Été” \xf0\x9f\x8c\xb1", "Jardin “Été” \xf0\x9f\x8c\xb1" },
    { "tab\there, line\nthere, \\n and \"quotes\"", "tab\there, line\nthere, \\n and \"quotes\"" },
    { "bad \xff byte", "bad \xef\xbf\xbd byte" },
    { long_title, cut_title },
  };

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_autofree char *text = g_strdup_printf ("%u", i);
      g_autoptr(GPtrArray) list = NULL;

      put_as (text, titles[i].title, ENT_VERSION_SAVED);
      list = ent_versions_list ("plan", NULL);
      g_assert_cmpuint (list->len, ==, i + 1);
      g_assert_cmpstr (((EntVersion *) g_ptr_array_index (list, 0))->title, ==, titles[i].listed);
    }
}

/* A clock that goes backwards changes no order; partnerships are told apart by it. */
static void
test_order (void)
{
  g_free (versions_put ("a1", "a", NOON));
  g_free (versions_put ("b1", "b", NOON + 10));
  g_free (versions_put ("a2", "a", NOON - 5 * DAY));
  g_free (versions_put ("b2", "b", NOON + 20));
  g_free (versions_put ("a3", "a", NOON + 30));
  versions_assert_list ("a", "a3 a2 a1");
  versions_assert_list ("b", "b2 b1");
  versions_assert_list (NULL, "a3 b2 b1 a2 a1");
  versions_assert_list ("c", "");
}

static void
test_hostile_digests (void)
{
  static const char *const digests[] = {
    "", "x", "../plan.index", "..", "/etc/passwd",
    "../../../../../../../../../../../../../../../../../etc/passwd.......",
    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaag",
    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\naaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
  };
  g_autofree char *very_long = g_strnfill (1000000, 'a');

  g_free (versions_put ("one", "plan", NOON));
  versions_assert_gone (NULL);
  versions_assert_gone (very_long);
  for (guint i = 0; i < G_N_ELEMENTS (digests); i++)
    versions_assert_gone (digests[i]);
  g_assert_cmpuint (versions_n_aside (), ==, 0);
  versions_assert_list ("plan", "one");
}

typedef void (*Damage) (const char *path);

static void
change_contents (const char *path)
{
  put_text (path, "0ne");
}

static void
make_link (const char *path)
{
  g_autofree char *elsewhere = g_build_filename (g_get_user_state_dir (), "secret", NULL);

  put_text (elsewhere, "one");
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (symlink (elsewhere, path), ==, 0);
}

static void
make_folder (const char *path)
{
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
}

static void
make_pipe (const char *path)
{
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
}

static void
make_huge (const char *path)
{
  g_assert_cmpint (truncate (path, G_GINT64_CONSTANT (1) << 40), ==, 0);
}

static const Damage damages[] = {
  change_contents, make_link, make_folder, make_pipe, make_huge,
};

/* Asked for, it is put aside, never handed out; put again, it is whole again. */
static void
test_damaged_content (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      g_autofree char *digest = versions_put ("one", "plan", NOON);
      g_autofree char *path = versions_content (digest);
      g_autoptr(GError) error = NULL;

      damages[i] (path);
      g_assert_null (ent_versions_get (digest, &error));
      g_assert_error (error, ENT_STORE_ERROR, ENT_STORE_ERROR_DAMAGED);
      g_assert_nonnull (strstr (error->message, "put aside"));
      g_assert_cmpuint (versions_n_aside (), ==, 2 * i + 1);
      versions_assert_list ("plan", "");

      g_free (versions_put ("one", "plan", NOON));
      damages[i] (path);
      g_free (versions_put ("one", "plan", NOON));
      versions_assert_get (digest, "one");
      versions_assert_list ("plan", "one");
      g_assert_cmpuint (versions_n_aside (), ==, 2 * i + 2);
    }
}

static void
test_content_gone (void)
{
  g_autofree char *digest = versions_put ("one", "plan", NOON);
  g_autofree char *path = versions_content (digest);

  g_free (versions_put ("two", "plan", NOON + 1));
  g_assert_cmpint (g_unlink (path), ==, 0);
  versions_assert_list ("plan", "two");
  versions_assert_gone (digest);
}

static char *
read_index (gsize *length)
{
  g_autofree char *path = versions_path ("plan.index");
  char *text;

  g_assert_true (g_file_get_contents (path, &text, length, NULL));
  return text;
}

static void
write_index (const char *text,
             gsize       length)
{
  g_autofree char *path = versions_path ("plan.index");

  g_assert_true (g_file_set_contents (path, text, (gssize) length, NULL));
}

/* Each byte in turn is another, or the file ends before it: no other line suffers, and the next
 * version is listed whatever stands before it.
 */
static void
test_damaged_index (void)
{
  g_autofree char *text = NULL;
  gsize length;

  g_free (versions_put ("one", "plan", NOON));
  g_free (versions_put ("two", "plan", NOON));
  g_free (versions_put ("three", "plan", NOON));
  text = read_index (&length);
  for (gsize i = 0; i < length; i++)
    for (guint how = 0; how < 4; how++)
      {
        g_autofree char *bad = g_memdup2 (text, length);
        g_autofree char *list = NULL;

        bad[i] = how == 0 ? '\0' : how == 1 ? '\n' : (char) (bad[i] ^ 0x15);
        write_index (bad, how < 3 ? length : i);
        list = versions_dump ("plan");
        /* A line end that is lost takes the line after it along. */
        g_assert_true (how == 3 || text[i] == '\n' || strchr (list, ' ') != NULL);
        g_assert_cmpint (strlen (list), <=, strlen ("three two one"));
      }
  g_test_message ("%" G_GSIZE_FORMAT " damaged lists read", 4 * length);
  for (gsize i = 0; i <= length; i += 7)
    {
      g_autofree char *list = NULL;

      write_index (text, i);
      g_free (versions_put ("four", "plan", NOON));
      list = versions_dump ("plan");
      g_assert_true (g_str_has_prefix (list, "four"));
      g_assert_true (i < length / 3 + 8 || g_str_has_suffix (list, "one"));
    }
}

static void
test_hostile_index (void)
{
  for (guint i = 1; i < G_N_ELEMENTS (damages); i++)
    {
      g_autofree char *digest = versions_put ("one", "plan", NOON);
      g_autofree char *path = versions_path ("plan.index");

      damages[i] (path);
      versions_assert_list ("plan", "");
      g_assert_cmpuint (versions_n_aside (), ==, i);
      versions_assert_get (digest, "one");
      g_free (versions_put ("one", "plan", NOON));
      versions_assert_list ("plan", "one");
    }
}

/* The folder is a link, or a file: nothing goes where others may have wanted it to go. */
static void
test_hostile_folder (void)
{
  g_autofree char *folder = ent_state_folder_make (ENT_STATE_VERSIONS, NULL);
  g_autofree char *elsewhere = g_build_filename (g_get_user_state_dir (), "elsewhere", NULL);
  g_autofree char *digest = g_strnfill (64, 'a');

  g_assert_cmpint (g_mkdir (elsewhere, 0700), ==, 0);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr(GError) put_error = NULL;
      g_autoptr(GError) list_error = NULL;
      g_autoptr(GError) get_error = NULL;

      g_assert_cmpint (g_remove (folder), ==, 0);
      if (i == 0)
        g_assert_cmpint (symlink (elsewhere, folder), ==, 0);
      else
        put_text (folder, "in the way");
      g_assert_false (versions_put_quietly ("one", "plan", &put_error));
      g_assert_error (put_error, ENT_STORE_ERROR, ENT_STORE_ERROR_FAILED);
      g_assert_null (ent_versions_list ("plan", &list_error));
      g_assert_nonnull (list_error);
      g_assert_null (ent_versions_get (digest, &get_error));
      g_assert_nonnull (get_error);
      g_assert_false (ent_versions_prune (NULL, NULL));
    }
  g_assert_cmpuint (folder_count (elsewhere), ==, 0);
  assert_text (folder, "in the way");
}

static void
put_many (gpointer data)
{
  guint program = GPOINTER_TO_UINT (data);

  for (guint i = 0; i < PUTS; i++)
    {
      g_autofree char *own = g_strdup_printf ("own-%u-%u", program, i);
      g_autofree char *common = g_strdup_printf ("common-%u", i);

      g_free (versions_put (own, "plan", NOON));
      g_free (versions_put (common, program % 2 == 0 ? "even" : "odd", NOON));
      if (!ent_versions_prune (NULL, NULL))
        _exit (1);
    }
}

static pid_t
start_program (guint program)
{
  pid_t pid = fork ();

  g_assert_cmpint (pid, >=, 0);
  if (pid > 0)
    return pid;
  put_many (GUINT_TO_POINTER (program));
  _exit (0);
}

/* Pruning goes on in between; what was put within the hour is not its business. */
static void
test_many_programs (void)
{
  g_autoptr(GPtrArray) list = NULL;
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  pid_t pids[PROGRAMS];

  for (guint i = 0; i < PROGRAMS; i++)
    pids[i] = start_program (i);
  for (guint i = 0; i < PROGRAMS; i++)
    {
      int status = -1;

      g_assert_cmpint (waitpid (pids[i], &status, 0), ==, pids[i]);
      g_assert_cmpint (status, ==, 0);
    }
  list = ent_versions_list ("plan", NULL);
  g_assert_cmpuint (list->len, ==, PROGRAMS * PUTS);
  for (guint i = 0; i < list->len; i++)
    {
      EntVersion *version = g_ptr_array_index (list, i);

      g_assert_true (g_hash_table_add (seen, version->title));
      g_assert_cmpuint (version->number, ==, list->len - 1 - i);
      versions_assert_get (version->digest, version->title);
    }
  g_test_message ("%u programs put %u versions each, %u are there", PROGRAMS, PUTS, list->len);
}

static gpointer
put_in_thread (gpointer data)
{
  put_many (data);
  return NULL;
}

static void
test_many_threads (void)
{
  g_autoptr(GPtrArray) list = NULL;
  GThread *threads[PROGRAMS];

  for (guint i = 0; i < PROGRAMS; i++)
    threads[i] = g_thread_new ("put", put_in_thread, GUINT_TO_POINTER (i));
  for (guint i = 0; i < PROGRAMS; i++)
    g_thread_join (threads[i]);
  list = ent_versions_list ("plan", NULL);
  g_assert_cmpuint (list->len, ==, PROGRAMS * PUTS);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/versions/nothing-yet", test_nothing_yet);
  g_test_add_func ("/versions/put", test_put);
  g_test_add_func ("/versions/again", test_again);
  g_test_add_func ("/versions/titles", test_titles);
  g_test_add_func ("/versions/order", test_order);
  g_test_add_func ("/versions/hostile-digests", test_hostile_digests);
  g_test_add_func ("/versions/damaged-content", test_damaged_content);
  g_test_add_func ("/versions/content-gone", test_content_gone);
  g_test_add_func ("/versions/damaged-index", test_damaged_index);
  g_test_add_func ("/versions/hostile-index", test_hostile_index);
  g_test_add_func ("/versions/hostile-folder", test_hostile_folder);
  g_test_add_func ("/versions/many-programs", test_many_programs);
  g_test_add_func ("/versions/many-threads", test_many_threads);

  return g_test_run ();
}
