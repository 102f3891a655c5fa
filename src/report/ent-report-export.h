/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing a document in a format. Nothing here touches a file: what is returned is saved by the
 * store, which keeps the old file whole until the new one is. */
#pragma once

#include "render/ent-paper.h"
#include "report/ent-report.h"

G_BEGIN_DECLS

/**
 * EntReportSettings:
 * @paper: the sheet, for PDF
 * @scale: pixels a point, for PNG, more than 0 and at most 8; 2 is sharp on paper and screen
 */
typedef struct {
  EntPaper paper;
  double scale;
} EntReportSettings;

/**
 * EntReportFormat:
 * @nick: its name on the command line, and the ending of file names
 * @media_type: its media type
 * @label: what people call it, marked with N_()
 * @write: writes a document
 */
typedef struct {
  const char *nick;
  const char *media_type;
  const char *label;
  GBytes *(*write) (EntReport               *report,
                    const EntReportSettings *settings,
                    GError                 **error);
} EntReportFormat;

const EntReportFormat *ent_report_formats_get (guint                   *n_formats);
const EntReportFormat *ent_report_format_find (const char              *nick);
const char            *ent_report_format_get_label (const EntReportFormat *self);

GBytes *ent_report_write_pdf  (EntReport               *report,
                               const EntReportSettings *settings,
                               GError                 **error);
GBytes *ent_report_write_svg  (EntReport               *report,
                               const EntReportSettings *settings,
                               GError                 **error);
GBytes *ent_report_write_png  (EntReport               *report,
                               const EntReportSettings *settings,
                               GError                 **error);
GBytes *ent_report_write_html (EntReport               *report,
                               const EntReportSettings *settings,
                               GError                 **error);
GBytes *ent_report_write_xlsx (EntReport              *report,
                               const EntReportSettings *settings,
                               GError                 **error);
GBytes *ent_report_write_csv  (EntReport               *report,
                               const EntReportSettings *settings,
                               GError                 **error);

G_END_DECLS
