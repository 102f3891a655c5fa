/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window's frame: the title, search, and the document it follows. Pages are in
 * ent-window-pages.c, files in ent-window-file.c, actions in ent-window-actions.c. */
#include "config.h"

#include "app/ent-window.h"

#include <glib/gi18n.h>

#include "analysis/ent-phrase.h"
#include "app/ent-shortcuts.h"
#include "app/ent-window-private.h"
#include "pages/ent-compat.h"
#include "pages/ent-page-analysis.h"
#include "pages/ent-pages.h"
#include "store/ent-file-name.h"

G_DEFINE_FINAL_TYPE (EntWindow, ent_window, ADW_TYPE_APPLICATION_WINDOW)

/* For how long a toast counts as new: longer than it takes to come up. */
#define NEW_TOAST_US (2 * G_USEC_PER_SEC)

/* Says what a button would undo, when somebody asks: to set the text after each edit would cost more
 * than the edit, because GTK looks each time where the pointer is. */
static gboolean
query_step_tooltip (EntWindow *self, int x, int y, gboolean by_keyboard, GtkTooltip *tooltip,
                    GtkWidget *button)
{
  const char *action = gtk_actionable_get_action_name (GTK_ACTIONABLE (button));
  g_autofree char *keys = ent_shortcuts_dup_keys (action);
  gboolean undo = button == self->undo_button;
  const char *what = undo ? _("Undo") : _("Redo");
  const char *label = NULL;
  g_autofree char *text = NULL;

  if (self->document != NULL)
    {
      EntHistory *history = ent_project_get_history (ent_document_get_project (self->document));

      label = undo ? ent_history_get_undo_label (history) : ent_history_get_redo_label (history);
    }
  text = label != NULL ? g_strdup_printf ("%s: %s (%s)", what, label, keys)
                       : g_strdup_printf ("%s (%s)", what, keys);
  gtk_tooltip_set_text (tooltip, text);

  return TRUE;
}

static void
describe_step (GtkWidget *button, const char *label)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  label != NULL ? label : "", -1);
}

/* GTK asks the window manager each time, whether or not the title is another one. */
static void
set_window_title (EntWindow *self, const char *title)
{
  if (g_strcmp0 (gtk_window_get_title (GTK_WINDOW (self)), title) != 0)
    gtk_window_set_title (GTK_WINDOW (self), title);
}

static void
update_title (EntWindow *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->page_list);
  g_autofree char *cut = ent_phrase_name (ent_document_get_title (self->document));
  g_autofree char *marked = NULL;

  if (ent_document_get_modified (self->document))
    marked = g_strconcat ("• ", cut, NULL);
  adw_window_title_set_subtitle (self->window_title, marked != NULL ? marked : cut);
  if (row != NULL)
    adw_window_title_set_title (
      self->window_title,
      _(ent_pages_get_info ((guint) gtk_list_box_row_get_index (row))->title));
  set_window_title (self, marked != NULL ? marked : cut);
}

void
_ent_window_update (EntWindow *self)
{
  if (self->document != NULL)
    {
      EntHistory *history = ent_project_get_history (ent_document_get_project (self->document));

      update_title (self);
      describe_step (self->undo_button, ent_history_get_undo_label (history));
      describe_step (self->redo_button, ent_history_get_redo_label (history));
    }
  else
    set_window_title (self, _("Entente"));

  _ent_window_update_actions (self);
}

/* --- Toasts --------------------------------------------------------------------------------- */

static void
forget_toast (EntWindow *self)
{
  g_clear_weak_pointer (&self->toast);
}

static void
fill_toast (AdwToast *toast, const char *text, const char *button_label, const char *action_name)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  adw_toast_set_title (toast, escaped);
  adw_toast_set_button_label (toast, button_label);
  adw_toast_set_action_name (toast, action_name);
}

