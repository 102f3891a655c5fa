/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From a file or the clipboard to a preview, and from there into the project. A table is read in a
 * thread. What it would change is worked out from the project, and therefore is not. */
#include "config.h"

#include "pages/ent-import-window.h"

#include <glib/gi18n.h>
#include <string.h>

#include "analysis/ent-phrase.h"
#include "pages/ent-compat.h"
#include "pages/ent-file-chooser.h"
#include "pages/ent-import-mapping.h"
#include "pages/ent-import-model.h"
#include "pages/ent-import-preview.h"
#include "store/ent-table.h"

struct _EntImportWindow {
  AdwWindow parent_instance;

  EntImportModel *model;
  GCancellable *cancellable;
  gboolean choosing;                 /* a file, for now */
  gboolean showing;                  /* the choices are being set, by nobody */

  GtkDropDown *what;
  GtkLabel *message;
  GtkStack *stack;
  GtkDropDown *order;
  GtkDropDown *decimal;
  GtkCheckButton *header;
  GtkCheckButton *serials;
  GtkCheckButton *new_kpis;
  GtkWidget *new_kpis_child;
  EntImportMapping *mapping;
  EntImportPreview *preview;
  GtkLabel *counts;
  GtkWidget *paste;
};

G_DEFINE_FINAL_TYPE (EntImportWindow, ent_import_window, ADW_TYPE_WINDOW)

/* --- What is shown --------------------------------------------------------------------------- */

/* What went wrong, or what is asked; nothing where @text is "". */
static void
say (EntImportWindow *self, const char *text, gboolean wrong)
{
  gtk_label_set_text (self->message, text);
  gtk_widget_set_visible (GTK_WIDGET (self->message), *text != '\0');
  if (wrong)
    gtk_widget_add_css_class (GTK_WIDGET (self->message), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->message), "error");
}

static void
ask (EntImportWindow *self, EntImport *import)
{
  g_autoptr(GPtrArray) questions = ent_import_dup_questions (import);
  g_autofree char *text = NULL;

  g_ptr_array_add (questions, NULL);
  text = g_strjoinv (" ", (char **) questions->pdata);
  say (self, text, FALSE);
}

static void
show_counts (EntImportWindow *self, EntImport *import)
{
  g_autofree char *counts = ent_import_dup_counts (import, " · ");
  g_autoptr(GString) text = g_string_new (counts);
  guint n_bad = ent_import_count (import, ENT_IMPORT_BAD);
  guint n_kpis = ent_import_get_what (import) == ENT_IMPORT_MEASUREMENTS
    ? ent_import_get_n_new_kpis (import) : 0;

  if (n_kpis > 0)
    {
      g_string_append (text, " · ");
      g_string_append_printf (text, ngettext ("%u KPI will be made", "%u KPIs will be made",
                                              n_kpis), n_kpis);
    }
  if (n_bad > 0)
    g_string_append_printf (text, "\n%s", _("What is not understood stays out."));
  gtk_label_set_text (self->counts, text->str);
}

static void
show_options (EntImportWindow *self, EntImport *import)
{
  const EntImportOptions *options = ent_import_get_options (import);

  self->showing = TRUE;
  gtk_drop_down_set_selected (self->what, ent_import_get_what (import) == ENT_IMPORT_KPIS ? 1 : 0);
  gtk_drop_down_set_selected (self->order, options->order);
  gtk_drop_down_set_selected (self->decimal, options->decimal);
  gtk_check_button_set_active (self->header, ent_import_has_header (import));
  gtk_check_button_set_active (self->serials, options->serials);
  gtk_check_button_set_active (self->new_kpis, options->new_kpis);
  gtk_widget_set_visible (self->new_kpis_child,
                          ent_import_get_what (import) == ENT_IMPORT_MEASUREMENTS);
  self->showing = FALSE;
}

static void
on_changed (EntImportWindow *self)
{
  EntImport *import = ent_import_model_get_import (self->model);
  gboolean any = import != NULL && ent_import_count (import, ENT_IMPORT_NEW)
                                   + ent_import_count (import, ENT_IMPORT_CHANGED) > 0;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.apply", any);
  gtk_stack_set_visible_child_name (self->stack, import != NULL ? "table" : "empty");
  if (import == NULL)
    return;
  show_options (self, import);
  show_counts (self, import);
  ask (self, import);
}

/* --- What is said ---------------------------------------------------------------------------- */

static void
what_chosen (EntImportWindow *self)
{
  if (!self->showing && self->model != NULL)
    ent_import_model_set_what (self->model, gtk_drop_down_get_selected (self->what) == 1
                                              ? ENT_IMPORT_KPIS : ENT_IMPORT_MEASUREMENTS);
}

