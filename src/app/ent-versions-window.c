/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists the versions of a partnership that are kept on this computer, the latest first, and says of
 * each what changed since the one before. Reading two versions takes as long as opening both, so
 * that is done in a thread, one row after the other, and the list is there at once. */
#include "config.h"

#include "app/ent-versions-window.h"

#include <glib/gi18n.h>

#include "pages/ent-file-chooser.h"
#include "store/ent-compare.h"
#include "store/ent-file-name.h"
#include "store/ent-file-save.h"

struct _EntVersionsWindow {
  AdwWindow parent_instance;

  AdwToastOverlay *toasts;
  GtkStack *stack;
  AdwStatusPage *failed_page;
  GtkListBox *list;

  EntDocument *document;
  GPtrArray *versions;       /* as they are in @list */
  GCancellable *cancellable; /* of what fills the list */
};

G_DEFINE_FINAL_TYPE (EntVersionsWindow, ent_versions_window, ADW_TYPE_WINDOW)

/* What a thread works on: a version, and where to copy it. */
typedef struct {
  GPtrArray *versions;
  guint index;
  GFile *file;
} Work;

static Work *
work_new (EntVersionsWindow *self, guint index, GFile *file)
{
  Work *work = g_new0 (Work, 1);

  work->versions = g_ptr_array_ref (self->versions);
  work->index = index;
  if (file != NULL)
    work->file = g_object_ref (file);

  return work;
}

static void
work_free (gpointer data)
{
  Work *self = data;

  g_ptr_array_unref (self->versions);
  g_clear_object (&self->file);
  g_free (self);
}

static EntVersion *
get_version (const Work *work)
{
  return g_ptr_array_index (work->versions, work->index);
}

/* --- Saying what a version is ----------------------------------------------------------------- */

/* How many midnights ago a day was. */
static int
count_days_since (GDateTime *day)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  GDate then_date, now_date;

  g_date_clear (&then_date, 1);
  g_date_clear (&now_date, 1);
  g_date_set_dmy (&then_date, (GDateDay) g_date_time_get_day_of_month (day),
                  (GDateMonth) g_date_time_get_month (day), (GDateYear) g_date_time_get_year (day));
  g_date_set_dmy (&now_date, (GDateDay) g_date_time_get_day_of_month (now),
                  (GDateMonth) g_date_time_get_month (now), (GDateYear) g_date_time_get_year (now));

  return g_date_days_between (&then_date, &now_date);
}

static char *
dup_moment (const EntVersion *version)
{
  g_autoptr(GDateTime) time = g_date_time_new_from_unix_local (version->time);

  if (time == NULL)
    return g_strdup (_("At an unknown time"));
  switch (count_days_since (time))
    {
    case 0:
      /* Translators: a time of today, for strftime */
      return g_date_time_format (time, _("Today, %H:%M"));
    case 1:
      /* Translators: a time of yesterday, for strftime */
      return g_date_time_format (time, _("Yesterday, %H:%M"));
    default:
      /* Translators: day of the week, date and time, for strftime */
      return g_date_time_format (time, _("%A, %x, %H:%M"));
    }
}

static const char *
get_origin (const EntVersion *version)
{
  switch (version->origin)
    {
    case ENT_VERSION_OPENED:
      return C_("version", "Opened");
    case ENT_VERSION_SAVED:
      return C_("version", "Saved");
    case ENT_VERSION_RECOVERED:
    default:
      return C_("version", "Kept before it was saved");
    }
}

static void
say_changes (EntVersionsWindow *self, guint index, const char *changes)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, (int) index);
  EntVersion *version = g_ptr_array_index (self->versions, index);
  g_autofree char *text = NULL;

  /* Translators: why a version was kept, such as “Saved”, then what changed in it. */
  text = g_strdup_printf (C_("version", "%s · %s"), get_origin (version), changes);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
}

