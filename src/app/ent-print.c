/* SPDX-License-Identifier: GPL-3.0-or-later */
/* GtkPrintOperation over the pages of the report: the same pages as in PDF and in the preview. */
#include "config.h"

#include "app/ent-print.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "app/ent-preview-window.h"
#include "app/ent-print-setup.h"
#include "pages/ent-compat.h"
#include "report/ent-report-pages.h"

typedef struct {
  GtkWindow *parent;
  EntProject *project;
  EntPrintSetup *setup;
  EntReportPages *pages;
  GError *error;
  GtkWidget *documents;         /* in the dialog, while it is open */
  GtkWidget *findings;
  GtkWidget *unshared;
  GtkWidget *period;
} PrintJob;

static void
print_job_free (gpointer data)
{
  PrintJob *job = data;

  g_clear_object (&job->parent);
  g_clear_object (&job->project);
  g_clear_pointer (&job->setup, ent_print_setup_free);
  g_clear_pointer (&job->pages, ent_report_pages_free);
  g_clear_error (&job->error);
  g_free (job);
}

static void
begin_print (GtkPrintOperation *operation, GtkPrintContext *context, PrintJob *job)
{
  g_autoptr(EntReport) report = ent_print_setup_build (job->setup, job->project);
  EntPaper paper = ent_print_setup_get_paper (gtk_print_context_get_page_setup (context));

  g_clear_pointer (&job->pages, ent_report_pages_free);
  g_clear_error (&job->error);
  job->pages = ent_report_pages_new (report, &paper, &job->error);
  if (job->pages == NULL)
    {
      gtk_print_operation_cancel (operation);
      return;
    }
  gtk_print_operation_set_n_pages (operation, (int) ent_report_pages_get_n_pages (job->pages));
}

static void
draw_page (GtkPrintOperation *operation, GtkPrintContext *context, int page, PrintJob *job)
{
  ent_report_pages_draw_page (job->pages, gtk_print_context_get_cairo_context (context),
                              (guint) page);
}

/* An option is there for documents that have it. */
static void
update_option (GtkDropDown *documents, GParamSpec *pspec, GtkWidget *option)
{
  glong has = (glong) GPOINTER_TO_SIZE (g_object_get_data (G_OBJECT (option), "has"));
  guint n;
  const EntReportKind *kinds = ent_report_kinds_get (&n);
  guint chosen = gtk_drop_down_get_selected (documents);

  gtk_widget_set_visible (option, chosen < n && G_STRUCT_MEMBER (gboolean, &kinds[chosen], has));
}

/* @has: where in #EntReportKind it stands whether a document has the option. */
static void
add_option (PrintJob *job, GtkWidget *box, GtkWidget *option, glong has)
{
  g_object_set_data (G_OBJECT (option), "has", GSIZE_TO_POINTER (has));
  g_signal_connect_object (job->documents, "notify::selected", G_CALLBACK (update_option), option,
                           0);
  update_option (GTK_DROP_DOWN (job->documents), NULL, option);
  gtk_box_append (GTK_BOX (box), option);
}

static GtkWidget *
create_choice (GListModel *model, guint selected, const char *label)
{
  GtkWidget *choice = gtk_drop_down_new (model, NULL);

  gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), selected);
  gtk_widget_set_halign (choice, GTK_ALIGN_START);
  ent_compat_set_label (choice, label);

  return choice;
}

static GtkWidget *
create_check (const char *label, gboolean active)
{
  GtkWidget *check = gtk_check_button_new_with_mnemonic (label);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), active);

  return check;
}

static GtkWidget *
create_options (GtkPrintOperation *operation, PrintJob *job)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  gtk_widget_set_margin_top (box, 18);
  gtk_widget_set_margin_start (box, 18);
  gtk_widget_set_valign (box, GTK_ALIGN_START);
  job->documents = create_choice (ent_print_setup_new_documents (),
                                  ent_print_setup_get_document (job->setup), _("Document"));
  job->period = create_choice (ent_print_setup_new_periods (), job->setup->period, _("Period"));
  job->findings = create_check (_("List the _findings at the end"), job->setup->findings);
  job->unshared = create_check (_("Put in stories that are _not to be shared"),
                                job->setup->unshared);
  gtk_box_append (GTK_BOX (box), job->documents);
  add_option (job, box, job->period, G_STRUCT_OFFSET (EntReportKind, has_period));
  add_option (job, box, job->findings, G_STRUCT_OFFSET (EntReportKind, has_findings));
  add_option (job, box, job->unshared, G_STRUCT_OFFSET (EntReportKind, has_unshared));

  return box;
}

