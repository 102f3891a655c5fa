/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which keys do what, in one table. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * EntShortcut:
 * @action: (nullable): the detailed action, %NULL for keys that a widget handles itself
 * @accelerators: one or more, separated by a space
 * @section: where the overview of keys lists it, marked with N_()
 * @title: what it does, marked with N_()
 */
typedef struct {
  const char *action;
  const char *accelerators;
  const char *section;
  const char *title;
} EntShortcut;

typedef void (*EntShortcutFunc) (const EntShortcut *shortcut,
                                 gpointer           user_data);

const EntShortcut *ent_shortcuts_get      (guint           *n_shortcuts);
char              *ent_shortcuts_dup_keys (const char      *action);
void               ent_shortcuts_foreach  (EntShortcutFunc  func,
                                           gpointer         user_data);
void               ent_shortcuts_install  (GtkApplication  *application);

G_END_DECLS
