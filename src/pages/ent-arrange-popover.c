/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list of choices; each takes effect at once. */
#include "config.h"

#include "pages/ent-arrange-popover.h"

#include <glib/gi18n.h>

#include "pages/ent-ref-model.h"

struct _EntArrangePopover {
  GtkPopover parent_instance;

  EntPositionMatrix *matrix;
  AdwComboRow *rows;
  AdwComboRow *columns;
  AdwComboRow *horizon;
  AdwComboRow *sector;
  AdwComboRow *partner;
  gboolean loading;
};

G_DEFINE_FINAL_TYPE (EntArrangePopover, ent_arrange_popover, GTK_TYPE_POPOVER)

static const char *const row_orders[] = {
  N_("Own order"), N_("Most divided first"), N_("Most at stake first"), N_("Weightiest first"), NULL
};

static const char *const column_orders[] = {
  N_("Own order"), N_("By sector"), N_("Those who agree together"), NULL
};

/* The first choice is "all", -1. */
static int
get_choice (AdwComboRow *row)
{
  return (int) adw_combo_row_get_selected (row) - 1;
}

static void
on_selected (EntArrangePopover *self)
{
  gpointer partner = adw_combo_row_get_selected_item (self->partner);
  EntPositionView view = {
    adw_combo_row_get_selected (self->rows), adw_combo_row_get_selected (self->columns),
    get_choice (self->horizon), get_choice (self->sector),
    ENT_IS_RECORD (partner) ? partner : NULL,
  };

  if (!self->loading && self->matrix != NULL)
    ent_position_matrix_set_view (self->matrix, &view);
}

/* What is arranged elsewhere too, as when filters make way or a partner goes, stands here as it is. */
static void
show_view (EntArrangePopover *self)
{
  EntPositionView view;

  ent_position_matrix_get_view (self->matrix, &view);
  self->loading = TRUE;
  adw_combo_row_set_selected (self->rows, view.rows);
  adw_combo_row_set_selected (self->columns, view.columns);
  adw_combo_row_set_selected (self->horizon, (guint) (view.horizon + 1));
  adw_combo_row_set_selected (self->sector, (guint) (view.sector + 1));
  adw_combo_row_set_selected (self->partner,
                              ent_ref_model_find (adw_combo_row_get_model (self->partner),
                                                  view.partner));
  self->loading = FALSE;
}

static GListModel *
new_texts (const char *const *texts)
{
  GtkStringList *list = gtk_string_list_new (NULL);

  for (guint i = 0; texts[i] != NULL; i++)
    gtk_string_list_append (list, _(texts[i]));

  return G_LIST_MODEL (list);
}

static AdwComboRow *
add_row (EntArrangePopover *self, GtkListBox *list, const char *title, GListModel *model)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr(GListModel) owned = model;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), owned);
  gtk_list_box_append (list, row);
  g_signal_connect_object (row, "notify::selected-item", G_CALLBACK (on_selected), self,
                           G_CONNECT_SWAPPED);

  return ADW_COMBO_ROW (row);
}

static void
ent_arrange_popover_dispose (GObject *object)
{
  ent_arrange_popover_set_matrix (ENT_ARRANGE_POPOVER (object), NULL);

  G_OBJECT_CLASS (ent_arrange_popover_parent_class)->dispose (object);
}

static void
ent_arrange_popover_class_init (EntArrangePopoverClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ent_arrange_popover_dispose;
}

static void
ent_arrange_popover_init (EntArrangePopover *self)
{
  GtkListBox *list = GTK_LIST_BOX (gtk_list_box_new ());
  g_autoptr(GtkExpression) label = ent_ref_model_new_expression ();

  self->loading = TRUE;
  gtk_list_box_set_selection_mode (list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (list), "boxed-list");
  gtk_widget_set_size_request (GTK_WIDGET (list), 320, -1);
  self->rows = add_row (self, list, _("Order of goals"), new_texts (row_orders));
  self->columns = add_row (self, list, _("Order of partners"), new_texts (column_orders));
  self->horizon = add_row (self, list, _("Goals by horizon"),
                           ent_ref_model_new_words (_("All"), &ent_horizon_enum));
  self->sector = add_row (self, list, _("Partners by sector"),
                          ent_ref_model_new_words (_("All"), &ent_sector_enum));
  self->partner = add_row (self, list, _("Goals that concern"), NULL);
  adw_combo_row_set_expression (self->partner, label);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->columns),
                               _("Agreement: average linkage with optimal leaf order"));
  gtk_popover_set_child (GTK_POPOVER (self), GTK_WIDGET (list));
  self->loading = FALSE;
}

/**
 * ent_arrange_popover_set_matrix:
 * @self: a popover
 * @matrix: (nullable): the matrix to arrange
 */
void
ent_arrange_popover_set_matrix (EntArrangePopover *self, EntPositionMatrix *matrix)
{
  g_autoptr(GListModel) partners = NULL;

  g_return_if_fail (ENT_IS_ARRANGE_POPOVER (self));
  g_return_if_fail (matrix == NULL || ENT_IS_POSITION_MATRIX (matrix));

  if (self->matrix == matrix)
    return;
  if (self->matrix != NULL)
    g_signal_handlers_disconnect_by_func (self->matrix, show_view, self);
  g_set_object (&self->matrix, matrix);
  if (matrix == NULL)
    return;

  partners = ent_ref_model_new (
    ent_alignment_get_project (ent_position_matrix_get_alignment (matrix)), ENT_KIND_PARTNER,
    _("Everybody"));
  self->loading = TRUE;
  adw_combo_row_set_model (self->partner, partners);
  g_signal_connect_object (matrix, "layout-changed", G_CALLBACK (show_view), self,
                           G_CONNECT_SWAPPED);
  show_view (self);
}
