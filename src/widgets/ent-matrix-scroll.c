/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Scrolling of the matrix: between the adjustments, whose zero is at the left, and the layout, whose
 * zero is where reading begins. */
#include "config.h"

#include "widgets/ent-matrix-private.h"

static int
get_scroll (EntMatrix     *self,
            GtkAdjustment *adjustment,
            gboolean       mirrored)
{
  double value = gtk_adjustment_get_value (adjustment);

  if (mirrored)
    value = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment) - value;
  return (int) (value + 0.5);
}

static void
on_value_changed (EntMatrix *self)
{
  EntMatrixLayout *layout = &self->scene.layout;

  if (self->configuring)
    return;
  layout->scroll_x = get_scroll (self, self->adjustments[GTK_ORIENTATION_HORIZONTAL], layout->rtl);
  layout->scroll_y = get_scroll (self, self->adjustments[GTK_ORIENTATION_VERTICAL], FALSE);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
configure (GtkAdjustment *adjustment,
           int            scroll,
           int            content,
           int            seen,
           int            step,
           gboolean       mirrored)
{
  int upper = MAX (content, seen);

  gtk_adjustment_configure (adjustment, mirrored ? upper - seen - scroll : scroll, 0, upper, step,
                            MAX (seen - step, step), seen);
}

/* Fits the layout to the size it was given and tells the scroll bars. */
void
ent_matrix_configure_scroll (EntMatrix *self)
{
  EntMatrixLayout *layout = &self->scene.layout;
  EntMatrixRect body;
  int width, height;

  ent_matrix_layout_fit (layout);
  body = ent_matrix_layout_get_body (layout);
  ent_matrix_layout_get_content (layout, &width, &height);
  self->configuring = TRUE;
  configure (self->adjustments[GTK_ORIENTATION_HORIZONTAL], layout->scroll_x, width,
             (int) body.width, layout->column_width, layout->rtl);
  configure (self->adjustments[GTK_ORIENTATION_VERTICAL], layout->scroll_y, height,
             (int) body.height, layout->row_height, FALSE);
  self->configuring = FALSE;
}

/* Replaces an adjustment; NULL stands for a new one of its own. */
void
ent_matrix_set_adjustment (EntMatrix      *self,
                           GtkOrientation  orientation,
                           GtkAdjustment  *adjustment)
{
  GtkAdjustment **place = &self->adjustments[orientation];

  if (adjustment != NULL && adjustment == *place)
    return;
  if (*place != NULL)
    {
      g_signal_handlers_disconnect_by_func (*place, on_value_changed, self);
      g_clear_object (place);
    }
  if (adjustment == NULL)
    adjustment = gtk_adjustment_new (0.0, 0.0, 0.0, 0.0, 0.0, 0.0);
  *place = g_object_ref_sink (adjustment);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (on_value_changed), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  g_object_notify (G_OBJECT (self),
                   orientation == GTK_ORIENTATION_HORIZONTAL ? "hadjustment" : "vadjustment");
}

/* Brings a cell into view with as little scrolling as possible. */
void
ent_matrix_scroll_to (EntMatrix *self,
                      int        row,
                      int        column)
{
  EntMatrixLayout *layout = &self->scene.layout;
  int x, y;

  if (layout->width == 0)
    return;
  ent_matrix_layout_reach (layout, row, column, &x, &y);
  if (x == layout->scroll_x && y == layout->scroll_y)
    return;
  layout->scroll_x = x;
  layout->scroll_y = y;
  ent_matrix_configure_scroll (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}