static void
option_chosen (EntImportWindow *self)
{
  const EntImportOptions options = {
    (EntDayOrder) gtk_drop_down_get_selected (self->order),
    (EntDecimal) gtk_drop_down_get_selected (self->decimal),
    gtk_check_button_get_active (self->serials),
    gtk_check_button_get_active (self->new_kpis),
  };

  if (!self->showing && self->model != NULL && ent_import_model_get_import (self->model) != NULL)
    ent_import_model_set_options (self->model, &options);
}

static void
header_toggled (EntImportWindow *self)
{
  if (!self->showing && self->model != NULL && ent_import_model_get_import (self->model) != NULL)
    ent_import_model_set_has_header (self->model, gtk_check_button_get_active (self->header));
}

/* --- Reading --------------------------------------------------------------------------------- */

/* What takes a while must not keep the window: the one it belongs to may be gone first, which GTK
 * does not bear. */
static GWeakRef *
new_weak_ref (EntImportWindow *self)
{
  GWeakRef *ref = g_new (GWeakRef, 1);

  g_weak_ref_init (ref, self);

  return ref;
}

/* The window, to be released, or NULL if it is gone. */
static EntImportWindow *
take_weak_ref (GWeakRef *ref)
{
  EntImportWindow *self = g_weak_ref_get (ref);

  g_weak_ref_clear (ref);
  g_free (ref);

  return self;
}

/* Says that a table is being read, to those who cannot see it, too. */
static void
set_reading (EntImportWindow *self, gboolean reading)
{
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_BUSY, reading, -1);
  if (reading)
    say (self, _("Reading…"), FALSE);
}

static void
take_rows (EntImportWindow *self, GPtrArray *rows, const GError *error)
{
  if (rows != NULL)
    ent_import_model_set_rows (self->model, rows);
  else
    say (self, error->message, TRUE);
}

static void
return_rows (GTask *task, GPtrArray *rows, GError *error)
{
  if (rows != NULL)
    g_task_return_pointer (task, rows, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static void
read_file (GTask *task, gpointer source, gpointer file, GCancellable *cancellable)
{
  GError *error = NULL;
  GPtrArray *rows = ent_table_read (file, &error);

  return_rows (task, rows, error);
}

static void
read_text (GTask *task, gpointer source, gpointer text, GCancellable *cancellable)
{
  GError *error = NULL;
  GPtrArray *rows = ent_table_parse (text, strlen (text), &error);

  return_rows (task, rows, error);
}

static void
table_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(EntImportWindow) self = take_weak_ref (user_data);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) rows = g_task_propagate_pointer (G_TASK (result), &error);

  /* The window may have been closed, or another table taken, meanwhile. */
  if (self == NULL || g_task_get_cancellable (G_TASK (result)) != self->cancellable)
    return;
  g_clear_object (&self->cancellable);
  set_reading (self, FALSE);
  take_rows (self, rows, error);
}

/* Reads in a thread what may be large, or far away. Takes @table. */
static void
read_table (EntImportWindow *self, GTaskThreadFunc read, gpointer table, GDestroyNotify free_table)
{
  g_autoptr(GTask) task = NULL;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  task = g_task_new (NULL, self->cancellable, table_read, new_weak_ref (self));
  g_task_set_source_tag (task, read_table);
  g_task_set_task_data (task, table, free_table);
  set_reading (self, TRUE);
  g_task_run_in_thread (task, read);
}

/**
 * ent_import_window_take_text:
 * @self: the window
 * @text: a table, as it comes from the clipboard
 *
 * Reads the text, and then shows what it would change, in place of the table before.
 */
void
ent_import_window_take_text (EntImportWindow *self, const char *text)
{
  g_return_if_fail (ENT_IS_IMPORT_WINDOW (self) && text != NULL);

  read_table (self, read_text, g_strdup (text), g_free);
}

/**
 * ent_import_window_take_file:
 * @self: the window
 * @file: a file with a table
 *
 * Reads the file, and then shows what it would change.
 */
void
ent_import_window_take_file (EntImportWindow *self, GFile *file)
{
  g_return_if_fail (ENT_IS_IMPORT_WINDOW (self) && G_IS_FILE (file));

  read_table (self, read_file, g_object_ref (file), g_object_unref);
}

static void
file_chosen (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(EntImportWindow) self = take_weak_ref (user_data);
  g_autoptr(GFile) file = ent_file_chooser_finish (result, NULL);

  if (self == NULL)
    return;
  self->choosing = FALSE;
  if (file != NULL)
    ent_import_window_take_file (self, file);
}

