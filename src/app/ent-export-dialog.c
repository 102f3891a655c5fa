/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Format, paper, where to: then the document is written in a thread and saved like everything
 * else. */
#include "config.h"

#include "app/ent-export-dialog.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "app/ent-print-setup.h"
#include "model/ent-json-reader.h"
#include "model/ent-json-writer.h"
#include "pages/ent-file-chooser.h"
#include "pages/ent-kpi-settings.h"
#include "pages/ent-role-check-settings.h"
#include "report/ent-report-export.h"
#include "store/ent-file-name.h"
#include "store/ent-file-save.h"

/* Sharp on paper and on screens of high resolution. */
#define PICTURE_SCALE 2

#define ENT_TYPE_EXPORT_DIALOG (ent_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (EntExportDialog, ent_export_dialog, ENT, EXPORT_DIALOG, AdwWindow)

struct _EntExportDialog {
  AdwWindow parent_instance;

  EntProject *project;
  EntPrintSetup *setup;

  AdwComboRow *document_row;
  AdwComboRow *format_row;
  GtkWidget *findings_row;
  GtkWidget *unshared_row;
  AdwComboRow *period_row;
  GtkWidget *paper_group;
  GtkLabel *paper_label;
  GtkSwitch *landscape_switch;
  GtkSwitch *findings_switch;
  GtkSwitch *unshared_switch;
  GtkWidget *export_button;
  GtkSpinner *spinner;
};

G_DEFINE_FINAL_TYPE (EntExportDialog, ent_export_dialog, ADW_TYPE_WINDOW)

/* What the thread gets: the partnership as bytes, so that editing goes on meanwhile. */
typedef struct {
  GBytes *bytes;
  const EntReportKind *document;
  char *as_of;
  char *from;
  char *to;
  gboolean screened;
  gboolean findings;
  gboolean unshared;
  EntRoleCheckSettings checks;
  EntReportSettings settings;
  const EntReportFormat *format;
  GFile *file;
} ExportJob;

static void
export_job_free (gpointer data)
{
  ExportJob *job = data;

  g_clear_pointer (&job->bytes, g_bytes_unref);
  g_clear_object (&job->file);
  g_free (job->as_of);
  g_free (job->from);
  g_free (job->to);
  g_free (job);
}

static const EntReportFormat *
get_format (EntExportDialog *self)
{
  guint n_formats;
  const EntReportFormat *formats = ent_report_formats_get (&n_formats);

  return &formats[MIN (adw_combo_row_get_selected (self->format_row), n_formats - 1)];
}

static void
set_busy (EntExportDialog *self, gboolean busy)
{
  gtk_widget_set_sensitive (self->export_button, !busy);
  gtk_spinner_set_spinning (self->spinner, busy);
}

static void
show_error (EntExportDialog *self, const GError *error)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), _("Could Not Export"), NULL);

  adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (dialog), error->message);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
exported (GObject *source, GAsyncResult *result, gpointer user_data)
{
  EntExportDialog *self = ENT_EXPORT_DIALOG (source);
  g_autoptr(GError) error = NULL;

  set_busy (self, FALSE);
  if (g_task_propagate_boolean (G_TASK (result), &error))
    gtk_window_close (GTK_WINDOW (self));
  else
    show_error (self, error);
}

static GBytes *
write_document (ExportJob *job, GError **error)
{
  const EntReportOptions options = {
    .findings = job->findings, .checks = &job->checks, .as_of = job->as_of,
    .from = job->from, .to = job->to, .screened = job->screened, .unshared = job->unshared
  };
  g_autoptr(EntProblemList) problems = ent_problem_list_new ();
  g_autoptr(EntProject) project = ent_project_read (job->bytes, problems, NULL, NULL, NULL, error);
  g_autoptr(EntReport) report = NULL;

  if (project == NULL)
    return NULL;

  report = job->document->build (project, &options);

  return job->format->write (report, &job->settings, error);
}

