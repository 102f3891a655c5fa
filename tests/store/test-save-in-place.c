/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Saves into files that cannot be replaced, with every system call failing in turn and the program
 * ending at any moment: one version or the other has to be had afterwards, whole.
 *
 * All of it is done as an ordinary user, because the administrator may replace any file.
 */
#include "faultshim.h"
#include "store-test.h"

#include "store/ent-rescue.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <grp.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define NOBODY 65534
#define SHORT  "the new plan\n"
#define LONG   "the old plan, which is a little longer\n"
#define KILLS  300

typedef enum
{
  LONGER,
  SHORTER,
  UNLISTED,
  LINKED,
} Scene;

static const struct
{
  FaultMode mode;
  int errnum;
} kinds[] = {
  { FAULT_ONCE, EIO },      { FAULT_ONCE, ENOSPC },    { FAULT_ONCE, EACCES },
  { FAULT_ONCE, ENOENT },   { FAULT_ONCE, EINTR },     { FAULT_STICKY, EIO },
  { FAULT_STICKY, ENOSPC }, { FAULT_STICKY, EDQUOT },  { FAULT_STICKY, EACCES },
  { FAULT_SHORT, 0 },       { FAULT_LIE, 0 },
};

static char *base;

static const char *
old_of (Scene scene)
{
  return scene == LONGER ? SHORT : LONG;
}

static const char *
new_of (Scene scene)
{
  return scene == LONGER ? LONG : SHORT;
}

static void
clear_rescues (void)
{
  g_autofree char *state = g_build_filename (base, "state", NULL);

  if (g_file_test (state, G_FILE_TEST_IS_DIR))
    folder_remove (state);
}

static guint
count_kept (void)
{
  g_autofree char *rescue = g_build_filename (base, "state", "entente", "rescue", NULL);

  return g_file_test (rescue, G_FILE_TEST_IS_DIR) ? folder_count (rescue) : 0;
}

static void
set_stage (Folder *folder,
           Scene   scene)
{
  g_autofree char *sub = folder_child (folder, "sub");
  g_autofree char *real = folder_child (folder, "sub/plan.json");

  clear_rescues ();
  g_assert_cmpint (g_chmod (folder->folder, 0700), ==, 0);
  (void) g_chmod (sub, 0700);
  (void) g_unlink (folder->path);
  (void) g_unlink (real);
  if (scene == LINKED)
    {
      (void) g_mkdir (sub, 0700);
      put_text (real, old_of (scene));
      g_assert_cmpint (symlink ("sub/plan.json", folder->path), ==, 0);
      g_assert_cmpint (g_chmod (sub, 0500), ==, 0);
      return;
    }
  put_text (folder->path, old_of (scene));
  g_assert_cmpint (g_chmod (folder->folder, scene == UNLISTED ? 0100 : 0500), ==, 0);
}

static void
strike_stage (Folder *folder)
{
  g_autofree char *sub = folder_child (folder, "sub");

  (void) g_chmod (sub, 0700);
  clear_rescues ();
}

static char *
read_file (Folder *folder)
{
  char *found = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (g_file_get_contents (folder->path, &found, NULL, &error));
  g_assert_no_error (error);
  return found;
}

static void
assert_kept (EntRescue        *rescue,
             EntRescueVersion  version,
             const char       *text)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = ent_rescue_get_bytes (rescue, version, &error);

  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), text, strlen (text));
}

/* What the next start does: it finds what was left, and gives back what is chosen. Returns whether
 * there was something.
 */
static gboolean
recover (Folder           *folder,
         const char       *old,
         const char       *new,
         EntRescueVersion  choice)
{
  g_autofree char *found = read_file (folder);
  g_autoptr(GPtrArray) rescues = NULL;
  g_autoptr(GError) error = NULL;
  gboolean is_whole = g_str_equal (found, old) || g_str_equal (found, new);
  EntRescue *rescue;
  guint aside = 0;

  rescues = ent_rescue_list (&aside);
  g_assert_cmpuint (aside, ==, 0);
  g_assert_cmpuint (rescues->len, <=, 1);
  if (rescues->len == 0)
    {
      g_assert_true (is_whole);
      g_assert_cmpuint (count_kept (), ==, 0);
      return FALSE;
    }
  rescue = g_ptr_array_index (rescues, 0);
  g_assert_cmpstr (rescue->name, ==, "plan.json");
  g_assert_cmpint (rescue->state, ==, is_whole ? ENT_RESCUE_UNTOUCHED : ENT_RESCUE_MIXED);
  g_assert_true (ent_rescue_has (rescue, ENT_RESCUE_OLD));
  g_assert_true (ent_rescue_has (rescue, ENT_RESCUE_NEW));
  assert_kept (rescue, ENT_RESCUE_OLD, old);
  assert_kept (rescue, ENT_RESCUE_NEW, new);
  g_assert_true (ent_rescue_restore (rescue, choice, &error));
  g_assert_no_error (error);
  assert_text (folder->path, choice == ENT_RESCUE_OLD ? old : new);
  g_assert_cmpuint (count_kept (), ==, 0);
  return TRUE;
}