static void
add_toast (EntWindow *self, AdwToast *toast)
{
  if (self->toast != NULL)
    adw_toast_dismiss (self->toast);
  g_set_weak_pointer (&self->toast, toast);
  self->toast_time = g_get_monotonic_time ();
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (forget_toast), self, G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/* What is said takes the place of what was said before: in a row it would come too late. libadwaita
 * 1.2 dies of a toast that goes while it is still coming up: a new one gets other words instead. */
void
_ent_window_show_toast (EntWindow  *self,
                        const char *text,
                        const char *button_label,
                        const char *action_name)
{
  AdwToast *toast = self->toast;

  if (toast != NULL && g_get_monotonic_time () - self->toast_time < NEW_TOAST_US)
    {
      fill_toast (toast, text, button_label, action_name);
      return;
    }

  toast = adw_toast_new ("");
  fill_toast (toast, text, button_label, action_name);
  add_toast (self, toast);
}

/**
 * ent_window_say:
 * @self: a window
 * @text: a short sentence
 *
 * Says something that needs no answer.
 */
void
ent_window_say (EntWindow *self, const char *text)
{
  g_return_if_fail (ENT_IS_WINDOW (self));
  g_return_if_fail (text != NULL);

  _ent_window_show_toast (self, text, NULL, NULL);
}

/* --- Search ---------------------------------------------------------------------------------- */

static void
search_changed (EntWindow *self)
{
  const char *text = gtk_editable_get_text (self->search_entry);

  if (self->document == NULL || *text == '\0')
    {
      gtk_stack_set_visible_child_name (self->body, "pages");
      return;
    }
  ent_search_view_search (self->search_view, ent_document_get_project (self->document), text);
  gtk_stack_set_visible_child_name (self->body, "search");
}

static void
search_activated (EntWindow *self)
{
  /* The entry waits a little before it says that its text changed. */
  search_changed (self);
  ent_search_view_activate_first (self->search_view);
}

static void
search_result_activated (EntWindow *self, EntRecord *record, int field)
{
  g_autoptr(EntRecord) held = g_object_ref (record);

  gtk_search_bar_set_search_mode (self->search_bar, FALSE);
  ent_window_reveal (self, held, field);
}

static void
search_mode_changed (EntWindow *self)
{
  if (gtk_search_bar_get_search_mode (self->search_bar))
    _ent_window_commit_edits (self);
  else
    gtk_stack_set_visible_child_name (self->body, "pages");
}

/* --- The document ---------------------------------------------------------------------------- */

/* An undo that changed something elsewhere would look as if nothing had happened. */
static void
project_committed (EntWindow *self, const EntChangeSet *set)
{
  /* An “Undo” that is still offered would take back something else now. */
  if (self->toast != NULL)
    adw_toast_set_button_label (self->toast, NULL);

  if (set->origin == ENT_CHANGE_EDIT)
    {
      if (gtk_search_bar_get_search_mode (self->search_bar))
        search_changed (self);
      return;
    }

  for (guint i = 0; i < set->changes->len; i++)
    {
      const EntChange *change = g_ptr_array_index (set->changes, i);
      int field = change->type == ENT_CHANGE_SET ? (int) change->field : -1;

      if (ent_record_get_project (change->record) != NULL
          && ent_window_reveal (self, change->record, field))
        return;
    }
}

static void
project_replaced (EntWindow *self)
{
  EntProject *project = ent_document_get_project (self->document);

  g_signal_group_set_target (self->project_signals, project);
  g_signal_group_set_target (self->history_signals, ent_project_get_history (project));
  _ent_window_show_last_page (self);
}

static void
show_document_notice (EntWindow *self)
{
  EntProblemList *problems = ent_document_get_problems (self->document);
  guint n = problems != NULL ? ent_problem_list_get_n_total (problems) : 0;
  g_autofree char *text = NULL;

  if (ent_document_get_read_only (self->document))
    ent_notice_bar_show (self->notice_bar,
                         _("This partnership was made by a newer version of Entente. You can read "
                           "it; to change it, please update Entente."),
                         n > 0 ? _("Details") : NULL, "win.show-problems");
  else if (n > 0)
    {
      /* Not ngettext(), for which the compiler asks that the singular has the number, too. */
      text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                           "Something in this file could not be understood. It is "
                                           "kept as it is.",
                                           "%u things in this file could not be understood. They "
                                           "are kept as they are.", n),
                              n);
      ent_notice_bar_show (self->notice_bar, text, _("Details"), "win.show-problems");
    }
  else
    ent_notice_bar_hide (self->notice_bar);
}

void
_ent_window_set_document (EntWindow *self, EntDocument *document)
{
  g_set_object (&self->document, document);
  g_signal_group_set_target (self->document_signals, document);
  gtk_search_bar_set_search_mode (self->search_bar, FALSE);
  if (document != NULL)
    {
      project_replaced (self);
      show_document_notice (self);
      gtk_stack_set_visible_child_name (self->views, "project");
      adw_leaflet_set_visible_child_name (self->leaflet, "content");
    }
  else
    {
      g_signal_group_set_target (self->project_signals, NULL);
      g_signal_group_set_target (self->history_signals, NULL);
      gtk_stack_set_visible_child_name (self->views, "start");
      ent_start_view_focus_first (self->start_view);
    }
  _ent_window_show_trouble (self);
  _ent_window_watch_job (self);
  _ent_window_watch (self);
  _ent_window_be_present (self);
  _ent_window_forget_copies (self);
  _ent_window_find_copies (self);
  _ent_window_update (self);
}