static void
apply_options (GtkPrintOperation *operation, GtkWidget *box, PrintJob *job)
{
  ent_print_setup_set_document (job->setup,
                                gtk_drop_down_get_selected (GTK_DROP_DOWN (job->documents)));
  job->setup->findings = gtk_check_button_get_active (GTK_CHECK_BUTTON (job->findings));
  job->setup->period = gtk_drop_down_get_selected (GTK_DROP_DOWN (job->period));
  job->setup->unshared = gtk_check_button_get_active (GTK_CHECK_BUTTON (job->unshared));
}

static void
show_error (PrintJob *job, const GError *error)
{
  GtkWidget *dialog = adw_message_dialog_new (job->parent, _("Could Not Print"), NULL);

  adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (dialog), error->message);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
done (GtkPrintOperation *operation, GtkPrintOperationResult result, PrintJob *job)
{
  g_autoptr(GError) error = NULL;

  if (result == GTK_PRINT_OPERATION_RESULT_APPLY)
    {
      g_set_object (&job->setup->settings, gtk_print_operation_get_print_settings (operation));
      g_set_object (&job->setup->page, gtk_print_operation_get_default_page_setup (operation));
      ent_print_setup_save (job->setup);
    }
  else if (job->error != NULL)
    show_error (job, job->error);
  else if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    {
      gtk_print_operation_get_error (operation, &error);
      show_error (job, error);
    }
}

static void
preview_closed (GtkWidget *window, GtkPrintOperationPreview *preview)
{
  gtk_print_operation_preview_end_preview (preview);
}

/* Our own preview: an external viewer may not be there, and shows a file that people then edit. */
static gboolean
show_preview (GtkPrintOperation        *operation,
              GtkPrintOperationPreview *preview,
              GtkPrintContext          *context,
              GtkWindow                *parent,
              PrintJob                 *job)
{
  GtkWidget *window;

  g_set_object (&job->setup->page, gtk_print_context_get_page_setup (context));
  window = ent_preview_window_new (job->parent, job->project, job->setup);
  g_signal_connect_object (window, "destroy", G_CALLBACK (preview_closed), preview, 0);
  gtk_window_present (GTK_WINDOW (window));

  return TRUE;
}

static GtkPrintOperation *
new_operation (PrintJob *job)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autofree char *title = ent_record_dup_title (ent_project_get_info (job->project));

  g_object_set_data_full (G_OBJECT (operation), "ent-job", job, print_job_free);
  gtk_print_operation_set_job_name (operation, title);
  gtk_print_operation_set_print_settings (operation, job->setup->settings);
  gtk_print_operation_set_default_page_setup (operation, job->setup->page);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_allow_async (operation, TRUE);
  gtk_print_operation_set_custom_tab_label (operation, _("Document"));

  g_signal_connect (operation, "begin-print", G_CALLBACK (begin_print), job);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page), job);
  g_signal_connect (operation, "create-custom-widget", G_CALLBACK (create_options), job);
  g_signal_connect (operation, "custom-widget-apply", G_CALLBACK (apply_options), job);
  g_signal_connect (operation, "preview", G_CALLBACK (show_preview), job);
  g_signal_connect (operation, "done", G_CALLBACK (done), job);

  return operation;
}

/**
 * ent_print_run:
 * @parent: the window that asks
 * @project: the partnership of which to print a document
 * @document: (nullable): the name of the document; another can be chosen
 *
 * Shows the print dialog, with page setup and preview, and prints.
 */
void
ent_print_run (GtkWindow *parent, EntProject *project, const char *document)
{
  g_autoptr(GtkPrintOperation) operation = NULL;
  PrintJob *job;

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (ENT_IS_PROJECT (project));

  job = g_new0 (PrintJob, 1);
  job->parent = g_object_ref (parent);
  job->project = g_object_ref (project);
  job->setup = ent_print_setup_load (document);
  operation = new_operation (job);

  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent, NULL);
}
