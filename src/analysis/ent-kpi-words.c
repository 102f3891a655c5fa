/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A status is a word with a sign, and on request the reasoning: what was expected and measured, what
 * of it is more than noise, and what that promises. */
#include "config.h"

#include "analysis/ent-kpi-words.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "analysis/ent-day.h"
#include "analysis/ent-phrase.h"
#include "model/ent-kinds.h"

static const struct {
  const char *nick;
  const char *label;
  const char *word; /* in the middle of a sentence */
  const char *sign;
} statuses[ENT_N_KPI_STATUSES] = {
  [ENT_KPI_OFF_TRACK] = { "off-track", N_("Off track"), N_("off track"), "✕" },
  [ENT_KPI_LAGGING] = { "lagging", N_("Lagging"), N_("lagging"), "!" },
  [ENT_KPI_ON_TRACK] = { "on-track", N_("On track"), N_("on track"), "✓" },
  [ENT_KPI_MET] = { "met", N_("Met"), N_("met"), "★" },
  [ENT_KPI_NO_TARGET] = { "no-target", N_("No target"), N_("no target"), "–" },
  [ENT_KPI_NO_DATA] = { "no-data", N_("No data"), N_("no data"), "?" },
};

/**
 * ent_kpi_status_get_nick:
 * @status: a status
 *
 * Returns: (transfer none): its name for programs
 */
const char *
ent_kpi_status_get_nick (EntKpiStatus status)
{
  g_return_val_if_fail ((guint) status < ENT_N_KPI_STATUSES, "");

  return statuses[status].nick;
}

/**
 * ent_kpi_status_get_label:
 * @status: a status
 *
 * Returns: (transfer none): the word for it, translated
 */
const char *
ent_kpi_status_get_label (EntKpiStatus status)
{
  g_return_val_if_fail ((guint) status < ENT_N_KPI_STATUSES, "");

  return _(statuses[status].label);
}

/**
 * ent_kpi_status_get_sign:
 * @status: a status
 *
 * Returns: (transfer none): the sign that stands before the word
 */
const char *
ent_kpi_status_get_sign (EntKpiStatus status)
{
  g_return_val_if_fail ((guint) status < ENT_N_KPI_STATUSES, "");

  return statuses[status].sign;
}

/**
 * ent_kpi_status_format:
 * @series: what was measured of a KPI
 *
 * Returns: (transfer full): sign and word, and whether the measurement is old: “! Lagging, stale”
 */
char *
ent_kpi_status_format (const EntKpiSeries *series)
{
  EntKpiStatus status;

  g_return_val_if_fail (series != NULL, NULL);

  status = series->standing.status;
  if (!series->standing.stale)
    return g_strdup_printf ("%s %s", ent_kpi_status_get_sign (status),
                            ent_kpi_status_get_label (status));

  /* Translators: the sign and word of a status, where the latest measurement is old */
  return g_strdup_printf (_("%s %s, stale"), ent_kpi_status_get_sign (status),
                          ent_kpi_status_get_label (status));
}

/* --- Numbers --------------------------------------------------------------------------------- */

/**
 * ent_kpi_format_number:
 * @value: a number
 *
 * Returns: (transfer full): the number as people write it where they are, rounded to 6 digits where
 *   it has more; "" for NAN
 */
char *
ent_kpi_format_number (double value)
{
  g_autofree char *text = NULL;

  if (isnan (value))
    return g_strdup ("");

  /* What was rounded to nothing has no sign. */
  value += 0.0;
  /* Whole numbers keep all their digits. */
  if (value == trunc (value) && fabs (value) < 1e15)
    text = g_strdup_printf ("%'.0f", value);
  else
    text = g_strdup_printf ("%'.6g", value);

  /* A minus as it stands in print. */
  return text[0] == '-' ? g_strconcat ("−", text + 1, NULL) : g_steal_pointer (&text);
}

static gboolean
is_currency (const char *unit)
{
  return g_unichar_type (g_utf8_get_char (unit)) == G_UNICODE_CURRENCY_SYMBOL
    && *g_utf8_next_char (unit) == '\0';
}