/**
 * ent_window_get_document:
 * @self: a window
 *
 * Returns: (nullable) (transfer none): what it shows, %NULL for the start page
 */
EntDocument *
ent_window_get_document (EntWindow *self)
{
  g_return_val_if_fail (ENT_IS_WINDOW (self), NULL);

  return self->document;
}

/**
 * ent_window_is_blank:
 * @self: a window
 *
 * Returns: whether it shows the start page and is opening nothing
 */
gboolean
ent_window_is_blank (EntWindow *self)
{
  g_return_val_if_fail (ENT_IS_WINDOW (self), FALSE);

  return self->document == NULL && self->opening == NULL;
}

/**
 * ent_window_shows_file:
 * @self: a window
 * @file: a file
 *
 * Returns: whether it shows @file or is opening it
 */
gboolean
ent_window_shows_file (EntWindow *self, GFile *file)
{
  GFile *shown;

  g_return_val_if_fail (ENT_IS_WINDOW (self), FALSE);

  shown = self->document != NULL ? ent_document_get_file (self->document) : self->opening;

  return shown != NULL && ent_file_is_same (shown, file);
}

/* --- The widget ------------------------------------------------------------------------------ */

static gboolean
file_dropped (GtkDropTarget *target, const GValue *value, double x, double y, EntWindow *self)
{
  EntApplication *application = ENT_APPLICATION (gtk_window_get_application (GTK_WINDOW (self)));
  g_autoptr(GPtrArray) files = g_ptr_array_new ();

  for (GSList *l = g_value_get_boxed (value); l != NULL; l = l->next)
    g_ptr_array_add (files, l->data);
  ent_application_open_files (application, (GFile **) files->pdata, files->len);

  return files->len > 0;
}

static void
remember_size (EntWindow *self)
{
  int width, height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  if (width > 0 && height > 0)
    {
      g_settings_set_int (self->settings, "window-width", width);
      g_settings_set_int (self->settings, "window-height", height);
    }
  g_settings_set_boolean (self->settings, "window-maximized",
                          gtk_window_is_maximized (GTK_WINDOW (self)));
}

static gboolean
ent_window_close_request (GtkWindow *window)
{
  EntWindow *self = ENT_WINDOW (window);

  if (!self->closing && _ent_window_ask_to_close (self))
    return GDK_EVENT_STOP;

  /* What is not waited for is found again at the next start. */
  if (self->document != NULL && !self->leaving)
    ent_document_close (self->document);
  remember_size (self);

  return GTK_WINDOW_CLASS (ent_window_parent_class)->close_request (window);
}

static void
ent_window_dispose (GObject *object)
{
  EntWindow *self = ENT_WINDOW (object);

  g_clear_handle_id (&self->slow_source, g_source_remove);
  g_cancellable_cancel (self->open_cancellable);
  g_clear_object (&self->open_cancellable);
  g_clear_object (&self->opening);
  g_clear_object (&self->watch);
  g_clear_object (&self->presence);
  g_clear_object (&self->conflict_file);
  g_clear_pointer (&self->conflict_summary, g_free);
  g_clear_pointer (&self->known_copies, g_hash_table_unref);
  g_clear_object (&self->document_signals);
  g_clear_object (&self->project_signals);
  g_clear_object (&self->history_signals);
  g_clear_object (&self->document);
  g_clear_object (&self->settings);
  g_clear_weak_pointer (&self->toast);
  g_clear_weak_pointer (&self->question);

  G_OBJECT_CLASS (ent_window_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, EntWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, EntWindow, views);
  gtk_widget_class_bind_template_child (widget_class, EntWindow, start_view);
  gtk_widget_class_bind_template_child (widget_class, EntWindow, loading_page);
  gtk_widget_class_bind_template_child (widget_class, EntWindow, loading_bar);
  gtk_widget_class_bind_template_child (widget_class, EntWindow, leaflet);
  gtk_widget_class_bind_template_child (widget_class, EntWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, EntWindow, content);
  gtk_widget_class_bind_template_child (widget_class, EntWindow, page_list);
  gtk_widget_class_bind_template_child (widget_class, EntWindow, window_title);
  gtk_widget_class_bind_template_child (widget_class, EntWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, EntWindow, redo_button);
  gtk_widget_class_bind_template_child (widget_class, EntWindow, search_bar);
  gtk_widget_class_bind_template_child (widget_class, EntWindow, search_entry);
  gtk_widget_class_bind_template_child (widget_class, EntWindow, trouble_bar);
  gtk_widget_class_bind_template_child (widget_class, EntWindow, slow_bar);
  gtk_widget_class_bind_template_child (widget_class, EntWindow, file_bar);
  gtk_widget_class_bind_template_child (widget_class, EntWindow, conflict_bar);
  gtk_widget_class_bind_template_child (widget_class, EntWindow, presence_bar);
  gtk_widget_class_bind_template_child (widget_class, EntWindow, notice_bar);
  gtk_widget_class_bind_template_child (widget_class, EntWindow, body);
  gtk_widget_class_bind_template_child (widget_class, EntWindow, search_view);
  gtk_widget_class_bind_template_child (widget_class, EntWindow, pages);
}

