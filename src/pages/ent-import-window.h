/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A window that imports KPIs or measurements from a table. */
#pragma once

#include <adwaita.h>

#include "analysis/ent-import.h"

G_BEGIN_DECLS

#define ENT_TYPE_IMPORT_WINDOW (ent_import_window_get_type ())
G_DECLARE_FINAL_TYPE (EntImportWindow, ent_import_window, ENT, IMPORT_WINDOW, AdwWindow)

GtkWidget *ent_import_window_new       (GtkWindow       *parent,
                                        EntProject      *project,
                                        EntImportWhat    what);
void       ent_import_window_take_text (EntImportWindow *self,
                                        const char      *text);
void       ent_import_window_take_file (EntImportWindow *self,
                                        GFile           *file);

G_END_DECLS
