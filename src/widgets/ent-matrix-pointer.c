/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Mouse and touch on the matrix: choosing, selecting a block, hovering, tooltips. */
#include "config.h"

#include "widgets/ent-matrix-private.h"

static gboolean
in_selection (EntMatrix *self,
              int        row,
              int        column)
{
  EntMatrixRange range = _ent_matrix_get_selection (self);

  return row >= (int) range.first_row && column >= (int) range.first_column &&
         row < (int) (range.first_row + range.n_rows) &&
         column < (int) (range.first_column + range.n_columns);
}

static void
on_primary (EntMatrix     *self,
            EntMatrixPart  part,
            int            row,
            int            column,
            int            n_press,
            gboolean       extend)
{
  switch (part)
    {
    case ENT_MATRIX_PART_CELL:
      _ent_matrix_move_focus (self, row, column, extend);
      if (n_press == 2)
        _ent_matrix_open_cell (self);
      break;
    case ENT_MATRIX_PART_ROW:
    case ENT_MATRIX_PART_COLUMN:
      _ent_matrix_move_focus (self, row, column, FALSE);
      if (n_press == 2)
        _ent_matrix_activate_header (self);
      break;
    case ENT_MATRIX_PART_APPEND:
      ent_matrix_start_append (self);
      break;
    case ENT_MATRIX_PART_CORNER:
    case ENT_MATRIX_PART_GROUP:
    case ENT_MATRIX_PART_NONE:
      break;
    }
}

static void
on_pressed (EntMatrix       *self,
            int              n_press,
            double           x,
            double           y,
            GtkGestureClick *click)
{
  GtkGestureSingle *gesture = GTK_GESTURE_SINGLE (click);
  GdkEvent *event = gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (click));
  GdkModifierType state =
    gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (click));
  EntMatrixPart part;
  int row, column;

  if (self->scene.model == NULL || self->scene.layout.row_height == 0)
    return;
  part = ent_matrix_layout_pick (&self->scene.layout, x, y, &row, &column);
  _ent_matrix_end_entry (self, TRUE);
  if (part != ENT_MATRIX_PART_APPEND)
    gtk_widget_grab_focus (GTK_WIDGET (self));

  if (event != NULL && gdk_event_triggers_context_menu (event))
    {
      if (part != ENT_MATRIX_PART_CELL && part != ENT_MATRIX_PART_ROW &&
          part != ENT_MATRIX_PART_COLUMN)
        return;
      if (!in_selection (self, row, column))
        _ent_matrix_move_focus (self, row, column, FALSE);
      _ent_matrix_open_menu (self);
      gtk_gesture_set_state (GTK_GESTURE (click), GTK_EVENT_SEQUENCE_CLAIMED);
    }
  else if (gtk_gesture_single_get_current_button (gesture) == GDK_BUTTON_PRIMARY)
    {
      on_primary (self, part, row, column, n_press, (state & GDK_SHIFT_MASK) != 0);
    }
}

/* A finger scrolls; only a mouse draws a selection. */
static void
on_drag_begin (EntMatrix      *self,
               double          x,
               double          y,
               GtkGestureDrag *drag)
{
  GdkDevice *device = gtk_event_controller_get_current_event_device (GTK_EVENT_CONTROLLER (drag));
  gboolean touch = device != NULL && gdk_device_get_source (device) == GDK_SOURCE_TOUCHSCREEN;
  int row, column;

  if (touch || self->scene.layout.row_height == 0 ||
      ent_matrix_layout_pick (&self->scene.layout, x, y, &row, &column) != ENT_MATRIX_PART_CELL)
    gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_DENIED);
}

/* Beyond the edge of the cells, and at what is frozen, the selection goes on by one row or column and the view follows. */
static void
on_drag_update (EntMatrix      *self,
                double          offset_x,
                double          offset_y,
                GtkGestureDrag *drag)
{
  const EntMatrixLayout *layout = &self->scene.layout;
  EntMatrixRect area = ent_matrix_layout_get_drag_area (layout, self->anchor_row,
                                                        self->anchor_column);
  double x, y;
  int row, column;

  gtk_gesture_drag_get_start_point (drag, &x, &y);
  if (!gtk_drag_check_threshold (GTK_WIDGET (self), (int) x, (int) y, (int) (x + offset_x),
                                 (int) (y + offset_y)) ||
      area.width < 1 || area.height < 1 || layout->n_rows == 0)
    return;
  gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_CLAIMED);
  x = CLAMP (x + offset_x, area.x, area.x + area.width - 1);
  y = CLAMP (y + offset_y, area.y, area.y + area.height - 1);
  ent_matrix_layout_pick (layout, x, y, &row, &column);
  row = CLAMP (row, 0, (int) layout->n_rows - 1);
  column = column == ENT_MATRIX_HEADER || column >= (int) layout->n_columns
             ? self->column
             : column;
  if (row != self->row || column != self->column)
    _ent_matrix_move_focus (self, row, column, TRUE);
}

