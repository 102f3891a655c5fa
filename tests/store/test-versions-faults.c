/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes every system call of keeping a version fail in turn: what was kept earlier is all there
 * afterwards, and what is said to be kept is.
 */
#include "faultshim.h"
#include "store-test.h"
#include "versions-test.h"

#include "store/ent-state-folder.h"
#include "store/ent-store-error.h"

#include <errno.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define CALLS_MAX 60

static const struct
{
  FaultCall call;
  FaultMode mode;
  int errnum;
} faults[] = {
  { FAULT_OPEN, FAULT_ONCE, EIO },      { FAULT_OPEN, FAULT_ONCE, EINTR },
  { FAULT_OPEN, FAULT_ONCE, EMFILE },   { FAULT_OPEN, FAULT_STICKY, ENOSPC },
  { FAULT_READ, FAULT_ONCE, EIO },      { FAULT_READ, FAULT_ONCE, EINTR },
  { FAULT_WRITE, FAULT_ONCE, ENOSPC },  { FAULT_WRITE, FAULT_ONCE, EINTR },
  { FAULT_WRITE, FAULT_STICKY, EDQUOT }, { FAULT_WRITE, FAULT_SHORT, 0 },
  { FAULT_WRITE, FAULT_LIE, 0 },        { FAULT_FSYNC, FAULT_ONCE, EIO },
  { FAULT_FSYNC, FAULT_STICKY, ENOSPC }, { FAULT_CLOSE, FAULT_ONCE, EIO },
  { FAULT_RENAME, FAULT_ONCE, EIO },    { FAULT_RENAME, FAULT_STICKY, EACCES },
  { FAULT_CHMOD, FAULT_ONCE, EPERM },   { FAULT_ANY, FAULT_ONCE, EIO },
};

static void
assert_message (GError *error)
{
  g_assert_true (error->domain == ENT_STORE_ERROR);
  g_assert_true (g_str_has_suffix (error->message, "."));
  g_assert_null (strstr (error->message, ".tmp"));
}

static void
assert_old_ones (const char *one,
                 const char *two)
{
  g_autofree char *list = versions_dump ("plan");

  versions_assert_get (one, "one");
  versions_assert_get (two, "two");
  g_assert_true (g_str_has_suffix (list, "two one"));
}

/* Returns whether there was such a call to fail. */
static gboolean
try_fault (guint       fault,
           guint       nth,
           const char *one,
           const char *two)
{
  g_autofree char *text = g_strdup_printf ("new-%u-%u", fault, nth);
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
  g_autofree char *folder = g_build_filename (g_get_user_state_dir (), "entente", NULL);
  g_autoptr(GError) error = NULL;
  guint descriptors = count_descriptors ();
  gboolean kept;
  guint n_hit;

  faultshim_arm (faults[fault].call, nth, faults[fault].errnum, faults[fault].mode, folder);
  kept = versions_put_quietly (text, "plan", &error);
  n_hit = faultshim_disarm ();
  g_assert_cmpuint (count_descriptors (), ==, descriptors);
  assert_old_ones (one, two);
  if (!kept)
    {
      assert_message (error);
      g_clear_error (&error);
      g_assert_true (versions_put_quietly (text, "plan", &error));
      g_assert_no_error (error);
    }
  versions_assert_get (digest, text);
  return n_hit > 0;
}

static void
test_put (void)
{
  g_autofree char *one = versions_put ("one", "plan", NOON);
  g_autofree char *two = versions_put ("two", "plan", NOON);
  g_autofree char *folder = ent_state_folder_dup_path (ENT_STATE_VERSIONS);
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    for (guint nth = 1; nth < CALLS_MAX && try_fault (i, nth, one, two); nth++)
      n++;
  g_test_message ("%u faults while versions were put", n);
  g_assert_cmpuint (n, >, G_N_ELEMENTS (faults));
  /* Contents that are left over, temporary files that are: pruning takes the latter away. */
  g_assert_true (ent_versions_prune (NULL, NULL));
  assert_old_ones (one, two);
}

static void
put_and_die (gpointer data)
{
  const guint *nth = data;
  g_autofree char *folder = g_build_filename (g_get_user_state_dir (), "entente", NULL);

  faultshim_arm (FAULT_ANY, *nth / 2, 0, *nth % 2 == 0 ? FAULT_KILL : FAULT_KILL_AFTER, folder);
  (void) versions_put_quietly ("new", "plan", NULL);
  faultshim_disarm ();
}