/**
 * ent_kpi_add_unit:
 * @kpi: a KPI
 * @number: a value of it, as people write numbers
 *
 * Returns: (transfer full): the number with the unit of the KPI, in its usual place
 */
char *
ent_kpi_add_unit (EntRecord *kpi, const char *number)
{
  g_autofree char *unit = NULL;

  g_return_val_if_fail (ENT_IS_RECORD (kpi), NULL);
  g_return_val_if_fail (number != NULL, NULL);

  unit = ent_phrase_show (ent_record_get_string (kpi, ENT_KPI_UNIT));
  /* The answers to a pulse count nothing. */
  if (unit[0] == '\0' || ent_record_get_enum (kpi, ENT_KPI_KIND) == ENT_KPI_PULSE)
    return g_strdup (number);
  if (g_str_equal (unit, "%"))
    /* Translators: a percentage; %s is the number */
    return g_strdup_printf (C_("percentage", "%s%%"), number);

  if (is_currency (unit))
    /* Translators: the sign of a currency and a number: £3.50; turn them round as is usual */
    return g_strdup_printf (C_("money", "%1$s%2$s"), unit, number);

  /* Translators: a number and its unit: 118 people */
  return g_strdup_printf (C_("value with unit", "%s %s"), number, unit);
}

/**
 * ent_kpi_format_value:
 * @kpi: a KPI
 * @value: a value of it
 *
 * Returns: (transfer full): the value with its unit: “85%”, “£3.50”, “118 people”; "" for NAN
 */
char *
ent_kpi_format_value (EntRecord *kpi, double value)
{
  g_autofree char *number = NULL;

  g_return_val_if_fail (ENT_IS_RECORD (kpi), NULL);

  number = ent_kpi_format_number (value);

  return isnan (value) ? g_steal_pointer (&number) : ent_kpi_add_unit (kpi, number);
}

/**
 * ent_kpi_format_figure:
 * @kpi: a KPI
 * @figure: a figure that was worked out from its values, such as their mean
 *
 * Returns: (transfer full): the figure with its unit, rounded to four digits, for more would claim
 *   what nobody measured; "" for NAN
 */
char *
ent_kpi_format_figure (EntRecord *kpi, double figure)
{
  double step;

  g_return_val_if_fail (ENT_IS_RECORD (kpi), NULL);

  if (isnan (figure) || figure == 0)
    return ent_kpi_format_value (kpi, figure);

  step = pow (10, floor (log10 (fabs (figure))) - 3);
  return ent_kpi_format_value (kpi, step > 0 ? round (figure / step) * step : figure);
}

static char *
format_band (EntRecord *kpi)
{
  EntKpiPlan plan;
  double low;
  double high;
  g_autofree char *bottom = NULL;
  g_autofree char *top = NULL;

  ent_kpi_plan_read (&plan, kpi);
  if (!ent_kpi_plan_has_band (&plan))
    return g_strdup ("");

  ent_kpi_plan_get_band (&plan, &low, &high);
  bottom = ent_kpi_format_value (kpi, low);
  top = ent_kpi_format_value (kpi, high);
  if (isinf (low))
    return g_strdup_printf (_("at most %s"), top);
  if (isinf (high))
    return g_strdup_printf (_("at least %s"), bottom);

  return g_strdup_printf (_("%s to %s"), bottom, top);
}

/**
 * ent_kpi_format_target:
 * @kpi: a KPI
 *
 * Returns: (transfer full): what it should become: “118 people”, “3 to 5 days”; "" where there is no
 *   target
 */
char *
ent_kpi_format_target (EntRecord *kpi)
{
  double target;

  g_return_val_if_fail (ENT_IS_RECORD (kpi), NULL);

  target = ent_record_get_double (kpi, ENT_KPI_TARGET);
  if (ent_record_get_enum (kpi, ENT_KPI_DIRECTION) == ENT_DIRECTION_WITHIN && isnan (target))
    return format_band (kpi);

  return ent_kpi_format_value (kpi, target);
}

