/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Follows a document with a watch of its file: another file after Save As, other contents after each
 * save and reload, and no looking while the document itself writes. It only tells; what is to be
 * done is for people to decide, and saving finds out for itself whatever was told here.
 */
#include "config.h"

#include "store/ent-document-watch.h"

#include "store/ent-compare.h"
#include "store/ent-document-private.h"
#include "store/ent-file-name.h"
#include "store/ent-moment.h"

#include <glib/gi18n.h>

struct _EntDocumentWatch
{
  GObject parent_instance;

  EntDocument *document;
  EntFileWatch *watch; /* none while there is no file */
  EntFingerprint expected;
};

enum
{
  PROP_DOCUMENT = 1,
  PROP_STATE,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (EntDocumentWatch, ent_document_watch, G_TYPE_OBJECT)

static void
notify_state (EntDocumentWatch *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_STATE]);
}

static void
expect (EntDocumentWatch *self)
{
  self->expected = *_ent_document_get_fingerprint (self->document);
  ent_file_watch_set_expected (self->watch, &self->expected);
}

static void
drop_watch (EntDocumentWatch *self)
{
  if (self->watch != NULL)
    g_signal_handlers_disconnect_by_data (self->watch, self);
  g_clear_object (&self->watch);
}

static void
follow_file (EntDocumentWatch *self)
{
  GFile *file = ent_document_get_file (self->document);
  EntFileState before = ent_document_watch_get_state (self);

  drop_watch (self);
  if (file != NULL)
    {
      self->watch = ent_file_watch_new (file);
      expect (self);
      g_signal_connect_object (self->watch, "notify::state", G_CALLBACK (notify_state), self,
                               G_CONNECT_SWAPPED);
    }
  if (before != ENT_FILE_UNCHANGED)
    notify_state (self);
}

/* A save that failed has left the file as it was, and what was said of it is still true. */
static void
follow_job (EntDocumentWatch *self)
{
  if (self->watch == NULL)
    return;
  if (ent_document_get_busy (self->document))
    ent_file_watch_pause (self->watch);
  else if (ent_fingerprint_same_content (&self->expected,
                                         _ent_document_get_fingerprint (self->document))
           && ent_document_watch_get_state (self) != ENT_FILE_UNCHANGED)
    ent_file_watch_resume (self->watch);
  else
    expect (self);
}

/* Somebody begins to edit: now it matters what the file is. */
static void
check_if_modified (EntDocumentWatch *self)
{
  if (ent_document_get_modified (self->document))
    ent_document_watch_check (self);
}

static void
ent_document_watch_constructed (GObject *object)
{
  EntDocumentWatch *self = ENT_DOCUMENT_WATCH (object);

  G_OBJECT_CLASS (ent_document_watch_parent_class)->constructed (object);
  g_signal_connect_object (self->document, "notify::file", G_CALLBACK (follow_file), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->document, "notify::busy", G_CALLBACK (follow_job), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->document, "notify::modified", G_CALLBACK (check_if_modified), self,
                           G_CONNECT_SWAPPED);
  follow_file (self);
}

static void
ent_document_watch_dispose (GObject *object)
{
  EntDocumentWatch *self = ENT_DOCUMENT_WATCH (object);

  drop_watch (self);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (ent_document_watch_parent_class)->dispose (object);
}