static void
set_hover (EntMatrix *self,
           int        row,
           int        column)
{
  if (row == self->hover_row && column == self->hover_column)
    return;
  self->hover_row = row;
  self->hover_column = column;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
on_motion (EntMatrix *self,
           double     x,
           double     y)
{
  int row = ENT_MATRIX_HEADER;
  int column = ENT_MATRIX_HEADER;
  EntMatrixPart part = ENT_MATRIX_PART_NONE;

  if (self->scene.layout.row_height > 0)
    part = ent_matrix_layout_pick (&self->scene.layout, x, y, &row, &column);
  if (part == ENT_MATRIX_PART_CELL || part == ENT_MATRIX_PART_ROW || part == ENT_MATRIX_PART_COLUMN)
    set_hover (self, row, column);
  else
    set_hover (self, ENT_MATRIX_HEADER, ENT_MATRIX_HEADER);
}

static void
on_leave (EntMatrix *self)
{
  set_hover (self, ENT_MATRIX_HEADER, ENT_MATRIX_HEADER);
}

static char *
dup_text (EntMatrix     *self,
          EntMatrixPart  part,
          int            row,
          int            column)
{
  EntMatrixModel *model = self->scene.model;

  switch (part)
    {
    case ENT_MATRIX_PART_CELL:
      return ent_matrix_model_dup_cell_description (model, (guint) row, (guint) column);
    case ENT_MATRIX_PART_ROW:
      return ent_matrix_model_dup_row_description (model, (guint) row);
    case ENT_MATRIX_PART_COLUMN:
      return ent_matrix_model_dup_column_description (model, (guint) column);
    case ENT_MATRIX_PART_GROUP:
      return ent_matrix_model_dup_group_title (
        model, ent_matrix_model_get_column_group (model, (guint) column));
    case ENT_MATRIX_PART_APPEND:
    case ENT_MATRIX_PART_CORNER:
    case ENT_MATRIX_PART_NONE:
    default:
      return NULL;
    }
}

/* What has the focus, whether it is seen or not. */
static EntMatrixPart
get_focus_part (EntMatrix *self)
{
  if (self->row == (int) self->scene.layout.n_rows)
    return ENT_MATRIX_PART_APPEND;
  if (_ent_matrix_is_cell (self, self->row, self->column))
    return ENT_MATRIX_PART_CELL;
  if (self->row == ENT_MATRIX_HEADER && self->column == ENT_MATRIX_HEADER)
    return ENT_MATRIX_PART_NONE;
  return self->row == ENT_MATRIX_HEADER ? ENT_MATRIX_PART_COLUMN : ENT_MATRIX_PART_ROW;
}

/* What a tooltip says of a point, or of the focus when it was asked for with the keyboard, and of
 * which place. Names in full: headers may be shortened. */
char *
_ent_matrix_dup_tooltip (EntMatrix    *self,
                         int           x,
                         int           y,
                         gboolean      keyboard,
                         GdkRectangle *area)
{
  const EntMatrixLayout *layout = &self->scene.layout;
  int row = self->row;
  int column = self->column;
  EntMatrixPart part;
  EntMatrixRect rect;
  char *text;

  if (self->scene.model == NULL || layout->row_height == 0)
    return NULL;
  part = keyboard ? get_focus_part (self) : ent_matrix_layout_pick (layout, x, y, &row, &column);
  text = dup_text (self, part, row, column);
  if (text == NULL)
    return NULL;
  rect = ent_matrix_layout_get_rect (layout, row, column);
  if (part == ENT_MATRIX_PART_GROUP)
    rect.y = 0, rect.height = layout->band_height;
  *area = (GdkRectangle) { (int) rect.x, (int) rect.y, (int) rect.width, (int) rect.height };
  return text;
}

gboolean
_ent_matrix_query_tooltip (GtkWidget  *widget,
                           int         x,
                           int         y,
                           gboolean    keyboard,
                           GtkTooltip *tooltip)
{
  GdkRectangle area;
  g_autofree char *text = _ent_matrix_dup_tooltip (ENT_MATRIX (widget), x, y, keyboard, &area);

  if (text == NULL)
    return FALSE;
  gtk_tooltip_set_tip_area (tooltip, &area);
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

void
_ent_matrix_init_pointer (EntMatrix *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (on_pressed), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (on_drag_begin), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (on_drag_update), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drag));
  gtk_gesture_group (drag, click);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (on_motion), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (on_leave), self);
  gtk_widget_add_controller (widget, motion);
}
