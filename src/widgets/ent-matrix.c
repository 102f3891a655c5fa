/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A grid of short values under frozen headers, for keyboard, mouse and screen reader.
 *
 * What is seen is drawn in tiles that are kept until the model changes (ent-matrix-snapshot.c).
 * There is one tab stop; arrows move a focus cell within. The widget keeps no values: it shows an
 * EntMatrixModel and hands it what is typed (ent-matrix-edit.c), pasted (ent-matrix-clipboard.c) or
 * entered as a title (ent-matrix-entry.c). */
#include "config.h"

#include "widgets/ent-matrix-private.h"

#include <glib/gi18n.h>

enum {
  PROP_0,
  PROP_MODEL,
  PROP_LABEL,
  PROP_HIGH_CONTRAST,
  N_PROPS,
  PROP_HADJUSTMENT = N_PROPS,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE_WITH_CODE (EntMatrix, ent_matrix, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE,
                                                      _ent_matrix_init_scrollable))

/* After an undo, say, the next letter begins anew. */
static void
forget_typed_elsewhere (EntMatrix *self)
{
  if (!self->typing)
    _ent_matrix_forget_typed (self);
}

static void
on_model_changed (EntMatrix *self,
                  guint      row,
                  guint      column,
                  guint      n_rows,
                  guint      n_columns)
{
  EntMatrixRange range = { row, n_rows, column, n_columns };

  forget_typed_elsewhere (self);
  _ent_matrix_forget_tiles (self, &range);
  _ent_matrix_forget_cells (self, &range);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  _ent_matrix_describe_focus (self);
}

static void
on_layout_changed (EntMatrix *self)
{
  forget_typed_elsewhere (self);
  _ent_matrix_ensure_style (self);
  ent_matrix_layout_measure (&self->scene.layout, self->scene.model, self->scene.title,
                             self->scene.detail);
  _ent_matrix_forget_tiles (self, NULL);
  _ent_matrix_forget_cells (self, NULL);
  _ent_matrix_check_entry (self);
  _ent_matrix_clamp_focus (self);
  self->hover_row = self->hover_column = ENT_MATRIX_HEADER;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  _ent_matrix_describe_focus (self);
}

static void
queue_style (GtkWidget *widget)
{
  ENT_MATRIX (widget)->style_dirty = TRUE;
  gtk_widget_queue_resize (widget);
}

static void
ent_matrix_css_changed (GtkWidget         *widget,
                        GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (ent_matrix_parent_class)->css_changed (widget, change);
  queue_style (widget);
}

static void
ent_matrix_system_setting_changed (GtkWidget        *widget,
                                   GtkSystemSetting  setting)
{
  GTK_WIDGET_CLASS (ent_matrix_parent_class)->system_setting_changed (widget, setting);
  queue_style (widget);
}

static void
ent_matrix_direction_changed (GtkWidget        *widget,
                              GtkTextDirection  previous)
{
  GTK_WIDGET_CLASS (ent_matrix_parent_class)->direction_changed (widget, previous);
  queue_style (widget);
}

static void
ent_matrix_state_flags_changed (GtkWidget     *widget,
                                GtkStateFlags  previous)
{
  GTK_WIDGET_CLASS (ent_matrix_parent_class)->state_flags_changed (widget, previous);
  gtk_widget_queue_draw (widget);
}

/* One tab stop: from the matrix or what is being typed in it, Tab leads out. */
static gboolean
ent_matrix_focus (GtkWidget        *widget,
                  GtkDirectionType  direction)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget)))
    return FALSE;
  return gtk_widget_grab_focus (widget);
}

