/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes every system call of a journal fail in turn, and ends the program at each: does the journal
 * hold what it said it keeps, and does it say so when it does not? */
#include "config.h"

#include "faultshim.h"
#include "journal-test.h"
#include "store-test.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static const struct
{
  FaultCall call;
  FaultMode mode;
  int errnum;
} faults[] = {
  { FAULT_OPEN, FAULT_ONCE, EIO },        { FAULT_OPEN, FAULT_ONCE, EMFILE },
  { FAULT_OPEN, FAULT_ONCE, EINTR },      { FAULT_OPEN, FAULT_STICKY, EACCES },
  { FAULT_READ, FAULT_ONCE, EIO },        { FAULT_READ, FAULT_ONCE, EINTR },
  { FAULT_READ, FAULT_STICKY, ESTALE },   { FAULT_WRITE, FAULT_ONCE, ENOSPC },
  { FAULT_WRITE, FAULT_ONCE, EINTR },     { FAULT_WRITE, FAULT_STICKY, EIO },
  { FAULT_WRITE, FAULT_STICKY, EDQUOT },  { FAULT_WRITE, FAULT_SHORT, 0 },
  { FAULT_WRITE, FAULT_LIE, 0 },          { FAULT_FSYNC, FAULT_ONCE, EIO },
  { FAULT_FSYNC, FAULT_ONCE, EINVAL },    { FAULT_FSYNC, FAULT_STICKY, ENOSPC },
  { FAULT_CLOSE, FAULT_ONCE, EIO },       { FAULT_CLOSE, FAULT_STICKY, EDQUOT },
  { FAULT_RENAME, FAULT_ONCE, EIO },      { FAULT_RENAME, FAULT_ONCE, EINVAL },
  { FAULT_RENAME, FAULT_STICKY, EACCES }, { FAULT_TRUNCATE, FAULT_ONCE, EIO },
  { FAULT_TRUNCATE, FAULT_ONCE, EINTR },  { FAULT_TRUNCATE, FAULT_STICKY, EIO },
  { FAULT_UNLINK, FAULT_ONCE, EIO },      { FAULT_UNLINK, FAULT_STICKY, EACCES },
  { FAULT_LOCK, FAULT_ONCE, EINTR },      { FAULT_LOCK, FAULT_ONCE, EWOULDBLOCK },
  { FAULT_LOCK, FAULT_STICKY, ENOLCK },   { FAULT_ANY, FAULT_ONCE, EIO },
  { FAULT_ANY, FAULT_ONCE, ENOMEM },      { FAULT_ANY, FAULT_STICKY, EIO },
};

/* What one program was told of its journal. */
typedef struct
{
  guint kept;        /* records that were acknowledged */
  gboolean made;
  gboolean failed;
  gboolean removed;
} Session;

static void
check_error (const GError *error,
             const char   *words)
{
  g_assert_nonnull (error);
  g_assert_nonnull (strstr (error->message, words));
  g_assert_null (strstr (error->message, "(null)"));
  g_assert_true (g_utf8_strlen (error->message, -1) > 40);
}

/* After one record was not kept none is. */
static void
try_append (EntJournal *journal,
            Session    *session,
            guint       n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = journal_text (session->kept);
      g_autoptr(GError) error = NULL;

      if (ent_journal_append (journal, text, &error))
        {
          g_assert_false (session->failed);
          session->kept++;
          continue;
        }
      check_error (error, "Your changes are not being kept safe on this computer: ");
      g_assert_cmpstr (error->message, ==, ent_journal_get_error (journal)->message);
      session->failed = TRUE;
    }
}

static void
try_sync (EntJournal *journal,
          Session    *session)
{
  g_autoptr(GError) error = NULL;

  if (ent_journal_sync (journal, &error))
    g_assert_false (session->failed);
  else
    {
      check_error (error, "Your changes are not being kept safe on this computer: ");
      session->failed = TRUE;
    }
}

