/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A line across the window that says something about the file and offers one thing to do. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define ENT_TYPE_NOTICE_BAR (ent_notice_bar_get_type ())
G_DECLARE_FINAL_TYPE (EntNoticeBar, ent_notice_bar, ENT, NOTICE_BAR, AdwBin)

void ent_notice_bar_show (EntNoticeBar *self,
                          const char   *text,
                          const char   *button_label,
                          const char   *action_name);
void ent_notice_bar_hide (EntNoticeBar *self);

G_END_DECLS
