/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stays when versions are pruned, on each side of each limit. */
#include "store-test.h"
#include "versions-test.h"

#include "store/ent-state-folder.h"
#include "store/ent-store-error.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utime.h>

static const EntVersionsLimits limits = ENT_VERSIONS_LIMITS;

static void
prune (const char *const       *needed,
       const EntVersionsLimits *some_limits,
       gint64                   now)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (_ent_versions_prune_at (needed, some_limits, now, &error));
  g_assert_no_error (error);
}

static guint
count_contents (void)
{
  g_autofree char *folder = ent_state_folder_dup_path (ENT_STATE_VERSIONS);
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    n += g_str_has_suffix (name, ".json") ? 1 : 0;
  return n;
}

/* Puts version after version into “plan”, each as many hours before NOON as it says. */
static void
put_ages (const int *hours,
          guint      n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = g_strdup_printf ("v%u", i);

      g_free (versions_put (text, "plan", NOON - (gint64) hours[i] * 3600));
    }
}

static void
test_newest (void)
{
  for (guint n = 19; n <= 22; n++)
    {
      g_autofree char *project = g_strdup_printf ("plan-%u", n);
      g_autofree char *list = NULL;
      g_auto(GStrv) titles = NULL;

      for (guint i = 0; i < n; i++)
        {
          g_autofree char *text = g_strdup_printf ("%u-%u", n, i);

          g_free (versions_put (text, project, NOON - 300 * DAY + i));
        }
      prune (NULL, &limits, NOON);
      list = versions_dump (project);
      titles = g_strsplit (list, " ", -1);
      g_assert_cmpuint (g_strv_length (titles), ==, MIN (n, 20));
      g_assert_true (g_str_has_suffix (titles[MIN (n, 20) - 1], n > 20 ? n == 21 ? "-1" : "-2"
                                                                       : "-0"));
    }
  g_assert_cmpuint (count_contents (), ==, 19 + 20 + 20 + 20);
}

/* With one version that stays for being the newest, the rest is what the days make of it. */
static void
test_days (void)
{
  static const EntVersionsLimits few = { .newest = 1, .days = 30, .size = G_MAXUINT64 };
  static const struct
  {
    int hours[5];
    guint n;
    const char *list;
  } cases[] = {
    { { 0 }, 1, "v0" },
    { { 5, 4, 3, 0 }, 4, "v3" },
    { { 25, 24, 0 }, 3, "v2 v1" },
    { { 13, 12, 11, 0 }, 4, "v3 v0" },
    { { 29 * 24 + 1, 29 * 24, 0 }, 3, "v2 v1" },
    { { 29 * 24 + 12, 0 }, 2, "v1 v0" },
    { { 29 * 24 + 13, 0 }, 2, "v1" },
    { { 30 * 24, 0 }, 2, "v1" },
    { { 31 * 24, 29 * 24 + 2, 29 * 24, 48, 47 }, 5, "v4 v2" },
    { { 1000 * 24 }, 1, "v0" },
    { { 1001 * 24, 1000 * 24 }, 2, "v1" },
    /* A clock that was ahead: one of that day stays. */
    { { -48, -49, 0 }, 3, "v2 v1" },
    /* What came later counts as later, whatever its time: the newest of day 2 is v2. */
    { { 47, 0, 49, 0 }, 4, "v3 v2" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      EntVersionsTally deleted;

      put_ages (cases[i].hours, cases[i].n);
      prune (NULL, &few, NOON);
      versions_assert_list ("plan", cases[i].list);
      prune (NULL, &few, NOON);
      versions_assert_list ("plan", cases[i].list);
      g_assert_true (ent_versions_clear (NULL, &deleted, NULL));
    }
}

/* Five versions of ten bytes of two partnerships; the newest of each stays in any case. */
static void
test_size (void)
{
  static const struct
  {
    guint64 size;
    const char *list;
  } cases[] = {
    { 1000, "a-3------- b-2------- b-1------- a-2------- a-1-------" },
    { 50, "a-3------- b-2------- b-1------- a-2------- a-1-------" },
    { 49, "a-3------- b-2------- b-1------- a-2-------" },
    { 40, "a-3------- b-2------- b-1------- a-2-------" },
    { 39, "a-3------- b-2------- b-1-------" },
    { 29, "a-3------- b-2-------" },
    { 10, "a-3------- b-2-------" },
    { 0, "a-3------- b-2-------" },
  };

  g_free (versions_put ("a-1-------", "a", NOON - 5));
  g_free (versions_put ("a-2-------", "a", NOON - 4));
  g_free (versions_put ("b-1-------", "b", NOON - 3));
  g_free (versions_put ("b-2-------", "b", NOON - 2));
  g_free (versions_put ("a-3-------", "a", NOON - 1));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const EntVersionsLimits some = { .newest = 20, .days = 30, .size = cases[i].size };

      prune (NULL, &some, NOON);
      versions_assert_list (NULL, cases[i].list);
    }
  g_assert_cmpuint (count_contents (), ==, 2);
}