static void
try_move (EntJournal   *journal,
          EntStatePart  part)
{
  g_autoptr(GError) error = NULL;

  if (!ent_journal_move (journal, part, &error))
    check_error (error, ": ");
  g_assert_true (g_file_test (ent_journal_get_path (journal), G_FILE_TEST_IS_REGULAR));
}

static void
do_session (Session *session)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(EntJournal) journal = journal_try_make (&error);

  session->made = journal != NULL;
  if (journal == NULL)
    {
      check_error (error, "Your changes are not being kept safe on this computer: ");
      return;
    }
  try_append (journal, session, 3);
  try_sync (journal, session);
  try_append (journal, session, 2);
  try_move (journal, ENT_STATE_TRYING);
  try_append (journal, session, 2);
  try_sync (journal, session);
}

/* Goes on with what the first one has left, and with something that cannot be read behind it. */
static void
do_recovery (Session    *session,
             const char *path)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(EntJournal) journal = ent_journal_open (path, &error);

  if (journal == NULL)
    {
      check_error (error, "The changes kept on this computer could not be read: ");
      return;
    }
  session->made = TRUE;
  g_assert_cmpuint (journal_check (journal), ==, session->kept);
  g_assert_true (ent_journal_is_cut (journal));
  if (ent_journal_truncate_records (journal, session->kept - 1, NULL))
    session->kept--;
  else
    session->failed = TRUE;
  try_append (journal, session, 2);
  try_sync (journal, session);
  try_move (journal, ENT_STATE_TRYING);
  session->removed = ent_journal_remove (journal, &error);
  if (!session->removed)
    check_error (error, "Could not delete “");
}

static char *
find_journal (void)
{
  char *found = NULL;

  for (guint part = ENT_STATE_JOURNALS; part <= ENT_STATE_TRYING; part++)
    {
      g_auto(GStrv) paths = ent_journal_list (part);

      for (guint i = 0; paths[i] != NULL; i++)
        {
          g_assert_null (found);
          found = g_strdup (paths[i]);
        }
    }
  return found;
}

/* A journal that was not begun is gone, or empty where the disk does not even delete. What a disk
 * makes away with, saying that it has it, is not read as anything else. */
static void
check_kept (const Session *session,
            FaultMode      mode)
{
  g_autofree char *path = find_journal ();
  g_autoptr(EntJournal) journal = NULL;

  if (!session->made || session->removed)
    {
      g_assert_true (path == NULL || journal_is_refused (path, ENT_STORE_ERROR_EMPTY));
      return;
    }
  if (mode == FAULT_LIE)
    {
      g_autoptr(GError) error = NULL;

      journal = ent_journal_open (path, &error);
      if (journal != NULL)
        g_assert_cmpuint (journal_check (journal), <=, session->kept);
      else
        g_assert_error (error, ENT_STORE_ERROR, ENT_STORE_ERROR_DAMAGED);
      return;
    }
  journal = journal_open (path);
  g_assert_cmpuint (journal_check (journal), ==, session->kept);
}

/* Some faults have only one right answer. */
static void
check_answer (const Session *session,
              guint          fault)
{
  gboolean is_none = faults[fault].errnum == EINTR || faults[fault].mode == FAULT_SHORT;

  if (is_none || faults[fault].call == FAULT_CLOSE || faults[fault].call == FAULT_RENAME ||
      faults[fault].errnum == ENOLCK)
    g_assert_true (session->made && !session->failed);
}

static gboolean
attempt_session (guint fault,
                 guint nth)
{
  Session session = { 0, };
  guint descriptors = count_descriptors ();
  guint hits;

  faultshim_arm (faults[fault].call, nth, faults[fault].errnum, faults[fault].mode,
                 g_get_user_state_dir ());
  do_session (&session);
  hits = faultshim_disarm ();
  g_assert_cmpuint (count_descriptors (), ==, descriptors);
  if (hits > 0)
    check_answer (&session, fault);
  else
    g_assert_cmpuint (session.kept, ==, 7);
  check_kept (&session, hits > 0 ? faults[fault].mode : FAULT_ONCE);
  journal_clear ();
  return hits > 0;
}

