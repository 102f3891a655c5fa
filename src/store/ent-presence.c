/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Follows a document: says beside its file that somebody works on it from the first edit on, says
 * it again while the document is open, and takes it back when it is closed or has another file.
 * Whoever only reads leaves nothing beside a file.
 */
#include "config.h"

#include "store/ent-presence.h"

#include "store/ent-file-name.h"
#include "store/ent-instance.h"
#include "store/ent-moment.h"
#include "store/ent-presence-file.h"

#include <glib/gi18n.h>

#define RENEW_SECONDS (5 * 60)

struct _EntPresence
{
  GObject parent_instance;

  EntDocument *document;
  EntPresenceFile *file; /* none while the document has none */
  char *message;
  guint timer_source;
  gboolean edited : 1; /* since the document has this file */
  gboolean asking : 1;
  gboolean again : 1;
};

/* What a thread works on: the presence may go before a share answers. */
typedef struct
{
  GWeakRef presence;
  EntPresenceFile *file;
  gboolean claim;
} Job;

enum
{
  PROP_DOCUMENT = 1,
  PROP_MESSAGE,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (EntPresence, ent_presence, G_TYPE_OBJECT)

static void
job_free (gpointer data)
{
  Job *job = data;

  g_weak_ref_clear (&job->presence);
  ent_presence_file_unref (job->file);
  g_free (job);
}

static void
take_message (EntPresence *self,
              char        *message)
{
  gboolean is_same = g_strcmp0 (self->message, message) == 0;

  g_free (self->message);
  self->message = message;
  if (!is_same)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_MESSAGE]);
}

static char *
dup_who (const EntPresenceNote *somebody)
{
  if (somebody->instance != NULL && ent_instance_ask (somebody->instance) == ENT_INSTANCE_RUNNING)
    return g_strdup (_("in another window on this computer"));
  if (somebody->person[0] == '\0' && somebody->host[0] == '\0')
    return g_strdup (_("by somebody else"));
  if (somebody->host[0] == '\0')
    return g_strdup_printf (_("by %s"), somebody->person);
  if (somebody->person[0] == '\0')
    return g_strdup_printf (_("on “%s”"), somebody->host);
  /* Translators: a person, then the name of a computer. */
  return g_strdup_printf (_("by %s on “%s”"), somebody->person, somebody->host);
}

static char *
dup_message (EntPresence           *self,
             const EntPresenceNote *somebody)
{
  g_autofree char *name = ent_file_dup_display_name (ent_document_get_file (self->document));
  g_autofree char *who = dup_who (somebody);
  g_autofree char *since = somebody->since != 0 ? ent_moment_dup_text (somebody->since) : NULL;

  if (since == NULL)
    /* Translators: a file, then who, such as “by Maria on “laptop””. */
    return g_strdup_printf (_("“%s” is also open %s. You can go on; if both of you save, whoever "
                              "saves second is told before anything is replaced."), name, who);
  /* Translators: a file, then who, then a time, such as “14:02”. */
  return g_strdup_printf (_("“%s” is also open %s, since %s. You can go on; if both of you save, "
                            "whoever saves second is told before anything is replaced."), name, who, since);
}

static void
note_free (gpointer note)
{
  ent_presence_note_free (note);
}

static void
asked (GObject      *source,
       GAsyncResult *result,
       gpointer      user_data)
{
  Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr(EntPresence) self = g_weak_ref_get (&job->presence);
  g_autoptr(EntPresenceNote) somebody = g_task_propagate_pointer (G_TASK (result), NULL);

  if (self == NULL || job->file != self->file)
    return;
  self->asking = FALSE;
  take_message (self, somebody != NULL ? dup_message (self, somebody) : NULL);
  if (self->again)
    ent_presence_check (self);
}

static void
ask (GTask        *task,
     gpointer      source,
     gpointer      task_data,
     GCancellable *cancellable)
{
  Job *job = task_data;

  g_task_return_pointer (task,
                         job->claim ? ent_presence_file_claim (job->file)
                                    : ent_presence_file_look (job->file),
                         note_free);
}

static void
leave (EntPresence *self)
{
  if (self->file == NULL)
    return;
  ent_presence_file_leave_async (self->file);
  g_clear_pointer (&self->file, ent_presence_file_unref);
}

