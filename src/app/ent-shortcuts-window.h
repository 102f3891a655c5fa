/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The overview of keys. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define ENT_TYPE_SHORTCUTS_WINDOW (ent_shortcuts_window_get_type ())
G_DECLARE_FINAL_TYPE (EntShortcutsWindow, ent_shortcuts_window, ENT, SHORTCUTS_WINDOW, AdwWindow)

GtkWidget *ent_shortcuts_window_new (GtkWindow *parent);

G_END_DECLS