static void
choose_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const EntFileType type = { _("Tables (CSV)"), "csv,tsv,txt" };
  EntImportWindow *self = ENT_IMPORT_WINDOW (widget);

  if (self->choosing)
    return;
  self->choosing = TRUE;
  ent_file_chooser_open_async (GTK_WINDOW (self), _("Choose a Table"), &type, file_chosen,
                               new_weak_ref (self));
}

static void
text_pasted (GObject *clipboard, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(EntImportWindow) self = take_weak_ref (user_data);
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);

  if (self == NULL)
    return;
  if (text != NULL)
    ent_import_window_take_text (self, text);
  else
    say (self, _("The clipboard holds no table. Copy cells in your spreadsheet first."), TRUE);
}

static void
paste_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (widget), NULL, text_pasted,
                                 new_weak_ref (ENT_IMPORT_WINDOW (widget)));
}

/* --- Entering -------------------------------------------------------------------------------- */

static void
apply_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EntImportWindow *self = ENT_IMPORT_WINDOW (widget);
  g_autoptr(GError) error = NULL;

  if (ent_import_model_apply (self->model, &error))
    gtk_window_close (GTK_WINDOW (self));
  else
    say (self, error->message, TRUE);
}

/* --- The object ------------------------------------------------------------------------------ */

static void
ent_import_window_dispose (GObject *object)
{
  EntImportWindow *self = ENT_IMPORT_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), ENT_TYPE_IMPORT_WINDOW);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (ent_import_window_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *class)
{
  gtk_widget_class_bind_template_child (class, EntImportWindow, what);
  gtk_widget_class_bind_template_child (class, EntImportWindow, paste);
  gtk_widget_class_bind_template_child (class, EntImportWindow, message);
  gtk_widget_class_bind_template_child (class, EntImportWindow, stack);
  gtk_widget_class_bind_template_child (class, EntImportWindow, order);
  gtk_widget_class_bind_template_child (class, EntImportWindow, decimal);
  gtk_widget_class_bind_template_child (class, EntImportWindow, header);
  gtk_widget_class_bind_template_child (class, EntImportWindow, serials);
  gtk_widget_class_bind_template_child (class, EntImportWindow, new_kpis);
  gtk_widget_class_bind_template_child (class, EntImportWindow, new_kpis_child);
  gtk_widget_class_bind_template_child (class, EntImportWindow, mapping);
  gtk_widget_class_bind_template_child (class, EntImportWindow, preview);
  gtk_widget_class_bind_template_child (class, EntImportWindow, counts);
  gtk_widget_class_bind_template_callback (class, what_chosen);
  gtk_widget_class_bind_template_callback (class, option_chosen);
  gtk_widget_class_bind_template_callback (class, header_toggled);
}

static void
ent_import_window_class_init (EntImportWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_import_window_dispose;

  g_type_ensure (ENT_TYPE_IMPORT_MAPPING);
  g_type_ensure (ENT_TYPE_IMPORT_PREVIEW);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/entente/Entente/ui/ent-import-window.ui");
  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "import.choose", NULL, choose_activated);
  gtk_widget_class_install_action (widget_class, "import.paste", NULL, paste_activated);
  gtk_widget_class_install_action (widget_class, "import.apply", NULL, apply_activated);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_v, GDK_CONTROL_MASK, "import.paste",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_o, GDK_CONTROL_MASK, "import.choose",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
ent_import_window_init (EntImportWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  ent_compat_guard_flow_boxes (GTK_WIDGET (self));
  gtk_window_set_focus (GTK_WINDOW (self), self->paste);
  ent_compat_set_label (GTK_WIDGET (self->what), _("What the table holds"));
  ent_compat_set_label (GTK_WIDGET (self->order), _("Order of dates"));
  ent_compat_set_label (GTK_WIDGET (self->decimal), _("What parts decimals"));
}

/**
 * ent_import_window_new:
 * @parent: (nullable): the window that shows the partnership
 * @project: the project to import into
 * @what: what the table will hold, to begin with
 *
 * Returns: (transfer none): a window that imports a table, not yet shown
 */
GtkWidget *
ent_import_window_new (GtkWindow *parent, EntProject *project, EntImportWhat what)
{
  EntImportWindow *self;

  g_return_val_if_fail (ENT_IS_PROJECT (project), NULL);

  self = g_object_new (ENT_TYPE_IMPORT_WINDOW, "transient-for", parent, NULL);
  gtk_drop_down_set_selected (self->what, what == ENT_IMPORT_KPIS ? 1 : 0);
  self->model = ent_import_model_new (project, what);
  ent_import_mapping_set_model (self->mapping, self->model);
  ent_import_preview_set_model (self->preview, self->model);
  g_signal_connect_object (self->model, "changed", G_CALLBACK (on_changed), self,
                           G_CONNECT_SWAPPED);
  on_changed (self);

  return GTK_WIDGET (self);
}