/* Contents that two lists name count once, and stay as long as one of them does. */
static void
test_shared (void)
{
  static const EntVersionsLimits few = { .newest = 1, .days = 0, .size = G_MAXUINT64 };
  g_autofree char *digest = versions_put ("both", "a", NOON - 10);
  g_autofree char *newer = versions_put ("newer", "a", NOON - 5);

  g_free (versions_put ("both", "b", NOON - 10));
  prune (NULL, &few, NOON);
  versions_assert_list ("b", "both");
  versions_assert_get (digest, "both");
  g_free (versions_put ("newest", "b", NOON));
  prune (NULL, &few, NOON);
  versions_assert_list (NULL, "newest newer");
  versions_assert_gone (digest);
  versions_assert_get (newer, "newer");
}

static void
test_needed (void)
{
  static const EntVersionsLimits nothing = { .newest = 0, .days = 0, .size = 0 };
  g_autofree char *one = versions_put ("one", "plan", NOON - 100 * DAY);
  g_autofree char *two = versions_put ("two", "plan", NOON - 99 * DAY);
  g_autofree char *three = versions_put ("three", "plan", NOON - 98 * DAY);
  g_autofree char *upper = g_ascii_strup (two, -1);
  const char *const needed[] = { one, upper, "no digest", NULL };
  const char *const still_needed[] = { two, NULL };

  prune (needed, &nothing, NOON);
  versions_assert_list ("plan", "three two one");
  prune (still_needed, &nothing, NOON);
  versions_assert_list ("plan", "three two");
  versions_assert_gone (one);
  prune (NULL, &nothing, NOON);
  versions_assert_list ("plan", "three");
  versions_assert_get (three, "three");
}

static void
set_age (const char *digest,
         gint64      time)
{
  g_autofree char *path = versions_content (digest);
  struct utimbuf times = { .actime = time, .modtime = time };

  g_assert_cmpint (utime (path, &times), ==, 0);
}

/* Somebody who has just opened an old version has not been able to say yet that it is needed. */
static void
test_just_opened (void)
{
  static const EntVersionsLimits nothing = { .newest = 0, .days = 0, .size = 0 };
  g_autofree char *one = versions_put ("one", "plan", NOON - 100 * DAY);
  g_autoptr(GBytes) bytes = g_bytes_new_static ("one", 3);
  gint64 now;

  g_free (versions_put ("two", "plan", NOON - 99 * DAY));
  set_age (one, NOON - 3599);
  prune (NULL, &nothing, NOON);
  versions_assert_list ("plan", "two one");
  g_assert_true (ent_versions_put (bytes, "plan", "one", ENT_VERSION_OPENED, NULL, NULL));
  versions_assert_list ("plan", "two one");
  now = g_get_real_time () / G_USEC_PER_SEC;
  prune (NULL, &nothing, now + 60);
  versions_assert_list ("plan", "two one");
  set_age (one, NOON - 3600);
  prune (NULL, &nothing, NOON);
  versions_assert_list ("plan", "two");
  versions_assert_gone (one);
}

