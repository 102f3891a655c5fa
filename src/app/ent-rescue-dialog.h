/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks what to do with a file in which a save was interrupted. */
#pragma once

#include "app/ent-window.h"
#include "store/ent-rescue.h"

G_BEGIN_DECLS

void ent_rescue_dialog_present (EntWindow *parent,
                                EntRescue *rescue);

G_END_DECLS
