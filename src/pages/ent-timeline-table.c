/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table has the lanes that the timeline has, filters included. Rows are made while the table is
 * looked at. */
#include "config.h"

#include "pages/ent-timeline-table.h"

#include <glib/gi18n.h>

#include "pages/ent-compat.h"
#include "pages/ent-page.h"
#include "pages/ent-text.h"
#include "pages/ent-timeline-rows.h"

struct _EntTimelineTable {
  AdwBin parent_instance;

  EntTimelineModel *model;
  EntTimelineRows *rows;
  GtkColumnView *view;
};

G_DEFINE_FINAL_TYPE (EntTimelineTable, ent_timeline_table, ADW_TYPE_BIN)

static void
on_setup (GtkListItemFactory *factory, GtkListItem *item, gpointer column)
{
  GtkWidget *label = gtk_label_new (NULL);
  gboolean wide = GPOINTER_TO_UINT (column) == ENT_TIMELINE_COLUMN_TEXT;

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (wide || GPOINTER_TO_UINT (column) == ENT_TIMELINE_COLUMN_LANE)
    gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (wide || GPOINTER_TO_UINT (column) == ENT_TIMELINE_COLUMN_LANE)
    gtk_label_set_width_chars (GTK_LABEL (label), 16);
  gtk_list_item_set_child (item, label);
}

static void
on_bind (GtkListItemFactory *factory, GtkListItem *item, gpointer column)
{
  EntTimelineTable *self = g_object_get_data (G_OBJECT (factory), "table");
  g_autofree char *text = NULL;
  g_autofree char *line = NULL;

  if (self->rows == NULL)
    return;

  text = ent_timeline_rows_dup_cell (self->rows, gtk_list_item_get_position (item),
                                     (EntTimelineColumn) GPOINTER_TO_UINT (column));
  line = ent_text_shorten (text);
  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)), line);
}

static void
on_activate (EntTimelineTable *self, guint position)
{
  EntPage *page = ent_page_find (GTK_WIDGET (self));

  if (page != NULL && self->rows != NULL)
    ent_page_request_reveal (page, ent_timeline_rows_get_record (self->rows, position), -1);
}

static gboolean
on_copy_key (GtkWidget *widget, GVariant *args, gpointer data)
{
  ent_timeline_table_copy (ENT_TIMELINE_TABLE (widget));
  return TRUE;
}

/* Only while somebody looks: a list that nobody sees need not be told of each step. */
static void
follow (EntTimelineTable *self, gboolean on)
{
  g_autoptr(GtkNoSelection) selection = NULL;

  if (on == (self->rows != NULL) || (on && self->model == NULL))
    return;

  if (!on)
    {
      gtk_column_view_set_model (self->view, NULL);
      g_clear_object (&self->rows);
      return;
    }

  self->rows = ent_timeline_rows_new (self->model);
  selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->rows)));
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (selection));
}

static void
ent_timeline_table_map (GtkWidget *widget)
{
  follow (ENT_TIMELINE_TABLE (widget), TRUE);

  GTK_WIDGET_CLASS (ent_timeline_table_parent_class)->map (widget);
}

static void
ent_timeline_table_unmap (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (ent_timeline_table_parent_class)->unmap (widget);

  follow (ENT_TIMELINE_TABLE (widget), FALSE);
}

static void
ent_timeline_table_dispose (GObject *object)
{
  EntTimelineTable *self = ENT_TIMELINE_TABLE (object);

  ent_timeline_table_set_model (self, NULL);

  G_OBJECT_CLASS (ent_timeline_table_parent_class)->dispose (object);
}

static void
ent_timeline_table_class_init (EntTimelineTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_timeline_table_dispose;
  widget_class->map = ent_timeline_table_map;
  widget_class->unmap = ent_timeline_table_unmap;
  gtk_widget_class_add_binding (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, on_copy_key, NULL);
}

static void
add_column (EntTimelineTable *self, EntTimelineColumn which)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *column =
    gtk_column_view_column_new (ent_timeline_column_get_label (which), factory);

  g_object_set_data (G_OBJECT (factory), "table", self);
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), GUINT_TO_POINTER (which));
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), GUINT_TO_POINTER (which));
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_column_set_expand (column, which == ENT_TIMELINE_COLUMN_TEXT
                                               || which == ENT_TIMELINE_COLUMN_LANE);
  gtk_column_view_append_column (self->view, column);
  g_object_unref (column); /* the view has it */
}

static void
ent_timeline_table_init (EntTimelineTable *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (NULL));
  for (guint i = 0; i < ENT_TIMELINE_N_COLUMNS; i++)
    add_column (self, (EntTimelineColumn) i);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "ent-ledger");
  ent_compat_set_label (GTK_WIDGET (self->view), _("Timeline as a table"));
  g_signal_connect_object (self->view, "activate", G_CALLBACK (on_activate), self,
                           G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->view));
  adw_bin_set_child (ADW_BIN (self), scrolled);
}

/**
 * ent_timeline_table_set_model:
 * @self: a table
 * @model: (nullable): the timeline it is a twin of
 */
void
ent_timeline_table_set_model (EntTimelineTable *self, EntTimelineModel *model)
{
  g_return_if_fail (ENT_IS_TIMELINE_TABLE (self));
  g_return_if_fail (model == NULL || ENT_IS_TIMELINE_MODEL (model));

  follow (self, FALSE);
  g_set_object (&self->model, model);
  follow (self, gtk_widget_get_mapped (GTK_WIDGET (self)));
}

/**
 * ent_timeline_table_copy:
 * @self: a table
 *
 * Puts all of it on the clipboard, as a spreadsheet takes it.
 */
void
ent_timeline_table_copy (EntTimelineTable *self)
{
  g_autoptr(EntTimelineRows) rows = NULL;
  g_autofree char *tsv = NULL;

  g_return_if_fail (ENT_IS_TIMELINE_TABLE (self));

  if (self->model == NULL)
    return;

  rows = ent_timeline_rows_new (self->model);
  tsv = ent_timeline_rows_dup_tsv (rows);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), tsv);
}
