/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A chart of culture profiles: one partner against another or against several. */
#pragma once

#include <gtk/gtk.h>

#include "model/ent-project.h"

G_BEGIN_DECLS

#define ENT_TYPE_CULTURE_PLOT (ent_culture_plot_get_type ())
G_DECLARE_FINAL_TYPE (EntCulturePlot, ent_culture_plot, ENT, CULTURE_PLOT, GtkWidget)

GtkWidget *ent_culture_plot_new          (void);
void       ent_culture_plot_set_partners (EntCulturePlot *self,
                                          EntRecord      *partner,
                                          GListModel     *others);

G_END_DECLS
