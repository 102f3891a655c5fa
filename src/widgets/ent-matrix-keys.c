/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The keyboard of the matrix: moving, selecting, and the actions behind keys and menu. */
#include "config.h"

#include "widgets/ent-matrix-private.h"

#define CONTROL(state) (((state) & GDK_CONTROL_MASK) != 0)
#define SHIFT(state) (((state) & GDK_SHIFT_MASK) != 0)

static int
rows_per_page (EntMatrix *self)
{
  const EntMatrixLayout *layout = &self->scene.layout;

  if (layout->row_height == 0)
    return 1;
  return MAX ((int) ent_matrix_layout_get_body (layout).height / layout->row_height - 1, 1);
}

/* Home goes to the first cell and from there to the row's header; End to the last cell. */
static int
home_column (EntMatrix *self)
{
  if (self->column == 0 || self->scene.layout.n_columns == 0)
    return ENT_MATRIX_HEADER;
  return 0;
}

/* The keys of the number pad that move come in the order of those that do beside it. */
static guint
plain_key (guint keyval)
{
  G_STATIC_ASSERT (GDK_KEY_KP_End - GDK_KEY_KP_Home == GDK_KEY_End - GDK_KEY_Home);

  if (keyval < GDK_KEY_KP_Home || keyval > GDK_KEY_KP_End)
    return keyval;
  return keyval - GDK_KEY_KP_Home + GDK_KEY_Home;
}

/* Works out where a key leads from the focus; returns FALSE for keys that do not move. */
static gboolean
find_target (EntMatrix *self,
             guint      keyval,
             gboolean   control,
             int       *row,
             int       *column)
{
  int last_row = (int) self->scene.layout.n_rows - 1;
  int last_column = (int) self->scene.layout.n_columns - 1;
  int forward = self->scene.layout.rtl ? -1 : 1;

  switch (plain_key (keyval))
    {
    case GDK_KEY_Up:
      *row = control ? 0 : *row - 1;
      return TRUE;
    case GDK_KEY_Down:
      *row = control ? last_row : *row + 1;
      return TRUE;
    case GDK_KEY_Left:
      *column = control ? (forward > 0 ? 0 : last_column) : *column - forward;
      return TRUE;
    case GDK_KEY_Right:
      *column = control ? (forward > 0 ? last_column : 0) : *column + forward;
      return TRUE;
    case GDK_KEY_Home:
      *row = control ? MIN (0, last_row) : *row;
      *column = control ? MIN (0, last_column) : home_column (self);
      return TRUE;
    case GDK_KEY_End:
      *row = control ? last_row : *row;
      *column = last_column;
      return TRUE;
    case GDK_KEY_Page_Up:
      *row = MAX (*row - rows_per_page (self), MIN (0, last_row));
      return TRUE;
    case GDK_KEY_Page_Down:
      *row = MIN (*row + rows_per_page (self), last_row);
      return TRUE;
    default:
      return FALSE;
    }
}

/* A selection does not reach into headers or the empty row at the end. */
static gboolean
move (EntMatrix       *self,
      guint            keyval,
      GdkModifierType  state)
{
  gboolean extend = SHIFT (state) && _ent_matrix_is_cell (self, self->row, self->column);
  int row = self->row;
  int column = self->column;

  if (!find_target (self, keyval, CONTROL (state), &row, &column))
    return FALSE;
  if (!extend || _ent_matrix_is_cell (self, row, column))
    _ent_matrix_move_focus (self, row, column, extend);
  /* Where it went no further, it may have been scrolled out of sight all the same. */
  _ent_matrix_scroll_to (self, self->row, self->column);
  return TRUE;
}

/* Enter after typing goes on to the next row, as in a spreadsheet; otherwise it opens what is
 * there. */
static void
enter (EntMatrix *self)
{
  if (self->row == (int) self->scene.layout.n_rows)
    ent_matrix_start_append (self);
  else if (!_ent_matrix_is_cell (self, self->row, self->column))
    _ent_matrix_activate_header (self);
  else if (self->typed->len > 0)
    _ent_matrix_move_focus (self, self->row + 1, self->column, FALSE);
  else
    _ent_matrix_open_cell (self);
}

static void
edit (EntMatrix *self)
{
  if (self->column == ENT_MATRIX_HEADER && self->row >= 0)
    _ent_matrix_start_entry (self, self->row);
  else if (_ent_matrix_is_cell (self, self->row, self->column))
    _ent_matrix_open_cell (self);
}