static void
export_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  ExportJob *job = task_data;
  GError *error = NULL;
  g_autoptr(GBytes) bytes = write_document (job, &error);
  EntSaveReceipt receipt;

  if (bytes != NULL && ent_file_save_copy (job->file, bytes, TRUE, &receipt, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
export_to (EntExportDialog *self, GFile *file)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = ent_project_write (self->project, &error);
  g_autoptr(GTask) task = NULL;
  ExportJob *job;

  if (bytes == NULL)
    {
      show_error (self, error);
      return;
    }

  job = g_new0 (ExportJob, 1);
  job->bytes = g_steal_pointer (&bytes);
  job->document = self->setup->document;
  job->as_of = ent_print_setup_dup_as_of (self->setup, self->project);
  job->from = ent_print_setup_dup_from (self->setup);
  job->to = ent_print_setup_dup_to (self->setup);
  job->screened = ent_kpi_settings_read_screened ();
  job->findings = self->setup->findings;
  job->unshared = self->setup->unshared;
  job->checks = ent_role_check_settings_read ();
  job->settings.paper = ent_print_setup_get_paper (self->setup->page);
  job->settings.scale = PICTURE_SCALE;
  job->format = get_format (self);
  job->file = g_object_ref (file);
  task = g_task_new (self, NULL, exported, NULL);
  g_task_set_source_tag (task, export_to);
  g_task_set_task_data (task, job, export_job_free);
  set_busy (self, TRUE);
  g_task_run_in_thread (task, export_in_thread);
}

static void
place_chosen (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(EntExportDialog) self = user_data;
  g_autoptr(GFile) file = ent_file_chooser_finish (result, NULL);

  if (file != NULL && self->project != NULL)
    export_to (self, file);
}

static void
export_clicked (GtkButton *button, EntExportDialog *self)
{
  const EntReportFormat *format = get_format (self);
  const EntFileType type = { ent_report_format_get_label (format), format->nick };
  g_autofree char *title = ent_record_dup_title (ent_project_get_info (self->project));
  const char *document = ent_report_kind_get_label (self->setup->document);
  /* Translators: the end of a file name, behind the name of the partnership: a document, a
   * format */
  g_autofree char *ending = g_strdup_printf (_(" – %s.%s"), document, format->nick);
  g_autofree char *name = ent_file_dup_name_for_title (title, ending);

  ent_print_setup_save (self->setup);
  ent_file_chooser_save_async (GTK_WINDOW (self), document, name, NULL, &type,
                               place_chosen, g_object_ref (self));
}

/* Findings are those of the role chart. */
static void
document_changed (EntExportDialog *self)
{
  ent_print_setup_set_document (self->setup, adw_combo_row_get_selected (self->document_row));
  gtk_widget_set_sensitive (self->findings_row, self->setup->document->has_findings);
  gtk_widget_set_visible (self->unshared_row, self->setup->document->has_unshared);
  gtk_widget_set_visible (GTK_WIDGET (self->period_row), self->setup->document->has_period);
}

/* Only PDF has pages; the other formats hold the chart as one. */
static void
format_changed (EntExportDialog *self)
{
  gtk_widget_set_sensitive (self->paper_group, g_str_equal (get_format (self)->nick, "pdf"));
}

static void
show_setup (EntExportDialog *self)
{
  GtkPaperSize *size = gtk_page_setup_get_paper_size (self->setup->page);
  GtkPageOrientation orientation = gtk_page_setup_get_orientation (self->setup->page);

  gtk_label_set_text (self->paper_label, gtk_paper_size_get_display_name (size));
  gtk_switch_set_active (self->landscape_switch,
                         orientation == GTK_PAGE_ORIENTATION_LANDSCAPE
                           || orientation == GTK_PAGE_ORIENTATION_REVERSE_LANDSCAPE);
  gtk_switch_set_active (self->findings_switch, self->setup->findings);
}

static void
landscape_changed (EntExportDialog *self)
{
  gtk_page_setup_set_orientation (self->setup->page, gtk_switch_get_active (self->landscape_switch)
                                                       ? GTK_PAGE_ORIENTATION_LANDSCAPE
                                                       : GTK_PAGE_ORIENTATION_PORTRAIT);
}

static void
findings_changed (EntExportDialog *self)
{
  self->setup->findings = gtk_switch_get_active (self->findings_switch);
}

static void
unshared_changed (EntExportDialog *self)
{
  self->setup->unshared = gtk_switch_get_active (self->unshared_switch);
}

static void
period_changed (EntExportDialog *self)
{
  self->setup->period = adw_combo_row_get_selected (self->period_row);
}

static void
page_set_up (GtkPageSetup *page, gpointer user_data)
{
  g_autoptr(EntExportDialog) self = user_data;

  /* The page setup was cancelled, or this dialog was closed meanwhile. */
  if (page == NULL || self->project == NULL)
    return;

  g_set_object (&self->setup->page, page);
  show_setup (self);
}

static void
paper_activated (AdwActionRow *row, EntExportDialog *self)
{
  gtk_print_run_page_setup_dialog_async (GTK_WINDOW (self), self->setup->page,
                                         self->setup->settings, page_set_up, g_object_ref (self));
}

static void
fill_formats (EntExportDialog *self)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  guint n_formats;
  const EntReportFormat *formats = ent_report_formats_get (&n_formats);

  for (guint i = 0; i < n_formats; i++)
    gtk_string_list_append (names, ent_report_format_get_label (&formats[i]));
  adw_combo_row_set_model (self->format_row, G_LIST_MODEL (names));
}

