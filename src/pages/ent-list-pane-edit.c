/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What one does to the records of a list: add one by typing, delete it, and move it by key or by
 * hand. Words about it come on the page that the list is on. */
#include "config.h"

#include "pages/ent-list-pane-private.h"

#include <glib/gi18n.h>

#include "pages/ent-page.h"
#include "pages/ent-text.h"

gboolean
_ent_list_pane_can_edit (EntListPane *self)
{
  return self->project != NULL && !ent_project_is_read_only (self->project);
}

/* The record that stands above or below the selected one, as the list shows them. */
static EntRecord *
get_neighbour (EntListPane *self, int step)
{
  gint64 place = (gint64) gtk_single_selection_get_selected (self->selection) + step;
  g_autoptr(EntRecord) record = NULL;

  if (ent_list_pane_get_selected (self) == NULL || place < 0 || place > G_MAXUINT)
    return NULL;

  record = g_list_model_get_item (G_LIST_MODEL (self->sorted), (guint) place);

  return record; /* the project holds it */
}

/* Which actions there are for what is selected. */
void
_ent_list_pane_update_actions (EntListPane *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean any = ent_list_pane_get_selected (self) != NULL;
  gboolean editable = _ent_list_pane_can_edit (self);

  gtk_widget_action_set_enabled (widget, "list-pane.open", any);
  gtk_widget_action_set_enabled (widget, "list-pane.delete", any && editable);
  gtk_widget_action_set_enabled (widget, "list-pane.move-up",
                                 editable && get_neighbour (self, -1) != NULL);
  gtk_widget_action_set_enabled (widget, "list-pane.move-down",
                                 editable && get_neighbour (self, 1) != NULL);
}

static void
say_made_way (EntListPane *self, EntRecord *record)
{
  EntPage *page = ent_page_find (GTK_WIDGET (self));
  g_autofree char *title = ent_text_dup_title (record);
  g_autofree char *text = g_strdup_printf (_("Some filters are off now, to show “%s”."), title);

  if (page != NULL)
    ent_page_show_message (page, text);
}

static gboolean
on_add (EntListPane *self, const char *title, GError **error)
{
  g_autoptr(EntRecord) record = NULL;
  gboolean hidden;

  if (!_ent_list_pane_can_edit (self))
    return FALSE;

  record = ent_list_pane_new_record (self->spec, title);
  ent_list_filters_give (self->filters, record);
  if (!ent_project_append (self->project, record, error))
    return FALSE;

  hidden = !_ent_list_pane_lets_through (self, record);
  ent_list_pane_select (self, record);
  if (hidden)
    say_made_way (self, record);
  return TRUE;
}

static void
delete_selected (EntListPane *self)
{
  EntRecord *record = ent_list_pane_get_selected (self);
  EntPage *page = ent_page_find (GTK_WIDGET (self));

  if (record != NULL && page != NULL)
    ent_page_delete_record (page, record);
}

/* Past the neighbour that is shown, whatever a filter hides between the two. In a sorted list the
 * action stays enabled so that it can say why nothing moves. */
static void
move_selected (EntListPane *self, int step)
{
  EntRecord *record = ent_list_pane_get_selected (self);
  EntRecord *neighbour = get_neighbour (self, step);
  EntPage *page = ent_page_find (GTK_WIDGET (self));

  if (record == NULL || neighbour == NULL || !_ent_list_pane_can_edit (self))
    return;

  if (!ent_list_pane_can_move (self))
    {
      if (page != NULL)
        ent_page_show_message (page, _("The list is sorted. Choose “Own Order” to move entries."));
      return;
    }

  ent_project_move (self->project, record, ent_record_get_position (neighbour));
  ent_list_pane_select (self, record);
}

static void
on_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EntListPane *self = ENT_LIST_PANE (widget);

  if (g_str_equal (name, "list-pane.delete"))
    delete_selected (self);
  else
    move_selected (self, g_str_equal (name, "list-pane.move-up") ? -1 : 1);
}

/* An entry was dropped onto another one; returns whether it could be put there. */
gboolean
_ent_list_pane_drop (EntListPane *self, EntRecord *dragged, EntRecord *onto, gboolean below)
{
  guint from = ent_record_get_position (dragged);
  guint to = ent_record_get_position (onto) + (below ? 1 : 0);

  if (!ent_list_pane_can_move (self) || ent_record_get_project (dragged) != self->project
      || ent_record_get_kind (dragged) != self->spec->kind)
    return FALSE;

  if (from < to)
    to--;
  if (from != to)
    ent_project_move (self->project, dragged, to);
  ent_list_pane_select (self, dragged);
  return TRUE;
}

void
_ent_list_pane_class_init_editing (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "list-pane.delete", NULL, on_action);
  gtk_widget_class_install_action (widget_class, "list-pane.move-up", NULL, on_action);
  gtk_widget_class_install_action (widget_class, "list-pane.move-down", NULL, on_action);
  gtk_widget_class_bind_template_callback (widget_class, on_add);
}

/**
 * ent_list_pane_can_move:
 * @self: a list
 *
 * Returns: whether its entries can be moved by hand: not while they are sorted by something
 */
gboolean
ent_list_pane_can_move (EntListPane *self)
{
  g_return_val_if_fail (ENT_IS_LIST_PANE (self), FALSE);

  return _ent_list_pane_can_edit (self) && g_str_equal (self->sort, "own");
}
