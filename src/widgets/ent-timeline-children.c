/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The accessible children of the timeline: one for the head of each lane and for each mark that is
 * seen. They follow when nothing else is to be done, so that scrolling does not wait for them. */
#include "config.h"

#include "widgets/ent-matrix-cell.h"
#include "widgets/ent-timeline-private.h"

#include <glib/gi18n.h>

#include "render/ent-timeline-marks.h"

/* More than that can't be told apart; where there are more, the series is to be read as a table. */
#define MOST_CELLS 1200

static void
add_spot (EntTimeline *self, guint lane, int item, guint n, EntMatrixRect rect)
{
  EntTimelineSpot spot = { (int) lane, item, n, rect };

  if (self->spots->len < MOST_CELLS)
    g_array_append_val (self->spots, spot);
}

static void
add_lane (EntTimeline *self, guint lane)
{
  EntMatrixRect plot = ent_timeline_layout_get_plot (&self->layout, lane);
  g_autoptr(GArray) places = ent_timeline_place_marks (&self->scene, lane, &plot);

  add_spot (self, lane, ENT_TIMELINE_HEAD, 1,
            ent_timeline_layout_get_head (&self->layout, lane));
  for (guint i = 0; i < places->len; i++)
    {
      const EntTimelinePlace *place = &g_array_index (places, EntTimelinePlace, i);

      if (place->x >= plot.x && place->x <= plot.x + plot.width)
        add_spot (self, lane, (int) place->item, place->n,
                  _ent_timeline_frame_mark (self, place->x, place->y));
    }
}

static void
find_spots (EntTimeline *self)
{
  guint first, end;

  g_array_set_size (self->spots, 0);
  if (self->scene.model == NULL || self->layout.tops == NULL)
    return;

  for (guint lane = 0; lane < self->layout.n_frozen; lane++)
    add_lane (self, lane);
  ent_timeline_layout_get_visible (&self->layout, &first, &end);
  for (guint lane = first; lane < end; lane++)
    add_lane (self, lane);
}

static char *
describe (EntTimeline *self, const EntTimelineSpot *spot)
{
  g_autofree char *text = _ent_timeline_dup_text (self, spot->lane, spot->item);

  if (spot->n < 2)
    return g_steal_pointer (&text);

  /* Translators: the first of several things that happened about the same time, and how many more
   * there are */
  return g_strdup_printf (ngettext ("%s, and %u more", "%s, and %u more", spot->n - 1), text,
                          spot->n - 1);
}

static gboolean
update_cells (gpointer data)
{
  EntTimeline *self = data;

  self->cells_id = 0;
  _ent_timeline_ensure_layout (self);
  find_spots (self);
  while (self->cells->len > self->spots->len)
    {
      gtk_widget_unparent (self->cells->pdata[self->cells->len - 1]);
      g_ptr_array_set_size (self->cells, (int) self->cells->len - 1);
    }
  for (guint i = 0; i < self->spots->len; i++)
    {
      const EntTimelineSpot *spot = &g_array_index (self->spots, EntTimelineSpot, i);
      g_autofree char *text = describe (self, spot);

      if (i == self->cells->len)
        {
          g_ptr_array_add (self->cells, ent_matrix_cell_new (GTK_ACCESSIBLE_ROLE_LIST_ITEM));
          gtk_widget_set_parent (self->cells->pdata[i], GTK_WIDGET (self));
        }
      ent_matrix_cell_place (self->cells->pdata[i], spot->lane, spot->item);
      ent_matrix_cell_set_label (self->cells->pdata[i], text);
      ent_matrix_cell_set_selected (self->cells->pdata[i],
                                    spot->lane == self->lane && spot->item == self->item);
    }
  _ent_timeline_allocate_cells (self);

  return G_SOURCE_REMOVE;
}

/* Has the children follow what is seen now. */
void
_ent_timeline_queue_cells (EntTimeline *self)
{
  if (self->cells_id == 0)
    self->cells_id = g_idle_add (update_cells, self);
}

/* Puts the children over what they stand for. */
void
_ent_timeline_allocate_cells (EntTimeline *self)
{
  for (guint i = 0; i < MIN (self->cells->len, self->spots->len); i++)
    {
      const EntMatrixRect *rect = &g_array_index (self->spots, EntTimelineSpot, i).rect;
      GtkAllocation place = { (int) rect->x, (int) rect->y, (int) rect->width, (int) rect->height };

      gtk_widget_size_allocate (self->cells->pdata[i], &place, -1);
    }
}

void
_ent_timeline_remove_cells (EntTimeline *self)
{
  g_clear_handle_id (&self->cells_id, g_source_remove);
  for (guint i = 0; i < self->cells->len; i++)
    gtk_widget_unparent (self->cells->pdata[i]);
  g_ptr_array_set_size (self->cells, 0);
}
