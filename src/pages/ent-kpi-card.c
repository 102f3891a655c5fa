/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For a screen reader a card is one thing with a name that says all of it. */
#include "config.h"

#include "pages/ent-kpi-card.h"

#include <glib/gi18n.h>
#include <math.h>

#include "analysis/ent-kpi-words.h"
#include "pages/ent-kpi-status.h"
#include "pages/ent-text.h"
#include "widgets/ent-sparkline.h"

struct _EntKpiCard {
  GtkFlowBoxChild parent_instance;

  EntRecord *kpi;

  GtkLabel *name;
  GtkLabel *status;
  GtkLabel *latest;
  GtkLabel *aim;
  EntSparkline *line;
};

G_DEFINE_FINAL_TYPE (EntKpiCard, ent_kpi_card, GTK_TYPE_FLOW_BOX_CHILD)

static GtkLabel *
add_label (GtkBox *box, const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), 16);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 24);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (box, label);

  return GTK_LABEL (label);
}

static void
ent_kpi_card_dispose (GObject *object)
{
  g_clear_object (&ENT_KPI_CARD (object)->kpi);

  G_OBJECT_CLASS (ent_kpi_card_parent_class)->dispose (object);
}

static void
ent_kpi_card_class_init (EntKpiCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ent_kpi_card_dispose;
}

static void
ent_kpi_card_init (EntKpiCard *self)
{
  GtkBox *box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 3));

  self->name = add_label (box, "heading");
  self->status = add_label (box, "caption-heading");
  self->line = ENT_SPARKLINE (ent_sparkline_new ());
  gtk_box_append (box, GTK_WIDGET (self->line));
  self->latest = add_label (box, "title-4");
  self->aim = add_label (box, "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->aim), "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (box), "ent-summary");
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self), "activatable");
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (self), GTK_WIDGET (box));
}

static void
draw (EntKpiCard *self, const EntKpiSeries *series)
{
  guint n = MIN (series->n, ENT_SPARKLINE_MOST);
  EntSparkPoint points[ENT_SPARKLINE_MOST];

  for (guint i = 0; i < n; i++)
    {
      const EntKpiPoint *point = ent_kpi_series_get_point (series, series->n - n + i);

      points[i] = (EntSparkPoint) { point->day, point->value };
    }

  ent_sparkline_set_points (self->line, points, n, series->plan.target);
  gtk_widget_set_visible (GTK_WIDGET (self->line), n > 0);
}

/* What is expected by now, or else what it should become. */
static char *
dup_aim (const EntKpiSeries *series)
{
  g_autofree char *expected = ent_kpi_format_expected (series);
  g_autofree char *target = ent_kpi_format_target (series->kpi);

  if (*expected != '\0')
    /* Translators: the value that a KPI should have by now */
    return g_strdup_printf (_("Expected %s"), expected);

  return *target != '\0' ? g_strdup_printf (_("Target %s"), target) : g_strdup ("");
}

/**
 * ent_kpi_card_new:
 *
 * Returns: (transfer floating): an empty card
 */
GtkWidget *
ent_kpi_card_new (void)
{
  return g_object_new (ENT_TYPE_KPI_CARD, NULL);
}

/**
 * ent_kpi_card_get_kpi:
 * @self: a card
 *
 * Returns: (transfer none) (nullable): the KPI it shows
 */
EntRecord *
ent_kpi_card_get_kpi (EntKpiCard *self)
{
  g_return_val_if_fail (ENT_IS_KPI_CARD (self), NULL);

  return self->kpi;
}

/**
 * ent_kpi_card_show:
 * @self: a card
 * @series: what was measured of a KPI
 */
void
ent_kpi_card_show (EntKpiCard *self, const EntKpiSeries *series)
{
  g_autofree char *name = NULL;
  g_autofree char *status = NULL;
  g_autofree char *latest = NULL;
  g_autofree char *aim = NULL;
  g_autofree char *reasoning = NULL;
  g_autofree char *label = NULL;

  g_return_if_fail (ENT_IS_KPI_CARD (self));
  g_return_if_fail (series != NULL);

  g_set_object (&self->kpi, series->kpi);
  name = ent_text_dup_title (series->kpi);
  status = ent_kpi_status_format (series);
  latest = ent_kpi_format_value (series->kpi, series->standing.latest);
  aim = dup_aim (series);
  reasoning = ent_kpi_explain (series);

  gtk_label_set_text (self->name, name);
  ent_kpi_status_show (self->status, series);
  gtk_label_set_text (self->latest, latest);
  gtk_label_set_text (self->aim, aim);
  draw (self, series);

  /* Translators: a card for screen readers: the name of a KPI, its status, and a sentence */
  label = g_strdup_printf (_("%s: %s. %s"), name, status, reasoning);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), reasoning);
}