/* The program ends before and after each call; the lock goes with it. */
static void
test_kill (void)
{
  g_autofree char *one = versions_put ("one", "plan", NOON);
  g_autofree char *two = versions_put ("two", "plan", NOON);
  g_autofree char *new_digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, "new", -1);
  g_autofree char *content = versions_content (new_digest);
  g_autofree char *index = versions_path ("plan.index");
  g_autofree char *text = NULL;
  guint nth;
  gsize length;

  g_assert_true (g_file_get_contents (index, &text, &length, NULL));
  for (nth = 2; nth < 2 * CALLS_MAX; nth++)
    {
      int status;

      (void) unlink (content);
      g_assert_true (g_file_set_contents (index, text, (gssize) length, NULL));
      status = run_child (put_and_die, &nth);
      assert_old_ones (one, two);
      if (status == 0)
        break;
      g_assert_true (WIFSIGNALED (status) && WTERMSIG (status) == SIGKILL);
      g_assert_true (versions_put_quietly ("new", "plan", NULL));
      versions_assert_list ("plan", "A plan two one");
      versions_assert_get (new_digest, "new");
    }
  g_test_message ("%u kills while a version was put", nth - 2);
  g_assert_cmpuint (nth, >, 10);
  g_assert_cmpuint (nth, <, 2 * CALLS_MAX);
}

/* A full disk takes nothing of what is there, and gets no half version. */
static void
test_full (void)
{
  g_autofree char *one = versions_put ("one", "plan", NOON);
  g_autofree char *two = versions_put ("two", "plan", NOON);
  g_autofree char *folder = ent_state_folder_dup_path (ENT_STATE_VERSIONS);
  guint n = folder_count (folder);

  for (guint nth = 1; nth <= 2; nth++)
    {
      g_autoptr(GError) error = NULL;

      faultshim_arm (FAULT_WRITE, nth, ENOSPC, FAULT_STICKY, folder);
      g_assert_false (versions_put_quietly ("new", "plan", &error));
      g_assert_cmpuint (faultshim_disarm (), >, 0);
      g_assert_error (error, ENT_STORE_ERROR, ENT_STORE_ERROR_NO_SPACE);
      g_test_message ("%s", error->message);
      g_assert_nonnull (strstr (error->message, "“A plan”"));
      g_assert_nonnull (strstr (error->message, "the disk is full"));
      g_assert_cmpuint (folder_count (folder), ==, n);
      assert_old_ones (one, two);
    }
}

/* Pruning that fails somewhere has still taken nothing that was to stay. What could not be deleted is
 * in no list any more and goes when space is needed. */
static void
test_prune (void)
{
  static const EntVersionsLimits few = { .newest = 2, .days = 0, .size = G_MAXUINT64 };
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    for (guint nth = 1; nth < CALLS_MAX; nth++)
      {
        g_autofree char *old = versions_put ("old", "plan", NOON - 1);
        g_autofree char *one = versions_put ("one", "plan", NOON);
        g_autofree char *two = versions_put ("two", "plan", NOON);
        g_autofree char *folder = ent_state_folder_dup_path (ENT_STATE_VERSIONS);
        g_autofree char *list = NULL;
        g_autoptr(GError) error = NULL;
        guint n_hit;

        faultshim_arm (faults[i].call, nth, faults[i].errnum, faults[i].mode, folder);
        if (!_ent_versions_prune_at (NULL, &few, NOON, &error))
          assert_message (error);
        n_hit = faultshim_disarm ();
        list = versions_dump ("plan");
        g_assert_true (g_str_has_prefix (list, "two one"));
        versions_assert_get (one, "one");
        versions_assert_get (two, "two");
        g_assert_true (_ent_versions_prune_at (NULL, &few, NOON, NULL));
        versions_assert_list ("plan", "two one");
        if (n_hit == 0)
          {
            versions_assert_gone (old);
            break;
          }
        n++;
      }
  g_test_message ("%u faults while versions were pruned", n);
  g_assert_cmpuint (n, >, G_N_ELEMENTS (faults));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/versions-faults/put", test_put);
  g_test_add_func ("/versions-faults/kill", test_kill);
  g_test_add_func ("/versions-faults/full", test_full);
  g_test_add_func ("/versions-faults/prune", test_prune);

  return g_test_run ();
}
