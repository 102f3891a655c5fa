/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which documents there are, as a table: command line, print and export find them here. */
#include "config.h"

#include "report/ent-report-kind.h"

#include "report/ent-role-chart-report.h"

#include <glib/gi18n.h>

static const EntReportKind kinds[] = {
  { "role-chart", N_("Role chart"), TRUE, ent_role_chart_report_new },
};

/**
 * ent_report_kinds_get:
 * @n_kinds: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_kinds): the documents
 */
const EntReportKind *
ent_report_kinds_get (guint *n_kinds)
{
  g_return_val_if_fail (n_kinds != NULL, NULL);

  *n_kinds = G_N_ELEMENTS (kinds);

  return kinds;
}

/**
 * ent_report_kind_find:
 * @nick: the name of a document
 *
 * Returns: (transfer none) (nullable): the document
 */
const EntReportKind *
ent_report_kind_find (const char *nick)
{
  g_return_val_if_fail (nick != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].nick, nick))
      return &kinds[i];

  return NULL;
}

/**
 * ent_report_kind_get_label:
 * @self: a document
 *
 * Returns: (transfer none): what people call it, translated
 */
const char *
ent_report_kind_get_label (const EntReportKind *self)
{
  g_return_val_if_fail (self != NULL, "");

  return _(self->label);
}

/**
 * ent_report_format_date:
 * @date: (nullable): a day as `YYYY-MM-DD`; today if there is none or it is no day
 *
 * Returns: (transfer full): the day as it stands on documents
 */
char *
ent_report_format_date (const char *date)
{
  g_autoptr(GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr(GDateTime) day = NULL;

  if (date != NULL && ent_date_is_valid (date))
    {
      g_autofree char *midnight = g_strdup_printf ("%sT00:00:00Z", date);

      day = g_date_time_new_from_iso8601 (midnight, utc);
    }
  if (day == NULL)
    day = g_date_time_new_now_local ();

  /* Translators: the format of a date on a document, as g_date_time_format() takes it: 3 May 2026 */
  return g_date_time_format (day, C_("date format", "%-d %B %Y"));
}
