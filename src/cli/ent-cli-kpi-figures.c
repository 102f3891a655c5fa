/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the KPIs stand, and what of it is more than noise, as JSON. */
#include "config.h"

#include "cli/ent-cli-figures.h"

#include <math.h>

#include "analysis/ent-day.h"
#include "analysis/ent-kpi-words.h"
#include "model/ent-json-build.h"

static void
append_text (GString    *json,
             const char *text)
{
  if (text != NULL && text[0] != '\0')
    ent_json_append_text (json, text);
  else
    g_string_append (json, "null");
}

static void
append_day (GString *json,
            int      number)
{
  g_autofree char *day = ent_day_from_number (number);

  append_text (json, day);
}

static void
append_bool (GString *json,
             gboolean value)
{
  g_string_append (json, value ? "true" : "false");
}

/* A member with a number. */
static void
append_number (GString    *json,
               const char *indent,
               const char *name,
               double      value)
{
  ent_cli_figures_begin_member (json, indent, name);
  ent_cli_figures_append_number (json, value);
}

static void
append_point_day (GString            *json,
                  const EntKpiSeries *series,
                  guint               point)
{
  append_day (json, ent_kpi_series_get_point (series, point)->day);
}

/* --- Limits ---------------------------------------------------------------------------------- */

/* Where there are no limits, there is nothing to be on trial either. */
static void
append_limits (GString      *json,
               const char   *indent,
               const EntXmr *xmr)
{
  append_number (json, indent, "mean", xmr->mean);
  append_number (json, indent, "lower", xmr->lower);
  append_number (json, indent, "upper", xmr->upper);
  append_number (json, indent, "moving-range-mean", xmr->moving_range_mean);
  ent_cli_figures_begin_member (json, indent, "trial");
  if (ent_xmr_has_limits (xmr))
    append_bool (json, ent_xmr_is_trial (xmr));
  else
    g_string_append (json, "null");
}

static void
append_run_chart (GString           *json,
                  const EntRunChart *run)
{
  const char *indent = "          ";

  append_number (json, indent, "median", run->median);
  ent_cli_figures_begin_member (json, indent, "longest-run");
  ent_json_append_int (json, run->longest_run);
  ent_cli_figures_begin_member (json, indent, "crossings");
  ent_json_append_int (json, run->crossings);
}

static void
append_segments (GString            *json,
                 const EntKpiSeries *series)
{
  const char *indent = "          ";

  g_string_append_c (json, '[');
  for (guint i = 0; i < series->segments->len; i++)
    {
      const EntKpiSegment *segment = &g_array_index (series->segments, EntKpiSegment, i);

      g_string_append (json, i > 0 ? ",\n        {" : "\n        {");
      ent_cli_figures_begin_member (json, indent, "from");
      append_point_day (json, series, segment->first);
      ent_cli_figures_begin_member (json, indent, "to");
      append_point_day (json, series, segment->first + segment->n - 1);
      ent_cli_figures_begin_member (json, indent, "measurements");
      ent_json_append_int (json, segment->n);
      append_limits (json, indent, &segment->xmr);
      if (series->plan.pulse)
        append_run_chart (json, &segment->run);
      g_string_append (json, "\n        }");
    }
  g_string_append (json, series->segments->len > 0 ? "\n      ]" : "]");
}

static void
append_signals (GString            *json,
                const EntKpiSeries *series)
{
  gboolean any = FALSE;

  g_string_append_c (json, '[');
  for (guint i = 0; i < series->n; i++)
    {
      EntSignal signal = ent_kpi_series_get_signal (series, i);

      if (signal.rule == ENT_SIGNAL_NONE)
        continue;
      g_string_append (json, any ? ",\n        {\"date\": " : "\n        {\"date\": ");
      append_point_day (json, series, i);
      g_string_append (json, ", \"rule\": ");
      append_text (json, ent_signal_rule_get_nick (signal.rule));
      g_string_append (json, ", \"sense\": ");
      append_text (json, ent_kpi_sense_get_nick (ent_kpi_series_get_sense (series, signal)));
      g_string_append_c (json, '}');
      any = TRUE;
    }
  g_string_append (json, any ? "\n      ]" : "]");
}

/* --- A KPI ----------------------------------------------------------------------------------- */

static void
append_standing (GString              *json,
                 const char           *indent,
                 const EntKpiStanding *standing)
{
  ent_cli_figures_begin_member (json, indent, "status");
  append_text (json, ent_kpi_status_get_nick (standing->status));
  ent_cli_figures_begin_member (json, indent, "stale");
  append_bool (json, standing->stale);
  append_number (json, indent, "progress", standing->progress);
  append_number (json, indent, "expected", standing->expected);
  append_number (json, indent, "latest", standing->latest);
  ent_cli_figures_begin_member (json, indent, "latest-date");
  append_day (json, standing->latest_day);
}

static void
append_kpi (GString            *json,
            const EntKpiSeries *series)
{
  const EntKpiSegment *last = ent_kpi_series_get_last_segment (series);
  const EntXmr none = ent_xmr_compute (NULL, 0, FALSE);
  const char *indent = "      ";

  g_string_append_c (json, '{');
  ent_cli_figures_begin_member (json, indent, "id");
  ent_cli_figures_append_id (json, series->kpi);
  append_standing (json, indent, &series->standing);
  append_limits (json, indent, last != NULL ? &last->xmr : &none);
  ent_cli_figures_begin_member (json, indent, "segments");
  append_segments (json, series);
  ent_cli_figures_begin_member (json, indent, "signals");
  append_signals (json, series);
  ent_cli_figures_begin_member (json, indent, "assurance");
  append_text (json, ent_assurance_get_nick (series->assurance));
  g_string_append (json, "\n    }");
}

/**
 * ent_cli_figures_append_kpis:
 * @json: what is being written
 * @kpis: the KPIs
 *
 * Appends a list with the figures of each.
 */
void
ent_cli_figures_append_kpis (GString *json,
                             EntKpis *kpis)
{
  guint n = ent_kpis_get_n (kpis);

  g_string_append_c (json, '[');
  for (guint i = 0; i < n; i++)
    {
      g_string_append (json, i > 0 ? ",\n    " : "\n    ");
      append_kpi (json, ent_kpis_get_series (kpis, i));
    }
  g_string_append (json, n > 0 ? "\n  ]" : "]");
}
