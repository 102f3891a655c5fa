/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Size and scrolling of the matrix: between the adjustments, whose zero is at the left, and the
 * layout, whose zero is where reading begins. */
#include "config.h"

#include "widgets/ent-matrix-private.h"

static int
get_scroll (EntMatrix     *self,
            GtkAdjustment *adjustment,
            gboolean       mirrored)
{
  double value = gtk_adjustment_get_value (adjustment);

  if (mirrored)
    value = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment) -
            value;
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
static void
configure_scroll (EntMatrix *self)
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

/* Scroll bars begin where headers end. They reach along what is frozen at the end, which scrolls in
 * the other direction. */
static gboolean
get_border (GtkScrollable *scrollable,
            GtkBorder     *border)
{
  const EntMatrixLayout *layout = &ENT_MATRIX (scrollable)->scene.layout;
  gint16 start = (gint16) layout->header_width;

  border->top = (gint16) layout->header_height;
  border->bottom = 0;
  border->left = layout->rtl ? 0 : start;
  border->right = layout->rtl ? start : 0;
  return TRUE;
}

void
_ent_matrix_init_scrollable (GtkScrollableInterface *iface)
{
  iface->get_border = get_border;
}

/* Replaces an adjustment; NULL stands for a new one of its own. */
void
_ent_matrix_set_adjustment (EntMatrix      *self,
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
_ent_matrix_scroll_to (EntMatrix *self,
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
  configure_scroll (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

void
_ent_matrix_measure (GtkWidget      *widget,
                     GtkOrientation  orientation,
                     int             for_size,
                     int            *minimum,
                     int            *natural,
                     int            *minimum_baseline,
                     int            *natural_baseline)
{
  EntMatrix *self = ENT_MATRIX (widget);
  int width, height;

  _ent_matrix_ensure_style (self);
  ent_matrix_layout_fit (&self->scene.layout);
  ent_matrix_layout_get_size (&self->scene.layout, &width, &height);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = ent_matrix_layout_get_min_width (&self->scene.layout);
      *natural = MAX (*minimum, width);
    }
  else
    {
      *minimum = ent_matrix_layout_get_min_height (&self->scene.layout);
      *natural = MAX (*minimum, height);
    }
}

static gboolean
same_sizes (const EntMatrixLayout *a,
            const EntMatrixLayout *b)
{
  return a->width == b->width && a->header_width == b->header_width &&
         a->header_height == b->header_height && a->column_width == b->column_width &&
         a->row_height == b->row_height && a->row_lines == b->row_lines &&
         a->title_lines == b->title_lines;
}

void
_ent_matrix_size_allocate (GtkWidget *widget,
                           int        width,
                           int        height,
                           int        baseline)
{
  EntMatrix *self = ENT_MATRIX (widget);
  EntMatrixLayout *layout = &self->scene.layout;
  EntMatrixLayout before = *layout;

  _ent_matrix_ensure_style (self);
  layout->width = width;
  layout->height = height;
  configure_scroll (self);
  if (before.width == 0)
    _ent_matrix_scroll_to (self, self->row, self->column);
  if (!same_sizes (&before, layout))
    _ent_matrix_forget_tiles (self, NULL);
  self->cells_moved |= !same_sizes (&before, layout) || before.height != height;
  _ent_matrix_allocate_cells (self);
  _ent_matrix_allocate_entry (self);
  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
}
