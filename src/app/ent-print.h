/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Printing a document. */
#pragma once

#include <gtk/gtk.h>

#include "model/ent-project.h"

G_BEGIN_DECLS

void ent_print_run (GtkWindow  *parent,
                    EntProject *project,
                    const char *document);

G_END_DECLS
