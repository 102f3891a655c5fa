/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document cut into pages. Printing, its preview, PDF and pictures all draw these pages. */
#pragma once

#include "render/ent-paper.h"
#include "report/ent-report.h"

G_BEGIN_DECLS

/**
 * EntReportPages:
 *
 * The pages of a document on a certain paper. Text keeps its size on every device; it is never
 * smaller than %ENT_PAPER_LEAST_SIZE.
 */
typedef struct _EntReportPages EntReportPages;

/**
 * EntReportOutline:
 * @text: what stands there
 * @level: 1 for the parts of the document, 2 for what is in them
 * @page: number of the page, from 0
 * @y: where on it, from the top of the sheet
 */
typedef struct {
  char *text;
  guint level;
  guint page;
  double y;
} EntReportOutline;

EntReportPages *ent_report_pages_new         (EntReport       *report,
                                              const EntPaper  *paper,
                                              GError         **error);
EntReportPages *ent_report_pages_new_picture (EntReport       *report);
void            ent_report_pages_free        (EntReportPages  *self);
guint           ent_report_pages_get_n_pages (EntReportPages  *self);
void            ent_report_pages_get_size    (EntReportPages  *self,
                                              double          *width,
                                              double          *height);
const char     *ent_report_pages_get_label   (EntReportPages  *self,
                                              guint            page);
GArray         *ent_report_pages_get_outline (EntReportPages  *self);
void            ent_report_pages_draw_page   (EntReportPages  *self,
                                              cairo_t         *cr,
                                              guint            page);
void            ent_report_pages_draw        (EntReportPages  *self,
                                              EntPaperCanvas  *canvas,
                                              guint            page);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntReportPages, ent_report_pages_free)

G_END_DECLS
