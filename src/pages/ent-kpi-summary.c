/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All of it is text that was worked out; whoever shows a summary says when it is out of date. */
#include "config.h"

#include "pages/ent-kpi-summary.h"

#include <glib/gi18n.h>
#include <math.h>

#include "analysis/ent-day.h"
#include "analysis/ent-kpi-words.h"
#include "pages/ent-kpi-status.h"

/* So many signals are told, the latest first. */
#define MOST_SIGNALS 3

#define MOST_FACTS 8

struct _EntKpiSummary {
  AdwBin parent_instance;

  EntRecord *kpi;

  GtkLabel *status;
  GtkLabel *reasoning;
  GtkLabel *names[MOST_FACTS];
  GtkLabel *facts[MOST_FACTS];
};

G_DEFINE_FINAL_TYPE (EntKpiSummary, ent_kpi_summary, ADW_TYPE_BIN)

/* --- Facts, "" where there is none ----------------------------------------------------------- */

static char *
format_day (int day)
{
  g_autofree char *iso = ent_day_from_number (day);

  return ent_day_format (iso);
}

static char *
dup_latest (const EntKpiSeries *series)
{
  g_autofree char *value = ent_kpi_format_value (series->kpi, series->standing.latest);
  g_autofree char *day = NULL;

  if (*value == '\0')
    return g_steal_pointer (&value);

  day = format_day (series->standing.latest_day);
  /* Translators: a measurement and its day: 118 people on 12 May 2026 */
  return g_strdup_printf (_("%s on %s"), value, day);
}

static char *
dup_expected (const EntKpiSeries *series)
{
  return ent_kpi_format_expected (series);
}

static char *
dup_progress (const EntKpiSeries *series)
{
  g_autofree char *percent = NULL;

  if (isnan (series->standing.progress))
    return g_strdup ("");

  percent = ent_kpi_format_number (round (100 * series->standing.progress));
  /* Translators: a percentage of the way that was expected to be made by now */
  return g_strdup_printf (_("%s%% of the way expected by now"), percent);
}

static char *
dup_target (const EntKpiSeries *series)
{
  g_autofree char *target = ent_kpi_format_target (series->kpi);
  g_autofree char *day = NULL;

  if (*target == '\0' || series->plan.target_day == ENT_DAY_NONE)
    return g_steal_pointer (&target);

  day = format_day (series->plan.target_day);
  /* Translators: a target and its day: 200 people by 11 April 2026 */
  return g_strdup_printf (_("%s by %s"), target, day);
}

static char *
dup_mean (const EntKpiSeries *series)
{
  const EntKpiSegment *last = ent_kpi_series_get_last_segment (series);

  if (last == NULL || series->plan.pulse)
    return g_strdup ("");

  return ent_kpi_format_figure (series->kpi, last->xmr.mean);
}

static char *
dup_median (const EntKpiSeries *series)
{
  const EntKpiSegment *last = ent_kpi_series_get_last_segment (series);

  return last != NULL && series->plan.pulse ? ent_kpi_format_number (last->run.median)
                                            : g_strdup ("");
}

static char *
dup_limits (const EntKpiSeries *series)
{
  const EntKpiSegment *last = ent_kpi_series_get_last_segment (series);
  g_autofree char *lower = NULL;
  g_autofree char *upper = NULL;

  if (last == NULL || !ent_xmr_has_limits (&last->xmr))
    return g_strdup ("");

  lower = ent_kpi_format_figure (series->kpi, last->xmr.lower);
  upper = ent_kpi_format_figure (series->kpi, last->xmr.upper);
  if (ent_xmr_is_trial (&last->xmr))
    /* Translators: two limits, worked out from few values */
    return g_strdup_printf (_("%s to %s, still a trial"), lower, upper);

  return g_strdup_printf (_("%s to %s"), lower, upper);
}

/* "3 March 2026 to 5 May 2026: Concern, outside the limits" */
static char *
dup_signal (const EntKpiSeries *series, guint first, guint last)
{
  EntSignal signal = ent_kpi_series_get_signal (series, last);
  const char *sense = ent_kpi_sense_get_label (ent_kpi_series_get_sense (series, signal));
  const char *rule = ent_signal_rule_get_label (signal.rule);
  g_autofree char *from = format_day (ent_kpi_series_get_point (series, first)->day);
  g_autofree char *to = format_day (ent_kpi_series_get_point (series, last)->day);

  if (first == last)
    /* Translators: a day, “Improvement” or such, and why */
    return g_strdup_printf (_("%s: %s, %s"), to, sense, rule);

  /* Translators: two days, “Improvement” or such, and why */
  return g_strdup_printf (_("%s to %s: %s, %s"), from, to, sense, rule);
}

static gboolean
are_alike (EntSignal a, EntSignal b)
{
  return a.rule == b.rule && a.side == b.side;
}