static void
ent_matrix_get_property (GObject    *object,
                         guint       prop_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  EntMatrix *self = ENT_MATRIX (object);

  switch (prop_id)
    {
    case PROP_MODEL:
      g_value_set_object (value, self->scene.model);
      break;
    case PROP_LABEL:
      g_value_set_string (value, self->label);
      break;
    case PROP_HIGH_CONTRAST:
      g_value_set_boolean (value, self->high_contrast);
      break;
    case PROP_HADJUSTMENT:
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->adjustments[prop_id - PROP_HADJUSTMENT]);
      break;
    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, (int) self->scroll_policy[prop_id - PROP_HSCROLL_POLICY]);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ent_matrix_set_property (GObject      *object,
                         guint         prop_id,
                         const GValue *value,
                         GParamSpec   *pspec)
{
  EntMatrix *self = ENT_MATRIX (object);

  switch (prop_id)
    {
    case PROP_MODEL:
      ent_matrix_set_model (self, g_value_get_object (value));
      break;
    case PROP_LABEL:
      ent_matrix_set_label (self, g_value_get_string (value));
      break;
    case PROP_HIGH_CONTRAST:
      ent_matrix_set_high_contrast (self, g_value_get_boolean (value));
      break;
    case PROP_HADJUSTMENT:
    case PROP_VADJUSTMENT:
      _ent_matrix_set_adjustment (self, prop_id - PROP_HADJUSTMENT, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY:
      self->scroll_policy[prop_id - PROP_HSCROLL_POLICY] = (guint) g_value_get_enum (value);
      gtk_widget_queue_resize (GTK_WIDGET (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ent_matrix_dispose (GObject *object)
{
  EntMatrix *self = ENT_MATRIX (object);

  _ent_matrix_stop_flash (self);
  _ent_matrix_end_entry (self, FALSE);
  _ent_matrix_drop_old_text (self);
  _ent_matrix_close_menu (self);
  _ent_matrix_remove_cells (self);
  if (self->scene.model != NULL)
    g_signal_handlers_disconnect_by_data (self->scene.model, self);
  g_clear_object (&self->scene.model);
  _ent_matrix_set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, NULL);
  _ent_matrix_set_adjustment (self, GTK_ORIENTATION_VERTICAL, NULL);
  G_OBJECT_CLASS (ent_matrix_parent_class)->dispose (object);
}

static void
ent_matrix_finalize (GObject *object)
{
  EntMatrix *self = ENT_MATRIX (object);

  ent_matrix_scene_clear (&self->scene);
  g_hash_table_unref (self->tiles);
  g_hash_table_unref (self->next_tiles);
  g_ptr_array_unref (self->cells);
  g_string_free (self->typed, TRUE);
  g_clear_object (&self->adjustments[0]);
  g_clear_object (&self->adjustments[1]);
  g_free (self->text_before);
  g_free (self->label);
  G_OBJECT_CLASS (ent_matrix_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  properties[PROP_MODEL] =
    g_param_spec_object ("model", NULL, NULL, ENT_TYPE_MATRIX_MODEL, flags);
  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL, flags);
  properties[PROP_HIGH_CONTRAST] =
    g_param_spec_boolean ("high-contrast", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
}

static void
ent_matrix_class_init (EntMatrixClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = ent_matrix_get_property;
  object_class->set_property = ent_matrix_set_property;
  object_class->dispose = ent_matrix_dispose;
  object_class->finalize = ent_matrix_finalize;
  widget_class->measure = _ent_matrix_measure;
  widget_class->size_allocate = _ent_matrix_size_allocate;
  widget_class->snapshot = _ent_matrix_snapshot;
  widget_class->css_changed = ent_matrix_css_changed;
  widget_class->system_setting_changed = ent_matrix_system_setting_changed;
  widget_class->direction_changed = ent_matrix_direction_changed;
  widget_class->state_flags_changed = ent_matrix_state_flags_changed;
  widget_class->focus = ent_matrix_focus;
  widget_class->query_tooltip = _ent_matrix_query_tooltip;

  install_properties (object_class);
  _ent_matrix_class_init_signals ();
  _ent_matrix_class_init_keys (widget_class);
  gtk_widget_class_set_css_name (widget_class, "matrix");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
}

static void
ent_matrix_init (EntMatrix *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  ent_matrix_scene_init (&self->scene);
  /* What is seen of it at the least says nothing: a scrolled window that goes by that changes its
   * mind about its bars while it hands out space, and GTK 4.8 may leave the page blank. */
  self->scroll_policy[GTK_ORIENTATION_HORIZONTAL] = GTK_SCROLL_NATURAL;
  self->scroll_policy[GTK_ORIENTATION_VERTICAL] = GTK_SCROLL_NATURAL;
  self->style_dirty = TRUE;
  self->hover_row = self->hover_column = ENT_MATRIX_HEADER;
  self->typed = g_string_new (NULL);
  self->tiles = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) gsk_render_node_unref);
  self->next_tiles = g_hash_table_new_full (NULL, NULL, NULL,
                                            (GDestroyNotify) gsk_render_node_unref);
  self->cells = g_ptr_array_new ();
  gtk_widget_set_focusable (widget, TRUE);
  gtk_widget_set_overflow (widget, GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_has_tooltip (widget, TRUE);
  _ent_matrix_set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, NULL);
  _ent_matrix_set_adjustment (self, GTK_ORIENTATION_VERTICAL, NULL);
  _ent_matrix_init_keys (self);
  _ent_matrix_init_pointer (self);
}

/**
 * ent_matrix_new:
 *
 * Returns: (transfer floating): a matrix without a model; put it into a #GtkScrolledWindow
 */
GtkWidget *
ent_matrix_new (void)
{
  return g_object_new (ENT_TYPE_MATRIX, NULL);
}

/**
 * ent_matrix_get_model:
 * @self: a matrix
 *
 * Returns: (transfer none) (nullable): what it shows
 */
EntMatrixModel *
ent_matrix_get_model (EntMatrix *self)
{
  g_return_val_if_fail (ENT_IS_MATRIX (self), NULL);

  return self->scene.model;
}

/**
 * ent_matrix_set_model:
 * @self: a matrix
 * @model: (nullable): what to show
 *
 * Shows another model, from its start.
 */
void
ent_matrix_set_model (EntMatrix      *self,
                      EntMatrixModel *model)
{
  g_return_if_fail (ENT_IS_MATRIX (self));
  g_return_if_fail (model == NULL || ENT_IS_MATRIX_MODEL (model));

  if (self->scene.model == model)
    return;
  _ent_matrix_end_entry (self, TRUE);
  _ent_matrix_forget_typed (self);
  if (self->scene.model != NULL)
    g_signal_handlers_disconnect_by_data (self->scene.model, self);
  g_set_object (&self->scene.model, model);
  if (model != NULL)
    {
      g_signal_connect_object (model, "changed", G_CALLBACK (on_model_changed), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (model, "layout-changed", G_CALLBACK (on_layout_changed), self,
                               G_CONNECT_SWAPPED);
    }
  self->row = self->column = self->anchor_row = self->anchor_column = 0;
  self->scene.layout.scroll_x = self->scene.layout.scroll_y = 0;
  on_layout_changed (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MODEL]);
}

/**
 * ent_matrix_get_label:
 * @self: a matrix
 *
 * Returns: (transfer none) (nullable): what a screen reader calls it
 */
const char *
ent_matrix_get_label (EntMatrix *self)
{
  g_return_val_if_fail (ENT_IS_MATRIX (self), NULL);

  return self->label;
}

/**
 * ent_matrix_set_label:
 * @self: a matrix
 * @label: (nullable): what a screen reader calls it
 *
 * Names the matrix ("Role chart").
 */
void
ent_matrix_set_label (EntMatrix  *self,
                      const char *label)
{
  g_return_if_fail (ENT_IS_MATRIX (self));

  if (g_strcmp0 (self->label, label) == 0)
    return;
  g_free (self->label);
  self->label = g_strdup (label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label != NULL ? label : "", -1);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LABEL]);
}

/**
 * ent_matrix_get_high_contrast:
 * @self: a matrix
 *
 * Returns: whether it is drawn in high contrast
 */
gboolean
ent_matrix_get_high_contrast (EntMatrix *self)
{
  g_return_val_if_fail (ENT_IS_MATRIX (self), FALSE);

  return self->high_contrast;
}

/**
 * ent_matrix_set_high_contrast:
 * @self: a matrix
 * @high_contrast: whether to draw in high contrast
 *
 * Chooses the palette. Light or dark follows the colour of text; contrast cannot be told from it,
 * so bind this to AdwStyleManager:high-contrast.
 */
void
ent_matrix_set_high_contrast (EntMatrix *self,
                              gboolean   high_contrast)
{
  g_return_if_fail (ENT_IS_MATRIX (self));

  if (self->high_contrast == !!high_contrast)
    return;
  self->high_contrast = !!high_contrast;
  queue_style (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HIGH_CONTRAST]);
}

