/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A preview in a window of our own, with the settings that change what the pages look like. Pages
 * are drawn when they come into view: a large chart has hundreds. */
#include "config.h"

#include "app/ent-preview-window.h"

#include <glib/gi18n.h>

#include "app/ent-print.h"
#include "pages/ent-compat.h"
#include "report/ent-report-pages.h"

/* Points of paper are shown a little larger than points of screen, so that 7 pt can be read. */
#define ZOOM 1.25

struct _EntPreviewWindow {
  AdwWindow parent_instance;

  EntProject *project;
  EntPrintSetup *setup;
  EntReportPages *pages;
  gboolean outdated; /* somebody edited since the pages were laid out */
  char *as_of; /* the day they look at, NULL for today */

  AdwWindowTitle *title;
  GtkDropDown *document;
  GtkToggleButton *landscape_button;
  GtkToggleButton *findings_button;
  GtkToggleButton *unshared_button;
  GtkDropDown *period;
  GtkListView *list;
  GtkStringList *numbers; /* a line for each page, for the list */
};

G_DEFINE_FINAL_TYPE (EntPreviewWindow, ent_preview_window, ADW_TYPE_WINDOW)

static void
draw_page (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer user_data)
{
  EntPreviewWindow *self = user_data;
  guint page = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (area), "ent-page"));

  if (self->pages == NULL || page >= ent_report_pages_get_n_pages (self->pages))
    return;

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, ZOOM, ZOOM);
  ent_report_pages_draw_page (self->pages, cr, page);
}

static void
setup_item (GtkSignalListItemFactory *factory, GtkListItem *item, EntPreviewWindow *self)
{
  GtkWidget *area = gtk_drawing_area_new ();

  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), draw_page, self, NULL);
  gtk_widget_set_halign (area, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (area, "ent-sheet");
  gtk_list_item_set_child (item, area);
}

static void
bind_item (GtkSignalListItemFactory *factory, GtkListItem *item, EntPreviewWindow *self)
{
  GtkWidget *area = gtk_list_item_get_child (item);
  GtkStringObject *number = gtk_list_item_get_item (item);
  double width, height;

  ent_report_pages_get_size (self->pages, &width, &height);
  g_object_set_data (G_OBJECT (area), "ent-page",
                     GUINT_TO_POINTER (gtk_list_item_get_position (item)));
  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (area), (int) (width * ZOOM));
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (area), (int) (height * ZOOM));
  gtk_accessible_update_property (GTK_ACCESSIBLE (area), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_string_object_get_string (number), -1);
  gtk_widget_queue_draw (area);
}

static void
show_pages (EntPreviewWindow *self)
{
  guint n_pages = ent_report_pages_get_n_pages (self->pages);
  guint n_shown = g_list_model_get_n_items (G_LIST_MODEL (self->numbers));
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) numbers = NULL;
  g_autofree char *count = g_strdup_printf (ngettext ("%u page", "%u pages", n_pages), n_pages);

  for (guint i = 0; i < n_pages; i++)
    {
      const char *label = ent_report_pages_get_label (self->pages, i);
      g_autofree char *text
        = label != NULL && *label != '\0'
            ? g_strdup_printf (_("Page %u of %u: %s"), i + 1, n_pages, label)
            : g_strdup_printf (_("Page %u of %u"), i + 1, n_pages);

      g_strv_builder_add (builder, text);
    }
  numbers = g_strv_builder_end (builder);
  gtk_string_list_splice (self->numbers, 0, n_shown, (const char *const *) numbers);
  adw_window_title_set_subtitle (self->title, count);
}

static void
lay_out (EntPreviewWindow *self)
{
  g_autoptr(EntReport) report = ent_print_setup_build (self->setup, self->project);
  EntPaper paper = ent_print_setup_get_paper (self->setup->page);
  g_autoptr(GError) error = NULL;
  EntReportPages *pages = ent_report_pages_new (report, &paper, &error);

  if (pages == NULL)
    {
      adw_window_title_set_subtitle (self->title, error->message);
      return;
    }
  g_clear_pointer (&self->pages, ent_report_pages_free);
  self->pages = pages;
  self->outdated = FALSE;
  g_free (self->as_of);
  self->as_of = ent_print_setup_dup_as_of (self->setup, self->project);
  show_pages (self);
}

