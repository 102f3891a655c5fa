/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules of KPIs (methods.md section 7): off track, lagging, worse for good, and not measured for
 * too long. */
#include "config.h"

#include "analysis/ent-kpi-rules.h"

#include "analysis/ent-day.h"
#include "analysis/ent-kpi-words.h"
#include "analysis/ent-phrase.h"
#include "model/ent-kinds.h"

#include <glib/gi18n.h>
#include <math.h>

static char *
quote_kpi (const EntKpiSeries *series)
{
  return ent_phrase_quote (ent_record_get_string (series->kpi, ENT_KPI_NAME));
}

/* How far behind: 0 as expected, 1 no step made, more the wrong way. Without a trajectory, half. */
static double
get_lag (const EntKpiSeries *series)
{
  double progress = series->standing.progress;

  return isnan (progress) ? 0.5 : CLAMP (1 - progress, 0, 10);
}

/* --- The status ------------------------------------------------------------------------------ */

static gboolean
check_off_track (const EntKpiSeries *series, int today, EntVerdict *verdict)
{
  g_autofree char *name = NULL;
  g_autofree char *values = NULL;

  if (series->standing.status != ENT_KPI_OFF_TRACK)
    return FALSE;

  name = quote_kpi (series);
  values = ent_kpi_compare (series);
  /* Translators: the name of a KPI, and “expected 140 people by now, measured 118 people” */
  ent_verdict_say (verdict, get_lag (series), g_strdup_printf (_("%s is off track: %s."), name, values),
                   _("Ask what stands in the way, and decide what changes."));

  return TRUE;
}

static gboolean
check_lagging (const EntKpiSeries *series, int today, EntVerdict *verdict)
{
  g_autofree char *name = NULL;
  g_autofree char *values = NULL;

  if (series->standing.status != ENT_KPI_LAGGING)
    return FALSE;

  name = quote_kpi (series);
  values = ent_kpi_compare (series);
  /* Translators: the name of a KPI, and “expected 140 people by now, measured 118 people” */
  ent_verdict_say (verdict, get_lag (series), g_strdup_printf (_("%s lags behind: %s."), name, values),
                   _("Ask what would help it to catch up."));

  return TRUE;
}

/* --- What the points say --------------------------------------------------------------------- */

/* How many of the latest points speak of the same. */
static guint
count_points (const EntKpiSeries *series, EntSignal last)
{
  guint n = 0;

  while (n < series->n
         && ent_kpi_series_get_signal (series, series->n - 1 - n).rule == last.rule
         && ent_kpi_series_get_signal (series, series->n - 1 - n).side == last.side)
    n++;

  return n;
}

static gboolean
check_concern (const EntKpiSeries *series, int today, EntVerdict *verdict)
{
  EntSignal last;
  g_autofree char *name = NULL;
  g_autofree char *words = NULL;

  if (series->n == 0)
    return FALSE;
  last = ent_kpi_series_get_signal (series, series->n - 1);
  if (last.rule == ENT_SIGNAL_NONE || ent_kpi_series_get_sense (series, last) != ENT_KPI_CONCERN)
    return FALSE;

  name = quote_kpi (series);
  words = ent_kpi_explain_signal (series);
  /* Translators: the name of a KPI, and such as “the last 7 values lie above the mean, so the
   * worsening is real” */
  ent_verdict_say (verdict, count_points (series, last), g_strdup_printf (_("%s: %s."), name, words),
                   _("Find out what changed, and since when."));

  return TRUE;
}

static gboolean
check_stale (const EntKpiSeries *series, int today, EntVerdict *verdict)
{
  const EntKpiStanding *standing = &series->standing;
  int every = series->plan.every;
  g_autofree char *name = NULL;
  g_autofree char *day = NULL;
  g_autofree char *shown = NULL;

  if (!standing->stale)
    return FALSE;

  name = quote_kpi (series);
  day = ent_day_from_number (standing->latest_day);
  shown = ent_day_format (day);
  /* Translators: the name of a KPI, a day, and a number of days */
  ent_verdict_say (verdict, (double) (today - standing->latest_day) / MAX (every, 1),
                   g_strdup_printf (ngettext ("%s was last measured on %s; it is due every day.",
                                              "%s was last measured on %s; it is due every %d days.",
                                              (gulong) every), name, shown, every),
                   _("Measure it, or say that it is due less often."));

  return TRUE;
}

const EntKpiRule ent_kpi_rules[ENT_KPI_N_RULES] = {
  { ENT_FINDING_KPI_OFF_TRACK, ENT_FINDING_ACT_NOW, check_off_track },
  { ENT_FINDING_KPI_CONCERN, ENT_FINDING_LOOK_INTO, check_concern },
  { ENT_FINDING_KPI_STALE, ENT_FINDING_LOOK_INTO, check_stale },
  { ENT_FINDING_KPI_LAGGING, ENT_FINDING_NOTE, check_lagging },
};
