/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A title and a smaller line, at the end a word and a note. It can be dragged onto another row,
 * where a line shows on which side it would go; whether it may be moved the list decides. */
#include "config.h"

#include "pages/ent-list-pane-row.h"

#include "pages/ent-text.h"

struct _EntListPaneRow {
  GtkBox parent_instance;

  const EntListPaneSpec *spec;
  EntRecord *record;
  gulong handler;

  GtkLabel *title;
  GtkLabel *detail;
  GtkLabel *word;
  GtkLabel *note;
  const char *word_class;
};

G_DEFINE_FINAL_TYPE (EntListPaneRow, ent_list_pane_row, GTK_TYPE_BOX)

enum { DROPPED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
set_label (GtkLabel *label, char *text)
{
  g_autofree char *line = text != NULL ? ent_text_shorten (text) : g_strdup ("");

  gtk_label_set_text (label, line);
  gtk_widget_set_visible (GTK_WIDGET (label), *line != '\0');
  g_free (text);
}

/* A word that has a colour is not dimmed. */
static void
set_word_class (EntListPaneRow *self, const char *css_class)
{
  const char *before = self->word_class != NULL ? self->word_class : "dim-label";
  const char *now = css_class != NULL ? css_class : "dim-label";

  self->word_class = css_class;
  if (g_str_equal (before, now))
    return;

  gtk_widget_remove_css_class (GTK_WIDGET (self->word), before);
  gtk_widget_add_css_class (GTK_WIDGET (self->word), now);
}

static gboolean
can_move (EntListPaneRow *self)
{
  GtkWidget *list = gtk_widget_get_ancestor (GTK_WIDGET (self), ENT_TYPE_LIST_PANE);

  return list != NULL && ent_list_pane_can_move (ENT_LIST_PANE (list));
}

static GdkContentProvider *
on_drag_prepare (EntListPaneRow *self)
{
  return can_move (self) ? gdk_content_provider_new_typed (ENT_TYPE_RECORD, self->record) : NULL;
}

static void
on_drag_begin (EntListPaneRow *self, GdkDrag *drag, GtkDragSource *source)
{
  g_autoptr(GdkPaintable) picture = gtk_widget_paintable_new (GTK_WIDGET (self));

  gtk_drag_source_set_icon (source, picture, 0, 0);
}

static gboolean
is_below (EntListPaneRow *self, double y)
{
  return y > gtk_widget_get_height (GTK_WIDGET (self)) / 2.0;
}

static void
clear_drop_line (EntListPaneRow *self)
{
  gtk_widget_remove_css_class (GTK_WIDGET (self), "ent-drop-above");
  gtk_widget_remove_css_class (GTK_WIDGET (self), "ent-drop-below");
}

static GdkDragAction
on_drag_motion (EntListPaneRow *self, double x, double y)
{
  clear_drop_line (self);
  if (!can_move (self))
    return 0;

  gtk_widget_add_css_class (GTK_WIDGET (self),
                            is_below (self, y) ? "ent-drop-below" : "ent-drop-above");
  return GDK_ACTION_MOVE;
}

static gboolean
on_drop (EntListPaneRow *self, const GValue *value, double x, double y)
{
  gpointer dragged = g_value_get_object (value);
  gboolean taken = FALSE;

  clear_drop_line (self);
  if (dragged == NULL || dragged == self->record)
    return FALSE;

  g_signal_emit (self, signals[DROPPED], 0, dragged, self->record, is_below (self, y), &taken);
  return taken;
}

static void
ent_list_pane_row_dispose (GObject *object)
{
  EntListPaneRow *self = ENT_LIST_PANE_ROW (object);

  if (self->record != NULL)
    g_clear_signal_handler (&self->handler, self->record);
  g_clear_object (&self->record);

  G_OBJECT_CLASS (ent_list_pane_row_parent_class)->dispose (object);
}

static void
ent_list_pane_row_class_init (EntListPaneRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ent_list_pane_row_dispose;

  /**
   * EntListPaneRow::dropped:
   * @dragged: the record that was dropped
   * @onto: the record of this row
   * @below: whether on the lower half
   *
   * Returns: whether it could be put there
   */
  signals[DROPPED] =
    g_signal_new ("dropped", ENT_TYPE_LIST_PANE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_BOOLEAN, 3, ENT_TYPE_RECORD, ENT_TYPE_RECORD, G_TYPE_BOOLEAN);
}

static void
add_controllers (EntListPaneRow *self)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (ENT_TYPE_RECORD, GDK_ACTION_MOVE);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_swapped (source, "prepare", G_CALLBACK (on_drag_prepare), self);
  g_signal_connect_swapped (source, "drag-begin", G_CALLBACK (on_drag_begin), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (source));
  g_signal_connect_swapped (target, "enter", G_CALLBACK (on_drag_motion), self);
  g_signal_connect_swapped (target, "motion", G_CALLBACK (on_drag_motion), self);
  g_signal_connect_swapped (target, "leave", G_CALLBACK (clear_drop_line), self);
  g_signal_connect_swapped (target, "drop", G_CALLBACK (on_drop), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

static GtkLabel *
new_label (gboolean small)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (small)
    {
      gtk_widget_add_css_class (label, "caption");
      gtk_widget_add_css_class (label, "dim-label");
    }

  return GTK_LABEL (label);
}

/* Two lines that stand at the start of the row, or at its end. */
static void
add_lines (EntListPaneRow *self, GtkLabel *upper, GtkLabel *lower, GtkAlign align)
{
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_widget_set_valign (lines, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (lines, align == GTK_ALIGN_FILL);
  gtk_widget_set_halign (GTK_WIDGET (upper), align);
  gtk_widget_set_halign (GTK_WIDGET (lower), align);
  gtk_box_append (GTK_BOX (lines), GTK_WIDGET (upper));
  gtk_box_append (GTK_BOX (lines), GTK_WIDGET (lower));
  gtk_box_append (GTK_BOX (self), lines);
}

static void
ent_list_pane_row_init (EntListPaneRow *self)
{
  gtk_box_set_spacing (GTK_BOX (self), 6);
  gtk_widget_add_css_class (GTK_WIDGET (self), "ent-entry");

  self->title = new_label (FALSE);
  self->detail = new_label (TRUE);
  self->word = new_label (TRUE);
  self->note = new_label (TRUE);
  gtk_label_set_ellipsize (self->word, PANGO_ELLIPSIZE_NONE);
  gtk_label_set_ellipsize (self->note, PANGO_ELLIPSIZE_NONE);
  add_lines (self, self->title, self->detail, GTK_ALIGN_FILL);
  add_lines (self, self->word, self->note, GTK_ALIGN_END);
  add_controllers (self);
}

/**
 * ent_list_pane_row_new:
 *
 * Returns: (transfer floating): an empty row
 */
GtkWidget *
ent_list_pane_row_new (void)
{
  return g_object_new (ENT_TYPE_LIST_PANE_ROW, NULL);
}

/**
 * ent_list_pane_row_update:
 * @self: a row with a record
 *
 * Writes its lines anew, as when a record was renamed that they speak of.
 */
void
ent_list_pane_row_update (EntListPaneRow *self)
{
  const EntListPaneSpec *spec;

  g_return_if_fail (ENT_IS_LIST_PANE_ROW (self));

  spec = self->spec;
  if (self->record == NULL)
    return;

  set_label (self->title, ent_text_dup_title (self->record));
  set_label (self->detail, spec->dup_detail (self->record));
  set_label (self->word, spec->dup_word != NULL ? spec->dup_word (self->record) : NULL);
  set_word_class (self, spec->get_word_class != NULL ? spec->get_word_class (self->record) : NULL);
  set_label (self->note, spec->dup_note != NULL ? spec->dup_note (self->record) : NULL);
}

/**
 * ent_list_pane_row_get_record:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): the record it shows
 */
EntRecord *
ent_list_pane_row_get_record (EntListPaneRow *self)
{
  g_return_val_if_fail (ENT_IS_LIST_PANE_ROW (self), NULL);

  return self->record;
}

/**
 * ent_list_pane_row_set_record:
 * @self: a row
 * @record: (nullable): the record to show; the row follows it
 * @spec: how
 */
void
ent_list_pane_row_set_record (EntListPaneRow        *self,
                              EntRecord             *record,
                              const EntListPaneSpec *spec)
{
  g_return_if_fail (ENT_IS_LIST_PANE_ROW (self));

  if (self->record != NULL)
    g_clear_signal_handler (&self->handler, self->record);
  g_set_object (&self->record, record);
  self->spec = spec;

  if (record == NULL)
    return;

  self->handler =
    g_signal_connect_swapped (record, "notify", G_CALLBACK (ent_list_pane_row_update), self);
  ent_list_pane_row_update (self);
}
