/* SPDX-License-Identifier: GPL-3.0-or-later */
/* GtkTextView knows its height only after it has wrapped its lines in idle time, and in GTK 4.8 it
 * often does not ask for that height while a window comes up: it stays flat. This one measures its
 * text itself, for the width it is asked about, and remembers the answer until the text changes. */
#include "config.h"

#include "pages/ent-text-view.h"

struct _EntTextView {
  GtkTextView parent_instance;

  int known_width;
  int known_height;
};

G_DEFINE_FINAL_TYPE (EntTextView, ent_text_view, GTK_TYPE_TEXT_VIEW)

#define NATURAL_WIDTH 200

static void
forget_height (EntTextView *self)
{
  self->known_width = -1;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static int
measure_text (EntTextView *self, int width)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  g_autoptr(PangoLayout) layout = NULL;
  g_autofree char *text = NULL;
  GtkTextIter start, end;
  int height;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
  layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  pango_layout_set_width (layout, MAX (width, 1) * PANGO_SCALE);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_get_pixel_size (layout, NULL, &height);

  return height;
}

static GtkSizeRequestMode
ent_text_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
ent_text_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                       int *natural, int *minimum_baseline, int *natural_baseline)
{
  EntTextView *self = ENT_TEXT_VIEW (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 1;
      *natural = NATURAL_WIDTH;
      return;
    }

  if (for_size < 0)
    for_size = NATURAL_WIDTH;
  if (for_size != self->known_width)
    {
      self->known_height = measure_text (self, for_size);
      self->known_width = for_size;
    }
  *minimum = *natural = self->known_height;
}

static void
ent_text_view_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (ent_text_view_parent_class)->css_changed (widget, change);

  ENT_TEXT_VIEW (widget)->known_width = -1;
}

static void
on_buffer (EntTextView *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));

  g_signal_connect_object (buffer, "changed", G_CALLBACK (forget_height), self, G_CONNECT_SWAPPED);
  forget_height (self);
}

static void
ent_text_view_class_init (EntTextViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->css_changed = ent_text_view_css_changed;
  widget_class->get_request_mode = ent_text_view_get_request_mode;
  widget_class->measure = ent_text_view_measure;
}

static void
ent_text_view_init (EntTextView *self)
{
  self->known_width = -1;
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self), FALSE);
  g_signal_connect (self, "notify::buffer", G_CALLBACK (on_buffer), NULL);
}
