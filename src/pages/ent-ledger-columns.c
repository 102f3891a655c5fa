/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each column shows one field of an expectation and sorts by it; cells follow their record. */
#include "config.h"

#include "pages/ent-ledger-columns.h"

#include <glib/gi18n.h>

#include "pages/ent-text.h"

typedef struct {
  guint field;
  gboolean wide;      /* takes the room that is left */
  gboolean narrow;    /* shown in a narrow window, too */
  gboolean whole;     /* short enough never to be cut */
} Column;

static const Column columns[] = {
  { ENT_EXPECTATION_FROM },
  { ENT_EXPECTATION_TO },
  { ENT_EXPECTATION_STATEMENT, .wide = TRUE, .narrow = TRUE },
  { ENT_EXPECTATION_STATUS, .narrow = TRUE, .whole = TRUE },
  { ENT_EXPECTATION_REVIEW, .whole = TRUE },
};

static char *
dup_partner (EntRecord *expectation, guint field)
{
  EntRecord *partner = ent_record_get_ref (expectation, field);
  g_autofree char *short_name = NULL;

  if (partner == NULL)
    return g_strdup (_("Everyone"));

  short_name = ent_text_shorten (ent_record_get_string (partner, ENT_PARTNER_SHORT_NAME));
  return *short_name != '\0' ? g_steal_pointer (&short_name) : ent_text_dup_title (partner);
}

static char *
dup_cell (EntRecord *expectation, guint field)
{
  g_autofree char *text = NULL;

  switch (field)
    {
    case ENT_EXPECTATION_FROM:
    case ENT_EXPECTATION_TO:
      return dup_partner (expectation, field);
    case ENT_EXPECTATION_REVIEW:
      return ent_text_format_date (ent_record_get_string (expectation, field));
    default:
      text = ent_record_format (expectation, field);
      return ent_text_shorten (text);
    }
}

static void
on_setup (GtkListItemFactory *factory, GtkListItem *item, gpointer column)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (!((const Column *) column)->whole)
    gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (((const Column *) column)->wide)
    {
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_lines (GTK_LABEL (label), 2);
      gtk_label_set_width_chars (GTK_LABEL (label), 16);
    }
  else
    {
      gtk_label_set_width_chars (GTK_LABEL (label), 8);
      gtk_label_set_max_width_chars (GTK_LABEL (label), 14);
    }
  gtk_list_item_set_child (item, label);
}

static guint
get_field (GtkListItem *item)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (gtk_list_item_get_child (item)), "field"));
}

static void
update_cell (GtkListItem *item)
{
  EntRecord *record = gtk_list_item_get_item (item);
  g_autofree char *text = dup_cell (record, get_field (item));
  GtkLabel *label = GTK_LABEL (gtk_list_item_get_child (item));

  gtk_label_set_text (label, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (label), text);
}

static void
on_bind (GtkListItemFactory *factory, GtkListItem *item, gpointer column)
{
  g_object_set_data (G_OBJECT (gtk_list_item_get_child (item)), "field",
                     GUINT_TO_POINTER (((const Column *) column)->field));
  g_signal_connect_object (gtk_list_item_get_item (item), "notify", G_CALLBACK (update_cell), item,
                           G_CONNECT_SWAPPED);
  update_cell (item);
}

static void
on_unbind (GtkListItemFactory *factory, GtkListItem *item, gpointer column)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), update_cell, item);
}

static int
compare_cells (gconstpointer a, gconstpointer b, gpointer column)
{
  guint field = ((const Column *) column)->field;
  g_autofree char *x = NULL;
  g_autofree char *y = NULL;

  if (field == ENT_EXPECTATION_STATUS)
    return gtk_ordering_from_cmpfunc (ent_record_get_enum ((EntRecord *) a, field)
                                      - ent_record_get_enum ((EntRecord *) b, field));
  if (field == ENT_EXPECTATION_REVIEW)
    return gtk_ordering_from_cmpfunc (
      g_strcmp0 (ent_record_get_string ((EntRecord *) a, field),
                 ent_record_get_string ((EntRecord *) b, field)));

  x = dup_cell ((EntRecord *) a, field);
  y = dup_cell ((EntRecord *) b, field);
  return gtk_ordering_from_cmpfunc (g_utf8_collate (x, y));
}

static void
add_column (GtkColumnView *view, const Column *column, GPtrArray *sorters)
{
  const EntField *info = &ent_kind_get_info (ENT_KIND_EXPECTATION)->fields[column->field];
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *view_column =
    gtk_column_view_column_new (ent_field_get_label (info), factory);
  g_autoptr(GtkSorter) sorter =
    GTK_SORTER (gtk_custom_sorter_new (compare_cells, (gpointer) column, NULL));

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), (gpointer) column);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), (gpointer) column);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind), (gpointer) column);
  gtk_column_view_column_set_sorter (view_column, sorter);
  gtk_column_view_column_set_expand (view_column, column->wide);
  gtk_column_view_column_set_resizable (view_column, TRUE);
  gtk_column_view_append_column (view, view_column);
  g_ptr_array_add (sorters, g_steal_pointer (&sorter));
  g_object_unref (view_column);
}

/**
 * ent_ledger_columns_add:
 * @view: an empty column view
 * @sorters: (element-type GtkSorter): where the sorters of the columns go, so that they can be told
 *   of changes; frees its elements
 */
void
ent_ledger_columns_add (GtkColumnView *view, GPtrArray *sorters)
{
  g_return_if_fail (GTK_IS_COLUMN_VIEW (view));
  g_return_if_fail (sorters != NULL);

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    add_column (view, &columns[i], sorters);
}

/**
 * ent_ledger_columns_set_folded:
 * @view: a column view with the columns of the ledger
 * @folded: whether there is room for the most needed columns only
 */
void
ent_ledger_columns_set_folded (GtkColumnView *view, gboolean folded)
{
  g_return_if_fail (GTK_IS_COLUMN_VIEW (view));

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_autoptr(GtkColumnViewColumn) column =
        g_list_model_get_item (gtk_column_view_get_columns (view), i);

      gtk_column_view_column_set_visible (column, columns[i].narrow || !folded);
    }
}
