/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The menu of the focus: the values a cell can take, in words, for who does not type. */
#include "config.h"

#include "widgets/ent-matrix-private.h"

#include <glib/gi18n.h>

static GMenuModel *
build_choices (EntMatrix *self)
{
  GMenu *section = g_menu_new ();

  for (guint i = 0; i < ent_matrix_model_get_n_choices (self->scene.model); i++)
    {
      const char *text = ent_matrix_model_get_choice_text (self->scene.model, i);
      g_autofree char *words = ent_matrix_model_dup_choice_label (self->scene.model, i);
      g_autofree char *label = NULL;
      g_autoptr(GMenuItem) item = NULL;

      /* Translators: a value and what it means, as in "R – Responsible". */
      label = g_strdup_printf (_("%s – %s"), text, words);
      item = g_menu_item_new (label, NULL);
      g_menu_item_set_action_and_target (item, "matrix.set-choice", "u", i);
      g_menu_append_item (section, item);
    }
  if (g_menu_model_get_n_items (G_MENU_MODEL (section)) > 0)
    g_menu_append (section, _("Clear"), "matrix.clear");
  return G_MENU_MODEL (section);
}

static GMenuModel *
build_clipboard (gboolean can_edit)
{
  GMenu *section = g_menu_new ();

  if (can_edit)
    g_menu_append (section, _("Cut"), "matrix.cut");
  g_menu_append (section, _("Copy"), "matrix.copy");
  if (can_edit)
    g_menu_append (section, _("Paste"), "matrix.paste");
  return G_MENU_MODEL (section);
}

static GMenuModel *
build_header (EntMatrix *self,
              gboolean   can_edit)
{
  GMenu *section = g_menu_new ();

  g_menu_append (section, _("Show Details"), "matrix.open");
  if (can_edit && self->column == ENT_MATRIX_HEADER)
    {
      g_menu_append (section, _("Rename"), "matrix.rename");
      g_menu_append (section, _("Delete"), "matrix.clear");
    }
  return G_MENU_MODEL (section);
}

static GMenuModel *
build_menu (EntMatrix *self)
{
  GMenu *menu = g_menu_new ();
  gboolean can_edit = ent_matrix_model_can_edit (self->scene.model);
  g_autoptr(GMenuModel) first = NULL;
  g_autoptr(GMenuModel) second = NULL;

  if (!_ent_matrix_is_cell (self, self->row, self->column))
    {
      first = build_header (self, can_edit);
      g_menu_append_section (menu, NULL, first);
      return G_MENU_MODEL (menu);
    }
  if (can_edit && ent_matrix_model_can_edit_cell (self->scene.model, (guint) self->row,
                                                  (guint) self->column))
    {
      first = build_choices (self);
      g_menu_append_section (menu, NULL, first);
    }
  second = build_clipboard (can_edit);
  g_menu_append_section (menu, NULL, second);
  return G_MENU_MODEL (menu);
}

static void
free_menu (gpointer data)
{
  EntMatrix *self = data;

  self->menu_id = 0;
  _ent_matrix_close_menu (self);
}

/* The chosen action runs after "closed": the menu must outlive it, though not the matrix. */
static void
on_closed (EntMatrix *self)
{
  if (self->menu_id != 0)
    return;
  self->menu_id = g_idle_add_once (free_menu, self);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Opens what the owner of the matrix has for a cell, otherwise the menu under the focus. */
void
_ent_matrix_open_cell (EntMatrix *self)
{
  if (self->scene.model != NULL && _ent_matrix_is_cell (self, self->row, self->column) &&
      _ent_matrix_emit_open_cell (self))
    return;
  _ent_matrix_open_menu (self);
}

/* Opens the menu under the focus. */
void
_ent_matrix_open_menu (EntMatrix *self)
{
  g_autoptr(GMenuModel) model = NULL;
  EntMatrixRect rect;
  GdkRectangle place;

  if (self->menu_id != 0)
    _ent_matrix_close_menu (self);
  if (self->scene.model == NULL || self->menu != NULL ||
      self->row >= (int) self->scene.layout.n_rows)
    return;
  _ent_matrix_scroll_to (self, self->row, self->column);
  rect = ent_matrix_layout_get_rect (&self->scene.layout, self->row, self->column);
  place = (GdkRectangle) { (int) rect.x, (int) rect.y, (int) rect.width, (int) rect.height };
  model = build_menu (self);
  self->menu = gtk_popover_menu_new_from_model (model);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), TRUE);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &place);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
  g_signal_connect_object (self->menu, "closed", G_CALLBACK (on_closed), self, G_CONNECT_SWAPPED);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

void
_ent_matrix_close_menu (EntMatrix *self)
{
  g_clear_handle_id (&self->menu_id, g_source_remove);
  if (self->menu == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->menu, self);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
}