/**
 * ent_matrix_get_focus_cell:
 * @self: a matrix
 * @row: (out): a row; -1 on a column's header, the number of rows on the empty row at the end
 * @column: (out): a column; -1 on a row's header and on the empty row
 *
 * Tells where the keyboard is within the matrix.
 */
void
ent_matrix_get_focus_cell (EntMatrix *self,
                           int       *row,
                           int       *column)
{
  g_return_if_fail (ENT_IS_MATRIX (self));
  g_return_if_fail (row != NULL && column != NULL);

  *row = self->row;
  *column = self->column;
}

/**
 * ent_matrix_get_cell_area:
 * @self: a matrix
 * @row: a row
 * @column: a column
 * @area: (out): where the cell is
 *
 * Tells where a cell is in the matrix, for a popover that points to it. It can be out of sight.
 */
void
ent_matrix_get_cell_area (EntMatrix    *self,
                          guint         row,
                          guint         column,
                          GdkRectangle *area)
{
  EntMatrixRect rect;

  g_return_if_fail (ENT_IS_MATRIX (self));
  g_return_if_fail (area != NULL);
  g_return_if_fail (row < self->scene.layout.n_rows && column < self->scene.layout.n_columns);

  rect = ent_matrix_layout_get_rect (&self->scene.layout, (int) row, (int) column);
  *area = (GdkRectangle) { (int) rect.x, (int) rect.y, (int) rect.width, (int) rect.height };
}