/**
 * ent_kpi_round_expected:
 * @series: what was measured of a KPI
 *
 * Returns: what is expected by now, no finer than a hundredth or so of the way to the target; NAN where
 *   nothing is expected
 */
double
ent_kpi_round_expected (const EntKpiSeries *series)
{
  double expected;
  double way;
  double digits;
  double scale;

  g_return_val_if_fail (series != NULL, (double) NAN);

  expected = series->standing.expected;
  way = fabs (series->plan.target - series->plan.baseline);
  if (!(way > 0))
    return expected;

  digits = 2 - floor (log10 (way));
  /* A power of ten above 1 is exact, one below is not. */
  scale = pow (10, fabs (digits));
  if (!isfinite (expected * scale))
    return expected;

  return digits > 0 ? round (expected * scale) / scale : round (expected / scale) * scale;
}

/**
 * ent_kpi_format_expected:
 * @series: what was measured of a KPI
 *
 * Returns: (transfer full): what is expected by now, rounded, with its unit; "" where nothing is
 *   expected
 */
char *
ent_kpi_format_expected (const EntKpiSeries *series)
{
  g_return_val_if_fail (series != NULL, NULL);

  return ent_kpi_format_value (series->kpi, ent_kpi_round_expected (series));
}

/* --- Signals --------------------------------------------------------------------------------- */

/**
 * ent_kpi_sense_get_label:
 * @sense: what a signal means
 *
 * Returns: (transfer none): the word for it, translated
 */
const char *
ent_kpi_sense_get_label (EntKpiSense sense)
{
  static const char *const labels[ENT_N_KPI_SENSES] = {
    N_("Change"), N_("Improvement"), N_("Concern"),
  };

  g_return_val_if_fail ((guint) sense < ENT_N_KPI_SENSES, "");

  return _(labels[sense]);
}

/**
 * ent_signal_rule_get_label:
 * @rule: a rule
 *
 * Returns: (transfer none): why a point is more than noise, in a few words, translated; "" for noise
 */
const char *
ent_signal_rule_get_label (EntSignalRule rule)
{
  static const char *const labels[ENT_N_SIGNAL_RULES] = {
    [ENT_SIGNAL_NONE] = NULL,
    [ENT_SIGNAL_OUTSIDE] = N_("outside the limits"),
    [ENT_SIGNAL_TREND] = N_("seven or more in a row go one way"),
    [ENT_SIGNAL_NEAR_LIMIT] = N_("two of three are near a limit"),
    [ENT_SIGNAL_SHIFT] = N_("seven or more in a row lie on one side of the mean"),
    [ENT_SIGNAL_RUN] = N_("an unusually long run on one side of the median"),
    [ENT_SIGNAL_CROSSINGS] = N_("the median is crossed unusually seldom"),
  };

  g_return_val_if_fail ((guint) rule < ENT_N_SIGNAL_RULES, "");

  return labels[rule] != NULL ? _(labels[rule]) : "";
}

/* How many points up to the last one lie on @side of the mean. */
static guint
count_last (const EntKpiSeries *series, int side)
{
  const EntKpiSegment *last = ent_kpi_series_get_last_segment (series);
  guint n = 0;

  while (n < last->n)
    {
      double value = ent_kpi_series_get_point (series, series->n - 1 - n)->value;

      if (side > 0 ? value <= last->xmr.mean : value >= last->xmr.mean)
        break;
      n++;
    }

  return n;
}

/* What the latest point shows, as the first half of a sentence. */
static char *
describe_signal (const EntKpiSeries *series, EntSignal signal)
{
  gboolean more = signal.side > 0;
  guint n = count_last (series, signal.side);

  switch ((EntSignalRule) signal.rule)
    {
    case ENT_SIGNAL_OUTSIDE:
      return g_strdup (more ? _("the latest value lies above the upper limit")
                            : _("the latest value lies below the lower limit"));
    case ENT_SIGNAL_TREND:
      return g_strdup (more ? _("the last seven values or more rise without a break")
                            : _("the last seven values or more fall without a break"));
    case ENT_SIGNAL_NEAR_LIMIT:
      return g_strdup (more ? _("two of the last three values lie near the upper limit")
                            : _("two of the last three values lie near the lower limit"));
    case ENT_SIGNAL_SHIFT:
      return g_strdup_printf (more ? ngettext ("the last %u value lies above the mean",
                                               "the last %u values lie above the mean", n)
                                   : ngettext ("the last %u value lies below the mean",
                                               "the last %u values lie below the mean", n), n);
    case ENT_SIGNAL_RUN:
      return g_strdup (more ? _("an unusually long run of values lies above the median")
                            : _("an unusually long run of values lies below the median"));
    case ENT_SIGNAL_CROSSINGS:
      return g_strdup (_("the values cross their median unusually seldom"));
    case ENT_SIGNAL_NONE:
    case ENT_N_SIGNAL_RULES:
    default:
      return g_strdup ("");
    }
}