static void
ent_export_dialog_dispose (GObject *object)
{
  EntExportDialog *self = ENT_EXPORT_DIALOG (object);

  g_clear_object (&self->project);
  g_clear_pointer (&self->setup, ent_print_setup_free);

  G_OBJECT_CLASS (ent_export_dialog_parent_class)->dispose (object);
}

static void
ent_export_dialog_class_init (EntExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_export_dialog_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/entente/Entente/ui/ent-export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, EntExportDialog, document_row);
  gtk_widget_class_bind_template_child (widget_class, EntExportDialog, findings_row);
  gtk_widget_class_bind_template_child (widget_class, EntExportDialog, unshared_row);
  gtk_widget_class_bind_template_child (widget_class, EntExportDialog, period_row);
  gtk_widget_class_bind_template_child (widget_class, EntExportDialog, format_row);
  gtk_widget_class_bind_template_child (widget_class, EntExportDialog, paper_group);
  gtk_widget_class_bind_template_child (widget_class, EntExportDialog, paper_label);
  gtk_widget_class_bind_template_child (widget_class, EntExportDialog, landscape_switch);
  gtk_widget_class_bind_template_child (widget_class, EntExportDialog, findings_switch);
  gtk_widget_class_bind_template_child (widget_class, EntExportDialog, unshared_switch);
  gtk_widget_class_bind_template_child (widget_class, EntExportDialog, export_button);
  gtk_widget_class_bind_template_child (widget_class, EntExportDialog, spinner);
  gtk_widget_class_bind_template_callback (widget_class, export_clicked);
  gtk_widget_class_bind_template_callback (widget_class, format_changed);
  gtk_widget_class_bind_template_callback (widget_class, paper_activated);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
ent_export_dialog_init (EntExportDialog *self)
{
  g_autoptr(GListModel) documents = ent_print_setup_new_documents ();
  g_autoptr(GListModel) periods = ent_print_setup_new_periods ();

  self->setup = ent_print_setup_load (NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_combo_row_set_model (self->document_row, documents);
  adw_combo_row_set_model (self->period_row, periods);
  g_signal_connect_object (self->period_row, "notify::selected", G_CALLBACK (period_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->document_row, "notify::selected", G_CALLBACK (document_changed),
                           self, G_CONNECT_SWAPPED);
  fill_formats (self);
  show_setup (self);
  g_signal_connect_object (self->landscape_switch, "notify::active",
                           G_CALLBACK (landscape_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->findings_switch, "notify::active", G_CALLBACK (findings_changed),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->unshared_switch, "notify::active", G_CALLBACK (unshared_changed),
                           self, G_CONNECT_SWAPPED);
}

/**
 * ent_export_dialog_present:
 * @parent: the window that asks
 * @project: the partnership of which to export a document
 * @document: (nullable): the name of the document; another can be chosen
 *
 * Asks for document, format and place and writes the document there.
 */
void
ent_export_dialog_present (GtkWindow *parent, EntProject *project, const char *document)
{
  const EntReportKind *kind = document != NULL ? ent_report_kind_find (document) : NULL;
  EntExportDialog *self;

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (ENT_IS_PROJECT (project));

  self = g_object_new (ENT_TYPE_EXPORT_DIALOG, "transient-for", parent, "modal", TRUE, NULL);
  self->project = g_object_ref (project);
  if (kind != NULL)
    self->setup->document = kind;
  adw_combo_row_set_selected (self->document_row, ent_print_setup_get_document (self->setup));
  document_changed (self);
  gtk_window_present (GTK_WINDOW (self));
}
