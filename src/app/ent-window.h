/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A window: the start page, or one partnership with its pages. */
#pragma once

#include "app/ent-application.h"
#include "store/ent-recovery.h"

G_BEGIN_DECLS

#define ENT_TYPE_WINDOW (ent_window_get_type ())
G_DECLARE_FINAL_TYPE (EntWindow, ent_window, ENT, WINDOW, AdwApplicationWindow)

EntWindow   *ent_window_new          (EntApplication *application);
EntDocument *ent_window_get_document (EntWindow      *self);
gboolean     ent_window_is_blank     (EntWindow      *self);
gboolean     ent_window_shows_file   (EntWindow      *self,
                                      GFile          *file);
void         ent_window_open_new     (EntWindow      *self);
void         ent_window_open_file    (EntWindow      *self,
                                      GFile          *file);
void         ent_window_open_sample  (EntWindow      *self,
                                      const char     *name);
void         ent_window_take_recovery (EntWindow     *self,
                                      EntRecovery    *recovery);
void         ent_window_take_version (EntWindow      *self,
                                      EntDocument    *document,
                                      const char     *text);
gboolean     ent_window_reveal       (EntWindow      *self,
                                      EntRecord      *record,
                                      int             field);
void         ent_window_say          (EntWindow      *self,
                                      const char     *text);

G_END_DECLS