/**
 * ent_matrix_reveal:
 * @self: a matrix
 * @row: a row, or -1 for a column's header
 * @column: a column, or -1 for a row's header
 *
 * Scrolls to a cell, gives it the focus and makes it flash.
 */
void
ent_matrix_reveal (EntMatrix *self,
                   int        row,
                   int        column)
{
  g_return_if_fail (ENT_IS_MATRIX (self));

  if (!_ent_matrix_is_place (self, row, column) || row >= (int) self->scene.layout.n_rows)
    return;
  _ent_matrix_end_entry (self, TRUE);
  _ent_matrix_move_focus (self, row, column, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  _ent_matrix_flash (self, row, column);
}

/**
 * ent_matrix_start_append:
 * @self: a matrix
 *
 * Puts the keyboard into the empty row at the end, where a title adds a row. Does nothing when the
 * model takes no rows.
 */
void
ent_matrix_start_append (EntMatrix *self)
{
  g_return_if_fail (ENT_IS_MATRIX (self));

  if (self->scene.layout.has_append)
    _ent_matrix_start_entry (self, (int) self->scene.layout.n_rows);
}

/**
 * ent_matrix_commit_edit:
 * @self: a matrix
 *
 * Takes over a title that is being typed, as before saving or closing.
 *
 * Returns: %FALSE when the model refused it; it is still there to be mended
 */
gboolean
ent_matrix_commit_edit (EntMatrix *self)
{
  g_return_val_if_fail (ENT_IS_MATRIX (self), TRUE);

  _ent_matrix_end_entry (self, TRUE);
  return self->text == NULL;
}
