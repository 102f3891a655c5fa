/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How somebody prints: which document, printer, paper, and what goes on it. Remembered from one
 * time to the next, but for the document: that follows from what is looked at. */
#pragma once

#include <gtk/gtk.h>

#include "render/ent-paper.h"
#include "report/ent-report-kind.h"

G_BEGIN_DECLS

/**
 * EntPrintSetup:
 * @document: which document
 * @settings: printer, copies and the like
 * @page: paper, margins, orientation
 * @findings: whether the findings stand at the end
 * @unshared: whether what may not be shared stands in it, too; asked anew each time
 * @period: the time that is shown, a number of ent_print_setup_new_periods()
 */
typedef struct {
  const EntReportKind *document;
  GtkPrintSettings *settings;
  GtkPageSetup *page;
  gboolean findings;
  gboolean unshared;
  guint period;
} EntPrintSetup;

EntPrintSetup *ent_print_setup_load      (const char    *document);
EntPrintSetup *ent_print_setup_copy      (EntPrintSetup *self);
void           ent_print_setup_save      (EntPrintSetup *self);
void           ent_print_setup_free      (EntPrintSetup *self);
EntPaper       ent_print_setup_get_paper (GtkPageSetup  *page);
char          *ent_print_setup_dup_as_of (EntPrintSetup *self,
                                          EntProject    *project);
char          *ent_print_setup_dup_from  (EntPrintSetup *self);
char          *ent_print_setup_dup_to    (EntPrintSetup *self);
EntReport     *ent_print_setup_build     (EntPrintSetup *self,
                                          EntProject    *project);
GListModel    *ent_print_setup_new_documents (void);
GListModel    *ent_print_setup_new_periods (void);
guint          ent_print_setup_get_document (EntPrintSetup *self);
void           ent_print_setup_set_document (EntPrintSetup *self,
                                             guint          index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntPrintSetup, ent_print_setup_free)

G_END_DECLS
