/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Printing the role chart. */
#pragma once

#include <gtk/gtk.h>

#include "model/ent-project.h"

G_BEGIN_DECLS

void ent_print_run (GtkWindow  *parent,
                    EntProject *project);

G_END_DECLS