/* What is said of a save that failed has to be so. */
static void
check_failure (Folder *folder,
               Scene   scene,
               GError *error)
{
  g_autofree char *found = read_file (folder);

  g_assert_nonnull (strstr (error->message, "plan.json"));
  g_assert_null (strstr (error->message, ".~ent"));
  g_assert_null (strstr (error->message, "rescue"));
  if (strstr (error->message, "both versions are kept") != NULL)
    {
      if (!recover (folder, old_of (scene), new_of (scene), ENT_RESCUE_NEW))
        g_assert_cmpstr (found, ==, new_of (scene));
      return;
    }
  g_assert_true (strstr (error->message, "The file on disk is unchanged.") != NULL ||
                 strstr (error->message, "left as it is") != NULL ||
                 strstr (error->message, "Nothing was written.") != NULL);
  g_assert_cmpstr (found, ==, old_of (scene));
}

static gboolean
attempt_with_fault (Folder    *folder,
                    Scene      scene,
                    FaultCall  call,
                    guint      kind,
                    guint      nth,
                    guint     *n_saved)
{
  g_autoptr(GError) error = NULL;
  EntFingerprint expected;
  gboolean saved;
  guint open_before;
  guint hits;

  set_stage (folder, scene);
  look_at (folder->path, &expected);
  open_before = count_descriptors ();
  faultshim_arm (call, nth, kinds[kind].errnum, kinds[kind].mode, base);
  saved = save_text (folder->path, new_of (scene), &expected, NULL, &error);
  hits = faultshim_disarm ();
  g_assert_cmpuint (count_descriptors (), ==, open_before);
  g_assert_true (saved == (error == NULL));
  if (saved)
    {
      assert_text (folder->path, new_of (scene));
      g_assert_false (recover (folder, old_of (scene), new_of (scene), ENT_RESCUE_NEW));
      *n_saved += 1;
    }
  else
    check_failure (folder, scene, error);
  if (hits == 0)
    g_assert_true (saved);
  return hits > 0;
}

static void
test_sweep (Folder        *folder,
            gconstpointer  data)
{
  Scene scene = GPOINTER_TO_INT (data);
  guint n_faults = 0;
  guint n_saved = 0;

  for (FaultCall call = FAULT_OPEN; call <= FAULT_ANY; call++)
    for (guint kind = 0; kind < G_N_ELEMENTS (kinds); kind++)
      for (guint nth = 1; attempt_with_fault (folder, scene, call, kind, nth, &n_saved); nth++)
        n_faults++;
  strike_stage (folder);
  g_test_message ("%u faults; %u times it was saved all the same", n_faults, n_saved);
  g_assert_cmpuint (n_faults, >, 500);
}

typedef struct
{
  Folder *folder;
  Scene scene;
} Play;

static void
save_in_child (gpointer data)
{
  Play *play = data;
  EntFingerprint expected;

  look_at (play->folder->path, &expected);
  (void) save_text (play->folder->path, new_of (play->scene), &expected, NULL, NULL);
}

static void
kill_at_each_call (Folder    *folder,
                   Scene      scene,
                   FaultMode  mode)
{
  Play play = { folder, scene };
  guint n_kills = 0;
  guint n_kept = 0;
  int status;

  do
    {
      EntRescueVersion choice = n_kills % 2 == 0 ? ENT_RESCUE_OLD : ENT_RESCUE_NEW;

      set_stage (folder, scene);
      faultshim_arm (FAULT_ANY, n_kills + 1, 0, mode, base);
      status = run_child (save_in_child, &play);
      (void) faultshim_disarm ();
      n_kept += recover (folder, old_of (scene), new_of (scene), choice) ? 1 : 0;
      n_kills++;
    }
  while (WIFSIGNALED (status));
  g_assert_cmpint (status, ==, 0);
  assert_text (folder->path, new_of (scene));
  g_test_message ("%u kills; %u times a version was given back", n_kills - 1, n_kept);
  g_assert_cmpuint (n_kills, >, 50);
  g_assert_cmpuint (n_kept, >, 5);
}

static void
test_kill_at_each_call (Folder        *folder,
                        gconstpointer  data)
{
  kill_at_each_call (folder, LONGER, GPOINTER_TO_INT (data));
  kill_at_each_call (folder, SHORTER, GPOINTER_TO_INT (data));
  strike_stage (folder);
}

static void
save_for_ever (Folder     *folder,
               const char *a,
               const char *b,
               int         started)
{
  g_autofree char *found = read_file (folder);
  EntFingerprint expected;
  EntSaveReceipt receipt;

  look_at (folder->path, &expected);
  if (write (started, "x", 1) != 1)
    _exit (1);
  for (guint i = g_str_equal (found, a) ? 1 : 0;; i++)
    {
      if (!save_text (folder->path, i % 2 == 1 ? b : a, &expected, &receipt, NULL))
        _exit (1);
      expected = receipt.fingerprint;
    }
}

