/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Titles typed into the matrix: renaming a row, and adding rows at the end.
 *
 * One frameless text lies over the header while it is needed. In the empty row it stays after
 * Enter, ready for the next title. Leaving it in any way but Escape keeps what was typed. */
#include "config.h"

#include "widgets/ent-matrix-private.h"

#include <glib/gi18n.h>

#include "model/ent-field.h"

/* Takes over the title; returns FALSE when the model refused it. */
static gboolean
commit (EntMatrix *self)
{
  g_autofree char *title = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->text)));
  g_autoptr(GError) error = NULL;
  gboolean done = TRUE;

  g_strstrip (title);
  if (self->text_before == NULL)
    {
      if (*title != '\0')
        done = ent_matrix_model_append_row (self->scene.model, title, &error);
    }
  else if (!g_str_equal (title, self->text_before))
    {
      done = ent_matrix_model_set_row_title (self->scene.model, (guint) self->text_row, title,
                                             &error);
    }
  if (!done)
    _ent_matrix_problem (self, error->message);
  return done;
}

static void
unparent_old_text (gpointer data)
{
  EntMatrix *self = data;

  self->old_text_id = 0;
  g_clear_pointer (&self->old_text, gtk_widget_unparent);
}

/* Takes the text away. The focus is handed over before, lest it wander to another widget; and as
 * this may happen while GTK moves the focus, the widget itself goes later. */
