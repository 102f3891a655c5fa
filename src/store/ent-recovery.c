/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Goes through the journals that nobody holds. Each is moved away before it is read: if reading it
 * ends the program, the next start finds it there, puts it aside and does without. It comes back
 * when somebody has seen what was in it.
 *
 * What was recovered is compared with the file as it is now. Where that is the same there is nothing
 * to offer: the program ended between saving and letting go of the journal.
 */
#include "config.h"

#include "store/ent-recovery.h"

#include "model/ent-json-reader.h"
#include "model/ent-json-writer.h"
#include "model/ent-replay.h"
#include "store/ent-document-private.h"
#include "store/ent-file-name.h"
#include "store/ent-file-read.h"
#include "store/ent-moment.h"
#include "store/ent-versions.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

struct _EntRecovery
{
  EntRecoveryState state;
  char *title;
  gint64 time;
  gboolean is_cut;        /* some of the last steps could not be done again */

  GFile *file;
  EntProjectFile *base;   /* its project is what was recovered */
  EntFingerprint saved;   /* what the file was when it was known last */
  gboolean begins_saved;  /* whether the base is what was in the file */
  EntJournal *journal;
  EntDocument *document;
};

/* --- reading a journal -------------------------------------------------------------------- */

static EntProjectFile *
read_base (const char  *digest,
           GError     **error)
{
  g_autoptr(EntProjectFile) base = g_new0 (EntProjectFile, 1);

  base->bytes = ent_versions_get (digest, error);
  if (base->bytes == NULL)
    return NULL;
  base->version = g_strdup (digest);
  base->problems = ent_problem_list_new ();
  base->project = ent_project_read (base->bytes, base->problems, NULL, NULL, NULL, error);
  return base->project != NULL ? g_steal_pointer (&base) : NULL;
}

/* Does the steps again, and leaves out what comes behind one that does not fit. */
static void
replay (EntRecovery *self)
{
  g_autoptr(EntReplay) steps = ent_replay_new (self->base->project);
  guint n = ent_journal_get_n_records (self->journal);
  guint done = 0;

  while (done < n && ent_replay_step (steps, ent_journal_get_record (self->journal, done), NULL))
    done++;
  self->is_cut = done < n || ent_journal_is_cut (self->journal);
  if (done < n)
    ent_journal_truncate_records (self->journal, done, NULL);
  ent_history_seal (ent_project_get_history (self->base->project));
}

static gboolean
is_as_written (GBytes     *bytes,
               EntProject *project)
{
  g_autoptr(GBytes) now = ent_project_write (project, NULL);

  return now != NULL && g_bytes_equal (bytes, now);
}

/* Looks at the file as it is now. Returns whether what was recovered is in it. */
static gboolean
look_at_file (EntRecovery *self)
{
  g_autoptr(GBytes) bytes = NULL;
  g_autofree char *digest = NULL;
  EntFingerprint now;

  if (self->file == NULL)
    {
      self->state = ENT_RECOVERY_NAMELESS;
      return FALSE;
    }
  bytes = ent_file_read (self->file, &now, NULL, NULL);
  if (bytes == NULL)
    {
      self->state = ENT_RECOVERY_GONE;
      return FALSE;
    }
  digest = ent_fingerprint_dup_digest (&now);
  if (g_strcmp0 (digest, ent_journal_get_header (self->journal)->saved) == 0)
    self->saved = now;
  else
    self->state = ENT_RECOVERY_CHANGED;
  return is_as_written (bytes, self->base->project);
}

static void
read_header (EntRecovery *self)
{
  const EntJournalHeader *header = ent_journal_get_header (self->journal);

  self->title = g_strdup (header->title);
  self->file = header->uri != NULL ? g_file_new_for_uri (header->uri) : NULL;
  self->begins_saved = header->base != NULL && g_strcmp0 (header->base, header->saved) == 0;
  if (header->saved != NULL)
    ent_fingerprint_set_digest (&self->saved, header->saved);
}

