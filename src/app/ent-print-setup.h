/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How somebody prints: printer, paper, and what goes on it. Remembered from one time to the
 * next. */
#pragma once

#include <gtk/gtk.h>

#include "render/ent-paper.h"

G_BEGIN_DECLS

/**
 * EntPrintSetup:
 * @settings: printer, copies and the like
 * @page: paper, margins, orientation
 * @findings: whether the findings stand at the end
 */
typedef struct {
  GtkPrintSettings *settings;
  GtkPageSetup *page;
  gboolean findings;
} EntPrintSetup;

EntPrintSetup *ent_print_setup_load      (void);
void           ent_print_setup_save      (EntPrintSetup *self);
void           ent_print_setup_free      (EntPrintSetup *self);
EntPaper       ent_print_setup_get_paper (GtkPageSetup  *page);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntPrintSetup, ent_print_setup_free)

G_END_DECLS