static void
ent_window_class_init (EntWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = ent_window_close_request;

  g_type_ensure (ENT_TYPE_START_VIEW);
  g_type_ensure (ENT_TYPE_SEARCH_VIEW);
  g_type_ensure (ENT_TYPE_NOTICE_BAR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/entente/Entente/ui/ent-window.ui");
  gtk_widget_class_bind_template_callback (widget_class, query_step_tooltip);
  bind_children (widget_class);
}

/* The machine may have slept over midnight, or somebody else had the file. */
static void
on_active (EntWindow *self)
{
  g_autoptr(EntCalendar) calendar = NULL;

  if (self->document == NULL || !gtk_window_is_active (GTK_WINDOW (self)))
    return;

  calendar = ent_page_analysis_dup_calendar (ent_document_get_project (self->document));
  ent_calendar_check (calendar);
  _ent_window_check_file (self);
  ent_presence_check (self->presence);
  _ent_window_find_copies (self);
}

static void
connect_signal_groups (EntWindow *self)
{
  self->document_signals = g_signal_group_new (ENT_TYPE_DOCUMENT);
  g_signal_group_connect_swapped (self->document_signals, "notify::modified",
                                  G_CALLBACK (_ent_window_update), self);
  g_signal_group_connect_swapped (self->document_signals, "notify::title",
                                  G_CALLBACK (_ent_window_update), self);
  g_signal_group_connect_swapped (self->document_signals, "notify::busy",
                                  G_CALLBACK (_ent_window_update), self);
  g_signal_group_connect_swapped (self->document_signals, "notify::busy",
                                  G_CALLBACK (_ent_window_watch_job), self);
  g_signal_group_connect_swapped (self->document_signals, "notify::project",
                                  G_CALLBACK (project_replaced), self);
  g_signal_group_connect_swapped (self->document_signals, "notify::trouble",
                                  G_CALLBACK (_ent_window_show_trouble), self);
  self->project_signals = g_signal_group_new (ENT_TYPE_PROJECT);
  /* After the pages: what they work out has to follow an undo before they show it. */
  g_signal_group_connect_data (self->project_signals, "committed", G_CALLBACK (project_committed),
                               self, NULL, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  self->history_signals = g_signal_group_new (ENT_TYPE_HISTORY);
  g_signal_group_connect_swapped (self->history_signals, "notify::state",
                                  G_CALLBACK (_ent_window_update), self);
}

static void
connect_search (EntWindow *self)
{
  ent_compat_limit_line (self->search_entry);
  gtk_search_bar_connect_entry (self->search_bar, self->search_entry);
  g_signal_connect_object (self->search_entry, "search-changed", G_CALLBACK (search_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search_entry, "activate", G_CALLBACK (search_activated), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search_view, "activated", G_CALLBACK (search_result_activated),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search_bar, "notify::search-mode-enabled",
                           G_CALLBACK (search_mode_changed), self, G_CONNECT_SWAPPED);
}

static void
ent_window_init (EntWindow *self)
{
  GtkDropTarget *drop = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  gtk_widget_init_template (GTK_WIDGET (self));
  self->known_copies = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  ent_compat_settle_fold (GTK_WIDGET (self->leaflet));
  connect_signal_groups (self);
  connect_search (self);
  _ent_window_fill_page_list (self);
  g_signal_connect_object (self, "notify::is-active", G_CALLBACK (on_active), self,
                           G_CONNECT_DEFAULT);
  g_signal_connect_object (drop, "drop", G_CALLBACK (file_dropped), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop));
}

/**
 * ent_window_new:
 * @application: the application, running
 *
 * Returns: (transfer none): a window that shows the start page, not yet on screen
 */
EntWindow *
ent_window_new (EntApplication *application)
{
  EntWindow *self = g_object_new (ENT_TYPE_WINDOW, "application", application, NULL);

  self->settings = g_object_ref (ent_application_get_settings (application));
  gtk_window_set_default_size (GTK_WINDOW (self),
                               g_settings_get_int (self->settings, "window-width"),
                               g_settings_get_int (self->settings, "window-height"));
  if (g_settings_get_boolean (self->settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
  _ent_window_install_actions (self);
  _ent_window_set_document (self, NULL);

  return self;
}
