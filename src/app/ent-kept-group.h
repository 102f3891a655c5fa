/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The part of the preferences about what is kept on this computer. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

GtkWidget *ent_kept_group_new (void);

G_END_DECLS
