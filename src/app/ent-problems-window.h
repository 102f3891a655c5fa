/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of what could not be understood in a file. */
#pragma once

#include <gtk/gtk.h>

#include "model/ent-problem.h"

G_BEGIN_DECLS

void ent_problems_window_present (GtkWindow      *parent,
                                  EntProblemList *problems);

G_END_DECLS