static void
ent_document_watch_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  EntDocumentWatch *self = ENT_DOCUMENT_WATCH (object);

  switch (prop_id)
    {
    case PROP_DOCUMENT:
      g_value_set_object (value, self->document);
      break;
    case PROP_STATE:
      g_value_set_enum (value, (int) ent_document_watch_get_state (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ent_document_watch_set_property (GObject      *object,
                                 guint         prop_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  EntDocumentWatch *self = ENT_DOCUMENT_WATCH (object);

  switch (prop_id)
    {
    case PROP_DOCUMENT:
      self->document = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ent_document_watch_class_init (EntDocumentWatchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = ent_document_watch_constructed;
  object_class->dispose = ent_document_watch_dispose;
  object_class->get_property = ent_document_watch_get_property;
  object_class->set_property = ent_document_watch_set_property;

  props[PROP_DOCUMENT] =
    g_param_spec_object ("document", NULL, NULL, ENT_TYPE_DOCUMENT,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  props[PROP_STATE] =
    g_param_spec_enum ("state", NULL, NULL, ENT_TYPE_FILE_STATE, ENT_FILE_UNCHANGED,
                       G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
ent_document_watch_init (EntDocumentWatch *self)
{
}

/**
 * ent_document_watch_new:
 * @document: a document
 *
 * Begins to notice what becomes of the file of @document, in the main loop of the program.
 *
 * Returns: (transfer full): a watch
 */
EntDocumentWatch *
ent_document_watch_new (EntDocument *document)
{
  g_return_val_if_fail (ENT_IS_DOCUMENT (document), NULL);

  return g_object_new (ENT_TYPE_DOCUMENT_WATCH, "document", document, NULL);
}

/**
 * ent_document_watch_check:
 * @self: a watch
 *
 * Looks at the file, in a thread: the window is used again, or somebody asks.
 */
void
ent_document_watch_check (EntDocumentWatch *self)
{
  g_return_if_fail (ENT_IS_DOCUMENT_WATCH (self));

  if (self->watch != NULL)
    ent_file_watch_check (self->watch);
}

/**
 * ent_document_watch_get_state:
 * @self: a watch
 *
 * Returns: what became of the file, as far as it is known; unchanged where there is none
 */
EntFileState
ent_document_watch_get_state (EntDocumentWatch *self)
{
  g_return_val_if_fail (ENT_IS_DOCUMENT_WATCH (self), ENT_FILE_UNCHANGED);

  return self->watch != NULL ? ent_file_watch_get_state (self->watch) : ENT_FILE_UNCHANGED;
}

static char *
dup_changed (EntDocumentWatch *self,
             const char       *name)
{
  gint64 time = ent_file_watch_get_time (self->watch);
  g_autofree char *moment = time != 0 ? ent_moment_dup_text (time) : NULL;

  if (moment == NULL)
    return g_strdup_printf (_("“%s” was changed by somebody else, or by another program. This "
                              "window shows it as it was before."), name);
  /* Translators: the first %s is a file, the second a time, such as “14:02”. */
  return g_strdup_printf (_("“%s” was changed by somebody else, or by another program, at %s. This "
                            "window shows it as it was before."), name, moment);
}

/**
 * ent_document_watch_dup_message:
 * @self: a watch
 *
 * Returns: (transfer full) (nullable): what became of the file and what is safe, for people; %NULL
 *   if nothing did
 */
char *
ent_document_watch_dup_message (EntDocumentWatch *self)
{
  g_autofree char *name = NULL;

  g_return_val_if_fail (ENT_IS_DOCUMENT_WATCH (self), NULL);

  if (self->watch == NULL)
    return NULL;
  name = ent_file_dup_display_name (ent_file_watch_get_file (self->watch));
  switch (ent_file_watch_get_state (self->watch))
    {
    case ENT_FILE_CHANGED:
      return dup_changed (self, name);
    case ENT_FILE_GONE:
      return g_strdup_printf (_("“%s” was moved or deleted. Everything is still in this window: "
                                "save it to have a file again."), name);
    case ENT_FILE_UNREACHABLE:
      return g_strdup_printf (_("“%s” cannot be reached: the disk or share that it is on does not "
                                "answer. You can go on; what you change is kept on this computer."),
                              name);
    case ENT_FILE_UNCHANGED:
    default:
      return NULL;
    }
}

/* --- what changed in it -------------------------------------------------------------------- */

typedef struct
{
  GFile *file;
  char *base;
} Summary;

static void
summary_free (gpointer data)
{
  Summary *self = data;

  g_clear_object (&self->file);
  g_free (self->base);
  g_free (self);
}

static char *
summarise (Summary       *summary,
           GCancellable  *cancellable,
           GError       **error)
{
  g_autoptr(EntProjectFile) before = NULL;
  g_autoptr(EntProjectFile) after = NULL;
  g_autoptr(EntComparison) comparison = NULL;

  after = ent_project_file_read (summary->file, NULL, NULL, cancellable, error);
  if (after == NULL)
    return NULL;
  before = ent_project_file_read_version (summary->base, cancellable, error);
  if (before == NULL)
    return NULL;
  comparison = ent_comparison_new (before->project, after->project);
  return ent_comparison_dup_summary (comparison);
}

static void
summarise_in_thread (GTask        *task,
                     gpointer      source,
                     gpointer      task_data,
                     GCancellable *cancellable)
{
  GError *error = NULL;
  char *text = summarise (task_data, cancellable, &error);

  if (text != NULL)
    g_task_return_pointer (task, text, g_free);
  else
    g_task_return_error (task, error);
}

/**
 * ent_document_watch_summarise_async:
 * @self: a watch of a document with a file
 * @cancellable: (nullable): to stop it
 * @callback: called when it is known or can't be
 * @user_data: for @callback
 *
 * Finds out what others changed in the file since it was opened or saved here.
 */
void
ent_document_watch_summarise_async (EntDocumentWatch    *self,
                                    GCancellable        *cancellable,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  Summary *summary;

  g_return_if_fail (ENT_IS_DOCUMENT_WATCH (self) && self->watch != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, ent_document_watch_summarise_async);
  if (ent_document_get_base (self->document) == NULL)
    {
      g_task_return_new_error (task, ENT_STORE_ERROR, ENT_STORE_ERROR_NOT_FOUND,
                               _("There is no copy on this computer to compare it with."));
      return;
    }
  summary = g_new0 (Summary, 1);
  summary->file = g_object_ref (ent_file_watch_get_file (self->watch));
  summary->base = g_strdup (ent_document_get_base (self->document));
  g_task_set_task_data (task, summary, summary_free);
  g_task_run_in_thread (task, summarise_in_thread);
}

/**
 * ent_document_watch_summarise_finish:
 * @self: a watch
 * @result: of ent_document_watch_summarise_async()
 * @error: (out) (optional): why it cannot be said, or G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): as from ent_comparison_dup_summary()
 */
char *
ent_document_watch_summarise_finish (EntDocumentWatch  *self,
                                     GAsyncResult      *result,
                                     GError           **error)
{
  g_return_val_if_fail (ENT_IS_DOCUMENT_WATCH (self), NULL);
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
