/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row that says where somebody stands, and why. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

GtkWidget *ent_stand_row_new     (const char *title,
                                  const char *detail,
                                  const char *value,
                                  const char *spelled);
GtkWidget *ent_stand_row_heading (const char *text);

G_END_DECLS