/* Returns whether there is something to offer. */
static gboolean
recover (EntRecovery  *self,
         GError      **error)
{
  const EntJournalHeader *header = ent_journal_get_header (self->journal);
  g_autoptr(GBytes) before = NULL;

  self->base = read_base (header->base != NULL ? header->base : "", error);
  if (self->base == NULL)
    return FALSE;
  before = ent_project_write (self->base->project, NULL);
  replay (self);
  if (look_at_file (self))
    return FALSE;
  /* What was done was undone, or nothing was done to what the file still is. */
  if (before != NULL && is_as_written (before, self->base->project) && !self->is_cut)
    return self->state != ENT_RECOVERY_NAMELESS &&
           (!self->begins_saved || self->state != ENT_RECOVERY_UNSAVED);
  return TRUE;
}

/* When the last step was done. */
static gint64
get_time (const char *path)
{
  GStatBuf st;

  return g_stat (path, &st) == 0 ? (gint64) st.st_mtime : g_get_real_time () / G_USEC_PER_SEC;
}

static void
put_aside (EntRecovery *self)
{
  self->state = ENT_RECOVERY_FAILED;
  if (self->journal != NULL)
    ent_journal_move (self->journal, ENT_STATE_ASIDE, NULL);
  g_clear_object (&self->journal);
}

/* A file that could not be opened as a journal. */
static void
put_file_aside (const char *path)
{
  g_autofree char *folder = ent_state_folder_make (ENT_STATE_ASIDE, NULL);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *aside = NULL;

  if (folder == NULL)
    return;
  aside = g_build_filename (folder, name, NULL);
  (void) g_rename (path, aside);
}

/* Returns whether there is something to say. A journal in which there is nothing was being begun
 * when the program ended: the first step in it had not been done. */
static gboolean
handle_unopened (EntRecovery  *self,
                 const char   *path,
                 const GError *error)
{
  if (g_error_matches (error, ENT_STORE_ERROR, ENT_STORE_ERROR_IN_USE) ||
      g_error_matches (error, ENT_STORE_ERROR, ENT_STORE_ERROR_NOT_FOUND))
    return FALSE;
  if (g_error_matches (error, ENT_STORE_ERROR, ENT_STORE_ERROR_EMPTY))
    {
      (void) g_unlink (path);
      return FALSE;
    }
  put_file_aside (path);
  self->state = ENT_RECOVERY_FAILED;
  return TRUE;
}

/* Returns %NULL where there is nothing to offer and nothing to say. */
static EntRecovery *
take_journal (const char   *path,
              EntStatePart  part)
{
  g_autoptr(EntRecovery) self = g_new0 (EntRecovery, 1);
  g_autoptr(GError) error = NULL;

  self->journal = ent_journal_open (path, &error);
  if (self->journal == NULL)
    return handle_unopened (self, path, error) ? g_steal_pointer (&self) : NULL;
  self->time = get_time (path);
  read_header (self);
  if (part == ENT_STATE_TRYING ||
      !ent_journal_move (self->journal, ENT_STATE_TRYING, NULL))
    {
      put_aside (self);
      return g_steal_pointer (&self);
    }
  if (recover (self, &error))
    return g_steal_pointer (&self);
  if (error != NULL)
    {
      put_aside (self);
      return g_steal_pointer (&self);
    }
  (void) ent_journal_remove (self->journal, NULL);
  return NULL;
}

static void
find_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  static const EntStatePart parts[] = { ENT_STATE_TRYING, ENT_STATE_JOURNALS };
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify) ent_recovery_free);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_auto(GStrv) paths = ent_journal_list (parts[i]);

      for (guint j = 0; paths != NULL && paths[j] != NULL; j++)
        {
          EntRecovery *recovery = take_journal (paths[j], parts[i]);

          if (recovery != NULL)
            g_ptr_array_add (found, recovery);
        }
    }
  g_task_return_pointer (task, found, (GDestroyNotify) g_ptr_array_unref);
}

/* --- what came of it ---------------------------------------------------------------------- */

/* What the partnership is called, else its file. */
static char *
dup_name (EntRecovery *self)
{
  if (self->title != NULL && self->title[0] != '\0')
    return g_strdup (self->title);
  return self->file != NULL ? ent_file_dup_display_name (self->file)
                            : g_strdup (_("Untitled partnership"));
}