static void
follow_file (EntPresence *self)
{
  GFile *file = ent_document_get_file (self->document);

  leave (self);
  self->asking = FALSE;
  self->again = FALSE;
  self->edited = FALSE;
  take_message (self, NULL);
  if (file == NULL)
    return;
  self->file = ent_presence_file_new (file);
  self->edited = ent_document_get_modified (self->document);
  ent_presence_check (self);
}

static void
follow_edits (EntPresence *self)
{
  if (self->edited || !ent_document_get_modified (self->document))
    return;
  self->edited = TRUE;
  ent_presence_check (self);
}

static gboolean
renew (gpointer user_data)
{
  ent_presence_check (user_data);
  return G_SOURCE_CONTINUE;
}

static void
ent_presence_constructed (GObject *object)
{
  EntPresence *self = ENT_PRESENCE (object);

  G_OBJECT_CLASS (ent_presence_parent_class)->constructed (object);
  g_signal_connect_object (self->document, "notify::file", G_CALLBACK (follow_file), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->document, "notify::modified", G_CALLBACK (follow_edits), self,
                           G_CONNECT_SWAPPED);
  self->timer_source = g_timeout_add_seconds (RENEW_SECONDS, renew, self);
  follow_file (self);
}

static void
ent_presence_dispose (GObject *object)
{
  EntPresence *self = ENT_PRESENCE (object);

  g_clear_handle_id (&self->timer_source, g_source_remove);
  leave (self);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (ent_presence_parent_class)->dispose (object);
}

static void
ent_presence_finalize (GObject *object)
{
  g_free (ENT_PRESENCE (object)->message);

  G_OBJECT_CLASS (ent_presence_parent_class)->finalize (object);
}

static void
ent_presence_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  EntPresence *self = ENT_PRESENCE (object);

  switch (prop_id)
    {
    case PROP_DOCUMENT:
      g_value_set_object (value, self->document);
      break;
    case PROP_MESSAGE:
      g_value_set_string (value, self->message);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ent_presence_set_property (GObject      *object,
                           guint         prop_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  EntPresence *self = ENT_PRESENCE (object);

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
ent_presence_class_init (EntPresenceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = ent_presence_constructed;
  object_class->dispose = ent_presence_dispose;
  object_class->finalize = ent_presence_finalize;
  object_class->get_property = ent_presence_get_property;
  object_class->set_property = ent_presence_set_property;

  props[PROP_DOCUMENT] =
    g_param_spec_object ("document", NULL, NULL, ENT_TYPE_DOCUMENT,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  props[PROP_MESSAGE] = g_param_spec_string ("message", NULL, NULL, NULL,
                                             G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
ent_presence_init (EntPresence *self)
{
}

/**
 * ent_presence_new:
 * @document: a document
 *
 * Begins to tell and to ask who works on @document. Letting go of it ends that.
 *
 * Returns: (transfer full): a presence
 */
EntPresence *
ent_presence_new (EntDocument *document)
{
  g_return_val_if_fail (ENT_IS_DOCUMENT (document), NULL);

  return g_object_new (ENT_TYPE_PRESENCE, "document", document, NULL);
}

/**
 * ent_presence_check:
 * @self: a presence
 *
 * Asks, in a thread, who else works on the document; what is found is told by #EntPresence:message.
 */
void
ent_presence_check (EntPresence *self)
{
  g_autoptr(GTask) task = NULL;
  Job *job;

  g_return_if_fail (ENT_IS_PRESENCE (self));

  self->again = self->asking;
  if (self->asking || self->file == NULL)
    return;
  self->asking = TRUE;
  job = g_new0 (Job, 1);
  g_weak_ref_init (&job->presence, self);
  job->file = ent_presence_file_ref (self->file);
  job->claim = self->edited;
  task = g_task_new (NULL, NULL, asked, NULL);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, ask);
}

/**
 * ent_presence_get_message:
 * @self: a presence
 *
 * Returns: (nullable): who else works on the document and what follows from that, for people; %NULL
 *   as long as nobody is known to
 */
const char *
ent_presence_get_message (EntPresence *self)
{
  g_return_val_if_fail (ENT_IS_PRESENCE (self), NULL);

  return self->message;
}