static void
on_committed (EntPreviewWindow *self)
{
  self->outdated = TRUE;
}

/* Pages are laid out anew when somebody comes back to them, not with every letter that is typed. */
static void
on_active (EntPreviewWindow *self)
{
  g_autofree char *as_of = NULL;

  if (self->project == NULL || !gtk_window_is_active (GTK_WINDOW (self)))
    return;

  as_of = ent_print_setup_dup_as_of (self->setup, self->project);
  if (self->outdated || g_strcmp0 (as_of, self->as_of) != 0)
    lay_out (self);
}

static void
options_toggled (GtkToggleButton *button, EntPreviewWindow *self)
{
  self->setup->findings = gtk_toggle_button_get_active (self->findings_button);
  self->setup->unshared = gtk_toggle_button_get_active (self->unshared_button);
  gtk_page_setup_set_orientation (self->setup->page,
                                  gtk_toggle_button_get_active (self->landscape_button)
                                    ? GTK_PAGE_ORIENTATION_LANDSCAPE
                                    : GTK_PAGE_ORIENTATION_PORTRAIT);
  ent_print_setup_save (self->setup);
  lay_out (self);
}

/* Findings are those of the role chart, and only stories are shared or not. */
static void
update_option_buttons (EntPreviewWindow *self)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->findings_button),
                            self->setup->document->has_findings);
  gtk_widget_set_visible (GTK_WIDGET (self->unshared_button),
                          self->setup->document->has_unshared);
  gtk_widget_set_visible (GTK_WIDGET (self->period), self->setup->document->has_period);
}

static void
document_selected (EntPreviewWindow *self)
{
  ent_print_setup_set_document (self->setup, gtk_drop_down_get_selected (self->document));
  update_option_buttons (self);
  lay_out (self);
}

static void
period_selected (EntPreviewWindow *self)
{
  self->setup->period = gtk_drop_down_get_selected (self->period);
  lay_out (self);
}

static void
page_set_up (GtkPageSetup *page, gpointer user_data)
{
  g_autoptr(EntPreviewWindow) self = user_data;
  GtkPageOrientation orientation;

  /* The dialog was cancelled, or the window was closed meanwhile. */
  if (page == NULL || self->project == NULL)
    return;

  orientation = gtk_page_setup_get_orientation (page);
  g_set_object (&self->setup->page, page);
  gtk_toggle_button_set_active (self->landscape_button,
                                orientation == GTK_PAGE_ORIENTATION_LANDSCAPE
                                  || orientation == GTK_PAGE_ORIENTATION_REVERSE_LANDSCAPE);
  ent_print_setup_save (self->setup);
  lay_out (self);
}

static void
page_setup_clicked (GtkButton *button, EntPreviewWindow *self)
{
  gtk_print_run_page_setup_dialog_async (GTK_WINDOW (self), self->setup->page,
                                         self->setup->settings, page_set_up, g_object_ref (self));
}

static void
print_clicked (GtkButton *button, EntPreviewWindow *self)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  ent_print_setup_save (self->setup);
  ent_print_run (parent != NULL ? parent : GTK_WINDOW (self), self->project,
                 self->setup->document->nick);
  gtk_window_close (GTK_WINDOW (self));
}

static void
ent_preview_window_dispose (GObject *object)
{
  EntPreviewWindow *self = ENT_PREVIEW_WINDOW (object);

  g_clear_object (&self->project);
  g_clear_object (&self->numbers);

  G_OBJECT_CLASS (ent_preview_window_parent_class)->dispose (object);
}

static void
ent_preview_window_finalize (GObject *object)
{
  EntPreviewWindow *self = ENT_PREVIEW_WINDOW (object);

  g_clear_pointer (&self->as_of, g_free);
  g_clear_pointer (&self->setup, ent_print_setup_free);
  g_clear_pointer (&self->pages, ent_report_pages_free);

  G_OBJECT_CLASS (ent_preview_window_parent_class)->finalize (object);
}