static void
remove_text (EntMatrix *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  _ent_matrix_drop_old_text (self);
  self->old_text = g_steal_pointer (&self->text);
  self->old_text_id = g_idle_add_once (unparent_old_text, self);
  if (root != NULL && gtk_root_get_focus (root) == self->old_text)
    gtk_widget_grab_focus (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
on_activate (EntMatrix *self)
{
  if (self->text_before != NULL)
    {
      _ent_matrix_end_entry (self, TRUE);
      return;
    }
  if (!commit (self))
    return;
  gtk_editable_set_text (GTK_EDITABLE (self->text), "");
  _ent_matrix_scroll_to (self, self->row, ENT_MATRIX_HEADER);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* Out of the empty row upwards, from a row's title in both directions. */
static void
leave (EntMatrix *self,
       int        step)
{
  gboolean append = self->text_before == NULL;
  int row = self->text_row;

  _ent_matrix_end_entry (self, TRUE);
  if (append)
    row = (int) self->scene.layout.n_rows;
  if (self->text == NULL)
    _ent_matrix_move_focus (self, row + step, ENT_MATRIX_HEADER, FALSE);
}

static gboolean
on_text_key (EntMatrix       *self,
             guint            keyval,
             guint            keycode,
             GdkModifierType  state)
{
  switch (keyval)
    {
    case GDK_KEY_Escape:
      _ent_matrix_end_entry (self, FALSE);
      return GDK_EVENT_STOP;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      leave (self, -1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      if (self->text_before != NULL)
        leave (self, 1);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

/* The window may lose the focus while the text keeps it: then nothing has been left. */
static void
on_text_leave (EntMatrix *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (self->text != NULL && (root == NULL || gtk_root_get_focus (root) != self->text))
    _ent_matrix_end_entry (self, TRUE);
}

static void
on_text_read (GObject      *object,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr(EntMatrix) self = data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (object), result, NULL);
  int position;

  if (text == NULL || self->text == NULL)
    return;
  if (self->text_before == NULL && strpbrk (text, "\t\r\n") != NULL)
    {
      _ent_matrix_paste_text (self, text);
      _ent_matrix_scroll_to (self, self->row, ENT_MATRIX_HEADER);
      gtk_widget_queue_allocate (GTK_WIDGET (self));
      return;
    }
  gtk_editable_delete_selection (GTK_EDITABLE (self->text));
  position = gtk_editable_get_position (GTK_EDITABLE (self->text));
  gtk_editable_insert_text (GTK_EDITABLE (self->text), text, -1, &position);
  gtk_editable_set_position (GTK_EDITABLE (self->text), position);
}

/* Several lines pasted into the empty row are several rows, with their cells if there are any. */
static void
on_paste (EntMatrix *self,
          GtkText   *text)
{
  g_signal_stop_emission_by_name (text, "paste-clipboard");
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), NULL, on_text_read,
                                 g_object_ref (self));
}

static void
make_text (EntMatrix *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->text = gtk_text_new ();
  /* No title is longer, and Pango takes minutes over a table pasted into one line by mistake. */
  gtk_text_set_max_length (GTK_TEXT (self->text), ENT_LINE_MAX_CHARS);
  gtk_widget_add_css_class (self->text, "matrix-title");
  g_signal_connect_object (self->text, "activate", G_CALLBACK (on_activate), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->text, "paste-clipboard", G_CALLBACK (on_paste), self,
                           G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_text_key), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->text, keys);
  g_signal_connect_object (focus, "leave", G_CALLBACK (on_text_leave), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->text, focus);
}

/* Lays a text over the header of a row, or over the empty row at the end, and gives it the
 * focus. */
void
_ent_matrix_start_entry (EntMatrix *self,
                         int        row)
{
  EntMatrixModel *model = self->scene.model;
  gboolean append = row == (int) self->scene.layout.n_rows;
  g_autofree char *label = NULL;

  if (model == NULL || !ent_matrix_model_can_edit (model))
    return;
  _ent_matrix_end_entry (self, TRUE);
  if (self->text != NULL)
    return;
  if (append)
    row = (int) self->scene.layout.n_rows;
  self->row = self->anchor_row = row;
  self->column = self->anchor_column = ENT_MATRIX_HEADER;
  self->text_row = row;
  g_clear_pointer (&self->text_before, g_free);
  make_text (self);
  if (append)
    {
      label = ent_matrix_model_dup_append_prompt (model);
      gtk_text_set_placeholder_text (GTK_TEXT (self->text), label);
    }
  else
    {
      label = g_strdup (_("Title"));
      self->text_before = ent_matrix_model_dup_row_title (model, (guint) row);
      gtk_editable_set_text (GTK_EDITABLE (self->text), self->text_before);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  gtk_widget_set_parent (self->text, GTK_WIDGET (self));
  _ent_matrix_scroll_to (self, row, ENT_MATRIX_HEADER);
  _ent_matrix_describe_focus (self);
  gtk_widget_grab_focus (self->text);
}

/* Takes the text away, with what was typed or without. A title the model refuses stays. */
void
_ent_matrix_end_entry (EntMatrix *self,
                       gboolean   keep)
{
  if (self->text == NULL)
    return;
  if (keep && !commit (self))
    return;
  if (self->text == NULL)
    return;
  if (self->text_before == NULL)
    self->row = MIN (self->row, (int) self->scene.layout.n_rows - 1);
  remove_text (self);
}

/* After rows changed: the empty row has moved, and the row that is being renamed may be gone or
 * stand elsewhere. A title is never given to another row than the one it was begun for. */
void
_ent_matrix_check_entry (EntMatrix *self)
{
  int n_rows = (int) self->scene.layout.n_rows;
  g_autofree char *title = NULL;

  if (self->text == NULL)
    return;
  if (self->text_before == NULL && self->scene.layout.has_append)
    {
      self->text_row = self->row = n_rows;
      return;
    }
  if (self->text_before != NULL && self->text_row < n_rows)
    title = ent_matrix_model_dup_row_title (self->scene.model, (guint) self->text_row);
  if (title == NULL || !g_str_equal (title, self->text_before))
    _ent_matrix_end_entry (self, FALSE);
}

/* Unparents at once what is to go later. */
void
_ent_matrix_drop_old_text (EntMatrix *self)
{
  g_clear_handle_id (&self->old_text_id, g_source_remove);
  g_clear_pointer (&self->old_text, gtk_widget_unparent);
}

/* Where a title is typed: over the header of its row, and beyond where the title needs it. */
EntMatrixRect
_ent_matrix_get_entry_rect (EntMatrix *self)
{
  const EntMatrixLayout *layout = &self->scene.layout;
  EntMatrixRect rect = ent_matrix_layout_get_rect (layout, self->text_row, ENT_MATRIX_HEADER);
  int pad = (int) (layout->char_width * 0.9);
  double wide = CLAMP (layout->row_width + 8.0 * pad, rect.width, MAX (layout->width, rect.width));

  if (layout->rtl)
    rect.x += rect.width - wide;
  rect.width = wide;
  return rect;
}

void
_ent_matrix_allocate_entry (EntMatrix *self)
{
  int pad = (int) (self->scene.layout.char_width * 0.9);
  EntMatrixRect rect;
  GtkAllocation place;
  int height;

  if (self->text == NULL)
    return;
  rect = _ent_matrix_get_entry_rect (self);
  gtk_widget_measure (self->text, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_measure (self->text, GTK_ORIENTATION_VERTICAL, -1, &height, NULL, NULL, NULL);
  place = (GtkAllocation) {
    (int) rect.x + pad, (int) rect.y + MAX ((int) rect.height - height, 0) / 2,
    MAX ((int) rect.width - 2 * pad, 1), height
  };
  gtk_widget_size_allocate (self->text, &place, -1);
}