/* What a list that was lost has named stays, until there is too much. */
static void
test_unlisted (void)
{
  static const EntVersionsLimits enough = { .newest = 1, .days = 0, .size = 6 };
  static const EntVersionsLimits too_little = { .newest = 1, .days = 0, .size = 5 };
  g_autofree char *lost = versions_put ("old", "lost", NOON - 100 * DAY);
  g_autofree char *kept = versions_put ("new", "plan", NOON - DAY);
  g_autofree char *index = versions_path ("lost.index");

  put_text (index, "damaged\n");
  set_age (lost, NOON - 100 * DAY);
  prune (NULL, &enough, NOON);
  versions_assert_list (NULL, "new");
  versions_assert_get (lost, "old");
  prune (NULL, &too_little, NOON);
  versions_assert_gone (lost);
  versions_assert_get (kept, "new");
}

/* A line that is damaged stays out of it, and one whose contents are gone goes. */
static void
test_damaged (void)
{
  static const EntVersionsLimits few = { .newest = 2, .days = 0, .size = G_MAXUINT64 };
  g_autofree char *gone = versions_put ("gone", "plan", NOON);
  g_autofree char *path = versions_content (gone);
  g_autofree char *index = versions_path ("plan.index");
  g_autofree char *folder = ent_state_folder_dup_path (ENT_STATE_VERSIONS);
  g_autofree char *temp = versions_path (".~ent-0123456789abcdef.tmp");
  g_autofree char *foreign = versions_path ("notes.txt");

  g_free (versions_put ("one", "plan", NOON));
  g_free (versions_put ("two", "plan", NOON));
  g_free (versions_put ("three", "plan", NOON));
  put_text (temp, "half");
  put_text (foreign, "mine");
  g_assert_cmpint (g_unlink (path), ==, 0);
  prune (NULL, &few, NOON);
  versions_assert_list ("plan", "three two");
  g_assert_false (g_file_test (temp, G_FILE_TEST_EXISTS));
  assert_text (foreign, "mine");
  g_assert_cmpuint (folder_count (folder), ==, 2 + 1 + 1);
}

/* Nobody knows what a list names that cannot be read: nothing goes. */
static void
test_unreadable (void)
{
  static const EntVersionsLimits nothing = { .newest = 0, .days = 0, .size = 0 };
  g_autofree char *index = NULL;
  g_autoptr(GError) error = NULL;

  if (geteuid () == 0)
    {
      g_test_skip ("the administrator reads everything");
      return;
    }
  g_free (versions_put ("one", "plan", NOON));
  g_free (versions_put ("two", "plan", NOON));
  index = versions_path ("plan.index");
  g_assert_cmpint (g_chmod (index, 0), ==, 0);
  g_assert_false (_ent_versions_prune_at (NULL, &nothing, NOON, &error));
  g_assert_error (error, ENT_STORE_ERROR, ENT_STORE_ERROR_NO_PERMISSION);
  g_assert_cmpint (g_chmod (index, 0600), ==, 0);
  versions_assert_list ("plan", "two one");
}

int
main (int argc, char **argv)
{
  /* Days are those of the place: the tests are at this one. */
  g_setenv ("TZ", "UTC", TRUE);
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/versions-prune/newest", test_newest);
  g_test_add_func ("/versions-prune/days", test_days);
  g_test_add_func ("/versions-prune/size", test_size);
  g_test_add_func ("/versions-prune/shared", test_shared);
  g_test_add_func ("/versions-prune/needed", test_needed);
  g_test_add_func ("/versions-prune/just-opened", test_just_opened);
  g_test_add_func ("/versions-prune/unlisted", test_unlisted);
  g_test_add_func ("/versions-prune/damaged", test_damaged);
  g_test_add_func ("/versions-prune/unreadable", test_unreadable);

  return g_test_run ();
}
