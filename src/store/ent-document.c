/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ties one project to one file. Whether it is modified is asked of the project's history: a
 * state has a number, and the number of the state that was last written is kept here. So nothing
 * has to remember to set a flag, and undoing back to what was saved is "not modified" again.
 */
#include "config.h"

#include "store/ent-document-private.h"

#include "model/ent-json-writer.h"
#include "store/ent-file-name.h"

#include <glib/gi18n.h>

/* No state of a history has this number: nothing was saved yet of what is worth saving. */
#define NEVER_SAVED G_MAXUINT64

struct _EntDocument
{
  GObject parent_instance;

  EntProject *project;
  EntProblemList *problems;
  EntKeeper *keeper; /* none where the project can only be read */
  GSignalGroup *keeper_signals;
  GSignalGroup *project_signals;
  GSignalGroup *history_signals;

  GFile *file;
  EntFingerprint fingerprint;
  GBytes *original;
  guint64 saved_state;

  char *title;
  char *suggested_name; /* while there is no file; %NULL where the title will do */
  gboolean modified;
  gboolean read_only;
  double progress;

  GQueue jobs;
  gboolean busy;
};

enum
{
  PROP_PROJECT = 1,
  PROP_FILE,
  PROP_TITLE,
  PROP_MODIFIED,
  PROP_BUSY,
  PROP_PROGRESS,
  PROP_READ_ONLY,
  PROP_PROBLEMS,
  PROP_TROUBLE,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (EntDocument, ent_document, G_TYPE_OBJECT)

static void
notify (EntDocument *self,
        guint        prop)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[prop]);
}

static char *
make_title (EntDocument *self)
{
  const char *title = ent_record_get_string (ent_project_get_info (self->project),
                                             ENT_PROJECT_TITLE);

  if (title != NULL && title[0] != '\0')
    return g_strdup (title);
  if (self->file != NULL)
    return ent_file_dup_display_name (self->file);
  return g_strdup (_("Untitled partnership"));
}

static void
update_title (EntDocument *self)
{
  g_autofree char *title = make_title (self);

  if (g_strcmp0 (title, self->title) == 0)
    return;
  g_free (self->title);
  self->title = g_steal_pointer (&title);
  notify (self, PROP_TITLE);
}

static void
update_modified (EntDocument *self)
{
  EntHistory *history = ent_project_get_history (self->project);
  gboolean modified = ent_history_get_state (history) != self->saved_state;

  if (modified == self->modified)
    return;
  self->modified = modified;
  notify (self, PROP_MODIFIED);
}

static void
set_file (EntDocument *self,
          GFile       *file)
{
  if (g_set_object (&self->file, file))
    notify (self, PROP_FILE);
  update_title (self);
}

static void
set_project (EntDocument *self,
             EntProject  *project)
{
  gboolean read_only = ent_project_is_read_only (project);

  g_set_object (&self->project, project);
  g_signal_group_set_target (self->project_signals, project);
  g_signal_group_set_target (self->history_signals, ent_project_get_history (project));
  notify (self, PROP_PROJECT);
  if (read_only != self->read_only)
    {
      self->read_only = read_only;
      notify (self, PROP_READ_ONLY);
    }
}

static void
notify_trouble (EntDocument *self)
{
  notify (self, PROP_TROUBLE);
}

static void
set_keeper (EntDocument *self,
            EntKeeper   *keeper)
{
  g_set_object (&self->keeper, keeper);
  g_signal_group_set_target (self->keeper_signals, keeper);
  notify_trouble (self);
}

/* A project without a file begins with itself. */
static void
begin_keeping (EntDocument    *self,
               EntProjectFile *loaded)
{
  g_autoptr(EntKeeper) keeper = NULL;
  g_autoptr(GBytes) own = NULL;
  EntKeeperBase base = { .file = self->file };

  if (self->keeper != NULL)
    ent_keeper_close (self->keeper, self->modified);
  if (self->file == NULL)
    base.bytes = own = ent_project_write (self->project, NULL);
  else
    base = (EntKeeperBase) { self->file, loaded->bytes, loaded->version, &loaded->fingerprint };
  if (base.bytes != NULL && !ent_project_is_read_only (self->project))
    {
      keeper = ent_keeper_new (self->project);
      ent_keeper_set_base (keeper, &base);
    }
  set_keeper (self, keeper);
}

