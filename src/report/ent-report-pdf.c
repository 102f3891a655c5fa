/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document as PDF: the pages, with title, author, page labels, outline, links and structure as
 * far as cairo writes them. */
#include "config.h"

#include "report/ent-report-export.h"
#include "report/ent-report-output.h"
#include "report/ent-report-pages.h"

#include <cairo-pdf.h>

static void
add_outline (cairo_surface_t *surface, EntReportPages *pages)
{
  GArray *outline = ent_report_pages_get_outline (pages);
  int parent = CAIRO_PDF_OUTLINE_ROOT;

  for (guint i = 0; i < outline->len; i++)
    {
      const EntReportOutline *entry = &g_array_index (outline, EntReportOutline, i);
      g_autofree char *target = g_strdup_printf ("page=%u pos=[0 %d]", entry->page + 1,
                                                 (int) entry->y);
      int id = cairo_pdf_surface_add_outline (surface,
                                              entry->level > 1 ? parent : CAIRO_PDF_OUTLINE_ROOT,
                                              entry->text, target,
                                              entry->level > 1 ? 0 : CAIRO_PDF_OUTLINE_FLAG_OPEN);

      if (entry->level == 1)
        parent = id;
    }
}

static void
set_metadata (cairo_surface_t *surface, EntReport *report)
{
  g_autofree char *title = ent_report_dup_full_title (report);
  g_autofree char *subject = ent_report_dup_subject (report);

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, subject);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Entente " ENT_VERSION);
  if (*ent_report_get_author (report) != '\0')
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR,
                                    ent_report_get_author (report));
}

static void
draw_pages (cairo_surface_t *surface, EntReportPages *pages)
{
  cairo_t *cr = cairo_create (surface);
  EntPaperCanvas canvas = { cr, TRUE, NULL };

  for (guint i = 0; i < ent_report_pages_get_n_pages (pages); i++)
    {
      const char *label = ent_report_pages_get_label (pages, i);

      if (*label != '\0')
        cairo_pdf_surface_set_page_label (surface, label);
      ent_report_pages_draw (pages, &canvas, i);
      cairo_show_page (cr);
    }

  cairo_destroy (cr);
}

/**
 * ent_report_write_pdf:
 * @report: a document
 * @settings: the paper
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the document as PDF
 */
GBytes *
ent_report_write_pdf (EntReport *report, const EntReportSettings *settings, GError **error)
{
  g_autoptr(EntReportPages) pages = NULL;
  GByteArray *array;
  cairo_surface_t *surface;
  double width, height;

  g_return_val_if_fail (ENT_IS_REPORT (report) && settings != NULL, NULL);

  pages = ent_report_pages_new (report, &settings->paper, error);
  if (pages == NULL)
    return NULL;

  array = g_byte_array_new ();
  ent_report_pages_get_size (pages, &width, &height);
  surface = cairo_pdf_surface_create_for_stream (ent_report_output_write, array, width, height);
  set_metadata (surface, report);
  draw_pages (surface, pages);
  add_outline (surface, pages);

  return ent_report_output_finish (array, surface, CAIRO_STATUS_SUCCESS, error);
}
