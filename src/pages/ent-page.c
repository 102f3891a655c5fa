/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What all pages have in common: the project, narrow layout, and the four things a window asks of
 * them. A page knows no window and no file; what it wants done outside it says by a signal. */
#include "config.h"

#include "pages/ent-page.h"

#include <glib/gi18n.h>

#include "pages/ent-add-entry.h"
#include "pages/ent-field-row.h"
#include "pages/ent-text.h"

typedef struct {
  EntProject *project;
  gboolean folded;
} EntPagePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (EntPage, ent_page, ADW_TYPE_BIN)

enum { PROP_0, PROP_PROJECT, PROP_FOLDED, N_PROPS };
static GParamSpec *props[N_PROPS];

enum { DELETED, MESSAGE, REVEAL_RECORD, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
commit_rows (GtkWidget *widget)
{
  GtkWidget *next;

  if (ENT_IS_FIELD_ROW (widget))
    ent_field_row_commit (ENT_FIELD_ROW (widget));
  else if (ENT_IS_ADD_ENTRY (widget))
    ent_add_entry_commit (ENT_ADD_ENTRY (widget));

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = next)
    {
      next = gtk_widget_get_next_sibling (child);
      commit_rows (child);
    }
}

static EntFieldRow *
find_refused (GtkWidget *widget)
{
  if (ENT_IS_FIELD_ROW (widget) && ent_field_row_has_error (ENT_FIELD_ROW (widget)))
    return ENT_FIELD_ROW (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      EntFieldRow *row = find_refused (child);

      if (row != NULL)
        return row;
    }

  return NULL;
}

static gboolean
ent_page_real_commit_edits (EntPage *self)
{
  EntFieldRow *refused;

  commit_rows (GTK_WIDGET (self));
  refused = find_refused (GTK_WIDGET (self));
  if (refused != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (refused));

  return refused == NULL;
}

static gboolean
ent_page_real_reveal (EntPage *self, EntRecord *record, int field)
{
  return FALSE;
}

static void
ent_page_real_nothing (EntPage *self)
{
}