static char *
conclude (EntKpiSense sense, const char *words)
{
  switch (sense)
    {
    case ENT_KPI_IMPROVEMENT:
      /* Translators: %s is such as “the last 7 values lie above the mean” */
      return g_strdup_printf (_("%s, so the improvement is real"), words);
    case ENT_KPI_CONCERN:
      /* Translators: %s is such as “the last 7 values lie above the mean” */
      return g_strdup_printf (_("%s, so the worsening is real"), words);
    case ENT_KPI_CHANGE:
    case ENT_N_KPI_SENSES:
    default:
      /* Translators: %s is such as “the last 7 values lie above the mean” */
      return g_strdup_printf (_("%s, so something has changed"), words);
    }
}

/**
 * ent_kpi_explain_signal:
 * @series: what was measured of a KPI
 *
 * Returns: (transfer full) (nullable): what the latest values say, as part of a sentence: “the last 7
 *   values lie above the mean, so the improvement is real”; %NULL where there are too few
 */
char *
ent_kpi_explain_signal (const EntKpiSeries *series)
{
  const EntKpiSegment *last;
  EntSignal signal;
  g_autofree char *words = NULL;

  g_return_val_if_fail (series != NULL, NULL);

  last = ent_kpi_series_get_last_segment (series);
  if (last == NULL)
    return NULL;

  signal = ent_kpi_series_get_signal (series, series->n - 1);
  if (signal.rule != ENT_SIGNAL_NONE)
    {
      words = describe_signal (series, signal);
      return conclude (ent_kpi_series_get_sense (series, signal), words);
    }
  if (ent_xmr_has_limits (&last->xmr))
    return g_strdup (ent_xmr_is_trial (&last->xmr)
      ? _("what goes up and down is noise so far, by limits that are still a trial")
      : _("what goes up and down lately is only noise"));

  return NULL;
}

/* --- Reasoning ------------------------------------------------------------------------------- */

/**
 * ent_kpi_compare:
 * @series: what was measured of a KPI that has a target
 *
 * Returns: (transfer full): what is measured and what it is judged by, as part of a sentence:
 *   “expected 140 by now, measured 118”, “measured 6 days, should be 3 days to 5 days”
 */
char *
ent_kpi_compare (const EntKpiSeries *series)
{
  g_autofree char *latest = NULL;
  g_autofree char *other = NULL;

  g_return_val_if_fail (series != NULL, NULL);

  latest = ent_kpi_format_value (series->kpi, series->standing.latest);
  if (ent_kpi_plan_has_band (&series->plan))
    {
      other = format_band (series->kpi);
      /* Translators: a value, and the band it should stay in, such as “3 to 5 days” */
      return g_strdup_printf (_("measured %s, should be %s"), latest, other);
    }
  if (!isnan (series->standing.expected))
    {
      other = ent_kpi_format_expected (series);
      /* Translators: two values with their units: “expected 140 people by now, measured 118
       * people” */
      return g_strdup_printf (_("expected %s by now, measured %s"), other, latest);
    }

  other = ent_kpi_format_target (series->kpi);
  return g_strdup_printf (_("measured %s, the target is %s"), latest, other);
}

