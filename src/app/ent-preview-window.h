/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pages of a document as they will be printed. */
#pragma once

#include <adwaita.h>

#include "app/ent-print-setup.h"
#include "model/ent-project.h"

G_BEGIN_DECLS

#define ENT_TYPE_PREVIEW_WINDOW (ent_preview_window_get_type ())
G_DECLARE_FINAL_TYPE (EntPreviewWindow, ent_preview_window, ENT, PREVIEW_WINDOW, AdwWindow)

GtkWidget *ent_preview_window_new         (GtkWindow        *parent,
                                           EntProject       *project,
                                           EntPrintSetup    *setup);
guint      ent_preview_window_get_n_pages (EntPreviewWindow *self);

G_END_DECLS
