/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can go wrong when a document is made. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * EntReportError:
 * @ENT_REPORT_ERROR_DRAW: the drawing library gave up
 * @ENT_REPORT_ERROR_TOO_LARGE: the picture would be larger than pictures can be
 * @ENT_REPORT_ERROR_PAPER: the paper leaves no room between its margins
 * @ENT_REPORT_ERROR_WORKBOOK: the library for workbooks gave up
 */
typedef enum {
  ENT_REPORT_ERROR_DRAW,
  ENT_REPORT_ERROR_TOO_LARGE,
  ENT_REPORT_ERROR_PAPER,
  ENT_REPORT_ERROR_WORKBOOK,
} EntReportError;

#define ENT_REPORT_ERROR (ent_report_error_quark ())

GQuark ent_report_error_quark (void);

G_END_DECLS