static void
kill_one (Folder     *folder,
          const char *a,
          const char *b)
{
  char ready;
  int started[2];
  int status = 0;
  pid_t pid;

  g_assert_cmpint (pipe (started), ==, 0);
  pid = fork ();
  g_assert_cmpint (pid, >=, 0);
  if (pid == 0)
    save_for_ever (folder, a, b, started[1]);
  g_assert_cmpint (read (started[0], &ready, 1), ==, 1);
  g_usleep ((gulong) g_test_rand_int_range (0, 25 * 1000));
  g_assert_cmpint (kill (pid, SIGKILL), ==, 0);
  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  g_assert_true (WIFSIGNALED (status));
  g_assert_cmpint (close (started[0]) | close (started[1]), ==, 0);
}

/* Of two versions that take turns either may be the older one. */
static void
test_kills (Folder        *folder,
            gconstpointer  data)
{
  g_autofree char *a = long_text ('a', 1000 * 1000);
  g_autofree char *b = long_text ('b', 1500 * 1000);
  guint n_kept = 0;
  guint n_mixed = 0;

  set_stage (folder, LONGER);
  g_assert_cmpint (truncate (folder->path, 0), ==, 0);
  put_text (folder->path, a);
  for (guint i = 0; i < KILLS; i++)
    {
      g_autoptr(GPtrArray) rescues = NULL;
      g_autoptr(GError) error = NULL;
      g_autofree char *found = NULL;

      kill_one (folder, a, b);
      rescues = ent_rescue_list (NULL);
      g_assert_cmpuint (rescues->len, <=, 1);
      if (rescues->len == 1)
        {
          EntRescue *rescue = g_ptr_array_index (rescues, 0);

          n_kept++;
          n_mixed += rescue->state == ENT_RESCUE_MIXED ? 1 : 0;
          g_assert_true (ent_rescue_restore (rescue, i % 2, &error));
          g_assert_no_error (error);
        }
      found = read_file (folder);
      g_assert_true (g_str_equal (found, a) || g_str_equal (found, b));
      g_assert_cmpuint (count_kept (), ==, 0);
    }
  strike_stage (folder);
  g_test_message ("%u kills; %u times a version was given back, %u times the file was neither",
                  KILLS, n_kept, n_mixed);
}

static gboolean
become_nobody (void)
{
  const gid_t group = NOBODY;

  if (geteuid () != 0)
    return TRUE;
  return setgroups (1, &group) == 0 && setresgid (NOBODY, NOBODY, NOBODY) == 0 &&
         setresuid (NOBODY, NOBODY, NOBODY) == 0 &&
         /* To go on seeing one's own descriptors. */
         prctl (PR_SET_DUMPABLE, 1, 0, 0, 0) == 0;
}

/* The state folder and those of the tests are in one, where the shim sees both: in memory if that
 * can be had, because each of some thousand saves waits for the disk ten times.
 */
static gboolean
make_base (void)
{
  const char *above = g_getenv ("TMPDIR");
  g_autofree char *state = NULL;

  if (above == NULL)
    above = access ("/dev/shm", W_OK | X_OK) == 0 ? "/dev/shm" : "/tmp";
  base = g_build_filename (above, "ent-in-place-XXXXXX", NULL);
  if (g_mkdtemp (base) == NULL)
    return FALSE;
  state = g_build_filename (base, "state", NULL);
  return g_setenv ("TMPDIR", base, TRUE) && g_setenv ("XDG_STATE_HOME", state, TRUE);
}

static void
test_skipped (void)
{
  g_test_skip ("nobody but the administrator can write here");
}

int
main (int   argc,
      char *argv[])
{
  gboolean ready = become_nobody () && make_base ();
  int result;

  g_test_init (&argc, &argv, NULL);

  if (!ready)
    {
      g_test_add_func ("/store/in-place", test_skipped);
      return g_test_run ();
    }
  folder_add_test ("/store/in-place/longer", GINT_TO_POINTER (LONGER), test_sweep);
  folder_add_test ("/store/in-place/shorter", GINT_TO_POINTER (SHORTER), test_sweep);
  folder_add_test ("/store/in-place/unlisted", GINT_TO_POINTER (UNLISTED), test_sweep);
  folder_add_test ("/store/in-place/linked", GINT_TO_POINTER (LINKED), test_sweep);
  folder_add_test ("/store/in-place/kill-before", GINT_TO_POINTER (FAULT_KILL),
                   test_kill_at_each_call);
  folder_add_test ("/store/in-place/kill-after", GINT_TO_POINTER (FAULT_KILL_AFTER),
                   test_kill_at_each_call);
  folder_add_test ("/store/in-place/kills", NULL, test_kills);

  result = g_test_run ();
  folder_remove (base);
  g_free (base);
  return result;
}