static void
ent_preview_window_class_init (EntPreviewWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_preview_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = ent_preview_window_finalize;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/entente/Entente/ui/ent-preview-window.ui");
  gtk_widget_class_bind_template_child (widget_class, EntPreviewWindow, title);
  gtk_widget_class_bind_template_child (widget_class, EntPreviewWindow, document);
  gtk_widget_class_bind_template_child (widget_class, EntPreviewWindow, landscape_button);
  gtk_widget_class_bind_template_child (widget_class, EntPreviewWindow, findings_button);
  gtk_widget_class_bind_template_child (widget_class, EntPreviewWindow, unshared_button);
  gtk_widget_class_bind_template_child (widget_class, EntPreviewWindow, period);
  gtk_widget_class_bind_template_child (widget_class, EntPreviewWindow, list);
  gtk_widget_class_bind_template_callback (widget_class, page_setup_clicked);
  gtk_widget_class_bind_template_callback (widget_class, print_clicked);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
ent_preview_window_init (EntPreviewWindow *self)
{
  g_autoptr(GListModel) documents = ent_print_setup_new_documents ();
  g_autoptr(GListModel) periods = ent_print_setup_new_periods ();
  GtkListItemFactory *factory;

  gtk_widget_init_template (GTK_WIDGET (self));
  ent_compat_set_label (GTK_WIDGET (self->document), _("Document"));
  ent_compat_set_label (GTK_WIDGET (self->period), _("Period"));
  gtk_drop_down_set_model (self->document, documents);
  gtk_drop_down_set_model (self->period, periods);

  factory = gtk_signal_list_item_factory_new ();
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_item), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_item), self, 0);
  self->numbers = gtk_string_list_new (NULL);
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (
    self->list, GTK_SELECTION_MODEL (gtk_no_selection_new (
                  G_LIST_MODEL (g_object_ref (self->numbers)))));
  g_object_unref (factory);
}

/**
 * ent_preview_window_new:
 * @parent: (nullable): the window that asks
 * @project: the partnership of which to show a document
 * @setup: document, paper and options
 *
 * Returns: (transfer none): a window with the pages, not yet on screen
 */
GtkWidget *
ent_preview_window_new (GtkWindow *parent, EntProject *project, EntPrintSetup *setup)
{
  EntPreviewWindow *self;
  GtkPageOrientation orientation;

  g_return_val_if_fail (ENT_IS_PROJECT (project), NULL);
  g_return_val_if_fail (setup != NULL, NULL);

  self = g_object_new (ENT_TYPE_PREVIEW_WINDOW, "transient-for", parent, NULL);
  self->project = g_object_ref (project);
  self->setup = ent_print_setup_copy (setup);
  orientation = gtk_page_setup_get_orientation (self->setup->page);
  gtk_toggle_button_set_active (self->landscape_button,
                                orientation == GTK_PAGE_ORIENTATION_LANDSCAPE
                                  || orientation == GTK_PAGE_ORIENTATION_REVERSE_LANDSCAPE);
  gtk_toggle_button_set_active (self->findings_button, self->setup->findings);
  gtk_toggle_button_set_active (self->unshared_button, self->setup->unshared);
  gtk_drop_down_set_selected (self->document, ent_print_setup_get_document (self->setup));
  gtk_drop_down_set_selected (self->period, self->setup->period);
  update_option_buttons (self);
  g_signal_connect_object (self->period, "notify::selected", G_CALLBACK (period_selected), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->document, "notify::selected", G_CALLBACK (document_selected), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->landscape_button, "toggled", G_CALLBACK (options_toggled), self,
                           0);
  g_signal_connect_object (self->findings_button, "toggled", G_CALLBACK (options_toggled), self,
                           0);
  g_signal_connect_object (self->unshared_button, "toggled", G_CALLBACK (options_toggled), self,
                           0);
  g_signal_connect_object (project, "committed", G_CALLBACK (on_committed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self, "notify::is-active", G_CALLBACK (on_active), self,
                           G_CONNECT_SWAPPED);
  lay_out (self);

  return GTK_WIDGET (self);
}

/**
 * ent_preview_window_get_n_pages:
 * @self: a preview
 *
 * Returns: how many pages it shows
 */
guint
ent_preview_window_get_n_pages (EntPreviewWindow *self)
{
  g_return_val_if_fail (ENT_IS_PREVIEW_WINDOW (self), 0);

  return g_list_model_get_n_items (G_LIST_MODEL (self->numbers));
}
