/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Of many KPIs only the most pressing have a card; the rest is a step away. Cards stay while their
 * figures change, so that one that has the focus keeps it. */
#include "config.h"

#include "pages/ent-kpi-cards.h"

#include <glib/gi18n.h>

#include "pages/ent-compat.h"
#include "pages/ent-kpi-card.h"
#include "pages/ent-page-analysis.h"
#include "pages/ent-page.h"

#define MOST_CARDS 8

struct _EntKpiCards {
  AdwBin parent_instance;

  EntKpis *kpis;
  GSignalGroup *kpis_signals;
  gboolean stale; /* figures changed while nobody was looking */

  AdwPreferencesGroup *group;
  GtkFlowBox *box;
};

G_DEFINE_FINAL_TYPE (EntKpiCards, ent_kpi_cards, ADW_TYPE_BIN)

/* By status; of equals in their own order. */
static int
compare_pressing (gconstpointer a, gconstpointer b, gpointer data)
{
  EntKpis *kpis = data;
  guint x = *(const guint *) a;
  guint y = *(const guint *) b;
  EntKpiStatus status = ent_kpis_get_series (kpis, x)->standing.status;
  EntKpiStatus other = ent_kpis_get_series (kpis, y)->standing.status;

  if (status != other)
    return status < other ? -1 : 1;

  return (x > y) - (x < y);
}

static GArray *
dup_order (EntKpiCards *self)
{
  guint n = self->kpis != NULL ? ent_kpis_get_n (self->kpis) : 0;
  GArray *order = g_array_sized_new (FALSE, FALSE, sizeof (guint), n);

  for (guint i = 0; i < n; i++)
    g_array_append_val (order, i);
  g_array_sort_with_data (order, compare_pressing, self->kpis);

  return order;
}

static void
set_description (EntKpiCards *self, guint n)
{
  g_autofree char *text = NULL;

  if (n > MOST_CARDS)
    /* Translators: %u of all KPIs have a card */
    text = g_strdup_printf (ngettext ("The %u most pressing of %u KPI",
                                      "The %u most pressing of %u KPIs", n), MOST_CARDS, n);
  adw_preferences_group_set_description (self->group, text);
}

static void
update (EntKpiCards *self)
{
  g_autoptr(GArray) order = dup_order (self);
  guint n = MIN (order->len, MOST_CARDS);
  GtkFlowBoxChild *child;

  self->stale = FALSE;
  while ((child = gtk_flow_box_get_child_at_index (self->box, (int) n)) != NULL)
    gtk_flow_box_remove (self->box, GTK_WIDGET (child));
  for (guint i = 0; i < n; i++)
    {
      child = gtk_flow_box_get_child_at_index (self->box, (int) i);
      if (child == NULL)
        {
          child = GTK_FLOW_BOX_CHILD (ent_kpi_card_new ());
          gtk_flow_box_append (self->box, GTK_WIDGET (child));
        }
      ent_kpi_card_show (ENT_KPI_CARD (child),
                         ent_kpis_get_series (self->kpis, g_array_index (order, guint, i)));
    }

  set_description (self, order->len);
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
}

static void
on_changed (EntKpiCards *self, const EntKpisUpdate *update_of)
{
  /* Without cards it is not mapped, and would never come back. */
  if (gtk_widget_get_mapped (GTK_WIDGET (self)) || update_of->layout)
    update (self);
  else
    self->stale = TRUE;
}

static void
on_child_activated (EntKpiCards *self, GtkFlowBoxChild *child)
{
  EntPage *page = ent_page_find (GTK_WIDGET (self));
  EntRecord *kpi = ent_kpi_card_get_kpi (ENT_KPI_CARD (child));

  if (page != NULL && kpi != NULL)
    ent_page_request_reveal (page, kpi, -1);
}

static void
ent_kpi_cards_map (GtkWidget *widget)
{
  EntKpiCards *self = ENT_KPI_CARDS (widget);

  if (self->stale)
    update (self);

  GTK_WIDGET_CLASS (ent_kpi_cards_parent_class)->map (widget);
}

static void
ent_kpi_cards_dispose (GObject *object)
{
  EntKpiCards *self = ENT_KPI_CARDS (object);

  g_clear_object (&self->kpis_signals);
  g_clear_object (&self->kpis);

  G_OBJECT_CLASS (ent_kpi_cards_parent_class)->dispose (object);
}

static void
ent_kpi_cards_class_init (EntKpiCardsClass *klass)
{
  GTK_WIDGET_CLASS (klass)->map = ent_kpi_cards_map;
  G_OBJECT_CLASS (klass)->dispose = ent_kpi_cards_dispose;
}

static GtkWidget *
new_box (EntKpiCards *self)
{
  self->box = GTK_FLOW_BOX (gtk_flow_box_new ());
  gtk_flow_box_set_selection_mode (self->box, GTK_SELECTION_NONE);
  gtk_flow_box_set_homogeneous (self->box, TRUE);
  gtk_flow_box_set_min_children_per_line (self->box, 1);
  gtk_flow_box_set_max_children_per_line (self->box, 3);
  gtk_flow_box_set_column_spacing (self->box, 12);
  gtk_flow_box_set_row_spacing (self->box, 12);
  ent_compat_guard_flow_boxes (GTK_WIDGET (self->box));
  ent_compat_set_label (GTK_WIDGET (self->box), _("How it goes"));
  g_signal_connect_object (self->box, "child-activated", G_CALLBACK (on_child_activated), self,
                           G_CONNECT_SWAPPED);

  return GTK_WIDGET (self->box);
}

static void
ent_kpi_cards_init (EntKpiCards *self)
{
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->group, _("How it goes"));
  adw_preferences_group_add (self->group, new_box (self));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->group));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);

  self->kpis_signals = g_signal_group_new (ENT_TYPE_KPIS);
  g_signal_group_connect_swapped (self->kpis_signals, "changed", G_CALLBACK (on_changed), self);
}

/**
 * ent_kpi_cards_set_project:
 * @self: cards
 * @project: (nullable): whose KPIs to show
 */
void
ent_kpi_cards_set_project (EntKpiCards *self, EntProject *project)
{
  g_return_if_fail (ENT_IS_KPI_CARDS (self));
  g_return_if_fail (project == NULL || ENT_IS_PROJECT (project));

  g_clear_object (&self->kpis);
  if (project != NULL)
    self->kpis = ent_page_analysis_dup_kpis (project);
  g_signal_group_set_target (self->kpis_signals, self->kpis);
  update (self);
}
