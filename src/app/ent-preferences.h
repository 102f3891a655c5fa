/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The preferences window. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void ent_preferences_present (GtkWindow *parent,
                              GSettings *settings);

G_END_DECLS
