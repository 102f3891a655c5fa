/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Exporting a document to a file. */
#pragma once

#include <gtk/gtk.h>

#include "model/ent-project.h"

G_BEGIN_DECLS

void ent_export_dialog_present (GtkWindow  *parent,
                                EntProject *project,
                                const char *document);

G_END_DECLS