static void
ent_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  EntPagePrivate *priv = ent_page_get_instance_private (ENT_PAGE (object));

  switch (id)
    {
    case PROP_PROJECT:
      g_value_set_object (value, priv->project);
      break;
    case PROP_FOLDED:
      g_value_set_boolean (value, priv->folded);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ent_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_PROJECT:
      ent_page_set_project (ENT_PAGE (object), g_value_get_object (value));
      break;
    case PROP_FOLDED:
      ent_page_set_folded (ENT_PAGE (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ent_page_dispose (GObject *object)
{
  EntPagePrivate *priv = ent_page_get_instance_private (ENT_PAGE (object));

  g_clear_object (&priv->project);

  G_OBJECT_CLASS (ent_page_parent_class)->dispose (object);
}

static gboolean
ent_page_real_focus_content (EntPage *self)
{
  return gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

static void
install_signals (void)
{
  /**
   * EntPage::deleted:
   * @label: what was done, for a toast with "Undo"; plain text
   */
  signals[DELETED] = g_signal_new ("deleted", ENT_TYPE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRING);

  /**
   * EntPage::message:
   * @text: a sentence for people, plain text: why something could not be done
   */
  signals[MESSAGE] = g_signal_new ("message", ENT_TYPE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRING);

  /**
   * EntPage::reveal-record:
   * @record: a record that somebody wants to see, perhaps on another page
   * @field: which of its fields, or -1
   */
  signals[REVEAL_RECORD] = g_signal_new ("reveal-record", ENT_TYPE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 2, ENT_TYPE_RECORD, G_TYPE_INT);
}

static void
ent_page_class_init (EntPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = ent_page_get_property;
  object_class->set_property = ent_page_set_property;
  object_class->dispose = ent_page_dispose;

  klass->project_changed = ent_page_real_nothing;
  klass->reveal = ent_page_real_reveal;
  klass->commit_edits = ent_page_real_commit_edits;
  klass->add_record = ent_page_real_nothing;
  klass->focus_content = ent_page_real_focus_content;

  props[PROP_PROJECT] =
    g_param_spec_object ("project", NULL, NULL, ENT_TYPE_PROJECT,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  props[PROP_FOLDED] =
    g_param_spec_boolean ("folded", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  install_signals ();
}

static void
ent_page_init (EntPage *self)
{
}

/**
 * ent_page_get_project:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): the project it shows
 */
EntProject *
ent_page_get_project (EntPage *self)
{
  EntPagePrivate *priv = ent_page_get_instance_private (self);

  g_return_val_if_fail (ENT_IS_PAGE (self), NULL);

  return priv->project;
}

/**
 * ent_page_set_project:
 * @self: a page
 * @project: (nullable): the project to show; set again when a document is read anew
 */
void
ent_page_set_project (EntPage *self, EntProject *project)
{
  EntPagePrivate *priv = ent_page_get_instance_private (self);

  g_return_if_fail (ENT_IS_PAGE (self));
  g_return_if_fail (project == NULL || ENT_IS_PROJECT (project));

  if (!g_set_object (&priv->project, project))
    return;

  ENT_PAGE_GET_CLASS (self)->project_changed (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PROJECT]);
}

/**
 * ent_page_get_folded:
 * @self: a page
 *
 * Returns: whether the window is narrow
 */
gboolean
ent_page_get_folded (EntPage *self)
{
  EntPagePrivate *priv = ent_page_get_instance_private (self);

  g_return_val_if_fail (ENT_IS_PAGE (self), FALSE);

  return priv->folded;
}

/**
 * ent_page_set_folded:
 * @self: a page
 * @folded: whether the window is narrow
 */
void
ent_page_set_folded (EntPage *self, gboolean folded)
{
  EntPagePrivate *priv = ent_page_get_instance_private (self);

  g_return_if_fail (ENT_IS_PAGE (self));

  if (priv->folded == folded)
    return;

  priv->folded = folded;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FOLDED]);
}

/**
 * ent_page_reveal:
 * @self: a page
 * @record: a record of its project
 * @field: the field to put the focus on, or -1
 *
 * Selects a record and scrolls to it: where search, undo and findings lead.
 *
 * Returns: whether the page shows such records
 */
gboolean
ent_page_reveal (EntPage *self, EntRecord *record, int field)
{
  g_return_val_if_fail (ENT_IS_PAGE (self), FALSE);
  g_return_val_if_fail (ENT_IS_RECORD (record), FALSE);

  return ENT_PAGE_GET_CLASS (self)->reveal (self, record, field);
}

/**
 * ent_page_commit_edits:
 * @self: a page
 *
 * Brings everything that is half typed through the gate, before saving, closing or leaving the
 * page.
 *
 * Returns: whether all of it was taken; if not, the focus is on a field that holds what can't be
 *   understood
 */
gboolean
ent_page_commit_edits (EntPage *self)
{
  g_return_val_if_fail (ENT_IS_PAGE (self), TRUE);

  return ENT_PAGE_GET_CLASS (self)->commit_edits (self);
}

/**
 * ent_page_focus_content:
 * @self: a page that is shown
 *
 * Puts the focus into what the page is about, as its key does.
 *
 * Returns: whether there is something to focus
 */
gboolean
ent_page_focus_content (EntPage *self)
{
  g_return_val_if_fail (ENT_IS_PAGE (self), FALSE);

  return ENT_PAGE_GET_CLASS (self)->focus_content (self);
}

/**
 * ent_page_add_record:
 * @self: a page
 *
 * Begins a new record of the kind that the page is about.
 */
void
ent_page_add_record (EntPage *self)
{
  g_return_if_fail (ENT_IS_PAGE (self));

  ENT_PAGE_GET_CLASS (self)->add_record (self);
}

/**
 * ent_page_delete_record:
 * @self: a page
 * @record: a record of its project
 *
 * Deletes a record with what it owns, in one step, and tells the window, which offers to undo it.
 */
void
ent_page_delete_record (EntPage *self, EntRecord *record)
{
  g_autofree char *title = NULL;
  g_autofree char *label = NULL;
  EntProject *project;

  g_return_if_fail (ENT_IS_PAGE (self));
  g_return_if_fail (ENT_IS_RECORD (record));

  project = ent_record_get_project (record);
  if (project == NULL || ent_project_is_read_only (project))
    return;

  title = ent_text_dup_title (record);
  label = g_strdup_printf (_("Deleted “%s”"), title);
  if (ent_project_remove (project, record))
    g_signal_emit (self, signals[DELETED], 0, label);
}

static gboolean
remove_all (EntProject *project, EntRecord *const *records, guint n_records, const char *label)
{
  g_autoptr(EntTransaction) transaction = ent_project_begin (project, label);

  for (guint i = 0; i < n_records; i++)
    if (!ent_project_remove (project, records[i]))
      return FALSE;

  ent_transaction_commit (transaction);
  return TRUE;
}

/**
 * ent_page_delete_records:
 * @self: a page
 * @records: (array length=n_records): records of one kind, of its project
 * @n_records: how many
 *
 * Deletes several records in one step, and tells the window.
 */
void
ent_page_delete_records (EntPage *self, EntRecord *const *records, guint n_records)
{
  g_autofree char *step = NULL;
  g_autofree char *label = NULL;
  EntProject *project;
  const char *kind;

  g_return_if_fail (ENT_IS_PAGE (self));
  g_return_if_fail (n_records > 0);

  if (n_records == 1)
    {
      ent_page_delete_record (self, records[0]);
      return;
    }

  project = ent_record_get_project (records[0]);
  if (project == NULL || ent_project_is_read_only (project))
    return;

  kind = ent_kind_get_label (ent_record_get_kind (records[0]), TRUE);
  /* Translators: what is deleted, in the plural, and how many. */
  step = g_strdup_printf (_("Delete %s (%u)"), kind, n_records);
  label = g_strdup_printf (_("Deleted %s (%u)"), kind, n_records);
  if (remove_all (project, records, n_records, step))
    g_signal_emit (self, signals[DELETED], 0, label);
}

/**
 * ent_page_show_message:
 * @self: a page
 * @text: a sentence for people
 *
 * Has the window say why something could not be done.
 */
void
ent_page_show_message (EntPage *self, const char *text)
{
  g_return_if_fail (ENT_IS_PAGE (self));
  g_return_if_fail (text != NULL);

  g_signal_emit (self, signals[MESSAGE], 0, text);
}

/**
 * ent_page_request_reveal:
 * @self: a page
 * @record: a record to lead to
 * @field: one of its fields, or -1
 *
 * Asks the window to show a record, on whichever page it stands.
 */
void
ent_page_request_reveal (EntPage *self, EntRecord *record, int field)
{
  g_return_if_fail (ENT_IS_PAGE (self));
  g_return_if_fail (ENT_IS_RECORD (record));

  g_signal_emit (self, signals[REVEAL_RECORD], 0, record, field);
}

/**
 * ent_page_find:
 * @widget: a widget somewhere on a page
 *
 * Returns: (transfer none) (nullable): the page
 */
EntPage *
ent_page_find (GtkWidget *widget)
{
  return ENT_PAGE (gtk_widget_get_ancestor (widget, ENT_TYPE_PAGE));
}