static char *
dup_restored (EntRecovery *self)
{
  g_autofree char *name = dup_name (self);
  g_autofree char *moment = ent_moment_dup_text (self->time);

  switch (self->state)
    {
    case ENT_RECOVERY_NAMELESS:
      return g_strdup_printf (_("“%s” was never saved. It is here as it was at %s."), name,
                              moment);
    case ENT_RECOVERY_CHANGED:
      return g_strdup_printf (_("Unsaved changes to “%s” from %s were restored. Somebody else has "
                                "changed the file since: saving asks what to do."),
                              name, moment);
    case ENT_RECOVERY_GONE:
      return g_strdup_printf (_("Unsaved changes to “%s” from %s were restored. Its file is not "
                                "where it was: saving asks where to."),
                              name, moment);
    case ENT_RECOVERY_FAILED:
      return g_strdup_printf (_("What was not saved of “%s” could not be recovered and was put "
                                "aside. The last saved version is untouched."),
                              name);
    case ENT_RECOVERY_UNSAVED:
    default:
      return g_strdup_printf (_("Unsaved changes to “%s” from %s were restored."), name, moment);
    }
}

static void
make_document (gpointer data,
               gpointer user_data)
{
  EntRecovery *self = data;

  if (self->base != NULL)
    self->document = _ent_document_new_recovered (self->file, self->base, &self->saved,
                                                  self->begins_saved, self->journal);
}

/**
 * ent_recovery_is_needed:
 *
 * Returns: whether there is any journal, which takes no time to see
 */
gboolean
ent_recovery_is_needed (void)
{
  g_auto(GStrv) journals = ent_journal_list (ENT_STATE_JOURNALS);
  g_auto(GStrv) trying = ent_journal_list (ENT_STATE_TRYING);

  return journals[0] != NULL || trying[0] != NULL;
}

/**
 * ent_recovery_find_async:
 * @callback: called when all journals have been read
 * @user_data: for @callback
 *
 * Looks for projects that were not saved. What belongs to a program that is running is left alone.
 */
void
ent_recovery_find_async (GAsyncReadyCallback callback,
                         gpointer            user_data)
{
  g_autoptr(GTask) task = g_task_new (NULL, NULL, callback, user_data);

  g_task_set_source_tag (task, ent_recovery_find_async);
  g_task_run_in_thread (task, find_in_thread);
}

/**
 * ent_recovery_find_finish:
 * @result: of ent_recovery_find_async()
 *
 * Returns: (transfer full) (element-type EntRecovery): what was found, often nothing
 */
GPtrArray *
ent_recovery_find_finish (GAsyncResult *result)
{
  GPtrArray *found;

  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, ent_recovery_find_async), NULL);

  found = g_task_propagate_pointer (G_TASK (result), NULL);
  g_ptr_array_foreach (found, make_document, NULL);
  return found;
}

/**
 * ent_recovery_get_state:
 * @self: what was found
 *
 * Returns: what has become of it
 */
EntRecoveryState
ent_recovery_get_state (EntRecovery *self)
{
  g_return_val_if_fail (self != NULL, ENT_RECOVERY_FAILED);

  return self->state;
}

/**
 * ent_recovery_get_document:
 * @self: what was found
 *
 * Returns: (transfer none) (nullable): the project as it was, with its undo; %NULL where that failed
 */
EntDocument *
ent_recovery_get_document (EntRecovery *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->document;
}

/**
 * ent_recovery_dup_message:
 * @self: what was found
 *
 * Returns: (transfer full): what has happened and what is safe, for people
 */
char *
ent_recovery_dup_message (EntRecovery *self)
{
  g_autofree char *restored = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  restored = dup_restored (self);
  if (!self->is_cut)
    return g_steal_pointer (&restored);
  /* Translators: one or two sentences come before. */
  return g_strdup_printf (_("%s The last of them could not be read and are missing."), restored);
}

/**
 * ent_recovery_accept:
 * @self: what was found
 *
 * Somebody has the document in front of them: if the program ends now, it is to be found again.
 */
void
ent_recovery_accept (EntRecovery *self)
{
  g_return_if_fail (self != NULL);

  if (self->journal != NULL)
    ent_journal_move (self->journal, ENT_STATE_JOURNALS, NULL);
}

/**
 * ent_recovery_free:
 * @self: (transfer full): what was found
 *
 * Forgets it. The document lives on where somebody has it.
 */
void
ent_recovery_free (EntRecovery *self)
{
  g_return_if_fail (self != NULL);

  g_clear_object (&self->document);
  g_clear_object (&self->journal);
  g_clear_pointer (&self->base, ent_project_file_free);
  g_clear_object (&self->file);
  g_free (self->title);
  g_free (self);
}
