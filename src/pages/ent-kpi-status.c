/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The colour comes last: sign and word say all of it. */
#include "config.h"

#include "pages/ent-kpi-status.h"

#include "analysis/ent-kpi-words.h"
#include "pages/ent-page-analysis.h"

/**
 * ent_kpi_status_get_series:
 * @kpi: a KPI
 *
 * Returns: (transfer none) (nullable): what was measured of it, of what the pages share; %NULL where
 *   it is in no project. Only for widgets of a page that holds ent_page_analysis_dup_kpis().
 */
const EntKpiSeries *
ent_kpi_status_get_series (EntRecord *kpi)
{
  g_autoptr(EntKpis) kpis = NULL;
  EntProject *project;
  int number;

  g_return_val_if_fail (ENT_IS_RECORD (kpi), NULL);

  project = ent_record_get_project (kpi);
  if (project == NULL)
    return NULL;

  kpis = ent_page_analysis_dup_kpis (project);
  number = ent_kpis_find (kpis, kpi);

  return number >= 0 ? ent_kpis_get_series (kpis, (guint) number) : NULL;
}

/**
 * ent_kpi_status_get_css_class:
 * @status: a status
 *
 * Returns: (transfer none): the style class that gives its colour
 */
const char *
ent_kpi_status_get_css_class (EntKpiStatus status)
{
  switch (status)
    {
    case ENT_KPI_OFF_TRACK:
      return "error";
    case ENT_KPI_LAGGING:
      return "warning";
    case ENT_KPI_ON_TRACK:
    case ENT_KPI_MET:
      return "success";
    case ENT_KPI_NO_TARGET:
    case ENT_KPI_NO_DATA:
    case ENT_N_KPI_STATUSES:
    default:
      return "dim-label";
    }
}

/**
 * ent_kpi_status_show:
 * @label: a label
 * @series: what was measured of a KPI
 *
 * Says the status on a label: sign, word and colour.
 */
void
ent_kpi_status_show (GtkLabel *label, const EntKpiSeries *series)
{
  g_autofree char *text = NULL;

  g_return_if_fail (GTK_IS_LABEL (label));
  g_return_if_fail (series != NULL);

  text = ent_kpi_status_format (series);
  gtk_label_set_text (label, text);
  for (guint status = 0; status < ENT_N_KPI_STATUSES; status++)
    gtk_widget_remove_css_class (GTK_WIDGET (label), ent_kpi_status_get_css_class (status));
  gtk_widget_add_css_class (GTK_WIDGET (label),
                            ent_kpi_status_get_css_class (series->standing.status));
}