static gboolean
on_key_pressed (EntMatrix       *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  gunichar c = gdk_keyval_to_unicode (keyval);

  if (self->scene.model == NULL || !gtk_widget_is_focus (GTK_WIDGET (self)))
    return GDK_EVENT_PROPAGATE;
  if ((state & (GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  if (move (self, keyval, state))
    return GDK_EVENT_STOP;
  if (CONTROL (state))
    return GDK_EVENT_PROPAGATE;

  switch (keyval)
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      enter (self);
      return GDK_EVENT_STOP;
    case GDK_KEY_F2:
      edit (self);
      return GDK_EVENT_STOP;
    case GDK_KEY_Escape:
      if (self->typed->len == 0 && self->anchor_row == self->row &&
          self->anchor_column == self->column)
        return GDK_EVENT_PROPAGATE;
      _ent_matrix_move_focus (self, self->row, self->column, FALSE);
      return GDK_EVENT_STOP;
    default:
      break;
    }
  if (!g_unichar_isgraph (c) || !_ent_matrix_is_cell (self, self->row, self->column))
    return GDK_EVENT_PROPAGATE;
  _ent_matrix_type (self, c);
  return GDK_EVENT_STOP;
}

static void
on_focus_change (EntMatrix *self)
{
  _ent_matrix_forget_typed (self);
  _ent_matrix_describe_focus (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
copy_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  _ent_matrix_copy (ENT_MATRIX (widget));
}

static void
cut_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  _ent_matrix_copy (ENT_MATRIX (widget));
  _ent_matrix_fill (ENT_MATRIX (widget), "");
}

static void
paste_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  _ent_matrix_paste (ENT_MATRIX (widget));
}

/* Delete empties cells; on the header of a row it stands for the row. */
static void
clear_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  EntMatrix *self = ENT_MATRIX (widget);

  if (_ent_matrix_is_cell (self, self->row, self->column))
    _ent_matrix_fill (self, "");
  else
    _ent_matrix_remove_rows (self);
}

static void
select_all_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  EntMatrix *self = ENT_MATRIX (widget);

  if (!_ent_matrix_is_cell (self, 0, 0))
    return;
  _ent_matrix_forget_typed (self);
  _ent_matrix_select_all (self);
}

static void
choose_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  _ent_matrix_open_menu (ENT_MATRIX (widget));
}

static void
set_choice_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  EntMatrix *self = ENT_MATRIX (widget);
  guint choice = g_variant_get_uint32 (parameter);

  if (self->scene.model != NULL && choice < ent_matrix_model_get_n_choices (self->scene.model))
    _ent_matrix_fill (self, ent_matrix_model_get_choice_text (self->scene.model, choice));
}

static void
rename_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  edit (ENT_MATRIX (widget));
}

static void
open_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  _ent_matrix_activate_header (ENT_MATRIX (widget));
}

static void
append_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  ent_matrix_start_append (ENT_MATRIX (widget));
}

static void
install_actions (GtkWidgetClass *klass)
{
  static const struct {
    const char                  *name;
    const char                  *parameter;
    GtkWidgetActionActivateFunc  activate;
  } actions[] = {
    { "matrix.copy", NULL, copy_action },
    { "matrix.cut", NULL, cut_action },
    { "matrix.paste", NULL, paste_action },
    { "matrix.clear", NULL, clear_action },
    { "matrix.select-all", NULL, select_all_action },
    { "matrix.choose", NULL, choose_action },
    { "matrix.set-choice", "u", set_choice_action },
    { "matrix.rename", NULL, rename_action },
    { "matrix.open", NULL, open_action },
    { "matrix.append", NULL, append_action },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (klass, actions[i].name, actions[i].parameter,
                                     actions[i].activate);
}

/* The actions of a matrix, and the keys that belong to them. Menus show the last key of an
 * action. */
void
_ent_matrix_class_init_keys (GtkWidgetClass *klass)
{
  static const struct {
    guint            keyval;
    GdkModifierType  state;
    const char      *action;
  } keys[] = {
    { GDK_KEY_Insert, GDK_CONTROL_MASK, "matrix.copy" },
    { GDK_KEY_c, GDK_CONTROL_MASK, "matrix.copy" },
    { GDK_KEY_x, GDK_CONTROL_MASK, "matrix.cut" },
    { GDK_KEY_Insert, GDK_SHIFT_MASK, "matrix.paste" },
    { GDK_KEY_v, GDK_CONTROL_MASK, "matrix.paste" },
    { GDK_KEY_a, GDK_CONTROL_MASK, "matrix.select-all" },
    { GDK_KEY_BackSpace, 0, "matrix.clear" },
    { GDK_KEY_KP_Delete, 0, "matrix.clear" },
    { GDK_KEY_Delete, 0, "matrix.clear" },
    { GDK_KEY_space, 0, "matrix.choose" },
    { GDK_KEY_F10, GDK_SHIFT_MASK, "matrix.choose" },
    { GDK_KEY_Menu, 0, "matrix.choose" },
  };

  install_actions (klass);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (klass, keys[i].keyval, keys[i].state, keys[i].action,
                                         NULL);
}

void
_ent_matrix_init_keys (EntMatrix *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (on_focus_change), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (on_focus_change), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}