static void
show_error (EntVersionsWindow *self, const char *heading, const char *text)
{
  AdwMessageDialog *dialog
    = ADW_MESSAGE_DIALOG (adw_message_dialog_new (GTK_WINDOW (self), heading, NULL));

  adw_message_dialog_set_body (dialog, text);
  adw_message_dialog_add_response (dialog, "close", _("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

/* --- What changed ----------------------------------------------------------------------------- */

static void summarise (EntVersionsWindow *self, guint index);

static void
summarise_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Work *work = task_data;
  GError *error = NULL;
  char *changes = ent_versions_summarise (g_ptr_array_index (work->versions, work->index + 1),
                                          get_version (work), cancellable, &error);

  if (changes != NULL)
    g_task_return_pointer (task, changes, g_free);
  else
    g_task_return_error (task, error);
}

static void
summarised (GObject *source, GAsyncResult *result, gpointer user_data)
{
  EntVersionsWindow *self = ENT_VERSIONS_WINDOW (source);
  Work *work = g_task_get_task_data (G_TASK (result));
  g_autoptr(GError) error = NULL;
  g_autofree char *changes = g_task_propagate_pointer (G_TASK (result), &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  say_changes (self, work->index, changes != NULL ? changes : _("It can’t be compared"));
  summarise (self, work->index + 1);
}

static void
summarise (EntVersionsWindow *self, guint index)
{
  g_autoptr(GTask) task = NULL;

  if (index + 1 >= self->versions->len)
    {
      say_changes (self, index, _("The first that is kept"));
      return;
    }

  task = g_task_new (self, self->cancellable, summarised, NULL);
  g_task_set_source_tag (task, summarise);
  g_task_set_task_data (task, work_new (self, index, NULL), work_free);
  g_task_run_in_thread (task, summarise_in_thread);
}

/* --- Opening ---------------------------------------------------------------------------------- */

static guint
get_index (GtkWidget *button)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, GTK_TYPE_LIST_BOX_ROW);

  return (guint) gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
}

/* While it is open it has a parent: it goes with it. */
static GtkApplication *
get_application (EntVersionsWindow *self)
{
  return gtk_window_get_application (gtk_window_get_transient_for (GTK_WINDOW (self)));
}

typedef struct {
  EntVersionsWindow *self;
  char *text;
} Opening;

static void
opened (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Opening *opening = user_data;
  g_autoptr(EntVersionsWindow) self = opening->self;
  g_autofree char *text = opening->text;
  g_autoptr(GError) error = NULL;
  g_autoptr(EntDocument) document = ent_document_open_version_finish (result, &error);

  g_free (opening);
  /* The window may have been closed meanwhile. */
  if (self->list == NULL)
    return;

  if (document != NULL)
    ent_window_take_version (ent_window_new (ENT_APPLICATION (get_application (self))), document,
                             text);
  else
    show_error (self, _("Could Not Open the Version"), error->message);
}

static void
open_clicked (EntVersionsWindow *self, GtkWidget *button)
{
  const EntVersion *version = g_ptr_array_index (self->versions, get_index (button));
  g_autofree char *moment = dup_moment (version);
  Opening *opening = g_new0 (Opening, 1);

  opening->self = g_object_ref (self);
  /* Translators: %s is a day and a time, such as “Yesterday, 14:02”. */
  opening->text = g_strdup_printf (_("This is an earlier version (%s). It has no file of its own: "
                                     "to keep it, save it under a new name."), moment);
  ent_document_open_version_async (version, NULL, opened, opening);
}

/* --- Saving a copy ---------------------------------------------------------------------------- */

static void
copy_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Work *work = task_data;
  EntSaveReceipt receipt;
  GError *error = NULL;
  g_autoptr(GBytes) bytes = ent_versions_get (get_version (work)->digest, &error);

  if (bytes != NULL
      && ent_file_save_copy (work->file, bytes, TRUE, &receipt, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
copied (GObject *source, GAsyncResult *result, gpointer user_data)
{
  EntVersionsWindow *self = ENT_VERSIONS_WINDOW (source);
  g_autoptr(GError) error = NULL;
  gboolean is_saved = g_task_propagate_boolean (G_TASK (result), &error);

  if (self->list == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (is_saved)
    adw_toast_overlay_add_toast (self->toasts, adw_toast_new (_("A copy was saved")));
  else
    show_error (self, _("Could Not Save a Copy"), error->message);
}

static gboolean
is_open (EntVersionsWindow *self, GFile *file)
{
  for (GList *l = gtk_application_get_windows (get_application (self)); l != NULL; l = l->next)
    if (ENT_IS_WINDOW (l->data) && ent_window_shows_file (l->data, file))
      return TRUE;

  return FALSE;
}

static void
place_chosen (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(GTask) task = user_data;
  EntVersionsWindow *self = g_task_get_source_object (task);
  Work *work = g_task_get_task_data (task);

  work->file = ent_file_chooser_finish (result, NULL);
  if (work->file == NULL || self->list == NULL)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "%s", _("Cancelled"));
      return;
    }
  if (is_open (self, work->file))
    {
      g_autofree char *name = ent_file_dup_display_name (work->file);

      g_task_return_new_error (task, ENT_STORE_ERROR, ENT_STORE_ERROR_EXISTS,
                               _("“%s” is open now and would be lost. Choose another name."), name);
      return;
    }
  g_task_run_in_thread (task, copy_in_thread);
}

static void
copy_clicked (EntVersionsWindow *self, GtkWidget *button)
{
  const EntFileType type = { _("Partnerships"), "json" };
  Work *work = work_new (self, get_index (button), NULL);
  g_autofree char *name = ent_version_dup_file_name (get_version (work));
  GFile *file = ent_document_get_file (self->document);
  g_autoptr(GFile) folder = file != NULL ? g_file_get_parent (file) : NULL;
  GTask *task = g_task_new (self, NULL, copied, NULL);

  g_task_set_source_tag (task, copy_clicked);
  g_task_set_task_data (task, work, work_free);
  ent_file_chooser_save_async (GTK_WINDOW (self), _("Save a Copy"), name, folder, &type,
                               place_chosen, task);
}

/* --- The list --------------------------------------------------------------------------------- */

static GtkWidget *
new_button (EntVersionsWindow *self, GtkWidget *button, const char *name, GCallback clicked)
{
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);

  return button;
}

static GtkWidget *
new_row (EntVersionsWindow *self, const EntVersion *version)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *open = gtk_button_new_with_label (_("Open"));
  GtkWidget *copy = gtk_button_new_from_icon_name ("document-save-as-symbolic");
  g_autofree char *moment = dup_moment (version);
  /* Translators: %s is a day and a time, such as “Yesterday, 14:02”. */
  g_autofree char *open_name = g_strdup_printf (_("Open the version of %s"), moment);
  /* Translators: %s is a day and a time, such as “Yesterday, 14:02”. */
  g_autofree char *copy_name = g_strdup_printf (_("Save a copy of the version of %s"), moment);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), moment);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), get_origin (version));
  gtk_widget_add_css_class (copy, "flat");
  gtk_widget_set_tooltip_text (copy, _("Save a Copy…"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             new_button (self, copy, copy_name, G_CALLBACK (copy_clicked)));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             new_button (self, open, open_name, G_CALLBACK (open_clicked)));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), open);
  /* Newer libadwaita would name it as the row is, which does not say what it does. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (open), GTK_ACCESSIBLE_RELATION_LABELLED_BY);

  return row;
}

static void
fill (EntVersionsWindow *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; i < self->versions->len; i++)
    gtk_list_box_append (self->list, new_row (self, g_ptr_array_index (self->versions, i)));
  gtk_stack_set_visible_child_name (self->stack, self->versions->len > 0 ? "list" : "empty");
  if (self->versions->len > 0)
    summarise (self, 0);
}

static void
list_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  GError *error = NULL;
  GPtrArray *versions = ent_versions_list (task_data, &error);

  if (versions != NULL)
    g_task_return_pointer (task, versions, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static void
listed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  EntVersionsWindow *self = ENT_VERSIONS_WINDOW (source);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) versions = g_task_propagate_pointer (G_TASK (result), &error);
  g_autofree char *escaped = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (versions == NULL)
    {
      escaped = g_markup_escape_text (error->message, -1);
      adw_status_page_set_description (self->failed_page, escaped);
      gtk_stack_set_visible_child_name (self->stack, "failed");
      return;
    }
  g_clear_pointer (&self->versions, g_ptr_array_unref);
  self->versions = g_steal_pointer (&versions);
  fill (self);
}

static void
load_versions (EntVersionsWindow *self)
{
  g_autoptr(GTask) task = NULL;
  const char *id = ent_project_get_id (ent_document_get_project (self->document));

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  task = g_task_new (self, self->cancellable, listed, NULL);
  g_task_set_source_tag (task, load_versions);
  g_task_set_task_data (task, g_strdup (id), g_free);
  g_task_run_in_thread (task, list_in_thread);
}

/* What was saved is in the list as well. */
static void
busy_changed (EntVersionsWindow *self)
{
  if (!ent_document_get_busy (self->document))
    load_versions (self);
}

