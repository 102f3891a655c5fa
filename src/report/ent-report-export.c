/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The formats a document can be written in. */
#include "config.h"

#include "report/ent-report-export.h"

#include <glib/gi18n.h>

static const EntReportFormat formats[] = {
  { "pdf", "application/pdf", N_("PDF document"), ent_report_write_pdf },
  { "svg", "image/svg+xml", N_("SVG picture"), ent_report_write_svg },
  { "png", "image/png", N_("PNG picture"), ent_report_write_png },
  { "html", "text/html", N_("Web page"), ent_report_write_html },
  { "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", N_("Workbook"),
    ent_report_write_xlsx },
  { "csv", "text/csv", N_("Table for a spreadsheet"), ent_report_write_csv },
};

/**
 * ent_report_formats_get:
 * @n_formats: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_formats): the formats
 */
const EntReportFormat *
ent_report_formats_get (guint *n_formats)
{
  g_return_val_if_fail (n_formats != NULL, NULL);

  *n_formats = G_N_ELEMENTS (formats);

  return formats;
}

/**
 * ent_report_format_find:
 * @nick: the name of a format, or the ending of a file name, in capitals or not
 *
 * Returns: (transfer none) (nullable): the format
 */
const EntReportFormat *
ent_report_format_find (const char *nick)
{
  g_return_val_if_fail (nick != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_ascii_strcasecmp (formats[i].nick, nick) == 0)
      return &formats[i];

  return NULL;
}

/**
 * ent_report_format_get_label:
 * @self: a format
 *
 * Returns: (transfer none): what people call it, translated
 */
const char *
ent_report_format_get_label (const EntReportFormat *self)
{
  g_return_val_if_fail (self != NULL, "");

  return _(self->label);
}
