/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The running program: its windows, its command line, and the actions that need no window. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define ENT_TYPE_APPLICATION (ent_application_get_type ())
G_DECLARE_FINAL_TYPE (EntApplication, ent_application, ENT, APPLICATION, AdwApplication)

EntApplication *ent_application_new          (void);
GSettings      *ent_application_get_settings (EntApplication *self);
void            ent_application_open_file    (EntApplication *self,
                                              GFile          *file);
void            ent_application_open_files   (EntApplication *self,
                                              GFile         **files,
                                              guint           n_files);

G_END_DECLS
