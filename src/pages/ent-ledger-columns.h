/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The columns of the ledger. */
#pragma once

#include <gtk/gtk.h>

#include "model/ent-project.h"

G_BEGIN_DECLS

void ent_ledger_columns_add        (GtkColumnView *view,
                                    GPtrArray     *sorters);
void ent_ledger_columns_set_folded (GtkColumnView *view,
                                    gboolean       folded);

G_END_DECLS