/* --- The window ------------------------------------------------------------------------------- */

static void
ent_versions_window_dispose (GObject *object)
{
  EntVersionsWindow *self = ENT_VERSIONS_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_clear_object (&self->document);
  gtk_widget_dispose_template (GTK_WIDGET (self), ENT_TYPE_VERSIONS_WINDOW);

  G_OBJECT_CLASS (ent_versions_window_parent_class)->dispose (object);
}

static void
ent_versions_window_finalize (GObject *object)
{
  EntVersionsWindow *self = ENT_VERSIONS_WINDOW (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->versions, g_ptr_array_unref);

  G_OBJECT_CLASS (ent_versions_window_parent_class)->finalize (object);
}

static void
ent_versions_window_class_init (EntVersionsWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ent_versions_window_dispose;
  object_class->finalize = ent_versions_window_finalize;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/entente/Entente/ui/ent-versions-window.ui");
  gtk_widget_class_bind_template_child (widget_class, EntVersionsWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, EntVersionsWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, EntVersionsWindow, failed_page);
  gtk_widget_class_bind_template_child (widget_class, EntVersionsWindow, list);
  gtk_widget_class_bind_template_callback (widget_class, load_versions);
}

static void
ent_versions_window_init (EntVersionsWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static GtkWindow *
find_window (EntWindow *parent)
{
  g_autoptr(GListModel) windows = g_object_ref (gtk_window_get_toplevels ());

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWindow) window = g_list_model_get_item (windows, i);

      if (ENT_IS_VERSIONS_WINDOW (window)
          && gtk_window_get_transient_for (window) == GTK_WINDOW (parent))
        return window;
    }

  return NULL;
}

/**
 * ent_versions_window_present:
 * @parent: a window that shows a partnership
 *
 * Shows the versions of the partnership in a window of their own, which may stay open beside the
 * work.
 */
void
ent_versions_window_present (EntWindow *parent)
{
  GtkWindow *window = find_window (parent);

  g_return_if_fail (ENT_IS_WINDOW (parent) && ent_window_get_document (parent) != NULL);

  if (window == NULL)
    {
      EntVersionsWindow *self
        = g_object_new (ENT_TYPE_VERSIONS_WINDOW, "transient-for", parent, NULL);

      self->document = g_object_ref (ent_window_get_document (parent));
      g_signal_connect_object (self->document, "notify::busy", G_CALLBACK (busy_changed), self,
                               G_CONNECT_SWAPPED);
      load_versions (self);
      window = GTK_WINDOW (self);
    }
  gtk_window_present (window);
}