static gboolean
attempt_recovery (guint fault,
                  guint nth)
{
  g_autofree char *path = journal_make_file (5);
  Session session = { 5, };
  guint descriptors = count_descriptors ();
  FILE *file = fopen (path, "a");
  guint hits;

  g_assert_cmpint (fputs ("17 0123456789abcdef {", file), >=, 0);
  g_assert_cmpint (fclose (file), ==, 0);
  faultshim_arm (faults[fault].call, nth, faults[fault].errnum, faults[fault].mode,
                 g_get_user_state_dir ());
  do_recovery (&session, path);
  hits = faultshim_disarm ();
  g_assert_cmpuint (count_descriptors (), ==, descriptors);
  if (hits > 0)
    check_answer (&session, fault);
  else
    g_assert_true (session.removed);
  session.made = TRUE;
  if (session.failed && faults[fault].call == FAULT_TRUNCATE)
    session.kept = 5;
  check_kept (&session, hits > 0 ? faults[fault].mode : FAULT_ONCE);
  journal_clear ();
  return hits > 0;
}

/* For each kind of call, the first fails, then the second, until there is none left to fail. The main
 * context is there before, with a descriptor of its own. */
static void
test_sweep (gconstpointer data)
{
  gboolean (*attempt) (guint, guint) = (gboolean (*) (guint, guint)) data;
  g_autoptr(GMainContext) context = g_main_context_ref_thread_default ();
  guint n_faults = 0;

  for (guint fault = 0; fault < G_N_ELEMENTS (faults); fault++)
    for (guint nth = 1; attempt (fault, nth); nth++)
      n_faults++;
  g_test_message ("%u faults", n_faults);
  g_assert_cmpuint (n_faults, >, 100);
}

/* Tells at once what is kept, since the program may not live to tell later. */
static void
session_in_child (gpointer data)
{
  int told = GPOINTER_TO_INT (data);
  g_autoptr(EntJournal) journal = journal_make ();

  for (guint i = 0; i < 6; i++)
    {
      journal_append (journal, i, i + 1);
      if (write (told, "x", 1) != 1)
        _exit (1);
      if (i == 2)
        g_assert_true (ent_journal_sync (journal, NULL));
      if (i == 3)
        g_assert_true (ent_journal_move (journal, ENT_STATE_TRYING, NULL));
    }
  g_assert_true (ent_journal_sync (journal, NULL));
}

static void
test_kill_at_each_call (gconstpointer data)
{
  FaultMode mode = GPOINTER_TO_INT (data);
  guint n_kills = 0;
  int status;

  do
    {
      g_autofree char *path = NULL;
      char acknowledged[16];
      gssize kept;
      int told[2];

      g_assert_cmpint (pipe (told), ==, 0);
      faultshim_arm (FAULT_ANY, n_kills + 1, 0, mode, g_get_user_state_dir ());
      status = run_child (session_in_child, GINT_TO_POINTER (told[1]));
      (void) faultshim_disarm ();
      g_assert_cmpint (close (told[1]), ==, 0);
      kept = read (told[0], acknowledged, sizeof acknowledged);
      g_assert_cmpint (close (told[0]), ==, 0);
      path = find_journal ();
      if (kept > 0 || (path != NULL && !journal_is_refused (path, ENT_STORE_ERROR_EMPTY)))
        {
          g_autoptr(EntJournal) journal = journal_open (path);

          g_assert_cmpint (journal_check (journal), >=, kept);
          g_assert_cmpint (ent_journal_get_n_records (journal), <=, kept + 1);
          g_assert_false (ent_journal_is_cut (journal));
        }
      journal_clear ();
      n_kills++;
    }
  while (WIFSIGNALED (status));
  g_assert_cmpint (status, ==, 0);
  g_test_message ("%u kills", n_kills - 1);
  g_assert_cmpuint (n_kills, >, 15);
}

static void
count_notify (EntJournal *journal,
              GParamSpec *pspec,
              guint      *n)
{
  (*n)++;
}