/* Points that follow each other and say the same are told once. */
static char *
dup_signals (const EntKpiSeries *series)
{
  g_autoptr(GStrvBuilder) lines = g_strv_builder_new ();
  g_auto(GStrv) list = NULL;
  guint n = 0;

  for (guint end = series->n; end > 0 && n < MOST_SIGNALS;)
    {
      EntSignal signal = ent_kpi_series_get_signal (series, end - 1);
      guint first = end - 1;

      while (first > 0 && are_alike (signal, ent_kpi_series_get_signal (series, first - 1)))
        first--;
      if (signal.rule != ENT_SIGNAL_NONE)
        {
          g_autofree char *line = dup_signal (series, first, end - 1);

          g_strv_builder_add (lines, line);
          n++;
        }
      end = first;
    }

  list = g_strv_builder_end (lines);
  return g_strjoinv ("\n", list);
}

static const struct {
  const char *name;
  char *(*dup) (const EntKpiSeries *series);
} facts[] = {
  { N_("Latest"), dup_latest },
  { N_("Expected by now"), dup_expected },
  { N_("Progress"), dup_progress },
  { N_("Target"), dup_target },
  { N_("Mean"), dup_mean },
  { N_("Median"), dup_median },
  { N_("Usual range"), dup_limits },
  { N_("Signals"), dup_signals },
};
G_STATIC_ASSERT (G_N_ELEMENTS (facts) == MOST_FACTS);

/* --- The widget ------------------------------------------------------------------------------ */

static GtkLabel *
new_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return GTK_LABEL (label);
}

static GtkWidget *
new_facts (EntKpiSummary *self)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_column_spacing (GTK_GRID (grid), 18);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 3);
  for (guint i = 0; i < MOST_FACTS; i++)
    {
      self->names[i] = new_label ("dim-label");
      self->facts[i] = new_label (NULL);
      gtk_label_set_text (self->names[i], _(facts[i].name));
      gtk_label_set_wrap (self->names[i], FALSE);
      gtk_widget_set_hexpand (GTK_WIDGET (self->facts[i]), TRUE);
      gtk_grid_attach (GTK_GRID (grid), GTK_WIDGET (self->names[i]), 0, (int) i, 1, 1);
      gtk_grid_attach (GTK_GRID (grid), GTK_WIDGET (self->facts[i]), 1, (int) i, 1, 1);
      gtk_accessible_update_relation (GTK_ACCESSIBLE (self->facts[i]),
                                      GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, self->names[i], NULL,
                                      -1);
    }

  return grid;
}

static void
ent_kpi_summary_dispose (GObject *object)
{
  g_clear_object (&ENT_KPI_SUMMARY (object)->kpi);

  G_OBJECT_CLASS (ent_kpi_summary_parent_class)->dispose (object);
}

static void
ent_kpi_summary_class_init (EntKpiSummaryClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ent_kpi_summary_dispose;
}

static void
ent_kpi_summary_init (EntKpiSummary *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);

  self->status = new_label ("title-4");
  self->reasoning = new_label (NULL);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->status));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->reasoning));
  gtk_box_append (GTK_BOX (box), new_facts (self));
  gtk_widget_add_css_class (box, "card");
  gtk_widget_add_css_class (box, "ent-summary");
  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * ent_kpi_summary_set_kpi:
 * @self: a summary
 * @kpi: (nullable): the KPI to sum up
 */
void
ent_kpi_summary_set_kpi (EntKpiSummary *self, EntRecord *kpi)
{
  g_return_if_fail (ENT_IS_KPI_SUMMARY (self));

  if (g_set_object (&self->kpi, kpi))
    ent_kpi_summary_update (self);
}

/**
 * ent_kpi_summary_update:
 * @self: a summary
 *
 * Says everything anew, after a figure of its KPI changed.
 */
void
ent_kpi_summary_update (EntKpiSummary *self)
{
  const EntKpiSeries *series;
  g_autofree char *reasoning = NULL;

  g_return_if_fail (ENT_IS_KPI_SUMMARY (self));

  series = self->kpi != NULL ? ent_kpi_status_get_series (self->kpi) : NULL;
  if (series == NULL)
    return;

  reasoning = ent_kpi_explain (series);
  ent_kpi_status_show (self->status, series);
  gtk_label_set_text (self->reasoning, reasoning);
  for (guint i = 0; i < MOST_FACTS; i++)
    {
      g_autofree char *fact = facts[i].dup (series);

      gtk_label_set_text (self->facts[i], fact);
      gtk_widget_set_visible (GTK_WIDGET (self->names[i]), *fact != '\0');
      gtk_widget_set_visible (GTK_WIDGET (self->facts[i]), *fact != '\0');
    }
}
