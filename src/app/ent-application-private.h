/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The application's inside, shared by the files that make it up. */
#pragma once

#include "app/ent-application.h"
#include "app/ent-window.h"

G_BEGIN_DECLS

EntWindow *_ent_application_get_blank_window (EntApplication *self);
gboolean   _ent_application_begin_recovery   (EntApplication *self);
void       _ent_application_end_recovery     (EntApplication *self);
void       _ent_application_watch_for_end    (EntApplication *self);
void       _ent_application_leave_files      (void);

G_END_DECLS
