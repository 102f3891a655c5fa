/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One line of five steps for each dimension. The partner is a disc, the others are diamonds; the
 * gap to the furthest is a bar between them, thick where it is friction, and said in words at the
 * end of the line. The whole chart is also there as text for a screen reader. */
#include "config.h"

#include "widgets/ent-culture-plot.h"

#include <glib/gi18n.h>

#include "analysis/ent-culture.h"

#define LINE_HEIGHT 58
#define MARGIN 14
#define STEPS 5
#define MARK 6.0

struct _EntCulturePlot {
  GtkWidget parent_instance;

  EntRecord *partner;
  GListModel *others;
};

G_DEFINE_FINAL_TYPE (EntCulturePlot, ent_culture_plot, GTK_TYPE_WIDGET)

static void
compare (EntCulturePlot *self, EntCultureGap *gaps)
{
  ent_culture_compare_all (self->partner, self->others, gaps);
}

static double
get_x (EntCulturePlot *self, int width, int value)
{
  double step = (width - 2.0 * MARGIN) / (STEPS - 1);
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  return MARGIN + step * (rtl ? STEPS - value : value - 1);
}

static void
draw_text (EntCulturePlot *self, cairo_t *cr, const char *text, double y, gboolean end,
           gboolean bold, int width)
{
  g_autoptr(PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int room = (int) ((end ? 0.7 : 0.3) * (width - 2 * MARGIN));

  pango_layout_set_width (layout, MAX (1, room) * PANGO_SCALE);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_alignment (layout, end != rtl ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
  pango_layout_set_auto_dir (layout, FALSE);
  if (bold)
    {
      g_autoptr(PangoAttrList) attributes = pango_attr_list_new ();

      pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
      pango_layout_set_attributes (layout, attributes);
    }
  cairo_move_to (cr, end != rtl ? width - MARGIN - room : MARGIN, y);
  pango_cairo_show_layout (cr, layout);
}

static void
draw_diamond (cairo_t *cr, double x, double y)
{
  cairo_move_to (cr, x, y - MARK);
  cairo_line_to (cr, x + MARK, y);
  cairo_line_to (cr, x, y + MARK);
  cairo_line_to (cr, x - MARK, y);
  cairo_close_path (cr);
  cairo_set_line_width (cr, 1.5);
  cairo_stroke (cr);
}

static void
draw_axis (EntCulturePlot *self, cairo_t *cr, double y, int width, const GdkRGBA *ink)
{
  GdkRGBA faint = *ink;

  faint.alpha *= 0.3f;
  gdk_cairo_set_source_rgba (cr, &faint);
  cairo_set_line_width (cr, 1);
  cairo_move_to (cr, get_x (self, width, 1), y);
  cairo_line_to (cr, get_x (self, width, STEPS), y);
  for (int step = 1; step <= STEPS; step++)
    {
      cairo_move_to (cr, get_x (self, width, step), y - 3);
      cairo_line_to (cr, get_x (self, width, step), y + 3);
    }
  cairo_stroke (cr);
}

static void
draw_gap (EntCulturePlot *self, cairo_t *cr, const EntCultureGap *gap, double y, int width,
          const GdkRGBA *ink)
{
  guint field = ent_culture_get_dimension (gap->dimension)->field;

  if (gap->gap < 1)
    return;

  gdk_cairo_set_source_rgba (cr, ink);
  cairo_set_line_width (cr, gap->level == ENT_CULTURE_FRICTION ? 5
                            : gap->level == ENT_CULTURE_TALK   ? 3
                                                               : 1);
  cairo_move_to (cr, get_x (self, width, ent_record_get_int (gap->low, field)), y);
  cairo_line_to (cr, get_x (self, width, ent_record_get_int (gap->high, field)), y);
  cairo_stroke (cr);
}

static void
draw_marks (EntCulturePlot *self, cairo_t *cr, guint field, double y, int width,
            const GdkRGBA *accent, const GdkRGBA *ink)
{
  int value = ent_record_get_int (self->partner, field);

  gdk_cairo_set_source_rgba (cr, ink);
  for (guint i = 0; i < g_list_model_get_n_items (self->others); i++)
    {
      g_autoptr(EntRecord) other = g_list_model_get_item (self->others, i);
      int theirs = ent_record_get_int (other, field);

      if (other != self->partner && theirs != ENT_INT_UNSET)
        draw_diamond (cr, get_x (self, width, theirs), y);
    }

  if (value == ENT_INT_UNSET)
    return;

  gdk_cairo_set_source_rgba (cr, accent);
  cairo_arc (cr, get_x (self, width, value), y, MARK - 1, 0, 2 * G_PI);
  cairo_fill (cr);
}

/* "Gap 3 · Friction to plan for" */
static char *
dup_level (const EntCultureGap *gap)
{
  const char *level = ent_culture_get_level_label (gap->level);

  return gap->gap < 0 ? g_strdup (level) : g_strdup_printf (_("Gap %d · %s"), gap->gap, level);
}

static const char *
get_name (guint dimension)
{
  guint field = ent_culture_get_dimension (dimension)->field;

  return ent_field_get_label (&ent_kind_get_info (ENT_KIND_PARTNER)->fields[field]);
}

static void
ent_culture_plot_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  EntCulturePlot *self = ENT_CULTURE_PLOT (widget);
  GtkStyleContext *style = gtk_widget_get_style_context (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  EntCultureGap gaps[ENT_CULTURE_N_DIMENSIONS];
  GdkRGBA ink, accent;
  cairo_t *cr;

  if (self->partner == NULL || self->others == NULL || width <= 2 * MARGIN)
    return;

  gtk_style_context_get_color (style, &ink);
  if (!gtk_style_context_lookup_color (style, "accent_color", &accent))
    accent = ink;

  compare (self, gaps);
  cr = gtk_snapshot_append_cairo (
    snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  for (guint i = 0; i < ENT_CULTURE_N_DIMENSIONS; i++)
    {
      double top = i * LINE_HEIGHT;
      double y = top + LINE_HEIGHT - 16;
      g_autofree char *level = dup_level (&gaps[i]);

      gdk_cairo_set_source_rgba (cr, &ink);
      draw_text (self, cr, get_name (i), top + 6, FALSE, TRUE, width);
      draw_text (self, cr, level, top + 6, TRUE, gaps[i].level == ENT_CULTURE_FRICTION, width);
      draw_axis (self, cr, y, width, &ink);
      draw_gap (self, cr, &gaps[i], y, width, &ink);
      draw_marks (self, cr, ent_culture_get_dimension (i)->field, y, width, &accent, &ink);
    }
  cairo_destroy (cr);
}

static void
ent_culture_plot_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                          int *natural, int *minimum_baseline, int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 200
                                                       : LINE_HEIGHT * ENT_CULTURE_N_DIMENSIONS;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 420 : *minimum;
}

static void
update (EntCulturePlot *self)
{
  g_autoptr(GString) text = g_string_new (NULL);
  EntCultureGap gaps[ENT_CULTURE_N_DIMENSIONS];

  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (self->partner == NULL || self->others == NULL)
    return;

  compare (self, gaps);
  for (guint i = 0; i < ENT_CULTURE_N_DIMENSIONS; i++)
    {
      g_autofree char *level = dup_level (&gaps[i]);

      g_string_append_printf (text, "%s: %s. ", get_name (i), level);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  text->str, -1);
}

static void
disconnect (EntCulturePlot *self)
{
  if (self->partner != NULL)
    g_signal_handlers_disconnect_by_data (self->partner, self);
  g_clear_object (&self->partner);
  g_clear_object (&self->others);
}

static void
ent_culture_plot_dispose (GObject *object)
{
  disconnect (ENT_CULTURE_PLOT (object));

  G_OBJECT_CLASS (ent_culture_plot_parent_class)->dispose (object);
}

static void
ent_culture_plot_class_init (EntCulturePlotClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_culture_plot_dispose;
  widget_class->snapshot = ent_culture_plot_snapshot;
  widget_class->measure = ent_culture_plot_measure;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_set_css_name (widget_class, "culture-plot");
}

static void
ent_culture_plot_init (EntCulturePlot *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("How differently the partners work"), -1);
}

/**
 * ent_culture_plot_new:
 *
 * Returns: (transfer floating): an empty chart
 */
GtkWidget *
ent_culture_plot_new (void)
{
  return g_object_new (ENT_TYPE_CULTURE_PLOT, NULL);
}

/**
 * ent_culture_plot_set_partners:
 * @self: a chart
 * @partner: (nullable): the partner it is about
 * @others: (nullable) (element-type EntRecord): whom to compare it with, as they are now; @partner
 *   itself is passed over
 */
void
ent_culture_plot_set_partners (EntCulturePlot *self, EntRecord *partner, GListModel *others)
{
  g_return_if_fail (ENT_IS_CULTURE_PLOT (self));

  disconnect (self);
  g_set_object (&self->partner, partner);
  g_set_object (&self->others, others);

  if (partner != NULL)
    g_signal_connect_object (partner, "notify", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}
