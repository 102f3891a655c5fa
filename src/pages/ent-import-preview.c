/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The items of an import in a table whose rows are recycled; above it a choice of which are shown.
 * What is not understood comes first to the eye: the choice begins with it where there is any. */
#include "config.h"

#include "pages/ent-import-preview.h"

#include <glib/gi18n.h>

#include "pages/ent-compat.h"
#include "pages/ent-import-list.h"

struct _EntImportPreview {
  AdwBin parent_instance;

  EntImportModel *model;
  EntImportList *list;
  GtkDropDown *shown;
  GtkColumnView *view;
};

G_DEFINE_FINAL_TYPE (EntImportPreview, ent_import_preview, ADW_TYPE_BIN)

/* --- Cells ----------------------------------------------------------------------------------- */

typedef struct {
  const char *title;
  char *(*dup) (EntImport *import, guint item);
  gboolean wide;
} Column;

static char *
dup_verdict (EntImport *import, guint item)
{
  const EntImportItem *row = ent_import_get_item (import, item);

  return g_strdup (ent_import_verdict_get_label ((EntImportVerdict) row->verdict));
}

static const Column columns[] = {
  { N_("Cell"), ent_import_dup_place },
  { N_("Outcome"), dup_verdict },
  { N_("KPI"), ent_import_dup_subject, .wide = TRUE },
  { N_("Content"), ent_import_dup_change, .wide = TRUE },
  { N_("Remark"), ent_import_dup_reason, .wide = TRUE },
};

static void
on_setup (GtkListItemFactory *factory, GtkListItem *item, gpointer column)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (((const Column *) column)->wide)
    {
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_label_set_width_chars (GTK_LABEL (label), 12);
    }
  gtk_list_item_set_child (item, label);
}

static void
on_bind (EntImportPreview *self, GtkListItem *item, GtkListItemFactory *factory)
{
  const Column *column = g_object_get_data (G_OBJECT (factory), "column");
  guint number = ent_import_number_get (gtk_list_item_get_item (item));
  EntImport *import = ent_import_model_get_import (self->model);
  GtkWidget *label = gtk_list_item_get_child (item);
  g_autofree char *text = NULL;

  if (import == NULL || number >= ent_import_get_n_items (import))
    return;
  text = column->dup (import, number);
  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_widget_set_tooltip_text (label, column->wide ? text : NULL);
  if (ent_import_get_item (import, number)->verdict == ENT_IMPORT_BAD)
    gtk_widget_add_css_class (label, "error");
  else
    gtk_widget_remove_css_class (label, "error");
}

static void
add_columns (EntImportPreview *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      g_autoptr(GtkColumnViewColumn) column = gtk_column_view_column_new (_(columns[i].title),
                                                                          factory);

      g_object_set_data (G_OBJECT (factory), "column", (gpointer) &columns[i]);
      g_signal_connect (factory, "setup", G_CALLBACK (on_setup), (gpointer) &columns[i]);
      g_signal_connect_object (factory, "bind", G_CALLBACK (on_bind), self, G_CONNECT_SWAPPED);
      gtk_column_view_column_set_expand (column, columns[i].wide);
      gtk_column_view_column_set_resizable (column, TRUE);
      gtk_column_view_append_column (self->view, column);
    }
}

/* --- Rows ------------------------------------------------------------------------------------ */

/* The choice: everything, then a verdict each. */
static gboolean
is_shown (guint choice, const EntImportItem *item)
{
  return choice == 0 || item->verdict == choice - 1;
}

static void
fill (EntImportPreview *self)
{
  EntImport *import = ent_import_model_get_import (self->model);
  guint choice = gtk_drop_down_get_selected (self->shown);
  GArray *numbers = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; import != NULL && i < ent_import_get_n_items (import); i++)
    if (is_shown (choice, ent_import_get_item (import, i)))
      g_array_append_val (numbers, i);
  ent_import_list_take (self->list, numbers);
}

static void
add_choices (EntImportPreview *self)
{
  g_autoptr(GtkStringList) choices = gtk_string_list_new (NULL);

  gtk_string_list_append (choices, _("Everything"));
  for (guint i = 0; i < ENT_IMPORT_N_VERDICTS; i++)
    gtk_string_list_append (choices, ent_import_verdict_get_label ((EntImportVerdict) i));
  gtk_drop_down_set_model (self->shown, G_LIST_MODEL (choices));
  gtk_drop_down_set_selected (self->shown, 0);
}

/* --- The object ------------------------------------------------------------------------------ */

static void
ent_import_preview_dispose (GObject *object)
{
  EntImportPreview *self = ENT_IMPORT_PREVIEW (object);

  g_clear_object (&self->model);
  g_clear_object (&self->list);

  G_OBJECT_CLASS (ent_import_preview_parent_class)->dispose (object);
}

static void
ent_import_preview_class_init (EntImportPreviewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ent_import_preview_dispose;
}

static GtkWidget *
new_head (EntImportPreview *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (_("What the table would change"));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, "heading");
  gtk_box_append (GTK_BOX (box), label);
  self->shown = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  ent_compat_set_label (GTK_WIDGET (self->shown), _("Show"));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->shown));

  return box;
}

static void
ent_import_preview_init (EntImportPreview *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkSelectionModel *selection;

  self->list = ent_import_list_new ();
  selection = GTK_SELECTION_MODEL (
    gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->list))));
  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (selection));
  gtk_column_view_set_show_row_separators (self->view, TRUE);
  ent_compat_set_label (GTK_WIDGET (self->view), _("What the table would change"));
  gtk_box_append (GTK_BOX (box), new_head (self));
  add_columns (self);
  add_choices (self);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->view));
  gtk_scrolled_window_set_has_frame (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), 120);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (box), scroller);
  adw_bin_set_child (ADW_BIN (self), box);
  g_signal_connect_object (self->shown, "notify::selected", G_CALLBACK (fill), self,
                           G_CONNECT_SWAPPED);
}

/**
 * ent_import_preview_set_model:
 * @self: a preview
 * @model: the import that it shows, from now on
 */
void
ent_import_preview_set_model (EntImportPreview *self, EntImportModel *model)
{
  g_return_if_fail (ENT_IS_IMPORT_PREVIEW (self) && self->model == NULL);

  self->model = g_object_ref (model);
  g_signal_connect_object (model, "changed", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  fill (self);
}
