/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The earlier versions of a partnership that are kept on this computer, to open and to copy. */
#pragma once

#include "app/ent-window.h"

G_BEGIN_DECLS

#define ENT_TYPE_VERSIONS_WINDOW (ent_versions_window_get_type ())
G_DECLARE_FINAL_TYPE (EntVersionsWindow, ent_versions_window, ENT, VERSIONS_WINDOW, AdwWindow)

void ent_versions_window_present (EntWindow *parent);

G_END_DECLS
