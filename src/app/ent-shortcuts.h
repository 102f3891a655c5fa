/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which keys do what, in one table. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * EntShortcut:
 * @action: the detailed action
 * @accelerators: up to two, separated by a space
 * @section: where the overview of keys lists it, marked with N_()
 * @title: what it does, marked with N_()
 */
typedef struct {
  const char *action;
  const char *accelerators;
  const char *section;
  const char *title;
} EntShortcut;

const EntShortcut *ent_shortcuts_get        (guint          *n_shortcuts);
char              *ent_shortcuts_dup_keys   (const char     *action);
void               ent_shortcuts_install    (GtkApplication *application);
GtkWidget         *ent_shortcuts_window_new (void);

G_END_DECLS