static void
ent_document_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  EntDocument *self = ENT_DOCUMENT (object);

  switch (prop_id)
    {
    case PROP_PROJECT:
      g_value_set_object (value, self->project);
      break;
    case PROP_FILE:
      g_value_set_object (value, self->file);
      break;
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_MODIFIED:
      g_value_set_boolean (value, self->modified);
      break;
    case PROP_BUSY:
      g_value_set_boolean (value, self->busy);
      break;
    case PROP_PROGRESS:
      g_value_set_double (value, self->progress);
      break;
    case PROP_READ_ONLY:
      g_value_set_boolean (value, self->read_only);
      break;
    case PROP_PROBLEMS:
      g_value_set_object (value, self->problems);
      break;
    case PROP_TROUBLE:
      g_value_set_boxed (value, ent_document_get_trouble (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ent_document_dispose (GObject *object)
{
  EntDocument *self = ENT_DOCUMENT (object);

  g_clear_object (&self->keeper_signals);
  g_clear_object (&self->keeper);
  g_clear_object (&self->project_signals);
  g_clear_object (&self->history_signals);

  G_OBJECT_CLASS (ent_document_parent_class)->dispose (object);
}

static void
ent_document_finalize (GObject *object)
{
  EntDocument *self = ENT_DOCUMENT (object);

  g_assert (g_queue_is_empty (&self->jobs));
  g_clear_object (&self->project);
  g_clear_object (&self->problems);
  g_clear_object (&self->file);
  g_clear_pointer (&self->original, g_bytes_unref);
  g_free (self->title);
  g_free (self->suggested_name);

  G_OBJECT_CLASS (ent_document_parent_class)->finalize (object);
}

static void
ent_document_class_init (EntDocumentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = ent_document_get_property;
  object_class->dispose = ent_document_dispose;
  object_class->finalize = ent_document_finalize;

  props[PROP_PROJECT] = g_param_spec_object ("project", NULL, NULL, ENT_TYPE_PROJECT, flags);
  props[PROP_FILE] = g_param_spec_object ("file", NULL, NULL, G_TYPE_FILE, flags);
  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  props[PROP_MODIFIED] = g_param_spec_boolean ("modified", NULL, NULL, FALSE, flags);
  props[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, flags);
  props[PROP_PROGRESS] = g_param_spec_double ("progress", NULL, NULL, 0, 1, 0, flags);
  props[PROP_READ_ONLY] = g_param_spec_boolean ("read-only", NULL, NULL, FALSE, flags);
  props[PROP_PROBLEMS] = g_param_spec_object ("problems", NULL, NULL, ENT_TYPE_PROBLEM_LIST, flags);
  props[PROP_TROUBLE] = g_param_spec_boxed ("trouble", NULL, NULL, G_TYPE_ERROR, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
ent_document_init (EntDocument *self)
{
  g_autoptr(EntProject) project = ent_project_new ();

  g_queue_init (&self->jobs);
  self->problems = ent_problem_list_new ();
  self->keeper_signals = g_signal_group_new (ENT_TYPE_KEEPER);
  g_signal_group_connect_object (self->keeper_signals, "notify::trouble",
                                 G_CALLBACK (notify_trouble), self, G_CONNECT_SWAPPED);
  self->project_signals = g_signal_group_new (ENT_TYPE_PROJECT);
  g_signal_group_connect_object (self->project_signals, "committed", G_CALLBACK (update_title),
                                 self, G_CONNECT_SWAPPED);
  self->history_signals = g_signal_group_new (ENT_TYPE_HISTORY);
  g_signal_group_connect_object (self->history_signals, "notify::state",
                                 G_CALLBACK (update_modified), self, G_CONNECT_SWAPPED);
  set_project (self, project);
  update_title (self);
  begin_keeping (self, NULL);
}

/**
 * _ent_document_take_loaded:
 * @self: a document
 * @loaded: (transfer none): what was read from its file
 *
 * Shows what was read instead of what was there. Of a project that can only be read the bytes are
 * kept: a copy of it is a copy of them.
 */
void
_ent_document_take_loaded (EntDocument    *self,
                           EntProjectFile *loaded)
{
  g_assert (ENT_IS_DOCUMENT (self) && loaded != NULL);

  /* Whoever hears of one of these finds the others new as well. */
  g_object_freeze_notify (G_OBJECT (self));
  g_clear_pointer (&self->original, g_bytes_unref);
  if (ent_project_is_read_only (loaded->project))
    self->original = g_bytes_ref (loaded->bytes);
  self->fingerprint = loaded->fingerprint;
  self->saved_state = loaded->is_partial
                        ? NEVER_SAVED
                        : ent_history_get_state (ent_project_get_history (loaded->project));
  set_project (self, loaded->project);
  g_set_object (&self->problems, loaded->problems);
  notify (self, PROP_PROBLEMS);
  if (loaded->is_partial)
    set_file (self, NULL);
  begin_keeping (self, loaded);
  update_title (self);
  update_modified (self);
  g_object_thaw_notify (G_OBJECT (self));
}

/**
 * _ent_document_new_for_file:
 * @file: (nullable): the file it belongs to, %NULL for a copy of it without a name
 * @loaded: what was read from it
 *
 * Returns: (transfer full): a document
 */
EntDocument *
_ent_document_new_for_file (GFile          *file,
                            EntProjectFile *loaded)
{
  EntDocument *self = ent_document_new ();

  set_file (self, file);
  _ent_document_take_loaded (self, loaded);
  return self;
}

/**
 * _ent_document_set_suggested_name:
 * @self: a document without a file
 * @name: the file name to offer
 */
void
_ent_document_set_suggested_name (EntDocument *self,
                                  const char  *name)
{
  g_assert (ENT_IS_DOCUMENT (self) && self->file == NULL && name != NULL);

  g_free (self->suggested_name);
  self->suggested_name = g_strdup (name);
}

/**
 * _ent_document_new_recovered:
 * @file: (nullable): the file it belongs to
 * @base: what its journal begins with; its project is what was recovered
 * @saved: what the file was when it was known last
 * @begins_saved: whether the journal begins with what was in the file
 * @journal: the journal, which goes on
 *
 * Returns: (transfer full): a document that was not saved
 */
EntDocument *
_ent_document_new_recovered (GFile                *file,
                             EntProjectFile       *base,
                             const EntFingerprint *saved,
                             gboolean              begins_saved,
                             EntJournal           *journal)
{
  EntDocument *self = _ent_document_new_for_file (file, base);
  const EntKeeperBase begin = { file, base->bytes, base->version, file != NULL ? saved : NULL };

  /* A project that was read has no state but the first. */
  self->saved_state = begins_saved && file != NULL ? 0 : NEVER_SAVED;
  self->fingerprint = *saved;
  update_modified (self);
  ent_keeper_set_base (self->keeper, &begin);
  ent_keeper_resume (self->keeper, journal);
  return self;
}

/**
 * _ent_document_set_saved:
 * @self: a document
 * @file: the file that was written
 * @receipt: what it is now
 * @state: number of the state that was written
 *
 * Takes note of a save that has succeeded.
 */
void
_ent_document_set_saved (EntDocument          *self,
                         GFile                *file,
                         const EntSaveReceipt *receipt,
                         guint64               state)
{
  g_assert (ENT_IS_DOCUMENT (self) && receipt != NULL);

  g_object_freeze_notify (G_OBJECT (self));
  self->fingerprint = receipt->fingerprint;
  self->saved_state = state;
  set_file (self, file);
  update_modified (self);
  g_object_thaw_notify (G_OBJECT (self));
}

/**
 * _ent_document_set_progress:
 * @fraction: how much is done, 0 to 1
 * @document: an #EntDocument
 */
void
_ent_document_set_progress (double   fraction,
                            gpointer document)
{
  EntDocument *self = document;

  g_assert (ENT_IS_DOCUMENT (self));

  if (self->progress == fraction)
    return;
  self->progress = fraction;
  notify (self, PROP_PROGRESS);
}

/**
 * _ent_document_get_fingerprint:
 * @self: a document with a file
 *
 * Returns: what the file was when it was opened or saved last
 */
const EntFingerprint *
_ent_document_get_fingerprint (EntDocument *self)
{
  g_assert (ENT_IS_DOCUMENT (self));

  return &self->fingerprint;
}

/**
 * _ent_document_get_original:
 * @self: a document
 *
 * Returns: (transfer none) (nullable): the bytes of the file if the project can only be read
 */
GBytes *
_ent_document_get_original (EntDocument *self)
{
  g_assert (ENT_IS_DOCUMENT (self));

  return self->original;
}

/**
 * _ent_document_get_keeper:
 * @self: a document
 *
 * Returns: (transfer none) (nullable): what keeps its edits; %NULL if it can only be read
 */
EntKeeper *
_ent_document_get_keeper (EntDocument *self)
{
  g_assert (ENT_IS_DOCUMENT (self));

  return self->keeper;
}

/**
 * _ent_document_get_jobs:
 * @self: a document
 *
 * Returns: (transfer none): what is still to be done, the next at the head
 */
GQueue *
_ent_document_get_jobs (EntDocument *self)
{
  g_assert (ENT_IS_DOCUMENT (self));

  return &self->jobs;
}

/**
 * _ent_document_set_busy:
 * @self: a document
 * @busy: whether a job is being done
 */
void
_ent_document_set_busy (EntDocument *self,
                        gboolean     busy)
{
  g_assert (ENT_IS_DOCUMENT (self));

  if (self->busy == busy)
    return;
  self->busy = busy;
  _ent_document_set_progress (0, self);
  notify (self, PROP_BUSY);
}

/**
 * ent_document_new:
 *
 * Returns: (transfer full): a document with an empty project and no file
 */
EntDocument *
ent_document_new (void)
{
  return g_object_new (ENT_TYPE_DOCUMENT, NULL);
}

/**
 * ent_document_get_project:
 * @self: a document
 *
 * Returns: (transfer none): its project; another one after it was reloaded
 */
EntProject *
ent_document_get_project (EntDocument *self)
{
  g_return_val_if_fail (ENT_IS_DOCUMENT (self), NULL);

  return self->project;
}

/**
 * ent_document_get_file:
 * @self: a document
 *
 * Returns: (transfer none) (nullable): its file, %NULL while it has no name
 */
GFile *
ent_document_get_file (EntDocument *self)
{
  g_return_val_if_fail (ENT_IS_DOCUMENT (self), NULL);

  return self->file;
}

/**
 * ent_document_get_title:
 * @self: a document
 *
 * Returns: the project's title, else the name of its file, else a text that says it has none
 */
const char *
ent_document_get_title (EntDocument *self)
{
  g_return_val_if_fail (ENT_IS_DOCUMENT (self), NULL);

  return self->title;
}

/**
 * ent_document_get_modified:
 * @self: a document
 *
 * Returns: whether something would be lost by closing it
 */
gboolean
ent_document_get_modified (EntDocument *self)
{
  g_return_val_if_fail (ENT_IS_DOCUMENT (self), FALSE);

  return self->modified;
}

/**
 * ent_document_get_busy:
 * @self: a document
 *
 * Returns: whether it is being saved or reloaded
 */
gboolean
ent_document_get_busy (EntDocument *self)
{
  g_return_val_if_fail (ENT_IS_DOCUMENT (self), FALSE);

  return self->busy;
}

/**
 * ent_document_get_progress:
 * @self: a document
 *
 * Returns: how much of a reload is done, 0 to 1; 0 where it is not known
 */
double
ent_document_get_progress (EntDocument *self)
{
  g_return_val_if_fail (ENT_IS_DOCUMENT (self), 0);

  return self->progress;
}

/**
 * ent_document_get_read_only:
 * @self: a document
 *
 * Returns: whether it was made by a newer version, so that it can be read and copied but not
 *   changed
 */
gboolean
ent_document_get_read_only (EntDocument *self)
{
  g_return_val_if_fail (ENT_IS_DOCUMENT (self), FALSE);

  return self->read_only;
}

/**
 * ent_document_get_problems:
 * @self: a document
 *
 * Returns: (transfer none): what could not be taken from the file as it stands; often empty
 */
EntProblemList *
ent_document_get_problems (EntDocument *self)
{
  g_return_val_if_fail (ENT_IS_DOCUMENT (self), NULL);

  return self->problems;
}

/**
 * ent_document_get_base:
 * @self: a document
 *
 * Returns: (nullable): digest of the version on this computer that it cannot do without
 */
const char *
ent_document_get_base (EntDocument *self)
{
  g_return_val_if_fail (ENT_IS_DOCUMENT (self), NULL);

  return self->keeper != NULL ? ent_keeper_get_base (self->keeper) : NULL;
}

/**
 * ent_document_get_trouble:
 * @self: a document
 *
 * Returns: (transfer none) (nullable): why what is edited would not survive a crash, for people;
 *   %NULL if it would
 */
const GError *
ent_document_get_trouble (EntDocument *self)
{
  g_return_val_if_fail (ENT_IS_DOCUMENT (self), NULL);

  return self->keeper != NULL ? ent_keeper_get_trouble (self->keeper) : NULL;
}

/**
 * ent_document_sync:
 * @self: a document
 *
 * Brings what is not saved to the disk of this computer and waits for it: the computer is going to
 * sleep, or the program is being ended.
 */
void
ent_document_sync (EntDocument *self)
{
  g_return_if_fail (ENT_IS_DOCUMENT (self));

  if (self->keeper != NULL)
    ent_keeper_sync (self->keeper, NULL);
}

/**
 * ent_document_close:
 * @self: a document that is not busy
 *
 * Nothing of it is wanted but what is saved. Without this, what is not saved is offered at the next
 * start of the program.
 */
void
ent_document_close (EntDocument *self)
{
  g_return_if_fail (ENT_IS_DOCUMENT (self));

  if (self->keeper != NULL)
    ent_keeper_close (self->keeper, self->modified);
}

/**
 * ent_document_dup_suggested_name:
 * @self: a document
 *
 * Returns: (transfer full): a file name to offer when it is saved under a name: that of its file,
 *   else one made of its title, and of an earlier version of its time as well
 */
char *
ent_document_dup_suggested_name (EntDocument *self)
{
  g_autofree char *base = NULL;

  g_return_val_if_fail (ENT_IS_DOCUMENT (self), NULL);

  if (self->file == NULL && self->suggested_name != NULL)
    return g_strdup (self->suggested_name);
  if (self->file == NULL)
    return ent_file_dup_name_for_title (self->title, ENT_DOCUMENT_SUFFIX);
  base = g_file_get_basename (self->file);
  return g_filename_display_name (base);
}