static char *
explain_standing (const EntKpiSeries *series)
{
  const EntKpiStanding *standing = &series->standing;
  g_autofree char *latest = ent_kpi_format_value (series->kpi, standing->latest);
  g_autofree char *target = ent_kpi_format_target (series->kpi);
  g_autofree char *comparison = NULL;

  if (standing->status == ENT_KPI_NO_DATA)
    return g_strdup (_("nothing has been measured yet"));
  if (standing->status == ENT_KPI_NO_TARGET)
    return g_strdup_printf (_("measured %s; there is no target to compare it with"), latest);

  if (standing->status == ENT_KPI_MET)
    return g_strdup_printf (_("measured %s: the target of %s is met"), latest, target);

  comparison = ent_kpi_compare (series);
  /* Translators: such as “expected 140 by now, measured 118”, and the status: “off track” */
  return g_strdup_printf (C_("comparison and status", "%s: %s"), comparison,
                          _(statuses[standing->status].word));
}

static EntKpiSense
get_last_sense (const EntKpiSeries *series)
{
  return series->n > 0
    ? ent_kpi_series_get_sense (series, ent_kpi_series_get_signal (series, series->n - 1))
    : ENT_KPI_CHANGE;
}

/* What lies ahead, and where it contradicts what was just said, that it does. */
static char *
explain_assurance (const EntKpiSeries *series)
{
  static const char *const words[ENT_N_ASSURANCES] = {
    [ENT_ASSURANCE_PASS] = N_("values as they come now meet the target unless something changes"),
    [ENT_ASSURANCE_CHANCE] = N_("values as they come now may or may not meet the target, by chance"),
    [ENT_ASSURANCE_FAIL] = N_("values as they come now will not meet the target unless something "
                              "changes"),
  };
  EntKpiSense sense = get_last_sense (series);

  if (sense == ENT_KPI_IMPROVEMENT && series->assurance == ENT_ASSURANCE_FAIL)
    return g_strdup (_("even so, values as they come now will not meet the target unless something "
                       "changes"));
  if (sense == ENT_KPI_CONCERN && series->assurance == ENT_ASSURANCE_PASS)
    return g_strdup (_("even so, values as they come now meet the target unless something changes"));

  return words[series->assurance] != NULL ? g_strdup (_(words[series->assurance])) : NULL;
}

static char *
explain_age (const EntKpiSeries *series)
{
  g_autofree char *day = NULL;
  g_autofree char *shown = NULL;

  if (!series->standing.stale)
    return NULL;

  day = ent_day_from_number (series->standing.latest_day);
  shown = ent_day_format (day);

  return g_strdup_printf (ngettext ("the latest measurement is of %s, one was due every day",
                                    "the latest measurement is of %s, one was due every %d days",
                                    (gulong) series->plan.every), shown, series->plan.every);
}

static void
take_clause (GPtrArray *clauses, char *clause)
{
  if (clause != NULL)
    g_ptr_array_add (clauses, clause);
}

/* A sentence: with a capital, and a full stop. */
static char *
make_sentence (const char *text)
{
  g_autofree char *first = g_utf8_substring (text, 0, 1);
  g_autofree char *capital = g_utf8_strup (first, -1);

  /* Translators: the first letter of a sentence, and the rest of it, which ends here */
  return g_strdup_printf (C_("sentence", "%s%s."), capital, text + strlen (first));
}

/**
 * ent_kpi_explain:
 * @series: what was measured of a KPI
 *
 * Returns: (transfer full): how its status came about, in one sentence: “Expected 140 by now,
 *   measured 118: off track; the last 7 values lie above the mean, so the improvement is real.”
 */
char *
ent_kpi_explain (const EntKpiSeries *series)
{
  g_autoptr(GPtrArray) clauses = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *joined = NULL;

  g_return_val_if_fail (series != NULL, NULL);

  take_clause (clauses, explain_standing (series));
  take_clause (clauses, ent_kpi_explain_signal (series));
  take_clause (clauses, explain_assurance (series));
  take_clause (clauses, explain_age (series));
  g_ptr_array_add (clauses, NULL);

  /* Translators: what stands between the parts of a sentence */
  joined = g_strjoinv (C_("clauses", "; "), (char **) clauses->pdata);

  return make_sentence (joined);
}