static gboolean
give_up (gpointer data)
{
  gboolean *is_late = data;

  *is_late = TRUE;
  return G_SOURCE_CONTINUE;
}

/* That a sync is made within a second is seen by its failing, and that is told to the main loop. The
 * disk works again afterwards, but what it has lost is not known: nothing more is appended. */
static void
test_sync_in_time (void)
{
  g_autoptr(EntJournal) journal = journal_make ();
  g_autoptr(GError) error = NULL;
  gboolean is_late = FALSE;
  gboolean failed = TRUE;
  guint n_notified = 0;
  guint timer;

  g_assert_true (ent_journal_sync (journal, &error));
  g_signal_connect (journal, "notify::failed", G_CALLBACK (count_notify), &n_notified);
  faultshim_arm (FAULT_FSYNC, 1, EIO, FAULT_ONCE, g_get_user_state_dir ());
  journal_append (journal, 0, 10);
  g_object_get (journal, "failed", &failed, NULL);
  g_assert_false (failed);
  timer = g_timeout_add (1000, give_up, &is_late);
  while (n_notified == 0 && !is_late)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (timer);
  g_assert_false (is_late);
  g_assert_cmpuint (faultshim_disarm (), ==, 1);
  g_object_get (journal, "failed", &failed, NULL);
  g_assert_true (failed);
  g_assert_cmpstr (ent_journal_get_error (journal)->message, ==,
                   "Your changes are not being kept safe on this computer: the disk reported a "
                   "fault. Save now.");
  g_assert_false (ent_journal_append (journal, "{}", &error));
  g_assert_error (error, ENT_STORE_ERROR, ENT_STORE_ERROR_FAILED);
  g_clear_error (&error);
  g_assert_false (ent_journal_sync (journal, &error));
  g_assert_error (error, ENT_STORE_ERROR, ENT_STORE_ERROR_FAILED);
  g_assert_cmpuint (n_notified, ==, 1);
  g_clear_object (&journal);
  journal_clear ();
}

/* A thousand records are brought to the disk together, and the name of the file once with them. */
static void
test_sync_together (void)
{
  g_autoptr(EntJournal) journal = journal_make ();
  g_autoptr(GError) error = NULL;

  faultshim_arm (FAULT_FSYNC, 5, EIO, FAULT_ONCE, g_get_user_state_dir ());
  journal_append (journal, 0, 1000);
  g_assert_true (ent_journal_sync (journal, &error));
  g_assert_true (ent_journal_sync (journal, &error));
  g_assert_cmpuint (faultshim_disarm (), ==, 0);
  faultshim_arm (FAULT_FSYNC, 1, EIO, FAULT_ONCE, g_get_user_state_dir ());
  g_assert_true (ent_journal_sync (journal, &error));
  g_assert_cmpuint (faultshim_disarm (), ==, 0);
  g_assert_no_error (error);
  journal_clear ();
}

/* Finalizing one that is to be synced neither waits nor leaves anything behind. */
static void
test_closed_before_sync (void)
{
  guint descriptors = count_descriptors ();

  for (guint i = 0; i < 100; i++)
    {
      g_autoptr(EntJournal) journal = journal_make ();

      journal_append (journal, 0, 2);
      g_assert_true (ent_journal_remove (journal, NULL));
    }
  g_assert_cmpuint (count_descriptors (), ==, descriptors);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_data_func ("/journal/faults/session", attempt_session, test_sweep);
  g_test_add_data_func ("/journal/faults/recovery", attempt_recovery, test_sweep);
  g_test_add_data_func ("/journal/faults/kill-before", GINT_TO_POINTER (FAULT_KILL),
                        test_kill_at_each_call);
  g_test_add_data_func ("/journal/faults/kill-after", GINT_TO_POINTER (FAULT_KILL_AFTER),
                        test_kill_at_each_call);
  g_test_add_func ("/journal/faults/sync-in-time", test_sync_in_time);
  g_test_add_func ("/journal/faults/sync-together", test_sync_together);
  g_test_add_func ("/journal/faults/closed-before-sync", test_closed_before_sync);

  return g_test_run ();
}
